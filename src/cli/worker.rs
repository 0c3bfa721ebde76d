//! The process that renders with templates which the program did not bring, and its limits.
//!
//! The program starts itself again and hands the child an order over its input. The child says on its output which
//! template runs, and at last what came of it. It ends itself when it holds too much memory or has worked too long;
//! whatever else becomes of it, such as a stack without end, ends the child alone and is told as a problem of the
//! template that ran.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use super::Outcome;
use crate::render::foreign::{self, Filled, Order};
use crate::render::template_problem::{Kind, TemplateProblem};

/// The argument by which the program starts itself as a worker: no command is called so.
const ARGUMENT: &str = "<render>";
/// The memory that the child may hold, in bytes: the largest report takes a tenth.
const MOST_MEMORY: usize = 160 * 1024 * 1024;
/// How often it looks.
const LOOK_EVERY: Duration = Duration::from_millis(1);
/// How long the child may work. A program built for finding faults is many times slower than the one that is used.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 4 });
/// How long it is waited for beyond that, in case it cannot end itself.
const GRACE: Duration = Duration::from_millis(500);
/// Room for templates that include and call one another as deep as the engine lets them.
const STACK: usize = 64 * 1024 * 1024;
/// Exit codes of a child that ended itself.
const MEMORY: i32 = 40;
const TIME: i32 = 41;

/// What the child says, a line each.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Said {
    Running(String),
    Done(Filled),
}

/// Whether the program was started as a worker.
pub(super) fn is_asked_for(arguments: &[std::ffi::OsString]) -> bool {
    arguments.get(1).is_some_and(|first| first == ARGUMENT)
}

/// What the child does: one order from its input, filled.
pub(super) fn serve() -> Outcome {
    let mut order = String::new();
    if std::io::stdin().read_to_string(&mut order).is_err() {
        return Outcome::Environment;
    }
    let Ok(order) = serde_json::from_str::<Order>(&order) else {
        return Outcome::WrongInput;
    };
    std::thread::spawn(watch);
    let work = move || {
        let last = Mutex::new(String::new());
        let filled = foreign::fill(order, move |name| {
            let Ok(mut last) = last.lock() else { return };
            if *last != name {
                name.clone_into(&mut last);
                say(&Said::Running(name.to_owned()));
            }
        });
        say(&Said::Done(filled));
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work);
    match thread.map(std::thread::JoinHandle::join) {
        Ok(Ok(())) => Outcome::Fine,
        _ => Outcome::Environment,
    }
}

fn say(said: &Said) {
    let mut out = std::io::stdout().lock();
    // Where nobody listens any more, nobody is to be told.
    if serde_json::to_writer(&mut out, said).is_ok() {
        let _ = out.write_all(b"\n").and_then(|()| out.flush());
    }
}

/// Ends the process when it takes more than a report needs.
fn watch() {
    let begun = Instant::now();
    loop {
        let memory = memory_stats::memory_stats().map_or(0, |now| now.physical_mem);
        if memory > MOST_MEMORY {
            std::process::exit(MEMORY);
        }
        if begun.elapsed() > LONGEST {
            std::process::exit(TIME);
        }
        std::thread::sleep(LOOK_EVERY);
    }
}

/// Has an order filled by a child. What ends the child otherwise comes back as a problem of the template that ran.
///
/// # Errors
/// When the program cannot be started again.
pub(super) fn have_filled(order: &Order) -> anyhow::Result<Filled> {
    let program = std::env::current_exe()?;
    let mut child = Command::new(program)
        .arg(ARGUMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let text = serde_json::to_string(order)?;
    let mut input = child.stdin.take().context("the input is a pipe")?;
    std::thread::spawn(move || input.write_all(text.as_bytes()));
    let first = order.own.keys().next().cloned().unwrap_or_default();
    let mut running = first;
    let said = listen(&mut child)?;
    let end = Instant::now() + LONGEST + GRACE;
    loop {
        match said.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(Said::Running(name)) if order.own.contains_key(&name) => running = name,
            Ok(Said::Running(_)) => {}
            Ok(Said::Done(filled)) => {
                child.wait()?;
                return Ok(filled);
            }
            Err(RecvTimeoutError::Timeout) => {
                child.kill()?;
                child.wait()?;
                return Ok(stopped(&running, Kind::Time));
            }
            Err(RecvTimeoutError::Disconnected) => {
                let kind = why_ended(&mut child)?;
                return Ok(stopped(&running, kind));
            }
        }
    }
}

fn stopped(template: &str, kind: Kind) -> Filled {
    Filled::Problems(vec![TemplateProblem::stopped(template, kind)])
}

/// What the child says, line by line, until it ends.
fn listen(child: &mut Child) -> anyhow::Result<mpsc::Receiver<Said>> {
    let out = child.stdout.take().context("the output is a pipe")?;
    let (speaker, listener) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(out).lines() {
            let said = line.ok().and_then(|line| serde_json::from_str(&line).ok());
            let Some(said) = said else { break };
            if speaker.send(said).is_err() {
                break;
            }
        }
    });
    Ok(listener)
}

/// Why a child ended that did not finish: by its own choice, or by what the system says of a stack without end. An
/// allocation that is refused ends it too.
fn why_ended(child: &mut Child) -> anyhow::Result<Kind> {
    let mut last_words = String::new();
    if let Some(err) = child.stderr.take() {
        const ENOUGH: u64 = 4096;
        // Last words in no known letters say nothing.
        let _ = err.take(ENOUGH).read_to_string(&mut last_words);
    }
    let code = child.wait()?.code();
    Ok(match code {
        Some(TIME) => Kind::Time,
        _ if last_words.contains("overflow") => Kind::Depth,
        _ => Kind::Memory,
    })
}
