//! Twenty risks that speed and accuracy are measured on, with several laws.

use partnership_risk_core::loss::{
    Driver, Exposure, Frequency, FrequencyLaw, Millionths, Portfolio, Pull, Severity, SeverityLaw,
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
    /// Its twenty risks.
    pub fn portfolio(self) -> Portfolio {
        let file: serde_json::Value =
            serde_json::from_str(include_str!("../../src/loss/fixtures/workloads.json")).expect("it is JSON");
        let risks = file["risks"].as_array().expect("a list").iter();
        let amount = |risk: &serde_json::Value, place: usize| {
            Pence::of_pounds(risk[place].as_i64().expect("pounds")).expect("small")
        };
        let exposure = |risk: &serde_json::Value| {
            let frequency = Frequency::new(self.frequency(risk[1].as_f64().expect("a rate"))).expect("sound");
            let severity =
                Severity::new(self.severity([2, 3, 4].map(|place| amount(risk, place)))).expect("sound");
            Exposure::new(&frequency, &severity, Share::WHOLE).pulled(self.pulls())
        };
        let driver = Driver::new(Millionths::new(0.5).expect("small")).expect("sound");
        Portfolio::with_drivers(vec![driver], risks.map(exposure).collect()).expect("sound")
    }

    fn pulls(self) -> Vec<Pull> {
        match self {
            Self::DrivenPert => {
                vec![Pull { driver: 0, share: Share::of_basis_points(5_000).expect("a share") }]
            }
            Self::PoissonPert
            | Self::PoissonLognormal
            | Self::PoissonFixed
            | Self::OncePert
            | Self::ClusteredPert => Vec::new(),
        }
    }

    fn frequency(self, rate: f64) -> FrequencyLaw {
        let number = |value| Millionths::new(value).expect("small");
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
