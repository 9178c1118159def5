//! How the matrix is drawn: which axis goes upwards and which end comes first, the heat map as it will
//! look, and what about it could mislead.

use partnership_risk_core::scale::{Axis, Cell, ContrastWarning, Matrix};
use yew::prelude::{Html, html};

use crate::app::drafts::MatrixDraft;
use crate::ui::components::ChoiceItem;
use crate::ui::pages::form::Form;
use crate::ui::pages::heat_table::{Inside, heat_table};
use crate::ui::words::{sentence, sentence_case};

/// How the matrix is drawn.
pub(super) fn drawn(form: &Form<MatrixDraft>) -> Html {
    let sketch = form.draft().sketch();
    html! {
        <section aria-labelledby="drawn">
            <h3 id="drawn">{ "How it is drawn" }</h3>
            <div class="columns">
                { form.choice(("upwards", "Which axis goes upwards?", ""), None, axes(), |d| &mut d.upwards) }
                { form.choice(("likelihood-first", "Likelihood begins with", ""), None, ends(), |d| &mut d.likelihood_first) }
                { form.choice(("impact-first", "Impact begins with", ""), None, ends(), |d| &mut d.impact_first) }
            </div>
            <p class="note">{ "An axis begins at the left or at the bottom. How a matrix is drawn changes no rating." }</p>
            { sketch.as_ref().map(heat_map).unwrap_or_default() }
            <div role="status">{ sketch.as_ref().map(warnings).unwrap_or_default() }</div>
        </section>
    }
}

fn axes() -> Vec<ChoiceItem> {
    Axis::ALL.into_iter().map(|axis| ChoiceItem::new(axis.name(), sentence_case(axis.name()))).collect()
}

fn ends() -> Vec<ChoiceItem> {
    vec![ChoiceItem::new("lowest", "The lowest step"), ChoiceItem::new("highest", "The highest step")]
}

/// The heat map without risks.
fn heat_map(matrix: &Matrix) -> Html {
    heat_table(matrix, ("Preview of the heat map", false), &|_, _| Inside::default())
}

/// What could mislead; a body may mean it.
fn warnings(matrix: &Matrix) -> Html {
    let contrast = ContrastWarning::all(matrix.levels());
    let contrast = contrast.into_iter().map(|warning| sentence(&warning.message(matrix.levels())));
    let falls = matrix.not_monotone().into_iter().map(|cell| falling(matrix, cell));
    let warnings: Vec<String> = contrast.chain(falls).collect();
    if warnings.is_empty() {
        return Html::default();
    }
    html! {
        <div class="inset">
            <p><b>{ "Worth a look" }</b></p>
            <ul>{ for warnings.into_iter().map(|warning| html! { <li>{ warning }</li> }) }</ul>
        </div>
    }
}

fn falling(matrix: &Matrix, cell: Cell) -> String {
    let level = &matrix.levels()[matrix.level_at(cell.likelihood, cell.impact)].name;
    let (likelihood, impact) = (cell.likelihood + 1, cell.impact + 1);
    format!(
        "Likelihood {likelihood}, impact {impact} is \u{201c}{level}\u{201d}, yet a cell that is at least as likely and as bad has a lower level."
    )
}
