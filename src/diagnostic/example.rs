//! A small example of each kind of problem: what goes wrong, and what is right in its place.
//!
//! `examples.txt` holds them: `# code severity file`, and the gate that a gate's code needs, above lines that begin with
//! `-` (wrong), `+` (right) or two blanks (both). `=` lines stand in the file now, where that is something else. A number
//! behind the file says how often the wrong lines are repeated. A test puts each into a workspace and looks at what is
//! said. `examples.pt-BR.txt` holds what is prose in them in Portuguese.

use super::{Code, Severity};
use crate::model::Language;

/// An example of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The severity that it is told with.
    pub severity: Severity,
    /// The file that it is in.
    pub file: &'static str,
    /// The gate that has to be asked for.
    pub gate: Option<&'static str>,
    /// How often the wrong lines stand there.
    pub times: usize,
    /// What gives the problem. `\xE7` stands for a byte that is no UTF-8.
    pub wrong: String,
    /// What gives it no longer; empty where it is right to leave it out.
    pub right: String,
    /// The lines of the file that either takes the place of; empty where they are the right ones, or the file's end.
    pub replaces: String,
}

const EXAMPLES: &str = include_str!("examples.txt");
/// What people wrote in the examples, and a tab before what Brazilians would have written.
const IN_PORTUGUESE: &str = include_str!("examples.pt-BR.txt");

impl Example {
    /// The example of a code.
    ///
    /// # Panics
    /// When there is none: every code has one, which a test holds.
    #[must_use]
    pub fn of(code: Code) -> Example {
        let head = format!("# {code} ");
        let mut lines = EXAMPLES.lines();
        let head = lines
            .find_map(|line| line.strip_prefix(&head))
            .expect("every code has an example");
        let mut words = head.split(' ');
        let severity = Severity::named(words.next().unwrap_or_default());
        let mut example = Example {
            severity: severity.expect("an example names its severity"),
            file: words.next().expect("an example names its file"),
            gate: None,
            times: 1,
            wrong: String::new(),
            right: String::new(),
            replaces: String::new(),
        };
        for word in words {
            match word.parse() {
                Ok(times) => example.times = times,
                Err(_) => example.gate = Some(word),
            }
        }
        for line in lines.take_while(|line| !line.starts_with("# ")) {
            example.add(line);
        }
        example
    }

    /// The same example as people who write in a language would have it. Names, keys and ids stay what they are.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Example {
        if language == Language::Portuguese {
            for (own, theirs) in IN_PORTUGUESE.lines().filter_map(|row| row.split_once('\t')) {
                self.wrong = self.wrong.replace(own, theirs);
                self.right = self.right.replace(own, theirs);
            }
        }
        self
    }

    fn add(&mut self, line: &str) {
        let (mark, text) = line.split_at_checked(2).unwrap_or((line, ""));
        let to = |lines: &mut String| {
            lines.push_str(text);
            lines.push('\n');
        };
        match mark {
            "- " => to(&mut self.wrong),
            "+ " => to(&mut self.right),
            "= " => to(&mut self.replaces),
            _ => {
                to(&mut self.wrong);
                to(&mut self.right);
            }
        }
    }
}
