//! What a table speaks of: the register today or on the day of a snapshot, and all of its partnerships or a part of
//! them. Here the risks are picked that may count; how they are counted is next door in `tallies`.
//!
//! **A part at a snapshot.** A snapshot says which partnerships were live, but not of which kind they were nor who
//! took part. So a partnership of that day belongs to the part to which it belongs today; one that the register no
//! longer has belongs to none that can be told, and is counted as [`super::Basis::unplaced`].

use super::measure::Measure;
use crate::catalogue::CategoryId;
use crate::cost::{RiskCost, RiskCosts};
use crate::register::{
    InForce, Kind, Partnership, PartnershipId, Register, Risk, RiskThen, Sector, Snapshot, Stage, Status,
};
use crate::scale::Score;

/// Which partnerships a table speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// All.
    #[default]
    All,
    /// Those of a form.
    OfKind(Kind),
    /// Those with at least one partner from a sector.
    WithPartnerFrom(Sector),
}

impl Part {
    /// Whether a partnership belongs to it.
    #[must_use]
    pub fn holds(self, partnership: &Partnership) -> bool {
        match self {
            Self::All => true,
            Self::OfKind(kind) => partnership.kind == kind,
            Self::WithPartnerFrom(sector) => partnership.partners.iter().any(|p| p.sector == sector),
        }
    }
}

/// What a table speaks of. A register alone stands for all of it today.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// Whose partnerships.
    pub register: &'a Register,
    /// On which day; today where there is none.
    pub snapshot: Option<&'a Snapshot>,
    /// Which of them.
    pub part: Part,
    /// What risks cost today; where it is not given, nothing is ranked by money.
    pub costs: Option<&'a RiskCosts>,
}

impl<'a> From<&'a Register> for Scope<'a> {
    fn from(register: &'a Register) -> Self {
        Self { register, snapshot: None, part: Part::All, costs: None }
    }
}

impl<'a> Scope<'a> {
    /// The measures that can be told of it, in the order they are offered.
    pub fn measures(self) -> impl Iterator<Item = Measure> {
        Measure::ALL.into_iter().filter(move |measure| self.knows(*measure))
    }

    pub(super) fn knows(self, measure: Measure) -> bool {
        let has_costs = self.costs.is_some_and(|costs| !costs.is_empty());
        (self.snapshot.is_none() || measure.is_known_of_snapshots()) && (has_costs || !measure.is_of_money())
    }

    pub(super) fn gathered(self) -> Gathered<'a> {
        match self.snapshot {
            None => self.today(),
            Some(snapshot) => self.then(snapshot),
        }
    }

    fn today(self) -> Gathered<'a> {
        let in_force = InForce::of(self.register);
        let belongs = |id| self.belongs(id) == Some(true);
        let risks = in_force.risks().iter().filter(|risk| belongs(risk.partnership));
        Gathered {
            risks: risks.map(|risk| OpenRisk::today(&in_force, risk, self.costs)).collect(),
            live: in_force.partnerships().iter().filter(|p| self.part.holds(p)).count(),
            unplaced: 0,
        }
    }

    fn then(self, snapshot: &'a Snapshot) -> Gathered<'a> {
        let counts =
            |risk: &&RiskThen| risk.status == Status::Open && self.belongs(risk.partnership) == Some(true);
        let live = || snapshot.partnerships.iter().filter(|then| then.is_live);
        Gathered {
            risks: snapshot.risks.iter().filter(counts).map(|risk| OpenRisk::then(snapshot, risk)).collect(),
            live: live().filter(|then| self.belongs(then.id) == Some(true)).count(),
            unplaced: live().filter(|then| self.belongs(then.id).is_none()).count(),
        }
    }

    /// Whether a partnership belongs to the part, if that can be told.
    fn belongs(self, id: PartnershipId) -> Option<bool> {
        match self.part {
            Part::All => Some(true),
            Part::OfKind(_) | Part::WithPartnerFrom(_) => {
                self.register.partnership(id).map(|partnership| self.part.holds(partnership))
            }
        }
    }
}

/// What may count.
pub(super) struct Gathered<'a> {
    pub(super) risks: Vec<OpenRisk<'a>>,
    /// How many live partnerships there are.
    pub(super) live: usize,
    /// How many more there were of which nobody can tell whether they belong to the part.
    pub(super) unplaced: usize,
}

/// One open risk as a table sees it, wherever it comes from.
#[derive(Clone, Copy)]
pub(super) struct OpenRisk<'a> {
    pub(super) partnership: PartnershipId,
    pub(super) category: Option<&'a CategoryId>,
    /// How it stood on the day, if it was rated.
    pub(super) rated: Option<Rated>,
}

/// How a risk stands.
#[derive(Clone, Copy)]
pub(super) struct Rated {
    pub(super) score: Score,
    pub(super) is_at_top_level: bool,
    pub(super) is_above_appetite: bool,
    pub(super) cost: RiskCost,
}

impl<'a> OpenRisk<'a> {
    fn today(in_force: &InForce<'a>, risk: &'a Risk, costs: Option<&RiskCosts>) -> Self {
        let register = in_force.register();
        let rated = |score: Score| Rated {
            score,
            is_at_top_level: score.level() + 1 == register.matrix().levels().len(),
            is_above_appetite: in_force.above(&register.organisation().appetite, risk).is_some(),
            cost: costs.map(|costs| costs.of_risk(risk.id)).unwrap_or_default(),
        };
        Self {
            partnership: risk.partnership,
            category: risk.category.as_ref(),
            rated: register.score(risk).map(rated),
        }
    }

    fn then(snapshot: &Snapshot, risk: &'a RiskThen) -> Self {
        let rated = |score: Score| Rated {
            score,
            is_at_top_level: score.level() + 1 == snapshot.matrix.levels().len(),
            is_above_appetite: false,
            cost: RiskCost::default(),
        };
        Self {
            partnership: risk.partnership,
            category: risk.category.as_ref(),
            rated: snapshot.score(risk, Stage::Current).map(rated),
        }
    }
}
