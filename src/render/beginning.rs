//! The files that a workspace begins with: what its author goes on writing in, with a word on each part.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use super::plan::flow_scalar;
use crate::locale::{Locale, Word};
use crate::model::{Question, RatedBy, Rubric, Scale};
use crate::report::questionnaire::{CriterionPart, QuestionPart, Questionnaire};

/// Columns of a comment.
const WIDTH: usize = 110;
/// A blank at which no line ends.
const NO_BREAK: &str = "\u{a0}";

/// Whose answers an assessment is to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnsweredFor<'a> {
    /// The organisation's, by nobody in particular.
    All,
    /// One of several respondents'.
    Respondent(&'a str),
    /// Those about a person, by one of their raters.
    Person(&'a str, Option<RatedBy>),
}

/// An assessment by a rubric that nobody has answered yet: each question with its text, behind its key the place for the
/// answer.
#[must_use]
pub fn assessment(
    rubric: &Rubric,
    date: NaiveDate,
    answered_for: AnsweredFor<'_>,
    locale: &Locale,
) -> String {
    let asked = Questionnaire::new(rubric, locale);
    let mut text = comment(&format!("{} · {} {}", asked.title, asked.id, asked.version));
    let words = [("rubric", Word::from(rubric.id.as_str()))];
    text.push_str(&comment(&locale.say("init-assessment-head", &words)));
    text.push_str(&comment(&locale.say("init-assessment-forms", &[])));
    let _ = writeln!(text, "regua: 1\nrubric: {}\ndate: {date}", rubric.id);
    match answered_for {
        AnsweredFor::All => {
            let _ = writeln!(
                text,
                "# scope: {}",
                locale.say("init-assessment-scope", &[])
            );
        }
        AnsweredFor::Respondent(name) => {
            let _ = writeln!(text, "respondent: {}", flow_scalar(name));
        }
        AnsweredFor::Person(person, by) => {
            let _ = writeln!(text, "person: {person}");
            if let Some(by) = by {
                let _ = writeln!(text, "by: {}", by.as_str());
            }
        }
    }
    text.push_str("answers:\n");
    for part in &asked.parts {
        if part.criteria.is_empty() {
            continue;
        }
        let _ = write!(text, "\n{}", indented(&format!("── {} ──", part.title)));
        for criterion in &part.criteria {
            text.push_str(&criterion_lines(rubric, criterion, locale));
        }
    }
    text
}

fn criterion_lines(rubric: &Rubric, criterion: &CriterionPart, locale: &Locale) -> String {
    let mut facts = vec![criterion.title.clone()];
    facts.extend(criterion.level.clone());
    if criterion.is_absence {
        facts.push(locale.say("questionnaire-absence", &[]));
    }
    let mut text = format!("\n{}", indented(&facts.join(" · ")));
    for question in &criterion.questions {
        let Some(own) = rubric.questions.iter().find(|own| own.key == question.key) else {
            continue;
        };
        text.push_str(&question_lines(rubric, own, question, locale));
    }
    text
}

fn question_lines(rubric: &Rubric, own: &Question, part: &QuestionPart, locale: &Locale) -> String {
    let mut text = indented(&part.text);
    let mut answers = vec![answers(&rubric.scales[own.scale], part, locale)];
    if part.needs_evidence {
        answers.push(locale.say("questionnaire-evidence", &[]));
    }
    if let Some(kpi) = &part.kpi {
        let words = [("kpi", Word::from(kpi.as_str()))];
        answers.push(locale.say("questionnaire-kpi", &words));
    }
    text.push_str(&indented(&answers.join("; ")));
    let _ = writeln!(text, "  {}:", own.key);
    text
}

/// What may be written: the ids of the choices, with their titles where those say something else.
fn answers(scale: &Scale, part: &QuestionPart, locale: &Locale) -> String {
    let choice = |choice: &crate::model::Choice| {
        let title = choice.title.in_language(locale.language());
        let is_same = title.to_lowercase() == choice.id.as_str().replace('-', " ");
        match is_same || title.is_empty() {
            true => choice.id.to_string(),
            false => format!("{} ({title})", choice.id),
        }
    };
    match &part.range {
        Some(range) => range.clone(),
        None => {
            let choices: Vec<String> = scale.choices().iter().map(choice).collect();
            choices.join(" · ")
        }
    }
}

/// `regua.yaml`, with a word on each setting. What is aimed at is by the first of the rubrics that has levels.
#[must_use]
pub fn settings(
    organisation: &str,
    rubrics: &[&Rubric],
    today: NaiveDate,
    locale: &Locale,
) -> String {
    let said = |key: &str| comment(&locale.say(key, &[]));
    let names: Vec<&str> = rubrics.iter().map(|rubric| rubric.id.as_str()).collect();
    let mut text = format!(
        "{}regua: 1\norganisation: {}\nlanguage: {}\n\n{}fiscal_year_start: 1\n\n{}rubrics: [{}]\n\n",
        said("init-file-head"),
        flow_scalar(organisation),
        locale.language().tag(),
        said("init-file-fiscal"),
        said("init-file-rubrics"),
        names.join(", "),
    );
    let aimed = rubrics.iter().find_map(|rubric| {
        let [.., next, _] = rubric.levels.as_slice() else {
            return None;
        };
        rubric.skill.is_none().then_some((rubric, next.number))
    });
    if let Some((rubric, level)) = aimed {
        text.push_str(&said("init-file-targets"));
        let year = today.year() + 1;
        let _ = writeln!(
            text,
            "# targets:\n#   {}: {{level: {level}, by: {year}-Q4}}\n",
            rubric.id
        );
    }
    let _ = writeln!(text, "{}# working_day: 8h", said("init-file-working-day"));
    text
}

/// A cycle without objectives, and one as an example. It improves the first dimension of a rubric.
#[must_use]
pub fn plan(cycle: &str, rubric: Option<&Rubric>, locale: &Locale) -> String {
    let mut text = comment(&locale.say("init-plan-head", &[]));
    let _ = writeln!(text, "regua: 1\ncycle: {cycle}\nobjectives: []\n");
    text.push_str(&comment(&locale.say("init-plan-example", &[])));
    let say = |key: &str| flow_scalar(&locale.say(key, &[]));
    let improves = rubric.and_then(|rubric| {
        let dimension = rubric.dimensions.first()?;
        Some(format!("#    improves: {}/{}\n", rubric.id, dimension.id))
    });
    let _ = write!(
        text,
        "#  - id: faster-service\n\
         #    title: {}\n\
         #    owner: ana\n\
         {}\
         #    key_results:\n\
         #      - {{id: response-time, title: {}, kpi: mean-response-time, baseline: 24h, target: 12h}}\n\
         #      - {{id: trained, title: {}, unit: \"%\", baseline: 0%, target: 90%, source: {}}}\n",
        say("init-plan-objective"),
        improves.unwrap_or_default(),
        say("init-plan-response-time"),
        say("init-plan-trained"),
        say("init-plan-source"),
    );
    text
}

/// A file for KPIs: nothing measured yet, and an example of each of its lists. The reading is of the month before.
#[must_use]
pub fn kpis(month: &str, locale: &Locale) -> String {
    let said = |key: &str| comment(&locale.say(key, &[("month", Word::from(month))]));
    let source = flow_scalar(&locale.say("init-kpis-source", &[]));
    format!(
        "{}regua: 1\n\n{}readings: []\n#  - {{kpi: csat, period: {month}, value: 82%, n: 1460, source: {source}}}\n\n\
         {}kpis: []\n\n\
         {}service_levels: []\n#  - {{id: first-reply, kpi: mean-response-time, within: 8h, goal: 90%, window: month}}\n",
        said("init-kpis-head"),
        said("init-kpis-readings"),
        said("init-kpis-own"),
        said("init-kpis-service-levels"),
    )
}

/// A file for people: nobody yet, and a role and a person as examples. The role asks for a level of the rubric's skill.
#[must_use]
pub fn people(rubric: &Rubric, locale: &Locale) -> String {
    let said = |key: &str| {
        let words = [("rubric", Word::from(rubric.id.as_str()))];
        comment(&locale.say(key, &words))
    };
    let skill = rubric.skill.as_ref().unwrap_or(&rubric.id);
    let middle = rubric.levels.get(rubric.levels.len() / 2);
    let level = middle.map_or(1, |level| level.number);
    let title = flow_scalar(&locale.say("init-people-role", &[]));
    format!(
        "{}regua: 1\n\n{}roles: []\n#  - {{id: senior-analyst, title: {title}, requires: {{{skill}: {level}}}}}\n\n\
         {}people: []\n#  - {{id: ana, name: Ana Prado, role: senior-analyst}}\n",
        said("init-people-head"),
        said("init-people-roles"),
        said("init-people-persons"),
    )
}

/// What GitHub runs on each push: the files are checked, the report is written and kept with the run; of a pull request it
/// tells what moved. `below` is the workspace's folder, seen from the top of its repository: empty where it is that.
#[must_use]
pub fn workflow(below: &str, locale: &Locale) -> String {
    let (name, defaults, report) = match below {
        "" => ("regua".to_owned(), String::new(), "report/".to_owned()),
        below => (
            flow_scalar(&format!("regua {below}")),
            format!(
                "    defaults:\n      run:\n        working-directory: {}\n",
                flow_scalar(below)
            ),
            flow_scalar(&format!("{below}/report/")),
        ),
    };
    let said = |key: &str, indent: usize| {
        let text = locale.say(key, &[]);
        let before = format!("{}# ", " ".repeat(indent));
        lines(&text, &before)
    };
    format!(
        "{head}name: {name}\n\
         on:\n  push:\n    branches: [main]\n  pull_request:\n\
         permissions:\n  contents: read\n\
         jobs:\n  report:\n    runs-on: ubuntu-latest\n{defaults}    steps:\n      \
         - uses: actions/checkout@v4\n        with:\n          fetch-depth: 0\n\n{install}      \
         - run: cargo install regua --locked\n\n{check}      \
         - run: regua check --format github\n\n{summary}      \
         - run: regua report --summary --format md -o - >> \"$GITHUB_STEP_SUMMARY\"\n      \
         - run: regua report -o report\n\n{moved}      \
         - if: github.event_name == 'pull_request'\n        continue-on-error: true\n        \
         run: regua compare --base HEAD^1 --format md >> \"$GITHUB_STEP_SUMMARY\"\n\n{publish}      \
         - uses: actions/upload-artifact@v4\n        with:\n          name: report\n          path: {report}\n",
        head = said("init-workflow-head", 0),
        install = said("init-workflow-install", 6),
        check = said("init-workflow-check", 6),
        summary = said("init-workflow-summary", 6),
        moved = said("init-workflow-moved", 6),
        publish = said("init-workflow-publish", 6),
    )
}

fn comment(text: &str) -> String {
    lines(text, "# ")
}

/// A comment among the answers.
fn indented(text: &str) -> String {
    lines(text, "  # ")
}

fn lines(text: &str, before: &str) -> String {
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(before)
        .subsequent_indent(before)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let mut written = String::new();
    for line in textwrap::wrap(&unbroken(text), &options) {
        written.push_str(&line.trim_end().replace(NO_BREAK, " "));
        written.push('\n');
    }
    written
}

/// A text whose commands, between backticks, stay on one line each.
fn unbroken(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let parts: Vec<String> = parts
        .map(|(index, part)| match index % 2 {
            0 => part.to_owned(),
            _ => part.replace(' ', NO_BREAK),
        })
        .collect();
    parts.join("`")
}
