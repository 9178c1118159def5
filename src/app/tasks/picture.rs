//! Pictures and the figures behind them, handed to the person as files.

use partnership_risk_core::exchange::csv::{Cell, write_csv};

use crate::app::world::{PictureForm, World};

/// The figures behind a picture, as a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// What each column holds.
    pub heads: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<Entry>>,
}

/// One of the figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A name.
    Text(String),
    /// A number, unrounded.
    Number(f64),
}

impl Entry {
    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Text(text) => Cell::Text(text),
            Self::Number(number) => Cell::Number(*number),
        }
    }
}

/// Offers figures as a file that a spreadsheet opens.
pub fn offer_figures(world: &World, stem: &str, figures: &Figures) {
    let heads = figures.heads.iter().map(|head| Cell::Text(head)).collect();
    let rows = figures.rows.iter().map(|row| row.iter().map(Entry::cell).collect());
    let rows: Vec<Vec<Cell<'_>>> = std::iter::once(heads).chain(rows).collect();
    world.files.offer(&format!("{stem}.csv"), "text/csv", &format!("\u{feff}{}", write_csv(&rows)));
}

/// Offers the picture with this id as a file.
pub fn offer_picture(world: &World, id: &str, stem: &str, form: PictureForm) {
    world.pictures.offer(id, stem, form);
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::world::memory::{OfferedFiles, world};

    #[test]
    fn figures_become_a_table_with_heads_in_which_no_name_is_a_formula() {
        let files = Rc::new(OfferedFiles::default());
        let world = World { files: files.clone(), ..world() };
        let rows = vec![vec![Entry::Text("=1+1".to_owned()), Entry::Number(0.25)]];
        offer_figures(&world, "curve", &Figures { heads: vec!["Risk", "Chance"], rows });
        let expected = ("curve.csv".to_owned(), "\u{feff}Risk,Chance\r\n\"'=1+1\",0.25\r\n".to_owned());
        assert_eq!(*files.0.borrow(), [expected]);
    }
}
