//! One part of a thing: what a cell of its column holds, what is written of it and how a cell is read into
//! it. Each type of part knows this once for all tables.

use std::fmt;

use crate::choice::Choice;
use crate::date::{Date, DateError};
use crate::exchange::days::{self, DayOrder};
use crate::exchange::sheet::{Holds, Value};
use crate::letters;
use crate::money::{MoneyError, Pence};
use crate::share::{Share, ShareError};

/// Why a cell was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no day.
    Date(DateError),
    /// It is no amount of money.
    Money(MoneyError),
    /// It is an amount below nought.
    BelowNought,
    /// It is no part of a whole.
    Share(ShareError),
    /// It is no whole number, or a larger one than there can be.
    Whole,
    /// It is none of these.
    Choice(Vec<&'static str>),
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(error) => write!(f, "is {error}"),
            Self::Money(error) => write!(f, "is {error}"),
            Self::BelowNought => f.write_str("is below nought"),
            Self::Share(error) => write!(f, "is {error}"),
            Self::Whole => f.write_str("is not a whole number"),
            Self::Choice(names) => write!(f, "is none of: {}", names.join(", ")),
        }
    }
}

/// A part of a thing that fills one cell.
pub(in crate::exchange) trait Part {
    /// What its cells hold.
    fn holds(&self) -> Holds;
    /// What is written of it.
    fn value(&self) -> Value;
    /// Whether a dash is text like any other, and not a way to say that there is nothing.
    fn keeps_marks(&self) -> bool {
        false
    }
    /// Takes over what a filled cell says; dates by the order agreed on.
    fn read(&mut self, cell: &str, order: Option<DayOrder>) -> Result<(), Unread>;
}

impl Part for String {
    fn holds(&self) -> Holds {
        Holds::Text
    }

    fn value(&self) -> Value {
        Value::text(self)
    }

    fn keeps_marks(&self) -> bool {
        true
    }

    fn read(&mut self, cell: &str, _: Option<DayOrder>) -> Result<(), Unread> {
        cell.clone_into(self);
        Ok(())
    }
}

impl<T: Choice> Part for T {
    fn holds(&self) -> Holds {
        Holds::Text
    }

    fn value(&self) -> Value {
        Value::Text(self.name().to_owned())
    }

    fn read(&mut self, cell: &str, _: Option<DayOrder>) -> Result<(), Unread> {
        *self = chosen(cell).ok_or_else(|| Unread::Choice(names::<T>()))?;
        Ok(())
    }
}

impl<T: Choice> Part for Option<T> {
    fn holds(&self) -> Holds {
        Holds::Text
    }

    fn value(&self) -> Value {
        Value::of(*self, |value| value.value())
    }

    fn read(&mut self, cell: &str, _: Option<DayOrder>) -> Result<(), Unread> {
        *self = Some(chosen(cell).ok_or_else(|| Unread::Choice(names::<T>()))?);
        Ok(())
    }
}

/// The value that a cell names, by its name or its key.
pub(in crate::exchange) fn chosen<T: Choice>(cell: &str) -> Option<T> {
    let cell = letters::folded(cell);
    T::all().iter().copied().find(|value| letters::folded(value.name()) == cell || value.key() == cell)
}

fn names<T: Choice>() -> Vec<&'static str> {
    T::all().iter().map(|value| value.name()).collect()
}

impl Part for bool {
    fn holds(&self) -> Holds {
        Holds::Text
    }

    fn value(&self) -> Value {
        Value::Text((if *self { "Yes" } else { "No" }).to_owned())
    }

    fn read(&mut self, cell: &str, _: Option<DayOrder>) -> Result<(), Unread> {
        *self = match letters::small(cell).as_str() {
            "yes" | "y" | "true" | "1" | "x" => true,
            "no" | "n" | "false" | "0" => false,
            _ => return Err(Unread::Choice(vec!["Yes", "No"])),
        };
        Ok(())
    }
}

/// A part that is read from a text by itself and may be missing.
macro_rules! read_from_text {
    ($($type:ty: $holds:ident, $value:expr, $read:expr;)*) => {$(
        impl Part for Option<$type> {
            fn holds(&self) -> Holds {
                Holds::$holds
            }

            fn value(&self) -> Value {
                Value::of(*self, $value)
            }

            fn read(&mut self, cell: &str, order: Option<DayOrder>) -> Result<(), Unread> {
                *self = Some($read(cell, order)?);
                Ok(())
            }
        }
    )*};
}

read_from_text! {
    Date: Date, Value::Date, |cell, order| days::read(cell, order).map_err(Unread::Date);
    Pence: Money, Value::Money, |cell, _| amount(cell);
    Share: Percent, Value::Percent, |cell, _| Share::read(cell).map_err(Unread::Share);
    u16: Number, |n| Value::Number(f64::from(n)), |cell: &str, _| whole(cell);
    u32: Number, |n| Value::Number(f64::from(n)), |cell: &str, _| whole(cell);
}

/// An amount that is spent or lost: nothing in a register is below nought.
fn amount(cell: &str) -> Result<Pence, Unread> {
    let amount = Pence::read(cell).map_err(Unread::Money)?;
    if amount < Pence::default() { Err(Unread::BelowNought) } else { Ok(amount) }
}

/// A whole number, perhaps with commas between its thousands.
fn whole<T: std::str::FromStr>(cell: &str) -> Result<T, Unread> {
    let digits: String = cell.chars().filter(|c| *c != ',').collect();
    let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| are_digits).ok_or(Unread::Whole)
}
