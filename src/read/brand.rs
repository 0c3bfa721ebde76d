//! `report:` of `regua.yaml`: whose report it is, its logo and its colours.

use super::fields::{self, Fields};
use super::yaml::{Node, Scalar};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Brand, Colour, Exact, Image, Logo, Paper, Place};

/// Reads the brand. The logo is a path that nobody has looked for yet.
pub(crate) fn brand(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Brand> {
    let mut keys = Fields::of(node, diagnostics)?;
    let mut brand = Brand {
        client: fields::optional_text(&mut keys, "client", diagnostics),
        prepared_by: fields::optional_text(&mut keys, "prepared_by", diagnostics),
        confidentiality: fields::optional_text(&mut keys, "confidentiality", diagnostics),
        ..Brand::default()
    };
    if let Some(node) = keys.take("logo")
        && let Some(path) = fields::string(node, diagnostics)
    {
        let place = node.place();
        brand.logo = Some(Logo {
            path,
            place,
            image: None,
        });
    }
    if let Some(node) = keys.take("colours")
        && let Some(mut colours) = Fields::of(node, diagnostics)
    {
        let mut legible = |name, paper| {
            let (key, node) = colours.take_entry(name)?;
            if node.scalar().is_some_and(Scalar::is_nothing) {
                let problem = Diagnostic::error(Code::NotAColour, key.place());
                diagnostics.push(problem.with("written", "nothing").help("help-quotes"));
                return None;
            }
            legible(node, paper, diagnostics)
        };
        brand.accent = legible("accent", Paper::Light);
        brand.accent_dark = legible("accent_dark", Paper::Dark);
        colours.finish(diagnostics);
    }
    keys.finish(diagnostics);
    Some(brand)
}

/// A colour that can be read on a paper.
fn legible(node: Node<'_>, paper: Paper, diagnostics: &mut Diagnostics) -> Option<Colour> {
    let text = fields::string(node, diagnostics)?;
    let Some(colour) = Colour::parse(&text) else {
        let problem = Diagnostic::error(Code::NotAColour, node.place()).with("written", &text);
        let marked = format!("#{text}");
        diagnostics.push(match Colour::parse(&marked) {
            Some(_) => problem.with("suggested", marked).help("help-suggested"),
            None => problem.help("help"),
        });
        return None;
    };
    if !colour.is_legible_on(paper) {
        let problem = Diagnostic::error(Code::LowContrast, node.place())
            .with("written", colour)
            .with(
                "paper",
                if paper == Paper::Light {
                    "light"
                } else {
                    "dark"
                },
            )
            .with("ratio", cut(&colour.contrast_on(paper)))
            .with("needed", Colour::needed())
            .with("suggested", colour.legible_on(paper));
        diagnostics.push(problem.help("help"));
        return None;
    }
    Some(colour)
}

/// A ratio with two decimals, cut: one that is too low must not look as if it were enough.
fn cut(ratio: &Exact) -> String {
    let hundredths = (ratio * &Exact::from(100u32)).floor();
    Exact::ratio(hundredths.unwrap_or(0), 100).rounded(2)
}

/// An image by what its bytes are, whatever its name: PNG, JPEG or SVG.
///
/// # Errors
/// When it is none of these, or is cut short; the diagnostic stands at `place`.
pub fn image(bytes: Vec<u8>, place: Place) -> Result<Image, Diagnostic> {
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
    const PNG_END: &[u8] = b"IEND\xaeB`\x82";
    const JPEG: &[u8] = b"\xff\xd8\xff";
    const JPEG_END: &[u8] = b"\xff\xd9";
    let refuse = |what: &str| {
        let problem = Diagnostic::error(Code::NotAnImage, place).with("what", what);
        problem.help(if what == "namespace" {
            "help-namespace"
        } else {
            "help"
        })
    };
    let ends_with = |end: &[u8]| bytes.trim_ascii_end().ends_with(end) || bytes.ends_with(end);
    let media_type = if bytes.starts_with(PNG) {
        if !ends_with(PNG_END) {
            return Err(refuse("short"));
        }
        "image/png"
    } else if bytes.starts_with(JPEG) {
        if !ends_with(JPEG_END) {
            return Err(refuse("short"));
        }
        "image/jpeg"
    } else {
        match drawing(&bytes) {
            Drawing::None => return Err(refuse("other")),
            Drawing::Short => return Err(refuse("short")),
            Drawing::Nameless => return Err(refuse("namespace")),
            Drawing::Whole => "image/svg+xml",
        }
    };
    Ok(Image { media_type, bytes })
}

enum Drawing {
    /// No SVG.
    None,
    /// One whose end is missing.
    Short,
    /// One that does not say that it is SVG: a browser shows nothing of it.
    Nameless,
    Whole,
}

fn drawing(bytes: &[u8]) -> Drawing {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Drawing::None;
    };
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    // Before the drawing stand a declaration, a document type and comments, in any number.
    loop {
        let end = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!") {
            ">"
        } else {
            break;
        };
        match rest.split_once(end) {
            Some((_, after)) => rest = after.trim_start(),
            None => return Drawing::None,
        }
    }
    let Some((tag, _)) = rest.split_once('>').filter(|_| rest.starts_with("<svg")) else {
        return Drawing::None;
    };
    if !tag.contains("http://www.w3.org/2000/svg") {
        return Drawing::Nameless;
    }
    let end = rest.trim_end();
    match tag.ends_with('/') || end.ends_with("</svg>") || end.ends_with("-->") {
        true => Drawing::Whole,
        false => Drawing::Short,
    }
}
