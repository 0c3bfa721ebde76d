//! What comes out of the printer: numbered pages of A4, no heading alone at the foot of one, and the head of a table on
//! each page that the table runs over.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::process::Command;

use super::*;

/// The texts of the pages of a PDF file, as a reader meets them.
pub(super) fn pages(pdf: &Path) -> Vec<String> {
    let ran = Command::new("pdftotext")
        .args([pdf.as_os_str(), "-".as_ref()])
        .output()
        .expect("pdftotext is installed, by `tests/run` or as a part of poppler-utils");
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let text = String::from_utf8(ran.stdout).expect("the text is UTF-8");
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(str::to_owned).collect()
}

/// The lines of a page that hold something.
pub(super) fn lines(page: &str) -> Vec<&str> {
    page.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect()
}

/// What the page says of itself, in the words of its elements.
fn words_of(page: &Page<'_>, selector: &str) -> BTreeSet<String> {
    let words = page.evaluate(&format!(
        r"[...document.querySelectorAll('{selector}')].map((one) => one.textContent.replace(/\s+/g, ' ').trim())"
    ));
    serde_json::from_value(words).expect("words are texts")
}

/// Holds the print of an example.
fn hold(example: &str, language: &str, count: RangeInclusive<usize>, head: [&str; 2]) {
    let browser = Browser::launch();
    let page = browser.page();
    let folder = Folder::copy_of_example(example);
    page.emulate("print", "light");
    page.open(&made(&folder, language));
    // A criterion's rating, and what it supports, belong to its heading.
    let headings = words_of(&page, "h2, h3, h4, h5, #criteria header p");
    let criteria = words_of(&page, ".answers tbody th");
    assert!(
        headings.len() > 10 && criteria.len() > 10,
        "{example}: {headings:?} {criteria:?}"
    );
    let printed = folder.path().join("report.pdf");
    page.pdf(&printed);
    let bytes = std::fs::read(&printed).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    // 210 by 297 mm, in points; the browser rounds to whole pixels.
    let is_a4 = [
        "/MediaBox [0 0 594.95996 841.91998]",
        "/MediaBox [0 0 595.91998 842.88]",
    ];
    assert!(
        is_a4.iter().any(|box_| text.contains(box_)),
        "{example} is on A4"
    );

    let pages = pages(&printed);
    hold_what_is_said(&page, &pages, example);
    assert!(
        count.contains(&pages.len()),
        "{example} has {} pages",
        pages.len()
    );
    let mut with_rows = 0;
    for (index, page) in pages.iter().enumerate() {
        let (number, lines) = (index + 1, lines(page));
        let foot = format!("{number} / {}", pages.len());
        let Some((last, rest)) = lines.split_last().filter(|_| number > 1) else {
            assert!(!page.contains(&foot), "the cover has no number");
            continue;
        };
        assert_eq!(*last, foot, "{example}, page {number}");
        let said = rest.last().expect("a page says something");
        assert!(
            !headings.contains(*said),
            "{example}, page {number} ends with the heading {said}"
        );
        let rows = rest.iter().filter(|line| criteria.contains(**line)).count();
        if rows >= 3 {
            with_rows += 1;
            for word in head {
                assert!(
                    rest.contains(&word),
                    "{example}, page {number}: no head of the table"
                );
            }
        }
    }
    assert!(with_rows >= 1, "{example} has a register");
}

/// What a reader opens on a screen is open on paper, or not announced there; and the foot is with what it belongs to.
fn hold_what_is_said(page: &Page<'_>, pages: &[String], example: &str) {
    let explained = words_of(page, ".why > div > p:last-child code");
    let figures = words_of(page, ".whys summary");
    assert!(
        explained.len() > 3 && explained.len() <= figures.len(),
        "{example}: {explained:?} {figures:?}"
    );
    let printed = pages.join(" ");
    // At the end of a line a hyphen is taken for one that divides a word.
    let without_breaks =
        |text: &str| text.replace(|own: char| own.is_whitespace() || own == '-', "");
    let printed = without_breaks(&printed);
    for address in explained {
        assert!(
            printed.contains(&without_breaks(&address)),
            "{example}: {address} is not printed"
        );
    }
    let foot: BTreeSet<String> = words_of(page, ".foot p");
    let foot = without_breaks(foot.first().expect("there is a foot"));
    let last = lines(pages.last().expect("there are pages"));
    let above = last[..last.len() - 1]
        .iter()
        .filter(|line| !foot.contains(&without_breaks(line)));
    assert!(above.count() > 3, "{example}: the foot is alone: {last:?}");
}

#[test]
fn an_optician_s_report_is_printed_on_numbered_pages() {
    hold(
        "otica-horizonte",
        "pt-BR",
        38..=50,
        ["Critério", "Resposta"],
    );
}

#[test]
fn a_software_house_s_report_is_printed_on_numbered_pages() {
    hold("saas-support", "en", 11..=17, ["Criterion", "Answer"]);
}

#[test]
fn the_answer_is_printed_on_one_page() {
    let browser = Browser::launch();
    let page = browser.page();
    page.emulate("print", "light");
    for example in ["otica-horizonte", "saas-support"] {
        let folder = Folder::copy_of_example(example);
        for language in ["pt-BR", "en"] {
            page.open(&made_short(&folder, language));
            let printed = folder.path().join("summary.pdf");
            page.pdf(&printed);
            let pages = pages(&printed);
            assert_eq!(pages.len(), 1, "{example}, {language}");
            assert!(
                pages[0].contains("regua"),
                "{example}, {language}: the foot is on it"
            );
            // A single assessment leaves room, which its charts fill; several have a table there.
            let by_dimension = ["Maturity by dimension", "Maturidade por dimensão"];
            assert_eq!(
                by_dimension.iter().any(|title| pages[0].contains(title)),
                example == "saas-support",
                "{example}, {language}"
            );
        }
    }
}
