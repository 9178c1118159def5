//! The health check: all partnerships by theme, one partnership with its respondents, and the questions.

use partnership_risk::app::drafts::{AnswerDraft, ThemeDraft, Typed};
use partnership_risk::app::tasks;
use partnership_risk_core::date::Date;
use partnership_risk_core::example::fife_council;
use partnership_risk_core::health::{Answer, Given, QuestionId, Theme};
use partnership_risk_core::register::{
    Change, HealthCheck, HealthCheckId, Partner, Partnership, PartnershipId, Role, Sector,
};
use scraper::{ElementRef, Selector};

use crate::desk::Desk;
use crate::screen::{Screen, accessible_name, attribute, text};

const SIGNED: &str = "Is there a written agreement that every partner has signed?";
const DISAGREEMENTS: &str = "Disagreements, the widest first";
const SPECTRUM: &str = "Score of each partnership by theme, the lowest first";
const HEAD: u64 = 1;
const NURSE: u64 = 2;
const EARLIER: u64 = 4;

fn check(bits: u64, partnership: PartnershipId, (respondent, body): (&str, &str), day: &str) -> HealthCheck {
    let date = Date::read(day).expect("a date");
    let check = HealthCheck::new(HealthCheckId::from_bits(bits), partnership, respondent, date, bits as i64);
    HealthCheck { body: body.to_owned(), ..check }
}

fn answer(check: &mut HealthCheck, answers: &[(&str, Answer)]) {
    for (slug, answer) in answers {
        check.answers.insert(QuestionId::new(slug), (*answer).into());
    }
}

fn partner(name: &str) -> Partner {
    Partner {
        name: name.to_owned(),
        sector: Sector::default(),
        role: Role::default(),
        is_dominant: false,
        money_share: None,
        loss_share: None,
    }
}

/// A visit with the example, whose partnership three respondents have checked, one of them twice. They
/// disagree on the agreement; the public is left out.
pub fn checked() -> Desk {
    let desk = Desk::with_example();
    let partnership = (*desk.register().partnerships()[0]).clone();
    let id = partnership.id;
    let mut checks = [
        check(HEAD, id, ("Head of care", ""), "1/5/2027"),
        check(NURSE, id, ("Chief nurse", "NHS Fife"), "2/5/2027"),
        check(3, id, ("Superintendent", "Police Scotland"), "3/5/2027"),
        check(EARLIER, id, ("Head of care", ""), "1/5/2026"),
    ];
    for check in &mut checks[..3] {
        for question in QuestionId::standard().filter(|q| q.theme() != Some(Theme::Public)) {
            check.answers.insert(question, Answer::Largely.into());
        }
    }
    answer(&mut checks[0], &[("signed-agreement", Answer::NotInPlace), ("tensions", Answer::DoNotKnow)]);
    answer(&mut checks[2], &[("signed-agreement", Answer::Planned), ("take-back", Answer::NotApplicable)]);
    answer(&mut checks[3], &[("signed-agreement", Answer::NotInPlace), ("right-route", Answer::Partly)]);
    let proven = Given { answer: Answer::Fully, evidence: "Agreement of 2 May".into() };
    checks[1].answers.insert(QuestionId::new("signed-agreement"), proven);
    let partners = ["NHS Fife", "Police Scotland"].map(partner).to_vec();
    desk.does(Change::PartnershipsPut(vec![Partnership { partners, ..partnership }]))
        .does(Change::HealthChecksPut(checks.to_vec()))
}

fn address_of_partnership(desk: &Desk) -> String {
    format!("#/partnerships/{}/health", desk.register().partnerships()[0].id)
}

fn address_of(check: u64, theme: Theme) -> String {
    use partnership_risk_core::choice::Choice;
    format!("#/health/{}?theme={}", HealthCheckId::from_bits(check), theme.key())
}

fn headings(screen: &Screen) -> Vec<String> {
    screen.all("h2").into_iter().map(text).collect()
}

#[test]
fn of_three_respondents_the_disagreement_comes_first_and_names_who_said_what() {
    let desk = checked();
    let screen = Screen::at(&desk, &address_of_partnership(&desk));
    assert_eq!(screen.title(), "Health of Council as a whole");
    assert_eq!(headings(&screen)[0], "The respondents disagree on 2 questions");
    let rows = screen.table(DISAGREEMENTS).rows();
    assert_eq!(
        rows[0],
        [
            SIGNED,
            "Head of care: Not in place Chief nurse, NHS Fife: Fully, with evidence (Agreement of 2 May) \
             Superintendent, Police Scotland: Planned",
            "4",
            "Planned"
        ]
    );
    assert!(rows[1][1].contains("Head of care: Do not know"), "{rows:?}");
    assert_eq!(rows.len(), 2);
    let split = screen.table("Questions that apply to some and not to others").rows();
    assert!(split[0][1].ends_with("Superintendent, Police Scotland: Not applicable"), "{split:?}");
}

#[test]
fn the_cap_is_named_with_the_question_that_holds_the_partnership_back() {
    let desk = checked();
    let screen = Screen::at(&desk, &address_of_partnership(&desk));
    screen.shows("73 %, level 2, Developing");
    screen.shows("By its score it would be level 4, Managed. It is held at level 2, Developing, because of:");
    screen.shows(&format!("{SIGNED} Planned. Without a signed agreement,"));
}

#[test]
fn an_open_question_is_shown_as_open_and_the_score_as_provisional() {
    let desk = checked();
    let screen = Screen::at(&desk, &address_of_partnership(&desk));
    screen.heading("4 open questions");
    screen.shows("Provisional: 4 questions are still open.");
    screen.shows("Is it known who provides what, so that nothing falls between the partners? Open");
    let themes = screen.table("Score by theme");
    assert_eq!(themes.column("Answered")[Theme::Public as usize], "0 of 4");
    assert_eq!(themes.column("Lowest to highest")[Theme::Agreement as usize], "56 % to 81 %");
}

#[test]
fn what_is_not_known_and_what_is_weakest_have_names_and_next_steps() {
    let desk = checked();
    let screen = Screen::at(&desk, &address_of_partnership(&desk));
    screen.heading("1 question that somebody cannot answer");
    screen.shows("Not known to: Head of care");
    let weakest = screen.table("Weakest questions with the next step").rows();
    assert_eq!(
        weakest,
        [[
            &format!("{SIGNED} Key question"),
            "Planned",
            "Write down purpose, duties, money, decisions and exit in a few pages, and have every partner sign."
        ]]
    );
}

#[test]
fn the_trend_tells_how_the_score_moved_and_has_its_table() {
    let desk = checked();
    let screen = Screen::at(&desk, &address_of_partnership(&desk));
    let finding = "The score rose from 25 % to 73 % between 1 May 2026 and 3 May 2027";
    screen.heading(finding);
    assert!(screen.all("svg[role=img]").iter().any(|svg| svg.attr("aria-label") == Some(finding)));
    let days = screen.table("Score on each day").rows();
    assert_eq!(days[0], ["1 May 2026", "25 %", "Head of care: 25 %"]);
    assert_eq!(days.len(), 4);
}

#[test]
fn the_list_of_checks_says_which_stand_and_offers_to_answer_anew() {
    let desk = checked();
    let screen = Screen::at(&desk, &address_of_partnership(&desk));
    let checks = screen.table("Checks of Council as a whole, the latest first");
    assert_eq!(
        checks.column("Respondent"),
        ["Superintendent, Police Scotland", "Chief nurse, NHS Fife", "Head of care", "Head of care"]
    );
    assert_eq!(checks.column("Answered"), ["36 of 40", "36 of 40", "36 of 40", "2 of 40"]);
    assert_eq!(checks.column("State"), ["Stands", "Stands", "Stands", "Replaced by a later one"]);
    screen.button("Answer anew today: Head of care");
    let (name, to) = checks.links().remove(1);
    let one = Screen::at(&desk, &to);
    assert_eq!(one.title(), format!("Health check by {name}"));
    one.button("Answer anew today");
    one.button("Delete this check");
    assert_eq!(one.link_to("Go on answering"), address_of(NURSE, Theme::Public));
    assert!(one.link_to("Change who answered").ends_with("/edit"));
}

#[test]
fn radio_buttons_have_names_descriptions_and_one_group_for_each_question() {
    let screen = Screen::at(&checked(), &address_of(NURSE, Theme::Agreement));
    assert_eq!(screen.title(), "Agreement");
    let groups = screen.all("fieldset");
    assert_eq!(groups.len(), 4);
    for group in &groups {
        assert!(described(&screen, *group).len() > 40, "why it matters");
        let radios = within(*group, "input[type=radio]");
        assert_eq!(radios.len(), 7);
        assert!(radios.iter().all(|radio| radio.attr("name") == radios[0].attr("name")));
        assert!(radios.iter().all(|radio| described(&screen, *radio).ends_with('.')));
    }
    let legend = format!("9. {SIGNED}");
    let fully = screen.field_in(&legend, "Fully, with evidence");
    assert!(described(&screen, fully).starts_with("All partners have signed a full agreement"));
    assert!(fully.attr("checked").is_some());
    assert_eq!(screen.all("input[checked]").len(), 4);
    assert_eq!(screen.field_in(&legend, "Evidence").text().collect::<String>(), "Agreement of 2 May");
    screen.button("Leave question 9 open");
}

#[test]
fn every_theme_is_at_hand_with_how_far_it_is_answered() {
    let screen = Screen::at(&checked(), &address_of(EARLIER, Theme::Agreement));
    let here: Vec<String> = screen.all("a[aria-current=step]").into_iter().map(accessible_name).collect();
    assert_eq!(here, ["Agreement"]);
    let states: Vec<String> = screen.all("nav[aria-label=Themes] li").into_iter().map(text).collect();
    assert_eq!(states.len(), 10);
    assert_eq!(states[0], "Purpose and value1 of 4 answered");
    screen.shows("2 of 40 questions answered. Score so far: 25 %. Provisional: 38 questions are still open.");
    screen.button("Save and continue");
    Screen::at(&checked(), &address_of(EARLIER, Theme::Exit)).button("Save and finish");
}

#[test]
fn what_was_chosen_and_not_saved_is_found_again_and_told_on_the_other_themes() {
    let desk = checked();
    let mut draft = ThemeDraft::default();
    draft.answers[1] = AnswerDraft { answer: "partly".into(), evidence: "Half a schedule".into() };
    let typed = Typed { base: ThemeDraft::default(), draft };
    tasks::keep_draft(&desk.world, &address_of(EARLIER, Theme::Finance), &typed);
    let finance = Screen::at(&desk, &address_of(EARLIER, Theme::Finance));
    finance.shows("This is what you typed here earlier and did not save.");
    assert_eq!(finance.all("input[checked]").len(), 1);
    finance.shows("3 of 40 questions answered.");
    Screen::at(&desk, &address_of(EARLIER, Theme::Agreement)).shows("Finance0 of 4 answered, more not saved");
    let whole = Screen::at(&desk, &format!("#/health/{}", HealthCheckId::from_bits(EARLIER)));
    assert_eq!(
        whole.table("How far each theme is answered").column("Answered")[Theme::Finance as usize],
        "0 of 4 answered, more not saved"
    );
}

#[test]
fn a_new_check_is_of_today_and_offers_the_partners_as_bodies() {
    let desk = checked();
    let id = desk.register().partnerships()[0].id;
    let screen = Screen::at(&desk, &format!("#/health/new?partnership={id}"));
    assert_eq!(screen.title(), "Start a health check");
    assert_eq!(screen.filled("Partnership"), "Council as a whole");
    assert_eq!(screen.filled("Date"), desk.world.clock.today().as_typed());
    let bodies: Vec<String> =
        within(screen.field("For which body?"), "option").into_iter().map(text).collect();
    assert_eq!(bodies, ["Fife Council", "NHS Fife", "Police Scotland", "Another body"]);
    let known = Screen::at(&desk, &format!("#/health/{}/edit", HealthCheckId::from_bits(NURSE)));
    assert_eq!(known.filled("Who answers?"), "Chief nurse");
    assert_eq!(known.filled("For which body?"), "NHS Fife");
    assert_eq!(known.filled("Date"), "2/5/2027");
}

#[test]
fn the_spectrum_puts_the_neediest_first_and_says_what_is_weakest_everywhere() {
    let desk = checked();
    let (weak, unchecked) = (PartnershipId::from_bits(21), PartnershipId::from_bits(22));
    let mut poor = check(9, weak, ("Head of waste", ""), "1/5/2027");
    answer(&mut poor, &[("signed-agreement", Answer::Planned), ("joint-targets", Answer::Partly)]);
    let partnerships = vec![Partnership::new(weak, "Waste", 0), Partnership::new(unchecked, "Broadband", 0)];
    let desk = desk.does(Change::PartnershipsPut(partnerships)).does(Change::HealthChecksPut(vec![poor]));
    let screen = Screen::at(&desk, "#/health");
    assert_eq!(screen.title(), "Health");
    screen.heading("Agreement is the weakest theme: 43 % on average over 2 partnerships");
    let rows = screen.table(SPECTRUM).rows();
    assert_eq!(rows[0][..2], ["WasteProvisional", "37 %level 2, Developing"]);
    assert_eq!(rows[1][..2], ["Council as a wholeProvisional2 disagreements", "73 %level 2, Developing"]);
    assert_eq!(screen.table(SPECTRUM).column("Agreement"), ["25 %", "62 %"]);
    assert_eq!(screen.table(SPECTRUM).column("The public"), ["\u{2013}", "\u{2013}"]);
    screen.heading("1 partnership without a check");
    assert_eq!(screen.link_to("Start a check of Broadband"), format!("#/health/new?partnership={unchecked}"));
    screen.shows("James Strachan (Audit Commission), Let's dance, Community Care, 2005");
}

#[test]
fn a_partnership_that_nobody_checked_says_how_to_begin() {
    let desk = Desk::with_example();
    let screen = Screen::at(&desk, &address_of_partnership(&desk));
    screen.shows("Nobody has answered a health check of this partnership yet.");
    assert!(screen.link_to("Start a check").starts_with("#/health/new?partnership="));
    assert_eq!(fife_council().health_checks().len(), 0);
}

#[test]
fn a_check_that_is_gone_leaves_an_address_that_says_so() {
    let desk = Desk::with_example();
    let id = HealthCheckId::from_bits(99);
    for place in
        [format!("#/health/{id}"), format!("#/health/{id}?theme=exit"), format!("#/health/{id}/edit")]
    {
        assert_eq!(Screen::at(&desk, &place).title(), "There is nothing at this address", "{place}");
    }
}

fn within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    element.select(&selector).collect()
}

/// What a screen reader says after the name.
fn described(screen: &Screen, element: ElementRef<'_>) -> String {
    let ids = attribute(element, "aria-describedby");
    let find = |id: &str| screen.all("[id]").into_iter().find(|found| found.attr("id") == Some(id));
    ids.split_whitespace().filter_map(find).map(text).collect::<Vec<_>>().join(" ")
}
