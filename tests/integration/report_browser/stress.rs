//! Workspaces that a report is hard put to show: as much of everything as it is made for, and as little.

use std::fmt::Write as _;

use crate::support::Folder;

/// Names that lines, columns and charts are not made for: forty characters without a space, other scripts, another
/// direction, letters made of several, marks of HTML.
pub(crate) const NAMES: [&str; 10] = [
    "Inconstitucionalissimamenteresponsabiliz",
    "Qualidade",
    "顧客満足度と対応品質の継続的な改善に向けた取り組みについて",
    "جودة خدمة العملاء والدعم الفني",
    "שירות לקוחות",
    "👩‍👩‍👧‍👦🇧🇷 Atendimento 🎧",
    "P&D <beta> “a” 'b'",
    "Donaudampfschifffahrtsgesellschaftskapit",
    "Gestão de reclamações e da voz do cliente",
    "Ç̧a̧õ̧ ﷽ Z̷̢a̸l̵g̶o̷",
];

/// One of the names, as YAML writes it.
fn name(index: usize) -> String {
    quoted(NAMES[index % NAMES.len()])
}

/// A text as YAML's double-quoted style, which is JSON's.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("every text can be quoted")
}

/// A text of two thousand characters, with an address that no line holds.
fn long_text() -> String {
    let sentence = "A equipe registra cada contato, revisa o que ficou pendente e devolve a resposta no prazo. ";
    let address = format!(
        "https://example.org/{} ",
        "wiki/procedimento-operacional-".repeat(8)
    );
    let text: String = format!("{address}{}", sentence.repeat(22));
    quoted(text.chars().take(2_000).collect::<String>().trim_end())
}

/// How the level of the wide rubrics is found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    Cumulative,
    Banded,
}

/// A rubric with so many dimensions, of which each has a criterion at each level but the lowest.
fn rubric(id: &str, dimensions: usize, rule: Rule) -> String {
    let mut text = format!(
        "regua: 1\nid: {id}\ntitle: {}\nfloor: 1\nsource: {{framework: {}, section: {}, notice: {}}}\nlevels:\n",
        name(0),
        name(7),
        name(0),
        long_text(),
    );
    for level in 1..=5 {
        let (title, summary) = (name(level), long_text());
        let _ = writeln!(
            text,
            "  - {{id: l{level}, number: {level}, title: {title}, summary: {summary}}}"
        );
    }
    text.push_str("dimensions:\n");
    for dimension in 1..=dimensions {
        let title = name(dimension - 1);
        let _ = writeln!(
            text,
            "  - {{id: d{dimension}, title: {title}, weight: {dimension}}}"
        );
    }
    text.push_str(
        "scales: {points: {min: 0, max: 40, unit: agentesdeatendimentotelefônico}}\ncriteria:\n",
    );
    for dimension in 1..=dimensions {
        for level in 2..=5 {
            let title = name(dimension + level);
            let wording = if dimension == 1 {
                long_text()
            } else {
                name(level)
            };
            let scale = if (dimension, level) == (1, 3) {
                "points"
            } else {
                "achievement"
            };
            let level_key = match rule {
                Rule::Cumulative => format!("level: {level}, "),
                Rule::Banded => String::new(),
            };
            let _ = writeln!(
                text,
                "  - {{id: c{dimension}-{level}, title: {title}, dimension: d{dimension}, {level_key}questions: [\
                 {{id: one, text: {wording}, scale: {scale}, evidence: required}}, {{id: two, text: {title}}}]}}"
            );
        }
    }
    if rule == Rule::Banded {
        text.push_str(
            "rules: {level: {method: banded, bands: {2: 0.2, 3: 0.4, 4: 0.6, 5: 0.8}}}\n",
        );
        return text;
    }
    let _ = writeln!(text, "rules: {{kpi_weight: 0.3}}\nkpis:");
    for (index, direction) in ["higher", "lower", "range", "none"].into_iter().enumerate() {
        let bands = match direction {
            "higher" => "bands: {2: 20%, 3: 40%, 4: 60%, 5: 80%}, ",
            "lower" => "bands: {2: 80%, 3: 60%, 4: 40%, 5: 20%}, ",
            "range" => "bands: {2: [10%, 90%], 3: [40%, 60%]}, ",
            _ => "",
        };
        let (title, long) = (name(index), long_text());
        let _ = writeln!(
            text,
            "  - {{id: {id}-{direction}, title: {title}, unit: '%', direction: {direction}, {bands}target: 50%, \
             definition: {long}, formula: {title}, clock: {title}, population: {title}, source: {title}}}"
        );
    }
    text
}

/// The answers of one assessment, every fourth of them something else than a choice; all of them at length.
fn assessment(id: &str, dimensions: usize, (date, turn): (&str, usize), keys: &str) -> String {
    let mut text = format!(
        "regua: 1\nrubric: {id}\ndate: {date}\nscope: {}\n{keys}answers:\n",
        name(turn)
    );
    let choices = ["not", "fully", "partially", "largely"];
    for dimension in 1..=dimensions {
        for level in 2..=5 {
            let step = dimension * 7 + level * 3 + turn * (dimension + 2);
            let choice = choices[step % 4];
            let first = match (dimension, level) {
                (1, 3) => (step % 41).to_string(),
                (1, _) if turn == 1 => format!(
                    "{{choice: {choice}, note: {}, evidence: [{{title: {}, href: 'https://example.org/{}', date: 2026-05-02}}, {{title: {}, href: docs/a.pdf}}]}}",
                    long_text(),
                    name(0),
                    "a".repeat(120),
                    name(level)
                ),
                (2, 2) => "unknown".to_owned(),
                (2, 3) => format!("{{not_applicable: {}}}", long_text()),
                _ => choice.to_owned(),
            };
            let _ = writeln!(text, "  c{dimension}-{level}.one: {first}");
            if (dimension, level) != (3, 4) {
                let _ = writeln!(
                    text,
                    "  c{dimension}-{level}.two: {}",
                    choices[(step + 1) % 4]
                );
            }
        }
    }
    text
}

/// A rubric that rates one skill by a statement a level.
fn skill(number: usize) -> String {
    let title = name(number);
    format!(
        "regua: 1\nid: desk-{number}\ntitle: {title}\nskill: skill-{number}\n\
         levels: [{{id: a, number: 1}}, {{id: b, number: 2}}, {{id: c, number: 3}}]\ndimensions: [{{id: work}}]\n\
         criteria:\n  - {{id: one, level: 1, dimension: work, text: {title}}}\n  \
         - {{id: two, level: 2, dimension: work, text: {title}}}\n  - {{id: three, level: 3, dimension: work, text: {title}}}\n\
         rules: {{level: {{method: highest, met_at: largely, unanswered: zero}}}}\n"
    )
}

/// Forty persons in three roles that ask for twelve skills.
fn people() -> String {
    let mut text = "regua: 1\nroles:\n".to_owned();
    for role in 0..3 {
        let asked: Vec<String> = (1..=SKILLS)
            .map(|skill| format!("skill-{skill}: {}", 1 + (skill + role) % 3))
            .collect();
        let _ = writeln!(
            text,
            "  - {{id: r{role}, title: {}, requires: {{{}}}}}",
            name(role),
            asked.join(", ")
        );
    }
    text.push_str("people:\n");
    for person in 0..40 {
        let role = match person % 4 {
            3 => String::new(),
            role => format!(", role: r{role}"),
        };
        let _ = writeln!(text, "  - {{id: p{person}, name: {}{role}}}", name(person));
    }
    text
}

const SKILLS: usize = 12;

/// The day that the reports of these workspaces are made for.
pub(crate) const AS_OF: &str = "2026-11-20";

/// What every status comes from, as the keys of a key result, and its check-ins after the date.
const STATUSES: [(&str, &[&str]); 9] = [
    ("baseline: 0, target: 100", &["10-20, value: 60"]),
    ("baseline: 0, target: 100", &["10-20, value: 43"]),
    (
        "baseline: 0, target: 100",
        &["10-10, value: 20", "10-20, value: -15"],
    ),
    (
        "baseline: 0, target: 100, due: 2026-11-10",
        &["11-09, value: 80"],
    ),
    (
        "baseline: 0, target: 100",
        &["10-05, value: 10", "11-10, value: 140"],
    ),
    ("baseline: 0, target: 100", &[]),
    ("target: +20%", &[]),
    (
        "kind: milestones, milestones: [{id: live, title: M, weight: 2, due: 2026-10-31}, {id: used, title: M}]",
        &["10-30, milestone: live"],
    ),
    ("kind: done", &["11-01, done: true"]),
];

/// A cycle with forty key results, of every status that the day gives, and an objective without any.
fn plan() -> (String, String) {
    let mut plan = "regua: 1\ncycle: 2026-Q4\nobjectives:\n".to_owned();
    let mut check_ins = String::new();
    for objective in 0..4 {
        let (title, ambition) = (
            name(objective),
            ["committed", "aspirational", "learning", "committed"][objective],
        );
        let _ = writeln!(
            plan,
            "  - id: o{objective}\n    title: {title}\n    owner: {title}\n    ambition: {ambition}\n    improves: wide/d1\n    key_results:"
        );
        for own in 0..10 {
            let (keys, rows) = STATUSES[(objective + own) % STATUSES.len()];
            let (id, title, long) = (
                format!("k{objective}-{own}"),
                name(objective + own),
                long_text(),
            );
            let unit = if keys.contains("target") {
                "unit: 'interaçõesresolvidasnoprimeirocontato', "
            } else {
                ""
            };
            let _ = writeln!(
                plan,
                "      - {{id: {id}, title: {title}, owner: {title}, deliverable: {long}, source: {title}, {unit}{keys}}}"
            );
            for row in rows {
                let _ = writeln!(
                    check_ins,
                    "- {{key_result: {id}, confidence: {own}, by: {title}, note: {long}, date: 2026-{row}}}"
                );
            }
        }
        if objective == 3 {
            let _ = writeln!(
                plan,
                "    amendments: [{{date: 2026-10-15, key_result: k3-0, dropped: true, reason: {}}}]",
                long_text()
            );
        }
    }
    let _ = writeln!(plan, "  - {{id: bare, title: {}}}", name(7));
    (plan, check_ins)
}

/// A workspace that has as much of everything as a report is made for.
pub(crate) fn stress() -> Folder {
    let folder = Folder::new();
    let skills: Vec<String> = (1..=SKILLS)
        .map(|number| format!("desk-{number}"))
        .collect();
    folder.write(
        "regua.yaml",
        &format!(
            "regua: 1\norganisation: {}\nlanguage: pt-BR\nrubrics: [wide, banded, {}]\ntargets:\n  \
             wide: {{level: 4, by: 2027-Q2, dimensions: {{d1: 5, d2: 3}}}}\n  banded: {{level: 5}}\n",
            name(0),
            skills.join(", ")
        ),
    );
    for (id, rule) in [("wide", Rule::Cumulative), ("banded", Rule::Banded)] {
        folder.write(&format!("rubrics/{id}.yaml"), &rubric(id, 12, rule));
        let before = assessment(id, 12, ("2026-06-30", 0), "");
        folder.write(&format!("assessments/{id}-before.yaml"), &before);
    }
    let banded = assessment("banded", 12, ("2026-09-30", 1), "");
    folder.write("assessments/banded.yaml", &banded);
    for turn in 1..=3 {
        let keys = format!("respondent: {}\n", name(turn + 1));
        let answers = assessment("wide", 12, ("2026-09-30", turn), &keys);
        folder.write(&format!("assessments/wide-{turn}.yaml"), &answers);
    }
    let agreed = assessment("wide", 1, ("2026-09-30", 2), "consensus: true\n");
    folder.write("assessments/wide-agreed.yaml", &agreed);
    for number in 1..=SKILLS {
        folder.write(&format!("rubrics/desk-{number}.yaml"), &skill(number));
        for person in 0..6 {
            for by in ["manager", "self"] {
                let answers = ["one: not", "one: fully", "two: fully", "three: fully"]
                    [(number + person + by.len()) % 4];
                folder.write(
                    &format!("assessments/people/{number}-{person}-{by}.yaml"),
                    &format!(
                        "regua: 1\nrubric: desk-{number}\ndate: 2026-09-01\nperson: p{person}\nby: {by}\nanswers: {{{answers}}}\n"
                    ),
                );
            }
        }
    }
    folder.write("kpis/readings.yaml", &readings());
    let (plan, check_ins) = plan();
    folder.write("okrs/2026-Q4/plan.yaml", &plan);
    folder.write("okrs/2026-Q4/check-ins.yaml", &check_ins);
    folder.write(
        "okrs/2027-Q1/plan.yaml",
        &format!(
            "regua: 1\ncycle: 2027-Q1\nobjectives: [{{id: next, title: {0}, key_results: [{{id: planned, title: {0}, unit: x, baseline: 0, target: 3}}]}}]\n",
            name(0)
        ),
    );
    folder.write("people/team.yaml", &people());
    closed_cycle(&folder);
    folder
}

/// A cycle that has ended, closed by the program, and looked back at.
fn closed_cycle(folder: &Folder) {
    folder.write(
        "okrs/2026-Q3/plan.yaml",
        &format!(
            "regua: 1\ncycle: 2026-Q3\nobjectives: [{{id: past, title: {0}, owner: a, key_results: [\
             {{id: was, title: {0}, source: x, unit: x, baseline: 0, target: 3}}, {{id: had, title: {0}, kind: done}}]}}]\n",
            name(0)
        ),
    );
    folder.write(
        "okrs/2026-Q3/check-ins.yaml",
        "- {key_result: was, date: 2026-09-01, value: 2}\n",
    );
    let ran = folder.run(&["okr", "close", "2026-Q3", "--as-of", AS_OF, "-q"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let file = "okrs/2026-Q3/closing.yaml";
    let closing = folder.read(file);
    let long = long_text();
    let said = closing
        .replace(
            "    key_results:",
            &format!("    retrospective: {long}\n    key_results:"),
        )
        .replace("{id: was,", &format!("{{id: was, retrospective: {long},"));
    assert_ne!(closing, said, "{closing}");
    folder.write(file, &said);
}

/// Readings of each KPI but one, in segments, and of a service level.
fn readings() -> String {
    let title = name(0);
    let mut text = format!(
        "regua: 1\nservice_levels:\n  - {{id: kept, title: {title}, kpi: wide-higher, goal: 90%, window: month}}\n  \
         - {{id: silent, title: {title}, within: 8h, goal: 95%, window: quarter}}\nreadings:\n"
    );
    for month in 1..=10 {
        for (kpi, value) in [
            ("wide-higher", month * 9),
            ("wide-lower", 5 + month % 3),
            ("wide-none", 100),
        ] {
            let _ = writeln!(
                text,
                "  - {{kpi: {kpi}, period: 2026-{month:02}, value: {value}%, note: {title}}}"
            );
        }
        let _ = writeln!(
            text,
            "  - {{service_level: kept, period: 2026-{month:02}, met: {}, breached: {month}}}",
            month * 8
        );
    }
    for (index, place) in NAMES.iter().enumerate() {
        let segment = quoted(&format!("canal={place}"));
        let _ = writeln!(
            text,
            "  - {{kpi: wide-higher, period: 2026-10, value: {}%, n: 12345, segment: {segment}}}",
            index * 9
        );
    }
    text
}

/// A workspace that has one of everything, and nothing within it: one dimension, a cycle without objectives, one
/// without key results, a KPI and a service level without readings, a person whom nobody asks for anything.
pub(crate) fn sparse() -> Folder {
    let folder = Folder::new();
    folder
        .write("regua.yaml", "regua: 1\norganisation: N\nrubrics: [one, none]\n")
        .write(
            "rubrics/one.yaml",
            "regua: 1\nid: one\nlevels: [{id: a, number: 1}, {id: b, number: 2}]\ndimensions: [{id: only}]\n\
             criteria: [{id: c, level: 2, dimension: only, text: Is it so?}]\n\
             kpis: [{id: silent, unit: '%', direction: higher, bands: {2: 50%}}]\n",
        )
        .write(
            "rubrics/none.yaml",
            "regua: 1\nid: none\nlevels: []\ndimensions: [{id: empty}]\ncriteria: []\n",
        )
        .write("assessments/one.yaml", "regua: 1\nrubric: one\ndate: 2026-09-30\n")
        .write("assessments/none.yaml", "regua: 1\nrubric: none\ndate: 2026-09-30\n")
        .write("kpis/k.yaml", "regua: 1\nservice_levels: [{id: mute, goal: 90%}]\n")
        .write("okrs/2026-Q3/plan.yaml", "regua: 1\ncycle: 2026-Q3\nobjectives: []\n")
        .write(
            "okrs/2026-Q4/plan.yaml",
            "regua: 1\ncycle: 2026-Q4\nobjectives: [{id: bare}]\n",
        )
        // Names of cycles that hold blanks, and that end where the id of a key result might begin.
        .write(
            "okrs/range/plan.yaml",
            "regua: 1\ncycle: 2026-10-05 .. 2026-12-18\nobjectives: [{id: a, key_results: [{id: b, kind: done}]}]\n",
        )
        .write(
            "okrs/sprint/plan.yaml",
            "regua: 1\ncycle: sprint\nstart: 2026-11-02\nend: 2 weeks\nobjectives: [{id: one-two, key_results: [{id: one-two, kind: done}]}]\n",
        )
        .write(
            "okrs/sprint-one/plan.yaml",
            "regua: 1\ncycle: sprint-one\nstart: 2026-11-02\nend: 3 weeks\nobjectives: [{id: two, key_results: [{id: two, kind: done}]}]\n",
        )
        .write("people/p.yaml", "regua: 1\npeople: [{id: ana}]\n");
    folder
}

/// A workspace with nothing in it.
pub(crate) fn empty() -> Folder {
    let folder = Folder::new();
    folder.write("regua.yaml", "regua: 1\norganisation: Nova\n");
    folder
}
