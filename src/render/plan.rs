//! A cycle's plan as the YAML that people go on writing in.

use std::fmt::Write;

use crate::locale::Locale;
use crate::model::{
    Accepted, Ambition, Baseline, Cycle, DateRange, Exact, Keep, KeyResult, KeyResultKind,
    Language, Milestone, Objective, Period, Target, Unit, UnitKind, ValueSource, WayToGo,
    Workspace,
};

/// The plan as YAML, its texts in one language. Amendments are left out: a plan begins without.
///
/// What is said by default is left unsaid: a weight of 1, a committed objective, what is due with the cycle.
#[must_use]
pub fn yaml(workspace: &Workspace, cycle: &Cycle, language: Language) -> String {
    let writer = Writer {
        workspace,
        cycle,
        language,
    };
    let mut text = format!("regua: 1\ncycle: {}\n", scalar(&cycle.id));
    if !cycle.accepts.is_empty() {
        let names: Vec<&str> = cycle
            .accepts
            .iter()
            .map(|own| own.advice.as_str())
            .collect();
        let _ = writeln!(text, "accepts: [{}]", names.join(", "));
    }
    text.push_str("objectives:\n");
    for objective in &cycle.objectives {
        text.push_str(&writer.objective(objective));
    }
    text
}

/// A plan that is only begun with another's objectives in the place of its `objectives: []`; everything else that stands
/// there stays. `None` where there is no such line.
#[must_use]
pub fn filled(begun: &str, plan: &str) -> Option<String> {
    const KEY: &str = "objectives:";
    let is_empty = |line: &str| {
        let rest = line.strip_prefix(KEY)?;
        let value = rest.split(" #").next().unwrap_or_default().trim();
        matches!(value, "" | "[]" | "[ ]" | "null" | "~").then_some(())
    };
    let own_keys = ["regua:", "cycle:"];
    let is_own = |line: &&str| own_keys.iter().any(|key| line.starts_with(key));
    let added = plan.lines().filter(|line| !is_own(line));
    let added: Vec<&str> = added.collect();
    let mut text = String::new();
    let mut is_filled = false;
    for line in begun.split_inclusive('\n') {
        if is_filled || is_empty(line).is_none() {
            text.push_str(line);
            continue;
        }
        let end = if line.ends_with("\r\n") { "\r\n" } else { "\n" };
        for line in &added {
            text.push_str(line);
            text.push_str(end);
        }
        is_filled = true;
    }
    is_filled.then_some(text)
}

struct Writer<'w> {
    workspace: &'w Workspace,
    cycle: &'w Cycle,
    language: Language,
}

/// The entries of a mapping that is an item of a list, one a line.
struct Item {
    text: String,
    indent: usize,
}

impl Item {
    fn new(indent: usize) -> Item {
        Item {
            text: String::new(),
            indent,
        }
    }

    /// An entry whose value needs no quotes or has them.
    fn raw(&mut self, key: &str, value: &str) {
        let mark = if self.text.is_empty() { "- " } else { "  " };
        let indent = " ".repeat(self.indent);
        let space = if value.is_empty() { "" } else { " " };
        let _ = writeln!(self.text, "{indent}{mark}{key}:{space}{value}");
    }

    fn scalar(&mut self, key: &str, value: &str) {
        self.raw(key, &scalar(value));
    }

    fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.scalar(key, value);
        }
    }

    fn accepts(&mut self, accepted: &[Accepted]) {
        let names: Vec<&str> = accepted.iter().map(|own| own.advice.as_str()).collect();
        if !names.is_empty() {
            self.raw("accepts", &format!("[{}]", names.join(", ")));
        }
    }

    fn weight(&mut self, weight: &Exact) {
        if *weight != Exact::ONE {
            self.scalar("weight", &weight.to_string());
        }
    }
}

impl Writer<'_> {
    fn objective(&self, objective: &Objective) -> String {
        let mut item = Item::new(2);
        item.scalar("id", objective.id.as_str());
        item.scalar("title", objective.title.in_language(self.language));
        item.optional(
            "from",
            objective.from.as_ref().map(|from| from.name.as_str()),
        );
        item.optional("owner", objective.owner.as_deref());
        if objective.ambition != Ambition::Committed {
            item.scalar("ambition", objective.ambition.as_str());
        }
        item.weight(&objective.weight);
        if let Some(improved) = objective.improves {
            item.scalar("improves", &improved.name(&self.workspace.rubrics));
        }
        if !objective.supports.is_empty() {
            let names: Vec<String> = objective.supports.iter().map(|name| scalar(name)).collect();
            item.raw("supports", &format!("[{}]", names.join(", ")));
        }
        item.accepts(&objective.accepts);
        if objective.key_results.is_empty() {
            return item.text;
        }
        item.raw("key_results", "");
        for key_result in &objective.key_results {
            item.text.push_str(&self.key_result(key_result));
        }
        item.text
    }

    fn key_result(&self, key_result: &KeyResult) -> String {
        let mut item = Item::new(6);
        item.scalar("id", key_result.id.as_str());
        item.scalar("title", key_result.title.in_language(self.language));
        let deliverable = key_result.deliverable.as_ref();
        item.optional(
            "deliverable",
            deliverable.map(|text| text.in_language(self.language)),
        );
        let from = key_result.from.as_ref();
        item.optional("from", from.map(|from| from.name.as_str()));
        item.optional("owner", key_result.owner.as_deref());
        item.weight(&key_result.weight);
        let unit = &key_result.unit;
        match key_result.source {
            ValueSource::Kpi(kpi) => item.scalar("kpi", self.workspace.kpis[kpi].id.as_str()),
            ValueSource::Score(of) => item.scalar("score", &of.name(&self.workspace.rubrics)),
            ValueSource::ServiceLevel(of) => {
                item.scalar(
                    "service_level",
                    self.workspace.service_levels[of].id.as_str(),
                );
            }
            ValueSource::CheckIns if has_unit(&key_result.kind) && unit.text != "count" => {
                item.scalar("unit", &unit.text);
            }
            ValueSource::CheckIns => {}
        }
        let source_note = key_result.source_note.as_ref();
        item.optional(
            "source",
            source_note.map(|text| text.in_language(self.language)),
        );
        kind(&mut item, &key_result.kind, unit, self.language);
        if !key_result.plan.is_empty() {
            let steps = key_result.plan.iter().map(|step| {
                let value = scalar(&quantity(&step.value, unit));
                format!("{{by: {}, value: {value}}}", step.by)
            });
            let steps: Vec<String> = steps.collect();
            item.raw("plan", &format!("[{}]", steps.join(", ")));
        }
        if let KeyResultKind::Milestones(milestones) = &key_result.kind {
            item.raw("milestones", "");
            for milestone in milestones {
                let step = self.milestone(milestone, key_result);
                item.text.push_str(&step);
            }
        }
        if key_result.due != self.cycle.days.last {
            item.raw("due", &key_result.due.to_string());
        }
        item.accepts(&key_result.accepts);
        item.text
    }

    fn milestone(&self, milestone: &Milestone, key_result: &KeyResult) -> String {
        let mut item = Item::new(10);
        item.scalar("id", milestone.id.as_str());
        item.scalar("title", milestone.title.in_language(self.language));
        item.weight(&milestone.weight);
        if milestone.due != key_result.due {
            item.raw("due", &milestone.due.to_string());
        }
        item.text
    }
}

fn has_unit(kind: &KeyResultKind) -> bool {
    !matches!(kind, KeyResultKind::Milestones(_) | KeyResultKind::Done)
}

fn kind(item: &mut Item, kind: &KeyResultKind, unit: &Unit, language: Language) {
    match kind {
        KeyResultKind::FromTo {
            direction,
            baseline,
            target,
        } => {
            match direction {
                Some(WayToGo::Increase) => item.scalar("kind", "increase"),
                Some(WayToGo::Decrease) => item.scalar("kind", "decrease"),
                None => {}
            }
            match baseline {
                Baseline::Value(value) => item.raw("baseline", &explained(value, unit, language)),
                Baseline::At(days) => item.raw("baseline", &reading_of(*days)),
                Baseline::FirstReading => {}
            }
            match target {
                Target::Value(value) => item.raw("target", &explained(value, unit, language)),
                _ => item.scalar("target", &target_text(target, unit)),
            }
        }
        KeyResultKind::Keep(keep) => {
            item.scalar("kind", "keep");
            match keep {
                Keep::AtLeast(least) => item.scalar("at_least", &quantity(least, unit)),
                Keep::AtMost(most) => item.scalar("at_most", &quantity(most, unit)),
                Keep::Between(least, most) => {
                    let ends = [least, most].map(|end| scalar(&quantity(end, unit)));
                    item.raw("between", &format!("[{}]", ends.join(", ")));
                }
            }
        }
        KeyResultKind::Milestones(_) => item.scalar("kind", "milestones"),
        KeyResultKind::Done => item.scalar("kind", "done"),
        KeyResultKind::EstablishBaseline => item.scalar("kind", "establish_baseline"),
    }
}

fn target_text(target: &Target, unit: &Unit) -> String {
    let signed = |number: Exact, suffix: &str| {
        let sign = if number.is_negative() { "" } else { "+" };
        format!("{sign}{number}{suffix}")
    };
    match target {
        Target::Value(value) => quantity(value, unit),
        Target::Relative(share) => signed(share * &Exact::from(100u32), "%"),
        Target::Points(points) => signed(points.clone(), "pp"),
        Target::Times(times) => format!("x{times}"),
    }
}

/// A value as it is read again; a fraction with how people write it beside, as a comment.
fn explained(value: &Exact, unit: &Unit, language: Language) -> String {
    let written = scalar(&quantity(value, unit));
    if !value.to_string().contains('/') {
        return written;
    }
    let shown = Locale::new(language).quantity(value, unit);
    format!("{written}   # {shown}")
}

/// The reading of some days, by the shortest name that they have.
fn reading_of(days: DateRange) -> String {
    if days.first == days.last {
        return format!("{{date: {}}}", days.last);
    }
    match Period::of(days) {
        Some(period) => format!("{{period: {period}}}"),
        None => format!("{{date: {}}}", days.last),
    }
}

/// A value as it is read again: with its unit where that is short, bare where the unit is declared beside it.
#[must_use]
pub fn quantity(value: &Exact, unit: &Unit) -> String {
    match &unit.kind {
        UnitKind::Percent
        | UnitKind::Duration(_)
        | UnitKind::WorkingDays
        // Three decimals of money alone would be taken for thousands.
        | UnitKind::Currency => unit.written(&value.to_string()),
        UnitKind::Rate(_) if unit.text.starts_with('/') => unit.written(&value.to_string()),
        UnitKind::Rate(_) | UnitKind::Count => value.to_string(),
    }
}

/// A text as a YAML scalar, in quotes where it would otherwise be read as something else.
fn scalar(text: &str) -> String {
    let is_marked = text.starts_with(|first: char| !first.is_alphanumeric() && first != '+')
        && !is_number(text);
    let holds_marks = [": ", " #", "\n", "\t", "\"", "'", ", ", "[", "]", "{", "}"]
        .iter()
        .any(|mark| text.contains(mark));
    let is_word = matches!(
        text.to_ascii_lowercase().as_str(),
        "" | "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n"
    );
    let ends_badly = text.ends_with([':', ' ']) || text.chars().any(char::is_control);
    let is_plain = !is_marked && !holds_marks && !is_word && !ends_badly;
    if is_plain {
        return text.to_owned();
    }
    quoted(text)
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => {
                let _ = write!(quoted, "\\x{:02X}", u32::from(control));
            }
            plain => quoted.push(plain),
        }
    }
    quoted.push('"');
    quoted
}

/// A text as a scalar within a mapping on one line, where a comma would end it.
#[must_use]
pub fn flow_scalar(text: &str) -> String {
    match text.contains(',') {
        true => quoted(text),
        false => scalar(text),
    }
}

/// Whether a sign begins a number: `-20%`, not `- a step`.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or_default();
    digits.starts_with(|first: char| first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_is_only_begun_is_filled_and_keeps_the_rest() {
        let plan = "# A draft.\nregua: 1\ncycle: 2026-Q4\nobjectives:\n  - id: a\n    title: A\n";
        #[track_caller]
        fn case(begun: &str, plan: &str, expected: Option<&str>) {
            assert_eq!(filled(begun, plan).as_deref(), expected);
        }
        case(
            "# Ours\nregua: 1\ncycle: 2026-Q4\nobjectives: []   # none yet\n\n#  - id: b\n",
            plan,
            Some(
                "# Ours\nregua: 1\ncycle: 2026-Q4\n# A draft.\nobjectives:\n  - id: a\n    title: A\n\n#  - id: b\n",
            ),
        );
        case(
            "objectives:\r\n# later\r\n",
            plan,
            Some("# A draft.\r\nobjectives:\r\n  - id: a\r\n    title: A\r\n# later\r\n"),
        );
        case("objectives: [{id: b, title: B}]\n", plan, None);
        case("{regua: 1, objectives: []}\n", plan, None);
    }

    #[test]
    fn a_text_is_quoted_where_it_would_be_read_as_something_else() {
        #[track_caller]
        fn case(text: &str, expected: &str) {
            assert_eq!(scalar(text), expected);
        }
        case("Menos fila", "Menos fila");
        case("-20%", "-20%");
        case("+5pp", "+5pp");
        case("24h", "24h");
        case("- um passo", "\"- um passo\"");
        case("/week", "\"/week\"");
        case("%", "\"%\"");
        case("Fila: menos", "\"Fila: menos\"");
        case("a \"b\"", "\"a \\\"b\\\"\"");
        case("a\nb\u{7}", "\"a\\nb\\x07\"");
        case("no", "\"no\"");
        case("", "\"\"");
        case("#1", "\"#1\"");
        assert_eq!(flow_scalar("18,4h"), "\"18,4h\"");
        assert_eq!(flow_scalar("18h"), "18h");
    }
}
