//! Every law as it is typed and given back, and every problem at its field.

use super::*;

/// The texts of a draft, of which only these are typed.
fn draft(texts: &[(&str, &str)]) -> QuantificationDraft {
    let mut draft = QuantificationDraft::of(None);
    for (field, text) in texts {
        let place = match *field {
            "frequency" => &mut draft.frequency,
            "rate" => &mut draft.rate,
            "probability" => &mut draft.probability,
            "variance" => &mut draft.variance,
            "severity" => &mut draft.severity,
            "low" => &mut draft.low,
            "middle" => &mut draft.middle,
            "high" => &mut draft.high,
            "percentile" => &mut draft.percentile,
            "weight" => &mut draft.weight,
            "our-share" => &mut draft.our_share,
            _ => &mut draft.amounts,
        };
        *place = (*text).to_owned();
    }
    draft
}

const POISSON: (&str, &str) = ("frequency", "poisson");

#[test]
fn nothing_chosen_is_no_figures_and_no_problem() {
    let mut checks = Checks::default();
    assert_eq!(draft(&[("low", "nonsense")]).check(&mut checks, &[]), None);
    assert!(checks.problems.is_empty());
}

#[test]
fn every_law_is_given_back_as_it_was_typed() {
    let once = [("frequency", "bernoulli"), ("probability", "0.1")];
    for severity in [
        &[("severity", "lognormal"), ("low", "10000"), ("high", "100000.50")][..],
        &[("severity", "lognormal-median"), ("middle", "10"), ("high", "20"), ("percentile", "95")],
        &[("severity", "pert"), ("low", "1"), ("middle", "2"), ("high", "3"), ("weight", "3.5")],
        &[("severity", "triangular"), ("low", "1"), ("middle", "2"), ("high", "3")],
        &[("severity", "uniform"), ("low", "1"), ("high", "3")],
        &[("severity", "fixed"), ("middle", "3")],
        &[("severity", "observed"), ("amounts", "3\n2\n2")],
    ] {
        let draft = draft(&[&once[..], severity].concat());
        let figures = draft.figures(&[]).expect("nothing wrong");
        assert_eq!(QuantificationDraft::of(Some(&figures)), draft);
    }
    let clustered = [("frequency", "negative-binomial"), ("rate", "2"), ("variance", "3")];
    let clustered = draft(&[&clustered[..], &[("severity", "fixed"), ("middle", "3")]].concat());
    let figures = clustered.figures(&[]).expect("nothing wrong");
    assert_eq!(QuantificationDraft::of(Some(&figures)), clustered);
}

#[test]
fn every_problem_is_noted_at_once_and_names_its_field() {
    for (typed, fields) in [
        (&[POISSON][..], &["rate", "severity"][..]),
        (
            &[POISSON, ("rate", "NaN"), ("severity", "pert"), ("weight", "")],
            &["rate", "low", "middle", "high", "weight"],
        ),
        (
            &[("frequency", "bernoulli"), ("probability", "1.1"), ("severity", "fixed")],
            &["probability", "middle"],
        ),
        (
            &[
                ("frequency", "negative-binomial"),
                ("rate", "2"),
                ("variance", "2"),
                ("severity", "fixed"),
                ("middle", "-1"),
            ],
            &["variance", "middle"],
        ),
        (
            &[
                POISSON,
                ("rate", "1"),
                ("severity", "lognormal"),
                ("low", "100"),
                ("high", "10"),
                ("our-share", ""),
            ],
            &["high", "our-share"],
        ),
        (&[POISSON, ("rate", "1"), ("severity", "observed"), ("amounts", "1\n\ninf")], &["amounts"]),
        (&[POISSON, ("rate", "1"), ("severity", "observed")], &["amounts"]),
    ] {
        let mut checks = Checks::default();
        assert_eq!(draft(typed).check(&mut checks, &[]), None, "{typed:?}");
        let found: Vec<&str> = checks.problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(found, fields, "{typed:?}");
    }
}
