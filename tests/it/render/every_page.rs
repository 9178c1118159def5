//! What holds of every page, whatever it is about.

use std::collections::BTreeSet;

use super::every_page;
use crate::screen::{Screen, accessible_name, attribute, text};

/// Makes sure that no page has an element of this kind with a fault.
fn on_every_page(kind: &str, fault: impl Fn(&Screen, scraper::ElementRef<'_>) -> Option<String>) {
    let mut seen = 0;
    let mut faults = Vec::new();
    for (page, screen) in &every_page() {
        for element in screen.all(kind) {
            seen += 1;
            faults.extend(fault(screen, element).map(|fault| format!("{page}: {fault}")));
        }
    }
    assert!(seen > 0, "no page has {kind}");
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_page_has_one_heading_of_its_own_and_none_is_skipped() {
    for (page, screen) in every_page() {
        assert!(!screen.title().is_empty(), "{page}");
        let levels: Vec<u8> =
            screen.all("h1, h2, h3, h4").iter().map(|h| h.value().name().as_bytes()[1] - b'0').collect();
        let after_title = levels.iter().skip_while(|level| **level != 1);
        let steps = after_title.clone().zip(after_title.skip(1));
        assert!(steps.clone().all(|(one, next)| *next <= one + 1), "{page}: {levels:?}");
    }
}

#[test]
fn every_control_has_a_label() {
    on_every_page("input, select, textarea", |screen, control| {
        let id = attribute(control, "id");
        let labels =
            screen.all("label").into_iter().filter(|l| l.attr("for") == Some(&*id) && !text(*l).is_empty());
        (labels.count() != 1).then(|| format!("the control {id:?} has no label, or several"))
    });
}

#[test]
fn every_link_and_button_has_a_name() {
    on_every_page("a, button, summary", |_, element| {
        accessible_name(element).is_empty().then(|| element.html())
    });
}

#[test]
fn every_link_leads_somewhere_in_the_page_or_names_a_source() {
    on_every_page("a", |screen, link| {
        let to = attribute(link, "href");
        let further_down = |id| screen.all("[id]").iter().any(|found| found.attr("id") == Some(id));
        let inside = to.starts_with("#/") || to.strip_prefix('#').is_some_and(further_down);
        let outside = to.starts_with("https://") || to.starts_with("http://");
        let safe = link.attr("rel").is_some_and(|rel| rel.contains("noopener") && rel.contains("noreferrer"));
        (!(inside || (outside && safe))).then(|| link.html())
    });
}

#[test]
fn every_link_inside_leads_to_a_page_that_is_there() {
    let desk = super::health::checked();
    for place in super::places(&desk).iter().filter(|place| *place != "#/not-found") {
        for link in Screen::at(&desk, place).all("a[href^='#/']") {
            let to = attribute(link, "href");
            let title = Screen::at(&desk, &to).title();
            assert_ne!(title, "There is nothing at this address", "{place} leads to {to}");
        }
    }
}

#[test]
fn every_id_is_given_once() {
    for (page, screen) in every_page() {
        let ids: Vec<String> = screen.all("[id]").iter().map(|element| attribute(*element, "id")).collect();
        let different: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "{page}: {ids:?}");
    }
}

#[test]
fn every_reference_to_an_id_finds_it() {
    let kinds = "[aria-labelledby], [aria-describedby], label[for], output[for]";
    on_every_page(kinds, |screen, element| {
        let names = ["aria-labelledby", "aria-describedby", "for"];
        let ids: Vec<&str> =
            names.iter().filter_map(|name| element.attr(name)).flat_map(str::split_whitespace).collect();
        let missing = |id: &&&str| screen.all("[id]").iter().all(|found| found.attr("id") != Some(**id));
        ids.iter().find(missing).map(|id| format!("nothing has the id {id:?}"))
    });
}

#[test]
fn every_table_has_a_caption_and_heads_that_say_what_they_head() {
    on_every_page("table", |_, table| {
        let selector = scraper::Selector::parse("caption").expect("a selector");
        let caption = table.select(&selector).next().map(text).unwrap_or_default();
        caption.is_empty().then(|| table.html())
    });
    on_every_page("th", |_, head| {
        let scope = attribute(head, "scope");
        (!["row", "col"].contains(&&*scope) || text(head).is_empty()).then(|| head.html())
    });
}

#[test]
fn every_row_of_a_table_has_as_many_cells_as_the_table_has_heads() {
    let selector = |text| scraper::Selector::parse(text).expect("a selector");
    on_every_page("table", |_, table| {
        let heads = table.select(&selector("thead th")).count();
        let odd = |row: &scraper::ElementRef<'_>| row.select(&selector("th, td")).count() != heads;
        let odd = table.select(&selector("tbody tr")).filter(odd).count();
        (heads > 0 && odd > 0).then(|| format!("{odd} rows have not {heads} cells"))
    });
}

#[test]
fn every_region_and_picture_has_a_name() {
    on_every_page("[role=region], [role=img], [role=search], nav, section", |screen, element| {
        let label = attribute(element, "aria-label");
        let by = attribute(element, "aria-labelledby");
        let heading = screen.all("[id]").into_iter().find(|found| found.attr("id") == Some(&*by)).map(text);
        (label + &heading.unwrap_or_default()).is_empty().then(|| element.html().chars().take(80).collect())
    });
}

#[test]
fn every_page_can_be_skipped_into_and_says_where_the_data_stay() {
    for (page, screen) in every_page() {
        assert_eq!(screen.link_to("Skip to main content"), "#main", "{page}");
        assert_eq!(screen.all("main").len(), 1, "{page}");
        screen.shows("Everything stays in this browser.");
    }
}

#[test]
fn the_place_that_a_page_belongs_to_is_marked_among_the_places() {
    let desk = super::health::checked();
    let partnership = desk.register().partnerships()[0].id;
    for (place, marked) in [
        ("#/".to_owned(), vec!["Overview"]),
        (format!("#/partnerships/{partnership}/edit"), vec!["Partnerships"]),
        (format!("#/partnerships/{partnership}/health"), vec!["Health"]),
        ("#/actions/new".to_owned(), vec!["Risks"]),
        ("#/cost".to_owned(), vec!["Cost"]),
        ("#/benchmark".to_owned(), vec!["Benchmark"]),
        ("#/benchmark/surveys/aon-2025/crosswalk".to_owned(), vec!["Benchmark"]),
        ("#/organisation".to_owned(), vec![]),
        ("#/history".to_owned(), vec![]),
    ] {
        let screen = Screen::at(&desk, &place);
        let found: Vec<String> =
            screen.all("nav[aria-label=Places] a[aria-current]").into_iter().map(text).collect();
        assert_eq!(found, marked, "{place}");
    }
}
