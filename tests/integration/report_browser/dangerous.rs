//! A workspace with the same dangerous text in every place where a person may write a text.

use super::stress::quoted;
use crate::support::Folder;

/// The text of one field: the dangerous part, and the field's name between signs, by which it is found again.
pub(crate) fn text_of(dangerous: &str, field: &str) -> String {
    format!("{dangerous} @{field}@")
}

/// What stands in a template below for a text: `«name»`, and `«raw»` for the dangerous part alone.
fn filled(template: &str, dangerous: &str) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('«') {
        let (field, after) = after.split_once('»').expect("a field's name ends");
        filled.push_str(before);
        filled.push_str(&quoted(&match field {
            "raw" => dangerous.to_owned(),
            field => text_of(dangerous, field),
        }));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// The name of every field, in the order of the files.
pub(crate) fn fields() -> Vec<&'static str> {
    let fields = FILES.iter().flat_map(|(_, template)| {
        let parts = template.split('«').skip(1);
        parts.map(|part| part.split('»').next().expect("a field's name ends"))
    });
    fields.filter(|field| *field != "raw").collect()
}

/// The templates of every file.
pub(crate) const FILES: [(&str, &str); 17] = [
    (
        "regua.yaml",
        "regua: 1
organisation: «organisation»
rubrics: [own, banded, desk]
targets: {own: {level: 3, by: 2027-Q2, dimensions: {first: 3}}}
report: {client: «client», prepared_by: «prepared-by», confidentiality: «confidentiality», logo: logo.svg}
",
    ),
    (
        "rubrics/own.yaml",
        "regua: 1
id: own
version: «version»
title: «rubric»
source: {framework: «framework», section: «section», notice: «notice»}
floor: 1
levels:
  - {id: one, number: 1, title: «level-1», summary: «summary-1»}
  - {id: two, number: 2, title: «level-2», summary: «summary-2»}
  - {id: three, number: 3, title: «level-3», summary: «summary-3»}
dimensions:
  - {id: first, title: «dimension-1»}
  - {id: second, title: «dimension-2», dimensions: [{id: third, title: «dimension-3»}]}
scales:
  own: {choices: [{id: no-way, title: «choice-no», value: 0}, {id: all-the-way, title: «choice-yes», value: 1}]}
  points: {min: 0, max: 40, unit: «scale-unit»}
criteria:
  - {id: a, level: 2, dimension: first, title: «criterion-1», description: «description», supports: banded/only, questions: [
      {id: q, text: «question-1», guidance: «guidance-1», scale: own, evidence: required},
      {id: r, text: «question-2», guidance: «guidance-2», conflicts_with: [a.s]},
      {id: s, text: «question-3»}]}
  - {id: b, level: 3, dimension: first, title: «criterion-2», text: «question-4», guidance: «guidance-3», scale: points}
  - {id: c, level: 3, dimension: second, title: «criterion-3», text: «question-5»}
  - {id: d, level: 2, dimension: third, text: «question-6»}
  - {id: e, level: 1, dimension: third, polarity: absence, text: «question-7», scale: yes-no}
kpis:
  - {id: up, title: «kpi», unit: «kpi-unit», direction: higher, definition: «definition», formula: «formula», clock: «clock», population: «population», bands: {2: 40, 3: 80}, source: «bands-source», target: 90}
rules: {kpi_weight: 0.3}
",
    ),
    (
        "rubrics/own.overlay.yaml",
        "regua: 1
overlay: own
criteria: {c: {title: «overlaid-criterion», text: «overlaid-question», guidance: «overlaid-guidance»}}
levels: {three: {title: «overlaid-level»}}
dimensions: {third: {title: «overlaid-dimension»}}
kpis: {up: {population: «overlaid-population»}}
",
    ),
    (
        "rubrics/banded.yaml",
        "regua: 1
id: banded
title: «banded»
levels: [{id: low, number: 1, title: «band-1»}, {id: high, number: 2, title: «band-2»}]
dimensions: [{id: only, title: «banded-dimension»}]
criteria: [{id: x, dimension: only, text: «banded-question»}]
rules: {level: {method: banded, bands: {2: 0.5}}}
",
    ),
    (
        "rubrics/desk.yaml",
        "regua: 1
id: desk
title: «skill»
skill: desk-work
levels: [{id: a, number: 1, title: «skill-level-1»}, {id: b, number: 2, title: «skill-level-2»}]
dimensions: [{id: work, title: «skill-dimension»}]
criteria: [{id: one, level: 1, dimension: work, text: «statement-1»}, {id: two, level: 2, dimension: work, text: «statement-2»}]
",
    ),
    (
        "assessments/before.yaml",
        "regua: 1
rubric: own
date: 2026-06-30
answers: {a.q: no-way, b: 10, d: partially}
",
    ),
    (
        "assessments/one.yaml",
        "regua: 1
rubric: own
date: 2026-09-30
scope: «scope»
respondent: «respondent-1»
answers:
  a.q: {choice: all-the-way, note: «note-1», evidence: [{title: «evidence-1», href: «raw», date: 2026-05-02}, {title: «evidence-2», href: https://example.org/}, «evidence-3», {href: «evidence-4»}]}
  a.r: fully
  a.s: fully
  b: {value: 12, note: «note-2»}
  c: {not_applicable: «reason-1»}
  d: fully
",
    ),
    (
        "assessments/two.yaml",
        "regua: 1
rubric: own
date: 2026-09-30
scope: «scope»
respondent: «respondent-2»
answers:
  a.q: {choice: no-way, note: «note-3»}
  a.r: not
  b: 30
  c: {not_applicable: «reason-2»}
  d: unknown
",
    ),
    (
        "assessments/banded.yaml",
        "regua: 1
rubric: banded
date: 2026-09-30
answers: {x: {choice: largely, note: «note-4»}}
",
    ),
    (
        "assessments/ana.yaml",
        "regua: 1
rubric: desk
date: 2026-09-30
person: ana
by: manager
answers: {one: {choice: fully, note: «note-5», evidence: [{title: «evidence-5», href: «raw»}]}, two: {not_applicable: «reason-3»}}
",
    ),
    (
        "people/team.yaml",
        "regua: 1
roles: [{id: agent, title: «role», requires: {desk-work: 2}}]
people: [{id: ana, name: «person-1», role: agent}, {id: bruno, name: «person-2»}]
",
    ),
    (
        "kpis/own.yaml",
        "regua: 1
kpis: [{id: loose, title: «own-kpi», unit: '%', direction: lower, definition: «own-definition», source: «own-source»}]
service_levels: [{id: reply, title: «service-level», within: 8h, goal: 90%, window: month}]
readings:
  - {service_level: reply, period: 2026-09, met: 8, breached: 2, source: «reading-source-1», note: «reading-note-1»}
  - {kpi: up, period: 2026-08, value: 50, source: «reading-source-2», note: «reading-note-2»}
  - {kpi: up, period: 2026-09, value: 60, n: 10, segment: «segment»}
  - {kpi: up, period: 2026-09, value: 70}
  - {kpi: loose, period: 2026-09, value: 10%}
",
    ),
    (
        "okrs/2026-Q4/plan.yaml",
        "regua: 1
cycle: 2026-Q4
objectives:
  - id: one
    title: «objective»
    owner: «owner-1»
    improves: own/first
    key_results:
      - {id: up, title: «key-result-1», owner: «owner-2», deliverable: «deliverable», source: «figures-source», unit: «unit», baseline: 0, target: 3}
      - {id: parts, title: «key-result-2», kind: milestones, milestones: [{id: live, title: «milestone-1»}, {id: used, title: «milestone-2», due: 2026-12-01}]}
      - {id: gone, title: «key-result-3», unit: x, baseline: 0, target: 3}
    amendments: [{date: 2026-10-20, key_result: gone, dropped: true, reason: «amendment-reason»}]
",
    ),
    (
        "okrs/2026-Q4/check-ins.yaml",
        "- {date: 2026-10-20, key_result: up, value: 1, note: «check-in-note-1», by: «check-in-by-1»}
- {date: 2026-11-01, key_result: up, value: 2, note: «check-in-note-2», by: «check-in-by-2»}
",
    ),
    (
        "okrs/2026-Q3/plan.yaml",
        "regua: 1
cycle: 2026-Q3
objectives: [{id: past, key_results: [{id: was, unit: x, baseline: 0, target: 3}]}]
",
    ),
    (
        "okrs/2026-Q3/closing.yaml",
        "regua: 1
cycle: 2026-Q3
closed: 2026-10-05
as_of: 2026-09-30
by: «closed-by»
objectives: [{id: past, retrospective: «retrospective-1», key_results: [{id: was, status: missed, retrospective: «retrospective-2»}]}]
",
    ),
    // A drawing of one's own may do as it likes: as an image it can neither run nor load anything.
    (
        "logo.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" onload=\"ran(1)\"><script>ran(1)</script>\
         <image href=\"https://example.org/logo.png\"/><circle r=\"4\"/></svg>",
    ),
];

/// Writes the workspace, each text dangerous.
pub(crate) fn workspace(dangerous: &str) -> Folder {
    let folder = Folder::new();
    for (file, template) in &FILES {
        folder.write(file, &filled(template, dangerous));
    }
    folder
}
