//! Published maturity models as rubrics: what the program makes of answers is what each publisher says.
//!
//! The program knows none of these models. Each is a file in `tests/fixtures/models`, which names its source;
//! here stand answers, and figures worked out by hand from the published rule. Coverage and interval are ours:
//! what is answered ÷ what applies, and the score with every gap at its worst and at its best.
//!
//! In rows of answers `-` is none, `?` unknown and `n/a` not applicable.

use std::collections::BTreeMap;

use serde_json::Value;

use super::support::{Folder, files_below, repository, shown};

const DAY: &str = "2026-09-30";

const MODELS: [&str; 6] = [
    "c2m2",
    "checklist",
    "cmmi-staged",
    "enisa",
    "iso-33020",
    "samm",
];

/// What is answered to each question, by its key.
pub(crate) type Answers = BTreeMap<String, &'static str>;

/// The same answer to each of these questions.
fn all(questions: impl IntoIterator<Item = String>, answer: &'static str) -> Answers {
    questions.into_iter().map(|key| (key, answer)).collect()
}

/// One answer after the other, separated by blanks, to these questions in their order.
#[track_caller]
pub(crate) fn in_order(questions: Vec<String>, answers: &'static str) -> Answers {
    let answers: Vec<&str> = answers.split_whitespace().collect();
    assert_eq!(questions.len(), answers.len(), "{answers:?}");
    questions.into_iter().zip(answers).collect()
}

/// An answer as an assessment holds it, when there is one.
fn written(question: &str, answer: &str) -> Option<String> {
    match answer {
        "-" => None,
        "?" => Some(format!("{question}: unknown")),
        "n/a" => Some(format!("{question}: {{not_applicable: Not here.}}")),
        given => Some(format!("{question}: {given}")),
    }
}

/// A workspace with one of the models and one assessment by it.
pub(crate) fn assessed(model: &str, answers: &Answers) -> Folder {
    let file = format!("tests/fixtures/models/{model}.yaml");
    let rubric = std::fs::read_to_string(repository().join(file)).unwrap();
    let answers: Vec<String> = answers
        .iter()
        .filter_map(|(question, answer)| written(question, answer))
        .collect();
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            &format!("regua: 1\norganisation: Test\nrubrics: [{model}]\n"),
        )
        .write(&format!("rubrics/{model}.yaml"), &rubric)
        .write(
            "assessments/one.yaml",
            &format!(
                "regua: 1\nrubric: {model}\ndate: {DAY}\nanswers: {{{}}}\n",
                answers.join(", ")
            ),
        );
    folder
}

#[track_caller]
fn scores(model: &str, answers: &Answers) -> Value {
    assessed(model, answers).scored(DAY)["assessments"][0].take()
}

#[track_caller]
fn dimension<'a>(result: &'a Value, id: &str) -> &'a Value {
    let dimensions = result["dimensions"].as_array().unwrap();
    dimensions.iter().find(|one| one["id"] == id).unwrap()
}

/// What a row expects of the whole: score, coverage and interval.
type Whole = [String; 3];

/// The score when every question is answered or does not apply: nothing is open.
fn complete(score: &str) -> Whole {
    [score.into(), "1".into(), format!("[{score},{score}]")]
}

/// The score, the coverage and the interval when something is open.
fn partial(score: &str, coverage: &str, interval: &str) -> Whole {
    [score, coverage, interval].map(str::to_owned)
}

#[track_caller]
fn assert_whole(result: &Value, [score, coverage, interval]: Whole) {
    assert_eq!(shown(result, "/practice_score"), score, "score");
    assert_eq!(shown(result, "/coverage"), coverage, "coverage");
    assert_eq!(shown(result, "/interval"), interval, "interval");
}

#[test]
fn every_model_reads_without_a_complaint() {
    let files = files_below(&repository().join("tests/fixtures/models"));
    assert_eq!(files, MODELS.map(|model| format!("{model}.yaml")));
    for model in MODELS {
        let ran = assessed(model, &Answers::new()).run(&["check", "--as-of", DAY]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{model}");
    }
}

#[test]
fn every_model_has_a_report() {
    for model in MODELS {
        let ran = assessed(model, &Answers::new()).run(&["report", "--as-of", DAY]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{model}");
    }
}

// OWASP SAMM 2: the sum of the levels of a stream, then the mean of streams, of practices, of functions.

/// The practices by the ids of their activities and of their dimensions.
const SAMM_PRACTICES: [(&str, &str); 15] = [
    ("g-sm", "strategy-and-metrics"),
    ("g-pc", "policy-and-compliance"),
    ("g-eg", "education-and-guidance"),
    ("d-ta", "threat-assessment"),
    ("d-sr", "security-requirements"),
    ("d-sa", "security-architecture"),
    ("i-sb", "secure-build"),
    ("i-sd", "secure-deployment"),
    ("i-dm", "defect-management"),
    ("v-aa", "architecture-assessment"),
    ("v-rt", "requirements-driven-testing"),
    ("v-st", "security-testing"),
    ("o-im", "incident-management"),
    ("o-em", "environment-management"),
    ("o-om", "operational-management"),
];

/// The activities of a practice: stream A from level 1 to 3, then stream B.
fn activities(practice: &str) -> Vec<String> {
    ["1-a", "2-a", "3-a", "1-b", "2-b", "3-b"]
        .iter()
        .map(|activity| format!("{practice}-{activity}"))
        .collect()
}

/// Every activity answered with `rest`, but those of the practices named.
#[track_caller]
fn samm(rest: &'static str, named: &[(&str, &'static str)]) -> Value {
    let mut answers = all(
        SAMM_PRACTICES
            .iter()
            .flat_map(|(practice, _)| activities(practice)),
        rest,
    );
    for (practice, answer) in named {
        answers.extend(in_order(activities(practice), answer));
    }
    scores("samm", &answers)
}

#[test]
fn samm_sums_levels_and_takes_means_above_them() {
    /// The whole, and the scores of some of its parts.
    #[track_caller]
    fn case(
        rest: &'static str,
        named: &[(&str, &'static str)],
        whole: Whole,
        parts: &[(&str, &str)],
    ) {
        let result = samm(rest, named);
        assert_whole(&result, whole);
        assert_eq!(shown(&result, "/level"), "null");
        for (id, score) in parts {
            let part = dimension(&result, id);
            assert_eq!(shown(part, "/practice_score"), *score, "{id}");
            assert_eq!(shown(part, "/level"), "null", "{id}");
        }
    }
    case("-", &[], partial("0", "0", "[0,3]"), &[("design", "0")]);
    case("none", &[], complete("0"), &[("design", "0")]);
    case("some", &[], complete("0.75"), &[("design", "0.75")]); // 3 · 0.25
    case("most", &[], complete("3"), &[("design", "3")]);
    // Nothing below level 3 keeps it from counting. A = 0 + 0 + 1, B = 0; (1 + 0)/2; 0.5/3; 0.5/3/5.
    case(
        "none",
        &[("g-sm", "none none most  none none none")],
        complete("0.033333"),
        &[
            ("strategy-and-metrics-a", "1"),
            ("strategy-and-metrics-b", "0"),
            ("strategy-and-metrics", "0.5"),
            ("governance", "0.166667"),
            ("design", "0"),
        ],
    );
    // One stream all there, the other not: (3 + 0)/2; 1.5/3; 1.5/3/5.
    case(
        "none",
        &[("v-rt", "most most most  none none none")],
        complete("0.1"),
        &[
            ("requirements-driven-testing", "1.5"),
            ("verification", "0.5"),
        ],
    );
    // Nobody answered stream B of defect management.
    // secure build       A = 1 + 0.5 + 0.25 = 1.75, B = 0.5 + 0.25 + 0 = 0.75: 1.25
    // secure deployment  A = 1 + 1 + 0.5 = 2.5, B = 1 + 0.5 + 0 = 1.5: 2
    // defect management  A = 0.5 + 0.5 + 0.25 = 1.25, B = 0: 0.625; at best B = 3: 2.125
    // implementation     3.875/3, at best 5.375/3; the whole a fifth of it; 87 of 90 answered
    case(
        "none",
        &[
            ("i-sb", "most half some  half some none"),
            ("i-sd", "most most half  most half none"),
            ("i-dm", "half half some  - - -"),
        ],
        partial("0.258333", "0.966667", "[0.258333,0.358333]"),
        &[
            ("secure-build-a", "1.75"),
            ("secure-build", "1.25"),
            ("secure-deployment", "2"),
            ("defect-management-b", "0"),
            ("defect-management", "0.625"),
            ("implementation", "1.291667"),
        ],
    );
    // Unknown counts 0 as well: B = 0.5 + 0 + 0.5 = 1, practice (1.5 + 1)/2 = 1.25, function 4.25/3, whole
    // (4·1.5 + 4.25/3)/5. At best B = 2: practice 1.75, function 4.75/3, whole (6 + 4.75/3)/5. 89 of 90.
    case(
        "half",
        &[("v-st", "half half half  half ? half")],
        partial("1.483333", "0.988889", "[1.483333,1.516667]"),
        &[
            ("security-testing-b", "1"),
            ("security-testing", "1.25"),
            ("verification", "1.416667"),
            ("operations", "1.5"),
        ],
    );
    // A function that nobody answered is 0, not left out: 4·3/5; 72 of 90.
    case(
        "most",
        &[
            ("v-aa", "- - -  - - -"),
            ("v-rt", "? ? ?  ? ? ?"),
            ("v-st", "- - -  ? ? ?"),
        ],
        partial("2.4", "0.8", "[2.4,3]"),
        &[("verification", "0"), ("operations", "3")],
    );
    // The project team's own example: two scores of Security Architecture, where D-SA-3-B does not apply.
    // A = 0.5 + 0 + 0, B = 0.25 + 0.25 + 0: 0.50; then design 0.5/3 and the whole 0.5/3/5.
    case(
        "none",
        &[("d-sa", "half none none  some some n/a")],
        complete("0.033333"),
        &[("security-architecture", "0.5"), ("design", "0.166667")],
    );
    // A = 1 + 0.5 + 0.5, B = 1 + 1 + 0: 2.00; then 2/3 and 2/3/5.
    case(
        "none",
        &[("d-sa", "most half half  most most n/a")],
        complete("0.133333"),
        &[("security-architecture", "2"), ("design", "0.666667")],
    );
    // A stream that does not apply: practice (3 + 0)/2, operations (3 + 1.5 + 3)/3, whole (4·3 + 2.5)/5.
    case(
        "most",
        &[("o-em", "most most most  n/a n/a n/a")],
        complete("2.9"),
        &[("environment-management", "1.5"), ("operations", "2.5")],
    );
    // All at once. Incident management: A = 1 + 0 + 0 = 1, at best 2, B = 0.25 + 0 + 0.5 = 0.75; 0.875 or 1.375.
    // Operations 3.875/3 or 4.375/3, for the others are at 1.5; the whole (6 + …)/5. Of 89 that apply, 88.
    case(
        "half",
        &[("o-im", "most ? none  some n/a half")],
        partial("1.458333", "0.988764", "[1.458333,1.491667]"),
        &[("incident-management", "0.875"), ("operations", "1.291667")],
    );
}

#[test]
fn samm_scores_each_practice_by_its_own_two_streams() {
    // A = 1 + 0.25 + 0, B = 0 + 0 + 0.5; the practice (1.25 + 0.5)/2, the whole 0.875/3/5.
    for (practice, id) in SAMM_PRACTICES {
        let result = samm("none", &[(practice, "most some none  none none half")]);
        let score = |part: &str| shown(dimension(&result, part), "/practice_score");
        assert_eq!(score(&format!("{id}-a")), "1.25", "{id}");
        assert_eq!(score(&format!("{id}-b")), "0.5", "{id}");
        assert_eq!(score(id), "0.875");
        assert_eq!(shown(&result, "/practice_score"), "0.058333");
    }
}

#[test]
fn samm_lowers_the_most_that_can_be_reached_by_what_does_not_apply() {
    // The project team's example again: without D-SA-3-B at most (3 + 2)/2 = 2.50 of 3.00 can be reached.
    let result = samm("none", &[("d-sa", "half none none  some some n/a")]);
    let maximum = |id| shown(dimension(&result, id), "/practice_maximum");
    assert_eq!(maximum("security-requirements"), "3");
    assert_eq!(maximum("security-architecture"), "2.5");
}

// C2M2 2.1: a MIL for each domain, when every practice up to it is implemented fully or largely.

/// The practices of a domain: for each objective the letters at MIL1, MIL2 and MIL3.
type Domain = (&'static str, &'static [[&'static str; 3]]);

/// 36 practices.
const ASSET: Domain = (
    "asset",
    &[
        ["a", "bcde", "fgh"],
        ["a", "bcde", "fgh"],
        ["a", "bcd", "e"],
        ["ab", "cdefg", "hi"],
        ["", "ab", "cdef"],
    ],
);

/// 35 practices.
const ACCESS: Domain = (
    "access",
    &[
        ["abc", "defgh", "ij"],
        ["ab", "cdefg", "hi"],
        ["abc", "defgh", "ij"],
        ["", "ab", "cdef"],
    ],
);

/// 28 practices.
const SITUATION: Domain = (
    "situation",
    &[
        ["a", "bcde", "f"],
        ["ab", "cdef", "ghi"],
        ["", "abc", "defg"],
        ["", "ab", "cdef"],
    ],
);

/// The practices of a domain at a MIL.
fn practices((domain, objectives): Domain, mil: usize) -> Vec<String> {
    let mut practices = Vec::new();
    for (position, letters_by_mil) in objectives.iter().enumerate() {
        for letter in letters_by_mil[mil - 1].chars() {
            practices.push(format!("{domain}-{}{letter}", position + 1));
        }
    }
    practices
}

/// Each domain with one answer a level, but for the practices named.
#[track_caller]
fn c2m2(domains: [[&'static str; 3]; 3], named: &[(&str, &'static str)]) -> Value {
    let mut answers = Answers::new();
    for (domain, by_level) in [ASSET, ACCESS, SITUATION].into_iter().zip(domains) {
        for (position, answer) in by_level.into_iter().enumerate() {
            answers.extend(all(practices(domain, position + 1), answer));
        }
    }
    for (practice, answer) in named {
        let before = answers.insert((*practice).to_owned(), answer);
        assert!(before.is_some(), "there is no {practice}");
    }
    scores("c2m2", &answers)
}

#[test]
fn c2m2_achieves_a_mil_by_domain_with_every_practice_up_to_it() {
    const FULLY: [&str; 3] = ["fi"; 3];
    const LARGELY: [&str; 3] = ["li"; 3];

    /// The MIL and the coverage of ASSET, ACCESS and SITUATION, and the coverage of all.
    #[track_caller]
    fn case(
        domains: [[&'static str; 3]; 3],
        named: &[(&str, &'static str)],
        expected: [[&str; 2]; 3],
        coverage: &str,
    ) {
        let result = c2m2(domains, named);
        for ((id, _), [level, coverage]) in [ASSET, ACCESS, SITUATION].into_iter().zip(expected) {
            assert_eq!(shown(dimension(&result, id), "/level"), level, "{id}");
            assert_eq!(shown(dimension(&result, id), "/coverage"), coverage, "{id}");
        }
        assert_eq!(shown(&result, "/coverage"), coverage);
        assert_eq!(shown(&result, "/level"), "null"); // there is no MIL of all domains
    }
    let all_at = |level| [[level, "1"]; 3];
    case([["-"; 3]; 3], &[], [["0", "0"]; 3], "0");
    case([["ni"; 3]; 3], &[], all_at("0"), "1");
    case([["pi"; 3]; 3], &[], all_at("0"), "1");
    case([LARGELY; 3], &[], all_at("3"), "1"); // largely is enough, at lower levels too
    case([FULLY; 3], &[], all_at("3"), "1");
    // Each domain by itself, and as far as its levels go.
    case(
        [["fi", "li", "pi"], ["li", "ni", "ni"], ["pi", "fi", "fi"]],
        &[],
        [["2", "1"], ["1", "1"], ["0", "1"]], // nothing above makes up for SITUATION's MIL1
        "1",
    );
    case(
        [["fi", "fi", "li"], ["li", "fi", "li"], ["li", "li", "fi"]],
        &[],
        all_at("3"),
        "1",
    );
    // One practice of a level is enough to miss it: all, not most or any.
    case(
        [FULLY, LARGELY, FULLY],
        &[
            ("asset-4i", "pi"),
            ("access-2e", "ni"),
            ("situation-2b", "pi"),
        ],
        [["2", "1"], ["1", "1"], ["0", "1"]],
        "1",
    );
    // It may belong to the domain's management activities, which have their practices from MIL2 on.
    case(
        [FULLY; 3],
        &[("asset-5b", "pi"), ("access-4f", "pi")],
        [["1", "1"], ["2", "1"], ["3", "1"]],
        "1",
    );
    // A practice that nobody answered is not implemented: 35/36, 34/35, 27/28 and 96/99 are answered.
    case(
        [FULLY; 3],
        &[("asset-2c", "-"), ("access-1b", "-"), ("situation-3g", "-")],
        [["1", "0.972222"], ["0", "0.971429"], ["2", "0.964286"]],
        "0.969697",
    );
    case(
        [LARGELY; 3],
        &[("asset-3e", "?"), ("access-1d", "?"), ("situation-1a", "?")],
        [["2", "0.972222"], ["1", "0.971429"], ["0", "0.964286"]],
        "0.969697",
    );
    // Two practices do not make a level of 17: ACCESS has 8 at MIL1 and these two answered, SITUATION 3 at MIL1.
    case(
        [LARGELY, ["fi", "-", "-"], ["fi", "-", "-"]],
        &[("access-1d", "fi"), ("access-2c", "fi")],
        [["3", "1"], ["1", "0.285714"], ["1", "0.107143"]],
        "0.494949", // (36 + 10 + 3)/99
    );
    // What does not apply is not asked for, and is no part of coverage.
    case(
        [LARGELY, FULLY, FULLY],
        &[
            ("asset-1a", "n/a"),
            ("access-3a", "n/a"),
            ("access-3b", "ni"),
        ],
        [["3", "1"], ["0", "1"], ["3", "1"]],
        "1",
    );
    // Everything at once: ASSET lacks an answer at MIL3, of 35 that apply; ACCESS is partly at MIL2 and silent at
    // MIL3; of 98 that apply, 96 are answered.
    case(
        [["li", "fi", "fi"], FULLY, ["li", "pi", "fi"]],
        &[
            ("asset-4a", "n/a"),
            ("asset-1h", "?"),
            ("access-2f", "pi"),
            ("access-2h", "-"),
        ],
        [["2", "0.971429"], ["1", "0.971429"], ["1", "1"]],
        "0.979592",
    );
}

#[test]
fn c2m2_misses_a_mil_by_any_of_its_practices() {
    for (mil, level_below) in [(1, "0"), (2, "1"), (3, "2")] {
        let by_domain = [ASSET, ACCESS, SITUATION].map(|domain| practices(domain, mil));
        let most = by_domain.iter().map(Vec::len).max().unwrap();
        for position in 0..most {
            // One practice of each domain; a domain with fewer begins again.
            let missed = by_domain.each_ref().map(|all| &all[position % all.len()]);
            let result = c2m2(
                [["fi"; 3]; 3],
                &missed.map(|practice| (practice.as_str(), "pi")),
            );
            for ((id, _), practice) in [ASSET, ACCESS, SITUATION].into_iter().zip(missed) {
                let level = shown(dimension(&result, id), "/level");
                assert_eq!(level, level_below, "{practice}");
            }
        }
    }
}

#[test]
fn c2m2_may_leave_a_level_empty() {
    /// The level of an objective or a domain. The model has MILs of domains only, none of them empty: these levels
    /// are ours, by our rule that an empty one is held when a higher one passes.
    #[track_caller]
    fn case(by_level: [&'static str; 3], part: &str, level: &str) {
        let result = c2m2([by_level; 3], &[]);
        assert_eq!(shown(dimension(&result, part), "/level"), level, "{part}");
    }
    // No practices at MIL1.
    case(["ni", "pi", "fi"], "asset-5", "0");
    case(["ni", "li", "pi"], "asset-5", "2");
    case(["ni", "li", "li"], "situation-3", "3");
    // MIL2 emptied, for none of it applies.
    case(["fi", "n/a", "pi"], "situation-1", "1");
    case(["fi", "n/a", "li"], "situation-1", "3");
    case(["pi", "n/a", "fi"], "situation", "0");
    case(["li", "n/a", "fi"], "situation", "3");
}

// ISO/IEC 33020: N to 15 %, P to 50 %, L to 85 %, F above; L at the level itself, F below it.

/// The nine process attributes of a process, PA 1.1 first.
fn attributes(process: &str) -> Vec<String> {
    [
        "1-1", "2-1", "2-2", "3-1", "3-2", "4-1", "4-2", "5-1", "5-2",
    ]
    .iter()
    .map(|attribute| format!("{process}-pa-{attribute}"))
    .collect()
}

/// The ratings of the first nine criteria, by their initials; `-` where there is none.
fn ratings(result: &Value) -> String {
    let criteria = &result["criteria"].as_array().unwrap()[..9];
    let initial = |criterion: &Value| match criterion["rating"].as_str() {
        Some(rating) => rating[..1].to_uppercase(),
        None => "-".to_owned(),
    };
    let initials: Vec<String> = criteria.iter().map(initial).collect();
    initials.concat()
}

/// A process with these percentages, beside one that has everything.
#[track_caller]
fn iso_33020(achieved: &'static str) -> Value {
    let mut answers = in_order(attributes("supply"), achieved);
    answers.extend(all(attributes("verification"), "100"));
    scores("iso-33020", &answers)
}

#[test]
fn iso_33020_rates_by_bands_that_begin_above_their_edge() {
    #[track_caller]
    fn case(achieved: &'static str, rated: &str) {
        assert_eq!(ratings(&iso_33020(achieved)), rated);
    }
    case("0 0.01 14.99 15 15.01 49.99 50 50.01 84.99", "NNNNPPPLL");
    case("85 85.01 100 15.001 50.001 85.001 51 16 86", "LFFPLFLPF");
    case("- ? n/a 15 - 50 ? 85 n/a", "---N-P-L-");
}

#[test]
fn iso_33020_asks_largely_of_a_level_and_fully_of_those_below() {
    /// The level of a process, and its coverage. The process beside it stays at level 5, and there is no level of
    /// both together.
    #[track_caller]
    fn gaps(achieved: &'static str, level: &str, coverage: &str) {
        let result = iso_33020(achieved);
        let supply = dimension(&result, "supply");
        assert_eq!(shown(supply, "/level"), level);
        assert_eq!(shown(supply, "/coverage"), coverage, "coverage");
        let verification = dimension(&result, "verification");
        assert_eq!(shown(verification, "/level"), "5", "the other process");
        assert_eq!(shown(&result, "/level"), "null", "both processes");
    }
    #[track_caller]
    fn case(achieved: &'static str, level: &str) {
        gaps(achieved, level, "1");
    }
    // Level 1 begins just above 50 % of PA 1.1, and is all that largely there allows.
    case("0 0 0 0 0 0 0 0 0", "0");
    case("15.01 0 0 0 0 0 0 0 0", "0"); // partially is not enough
    case("50 0 0 0 0 0 0 0 0", "0");
    case("50.01 0 0 0 0 0 0 0 0", "1");
    case("50 100 100 100 100 100 100 100 100", "0");
    case("85 100 100 100 100 100 100 100 100", "1");
    // Level 2: both attributes above 50 %, with PA 1.1 above 85 %.
    case("85 50.01 85 0 0 0 0 0 0", "1");
    case("85.01 50.01 85 0 0 0 0 0 0", "2");
    case("85.01 50.01 50 100 100 0 0 0 0", "1");
    case("85.01 50 50.01 100 100 0 0 0 0", "1");
    // Level 3: both attributes of level 2 above 85 %, one of them is not enough.
    case("100 85 85.01 100 100 0 0 0 0", "2");
    case("100 85.01 85 100 100 0 0 0 0", "2");
    case("100 85.01 85.01 50.01 85 0 0 0 0", "3");
    case("100 85.01 85.01 50.01 50 0 0 0 0", "2");
    // Level 4, and nothing above it makes up for what level 3 lacks.
    case("86 86 86 86 85 100 100 100 100", "3");
    case("86 86 86 86 86 50.01 86 50 100", "4");
    case("86 86 86 86 86 50.01 50 100 100", "3");
    // Level 5, which has none above that would ask for more.
    case("86 86 86 86 86 85 86 100 100", "4");
    case("86 86 86 86 86 86 86 50.01 50", "4");
    case("86 86 86 86 86 86 86 50.01 85", "5");
    case("100 100 100 100 100 100 100 100 100", "5");
    // What is not rated is not known to be achieved.
    gaps("- - - - - - - - -", "0", "0");
    gaps("- 100 100 100 100 100 100 100 100", "0", "0.888889"); // 8/9
    gaps("100 100 ? 100 100 100 100 100 100", "1", "0.888889");
    gaps("100 100 100 100 100 - 100 100 100", "3", "0.888889");
    // What does not apply is not asked for; the attribute beside it still is.
    case("100 n/a 60 0 0 0 0 0 0", "2");
    case("100 n/a 60 100 100 0 0 0 0", "2");
    case("100 n/a 90 60 60 0 0 0 0", "3");
    // Nothing of level 2 applies: by our rule it is then held with level 3.
    case("100 n/a n/a 100 60 0 0 0 0", "3");
    case("100 n/a n/a 100 50 0 0 0 0", "1");
    case("85 n/a n/a 100 60 0 0 0 0", "1");
    // All at once; 6 of 8.
    gaps("90 n/a 90 90 55 - ? 0 100", "3", "0.75");
}

// CMMI, staged: level n when every process area of levels 2 to n is satisfied.

/// The process areas of maturity levels 2 to 5.
const PROCESS_AREAS: [&str; 4] = [
    "reqm pp pmc sam ma ppqa cm",
    "rd ts pi ver val opf opd ot ipm rskm dar",
    "opp qpm",
    "opm car",
];

/// The areas of levels 2 to 5 with one answer a level, but for those named.
#[track_caller]
fn cmmi(by_level: [&'static str; 4], named: &[(&str, &'static str)]) -> Value {
    let mut answers = Answers::new();
    for (areas, answer) in PROCESS_AREAS.iter().zip(by_level) {
        answers.extend(all(areas.split(' ').map(str::to_owned), answer));
    }
    for (area, answer) in named {
        let before = answers.insert((*area).to_owned(), answer);
        assert!(before.is_some(), "there is no {area}");
    }
    scores("cmmi-staged", &answers)
}

#[test]
fn cmmi_holds_a_level_with_every_process_area_up_to_it() {
    const SATISFIED: [&str; 4] = ["yes"; 4];

    /// The level; and the score, which is ours: 1 and, for each level above, the share of its areas satisfied.
    #[track_caller]
    fn case(
        by_level: [&'static str; 4],
        named: &[(&str, &'static str)],
        level: &str,
        whole: Whole,
    ) {
        let result = cmmi(by_level, named);
        assert_eq!(shown(&result, "/level"), level);
        assert_whole(&result, whole);
        for one in result["dimensions"].as_array().unwrap() {
            assert_eq!(shown(one, "/level"), "null"); // categories of areas have no maturity level
        }
    }
    case(["-"; 4], &[], "1", partial("1", "0", "[1,5]"));
    case(["no"; 4], &[], "1", complete("1"));
    case(["yes", "no", "no", "no"], &[], "2", complete("2"));
    case(["yes", "yes", "no", "no"], &[], "3", complete("3"));
    case(["yes", "yes", "yes", "no"], &[], "4", complete("4"));
    case(SATISFIED, &[], "5", complete("5"));
    // A stage cannot be skipped.
    case(["no", "yes", "yes", "yes"], &[], "1", complete("4"));
    case(["yes", "no", "yes", "yes"], &[], "2", complete("4"));
    case(["yes", "yes", "no", "yes"], &[], "3", complete("4"));
    // One area is enough to miss a level: 1 + 6/7 + 3, 1 + 1 + 10/11 + 2, 1 + 2 + 1/2 + 1, 1 + 3 + 1/2.
    case(SATISFIED, &[("pmc", "no")], "1", complete("4.857143"));
    case(SATISFIED, &[("dar", "no")], "2", complete("4.909091"));
    case(SATISFIED, &[("qpm", "no")], "3", complete("4.5"));
    case(SATISFIED, &[("car", "no")], "4", complete("4.5"));
    // An area that nobody judged is not satisfied, though it may be; 21 of 22 are judged.
    case(
        SATISFIED,
        &[("cm", "?")],
        "1",
        partial("4.857143", "0.954545", "[4.857143,5]"),
    );
    case(
        SATISFIED,
        &[("opm", "-")],
        "4",
        partial("4.5", "0.954545", "[4.5,5]"),
    );
    // Nothing is bought, so supplier agreements ask for nothing; the other six of level 2 do: 1 + 5/6 + 3.
    case(SATISFIED, &[("sam", "n/a")], "5", complete("5"));
    case(
        SATISFIED,
        &[("sam", "n/a"), ("pp", "no")],
        "1",
        complete("4.833333"),
    );
    // All at once: 1 + 6/6 + 10/11 + 1/2 + 1, at best 11/11 of level 3; 20 of 21 are judged.
    case(
        SATISFIED,
        &[("sam", "n/a"), ("ver", "-"), ("qpm", "no")],
        "2",
        partial("4.409091", "0.952381", "[4.409091,4.5]"),
    );
}

#[test]
fn cmmi_misses_a_level_by_any_of_its_process_areas() {
    for (areas, level_below) in PROCESS_AREAS.iter().zip(["1", "2", "3", "4"]) {
        for area in areas.split(' ') {
            let result = cmmi(["yes"; 4], &[(area, "no")]);
            assert_eq!(shown(&result, "/level"), level_below, "{area}");
        }
    }
}

// ENISA's self-check: the mean of five domains' means, rounded to one decimal and named by its band.

const ENISA_DOMAINS: [&str; 5] = [
    "governance",
    "risk",
    "vulnerabilities",
    "life-cycle",
    "awareness",
];

/// The questions of a domain, the first of which is 1.
pub(crate) fn questions(domain: usize) -> Vec<String> {
    (1..=5).map(|number| format!("{domain}-{number}")).collect()
}

#[test]
fn enisa_names_the_mean_of_domain_means_by_its_band() {
    /// The five answers of each domain, the score of each, the whole, and its level.
    #[track_caller]
    fn case(answers_by_domain: [&'static str; 5], scored: [&str; 5], whole: Whole, level: &str) {
        let mut answers = Answers::new();
        for (position, given) in answers_by_domain.into_iter().enumerate() {
            answers.extend(in_order(questions(position + 1), given));
        }
        let result = scores("enisa", &answers);
        for (id, score) in ENISA_DOMAINS.into_iter().zip(scored) {
            let found = shown(dimension(&result, id), "/practice_score");
            assert_eq!(found, score, "{id}");
        }
        assert_whole(&result, whole);
        assert_eq!(shown(&result, "/level_id"), level);
    }
    const BASIC: &str = "basic";
    const INTERMEDIATE: &str = "intermediate";
    const ADVANCED: &str = "advanced";
    const NONE: &str = "- - - - -";
    const TWO: &str = "2 2 2 2 2";
    const THREE: &str = "3 3 3 3 3";
    const FOUR: &str = "4 4 4 4 4";
    case(["1 1 1 1 1"; 5], ["1"; 5], complete("1"), BASIC);
    case([THREE; 5], ["3"; 5], complete("3"), INTERMEDIATE);
    case(["5 5 5 5 5"; 5], ["5"; 5], complete("5"), ADVANCED);
    // Both sides of the bands' edges: 63/25 is 2.5 and basic, 64/25 is 2.6 and intermediate; 98/25 is 3.9 and
    // intermediate, 99/25 is 4.0 and advanced.
    case(
        [
            "3 3 3 2 2",
            "3 3 2 2 2",
            "3 2 3 2 3",
            "2 2 2 3 3",
            "2 2 3 3 3",
        ],
        ["2.6", "2.4", "2.6", "2.4", "2.6"],
        complete("2.52"),
        BASIC,
    );
    case(
        [
            "3 3 3 2 2",
            "3 3 2 2 2",
            "3 2 3 2 3",
            "2 2 2 3 3",
            "2 3 3 3 3",
        ],
        ["2.6", "2.4", "2.6", "2.4", "2.8"],
        complete("2.56"),
        INTERMEDIATE,
    );
    case(
        [FOUR, "5 3 4 4 4", FOUR, "5 5 3 3 4", "4 4 4 3 3"],
        ["4", "4", "4", "4", "3.6"],
        complete("3.92"),
        INTERMEDIATE,
    );
    case(
        [FOUR, "5 3 4 4 4", FOUR, "5 5 3 3 4", "4 4 4 4 3"],
        ["4", "4", "4", "4", "3.8"],
        complete("3.96"),
        ADVANCED,
    );
    // Far apart: (25 + 5 + 15 + 9 + 22)/25.
    case(
        [
            "5 5 5 5 5",
            "1 1 1 1 1",
            "3 2 4 1 5",
            "2 2 2 2 1",
            "4 5 4 5 4",
        ],
        ["5", "1", "3", "1.8", "4.4"],
        complete("3.04"),
        INTERMEDIATE,
    );
    // The model wants all 25 answers. Until they are there, the mean of those that are; at worst the others are 1.
    case(
        [NONE; 5],
        ["null"; 5],
        partial("null", "0", "[1,5]"),
        "null",
    );
    // Governance 12/4; at worst 13/5 and at best 17/5, so the whole (2.6 + 12)/5 to (3.4 + 12)/5; 24 of 25.
    case(
        ["- 3 3 3 3", THREE, THREE, THREE, THREE],
        ["3"; 5],
        partial("3", "0.96", "[2.92,3.08]"),
        INTERMEDIATE,
    );
    // A mean of means: governance, 20/4, is a fifth of (5 + 4·2)/5. At worst (21/5 + 8)/5.
    case(
        ["5 5 5 5 ?", TWO, TWO, TWO, TWO],
        ["5", "2", "2", "2", "2"],
        partial("2.6", "0.96", "[2.44,2.6]"),
        INTERMEDIATE,
    );
    // A domain without answers: the mean of the four others; at worst (1 + 16)/5, at best (5 + 16)/5.
    case(
        [NONE, FOUR, FOUR, FOUR, FOUR],
        ["null", "4", "4", "4", "4"],
        partial("4", "0.8", "[3.4,4.2]"),
        ADVANCED,
    );
    // What does not apply is in no mean: (10/3 + 8)/5. A whole domain: (5 + 4 + 4 + 4)/4.
    case(
        ["4 4 n/a n/a 2", TWO, TWO, TWO, TWO],
        ["3.333333", "2", "2", "2", "2"],
        complete("2.266667"),
        BASIC,
    );
    case(
        ["5 5 5 5 5", FOUR, FOUR, "n/a n/a n/a n/a n/a", FOUR],
        ["5", "4", "4", "null", "4"],
        complete("4.25"),
        ADVANCED,
    );
    // All at once: governance (5 + 2)/2, at worst (5 + 1 + 1 + 2)/4, at best (5 + 5 + 5 + 2)/4; 22 of 24.
    case(
        ["5 - n/a ? 2", TWO, TWO, TWO, TWO],
        ["3.5", "2", "2", "2", "2"],
        partial("2.3", "0.916667", "[2.05,2.45]"),
        BASIC,
    );
}

// A checklist: the weight in place ÷ the weight that applies.

pub(crate) const CHECKLIST: [&str; 6] = [
    "backups",
    "updates",
    "passwords",
    "inventory",
    "newsletter",
    "visitors",
];

#[test]
fn a_checklist_is_the_weight_in_place_by_the_weight_that_applies() {
    /// The items weigh 3, 2 and 1; 1, 0 and 0.5: together 7.5. The score of the first three, that of the last three,
    /// and the whole.
    #[track_caller]
    fn case(given: &'static str, parts: [&str; 2], whole: Whole) {
        let items = CHECKLIST.map(str::to_owned).to_vec();
        let result = scores("checklist", &in_order(items, given));
        for (id, score) in ["protect", "know"].into_iter().zip(parts) {
            let found = shown(dimension(&result, id), "/practice_score");
            assert_eq!(found, score, "{id}");
        }
        assert_whole(&result, whole);
        assert_eq!(shown(&result, "/level"), "null");
    }
    case("yes yes yes yes yes yes", ["1", "1"], complete("1"));
    case("no no no no no no", ["0", "0"], complete("0"));
    case("yes no no no no no", ["0.5", "0"], complete("0.4")); // 3/7.5
    case("no yes yes yes yes yes", ["0.5", "1"], complete("0.6")); // 4.5/7.5
    // Without weight an item neither counts nor is missed, nor stands for the others.
    case("no no no no yes no", ["0", "0"], complete("0"));
    case("yes yes yes yes - yes", ["1", "1"], complete("1"));
    case("- - - - yes -", ["0", "0"], partial("0", "0", "[0,1]"));
    // Silence is a no until it is answered.
    case("- - - - - -", ["0", "0"], partial("0", "0", "[0,1]"));
    // 3/6, 1/1.5, 4/7.5; 5.5 of 7.5 answered; at best 6/7.5.
    case(
        "yes - no yes no no",
        ["0.5", "0.666667"],
        partial("0.533333", "0.733333", "[0.533333,0.8]"),
    );
    // 3/6, 0/1.5, 3/7.5; 3 of 7.5 answered.
    case(
        "? yes yes ? yes ?",
        ["0.5", "0"],
        partial("0.4", "0.4", "[0.4,1]"),
    );
    // What does not apply is in neither sum: 2/3, 0/1.5, 2/4.5.
    case(
        "n/a yes no no no no",
        ["0.666667", "0"],
        complete("0.444444"),
    );
    case("n/a n/a n/a n/a n/a yes", ["null", "1"], complete("1"));
    // Nothing with weight applies, so there is nothing to score.
    case(
        "n/a n/a n/a n/a yes n/a",
        ["null", "null"],
        partial("null", "null", "null"),
    );
    // All at once: 3/4, 0.5/1.5, 3.5/5.5; 3.5 of 5.5 answered, and the rest may well be in place.
    case(
        "yes n/a ? - no yes",
        ["0.75", "0.333333"],
        partial("0.636364", "0.636364", "[0.636364,1]"),
    );
}
