//! The reference of commands and the concepts, as pages of the documentation.

use super::page::{Entry, Page};
use crate::locale::{Locale, Topic};

/// Every command on one page, the program's own options first.
pub(super) fn reference(pages: &[Page], locale: &Locale) -> String {
    let say = |key: &str| locale.manual(key).unwrap_or_default();
    let mut text = format!(
        "# {}\n\n{}\n",
        say("reference-title"),
        say("reference-about")
    );
    for page in pages {
        text.push_str(&format!("\n## `{}`\n\n", page.typed()));
        let about = if page.is_root() {
            say("manual-about")
        } else {
            format!("{}.", escaped(&page.about))
        };
        text.push_str(&format!("{about}\n\n```text\n{}\n```\n", page.usage));
        if !page.commands.is_empty() {
            let rows = page.commands.iter().map(|own| {
                let typed = format!("{} {}", page.typed(), own.name);
                let anchor = typed.replace(' ', "-");
                (format!("[`{typed}`](#{anchor})"), escaped(&own.about))
            });
            text.push_str(&table(&locale.say("help-commands", &[]), rows));
        }
        let of = |own: &Entry| {
            (
                format!("`{}`", own.name.replace('|', "\\|")),
                escaped(&own.about),
            )
        };
        for (key, entries) in [
            ("help-arguments", &page.arguments),
            ("help-options", &page.options),
        ] {
            if !entries.is_empty() {
                text.push_str(&table(&locale.say(key, &[]), entries.iter().map(of)));
            }
        }
        if page.is_root() {
            text.push_str(&table(&say("reference-common"), page.common.iter().map(of)));
        }
        if !page.topics.is_empty() {
            let language = locale.language();
            let link = |own: &&Topic| {
                let folder = say("reference-concepts");
                format!(
                    "[{}]({folder}/{}.md)",
                    own.title(language),
                    own.name(language)
                )
            };
            let links: Vec<String> = page.topics.iter().map(link).collect();
            text.push_str(&format!(
                "\n{} {}.\n",
                say("manual-concepts"),
                links.join(", ")
            ));
        }
        for example in &page.examples {
            let (what, line) = (escaped(&example.what), &example.line);
            text.push_str(&format!("\n{what}:\n\n```text\n{line}\n```\n"));
        }
    }
    text
}

fn table(heading: &str, rows: impl Iterator<Item = (String, String)>) -> String {
    let mut text = format!("\n| {heading} | |\n| --- | --- |\n");
    for (name, about) in rows {
        text.push_str(&format!("| {name} | {about} |\n"));
    }
    text
}

/// A topic with the links below it.
pub(super) fn concept(topic: &Topic, locale: &Locale, reference: &str) -> String {
    let language = locale.language();
    let topics = topic
        .related()
        .map(|own| format!("[{}]({}.md)", own.title(language), own.name(language)));
    let commands = topic.commands.iter().map(|own| {
        let anchor = own.replace(' ', "-");
        format!("[`regua {own}`]({reference}#regua-{anchor})")
    });
    let others: Vec<String> = topics.chain(commands).collect();
    let words = [("others", others.join(", ").into())];
    let others = locale.say("help-see-also", &words);
    format!("{}\n\n{others}\n", topic.text(language).trim_end())
}

/// Words in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if matches!(letter, '|' | '*' | '<' | '[') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
