//! The organisation's rules: all in a few words, and a form for each.

use std::rc::Rc;

use partnership_risk::app::drafts::{CategoriesDraft, DriverDraft, DriversDraft, MatrixDraft, Typed};
use partnership_risk::app::tasks;
use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::example::{fife_council, marlshire};
use partnership_risk_core::register::{
    Appetite, AppetiteLevel, Change, DriverId, Organisation, OwnCategory, OwnDriver, Register,
};
use partnership_risk_core::scale::preset::preset;
use partnership_risk_core::scale::{Axis, Cell, Direction, Layout, Matrix};

use crate::desk::Desk;
use crate::screen::{Screen, attribute, text};

const MATRIX: &str = "#/settings/matrix";
const DRIVERS: &str = "#/settings/drivers";

fn five_by_five() -> Matrix {
    preset("five-by-five").expect("shipped").matrix()
}

/// What is seen of the matrix while this is typed.
fn typed(draft: &MatrixDraft) -> Screen {
    let desk = Desk::with_example();
    let typed = Typed { base: fife(|_| ()), draft: draft.clone() };
    tasks::keep_draft(&desk.world, MATRIX, &typed);
    Screen::at(&desk, MATRIX)
}

/// Fife's matrix with something typed.
fn fife(edit: impl FnOnce(&mut MatrixDraft)) -> MatrixDraft {
    let mut draft = MatrixDraft::of(fife_council().matrix());
    edit(&mut draft);
    draft
}

fn with_own_category() -> Register {
    let fife = fife_council();
    let own = |id: &str, name: &str| OwnCategory {
        id: CategoryId::new(id),
        name: name.into(),
        definition: "A sailing is lost.".into(),
    };
    let categories = vec![own("ferries", "Ferries"), own("piers", "Piers")];
    let organisation = Organisation { categories, ..fife.organisation().clone() };
    let mut risk = (*fife.risks()[0]).clone();
    risk.category = Some(CategoryId::new("ferries"));
    fife.apply(Change::All(vec![Change::OrganisationSet(organisation), Change::RisksPut(vec![risk])]))
        .expect("sound parts")
}

#[test]
fn every_rule_stands_in_a_few_words_with_the_way_to_change_it() {
    let screen = Screen::at(&Desk::with_example(), "#/settings");
    assert_eq!(screen.title(), "Settings");
    for (rule, to) in [
        ("Organisation", "#/organisation"),
        ("Risk matrix", MATRIX),
        ("Risk appetite", "#/settings/appetite"),
        ("Significance", "#/settings/significance"),
        ("Your own categories", "#/settings/categories"),
        ("Shared drivers", DRIVERS),
    ] {
        screen.heading(rule);
        assert_eq!(screen.link_to(&format!("Change: {rule}")), to);
    }
    screen.shows("Cautious: up to Medium");
    screen.shows("11 open risks");
    screen.button("Download as JSON");
    screen.button("Download for CISO Assistant (YAML)");
}

#[test]
fn the_header_and_the_organisation_lead_to_the_settings() {
    let desk = Desk::with_example();
    assert_eq!(Screen::at(&desk, "#/risks").link_to("Settings"), "#/settings");
    let organisation = Screen::at(&desk, "#/organisation");
    assert_eq!(organisation.link_to("Change the matrix and your other rules"), "#/settings");
    Screen::at(&Desk::new(), "#/organisation").field("Which risk matrix do you use?");
}

#[test]
fn the_matrix_is_shown_step_by_step_and_level_by_level() {
    let screen = Screen::at(&Desk::with_example(), MATRIX);
    assert_eq!(screen.title(), "Risk matrix");
    assert_eq!(screen.filled("Name of the matrix"), "6 \u{d7} 6, for voted means");
    assert_eq!(screen.filled("Name, likelihood 1"), "Almost impossible");
    assert_eq!(screen.filled("Name, impact 6"), "Catastrophic");
    assert_eq!(screen.filled("Name, level 4"), "Very high");
    assert_eq!(screen.filled("Tone, level 4"), "Darkest");
    assert_eq!(screen.filled("Level at likelihood 6, impact 1"), "Medium");
    assert_eq!(screen.all("td select[id^=cell-]").len(), 36);
    assert!(screen.button("Add a likelihood step").attr("aria-disabled").is_some(), "six are the most");
    assert!(screen.button("Remove impact 6").attr("aria-disabled").is_none());
    assert_eq!(screen.filled("Highest product of level 1 Low"), "5");
    screen.field("Start from a file, or drop it here");
    screen.does_not_show("Worth a look");
}

#[test]
fn the_preview_is_drawn_as_the_layout_says() {
    let draft = fife(|draft| {
        (draft.upwards, draft.likelihood_first) = ("impact".into(), "highest".into());
        draft.set_cell(Cell { likelihood: 5, impact: 0 }, 3).expect("there are four levels");
    });
    let layout =
        Layout { upwards: Axis::Impact, likelihood: Direction::HighestFirst, impact: Direction::LowestFirst };
    assert_eq!(draft.layout(), layout);
    let screen = typed(&draft);
    let rows = screen.table("Preview of the heat map").rows();
    assert_eq!(rows[0][0], "6 Catastrophic");
    assert_eq!(rows[5][..3], ["1 Negligible", "Very high", "Low"]);
    assert_eq!(screen.all("tfoot th").first().map(|head| text(*head)), Some("6 Very high".to_owned()));
}

#[test]
fn what_could_mislead_is_named() {
    let screen = typed(&fife(|draft| {
        draft.set_cell(Cell { likelihood: 0, impact: 1 }, 3).expect("there are four levels");
        (draft.levels[0].colour, draft.levels[1].colour) = ("#808080".into(), "#818181".into());
    }));
    screen
        .shows("Likelihood 1, impact 2 is \u{201c}Very high\u{201d}, yet a cell that is at least as likely");
    screen.shows("The colours of \u{201c}Low\u{201d} and \u{201c}Medium\u{201d} look alike");
    let rects = screen.all("td rect");
    assert!(rects.iter().any(|rect| attribute(*rect, "fill") == "#808080"), "the preview has the colour");
}

#[test]
fn ratings_that_must_move_are_shown_before_and_after() {
    let mut draft = MatrixDraft::of(&five_by_five());
    draft.is_moving = true;
    let screen = typed(&draft);
    assert_eq!(screen.title(), "Move your ratings to the new matrix");
    screen.shows("11 risks are rated by \u{201c}6 \u{d7} 6, for voted means\u{201d}.");
    let old = screen.table("Where each step of impact goes").column("Old step");
    assert_eq!(old.len(), 6);
    assert_eq!(screen.filled("New step for impact 1"), "1 Negligible");
    assert_eq!(screen.filled("New step for likelihood 6"), "5 Almost certain");
    let changes = screen.table("Every risk before and after").column("What changes");
    assert_eq!(changes.len(), 11);
    assert!(changes.is_sorted_by_key(|what| ["Level", "Number", "Nothing"].iter().position(|w| w == what)));
    let levels = changes.iter().filter(|what| *what == "Level").count();
    let said = if levels == 1 { "1 risk comes".to_owned() } else { format!("{levels} risks come") };
    screen.shows(&format!("{said} to another level, {} keep", 11 - levels));
    assert_eq!(screen.table("The highest level that each appetite tolerates").column("After")[4], "High");
    screen.button("Apply and move 11 risks");
    screen.button("Back to the matrix");
}

#[test]
fn a_step_can_only_be_sent_where_it_stays_in_order() {
    let mut draft = MatrixDraft::of(&five_by_five());
    draft.is_moving = true;
    draft.send(Axis::Impact, 5, "3".into());
    let screen = typed(&draft);
    let options = scraper::Selector::parse("option").expect("a selector");
    let offered: Vec<String> = screen.field("New step for impact 5").select(&options).map(text).collect();
    assert_eq!(offered, ["3 Moderate", "4 Major"]);
    assert_eq!(screen.filled("New step for impact 6"), "4 Major");
}

#[test]
fn a_matrix_with_problems_is_not_moved_to() {
    let mut draft = MatrixDraft::of(&five_by_five());
    (draft.is_moving, draft.name) = (true, String::new());
    assert_eq!(typed(&draft).title(), "Risk matrix");
}

#[test]
fn appetite_says_what_each_means_and_what_stands_above_it() {
    let fife = fife_council();
    let appetite = Appetite {
        usual: AppetiteLevel::Eager,
        by_category: vec![(CategoryId::new("legal-and-liability"), AppetiteLevel::Averse)],
        ..(*fife.organisation().appetite).clone()
    };
    let organisation = Organisation { appetite: Rc::new(appetite), ..fife.organisation().clone() };
    let register = fife.apply(Change::OrganisationSet(organisation)).expect("it fits");
    let screen = Screen::at(&Desk::with_register(register), "#/settings/appetite");
    assert_eq!(screen.title(), "Risk appetite");
    assert_eq!(screen.filled("Averse tolerates up to"), "Low");
    assert_eq!(screen.filled("Eager tolerates up to"), "High");
    assert_eq!(screen.filled("Usual appetite"), "Eager");
    assert_eq!(screen.filled("Appetite for Legal and liability"), "Averse");
    assert_eq!(screen.filled("Appetite for Service gaps"), "As usual: Eager");
    assert_eq!(screen.table("Appetite by category").rows().len(), 17);
    screen.heading("4 open risks above it now");
    let above = screen.table("Open risks above appetite");
    assert_eq!(above.column("Tolerated"), ["High", "High", "Low", "Low"]);
    assert_eq!(above.column("Open action"), ["None"; 4]);
    assert!(above.links().iter().all(|(_, to)| to.starts_with("#/risks/")));
}

#[test]
fn criteria_can_be_changed_and_say_how_many_partnerships_they_make_major() {
    let screen = Screen::at(&Desk::with_example(), "#/settings/significance");
    assert_eq!(screen.title(), "Significance");
    let first = screen.field_in("Criterion 1", "Pounds a year");
    assert_eq!(attribute(first, "value"), "100000");
    assert!(screen.button("Move criterion 1 up").attr("aria-disabled").is_some());
    assert!(screen.button("Move criterion 1 down").attr("aria-disabled").is_none());
    assert_eq!(screen.filled("Moderate from"), "2");
    let counts = screen.table("How many partnerships would matter how much");
    assert_eq!(counts.rows(), [["Major", "0", "0"], ["Moderate", "0", "0"], ["Limited", "1", "1"]]);
}

#[test]
fn own_categories_are_offered_wherever_a_category_is_chosen() {
    let desk = Desk::with_register(with_own_category());
    let risk = Screen::at(&desk, &format!("#/risks/{}", desk.register().risks()[0].id));
    assert_eq!(risk.filled("Category"), "Ferries");
    let options = scraper::Selector::parse("option").expect("a selector");
    let filter = Screen::at(&desk, "#/risks?category=ferries");
    assert!(filter.field("Category").select(&options).any(|option| text(option) == "Piers"));
    assert_eq!(filter.table("Risks with their current score and level").column("Category"), ["Ferries"]);
    let benchmark = Screen::at(&desk, "#/benchmark");
    assert!(
        benchmark.table("Categories of risk in order").column("Category").contains(&"Ferries".to_owned())
    );
    Screen::at(&desk, "#/settings/appetite").field("Appetite for Piers");
}

#[test]
fn a_file_can_name_own_categories() {
    let file = "Risk,Category,Likelihood,Impact\nCancelled sailings,ferries,2,3\n";
    let desk = Desk::with_register(with_own_category()).chooses("x.csv", file.as_bytes()).agrees();
    assert_eq!(desk.risk("Cancelled").category, Some(CategoryId::new("ferries")));
}

#[test]
fn a_category_in_use_says_so_and_leads_to_its_risks() {
    let desk = Desk::with_register(with_own_category());
    let screen = Screen::at(&desk, "#/settings/categories");
    assert_eq!(attribute(screen.field_in("Category 1", "Name"), "value"), "Ferries");
    assert_eq!(screen.link_to("1 risk"), "#/risks?category=ferries");
    screen.button("Remove category 2");
    let base = CategoriesDraft::of(desk.register().organisation());
    let typed = Typed { base, draft: CategoriesDraft::default() };
    tasks::keep_draft(&desk.world, "#/settings/categories", &typed);
    Screen::at(&desk, "#/settings/categories").shows("You have none of your own yet.");
}

#[test]
fn a_driver_shows_its_bad_year_its_variance_and_the_risks_that_keep_it() {
    let marlshire = marlshire();
    let mut organisation = marlshire.organisation().clone();
    let spare =
        OwnDriver { id: DriverId::new("spare"), name: "Spare".into(), ..organisation.drivers[0].clone() };
    organisation.drivers.push(spare);
    let desk = Desk::with_register(marlshire.apply(Change::OrganisationSet(organisation)).expect("sound"));
    let screen = Screen::at(&desk, DRIVERS);
    assert_eq!(screen.title(), "Shared drivers");
    let asked = "In a bad year (one in ten), events come how many times as often?";
    for (driver, name, bad_year) in [
        ("Driver 1", "Funding squeeze", "2"),
        ("Driver 2", "Crime and attacks", "2.5"),
        ("Driver 3", "Spare", "2"),
    ] {
        assert_eq!(attribute(screen.field_in(driver, "Name"), "value"), name);
        assert_eq!(attribute(screen.field_in(driver, asked), "value"), bad_year, "{driver}");
    }
    screen.shows("Variance 0.562529");
    screen.shows("Variance 1.404121");
    let risk = desk.risk("Too few call takers").id;
    assert_eq!(screen.link_to("Too few call takers"), format!("#/risks/{risk}"));
    screen.button("Remove driver 3");
    screen.button("Add a driver");
    assert_eq!(screen.all("fieldset button").len(), 1, "drivers that pull risks stay");
}

#[test]
fn what_is_typed_about_a_driver_gives_its_variance_at_once() {
    let desk = Desk::with_example();
    Screen::at(&desk, DRIVERS).shows("You have none yet: risks are taken to be independent of one another.");
    let typed = |bad_year: &str| {
        let driver =
            DriverDraft { name: "Staff".into(), bad_year: bad_year.into(), ..DriverDraft::default() };
        let base = DriversDraft::of(desk.register().organisation());
        let typed = Typed { base, draft: DriversDraft { drivers: vec![driver] } };
        tasks::keep_draft(&desk.world, DRIVERS, &typed);
        Screen::at(&desk, DRIVERS)
    };
    typed("1.5").shows("Variance 0.140323");
    typed("5").shows("The variance is shown here once the answer is complete.");
}

#[test]
fn the_settings_say_how_many_risks_each_driver_pulls() {
    let screen = Screen::at(&Desk::with_register(marlshire()), "#/settings");
    screen.shows("Funding squeeze (2 risks), Crime and attacks (3 risks)");
    Screen::at(&Desk::with_example(), "#/settings").shows("None: risks are taken to be independent");
}
