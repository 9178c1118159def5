//! YAML as a tree, with the line of every part. The parser gives one event after another and builds
//! nothing; here the tree is built under limits, and whatever passes one is refused: depth, number of
//! parts, and aliases altogether, by which a short file can stand for an endless one. What the tree means
//! is next door in [`super::library`].

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::MatrixFault;

/// How deep a part may lie inside others; libraries need nine.
const MOST_DEPTH: usize = 32;

/// How many parts a file may have.
const MOST_PARTS: usize = 50_000;

/// One part of a file.
#[derive(Debug)]
pub(super) struct Node {
    /// The line in which it begins, counted from 1.
    pub(super) line: usize,
    pub(super) content: Content,
}

/// What a part is.
#[derive(Debug)]
pub(super) enum Content {
    /// A text or number as written; null is empty.
    Text(String),
    /// Parts in their order.
    List(Vec<Node>),
    /// Parts by name.
    Map(BTreeMap<String, Node>),
}

/// The tree of a file with one document.
pub(super) fn read(text: &str) -> Result<Node, MatrixFault> {
    let mut tree = Tree::default();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => tree.take(event, span.start.line())?,
            Err(error) => {
                let reason = format!("this is not YAML ({})", error.info());
                return Err(at(error.marker().line(), &reason));
            }
        }
    }
    tree.root.ok_or_else(|| at(1, "nothing is in the file"))
}

fn at(line: usize, reason: &str) -> MatrixFault {
    MatrixFault::new(format!("line {line}"), &reason)
}

/// A list or map that is not closed yet.
enum Open {
    List(usize, Vec<Node>),
    /// The name is that of the part that comes next.
    Map(usize, BTreeMap<String, Node>, Option<String>),
}

/// A tree under way.
#[derive(Default)]
struct Tree {
    open: Vec<Open>,
    root: Option<Node>,
    parts: usize,
}

impl Tree {
    fn take(&mut self, event: Event<'_>, line: usize) -> Result<(), MatrixFault> {
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) if self.root.is_some() => {
                Err(at(line, "a second document begins here; keep one in the file"))
            }
            Event::DocumentStart(_) => Ok(()),
            Event::Alias(_) => Err(at(line, "an alias (*) stands here; write out what it stands for")),
            Event::Scalar(text, style, ..) => {
                let is_null = style == ScalarStyle::Plain && ["~", "null", "Null", "NULL"].contains(&&*text);
                let text = if is_null { String::new() } else { text.into_owned() };
                self.place(Node { line, content: Content::Text(text) })
            }
            Event::SequenceStart(..) => self.open(Open::List(line, Vec::new()), line),
            Event::MappingStart(..) => self.open(Open::Map(line, BTreeMap::new(), None), line),
            Event::SequenceEnd | Event::MappingEnd => self.close(),
        }
    }

    fn open(&mut self, part: Open, line: usize) -> Result<(), MatrixFault> {
        if self.open.len() >= MOST_DEPTH {
            return Err(at(line, &format!("more than {MOST_DEPTH} lists lie one inside another here")));
        }
        self.open.push(part);
        Ok(())
    }

    fn close(&mut self) -> Result<(), MatrixFault> {
        match self.open.pop() {
            Some(Open::List(line, parts)) => self.place(Node { line, content: Content::List(parts) }),
            Some(Open::Map(line, parts, _)) => self.place(Node { line, content: Content::Map(parts) }),
            None => Ok(()),
        }
    }

    /// Puts a whole part where it belongs.
    fn place(&mut self, node: Node) -> Result<(), MatrixFault> {
        self.parts += 1;
        if self.parts > MOST_PARTS {
            return Err(at(node.line, &format!("the file has more than {MOST_PARTS} parts")));
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, parts)) => parts.push(node),
            Some(Open::Map(_, parts, name)) => match (name.take(), node.content) {
                (None, Content::Text(text)) if parts.contains_key(&text) => {
                    let reason = format!("\u{201c}{text}\u{201d} stands here a second time");
                    return Err(at(node.line, &reason));
                }
                (None, Content::Text(text)) => *name = Some(text),
                (None, Content::List(_) | Content::Map(_)) => {
                    return Err(at(node.line, "a list stands here in place of a name"));
                }
                (Some(name), content) => drop(parts.insert(name, Node { line: node.line, content })),
            },
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    /// The tree on one line.
    fn shown(node: &Node) -> String {
        match &node.content {
            Content::Text(text) => format!("{}={text}", node.line),
            Content::List(parts) => format!("[{}]", parts.iter().map(shown).collect::<Vec<_>>().join(" ")),
            Content::Map(parts) => {
                let parts: Vec<String> =
                    parts.iter().map(|(name, n)| format!("{name}:{}", shown(n))).collect();
                format!("{{{}}}", parts.join(" "))
            }
        }
    }

    #[test]
    fn every_usual_way_of_writing_gives_the_same_tree() {
        for (text, tree) in [
            ("a: 1\nb:\n- - 0\n  - 'x y'\n- []\n", "{a:1=1 b:[[3=0 4=x y] []]}"),
            ("{\"a\":1,\"b\":[[0,\"x y\"],[]]}", "{a:1=1 b:[[1=0 1=x y] []]}"),
            ("--- # note\na: ~\nb: \"\\u00e9 \\\"\"\n...\n", "{a:2= b:3=é \"}"),
            ("a: |\n  two\n  lines\nb: '~'", "{a:2=two\nlines\n b:4=~}"),
            ("&x a: !!str 1", "{a:1=1}"),
        ] {
            assert_eq!(read(text).map(|node| shown(&node)), Ok(tree.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_refused_is_refused_with_its_line() {
        let deep = "- ".repeat(40);
        let wide = "- a\n".repeat(60_000);
        for (text, said) in [
            ("# nothing\n", "line 1: nothing is in the file"),
            ("a: 1\na: 2\n", "line 2: “a” stands here a second time"),
            ("a: &x [1]\nb: *x\n", "line 2: an alias (*) stands here; write out what it stands for"),
            ("? [a]\n: 1\n", "line 1: a list stands here in place of a name"),
            ("a: 1\n---\nb: 2\n", "line 2: a second document begins here; keep one in the file"),
            ("a: 1\n b: 2\n", "line 2: this is not YAML ("),
            ("a: 'never closed\n", "line 1: this is not YAML ("),
            (&deep, "line 1: more than 32 lists lie one inside another here"),
            (&"[".repeat(40), "line 1: more than 32 lists lie one inside another here"),
            (&"{".repeat(300), "line 1: "),
            (&wide, "line 50001: the file has more than 50000 parts"),
        ] {
            let error = read(text).expect_err(said).to_string();
            assert!(error.starts_with(said), "{error}");
        }
    }

    #[test]
    fn hostile_files_are_answered_at_once() {
        let laughs =
            "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\n";
        assert!(read(laughs).is_err());
        for (pattern, is_refused) in [
            ("[", true),
            ("{", true),
            ("- ", true),
            ("? ", true),
            (": ", true),
            ("a: ", true),
            ("&a ", true),
            ("!x ", true),
            ("\"\\\n", true),
            ("%", true),
            ("---\n", true),
            ("\t", true),
            ("'", false),
            ("|\n", false),
            ("a\n", false),
        ] {
            let text = pattern.repeat((1 << 20) / pattern.len());
            let start = Instant::now();
            assert_eq!(read(&text).is_err(), is_refused, "{pattern:?}");
            // A fraction of a second when optimised; tests are not, and share their machine.
            assert!(start.elapsed() < Duration::from_secs(10), "{pattern:?} took {:?}", start.elapsed());
        }
    }
}
