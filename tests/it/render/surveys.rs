//! The surveys: all of them, one, the form for one's own, and the form for a crosswalk.

use std::rc::Rc;

use partnership_risk::app::drafts::{CrosswalkDraft, LineDraft, SurveyDraft, Typed};
use partnership_risk::app::queries::benchmark::{Compared, benchmark_of};
use partnership_risk::app::queries::surveys::{Whose, other_editions};
use partnership_risk::app::tasks;
use partnership_risk_core::catalogue::{
    CategoryId, EntryId, Extent, Line, Survey, SurveyId, survey, surveys,
};
use partnership_risk_core::exchange::survey::read;
use partnership_risk_core::register::{Change, Happened, Organisation, OwnCategory};

use crate::desk::Desk;
use crate::screen::{Screen, attribute, text};

const LIST: &str = "Surveys, newest first";
const CROSSWALK: &str = "Labels of the survey and what stands for them";
const COUNTY: &str =
    "Rank,Risk,Value\n1,Cyber attack,61\n2,Floods,40\n3,Loss of funding,22\n4,Wild bears,5\n";

fn shipped(id: &str) -> Rc<Survey> {
    survey(&SurveyId::new(id)).expect("it is shipped")
}

/// A survey of one's own, read from a table as the form reads it.
fn county() -> Survey {
    let rows = read(COUNTY.as_bytes()).expect("a sound table").rows;
    let draft = SurveyDraft {
        title: "County survey".into(),
        publisher: "The county".into(),
        year: "2027".into(),
        question: "Your top risks".into(),
        source: "A letter of 3 May 2027".into(),
        scope: "Our county".into(),
        sector: "health".into(),
        ..SurveyDraft::new()
    };
    draft.with_rows(&rows).check(SurveyId::new("own-county-survey")).expect("sound")
}

/// A desk with a survey and a category of one's own, and a line between both.
pub(super) fn with_own_survey() -> Desk {
    let desk = Desk::with_example();
    let own = OwnCategory { id: CategoryId::new("bears"), name: "Bears".into(), definition: String::new() };
    let organisation = Organisation { categories: vec![own], ..desk.register().organisation().clone() };
    let line = Line {
        entry: EntryId::new("wild-bears"),
        categories: vec![CategoryId::new("bears")],
        reason: "Bears are bears.".into(),
    };
    desk.does(Change::All(vec![
        Change::OrganisationSet(organisation),
        Change::SurveysPut(vec![county()]),
        Change::CrosswalkSet(county().id().clone(), vec![line]),
    ]))
}

#[test]
fn every_survey_is_in_the_list_with_how_much_of_it_was_seen() {
    let screen = Screen::at(&with_own_survey(), "#/benchmark/surveys");
    assert_eq!(screen.title(), "Surveys");
    screen.heading("44 surveys");
    let list = screen.table(LIST);
    assert_eq!(list.rows().len(), 44);
    let own = list.rows().into_iter().find(|row| row[0] == "County survey").expect("it is listed");
    assert_eq!(own[1..], ["The county", "2027", "", "\u{2013}", "4", "Complete"]);
    for (row, survey) in list.rows().iter().zip(list.links()).filter(|(row, _)| row[6] != "Complete") {
        assert!(row[6].starts_with("Partial: ") && row[6].ends_with(" seen"), "{survey:?}: {}", row[6]);
    }
    assert_eq!(screen.link_to("County survey"), "#/benchmark/surveys/own-county-survey");
}

#[test]
fn filters_stand_in_the_address_and_all_of_them_hold() {
    let desk = with_own_survey();
    let n = |query: &str| {
        let screen = Screen::at(&desk, &format!("#/benchmark/surveys?{query}"));
        let found = screen.all("h2.found").first().map(|heading| text(*heading)).expect("it is counted");
        found.split(' ').next().and_then(|n| n.parse::<usize>().ok()).expect("a number")
    };
    assert_eq!((n("whose=own"), n("whose=published"), n("whose=nobody")), (1, 43, 44));
    assert_eq!((n("extent=complete") + n("extent=partial"), n("q=wild+BEARS")), (44, 1));
    assert_eq!(n("figures=rank") + n("figures=percent_naming") + n("figures=mean_score"), 44);
    assert_eq!((n("sector=health"), n("sector=health&year=2018"), n("sector=moon")), (1, 0, 44));
    assert_eq!((n("sector=local_government"), n("sector=charities")), (7, 1));
    let screen = Screen::at(&desk, "#/benchmark/surveys?q=unicorns&year=2018");
    screen.shows("No survey matches.");
    assert_eq!((screen.filled("Find"), screen.filled("Year")), ("unicorns".into(), "2018".into()));
    assert_eq!(screen.link_to("Show all surveys"), "#/benchmark/surveys");
    assert_eq!(Whose::ALL.map(Whose::name), ["Come with the calculator", "Added by you"]);
}

#[test]
fn the_benchmark_has_its_surveys_beside_it() {
    let desk = Desk::with_example();
    for (place, here) in [
        ("#/benchmark", "Compare"),
        ("#/benchmark/surveys?year=2018", "Surveys"),
        ("#/benchmark/surveys/aon-2025", "Surveys"),
    ] {
        let screen = Screen::at(&desk, place);
        let marked: Vec<String> =
            screen.all("nav[aria-label=Benchmark] a[aria-current]").into_iter().map(text).collect();
        assert_eq!(marked, [here], "{place}");
    }
    let screen = Screen::at(&desk, "#/benchmark?survey=aon-2025");
    let more = screen.link_to("See this survey, its other editions and its crosswalk");
    assert_eq!(more, "#/benchmark/surveys/aon-2025");
}

#[test]
fn every_survey_says_what_is_known_of_it_and_a_partial_table_stays_partial() {
    let desk = Desk::with_example();
    for survey in surveys().iter() {
        let screen = Screen::at(&desk, &format!("#/benchmark/surveys/{}", survey.id()));
        let about = survey.about();
        assert_eq!(screen.title(), about.title);
        for said in [&about.publisher, &about.population, &about.question, &about.caveats] {
            screen.shows(said);
        }
        assert_eq!(screen.link_to(&about.source), about.source);
        let rows = screen.table("Entries as printed").rows();
        assert_eq!(rows.len(), survey.entries().len(), "{}", survey.id());
        for (row, entry) in rows.iter().zip(survey.entries()) {
            let place = entry.rank().map_or_else(|| "\u{2013}".to_owned(), |rank| rank.to_string());
            assert_eq!((row[0].as_str(), row[1].as_str()), (&**entry.label(), place.as_str()));
        }
        let is_partial = screen.reads().contains("Only a part of this table was seen");
        assert_eq!(is_partial, about.extent == Extent::Partial, "{}", survey.id());
        assert_eq!(screen.table(CROSSWALK).rows().len(), survey.entries().len());
        screen.button("Download the table as CSV");
    }
}

#[test]
fn a_survey_leads_on_to_the_register_beside_it_and_to_a_copy() {
    let screen = Screen::at(&Desk::with_example(), "#/benchmark/surveys/aon-2025");
    assert_eq!(screen.link_to("Compare with your register"), "#/benchmark?survey=aon-2025");
    assert_eq!(screen.link_to("Make a copy to change"), "#/benchmark/surveys/new?from=aon-2025");
    assert_eq!(screen.link_to("Change the crosswalk"), "#/benchmark/surveys/aon-2025/crosswalk");
    let alarm = Screen::at(&Desk::with_example(), "#/benchmark/surveys/alarm-2003");
    alarm.shows("it cannot be compared with your register");
    alarm.does_not_show("Delete the survey");
    for nowhere in ["#/benchmark/surveys/no-such", "#/benchmark/surveys/aon-2025/edit"] {
        assert_eq!(Screen::at(&Desk::with_example(), nowhere).title(), "There is nothing at this address");
    }
}

#[test]
fn two_editions_show_what_moved_and_the_table_behind_it() {
    let screen = Screen::at(&Desk::with_example(), "#/benchmark/surveys/alarm-2006?with=alarm-2003");
    let finding = "Partnerships rose from 4th to 2nd, the farthest of 1 risk that stands in both";
    screen.heading(finding);
    assert_eq!(screen.all("svg[role=img]").len(), 1);
    let moved =
        screen.table("Places in Alarm / Audit Commission, 2003 and in Alarm / Audit Commission, 2006");
    assert_eq!(moved.rows(), [["Partnerships", "4", "2", "Up 2 places"]]);
    assert_eq!(screen.filled("Compare with the edition of"), "Alarm / Audit Commission, 2003");
}

#[test]
fn only_a_whole_table_tells_what_is_new_or_gone_and_no_percentage_is_compared() {
    let desk = Desk::with_example();
    for survey in surveys().iter() {
        for other in other_editions(desk.register(), survey) {
            let place = format!("#/benchmark/surveys/{}?with={}", survey.id(), other.id());
            let screen = Screen::at(&desk, &place);
            let earlier = if survey.about().year < other.about().year { survey } else { &other };
            let pictures: Vec<String> = screen.all("svg[role=img] text").into_iter().map(text).collect();
            assert!(pictures.iter().all(|label| !label.contains('%')), "{place}: {pictures:?}");
            let says_new = pictures.iter().any(|label| label.contains("New: "));
            assert!(!says_new || earlier.about().extent == Extent::Complete, "{place}");
        }
    }
}

#[test]
fn an_edition_of_another_series_is_not_compared() {
    let screen = Screen::at(&Desk::with_example(), "#/benchmark/surveys/alarm-2006?with=aon-2025");
    assert!(screen.all("svg").is_empty());
    screen.field("Compare with the edition of");
}

#[test]
fn an_own_survey_is_compared_like_any_other_and_by_ones_own_lines() {
    let desk = with_own_survey();
    let screen = Screen::at(&desk, "#/benchmark?survey=own-county-survey");
    assert_eq!(screen.filled("Published table"), "The county: County survey, 2027");
    let compared = Compared { survey: Some(county().id().clone()), ..Compared::default() };
    let found = benchmark_of(desk.shared(), &compared).expect("there is one");
    let bears = found.crosswalk.categories_of(&EntryId::new("wild-bears"));
    assert_eq!(bears, [CategoryId::new("bears")]);
    let one = Screen::at(&desk, "#/benchmark/surveys/own-county-survey");
    let line = one.table(CROSSWALK).rows().into_iter().find(|row| row[0] == "Wild bears");
    assert_eq!(line.expect("it is there")[1..], ["Bears", "Bears are bears.", "You"]);
    one.button("Delete the survey");
    assert_eq!(one.link_to("Change this survey"), "#/benchmark/surveys/own-county-survey/edit");
    let coverage = found.crosswalk.coverage();
    one.shows(&format!("{} of 4 labels", coverage.with_counterpart));
}

#[test]
fn a_survey_comes_in_by_its_table_survives_a_reload_and_goes_with_undo() {
    let desk = with_own_survey().comes_back();
    assert_eq!(desk.register().surveys(), [Rc::new(county())]);
    let told: Vec<String> = desk.register().history().iter().map(|entry| entry.name.clone()).collect();
    assert!(told.contains(&"Survey County survey".to_owned()), "{told:?}");
    let gone = desk.does(Change::SurveyRemoved(county().id().clone()));
    assert!(gone.register().surveys().is_empty() && gone.register().crosswalks().is_empty());
    let removed = gone.register().history().iter().filter(|entry| entry.what == Happened::Removed);
    assert_eq!(removed.map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["Survey County survey"]);
    let back = gone.after(partnership_risk::app::event::Event::Undone);
    assert_eq!(back.register().crosswalks().len(), 1);
}

#[test]
fn the_form_begins_empty_as_a_copy_or_with_the_survey() {
    let desk = with_own_survey();
    let new = Screen::at(&desk, "#/benchmark/surveys/new");
    assert_eq!((new.title(), new.filled("Title")), ("Add a survey".into(), String::new()));
    new.field("Choose a file, or drop it here");
    new.button("Take the pasted table");
    let copy = Screen::at(&desk, "#/benchmark/surveys/new?from=aon-2025");
    assert_eq!(copy.filled("Title"), format!("Copy of {}", shipped("aon-2025").about().title));
    let edit = Screen::at(&desk, "#/benchmark/surveys/own-county-survey/edit");
    assert_eq!(edit.title(), "Change County survey");
    assert_eq!(attribute(edit.field_in("Row 4", "Risk"), "value"), "Wild bears");
    assert_eq!(attribute(edit.field_in("Row 4", "Figure"), "value"), "5");
    assert_eq!(edit.filled("What are the figures?"), "Per cent who named the risk");
    edit.button("Add a row");
    edit.button("Remove row 4");
}

/// What is seen of the crosswalk of a survey while this is typed.
fn typed(desk: &Desk, survey: &Survey, type_in: impl FnOnce(&mut CrosswalkDraft)) -> Screen {
    let place = format!("#/benchmark/surveys/{}/crosswalk", survey.id());
    let base = CrosswalkDraft::of(survey, &desk.register().crosswalk_of(survey));
    let mut draft = base.clone();
    type_in(&mut draft);
    tasks::keep_draft(&desk.world, &place, &Typed { base, draft });
    Screen::at(desk, &place)
}

#[test]
fn each_label_has_its_categories_a_way_to_say_there_is_none_and_a_reason() {
    let desk = with_own_survey();
    let screen = Screen::at(&desk, "#/benchmark/surveys/own-county-survey/crosswalk");
    assert_eq!(screen.title(), "Crosswalk of The county, 2027");
    assert_eq!(attribute(screen.field_in("4. Wild bears", "Why"), "value"), "Bears are bears.");
    assert!(screen.field_in("4. Wild bears", "Bears").attr("checked").is_some());
    let none = "No counterpart: none of our categories means this";
    assert!(screen.field_in("4. Wild bears", none).attr("checked").is_none());
    assert_eq!(screen.all("fieldset").len(), 4);
    assert_eq!(screen.all("input[type=checkbox]").len(), 4 * (18 + 1));
    screen.shows("Categories: Bears");
}

#[test]
fn the_form_of_a_crosswalk_says_what_one_is_and_how_far_it_reaches_as_it_stands() {
    let desk = with_own_survey();
    let before = Screen::at(&desk, "#/benchmark/surveys/own-county-survey/crosswalk");
    before.shows("A crosswalk says which of your categories stand for which of the survey\u{2019}s labels.");
    before.shows("1 of 4 labels has a counterpart here.");
    let none = LineDraft { has_none: true, ..LineDraft::default() };
    let after = typed(&desk, &county(), |draft| draft.lines[3] = none);
    after.shows("0 of 4 labels have a counterpart here.");
    let one = Screen::at(&desk, "#/benchmark/surveys/own-county-survey");
    one.shows("The crosswalk says which of your categories stand for which of its labels.");
    one.shows("Health");
}

#[test]
fn hints_are_buttons_and_choose_nothing_by_themselves() {
    let desk = with_own_survey();
    let screen = typed(&desk, &county(), |draft| draft.lines[2] = LineDraft::default());
    screen.button("Choose Funding and finance: Loss of funding");
    assert!(screen.field_in("3. Loss of funding", "Funding and finance").attr("checked").is_none());
}

#[test]
fn the_shipped_line_can_be_had_back_where_something_else_is_said() {
    let desk = Desk::with_example();
    let aon = shipped("aon-2025");
    let label = aon.entries()[0].label().to_string();
    let again = format!("Use the shipped line again: {label}");
    let names = |screen: &Screen| -> Vec<String> {
        screen.all("button[aria-label]").into_iter().map(|button| attribute(button, "aria-label")).collect()
    };
    let untouched = Screen::at(&desk, "#/benchmark/surveys/aon-2025/crosswalk");
    assert!(!names(&untouched).contains(&again));
    let changed = typed(&desk, &aon, |draft| draft.lines[0].reason = "Ours.".into());
    changed.button(&again);
}

#[test]
fn what_is_matched_by_hand_is_what_the_figures_rest_on() {
    // By hand: our three highest are funding, safeguarding and partner failure; the survey's are funding,
    // safeguarding and something else. Two of four things are shared; agreement at the places is 1, 1 and 2/3.
    let rows = read(b"Rank,Risk\n1,Comets\n2,Bears\n3,Lost keys\n").expect("a sound table").rows;
    let survey = SurveyDraft { rows: Vec::new(), ..SurveyDraft::of(&county()) }.with_rows(&rows);
    let survey = SurveyDraft { unit: "rank".into(), ..survey }.check(county().id().clone()).expect("sound");
    let line = |entry: &str, category: &str| Line {
        entry: EntryId::new(entry),
        categories: vec![CategoryId::new(category)],
        reason: "We say so.".into(),
    };
    let lines = vec![line("comets", "funding-and-finance"), line("bears", "safeguarding-and-safety")];
    let id = survey.id().clone();
    let desk = Desk::with_example()
        .does(Change::All(vec![Change::SurveysPut(vec![survey]), Change::CrosswalkSet(id, lines)]));
    let place = "#/benchmark?survey=own-county-survey&measure=highest-score";
    let screen = Screen::at(&desk, place);
    let figures = screen.table("Measures of agreement, overlap first").column("Figure");
    assert_eq!(figures[..2], ["0.5", "0.889"]);
    screen.shows("2 of 3 labels have a counterpart here");
}
