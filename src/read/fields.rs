//! Taking a mapping apart key by key, and scalars for what they mean, noting every problem on the way.
//!
//! Each function gives `None` after noting why, so a reader goes on to the next key and one run shows
//! every problem of a file.

use chrono::{Datelike, NaiveDate};

use super::shape::Mapping;
use super::suggest::{meant, nearest};
use super::yaml::{Node, Scalar, Seen, Shape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, KNOWN_IN_PORTUGUESE, beyond_month};
use crate::model::{
    Exact, Id, Language, Length, Period, Place, Text, parse_day, plain_words, without_accent,
};

/// A mapping whose keys are taken one by one; what is left over at the end is unknown.
pub(crate) struct Fields<'d> {
    node: Node<'d>,
    entries: Vec<Entry<'d>>,
    asked_for: Vec<&'static str>,
    /// Where its keys are defined; none of a mapping from names.
    shape: Option<&'static Mapping>,
    /// Whether an overlay changes such a mapping by it.
    is_patch: bool,
}

struct Entry<'d> {
    name: &'d str,
    key: Node<'d>,
    value: Node<'d>,
    is_taken: bool,
}

impl Entry<'_> {
    /// Whether the key is what followed a comma in a text or number inside braces: nothing follows it, not
    /// even a colon.
    fn is_after_comma(&self) -> bool {
        is_after_comma(self.key, self.value)
    }
}

fn is_after_comma(key: Node<'_>, value: Node<'_>) -> bool {
    value.scalar().is_some_and(Scalar::is_nothing) && value.place().start <= key.place().end
}

/// What to say of a key that is no more than what followed a comma in a number inside braces: `{3: 1,5%}`.
pub(crate) fn after_comma(key: Node<'_>, value: Node<'_>) -> Option<Diagnostic> {
    let name = key.scalar()?.text;
    is_after_comma(key, value).then(|| {
        let problem = Diagnostic::error(Code::UnknownKey, key.place());
        problem.with("key", name).help("help-comma")
    })
}

impl<'d> Fields<'d> {
    /// The mapping at `node`, of which keys are taken that `shape` has; anything else is noted as the wrong shape.
    pub(crate) fn of(
        node: Node<'d>,
        shape: &'static Mapping,
        diagnostics: &mut Diagnostics,
    ) -> Option<Fields<'d>> {
        let mut fields = Fields::by_name(node, diagnostics)?;
        fields.shape = Some(shape);
        Some(fields)
    }

    /// Whether the value of a key is a number that a comma inside braces cut in two: `{target: 2,25%}`.
    pub(crate) fn is_cut(&self, name: &str) -> bool {
        let at = self.entries.iter().position(|entry| entry.name == name);
        let next = at.and_then(|at| self.entries.get(at + 1));
        next.is_some_and(|entry| {
            entry.is_after_comma() && entry.name.starts_with(|first: char| first.is_ascii_digit())
        })
    }

    /// What an overlay says of a part of this shape.
    pub(crate) fn of_patch(
        node: Node<'d>,
        shape: &'static Mapping,
        diagnostics: &mut Diagnostics,
    ) -> Option<Fields<'d>> {
        let mut fields = Fields::of(node, shape, diagnostics)?;
        fields.is_patch = true;
        Some(fields)
    }

    /// A mapping whose keys are names: of things, or of languages.
    pub(crate) fn by_name(node: Node<'d>, diagnostics: &mut Diagnostics) -> Option<Fields<'d>> {
        if !matches!(node.shape(), Shape::Mapping) {
            diagnostics.push(wrong_shape(node, "mapping"));
            return None;
        }
        let entries = entries(node, diagnostics)
            .into_iter()
            .map(|(name, key, value)| Entry {
                name,
                key,
                value,
                is_taken: false,
            })
            .collect();
        Some(Fields {
            node,
            entries,
            asked_for: Vec::new(),
            shape: None,
            is_patch: false,
        })
    }

    /// Where the mapping is, from its first key.
    pub(crate) fn place(&self) -> Place {
        match self.entries.first() {
            Some(entry) => entry.key.place(),
            None => self.node.place(),
        }
    }

    /// The value of a key; `None` when it is absent or stands for nothing.
    pub(crate) fn take(&mut self, name: &'static str) -> Option<Node<'d>> {
        let (_, value) = self.take_entry(name)?;
        let is_nothing = value.scalar().is_some_and(Scalar::is_nothing);
        (!is_nothing).then_some(value)
    }

    /// The key itself, with its value.
    pub(crate) fn take_entry(&mut self, name: &'static str) -> Option<(Node<'d>, Node<'d>)> {
        self.note_asked(name);
        let entry = self.entries.iter_mut().find(|entry| entry.name == name)?;
        entry.is_taken = true;
        Some((entry.key, entry.value))
    }

    fn note_asked(&mut self, name: &'static str) {
        /// Keys of overlays that the rubric's parts do not have.
        const OF_PATCHES: [&str; 3] = ["hide", "parent", "overlay"];

        self.asked_for.push(name);
        if let Some(shape) = self.shape {
            debug_assert!(
                shape.key(name).is_some() || self.is_patch && OF_PATCHES.contains(&name),
                "`{name}` is no key of `{}`",
                shape.name
            );
            #[cfg(test)]
            super::shape::asked::note(shape, name);
        }
    }

    /// The value of a key that somebody else will take.
    pub(crate) fn peek(&self, name: &str) -> Option<Node<'d>> {
        let mut entries = self.entries.iter();
        entries
            .find(|entry| entry.name == name)
            .map(|entry| entry.value)
    }

    /// Whether the key is there at all, taken or not.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// The value of a key that must be there.
    pub(crate) fn require(
        &mut self,
        name: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Node<'d>> {
        let place = self.place();
        match self.take_entry(name) {
            None => {
                let problem = self.misspelt(name);
                diagnostics.push(problem.unwrap_or_else(|| missing_key(place, name)));
                None
            }
            Some((key, value)) if value.scalar().is_some_and(Scalar::is_nothing) => {
                diagnostics.push(
                    Diagnostic::error(Code::MissingKey, key.place())
                        .with("key", name)
                        .with("empty", "yes")
                        .help("help"),
                );
                None
            }
            Some((_, value)) => Some(value),
        }
    }

    /// What to say where none of `names` is there: the first of them that is all but spelt, or that the
    /// first is missing at `place`.
    pub(crate) fn lacking(&mut self, names: &[&'static str], place: Place) -> Diagnostic {
        let misspelt = names.iter().find_map(|name| self.misspelt(name));
        misspelt.unwrap_or_else(|| missing_key(place, names[0]))
    }

    /// A key that is there and all but spells `name`: one problem, not one missing and one unknown.
    pub(crate) fn misspelt(&mut self, name: &'static str) -> Option<Diagnostic> {
        let entry = self
            .entries
            .iter_mut()
            .find(|entry| !entry.is_taken && nearest(entry.name, [name]).is_some())?;
        entry.is_taken = true;
        let problem =
            Diagnostic::error(Code::UnknownKey, entry.key.place()).with("key", entry.name);
        Some(problem.with("near", name).help("help-near"))
    }

    /// Notes every key that nobody asked for.
    pub(crate) fn finish(self, diagnostics: &mut Diagnostics) {
        for entry in self.entries.iter().filter(|entry| !entry.is_taken) {
            let problem =
                Diagnostic::error(Code::UnknownKey, entry.key.place()).with("key", entry.name);
            let near = nearest(entry.name, self.asked_for.iter().copied());
            diagnostics.push(match near {
                Some(near) => problem.with("near", near).help("help-near"),
                None if entry.name == "<<" => problem.help("help-merge"),
                None if entry.is_after_comma() => problem.help("help-comma"),
                None => {
                    let mut known = Vec::with_capacity(self.asked_for.len());
                    for name in &self.asked_for {
                        if !known.contains(name) {
                            known.push(*name);
                        }
                    }
                    problem.with("known", known.join(", ")).help("help-known")
                }
            });
        }
    }
}

/// The entries of a mapping whose keys are names; other keys are noted and left out, and so is a key's
/// second appearance, which the parser has noted.
pub(crate) fn entries<'d>(
    node: Node<'d>,
    diagnostics: &mut Diagnostics,
) -> Vec<(&'d str, Node<'d>, Node<'d>)> {
    let entries = node.entries();
    let mut named: Vec<(&str, Node, Node)> = Vec::with_capacity(entries.len());
    let mut seen = Seen::of(entries.len());
    for (key, value) in entries {
        match key.scalar() {
            Some(name) if seen.first(name.text, 0).is_none() => named.push((name.text, key, value)),
            Some(_) => {}
            None => diagnostics.push(wrong_shape(key, "name")),
        }
    }
    named
}

/// The items of a list; anything else is noted.
pub(crate) fn items<'d>(node: Node<'d>, diagnostics: &mut Diagnostics) -> Vec<Node<'d>> {
    if matches!(node.shape(), Shape::Sequence) {
        return node.items().collect();
    }
    diagnostics.push(wrong_shape(node, "list"));
    Vec::new()
}

/// A key that must be there and is not.
pub(crate) fn missing_key(place: Place, name: &str) -> Diagnostic {
    Diagnostic::error(Code::MissingKey, place)
        .with("key", name)
        .with("empty", "no")
        .help("help")
}

/// Two keys of which only one can stand, each with its place.
pub(crate) fn keys_disagree(first: (Place, &str), second: (Place, &str)) -> Diagnostic {
    Diagnostic::error(Code::KeysDisagree, second.0)
        .with("what", "two")
        .with("first", first.1)
        .with("second", second.1)
        .related(first.0, "first")
}

/// Something of another shape than `expected`: mapping, list, text, name or answer.
pub(crate) fn wrong_shape(node: Node<'_>, expected: &'static str) -> Diagnostic {
    let found = match node.shape() {
        Shape::Scalar(scalar) if scalar.is_nothing() => "nothing",
        Shape::Scalar(_) => "text",
        Shape::Sequence => "list",
        Shape::Mapping => "mapping",
    };
    let mut place = node.place();
    if found == "mapping"
        && let Some((key, _)) = node.entries().next()
    {
        place = key.place();
    }
    let problem = Diagnostic::error(Code::WrongShape, place)
        .with("expected", expected)
        .with("found", found);
    match (expected, node.scalar()) {
        ("mapping", _) => problem.help("help-mapping"),
        ("list", Some(scalar)) if is_simple(scalar) => problem
            .with("written", scalar.text.trim())
            .help("help-list-of-one"),
        ("list", _) => problem.help("help-list"),
        ("answer", _) => problem.help("help-answer"),
        _ => problem.help("help-text"),
    }
}

/// Whether a text can be shown, and stand between brackets, as it is: a few plain words.
fn is_simple(scalar: Scalar<'_>) -> bool {
    const LONGEST: usize = 40;
    let is_plain =
        |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_' | '.');
    !scalar.is_nothing() && scalar.text.len() <= LONGEST && scalar.text.chars().all(is_plain)
}

/// A text that is there: quoted or not, but not nothing.
pub(crate) fn scalar<'d>(node: Node<'d>, diagnostics: &mut Diagnostics) -> Option<Scalar<'d>> {
    match node.scalar() {
        Some(scalar) if !scalar.is_nothing() => Some(scalar),
        _ => {
            diagnostics.push(wrong_shape(node, "text"));
            None
        }
    }
}

/// A text that is the same in every language.
pub(crate) fn string(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<String> {
    scalar(node, diagnostics).map(|scalar| scalar.text.to_owned())
}

/// A text, plain or by language.
pub(crate) fn text(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Text> {
    if !matches!(node.shape(), Shape::Mapping) {
        return string(node, diagnostics).map(Text::plain);
    }
    let mut fields = Fields::by_name(node, diagnostics)?;
    let mut version = |name| {
        let node = fields.take(name)?;
        string(node, diagnostics)
    };
    let text = Text {
        plain: None,
        portuguese: version("pt-BR"),
        english: version("en"),
        place: None,
    };
    fields.finish(diagnostics);
    Some(text)
}

/// The text of a key that may be absent.
pub(crate) fn optional_text(
    fields: &mut Fields<'_>,
    name: &'static str,
    diagnostics: &mut Diagnostics,
) -> Text {
    text_of_key(fields, name, diagnostics).unwrap_or_default()
}

fn text_of_key(
    fields: &mut Fields<'_>,
    name: &'static str,
    diagnostics: &mut Diagnostics,
) -> Option<Text> {
    let (key, value) = fields.take_entry(name)?;
    if value.scalar().is_some_and(Scalar::is_nothing) {
        return None;
    }
    let text = text(value, diagnostics)?;
    let place = Some(key.place());
    Some(Text { place, ..text })
}

/// A title, or the id where none is written.
pub(crate) fn title_or(fields: &mut Fields<'_>, id: &Id, diagnostics: &mut Diagnostics) -> Text {
    text_of_key(fields, "title", diagnostics).unwrap_or_else(|| Text::plain(id.as_str()))
}

/// The plain string of a key that may be absent.
pub(crate) fn optional_string(
    fields: &mut Fields<'_>,
    name: &'static str,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    let node = fields.take(name)?;
    string(node, diagnostics)
}

/// An identifier.
pub(crate) fn id(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Id> {
    let scalar = scalar(node, diagnostics)?;
    let id = Id::parse(scalar.text);
    if id.is_none() {
        diagnostics.push(not_an_id(scalar.text, node.place()));
    }
    id
}

/// A text that should be an id and is none.
pub(crate) fn not_an_id(text: &str, place: Place) -> Diagnostic {
    let problem = Diagnostic::error(Code::NotAnId, place).with("written", text);
    let suggested = kebab(beginning(text));
    let is_short = beginning(text).len() == text.len();
    match Id::parse(&suggested) {
        Some(_) if is_short => problem.with("suggested", suggested).help("help-suggested"),
        _ => problem.help("help"),
    }
}

/// As much of a text as a suggestion is made of.
fn beginning(text: &str) -> &str {
    const LONGEST: usize = 80;
    &text[..text.floor_char_boundary(LONGEST)]
}

/// A text with everything that an id may not hold turned into hyphens.
fn kebab(text: &str) -> String {
    let mut result = String::new();
    for letter in text.to_lowercase().chars().map(without_accent) {
        if letter.is_ascii_alphanumeric() {
            result.push(letter);
        } else if !result.is_empty() && !result.ends_with('-') {
            result.push('-');
        }
    }
    result.trim_end_matches('-').to_owned()
}

/// A plain decimal number.
pub(crate) fn number(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Exact> {
    let scalar = scalar(node, diagnostics)?;
    let number = Exact::parse(scalar.text);
    if number.is_none() {
        diagnostics.push(not_a_number(node.place(), scalar.text));
    }
    number
}

/// A plain decimal number, or a fraction such as `2/3`, which no decimal is.
pub(crate) fn number_or_fraction(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Exact> {
    const LONGEST: usize = 40;
    let fraction = node
        .scalar()
        .filter(|scalar| scalar.text.len() <= LONGEST && scalar.text.contains('/'))
        .and_then(|scalar| Exact::parse_displayed(scalar.text));
    fraction.or_else(|| number(node, diagnostics))
}

/// A number or a fraction from 0 to 1.
pub(crate) fn share(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Exact> {
    let share = number_or_fraction(node, diagnostics)?;
    if share.is_negative() || share > Exact::ONE {
        diagnostics.push(
            Diagnostic::error(Code::OutOfRange, node.place())
                .with("written", &share)
                .with("low", 0)
                .with("high", 1)
                .help("help-between"),
        );
        return None;
    }
    Some(share)
}

/// A number in a form that cannot be trusted, with the form that can where it can be guessed.
pub(crate) fn not_a_number(place: Place, written: &str) -> Diagnostic {
    let is_bare = !written.contains(char::is_alphabetic);
    unreadable_number(
        place,
        written,
        grouped_number(beginning(written)).filter(|_| is_bare),
    )
}

/// The same of a value, which may have a unit beside its number.
pub(crate) fn not_a_quantity(place: Place, written: &str) -> Diagnostic {
    unreadable_number(place, written, grouped_number(beginning(written)))
}

fn unreadable_number(place: Place, written: &str, grouped: Option<Grouped>) -> Diagnostic {
    let problem = Diagnostic::error(Code::NotANumber, place).with("written", written);
    let problem = problem.with("why", length_or_form(written));
    if Exact::is_too_long(written) {
        return problem.with("most", Exact::MOST_DIGITS).help("help-long");
    }
    match grouped {
        Some(Grouped::Twofold(plain, decimal, mark)) => problem
            .with("mark", mark)
            .with("plain", plain)
            .with("decimal", decimal)
            .help("help-grouped"),
        Some(Grouped::Plain(likely)) => problem.with("likely", likely).help("help-likely"),
        None => match likely_number(beginning(written)) {
            Some(likely) => problem.with("likely", likely).help("help-likely"),
            None => problem.help("help"),
        },
    }
}

/// `1.204` with its point taken for one between thousands, and in a form in which it cannot be: `1204` and `1.2040`.
/// `None` of any other number.
pub(crate) fn point_readings(written: &str) -> Option<[String; 2]> {
    match grouped_number(beginning(written))? {
        Grouped::Twofold(plain, decimal, '.') => Some([plain, decimal]),
        Grouped::Twofold(..) | Grouped::Plain(_) => None,
    }
}

/// What a number may be whose digits stand in groups.
enum Grouped {
    /// With groups taken together.
    Plain(String),
    /// With groups taken together, or with what is behind the mark taken for decimals; and the mark.
    Twofold(String, String, char),
}

/// `R$ 1.200,50` and `1,200.50` were meant as 1200.50, `1 200` as 1200; `1,200` may be 1200 or 1.2.
fn grouped_number(written: &str) -> Option<Grouped> {
    let start = written.find(|letter: char| letter.is_ascii_digit())?;
    let is_of_number = |letter: char| {
        letter.is_ascii_digit() || matches!(letter, '.' | ',' | '\'' | ' ' | '\u{a0}' | '\u{202f}')
    };
    let length = written[start..].find(|letter| !is_of_number(letter));
    let length = length.unwrap_or(written.len() - start);
    let number =
        written[start..start + length].trim_end_matches(|last: char| !last.is_ascii_digit());
    let (before, after) = (&written[..start], &written[start + number.len()..]);
    let with = |number: &str| format!("{before}{number}{after}");
    let marks: Vec<char> = number
        .chars()
        .filter(|letter| !letter.is_ascii_digit())
        .collect();
    let last = *marks.last()?;
    let is_decimal =
        matches!(last, '.' | ',') && marks.iter().filter(|mark| **mark == last).count() == 1;
    let (whole, decimals) = match number.rsplit_once(last) {
        Some((whole, decimals)) if is_decimal && marks.len() > 1 => (whole, Some(decimals)),
        _ => (number, None),
    };
    let groups: Vec<&str> = whole
        .split(|letter: char| !letter.is_ascii_digit())
        .collect();
    let inner = marks
        .iter()
        .filter(|mark| decimals.is_none() || **mark != last);
    let are_alike = inner.clone().all(|mark| Some(mark) == inner.clone().next());
    let are_groups = groups.len() > 1
        && matches!(groups[0].len(), 1..=3)
        && !groups[0].starts_with('0')
        && groups[1..].iter().all(|group| group.len() == 3);
    if !are_alike || !are_groups {
        return None;
    }
    let plain = groups.concat();
    if let Some(decimals) = decimals {
        return Some(Grouped::Plain(with(&format!("{plain}.{decimals}"))));
    }
    if !is_decimal {
        return Some(Grouped::Plain(with(&plain)));
    }
    let decimals = match groups[1].trim_end_matches('0') {
        "" => "0".to_owned(),
        // Three would be taken for thousands again.
        three if three.len() == 3 => format!("{three}0"),
        fewer => fewer.to_owned(),
    };
    Some(Grouped::Twofold(
        with(&plain),
        with(&format!("{}.{decimals}", groups[0])),
        last,
    ))
}

/// What is wrong with a number, by the word that chooses the sentence.
fn length_or_form(written: &str) -> &'static str {
    match Exact::is_too_long(written) {
        true => "long",
        false => "form",
    }
}

/// `18,4h` was meant as `18.4h`, `1_000` and `1'000` as `1000`, `+5` as `5`, `012` as `12`.
fn likely_number(written: &str) -> Option<String> {
    let mut likely = written
        .trim()
        .trim_start_matches('+')
        .replace(['_', '\''], "");
    if likely.matches(',').count() == 1 && !likely.contains('.') {
        likely = likely.replace(',', ".");
    }
    while likely.len() > 1 && likely.starts_with('0') && likely.as_bytes()[1].is_ascii_digit() {
        likely.remove(0);
    }
    if let Some(fraction) = likely.strip_prefix('.') {
        if !fraction.starts_with(|first: char| first.is_ascii_digit()) {
            return None; // `.nan`, `.inf`
        }
        likely.insert(0, '0');
    }
    let digits = likely
        .trim_start_matches('-')
        .trim_end_matches(|letter: char| !letter.is_ascii_digit());
    (likely != written && Exact::parse(digits).is_some()).then_some(likely)
}

/// A weight: a number that is not negative. 1 where the key is absent.
pub(crate) fn weight(fields: &mut Fields<'_>, diagnostics: &mut Diagnostics) -> Exact {
    let Some(node) = fields.take("weight") else {
        return Exact::ONE;
    };
    match number(node, diagnostics) {
        Some(weight) if weight.is_negative() => {
            diagnostics.push(
                Diagnostic::error(Code::OutOfRange, node.place())
                    .with("written", &weight)
                    .help("help-weight"),
            );
            Exact::ONE
        }
        Some(weight) => weight,
        None => Exact::ONE,
    }
}

/// A weight, and where it is written when it is.
pub(crate) fn weight_and_place(
    fields: &mut Fields<'_>,
    diagnostics: &mut Diagnostics,
) -> (Exact, Option<Place>) {
    let place = fields.peek("weight").map(|node| node.place());
    (weight(fields, diagnostics), place)
}

/// A whole number from `low` to `high`.
pub(crate) fn whole_number(
    node: Node<'_>,
    low: u32,
    high: u32,
    diagnostics: &mut Diagnostics,
) -> Option<u32> {
    let scalar = scalar(node, diagnostics)?;
    let number = Exact::parse(scalar.text);
    if number.is_none() {
        diagnostics.push(
            Diagnostic::error(Code::NotANumber, node.place())
                .with("written", scalar.text)
                .with("why", length_or_form(scalar.text))
                .with("low", low)
                .with("high", high)
                .help("help-whole"),
        );
        return None;
    }
    let whole = scalar.text.parse().ok();
    let within = whole.filter(|whole| (low..=high).contains(whole));
    if within.is_none() {
        diagnostics.push(
            Diagnostic::error(Code::OutOfRange, node.place())
                .with("written", scalar.text)
                .with("low", low)
                .with("high", high)
                .help("help-whole"),
        );
    }
    within
}

/// `true` or `false`, and nothing that only looks like it.
pub(crate) fn boolean(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<bool> {
    let scalar = scalar(node, diagnostics)?;
    match scalar.text {
        "true" if scalar.is_plain => Some(true),
        "false" if scalar.is_plain => Some(false),
        written => {
            let problem =
                Diagnostic::error(Code::NotABoolean, node.place()).with("written", written);
            diagnostics.push(match likely_boolean(written) {
                Some(likely) => problem.with("likely", likely).help("help-likely"),
                None => problem.help("help"),
            });
            None
        }
    }
}

/// The words that people write for `true` and `false`.
fn likely_boolean(written: &str) -> Option<&'static str> {
    match beginning(written).to_lowercase().as_str() {
        "true" | "yes" | "y" | "on" | "1" | "sim" | "s" | "verdadeiro" => Some("true"),
        "false" | "no" | "n" | "off" | "0" | "não" | "nao" | "falso" => Some("false"),
        _ => None,
    }
}

/// A day.
pub(crate) fn date(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<NaiveDate> {
    let scalar = scalar(node, diagnostics)?;
    let date = parse_day(scalar.text);
    if date.is_none() {
        diagnostics.push(not_a_date(node.place(), scalar.text));
    }
    date
}

/// Something else where a day belongs, with the day it looks like.
pub(crate) fn not_a_date(place: Place, written: &str) -> Diagnostic {
    let problem = Diagnostic::error(Code::NotADate, place)
        .with("written", written)
        .with("why", "form");
    match likely_date(written) {
        Some(likely) => problem.with("likely", likely).help("help-likely"),
        None => {
            beyond_month(problem, beginning(written)).unwrap_or_else(|problem| problem.help("help"))
        }
    }
}

/// The day that something else was meant as: `30/09/2026`, `30.9.2026` and `2026/9/30` as `2026-09-30`.
#[must_use]
pub fn likely_date(written: &str) -> Option<String> {
    let parts: Vec<&str> = beginning(written).split(['/', '.', '-']).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let (year, month, day) = if first.len() == 4 {
        (first, second, third)
    } else {
        (third, second, first)
    };
    let likely = format!("{year:0>4}-{month:0>2}-{day:0>2}");
    parse_day(&likely).is_some().then_some(likely)
}

/// A day that has come: not after `latest`.
pub(crate) fn past_date(
    node: Node<'_>,
    latest: NaiveDate,
    diagnostics: &mut Diagnostics,
) -> Option<NaiveDate> {
    let date = date(node, diagnostics)?;
    if date > latest {
        diagnostics.push(future_date(node.place(), date, latest));
        return None;
    }
    Some(date)
}

/// A day that has not come; in a distant year two digits have often changed places.
pub(crate) fn future_date(place: Place, date: NaiveDate, latest: NaiveDate) -> Diagnostic {
    let problem = Diagnostic::error(Code::FutureDate, place).with("date", date);
    let year = date.year();
    let swapped = year / 100 * 100 + year % 10 * 10 + year / 10 % 10;
    match date.with_year(swapped) {
        Some(likely) if likely <= latest && latest.year() - swapped < 10 => {
            problem.with("year", swapped).help("help-year")
        }
        _ => problem.help("help"),
    }
}

/// A period.
pub(crate) fn period(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Period> {
    let scalar = scalar(node, diagnostics)?;
    let period = Period::parse(scalar.text);
    if period.is_none() {
        diagnostics.push(not_a_period(node.place(), scalar.text));
    }
    period
}

/// Something else where a period belongs.
pub(crate) fn not_a_period(place: Place, written: &str) -> Diagnostic {
    let problem = Diagnostic::error(Code::NotAPeriod, place).with("written", written);
    let written = beginning(written);
    match likely_period(written).or_else(|| likely_date(written)) {
        Some(likely) => problem.with("likely", likely).help("help-likely"),
        None => {
            beyond_month(problem, beginning(written)).unwrap_or_else(|problem| problem.help("help"))
        }
    }
}

/// `Q3 2026`, `2026Q3`, `3T2026` and `09/2026` were meant as `2026-Q3` and `2026-09`.
fn likely_period(written: &str) -> Option<String> {
    let upper = written.to_uppercase().replace('T', "Q");
    let year_at = (0..upper.len().saturating_sub(3)).find(|at| {
        upper.get(*at..at + 4).is_some_and(|part| {
            part.starts_with("20") && part.bytes().all(|byte| byte.is_ascii_digit())
        })
    })?;
    let year = &upper[year_at..year_at + 4];
    let rest: String = format!("{}{}", &upper[..year_at], &upper[year_at + 4..])
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let letters: String = rest.chars().filter(char::is_ascii_alphabetic).collect();
    let likely = match letters.as_str() {
        "" => format!("{year}-{digits:0>2}"),
        "W" => format!("{year}-W{digits:0>2}"),
        letters => format!("{year}-{letters}{digits}"),
    };
    (likely != written && Period::parse(&likely).is_some()).then_some(likely)
}

/// A length of time.
pub(crate) fn length(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Length> {
    let scalar = scalar(node, diagnostics)?;
    let length = Length::parse(scalar.text);
    if length.is_none() {
        diagnostics.push(
            Diagnostic::error(Code::NotAPeriod, node.place())
                .with("written", scalar.text)
                .help("help-length"),
        );
    }
    length
}

/// The part of a plain scalar from byte `from` to byte `to`; all of one whose text is not as written.
pub(crate) fn part(node: Node<'_>, from: usize, to: usize) -> Place {
    let mut place = node.place();
    let length = node.scalar().map_or(0, |scalar| scalar.text.len());
    if (place.end - place.start) as usize == length {
        let bounded = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        place.end = place.start + bounded(to);
        place.start += bounded(from);
    }
    place
}

/// One of the words that a key takes.
pub(crate) fn word<T: Clone>(
    node: Node<'_>,
    words: &[(&'static str, T)],
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    let scalar = scalar(node, diagnostics)?;
    let found = words.iter().find(|(word, _)| *word == scalar.text);
    if found.is_none() {
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        diagnostics.push(unknown_name(
            Diagnostic::error(Code::UnknownWord, node.place()).with("written", scalar.text),
            scalar.text,
            &names,
        ));
    }
    found.map(|(_, value)| value.clone())
}

/// Adds to a diagnostic on an unknown name the nearest known one, or all of them.
pub(crate) fn unknown_name(problem: Diagnostic, written: &str, known: &[&str]) -> Diagnostic {
    match nearest(written, known.iter().copied()) {
        Some(near) => problem.with("near", near).help("help-near"),
        None if known.is_empty() => problem.help("help-none"),
        None => listed(problem, known, "help-known"),
    }
}

/// As [`unknown_name`], of things that people may call by their titles.
pub(crate) fn unknown_titled(
    problem: Diagnostic,
    written: &str,
    known: &[(&str, &Text)],
) -> Diagnostic {
    let near = meant(written, known.iter().copied());
    match near.is_empty() {
        // The sentence puts marks around the whole: each name has its own.
        false => problem.with("near", near.join("`, `")).help("help-near"),
        true => {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            unknown_name(problem, written, &names)
        }
    }
}

/// Adds to a diagnostic on an unknown choice those that may be meant, and all, each with its title where that says
/// more.
pub(crate) fn unknown_choice(
    problem: Diagnostic,
    written: &str,
    known: &[(&str, &Text)],
) -> Diagnostic {
    let near = meant(written, known.iter().copied());
    let problem = match near.is_empty() {
        false => problem.with("near", near.join("`, `")).help("help-near"),
        true if is_not_applicable(written) => problem.help("help-not-applicable"),
        true => problem.help("help-known"),
    };
    let [in_portuguese, in_english] = Language::ALL.map(|language| {
        let titled = known.iter().map(|(name, title)| {
            let title = title.in_language(language);
            match plain_words(title) == *name {
                true => (*name).to_owned(),
                false => format!("{name} ({title})"),
            }
        });
        list(titled.collect())
    });
    problem
        .with("known", in_english)
        .with(KNOWN_IN_PORTUGUESE, in_portuguese)
}

/// Whether somebody says that a question does not apply, as people write it in a hurry.
fn is_not_applicable(written: &str) -> bool {
    let letters: String = beginning(written)
        .to_lowercase()
        .chars()
        .map(without_accent)
        .filter(char::is_ascii_alphanumeric)
        .collect();
    matches!(
        letters.as_str(),
        "na" | "notapplicable" | "naoseaplica" | "naoaplicavel" | "inaplicavel"
    )
}

/// Adds to a diagnostic the names that would have been right, as many as are read with patience.
pub(crate) fn listed(problem: Diagnostic, known: &[&str], help: &'static str) -> Diagnostic {
    let known = known.iter().map(|name| (*name).to_owned()).collect();
    problem.with("known", list(known)).help(help)
}

fn list(mut names: Vec<String>) -> String {
    const MOST_LISTED: usize = 12;
    if names.len() > MOST_LISTED {
        names.truncate(MOST_LISTED);
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// Checks `regua: 1`.
pub(crate) fn format_version(fields: &mut Fields<'_>, diagnostics: &mut Diagnostics) {
    let Some(node) = fields.require("regua", diagnostics) else {
        return;
    };
    let Some(scalar) = scalar(node, diagnostics) else {
        return;
    };
    if scalar.text != "1" {
        let newer = scalar.text.parse().is_ok_and(|version: u32| version > 1);
        diagnostics.push(
            Diagnostic::error(Code::FormatVersion, node.place())
                .with("written", scalar.text)
                .help(if newer { "help-newer" } else { "help" }),
        );
    }
}
