//! Questions at the terminal, answered a line at a time: through a terminal or a plain pipe.

use std::io::{self, BufRead, IsTerminal};

use super::context::Context;

/// Whether somebody is there to answer: both ends are a terminal.
pub(super) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks on standard error and reads one line, without its spaces. `None` where there is nothing to read any more.
///
/// # Errors
/// When the question cannot be shown or the answer cannot be read.
pub(super) fn line(context: &mut Context<'_>, question: &str) -> io::Result<Option<String>> {
    write!(context.err, "{question} ")?;
    context.err.flush()?;
    let mut answer = String::new();
    if io::stdin().lock().read_line(&mut answer)? == 0 {
        writeln!(context.err)?;
        return Ok(None);
    }
    Ok(Some(answer.trim().to_owned()))
}
