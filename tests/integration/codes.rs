//! The page of each code: its example is true, it fits on a screen, and the documentation holds the same.

use regua::diagnostic::{Code, Example, Severity};
use regua::locale::Locale;
use regua::model::Language;
use regua::render::code_page::{CodePage, index};

use crate::support::{Folder, Ran, files_below, repository};

/// A day in the middle of the bakery's running cycle.
const AS_OF: &str = "2026-11-20";

/// The workspace that every example is a part of: nothing is wrong with it.
fn bakery() -> Folder {
    let folder = Folder::new();
    let from = repository().join("tests/fixtures/bakery");
    for file in files_below(&from) {
        let text = std::fs::read_to_string(from.join(&file)).expect("the bakery is text");
        folder.write(&file, &text);
    }
    folder
}

/// The bakery with either of the example's lines in their place.
fn with(example: &Example, lines: &str, times: usize) -> Folder {
    let folder = bakery();
    let lines = unescaped(lines).repeat(times);
    let path = folder.path().join(example.file);
    let mut bytes = std::fs::read(&path).unwrap_or_default();
    let replaced = match example.replaces.as_str() {
        "" => &example.right,
        replaces => replaces,
    };
    let at = bytes
        .windows(replaced.len().max(1))
        .position(|window| window == replaced.as_bytes());
    match at {
        Some(at) => {
            bytes.splice(at..at + replaced.len(), lines);
        }
        None => {
            let name = example.file;
            assert_eq!(example.replaces, "", "{name} holds what is replaced");
            bytes.extend(lines);
        }
    }
    if !bytes.is_empty() {
        folder.write(example.file, "");
        std::fs::write(path, bytes).expect("files can be written");
    }
    folder
}

/// Each `\xE7` becomes the byte that it names.
fn unescaped(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).expect("two hexadecimal digits"));
        bytes.extend(rest.as_bytes());
    }
    bytes
}

fn check(folder: &Folder, example: &Example) -> Ran {
    let mut arguments = vec!["check", "--as-of", AS_OF, "--format", "json"];
    arguments.extend(example.gate.iter().flat_map(|gate| ["--fail-on", gate]));
    folder.run(&arguments)
}

/// The codes that were told, each with its severity.
fn told(ran: &Ran) -> Vec<(Code, Severity)> {
    let document: serde_json::Value =
        serde_json::from_str(&ran.out).expect("the findings are JSON");
    let problems = document["problems"].as_array().expect("a list").clone();
    let of = |problem: &serde_json::Value| {
        let code = problem["code"].as_str().and_then(Code::named);
        let severity = problem["severity"].as_str().and_then(Severity::named);
        code.zip(severity).expect("codes and severities have names")
    };
    problems.iter().map(of).collect()
}

#[test]
fn the_wrong_example_of_each_code_gives_it_and_the_right_one_does_not() {
    let mut failed = Vec::new();
    for code in Code::ALL {
        let example = Example::of(*code);
        let wrong = check(&with(&example, &example.wrong, example.times), &example);
        let exit = match example.severity {
            Severity::Error => 2,
            Severity::Gate => 1,
            Severity::Warning | Severity::Advice => 0,
        };
        if wrong.code != exit || !told(&wrong).contains(&(*code, example.severity)) {
            failed.push(format!("{code}: the wrong one gives {:?}", told(&wrong)));
        }
        let right = told(&check(&with(&example, &example.right, 1), &example));
        let is_bad = |(own, severity): &(Code, Severity)| {
            own == code || matches!(severity, Severity::Error | Severity::Warning)
        };
        if right.iter().any(is_bad) {
            failed.push(format!("{code}: the right one gives {right:?}"));
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn the_wrong_example_in_portuguese_gives_the_same_code() {
    let mut in_portuguese = 0;
    let mut failed = Vec::new();
    for code in Code::ALL {
        let own = Example::of(*code);
        let example = own.clone().in_language(Language::Portuguese);
        assert_eq!(own.clone().in_language(Language::English), own);
        if example.wrong == own.wrong {
            continue;
        }
        in_portuguese += 1;
        let folder = with(&own, &example.wrong, example.times);
        let settings = folder.read("regua.yaml");
        folder.write(
            "regua.yaml",
            &settings.replace("language: en", "language: pt-BR"),
        );
        let wrong = check(&folder, &example);
        if !told(&wrong).contains(&(*code, example.severity)) {
            failed.push(format!("{code}: {:?}", told(&wrong)));
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
    assert!(in_portuguese > 10, "{in_portuguese}");
    let page = CodePage::new(Code::MissingEvidence, &Locale::new(Language::Portuguese));
    assert!(page.wrong.contains("Na parede"), "{}", page.wrong);
}

#[test]
fn the_bakery_is_fine() {
    let ran = bakery().run(&["check", "--as-of", AS_OF, "--lang", "en"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
}

#[test]
fn each_page_fits_on_a_screen_in_both_languages() {
    const LINES: usize = 45;
    let folder = Folder::new();
    for language in ["en", "pt-BR"] {
        for code in Code::ALL {
            let ran = folder.run(&["explain", code.as_str(), "--lang", language]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{code}");
            assert!(!ran.out.contains('⟦'), "a word is missing: {}", ran.out);
            let lines: Vec<&str> = ran.out.lines().collect();
            assert!(lines.len() <= LINES, "{code}: {} lines", lines.len());
            for line in lines {
                assert!(line.chars().count() <= 80, "{code}: {line}");
            }
        }
    }
}

/// Where the pages of a language are.
fn folder_of(language: Language) -> &'static str {
    match language {
        Language::English => "docs/en/codes",
        Language::Portuguese => "docs/pt-BR/codigos",
    }
}

/// The pages of a language by their names, and the list of them.
fn pages(language: Language) -> Vec<(String, String)> {
    let locale = Locale::new(language);
    let name = |code: &str| format!("{code}.md");
    let mut pages: Vec<(String, String)> = Code::ALL
        .iter()
        .map(|code| {
            let page = CodePage::new(*code, &locale);
            (name(code.as_str()), page.markdown(&locale))
        })
        .collect();
    pages.push((name("README"), index(&locale, &name)));
    pages.sort();
    pages
}

/// `REGUA_PAGES=write` writes them anew.
#[test]
fn the_documentation_holds_the_same_pages() {
    for language in [Language::English, Language::Portuguese] {
        let folder = repository().join(folder_of(language));
        let pages = pages(language);
        if std::env::var("REGUA_PAGES").is_ok_and(|value| value == "write") {
            std::fs::create_dir_all(&folder).expect("folders can be made");
            for old in files_below(&folder) {
                std::fs::remove_file(folder.join(old)).expect("files can be removed");
            }
            for (name, text) in &pages {
                std::fs::write(folder.join(name), text).expect("files can be written");
            }
        }
        let names: Vec<&String> = pages.iter().map(|(name, _)| name).collect();
        let found = files_below(&folder);
        assert_eq!(names, found.iter().collect::<Vec<_>>(), "REGUA_PAGES=write");
        for (name, text) in &pages {
            let found = std::fs::read_to_string(folder.join(name)).expect("a page is text");
            assert_eq!(*text, found, "{name}: write it anew with REGUA_PAGES=write");
        }
    }
}

#[test]
fn a_code_is_explained_as_it_stands_on_the_screen() {
    let folder = Folder::new();
    let explain = |asked: &str| folder.run(&["explain", asked, "--lang", "en"]);
    let plain = explain("unknown-key");
    assert_eq!(plain.code, 0, "{}", plain.err);
    assert!(
        plain.out.starts_with("error[unknown-key]\n"),
        "{}",
        plain.out
    );
    assert_eq!(explain("error[unknown-key]").out, plain.out);
    let several = folder.run(&["explain", "behind", "stale-reading", "--format", "json"]);
    assert_eq!(several.json()["codes"][1]["code"], "stale-reading");
}

#[test]
fn a_slip_in_a_code_is_told_with_the_nearest_one() {
    let ran = bakery().run(&["explain", "unknwon-key", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("did you mean: unknown-key?"),
        "{}",
        ran.err
    );
    // Where there is no workspace, codes are explained all the same.
    let ran = Folder::new().run(&["explain", "unknwon-key", "--lang", "pt-BR"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("você quis dizer: unknown-key?"),
        "{}",
        ran.err
    );
}
