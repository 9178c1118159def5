//! A file that cannot be used: what is wrong with it, problem by problem, as far as anybody reads.

use yew::prelude::{Html, html};

use crate::ui::components::{BannerKind, banner};
use crate::ui::words::{count, sentence};

/// The most problems of a file that are listed.
const MOST_LISTED: usize = 50;

/// What is wrong with a file of this name.
pub(super) fn refused_file(name: &str, problems: &[String]) -> Html {
    let more = problems.len().saturating_sub(MOST_LISTED);
    let content = html! {
        <>
            <p>{ format!("{name} cannot be used: {}.", count(problems.len(), "problem", "problems")) }</p>
            <ul class="findings">
                for problem in problems.iter().take(MOST_LISTED) {
                    <li>{ sentence(problem) }</li>
                }
                if more > 0 {
                    <li>{ format!("And {} more.", more) }</li>
                }
            </ul>
        </>
    };
    banner(BannerKind::Trouble, "There is a problem", content)
}
