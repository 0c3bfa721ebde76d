//! A page as PDF, by the Chromium that is installed: the report is drawn by one hand, on the screen and on paper.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::context::{Context, Failure};
use crate::locale::Word;
use crate::render::templates::csp_hash;
use crate::workspace;

/// The variables that name a browser, before any is looked for.
const VARIABLES: [&str; 2] = ["CHROMIUM", "CHROME"];
/// What it goes by, in the order of preference.
const NAMES: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
    "brave-browser",
];
/// Where it lies when it is on no path.
const PLACES: [&str; 6] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
/// How long a page may take: twenty times what the largest example does.
const LONGEST: Duration = Duration::from_secs(60);
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// How much smaller a page that is to be one sheet may be set, in per cent: no text becomes smaller than six points.
const SMALLER: [u32; 3] = [95, 90, 85];

/// A page as PDF on one sheet: set smaller where it is somewhat too long, and left as it is where that is not enough.
pub(super) fn printed_on_one_sheet(
    html: &str,
    context: &mut Context<'_>,
) -> Result<Vec<u8>, Failure> {
    let usual = printed(html, context)?;
    if sheets(&usual) <= 1 {
        return Ok(usual);
    }
    for percent in SMALLER {
        let smaller = printed(&set_smaller(html, percent), context)?;
        if sheets(&smaller) == 1 {
            return Ok(smaller);
        }
    }
    Ok(usual)
}

/// A page whose printed text is smaller, which its content security policy allows.
fn set_smaller(html: &str, percent: u32) -> String {
    let style = format!("@media print{{html{{zoom:{percent}%}}}}");
    let allowed = format!("style-src {} ", csp_hash(&style));
    html.replacen("style-src ", &allowed, 1).replacen(
        "</head>",
        &format!("<style>{style}</style></head>"),
        1,
    )
}

/// How many sheets a PDF of Chromium's has: each is an object of its own.
fn sheets(pdf: &[u8]) -> usize {
    const SHEET: &[u8] = b"/Type /Page\n";
    pdf.windows(SHEET.len()).filter(|own| *own == SHEET).count()
}

/// A page as PDF, with the day of its figures as its date. What the browser leaves behind goes with it.
pub(super) fn printed(html: &str, context: &mut Context<'_>) -> Result<Vec<u8>, Failure> {
    let browser = browser(context)?;
    let folder = tempfile::Builder::new()
        .prefix("regua-pdf-")
        .tempdir()
        .map_err(anyhow::Error::new)?;
    let page = ("report.html".to_owned(), html.to_owned());
    workspace::write_files(folder.path(), &[page])?;
    if !has_printed(&browser, folder.path())? {
        let words = [
            ("browser", Word::from(browser.display().to_string())),
            ("seconds", Word::from(LONGEST.as_secs().to_string())),
        ];
        return Err(stopped("pdf-failed", &words, context));
    }
    let pdf = workspace::read_file(&folder.path().join("report.pdf"))?;
    Ok(dated(pdf, context.as_of))
}

/// The browser that a variable names, else the first that is found.
fn browser(context: &mut Context<'_>) -> Result<PathBuf, Failure> {
    let named = VARIABLES.iter().find_map(|name| {
        let path = std::env::var_os(name).filter(|path| !path.is_empty())?;
        Some((*name, PathBuf::from(path)))
    });
    if let Some((variable, path)) = named {
        if path.is_file() {
            return Ok(path);
        }
        let words = [
            ("variable", Word::from(variable)),
            ("path", Word::from(path.display().to_string())),
        ];
        return Err(stopped("pdf-no-such-browser", &words, context));
    }
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&on_path).collect();
    let candidates = NAMES.iter().flat_map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().map(move |folder| folder.join(&file))
    });
    let mut candidates = candidates.chain(PLACES.iter().map(PathBuf::from));
    match candidates.find(|path| path.is_file()) {
        Some(path) => Ok(path),
        None => Err(stopped("pdf-no-browser", &[], context)),
    }
}

/// Whether a browser prints `report.html` of a folder to `report.pdf` beside it, in time.
fn has_printed(browser: &Path, folder: &Path) -> anyhow::Result<bool> {
    let pdf = folder.join("report.pdf");
    let mut command = Command::new(browser);
    command
        .args([
            "--headless",
            "--disable-gpu",
            "--disable-extensions",
            "--disable-background-networking",
            "--no-first-run",
            "--no-pdf-header-footer",
        ])
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .arg(format!(
            "--user-data-dir={}",
            folder.join("profile").display()
        ))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if is_root(folder) {
        // Chromium refuses to run as root with its sandbox, which containers often have to.
        command.arg("--no-sandbox");
    }
    let mut child = command.arg(address(&folder.join("report.html"))).spawn()?;
    let end = Instant::now() + LONGEST;
    while child.try_wait()?.is_none() {
        if Instant::now() > end {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        std::thread::sleep(LOOK_EVERY);
    }
    Ok(pdf.is_file())
}

/// Whether what this process makes belongs to the superuser.
#[cfg(unix)]
fn is_root(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    folder.metadata().is_ok_and(|own| own.uid() == 0)
}

#[cfg(not(unix))]
fn is_root(_: &Path) -> bool {
    false
}

/// A file's address for a browser (RFC 8089).
fn address(path: &Path) -> String {
    let text = path.display().to_string().replace('\\', "/");
    let mut address = String::from(if text.starts_with('/') {
        "file://"
    } else {
        "file:///"
    });
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                address.push(char::from(byte));
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

/// A PDF whose dates are a day rather than the moment of printing: the same report gives the same bytes.
fn dated(mut pdf: Vec<u8>, day: NaiveDate) -> Vec<u8> {
    let wanted = day.format("%Y%m%d000000").to_string();
    for key in [&b"/CreationDate (D:"[..], &b"/ModDate (D:"[..]] {
        let found = pdf.windows(key.len()).position(|bytes| bytes == key);
        if let Some(at) = found.map(|at| at + key.len())
            && let Some(digits) = pdf.get_mut(at..at + wanted.len())
            && digits.iter().all(u8::is_ascii_digit)
        {
            digits.copy_from_slice(wanted.as_bytes());
        }
    }
    pdf
}

/// The sentence on what the environment lacks, within the terminal's columns.
fn stopped(key: &str, words: &[(&str, Word)], context: &Context<'_>) -> Failure {
    let margin = context.say("severity-error", &[]).chars().count() + 2;
    let sentence = context.say(key, words);
    let lines = textwrap::wrap(&sentence, context.width.saturating_sub(margin));
    Failure::Environment(anyhow::Error::msg(lines.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_address() {
        assert_eq!(
            address(Path::new("/tmp/relatório 1/a.html")),
            "file:///tmp/relat%C3%B3rio%201/a.html"
        );
    }

    #[test]
    fn what_is_set_smaller_is_all_that_the_policy_allows_beside() {
        let page = "<meta content=\"default-src 'none'; style-src 'sha256-x'\"></head><body>style-src </head>";
        let style = "@media print{html{zoom:95%}}";
        let hash = csp_hash(style);
        assert_eq!(
            set_smaller(page, 95),
            format!(
                "<meta content=\"default-src 'none'; style-src {hash} 'sha256-x'\"><style>{style}</style></head><body>style-src </head>"
            )
        );
    }

    #[test]
    fn the_moment_of_printing_leaves_no_trace() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
        let pdf = b"<</CreationDate (D:20261122214415+00'00')/ModDate (D:20261122214415+00'00')>>";
        let dated = String::from_utf8(dated(pdf.to_vec(), day)).expect("text");
        assert_eq!(dated.matches("(D:20261120000000+00'00')").count(), 2);
        assert_eq!(dated.len(), pdf.len());
    }
}
