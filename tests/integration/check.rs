//! What only looks doubtful: the checks say nothing of it. What they do say is in `invalid.rs`, case by case.

use crate::support::{Folder, Ran};

/// A rubric of three levels above the floor, with whatever else a case is about.
fn rubric(rest: &str) -> String {
    format!(
        "regua: 1
id: ruler
floor: 1
levels: [{{id: one, number: 1}}, {{id: two, number: 2}}, {{id: three, number: 3}}, {{id: four, number: 4}}]
{rest}
"
    )
}

/// Two dimensions, each with criteria at all levels above the floor.
const FULL: &str = "
dimensions: [{id: x}, {id: y}]
criteria:
  - {id: x-two, level: 2, dimension: x}
  - {id: x-three, level: 3, dimension: x}
  - {id: x-four, level: 4, dimension: x}
  - {id: y-two, level: 2, dimension: y}
  - {id: y-three, level: 3, dimension: y}
  - {id: y-four, level: 4, dimension: y}
";

fn workspace(settings: &str, rubric: &str) -> Folder {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            &format!("regua: 1\norganisation: Test\nrubrics: [ruler]\n{settings}\n"),
        )
        .write("rubrics/ruler.yaml", rubric);
    folder
}

fn check(folder: &Folder) -> Ran {
    folder.run(&["check", "--as-of", "2026-06-30", "--lang", "en"])
}

#[track_caller]
fn is_fine(folder: &Folder) {
    let ran = check(folder);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn levels_that_the_score_makes_need_no_criteria() {
    let banded = |rest: &str| {
        format!(
            "regua: 1
id: ruler
levels: [{{id: one, number: 1}}, {{id: two, number: 2}}, {{id: three, number: 3}}]
dimensions: [{{id: x}}, {{id: y}}]
criteria:
  - {{id: a, dimension: x}}
  - {{id: b, dimension: y{rest}}}
kpis: [{{id: solved, unit: \"%\", direction: higher, bands: {{2: 50%, 3: 90%}}}}]
rules: {{level: {{method: banded, bands: {{2: 0.5, 3: 0.8}}, decimals: 1}}}}
"
        )
    };
    let aims = "targets: {ruler: {level: 3, dimensions: {x: 2, y: 3}}}";
    is_fine(&workspace("", &banded("")));
    is_fine(&workspace(aims, &banded("")));
    is_fine(&workspace(aims, &banded(", level: 2"))); // it counts like the other
}

#[test]
fn an_edge_that_the_best_answers_just_reach_is_fine() {
    let banded = |edge: &str, aggregate: &str, best: &str| {
        format!(
            "regua: 1
id: ruler
levels: [{{id: one, number: 1}}, {{id: two, number: 2}}]
dimensions: [{{id: x}}, {{id: y}}]
scales: {{s: {{min: 0, max: 5, choices: [{{id: none, value: 0}}, {{id: most, value: {best}}}]}}}}
criteria:
  - {{id: a, dimension: x, scale: s}}
  - {{id: b, dimension: y, scale: s}}
rules: {{aggregate: {aggregate}, level: {{method: banded, decimals: 1, bands: {{2: {edge}}}}}}}
"
        )
    };
    let is_told = |rubric: String| {
        let ran = check(&workspace("", &rubric));
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.err.contains("warning[unreachable-level]")
    };
    for (edge, aggregate, best, expected) in [
        ("4", "mean", "4", false),
        ("4", "mean", "3.95", false), // 4.0 in one decimal
        ("4", "mean", "3.9", true),
        ("8", "sum", "4", false),
        ("8.1", "sum", "4", true),
        ("4", "max", "4", false),
    ] {
        let told = is_told(banded(edge, aggregate, best));
        assert_eq!(told, expected, "{edge} {aggregate} {best}");
    }
}

#[test]
fn a_criterion_without_its_level_may_be_what_one_level_lacks() {
    let rubric = |levels: &str| {
        rubric(&format!(
            "dimensions: [{{id: x}}]
criteria:
  - {{id: lost, dimension: x}}
  - {{id: top, level: 4, dimension: x}}
{levels}"
        ))
    };
    // Two and three are empty: one of them at least for another reason.
    let said = check(&workspace("", &rubric(""))).err;
    assert_eq!(
        said.matches("warning[level-without-criteria]").count(),
        2,
        "{said}"
    );
    let said = check(&workspace(
        "",
        &rubric("  - {id: two, level: 2, dimension: x}"),
    ))
    .err;
    assert!(!said.contains("level-without-criteria"), "{said}");
    assert!(said.contains("uncounted-criterion"), "{said}");
}

#[test]
fn a_rubric_that_means_what_it_says_is_fine() {
    #[track_caller]
    fn case(rest: &str) {
        is_fine(&workspace("", &rubric(rest)));
    }
    let with = |rest: &str| case(&format!("{FULL}{rest}"));
    case(FULL);
    // One dimension may leave a level empty, as long as another does not.
    case(
        "
dimensions: [{id: x}, {id: y}]
criteria:
  - {id: x-two, level: 2, dimension: x}
  - {id: x-four, level: 4, dimension: x}
  - {id: y-three, level: 3, dimension: y}
",
    );
    // A lack at the floor, and one that no level is named for.
    with("  - {id: none, level: 1, dimension: x, polarity: absence}");
    with("  - {id: none, dimension: x, polarity: absence, weight: 0}");
    // A retired criterion counts nowhere, as its weight says.
    with("  - {id: old, level: 1, dimension: x, weight: 0}");
    // What is the same on every line says nothing, and may be written.
    with("  - {id: more, level: 2, dimension: x, weight: 1, questions: [{id: q, weight: 1}]}");
    // Bands may begin and end inside the scale, at the floor, and with the best.
    with("kpis: [{id: k, direction: higher, bands: {3: 5, 4: 9}}]");
    with("kpis: [{id: k, direction: higher, bands: {1: 1, 2: 5}}]");
    with("kpis: [{id: k, direction: lower, bands: {4: 1, 3: 5, 2: 9}}]");
    with("kpis: [{id: k, direction: range, bands: {2: [1, 9], 3: [1, 8], 4: [2, 2]}}]");
    // A KPI may have a direction and no bands, or neither.
    with("kpis: [{id: k, direction: higher}, {id: l}]");
    with("kpis: [{id: k, weight: 2, direction: higher, bands: {2: 1}}]\nrules: {kpi_weight: 0.5}");
    // The outcome score stands beside an index that it is no part of.
    with("kpis: [{id: k, weight: 2, direction: higher, bands: {2: 1}}]");
    // Texts that are the same for all, or in both languages; none at all.
    with("title: Ruler\nsource: {framework: {en: Own, pt-BR: Próprio}, notice: {}}");
    with("rules: {level: {method: none, met_at: fully}}");
    with("rules: {level: {method: highest, quantifier: {share: 0.8}}}");
    with("rules: {level: {met_at: 1, lower_levels: {met_at: 0.5}}}");
}

#[test]
fn weights_count_where_dimensions_are_combined() {
    #[track_caller]
    fn case(dimensions: &str, rules: &str) {
        let rest = FULL.replace("[{id: x}, {id: y}]", dimensions);
        is_fine(&workspace("", &rubric(&format!("{rest}{rules}"))));
    }
    let weighted = "[{id: x, weight: 2}, {id: y, weight: 0.5}]";
    case(weighted, "rules: {aggregate: mean}");
    case("[{id: x}, {id: y, weight: 1}]", "");
    // A weight of zero leaves a dimension out, however the others are combined.
    case("[{id: x}, {id: y, weight: 0}]", "rules: {aggregate: min}");
    case(
        "[{id: z, aggregate: mean, dimensions: [{id: x, weight: 3}, {id: y}]}]",
        "",
    );
}

#[test]
fn a_criterion_without_a_level_counts_where_no_other_has_one() {
    // Alone in its dimension, of which the score of the whole is a mean.
    let apart = FULL.replace("{id: y}]", "{id: y}, {id: z}]");
    let more = "  - {id: context, dimension: z}\nrules: {aggregate: mean}";
    is_fine(&workspace("", &rubric(&format!("{apart}{more}"))));
    // Everywhere, in a rubric that only scores.
    let flat = "dimensions: [{id: x}]\ncriteria: [{id: a, dimension: x, weight: 2}, {id: b, dimension: x}]\nrules: {level: {method: none, unanswered: zero}}";
    is_fine(&workspace("", &rubric(flat)));
    is_fine(&workspace(
        "",
        &format!("regua: 1\nid: ruler\n{flat}\nscales: {{}}\n"),
    ));
}

#[test]
fn a_scale_that_falls_short_matters_where_its_level_needs_it() {
    let scale = "scales: {half: {choices: [{id: none, value: 0}, {id: some, value: 0.5}]}}";
    let case = |rules: &str, warnings: usize| {
        let rest = FULL.replace(
            "{id: x-three, level: 3, dimension: x}",
            "{id: x-three, level: 3, dimension: x, scale: half}",
        );
        let ran = check(&workspace("", &rubric(&format!("{rest}{scale}\n{rules}"))));
        let told = ran.err.matches("warning[unreachable-level]").count();
        assert_eq!((ran.code, told), (0, warnings), "{rules}: {}", ran.err);
        assert_eq!(ran.err.matches("warning[").count(), warnings, "{}", ran.err);
    };
    case("", 1);
    case("rules: {level: {met_at: partially}}", 0);
    case("rules: {level: {met_at: 0.5}}", 0);
    case("rules: {level: {met_at: 0.51}}", 1);
    case("rules: {level: {quantifier: any}}", 0);
    case("rules: {level: {quantifier: {share: 0.5}}}", 0);
    case("rules: {level: {quantifier: {share: 0.6}}}", 1);
    case(
        "rules: {level: {met_at: 0.5, lower_levels: {met_at: fully}}}",
        1,
    );
}

#[test]
fn a_skill_need_not_span_every_level() {
    let skill = FULL
        .replace("  - {id: x-four, level: 4, dimension: x}\n", "")
        .replace("  - {id: y-four, level: 4, dimension: y}\n", "");
    let told = check(&workspace("", &rubric(&skill))).err;
    assert!(told.contains("unreachable-level"), "{told}");
    is_fine(&workspace("", &rubric(&format!("skill: csmg\n{skill}"))));
}

#[test]
fn a_dimension_may_be_measured_by_kpis_alone() {
    let rest = FULL.replace("{id: y}]", "{id: y}, {id: results}]");
    let told = check(&workspace("", &rubric(&rest))).err;
    assert!(told.contains("empty-dimension"), "{told}");
    is_fine(&workspace(
        "",
        &rubric(&format!("{rest}kpis: [{{id: k, dimension: results}}]")),
    ));
    let folder = workspace("", &rubric(&rest));
    folder.write(
        "kpis/own.yaml",
        "regua: 1\nkpis: [{id: k, dimension: results}]\n",
    );
    is_fine(&folder);
}

#[test]
fn a_target_that_is_just_held_or_still_ahead_is_fine() {
    let case = |target: &str, answers: &str, warnings: &[&str]| {
        let folder = workspace(&format!("targets: {{ruler: {target}}}"), &rubric(FULL));
        if !answers.is_empty() {
            let text =
                format!("regua: 1\nrubric: ruler\ndate: 2026-05-31\nanswers: {{{answers}}}\n");
            folder.write("assessments/may.yaml", &text);
        }
        let ran = check(&folder);
        let told: Vec<&str> = ran
            .err
            .lines()
            .filter_map(|line| line.strip_prefix("warning[")?.split(']').next())
            .collect();
        assert_eq!((ran.code, told.as_slice()), (0, warnings), "{}", ran.err);
    };
    let second = "x-two: fully, y-two: fully";
    let third = "x-two: fully, y-two: fully, x-three: fully, y-three: fully";
    case("{level: 2}", second, &[]);
    case("{level: 2}", third, &["target-below-current"]);
    case("{level: 4, by: 2026-06}", third, &[]); // today is the last day
    case("{level: 4, by: 2026-05}", third, &["overdue-target"]);
    case("{level: 3, by: 2026-05}", third, &[]); // in time
    case("{level: 4, by: 2026-05}", "", &[]); // nothing is known
    case(
        "{level: 3, by: 2026-05, dimensions: {x: 4, y: 2}}",
        third,
        &["overdue-target", "target-below-current"],
    );
}

#[test]
fn one_mistake_on_many_lines_is_drawn_once() {
    let weights = FULL.replace(
        "[{id: x}, {id: y}]",
        "\n  - {id: x, weight: 2}\n  - {id: y, weight: 3}\n  - {id: z, weight: 4, dimensions: [{id: w}]}",
    );
    let more = "  - {id: w-two, level: 2, dimension: w}";
    let ran = check(&workspace("", &rubric(&format!("{weights}{more}"))));
    assert_eq!(ran.err.matches("warning[").count(), 1, "{}", ran.err);
    assert!(
        ran.err.contains("the same on 2 more lines: 8, 9"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("No errors, 3 warnings.\n"), "{}", ran.err);
}

/// A question that only a reading answers contradicts a written answer as any other does.
#[test]
fn an_answer_is_held_against_one_that_only_a_reading_gives() {
    let folder = Folder::new();
    folder
        .write("regua.yaml", "regua: 1\norganisation: Test\nrubrics: [desk]\n")
        .write(
            "rubrics/desk.yaml",
            "regua: 1
id: desk
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}]
dimensions: [{id: work}]
criteria:
  - {id: nobody-measures, level: 1, dimension: work, polarity: absence, text: Does nobody measure?, scale: yes-no, conflicts_with: [solved]}
  - {id: solved, level: 2, dimension: work, text: Is most of it solved?, scale: achievement, kpi: solved}
kpis: [{id: solved, unit: '%', direction: higher, aggregate: ratio, bands: {1: 0%, 2: 80%}}]
",
        )
        .write(
            "kpis/k.yaml",
            "regua: 1\nreadings: [{kpi: solved, period: 2026-09, value: 90%}]\n",
        )
        .write(
            "assessments/a.yaml",
            "regua: 1\nrubric: desk\ndate: 2026-09-30\nanswers: {nobody-measures: yes}\n",
        );
    let checked = folder.run(&["check", "--as-of", "2026-10-10", "--lang", "en"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    assert!(
        checked.err.contains("warning[contradiction]"),
        "{}",
        checked.err
    );
    assert!(checked.err.contains("a.yaml:4:28"), "{}", checked.err);
    assert!(checked.err.contains("kpis/k.yaml:2"), "{}", checked.err);
}

/// A workspace with an assessment of nine answers, none of which is shown; `earlier` is the date of another.
fn unshown(earlier: Option<&str>) -> Folder {
    let mut rubric = "regua: 1
id: ruler
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}]
dimensions: [{id: x}]
criteria:
"
    .to_owned();
    let mut answers = String::new();
    for number in 1..=9 {
        rubric.push_str(&format!(
            "  - {{id: c{number}, level: 2, dimension: x, evidence: required}}\n"
        ));
        // That nothing is in place needs no proof.
        let answer = if number == 9 { "not" } else { "largely" };
        answers.push_str(&format!("  c{number}: {answer}\n"));
    }
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
        )
        .write("rubrics/ruler.yaml", &rubric);
    for date in earlier.into_iter().chain(["2026-06-01"]) {
        folder.write(
            &format!("assessments/{date}.yaml"),
            &format!("regua: 1\nrubric: ruler\ndate: {date}\nanswers:\n{answers}"),
        );
    }
    folder
}

#[test]
fn many_doubts_of_a_kind_are_drawn_three_times_and_listed() {
    let folder = unshown(None);
    let ran = check(&folder);
    assert_eq!(ran.code, 0);
    assert_eq!(ran.err.matches("warning[missing-evidence]").count(), 3);
    assert!(
        ran.err
            .contains("note: 5 more `missing-evidence` in this file, on lines 8, 9, 10, 11, 12;"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("No errors, 8 warnings."), "{}", ran.err);
    // Programs are told all of them.
    let json = folder.run(&["check", "--format", "json", "--as-of", "2026-06-30"]);
    assert_eq!(json.out.matches("missing-evidence").count(), 8);
}

#[test]
fn what_a_later_assessment_replaced_need_not_be_shown_any_more() {
    let ran = check(&unshown(Some("2026-03-01")));
    assert!(ran.err.contains("No errors, 8 warnings."), "{}", ran.err);
    assert!(!ran.err.contains("2026-03-01"), "{}", ran.err);
}

#[test]
fn other_commands_only_count_the_doubts_and_tell_evidence_from_denial() {
    let folder = unshown(None);
    let ran = folder.run(&["score", "--as-of", "2026-06-30", "--lang", "en"]);
    assert_eq!(ran.err, "8 warnings: `regua check` shows them.\n");
    assert!(
        ran.out
            .contains("Evidence required and missing or out of date: 8\n"),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("cannot stand"), "{}", ran.out);
    let quiet = folder.run(&["score", "--quiet", "--as-of", "2026-06-30"]);
    assert_eq!(quiet.err, "");
    let ran = folder.run(&["score", "--as-of", "2026-06-30", "--lang", "pt-BR"]);
    assert_eq!(ran.err, "8 avisos: veja com `regua check`.\n");
    // The report marks the same answers: none that says that nothing is in place.
    let ran = folder.run(&[
        "report",
        "-o",
        "-",
        "--format",
        "md",
        "--as-of",
        "2026-06-30",
    ]);
    let marks = ran.out.matches("Required evidence is missing").count();
    assert_eq!(marks, 8, "{}", ran.out);
    assert!(
        ran.out
            .contains("**Answers without the evidence that they need**")
    );
    // An error is still told in full, and alone.
    folder.write(
        "assessments/2026-06-02.yaml",
        "regua: 1\nrubric: ruler\ndate: 2026-06-02\nanswers: {c1: largly}\n",
    );
    let ran = folder.run(&["score", "--as-of", "2026-06-30", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("error[unknown-choice]"), "{}", ran.err);
    assert!(!ran.err.contains("missing-evidence"), "{}", ran.err);
}
