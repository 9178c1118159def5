//! How the file writes likelihood and impact, and the matrix they are put on.

use std::rc::Rc;

use partnership_risk_core::exchange::import::Mapping;
use partnership_risk_core::register::Register;
use partnership_risk_core::scale::Axis;
use partnership_risk_core::scale::notation::{Notation, Order, Symbols};
use partnership_risk_core::scale::preset::of_size;
use yew::prelude::{Callback, Html, html};

use crate::app::model::Import;
use crate::ui::components::{Choice, ChoiceItem};
use crate::ui::words::{sentence, sentence_case};

/// How the file writes likelihood and impact.
pub(super) fn scale_choices(import: &Import, register: &Rc<Register>, on_map: &Callback<Mapping>) -> Html {
    let scales = &import.mapping.scales;
    let matrix = scales.matrix.as_deref().unwrap_or(register.matrix());
    html! {
        <section aria-labelledby="scales">
            <h2 id="scales">{ "How ratings are written" }</h2>
            <div class="columns">
                { AxisChoices { import, register, on_map, axis: Axis::Likelihood }.view() }
                { AxisChoices { import, register, on_map, axis: Axis::Impact }.view() }
            </div>
            <p>{ format!("Ratings are put on the matrix \u{201c}{}\u{201d}.", matrix.name()) }</p>
            if !scales.remarks.is_empty() {
                <ul class="inset">
                    for remark in &scales.remarks {
                        <li>{ sentence(&remark.to_string()) }</li>
                    }
                </ul>
            }
        </section>
    }
}

/// How the file writes one axis.
struct AxisChoices<'a> {
    import: &'a Import,
    register: &'a Rc<Register>,
    on_map: &'a Callback<Mapping>,
    axis: Axis,
}

impl AxisChoices<'_> {
    fn view(&self) -> Html {
        let notation = self.import.mapping.scales.notation(self.axis);
        let symbols = (symbols_value(notation.symbols).to_owned(), symbols_items(notation.symbols));
        let steps = (notation.steps.to_string(), steps_items());
        let order = (order_value(notation.order).to_owned(), order_items());
        html! {
            <fieldset>
                <legend>{ sentence_case(self.axis.name()) }</legend>
                { self.choice("symbols", "Written as", symbols, set_symbols) }
                { self.choice("steps", "Number of steps", steps, set_steps) }
                { self.choice("order", "1 or A is", order, set_order) }
            </fieldset>
        }
    }

    fn choice(
        &self,
        part: &'static str,
        label: &'static str,
        (value, items): (String, Vec<ChoiceItem>),
        set: fn(Notation, &str) -> Notation,
    ) -> Html {
        let id = [self.axis.name(), "-", part].concat().into();
        let (label, value, on_choose) = (label.into(), value.into(), self.setting(set));
        Choice { id, label, value, items, on_choose, ..Choice::default() }.view()
    }

    /// A callback that gives the mapping with the axis' notation changed. While nothing is rated, the
    /// matrix follows the number of steps.
    fn setting(&self, set: fn(Notation, &str) -> Notation) -> Callback<String> {
        let (import, register, axis) = (self.import.clone(), self.register.clone(), self.axis);
        self.on_map.reform(move |chosen: String| {
            let mut mapping = (*import.mapping).clone();
            let scales = &mut mapping.scales;
            match axis {
                Axis::Likelihood => scales.likelihood = set(scales.likelihood, &chosen),
                Axis::Impact => scales.impact = set(scales.impact, &chosen),
            }
            if !register.holds_ratings() {
                scales.matrix = Some(Rc::new(of_size(scales.likelihood.steps, scales.impact.steps)));
            }
            mapping
        })
    }
}

fn symbols_value(symbols: Symbols) -> &'static str {
    match symbols {
        Symbols::Digits => "digits",
        Symbols::Letters => "letters",
        Symbols::Words(_) => "words",
    }
}

fn symbols_items(now: Symbols) -> Vec<ChoiceItem> {
    let mut items = vec![ChoiceItem::new("digits", "Numbers"), ChoiceItem::new("letters", "Letters")];
    match now {
        Symbols::Words(list) => items.push(ChoiceItem::new("words", format!("Words: {}", first_names(list)))),
        Symbols::Digits | Symbols::Letters => {}
    }
    items
}

fn first_names(list: &[&str]) -> String {
    let names: Vec<&str> = list.iter().map(|names| names.split('|').next().unwrap_or_default()).collect();
    names.join(", ")
}

fn set_symbols(notation: Notation, chosen: &str) -> Notation {
    let symbols = match chosen {
        "digits" => Symbols::Digits,
        "letters" => Symbols::Letters,
        _ => notation.symbols,
    };
    Notation { symbols, ..notation }
}

fn steps_items() -> Vec<ChoiceItem> {
    ["3", "4", "5", "6"].into_iter().map(|n| ChoiceItem::new(n, n)).collect()
}

fn set_steps(notation: Notation, chosen: &str) -> Notation {
    Notation { steps: chosen.parse().unwrap_or(notation.steps), ..notation }
}

fn order_value(order: Order) -> &'static str {
    match order {
        Order::LowestFirst => "lowest",
        Order::HighestFirst => "highest",
    }
}

fn order_items() -> Vec<ChoiceItem> {
    vec![ChoiceItem::new("lowest", "the lowest step"), ChoiceItem::new("highest", "the worst step")]
}

fn set_order(notation: Notation, chosen: &str) -> Notation {
    let order = if chosen == "highest" { Order::HighestFirst } else { Order::LowestFirst };
    Notation { order, ..notation }
}
