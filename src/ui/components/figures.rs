//! A few figures that tell how much there is, each with its name and what it rests on.

use yew::prelude::{AttrValue, Html, html};

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it is of.
    pub name: &'static str,
    /// The figure, as people say it; may lead to what is counted.
    pub value: Html,
    /// What it rests on; may be empty.
    pub note: AttrValue,
}

/// A few figures.
pub fn figures(all: Vec<Figure>) -> Html {
    let figure = |Figure { name, value, note }: Figure| {
        html! {
            <div class="figures__item">
                <dt class="figures__name">{ name }</dt>
                <dd class="figures__value">{ value }</dd>
                if !note.is_empty() {
                    <dd class="figures__note">{ note }</dd>
                }
            </div>
        }
    };
    html! { <dl class="figures">{ for all.into_iter().map(figure) }</dl> }
}
