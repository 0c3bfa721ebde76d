//! The terminal at eighty columns: no command writes past it, in either language.

use crate::support::Folder;

/// The columns that a line takes: the letters of both languages, and our signs, are one wide each.
fn columns(line: &str) -> usize {
    line.chars().count()
}

/// Runs a command and holds its lines to the terminal. Gives how many there were.
fn lines_within(folder: &Folder, command: &[&str], day: &str, language: &str) -> usize {
    let mut arguments = command.to_vec();
    arguments.extend(["--as-of", day, "--lang", language]);
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for line in ran.out.lines() {
        assert!(columns(line) <= 80, "{arguments:?}: {line}");
        assert_eq!(
            line,
            line.trim_end(),
            "{arguments:?} ends in spaces: {line:?}"
        );
    }
    ran.out.lines().count()
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let commands: [&[&str]; 13] = [
        &["check"],
        &["score"],
        &["explain"],
        &["okr", "status"],
        &["okr", "status", "--all"],
        &["okr", "tree"],
        &["okr", "catalogue"],
        &["people"],
        &["kpi", "list"],
        &["kpi", "show", "service-level-80-20"],
        &["rubric", "list"],
        &["rubric", "show", "sfia-csmg"],
        &["report", "--output", "out"],
    ];
    let figures = [
        "explain", "level", "index", "coverage", "interval", "process", "csat", "elapsed",
    ];
    let mut seen = 0;
    for example in ["otica-horizonte", "saas-support"] {
        let folder = Folder::copy_of_example(example);
        for language in ["pt-BR", "en"] {
            // Early, late, and between: cycles planned, ended and under way.
            for day in ["2026-06-30", "2026-08-15", "2026-11-20"] {
                for command in commands {
                    seen += lines_within(&folder, command, day, language);
                }
            }
            seen += lines_within(&folder, &figures, "2026-11-20", language);
        }
    }
    assert!(seen > 500, "only {seen} lines were seen");
}

#[test]
fn a_level_that_the_score_makes_is_told_by_its_band() {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nrubrics: [stars]\n",
        )
        .write(
            "rubrics/stars.yaml",
            "regua: 1
id: stars
levels: [{id: basic, number: 1}, {id: sound, number: 2}]
dimensions: [{id: one}, {id: two}]
scales: {stars: {min: 1, max: 5}}
criteria: [{id: a, dimension: one, scale: stars}, {id: b, dimension: two, scale: stars}]
kpis: [{id: solved, unit: \"%\", direction: higher, bands: {1: 0%, 2: 90%}}]
rules: {level: {method: banded, scope: rubric, bands: {2: 2.6}}}
",
        )
        .write(
            "assessments/one.yaml",
            "regua: 1\nrubric: stars\ndate: 2026-11-02\nanswers: {a: 3, b: 1}\n",
        )
        .write(
            "kpis/solved.yaml",
            "regua: 1\nreadings: [{kpi: solved, period: 2026-10, value: 45%}]\n",
        );
    let ran = folder.run(&["score", "--as-of", "2026-11-20", "--lang", "en"]);
    let expected = "\
Test · as of 20 Nov 2026

stars
Assessed on 2 Nov 2026
  Level        1    basic
  Index     2.00    ━━━━━───────────────
  Practice  2.00    ━━━━━───────────────
  Outcome   1.50
  Coverage  100%

  Dimension  Practice  Coverage
  one            3.00      100%
  two            1.00      100%

Level 2, sound, begins at a practice score of 2.6; 63% of the present band is
covered.

Shortest way to level 2, sound: 1 answer
  • b  1 → 2.2
  Then level 2, practice 2.60, index 2.60.

  What one answer would do       Level  Practice  Index
  • b                       → 5      2     +2.00  +2.00
  • a                       → 5      2     +1.00  +1.00

  KPI     Value  Period    Level
  solved    45%  Oct 2026   1.50
";
    assert_eq!(ran.out, expected, "{}", ran.err);
}

#[test]
fn colour_changes_nothing_but_colour() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let comparison = &["compare", "2026-06-30", "2026-09-30"];
    for command in [
        &["score"][..],
        &["explain", "level"],
        &["okr", "status"],
        comparison,
    ] {
        let run = |colour: &str| {
            let mut arguments = command.to_vec();
            arguments.extend(["--as-of", "2026-11-20", "--color", colour]);
            folder.run(&arguments).out
        };
        let coloured = run("always");
        assert!(coloured.contains('\u{1b}'), "{command:?}");
        let mut bare = String::new();
        let mut is_escape = false;
        for letter in coloured.chars() {
            match letter {
                '\u{1b}' => is_escape = true,
                'm' if is_escape => is_escape = false,
                _ if is_escape => {}
                letter => bare.push(letter),
            }
        }
        let trimmed: Vec<&str> = bare.lines().map(str::trim_end).collect();
        assert_eq!(trimmed, run("never").lines().collect::<Vec<_>>());
    }
}

/// What is wrong with a command line leads to the help of the command that was meant, with the words that it takes.
#[test]
fn a_command_line_that_is_not_understood_leads_to_its_own_help() {
    let folder = Folder::new();
    for (arguments, said) in [
        (&["schema"][..], "<WHAT>  workspace, rubric, assessment"),
        (&["schema"], "regua schema --help shows how"),
        (&["compare", "a"], "<B>  Another, to hold against it"),
        (&["score", "--bogus"], "regua score --help shows how"),
        (&["kpi", "record"], "regua kpi record --help shows how"),
        (&["kpi", "bogus"], "regua kpi --help lists commands"),
        (&["bogus"], "regua --help lists commands"),
        (&["status"], "did you mean `regua okr status`?"),
        (
            &["check-in", "csat", "90"],
            "did you mean `regua okr check-in`?",
        ),
        (
            &["record", "csat", "90"],
            "did you mean `regua kpi record`?",
        ),
        (&["okr", "import"], "did you mean `regua kpi import`?"),
        (
            &["list"],
            "did you mean `regua kpi list`, `regua template list`, `regua rubric list`?",
        ),
        (
            &["compare", "main"],
            "did you mean `regua compare --base main`?",
        ),
        (
            &[
                "--as-of",
                "2026-11-20",
                "compare",
                "--rubric",
                "x",
                "origin/main",
            ],
            "`regua compare --base origin/main`?",
        ),
        (
            &["compare", "main", "--lang", "pt-BR"],
            "você quis dizer `regua compare --base main`?",
        ),
        (&["score"], "`regua init` begins a workspace here"),
        (
            &["schema", "--lang", "pt-BR"],
            "regua schema --help mostra como",
        ),
    ] {
        let ran = folder.run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
    // An end that is one leads to the other end alone.
    for end in [
        "2026-06-30",
        "2026-Q3",
        "customer-service@2026-09-30",
        "assessments/june.yaml",
    ] {
        let ran = folder.run(&["compare", end]);
        assert_eq!(ran.code, 2, "{end}");
        assert!(!ran.err.contains("did you mean"), "{end}: {}", ran.err);
    }
}
