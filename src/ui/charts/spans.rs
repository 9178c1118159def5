//! Bars that each reach from one number to another, on one scale: what adds up step by step, or how far something swings
//! to either side of a line.

use yew::prelude::{AttrValue, Html, html};

use super::axis::Axis;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// What it stands for.
    pub label: String,
    /// From which number to which.
    pub from: f64,
    /// The other end.
    pub to: f64,
    /// What is written beside it.
    pub said: String,
    /// Whether it is the sum of others.
    pub is_sum: bool,
}

/// Bars below one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Spans {
    /// What the picture shows, for those who do not see it.
    pub name: AttrValue,
    /// The id of the picture on the page.
    pub id: &'static str,
    /// The bars, from top to bottom.
    pub spans: Vec<Span>,
    /// A line through all of them.
    pub line: Option<f64>,
}

/// The sizes of the picture, in its own units (CSS pixels at full size).
const ROW: f64 = 32.0;
const BAR: f64 = 20.0;
const WIDTH: f64 = 900.0;
const LABELS: f64 = 380.0;
const ROOM: f64 = 290.0;
/// How many letters fit beside a bar.
const LETTERS: usize = 44;

impl Spans {
    /// The picture. The scale begins with nought, or where all bars are far from it, a little before the first.
    pub fn view(self) -> Html {
        let height = ROW * self.spans.len() as f64;
        let place = places(&self.spans);
        let line = self.line.map(|number| format!("{:.1}", place(number)));
        html! {
            <svg
                class="spans" id={self.id} viewBox={format!("0 0 {WIDTH} {height}")} width={WIDTH.to_string()}
                height={height.to_string()} role="img" aria-label={self.name.clone()}
            >
                { for self.spans.iter().enumerate().map(|(row, span)| view_span(row as f64 * ROW, span, &place)) }
                if let Some(x) = line {
                    <line class="spans__line" x1={x.clone()} x2={x} y1="0" y2={height.to_string()} />
                }
            </svg>
        }
    }
}

/// Where a number lies across the picture.
fn places(spans: &[Span]) -> impl Fn(f64) -> f64 + use<> {
    let ends = || spans.iter().flat_map(|span| [span.from, span.to]);
    let (least, most) = (ends().fold(f64::MAX, f64::min), ends().fold(f64::MIN, f64::max));
    let room = most - least;
    // Bars that all begin far from nought would otherwise be too small to be told apart.
    let first = if least > 2.0 * room { least - room * 0.1 } else { least.min(0.0) };
    let axis = Axis::Linear { to: (most - first).max(f64::MIN_POSITIVE) };
    move |number| LABELS + ROOM * axis.place(number - first)
}

fn view_span(top: f64, span: &Span, place: &impl Fn(f64) -> f64) -> Html {
    let (from, to) = (place(span.from.min(span.to)), place(span.from.max(span.to)));
    let class = if span.is_sum { "spans__bar spans__bar--sum" } else { "spans__bar" };
    let base = format!("{:.1}", top + 15.0);
    html! {
        <>
            <text class="spans__label" x={(LABELS - 10.0).to_string()} y={base.clone()} text-anchor="end">{ shortened(&span.label) }</text>
            <rect
                {class} x={format!("{from:.1}")} y={format!("{top:.1}")}
                width={format!("{:.1}", (to - from).max(1.0))} height={BAR.to_string()}
            />
            <text class="spans__said" x={format!("{:.1}", to + 8.0)} y={base} text-anchor="start">{ &span.said }</text>
        </>
    }
}

fn shortened(label: &str) -> String {
    if label.chars().count() <= LETTERS {
        return label.to_owned();
    }
    label.chars().take(LETTERS - 1).chain(['\u{2026}']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: f64, to: f64) -> Span {
        Span { label: String::new(), from, to, said: String::new(), is_sum: false }
    }

    #[test]
    fn the_scale_begins_with_nought_unless_all_bars_are_far_from_it() {
        let near = places(&[span(0.0, 50.0), span(50.0, 100.0)]);
        assert_eq!([0.0, 50.0, 100.0].map(near), [LABELS, LABELS + ROOM / 2.0, LABELS + ROOM]);
        let far = places(&[span(1000.0, 1010.0), span(990.0, 1000.0)]);
        assert!(far(990.0) > LABELS && far(990.0) < LABELS + ROOM / 8.0 && far(1010.0) == LABELS + ROOM);
        let flat = places(&[span(5.0, 5.0)]);
        assert!(flat(5.0).is_finite());
    }

    #[test]
    fn a_long_label_is_cut_and_says_so() {
        let long = "x".repeat(LETTERS + 1);
        assert_eq!(shortened(&long).chars().count(), LETTERS);
        assert!(shortened(&long).ends_with('\u{2026}'));
        assert_eq!(shortened("Waste"), "Waste");
    }
}
