//! The reference of all formats as a page: for each an example, and for each mapping what its keys take and mean.

use std::fmt::Write;

use super::{Kind, scalar};
use crate::locale::{Locale, Word};
use crate::read::shape::{self, Key, Mapping, Need, Noun, Rule, Takes, When};

/// The page in the language of the locale. `example` gives the path and the text of a file of a kind, as it would be
/// written; `None` shows an overlay.
#[must_use]
pub fn page(locale: &Locale, example: &dyn Fn(Option<Kind>) -> (String, String)) -> String {
    let mut page = Page {
        locale,
        text: String::new(),
        shown: Vec::new(),
    };
    page.line(&format!("# {}", page.say("page-title", &[])));
    for key in ["page-intro", "page-scalars", "page-editors"] {
        let paragraph = page.say(key, &[]);
        page.paragraph(&paragraph);
    }
    let contents: Vec<String> = Kind::ALL
        .iter()
        .map(|kind| {
            let title = page.title(*kind);
            format!("- [{title}](#{})", anchor(&title))
        })
        .collect();
    page.paragraph(&contents.join("\n"));
    page.forms();
    for kind in Kind::ALL {
        page.kind(kind, example);
    }
    page.text
}

struct Page<'l> {
    locale: &'l Locale,
    text: String,
    shown: Vec<&'static str>,
}

impl Page<'_> {
    fn say(&self, key: &str, words: &[(&str, Word)]) -> String {
        self.locale.say_of_format_with(key, words)
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A block between empty lines; long ones are as they come.
    fn paragraph(&mut self, text: &str) {
        let _ = writeln!(self.text, "\n{text}");
    }

    fn title(&self, kind: Kind) -> String {
        self.say(&format!("kind-{}", kind.as_str()), &[])
    }

    fn kind(&mut self, kind: Kind, example: &dyn Fn(Option<Kind>) -> (String, String)) {
        let title = self.title(kind);
        self.paragraph(&format!("## {title}"));
        self.shape_text(kind.shape());
        self.example(example(Some(kind)));
        self.table(kind.shape());
        self.below(kind.shape());
        if kind == Kind::Rubric {
            let title = self.name(&shape::OVERLAY);
            self.paragraph(&format!("### {title}"));
            self.shape_text(&shape::OVERLAY);
            self.example(example(None));
            self.table(&shape::OVERLAY);
            for key in ["hide", "parent"] {
                let about = self.locale.field("overlay", key);
                self.paragraph(&format!("`{key}`: {about}"));
            }
        }
    }

    fn shape_text(&mut self, shape: &Mapping) {
        let about = self.say(&format!("shape-{}", shape.name), &[]);
        self.paragraph(&about);
    }

    fn example(&mut self, (path, text): (String, String)) {
        let fenced = format!("```yaml\n# {path}\n{}\n```", text.trim_end());
        self.paragraph(&fenced);
    }

    /// What the short words of the tables stand for.
    fn forms(&mut self) {
        const FORMS: [Takes; 16] = [
            Takes::Id,
            Takes::Texts,
            Takes::Date,
            Takes::Period,
            Takes::Length,
            Takes::Quantity,
            Takes::Target,
            Takes::Percent,
            Takes::DayLength,
            Takes::Number,
            Takes::Amount,
            Takes::Positive,
            Takes::Cases,
            Takes::Fraction,
            Takes::Share,
            Takes::Colour,
        ];
        let title = self.say("page-forms", &[]);
        self.paragraph(&format!("## {title}"));
        let heads = ["page-takes", "page-meaning"].map(|key| self.say(key, &[]));
        self.paragraph(&format!("| {} |", heads.join(" | ")));
        self.line("| --- | --- |");
        for takes in &FORMS {
            let key = format!("takes-{}", scalar::word(takes));
            let (short, long) = (self.say(&format!("{key}.short"), &[]), self.say(&key, &[]));
            self.line(&format!("| {short} | {long} |"));
        }
    }

    /// The mappings that stand inside one, each once.
    fn below(&mut self, shape: &'static Mapping) {
        let mut inner = Vec::new();
        for key in shape.keys {
            mappings(&key.takes, &mut inner);
        }
        for shape in inner {
            if self.shown.contains(&shape.name) {
                continue;
            }
            self.shown.push(shape.name);
            let title = self.name(shape);
            self.paragraph(&format!("### {title}"));
            self.shape_text(shape);
            self.table(shape);
            self.below(shape);
        }
    }

    /// What a mapping is called.
    fn name(&self, shape: &Mapping) -> String {
        self.say(&format!("shape-{}.title", shape.name), &[])
    }

    fn table(&mut self, shape: &'static Mapping) {
        let heads = ["page-key", "page-takes", "page-required", "page-meaning"];
        let heads = heads.map(|key| self.say(key, &[]));
        self.paragraph(&format!("| {} |", heads.join(" | ")));
        self.line("| --- | --- | --- | --- |");
        for key in shape.keys {
            let row = self.row(shape, key);
            self.line(&row);
        }
        let rules: Vec<String> = shape
            .rules
            .iter()
            .flat_map(|rule| self.rule(rule))
            .collect();
        if !rules.is_empty() {
            self.paragraph(&rules.join("\n"));
        }
    }

    fn row(&self, shape: &Mapping, key: &'static Key) -> String {
        let required = match key.need {
            Need::Required => self.say("page-yes", &[]),
            Need::Optional | Need::Filled => String::new(),
        };
        let cells = [
            format!("`{}`", key.name),
            self.takes(&key.takes),
            required,
            self.locale.field(shape.name, key.name),
        ];
        let cells = cells.map(|cell| cell.replace('|', r"\|"));
        format!("| {} |", cells.join(" | "))
    }

    /// What a key takes, in words.
    fn takes(&self, takes: &'static Takes) -> String {
        let of = |takes: &'static Takes| [("of", Word::from(self.takes(takes)))];
        let word = scalar::word(takes);
        match takes {
            Takes::Word(words) => {
                let words: Vec<String> = words().iter().map(|word| format!("`{word}`")).collect();
                words.join(", ")
            }
            Takes::Whole(low, high) => {
                let words = [("low", Word::from(*low)), ("high", Word::from(*high))];
                self.say("takes-whole-between", &words)
            }
            Takes::Name(noun) => self.noun(*noun),
            Takes::List(item) | Takes::Some(item) => self.say("takes-list", &of(item)),
            Takes::Pair(item) => self.say("takes-pair", &of(item)),
            Takes::Map(shape) => {
                let name = self.name(shape);
                format!("[{}](#{})", name.to_lowercase(), anchor(&name))
            }
            Takes::By(noun, item) => {
                let by = Word::from(self.noun(*noun));
                let words = [("by", by), ("of", Word::from(self.takes(item)))];
                self.say("takes-by", &words)
            }
            Takes::Answers => {
                let name = self.name(&shape::ANSWER);
                let words = [
                    ("name", Word::from(name.to_lowercase())),
                    ("anchor", Word::from(anchor(&name))),
                ];
                self.say("takes-answers", &words)
            }
            Takes::Either(several) => {
                let several: Vec<String> = several.iter().map(|takes| self.takes(takes)).collect();
                several.join(&self.say("takes-or", &[]))
            }
            _ => {
                let short = self
                    .locale
                    .find_of_format(&format!("takes-{word}.short"), &[]);
                short.unwrap_or_else(|| self.say(&format!("takes-{word}"), &[]))
            }
        }
    }

    fn noun(&self, noun: Noun) -> String {
        self.say(&format!("noun-{}", noun.as_str()), &[])
    }

    fn rule(&self, rule: &Rule) -> Vec<String> {
        let keys = |names: &[&str]| [("keys", Word::from(quoted(names)))];
        match rule {
            Rule::OnlyOne(names) => vec![self.say("rule-only-one", &keys(names))],
            Rule::Narrow { when, key, takes } => {
                let words = [
                    ("when", Word::from(self.when(when))),
                    ("key", Word::from(*key)),
                    ("takes", Word::from(self.takes_here(takes))),
                ];
                vec![self.say("rule-narrow", &words)]
            }
            Rule::Where {
                when,
                needs,
                any_of,
                without,
            } => {
                let mut lines = Vec::new();
                for (key, names) in [("needs", needs), ("any-of", any_of), ("without", without)] {
                    if names.is_empty() {
                        continue;
                    }
                    let [names] = keys(names);
                    lines.push(match when.is_empty() {
                        true => self.say(&format!("rule-{key}"), &[names]),
                        false => {
                            let when = ("when", Word::from(self.when(when)));
                            self.say(&format!("rule-{key}-when"), &[when, names])
                        }
                    });
                }
                lines
            }
        }
    }

    fn takes_here(&self, takes: &Takes) -> String {
        match takes {
            Takes::By(_, Takes::Pair(_)) => self.say("takes-pairs-here", &[]),
            Takes::By(..) => self.say("takes-values-here", &[]),
            Takes::Yes => "`true`".to_owned(),
            other => self.say(&format!("takes-{}", scalar::word(other)), &[]),
        }
    }

    fn when(&self, when: &[When]) -> String {
        let conditions: Vec<String> = when
            .iter()
            .map(|when| match when {
                When::Has(name) => self.say("when-has", &[("keys", quoted(&[name]).into())]),
                When::HasAny(names) => self.say("when-has-any", &[("keys", quoted(names).into())]),
                When::Lacks(name) => self.say("when-lacks", &[("keys", quoted(&[name]).into())]),
                When::Is(name, words) => {
                    let words = quoted(words);
                    let words = [("key", Word::from(*name)), ("words", words.into())];
                    self.say("when-is", &words)
                }
            })
            .collect();
        conditions.join(&self.say("when-and", &[]))
    }
}

/// The mappings that something takes.
fn mappings(takes: &'static Takes, into: &mut Vec<&'static Mapping>) {
    match takes {
        Takes::Map(shape) => into.push(shape),
        Takes::List(item) | Takes::Some(item) | Takes::Pair(item) | Takes::By(_, item) => {
            mappings(item, into);
        }
        Takes::Either(several) => several.iter().for_each(|takes| mappings(takes, into)),
        Takes::Answers => into.push(&shape::ANSWER),
        _ => {}
    }
}

/// `a`, `b`
fn quoted(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// Where a heading is found in a page.
fn anchor(title: &str) -> String {
    let kept = title
        .chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    let anchor: String = kept.collect();
    anchor.to_lowercase().replace(' ', "-")
}
