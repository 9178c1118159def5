//! Words that registers use for a status, a treatment, or for nothing at all.

use crate::letters;
use crate::register::{Status, Treatment};

/// Whether a cell says that there is nothing to say.
pub(super) fn is_blank(cell: &str) -> bool {
    matches!(cell.trim(), "" | "-" | "\u{2013}" | "\u{2014}" | "n/a" | "N/A" | "na" | "NA")
}

/// The status that a cell names.
pub(super) fn status(cell: &str) -> Option<Status> {
    Some(match letters::small(cell).as_str() {
        "draft" | "proposed" | "pending" | "identified" => Status::Draft,
        "open" | "active" | "live" | "current" | "ongoing" | "new" | "in progress" | "in force" => {
            Status::Open
        }
        "closed" | "archived" | "retired" | "complete" | "completed" | "resolved" | "expired" => {
            Status::Closed
        }
        _ => return None,
    })
}

/// The treatment that a cell names.
pub(super) fn treatment(cell: &str) -> Option<Treatment> {
    Some(match letters::small(cell).as_str() {
        "treat" | "reduce" | "mitigate" | "control" | "manage" => Treatment::Treat,
        "tolerate" | "accept" | "accepted" | "retain" | "watch" => Treatment::Tolerate,
        "transfer" | "share" | "insure" => Treatment::Transfer,
        "terminate" | "avoid" | "stop" | "remove" | "eliminate" => Treatment::Terminate,
        "not decided" | "undecided" | "open" | "research" | "tbc" | "tbd" => Treatment::Undecided,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_and_treatment_is_known_by_its_own_name() {
        assert!(Status::ALL.into_iter().all(|s| status(s.name()) == Some(s)));
        assert!(Treatment::ALL.into_iter().all(|t| treatment(t.name()) == Some(t)));
    }
}
