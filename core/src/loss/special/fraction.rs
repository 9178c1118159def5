//! Continued fractions.

/// In place of nought where one divides by it.
const TINY: f64 = 1e-300;
/// Below this a term changes nothing.
const PRECISION: f64 = 1e-16;

/// 1 / (b + a1 / (b1 + a2 / (b2 + ...))) by the modified method of Lentz (Thompson and Barnett, 1986); the terms are the
/// pairs (a1, b1), (a2, b2) and so on, of which it takes as many as change anything.
pub(super) fn fraction(b: f64, terms: impl Iterator<Item = (f64, f64)>) -> f64 {
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / away_from_nought(b);
    let mut value = d;
    for (a, b) in terms {
        d = 1.0 / away_from_nought(a * d + b);
        c = away_from_nought(b + a / c);
        value *= d * c;
        if (d * c - 1.0).abs() < PRECISION {
            break;
        }
    }
    value
}

fn away_from_nought(value: f64) -> f64 {
    if value.abs() < TINY { TINY } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The golden ratio less one, and the tangent of one (Lambert, 1761) as 1 / (1 - 1 / (3 - 1 / (5 - ...))).
    #[test]
    fn known_fractions_have_their_values() {
        let golden = fraction(1.0, std::iter::repeat_n((1.0, 1.0), 100));
        assert!((golden - 0.618_033_988_749_894_9).abs() < 1e-15);
        let tangent = fraction(1.0, (1..40).map(|n| (-1.0, f64::from(2 * n + 1))));
        assert!((tangent - libm::tan(1.0)).abs() < 1e-15);
    }
}
