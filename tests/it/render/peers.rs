//! Peers: what is sent is read in full, what is merged is counted, and small counts are nowhere on the page.

use std::rc::Rc;

use partnership_risk::app::edits::peers::marked;
use partnership_risk::app::event::Event;
use partnership_risk::app::model::{PeerBatch, Peers};
use partnership_risk::app::queries::peers::{next_mark, next_submission, submission_under};
use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::date::Date;
use partnership_risk_core::example::{fife_council, marlshire};
use partnership_risk_core::league::peers::{Cell, read};
use partnership_risk_core::register::{PeerId, PeerMark, Register, Sector};

use crate::desk::Desk;
use crate::screen::{Screen, attribute};

const PEERS: &str = "#/benchmark/peers";
const TABLE: &str = "League table of your peers";
const NOT_SHOWN: &str = "not shown";

/// The lines of as many bodies: for each ten councils one police force, all with the risks of the invented one.
fn lines(n: u64) -> String {
    let mark = PeerMark { id: PeerId::from_bits(0), edition: 1 };
    let line = submission_under(&marlshire(), mark, Date::FIRST).expect("it has rated risks").to_line();
    let sector = |i: u64| if i % 11 == 10 { Sector::Police } else { Sector::Council };
    let one = |i: u64| {
        let named = line.replace("0000000000000", &PeerId::from_bits(i + 1000).to_string());
        named.replace("\"council\"", &format!("\"{}\"", sector(i).key())) + "\n"
    };
    (0..n).map(one).collect()
}

fn batch(file: &str, text: &str, round: u32) -> PeerBatch {
    let mut batch = PeerBatch { files: 1, ..PeerBatch::of(round) };
    for line in read(text.as_bytes()) {
        match line {
            Ok(submission) => batch.submissions.push(submission),
            Err(error) => batch.refused.push((file.to_owned(), error.to_string())),
        }
    }
    batch
}

fn after_reading(desk: Desk, file: &str, text: &str) -> Desk {
    let batch = Rc::new(batch(file, text, desk.model.peers.round));
    desk.after(Event::PeersChosen(1)).after(Event::PeersRead { batch, by: Peers::with })
}

/// The invented council, with so many others merged and a bad file named.
pub fn merged(n: u64) -> Desk {
    let desk = after_reading(Desk::with_register(marlshire()), "club.ndjson", &lines(n));
    after_reading(desk, "bad.ndjson", "{\"schema\":1}\n{\"schema\":2}\nnonsense\n")
}

fn numbers_below_ten(table: &[Vec<String>]) -> Vec<String> {
    let below = |word: &str| word.parse::<u32>().is_ok_and(|n| n < 10);
    let counts = |cell: &&String| {
        let inside = cell.split_once('(').map(|(_, counts)| counts.trim_end_matches(')').to_owned());
        inside.is_some_and(|inside| inside.split(' ').any(below))
    };
    table.iter().flatten().filter(counts).cloned().collect()
}

#[test]
fn what_would_be_sent_is_shown_in_full() {
    let desk = Desk::with_register(marlshire());
    let screen = Screen::at(&desk, PEERS);
    let made = next_submission(&Rc::new(desk.register().clone()), desk.world.clock.today());
    let made = made.as_ref().as_ref().expect("it has rated risks");
    let shown = screen.all("[aria-label='Your submission in full']");
    assert_eq!(shown.len(), 1);
    let text: String = shown[0].text().collect();
    let text = text.replace("(drawn at random when you first save one)", "0000000000000");
    assert_eq!(text, made.to_text());
    assert!(!text.contains("Marlshire"));
    screen.button("Save this submission");
    screen.shows("This register is an example. Do not send its figures");
    screen.shows("Nothing merged yet.");
    assert!(screen.all("h2").iter().all(|h| !crate::screen::text(*h).contains("where you stand")));
}

/// Our submission is saved, as the button does it.
fn saves(desk: Desk) -> (Desk, PeerMark) {
    let mark = next_mark(desk.register(), desk.world.fresh_id());
    let change = marked(desk.register(), mark);
    (desk.does(change), mark)
}

#[test]
fn the_mark_is_remembered_told_in_the_history_and_is_not_taken_back() {
    let (desk, mark) = saves(Desk::with_register(marlshire()));
    Screen::at(&desk, PEERS).shows(&mark.id.to_string());
    Screen::at(&desk, "#/history").shows("Submissions to peers");
    assert_eq!(desk.comes_back().register().organisation().peer, Some(mark));
    let (desk, first) = saves(Desk::with_register(marlshire()));
    let desk = desk.after(Event::Undone);
    assert_eq!(*desk.register(), marlshire().under(first));
    let (desk, second) = saves(desk);
    assert_eq!((second.id, second.edition), (first.id, 2));
    let again = desk.after(Event::Undone).after(Event::Undone).after(Event::Redone);
    assert_eq!(*again.register(), marlshire().under(second));
}

#[test]
fn a_step_back_to_another_bodys_register_leaves_that_one_its_own_mark() {
    let choose = |register| Event::RegisterChosen { register: Rc::new(register), said: "Opened".into() };
    let (desk, _) = saves(Desk::with_example().after(choose(marlshire())));
    let desk = desk.after(Event::Undone).after(Event::Undone);
    assert_eq!(*desk.register(), fife_council());
    let (desk, ours) = saves(Desk::with_example());
    let other = PeerMark { id: PeerId::from_bits(7), edition: 9 };
    let desk = desk.after(choose(marlshire().under(other))).after(Event::Undone);
    assert_eq!(desk.register().organisation().peer, Some(ours));
    assert_eq!(desk.after(Event::Redone).register().organisation().peer, Some(other));
}

#[test]
fn merged_submissions_are_counted_and_a_bad_file_is_named_with_its_reason() {
    let desk = merged(40);
    let screen = Screen::at(&desk, PEERS);
    screen.shows("2 files looked at: 40 submissions, 1 file with problems.");
    screen.shows("bad.ndjson: line 1: column 12: missing field `body`, and 2 other lines");
    let again = after_reading(merged(40), "again.ndjson", &lines(3));
    Screen::at(&again, PEERS).shows("3 were of bodies that had another; the newest counts.");
    screen.button("Clear: all submissions merged here");
}

#[test]
fn how_far_the_reading_is_has_a_bar_and_only_its_end_is_announced() {
    let announced = |screen: &Screen| {
        let regions = screen.all("[aria-labelledby=merge] [role=status]");
        regions.into_iter().map(crate::screen::text).collect::<Vec<_>>()
    };
    let desk = Desk::with_register(marlshire()).after(Event::PeersChosen(2));
    let batch = Rc::new(batch("club.ndjson", &lines(40), desk.model.peers.round));
    let read = |desk: Desk| desk.after(Event::PeersRead { batch: batch.clone(), by: Peers::with });
    let desk = read(desk);
    let half = Screen::at(&desk, PEERS);
    let bar = half.field("1 of 2 files looked at");
    assert_eq!(["value", "max"].map(|name| attribute(bar, name)), ["1", "2"]);
    assert_eq!(announced(&half), [""]);
    let all = Screen::at(&read(desk), PEERS);
    assert!(all.all("progress").is_empty());
    assert_eq!(
        announced(&all),
        ["2 files looked at: 80 submissions. 40 were of bodies that had another; the newest counts."]
    );
}

#[test]
fn whoever_has_one_partnership_is_told_that_every_figure_is_about_it() {
    let told = "You have one partnership that is proposed or active, so every figure is about it.";
    Screen::at(&Desk::with_register(marlshire()), PEERS).does_not_show(told);
    Screen::at(&Desk::with_example(), PEERS).shows(told);
}

#[test]
fn the_table_and_the_places_are_the_cores() {
    let desk = merged(40);
    let screen = Screen::at(&desk, PEERS);
    let table = desk.model.peers.pool.table(None);
    assert_eq!(table.bodies, Cell::Shown(40));
    screen.shows("Bodies compared: 40. Your own submission is not one of those merged.");
    let means = table.entries.iter().map(|entry| match entry.mean_score {
        Cell::Shown(mean) => format!("{mean} %"),
        Cell::Suppressed => NOT_SHOWN.to_owned(),
    });
    assert_eq!(screen.table(TABLE).column("Mean score"), means.collect::<Vec<_>>());
    // All bodies have the figures of this one.
    let places = screen.table("Where you stand: themes of health");
    assert!(
        places.column("Where you stand").iter().all(|place| place == "At the median"),
        "{:?}",
        places.rows()
    );
    assert_eq!(places.column("Yours"), places.column("Median"));
    screen.heading("You stand in the middle half in all 10 themes of health compared");
}

#[test]
fn small_counts_stay_hidden_when_a_sector_is_chosen_and_cannot_be_had_by_subtraction() {
    // 37 councils and 3 police forces.
    let desk = merged(40);
    for sector in Sector::ALL.map(Some).into_iter().chain([None]) {
        let place = sector.map_or(PEERS.to_owned(), |sector| format!("{PEERS}?sector={}", sector.key()));
        let screen = Screen::at(&desk, &place);
        assert_eq!(numbers_below_ten(&screen.table(TABLE).rows()), [""; 0], "{place}");
    }
    for sector in ["police", "council"] {
        let screen = Screen::at(&desk, &format!("{PEERS}?sector={sector}"));
        screen.shows(&format!("{NOT_SHOWN}."));
        assert!(screen.table(TABLE).column("Mean score").iter().all(|mean| mean == NOT_SHOWN), "{sector}");
        screen.heading("Themes of health cannot be compared: too few bodies to show");
    }
    assert_eq!(Screen::at(&desk, &format!("{PEERS}?sector=police")).filled("Compare with"), "Police");
}

#[test]
fn a_few_files_show_no_figure_at_all() {
    let screen = Screen::at(&merged(9), PEERS);
    screen.shows("Bodies compared: not shown.");
    let rows = screen.table(TABLE).rows();
    assert!(rows.iter().all(|row| row[1..].iter().all(|cell| cell == NOT_SHOWN)), "{rows:?}");
}

#[test]
fn what_is_cleared_does_not_come_back_with_files_that_were_still_being_read() {
    let desk = Desk::with_register(marlshire()).after(Event::PeersChosen(2));
    Screen::at(&desk, PEERS).shows("0 of 2 files looked at");
    let late = Rc::new(batch("late.ndjson", &lines(2), desk.model.peers.round));
    let desk = desk.after(Event::PeersCleared).after(Event::PeersRead { batch: late, by: Peers::with });
    Screen::at(&desk, PEERS).shows("Nothing merged yet.");
}

#[test]
fn a_register_without_rated_risks_has_nothing_to_send_and_can_still_look() {
    let bare = |register: &Register| {
        let risks = register.risks().iter().map(|risk| {
            let mut risk = (**risk).clone();
            risk.ratings.current = None;
            risk
        });
        partnership_risk_core::register::Change::RisksPut(risks.collect())
    };
    let desk = merged(40);
    let change = bare(desk.register());
    let screen = Screen::at(&desk.does(change), PEERS);
    screen.shows("You have nothing to send yet. No open risk has both a rating and a category.");
    screen.shows("you have no figures of your own to compare");
}

#[test]
fn the_places_of_the_benchmark_are_tabs() {
    let desk = Desk::with_example();
    for (place, here) in [("#/benchmark", "Compare"), ("#/benchmark/peers?sector=fire", "Peers")] {
        let tabs = Screen::at(&desk, place);
        let marked = tabs.all("nav[aria-label=Benchmark] a[aria-current]");
        assert_eq!(marked.into_iter().map(crate::screen::text).collect::<Vec<_>>(), [here]);
    }
}
