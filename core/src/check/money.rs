//! Checks of money: pooled budgets, and shares that should add up to the whole.

use super::books::Books;
use super::{Check, Fault, Rule, Severity, quoted};
use crate::decimal;
use crate::register::{Known, Partnership, Risk};
use crate::share::Share;

pub(super) static CHECKS: [Check; 4] = [
    Check {
        key: "pooled-without-rules",
        title: "Pooled budget without rules for an overspend",
        explains: "When a pooled budget runs out, somebody has to pay. Agree beforehand who does.",
        severity: Severity::Problem,
        rule: Rule::Partnership(pooled_without_rules),
    },
    Check {
        key: "money-shares",
        title: "Shares of the money do not add up",
        explains: "What the partners put in should come to 100 % of the money. Correct a share, or list the \
            partner that is missing, your own body too.",
        severity: Severity::Problem,
        rule: Rule::Partnership(money_shares),
    },
    Check {
        key: "loss-shares",
        title: "Shares of a loss do not add up",
        explains: "What the partners bear should come to 100 % of a loss. Correct a share, or list the partner \
            that is missing, your own body too.",
        severity: Severity::Problem,
        rule: Rule::Partnership(loss_shares),
    },
    Check {
        key: "bearer-shares",
        title: "Shares of a risk do not add up",
        explains: "Those who bear a risk should together bear 100 % of it. Correct a share, or add whoever bears \
            the rest.",
        severity: Severity::Problem,
        rule: Rule::Risk(bearer_shares),
    },
];

/// How far rounded shares may be from the whole: 0.05 %, in hundredths of one per cent.
const ROUNDING: u32 = 5;

fn pooled_without_rules(_: &Books, partnership: &Partnership) -> Option<Fault> {
    let funding = &partnership.funding;
    let is_open = funding.pooled == Known::Yes && funding.overspend_rules != Known::Yes;
    Fault::told(is_open, "funding-overspend-rules", || {
        format!("{} has a pooled budget and no known rules for an overspend.", quoted(&partnership.name))
    })
}

fn money_shares(_: &Books, partnership: &Partnership) -> Option<Fault> {
    let sum = wrong_sum(partnership.partners.iter().map(|partner| partner.money_share))?;
    let text = format!("The partners in {} put in {sum} of the money together.", quoted(&partnership.name));
    Some(Fault { field: "partners-money-share", text })
}

fn loss_shares(_: &Books, partnership: &Partnership) -> Option<Fault> {
    let sum = wrong_sum(partnership.partners.iter().map(|partner| partner.loss_share))?;
    let text = format!("The partners in {} bear {sum} of a loss together.", quoted(&partnership.name));
    Some(Fault { field: "partners-loss-share", text })
}

fn bearer_shares(_: &Books, risk: &Risk) -> Option<Fault> {
    let sum = wrong_sum(risk.bearers.iter().map(|bearer| Some(bearer.share)))?;
    Some(Fault { field: "bearers", text: format!("{sum} of {} is borne by somebody.", quoted(&risk.title)) })
}

/// The sum of shares, if there are any and they are further from the whole than rounding explains. While some are not
/// known, the others may come to less, but not to more.
fn wrong_sum(shares: impl Iterator<Item = Option<Share>>) -> Option<String> {
    let shares: Vec<Option<Share>> = shares.collect();
    let sum: u32 = shares.iter().flatten().map(|share| u32::from(share.basis_points())).sum();
    let whole = u32::from(Share::WHOLE.basis_points());
    let may_be_less = shares.is_empty() || shares.contains(&None);
    let is_wrong = sum > whole + ROUNDING || (sum + ROUNDING < whole && !may_be_less);
    is_wrong.then(|| format!("{} %", decimal::short(f64::from(sum) / 100.0, 2)))
}
