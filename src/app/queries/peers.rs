//! What our register would let its peers know, and where we stand among them.

use std::rc::Rc;

use partnership_risk_core::catalogue::{CategoryId, category};
use partnership_risk_core::date::Date;
use partnership_risk_core::league::peers::{
    Aspect, Month, NothingToSubmit, PeerLine, PeerPool, Place, Submission, lines, submission,
};
use partnership_risk_core::register::{PeerId, PeerMark, Register, Sector};

use super::last::Last;

/// What stands for the body's id while it has none.
const NO_ID: PeerId = PeerId::from_bits(0);

/// The submission that would be saved today. A body that has never saved one has no id yet: it is nought.
pub fn next_submission(register: &Rc<Register>, day: Date) -> Rc<Result<Submission, NothingToSubmit>> {
    thread_local! {
        static LAST: Last<Date, Result<Submission, NothingToSubmit>> = const { Last::new() };
    }
    let made = |day: &Date| submission_under(register, next_mark(register, NO_ID), *day);
    LAST.with(|last| last.answer(register, day, made))
}

/// The mark of the next submission; `fresh` becomes the id of a body that has none.
#[must_use]
pub fn next_mark(register: &Register, fresh: PeerId) -> PeerMark {
    PeerMark::next(register.organisation().peer, fresh)
}

/// The submission under a mark, as it would be made on a day.
pub fn submission_under(
    register: &Register,
    mark: PeerMark,
    day: Date,
) -> Result<Submission, NothingToSubmit> {
    submission(register, mark, Month::of(day))
}

/// What a built-in category is called.
#[must_use]
pub fn category_name(id: &CategoryId) -> Rc<str> {
    category(id).map_or_else(|| Rc::from(id.as_str()), |category| category.name)
}

/// A submission as a person reads it before it is saved, all of it.
#[must_use]
pub fn read_before(submission: &Submission) -> String {
    let text = submission.to_text();
    if submission.body() == NO_ID {
        return text.replacen(&NO_ID.to_string(), "(drawn at random when you first save one)", 1);
    }
    text
}

/// Where we stand among the bodies of a pool, or among those of one sector.
#[derive(Clone, Debug, PartialEq)]
pub struct Standings {
    /// By theme of health.
    pub themes: Vec<PeerLine>,
    /// By what well-run partnerships have.
    pub practice: Vec<PeerLine>,
    /// By category of risk.
    pub categories: Vec<PeerLine>,
}

/// Where a register with this submission stands.
#[must_use]
pub fn standings(pool: &PeerPool, whose: Option<Sector>, ours: Option<&Submission>) -> Standings {
    Standings {
        themes: lines(pool, whose, ours, Aspect::themes()),
        practice: lines(pool, whose, ours, Aspect::practice()),
        categories: lines(pool, whose, ours, Aspect::categories()),
    }
}

/// How many lines have a place of ours, how many of these are above the upper quartile, and how many are below
/// the lower one.
#[must_use]
pub fn extremes(lines: &[PeerLine]) -> (usize, usize, usize) {
    let places: Vec<Place> = lines.iter().filter_map(PeerLine::place).collect();
    let at = |place| places.iter().filter(|found| **found == place).count();
    (places.len(), at(Place::AboveUpper), at(Place::BelowLower))
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;

    #[test]
    fn the_id_is_told_once_there_is_one_and_the_number_rises() {
        let made = |register| {
            let made = next_submission(&Rc::new(register), Date::FIRST);
            read_before(made.as_ref().as_ref().expect("rated risks"))
        };
        let register = fife_council();
        let text = made(register.clone());
        assert!(text.contains("drawn at random") && text.contains("\"edition\": 1"), "{text}");
        let mark = next_mark(&register, PeerId::from_bits(7));
        let text = made(register.under(mark));
        assert!(text.contains("\"0000000000007\"") && text.contains("\"edition\": 2"), "{text}");
    }
}
