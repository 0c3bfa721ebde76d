//! Several respondents of one assessment: how their answers become one, where they stand apart, and who has
//! not answered what. Figures are worked out by hand beside the rows.

use serde_json::{Value, json};

use crate::browser::{Browser, TemporaryDirectory};
use crate::support::{Folder, Ran, shown};

const DAY: &str = "2026-09-30";

/// A workspace with one rubric, `ruler`, and files of answers of [`DAY`]: each with a name that says nothing,
/// and what it says before its answers.
fn workspace(settings: &str, rubric: &str, files: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            &format!("regua: 1\norganisation: Test\nrubrics: [ruler]\n{settings}"),
        )
        .write(
            "rubrics/ruler.yaml",
            &format!("regua: 1\nid: ruler\nversion: 1.0.0\nlevels: []\ndimensions: [{{id: d}}]\n{rubric}\n"),
        );
    for (index, (head, answers)) in files.iter().enumerate() {
        write(&folder, &format!("file-{index}"), head, answers);
    }
    folder
}

fn write(folder: &Folder, name: &str, head: &str, answers: &str) {
    folder.write(
        &format!("assessments/{name}.yaml"),
        &format!("regua: 1\nrubric: ruler\ndate: {DAY}\n{head}\nanswers: {{{answers}}}\n"),
    );
}

fn with_three_levels(folder: &Folder) {
    let rubric = folder.read("rubrics/ruler.yaml");
    let levels = "levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]";
    folder.write("rubrics/ruler.yaml", &rubric.replace("levels: []", levels));
}

/// The only assessment of a workspace.
#[track_caller]
fn scored(folder: &Folder) -> Value {
    let mut result = folder.scored(DAY);
    let assessments = result["assessments"].as_array().unwrap();
    assert_eq!(assessments.len(), 1, "{assessments:#?}");
    result["assessments"][0].take()
}

/// Respondents `a`, `b`, `c`… who answer the question `x`; `-` is no answer.
#[track_caller]
fn answered(settings: &str, rubric: &str, answers: &[&str]) -> Value {
    let names = ["a", "b", "c", "d"];
    let files: Vec<(String, String)> = names
        .iter()
        .zip(answers)
        .map(|(name, answer)| {
            let answers = match *answer {
                "-" => String::new(),
                answer => format!("x: {answer}"),
            };
            (format!("respondent: {name}"), answers)
        })
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(head, answers)| (head.as_str(), answers.as_str()))
        .collect();
    scored(&workspace(settings, rubric, &files))
}

const ONE_QUESTION: &str = "criteria: [{id: x, dimension: d, scale: percent}]";

#[test]
fn values_of_several_become_one_as_the_workspace_says() {
    #[track_caller]
    fn case(settings: &str, answers: &[&str], value: &str) {
        let score = answered(settings, ONE_QUESTION, answers);
        assert_eq!(shown(&score, "/criteria/0/value"), value);
        assert_eq!(shown(&score, "/criteria/0/state"), "answered");
        assert_eq!(shown(&score, "/coverage"), "1");
    }
    // The median is what is not said.
    case("", &["20%", "60%"], "0.4"); // halfway between the two
    case("", &["90%", "20%", "60%"], "0.6"); // the one in the middle, whoever gave it
    case("", &["90%", "100%", "20%", "60%"], "0.75"); // halfway between 60 and 90
    case("respondents: median\n", &["20%", "60%"], "0.4");
    case("respondents: mean\n", &["20%", "60%", "90%"], "0.566667"); // 170/3
    case("respondents: lowest\n", &["60%", "20%", "90%"], "0.2");
    // Whoever has no value has no say: not a zero, in none of the three ways.
    case("", &["20%", "60%", "-", "unknown"], "0.4");
    case(
        "respondents: mean\n",
        &["20%", "-", "unknown", "60%"],
        "0.4",
    );
    case("respondents: lowest\n", &["60%", "-", "unknown"], "0.6");
    case("", &["60%", "{not_applicable: Not here.}"], "0.6");
}

#[test]
fn without_a_value_the_state_is_the_one_that_says_most() {
    #[track_caller]
    fn case(answers: &[&str], state: &str, coverage: &str) {
        let score = answered("", ONE_QUESTION, answers);
        assert_eq!(shown(&score, "/criteria/0/value"), "null");
        assert_eq!(shown(&score, "/criteria/0/state"), state);
        assert_eq!(shown(&score, "/coverage"), coverage);
    }
    const NO: &str = "{not_applicable: Not here.}";
    case(&["-", "-"], "unanswered", "0");
    case(&["unknown", "-"], "unknown", "0");
    // That it does not apply stands only while nobody doubts it.
    case(&[NO, "-"], "not_applicable", "null");
    case(&[NO, NO], "not_applicable", "null");
    case(&[NO, "unknown"], "unknown", "0");
    case(&["unknown", NO], "unknown", "0");
}

const THREE_QUESTIONS: &str = "criteria: [{id: x, dimension: d, scale: percent}, {id: y, dimension: d, scale: percent}, {id: z, dimension: d, scale: percent}]";

#[test]
fn what_was_agreed_stands_and_the_rest_is_combined() {
    let score = scored(&workspace(
        "",
        THREE_QUESTIONS,
        &[
            ("respondent: a", "x: 0%, y: 20%, z: 40%"),
            ("respondent: b", "x: 100%, y: 60%, z: 40%"),
            (
                "consensus: true",
                "x: 90%, z: {not_applicable: Agreed to leave it out.}",
            ),
        ],
    ));
    let case = |pointer: &str, expected: &str| {
        assert_eq!(shown(&score, pointer), expected, "{pointer}");
    };
    case("/criteria/0/value", "0.9"); // agreed, not the 0.5 of the two
    case("/criteria/1/value", "0.4"); // not agreed on: the median
    case("/criteria/2/state", "not_applicable"); // agreed to say nothing
    case("/respondents/consensus", "true");
    case("/respondents/agreed", "2");
    case("/respondents/combined_by", "median");
    // Both disagreements are told, the settled one as settled.
    case("/respondents/disagreements/0/question", "x");
    case("/respondents/disagreements/0/spread", "1");
    case("/respondents/disagreements/0/settled", "true");
    case("/respondents/disagreements/0/agreed", "90");
    case("/respondents/disagreements/1/question", "y");
    case("/respondents/disagreements/1/settled", "false");
    case("/respondents/disagreements/1/agreed", "null");
    assert_eq!(
        score["respondents"]["disagreements"]
            .as_array()
            .unwrap()
            .len(),
        2,
        "on z they agree"
    );
}

#[test]
fn what_was_agreed_on_everything_needs_nobody_else() {
    let agreed = "x: 90%, y: 50%, z: unknown";
    let alone = scored(&workspace(
        "",
        THREE_QUESTIONS,
        &[("consensus: true", agreed)],
    ));
    // A single file is an assessment as ever, whatever it says of itself.
    assert_eq!(alone["respondents"], Value::Null);
    let mut beside = scored(&workspace(
        "",
        THREE_QUESTIONS,
        &[
            // Whoever wrote down what was agreed may say so.
            ("consensus: true\nrespondent: b", agreed),
            ("respondent: a", "x: 0%, y: 20%, z: 40%"),
            ("respondent: b", "x: 100%"),
        ],
    ));
    let respondents = beside["respondents"].take();
    assert_eq!(alone, beside, "the figures are those of the agreed file");
    assert_eq!(respondents["agreed"], 3);
    let people = respondents["people"].as_array().unwrap();
    assert_eq!(people.len(), 2, "the agreed file is nobody's");
}

#[test]
fn one_respondent_beside_what_was_agreed_counts_where_nothing_was() {
    let score = scored(&workspace(
        "",
        THREE_QUESTIONS,
        &[
            ("respondent: a", "x: 0%, y: 20%"),
            ("consensus: true", "x: 90%"),
        ],
    ));
    assert_eq!(shown(&score, "/criteria/0/value"), "0.9");
    assert_eq!(shown(&score, "/criteria/1/value"), "0.2");
    assert_eq!(shown(&score, "/criteria/2/state"), "unanswered");
    assert_eq!(score["respondents"]["disagreements"], json!([]));
}

const SCALES: &str = "
scales:
  four: {choices: [{id: never, value: 0}, {id: rarely, value: 0.25}, {id: often, value: 0.75}, {id: always, value: 1}]}
  disordered: {choices: [{id: full, value: 1}, {id: none, value: 0}, {id: half, value: 0.5}]}
  doubled: {choices: [{id: no, value: 0}, {id: hardly, value: 0}, {id: part, value: 0.5}, {id: yes, value: 1}]}
  offset: {min: 0, max: 10, choices: [{id: low, value: 4}, {id: high, value: 6}]}
  agents: {min: 0, max: 40, unit: agents}
";

#[test]
fn a_spread_is_the_way_from_the_lowest_answer_to_the_highest() {
    /// `spread`, `choices_apart` and `for_discussion`; all empty where they do not disagree.
    #[track_caller]
    fn case(scale: &str, answers: &[&str], expected: [&str; 3]) {
        let rubric = format!("{SCALES}\ncriteria: [{{id: x, dimension: d, scale: {scale}}}]");
        let score = answered("", &rubric, answers);
        let Some(own) = score.pointer("/respondents/disagreements/0") else {
            assert_eq!(expected, ["", "", ""]);
            return;
        };
        let keys = ["/spread", "/choices_apart", "/for_discussion"];
        assert_eq!(keys.map(|key| shown(own, key)), expected);
    }
    const NO: &str = "{not_applicable: Not here.}";
    // Choices: two apart are too many, one is not.
    case("four", &["never", "rarely"], ["0.25", "1", "false"]);
    case("four", &["rarely", "often"], ["0.5", "1", "false"]); // one choice, though half the scale
    case("four", &["never", "often"], ["0.75", "2", "true"]);
    case("four", &["always", "never", "often"], ["1", "3", "true"]);
    case(
        "achievement",
        &["partially", "fully"],
        ["0.666667", "2", "true"],
    );
    case("five-point", &["2", "4"], ["0.5", "2", "true"]);
    case("four", &["often", "often"], ["", "", ""]);
    // A scale of two: its choices are the two ends, also of a wider range.
    case("yes-no", &["no", "yes"], ["1", "1", "true"]);
    case("offset", &["low", "high"], ["0.2", "1", "true"]); // (6 − 4)/10
    // Steps follow the values, not the order of writing; choices of one value are one step.
    case("disordered", &["full", "half"], ["0.5", "1", "false"]);
    case("doubled", &["no", "hardly"], ["", "", ""]);
    case("doubled", &["no", "part"], ["0.5", "1", "false"]);
    // Numbers: from half the scale on.
    case("agents", &["0", "19"], ["0.475", "null", "false"]);
    case("agents", &["5", "25"], ["0.5", "null", "true"]);
    case("percent", &["30%", "81%"], ["0.51", "null", "true"]);
    // Whether it applies is all or nothing, and no distance between choices.
    case("four", &["often", NO], ["1", "null", "true"]);
    case("agents", &["0", NO, "1"], ["1", "null", "true"]);
    // Not to know is no claim that it applies, nor is silence.
    case("four", &["unknown", NO], ["", "", ""]);
    case("four", &["-", NO], ["", "", ""]);
    case("four", &["never", "unknown", "-"], ["", "", ""]);
}

#[test]
fn disagreements_are_sorted_by_spread_times_weight() {
    let rubric = "
criteria:
  - {id: light, dimension: d, scale: percent, weight: 0.5}
  - id: heavy
    dimension: d
    weight: 3
    questions:
      - {id: most, scale: percent, weight: 2}
      - {id: least, scale: percent}
  - {id: tied, dimension: d, scale: percent}
  - {id: unweighed, dimension: d, scale: percent, weight: 0}
  - {id: lack, dimension: d, scale: yes-no, polarity: absence}
  - {id: agreed, dimension: d, scale: percent}
";
    let score = scored(&workspace(
        "",
        rubric,
        &[
            (
                "respondent: ana",
                "light: 0%, heavy.most: 50%, heavy.least: 10%, tied: 80%, unweighed: 0%, lack: yes, agreed: 7%",
            ),
            (
                "respondent: bruno",
                "light: 100%, heavy.most: 20%, heavy.least: 60%, tied: 30%, unweighed: 100%, lack: no, agreed: 7%",
            ),
        ],
    ));
    //              spread  weight         product
    // heavy.most     0.3   3 · 2/3 = 2      0.6
    // light          1     0.5              0.5     three of one product: in the rubric's order
    // heavy.least    0.5   3 · 1/3 = 1      0.5
    // tied           0.5   1                0.5
    // lack           1     1                1       counts in no figure: last, whatever it weighs
    // unweighed      1     0                0
    let told: Vec<[String; 4]> = score["respondents"]["disagreements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| {
            ["/question", "/spread", "/weight", "/for_discussion"].map(|key| shown(own, key))
        })
        .collect();
    let expected = [
        ["heavy.most", "0.3", "2", "false"],
        ["light", "1", "0.5", "true"],
        ["heavy.least", "0.5", "1", "true"],
        ["tied", "0.5", "1", "true"],
        ["lack", "1", "1", "true"],
        ["unweighed", "1", "0", "true"],
    ];
    assert_eq!(told, expected.map(|row| row.map(str::to_owned)));
}

#[test]
fn the_result_says_who_has_not_answered_what() {
    let rubric = "
criteria:
  - {id: w, dimension: d, scale: percent}
  - {id: x, dimension: d, scale: yes-no}
  - {id: y, dimension: d, scale: percent}
  - {id: z, dimension: d, scale: achievement}
";
    let score = scored(&workspace(
        "respondents: mean\n",
        rubric,
        &[
            ("respondent: bruno", "w: 40%, y: unknown, z: fully"),
            ("respondent: ana", "w: 40%, x: yes, y: 10%, z: largely"),
            (
                "respondent: carla",
                "w: {not_applicable: No stock.}, y: unknown",
            ),
        ],
    ));
    assert_eq!(
        score["respondents"],
        json!({
            "combined_by": "mean",
            "consensus": false,
            "agreed": 0,
            "people": [
                {"respondent": "ana", "answered": 4, "unanswered": [], "unknown": [], "not_applicable": []},
                {"respondent": "bruno", "answered": 2, "unanswered": ["x"], "unknown": ["y"], "not_applicable": []},
                {"respondent": "carla", "answered": 0, "unanswered": ["x", "z"], "unknown": ["y"], "not_applicable": ["w"]},
            ],
            "disagreements": [
                {
                    "question": "w", "spread": 1, "choices_apart": null, "weight": 1, "for_discussion": true,
                    "settled": false, "agreed": null,
                    "answers": {"ana": 40, "bruno": 40, "carla": "not_applicable"},
                },
                {
                    "question": "z", "spread": 0.333333, "choices_apart": 1, "weight": 1, "for_discussion": false,
                    "settled": false, "agreed": null,
                    "answers": {"ana": "largely", "bruno": "fully", "carla": null},
                },
            ],
        })
    );
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let files = [
        ("respondent: Ana", "x: 10%, y: 30%"),
        ("respondent: bruno", "x: 90%, z: unknown"),
        (
            "respondent: carla",
            "x: {not_applicable: Not here.}, y: 80%",
        ),
        ("consensus: true", "z: 50%"),
    ];
    let named = |names: [&str; 4]| {
        let folder = workspace("", THREE_QUESTIONS, &[]);
        for (name, (head, answers)) in names.into_iter().zip(files) {
            write(&folder, name, head, answers);
        }
        let ran = folder.run(&["score", "--format", "json", "--as-of", DAY]);
        let text = folder.run(&["score", "--as-of", DAY]);
        assert_eq!((ran.code, text.code), (0, 0), "{}", ran.err);
        (ran.out, text.out)
    };
    let first = named(["1", "2", "3", "4"]);
    assert_eq!(first, named(["4", "3", "2", "1"]));
    // In the folder of its day a file may be called anything, when the respondent is written.
    assert_eq!(
        first,
        named(["2026-09-30/z", "m", "2026-09-30/a", "2026-09-30/b"])
    );
}

#[test]
fn in_the_folder_of_its_day_the_name_of_a_file_is_the_respondents() {
    let folder = workspace("", THREE_QUESTIONS, &[]);
    write(&folder, "2026-09-30/Carla Souza", "", "x: 10%");
    write(&folder, "2026-09-30/bruno", "", "x: 20%");
    write(&folder, "2026-09-30/3", "respondent: ana", "x: 60%");
    write(&folder, "2026-09-30/consensus", "consensus: true", "y: 0%");
    let score = scored(&folder);
    let people = score["respondents"]["people"].as_array().unwrap();
    let names: Vec<&Value> = people.iter().map(|person| &person["respondent"]).collect();
    assert_eq!(names, ["ana", "bruno", "Carla Souza"]);
    assert_eq!(shown(&score, "/criteria/0/value"), "0.2");
    // Alone in its folder it is an assessment like any other.
    let alone = workspace("", THREE_QUESTIONS, &[]);
    write(&alone, "2026-09-30/ana", "", "x: 60%");
    assert_eq!(scored(&alone)["respondents"], Value::Null);
}

#[test]
fn what_a_reading_answers_is_asked_of_nobody() {
    let rubric = "
floor: 1
kpis: [{id: speed, unit: h, direction: lower, frequency: monthly, bands: {2: 8h, 3: 4h}}]
criteria:
  - {id: x, dimension: d, scale: yes-no, kpi: speed}
  - {id: y, dimension: d, scale: percent}
"
    .to_owned();
    let files = [
        ("respondent: ana", "x: yes, y: 10%"),
        ("respondent: bruno", "x: no"),
    ];
    let folder = workspace("", &rubric, &files);
    with_three_levels(&folder);
    let before = scored(&folder);
    assert_eq!(shown(&before, "/respondents/people/0/answered"), "2");
    assert_eq!(
        shown(&before, "/respondents/disagreements/0/settled"),
        "false"
    );
    folder.write(
        "kpis/k.yaml",
        "regua: 1\nreadings: [{kpi: speed, period: 2026-08, value: 8h}]\n",
    );
    let after = scored(&folder);
    assert_eq!(shown(&after, "/criteria/0/value"), "0.5"); // level 2, halfway from 1 to 3
    assert_eq!(shown(&after, "/respondents/people/0/answered"), "1");
    assert_eq!(
        after["respondents"]["people"][1]["unanswered"],
        json!(["y"])
    );
    assert_eq!(
        shown(&after, "/respondents/disagreements/0/settled"),
        "true"
    );
}

#[test]
fn a_reading_is_held_against_what_was_agreed_in_place_of_what_each_said() {
    let rubric = "
floor: 1
kpis: [{id: speed, unit: h, direction: lower, frequency: monthly, bands: {2: 8h, 3: 4h}}]
criteria: [{id: x, dimension: d, scale: yes-no, kpi: speed}]
";
    let denied = |files: &[(&str, &str)]| -> Value {
        let folder = workspace("", rubric, files);
        with_three_levels(&folder);
        // 4 hours are level 3, the highest: the reading says yes.
        folder.write(
            "kpis/k.yaml",
            "regua: 1\nreadings: [{kpi: speed, period: 2026-08, value: 4h}]\n",
        );
        scored(&folder)["contradictions"].take()
    };
    let (ana, bruno) = (
        ("respondent: ana", "x: yes"),
        ("respondent: bruno", "x: no"),
    );
    let agreed = |answer: &'static str| ("consensus: true", answer);
    let denies = json!([{"kind": "kpi_denies_answer", "between": ["x", "speed"]}]);
    assert_eq!(denied(&[ana, bruno]), denies);
    assert_eq!(denied(&[ana, bruno, agreed("")]), denies);
    assert_eq!(denied(&[ana, bruno, agreed("x: yes")]), json!([]));
    assert_eq!(denied(&[ana, bruno, agreed("x: no")]), denies);
    assert_eq!(denied(&[ana, bruno, agreed("x: unknown")]), json!([]));
}

#[test]
fn evidence_of_one_respondent_counts_for_all() {
    let rubric = "criteria: [{id: x, dimension: d, scale: yes-no, evidence: required}]";
    let check = |one: &str, other: &str, agreed: &str| -> Ran {
        let files = [
            ("respondent: a", one),
            ("respondent: b", other),
            ("consensus: true", agreed),
        ];
        let folder = workspace("", rubric, &files);
        folder.run(&["check", "--as-of", DAY])
    };
    let shown = "x: {choice: yes, evidence: [Minutes]}";
    assert_eq!(check("x: yes", shown, "").err, "");
    assert_eq!(
        check(shown, "", "x: yes").err,
        "",
        "nor is it lost by agreeing"
    );
    let missing = check("x: yes", "x: yes", "");
    assert!(missing.err.contains("missing-evidence"), "{}", missing.err);
    // Where nothing is claimed there is nothing to show.
    assert_eq!(check("x: no", "x: no", "").err, "");
}

#[test]
fn a_contradiction_is_told_at_the_answer_that_makes_it() {
    let rubric = "criteria:
  - {id: x, dimension: d, scale: yes-no, conflicts_with: [y]}
  - {id: y, dimension: d, scale: yes-no}";
    let files = [
        ("respondent: a", "x: no, y: yes"),
        ("respondent: b", "x: yes, y: yes"),
        ("respondent: c", "x: yes, y: no"),
    ];
    // Two of three say yes to both.
    let told = workspace("", rubric, &files).run(&["check", "--as-of", DAY]);
    assert!(told.err.contains("warning[contradiction]"), "{}", told.err);
    let files: Vec<&str> = told
        .err
        .lines()
        .filter_map(|line| line.trim().split_once("assessments/"))
        .map(|(_, place)| place)
        .collect();
    // Both places are in the file of the one who says both.
    assert_eq!(files, ["file-1.yaml:5:14"], "{}", told.err);
}

#[test]
fn what_several_say_is_explained_by_who_said_it() {
    #[track_caller]
    fn case(folder: &Folder, figure: &str, said: &[&str]) {
        let ran = folder.run(&["explain", figure, "--as-of", DAY]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        for words in said {
            assert!(ran.out.contains(words), "{words}: {}", ran.out);
        }
    }
    let folder = workspace(
        "",
        THREE_QUESTIONS,
        &[
            ("respondent: ana", "x: 0%, y: 20%, z: 40%"),
            (
                "respondent: bruno",
                "x: 100%, y: {not_applicable: No.}, z: 40%",
            ),
            ("consensus: true", "z: 90%"),
        ],
    );
    case(
        &folder,
        "questions/x/value",
        &["= median(ana; bruno)", "= median(0; 1)", "file-1.yaml:5"],
    );
    case(
        &folder,
        "questions/x/spread",
        &[
            "= max(ana; bruno) − min(ana; bruno)",
            "For discussion",
            "weight among disagreements  1",
        ],
    );
    case(
        &folder,
        "questions/y/spread",
        &[
            "Spread: 100%",
            "counts as the whole",
            "Not applicable",
            "file-1.yaml:5",
        ],
    );
    case(
        &folder,
        "questions/z/value",
        &["agreed", "90%", "file-2.yaml:5"],
    );
}

#[test]
fn what_stands_is_said_in_the_words_of_the_scale_everywhere() {
    let rubric = format!(
        "{SCALES}\ncriteria:\n  - {{id: x, dimension: d}}\n  - {{id: y, dimension: d}}\n  \
         - {{id: z, dimension: d, scale: agents}}"
    );
    let files = [
        ("respondent: ana", "x: fully, y: largely, z: 10"),
        ("respondent: bruno", "x: fully, y: partially, z: 16"),
    ];
    let folder = workspace("", &rubric, &files);
    with_three_levels(&folder);
    folder.write(
        "assessments/before.yaml",
        "regua: 1\nrubric: ruler\ndate: 2026-06-30\nanswers: {x: not, y: not, z: 0}\n",
    );
    let compared = folder.run(&["compare", "2026-06-30", DAY, "--as-of", DAY]);
    assert_eq!(compared.code, 0, "{}", compared.err);
    let written = folder.run(&["report", "--as-of", DAY, "--output", "out"]);
    assert_eq!(written.code, 0, "{}", written.err);
    let markdown = folder.read("out/report.md").replace('\u{a0}', " ");
    // The same choice; halfway between two, which is none; (10 + 16)/2 of a number with a unit.
    for (shown, answer) in [
        ("Not → Fully", "Fully"),
        ("Not → 50%", "50%"),
        ("0 agents → 13 agents", "13 agents"),
    ] {
        let compared = compared.out.replace('\u{a0}', " ");
        assert!(compared.contains(shown), "{shown}: {compared}");
        assert!(
            markdown.contains(&format!("**{answer}** (Before: ")),
            "{answer}: {markdown}"
        );
    }
}

/// Three respondents and what they agreed on, by the shipped rubric.
fn three_respondents() -> Folder {
    let folder = Folder::new();
    folder.write("proof.md", "What Ana was shown.\n");
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Corner Bakery\nrubrics: [customer-service]\n",
    );
    let files = [
        (
            "ana",
            "basic-answers.answered: {choice: fully, note: ANA-NOTE, evidence: [{title: ANA-PROOF, href: proof.md, date: 2026-08-01}]}
  basic-answers.recorded: largely
  need-recognised.owner-named: fully
  team-training.onboarding: {not_applicable: ANA-REASON}
  no-formal-processes.no-defined-flow: yes",
        ),
        (
            "bruno <b>",
            "basic-answers.answered: {choice: not, note: BRUNO-NOTE}
  basic-answers.recorded: partially
  need-recognised.owner-named: unknown
  team-training.onboarding: fully
  no-formal-processes.no-defined-flow: no",
        ),
        (
            "carla",
            "basic-answers.answered: {choice: largely, note: CARLA-NOTE, evidence: [CARLA-PROOF]}",
        ),
    ];
    for (name, answers) in files {
        folder.write(
            &format!("assessments/{DAY}/{name}.yaml"),
            &format!("regua: 1\nrubric: customer-service\ndate: {DAY}\nscope: SCOPE\nanswers:\n  {answers}\n"),
        );
    }
    folder.write(
        &format!("assessments/{DAY}/consensus.yaml"),
        &format!(
            "regua: 1\nrubric: customer-service\ndate: {DAY}\nconsensus: true\nanswers:\n  \
             team-training.onboarding: {{choice: largely, note: AGREED-NOTE}}\n"
        ),
    );
    folder
}

#[test]
fn the_screen_shows_respondents_within_its_width_in_both_languages() {
    let folder = three_respondents();
    for language in ["en", "pt-BR"] {
        let ran = folder.run(&["score", "--as-of", DAY, "--lang", language]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let (_, section) = ran
            .out
            .split_once("\n3 respond")
            .unwrap_or_else(|| panic!("{}", ran.out));
        assert!(
            ran.out.lines().all(|line| line.chars().count() <= 80),
            "{}",
            ran.out
        );
        assert!(!ran.out.contains('⟦'), "a sentence is missing: {}", ran.out);
        let mut settings = insta::Settings::clone_current();
        settings.set_omit_expression(true);
        settings.bind(|| {
            insta::assert_snapshot!(
                format!("respondents-{language}"),
                format!("3 respond{section}")
            );
        });
    }
}

/// The report of [`three_respondents`] in a language.
fn report(folder: &Folder, language: &str) -> [String; 2] {
    let arguments = [
        "report", "--as-of", DAY, "--lang", language, "--output", language,
    ];
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ["report.html", "report.md"].map(|file| folder.read(&format!("{language}/{file}")))
}

#[test]
fn the_report_loses_nothing_that_anybody_wrote() {
    let folder = three_respondents();
    for text in report(&folder, "en") {
        // In the list of disagreements and in the criterion's card.
        for note in ["ANA-NOTE", "BRUNO-NOTE", "CARLA-NOTE", "ANA-REASON"] {
            assert!(text.matches(note).count() >= 2, "{note}");
        }
        for once in ["AGREED-NOTE", "ANA-PROOF", "CARLA-PROOF", "SCOPE"] {
            assert!(text.contains(once), "{once}");
        }
        // The median of fully, not and largely is largely; of largely and partially it is halfway.
        assert!(text.contains("Counts as: Largely"), "a choice");
        assert!(text.contains("Counts as: 50%"), "between two choices");
        assert!(text.contains("Agreed: Largely"), "settled");
    }
    let [html, markdown] = report(&folder, "en");
    assert!(!html.contains("<b>.yaml"), "a name is text");
    let place = format!("`assessments/{DAY}/ana.yaml:6`");
    assert!(markdown.contains(&place), "each answer has its place");
}

#[test]
fn a_browser_finds_no_fault_with_a_report_of_three_respondents() {
    let folder = three_respondents();
    let directory = TemporaryDirectory::new();
    let browser = Browser::launch();
    let page = browser.page();
    for language in ["en", "pt-BR"] {
        let [html, _] = report(&folder, language);
        let path = directory.write(&format!("{language}.html"), &html);
        for scheme in ["light", "dark"] {
            for width in [1280, 375] {
                page.set_viewport(width, 900);
                page.emulate("screen", scheme);
                page.open(&path);
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                let what = format!("{language}, {scheme}, {width} px");
                let violations = page.axe();
                assert!(violations.is_empty(), "{what}: {violations:#?}");
                assert_eq!(page.horizontal_overflow(), 0, "{what} scrolls sideways");
                assert!(page.console().is_empty(), "{what}: {:#?}", page.console());
                assert!(page.requests().is_empty(), "{what}: {:#?}", page.requests());
            }
        }
        // Every link from the list of disagreements leads to its question.
        let lost = page.evaluate(
            "[...document.querySelectorAll('.respondents a')]
                .filter(link => !document.getElementById(link.hash.slice(1))).length",
        );
        assert_eq!(lost, 0, "{language}");
        let open = page.evaluate("document.querySelectorAll('#criteria div[id^=c] .flag').length");
        // basic-answers.answered and no-defined-flow; onboarding is settled.
        assert_eq!(open, 2, "{language}");
    }
}
