//! Whose turn it is: the partnerships that would have to change, and those of which nobody has said, each as a link to
//! where that can be done.

use partnership_risk_core::league::practice::{Better, Indicator, Practice};
use partnership_risk_core::letters::small;
use partnership_risk_core::register::{PartnershipId, Register};
use yew::prelude::{Html, html};

use crate::ui::components::{disclosure, link};
use crate::ui::pages::finding_address::field_address;
use crate::ui::pages::first_and_rest::first_and_rest;
use crate::ui::route::Route;
use crate::ui::words::count;

/// Whose turn it is.
pub(super) fn turn(register: &Register, practice: &Practice) -> Html {
    let indicator = practice.indicator;
    let missing = Missing::of(register, indicator);
    let change = links(register, practice.to_move().partnerships, |id| place_to_change(indicator, id));
    let tell = links(register, &practice.found.unknown, |id| missing.place(id));
    html! {
        <>
            { listed(indicator, (to_change(indicator), ""), change) }
            { listed(indicator, ("Nobody has said", missing.note()), tell) }
        </>
    }
}

/// What nobody has said of a partnership.
#[derive(Clone, Copy)]
enum Missing {
    JointRegister,
    /// Nobody has answered the question on skills.
    Skills,
    AccountableOfficer,
    Agreement,
    /// No loss of any partnership is on record.
    AnyLoss,
}

impl Missing {
    fn of(register: &Register, indicator: Indicator) -> Self {
        match indicator {
            Indicator::RiskManagement => Self::JointRegister,
            Indicator::AbleLeaders => Self::Skills,
            Indicator::SignedAgreement => Self::Agreement,
            Indicator::AccountableOfficer => Self::AccountableOfficer,
            Indicator::ProblemsMet
            | Indicator::ProblemsWithoutAgreement
            | Indicator::ProblemsWithAgreement => {
                if register.losses().is_empty() {
                    Self::AnyLoss
                } else {
                    Self::Agreement
                }
            }
        }
    }

    /// What would tell.
    fn note(self) -> &'static str {
        match self {
            Self::JointRegister => "Say in the health check whether the partners keep a joint risk register.",
            Self::Skills => "Answer the health check's question on skills of working with others.",
            Self::AccountableOfficer => "Name the post that answers for the partnership.",
            Self::Agreement => "Say what form the agreement takes.",
            Self::AnyLoss => {
                "The register holds no loss of any partnership. If there was one, write it down; if nobody writes losses down, this share cannot be told."
            }
        }
    }

    /// Where it can be said of a partnership.
    fn place(self, id: PartnershipId) -> String {
        match self {
            Self::JointRegister | Self::Skills => health(id),
            Self::AccountableOfficer => officer_field(id),
            Self::Agreement => agreement_field(id),
            Self::AnyLoss => Route::NewLoss(Some(id)).to_string(),
        }
    }
}

/// A partnership's name, and where something can be done about it.
type Way = (String, String);

fn links(register: &Register, ids: &[PartnershipId], place: impl Fn(PartnershipId) -> String) -> Vec<Way> {
    let known = ids.iter().filter_map(|id| register.partnership(*id));
    known.map(|partnership| (partnership.name.clone(), place(partnership.id))).collect()
}

/// Partnerships under a line that can be opened: what they have in common, and what is to be noted of them.
fn listed(indicator: Indicator, (what, note): (&str, &'static str), ways: Vec<Way>) -> Html {
    if ways.is_empty() {
        return Html::default();
    }
    let partnerships = count(ways.len(), "partnership", "partnerships");
    let summary = format!("{what}: {partnerships} ({})", small(indicator.name()));
    let all = first_and_rest(&summary, &ways, |_, some| list(some));
    let note = if note.is_empty() {
        Html::default()
    } else {
        html! { <p>{ note }</p> }
    };
    disclosure(summary, html! { <>{ note }{ all }</> })
}

fn list(ways: &[Way]) -> Html {
    html! { <ul>{ for ways.iter().map(|(name, to)| html! { <li>{ link(to.clone(), name.clone()) }</li> }) }</ul> }
}

fn to_change(indicator: Indicator) -> &'static str {
    match indicator.better() {
        Better::More => "Would have to change",
        Better::Less => "With a loss on record",
    }
}

/// Where a partnership can be changed for the better.
fn place_to_change(indicator: Indicator, id: PartnershipId) -> String {
    match indicator {
        Indicator::SignedAgreement => agreement_field(id),
        Indicator::AccountableOfficer => officer_field(id),
        Indicator::AbleLeaders => health(id),
        Indicator::RiskManagement
        | Indicator::ProblemsMet
        | Indicator::ProblemsWithoutAgreement
        | Indicator::ProblemsWithAgreement => Route::Partnership(id).to_string(),
    }
}

fn health(id: PartnershipId) -> String {
    Route::PartnershipHealth(id).to_string()
}

fn officer_field(id: PartnershipId) -> String {
    field_address(&Route::EditPartnership(id), "accountable-officer")
}

fn agreement_field(id: PartnershipId) -> String {
    field_address(&Route::EditPartnership(id), "agreement-form")
}
