//! One tab of the browser: what a test does with it and can see of it.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Browser, base64};

/// The rules of axe-core that every page is held to.
const AXE_TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// Lists the pairs of texts in the same picture whose boxes share more than
/// one pixel in both directions. A picture within a picture counts as part of
/// the outer one; what is not drawn is left out.
const OVERLAPPING_TEXTS: &str = r"
[...document.querySelectorAll('svg:not(svg svg)')].flatMap((svg) => {
  const texts = [...svg.querySelectorAll('text')]
    .filter((text) => text.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((text) => ({ words: text.textContent.trim(), box: text.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
  const shared = (one, other) => [
    Math.min(one.right, other.right) - Math.max(one.left, other.left),
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
  ];
  return texts.flatMap((one, index) => texts.slice(index + 1).flatMap((other) => {
    const [width, height] = shared(one.box, other.box);
    return width > 1 && height > 1
      ? [`“${one.words}” overlaps “${other.words}” by ${width.toFixed(1)} × ${height.toFixed(1)} px`]
      : [];
  }));
})";

/// Lists the texts that reach more than one pixel beyond the picture that they are part of.
const TEXTS_OUTSIDE: &str = r"
[...document.querySelectorAll('svg:not(svg svg)')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')]
    .filter((text) => text.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((text) => ({ words: text.textContent.trim(), box: text.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1))
    .map(({ words, box }) => `“${words}” reaches ${[frame.left - box.left, box.right - frame.right,
      frame.top - box.top, box.bottom - frame.bottom].map((by) => by.toFixed(1))} px beyond`);
})";

/// Lists the texts in pictures that are shown smaller than so many CSS pixels.
const SMALL_TEXTS: &str = r"
((least) => [...document.querySelectorAll('svg:not(svg svg) text')]
  .filter((text) => text.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((text) => text.getBoundingClientRect().width > 0)
  .map((text) => ({
    words: text.textContent.trim(),
    size: parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d,
  }))
  .filter(({ size }) => size < least)
  .map(({ words, size }) => `“${words}” is ${size.toFixed(1)} px high`))";

/// One accessibility rule that the page breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// The rule, such as `image-alt`.
    pub(crate) id: String,
    /// How bad it is: `minor`, `moderate`, `serious` or `critical`.
    pub(crate) impact: String,
    /// What the rule asks for, in a few words.
    pub(crate) help: String,
    /// The selectors of the elements that break it.
    pub(crate) targets: Vec<String>,
}

/// A tab. It closes when the browser ends.
pub(crate) struct Page<'browser> {
    browser: &'browser Browser,
    session: String,
    /// The protocol's name for the load of the opened file.
    loader: RefCell<Value>,
}

impl<'browser> Page<'browser> {
    /// Opens an empty tab and starts to record what happens in it.
    pub(super) fn new(browser: &'browser Browser) -> Self {
        let created = browser.call(None, "Target.createTarget", json!({ "url": "about:blank" }));
        let attached = browser.call(
            None,
            "Target.attachToTarget",
            json!({ "targetId": created["targetId"], "flatten": true }),
        );
        let page = Self {
            browser,
            session: text(&attached["sessionId"]),
            loader: RefCell::default(),
        };
        for domain in ["Page", "Runtime", "Log", "Network"] {
            page.call(&format!("{domain}.enable"), json!({}));
        }
        page.call("Page.setLifecycleEventsEnabled", json!({ "enabled": true }));
        page.set_viewport(1280, 800);
        page.emulate("screen", "light");
        page
    }

    /// Opens a file and waits until it, its styles, pictures and fonts are
    /// loaded. What was recorded of an earlier file is forgotten.
    ///
    /// # Panics
    ///
    /// When the file does not exist or does not load in time.
    pub(crate) fn open(&self, path: &Path) {
        let url = file_url(path);
        self.browser
            .connection
            .borrow_mut()
            .forget_events(&self.session);
        let mut started = self.call("Page.navigate", json!({ "url": url }));
        if let Some(error) = started.get("errorText") {
            panic!("the browser cannot open {url}: {error}");
        }
        let loader = started["loaderId"].take();
        self.browser.connection.borrow_mut().wait_for_event(
            &self.session,
            &format!("loading {url}"),
            |event| {
                let parameters = &event["params"];
                event["method"] == "Page.lifecycleEvent"
                    && parameters["name"] == "load"
                    && parameters["loaderId"] == loader
            },
        );
        self.loader.replace(loader);
        self.evaluate("document.fonts.ready.then(() => null)");
    }

    /// Sets the size of the window's inside, in CSS pixels.
    pub(crate) fn set_viewport(&self, width: u32, height: u32) {
        self.call(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
    }

    /// Sets the medium, `screen` or `print`, and the colour scheme the reader
    /// prefers, `light` or `dark`.
    pub(crate) fn emulate(&self, media: &str, scheme: &str) {
        self.call(
            "Emulation.setEmulatedMedia",
            json!({
                "media": media,
                "features": [{ "name": "prefers-color-scheme", "value": scheme }],
            }),
        );
    }

    /// Whether scripts run in files opened from now on. What a test evaluates runs in any case.
    pub(crate) fn allow_scripts(&self, allowed: bool) {
        self.call(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": !allowed }),
        );
    }

    /// Whether files opened from now on are held to the content security policy that they state.
    pub(crate) fn hold_to_policy(&self, held: bool) {
        self.call("Page.setBypassCSP", json!({ "enabled": !held }));
    }

    /// Gives every file opened from now on a function `name(text)`, whose calls are recorded outside the page.
    pub(crate) fn record_calls_of(&self, name: &str) {
        self.call("Runtime.addBinding", json!({ "name": name }));
    }

    /// The arguments of the recorded calls since the file was opened.
    pub(crate) fn recorded_calls(&self) -> Vec<String> {
        self.recorded(|event| {
            (event["method"] == "Runtime.bindingCalled").then(|| text(&event["params"]["payload"]))
        })
    }

    /// Evaluates an expression in the page and returns its value, or, when it
    /// is a promise, what that resolves to. `undefined` comes back as null.
    ///
    /// # Panics
    ///
    /// When the expression throws, with the exception's text.
    pub(crate) fn evaluate(&self, expression: &str) -> Value {
        let mut answer = self.call(
            "Runtime.evaluate",
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true }),
        );
        if let Some(details) = answer.get("exceptionDetails") {
            panic!("the page threw: {}", exception_text(details));
        }
        answer["result"]["value"].take()
    }

    /// Everything that reached the console since the file was opened, oldest
    /// first: `console.error: …`, `log error (network): …`, `exception: …`.
    pub(crate) fn console(&self) -> Vec<String> {
        self.recorded(console_line)
    }

    /// Every address the page asked for since the file was opened, but for the
    /// file itself and `data:` addresses.
    pub(crate) fn requests(&self) -> Vec<String> {
        let opened_file = self.loader.borrow();
        self.recorded(|event| requested_url(event, &opened_file))
    }

    /// Saves a PNG picture of the window, or of the whole page.
    pub(crate) fn screenshot(&self, path: &Path, full_page: bool) {
        let parameters = json!({ "format": "png", "captureBeyondViewport": full_page });
        // Only the tab in front is painted for certain.
        self.call("Page.bringToFront", json!({}));
        self.save("Page.captureScreenshot", parameters, path);
    }

    /// A PNG picture, as Base64, of what the first element that the selector names shows, down to a height in CSS pixels
    /// below its top.
    ///
    /// # Panics
    ///
    /// When no element has this name.
    pub(crate) fn picture_of(&self, selector: &str, highest: u32) -> String {
        let clip = self.evaluate(&format!(
            "(() => {{ const box = document.querySelector('{selector}').getBoundingClientRect(); return {{ \
             x: 0, y: Math.round(box.top + scrollY), width: innerWidth, \
             height: Math.min(Math.round(box.height), {highest}), scale: 1 }} }})()"
        ));
        let parameters = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        self.call("Page.bringToFront", json!({}));
        text(&self.call("Page.captureScreenshot", parameters)["data"])
    }

    /// Presses a key, `Enter` or a space, where the keyboard is.
    pub(crate) fn press(&self, key: &str) {
        let (code, text) = match key {
            "Enter" => ("Enter", "\r"),
            " " => ("Space", " "),
            _ => panic!("no such key: {key:?}"),
        };
        let number = u32::from(text.as_bytes()[0]);
        for kind in ["keyDown", "keyUp"] {
            let mut event =
                json!({ "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number });
            if kind == "keyDown" {
                event["text"] = json!(text);
            }
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// Saves the page as PDF, on the paper its style sheet asks for. The
    /// emulated medium applies: call `emulate("print", …)` first to see what a
    /// reader prints.
    pub(crate) fn pdf(&self, path: &Path) {
        let parameters = json!({ "preferCSSPageSize": true, "printBackground": true });
        self.save("Page.printToPDF", parameters, path);
    }

    /// Checks the page's accessibility with axe-core, in its current viewport,
    /// medium and scheme.
    ///
    /// # Panics
    ///
    /// When axe-core is not installed.
    pub(crate) fn axe(&self) -> Vec<Violation> {
        self.evaluate(&format!("{}\nnull", axe_source()));
        // Preloading would make requests that are not the page's own.
        let options = json!({
            "runOnly": { "type": "tag", "values": AXE_TAGS },
            "resultTypes": ["violations"],
            "preload": false,
        });
        let violations = self.evaluate(&format!(
            "axe.run(document, {options}).then((results) => results.violations)"
        ));
        list(&violations).map(violation).collect()
    }

    /// By how many pixels the page is wider than the window.
    pub(crate) fn horizontal_overflow(&self) -> i64 {
        self.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .as_i64()
            .expect("both widths are whole numbers")
    }

    /// The pairs of texts in the page's SVG pictures whose boxes overlap by
    /// more than one pixel both ways. The box of a turned text is the upright
    /// one around it.
    pub(crate) fn overlapping_svg_texts(&self) -> Vec<String> {
        list(&self.evaluate(OVERLAPPING_TEXTS)).map(text).collect()
    }

    /// The texts in the page's SVG pictures that leave the picture's box by more than one pixel.
    pub(crate) fn svg_texts_outside(&self) -> Vec<String> {
        list(&self.evaluate(TEXTS_OUTSIDE)).map(text).collect()
    }

    /// The texts in the page's SVG pictures that are set smaller than `least` CSS pixels.
    pub(crate) fn small_svg_texts(&self, least: f64) -> Vec<String> {
        list(&self.evaluate(&format!("{SMALL_TEXTS}({least})")))
            .map(text)
            .collect()
    }

    /// Calls a method of the protocol on this tab.
    fn call(&self, method: &str, parameters: Value) -> Value {
        self.browser.call(Some(&self.session), method, parameters)
    }

    /// What `select` finds in the events so far.
    fn recorded(&self, select: impl Fn(&Value) -> Option<String>) -> Vec<String> {
        // Events the page has caused already arrive before this answer.
        self.evaluate("null");
        let connection = self.browser.connection.borrow();
        connection
            .events(&self.session)
            .iter()
            .filter_map(select)
            .collect()
    }

    /// Calls a method that answers with a file, and saves that.
    fn save(&self, method: &str, parameters: Value, path: &Path) {
        let answer = self.call(method, parameters);
        let bytes = base64::decode(&text(&answer["data"]));
        std::fs::write(path, bytes)
            .unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
    }
}

/// The line for an event that reaches the console.
fn console_line(event: &Value) -> Option<String> {
    let parameters = &event["params"];
    match event["method"].as_str()? {
        "Runtime.consoleAPICalled" => {
            let words: Vec<String> = list(&parameters["args"]).map(described).collect();
            let level = text(&parameters["type"]);
            Some(format!("console.{level}: {}", words.join(" ")))
        }
        "Runtime.exceptionThrown" => Some(format!(
            "exception: {}",
            exception_text(&parameters["exceptionDetails"])
        )),
        "Log.entryAdded" => Some(log_line(&parameters["entry"])),
        _ => None,
    }
}

/// The line for an entry of the browser's own log.
fn log_line(entry: &Value) -> String {
    let mut line = format!(
        "log {} ({}): {}",
        text(&entry["level"]),
        text(&entry["source"]),
        text(&entry["text"])
    );
    if let Some(url) = entry["url"].as_str() {
        let _ = write!(line, " [{url}]");
    }
    line
}

/// The address of an event that is a request, but for that of the opened file,
/// which goes by the name of its load.
fn requested_url(event: &Value, opened_file: &Value) -> Option<String> {
    let parameters = &event["params"];
    let url = match event["method"].as_str()? {
        "Network.requestWillBeSent" if parameters["requestId"] == *opened_file => return None,
        "Network.requestWillBeSent" => text(&parameters["request"]["url"]),
        "Network.webSocketCreated" | "Network.webTransportCreated" => text(&parameters["url"]),
        _ => return None,
    };
    (!url.starts_with("data:")).then_some(url)
}

/// What an exception says, with its stack when it has one.
fn exception_text(details: &Value) -> String {
    match details.get("exception") {
        Some(exception) => described(exception),
        None => text(&details["text"]),
    }
}

/// What the console shows for a value of the page.
fn described(object: &Value) -> String {
    let shown = [&object["value"], &object["description"]];
    shown
        .iter()
        .find_map(|value| value.as_str())
        .map_or_else(|| object["value"].to_string(), str::to_owned)
}

/// One violation out of axe-core's results.
fn violation(result: &Value) -> Violation {
    Violation {
        id: text(&result["id"]),
        impact: text(&result["impact"]),
        help: text(&result["help"]),
        targets: list(&result["nodes"])
            .flat_map(|node| list(&node["target"]))
            .map(selector)
            .collect(),
    }
}

/// A selector: a string, or a list of them for an element in a shadow tree.
fn selector(target: &Value) -> String {
    target
        .as_str()
        .map_or_else(|| target.to_string(), str::to_owned)
}

/// A string in an answer, empty when it is not there.
fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The elements of a list in an answer, none when it is not there.
fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The source of axe-core.
fn axe_source() -> String {
    let path = axe_path();
    std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "cannot read axe-core at {}: {error}; run tests/run",
            path.display()
        )
    })
}

/// Where axe-core is: `$REGUA_AXE`, else where `tests/run` installs it.
fn axe_path() -> PathBuf {
    let chosen = std::env::var_os("REGUA_AXE").filter(|path| !path.is_empty());
    chosen.map(PathBuf::from).unwrap_or_else(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        root.join(target)
            .join("browser/node_modules/axe-core/axe.min.js")
    })
}

/// The `file:` address of a path.
fn file_url(path: &Path) -> String {
    let full = path
        .canonicalize()
        .unwrap_or_else(|error| panic!("cannot open {}: {error}", path.display()));
    let mut url = String::from("file://");
    for &byte in full.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            let _ = write!(url, "%{byte:02X}");
        }
    }
    url
}
