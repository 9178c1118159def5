//! Which parts of the copy that is worked in must be put or removed for everything of the other copy to be in it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::fields::{Fields, Three};
use super::words::Place;
use super::{Conflict, Copies, Side, Told, stored};
use crate::json::Value;
use crate::register::{Extra, List, Organisation, Part, Register, Subject};

/// One thing to be done to the copy that is worked in.
#[derive(Clone, Debug)]
pub(super) enum Op {
    /// The organisation is described anew.
    Organisation(Rc<Organisation>, Vec<Extra>),
    /// A part is put, with what is unknown of it; whether it is new.
    Put(List, Part, Vec<Extra>, bool),
    /// A part is removed.
    Removed(List, Part),
    /// What is unknown of the register itself.
    Unknown(Vec<Extra>),
}

/// All that is to be done, what others need first and what needs others first to go.
pub(super) fn ops(copies: &Copies, fields: &mut Fields<'_>) -> Vec<Op> {
    let mut ops: Vec<Op> = organisation(copies, fields).into_iter().collect();
    ops.extend(unknown(copies));
    let mut removed = Vec::new();
    for list in List::ALL {
        let (gone, put): (Vec<Op>, Vec<Op>) =
            of_list(copies, list, fields).into_iter().partition(|op| matches!(op, Op::Removed(..)));
        ops.extend(put);
        removed.extend(gone);
    }
    ops.extend(removed.into_iter().rev());
    ops
}

fn organisation(copies: &Copies, fields: &mut Fields<'_>) -> Option<Op> {
    let write = stored::write_organisation;
    let (base, mine, theirs) = (copies.base.as_ref().map(write), write(&copies.mine), write(&copies.theirs));
    let mut place = copies.place(None, Subject::Organisation, &copies.mine.organisation().name, &mine);
    let three = Three { base: base.as_ref(), mine: Some(&mine), theirs: Some(&theirs) };
    let merged = fields.merged(three, &mut place).filter(|merged| *merged != mine)?;
    match stored::organisation_of(&merged) {
        Ok((organisation, extras)) => Some(Op::Organisation(Rc::new(organisation), extras)),
        Err(reason) => {
            fields.told.push(place.told(&reason));
            None
        }
    }
}

/// What is unknown of the register itself, where the other copy has something that the first has not.
fn unknown(copies: &Copies) -> Option<Op> {
    let of = |register: &Register| register.unknown().of("", "").to_vec();
    let (mine, theirs) = (of(&copies.mine), of(&copies.theirs));
    let is_base = copies.base.as_ref().is_some_and(|base| of(base) == mine);
    (mine != theirs && (is_base || mine.is_empty())).then_some(Op::Unknown(theirs))
}

fn of_list(copies: &Copies, list: List, fields: &mut Fields<'_>) -> Vec<Op> {
    let mine = keyed(&copies.mine, list);
    let theirs = keyed(&copies.theirs, list);
    let base = copies.base.as_ref().map(|base| keyed(base, list)).unwrap_or_default();
    let base: BTreeMap<&String, &Part> = base.iter().map(|(key, part)| (key, part)).collect();
    let theirs_by_key: BTreeMap<&String, &Part> = theirs.iter().map(|(key, part)| (key, part)).collect();
    let known: BTreeSet<&String> = mine.iter().map(|(key, _)| key).collect();
    let mut ops = Vec::new();
    for (key, part) in &mine {
        let other = theirs_by_key.get(key).copied();
        ops.extend(copies.op(list, (base.get(key).copied(), Some(part), other), fields));
    }
    for (key, part) in theirs.iter().filter(|(key, _)| !known.contains(key)) {
        ops.extend(copies.op(list, (base.get(key).copied(), None, Some(part)), fields));
    }
    ops
}

/// The parts of a list with their keys; where one comes again, with the number of its coming.
fn keyed(register: &Register, list: List) -> Vec<(String, Part)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let key = |part: Part| {
        let key = part.key();
        let n = seen.entry(key.clone()).or_default();
        *n += 1;
        (if *n == 1 { key } else { format!("{key} #{n}") }, part)
    };
    register.parts(list).into_iter().map(key).collect()
}

type States<'p> = (Option<&'p Part>, Option<&'p Part>, Option<&'p Part>);

impl Copies {
    /// What is to be done about one part, from its state in the base and in both copies.
    fn op(&self, list: List, (base, mine, theirs): States<'_>, fields: &mut Fields<'_>) -> Option<Op> {
        let base = self.base.as_ref().zip(base);
        let in_mine = mine.map(|part| (&self.mine, part));
        let in_theirs = theirs.map(|part| (&self.theirs, part));
        let is_as_in_base = |state| base.is_some() && are_same(list, state, base);
        if are_same(list, in_mine, in_theirs) || is_as_in_base(in_theirs) {
            return None;
        }
        match (mine, theirs) {
            (None, None) => None,
            (Some(mine), None) => base.and_then(|_| removed(list, mine, is_as_in_base(in_mine), fields)),
            (None, Some(theirs)) => self.brought(list, theirs, base.is_none(), fields),
            (Some(_), Some(theirs)) if is_as_in_base(in_mine) => Some(self.put(list, theirs, false)),
            (Some(mine), Some(theirs)) => self.field_by_field(list, base, (mine, theirs), fields),
        }
    }

    /// A part that only the other copy has: it is new there, or it was removed in the first and changed in the other.
    fn brought(&self, list: List, theirs: &Part, is_new: bool, fields: &mut Fields<'_>) -> Option<Op> {
        let is_taken = is_new || fields.decided(removal(list, theirs, Side::Mine)) == Side::Theirs;
        is_taken.then(|| self.put(list, theirs, true))
    }

    /// The part as the other copy has it.
    fn put(&self, list: List, part: &Part, is_new: bool) -> Op {
        let extras = self.theirs.unknown().of(list.name(), &part.key()).to_vec();
        Op::Put(list, part.clone(), extras, is_new)
    }

    fn field_by_field(
        &self,
        list: List,
        base: Option<(&Register, &Part)>,
        (mine, theirs): (&Part, &Part),
        fields: &mut Fields<'_>,
    ) -> Option<Op> {
        let base = base.map(|(register, part)| stored::write_part(register, list, part));
        let [a, b] = [(&self.mine, mine), (&self.theirs, theirs)]
            .map(|(register, part)| stored::write_part(register, list, part));
        let mut place = self.place(Some(list), mine.subject(), mine.title(), &a);
        let three = Three { base: base.as_ref(), mine: Some(&a), theirs: Some(&b) };
        let merged = fields.merged(three, &mut place).filter(|merged| *merged != a)?;
        let read =
            [&self.mine, &self.theirs].map(|register| stored::part_of(list, &merged, register.matrix()));
        match read {
            [Ok((part, extras)), _] | [Err(_), Ok((part, extras))] => {
                Some(Op::Put(list, part, extras, false))
            }
            [Err(reason), Err(_)] => {
                fields.told.push(place.told(&reason));
                None
            }
        }
    }

    fn place<'m>(&'m self, list: Option<List>, subject: Subject, name: &str, part: &'m Value) -> Place<'m> {
        let name = name.to_owned();
        Place { list, subject, name, part, mine: &self.mine, theirs: &self.theirs, path: Vec::new() }
    }
}

impl Place<'_> {
    /// That what the other copy says could not be joined with what the first says.
    fn told(&self, reason: &str) -> Told {
        let what = format!("stays as in your copy, since both together do not fit: {reason}");
        Told { subject: self.subject, kind: self.kind(), name: self.name.clone(), what }
    }
}

/// A part that the other copy has removed, which is a conflict where it is no longer as it was.
fn removed(list: List, mine: &Part, is_untouched: bool, fields: &mut Fields<'_>) -> Option<Op> {
    let goes = is_untouched || fields.decided(removal(list, mine, Side::Theirs)) == Side::Theirs;
    goes.then(|| Op::Removed(list, mine.clone()))
}

/// Whether a part is the same in two registers, or in neither.
fn are_same(list: List, a: Option<(&Register, &Part)>, b: Option<(&Register, &Part)>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => is_same(list, a, b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Whether a part is the same in two registers, with what is unknown of it.
fn is_same(list: List, a: (&Register, &Part), b: (&Register, &Part)) -> bool {
    let extras =
        |(register, part): (&Register, &Part)| register.unknown().of(list.name(), &part.key()).to_vec();
    let is_all_known = a.0.unknown().is_empty() && b.0.unknown().is_empty();
    a.1.is_same(b.1) && (is_all_known || extras(a) == extras(b))
}

/// That one copy removed what the other changed.
fn removal(list: List, part: &Part, removed_by: Side) -> Conflict {
    let (mine, theirs) = match removed_by {
        Side::Mine => ("", "changed"),
        Side::Theirs => ("changed", ""),
    };
    Conflict {
        subject: part.subject(),
        kind: list.one(),
        name: part.title().to_owned(),
        field: String::new(),
        mine: mine.to_owned(),
        theirs: theirs.to_owned(),
    }
}
