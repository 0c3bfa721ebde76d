//! The harness is tested first: it has to report every planted fault, and
//! nothing about a page without faults.

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::{Browser, Page, TemporaryDirectory, Violation, find_browser};

/// A page without faults, with everything the harness looks at: styles, a
/// script, a picture with two texts, and an image within the page.
const CLEAN: &str = r##"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Clean</title>
<style>
  @page { size: 100mm 200mm }
  body { margin: 0; background: #fff; color: #222 }
  @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }
  @media print { main { border: 1px solid } }
</style>
<main>
  <h1>Clean</h1>
  <p>Nothing wrong here.</p>
  <img alt="A dot" width="1" height="1"
       src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">
  <svg role="img" aria-label="Two words" width="200" height="60" fill="currentColor">
    <text x="0" y="20">one</text>
    <text x="100" y="20">two</text>
  </svg>
</main>
<script>document.title += " page";</script>
</html>"##;

/// The clean page with a piece of markup put at the end of its main part.
fn clean_page_with(markup: &str) -> String {
    CLEAN.replace("</main>", &format!("{markup}</main>"))
}

/// Opens a page with this content and hands it to the test.
fn with_page(content: &str, test: impl FnOnce(&Page, &TemporaryDirectory)) {
    let directory = TemporaryDirectory::new();
    // A name that only works when the address is encoded.
    let path = directory.write("página #1 100%.html", content);
    let browser = Browser::launch();
    let page = browser.page();
    page.open(&path);
    test(&page, &directory);
}

/// Opens the clean page with this markup added.
fn with_fault(markup: &str, test: impl FnOnce(&Page)) {
    with_page(&clean_page_with(markup), |page, _| test(page));
}

/// The violation of one rule.
fn find<'list>(violations: &'list [Violation], id: &str) -> &'list Violation {
    violations
        .iter()
        .find(|violation| violation.id == id)
        .unwrap_or_else(|| panic!("no {id} in {violations:#?}"))
}

/// Asserts that exactly one line contains all these words.
fn assert_one_line(lines: &[String], words: &[&str]) {
    let count = lines
        .iter()
        .filter(|line| words.iter().all(|word| line.contains(word)))
        .count();
    assert_eq!(count, 1, "lines with {words:?} in {lines:#?}");
}

/// Whether any process still runs with this text in its command line.
fn is_running(argument: &str) -> bool {
    let processes = std::fs::read_dir("/proc").expect("the tests run on Linux");
    processes.flatten().any(|process| {
        let command = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
        String::from_utf8_lossy(&command).contains(argument)
    })
}

#[test]
fn clean_page_has_nothing_to_report() {
    with_page(CLEAN, |page, _| {
        for (width, scheme) in [(1280, "light"), (320, "dark")] {
            page.set_viewport(width, 800);
            page.emulate("screen", scheme);
            assert_eq!(page.axe(), [], "{scheme}");
            assert_eq!(page.horizontal_overflow(), 0, "{width}");
            assert_eq!(page.overlapping_svg_texts(), [""; 0], "{width}");
        }
        assert_eq!(page.console(), [""; 0]);
        assert_eq!(page.requests(), [""; 0]);
    });
}

#[test]
fn everything_on_the_console_is_reported() {
    let script = r#"<script>
      console.error("planted", 1, true);
      console.log("a mere remark");
      Promise.reject(new Error("rejected"));
      setTimeout(() => { throw new Error("thrown") });
    </script>"#;
    with_fault(script, |page| {
        // Waits for the planted timer, which comes after the page is loaded.
        page.evaluate("new Promise((resolve) => setTimeout(resolve, 50))");
        let console = page.console();
        assert_one_line(&console, &["console.error: planted 1 true"]);
        assert_one_line(&console, &["console.log: a mere remark"]);
        assert_one_line(&console, &["exception: Error: rejected"]);
        assert_one_line(&console, &["exception: Error: thrown"]);
        assert_eq!(console.len(), 4, "{console:#?}");
    });
}

#[test]
fn violated_content_security_policy_is_reported() {
    let content = CLEAN.replace(
        "<title>",
        r#"<meta http-equiv="Content-Security-Policy" content="script-src 'none'"><title>"#,
    );
    with_page(&content, |page, _| {
        assert_one_line(&page.console(), &["Content Security Policy"]);
        assert_eq!(page.evaluate("document.title"), "Clean");
    });
}

#[test]
fn external_requests_are_reported_and_fail() {
    let markup = r#"
      <img alt="Elsewhere" src="http://img.example/picture.png">
      <iframe title="Elsewhere" src="https://frame.example/"></iframe>
      <img alt="Beside" src="beside.png">
      <style>@font-face { font-family: far; src: url(https://font.example/far.woff2) }
      h1 { font-family: far }</style>
      <script>
        new WebSocket("ws://socket.example/");
        fetch("http://127.0.0.1:9/number").catch(() => {});
      </script>"#;
    with_fault(markup, |page| {
        let requests = page.requests();
        for address in [
            "http://img.example/picture.png",
            "https://frame.example/",
            "/beside.png",
            "https://font.example/far.woff2",
            "ws://socket.example/",
            "http://127.0.0.1:9/number",
        ] {
            assert_one_line(&requests, &[address]);
        }
        assert_eq!(requests.len(), 6, "{requests:#?}");
        let refused = ["log error (network)", "NAME_NOT_RESOLVED", "img.example"];
        assert_one_line(&page.console(), &refused);
    });
}

#[test]
fn nothing_leaves_the_machine_or_reaches_it() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("the listener has an address");
    listener
        .set_nonblocking(true)
        .expect("the listener can be polled");
    with_fault(
        &format!(r#"<img alt="Near" src="http://{address}/near.png">"#),
        |page| {
            assert_one_line(&page.requests(), &[&address.to_string()]);
            let met = listener.accept().map(|_| ()).map_err(|error| error.kind());
            assert_eq!(met, Err(std::io::ErrorKind::WouldBlock));
        },
    );
}

#[test]
fn broken_accessibility_rules_are_reported() {
    let markup = r#"<img id="silent" width="9" height="9" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">
      <p id="faint" style="color: #ccc; background: #fff">Hard to read</p>"#;
    with_fault(markup, |page| {
        let violations = page.axe();
        assert_eq!(violations.len(), 2, "{violations:#?}");
        let image = find(&violations, "image-alt");
        assert_eq!(image.targets, ["#silent"]);
        assert_eq!(image.impact, "critical");
        assert!(image.help.contains("alternative text"), "{}", image.help);
        assert_eq!(find(&violations, "color-contrast").targets, ["#faint"]);
    });
}

#[test]
fn accessibility_depends_on_the_scheme() {
    let fault = r#"<style>@media (prefers-color-scheme: dark) { h1 { color: #222 } }</style>"#;
    with_fault(fault, |page| {
        assert_eq!(page.axe(), []);
        page.emulate("screen", "dark");
        assert_eq!(find(&page.axe(), "color-contrast").targets, ["h1"]);
    });
}

#[test]
fn overflow_and_viewport_are_measured() {
    with_fault(r#"<div style="width: 1000px">wide</div>"#, |page| {
        assert_eq!(page.horizontal_overflow(), 0);
        page.set_viewport(320, 640);
        assert_eq!(page.horizontal_overflow(), 680);
        assert_eq!(
            page.evaluate("[innerWidth, innerHeight]"),
            json!([320, 640])
        );
    });
}

#[test]
fn overlapping_texts_are_reported() {
    let pictures = r#"<svg width="200" height="60">
        <text x="0" y="20">first</text>
        <text x="10" y="22">second</text>
        <text x="10" y="22" visibility="hidden">hidden</text>
        <text x="150" y="20">far</text>
      </svg>
      <svg width="200" height="60" style="margin-left: -200px"><text x="0" y="20">other</text></svg>"#;
    with_fault(pictures, |page| {
        let pairs = page.overlapping_svg_texts();
        assert_one_line(&pairs, &["“first” overlaps “second” by "]);
        assert_eq!(pairs.len(), 1, "{pairs:#?}");
    });
}

#[test]
fn media_are_emulated() {
    with_page(CLEAN, |page, _| {
        let matches = |query: &str| page.evaluate(&format!("matchMedia('{query}').matches"));
        assert_eq!(matches("screen"), true);
        assert_eq!(matches("(prefers-color-scheme: light)"), true);
        page.emulate("print", "dark");
        assert_eq!(matches("print"), true);
        assert_eq!(matches("(prefers-color-scheme: dark)"), true);
    });
}

#[test]
fn pictures_and_prints_have_the_asked_for_size() {
    with_fault(r#"<div style="height: 2000px">tall</div>"#, |page| {
        let directory = TemporaryDirectory::new();
        let [window, whole, print] =
            ["window.png", "whole.png", "print.pdf"].map(|name| directory.path().join(name));
        page.set_viewport(400, 300);
        page.screenshot(&window, false);
        page.screenshot(&whole, true);
        assert_eq!(png_size(&window), (400, 300));
        let height = page.evaluate("document.documentElement.scrollHeight");
        assert!(height.as_u64() > Some(2000), "{height}");
        assert_eq!(json!(png_size(&whole)), json!([400, height]));
        page.pdf(&print);
        // 100 by 200 mm, which the page's style asks for.
        let (width, height) = pdf_size(&print);
        assert!((width - 100.0).abs() < 0.5, "{width} mm");
        assert!((height - 200.0).abs() < 0.5, "{height} mm");
    });
}

/// The width and height of the first page of a PDF file, in millimetres.
fn pdf_size(path: &Path) -> (f64, f64) {
    let bytes = std::fs::read(path).expect("the print is saved");
    assert!(bytes.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&bytes);
    let (_, after) = text
        .split_once("/MediaBox [0 0 ")
        .expect("pages have a size");
    let (points, _) = after.split_once(']').expect("the size ends");
    let (width, height) = points.split_once(' ').expect("the size is two numbers");
    let millimetres = |points: &str| {
        let points: f64 = points.parse().expect("the size is in numbers");
        points / 72.0 * 25.4
    };
    (millimetres(width), millimetres(height))
}

/// The width and height a PNG file says it has.
fn png_size(path: &Path) -> (u32, u32) {
    let bytes = std::fs::read(path).expect("the picture is saved");
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let number = |start: usize| {
        let field = bytes[start..start + 4].try_into();
        u32::from_be_bytes(field.expect("four bytes were taken"))
    };
    (number(16), number(20))
}

#[test]
fn values_and_promises_come_back() {
    with_page(CLEAN, |page, _| {
        assert_eq!(
            page.evaluate("Promise.resolve({ a: [1] })"),
            json!({ "a": [1] })
        );
        assert_eq!(page.evaluate("undefined"), json!(null));
    });
}

#[test]
#[should_panic(expected = "the page threw: TypeError: planted")]
fn exceptions_of_an_expression_fail_the_test() {
    with_page(CLEAN, |page, _| {
        page.evaluate("Promise.reject(new TypeError('planted'))");
    });
}

#[test]
#[should_panic(expected = "cannot open /there/is/no/such.html")]
fn opening_a_missing_file_fails_the_test() {
    Browser::launch()
        .page()
        .open(Path::new("/there/is/no/such.html"));
}

#[test]
fn opening_another_file_starts_a_new_record() {
    with_page(
        "<script>console.error('planted')</script>",
        |page, directory| {
            assert_eq!(page.console(), ["console.error: planted"]);
            page.open(&directory.write("clean.html", CLEAN));
            assert_eq!(page.console(), [""; 0]);
            assert_eq!(page.requests(), [""; 0]);
        },
    );
}

#[test]
fn tabs_are_recorded_apart() {
    let directory = TemporaryDirectory::new();
    let browser = Browser::launch();
    let (loud, clean) = (browser.page(), browser.page());
    loud.open(&directory.write("loud.html", "<script>console.error('planted')</script>"));
    clean.open(&directory.write("clean.html", CLEAN));
    assert_eq!(loud.console(), ["console.error: planted"]);
    assert_eq!(clean.console(), [""; 0]);
}

#[test]
fn browser_ends_and_cleans_up_also_when_a_test_panics() {
    let browser = Browser::launch();
    let directory = browser.directory();
    let name = directory.to_string_lossy().into_owned();
    assert!(directory.is_dir() && is_running(&name));
    let outcome = catch_unwind(AssertUnwindSafe(move || {
        let _page = browser.page();
        // A browser that hangs does not end by itself when its pipes close.
        browser.signal("STOP");
        panic!("planted");
    }));
    assert!(outcome.is_err());
    assert!(!directory.exists(), "{name} is left");
    // Helpers were killed, too, but only the main process was waited for.
    let deadline = Instant::now() + Duration::from_secs(10);
    while is_running(&name) {
        assert!(Instant::now() < deadline, "a process using {name} is left");
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
#[should_panic(expected = "failed: the browser has ended")]
fn ended_browser_fails_the_test_at_once() {
    let browser = Browser::launch();
    let page = browser.page();
    browser.signal("KILL");
    page.evaluate("1");
}

#[test]
fn missing_browser_is_an_error() {
    let nowhere = Some(OsString::from("/nowhere"));
    let none = find_browser(None, nowhere.clone()).expect_err("there is no browser");
    assert!(none.starts_with("no browser on $PATH"), "{none}");
    // A wrong choice is not made up for by another browser.
    let wrong = find_browser(Some("/nowhere/chromium".into()), std::env::var_os("PATH"));
    assert_eq!(
        wrong.expect_err("the chosen browser is missing"),
        "$CHROMIUM names /nowhere/chromium, which is not there"
    );
}
