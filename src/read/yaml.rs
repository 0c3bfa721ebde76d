//! The one wrapper around the YAML parser: text in, a tree whose every node knows its bytes out.
//!
//! The tree keeps scalars as they are written, so that a number stays exact and `no` stays a word; what
//! a scalar means is decided by whoever asks for it. Anchors and aliases are shared, never copied, and
//! the size that they would have if copied counts against the budget.
//!
//! Budgets, set for files that people write by hand: the largest honest file seen so far, ten years of
//! daily readings by channel, is a tenth of each.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, StructureStyle};

use super::{braces, conflict, pasted};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{FileIndex, Place};

/// The largest file read, in bytes.
pub(crate) const LARGEST_FILE: usize = 32 << 20;
/// The most nodes of a file, aliases counted at the size of what they repeat.
const MOST_NODES: usize = 2_000_000;
/// The deepest nesting.
const DEEPEST: usize = 64;

/// A parsed file, or a tree that was put together from several.
pub(crate) struct Document<'s> {
    nodes: Vec<NodeData<'s>>,
    /// Items of sequences, and keys and values of mappings by turns.
    children: Vec<u32>,
    root: u32,
}

struct NodeData<'s> {
    place: Place,
    kind: Kind<'s>,
}

enum Kind<'s> {
    Scalar { text: Cow<'s, str>, is_plain: bool },
    Sequence { first: u32, count: u32 },
    Mapping { first: u32, count: u32 },
}

/// A node of a parsed file.
#[derive(Clone, Copy)]
pub(crate) struct Node<'d> {
    document: &'d Document<'d>,
    index: u32,
}

/// The three shapes of a node.
pub(crate) enum Shape<'d> {
    Scalar(Scalar<'d>),
    Sequence,
    Mapping,
}

/// A scalar as it is written.
#[derive(Clone, Copy)]
pub(crate) struct Scalar<'d> {
    pub(crate) text: &'d str,
    /// Neither quoted nor a block: only such a scalar can be a number or nothing.
    pub(crate) is_plain: bool,
}

impl Scalar<'_> {
    /// Whether the scalar stands for no value: empty, `~` or `null`.
    pub(crate) fn is_nothing(self) -> bool {
        self.is_plain && matches!(self.text, "" | "~" | "null" | "Null" | "NULL")
    }
}

impl<'d> Node<'d> {
    fn data(self) -> &'d NodeData<'d> {
        &self.document.nodes[self.index as usize]
    }

    pub(crate) fn place(self) -> Place {
        self.data().place
    }

    pub(crate) fn shape(self) -> Shape<'d> {
        match &self.data().kind {
            Kind::Scalar { text, is_plain } => Shape::Scalar(Scalar {
                text,
                is_plain: *is_plain,
            }),
            Kind::Sequence { .. } => Shape::Sequence,
            Kind::Mapping { .. } => Shape::Mapping,
        }
    }

    pub(crate) fn scalar(self) -> Option<Scalar<'d>> {
        match self.shape() {
            Shape::Scalar(scalar) => Some(scalar),
            Shape::Sequence | Shape::Mapping => None,
        }
    }

    /// The items of a sequence; none of anything else.
    pub(crate) fn items(self) -> impl Iterator<Item = Node<'d>> {
        let range = match self.data().kind {
            Kind::Sequence { first, count } => first..first + count,
            Kind::Mapping { .. } | Kind::Scalar { .. } => 0..0,
        };
        self.nodes(range)
    }

    /// Keys and values of a mapping, in the order written; none of anything else.
    pub(crate) fn entries(self) -> impl ExactSizeIterator<Item = (Node<'d>, Node<'d>)> {
        let (first, count) = match self.data().kind {
            Kind::Mapping { first, count } => (first, count),
            Kind::Sequence { .. } | Kind::Scalar { .. } => (0, 0),
        };
        (0..count).map(move |position| {
            let key = first + 2 * position;
            (self.child(key), self.child(key + 1))
        })
    }

    fn nodes(self, range: std::ops::Range<u32>) -> impl Iterator<Item = Node<'d>> {
        range.map(move |index| self.child(index))
    }

    fn child(self, index: u32) -> Node<'d> {
        Node {
            document: self.document,
            index: self.document.children[index as usize],
        }
    }
}

#[cfg(test)]
impl PartialEq for Node<'_> {
    /// The same values, written at the same places.
    fn eq(&self, other: &Self) -> bool {
        let is_shape_same = match (self.shape(), other.shape()) {
            (Shape::Scalar(one), Shape::Scalar(two)) => {
                one.text == two.text && one.is_plain == two.is_plain
            }
            (Shape::Sequence, Shape::Sequence) | (Shape::Mapping, Shape::Mapping) => true,
            _ => false,
        };
        is_shape_same
            && self.place() == other.place()
            && self.items().eq(other.items())
            && self.entries().eq(other.entries())
    }
}

impl<'s> Document<'s> {
    /// The outermost node.
    pub(crate) fn root<'d>(&'d self) -> Node<'d>
    where
        's: 'd,
    {
        Node {
            document: self,
            index: self.root,
        }
    }
}

/// A tree put together from its leaves up, whose nodes may come from several files.
#[derive(Default)]
pub(crate) struct Assembly<'s> {
    nodes: Vec<NodeData<'s>>,
    children: Vec<u32>,
}

impl<'s> Assembly<'s> {
    /// An assembly that will have as many nodes, each of which is one's child.
    pub(crate) fn with_capacity(nodes: usize) -> Self {
        Assembly {
            nodes: Vec::with_capacity(nodes),
            children: Vec::with_capacity(nodes),
        }
    }

    pub(crate) fn scalar(&mut self, place: Place, text: Cow<'s, str>, is_plain: bool) -> u32 {
        self.add(place, Kind::Scalar { text, is_plain })
    }

    pub(crate) fn sequence(&mut self, place: Place, items: &[u32]) -> u32 {
        let (first, count) = self.add_children(items);
        self.add(place, Kind::Sequence { first, count })
    }

    /// A mapping of these keys and values, by turns.
    pub(crate) fn mapping(&mut self, place: Place, entries: &[u32]) -> u32 {
        let (first, count) = self.add_children(entries);
        let count = count / 2;
        self.add(place, Kind::Mapping { first, count })
    }

    /// Gives a collection, added when it began, its children and its end.
    pub(crate) fn close(&mut self, node: u32, end: u32, is_mapping: bool, children: &[u32]) {
        let (first, count) = self.add_children(children);
        let data = &mut self.nodes[node as usize];
        data.place.end = end.max(data.place.end);
        data.kind = match is_mapping {
            true => Kind::Mapping {
                first,
                count: count / 2,
            },
            false => Kind::Sequence { first, count },
        };
    }

    pub(crate) fn finish(self, root: u32) -> Document<'s> {
        Document {
            nodes: self.nodes,
            children: self.children,
            root,
        }
    }

    fn add_children(&mut self, children: &[u32]) -> (u32, u32) {
        let first = index(self.children.len());
        self.children.extend(children);
        (first, index(children.len()))
    }

    fn add(&mut self, place: Place, kind: Kind<'s>) -> u32 {
        self.nodes.push(NodeData { place, kind });
        index(self.nodes.len() - 1)
    }
}

fn index(position: usize) -> u32 {
    u32::try_from(position).expect("memory ends long before four billion nodes")
}

/// Parses one file. `None` when it is not YAML that is read here; the reason is then among the diagnostics.
/// Duplicate keys are noted and the tree is given all the same.
pub(crate) fn parse<'s>(
    file: FileIndex,
    text: &'s str,
    diagnostics: &mut Diagnostics,
) -> Option<Document<'s>> {
    if text.len() > LARGEST_FILE {
        diagnostics.push(over_budget(
            Place {
                file,
                start: 0,
                end: 0,
            },
            "size",
        ));
        return None;
    }
    if let Some(at) = conflict::mark_in(text) {
        let bounded = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let place = Place {
            file,
            start: bounded(at),
            end: bounded(at + conflict::LENGTH),
        };
        diagnostics.push(*syntax(place, "conflict", "help-conflict"));
        return None;
    }
    let mut builder = Builder::new(file, diagnostics);
    match builder.run(text) {
        Ok(()) => Some(builder.finish()),
        Err(problem) => {
            diagnostics.push(*problem);
            None
        }
    }
}

struct Builder<'s, 'p> {
    file: FileIndex,
    diagnostics: &'p mut Diagnostics,
    nodes: Vec<NodeData<'s>>,
    children: Vec<u32>,
    /// Nodes of each node's subtree, aliases at full size.
    sizes: Vec<u32>,
    /// Collections that are still open, each with where its children begin in `pending`.
    open: Vec<Open>,
    pending: Vec<u32>,
    anchors: HashMap<usize, u32>,
    total: usize,
    documents: usize,
    root: Option<u32>,
}

struct Open {
    node: u32,
    pending_from: usize,
    anchor: usize,
    is_mapping: bool,
    /// Between brackets or braces.
    is_flow: bool,
}

type Found = Result<(), Box<Diagnostic>>;

impl<'s, 'p> Builder<'s, 'p> {
    fn new(file: FileIndex, diagnostics: &'p mut Diagnostics) -> Self {
        Builder {
            file,
            diagnostics,
            nodes: Vec::new(),
            children: Vec::new(),
            sizes: Vec::new(),
            open: Vec::new(),
            pending: Vec::new(),
            anchors: HashMap::new(),
            total: 0,
            documents: 0,
            root: None,
        }
    }

    fn run(&mut self, text: &'s str) -> Found {
        let options = granit_parser::options! {
            disallow_directives: true,
            emit_unresolved_aliases: true,
            emit_comments: false,
            flow_nesting_limit: DEEPEST,
            block_nesting_limit: DEEPEST,
        };
        for next in Parser::new_from_str_with_options(text, options) {
            let (event, span) = next.map_err(|error| self.syntax(&error, text))?;
            self.event(event, span, text)?;
        }
        Ok(())
    }

    fn event(&mut self, event: Event<'s>, span: Span, text: &str) -> Found {
        let place = self.place(&span);
        if event.tag().is_some() {
            return Err(self.feature(tag_before(place, text), "tag"));
        }
        if self.is_at_margin(&event, place, text) {
            return Err(syntax(
                self.point(place.start as usize),
                "indent",
                "help-indent",
            ));
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(self.feature(place, "documents"));
                }
            }
            Event::Scalar(text, style, anchor, _) => {
                if let Some(letter) = hidden_in(&text) {
                    let problem = self.feature(place, "control");
                    return Err(Box::new(problem.with("letter", code_point(letter))));
                }
                let is_plain = style == ScalarStyle::Plain;
                let node = self.add(place, Kind::Scalar { text, is_plain })?;
                self.complete(node, anchor);
            }
            Event::SequenceStart(style, anchor, _) => self.begin(place, anchor, (false, style))?,
            Event::MappingStart(style, anchor, _) => self.begin(place, anchor, (true, style))?,
            Event::SequenceEnd | Event::MappingEnd => self.end(place),
            Event::Alias(anchor) => {
                let Some(&target) = self.anchors.get(&anchor) else {
                    return Err(self.feature(place, "recursion"));
                };
                self.total += self.sizes[target as usize] as usize;
                if self.total > MOST_NODES {
                    return Err(Box::new(over_budget(place, "aliases")));
                }
                self.pending.push(target);
            }
            Event::UnresolvedAlias(name) => {
                let problem = Diagnostic::error(Code::YamlSyntax, place)
                    .with("class", "alias")
                    .with("name", name)
                    .help("help-alias");
                return Err(Box::new(problem));
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether an event is an item at the very margin of brackets that stand in an indented place, which the parser
    /// lets pass. What closes them may stand there: people write it so, and it is clear.
    fn is_at_margin(&self, event: &Event<'_>, place: Place, text: &str) -> bool {
        let begins_item = !matches!(event, Event::SequenceEnd | Event::MappingEnd);
        let before = (place.start as usize).checked_sub(1);
        begins_item
            && self.open.last().is_some_and(|open| open.is_flow)
            && before.is_some_and(|before| text.as_bytes().get(before) == Some(&b'\n'))
            && place.end > place.start
            && self.open.iter().any(|open| !open.is_flow)
    }

    fn add(&mut self, place: Place, kind: Kind<'s>) -> Result<u32, Box<Diagnostic>> {
        self.total += 1;
        if self.total > MOST_NODES {
            return Err(Box::new(over_budget(place, "nodes")));
        }
        let index = u32::try_from(self.nodes.len()).expect("the budget is far below");
        self.nodes.push(NodeData { place, kind });
        self.sizes.push(1);
        Ok(index)
    }

    fn begin(
        &mut self,
        place: Place,
        anchor: usize,
        (is_mapping, style): (bool, StructureStyle),
    ) -> Found {
        if self.open.len() >= DEEPEST {
            return Err(Box::new(over_budget(place, "depth")));
        }
        let kind = Kind::Sequence { first: 0, count: 0 };
        let node = self.add(place, kind)?;
        self.open.push(Open {
            node,
            pending_from: self.pending.len(),
            anchor,
            is_mapping,
            is_flow: style == StructureStyle::Flow,
        });
        Ok(())
    }

    fn end(&mut self, place: Place) {
        let open = self
            .open
            .pop()
            .expect("the parser closes only what it opened");
        let own = self.pending.split_off(open.pending_from);
        let first = u32::try_from(self.children.len()).expect("the budget is far below");
        let length = u32::try_from(own.len()).expect("the budget is far below");
        let kind = if open.is_mapping {
            self.note_duplicates(&own);
            Kind::Mapping {
                first,
                count: length / 2,
            }
        } else {
            Kind::Sequence {
                first,
                count: length,
            }
        };
        let size: usize = own
            .iter()
            .map(|child| self.sizes[*child as usize] as usize)
            .sum();
        self.sizes[open.node as usize] = u32::try_from(size + 1).unwrap_or(u32::MAX);
        self.children.extend(own);
        let data = &mut self.nodes[open.node as usize];
        data.kind = kind;
        data.place.end = place.end.max(data.place.end);
        self.complete(open.node, open.anchor);
    }

    fn complete(&mut self, node: u32, anchor: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, node);
        }
        if self.open.is_empty() {
            self.root = Some(node);
        } else {
            self.pending.push(node);
        }
    }

    fn note_duplicates(&mut self, own: &[u32]) {
        let mut seen = Seen::of(own.len() / 2);
        let mut found = Vec::new();
        for key in own.iter().step_by(2) {
            if let Kind::Scalar { text, .. } = &self.nodes[*key as usize].kind
                && let Some(first) = seen.first(text, *key)
            {
                found.push((first, *key, text.to_string()));
            }
        }
        for (first, again, name) in found {
            let problem = Diagnostic::error(Code::DuplicateKey, self.node_place(again))
                .with("key", name)
                .help("help")
                .related(self.node_place(first), "first");
            self.diagnostics.push(problem);
        }
    }

    fn node_place(&self, node: u32) -> Place {
        self.nodes[node as usize].place
    }

    fn place(&self, span: &Span) -> Place {
        let range = span.byte_range().unwrap_or(0..0);
        Place {
            file: self.file,
            start: u32::try_from(range.start).unwrap_or(u32::MAX),
            end: u32::try_from(range.end).unwrap_or(u32::MAX),
        }
    }

    fn feature(&self, place: Place, feature: &'static str) -> Box<Diagnostic> {
        let problem = Diagnostic::error(Code::YamlFeature, place).with("feature", feature);
        Box::new(problem.help(match feature {
            "tag" => "help-tag",
            "documents" => "help-documents",
            "control" => "help-control",
            _ => "help-recursion",
        }))
    }

    fn syntax(&self, error: &ScanError, text: &str) -> Box<Diagnostic> {
        let offset = error.marker().byte_offset().unwrap_or(text.len());
        let offset = last_written(text, offset);
        let place = self.point(offset);
        let bracket = self.bracket_left_open(text, offset);
        let line = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
        if let Some(comment) = comment_in_brackets(text, bracket.unwrap_or(line)) {
            return syntax(self.point(comment), "comment", "help-comment");
        }
        if let Some(slip) = braces::slip(text, offset) {
            return Box::new(self.slip(slip));
        }
        if let Some(bracket) = bracket {
            return Box::new(unclosed(self.point(bracket), place));
        }
        let (class, help) = match error.kind() {
            ErrorKind::RecursionLimitExceeded => return Box::new(over_budget(place, "depth")),
            ErrorKind::DirectiveDisallowed => return self.feature(place, "documents"),
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar
            | ErrorKind::InvalidBlockEntryWhitespace
            | ErrorKind::InvalidMappingValueWhitespace => ("tab", "help-tab"),
            ErrorKind::UnclosedQuotedScalar
            | ErrorKind::InvalidTrailingSingleQuotedScalar
            | ErrorKind::InvalidTrailingDoubleQuotedScalar
            | ErrorKind::DocumentIndicatorInQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent => ("quote", "help-quote"),
            ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => {
                ("escape", "help-escape")
            }
            ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::MisplacedFlowCollectionEnd
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping => ("bracket", "help-bracket"),
            ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
                ("colon", "help-colon")
            }
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => ("key", "help-key"),
            ErrorKind::InvalidIndentation
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::MappingKeyNotAllowed
            | ErrorKind::BlockSequenceEntryNotAllowed
            | ErrorKind::InvalidBlockScalarIndent => ("indent", "help-indent"),
            ErrorKind::UnexpectedCharacter { .. } => ("character", "help-character"),
            _ => ("other", "help-other"),
        };
        // A line that a tab indents is told of by what it does to the line above.
        if matches!(class, "colon" | "key" | "indent" | "character" | "other")
            && let Some(tab) = tab_at_margin(text, offset, 1)
        {
            return syntax(self.point(tab), "tab", "help-tab");
        }
        if matches!(class, "colon" | "key" | "indent" | "character" | "other")
            && let Some((pasted, at)) = pasted::before(text, offset)
        {
            return Box::new(pasted.problem(self.point(at)));
        }
        let place = match class {
            "tab" => {
                // Of a value that goes on over several lines the parser tells where it begins.
                const LINES: usize = 20;
                let below = || tab_at_margin(text, offset, LINES);
                let tab = tab_before(text, offset).or_else(below);
                self.point(tab.unwrap_or(offset))
            }
            "escape" => self.point(wrong_escape(text, offset)),
            _ => place,
        };
        syntax(place, class, help)
    }

    /// What to say of a slip between braces.
    fn slip(&self, slip: braces::Slip) -> Diagnostic {
        let (class, at) = match &slip {
            braces::Slip::Text { at, .. } => ("unquoted", at),
            braces::Slip::Comma { at } => ("comma", at),
        };
        let place = Place {
            start: self.point(at.start).start,
            end: self.point(at.end).start,
            ..self.point(at.start)
        };
        let problem = Diagnostic::error(Code::YamlSyntax, place).with("class", class);
        match slip {
            braces::Slip::Text { mended, .. } => problem
                .with("name", "")
                .with("known", mended)
                .help("help-unquoted"),
            braces::Slip::Comma { .. } => problem.with("name", "").help("help-missing-comma"),
        }
    }

    /// Where the innermost bracket or brace opens that is still open and began on an earlier line: what
    /// the parser stumbles over further down is most often its missing end.
    fn bracket_left_open(&self, text: &str, offset: usize) -> Option<usize> {
        let innermost = self.open.last();
        let start = innermost.map(|open| self.node_place(open.node).start as usize);
        let left_open = start.filter(|start| {
            let is_bracket = text[*start..].starts_with(['[', '{']);
            is_bracket
                && text
                    .get(*start..offset)
                    .is_some_and(|between| between.contains('\n'))
        });
        // Of a bracket that may begin a key the parser tells only once it knows.
        left_open.or_else(|| bracket_open_above(text, offset))
    }

    fn point(&self, offset: usize) -> Place {
        let start = u32::try_from(offset).unwrap_or(u32::MAX);
        Place {
            file: self.file,
            start,
            end: start,
        }
    }

    fn finish(mut self) -> Document<'s> {
        let root = match self.root {
            Some(root) => root,
            None => {
                // An empty file is a mapping with nothing in it; what is missing is said by the reader.
                self.nodes.push(NodeData {
                    place: self.point(0),
                    kind: Kind::Scalar {
                        text: Cow::Borrowed(""),
                        is_plain: true,
                    },
                });
                u32::try_from(self.nodes.len() - 1).expect("the budget is far below")
            }
        };
        Document {
            nodes: self.nodes,
            children: self.children,
            root,
        }
    }
}

/// The keys of a mapping seen so far. Most mappings have a handful, which are compared sooner than hashed.
pub(crate) struct Seen<'k> {
    few: Vec<(&'k str, u32)>,
    many: HashMap<&'k str, u32>,
}

impl<'k> Seen<'k> {
    const FEW: usize = 12;

    /// Of a mapping that has so many.
    pub(crate) fn of(count: usize) -> Seen<'k> {
        Seen {
            few: Vec::with_capacity(count.min(Self::FEW)),
            many: HashMap::new(),
        }
    }

    /// What the same key was seen with; where it is new, it is kept with `node`.
    pub(crate) fn first(&mut self, key: &'k str, node: u32) -> Option<u32> {
        let known = self.few.iter().find(|(few, _)| *few == key);
        if let Some((_, first)) = known {
            return Some(*first);
        }
        if self.few.len() < Self::FEW {
            self.few.push((key, node));
            return None;
        }
        match self.many.entry(key) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(place) => {
                place.insert(node);
                None
            }
        }
    }
}

/// The first letter of a text that [`is_hidden`]. Hardly any text holds a byte that one could begin with.
fn hidden_in(text: &str) -> Option<char> {
    let may_begin_one = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xe2);
    if !text.bytes().any(may_begin_one) {
        return None;
    }
    text.chars().find(|letter| is_hidden(*letter))
}

/// Controls of the terminal, and marks that reorder what is read: no text of a person holds them.
pub(crate) fn is_hidden(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t' | '\r'))
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// A letter that cannot be seen, by the number that others know it by: `U+202E`.
pub(crate) fn code_point(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}

/// An error at the end of the file, or on an empty line, is shown where something is written.
fn last_written(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    if text[offset..].trim().is_empty() {
        return text[..offset].trim_end().len();
    }
    offset
}

/// What is wrong is of this class.
fn syntax(place: Place, class: &'static str, help: &'static str) -> Box<Diagnostic> {
    let problem = Diagnostic::error(Code::YamlSyntax, place);
    Box::new(problem.with("class", class).with("name", "").help(help))
}

/// A bracket or brace without its end, and where that was noticed.
fn unclosed(bracket: Place, noticed: Place) -> Diagnostic {
    Diagnostic::error(Code::YamlSyntax, bracket)
        .with("class", "unclosed")
        .with("name", "")
        .help("help-unclosed")
        .related(noticed, "noticed")
}

/// Where on a line that opens a bracket or brace a comment takes away what closes it: `{accent: #c2410c}`.
fn comment_in_brackets(text: &str, from: usize) -> Option<usize> {
    let line = text[from..].lines().next()?;
    let mut quote = None;
    let (mut depth, mut last) = (0_u32, ' ');
    for (at, letter) in line.char_indices() {
        let begins_token = last.is_whitespace() || matches!(last, '[' | '{' | ',');
        match letter {
            _ if quote.is_some() => quote = quote.filter(|quote| *quote != letter),
            '"' | '\'' if begins_token => quote = Some(letter),
            '#' if last.is_whitespace() => {
                let rest = &line[at + 1..];
                let is_text = rest.starts_with(|next: char| next.is_alphanumeric());
                return (depth > 0 && is_text && rest.contains([']', '}'])).then_some(from + at);
            }
            '[' | '{' if begins_token => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        last = letter;
    }
    None
}

/// The innermost bracket or brace that the few lines above `offset` leave open, quotes and comments aside.
fn bracket_open_above(text: &str, offset: usize) -> Option<usize> {
    const LINES: usize = 4;
    let above = &text[..offset];
    let newlines: Vec<usize> = above
        .rmatch_indices('\n')
        .map(|(at, _)| at)
        .take(LINES)
        .collect();
    let until = *newlines.first()?;
    let from = match newlines.get(LINES - 1) {
        Some(newline) => newline + 1,
        None => 0,
    };
    let mut open = Vec::new();
    let mut quote = None;
    let mut is_comment = false;
    let mut last = ' ';
    for (at, letter) in text[from..until].char_indices() {
        let begins_token = last.is_whitespace() || matches!(last, '[' | '{' | ',');
        match letter {
            '\n' => is_comment = false,
            _ if is_comment => {}
            _ if quote.is_some() => quote = quote.filter(|quote| *quote != letter),
            '"' | '\'' if begins_token => quote = Some(letter),
            '#' if last.is_whitespace() => is_comment = true,
            '[' | '{' if begins_token => open.push(from + at),
            ']' | '}' => {
                open.pop();
            }
            _ => {}
        }
        last = letter;
    }
    open.pop()
}

/// Where the tag begins that stands before a value on its line.
fn tag_before(place: Place, text: &str) -> Place {
    let before = text.get(..place.start as usize).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let Some(tag) = before[line_start..].rfind(" !") else {
        return place;
    };
    let start = line_start + tag + 1;
    let end = start + before[start..].find(' ').unwrap_or(before.len() - start);
    Place {
        file: place.file,
        start: u32::try_from(start).unwrap_or(u32::MAX),
        end: u32::try_from(end).unwrap_or(u32::MAX),
    }
}

/// The first tab in the indentation of the line that `offset` is on, or of one of the next, up to so many.
fn tab_at_margin(text: &str, offset: usize, next: usize) -> Option<usize> {
    let mut start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    for line in text[start..].split_inclusive('\n').take(next + 1) {
        let written = line.trim_start_matches([' ', '\t']);
        let is_empty = written.trim().is_empty() || written.starts_with('#');
        let margin = &line[..line.len() - written.len()];
        if let Some(tab) = margin.find('\t').filter(|_| !is_empty) {
            return Some(start + tab);
        }
        start += line.len();
    }
    None
}

/// The first tab of the line that `offset` is on, before it.
fn tab_before(text: &str, offset: usize) -> Option<usize> {
    let line_start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    let tab = text[line_start..offset].find('\t')?;
    Some(line_start + tab)
}

/// The backslash, in the quoted text that begins at `offset`, of an escape that YAML does not know.
fn wrong_escape(text: &str, offset: usize) -> usize {
    const KNOWN: &str = "0abt\tnvfre \"/\\N_LPxuU\n\r";
    let mut letters = text[offset..].char_indices();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\'
            && let Some((_, escaped)) = letters.next()
            && !KNOWN.contains(escaped)
        {
            return offset + at;
        }
    }
    offset
}

/// Something nested deeper than any file may be.
pub(crate) fn too_deep(place: Place) -> Diagnostic {
    over_budget(place, "depth")
}

fn over_budget(place: Place, budget: &'static str) -> Diagnostic {
    let problem = Diagnostic::error(Code::YamlBudget, place).with("budget", budget);
    match budget {
        "size" => problem.with("most", LARGEST_FILE >> 20).help("help-size"),
        "depth" => problem.with("most", DEEPEST).help("help-depth"),
        "aliases" => problem.with("most", MOST_NODES).help("help-aliases"),
        _ => problem.with("most", MOST_NODES).help("help-size"),
    }
}
