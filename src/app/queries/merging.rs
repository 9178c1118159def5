//! What a merge of the register with another copy would bring, before anybody agrees to it; and what was agreed on.

use std::rc::Rc;

use partnership_risk_core::document::{Conflict, Merged, Side, Told, merge};
use partnership_risk_core::register::{Difference, Happened, Register};

use super::last::Last;
use crate::app::event::Event;
use crate::app::model::{Merging, Origin};

/// What a merge would bring.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What the other copy brings into the register.
    pub brought: Vec<Difference>,
    /// What only the register has, and keeps.
    pub ours: Vec<Difference>,
    /// What both say differently, each with what was decided about it.
    pub conflicts: Vec<(Conflict, Option<Side>)>,
    /// What the rules of a register do not allow.
    pub told: Vec<Told>,
}

thread_local! {
    static MERGED: Last<(Option<Rc<Register>>, Rc<Register>), Merged> = const { Last::new() };
}

fn merged(register: &Rc<Register>, merging: &Merging) -> Rc<Merged> {
    let base = merging.base.as_ref().map(|base| base.register.clone());
    let given = (base, merging.other.register.clone());
    MERGED.with(|last| last.answer(register, given, |(base, other)| merge(base.as_deref(), register, other)))
}

/// What a merge of the register with another copy would bring.
#[must_use]
pub fn preview(register: &Rc<Register>, merging: &Merging) -> Preview {
    let merged = merged(register, merging);
    let theirs = vec![Side::Theirs; merged.conflicts.len()];
    let other = if theirs.is_empty() { (*merged).clone() } else { merged.with(&theirs) };
    let besides = |differences: Vec<Difference>| besides_conflicts(differences, &merged.conflicts);
    Preview {
        brought: besides(register.compared(&merged.register)),
        ours: besides(merging.other.register.compared(&other.register)),
        conflicts: with_choices(&merged.conflicts, merging),
        told: merged.told.clone(),
    }
}

/// Without things of which only the time of their change differs besides what is asked about them.
fn besides_conflicts(mut differences: Vec<Difference>, conflicts: &[Conflict]) -> Vec<Difference> {
    differences.retain(|difference| match &difference.what {
        Happened::Changed(fields) if fields.is_empty() => {
            conflicts.iter().all(|conflict| conflict.subject != difference.subject)
        }
        Happened::Added | Happened::Removed | Happened::Changed(_) => true,
    });
    differences
}

fn with_choices(conflicts: &[Conflict], merging: &Merging) -> Vec<(Conflict, Option<Side>)> {
    let decided = |conflict: &Conflict| {
        let found = merging.decided.iter().find(|(other, _)| other == conflict);
        (conflict.clone(), found.map(|(_, side)| *side))
    };
    conflicts.iter().map(decided).collect()
}

/// What comes of the merge as it was decided; the places of the conflicts that nobody has decided, where there are any.
pub fn agreed(register: &Rc<Register>, merging: &Merging) -> Result<Event, Vec<usize>> {
    let merged = merged(register, merging);
    let choices: Vec<Option<Side>> =
        with_choices(&merged.conflicts, merging).into_iter().map(|(_, side)| side).collect();
    let open: Vec<usize> = (0..choices.len()).filter(|place| choices[*place].is_none()).collect();
    if !open.is_empty() {
        return Err(open);
    }
    let choices: Vec<Side> = choices.into_iter().flatten().collect();
    let after = if choices.is_empty() { (*merged).clone() } else { merged.with(&choices) };
    let said = match merging.origin {
        Origin::File => format!("Merged with {}. Undo takes it back.", merging.other.name),
        Origin::Tab(_) => "Merged with what the other tab saved".to_owned(),
    };
    Ok(Event::Merged { register: Rc::new(after.register), said })
}

/// How many things of which kinds differ, in words: "2 risks and 1 control".
#[must_use]
pub fn changed(differences: &[Difference]) -> String {
    let mut kinds: Vec<(&str, usize)> = Vec::new();
    for difference in differences {
        match kinds.iter_mut().find(|(kind, _)| *kind == difference.kind) {
            Some((_, n)) => *n += 1,
            None => kinds.push((difference.kind, 1)),
        }
    }
    let told: Vec<String> = kinds.into_iter().map(counted).collect();
    match told.split_last() {
        None => "nothing that is told".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

fn counted((kind, n): (&str, usize)) -> String {
    match (kind, n) {
        ("organisation", _) => "the organisation\u{2019}s details or rules".to_owned(),
        (kind, 1) => format!("1 {kind}"),
        (kind, n) if kind.ends_with('s') => format!("{n} {kind}es"),
        (kind, n) => format!("{n} {kind}s"),
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::document::Header;
    use partnership_risk_core::example::marlshire;
    use partnership_risk_core::register::{Change, Risk};

    use super::*;
    use crate::app::model::OtherCopy;

    fn owned(register: &Register, place: usize, owner: &str) -> Register {
        let risk = Risk { owner: owner.into(), ..(*register.risks()[place]).clone() };
        register.amended(Change::RisksPut(vec![risk]), 1, "").expect("sound")
    }

    fn copy(register: &Register) -> Rc<OtherCopy> {
        let header = Header::new(1, 0, "");
        Rc::new(OtherCopy { name: "x.json".into(), register: Rc::new(register.clone()), header })
    }

    #[test]
    fn a_merge_is_made_only_once_every_conflict_is_decided() {
        let base = marlshire();
        let mine = Rc::new(owned(&owned(&base, 0, "Mine"), 2, "Ours alone"));
        let theirs = owned(&owned(&base, 0, "Theirs"), 1, "Theirs alone");
        let (other, base) = (copy(&theirs), Some(copy(&base)));
        let merging = Merging { other, base, origin: Origin::File, decided: Vec::new() };
        let before = preview(&mine, &merging);
        assert_eq!((before.brought.len(), before.ours.len(), before.conflicts.len()), (1, 1, 1));
        assert_eq!(agreed(&mine, &merging).expect_err("one is open"), [0]);
        let decided = vec![(before.conflicts[0].0.clone(), Side::Theirs)];
        let merging = Merging { decided, ..merging };
        let Ok(Event::Merged { register, .. }) = agreed(&mine, &merging) else { unreachable!() };
        let owners: Vec<&str> = register.risks()[..3].iter().map(|risk| &*risk.owner).collect();
        assert_eq!(owners, ["Theirs", "Theirs alone", "Ours alone"]);
    }

    #[test]
    fn what_differs_is_counted_by_kind() {
        let told = |kinds: &[&'static str]| {
            let difference = |kind: &&'static str| Difference {
                subject: partnership_risk_core::register::Subject::Organisation,
                kind,
                name: String::new(),
                what: partnership_risk_core::register::Happened::Added,
            };
            changed(&kinds.iter().map(difference).collect::<Vec<_>>())
        };
        assert_eq!(told(&["risk", "risk", "control", "loss", "loss"]), "2 risks, 1 control and 2 losses");
        assert_eq!(told(&["health check", "health check"]), "2 health checks");
    }
}
