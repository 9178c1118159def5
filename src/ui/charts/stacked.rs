//! Bars of several parts: how a whole is made up on each of several days.

use yew::prelude::{AttrValue, Html, classes, html};

/// One part of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// How many.
    pub count: usize,
    /// The class that gives it its shade.
    pub shade: &'static str,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its parts, from left to right.
    pub parts: Vec<Part>,
}

/// Bars below one another, all on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Stacked {
    /// What the picture shows, for those who do not see it.
    pub name: AttrValue,
    /// The bars, from top to bottom.
    pub bars: Vec<Bar>,
}

/// The sizes of the picture, in its own units (CSS pixels at full size).
const ROW: usize = 34;
const BAR: usize = 24;
const LABELS: usize = 200;
const ROOM: usize = 540;
/// How many letters fit beside a bar.
const LETTERS: usize = 24;
/// The narrowest part in which its number can stand.
const FOR_A_NUMBER: usize = 22;

impl Stacked {
    /// The picture.
    pub fn view(self) -> Html {
        let Self { name, bars } = self;
        let total = |bar: &Bar| bar.parts.iter().map(|part| part.count).sum::<usize>();
        let most = bars.iter().map(total).max().unwrap_or_default().max(1);
        let (width, height) = (LABELS + ROOM, ROW * bars.len());
        html! {
            <svg
                class="stacked" viewBox={format!("0 0 {width} {height}")} width={width.to_string()}
                height={height.to_string()} role="img" aria-label={name}
            >
                { for bars.iter().enumerate().map(|(row, bar)| view_bar(row, bar, most)) }
            </svg>
        }
    }
}

fn view_bar(row: usize, bar: &Bar, most: usize) -> Html {
    let (top, label) = (row * ROW, bar.label.chars().take(LETTERS).collect::<String>());
    let parts = bar.parts.iter().zip(edges(&bar.parts, most)).filter(|(part, _)| part.count > 0);
    html! {
        <>
            <text class="stacked__label" x={(LABELS - 10).to_string()} y={(top + 18).to_string()} text-anchor="end">{ label }</text>
            { for parts.map(|(part, (from, to))| view_part(part, from, to, top)) }
        </>
    }
}

fn view_part(part: &Part, from: usize, to: usize, top: usize) -> Html {
    let middle = (LABELS + usize::midpoint(from, to)).to_string();
    html! {
        <g class={classes!("stacked__part", part.shade)}>
            <rect
                class="stacked__box" x={(LABELS + from).to_string()} y={(top + 1).to_string()}
                width={(to - from).to_string()} height={BAR.to_string()}
            />
            if to - from >= FOR_A_NUMBER {
                <text class="stacked__number" x={middle} y={(top + 18).to_string()} text-anchor="middle">{ part.count }</text>
            }
        </g>
    }
}

/// Where each part begins and ends where `most` fill the room.
fn edges(parts: &[Part], most: usize) -> Vec<(usize, usize)> {
    let mut before = 0;
    let edge = |part: &Part| {
        let from = before;
        before += part.count;
        (from * ROOM / most, before * ROOM / most)
    };
    parts.iter().map(edge).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_lie_end_to_end_on_one_scale() {
        let parts = [2, 0, 4].map(|count| Part { count, shade: "shade-0" });
        assert_eq!(edges(&parts, 12), [(0, 90), (90, 90), (90, 270)]);
    }
}
