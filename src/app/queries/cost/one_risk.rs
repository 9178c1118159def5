//! What one risk may cost in a year, while its figures are typed: worked out anew only when they change.

use std::cell::RefCell;
use std::rc::Rc;

use partnership_risk_core::cost::before;
use partnership_risk_core::loss::{Portfolio, YearsLoss};
use partnership_risk_core::register::{Organisation, Quantification};

use super::with_engine;

/// The organisation's loss of a year by one risk before any control, pulled by the organisation's drivers.
pub fn year_of_one(organisation: &Organisation, figures: &Quantification) -> Rc<YearsLoss> {
    thread_local! {
        static LAST: RefCell<Option<(Portfolio, Rc<YearsLoss>)>> = const { RefCell::new(None) };
    }
    let asked = before(organisation, &[figures]);
    LAST.with(|last| {
        let known = last.borrow().as_ref().filter(|kept| kept.0 == asked).map(|kept| kept.1.clone());
        known.unwrap_or_else(|| {
            let loss = Rc::new(with_engine(|engine| engine.year(&asked)));
            last.replace(Some((asked, loss.clone())));
            loss
        })
    })
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::marlshire;
    use partnership_risk_core::loss::{Frequency, FrequencyLaw, Millionths, Severity, SeverityLaw};
    use partnership_risk_core::money::Pence;
    use partnership_risk_core::share::Share;

    use super::*;

    /// Once in two years on average, 10,000 pounds.
    fn figures() -> Quantification {
        let rate = Millionths::read("0.5").expect("a rate");
        let amount = Pence::of_pounds(10_000).expect("small");
        Quantification {
            frequency: Frequency::new(FrequencyLaw::Poisson { rate }).expect("sound"),
            severity: Severity::new(SeverityLaw::Fixed { amount }).expect("sound"),
            our_share: Share::WHOLE,
            basis: String::new(),
            pulls: Vec::new(),
        }
    }

    /// With half of it ours, a year without a loss has the chance exp(-0.5) = 0.607, one with no more than one event 0.910,
    /// with no more than two 0.986.
    #[test]
    fn one_risk_has_its_own_year_which_is_kept_until_its_figures_change() {
        let register = marlshire();
        let year = |figures| year_of_one(register.organisation(), &figures);
        let of_share =
            |share| Quantification { our_share: Share::read(share).expect("a share"), ..figures() };
        let half = year(of_share("50"));
        for (q, amount) in [(0.6, 0.0), (0.8, 5_000.0), (0.95, 10_000.0), (0.99, 15_000.0)] {
            assert!((half.quantile(q).best - amount).abs() < 1e-6, "{q}");
        }
        let explained = Quantification { basis: "claims".to_owned(), ..of_share("50") };
        assert!(Rc::ptr_eq(&half, &year(explained)));
        assert!(!Rc::ptr_eq(&half, &year(figures())));
    }

    /// All events at the pace of a driver of variance v: a year without one has the chance (1 + v / 2) ^ (-1 / v).
    #[test]
    fn a_driver_makes_years_without_a_loss_and_dear_years_more_likely() {
        let register = marlshire();
        let driver = &register.organisation().drivers[0];
        let pulled = Quantification { pulls: vec![(driver.id.clone(), Share::WHOLE)], ..figures() };
        let [alone, together] =
            [figures(), pulled].map(|figures| year_of_one(register.organisation(), &figures));
        let variance = driver.factor.variance().value();
        assert!((together.p_none() - (1.0 + variance / 2.0).powf(-1.0 / variance)).abs() < 1e-9);
        assert!(together.chance_above(20_000.0).best > alone.chance_above(20_000.0).best);
    }
}
