//! A register as a comma-separated file that a spreadsheet opens and that reads back to the same risks:
//! one row a risk, likelihood and impact as numbers from 1. The names of the columns say how many steps
//! each scale has, so that a reader need not guess.

use std::rc::Rc;

use super::columns::Field;
use super::csv::{Cell, write_csv};
use crate::register::{Register, Risk, Stage};
use crate::scale::{Matrix, Score};

/// One column of the file.
#[derive(Clone, Copy)]
enum Column {
    Text(&'static str, for<'a> fn(&Row<'a>) -> &'a str),
    Rating(Field),
}

/// What a row is written from.
struct Row<'a> {
    risk: &'a Risk,
    partnership: &'a str,
    category: &'a str,
    /// Of each stage.
    score: [Option<Score>; Stage::ALL.len()],
}

const COLUMNS: [Column; 20] = [
    Column::Text("Partnership", |row| row.partnership),
    Column::Text("Reference", |row| &row.risk.reference),
    Column::Text("Risk", |row| &row.risk.title),
    Column::Text("Cause", |row| &row.risk.cause),
    Column::Text("Event", |row| &row.risk.event),
    Column::Text("Consequence", |row| &row.risk.consequence),
    Column::Text("Category", |row| row.category),
    Column::Text("Owner", |row| &row.risk.owner),
    Column::Rating(Field::Likelihood(Stage::Inherent)),
    Column::Rating(Field::Impact(Stage::Inherent)),
    Column::Rating(Field::Score(Stage::Inherent)),
    Column::Rating(Field::Likelihood(Stage::Current)),
    Column::Rating(Field::Impact(Stage::Current)),
    Column::Rating(Field::Score(Stage::Current)),
    Column::Rating(Field::Likelihood(Stage::Target)),
    Column::Rating(Field::Impact(Stage::Target)),
    Column::Rating(Field::Score(Stage::Target)),
    Column::Text("Treatment", |row| row.risk.treatment.name()),
    Column::Text("Status", |row| row.risk.status.name()),
    Column::Text("Notes", |row| &row.risk.notes),
];

/// All risks of a register, drafts and closed ones too, with a byte order mark so that Excel takes the
/// text for the UTF-8 it is.
#[must_use]
pub fn write_register(register: &Register) -> String {
    let headers: Vec<String> = COLUMNS.iter().map(|column| header(*column, register.matrix())).collect();
    let mut rows = vec![headers.iter().map(|header| Cell::Text(header)).collect()];
    let name = |risk: &Rc<Risk>| risk.category.as_ref().map(|id| register.organisation().category_name(id));
    let categories: Vec<Option<Rc<str>>> = register.risks().iter().map(name).collect();
    for (risk, category) in register.risks().iter().zip(&categories) {
        let row = Row {
            risk,
            partnership: register.partnership(risk.partnership).map_or("", |p| &p.name),
            category: category.as_deref().unwrap_or_default(),
            score: Stage::ALL.map(|stage| register.score_at(risk, stage)),
        };
        rows.push(COLUMNS.iter().map(|column| cell(*column, &row)).collect());
    }
    format!("\u{feff}{}", write_csv(&rows))
}

fn header(column: Column, matrix: &Matrix) -> String {
    let with_steps = |stage: Stage, axis: &str, steps: usize| format!("{} {axis} (1-{steps})", stage.name());
    match column {
        Column::Text(name, _) => name.to_owned(),
        Column::Rating(Field::Likelihood(stage)) => {
            with_steps(stage, "likelihood", matrix.likelihood().steps())
        }
        Column::Rating(Field::Impact(stage)) => with_steps(stage, "impact", matrix.impact().steps()),
        Column::Rating(Field::Score(stage)) => format!("{} score", stage.name()),
        Column::Rating(other) => other.name().to_owned(),
    }
}

fn cell<'a>(column: Column, row: &Row<'a>) -> Cell<'a> {
    let number = |value: Option<f64>| value.map_or(Cell::Text(""), Cell::Number);
    let rating = |stage: Stage| row.risk.ratings.at(stage);
    match column {
        Column::Text(_, text) => Cell::Text(text(row)),
        Column::Rating(Field::Likelihood(stage)) => number(rating(stage).map(|r| r.likelihood.value())),
        Column::Rating(Field::Impact(stage)) => number(rating(stage).map(|r| r.impact.value())),
        Column::Rating(Field::Score(stage)) => number(row.score[stage as usize].map(Score::product)),
        Column::Rating(_) => Cell::Text(""),
    }
}

#[cfg(test)]
mod tests {
    use proptest::option;
    use proptest::prelude::{Just, Strategy, any, prop, prop_assert_eq};

    use super::*;
    use crate::catalogue::CategoryId;
    use crate::example::fife_council;
    use crate::exchange::import::{Repeats, Stamp, guess, preview};
    use crate::exchange::table::{Reading, read_file};
    use crate::register::{
        Change, Organisation, Partnership, PartnershipId, Ratings, RiskId, Status, Treatment,
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
        "[=+@',;\"|a-z£\u{2019} \n\r\t-]{0,9}".prop_map(|text: String| text.trim().to_owned())
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
        let texts = prop::array::uniform6(text());
        let choices = (0..2_u64, 0..3_usize, 0..Treatment::ALL.len(), 0..Status::ALL.len());
        let ratings = prop::array::uniform3(rating(steps));
        (title(), texts, choices, ratings, any::<u64>()).prop_map(|(title, texts, choices, ratings, id)| {
            let [reference, cause, event, consequence, owner, notes] = texts;
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
                notes,
                ..Risk::new(RiskId::from_bits(id), PartnershipId::from_bits(choices.0), &title, 0)
            }
        })
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
        let text = write_register(&empty((5, 4)));
        assert!(
            text.starts_with("\u{feff}Partnership,Reference,Risk,Cause,Event,Consequence,Category,Owner,")
        );
        assert!(text.contains(",Current likelihood (1-5),Current impact (1-4),Current score,"));
        assert_eq!(text.lines().count(), 1);
    }

    #[test]
    fn a_mean_and_its_product_are_written_exactly() {
        let text = write_register(&fife_council());
        assert!(text.contains(",5.1,4.2,21.42,"), "{text}");
    }

    proptest::proptest! {
        #[test]
        fn a_written_register_reads_back_to_the_same_risks(register in register()) {
            let text = write_register(&register);
            prop_assert_eq!(content(&read_back(&text, &register)), content(&register));
        }
    }
}
