//! A survey beside another edition of its series: what rose, fell, came and went, as a picture and as the table behind
//! it. Places alone are compared; percentages never are.

use std::rc::Rc;

use partnership_risk_core::catalogue::{Extent, Survey, SurveyId};
use partnership_risk_core::order::ordered;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::super::survey_facts::short_name;
use crate::app::queries::surveys::{EditionLine, Editions, editions, find_survey, other_editions};
use crate::ui::charts::{End, Side, Slope};
use crate::ui::components::{ChoiceItem, Head, TableRow, disclosure, table, table_frame};
use crate::ui::pages::filters::{Filters, choosing};
use crate::ui::route::Route;
use crate::ui::words::{count, ordinal};

/// Which survey is seen beside which other edition.
type View = (SurveyId, Option<SurveyId>);

/// The other editions of a survey, and the movement to or from the one that is chosen.
pub(super) fn other_years(register: &Register, survey: &Rc<Survey>, with: Option<&SurveyId>) -> Html {
    let others = other_editions(register, survey);
    if others.is_empty() {
        return Html::default();
    }
    let chosen = with.and_then(|id| find_survey(register, id));
    let found = chosen.and_then(|other| editions(survey, &other));
    html! {
        <section aria-labelledby="editions">
            <h2 id="editions">{ "Other editions" }</h2>
            { choice(survey, &others, with) }
            { found.map(|found| movement(&found)).unwrap_or_default() }
        </section>
    }
}

fn choice(survey: &Survey, others: &[Rc<Survey>], with: Option<&SurveyId>) -> Html {
    let filters: Filters<View> =
        Filters { view: (survey.id().clone(), with.cloned()), to: |(id, with)| Route::Survey(id, with) };
    let item = |other: &Rc<Survey>| ChoiceItem::new(other.id().to_string(), short_name(other));
    let chosen = with.map(ToString::to_string).unwrap_or_default();
    let items = (Some("None"), others.iter().map(item).collect());
    let field = filters.choice(("edition", "Compare with the edition of"), chosen, items, |view, id| {
        view.1 = Some(id).filter(|id| !id.is_empty()).map(SurveyId::new);
    });
    choosing("Another edition", field)
}

fn movement(found: &Editions) -> Html {
    let title = finding(found);
    let picture = Slope {
        name: title.clone().into(),
        left: Side { title: short_name(&found.earlier), ends: ends(found, |line| line.before) },
        right: Side { title: short_name(&found.later), ends: ends(found, |line| line.after) },
        links: links(found),
    };
    html! {
        <>
            <h3>{ &title }</h3>
            <p class="note">{ "Places as printed, best first. A line joins what stands in both; what is grey stands in one. Percentages are not compared: they depend on what each edition offered." }</p>
            { table_frame(title, picture.view()) }
            { disclosure("The table behind this picture", behind(found)) }
        </>
    }
}

/// What moved most, as a sentence without its full stop.
fn finding(found: &Editions) -> String {
    let shared = count(found.shared(), "risk that stands in both", "risks that stand in both");
    match found.most_moved() {
        Some(line) => {
            let way = if line.rise().is_some_and(|rise| rise > 0) { "rose" } else { "fell" };
            let (from, to) = (place(line.before), place(line.after));
            format!("{} {way} from {from} to {to}, the farthest of {shared}", line.label)
        }
        None if found.shared() == 0 => "Nothing that was seen stands in both".to_owned(),
        None => format!("No place changed among the {shared}"),
    }
}

fn place(rank: Option<u32>) -> String {
    rank.map(|rank| ordinal(rank as usize)).unwrap_or_default()
}

/// The lines that stand on one side, best first.
fn on_side(found: &Editions, side: fn(&EditionLine) -> Option<u32>) -> Vec<(u32, &EditionLine)> {
    let ranked: Vec<(u32, &EditionLine)> =
        found.lines.iter().filter_map(|line| Some((side(line)?, line))).collect();
    ordered(&ranked, &|a, b| a.0.cmp(&b.0))
}

fn ends(found: &Editions, side: fn(&EditionLine) -> Option<u32>) -> Vec<End> {
    let end = |(rank, line): (u32, &EditionLine)| match mark(found, line) {
        "" => End { rank, label: line.label.clone() },
        mark => End { rank, label: format!("{mark}: {}", line.label).into() },
    };
    on_side(found, side).into_iter().map(end).collect()
}

/// What is to be said of something that stands in one of both; nothing can be said where a part of the other was seen.
fn mark(found: &Editions, line: &EditionLine) -> &'static str {
    let is_whole = |survey: &Survey| survey.about().extent == Extent::Complete;
    match (line.before, line.after) {
        (None, Some(_)) if is_whole(&found.earlier) => "New",
        (Some(_), None) if is_whole(&found.later) => "Gone",
        (_, _) => "",
    }
}

fn links(found: &Editions) -> Vec<(usize, usize)> {
    let left = on_side(found, |line| line.before);
    let right = on_side(found, |line| line.after);
    let at =
        |side: &[(u32, &EditionLine)], line: &EditionLine| side.iter().position(|(_, other)| *other == line);
    let link = |line: &EditionLine| Some((at(&left, line)?, at(&right, line)?));
    found.lines.iter().filter_map(link).collect()
}

fn behind(found: &Editions) -> Html {
    const HEADS: [Head; 4] =
        [Head::text("Risk"), Head::number("Earlier"), Head::number("Later"), Head::text("Moved")];
    let row = |line: &EditionLine| {
        let rank = |rank: Option<u32>| rank.map_or_else(|| "\u{2013}".to_owned(), |rank| rank.to_string());
        let cells = vec![
            line.label.to_string().into(),
            rank(line.before).into(),
            rank(line.after).into(),
            moved(found, line).into(),
        ];
        TableRow::new(cells)
    };
    let caption = format!("Places in {} and in {}", short_name(&found.earlier), short_name(&found.later));
    table(caption, &HEADS, found.lines.iter().map(row).collect())
}

fn moved(found: &Editions, line: &EditionLine) -> String {
    let places = |n: i64| count(n.unsigned_abs() as usize, "place", "places");
    match (line.rise(), mark(found, line)) {
        (Some(0), _) => "No change".to_owned(),
        (Some(rise), _) if rise > 0 => format!("Up {}", places(rise)),
        (Some(rise), _) => format!("Down {}", places(rise)),
        (None, "") => "Not among what was seen of the other".to_owned(),
        (None, mark) => mark.to_owned(),
    }
}
