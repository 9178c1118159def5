//! A table on its way out, before anybody says in which form: named columns that each hold one kind of
//! thing, and rows of typed cells. Each form has one writer, which knows nothing of registers; what the
//! tables of a register hold is next door in [`super::outgoing`].

mod csv;
mod markdown;

use crate::date::Date;
use crate::decimal;
use crate::money::Pence;
use crate::scale::Position;
use crate::share::Share;

/// A table to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What it is called.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Heading>,
    /// Its rows, each with one cell for each column.
    pub rows: Vec<Vec<Value>>,
}

/// The name of a column and the kind of thing in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What it is called.
    pub name: String,
    /// What its filled cells hold.
    pub holds: Holds,
}

impl Heading {
    /// A column with this name.
    #[must_use]
    pub fn new(name: impl Into<String>, holds: Holds) -> Self {
        Self { name: name.into(), holds }
    }
}

/// What the filled cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// Numbers.
    Number,
    /// Days.
    Date,
    /// Amounts in pounds.
    Money,
    /// Parts of a whole, in per cent.
    Percent,
    /// Places on a scale, from 1.
    Rating,
}

impl Holds {
    /// Whether its cells are set to the right, so that their digits stand under one another.
    #[must_use]
    pub fn is_figure(self) -> bool {
        match self {
            Self::Number | Self::Money | Self::Percent | Self::Rating => true,
            Self::Text | Self::Date => false,
        }
    }
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Blank,
    /// Words.
    Text(String),
    /// A number, to the sixth decimal.
    Number(f64),
    /// A day.
    Date(Date),
    /// An amount of money.
    Money(Pence),
    /// A part of a whole.
    Percent(Share),
    /// A place on a scale.
    Rating(Position),
}

/// As many as a product of two positions has.
const MOST_DECIMALS: usize = 6;

impl Value {
    /// Words, or nothing where there are none.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }

    /// What may be there or not.
    #[must_use]
    pub fn of<T>(value: Option<T>, kind: fn(T) -> Self) -> Self {
        value.map_or(Self::Blank, kind)
    }

    /// The cell as plain words and digits, exact, which every reader of this product reads again: days as
    /// 2027-03-31, money as 1250.50, shares as 12.5%.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => decimal::short(*number, MOST_DECIMALS),
            Self::Date(date) => date.to_string(),
            Self::Money(amount) => amount.as_typed(),
            Self::Percent(share) => share.as_typed() + "%",
            Self::Rating(position) => decimal::short(position.value(), MOST_DECIMALS),
        }
    }
}
