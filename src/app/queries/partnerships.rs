//! The partnerships as a list: which of them, in which order, and what each line says.

use std::cmp::Ordering;
use std::rc::Rc;

use partnership_risk_core::letters::{holds, small};
use partnership_risk_core::money::Pence;
use partnership_risk_core::order::{Places, ordered};
use partnership_risk_core::register::{
    InForce, Kind, Partnership, PartnershipStatus, Rank, Register, Status,
};
use partnership_risk_core::scale::Score;

use super::attention::{Health, HealthBand, health_of};
use super::lack::Lack;
use super::last::Last;
use super::sort::{Direction, Sort};

/// One partnership as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnershipLine {
    /// The partnership.
    pub partnership: Rc<Partnership>,
    /// How many of its risks are open.
    pub n_risks: usize,
    /// The gravest of them.
    pub worst: Option<Score>,
    /// How much it matters.
    pub rank: Rank,
    /// How well it is run.
    pub health: Option<Health>,
}

/// All partnerships, in the order of the register.
#[must_use]
pub fn partnership_lines(register: &Rc<Register>) -> Rc<Vec<PartnershipLine>> {
    thread_local! {
        static LAST: Last<(), Vec<PartnershipLine>> = const { Last::new() };
    }
    LAST.with(|last| last.answer(register, (), |()| worked_out(register)))
}

fn worked_out(register: &Register) -> Vec<PartnershipLine> {
    let significance = &register.organisation().significance;
    let in_force = InForce::of(register);
    let top = register.matrix().levels().len() - 1;
    let is_high = |worst: Option<Score>| worst.is_some_and(|score| score.level() == top);
    let line = |(partnership, (n_risks, worst)): (&Rc<Partnership>, OpenRisks)| PartnershipLine {
        partnership: partnership.clone(),
        n_risks,
        worst,
        rank: significance.verdict_with(partnership, &|| is_high(worst)).rank,
        health: health_of(&in_force, partnership.id),
    };
    register.partnerships().iter().zip(open_risks(register)).map(line).collect()
}

/// How many risks of a partnership are open, and the gravest of them.
type OpenRisks = (usize, Option<Score>);

/// The open risks of each partnership, in the order of the register, in one walk through all risks.
fn open_risks(register: &Register) -> Vec<OpenRisks> {
    let ids = register.partnerships().iter().map(|p| p.id.bits());
    let places = Places::of(&ids.zip(0..).collect::<Vec<_>>());
    let mut found = vec![(0, None); register.partnerships().len()];
    for risk in register.risks().iter().filter(|risk| risk.status == Status::Open) {
        if let Some(at) = places.first(risk.partnership.bits()) {
            let (n, worst) = &mut found[at];
            *n += 1;
            *worst = (*worst).max(register.score(risk));
        }
    }
    found
}

/// Which partnerships are shown. Every part that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartnershipFilter {
    /// Text that the partnership must contain somewhere, in any case.
    pub text: String,
    /// Where it stands in its life; otherwise all but those in the archive.
    pub standing: Option<Standing>,
    /// One form.
    pub kind: Option<Kind>,
    /// How much it matters.
    pub rank: Option<Rank>,
    /// How well it is run.
    pub health: Option<HealthBand>,
    /// Something that it still lacks.
    pub lack: Option<Lack>,
}

/// Where partnerships stand in their life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Proposed or active.
    Live,
    /// One status.
    Only(PartnershipStatus),
}

impl Standing {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 5] = [
        Self::Live,
        Self::Only(PartnershipStatus::Proposed),
        Self::Only(PartnershipStatus::Active),
        Self::Only(PartnershipStatus::Ended),
        Self::Only(PartnershipStatus::Archived),
    ];

    fn holds(self, partnership: &Partnership) -> bool {
        match self {
            Self::Live => partnership.is_live(),
            Self::Only(status) => partnership.status == status,
        }
    }
}

impl PartnershipFilter {
    /// The live ones.
    #[must_use]
    pub fn live() -> Self {
        Self { standing: Some(Standing::Live), ..Self::default() }
    }

    /// Whether nothing is filtered out but the archive.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn passes(&self, line: &PartnershipLine, register: &Register) -> bool {
        let partnership = &line.partnership;
        let stands = match self.standing {
            Some(standing) => standing.holds(partnership),
            None => partnership.status != PartnershipStatus::Archived,
        };
        stands
            && self.kind.is_none_or(|kind| partnership.kind == kind)
            && self.rank.is_none_or(|rank| line.rank == rank)
            && self.health.is_none_or(|band| line.band() == band)
            && self.lack.is_none_or(|lack| lack.is_in(partnership, register))
            && contains(partnership, &small(self.text.trim()))
    }
}

fn contains(partnership: &Partnership, text: &str) -> bool {
    let fields = [
        &partnership.name,
        &partnership.purpose,
        &partnership.objectives,
        &partnership.lead_officer,
        &partnership.accountable_officer,
        &partnership.notes,
    ];
    let partners = partnership.partners.iter().map(|partner| &partner.name);
    text.is_empty() || fields.into_iter().chain(partners).any(|field| holds(field, text))
}

/// By what the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartnershipColumn {
    /// The name.
    Name,
    /// The form.
    Kind,
    /// The lead officer.
    Lead,
    /// How much it matters.
    Significance,
    /// How well it is run.
    Health,
    /// What it costs us, or in all where that is not known.
    Cost,
    /// How many of its risks are open.
    Risks,
    /// The gravest of them.
    #[default]
    Gravest,
}

/// The order of the list.
pub type PartnershipSort = Sort<PartnershipColumn>;

/// Gravest first.
impl Default for PartnershipSort {
    fn default() -> Self {
        Self { column: PartnershipColumn::Gravest, direction: Direction::Descending }
    }
}

/// The lines that pass the filter, in order. Live ones come before those that are over, and what is not
/// known comes last, whichever way the list is sorted.
#[must_use]
pub fn listed(
    register: &Register,
    lines: &[PartnershipLine],
    filter: &PartnershipFilter,
    sort: PartnershipSort,
) -> Vec<PartnershipLine> {
    let passing: Vec<PartnershipLine> =
        lines.iter().filter(|line| filter.passes(line, register)).cloned().collect();
    ordered(&passing, &|a, b| {
        let live = |line: &PartnershipLine| line.partnership.is_live();
        live(b).cmp(&live(a)).then_with(|| sort.compare(a, b))
    })
}

impl PartnershipLine {
    /// What it costs a year: our contribution, or the whole budget where that is not known.
    #[must_use]
    pub fn cost(&self) -> Option<Pence> {
        let funding = &self.partnership.funding;
        funding.our_contribution.or(funding.annual_budget)
    }
}

impl PartnershipSort {
    fn compare(self, a: &PartnershipLine, b: &PartnershipLine) -> Ordering {
        match self.column {
            PartnershipColumn::Name => self.texts(a, b, |p| &p.name),
            PartnershipColumn::Kind => self.directed(a.partnership.kind.cmp(&b.partnership.kind)),
            PartnershipColumn::Lead => self.texts(a, b, |p| &p.lead_officer),
            PartnershipColumn::Significance => self.directed(a.rank.cmp(&b.rank)),
            PartnershipColumn::Health => {
                self.known(a.health.map(|health| health.share), b.health.map(|health| health.share))
            }
            PartnershipColumn::Cost => self.known(a.cost(), b.cost()),
            PartnershipColumn::Risks => self.directed(a.n_risks.cmp(&b.n_risks)),
            PartnershipColumn::Gravest => self.known(a.worst, b.worst),
        }
    }

    fn texts(self, a: &PartnershipLine, b: &PartnershipLine, text: fn(&Partnership) -> &str) -> Ordering {
        let known = |line: &PartnershipLine| Some(small(text(&line.partnership))).filter(|t| !t.is_empty());
        self.known(known(a), known(b))
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Change, PartnershipId};

    use super::*;

    fn partnership(bits: u64, name: &str, status: PartnershipStatus) -> Partnership {
        Partnership { status, ..Partnership::new(PartnershipId::from_bits(bits), name, 0) }
    }

    /// Fife's eleven risks, and four partnerships without any.
    fn register() -> Register {
        let mut joint = partnership(12, "Joint waste", PartnershipStatus::Proposed);
        joint.kind = Kind::SharedService;
        joint.lead_officer = "Head of waste".into();
        joint.funding.annual_budget = Pence::of_pounds(900_000).ok();
        joint.significant_for = vec!["priorities".into()];
        let mut care = partnership(13, "Care", PartnershipStatus::Active);
        care.kind = Kind::PooledBudget;
        care.funding.our_contribution = Pence::of_pounds(150_000).ok();
        care.significant_for = vec!["priorities".into(), "reliance".into()];
        let old = partnership(14, "Baths", PartnershipStatus::Ended);
        let away = partnership(15, "Attic", PartnershipStatus::Archived);
        fife_council()
            .apply(Change::PartnershipsPut(vec![joint, care, old, away]))
            .expect("sound partnerships")
    }

    fn names(filter: &PartnershipFilter, sort: PartnershipSort) -> Vec<String> {
        let register = register();
        let found = listed(&register, &worked_out(&register), filter, sort);
        found.iter().map(|line| line.partnership.name.clone()).collect()
    }

    #[test]
    fn the_list_starts_with_the_gravest_live_one_and_leaves_the_archive_out() {
        let all = names(&PartnershipFilter::default(), PartnershipSort::default());
        assert_eq!(all, ["Council as a whole", "Joint waste", "Care", "Baths"]);
    }

    #[test]
    fn all_parts_of_a_filter_must_hold() {
        let any = PartnershipFilter::default;
        let by_name = PartnershipSort { column: PartnershipColumn::Name, direction: Direction::Ascending };
        let cases: [(PartnershipFilter, &[&str]); 9] = [
            (PartnershipFilter::live(), &["Care", "Council as a whole", "Joint waste"]),
            (
                PartnershipFilter { standing: Some(Standing::Only(PartnershipStatus::Archived)), ..any() },
                &["Attic"],
            ),
            (PartnershipFilter { text: " WASTE ".into(), ..any() }, &["Joint waste"]),
            (PartnershipFilter { kind: Some(Kind::PooledBudget), ..any() }, &["Care"]),
            (PartnershipFilter { rank: Some(Rank::Major), ..any() }, &["Care"]),
            (PartnershipFilter { rank: Some(Rank::Major), health: Some(HealthBand::Weak), ..any() }, &[]),
            (
                PartnershipFilter { rank: Some(Rank::Major), health: Some(HealthBand::NotChecked), ..any() },
                &["Care"],
            ),
            (PartnershipFilter { lack: Some(Lack::Lead), ..any() }, &["Care", "Council as a whole"]),
            (
                PartnershipFilter { lack: Some(Lack::Risk), kind: Some(Kind::SharedService), ..any() },
                &["Joint waste"],
            ),
        ];
        for (filter, found) in cases {
            assert_eq!(names(&filter, by_name), found, "{filter:?}");
        }
    }

    #[test]
    fn each_column_sorts_and_what_is_not_known_stays_last() {
        let (up, down) = (Direction::Ascending, Direction::Descending);
        for (column, direction, found) in [
            (PartnershipColumn::Cost, up, ["Care", "Joint waste", "Council as a whole"]),
            (PartnershipColumn::Cost, down, ["Joint waste", "Care", "Council as a whole"]),
            (PartnershipColumn::Lead, down, ["Joint waste", "Council as a whole", "Care"]),
            (PartnershipColumn::Significance, down, ["Care", "Joint waste", "Council as a whole"]),
            (PartnershipColumn::Risks, up, ["Joint waste", "Care", "Council as a whole"]),
            (PartnershipColumn::Gravest, up, ["Council as a whole", "Joint waste", "Care"]),
            (PartnershipColumn::Kind, up, ["Joint waste", "Care", "Council as a whole"]),
            (PartnershipColumn::Name, down, ["Joint waste", "Council as a whole", "Care"]),
        ] {
            let sort = PartnershipSort { column, direction };
            assert_eq!(names(&PartnershipFilter::live(), sort), found, "{sort:?}");
        }
    }
}
