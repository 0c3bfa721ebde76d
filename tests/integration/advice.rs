//! What `regua check` advises on plans: when it speaks, when it keeps silent, and how it is accepted.

use super::support::{Folder, Ran};

/// A cycle of which nothing is to be said, but for what a test puts in place of `{keys}`.
fn plan(keys: &str) -> String {
    format!(
        "regua: 1
cycle: 2025-Q1
objectives:
  - id: o
    owner: ana
    key_results:
      - {{id: share, unit: '%', source: Survey, baseline: 60%, target: 80%}}
      - {{id: k, {keys}}}
"
    )
}

fn workspace(plan: &str) -> Folder {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Test\nrubrics: [customer-service]\n",
    );
    folder.write("okrs/2025-Q1/plan.yaml", plan);
    folder
}

fn check(plan: &str, as_of: &str) -> Ran {
    workspace(plan).run(&["check", "--as-of", as_of, "--lang", "en"])
}

/// The codes of the advice on a plan.
fn advised(plan: &str, as_of: &str) -> Vec<String> {
    let ran = check(plan, as_of);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let headings = ran
        .err
        .lines()
        .filter_map(|line| line.strip_prefix("advice["));
    headings
        .filter_map(|line| Some(line.split_once("]: ")?.0.to_owned()))
        .collect()
}

/// The middle of the cycle.
const WITHIN: &str = "2025-02-15";

#[test]
fn a_key_result_is_work_where_its_verb_says_so_and_nothing_else_is_measured() {
    #[track_caller]
    fn case(why: &str, keys: &str, expected: &[&str]) {
        assert_eq!(advised(&plan(keys), WITHIN), expected, "{why}");
    }
    let work = &["activity-not-outcome"];
    let count = "unit: sessões, source: Listas, baseline: 0, target: 3";
    case(
        "a count from nothing",
        &format!("title: Realizar 3 treinamentos, {count}"),
        work,
    );
    case(
        "in English",
        &format!("title: Hold 3 trainings, {count}"),
        work,
    );
    case("done or not", "title: Launch the portal, kind: done", work);
    case(
        "steps",
        "title: Lançar o portal, milestones: [{id: a}, {id: b}]",
        work,
    );
    case(
        "no stated start, and a bare number to reach",
        "title: Contratar 4 atendentes, unit: pessoas, source: RH, target: 4",
        work,
    );
    case(
        "an outcome begins with another verb",
        &format!("title: Win 3 references, {count}"),
        &[],
    );
    case(
        "a result that is named",
        "title: Portal live, kind: done",
        &[],
    );
    case(
        "a percentage is an outcome",
        "title: Lançar a newsletter e chegar a 50% de abertura, unit: '%', source: E-mail, target: 50%",
        &[],
    );
    case(
        "a count from somewhere is one",
        "title: Review the procedures to make fewer errors, unit: errors, source: Log, baseline: 60, target: 42",
        &[],
    );
    case(
        "so is what is relative to what was",
        "title: Implement ticketing and solve more, unit: tickets, source: Log, target: +25%",
        &[],
    );
    case(
        "a KPI measures more than the work",
        "title: Create a better first answer, kpi: first-contact-resolution, baseline: 60%, target: 70%",
        &[],
    );
}

#[test]
fn a_title_is_read_in_its_own_language() {
    let bilingual = |title: &str| plan(&format!("title: {title}, kind: done"));
    let told = advised(
        &bilingual("{pt-BR: Portal no ar, en: Launch the portal}"),
        WITHIN,
    );
    assert_eq!(told, ["activity-not-outcome"]);
    let told = advised(
        &bilingual("{pt-BR: Do pedido à entrega, en: Order to delivery}"),
        WITHIN,
    );
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn speed_wants_a_counterweight_in_its_objective() {
    #[track_caller]
    fn case(why: &str, beside: &str, is_advised: bool) {
        let plan = format!(
            "regua: 1
cycle: 2025-Q1
objectives:
  - id: o
    owner: ana
    key_results:
      - {{id: fast, kpi: mean-response-time, baseline: 24h, target: 12h}}
      - {{id: k, {beside}}}
"
        );
        let expected: &[&str] = if is_advised {
            &["no-counterweight"]
        } else {
            &[]
        };
        assert_eq!(advised(&plan, WITHIN), expected, "{why}");
    }
    case(
        "another time",
        "kpi: mean-resolution-time, baseline: 60h, target: 40h",
        true,
    );
    case("steps", "milestones: [{id: a}, {id: b}]", true);
    case(
        "volume",
        "unit: tickets, source: Log, baseline: 20, target: 30",
        true,
    );
    case(
        "a rate that is to grow",
        "unit: /week, source: Log, baseline: 1/week, target: 3/week",
        true,
    );
    case(
        "a KPI that only informs",
        "kpi: contact-volume, baseline: 100, target: 200",
        true,
    );
    case(
        "a KPI with a better side",
        "kpi: first-contact-resolution, baseline: 60%, target: 80%",
        false,
    );
    case(
        "what is to stay",
        "kpi: csat, kind: keep, at_least: 80%",
        false,
    );
    case(
        "a percentage",
        "unit: '%', source: Survey, baseline: 60%, target: 80%",
        false,
    );
    case(
        "fewer of something",
        "unit: errors, source: Log, baseline: 60, target: -30%",
        false,
    );
    case(
        "points of a score",
        "unit: pontos, source: Survey, baseline: 75, target: 90",
        false,
    );
    case(
        "a maturity score",
        "score: customer-service, baseline: 2, target: 3",
        false,
    );
}

#[test]
fn a_time_to_keep_short_is_speed_and_a_time_to_grow_is_none() {
    let only = |keys: &str| {
        let volume = "unit: tickets, source: Log, baseline: 20, target: 30";
        plan(keys).replace(
            "unit: '%', source: Survey, baseline: 60%, target: 80%",
            volume,
        )
    };
    let kept = only("unit: h, source: Log, at_most: 4h");
    assert_eq!(advised(&kept, WITHIN), ["no-counterweight"]);
    let grown =
        only("title: Mean time between faults, unit: h, source: Log, baseline: 40h, target: 90h");
    assert_eq!(advised(&grown, WITHIN), Vec::<String>::new());
}

#[test]
fn a_target_is_met_at_the_baseline_by_the_side_that_is_better() {
    #[track_caller]
    fn case(why: &str, keys: &str, readings: &str, is_advised: bool) {
        let folder = workspace(&plan(keys));
        folder.write(
            "kpis/r.yaml",
            &format!("regua: 1\nreadings: [{readings}]\n"),
        );
        let ran = folder.run(&["check", "--as-of", WITHIN, "--lang", "en"]);
        assert_eq!(
            ran.err.contains("advice[met-at-baseline]"),
            is_advised,
            "{why}: {}",
            ran.err
        );
    }
    let december = "baseline: {period: 2024-12}";
    let reading = "{kpi: csat, period: 2024-12, value: 85%}";
    case(
        "a reading beyond it",
        &format!("kpi: csat, {december}, target: 80%"),
        reading,
        true,
    );
    case(
        "a reading at it",
        &format!("kpi: csat, {december}, target: 85%"),
        reading,
        true,
    );
    case(
        "a reading short of it",
        &format!("kpi: csat, {december}, target: 86%"),
        reading,
        false,
    );
    case(
        "no reading yet",
        &format!("kpi: csat, {december}, target: 80%"),
        "",
        false,
    );
    case(
        "written beyond it",
        "kpi: mean-response-time, baseline: 8h, target: 12h",
        "",
        true,
    );
    case(
        "written short of it",
        "kpi: mean-response-time, baseline: 24h, target: 12h",
        "",
        false,
    );
    case(
        "no better side is known",
        "unit: x, source: s, baseline: 85, target: 80",
        "",
        false,
    );
}

#[test]
fn an_owner_may_stand_at_the_objective_or_at_each_key_result() {
    let with = |objective: &str, first: &str, second: &str| {
        format!(
            "regua: 1
cycle: 2025-Q1
objectives:
  - id: o
{objective}    key_results:
      - {{id: a, kind: done{first}}}
      - {{id: b, kind: done{second}}}
"
        )
    };
    let none: [&str; 0] = [];
    assert_eq!(advised(&with("    owner: ana\n", "", ""), WITHIN), none);
    assert_eq!(
        advised(&with("", ", owner: ana", ", owner: bia"), WITHIN),
        none
    );
    assert_eq!(advised(&with("", ", owner: ana", ""), WITHIN), ["no-owner"]);
}

#[test]
fn figures_that_are_not_typed_in_need_no_source() {
    let none: [&str; 0] = [];
    assert_eq!(
        advised(&plan("kpi: csat, baseline: 60%, target: 80%"), WITHIN),
        none
    );
    assert_eq!(
        advised(
            &plan("score: customer-service, baseline: 2, target: 3"),
            WITHIN
        ),
        none
    );
    assert_eq!(advised(&plan("kind: done"), WITHIN), none);
    for keys in [
        "unit: x, target: 3",
        "unit: x, at_least: 3",
        "unit: x, kind: establish_baseline",
    ] {
        assert_eq!(advised(&plan(keys), WITHIN), ["no-source"], "{keys}");
    }
}

/// What is wrong with this one: work, without a source, due late.
const MUCH: &str = "title: Hold 3 trainings, unit: x, baseline: 0, target: 3, due: 2025-06-30";

#[test]
fn advice_comes_before_the_end_of_the_cycle_or_not_at_all() {
    let all = ["activity-not-outcome", "due-outside-cycle", "no-source"];
    for day in ["2024-12-01", "2025-01-01", "2025-03-31"] {
        let mut told = advised(&plan(MUCH), day);
        told.sort();
        assert_eq!(told, all, "{day}");
    }
    assert_eq!(advised(&plan(MUCH), "2025-04-01"), Vec::<String>::new());
    // A fact about figures is one afterwards too.
    let met = plan("kpi: csat, baseline: 85%, target: 80%");
    assert_eq!(advised(&met, "2025-04-01"), ["met-at-baseline"]);
}

#[test]
fn what_is_given_up_is_advised_on_no_more() {
    let dropped =
        "    amendments: [{date: 2025-02-01, key_result: k, dropped: true, reason: Budget}]\n";
    let given_up = plan(MUCH) + dropped;
    // Of the two key results one is left.
    assert_eq!(advised(&given_up, WITHIN), ["few-key-results"]);
    let both = given_up.replace(
        "amendments: [",
        "amendments: [{date: 2025-02-01, key_result: share, dropped: true, reason: Budget}, ",
    );
    assert_eq!(advised(&both, WITHIN), Vec::<String>::new());
    assert_eq!(advised(&both, "2025-01-31").len(), 3, "not given up yet");
}

#[test]
fn advice_is_accepted_in_the_key_result_the_objective_or_the_plan() {
    let accepted = "accepts: [activity-not-outcome, due-outside-cycle, no-source]";
    let none: [&str; 0] = [];
    let own = plan(&format!("{MUCH}, {accepted}"));
    assert_eq!(advised(&own, WITHIN), none);
    let objective = plan(MUCH).replace("owner: ana", &format!("owner: ana\n    {accepted}"));
    assert_eq!(advised(&objective, WITHIN), none);
    let whole = format!("{}{accepted}\n", plan(MUCH));
    assert_eq!(advised(&whole, WITHIN), none);
    // Once the cycle is over nothing is advised, and nothing that was accepted is in vain.
    assert_eq!(advised(&whole, "2025-04-01"), none);
    let one = plan(&format!("{MUCH}, accepts: [no-source, due-outside-cycle]"));
    assert_eq!(advised(&one, WITHIN), ["activity-not-outcome"]);
}

#[test]
fn advice_that_is_accepted_elsewhere_or_in_vain_is_told() {
    let elsewhere = plan(MUCH).replace(
        "source: Survey,",
        "source: Survey, accepts: [activity-not-outcome],",
    );
    let mut told = advised(&elsewhere, WITHIN);
    told.sort();
    let all = [
        "activity-not-outcome",
        "due-outside-cycle",
        "needless-accepts",
        "no-source",
    ];
    assert_eq!(told, all);
}

#[test]
fn only_check_advises_and_quiet_keeps_silent() {
    let folder = workspace(&plan(MUCH));
    for command in ["score", "okr status"] {
        let mut arguments: Vec<&str> = command.split(' ').collect();
        arguments.extend(["--as-of", WITHIN]);
        let ran = folder.run(&arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{command}");
    }
    let quiet = folder.run(&["check", "--quiet", "--as-of", WITHIN]);
    assert_eq!(
        (quiet.code, quiet.out.as_str(), quiet.err.as_str()),
        (0, "", "")
    );
    let english = check(&plan(MUCH), WITHIN);
    assert!(
        english
            .err
            .contains("No errors, no warnings, 3 pieces of advice.\n"),
        "{}",
        english.err
    );
    assert!(
        english
            .out
            .starts_with("✓ 2 files are fine, with 3 pieces of advice.\n")
    );
    assert!(english.out.contains("`accepts: [code]`"), "{}", english.out);
    let portuguese = folder.run(&["check", "--as-of", WITHIN, "--lang", "pt-BR"]);
    assert!(
        portuguese.err.contains("recomendação[no-source]: "),
        "{}",
        portuguese.err
    );
    assert!(
        portuguese
            .out
            .starts_with("✓ 2 arquivos em ordem, com 3 recomendações.\n")
    );
    for line in (english.out + &portuguese.out).lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn what_is_wrong_comes_first() {
    let wrong = check(&plan(&format!("{MUCH}, weight: much")), WITHIN);
    assert_eq!(wrong.code, 2);
    assert!(!wrong.err.contains("advice["), "{}", wrong.err);
    assert!(
        wrong.err.contains("1 error, no warnings.\n"),
        "{}",
        wrong.err
    );
}

#[test]
fn the_same_advice_on_three_places_is_told_once_with_their_lines() {
    let keys = "kind: done, due: 2025-06-30}\n      - {id: l, kind: done, due: 2025-06-30}\n      - {id: m, kind: done, due: 2025-06-30";
    let ran = check(&plan(keys), WITHIN);
    assert_eq!(
        ran.err.matches("advice[due-outside-cycle]").count(),
        1,
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("the same on 2 more lines: 9, 10"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("3 pieces of advice.\n"), "{}", ran.err);
}

#[test]
fn a_folder_named_by_no_period_or_by_the_same_days_holds_any_plan() {
    let in_folder = |name: &str, cycle: &str| {
        let folder = Folder::new();
        folder.write("regua.yaml", "regua: 1\norganisation: Test\n");
        folder.write(
            &format!("okrs/{name}/plan.yaml"),
            &format!("regua: 1\ncycle: {cycle}\nobjectives: []\n"),
        );
        let ran = folder.run(&["check", "--as-of", WITHIN, "--lang", "en"]);
        let drawn = ran.err.split("\n\n");
        let warnings = drawn.filter(|problem| problem.starts_with("warning["));
        warnings.collect::<String>()
    };
    assert_eq!(in_folder("growth", "2025-Q1"), "");
    assert_eq!(in_folder("2025-H1", "2025-S1"), "");
    assert_eq!(in_folder("FY2025-Q1", "2025-Q1"), "");
    let other = in_folder("2025-Q2", "2025-Q1");
    assert!(other.contains("warning[folder-cycle]"), "{other}");
    assert!(other.contains("`okrs/2025-Q1/`"), "{other}");
}
