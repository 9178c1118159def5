//! The reader: one pass over the text, byte by byte, with the line it is in.

use super::delimiter::Delimiter;
use crate::exchange::fault::Fault;
use crate::exchange::grid::{Grid, MOST_CELL_CHARACTERS};

/// What was read of a file, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Csv {
    /// Every row that is not an empty line, numbered by the line it begins in.
    pub grid: Grid,
    /// What was taken to part the cells.
    pub delimiter: Delimiter,
    /// What is wrong; reading stops at the first fault after which rows would make no sense.
    pub faults: Vec<Fault>,
}

/// The most rows that are read.
pub const MOST_ROWS: usize = 50_000;

/// Reads text with the delimiter given or, without one, with the one it declares or seems to have.
#[must_use]
pub fn read(text: &str, delimiter: Option<Delimiter>) -> Csv {
    let declared = Delimiter::declared(text);
    let skipped = declared.map_or(0, |(_, length)| length);
    let declared = declared.map(|(delimiter, _)| delimiter);
    let delimiter = delimiter.or(declared).unwrap_or_else(|| Delimiter::guess(text));
    let mut reader = Reader::new(text, delimiter);
    reader.at = skipped;
    reader.read(MOST_ROWS)
}

/// Reads at most so many rows, and says so where there are more.
#[must_use]
pub(super) fn read_rows(text: &str, delimiter: Delimiter, most: usize) -> Csv {
    Reader::new(text, delimiter).read(most)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    delimiter: Delimiter,
    grid: Grid,
    faults: Vec<Fault>,
}

/// Whether reading can go on.
type Read = Result<(), Fault>;

impl<'a> Reader<'a> {
    fn new(text: &'a str, delimiter: Delimiter) -> Self {
        Self { text, at: 0, line: 1, delimiter, grid: Grid::default(), faults: Vec::new() }
    }

    fn read(mut self, most: usize) -> Csv {
        if let Err(fault) = self.rows(most) {
            self.grid.abandon_row();
            self.faults.push(fault);
        }
        Csv { grid: self.grid, delimiter: self.delimiter, faults: self.faults }
    }

    fn rows(&mut self, most: usize) -> Read {
        while self.at < self.text.len() {
            if self.pass_line_end() {
                continue;
            }
            if self.grid.rows() == most {
                return Err(Fault::TooManyRows(most));
            }
            self.row()?;
        }
        Ok(())
    }

    fn row(&mut self) -> Read {
        let first_line = self.line;
        loop {
            self.cell(first_line)?;
            if self.next() != Some(self.delimiter.byte()) {
                break;
            }
            self.at += 1;
        }
        self.grid.end_row(first_line);
        self.pass_line_end();
        Ok(())
    }

    fn cell(&mut self, row: usize) -> Read {
        if self.next() == Some(b'"') {
            self.quoted(row)?;
        } else {
            self.pass_apostrophe(false);
            let plain = self.up_to_cell_end();
            self.grid.push(plain);
        }
        let cell = self.grid.open_cell();
        if cell.len() > MOST_CELL_CHARACTERS && cell.chars().nth(MOST_CELL_CHARACTERS).is_some() {
            return Err(Fault::CellTooLong(row));
        }
        self.grid.end_cell();
        Ok(())
    }

    fn quoted(&mut self, row: usize) -> Read {
        let opened = self.line;
        self.at += 1;
        self.pass_apostrophe(true);
        loop {
            let rest = &self.text[self.at..];
            let quote = rest.find('"').ok_or(Fault::UnclosedQuote(opened))?;
            let is_doubled = rest.as_bytes().get(quote + 1) == Some(&b'"');
            let piece = &rest[..quote + usize::from(is_doubled)];
            self.line += line_ends(piece);
            self.grid.push(piece);
            self.at += quote + 1 + usize::from(is_doubled);
            if !is_doubled {
                break;
            }
        }
        let stray = self.up_to_cell_end();
        if !stray.trim().is_empty() {
            let fault = Fault::TextAfterQuote(row);
            if self.faults.last() != Some(&fault) {
                self.faults.push(fault);
            }
            self.grid.push(stray);
        }
        Ok(())
    }

    /// Skips the apostrophe that keeps a spreadsheet from running text as a formula. Outside quotation
    /// marks a tab or line end would be the next delimiter, so there only signs count.
    fn pass_apostrophe(&mut self, is_quoted: bool) {
        let bytes = &self.text.as_bytes()[self.at..];
        let apostrophes = bytes.iter().take_while(|&&b| b == b'\'').count();
        let is_guard = apostrophes > 0
            && match bytes.get(apostrophes) {
                Some(b'=' | b'+' | b'-' | b'@') => true,
                Some(b'\t' | b'\r') => is_quoted,
                Some(_) | None => false,
            };
        self.at += usize::from(is_guard);
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn up_to_cell_end(&mut self) -> &'a str {
        let delimiter = self.delimiter.byte();
        let rest = &self.text[self.at..];
        let ends = |&byte: &u8| byte == delimiter || byte == b'\n' || byte == b'\r';
        let end = rest.as_bytes().iter().position(ends).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn pass_line_end(&mut self) -> bool {
        let length = match self.next() {
            Some(b'\r') if self.text.as_bytes().get(self.at + 1) == Some(&b'\n') => 2,
            Some(b'\r' | b'\n') => 1,
            Some(_) | None => return false,
        };
        self.at += length;
        self.line += 1;
        true
    }
}

/// How often a line ends in a piece of text; CR LF counts once.
fn line_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let lone_returns =
        bytes.iter().enumerate().filter(|&(i, &b)| b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
    lone_returns.count() + bytes.iter().filter(|&&b| b == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let grid = read(text, Some(Delimiter::Comma)).grid;
        let cells = |row| grid.cells(row).map(str::to_owned).collect();
        (0..grid.rows()).map(|row| (grid.number(row), cells(row))).collect()
    }

    fn faults(text: &str) -> Vec<Fault> {
        read(text, Some(Delimiter::Comma)).faults
    }

    #[test]
    fn rows_have_the_line_they_begin_in() {
        for (text, expected) in [
            ("a,b\nc,d\n", &[(1, &["a", "b"][..]), (2, &["c", "d"])][..]),
            ("a,b\r\nc,d", &[(1, &["a", "b"]), (2, &["c", "d"])]),
            ("a,b\rc,d\r", &[(1, &["a", "b"]), (2, &["c", "d"])]),
            ("\n\na\n\r\n,\n", &[(3, &["a"]), (5, &["", ""])]),
            ("\"x\r\ny\nz\rw\",1\nb,2", &[(1, &["x\r\ny\nz\rw", "1"]), (5, &["b", "2"])]),
            ("\"a \"\"b\"\" c\",\"\",\"\"\"\"", &[(1, &["a \"b\" c", "", "\""])]),
            ("5\" pipe,it's\n", &[(1, &["5\" pipe", "it's"])]),
            ("\"a\" ,b", &[(1, &["a", "b"])]),
            ("sep=;\na;b", &[(2, &["a;b"])]),
            ("'=1+1,'x,\"'-5\",''@a,'", &[(1, &["=1+1", "'x", "-5", "'@a", "'"])]),
            ("", &[]),
        ] {
            let expected: Vec<(usize, Vec<String>)> =
                expected.iter().map(|(n, cells)| (*n, cells.iter().map(|c| (*c).into()).collect())).collect();
            assert_eq!(rows(text), expected, "{text:?}");
        }
    }

    #[test]
    fn an_unclosed_quote_is_reported_where_it_opens_and_keeps_the_rows_before() {
        let text = "Risk,Impact\nA,3\n\"two\nlines\",4\nB,\"never closed\nC,3\n";
        assert_eq!(faults(text), [Fault::UnclosedQuote(5)]);
        assert_eq!(rows(text).len(), 3);
        assert_eq!(faults("\""), [Fault::UnclosedQuote(1)]);
    }

    #[test]
    fn stray_text_after_a_quote_is_kept_and_reported() {
        let text = "a\n\"He said \"hello\" to us\",3\n";
        assert_eq!(faults(text), [Fault::TextAfterQuote(2)]);
        assert_eq!(rows(text)[1].1, ["He said hello\" to us\"", "3"]);
    }

    #[test]
    fn a_flood_of_letters_or_rows_is_stopped_with_one_fault() {
        assert_eq!(faults(&"a".repeat(10 << 20)), [Fault::CellTooLong(1)]);
        assert_eq!(faults(&"a\n".repeat(100_000)), [Fault::TooManyRows(MOST_ROWS)]);
        assert_eq!(faults(&"€".repeat(MOST_CELL_CHARACTERS)), []);
        let commas = read(&",".repeat(10 << 20), None);
        assert_eq!((commas.grid.rows(), commas.grid.filled_width(0)), (1, 0));
    }
}
