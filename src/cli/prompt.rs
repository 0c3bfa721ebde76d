//! Questions at the terminal, answered a line at a time: through a terminal or a plain pipe.

use std::io::{self, BufRead, IsTerminal};

use super::context::Context;
use super::table;

/// Whether somebody is there to answer: both ends are a terminal.
pub(super) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// What somebody answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reply {
    /// This, without the spaces around it.
    Said(String),
    /// An empty line.
    Nothing,
    /// `q`, or the end of all answers.
    Stop,
}

/// Asks, where an empty line and `q` mean something of their own.
///
/// # Errors
/// When the question cannot be shown or the answer cannot be read.
pub(super) fn ask(context: &mut Context<'_>, question: &str) -> io::Result<Reply> {
    Ok(match line(context, question)? {
        None => Reply::Stop,
        Some(answer) if answer.is_empty() => Reply::Nothing,
        Some(answer) if answer.eq_ignore_ascii_case("q") => Reply::Stop,
        Some(answer) => Reply::Said(answer),
    })
}

/// Asks on standard error and reads one line, without its spaces. `None` where there is nothing to read any more.
/// An answer that nobody types at a terminal is shown behind its question, so that what was asked reads on; with
/// `--quiet` neither is. Bytes that are no text become signs that stand for them.
///
/// # Errors
/// When the question cannot be shown or the answer cannot be read.
pub(super) fn line(context: &mut Context<'_>, question: &str) -> io::Result<Option<String>> {
    // In one piece, so that what is typed comes behind it.
    let shown = table::paragraph(question, anstyle::Style::new(), 0, context.width);
    let shown = format!("{} ", shown.trim_end());
    let is_shown = !context.is_quiet || io::stdin().is_terminal();
    if is_shown {
        context.err.write_all(shown.as_bytes())?;
        context.err.flush()?;
    }
    let mut bytes = Vec::new();
    if io::stdin().lock().read_until(b'\n', &mut bytes)? == 0 {
        if is_shown {
            writeln!(context.err)?;
        }
        return Ok(None);
    }
    let answer = String::from_utf8_lossy(&bytes).trim().to_owned();
    if is_shown && !io::stdin().is_terminal() {
        // What a file holds is shown, never obeyed.
        let shown = answer.replace(char::is_control, "\u{fffd}");
        writeln!(context.err, "{shown}")?;
    }
    Ok(Some(answer))
}
