//! No page has a fault that a machine can find, in any medium, scheme or width.

use crate::report_browser::stress::{empty, sparse, stress};

use super::*;

/// The widths of a phone, a tablet and a desk, in CSS pixels.
const WIDTHS: [u32; 3] = [360, 768, 1440];
/// What is left of the width of A4 between the margins of the printed page, in CSS pixels.
const PAPER: u32 = 672;

/// The medium, the scheme and the width in which a page is held to the rules of accessibility.
const MODES: [(&str, &str, u32); 3] = [
    ("screen", "light", WIDTHS[2]),
    ("screen", "dark", WIDTHS[0]),
    ("print", "light", PAPER),
];

/// Ids that are given twice, and links within the page that lead nowhere.
const BROKEN_LINKS: &str = r"(() => {
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is given twice`);
  const known = new Set(ids);
  const within = [...document.querySelectorAll('a[href^=\'#\']')].map((link) => link.getAttribute('href').slice(1));
  const lost = within.filter((id) => !known.has(decodeURIComponent(id))).map((id) => `#${id} leads nowhere`);
  const named = ['aria-labelledby', 'aria-describedby', 'for'].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((one) => one.getAttribute(name).split(' ')));
  return [...twice, ...lost, ...named.filter((id) => !known.has(id)).map((id) => `${id} names nothing`)];
})()";

/// What reaches beyond the right edge of the page, but for what lies in a box that scrolls by itself.
const TOO_WIDE: &str = r"(() => {
  const edge = document.documentElement.clientWidth;
  const scrolls = (one) => one && (getComputedStyle(one).overflowX !== 'visible' || scrolls(one.parentElement));
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > edge + 1 && !scrolls(one))
    .sort((one, other) => other.getBoundingClientRect().right - one.getBoundingClientRect().right)
    .slice(0, 8)
    .map((one) => `${one.tagName} .${one.className} in #${one.closest('[id]')?.id}: ${one.textContent.trim().slice(0, 60)}`);
})()";

/// How many links within the page there are.
const LINKS: &str = "document.querySelectorAll('a[href^=\"#\"]').length";

/// Holds a report to everything that a machine can find, with all its parts open.
fn hold(page: &Page<'_>, folder: &Folder, what: &str, language: &str) {
    let path = made(folder, language);
    hold_page(page, &path, what, language);
    assert!(page.evaluate(LINKS).as_u64() >= Some(3), "{what} has links");
}

/// Holds the answer on one page to the same.
fn hold_short(page: &Page<'_>, folder: &Folder, what: &str, language: &str) {
    let path = made_short(folder, language);
    hold_page(page, &path, what, language);
    // What it would lead to is in the report, and not beside it.
    assert_eq!(
        page.evaluate(LINKS).as_u64(),
        Some(0),
        "{what} has no links"
    );
}

fn hold_page(page: &Page<'_>, path: &Path, what: &str, language: &str) {
    page.set_viewport(WIDTHS[2], 900);
    page.emulate("screen", "light");
    page.open(path);
    page.evaluate(OPEN_ALL);
    let what = format!("{what}, {language}");
    assert_eq!(page.evaluate(BROKEN_LINKS), serde_json::json!([]), "{what}");
    for width in WIDTHS {
        page.set_viewport(width, 900);
        assert_eq!(
            page.horizontal_overflow(),
            0,
            "{what} scrolls sideways at {width} px: {:#}",
            page.evaluate(TOO_WIDE)
        );
        let overlaps = page.overlapping_svg_texts();
        assert!(overlaps.is_empty(), "{what}, {width} px: {overlaps:#?}");
    }
    page.emulate("print", "light");
    page.set_viewport(PAPER, 900);
    let overlaps = page.overlapping_svg_texts();
    assert!(overlaps.is_empty(), "{what}, on paper: {overlaps:#?}");
    assert_eq!(
        page.horizontal_overflow(),
        0,
        "{what} is wider than paper: {:#}",
        page.evaluate(TOO_WIDE)
    );
    for (medium, scheme, width) in MODES {
        // Colours and sizes are the same in the other language.
        if language == "en" && width != WIDTHS[2] {
            continue;
        }
        page.emulate(medium, scheme);
        page.set_viewport(width, 900);
        let mut violations = page.axe();
        // Nobody points at paper.
        violations.retain(|violation| medium != "print" || violation.id != "target-size");
        assert!(
            violations.is_empty(),
            "{what}, {medium}, {scheme}, {width} px: {violations:#?}"
        );
    }
    assert_eq!(page.console(), [""; 0], "{what}");
    assert_eq!(page.requests(), [""; 0], "{what}");
}

fn hold_in_both_languages(folder: &Folder, what: &str) {
    let browser = Browser::launch();
    let page = browser.page();
    for language in ["pt-BR", "en"] {
        hold(&page, folder, what, language);
    }
}

#[test]
fn the_answer_on_one_page_has_no_fault() {
    let browser = Browser::launch();
    let page = browser.page();
    for (folder, what) in [
        (
            Folder::copy_of_example("otica-horizonte"),
            "otica-horizonte",
        ),
        (Folder::copy_of_example("saas-support"), "saas-support"),
        (empty(), "empty"),
        (sparse(), "sparse"),
        (stress(), "stress"),
    ] {
        for language in ["pt-BR", "en"] {
            hold_short(&page, &folder, what, language);
        }
    }
}

#[test]
fn an_optician_s_report_has_no_fault() {
    hold_in_both_languages(
        &Folder::copy_of_example("otica-horizonte"),
        "otica-horizonte",
    );
}

#[test]
fn a_software_house_s_report_has_no_fault() {
    hold_in_both_languages(&Folder::copy_of_example("saas-support"), "saas-support");
}

#[test]
fn a_report_of_nothing_has_no_fault() {
    hold_in_both_languages(&empty(), "empty");
}

#[test]
fn a_report_of_one_of_everything_has_no_fault() {
    hold_in_both_languages(&sparse(), "sparse");
}

#[test]
fn a_report_of_as_much_as_can_be_has_no_fault() {
    let folder = stress();
    let browser = Browser::launch();
    let page = browser.page();
    hold(&page, &folder, "stress", "pt-BR");
    let counts = [
        ("section.objective li[id^=kr-]", 40),
        (".skills tbody tr:has(td)", 40),
        (".skills thead th", 14),
        (".respondents", 1),
        ("#kpis article", 3),
    ];
    for (selector, least) in counts {
        let found = page.evaluate(&format!("document.querySelectorAll('{selector}').length"));
        assert!(found.as_u64() >= Some(least), "{selector}: {found}");
    }
    for status in regua::model::Status::ALL {
        let selector = format!(".kr-status .{}", status.as_str());
        let found = page.evaluate(&format!("document.querySelector('{selector}') !== null"));
        assert!(found == true, "no key result is {status:?}");
    }
}

#[test]
fn what_is_broken_is_found() {
    let directory = TemporaryDirectory::new();
    let browser = Browser::launch();
    let page = browser.page();
    page.open(&directory.write(
        "broken.html",
        "<!doctype html><p id=a><p id=a><a href=#b>x</a><a href=#a>y</a><div aria-labelledby='a c'></div>",
    ));
    assert_eq!(
        page.evaluate(BROKEN_LINKS),
        serde_json::json!(["a is given twice", "#b leads nowhere", "c names nothing"])
    );
}

#[test]
fn a_table_wider_than_a_phone_begins_with_the_score_and_shows_that_it_goes_on() {
    let browser = Browser::launch();
    let page = browser.page();
    page.set_viewport(375, 700);
    page.emulate("screen", "light");
    page.open(&made(&Folder::copy_of_example("otica-horizonte"), "en"));
    let shown = page.evaluate(
        r"(() => {
  const box = [...document.querySelectorAll('#dimensions .scroll')].find((one) => /Levels and scores/.test(one.textContent));
  const edge = box.getBoundingClientRect().right;
  const seen = [...box.querySelectorAll('thead th')].filter((one) => one.getBoundingClientRect().right <= edge);
  const shades = getComputedStyle(box).backgroundAttachment.split(', ');
  return [box.scrollWidth > box.clientWidth, ...seen.map((one) => one.textContent), ...shades];
})()",
    );
    let shown: Vec<String> = shown
        .as_array()
        .expect("it is a list")
        .iter()
        .map(|own| own.as_str().map_or_else(|| own.to_string(), str::to_owned))
        .collect();
    assert_eq!(
        shown,
        [
            "true",
            "Dimension",
            "Level",
            "Practice",
            "local",
            "local",
            "scroll",
            "scroll"
        ]
    );
}
