//! What is said arrives as it was meant, and what was not said is nothing.

use partnership_risk_core::date::Date;
use partnership_risk_core::exchange::grid::Grid;
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::*;
use crate::book::{self, About, Cell, Column, Kind, Note};

fn grid(rows: &[Vec<String>]) -> Grid {
    let mut grid = Grid::default();
    for (row, number) in rows.iter().zip(1..) {
        for cell in row {
            grid.push(cell);
            grid.end_cell();
        }
        grid.end_row(number * 3);
    }
    grid
}

fn place() -> impl Strategy<Value = Place> {
    (any::<u32>(), any::<u32>()).prop_map(|(row, column)| Place { row, column })
}

fn remark() -> impl Strategy<Value = Remark> {
    let told = || (any::<u32>(), place());
    prop_oneof![
        Just(Remark::Hidden),
        told().prop_map(|(n, place)| Remark::Merged(n, place)),
        told().prop_map(|(n, place)| Remark::Errors(n, place)),
    ]
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let rows = prop::collection::vec(prop::collection::vec("[a-c£’\n]{0,3}", 0..5), 0..6);
    let remarks = prop::collection::vec(remark(), 0..3);
    (".{0,8}", rows, remarks).prop_map(|(name, rows, remarks)| Sheet { name, grid: grid(&rows), remarks })
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        prop::collection::vec(sheet(), 0..4).prop_map(|sheets| Answer::Workbook(Workbook { sheets })),
        any::<Vec<u8>>().prop_map(Answer::File),
        any::<String>().prop_map(Answer::Refused),
    ]
}

fn cell() -> impl Strategy<Value = Cell> {
    let day = (1901..2100, 1..=12u8, 1..=28u8);
    let date = day.prop_map(|(year, month, day)| Cell::Date(Date::new(year, month, day).expect("a day")));
    let number = (-1e12..1e12).prop_map(Cell::Number);
    prop_oneof![Just(Cell::Empty), ".{0,6}".prop_map(Cell::Text), number, date]
}

fn book() -> impl Strategy<Value = Book> {
    let rows = prop::collection::vec(prop::collection::vec(cell(), 3), 0..5);
    let notes = prop::collection::vec((".{0,5}", ".{0,9}"), 0..3);
    (rows, notes).prop_map(|(rows, notes)| {
        let kinds = [("Risk", Kind::Text), ("Cost", Kind::Money), ("Share", Kind::Percent)];
        let column = |(name, kind): (&str, Kind)| Column { name: name.to_owned(), kind, width: 12 };
        let columns = kinds.map(column).to_vec();
        let sheet = book::Sheet { name: "Risks".to_owned(), heading: "All".to_owned(), columns, rows };
        let notes = notes.into_iter().map(|(about, text)| Note { about, text }).collect();
        let made = Date::new(2026, 3, 31).expect("a day");
        let about = About { title: "T".to_owned(), subject: "S".to_owned(), made, notes };
        Book::new(about, vec![sheet]).expect("a spreadsheet can hold it")
    })
}

fn order() -> impl Strategy<Value = Order> {
    prop_oneof![any::<Vec<u8>>().prop_map(Order::Read), book().prop_map(Order::Write)]
}

proptest! {
    #[test]
    fn an_answer_is_heard_as_it_was_given(answer in answer()) {
        prop_assert_eq!(Answer::of_bytes(&answer.to_bytes()), Some(answer));
    }

    #[test]
    fn an_order_is_heard_as_it_was_given(order in order()) {
        prop_assert_eq!(Order::of_bytes(&order.to_bytes()), Some(order));
    }

    #[test]
    fn what_is_cut_short_is_nothing(answer in answer(), order in order()) {
        let (answer, order) = (answer.to_bytes(), order.to_bytes());
        prop_assert!((0..answer.len()).all(|end| Answer::of_bytes(&answer[..end]).is_none()));
        prop_assert!((0..order.len()).all(|end| Order::of_bytes(&order[..end]).is_none()));
    }

    #[test]
    fn any_bytes_are_something_or_nothing(bytes: Vec<u8>) {
        if let Some(answer) = Answer::of_bytes(&bytes) {
            prop_assert_eq!(answer.to_bytes(), bytes.clone());
        }
        prop_assert!(Order::of_bytes(&bytes).is_none_or(|order| order.to_bytes().len() <= bytes.len()));
    }
}
