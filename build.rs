//! Takes the shipped rubrics and catalogues apart when the program is built, so that no run of it reads their YAML,
//! sorts the sentences of both languages, and finds the commit that the program says it is of.
//!
//! Beside each file's text the program holds what a parser would say of it, one event after another; the format is told
//! in `src/read/shipped.rs`, which plays the events back. A file that is no YAML, or that uses what shipped files do
//! without, ends the build. The static program of a release is linked to be small.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use granit_parser::{Event, Parser, ScalarStyle, Span};

#[path = "src/locale/key_number.rs"]
mod key_number;
#[path = "src/locale/sorted.rs"]
mod sorted;

const PLAIN: u8 = 0;
const QUOTED: u8 = 1;
const PLAIN_ELSEWHERE: u8 = 2;
const ELSEWHERE: u8 = 3;
const SEQUENCE: u8 = 4;
const MAPPING: u8 = 5;
const END: u8 = 6;

fn main() {
    let folder = Path::new("rubrics");
    let out =
        PathBuf::from(env::var_os("OUT_DIR").expect("builds have a folder for what they make"));
    println!("cargo::rerun-if-changed=rubrics");
    println!("cargo::rerun-if-changed=build.rs");
    // A program in the making is of no commit, and need not be built anew for each.
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = is_release.then(commit).flatten();
    let said = commit.map(|commit| format!(" ({commit})"));
    println!("cargo::rustc-env=REGUA_COMMIT={}", said.unwrap_or_default());
    let is_static = env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|environment| environment == "musl");
    if is_static && is_release {
        link_small(&out);
    }
    sort_sentences(&out);
    number_results(&out);
    for entry in fs::read_dir(folder).expect("the rubrics are there") {
        let path = entry.expect("the folder can be read").path();
        let Some(stem) = path
            .file_stem()
            .filter(|_| path.extension().is_some_and(|own| own == "yaml"))
        else {
            continue;
        };
        let text = fs::read_to_string(&path).expect("a rubric is text");
        let events =
            events(&text).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        let events_file = out.join(stem).with_extension("events");
        fs::write(events_file, events).expect("the folder can be written");
    }
}

/// Sorts the messages of each language. Those that any run may say are one list.
fn sort_sentences(out: &Path) {
    const LANGUAGES: [&str; 2] = ["pt-BR", "en"];
    const SAID: &[&str] = &["terminal", "diagnostics", "report", "explain", "story"];
    const LISTS: [(&str, &[&str]); 4] = [
        ("sentences", SAID),
        ("formats", &["formats"]),
        ("codes", &["codes"]),
        ("manual", &["manual"]),
    ];
    println!("cargo::rerun-if-changed=src/locale");
    for (language, (name, files)) in LANGUAGES
        .into_iter()
        .flat_map(|language| LISTS.map(|list| (language, list)))
    {
        let read = |file: &&str| {
            let path = format!("src/locale/{file}.{language}.ftl");
            fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{path}: {problem}"))
        };
        let texts: Vec<String> = files.iter().map(read).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (all, index) = sorted::sorted(&texts);
        let list = |ending| out.join(format!("{name}.{language}.{ending}"));
        fs::write(list("ftl"), all).expect("the folder can be written");
        fs::write(list("index"), index).expect("the folder can be written");
    }
}

/// Puts what the code says of results in Portuguese, a sentence a line behind the number of the English one: the program
/// holds that in its schemas already.
fn number_results(out: &Path) {
    let path = "src/locale/results.pt-BR.txt";
    let text = fs::read_to_string(path).unwrap_or_else(|problem| panic!("{path}: {problem}"));
    let pairs = text.split("\n\n").filter_map(|pair| pair.split_once('\n'));
    let pairs = pairs.map(|(english, own)| (key_number::number_of(english), own.trim()));
    let pairs: Vec<(u32, &str)> = pairs.collect();
    let numbers: BTreeSet<u32> = pairs.iter().map(|(number, _)| *number).collect();
    assert_eq!(
        numbers.len(),
        pairs.len(),
        "{path}: two sentences have one number"
    );
    let lines = pairs
        .iter()
        .map(|(number, own)| format!("{number} {own}\n"));
    fs::write(out.join("results.pt-BR.txt"), lines.collect::<String>())
        .expect("the folder can be written");
}

/// Leaves out of a static program the tables for unwinding, which a program that ends by its first panic never reads and
/// which the compiler cannot be told to leave out of the standard library, and packs the relocations: a twelfth of its
/// size together. What the C runtime brings along begins and ends a list of these tables and stays.
fn link_small(out: &Path) {
    const SCRIPT: &str = "SECTIONS
{
  /DISCARD/ :
  {
    *(EXCLUDE_FILE(*crtbegin*.o *crtend*.o) .eh_frame)
    *(.gcc_except_table .gcc_except_table.*)
  }
}
INSERT AFTER .text;
";
    let script = out.join("without-unwinding.ld");
    fs::write(&script, SCRIPT).expect("the folder can be written");
    println!("cargo::rustc-link-arg-bins=-Wl,-T,{}", script.display());
    println!("cargo::rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
    println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
}

/// The commit of this folder: what git says, or what a package holds of where it was packed.
fn commit() -> Option<String> {
    const LETTERS: usize = 10;
    const PACKED: &str = ".cargo_vcs_info.json";
    if let Ok(packed) = fs::read_to_string(PACKED) {
        let (_, after) = packed.split_once("\"sha1\"")?;
        let commit = after.split('"').nth(1)?;
        return commit.get(..LETTERS).map(str::to_owned);
    }
    // A folder within somebody else's repository is of none of its commits.
    if !Path::new(".git").exists() {
        return None;
    }
    let git = |arguments: &[&str]| {
        let told = Command::new("git").args(arguments).output().ok()?;
        let text = String::from_utf8(told.stdout).ok()?;
        told.status.success().then(|| text.trim().to_owned())
    };
    println!(
        "cargo::rerun-if-changed={}",
        git(&["rev-parse", "--git-path", "logs/HEAD"])?
    );
    git(&["rev-parse", &format!("--short={LETTERS}"), "HEAD"])
}

/// What the parser says of a file.
fn events(text: &str) -> Result<Vec<u8>, String> {
    let mut told = Events::default();
    for next in Parser::new_from_str(text) {
        let (event, span) = next.map_err(|error| error.to_string())?;
        told.event(event, &span, text)?;
    }
    let mut all = Vec::new();
    number(&mut all, told.nodes);
    all.extend(told.bytes);
    Ok(all)
}

#[derive(Default)]
struct Events {
    bytes: Vec<u8>,
    nodes: usize,
    /// Where the last event began.
    last: usize,
}

impl Events {
    fn event(&mut self, event: Event<'_>, span: &Span, text: &str) -> Result<(), String> {
        let range = span.byte_range().ok_or("an event without its place")?;
        if event.tag().is_some() {
            return Err(format!("a tag at byte {}", range.start));
        }
        match event {
            Event::Scalar(value, style, 0, _) => {
                let is_plain = style == ScalarStyle::Plain;
                let written = &text[range.clone()];
                if is_plain && *value == *written {
                    self.begin(PLAIN, &range)?;
                } else if !is_plain && inside(written) == Some(&*value) {
                    self.begin(QUOTED, &range)?;
                } else {
                    self.begin(if is_plain { PLAIN_ELSEWHERE } else { ELSEWHERE }, &range)?;
                    number(&mut self.bytes, value.len());
                    self.bytes.extend(value.as_bytes());
                }
            }
            Event::SequenceStart(_, 0, _) => self.begin(SEQUENCE, &range)?,
            Event::MappingStart(_, 0, _) => self.begin(MAPPING, &range)?,
            Event::SequenceEnd | Event::MappingEnd => {
                self.bytes.push(END);
                number(&mut self.bytes, range.end);
            }
            Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(..)
            | Event::DocumentEnd => {}
            other => return Err(format!("{other:?} at byte {}", range.start)),
        }
        Ok(())
    }

    /// A node of this kind begins. Nodes are told in the order in which they are written.
    fn begin(&mut self, kind: u8, range: &Range<usize>) -> Result<(), String> {
        let (Some(from_last), Some(length)) = (
            range.start.checked_sub(self.last),
            range.end.checked_sub(range.start),
        ) else {
            return Err(format!("an event out of its order at byte {}", range.start));
        };
        self.nodes += 1;
        self.bytes.push(kind);
        number(&mut self.bytes, from_last);
        number(&mut self.bytes, length);
        self.last = range.start;
        Ok(())
    }
}

/// What stands between two quotes.
fn inside(written: &str) -> Option<&str> {
    let mut letters = written.chars();
    let first = letters.next().filter(|first| matches!(first, '"' | '\''))?;
    let rest = letters.as_str();
    rest.strip_suffix(first)
}

/// A number, seven bits a byte, the lowest first; the eighth says that more follow.
fn number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(u8::try_from(number & 0x7f).expect("seven bits") | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).expect("seven bits"));
}
