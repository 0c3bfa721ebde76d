//! The pictures in the documents that show the report: each is there, and can be taken anew.
//!
//! `REGUA_SCREENSHOTS=documents cargo test --test integration report_browser::documents` takes them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::*;
use crate::support::repository;

/// The largest that all of them may be together, in bytes.
const LARGEST: usize = 800_000;

/// A document, the example that it shows, their language, and where the pictures of its book are.
struct Document {
    path: &'static str,
    example: &'static str,
    language: &'static str,
    pictures: &'static str,
}

const DOCUMENTS: [Document; 2] = [
    Document {
        path: "docs/en/report.md",
        example: "saas-support",
        language: "en",
        pictures: "pictures",
    },
    Document {
        path: "docs/pt-BR/relatorio.md",
        example: "otica-horizonte",
        language: "pt-BR",
        pictures: "imagens",
    },
];

impl Document {
    /// The file of a picture.
    fn picture(&self, shot: &Shot) -> std::path::PathBuf {
        let book = repository().join(self.path);
        book.with_file_name(self.pictures).join(shot.file())
    }
}

/// What is shown in a picture.
struct Shot {
    /// What the file's name ends in.
    name: &'static str,
    page: Shown,
    selector: &'static str,
    scheme: &'static str,
    /// The page's width and how much of it is shown from the top of what is selected, in CSS pixels.
    size: (u32, u32),
    /// How many CSS pixels are one of the picture.
    by: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Report,
    Branded,
    Short,
}

const SHOTS: [Shot; 8] = [
    Shot::of("cover", Shown::Report, "body", (960, 1_330)),
    Shot::of("dimensions", Shown::Report, "#dimensions", (960, 680)),
    Shot::of("plan", Shown::Report, "#plan", (960, 760)),
    Shot::of("okrs", Shown::Report, "#okrs", (960, 700)),
    Shot {
        by: 1.6,
        ..Shot::of("summary", Shown::Short, "body", (1440, 1_010))
    },
    Shot::of("branded", Shown::Branded, "body", (960, 620)),
    Shot {
        scheme: "dark",
        ..Shot::of("dark", Shown::Report, "#kpis", (960, 640))
    },
    Shot {
        by: 1.0,
        ..Shot::of("phone", Shown::Report, "#answer", (360, 760))
    },
];

impl Shot {
    const fn of(name: &'static str, page: Shown, selector: &'static str, size: (u32, u32)) -> Shot {
        Shot {
            name,
            page,
            selector,
            scheme: "light",
            size,
            by: 1.35,
        }
    }

    fn file(&self) -> String {
        format!("report-{}.png", self.name)
    }
}

/// A document's first block in a language, without the line that names its file.
fn block(document: &str, language: &str) -> String {
    let text = std::fs::read_to_string(repository().join(document)).unwrap();
    let (_, after) = text
        .split_once(&format!("```{language}\n"))
        .expect("the document has such a block");
    let (block, _) = after.split_once("```").expect("a block ends");
    block.split_once('\n').expect("it has lines").1.to_owned()
}

/// A copy of the example with the brand that the document tells to set.
fn branded(document: &Document) -> Folder {
    let folder = Folder::copy_of_example(document.example);
    let settings = folder.read("regua.yaml");
    folder.write(
        "regua.yaml",
        &format!("{settings}\n{}", block(document.path, "yaml")),
    );
    folder.write("brand/logo.svg", &block(document.path, "xml"));
    folder
}

#[test]
fn the_documents_show_the_report_in_pictures() {
    let takes = std::env::var_os("REGUA_SCREENSHOTS").is_some_and(|what| what == "documents");
    if takes {
        take();
    }
    let mut bytes = 0;
    for document in DOCUMENTS {
        let (path, pictures) = (document.path, document.pictures);
        let text = std::fs::read_to_string(repository().join(path)).unwrap();
        for shot in &SHOTS {
            let file = shot.file();
            let picture = std::fs::read(document.picture(shot));
            let picture = picture.unwrap_or_else(|_| panic!("{file} is not there"));
            bytes += picture.len();
            assert!(
                text.contains(&format!("]({pictures}/{file})")),
                "{path} does not show {file}"
            );
        }
        let shown = text.matches(&format!("]({pictures}/")).count();
        assert_eq!(shown, SHOTS.len(), "{path} shows what nobody takes");
        let ran = branded(&document).run(&["check", "--as-of", stress::AS_OF]);
        assert_eq!(ran.code, 0, "{path}: {}{}", ran.out, ran.err);
    }
    assert!(bytes <= LARGEST, "{bytes} bytes of pictures");
}

/// Makes a picture smaller, in the forty-eight colours that stand for its own best: a PNG with a palette.
const SHRINK: &str = r"async (data, by) => {
  const blob = await (await fetch('data:image/png;base64,' + data)).blob();
  const full = await createImageBitmap(blob);
  const [width, height] = [full.width, full.height].map((side) => Math.round(side / by));
  const small = await createImageBitmap(blob, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(small, 0, 0);
  const points = context.getImageData(0, 0, width, height).data;
  const groups = new Map();
  const key = (at) => (points[at] >> 3 << 10) | (points[at + 1] >> 3 << 5) | (points[at + 2] >> 3);
  for (let at = 0; at < points.length; at += 4) {
    const own = groups.get(key(at)) ?? { count: 0, sum: [0, 0, 0] };
    own.count += 1;
    own.sum = own.sum.map((sum, channel) => sum + points[at + channel]);
    groups.set(key(at), own);
  }
  const means = [...groups].sort((a, b) => b[1].count - a[1].count)
    .map(([name, own]) => [name, own.sum.map((sum) => Math.round(sum / own.count))]);
  // The commonest, but none that is all but one before it.
  const far = (a, b) => a.reduce((sum, own, channel) => sum + (own - b[channel]) ** 2, 0);
  const palette = [];
  for (const [, mean] of means) {
    if (palette.length < 48 && palette.every((other) => far(mean, other) > 250)) palette.push(mean);
  }
  const nearest = (mean) => palette.reduce((best, own, at) => (far(own, mean) < far(palette[best], mean) ? at : best), 0);
  const index = new Map(means.map(([name, mean]) => [name, nearest(mean)]));
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++)
    rows[y * (width + 1) + x + 1] = index.get(key((y * width + x) * 4));
  const stream = new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  const bytes = [137, 80, 78, 71, 13, 10, 26, 10];
  const number = (value) => [value >>> 24, value >>> 16 & 255, value >>> 8 & 255, value & 255];
  const chunk = (name, content) => {
    const body = [...[...name].map((letter) => letter.charCodeAt(0)), ...content];
    let sum = ~0;
    for (const byte of body) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = sum >>> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
    for (const byte of [...number(content.length), ...body, ...number(~sum)]) bytes.push(byte);
  };
  chunk('IHDR', [...number(width), ...number(height), 8, 3, 0, 0, 0]);
  chunk('PLTE', palette.flat());
  chunk('IDAT', [...packed]);
  chunk('IEND', []);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}";

fn take() {
    let browser = Browser::launch();
    let (page, painter) = (browser.page(), browser.page());
    page.hold_to_policy(false);
    let nothing = TemporaryDirectory::new();
    painter.open(&nothing.write("nothing.html", "<!doctype html><title>x</title>"));
    for document in DOCUMENTS {
        let language = document.language;
        let folder = Folder::copy_of_example(document.example);
        let branded = branded(&document);
        let (long, short) = (made(&folder, language), made_short(&folder, language));
        let with_brand = made(&branded, language);
        for shot in &SHOTS {
            let path = match shot.page {
                Shown::Report => &long,
                Shown::Branded => &with_brand,
                Shown::Short => &short,
            };
            page.set_viewport(shot.size.0, 900);
            page.emulate("screen", shot.scheme);
            page.open(path);
            let whole = page.picture_of(shot.selector, shot.size.1);
            let small = painter.evaluate(&format!("({SHRINK})('{whole}', {})", shot.by));
            let picture = STANDARD
                .decode(small.as_str().expect("a picture comes back"))
                .expect("it is Base64");
            std::fs::write(document.picture(shot), picture).unwrap();
        }
    }
}
