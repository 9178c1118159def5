//! What is compared with what: the survey, the measure, the partnerships that count and the day; and what the own table
//! leaves out.

use std::rc::Rc;

use partnership_risk_core::catalogue::{Extent, Survey, SurveyId};
use partnership_risk_core::league::{LeagueTable, Measure, Part};
use partnership_risk_core::register::{Register, Snapshot};
use yew::prelude::{Html, html};

use super::survey_facts;
use crate::app::queries::benchmark::{Benchmark, Compared, comparable, parts};
use crate::app::queries::cost::risk_costs;
use crate::app::queries::risk_table::{Filter, Gap};
use crate::app::queries::surveys::{SurveyFilter, all_surveys};
use crate::ui::components::{ChoiceItem, link};
use crate::ui::pages::filters::{Filters, choosing};
use crate::ui::pages::shown::{at_place, place_of};
use crate::ui::route::{Route, part_of, part_text};
use crate::ui::words::count;

/// The fields that say what is compared.
pub(super) fn choices(register: &Rc<Register>, compared: &Compared, found: &Benchmark) -> Html {
    let filters = Filters { view: compared.clone(), to: Route::Benchmark };
    let surveys = comparable(register).into_iter().map(|survey| survey_item(&survey)).collect();
    let measure = place_of(&Measure::ALL, Some(&found.ours.measure()));
    let fields = html! {
        <>
            { filters.choice(("survey", "Published table"), found.survey.id().to_string(), (None, surveys),
                |compared, id| compared.survey = Some(SurveyId::new(id))) }
            { filters.choice(("measure", "Your table is ranked by"), measure, (None, measures(register, compared)),
                |compared, place| compared.measure = at_place(&Measure::ALL, place)) }
            { filters.choice(("part", "Partnerships that count"), part_text(compared.part).unwrap_or_default(),
                (Some("All"), part_items(register)), |compared, text| compared.part = part_of(text)) }
            if !register.snapshots().is_empty() {
                { filters.choice(("snapshot", "As of"), compared.snapshot.map(|id| id.to_string()).unwrap_or_default(),
                    (Some("Today"), days(register)), |compared, id| compared.snapshot = id.parse().ok()) }
            }
        </>
    };
    choosing("What is compared", fields)
}

fn survey_item(survey: &Survey) -> ChoiceItem {
    let seen = match survey.about().extent {
        Extent::Complete => "",
        Extent::Partial => " (seen in part)",
    };
    ChoiceItem::new(survey.id().to_string(), [&survey_facts::name(survey), seen].concat())
}

/// How many tables are not offered, since too little of them is known.
pub(super) fn not_offered(register: &Register) -> Html {
    let n = all_surveys(register).len() - comparable(register).len();
    if n == 0 {
        return Html::default();
    }
    let tables = count(n, "other table is", "other tables are");
    let to = Route::Surveys(SurveyFilter::default()).to_string();
    html! { <p class="note">{ tables }{ " not offered here: fewer than three of their places are known without a gap. " }{ link(to, "All surveys") }</p> }
}

/// The measures that can be told of what is compared, each by its place among all.
pub(super) fn measures(register: &Rc<Register>, compared: &Compared) -> Vec<ChoiceItem> {
    let item = |measure: Measure| ChoiceItem::new(place_of(&Measure::ALL, Some(&measure)), measure.name());
    compared.scope(register, &risk_costs(register)).measures().map(item).collect()
}

fn part_items(register: &Register) -> Vec<ChoiceItem> {
    let item = |part: Part| Some(ChoiceItem::new(part_text(part)?, part_name(part)?));
    parts(register).into_iter().filter_map(item).collect()
}

fn part_name(part: Part) -> Option<String> {
    match part {
        Part::All => None,
        Part::OfKind(kind) => Some(["Form: ", kind.name()].concat()),
        Part::WithPartnerFrom(sector) => Some(["With a partner of the sector: ", sector.name()].concat()),
    }
}

fn days(register: &Register) -> Vec<ChoiceItem> {
    let name = |snapshot: &Snapshot| format!("{}, {}", snapshot.name, snapshot.date.in_words());
    let item = |snapshot: &Rc<Snapshot>| ChoiceItem::new(snapshot.id.to_string(), name(snapshot));
    register.snapshots().iter().map(item).collect()
}

/// What the own table leaves out, so that nothing is dropped in silence.
pub(super) fn left_out(compared: &Compared, ours: &LeagueTable) -> Html {
    let basis = ours.basis();
    if basis.uncategorised + basis.unrated + basis.silent + basis.unplaced == 0 {
        return Html::default();
    }
    let is_of_all = compared.part == Part::All && compared.snapshot.is_none();
    let risks = |n: usize, what: &str, gap: Gap| {
        let to = Route::risks(Filter { gap: Some(gap), ..Filter::default() }).to_string();
        let text = [&count(n, "open risk has", "open risks have"), what].concat();
        line(n, if is_of_all { link(to, text) } else { text.into() })
    };
    html! {
        <div class="inset">
            <p>{ "Left out of your table:" }</p>
            <ul>
                { risks(basis.uncategorised, " no category", Gap::Category) }
                { risks(basis.unrated, " no current rating", Gap::Rating) }
                { line(basis.silent, [&count(basis.silent, "partnership has", "partnerships have"), " no risk that counts"].concat().into()) }
                { line(basis.unplaced, [&count(basis.unplaced, "partnership", "partnerships"), " of that day of which nobody can tell whether they belong here, since they have been deleted"].concat().into()) }
            </ul>
        </div>
    }
}

fn line(n: usize, content: Html) -> Html {
    if n > 0 {
        html! { <li>{ content }</li> }
    } else {
        Html::default()
    }
}
