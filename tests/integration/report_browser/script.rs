//! The page can be read without its script; with it, some things are handier.

use base64::Engine;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::*;

/// How large the script may be, in bytes.
const LARGEST: usize = 900;

/// What holds words and is not shown, but for what the reader opens: the parts, and what is for those who listen.
const HIDDEN: &str = r"[...document.querySelectorAll('body *')]
  .filter((one) => one.textContent.trim() && !one.closest('svg, script, style, details:not([open]) > :not(summary), .unseen'))
  .filter((one) => !one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((one) => !one.closest('[data-js]'))
  .map((one) => one.outerHTML.slice(0, 100))";

/// Writes into the filter as a reader does.
fn filter(page: &Page<'_>, text: &str) {
    page.evaluate(&format!(
        "{{ const filter = document.querySelector('#filter'); filter.value = {}; \
         filter.dispatchEvent(new Event('input')); null }}",
        json!(text)
    ));
}

/// How many of the elements are shown.
fn shown(page: &Page<'_>, selector: &str) -> u64 {
    let count = page.evaluate(&format!(
        "[...document.querySelectorAll('{selector}')].filter((one) => one.checkVisibility()).length"
    ));
    count.as_u64().expect("a count is a number")
}

/// The colour of the paper.
fn paper(page: &Page<'_>) -> Value {
    page.evaluate("getComputedStyle(document.body).backgroundColor")
}

/// What stands between the tags of every such element.
fn contents<'page>(html: &'page str, tag: &str) -> Vec<&'page str> {
    let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
    let parts = html.split(open.as_str()).skip(1);
    parts
        .map(|part| part.split(close.as_str()).next().expect("an element ends"))
        .collect()
}

#[test]
fn everything_can_be_read_with_scripts_off() {
    let browser = Browser::launch();
    let page = browser.page();
    page.allow_scripts(false);
    for folder in [
        Folder::copy_of_example("otica-horizonte"),
        Folder::copy_of_example("saas-support"),
    ] {
        page.open(&made(&folder, "pt-BR"));
        assert_eq!(page.evaluate(HIDDEN), json!([]));
        let controls = page.evaluate(
            "[...document.querySelectorAll('[data-js]')].map((one) => one.checkVisibility())",
        );
        assert_eq!(controls, json!([false, false]), "what needs the script");
        page.evaluate(OPEN_ALL);
        assert_eq!(page.evaluate(HIDDEN), json!([]), "with all parts open");
        assert!(shown(&page, ".answers tbody tr") > 10);
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn what_is_hidden_is_found() {
    let browser = Browser::launch();
    let page = browser.page();
    let directory = TemporaryDirectory::new();
    page.open(&directory.write(
        "hidden.html",
        "<!doctype html><p>seen<p id=a hidden>x<p id=b style='opacity: 0'>y<p id=c data-js hidden>z<details><summary>s</summary><p>t</details>",
    ));
    let found = page.evaluate(&format!("({HIDDEN}).length"));
    assert_eq!(found, 2);
}

#[test]
fn the_filter_shows_the_rows_that_hold_the_words() {
    let browser = Browser::launch();
    let page = browser.page();
    page.open(&made(&Folder::copy_of_example("saas-support"), "en"));
    let rows = ".answers tbody";
    let all = shown(&page, rows);
    filter(&page, "BASIC-answers");
    let some = shown(&page, rows);
    assert!(0 < some && some < all, "{some} of {all}");
    let texts = page.evaluate(
        "[...document.querySelectorAll('.answers tbody')].filter((one) => one.checkVisibility())\
         .every((one) => one.textContent.includes('basic-answers'))",
    );
    assert_eq!(texts, true);
    filter(&page, "no such words");
    assert_eq!(shown(&page, rows), 0);
    filter(&page, "");
    assert_eq!(shown(&page, rows), all);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_button_switches_between_light_and_dark() {
    let browser = Browser::launch();
    let page = browser.page();
    let folder = Folder::copy_of_example("saas-support");
    let path = made(&folder, "en");
    page.emulate("screen", "dark");
    page.open(&path);
    let dark = paper(&page);
    page.emulate("screen", "light");
    page.open(&path);
    let light = paper(&page);
    assert_ne!(light, dark);
    let mut seen = Vec::new();
    for _ in 0..2 {
        page.evaluate("document.querySelector('#theme').click()");
        seen.push(paper(&page));
    }
    assert_eq!(seen, [dark, light]);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_link_to_an_explanation_opens_it() {
    let browser = Browser::launch();
    let page = browser.page();
    page.open(&made(&Folder::copy_of_example("otica-horizonte"), "pt-BR"));
    // Every figure of the summary that can be followed, one after the other.
    let opened = page.evaluate(
        "(async () => {
          const links = [...document.querySelectorAll('a.figure')];
          const opened = [];
          for (const link of links) {
            const part = document.querySelector(link.hash)?.closest('details');
            const before = part?.open;
            part.open = false;
            link.click();
            await new Promise((resolve) => setTimeout(resolve, 20));
            opened.push(part?.open && document.querySelector(link.hash).checkVisibility());
            location.hash = '';
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
          return opened;
        })()",
    );
    let opened = opened.as_array().expect("a list comes back");
    assert!(opened.len() >= 5, "{opened:?}");
    assert!(opened.iter().all(|one| *one == true), "{opened:?}");
    assert_eq!(page.console(), [""; 0]);
}

/// Presses the head of a column of the gap plan's table, and tells how it is sorted and what it shows. The columns
/// count from the end, where that is where one counts from.
const PRESS: &str = r"(column, key) => {
  const table = document.querySelector('#plan table.sortable');
  const heads = [...table.tHead.rows[0].cells];
  const head = heads.at(column);
  const button = head.querySelector('button');
  button.focus();
  if (document.activeElement !== button) return 'the keyboard does not reach it';
  if (key) return null;
  button.click();
  return { sorts: heads.map((one) => one.ariaSort), rows: [...table.tBodies[0].rows].map((row) => row.cells[head.cellIndex].textContent.trim()) };
}";

/// The texts of a column once its head has been pressed.
fn pressed(page: &Page<'_>, column: i8) -> (Value, Vec<String>) {
    let found = page.evaluate(&format!("({PRESS})({column}, false)"));
    let rows = serde_json::from_value(found["rows"].clone()).expect("texts are listed");
    (found["sorts"].clone(), rows)
}

#[test]
fn a_table_sorts_by_the_column_that_is_chosen() {
    let browser = Browser::launch();
    let page = browser.page();
    page.open(&made(&Folder::copy_of_example("otica-horizonte"), "pt-BR"));
    let tables = page.evaluate("document.querySelectorAll('table.sortable').length");
    assert!(tables.as_u64() >= Some(4), "few tables can be sorted");
    let number = |text: &String| text.replace(',', ".").parse::<f64>().expect("a number");
    // The column of the priority, twice: up and down.
    let (sorts, up) = pressed(&page, -1);
    assert_eq!(
        sorts.as_array().and_then(|all| all.last()),
        Some(&json!("ascending"))
    );
    let up: Vec<f64> = up.iter().map(number).collect();
    assert!(
        up.len() > 2 && up.is_sorted() && up.first() < up.last(),
        "{up:?}"
    );
    let (sorts, down) = pressed(&page, -1);
    assert_eq!(
        sorts.as_array().and_then(|all| all.last()),
        Some(&json!("descending"))
    );
    let down: Vec<f64> = down.iter().map(number).collect();
    assert!(down.iter().rev().is_sorted(), "{down:?}");
    // Another column, by words: the one before is no longer what the table is sorted by.
    let (sorts, words) = pressed(&page, 0);
    assert_eq!(sorts[0], "ascending");
    assert_eq!(
        sorts
            .as_array()
            .map(|all| all.iter().filter(|one| !one.is_null()).count()),
        Some(1)
    );
    assert!(words.is_sorted(), "{words:?}");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_keyboard_sorts_a_table_too() {
    let browser = Browser::launch();
    let page = browser.page();
    page.open(&made(&Folder::copy_of_example("otica-horizonte"), "pt-BR"));
    for (key, sorted) in [("Enter", "ascending"), (" ", "descending")] {
        assert_eq!(page.evaluate(&format!("({PRESS})(-1, true)")), Value::Null);
        page.press(key);
        let sorts = page.evaluate(
            "[...document.querySelector('#plan table.sortable').tHead.rows[0].cells].at(-1).ariaSort",
        );
        assert_eq!(sorts, sorted, "{key:?}");
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn figures_sort_by_what_they_are_worth() {
    let browser = Browser::launch();
    let page = browser.page();
    for (language, figures, sorted) in [
        (
            "pt-BR",
            ["0,5", "−1,30", "1.234,5", "12%", "0,25"],
            ["−1,30", "0,25", "0,5", "12%", "1.234,5"],
        ),
        (
            "en",
            ["0.5", "−1.30", "1,234.5", "12%", "0.25"],
            ["−1.30", "0.25", "0.5", "12%", "1,234.5"],
        ),
    ] {
        page.open(&made(&Folder::copy_of_example("otica-horizonte"), language));
        page.evaluate(&format!(
            "{{ const body = document.querySelector('#plan table.sortable').tBodies[0]; \
             const row = body.rows[0]; const rows = {}.map((text) => {{ const own = row.cloneNode(true); \
             [...own.cells].at(-1).textContent = text; return own }}); body.replaceChildren(...rows); null }}",
            json!(figures)
        ));
        assert_eq!(pressed(&page, -1).1, sorted, "{language}");
    }
}

#[test]
fn without_the_script_a_head_is_no_button() {
    let browser = Browser::launch();
    let page = browser.page();
    page.allow_scripts(false);
    page.open(&made(&Folder::copy_of_example("otica-horizonte"), "pt-BR"));
    let found = page.evaluate("document.querySelectorAll('th button, [aria-sort]').length");
    assert_eq!(found, 0);
}

#[test]
fn the_policy_allows_the_page_s_own_style_and_script_and_nothing_else() {
    for folder in [Folder::copy_of_example("otica-horizonte"), stress::empty()] {
        let html = &files(&folder, "en")["report.html"];
        let hash = |text: &str| {
            let digest = Sha256::digest(text);
            format!(
                "'sha256-{}'",
                base64::engine::general_purpose::STANDARD.encode(digest)
            )
        };
        let (styles, scripts) = (contents(html, "style"), contents(html, "script"));
        assert_eq!((styles.len(), scripts.len()), (1, 1));
        assert!(scripts[0].len() < LARGEST, "{} bytes", scripts[0].len());
        let policy = format!(
            "default-src 'none'; img-src data:; style-src {}; script-src {}",
            hash(styles[0]),
            hash(scripts[0])
        );
        assert!(
            html.contains(&format!(
                "http-equiv=\"Content-Security-Policy\" content=\"{policy}\""
            )),
            "{policy}"
        );
        // No style of an element's own, no handler: the policy would stop them without a word in a file.
        assert!(!html.contains(" style=") && !html.contains(" onclick="));
    }
}
