//! Surveys: those that are shipped and the body's own after them, which of them a list shows, and what moved from
//! one edition of a series to another. How the register stands beside one is next door in [`super::benchmark`].

use std::rc::Rc;

use partnership_risk_core::catalogue::{
    Entry, Extent, Survey, SurveyId, SurveySector, Unit, canonical, survey, surveys,
};
use partnership_risk_core::league::{Comparison, Depth};
use partnership_risk_core::letters::{holds, small};
use partnership_risk_core::order::ordered;
use partnership_risk_core::register::Register;

/// Who has brought a survey in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// It comes with the product.
    Published,
    /// The body has added it.
    Own,
}

impl Whose {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Published, Self::Own];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Published => "Come with the calculator",
            Self::Own => "Added by you",
        }
    }

    fn of(survey: &Survey) -> Self {
        if survey.id().is_own() { Self::Own } else { Self::Published }
    }
}

/// Which surveys are shown. Every part that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SurveyFilter {
    /// Text that the survey must contain somewhere, in any case; its entries are looked through as well.
    pub text: String,
    /// What kind of bodies it speaks of.
    pub sector: Option<SurveySector>,
    /// The year it bears.
    pub year: Option<u16>,
    /// How much of it was seen.
    pub extent: Option<Extent>,
    /// What its values are.
    pub unit: Option<Unit>,
    /// Who has brought it in.
    pub whose: Option<Whose>,
}

impl SurveyFilter {
    /// Whether nothing is filtered out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn passes(&self, survey: &Survey, text: &str) -> bool {
        let about = survey.about();
        self.sector.is_none_or(|sector| about.sector == sector)
            && self.year.is_none_or(|year| about.year == Some(year))
            && self.extent.is_none_or(|extent| about.extent == extent)
            && self.unit.is_none_or(|unit| about.unit == unit)
            && self.whose.is_none_or(|whose| Whose::of(survey) == whose)
            && says(survey, text)
    }
}

fn says(survey: &Survey, text: &str) -> bool {
    let about = survey.about();
    let description = [&about.title, &about.publisher, &about.population, &about.question, &about.scope];
    description.iter().any(|field| holds(field, text))
        || survey.entries().iter().any(|entry| holds(entry.label(), text))
}

/// Every survey: the shipped ones, and the body's own after them.
#[must_use]
pub fn all_surveys(register: &Register) -> Vec<Rc<Survey>> {
    surveys().iter().chain(register.surveys()).cloned().collect()
}

/// The survey with this id, shipped or the body's own.
#[must_use]
pub fn find_survey(register: &Register, id: &SurveyId) -> Option<Rc<Survey>> {
    register.survey(id).cloned().or_else(|| survey(id))
}

/// How many lines that the body has drawn would go if this survey took the place of the one of its name: lines about
/// labels that it does not have.
#[must_use]
pub fn lines_lost(register: &Register, survey: &Survey) -> usize {
    register.own_lines(survey.id()).iter().filter(|line| survey.entry(&line.entry).is_none()).count()
}

/// The surveys that pass the filter, newest first; those without a year come last.
#[must_use]
pub fn surveys_found(register: &Register, filter: &SurveyFilter) -> Vec<Rc<Survey>> {
    let text = small(filter.text.trim());
    let found = all_surveys(register).into_iter().filter(|survey| filter.passes(survey, &text));
    let found: Vec<Rc<Survey>> = found.collect();
    ordered(&found, &|a: &Rc<Survey>, b: &Rc<Survey>| b.about().year.cmp(&a.about().year))
}

/// The sectors that surveys speak of, and the chosen one, in the order in which a form offers them.
#[must_use]
pub fn sectors(register: &Register, chosen: Option<SurveySector>) -> Vec<SurveySector> {
    let all = all_surveys(register);
    let is_there = |sector: &SurveySector| {
        chosen == Some(*sector) || all.iter().any(|survey| survey.about().sector == *sector)
    };
    SurveySector::ALL.into_iter().filter(is_there).collect()
}

/// The years that surveys bear, newest first, each once.
#[must_use]
pub fn years(register: &Register) -> Vec<u16> {
    let all: Vec<u16> = all_surveys(register).iter().filter_map(|survey| survey.about().year).collect();
    let mut years = ordered(&all, &|a, b| b.cmp(a));
    years.dedup();
    years
}

/// The other editions of a survey's series, oldest first; none for a survey that stands alone.
#[must_use]
pub fn other_editions(register: &Register, survey: &Survey) -> Vec<Rc<Survey>> {
    let about = survey.about();
    let is_other = |other: &Rc<Survey>| {
        about.series.is_some() && other.about().series == about.series && other.id() != &about.id
    };
    let editions: Vec<Rc<Survey>> = all_surveys(register).into_iter().filter(is_other).collect();
    ordered(&editions, &|a: &Rc<Survey>, b: &Rc<Survey>| a.about().year.cmp(&b.about().year))
}

/// Two editions of one series.
#[derive(Clone, Debug, PartialEq)]
pub struct Editions {
    /// The one with the earlier year.
    pub earlier: Rc<Survey>,
    /// The one with the later year.
    pub later: Rc<Survey>,
    /// Each thing that has a place in either, in the order of the later one, and then those that are only in the
    /// earlier one.
    pub lines: Vec<EditionLine>,
}

/// One thing in two editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionLine {
    /// What the later edition calls it, or else the earlier one.
    pub label: Rc<str>,
    /// Its place in the earlier edition as printed.
    pub before: Option<u32>,
    /// Its place in the later edition as printed.
    pub after: Option<u32>,
}

impl EditionLine {
    /// How many places it rose; fewer than none where it fell. Only what stands in both has moved.
    #[must_use]
    pub fn rise(&self) -> Option<i64> {
        Some(i64::from(self.before?) - i64::from(self.after?))
    }
}

/// Two editions of one series side by side; nothing where they are not of one series. Only places are compared:
/// percentages depend on what each edition offered.
#[must_use]
pub fn editions(one: &Rc<Survey>, other: &Rc<Survey>) -> Option<Editions> {
    let series = |survey: &Survey| survey.about().series.clone();
    if series(one).is_none() || series(one) != series(other) || one.id() == other.id() {
        return None;
    }
    let (earlier, later) = if one.about().year <= other.about().year { (one, other) } else { (other, one) };
    let lines = lines(earlier, later);
    Some(Editions { earlier: earlier.clone(), later: later.clone(), lines })
}

fn lines(earlier: &Survey, later: &Survey) -> Vec<EditionLine> {
    let moved = Comparison::by_label(earlier, later, Depth::Ten).movements;
    let before = |label: &Rc<str>| moved.iter().find(|m| m.labels.1 == *label).map(|m| m.printed.0);
    let mut lines: Vec<EditionLine> = placed(later)
        .into_iter()
        .map(|(rank, label)| EditionLine { before: before(&label), after: Some(rank), label })
        .collect();
    let is_gone = |label: &Rc<str>| moved.iter().all(|m| m.labels.0 != *label);
    let gone = placed(earlier).into_iter().filter(|(_, label)| is_gone(label));
    lines.extend(gone.map(|(rank, label)| EditionLine { before: Some(rank), after: None, label }));
    lines
}

/// The entries of a survey that have a place, best first, each thing once under its first wording.
fn placed(survey: &Survey) -> Vec<(u32, Rc<str>)> {
    let ranked: Vec<(u32, &Entry)> =
        survey.entries().iter().filter_map(|entry| Some((entry.rank()?, entry))).collect();
    let ranked = ordered(&ranked, &|a, b| a.0.cmp(&b.0));
    let is_first = |at: usize| {
        let thing = canonical(ranked[at].1.id());
        ranked[..at].iter().all(|(_, other)| canonical(other.id()) != thing)
    };
    let first = (0..ranked.len()).filter(|at| is_first(*at));
    first.map(|at| (ranked[at].0, ranked[at].1.label().clone())).collect()
}

impl Editions {
    /// What moved most places, up or down; nothing where nothing that stands in both has moved.
    #[must_use]
    pub fn most_moved(&self) -> Option<&EditionLine> {
        let far = |line: &EditionLine| line.rise().map_or(0, i64::abs);
        let farthest = self.lines.iter().map(far).max().filter(|far| *far > 0)?;
        self.lines.iter().find(|line| far(line) == farthest)
    }

    /// How many things stand in both.
    #[must_use]
    pub fn shared(&self) -> usize {
        self.lines.iter().filter(|line| line.rise().is_some()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::catalogue::Line;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::Change;

    fn shipped(id: &str) -> Rc<Survey> {
        survey(&SurveyId::new(id)).expect("it is shipped")
    }

    #[test]
    fn all_parts_of_a_filter_must_hold() {
        let register = fife_council();
        let n = |filter: SurveyFilter| surveys_found(&register, &filter).len();
        let all = SurveyFilter::default;
        assert_eq!(n(all()), 43);
        assert_eq!(n(SurveyFilter { whose: Some(Whose::Own), ..all() }), 0);
        let by_extent = Extent::ALL.map(|extent| n(SurveyFilter { extent: Some(extent), ..all() }));
        let by_unit = Unit::ALL.map(|unit| n(SurveyFilter { unit: Some(unit), ..all() }));
        assert_eq!((by_extent.iter().sum::<usize>(), by_unit.iter().sum::<usize>()), (43, 43));
        for (text, year, expected) in
            [("ALARM ", None, 2), ("alarm", Some(2003), 1), ("alarm", Some(2004), 0)]
        {
            let filter = SurveyFilter { text: text.into(), year, ..all() };
            let found = surveys_found(&register, &filter);
            let alarm = found.iter().filter(|survey| survey.id().as_str().starts_with("alarm-"));
            assert_eq!(alarm.count(), expected, "{text} {year:?}");
        }
    }

    #[test]
    fn each_sector_that_is_offered_finds_surveys_and_all_of_them_find_every_one() {
        let register = fife_council();
        let n = |sector: &SurveySector| {
            let filter = SurveyFilter { sector: Some(*sector), ..SurveyFilter::default() };
            surveys_found(&register, &filter).len()
        };
        let found: Vec<usize> = sectors(&register, None).iter().map(n).collect();
        assert!(found.iter().all(|n| *n > 0) && found.iter().sum::<usize>() == 43, "{found:?}");
        assert_eq!(n(&SurveySector::LocalGovernment), 7);
        let is_offered = |chosen| sectors(&register, chosen).contains(&SurveySector::NotSaid);
        assert!(!is_offered(None) && is_offered(Some(SurveySector::NotSaid)));
    }

    #[test]
    fn a_label_that_is_changed_takes_the_line_of_the_body_with_it_and_no_other() {
        let aon = shipped("aon-2025");
        let lines = aon.entries()[..2].iter().map(|entry| Line {
            entry: entry.id().clone(),
            categories: Vec::new(),
            reason: "We say so.".into(),
        });
        let change = Change::CrosswalkSet(aon.id().clone(), lines.collect());
        let register = fife_council().apply(change).expect("sound lines");
        assert_eq!(lines_lost(&register, &aon), 0);
        let mut rows = aon.rows();
        rows[0].label.push_str(" and more");
        rows[5].label.push_str(" and more");
        let changed = Survey::new(aon.about().clone(), rows).expect("a sound table");
        assert_eq!(lines_lost(&register, &changed), 1);
    }

    #[test]
    fn the_years_that_are_offered_come_newest_first() {
        let register = fife_council();
        let years = years(&register);
        assert!(years.windows(2).all(|two| two[0] > two[1]));
    }

    #[test]
    fn only_editions_of_one_series_are_compared_and_the_earlier_year_comes_first() {
        // Drennan, Public Finance, October 2008.
        let found = editions(&shipped("alarm-2006"), &shipped("alarm-2003")).expect("one series");
        assert_eq!(found.earlier.id().as_str(), "alarm-2003");
        assert_eq!(
            (found.lines[0].before, found.lines[0].after, found.lines[0].rise()),
            (Some(4), Some(2), Some(2))
        );
        assert_eq!((found.shared(), found.most_moved()), (1, Some(&found.lines[0])));
        assert_eq!(editions(&shipped("alarm-2006"), &shipped("aon-2025")), None);
        assert_eq!(editions(&shipped("alarm-2006"), &shipped("alarm-2006")), None);
    }

    #[test]
    fn every_place_of_both_editions_is_in_one_line() {
        let register = fife_council();
        for survey in all_surveys(&register) {
            for other in other_editions(&register, &survey) {
                let found = editions(&survey, &other).expect("one series");
                let count =
                    |place: fn(&EditionLine) -> Option<u32>| found.lines.iter().filter_map(place).count();
                assert_eq!(count(|line| line.before), placed(&found.earlier).len(), "{}", survey.id());
                assert_eq!(count(|line| line.after), placed(&found.later).len(), "{}", survey.id());
            }
        }
    }
}
