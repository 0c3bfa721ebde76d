//! Whose report it is, as its reader sees it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::{Writer, non_empty};
use crate::model::{Image, Text};

/// What the cover says of whom the report is for and who made it, and the colours of its pages.
#[derive(Debug, Serialize)]
pub struct BrandPart {
    /// Whom the report is for: what `regua.yaml` says, else the organisation.
    pub client: String,
    /// Who made it.
    pub prepared_by: Option<String>,
    /// A line on who may read it.
    pub confidentiality: Option<String>,
    /// An image for the cover.
    pub logo: Option<LogoPart>,
    /// The colour of links, lines and marks on light pages, as `#0e5a6b`; none: the shipped one.
    pub accent: Option<String>,
    /// The same on dark pages; there whenever `accent` is.
    pub accent_dark: Option<String>,
}

/// An image that the page carries within.
#[derive(Debug, Serialize)]
pub struct LogoPart {
    /// The image as a `data:` URI.
    pub data: String,
    /// What stands for it where it is not seen: whom the report is for.
    pub alt: String,
}

impl Writer<'_> {
    pub(super) fn brand(&self) -> BrandPart {
        let settings = &self.workspace.settings;
        let brand = &settings.brand;
        let text = |text: &Text| non_empty(&self.text(text));
        let client = text(&brand.client).unwrap_or_else(|| settings.organisation.clone());
        let image = brand.logo.as_ref().and_then(|logo| logo.image.as_ref());
        let (accent, accent_dark) = brand.accents().unzip();
        BrandPart {
            logo: image.map(|image| LogoPart {
                data: data(image),
                alt: client.clone(),
            }),
            client,
            prepared_by: text(&brand.prepared_by),
            confidentiality: text(&brand.confidentiality),
            accent: accent.map(|colour| colour.to_string()),
            accent_dark: accent_dark.map(|colour| colour.to_string()),
        }
    }
}

/// An image as a `data:` URI (RFC 2397).
fn data(image: &Image) -> String {
    let mut data = format!("data:{};base64,", image.media_type);
    STANDARD.encode_string(&image.bytes, &mut data);
    data
}
