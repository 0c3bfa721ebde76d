//! `regua explain CODE`: what a kind of problem is about, with an example. It needs no workspace.

use anstyle::Style;

use super::context::{Context, Failure};
use super::score::Format;
use super::table;
use crate::diagnostic::{Code, suggest};
use crate::locale::Locale;
use crate::render::code_page::CodePage;

/// The codes that are asked for: all of what is asked for, or none. `error[unknown-key]` is one as it stands on the
/// screen.
pub(super) fn asked(figures: &[String]) -> Option<Vec<Code>> {
    let codes: Option<Vec<Code>> = figures.iter().map(|figure| code(figure)).collect();
    codes.filter(|codes| !codes.is_empty())
}

fn code(written: &str) -> Option<Code> {
    Code::named(name(written))
}

/// What stands within the brackets, where there are any.
fn name(written: &str) -> &str {
    let inner = written.split_once('[').map_or(written, |(_, inner)| inner);
    inner.trim_end_matches([']', ':'])
}

/// The code that is nearest to what was asked for.
pub(super) fn nearest(written: &str) -> Option<&'static str> {
    suggest::nearest(name(written), Code::ALL.iter().map(|code| code.as_str()))
}

pub(super) fn run(
    codes: &[Code],
    format: Format,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    context.speak_as_here();
    let locale = context.locale.clone();
    let pages: Vec<CodePage> = codes
        .iter()
        .map(|code| CodePage::new(*code, &locale))
        .collect();
    match format {
        Format::Json => {
            let document = serde_json::json!({"schema": "regua/codes/1", "codes": pages});
            let json = serde_json::to_string_pretty(&document).map_err(anyhow::Error::new)?;
            writeln!(context.out, "{json}")?;
        }
        Format::Text => {
            let texts: Vec<String> = pages
                .iter()
                .map(|page| text(page, &locale, context.width))
                .collect();
            write!(context.out, "{}", texts.join("\n"))?;
        }
    }
    Ok(())
}

fn text(page: &CodePage, locale: &Locale, width: usize) -> String {
    const INDENT: usize = 2;
    let paragraph = |text: &str, style, indent| table::paragraph(text, style, indent, width);
    let heading = format!("{}[{}]", page.severity(locale), page.code);
    let mut text = paragraph(&heading, table::bold(), 0);
    text.push_str(&paragraph(&page.what, Style::new(), 0));
    for (key, said) in [("code-why", &page.why), ("code-mend", &page.mend)] {
        text.push('\n');
        text.push_str(&paragraph(&locale.say(key, &[]), table::bold(), 0));
        text.push_str(&paragraph(said, Style::new(), INDENT));
    }
    let plain = |text: String| text.replace('`', "");
    let examples = [
        (plain(page.wrong_heading(locale)), &page.wrong),
        (plain(page.right_heading(locale)), &page.right),
    ];
    for (heading, lines) in examples {
        text.push('\n');
        text.push_str(&paragraph(&heading, table::bold(), 0));
        for line in lines.lines() {
            text.push_str(&format!("{:INDENT$}{line}\n", ""));
        }
    }
    text
}
