//! Curves over one field: how one number falls or rises with another, for several things, each with its name beside its
//! line, and a few points that are told in words.

use yew::prelude::{AttrValue, Html, html};

use super::axis::Axis;

/// What a curve stands for, and so how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveKind {
    /// What the picture is about.
    Main,
    /// What it is compared with.
    Other,
    /// What would be otherwise.
    Changed,
    /// What should not be crossed.
    Limit,
}

/// One curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What stands beside it.
    pub label: &'static str,
    /// How it is drawn.
    pub kind: CurveKind,
    /// Its points in the units of the axes, along the horizontal one.
    pub points: Vec<(f64, f64)>,
}

/// A point that is told in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where, in the units of the axes.
    pub at: (f64, f64),
    /// What is said of it.
    pub label: String,
}

/// A side of the field with what is written along it.
#[derive(Clone, Debug)]
pub struct Scale {
    /// From where to where.
    pub axis: Axis,
    /// What is measured, with its unit.
    pub title: &'static str,
    /// A number on it as it is written.
    pub written: fn(f64) -> String,
}

/// Curves over one field.
#[derive(Clone, Debug)]
pub struct Curves {
    /// What the picture shows, for those who do not see it.
    pub name: AttrValue,
    /// The id of the picture on the page.
    pub id: &'static str,
    /// The horizontal scale.
    pub across: Scale,
    /// The vertical scale.
    pub up: Scale,
    /// The curves; a later one is drawn over an earlier one.
    pub curves: Vec<Curve>,
    /// The points that are told in words.
    pub marks: Vec<Mark>,
}

/// The size of the picture and the edges of its field, in its own units (CSS pixels at full size).
const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 400.0;
const LEFT: f64 = 80.0;
const RIGHT: f64 = 740.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 340.0;

/// How high above the bottom, as a share of the field, the first curve has its name, and how much lower each further one.
const FIRST_NAME: f64 = 0.88;
const NEXT_NAME: f64 = 0.12;
/// How far below the end of a line its name stands.
const BELOW: f64 = 14.0;

impl Curves {
    /// The picture.
    pub fn view(self) -> Html {
        html! {
            <svg
                class="curves" id={self.id} viewBox={format!("0 0 {WIDTH} {HEIGHT}")} width={WIDTH.to_string()}
                height={HEIGHT.to_string()} role="img" aria-label={self.name.clone()}
            >
                { for self.up.axis.ticks().into_iter().map(|number| self.gridline(number)) }
                { for self.across.axis.ticks().into_iter().map(|number| self.foot(number)) }
                { text("curves__title", LEFT, TOP - 20.0, "start", self.up.title) }
                { text("curves__title", RIGHT, BOTTOM + 46.0, "end", self.across.title) }
                { for self.curves.iter().map(|curve| self.line(curve)) }
                { for self.marks.iter().map(|mark| self.mark(mark)) }
                { for self.curves.iter().enumerate().map(|(place, curve)| self.curve_name(place, curve)) }
            </svg>
        }
    }

    fn at(&self, (across, up): (f64, f64)) -> (f64, f64) {
        let x = LEFT + (RIGHT - LEFT) * self.across.axis.place(across);
        (x, BOTTOM - (BOTTOM - TOP) * self.up.axis.place(up))
    }

    fn gridline(&self, number: f64) -> Html {
        let y = self.at((0.0, number)).1;
        let height = format!("{y:.1}");
        html! {
            <>
                <line class="curves__grid" x1={LEFT.to_string()} x2={RIGHT.to_string()} y1={height.clone()} y2={height} />
                { text("curves__number", LEFT - 10.0, y + 5.0, "end", &(self.up.written)(number)) }
            </>
        }
    }

    fn foot(&self, number: f64) -> Html {
        let x = self.at((number, 0.0)).0;
        text("curves__number", x, BOTTOM + 22.0, "middle", &(self.across.written)(number))
    }

    fn line(&self, curve: &Curve) -> Html {
        let points: Vec<String> = curve.points.iter().map(|point| written(self.at(*point))).collect();
        html! { <polyline class={class("curves__line", curve.kind)} points={points.join(" ")} /> }
    }

    fn mark(&self, mark: &Mark) -> Html {
        let (x, y) = self.at(mark.at);
        html! {
            <>
                <circle class="curves__mark" cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="4" />
                { beside("curves__said", (x, y), &mark.label) }
            </>
        }
    }

    /// The name of a curve, at its own height, so that names do not lie upon one another.
    fn curve_name(&self, place: usize, curve: &Curve) -> Html {
        let height = BOTTOM - (BOTTOM - TOP) * (FIRST_NAME - NEXT_NAME * place as f64);
        let points: Vec<(f64, f64)> = curve.points.iter().map(|point| self.at(*point)).collect();
        let at = match curve.kind {
            // What should not be crossed lies low, where other things are said: its name stands below its end.
            CurveKind::Limit => points.last().map(|(x, y)| (*x, y + BELOW)),
            CurveKind::Main | CurveKind::Other | CurveKind::Changed => crossing(&points, height),
        };
        at.map(|at| beside(class("curves__name", curve.kind), at, curve.label)).unwrap_or_default()
    }
}

fn class(block: &'static str, kind: CurveKind) -> &'static str {
    match (block, kind) {
        ("curves__line", CurveKind::Main) => "curves__line curves__line--main",
        ("curves__line", CurveKind::Other) => "curves__line curves__line--other",
        ("curves__line", CurveKind::Changed) => "curves__line curves__line--changed",
        ("curves__line", CurveKind::Limit) => "curves__line curves__line--limit",
        (_, CurveKind::Main) => "curves__name curves__name--main",
        (_, CurveKind::Other) => "curves__name curves__name--other",
        (_, CurveKind::Changed) => "curves__name curves__name--changed",
        (_, CurveKind::Limit) => "curves__name curves__name--limit",
    }
}

/// The last place at which a line passes a height on its way.
fn crossing(points: &[(f64, f64)], height: f64) -> Option<(f64, f64)> {
    let passes = |two: &&[(f64, f64)]| (two[0].1 - height) * (two[1].1 - height) <= 0.0;
    let two = points.windows(2).rev().find(passes)?;
    let whole = two[1].1 - two[0].1;
    let part = if whole == 0.0 { 0.0 } else { (height - two[0].1) / whole };
    Some((two[0].0 + part * (two[1].0 - two[0].0), height))
}

fn written((x, y): (f64, f64)) -> String {
    format!("{x:.1},{y:.1}")
}

/// A text on that side of a point on which there is more room.
fn beside(class: &'static str, (x, y): (f64, f64), said: &str) -> Html {
    let is_left = x < (LEFT + RIGHT) * 0.6;
    let (x, anchor) = if is_left { (x + 10.0, "start") } else { (x - 10.0, "end") };
    text(class, x, y - 6.0, anchor, said)
}

fn text(class: &'static str, x: f64, y: f64, anchor: &'static str, text: &str) -> Html {
    html! { <text {class} x={format!("{x:.1}")} y={format!("{y:.1}")} text-anchor={anchor}>{ text }</text> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_where_the_line_passes_its_height_last() {
        let line = [(0.0, 0.0), (10.0, 10.0), (20.0, 0.0)];
        assert_eq!(crossing(&line, 5.0), Some((15.0, 5.0)));
        assert_eq!(crossing(&line, 11.0), None);
        assert_eq!(crossing(&[(0.0, 5.0), (8.0, 5.0)], 5.0), Some((0.0, 5.0)));
        assert_eq!(crossing(&[], 5.0), None);
    }
}
