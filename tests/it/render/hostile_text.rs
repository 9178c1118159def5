//! Text that wants to be something else is shown as text, on every page.

use partnership_risk_core::catalogue::{
    About, CategoryId, Extent, Line, Origin, Row, Survey, SurveyId, SurveySector, Unit,
};
use partnership_risk_core::date::Date;
use partnership_risk_core::example::fife_council;
use partnership_risk_core::health::{Answer, Given, QuestionId};
use partnership_risk_core::register::{
    Change, HealthCheck, HealthCheckId, Organisation, Partner, Partnership, Register, Risk, Role, Sector,
    Value,
};

use super::places;
use crate::desk::Desk;
use crate::screen::Screen;

const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)>",
    "javascript:alert(1)",
    "\u{202e}gnihsihp\u{202c}",
    "&lt;b&gt; &amp;amp; &#60;",
    "</textarea></title></option><h1>taken over</h1>",
    "{{ 7 * 7 }} ${7*7} `rm -rf`",
];

/// A survey of one's own in which every text is this one.
fn survey_of(text: &str) -> Survey {
    let said = || text.to_owned();
    let about = About {
        id: SurveyId::new("own-survey"),
        title: said(),
        publisher: said(),
        series: Some(said()),
        year: None,
        population: said(),
        respondents: None,
        scope: said(),
        sector: SurveySector::Charities,
        question: said(),
        choices: None,
        unit: Unit::Rank,
        source: said(),
        extent: Extent::Partial,
        origin: Origin::Secondary,
        caveats: said(),
    };
    let row = Row { rank: Some(1), label: format!("a {text}"), value: None };
    Survey::new(about, vec![row]).expect("any text is a survey")
}

fn line_of(text: &str) -> Line {
    let entry = survey_of(text).entries()[0].id().clone();
    Line { entry, categories: vec![CategoryId::new(text)], reason: text.into() }
}

/// A register in which every text is this one.
fn register_of(text: &str) -> Register {
    let fife = fife_council();
    let organisation = Organisation { name: text.to_owned(), ..fife.organisation().clone() };
    let partner = Partner {
        name: text.to_owned(),
        sector: Sector::default(),
        role: Role::default(),
        is_dominant: true,
        money_share: None,
        loss_share: None,
    };
    let partnership = Partnership {
        name: text.to_owned(),
        purpose: text.to_owned(),
        lead_officer: text.to_owned(),
        accountable_officer: text.to_owned(),
        objectives: text.to_owned(),
        partners: vec![partner],
        value: Value {
            inputs: text.to_owned(),
            outputs: text.to_owned(),
            outcomes: text.to_owned(),
            alternatives: text.to_owned(),
            staff_days: None,
        },
        significant_for: vec![text.into()],
        notes: text.to_owned(),
        ..(*fife.partnerships()[0]).clone()
    };
    let risk = Risk {
        reference: text.to_owned(),
        title: text.to_owned(),
        cause: text.to_owned(),
        event: text.to_owned(),
        consequence: text.to_owned(),
        owner: text.to_owned(),
        notes: text.to_owned(),
        category: Some(CategoryId::new(text)),
        ..(*fife.risks()[0]).clone()
    };
    let mut check = HealthCheck::new(HealthCheckId::from_bits(7), partnership.id, text, Date::FIRST, 0);
    check.body = text.to_owned();
    check.notes = text.to_owned();
    let given = Given { answer: Answer::Partly, evidence: text.to_owned() };
    check.answers.insert(QuestionId::new("signed-agreement"), given.clone());
    check.answers.insert(QuestionId::new(text), given);
    let changes = vec![
        Change::OrganisationSet(organisation),
        Change::PartnershipsPut(vec![partnership]),
        Change::RisksPut(vec![risk]),
        Change::HealthChecksPut(vec![check]),
        Change::SurveysPut(vec![survey_of(text)]),
        Change::CrosswalkSet(survey_of(text).id().clone(), vec![line_of(text)]),
    ];
    fife.apply(Change::All(changes)).expect("any text is a name")
}

#[test]
fn hostile_text_is_shown_as_it_was_typed_on_every_page() {
    for text in HOSTILE {
        let desk = Desk::with_register(register_of(text));
        for place in places(&desk) {
            let screen = Screen::at(&desk, &place);
            // The register's name stands in the header of every page.
            screen.shows(text);
            assert!(screen.all("script, img, iframe, [onerror], [onload]").is_empty(), "{place}: {text}");
            assert_eq!(screen.all("h1").len(), 1, "{place}: {text}");
        }
        let risk = Screen::at(&desk, &format!("#/risks/{}", desk.register().risks()[0].id));
        for label in
            ["The risk in a few words", "Cause", "Event", "Consequence", "Owner", "Reference", "Notes"]
        {
            assert_eq!(risk.filled(label), text, "{label}");
        }
    }
}

#[test]
fn hostile_text_in_a_file_is_shown_as_it_was_written() {
    for text in HOSTILE {
        let cell = format!("\"{}\"", text.replace('"', "\"\""));
        let file = format!("{cell},Risk,Likelihood,Impact\n{cell},{cell},2,3\n{cell},{cell},{cell},3\n");
        let desk = Desk::new().chooses(text, file.as_bytes());
        let screen = Screen::at(&desk, "#/import");
        assert_eq!(
            screen.title(),
            format!("Import {}", text.split_whitespace().collect::<Vec<_>>().join(" "))
        );
        assert!(screen.all("script, img, iframe, [onerror], [onload]").is_empty(), "{text}");
    }
}

#[test]
fn very_long_text_and_nothings_are_shown_too() {
    let long = "Partnership ".repeat(2_000);
    for (text, shown) in [(&*long, long.trim()), ("a\0b", "ab")] {
        let desk = Desk::with_register(register_of(text));
        for place in places(&desk) {
            // Parsers of HTML leave a NUL out; browsers, to whom it is given as text, do as they like.
            let screen = Screen::at(&desk, &place);
            assert!(screen.reads().contains(shown) || screen.reads().contains("a\u{fffd}b"), "{place}");
        }
    }
}

#[test]
fn a_hostile_address_leads_to_a_page() {
    let desk = Desk::with_example();
    for text in HOSTILE {
        for address in [
            format!("#/{text}"),
            format!("#/risks?q={text}&category={text}&sort={text}&page={text}"),
            format!("#/risks/{text}"),
            format!("#/partnerships?q={text}&form={text}&without={text}&sort={text}"),
            format!("#/partnerships/{text}"),
            format!("#/benchmark?survey={text}&measure={text}"),
            format!("#/benchmark/surveys?q={text}&sector={text}&year={text}&whose={text}"),
            format!("#/benchmark/surveys/{text}?with={text}"),
            format!("#/benchmark/surveys/new?from={text}"),
            format!("#/risks/new?partnership={text}"),
            format!("#/health/{text}?theme={text}"),
        ] {
            let screen = Screen::at(&desk, &address);
            assert!(screen.all("script, img, iframe, [onerror], [onload]").is_empty(), "{address}");
            assert!(!screen.title().is_empty());
        }
    }
}

#[test]
fn a_link_to_a_source_is_a_link_only_when_it_is_one() {
    let fife = fife_council();
    let organisation =
        Organisation { published_source: "javascript:alert(1)".into(), ..fife.organisation().clone() };
    let register = fife.apply(Change::OrganisationSet(organisation)).expect("any text is a source");
    let screen = Screen::at(&Desk::with_register(register), "#/");
    for link in screen.all("a") {
        let to = link.attr("href").unwrap_or_default();
        assert!(to.starts_with('#') || to.starts_with("http"), "a link leads to {to}");
    }
}
