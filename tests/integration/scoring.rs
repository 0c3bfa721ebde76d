//! Assessments and KPIs scored by the program, held against figures worked out by hand from the rules.
//!
//! The working stands beside each figure. Where it says `L3`, it means the achievement of level 3: the
//! weighted mean of v over the level's criteria.

use serde_json::Value;

use super::support::{Folder, shown};

const DAY: &str = "2025-06-30";

/// Floor 1 and two levels above it: criteria `a` and `b` at level 2, `c` at level 3.
const THREE_LEVELS: &str = "
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
dimensions: [{id: d}]
criteria:
  - {id: a, level: 2, dimension: d, scale: percent}
  - {id: b, level: 2, dimension: d, scale: percent}
  - {id: c, level: 3, dimension: d, scale: percent}
";

/// A workspace with one rubric and one assessment, dated [`DAY`].
fn assessed(rubric: &str, answers: &str) -> Folder {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
    );
    folder.write(
        "rubrics/ruler.yaml",
        &format!("regua: 1\nid: ruler\nversion: 1.0.0\n{rubric}\n"),
    );
    folder.write(
        "assessments/one.yaml",
        &format!("regua: 1\nrubric: ruler\ndate: {DAY}\nanswers: {{{answers}}}\n"),
    );
    folder
}

/// The scores of the only assessment of such a workspace.
#[track_caller]
fn scores(rubric: &str, answers: &str) -> Value {
    assessed(rubric, answers).scored(DAY)["assessments"][0].take()
}

/// The scores of the shipped rubric, with these answers.
#[track_caller]
fn customer_service(answers: &str) -> Value {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Test\nrubrics: [customer-service]\n",
    );
    folder.write(
        "assessments/one.yaml",
        &format!("regua: 1\nrubric: customer-service\ndate: {DAY}\nanswers: {{{answers}}}\n"),
    );
    folder.scored(DAY)["assessments"][0].take()
}

#[track_caller]
fn dimension<'a>(assessment: &'a Value, id: &str) -> &'a Value {
    let all = assessment["dimensions"].as_array().unwrap();
    all.iter().find(|dimension| dimension["id"] == id).unwrap()
}

/// Question keys of the shipped rubric with one answer for all.
fn all_answered(questions: &[&str], answer: &str) -> String {
    let rows: Vec<String> = questions
        .iter()
        .map(|question| format!("{question}: {answer}"))
        .collect();
    rows.join(", ")
}

const ABSENCES: [&str; 6] = [
    "no-formal-processes.no-defined-flow",
    "no-formal-processes.each-own-way",
    "ad-hoc-response.improvised",
    "ad-hoc-response.no-record",
    "no-performance-measurement.no-figures",
    "no-performance-measurement.no-review",
];
const LEVEL_2: [&str; 7] = [
    "need-recognised.acknowledged",
    "need-recognised.owner-named",
    "basic-answers.answered",
    "basic-answers.recorded",
    "basic-answers.first-reply-in-hours",
    "informal-monitoring.someone-watches",
    "informal-monitoring.discussed",
];
const LEVEL_3: [&str; 8] = [
    "standard-processes.documented",
    "standard-processes.followed",
    "standard-processes.known-by-team",
    "feedback-first-improvements.collected",
    "feedback-first-improvements.changes-made",
    "team-training.onboarding",
    "team-training.training-plan",
    "team-training.training-held",
];
const LEVEL_4: [&str; 10] = [
    "active-management.targets-monitored",
    "active-management.deviations-corrected",
    "active-management.quality-sampled",
    "active-management.resolved-within-days",
    "data-driven-improvement.figures-analysed",
    "data-driven-improvement.decisions-from-data",
    "data-driven-improvement.effect-verified",
    "advanced-team-development.skills-evaluated",
    "advanced-team-development.individual-plans",
    "advanced-team-development.coaching",
];
const LEVEL_5: [&str; 10] = [
    "innovation-adaptation.practices-tried",
    "innovation-adaptation.fast-adaptation",
    "innovation-adaptation.successes-adopted",
    "experience-excellence.recognised-leader",
    "experience-excellence.journey-designed",
    "experience-excellence.proactive-service",
    "experience-excellence.resolved-at-first-contact",
    "experience-excellence.customers-satisfied",
    "benchmarking.compared",
    "benchmarking.acted-upon",
];

#[test]
fn the_latest_assessment_of_the_example_scores_as_worked_out_by_hand() {
    let result = Folder::copy_of_example("otica-horizonte").scored("2026-11-20");
    let latest = &result["assessments"][1];
    let case = |pointer: &str, expected: &str| {
        assert_eq!(shown(latest, pointer), expected, "{pointer}");
    };
    case("/date", "2026-09-30");
    // v of each criterion, from fully 1, largely 2/3, partially 1/3, not 0. Four questions are answered by the
    // readings of October, whose levels are worked out below; 1 to 5 are four steps, so each is (level − 1)/4:
    //   first-reply-in-hours         3.025794/4 = 0.756449
    //   resolved-within-days         2.057667/4 = 0.514417
    //   resolved-at-first-contact    2.564801/4 = 0.641200
    //   customers-satisfied          2.306428/4 = 0.576607
    // and so:
    //   need-recognised              (1 + 1) / 2 = 1
    //   basic-answers                (1 + 2/3 + 0.756449) / 3 = 0.807705
    //   informal-monitoring          (1 + 1) / 2 = 1
    //   standard-processes           (2·1 + 2/3 + 2/3) / 4 = 5/6, for `documented` weighs 2
    //   feedback-first-improvements  (1 + 1/3) / 2 = 2/3
    //   team-training                (2/3 + 2/3 + 1) / 3 = 7/9
    //   active-management            (2/3 + 1/3 + 0 + 0.514417) / 4 = 0.378604
    //   data-driven-improvement      (2/3 + 1/3 + 0) / 3 = 1/3, for the unknown counts as zero
    //   advanced-team-development    (1/3 + 0 + 1/3) / 3 = 2/9
    //   innovation-adaptation        (1/3 + 1/3 + 2/3) / 3 = 4/9
    //   experience-excellence        (0 + 0 + 1/3 + 2·0.641200 + 2·0.576607) / 7 = 0.395564, for the two results
    //                                weigh 2 each; the second question is unanswered
    //   benchmarking                 0 / 1 = 0, for the other question does not apply
    let values = [
        ("need-recognised", "1", "fully", "answered"),
        ("basic-answers", "0.807705", "largely", "answered"),
        ("informal-monitoring", "1", "fully", "answered"),
        ("standard-processes", "0.833333", "largely", "answered"), // 0.833… < 0.85
        (
            "feedback-first-improvements",
            "0.666667",
            "largely",
            "answered",
        ),
        ("team-training", "0.777778", "largely", "answered"),
        ("active-management", "0.378604", "partially", "answered"),
        (
            "data-driven-improvement",
            "0.333333",
            "partially",
            "partial",
        ),
        (
            "advanced-team-development",
            "0.222222",
            "partially",
            "answered",
        ),
        ("innovation-adaptation", "0.444444", "partially", "answered"),
        ("experience-excellence", "0.395564", "partially", "partial"),
        ("benchmarking", "0", "not", "answered"),
    ];
    for (id, value, rating, state) in values {
        let criteria = latest["criteria"].as_array().unwrap();
        let criterion = criteria.iter().find(|one| one["id"] == id).unwrap();
        assert_eq!(shown(criterion, "/value"), value, "{id}");
        assert_eq!(shown(criterion, "/rating"), rating, "{id}");
        assert_eq!(shown(criterion, "/state"), state, "{id}");
    }
    // L2 = (1 + 0.807705 + 1)/3 = 0.935902    every v above 1/2: passes
    // L3 = (5/6 + 2/3 + 7/9)/3 = 41/54 = 0.759259    every v above 1/2: passes
    // L4 = (0.378604 + 1/3 + 2/9)/3 = 0.311387    does not pass
    // L5 = (4/9 + 0.395564 + 0)/3 = 0.280003
    case("/level", "3");
    case("/level_id", "repeatable");
    case("/next_level_progress", "0.311387"); // L4
    case("/practice_score", "3.28655"); // 1 + 0.935902 + 0.759259 + 0.311387 + 0.280003
    // Best: the unknown at 1 gives data-driven-improvement 1/3 more, a ninth of L4: 0.422498. The unanswered at 1
    // gives experience-excellence 1/7 more, 1/21 of L5: 0.327622. Together 3.286550 + 1/9 + 1/21 = 3.445280.
    case("/interval", "[3.28655,3.44528]");
    // Each of the twelve criteria that score weighs the same; of data-driven-improvement 2/3 is answered, of
    // experience-excellence 6/7: (10 + 2/3 + 6/7)/12 = 121/126.
    case("/coverage", "0.960317");

    // The readings of October, the latest that ended by 20 November, all channels pooled:
    // response    (1.6·3766 + 14.6·5520 + 41/60·1944 + 33.3·2069) ÷ 13299 = 156843.7/13299 h
    //             between 12 h (level 4) and 4 h (level 5): 4 + (12 − 11.793646)/8 = 4.025794
    // first contact (3115 + 3777 + 1487 + 1303) ÷ (3930 + 5577 + 1983 + 2090) = 9682/13580 = 71.296024 %
    //             between 60 % (3) and 80 % (4): 3 + 11.296024/20 = 3.564801
    // csat        (326 + 680 + 283 + 131) ÷ (388 + 853 + 358 + 185) = 1420/1784 = 79.596413 %
    //             between 75 % (3) and 90 % (4): 3 + 4.596413/15 = 3.306428
    // resolution  (45·3576 + 73.1·4975 + 58.2·1804 + 127.4·1790) ÷ 12145 = 857631.3/12145 h
    //             between 72 h (3) and 48 h (4): 3 + (72 − 70.615998)/24 = 3.057667
    // volume      3930 + 5577 + 1983 + 2090 = 13580, which informs and has no level
    let kpis = [
        ("mean-response-time", "11.793646", "4.025794"),
        ("first-contact-resolution", "71.296024", "3.564801"),
        ("csat", "79.596413", "3.306428"),
        ("mean-resolution-time", "70.615998", "3.057667"),
        ("contact-volume", "13580", "null"),
    ];
    for (position, (id, value, level)) in kpis.into_iter().enumerate() {
        case(&format!("/kpis/{position}/id"), id);
        case(&format!("/kpis/{position}/value"), value);
        case(&format!("/kpis/{position}/level"), level);
        case(&format!("/kpis/{position}/period"), "2026-10");
        case(&format!("/kpis/{position}/stale"), "false"); // 20 days old, of 45
    }
    case("/outcome_score", "3.488672"); // the mean of the four
    case("/index", "3.347187"); // 0.7 · 3.286550 + 0.3 · 3.488672 = 2.300585 + 1.046602

    let dimensions = [
        // 1 + 1 + 5/6 + 0.378604 + 4/9; level 4 fails
        ("process", "3", "3.656382", "5"),
        // 1 + 0.807705 + three times the 0.395564 of level 5, which stands for the empty 3 and 4 as well; they
        // are held only when 5 passes
        ("customer-experience", "2", "2.994397", "5"),
        // 1 + 1 + 2/3 + 1/3 + 0; level 4 fails
        ("measurement", "3", "3", "5"),
        // 1 + 7/9 for the empty level 2 + 7/9 + 2/9, and nothing above level 4; 2 is held with 3
        ("people", "3", "2.777778", "4"),
    ];
    for (id, level, practice, maximum) in dimensions {
        let one = dimension(latest, id);
        assert_eq!(shown(one, "/level"), level, "{id}");
        assert_eq!(shown(one, "/practice_score"), practice, "{id}");
        assert_eq!(shown(one, "/practice_maximum"), maximum, "{id}");
    }
    // The profile aims at 4 for process, measurement and people: 1 − (0.343618 + 1 + 11/9)/12.
    case("/target/percent_to_target", "0.78618");
}

#[test]
fn an_older_assessment_keeps_the_readings_of_its_own_day() {
    let result = Folder::copy_of_example("otica-horizonte").scored("2026-11-20");
    let older = &result["assessments"][0];
    let case = |pointer: &str, expected: &str| {
        assert_eq!(shown(older, pointer), expected, "{pointer}");
    };
    case("/date", "2026-06-30");
    // Four answers are the readings of June, below: (level − 1)/4 each.
    // basic-answers = (2/3 + 2/3 + 1.999761/4)/3 = (2/3 + 2/3 + 0.499940)/3 = 0.611091
    // active-management = (0 + 0 + 0 + 2.250721/4)/4 = 0.562680/4 = 0.140670
    // experience-excellence = (0 + 0 + 0 + 2·2.004955/4 + 2·1.672507/4)/7 = 2·(0.501239 + 0.418127)/7 = 0.262676
    // L2 = (2/3 + 0.611091 + 2/3)/3 = 0.648142, each above 1/2: passes
    // L3 = (0 + (2/3 + 0)/2 + (0 + 1/3)/2)/3 = (0 + 1/3 + 1/6)/3 = 1/6, for onboarding does not apply
    // L4 = (0.140670 + (1/3 + 0 + 0)/3 + 0)/3 = 0.083927
    // L5 = (0 + 0.262676 + 0)/3 = 0.087559
    case("/level", "2");
    case("/next_level_progress", "0.166667");
    case("/practice_score", "1.986294"); // 1 + 0.648142 + 0.166667 + 0.083927 + 0.087559, rounded once
    // Of active-management 3/4 is answered, of data-driven-improvement 2/3, of advanced-team-development 1/3, of
    // innovation-adaptation 1/3, of experience-excellence 6/7: (7 + 3/4 + 2/3 + 1/3 + 1/3 + 6/7)/12 = 835/1008.
    case("/coverage", "0.828373");
    // The readings of June, which ends on the day of the assessment:
    // response 283699.8/11818 = 24.005737 h → 2 + (48 − 24.005737)/24 = 2.999761
    // first contact 7278/12110 = 60.099092 % → 3 + 0.099092/20 = 3.004955
    // csat 1120/1598 = 70.08761 % → 2 + 10.08761/15 = 2.672507
    // resolution 759328.8/11508 = 65.98269 h → 3 + (72 − 65.98269)/24 = 3.250721
    case("/kpis/0/value", "24.005737");
    case("/kpis/0/level", "2.999761");
    case("/outcome_score", "2.981986");
    case("/index", "2.285002"); // 0.7 · 1.986294 + 0.3 · 2.981986 = 1.390406 + 0.894596
}

#[test]
fn a_later_day_hides_nothing_and_an_earlier_one_hides_what_is_to_come() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let dates = |as_of: &str| -> Vec<String> {
        let result = folder.scored(as_of);
        let all = result["assessments"].as_array().unwrap().iter();
        let of_area = all.filter(|one| one["rubric"] == "customer-service");
        of_area.map(|one| shown(one, "/date")).collect()
    };
    assert!(dates("2026-06-29").is_empty());
    assert_eq!(dates("2026-06-30"), ["2026-06-30"]); // on the day itself it is there
    assert_eq!(dates("2026-09-29"), ["2026-06-30"]);
    assert_eq!(dates("2026-09-30"), ["2026-06-30", "2026-09-30"]);
}

#[test]
fn agreeing_with_what_is_lacking_never_moves_level_or_score() {
    #[track_caller]
    fn case(answers: &str, level: &str, practice: &str) {
        let result = customer_service(answers);
        assert_eq!(shown(&result, "/level"), level);
        assert_eq!(shown(&result, "/practice_score"), practice);
        for one in result["dimensions"].as_array().unwrap() {
            if level == "1" {
                assert_eq!(shown(one, "/level"), "1", "{one}");
                assert_eq!(shown(one, "/practice_score"), "1", "{one}");
            }
        }
    }
    let lacking = all_answered(&ABSENCES, "yes");
    let nothing_lacking = all_answered(&ABSENCES, "no");
    case("", "1", "1");
    case(&lacking, "1", "1");
    case(&nothing_lacking, "1", "1");
    let everything = [
        all_answered(&LEVEL_2, "fully"),
        all_answered(&LEVEL_3, "fully"),
        all_answered(&LEVEL_4, "fully"),
        all_answered(&LEVEL_5, "fully"),
    ]
    .join(", ");
    case(&everything, "5", "5");
    case(&format!("{everything}, {lacking}"), "5", "5"); // it contradicts, and lowers nothing
    assert_eq!(shown(&customer_service(""), "/coverage"), "0");
    assert_eq!(shown(&customer_service(""), "/interval"), "[1,5]");
}

#[test]
fn a_gap_at_level_2_is_level_1_whatever_is_above() {
    let above = [
        all_answered(&LEVEL_3, "fully"),
        all_answered(&LEVEL_4, "fully"),
        all_answered(&LEVEL_5, "fully"),
    ]
    .join(", ");
    let result = customer_service(&above);
    assert_eq!(shown(&result, "/level"), "1");
    assert_eq!(shown(&result, "/practice_score"), "4"); // 1 + 0 + 1 + 1 + 1: no gating
    // Half of level 2's three criteria at 2/3, one of them unmet: (2/3 + 2/3 + (2/3 + 1/3)/2)/3 = 11/18
    let gap = format!(
        "{above}, {}, informal-monitoring.discussed: partially",
        all_answered(&LEVEL_2[..6], "largely")
    );
    let result = customer_service(&gap);
    assert_eq!(shown(&result, "/level"), "1"); // exactly 1/2 is not largely
    assert_eq!(shown(&result, "/next_level_progress"), "0.611111");
    assert_eq!(shown(&result, "/practice_score"), "4.611111");
    // Processes and customer experience have no gap, measurement has.
    assert_eq!(shown(dimension(&result, "process"), "/level"), "5");
    assert_eq!(
        shown(dimension(&result, "customer-experience"), "/level"),
        "5"
    );
    assert_eq!(shown(dimension(&result, "measurement"), "/level"), "1");
    assert_eq!(shown(dimension(&result, "people"), "/level"), "4");
}

#[test]
fn a_level_that_a_dimension_leaves_empty_is_held_with_the_next_one_above() {
    #[track_caller]
    fn case(id: &str, answers: &str, level: &str, practice: &str, maximum: &str) {
        let result = customer_service(answers);
        let one = dimension(&result, id);
        assert_eq!(shown(one, "/level"), level);
        assert_eq!(shown(one, "/practice_score"), practice);
        assert_eq!(shown(one, "/practice_maximum"), maximum);
    }
    let experience = "customer-experience";
    let basic = all_answered(&LEVEL_2[2..5], "fully");
    let excellent = all_answered(&LEVEL_5[3..8], "fully");
    case(experience, "", "1", "1", "5");
    case(experience, &basic, "2", "2", "5"); // 1 + 1 + 0 + 0 + 0
    // 1 + 1, then 5 and the empty 3 and 4 at 1 each
    case(experience, &format!("{basic}, {excellent}"), "5", "5", "5");
    case(experience, &excellent, "1", "4", "5"); // 1 + 0 + 1 + 1 + 1, and the gap at 2 keeps it at 1
    // 1 + 2/3 + 3 · (2/3 + 0 + 0 + 2·0 + 2·0)/7 = 1 + 2/3 + 2/7 = 41/21
    let little = format!(
        "{}, {}: largely",
        all_answered(&LEVEL_2[2..5], "largely"),
        LEVEL_5[3]
    );
    case(experience, &little, "2", "1.952381", "5");

    // People: nothing at 2, criteria at 3 and 4, nothing at 5.
    let trained = all_answered(&LEVEL_3[5..], "fully");
    let developed = all_answered(&LEVEL_4[7..], "fully");
    case("people", "", "1", "1", "4");
    case("people", &trained, "3", "3", "4"); // 1 + 1 for the empty 2 + 1 + 0
    case("people", &format!("{trained}, {developed}"), "4", "4", "4");
    case("people", &developed, "1", "2", "4"); // 1 + 0 + 0 + 1
}

#[test]
fn the_most_that_can_be_reached_is_what_everything_that_applies_would_give() {
    /// The maximum of `d`, of `e` and of both, an `e` that asks for level 3 only.
    #[track_caller]
    fn case(rules: &str, answers: &str, expected: [&str; 3]) {
        let rubric = format!(
            "{}aggregate: mean, level: {{{rules}}}}}",
            THREE_LEVELS.replace("[{id: d}]", "[{id: d}, {id: e}, {id: both, aggregate: min, dimensions: [{id: f}, {id: g}]}]")
                + "  - {id: deep, level: 3, dimension: e, questions: [{id: one, scale: percent, weight: 2}, {id: two, scale: yes-no}]}
  - {id: wide, level: 2, dimension: f, scale: yes-no}
  - {id: high, level: 3, dimension: g, scale: yes-no}
rules: {"
        );
        let result = scores(&rubric, answers);
        for (id, maximum) in ["d", "e", "both"].into_iter().zip(expected) {
            let found = shown(dimension(&result, id), "/practice_maximum");
            assert_eq!(found, maximum, "{id}");
        }
    }
    let elsewhere = "{not_applicable: Not here.}";
    let top = ["3", "3", "2"]; // f ends at level 2, and both are as high as the lower of the two
    // What was answered, and what was not, makes no difference.
    case("not_applicable: zero", "", top);
    case(
        "not_applicable: zero",
        "a: 0%, b: 7%, deep.one: unknown, wide: no",
        top,
    );
    // What does not apply is left out or full, so all can be had; as zero it is lost for good.
    let half = format!("a: 30%, b: {elsewhere}, deep.two: {elsewhere}, high: {elsewhere}");
    case("not_applicable: exclude", &half, ["3", "3", "2"]);
    case("not_applicable: full", &half, ["3", "3", "2"]);
    // d: 1 + 1/2 + 1. e: level 2 is empty, so 1 + 2 · 2/3. both: the lower of 2 and 1 + 0 + 0.
    case("not_applicable: zero", &half, ["2.5", "2.333333", "1"]);
    // Nothing of d applies: there is nothing to reach, and it is not left out either.
    let nothing = format!("a: {elsewhere}, b: {elsewhere}, c: {elsewhere}");
    case("not_applicable: zero", &nothing, ["1", "3", "2"]);
    case("not_applicable: exclude", &nothing, ["null", "3", "2"]);
    // What nobody answered and the score leaves out, its maximum leaves out: d is 1 + (1 + 0)/2. A criterion of
    // which anything counts is taken whole: of `deep`, 2/3 could be had, though nobody knows its other third yet.
    let silent = format!("a: 100%, b: {elsewhere}");
    case(
        "not_applicable: zero, unanswered: exclude",
        &silent,
        ["1.5", "null", "null"],
    );
    case(
        "not_applicable: zero, unanswered: exclude",
        &format!("deep.one: unknown, deep.two: {elsewhere}"),
        ["null", "2.333333", "null"],
    );
}

#[test]
fn a_question_without_a_value_is_treated_as_the_rubric_says() {
    #[track_caller]
    fn case(rule: &str, answers: &str, expected: [&str; 4]) {
        let rubric = format!("{THREE_LEVELS}rules: {{level: {{{rule}}}}}");
        let result = scores(&rubric, answers);
        let [level, practice, coverage, interval] = expected;
        assert_eq!(shown(&result, "/level"), level, "level");
        assert_eq!(shown(&result, "/practice_score"), practice, "practice");
        assert_eq!(shown(&result, "/coverage"), coverage, "coverage");
        assert_eq!(shown(&result, "/interval"), interval, "interval");
    }
    // a and c are fully met; b, the other half of level 2, has no value. As zero: 1 + 1/2 + 1 = 2.5.
    let gap = ["1", "2.5", "0.666667", "[2.5,3]"];
    let silent = "a: 100%, c: 100%";
    let unknown = "a: 100%, b: unknown, c: 100%";
    let elsewhere = "a: 100%, b: {not_applicable: Not here.}, c: 100%";
    case("", silent, gap); // blocks is the rule where none is written
    case("unanswered: blocks", silent, gap);
    case("unanswered: blocks", unknown, gap);
    case("unanswered: zero", silent, gap); // v = 0 is not largely
    case("unanswered: zero", unknown, gap);
    case(
        "unanswered: exclude",
        silent,
        ["3", "3", "0.666667", "[2.5,3]"],
    );
    case(
        "unanswered: exclude",
        unknown,
        ["3", "3", "0.666667", "[2.5,3]"],
    );
    // With `any`, a alone passes level 2, unless a silence blocks it.
    case("quantifier: any, unanswered: blocks", silent, gap);
    case(
        "quantifier: any, unanswered: zero",
        silent,
        ["3", "2.5", "0.666667", "[2.5,3]"],
    );
    // What does not apply is no part of coverage and leaves no interval.
    case("", elsewhere, ["3", "3", "1", "[3,3]"]);
    case(
        "not_applicable: exclude",
        elsewhere,
        ["3", "3", "1", "[3,3]"],
    );
    case(
        "not_applicable: zero",
        elsewhere,
        ["1", "2.5", "1", "[2.5,2.5]"],
    );
    case("not_applicable: full", elsewhere, ["3", "3", "1", "[3,3]"]);
    // Left out is not full: with a at 60 %, L2 is 0.6, or (0.6 + 1)/2 = 0.8.
    let less = "a: 60%, b: {not_applicable: Not here.}, c: 100%";
    case(
        "not_applicable: exclude",
        less,
        ["3", "2.6", "1", "[2.6,2.6]"],
    );
    case("not_applicable: full", less, ["3", "2.8", "1", "[2.8,2.8]"]);
    // Nothing of level 2 applies: it is empty, and held only with level 3.
    let all_elsewhere = "a: {not_applicable: Not here.}, b: {not_applicable: Not here.}";
    let held = scores(THREE_LEVELS, &format!("{all_elsewhere}, c: 100%"));
    assert_eq!(shown(&held, "/level"), "3");
    let not_held = scores(THREE_LEVELS, &format!("{all_elsewhere}, c: 0%"));
    assert_eq!(shown(&not_held, "/level"), "1");
}

#[test]
fn a_criterion_answered_in_part_counts_what_is_missing_as_the_rubric_says() {
    #[track_caller]
    fn case(rule: &str, answers: &str, value: &str, state: &str, level: &str) {
        let rubric = format!(
            "
floor: 1
levels: [{{id: one, number: 1}}, {{id: two, number: 2}}]
dimensions: [{{id: d}}]
criteria:
  - id: a
    level: 2
    dimension: d
    questions: [{{id: p, scale: percent, weight: 2}}, {{id: q, scale: percent}}]
rules: {{level: {{{rule}}}}}"
        );
        let result = scores(&rubric, answers);
        assert_eq!(shown(&result, "/criteria/0/value"), value);
        assert_eq!(shown(&result, "/criteria/0/state"), state);
        assert_eq!(shown(&result, "/level"), level);
    }
    case("", "a.p: 100%, a.q: 100%", "1", "answered", "2");
    case("", "a.p: 90%, a.q: 0%", "0.6", "answered", "2"); // (2·0.9 + 0)/3
    case("unanswered: zero", "a.p: 90%", "0.6", "partial", "2");
    case("unanswered: blocks", "a.p: 90%", "0.6", "partial", "1"); // enough, and still not known
    case("unanswered: exclude", "a.p: 90%", "0.9", "partial", "2");
    case("", "a.p: unknown, a.q: 100%", "0.333333", "partial", "1");
    let elsewhere = "a.p: {not_applicable: Not here.}, a.q: 60%";
    case("", elsewhere, "0.6", "answered", "2");
    case("not_applicable: zero", elsewhere, "0.2", "answered", "1");
    case(
        "not_applicable: full",
        elsewhere,
        "0.866667", // (2·1 + 0.6)/3
        "answered",
        "2",
    );
}

#[test]
fn weights_count_and_a_weight_of_zero_counts_for_nothing() {
    #[track_caller]
    fn case(weights: [&str; 3], answers: &str, expected: [&str; 3]) {
        let [a, b, c] = weights;
        let rubric = format!(
            "
floor: 1
levels: [{{id: one, number: 1}}, {{id: two, number: 2}}, {{id: three, number: 3}}]
dimensions: [{{id: d}}]
criteria:
  - {{id: a, level: 2, dimension: d, scale: percent, weight: {a}}}
  - {{id: b, level: 2, dimension: d, scale: percent, weight: {b}}}
  - {{id: c, level: 3, dimension: d, scale: percent, weight: {c}}}"
        );
        let result = scores(&rubric, answers);
        let [level, practice, coverage] = expected;
        assert_eq!(shown(&result, "/level"), level, "level");
        assert_eq!(shown(&result, "/practice_score"), practice, "practice");
        assert_eq!(shown(&result, "/coverage"), coverage, "coverage");
    }
    let uneven = "a: 100%, b: 60%, c: 0%";
    case(["1", "1", "1"], uneven, ["2", "1.8", "1"]); // 1 + (1 + 0.6)/2
    case(["3", "1", "1"], uneven, ["2", "1.9", "1"]); // 1 + (3 + 0.6)/4
    case(["0.5", "1.5", "1"], uneven, ["2", "1.7", "1"]); // 1 + (0.5 + 0.9)/2
    case(["3", "1", "1"], "a: 100%", ["1", "1.75", "0.6"]); // 3 of 5 answered
    // A retired criterion is readable, asks for nothing and is not missed.
    case(["1", "0", "1"], "a: 100%, b: 0%, c: 100%", ["3", "3", "1"]);
    case(["1", "0", "1"], "a: 100%, c: 100%", ["3", "3", "1"]);
    case(["1", "0", "1"], "a: 0%, b: 100%, c: 100%", ["1", "2", "1"]);
}

#[test]
fn a_question_without_weight_neither_counts_nor_blocks() {
    let rubric = "
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}]
dimensions: [{id: d}]
criteria:
  - id: a
    level: 2
    dimension: d
    questions: [{id: p, scale: percent}, {id: q, scale: percent, weight: 0}]";
    for answers in ["a.p: 80%", "a.p: 80%, a.q: unknown", "a.p: 80%, a.q: 0%"] {
        let result = scores(rubric, answers);
        assert_eq!(shown(&result, "/criteria/0/value"), "0.8", "{answers}");
        assert_eq!(shown(&result, "/level"), "2", "{answers}");
        assert_eq!(shown(&result, "/coverage"), "1", "{answers}");
        assert_eq!(shown(&result, "/interval"), "[1.8,1.8]", "{answers}");
    }
}

#[test]
fn evidence_does_not_matter_to_the_score() {
    let rubric = "
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}]
dimensions: [{id: d}]
criteria:
  - id: a
    level: 2
    dimension: d
    questions: [{id: p, scale: percent, evidence: required, valid_for: 1 month}]";
    let old = "{title: Photo, href: a.png, date: 2024-01-01}";
    for answer in [
        "80%",
        &format!("{{choice: 80%, evidence: [{old}]}}"), // stale
        "{choice: 80%, evidence: [{title: Photo, href: a.png, date: 2025-06-29}]}",
    ] {
        let result = scores(rubric, &format!("a.p: {answer}"));
        assert_eq!(shown(&result, "/practice_score"), "1.8", "{answer}");
        assert_eq!(shown(&result, "/level"), "2", "{answer}");
    }
}

#[test]
fn a_criterion_is_met_from_its_threshold_on_and_bands_begin_above_their_edge() {
    #[track_caller]
    fn case(met_at: &str, answer: &str, level: &str) {
        let rubric = format!("{THREE_LEVELS}rules: {{level: {{met_at: {met_at}}}}}");
        let result = scores(&rubric, &format!("a: {answer}, b: {answer}, c: 0%"));
        assert_eq!(shown(&result, "/level"), level);
    }
    case("largely", "50%", "1"); // L is over 50 %
    case("largely", "50.01%", "2");
    case("partially", "15%", "1"); // P is over 15 %
    case("partially", "15.01%", "2");
    case("fully", "85%", "1"); // F is over 85 %
    case("fully", "85.01%", "2");
    case("0.5", "50%", "2"); // a number is reached, not passed
    case("0.5", "49.99%", "1");
    case("0.35", "35%", "2");

    // Two thirds, as a choice and as a mean: over 50 %, and never 0.67.
    #[track_caller]
    fn mean_case(met_at: &str, answers: &str, level: &str) {
        let rubric = format!(
            "
floor: 1
levels: [{{id: one, number: 1}}, {{id: two, number: 2}}]
dimensions: [{{id: d}}]
scales: {{tenths: {{min: 0, max: 10}}}}
criteria:
  - id: a
    level: 2
    dimension: d
    questions: [{{id: p, scale: achievement}}, {{id: q, scale: achievement}}]
  - id: b
    level: 2
    dimension: d
    questions: [{{id: p, scale: tenths}}, {{id: q, scale: tenths}}, {{id: r, scale: tenths}}]
rules: {{level: {{met_at: {met_at}}}}}"
        );
        assert_eq!(shown(&scores(&rubric, answers), "/level"), level);
    }
    let thirds = "a.p: fully, a.q: partially"; // (1 + 1/3)/2 = 2/3
    let full = "b.p: 10, b.q: 10, b.r: 10";
    mean_case("largely", &format!("{thirds}, {full}"), "2");
    mean_case("0.666666", &format!("{thirds}, {full}"), "2");
    mean_case("0.666667", &format!("{thirds}, {full}"), "1"); // 0.666666… is less
    // (0.6 + 0.7 + 0.8)/3 is 0.7; in floating point it is 0.6999…
    let traps = "a.p: fully, a.q: fully, b.p: 6, b.q: 7, b.r: 8";
    mean_case("0.7", traps, "2");
    // (0.1 + 0.2 + 0.3)/3 is 0.2; in floating point it is 0.2000…01, and 0.2 would be passed either way:
    // one hundred-millionth more is not.
    let small = "a.p: fully, a.q: fully, b.p: 1, b.q: 2, b.r: 3";
    mean_case("0.2", small, "2");
    mean_case("0.20000001", small, "1");
}

#[test]
fn lower_levels_may_ask_for_more() {
    #[track_caller]
    fn case(answers: &str, level: &str) {
        let rule = "{met_at: largely, lower_levels: {met_at: fully}}"; // ISO/IEC 33020
        let rubric = format!("{THREE_LEVELS}rules: {{level: {rule}}}");
        assert_eq!(shown(&scores(&rubric, answers), "/level"), level);
    }
    case("a: 70%, b: 70%, c: 0%", "2"); // largely is enough at the level itself
    case("a: 70%, b: 70%, c: 100%", "2"); // but not below level 3
    case("a: 90%, b: 85%, c: 100%", "2"); // nor is 85 %, which is still largely
    case("a: 90%, b: 86%, c: 51%", "3");
    case("a: 90%, b: 86%, c: 50%", "2");
}

#[test]
fn a_level_may_ask_for_one_or_for_a_share_of_its_criteria() {
    #[track_caller]
    fn case(quantifier: &str, met: usize, level: &str) {
        let ids = ["a", "b", "c", "e", "f"];
        let criteria: Vec<String> = ids
            .iter()
            .map(|id| format!("  - {{id: {id}, level: 2, dimension: d, scale: percent}}\n"))
            .collect();
        let answers: Vec<String> = ids
            .iter()
            .enumerate()
            .map(|(position, id)| format!("{id}: {}%", if position < met { 100 } else { 0 }))
            .collect();
        let rubric = format!(
            "
floor: 1
levels: [{{id: one, number: 1}}, {{id: two, number: 2}}]
dimensions: [{{id: d}}]
criteria:
{}rules: {{level: {{quantifier: {quantifier}}}}}",
            criteria.concat()
        );
        let result = scores(&rubric, &answers.join(", "));
        assert_eq!(shown(&result, "/level"), level);
    }
    case("all", 5, "2");
    case("all", 4, "1");
    case("any", 1, "2");
    case("any", 0, "1");
    case("{share: 0.8}", 4, "2"); // 4/5 is 0.8 exactly
    case("{share: 0.8}", 3, "1");
    case("{share: 0.81}", 4, "1");
    case("{share: 0.6}", 3, "2");
    case("{share: 1}", 4, "1");
}

/// A rubric of two dimensions answered from 1 to 5, whose score makes the level by this rule.
fn banded(head: &str, rule: &str) -> String {
    format!(
        "{head}
dimensions: [{{id: d}}, {{id: e}}]
scales: {{stars: {{min: 1, max: 5}}}}
criteria:
  - {{id: a, dimension: d, scale: stars}}
  - {{id: b, dimension: d, scale: stars}}
  - {{id: c, dimension: e, scale: stars}}
rules: {{level: {{method: banded, {rule}}}}}"
    )
}

const THREE_BANDS: &str =
    "levels: [{id: low, number: 1}, {id: middle, number: 2}, {id: high, number: 3}]";

#[test]
fn a_score_makes_the_level_of_the_band_it_lies_in() {
    /// The score, the level and the progress to the next, of three equal answers.
    #[track_caller]
    fn case(rule: &str, answers: &str, expected: [&str; 3]) {
        let result = scores(&banded(THREE_BANDS, rule), answers);
        let [practice, level, progress] = expected;
        assert_eq!(shown(&result, "/practice_score"), practice, "score");
        assert_eq!(shown(&result, "/level"), level, "level");
        assert_eq!(shown(&result, "/next_level_progress"), progress, "progress");
        assert_eq!(shown(&result, "/index"), practice);
    }
    let exact = "bands: {2: 2.6, 3: 4}";
    case(exact, "a: 1, b: 1, c: 1", ["1", "1", "0"]);
    case(exact, "a: 1, b: 2, c: 3", ["2", "1", "0.625"]); // (2 − 1)/(2.6 − 1)
    case(exact, "a: 2.59, b: 2.59, c: 2.59", ["2.59", "1", "0.99375"]);
    case(exact, "a: 2.6, b: 2.6, c: 2.6", ["2.6", "2", "0"]); // the edge belongs to the band that it begins
    case(exact, "a: 3, b: 3, c: 3.9", ["3.3", "2", "0.5"]); // 0.7/1.4
    case(exact, "a: 4, b: 4, c: 4", ["4", "3", "null"]);
    case(exact, "a: 5, b: 5, c: 5", ["5", "3", "null"]);
    case(
        "bands: {3: 4, 2: 2.6}",
        "a: 3, b: 3, c: 3",
        ["3", "2", "0.285714"],
    ); // in any order
    // Rounded to one decimal, half up, 2.55 is 2.6; the progress is that of the score itself.
    let rounded = "decimals: 1, bands: {2: 2.6, 3: 4}";
    case(
        rounded,
        "a: 2.54, b: 2.54, c: 2.54",
        ["2.54", "1", "0.9625"],
    );
    case(rounded, "a: 2.55, b: 2.55, c: 2.55", ["2.55", "2", "0"]);
    case(
        rounded,
        "a: 3.949, b: 3.949, c: 3.949",
        ["3.949", "2", "0.963571"],
    );
    case(rounded, "a: 3.95, b: 3.95, c: 3.95", ["3.95", "3", "null"]);
    let whole = "decimals: 0, bands: {2: 3, 3: 4}";
    case(whole, "a: 2.5, b: 2.5, c: 2.5", ["2.5", "2", "0"]);
    // What is missing counts as the policies say, and blocks nothing.
    case(exact, "a: 4, b: 4", ["3", "2", "0.285714"]); // the mean of 4, 4 and 1
    case(
        &format!("{exact}, unanswered: exclude"),
        "a: 4, b: 4",
        ["4", "3", "null"],
    );
    case(
        &format!("{exact}, unanswered: exclude"),
        "",
        ["null", "null", "null"],
    ); // no score, no level
    case(exact, "", ["1", "1", "0"]);
}

#[test]
fn before_the_first_edge_the_floor_is_held() {
    #[track_caller]
    fn case(floor: &str, bands: &str, answer: &str, level: &str, progress: &str) {
        let head = format!("{floor}\n{THREE_BANDS}");
        let rubric = banded(&head, &format!("bands: {{{bands}}}"));
        let result = scores(&rubric, &format!("a: {answer}, b: {answer}, c: {answer}"));
        assert_eq!(shown(&result, "/level"), level);
        assert_eq!(shown(&result, "/next_level_progress"), progress);
    }
    case("", "2: 2.6, 3: 4", "1", "1", "0"); // none written: the lowest level
    case("floor: 1", "2: 2.6, 3: 4", "1", "1", "0");
    case("floor: 2", "3: 4", "1", "2", "0");
    case("floor: 0", "1: 2, 2: 2.6, 3: 4", "1.5", "0", "0.5");
    case("", "1: 2, 2: 2.6, 3: 4", "1.5", "null", "0.5"); // even the lowest must be earned
    case("floor: none", "1: 2, 2: 2.6, 3: 4", "1.5", "null", "0.5");
    case("floor: none", "1: 1, 2: 2.6, 3: 4", "1", "1", "0");
}

#[test]
fn bands_make_levels_of_the_scopes_that_have_one() {
    #[track_caller]
    fn case(rule: &str, whole: &str, dimensions: [&str; 2]) {
        let rule = format!("bands: {{2: 2.6, 3: 4}}, {rule}");
        let result = scores(&banded(THREE_BANDS, &rule), "a: 4, b: 5, c: 1");
        assert_eq!(shown(&result, "/level"), whole);
        for (position, level) in dimensions.into_iter().enumerate() {
            let pointer = format!("/dimensions/{position}/level");
            assert_eq!(shown(&result, &pointer), level);
        }
        assert_eq!(shown(&result, "/practice_score"), "3.333333");
        assert_eq!(shown(&result, "/dimensions/0/practice_score"), "4.5");
        assert_eq!(shown(&result, "/dimensions/0/practice_maximum"), "5");
    }
    case("scope: all", "2", ["3", "1"]);
    case("scope: rubric", "2", ["null", "null"]);
    case("scope: dimensions", "null", ["3", "1"]);
}

#[test]
fn a_banded_score_runs_on_the_scale_of_the_answers() {
    let rubric = |first: &str, second: &str, bands: &str| {
        format!(
            "
levels: [{{id: low, number: 10}}, {{id: high, number: 20}}]
dimensions: [{{id: d}}]
scales: {{stars: {{min: 1, max: 5}}, change: {{min: -2, max: 2}}}}
criteria:
  - {{id: a, level: 20, dimension: d, scale: {first}}}
  - {{id: b, dimension: d, scale: {second}}}
rules: {{level: {{method: banded, bands: {{{bands}}}}}}}"
        )
    };
    #[track_caller]
    fn case(rubric: &str, answers: &str, practice: &str, level: &str, progress: &str) {
        let result = scores(rubric, answers);
        assert_eq!(shown(&result, "/practice_score"), practice);
        assert_eq!(shown(&result, "/level"), level);
        assert_eq!(shown(&result, "/next_level_progress"), progress);
    }
    // A criterion may name a level, which asks nothing of it.
    let stars = rubric("stars", "stars", "20: 3");
    case(&stars, "a: 1, b: 5", "3", "20", "null");
    // Scales that differ are shares of one: (3/4 + 1/4)/2.
    let mixed = rubric("stars", "change", "20: 0.8");
    case(&mixed, "a: 4, b: -1", "0.5", "10", "0.625");
    let change = rubric("change", "change", "20: -0.5");
    case(&change, "a: -2, b: -1", "-1.5", "10", "0.333333"); // 0.5 of 1.5
    case(&change, "a: -1, b: 0", "-0.5", "20", "null");
}

#[test]
fn a_target_of_a_banded_rubric_is_the_edge_of_its_level() {
    #[track_caller]
    fn case(target: &str, percent: &str) {
        let rubric = banded(THREE_BANDS, "bands: {2: 2.6, 3: 4}");
        let folder = assessed(&rubric, "a: 4, b: 5, c: 1");
        let settings = format!(
            "regua: 1\norganisation: Test\nrubrics: [ruler]\ntargets: {{ruler: {target}}}\n"
        );
        folder.write("regua.yaml", &settings);
        let result = folder.scored(DAY);
        let found = shown(&result, "/assessments/0/target/percent_to_target");
        assert_eq!(found, percent);
    }
    case("{level: 3}", "0.833333"); // 1 − (4 − 10/3)/4
    case("{level: 2}", "1"); // 3.33 is beyond 2.6
    case("{level: 1}", "1"); // the lowest begins at 1, where the scale does
    case("{dimensions: {d: 3, e: 2}}", "0.757576"); // 1 − (0 + 1.6)/6.6
}

#[test]
fn the_levels_of_kpis_stay_out_of_a_banded_index() {
    let rubric = "
levels: [{id: low, number: 1}, {id: middle, number: 2}, {id: high, number: 3}]
dimensions: [{id: d}]
scales: {stars: {min: 1, max: 5}}
criteria:
  - {id: a, dimension: d, scale: stars}
  - {id: b, dimension: d, scale: stars, kpi: solved}
kpis:
  - {id: solved, unit: \"%\", direction: higher, bands: {2: 50%, 3: 90%}}
rules: {level: {method: banded, bands: {2: 2.6, 3: 4}}}";
    let folder = assessed(rubric, "a: 5");
    folder.write(
        "kpis/solved.yaml",
        "regua: 1\nreadings: [{kpi: solved, period: 2025-06, value: 70%}]\n",
    );
    let result = folder.scored(DAY);
    let case = |pointer: &str, expected: &str| {
        assert_eq!(
            shown(&result["assessments"][0], pointer),
            expected,
            "{pointer}"
        );
    };
    case("/kpis/0/level", "2.5"); // half way from 50 % to 90 %
    case("/outcome_score", "2.5"); // on the scale of the levels, 1 to 3
    case("/criteria/1/value", "0.75"); // (2.5 − 1)/(3 − 1)
    case("/practice_score", "4.5"); // 1 + 4 · (1 + 0.75)/2
    case("/index", "4.5");
}

#[test]
fn the_method_and_the_scope_decide_what_has_a_level() {
    #[track_caller]
    fn case(rule: &str, answers: &str, level: &str, of_dimension: &str) {
        let rubric = format!("{THREE_LEVELS}rules: {{level: {{{rule}}}}}");
        let result = scores(&rubric, answers);
        assert_eq!(shown(&result, "/level"), level);
        assert_eq!(shown(&result, "/dimensions/0/level"), of_dimension);
        if level == "null" {
            assert_eq!(shown(&result, "/level_id"), "null");
            assert_eq!(shown(&result, "/next_level_progress"), "null");
        }
        assert_eq!(shown(&result, "/practice_score"), "2"); // 1 + 0 + 1, whatever the rule
    }
    let gap = "a: 0%, b: 0%, c: 100%";
    case("method: cumulative", gap, "1", "1");
    case("method: highest", gap, "3", "3");
    case("method: none", gap, "null", "null");
    case("scope: all", gap, "1", "1");
    case("scope: rubric", gap, "1", "null");
    case("scope: dimensions", gap, "null", "1");
}

#[test]
fn a_rubric_may_begin_at_zero_or_have_no_floor() {
    #[track_caller]
    fn case(floor: &str, answer: &str, expected: [&str; 3]) {
        let rubric = format!(
            "
{floor}
levels: [{{id: one, number: 1}}, {{id: two, number: 2}}]
dimensions: [{{id: d}}]
criteria:
  - {{id: a, level: 1, dimension: d, scale: percent}}
  - {{id: b, level: 2, dimension: d, scale: percent}}"
        );
        let result = scores(&rubric, &format!("a: {answer}, b: 0%"));
        let [level, id, practice] = expected;
        assert_eq!(shown(&result, "/level"), level);
        assert_eq!(shown(&result, "/level_id"), id);
        assert_eq!(shown(&result, "/practice_score"), practice);
    }
    case("floor: 0", "0%", ["0", "null", "0"]); // level 0 is held and has no name
    case("floor: 0", "100%", ["1", "one", "1"]);
    case("", "0%", ["null", "null", "0"]); // without a floor, even the lowest is earned
    case("", "100%", ["1", "one", "1"]);
    case("", "70%", ["1", "one", "0.7"]);
}

#[test]
fn dimensions_combine_by_the_declared_aggregate() {
    #[track_caller]
    fn case(root: &str, nested: &str, practice: &str, of_nested: &str) {
        // On a floor of 1 with one level above, a dimension's score is 1 + its mean:
        // x 1.4, y/p 1.2 and y/q 1.9 (weight 3 in y), z 1.7 (weight 2 at the root).
        let rubric = format!(
            "
floor: 1
levels: [{{id: one, number: 1}}, {{id: two, number: 2}}]
dimensions:
  - id: x
  - id: y
{nested}
    dimensions: [{{id: p}}, {{id: q, weight: 3}}]
  - {{id: z, weight: 2}}
criteria:
  - {{id: a, level: 2, dimension: x, scale: percent}}
  - {{id: b, level: 2, dimension: p, scale: percent}}
  - {{id: c, level: 2, dimension: q, scale: percent}}
  - {{id: e, level: 2, dimension: q, scale: percent}}
  - {{id: f, level: 2, dimension: z, scale: percent}}
rules: {{{root}}}"
        );
        let result = scores(&rubric, "a: 40%, b: 20%, c: 80%, e: 100%, f: 70%");
        assert_eq!(shown(&result, "/practice_score"), practice, "whole");
        assert_eq!(
            shown(dimension(&result, "y"), "/practice_score"),
            of_nested,
            "nested"
        );
    }
    // None declared: from all criteria. y = 1 + (0.2 + 0.8 + 1)/3; whole = 1 + (0.4 + 0.2 + 0.8 + 1 + 0.7)/5.
    case("", "", "1.62", "1.666667");
    case("aggregate: mean", "", "1.616667", "1.666667"); // (1.4 + 5/3 + 2·1.7)/4 = 6.4667/4
    // The mean by weight of p and q: (1.2 + 3·1.9)/4 = 1.725; whole (1.4 + 1.725 + 3.4)/4
    case("aggregate: mean", "    aggregate: mean", "1.63125", "1.725");
    case("aggregate: min", "    aggregate: min", "1.2", "1.2");
    case("aggregate: max", "    aggregate: max", "1.9", "1.9");
    case("aggregate: min", "    aggregate: max", "1.4", "1.9");
    // Of 1.4, 1.55, 1.7 the middle one; of 1.2 and 1.9 halfway between them.
    case("aggregate: median", "    aggregate: median", "1.55", "1.55");
    case("aggregate: median", "    aggregate: min", "1.4", "1.2"); // of 1.4, 1.2, 1.7
}

#[test]
fn a_sum_adds_its_parts() {
    let rubric = "
floor: 0
levels: [{id: one, number: 1}]
dimensions: [{id: x}, {id: y}]
criteria:
  - {id: a, level: 1, dimension: x, scale: percent}
  - {id: b, level: 1, dimension: y, scale: percent}
rules: {aggregate: sum}";
    let result = scores(rubric, "a: 40%, b: 75%");
    assert_eq!(shown(&result, "/practice_score"), "1.15");
}

#[test]
fn without_levels_a_rubric_scores_on_the_scale_of_its_answers() {
    #[track_caller]
    fn case(second_scale: &str, answers: &str, practice: &str, interval: &str) {
        let rubric = format!(
            "
levels: []
dimensions: [{{id: d}}]
scales: {{agents: {{min: 0, max: 40}}, stars: {{min: 1, max: 5}}}}
criteria:
  - {{id: a, dimension: d, scale: agents}}
  - {{id: b, dimension: d, scale: {second_scale}}}"
        );
        let result = scores(&rubric, answers);
        assert_eq!(shown(&result, "/level"), "null");
        assert_eq!(shown(&result, "/practice_score"), practice);
        assert_eq!(shown(&result, "/interval"), interval);
    }
    case("agents", "a: 12, b: 20", "16", "[16,16]"); // (12 + 20)/2 agents
    case("agents", "a: 12", "6", "[6,26]"); // (12 + 0)/2, and up to (12 + 40)/2
    case("stars", "a: 12, b: 4", "0.525", "[0.525,0.525]"); // (12/40 + 3/4)/2: the scales differ
}

#[test]
fn an_answer_is_its_share_of_the_way_along_its_scale() {
    #[track_caller]
    fn case(scale: &str, answer: &str, value: &str) {
        let rubric = format!(
            "
levels: []
dimensions: [{{id: d}}]
scales:
  agents: {{min: 0, max: 40, unit: agentes}}
  stars: {{min: 1, max: 5}}
  how-often: {{choices: [{{id: never, value: 0}}, {{id: sometimes, value: 0.4}}, {{id: always, value: 1}}]}}
  grades: {{choices: [{{id: poor, value: 2}}, {{id: fair, value: 3}}, {{id: good, value: 6}}]}}
criteria:
  - {{id: a, dimension: d, scale: {scale}}}"
        );
        let result = scores(&rubric, &format!("a: {answer}"));
        assert_eq!(shown(&result, "/criteria/0/value"), value);
    }
    case("agents", "12", "0.3");
    case("agents", "0", "0");
    case("agents", "40", "1");
    case("stars", "4", "0.75"); // (4 − 1)/(5 − 1)
    case("percent", "62%", "0.62");
    case("percent", "62.5%", "0.625");
    case("how-often", "sometimes", "0.4");
    case("grades", "fair", "0.25"); // (3 − 2)/(6 − 2)
    case("achievement", "partially", "0.333333");
    case("achievement", "largely", "0.666667");
    case("yes-no", "yes", "1");
    case("yes-no", "no", "0");
}

/// A workspace whose one KPI has these keys and readings, and an assessment with practice score 1.5.
fn measured(kpi: &str, readings: &[&str]) -> Folder {
    let rubric = format!(
        "
floor: 1
levels:
  - {{id: one, number: 1}}
  - {{id: two, number: 2}}
  - {{id: three, number: 3}}
  - {{id: four, number: 4}}
  - {{id: five, number: 5}}
dimensions: [{{id: d}}]
criteria: [{{id: a, level: 2, dimension: d, scale: percent}}]
kpis:
  - {{id: k, {kpi}}}
rules: {{kpi_weight: 0.4}}"
    );
    let folder = assessed(&rubric, "a: 50%");
    let mut rows = String::from("regua: 1\nreadings:\n");
    for reading in readings {
        rows.push_str(&format!("  - {{kpi: k, {reading}}}\n"));
    }
    if !readings.is_empty() {
        folder.write("kpis/readings.yaml", &rows);
    }
    folder
}

#[test]
fn a_kpi_lies_between_the_edges_of_its_bands() {
    #[track_caller]
    fn case(kpi: &str, value: &str, level: &str) {
        let folder = measured(kpi, &[&format!("period: 2025-06, value: {value}")]);
        let result = folder.scored(DAY);
        assert_eq!(shown(&result, "/assessments/0/kpis/0/level"), level);
    }
    let higher = "unit: '%', direction: higher, bands: {2: 40%, 3: 60%, 4: 75%, 5: 85%}";
    case(higher, "39.999%", "1"); // below the first edge there is only the floor
    case(higher, "40%", "2");
    case(higher, "50%", "2.5");
    case(higher, "60%", "3");
    case(higher, "65%", "3.333333"); // 3 + 5/15
    case(higher, "84%", "4.9");
    case(higher, "85%", "5");
    case(higher, "99%", "5");
    let lower = "unit: h, direction: lower, bands: {2: 48h, 3: 24h, 4: 12h, 5: 4h}";
    case(lower, "48.01h", "1");
    case(lower, "48h", "2");
    case(lower, "36h", "2.5");
    case(lower, "24h", "3");
    case(lower, "18h", "3.5");
    case(lower, "6h", "4.75");
    case(lower, "4h", "5");
    case(lower, "0h", "5");
    case(lower, "1440min", "3"); // 24 h in minutes
    // Inside both edges of a level; between two levels by the edge on its side.
    let range = "direction: range, bands: {2: [10, 90], 3: [20, 80], 5: [40, 50]}";
    case(range, "9", "1");
    case(range, "91", "1");
    case(range, "10", "2");
    case(range, "90", "2");
    case(range, "15", "2.5");
    case(range, "85", "2.5");
    case(range, "20", "3");
    case(range, "30", "4"); // 3 + 2 · 10/20: level 4 has no edge of its own
    case(range, "65", "4"); // 3 + 2 · 15/30
    case(range, "40", "5");
    case(range, "45", "5");
    case(range, "50", "5");
    let informative = "direction: none";
    case(informative, "45", "null");
}

#[test]
fn readings_of_one_period_are_pooled() {
    #[track_caller]
    fn case(kpi: &str, readings: &[&str], value: &str) {
        let readings: Vec<String> = readings
            .iter()
            .enumerate()
            .map(|(position, reading)| {
                format!("period: 2025-06, segment: channel=c{position}, {reading}")
            })
            .collect();
        let readings: Vec<&str> = readings.iter().map(String::as_str).collect();
        let result = measured(kpi, &readings).scored(DAY);
        assert_eq!(shown(&result, "/assessments/0/kpis/0/value"), value);
    }
    // Σ/Σ: 10/12, where the mean of the rates would be 70 %.
    case(
        "unit: '%', aggregate: ratio",
        &[
            "numerator: 1, denominator: 2",
            "numerator: 9, denominator: 10",
        ],
        "83.333333",
    );
    // By n: (1·10 + 3·20)/4
    case(
        "aggregate: mean",
        &["value: 10, n: 1", "value: 20, n: 3"],
        "17.5",
    );
    case("aggregate: sum", &["value: 10", "value: 20.5"], "30.5");
    // In the unit declared, whatever each reading is written in: (0.5·1 + 2·3)/4 = 1.625 h
    case(
        "unit: h, aggregate: mean",
        &["value: 30min, n: 1", "value: 2h, n: 3"],
        "1.625",
    );
}

#[test]
fn the_outcome_score_is_the_mean_of_the_kpi_levels_by_weight() {
    let kpis = |extra: &str| {
        format!(
            "
floor: 1
levels:
  - {{id: one, number: 1}}
  - {{id: two, number: 2}}
  - {{id: three, number: 3}}
dimensions: [{{id: d}}]
criteria: [{{id: a, level: 2, dimension: d, scale: percent}}]
kpis:
  - {{id: k, direction: higher, weight: 3, bands: {{2: 10, 3: 20}}}}
  - {{id: l, direction: lower, bands: {{2: 20, 3: 10}}}}
  - {{id: m, direction: none, weight: 9}}
{extra}"
        )
    };
    let folder = assessed(&kpis("rules: {kpi_weight: 0.4}"), "a: 50%");
    folder.write(
        "kpis/readings.yaml",
        "regua: 1
readings:
  - {kpi: k, period: 2025-05, value: 20}
  - {kpi: k, period: 2025-06, value: 15}
  - {kpi: l, period: 2025-06, value: 8}
  - {kpi: m, period: 2025-06, value: 1}
",
    );
    let result = folder.scored(DAY);
    assert_eq!(shown(&result, "/assessments/0/practice_score"), "1.5"); // 1 + 0.5, and no criteria at 3
    assert_eq!(shown(&result, "/assessments/0/outcome_score"), "2.625"); // (3·2.5 + 3)/4, m only informs
    assert_eq!(shown(&result, "/assessments/0/index"), "1.95"); // 0.6·1.5 + 0.4·2.625

    // Without a weight for KPIs the outcome stands beside the index.
    folder.write(
        "rubrics/ruler.yaml",
        &format!("regua: 1\nid: ruler\nversion: 1.0.0\n{}\n", kpis("")),
    );
    let result = folder.scored(DAY);
    assert_eq!(shown(&result, "/assessments/0/outcome_score"), "2.625");
    assert_eq!(shown(&result, "/assessments/0/index"), "1.5");
}

#[test]
fn without_a_reading_the_index_is_the_practice_score() {
    let kpi = "direction: higher, bands: {2: 10, 5: 40}";
    let case = |readings: &[&str], outcome: &str, index: &str| {
        let result = measured(kpi, readings).scored(DAY);
        assert_eq!(shown(&result, "/assessments/0/practice_score"), "1.5");
        assert_eq!(shown(&result, "/assessments/0/outcome_score"), outcome);
        assert_eq!(shown(&result, "/assessments/0/index"), index);
    };
    case(&[], "null", "1.5");
    case(&["period: 2025-07, value: 20"], "null", "1.5"); // July has not been yet
    case(&["period: 2025-06, value: 20"], "3", "2.1"); // 0.6·1.5 + 0.4·3
    // The latest by its date, wherever it stands in the file.
    case(
        &[
            "period: 2025-06, value: 30",
            "period: 2025-07, value: 0",
            "period: 2025-05, value: 20",
        ],
        "4",
        "2.5",
    );
}

#[test]
fn a_reading_older_than_one_and_a_half_times_its_frequency_is_stale() {
    #[track_caller]
    fn case(frequency: &str, date: &str, stale: &str) {
        let kpi = format!("frequency: {frequency}, direction: higher, bands: {{2: 10, 5: 40}}");
        let folder = measured(&kpi, &[&format!("date: {date}, value: 20")]);
        let result = folder.scored(DAY);
        assert_eq!(shown(&result, "/assessments/0/kpis/0/stale"), stale);
        // Old news is still the latest.
        assert_eq!(shown(&result, "/assessments/0/outcome_score"), "3");
    }
    case("daily", "2025-06-29", "false"); // 1 of 1.5 days
    case("daily", "2025-06-28", "true");
    case("weekly", "2025-06-20", "false"); // 10 of 10.5 days
    case("weekly", "2025-06-19", "true");
    case("fortnightly", "2025-06-09", "false"); // 21 of 21 days: not older
    case("fortnightly", "2025-06-08", "true");
    case("monthly", "2025-05-16", "false"); // 45 of 45.6 days
    case("monthly", "2025-05-15", "true");
}

#[test]
fn answers_that_exclude_each_other_are_told_once() {
    // Each declares the other, so the pair is one; partly in place may stand beside the lack.
    let rubric = "regua: 1\nid: small\nlevels: [{id: low, number: 1}]\nfloor: 1\ndimensions: [{id: all}]\n\
        criteria:\n  \
        - {id: lack, level: 1, dimension: all, polarity: absence, scale: yes-no, conflicts_with: [thing]}\n  \
        - {id: thing, dimension: all, conflicts_with: [lack]}\n";
    #[track_caller]
    fn case(rubric: &str, lack: &str, thing: &str, expected: &[&str]) {
        let folder = Folder::new();
        folder
            .write("regua.yaml", "regua: 1\norganisation: A\nrubrics: [small]\n")
            .write("rubrics/small.yaml", rubric)
            .write(
                "assessments/a.yaml",
                &format!(
                    "regua: 1\nrubric: small\ndate: 2026-09-30\nanswers: {{lack: {lack}, thing: {thing}}}\n"
                ),
            );
        let ran = folder.run(&[
            "score",
            "--format",
            "json",
            "--as-of",
            "2026-09-30",
            "--lang",
            "en",
        ]);
        let found = &ran.json()["assessments"][0]["contradictions"];
        let between: Vec<&str> = found
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|pair| pair["between"].as_array().unwrap())
            .map(|key| key.as_str().unwrap())
            .collect();
        assert_eq!(between, expected);
        let checked = folder.run(&["check", "--as-of", "2026-09-30", "--lang", "en"]);
        let is_told = checked.err.contains("warning[contradiction]");
        assert_eq!(is_told, !expected.is_empty(), "{}", checked.err);
    }
    case(rubric, "yes", "fully", &["lack", "thing"]);
    case(rubric, "yes", "largely", &["lack", "thing"]);
    case(rubric, "yes", "partially", &[]);
    case(rubric, "no", "fully", &[]);
    case(rubric, "unknown", "fully", &[]);
    case(rubric, "yes", "{not_applicable: No such thing.}", &[]);
}
