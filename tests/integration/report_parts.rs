//! The report's parts on people, service levels and what one rubric does for another: the figures by hand, in both
//! languages and formats, and a page that a real browser finds no fault with.

use std::collections::BTreeMap;

use regua::model::Language;

use crate::browser::{Browser, TemporaryDirectory};
use crate::models::{self, Answers};
use crate::report::report;
use crate::support::Folder;

/// A skill described at levels 1, 2 and 4, and what somebody at level 3 shows whatever the skill.
const DESK: &str = "regua: 1
id: desk
skill: dskm
levels: [{id: follow, number: 1}, {id: assist, number: 2}, {id: apply, number: 3}, {id: enable, number: 4}]
dimensions: [{id: work}]
criteria:
  - {id: one, level: 1, dimension: work, text: A, scale: achievement}
  - {id: two, level: 2, dimension: work, text: B, scale: achievement}
  - {id: four, level: 4, dimension: work, text: C, scale: achievement}
rules: {level: {method: highest, quantifier: {share: 0.8}, met_at: largely, unanswered: zero}}
";
const RESPONSIBILITY: &str = "regua: 1
id: responsibility
skill: generic
levels: [{id: apply, number: 3}, {id: enable, number: 4}]
dimensions: [{id: autonomy}]
criteria: [{id: three, level: 3, dimension: autonomy, text: C, scale: achievement}]
rules: {level: {method: highest, quantifier: {share: 0.8}, met_at: largely, unanswered: zero}}
";
const TEAM: &str = "regua: 1
roles:
  - {id: agent, title: {en: Agent, pt-BR: Atendente}, requires: {dskm: 2}}
  - {id: lead, title: {en: Lead, pt-BR: Liderança}, requires: {dskm: 3, generic: 3}}
people:
  - {id: ana, name: Ana Prado, role: lead}
  - {id: bruno, name: Bruno Lima, role: agent}
  - {id: caio, name: Caio Reis, role: agent}
  - {id: davi, name: Davi Nunes}
";

fn rate(folder: &Folder, rubric: &str, (day, person, by): (&str, &str, &str), answers: &str) {
    folder.write(
        &format!("assessments/{person}-{by}-{rubric}.yaml"),
        &format!(
            "regua: 1\nrubric: {rubric}\ndate: {day}\nperson: {person}\nby: {by}\nanswers: {{{answers}}}\n"
        ),
    );
}

/// Adds a team to a workspace: Ana fills her role, with a level of the generic rubric; Bruno lacks a level; nobody
/// rated Caio; Davi has no role.
pub(crate) fn add_team(folder: &Folder) {
    folder
        .write("rubrics/desk.yaml", DESK)
        .write("rubrics/responsibility.yaml", RESPONSIBILITY)
        .write("people/team.yaml", TEAM);
    let manager = |person| ("2026-10-01", person, "manager");
    rate(folder, "desk", manager("ana"), "one: fully, two: largely");
    rate(folder, "responsibility", manager("ana"), "three: fully");
    rate(folder, "desk", ("2026-10-02", "ana", "self"), "four: fully");
    rate(
        folder,
        "desk",
        manager("bruno"),
        "one: fully, two: partially",
    );
    rate(folder, "desk", manager("davi"), "four: largely");
}

fn team() -> Folder {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        "regua: 1\norganisation: Test\nrubrics: [desk, responsibility]\n",
    );
    add_team(&folder);
    folder
}

const SERVICE_LEVELS: &str = "regua: 1
service_levels:
  - {id: reply, title: {en: First reply, pt-BR: Primeira resposta}, within: 8h, goal: 90%, window: month}
  - {id: complaints, title: {en: Complaints, pt-BR: Reclamações}, goal: 95%, window: quarter}
  - {id: call-back, title: {en: Call back, pt-BR: Retorno}, within: 1h, goal: 98%}
readings:
  - {service_level: reply, period: 2026-09, met: 80, breached: 20}
  - {service_level: reply, period: 2026-10, met: 90, breached: 3, overdue: 4}
  - {service_level: complaints, period: 2026-08, met: 0, breached: 0}
";

/// What is said in the Markdown and, escaped, in the text of the HTML.
#[track_caller]
fn says(files: &BTreeMap<String, String>, lines: &[&str]) {
    for line in lines {
        let markdown = &files["report.md"];
        assert!(markdown.contains(line), "{line}\n{markdown}");
    }
}

#[track_caller]
fn shows(files: &BTreeMap<String, String>, parts: &[&str]) {
    for part in parts {
        assert!(files["report.html"].contains(part), "{part}");
    }
}

#[test]
fn people_are_held_against_their_roles_in_both_languages() {
    let folder = team();
    let english = report(&folder, "en", "en");
    says(
        &english,
        &[
            "| Person | Role | dskm (desk) | generic (responsibility) | Fit |",
            "| Ana Prado | Lead | 3 of 3 ✓ | 3 of 3 ✓ | 100% |",
            // 1 − (2 − 1) ÷ 2
            "| Bruno Lima | Agent | 1 of 2, gap 1 | · | 50% |",
            "| Caio Reis | Agent | – of 2, not rated | · | – (0 of 1 rated) |",
            "| Davi Nunes | – | 4 | · | – |",
            "- **Ana Prado** · ✓ Holds what the role asks for.\n",
            "- **Ana Prado** · dskm · own rating: level 4\n",
            "- **Ana Prado** · dskm · The skill does not describe level 3: the generic statements",
            "- **Bruno Lima** · dskm · holds level 1, the role asks for 2 (manager, 1 Oct 2026)\n",
            "- **Caio Reis** · dskm · asked for at level 2, not rated yet\n",
            "| Ana Prado | dskm | 4 (2 Oct 2026) | 3 (manager, 1 Oct 2026) | **own is higher** |",
            "| dskm | 2 | 0 of 2 | 0% | Ana Prado, Davi Nunes | – |",
            "| generic | 3 | 1 of 1 | 100% | Ana Prado | ⚠ only Ana Prado holds it |",
            "A level counts as held when at least 80% of its statements are covered.\n",
            "`regua explain people/bruno/fit`, `regua explain people/bruno/skills/dskm/held`",
            "- **Bruno Lima** · dskm · manager, 1 Oct 2026 · Level 1 · Coverage 67% · \
             `assessments/bruno-manager-desk.yaml`\n  - Fully:\n    - A (`one`)\n  - Partially:\n    - B (`two`)\n  - Unanswered: 1\n",
        ],
    );
    let portuguese = report(&folder, "pt", "pt-BR");
    says(
        &portuguese,
        &[
            "| Ana Prado | Liderança | 3 de 3 ✓ | 3 de 3 ✓ | 100% |",
            "| Bruno Lima | Atendente | 1 de 2, lacuna 1 | · | 50% |",
            "| Caio Reis | Atendente | – de 2, não avaliado | · | – (0 de 1 avaliadas) |",
            "está no nível 1, o papel pede 2 (gestor, 01/10/2026)",
            "A competência não descreve o nível 3",
            "**a própria é mais alta**",
            "| generic | 3 | 1 de 1 | 100% | Ana Prado | ⚠ só Ana Prado o atinge |",
            "ao menos 80% dos seus enunciados",
        ],
    );
    for files in [&english, &portuguese] {
        // Each figure says how the program explains it.
        shows(
            files,
            &[
                "regua explain people/bruno<",
                "regua explain team/dskm/2<",
                // Colour goes with figures: the shade of one level missing, and of none.
                "class=\"cell largely\"",
                "<tspan class=strong>1/2</tspan> −1</text>",
                "class=\"cell fully held\"",
                "<tspan class=strong>3/3</tspan> ✓</text>",
                "fill=\"url(#hatch-people)\"",
            ],
        );
        // A threshold that somebody else set is not ours.
        assert!(!files["report.html"].contains("SFIA"));
    }
}

#[test]
fn a_persons_rating_is_no_assessment_of_the_organisation() {
    let files = report(&team(), "out", "en");
    for part in ["id=answer-1", "id=criteria-1", "id=plan ", "id=dimensions "] {
        assert!(!files["report.html"].contains(part), "{part}");
    }
    says(
        &files,
        &["There is no maturity assessment yet", "| desk (`desk`) |"],
    );
    assert!(!files["report.md"].contains("### desk"));
}

/// What was rated is in the appendix in the words of the rubric, official ones where an overlay puts them, with what
/// the rater wrote; what nobody rated is counted.
#[test]
fn the_appendix_tells_what_a_rating_says() {
    let folder = Folder::new();
    folder
        .write("regua.yaml", "regua: 1\norganisation: Test\nrubrics: [sfia-csmg]\n")
        .write("people/team.yaml", "regua: 1\npeople: [{id: ana, name: Ana Prado}]\n")
        .write(
            "rubrics/sfia-csmg.overlay.yaml",
            "overlay: sfia-csmg\nsource: {notice: Official text}\n\
             criteria: {accurate-records: {text: The official statement on records.}}\n",
        )
        .write(
            "assessments/ana.yaml",
            "regua: 1\nrubric: sfia-csmg\ndate: 2026-10-01\nperson: ana\nby: assessor\nanswers:\n  \
             accurate-records: {choice: largely, note: Short ones., evidence: [{title: Ten tickets, date: 2026-09-30}]}\n  \
             complex-cases: {not_applicable: Nothing complex comes in.}\n",
        );
    let files = report(&folder, "out", "en");
    says(
        &files,
        &[
            "  - Largely:\n    - The official statement on records. (`accurate-records`) · Short ones. · Evidence: Ten tickets, 30 Sep 2026",
            "(`complex-cases`) · Reason: Nothing complex comes in.",
            "| Official text |",
        ],
    );
    let asked = files["report.md"]
        .lines()
        .find_map(|line| line.strip_prefix("  - Unanswered: "));
    let csmg = regua::read::Inputs::with_rubrics(&["sfia-csmg"]);
    let day = regua::model::parse_day("2026-10-01").unwrap();
    let questions = regua::read::workspace(csmg, day).workspace.unwrap().rubrics[0]
        .questions
        .len();
    assert_eq!(asked, Some((questions - 2).to_string().as_str()));
    shows(
        &files,
        &[
            "<tr><th>The official statement on records. <code>accurate-records</code><td>0.67*",
            "<code>accurate-records</code> Short ones.",
            "<code>complex-cases</code> Reason: Nothing complex comes in.",
        ],
    );
}

#[test]
fn the_threshold_of_a_shipped_skill_is_said_to_be_ours() {
    let folder = Folder::new();
    folder
        .write("regua.yaml", "regua: 1\norganisation: Test\nrubrics: [sfia-csmg]\n")
        .write(
            "people/team.yaml",
            "regua: 1\nroles: [{id: agent, requires: {csmg: 1}}]\npeople: [{id: ana, role: agent}]\n",
        );
    let ours = [
        (
            "en",
            "The threshold is regua’s own: SFIA publishes no formula.",
        ),
        ("pt-BR", "O limite é do regua: o SFIA não publica fórmula."),
    ];
    for (language, sentence) in ours {
        says(&report(&folder, language, language), &[sentence]);
        let page = folder.run(&["people", "--lang", language]).out;
        let words: Vec<&str> = page.split_whitespace().collect();
        assert!(words.join(" ").contains(sentence), "{page}");
    }
    // Another threshold, by the workspace's own overlay, is theirs.
    folder.write(
        "rubrics/ours.overlay.yaml",
        "regua: 1\noverlay: sfia-csmg\nrules: {level: {quantifier: {share: 0.6}}}\n",
    );
    let files = report(&folder, "out", "en");
    says(&files, &["at least 60% of its statements are covered.\n"]);
    assert!(!files["report.md"].contains("regua’s own"));
}

#[test]
fn a_service_level_shows_its_share_against_the_goal_and_nothing_due_is_no_share() {
    let folder = Folder::new();
    folder
        .write("regua.yaml", "regua: 1\norganisation: Test\n")
        .write("kpis/levels.yaml", SERVICE_LEVELS);
    let english = report(&folder, "en", "en");
    says(
        &english,
        &[
            // 90 ÷ (90 + 3 + 4)
            "| First reply, within 8h | 92.8% | 90.0% | ✓ Goal met | Oct 2026 |",
            "| Complaints | – | 95.0% | ○ No data: nothing was due | Q3 2026 |",
            "| Call back, within 1h | – | 98.0% | ○ No data: no reading | – |",
            "| Sep 2026 | 80.0% | ✗ missed | 80 | 20 | 0 |",
            "| Oct 2026 | 92.8% | ✓ met | 90 | 7 | 4 |",
            "| Q3 2026 | – | ○ nothing due | 0 | 0 | 0 |",
            "`regua explain service_levels/reply/compliance`",
        ],
    );
    let portuguese = report(&folder, "pt", "pt-BR");
    says(
        &portuguese,
        &[
            "| Primeira resposta, em até 8h | 92,8% | 90,0% | ✓ Meta cumprida | out. 2026 |",
            "| Reclamações | – | 95,0% | ○ Sem dados: nada a vencer | 3º trimestre de 2026 |",
            "| set. 2026 | 80,0% | ✗ não cumprida | 80 | 20 | 0 |",
        ],
    );
    for files in [&english, &portuguese] {
        assert!(
            !files["report.md"].contains("100"),
            "nothing due is no 100 %"
        );
        shows(
            files,
            &[
                "regua explain service_levels/reply<",
                "<span class=\"m missed\">",
                "<span class=\"m achieved\">",
                "<span class=\"m no_data\">",
            ],
        );
        assert!(!files["report.html"].contains("id=why-service-level-complaints"));
    }
}

/// Two capabilities of seventy, both for the dimension `process`.
const CAPABILITIES: &str = "regua: 1
rubric: customer-service-capabilities
date: 2026-09-30
answers: {complaint-handling: partially, support-systems: fully}
";

/// The assessments of one area in the example, with nothing of its team and its service levels, and with other
/// rubrics in use beside.
fn maturity_alone(others: &str) -> Folder {
    let folder = Folder::copy_of_example("otica-horizonte");
    for name in ["capacidades", "mof", "niveis-de-servico"] {
        let file = format!("assessments/2026-09-30-{name}.yaml");
        std::fs::remove_file(folder.path().join(file)).unwrap();
    }
    std::fs::remove_file(folder.path().join("kpis/niveis-de-servico.yaml")).unwrap();
    for name in ["assessments/competencias", "people"] {
        std::fs::remove_dir_all(folder.path().join(name)).unwrap();
    }
    let settings = folder.read("regua.yaml");
    let is_rubrics = |line: &&str| line.starts_with("rubrics: ");
    let rubrics = settings.lines().find(is_rubrics).unwrap();
    let own = format!("rubrics: [customer-service, {others}]");
    folder.write("regua.yaml", &settings.replace(rubrics, &own));
    folder
}

fn capabilities_alone() -> Folder {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: T\nrubrics: [customer-service-capabilities]\n",
        )
        .write("assessments/capabilities.yaml", CAPABILITIES);
    folder
}

#[test]
fn what_serves_another_rubric_is_shown_beside_what_that_one_scores() {
    let folder = maturity_alone("customer-service-capabilities");
    folder.write("assessments/capabilities.yaml", CAPABILITIES);
    let english = report(&folder, "en", "en");
    says(
        &english,
        &[
            "**What it supports in Customer Service & Support**",
            "| Dimension | Its level, 30 Sep 2026 | Its score, 30 Sep 2026 | Answered | Weakest of them |",
            "| Process | 3 Repeatable | 3.66 | 2 of 25 | Structured complaint handling (33%) |",
            "| Dimension | Practice | Coverage | Supports |",
            "Structured complaint handling (33%); Support systems (100%); ",
            "Partially (33%) · Supports Process",
            "No target is set, so nothing is measured against one; what raises the score follows.",
        ],
    );
    let portuguese = report(&folder, "pt", "pt-BR");
    says(
        &portuguese,
        &[
            "| Processos | 3 Repetitivo | 3,66 | 2 de 25 | Tratamento estruturado de reclamações (33%) |",
            "Parcialmente (33%) · Sustenta Processos",
        ],
    );
    for files in [&english, &portuguese] {
        shows(
            files,
            &[
                "id=\"served2-customer-service\"",
                "href=#c2-complaint-handling>",
            ],
        );
    }
    // Without the other rubric there is nothing to hold it against.
    let alone = capabilities_alone();
    says(
        &report(&alone, "out", "en"),
        &[
            "| Dimension | Answered | Weakest of them |",
            "| customer-service/process | 2 of 25 | Structured complaint handling (33%) |",
        ],
    );
}

#[test]
fn a_rubric_without_levels_and_kpis_has_neither_in_the_report() {
    let markdown = &report(&capabilities_alone(), "out", "en")["report.md"];
    let unsaid = [
        "| Level |",
        "| Outcome |",
        "| Index |",
        "no outcome score",
        "heatmap",
        "raises the level",
        "Level –",
    ];
    for text in unsaid {
        assert!(!markdown.contains(text), "{text}: {markdown}");
    }
    assert!(markdown.contains("| Practice | 0.67 |"), "{markdown}");
}

#[test]
fn nothing_is_said_of_people_and_service_levels_where_there_are_none() {
    let files = report(&models::assessed("checklist", &Answers::new()), "out", "en");
    for part in [
        "id=people ",
        "id=service-levels ",
        "href=#people>",
        "href=#service-levels>",
        "class=served>",
        "id=appendix-people",
    ] {
        assert!(!files["report.html"].contains(part), "{part}");
    }
    for text in [
        "## People",
        "## Service levels",
        "Supports",
        "Ratings of people",
    ] {
        assert!(!files["report.md"].contains(text), "{text}");
    }
}

#[test]
fn a_browser_finds_no_fault_with_people_service_levels_and_what_serves() {
    let folder = maturity_alone("customer-service-capabilities, desk, responsibility");
    folder
        .write("assessments/capabilities.yaml", CAPABILITIES)
        .write("kpis/levels.yaml", SERVICE_LEVELS);
    add_team(&folder);
    let browser = Browser::launch();
    let directory = TemporaryDirectory::new();
    let page = browser.page();
    for language in Language::ALL {
        let files = report(&folder, language.tag(), language.tag());
        let path = directory.write(&format!("{language}.html"), &files["report.html"]);
        for (scheme, width) in [
            ("light", 1280),
            ("dark", 1280),
            ("light", 375),
            ("dark", 375),
        ] {
            page.set_viewport(width, 900);
            page.emulate("screen", scheme);
            page.open(&path);
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            let what = format!("{language}, {scheme}, {width} px");
            let violations = page.axe();
            assert!(violations.is_empty(), "{what}: {violations:#?}");
            assert_eq!(page.horizontal_overflow(), 0, "{what} scrolls sideways");
            let overlaps = page.overlapping_svg_texts();
            assert!(overlaps.is_empty(), "{what}: {overlaps:#?}");
            assert!(page.console().is_empty(), "{what}: {:#?}", page.console());
            // Every link within the page leads somewhere.
            let dangling = page.evaluate(
                "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))\
                 .filter(id => !document.getElementById(id)).join(' ')",
            );
            assert_eq!(dangling, "", "{what}");
        }
        let shown = page.evaluate(
            "['people', 'service-levels', 'ratings'].every(id => document.getElementById(id))",
        );
        assert_eq!(shown, true);
    }
}
