//! How the partnerships are shown, and how that stands in the address.

use partnership_risk_core::choice::Choice;
use partnership_risk_core::register::PartnershipStatus;

use super::query::{Query, chosen, counted, listed, parameter, some, sort_of, sort_text, text_of};
use crate::app::queries::attention::HealthBand;
use crate::app::queries::lack::Lack;
use crate::app::queries::partnerships::{PartnershipColumn, PartnershipFilter, PartnershipSort, Standing};

/// How the partnerships are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartnershipView {
    /// Which of them.
    pub filter: PartnershipFilter,
    /// In which order.
    pub sort: PartnershipSort,
    /// Which page of the table, counted from 0.
    pub page: usize,
}

const COLUMNS: [(&str, PartnershipColumn); 8] = [
    ("name", PartnershipColumn::Name),
    ("form", PartnershipColumn::Kind),
    ("lead", PartnershipColumn::Lead),
    ("significance", PartnershipColumn::Significance),
    ("health", PartnershipColumn::Health),
    ("cost", PartnershipColumn::Cost),
    ("risks", PartnershipColumn::Risks),
    ("gravest", PartnershipColumn::Gravest),
];
const BANDS: [(&str, HealthBand); 4] = [
    ("weak", HealthBand::Weak),
    ("fair", HealthBand::Fair),
    ("good", HealthBand::Good),
    ("not-checked", HealthBand::NotChecked),
];
const LACKS: [(&str, Lack); 12] = [
    ("agreement", Lack::Agreement),
    ("lead", Lack::Lead),
    ("accountable", Lack::Accountable),
    ("value", Lack::Value),
    ("purpose", Lack::Purpose),
    ("objectives", Lack::Objectives),
    ("partners", Lack::Partners),
    ("budget", Lack::Budget),
    ("contribution", Lack::Contribution),
    ("overspend-rules", Lack::OverspendRules),
    ("review", Lack::Review),
    ("risk", Lack::Risk),
];
/// What stands for the live ones, beside the keys of the statuses.
const LIVE: &str = "live";

fn standing_text(standing: Standing) -> &'static str {
    match standing {
        Standing::Live => LIVE,
        Standing::Only(status) => status.key(),
    }
}

fn standing_of(text: &str) -> Option<Standing> {
    if text == LIVE { Some(Standing::Live) } else { PartnershipStatus::of_key(text).map(Standing::Only) }
}

impl PartnershipView {
    pub(super) fn query(&self) -> String {
        let Self { filter, sort, page } = self;
        Query::new()
            .with("q", some(&filter.text))
            .with("status", filter.standing.map(standing_text))
            .with("form", filter.kind.map(Choice::key))
            .with("significance", filter.rank.map(Choice::key))
            .with("health", filter.health.map(|band| text_of(&BANDS, band)))
            .with("without", filter.lack.map(|lack| text_of(&LACKS, lack)))
            .with("sort", sort_text(&COLUMNS, *sort))
            .with("page", (*page > 0).then(|| page + 1))
            .finished()
    }

    pub(super) fn of_query(query: &str) -> Self {
        let filter = PartnershipFilter {
            text: parameter(query, "q").unwrap_or_default(),
            standing: parameter::<String>(query, "status").and_then(|status| standing_of(&status)),
            kind: chosen(query, "form"),
            rank: chosen(query, "significance"),
            health: listed(query, "health", &BANDS),
            lack: listed(query, "without", &LACKS),
        };
        let page = counted(query, "page").unwrap_or_default();
        Self { filter, sort: sort_of(query, &COLUMNS), page }
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::register::{Kind, Rank};

    use super::*;
    use crate::app::queries::sort::Direction;
    use crate::ui::route::Route;

    fn found_again(view: PartnershipView) {
        let route = Route::Partnerships(view);
        assert_eq!(Route::at(&route.to_string()), route);
    }

    #[test]
    fn every_view_is_found_again_at_its_address() {
        let any = PartnershipView::default;
        for (_, column) in COLUMNS {
            for direction in [Direction::Ascending, Direction::Descending] {
                found_again(PartnershipView { sort: PartnershipSort { column, direction }, ..any() });
            }
        }
        found_again(PartnershipView { page: 3, ..any() });
        let of = |filter| PartnershipView { filter, ..any() };
        let none = PartnershipFilter::default;
        for standing in Standing::ALL {
            found_again(of(PartnershipFilter { standing: Some(standing), ..none() }));
        }
        for lack in Lack::ALL {
            found_again(of(PartnershipFilter { lack: Some(lack), ..none() }));
        }
        for band in HealthBand::ALL {
            found_again(of(PartnershipFilter { health: Some(band), ..none() }));
        }
        found_again(of(PartnershipFilter {
            text: "a&b = \u{fc} #?".into(),
            standing: Some(Standing::Live),
            kind: Some(Kind::SharedService),
            rank: Some(Rank::Major),
            health: Some(HealthBand::Weak),
            lack: Some(Lack::Lead),
        }));
    }

    #[test]
    fn nonsense_is_passed_over() {
        let address = "#/partnerships?status=x&form=&significance=huge&health=9&without=luck&sort=-x&page=0";
        assert_eq!(Route::at(address), Route::Partnerships(PartnershipView::default()));
    }
}
