//! How the file writes likelihood and impact, and the matrix they are put on.

use std::rc::Rc;

use partnership_risk_core::exchange::import::{Axis, Mapping};
use partnership_risk_core::register::Register;
use partnership_risk_core::scale::notation::{Notation, Order, Symbols};
use partnership_risk_core::scale::preset::of_size;
use yew::prelude::{Callback, Html, Properties, component, html};

use crate::app::model::Import;
use crate::ui::components::{Choice, ChoiceItem};

/// Props of [`ScaleChoices`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The file.
    pub import: Import,
    /// The register it is to go into.
    pub register: Rc<Register>,
    /// Called with a corrected mapping.
    pub on_map: Callback<Mapping>,
}

/// How the file writes likelihood and impact.
#[component]
pub fn ScaleChoices(props: &Props) -> Html {
    let scales = &props.import.mapping.scales;
    let matrix = scales.matrix.as_deref().unwrap_or(props.register.matrix());
    html! {
        <section aria-labelledby="scales">
            <h2 id="scales">{ "How ratings are written" }</h2>
            <div class="columns">
                { axis_choices(props, Axis::Likelihood) }
                { axis_choices(props, Axis::Impact) }
            </div>
            <p>{ format!("Ratings are put on the matrix \u{201c}{}\u{201d}.", matrix.name()) }</p>
            if !scales.remarks.is_empty() {
                <ul class="inset">
                    for remark in &scales.remarks {
                        <li key={remark.to_string()}>{ sentence(&remark.to_string()) }</li>
                    }
                </ul>
            }
        </section>
    }
}

/// A remark of the core as a sentence of its own.
pub(super) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", chars.as_str())
}

fn axis_choices(props: &Props, axis: Axis) -> Html {
    let notation = props.import.mapping.scales.notation(axis);
    let id = |part: &str| format!("{}-{part}", axis.name());
    html! {
        <fieldset class="columns__column">
            <legend>{ sentence(axis.name()).trim_end_matches('.').to_owned() }</legend>
            <Choice
                id={id("symbols")} label="Written as" value={symbols_value(notation.symbols)}
                items={symbols_items(notation.symbols)} on_choose={with(props, axis, set_symbols)}
            />
            <Choice
                id={id("steps")} label="Number of steps" value={notation.steps.to_string()}
                items={steps_items()} on_choose={with(props, axis, |n, steps| Notation { steps: steps.parse().unwrap_or(n.steps), ..n })}
            />
            <Choice
                id={id("order")} label="1 or A is" value={order_value(notation.order)} items={order_items()}
                on_choose={with(props, axis, |n, order| Notation { order: order_of(&order), ..n })}
            />
        </fieldset>
    }
}

/// A callback that gives the mapping with one axis' notation changed. While the register's matrix does
/// not stand, the matrix follows the number of steps.
fn with(props: &Props, axis: Axis, set: fn(Notation, String) -> Notation) -> Callback<String> {
    let Props { import, register, on_map } = props.clone();
    Callback::from(move |chosen| {
        let mut mapping = (*import.mapping).clone();
        let scales = &mut mapping.scales;
        match axis {
            Axis::Likelihood => scales.likelihood = set(scales.likelihood, chosen),
            Axis::Impact => scales.impact = set(scales.impact, chosen),
        }
        if register.risks().is_empty() {
            scales.matrix = Some(Rc::new(of_size(scales.likelihood.steps, scales.impact.steps)));
        }
        on_map.emit(mapping);
    })
}

fn symbols_value(symbols: Symbols) -> &'static str {
    match symbols {
        Symbols::Digits => "digits",
        Symbols::Letters => "letters",
        Symbols::Words(_) => "words",
    }
}

fn symbols_items(now: Symbols) -> Rc<[ChoiceItem]> {
    let words = match now {
        Symbols::Words(list) => Some(ChoiceItem::new("words", format!("Words: {}", first_names(list)))),
        Symbols::Digits | Symbols::Letters => None,
    };
    [ChoiceItem::new("digits", "Numbers"), ChoiceItem::new("letters", "Letters")]
        .into_iter()
        .chain(words)
        .collect()
}

fn first_names(list: &[&str]) -> String {
    let names: Vec<&str> = list.iter().map(|names| names.split('|').next().unwrap_or_default()).collect();
    names.join(", ")
}

fn set_symbols(notation: Notation, chosen: String) -> Notation {
    let symbols = match chosen.as_str() {
        "digits" => Symbols::Digits,
        "letters" => Symbols::Letters,
        _ => notation.symbols,
    };
    Notation { symbols, ..notation }
}

fn steps_items() -> Rc<[ChoiceItem]> {
    (3..=6).map(|n: usize| ChoiceItem::new(n.to_string(), n.to_string())).collect()
}

fn order_value(order: Order) -> &'static str {
    match order {
        Order::LowestFirst => "lowest",
        Order::HighestFirst => "highest",
    }
}

fn order_of(chosen: &str) -> Order {
    if chosen == "highest" { Order::HighestFirst } else { Order::LowestFirst }
}

fn order_items() -> Rc<[ChoiceItem]> {
    Rc::new([ChoiceItem::new("lowest", "the lowest step"), ChoiceItem::new("highest", "the worst step")])
}
