//! Long lists: the first of them at once, the rest for those who ask. What nobody opened is not worked out.

use yew::prelude::{Callback, Html, html};

use crate::ui::components::Opening;
use crate::ui::words::grouped;

/// How many are shown at once.
const FIRST: usize = 50;

/// The first things as `show` shows them under a name, and the rest, continued, once they are asked for.
pub(super) fn first_and_rest<T: Clone + 'static>(
    name: &str,
    things: &[T],
    show: impl Fn(String, &[T]) -> Html + 'static,
) -> Html {
    let (first, rest) = things.split_at(things.len().min(FIRST));
    let shown = show(name.to_owned(), first);
    if rest.is_empty() {
        return shown;
    }
    let (summary, name) = ([&grouped(rest.len()), " more"].concat(), [name, ", continued"].concat());
    let rest = rest.to_vec();
    let content = Callback::from(move |()| show(name.clone(), &rest));
    html! { <>{ shown }<Opening {summary} {content} /></> }
}
