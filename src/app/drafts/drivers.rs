//! The form for what several risks of a body have in common. How much a driver varies is asked for as people know it, by how
//! bad a bad year is.

use partnership_risk_core::decimal;
use partnership_risk_core::letters::{are_same, one_line};
use partnership_risk_core::loss::{Driver, Millionths};
use partnership_risk_core::register::{DriverId, MOST_DRIVERS, Organisation, OwnDriver, Register};

use super::Problem;
use super::checks::Checks;
use super::kept::draft;
use super::slug::free_slug;
use crate::app::queries::drivers::pulled;

draft! {
    /// What is typed about one driver.
    DriverDraft {
        /// Its name in files; empty for a new one.
        id: String,
        /// Its name on the page.
        name: String,
        /// How many times as often events come in a bad year.
        bad_year: String,
    }
}

draft! {
    /// What is typed about all drivers.
    DriversDraft {
        /// The drivers, in the order in which they are shown.
        drivers: Vec<DriverDraft>,
    }
}

/// The id on the page of a part of a driver, counted from 0.
#[must_use]
pub fn driver_field(at: usize, part: &str) -> String {
    format!("driver-{}-{part}", at + 1)
}

impl DriverDraft {
    fn of(driver: &OwnDriver) -> Self {
        Self { id: driver.id.to_string(), name: driver.name.clone(), bad_year: typed(&driver.factor) }
    }

    /// How much it varies, if what is typed is sound.
    #[must_use]
    pub fn factor(&self, organisation: &Organisation) -> Option<Driver> {
        self.check_factor(organisation, "", &mut Checks::default())
    }

    /// How much it varies: as before where the text is as before, since that may be rounded.
    fn check_factor(&self, organisation: &Organisation, field: &str, checks: &mut Checks) -> Option<Driver> {
        let before = organisation.drivers.iter().find(|driver| driver.id.as_str() == self.id);
        if let Some(same) = before.filter(|driver| typed(&driver.factor) == self.bad_year.trim()) {
            return Some(same.factor);
        }
        checks.required(&self.bad_year, field, "Enter how many times as often, such as 2");
        checks.read(&self.bad_year, field, "In a bad year", read_bad_year)
    }
}

/// How bad a bad year is, as the form holds it.
fn typed(factor: &Driver) -> String {
    decimal::short(factor.bad_year(), 3)
}

fn read_bad_year(text: &str) -> Result<Driver, String> {
    let times = Millionths::read(text).map_err(|error| error.to_string())?;
    Driver::of_bad_year(times).map_err(|error| error.to_string())
}

impl DriversDraft {
    /// The form for the drivers that are there.
    #[must_use]
    pub fn of(organisation: &Organisation) -> Self {
        Self { drivers: organisation.drivers.iter().map(DriverDraft::of).collect() }
    }

    /// The organisation with these drivers, or everything that is wrong with them.
    pub fn check(&self, register: &Register) -> Result<Organisation, Vec<Problem>> {
        let mut checks = Checks::default();
        let organisation = register.organisation();
        let mut drivers: Vec<OwnDriver> = Vec::new();
        for (at, draft) in self.drivers.iter().enumerate() {
            let name = self.name(at, draft, &mut checks);
            let factor = draft.check_factor(organisation, &driver_field(at, "bad-year"), &mut checks);
            let id = self.id(draft, &name, &drivers);
            drivers.extend(factor.map(|factor| OwnDriver { id, name, factor }));
        }
        if self.drivers.len() > MOST_DRIVERS {
            checks.note("drivers", format!("Keep to {MOST_DRIVERS} drivers: remove those that matter least"));
        }
        self.note_used(register, &mut checks);
        checks.finish(|| Organisation { drivers, ..organisation.clone() })
    }

    fn name(&self, at: usize, draft: &DriverDraft, checks: &mut Checks) -> String {
        let field = driver_field(at, "name");
        let name = one_line(&checks.required(&draft.name, &field, "Enter a name for the driver"));
        let mut above = self.drivers.iter().take(at);
        if !name.is_empty() && above.any(|other| are_same(&one_line(&other.name), &name)) {
            checks.note(&field, format!("There is already a driver called {name}"));
        }
        name
    }

    /// The id of a driver: its own, or for a new one its name as a slug that no other has.
    fn id(&self, draft: &DriverDraft, name: &str, found: &[OwnDriver]) -> DriverId {
        if !draft.id.is_empty() {
            return DriverId::new(&draft.id);
        }
        let is_free = |slug: &str| {
            found.iter().all(|driver| driver.id.as_str() != slug)
                && self.drivers.iter().all(|draft| draft.id != slug)
        };
        DriverId::new(&free_slug(name, "driver", is_free))
    }

    /// Notes the drivers that are gone while they pull risks.
    fn note_used(&self, register: &Register, checks: &mut Checks) {
        for driver in &register.organisation().drivers {
            let is_gone = self.drivers.iter().all(|draft| draft.id != driver.id.as_str());
            let n = if is_gone { pulled(register, &driver.id).len() } else { 0 };
            if n > 0 {
                let risks = if n == 1 { "1 risk".to_owned() } else { format!("{n} risks") };
                checks
                    .note("drivers", format!("\u{201c}{}\u{201d} cannot go: it pulls {risks}", driver.name));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::{fife_council, marlshire};
    use partnership_risk_core::register::Change;

    use super::*;

    fn draft(parts: &[(&str, &str, &str)]) -> DriversDraft {
        let driver = |(id, name, bad_year): &(&str, &str, &str)| DriverDraft {
            id: (*id).into(),
            name: (*name).into(),
            bad_year: (*bad_year).into(),
        };
        DriversDraft { drivers: parts.iter().map(driver).collect() }
    }

    #[test]
    fn drivers_get_ids_of_their_names_and_the_variance_of_their_bad_years() {
        let found = draft(&[("", "Funding squeeze", "2"), ("", "Funding: squeeze", " 2.5 ")])
            .check(&fife_council())
            .expect("nothing wrong")
            .drivers;
        let told: Vec<String> =
            found.iter().map(|d| format!("{} {} {}", d.id, d.name, d.factor.variance())).collect();
        assert_eq!(
            told,
            ["funding-squeeze Funding squeeze 0.562529", "funding-squeeze-2 Funding: squeeze 1.404121"]
        );
    }

    #[test]
    fn an_unchanged_form_changes_nothing_whatever_the_variance() {
        let marlshire = marlshire();
        let mut organisation = marlshire.organisation().clone();
        organisation.drivers[0].factor =
            Driver::new(Millionths::read("9.876543").expect("a number")).expect("sound");
        let register = marlshire.apply(Change::OrganisationSet(organisation)).expect("sound");
        let draft = DriversDraft::of(register.organisation());
        assert_eq!(draft.check(&register).as_ref(), Ok(register.organisation()));
    }

    #[test]
    fn every_problem_is_told_at_once_and_names_its_field() {
        let many: Vec<String> = (0..=MOST_DRIVERS).map(|n| format!("driver {n}")).collect();
        let many: Vec<(&str, &str, &str)> = many.iter().map(|name| ("", name.as_str(), "2")).collect();
        for (parts, fields) in [
            (
                &[("", " ", "2"), ("", "a", ""), ("", "A", "5")][..],
                &["driver-1-name", "driver-2-bad-year", "driver-3-name", "driver-3-bad-year"][..],
            ),
            (
                &[("", "a", "1"), ("", "b", "NaN"), ("", "c", "inf")],
                &["driver-1-bad-year", "driver-2-bad-year", "driver-3-bad-year"],
            ),
            (&many, &["drivers"]),
        ] {
            let problems = draft(parts).check(&fife_council()).expect_err("something is wrong");
            let found: Vec<&str> = problems.iter().map(|problem| &*problem.field).collect();
            assert_eq!(found, fields);
        }
        let problems = draft(&[("", "a", "5")]).check(&fife_council()).expect_err("too bad");
        assert_eq!(
            problems[0].message,
            "In a bad year: \u{201c}5\u{201d} is more than 3: one year in ten is never so bad"
        );
    }

    #[test]
    fn a_driver_goes_only_where_it_pulls_nothing() {
        let problems = draft(&[]).check(&marlshire()).expect_err("both pull risks");
        let told: Vec<&str> = problems.iter().map(|problem| &*problem.message).collect();
        assert_eq!(
            told,
            [
                "\u{201c}Funding squeeze\u{201d} cannot go: it pulls 2 risks",
                "\u{201c}Crime and attacks\u{201d} cannot go: it pulls 3 risks"
            ]
        );
    }
}
