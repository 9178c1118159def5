//! The risks of a register as a table: one row a risk, likelihood and impact as numbers from 1. The names of
//! the columns say how many steps each scale has, so that a reader need not guess. What names other things
//! does so by their names; figures of cost are told and not read again.

use super::names::{linked, listed, steps_of};
use crate::choice::Choice;
use crate::exchange::sheet::{Heading, Holds, Sheet, Value};
use crate::money::Pence;
use crate::register::{Quantification, Register, Risk, Stage};
use crate::scale::Score;

/// What a row is written from.
struct Row<'a> {
    register: &'a Register,
    risk: &'a Risk,
    category: &'a str,
}

/// A column whose name is always the same, and its cell in a row.
type Column = (&'static str, Holds, for<'a> fn(&Row<'a>) -> Value);

const BEFORE_RATINGS: [Column; 8] = [
    ("Partnership", Holds::Text, |row| {
        Value::text(row.register.partnership(row.risk.partnership).map_or("", |p| &p.name))
    }),
    ("Reference", Holds::Text, |row| Value::text(&row.risk.reference)),
    ("Risk", Holds::Text, |row| Value::text(&row.risk.title)),
    ("Cause", Holds::Text, |row| Value::text(&row.risk.cause)),
    ("Event", Holds::Text, |row| Value::text(&row.risk.event)),
    ("Consequence", Holds::Text, |row| Value::text(&row.risk.consequence)),
    ("Category", Holds::Text, |row| Value::text(row.category)),
    ("Owner", Holds::Text, |row| Value::text(&row.risk.owner)),
];

const AFTER_RATINGS: [Column; 17] = [
    ("Confidence", Holds::Text, |row| said(row.risk.confidence)),
    ("Evidence", Holds::Text, |row| Value::text(&row.risk.evidence)),
    ("Proximity", Holds::Text, |row| said(row.risk.proximity)),
    ("Treatment", Holds::Text, |row| Value::text(row.risk.treatment.name())),
    ("Reason for the treatment", Holds::Text, |row| Value::text(&row.risk.treatment_reason)),
    ("Status", Holds::Text, |row| Value::text(row.risk.status.name())),
    ("Reason for the status", Holds::Text, |row| Value::text(&row.risk.status_reason)),
    ("Review", Holds::Date, |row| Value::of(row.risk.review, Value::Date)),
    ("Last rated or confirmed", Holds::Date, |row| Value::of(row.risk.rated, Value::Date)),
    ("How often", Holds::Text, |row| figure(row, |figures| Value::text(&figures.frequency.to_string()))),
    ("Cost of one event", Holds::Text, |row| {
        figure(row, |figures| Value::text(&figures.severity.to_string()))
    }),
    ("Our share of the cost", Holds::Percent, |row| figure(row, |figures| Value::Percent(figures.our_share))),
    ("Expected loss a year, ours", Holds::Money, |row| figure(row, expected)),
    ("What the figures rest on", Holds::Text, |row| figure(row, |figures| Value::text(&figures.basis))),
    ("Borne by", Holds::Text, |row| {
        listed(row.risk.bearers.iter().map(|bearer| format!("{} {}", bearer.name, bearer.share)))
    }),
    ("Linked risks", Holds::Text, |row| linked(row.register, &row.risk.linked)),
    ("Notes", Holds::Text, |row| Value::text(&row.risk.notes)),
];

/// All risks of a register, drafts and closed ones too.
pub(super) fn risks(register: &Register) -> Sheet {
    let plain = |(name, holds, _): &Column| Heading::new(*name, *holds);
    let ratings = Stage::ALL.into_iter().flat_map(|stage| headings_at(register, stage));
    let columns = BEFORE_RATINGS.iter().map(plain).chain(ratings).chain(AFTER_RATINGS.iter().map(plain));
    let rows = register.risks().iter().map(|risk| row(register, risk));
    Sheet { title: "Risks".to_owned(), columns: columns.collect(), rows: rows.collect() }
}

fn headings_at(register: &Register, stage: Stage) -> [Heading; 3] {
    let axis = |axis: &str, steps: usize| {
        Heading::new(format!("{} {axis} (1-{steps})", stage.name()), Holds::Rating)
    };
    let (likelihood, impact) = steps_of(register);
    [
        axis("likelihood", likelihood),
        axis("impact", impact),
        Heading::new(format!("{} score", stage.name()), Holds::Number),
    ]
}

fn row(register: &Register, risk: &Risk) -> Vec<Value> {
    let category = risk.category.as_ref().map(|id| register.organisation().category_name(id));
    let row = Row { register, risk, category: category.as_deref().unwrap_or_default() };
    let cell = |(_, _, cell): &Column| cell(&row);
    let ratings = Stage::ALL.into_iter().flat_map(|stage| ratings_at(register, risk, stage));
    BEFORE_RATINGS.iter().map(cell).chain(ratings).chain(AFTER_RATINGS.iter().map(cell)).collect()
}

fn ratings_at(register: &Register, risk: &Risk, stage: Stage) -> [Value; 3] {
    let rating = risk.ratings.at(stage);
    [
        Value::of(rating.map(|rating| rating.likelihood), Value::Rating),
        Value::of(rating.map(|rating| rating.impact), Value::Rating),
        Value::of(register.score_at(risk, stage).map(Score::product), Value::Number),
    ]
}

/// What somebody has chosen; nothing where nobody has.
fn said<T: Choice + Default>(choice: T) -> Value {
    if choice == T::default() { Value::Blank } else { Value::text(choice.name()) }
}

fn figure(row: &Row<'_>, told: fn(&Quantification) -> Value) -> Value {
    row.risk.quantification.as_ref().map_or(Value::Blank, told)
}

/// In whole pounds: more would say more than anybody knows.
fn expected(figures: &Quantification) -> Value {
    Value::of(Pence::of_pounds(figures.our_expected_loss().round() as i64).ok(), Value::Money)
}

#[cfg(test)]
mod tests {
    use proptest::option;
    use proptest::prelude::{Just, Strategy, any, prop, prop_assert_eq};

    use std::rc::Rc;

    use super::*;
    use crate::catalogue::CategoryId;
    use crate::date::Date;
    use crate::example::fife_council;
    use crate::exchange::import::{Repeats, Stamp, guess, preview};
    use crate::exchange::table::{Reading, read_file};
    use crate::register::{
        Change, Confidence, Organisation, Partnership, PartnershipId, Proximity, Ratings, RiskId, Status,
        Treatment,
    };
    use crate::scale::{Position, Rating, preset};

    const CATEGORIES: [(&str, &str); 2] =
        [("funding-and-finance", "Funding and finance"), ("people-and-skills", "People and skills")];

    fn categories() -> Vec<(CategoryId, &'static str)> {
        CATEGORIES.map(|(id, name)| (CategoryId::new(id), name)).to_vec()
    }

    fn empty(steps: (usize, usize)) -> Register {
        Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(steps.0, steps.1))))
    }

    fn partnership(bits: u64, name: &str) -> Partnership {
        Partnership::new(PartnershipId::from_bits(bits), name, 0)
    }

    /// Text as cells keep it: without blanks at its ends.
    fn text() -> impl Strategy<Value = String> {
        "[=+@',;\"|a-z£\u{2019}\u{1F600} \n\r\t-]{0,9}".prop_map(|text: String| text.trim().to_owned())
    }

    fn day() -> impl Strategy<Value = Date> {
        (0..40_000_i64).prop_map(|day| Date::of_moment(day * 86_400_000).expect("a day"))
    }

    fn title() -> impl Strategy<Value = String> {
        (text(), "[a-z]").prop_map(|(text, letter)| text + &letter)
    }

    fn rating(steps: (usize, usize)) -> impl Strategy<Value = Option<Rating>> {
        let position = |steps: usize| {
            (1000..=steps as u32 * 1000).prop_map(move |thousandths| {
                Position::new(f64::from(thousandths) / 1000.0, steps).expect("on the scale")
            })
        };
        option::of(
            (position(steps.0), position(steps.1))
                .prop_map(|(likelihood, impact)| Rating { likelihood, impact }),
        )
    }

    fn risk(steps: (usize, usize)) -> impl Strategy<Value = Risk> {
        let texts = (prop::array::uniform6(text()), prop::array::uniform3(text()));
        let choices =
            (0..2_u64, 0..3_usize, 0..Treatment::ALL.len(), 0..Status::ALL.len(), 0..4_usize, 0..5_usize);
        let days = prop::array::uniform2(option::of(day()));
        let ratings = prop::array::uniform3(rating(steps));
        (title(), texts, choices, ratings, days, any::<u64>()).prop_map(
            |(title, texts, choices, ratings, days, id)| {
                let ([reference, cause, event, consequence, owner, notes], reasons) = texts;
                let [evidence, treatment_reason, status_reason] = reasons;
                let [inherent, current, target] = ratings;
                Risk {
                    reference,
                    cause,
                    event,
                    consequence,
                    category: CATEGORIES.get(choices.1).map(|(id, _)| CategoryId::new(id)),
                    owner,
                    ratings: Ratings { inherent, current, target },
                    treatment: Treatment::ALL[choices.2],
                    status: Status::ALL[choices.3],
                    confidence: Confidence::ALL[choices.4],
                    proximity: Proximity::ALL[choices.5],
                    evidence,
                    treatment_reason,
                    status_reason,
                    review: days[0],
                    rated: days[1].or(Date::of_moment(0)),
                    notes,
                    ..Risk::new(RiskId::from_bits(id), PartnershipId::from_bits(choices.0), &title, 0)
                }
            },
        )
    }

    fn register() -> impl Strategy<Value = Register> {
        (3..=6_usize, 3..=6_usize)
            .prop_flat_map(|steps| (Just(steps), prop::collection::vec(risk(steps), 1..6)))
            .prop_map(|(steps, risks)| {
                let partnerships = vec![partnership(0, "Waste, and \"more\""), partnership(1, "=Youth")];
                let change =
                    Change::All(vec![Change::PartnershipsPut(partnerships), Change::RisksPut(risks)]);
                empty(steps).apply(change).expect("sound parts")
            })
    }

    /// Everything about a risk but its ids and times, which a file does not carry.
    fn content(register: &Register) -> Vec<(Risk, String)> {
        let of = |risk: &Rc<Risk>| {
            let name = register.partnership(risk.partnership).map_or("", |p| &p.name).to_owned();
            let anonymous = Risk {
                id: RiskId::from_bits(0),
                created: 0,
                updated: 0,
                partnership: PartnershipId::from_bits(0),
                ..(**risk).clone()
            };
            (anonymous, name)
        };
        register.risks().iter().map(of).collect()
    }

    fn read_back(text: &str, register: &Register) -> Register {
        let table = read_file(text.as_bytes(), Reading::default()).expect("text");
        let empty = Register::new(register.organisation().clone());
        let mut mapping = guess(&table, &empty);
        mapping.repeats = Repeats::AddAgain;
        let preview = preview(&table, &mapping, &empty, &categories(), Stamp { now: 0, seed: 1 });
        assert_eq!(preview.problems().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
        empty.apply(preview.change().expect("nothing stands in the way")).expect("fits its register")
    }

    #[test]
    fn a_register_without_risks_is_its_header() {
        let text = risks(&empty((5, 4))).to_csv();
        assert!(
            text.starts_with("\u{feff}Partnership,Reference,Risk,Cause,Event,Consequence,Category,Owner,")
        );
        assert!(text.contains(",Current likelihood (1-5),Current impact (1-4),Current score,"));
        assert_eq!(text.lines().count(), 1);
    }

    #[test]
    fn a_mean_and_its_product_are_written_exactly() {
        let text = risks(&fife_council()).to_csv();
        assert!(text.contains(",5.1,4.2,21.42,"), "{text}");
    }

    proptest::proptest! {
        #[test]
        fn a_written_register_reads_back_to_the_same_risks(register in register()) {
            let text = risks(&register).to_csv();
            prop_assert_eq!(content(&read_back(&text, &register)), content(&register));
        }
    }
}
