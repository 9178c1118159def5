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

/// How high a row, the bar of the range and the line are.
const ROW: u8 = 26;
const BAR: u8 = 12;
const LINE: u8 = 20;

/// The gridlines, and what they say above the rows.
const GRID: [(f64, &str); 3] = [(0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")];

impl Strip {
    /// The picture: rows that are as wide as the page lets them be.
    pub fn view(self) -> Html {
        html! {
            <div class="strip" role="img" aria-label={self.name}>
                <div class="strip__row">
                    <div class="strip__axis">{ for GRID.map(|(_, said)| html! { <span>{ said }</span> }) }</div>
                </div>
                { for self.rows.iter().map(StripRow::view) }
            </div>
        }
    }
}

impl StripRow {
    fn view(&self) -> Html {
        html! {
            <div class="strip__row">
                <span class="strip__label">{ &self.label }</span>
                <svg class="strip__picture" width="100%" height={ROW.to_string()} aria-hidden="true">
                    { for GRID.map(|(at, _)| upright("strip__grid", at, ROW)) }
                    { self.range.map(Range::view).unwrap_or_default() }
                    { self.line.map(|at| upright("strip__line", at, LINE)).unwrap_or_default() }
                    { self.mark.map(point).unwrap_or_default() }
                </svg>
                <span class="strip__said">{ &self.said }</span>
            </div>
        }
    }
}

impl Range {
    fn view(self) -> Html {
        let width = (self.to - self.from).max(0.0);
        html! {
            <rect
                class="strip__range" x={across(self.from)} y={((ROW - BAR) / 2).to_string()}
                width={across(width)} height={BAR.to_string()}
            />
        }
    }
}

/// Where a part of the whole lies, from the left: in per cent of the width.
fn across(part: f64) -> String {
    format!("{:.1}%", part.clamp(0.0, 1.0) * 100.0)
}

fn upright(class: &'static str, at: f64, height: u8) -> Html {
    let (x, top) = (across(at), (ROW - height) / 2);
    html! { <line {class} x1={x.clone()} x2={x} y1={top.to_string()} y2={(top + height).to_string()} /> }
}

fn point(part: f64) -> Html {
    html! { <circle class="strip__mark" cx={across(part)} cy={(ROW / 2).to_string()} r="6" /> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_lies_left_the_whole_right_and_nothing_beyond() {
        assert_eq!([-1.0, 0.0, 0.5, 1.0, 2.0].map(across), ["0.0%", "0.0%", "50.0%", "100.0%", "100.0%"]);
    }
}
