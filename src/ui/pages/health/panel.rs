//! The health of one partnership: what its respondents say together, first where they disagree, then what is
//! not known, open or weak, how it moved, and the checks it rests on.

use partnership_risk_core::health::Theme;
use partnership_risk_core::register::{Partnership, PartnershipId, Register};
use yew::prelude::{Html, html};

use super::check::answer_anew;
use super::disagreement::disagreement;
use super::explained::how_scores_are;
use super::figures::{answered, barred, cap, level, percent, percent_or_none, provisional};
use super::{findings, trend};
use crate::app::queries::health::{CheckLine, Voices, check_lines, respondent, voices};
use crate::ui::components::{Head, TableRow, button_link, link, table};
use crate::ui::pages::partnership_head::partnership_tabs;
use crate::ui::pages::shown::entry_link;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::count;

/// The health of one partnership.
pub(super) fn panel(register: &Register, id: PartnershipId, session: &Session) -> Html {
    let Some(partnership) = register.partnership(id) else { return not_found() };
    let (found, lines) = (voices(register, id), check_lines(register, id));
    html! {
        <>
            <p>{ link(Route::Partnership(id).to_string(), partnership.name.clone()) }</p>
            <div class="page-head">
                { heading(&format!("Health of {}", partnership.name)) }
                { button_link("Start a check", "button button--primary", Route::NewHealthCheck(Some(id)).to_string()) }
                { button_link("Ask a partner", "button button--secondary", Route::NewQuestionnaire(id).to_string()) }
                { button_link("Open answers", "button button--secondary", Route::Answers(String::new()).to_string()) }
            </div>
            { partnership_tabs(register, partnership, &Route::PartnershipHealth(id)) }
            if found.checks.is_empty() {
                { nobody_yet() }
            } else {
                { together(&found) }
                { disagreement(&found) }
                { themes(&found) }
                { findings::findings(&found) }
                { trend::trend_section(register, id) }
            }
            if !lines.is_empty() {
                { checks(partnership, &lines, session) }
            }
            { how_scores_are() }
        </>
    }
}

fn nobody_yet() -> Html {
    html! {
        <p>{ "Nobody has answered a health check of this partnership yet. Start with your own answers, then ask a post at each partner: where you disagree is what you need to talk about." }</p>
    }
}

/// The score and the maturity of all respondents together.
fn together(found: &Voices<'_>) -> Html {
    let (score, maturity) = (found.panel.score(), found.panel.maturity());
    let overall = score.overall();
    let words =
        maturity.as_ref().map(|maturity| format!(", {}", level(maturity.level()))).unwrap_or_default();
    let who = count(found.checks.len(), "respondent", "respondents");
    let basis = format!("From {who}; {} questions answered. {}", answered(overall), provisional(overall));
    html! {
        <>
            <p class="lead">{ percent_or_none(overall.share()) }{ words }</p>
            if let Some(maturity) = &maturity {
                <p>{ maturity.level().description() }</p>
                { cap(maturity) }
            }
            <p class="note">{ basis }</p>
        </>
    }
}

fn themes(found: &Voices<'_>) -> Html {
    let title = found
        .panel
        .score()
        .weakest_theme()
        .map_or_else(|| "Themes".to_owned(), |theme| format!("{} is the weakest theme", theme.name()));
    html! {
        <section aria-labelledby="themes">
            <h2 id="themes">{ title }</h2>
            { theme_table(found) }
        </section>
    }
}

fn theme_table(found: &Voices<'_>) -> Html {
    let score = if found.are_several() { "Score of the medians" } else { "Score" };
    let mut heads = vec![Head::text("Theme"), Head::text(score)];
    heads.extend(found.are_several().then(|| Head::text("Lowest to highest")));
    heads.push(Head::text("Answered"));
    table("Score by theme", &heads, Theme::ALL.into_iter().map(|theme| theme_row(found, theme)).collect())
}

fn theme_row(found: &Voices<'_>, theme: Theme) -> TableRow {
    let tally = found.panel.score().theme(theme);
    let range = || found.range(theme).map(|(low, high)| format!("{} to {}", percent(low), percent(high)));
    let mut cells = vec![theme.name().into(), barred(tally.share())];
    cells.extend(found.are_several().then(|| range().unwrap_or_default().into()));
    cells.push(answered(tally).into());
    TableRow::new(cells)
}

/// The checks that all this rests on.
fn checks(partnership: &Partnership, lines: &[CheckLine], session: &Session) -> Html {
    let replaced = lines.iter().any(|line| !line.stands);
    html! {
        <section aria-labelledby="checks">
            <h2 id="checks">{ "Checks" }</h2>
            if replaced {
                <p>{ "Only the last answers of each respondent stand; earlier ones show in the trend." }</p>
            }
            { check_table(partnership, lines, session) }
        </section>
    }
}

fn check_table(partnership: &Partnership, lines: &[CheckLine], session: &Session) -> Html {
    let heads = [
        Head::text("Respondent"),
        Head::text("Date"),
        Head::text("Answered"),
        Head::text("Score"),
        Head::text("State"),
        Head::buttons("Next"),
    ];
    let caption = format!("Checks of {}, the latest first", partnership.name);
    table(caption, &heads, lines.iter().map(|line| check_row(line, session)).collect())
}

fn check_row(line: &CheckLine, session: &Session) -> TableRow {
    let CheckLine { check, score, stands } = line;
    let overall = score.overall();
    let anew = || answer_anew(check, &respondent(check), session);
    let cells = vec![
        entry_link(&Route::HealthCheck(check.id, None), respondent(check)),
        check.date.in_words().into(),
        answered(overall).into(),
        barred(overall.share()),
        state(line).into(),
        stands.then(anew).unwrap_or_default(),
    ];
    TableRow::of(check.id, cells)
}

fn state(line: &CheckLine) -> &'static str {
    match (line.stands, line.check.answers.is_empty()) {
        (true, _) => "Stands",
        (false, true) => "No answer yet",
        (false, false) => "Replaced by a later one",
    }
}
