//! The figures put to a risk, in files: each law by its key, amounts in pence, other numbers as people write them.

use super::{Reader, put_share};
use crate::choice::Choice;
use crate::decimal;
use crate::json::{self, Object, Pick, Value};
use crate::loss::{Frequency, FrequencyKind, FrequencyLaw, Millionths, Severity, SeverityKind, SeverityLaw};
use crate::money::Pence;
use crate::register::{DriverId, Quantification};
use crate::share::Share;

pub(super) fn write(figures: &Quantification) -> Value {
    let mut object = Object::default();
    object.put("frequency", frequency(&figures.frequency));
    object.put("severity", severity(&figures.severity));
    put_share(&mut object, "our_share", Some(figures.our_share));
    object.list_if_any("pulls", &figures.pulls, pull);
    object.text_if_any("basis", &figures.basis);
    object.end()
}

fn pull((driver, share): &(DriverId, Share)) -> Value {
    let mut object = Object::default();
    object.text("driver", driver.as_str());
    put_share(&mut object, "share", Some(*share));
    object.end()
}

fn frequency(frequency: &Frequency) -> Value {
    let mut object = Object::default();
    object.choice("law", frequency.kind());
    match frequency.law() {
        FrequencyLaw::Poisson { rate } => put_number(&mut object, "rate", rate),
        FrequencyLaw::Bernoulli { probability } => put_number(&mut object, "probability", probability),
        FrequencyLaw::NegativeBinomial { mean, variance } => {
            put_number(&mut object, "mean", mean);
            put_number(&mut object, "variance", variance);
        }
    }
    object.end()
}

fn severity(severity: &Severity) -> Value {
    let mut object = Object::default();
    object.choice("law", severity.kind());
    let mut put = |name: &str, amount: &Pence| object.whole(name, amount.pence());
    match severity.law() {
        SeverityLaw::Lognormal { low, high } | SeverityLaw::Uniform { low, high } => {
            put("low", low);
            put("high", high);
        }
        SeverityLaw::LognormalMedian { median, percentile, high } => {
            put("median", median);
            put("high", high);
            put_share(&mut object, "percentile", Some(*percentile));
        }
        SeverityLaw::Pert { low, mode, high, weight } => {
            put("low", low);
            put("mode", mode);
            put("high", high);
            put_number(&mut object, "weight", *weight);
        }
        SeverityLaw::Triangular { low, mode, high } => {
            put("low", low);
            put("mode", mode);
            put("high", high);
        }
        SeverityLaw::Fixed { amount } => put("amount", amount),
        SeverityLaw::Observed { amounts } => {
            object.put("amounts", json::list(amounts, |amount| Value::from(amount.pence())));
        }
    }
    object.end()
}

pub(super) fn put_number(object: &mut Object, name: &str, number: Millionths) {
    object.put(name, json::decimal_number(&number.to_string()));
}

pub(super) fn read(reader: &mut Reader, risk: &Value) -> Option<Quantification> {
    let figures = reader.picker.member_if_any(risk, "quantification")?;
    let frequency = read_frequency(reader, figures);
    let severity = read_severity(reader, figures);
    Some(Quantification {
        frequency: frequency?,
        severity: severity?,
        our_share: reader.share(figures, "our_share").unwrap_or(Share::WHOLE),
        pulls: reader.list_if_any(figures, "pulls", read_pull),
        basis: reader.text(figures, "basis"),
    })
}

fn read_pull(reader: &mut Reader, value: &Value) -> (DriverId, Share) {
    let driver = DriverId::new(&reader.picker.text(value, "driver"));
    (driver, reader.share(value, "share").unwrap_or_default())
}

fn read_frequency(reader: &mut Reader, figures: &Value) -> Option<Frequency> {
    let value = reader.picker.member(figures, "frequency");
    let kind = reader.picker.one_of(value, "law", &FrequencyKind::ALL, Choice::key);
    let law = match kind {
        FrequencyKind::Poisson => FrequencyLaw::Poisson { rate: number(reader, value, "rate") },
        FrequencyKind::Bernoulli => {
            FrequencyLaw::Bernoulli { probability: number(reader, value, "probability") }
        }
        FrequencyKind::NegativeBinomial => FrequencyLaw::NegativeBinomial {
            mean: number(reader, value, "mean"),
            variance: number(reader, value, "variance"),
        },
    };
    law_of(reader, "how often", Frequency::new(law))
}

fn read_severity(reader: &mut Reader, figures: &Value) -> Option<Severity> {
    let value = reader.picker.member(figures, "severity");
    let kind = reader.picker.one_of(value, "law", &SeverityKind::ALL, Choice::key);
    let mut amount = |name| {
        let pence = reader.picker.whole(value, name);
        reader.sound(&pence.to_string(), Pence::new(pence)).unwrap_or_default()
    };
    let law = match kind {
        SeverityKind::Lognormal => SeverityLaw::Lognormal { low: amount("low"), high: amount("high") },
        SeverityKind::LognormalMedian => SeverityLaw::LognormalMedian {
            median: amount("median"),
            high: amount("high"),
            percentile: reader.share(value, "percentile").unwrap_or_default(),
        },
        SeverityKind::Pert => SeverityLaw::Pert {
            low: amount("low"),
            mode: amount("mode"),
            high: amount("high"),
            weight: number(reader, value, "weight"),
        },
        SeverityKind::Triangular => {
            SeverityLaw::Triangular { low: amount("low"), mode: amount("mode"), high: amount("high") }
        }
        SeverityKind::Uniform => SeverityLaw::Uniform { low: amount("low"), high: amount("high") },
        SeverityKind::Fixed => SeverityLaw::Fixed { amount: amount("amount") },
        SeverityKind::Observed => SeverityLaw::Observed { amounts: reader.list(value, "amounts", listed) },
    };
    law_of(reader, "the cost of one event", Severity::new(law))
}

fn listed(reader: &mut Reader, value: &Value) -> Pence {
    let pence = reader.picker.got(value.whole());
    reader.sound(&pence.to_string(), Pence::new(pence)).unwrap_or_default()
}

pub(super) fn number(reader: &mut Reader, value: &Value, name: &str) -> Millionths {
    let number = reader.picker.member(value, name).number();
    let number = reader.picker.got(number);
    let text = decimal::short(number, decimal::MOST_DECIMALS);
    reader.sound(&text, Millionths::new(number)).unwrap_or_default()
}

/// The law; what is wrong with it is noted.
fn law_of<T, E: std::fmt::Display>(reader: &mut Reader, what: &str, law: Result<T, E>) -> Option<T> {
    law.map_err(|error| reader.breaks_a_rule(&format_args!("{what}: {error}"))).ok()
}
