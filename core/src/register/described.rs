//! Every field of an entity in words, under the name it has on the page: for the history, which tells what
//! changed, and for the search, which looks everywhere.

mod rules;
pub(super) mod survey;

use std::rc::Rc;

use super::{
    Action, Agreement, Control, DriverId, Effect, Funding, HealthCheck, Loss, Organisation, Partner,
    Partnership, Quantification, Ratings, Register, Risk, RiskId, Serves, Snapshot, Stage, Subject, Value,
};
use crate::date::Date;
use crate::health::{Given, QuestionId};
use crate::money::Pence;
use crate::share::Share;

/// A field's name and what stands in it; empty where nothing does.
pub type Field = (&'static str, String);

/// The name of the field that tells the status of a risk.
pub(crate) const STATUS: &str = "Status";

/// The name of the field that tells the rating of a risk at a stage.
pub(crate) fn rating_field(stage: Stage) -> &'static str {
    match stage {
        Stage::Inherent => "Inherent rating",
        Stage::Current => "Current rating",
        Stage::Target => "Target rating",
    }
}

/// An entity that can be told field by field.
pub trait Described {
    /// What it is and which one.
    fn subject(&self) -> Subject;
    /// What people call it.
    fn title(&self) -> &str;
    /// Its fields, in the order in which its form asks for them. What names another entity does so by its
    /// name in `register`.
    fn fields(&self, register: &Register) -> Vec<Field>;
}

impl Described for Organisation {
    fn subject(&self) -> Subject {
        Subject::Organisation
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn fields(&self, _: &Register) -> Vec<Field> {
        rules::fields(self)
    }
}

impl Described for Partnership {
    fn subject(&self) -> Subject {
        Subject::Partnership(self.id)
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn fields(&self, register: &Register) -> Vec<Field> {
        let criteria = &register.organisation().significance.criteria;
        let criterion = |key: &Rc<str>| {
            let known = criteria.iter().find(|criterion| criterion.key == *key);
            known.map_or_else(|| key.to_string(), |criterion| criterion.name.clone())
        };
        let mut fields = vec![
            ("Name", self.name.clone()),
            ("Form", self.kind.name().to_owned()),
            ("Status", self.status.name().to_owned()),
            ("Stage", self.stage.map(|stage| stage.name().to_owned()).unwrap_or_default()),
            ("Purpose", self.purpose.clone()),
            ("Objectives", self.objectives.clone()),
            ("Partners", listed(&self.partners, partner)),
            ("Lead officer", self.lead_officer.clone()),
            ("Accountable officer", self.accountable_officer.clone()),
        ];
        fields.extend(worth(&self.value));
        fields.extend(funding(&self.funding));
        fields.extend(agreement(&self.agreement));
        fields.extend([
            ("Start", day(self.start)),
            ("End", day(self.end)),
            ("Next review", day(self.next_review)),
            ("Significant for", listed(&self.significant_for, criterion)),
            ("Notes", self.notes.clone()),
        ]);
        fields
    }
}

fn partner(partner: &Partner) -> String {
    let dominant = if partner.is_dominant { ", dominant" } else { "" };
    let share = |name: &str, share: Option<Share>| share.map(|s| format!(", {name} {s}")).unwrap_or_default();
    [
        partner.name.as_str(),
        " (",
        partner.sector.name(),
        ", ",
        partner.role.name(),
        dominant,
        &share("money", partner.money_share),
        &share("losses", partner.loss_share),
        ")",
    ]
    .concat()
}

fn worth(value: &Value) -> [Field; 5] {
    [
        ("What is put in", value.inputs.clone()),
        ("Our staff days a year", value.staff_days.map(|days| days.to_string()).unwrap_or_default()),
        ("What it produces", value.outputs.clone()),
        ("What changes for people", value.outcomes.clone()),
        ("The alternatives", value.alternatives.clone()),
    ]
}

fn funding(funding: &Funding) -> [Field; 5] {
    [
        ("Annual budget", money(funding.annual_budget)),
        ("Our contribution", money(funding.our_contribution)),
        ("Funding streams", funding.streams.map(|n| n.to_string()).unwrap_or_default()),
        ("Pooled budget", funding.pooled.name().to_owned()),
        ("Rules for an overspend", funding.overspend_rules.name().to_owned()),
    ]
}

fn agreement(agreement: &Agreement) -> [Field; 8] {
    [
        ("Agreement", agreement.form.name().to_owned()),
        ("Deliverables agreed", agreement.deliverables.name().to_owned()),
        ("Measures agreed", agreement.measures.name().to_owned()),
        ("Risk sharing agreed", agreement.risk_sharing.name().to_owned()),
        ("Exit agreed", agreement.exit.name().to_owned()),
        ("Agreement signed", day(agreement.signed)),
        ("Agreement refreshed", day(agreement.refreshed)),
        ("Agreement review due", day(agreement.review_due)),
    ]
}

impl Described for Risk {
    fn subject(&self) -> Subject {
        Subject::Risk(self.id)
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn fields(&self, register: &Register) -> Vec<Field> {
        let partnership = register.partnership(self.partnership).map(|p| p.name.clone());
        let category = self.category.as_ref().map(|id| register.organisation().category_name(id).to_string());
        let [inherent, current, target] = ratings(&self.ratings);
        let [often, cost, our_share, drivers, basis] = figures(self.quantification.as_ref(), register);
        vec![
            ("Risk", self.title.clone()),
            ("Reference", self.reference.clone()),
            ("Partnership", partnership.unwrap_or_default()),
            ("Category", category.unwrap_or_default()),
            ("Cause", self.cause.clone()),
            ("Event", self.event.clone()),
            ("Consequence", self.consequence.clone()),
            ("Owner", self.owner.clone()),
            ("Borne by", listed(&self.bearers, |bearer| format!("{} {}", bearer.name, bearer.share))),
            inherent,
            current,
            target,
            ("Confidence", self.confidence.name().to_owned()),
            ("Evidence", self.evidence.clone()),
            ("Proximity", self.proximity.name().to_owned()),
            often,
            cost,
            our_share,
            drivers,
            basis,
            ("Treatment", self.treatment.name().to_owned()),
            ("Reason for the treatment", self.treatment_reason.clone()),
            (STATUS, self.status.name().to_owned()),
            ("Reason for the status", self.status_reason.clone()),
            ("Review", day(self.review)),
            ("Last rated or confirmed", day(self.rated)),
            ("Linked risks", listed(&self.linked, |id| risk_title(register, *id))),
            ("Notes", self.notes.clone()),
        ]
    }
}

fn ratings(ratings: &Ratings) -> [Field; 3] {
    let text = |stage: Stage| {
        let rating = ratings.at(stage);
        rating.map(|r| format!("{} \u{d7} {}", r.likelihood, r.impact)).unwrap_or_default()
    };
    Stage::ALL.map(|stage| (rating_field(stage), text(stage)))
}

/// What is said of its cost.
fn figures(figures: Option<&Quantification>, register: &Register) -> [Field; 5] {
    let told = |text: fn(&Quantification) -> String| figures.map(text).unwrap_or_default();
    let pull = |(id, share): &(DriverId, Share)| {
        let name = register.organisation().driver(id).map_or(id.as_str(), |driver| &driver.name);
        format!("{name} {share}")
    };
    [
        ("How often", told(|figures| figures.frequency.to_string())),
        ("Cost of one event", told(|figures| figures.severity.to_string())),
        ("Our share of the cost", told(|figures| figures.our_share.to_string())),
        ("Drivers", figures.map(|figures| listed(&figures.pulls, pull)).unwrap_or_default()),
        ("What the figures rest on", told(|figures| figures.basis.clone())),
    ]
}

impl Described for Control {
    fn subject(&self) -> Subject {
        Subject::Control(self.id)
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn fields(&self, register: &Register) -> Vec<Field> {
        vec![
            ("Control", self.name.clone()),
            ("Type", self.kind.name().to_owned()),
            ("State", self.state.name().to_owned()),
            ("Owner", self.owner.clone()),
            ("Cost to build", money(self.cost_to_build)),
            ("Cost a year", money(self.cost_per_year)),
            ("Lasts", self.lasts_years.map(|years| format!("{years} years")).unwrap_or_default()),
            ("Risks", listed(&self.effects, |effect| told_effect(register, effect))),
            ("Notes", self.notes.clone()),
        ]
    }
}

fn told_effect(register: &Register, effect: &Effect) -> String {
    let cut = |name: &str, share: Option<Share>| share.map(|s| format!(", {name} -{s}")).unwrap_or_default();
    let steps = |name: &str, n: u8| if n == 0 { String::new() } else { format!(", {name} -{n}") };
    [
        risk_title(register, effect.risk),
        cut("frequency", effect.frequency_cut),
        cut("severity", effect.severity_cut),
        steps("likelihood", effect.likelihood_steps),
        steps("impact", effect.impact_steps),
    ]
    .concat()
}

impl Described for Action {
    fn subject(&self) -> Subject {
        Subject::Action(self.id)
    }

    fn title(&self) -> &str {
        &self.what
    }

    fn fields(&self, register: &Register) -> Vec<Field> {
        let serves = match self.serves {
            Serves::Risk(id) => risk_title(register, id),
            Serves::Control(id) => register.control(id).map(|c| c.name.clone()).unwrap_or_default(),
            Serves::Partnership(id) => register.partnership(id).map(|p| p.name.clone()).unwrap_or_default(),
        };
        vec![
            ("Action", self.what.clone()),
            ("For", serves),
            ("Owner", self.owner.clone()),
            ("Due", day(self.due)),
            ("State", self.state.name().to_owned()),
            ("Cost", money(self.cost)),
            ("Completed", day(self.completed)),
            ("Notes", self.notes.clone()),
        ]
    }
}

impl Described for Loss {
    fn subject(&self) -> Subject {
        Subject::Loss(self.id)
    }

    fn title(&self) -> &str {
        &self.what
    }

    fn fields(&self, register: &Register) -> Vec<Field> {
        let partnership = register.partnership(self.partnership).map(|p| p.name.clone());
        vec![
            ("Loss", self.what.clone()),
            ("Date", self.date.in_words()),
            ("Partnership", partnership.unwrap_or_default()),
            ("Risk", self.risk.map(|id| risk_title(register, id)).unwrap_or_default()),
            ("Events", self.count.to_string()),
            ("Cost", self.cost.to_string()),
            ("Notes", self.notes.clone()),
        ]
    }
}

impl Described for HealthCheck {
    fn subject(&self) -> Subject {
        Subject::HealthCheck(self.id)
    }

    fn title(&self) -> &str {
        &self.respondent
    }

    fn fields(&self, register: &Register) -> Vec<Field> {
        let partnership = register.partnership(self.partnership).map(|p| p.name.clone());
        let mut fields = vec![
            ("Respondent", self.respondent.clone()),
            ("Body", self.body.clone()),
            ("Partnership", partnership.unwrap_or_default()),
            ("Date", self.date.in_words()),
        ];
        fields.extend(QuestionId::standard().map(|id| (id.short_name(), told_answer(self, &id))));
        fields.push(("Notes", self.notes.clone()));
        fields
    }
}

fn told_answer(check: &HealthCheck, question: &QuestionId) -> String {
    let told = |given: &Given| match given.evidence.as_str() {
        "" => given.answer.name().to_owned(),
        evidence => format!("{}: {evidence}", given.answer.name()),
    };
    check.answers.get(question).map(told).unwrap_or_default()
}

impl Described for Snapshot {
    fn subject(&self) -> Subject {
        Subject::Snapshot(self.id)
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn fields(&self, _: &Register) -> Vec<Field> {
        vec![("Snapshot", self.name.clone()), ("Date", self.date.in_words())]
    }
}

fn risk_title(register: &Register, id: RiskId) -> String {
    register.risk(id).map(|risk| risk.title.clone()).unwrap_or_default()
}

fn day(date: Option<Date>) -> String {
    date.map(Date::in_words).unwrap_or_default()
}

fn money(amount: Option<Pence>) -> String {
    amount.map(|amount| amount.to_string()).unwrap_or_default()
}

fn listed<T>(things: &[T], told: impl Fn(&T) -> String) -> String {
    things.iter().map(told).collect::<Vec<_>>().join("; ")
}
