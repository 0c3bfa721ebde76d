//! What somebody writes in a file stays what it is, a text: nothing in it runs, loads or becomes a part of the page.

use std::collections::BTreeSet;

use serde_json::json;

use super::dangerous::{FILES, fields, text_of, workspace};
use super::*;

/// Whether a text is Markdown, whose marks turn into what they stand for, or is to be read as it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    AsWritten,
    AsMarkdown,
}
use Shown::{AsMarkdown, AsWritten};

/// Texts that would like to run `ran`, to load something, or to be taken for markup, style or a template.
const PAYLOADS: [(Shown, &str); 27] = [
    (AsWritten, "<script>ran(1)</script>"),
    (AsWritten, "<img src=x onerror=\"ran(1)\">"),
    (
        AsWritten,
        "<svg onload=ran(1)><a xlink:href=\"javascript:ran(1)\"><text>x</text></a></svg>",
    ),
    (
        AsWritten,
        "<iframe src=\"javascript:ran(1)\"></iframe><object data=\"//example.org/o\"></object><embed src=\"//example.org/e\">",
    ),
    (
        AsWritten,
        "<base href=\"//example.org/\"><link rel=stylesheet href=\"//example.org/s.css\"><meta http-equiv=refresh content=\"0;url=//example.org/\">",
    ),
    (
        AsWritten,
        "<details open ontoggle=ran(1)><input autofocus onfocus=ran(1)><video src=\"//example.org/v\" onerror=ran(1)>",
    ),
    (
        AsWritten,
        "<style>@import url(//example.org/s.css);p{background:url(//example.org/b)}</style>",
    ),
    (
        AsWritten,
        "<math><mtext></p><style><img src onerror=ran(1)>",
    ),
    (
        AsWritten,
        "<template><form action=\"javascript:ran(1)\"><button formaction=\"javascript:ran(1)\">x",
    ),
    (AsWritten, "\"><svg/onload=ran(1)>"),
    (AsWritten, "'><img src=x onerror=ran(1)>"),
    (AsWritten, "\" autofocus tabindex=1 onfocus=\"ran(1)"),
    (
        AsWritten,
        "x onmouseover=ran(1) autofocus onfocus=ran(1) tabindex=1",
    ),
    (
        AsWritten,
        "</style></title></textarea><script>ran(1)</script>",
    ),
    (AsWritten, "]]><script>ran(1)</script><![CDATA["),
    (AsWritten, "--><script>ran(1)</script><!--"),
    (
        AsWritten,
        "</text></svg></figure></main></body><script>ran(1)</script>",
    ),
    (AsWritten, "javascript:ran(1)//"),
    (
        AsWritten,
        "{{ 7919 * 7907 }}{% include \"report/style.css.j2\" %}{% raw %}{# note #}",
    ),
    (
        AsWritten,
        "{ $count } { report-kicker } { 7919 -> [one] a }",
    ),
    (
        AsMarkdown,
        "[x](javascript:ran(1)) [y](JaVaScRiPt:ran(1)) [z](&#106;avascript:ran(1)) [w](vbscript:ran)",
    ),
    (
        AsMarkdown,
        "[x](data:text/html;base64,PHNjcmlwdD5yYW4oMSk8L3NjcmlwdD4=) <data:text/html,x>",
    ),
    (
        AsMarkdown,
        "![x](https://example.org/x.png \"t\") ![y][r] [r]: https://example.org/y.png",
    ),
    (
        AsMarkdown,
        "text [x][r]\n\n[r]: javascript:ran(1) \"t\"\n\ntext",
    ),
    (
        AsMarkdown,
        "<javascript:ran(1)> <https://example.org/\"onmouseover=\"ran(1)> www.example.org/\"onload=ran(1)",
    ),
    (
        AsMarkdown,
        "[x](https://example.org/ \"t\\\" autofocus onfocus=ran(1) \\\"\") [<img src=x onerror=ran(1)>](/x)",
    ),
    (
        AsMarkdown,
        "x\n\n# heading\n\n- item\n\n| a | b |\n|---|---|\n| <script>ran(1)</script> | `</code><script>ran(1)</script>` |\n\n```\n</code></pre><script>ran(1)</script>\n```\n",
    ),
];

/// The fields that the page does not show: the client stands for the organisation, an overlay for what it changes;
/// the rest is for questionnaires, for the terminal, or for those who read the files.
const NOT_ON_THE_PAGE: [&str; 22] = [
    "level-3",
    "dimension-3",
    "description",
    "guidance-1",
    "guidance-2",
    "guidance-3",
    "criterion-3",
    "question-5",
    "population",
    "overlaid-guidance",
    "skill-level-1",
    "skill-level-2",
    "skill-dimension",
    "evidence-5",
    "reading-source-1",
    "reading-note-1",
    "reading-source-2",
    "reading-note-2",
    "amendment-reason",
    "check-in-note-1",
    "check-in-by-1",
    "closed-by",
];

/// Every element with the names of its attributes, without repetitions.
const SHAPES: &str = r"[...new Set([...document.querySelectorAll('*')].map((one) =>
  [one.localName, ...one.getAttributeNames().filter((name) => !/^(id|class|hidden|open)$/.test(name)).sort()].join(' ')))]";

/// What Markdown may make of a text: no more than this.
const OF_MARKDOWN: [&str; 26] = [
    "a href",
    "a href title",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "input checked disabled type",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
];

/// Addresses of links that would do something else than lead somewhere.
const LIVE_LINKS: &str = r"[...document.querySelectorAll('a, area, form')].map((one) => one.href ?? one.action)
  .map((address) => typeof address === 'string' ? address : String(address.baseVal))
  .filter((address) => address && !/^(https?|mailto|file):/.test(address))";

/// Which of these texts the page does not show, spaces aside.
fn missing(page: &Page<'_>, texts: &[String]) -> Vec<String> {
    let found = page.evaluate(&format!(
        r"((texts) => {{
          const bare = (text) => text.replace(/\s+/g, '');
          const shown = bare(document.body.textContent);
          return texts.filter((text) => !shown.includes(bare(text)));
        }})({})",
        json!(texts)
    ));
    serde_json::from_value(found).expect("texts are texts")
}

fn shapes(page: &Page<'_>) -> BTreeSet<String> {
    serde_json::from_value(page.evaluate(SHAPES)).expect("names are texts")
}

/// What a page with all charts of a report says of those that are no well-formed drawing.
const MALFORMED: &str = r"((charts) => charts.filter((chart) =>
  new DOMParser().parseFromString(chart, 'image/svg+xml').querySelector('parsererror')))";

/// Elements that have no place in a chart, nor in a page made of the Markdown.
const FOREIGN: &str = r"[...document.querySelectorAll(
  'script, iframe, object, embed, base, link, form, input, textarea, video, audio, foreignObject, image, [style], style')]
  .filter((one) => !one.outerHTML.includes('--paper'))
  .map((one) => one.outerHTML)
  .concat([...document.querySelectorAll('*')].filter((one) => one.getAttributeNames().some((name) => name.startsWith('on')))
    .map((one) => one.outerHTML))";

/// The Markdown as a host shows it that lets everything through.
fn unfiltered(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.render.r#unsafe = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    comrak::markdown_to_html(markdown, &options)
}

/// That nothing has run, and nothing was asked for but the charts of the report.
#[track_caller]
fn hold_still(page: &Page<'_>, what: &str) {
    assert_eq!(page.recorded_calls(), [""; 0], "{what} has run");
    let mut requests = page.requests();
    requests.retain(|address| !(address.starts_with("file:") && address.contains("/charts/")));
    assert_eq!(requests, [""; 0], "{what} has loaded something");
    assert_eq!(page.evaluate(LIVE_LINKS), json!([]), "{what}");
}

/// Opens a page that a report has nothing to say about, with the body given.
fn open_beside(page: &Page<'_>, folder: &Folder, body: &str) {
    let file = "en/beside.html";
    folder.write(
        file,
        &format!("<!doctype html><meta charset=utf-8><title>x</title>{body}"),
    );
    page.open(&folder.path().join(file));
}

#[test]
fn no_text_of_a_file_becomes_more_than_a_text() {
    let browser = Browser::launch();
    let page = browser.page();
    // Whatever got in would run: no policy stops it.
    page.hold_to_policy(false);
    page.record_calls_of("ran");
    let words = "plain words";
    page.open(&made(&workspace(words), "en"));
    let usual = shapes(&page);
    let names = fields();
    let written = |dangerous: &str, fields: &[&str]| -> Vec<String> {
        let text = |field: &&str| match *field {
            // `channel=chat` is two words, which are shown apart.
            "segment" => "@segment@".to_owned(),
            field => text_of(dangerous, field),
        };
        fields.iter().map(text).collect()
    };
    assert_eq!(
        missing(&page, &written(words, &names)),
        written(words, &NOT_ON_THE_PAGE),
        "every other field is on the page"
    );
    let on_the_page: Vec<&str> = names
        .into_iter()
        .filter(|field| !NOT_ON_THE_PAGE.contains(field))
        .collect();

    for (shown, payload) in PAYLOADS {
        let folder = workspace(payload);
        let files = files(&folder, "en");
        page.open(&folder.path().join("en/report.html"));
        page.evaluate(OPEN_ALL);
        hold_still(&page, payload);
        let mut unusual = shapes(&page);
        unusual.retain(|shape| !usual.contains(shape));
        if shown == AsMarkdown {
            unusual.retain(|shape| !OF_MARKDOWN.contains(&shape.as_str()));
        } else {
            let texts = written(payload, &on_the_page);
            let lost = missing(&page, &texts);
            assert_eq!(lost, [""; 0], "{payload} is no longer read");
        }
        assert!(unusual.is_empty(), "{payload} became {unusual:?}");
        let computed = page.evaluate("document.body.textContent.includes('62615533')");
        assert_eq!(computed, false, "{payload} was computed");

        let charts = files.iter().filter(|(name, _)| name.ends_with(".svg"));
        let charts: Vec<&str> = charts.map(|(_, text)| text.as_str()).collect();
        assert!(charts.len() >= 8, "only {} charts", charts.len());
        open_beside(&page, &folder, &charts.join("\n"));
        hold_still(&page, &format!("in a chart, {payload}"));
        assert_eq!(page.evaluate(FOREIGN), json!([]), "in a chart, {payload}");
        let malformed = page.evaluate(&format!("{MALFORMED}({})", json!(charts)));
        assert_eq!(malformed, json!([]), "{payload}");

        open_beside(&page, &folder, &unfiltered(&files["report.md"]));
        hold_still(&page, &format!("in Markdown, {payload}"));
        assert_eq!(page.evaluate(FOREIGN), json!([]), "in Markdown, {payload}");
    }
}

#[test]
fn no_text_of_a_file_becomes_more_than_a_text_on_one_page() {
    let browser = Browser::launch();
    let page = browser.page();
    page.hold_to_policy(false);
    page.record_calls_of("ran");
    for (shown, payload) in PAYLOADS {
        let folder = workspace(payload);
        let settings = folder.read("regua.yaml");
        let (before, _) = settings.split_once("report:").expect("there is a brand");
        folder.write("regua.yaml", before);
        let ran = folder.run(&[
            "report",
            "--as-of",
            stress::AS_OF,
            "--lang",
            "en",
            "--summary",
            "--output",
            "en",
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let file = files_below(&folder.path().join("en"))
            .into_iter()
            .find(|file| file.ends_with(".html"))
            .expect("the page is written");
        page.open(&folder.path().join("en").join(file));
        hold_still(&page, payload);
        if shown == AsWritten {
            let texts = ["organisation", "rubric", "kpi"].map(|field| text_of(payload, field));
            assert_eq!(missing(&page, &texts), [""; 0], "{payload}");
        }
    }
}

/// The keys under which readers take a text, as the source has them.
fn text_keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let folder = crate::support::repository().join("src/read");
    for file in files_below(&folder) {
        let source = std::fs::read_to_string(folder.join(file)).unwrap();
        for call in ["optional_text(", "optional_string(", "row.text("] {
            for after in source.split(call).skip(1) {
                let Some((arguments, _)) = after.split_once(')') else {
                    continue;
                };
                keys.extend(arguments.split('"').nth(1).map(str::to_owned));
            }
        }
        // Keys of one text, in the table of what an overlay may change.
        for line in source.lines().filter(|line| line.contains("\", Text)")) {
            for entry in line.split("(\"").skip(1) {
                keys.extend(entry.split_once("\", Text)").map(|(key, _)| key.to_owned()));
            }
        }
    }
    keys
}

#[test]
fn every_field_of_the_files_is_given_a_dangerous_text() {
    let keys = text_keys();
    assert!(keys.len() > 20, "{keys:?}");
    let written: String = FILES.iter().map(|(_, template)| *template).collect();
    for key in keys {
        // A length of time, in which nothing else can be written.
        if key == "within" {
            continue;
        }
        assert!(
            written.contains(&format!("{key}: «")),
            "{key} is given no dangerous text"
        );
    }
}

#[test]
fn marks_that_reorder_what_is_read_are_refused_and_shown() {
    for (mark, shown) in [
        ("\u{202e}", "U+202E"),
        ("\u{2066}", "U+2066"),
        ("\u{200f}", "U+200F"),
        (r"\x1b", "U+001B"),
    ] {
        let folder = stress::empty();
        folder.write(
            "regua.yaml",
            &format!("regua: 1\norganisation: \"No{mark}va\"\n"),
        );
        for language in ["pt-BR", "en"] {
            let ran = folder.run(&["report", "--lang", language, "--output", "out"]);
            assert_eq!(ran.code, 2, "{}", ran.err);
            assert!(
                !ran.err
                    .contains(['\u{202e}', '\u{2066}', '\u{200f}', '\u{1b}']),
                "{:?}",
                ran.err
            );
            assert!(ran.err.contains(shown), "{}", ran.err);
            assert!(ran.err.contains("regua.yaml:2:"), "{}", ran.err);
        }
    }
}
