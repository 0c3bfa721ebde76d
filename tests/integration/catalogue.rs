//! The catalogues: KPIs that a workspace has by naming them, objectives to plan a cycle with.

use std::collections::BTreeSet;

use regua::model::{Accepted, Advice, Direction, Language, Period, Workspace};
use regua::read;
use regua::render::plan;

use super::support::Folder;

const SETTINGS: &str = "regua: 1\norganisation: Test\nrubrics: [customer-service]\n";

/// CIO Codex, OKR examples: five objectives, fifteen key results. Deadlines are those of a cycle that begins with
/// the year 2026: three months end on 31 March, half a year on 30 June, the third quarter on 30 September.
const KEY_RESULTS: &str = "
efficient-service customer-service/process
  response-time kpi:mean-response-time 24h 12h 2026-03-31
  first-contact-resolution-rate kpi:first-contact-resolution 60% 80% 2026-03-31
  chatbot-resolution % - 30% 2026-06-30
satisfied-customers customer-service/customer-experience
  satisfaction-score score 75 90 2026-06-30
  resolution-time kpi:mean-resolution-time - -20% 2026-03-31
  positive-feedback kpi:csat 70% 85% 2026-12-31
skilled-team customer-service/people
  training-sessions count 0 3 2026-06-30
  product-knowledge % - 90% 2026-03-31
  certified-agents % - 80% 2026-12-31
leaner-processes customer-service/process
  escalation-time h 48h 24h 2026-03-31
  productivity count - +25% 2026-06-30
  operational-errors count - -30% 2026-12-31
stronger-communication customer-service/customer-experience
  status-updates /week 1/week 3/week 2026-06-30
  newsletter-open-rate % - 50% 2026-12-31
  repeated-enquiries count - -20% 2026-09-30
";

fn of<T>(folder: &Folder, tell: impl Fn(&Workspace) -> T) -> T {
    let root = regua::workspace::find(Some(folder.path())).unwrap();
    let inputs = regua::workspace::read(&root).unwrap();
    let day = regua::model::parse_day("2026-10-10").unwrap();
    tell(&read::workspace(inputs, day).workspace.unwrap())
}

fn planned(cycle: &str, fiscal_start: u32) -> Workspace {
    let period = Period::parse(cycle).unwrap();
    let catalogue = read::okr_catalogue(period, fiscal_start).unwrap();
    let said = catalogue.read.diagnostics.sorted();
    assert!(said.is_empty(), "{said:?}");
    catalogue.read.workspace.unwrap()
}

/// The value of `key: value` in a line of YAML, without quotes.
fn entry<'t>(line: &'t str, key: &str) -> Option<&'t str> {
    let line = line.trim_start().trim_start_matches("- ");
    let value = line.strip_prefix(key)?.strip_prefix(": ")?;
    Some(value.trim_matches('"'))
}

/// A plan in the shape of the table above.
fn outline(yaml: &str, cycle_end: &str) -> String {
    let mut text = String::new();
    let of = |lines: &[&str], key: &str| {
        let mut found = lines.iter().filter_map(|line| entry(line, key));
        found.next().map(str::to_owned)
    };
    for objective in yaml.split("\n  - id: ").skip(1) {
        let mut parts = objective.split("\n      - id: ");
        let head: Vec<&str> = parts.next().unwrap().lines().collect();
        text.push_str(&format!("\n{} {}", head[0], of(&head, "improves").unwrap()));
        for part in parts {
            let lines: Vec<&str> = part.lines().collect();
            let kpi = of(&lines, "kpi").map(|kpi| format!("kpi:{kpi}"));
            let measure = kpi.or_else(|| of(&lines, "unit"));
            let measure = measure.unwrap_or_else(|| "count".to_owned());
            let baseline = of(&lines, "baseline").unwrap_or_else(|| "-".to_owned());
            let due = of(&lines, "due").unwrap_or_else(|| cycle_end.to_owned());
            let target = of(&lines, "target").unwrap();
            text.push_str(&format!(
                "\n  {} {measure} {baseline} {target} {due}",
                lines[0]
            ));
        }
    }
    text + "\n"
}

#[test]
fn the_catalogue_holds_the_fifteen_key_results() {
    let workspace = planned("2026-Q1", 1);
    for language in Language::ALL {
        let yaml = plan::yaml(&workspace, &workspace.cycles[0], language);
        assert_eq!(outline(&yaml, "2026-03-31"), KEY_RESULTS);
    }
    assert_eq!(KEY_RESULTS.matches("\n  ").count(), 15);
}

#[test]
fn deadlines_are_those_of_the_cycle() {
    #[track_caller]
    fn case(cycle: &str, fiscal_start: u32, key_result: &str, due: &str) {
        let workspace = planned(cycle, fiscal_start);
        let objectives = workspace.cycles[0].objectives.iter();
        let mut key_results = objectives.flat_map(|objective| &objective.key_results);
        let found = key_results
            .find(|known| known.id.as_str() == key_result)
            .unwrap();
        assert_eq!(found.due.to_string(), due);
    }
    case("2027-Q3", 1, "response-time", "2027-09-30"); // three months from 1 July
    case("2027-Q3", 1, "chatbot-resolution", "2027-12-31"); // six months
    case("2027-Q3", 1, "first-contact-resolution-rate", "2027-09-30"); // the end of that quarter
    case("2027-Q3", 1, "satisfaction-score", "2027-12-31"); // of that half-year
    case("2027-Q3", 1, "training-sessions", "2028-06-30"); // the next second quarter to end
    case("2027-Q3", 1, "repeated-enquiries", "2027-09-30"); // the third is this one
    case("2027", 1, "resolution-time", "2027-12-31"); // no deadline of its own: that of the cycle
    // A fiscal year from July: its second quarter ends with December.
    case("FY2027-Q1", 7, "training-sessions", "2026-12-31");
    case("FY2027-Q1", 7, "positive-feedback", "2027-06-30");
}

/// `okr catalogue --format yaml` is a plan: put where plans go, it reads, and says nothing wrong.
#[test]
fn written_as_a_plan_it_is_one() {
    for language in ["pt-BR", "en"] {
        let folder = Folder::new();
        folder.write("regua.yaml", SETTINGS);
        let written = folder.run(&[
            "okr",
            "catalogue",
            "--for",
            "2027-Q1",
            "--format",
            "yaml",
            "--lang",
            language,
        ]);
        assert_eq!((written.code, written.err.as_str()), (0, ""));
        assert!(written.out.starts_with("# "), "{}", written.out);
        folder.write("okrs/2027-Q1/plan.yaml", &written.out);
        let read = folder.run(&["score", "--as-of", "2027-01-31"]);
        assert_eq!((read.code, read.err.as_str()), (0, ""));
        // Advice is left on what only its user can settle: who answers for it, and how long the cycle is to be.
        let checked = folder.run(&["check", "--as-of", "2027-01-31", "--lang", "en"]);
        assert_eq!(checked.code, 0, "{}", checked.err);
        let advised: BTreeSet<&str> = checked
            .err
            .lines()
            .filter_map(|line| line.strip_prefix("advice[")?.split(']').next())
            .collect();
        let expected = ["activity-not-outcome", "due-outside-cycle", "no-owner"];
        assert_eq!(advised, expected.into(), "{}", checked.err);
        let status = folder.run(&["okr", "status", "--as-of", "2027-01-31"]);
        assert_eq!(status.code, 0, "{}", status.err);
        assert_eq!(
            outline(&written.out, "2027-03-31").matches("\n  ").count(),
            15
        );
    }
}

#[test]
fn objectives_are_chosen_by_their_ids() {
    let folder = Folder::new();
    let chosen = folder.run(&["okr", "catalogue", "skilled-team", "--for", "2027-Q1"]);
    assert_eq!(chosen.code, 0, "{}", chosen.err);
    assert!(
        chosen.out.contains("Certify 80% of the team"),
        "{}",
        chosen.out
    );
    assert!(!chosen.out.contains("efficient-service"), "{}", chosen.out);
    let unknown = folder.run(&["okr", "catalogue", "skiled-team"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.contains("there is no objective `skiled-team`"),
        "{}",
        unknown.err
    );
    assert!(unknown.err.contains("skilled-team"), "{}", unknown.err);
}

/// What a plan says is said again by the plan written from it.
#[test]
fn a_plan_written_from_a_plan_says_the_same() {
    let plan = "regua: 1
cycle: 2026-Q3
accepts: [no-source, no-owner]
objectives:
  - id: faster
    title: 'Menos espera: sempre'
    owner: ana
    ambition: aspirational
    weight: 2
    improves: customer-service
    supports: [2026-Q3/steady]
    accepts: [many-key-results, no-counterweight]
    key_results:
      - {id: fall, title: 24 h → 12 h, kpi: mean-response-time, baseline: 24h, target: 90min, weight: 0.5, plan: [{by: 2026-07-31, value: 20h}]}
      - {id: points, kpi: csat, baseline: {period: 2026-06}, target: +5pp, kind: increase}
      - {id: double, unit: casos, source: 'Fila: todas', baseline: {date: 2026-06-30}, target: x2, due: 2026-S2, accepts: [due-outside-cycle]}
      - {id: relative, unit: R$, target: -12.5%, kind: decrease}
      - {id: updates, unit: avisos/semana, baseline: 1/week, target: 3/week}
      - {id: level, score: customer-service/process, baseline: 2, target: 3}
  - id: steady
    key_results:
      - {id: keep, kpi: csat, kind: keep, at_least: 80%}
      - {id: range, kpi: mean-response-time, kind: keep, between: [2h, 1d]}
      - {id: below, unit: h, kind: keep, at_most: 4h}
      - {id: portal, kind: milestones, milestones: [{id: live, title: No ar, weight: 2, due: 2026-08-31}, {id: used}]}
      - {id: sops, kind: done, deliverable: '# POPs'}
      - {id: first, kpi: csat, kind: establish_baseline}
";
    let read = |plan: &str| {
        let folder = Folder::new();
        folder
            .write("regua.yaml", SETTINGS)
            .write("okrs/2026-Q3/plan.yaml", plan);
        let checked = folder.run(&["score", "--as-of", "2026-08-01"]);
        assert_eq!(checked.err, "", "{plan}");
        of(&folder, |workspace| {
            let cycle = &workspace.cycles[0];
            let accepted = |accepts: &[Accepted]| -> Vec<Advice> {
                accepts.iter().map(|own| own.advice).collect()
            };
            let said = cycle.objectives.iter().map(|objective| {
                let key_results = objective.key_results.iter().map(|own| {
                    let texts = (
                        own.title.in_language(Language::English),
                        &own.deliverable
                            .as_ref()
                            .map(|text| text.in_language(Language::English).to_owned()),
                        own.source_note
                            .as_ref()
                            .map(|text| text.in_language(Language::English).to_owned()),
                        accepted(&own.accepts),
                    );
                    format!(
                        "{texts:?} {:?}",
                        (
                            &own.id,
                            &own.weight,
                            own.due,
                            &own.owner,
                            &own.source,
                            &own.unit,
                            &own.kind,
                            own.plan
                                .iter()
                                .map(|step| (step.by, &step.value))
                                .collect::<Vec<_>>()
                        )
                    )
                });
                format!(
                    "{:?} {:#?}",
                    (
                        &objective.id,
                        objective.title.in_language(Language::English),
                        &objective.owner,
                        objective.ambition,
                        &objective.weight,
                        objective.improves,
                        &objective.supports,
                        accepted(&objective.accepts),
                        accepted(&cycle.accepts)
                    ),
                    key_results.collect::<Vec<_>>()
                )
            });
            let said: Vec<String> = said.collect();
            (
                said.join("\n"),
                plan::yaml(workspace, cycle, Language::English),
            )
        })
    };
    // Milestones hold the place they are written at.
    let placeless = |text: String| {
        let mut text = text;
        while let Some(from) = text.find("place: ") {
            let to = text[from..]
                .find('}')
                .map_or(text.len(), |end| from + end + 1);
            text.replace_range(from..to, "");
        }
        text
    };
    let (first, written) = read(plan);
    let (second, again) = read(&written);
    assert_eq!(placeless(first), placeless(second), "{written}");
    assert_eq!(written, again);
}

/// A KPI of the catalogue needs no definition: a reading, a key result or a service level names it.
#[test]
fn a_kpi_of_the_catalogue_is_there_once_it_is_named() {
    let folder = Folder::new();
    folder.write("regua.yaml", SETTINGS);
    let none = of(&folder, |workspace| workspace.kpis.len());
    folder.write(
        "kpis/readings.yaml",
        "regua: 1
service_levels: [{id: calls, kpi: abandonment-rate, goal: 90%}]
readings:
  - {kpi: service-level-80-20, period: 2026-09, numerator: 1300, denominator: 2000}
",
    );
    folder.write(
        "okrs/2026-Q4/plan.yaml",
        "regua: 1
cycle: 2026-Q4
objectives:
  - {id: loyal, key_results: [{id: promoters, kpi: nps, baseline: 30, target: 36}]}
",
    );
    let checked = folder.run(&["score", "--as-of", "2026-10-10"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));
    let named = of(&folder, |workspace| {
        let kpis = workspace.kpis[none..].iter();
        kpis.map(|kpi| kpi.id.to_string()).collect::<Vec<_>>()
    });
    assert_eq!(named, ["abandonment-rate", "service-level-80-20", "nps"]);
    // 1300 of 2000 answered within 20 s is 65%, where level 3 begins.
    let report = folder.run(&[
        "report",
        "--as-of",
        "2026-10-10",
        "-o",
        "out",
        "--lang",
        "en",
    ]);
    assert_eq!(report.code, 0, "{}", report.err);
    let page = folder.read("out/report.md");
    assert!(page.contains("80/20 service level"), "{page}");
    assert!(page.contains("65%"), "{page}");
    assert!(page.contains("customary target"), "{page}");
}

#[test]
fn an_own_definition_stands_before_the_catalogues() {
    let folder = Folder::new();
    folder.write("regua.yaml", SETTINGS).write(
        "kpis/readings.yaml",
        "regua: 1
kpis: [{id: nps, title: Our own NPS, unit: '%', direction: higher}]
readings: [{kpi: nps, period: 2026-09, value: 41%}]
",
    );
    let checked = folder.run(&["check", "--as-of", "2026-10-10"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));
    let titles = of(&folder, |workspace| {
        let kpis = workspace.kpis.iter().filter(|kpi| kpi.id.as_str() == "nps");
        kpis.map(|kpi| kpi.title.in_language(Language::English).to_owned())
            .collect::<Vec<_>>()
    });
    assert_eq!(titles, ["Our own NPS"]);
    let listed = folder.run(&["kpi", "list"]);
    let line = listed
        .out
        .lines()
        .find(|line| line.contains(" nps "))
        .unwrap();
    assert!(line.contains("this workspace"), "{line}");
    assert_eq!(listed.out.matches(" nps ").count(), 1);
}

#[test]
fn a_name_near_one_of_the_catalogue_is_told() {
    let folder = Folder::new();
    folder.write("regua.yaml", SETTINGS).write(
        "kpis/readings.yaml",
        "regua: 1\nreadings: [{kpi: reopen-rat, period: 2026-09, value: 4%}]\n",
    );
    let checked = folder.run(&["check", "--as-of", "2026-10-10"]);
    assert_eq!(checked.code, 2);
    assert!(checked.err.contains("reopen-rate"), "{}", checked.err);
}

#[test]
fn a_kpi_is_shown_with_all_that_is_written_of_it() {
    let folder = Folder::new();
    for (language, words) in [
        (
            "pt-BR",
            [
                "Fórmula",
                "abandono curto",
                "Segundos corridos",
                "nível 4 a partir de 80%",
                "Mensal",
            ],
        ),
        (
            "en",
            [
                "Formula",
                "Short abandons",
                "Elapsed seconds",
                "level 4 from 80%",
                "Monthly",
            ],
        ),
    ] {
        let shown = folder.run(&["kpi", "show", "service-level-80-20", "--lang", language]);
        assert_eq!(shown.code, 0, "{}", shown.err);
        let text = shown.out.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in words {
            assert!(text.contains(word), "{word}\n{}", shown.out);
        }
        assert!(!shown.out.contains('⟦'), "{}", shown.out);
    }
    let unknown = folder.run(&["kpi", "show", "npss", "--lang", "en"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.contains("there is no KPI `npss`"),
        "{}",
        unknown.err
    );
}

/// The five of the rubric, and those that a service desk expects besides.
/// A definition stands in reports beside figures: what it gives as an example must not read as one of them.
#[test]
fn no_definition_tells_of_a_change_as_if_it_had_happened() {
    let catalogue = read::kpi_catalogue().unwrap();
    let told = ["has risen", "has fallen", "subiu", "caiu"];
    for (kpi, language) in catalogue
        .kpis
        .iter()
        .flat_map(|kpi| [Language::English, Language::Portuguese].map(|language| (kpi, language)))
    {
        let text = kpi.definition.in_language(language);
        assert!(!text.is_empty(), "{}", kpi.id);
        for words in told {
            assert!(!text.contains(words), "{}: {text}", kpi.id);
        }
    }
}

#[test]
fn every_kpi_at_hand_says_how_it_is_counted() {
    let rubrics: Vec<&str> = read::shipped_rubrics().collect();
    let day = regua::model::parse_day("2026-10-01").unwrap();
    let workspace = read::workspace(read::Inputs::with_rubrics(&rubrics), day)
        .workspace
        .unwrap();
    let catalogue = read::kpi_catalogue().unwrap();
    let kpis: Vec<_> = workspace.kpis.iter().chain(&catalogue.kpis).collect();
    let ids: Vec<&str> = kpis.iter().map(|kpi| kpi.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "mean-response-time",
            "first-contact-resolution",
            "csat",
            "mean-resolution-time",
            "contact-volume",
            "nps",
            "ces",
            "backlog",
            "reopen-rate",
            "abandonment-rate",
            "service-level-80-20",
            "first-contact-resolution-net",
            "first-contact-resolution-gross",
        ]
    );
    for kpi in kpis {
        for language in Language::ALL {
            for text in [
                &kpi.title,
                &kpi.definition,
                &kpi.formula,
                &kpi.clock,
                &kpi.population,
            ] {
                assert!(text.version(language).is_some(), "{} {language}", kpi.id);
            }
            // Where bands come from, or why there are none; of what only informs there is nothing to say.
            let has_said = kpi.source.version(language).is_some();
            assert!(has_said || kpi.direction == Direction::None, "{}", kpi.id);
        }
    }
    for language in Language::ALL {
        assert!(catalogue.head.source.notice.version(language).is_some());
    }
}
