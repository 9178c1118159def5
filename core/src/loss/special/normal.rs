//! The standard normal distribution.

/// The probability of a standard normal number of at most `z`.
pub(in crate::loss) fn cdf(z: f64) -> f64 {
    libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2) / 2.0
}

/// The probabilities of at most `z` and of more, each to its last digits where it is the smaller one.
pub(in crate::loss) fn both_tails(z: f64) -> (f64, f64) {
    let far = cdf(-z.abs());
    if z > 0.0 { (1.0 - far, far) } else { (far, 1.0 - far) }
}

/// The density at `z`.
pub(in crate::loss) fn density(z: f64) -> f64 {
    const ROOT_OF_TWO_PI: f64 = 2.506_628_274_631_000_5;
    libm::exp(-z * z / 2.0) / ROOT_OF_TWO_PI
}

/// The value below which a standard normal number lies with probability `p`, 0 < p < 1, to about sixteen digits: the
/// algorithm AS 241, PPND16 (Wichura, 1988).
pub(in crate::loss) fn quantile(p: f64) -> f64 {
    let from_middle = p - 0.5;
    if from_middle.abs() <= 0.425 {
        return from_middle * ratio(&MIDDLE, 0.180_625 - from_middle * from_middle);
    }
    let tail = libm::sqrt(-libm::log(p.min(1.0 - p)));
    let size = if tail <= 5.0 { ratio(&TAIL, tail - 1.6) } else { ratio(&FAR_TAIL, tail - 5.0) };
    size.copysign(from_middle)
}

/// Numerator and denominator, each from the constant term on.
type Ratio = [[f64; 8]; 2];

fn ratio([numerator, denominator]: &Ratio, x: f64) -> f64 {
    polynomial(numerator, x) / polynomial(denominator, x)
}

fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

const MIDDLE: Ratio = [
    [
        3.387_132_872_796_366_5,
        1.331_416_678_917_843_8e2,
        1.971_590_950_306_551_3e3,
        1.373_169_376_550_946e4,
        4.592_195_393_154_987e4,
        6.726_577_092_700_87e4,
        3.343_057_558_358_813e4,
        2.509_080_928_730_122_7e3,
    ],
    [
        1.0,
        4.231_333_070_160_091e1,
        6.871_870_074_920_579e2,
        5.394_196_021_424_751e3,
        2.121_379_430_158_659_7e4,
        3.930_789_580_009_271e4,
        2.872_908_573_572_194_3e4,
        5.226_495_278_852_854e3,
    ],
];

const TAIL: Ratio = [
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        2.417_807_251_774_506e-1,
        2.272_384_498_926_918_4e-2,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        6.897_673_349_851e-1,
        1.481_039_764_274_800_8e-1,
        1.519_866_656_361_645_7e-2,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
];

const FAR_TAIL: Ratio = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        2.965_605_718_285_048_7e-1,
        2.653_218_952_657_612_4e-2,
        1.242_660_947_388_078_4e-3,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        5.998_322_065_558_88e-1,
        1.369_298_809_227_358e-1,
        1.487_536_129_085_061_5e-2,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
];

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::*;

    /// From `statistics.NormalDist().inv_cdf` of Python 3.11.
    #[test]
    fn quantiles_agree_with_published_ones() {
        for (p, x) in [
            (0.5, 0.0),
            (0.9, 1.281_551_565_544_600_4),
            (0.95, 1.644_853_626_951_472_2),
            (0.975, 1.959_963_984_540_054),
            (0.99, 2.326_347_874_040_841),
            (0.999_9, 3.719_016_485_455_708_4),
            (1e-9, -5.997_807_015_007_686),
            (1e-15, -7.941_345_326_170_997),
        ] {
            assert!((quantile(p) - x).abs() <= 4e-15 * x.abs(), "{p}: {} for {x}", quantile(p));
        }
    }

    /// Computed with SciPy 1.17.1.
    #[test]
    fn probabilities_agree_with_scipy() {
        for (z, p) in [
            (-8.0, 6.220_960_574_271_74e-16),
            (-3.5, 2.326_290_790_355_250_4e-4),
            (-1.0, 0.158_655_253_931_457_07),
            (0.0, 0.5),
            (0.3, 0.617_911_422_188_952_6),
            (2.0, 0.977_249_868_051_820_8),
            (6.0, 0.999_999_999_013_412_3),
        ] {
            assert!((cdf(z) - p).abs() <= 4e-15 * p, "{z}: {} for {p}", cdf(z));
        }
    }

    proptest! {
        #[test]
        fn a_quantile_is_where_its_probability_lies(p in 1e-12_f64..0.999_999) {
            prop_assert!((cdf(quantile(p)) / p - 1.0).abs() < 1e-12);
        }

        #[test]
        fn quantiles_rise_and_mirror(p in 0.000_1_f64..0.5, step in 1e-6_f64..0.4) {
            prop_assert!(quantile(p) < quantile((p + step).min(0.999)));
            prop_assert!((quantile(p) + quantile(1.0 - p)).abs() < 1e-11);
        }
    }
}
