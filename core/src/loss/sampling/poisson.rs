//! A Poisson number of events, drawn once for many years at a time.

/// The law of a number with this mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Poisson {
    mean: f64,
    mode: f64,
    at_mode: f64,
}

/// Probabilities below this are nothing.
const NOTHING: f64 = 1e-20;

impl Poisson {
    pub(super) fn new(mean: f64) -> Self {
        let mode = libm::floor(mean);
        let log = if mode > 0.0 { mode * libm::log(mean) - libm::lgamma(mode + 1.0) } else { 0.0 };
        Self { mean, mode, at_mode: libm::exp(log - mean) }
    }

    /// The number for a chance between 0 and 1: probabilities are taken off it from the likeliest number outwards, on
    /// either side in turn, until it is used up. That takes about as many steps as the square root of the mean.
    pub(super) fn number(&self, chance: f64) -> u64 {
        let (mut up, mut down) = (self.mode, self.mode);
        let (mut p_up, mut p_down) = (self.at_mode, self.at_mode);
        let mut left = chance - self.at_mode;
        while left >= 0.0 && p_up + p_down > NOTHING {
            up += 1.0;
            p_up *= self.mean / up;
            left -= p_up;
            if left < 0.0 {
                return up as u64;
            }
            p_down *= down / self.mean;
            down -= 1.0;
            left -= p_down;
            if left < 0.0 {
                return down as u64;
            }
        }
        self.mode as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How much of the chance falls to each number, from chances that are spread evenly.
    fn shares(law: &Poisson, n: usize) -> Vec<f64> {
        let mut shares = Vec::new();
        for k in 0..n {
            let number = law.number((k as f64 + 0.5) / n as f64) as usize;
            shares.resize(shares.len().max(number + 1), 0.0);
            shares[number] += 1.0 / n as f64;
        }
        shares
    }

    #[test]
    fn every_number_gets_its_probability() {
        for mean in [1e-9, 0.3, 1.0, 2.5, 40.0] {
            let shares = shares(&Poisson::new(mean), 100_000);
            let mut p = libm::exp(-mean);
            for (number, share) in shares.iter().enumerate() {
                assert!((share - p).abs() < 2.1e-5, "{mean}: {share} for {p} at {number}");
                p *= mean / (number as f64 + 1.0);
            }
        }
    }

    #[test]
    fn no_mean_is_too_small_or_too_great() {
        assert_eq!(Poisson::new(0.0).number(0.999_999), 0);
        for mean in [5e-324, 1.0, 4.1e7] {
            let law = Poisson::new(mean);
            for chance in [0.0, 1e-18, 0.5, 1.0 - f64::EPSILON, 1.0] {
                let away = law.number(chance) as f64 - mean;
                assert!(away.abs() <= 10.0 * libm::sqrt(mean) + 20.0, "{mean}: {away}");
            }
        }
    }
}
