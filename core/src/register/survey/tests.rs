//! Own surveys and own lines: what each change makes of them, what goes with what, and what is refused.

use std::rc::Rc;

use super::*;
use crate::catalogue::{About, EntryId, Extent, Origin, Row, SurveySector, Unit, survey, surveys};
use crate::register::{Change, Happened, Organisation, OwnCategory};
use crate::scale::preset;

fn organisation(own: &[&str]) -> Organisation {
    let category =
        |id: &&str| OwnCategory { id: CategoryId::new(id), name: (*id).into(), definition: String::new() };
    Organisation {
        categories: own.iter().map(category).collect(),
        ..Organisation::new("Anytown", Rc::new(preset::of_size(5, 5)))
    }
}

fn register() -> Register {
    Register::new(organisation(&["ferries"]))
}

fn own_survey(id: &str, labels: &[&str]) -> Survey {
    let about = About {
        id: SurveyId::new(id),
        title: "County survey".into(),
        publisher: "The county".into(),
        series: None,
        year: Some(2027),
        population: "Districts".into(),
        respondents: Some(9),
        scope: "Local government".into(),
        sector: SurveySector::LocalGovernment,
        question: "Your top risks".into(),
        choices: Some(5),
        unit: Unit::Rank,
        source: "A letter".into(),
        extent: Extent::Complete,
        origin: Origin::Publisher,
        caveats: String::new(),
    };
    let row = |(i, label): (u32, &&str)| Row { rank: Some(i), label: (*label).into(), value: None };
    Survey::new(about, (1..).zip(labels).map(row).collect()).expect("a sound table")
}

fn line(entry: &str, categories: &[&str]) -> Line {
    let categories = categories.iter().map(|id| CategoryId::new(id)).collect();
    Line { entry: EntryId::new(entry), categories, reason: "We say so.".into() }
}

fn set(id: &str, lines: &[Line]) -> Change {
    Change::CrosswalkSet(SurveyId::new(id), lines.to_vec())
}

fn with_survey() -> Register {
    let put = Change::SurveysPut(vec![own_survey("own-county", &["Floods", "Ferries"])]);
    let lines = [line("floods", &["service-gaps"]), line("ferries", &["ferries"])];
    register().apply(Change::All(vec![put, set("own-county", &lines)])).expect("sound parts")
}

#[test]
fn an_own_line_replaces_the_shipped_one_and_without_it_the_shipped_one_is_back() {
    for shipped in surveys().iter() {
        let before = register().crosswalk_of(shipped);
        let id = shipped.id().as_str();
        for entry in shipped.entries() {
            let own = line(entry.id().as_str(), &["ferries"]);
            let changed = register().apply(set(id, std::slice::from_ref(&own))).expect("a sound line");
            let crosswalk = changed.crosswalk_of(shipped);
            assert_eq!(crosswalk.line(entry.id()), Some(&own));
            let others = |line: &&Line| line.entry != *entry.id();
            let left = crosswalk.lines().iter().filter(others).collect::<Vec<_>>();
            assert_eq!(left, before.lines().iter().filter(others).collect::<Vec<_>>());
            let back = changed.apply(set(id, &[])).expect("nothing to check");
            assert_eq!((&back, back.crosswalk_of(shipped)), (&register(), before.clone()));
        }
    }
}

#[test]
fn a_survey_goes_with_its_lines_and_a_line_with_its_entry() {
    let register = with_survey();
    assert_eq!(register.own_lines(&SurveyId::new("own-county")).len(), 2);
    let renamed = Change::SurveysPut(vec![own_survey("own-county", &["Floods", "Boats"])]);
    let renamed = register.apply(renamed).expect("a sound table");
    assert_eq!(renamed.own_lines(&SurveyId::new("own-county")), [line("floods", &["service-gaps"])]);
    let removed = register.apply(Change::SurveyRemoved(SurveyId::new("own-county"))).expect("it is there");
    assert_eq!((removed.surveys().len(), removed.crosswalks().len()), (0, 0));
}

#[test]
fn a_category_that_goes_takes_the_lines_along_that_named_nothing_else() {
    let both = line("floods", &["service-gaps", "ferries"]);
    let register = with_survey().apply(set("own-county", &[both, line("ferries", &["ferries"])]));
    let after = register.expect("sound").apply(Change::OrganisationSet(organisation(&[])));
    let after = after.expect("the lines let go of it");
    assert_eq!(after.own_lines(&SurveyId::new("own-county")), [line("floods", &["service-gaps"])]);
}

#[test]
fn what_is_no_survey_or_no_line_of_ones_own_is_refused() {
    let nameless = Line { reason: " ".into(), ..line("floods", &[]) };
    for (change, said) in [
        (
            Change::SurveysPut(vec![own_survey("aon-2025", &["Floods"])]),
            "the id of survey \u{201c}County survey\u{201d} must begin with own-",
        ),
        (Change::SurveyRemoved(SurveyId::new("own-other")), "what was to be removed is not there"),
        (
            set("own-other", &[line("floods", &[])]),
            "crosswalk \u{201c}own-other\u{201d} names a survey that is not in this register",
        ),
        (
            set("own-county", &[line("plague", &[])]),
            "the crosswalk of \u{201c}County survey\u{201d}: the survey has no entry \u{201c}plague\u{201d}",
        ),
        (
            set("own-county", &[nameless]),
            "the crosswalk of \u{201c}County survey\u{201d}: \u{201c}Floods\u{201d} gives no reason",
        ),
        (
            set("aon-2025", &[line("a", &[]), line("a", &[])]),
            "the crosswalk of \u{201c}aon-2025\u{201d}: \u{201c}a\u{201d} has two lines",
        ),
    ] {
        let refused = with_survey().apply(change).err().map(|error| error.to_string());
        assert_eq!(refused.as_deref(), Some(said));
    }
}

#[test]
fn a_thousand_surveys_and_crosswalks_are_kept_and_no_more() {
    let surveys = |n: usize| {
        let one = |i| own_survey(&format!("own-{i}"), &["Floods"]);
        Change::SurveysPut((0..n).map(one).collect())
    };
    let crosswalks = |n: usize| {
        let one = |i| set(&format!("of-another-version-{i}"), &[line("a", &[])]);
        Change::All((0..n).map(one).collect())
    };
    let full =
        register().apply(Change::All(vec![surveys(1_000), crosswalks(1_000)])).expect("as many as may be");
    assert_eq!((full.surveys().len(), full.crosswalks().len()), (1_000, 1_000));
    for (change, said) in [
        (surveys(1_001), "there are more than 1000 surveys of your own"),
        (crosswalks(1_001), "there are more than 1000 crosswalks of your own"),
    ] {
        let refused = register().apply(change).err().map(|error| error.to_string());
        assert_eq!(refused.as_deref(), Some(said));
    }
}

#[test]
fn a_line_of_another_version_about_a_shipped_survey_waits() {
    let later = line("of-a-later-version", &["of-a-later-version"]);
    let register =
        register().apply(set("aon-2025", std::slice::from_ref(&later))).expect("it may be known elsewhere");
    let shipped = survey(&SurveyId::new("aon-2025")).expect("shipped");
    assert_eq!(register.crosswalk_of(&shipped), shipped_crosswalk(&shipped));
    assert_eq!(register.own_lines(shipped.id()), [later]);
}

#[test]
fn the_history_tells_many_surveys_and_crosswalks_together() {
    let surveys = (0..60).map(|i| own_survey(&format!("own-{i}"), &["Floods"])).collect();
    let crosswalks = (0..60).map(|i| set(&format!("own-{i}"), &[line("floods", &[])]));
    let change = Change::All(std::iter::once(Change::SurveysPut(surveys)).chain(crosswalks).collect());
    let after = register().amended(change, 5, "agreed").expect("sound");
    let told: Vec<(&str, &Happened)> = after.history().iter().map(|e| (e.name.as_str(), &e.what)).collect();
    assert_eq!(told, [("60 surveys", &Happened::Added), ("60 crosswalks", &Happened::Changed(Vec::new()))]);
}

#[test]
fn the_history_tells_surveys_and_lines() {
    let before = with_survey();
    let told = |change| {
        let after = before.amended(change, 5, "agreed").expect("sound");
        let entry = after.history().last().expect("it is told").clone();
        let Happened::Changed(fields) = &entry.what else { return (entry.name.clone(), Vec::new()) };
        let field = |f: &crate::register::FieldChange| format!("{}: {} > {}", f.field, f.from, f.to);
        (entry.name.clone(), fields.iter().map(field).collect::<Vec<_>>())
    };
    let (name, fields) = told(set("own-county", &[line("floods", &[])]));
    assert_eq!(name, "Crosswalk of County survey");
    assert_eq!(
        fields,
        [
            "Floods: Service gaps (We say so.) > No counterpart (We say so.)",
            "Ferries: ferries (We say so.) > "
        ]
    );
    let (name, fields) =
        told(Change::SurveysPut(vec![own_survey("own-county", &["Floods", "Ferries", "War"])]));
    assert_eq!(
        (name.as_str(), fields),
        ("Survey County survey", vec!["Table: 1 Floods; 2 Ferries > 1 Floods; 2 Ferries; 3 War".to_owned()])
    );
    let (name, fields) = told(Change::SurveyRemoved(SurveyId::new("own-county")));
    assert_eq!((name.as_str(), fields.len()), ("Crosswalk of County survey", 2));
}
