//! The program as its users meet it: real files, the real binary, a real browser.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on may stop where it stands"
)]

mod board;
mod browser;
mod catalogue;
mod check;
mod check_in;
mod close;
mod compare;
mod explain;
mod explain_inputs;
mod field;
mod figures;
mod hostile;
mod invalid;
mod layers;
mod models;
mod okr;
mod overlays;
mod people;
mod plan;
mod readme;
mod report;
mod report_parts;
mod respondents;
mod rubric;
mod scoring;
mod second;
mod sentences;
mod service_levels;
mod support;
mod terminal;
mod tree;
