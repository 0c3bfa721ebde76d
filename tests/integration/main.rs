//! The program as its users meet it: real files, the real binary, a real browser.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on may stop where it stands"
)]

#[cfg(unix)]
mod action;
mod advice;
mod ask;
mod board;
mod book;
mod browser;
mod catalogue;
mod charts;
mod check;
mod check_formats;
mod check_in;
#[cfg(unix)]
mod ci_pages;
mod close;
mod codes;
mod compare;
mod compare_base;
#[cfg(target_os = "linux")]
mod completions;
mod contradictions;
mod dates;
mod evidence_files;
mod explain;
mod explain_inputs;
mod field;
mod fifteen;
mod figures;
#[cfg(unix)]
mod first_report;
mod formats;
mod gates;
mod git;
#[cfg(unix)]
mod hook;
mod hostile;
mod init;
mod invalid;
#[cfg(target_os = "linux")]
mod killed;
mod kpi_import;
mod kpi_record;
mod kpi_targets;
mod language;
mod layers;
#[cfg(unix)]
mod manual;
mod models;
#[cfg(unix)]
mod mutations;
mod okr;
mod okr_invariants;
mod okr_properties;
mod overlays;
mod pages;
mod people;
mod plan;
#[cfg(unix)]
mod quarter;
mod readme;
mod release;
mod report;
mod report_agrees;
mod report_browser;
mod report_lists;
mod report_parts;
mod respondents;
mod round;
mod rubric;
mod schema_mutations;
mod schemas;
mod scoring;
mod second;
mod sentences;
mod service_levels;
mod story;
mod suggest;
mod support;
mod templates;
mod terminal;
#[cfg(unix)]
mod terminal_session;
mod topics;
mod tree;
mod units;
mod unread;
mod writes;
mod yaml;
mod yaml_test_suite;
mod yaml_values;
