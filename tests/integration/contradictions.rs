//! Whom a contradiction accuses: of several respondents whoever contradicts himself and nobody else; what only
//! all of them make, taken together; and what a reading says against them.

use serde_json::{Value, json};

use crate::support::Folder;

const DAY: &str = "2026-11-18";
const LACK: &str = "ad-hoc-response.improvised";
const PRACTICE: &str = "standard-processes.followed";
const SATISFIED: &str = "experience-excellence.customers-satisfied";

/// Respondents by the shipped rubric, each with answers from line 6 on.
fn respondents(settings: &str, answers: &[(&str, &[(&str, &str)])]) -> Folder {
    let folder = Folder::new();
    folder.write(
        "regua.yaml",
        &format!("regua: 1\norganisation: Test\nrubrics: [customer-service]\n{settings}"),
    );
    for (name, answers) in answers {
        let head = match *name {
            "consensus" => "consensus: true".to_owned(),
            name => format!("respondent: {name}"),
        };
        let answers: String = answers
            .iter()
            .map(|(key, answer)| format!("  {key}: {answer}\n"))
            .collect();
        folder.write(
            &format!("assessments/{DAY}/{name}.yaml"),
            &format!(
                "regua: 1\nrubric: customer-service\ndate: {DAY}\n{head}\nanswers:\n{answers}"
            ),
        );
    }
    folder
}

/// A reading of 76.5% stands for “Largely”.
fn with_reading(folder: &Folder) {
    folder.write(
        "kpis/k.yaml",
        "regua: 1\nreadings: [{kpi: csat, period: 2026-10, value: 76.5%}]\n",
    );
}

/// What `check` says of contradictions: the message, and all its places as `name:line`.
#[track_caller]
fn checked(folder: &Folder, language: &str) -> Vec<(String, Vec<String>)> {
    let arguments = [
        "check", "--as-of", DAY, "--format", "json", "--lang", language,
    ];
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let result = ran.json();
    let problems = result["problems"].as_array().unwrap().iter();
    let place = |place: &Value| {
        let file = place["file"].as_str().unwrap();
        let (_, name) = file.rsplit_once('/').unwrap();
        format!("{name}:{}", place["line"])
    };
    problems
        .filter(|problem| problem["code"] == "contradiction")
        .map(|problem| {
            let related = problem["related"].as_array().unwrap();
            let places = std::iter::once(problem).chain(related).map(place).collect();
            (problem["message"].as_str().unwrap().to_owned(), places)
        })
        .collect()
}

fn places(found: Vec<(String, Vec<String>)>) -> Vec<Vec<String>> {
    found.into_iter().map(|(_, places)| places).collect()
}

/// The report in a language, with blanks that break.
#[track_caller]
fn report(folder: &Folder, language: &str) -> [String; 2] {
    let arguments = [
        "report", "--as-of", DAY, "--lang", language, "--output", language,
    ];
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ["report.html", "report.md"].map(|file| {
        let text = folder.read(&format!("{language}/{file}"));
        text.replace('\u{a0}', " ")
    })
}

/// The contradictions that the report tells, each with whoever makes it.
fn told(folder: &Folder) -> Value {
    let ran = folder.run(&[
        "report", "--as-of", DAY, "--format", "json", "--output", "-", "--lang", "en",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let document: Value = serde_json::from_str(&ran.out).expect("the model is JSON");
    let found = document["assessments"][0]["contradictions"]
        .as_array()
        .unwrap();
    let told = |own: &Value| {
        json!({
            "kind": own["kind"],
            "between": [own["id"], own["against_id"]],
            "respondents": own["respondents"],
        })
    };
    found.iter().map(told).collect()
}

/// Those of the result: what the answers that count make, whoever gave them.
fn counted(folder: &Folder) -> Value {
    folder.scored(DAY)["assessments"][0]["contradictions"].take()
}

fn one_contradicts_himself() -> Folder {
    respondents(
        "",
        &[
            ("ana", &[(LACK, "no"), (PRACTICE, "fully")]),
            ("bia", &[(LACK, "yes"), (PRACTICE, "not")]),
            ("caio", &[(LACK, "yes"), (PRACTICE, "largely")]),
        ],
    )
}

#[test]
fn whoever_contradicts_himself_is_named_and_nobody_else() {
    let folder = one_contradicts_himself();
    let found = checked(&folder, "en");
    assert_eq!(places(found), [["caio.yaml:6", "caio.yaml:7"]]);
    assert_eq!(
        told(&folder),
        json!([{
            "kind": "conflicting_answers", "between": [LACK, PRACTICE], "respondents": ["caio"],
        }])
    );
    assert_eq!(
        counted(&folder),
        json!([{"kind": "conflicting_answers", "between": [LACK, PRACTICE]}])
    );
    let said = [
        ("en", "Yes (caio)", "Largely (caio)", "says?” (caio)"),
        (
            "pt-BR",
            "Sim (caio)",
            "Largamente (caio)",
            "procedimento?” (caio)",
        ),
    ];
    for (language, lack, practice, screen) in said {
        for text in report(&folder, language) {
            assert!(text.contains(&format!("”: {lack}. “")), "{lack}: {text}");
            assert!(text.contains(&format!("”: {practice}.")), "{practice}");
        }
        let ran = folder.run(&["score", "--as-of", DAY, "--lang", language]);
        assert!(ran.out.contains(screen), "{}", ran.out);
    }
}

#[test]
fn two_who_contradict_themselves_are_told_each_in_his_file() {
    let both: &[(&str, &str)] = &[(LACK, "yes"), (PRACTICE, "largely")];
    // By the median nothing contradicts anything: the lack is denied by three of five.
    let none: &[(&str, &str)] = &[(LACK, "no"), (PRACTICE, "partially")];
    let all = [
        ("a", both),
        ("b", none),
        ("c", none),
        ("d", none),
        ("e", both),
    ];
    let folder = respondents("", &all);
    assert_eq!(
        places(checked(&folder, "en")),
        [["a.yaml:6", "a.yaml:7"], ["e.yaml:6", "e.yaml:7"]]
    );
    let found = told(&folder);
    assert_eq!(found[0]["respondents"], json!(["a", "e"]));
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(counted(&folder), json!([]));
    // What they agreed on stands in place of what each said.
    let agreed: &[(&str, &str)] = &[(LACK, "no")];
    let [a, b, c, d, e] = all;
    let folder = respondents("", &[a, b, c, d, e, ("consensus", agreed)]);
    assert_eq!(checked(&folder, "en"), []);
    let agreed: &[(&str, &str)] = &[(LACK, "yes"), (PRACTICE, "fully")];
    let folder = respondents("", &[a, b, c, d, e, ("consensus", agreed)]);
    assert_eq!(
        places(checked(&folder, "en")),
        [["consensus.yaml:6", "consensus.yaml:7"]]
    );
}

#[test]
fn what_only_all_make_together_asks_nobody_to_correct_a_file() {
    let folder = respondents(
        "respondents: mean\n",
        &[
            ("ana", &[(LACK, "yes"), (PRACTICE, "unknown")]),
            ("bia", &[(LACK, "unknown"), (PRACTICE, "fully")]),
        ],
    );
    let found = told(&folder);
    assert_eq!(found[0]["between"], json!([LACK, PRACTICE]));
    assert_eq!(found[0]["respondents"], json!([]));
    let said = [
        (
            "en",
            "taken together, the answers contradict each other",
            "no single respondent contradicts themselves: discuss it",
            "No single respondent contradicts themselves; talk it over.",
            "only taken together",
        ),
        (
            "pt-BR",
            "no conjunto, as respostas se contradizem",
            "nenhum respondente se contradiz: discutam",
            "Nenhum respondente se contradiz; a contradição só existe no conjunto.",
            "só no conjunto",
        ),
    ];
    for (language, message, help, told, screen) in said {
        let found = checked(&folder, language);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].0.starts_with(message), "{}", found[0].0);
        assert_eq!(found[0].1, ["ana.yaml:6", "bia.yaml:7"]);
        let text = folder.run(&["check", "--as-of", DAY, "--lang", language]);
        let text = text.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(help), "{text}");
        for text in report(&folder, language) {
            assert!(text.contains(told), "{told}: {text}");
        }
        let ran = folder.run(&["score", "--as-of", DAY, "--lang", language]);
        assert!(ran.out.contains(screen), "{}", ran.out);
    }
}

#[test]
fn an_absence_is_held_against_what_the_same_person_says_is_met() {
    let rubric = "regua: 1
id: small
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
floor: 1
dimensions: [{id: all}]
criteria:
  - {id: lack, level: 1, dimension: all, polarity: absence, scale: yes-no}
  - {id: thing, level: 3, dimension: all}
  - {id: other, level: 3, dimension: all}
";
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: A\nrubrics: [small]\n",
        )
        .write("rubrics/small.yaml", rubric);
    let answers = [
        ("ana", "lack: no, thing: fully, other: not"),
        ("bia", "lack: yes, thing: not, other: not"),
        ("caio", "lack: yes, thing: partially, other: largely"),
        ("dora", "lack: yes, thing: fully, other: not"),
        ("eva", "lack: no, thing: fully, other: not"),
    ];
    for (name, answers) in answers {
        folder.write(
            &format!("assessments/{DAY}/{name}.yaml"),
            &format!(
                "regua: 1\nrubric: small\ndate: {DAY}\nrespondent: {name}\nanswers: {{{answers}}}\n"
            ),
        );
    }
    // All together say both that it lacks and that the thing is met, and so does dora; caio names another.
    assert_eq!(
        told(&folder),
        json!([
            {"kind": "absence_against_presence", "between": ["lack", "thing"], "respondents": ["dora"]},
            {"kind": "absence_against_presence", "between": ["lack", "other"], "respondents": ["caio"]},
        ])
    );
    assert_eq!(
        places(checked(&folder, "en")),
        [
            ["caio.yaml:5", "caio.yaml:5"],
            ["dora.yaml:5", "dora.yaml:5"]
        ]
    );
    let [_, markdown] = report(&folder, "en");
    assert!(
        markdown.contains("“lack”: Yes (dora). Yet by the same person’s answers “thing” is met."),
        "{markdown}"
    );
}

#[test]
fn a_reading_says_what_it_stands_for_and_whom_it_contradicts() {
    let folder = respondents(
        "",
        &[
            ("analista", &[(SATISFIED, "partially")]),
            ("cliente", &[(SATISFIED, "partially")]),
            ("gerente", &[(SATISFIED, "largely")]),
        ],
    );
    with_reading(&folder);
    let said = [
        (
            "en",
            "stands for `largely`; it contradicts analista, cliente, but does not contradict gerente",
            "come to “Partially”;",
            "is 76.5%, which stands for “Largely” and does not contradict gerente.",
            "Partially (analista and cliente), Largely (gerente). The reading of “Customer satisfaction (CSAT)” is 76.5%, which stands for “Largely”.",
        ),
        (
            "pt-BR",
            "equivale a `largely`; contradiz analista, cliente, mas não contradiz gerente",
            "resultam em “Parcialmente”;",
            "é 76,5%, o que equivale a “Largamente” e não contradiz gerente.",
            "Parcialmente (analista e cliente), Largamente (gerente). A leitura de “Satisfação do Cliente (CSAT)” é 76,5%, o que equivale a “Largamente”.",
        ),
    ];
    for (language, message, combined, reading, listed) in said {
        let found = checked(&folder, language);
        assert!(found[0].0.ends_with(message), "{}", found[0].0);
        assert_eq!(
            found[0].1,
            ["analista.yaml:6", "cliente.yaml:6", "k.yaml:2"]
        );
        let [html, markdown] = report(&folder, language);
        for words in [combined, reading, listed] {
            assert!(markdown.contains(words), "{words}: {markdown}");
        }
        assert!(html.contains(listed), "{listed}");
    }
}

#[test]
fn a_reading_that_nobody_agrees_with_is_told_as_such() {
    let answers: &[(&str, &str)] = &[(SATISFIED, "not")];
    let folder = respondents("", &[("a", answers), ("b", answers)]);
    with_reading(&folder);
    let found = checked(&folder, "en");
    assert!(
        found[0]
            .0
            .ends_with("it agrees with none of the respondents"),
        "{}",
        found[0].0
    );
    let [_, markdown] = report(&folder, "pt-BR");
    let told = "o que equivale a “Largamente” e não concorda com nenhum dos respondentes.";
    assert!(markdown.contains(told), "{markdown}");
}

#[test]
fn a_reading_stands_for_a_word_for_one_respondent_too() {
    let folder = respondents("", &[("ana", &[(SATISFIED, "partially")])]);
    with_reading(&folder);
    let said = [
        (
            "en",
            "which stands for `largely`, cannot both hold",
            "is “Partially”, but the reading of “",
            "is 76.5%, which stands for “Largely”.",
        ),
        (
            "pt-BR",
            "que equivale a `largely`, não podem valer ao mesmo tempo",
            "é “Parcialmente”, mas a leitura de “",
            "é 76,5%, o que equivale a “Largamente”.",
        ),
    ];
    for (language, message, answer, reading) in said {
        let found = checked(&folder, language);
        assert!(found[0].0.ends_with(message), "{}", found[0].0);
        let [_, markdown] = report(&folder, language);
        for words in [answer, reading] {
            assert!(markdown.contains(words), "{words}: {markdown}");
        }
    }
}

/// An answer that a reading has overruled is not what contradicts another.
#[test]
fn a_reading_that_contradicts_an_answer_is_pointed_at_itself() {
    let lack = "ad-hoc-response.no-record";
    let reply = "basic-answers.first-reply-in-hours";
    let answers: &[(&str, &str)] = &[(lack, "yes"), (reply, "not")];
    let folder = respondents("", &[("ana", answers), ("bia", answers)]);
    folder.write(
        "kpis/k.yaml",
        "regua: 1\nreadings: [{kpi: mean-response-time, period: 2026-10, value: 19.8h}]\n",
    );
    let found = checked(&folder, "en");
    let between = found
        .into_iter()
        .filter(|(message, _)| message.contains(lack));
    assert_eq!(
        places(between.collect()),
        [["ana.yaml:6", "k.yaml:2"], ["bia.yaml:6", "k.yaml:2"]]
    );
}

/// A rubric in which lacks stand against what is met, and readings may say either.
const READ: &str = "regua: 1
id: read
floor: 1
levels: [{id: one, number: 1}, {id: two, number: 2}, {id: three, number: 3}]
dimensions: [{id: all}]
criteria:
  - {id: lack, level: 1, dimension: all, polarity: absence}
  - {id: other-lack, level: 1, dimension: all, polarity: absence}
  - {id: complaints, level: 1, dimension: all, polarity: absence, kpi: complaints, conflicts_with: [happy]}
  - {id: known, level: 2, dimension: all}
  - {id: happy, level: 2, dimension: all, kpi: happy, conflicts_with: [other-lack]}
  - {id: loyal, level: 3, dimension: all, kpi: loyal}
  - {id: proven, level: 3, dimension: all}
kpis:
  - {id: complaints, unit: \"%\", direction: higher, bands: {2: 40%, 3: 80%}}
  - {id: happy, unit: \"%\", direction: higher, bands: {2: 40%, 3: 80%}}
  - {id: loyal, unit: \"%\", direction: higher, bands: {2: 40%, 3: 80%}}
rules: {kpi_weight: 0.3}
";

/// Respondents by that rubric, each with answers on line 5, and readings of October from line 3 on.
fn with_readings(answers: &[(&str, &str)], readings: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    let settings = "regua: 1\norganisation: A\nrubrics: [read]\n";
    folder
        .write("regua.yaml", settings)
        .write("rubrics/read.yaml", READ);
    for (name, answers) in answers {
        let text = format!(
            "regua: 1\nrubric: read\ndate: {DAY}\nrespondent: {name}\nanswers: {{{answers}}}\n"
        );
        folder.write(&format!("assessments/{DAY}/{name}.yaml"), &text);
    }
    let readings = readings.iter();
    let readings = readings
        .map(|(kpi, value)| format!("  - {{kpi: {kpi}, period: 2026-10, value: {value}}}\n"));
    let readings: String = readings.collect();
    folder.write("kpis/k.yaml", &format!("regua: 1\nreadings:\n{readings}"));
    folder
}

/// Everything that `check` prints, in one line.
#[track_caller]
fn printed(folder: &Folder, language: &str) -> String {
    let ran = folder.run(&["check", "--as-of", DAY, "--lang", language]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.err.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What `score` prints, in one line.
#[track_caller]
fn scored(folder: &Folder, language: &str) -> String {
    let ran = folder.run(&["score", "--as-of", DAY, "--lang", language]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_lack_that_a_reading_denies_is_told_of_all_who_say_so() {
    let all = [("ana", "lack: fully"), ("bia", "lack: fully")];
    let folder = with_readings(&all, &[("loyal", "95%")]);
    assert_eq!(told(&folder)[0]["respondents"], json!(["ana", "bia"]));
    let found = checked(&folder, "en");
    assert!(found[0].0.starts_with("`lack` says that"), "{}", found[0].0);
    assert_eq!(
        places(found),
        [["ana.yaml:5", "k.yaml:3"], ["bia.yaml:5", "k.yaml:3"]]
    );
    let said = [
        (
            "en",
            "a reading says otherwise, and it counts",
            "(ana and bia, against a reading)",
            "Fully (ana and bia). Yet “loyal” is met (95%, the reading of “loyal”).",
        ),
        (
            "pt-BR",
            "uma leitura diz o contrário",
            "(ana e bia, diante de uma leitura)",
            "Totalmente (ana e bia). No entanto, “loyal” está atendido (95%, a leitura de “loyal”).",
        ),
    ];
    for (language, help, screen, listed) in said {
        assert!(printed(&folder, language).contains(help), "{help}");
        let score = scored(&folder, language);
        assert!(score.contains(screen), "{score}");
        let [_, markdown] = report(&folder, language);
        assert!(markdown.contains(listed), "{listed}: {markdown}");
    }
}

/// Whoever contradicts himself on a lack is not told of the reading too.
#[test]
fn a_lack_is_told_once_of_each() {
    let all = [
        ("ana", "lack: fully, proven: fully"),
        ("bia", "lack: fully"),
    ];
    let folder = with_readings(&all, &[("loyal", "95%")]);
    let found = json!([
        {"kind": "absence_against_presence", "between": ["lack", "loyal"], "respondents": ["bia"]},
        {"kind": "absence_against_presence", "between": ["lack", "proven"], "respondents": ["ana"]},
    ]);
    assert_eq!(told(&folder), found);
    let all = [
        ("ana", "complaints: fully, loyal: fully"),
        ("bia", "known: fully"),
    ];
    let folder = with_readings(&all, &[("complaints", "95%")]);
    let found = told(&folder);
    let of_ana = json!({
        "kind": "absence_against_presence",
        "between": ["complaints", "loyal"],
        "respondents": ["ana"],
    });
    assert_eq!(found, json!([of_ana]));
    // The lack is what was read, and the answer is what is pointed at.
    assert_eq!(places(checked(&folder, "en")), [["ana.yaml:5", "k.yaml:3"]]);
}

#[test]
fn two_readings_that_contradict_each_other_are_nobodys_answers() {
    let readings = [("complaints", "95%"), ("happy", "95%")];
    let several = [("ana", "known: fully"), ("bia", "known: fully")];
    for answers in [&several[..], &several[..1]] {
        let folder = with_readings(answers, &readings);
        assert_eq!(told(&folder)[0]["respondents"], json!([]));
        let said = [
            (
                "en",
                "the readings that answer `complaints` and `happy` contradict each other",
                "(by readings alone)",
                "both are readings, and readings count",
            ),
            (
                "pt-BR",
                "as leituras que respondem a `complaints` e a `happy` se contradizem",
                "(só pelas leituras)",
                "as duas são leituras",
            ),
        ];
        for (language, message, screen, help) in said {
            let places = vec!["k.yaml:3".to_owned(), "k.yaml:4".to_owned()];
            assert_eq!(checked(&folder, language), [(message.to_owned(), places)]);
            assert!(printed(&folder, language).contains(help), "{help}");
            let score = scored(&folder, language);
            assert!(score.contains(screen), "{score}");
        }
    }
}

#[test]
fn the_answer_that_is_pointed_at_is_the_one_that_is_named_first() {
    let folder = with_readings(&[("ana", "other-lack: fully")], &[("happy", "95%")]);
    let places = vec!["ana.yaml:5".to_owned(), "k.yaml:3".to_owned()];
    let message = "`other-lack` and `happy` cannot both hold".to_owned();
    assert_eq!(checked(&folder, "en"), [(message, places)]);
    assert!(printed(&folder, "en").contains("correct the answer, or the reading"));
}

#[test]
fn a_reading_is_told_of_those_who_answered() {
    let answers = [
        ("ana", "happy: fully"),
        ("bia", "known: fully"),
        ("caio", "happy: unknown"),
    ];
    // One alone is told what one respondent is told.
    let folder = with_readings(&answers, &[("happy", "10%")]);
    let found = checked(&folder, "en");
    let message = "`happy` and the reading of `happy`, which stands for `not`, cannot both hold";
    assert_eq!(found[0].0, message);
    assert!(printed(&folder, "en").contains("leave the answer out"));
    let [_, markdown] = report(&folder, "pt-BR");
    assert!(
        markdown.contains("é “Totalmente”, mas a leitura de"),
        "{markdown}"
    );
    let [ana, _, caio] = answers;
    let folder = with_readings(&[ana, ("bia", "happy: largely"), caio], &[("happy", "10%")]);
    let said = [
        (
            "en",
            "it agrees with none of those who answered: ana, bia",
            "stands for “Not” and agrees with none of those who answered.",
        ),
        (
            "pt-BR",
            "não concorda com nenhum dos que responderam: ana, bia",
            "equivale a “Não” e não concorda com nenhum dos que responderam.",
        ),
    ];
    for (language, message, reading) in said {
        let found = checked(&folder, language);
        assert!(found[0].0.ends_with(message), "{}", found[0].0);
        let [_, markdown] = report(&folder, language);
        assert!(markdown.contains(reading), "{reading}: {markdown}");
    }
}

#[test]
fn what_was_agreed_against_the_answers_is_told_as_such() {
    let answers: &[(&str, &str)] = &[(PRACTICE, "largely")];
    let agreed: &[(&str, &str)] = &[(LACK, "yes")];
    let all = [("ana", answers), ("bia", answers), ("consensus", agreed)];
    let folder = respondents("", &all);
    let said = [
        (
            "en",
            "what was agreed contradicts the respondents’ answers: ",
            "correct what was agreed, or agree on the other question too",
            "(what was agreed on the one, against the answers to the other)",
            ["”: Yes (Agreed). “", "”: Largely (ana and bia)."],
        ),
        (
            "pt-BR",
            "o que foi acordado contradiz as respostas dos respondentes: ",
            "corrijam o que foi acordado ou decidam também a outra pergunta",
            "(o que foi acordado sobre uma, diante das respostas à outra)",
            ["”: Sim (Consenso). “", "”: Largamente (ana e bia)."],
        ),
    ];
    for (language, message, help, screen, listed) in said {
        let found = checked(&folder, language);
        assert!(found[0].0.starts_with(message), "{}", found[0].0);
        assert_eq!(found[0].1, ["consensus.yaml:6", "ana.yaml:6"]);
        assert!(printed(&folder, language).contains(help), "{help}");
        let score = scored(&folder, language);
        assert!(score.contains(screen), "{score}");
        for text in report(&folder, language) {
            for words in listed {
                assert!(text.contains(words), "{words}: {text}");
            }
        }
    }
    // The agreed answer is pointed at where the rubric names the other question first, and against an absence too.
    let folder = respondents("", &[("ana", &[(LACK, "yes")]), ("consensus", answers)]);
    assert_eq!(
        places(checked(&folder, "en")),
        [["consensus.yaml:6", "ana.yaml:6"]]
    );
}

#[test]
fn the_comparison_for_programs_counts_as_the_result_does() {
    let folder = respondents(
        "",
        &[
            ("ana", &[(LACK, "yes"), (PRACTICE, "fully")]),
            ("bia", &[(LACK, "no"), (PRACTICE, "not")]),
            ("caio", &[(LACK, "no"), (PRACTICE, "not")]),
        ],
    );
    let before = "2026-06-30";
    for name in ["ana", "bia", "caio"] {
        let text = format!(
            "regua: 1\nrubric: customer-service\ndate: {before}\nrespondent: {name}\nanswers: {{{LACK}: no}}\n"
        );
        folder.write(&format!("assessments/{before}/{name}.yaml"), &text);
    }
    let compared = |format: &str| folder.run(&["compare", before, DAY, "--format", format]);
    let result = compared("json").json();
    assert_eq!(result["assessments"][0]["contradictions_new"], json!([]));
    assert_eq!(counted(&folder), json!([]));
    // Read by people both name whoever contradicts himself.
    for format in ["text", "md"] {
        let text = compared(format).out;
        assert!(text.contains("(ana)"), "{format}: {text}");
    }
}

#[test]
fn confidence_counts_contradictions_and_not_answers() {
    let one: &[(&str, &str)] = &[(LACK, "yes"), (PRACTICE, "largely")];
    let said = [
        (
            "en",
            "There is one contradiction between answers or with a reading.",
        ),
        (
            "pt-BR",
            "Há uma contradição entre respostas ou com uma leitura.",
        ),
    ];
    let folder = respondents("", &[("ana", one)]);
    for (language, told) in said {
        let [_, markdown] = report(&folder, language);
        assert!(markdown.contains(told), "{told}: {markdown}");
    }
    // One answer that two others contradict.
    let two: &[(&str, &str)] = &[
        ("no-formal-processes.each-own-way", "yes"),
        (PRACTICE, "largely"),
        ("standard-processes.known-by-team", "largely"),
    ];
    let folder = respondents("", &[("ana", two)]);
    let said = [
        (
            "en",
            "There are 2 contradictions between answers or with readings.",
        ),
        (
            "pt-BR",
            "Há 2 contradições entre respostas ou com leituras.",
        ),
    ];
    for (language, told) in said {
        let [_, markdown] = report(&folder, language);
        assert!(markdown.contains(told), "{told}: {markdown}");
    }
}

#[test]
fn what_is_to_be_discussed_begins_with_what_counts_and_names_everybody_at_an_end() {
    let no: &[(&str, &str)] = &[(LACK, "no"), (PRACTICE, "not")];
    let yes: &[(&str, &str)] = &[(LACK, "yes"), (PRACTICE, "largely")];
    let folder = respondents(
        "",
        &[("a", no), ("b", yes), ("c", yes), ("d", yes), ("e", yes)],
    );
    // Opposite ends of a lack weigh more than two choices of a practice, and count in no figure.
    let score = folder.scored(DAY);
    let apart = score["assessments"][0]["respondents"]["disagreements"].clone();
    assert_eq!(apart[0]["question"], PRACTICE);
    assert_eq!(apart[1]["question"], LACK);
    let said = [
        (
            "en",
            "the answers go from “Not” (a) to “Largely” (b, c, d and 1 more).",
        ),
        (
            "pt-BR",
            "as respostas vão de “Não” (a) a “Largamente” (b, c, d e mais 1).",
        ),
    ];
    for (language, told) in said {
        let [_, markdown] = report(&folder, language);
        assert!(markdown.contains(told), "{told}: {markdown}");
        let ran = folder.run(&["score", "--as-of", DAY, "--lang", language]);
        let counts = ran.out.find(&format!("    {PRACTICE}\n    a:")).unwrap();
        let lack = ran.out.find(&format!("    {LACK}\n    a:")).unwrap();
        assert!(counts < lack, "{}", ran.out);
    }
}

#[test]
fn the_report_names_open_questions_by_what_they_ask() {
    let folder = respondents(
        "",
        &[
            ("ana", &[(LACK, "no"), (PRACTICE, "unknown")]),
            ("bia", &[(LACK, "no"), (PRACTICE, "fully")]),
        ],
    );
    let said = [
        (
            "en",
            "In daily work, are requests handled the way the procedure says?",
            "and 29 more",
        ),
        (
            "pt-BR",
            "No dia a dia, os chamados são tratados como manda o procedimento?",
            "e mais 29",
        ),
    ];
    for (language, asked, more) in said {
        let [html, markdown] = report(&folder, language);
        let line = format!("    - {asked} (`{PRACTICE}`)\n");
        assert!(markdown.contains(&line), "{markdown}");
        let item = format!("{asked}</a> <small><code>{PRACTICE}</code></small>");
        assert!(html.contains(&item), "{item}");
        // Each has left 39 questions open: ten of them are listed.
        for text in [html, markdown] {
            assert_eq!(text.matches(more).count(), 2, "{more}");
        }
    }
}
