//! How the partnerships are shown, and how that stands in the address.

use partnership_risk_core::choice::Choice;
use partnership_risk_core::register::PartnershipStatus;

use super::query::{finished, parameter, serializer, text_of, value_of};
use crate::app::queries::attention::HealthBand;
use crate::app::queries::lack::Lack;
use crate::app::queries::partnerships::{PartnershipColumn, PartnershipFilter, PartnershipSort, Standing};
use crate::app::queries::risk_table::Direction;

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
        let mut query = serializer();
        query.extend_pairs(Some(("q", filter.text.as_str())).filter(|(_, text)| !text.is_empty()));
        query.extend_pairs(filter.standing.map(|standing| ("status", standing_text(standing))));
        query.extend_pairs(filter.kind.map(|kind| ("form", kind.key())));
        query.extend_pairs(filter.rank.map(|rank| ("significance", rank.key())));
        query.extend_pairs(filter.health.as_ref().map(|band| ("health", text_of(&BANDS, band))));
        query.extend_pairs(filter.lack.as_ref().map(|lack| ("without", text_of(&LACKS, lack))));
        if *sort != PartnershipSort::default() {
            query.append_pair("sort", &sort_text(*sort));
        }
        if *page > 0 {
            query.append_pair("page", &(page + 1).to_string());
        }
        finished(query)
    }

    pub(super) fn of_query(query: &str) -> Self {
        let text = |name: &str| parameter::<String>(query, name);
        let filter = PartnershipFilter {
            text: text("q").unwrap_or_default(),
            standing: text("status").and_then(|status| standing_of(&status)),
            kind: text("form").and_then(|kind| Choice::of_key(&kind)),
            rank: text("significance").and_then(|rank| Choice::of_key(&rank)),
            health: text("health").and_then(|band| value_of(&BANDS, &band)),
            lack: text("without").and_then(|lack| value_of(&LACKS, &lack)),
        };
        let sort = text("sort").and_then(|sort| sort_of(&sort)).unwrap_or_default();
        let page = parameter::<usize>(query, "page").and_then(|page| page.checked_sub(1));
        Self { filter, sort, page: page.unwrap_or_default() }
    }
}

/// The column, with a minus where the largest comes first.
fn sort_text(sort: PartnershipSort) -> String {
    let minus = match sort.direction {
        Direction::Ascending => "",
        Direction::Descending => "-",
    };
    [minus, text_of(&COLUMNS, &sort.column)].concat()
}

fn sort_of(text: &str) -> Option<PartnershipSort> {
    let (direction, column) = match text.strip_prefix('-') {
        Some(column) => (Direction::Descending, column),
        None => (Direction::Ascending, text),
    };
    Some(PartnershipSort { column: value_of(&COLUMNS, column)?, direction })
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::register::{Kind, Rank};

    use super::*;
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
