//! `report:` of `regua.yaml`: whose report it is, its logo and its colours.

use super::fields::{self, Fields};
use super::shape;
use super::yaml::{Node, Scalar};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Brand, Colour, Exact, Image, Logo, Paper, Place};

/// Reads the brand. The logo is a path that nobody has looked for yet.
pub(crate) fn brand(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Brand> {
    let mut keys = Fields::of(node, &shape::BRAND, diagnostics)?;
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
        && let Some(mut colours) = Fields::of(node, &shape::COLOURS, diagnostics)
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
    const JPEG_TAIL: usize = 4096;
    let refuse = |what: &str| {
        let problem = Diagnostic::error(Code::NotAnImage, place).with("what", what);
        problem.help(if what == "namespace" {
            "help-namespace"
        } else {
            "help"
        })
    };
    let media_type = if bytes.starts_with(PNG) {
        if !bytes.ends_with(PNG_END) {
            return Err(refuse("short"));
        }
        "image/png"
    } else if bytes.starts_with(JPEG) {
        // Cameras leave notes behind the end.
        let tail = &bytes[bytes.len().saturating_sub(JPEG_TAIL)..];
        if !tail.windows(JPEG_END.len()).any(|end| end == JPEG_END) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FileIndex;

    const HERE: Place = Place {
        file: FileIndex(0),
        start: 0,
        end: 0,
    };

    #[test]
    fn an_image_is_what_its_bytes_are() {
        #[track_caller]
        fn case(bytes: &[u8], expected: &str) {
            let image = image(bytes.to_vec(), HERE).expect("an image");
            assert_eq!(image.media_type, expected);
        }
        case(b"\x89PNG\r\n\x1a\n...IEND\xaeB`\x82", "image/png");
        case(b"\xff\xd8\xff\xe0...\xff\xd9 a note", "image/jpeg");
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        case(svg.as_bytes(), "image/svg+xml");
        let dressed =
            format!("\u{feff}<?xml version=\"1.0\"?>\n<!-- <svg> -->\n<!DOCTYPE svg>\n{svg}\n");
        case(dressed.as_bytes(), "image/svg+xml");
    }

    #[test]
    fn what_is_cut_short_or_something_else_is_refused() {
        for bytes in [
            &b""[..],
            b"\x89PNG\r\n\x1a\n...",
            b"\xff\xd8\xff\xe0...",
            b"GIF89a",
            b"<html><svg xmlns=\"http://www.w3.org/2000/svg\"/></html>",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><g>",
            b"<svg viewBox=\"0 0 1 1\"></svg>",
            b"<!-- never closed",
        ] {
            let refused = image(bytes.to_vec(), HERE).is_err();
            assert!(refused, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
