//! Several figures in rows on one axis from nothing to the whole: of each a range, a line to hold against, and one
//! mark. What these are is the business of who draws it; what is to be read of a row is written beside it.

use yew::prelude::{AttrValue, Html, html};

/// From where to where, each from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct StripRow {
    /// What it is.
    pub label: String,
    /// The range, where it is known.
    pub range: Option<Range>,
    /// What the mark is held against, from 0 to 1, if there is such a thing.
    pub line: Option<f64>,
    /// The mark, from 0 to 1, if there is one.
    pub mark: Option<f64>,
    /// What is written at the end of the row.
    pub said: String,
}

/// Several figures in rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// What the picture shows, for those who do not see it.
    pub name: AttrValue,
    /// The rows, from the top.
    pub rows: Vec<StripRow>,
}

/// The size of the picture and the edges of its axis, in its own units (CSS pixels at full size).
const WIDTH: f64 = 870.0;
const LEFT: f64 = 290.0;
const RIGHT: f64 = 590.0;
const TOP: f64 = 30.0;
const ROW: f64 = 30.0;

/// How high the bar of the range and the line are.
const BAR: f64 = 12.0;
const LINE: f64 = 20.0;

impl Strip {
    /// The picture.
    pub fn view(self) -> Html {
        let bottom = TOP + ROW * self.rows.len() as f64;
        let rows = self.rows.iter().enumerate().map(|(row, of)| of.view(TOP + ROW * (row as f64 + 0.5)));
        html! {
            <svg
                class="strip" viewBox={format!("0 0 {WIDTH} {bottom}")} width={WIDTH.to_string()}
                height={bottom.to_string()} role="img" aria-label={self.name}
            >
                { for [(0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")].map(|(at, name)| gridline(at, name, bottom)) }
                { for rows }
            </svg>
        }
    }
}

impl StripRow {
    fn view(&self, y: f64) -> Html {
        html! {
            <>
                { text("strip__label", LEFT - 15.0, y, "end", &self.label) }
                { self.range.map(|range| range.view(y)).unwrap_or_default() }
                { self.line.map(|at| line(at, y)).unwrap_or_default() }
                { self.mark.map(|mark| point(mark, y)).unwrap_or_default() }
                { text("strip__said", RIGHT + 15.0, y, "start", &self.said) }
            </>
        }
    }
}

impl Range {
    fn view(self, y: f64) -> Html {
        let (from, to) = (x(self.from), x(self.to));
        html! {
            <rect
                class="strip__range" x={format!("{from:.1}")} y={(y - BAR / 2.0).to_string()}
                width={format!("{:.1}", (to - from).max(1.0))} height={BAR.to_string()}
            />
        }
    }
}

/// Where a part of the whole lies.
fn x(part: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * part.clamp(0.0, 1.0)
}

fn line(part: f64, y: f64) -> Html {
    let at = format!("{:.1}", x(part));
    html! {
        <line
            class="strip__line" x1={at.clone()} x2={at} y1={(y - LINE / 2.0).to_string()}
            y2={(y + LINE / 2.0).to_string()}
        />
    }
}

fn point(part: f64, y: f64) -> Html {
    html! { <circle class="strip__mark" cx={format!("{:.1}", x(part))} cy={y.to_string()} r="6" /> }
}

fn gridline(at: f64, name: &str, bottom: f64) -> Html {
    let place = x(at).to_string();
    html! {
        <>
            <line class="strip__grid" x1={place.clone()} x2={place} y1={TOP.to_string()} y2={bottom.to_string()} />
            { text("strip__axis", x(at), TOP / 2.0, "middle", name) }
        </>
    }
}

fn text(class: &'static str, x: f64, y: f64, anchor: &'static str, text: &str) -> Html {
    let (x, y) = (format!("{x:.1}"), format!("{:.1}", y + 5.0));
    html! { <text {class} {x} {y} text-anchor={anchor}>{ text }</text> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_lies_left_the_whole_right_and_nothing_beyond() {
        assert_eq!([-1.0, 0.0, 0.5, 1.0, 2.0].map(x), [LEFT, LEFT, (LEFT + RIGHT) / 2.0, RIGHT, RIGHT]);
    }
}
