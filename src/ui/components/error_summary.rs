//! Everything that is wrong with a form, above it, each problem linked to its field.

use web_sys::HtmlElement;
use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, Properties, component, html, use_effect_with, use_node_ref,
};

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
}

/// Everything that is wrong with a form; takes the focus when it appears or changes.
#[component]
pub fn ErrorSummary(props: &Props) -> Html {
    let node = use_node_ref();
    use_effect_with(props.items.clone(), {
        let node = node.clone();
        move |_| focus(node.cast::<HtmlElement>())
    });
    if props.items.is_empty() {
        return Html::default();
    }
    html! {
        <div class="error-summary" role="alert" tabindex="-1" ref={node} aria-labelledby="error-summary-title">
            <h2 class="error-summary__title" id="error-summary-title">{ "There is a problem" }</h2>
            <ul class="error-summary__list">
                for item in &props.items {
                    <li key={item.field.to_string()}>
                        <a href={format!("#{}", item.field)} onclick={to_field(&item.field)}>{ &item.message }</a>
                    </li>
                }
            </ul>
        </div>
    }
}

/// Goes to the field without changing the address, which is the application's.
fn to_field(id: &AttrValue) -> Callback<MouseEvent> {
    let id = id.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        let document = web_sys::window().and_then(|w| w.document());
        let element = document.and_then(|d| d.get_element_by_id(&id));
        focus(element.and_then(|e| wasm_bindgen::JsCast::dyn_into(e).ok()));
    })
}

/// Focus is a courtesy; an element that refuses it is left alone.
fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        element.focus().ok();
    }
}
