//! Whose part in the losses is how great, and which input matters most.

use std::rc::Rc;

use partnership_risk_core::cost::Slice;
use partnership_risk_core::loss::{Bar, Input, Measure, Tornado};
use partnership_risk_core::register::{Register, Risk};
use yew::prelude::{Html, html};

use super::{choices, head, nothing_yet};
use crate::app::queries::cost::{
    By, CostView, ShareLine, Shares, Whose, YearOfLosses, swings, tail_shares, year_of_losses,
};
use crate::app::queries::risk_table::Filter;
use crate::app::tasks::{Entry, Figures};
use crate::ui::charts::{Span, Spans};
use crate::ui::components::{ChoiceItem, Head, TableRow, disclosure, link, table, table_frame};
use crate::ui::pages::filters::Filters;
use crate::ui::pages::shown::{at_place, place_of};
use crate::ui::pages::take_away::TakeAway;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::{percent, pounds};

/// The page.
pub(super) fn shares_page(register: &Rc<Register>, session: &Session, view: &CostView) -> Html {
    let year = year_of_losses(register, view);
    let shares = tail_shares(register, view);
    let filters = Filters { view: view.clone(), to: Route::CostShares };
    html! {
        <>
            { head::head("What makes up the cost of risk", &Route::CostShares(view.clone()), view) }
            { choices::fields(&filters, register, html! { <>{ by(&filters) }{ choices::measure(&filters) }</> }) }
            { choices::left_out(&year) }
            if year.risks.is_empty() {
                { nothing_yet() }
            } else {
                { parts(session, view, &shares) }
                { inputs(register, session, view, &year) }
            }
        </>
    }
}

fn by(filters: &Filters<CostView>) -> Html {
    let name = |by: By| match by {
        By::Risk => "Risk",
        By::Partnership => "Partnership",
        By::Category => "Category",
    };
    let chosen = place_of(&By::ALL, Some(&filters.view.by));
    let items = ChoiceItem::numbered(By::ALL.into_iter().map(name));
    filters.choice(("by", "Parts of each"), chosen, (None, items), |view, place| {
        view.by = at_place(&By::ALL, place).unwrap_or_default();
    })
}

/// How many parts stand in the picture by themselves.
const DRAWN: usize = 10;
/// From which share of the whole on a few parts are said to make it up.
const MOST: f64 = 0.7;

fn parts(session: &Session, view: &CostView, shares: &Shares) -> Html {
    let title = title(view.by, shares);
    let picture =
        Spans { name: title.clone().into(), id: "shares-picture", spans: waterfall(shares), line: None };
    let take_away = TakeAway {
        picture: picture.id,
        name: "parts in the losses",
        stem: "parts-in-the-losses",
        figures: behind_parts(shares),
    };
    html! {
        <section aria-labelledby="parts">
            <h2 id="parts">{ &title }</h2>
            <p class="note">{ "Each one\u{2019}s part in the average loss of the worst year in twenty. The parts add up: a risk that is at its worst when everything else is, has a greater one (Euler\u{2019}s allocation)." }</p>
            { table_frame(title, picture.view()) }
            { take_away.view(session) }
            { parts_table(shares) }
        </section>
    }
}

fn title(by: By, shares: &Shares) -> String {
    let mut sum = 0.0;
    let few = shares.lines.iter().take_while(|line| {
        let is_needed = sum < MOST * shares.tail;
        sum += line.tail;
        is_needed
    });
    let n = few.count();
    let whole: f64 = shares.lines.iter().take(n).map(|line| line.tail).sum();
    let what = match (by, n) {
        (By::Risk, 1) => "risk makes",
        (By::Risk, _) => "risks make",
        (By::Partnership, 1) => "partnership makes",
        (By::Partnership, _) => "partnerships make",
        (By::Category, 1) => "category makes",
        (By::Category, _) => "categories make",
    };
    format!(
        "{n} of {} {what} up {} of the worst year in twenty",
        shares.lines.len(),
        percent(whole / shares.tail)
    )
}

/// The greatest parts one after the other, the others together, and the whole.
fn waterfall(shares: &Shares) -> Vec<Span> {
    let mut sum = 0.0;
    let mut step = |label: String, part: f64| {
        let from = sum;
        sum += part;
        let said = format!("{}, {}", pounds(part), percent(part / shares.tail));
        Span { label, from, to: sum, said, is_sum: false }
    };
    let (drawn, others) = shares.lines.split_at(shares.lines.len().min(DRAWN));
    let mut spans: Vec<Span> = drawn.iter().map(|line| step(line.name.clone(), line.tail)).collect();
    if !others.is_empty() {
        spans.push(step(format!("{} others", others.len()), others.iter().map(|line| line.tail).sum()));
    }
    let whole = Span {
        label: "Together".into(),
        from: 0.0,
        to: shares.tail,
        said: pounds(shares.tail),
        is_sum: true,
    };
    spans.push(whole);
    spans
}

fn behind_parts(shares: &Shares) -> Figures {
    let row = |line: &ShareLine| {
        vec![Entry::Text(line.name.clone()), Entry::Number(line.mean), Entry::Number(line.tail)]
    };
    let heads = vec!["Whose", "Expected in a year, in pounds", "In the worst year of twenty, in pounds"];
    Figures { heads, rows: shares.lines.iter().map(row).collect() }
}

fn behind_inputs(year: &YearOfLosses, tornado: &Tornado) -> Figures {
    let row = |bar: &Bar| vec![Entry::Text(told(year, bar)), Entry::Number(bar.low), Entry::Number(bar.high)];
    let heads = vec!["Input", "At its low end, in pounds", "At its high end, in pounds"];
    Figures { heads, rows: tornado.bars.iter().map(row).collect() }
}

fn parts_table(shares: &Shares) -> Html {
    let heads = [
        Head::text("Whose"),
        Head::number("Expected in a year"),
        Head::number("Share"),
        Head::number("In the worst year of twenty"),
        Head::number("Share of that"),
    ];
    let row = |line: &ShareLine| {
        TableRow::new(vec![
            link(to(&line.whose), line.name.clone()),
            pounds(line.mean).into(),
            percent(line.mean / shares.mean).into(),
            pounds(line.tail).into(),
            percent(line.tail / shares.tail).into(),
        ])
    };
    table("Parts in the losses", &heads, shares.lines.iter().map(row).collect())
}

fn to(whose: &Whose) -> String {
    match whose {
        Whose::Risk(id) => Route::Cost(CostView { slice: Slice::Risk(*id), ..CostView::default() }),
        Whose::Partnership(id) => Route::PartnershipCost(*id),
        Whose::Category(category) => Route::risks(Filter { category: category.clone(), ..Filter::default() }),
    }
    .to_string()
}

fn inputs(register: &Rc<Register>, session: &Session, view: &CostView, year: &YearOfLosses) -> Html {
    let found = swings(register, view);
    let (measure, tornado) = &*found;
    let title = tornado.bars.first().map_or_else(
        || "No input has a range".to_owned(),
        |bar| format!("What matters most to know better: {}", asked(year, bar)),
    );
    let spans = tornado.bars.iter().take(DRAWN).map(|bar| span(year, bar)).collect();
    let picture = Spans { name: title.clone().into(), id: "inputs-picture", spans, line: Some(tornado.best) };
    let take_away = TakeAway {
        picture: picture.id,
        name: "inputs that matter",
        stem: "inputs-that-matter",
        figures: behind_inputs(year, tornado),
    };
    html! {
        <section aria-labelledby="inputs">
            <h2 id="inputs">{ &title }</h2>
            <p class="note">{ subtitle(*measure, tornado) }</p>
            { table_frame(title, picture.view()) }
            { take_away.view(session) }
            { disclosure("The figures behind the bars", bars_table(year, tornado)) }
        </section>
    }
}

fn subtitle(measure: Measure, tornado: &Tornado) -> String {
    let what = match measure {
        Measure::Mean => "expected loss of a year",
        Measure::Tail => "average loss of the worst year in twenty",
    };
    format!(
        "Each input at its low and at its high end, all others as they are: how far the {what} swings about {} (the line).",
        pounds(tornado.best)
    )
}

fn risk<'y>(year: &'y YearOfLosses, bar: &Bar) -> Option<&'y Risk> {
    year.risks.get(bar.exposure).map(|risk| &**risk)
}

/// What is to be known better, in a sentence.
fn asked(year: &YearOfLosses, bar: &Bar) -> String {
    let title = risk(year, bar).map_or("", |risk| &risk.title);
    match bar.input {
        Input::Frequency => format!("how often \u{201c}{title}\u{201d} comes about"),
        Input::Severity => format!("what \u{201c}{title}\u{201d} costs each time"),
    }
}

/// The same before a bar.
fn told(year: &YearOfLosses, bar: &Bar) -> String {
    let title = risk(year, bar).map_or("", |risk| &risk.title);
    match bar.input {
        Input::Frequency => format!("how often: {title}"),
        Input::Severity => format!("what it costs: {title}"),
    }
}

fn span(year: &YearOfLosses, bar: &Bar) -> Span {
    let said = format!("{} to {}", pounds(bar.low), pounds(bar.high));
    let label = told(year, bar);
    Span { label, from: bar.low, to: bar.high, said, is_sum: false }
}

fn bars_table(year: &YearOfLosses, tornado: &Tornado) -> Html {
    let heads = [
        Head::text("Risk"),
        Head::text("Input"),
        Head::number("Low end"),
        Head::number("High end"),
        Head::text("Where the ends come from"),
    ];
    let row = |bar: &Bar| {
        let name = risk(year, bar).map(|risk| link(Route::Risk(risk.id).to_string(), risk.title.clone()));
        TableRow::new(vec![
            name.unwrap_or_default(),
            bar.input.name().into(),
            pounds(bar.low).into(),
            pounds(bar.high).into(),
            bar.ends.from.name().into(),
        ])
    };
    table("Inputs by how much they matter", &heads, tornado.bars.iter().map(row).collect())
}
