//! What the tree of a CISO Assistant library says about risk matrices. Steps and levels are read from
//! `probability`, `impact` and `risk`, what a level asks for from its description, its colour from
//! `hexcolor`. How such a library is written is next door in [`super::writing`].

use super::MatrixFault;
use super::yaml::{Content, Node};
use crate::scale::{Colour, Level, Matrix, Scale, Tone};

/// The names under which a library lists its matrices, the older first.
const LISTS: [&str; 2] = ["risk_matrix", "risk_matrices"];

/// The matrices of a library, or everything that is wrong with any of them.
pub(super) fn read(root: &Node) -> Result<Vec<Matrix>, Vec<MatrixFault>> {
    let sources = matrices(root);
    if sources.is_empty() {
        return Err(MatrixFault::of_file(&"no risk matrix is in it"));
    }
    let mut reader = Reader::default();
    let matrices: Vec<Matrix> = sources.into_iter().filter_map(|node| reader.matrix(node)).collect();
    if reader.faults.is_empty() { Ok(matrices) } else { Err(reader.faults) }
}

/// The parts of a file that are matrices: those that a library lists, or the file itself.
fn matrices(root: &Node) -> Vec<&Node> {
    if find(root, "grid").is_some() {
        return vec![root];
    }
    let objects = find(root, "objects");
    let listed = |name: &&str| match objects.and_then(|objects| find(objects, name)) {
        Some(Node { content: Content::List(matrices), .. }) => matrices.iter().collect(),
        Some(matrix) => vec![matrix],
        None => Vec::new(),
    };
    LISTS.iter().flat_map(listed).collect()
}

fn find<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    match &node.content {
        Content::Map(parts) => parts.get(name),
        Content::Text(_) | Content::List(_) => None,
    }
}

/// The text of a member; empty where there is none.
fn text<'n>(node: &'n Node, name: &str) -> &'n str {
    match find(node, name) {
        Some(Node { content: Content::Text(text), .. }) => text.trim(),
        Some(_) | None => "",
    }
}

/// Reads part after part and keeps all that is wrong.
#[derive(Default)]
struct Reader {
    faults: Vec<MatrixFault>,
}

impl Reader {
    fn matrix(&mut self, node: &Node) -> Option<Matrix> {
        let faults_before = self.faults.len();
        let likelihood = self.names(node, "probability");
        let impact = self.names(node, "impact");
        let levels = self.levels(node);
        self.checked(node, "risk", Matrix::level_problems(&levels));
        self.checked(node, "probability", Scale::problems(&likelihood));
        self.checked(node, "impact", Scale::problems(&impact));
        let grid = self.grid(node, levels.len());
        if self.faults.len() > faults_before {
            return None;
        }
        let (likelihood, impact) = (Scale::new(&likelihood).ok()?, Scale::new(&impact).ok()?);
        let matrix = Matrix::new(text(node, "name"), likelihood, impact, levels, &grid);
        matrix.map_err(|error| self.faults.push(place(node, "grid", &error))).ok()
    }

    /// Notes each problem of a list, unless the list is not there, which has been noted.
    fn checked<E: std::fmt::Display>(&mut self, matrix: &Node, list: &str, problems: Vec<E>) {
        if find(matrix, list).is_some() {
            self.faults.extend(problems.iter().map(|problem| place(matrix, list, problem)));
        }
    }

    /// The parts of a list of the matrix.
    fn list<'n>(&mut self, matrix: &'n Node, name: &str) -> &'n [Node] {
        match find(matrix, name) {
            Some(Node { content: Content::List(parts), .. }) => parts,
            Some(node) => self.note(node.line, name, &"this is not a list"),
            None => self.note(matrix.line, name, &"the matrix has no such list"),
        }
    }

    /// The parts of a list of steps or levels, whose ids are their places.
    fn entries<'n>(&mut self, matrix: &'n Node, name: &str) -> &'n [Node] {
        let entries = self.list(matrix, name);
        for (i, entry) in entries.iter().enumerate() {
            let id = text(entry, "id");
            if !id.is_empty() && id.parse() != Ok(i) {
                let reason = format!("its id is {id}, not {i}; the grid counts places from 0");
                self.note(entry.line, &format!("{name} {}", i + 1), &reason);
            }
        }
        entries
    }

    fn names(&mut self, matrix: &Node, list: &str) -> Vec<String> {
        self.entries(matrix, list).iter().map(|entry| text(entry, "name").to_owned()).collect()
    }

    fn levels(&mut self, matrix: &Node) -> Vec<Level> {
        let entries = self.entries(matrix, "risk");
        let tones = Tone::ramp(entries.len());
        (1..).zip(entries.iter().zip(tones)).map(|(n, (entry, tone))| self.level(n, entry, tone)).collect()
    }

    fn level(&mut self, n: usize, entry: &Node, tone: Tone) -> Level {
        let colour = match text(entry, "hexcolor") {
            "" => None,
            text => text.parse::<Colour>().map(Some).unwrap_or_else(|error| {
                let reason = format!("hexcolor \u{201c}{text}\u{201d} is {error}");
                self.note(entry.line, &format!("risk {n}"), &reason);
                None
            }),
        };
        Level {
            name: text(entry, "name").to_owned(),
            tone,
            colour: colour.filter(|colour| *colour != tone.colour()),
            response: text(entry, "description").to_owned(),
            review_months: 0,
        }
    }

    fn grid(&mut self, matrix: &Node, levels: usize) -> Vec<Vec<u8>> {
        let rows = self.list(matrix, "grid");
        (1..).zip(rows).map(|(n, row)| self.row(n, row, levels)).collect()
    }

    fn row(&mut self, n: usize, row: &Node, levels: usize) -> Vec<u8> {
        let Content::List(cells) = &row.content else {
            self.note(row.line, &format!("grid row {n}"), &"this is not a list");
            return Vec::new();
        };
        (1..).zip(cells).map(|(i, cell)| self.cell((n, i), cell, levels)).collect()
    }

    fn cell(&mut self, (row, n): (usize, usize), cell: &Node, levels: usize) -> u8 {
        let written = if let Content::Text(text) = &cell.content { text.trim() } else { "a list" };
        let level = written.parse::<u8>().ok().filter(|level| usize::from(*level) < levels);
        level.unwrap_or_else(|| {
            let reason = format!("\u{201c}{written}\u{201d} is not the place of a level, counted from 0");
            self.note(cell.line, &format!("grid row {row}, cell {n}"), &reason);
            0
        })
    }

    fn note(&mut self, line: usize, part: &str, reason: &dyn std::fmt::Display) -> &'static [Node] {
        self.faults.push(MatrixFault::new(format!("line {line}, {part}"), reason));
        &[]
    }
}

fn place(matrix: &Node, list: &str, reason: &dyn std::fmt::Display) -> MatrixFault {
    let line = find(matrix, list).map_or(matrix.line, |node| node.line);
    MatrixFault::new(format!("line {line}, {list}"), reason)
}
