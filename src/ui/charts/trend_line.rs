//! A line through a few values in the order of time: small enough for the cell of a table, which has the values.

use yew::prelude::{AttrValue, Html, html};

/// The size of the picture, in its own units.
const WIDTH: f64 = 160.0;
const HEIGHT: f64 = 40.0;
const EDGE: f64 = 5.0;

/// A line through values from 0, at the bottom, to 1, at the top. `name` says what it shows, for those who do not
/// see it.
pub fn trend_line(name: impl Into<AttrValue>, values: &[f64]) -> Html {
    let name: AttrValue = name.into();
    let places = places(values);
    let path: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
    html! {
        <svg
            class="trend-line" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} width={WIDTH.to_string()}
            height={HEIGHT.to_string()} role="img" aria-label={name}
        >
            <polyline class="trend-line__path" points={path.join(" ")} />
            for (x, y) in &places {
                <circle class="trend-line__dot" cx={x.to_string()} cy={y.to_string()} r="3" />
            }
        </svg>
    }
}

/// Where the values lie, to a tenth.
fn places(values: &[f64]) -> Vec<(f64, f64)> {
    let steps = values.len().saturating_sub(1).max(1) as f64;
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    let x = |place: usize| tenth(EDGE + (WIDTH - 2.0 * EDGE) * place as f64 / steps);
    let y = |value: f64| tenth(HEIGHT - EDGE - (HEIGHT - 2.0 * EDGE) * value.clamp(0.0, 1.0));
    values.iter().enumerate().map(|(place, value)| (x(place), y(*value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lie_between_the_edges_in_the_order_of_time() {
        assert_eq!(places(&[0.0, 0.5, 1.0]), [(5.0, 35.0), (80.0, 20.0), (155.0, 5.0)]);
        assert_eq!(places(&[7.0]), [(5.0, 5.0)]);
        assert_eq!(places(&[]), []);
    }
}
