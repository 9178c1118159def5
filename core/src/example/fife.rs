//! A register that a real body has published. The facts are theirs; the category of each risk is our
//! reading, since the published table has none. The invented register is next door in `marlshire`.

use std::rc::Rc;

use crate::catalogue::CategoryId;
use crate::register::{
    Change, Organisation, Partnership, PartnershipId, Ratings, Register, Risk, RiskId, Sector,
};
use crate::scale::{Matrix, Rating, preset};

/// Title (shortened), mean impact and mean likelihood as voted, and our category.
type Row = (&'static str, f64, f64, &'static str);

/// Fife Council, register of significant risks: 18 people voted on scales from 1 to 6, means kept.
const FIFE: [Row; 11] = [
    ("Under-investment in property and infrastructure", 4.2, 5.1, "funding-and-finance"),
    ("Too few resources for service commitments", 3.7, 4.9, "funding-and-finance"),
    ("Health and safety duties lack ownership", 4.2, 4.1, "safeguarding-and-safety"),
    ("Staff and volunteers with vulnerable people", 3.7, 4.4, "safeguarding-and-safety"),
    ("Strategic partnerships (PPP/PFI, outsourcing)", 3.9, 4.1, "partner-or-supplier-failure"),
    ("Contingency plans for loss of facility or system", 3.8, 4.1, "strategic-capability-and-exit"),
    ("Identifying and complying with legislation", 3.7, 4.2, "legal-and-liability"),
    ("Incident leading to prosecution", 3.6, 4.3, "legal-and-liability"),
    ("Systems not uniform", 3.6, 4.1, "standards-and-practices"),
    ("Interdependence of joined-up services", 3.8, 3.7, "service-gaps"),
    ("Members' and officers' interests", 3.6, 3.8, "governance-and-accountability"),
];

/// Where Fife's register was published.
const FIFE_SOURCE: &str = "https://studylib.net/doc/5825409/register-of-significant-risks";

/// Fife Council's published register of significant risks, as one partnership: the council as a whole.
#[must_use]
pub fn fife_council() -> Register {
    let matrix = Rc::new(preset::preset("six-by-six-means").expect("a shipped preset").matrix());
    let council = PartnershipId::from_bits(1);
    let risks = FIFE.iter().zip(1..).map(|(row, rank)| risk(row, rank, council, &matrix)).collect();
    let empty = Register::new(Organisation {
        sector: Sector::Council,
        published_source: FIFE_SOURCE.into(),
        ..Organisation::new("Fife Council", matrix)
    });
    let change =
        Change::All(vec![Change::PartnershipsPut(vec![whole_council(council)]), Change::RisksPut(risks)]);
    match empty.apply(change) {
        Ok(register) => register,
        Err(_) => unreachable!("the published rows keep the register's rules"),
    }
}

fn whole_council(id: PartnershipId) -> Partnership {
    Partnership {
        purpose: "The council\u{2019}s significant risks across all its services and partnerships".into(),
        notes: "Means of the votes of 18 people at a workshop. Titles are shortened.".into(),
        ..Partnership::new(id, "Council as a whole", 0)
    }
}

fn risk(row: &Row, rank: u64, partnership: PartnershipId, matrix: &Matrix) -> Risk {
    let &(title, impact, likelihood, category) = row;
    let places = (matrix.likelihood().position(likelihood), matrix.impact().position(impact));
    let (Ok(likelihood), Ok(impact)) = places else { unreachable!("they voted on 1 to 6") };
    Risk {
        reference: rank.to_string(),
        category: Some(CategoryId::new(category)),
        ratings: Ratings { current: Some(Rating { likelihood, impact }), ..Ratings::default() },
        ..Risk::new(RiskId::from_bits(rank), partnership, title, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fife_stands_in_its_published_order_with_its_published_totals() {
        // Fife Council, register of significant risks: rank and total as printed.
        let totals = [21.42, 18.13, 17.22, 16.28, 15.99, 15.58, 15.54, 15.48, 14.76, 14.06, 13.68];
        let register = fife_council();
        let mut risks = register.risks().to_vec();
        risks.sort_by_key(|risk| std::cmp::Reverse(register.score(risk)));
        let scored: Vec<f64> = risks.iter().filter_map(|r| register.score(r)).map(|s| s.product()).collect();
        assert_eq!(scored, totals);
        assert_eq!(risks[4].title, "Strategic partnerships (PPP/PFI, outsourcing)");
    }
}
