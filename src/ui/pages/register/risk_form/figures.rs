//! The figures put to a risk: which law, what it asks for, and what all of it comes to while it is typed.

use partnership_risk_core::decimal;
use partnership_risk_core::loss::{FrequencyKind, SeverityKind};
use partnership_risk_core::register::{OwnDriver, Quantification, Risk};
use partnership_risk_core::share::Share;
use yew::prelude::{Html, html};

use super::picture::picture;
use super::pulls::pulls;
use crate::app::drafts::{Asked, QuantificationDraft, RiskDraft, asked, pull_field};
use crate::ui::pages::form::{Form, RecordProps};
use crate::ui::words::pounds;

/// How often, how badly, and how much of it is ours, below the ways to begin.
pub(super) fn figures(form: &Form<RiskDraft>, props: &RecordProps<Risk>, beginnings: Html) -> Html {
    let organisation = props.register.organisation();
    let drivers = &organisation.drivers;
    let draft = &form.draft().quantification;
    let (chosen, sound) = (draft.frequency_kind(), draft.figures(drivers));
    html! {
        <section aria-labelledby="figures">
            <h2 id="figures">{ "What it could cost" }</h2>
            <p class="note">{ "Figures before any control: what controls take away is entered with each control. A wide range is better than none." }</p>
            { beginnings }
            { form.one_of::<FrequencyKind>(("frequency", "How often could it happen?", ""), Some("No figures yet"),
                |d| &mut d.quantification.frequency) }
            { chosen.map(|kind| frequency(form, kind)).unwrap_or_default() }
            if let Some(kind) = chosen {
                { form.one_of::<SeverityKind>(("severity", "What would it cost each time?", "To all partners together, in pounds. If you are not sure, take the range"),
                    Some("Choose one"), |d| &mut d.quantification.severity) }
                { amounts(form) }
                { form.short("our-share", "Your share of the cost in per cent", "", |d| &mut d.quantification.our_share) }
                { pulls(form, drivers, kind) }
                { form.area("basis", "What the figures rest on", "Past losses, quotes, people who know",
                    |d| &mut d.quantification.basis) }
                <output class="inset" for={asked_for(draft, drivers)}>{ outcome(sound.as_ref(), drivers) }</output>
                { sound.map(|sound| picture(&props.session, organisation, &sound)).unwrap_or_default() }
            }
        </section>
    }
}

/// The ids of the fields on which the outcome rests.
fn asked_for(draft: &QuantificationDraft, drivers: &[OwnDriver]) -> String {
    let (of_frequency, n_drivers): (&[&str], usize) = match draft.frequency_kind() {
        None => (&[], 0),
        Some(FrequencyKind::Poisson) => (&["rate"], drivers.len()),
        Some(FrequencyKind::Bernoulli) => (&["probability"], 0),
        Some(FrequencyKind::NegativeBinomial) => (&["rate", "variance"], 0),
    };
    let of_severity = draft.severity_kind().map(asked).unwrap_or_default().iter().map(|which| which.field());
    let fields = ["frequency", "severity", "our-share"].into_iter().chain(of_frequency.iter().copied());
    let fields = fields.chain(of_severity).map(ToOwned::to_owned);
    fields.chain((0..n_drivers).map(pull_field)).collect::<Vec<_>>().join(" ")
}

/// What the law of severity asks for, as one node of the page: fields that come and go among their neighbours would make
/// the choice above them anew, and take the focus from it.
fn amounts(form: &Form<RiskDraft>) -> Html {
    let kind = form.draft().quantification.severity_kind();
    let fields =
        kind.into_iter().flat_map(|kind| asked(kind).iter().map(move |which| severity(form, kind, *which)));
    html! { <div>{ for fields }</div> }
}

/// What a law of frequency asks for.
fn frequency(form: &Form<RiskDraft>, kind: FrequencyKind) -> Html {
    let rate = || {
        form.short("rate", "Times a year, on average", "0.1 is once in ten years", |d| {
            &mut d.quantification.rate
        })
    };
    match kind {
        FrequencyKind::Poisson => rate(),
        FrequencyKind::Bernoulli => {
            form.short("probability", "Chance in a year", "For example, 10 % or 1 in 10", |d| {
                &mut d.quantification.probability
            })
        }
        FrequencyKind::NegativeBinomial => {
            let hint = "How far the yearly number strays from its average: a spreadsheet\u{2019}s VAR.P of past years gives it. It must be more than the average";
            let variance = form.short("variance", "Variance", hint, |d| &mut d.quantification.variance);
            html! { <>{ rate() }{ variance }</> }
        }
    }
}

/// One of the texts that a law of severity asks for.
fn severity(form: &Form<RiskDraft>, kind: SeverityKind, which: Asked) -> Html {
    let (label, hint) = words(kind, which);
    let id = which.field();
    match which {
        Asked::Low => form.short(id, label, hint, |d| &mut d.quantification.low),
        Asked::Middle => form.short(id, label, hint, |d| &mut d.quantification.middle),
        Asked::High => form.short(id, label, hint, |d| &mut d.quantification.high),
        Asked::Percentile => form.short(id, label, hint, |d| &mut d.quantification.percentile),
        Asked::Weight => form.short(id, label, hint, |d| &mut d.quantification.weight),
        Asked::Amounts => form.area(id, label, hint, |d| &mut d.quantification.amounts),
    }
}

/// What one text is called under a law, and how to fill it.
fn words(kind: SeverityKind, which: Asked) -> (&'static str, &'static str) {
    match (which, kind) {
        (Asked::Low, SeverityKind::Lognormal) => ("Low end of the cost", "One time in twenty it costs less"),
        (Asked::High, SeverityKind::Lognormal) => {
            ("High end of the cost", "One time in twenty it costs more")
        }
        (Asked::Low, _) => ("Least that it would cost", ""),
        (Asked::Middle, SeverityKind::LognormalMedian) => ("Middle cost", "Every second time it costs less"),
        (Asked::Middle, SeverityKind::Fixed) => ("Cost each time", ""),
        (Asked::Middle, _) => ("Most likely cost", ""),
        (Asked::High, SeverityKind::LognormalMedian) => ("High cost", ""),
        (Asked::High, _) => ("Most that it would cost", ""),
        (Asked::Percentile, _) => (
            "How often it costs less than the high cost, in per cent",
            "90 means that it costs more one time in ten",
        ),
        (Asked::Weight, _) => {
            ("Weight of the most likely cost", "Usually 4; more makes the ends less likely")
        }
        (Asked::Amounts, _) => {
            ("Losses seen", "One amount on each line; each is taken to be as likely as the others")
        }
    }
}

/// What it comes to, once it is sound.
fn outcome(figures: Option<&Quantification>, drivers: &[OwnDriver]) -> String {
    let Some(figures) = figures else {
        return "What this comes to in a year is shown here once the figures are complete.".to_owned();
    };
    let annual = figures.annual();
    let ours = match figures.our_share {
        Share::WHOLE => String::new(),
        _ => format!(", {} of it yours", pounds(figures.our_expected_loss())),
    };
    let none = decimal::short(figures.p_no_event(drivers) * 100.0, 1);
    format!("On average {} a year{ours}; in {none} % of years it does not happen.", pounds(annual.mean))
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::loss::{Frequency, FrequencyLaw, Millionths, Severity, SeverityLaw};
    use partnership_risk_core::money::Pence;

    use super::*;

    #[test]
    fn what_the_figures_come_to_is_said_in_a_sentence() {
        let [low, high] = [10_000, 100_000].map(|n| Pence::of_pounds(n).expect("small"));
        let rate = Millionths::read("2").expect("a number");
        let whole = Quantification {
            frequency: Frequency::new(FrequencyLaw::Poisson { rate }).expect("sound"),
            severity: Severity::new(SeverityLaw::Lognormal { low, high }).expect("sound"),
            our_share: Share::WHOLE,
            pulls: Vec::new(),
            basis: String::new(),
        };
        let said = "On average £80,800 a year; in 13.5 % of years it does not happen.";
        assert_eq!(outcome(Some(&whole), &[]), said);
        let half = Quantification { our_share: Share::read("50").expect("a share"), ..whole };
        let said = "On average £80,800 a year, £40,400 of it yours; in 13.5 % of years it does not happen.";
        assert_eq!(outcome(Some(&half), &[]), said);
        assert!(outcome(None, &[]).contains("once the figures are complete"));
    }
}
