//! Pieces of the report model for the tests of several charts.

use super::assessment::Assessment;
use super::figure::Figure;
use super::key_result::KeyResult;

pub(super) fn read<T: serde::de::DeserializeOwned>(json: serde_json::Value) -> T {
    serde_json::from_value(json).expect("a piece of the report model")
}

/// An assessment on five levels with these titles as its dimensions, all of them half way.
pub(super) fn assessment(titles: &[&str]) -> Assessment {
    let dimensions: Vec<_> = titles
        .iter()
        .map(|title| {
            serde_json::json!({
                "depth": 0, "title": title, "practice_score": "3", "maximum": "5",
                "previous_practice_score": null, "target_score": "4",
                "cells": [
                    {"number": 1, "state": "floor", "achievement": null, "held": true},
                    {"number": 2, "state": "defined", "achievement": "5/6", "held": false},
                    {"number": 3, "state": "above", "achievement": null, "held": false},
                ],
            })
        })
        .collect();
    read(serde_json::json!({
        "floor": 1, "bottom": "1", "top": "5", "dimensions": dimensions,
        "levels": [
            {"number": 1, "title": "Inexistente"},
            {"number": 2, "title": "Inicial"},
            {"number": 3, "title": "Repetitivo"},
        ],
        "practice_score": "3", "has_outcome": true, "outcome_score": null, "index": "3",
        "interval": ["2.5", "3.5"], "previous": null, "target": null,
    }))
}

pub(super) fn key_result(progress: Option<&str>, readings: &[(&str, &str)]) -> KeyResult {
    let readings: Vec<_> = readings
        .iter()
        .map(|(date, value)| serde_json::json!({"date": date, "value": value}))
        .collect();
    read(serde_json::json!({
        "title": "Mean response time", "due": "2026-12-31", "baseline": "24", "target": "12",
        "progress": progress, "expected": "1/2", "status": "behind", "readings": readings,
    }))
}

/// An assessment without levels whose scores lie between these ends.
pub(super) fn on_scale(bottom: &str, top: &str) -> Assessment {
    let mut assessment = assessment(&["One", "Two", "Three"]);
    assessment.bottom = Figure::parse(bottom).expect("a figure");
    assessment.top = Figure::parse(top).expect("a figure");
    assessment.levels.clear();
    assessment.floor = None;
    assessment
}
