//! The field's knowledge as shipped: each line of the published frameworks has an id, each text both languages.
//!
//! The tables below hold the structure of the frameworks: for each rubric its levels, dimensions and criteria in
//! their order. A line that is lost, renamed or moved shows here.

use std::collections::HashMap;

use regua::locale::Locale;
use regua::model::{Edge, Exact, Kpi, Language, Rubric, Text, Workspace, parse_day};
use regua::read::{self, Inputs};
use regua::{check, score};

/// A workspace that uses every shipped rubric, of which nothing is said.
fn shipped() -> Workspace {
    let names: Vec<&str> = read::shipped_rubrics().collect();
    let inputs = Inputs::with_rubrics(&names);
    let day = parse_day("2026-10-01").unwrap();
    let mut read = read::workspace(inputs, day);
    let workspace = read.workspace.unwrap();
    let scores = score::workspace(&workspace, day);
    check::workspace(&workspace, &scores, &mut read.diagnostics);
    assert!(
        read.diagnostics.sorted().is_empty(),
        "{:?}",
        read.diagnostics
    );
    workspace
}

fn rubric<'w>(workspace: &'w Workspace, id: &str) -> &'w Rubric {
    let mut rubrics = workspace.rubrics.iter();
    rubrics.find(|rubric| rubric.id.as_str() == id).unwrap()
}

/// `dimension: criteria` of a rubric, one line a dimension that has any, levels before the criteria of one.
fn outline(rubric: &Rubric) -> String {
    let mut lines = Vec::new();
    for (index, dimension) in rubric.dimensions.iter().enumerate() {
        let own = rubric
            .criteria
            .iter()
            .filter(|criterion| criterion.dimension.0 == index);
        let ids: Vec<String> = own
            .map(|criterion| match criterion.level {
                Some(level) => format!("{level} {}", criterion.id),
                None => criterion.id.to_string(),
            })
            .collect();
        lines.push(match ids.as_slice() {
            [] => format!("{}{}:", "  ".repeat(dimension.depth), dimension.id),
            ids => format!(
                "{}{}: {}",
                "  ".repeat(dimension.depth),
                dimension.id,
                ids.join(", ")
            ),
        });
    }
    lines.join("\n")
}

#[track_caller]
fn is_outlined(id: &str, expected: &str) {
    let workspace = shipped();
    let expected: Vec<&str> = expected.trim_matches('\n').lines().collect();
    let found = outline(rubric(&workspace, id));
    assert_eq!(found.lines().collect::<Vec<_>>(), expected, "{id}");
}

fn levels(workspace: &Workspace, id: &str) -> Vec<(u32, String, String)> {
    let levels = rubric(workspace, id).levels.iter();
    levels
        .map(|level| {
            let title = |language| level.title.in_language(language).to_owned();
            (
                level.number,
                title(Language::Portuguese),
                title(Language::English),
            )
        })
        .collect()
}

#[track_caller]
fn are_titled(id: &str, expected: &[(&str, &str)]) {
    let workspace = shipped();
    let found = levels(&workspace, id);
    let expected: Vec<(u32, String, String)> = (1..)
        .zip(expected)
        .map(|(number, (portuguese, english))| {
            (number, (*portuguese).to_owned(), (*english).to_owned())
        })
        .collect();
    assert_eq!(found, expected, "{id}");
}

/// CIO Codex: five levels, fifteen criteria in four dimensions, empty cells as published; five KPIs.
#[test]
fn customer_service_has_its_levels_criteria_and_kpis() {
    is_outlined(
        "customer-service",
        "
process: 1 no-formal-processes, 2 need-recognised, 3 standard-processes, 4 active-management, 5 innovation-adaptation
customer-experience: 1 ad-hoc-response, 2 basic-answers, 5 experience-excellence
measurement: 1 no-performance-measurement, 2 informal-monitoring, 3 feedback-first-improvements, 4 data-driven-improvement, 5 benchmarking
people: 3 team-training, 4 advanced-team-development
",
    );
    are_titled(
        "customer-service",
        &[
            ("Inexistente", "Nonexistent"),
            ("Inicial", "Initial"),
            ("Repetitivo", "Repeatable"),
            ("Gerenciado", "Managed"),
            ("Otimizado", "Optimised"),
        ],
    );
    let workspace = shipped();
    let kpis: Vec<&str> = rubric(&workspace, "customer-service")
        .kpis
        .iter()
        .map(|kpi| kpi.id.as_str())
        .collect();
    let expected = [
        "mean-response-time",
        "first-contact-resolution",
        "csat",
        "mean-resolution-time",
        "contact-volume",
    ];
    assert_eq!(kpis, expected);
}

/// Level n of 1 to 5 is worth (n − 1)/4. Largely, more than 1/2, lies past the edge of level 3; fully, more than
/// 0.85, past level 4.4, which is 2/5 of the way between the edges of 4 and 5; the first level with a value is 2.
#[test]
fn guidance_gives_the_edges_of_the_bands_that_answer_the_question() {
    let workspace = shipped();
    let rubric = rubric(&workspace, "customer-service");
    let mut found = Vec::new();
    for question in &rubric.questions {
        let Some(id) = &question.kpi else {
            continue;
        };
        let kpi = rubric.kpis.iter().find(|kpi| kpi.id == *id).unwrap();
        let edge = |level: u32| {
            let band = kpi.bands.iter().find(|band| band.level == level).unwrap();
            match &band.edge {
                Edge::At(edge) => edge.clone(),
                Edge::Between(..) => panic!("{id} has one edge for a level"),
            }
        };
        let fully = edge(4) + (edge(5) - edge(4)) * Exact::ratio(2, 5);
        for language in Language::ALL {
            let locale = Locale::new(language);
            let guidance = question.guidance.in_language(language);
            for edge in [&edge(2), &edge(3), &fully] {
                let quantity = locale.quantity(edge, &kpi.unit).replace('\u{a0}', " ");
                assert!(guidance.contains(&quantity), "{quantity} in {guidance}");
            }
        }
        found.push(id.to_string());
    }
    found.sort();
    let expected = [
        "csat",
        "first-contact-resolution",
        "mean-resolution-time",
        "mean-response-time",
    ];
    assert_eq!(found, expected);
}

/// CIO Codex: 13 responsibilities, 5 practices, 6 challenges, 6 trends, 10 objectives, 10 × 3 interfaces.
#[test]
fn capabilities_have_every_line() {
    is_outlined(
        "customer-service-capabilities",
        "
responsibilities:
  problem-resolution: issue-resolution, complaint-handling, team-enablement
  technical-support: guided-assistance, support-systems, technical-documentation
  relationship: positive-relationships, proactive-communication, personalised-service
  feedback-improvement: feedback-collection, feedback-analysis, improvement-implementation, indicator-monitoring
market-practices: multichannel-service, response-targets, continuous-training, feedback-system, proactive-problem-resolution
challenges: rising-expectations, volume-peaks, talent-retention, automation-balance, crisis-readiness, customer-record
trends: advanced-automation, personalisation-at-scale, predictive-analysis, integrated-omnichannel, experience-focus, remote-support
objectives: improvement-goal, response-time-goal, personalisation-goal, performance-goal, technology-goal, culture-goal, feedback-goal, complaint-goal, loyalty-goal, skills-goal
interfaces:
  product-service-management: product-feedback, joint-troubleshooting, product-training
  commercial-relationship: churn-warning, sales-billing-fixes, market-insight
  operation-production: delivery-tracking, quality-feedback, stock-check
  communication-marketing: campaign-briefing, brand-voice, campaign-analysis
  administration-executive: strategic-alignment, executive-decisions, executive-review
  finance-accounting: billing-issues, cost-analysis, budget-planning
  legal-compliance: regulatory-conformity, legal-risk, legal-awareness
  infrastructure-facilities: site-continuity, workspace, equipment-upkeep
  human-resources: recruitment-profile, performance-management, engagement
  information-technology: crm-priorities, data-security, self-service-data
",
    );
    let workspace = shipped();
    let capabilities = rubric(&workspace, "customer-service-capabilities");
    assert_eq!(capabilities.criteria.len(), 13 + 5 + 6 + 6 + 10 + 30);
    let maturity = rubric(&workspace, "customer-service");
    for criterion in &capabilities.criteria {
        let supports = criterion.supports.as_ref().expect("it serves a dimension");
        assert_eq!(supports.rubric, maturity.id, "{}", criterion.id);
        let dimension = supports.dimension.as_ref().expect("a dimension").as_str();
        assert!(
            maturity.dimension_by_id(dimension).is_some(),
            "{}",
            criterion.id
        );
    }
}

/// MOF 4.0, SMF Customer Service: five processes, sixteen activities.
#[test]
fn mof_has_its_processes_and_activities() {
    is_outlined(
        "mof-customer-service",
        "
record: user-contact-data, situation-details
classify: categorise, support-decision, prioritise
resolve: information-request, existing-service-request, new-service-request, incident
confirm-and-close: update-request, service-restored, incident-resolved, resolution-delivered, close-request
ensure-good-service: service-desk-quality, slas-and-metrics
",
    );
}

/// Customer service levels: the five steps.
#[test]
fn service_levels_have_the_five_steps() {
    is_outlined(
        "service-levels",
        "readiness: targets-and-indicators, trained-team, documented-processes, monitoring-and-reports, customer-feedback",
    );
}

/// SFIA 9: seven levels of responsibility by five attributes; CSMG at levels 1 to 6.
#[test]
fn sfia_has_its_levels_attributes_and_statements() {
    let names = [
        ("Seguir", "Follow"),
        ("Ajudar", "Assist"),
        ("Aplicar", "Apply"),
        ("Possibilitar", "Enable"),
        ("Assegurar e aconselhar", "Ensure and advise"),
        ("Iniciar e influenciar", "Initiate and influence"),
        (
            "Definir estratégia, inspirar, mobilizar",
            "Set strategy, inspire, mobilise",
        ),
    ];
    are_titled("sfia-generic", &names);
    are_titled("sfia-csmg", &names[..6]);
    let by_attribute = |attribute: &str| {
        let own: Vec<String> = (1..=7)
            .map(|level| format!("{level} {attribute}-{level}"))
            .collect();
        format!("{attribute}: {}", own.join(", "))
    };
    let attributes = [
        "autonomy",
        "influence",
        "complexity",
        "knowledge",
        "business-skills",
    ];
    is_outlined("sfia-generic", &attributes.map(by_attribute).join("\n"));
    is_outlined(
        "sfia-csmg",
        "
requests: 1 routine-contacts, 1 accurate-records, 1 complex-cases, 2 common-requests, 2 call-assignment, 3 point-of-contact, 3 first-diagnosis
knowledge: 2 knowledge-base-entries, 3 standards-input, 4 standards-and-guidance, 5 rules-and-improvement, 5 service-catalogue, 6 service-definition, 6 service-frameworks
measurement: 2 satisfaction-metrics, 3 performance-data, 4 delivery-monitoring, 4 trends, 5 satisfaction-approaches
leadership: 4 other-departments, 5 daily-operations, 6 strategic-direction, 6 continuity-and-compliance
",
    );
    let workspace = shipped();
    let statements = |level: u32| {
        let own = rubric(&workspace, "sfia-csmg").criteria.iter();
        own.filter(|criterion| criterion.level == Some(level))
            .count()
    };
    assert_eq!(
        (1..=6).map(statements).collect::<Vec<_>>(),
        [3, 4, 4, 4, 4, 4]
    );
}

#[test]
fn shipped_rubrics_are_checked_without_a_word() {
    assert_eq!(shipped().rubrics.len(), 6);
}

/// Every text of a rubric that somebody wrote.
fn texts(rubric: &Rubric) -> Vec<&Text> {
    let source = &rubric.source;
    let mut texts = vec![&rubric.title, &source.notice];
    texts.extend(
        rubric
            .levels
            .iter()
            .flat_map(|level| [&level.title, &level.summary]),
    );
    texts.extend(rubric.dimensions.iter().map(|dimension| &dimension.title));
    for criterion in &rubric.criteria {
        texts.extend([&criterion.title, &criterion.description]);
    }
    for question in &rubric.questions {
        texts.extend([&question.text, &question.guidance]);
    }
    texts.extend(rubric.kpis.iter().flat_map(kpi_texts));
    texts
}

fn kpi_texts(kpi: &Kpi) -> [&Text; 6] {
    [
        &kpi.title,
        &kpi.definition,
        &kpi.formula,
        &kpi.clock,
        &kpi.population,
        &kpi.source,
    ]
}

const LANGUAGES: [Language; 2] = [Language::Portuguese, Language::English];

#[test]
fn what_is_asked_and_named_is_there_in_both_languages() {
    let workspace = shipped();
    for rubric in &workspace.rubrics {
        for text in texts(rubric) {
            let written = LANGUAGES.map(|language| !text.in_language(language).is_empty());
            assert_eq!(written[0], written[1], "{}: {text:?}", rubric.id);
        }
        for question in &rubric.questions {
            for language in LANGUAGES {
                assert!(
                    !question.text.in_language(language).is_empty(),
                    "{}",
                    question.key
                );
                assert!(
                    !question.guidance.in_language(language).is_empty(),
                    "{}",
                    question.key
                );
            }
            let [portuguese, english] =
                LANGUAGES.map(|language| question.text.in_language(language));
            assert_ne!(portuguese, english, "{}", question.key);
        }
        for language in LANGUAGES {
            assert!(
                !rubric.source.notice.in_language(language).is_empty(),
                "{}",
                rubric.id
            );
        }
        assert_eq!(rubric.version, "1.0.0", "{}", rubric.id);
    }
}

/// Titles may be the same where frameworks share a name; what is said in sentences may not.
#[test]
fn no_sentence_of_a_rubric_stands_in_another() {
    let workspace = shipped();
    let kpis = read::kpi_catalogue().unwrap().kpis;
    let mut shelf: Vec<(&str, Vec<&Text>)> = workspace
        .rubrics
        .iter()
        .map(|rubric| (rubric.id.as_str(), texts(rubric)))
        .collect();
    shelf.push(("kpi-catalogue", kpis.iter().flat_map(kpi_texts).collect()));
    let mut seen: HashMap<String, &str> = HashMap::new();
    let mut repeated = Vec::new();
    for (name, texts) in shelf {
        for text in texts {
            for language in LANGUAGES {
                let sentences = text
                    .in_language(language)
                    .split_inclusive(['.', '?', '!', ';', ':']);
                for sentence in sentences.map(str::trim) {
                    if sentence.split_whitespace().count() < 5 {
                        continue;
                    }
                    let first = seen.entry(sentence.to_lowercase()).or_insert(name);
                    if *first != name {
                        repeated.push(format!("{first}, {name}: {sentence}"));
                    }
                }
            }
        }
    }
    assert!(repeated.is_empty(), "{repeated:#?}");
    assert!(seen.len() > 1000, "{} sentences", seen.len());
}
