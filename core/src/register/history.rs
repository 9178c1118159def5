//! What changed, when, from what to what, and the reason that was given. Who changed it is not kept.

mod surveys;

use std::rc::Rc;

use super::described::{Described, Field};
use super::entity::{Entities, Entity};
use super::{Change, ChangeError, Register, Subject, Timestamp, Waiver};

/// One entity that was added, removed or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Which entity; the organisation where it stands for many.
    pub subject: Subject,
    /// What it was called.
    pub name: String,
    /// What happened to it.
    pub what: Happened,
    /// The reason that was given; may be empty.
    pub reason: String,
}

/// What happened to an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// It was added.
    Added,
    /// It was removed.
    Removed,
    /// Some of its fields were changed.
    Changed(Vec<FieldChange>),
}

/// A field before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field's name on the page.
    pub field: String,
    /// What stood in it.
    pub from: String,
    /// What stands in it.
    pub to: String,
}

/// The name under which waivers are told.
const LET_PASS: &str = "Let pass";
/// A change of more things of one kind than this is told in one entry for each kind.
const MOST_APART: usize = 50;
/// The most entries that are kept; the oldest go first.
pub(crate) const MOST_KEPT: usize = 2_000;

impl Register {
    /// What changed, oldest first.
    #[must_use]
    pub fn history(&self) -> &[Rc<Entry>] {
        &self.history
    }

    /// The register after `change`, remembering what it changed, when and why.
    pub fn amended(&self, change: Change, at: Timestamp, reason: &str) -> Result<Self, ChangeError> {
        let after = self.apply(change)?;
        Ok(if after == *self { after } else { after.remembering(self, at, reason) })
    }

    fn remembering(mut self, before: &Self, at: Timestamp, reason: &str) -> Self {
        let teller = Teller { before, after: &self, at, reason };
        let entries = teller.entries();
        self.history.extend(entries.into_iter().map(Rc::new));
        let too_many = self.history.len().saturating_sub(MOST_KEPT);
        self.history.drain(..too_many);
        self
    }
}

/// Tells what lies between two states of a register.
struct Teller<'r> {
    before: &'r Register,
    after: &'r Register,
    at: Timestamp,
    reason: &'r str,
}

impl Teller<'_> {
    fn entries(&self) -> Vec<Entry> {
        let (before, after) = (self.before.organisation(), self.after.organisation());
        let mut entries = Vec::new();
        if before != after {
            entries.push(self.changed(before, after));
        }
        entries.extend(self.of_kind(&self.before.partnerships, &self.after.partnerships));
        entries.extend(self.of_kind(&self.before.risks, &self.after.risks));
        entries.extend(self.of_kind(&self.before.controls, &self.after.controls));
        entries.extend(self.of_kind(&self.before.actions, &self.after.actions));
        entries.extend(self.of_kind(&self.before.losses, &self.after.losses));
        entries.extend(self.of_kind(&self.before.health_checks, &self.after.health_checks));
        entries.extend(self.of_kind(&self.before.snapshots, &self.after.snapshots));
        entries.extend(self.of_surveys());
        entries.extend(self.of_crosswalks());
        entries.extend(self.of_waivers());
        entries
    }

    /// What happened to the entities of one kind. Those that are shared did not change and are passed over.
    fn of_kind<T: Entity + Described>(&self, before: &Entities<T>, after: &Entities<T>) -> Vec<Entry> {
        let gone = before.iter().filter(|entity| !after.has(entity.id()));
        let mut entries: Vec<Entry> = gone.map(|entity| self.entry(&**entity, Happened::Removed)).collect();
        for entity in after.iter() {
            match before.find(entity.id()) {
                None => entries.push(self.entry(&**entity, Happened::Added)),
                Some(was) if Rc::ptr_eq(was, entity) || self.is_no_news(&**was, &**entity) => {}
                Some(was) => entries.push(self.changed(&**was, &**entity)),
            }
        }
        let kinds = entries.first().map_or("", |entry| entry.subject.kinds());
        self.grouped(entries, kinds)
    }

    fn entry(&self, entity: &dyn Described, what: Happened) -> Entry {
        Entry {
            at: self.at,
            subject: entity.subject(),
            name: entity.title().to_owned(),
            what,
            reason: self.reason.to_owned(),
        }
    }

    /// Whether an entity is as it was, the date of change aside; but a reason that was given is news.
    fn is_no_news<T: Entity>(&self, was: &T, is: &T) -> bool {
        was == is || self.reason.trim().is_empty() && is.is_only_touched(was)
    }

    /// The fields that differ; none where something does that no field tells.
    fn changed(&self, was: &dyn Described, is: &dyn Described) -> Entry {
        let changes = differing(&was.fields(self.before), &is.fields(self.after));
        self.entry(is, Happened::Changed(changes))
    }

    /// The findings that are let pass from now on, and those that count again.
    fn of_waivers(&self) -> Vec<Entry> {
        let (before, after) = (self.before.waivers(), self.after.waivers());
        let lifted = before.iter().filter(|waiver| !after.contains(waiver));
        let set = after.iter().filter(|waiver| !before.contains(waiver));
        let lifted = lifted.filter_map(|waiver| self.of_waiver(waiver, told(waiver), String::new()));
        lifted.chain(set.filter_map(|waiver| self.of_waiver(waiver, String::new(), told(waiver)))).collect()
    }

    /// Nothing where the subject is gone, which is told of itself.
    fn of_waiver(&self, waiver: &Waiver, from: String, to: String) -> Option<Entry> {
        Some(Entry {
            at: self.at,
            subject: waiver.subject,
            name: waiver.subject.title(self.after)?.to_owned(),
            what: Happened::Changed(vec![FieldChange { field: LET_PASS.to_owned(), from, to }]),
            reason: self.reason.to_owned(),
        })
    }

    /// The entries about one kind of thing, told together where there are too many.
    fn grouped(&self, entries: Vec<Entry>, kinds: &str) -> Vec<Entry> {
        if entries.len() > MOST_APART { self.together(&entries, kinds) } else { entries }
    }

    /// One entry for each way in which many things of one kind changed.
    fn together(&self, entries: &[Entry], kinds: &str) -> Vec<Entry> {
        let of = |is: fn(&Happened) -> bool, what: Happened| {
            let n = entries.iter().filter(|entry| is(&entry.what)).count();
            (n > 0).then(|| Entry {
                at: self.at,
                subject: Subject::Organisation,
                name: format!("{n} {kinds}"),
                what,
                reason: self.reason.to_owned(),
            })
        };
        [
            of(|what| *what == Happened::Removed, Happened::Removed),
            of(|what| *what == Happened::Added, Happened::Added),
            of(|what| matches!(what, Happened::Changed(_)), Happened::Changed(Vec::new())),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// The fields that differ between two states of one thing.
pub(super) fn differing(was: &[Field], is: &[Field]) -> Vec<FieldChange> {
    let differ = |(from, to): (&Field, &Field)| {
        (from.1 != to.1).then(|| FieldChange {
            field: to.0.to_owned(),
            from: from.1.clone(),
            to: to.1.clone(),
        })
    };
    was.iter().zip(is).filter_map(differ).collect()
}

/// A waiver in words: what is let pass, until when and why.
pub(super) fn told(waiver: &Waiver) -> String {
    let (check, until) = (waiver.check.replace('-', " "), waiver.until.in_words());
    [&*check, " until ", &until, ": ", &waiver.reason].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::CategoryId;
    use crate::date::Date;
    use crate::money::Pence;
    use crate::register::{
        Loss, LossId, Organisation, Partnership, PartnershipId, Risk, RiskId, TolerancePoint,
    };
    use crate::scale::{Matrix, preset};
    use crate::share::Share;

    fn risk(bits: u64, title: &str) -> Risk {
        Risk::new(RiskId::from_bits(bits), PartnershipId::from_bits(1), title, 0)
    }

    fn register() -> Register {
        let empty = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
        let partnership = Partnership::new(PartnershipId::from_bits(1), "Waste", 0);
        let risks = vec![risk(1, "Contractor fails"), risk(2, "Prices rise")];
        let change = Change::All(vec![Change::PartnershipsPut(vec![partnership]), Change::RisksPut(risks)]);
        empty.apply(change).expect("sound parts")
    }

    fn after(before: &Register, change: Change) -> Register {
        before.amended(change, 5, "agreed on Monday").expect("sound")
    }

    #[test]
    fn a_changed_field_is_told_from_what_to_what_and_why() {
        let before = register();
        let owned = Risk { owner: "Head of waste".into(), updated: 5, ..risk(1, "Contractor fails") };
        let after = after(&before, Change::RisksPut(vec![owned]));
        let [entry] = after.history() else { unreachable!("{:?}", after.history()) };
        assert_eq!(
            (entry.name.as_str(), entry.reason.as_str(), entry.at),
            ("Contractor fails", "agreed on Monday", 5)
        );
        let changes =
            [FieldChange { field: "Owner".into(), from: String::new(), to: "Head of waste".into() }];
        assert_eq!(entry.what, Happened::Changed(changes.to_vec()));
    }

    #[test]
    fn what_came_and_went_is_told_by_name() {
        let before = register();
        let change = Change::All(vec![
            Change::RiskRemoved(RiskId::from_bits(2)),
            Change::RisksPut(vec![risk(3, "Fire at the depot")]),
        ]);
        let after = after(&before, change);
        let told: Vec<(&str, &Happened)> =
            after.history().iter().map(|e| (e.name.as_str(), &e.what)).collect();
        assert_eq!(told, [("Prices rise", &Happened::Removed), ("Fire at the depot", &Happened::Added)]);
    }

    #[test]
    fn a_date_of_change_alone_is_no_news() {
        let before = register();
        let touched = Risk { updated: 9, ..risk(1, "Contractor fails") };
        let after = before.amended(Change::RisksPut(vec![touched]), 5, " ").expect("sound");
        assert_eq!(after.history(), []);
    }

    #[test]
    fn a_reason_is_kept_though_nothing_else_is_told() {
        let before = register();
        let mut organisation = before.organisation().clone();
        organisation.is_example = true;
        let recoloured = after(&before, Change::OrganisationSet(organisation));
        let touched = Risk { updated: 9, ..risk(1, "Contractor fails") };
        for after in [recoloured, after(&before, Change::RisksPut(vec![touched]))] {
            let [entry] = after.history() else { unreachable!("{:?}", after.history()) };
            assert_eq!((&entry.what, &*entry.reason), (&Happened::Changed(Vec::new()), "agreed on Monday"));
        }
    }

    #[test]
    fn the_rules_that_decide_scores_and_verdicts_are_told() {
        let before = register();
        let change = |edit: fn(&mut Organisation)| {
            let mut organisation = before.organisation().clone();
            edit(&mut organisation);
            let after = after(&before, Change::OrganisationSet(organisation));
            let [entry] = after.history() else { unreachable!("{:?}", after.history()) };
            let Happened::Changed(fields) = &entry.what else { unreachable!("{entry:?}") };
            fields.iter().map(|change| (change.field.clone(), change.to.clone())).collect::<Vec<_>>()
        };
        let told = |field: &str, to: &str| vec![(field.to_owned(), to.to_owned())];
        assert_eq!(
            change(|o| Rc::make_mut(&mut o.appetite).tolerated = [0, 0, 1, 1, 1]),
            told(
                "What appetites tolerate",
                "Averse: Low; Minimal: Low; Cautious: Medium; Open: Medium; Eager: Medium"
            )
        );
        assert_eq!(change(|o| Rc::make_mut(&mut o.significance).major_from = 4), told("Major from", "4"));
        assert_eq!(
            change(|o| {
                let loss = Pence::of_pounds(1_000_000).expect("an amount");
                let chance = Share::of_basis_points(500).expect("a share");
                Rc::make_mut(&mut o.appetite).tolerance = vec![TolerancePoint { loss, chance }];
            }),
            told("Tolerated losses", "\u{a3}1,000,000 with at most 5 % a year")
        );
        let grid = change(|o| {
            let matrix = &*o.matrix;
            let (likelihood, impact) = (matrix.likelihood().clone(), matrix.impact().clone());
            let levels = matrix.levels().to_vec();
            let flat = Matrix::new(matrix.name(), likelihood, impact, levels, &vec![vec![0; 5]; 5]);
            o.matrix = Rc::new(flat.expect("it fits"));
        });
        assert!(grid[0].0 == "Grid" && grid[0].1.ends_with(": Low, Low, Low, Low, Low"), "{grid:?}");
    }

    #[test]
    fn what_has_a_name_is_told_by_it() {
        let before = register();
        let fields = |change: Change| {
            let after = after(&before, change);
            let told: Vec<(String, String)> = after
                .history()
                .iter()
                .flat_map(|entry| match &entry.what {
                    Happened::Changed(fields) => {
                        fields.iter().map(|f| (f.field.clone(), f.to.clone())).collect()
                    }
                    Happened::Added | Happened::Removed => Vec::new(),
                })
                .collect();
            told
        };
        let category = Some(CategoryId::new("service-gaps"));
        let risk = Risk { category, ..risk(1, "Contractor fails") };
        assert_eq!(fields(Change::RisksPut(vec![risk])), [("Category".into(), "Service gaps".into())]);
        let mut waste = (*before.partnerships()[0]).clone();
        waste.significant_for = vec!["reliance".into()];
        let told = [("Significant for".into(), "We rely heavily on the partner".into())];
        assert_eq!(fields(Change::PartnershipsPut(vec![waste])), told);
    }

    #[test]
    fn what_is_let_pass_and_what_counts_again_is_told() {
        let before = register();
        let waiver = Waiver {
            check: "risk-without-owner".into(),
            subject: Subject::Risk(RiskId::from_bits(1)),
            reason: "Agreed by the board".into(),
            until: Date::new(2027, 3, 31).expect("a day"),
        };
        let passing = after(&before, Change::WaiversSet(vec![waiver]));
        let back = after(&passing, Change::WaiversSet(Vec::new()));
        let words = "risk without owner until 31 March 2027: Agreed by the board";
        let told: Vec<_> = back.history().iter().map(|e| (e.name.as_str(), e.what.clone())).collect();
        let change = |from: &str, to: &str| {
            Happened::Changed(vec![FieldChange { field: LET_PASS.into(), from: from.into(), to: to.into() }])
        };
        let name = "Contractor fails";
        assert_eq!(told, [(name, change("", words)), (name, change(words, ""))]);
        let gone = after(&passing, Change::RiskRemoved(RiskId::from_bits(1)));
        assert_eq!(gone.history().len(), 2, "the risk alone is told to be gone");
    }

    #[test]
    fn many_of_a_kind_are_told_together() {
        let before = register();
        let risks = (10..110).map(|bits| risk(bits, "imported")).collect();
        let after = after(&before, Change::RisksPut(risks));
        let told: Vec<&str> = after.history().iter().map(|e| e.name.as_str()).collect();
        assert_eq!(told, ["100 risks"]);
        let loss = |bits| Loss {
            id: LossId::from_bits(bits),
            created: 0,
            updated: 0,
            what: "theft".into(),
            date: Date::FIRST,
            partnership: PartnershipId::from_bits(1),
            risk: None,
            count: 1,
            cost: Pence::default(),
            notes: String::new(),
        };
        let losses = before.amended(Change::LossesPut((1..61).map(loss).collect()), 5, "").expect("sound");
        assert_eq!(losses.history()[0].name, "60 losses");
    }

    #[test]
    fn the_oldest_entries_make_room() {
        let mut register = register();
        for n in 0..MOST_KEPT + 5 {
            let renamed = risk(1, &format!("title {n}"));
            register = after(&register, Change::RisksPut(vec![renamed]));
        }
        assert_eq!(register.history().len(), MOST_KEPT);
        assert_eq!(register.history()[0].name, "title 5");
    }
}
