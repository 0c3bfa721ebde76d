//! What reaches an attribute without quotes can hold nothing that would end it.

use std::collections::BTreeSet;

use super::dangerous::workspace;
use super::*;

/// What templates write into attributes without quotes: checked ids, positions, words of the program, numbers.
const KNOWN: [&str; 20] = [
    // Ids, which are kebab-case, and what is made of them.
    "change.id | split(\".\") | first",
    "criterion.id",
    "cycle.anchor",
    "key_result.id",
    "key_result.kpi",
    "kpi.id",
    "own.against_criterion",
    "own.criterion",
    "own.id",
    "own.id | split(\".\") | first",
    "own.kpi",
    "person.id",
    "piece.to",
    "point.id",
    // A depth, the position of an assessment, and a number of rows.
    "[dimension.depth, 3] | min",
    "assessment.anchor",
    "rows",
    // Words of the program.
    "name",
    "rating or \"unknown\"",
    "rating or (\"not_applicable\" if state == \"not_applicable\" else \"unknown\")",
];

/// A template with what it computes replaced by its number between control characters, and without its statements.
fn bare(template: &str) -> (String, Vec<String>) {
    let (mut bare, mut computed) = (String::new(), Vec::new());
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let (before, after) = rest.split_at(at);
        bare.push_str(before);
        let end = match after.as_bytes().get(1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => {
                bare.push('{');
                rest = &after[1..];
                continue;
            }
        };
        let (inside, after) = after[2..].split_once(end).expect("what begins ends");
        if end == "}}" {
            bare.push_str(&format!("\u{1}{}\u{1}", computed.len()));
            computed.push(inside.trim().to_owned());
        }
        rest = after;
    }
    bare.push_str(rest);
    (bare, computed)
}

/// The values of attributes that stand without quotes, in the order of the text.
fn unquoted(html: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut letters = html.chars().peekable();
    let mut before = '\0';
    while let Some(letter) = letters.next() {
        let begins = before == '<' && letter.is_ascii_alphabetic();
        before = letter;
        if !begins {
            continue;
        }
        // Within a tag: quoted values are passed over, others are taken to the next blank or the tag's end.
        while let Some(letter) = letters.next() {
            match letter {
                '>' => break,
                '"' | '\'' => while letters.next().is_some_and(|own| own != letter) {},
                '=' if letters.peek().is_some_and(|next| !"\"'".contains(*next)) => {
                    let mut value = String::new();
                    while let Some(own) = letters.next_if(|own| !own.is_whitespace() && *own != '>')
                    {
                        value.push(own);
                    }
                    values.push(value);
                }
                _ => {}
            }
        }
    }
    values
}

#[test]
fn templates_write_nothing_but_ids_and_their_own_words_without_quotes() {
    let folder = crate::support::repository().join("templates");
    let mut found = BTreeSet::new();
    // Files below leave out a folder by the name of `report`.
    let below = files_below(&folder.join("report"));
    let below = below.into_iter().map(|file| format!("report/{file}"));
    for file in files_below(&folder).into_iter().chain(below) {
        if !file.ends_with(".html.j2") && !file.ends_with(".svg.j2") {
            continue;
        }
        let template = std::fs::read_to_string(folder.join(&file)).unwrap();
        let (bare, computed) = bare(&template);
        for value in unquoted(&bare) {
            let numbers = value.split('\u{1}').skip(1).step_by(2);
            found.extend(numbers.map(|number| computed[number.parse::<usize>().unwrap()].clone()));
        }
    }
    let known: BTreeSet<String> = KNOWN.map(str::to_owned).into();
    assert_eq!(
        found, known,
        "add what is a checked id, and set quotes around the rest"
    );
}

#[test]
fn no_value_without_quotes_could_be_ended_by_its_letters() {
    let folder = workspace("\" ' > x=y ` = onclick=ran(1)");
    let html = files(&folder, "en").remove("report.html").unwrap();
    let (_, body) = html.split_once("<body>").unwrap();
    let (body, _) = body.split_once("<script>").unwrap();
    let values = unquoted(body);
    assert!(values.len() > 200, "only {}", values.len());
    for value in values {
        let is_safe = |letter: char| letter.is_ascii_alphanumeric() || "-_#/.,".contains(letter);
        assert!(value.chars().all(is_safe), "{value}");
    }
}

#[test]
fn values_without_quotes_are_found() {
    let (text, computed) = bare(
        "{% if a %}<a href=#x{{ own.id }} title=\"{{ t }}\" id={{ b }}>{{ c }} = d{% endif %}",
    );
    assert_eq!(unquoted(&text), ["#x\u{1}0\u{1}", "\u{1}2\u{1}"]);
    assert_eq!(computed, ["own.id", "t", "b", "c"]);
}
