//! `regua compare`: what moved which figure, held against contributions worked out by hand.
//!
//! The working stands beside each figure. That contributions add up for any rubric and any answers is held in
//! `figures.rs`.

use regua::model::{Exact, Given, Workspace, parse_day};
use regua::score::plan::Mark;
use regua::score::{self, compare};
use serde_json::Value;

use super::support::{Folder, Ran, shown};

/// Floor 1 and two levels above it: `a` and `b` at level 2, `c` at level 3; half of the index is the KPI's.
const RULER: &str = "
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
dimensions: [{id: x}, {id: y}]
criteria:
  - {id: a, level: 2, dimension: x, scale: percent}
  - {id: b, level: 2, dimension: y, scale: percent}
  - {id: c, level: 3, dimension: x, scale: percent}
kpis: [{id: speed, unit: '%', direction: higher, frequency: quarterly, bands: {2: 40%, 3: 80%}}]
rules: {kpi_weight: 0.5}
";

const MARCH: &str = "2025-03-31";
const JUNE: &str = "2025-06-30";

/// A workspace with the rubric `ruler` and two assessments by it, of March and of June.
fn assessed(rubric: &str, march: &str, june: &str) -> Folder {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
    );
    folder.write(
        "rubrics/ruler.yaml",
        &format!("regua: 1\nid: ruler\nversion: 1.0.0\n{rubric}\n"),
    );
    for (name, date, answers) in [("march", MARCH, march), ("june", JUNE, june)] {
        folder.write(
            &format!("assessments/{name}.yaml"),
            &format!("regua: 1\nrubric: ruler\ndate: {date}\n{answers}\n"),
        );
    }
    folder
}

/// The same with readings of its KPI.
fn measured(march: &str, june: &str) -> Folder {
    let folder = assessed(RULER, march, june);
    folder.write(
        "kpis/speed.yaml",
        "regua: 1\nreadings:\n  - {kpi: speed, period: 2025-03, value: 40%}\n  \
         - {kpi: speed, period: 2025-06, value: 60%}\n",
    );
    folder
}

fn ends(folder: &Folder, a: &str, b: &str, more: &[&str]) -> Ran {
    let mut arguments = vec!["compare", a, b, "--as-of", "2026-11-20"];
    arguments.extend(more);
    folder.run(&arguments)
}

#[track_caller]
fn compared(folder: &Folder, a: &str, b: &str) -> Value {
    ends(folder, a, b, &["--format", "json"]).json()
}

/// The only pair of assessments of such a comparison.
#[track_caller]
fn pair(folder: &Folder, a: &str, b: &str) -> Value {
    compared(folder, a, b)["assessments"][0].take()
}

/// The entry of a list by its id.
#[track_caller]
fn named<'v>(list: &'v Value, key: &str, id: &str) -> &'v Value {
    let mut entries = list.as_array().unwrap().iter();
    entries.find(|entry| entry[key] == id).unwrap()
}

#[test]
fn each_answer_and_reading_moves_what_was_worked_out_by_hand() {
    let folder = measured(
        "answers: {a: 100%, b: 60%, c: 20%}",
        "answers: {a: 100%, b: 100%, c: 60%}",
    );
    let both = pair(&folder, MARCH, JUNE);
    let case = |pointer: &str, expected: &str| {
        assert_eq!(shown(&both, pointer), expected, "{pointer}");
    };
    // March: L2 = (1 + 0.6)/2 = 0.8, L3 = 0.2: 1 + 0.8 + 0.2 = 2; 40 % is level 2: (2 + 2)/2 = 2
    // June: 1 + 1 + 0.6 = 2.6; 60 % is halfway from level 2 to 3, 2.5: (2.6 + 2.5)/2 = 2.55
    case("/a/practice_score", "2");
    case("/a/index", "2");
    case("/a/level", "2"); // c is not largely met
    case("/b/practice_score", "2.6");
    case("/b/outcome_score", "2.5");
    case("/b/index", "2.55");
    case("/b/level", "3");
    case("/change/level", "1");
    case("/change/practice_score", "0.6");
    case("/change/outcome_score", "0.5");
    case("/change/index", "0.55");
    case("/change/coverage", "0");

    // a did not change and contributes nothing.
    assert_eq!(both["answers"].as_array().unwrap().len(), 2);
    // b, one of the two criteria of level 2, rose by 0.4; half of the index is practice.
    case("/answers/0/question", "b");
    case("/answers/0/a/value", "0.6");
    case("/answers/0/b/value", "1");
    case("/answers/0/practice_score", "0.2");
    case("/answers/0/index", "0.1");
    case("/answers/0/level_after", "2");
    // In its own dimension it stands alone: 1 + 0.6 to 1 + 1.
    case("/answers/0/dimensions/0/id", "y");
    case("/answers/0/dimensions/0/practice_score", "0.4");
    // c rose by 0.4, and is level 3 alone: with it the whole and its dimension reach level 3.
    case("/answers/1/question", "c");
    case("/answers/1/practice_score", "0.4");
    case("/answers/1/index", "0.2");
    case("/answers/1/level_before", "2");
    case("/answers/1/level_after", "3");
    case("/answers/1/dimensions/0/id", "x");
    case("/answers/1/dimensions/0/practice_score", "0.4");
    case("/answers/1/dimensions/0/level_before", "2");
    case("/answers/1/dimensions/0/level_after", "3");
    // Half a level of the only KPI, half of it in the index.
    case("/kpis/0/id", "speed");
    case("/kpis/0/a/level", "2");
    case("/kpis/0/b/value", "60");
    case("/kpis/0/b/level", "2.5");
    case("/kpis/0/outcome_score", "0.5");
    case("/kpis/0/index", "0.25");
    // 0.2 + 0.4 = 0.6; 0.1 + 0.2 + 0.25 = 0.55
    case("/moved/practice_score_by_answers", "0.6");
    case("/moved/outcome_score_by_kpis", "0.5");
    case("/moved/index_by_answers", "0.3");
    case("/moved/index_by_kpis", "0.25");
    // Dimension x: 1 + 1 + 0.2 to 1 + 1 + 0.6; y: 1.6 to 2.
    case("/dimensions/0/a/practice_score", "2.2");
    case("/dimensions/0/practice_score_change", "0.4");
    case("/dimensions/0/level_change", "1");
    case("/dimensions/1/b/practice_score", "2");
    case("/dimensions/1/practice_score_change", "0.4");
}

#[test]
fn the_quarter_of_the_example_moved_as_worked_out_by_hand() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let both = pair(&folder, "2026-06-30", "2026-09-30");
    // Figures of both ends: see `scoring.rs`, which works them out.
    // In September the readings are those of September, as answers (level − 1)/4 each:
    // response, worked out below, is level 4.062128: 0.765532
    // first contact 9335/12718 = 73.399906 % → 3 + 13.399906/20 = 3.669995: 0.667499
    // csat 1412/1787 = 79.015109 % → 3 + 4.015109/15 = 3.267674: 0.566918
    // resolution 696559.6/12195 = 57.118458 h → 3 + (72 − 57.118458)/24 = 3.620064: 0.655016
    // L2 = (1 + (1 + 2/3 + 0.765532)/3 + 1)/3 = (1 + 0.810733 + 1)/3 = 0.936911, L3 = 41/54 = 0.759259
    // L4 = ((2/3 + 1/3 + 0 + 0.655016)/4 + 1/3 + 2/9)/3 = (0.413754 + 1/3 + 2/9)/3 = 0.323103
    // L5 = (4/9 + (1/3 + 2·0.667499 + 2·0.566918)/7 + 0)/3 = (4/9 + 0.400310)/3 = 0.281585
    // 1 + 0.936911 + 0.759259 + 0.323103 + 0.281585 = 3.300858; in June it was 1.986294.
    assert_eq!(shown(&both, "/b/practice_score"), "3.300858");
    assert_eq!(shown(&both, "/change/practice_score"), "1.314564");
    assert_eq!(shown(&both, "/change/coverage"), "0.131944"); // 121/126 − 835/1008 = (968 − 835)/1008 = 19/144
    let answers = both["answers"].as_array().unwrap();
    // Of the 41 questions these 11 stand as they stood: no-record, no-figures and no-review (no), acknowledged,
    // recorded, quality-sampled, effect-verified (unknown), recognised-leader, journey-designed (never
    // answered), compared, and acted-upon (does not apply).
    assert_eq!(answers.len(), 30);
    let case = |question: &str, practice: &str, index: &str| {
        let one = named(&both["answers"], "question", question);
        assert_eq!(shown(one, "/practice_score"), practice, "{question}");
        assert_eq!(shown(one, "/index"), index, "{question}");
        assert_eq!(
            shown(one, "/dimensions/0/id"),
            shown(one, "/dimension"),
            "{question}"
        );
    };
    // Each level above the floor has three criteria of equal weight; 0.7 of practice is in the index.
    // 0 to 1, of weight 2 in 4: 1/2 of a criterion, 1/6 of level 3
    case("standard-processes.documented", "0.166667", "0.116667");
    // 1/3 to 1, one of two: 1/3, of level 2 a third: 1/9
    case("need-recognised.owner-named", "0.111111", "0.077778");
    // In June onboarding did not apply: (0 + 1/3)/2 = 1/6. It comes first, and then counts 2/3:
    // (2/3 + 0 + 1/3)/3 = 1/3. 1/6 of level 3 is 1/18.
    case("team-training.onboarding", "0.055556", "0.038889");
    // Then the plan, 0 to 2/3, one of three now: 2/9, a third of it: 2/27.
    case("team-training.training-plan", "0.074074", "0.051852");
    // 1/3 to 1, likewise
    case("team-training.training-held", "0.074074", "0.051852");
    // Nobody had answered, which counted as zero: to 1/3, one of three, a third: 1/27
    case(
        "innovation-adaptation.fast-adaptation",
        "0.037037",
        "0.025926",
    );
    // Likewise to 2/3: 2/27
    case(
        "innovation-adaptation.successes-adopted",
        "0.074074",
        "0.051852",
    );
    // A reading answered at both ends, 0.499940 and 0.765532, one of three questions: 0.265592/9
    case("basic-answers.first-reply-in-hours", "0.02951", "0.020657");
    // 0.562680 to 0.655016, one of four: 0.092336/12
    case(
        "active-management.resolved-within-days",
        "0.007695",
        "0.005386",
    );
    // 0.501239 to 0.667499, of weight 2 in 7: 2·0.166260/21
    case(
        "experience-excellence.resolved-at-first-contact",
        "0.015834",
        "0.011084",
    );
    // 0.418127 to 0.566918, likewise: 2·0.148791/21
    case(
        "experience-excellence.customers-satisfied",
        "0.014171",
        "0.009919",
    );
    // Nobody had a plan for each agent, and nobody has: 0 to 0.
    case("advanced-team-development.individual-plans", "0", "0");
    // The lacks of level 1 never score.
    case("no-formal-processes.no-defined-flow", "0", "0");

    // Level 3 asks for all three criteria above 1/2. Standard processes get there with `followed`,
    // (2 + 2/3)/4 = 2/3; feedback with its second answer, (1 + 1/3)/2 = 2/3; training with its plan,
    // (2/3 + 2/3 + 1/3)/3 = 5/9, which comes last in the rubric and lifts the whole.
    let steps: Vec<&Value> = answers
        .iter()
        .filter(|one| one["level_before"] != one["level_after"])
        .collect();
    assert_eq!(steps.len(), 1);
    assert_eq!(shown(steps[0], "/question"), "team-training.training-plan");
    assert_eq!(shown(steps[0], "/level_before"), "2");
    assert_eq!(shown(steps[0], "/level_after"), "3");
    let followed = named(&both["answers"], "question", "standard-processes.followed");
    assert_eq!(shown(followed, "/dimensions/0/level_before"), "2");
    assert_eq!(shown(followed, "/dimensions/0/level_after"), "3");

    // September, all channels: (1.2·3521 + 14.1·5059 + 38/60·1769 + 32.2·2047) ÷ 12396 = 11.502974 h, between
    // 12 h (4) and 4 h (5): 4 + 0.497026/8 = 4.062128; in June it was 2.999761. Of the four KPIs a quarter, of
    // that 0.3 in the index: 1.062367 · 0.075.
    let response = named(&both["kpis"], "id", "mean-response-time");
    assert_eq!(shown(response, "/a/level"), "2.999761");
    assert_eq!(shown(response, "/b/level"), "4.062128");
    assert_eq!(shown(response, "/outcome_score"), "0.265592");
    assert_eq!(shown(response, "/index"), "0.079678");
    // The volume informs and moves nothing.
    assert_eq!(
        shown(named(&both["kpis"], "id", "contact-volume"), "/index"),
        "0"
    );

    assert_eq!(shown(&both, "/moved/practice_score_by_answers"), "1.314564");
    assert_eq!(shown(&both, "/moved/index_by_answers"), "0.920195"); // 0.7 · 1.314564
    assert_eq!(shown(&both, "/moved/index_by_kpis"), "0.201894"); // 0.3 · (3.654965 − 2.981986)
    assert_eq!(shown(&both, "/change/index"), "1.122089"); // 0.920195 + 0.201894

    assert_eq!(
        shown(&both, "/now_applicable"),
        r#"["team-training.onboarding"]"#
    );
    assert_eq!(shown(&both, "/no_longer_applicable"), "[]");
    assert_eq!(
        shown(&both, "/answered_only_at_b"),
        r#"["advanced-team-development.individual-plans","innovation-adaptation.fast-adaptation","innovation-adaptation.successes-adopted"]"#
    );
    // Each of September's thirteen is new; of June's, the four that showed acknowledged, recorded, collected and
    // training-held are gone.
    assert_eq!(both["evidence_new"].as_array().unwrap().len(), 13);
    assert_eq!(both["evidence_lost"].as_array().unwrap().len(), 4);
}

#[test]
fn where_applicability_changes_the_order_of_the_rubric_decides() {
    let rubric = "
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}]
dimensions: [{id: d}]
criteria:
  - {id: c, level: 2, dimension: d, questions: [{id: p, scale: percent}, {id: q, scale: percent}]}
";
    let elsewhere = "{not_applicable: Not here.}";
    let moved = |from: &str, to: &str| -> (String, String, String) {
        let march = format!("answers: {{{from}}}");
        let june = format!("answers: {{{to}}}");
        let both = pair(&assessed(rubric, &march, &june), MARCH, JUNE);
        let one = |at: usize| shown(&both, &format!("/answers/{at}/practice_score"));
        (one(0), one(1), shown(&both, "/change/practice_score"))
    };
    let expect = |one: &str, two: &str, all: &str| (one.into(), two.into(), all.into());
    let partly = "c.p: 100%, c.q: 0%";
    let other = format!("c.p: {elsewhere}, c.q: 100%");
    // (1 + 0)/2 = 0.5; without p 0; then 1.
    assert_eq!(moved(partly, &other), expect("-0.5", "1", "0.5"));
    // Back again: with p, (1 + 1)/2 = 1, no change; then 0.5.
    assert_eq!(moved(&other, partly), expect("0", "-0.5", "-0.5"));
    // After the first step nothing counts, so there is no score to compare with; the second carries it all.
    let first = format!("c.p: 100%, c.q: {elsewhere}");
    let second = format!("c.p: {elsewhere}, c.q: 50%");
    assert_eq!(moved(&first, &second), expect("null", "-0.5", "-0.5"));
}

#[test]
fn where_an_end_has_no_score_nothing_is_attributed_and_this_is_said() {
    let none =
        "answers: {a: {not_applicable: No.}, b: {not_applicable: No.}, c: {not_applicable: No.}}";
    let folder = assessed(RULER, none, "answers: {a: 100%, b: 100%, c: 60%}");
    let both = pair(&folder, MARCH, JUNE);
    for pointer in [
        "/a/practice_score",
        "/a/index",
        "/change/practice_score",
        "/change/index",
        "/moved/practice_score_by_answers",
        "/moved/index_by_answers",
        "/answers/0/practice_score",
        "/answers/2/index",
    ] {
        assert_eq!(shown(&both, pointer), "null", "{pointer}");
    }
    // The level is known at both ends, and so is what changed it: a brings level 2, b keeps it, c level 3.
    assert_eq!(shown(&both, "/answers/0/level_before"), "1");
    assert_eq!(shown(&both, "/answers/0/level_after"), "2");
    assert_eq!(shown(&both, "/answers/2/level_after"), "3");
    let text = ends(&folder, MARCH, JUNE, &["--lang", "en"]).out;
    assert!(text.contains("One of the two has no score"), "{text}");
    assert!(!text.contains("All of it"), "{text}");
    let text = ends(&folder, MARCH, JUNE, &["--lang", "pt-BR"]).out;
    assert!(text.contains("Uma das duas não tem pontuação"), "{text}");
}

#[test]
fn a_first_reading_makes_an_index_of_practice_alone_one_of_both() {
    let answers = "answers: {a: 100%, b: 100%, c: 100%}";
    let folder = assessed(RULER, answers, answers);
    folder.write(
        "kpis/speed.yaml",
        "regua: 1\nreadings: [{kpi: speed, period: 2025-06, value: 60%}]\n",
    );
    let both = pair(&folder, MARCH, JUNE);
    // 3 by practice alone; then (3 + 2.5)/2.
    assert_eq!(shown(&both, "/a/outcome_score"), "null");
    assert_eq!(shown(&both, "/a/index"), "3");
    assert_eq!(shown(&both, "/kpis/0/a"), "null");
    assert_eq!(shown(&both, "/kpis/0/outcome_score"), "null");
    assert_eq!(shown(&both, "/kpis/0/index"), "-0.25");
    assert_eq!(shown(&both, "/moved/index_by_kpis"), "-0.25");
    // Looking back takes the reading away again.
    let back = pair(&folder, JUNE, MARCH);
    assert_eq!(shown(&back, "/kpis/0/b"), "null");
    assert_eq!(shown(&back, "/kpis/0/index"), "0.25");
}

#[test]
fn a_question_that_a_reading_answers_moves_with_it() {
    let rubric = RULER.replace(
        "c, level: 3, dimension: x,",
        "c, level: 3, dimension: x, kpi: speed,",
    );
    let answers = "answers: {a: 100%, b: 100%}";
    let folder = assessed(&rubric, answers, answers);
    folder.write(
        "kpis/speed.yaml",
        "regua: 1\nreadings:\n  - {kpi: speed, period: 2025-03, value: 40%}\n  \
         - {kpi: speed, period: 2025-06, value: 60%}\n",
    );
    let both = pair(&folder, MARCH, JUNE);
    // Level 2 of 1 to 3 is 1/2, level 2.5 is 3/4: the question moves practice by 1/4 and the index by 1/8;
    // as a KPI the reading moves the index by 1/4 besides.
    assert_eq!(shown(&both, "/answers/0/question"), "c");
    assert_eq!(shown(&both, "/answers/0/b/kpi"), "speed");
    assert_eq!(shown(&both, "/answers/0/practice_score"), "0.25");
    assert_eq!(shown(&both, "/answers/0/index"), "0.125");
    assert_eq!(shown(&both, "/kpis/0/index"), "0.25");
    assert_eq!(shown(&both, "/change/index"), "0.375");
    let text = ends(&folder, MARCH, JUNE, &["--lang", "en"]).out;
    assert!(text.contains("50% by its KPI → 75% by its KPI"), "{text}");
}

#[test]
fn what_changed_beside_answers_is_said() {
    let rubric = "
levels: []
dimensions: [{id: d}]
criteria:
  - {id: lack, dimension: d, polarity: absence, scale: yes-no, conflicts_with: [thing]}
  - {id: thing, dimension: d, scale: yes-no}
  - {id: shown, dimension: d, questions: [{id: q, scale: yes-no, evidence: required}]}
";
    let march = "scope: One office
answers:
  lack: yes
  thing: yes
  shown: {choice: yes, evidence: [{title: Old list, href: docs/list.md}, {title: Log}]}";
    let june = "scope: All offices
answers:
  thing: {choice: yes, evidence: [{title: Log}]}
  shown: {choice: yes, evidence: [{title: Old list, href: docs/new.md}]}";
    let folder = assessed(rubric, march, june);
    let both = pair(&folder, MARCH, JUNE);
    let case = |pointer: &str, expected: &str| {
        assert_eq!(shown(&both, pointer), expected, "{pointer}");
    };
    case("/scope_changed", "true");
    case("/a/scope/0", "One office");
    case("/b/scope/0", "All offices");
    case("/rubric_changed", "false");
    case("/rubric_version", "1.0.0");
    case("/answered_only_at_a", r#"["lack"]"#);
    // Evidence is known by its question, title and place: the list moved, the log now shows something else.
    case("/evidence_new/0/question", "thing");
    case("/evidence_new/0/title", "Log");
    case("/evidence_new/1/href", "docs/new.md");
    case("/evidence_lost/0/href", "docs/list.md");
    case("/evidence_lost/1/question", "shown");
    case("/contradictions_new", "[]");
    case("/contradictions_solved/0/between", r#"["lack","thing"]"#);
    let back = pair(&folder, JUNE, MARCH);
    assert_eq!(
        shown(&back, "/contradictions_new/0/kind"),
        "conflicting_answers"
    );
    let text = ends(&folder, MARCH, JUNE, &["--lang", "en"]).out;
    for line in [
        "Both by the rubric ruler, version 1.0.0",
        "  Scope: One office → All offices",
        "  Answered on 31 Mar 2025 only: lack",
        "1 answer changed and moved nothing",
        "New evidence (2)",
        "Evidence that is gone (2)",
        "Solved contradictions (1)\n  “lack” against “thing”\n    lack",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    // A comment has the words of what was asked, too.
    let rubric = rubric.replace("id: lack,", "id: lack, text: Is it lacking?,");
    let folder = assessed(&rubric, march, june);
    let there = ends(&folder, MARCH, JUNE, &["--lang", "en", "--format", "md"]).out;
    let back = ends(&folder, JUNE, MARCH, &["--lang", "en", "--format", "md"]).out;
    for (text, heading) in [(there, "Solved"), (back, "New")] {
        let line = format!("{heading} contradictions (1): “Is it lacking?” against “thing”");
        assert!(
            text.replace("&#58;", ":").contains(&line),
            "{line} in\n{text}"
        );
    }
}

#[test]
fn respondents_who_came_and_went_are_named() {
    let mut workspace = read_here(&assessed(
        RULER,
        "answers: {a: 100%, b: 60%, c: 20%}",
        "answers: {a: 100%, b: 60%, c: 20%}",
    ));
    // A second file for each date: Ana and Bruno in March, Bruno and Carla in June, who sees more.
    for (own, respondent, other) in [(0, "ana", "bruno"), (2, "bruno", "carla")] {
        workspace.assessments[own].respondent = Some(respondent.to_owned());
        let mut second = workspace.assessments[own].clone();
        second.respondent = Some(other.to_owned());
        workspace.assessments.insert(own + 1, second);
    }
    let carla = &mut workspace.assessments[3];
    let c = carla.answers[2].as_mut().unwrap();
    c.given = Given::Number(Exact::from(60u32));
    let scores = score::workspace(&workspace, parse_day(JUNE).unwrap());
    let [march, june] = [&scores.assessments[0], &scores.assessments[1]];
    let both = compare::assessments(&workspace, &scores.series, march, june).unwrap();
    assert_eq!(both.beside.new_respondents, ["carla"]);
    assert_eq!(both.beside.gone_respondents, ["ana"]);
    // The median of 0.2 and 0.6 is 0.4, 0.2 more than in March, on the only criterion of level 3.
    assert_eq!(both.answers.len(), 1);
    assert_eq!(both.answers[0].practice, Some(Exact::ratio(1, 5)));
    // Nobody gave it; it stands on the scale all the same.
    let stands = Mark::standing(&workspace, june, both.answers[0].question);
    assert_eq!(stands, Some(Mark::Number(Exact::from(40u32))));
}

/// The workspace of a folder, read by the library.
fn read_here(folder: &Folder) -> Workspace {
    let root = regua::workspace::find(Some(folder.path())).unwrap();
    let inputs = regua::workspace::read(&root).unwrap();
    let read = regua::read::workspace(inputs, parse_day(JUNE).unwrap());
    read.workspace.unwrap()
}

#[test]
fn an_assessment_against_itself_says_that_nothing_changed() {
    let folder = Folder::copy_of_example("otica-horizonte");
    for (lang, said) in [("en", "Nothing changed."), ("pt-BR", "Nada mudou.")] {
        let own = "customer-service@2026-06-30";
        let ran = ends(&folder, own, own, &["--lang", lang]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.ends_with(&format!("\n\n{said}\n")), "{}", ran.out);
        let ran = ends(&folder, "2026-09-30", "2026-09-30", &["--lang", lang]);
        assert!(ran.out.contains(said), "{}", ran.out);
    }
    let both = pair(&folder, "2026-09-30", "2026-09-30");
    assert_eq!(shown(&both, "/answers"), "[]");
    assert_eq!(shown(&both, "/kpis"), "[]");
    assert_eq!(shown(&both, "/change/index"), "0");
}

#[test]
fn every_way_of_naming_an_assessment_leads_to_it() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let expected = pair(
        &folder,
        "customer-service@2026-06-30",
        "customer-service@2026-09-30",
    );
    // With October's readings, as `score` has it on the day.
    assert_eq!(shown(&expected, "/b/index"), "3.347187");
    assert_eq!(shown(&expected, "/b/readings_until"), "2026-11-20");
    for (a, b) in [
        ("assessments/2026-06-30.yaml", "assessments/2026-09-30.yaml"),
        (
            "./assessments/2026-06-30.yaml",
            "customer-service@2026-09-30",
        ),
        ("2026-06-30", "assessments/2026-09-30.yaml"),
        ("2026-09-29", "customer-service@2026-09-30"), // June's was the latest then
    ] {
        let both = pair(&folder, a, b);
        assert_eq!(shown(&both, "/a/date"), "2026-06-30", "{a} {b}");
        assert_eq!(both["b"], expected["b"], "{a} {b}");
    }
    // A cycle stands for its last day.
    let both = pair(&folder, "customer-service@2026-06-30", "2026-Q3");
    assert_eq!(shown(&both, "/b/readings_until"), "2026-09-30");
    let result = compared(&folder, "customer-service@2026-06-30", "2026-Q3");
    assert_eq!(shown(&result, "/okrs"), "[]");
}

#[test]
fn a_workspace_elsewhere_is_named_with_c_and_its_files_from_here() {
    let parent = Folder::new();
    for file in [
        "regua.yaml",
        "assessments/2026-06-30.yaml",
        "assessments/2026-09-30.yaml",
        "kpis/help-desk.csv",
    ] {
        let text = Folder::copy_of_example("otica-horizonte").read(file);
        parent.write(&format!("central/{file}"), &text);
    }
    for prefix in ["", "central/"] {
        let [a, b] = ["06-30", "09-30"].map(|day| format!("{prefix}assessments/2026-{day}.yaml"));
        let ran = ends(&parent, &a, &b, &["-C", "central", "--format", "json"]);
        assert_eq!(shown(&ran.json(), "/assessments/0/change/level"), "1");
    }
}

#[test]
fn what_names_nothing_is_refused_with_what_there_is() {
    #[track_caller]
    fn case(a: &str, b: &str, lang: &str, lines: &[&str]) {
        let folder = Folder::copy_of_example("otica-horizonte");
        let ran = ends(&folder, a, b, &["--lang", lang]);
        assert_eq!(ran.code, 2, "{}", ran.out);
        assert_eq!(ran.out, "");
        for line in lines {
            assert!(ran.err.contains(line), "{line} in\n{}", ran.err);
        }
        assert!(
            ran.err.lines().all(|line| line.chars().count() <= 80),
            "{}",
            ran.err
        );
    }
    let known = [
        "  Days: any up to 20 Nov 2026, written 2026-09-30",
        "  Cycles: 2026-Q3, 2026-Q4",
        "  Assessments: customer-service@2026-06-30, customer-service@2026-09-30",
    ];
    for nothing in [
        "2026-Q2",
        "2026-09",
        "",
        "assessments",
        "assessments/2026-12-31.yaml",
        "customer-service@2026-09-29",
        "service@2026-06-30",
        "regua.yaml",
    ] {
        let line = format!("error: `{nothing}` names no day, cycle or assessment");
        let lines: Vec<&str> = std::iter::once(line.as_str()).chain(known).collect();
        case("2026-06-30", nothing, "en", &lines);
    }
    case(
        "2026-Q9",
        "2026-06-30",
        "pt-BR",
        &[
            "erro: `2026-Q9` não é um dia, um ciclo nem uma avaliação",
            "  Ciclos: 2026-Q3, 2026-Q4",
        ],
    );
    case(
        "2026-06-30",
        "2026-11-21",
        "en",
        &["21 Nov 2026 lies after 20 Nov 2026", known[1]],
    );
    // Before the first assessment and the first cycle there is nothing to hold anything against.
    case(
        "2026-06-29",
        "2026-09-30",
        "en",
        &["up to 29 Jun 2026 there is no assessment", known[2]],
    );
    case(
        "2026-06-29",
        "customer-service@2026-09-30",
        "en",
        &["up to 29 Jun 2026 there is no assessment by `customer-service`"],
    );
}

#[test]
fn versions_that_assessments_name_are_said_and_both_are_scored_with_the_one_in_use() {
    let answers = "answers: {a: 100%, b: 60%, c: 20%}";
    let folder = assessed(RULER, answers, answers);
    let pin = |name: &str, date: &str, version: &str| {
        folder.write(
            &format!("assessments/{name}.yaml"),
            &format!("regua: 1\nrubric: ruler@{version}\ndate: {date}\n{answers}\n"),
        );
    };
    pin("march", MARCH, "0.9.0");
    pin("june", JUNE, "1.0.0");
    let both = pair(&folder, MARCH, JUNE);
    assert_eq!(shown(&both, "/rubric_version"), "1.0.0");
    assert_eq!(shown(&both, "/rubric_changed"), "true");
    assert_eq!(shown(&both, "/a/pinned"), r#"["0.9.0"]"#);
    assert_eq!(shown(&both, "/b/pinned"), r#"["1.0.0"]"#);
    assert_eq!(shown(&both, "/change/practice_score"), "0");
    for (lang, lines) in [
        (
            "en",
            [
                "Both by the rubric ruler, version 1.0.0\n31 Mar 2025: written for version 0.9.0\n\
                 30 Jun 2025: written for version 1.0.0\n",
                "The rubric changed between the two; both are scored with version 1.0.0\n",
            ],
        ),
        (
            "pt-BR",
            [
                "31/03/2025: escrita para a versão 0.9.0\n",
                "A régua mudou entre as duas; ambas são pontuadas com a versão 1.0.0\n",
            ],
        ),
    ] {
        let text = ends(&folder, MARCH, JUNE, &["--lang", lang]).out;
        for line in lines {
            assert!(text.contains(line), "{line} in\n{text}");
        }
        assert!(!text.contains("Nothing changed"), "{text}");
    }
    pin("june", JUNE, "0.9.0");
    assert_eq!(
        shown(&pair(&folder, MARCH, JUNE), "/rubric_changed"),
        "false"
    );
}

#[test]
fn an_answer_lifts_the_band_in_which_the_score_lies() {
    // Levels from bands of the score, which is the mean of three answers from 0 to 1.
    let rubric = "
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
dimensions: [{id: d}]
criteria:
  - {id: a, dimension: d, scale: percent}
  - {id: b, dimension: d, scale: percent}
  - {id: c, dimension: d, scale: percent}
rules: {level: {method: banded, bands: {2: 40, 3: 70}}}
";
    let folder = assessed(
        rubric,
        "answers: {a: 30%, b: 30%, c: 30%}",
        "answers: {a: 60%, b: 90%, c: 90%}",
    );
    let both = pair(&folder, MARCH, JUNE);
    // 30 %; then 40 %, the edge of level 2; 60 %; 80 %, level 3.
    let steps = [("a", "1", "2"), ("b", "2", "2"), ("c", "2", "3")];
    for (position, (question, before, after)) in steps.into_iter().enumerate() {
        let own = &both["answers"][position];
        assert_eq!(shown(own, "/question"), question);
        assert_eq!(shown(own, "/level_before"), before, "{question}");
        assert_eq!(shown(own, "/level_after"), after, "{question}");
        assert_eq!(shown(own, "/dimensions/0/level_after"), after, "{question}");
    }
    assert_eq!(
        shown(&both, "/moved/practice_score_by_answers"),
        shown(&both, "/change/practice_score")
    );
}

/// Two rubrics with an assessment each in March; the second has one more in June.
fn two_rubrics() -> Folder {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Test\nrubrics: [ruler, meter]\n",
    );
    for rubric in ["ruler", "meter"] {
        let kpi = format!("{rubric}-speed");
        folder.write(
            &format!("rubrics/{rubric}.yaml"),
            &format!(
                "regua: 1\nid: {rubric}\nversion: 1.0.0\n{}",
                RULER.replace("speed", &kpi)
            ),
        );
    }
    for (rubric, date) in [("ruler", MARCH), ("meter", MARCH), ("meter", JUNE)] {
        folder.write(
            &format!("assessments/{rubric}-{date}.yaml"),
            &format!("regua: 1\nrubric: {rubric}\ndate: {date}\nanswers: {{a: 100%}}\n"),
        );
    }
    folder
}

#[test]
fn figures_of_different_rubrics_are_never_compared() {
    let folder = two_rubrics();
    let ran = ends(
        &folder,
        "ruler@2025-03-31",
        "meter@2025-06-30",
        &["--lang", "en"],
    );
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.err,
        "error: `ruler@2025-03-31` and `meter@2025-06-30` are by different rubrics, so
their figures cannot be compared
  Days: any up to 20 Nov 2026, written 2026-09-30
  Assessments: ruler@2025-03-31, meter@2025-03-31, meter@2025-06-30; or the path
  of a file
  Rubrics: ruler, meter
"
    );
    // Days compare all rubrics, or the one asked for.
    let rubrics = |more: &[&str]| -> Vec<String> {
        let mut options = vec!["--format", "json"];
        options.extend(more);
        let result = ends(&folder, MARCH, JUNE, &options).json();
        let all = result["assessments"].as_array().unwrap();
        all.iter().map(|own| shown(own, "/rubric")).collect()
    };
    assert_eq!(rubrics(&[]), ["ruler", "meter"]);
    assert_eq!(rubrics(&["--rubric", "meter"]), ["meter"]);
    for (a, more, line) in [
        (MARCH, "meters", "there is no rubric `meters` in use"),
        (
            "ruler@2025-03-31",
            "meter",
            "`ruler@2025-03-31` is no assessment by `meter`",
        ),
    ] {
        let ran = ends(&folder, a, JUNE, &["--lang", "en", "--rubric", more]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains(line), "{}", ran.err);
    }
}

#[test]
fn a_rubric_assessed_at_one_end_only_is_shown_and_not_compared() {
    let folder = two_rubrics();
    folder.write(
        "assessments/ruler-2025-03-31.yaml",
        "regua: 1\nrubric: ruler\ndate: 2025-05-31\nanswers: {a: 100%}\n",
    );
    let one = pair(&folder, MARCH, JUNE);
    assert_eq!(shown(&one, "/rubric"), "ruler");
    assert_eq!(shown(&one, "/a"), "null");
    assert_eq!(shown(&one, "/b/practice_score"), "1.5");
    assert_eq!(shown(&one, "/change/practice_score"), "null");
    assert_eq!(shown(&one, "/dimensions/0/a"), "null");
    assert_eq!(shown(&one, "/answers"), "[]");
    let text = ends(&folder, MARCH, JUNE, &["--lang", "en"]).out;
    for line in [
        "31 Mar 2025: no assessment yet",
        "30 Jun 2025: as assessed on 31 May 2025",
        "There is an assessment at one end only",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
}

/// A cycle from January to March with two objectives, and one that follows.
fn planned() -> Folder {
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Test\n");
    folder.write(
        "okrs/2025-Q1/plan.yaml",
        "regua: 1
cycle: 2025-Q1
objectives:
  - id: o
    key_results:
      - {id: k, baseline: 0, target: 10}
      - {id: l, baseline: 0, target: 10, weight: 3}
    amendments: [{date: 2025-02-15, key_result: l, dropped: true, reason: Not ours.}]
  - id: p
    weight: 3
    key_results: [{id: m, kind: done}]
",
    );
    folder.write(
        "okrs/2025-Q1/check-ins.yaml",
        "- {date: 2025-02-01, key_result: k, value: 2}
- {date: 2025-02-01, key_result: l, value: 4}
- {date: 2025-03-01, key_result: k, value: 5}
- {date: 2025-03-01, key_result: m, done: true}
",
    );
    folder.write(
        "okrs/2025-Q2/plan.yaml",
        "regua: 1
cycle: 2025-Q2
objectives:
  - id: o
    key_results:
      - {id: k, baseline: 5, target: 10}
      - {id: n, baseline: 0, target: 10}
",
    );
    folder.write(
        "okrs/2025-Q2/check-ins.yaml",
        "- {date: 2025-05-01, key_result: k, value: 9}\n",
    );
    folder
}

#[test]
fn key_results_move_their_objective_and_objectives_their_cycle() {
    let result = compared(&planned(), "2025-02-01", "2025-03-01");
    let cycles = result["okrs"].as_array().unwrap();
    assert_eq!(cycles.len(), 1); // the second quarter had not begun
    let case = |pointer: &str, expected: &str| {
        assert_eq!(shown(&cycles[0], pointer), expected, "{pointer}");
    };
    // On 1 February o is (0.2 + 3·0.4)/4 = 0.35 and p 0: (0.35 + 3·0)/4 = 0.0875. On 1 March l is given up, so
    // that o is k alone, 0.5, and p 1: (0.5 + 3)/4 = 0.875.
    case("/progress_a", "0.0875");
    case("/progress_b", "0.875");
    case("/progress_change", "0.7875");
    case("/objectives/0/a/progress", "0.35");
    case("/objectives/0/b/progress", "0.5");
    // k first: (0.5 + 3·0.4)/4 = 0.425; then l goes, which leaves 0.5.
    case("/objectives/0/key_results/0/moved", "0.075");
    case("/objectives/0/key_results/1/moved", "0.075");
    case("/objectives/0/key_results/1/a/status", "on_track");
    case("/objectives/0/key_results/1/b/status", "dropped");
    // o rose by 0.15 with weight 1 of 4, p by 1 with 3 of 4: together 0.7875.
    case("/objectives/0/moved", "0.0375");
    case("/objectives/1/moved", "0.75");
    case("/objectives/1/key_results/0/moved", "1");
    case("/objectives/1/key_results/0/b/status", "achieved");
    case("/objectives/0/key_results/0/a/value", "2");
    case("/objectives/0/key_results/0/b/value", "5");

    let text = ends(&planned(), "2025-02-01", "2025-03-01", &["--lang", "en"]).out;
    for line in [
        "+78.8 pp",
        "+75.0 pp",
        "      On track → Dropped · 4\n",
        "+7.5 pp",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
}

#[test]
fn two_cycles_are_compared_on_the_last_day_of_each() {
    let folder = planned();
    let result = compared(&folder, "2025-Q1", "2025-Q2");
    assert_eq!(shown(&result, "/okrs"), "[]");
    assert_eq!(shown(&result, "/assessments"), "[]");
    let case = |pointer: &str, expected: &str| {
        assert_eq!(shown(&result["cycles"], pointer), expected, "{pointer}");
    };
    case("/a/day", "2025-03-31");
    case("/b/day", "2025-06-30");
    case("/a/progress", "0.875");
    case("/b/progress", "0.4"); // (4/5 + 0)/2
    case("/progress_change", "-0.475");
    // k half way and m done, l given up; then k at 0.8 on its last day, n never measured.
    case("/a/counts/0/status", "at_risk"); // its last day has not passed
    case("/a/counts/1/status", "achieved");
    case("/a/counts/2/status", "dropped");
    case("/b/counts/0/count", "1");
    case("/carried_on/0/id", "k");
    case("/carried_on/0/a/value", "5");
    case("/carried_on/0/b/progress", "0.8");
    case("/gone/0/id", "l");
    case("/gone/1/id", "m");
    case("/new/0/id", "n");
    // A cycle that still runs is taken on the day that figures hold for.
    let arguments = [
        "compare",
        "2025-Q1",
        "2025-Q2",
        "--as-of",
        "2025-05-01",
        "--format",
        "json",
    ];
    let early = folder.run(&arguments).json();
    assert_eq!(shown(&early, "/b/day"), "2025-05-01");
    assert_eq!(shown(&early, "/a/day"), "2025-03-31");
    let text = ends(&folder, "2025-Q1", "2025-Q2", &["--lang", "pt-BR"]).out;
    for line in [
        "Test · 1º trimestre de 2025 → 2º trimestre de 2025",
        "Resultados-chave nos dois ciclos (1)",
        "1º trimestre de 2025: resultados-chave só deste ciclo (2)",
        "2º trimestre de 2025: resultados-chave só deste ciclo (1)",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
}

#[test]
fn evidence_is_in_order_only_where_an_answer_is_shown_by_it() {
    let ids = ["shown", "lowered", "dropped", "aged", "removed"];
    let asked = "questions: [{id: q, scale: yes-no, evidence: required, valid_for: 1 month}]";
    let of = |id: &&str| format!("  - {{id: {id}, dimension: d, {asked}}}\n");
    let criteria: String = ids.iter().map(of).collect();
    let rubric = format!("levels: []\ndimensions: [{{id: d}}]\ncriteria:\n{criteria}");
    let march = "answers:
  shown: yes
  lowered: yes
  dropped: yes
  aged: yes
  removed: {choice: yes, evidence: [{title: Log, date: 2024-01-01}]}";
    let june = "answers:
  shown: {choice: yes, evidence: [{title: Log, date: 2025-06-20}]}
  lowered: no
  aged: {choice: yes, evidence: [{title: Log, date: 2024-01-01}]}
  removed: yes";
    let folder = assessed(&rubric, march, june);
    for (format, line, wrong) in [
        ("text", "is in order now (1)\n  shown", "out of date (2)"),
        ("md", "is in order now (1)&#58; “shown”", "out of date (2)"),
    ] {
        let text = ends(&folder, MARCH, JUNE, &["--lang", "en", "--format", format]).out;
        assert!(text.contains(line), "{line} in\n{text}");
        assert!(text.contains(wrong), "{wrong} in\n{text}");
    }
}

#[test]
fn a_closed_cycle_is_compared_on_the_day_that_it_was_closed_with() {
    let folder = planned();
    let close = ["okr", "close", "2025-Q1", "-q", "--as-of", "2025-04-05"];
    let ran = folder.run(&[&close[..], &["--on", "2025-04-03"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let result = compared(&folder, "2025-Q1", "2025-Q2");
    assert_eq!(shown(&result["cycles"], "/a/day"), "2025-04-03");
    assert_eq!(shown(&result["cycles"], "/b/day"), "2025-06-30");
    let text = ends(&folder, "2025-Q1", "2025-Q2", &["--lang", "en"]).out;
    let dates = text.lines().find(|line| line.contains("As of")).unwrap();
    assert!(dates.contains("3 Apr 2025"), "{text}");
    assert!(dates.contains("30 Jun 2025"), "{text}");
}

/// Where somebody answered one question on a new day, the others are one line that says why they count against it.
#[test]
fn what_is_left_open_is_summed_up_where_it_is_most_of_what_moved() {
    let criteria = |count: usize| -> String {
        let ids = ["a", "b", "c", "d", "e", "f", "g"];
        let of = |id: &&str| format!("  - {{id: {id}, level: 2, dimension: x, scale: percent}}\n");
        let criteria: String = ids[..count].iter().map(of).collect();
        format!(
            "floor: 1\nlevels: [{{id: one, number: 1}}, {{id: two, number: 2}}]\ndimensions: [{{id: x}}]\ncriteria:\n{criteria}"
        )
    };
    let six = "answers: {a: 70%, b: 70%, c: 70%, d: 70%, e: 70%, f: 70%}";
    let folder = assessed(&criteria(7), six, "answers: {a: 84%}");
    for (language, line, why) in [
        (
            "en",
            "5 questions without an answer on 30 Jun 2025 -0.500 -0.500",
            "leaves open counts as unanswered",
        ),
        (
            "pt-BR",
            "5 perguntas sem resposta em 30/06/2025 -0,500 -0,500",
            "deixa em aberto vale como sem resposta",
        ),
    ] {
        let ran = ends(&folder, MARCH, JUNE, &["--lang", language]);
        let words: Vec<&str> = ran.out.split_whitespace().collect();
        let text = words.join(" ").replace('−', "-");
        assert!(text.contains(line), "{line} in\n{text}");
        assert!(text.contains(why), "{text}");
        assert_eq!(
            text.matches("a: ").count() + text.matches("· a").count(),
            1,
            "{text}"
        );
    }
    // Those that moved nothing are summed up as well.
    let none = "answers: {a: 0%, b: 0%, c: 0%, d: 0%, e: 0%, f: 0%, g: 0%}";
    let folder = assessed(&criteria(7), none, "answers: {a: 84%}");
    let text = ends(&folder, MARCH, JUNE, &["--lang", "en"]).out;
    let told =
        "6 answers changed and moved nothing\n  6 questions without an answer on 30 Jun 2025\n\n";
    assert!(text.contains(told), "{text}");
    // Fewer are told one by one, and so are those that are answered now.
    for (a, b) in [(MARCH, JUNE), (JUNE, MARCH)] {
        let folder = assessed(
            &criteria(4),
            "answers: {a: 70%, b: 70%, c: 70%, d: 70%}",
            "answers: {a: 84%}",
        );
        assert!(
            !ends(&folder, a, b, &[])
                .out
                .contains("questions without an answer")
        );
    }
    let text = ends(&folder, JUNE, MARCH, &["--lang", "en"]).out;
    assert!(!text.contains("questions without an answer"), "{text}");
}

#[test]
fn the_text_fits_the_terminal_and_shows_that_it_adds_up() {
    let folder = Folder::copy_of_example("otica-horizonte");
    for lang in ["pt-BR", "en"] {
        for (a, b) in [
            ("2026-06-30", "2026-09-30"),
            ("2026-11-20", "2026-06-30"),
            ("2026-Q3", "2026-Q4"),
            ("2026-S2", "2026-08-15"), // names nothing: no such cycle
            ("customer-service@2026-06-30", "2026-Q3"),
        ] {
            let ran = ends(&folder, a, b, &["--lang", lang]);
            assert_eq!(ran.code, if a == "2026-S2" { 2 } else { 0 }, "{}", ran.err);
            for line in ran.out.lines().chain(ran.err.lines()) {
                assert!(line.chars().count() <= 80, "{a} {b} {lang}: {line}");
                assert_eq!(line, line.trim_end(), "{a} {b} {lang} ends in spaces");
            }
        }
    }
    let text = ends(&folder, "2026-06-30", "2026-09-30", &["--lang", "en"]).out;
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    for line in [
        "Index 2.29 3.41 +1.12",
        "30 answers together +1.315 +0.920",
        "5 KPIs together +0.202",
        "All of it: the change above +1.315 +1.122",
        "Is there a training plan for the service team? +0.074 +0.052 \
         Not → Largely · ▲ level 2 → 3 · People 1 → 3 · team-training.training-plan",
        "Mean response time +0.080 24.01 h → 11.5 h · level 2.99 → 4.06 · mean-response-time",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
}
