//! Persons rated on a skill: the level held, gaps, fit, the team. Figures by hand from design.md, "People".

use serde_json::{Value, json};

use super::support::Folder;

const DAY: &str = "2026-10-31";

/// A skill described at levels 1, 2 and 4; its statements are named for their level.
const SKILL: &str = "regua: 1
id: desk
skill: dskm
levels: [{id: follow, number: 1}, {id: assist, number: 2}, {id: apply, number: 3}, {id: enable, number: 4}]
dimensions: [{id: work}]
criteria:
  - {id: one-a, level: 1, dimension: work, text: A, scale: achievement}
  - {id: one-b, level: 1, dimension: work, text: B, scale: achievement}
  - {id: two-a, level: 2, dimension: work, text: A, scale: achievement}
  - {id: two-b, level: 2, dimension: work, text: B, scale: achievement}
  - {id: two-c, level: 2, dimension: work, text: C, scale: achievement}
  - {id: two-d, level: 2, dimension: work, text: D, scale: achievement}
  - {id: two-e, level: 2, dimension: work, text: E, scale: achievement}
  - {id: four-a, level: 4, dimension: work, text: A, scale: achievement}
rules: {level: {method: METHOD, quantifier: {share: 0.8}, met_at: largely, unanswered: zero}}
";

/// What somebody at a level shows, whatever the skill.
const GENERIC: &str = "regua: 1
id: responsibility
skill: generic
levels: [{id: follow, number: 1}, {id: assist, number: 2}, {id: apply, number: 3}, {id: enable, number: 4}]
dimensions: [{id: autonomy}]
criteria:
  - {id: three, level: 3, dimension: autonomy, text: C, scale: achievement}
  - {id: four, level: 4, dimension: autonomy, text: D, scale: achievement}
rules: {level: {method: highest, quantifier: {share: 0.8}, met_at: largely, unanswered: zero}}
";

const TEAM: &str = "regua: 1
roles:
  - {id: agent, requires: {dskm: 2}}
  - {id: lead, requires: {dskm: 4, generic: 3}}
people:
  - {id: ana, name: Ana Prado, role: lead}
  - {id: bruno, role: agent}
  - {id: caio, role: agent}
  - {id: davi}
";

/// Four of the five statements of level 2, which is the share asked for, and both of level 1.
const LEVEL_TWO: &str = "one-a: fully, one-b: largely, two-a: largely, two-b: fully, two-c: largely, two-d: largely, two-e: not";

fn team(method: &str) -> Folder {
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Test\nlanguage: en\nrubrics: [desk, responsibility]\n",
        )
        .write("rubrics/desk.yaml", &SKILL.replace("METHOD", method))
        .write("rubrics/responsibility.yaml", GENERIC)
        .write("people/team.yaml", TEAM);
    folder
}

fn rate(folder: &Folder, name: &str, rubric: &str, head: &str, answers: &str) {
    folder.write(
        &format!("assessments/{name}.yaml"),
        &format!("regua: 1\nrubric: {rubric}\n{head}\nanswers: {{{answers}}}\n"),
    );
}

/// Rates somebody at the desk: on a day, whom, by whom.
fn rate_desk(folder: &Folder, name: &str, (day, person, by): (&str, &str, &str), answers: &str) {
    let head = format!("date: {day}\nperson: {person}\nby: {by}");
    rate(folder, name, "desk", &head, answers);
}

fn person<'r>(result: &'r Value, id: &str) -> &'r Value {
    let people = result["people"].as_array().unwrap();
    people.iter().find(|person| person["id"] == id).unwrap()
}

/// What a result says of a person in a skill: held, required, gap.
fn standing(result: &Value, id: &str, skill: &str) -> [Value; 3] {
    let skills = person(result, id)["skills"].as_array().unwrap();
    let own = skills.iter().find(|own| own["skill"] == skill).unwrap();
    ["held", "required", "gap"].map(|key| own[key].clone())
}

#[test]
fn a_level_is_held_when_the_share_of_its_statements_is_covered() {
    #[track_caller]
    fn case(answers: &str, held: Value, gap: Value) {
        let folder = team("highest");
        rate_desk(
            &folder,
            "bruno",
            ("2026-10-01", "bruno", "manager"),
            answers,
        );
        let result = folder.scored(DAY);
        assert_eq!(
            standing(&result, "bruno", "dskm"),
            [held, json!(2), gap],
            "{answers}"
        );
    }
    case(LEVEL_TWO, json!(2), json!(0));
    // Three of five are 0.6; both of level 1 are there.
    case(
        &LEVEL_TWO.replace("two-d: largely", "two-d: partially"),
        json!(1),
        json!(1),
    );
    // Half of level 1 and nothing else: rated, and at no level.
    case("one-a: fully", Value::Null, json!(2));
    // The highest level counts, whatever lies below.
    case("four-a: largely", json!(4), json!(-2));
    // What nobody answered is not covered.
    case(
        "one-a: fully, one-b: fully, two-a: fully, two-b: fully, two-c: fully",
        json!(1),
        json!(1),
    );
}

#[test]
fn a_level_that_the_skill_does_not_describe_is_the_generic_one() {
    #[track_caller]
    fn case(method: &str, generic: Option<&str>, held: u32) {
        let folder = team(method);
        let head = "date: 2026-10-01\nperson: ana\nby: manager";
        rate(&folder, "ana", "desk", head, LEVEL_TWO);
        if let Some(answers) = generic {
            rate(&folder, "ana-generic", "responsibility", head, answers);
        }
        assert_eq!(
            standing(&folder.scored(DAY), "ana", "dskm")[0],
            json!(held),
            "{generic:?}"
        );
    }
    case("highest", None, 2);
    case("highest", Some("three: not"), 2);
    case("highest", Some("three: largely"), 3);
    // Level 4 is the skill's own, whatever the generic rating says of it.
    case("highest", Some("three: not, four: fully"), 2);
    case("cumulative", Some("three: largely"), 3);
}

#[test]
fn what_another_says_stands_before_ones_own_word_and_the_later_before_the_earlier() {
    let folder = team("highest");
    let by = |date: &str, by: &str| format!("date: {date}\nperson: ana\nby: {by}");
    rate(
        &folder,
        "1",
        "desk",
        &by("2026-09-01", "assessor"),
        "one-a: fully, one-b: fully",
    );
    rate(
        &folder,
        "2",
        "desk",
        &by("2026-10-01", "manager"),
        LEVEL_TWO,
    );
    rate(
        &folder,
        "3",
        "desk",
        &by("2026-10-20", "self"),
        "four-a: fully",
    );
    let standing_on = |day: &str| standing(&folder.scored(day), "ana", "dskm")[0].clone();
    assert_eq!(standing_on("2026-09-30"), json!(1));
    assert_eq!(standing_on(DAY), json!(2));
    let result = folder.scored(DAY);
    let ratings = &person(&result, "ana")["skills"][0]["ratings"];
    let raters: Vec<&Value> = ratings
        .as_array()
        .unwrap()
        .iter()
        .map(|own| &own["by"])
        .collect();
    assert_eq!(raters, ["manager", "assessor", "self"]);
    // Of one day, the assessor's.
    rate(
        &folder,
        "4",
        "desk",
        &by("2026-10-01", "assessor"),
        "four-a: fully",
    );
    assert_eq!(standing_on(DAY), json!(4));
}

#[test]
fn fit_is_what_is_not_lacking_of_what_the_role_asks_for() {
    let folder = team("highest");
    let head = "date: 2026-10-01\nperson: ana\nby: manager";
    rate(&folder, "ana", "desk", head, LEVEL_TWO);
    let of = |folder: &Folder, key: &str| person(&folder.scored(DAY), "ana")[key].clone();
    // One of two skills is rated: 1 − (4 − 2) ÷ 4.
    assert_eq!(
        (of(&folder, "fit"), of(&folder, "coverage")),
        (json!(0.5), json!(0.5))
    );
    rate(
        &folder,
        "ana-generic",
        "responsibility",
        head,
        "four: fully",
    );
    // 1 − (2 + 0) ÷ (4 + 3): holding more of one does not make up for the other.
    assert_eq!(
        (of(&folder, "fit"), of(&folder, "coverage")),
        (json!(0.714_286), json!(1))
    );
    let result = folder.scored(DAY);
    // Nobody asks anything of Davi, and nobody rated Caio.
    assert_eq!(person(&result, "davi")["fit"], Value::Null);
    assert_eq!(person(&result, "caio")["fit"], Value::Null);
    assert_eq!(
        standing(&result, "caio", "dskm"),
        [Value::Null, json!(2), Value::Null]
    );
}

#[test]
fn the_team_covers_what_those_asked_hold_and_names_who_alone_holds_it() {
    let folder = team("highest");
    rate_desk(&folder, "ana", ("2026-10-01", "ana", "manager"), LEVEL_TWO);
    rate_desk(
        &folder,
        "davi",
        ("2026-10-01", "davi", "manager"),
        "four-a: fully",
    );
    let result = folder.scored(DAY);
    let expected = json!([
        {"skill": "dskm", "level": 2, "required_by": ["bruno", "caio"], "held_by": ["ana", "davi"],
         "coverage": 0, "single_point": null},
        {"skill": "dskm", "level": 4, "required_by": ["ana"], "held_by": ["davi"],
         "coverage": 0, "single_point": "davi"},
        {"skill": "generic", "level": 3, "required_by": ["ana"], "held_by": [],
         "coverage": 0, "single_point": null},
    ]);
    assert_eq!(result["team"], expected);
    rate_desk(&folder, "bruno", ("2026-10-02", "bruno", "self"), LEVEL_TWO);
    assert_eq!(folder.scored(DAY)["team"][0]["coverage"], json!(0.5));
}

#[test]
fn the_page_shows_levels_lacks_and_the_threshold_in_both_languages() {
    let folder = team("highest");
    rate_desk(&folder, "ana", ("2026-10-01", "ana", "manager"), LEVEL_TWO);
    rate_desk(
        &folder,
        "own",
        ("2026-10-02", "ana", "self"),
        "four-a: fully",
    );
    let mut english = folder.run(&["people", "--as-of", DAY]);
    assert_eq!(english.code, 0, "{}", english.err);
    english.out = english.out.replace("level\n    4", "level 4");
    let portuguese = folder.run(&["people", "--as-of", DAY, "--lang", "pt-BR"]);
    for (page, expected) in [
        (&english.out, "Ana Prado  lead   2 of 4   – of 3  50%"),
        (
            &english.out,
            "holds level 2, the role asks for 4 (manager, 1 Oct 2026);",
        ),
        (&english.out, "own rating: level 4"),
        (
            &english.out,
            "bruno · dskm · asked for at level 2, not rated yet",
        ),
        (
            &english.out,
            "dskm, level 4: held by 0 of 1 who need it · nobody holds it",
        ),
        (&english.out, "at least 80% of its statements are covered"),
        (&portuguese.out, "2 de 4   – de 3        50%"),
        (
            &portuguese.out,
            "está no nível 2, o papel pede 4 (gestor, 01/10/2026);",
        ),
        (&portuguese.out, "ao menos 80% dos seus enunciados"),
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    let document = folder
        .run(&["people", "--as-of", DAY, "--format", "json"])
        .json();
    assert_eq!(document["schema"], "regua/people/1");
    assert_eq!(document["people"], folder.scored(DAY)["people"]);
}

/// The explanation of one figure.
#[track_caller]
fn explained(folder: &Folder, address: &str) -> Value {
    let ran = folder.run(&["explain", address, "--as-of", DAY, "--format", "json"]);
    let mut document = ran.json();
    let explanations = document["explanations"].as_array_mut().unwrap();
    assert_eq!(explanations.len(), 1, "{address}");
    explanations.remove(0)
}

#[test]
fn every_figure_of_a_person_and_of_the_team_is_explained() {
    let folder = team("highest");
    let head = "date: 2026-10-01\nperson: ana\nby: manager";
    rate(&folder, "ana", "desk", head, LEVEL_TWO);
    rate(
        &folder,
        "ana-generic",
        "responsibility",
        head,
        "three: fully",
    );
    let result = folder.scored(DAY);
    let mut asked = 0;
    let mut same = |address: String, value: &Value| {
        let explanation = explained(&folder, &address);
        assert_eq!(explanation["figure"], address.as_str());
        assert_eq!(explanation["value"], *value, "{address}");
        asked += 1;
    };
    for person in result["people"].as_array().unwrap() {
        let root = format!("people/{}", person["id"].as_str().unwrap());
        same(format!("{root}/fit"), &person["fit"]);
        same(format!("{root}/coverage"), &person["coverage"]);
        for own in person["skills"].as_array().unwrap() {
            let skill = own["skill"].as_str().unwrap();
            same(format!("{root}/skills/{skill}/held"), &own["held"]);
            same(format!("{root}/skills/{skill}/gap"), &own["gap"]);
        }
    }
    for own in result["team"].as_array().unwrap() {
        let address = format!(
            "team/{}/{}/coverage",
            own["skill"].as_str().unwrap(),
            own["level"]
        );
        same(address, &own["coverage"]);
    }
    assert_eq!(asked, 8 + 2 * 4 + 3);
}

#[test]
fn a_level_held_is_explained_by_its_statements_and_the_next_by_what_is_lacking() {
    let folder = team("highest");
    rate_desk(&folder, "ana", ("2026-10-01", "ana", "manager"), LEVEL_TWO);
    let held = explained(&folder, "people/ana/skills/dskm/held");
    assert_eq!(held["value"], 2);
    let decided: Vec<&Value> = held["tests"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|test| test["decides"] == true)
        .collect();
    assert_eq!(decided.len(), 1, "{held:#}");
    assert!(
        decided[0]["text"].as_str().unwrap().contains("4 of 5"),
        "{held:#}"
    );
    assert_eq!(held["inputs"].as_array().unwrap().len(), 5);
    assert_eq!(held["inputs"][0]["place"], "assessments/ana.yaml:6");
    assert_eq!(held["blocking"].as_array().unwrap().len(), 1);
    // What is met does not stand in the way of the next level.
    let half = format!("{LEVEL_TWO}, four-a: partially").replace("two-d: largely", "two-d: not");
    rate_desk(&folder, "bruno", ("2026-10-01", "bruno", "manager"), &half);
    let held = explained(&folder, "people/bruno/skills/dskm/held");
    let blocking = held["blocking"].as_array().unwrap();
    let shown: Vec<&Value> = blocking.iter().map(|own| &own["place"]).collect();
    assert_eq!(shown, ["assessments/bruno.yaml:6"; 2], "{held:#}");
    // What the role asks for stands in its file.
    let gap = explained(&folder, "people/ana/skills/dskm/gap");
    assert_eq!(gap["formulas"][0]["numbers"], "4 − 2");
    assert_eq!(gap["inputs"][0]["place"], "people/team.yaml:4");
    assert_eq!(gap["inputs"][1]["figure"], "people/ana/skills/dskm/held");
}

#[test]
fn a_rating_that_is_not_finished_is_told_as_such() {
    let folder = team("highest");
    rate_desk(
        &folder,
        "bruno",
        ("2026-10-01", "bruno", "manager"),
        "one-a: not, one-b: not",
    );
    // Two of the seven statements of levels 1 and 2; level 4 is not asked for.
    let said = |language: &str| {
        let ran = folder.run(&["people", "--as-of", DAY, "--lang", language]);
        ran.out.replace("\n    ", " ")
    };
    let english = "holds no level, the role asks for 2 (manager, 1 Oct 2026); the rating is unfinished: 2 of 7 statements up to level 2";
    assert!(said("en").contains(english), "{}", said("en"));
    let portuguese = "avaliação incompleta: 2 de 7 enunciados até o nível 2";
    assert!(said("pt-BR").contains(portuguese), "{}", said("pt-BR"));
    let finished = LEVEL_TWO.replace("two-d: largely", "two-d: not");
    rate_desk(
        &folder,
        "bruno",
        ("2026-10-01", "bruno", "manager"),
        &finished,
    );
    assert!(!said("en").contains("unfinished"), "{}", said("en"));
}
