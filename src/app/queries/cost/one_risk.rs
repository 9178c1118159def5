//! What one risk may cost in a year, while its figures are typed: worked out anew only when they change.

use std::cell::RefCell;
use std::rc::Rc;

use partnership_risk_core::loss::{Exposure, Frequency, Portfolio, Severity, YearsLoss};
use partnership_risk_core::register::Quantification;
use partnership_risk_core::share::Share;

use super::with_engine;

/// The figures on which the loss rests; what they rest on themselves changes nothing.
type Figures = (Frequency, Severity, Share);

/// The organisation's loss of a year by one risk before any control.
pub fn year_of_one(figures: &Quantification) -> Rc<YearsLoss> {
    thread_local! {
        static LAST: RefCell<Option<(Figures, Rc<YearsLoss>)>> = const { RefCell::new(None) };
    }
    let asked = (figures.frequency, figures.severity.clone(), figures.our_share);
    LAST.with(|last| {
        let known = last.borrow().as_ref().filter(|kept| kept.0 == asked).map(|kept| kept.1.clone());
        known.unwrap_or_else(|| {
            let loss = Rc::new(work_out(&asked));
            last.replace(Some((asked, loss.clone())));
            loss
        })
    })
}

fn work_out((frequency, severity, our_share): &Figures) -> YearsLoss {
    let portfolio = Portfolio::new(vec![Exposure::new(frequency, severity, *our_share)]);
    with_engine(|engine| engine.year(&portfolio))
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::loss::{FrequencyLaw, Millionths, SeverityLaw};
    use partnership_risk_core::money::Pence;

    use super::*;

    /// Once in two years on average, 10,000 pounds, of which half is ours: a year without a loss has the chance exp(-0.5) =
    /// 0.607, one with no more than one event 0.910, with no more than two 0.986.
    #[test]
    fn one_risk_has_its_own_year_which_is_kept_until_its_figures_change() {
        let rate = Millionths::read("0.5").expect("a rate");
        let amount = Pence::of_pounds(10_000).expect("small");
        let figures = |basis: &str, share: &str| Quantification {
            frequency: Frequency::new(FrequencyLaw::Poisson { rate }).expect("sound"),
            severity: Severity::new(SeverityLaw::Fixed { amount }).expect("sound"),
            our_share: Share::read(share).expect("a share"),
            basis: basis.to_owned(),
            pulls: Vec::new(),
        };
        let half = year_of_one(&figures("", "50"));
        for (q, amount) in [(0.6, 0.0), (0.8, 5_000.0), (0.95, 10_000.0), (0.99, 15_000.0)] {
            assert!((half.quantile(q).best - amount).abs() < 1e-6, "{q}");
        }
        assert!(Rc::ptr_eq(&half, &year_of_one(&figures("claims", "50"))));
        assert!(!Rc::ptr_eq(&half, &year_of_one(&figures("claims", "100"))));
    }
}
