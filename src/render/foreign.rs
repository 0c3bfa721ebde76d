//! Rendering with a workspace's own templates, in a process that may be ended at any time.
//!
//! A template is a program that somebody else wrote. The engine bounds its steps and its recursion, but not what
//! one step may take: a doubling text fills the memory in thirty of them, and even compiling one may. So whoever
//! renders with such templates hands an [`Order`] to another process, which calls [`fill`] and can be stopped
//! without harm.

use std::sync::Arc;

use minijinja::Environment;
use minijinja::value::Value;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::report::{Page, rendered};
use super::template_problem::{Kind, TemplateProblem};
use super::templates::{self, OwnTexts};
use crate::locale::Locale;
use crate::model::{Language, OwnTemplate};

/// What another process is to do.
#[derive(Debug, Serialize, Deserialize)]
pub struct Order {
    /// The tag of the language.
    pub language: String,
    /// The workspace's own templates, all of which are compiled.
    pub own: OwnTexts,
    /// What to render; nothing where the templates are only to be checked.
    pub pages: Vec<Page>,
    /// The report model; `null` where nothing is rendered.
    pub model: Box<RawValue>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Filled {
    /// The files, by their paths below the report's folder.
    Files(Vec<(String, String)>),
    /// What is wrong in the templates.
    Problems(Vec<TemplateProblem>),
}

/// Steps that templates may take: thirty times those of the largest example.
const FUEL: u64 = 10_000_000;
/// The largest file that is still a report: a hundred times the largest one seen.
const LARGEST: usize = 32 * 1024 * 1024;

/// Whether a file below `templates/` is a template at all, by its name.
#[must_use]
pub fn is_template(own: &OwnTemplate) -> bool {
    own.name.ends_with(".j2")
}

/// Does what is ordered. `now_running` hears the name of each of the workspace's templates as it is entered, so that
/// whoever stops this knows which it was.
pub fn fill(order: Order, now_running: impl Fn(&str) + Send + Sync + 'static) -> Filled {
    let language = Language::parse(&order.language).unwrap_or(Language::English);
    let locale = Arc::new(Locale::new(language));
    let now_running = Arc::new(now_running);
    let names: Vec<String> = order.own.keys().cloned().collect();
    let mut environment = templates::environment_with(&locale, order.own);
    let mut problems = Vec::new();
    for name in &names {
        now_running(name);
        if let Err(error) = environment.get_template(name) {
            problems.push(TemplateProblem::of(&error, name));
        }
    }
    if !problems.is_empty() || order.pages.is_empty() {
        return Filled::Problems(problems);
    }
    environment.set_fuel(Some(FUEL));
    watch(&mut environment, names, now_running);
    let model: Value = match serde_json::from_str(order.model.get()) {
        Ok(model) => model,
        Err(error) => {
            let mut problem = TemplateProblem::stopped("report.html.j2", Kind::Other);
            problem.detail = error.to_string();
            return Filled::Problems(vec![problem]);
        }
    };
    match rendered(&mut environment, &model, &order.pages) {
        Ok(files) => match files.iter().find(|(_, text)| text.len() > LARGEST) {
            Some((file, _)) => {
                let problem = TemplateProblem::stopped(&format!("{file}.j2"), Kind::Size);
                Filled::Problems(vec![problem])
            }
            None => Filled::Files(files),
        },
        Err(problem) => Filled::Problems(vec![problem]),
    }
}

/// Tells which template runs: when one is included, and whenever it writes a value.
fn watch(
    environment: &mut Environment<'static>,
    names: Vec<String>,
    now_running: Arc<impl Fn(&str) + Send + Sync + 'static>,
) {
    let tell = Arc::clone(&now_running);
    environment.set_path_join_callback(move |name, _| {
        if names.iter().any(|own| own == name) {
            tell(name);
        }
        name.into()
    });
    environment.set_formatter(move |out, state, value| {
        now_running(state.name());
        templates::write_value(out, state, value)
    });
}
