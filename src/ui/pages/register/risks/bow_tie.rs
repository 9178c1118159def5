//! A risk as a bow tie: a picture, and below it the same as lists with links to what can be changed.

use std::rc::Rc;

use partnership_risk_core::register::{Control, Register, RiskId};
use yew::prelude::{Html, html};

use crate::app::queries::bow_tie::{BowTieParts, bow_tie_of};
use crate::ui::charts::{BowTie, Knot};
use crate::ui::components::{button_link, link, table_frame};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::words::{count, sentence_case};

/// A risk as a bow tie.
pub(in crate::ui::pages::register) fn bow_tie(register: &Register, id: RiskId) -> Html {
    let Some(risk) = register.risk(id) else { return not_found() };
    let parts = bow_tie_of(register, risk);
    let finding = finding(&parts);
    html! {
        <>
            <p>{ link(Route::Risk(id).to_string(), risk.title.clone()) }</p>
            { heading(&format!("Bow tie: {}", risk.title)) }
            <h2>{ &finding }</h2>
            <p class="note">{ "Left: what could lead to the event, and what stops it. Right: what it would lead to, and what limits the harm. A dashed control does not operate and earns no credit." }</p>
            { table_frame("Bow tie", picture(&parts, finding)) }
            { lists(&parts) }
            <p class="actions">
                { button_link("Add a control", "button button--secondary", Route::NewControl(Some(id)).to_string()) }
                { button_link("Change the risk", "button button--secondary", Route::Risk(id).to_string()) }
            </p>
        </>
    }
}

/// The finding, as the picture's title.
fn finding(parts: &BowTieParts) -> String {
    let all = || parts.before.iter().chain(&parts.after);
    let operating = all().filter(|control| control.is_operating()).count();
    match (all().count(), operating) {
        (0, _) => "Nothing stands between the causes and the consequences".to_owned(),
        (n, 0) => format!("None of {} operates", count(n, "control", "controls")),
        (n, some) if n == some => format!("All controls operate: {n} of {n}"),
        (n, some) => format!(
            "{some} of {} {}",
            count(n, "control", "controls"),
            if some == 1 { "operates" } else { "operate" }
        ),
    }
}

fn picture(parts: &BowTieParts, finding: String) -> Html {
    let controls = |controls: &[Rc<Control>]| controls.iter().map(|control| knot(control)).collect();
    let plain = |texts: &[String], none: &str| -> Vec<Knot> {
        let texts = if texts.is_empty() { vec![none.to_owned()] } else { texts.to_vec() };
        texts.into_iter().map(|text| Knot { text, is_solid: true }).collect()
    };
    BowTie {
        name: finding.into(),
        causes: plain(&parts.causes, "No cause said yet"),
        before: controls(&parts.before),
        event: parts.event.clone(),
        after: controls(&parts.after),
        consequences: plain(&parts.consequences, "No consequence said yet"),
    }
    .view()
}

/// A control in the picture; one that does not operate says its state.
fn knot(control: &Control) -> Knot {
    Knot { text: control_name(control), is_solid: control.is_operating() }
}

fn control_name(control: &Control) -> String {
    if control.is_operating() {
        control.name.clone()
    } else {
        format!("{} ({})", control.name, control.state.name().to_ascii_lowercase())
    }
}

/// The same as lists.
fn lists(parts: &BowTieParts) -> Html {
    let texts = |texts: &[String]| texts.iter().map(|text| html! { text }).collect();
    let controls = |controls: &[Rc<Control>]| {
        let to = |control: &Rc<Control>| link(Route::Control(control.id).to_string(), control_name(control));
        controls.iter().map(to).collect()
    };
    html! {
        <div class="columns">
            { list("causes", "no cause has been said", texts(&parts.causes)) }
            { list("controls before the event", "no preventive or directive control", controls(&parts.before)) }
            { list("event", "", vec![html! { &parts.event }]) }
            { list("controls after the event", "no detective or corrective control", controls(&parts.after)) }
            { list("consequences", "no consequence has been said", texts(&parts.consequences)) }
        </div>
    }
}

fn list(title: &str, none: &str, items: Vec<Html>) -> Html {
    html! {
        <div>
            <h3>{ sentence_case(title) }</h3>
            if items.is_empty() {
                <p>{ sentence_case(none) }{ "." }</p>
            } else {
                <ul>{ for items.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::register::{ControlId, ControlState};

    use super::*;

    #[test]
    fn the_finding_counts_the_controls_that_operate() {
        let control = |state| Rc::new(Control { state, ..Control::new(ControlId::from_bits(1), "Audit", 0) });
        let (works, planned) = (control(ControlState::Operating), control(ControlState::Planned));
        for (before, after, said) in [
            (vec![], vec![], "Nothing stands between the causes and the consequences"),
            (vec![planned.clone()], vec![], "None of 1 control operates"),
            (vec![works.clone()], vec![works.clone()], "All controls operate: 2 of 2"),
            (vec![works.clone()], vec![planned.clone()], "1 of 2 controls operates"),
            (vec![works.clone()], vec![works.clone(), planned.clone()], "2 of 3 controls operate"),
        ] {
            let parts =
                BowTieParts { causes: vec![], before, event: String::new(), after, consequences: vec![] };
            assert_eq!(finding(&parts), said);
        }
        assert_eq!(
            (control_name(&works), control_name(&planned)),
            ("Audit".into(), "Audit (planned)".into())
        );
    }
}
