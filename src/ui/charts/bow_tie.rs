//! A bow tie: what could lead to an event on the left, what the event would lead to on the right, and in
//! between what keeps each side down. Lines of text are broken by words, so that none runs over its box.

use yew::prelude::{AttrValue, Html, classes, html};

/// One thing in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Knot {
    /// What it is.
    pub text: String,
    /// Whether it works; one that does not is drawn dashed.
    pub is_solid: bool,
}

/// A bow tie.
#[derive(Clone, Debug, PartialEq)]
pub struct BowTie {
    /// What the picture shows, for those who do not see it.
    pub name: AttrValue,
    /// What could lead to the event.
    pub causes: Vec<Knot>,
    /// What stands before it.
    pub before: Vec<Knot>,
    /// The event.
    pub event: String,
    /// What stands after it.
    pub after: Vec<Knot>,
    /// What it would lead to.
    pub consequences: Vec<Knot>,
}

/// Sizes in the picture's own units (CSS pixels at full size).
const COLUMN: usize = 180;
const GAP: usize = 30;
const TOP: usize = 34;
const LINE: usize = 18;
const PADDING: usize = 8;
const BETWEEN: usize = 12;

/// How many letters fit on one line of a box, at their widest.
const LETTERS: usize = 20;

/// How many lines a box may have; the list below the picture has the text whole.
const MOST_LINES: usize = 6;

/// A box in the picture: its lines, and how it looks.
struct Boxed {
    lines: Vec<String>,
    class: &'static str,
}

impl BowTie {
    /// The picture.
    pub fn view(self) -> Html {
        let Self { name, causes, before, event, after, consequences } = self;
        let boxes = |knots: &[Knot]| knots.iter().map(Boxed::of).collect::<Vec<_>>();
        let event = Boxed { lines: wrapped(&event), class: "bow-tie__event" };
        let columns = [
            ("Causes", boxes(&causes)),
            ("Controls before", boxes(&before)),
            ("Event", vec![event]),
            ("Controls after", boxes(&after)),
            ("Consequences", boxes(&consequences)),
        ];
        let tallest = columns.iter().map(|(_, boxes)| height(boxes)).max().unwrap_or(0);
        let (width, whole) = (columns.len() * (COLUMN + GAP) - GAP, TOP + tallest + BETWEEN);
        html! {
            <svg
                class="bow-tie" viewBox={format!("0 0 {width} {whole}")} width={width.to_string()}
                height={whole.to_string()} role="img" aria-label={name}
            >
                { strands(&columns, tallest) }
                for (place, (title, boxes)) in columns.iter().enumerate() {
                    { column(place * (COLUMN + GAP), title, boxes, tallest) }
                }
            </svg>
        }
    }
}

impl Boxed {
    fn of(knot: &Knot) -> Self {
        let class = if knot.is_solid { "bow-tie__box" } else { "bow-tie__box bow-tie__box--dashed" };
        Self { lines: wrapped(&knot.text), class }
    }

    fn height(&self) -> usize {
        self.lines.len() * LINE + 2 * PADDING
    }
}

/// How high a column is.
fn height(boxes: &[Boxed]) -> usize {
    boxes.iter().map(|one| one.height() + BETWEEN).sum::<usize>().saturating_sub(BETWEEN)
}

/// The upper edges of the boxes of a column, which stands in the middle of the picture's height.
fn tops(boxes: &[Boxed], tallest: usize) -> Vec<usize> {
    let mut top = TOP + (tallest - height(boxes)) / 2;
    let mut tops = Vec::with_capacity(boxes.len());
    for one in boxes {
        tops.push(top);
        top += one.height() + BETWEEN;
    }
    tops
}

/// Lines from every box on the outside to the event in the middle, behind all boxes.
fn strands(columns: &[(&'static str, Vec<Boxed>); 5], tallest: usize) -> Html {
    let middle = TOP + tallest / 2;
    let to_event = |place: usize, from: usize, to: usize| -> Html {
        let boxes = &columns[place].1;
        let ends = tops(boxes, tallest).into_iter().zip(boxes);
        ends.map(|(top, one)| line((from, top + one.height() / 2), (to, middle))).collect()
    };
    let (left, right) = (2 * (COLUMN + GAP), 2 * (COLUMN + GAP) + COLUMN);
    html! {
        <>
            { to_event(0, COLUMN, left) }
            { to_event(4, 4 * (COLUMN + GAP), right) }
        </>
    }
}

fn line(from: (usize, usize), to: (usize, usize)) -> Html {
    html! {
        <line
            class="bow-tie__strand" x1={from.0.to_string()} y1={from.1.to_string()}
            x2={to.0.to_string()} y2={to.1.to_string()}
        />
    }
}

fn column(x: usize, title: &'static str, boxes: &[Boxed], tallest: usize) -> Html {
    html! {
        <>
            <text class="bow-tie__title" x={(x + COLUMN / 2).to_string()} y="18" text-anchor="middle">{ title }</text>
            for (top, one) in tops(boxes, tallest).into_iter().zip(boxes) {
                { boxed(x, top, one) }
            }
        </>
    }
}

fn boxed(x: usize, top: usize, one: &Boxed) -> Html {
    let baseline = |place: usize| (top + PADDING + LINE * place + 13).to_string();
    html! {
        <>
            <rect
                class={classes!(one.class)} x={x.to_string()} y={top.to_string()} width={COLUMN.to_string()}
                height={one.height().to_string()}
            />
            for (place, text) in one.lines.iter().enumerate() {
                <text class="bow-tie__text" x={(x + PADDING).to_string()} y={baseline(place)}>{ text }</text>
            }
        </>
    }
}

/// A text as lines that fit a box: broken between words, and within one only where it is longer than a
/// line. What is beyond the last line is left out, and three dots say so.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        for piece in pieces(word) {
            match lines.last_mut() {
                Some(line) if letters(line) + 1 + letters(&piece) <= LETTERS => {
                    line.push(' ');
                    line.push_str(&piece);
                }
                Some(_) | None => lines.push(piece),
            }
        }
    }
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        lines.last_mut().into_iter().for_each(dotted);
    }
    lines
}

/// A word in pieces no longer than a line.
fn pieces(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(LETTERS).map(|piece| piece.iter().collect()).collect()
}

/// Ends a line with three dots, in place of its last letters where it is full.
fn dotted(line: &mut String) {
    let kept: String = line.chars().take(LETTERS - 1).collect();
    *line = format!("{}\u{2026}", kept.trim_end());
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::*;

    #[test]
    fn text_is_broken_between_words() {
        assert_eq!(
            wrapped("A partner withdraws at short notice"),
            ["A partner withdraws", "at short notice"]
        );
        assert_eq!(wrapped(""), [""; 0]);
    }

    #[test]
    fn boxes_of_a_column_do_not_touch() {
        let column: Vec<Boxed> = ["one", "two words that need more than one line", "three"]
            .map(|text| Boxed::of(&Knot { text: text.into(), is_solid: true }))
            .into();
        let tops = tops(&column, height(&column));
        for ((one, top), next) in column.iter().zip(&tops).zip(&tops[1..]) {
            assert!(top + one.height() < *next);
        }
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_its_box_and_no_box_than_its_lines(text in "\\PC{0,400}") {
            let lines = wrapped(&text);
            prop_assert!(lines.len() <= MOST_LINES);
            prop_assert!(lines.iter().all(|line| letters(line) <= LETTERS));
        }

        #[test]
        fn short_text_is_whole(text in "[a-z]{1,9}( [a-z]{1,9}){0,5}") {
            prop_assert!(wrapped(&text).join(" ") == text);
        }
    }
}
