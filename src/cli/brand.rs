//! The logo that `regua.yaml` names, fetched for those who show it.

use super::context::Failure;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::{self, Read};
use crate::workspace::{self, Asset, Root};

/// A logo of more KiB would weigh more than the report around it.
const LARGEST_LOGO: u64 = 128;

/// Puts the image of the logo into the settings, or notes why it cannot be.
pub(super) fn fetch_logo(root: &Root, read: &mut Read) -> Result<(), Failure> {
    let workspace = read.workspace.as_mut();
    let Some(logo) = workspace.and_then(|own| own.settings.brand.logo.as_mut()) else {
        return Ok(());
    };
    let problem = match workspace::asset(root, &logo.path, LARGEST_LOGO)? {
        Asset::Bytes(bytes) => match read::image(bytes, logo.place) {
            Ok(image) => {
                logo.image = Some(image);
                return Ok(());
            }
            Err(problem) => problem,
        },
        Asset::Missing => Diagnostic::error(Code::MissingFile, logo.place)
            .with("file", &logo.path)
            .help("help-logo"),
        Asset::Refused(why) => why.diagnostic(logo.place),
    };
    read.diagnostics.push(problem);
    Ok(())
}
