//! How each section looks, against pictures that somebody has looked at: small ones, compared with some tolerance.
//!
//! `REGUA_SCREENSHOTS=store cargo test --test integration report_browser::pictures` stores them anew.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::*;
use crate::support::repository;

/// A width in CSS pixels, and how many of them are one pixel of a stored picture.
const WIDTHS: [(u32, f64); 2] = [(1440, 6.0), (360, 3.0)];
/// As much of a section is looked at, from its top, in CSS pixels.
const HIGHEST: u32 = 1_600;
/// The largest mean difference of a channel in any tile of twelve by twelve points, of 255.
const TILE: f64 = 6.0;
/// The largest share of the points that may differ visibly.
const SHARE: f64 = 0.004;
/// The largest share of the points that may have another colour. Letters that are drawn otherwise keep theirs.
const COLOURED: f64 = 0.002;

/// The fonts that `tests/run` installs: on every machine the same.
const FONTS: &str = r#"(() => {
  const style = document.createElement('style');
  style.textContent = ':root { --text: "DejaVu Sans" !important; --display: "DejaVu Serif" !important; ' +
    '--code: "DejaVu Sans Mono" !important } .chart, .chart text { font-family: "DejaVu Sans" !important }';
  document.head.append(style);
  return document.fonts.ready.then(() => null);
})()"#;

/// Makes pictures small, with sixteen shades of each channel, and holds one against another: the largest mean
/// difference of a tile, the share of the points of which one channel differs by more than a sixth, and the share of those that
/// differ in colour; each point with those around it, since the edges of letters are not drawn alike everywhere.
const PAINTER: &str = r"<!doctype html><title>x</title><script>
const load = (data) => fetch('data:image/png;base64,' + data).then((own) => own.blob());
const drawn = async (data, by) => {
  const blob = await load(data);
  const full = await createImageBitmap(blob);
  const [width, height] = [full.width, full.height].map((side) => Math.max(1, Math.round(side / by)));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const small = by === 1 ? full
    : await createImageBitmap(blob, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  context.drawImage(small, 0, 0);
  return { canvas, context, width, height };
};
const shrink = async (data, by) => {
  const { canvas, context, width, height } = await drawn(data, by);
  const image = context.getImageData(0, 0, width, height);
  image.data.forEach((value, at) => { image.data[at] = Math.round(value / 17) * 17; });
  context.putImageData(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};
const blurred = ({ context, width, height }) => {
  const from = context.getImageData(0, 0, width, height).data;
  const to = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) for (let c = 0; c < 3; c++) {
    let [sum, count] = [0, 0];
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        sum += from[(v * width + u) * 4 + c];
        count += 1;
      }
    to[(y * width + x) * 3 + c] = sum / count;
  }
  return to;
};
const compare = async (one, other) => {
  const [a, b] = [await drawn(one, 1), await drawn(other, 1)];
  if (a.width !== b.width || a.height !== b.height)
    return { sizes: [[a.width, a.height], [b.width, b.height]] };
  const [left, right] = [blurred(a), blurred(b)];
  let [points, coloured] = [0, 0];
  const tiles = new Map();
  for (let at = 0; at < left.length; at += 3) {
    const apart = [0, 1, 2].map((c) => Math.abs(left[at + c] - right[at + c]));
    const [x, y] = [(at / 3) % a.width, Math.floor(at / 3 / a.width)].map((place) => Math.floor(place / 12));
    const tile = tiles.get(`${x} ${y}`) ?? { sum: 0, count: 0 };
    tiles.set(`${x} ${y}`, { sum: tile.sum + apart[0] + apart[1] + apart[2], count: tile.count + 3 });
    points += Math.max(...apart) > 40 ? 1 : 0;
    const hue = (own, c) => own[at + c] - own[at + 1];
    coloured += Math.max(...[0, 2].map((c) => Math.abs(hue(left, c) - hue(right, c)))) > 16 ? 1 : 0;
  }
  const count = left.length / 3;
  // What is left over at the edges is no tile.
  const means = [...tiles.values()].filter((own) => own.count > 200).map((own) => own.sum / own.count);
  return { tile: Math.max(0, ...means), share: points / count, coloured: coloured / count };
};
</script>";

/// A page that makes pictures small and compares them.
struct Painter<'browser> {
    page: Page<'browser>,
    _directory: TemporaryDirectory,
}

impl<'browser> Painter<'browser> {
    fn new(browser: &'browser Browser) -> Self {
        let directory = TemporaryDirectory::new();
        let page = browser.page();
        page.open(&directory.write("painter.html", PAINTER));
        Painter {
            page,
            _directory: directory,
        }
    }

    /// A picture with so many of its points in one, as Base64.
    fn shrink(&self, picture: &str, by: f64) -> String {
        let small = self.page.evaluate(&format!("shrink('{picture}', {by})"));
        small.as_str().expect("a picture comes back").to_owned()
    }

    /// What sets two pictures apart; nothing where nobody would see it.
    fn difference(&self, one: &str, other: &str) -> Option<Value> {
        let found = self.page.evaluate(&format!("compare('{one}', '{other}')"));
        let is_below = |key: &str, most: f64| found[key].as_f64().is_some_and(|own| own <= most);
        let is_alike =
            is_below("tile", TILE) && is_below("share", SHARE) && is_below("coloured", COLOURED);
        (!is_alike).then_some(found)
    }
}

/// The sections of the opened page: the cover, and what stands in its contents.
fn sections(page: &Page<'_>) -> Vec<String> {
    let found = page.evaluate("['.cover', ...[...document.querySelectorAll('main > section')].map((one) => '#' + one.id)]");
    serde_json::from_value(found).expect("selectors are texts")
}

/// Opens a page in the fonts of the tests.
fn open(page: &Page<'_>, path: &Path, width: u32, scheme: &str) {
    page.hold_to_policy(false);
    page.set_viewport(width, 900);
    page.emulate("screen", scheme);
    page.open(path);
    page.evaluate(FONTS);
}

/// Holds each section against its stored picture, or stores it.
fn hold(example: &str, language: &str, schemes: &[(&str, u32)]) {
    let stores = std::env::var_os("REGUA_SCREENSHOTS").is_some_and(|what| what == "store");
    let stored = repository().join("tests/fixtures/screenshots");
    let seen = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = Folder::copy_of_example(example);
    let path = made(&folder, language);
    let browser = Browser::launch();
    let (page, painter) = (browser.page(), Painter::new(&browser));
    let mut wrong = Vec::new();
    let mut count = 0;
    let short = made_short(&folder, language);
    for (scheme, width) in schemes {
        let (_, by) = WIDTHS
            .iter()
            .find(|(own, _)| own == width)
            .expect("a width has a scale");
        open(&page, &path, *width, scheme);
        let mut pictures: Vec<(String, String)> = sections(&page)
            .into_iter()
            .map(|section| (section[1..].to_owned(), page.picture_of(&section, HIGHEST)))
            .collect();
        open(&page, &short, *width, scheme);
        pictures.push(("summary".to_owned(), page.picture_of("body", HIGHEST)));
        for (section, whole) in pictures {
            let name = format!("{example}-{section}-{width}-{scheme}.png");
            let picture = painter.shrink(&whole, *by);
            let bytes = STANDARD.decode(&picture).expect("a picture is Base64");
            count += 1;
            if stores {
                std::fs::create_dir_all(&stored).unwrap();
                std::fs::write(stored.join(name), bytes).unwrap();
                continue;
            }
            let expected = std::fs::read(stored.join(&name)).unwrap_or_default();
            let found = match expected.is_empty() {
                true => Some(json!("nothing is stored")),
                false => painter.difference(&STANDARD.encode(expected), &picture),
            };
            if let Some(found) = found {
                let beside = seen.join(&name);
                std::fs::write(&beside, STANDARD.decode(&whole).expect("it is Base64")).unwrap();
                wrong.push(format!("{name}: {found}; seen now: {}", beside.display()));
            }
        }
    }
    assert!(count >= schemes.len() * 9, "only {count} sections");
    assert!(
        wrong.is_empty(),
        "{wrong:#?}\nLook at them; `REGUA_SCREENSHOTS=store` stores what is meant to look so."
    );
}

#[test]
fn an_optician_s_report_looks_as_it_did() {
    hold(
        "otica-horizonte",
        "pt-BR",
        &[("light", 1440), ("light", 360), ("dark", 1440)],
    );
}

#[test]
fn a_software_house_s_report_looks_as_it_did() {
    hold("saas-support", "en", &[("light", 1440), ("light", 360)]);
}

#[test]
fn what_somebody_would_see_is_a_difference() {
    let folder = Folder::copy_of_example("saas-support");
    let path = made(&folder, "en");
    let browser = Browser::launch();
    let (page, painter) = (browser.page(), Painter::new(&browser));
    for (width, by) in WIDTHS {
        open(&page, &path, width, "light");
        let look = |section: &str| painter.shrink(&page.picture_of(section, HIGHEST), by);
        for (section, change) in [
            (
                "#plan",
                "#plan table :is(th, td):nth-child(3) { visibility: hidden }",
            ),
            (
                "#plan",
                "#plan table :is(th, td):nth-child(3) { display: none }",
            ),
            ("#answer", ":root { --accent: #8a1f5c !important }"),
            ("#answer", ".ruler { visibility: hidden }"),
            ("#kpis", ".kpi-value { font-size: 1rem !important }"),
            (
                "#kpis",
                "#kpis .chart [class^=zone] { fill: none !important }",
            ),
            ("#okrs", ".kr-bar { visibility: hidden }"),
            ("#criteria", "#criteria li > p { visibility: hidden }"),
            (".cover", ".cover { background: #eee }"),
        ] {
            let before = look(section);
            assert_eq!(
                painter.difference(&before, &look(section)),
                None,
                "{section}"
            );
            page.evaluate(&format!(
                "{{ const style = document.createElement('style'); style.id = 'change'; \
                 style.textContent = {}; document.head.append(style); null }}",
                json!(change)
            ));
            let found = painter.difference(&before, &look(section));
            assert!(found.is_some(), "{change} is not seen at {width} px");
            page.evaluate("document.querySelector('#change').remove()");
        }
    }
}
