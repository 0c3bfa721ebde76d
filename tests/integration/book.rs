//! The documentation: two books, one in each language, with the same pages in the same order.
//!
//! Every page is in `SUMMARY.md` and found by listing the folder; what it links to is there; its commands are run.
//! `REGUA_PAGES=write` puts the pages of a folder that has a `README.md`, such as those of the codes, below it in
//! `SUMMARY.md`.

use std::collections::{BTreeSet, HashSet};

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options};

use crate::pages::{blocks, follow};
use crate::support::{files_below, repository};

/// A book by its folder in `docs/`.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Book(&'static str);

const ENGLISH: Book = Book("en");
const PORTUGUESE: Book = Book("pt-BR");
const BOOKS: [Book; 2] = [ENGLISH, PORTUGUESE];

/// Pages whose commands another test runs: at a terminal, in a repository with branches.
const RUN_ELSEWHERE: [&str; 4] = [
    "docs/en/quarter.md",
    "docs/pt-BR/trimestre.md",
    "docs/en/howto/ci.md",
    "docs/pt-BR/como-fazer/ci.md",
];

/// Folders and pages that the program writes: they name no page of the other book.
const WRITTEN: [&str; 8] = [
    "codes/",
    "codigos/",
    "concepts/",
    "conceitos/",
    "reference/commands.md",
    "referencia/comandos.md",
    "reference/formats.md",
    "referencia/formatos.md",
];

/// Where documents may lead to within the repository, beside the books.
const PUBLISHED: &str = "docs/schema/";

impl Book {
    /// Its folder, from the top of the repository.
    fn folder(self) -> String {
        format!("docs/{}", self.0)
    }

    fn other(self) -> Book {
        if self == ENGLISH { PORTUGUESE } else { ENGLISH }
    }

    /// A file of it as text.
    fn read(self, file: &str) -> String {
        read(&format!("{}/{file}", self.folder()))
    }

    /// Every page by its path in the book, sorted.
    fn pages(self) -> Vec<String> {
        let files = files_below(&repository().join(self.folder()));
        let is_page = |file: &String| file.ends_with(".md") && file != "SUMMARY.md";
        files.into_iter().filter(is_page).collect()
    }

    /// The pages in the order of `SUMMARY.md`.
    fn summary(self) -> Vec<String> {
        Document::new(&self.read("SUMMARY.md")).targets
    }
}

/// A file of the repository as text.
fn read(path: &str) -> String {
    std::fs::read_to_string(repository().join(path)).unwrap_or_else(|_| panic!("{path} is there"))
}

/// What of a page others may care for.
struct Document {
    /// What its links and pictures lead to.
    targets: Vec<String>,
    /// The headings by the names under which they are linked to.
    anchors: HashSet<String>,
    /// Pictures without a text in their place.
    silent: Vec<String>,
}

impl Document {
    fn new(text: &str) -> Document {
        let arena = Arena::new();
        let mut options = Options::default();
        options.extension.table = true;
        let root = comrak::parse_document(&arena, text, &options);
        let mut document = Document {
            targets: Vec::new(),
            anchors: HashSet::new(),
            silent: Vec::new(),
        };
        for node in root.descendants() {
            match &node.data.borrow().value {
                NodeValue::Link(link) => document.targets.push(link.url.clone()),
                NodeValue::Image(link) => {
                    document.targets.push(link.url.clone());
                    if words(node).trim().is_empty() {
                        document.silent.push(link.url.clone());
                    }
                }
                NodeValue::Heading(_) => document.add_anchor(&anchor(&words(node))),
                _ => {}
            }
        }
        document
    }

    /// A name that is taken gets the first free number.
    fn add_anchor(&mut self, name: &str) {
        let numbered = (1..).map(|number| format!("{name}-{number}"));
        let free = std::iter::once(name.to_owned())
            .chain(numbered)
            .find(|name| !self.anchors.contains(name));
        self.anchors.extend(free);
    }
}

/// The words below a node.
fn words<'a>(node: &'a AstNode<'a>) -> String {
    let mut words = String::new();
    for below in node.descendants() {
        match &below.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// The name under which a heading is linked to, in mdBook as on a code host.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().to_lowercase();
    let kept = kept.chars().filter_map(|letter| match letter {
        '_' | '-' => Some(letter),
        letter if letter.is_alphanumeric() => Some(letter),
        letter => letter.is_whitespace().then_some('-'),
    });
    kept.collect()
}

/// A path from the top of the repository, with `..` taken; `None` where it leads out of it.
fn path(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop()?;
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Why a link of a document leads nowhere.
fn broken(from: &str, document: &Document, target: &str) -> Option<String> {
    if target.starts_with("https://") {
        return None;
    }
    let (file, named) = target.split_once('#').unwrap_or((target, ""));
    let file = match file {
        "" => from.to_owned(),
        file => match path(from, file) {
            Some(file) => file,
            None => return Some(format!("{from}: {target} leads out of the repository")),
        },
    };
    if !repository().join(&file).exists() {
        return Some(format!("{from}: {target} is not there"));
    }
    let is_of_books = |path: &str| {
        BOOKS.iter().any(|book| path.starts_with(&book.folder())) || path.starts_with(PUBLISHED)
    };
    if is_of_books(from) && !is_of_books(&file) {
        return Some(format!("{from}: {target} is in no book"));
    }
    let is_named = match (named, file == from) {
        ("", _) => true,
        (named, true) => document.anchors.contains(named),
        (named, false) => Document::new(&read(&file)).anchors.contains(named),
    };
    (!is_named).then(|| format!("{from}: {target} names no heading"))
}

#[test]
fn every_page_is_in_the_summary_of_its_book() {
    for book in BOOKS {
        if std::env::var("REGUA_PAGES").is_ok_and(|value| value == "write") {
            let path = repository().join(book.folder()).join("SUMMARY.md");
            std::fs::write(path, with_folders(book)).expect("files can be written");
        }
        let mut listed = book.summary();
        listed.sort();
        assert_eq!(listed, book.pages(), "{}/SUMMARY.md", book.folder());
        assert_eq!(
            with_folders(book),
            book.read("SUMMARY.md"),
            "REGUA_PAGES=write"
        );
    }
}

/// `SUMMARY.md` with the pages of each folder below its `README.md`.
fn with_folders(book: Book) -> String {
    let mut text = String::new();
    let mut written = None;
    for line in book.read("SUMMARY.md").lines() {
        if written
            .as_ref()
            .is_some_and(|start: &String| line.starts_with(start))
        {
            continue;
        }
        text.push_str(&format!("{line}\n"));
        let folder = line
            .split_once("](")
            .and_then(|(_, rest)| rest.strip_suffix("/README.md)"));
        let Some(folder) = folder else { continue };
        let indent = line.len() - line.trim_start().len() + 2;
        written = Some(" ".repeat(indent));
        for page in book.pages() {
            let name = page.strip_prefix(&format!("{folder}/"));
            if name.is_some_and(|name| name != "README.md") {
                let title = book.read(&page);
                let title = title
                    .lines()
                    .next()
                    .and_then(|line| line.strip_prefix("# "));
                let title = title.expect("a page begins with its title");
                text.push_str(&format!("{:indent$}- [{title}]({page})\n", ""));
            }
        }
    }
    text
}

#[test]
fn the_books_have_the_same_pages_and_lead_to_each_other() {
    let [english, portuguese] = BOOKS.map(Book::summary);
    assert_eq!(english.len(), portuguese.len());
    for (book, own, other) in [
        (ENGLISH, &english, &portuguese),
        (PORTUGUESE, &portuguese, &english),
    ] {
        for (page, other_page) in own.iter().zip(other) {
            if WRITTEN.iter().any(|written| page.starts_with(written)) {
                continue;
            }
            let up = "../".repeat(page.split('/').count());
            let wanted = format!("{up}{}/{other_page}", book.other().0);
            let document = Document::new(&book.read(page));
            assert!(
                document.targets.contains(&wanted),
                "{}/{page} does not lead to {wanted}",
                book.folder()
            );
        }
    }
}

#[test]
fn every_link_of_the_documents_leads_somewhere() {
    let mut documents: Vec<String> = [
        "README.md",
        "README.pt-BR.md",
        "CONTRIBUTING.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "DECISIONS.md",
    ]
    .map(str::to_owned)
    .to_vec();
    for book in BOOKS {
        let of_book = |page: String| format!("{}/{page}", book.folder());
        documents.extend(book.pages().into_iter().map(of_book));
    }
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for path in &documents {
        let document = Document::new(&read(path));
        let broken = |target: &String| broken(path, &document, target);
        problems.extend(document.targets.iter().filter_map(broken));
        for silent in &document.silent {
            problems.push(format!("{path}: {silent} has no text in its place"));
        }
        let reached = document
            .targets
            .iter()
            .filter_map(|to| self::path(path, to));
        seen.extend(reached);
    }
    for book in BOOKS {
        for file in files_below(&repository().join(book.folder())) {
            let path = format!("{}/{file}", book.folder());
            let is_picture = path.ends_with(".png") || path.ends_with(".svg");
            if is_picture && !seen.contains(&path) {
                problems.push(format!("{path}: no page shows it"));
            }
            if path.ends_with(".svg") && !is_drawing(&read(&path)) {
                problems.push(format!("{path} has no title, or loads something"));
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

/// Whether a drawing says what it is, stands alone and follows a dark page.
fn is_drawing(svg: &str) -> bool {
    let has_all = ["role=\"img\"", "<title>", "prefers-color-scheme:dark"]
        .iter()
        .all(|part| svg.contains(part));
    has_all && svg.matches("http").count() == 1 // its namespace
}

#[test]
fn a_link_that_leads_nowhere_is_found() {
    #[track_caller]
    fn case(target: &str, is_broken: bool) {
        let from = "docs/en/checks.md";
        let document = Document::new("# One\n\n## Two `x`: three!\n\n## One\n");
        let found = broken(from, &document, target);
        assert_eq!(found.is_some(), is_broken, "{target}: {found:?}");
    }
    case("readings.md", false);
    case("readings.md#one-reading", false);
    case("readings.md#two-readings", true);
    case("reading.md", true);
    case("#two-x-three", false);
    case("#one-1", false); // the second of that name
    case("#one-2", true);
    case("../pt-BR/leituras.md#uma-leitura", false);
    case("../../README.md", true); // there, and in no book
    case("../../../elsewhere.md", true);
}

/// Follows every page of a book that has commands. Gives how many each page has.
fn followed(book: Book) -> Vec<(String, usize)> {
    let mut followed = Vec::new();
    for page in book.summary() {
        let path = format!("{}/{page}", book.folder());
        let has_commands = blocks(&book.read(&page))
            .iter()
            .any(|(language, _)| language == "console" || language == "sh");
        if has_commands && !RUN_ELSEWHERE.contains(&path.as_str()) {
            let ran = follow(&path);
            followed.push((path, ran));
        }
    }
    followed
}

#[test]
fn the_english_book_does_what_it_says() {
    assert!(followed(ENGLISH).len() >= 4);
}

#[test]
fn the_portuguese_book_does_what_it_says() {
    assert!(followed(PORTUGUESE).len() >= 4);
}

#[test]
fn the_commands_of_a_page_are_those_of_its_other_language() {
    let commands = |book: Book, page: &String| {
        blocks(&book.read(page))
            .iter()
            .filter(|(language, _)| language == "console")
            .map(|(_, text)| text.lines().filter(|line| line.starts_with("$ ")).count())
            .sum::<usize>()
    };
    let [english, portuguese] = BOOKS.map(Book::summary);
    for (own, other) in english.iter().zip(&portuguese) {
        assert_eq!(
            commands(ENGLISH, own),
            commands(PORTUGUESE, other),
            "{own} and {other}"
        );
    }
}
