//! Two ranked lists side by side with a line between what stands in both: which things moved, and how
//! far.

use std::rc::Rc;

use yew::prelude::{AttrValue, Html, Properties, classes, component, html};

/// One thing at one side.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// Its place as printed.
    pub rank: u32,
    /// What that side calls it.
    pub label: Rc<str>,
}

/// Props of [`Slope`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// What the picture shows, for those who do not see it.
    pub name: AttrValue,
    /// What the left side is.
    pub left_title: AttrValue,
    /// What the right side is.
    pub right_title: AttrValue,
    /// The left list, best first.
    pub left: Vec<End>,
    /// The right list, best first.
    pub right: Vec<End>,
    /// Pairs of indices into both lists that are the same thing.
    pub links: Vec<(usize, usize)>,
}

/// Line height and the edges of the middle, in the picture's own units (CSS pixels at full size).
const ROW: usize = 26;
const TOP: usize = 40;
const WIDTH: usize = 760;
const LEFT_EDGE: usize = 320;
const RIGHT_EDGE: usize = 440;

/// How many letters fit beside the middle.
const LETTERS: usize = 38;

/// Two ranked lists side by side.
#[component]
pub fn Slope(props: &Props) -> Html {
    let height = TOP + ROW * props.left.len().max(props.right.len());
    let linked_left = |i: usize| props.links.iter().any(|link| link.0 == i);
    let linked_right = |i: usize| props.links.iter().any(|link| link.1 == i);
    html! {
        <svg
            class="slope" viewBox={format!("0 0 {WIDTH} {height}")} width={WIDTH.to_string()}
            height={height.to_string()} role="img" aria-label={&props.name}
        >
            { side_title(&props.left_title, LEFT_EDGE, "end") }
            { side_title(&props.right_title, RIGHT_EDGE, "start") }
            for (from, to) in &props.links {
                { line(*from, *to) }
            }
            for (i, end) in props.left.iter().enumerate() {
                { side(end, LEFT_EDGE, i, "end", linked_left(i)) }
            }
            for (i, end) in props.right.iter().enumerate() {
                { side(end, RIGHT_EDGE, i, "start", linked_right(i)) }
            }
        </svg>
    }
}

fn side_title(title: &AttrValue, x: usize, anchor: &'static str) -> Html {
    html! { <text class="slope__title" x={x.to_string()} y="16" text-anchor={anchor}>{ shortened(title) }</text> }
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

fn side(end: &End, x: usize, row: usize, anchor: &'static str, linked: bool) -> Html {
    let label = shortened(&end.label);
    let text =
        if anchor == "end" { format!("{label}  {}", end.rank) } else { format!("{}  {label}", end.rank) };
    html! {
        <text
            class={classes!("slope__label", linked.then_some("slope__label--linked"))} x={x.to_string()}
            y={(y(row) + 5).to_string()} text-anchor={anchor}
        >{ text }</text>
    }
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
