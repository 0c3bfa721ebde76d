//! Values as exports write them: `1.830,5`, `1,830.5`, `82,5 %`, `R$ 1.200`, `18:30:00`, `90 min`.
//!
//! Which sign stands before decimals is settled by a column as a whole: `1.234` alone is one thousand and more or one
//! and a bit, and a silent factor of a thousand is the worst mistake a reading can hold.

use std::collections::BTreeMap;

use super::cells::Cell;
use super::columns::{Asked, Header};
use super::{Raw, Role};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Exact, FileIndex, NotAValue, Place, Unit, UnitKind, WorkingDay};

/// The sign before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalSign {
    /// `1.830,5`
    Comma,
    /// `1,830.5`
    Point,
}

impl DecimalSign {
    /// Whether the other sign, which then parts thousands, is that of a number with one.
    fn groups(self, number: &str) -> bool {
        match self {
            DecimalSign::Comma => number.contains('.'),
            DecimalSign::Point => number.contains(','),
        }
    }
}

/// Whether one of our columns holds numbers.
pub(super) fn is_number(name: &str) -> bool {
    matches!(name, "value" | "numerator" | "denominator" | "n")
}

/// The text of each value as it is written in our files: a decimal point, no groups, a unit where it carries one.
/// `None` after noting why.
pub(super) fn texts(
    file: FileIndex,
    raw: &[Raw<'_>],
    (header, asked, beyond): (&Header, &Asked<'_>, Option<DecimalSign>),
    diagnostics: &mut Diagnostics,
) -> Vec<Option<String>> {
    let mut columns: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, value) in raw.iter().enumerate() {
        // Months that stand beside each other are one column of values.
        let is_period = matches!(header.columns[value.column].role, Role::Period(_));
        let column = if is_period { usize::MAX } else { value.column };
        columns.entry(column).or_default().push(index);
    }
    let mut texts: Vec<Option<String>> = vec![None; raw.len()];
    // One program writes all columns of a file alike: what one leaves open, the others settle.
    let elsewhere = sign_of_all(raw);
    for indexes in columns.into_values() {
        let mut column = ColumnReader {
            file,
            sign: asked.decimal,
            elsewhere,
            beyond,
            working_day: asked.working_day,
            settled_at: None,
            is_told: false,
            diagnostics,
        };
        column.settle(indexes.iter().map(|index| &raw[*index]));
        for index in &indexes {
            let value = &raw[*index];
            let unit = header.columns[value.column].unit.as_deref();
            let own = (value.name == "value").then(|| &asked.kpis[value.kpi].unit);
            texts[*index] = column.text(value, own, unit);
        }
        note_fractions(
            file,
            &indexes,
            raw,
            &mut texts,
            (header, asked),
            diagnostics,
        );
    }
    texts
}

/// The sign that every number agrees on which settles one.
fn sign_of_all(raw: &[Raw<'_>]) -> Option<DecimalSign> {
    agreed(raw.iter().filter_map(|value| {
        let parts = Parts::of(&value.cell.text)?;
        form(&parts.number).sign()
    }))
}

/// The sign that a cell settles which holds a number or a percentage and nothing else.
pub(super) fn sign_of_plain(cell: &Cell) -> Option<DecimalSign> {
    let parts = Parts::of(&cell.text)?;
    let is_plain = matches!(parts.unit.as_str(), "" | "%");
    form(&parts.number).sign().filter(|_| is_plain)
}

/// The only sign of several.
pub(super) fn agreed(mut signs: impl Iterator<Item = DecimalSign>) -> Option<DecimalSign> {
    let first = signs.next()?;
    signs.all(|sign| sign == first).then_some(first)
}

/// The numbers of one column.
struct ColumnReader<'d> {
    file: FileIndex,
    sign: Option<DecimalSign>,
    /// That of the other columns, where they agree.
    elsewhere: Option<DecimalSign>,
    /// That of columns nothing is taken from: it may part thousands, and is not trusted with decimals.
    beyond: Option<DecimalSign>,
    working_day: Option<&'d WorkingDay>,
    /// The cell that settles the sign.
    settled_at: Option<Place>,
    /// Whether it has been said that nothing settles it.
    is_told: bool,
    diagnostics: &'d mut Diagnostics,
}

impl ColumnReader<'_> {
    fn settle<'v>(&mut self, values: impl Iterator<Item = &'v Raw<'v>>) {
        if self.sign.is_some() {
            return;
        }
        for value in values {
            if let Some(sign) =
                Parts::of(&value.cell.text).and_then(|parts| form(&parts.number).sign())
            {
                self.sign = Some(sign);
                self.settled_at = Some(value.cell.place(self.file));
                return;
            }
        }
    }

    fn text(
        &mut self,
        value: &Raw<'_>,
        own: Option<&Unit>,
        header: Option<&str>,
    ) -> Option<String> {
        let (written, place) = (&value.cell.text, value.cell.place(self.file));
        if let (Some(clock), Some(true)) = (clock(written), own.map(is_duration)) {
            return Some(clock);
        }
        let Some(parts) = Parts::of(written) else {
            self.diagnostics
                .push(not_a_number(place, written).help("help-foreign"));
            return None;
        };
        let number = self.number(&parts.number, written, place)?;
        let number = match own.is_some_and(|own| own.kind == UnitKind::Currency) {
            true => number,
            false => plainly_decimal(number),
        };
        let unit = match parts.unit.as_str() {
            "" => header
                .and_then(|header| unit_of_header(header, own))
                .unwrap_or_default(),
            unit => usual(unit),
        };
        let sign = if parts.is_negative { "-" } else { "" };
        let text = match is_money(&unit) {
            true => format!("{unit} {sign}{number}"),
            false => format!("{sign}{number}{unit}"),
        };
        let refused = own.and_then(|own| Some((own, own.read(&text, self.working_day).err()?)));
        let Some((own, refused)) = refused else {
            return Some(text);
        };
        self.diagnostics.push(match refused {
            NotAValue::NotANumber => not_a_number(place, written).help("help-foreign"),
            NotAValue::WrongUnit(found) => Diagnostic::error(Code::WrongUnit, place)
                .with("written", written)
                .with("found", found)
                .with("unit", &own.text)
                .help("help"),
            // What can be read in two ways is told when the row is read as one of ours.
            NotAValue::NoWorkingDay | NotAValue::OtherPeriod { .. } | NotAValue::WhichDollar(_) => {
                return Some(text);
            }
        });
        None
    }

    /// Digits and at most one point.
    fn number(&mut self, number: &str, written: &str, place: Place) -> Option<String> {
        let form = form(number);
        let sign = match (form, self.sign.or(self.elsewhere)) {
            (Form::Plain, _) => DecimalSign::Point,
            (Form::Broken, _) => {
                let problem = not_a_number(place, written).help("help-foreign");
                self.diagnostics.push(problem);
                return None;
            }
            (Form::Either, None) if self.beyond.is_some_and(|sign| sign.groups(number)) => {
                self.beyond.unwrap_or(DecimalSign::Point)
            }
            (Form::Either, None) => {
                self.note_either(number, written, place);
                return None;
            }
            (Form::Either, Some(sign)) => sign,
            (Form::Settled(own), Some(sign)) if own != sign => {
                let problem = not_a_number(place, written).help("help-mixed");
                let first = self.settled_at.filter(|first| *first != place);
                self.diagnostics.push(match first {
                    Some(first) => problem.related(first, "other-sign"),
                    None => problem,
                });
                return None;
            }
            (Form::Settled(own), _) => own,
        };
        let plain = match sign {
            DecimalSign::Point => number.replace(',', ""),
            DecimalSign::Comma => number.replace('.', "").replace(',', "."),
        };
        let plain = plain.trim_start_matches('0');
        Some(match plain.chars().next() {
            Some('0'..='9') => plain.to_owned(),
            _ => format!("0{plain}"),
        })
    }

    /// Told once for a column.
    fn note_either(&mut self, number: &str, written: &str, place: Place) {
        if self.is_told {
            return;
        }
        self.is_told = true;
        let plain: String = number.chars().filter(char::is_ascii_digit).collect();
        let problem = not_a_number(place, written).with("plain", plain);
        let decimal = number.replace(',', ".");
        self.diagnostics
            .push(problem.with("decimal", decimal).help("help-decimal"));
    }
}

fn not_a_number(place: Place, written: &str) -> Diagnostic {
    let problem = Diagnostic::error(Code::NotANumber, place);
    problem.with("written", written).with("why", "form")
}

/// A value taken apart.
struct Parts {
    is_negative: bool,
    /// Digits, commas and points: blanks and apostrophes between thousands are gone.
    number: String,
    /// What stands behind, or the sign of a currency in front.
    unit: String,
}

impl Parts {
    fn of(written: &str) -> Option<Parts> {
        let text: String = written
            .chars()
            .map(|letter| match letter {
                '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
                '\u{2212}' => '-',
                letter => letter,
            })
            .collect();
        let begin = text.find(|letter: char| letter.is_ascii_digit())?;
        let (mut before, rest) = text.split_at(begin);
        // `,5` and `.5` are a half.
        let mut number = String::new();
        if let Some(shorter) = before.strip_suffix([',', '.']) {
            number.push_str(&before[shorter.len()..]);
            before = shorter;
        }
        let is_negative = before.contains('-');
        let before = before.replace(['-', '+'], "");
        let mut end = 0;
        for (at, letter) in rest.char_indices() {
            let is_group_sign = matches!(letter, ' ' | '\'' | '’')
                && followed_by_group(&rest[at + letter.len_utf8()..]);
            if letter.is_ascii_digit() || matches!(letter, ',' | '.') {
                number.push(letter);
            } else if !is_group_sign {
                break;
            }
            end = at + letter.len_utf8();
        }
        let (before, after) = (before.trim(), rest[end..].trim());
        if !before.is_empty() && !after.is_empty() {
            return None;
        }
        let unit = if before.is_empty() { after } else { before };
        Some(Parts {
            is_negative,
            number,
            unit: unit.to_owned(),
        })
    }
}

/// Whether three digits follow, and then no fourth.
fn followed_by_group(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3
}

/// What the signs of a number tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// No sign at all.
    Plain,
    /// Only one sign can be that of the decimals.
    Settled(DecimalSign),
    /// `1.234` or `1,234`
    Either,
    /// No way of writing a number.
    Broken,
}

impl Form {
    fn sign(self) -> Option<DecimalSign> {
        match self {
            Form::Settled(sign) => Some(sign),
            Form::Plain | Form::Either | Form::Broken => None,
        }
    }
}

fn form(number: &str) -> Form {
    let (commas, points) = (number.matches(',').count(), number.matches('.').count());
    match (commas, points) {
        (0, 0) => Form::Plain,
        (1, 0) => alone(number, ',', DecimalSign::Comma),
        (0, 1) => alone(number, '.', DecimalSign::Point),
        (_, 0) if is_grouped(number, ',') => Form::Settled(DecimalSign::Point),
        (0, _) if is_grouped(number, '.') => Form::Settled(DecimalSign::Comma),
        (1, _) => both(number, '.', ',', DecimalSign::Comma),
        (_, 1) => both(number, ',', '.', DecimalSign::Point),
        _ => Form::Broken,
    }
}

/// Of one sign alone: three digits behind one to three others may be a group.
fn alone(number: &str, sign: char, decimal: DecimalSign) -> Form {
    let Some((whole, rest)) = number.split_once(sign) else {
        return Form::Broken;
    };
    if rest.is_empty() {
        return Form::Broken;
    }
    let may_be_group = rest.len() == 3 && matches!(whole.len(), 1..=3) && !whole.starts_with('0');
    match may_be_group {
        true => Form::Either,
        false => Form::Settled(decimal),
    }
}

/// Of both signs: the one that comes last and once is that of the decimals.
fn both(number: &str, group: char, decimal_sign: char, decimal: DecimalSign) -> Form {
    let Some((whole, rest)) = number.split_once(decimal_sign) else {
        return Form::Broken;
    };
    let is_right = !rest.is_empty() && !rest.contains(group) && is_grouped(whole, group);
    match is_right {
        true => Form::Settled(decimal),
        false => match (number.matches(group).count(), number.split_once(group)) {
            // `1,234.5` has one of each, and the point comes last.
            (1, Some((whole, rest))) if is_grouped(whole, decimal_sign) && !rest.is_empty() => {
                Form::Settled(match decimal {
                    DecimalSign::Comma => DecimalSign::Point,
                    DecimalSign::Point => DecimalSign::Comma,
                })
            }
            _ => Form::Broken,
        },
    }
}

/// `1.234.567`: groups of three behind one to three digits.
fn is_grouped(number: &str, sign: char) -> bool {
    let mut groups = number.split(sign);
    let first = groups
        .next()
        .is_some_and(|first| matches!(first.len(), 1..=3));
    let others: Vec<&str> = groups.collect();
    first && !others.is_empty() && others.iter().all(|group| group.len() == 3)
}

/// `1.204` as `1.2040` and `1.200` as `1.2`: once it is settled that these are decimals, whoever reads the file is to
/// see it.
fn plainly_decimal(number: String) -> String {
    match number.split_once('.') {
        Some((whole, decimals)) if decimals.len() == 3 && whole.len() <= 3 && whole != "0" => {
            match decimals.trim_end_matches('0') {
                "" => whole.to_owned(),
                fewer if fewer.len() < 3 => format!("{whole}.{fewer}"),
                all => format!("{whole}.{all}0"),
            }
        }
        _ => number,
    }
}

fn is_duration(unit: &Unit) -> bool {
    matches!(unit.kind, UnitKind::Duration(_))
}

fn is_money(unit: &str) -> bool {
    Unit::parse(unit).kind == UnitKind::Currency
}

/// `18:30` and `18:30:00` are hours, minutes and seconds: `18h 30min`.
fn clock(written: &str) -> Option<String> {
    let parts: Vec<&str> = written.trim().split(':').collect();
    let is_number =
        |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return None;
    }
    let (hours, minutes, seconds) = match parts.as_slice() {
        [hours, minutes] => (*hours, *minutes, "00"),
        [hours, minutes, seconds] => (*hours, *minutes, *seconds),
        _ => return None,
    };
    let below_sixty = |part: &str| part.len() == 2 && part < "60";
    if !below_sixty(minutes) || !below_sixty(seconds) {
        return None;
    }
    let mut text: Vec<String> = Vec::new();
    for (part, unit) in [(hours, "h"), (minutes, "min"), (seconds, "s")] {
        let part = part.trim_start_matches('0');
        if !part.is_empty() {
            text.push(format!("{part}{unit}"));
        }
    }
    Some(match text.is_empty() {
        true => "0h".to_owned(),
        false => text.join(" "),
    })
}

/// The unit in brackets of a header, where it is one that the KPI's values can be in.
fn unit_of_header(header: &str, own: Option<&Unit>) -> Option<String> {
    let unit = usual(header);
    let found = Unit::parse(&unit);
    let is_of_a_kind = matches!(
        found.kind,
        UnitKind::Percent | UnitKind::Duration(_) | UnitKind::Currency
    );
    (own.is_some() && is_of_a_kind).then_some(unit)
}

/// Units as exports write them, by the names that are read.
fn usual(unit: &str) -> String {
    let unit = unit.trim();
    match unit.to_lowercase().trim_end_matches('.') {
        "hr" | "hrs" | "hour" | "hours" | "hora" | "horas" => "h",
        "mins" | "minute" | "minutes" | "minuto" | "minutos" => "min",
        "secs" | "seconds" | "segundos" => "s",
        "percent" | "por cento" => "%",
        _ => unit,
    }
    .to_owned()
}

/// Notes a column of percentages in which every bare number lies from 0 to 1: it may hold shares.
fn note_fractions(
    file: FileIndex,
    indexes: &[usize],
    raw: &[Raw<'_>],
    texts: &mut [Option<String>],
    (header, asked): (&Header, &Asked<'_>),
    diagnostics: &mut Diagnostics,
) {
    let mut by_kpi: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in indexes {
        let value = &raw[*index];
        let says_percent = header.columns[value.column].unit.as_deref() == Some("%");
        let is_percent = asked.kpis[value.kpi].unit.is_percent();
        if value.name == "value" && is_percent && !says_percent {
            by_kpi.entry(value.kpi).or_default().push(*index);
        }
    }
    for indexes in by_kpi.into_values() {
        let number = |index: &usize| texts[*index].as_deref().and_then(Exact::parse);
        let are_shares = indexes.iter().all(|index| {
            number(index).is_some_and(|number| !number.is_negative() && number <= Exact::ONE)
        });
        let first = indexes
            .iter()
            .find(|index| number(index).is_some_and(|number| !number.is_whole()));
        if let (true, Some(first)) = (are_shares, first) {
            let value = &raw[*first];
            let percent = number(first).map(|number| number * Exact::from(100u32));
            let problem = not_a_number(value.cell.place(file), &value.cell.text);
            let problem = problem.with("percent", percent.unwrap_or(Exact::ZERO).rounded_short(4));
            diagnostics.push(problem.help("help-share"));
            for index in indexes {
                texts[index] = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_tell_what_they_can() {
        #[track_caller]
        fn case(number: &str, expected: Form) {
            assert_eq!(form(number), expected, "{number}");
        }
        let (comma, point) = (
            Form::Settled(DecimalSign::Comma),
            Form::Settled(DecimalSign::Point),
        );
        case("1830", Form::Plain);
        case("82,5", comma);
        case("82.50", point);
        case("1.830,5", comma);
        case("1,830.5", point);
        case("1.234.567", comma);
        case("1,234,567", point);
        case("0,125", comma); // no thousand begins with a zero
        case("1234.567", point);
        case("1.234", Form::Either);
        case("1,234", Form::Either);
        case("1.23.4", Form::Broken);
        case("12,", Form::Broken);
        case("1.234,567,8", Form::Broken);
    }

    #[test]
    fn a_value_falls_into_number_and_unit() {
        #[track_caller]
        fn case(written: &str, number: &str, unit: &str) {
            let parts = Parts::of(written).expect("a value");
            assert_eq!((parts.number.as_str(), parts.unit.as_str()), (number, unit));
        }
        case("82,5 %", "82,5", "%");
        case("R$\u{a0}1.200,50", "1.200,50", "R$");
        case("1 234 567", "1234567", "");
        case("1'234 min", "1234", "min");
        case("18h 30min", "18", "h 30min");
        case(",5", ",5", "");
        assert!(Parts::of("about 5 h").is_none());
        assert!(Parts::of("\u{2212}5").expect("a value").is_negative);
    }

    #[test]
    fn clocks_are_hours_and_minutes() {
        #[track_caller]
        fn case(written: &str, expected: Option<&str>) {
            assert_eq!(clock(written).as_deref(), expected, "{written}");
        }
        case("18:30:00", Some("18h 30min"));
        case("00:05:09", Some("5min 9s"));
        case("126:00", Some("126h"));
        case("0:00", Some("0h"));
        case("18:61", None);
        case("18:3", None);
        case("1:2:3:4", None);
    }
}
