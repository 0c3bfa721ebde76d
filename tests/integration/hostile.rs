//! Files that nobody writes by mistake: the program says so, soon, and never falls over them.

use crate::support::{Folder, Ran, files_below};

/// Where a hostile text is put: a file of KPIs, which any workspace may have.
const FILE: &str = "kpis/hostile.yaml";

fn with_file(name: &str, bytes: &[u8]) -> Folder {
    let folder = Folder::copy_of_example("saas-support");
    folder.write(name, "");
    std::fs::write(folder.path().join(name), bytes).expect("files can be written");
    folder
}

fn check(folder: &Folder) -> Ran {
    folder.run(&["check", "--as-of", "2026-11-20", "--lang", "en"])
}

/// Checks that a text is refused with a problem of `code`, in few words. A panic ends with code 101, and a
/// signal with none, on which [`Folder::run`] itself fails.
#[track_caller]
fn refused(bytes: impl AsRef<[u8]>, code: &str) -> Ran {
    let ran = check(&with_file(FILE, bytes.as_ref()));
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains(&format!("error[{code}]")), "{}", ran.err);
    assert!(ran.err.contains(FILE), "{}", ran.err);
    assert!(ran.err.len() < 4_000, "{} bytes are said", ran.err.len());
    assert_eq!(ran.out, "");
    ran
}

#[test]
fn depth_is_bounded() {
    refused("[".repeat(100_000), "yaml-budget");
    refused("{a: ".repeat(100_000), "yaml-budget");
    refused("- ".repeat(100_000), "yaml-budget");
    refused("? ".repeat(100_000), "yaml-budget");
    let maps: String = (0..5_000)
        .map(|depth| format!("{}a:\n", " ".repeat(depth)))
        .collect();
    refused(maps, "yaml-budget");
}

#[test]
fn aliases_count_at_the_size_of_what_they_repeat() {
    let mut laughs = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n".to_owned();
    for level in 1..10 {
        let below = format!("*a{},", level - 1).repeat(9);
        laughs += &format!("a{level}: &a{level} [{below}]\n");
    }
    let ran = refused(laughs, "yaml-budget");
    assert!(ran.err.contains("aliases"), "{}", ran.err);

    let long = "x".repeat(100_000);
    let many = "*long,".repeat(20_000);
    refused(
        format!("regua: 1\nlong: &long {long}\nmany: [{many}]\n"),
        "unknown-key",
    );
}

#[test]
fn size_is_bounded() {
    let comment = "# An honest comment, and many more of them.\n";
    refused(comment.repeat((33 << 20) / comment.len()), "yaml-budget");
}

#[test]
fn long_texts_are_cut_where_they_are_cited() {
    let long = "x".repeat(200_000);
    refused(format!("regua: 1\n{}: 1\n", &long[..1_000]), "unknown-key");
    refused(
        format!("regua: 1\nkpis: [{{id: a, direction: {long}}}]\n"),
        "unknown-word",
    );
    refused(
        format!("regua: 1\nreadings: [{{kpi: csat, period: 2026-10, value: {long}}}]\n"),
        "not-a-number",
    );
    let digits = "9".repeat(200_000);
    refused(
        format!("regua: 1\nreadings: [{{kpi: csat, period: 2026-10, value: {digits}}}]\n"),
        "not-a-number",
    );
}

#[test]
fn what_is_no_text_is_refused() {
    refused(b"regua: 1\nkpis: [\0]\n", "yaml-syntax");
    refused(b"\0\0\0\0", "yaml-syntax");
    refused(b"regua: 1\nkpis: []\n\xff\xfe", "not-utf8");
    refused(b"PK\x03\x04\x14\x00\x08\x08\xe9", "not-utf8");
}

#[test]
fn what_a_file_says_never_reaches_the_terminal_as_a_command() {
    let escapes = [
        "\u{1b}[2J",
        "\u{1b}]0;title\u{7}",
        "\u{9b}31m",
        "\u{8}\u{8}",
    ];
    let marks = ["\u{202e}", "\u{2066}", "\u{200f}", "\u{feff}"];
    for dangerous in escapes.iter().chain(&marks) {
        let escaped: String = dangerous
            .chars()
            .map(|letter| format!("\\u{:04x}", u32::from(letter)))
            .collect();
        for written in [(*dangerous).to_owned(), format!("\"{escaped}\"")] {
            let ran = check(&with_file(
                FILE,
                format!("regua: 1\nkpis: [{{id: {written}}}]\n").as_bytes(),
            ));
            assert_eq!(ran.code, 2, "{}", ran.err);
            let passed_on = ran.err.chars().find(|letter| {
                let is_break = *letter == '\n';
                (letter.is_control() && !is_break)
                    || dangerous.contains(*letter) && !letter.is_ascii()
            });
            assert_eq!(passed_on, None, "{:?}", ran.err);
        }
    }
}

#[test]
fn byte_order_marks_and_line_ends_of_windows_change_nothing() {
    let folder = Folder::copy_of_example("saas-support");
    for file in files_below(folder.path()) {
        let text = folder.read(&file).replace('\n', "\r\n");
        folder.write(&file, &format!("\u{feff}{text}"));
    }
    let fine = check(&folder);
    assert_eq!(fine.code, 0, "{}", fine.err);

    for file in ["kpis/readings.yaml", "assessments/2026-10-31.yaml"] {
        let text = folder.read(file).replacen("regua: 1", "regua: 9", 1);
        folder.write(file, &text);
        let ran = check(&folder);
        let at = format!("{file}:2:8\n");
        assert!(ran.err.contains(&at), "{at}{}", ran.err);
    }
    assert!(!check(&folder).err.contains('\r'));
}

#[test]
fn a_table_with_line_ends_of_windows_is_read_and_cited_as_any_other() {
    let fine = "\u{feff}kpi;period;value\r\ncsat;2026-03;81%\r\n\r\ncsat;2026-04;82%\r\n";
    assert_eq!(
        check(&with_file("kpis/survey.csv", fine.as_bytes())).code,
        0
    );
    let wrong = fine.replace("82%", "82h");
    let ran = check(&with_file("kpis/survey.csv", wrong.as_bytes()));
    assert!(ran.err.contains("kpis/survey.csv:4:14\n"), "{}", ran.err);
    assert!(!ran.err.contains('\r'));
}

#[test]
fn a_table_with_quotes_that_never_end_is_refused() {
    let folder = with_file(
        "kpis/survey.csv",
        b"kpi,period,value\ncsat,2026-03,\"81%\ncsat,2026-04,82%\n",
    );
    let ran = check(&folder);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("kpis/survey.csv:2:14"), "{}", ran.err);
}

#[test]
fn a_file_without_anything_in_it_is_told() {
    refused("", "wrong-shape");
    refused("# To be filled in.\n", "wrong-shape");
    refused("---\n", "wrong-shape");
    let check_ins = "okrs/2026-Q4/check-ins.yaml";
    for nothing in ["", "# To be filled in.\n", "[]\n"] {
        let ran = check(&with_file(check_ins, nothing.as_bytes()));
        assert_eq!(ran.code, 0, "a cycle may be without check-ins: {}", ran.err);
    }
}

#[test]
fn the_odd_parts_of_yaml_are_named() {
    refused("? [a, b]\n: 1\n", "wrong-shape");
    refused("regua: 1\n? {complex: key}\n: 1\n", "wrong-shape");
    refused("regua: 1\n\tkpis: []\n", "yaml-syntax");
    refused("regua: !!str 1\n", "yaml-feature");
    refused("regua: !own 1\n", "yaml-feature");
    refused("regua: 1\n---\nregua: 1\n", "yaml-feature");
    refused("%YAML 1.1\n---\nregua: 1\n", "yaml-feature");
    let merged = "regua: 1\nkpis:\n  - &base {id: a, unit: h}\n  - {<<: *base, id: b}\n";
    let ran = refused(merged, "unknown-key");
    assert!(ran.err.contains("write the entries out"), "{}", ran.err);
}

#[test]
fn an_alias_stands_for_what_it_repeats() {
    let shared = "regua: 1\nkpis:\n  - {id: a, unit: &unit h}\n  - {id: b, unit: *unit}\n";
    assert_eq!(check(&with_file(FILE, shared.as_bytes())).code, 0);
}

#[test]
fn many_mistakes_on_one_long_line_are_told_soon() {
    let keys: Vec<String> = (0..2_000).map(|key| format!("key-{key}: 1")).collect();
    let readings = format!("regua: 1\nreadings: [{{{}}}]\n", keys.join(", "));
    let started = std::time::Instant::now();
    let ran = check(&with_file("kpis/many.yaml", readings.as_bytes()));
    assert_eq!(ran.err.matches("error[unknown-key]").count(), 2_000);
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn answers_that_all_deny_each_other_are_told_once_each() {
    const COUNT: usize = 150;
    let ids: Vec<String> = (0..COUNT).map(|index| format!("c{index}")).collect();
    let criteria: String = (ids.iter())
        .map(|id| {
            let mut others = ids.clone();
            others.retain(|other| other != id);
            let others = others.join(", ");
            format!("  - {{id: {id}, level: 1, dimension: d, scale: yes-no, conflicts_with: [{others}]}}\n")
        })
        .collect();
    let answers: Vec<String> = ids.iter().map(|id| format!("{id}: yes")).collect();
    let folder = Folder::new();
    folder
        .write("regua.yaml", "regua: 1\norganisation: T\nrubrics: [r]\n")
        .write(
            "rubrics/r.yaml",
            &format!("regua: 1\nid: r\nlevels: [{{id: one, number: 1}}]\ndimensions: [{{id: d}}]\ncriteria:\n{criteria}"),
        )
        .write(
            "assessments/a.yaml",
            &format!("regua: 1\nrubric: r\ndate: 2026-09-30\nanswers: {{{}}}\n", answers.join(", ")),
        );
    let ran = check(&folder);
    assert_eq!(ran.code, 0, "{}", ran.err);
    // Every pair is counted at the first of the two; the last three make three pairs, told one by one.
    assert!(ran.err.contains("149"), "{}", ran.err);
    assert!(ran.err.len() < 200_000, "{} bytes", ran.err.len());
}

#[test]
fn a_thousand_mistakes_are_told_without_a_thousand_drawings() {
    let rows: String = (0..1_000)
        .map(|row| format!("  - {{kpi: revenue, period: 2026-10, segment: s={row}, value: 1}}\n"))
        .collect();
    let ran = refused(format!("regua: 1\nreadings:\n{rows}"), "unknown-kpi");
    assert!(ran.err.contains("999 more lines"), "{}", ran.err);
    assert!(ran.err.contains("1000 errors"), "{}", ran.err);
}
