//! One figure over time: a line through its points, each with its label, from nothing to the whole.

use yew::prelude::{AttrValue, Html, html};

/// The figure at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct LinePoint {
    /// When, in any unit.
    pub at: f64,
    /// How much, from 0 to 1.
    pub value: f64,
    /// What is written at the point.
    pub label: String,
    /// What is written below it.
    pub below: String,
}

/// One figure over time.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChart {
    /// What the picture shows, for those who do not see it.
    pub name: AttrValue,
    /// What stands at the left of nothing and of the whole.
    pub ends: (&'static str, &'static str),
    /// The points, the first in time first.
    pub points: Vec<LinePoint>,
}

/// The size of the picture and the edges of its field, in its own units (CSS pixels at full size).
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 240.0;
const LEFT: f64 = 90.0;
const RIGHT: f64 = 570.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 200.0;

/// How far apart labels must be to be read.
const APART: f64 = 115.0;

impl LineChart {
    /// The picture.
    pub fn view(self) -> Html {
        let Self { name, ends, points } = self;
        let places = places(&points);
        let line: Vec<String> = places.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let labelled = labelled(&places);
        let mark = |i: usize| mark(&points[i], places[i], labelled.contains(&i));
        html! {
            <svg
                class="line-chart" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} width={WIDTH.to_string()}
                height={HEIGHT.to_string()} role="img" aria-label={name}
            >
                { gridline(TOP, ends.1) }
                { gridline(BOTTOM, ends.0) }
                <polyline class="line-chart__line" points={line.join(" ")} />
                { for (0..points.len()).map(mark) }
            </svg>
        }
    }
}

/// Where the points lie.
fn places(points: &[LinePoint]) -> Vec<(f64, f64)> {
    let first = points.first().map_or(0.0, |point| point.at);
    let span = points.last().map_or(0.0, |point| point.at - first).max(f64::MIN_POSITIVE);
    let place = |point: &LinePoint| {
        let x = LEFT + (RIGHT - LEFT) * (point.at - first) / span;
        (x, BOTTOM - (BOTTOM - TOP) * point.value.clamp(0.0, 1.0))
    };
    points.iter().map(place).collect()
}

/// The points whose labels are written: the last, and before it as many as have room.
fn labelled(places: &[(f64, f64)]) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    for place in (0..places.len()).rev() {
        let has_room = chosen.last().is_none_or(|next| places[*next].0 - places[place].0 >= APART);
        if has_room {
            chosen.push(place);
        }
    }
    chosen
}

fn mark(point: &LinePoint, (x, y): (f64, f64), is_labelled: bool) -> Html {
    html! {
        <>
            <circle class="line-chart__point" cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="4" />
            if is_labelled {
                { text("line-chart__label", x, y - 10.0, "middle", &point.label) }
                { text("line-chart__below", x, BOTTOM + 22.0, "middle", &point.below) }
            }
        </>
    }
}

fn gridline(y: f64, name: &str) -> Html {
    let height = y.to_string();
    html! {
        <>
            <line class="line-chart__grid" x1={LEFT.to_string()} x2={RIGHT.to_string()} y1={height.clone()} y2={height} />
            { text("line-chart__below", LEFT - 10.0, y + 5.0, "end", name) }
        </>
    }
}

fn text(class: &'static str, x: f64, y: f64, anchor: &'static str, text: &str) -> Html {
    html! { <text {class} x={format!("{x:.1}")} y={format!("{y:.1}")} text-anchor={anchor}>{ text }</text> }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(at: f64, value: f64) -> LinePoint {
        LinePoint { at, value, label: String::new(), below: String::new() }
    }

    #[test]
    fn the_first_point_lies_left_the_last_right_and_the_whole_on_top() {
        let found = places(&[point(10.0, 0.0), point(15.0, 0.5), point(20.0, 1.0)]);
        let middle = ((LEFT + RIGHT) / 2.0, (TOP + BOTTOM) / 2.0);
        assert_eq!(found, [(LEFT, BOTTOM), middle, (RIGHT, TOP)]);
        assert_eq!(places(&[point(10.0, 2.0)]), [(LEFT, TOP)]);
        assert!(places(&[]).is_empty());
    }

    #[test]
    fn labels_that_would_touch_are_left_out_and_the_last_is_always_there() {
        let at = |x: f64| (x, 0.0);
        assert_eq!(labelled(&[at(0.0), at(50.0), at(100.0), at(140.0)]), [3, 0]);
        assert_eq!(labelled(&[at(0.0), at(200.0)]), [1, 0]);
        assert_eq!(labelled(&[at(0.0)]), [0]);
    }
}
