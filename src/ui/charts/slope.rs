//! Two ranked lists side by side with a line between what stands in both: which things moved, and how
//! far.

use std::rc::Rc;

use yew::prelude::{AttrValue, Html, html};

/// One thing at one side.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// Its place as printed.
    pub rank: u32,
    /// What that side calls it.
    pub label: Rc<str>,
}

/// One ranked list.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// What the list is.
    pub title: String,
    /// Its things, best first.
    pub ends: Vec<End>,
}

/// Two ranked lists side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Slope {
    /// What the picture shows, for those who do not see it.
    pub name: AttrValue,
    /// The left list.
    pub left: Side,
    /// The right list.
    pub right: Side,
    /// Pairs of places in both lists, counted from 0, that are the same thing.
    pub links: Vec<(usize, usize)>,
}

/// Line height and the edges of the middle, in the picture's own units (CSS pixels at full size).
const ROW: usize = 26;
const TOP: usize = 40;
const WIDTH: usize = 760;
const LEFT_EDGE: usize = 320;
const RIGHT_EDGE: usize = 440;

/// How many letters fit beside the middle.
const LETTERS: usize = 40;

impl Slope {
    /// The picture.
    pub fn view(self) -> Html {
        let Self { name, left, right, links } = self;
        let height = TOP + ROW * left.ends.len().max(right.ends.len());
        html! {
            <svg
                class="slope" viewBox={format!("0 0 {WIDTH} {height}")} width={WIDTH.to_string()}
                height={height.to_string()} role="img" aria-label={name}
            >
                { side(&left, LEFT_EDGE, "end", &|i| links.iter().any(|link| link.0 == i)) }
                { side(&right, RIGHT_EDGE, "start", &|i| links.iter().any(|link| link.1 == i)) }
                for (from, to) in &links {
                    { line(*from, *to) }
                }
            </svg>
        }
    }
}

/// The middle of a row.
fn y(row: usize) -> usize {
    TOP + ROW * row + ROW / 2
}

fn line(from: usize, to: usize) -> Html {
    html! {
        <line
            class="slope__line" x1={(LEFT_EDGE + 8).to_string()} y1={y(from).to_string()}
            x2={(RIGHT_EDGE - 8).to_string()} y2={y(to).to_string()}
        />
    }
}

fn side(side: &Side, x: usize, anchor: &'static str, linked: &dyn Fn(usize) -> bool) -> Html {
    let title = text("slope__title", x, 16, anchor, shortened(&side.title));
    let label = |(row, end): (usize, &End)| {
        let class = if linked(row) { "slope__label slope__label--linked" } else { "slope__label" };
        let label = shortened(&end.label);
        let ranked =
            if anchor == "end" { format!("{label}  {}", end.rank) } else { format!("{}  {label}", end.rank) };
        text(class, x, y(row) + 5, anchor, ranked)
    };
    std::iter::once(title).chain(side.ends.iter().enumerate().map(label)).collect()
}

fn text(class: &'static str, x: usize, y: usize, anchor: &'static str, text: String) -> Html {
    html! { <text {class} x={x.to_string()} y={y.to_string()} text-anchor={anchor}>{ text }</text> }
}

/// The label as far as it fits; the table beside the picture has it whole.
fn shortened(label: &str) -> String {
    if label.chars().count() <= LETTERS {
        return label.to_owned();
    }
    let kept: String = label.chars().take(LETTERS - 1).collect();
    format!("{}\u{2026}", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_label_is_cut_by_letters_and_says_so() {
        assert_eq!(shortened("short"), "short");
        let cut = shortened(&"é".repeat(60));
        assert_eq!(cut.chars().count(), LETTERS);
        assert!(cut.ends_with('\u{2026}'));
    }
}
