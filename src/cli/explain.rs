//! `regua explain`: why a figure is what it is.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use super::context::{Context, Failure};
use super::table::{self, Align, Cell};
use super::target;
use super::{Folder, explain_code, score::Format};
use crate::locale::{Locale, NO_VALUE, Word};
use crate::report::explain::{
    ExplainDocument, Explainer, Explanation, InputPart, NotFound, RulePart, TestPart,
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "FIGURE")]
    figures: Vec<String>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    #[arg(long, value_name = "TARGET")]
    target: Option<String>,
}

pub(super) fn run(args: Args, context: &mut Context<'_>) -> Result<(), Failure> {
    if let Some(codes) = explain_code::asked(&args.figures) {
        return explain_code::run(&codes, args.format, context);
    }
    let loaded = context.load(&Folder { folder: None });
    let mut loaded = match loaded {
        Ok(loaded) => loaded,
        Err(failure) => {
            // Without a workspace there are codes to explain all the same.
            let mut near = args.figures.iter().map(|own| explain_code::nearest(own));
            if let Some(Some(near)) = near.next() {
                let line = context.say("explain-unknown-near", &[("near", Word::from(near))]);
                writeln!(context.err, "{line}")?;
            }
            return Err(failure);
        }
    };
    if let Some(written) = &args.target {
        target::set(written, &mut loaded, context)?;
    }
    let locale = context.locale.clone();
    let explainer = Explainer::new(&loaded.workspace, &loaded.scores, &loaded.sources, &locale);
    let mut explanations = Vec::new();
    let mut has_failed = false;
    for figure in &args.figures {
        match explainer.explain(figure) {
            Ok(found) => explanations.extend(found),
            Err(problem) => {
                has_failed = true;
                let name = context.say("severity-error", &[]);
                let text = not_found(figure, &problem, &explainer, &locale);
                writeln!(context.err, "{name}: {text}")?;
            }
        }
    }
    if has_failed {
        return Err(Failure::WrongInput);
    }
    match args.format {
        Format::Json => {
            if args.figures.is_empty() {
                explanations = explainer.all();
            }
            let document = ExplainDocument {
                schema: "regua/explain/1",
                as_of: context.as_of.to_string(),
                explanations,
            };
            let json = serde_json::to_string_pretty(&document).map_err(anyhow::Error::new)?;
            writeln!(context.out, "{json}")?;
        }
        Format::Text if args.figures.is_empty() => {
            let text = overview(&explainer, context);
            write!(context.out, "{text}")?;
        }
        Format::Text => {
            let page = Page {
                explainer: &explainer,
                locale: &locale,
                width: context.width,
            };
            let texts: Vec<String> = explanations.iter().map(|own| page.text(own)).collect();
            write!(context.out, "{}", texts.join("\n"))?;
        }
    }
    Ok(())
}

fn not_found(
    figure: &str,
    problem: &NotFound,
    explainer: &Explainer<'_>,
    locale: &Locale,
) -> String {
    let words = |near: &[String]| {
        let near: Vec<String> = near.iter().map(|own| explainer.shortest(own)).collect();
        [
            ("figure", Word::from(figure)),
            ("near", Word::from(near.join(", "))),
        ]
    };
    match problem {
        NotFound::Unknown(near) if near.is_empty() && explain_code::nearest(figure).is_some() => {
            let code = explain_code::nearest(figure).unwrap_or_default();
            format!(
                "{}\n  {}",
                locale.say("explain-unknown", &words(&[])[..1]),
                locale.say("explain-unknown-near", &[("near", Word::from(code))])
            )
        }
        NotFound::Unknown(near) if near.is_empty() => format!(
            "{}\n  {}",
            locale.say("explain-unknown", &words(&[])[..1]),
            locale.say("explain-unknown-list", &[])
        ),
        NotFound::Unknown(near) => format!(
            "{}\n  {}",
            locale.say("explain-unknown", &words(&[])[..1]),
            locale.say("explain-unknown-near", &words(near)[1..])
        ),
        NotFound::Ambiguous(names) => locale.say("explain-ambiguous", &words(names)),
    }
}

/// Columns before the name of a figure, of the narrowest name, and between the three columns.
const MARGIN: usize = 2;
const NAME: usize = 12;
const GAPS: usize = 4;

/// The figures that can be asked for, with their values.
fn overview(explainer: &Explainer<'_>, context: &Context<'_>) -> String {
    let groups = explainer.overview();
    let mut listed = groups.iter().flat_map(|(_, figures)| figures);
    let Some(example) = listed.find(|own| own.shown != NO_VALUE) else {
        return format!("{}\n", context.say("explain-none", &[]));
    };
    let date = context.locale.date(context.as_of);
    let heading = context.say("explain-heading", &[("date", Word::from(date))]);
    let mut text = table::paragraph(&heading, table::bold(), 0, context.width);
    let figures = || groups.iter().flat_map(|(_, figures)| figures);
    let widest = figures().map(|own| own.shown.width()).max().unwrap_or(0);
    // What a line leaves for an address, beside the name of the figure and its value.
    let room = context.width.saturating_sub(MARGIN + NAME + GAPS + widest);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (subject, figures) in &groups {
        rows.push(vec![Cell::default()]);
        rows.push(vec![Cell::styled(subject, table::bold())]);
        for figure in figures.iter().filter(|own| own.shown != NO_VALUE) {
            let mut row = vec![
                Cell::new(&figure.name),
                Cell::styled(&figure.shown, table::bold()),
            ];
            let address = &figure.address;
            if address.width() <= room {
                row.push(Cell::styled(address, table::dim()));
                rows.push(row);
            } else {
                rows.push(row);
                rows.push(vec![Cell::styled(format!("    {address}"), table::dim())]);
            }
        }
    }
    let aligns = [Align::Left, Align::Left, Align::Left];
    text.push_str(&table::set_with_asides(
        &rows,
        &aligns,
        (MARGIN, 0),
        context.width,
    ));
    let hint = context.say(
        "explain-hint",
        &[("example", Word::from(example.address.as_str()))],
    );
    text.push('\n');
    text.push_str(&table::paragraph(&hint, table::dim(), 0, context.width));
    text
}

/// Explanations on the terminal.
struct Page<'p> {
    explainer: &'p Explainer<'p>,
    locale: &'p Locale,
    width: usize,
}

impl Page<'_> {
    fn paragraph(&self, text: &str, style: Style, indent: usize) -> String {
        table::paragraph(text, style, indent, self.width)
    }

    /// An address or a place, which is there to be copied.
    fn address(&self, text: &str, indent: usize) -> String {
        table::unbroken(text, table::dim(), indent, self.width)
    }

    fn text(&self, own: &Explanation) -> String {
        let mut text = self.paragraph(&format!("{}: {}", own.name, own.shown), table::bold(), 0);
        text.push_str(&self.paragraph(&own.subject, Style::new(), 0));
        text.push_str(&self.address(&own.figure, 0));
        for formula in &own.formulas {
            text.push('\n');
            if let Some(of) = &formula.of {
                text.push_str(&self.paragraph(&format!("{of}:"), Style::new(), 2));
            }
            text.push_str(&self.paragraph(&format!("= {}", formula.names), table::dim(), 2));
            text.push_str(&self.paragraph(&format!("= {}", formula.numbers), Style::new(), 2));
            let mut result = format!("= {}", formula.result);
            if let (Some(exact), None) = (&own.exact, &formula.of) {
                let words = [("exact", Word::from(exact.as_str()))];
                let exactly = self.locale.say("explain-exactly", &words);
                result = format!("{result} ({exactly})");
            }
            text.push_str(&self.paragraph(&result, table::bold(), 2));
        }
        text.push_str(&self.rules(&own.rules));
        text.push_str(&self.tests(&own.tests));
        text.push_str(&self.inputs(&own.inputs));
        if !own.blocking.is_empty() {
            let heading = self.locale.say("explain-blocking", &[]);
            text.push('\n');
            text.push_str(&self.paragraph(&heading, table::bold(), 2));
            text.push_str(self.inputs(&own.blocking).trim_start_matches('\n'));
        }
        if !own.notes.is_empty() {
            text.push('\n');
        }
        for note in &own.notes {
            text.push_str(&self.paragraph(note, Style::new(), 2));
        }
        text
    }

    fn rules(&self, rules: &[RulePart]) -> String {
        let mut text = String::new();
        for (position, rule) in rules.iter().enumerate() {
            if position == 0 {
                text.push('\n');
            }
            text.push_str(&self.paragraph(&rule.text, Style::new(), 2));
            let next = rules
                .get(position + 1)
                .and_then(|next| next.place.as_deref());
            // A place that several rules share is told once, below the last of them.
            if let Some(place) = rule.place.as_deref().filter(|place| Some(*place) != next) {
                text.push_str(&self.address(place, 4));
            }
        }
        text
    }

    fn tests(&self, tests: &[TestPart]) -> String {
        if tests.is_empty() {
            return String::new();
        }
        let mut text = String::from("\n");
        for test in tests {
            let mark = if test.holds { "✓" } else { "✗" };
            let style = if test.decides {
                table::bold()
            } else {
                Style::new()
            };
            let line = format!("{mark} {}", test.text);
            text.push_str(&table::marked(&line, style, 2, self.width));
            if let Some(place) = &test.place {
                text.push_str(&self.address(place, 4));
            }
        }
        text
    }

    /// Name, weight, value; below it where it is written, or the address that explains it.
    fn inputs(&self, inputs: &[InputPart]) -> String {
        if inputs.is_empty() {
            return String::new();
        }
        let mut text = String::from("\n");
        let has_weights = inputs.iter().any(|input| input.weight.is_some());
        let mut rows = Vec::new();
        for input in inputs {
            let weight = input.weight.as_ref().map_or_else(String::new, |weight| {
                format!("× {}", self.locale.number_short(&weight.0, 4))
            });
            let mut row = vec![Cell::new(&input.name)];
            if has_weights {
                row.push(Cell::styled(weight, table::dim()));
            }
            row.push(Cell::styled(&input.shown, table::bold()));
            rows.push(row);
            let figure = input.figure.as_ref().map(|own| self.explainer.short(own));
            let source = match (&input.place, figure) {
                (Some(place), Some(figure)) => format!("{place} → {figure}"),
                (Some(place), None) => place.clone(),
                (None, Some(figure)) => format!("→ {figure}"),
                (None, None) => continue,
            };
            rows.push(vec![Cell::styled(source, table::dim())]);
        }
        let aligns: &[Align] = if has_weights {
            &[Align::Left, Align::Right, Align::Left]
        } else {
            &[Align::Left, Align::Left]
        };
        text.push_str(&table::set_with_asides(&rows, aligns, (2, 4), self.width));
        text
    }
}
