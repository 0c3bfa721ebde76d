//! Completion, by real shells in a real terminal: the program answers, the shell puts it into the line, and what the
//! line then says is what the program is given.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::support::{Folder, files_below, repository};
use crate::terminal_session::Session;

/// Shows what the program would be given: the scripts start the real one all the same.
const SHOWS: &str = "regua() { printf '[%s]' \"$@\"; printf 'END\\n'; }\n";
/// What bash and zsh say when they listen.
const PROMPT: &str = "prompt> ";
/// Names that people may bear, and what a shell would make of them.
const HOSTILE: [(&str, &str); 7] = [
    ("An", "Ana $(touch pwned)"),
    ("Bi", "Bia `touch pwned`"),
    ("Cai", "Caio 'x' \"y\""),
    ("Dav", "Davi; touch pwned"),
    ("Ev", "Eva & Co | touch pwned > pwned"),
    ("F", "Fábio\\b !x ~ # %F{red}"),
    ("Gi", "Gil {a,b} * ? [x] $HOME ${IFS}"),
];

/// A workspace whose people are called so, and whose titles are no better.
fn hostile() -> Folder {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Acme\nlanguage: en\nrubrics: [customer-service]\n",
    );
    let mut plan =
        "regua: 1\ncycle: 2026-Q3\nobjectives:\n  - id: one\n    title: One\n    key_results:\n"
            .to_owned();
    for (position, (_, owner)) in HOSTILE.iter().enumerate() {
        let owner = owner.replace('\\', "\\\\").replace('"', "\\\"");
        let title = "$(touch pwned) `touch pwned`; touch pwned\\nand %F{red} \\\"more\\\"";
        plan.push_str(&format!(
            "      - {{id: kr-{position}, title: \"{title}\", owner: \"{owner}\", kind: done}}\n"
        ));
    }
    folder.write("okrs/2026-Q3/plan.yaml", &plan);
    let checked = folder.run(&["check", "--as-of", "2026-07-01"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    folder
}

/// The folders of programs, that of the program under test first.
fn path() -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_regua"));
    let folder = program.parent().expect("a program lies in a folder");
    format!("{}:/usr/local/bin:/usr/bin:/bin", folder.display())
}

fn environment(home: &Path) -> Vec<(String, String)> {
    let pairs = [
        ("PATH", path()),
        ("HOME", home.display().to_string()),
        ("LANG", "C.UTF-8".to_owned()),
        ("INPUTRC", "/dev/null".to_owned()),
        ("PS1", PROMPT.to_owned()),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

/// A shell at a terminal of its own, with the script read and ready for a line.
fn shell(name: &str, folder: &Folder) -> Session {
    let (arguments, reads): (&[&str], String) = match name {
        "bash" => (
            &["--norc", "--noprofile", "-i"],
            format!("bind 'set enable-bracketed-paste off'; bind 'set bell-style none'; source <(regua completions bash); {SHOWS}"),
        ),
        "zsh" => (
            &["-f", "-i"],
            format!("unsetopt beep list_beep; autoload -U compinit; compinit -u -D; source <(regua completions zsh); {SHOWS}"),
        ),
        _ => (
            &["--no-config", "-i"],
            "regua completions fish | source; function regua; printf '[%s]' $argv; printf 'END\\n'; end\n".to_owned(),
        ),
    };
    let environment = environment(folder.path());
    let environment: Vec<(&str, &str)> = environment
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let mut session = Session::of(name, folder.path(), arguments, &environment);
    if name != "fish" {
        session.expect(PROMPT);
    }
    session.keys(&reads);
    // It is asked for in parts, so that what is typed is not taken for what is shown.
    session.keys("echo rea''dy\n");
    session.expect("ready");
    session
}

/// Types the beginning of a line, presses Tab and Enter; what the program is given.
#[track_caller]
fn completed(session: &mut Session, typed: &str, given: &[&str]) {
    // A shell looks at Enter only when it is done with Tab.
    session.keys(&format!("{typed}\t\n"));
    let shown: String = given.iter().map(|word| format!("[{word}]")).collect();
    session.expect(&format!("{shown}END"));
}

fn example() -> Folder {
    Folder::copy_of_example("saas-support")
}

fn every_quote(name: &str, quotes: &[&str]) {
    let folder = hostile();
    let mut session = shell(name, &folder);
    for (begun, whole) in HOSTILE {
        for quote in quotes {
            let typed = format!("regua okr status --owner {quote}{begun}");
            completed(&mut session, &typed, &["okr", "status", "--owner", whole]);
        }
    }
    assert!(
        !folder.path().join("pwned").exists(),
        "a shell ran what a file says"
    );
}

fn commands_options_and_ids(name: &str) {
    let folder = example();
    folder.write(
        "other place/regua.yaml",
        "regua: 1\norganisation: Other\nrubrics: [sfia-csmg]\n",
    );
    let mut session = shell(name, &folder);
    let session = &mut session;
    completed(session, "regua expl", &["explain"]);
    completed(session, "regua okr sugg", &["okr", "suggest"]);
    completed(session, "regua score --targ", &["score", "--target"]);
    completed(session, "regua --color=alw", &["--color=always"]);
    completed(
        session,
        "regua check --fail-on=behind,regr",
        &["check", "--fail-on=behind,regressed"],
    );
    completed(
        session,
        "regua check --fail-on coverage=customer-service:9",
        &["check", "--fail-on", "coverage=customer-service:9"],
    );
    completed(
        session,
        "regua explain process/prac",
        &["explain", "process/practice_score"],
    );
    completed(
        session,
        "regua compare customer-service@2026-10",
        &["compare", "customer-service@2026-10-31"],
    );
    completed(
        session,
        "regua help excodes 2>/dev/null; regua help exit-",
        &["help", "exit-codes"],
    );
    completed(
        session,
        "regua -C 'other place' ask sf",
        &["-C", "other place", "ask", "sfia-csmg"],
    );
    // Zsh takes the last stroke off again when the word is done.
    let other = if name == "zsh" {
        "other place"
    } else {
        "other place/"
    };
    completed(session, "regua check oth", &["check", other]);
}

#[test]
fn bash_completes_what_could_stand_there() {
    commands_options_and_ids("bash");
}

#[test]
fn zsh_completes_what_could_stand_there() {
    commands_options_and_ids("zsh");
}

#[test]
fn fish_completes_what_could_stand_there() {
    commands_options_and_ids("fish");
}

#[test]
fn bash_runs_nothing_that_a_file_says() {
    every_quote("bash", &["", "'", "\""]);
}

#[test]
fn zsh_runs_nothing_that_a_file_says() {
    every_quote("zsh", &["", "'", "\""]);
}

#[test]
fn fish_runs_nothing_that_a_file_says() {
    every_quote("fish", &["", "'", "\""]);
}

/// Runs a line in a shell without a terminal.
fn ran(shell: &str, arguments: &[&str], folder: &Folder) -> (String, String) {
    let output = Command::new(shell)
        .args(arguments)
        .current_dir(folder.path())
        .env_clear()
        .envs(environment(folder.path()))
        .output()
        .expect("the shell is installed: tests/run does that");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("shells write UTF-8");
    (text(output.stdout), text(output.stderr))
}

#[test]
fn the_scripts_are_right_by_their_shells_and_installed_as_they_say() {
    let folder = example();
    for (shell, check) in [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")] {
        let script = folder.run(&["completions", shell]);
        assert_eq!((script.code, script.err.as_str()), (0, ""));
        folder.write(shell, &script.out);
        assert_eq!(
            ran(shell, &[check, shell], &folder),
            (String::new(), String::new())
        );
    }
    for language in ["en", "pt-BR"] {
        let help = folder
            .run(&["completions", "--help", "--lang", language])
            .out;
        for shell in ["bash", "zsh", "fish", "powershell"] {
            let script = folder.run(&["completions", shell, "--lang", language]).out;
            let about = match language {
                "en" => "completion for regua\n",
                _ => "# completa os comandos do regua no ",
            };
            assert!(script.contains(about) && !script.contains('«'), "{script}");
        }
        for line in [
            "eval \"$(regua completions bash)\"",
            "source <(regua completions zsh)",
        ] {
            assert!(help.contains(line), "{help}");
        }
    }
    // In a folder of $fpath, zsh finds it by its first line.
    folder.write("functions/_regua", &folder.run(&["completions", "zsh"]).out);
    let line =
        "fpath=($PWD/functions $fpath); autoload -U compinit; compinit -u -D; print $_comps[regua]";
    assert_eq!(ran("zsh", &["-f", "-c", line], &folder).0, "_regua\n");
    // In its folder, fish reads it when it is first needed.
    let script = folder.run(&["completions", "fish"]).out;
    folder.write(".config/fish/completions/regua.fish", &script);
    let (listed, _) = ran("fish", &["-c", "complete -C 'regua expl'"], &folder);
    assert!(listed.starts_with("explain\tTell why"), "{listed}");
}

#[test]
fn bash_completion_reads_it_when_it_is_first_needed() {
    const PLACE: &str = "/usr/share/bash-completion/bash_completion";
    assert!(
        Path::new(PLACE).exists(),
        "bash-completion is installed: tests/run does that"
    );
    let folder = example();
    let script = folder.run(&["completions", "bash"]).out;
    folder.write(".local/share/bash-completion/completions/regua", &script);
    let mut session = shell_of_bash_completion(&folder, PLACE);
    completed(
        &mut session,
        "regua okr check-in first-c",
        &["okr", "check-in", "first-contact"],
    );
}

fn shell_of_bash_completion(folder: &Folder, place: &str) -> Session {
    let environment = environment(folder.path());
    let environment: Vec<(&str, &str)> = environment
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let mut session = Session::of(
        "bash",
        folder.path(),
        &["--norc", "--noprofile", "-i"],
        &environment,
    );
    session.expect(PROMPT);
    session.keys(&format!(
        "bind 'set enable-bracketed-paste off'; source {place}; {SHOWS}"
    ));
    session.keys("echo rea''dy\n");
    session.expect("ready");
    session
}

#[test]
fn fish_shows_titles_in_the_language_of_the_workspace() {
    let folder = example();
    folder.write("fish", &folder.run(&["completions", "fish"]).out);
    let listed = |line: &str| {
        ran(
            "fish",
            &[
                "--no-config",
                "-c",
                &format!("source fish; complete -C '{line}'"),
            ],
            &folder,
        )
        .0
    };
    let english = listed("regua rubric show customer-service");
    assert!(
        english.contains("customer-service\tCustomer Service & Support\n"),
        "{english}"
    );
    let portuguese = listed("regua --lang pt-BR rubric show customer-service");
    assert!(
        portuguese.contains("customer-service\tAtendimento ao Cliente e Suporte\n"),
        "{portuguese}"
    );
    assert!(listed("regua --lang pt-BR help ").contains("ritmo\tRitmo\n"));
}

/// What the program answers a script that asks about the last of these words.
fn answer(folder: &Folder, words: &[&str]) -> Vec<String> {
    let mut arguments = vec!["complete", "fish"];
    arguments.extend(words);
    let ran = folder.run(&arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{words:?}");
    let lines = ran.out.lines().skip(1);
    lines
        .map(|line| line.split('\t').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn every_address_that_is_offered_is_explained() {
    for name in ["saas-support", "otica-horizonte"] {
        let folder = Folder::copy_of_example(name);
        let day = ["--as-of", "2026-11-20"];
        let mut words = day.to_vec();
        words.extend(["explain", ""]);
        let offered = answer(&folder, &words);
        assert!(offered.len() > 20, "{offered:?}");
        let mut arguments = vec!["explain"];
        arguments.extend(day);
        arguments.extend(offered.iter().map(String::as_str));
        let ran = folder.run(&arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name}");
    }
}

#[test]
fn each_kind_of_id_is_offered_where_it_is_wanted() {
    let folder = Folder::copy_of_example("saas-support");
    #[track_caller]
    fn offers(folder: &Folder, words: &[&str], wanted: &str) {
        let offered = answer(folder, words);
        assert!(
            offered.iter().any(|own| own == wanted),
            "{words:?} offers {offered:?}"
        );
    }
    let offers = |words: &[&str], wanted: &str| offers(&folder, words, wanted);
    offers(&["okr", "check-in", ""], "first-contact");
    offers(&["okr", "status", "--cycle", ""], "2026-Q4");
    offers(&["kpi", "record", ""], "csat");
    offers(&["kpi", "show", ""], "csat");
    offers(&["kpi", "import", "x.csv", "--column", ""], "csat=");
    offers(&["rubric", "show", ""], "mof-customer-service");
    offers(
        &["init", "--rubric", "customer-service,"],
        "customer-service,service-levels",
    );
    offers(&["explain", ""], "standard-processes");
    offers(&["explain", "unknown-k"], "unknown-key");
    offers(&["template", "show", ""], "report/cover.html.j2");
    offers(&["schema", ""], "report");
    offers(&["completions", ""], "powershell");
    offers(&["--lang", ""], "pt-BR");
    offers(&["ask", "--by", ""], "assessor");
    offers(&["score", "--target", "process="], "process=4");
    offers(&["check", "--fail-on", "below-level="], "below-level=3");
    offers(&["compare", ""], "2026-Q4");
    offers(&["help", "okr", ""], "check-in");
    offers(&["-C", ".", "-q", "report", "--format", ""], "pdf");
}

/// Where everything is said that can be, only options are left, and behind `--` not even they.
#[test]
fn nothing_is_offered_where_nothing_can_stand() {
    let folder = Folder::copy_of_example("saas-support");
    for words in [
        &["kpi", "record", "csat", "90", ""][..],
        &["check", ""],
        &["check", ".", ""],
        &["okr", "status", "2026-Q4", ""],
        &["score", "--format", "json", ""],
        &["compare", "2026-Q3", "2026-Q4", ""],
        // A revision stands in place of both ends, a service level in place of a KPI.
        &["compare", "--base", "main", ""],
        &["kpi", "record", "--service-level", "first-reply", ""],
    ] {
        let offered = answer(&folder, words);
        assert!(!offered.is_empty(), "{words:?}");
        let stray: Vec<_> = offered
            .iter()
            .filter(|own| !own.starts_with("--"))
            .collect();
        assert!(stray.is_empty(), "{words:?}: {stray:?}");
    }
    for words in [
        &["kpi", "record", "csat", "90", "--", ""][..],
        &["compare", "--base", "main", "--", ""],
        &["kpi", "record", "csat", ""],
        &["--version", ""],
        &["check", "--help", ""],
    ] {
        let offered = answer(&folder, words);
        assert!(offered.is_empty(), "{words:?}: {offered:?}");
    }
    let ends = answer(&folder, &["compare", "2026-Q3", "2026-Q4", ""]);
    assert!(!ends.contains(&"--base".to_owned()), "{ends:?}");
    let figures = answer(&folder, &["explain", "standard-processes", ""]);
    assert!(
        !figures.contains(&"standard-processes".to_owned()),
        "{figures:?}"
    );
}

#[test]
fn what_can_be_read_is_offered_where_a_file_is_broken() {
    let folder = example();
    let plan = folder.read("regua.yaml");
    for broken in ["regua: [\n", "regua: 1\norganisation: 7: 8\n", "\u{0}"] {
        folder.write("regua.yaml", broken);
        assert!(answer(&folder, &["okr", "check-in", ""]).contains(&"first-contact".to_owned()));
    }
    folder.write("regua.yaml", &plan);
    folder.write(
        "assessments/broken.yaml",
        "regua: 1\nrubric: customer-service\nanswers: {a\n",
    );
    assert!(answer(&folder, &["okr", "check-in", ""]).contains(&"first-contact".to_owned()));
    assert!(answer(&folder, &["-C", "nowhere", "okr", "check-in", ""]).is_empty());
    assert!(answer(&folder, &["no-command", ""]).is_empty());
}

#[test]
fn nothing_that_could_be_obeyed_by_a_terminal_is_answered() {
    let folder = hostile();
    for shell in [
        &["bash", " ", "regua okr check-in "][..],
        &["zsh", "80", "okr", "check-in", ""],
        &["fish", "okr", "check-in", ""],
        &["powershell", "=okr", "=check-in", "="],
    ] {
        let mut arguments = vec!["complete"];
        arguments.extend(shell);
        let ran = folder.run(&arguments);
        assert_eq!(ran.code, 0);
        assert_eq!(ran.out.lines().count(), 1 + HOSTILE.len(), "{}", ran.out);
        let is_control = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
        assert!(!ran.out.contains(is_control), "{:?}", ran.out);
    }
}

/// There is no PowerShell to run here: what its script is given is held, and that it evaluates nothing.
#[test]
fn powershell_is_answered_in_its_own_quotes() {
    let folder = hostile();
    let ran = folder.run(&["complete", "powershell", "=okr", "=status", "=--owner", "="]);
    insta::assert_snapshot!("powershell", ran.out);
    let script = folder.run(&["completions", "powershell"]).out;
    for evaluating in [
        "Invoke-Expression $",
        "iex",
        "SafeGetValue",
        "ScriptBlock]::Create",
    ] {
        assert!(!script.contains(evaluating), "{evaluating}");
    }
    assert!(script.contains("Register-ArgumentCompleter -Native -CommandName regua"));
}

#[test]
fn an_answer_comes_at_once() {
    // The promise is 50 ms; a program built for finding faults, on a machine that does much else, is given more.
    const LONGEST: Duration = Duration::from_secs(2);
    let folder = example();
    let begun = Instant::now();
    let files = files_below(&repository().join("examples/saas-support"));
    assert!(!files.is_empty() && !answer(&folder, &["explain", ""]).is_empty());
    assert!(begun.elapsed() < LONGEST, "{:?}", begun.elapsed());
}
