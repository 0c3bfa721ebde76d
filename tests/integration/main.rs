//! The program as its users meet it: real files, the real binary, a real browser.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on may stop where it stands"
)]

mod browser;
mod figures;
mod hostile;
mod invalid;
mod layers;
mod okr;
mod readme;
mod report;
mod scoring;
mod second;
mod sentences;
mod support;
mod terminal;
