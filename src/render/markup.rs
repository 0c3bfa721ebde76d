//! Markup of our own templates on its way into a page: charts in fewer letters, links that would lead nowhere.

/// The markup of a chart without the line breaks between its tags and the quotes that HTML does without. Only what
/// our templates write is touched: a quotation mark in somebody's words is written as an entity.
pub(super) fn embedded(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        add_text(&rest[..start], &mut out);
        let end = rest[start..]
            .find('>')
            .map_or(rest.len(), |end| start + end + 1);
        add_tag(&rest[start..end], &mut out);
        rest = &rest[end..];
    }
    add_text(rest, &mut out);
    out
}

/// The markup of a piece of the report that is shown where the rest of the report is not: what would lead to another
/// place of the same page is words, which a style sheet can still tell from what stands around them.
pub(super) fn unlinked(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut is_within = false;
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let end = rest[start..]
            .find('>')
            .map_or(rest.len(), |end| start + end + 1);
        let (text, tag) = (&rest[..start], &rest[start..end]);
        let begins =
            tag.starts_with("<a ") && (tag.contains(" href=#") || tag.contains(" href=\"#"));
        let ends = is_within && tag == "</a>";
        out.push_str(text);
        out.push_str(match (begins, ends) {
            (true, _) => "<span>",
            (_, true) => "</span>",
            _ => tag,
        });
        is_within = begins || (is_within && !ends);
        rest = &rest[end..];
    }
    out + rest
}

/// What stands between two tags, unless it is there for whoever reads the template.
fn add_text(text: &str, out: &mut String) {
    if !(text.contains('\n') && text.trim().is_empty()) {
        out.push_str(text);
    }
}

fn add_tag(tag: &str, out: &mut String) {
    let mut parts = tag.split('"');
    out.push_str(parts.next().unwrap_or_default());
    while let Some(value) = parts.next() {
        let after = parts.next().unwrap_or_default();
        let commas = match out.ends_with(" d=") || out.ends_with(" viewBox=") {
            true => with_commas(value),
            false => None,
        };
        let value = commas.as_deref().unwrap_or(value);
        if value.is_empty() || !value.bytes().all(needs_no_quotes) {
            out.extend(["\"", value, "\"", after]);
        } else {
            // A slash right behind would be a part of the value.
            let space = if after.starts_with('/') { " " } else { "" };
            out.extend([value, space, after]);
        }
    }
}

fn needs_no_quotes(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.,#".contains(&byte)
}

/// Coordinates parted by commas, where each space stands between two of them.
fn with_commas(coordinates: &str) -> Option<String> {
    let places = coordinates.split(' ');
    let is_place = |place: &str| {
        let begins =
            place.starts_with(|letter: char| letter.is_ascii_digit() || "-.".contains(letter));
        let ends = place.ends_with(|letter: char| letter.is_ascii_digit());
        (begins, ends)
    };
    let all: Vec<&str> = places.collect();
    let parted = all
        .windows(2)
        .all(|pair| is_place(pair[0]).1 && is_place(pair[1]).0);
    parted.then(|| all.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(svg: &str, expected: &str) {
        assert_eq!(embedded(svg), expected);
    }

    #[test]
    fn quotes_go_where_html_does_without() {
        case(
            r#"<text class="end" x="4.5">a</text>"#,
            "<text class=end x=4.5>a</text>",
        );
        case(
            r#"<text class="strong end">a"#,
            r#"<text class="strong end">a"#,
        );
        case(r#"<rect width="4"/>"#, "<rect width=4 />");
        case(
            r#"<svg aria-label="a = b" role="img">"#,
            r#"<svg aria-label="a = b" role=img>"#,
        );
        case(r#"<i title="">"#, r#"<i title="">"#);
    }

    #[test]
    fn coordinates_are_parted_by_commas() {
        case(
            r#"<path d="M1 2l3-4 .5 6Z" class="a"/>"#,
            "<path d=M1,2l3-4,.5,6Z class=a />",
        );
        case(r#"<svg viewBox="0 0 344 20">"#, "<svg viewBox=0,0,344,20>");
        case(r#"<path d="M 1 2"/>"#, r#"<path d="M 1 2"/>"#);
    }

    #[test]
    fn words_stay_as_they_are() {
        case(
            "<title>a &quot;b&quot; = 1</title>\n\n<text>c</text>\n",
            "<title>a &quot;b&quot; = 1</title><text>c</text>",
        );
        case(
            "<text>a <tspan>b</tspan> <tspan>c",
            "<text>a <tspan>b</tspan> <tspan>c",
        );
        case("<text>a\nb</text>", "<text>a\nb</text>");
    }

    #[test]
    fn a_link_within_the_page_is_words_and_another_stays() {
        let html = r##"<p><a class=figure href=#w>3</a> and <a href="#b">b</a>, <a href="https://c.example/#d">c</a> <b>x</b>"##;
        let expected = r##"<p><span>3</span> and <span>b</span>, <a href="https://c.example/#d">c</a> <b>x</b>"##;
        assert_eq!(unlinked(html), expected);
    }
}
