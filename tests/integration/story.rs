//! The story of a report: each sentence as it is read, in both languages, over the examples and a matrix of small
//! workspaces; and what holds of every sentence whatever the workspace is.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;
use regua::locale::Locale;
use regua::model::{Language, parse_day};
use regua::read::{self, CycleFolder, InputFile, Inputs};
use regua::report::document::{PointStoryPart, Report, Sentence};

use crate::support::{Folder, repository};

const DAY: &str = "2026-11-20";
const LANGUAGES: [Language; 2] = [Language::Portuguese, Language::English];

/// Files of a workspace: path and text.
type Files = Vec<(String, String)>;

fn inputs(files: &Files) -> Inputs {
    let mut inputs = Inputs::default();
    for (path, text) in files {
        let file = InputFile {
            path: path.clone(),
            bytes: text.clone().into_bytes(),
        };
        match path.split('/').collect::<Vec<_>>().as_slice() {
            ["regua.yaml"] => inputs.settings = Some(file),
            ["rubrics", _] => inputs.rubrics.push(file),
            ["kpis", _] => inputs.kpis.push(file),
            ["people", _] => inputs.people.push(file),
            ["assessments", ..] => inputs.assessments.push(file),
            ["okrs", cycle, name] => {
                let path = format!("okrs/{cycle}");
                if inputs.cycles.last().is_none_or(|last| last.path != path) {
                    inputs.cycles.push(CycleFolder {
                        path,
                        ..CycleFolder::default()
                    });
                }
                let cycle = inputs.cycles.last_mut().unwrap();
                match *name {
                    "plan.yaml" => cycle.plan = Some(file),
                    "check-ins.yaml" => cycle.check_ins = Some(file),
                    _ => cycle.closing = Some(file),
                }
            }
            _ => panic!("{path} lies nowhere"),
        }
    }
    inputs
}

#[track_caller]
fn report(inputs: Inputs, day: &str, language: Language) -> Report {
    let day = parse_day(day).unwrap();
    let read = read::workspace(inputs, day);
    let diagnostics = &read.diagnostics;
    assert!(!diagnostics.has_errors(), "{diagnostics:#?}");
    let workspace = read.workspace.expect("the settings can be read");
    let scores = regua::score::workspace(&workspace, day);
    Report::new(&workspace, &scores, &read.sources, &Locale::new(language))
}

/// Every part of the story that says something: its name and its sentences.
fn parts(report: &Report) -> Vec<(String, Vec<&Sentence>)> {
    let mut parts: Vec<(String, Vec<&Sentence>)> = Vec::new();
    let mut add = |name: String, sentences: &mut dyn Iterator<Item = _>| {
        let sentences: Vec<&Sentence> = sentences.collect();
        if !sentences.is_empty() {
            parts.push((name, sentences));
        }
    };
    for assessment in &report.assessments {
        let story = &assessment.story;
        add("headline".into(), &mut story.headline.iter());
        for (name, points) in [("strength", &story.strengths), ("gap", &story.gaps)] {
            for PointStoryPart { id, sentences } in points {
                add(format!("{name} {id}"), &mut sentences.iter());
            }
        }
        add("next".into(), &mut story.next.iter());
        add("kpis".into(), &mut story.kpis.iter());
        add("disagreements".into(), &mut story.disagreements.iter());
        let confidence = story.confidence.iter().flat_map(|own| &own.sentences);
        add("confidence".into(), &mut confidence.into_iter());
    }
    for cycle in &report.story.okrs {
        add(format!("okrs {}", cycle.id), &mut cycle.summary.iter());
        for PointStoryPart { id, sentences } in &cycle.off_pace {
            add(format!("off pace {id}"), &mut sentences.iter());
        }
    }
    add(
        "service levels".into(),
        &mut report.story.service_levels.iter(),
    );
    add("people".into(), &mut report.story.people.iter());
    parts
}

/// A sentence with its links as Markdown has them.
fn linked(sentence: &Sentence) -> String {
    let pieces = sentence.pieces.iter().map(|piece| match &piece.to {
        Some(to) => format!("[{}](#{to})", piece.text),
        None => piece.text.clone(),
    });
    pieces.collect()
}

/// The whole story of a workspace in both languages; each sentence is sound.
#[track_caller]
fn told(inputs: impl Fn() -> Inputs, day: &str) -> String {
    let mut out = String::new();
    for language in LANGUAGES {
        let _ = writeln!(out, "== {}", language.tag());
        let report = report(inputs(), day, language);
        for (name, sentences) in parts(&report) {
            let _ = writeln!(out, "{name}:");
            for sentence in sentences {
                sound(sentence);
                let _ = writeln!(out, "  {}", linked(sentence));
            }
        }
    }
    out
}

/// Words that follow no 1, and words that follow nothing but 1.
const MANY: &str = "criteria answers KPIs questions results respondents readings items levels people objectives \
                    ratings gaps critérios respostas indicadores perguntas resultados-chave respondentes leituras \
                    níveis pessoas objetivos avaliações lacunas divergências";
const ONE: &str = "criterion answer KPI question respondent reading item person objective rating gap critério \
                   resposta indicador pergunta resultado-chave respondente leitura pessoa objetivo avaliação \
                   lacuna divergência";

/// What holds of every sentence.
#[track_caller]
fn sound(sentence: &Sentence) {
    let text = sentence.text();
    for broken in [
        "  ", " .", " ,", " :", " ;", "()", "“”", "⟦", "..", ".”.", "{", "}", "( ", " )",
    ] {
        assert!(!text.contains(broken), "{broken:?} in {text:?}");
    }
    let is_mark = |letter: char| u32::from(letter) >= 0xF_0000;
    assert!(!text.contains(is_mark), "{text:?}");
    assert!(text.trim() == text && !text.is_empty(), "{text:?}");
    let first = text.chars().next().unwrap();
    assert!(!first.is_lowercase(), "{text:?} begins small");
    let end = text.trim_end_matches('”');
    assert!(end.ends_with(['.', '?', '!', '…']), "{text:?} has no end");
    for piece in &sentence.pieces {
        assert!(!piece.text.is_empty(), "an empty piece in {text:?}");
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    for pair in words.windows(2) {
        let noun = pair[1].trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_in = |nouns: &str| nouns.split_whitespace().any(|own| own == noun);
        assert!(pair[0] != "1" || !is_in(MANY), "{text:?}");
        let is_many = pair[0].parse::<u32>().is_ok_and(|count| count > 1);
        assert!(!is_many || !is_in(ONE), "{text:?}");
    }
}

#[test]
fn both_examples_tell_their_story_in_both_languages() {
    for example in ["otica-horizonte", "saas-support"] {
        let path = repository().join("examples").join(example);
        let root = regua::workspace::find(Some(&path)).expect("the example is there");
        let story = told(|| regua::workspace::read(&root).unwrap(), DAY);
        insta::assert_snapshot!(format!("story-{example}"), story);
    }
}

#[test]
fn every_name_in_a_sentence_leads_to_a_place_of_the_page_and_of_the_markdown() {
    for example in ["otica-horizonte", "saas-support"] {
        let folder = Folder::copy_of_example(example);
        let files = crate::report::report(&folder, "out", "en");
        let root = regua::workspace::find(Some(folder.path())).unwrap();
        let report = report(
            regua::workspace::read(&root).unwrap(),
            DAY,
            Language::English,
        );
        let sentences = parts(&report).into_iter().flat_map(|(_, own)| own);
        let pieces = sentences.flat_map(|own| &own.pieces);
        let places: BTreeSet<&str> = pieces.filter_map(|own| own.to.as_deref()).collect();
        assert!(places.len() > 5, "{places:?}");
        for place in places {
            let page = &files["report.html"];
            let marks = [format!("id=\"{place}\""), format!("id={place}>")];
            assert!(
                marks.iter().any(|mark| page.contains(mark)),
                "{example}/report.html has no {place}"
            );
            let mark = format!("<a id=\"{place}\"");
            assert!(
                files["report.md"].contains(&mark),
                "{example}/report.md has no {mark}"
            );
        }
    }
}

/// A rubric of three levels, the first the floor, with these criteria: id, level and what else is said of them.
fn rubric(criteria: &[(&str, u32, &str)], rest: &str) -> (String, String) {
    let criteria: Vec<String> = criteria
        .iter()
        .map(|(id, level, more)| {
            format!("  - {{id: {id}, level: {level}, dimension: d, scale: achievement{more}}}\n")
        })
        .collect();
    let text = format!(
        "regua: 1\nid: ruler\nversion: 1.0.0\ntitle: Ruler\nfloor: 1\nlevels: [{{id: one, number: 1, title: \
         {{en: Ad hoc, pt-BR: Inicial}}}}, {{id: two, number: 2, title: {{en: Managed, pt-BR: Gerenciado}}}}, \
         {{id: three, number: 3, title: {{en: Leading, pt-BR: Referência}}}}]\ndimensions: [{{id: d, title: D}}]\n\
         criteria:\n{}{rest}",
        criteria.concat()
    );
    ("rubrics/ruler.yaml".into(), text)
}

fn settings() -> (String, String) {
    let text = "regua: 1\norganisation: Test\nrubrics: [ruler]\n";
    ("regua.yaml".into(), text.into())
}

fn assessment(date: &str, answers: &str) -> (String, String) {
    (
        format!("assessments/{date}.yaml"),
        format!("regua: 1\nrubric: ruler\ndate: {date}\nanswers:\n{answers}"),
    )
}

const CUMULATIVE: &str =
    "rules: {level: {method: cumulative, met_at: largely, unanswered: blocks}}\n";
const NONE: &str = "rules: {level: {method: none}}\n";

/// Criteria `a` to `f` on level 2 as far as they are asked for, and `z` on level 3.
fn ladder(count: usize, rest: &str) -> (String, String) {
    let ids = ["a", "b", "c", "d", "e", "f"];
    let mut criteria: Vec<(&str, u32, &str)> = ids[..count].iter().map(|id| (*id, 2, "")).collect();
    criteria.push(("z", 3, ""));
    rubric(&criteria, rest)
}

#[test]
fn the_answer_is_told_with_its_direction() {
    let now = "  {a: largely, b: largely, z: not}\n";
    let case = |before: Option<&str>, now: &str, rules: &str| {
        let mut files = vec![settings(), ladder(2, rules)];
        files.extend(before.map(|before| assessment("2026-06-30", before)));
        files.push(assessment("2026-09-30", now));
        told(|| inputs(&files), DAY)
    };
    let all = "  {a: fully, b: fully, z: fully}\n";
    let cases = [
        ("first", case(None, now, CUMULATIVE)),
        (
            "up",
            case(Some("  {a: not, b: largely, z: not}\n"), now, CUMULATIVE),
        ),
        (
            "two levels up, to the top",
            case(Some("  {a: not, b: not, z: not}\n"), all, CUMULATIVE),
        ),
        ("down", case(Some(all), now, CUMULATIVE)),
        (
            "down, score up",
            case(
                Some(now),
                "  {a: partially, b: fully, z: fully}\n",
                CUMULATIVE,
            ),
        ),
        (
            "same, up",
            case(Some(now), "  {a: fully, b: largely, z: not}\n", CUMULATIVE),
        ),
        ("same, still", case(Some(now), now, CUMULATIVE)),
        ("nothing answered", case(None, "  {}\n", CUMULATIVE)),
        (
            "nothing answered before",
            case(Some("  {}\n"), now, CUMULATIVE),
        ),
        (
            "one of three answered",
            case(Some(now), "  {a: largely}\n", CUMULATIVE),
        ),
        ("no level, first", case(None, now, NONE)),
        ("no level, down", case(Some(all), now, NONE)),
        ("no level, nothing before", case(Some("  {}\n"), now, NONE)),
    ];
    let page: String = cases
        .iter()
        .map(|(name, told)| format!("#### {name}\n{told}\n"))
        .collect();
    insta::assert_snapshot!("story-direction", page);
}

#[test]
fn what_blocks_a_level_is_named_up_to_three_and_counted_beyond() {
    let mut page = String::new();
    for blocking in [1, 2, 3, 4, 6] {
        let answers = ["a", "b", "c", "d", "e", "f"][..blocking]
            .iter()
            .map(|id| format!("  {id}: partially\n"));
        let answers: String = answers.chain(["  z: not\n".to_owned()]).collect();
        let files = vec![
            settings(),
            ladder(blocking, CUMULATIVE),
            assessment("2026-09-30", &answers),
        ];
        let _ = writeln!(page, "#### {blocking}\n{}", told(|| inputs(&files), DAY));
    }
    let barred = vec![
        settings(),
        measured(1, CUMULATIVE),
        readings(&[("kpi-0", "2026-10", 20)]),
        assessment("2026-09-30", "  {z: not}\n"),
    ];
    let _ = writeln!(
        page,
        "#### barred by a KPI\n{}",
        told(|| inputs(&barred), DAY)
    );
    let banded = "rules: {level: {method: banded, bands: {2: 0.3, 3: 0.8}, scope: rubric, unanswered: zero}}\n";
    let files = vec![
        settings(),
        ladder(1, banded),
        assessment("2026-09-30", "  {a: partially, z: not}\n"),
    ];
    let _ = writeln!(page, "#### banded\n{}", told(|| inputs(&files), DAY));
    insta::assert_snapshot!("story-next", page);
}

/// Criteria that KPIs of as many bands answer, one each, and `z` on level 2.
fn measured(kpis: usize, rest: &str) -> (String, String) {
    let own: Vec<(String, String)> = (0..kpis)
        .map(|kpi| (format!("k{kpi}"), format!(", kpi: kpi-{kpi}")))
        .collect();
    let mut criteria: Vec<(&str, u32, &str)> = own
        .iter()
        .map(|(id, kpi)| (id.as_str(), 3, kpi.as_str()))
        .collect();
    criteria.push(("z", 2, ""));
    let kpis: Vec<String> = (0..kpis)
        .map(|kpi| {
            format!(
                "  - {{id: kpi-{kpi}, title: {{en: Speed {kpi}, pt-BR: Velocidade {kpi}}}, unit: '%', direction: higher, \
                 frequency: monthly, bands: {{2: 50%, 3: 80%}}}}\n"
            )
        })
        .collect();
    rubric(&criteria, &format!("kpis:\n{}{rest}", kpis.concat()))
}

fn readings(rows: &[(&str, &str, u32)]) -> (String, String) {
    let rows: Vec<String> = rows
        .iter()
        .map(|(kpi, period, value)| {
            format!("  - {{kpi: {kpi}, period: {period}, value: {value}%}}\n")
        })
        .collect();
    (
        "kpis/readings.yaml".into(),
        format!("regua: 1\nreadings:\n{}", rows.concat()),
    )
}

#[test]
fn readings_confirm_or_deny_the_level_held() {
    let mut page = String::new();
    let mut case = |name: &str, kpis: usize, rows: &[(&str, &str, u32)], answers: &str| {
        let mut files = vec![
            settings(),
            measured(kpis, CUMULATIVE),
            assessment("2026-09-30", answers),
        ];
        if !rows.is_empty() {
            files.push(readings(rows));
        }
        let _ = writeln!(page, "#### {name}\n{}", told(|| inputs(&files), DAY));
    };
    let fine = "  {z: fully}\n";
    let (one, two, three, four) = ("kpi-0", "kpi-1", "kpi-2", "kpi-3");
    let month = "2026-10";
    case("no reading", 2, &[], fine);
    case("one of one, at the level", 1, &[(one, month, 90)], fine);
    case(
        "one of one, below; denied",
        1,
        &[(one, month, 20)],
        "  {k0: fully, z: fully}\n",
    );
    case(
        "all of four",
        4,
        &[
            (one, month, 90),
            (two, month, 85),
            (three, month, 80),
            (four, month, 99),
        ],
        fine,
    );
    case(
        "two of four, one stale, one unread",
        4,
        &[(one, month, 90), (two, "2026-06", 90), (three, month, 60)],
        fine,
    );
    case(
        "one of two",
        2,
        &[(one, month, 90), (two, month, 10)],
        "  {z: not}\n",
    );
    case(
        "none of four, none read",
        4,
        &[
            (one, "2026-06", 10),
            (two, "2026-06", 20),
            (three, "2026-06", 30),
            (four, "2026-06", 5),
        ],
        fine,
    );
    insta::assert_snapshot!("story-kpis", page);
}

#[test]
fn what_backs_a_point_is_told_as_it_was_given() {
    let required = ", evidence: required, valid_for: 6 months";
    let criteria = [
        ("a", 2, required),
        ("b", 2, required),
        ("c", 2, required),
        ("z", 3, ""),
    ];
    let answers = "  a: {choice: fully, evidence: [{title: Log., date: 2026-08-01}, {title: Wiki}, {title: Poll, date: 2026-09-02}]}
  b: {choice: fully, evidence: [{title: Old log, date: 2024-01-01}]}
  c: {choice: fully}
  z: {choice: not, note: \"Nobody does it. Ask **Ana**!\"}
";
    let files = vec![
        settings(),
        rubric(&criteria, CUMULATIVE),
        assessment("2026-09-30", answers),
    ];
    let mut page = format!("#### required\n{}", told(|| inputs(&files), DAY));
    let answers = "  a: {choice: largely, evidence: [{title: Wiki}]}
  b: {choice: fully, evidence: [{title: Wiki}, {title: Log}]}
  z: {choice: fully}
";
    let files = vec![
        settings(),
        ladder(2, CUMULATIVE),
        assessment("2026-09-30", answers),
    ];
    let _ = writeln!(page, "#### without dates\n{}", told(|| inputs(&files), DAY));
    insta::assert_snapshot!("story-evidence", page);
}

const TITLES: [&str; 10] = [
    "Answers within a day.",
    "a plan, and who keeps it",
    "SLA",
    "The \"golden\" path",
    "The “golden” path",
    "Who owns it?",
    "Tools, forms etc.",
    "1. Process & people",
    "**Bold** <b>claim</b> | R$ 300",
    "Wait…",
];

#[test]
fn titles_of_any_kind_stand_in_a_sentence() {
    let mut page = String::new();
    for title in TITLES {
        let title = format!(", title: '{title}', text: '{title}'");
        let criteria = [("a", 2, title.as_str()), ("z", 3, "")];
        let files = vec![
            settings(),
            rubric(&criteria, CUMULATIVE),
            assessment("2026-09-30", "  {a: partially, z: not}\n"),
        ];
        let report = report(inputs(&files), DAY, Language::English);
        let story = &report.assessments[0].story;
        for sentence in story
            .gaps
            .iter()
            .flat_map(|own| &own.sentences)
            .chain(&story.next)
        {
            sound(sentence);
            let _ = writeln!(page, "{}", linked(sentence));
        }
    }
    insta::assert_snapshot!("story-titles", page);
}

#[test]
fn respondents_apart_are_told_by_name() {
    let mut page = String::new();
    let mut case = |name: &str, answers: &[(&str, &str)]| {
        let mut files = vec![settings(), ladder(3, CUMULATIVE)];
        for (respondent, answers) in answers {
            let head = match *respondent {
                "consensus" => "consensus: true".to_owned(),
                name => format!("respondent: {name}"),
            };
            files.push((
                format!("assessments/2026-09-30/{respondent}.yaml"),
                format!(
                    "regua: 1\nrubric: ruler\ndate: 2026-09-30\n{head}\nanswers: {{{answers}}}\n"
                ),
            ));
        }
        let _ = writeln!(page, "#### {name}\n{}", told(|| inputs(&files), DAY));
    };
    let ana = ("ana", "a: fully, b: fully, c: fully, z: not");
    case(
        "agreed",
        &[ana, ("bia", "a: fully, b: fully, c: fully, z: not")],
    );
    case("one", &[ana, ("bia", "a: not, b: fully, c: fully, z: not")]);
    case(
        "all four, one on whether it applies",
        &[
            ana,
            (
                "bia",
                "a: {not_applicable: No.}, b: not, c: partially, z: fully",
            ),
        ],
    );
    case(
        "settled",
        &[
            ana,
            ("bia", "a: not, b: fully, c: fully, z: not"),
            ("consensus", "a: largely"),
        ],
    );
    case(
        "one of two settled",
        &[
            ana,
            ("bia", "a: not, b: not, c: fully, z: not"),
            ("consensus", "a: largely"),
        ],
    );
    insta::assert_snapshot!("story-respondents", page);
}

/// A cycle's plan with key results that increase from 0 to 100, by check-ins.
fn cycle(id: &str, key_results: &[&str], check_ins: &str) -> Files {
    let rows: Vec<String> = key_results
        .iter()
        .map(|id| format!("      - {{id: {id}, title: 'Lift {id}.', baseline: 0, target: 100}}\n"))
        .collect();
    let rows = if rows.is_empty() {
        "[]\n".to_owned()
    } else {
        format!("\n{}", rows.concat())
    };
    let plan = format!(
        "regua: 1\ncycle: {id}\nobjectives:\n  - id: better\n    title: Better\n    owner: ana\n    key_results: {rows}"
    );
    vec![
        (format!("okrs/{id}/plan.yaml"), plan),
        (format!("okrs/{id}/check-ins.yaml"), check_ins.to_owned()),
    ]
}

#[test]
fn key_results_off_pace_are_told_with_why() {
    let mut page = String::new();
    let mut case = |name: &str, id: &str, key_results: &[&str], check_ins: &[(&str, u32, &str)]| {
        let rows: Vec<String> = check_ins
            .iter()
            .map(|(key_result, value, rest)| {
                format!("- {{date: 2026-11-{rest}, key_result: {key_result}, value: {value}}}\n")
            })
            .collect();
        let mut files = vec![(
            "regua.yaml".to_owned(),
            "regua: 1\norganisation: Test\n".to_owned(),
        )];
        files.extend(cycle(id, key_results, &rows.concat()));
        let _ = writeln!(page, "#### {name}\n{}", told(|| inputs(&files), DAY));
    };
    case("no key result", "2026-Q4", &[], &[]);
    case("planned, one", "2027-Q1", &["a"], &[]);
    case("planned, two", "2027-S1", &["a", "b"], &[]);
    case("one, on pace", "2026-Q4", &["a"], &[("a", 60, "10")]);
    case(
        "two, on pace",
        "2026-Q4",
        &["a", "b"],
        &[("a", 60, "10"), ("b", 60, "10")],
    );
    case(
        "one, at risk",
        "2026",
        &["a"],
        &[("a", 10, "10, confidence: 9, note: We are fine")],
    );
    case("one, without data", "2026-Q4", &["a"], &[]);
    case(
        "one of two behind, one without data",
        "2026-Q4",
        &["a", "b"],
        &[("a", 45, "10")],
    );
    case(
        "both behind, one stale",
        "2026-Q4",
        &["a", "b"],
        &[
            ("a", 42, "01, confidence: 8"),
            ("a", 42, "10, confidence: 5"),
            ("b", 40, "02"),
        ],
    );
    case(
        "three of four at risk",
        "2026-Q4",
        &["a", "b", "c", "d"],
        &[
            ("a", 1, "10"),
            ("b", 5, "10"),
            ("c", 3, "10"),
            ("d", 90, "10"),
        ],
    );
    case(
        "mixed, all",
        "2026-Q4",
        &["a", "b"],
        &[("a", 1, "10"), ("b", 45, "10")],
    );
    case("past, missed", "2026-10", &["a", "b"], &[]);
    insta::assert_snapshot!("story-okrs", page);
}

#[test]
fn a_closed_cycle_is_told_by_its_grades() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let ran = folder.run(&["okr", "close", "2026-Q3", "--as-of", "2026-10-10"]);
    assert!(
        folder.path().join("okrs/2026-Q3/closing.yaml").exists(),
        "{}{}",
        ran.out,
        ran.err
    );
    let root = regua::workspace::find(Some(folder.path())).unwrap();
    let mut page = String::new();
    for language in LANGUAGES {
        let report = report(regua::workspace::read(&root).unwrap(), DAY, language);
        for sentence in &report.story.okrs[0].summary {
            sound(sentence);
            let _ = writeln!(page, "{}", linked(sentence));
        }
        assert!(report.story.okrs[0].off_pace.is_empty());
    }
    insta::assert_snapshot!("story-closed", page);
}

#[test]
fn service_levels_are_counted_and_those_that_missed_named() {
    let mut page = String::new();
    for (met, missed, silent) in [
        (0, 0, 1),
        (1, 0, 0),
        (0, 1, 1),
        (2, 0, 2),
        (0, 2, 0),
        (2, 1, 0),
        (2, 4, 0),
    ] {
        let ids: Vec<(String, Option<u32>)> = (0..met)
            .map(|own| (format!("met-{own}"), Some(10)))
            .chain((0..missed).map(|own| (format!("missed-{own}"), Some(90))))
            .chain((0..silent).map(|own| (format!("silent-{own}"), None)))
            .collect();
        let mut text = "regua: 1\nservice_levels:\n".to_owned();
        for (id, _) in &ids {
            let _ = writeln!(
                text,
                "  - {{id: {id}, title: {id}, goal: 80%, window: month}}"
            );
        }
        text.push_str("readings:");
        let read: Vec<String> = ids
            .iter()
            .filter_map(|(id, breached)| {
                Some(format!(
                    "\n  - {{service_level: {id}, period: 2026-10, met: 90, breached: {}}}",
                    (*breached)?
                ))
            })
            .collect();
        text.push_str(&if read.is_empty() {
            " []".to_owned()
        } else {
            read.concat()
        });
        text.push('\n');
        let files = vec![
            (
                "regua.yaml".to_owned(),
                "regua: 1\norganisation: Test\n".to_owned(),
            ),
            ("kpis/levels.yaml".to_owned(), text),
        ];
        let _ = writeln!(
            page,
            "#### {met} met, {missed} missed, {silent} without data\n{}",
            told(|| inputs(&files), DAY)
        );
    }
    insta::assert_snapshot!("story-service-levels", page);
}

proptest! {
    /// Whatever is answered, every sentence is whole, with one end, and agrees with its numbers.
    #[test]
    fn every_sentence_is_sound_whatever_the_workspace(
        now in prop::collection::vec(0..8usize, 1..7),
        before in prop::option::of(prop::collection::vec(0..8usize, 7)),
        second in prop::option::of(prop::collection::vec(0..8usize, 7)),
        titles in prop::collection::vec(0..TITLES.len(), 7),
        rules in 0..4usize,
        required in 0..7usize,
    ) {
        let ids = ["a", "b", "c", "d", "e", "f"];
        let said: Vec<String> = titles.iter().enumerate().map(|(position, title)| {
            let evidence = if position < required { ", evidence: required" } else { "" };
            format!(", title: '{}'{evidence}", TITLES[*title])
        }).collect();
        let criteria: Vec<(&str, u32, &str)> = (0..now.len())
            .map(|position| (ids[position], 2 + u32::from(position % 3 == 2), said[position].as_str()))
            .collect();
        let rules = [
            CUMULATIVE,
            NONE,
            "rules: {level: {method: highest, quantifier: any, met_at: partially, unanswered: zero}}\n",
            "rules: {level: {method: cumulative, quantifier: {share: 0.5}, met_at: fully, unanswered: exclude}}\n",
        ][rules];
        let answers = |chosen: &[usize]| {
            let rows = chosen.iter().zip(ids).take(now.len()).filter_map(|(answer, id)| Some(match answer {
                0 => return None,
                1 => format!("  {id}: unknown\n"),
                2 => format!("  {id}: {{not_applicable: Not here}}\n"),
                3 => format!("  {id}: {{choice: largely, note: 'Seen it', evidence: [{{title: Log, date: 2026-09-01}}]}}\n"),
                own => format!("  {id}: {}\n", ["not", "partially", "largely", "fully"][own - 4]),
            }));
            let rows: String = rows.collect();
            if rows.is_empty() { "  {}\n".to_owned() } else { rows }
        };
        let mut files = vec![settings(), rubric(&criteria, rules)];
        files.extend(before.map(|own| assessment("2026-06-30", &answers(&own))));
        let file = |name: &str, chosen: &[usize]| (
            format!("assessments/2026-09-30/{name}.yaml"),
            format!("regua: 1\nrubric: ruler\ndate: 2026-09-30\nrespondent: {name}\nanswers:\n{}", answers(chosen)),
        );
        files.push(file("ana", &now));
        files.extend(second.map(|own| file("bia", &own)));
        let story = told(|| inputs(&files), DAY);
        prop_assert!(story.contains("headline:"), "{story}");
    }
}

#[test]
fn readings_that_count_for_the_first_time_are_told_as_new() {
    let answers = "  {z: largely}\n";
    let files = vec![
        settings(),
        measured(1, &CUMULATIVE.replace("}}", "}, kpi_weight: 0.5}")),
        assessment("2026-08-31", "  {z: partially}\n"),
        assessment("2026-09-30", answers),
        readings(&[("kpi-0", "2026-09", 70)]),
    ];
    let told_of = told(|| inputs(&files), DAY);
    for sentence in [
        "On 31 Aug 2026 no KPI that counts had a reading: the index was the practice score alone, and the outcome is new in it.",
        "Em 31/08/2026, nenhum indicador que conta tinha leitura: o índice era só a pontuação de práticas, e os resultados entraram nele agora.",
    ] {
        assert!(told_of.contains(sentence), "{told_of}");
    }
    let made = report(inputs(&files), DAY, Language::English);
    let moved = made.assessments[0].moved.as_ref().unwrap();
    let labels: Vec<&str> = moved.steps.iter().map(|step| step.label.as_str()).collect();
    assert!(
        labels.contains(&"Speed 0 (new in the outcome)"),
        "{labels:?}"
    );
    // Where it had a reading before, neither is said.
    let mut files = files;
    files[4] = readings(&[("kpi-0", "2026-08", 40), ("kpi-0", "2026-09", 70)]);
    let told_of = told(|| inputs(&files), DAY);
    assert!(!told_of.contains("is new in it"), "{told_of}");
    let made = report(inputs(&files), DAY, Language::English);
    let moved = made.assessments[0].moved.as_ref().unwrap();
    assert!(moved.steps.iter().all(|step| !step.label.contains("new")));
}

#[test]
fn what_blocks_the_next_level_comes_first_among_the_weak() {
    // `met` is below 1 and suffices; `far` blocks nothing yet, and lies lowest of all.
    let criteria = [
        ("blocking", 2, ", title: Bread on time"),
        ("met", 2, ""),
        ("far", 3, ""),
        ("good", 3, ""),
        ("better", 3, ""),
        ("best", 3, ""),
    ];
    let answers = "  blocking: partially\n  met: largely\n  far: not\n  good: fully\n  better: fully\n  \
                   best: fully\n";
    let files = vec![
        settings(),
        rubric(&criteria, CUMULATIVE),
        assessment("2026-09-30", answers),
    ];
    let told = report(inputs(&files), DAY, Language::English);
    let own = &told.assessments[0];
    let weak: Vec<&str> = own.weaknesses.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(weak, ["blocking", "far", "met"]);
    // A question without words goes by its criterion's.
    let ascent = own.plan.ascent.as_ref().unwrap();
    assert_eq!(ascent.answers[0].text, "Bread on time");
}
