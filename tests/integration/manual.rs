//! The manual pages, as `man` shows them.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::{Folder, files_below};

/// Runs `man` on a page at 80 columns.
fn man(page: &Path, arguments: &[&str]) -> Output {
    Command::new("man")
        .args(arguments)
        .arg(page)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("LC_ALL", "C.UTF-8")
        .env("MANWIDTH", "80")
        .env("MAN_KEEP_FORMATTING", "")
        .output()
        .expect("`man` is installed: tests/run does that")
}

/// The page as it is read, without bold and underlines.
fn read(page: &Path) -> String {
    let output = man(page, &["--local-file", "--encoding=UTF-8"]);
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).expect("a page is UTF-8");
    let mut plain = String::new();
    for letter in anstream::adapter::strip_str(&text).to_string().chars() {
        match letter {
            '\u{8}' => {
                plain.pop();
            }
            letter => plain.push(letter),
        }
    }
    plain
}

fn written() -> Folder {
    let folder = Folder::new();
    let ran = folder.run(&["man", "manual", "--lang", "en"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let count = files_below(&folder.path().join("manual")).len();
    assert_eq!(ran.out, format!("{count} pages written to manual\n"));
    folder
}

/// The names of all commands, as `--help` lists them.
fn commands(folder: &Folder, above: &[&str], names: &mut Vec<String>) {
    let mut arguments = above.to_vec();
    arguments.extend(["--help", "--lang", "en"]);
    let help = folder.run(&arguments).out;
    names.push(
        ["regua"]
            .iter()
            .chain(above)
            .copied()
            .collect::<Vec<_>>()
            .join("-"),
    );
    let listed = help.split("Commands:\n").nth(1).unwrap_or_default();
    for line in listed.lines().take_while(|line| !line.is_empty()) {
        let name = line
            .strip_prefix("  ")
            .and_then(|line| line.split(' ').next());
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            let below: Vec<&str> = above.iter().copied().chain([name]).collect();
            commands(folder, &below, names);
        }
    }
}

#[test]
fn every_command_has_a_page_in_both_languages() {
    let folder = written();
    let mut names = Vec::new();
    commands(&folder, &[], &mut names);
    assert!(names.len() > 25, "{names:?}");
    let mut expected: Vec<String> = ["man1", "pt_BR/man1"]
        .iter()
        .flat_map(|below| names.iter().map(move |name| format!("{below}/{name}.1")))
        .collect();
    expected.sort();
    assert_eq!(files_below(&folder.path().join("manual")), expected);
}

#[test]
fn man_reads_every_page_without_a_warning_and_finds_its_sections() {
    let folder = written();
    let pages = folder.path().join("manual");
    for name in files_below(&pages) {
        let page = pages.join(&name);
        let arguments = ["--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z"];
        let output = man(&page, &arguments);
        let warnings = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() && warnings.is_empty(),
            "{name}: {warnings}"
        );
        let text = read(&page);
        let sections: &[&str] = if name.starts_with("pt_BR") {
            &[
                "NOME",
                "SINOPSE",
                "DESCRIÇÃO",
                "OPÇÕES COMUNS",
                "CÓDIGO DE SAÍDA",
                "ARQUIVOS",
                "EXEMPLOS",
                "VEJA TAMBÉM",
            ]
        } else {
            &[
                "NAME",
                "SYNOPSIS",
                "DESCRIPTION",
                "COMMON OPTIONS",
                "EXIT STATUS",
                "FILES",
                "EXAMPLES",
                "SEE ALSO",
            ]
        };
        let headings: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with(char::is_alphabetic))
            .collect();
        let mut rest = headings.iter();
        for section in sections {
            assert!(
                rest.any(|heading| heading == section),
                "{name} lacks {section}: {headings:?}"
            );
        }
        assert!(!text.contains('⟦'), "{name}: {text}");
    }
}

#[test]
fn a_page_looks_well_at_80_columns() {
    let folder = written();
    let pages = folder.path().join("manual");
    for (name, page) in [
        ("check-in", "man1/regua-okr-check-in.1"),
        ("check-in.pt-BR", "pt_BR/man1/regua-okr-check-in.1"),
    ] {
        let text = read(&pages.join(page));
        // The first and last lines are spread by each `man` in its own way.
        let lines: Vec<&str> = text.trim().lines().collect();
        insta::assert_snapshot!(name, lines[1..lines.len() - 1].join("\n").trim().to_owned());
    }
}
