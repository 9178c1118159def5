//! What the rules look things up in: all of it put in order once, so that two thousand risks are checked without a
//! search through two thousand controls each.

use std::cmp::Reverse;

use super::Context;
use crate::date::Date;
use crate::order::{Places, ordered};
use crate::register::{Control, InForce, Partnership, PartnershipId, Rank, Register, Risk, RiskId, Status};
use crate::scale::Score;

pub(super) struct Books<'r> {
    pub(super) register: &'r Register,
    pub(super) today: Date,
    pub(super) in_force: InForce<'r>,
    /// Open risks and drafts of live partnerships.
    pub(super) written: Vec<&'r Risk>,
    /// Controls that serve an open risk.
    pub(super) controls: Vec<&'r Control>,
    /// The highest risks in force, equally high ones in the order of their titles.
    pub(super) highest: Vec<RiskId>,
    /// The ids of risks that share their reference, each with how many others have it.
    sharing: Places,
}

impl<'r> Books<'r> {
    pub(super) fn of(context: &Context<'r>) -> Self {
        let register = context.register;
        let in_force = InForce::of(register);
        let is_written = |risk: &&Risk| match risk.status {
            Status::Draft | Status::Open => in_force.partnership(risk.partnership).is_some(),
            Status::Closed => false,
        };
        Self {
            written: register.risks().iter().map(|risk| &**risk).filter(is_written).collect(),
            controls: controls(register, &in_force),
            highest: highest(&in_force),
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

    /// How many other risks of its partnership have the reference of this one.
    pub(super) fn sharing_reference(&self, risk: &Risk) -> usize {
        self.sharing.first(risk.id.bits()).unwrap_or(0)
    }
}

fn controls<'r>(register: &'r Register, in_force: &InForce<'r>) -> Vec<&'r Control> {
    let serves = |c: &&Control| c.effects.iter().any(|effect| in_force.risk(effect.risk).is_some());
    register.controls().iter().map(|control| &**control).filter(serves).collect()
}

/// How many risks are to have figures for their cost at least.
pub(super) const HIGHEST: usize = 5;

fn highest(in_force: &InForce) -> Vec<RiskId> {
    let score = |risk: &Risk| in_force.register().score(risk).map(Reverse);
    let risks = in_force.risks().iter();
    let rated: Vec<(Reverse<Score>, &str, RiskId)> =
        risks.filter_map(|risk| Some((score(risk)?, &*risk.title, risk.id))).collect();
    ordered(&rated, &Ord::cmp).into_iter().take(HIGHEST).map(|(_, _, id)| id).collect()
}

/// The risks that share their reference, each with how many others have it.
fn sharing(register: &Register) -> Places {
    let used = register.risks().iter().filter_map(|risk| Some((risk.reference_in_use()?, risk.id.bits())));
    let used: Vec<((PartnershipId, String), u64)> = used.collect();
    let by_reference = ordered(&used, &|a, b| a.0.cmp(&b.0));
    let shared = by_reference.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1);
    let numbered = shared.flat_map(|same| same.iter().map(|(_, id)| (*id, same.len() - 1)));
    Places::of(&numbered.collect::<Vec<_>>())
}
