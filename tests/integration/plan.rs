//! Plans: what blocks a target, the shortest way up, what one answer would do. First held against figures
//! worked out by hand, for each rule; then, with rubrics drawn at random, against scoring anew and against
//! trying every set of answers.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use regua::diagnostic::Severity;
use regua::model::{
    Answer, Exact, FileIndex, Given, Place, QuestionIndex, Scale, ScaleKind, Workspace,
};
use regua::read::{InputFile, Inputs};
use regua::report::score::ScoreDocument;
use regua::score::plan::{self, Ascent, Mark};
use regua::score::target::{Goal, profile};
use regua::score::{self, AssessmentScore, State};
use serde_json::{Value, json};

use crate::support::{Folder, shown};

const DAY: &str = "2025-06-30";

/// A workspace whose rubric `ruler` has the dimension `d`, and one assessment.
fn assessed(rubric: &str, answers: &str, targets: &str) -> Folder {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        &format!("regua: 1\norganisation: Test\nrubrics: [ruler]\ntargets: {{{targets}}}\n"),
    );
    folder.write(
        "rubrics/ruler.yaml",
        &format!("regua: 1\nid: ruler\nversion: 1.0.0\ndimensions: [{{id: d}}]\n{rubric}\n"),
    );
    folder.write(
        "assessments/one.yaml",
        &format!("regua: 1\nrubric: ruler\ndate: {DAY}\nanswers: {{{answers}}}\n"),
    );
    folder
}

/// The plan of the only assessment of such a workspace.
#[track_caller]
fn plan_of(rubric: &str, answers: &str) -> Value {
    assessed(rubric, answers, "").scored(DAY)["assessments"][0]["plan"].take()
}

/// A way's answers as text: `a: not to largely`.
#[track_caller]
fn way(plan: &Value) -> Vec<String> {
    let word = |value: &Value| match value {
        Value::String(text) => text.clone(),
        number => number.to_string(),
    };
    let answers = plan["shortest_way"]["answers"].as_array();
    answers
        .unwrap_or_else(|| panic!("no way in {plan:#}"))
        .iter()
        .map(|answer| {
            let [question, from, to] = ["question", "from", "to"].map(|key| word(&answer[key]));
            format!("{question}: {from} to {to}")
        })
        .collect()
}

/// Floor 1 and two levels above it: `a` and `b` at level 2, `c` with three questions at level 3.
const TWO_STEPS: &str = "
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
criteria:
  - {id: a, level: 2, dimension: d, weight: 2}
  - {id: b, level: 2, dimension: d}
  - {id: c, level: 3, dimension: d, questions: [{id: p, weight: 2}, {id: q}, {id: r}]}
";

#[test]
fn the_way_up_is_the_fewest_answers_each_as_low_as_it_may_be() {
    // Level 2 is held. c is (2·1/3 + 0 + 0) / 4 = 1/6; more than 1/2 is asked, so Σ w·v must pass 2.
    // Raising p alone: 2·1 = 2, not above. Two are needed: p to fully and one of the others. Of q and r, which
    // bring as much, the first. Then lowered in order: p at largely with q at fully is 4/3 + 1 = 7/3 > 2, at
    // partially 2/3 + 1 = 5/3 is not; q at largely with p at largely is 4/3 + 2/3 = 2, not above, so fully.
    let plan = plan_of(
        TWO_STEPS,
        "a: largely, b: fully, c.p: partially, c.q: not, c.r: not",
    );
    assert_eq!(
        way(&plan),
        ["c.p: partially to largely", "c.q: not to fully"]
    );
    assert_eq!(shown(&plan, "/shortest_way/level"), "3");
    assert_eq!(shown(&plan, "/shortest_way/level_after"), "3");
    // Level 2 is (2·2/3 + 1) / 3 = 7/9; level 3 is then (2·2/3 + 1) / 4 = 7/12. 1 + 7/9 + 7/12 = 85/36
    assert_eq!(
        shown(&plan, "/shortest_way/practice_score_after"),
        "2.361111"
    );
    // The dimension holds the same criteria.
    assert_eq!(plan["dimensions"][0]["shortest_way"], plan["shortest_way"]);
}

#[test]
fn one_answer_is_told_by_what_it_does_to_level_and_scores() {
    // c is (2·2/3 + 1/3 + 0) / 4 = 5/12, so Σ w·v = 5/3, and more than 2 is asked.
    let plan = plan_of(
        TWO_STEPS,
        "a: largely, b: fully, c.p: largely, c.q: partially, c.r: not",
    );
    // r at fully: 8/3 > 2, level 3, + 1/4. p: 7/3 > 2, level 3, + 2·1/3 ÷ 4 = 1/6. q: 7/3, as much as p.
    // a at fully: level 3 is as far, + 2·1/3 ÷ 3 = 2/9. b is at its best.
    let single = |question: &str, from: &str, level: u32, change: f64| {
        json!({"question": question, "from": from, "to": "fully", "level": level,
            "practice_score_change": change, "index_change": change})
    };
    let expected = json!([
        single("c.r", "not", 3, 0.25),
        single("c.p", "largely", 3, 0.166_667),
        single("c.q", "partially", 3, 0.166_667),
        single("a", "largely", 2, 0.222_222),
    ]);
    assert_eq!(plan["single_answers"], expected);
}

#[test]
fn a_missing_answer_must_be_given_and_may_be_the_lowest_where_that_is_enough() {
    // a is unanswered and blocks level 2, of which any one criterion is enough: b meets it. So a must be
    // answered, with whatever.
    let any = format!("{TWO_STEPS}rules: {{level: {{quantifier: any, unanswered: blocks}}}}");
    let answers = "b: fully, c.p: not, c.q: not, c.r: not";
    let plan = plan_of(&any, answers);
    assert_eq!(way(&plan), ["a: unanswered to not"]);
    assert_eq!(shown(&plan, "/shortest_way/level_after"), "2");
    // Where missing counts as zero, b alone holds level 2; p at fully is 2 of 4, not above, so two again: at
    // largely and fully, as above.
    let zero = any.replace("blocks", "zero");
    let plan = plan_of(&zero, answers);
    assert_eq!(way(&plan), ["c.p: not to largely", "c.q: not to fully"]);
    // Where nothing is enough but all, a must be answered well.
    let plan = plan_of(&any.replace("any", "all"), answers);
    assert_eq!(way(&plan), ["a: unanswered to largely"]);
    // Unknown is missing too.
    let plan = plan_of(&any, "a: unknown, b: fully, c.p: not, c.q: not, c.r: not");
    assert_eq!(way(&plan), ["a: unknown to not"]);
}

#[test]
fn what_is_left_out_joins_with_an_answer() {
    // Unanswered questions are left out: c is p alone, 1/3 < 1/2. To raise p is one answer: 2/3, enough. To
    // answer q is one too, and brings less: (2·1/3 + 1) / 3 = 5/9. Level 2: a, b.
    let exclude = format!("{TWO_STEPS}rules: {{level: {{unanswered: exclude}}}}");
    let plan = plan_of(&exclude, "a: fully, b: fully, c.p: partially");
    // p gains 2·(1 − 1/3) = 4/3 above the edge, q only 1·(1 − 1/2) = 1/2.
    assert_eq!(way(&plan), ["c.p: partially to largely"]);
    // Nobody answered anything of level 3: it asks nothing yet, and one answer makes it ask and pass.
    let plan = plan_of(&exclude, "a: fully, b: fully");
    assert_eq!(way(&plan), ["c.p: unanswered to largely"]);
    assert_eq!(shown(&plan, "/shortest_way/level_after"), "3");
    // Half of the criteria of level 2 are to be met. a is not; b, which nobody answered, joins: 1 of 2.
    let share =
        format!("{TWO_STEPS}rules: {{level: {{quantifier: {{share: 0.5}}, unanswered: exclude}}}}");
    let plan = plan_of(&share, "a: not");
    assert_eq!(
        way(&plan),
        ["a: not to largely"],
        "raising a costs as much, and nothing joins"
    );
    // Where a cannot be raised, b joins.
    let barred = share.replace(
        "{id: a, level: 2, dimension: d, weight: 2}",
        "{id: a, level: 2, dimension: d, scale: low}",
    ) + "\nscales: {low: {choices: [{id: none, value: 0}, {id: some, value: 0.4}]}}";
    let plan = plan_of(&barred, "a: some");
    assert_eq!(way(&plan), ["b: unanswered to largely"]);
}

#[test]
fn a_share_of_the_criteria_takes_the_cheapest() {
    // Two of three must be met (0.6 · 3 = 1.8, so 2). x takes two answers, y one, z one: y and z.
    let rubric = "
levels: [{id: one, number: 1}]
criteria:
  - {id: x, level: 1, dimension: d, questions: [{id: p}, {id: q}]}
  - {id: y, level: 1, dimension: d, questions: [{id: p}, {id: q}]}
  - {id: z, level: 1, dimension: d}
rules: {level: {quantifier: {share: 0.6}}}
";
    let plan = plan_of(
        rubric,
        "x.p: not, x.q: not, y.p: not, y.q: partially, z: not",
    );
    // y needs p + q > 1: p at largely with q at partially is 1, not above, so fully.
    assert_eq!(way(&plan), ["y.p: not to fully", "z: not to largely"]);
}

#[test]
fn cumulative_asks_less_of_the_levels_below_when_the_rule_does() {
    // Level 3 takes fully of c, largely of a and b; level 2 takes fully of a and b.
    let rule = "rules: {level: {met_at: fully, lower_levels: {met_at: largely}}}";
    let rubric = format!("{TWO_STEPS}{rule}");
    // Level 1 is held. Level 2 would take a and b: two answers. Level 3 takes r alone: (2 + 1 + v) / 4 > 0.85
    // is v > 0.4, largely. So the shortest way passes level 2 by.
    let plan = plan_of(
        &rubric,
        "a: largely, b: largely, c.p: fully, c.q: fully, c.r: not",
    );
    assert_eq!(way(&plan), ["c.r: not to largely"]);
    assert_eq!(shown(&plan, "/shortest_way/level"), "2");
    assert_eq!(shown(&plan, "/shortest_way/level_after"), "3");
    // With b at partially, two answers lead to either; then to the nearer.
    let plan = plan_of(
        &rubric,
        "a: largely, b: partially, c.p: fully, c.q: fully, c.r: not",
    );
    assert_eq!(way(&plan), ["a: largely to fully", "b: partially to fully"]);
    assert_eq!(shown(&plan, "/shortest_way/level_after"), "2");
    // The highest level that passes counts, whatever is below.
    let highest = format!("{TWO_STEPS}rules: {{level: {{method: highest}}}}");
    let plan = plan_of(&highest, "a: not, b: not, c.p: fully, c.q: not, c.r: not");
    assert_eq!(way(&plan), ["c.q: not to partially"]); // (2 + 1/3) / 4 = 7/12 > 1/2
    assert_eq!(shown(&plan, "/shortest_way/level"), "2");
    assert_eq!(shown(&plan, "/shortest_way/level_after"), "3");
}

#[test]
fn numbers_are_asked_for_in_whole_steps() {
    let rubric = |scale: &str, met_at: &str| {
        format!(
            "levels: [{{id: one, number: 1}}]\ncriteria: [{{id: a, level: 1, dimension: d, scale: s}}]\n\
             scales: {{s: {scale}}}\nrules: {{level: {{met_at: {met_at}}}}}"
        )
    };
    let case = |scale: &str, met_at: &str, expected: &str| {
        let plan = plan_of(&rubric(scale, met_at), "");
        assert_eq!(way(&plan), [format!("a: unanswered to {expected}")]);
    };
    case("{min: 0, max: 100}", "largely", "51"); // more than 50
    case("{min: 0, max: 100}", "0.5", "50"); // at least 50
    case("{min: 0, max: 40}", "0.333", "14"); // at least 13.32
    case("{min: 10, max: 20}", "fully", "19"); // more than 18.5
    case("{min: 0, max: 5}", "0.75", "3.8"); // at least 3.75, in tenths
    case("{min: 0, max: 5}", "largely", "2.6"); // more than 2.5
    case("{min: 0, max: 1}", "1", "1");
    case("{min: -0.5, max: 0.5}", "0.123", "-0.3"); // at least −0.377, in tenths
}

#[test]
fn no_way_is_said_with_what_bars_it() {
    // b is answered by a KPI that stands at level 1 of 3: 0 on the way from 1 to 3. No answer moves it.
    let rubric = "
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
criteria:
  - {id: a, level: 2, dimension: d}
  - {id: b, level: 2, dimension: d, kpi: speed}
  - {id: c, level: 3, dimension: d}
kpis: [{id: speed, unit: '%', direction: higher, frequency: monthly, bands: {2: 40%, 3: 80%}}]
";
    let folder = assessed(rubric, "a: not, c: fully", "");
    let reading = "regua: 1\nreadings: [{kpi: speed, period: 2025-06, value: 10%}]\n";
    folder.write("kpis/speed.yaml", reading);
    let mut result = folder.scored(DAY);
    let plan = result["assessments"][0]["plan"].take();
    assert_eq!(shown(&plan, "/shortest_way"), "null");
    assert_eq!(shown(&plan, "/barred_by"), "[\"b\"]");
    let asked = |plan: &Value| -> Vec<String> {
        let singles = plan["single_answers"].as_array().unwrap();
        singles
            .iter()
            .map(|single| shown(single, "/question"))
            .collect()
    };
    assert_eq!(asked(&plan), ["a"], "nor is it asked for by itself");
    // Without a reading a person may answer it.
    let plan = plan_of(rubric, "a: not, c: fully");
    assert_eq!(
        way(&plan),
        ["a: not to largely", "b: unanswered to largely"]
    );
    // What does not apply and counts as zero bars too.
    let zero = format!("{TWO_STEPS}rules: {{level: {{not_applicable: zero}}}}");
    let plan = plan_of(
        &zero,
        "a: {not_applicable: No.}, b: fully, c.p: not, c.q: not, c.r: not",
    );
    assert_eq!(shown(&plan, "/shortest_way"), "null");
    assert_eq!(shown(&plan, "/barred_by"), "[\"a\"]");
    // At the top there is no way, and nothing bars it.
    let plan = plan_of(
        TWO_STEPS,
        "a: fully, b: fully, c.p: fully, c.q: fully, c.r: fully",
    );
    assert_eq!(shown(&plan, "/shortest_way"), "null");
    assert_eq!(shown(&plan, "/barred_by"), "[]");
    assert_eq!(shown(&plan, "/single_answers"), "[]");
}

#[test]
fn what_blocks_a_target_is_ordered_by_weight_times_gap() {
    let answers = "a: partially, c.p: largely, c.q: not, c.r: not";
    let blocking = |rubric: &str, targets: &str| -> Vec<String> {
        let result = assessed(rubric, answers, targets).scored(DAY);
        let plan = &result["assessments"][0]["plan"];
        let blocking = plan["blocking"].as_array().unwrap();
        blocking
            .iter()
            .map(|own| {
                let [criterion, weight, gap, priority] =
                    ["/criterion", "/weight", "/gap", "/priority"].map(|key| shown(own, key));
                format!("{criterion} {weight} × {gap} = {priority}")
            })
            .collect()
    };
    // a lacks 1 − 1/3, twice; b, unanswered, all; c is (2·2/3) / 4 = 1/3 and lacks 2/3.
    let (a, b, c) = (
        "a 2 × 0.666667 = 1.333333",
        "b 1 × 1 = 1",
        "c 1 × 0.666667 = 0.666667",
    );
    assert_eq!(blocking(TWO_STEPS, "ruler: {level: 3}"), [a, b, c]);
    assert_eq!(blocking(TWO_STEPS, "ruler: {level: 2}"), [a, b]);
    assert_eq!(
        blocking(TWO_STEPS, "ruler: {level: 1}"),
        [""; 0],
        "the floor is held"
    );
    // A dimension's goal and the whole's: each criterion once.
    let both = "ruler: {level: 3, dimensions: {d: 2}}";
    assert_eq!(blocking(TWO_STEPS, both), [a, b, c]);
    let both = "ruler: {level: 2, dimensions: {d: 3}}";
    assert_eq!(blocking(TWO_STEPS, both), [a, b, c]);
    // Where the highest that passes counts, only the level itself is asked for.
    let highest = format!("{TWO_STEPS}rules: {{level: {{method: highest}}}}");
    assert_eq!(blocking(&highest, "ruler: {level: 3}"), [c]);
    // Where one criterion is enough, and met, the others block nothing.
    let any = "rules: {level: {quantifier: any, met_at: partially, unanswered: zero}}";
    let any = format!("{TWO_STEPS}{any}");
    assert_eq!(
        blocking(&any, "ruler: {level: 3}"),
        [""; 0],
        "both levels pass"
    );
    // Without levels, whatever is below full value, up to the level.
    let none = format!("{TWO_STEPS}rules: {{level: {{method: none}}}}");
    assert_eq!(blocking(&none, "ruler: {level: 3}"), [a, b, c]);
    assert_eq!(blocking(&none, "ruler: {level: 2}"), [a, b]);
}

/// Two dimensions: `x` asks something at levels 2 and 4, `y` at level 3.
const GAPPED: &str = "regua: 1\nid: ruler\nversion: 1.0.0\nfloor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}, {id: four, number: 4}]
dimensions: [{id: x}, {id: y}]
criteria:
  - {id: x2, level: 2, dimension: x}
  - {id: x4, level: 4, dimension: x}
  - {id: y3, level: 3, dimension: y}
";

/// The goals of a plan, each with the level that it leads to, and what blocks them.
#[track_caller]
fn aims(rubric: &str, answers: &str, target: &str) -> [String; 2] {
    let folder = assessed("", answers, &format!("ruler: {target}"));
    folder.write("rubrics/ruler.yaml", rubric);
    let plan = folder.scored(DAY)["assessments"][0]["plan"].take();
    let each = |list: &str, keys: &[&str]| {
        let entries = plan[list].as_array().unwrap().iter();
        let texts: Vec<String> = entries
            .map(|own| keys.iter().map(|key| shown(own, key)).collect::<Vec<_>>())
            .map(|values| values.join(" "))
            .collect();
        texts.join(", ")
    };
    [
        each("goals", &["/dimension", "/reachable", "/planned_level"]),
        each("blocking", &["/criterion"]),
    ]
}

#[test]
fn a_score_aims_at_the_next_level_at_which_something_is_asked_too() {
    let rubric = format!("{GAPPED}rules: {{level: {{method: none}}}}\n");
    // x asks nothing at 3: its practice is 1 + 1 (x2) + 0 + 0, and only x4 brings it nearer.
    let answers = "x2: fully, x4: not, y3: not";
    assert_eq!(
        aims(&rubric, answers, "{dimensions: {x: 3}}"),
        ["x true 4", "x4"]
    );
    // y ends at 3.
    assert_eq!(
        aims(&rubric, answers, "{dimensions: {y: 4}}"),
        ["y false 3", "y3"]
    );
    // While nobody has answered and that counts nothing, the goal is what was written down.
    let rubric = format!("{GAPPED}rules: {{level: {{method: none, unanswered: exclude}}}}\n");
    assert_eq!(
        aims(&rubric, "", "{dimensions: {x: 2}}"),
        ["x true 2", "x2"]
    );
    // What stands at the floor earns nothing, and blocks nothing.
    let floored = rubric.replace(
        "  - {id: y3",
        "  - {id: x1, level: 1, dimension: x}\n  - {id: y3",
    );
    assert_eq!(
        aims(&floored, "x1: not, x2: not", "{dimensions: {x: 2}}"),
        ["x true 2", "x2"]
    );
}

#[test]
fn what_blocks_a_score_goes_beyond_the_level_where_that_is_not_enough() {
    let rubric = format!("{GAPPED}rules: {{level: {{method: none}}, aggregate: mean}}\n");
    // With x2 and y3 the mean of x, 2, and y, 3, is 2.5; only x4 lifts it to (4 + 3) / 2.
    assert_eq!(
        aims(&rubric, "x2: fully, x4: not, y3: not", "{level: 3}"),
        ["null true 3", "x4, y3"]
    );
    // With x2 alone it is (2 + 1) / 2.
    assert_eq!(
        aims(&rubric, "x2: not, x4: not, y3: not", "{level: 2}"),
        ["null true 2", "x2, x4, y3"]
    );
}

#[test]
fn what_is_left_out_until_somebody_answers_is_in_nobodys_way() {
    // No choice of `low` is fully, not even the best; p, unanswered, counts nothing, and level 2 asks n only.
    let rubric = "
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}]
scales: {low: {min: 0, max: 10, choices: [{id: none, value: 0}, {id: some, value: 4}]}}
criteria:
  - {id: n, level: 2, dimension: d, scale: low}
  - {id: p, level: 2, dimension: d, scale: low}
rules: {level: {met_at: fully, unanswered: exclude}}
";
    assert_eq!(shown(&plan_of(rubric, "n: none"), "/barred_by"), "[\"n\"]");
    // Where nothing else is asked, it is what an answer would have to meet.
    assert_eq!(shown(&plan_of(rubric, ""), "/barred_by"), "[\"n\",\"p\"]");
}

#[test]
fn a_target_of_the_command_line_stands_in_for_the_one_written() {
    let folder = assessed("levels: []", "", "ruler: {level: 4}");
    folder.write("rubrics/ruler.yaml", GAPPED);
    folder.write(
        "assessments/one.yaml",
        &format!(
            "regua: 1\nrubric: ruler\ndate: {DAY}\nanswers: {{x2: fully, x4: not, y3: fully}}\n"
        ),
    );
    let planned = |target: &str| {
        let arguments = [
            "score", "--format", "json", "--as-of", DAY, "--target", target,
        ];
        let mut result = folder.run(&arguments).json();
        result["assessments"][0].take()
    };
    let goal = |dimension: Option<&str>, level: u32, reached: bool, reachable: bool, to: u32| {
        json!({"dimension": dimension, "level": level, "reached": reached, "reachable": reachable,
            "planned_level": to})
    };
    // The whole holds 3. Its practice is 1 + 1 (x2) + 1 (y3) + 0 = 3 of 4.
    let own = planned("4");
    assert_eq!(own["plan"]["goals"], json!([goal(None, 4, false, true, 4)]));
    assert_eq!(
        own["target"],
        json!({"level": 4, "percent_to_target": 0.75})
    );
    assert_eq!(planned("four"), own, "by its id");
    // x holds 2, and asks nothing at 3, which is held with 4. y asks nothing above 3.
    let own = planned("x=three, y=4");
    let goals = json!([
        goal(Some("x"), 3, false, true, 4),
        goal(Some("y"), 4, false, false, 3)
    ]);
    assert_eq!(own["plan"]["goals"], goals);
    let blocking = json!([{"criterion": "x4", "weight": 1, "gap": 1, "priority": 1}]);
    assert_eq!(own["plan"]["blocking"], blocking);
    // x has 1 + 1 + 0 + 0 = 2 of 3, y 1 + 1 + 1 = 3 of 4: 1 − (1 + 1) / 7, and y's own level is reached.
    assert_eq!(
        own["target"],
        json!({"level": null, "percent_to_target": 0.714_286})
    );
    assert_eq!(
        planned("y=3")["plan"]["goals"],
        json!([goal(Some("y"), 3, true, true, 3)])
    );
}

#[test]
fn a_target_that_no_rubric_knows_is_refused_with_those_it_knows() {
    let folder = assessed(TWO_STEPS, "a: fully", "");
    let case = |target: &str, language: &str, expected: &str| {
        let ran = folder.run(&[
            "score", "--as-of", DAY, "--lang", language, "--target", target,
        ]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert_eq!(ran.err.replace('\n', " ").trim(), expected);
    };
    case(
        "4",
        "en",
        "error: `ruler` has no level `4`; its levels are 1 one, 2 two, 3 three",
    );
    case(
        "d=quatro",
        "pt-BR",
        "erro: `ruler` não tem o nível `quatro`; os níveis são 1 one, 2 two, 3 three",
    );
    case(
        "e=2",
        "en",
        "error: `ruler` has no dimension `e`; its dimensions are d",
    );
    for unclear in ["", "2,3", "d=2,d=3", "2,"] {
        let expected = format!(
            "error: `--target {unclear}` is not clear: it takes a level, such as 4, or one for each \
             dimension, such as process=4,people=3"
        );
        case(unclear, "en", &expected);
    }
}

#[test]
fn of_several_rubrics_those_that_know_the_target_take_it() {
    let folder = assessed(
        TWO_STEPS,
        "a: fully",
        "ruler: {level: 2}, other: {level: 1}",
    );
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Test\nrubrics: [ruler, other]\n\
         targets: {ruler: {level: 2}, other: {level: 1}}\n",
    );
    folder.write(
        "rubrics/other.yaml",
        "regua: 1\nid: other\nversion: 1.0.0\nlevels: [{id: low, number: 1}]\ndimensions: [{id: e}]\n\
         criteria: [{id: z, level: 1, dimension: e}]\n",
    );
    folder.write(
        "assessments/two.yaml",
        &format!("regua: 1\nrubric: other\ndate: {DAY}\nanswers: {{z: not}}\n"),
    );
    let levels = |target: &str| {
        let arguments = [
            "score", "--format", "json", "--as-of", DAY, "--target", target,
        ];
        let result = folder.run(&arguments).json();
        let own = |rubric: &str| {
            let all = result["assessments"].as_array().unwrap();
            let own = all.iter().find(|own| own["rubric"] == rubric).unwrap();
            own["target"]["level"].clone()
        };
        [own("ruler"), own("other")]
    };
    assert_eq!(levels("3"), [json!(3), json!(1)], "only one has a level 3");
    assert_eq!(levels("1"), [json!(1), json!(1)], "both have a level 1");
    assert_eq!(levels("low"), [json!(2), json!(1)]);
    assert_eq!(levels("d=3"), [json!(null), json!(1)]);
}

#[test]
fn only_the_latest_assessment_of_a_rubric_has_a_plan() {
    let result = Folder::copy_of_example("otica-horizonte").scored("2026-11-20");
    assert_eq!(shown(&result, "/assessments/0/plan"), "null");
    assert!(result["assessments"][1]["plan"].is_object());
}

/// The plan as the terminal shows it, from the line that begins it to the end.
fn on_the_terminal(folder: &Folder, language: &str, from: &str) -> String {
    let ran = folder.run(&["score", "--as-of", DAY, "--lang", language]);
    let (_, plan) = ran.out.split_once(from).expect("there is a plan");
    plan.trim_end().to_owned()
}

#[test]
fn the_terminal_shows_the_plan_in_both_languages() {
    let targets = "ruler: {level: 3, by: 2025-Q4}";
    let folder = assessed(TWO_STEPS, "a: largely, c.p: partially", targets);
    // b unanswered lacks 1, and c, (2·1/3) / 4 = 1/6, lacks 5/6. Practice is 1 + (2·2/3) / 3 + 1/6 = 29/18
    // of 3: 54%. With b at largely level 2 is held: 1 + 2/3 + 1/6 = 11/6.
    // Level 3 wants c above 1/2, which (2·1/3 + 2/3 + 2/3) / 4 is not and (2·1/3 + 2/3 + 1) / 4 = 7/12 is: 2.25.
    assert_eq!(
        on_the_terminal(&folder, "en", "\nGap plan to "),
        "level 3, three, by 31 Dec 2025: 54% of the way by practice score
  What blocks it  Level  Value  Weight × gap
  • b                 2      –          1.00
  • c                 3    17%          0.83

Shortest way to level 2, two: 1 answer
  • b  Unanswered → Largely
  Then level 2, practice 1.83.

Shortest way to level 3, three: 3 answers
  • b    Unanswered → Largely
  • c.q  Unanswered → Largely
  • c.r  Unanswered → Fully
  Then level 3, practice 2.25.

  What one answer would do           Level  Practice
  • b                       → Fully      2     +0.33
  • c.p                     → Fully      1     +0.33
  • c.q                     → Fully      1     +0.25
  • c.r                     → Fully      1     +0.25
  • a                       → Fully      1     +0.22"
    );
    assert_eq!(
        on_the_terminal(&folder, "pt-BR", "\nPlano de evolução "),
        "para o nível 3, three, até 31/12/2025: 54% do caminho pela
pontuação
  O que falta  Nível  Valor  Peso × lacuna
  • b              2      –           1,00
  • c              3    17%           0,83

Caminho mais curto até o nível 2, two: 1 resposta
  • b  Sem resposta → Largamente
  Com isso: nível 2, práticas 1,83.

Caminho mais curto até o nível 3, three: 3 respostas
  • b    Sem resposta → Largamente
  • c.q  Sem resposta → Largamente
  • c.r  Sem resposta → Totalmente
  Com isso: nível 3, práticas 2,25.

  O que mudaria com uma só resposta                Nível  Práticas
  • b                                → Totalmente      2     +0,33
  • c.p                              → Totalmente      1     +0,33
  • c.q                              → Totalmente      1     +0,25
  • c.r                              → Totalmente      1     +0,25
  • a                                → Totalmente      1     +0,22"
    );
}

// What must hold of every plan.

/// A rubric and an assessment, as they are drawn.
#[derive(Debug, Clone)]
struct Drawn {
    floor: Option<u32>,
    levels_above_floor: u32,
    rule: String,
    root_aggregate: &'static str,
    /// The reading of the KPI that may answer questions, in percent.
    reading: Option<u32>,
    criteria: Vec<DrawnCriterion>,
}

#[derive(Debug, Clone)]
struct DrawnCriterion {
    dimension: &'static str,
    level: Option<u32>,
    weight: u32,
    is_absence: bool,
    questions: Vec<DrawnQuestion>,
}

#[derive(Debug, Clone)]
struct DrawnQuestion {
    scale: &'static str,
    weight: u32,
    has_kpi: bool,
    answer: DrawnAnswer,
}

#[derive(Debug, Clone, Copy)]
enum DrawnAnswer {
    Unanswered,
    Unknown,
    NotApplicable,
    /// So many hundredths along the scale.
    At(u32),
}

const SCALES: &str = "{three: {choices: [{id: low, value: 0}, {id: mid, value: 0.3}, {id: top, value: 0.6}]}, \
     agents: {min: 0, max: 40}, index: {min: -1, max: 1}}";

/// The choices of a scale, lowest first; none for numbers.
fn choices(scale: &str) -> &'static [&'static str] {
    match scale {
        "achievement" => &["not", "partially", "largely", "fully"],
        "yes-no" => &["no", "yes"],
        "three" => &["low", "mid", "top"],
        _ => &[],
    }
}

impl Drawn {
    fn rubric(&self) -> String {
        let lowest = self.floor.unwrap_or(1).max(1);
        let more = self.levels_above_floor - u32::from(self.floor != Some(1));
        let levels: Vec<String> = (lowest..=lowest + more)
            .map(|number| format!("{{id: l{number}, number: {number}}}"))
            .collect();
        let first = self.floor.unwrap_or(0) + 1;
        let criteria: Vec<String> = self
            .criteria
            .iter()
            .enumerate()
            .map(|(position, own)| {
                let questions: Vec<String> = own
                    .questions
                    .iter()
                    .enumerate()
                    .map(|(position, own)| {
                        let kpi = if own.has_kpi { ", kpi: speed" } else { "" };
                        format!(
                            "{{id: q{position}, scale: {}, weight: {}{kpi}}}",
                            own.scale, own.weight
                        )
                    })
                    .collect();
                let level = own.level.map_or_else(String::new, |level| {
                    format!(", level: {}", first + level % self.levels_above_floor)
                });
                let polarity = if own.is_absence { ", polarity: absence" } else { "" };
                format!(
                    "{{id: c{position}, dimension: {}, weight: {}{level}{polarity}, questions: [{}]}}",
                    own.dimension,
                    own.weight,
                    questions.join(", ")
                )
            })
            .collect();
        let floor = self
            .floor
            .map_or_else(String::new, |floor| format!("floor: {floor}\n"));
        let aggregate = match self.root_aggregate {
            "" => String::new(),
            aggregate => format!(", aggregate: {aggregate}"),
        };
        format!(
            "regua: 1\nid: ruler\nversion: 1.0.0\n{floor}levels: [{}]\n\
             dimensions: [{{id: x}}, {{id: y, dimensions: [{{id: p}}]}}]\nscales: {SCALES}\ncriteria: [{}]\n\
             kpis: [{{id: speed, unit: '%', direction: higher, frequency: monthly, bands: {{{}: 80%}}}}]\n\
             rules: {{kpi_weight: 0.3, level: {{{}}}{aggregate}}}\n",
            levels.join(", "),
            criteria.join(", "),
            lowest + more,
            self.rule
        )
    }

    /// The assessment, some answers changed.
    fn assessment(&self, changed: &[(String, String)]) -> String {
        let mut answers = Vec::new();
        for (position, criterion) in self.criteria.iter().enumerate() {
            for (question, own) in criterion.questions.iter().enumerate() {
                let key = match criterion.questions.len() {
                    1 => format!("c{position}"),
                    _ => format!("c{position}.q{question}"),
                };
                let to = changed.iter().find(|(changed, _)| *changed == key);
                let given = match (to, own.answer) {
                    (Some((_, to)), _) => Some(to.clone()),
                    (None, DrawnAnswer::Unanswered) => None,
                    (None, DrawnAnswer::Unknown) => Some("unknown".to_owned()),
                    (None, DrawnAnswer::NotApplicable) => Some("{not_applicable: No.}".to_owned()),
                    (None, DrawnAnswer::At(at)) => Some(answer_at(own.scale, at)),
                };
                answers.extend(given.map(|given| format!("{key}: {given}")));
            }
        }
        format!(
            "regua: 1\nrubric: ruler\ndate: {DAY}\nanswers: {{{}}}\n",
            answers.join(", ")
        )
    }

    fn read(&self, changed: &[(String, String)]) -> Workspace {
        let file = |path: &str, text: String| InputFile {
            path: path.to_owned(),
            bytes: text.into_bytes(),
        };
        let settings = "regua: 1\norganisation: Test\nrubrics: [ruler]\n".to_owned();
        let reading = self.reading.map(|percent| {
            let text = format!("readings: [{{kpi: speed, period: 2025-06, value: {percent}%}}]");
            file("kpis/speed.yaml", format!("regua: 1\n{text}\n"))
        });
        let read = regua::read::workspace(
            Inputs {
                settings: Some(file("regua.yaml", settings)),
                rubrics: vec![file("rubrics/ruler.yaml", self.rubric())],
                assessments: vec![file("assessments/a.yaml", self.assessment(changed))],
                kpis: reading.into_iter().collect(),
                ..Inputs::default()
            },
            last_day(),
        );
        let errors = read.diagnostics.count(Severity::Error);
        assert_eq!(errors, 0, "{:#?}\n{}", read.diagnostics, self.rubric());
        read.workspace.unwrap()
    }
}

fn answer_at(scale: &str, at: u32) -> String {
    let choices = choices(scale);
    match scale {
        "percent" => format!("{at}%"),
        "agents" => format!("{}", at * 2 / 5),
        "index" => Exact::ratio(i64::from(at) * 2 - 100, 100).to_string(),
        _ => choices[at as usize * choices.len() / 101].to_owned(),
    }
}

fn last_day() -> NaiveDate {
    regua::model::parse_day(DAY).unwrap()
}

fn any_drawn() -> impl Strategy<Value = Drawn> {
    let answer = prop_oneof![
        2 => Just(DrawnAnswer::Unanswered),
        1 => Just(DrawnAnswer::Unknown),
        1 => Just(DrawnAnswer::NotApplicable),
        8 => (0..=100u32).prop_map(DrawnAnswer::At),
    ];
    let scale = prop::sample::select(vec![
        "achievement",
        "achievement",
        "percent",
        "yes-no",
        "three",
        "agents",
        "index",
    ]);
    let question = (scale, 0..4u32, prop::bool::weighted(0.1), answer).prop_map(
        |(scale, weight, has_kpi, answer)| DrawnQuestion {
            scale,
            weight,
            has_kpi,
            answer,
        },
    );
    let criterion = (
        prop::sample::select(vec!["x", "y", "p"]),
        prop::option::weighted(0.95, 0..3u32),
        prop_oneof![1 => Just(0u32), 9 => 1..4u32],
        prop::bool::weighted(0.05),
        prop::collection::vec(question, 1..4),
    )
        .prop_map(|(dimension, level, weight, is_absence, mut questions)| {
            questions[0].weight += 1;
            DrawnCriterion {
                dimension,
                level,
                weight,
                is_absence,
                questions,
            }
        });
    let threshold = || {
        prop::sample::select(vec![
            "partially",
            "largely",
            "fully",
            "0",
            "0.5",
            "0.333",
            "1",
        ])
    };
    let rule = (
        prop::sample::select(vec!["all", "all", "all", "rubric", "dimensions"]),
        prop::sample::select(vec!["cumulative", "cumulative", "highest", "none"]),
        prop::sample::select(vec!["all", "all", "any", "{share: 0.5}", "{share: 0.8}"]),
        threshold(),
        threshold(),
        prop::sample::select(vec!["blocks", "zero", "exclude"]),
        prop::sample::select(vec!["exclude", "zero", "full"]),
    )
        .prop_map(|(scope, method, quantifier, met_at, lower, unanswered, other)| {
            format!(
                "scope: {scope}, method: {method}, quantifier: {quantifier}, met_at: {met_at}, \
                 lower_levels: {{met_at: {lower}}}, unanswered: {unanswered}, not_applicable: {other}"
            )
        });
    (
        prop::sample::select(vec![None, Some(0), Some(1)]),
        1..4u32,
        rule,
        prop::sample::select(vec!["", "mean", "sum", "min", "median"]),
        prop::option::weighted(0.3, 0..=100u32),
        prop::collection::vec(criterion, 1..6),
    )
        .prop_map(
            |(floor, levels_above_floor, rule, root_aggregate, reading, mut criteria)| {
                // So few questions that every set of them can be tried.
                const MOST: usize = 7;
                let mut seen = 0;
                for criterion in &mut criteria {
                    criterion
                        .questions
                        .truncate(MOST.saturating_sub(seen).max(1));
                    seen += criterion.questions.len();
                }
                Drawn {
                    floor,
                    levels_above_floor,
                    rule,
                    root_aggregate,
                    reading,
                    criteria,
                }
            },
        )
}

fn scored(workspace: &Workspace) -> AssessmentScore {
    let mut scores = score::workspace(workspace, last_day());
    scores.assessments.remove(0)
}

/// The levels of the whole and of each dimension.
fn levels(score: &AssessmentScore) -> Vec<Option<u32>> {
    std::iter::once(&score.whole)
        .chain(&score.dimensions)
        .map(|scope| scope.level)
        .collect()
}

/// What stands in a file for a mark.
fn written(scale: &Scale, mark: &Mark) -> String {
    match mark {
        Mark::Choice(choice) => scale.choices()[*choice].id.to_string(),
        Mark::Number(number) => number.to_string(),
    }
}

/// The workspace with a question answered.
fn answer(workspace: &mut Workspace, question: QuestionIndex, mark: &Mark) {
    workspace.assessments[0].answers[question.0] = Some(Answer {
        given: match mark {
            Mark::Choice(choice) => Given::Choice(*choice),
            Mark::Number(number) => Given::Number(number.clone()),
        },
        note: None,
        evidence: Vec::new(),
        place: Place {
            file: FileIndex(0),
            start: 0,
            end: 0,
        },
    });
}

fn scale_of(workspace: &Workspace, question: QuestionIndex) -> &Scale {
    let rubric = &workspace.rubrics[0];
    &rubric.scales[rubric.questions[question.0].scale]
}

/// The best mark of a scale, and the one below a mark.
fn best(scale: &Scale) -> Mark {
    match &scale.kind {
        ScaleKind::Numeric(_) => Mark::Number(scale.high.clone()),
        ScaleKind::Choices(choices) => Mark::Choice(choices.len() - 1), // drawn with the lowest first
    }
}

fn below(scale: &Scale, mark: &Mark) -> Option<Mark> {
    match mark {
        Mark::Choice(choice) => choice.checked_sub(1).map(Mark::Choice),
        Mark::Number(number) => {
            let step = if scale.high == Exact::ONE {
                Exact::ratio(1, 10)
            } else {
                Exact::ONE
            };
            let lower = number - &step;
            (lower >= scale.low).then_some(Mark::Number(lower))
        }
    }
}

/// The questions that a person can answer, whether or not it matters.
fn answerable(score: &AssessmentScore) -> Vec<QuestionIndex> {
    let questions = score.questions.iter().enumerate();
    questions
        .filter(|(_, own)| own.kpi.is_none() && own.state != State::NotApplicable)
        .map(|(index, _)| QuestionIndex(index))
        .collect()
}

/// The ways of the whole and of each dimension.
fn ways(workspace: &Workspace, score: &AssessmentScore) -> Vec<Option<Ascent>> {
    let ways = plan::shortest_ways(workspace, score);
    let mut all = vec![ways.whole];
    all.extend(ways.dimensions);
    all
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(1_000))]

    /// No smaller set of answers, each raised to its best, lifts a level; where no way is given, none does.
    #[test]
    fn no_smaller_set_of_answers_lifts_a_level(drawn in any_drawn()) {
        let workspace = drawn.read(&[]);
        let score = scored(&workspace);
        let before = levels(&score);
        let questions = answerable(&score);
        let ways = ways(&workspace, &score);
        // Below how many answers each scope must stay where it is.
        let bounds: Vec<usize> = ways
            .iter()
            .map(|ascent| ascent.as_ref().and_then(Ascent::way))
            .map(|way| way.map_or(questions.len() + 1, |way| way.answers.len()))
            .collect();
        for set in 0..1u32 << questions.len() {
            let size = set.count_ones() as usize;
            if bounds.iter().all(|bound| size >= *bound) {
                continue;
            }
            let mut changed = workspace.clone();
            for (position, question) in questions.iter().enumerate() {
                if set & (1 << position) != 0 {
                    let mark = best(scale_of(&workspace, *question));
                    answer(&mut changed, *question, &mark);
                }
            }
            let after = levels(&scored(&changed));
            for (scope, bound) in bounds.iter().enumerate() {
                prop_assert!(
                    size >= *bound || after[scope] <= before[scope],
                    "scope {scope}: {:?} to {:?} with {set:b}, against {:?}\n{}\n{}",
                    before[scope], after[scope], ways[scope], drawn.rubric(), drawn.assessment(&[])
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    /// The answers of a way, written into the assessment and read, do what is said; none can be lower.
    #[test]
    fn a_way_leads_where_it_says_and_no_answer_of_it_can_be_lower(drawn in any_drawn()) {
        let workspace = drawn.read(&[]);
        let score = scored(&workspace);
        let before = levels(&score);
        for (scope, ascent) in ways(&workspace, &score).iter().enumerate() {
            let Some(way) = ascent.as_ref().and_then(Ascent::way) else {
                continue;
            };
            let key = |question: QuestionIndex| &workspace.rubrics[0].questions[question.0].key;
            let changes: Vec<(String, String)> = way
                .answers
                .iter()
                .map(|change| {
                    let scale = scale_of(&workspace, change.question);
                    (key(change.question).clone(), written(scale, &change.to))
                })
                .collect();
            let after = scored(&drawn.read(&changes));
            prop_assert_eq!(levels(&after)[scope], Some(way.level), "{:#?}\n{}\n{}", way, drawn.rubric(), drawn.assessment(&[]));
            prop_assert!(before[scope] < Some(way.level) && way.next <= way.level);
            prop_assert_eq!(after.whole.level, way.after.level);
            prop_assert_eq!(after.whole.practice.value(), way.after.practice.as_ref());
            prop_assert_eq!(after.index.value(), way.after.index.as_ref());
            let mut all = workspace.clone();
            for change in &way.answers {
                answer(&mut all, change.question, &change.to);
            }
            for change in &way.answers {
                let mut lower = all.clone();
                match below(scale_of(&workspace, change.question), &change.to) {
                    Some(mark) => answer(&mut lower, change.question, &mark),
                    None => lower.assessments[0].answers[change.question.0] =
                        workspace.assessments[0].answers[change.question.0].clone(),
                }
                let after = levels(&scored(&lower))[scope];
                prop_assert!(after <= before[scope], "{} can be lower: {:#?}\n{}\n{}",
                    key(change.question), way, drawn.rubric(), drawn.assessment(&[]));
            }
        }
    }

    /// What is said of one answer is what scoring the changed workspace says.
    #[test]
    fn one_answer_does_what_scoring_anew_says(drawn in any_drawn(), which in any::<Index>()) {
        let workspace = drawn.read(&[]);
        let score = scored(&workspace);
        let singles = plan::single_answers(&workspace, &score);
        let sorted = singles.is_sorted_by_key(|single| {
            std::cmp::Reverse((single.after.level, single.index_change.value().cloned()))
        });
        prop_assert!(sorted);
        // Whatever can be answered and is not told of would change nothing.
        let told: BTreeSet<usize> = singles.iter().map(|single| single.change.question.0).collect();
        for question in answerable(&score) {
            if !told.contains(&question.0) {
                let mut changed = workspace.clone();
                let mark = best(scale_of(&workspace, question));
                answer(&mut changed, question, &mark);
                let after = scored(&changed);
                prop_assert_eq!(levels(&after), levels(&score));
                prop_assert_eq!(after.index.value(), score.index.value());
            }
        }
        if singles.is_empty() {
            return Ok(());
        }
        let single = which.get(&singles);
        let mut changed = workspace.clone();
        prop_assert_eq!(&single.change.to, &best(scale_of(&workspace, single.change.question)));
        answer(&mut changed, single.change.question, &single.change.to);
        let after = scored(&changed);
        prop_assert_eq!(after.whole.level, single.after.level);
        prop_assert_eq!(after.whole.practice.value(), single.after.practice.as_ref());
        prop_assert_eq!(after.index.value(), single.after.index.as_ref());
        let change = |after: &AssessmentScore| Some(after.index.value()? - score.index.value()?);
        prop_assert_eq!(change(&after), single.index_change.value().cloned());
    }

    /// What blocks a goal stands by weight × gap; without it the goal is reached, and with nothing of it
    /// missing.
    #[test]
    fn what_blocks_a_goal_is_what_it_takes(drawn in any_drawn(), scope in 0..4usize, level in 0..3u32) {
        let workspace = drawn.read(&[]);
        let rubric = &workspace.rubrics[0];
        let score = scored(&workspace);
        let level = rubric.levels[level as usize % rubric.levels.len()].number;
        let scope = scope.checked_sub(1).map(regua::model::DimensionIndex);
        let goal = Goal { scope, level, place: None };
        let gaps = plan::gap_plan(&workspace, &score, &[goal, goal]);
        let priority = |own: &plan::Blocking| {
            let criterion = &rubric.criteria[own.criterion.0];
            let value = score.criteria[own.criterion.0].value.value().cloned();
            let gap = Exact::ONE - value.unwrap_or(Exact::ZERO);
            (&criterion.weight * &gap, gap)
        };
        for own in &gaps.blocking {
            let (priority, gap) = priority(own);
            prop_assert_eq!(own.priority.value(), Some(&priority));
            prop_assert_eq!(own.gap.value(), Some(&gap));
            prop_assert!(rubric.criteria[own.criterion.0].is_scored());
        }
        prop_assert!(gaps.blocking.is_sorted_by_key(|own| {
            (std::cmp::Reverse(own.priority.value().cloned()), own.criterion)
        }), "each once, by priority, then in the rubric's order");
        let standing = gaps.goals[0];
        let held = score.scope(scope).level;
        if standing.is_reached {
            prop_assert!(gaps.blocking.is_empty());
        }
        if let Some(held) = held {
            prop_assert_eq!(standing.is_reached, held >= level);
        }
        // Everything that blocks at its best, where nothing but answers is in the way, leads there.
        let mut changed = workspace.clone();
        for own in &gaps.blocking {
            for question in rubric.criteria[own.criterion.0].questions.clone().map(QuestionIndex) {
                if score.questions[question.0].kpi.is_none()
                    && score.questions[question.0].state != State::NotApplicable
                {
                    answer(&mut changed, question, &best(scale_of(&workspace, question)));
                }
            }
        }
        let after = scored(&changed);
        let is_full = gaps.blocking.iter().all(|own| {
            after.criteria[own.criterion.0].value.value() == Some(&Exact::ONE)
        });
        let has_level = drawn.rule.contains("scope: all")
            || drawn.rule.contains("scope: rubric") == scope.is_none();
        if has_level && !drawn.rule.contains("method: none") && standing.is_reachable() && is_full {
            prop_assert!(after.scope(scope).level >= Some(level), "{gaps:#?}");
        }
    }
}

proptest! {
    #![proptest_config(cases(500))]

    /// The way to a level is as short as any, none of its answers can be lower, and it leads there; where none is
    /// given, no answers lead there.
    #[test]
    fn the_way_to_a_level_is_the_shortest(drawn in any_drawn(), level in 0..3usize) {
        let workspace = drawn.read(&[]);
        let levels = &workspace.rubrics[0].levels;
        let wanted = levels[level % levels.len()].number;
        let score = scored(&workspace);
        let reached = |workspace: &Workspace| scored(workspace).whole.level >= Some(wanted);
        let ascent = plan::shortest_way_to(&workspace, &score, wanted);
        if score.whole.level >= Some(wanted) {
            prop_assert!(ascent.is_none());
            return Ok(());
        }
        let Some(ascent) = ascent else {
            return Ok(()); // the rule gives the whole no level, or answers do not add up
        };
        let questions = answerable(&score);
        let fewest = ascent.way().map_or(questions.len() + 1, |way| way.answers.len());
        for set in (0..1u32 << questions.len()).filter(|set| (set.count_ones() as usize) < fewest) {
            let mut changed = workspace.clone();
            for (position, question) in questions.iter().enumerate() {
                if set & (1 << position) != 0 {
                    answer(&mut changed, *question, &best(scale_of(&workspace, *question)));
                }
            }
            prop_assert!(!reached(&changed), "{set:b} leads to {wanted}, against {ascent:#?}\n{}\n{}",
                drawn.rubric(), drawn.assessment(&[]));
        }
        let Some(way) = ascent.way() else {
            return Ok(());
        };
        let mut all = workspace.clone();
        for change in &way.answers {
            answer(&mut all, change.question, &change.to);
        }
        prop_assert!(reached(&all));
        prop_assert_eq!(scored(&all).whole.level, way.after.level);
        for change in &way.answers {
            let mut lower = all.clone();
            match below(scale_of(&workspace, change.question), &change.to) {
                Some(mark) => answer(&mut lower, change.question, &mark),
                None => lower.assessments[0].answers[change.question.0] =
                    workspace.assessments[0].answers[change.question.0].clone(),
            }
            prop_assert!(!reached(&lower), "an answer can be lower: {way:#?}\n{}\n{}",
                drawn.rubric(), drawn.assessment(&[]));
        }
    }
}

/// Levels 1 to 3 with a floor at 1; one criterion of two questions at 2, two criteria at 3.
const STEPS: &str = "floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
rules: {level: {method: cumulative, met_at: largely}}
criteria:
  - {id: a, level: 2, dimension: d}
  - {id: b, level: 3, dimension: d}
  - {id: c, level: 3, dimension: d}
";

#[test]
fn a_score_that_suffices_is_not_the_level_and_the_way_to_the_target_is_told() {
    // Practice is 1 + 1/3 + 1 = 2.33: more than 2, and a blocks level 2, which is what is aimed at.
    let answers = "a: partially, b: fully, c: fully";
    let folder = assessed(STEPS, answers, "ruler: {level: 2}");
    let said = |arguments: &[&str]| folder.run(&[arguments, &["--as-of", DAY]].concat()).out;
    let text = said(&["score", "--lang", "en"]);
    let unbroken = text.replace('\n', " ");
    assert!(
        unbroken.contains(
            "Gap plan to level 2, two: the practice score suffices, yet 1 criterion still blocks the level"
        ),
        "{text}"
    );
    // One answer brings level 3 with it: nothing is told twice.
    assert_eq!(text.matches("Shortest way to").count(), 1, "{text}");
    let own = &folder.scored(DAY)["assessments"][0]["target"]["percent_to_target"];
    assert_eq!(own, &json!(1), "the figure is what it is");
    for arguments in [
        &["report", "-o", "-", "--format", "md", "--lang", "en"][..],
        &["report", "-o", "-", "--format", "html", "--lang", "en"],
        &[
            "report",
            "--summary",
            "-o",
            "-",
            "--format",
            "md",
            "--lang",
            "en",
        ],
    ] {
        let page = said(arguments);
        let blocked = "The practice score suffices, yet 1 criterion still blocks the level.";
        assert!(page.contains(blocked), "{arguments:?}");
        assert!(!page.contains("100% of the way"), "{arguments:?}");
    }
    let answers = "a: partially, b: not, c: fully";
    let folder = assessed(STEPS, answers, "ruler: {level: 3}");
    let text = folder.run(&["score", "--as-of", DAY, "--lang", "en"]).out;
    for heading in [
        "Shortest way to level 2, two: 1 answer",
        "Shortest way to level 3, three: 2 answers",
    ] {
        assert!(text.contains(heading), "{text}");
    }
    let asked = ["score", "--as-of", DAY, "--lang", "pt-BR", "--target", "2"];
    let text = folder.run(&asked).out;
    assert_eq!(text.matches("Caminho mais curto até").count(), 1, "{text}");
}

#[test]
fn a_profile_is_the_whole_and_its_dimensions_and_measured_by_these() {
    let folder = assessed(
        TWO_STEPS,
        "a: fully",
        "ruler: {level: 3, dimensions: {d: 2}}",
    );
    let root = regua::workspace::find(Some(folder.path())).unwrap();
    let read = regua::read::workspace(regua::workspace::read(&root).unwrap(), last_day());
    let workspace = read.workspace.unwrap();
    let goals = profile(&workspace.settings.targets[0]);
    let levels: Vec<_> = goals
        .iter()
        .map(|goal| (goal.scope.is_some(), goal.level))
        .collect();
    assert_eq!(levels, [(false, 3), (true, 2)]);
    let document = ScoreDocument::new(&workspace, &score::workspace(&workspace, last_day()));
    let plan = document.assessments[0].plan.as_ref().unwrap();
    assert_eq!(plan.goals[0].dimension, None);
    assert_eq!(plan.goals[1].dimension.as_deref(), Some("d"));
    // Level 2 of 2, which d has: a is met, b and c are open. 1 + 2/3 of the way to 2 is 5/6.
    let percent = document.assessments[0]
        .target
        .as_ref()
        .unwrap()
        .percent_to_target
        .as_ref();
    assert_eq!(percent.map(|percent| &percent.0), Some(&Exact::ratio(5, 6)));
}
