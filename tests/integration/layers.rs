//! The direction of imports, as ARCHITECTURE.md has it.

use crate::support::{files_below, repository};

/// Each module with those it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("diagnostic", &["model"]),
    ("score", &["model"]),
    ("locale", &["model"]),
    ("read", &["model", "diagnostic"]),
    ("import", &["model", "diagnostic"]),
    ("check", &["model", "diagnostic", "score"]),
    ("report", &["model", "score", "locale", "diagnostic"]),
    ("render", &["report", "locale", "diagnostic", "model"]),
    ("schema", &["read", "locale", "model"]),
    ("workspace", &["read"]),
    (
        "cli",
        &[
            "model",
            "diagnostic",
            "score",
            "locale",
            "read",
            "import",
            "check",
            "report",
            "render",
            "schema",
            "workspace",
        ],
    ),
];

#[test]
fn modules_use_only_what_they_may() {
    let source = repository().join("src");
    let mut seen = 0;
    for (module, allowed) in MAY_USE {
        for file in files_below(&source.join(module)) {
            if !file.ends_with(".rs") {
                continue;
            }
            let path = source.join(module).join(&file);
            let text = std::fs::read_to_string(&path).expect("source is text");
            for used in text.split("crate::").skip(1) {
                let name: String = used
                    .chars()
                    .take_while(|letter| letter.is_ascii_lowercase() || *letter == '_')
                    .collect();
                seen += 1;
                assert!(
                    name == *module || allowed.contains(&name.as_str()),
                    "{module}/{file} uses {name}, which ARCHITECTURE.md does not allow"
                );
            }
        }
    }
    assert!(
        seen > 50,
        "only {seen} imports were found: the test looks in the wrong place"
    );
}

#[test]
fn only_the_disk_and_the_terminal_touch_the_world() {
    let source = repository().join("src");
    for (module, _) in MAY_USE {
        if matches!(*module, "workspace" | "cli") {
            continue;
        }
        for file in files_below(&source.join(module)) {
            let text =
                std::fs::read_to_string(source.join(module).join(&file)).expect("source is text");
            for world in [
                "std::fs",
                "std::env::var",
                "Local::now",
                "Utc::now",
                "SystemTime",
                "std::io::stdout",
            ] {
                assert!(!text.contains(world), "{module}/{file} uses {world}");
            }
        }
    }
}

#[test]
fn no_binary_float_is_near_a_figure() {
    let source = repository().join("src");
    for module in [
        "model", "read", "import", "score", "report", "locale", "cli",
    ] {
        for file in files_below(&source.join(module)) {
            let text =
                std::fs::read_to_string(source.join(module).join(&file)).expect("source is text");
            assert!(
                !text.contains("f64") && !text.contains("f32"),
                "{module}/{file} uses a float"
            );
        }
    }
}
