//! Who bears which share of a risk, and what the shares come to while they are typed.

use partnership_risk_core::share::Share;
use yew::prelude::{Html, html};

use super::super::several::{Several, row_field};
use crate::app::drafts::{BearerDraft, RiskDraft, bearer_field};
use crate::ui::pages::form::{Form, Rows};

const ROWS: Rows<RiskDraft, BearerDraft> = Rows { id: "bearers", list: |d| &mut d.bearers };

/// Who bears which share of a risk.
pub(super) fn bearers(form: &Form<RiskDraft>) -> Html {
    let rows = form.draft().bearers.iter().enumerate();
    Several {
        form,
        legend: "Who bears it",
        hint: hint(&form.draft().bearers).into(),
        rows: rows.map(|(place, row)| (format!("body {}", place + 1), fields(form, place, row))).collect(),
        adding: ROWS.add(form, "Add a body", BearerDraft::default, |place| bearer_field(place, "name")),
        at: ROWS,
    }
    .view()
}

fn fields(form: &Form<RiskDraft>, place: usize, row: &BearerDraft) -> Html {
    let id = |field| bearer_field(place, field);
    html! {
        <>
            { row_field(form, (id("name"), "Body", ""), (&row.name, false),
                ROWS.changing(form, place, |row, typed| row.name = typed)) }
            { row_field(form, (id("share"), "Share in per cent", ""), (&row.share, true),
                ROWS.changing(form, place, |row, typed| row.share = typed)) }
        </>
    }
}

/// What the shares come to, and what is still missing.
fn hint(rows: &[BearerDraft]) -> String {
    let shares = rows.iter().filter_map(|row| Share::read(&row.share).ok());
    let borne: i64 = shares.map(|share| i64::from(share.basis_points())).sum();
    let whole = i64::from(Share::WHOLE.basis_points());
    match Share::of_basis_points(whole - borne) {
        Ok(Share::WHOLE) => {
            "Your organisation, a partner, an insurer: the shares add up to 100 %.".to_owned()
        }
        Ok(Share::NONE) => "The shares add up to 100 %.".to_owned(),
        Ok(missing) => format!("{missing} is still to be shared out."),
        Err(_) => "The shares come to more than 100 %.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_still_to_be_shared_out_is_said() {
        let row = |share: &str| BearerDraft { name: "Us".into(), share: share.into() };
        for (rows, said) in [
            (vec![], "Your organisation, a partner, an insurer: the shares add up to 100 %."),
            (vec![row("60"), row("?")], "40 % is still to be shared out."),
            (vec![row("60"), row("40%")], "The shares add up to 100 %."),
            (vec![row("60"), row("60")], "The shares come to more than 100 %."),
        ] {
            assert_eq!(hint(&rows), said);
        }
    }
}
