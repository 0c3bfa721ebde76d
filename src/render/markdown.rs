//! People's texts are Markdown: as safe HTML, as words alone, or as one cell of a table.

use comrak::nodes::{AstNode, ListType, NodeValue};
use comrak::{Arena, Options};

/// A text as blocks of HTML. Raw HTML in it is shown as text, an image as its description: it would be
/// fetched.
pub(super) fn html(text: &str) -> String {
    if is_words(text) {
        return format!("<p>{text}</p>\n");
    }
    formatted(text)
}

/// Whether a text is one line of words in which nothing could be Markdown, as most are: such a text stands for itself.
fn is_words(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
    let says_itself = |byte: u8| is_word(byte) || b" ,;.()?'/-%".contains(&byte);
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.ends_with(|last: char| last.is_ascii_alphanumeric() || last == '.')
        && text.bytes().all(says_itself)
        && !text.contains("www.")
}

fn formatted(text: &str) -> String {
    let arena = Arena::new();
    let options = options();
    let root = comrak::parse_document(&arena, text, &options);
    images_to_words(root);
    let mut html = String::new();
    comrak::format_html(root, &options, &mut html).expect("a string takes everything");
    html
}

/// A text as HTML within a line: paragraphs are parted by line breaks.
pub(super) fn inline_html(text: &str) -> String {
    if is_words(text) {
        return text.to_owned();
    }
    let html = html(text);
    let html = html.trim();
    let inner = html
        .strip_prefix("<p>")
        .and_then(|rest| rest.strip_suffix("</p>"))
        .map(|inner| inner.replace("</p>\n<p>", "<br>"));
    match inner {
        // Only paragraphs: anything else between them keeps its own tags.
        Some(inner) if !inner.contains("<p>") && !inner.contains("</p>") => inner,
        _ => html.to_owned(),
    }
}

/// The words of a text, on one line.
pub(super) fn plain(text: &str) -> String {
    // Any other blank becomes a space, and so do several.
    let is_other_blank = |letter: char| letter.is_whitespace() && letter != ' ';
    if is_words(text) && !text.contains("  ") && !text.contains(is_other_blank) {
        return text.to_owned();
    }
    plain_of_markdown(text)
}

fn plain_of_markdown(text: &str) -> String {
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, text, &options());
    let mut words = String::new();
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::CodeBlock(block) => words.push_str(&block.literal),
            // What looks like HTML was written as text, and is shown as text.
            NodeValue::HtmlInline(html) => words.push_str(html),
            NodeValue::HtmlBlock(block) => words.push_str(&block.literal),
            // `1. Process` may be a title: its number stays.
            NodeValue::Item(item) if item.list_type == ListType::Ordered => {
                words.push_str(&format!(" {}. ", item.start));
            }
            NodeValue::SoftBreak
            | NodeValue::LineBreak
            | NodeValue::Paragraph
            | NodeValue::Item(_) => {
                words.push(' ');
            }
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a text as one cell of a Markdown table: what Markdown or HTML would act on is escaped.
pub(crate) fn cell(text: &str) -> String {
    let mut cell = String::new();
    let plain = plain(text);
    for (position, letter) in plain.char_indices() {
        match letter {
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '~' | '$' | '#' | '!' => {
                cell.push('\\');
                cell.push(letter);
            }
            '<' => cell.push_str("&lt;"),
            '>' => cell.push_str("&gt;"),
            '&' if begins_an_entity(&plain[position + 1..]) => cell.push_str("&amp;"),
            _ => cell.push(letter),
        }
    }
    cell
}

/// A text of which neither Markdown nor HTML nor a code host acts on anything: nobody is called, nothing is linked.
pub(super) fn inert(text: &str) -> String {
    let mut inert = String::with_capacity(text.len());
    for (position, letter) in text.char_indices() {
        match letter {
            '<' => inert.push_str("&lt;"),
            '>' => inert.push_str("&gt;"),
            '&' if begins_an_entity(&text[position + 1..]) => inert.push_str("&amp;"),
            '\n' | '\r' | '\t' => inert.push(' '),
            // The blank of no width behind it makes `@ana` no call and `#12` no reference.
            '@' | '#' => inert.push_str(&format!("&#{};&#8203;", u32::from(letter))),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '~' | '$' | '!' | ':' => {
                inert.push_str(&format!("&#{};", u32::from(letter)));
            }
            letter => inert.push(letter),
        }
    }
    inert
}

/// Whether an `&` before this text would make a letter of it: a name or number and a semicolon. Before anything else
/// the sign stands for itself, as in `Patas & Cia` and `P&D`.
fn begins_an_entity(rest: &str) -> bool {
    let name = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#');
    name.is_some_and(|end| end > 0 && rest[end..].starts_with(';'))
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.render.escape = true;
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options
}

/// An image becomes its description.
fn images_to_words<'a>(root: &'a AstNode<'a>) {
    for node in root.descendants() {
        let mut data = node.data.borrow_mut();
        if matches!(data.value, NodeValue::Image(_)) {
            data.value = NodeValue::Emph;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_alone_are_what_the_parser_makes_of_them(
            text in "[a-zA-Zçãé—“”…\u{a0}\u{2009} ,;.()?'/%0-9ww.-]{1,40}",
            ending in "[a-z.]",
        ) {
            let text = format!("{text}{ending}");
            prop_assert_eq!(html(&text), formatted(&text));
            prop_assert_eq!(plain(&text), plain_of_markdown(&text));
        }
    }

    #[test]
    fn what_may_be_markdown_is_not_taken_for_words() {
        for text in [
            "1. one",
            "- one",
            "see www.example.org.",
            "a *b* c",
            "a\nb",
            "http://example.org",
            " a",
            "a ",
            "a & b",
        ] {
            assert!(!is_words(text), "{text}");
        }
        assert!(is_words(
            "Filas por assunto (e-mail, telefone); 80% em 4 h."
        ));
    }

    #[test]
    fn nothing_from_a_text_runs_or_loads() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[click](javascript:alert(1))",
            "![pixel](https://example.org/pixel.png)",
            "<iframe src=https://example.org></iframe>",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
        ] {
            let html = html(text).to_lowercase();
            for live in [
                "<script",
                "<img",
                "<iframe",
                "href=\"javascript",
                "href=\"data",
            ] {
                assert!(!html.contains(live), "{text} became {html}");
            }
        }
    }

    #[test]
    fn a_cell_stays_a_cell() {
        assert_eq!(cell("a | b\nc"), "a \\| b c");
        assert_eq!(cell("**bold** and `code`"), "bold and code");
        assert_eq!(cell("1 < 2 & 3 &c"), "1 &lt; 2 & 3 &c");
        assert_eq!(cell("Patas & Cia, P&D"), "Patas & Cia, P&D");
        // Markdown keeps a sign that it is told to: as a reader sees it, each text is what was written.
        for entity in ["&amp;", "&copy;", "&#38;", "&#x26;", "&&lt;"] {
            let written = cell(&format!("`{entity}`"));
            assert_eq!(plain(&written), entity, "{written}");
        }
        assert_eq!(cell("<b>x</b>"), "&lt;b&gt;x&lt;/b&gt;");
        assert_eq!(cell("1. Process"), "1. Process");
    }
}
