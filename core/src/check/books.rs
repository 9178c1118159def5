//! What the rules look things up in: all of it put in order once, so that two thousand risks are checked without a
//! search through two thousand controls each.

use super::{Context, is_blank};
use crate::date::Date;
use crate::letters;
use crate::order::{Places, order_by};
use crate::register::{Control, InForce, Partnership, Rank, Register, Risk, Status};
use crate::scale::Score;

pub(super) struct Books<'r> {
    pub(super) register: &'r Register,
    pub(super) today: Date,
    pub(super) in_force: InForce<'r>,
    /// Open risks and drafts of live partnerships.
    pub(super) written: Vec<&'r Risk>,
    /// Controls that serve an open risk.
    pub(super) controls: Vec<&'r Control>,
    risk_places: Places,
    /// How many other risks have the reference of the risk at each place.
    sharing: Vec<usize>,
}

impl<'r> Books<'r> {
    pub(super) fn of(context: &Context<'r>) -> Self {
        let register = context.register;
        let in_force = InForce::of(register);
        let is_written = |risk: &&Risk| match risk.status {
            Status::Draft | Status::Open => in_force.partnership(risk.partnership).is_some(),
            Status::Closed => false,
        };
        let numbered: Vec<(u64, usize)> = register.risks().iter().map(|r| r.id.bits()).zip(0..).collect();
        Self {
            written: register.risks().iter().map(|risk| &**risk).filter(is_written).collect(),
            controls: controls(register, &in_force),
            risk_places: Places::of(&numbered),
            sharing: sharing(register),
            today: context.today,
            in_force,
            register,
        }
    }

    /// What a score's level is called.
    pub(super) fn level(&self, score: Score) -> &'r str {
        &self.register.matrix().level(score).name
    }

    /// The score of a risk today if it is above the appetite for its category.
    pub(super) fn above_appetite(&self, risk: &Risk) -> Option<Score> {
        self.in_force.above(&self.register.organisation().appetite, risk)
    }

    pub(super) fn is_major(&self, partnership: &Partnership) -> bool {
        let significance = &self.register.organisation().significance;
        self.in_force.rank(significance, partnership) == Rank::Major
    }

    /// How many other risks of the register have the reference of this one.
    pub(super) fn sharing_reference(&self, risk: &Risk) -> usize {
        self.risk_places.first(risk.id.bits()).map_or(0, |place| self.sharing[place])
    }
}

fn controls<'r>(register: &'r Register, in_force: &InForce<'r>) -> Vec<&'r Control> {
    let serves = |c: &&Control| c.effects.iter().any(|effect| in_force.risk(effect.risk).is_some());
    register.controls().iter().map(|control| &**control).filter(serves).collect()
}

/// How many other risks have the reference of each risk. References are the same that differ in nothing but
/// capitals and blanks; risks without one share none.
fn sharing(register: &Register) -> Vec<usize> {
    let risks = register.risks().iter();
    let references: Vec<String> =
        risks.map(|risk| letters::small(&letters::one_line(&risk.reference))).collect();
    let order = order_by(references.len(), &|a, b| references[a].cmp(&references[b]));
    let mut sharing = vec![0; references.len()];
    for same in order.chunk_by(|&a, &b| references[a] == references[b]) {
        for &place in same.iter().filter(|place| !is_blank(&references[**place])) {
            sharing[place] = same.len() - 1;
        }
    }
    sharing
}
