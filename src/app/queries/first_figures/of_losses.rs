//! Figures from the losses in which a risk came about.

use partnership_risk_core::cost::seen;
use partnership_risk_core::loss::evidence::{CostFit, Record, Seen, fit_cost};
use partnership_risk_core::loss::{Frequency, FrequencyLaw, Millionths, Severity, SeverityLaw};
use partnership_risk_core::register::{Register, RiskId};

use super::Begun;
use crate::app::queries::losses::year_name;
use crate::app::queries::past_losses::Unseen;

/// Figures from losses.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenFigures {
    /// What years without an entry are taken to have been.
    pub unseen: Unseen,
    /// The figures.
    pub begun: Begun,
}

const FROM: &str = "From ";

/// Figures from the losses of a risk: with years without an entry left out, and where there are such years, with them as
/// quiet ones. None where it has no losses that make a law.
#[must_use]
pub fn of_losses(register: &Register, risk: RiskId) -> Vec<SeenFigures> {
    let entries = seen(register, |loss| loss.risk == Some(risk));
    let years = || entries.iter().map(|entry| entry.year);
    let (Some(first), Some(last)) = (years().min(), years().max()) else { return Vec::new() };
    let entered = Record::of_years_entered(&entries);
    let quiet = Record::of_all_years(first, last, &entries).ok();
    let quiet = quiet.filter(|quiet| entered.is_ok_and(|entered| entered.years() < quiet.years()));
    let records = [(Unseen::LeftOut, entered.ok()), (Unseen::Quiet, quiet)];
    let figures = records.into_iter().filter_map(|(unseen, record)| {
        let basis = basis(record?.count(), [first, last], unseen);
        Some(SeenFigures { unseen, begun: begun(&entries, &record?, basis)? })
    });
    figures.collect()
}

fn begun(entries: &[Seen], record: &Record, basis: String) -> Option<Begun> {
    let rate = Millionths::new(record.per_year()).ok()?;
    let frequency = Frequency::new(FrequencyLaw::Poisson { rate }).ok()?;
    Some(Begun { frequency, severity: severity(entries)?, our_share: None, basis })
}

/// The law that the losses fit. A few that were entered by themselves are better than a law fitted to them.
fn severity(entries: &[Seen]) -> Option<Severity> {
    let fit = fit_cost(entries).ok()??;
    match &fit {
        CostFit::Lognormal { .. } if fit.is_scant() => {
            let single = entries.iter().filter(|entry| entry.count > 0);
            Severity::new(SeverityLaw::Observed { amounts: single.map(|entry| entry.cost).collect() }).ok()
        }
        CostFit::Lognormal { .. } | CostFit::Mean { .. } => Some(fit.severity().clone()),
    }
}

/// From 3 losses 2003/04 to 2007/08.
fn basis(count: u64, [first, last]: [i32; 2], unseen: Unseen) -> String {
    let losses = if count == 1 { "loss" } else { "losses" };
    let years =
        if first == last { year_name(first) } else { [year_name(first), year_name(last)].join(" to ") };
    let which = match unseen {
        Unseen::LeftOut if first == last => "",
        Unseen::LeftOut => ", years without a loss left out",
        Unseen::Quiet => ", years without a loss counted as quiet",
    };
    format!("{FROM}{count} {losses} {years}{which}")
}

/// Whether a line is such a basis.
pub(super) fn is_basis(line: &str) -> bool {
    let words = line.strip_prefix(FROM).and_then(|rest| rest.split_once(' '));
    words.is_some_and(|(count, rest)| {
        count.parse::<u64>().is_ok() && (rest.starts_with("loss ") || rest.starts_with("losses "))
    })
}
