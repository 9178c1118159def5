//! Where a rising function reaches a value, by halving: slow beside Newton's method, and never lost.

/// Halvings after which two doubles of one sign have nothing left between them.
const MOST_HALVINGS: usize = 1_100;

/// The number between `low` and `high` at which a function that never falls reaches `value`: `high` where it does so
/// nowhere before.
pub(in crate::loss) fn reached(rising: impl Fn(f64) -> f64, value: f64, low: f64, high: f64) -> f64 {
    let (mut low, mut high) = (low, high);
    for _ in 0..MOST_HALVINGS {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if rising(middle) < value { low = middle } else { high = middle }
    }
    high
}

/// The first of `start`, twice that, four times that, ..., at which a function that never falls has reached `value`;
/// `start` is above nought.
pub(in crate::loss) fn doubled_to(rising: impl Fn(f64) -> f64, value: f64, start: f64) -> f64 {
    let mut high = start;
    while high.is_finite() && rising(high) < value {
        high *= 2.0;
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_and_a_step_are_reached_where_they_rise() {
        let square = |x: f64| x * x;
        let root = reached(square, 2.0, 0.0, doubled_to(square, 2.0, 1.0));
        assert!((root - std::f64::consts::SQRT_2).abs() < 1e-15);
        let step = |x: f64| if x < 3.0 { 0.0 } else { 1.0 };
        assert_eq!(reached(step, 0.5, 0.0, 8.0), 3.0);
        assert_eq!(reached(step, 2.0, 0.0, 8.0), 8.0);
    }
}
