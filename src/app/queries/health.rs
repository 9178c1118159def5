//! The health of partnerships as its pages show it: who stands for each, where they disagree, what is weakest,
//! how it moved, and how all partnerships compare. What answers come to is the domain's to say.

use std::rc::Rc;

use partnership_risk_core::date::Date;
use partnership_risk_core::health::{
    Answer, Answers, Line, Maturity, Panel, QuestionId, Score, Spectrum, Theme,
};
use partnership_risk_core::order::ordered;
use partnership_risk_core::register::{
    HealthCheck, HealthCheckId, InForce, Partnership, PartnershipId, Register,
};
use partnership_risk_core::share::Share;

/// From so many points on a question is in good order and no longer among the weak ones.
const IN_ORDER: u8 = 3;

/// Everybody who answered about a partnership, and what they say together.
#[derive(Clone, Debug, PartialEq)]
pub struct Voices<'r> {
    /// The checks that stand, in the order in which they were entered.
    pub checks: Vec<&'r HealthCheck>,
    /// Their answers side by side.
    pub panel: Panel,
}

/// What one respondent says to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// Who.
    pub respondent: String,
    /// The answer; none where they left it open.
    pub answer: Option<Answer>,
    /// What is said to prove it; may be empty.
    pub evidence: String,
}

/// Everybody who stands for a partnership today.
#[must_use]
pub fn voices(register: &Register, partnership: PartnershipId) -> Voices<'_> {
    Voices::of(register.standing_checks(partnership))
}

impl<'r> Voices<'r> {
    /// What these checks say together.
    #[must_use]
    pub fn of(checks: Vec<&'r HealthCheck>) -> Self {
        let names: Vec<String> = checks.iter().map(|check| respondent(check)).collect();
        let named: Vec<(&str, &Answers)> =
            names.iter().zip(&checks).map(|(name, check)| (name.as_str(), &check.answers)).collect();
        let panel = Panel::new(&named);
        Self { checks, panel }
    }

    /// Whether there is anybody to disagree with.
    #[must_use]
    pub fn are_several(&self) -> bool {
        self.checks.len() > 1
    }

    /// Who says what to a question, in the order of the respondents.
    #[must_use]
    pub fn to(&self, question: &QuestionId) -> Vec<Voice> {
        let voice = |check: &&HealthCheck| {
            let given = check.answers.get(question);
            Voice {
                respondent: respondent(check),
                answer: given.map(|given| given.answer),
                evidence: given.map(|given| given.evidence.clone()).unwrap_or_default(),
            }
        };
        self.checks.iter().map(voice).collect()
    }

    /// The questions to which somebody does not know the answer.
    #[must_use]
    pub fn not_known(&self) -> Vec<&Line> {
        let lines = self.panel.lines().iter();
        lines.filter(|line| line.answers().contains(&Some(Answer::DoNotKnow))).collect()
    }

    /// The questions that are not in good order by the median, the weakest first, of equal ones the key
    /// questions first.
    #[must_use]
    pub fn weakest(&self) -> Vec<&Line> {
        let points = |line: &Line| line.median().and_then(Answer::points);
        let is_weak = |line: &&Line| points(line).is_some_and(|points| points < IN_ORDER);
        let weak: Vec<&Line> = self.panel.lines().iter().filter(is_weak).collect();
        ordered(&weak, &|a, b| {
            points(a).cmp(&points(b)).then_with(|| b.question().is_key().cmp(&a.question().is_key()))
        })
    }

    /// The lowest and the highest share of a theme among the respondents; none where nobody has one.
    #[must_use]
    pub fn range(&self, theme: Theme) -> Option<(Share, Share)> {
        let shares = || self.panel.respondents().iter().filter_map(|one| one.score.theme(theme).share());
        Some((shares().min()?, shares().max()?))
    }
}

/// A respondent as others are told of them: the post and, where it is not our own, the body.
#[must_use]
pub fn respondent(check: &HealthCheck) -> String {
    match check.body.as_str() {
        "" => check.respondent.clone(),
        body => format!("{}, {body}", check.respondent),
    }
}

/// One check in the list of a partnership's checks.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckLine {
    /// The check.
    pub check: Rc<HealthCheck>,
    /// What its answers come to, alone.
    pub score: Score,
    /// Whether it is the last with answers of its respondent.
    pub stands: bool,
}

/// All checks of a partnership, the latest first.
#[must_use]
pub fn check_lines(register: &Register, partnership: PartnershipId) -> Vec<CheckLine> {
    let standing = register.standing_checks(partnership);
    let line = |check: &Rc<HealthCheck>| CheckLine {
        check: check.clone(),
        score: Score::of(&check.answers),
        stands: standing.iter().any(|other| other.id == check.id),
    };
    let lines: Vec<CheckLine> = register.checks_of(partnership).map(line).collect();
    ordered(&lines, &|a, b| (b.check.date, b.check.created).cmp(&(a.check.date, a.check.created)))
}

/// The health of a partnership on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPoint {
    /// The day.
    pub date: Date,
    /// What everybody who had answered by then said together.
    pub share: Option<Share>,
    /// Who answered on that day, and what their answers come to, alone.
    pub answered: Vec<(String, Option<Share>)>,
}

/// The health of a partnership on each day of which there is a check, the first day first.
#[must_use]
pub fn trend(register: &Register, partnership: PartnershipId) -> Vec<TrendPoint> {
    let answered = register.checks_of(partnership).filter(|check| check.is_answered());
    let answered: Vec<&Rc<HealthCheck>> = answered.collect();
    let by_day = ordered(&answered, &|a, b| a.date.cmp(&b.date));
    let days = by_day.chunk_by(|a, b| a.date == b.date);
    days.map(|on_the_day| trend_point(register, on_the_day)).collect()
}

/// The day on which these checks were answered, of which there is one at least.
fn trend_point(register: &Register, on_the_day: &[&Rc<HealthCheck>]) -> TrendPoint {
    let HealthCheck { partnership, date, .. } = **on_the_day[0];
    let alone = |check: &&Rc<HealthCheck>| (respondent(check), Score::of(&check.answers).overall().share());
    TrendPoint {
        date,
        share: Voices::of(register.standing_checks_on(partnership, date)).panel.score().overall().share(),
        answered: on_the_day.iter().map(alone).collect(),
    }
}

/// A partnership that was checked, as the spectrum shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The partnership.
    pub partnership: Rc<Partnership>,
    /// Its maturity; none while no question counts.
    pub maturity: Option<Maturity>,
    /// On how many questions the respondents disagree.
    pub disputed: usize,
}

/// A partnership about which nobody has answered a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Unchecked {
    /// The partnership.
    pub partnership: Rc<Partnership>,
    /// A check that was begun and has no answer yet.
    pub begun: Option<HealthCheckId>,
}

/// All live partnerships side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct AllHealth {
    /// Those that were checked, the neediest first.
    pub spectrum: Spectrum<Checked>,
    /// Those that were not.
    pub unchecked: Vec<Unchecked>,
}

/// The health of all live partnerships.
#[must_use]
pub fn all_health(register: &Register) -> AllHealth {
    let (mut checked, mut unchecked) = (Vec::new(), Vec::new());
    let in_force = InForce::of(register);
    for &partnership in in_force.partnerships() {
        let found = Voices::of(in_force.standing_checks(partnership.id));
        let partnership = partnership.clone();
        if found.checks.is_empty() {
            let begun = register.checks_of(partnership.id).next().map(|check| check.id);
            unchecked.push(Unchecked { partnership, begun });
        } else {
            let panel = found.panel;
            let (maturity, disputed) = (panel.maturity(), panel.disputed().len());
            checked.push((Checked { partnership, maturity, disputed }, panel.score()));
        }
    }
    let scored: Vec<(Checked, &Score)> = checked.iter().map(|(key, score)| (key.clone(), score)).collect();
    AllHealth { spectrum: Spectrum::new(&scored), unchecked }
}

/// The first theme in which a question is open, from one on and then from the start; none where none is.
#[must_use]
pub fn next_open(answers: &Answers, from: Theme) -> Option<Theme> {
    let score = Score::of(answers);
    let (before, after) = Theme::ALL.split_at(from as usize);
    after.iter().chain(before).copied().find(|theme| score.theme(*theme).open() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::register::{Change, Organisation, PartnershipStatus};
    use partnership_risk_core::scale::preset;

    const WASTE: PartnershipId = PartnershipId::from_bits(1);
    const CARE: PartnershipId = PartnershipId::from_bits(2);

    fn date(text: &str) -> Date {
        Date::read(text).expect("a date")
    }

    fn check(
        bits: u64,
        partnership: PartnershipId,
        (respondent, body): (&str, &str),
        day: &str,
        answers: &[(&str, Answer)],
    ) -> HealthCheck {
        let mut check =
            HealthCheck::new(HealthCheckId::from_bits(bits), partnership, respondent, date(day), bits as i64);
        check.body = body.to_owned();
        for (slug, answer) in answers {
            check.answers.insert(QuestionId::new(slug), (*answer).into());
        }
        check
    }

    fn register(checks: Vec<HealthCheck>) -> Register {
        let empty = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
        let over = Partnership {
            status: PartnershipStatus::Ended,
            ..Partnership::new(PartnershipId::from_bits(3), "Over", 0)
        };
        let partnerships = vec![Partnership::new(WASTE, "Waste", 0), Partnership::new(CARE, "Care", 0), over];
        let change =
            Change::All(vec![Change::PartnershipsPut(partnerships), Change::HealthChecksPut(checks)]);
        empty.apply(change).expect("sound parts")
    }

    const HEAD: (&str, &str) = ("Head of waste", "");
    const MANAGER: (&str, &str) = ("Contract manager", "Cleanaway");

    #[test]
    fn a_check_without_an_answer_does_not_take_the_place_of_the_one_before() {
        let register = register(vec![
            check(1, WASTE, HEAD, "1/4/2026", &[("tensions", Answer::Partly)]),
            check(2, WASTE, HEAD, "1/4/2027", &[]),
            check(3, WASTE, MANAGER, "1/4/2025", &[("tensions", Answer::Fully)]),
        ]);
        let found = voices(&register, WASTE);
        assert_eq!(found.checks.iter().map(|check| check.id.bits()).collect::<Vec<_>>(), [1, 3]);
        let stands: Vec<_> =
            check_lines(&register, WASTE).iter().map(|line| (line.check.id.bits(), line.stands)).collect();
        assert_eq!(stands, [(2, false), (1, true), (3, true)]);
    }

    #[test]
    fn everybody_says_what_they_say_and_who_left_it_open_is_named_too() {
        let mut proven = check(2, WASTE, MANAGER, "1/4/2027", &[("tensions", Answer::Fully)]);
        let given = partnership_risk_core::health::Given {
            answer: Answer::Fully,
            evidence: "Minutes of May".to_owned(),
        };
        proven.answers.insert(QuestionId::new("tensions"), given);
        let register = register(vec![
            check(
                1,
                WASTE,
                HEAD,
                "1/4/2027",
                &[("tensions", Answer::Partly), ("take-back", Answer::DoNotKnow)],
            ),
            proven,
        ]);
        let found = voices(&register, WASTE);
        let said: Vec<_> = found.to(&QuestionId::new("tensions"));
        let said: Vec<_> = said.iter().map(|v| (&*v.respondent, v.answer, &*v.evidence)).collect();
        assert_eq!(
            said,
            [
                ("Head of waste", Some(Answer::Partly), ""),
                ("Contract manager, Cleanaway", Some(Answer::Fully), "Minutes of May")
            ]
        );
        let said = found.to(&QuestionId::new("take-back"));
        let said: Vec<_> = said.iter().map(|voice| voice.answer).collect();
        assert_eq!(said, [Some(Answer::DoNotKnow), None]);
        let unknown: Vec<_> = found.not_known().iter().map(|line| line.question().to_string()).collect();
        assert_eq!(unknown, ["take-back"]);
        let percent = |share: Share| share.basis_points() / 100;
        assert_eq!(found.range(Theme::People).map(|(a, b)| (percent(a), percent(b))), Some((50, 100)));
        assert_eq!(found.range(Theme::Finance), None);
    }

    #[test]
    fn the_weakest_questions_come_first_and_key_ones_before_their_equals() {
        let register = register(vec![check(
            1,
            WASTE,
            HEAD,
            "1/4/2027",
            &[
                ("right-route", Answer::Planned),
                ("due-diligence", Answer::DoNotKnow),
                ("signed-agreement", Answer::Planned),
                ("tensions", Answer::Partly),
                ("complaints-redress", Answer::Largely),
                ("take-back", Answer::NotApplicable),
            ],
        )]);
        let found = voices(&register, WASTE);
        let weakest: Vec<_> = found.weakest().iter().map(|line| line.question().to_string()).collect();
        assert_eq!(weakest, ["due-diligence", "signed-agreement", "right-route", "tensions"]);
        assert!(!found.are_several());
    }

    #[test]
    fn the_trend_tells_what_stood_on_each_day() {
        let register = register(vec![
            check(1, WASTE, HEAD, "1/4/2027", &[("tensions", Answer::Fully)]),
            check(2, WASTE, MANAGER, "1/4/2026", &[("tensions", Answer::Planned)]),
            check(3, WASTE, HEAD, "1/4/2026", &[("tensions", Answer::Partly)]),
            check(4, WASTE, MANAGER, "1/5/2027", &[("tensions", Answer::Largely)]),
            check(5, WASTE, HEAD, "1/6/2027", &[]),
        ]);
        let told: Vec<_> = trend(&register, WASTE)
            .into_iter()
            .map(|point| {
                (point.date.to_string(), point.share.map(|s| s.basis_points() / 100), point.answered.len())
            })
            .collect();
        let expected = [("2026-04-01", 25, 2), ("2027-04-01", 25, 1), ("2027-05-01", 75, 1)];
        assert_eq!(told, expected.map(|(day, percent, n)| (day.to_owned(), Some(percent), n)));
        assert!(trend(&register, CARE).is_empty());
    }

    #[test]
    fn all_live_partnerships_are_shown_the_neediest_first_and_the_unchecked_apart() {
        let checks = vec![
            check(1, WASTE, HEAD, "1/4/2027", &[("tensions", Answer::Fully)]),
            check(2, CARE, HEAD, "1/4/2027", &[("tensions", Answer::Planned)]),
            check(3, CARE, MANAGER, "1/4/2027", &[("tensions", Answer::Largely)]),
        ];
        let found = all_health(&register(checks));
        let rows: Vec<_> = found
            .spectrum
            .rows()
            .iter()
            .map(|row| (row.key.partnership.name.as_str(), row.key.disputed, row.key.maturity.is_some()))
            .collect();
        assert_eq!(rows, [("Care", 1, true), ("Waste", 0, true)]);
        assert!(found.unchecked.is_empty());

        let begun = all_health(&register(vec![check(1, WASTE, HEAD, "1/4/2027", &[])]));
        let unchecked: Vec<_> =
            begun.unchecked.iter().map(|u| (u.partnership.name.as_str(), u.begun.is_some())).collect();
        assert_eq!(unchecked, [("Waste", true), ("Care", false)]);
        assert!(begun.spectrum.rows().is_empty());
    }

    #[test]
    fn the_next_open_theme_is_looked_for_from_here_on_and_then_from_the_start() {
        let mut answers = Answers::default();
        for question in QuestionId::standard().filter(|q| q.as_str() != "right-route") {
            answers.insert(question, Answer::Partly.into());
        }
        assert_eq!(next_open(&answers, Theme::Finance), Some(Theme::Purpose));
        answers.remove(&QuestionId::new("tensions"));
        assert_eq!(next_open(&answers, Theme::Finance), Some(Theme::People));
        answers.insert(QuestionId::new("tensions"), Answer::Partly.into());
        answers.insert(QuestionId::new("right-route"), Answer::DoNotKnow.into());
        assert_eq!(next_open(&answers, Theme::Purpose), None);
    }
}
