//! Whose report it is, as its reader sees it.

use super::colour::{Colour, Paper};
use super::place::Place;
use super::text::Text;

/// What a workspace says of the look of its reports: `report:` in `regua.yaml`.
#[derive(Debug, Clone, Default)]
pub struct Brand {
    /// Whom the report is for; empty: the organisation.
    pub client: Text,
    /// Who made it.
    pub prepared_by: Text,
    /// A line on who may read it.
    pub confidentiality: Text,
    /// An image for the cover.
    pub logo: Option<Logo>,
    /// The colour of links, lines and marks on light pages.
    pub accent: Option<Colour>,
    /// The same on dark pages.
    pub accent_dark: Option<Colour>,
}

/// An image of the workspace.
#[derive(Debug, Clone)]
pub struct Logo {
    /// Its path from the folder of `regua.yaml`.
    pub path: String,
    /// Where that is written.
    pub place: Place,
    /// The image itself, once somebody has looked for it.
    pub image: Option<Image>,
}

/// An image as a report carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Its media type, such as `image/png`.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Brand {
    /// The accents on light and on dark pages: one that is not given is made of the other, so that it can be read.
    #[must_use]
    pub fn accents(&self) -> Option<(Colour, Colour)> {
        let light = self.accent.or(self.accent_dark)?;
        let dark = self.accent_dark.or(self.accent)?;
        Some((light.legible_on(Paper::Light), dark.legible_on(Paper::Dark)))
    }
}
