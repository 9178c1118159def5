//! A register in which every field of every part is filled survives being kept. The parts are written out field
//! by field, so that a field added to one of them cannot be forgotten here.

mod figures;
mod hostile;
pub(super) mod large;

use std::rc::Rc;

use proptest::prelude::*;

use super::{Header, read, write};
use crate::catalogue::{About, CategoryId, EntryId, Line, Row, Survey, SurveyId, Unit};
use crate::choice::Choice;
use crate::date::Date;
use crate::example::marlshire;
use crate::health::{Given, QuestionId};
use crate::money::Pence;
use crate::register::{
    Action, Agreement, Appetite, Bearer, Change, Control, Criterion, Effect, Entry, FieldChange, Funding,
    Happened, HealthCheck, Id, Loss, Organisation, OwnCategory, Partner, Partnership, PartnershipThen,
    PeerMark, Ratings, Register, Risk, RiskId, RiskThen, SavedView, Significance, Snapshot, Subject, Test,
    TolerancePoint, Value, Waiver,
};
use crate::scale::{Axis, Direction, Layout, Level, Matrix, MoneyBand, ProbabilityBand, Rating, Scale};
use crate::share::Share;

/// Writes any texts and numbers, over and over.
#[derive(Debug)]
struct Pen {
    texts: Vec<String>,
    numbers: Vec<u64>,
    at: usize,
}

impl Pen {
    fn number(&mut self) -> u64 {
        self.at += 1;
        self.numbers[self.at % self.numbers.len()].wrapping_add(self.at as u64)
    }

    fn below(&mut self, end: u64) -> i64 {
        i64::try_from(self.number() % end).expect("a small number")
    }

    /// A text that is never blank.
    fn text(&mut self) -> String {
        self.at += 1;
        format!("{}{}", self.texts[self.at % self.texts.len()], self.at)
    }

    /// A text in which something is said, whatever blanks stand before it.
    fn said(&mut self) -> String {
        format!("{}said", self.text())
    }

    fn key(&mut self) -> Rc<str> {
        self.text().into()
    }

    fn time(&mut self) -> i64 {
        self.number().cast_signed()
    }

    fn small<T: TryFrom<i64>>(&mut self, end: u64) -> T {
        T::try_from(self.below(end)).ok().expect("a number of that kind")
    }

    fn date(&mut self) -> Date {
        let (year, month, day) = (self.small::<i32>(9_999), self.small::<u8>(12), self.small::<u8>(28));
        Date::new(year + 1, month + 1, day + 1).expect("every month has 28 days")
    }

    fn pence(&mut self) -> Pence {
        Pence::new(self.below(100_000_000_000_001)).expect("within bounds")
    }

    fn share(&mut self) -> Share {
        Share::of_basis_points(self.below(10_001)).expect("a share")
    }

    fn choice<T: Choice>(&mut self) -> T {
        T::all()[self.small::<usize>(T::all().len() as u64)]
    }

    fn category(&mut self) -> CategoryId {
        CategoryId::new(&self.text())
    }

    fn is_so(&mut self) -> bool {
        self.number().is_multiple_of(2)
    }

    /// A rating anywhere between the first and the last step.
    fn rating(&mut self, matrix: &Matrix) -> Rating {
        let mut place = |scale: &Scale| {
            let thousandths = self.below((scale.steps() as u64 - 1) * 1_000 + 1) + 1_000;
            scale.position(thousandths as f64 / 1_000.0).expect("on the scale")
        };
        Rating { likelihood: place(matrix.likelihood()), impact: place(matrix.impact()) }
    }

    fn ratings(&mut self, matrix: &Matrix) -> Ratings {
        let mut rating = || Some(self.rating(matrix));
        Ratings { inherent: rating(), current: rating(), target: rating() }
    }

    fn subject(&mut self) -> Subject {
        let bits = self.number();
        match self.below(8) {
            0 => Subject::Organisation,
            1 => Subject::Partnership(Id::from_bits(bits)),
            2 => Subject::Risk(Id::from_bits(bits)),
            3 => Subject::Control(Id::from_bits(bits)),
            4 => Subject::Action(Id::from_bits(bits)),
            5 => Subject::Loss(Id::from_bits(bits)),
            6 => Subject::HealthCheck(Id::from_bits(bits)),
            _ => Subject::Snapshot(Id::from_bits(bits)),
        }
    }
}

fn any_pen() -> impl Strategy<Value = Pen> {
    let texts = prop::collection::vec(any::<String>(), 1..40);
    let numbers = prop::collection::vec(any::<u64>(), 1..60);
    (texts, numbers).prop_map(|(texts, numbers)| Pen { texts, numbers, at: 0 })
}

/// The worked example with everything in it written anew by the pen.
fn full(pen: &mut Pen) -> Register {
    let example = marlshire();
    let organisation = organisation(pen, &example);
    let matrix = organisation.matrix.clone();
    let others = example.risks().iter().skip(1).chain(example.risks()).map(|risk| risk.id);
    let risks = example.risks().iter().map(|risk| &**risk).zip(others);
    let change = Change::All(vec![
        Change::PartnershipsPut(example.partnerships().iter().map(|p| partnership(pen, p)).collect()),
        Change::RisksPut(risks.map(|pair| risk(pen, pair, &matrix)).collect()),
        Change::ControlsPut(example.controls().iter().map(|c| control(pen, c)).collect()),
        Change::ActionsPut(example.actions().iter().map(|a| action(pen, a)).collect()),
        Change::LossesPut(example.losses().iter().map(|l| loss(pen, l, &example)).collect()),
        Change::HealthChecksPut(example.health_checks().iter().map(|c| health_check(pen, c)).collect()),
        Change::SnapshotsPut(example.snapshots().iter().map(|s| snapshot(pen, s, &matrix)).collect()),
        Change::SurveysPut(vec![survey(pen, "own-first"), survey(pen, "own-second")]),
        Change::CrosswalkSet(
            SurveyId::new("own-second"),
            vec![line(pen, "own-second-2"), line(pen, "own-second-0")],
        ),
        Change::CrosswalkSet(SurveyId::new("aon-2025"), vec![line(pen, "of-a-later-version")]),
        Change::WaiversSet((0..9).map(|_| waiver(pen, &example)).collect()),
        Change::ViewsSet((0..3).map(|_| SavedView { name: pen.text(), address: pen.text() }).collect()),
        Change::HistorySet((0..12).map(|_| entry(pen)).collect()),
    ]);
    Register::new(organisation).apply(change).expect("what names another part names the one it did")
}

fn organisation(pen: &mut Pen, example: &Register) -> Organisation {
    Organisation {
        name: pen.text(),
        sector: pen.choice(),
        handling: pen.text(),
        matrix: Rc::new(matrix(pen, example.matrix())),
        appetite: Rc::new(appetite(pen)),
        significance: Rc::new(significance(pen)),
        categories: vec![OwnCategory { id: pen.category(), name: pen.text(), definition: pen.text() }],
        drivers: figures::DRIVERS.map(|id| figures::driver(pen, id)).to_vec(),
        published_source: pen.text(),
        is_example: pen.is_so(),
        peer: Some(PeerMark { id: Id::from_bits(pen.number()), edition: pen.small(1 << 20) }),
    }
}

fn matrix(pen: &mut Pen, like: &Matrix) -> Matrix {
    let mut labels = |scale: &Scale| -> Vec<String> { (0..scale.steps()).map(|_| pen.text()).collect() };
    let (likelihood, impact) = (labels(like.likelihood()), labels(like.impact()));
    let level = |like: &Level| Level {
        name: pen.text(),
        tone: like.tone,
        colour: format!("#{:06x}", pen.below(1 << 24)).parse().ok(),
        response: pen.text(),
        review_months: pen.small(256),
    };
    let levels: Vec<Level> = like.levels().iter().map(level).collect();
    let grid: Vec<Vec<u8>> = like.rows().map(<[u8]>::to_vec).collect();
    let scale = |labels: &[String]| Scale::new(labels).expect("five names that differ");
    let direction = [Direction::LowestFirst, Direction::HighestFirst];
    let mut place = || pen.small::<usize>(2);
    let layout =
        Layout { upwards: Axis::ALL[place()], likelihood: direction[place()], impact: direction[place()] };
    let edges = [0, 1, 2, 3, 5, 8].map(|n| n * 1_000 + place() as u32);
    let chance = |i: usize| Some(ProbabilityBand::new(edges[i], edges[i + 1]).expect("forwards"));
    let money = |i: usize| {
        let end = (i < 4).then(|| edges[i + 1].into());
        Some(MoneyBand::new(edges[i].into(), end).expect("forwards"))
    };
    Matrix::new(&pen.text(), scale(&likelihood), scale(&impact), levels, &grid)
        .expect("the grid of the example")
        .with_layout(layout)
        .with_bands((0..5).map(chance).collect(), (0..5).map(money).collect())
        .expect("one above the other")
}

fn appetite(pen: &mut Pen) -> Appetite {
    let low: usize = pen.small(2);
    Appetite {
        tolerated: [0, low, low, low + 1, 3],
        usual: pen.choice(),
        by_category: (0..4).map(|_| (pen.category(), pen.choice())).collect(),
        tolerance: (0..3).map(|n| tolerated(pen, n)).collect(),
    }
}

/// Greater losses with smaller chances.
fn tolerated(pen: &mut Pen, n: i64) -> TolerancePoint {
    let loss = Pence::new(pen.below(1_000) + n * 1_000).expect("within bounds");
    let chance = Share::of_basis_points(pen.below(1_000) + (2 - n) * 1_000).expect("a share");
    TolerancePoint { loss, chance }
}

fn significance(pen: &mut Pen) -> Significance {
    let tests =
        [Test::AnnualCost(pen.pence()), Test::TermYears(pen.small(1 << 16)), Test::HighRisk, Test::Judged];
    Significance {
        criteria: tests.map(|test| Criterion { key: pen.key(), name: pen.text(), test }).to_vec(),
        moderate_from: pen.small::<usize>(100) + 1,
        major_from: pen.small::<usize>(100) + 101,
    }
}

fn partnership(pen: &mut Pen, like: &Partnership) -> Partnership {
    Partnership {
        id: like.id,
        created: pen.time(),
        updated: pen.time(),
        name: pen.text(),
        purpose: pen.text(),
        objectives: pen.text(),
        kind: pen.choice(),
        status: pen.choice(),
        stage: Some(pen.choice()),
        partners: like.partners.iter().map(|_| partner(pen)).collect(),
        lead_officer: pen.text(),
        accountable_officer: pen.text(),
        value: worth(pen),
        funding: funding(pen),
        agreement: agreement(pen),
        start: Some(pen.date()),
        end: Some(pen.date()),
        next_review: Some(pen.date()),
        significant_for: vec![pen.key(), pen.key()],
        notes: pen.text(),
    }
}

fn partner(pen: &mut Pen) -> Partner {
    Partner {
        name: pen.text(),
        sector: pen.choice(),
        role: pen.choice(),
        is_dominant: pen.is_so(),
        money_share: Some(pen.share()),
        loss_share: Some(pen.share()),
    }
}

fn worth(pen: &mut Pen) -> Value {
    Value {
        inputs: pen.text(),
        staff_days: Some(pen.small(1 << 32)),
        outputs: pen.text(),
        outcomes: pen.text(),
        alternatives: pen.text(),
    }
}

fn funding(pen: &mut Pen) -> Funding {
    Funding {
        annual_budget: Some(pen.pence()),
        our_contribution: Some(pen.pence()),
        streams: Some(pen.small(1 << 16)),
        pooled: pen.choice(),
        overspend_rules: pen.choice(),
    }
}

fn agreement(pen: &mut Pen) -> Agreement {
    Agreement {
        form: pen.choice(),
        deliverables: pen.choice(),
        measures: pen.choice(),
        risk_sharing: pen.choice(),
        exit: pen.choice(),
        signed: Some(pen.date()),
        refreshed: Some(pen.date()),
        review_due: Some(pen.date()),
    }
}

fn risk(pen: &mut Pen, (like, other): (&Risk, RiskId), matrix: &Matrix) -> Risk {
    Risk {
        id: like.id,
        created: pen.time(),
        updated: pen.time(),
        partnership: like.partnership,
        reference: pen.text(),
        title: pen.text(),
        cause: pen.text(),
        event: pen.text(),
        consequence: pen.text(),
        category: Some(pen.category()),
        owner: pen.text(),
        bearers: vec![Bearer { name: pen.text(), share: pen.share() }],
        ratings: pen.ratings(matrix),
        confidence: pen.choice(),
        evidence: pen.text(),
        proximity: pen.choice(),
        quantification: Some(figures::any(pen)),
        treatment: pen.choice(),
        treatment_reason: pen.text(),
        status: pen.choice(),
        status_reason: pen.text(),
        review: Some(pen.date()),
        rated: Some(pen.date()),
        linked: vec![other],
        notes: pen.text(),
    }
}

fn control(pen: &mut Pen, like: &Control) -> Control {
    Control {
        id: like.id,
        created: pen.time(),
        updated: pen.time(),
        name: pen.text(),
        kind: pen.choice(),
        state: pen.choice(),
        owner: pen.text(),
        cost_to_build: Some(pen.pence()),
        cost_per_year: Some(pen.pence()),
        lasts_years: Some(pen.small(1 << 16)),
        effects: like.effects.iter().map(|effect| self::effect(pen, effect)).collect(),
        notes: pen.text(),
    }
}

fn effect(pen: &mut Pen, like: &Effect) -> Effect {
    Effect {
        risk: like.risk,
        frequency_cut: Some(pen.share()),
        severity_cut: Some(pen.share()),
        likelihood_steps: pen.small(256),
        impact_steps: pen.small(256),
    }
}

fn action(pen: &mut Pen, like: &Action) -> Action {
    Action {
        id: like.id,
        created: pen.time(),
        updated: pen.time(),
        what: pen.text(),
        serves: like.serves,
        owner: pen.text(),
        due: Some(pen.date()),
        state: pen.choice(),
        cost: Some(pen.pence()),
        completed: Some(pen.date()),
        notes: pen.text(),
    }
}

fn loss(pen: &mut Pen, like: &Loss, example: &Register) -> Loss {
    Loss {
        id: like.id,
        created: pen.time(),
        updated: pen.time(),
        what: pen.text(),
        date: pen.date(),
        partnership: like.partnership,
        risk: like.risk.or(Some(example.risks()[0].id)),
        count: pen.small(1 << 32),
        cost: pen.pence(),
        notes: pen.text(),
    }
}

fn health_check(pen: &mut Pen, like: &HealthCheck) -> HealthCheck {
    let mut answers = like.answers.clone();
    for question in QuestionId::standard().chain([QuestionId::new(&pen.text())]) {
        answers.insert(question, Given { answer: pen.choice(), evidence: pen.text() });
    }
    HealthCheck {
        id: like.id,
        created: pen.time(),
        updated: pen.time(),
        partnership: like.partnership,
        respondent: pen.text(),
        body: pen.text(),
        date: pen.date(),
        answers,
        notes: pen.text(),
    }
}

fn snapshot(pen: &mut Pen, like: &Snapshot, matrix: &Rc<Matrix>) -> Snapshot {
    Snapshot {
        id: like.id,
        created: pen.time(),
        updated: pen.time(),
        name: pen.text(),
        date: pen.date(),
        matrix: matrix.clone(),
        partnerships: like
            .partnerships
            .iter()
            .map(|p| PartnershipThen { id: p.id, name: pen.text(), is_live: pen.is_so() })
            .collect(),
        risks: like.risks.iter().map(|risk| risk_then(pen, risk, matrix)).collect(),
    }
}

fn risk_then(pen: &mut Pen, like: &RiskThen, matrix: &Matrix) -> RiskThen {
    RiskThen {
        id: like.id,
        title: pen.text(),
        partnership: like.partnership,
        category: Some(pen.category()),
        ratings: pen.ratings(matrix),
        status: pen.choice(),
    }
}

/// A survey with entries that are called after it, one of them without a value.
fn survey(pen: &mut Pen, id: &str) -> Survey {
    let about = About {
        id: SurveyId::new(id),
        title: pen.said(),
        publisher: pen.said(),
        series: Some(pen.text()),
        year: Some(pen.small(1 << 16)),
        population: pen.text(),
        respondents: Some(pen.small(1 << 32)),
        scope: pen.text(),
        sector: pen.choice(),
        question: pen.said(),
        choices: Some(pen.small(256)),
        unit: [Unit::PercentNaming, Unit::MeanScore][pen.small::<usize>(2)],
        source: pen.said(),
        extent: pen.choice(),
        origin: pen.choice(),
        caveats: pen.text(),
    };
    let row = |(i, value): (u32, Option<f64>)| Row { rank: Some(i + 1), label: format!("{id} {i}"), value };
    let values = [Some(50.0 + millionths(pen, 40)), None, Some(millionths(pen, 40))];
    Survey::new(about, (0..).zip(values).map(row).collect()).expect("values fall")
}

/// A value below `end` to the sixth decimal.
fn millionths(pen: &mut Pen, end: u32) -> f64 {
    f64::from(pen.small::<u32>(u64::from(end) * 1_000_000)) / 1_000_000.0
}

fn line(pen: &mut Pen, entry: &str) -> Line {
    let categories = (0..pen.below(3)).map(|_| pen.category()).collect();
    Line { entry: EntryId::new(entry), categories, reason: pen.said().into() }
}

/// A waiver of something that is there.
fn waiver(pen: &mut Pen, example: &Register) -> Waiver {
    let subject = match pen.below(4) {
        0 => Subject::Organisation,
        1 => Subject::Partnership(example.partnerships()[0].id),
        2 => Subject::Risk(example.risks()[pen.small::<usize>(40)].id),
        _ => Subject::Action(example.actions()[pen.small::<usize>(20)].id),
    };
    Waiver { check: pen.key(), subject, reason: pen.text(), until: pen.date() }
}

fn entry(pen: &mut Pen) -> Entry {
    let change = |pen: &mut Pen| FieldChange { field: pen.text(), from: pen.text(), to: pen.text() };
    let what = match pen.below(3) {
        0 => Happened::Added,
        1 => Happened::Removed,
        _ => Happened::Changed(vec![change(pen), change(pen)]),
    };
    Entry { at: pen.time(), subject: pen.subject(), name: pen.text(), what, reason: pen.text() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_full_register_reads_back_as_it_was_written(mut pen in any_pen()) {
        let register = full(&mut pen);
        let header = Header::new(pen.number() >> 1, pen.time(), &pen.text());
        let kept = read(&write(&register, &header)).map(|(read, header)| (read == register, header));
        prop_assert_eq!(kept, Ok((true, header)));
    }
}

#[test]
fn choices_that_are_usual_and_fields_that_are_empty_read_back_too() {
    let header = Header::new(0, 0, "");
    let mut pen = Pen { texts: vec![String::new()], numbers: vec![0], at: 0 };
    let register = full(&mut pen);
    assert_eq!(read(&write(&register, &header)), Ok((register, header.clone())));
    let example = marlshire();
    assert_eq!(read(&write(&example, &header)), Ok((example, header)));
}
