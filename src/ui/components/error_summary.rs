//! Everything that is wrong with a form, above it, each problem linked to its field.

use web_sys::HtmlElement;
use yew::prelude::{AttrValue, Html, MouseEvent, Properties, component, html, use_effect_with, use_node_ref};

use crate::ui::focus::{focus, focus_id};

/// One problem.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryItem {
    /// The id of the field.
    pub field: AttrValue,
    /// What is wrong.
    pub message: AttrValue,
}

/// Props of [`ErrorSummary`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The problems; nothing is shown where there are none.
    pub items: Vec<SummaryItem>,
    /// How often the form was sent; each time, the summary takes the focus again.
    pub sent: usize,
}

/// Everything that is wrong with a form; takes the focus each time the form is sent.
#[component]
pub fn ErrorSummary(props: &Props) -> Html {
    let node = use_node_ref();
    use_effect_with(props.sent, {
        let node = node.clone();
        move |_| focus(node.cast::<HtmlElement>().as_ref())
    });
    if props.items.is_empty() {
        return Html::default();
    }
    html! {
        <div class="error-summary" role="alert" tabindex="-1" ref={node} aria-labelledby="error-summary-title">
            <h2 class="error-summary__title" id="error-summary-title">{ "There is a problem" }</h2>
            <ul class="error-summary__list">
                for item in &props.items {
                    <li>
                        <a href={format!("#{}", item.field)} onclick={to_field(&item.field)}>{ &item.message }</a>
                    </li>
                }
            </ul>
        </div>
    }
}

/// Goes to the field without changing the address, which is the application's.
fn to_field(id: &AttrValue) -> impl Fn(MouseEvent) + 'static {
    let id = id.clone();
    move |event: MouseEvent| {
        event.prevent_default();
        focus_id(&id);
    }
}
