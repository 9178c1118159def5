//! The search for the best set: branch and bound. Two facts bound from above what the undecided candidates may bring.
//!
//! A set S saves no more than the sum over the risks of (part of the risk in the figure) x (share of it that S takes).
//! For the expected loss both are equal. For the mean of the worst years take these years as they are without S: each
//! event of a risk is cut by the share that S takes, on average, in them as in all others, and the worst years under S
//! are no better than they (the tail mean is the greatest mean over any such share of years). The same holds from any
//! set on to a greater one, with the parts as that set leaves them. Of this sum, each candidate brings most when it comes
//! first, and no set brings more than a price x the budget + what each candidate brings beyond its cost and that price
//! (Lagrange's relaxation).

use super::{Candidate, Parted};
use crate::money::Pence;

/// How often a candidate is looked at while sets are ruled out: as often as the whole tree of twenty candidates takes,
/// which has fewer than 2^21 nodes.
const MOST_LOOKS: usize = 20 << 21;
/// How many candidates are looked at, those with the best return alone; each is one call deeper.
const MOST_CANDIDATES: usize = 500;

/// Works out the figure under the controls at some places; none once it was asked often enough.
pub(super) type Ask<'a> = &'a mut dyn FnMut(&[usize]) -> Option<Parted>;

/// A search on its way.
pub(super) struct Search<'a> {
    candidates: Vec<Candidate>,
    before: f64,
    budget: i64,
    /// The price of a pound of the budget.
    price: f64,
    /// Where what a set brings is only bounded by the parts.
    ask: Option<Ask<'a>>,
    /// The places of those that are in the set now.
    taken: Vec<usize>,
    /// What the best set so far brings beyond its cost in pounds, and the places that it holds.
    best: (f64, Vec<usize>),
    looks: usize,
}

/// All sets that hold what is taken and any of the candidates from one on.
struct Node {
    next: usize,
    /// What is taken brings so many pounds beyond its cost; no more than this, before it was asked for.
    net: f64,
    /// The part of each risk in what is left.
    parts: Vec<f64>,
    /// What is left to spend.
    pence: i64,
}

impl<'a> Search<'a> {
    /// The places of the best set, and whether all others were looked at or ruled out.
    pub(super) fn run(
        mut candidates: Vec<Candidate>,
        before: &Parted,
        budget: Pence,
        ask: Option<Ask<'a>>,
    ) -> (Vec<usize>, bool) {
        let is_short = candidates.len() <= MOST_CANDIDATES;
        candidates.truncate(MOST_CANDIDATES);
        let mut search = Self {
            price: best_price(&candidates, &before.parts, budget),
            candidates,
            before: before.figure,
            budget: budget.pence(),
            ask,
            taken: Vec::new(),
            best: (0.0, Vec::new()),
            looks: MOST_LOOKS,
        };
        let node = Node { next: 0, net: 0.0, parts: before.parts.clone(), pence: budget.pence() };
        let is_whole = search.visit(node);
        (search.best.1, is_whole && is_short)
    }

    /// Looks at a node; whether it came to its end.
    fn visit(&mut self, node: Node) -> bool {
        let Some(looks) = self.looks.checked_sub(self.candidates.len() - node.next) else {
            return false;
        };
        self.looks = looks;
        if self.is_ruled_out(&node) {
            return true;
        }
        let Some(candidate) = self.candidates.get(node.next) else {
            return true;
        };
        let with = (candidate.pence <= node.pence).then(|| node.with(candidate));
        let is_whole = with.is_none_or(|with| self.enter(with));
        self.visit(Node { next: node.next + 1, ..node }) && is_whole
    }

    /// Looks at a node whose last candidate has just been taken.
    fn enter(&mut self, node: Node) -> bool {
        if self.is_ruled_out(&node) {
            return true;
        }
        self.taken.push(self.candidates[node.next - 1].place);
        let is_whole = match self.asked(node) {
            Some(node) => {
                if node.net > self.best.0 {
                    self.best = (node.net, self.taken.clone());
                }
                self.visit(node)
            }
            None => false,
        };
        self.taken.pop();
        is_whole
    }

    /// A node with what is taken brought up to date.
    fn asked(&mut self, node: Node) -> Option<Node> {
        let Some(ask) = &mut self.ask else {
            return Some(node);
        };
        let now = ask(&self.taken)?;
        let cost = (self.budget - node.pence) as f64 / 100.0;
        Some(Node { net: self.before - now.figure - cost, parts: now.parts, ..node })
    }

    /// Whether no set of a node brings more than the best so far.
    fn is_ruled_out(&self, node: &Node) -> bool {
        let (mut free, mut priced) = (0.0, self.price * node.pence as f64 / 100.0);
        let undecided = self.candidates[node.next..].iter();
        for candidate in undecided.filter(|candidate| candidate.pence <= node.pence) {
            let net = candidate.net(&node.parts);
            free += net.max(0.0);
            priced += (net - self.price * candidate.pounds()).max(0.0);
        }
        node.net + f64::min(free, priced) <= self.best.0
    }
}

impl Node {
    fn with(&self, candidate: &Candidate) -> Self {
        Self {
            next: self.next + 1,
            net: self.net + candidate.net(&self.parts),
            parts: candidate.taken_from(&self.parts),
            pence: self.pence - candidate.pence,
        }
    }
}

/// The price that makes the first bound smallest; it is nought or one of the ratios, between which the bound is a
/// straight line.
fn best_price(candidates: &[Candidate], parts: &[f64], budget: Pence) -> f64 {
    let bound = |price: f64| {
        let beyond = |c: &Candidate| (c.net(parts) - price * c.pounds()).max(0.0);
        price * budget.pounds() + candidates.iter().map(beyond).sum::<f64>()
    };
    let prices = candidates.iter().map(|c| c.ratio(parts)).filter(|price| price.is_finite() && *price > 0.0);
    prices.fold(0.0, |best, price| if bound(price) < bound(best) { price } else { best })
}
