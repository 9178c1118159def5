//! Columns side by side: how a whole is spread over neighbouring ranges.

use yew::prelude::{AttrValue, Html, html};

use super::axis::Axis;

/// Columns side by side.
#[derive(Clone, Debug)]
pub struct ColumnsChart {
    /// What the picture shows, for those who do not see it.
    pub name: AttrValue,
    /// The id of the picture on the page.
    pub id: &'static str,
    /// Where the first column begins and the last one ends, and how a number between is written.
    pub across: (f64, fn(f64) -> String),
    /// What is measured across, with its unit.
    pub title: &'static str,
    /// The height of each column, from 0 to 1.
    pub heights: Vec<f64>,
    /// Lines across the columns: where, and what is written above.
    pub lines: Vec<(f64, String)>,
}

/// The size of the picture and the edges of its field, in its own units (CSS pixels at full size).
const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 80.0;
const RIGHT: f64 = 700.0;
const TOP: f64 = 60.0;
const BOTTOM: f64 = 240.0;
/// How far apart in height what is written above two lines is.
const APART: f64 = 18.0;

impl ColumnsChart {
    /// The picture.
    pub fn view(self) -> Html {
        let (end, written) = self.across;
        let axis = Axis::Linear { to: end };
        let x = |number: f64| LEFT + (RIGHT - LEFT) * axis.place(number);
        let foot = |number: f64| {
            text("columns-chart__number", (x(number), BOTTOM + 22.0), "middle", &written(number))
        };
        let line = |(place, (at, said)): (usize, &(f64, String))| marked(x(*at), place, said);
        html! {
            <svg
                class="columns-chart" id={self.id} viewBox={format!("0 0 {WIDTH} {HEIGHT}")} width={WIDTH.to_string()}
                height={HEIGHT.to_string()} role="img" aria-label={self.name.clone()}
            >
                { for self.columns() }
                { for axis.ticks().into_iter().map(foot) }
                { text("columns-chart__title", (RIGHT, BOTTOM + 46.0), "end", self.title) }
                { for self.lines.iter().enumerate().map(line) }
            </svg>
        }
    }

    /// The highest column fills the field.
    fn columns(&self) -> Vec<Html> {
        let highest = self.heights.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let width = (RIGHT - LEFT) / self.heights.len().max(1) as f64;
        let column = |(place, height): (usize, &f64)| {
            let high = (BOTTOM - TOP) * height / highest;
            html! {
                <rect
                    class="columns-chart__column" x={format!("{:.1}", LEFT + width * place as f64)}
                    y={format!("{:.1}", BOTTOM - high)} width={format!("{:.1}", (width - 1.0).max(0.5))}
                    height={format!("{high:.1}")}
                />
            }
        };
        self.heights.iter().enumerate().map(column).collect()
    }
}

fn marked(x: f64, place: usize, said: &str) -> Html {
    let top = TOP - 8.0 - APART * (place % 3) as f64;
    let at = format!("{x:.1}");
    html! {
        <>
            <line class="columns-chart__line" x1={at.clone()} x2={at} y1={format!("{top:.1}")} y2={BOTTOM.to_string()} />
            { text("columns-chart__said", (x + 5.0, top + 5.0), "start", said) }
        </>
    }
}

fn text(class: &'static str, (x, y): (f64, f64), anchor: &'static str, text: &str) -> Html {
    html! { <text {class} x={format!("{x:.1}")} y={format!("{y:.1}")} text-anchor={anchor}>{ text }</text> }
}
