//! What a register lets peers know: counted out of what is in force. Own words stay behind, as do the names of
//! categories that the body has made itself.

use std::fmt;

use super::indicator::Indicator;
use super::submission::{Category, Health, Placed, Practice, Size, Submission, ThemeMean, Unsound};
use super::wire::{BuiltIn, Code, Keyed, Month, Schema, Thousandths};
use crate::choice::Choice as _;
use crate::health::{Answers, Panel, Score, Spectrum, Theme};
use crate::league::{LeagueTable, Measure, table::TableEntry};
use crate::order::ordered;
use crate::register::{InForce, PeerMark, Register, Risk};
use crate::scale::{Matrix, Rating};

/// Why a register has nothing to let peers know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NothingToSubmit(Unsound);

impl fmt::Display for NothingToSubmit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Unsound::NoRatedRisk => f.write_str("no open risk has both a rating and a category"),
            Unsound::MatrixSize
            | Unsound::TooMany(_)
            | Unsound::MoreThan(..)
            | Unsound::Repeated(..)
            | Unsound::CategoryCounts(_)
            | Unsound::OffTheScale(..)
            | Unsound::NotChecked
            | Unsound::IndicatorMissing => self.0.fmt(f),
        }
    }
}

impl std::error::Error for NothingToSubmit {}

/// The submission of a register under a mark, made in a month.
pub fn submission(register: &Register, mark: PeerMark, month: Month) -> Result<Submission, NothingToSubmit> {
    let in_force = InForce::of(register);
    let table = LeagueTable::new(register, Measure::ShareNaming);
    let (basis, rated) = (table.basis(), rated(&in_force));
    let own = table.entries().iter().filter(|entry| BuiltIn::of(entry.category.as_str()).is_none());
    let submission = Submission {
        schema: Schema,
        body: Code(mark.id),
        month,
        edition: mark.edition,
        sector: Keyed(register.organisation().sector),
        matrix: Size::of(register.matrix()),
        partnerships: small(basis.answering + basis.silent),
        answering: small(basis.answering),
        categories: categories(&table, &rated),
        own_category: small(own.map(|entry| entry.risks).sum()),
        health: health(&in_force),
        practice: Indicator::ALL.map(|indicator| practice(indicator, &in_force)).to_vec(),
    };
    submission.sound().map_err(NothingToSubmit)
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The open, rated risks of built-in categories, each with where it stands.
fn rated(in_force: &InForce<'_>) -> Vec<(BuiltIn, Placed)> {
    let matrix = in_force.register().matrix();
    let rated = |risk: &Risk| {
        let category = BuiltIn::of(risk.category.as_ref()?.as_str())?;
        Some((category, placed(matrix, risk.ratings.current?)))
    };
    in_force.risks().iter().filter_map(|risk| rated(risk)).collect()
}

/// Where a rating stands on scales of any length.
fn placed(matrix: &Matrix, rating: Rating) -> Placed {
    let share = |thousandths: u16, steps: usize| Thousandths::of(thousandths.into(), steps as u64 * 1000);
    Placed(
        share(rating.likelihood.thousandths(), matrix.likelihood().steps()),
        share(rating.impact.thousandths(), matrix.impact().steps()),
        Thousandths::of(matrix.score(rating).level() as u64 + 1, matrix.levels().len() as u64),
    )
}

/// The built-in categories that have a line in the own league table, in their usual order.
fn categories(table: &LeagueTable, rated: &[(BuiltIn, Placed)]) -> Vec<Category> {
    let line = |entry: &TableEntry| {
        let category = BuiltIn::of(entry.category.as_str())?;
        let of_it = rated.iter().filter(|(of, _)| *of == category);
        let ratings: Vec<Placed> = of_it.map(|(_, rating)| *rating).collect();
        Some(Category {
            category,
            named: small(entry.naming),
            partnerships: small(entry.partnerships),
            ratings: ordered(&ratings, &Ord::cmp),
        })
    };
    let lines: Vec<Category> = table.entries().iter().filter_map(line).collect();
    ordered(&lines, &|a, b| a.category.cmp(&b.category))
}

/// The mean of each theme over the partnerships that have been checked, each of which counts the same.
fn health(in_force: &InForce<'_>) -> Health {
    let checked = in_force.partnerships().iter().filter(|p| in_force.is_checked(p.id));
    let score = |checks: Vec<&Answers>| {
        let named: Vec<(&str, &Answers)> = checks.into_iter().map(|answers| ("", answers)).collect();
        Panel::new(&named).score()
    };
    let standing = |id| in_force.standing_checks(id).into_iter().map(|check| &check.answers).collect();
    let scores: Vec<Score> = checked.map(|partnership| score(standing(partnership.id))).collect();
    let rows: Vec<((), &Score)> = scores.iter().map(|score| ((), score)).collect();
    let spectrum = Spectrum::new(&rows);
    let theme = |theme: &Theme| {
        let mean = u64::from(spectrum.mean(*theme)?.basis_points());
        Some(ThemeMean { theme: Keyed(*theme), score: Thousandths::of(mean, 10_000) })
    };
    Health { checked: small(scores.len()), themes: Theme::all().iter().filter_map(theme).collect() }
}

fn practice(indicator: Indicator, in_force: &InForce<'_>) -> Practice {
    let all = in_force.partnerships().iter();
    let having = all.filter(|partnership| indicator.holds(partnership, in_force)).count();
    Practice { indicator: Keyed(indicator), partnerships: small(having) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{CategoryId, categories as built_in};
    use crate::date::Date;
    use crate::example::{fife_council, marlshire};
    use crate::register::{Change, OwnCategory, PeerId};

    fn made(register: &Register) -> Result<Submission, NothingToSubmit> {
        let day = Date::read("22/11/2026").expect("a date");
        let mark = PeerMark { id: PeerId::from_bits(7), edition: 1 };
        submission(register, mark, Month::of(day))
    }

    #[test]
    fn no_word_of_a_register_is_in_its_submission() {
        let register = marlshire();
        let line = made(&register).expect("rated risks").to_line();
        let is_told = |text: &str| !text.is_empty() && line.contains(text);
        assert!(!is_told(&register.organisation().name));
        for partnership in register.partnerships() {
            assert!(!is_told(&partnership.name) && !is_told(&partnership.id.to_string()));
        }
        for risk in register.risks() {
            assert!(!is_told(&risk.title) && !is_told(&risk.owner) && !is_told(&risk.id.to_string()));
        }
        assert!(!register.organisation().drivers.is_empty());
        for driver in &register.organisation().drivers {
            assert!(!is_told(&driver.name) && !is_told(driver.id.as_str()));
        }
        // Every text in it is a name of the form, a key of a closed set, the id or the month.
        let texts: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
        assert!(texts.iter().all(|text| text.len() < 40 && !text.contains(' ')), "{texts:?}");
    }

    #[test]
    fn fifes_ratings_stand_on_six_steps_as_published() {
        // Fife Council's register: likelihood and impact are means on scales of six.
        let found = made(&fife_council()).expect("rated risks");
        let risks: usize = found.risks();
        assert_eq!((risks, found.partnerships, found.answering), (11, 1, 1));
        assert_eq!((found.matrix.likelihood, found.matrix.impact), (6, 6));
        assert!(found.categories.iter().all(|line| line.named <= 1 && line.partnerships == 1));
        assert_eq!(found.sector, Keyed(fife_council().organisation().sector));
    }

    #[test]
    fn risks_of_own_categories_are_counted_and_not_told() {
        let register = fife_council();
        let mut organisation = register.organisation().clone();
        let own = CategoryId::new("ferries");
        organisation.categories.push(OwnCategory {
            id: own.clone(),
            name: "Ferries".into(),
            definition: String::new(),
        });
        let mut risk = (*register.risks()[0]).clone();
        risk.category = Some(own);
        let change = Change::All(vec![Change::OrganisationSet(organisation), Change::RisksPut(vec![risk])]);
        let found = made(&register.apply(change).expect("sound")).expect("rated risks");
        assert_eq!((found.left_out(), found.risks()), (1, 10));
        assert!(!found.to_line().contains("ferries"));
    }

    #[test]
    fn a_register_without_a_rated_risk_has_nothing_to_submit() {
        let register = fife_council();
        let bare = register.risks().iter().map(|risk| {
            let mut risk = (**risk).clone();
            risk.ratings.current = None;
            risk
        });
        let register = register.apply(Change::RisksPut(bare.collect())).expect("sound");
        let said = made(&register).map_err(|error| error.to_string());
        assert_eq!(said, Err("no open risk has both a rating and a category".to_owned()));
    }

    #[test]
    fn every_built_in_category_can_be_told() {
        assert!(built_in().iter().all(|category| BuiltIn::of(category.id.as_str()).is_some()));
        assert_eq!(BuiltIn::of("ferries"), None);
    }
}
