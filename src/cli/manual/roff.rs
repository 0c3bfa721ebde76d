//! A manual page, as `man` reads it.

use super::page::{Entry, Page};
use crate::locale::Locale;

/// The page in the language of `man` itself: section names as they are known there, and nothing that the text says is
/// taken for a command.
pub(super) fn write(page: &Page, locale: &Locale) -> String {
    let say = |key: &str| locale.manual(key).unwrap_or_default();
    let mut text = String::new();
    let title = page.name().to_uppercase();
    text.push_str(&format!(
        ".TH {} 1 \"\" \"{}\" \"{}\"\n",
        quoted(&title),
        quoted(&format!("regua {}", crate::cli::VERSION)),
        quoted(&say("manual-title"))
    ));
    // Nothing is hyphenated, and no line stretched: commands are there to be copied.
    text.push_str(".nh\n.ad l\n");
    let mut section = |key: &str, body: &str| {
        if !body.is_empty() {
            text.push_str(&format!(".SH \"{}\"\n{body}", quoted(&say(key))));
        }
    };
    let about = first_small(&page.about);
    section(
        "manual-name",
        &format!("{} \\- {}\n", plain(&page.name()), plain(&about)),
    );
    section("manual-synopsis", &format!("{}\n", line(&page.usage)));
    section("manual-description", &description(page, locale, &say));
    section("manual-commands", &commands(page));
    section("manual-arguments", &entries(&page.arguments));
    section("manual-options", &entries(&page.options));
    section("manual-common", &entries(&page.common));
    section("manual-exit", &statuses(&say));
    section("manual-files", &listed(&say("manual-files-list")));
    section(
        "manual-environment",
        &listed(&say("manual-environment-list")),
    );
    section("manual-examples", &examples(page));
    section("manual-see-also", &others(page));
    text
}

fn description(page: &Page, locale: &Locale, say: &dyn Fn(&str) -> String) -> String {
    let own = match page.is_root() {
        true => say("manual-about"),
        false => format!("{}.", page.about),
    };
    let mut text = format!("{}\n", line(&own));
    if !page.topics.is_empty() {
        let topics = page.topics.iter();
        let topics = topics.map(|own| format!("`regua help {}`", own.name(locale.language())));
        let topics = topics.collect::<Vec<_>>().join(", ");
        text.push_str(&format!(
            ".PP\n{} {}.\n",
            line(&say("manual-concepts")),
            plain(&topics)
        ));
    }
    text
}

fn commands(page: &Page) -> String {
    let of = |own: &Entry| {
        let name = format!("{}-{}", page.name(), own.name);
        format!(".TP\n\\fB{}\\fR(1)\n{}\n", plain(&name), line(&own.about))
    };
    page.commands.iter().map(of).collect()
}

fn entries(entries: &[Entry]) -> String {
    let of = |own: &Entry| format!(".TP\n{}\n{}\n", marked(&own.name), line(&own.about));
    entries.iter().map(of).collect()
}

/// Names of options in bold, what they take in italics.
fn marked(name: &str) -> String {
    match name.split_once('<') {
        Some((name, value)) => {
            let value = value.trim_end_matches('>');
            let bold = match name {
                "" => String::new(),
                name => format!("\\fB{}\\fR", plain(name)),
            };
            format!("{bold}\\fI{}\\fR", plain(value))
        }
        None => format!("\\fB{}\\fR", plain(name)),
    }
}

fn statuses(say: &dyn Fn(&str) -> String) -> String {
    let of = |code: u8| {
        format!(
            ".TP\n\\fB{code}\\fR\n{}\n",
            line(&say(&format!("manual-exit-{code}")))
        )
    };
    (0..=3).map(of).collect()
}

/// A list written `name: what it is`, a line each.
fn listed(lines: &str) -> String {
    let of = |own: &str| {
        let (name, about) = own.split_once(": ").unwrap_or((own, ""));
        format!(".TP\n\\fI{}\\fR\n{}\n", plain(name), line(about))
    };
    lines.lines().map(of).collect()
}

fn examples(page: &Page) -> String {
    let mut text = String::new();
    for (position, example) in page.examples.iter().enumerate() {
        let space = if position == 0 { "" } else { ".PP\n" };
        let what = line(&example.what);
        let written = line(&example.line);
        text.push_str(&format!(
            "{space}{what}:\n.PP\n.RS 4\n.nf\n{written}\n.fi\n.RE\n"
        ));
    }
    text
}

/// The command above, and those below.
fn others(page: &Page) -> String {
    let mut names = Vec::new();
    if let Some((_, above)) = page.path.split_last()
        && !above.is_empty()
    {
        names.push(above.join("-"));
    }
    let below = page
        .commands
        .iter()
        .map(|own| format!("{}-{}", page.name(), own.name));
    names.extend(below);
    if page.path.len() > 2 {
        names.push("regua".to_owned());
    }
    if page.name() != "regua-help" && !names.contains(&"regua-help".to_owned()) {
        names.push("regua-help".to_owned());
    }
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("\\fB{}\\fR(1)", plain(name)))
        .collect();
    format!("{}\n", names.join(",\n"))
}

/// A sentence as `man` has it behind a name: small at its beginning, unless that is a name itself.
fn first_small(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some(first), Some(second)) if !second.is_uppercase() => first
            .to_lowercase()
            .chain(sentence.chars().skip(1))
            .collect(),
        _ => sentence.to_owned(),
    }
}

/// A line of text, which is no request whatever it begins with.
fn line(text: &str) -> String {
    let text = plain(text);
    match text.starts_with(['.', '\'']) {
        true => format!("\\&{text}"),
        false => text,
    }
}

/// Letters that mean something to `man`, as themselves.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars() {
        match letter {
            '\\' => plain.push_str("\\e"),
            '-' => plain.push_str("\\-"),
            '\'' => plain.push_str("\\(aq"),
            '`' => plain.push_str("\\(ga"),
            '^' => plain.push_str("\\(ha"),
            '~' => plain.push_str("\\(ti"),
            '\n' => plain.push_str("\n.br\n"),
            letter => plain.push(letter),
        }
    }
    plain
}

/// The same within the quotes of a request.
fn quoted(text: &str) -> String {
    plain(text).replace('"', "\\(dq")
}
