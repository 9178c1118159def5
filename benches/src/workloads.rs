//! The portfolios that speed and accuracy are measured on: twenty risks with several laws, and larger ones made of them.
//! What is asked of them is next door in `tasks`.

use partnership_risk_core::loss::{
    CostedControl, Cut, Driver, Exposure, Frequency, FrequencyLaw, Millionths, Portfolio, Pull, Severity,
    SeverityLaw,
};
use partnership_risk_core::money::Pence;
use partnership_risk_core::share::Share;

/// Laws of the numbers and costs of the same twenty risks.
#[derive(Clone, Copy, Debug)]
pub enum Workload {
    /// Poisson numbers of PERT costs: W1.
    PoissonPert,
    /// Poisson numbers of lognormal costs: W2.
    PoissonLognormal,
    /// Poisson numbers of costs that are always the same.
    PoissonFixed,
    /// PERT costs once a year at most, with a fifth of the rate as the chance.
    OncePert,
    /// Negative binomial numbers of PERT costs, with half as much variance again.
    ClusteredPert,
    /// W1 with half of all events at the pace of one driver.
    DrivenPert,
}

/// All of them.
pub const ALL: [Workload; 6] = [
    Workload::PoissonPert,
    Workload::PoissonLognormal,
    Workload::PoissonFixed,
    Workload::OncePert,
    Workload::ClusteredPert,
    Workload::DrivenPert,
];

impl Workload {
    /// Its twenty risks as a portfolio.
    #[must_use]
    pub fn portfolio(self) -> Portfolio {
        let pulled = |exposure: Exposure| exposure.pulled(self.pulls());
        Portfolio::with_drivers(vec![driver()], self.exposures().into_iter().map(pulled).collect())
            .expect("there is one driver")
    }

    /// Its twenty risks, apart from drivers.
    #[must_use]
    pub fn exposures(self) -> Vec<Exposure> {
        let file: serde_json::Value =
            serde_json::from_str(include_str!("../../core/src/loss/fixtures/workloads.json"))
                .expect("it is JSON");
        file["risks"].as_array().expect("a list").iter().map(|risk| self.exposure(risk)).collect()
    }

    fn exposure(self, risk: &serde_json::Value) -> Exposure {
        let amounts = [2, 3, 4].map(|place| pounds(risk[place].as_i64().expect("a whole number of pounds")));
        let frequency = Frequency::new(self.frequency(risk[1].as_f64().expect("a rate"))).expect("sound");
        Exposure::new(&frequency, &Severity::new(self.severity(amounts)).expect("sound"), Share::WHOLE)
    }

    fn pulls(self) -> Vec<Pull> {
        match self {
            Self::DrivenPert => vec![Pull { driver: 0, share: share(5_000) }],
            Self::PoissonPert
            | Self::PoissonLognormal
            | Self::PoissonFixed
            | Self::OncePert
            | Self::ClusteredPert => Vec::new(),
        }
    }

    fn frequency(self, rate: f64) -> FrequencyLaw {
        match self {
            Self::PoissonPert | Self::PoissonLognormal | Self::PoissonFixed | Self::DrivenPert => {
                FrequencyLaw::Poisson { rate: number(rate) }
            }
            Self::OncePert => FrequencyLaw::Bernoulli { probability: number(rate / 5.0) },
            Self::ClusteredPert => {
                FrequencyLaw::NegativeBinomial { mean: number(rate), variance: number(1.5 * rate) }
            }
        }
    }

    fn severity(self, [low, mode, high]: [Pence; 3]) -> SeverityLaw {
        match self {
            Self::PoissonLognormal => SeverityLaw::Lognormal { low, high },
            Self::PoissonFixed => SeverityLaw::Fixed { amount: mode },
            Self::PoissonPert | Self::OncePert | Self::ClusteredPert | Self::DrivenPert => {
                SeverityLaw::Pert { low, mode, high, weight: Millionths::FOUR }
            }
        }
    }
}

/// Many risks: those of W1 and W2 in turn, each a fifth as often and a little cheaper each time.
#[must_use]
pub fn many(n: usize) -> Vec<Exposure> {
    let [pert, lognormal] = [Workload::PoissonPert, Workload::PoissonLognormal].map(Workload::exposures);
    let of = |place: usize| {
        let among = if place.is_multiple_of(2) { &pert } else { &lognormal };
        among[place % 20].left(share(2_000), share(9_999 - (place / 20 * 50) as i64))
    };
    (0..n).map(of).collect()
}

/// W3: two hundred risks, each pulled by one of six drivers.
#[must_use]
pub fn driven() -> Portfolio {
    let pulled =
        |(place, risk): (usize, Exposure)| risk.pulled(vec![Pull { driver: place % 6, share: share(6_000) }]);
    Portfolio::with_drivers(vec![driver(); 6], many(200).into_iter().enumerate().map(pulled).collect())
        .expect("there are six drivers")
}

/// Twenty controls on W1, one on each risk and each third on two, at costs a year that some of them are worth.
#[must_use]
pub fn controls() -> Vec<CostedControl> {
    let cut = |place: usize| Cut {
        exposure: place % 20,
        events: share(1_000 + 300 * (place % 7) as i64),
        cost: share(500 * (place % 4) as i64),
    };
    let of = |place: usize| {
        let cuts = if place.is_multiple_of(3) { vec![cut(place), cut(place + 7)] } else { vec![cut(place)] };
        CostedControl::new(cuts, Some(pounds(4_000 + 3_000 * (place % 9) as i64))).expect("above nought")
    };
    (0..20).map(of).collect()
}

/// A share of so many basis points, at most 10,000.
pub(crate) fn share(points: i64) -> Share {
    Share::of_basis_points(points).expect("at most the whole")
}

/// An amount of whole pounds.
pub(crate) fn pounds(amount: i64) -> Pence {
    Pence::of_pounds(amount).expect("small")
}

fn number(value: f64) -> Millionths {
    Millionths::new(value).expect("small")
}

fn driver() -> Driver {
    Driver::new(number(0.5)).expect("a small variance")
}
