//! How a health check is scored, what the levels of maturity mean, and where the questions come from.

use partnership_risk_core::catalogue::Source;
use partnership_risk_core::health::{MaturityLevel, QuestionId};
use yew::prelude::{Html, html};

use super::figures::asked;
use crate::ui::components::disclosure;

/// How a health check is scored.
pub(super) fn how_scores_are() -> Html {
    let content = html! {
        <>
            <p>{ "Forty questions stand in ten themes of four. An answer brings 0 points for not in place, 1 for planned, 2 for partly, 3 for largely and 4 for fully with evidence. The score is the points reached as a share of the points possible, rounded down." }</p>
            <p>{ "A question that is not applicable leaves the score. A question to which somebody does not know the answer counts as not in place, and is listed. An open question does not count, and the score is provisional until none is open." }</p>
            <p>{ "Several respondents are put side by side. At each question the median counts: the answer in the middle, and of two in the middle the more cautious. The last answers of each respondent stand." }</p>
            <p>{ "The score gives the level of maturity:" }</p>
            <ul>{ for MaturityLevel::ALL.into_iter().map(level) }</ul>
            <p>{ "No partnership goes beyond level 2 while one of four key questions is open or stands at planned or below:" }</p>
            <ul>
                for key in QuestionId::key() {
                    <li>{ asked(&key) }</li>
                }
            </ul>
            <p>{ "The levels follow the Capability Maturity Model (Paulk and others, 1993); the thresholds and the rule of the key questions are ours. The questions rest on:" }</p>
            <ul>
                for source in Source::ALL {
                    <li>{ source.citation() }</li>
                }
            </ul>
        </>
    };
    disclosure("How scores and levels come about", content)
}

fn level(level: MaturityLevel) -> Html {
    let from = level.from_percent();
    html! { <li>{ format!("Level {}, {}, from {from} %: {}", level.number(), level.name(), level.description()) }</li> }
}
