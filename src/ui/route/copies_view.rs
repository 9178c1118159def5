//! What the pages of other copies show, as their addresses say it: which list of a merge, which differences, which page.

use super::query::{Query, counted, listed, parameter, text_of};
use crate::app::queries::comparing::{DifferenceFilter, What};

/// Which list of a merge is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeView {
    /// The list; where none is chosen, what is to be decided, or else what the other copy brings.
    pub list: Option<MergeList>,
    /// Its page, counted from 0.
    pub page: usize,
}

/// One list of a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeList {
    /// What both say differently.
    Conflicts,
    /// What the other copy brings.
    Theirs,
    /// What only the register has.
    Ours,
}

/// Which differences between two copies are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareView {
    /// Which of them.
    pub filter: DifferenceFilter,
    /// The page of the list, counted from 0.
    pub page: usize,
}

const LISTS: [(&str, MergeList); 3] =
    [("both", MergeList::Conflicts), ("theirs", MergeList::Theirs), ("ours", MergeList::Ours)];

fn page_text(page: usize) -> Option<usize> {
    (page > 0).then(|| page.saturating_add(1))
}

impl MergeView {
    pub(super) fn query(self) -> String {
        Query::new()
            .with("list", self.list.map(|list| text_of(&LISTS, list)))
            .with("page", page_text(self.page))
            .finished()
    }

    pub(super) fn of_query(query: &str) -> Self {
        Self { list: listed(query, "list", &LISTS), page: counted(query, "page").unwrap_or_default() }
    }
}

impl CompareView {
    pub(super) fn query(&self) -> String {
        let what = |what: What| What::ALL.iter().find(|known| known.2 == what).map(|known| known.0);
        Query::new()
            .with("kind", self.filter.kind.as_ref())
            .with("what", self.filter.what.and_then(what))
            .with("page", page_text(self.page))
            .finished()
    }

    pub(super) fn of_query(query: &str) -> Self {
        let what = What::ALL.map(|(key, _, what)| (key, what));
        let kind = parameter::<String>(query, "kind").filter(|kind| !kind.is_empty());
        let filter = DifferenceFilter { kind, what: listed(query, "what", &what) };
        Self { filter, page: counted(query, "page").unwrap_or_default() }
    }
}
