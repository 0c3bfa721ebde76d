//! `regua okr tree`: what serves what, on graphs drawn by hand and on workspaces side by side.

use serde_json::Value;

use crate::support::{Folder, Ran, shown};

/// A workspace in a folder of its own below `folder`, with plans as `(cycle, [(objective, supports)])`.
fn workspace(folder: &Folder, name: &str, links: &str, plans: &[(&str, &[(&str, &str)])]) {
    let settings = format!("regua: 1\norganisation: The {name}\nworkspaces: {{{links}}}\n");
    folder.write(&format!("{name}/regua.yaml"), &settings);
    for (cycle, objectives) in plans {
        let mut plan = format!("regua: 1\ncycle: {cycle}\nobjectives:\n");
        for (id, supports) in *objectives {
            plan.push_str(&format!(
                "  - {{id: {id}, title: Title of {id}, supports: [{supports}], key_results: [{{id: {id}-done, \
                 unit: h, baseline: 0, target: 100}}]}}\n"
            ));
        }
        folder.write(&format!("{name}/okrs/{cycle}/plan.yaml"), &plan);
    }
}

/// Says that an objective stands at a share of its way.
fn reached(folder: &Folder, plan: &str, rows: &[(&str, u32)]) {
    let rows: Vec<String> = rows
        .iter()
        .map(|(id, value)| {
            format!("- {{date: 2026-08-20, key_result: {id}-done, value: {value}}}\n")
        })
        .collect();
    folder.write(&format!("{plan}/check-ins.yaml"), &rows.concat());
}

const DAY: &str = "2026-08-20";

fn tree(folder: &Folder, arguments: &[&str], language: &str) -> Ran {
    let mut all = vec!["okr", "tree"];
    all.extend(arguments);
    all.extend(["--as-of", DAY, "--lang", language]);
    folder.run(&all)
}

#[track_caller]
fn tree_json(folder: &Folder, arguments: &[&str]) -> Value {
    let mut all = arguments.to_vec();
    all.extend(["--format", "json"]);
    tree(folder, &all, "en").json()
}

fn node<'t>(tree: &'t Value, name: &str) -> &'t Value {
    let mut nodes = tree["nodes"].as_array().unwrap().iter();
    nodes.find(|node| node["name"] == name).unwrap()
}

/// Two cycles: the top objective stands well, one of two between is behind, and both are served by one below.
fn diamond() -> Folder {
    let folder = Folder::new();
    let year: &[(&str, &str)] = &[("top", "")];
    let quarter: &[(&str, &str)] = &[
        ("left", "2026/top"),
        ("right", "2026/top"),
        ("base", "2026-Q3/left, 2026-Q3/right, 2026-Q3/left"),
    ];
    workspace(&folder, "team", "", &[("2026", year), ("2026-Q3", quarter)]);
    reached(&folder, "team/okrs/2026", &[("top", 70)]);
    // By 20 August 50 of 91 days have passed: 55 is the pace, 40 is 0.73 of it, 10 far less.
    reached(
        &folder,
        "team/okrs/2026-Q3",
        &[("left", 60), ("right", 45), ("base", 10)],
    );
    folder
}

#[test]
fn the_worst_below_is_told_and_no_progress_is_lent() {
    let tree = tree_json(&diamond(), &["team"]);
    let top = node(&tree, "2026/top");
    assert_eq!(shown(top, "/progress"), "0.7");
    assert_eq!(shown(top, "/status"), "on_track");
    assert_eq!(shown(top, "/worst_below"), "at_risk");
    assert_eq!(shown(top, "/worst_below_at"), "2026-Q3/base");
    assert_eq!(
        shown(top, "/supported_by"),
        r#"["2026-Q3/left","2026-Q3/right"]"#
    );
    // Named twice, it is served once.
    let base = node(&tree, "2026-Q3/base");
    assert_eq!(
        shown(base, "/supports"),
        r#"["2026-Q3/left","2026-Q3/right"]"#
    );
    assert_eq!(shown(base, "/worst_below"), "null");
    assert_eq!(shown(&tree, "/orphans"), "[]");
    assert_eq!(shown(&tree, "/circles"), "[]");
}

#[test]
fn a_node_of_two_parents_has_its_children_once() {
    let folder = diamond();
    for language in ["en", "pt-BR"] {
        let ran = tree(&folder, &["team"], language);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert_eq!(ran.out.matches("Title of base").count(), 2);
        assert_eq!(ran.out.matches("Title of base …").count(), 1);
        insta::assert_snapshot!(format!("tree-diamond-{language}"), ran.out);
    }
}

#[test]
fn circles_of_one_two_and_three_are_found_and_end() {
    let case = |objectives: &[(&str, &str)], circle: &str| {
        let folder = Folder::new();
        workspace(&folder, "team", "", &[("2026-Q3", objectives)]);
        let found = tree_json(&folder, &["team"]);
        assert_eq!(shown(&found, "/circles"), circle);
        let ran = tree(&folder, &["team"], "en");
        for (id, _) in objectives {
            assert!(ran.out.contains(&format!("Title of {id}")), "{}", ran.out);
        }
        assert!(ran.out.contains("Round in circles"), "{}", ran.out);
        let checked = folder.run(&["check", "team", "--as-of", DAY, "--lang", "en"]);
        assert!(checked.err.contains("support-circle"), "{}", checked.err);
    };
    case(&[("a", "2026-Q3/a")], r#"[["2026-Q3/a"]]"#);
    case(
        &[("a", "2026-Q3/b"), ("b", "2026-Q3/a"), ("c", "2026-Q3/a")],
        r#"[["2026-Q3/a","2026-Q3/b"]]"#,
    );
    case(
        &[("a", "2026-Q3/b"), ("b", "2026-Q3/c"), ("c", "2026-Q3/a")],
        r#"[["2026-Q3/a","2026-Q3/b","2026-Q3/c"]]"#,
    );
}

#[test]
fn who_stands_alone_is_told_of_both_ends() {
    let folder = Folder::new();
    let year: &[(&str, &str)] = &[("served", ""), ("bare", "")];
    let quarter: &[(&str, &str)] = &[("serving", "2026/served"), ("loose", "")];
    workspace(&folder, "team", "", &[("2026", year), ("2026-Q3", quarter)]);
    let tree = tree_json(&folder, &["team"]);
    assert_eq!(
        shown(&tree, "/orphans"),
        r#"[{"kind":"unsupported","name":"2026/bare"},{"kind":"supports_nothing","name":"2026-Q3/loose"}]"#
    );
    // Alone in its workspace, a cycle has nothing above it and nothing below.
    let folder = Folder::new();
    workspace(&folder, "team", "", &[("2026-Q3", &[("loose", "")])]);
    assert_eq!(shown(&tree_json(&folder, &["team"]), "/orphans"), "[]");
}

/// A team that serves its division, which serves the group; the team knows a fourth that is not there.
fn three() -> Folder {
    let folder = Folder::new();
    let links = "division: ../division, gone: ../gone";
    let team: &[(&str, &str)] = &[
        ("fast", "division:2026/service"),
        ("odd", "gone:2026/up, division:2026/no"),
    ];
    workspace(&folder, "team", links, &[("2026-Q3", team)]);
    let division: &[(&str, &str)] = &[("service", "top:2026/customer-first")];
    workspace(
        &folder,
        "division",
        "top: ../group, below: ../team",
        &[("2026", division)],
    );
    workspace(&folder, "group", "", &[("2026", &[("customer-first", "")])]);
    reached(&folder, "team/okrs/2026-Q3", &[("fast", 10), ("odd", 60)]);
    reached(&folder, "division/okrs/2026", &[("service", 70)]);
    reached(&folder, "group/okrs/2026", &[("customer-first", 70)]);
    folder
}

#[test]
fn workspaces_are_read_by_the_names_each_gives_and_once() {
    let folder = three();
    let tree = tree_json(&folder, &["team"]);
    assert_eq!(
        shown(&tree, "/workspaces"),
        r#"[{"id":null,"organisation":"The team"},{"id":"division","organisation":"The division"},{"id":"top","organisation":"The group"}]"#
    );
    let top = node(&tree, "top:2026/customer-first");
    assert_eq!(shown(top, "/supported_by"), r#"["division:2026/service"]"#);
    assert_eq!(shown(top, "/worst_below_at"), "2026-Q3/fast");
    assert_eq!(
        shown(&tree, "/missing"),
        r#"[{"name":"gone:2026/up","supported_by":["2026-Q3/odd"],"why":"no_folder"},{"name":"division:2026/no","supported_by":["2026-Q3/odd"],"why":"no_objective"}]"#
    );
    // Named on the command line in another order they are the same three, the first no longer without a name.
    let tree = tree_json(&folder, &["group", "team"]);
    assert_eq!(tree["workspaces"].as_array().unwrap().len(), 3);
    let top = node(&tree, "top:2026/customer-first");
    assert_eq!(shown(top, "/worst_below_at"), "below:2026-Q3/fast");
}

#[test]
fn what_is_missing_is_told_and_the_rest_shown() {
    let folder = three();
    for language in ["en", "pt-BR"] {
        let ran = tree(&folder, &["team"], language);
        assert_eq!(ran.code, 0, "{}", ran.err);
        for line in ran.out.lines() {
            assert!(
                line.chars().count() <= 80 && line == line.trim_end(),
                "{line:?}"
            );
        }
        insta::assert_snapshot!(
            format!("tree-three-{language}"),
            format!("{}---\n{}", ran.out, ran.err)
        );
    }
    folder.write(
        "division/okrs/2026/plan.yaml",
        "regua: 1\ncycle: 2026\nobjectivs: []\n",
    );
    let ran = tree(&folder, &["team"], "en");
    assert_eq!(ran.code, 0);
    assert!(
        ran.err.contains("regua check team/../division"),
        "{}",
        ran.err
    );
    assert!(ran.out.contains("? division:2026/service"), "{}", ran.out);
    // One that was asked for by name must read.
    assert_eq!(tree(&folder, &["team", "division"], "en").code, 2);
}

#[test]
fn a_chain_of_two_thousand_takes_no_stack_and_fits_the_screen() {
    let folder = Folder::new();
    let mut plan = String::from("regua: 1\ncycle: 2026-Q3\nobjectives:\n  - {id: o0}\n");
    for number in 1..2_000 {
        let above = number - 1;
        plan.push_str(&format!(
            "  - {{id: o{number}, supports: [2026-Q3/o{above}]}}\n"
        ));
    }
    folder
        .write("regua.yaml", "regua: 1\norganisation: Test\n")
        .write("okrs/2026-Q3/plan.yaml", &plan);
    let found = tree_json(&folder, &["."]);
    assert_eq!(found["nodes"].as_array().unwrap().len(), 2_000);
    assert_eq!(shown(node(&found, "2026-Q3/o0"), "/worst_below"), "no_data");
    let ran = tree(&folder, &["."], "en");
    assert!(ran.out.contains("1991 more below"), "{}", ran.out);
    assert!(ran.out.lines().all(|line| line.chars().count() <= 80));
    assert!(ran.out.lines().count() < 40);
}

#[test]
fn one_cycle_is_shown_with_what_is_above_and_below_it() {
    let folder = Folder::new();
    let year: &[(&str, &str)] = &[("top", ""), ("other", "")];
    let third: &[(&str, &str)] = &[("now", "2026/top")];
    let fourth: &[(&str, &str)] = &[("then", "2026/other")];
    workspace(
        &folder,
        "team",
        "",
        &[("2026", year), ("2026-Q3", third), ("2026-Q4", fourth)],
    );
    let found = tree_json(&folder, &["team", "--cycle", "2026-Q3"]);
    let names: Vec<&Value> = found["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| &own["name"])
        .collect();
    assert_eq!(names, ["2026/top", "2026-Q3/now"]);
    let ran = tree(&folder, &["team", "--cycle", "2026-Q2"], "en");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("2026, 2026-Q3, 2026-Q4"), "{}", ran.err);
}
