//! The page of a code: what is wrong, why it is told, how to mend it, and a small example of it.

use textwrap::{dedent, wrap};

use crate::diagnostic::{Code, Example, Severity};
use crate::locale::{Locale, Word};

/// A page in one language, part by part.
#[derive(Debug, Clone, serde::Serialize)]
pub struct CodePage {
    /// The code.
    pub code: &'static str,
    /// `error`, `warning`, `advice` or `gate`.
    pub severity: &'static str,
    /// What is wrong.
    pub what: String,
    /// Why it is told.
    pub why: String,
    /// How to mend it.
    pub mend: String,
    /// The file of the example.
    pub file: &'static str,
    /// The gate that the example asks for.
    pub gate: Option<&'static str>,
    /// Lines that give the problem.
    pub wrong: String,
    /// Lines that do not; empty where it is right to leave them out.
    pub right: String,
}

impl CodePage {
    /// The page of a code.
    #[must_use]
    pub fn new(code: Code, locale: &Locale) -> CodePage {
        let page = locale.page(code.as_str());
        let example = Example::of(code).in_language(locale.language());
        // Both are set in as far as the line that stands farthest to the left in either.
        let both = dedent(&format!("{}{}", example.wrong, example.right));
        let lines = example.wrong.lines().count();
        let part = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect();
        let both: Vec<&str> = both.lines().collect();
        CodePage {
            code: code.as_str(),
            severity: example.severity.as_str(),
            what: page.what,
            why: page.why,
            mend: page.mend,
            file: example.file,
            gate: example.gate,
            wrong: part(&both[..lines]),
            right: part(&both[lines..]),
        }
    }

    /// The name of its severity in words.
    #[must_use]
    pub fn severity(&self, locale: &Locale) -> String {
        locale.say(&format!("severity-{}", self.severity), &[])
    }

    /// What stands above the wrong lines.
    #[must_use]
    pub fn wrong_heading(&self, locale: &Locale) -> String {
        let file = ("file", Word::from(self.file));
        match self.gate {
            Some(gate) => locale.say("code-gate", &[file, ("gate", Word::from(gate))]),
            None => locale.say("code-wrong", &[file]),
        }
    }

    /// What stands above the right lines, or in their place.
    #[must_use]
    pub fn right_heading(&self, locale: &Locale) -> String {
        let key = if self.right.is_empty() {
            "code-without"
        } else {
            "code-right"
        };
        locale.say(key, &[])
    }

    /// The page as a file of the documentation.
    #[must_use]
    pub fn markdown(&self, locale: &Locale) -> String {
        let mut text = format!("# {}\n\n", self.code);
        let what = format!("*{}*: {}", self.severity(locale), self.what);
        let parts = [
            what,
            format!("**{}.** {}", locale.say("code-why", &[]), self.why),
            format!("**{}.** {}", locale.say("code-mend", &[]), self.mend),
            format!("{}:", self.wrong_heading(locale)),
        ];
        for part in parts {
            text.push_str(&folded(&part));
            text.push_str("\n\n");
        }
        let language = language(self.file);
        text.push_str(&format!("```{language}\n{}```\n\n", self.wrong));
        if self.right.is_empty() {
            text.push_str(&format!("{}.\n", self.right_heading(locale)));
        } else {
            let heading = self.right_heading(locale);
            text.push_str(&format!("{heading}:\n\n```{language}\n{}```\n", self.right));
        }
        text
    }
}

/// The list of all pages, by what is wrong, as a file of the documentation; `file` gives each page's name.
#[must_use]
pub fn index(locale: &Locale, file: &dyn Fn(&str) -> String) -> String {
    let mut text = format!("# {}\n\n", locale.say("code-title", &[]));
    text.push_str(&folded(&locale.say("code-intro", &[])));
    for severity in Severity::ALL {
        let name = locale.say(&format!("severity-{}", severity.as_str()), &[]);
        text.push_str(&format!("\n\n## {name}\n\n"));
        let mut pages: Vec<CodePage> = Code::ALL
            .iter()
            .map(|code| CodePage::new(*code, locale))
            .filter(|page| page.severity == severity.as_str())
            .collect();
        pages.sort_by_key(|page| page.code);
        let lines = pages.iter().map(|page| {
            let file = file(page.code);
            format!("- [`{}`]({file}): {}", page.code, page.what)
        });
        text.push_str(&lines.collect::<Vec<_>>().join("\n"));
    }
    text.push('\n');
    text
}

/// The language of a file for whoever colours it.
fn language(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("csv") => "csv",
        Some("j2") => "jinja",
        _ => "yaml",
    }
}

/// A paragraph in lines that a diff shows well.
fn folded(text: &str) -> String {
    const WIDTH: usize = 100;
    let options = textwrap::Options::new(WIDTH)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false);
    wrap(text, options).join("\n")
}
