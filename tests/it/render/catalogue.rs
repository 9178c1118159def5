//! The catalogue of categories, and the risks that are suggested from it.

use partnership_risk_core::catalogue::categories;

use crate::desk::Desk;
use crate::screen::Screen;

#[test]
fn the_catalogue_lists_every_category_before_there_is_a_register() {
    let screen = Screen::at(&Desk::new(), "#/catalogue");
    assert_eq!(screen.all("main li").len(), categories().len());
    assert_eq!(screen.link_to("Catalogue of partnership risks"), "#/catalogue");
}

#[test]
fn each_category_has_guidance_typical_risks_questions_and_sources() {
    for category in categories().iter() {
        let screen = Screen::at(&Desk::new(), &format!("#/catalogue/{}", category.id));
        assert_eq!(screen.title(), *category.name);
        let parts = [
            "What it looks like",
            "What to ask",
            "Typical risks",
            "Questions of the health check",
            "Sources",
        ];
        for part in parts {
            screen.heading(part);
        }
        assert!(!screen.all("h3").is_empty() && !screen.all("dl").is_empty(), "{}", category.id);
    }
    let unknown = Screen::at(&Desk::with_example(), "#/catalogue/our-own");
    assert_eq!(unknown.title(), "There is nothing at this address");
}

#[test]
fn a_partnership_leads_to_its_suggestions_each_with_reasons_and_a_box_that_is_not_ticked() {
    let desk = Desk::with_example();
    let id = desk.register().partnerships()[0].id;
    let partnership = Screen::at(&desk, &format!("#/partnerships/{id}"));
    let screen = Screen::at(&desk, &partnership.link_to("Suggest risks"));
    assert_eq!(screen.title(), "Suggested risks for Council as a whole");
    let boxes = screen.all("input[type=checkbox]");
    assert!(!boxes.is_empty() && boxes.iter().all(|tick| tick.attr("checked").is_none()));
    screen.shows("Typical of partnerships of every form.");
    screen.shows("0 risks chosen.");
    assert!(screen.button("Add the chosen risks as drafts").attr("aria-disabled").is_some());
}

#[test]
fn suggestions_for_a_partnership_that_is_gone_say_so() {
    let screen = Screen::at(&Desk::with_example(), "#/partnerships/zzzzzzzzzzzzz/suggestions");
    assert_eq!(screen.title(), "There is nothing at this address");
}
