//! Overlays, former ids and pinned versions: what they change in a figure, worked out by hand.

use std::collections::BTreeMap;

use proptest::prelude::*;
use regua::read::{InputFile, Inputs};
use regua::report::score::ScoreDocument;
use serde_json::Value;

use crate::support::{Folder, Ran, shown};

const DAY: &str = "2025-06-30";
const LATEST: &str = "2026-11-20";

/// Floor 1 and two levels above it: criteria `a` and `b` at level 2, `c` at level 3.
const RULER: &str = "regua: 1
id: ruler
version: 1.0.0
title: {pt-BR: Régua, en: Ruler}
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
dimensions: [{id: d, title: {pt-BR: Dê, en: Dee}}, {id: e}]
criteria:
  - {id: a, level: 2, dimension: d, scale: percent}
  - {id: b, level: 2, dimension: d, scale: percent}
  - {id: c, level: 3, dimension: e, scale: percent}
kpis:
  - {id: k, unit: \"%\", direction: higher, bands: {2: 50%, 3: 100%}}
rules: {kpi_weight: 0.5}
";

/// A workspace that uses `ruler`, with `overlay` laid over it and one assessment of these answers.
fn ruler(overlay: &str, answers: &str) -> Folder {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nrubrics: [ruler]\n",
        )
        .write("rubrics/ruler.yaml", RULER)
        .write(
            "assessments/one.yaml",
            &format!("regua: 1\nrubric: ruler\ndate: {DAY}\nanswers: {{{answers}}}\n"),
        );
    if !overlay.is_empty() {
        folder.write(
            "rubrics/ruler.overlay.yaml",
            &format!("overlay: ruler\n{overlay}\n"),
        );
    }
    folder
}

/// The scores of such a workspace's assessment.
#[track_caller]
fn scores(overlay: &str, answers: &str) -> Value {
    ruler(overlay, answers).scored(DAY)["assessments"][0].take()
}

/// The scores of the latest assessment of `otica-horizonte`, with an overlay on the shipped rubric.
#[track_caller]
fn shop(overlay: &str) -> Value {
    let folder = Folder::copy_of_example("otica-horizonte");
    folder.write(
        "rubrics/customer-service.overlay.yaml",
        &format!("overlay: customer-service\n{overlay}\n"),
    );
    folder.scored(LATEST)["assessments"][1].take()
}

#[track_caller]
fn check(folder: &Folder) -> Ran {
    folder.run(&["check", ".", "--as-of", LATEST, "--lang", "en"])
}

#[test]
fn an_overlay_changes_weights() {
    // L2 = (1 + 1/2)/2, L3 = 3/10: 1 + 0.75 + 0.3
    let plain = scores("", "a: 100%, b: 50%, c: 30%");
    assert_eq!(shown(&plain, "/practice_score"), "2.05");
    // L2 = (3·1 + 1/2)/4 = 0.875
    let heavier = scores("criteria: {a: {weight: 3}}", "a: 100%, b: 50%, c: 30%");
    assert_eq!(shown(&heavier, "/practice_score"), "2.175");
    // The example's L2 is (1 + 0.807705 + 1)/3, see `scoring.rs`; with weight 2 for the middle one
    // (1 + 2·0.807705 + 1)/4 = 0.903852, and 1 + 0.903852 + 0.759259 + 0.311387 + 0.280003 = 3.254501.
    let shop = shop("criteria: {basic-answers: {weight: 2}}");
    assert_eq!(shown(&shop, "/practice_score"), "3.254501");
}

#[test]
fn what_an_overlay_says_is_cited_where_it_says_it() {
    let overlay = "criteria: {a: {weight: 3}, b: {level: 3}}\nrules: {level: {met_at: fully}}";
    let folder = ruler(overlay, "a: 100%, b: 50%, c: 30%");
    let explained = |figure: &str| {
        let ran = folder.run(&["explain", figure, "--as-of", DAY, "--lang", "en"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    let cases = [
        (
            "ruler/levels/2",
            "× 3  100%\n    rubrics/ruler.overlay.yaml:2",
        ),
        ("ruler/levels/3", "30%\n    rubrics/ruler.yaml:11"),
        ("ruler/criteria/b/level", "rubrics/ruler.overlay.yaml:2"),
        ("ruler/level", "Fully, over 85%."),
        ("ruler/level", "rubrics/ruler.overlay.yaml:3"),
    ];
    for (figure, words) in cases {
        let said = explained(figure);
        assert!(said.contains(words), "{words}:\n{said}");
    }
}

#[test]
fn an_overlay_changes_weights_of_questions() {
    // Of standard-processes, `documented` weighs 2: (2·1 + 2/3 + 2/3)/4 = 5/6. With 6: (6 + 4/3)/8 = 11/12.
    let shop = shop("criteria: {standard-processes: {questions: {documented: {weight: 6}}}}");
    let criteria = shop["criteria"].as_array().unwrap();
    let changed = criteria
        .iter()
        .find(|one| one["id"] == "standard-processes");
    assert_eq!(shown(changed.unwrap(), "/value"), "0.916667");
}

#[test]
fn the_last_overlay_in_the_order_of_paths_holds() {
    let folder = ruler("criteria: {a: {weight: 3}}", "a: 100%, b: 50%, c: 30%");
    folder.write(
        "rubrics/ruler.z.overlay.yaml",
        "regua: 1\noverlay: ruler\ncriteria: {a: {weight: 4}, b: {weight: 1}}\n",
    );
    // L2 = (4·1 + 1/2)/5 = 0.9
    let result = folder.scored(DAY);
    assert_eq!(shown(&result, "/assessments/0/practice_score"), "2.2");
}

#[test]
fn a_file_that_says_what_it_is_laid_over_is_an_overlay_by_any_name() {
    let folder = ruler("", "a: 100%, b: 50%, c: 30%");
    folder.write(
        "rubrics/ours.yml",
        "overlay: ruler\ncriteria: {a: {weight: 3}}\n",
    );
    let result = folder.scored(DAY);
    assert_eq!(shown(&result, "/assessments/0/practice_score"), "2.175");
}

#[test]
fn a_hidden_criterion_is_neither_asked_nor_scored() {
    // Without benchmarking, whose value is 0, L5 = (4/9 + 0.395564)/2 = 0.420004, and
    // 1 + 0.935902 + 0.759259 + 0.311387 + 0.420004 = 3.426552.
    // Of eleven criteria one is answered to 2/3, one to 6/7: (9 + 2/3 + 6/7)/11 = 221/231.
    let shop = shop("criteria: {benchmarking: {hide: true}}");
    assert_eq!(shown(&shop, "/practice_score"), "3.426552");
    assert_eq!(shown(&shop, "/coverage"), "0.95671");
    let criteria = shop["criteria"].as_array().unwrap();
    assert!(criteria.iter().all(|one| one["id"] != "benchmarking"));
}

#[test]
fn a_hidden_dimension_takes_its_criteria_along_and_those_below_it() {
    // Without `e` nothing asks for level 3.
    let hidden = scores("dimensions: {e: {hide: true}}", "a: 100%, b: 100%, c: 100%");
    let ids: Vec<String> = (hidden["criteria"].as_array().unwrap().iter())
        .map(|criterion| shown(criterion, "/id"))
        .collect();
    assert_eq!(ids, ["a", "b"]);
    let folder = ruler("dimensions: {e: {hide: true}}", "a: 100%, b: 100%, c: 100%");
    let said = check(&folder);
    assert_eq!(said.code, 0);
    assert_eq!(
        said.err.matches("hides the dimension `e`").count(),
        1,
        "{}",
        said.err
    );

    let nested = RULER.replace("{id: e}", "{id: e, dimensions: [{id: f}]}");
    let nested = nested.replace("level: 3, dimension: e", "level: 3, dimension: f");
    folder.write("rubrics/ruler.yaml", &nested);
    let result = folder.scored(DAY);
    assert_eq!(
        result["assessments"][0]["criteria"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert_eq!(
        result["assessments"][0]["dimensions"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_criterion_keeps_what_an_overlay_moves_out_of_a_hidden_dimension() {
    let overlay = "dimensions: {e: {hide: true}}\ncriteria: {c: {dimension: d}}";
    let moved = scores(overlay, "a: 100%, b: 100%, c: 30%");
    assert_eq!(shown(&moved, "/practice_score"), "2.3");
    assert_eq!(shown(&moved, "/criteria/2/dimension"), "d");
}

#[test]
fn the_last_hidden_question_takes_its_criterion_along() {
    let both = "{compared: {hide: true}, acted-upon: {hide: true}}";
    let shop = shop(&format!(
        "criteria: {{benchmarking: {{questions: {both}}}}}"
    ));
    assert_eq!(shown(&shop, "/practice_score"), "3.426552"); // as above
}

#[test]
fn hidden_questions_leave_the_keys_of_the_others_readable() {
    // One question is left, answered by its own key, and conflicts that name it still hold.
    let folder = Folder::copy_of_example("saas-support");
    folder.write(
        "rubrics/customer-service.overlay.yaml",
        "overlay: customer-service\ncriteria:\n  standard-processes:\n    questions: {documented: {hide: true}, known-by-team: {hide: true}}\n",
    );
    let result = folder.scored(LATEST);
    let criteria = result["assessments"][0]["criteria"].as_array().unwrap();
    let left = criteria
        .iter()
        .find(|one| one["id"] == "standard-processes");
    assert_eq!(shown(left.unwrap(), "/value"), "0.333333"); // followed: partially
}

#[test]
fn what_an_overlay_adds_is_asked_and_scored() {
    let overlay = "
levels: {four: {number: 4, title: Four}, zero: {number: 0, title: Zero}}
dimensions: {below: {title: Below, parent: e, weight: 1}}
scales: {thirds: {choices: {none: {value: 0}, some: {value: 1/3}, all: {value: 1}}}}
criteria:
  new:
    title: New
    dimension: below
    level: 3
    weight: 2
    questions: {x: {text: X?, scale: thirds}, y: {text: Y?, scale: percent}}
  listed: {dimension: d, level: 4, questions: [{id: only, text: Only?, scale: percent}]}
  a: {questions: {text: {text: Wrong key for a question of its own}}}
";
    let overlay = overlay.replace(
        "  a: {questions: {text: {text: Wrong key for a question of its own}}}\n",
        "",
    );
    let answers = "a: 100%, b: 50%, c: 30%, new.x: some, new.y: 100%, listed: 40%";
    let added = scores(&overlay, answers);
    // L2 = 3/4; v(new) = (1/3 + 1)/2 = 2/3, L3 = (3/10 + 2·2/3)/3 = 49/90; L4 = 2/5:
    // 1 + 3/4 + 49/90 + 2/5 = 485/180
    assert_eq!(shown(&added, "/practice_score"), "2.694444");
    let ids: Vec<String> = (added["dimensions"].as_array().unwrap().iter())
        .map(|dimension| shown(dimension, "/id"))
        .collect();
    assert_eq!(ids, ["d", "e", "below"]);
    assert_eq!(shown(&added, "/dimensions/2/parent"), "e");
}

#[test]
fn a_question_that_an_overlay_adds_leaves_the_key_of_the_first_as_it_was() {
    let folder = ruler(
        "criteria: {c: {questions: {second: {text: Second?, scale: percent}}}}",
        "c: 30%, c.second: 90%",
    );
    let one_question = RULER.replace(
        "{id: c, level: 3, dimension: e, scale: percent}",
        "{id: c, level: 3, dimension: e, questions: [{id: first, scale: percent}]}",
    );
    folder.write("rubrics/ruler.yaml", &one_question);
    let result = folder.scored(DAY);
    assert_eq!(shown(&result, "/assessments/0/criteria/2/value"), "0.6");
}

#[test]
fn a_criterion_that_is_its_own_question_can_be_given_others() {
    let questions = "{x: {text: X?, scale: percent}, y: {text: Y?, scale: percent, weight: 3}}";
    let split = scores(
        &format!("criteria: {{c: {{questions: {questions}}}}}"),
        "c.x: 100%, c.y: 0%",
    );
    assert_eq!(shown(&split, "/criteria/2/value"), "0.25");
}

#[test]
fn an_overlay_translates_one_language_or_replaces_all() {
    let overlay = "
title: {en: Yardstick}
levels: {one: {title: {pt-BR: Um, en: One}}}
dimensions: {d: {title: {pt-BR: Letra}}, e: {title: E}}
";
    let folder = ruler(overlay, "a: 0%");
    let screen = |language: &str| {
        let ran = folder.run(&["score", ".", "--as-of", DAY, "--lang", language]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    let (english, portuguese) = (screen("en"), screen("pt-BR"));
    for words in ["Yardstick", "1    One", "\n  Dee ", "\n  E "] {
        assert!(english.contains(words), "{words}:\n{english}");
    }
    for words in ["Régua", "1    Um", "\n  Letra ", "\n  E "] {
        assert!(portuguese.contains(words), "{words}:\n{portuguese}");
    }
}

#[test]
fn a_plain_text_stays_for_the_language_that_an_overlay_does_not_give() {
    let folder = ruler("levels: {one: {title: {pt-BR: Um}}}", "a: 0%");
    let plain = RULER.replace("{id: one, number: 1}", "{id: one, number: 1, title: First}");
    folder.write("rubrics/ruler.yaml", &plain);
    for (language, words) in [("en", "1    First"), ("pt-BR", "1    Um")] {
        let ran = folder.run(&["score", ".", "--as-of", DAY, "--lang", language]);
        assert!(ran.out.contains(words), "{words}:\n{}", ran.out);
    }
}

#[test]
fn official_text_appears_in_the_report_with_the_overlay_among_its_files() {
    let folder = Folder::copy_of_example("saas-support");
    folder.write(
        "rubrics/licensed.overlay.yaml",
        "overlay: customer-service
source: {notice: {en: Official wording, used under licence.}}
levels: {repeatable: {summary: {en: The official summary of level three.}}}
criteria:
  basic-answers:
    questions: {recorded: {text: {en: The official question?}}}
"
        .replace(
            "{en: Official wording, used under licence.}",
            "{en: \"Official wording, used under licence.\"}",
        )
        .as_str(),
    );
    let ran = folder.run(&["report", ".", "--as-of", LATEST, "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let report = folder.read("report/report.md");
    for words in [
        "Official wording, used under licence.",
        "The official question?",
        "rubrics/licensed.overlay.yaml",
    ] {
        assert!(report.contains(words), "{words}");
    }
}

#[test]
fn an_overlay_changes_rules_key_by_key() {
    // 60% is Largely: level 2 under the ruler's own rules, not when it takes Fully.
    let answers = "a: 60%, b: 60%, c: 0%";
    assert_eq!(shown(&scores("", answers), "/level"), "2");
    let stricter = scores("rules: {level: {met_at: fully}}", answers);
    assert_eq!(shown(&stricter, "/level"), "1");
    // 75% lies between 50% (2) and 100% (3): 2.5. Practice is 1.6; half of each is 2.05, and with weight
    // 0.2 it is 0.8·1.6 + 0.2·2.5 = 1.78: what the overlay says of the level rule leaves the weight as it was.
    let reading = "kpi,period,value\nk,2025-06,75%\n";
    let cases = [
        ("rules: {level: {met_at: fully}}", "2.05"),
        ("rules: {kpi_weight: 0.2}", "1.78"),
    ];
    for (overlay, index) in cases {
        let folder = ruler(overlay, answers);
        folder.write("kpis/k.csv", reading);
        let result = folder.scored(DAY);
        assert_eq!(shown(&result, "/assessments/0/index"), index, "{overlay}");
    }
}

#[test]
fn two_thirds_reach_a_threshold_of_two_thirds() {
    // Fully and partially: (1 + 1/3)/2 = 2/3. Of three criteria, two are 2/3 of them.
    let questions = "questions: {one: {text: One}, two: {text: Two}}";
    let level = |rules: &str, answers: &str| {
        let overlay = format!(
            "criteria: {{a: {{{questions}}}, b: {{scale: achievement}}, c: {{level: 2, scale: achievement}}}}
levels: {{three: {{hide: true}}}}
kpis: {{k: {{hide: true}}}}
rules: {{kpi_weight: 0, level: {{{rules}}}}}"
        );
        let scored = ruler(&overlay, answers).scored(DAY);
        shown(&scored, "/assessments/0/level")
    };
    let answers = "a.one: fully, a.two: partially, b: largely, c: not";
    let share = |share: &str, met_at: &str| {
        level(
            &format!("quantifier: {{share: {share}}}, met_at: {met_at}"),
            answers,
        )
    };
    assert_eq!(share("2/3", "2/3"), "2");
    assert_eq!(share("0.67", "2/3"), "1");
    assert_eq!(share("2/3", "0.67"), "1");
}

#[test]
fn an_overlay_changes_the_bands_of_a_kpi_and_adds_and_hides_kpis() {
    let outcome = |overlay: &str| {
        let folder = ruler(overlay, "a: 0%");
        folder.write("kpis/k.csv", "kpi,period,value\nk,2025-06,75%\n");
        let result = folder.scored(DAY);
        shown(&result, "/assessments/0/outcome_score")
    };
    assert_eq!(outcome(""), "2.5");
    // Between 70% (2) and 80% (3).
    assert_eq!(outcome("kpis: {k: {bands: {2: 70%, 3: 80%}}}"), "2.5");
    assert_eq!(outcome("kpis: {k: {bands: {2: 25%, 3: 75%}}}"), "3");
    // Each edge on its own: between 70% (2) and 100% (3); then the third level alone, or the second.
    assert_eq!(outcome("kpis: {k: {bands: {2: 70%}}}"), "2.166667");
    assert_eq!(outcome("kpis: {k: {bands: {3: 75%}}}"), "3");
    assert_eq!(
        outcome("kpis: {k: {bands: {2: {hide: true}, 3: 75%}}}"),
        "3"
    );
    assert_eq!(outcome("kpis: {k: {bands: {2: {hide: false}}}}"), "2.5");
    assert_eq!(outcome("kpis: {k: {bands: {3: {hide: true}}}}"), "2");
    assert_eq!(outcome("kpis: {k: {bands: ~}}"), "null");
    assert_eq!(outcome("kpis: {k: {hide: true}}"), "null");
    let folder = ruler(
        "kpis: {l: {title: L, unit: h, direction: lower, bands: {2: 10h, 3: 5h}}, k: {weight: 3}}",
        "a: 0%",
    );
    folder.write(
        "kpis/k.csv",
        "kpi,period,value\nk,2025-06,75%\nl,2025-06,5h\n",
    );
    // (3·2.5 + 3)/4
    let result = folder.scored(DAY);
    assert_eq!(shown(&result, "/assessments/0/outcome_score"), "2.625");
}

#[test]
fn an_overlay_changes_the_bands_of_a_level_rule() {
    // Scores run from 0 to 100, and (100 + 50 + 30)/3 is 60.
    let level = |overlay: &str| {
        let banded = "rules: {kpi_weight: 0, level: {method: banded, bands: {2: 20, 3: 80}}}";
        let folder = ruler(banded, "a: 100%, b: 50%, c: 30%");
        let second = format!("overlay: ruler\n{overlay}\n");
        folder.write("rubrics/ruler2.overlay.yaml", &second);
        shown(&folder.scored(DAY), "/assessments/0/level")
    };
    assert_eq!(level("title: T"), "2");
    assert_eq!(level("rules: {level: {bands: {3: 50}}}"), "3");
    assert_eq!(level("rules: {level: {bands: {2: 70}}}"), "1");
    // An edge may go with its level, and all with the method.
    let without_three = "levels: {three: {hide: true}}\ncriteria: {c: {hide: true}}";
    let edge = "rules: {level: {bands: {3: {hide: true}}}}\nkpis: {k: {hide: true}}";
    assert_eq!(level(&format!("{without_three}\n{edge}")), "2");
    assert_eq!(
        level("rules: {level: {method: highest, met_at: 0.3, bands: ~}}"),
        "3"
    );
}

#[test]
fn new_dimensions_may_name_each_other_in_any_order() {
    let tree = |dimensions: &str| {
        let overlay = format!("dimensions: {{{dimensions}}}\ncriteria: {{a: {{dimension: n}}}}");
        let ran = ruler(&overlay, "a: 100%, b: 50%, c: 30%").scored(DAY);
        let dimensions = ran["assessments"][0]["dimensions"].as_array().unwrap();
        let named = dimensions
            .iter()
            .map(|one| format!("{} in {}", shown(one, "/id"), shown(one, "/parent")));
        named.collect::<Vec<_>>().join(", ")
    };
    let (m, n) = ("m: {title: M, parent: d}", "n: {title: N, parent: m}");
    let (k, inner) = (
        "k: {title: K, parent: l}",
        "e: {dimensions: {l: {title: L}}}",
    );
    let expected = "d in null, m in d, n in m, e in null, l in e, k in l";
    for order in [
        [m, n, k, inner],
        [n, m, inner, k],
        [inner, k, n, m],
        [k, n, inner, m],
    ] {
        assert_eq!(tree(&order.join(", ")), expected, "{order:?}");
    }
}

#[test]
fn a_built_in_scale_can_be_changed_choice_by_choice() {
    let overlay = "
scales: {achievement: {choices: {largely: {value: 0.7, title: {en: Mostly}}}}}
criteria: {a: {scale: achievement}, b: {scale: achievement}}
";
    // (7/10 + 1/3)/2 = 31/60: a third is a third still.
    let changed = scores(overlay, "a: largely, b: partially");
    assert_eq!(shown(&changed, "/dimensions/0/practice_score"), "1.516667");
}

/// A workspace in which everything goes by the names of an earlier version, and the same with today's.
fn old_and_new() -> [Folder; 2] {
    [("a", "k", "d", "x", "few"), ("alpha", "kappa", "delta", "ex", "some")].map(
        |(criterion, kpi, dimension, question, choice)| {
            let folder = Folder::new();
            let rubric = "regua: 1
id: ruler
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2, renamed_from: second}]
dimensions: [{id: delta, renamed_from: d}]
scales: {amount: {choices: [{id: none, value: 0}, {id: some, value: 1/2, renamed_from: few}, {id: all, value: 1}]}}
criteria:
  - id: alpha
    renamed_from: [a, aleph]
    dimension: delta
    level: 2
    questions: [{id: ex, renamed_from: [x, chi], scale: amount}, {id: why, scale: amount}]
kpis: [{id: kappa, renamed_from: k, unit: \"%\", direction: higher, bands: {2: 50%}}]
";
            folder
                .write("rubrics/ruler.yaml", rubric)
                .write(
                    "regua.yaml",
                    &format!(
                        "regua: 1\norganisation: Test\nrubrics: [ruler]\ntargets:\n  ruler: {{dimensions: {{{dimension}: 2}}}}\n"
                    ),
                )
                .write(
                    "assessments/one.yaml",
                    &format!(
                        "regua: 1\nrubric: ruler\ndate: {DAY}\nanswers:\n  {criterion}.{question}: {choice}\n  {criterion}.why: {choice}\n"
                    ),
                )
                .write(
                    "kpis/k.yaml",
                    &format!("regua: 1\nreadings: [{{kpi: {kpi}, period: 2025-06, value: 60%}}]\n"),
                )
                .write(
                    "kpis/l.csv",
                    &format!("kpi,period,value\n{kpi},2025-04,40%\n{kpi},2025-05,50%\n"),
                )
                .write(
                    "okrs/2025-Q2/plan.yaml",
                    &format!(
                        "regua: 1
cycle: 2025-Q2
objectives:
  - id: o
    improves: ruler/{dimension}
    key_results:
      - {{id: by-kpi, kpi: {kpi}, baseline: 40%, target: 80%}}
      - {{id: by-score, score: ruler/{dimension}, baseline: 1, target: 2}}
"
                    ),
                );
            folder
        },
    )
}

#[test]
fn whatever_was_renamed_is_read_by_its_former_id_and_told_once_a_file() {
    let [old, new] = old_and_new();
    assert_eq!(old.scored(DAY), new.scored(DAY));
    let result = old.scored(DAY);
    let case = |pointer: &str, expected: &str| assert_eq!(shown(&result, pointer), expected);
    case("/assessments/0/criteria/0/value", "0.5");
    case("/assessments/0/kpis/0/value", "60");
    case("/okrs/0/objectives/0/key_results/0/progress", "0.5"); // 40 → 60 of 80
    case("/okrs/0/objectives/0/key_results/1/progress", "0.5"); // 1 → 1.5 of 2

    let quiet = check(&new);
    assert_eq!((quiet.code, quiet.err.as_str()), (0, ""));
    let said = check(&old);
    assert_eq!(said.code, 0, "{}", said.err);
    let files = [
        (
            "regua.yaml",
            vec!["the dimension `d` is now called `delta`"],
        ),
        ("kpis/k.yaml", vec!["the KPI `k` is now called `kappa`"]),
        ("kpis/l.csv", vec!["the KPI `k` is now called `kappa`"]),
        (
            "assessments/one.yaml",
            vec![
                "the criterion `a` is now called `alpha`",
                "the question `x` is now called `ex`",
                "the choice `few` is now called `some`",
            ],
        ),
        (
            "okrs/2025-Q2/plan.yaml",
            vec![
                "the dimension `d` is now called `delta`",
                "the KPI `k` is now called `kappa`",
            ],
        ),
    ];
    for (file, sentences) in files {
        let place = format!("--> {file}:");
        assert_eq!(
            said.err.matches(&place).count(),
            sentences.len(),
            "{file}: {}",
            said.err
        );
        for sentence in sentences {
            assert!(said.err.contains(sentence), "{sentence}: {}", said.err);
        }
    }
}

#[test]
fn an_overlay_names_what_it_changes_by_a_former_id_too() {
    let [_, new] = old_and_new();
    new.write(
        "rubrics/ruler.overlay.yaml",
        "overlay: ruler\ncriteria: {aleph: {questions: {chi: {weight: 3}}}}\n",
    );
    let said = check(&new);
    assert!(
        said.err
            .contains("the criterion `aleph` is now called `alpha`"),
        "{}",
        said.err
    );
    assert!(
        said.err.contains("the question `chi` is now called `ex`"),
        "{}",
        said.err
    );
    assert_eq!(said.code, 0);
}

/// `saas-support` with its assessment pinned, and a line of answers more.
fn pinned(pin: &str, answer: &str) -> Folder {
    let folder = Folder::copy_of_example("saas-support");
    let file = "assessments/2026-10-31.yaml";
    let text = folder.read(file);
    let text = text.replace(
        "rubric: customer-service\n",
        &format!("rubric: customer-service{pin}\n"),
    );
    folder.write(file, &format!("{text}  {answer}\n"));
    folder
}

#[test]
fn the_result_says_which_version_an_assessment_was_written_for() {
    for (pin, expected) in [("", "null"), ("@1.0.0", "1.0.0"), ("@0.9.0", "0.9.0")] {
        let result = pinned(pin, "").scored(LATEST);
        assert_eq!(shown(&result, "/assessments/0/pinned_version"), expected);
        assert_eq!(shown(&result, "/assessments/0/rubric_version"), "1.0.0");
    }
}

#[test]
fn an_answer_to_a_question_that_is_gone_counts_nothing_under_an_older_version() {
    let before = pinned("@0.9.0", "").scored(LATEST);
    let folder = pinned("@0.9.0", "complaint-desk.staffed: fully");
    assert_eq!(folder.scored(LATEST), before);
    let said = check(&folder);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err.contains("warning[unknown-question]"),
        "{}",
        said.err
    );
    for pin in ["", "@1.0.0", "@1.0.1", "@2"] {
        let said = check(&pinned(pin, "complaint-desk.staffed: fully"));
        assert_eq!(said.code, 2, "{pin}: {}", said.err);
        assert!(said.err.contains("error[unknown-question]"), "{pin}");
    }
    // Versions are compared part by part, as numbers; one that is no number may be older.
    for pin in ["@0.10.0", "@0.9", "@2025-spring"] {
        let said = check(&pinned(pin, "complaint-desk.staffed: fully"));
        assert_eq!(said.code, 0, "{pin}: {}", said.err);
    }
}

#[test]
fn a_choice_that_is_gone_counts_nothing_under_an_older_version() {
    let folder = pinned("@0.9.0", "active-management.quality-sampled: sometimes");
    assert_eq!(folder.scored(LATEST), pinned("@0.9.0", "").scored(LATEST));
    assert!(check(&folder).err.contains("warning[unknown-choice]"));
}

#[test]
fn a_long_chain_of_new_dimensions_is_refused() {
    let mut overlay = "dimensions:\n".to_owned();
    let mut parent = "d".to_owned();
    for depth in 0..5_000 {
        overlay += &format!("  n{depth}: {{title: N, weight: 1, parent: {parent}}}\n");
        parent = format!("n{depth}");
    }
    let said = check(&ruler(&overlay, "a: 0%"));
    assert_eq!(said.code, 2);
    assert!(said.err.contains("error[yaml-budget]"), "{}", said.err);
}

#[test]
fn many_overlays_of_many_entries_are_read_soon() {
    let folder = ruler("", "a: 0%");
    for file in 0..100 {
        let entries: String = (0..100)
            .map(|entry| format!("  c{file}-{entry}: {{dimension: d, title: C, level: 2}}\n"))
            .collect();
        folder.write(
            &format!("rubrics/n{file}.overlay.yaml"),
            &format!("overlay: ruler\ncriteria:\n{entries}"),
        );
    }
    let started = std::time::Instant::now();
    let said = check(&folder);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(started.elapsed().as_secs() < 60);
}

/// A value of an overlay that was drawn.
#[derive(Debug, Clone)]
enum Drawn {
    As(String),
    Mapping(BTreeMap<String, Drawn>),
}

/// In which order the keys of a mapping are written.
#[derive(Debug, Clone, Copy)]
enum Order {
    Rising,
    Falling,
    /// Those in odd places, falling, then the others, rising.
    Mixed,
}

impl Order {
    fn of<T>(self, rising: Vec<T>) -> Vec<T> {
        match self {
            Order::Rising => rising,
            Order::Falling => rising.into_iter().rev().collect(),
            Order::Mixed => {
                let numbered = rising.into_iter().enumerate();
                let (odd, even): (Vec<_>, Vec<_>) = numbered.partition(|(place, _)| place % 2 == 1);
                let all = odd.into_iter().rev().chain(even);
                all.map(|(_, one)| one).collect()
            }
        }
    }
}

impl Drawn {
    fn written(&self, order: Order) -> String {
        let entries = match self {
            Drawn::As(text) => return text.clone(),
            Drawn::Mapping(entries) => entries.iter(),
        };
        let written = entries.map(|(key, value)| format!("{key}: {}", value.written(order)));
        format!("{{{}}}", order.of(written.collect()).join(", "))
    }
}

/// Joins what was drawn into a mapping, one value for each key.
fn mapping(entries: Vec<(String, Drawn)>) -> Drawn {
    Drawn::Mapping(entries.into_iter().collect())
}

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(words).prop_map(str::to_owned)
}

/// A key of a part with a value that fits it, and now and then one that does not.
fn any_key() -> impl Strategy<Value = (String, Drawn)> {
    const FITTING: &[(&str, &[&str])] = &[
        ("hide", &["true", "true", "false"]),
        ("title", &["T", "{pt-BR: Nome}", "{en: Name, pt-BR: Nome}"]),
        ("text", &["T?", "{en: Name?}"]),
        ("weight", &["0", "1", "3"]),
        ("parent", &["d", "f", "new"]),
        ("number", &["0", "2", "4", "7"]),
        ("value", &["0", "1/3", "4"]),
        ("renamed_from", &["a", "aa", "[b, bb]"]),
        ("dimension", &["d", "e", "f", "new"]),
        ("level", &["2", "3", "4"]),
        ("scale", &["words", "numbers", "percent"]),
        (
            "bands",
            &[
                "{2: 10%}",
                "{3: 5h}",
                "{2: {hide: true}}",
                "{3: 90%, 2: 70%}",
            ],
        ),
        ("unit", &["h", "\"%\""]),
        ("direction", &["higher", "lower", "range"]),
        ("aggregate", &["mean", "sum"]),
        ("conflicts_with", &["[a]", "[b.b]"]),
    ];
    let fitting = prop::sample::select(FITTING).prop_flat_map(|(key, values)| {
        one_of(values).prop_map(move |value| ((*key).to_owned(), value))
    });
    let keys = &[
        "title",
        "choices",
        "questions",
        "dimensions",
        "hide",
        "id",
        "nonsense",
        "min",
    ];
    let values = &[
        "~",
        "[]",
        "{}",
        "[{id: a}, {id: new, value: 1}]",
        "{x: 1}",
        "-1",
        "''",
    ];
    let drawn = prop_oneof![12 => fitting, 1 => (one_of(keys), one_of(values))];
    drawn.prop_map(|(key, value)| (key, Drawn::As(value)))
}

/// Entries by id for parts that are there, and that are not.
fn any_parts() -> impl Strategy<Value = Vec<(String, Drawn)>> {
    let ids = &[
        "a", "b", "c", "d", "e", "f", "k", "one", "two", "three", "new", "aa", "words", "percent",
    ];
    let own_keys = || prop::collection::vec(any_key(), 0..4);
    let below = (one_of(ids), own_keys()).prop_map(|(id, keys)| vec![(id, mapping(keys))]);
    let below = (one_of(&["questions", "choices", "dimensions"]), below);
    let part = (own_keys(), prop::option::weighted(0.3, below)).prop_map(|(mut keys, below)| {
        keys.extend(below.map(|(key, parts)| (key, mapping(parts))));
        mapping(keys)
    });
    let new = (one_of(&["new", "newer", "aa"]), any_new_part());
    prop::collection::vec(prop_oneof![3 => (one_of(ids), part), 1 => new], 0..4)
}

/// Something that can be added, of whichever kind.
fn any_new_part() -> impl Strategy<Value = Drawn> {
    let parent = one_of(&["d", "f", "new", "newer", "aa", "nowhere"]);
    prop_oneof![
        parent.prop_map(|parent| format!("{{title: N, weight: 1, parent: {parent}}}")),
        one_of(&[
            "{title: N, weight: 1}",
            "{title: N, dimension: d, level: 2}",
            "{title: N, dimension: new, level: 2, scale: percent}",
            "{text: N, scale: percent}",
            "{title: N, value: 1}",
            "{title: N, number: 5}",
        ]),
    ]
    .prop_map(Drawn::As)
}

/// Overlays of every shape, by section.
fn any_overlay() -> impl Strategy<Value = BTreeMap<String, Drawn>> {
    let parts = &[
        "criteria",
        "criteria",
        "levels",
        "dimensions",
        "scales",
        "kpis",
    ];
    let parts = (one_of(parts), any_parts().prop_map(mapping));
    let others = &["rules", "source", "title", "floor", "version", "criterion"];
    let values = &[
        "~",
        "1",
        "T",
        "{level: {met_at: fully}}",
        "{notice: N}",
        "[]",
    ];
    let others = (one_of(others), one_of(values).prop_map(Drawn::As));
    let section = prop_oneof![10 => parts, 1 => others];
    let sections = prop::collection::vec(section, 1..3);
    sections.prop_map(|sections| sections.into_iter().collect())
}

fn overlay_file(sections: &BTreeMap<String, Drawn>, order: Order) -> String {
    let sections = sections.iter();
    let lines = sections.map(|(section, parts)| format!("{section}: {}\n", parts.written(order)));
    format!("overlay: ruler\n{}", order.of(lines.collect()).concat())
}

/// A workspace with overlays on a rubric that has something of each kind, and one assessment.
fn overlaid(overlays: &[BTreeMap<String, Drawn>], order: Order) -> Inputs {
    let file = |path: &str, text: &str| InputFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let mut rubrics = vec![file("rubrics/ruler.yaml", EVERYTHING)];
    for (index, overlay) in overlays.iter().enumerate() {
        let path = format!("rubrics/{index}.overlay.yaml");
        rubrics.push(file(&path, &overlay_file(overlay, order)));
    }
    Inputs {
        settings: Some(file(
            "regua.yaml",
            "regua: 1\norganisation: T\nrubrics: [ruler]\n",
        )),
        rubrics,
        assessments: vec![file(
            "assessments/one.yaml",
            "regua: 1\nrubric: ruler\ndate: 2025-06-30\nanswers: {a: 10%, b.a: d, b.b: 5%, f: fully}\n",
        )],
        ..Inputs::default()
    }
}

/// What a workspace comes to; `None` where something is wrong with it.
fn outcome(inputs: Inputs) -> Option<String> {
    let day = DAY.parse().unwrap();
    let read = regua::read::workspace(inputs, day);
    if read.diagnostics.has_errors() {
        return None;
    }
    let workspace = read.workspace.unwrap();
    let scores = regua::score::workspace(&workspace, day);
    let document = ScoreDocument::new(&workspace, &scores);
    Some(serde_json::to_string(&document).unwrap())
}

/// Something of each kind that an overlay may change.
const EVERYTHING: &str = "regua: 1
id: ruler
title: Ruler
floor: 1
levels: [{id: one, number: 1, title: One}, {id: two, number: 2}, {id: three, number: 3, renamed_from: four}]
dimensions: [{id: d, dimensions: [{id: f, weight: 2}]}, {id: e, title: {en: E}}]
scales:
  words: {choices: [{id: a, value: 0}, {id: b, value: 2}, {id: c, value: 5, renamed_from: d}]}
  numbers: {min: 0, max: 5, unit: h}
criteria:
  - {id: a, level: 2, dimension: d, scale: percent}
  - {id: b, level: 2, dimension: f, questions: [{id: a, scale: words, conflicts_with: [a, c.b]}, {id: b, scale: percent}]}
  - {id: c, level: 3, dimension: e, questions: [{id: b, kpi: k}], renamed_from: [new, f]}
kpis: [{id: k, unit: \"%\", direction: higher, dimension: e, bands: {2: 50%, 3: 100%}}]
rules: {kpi_weight: 0.5, level: {met_at: largely, lower_levels: {met_at: fully}}}
";

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Reading never falls over, and everything told of an overlay points into a file.
    #[test]
    fn an_overlay_of_any_shape_is_read_or_refused(overlays in prop::collection::vec(any_overlay(), 1..4)) {
        let day = "2025-06-30".parse().unwrap();
        let inputs = overlaid(&overlays, Order::Rising);
        let read = regua::read::workspace(inputs, day);
        for problem in read.diagnostics.sorted() {
            let file = read.sources.file(problem.place.file);
            prop_assert!(problem.place.end as usize <= file.text.len());
            // The rubric alone has nothing wrong with it.
            prop_assert!(
                !file.path.ends_with("ruler.yaml"),
                "{problem:?} of {overlays:?}"
            );
        }
        if !read.diagnostics.has_errors() {
            let workspace = read.workspace.unwrap();
            prop_assert_eq!(regua::score::workspace(&workspace, day).assessments.len(), 1);
        }
    }

    /// The order of keys says nothing: not which part comes first, nor what belongs to what.
    #[test]
    fn the_order_of_an_overlays_keys_changes_nothing(overlays in prop::collection::vec(any_overlay(), 1..3)) {
        let rising = outcome(overlaid(&overlays, Order::Rising));
        for order in [Order::Falling, Order::Mixed] {
            prop_assert_eq!(&outcome(overlaid(&overlays, order)), &rising, "{:?}", order);
        }
    }
}
