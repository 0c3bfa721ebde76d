//! The DevTools protocol over pipes: JSON messages, each ended by a NUL byte.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{ChildStdin, ChildStdout};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long any one answer or event may take. Generous, since a loaded machine
/// with two cores may run several browsers at once.
const TIMEOUT: Duration = Duration::from_secs(60);

/// What ends a message.
const NUL: u8 = 0;

/// A connection to a browser. One call is under way at a time; events that
/// arrive meanwhile are kept for their session.
pub(super) struct Connection {
    outgoing: Sender<Value>,
    incoming: Receiver<Value>,
    last_id: u64,
    events: HashMap<String, Vec<Value>>,
    error_log: PathBuf,
}

impl Connection {
    /// Starts the threads that write to and read from the browser. They end
    /// when the connection or the browser does.
    pub(super) fn new((input, output): (ChildStdin, ChildStdout), error_log: PathBuf) -> Self {
        let (outgoing, to_write) = channel();
        let (has_read, incoming) = channel();
        thread::spawn(move || write_messages(input, &to_write));
        thread::spawn(move || read_messages(output, &has_read));
        Self {
            outgoing,
            incoming,
            last_id: 0,
            events: HashMap::new(),
            error_log,
        }
    }

    /// Calls a method and returns its result.
    ///
    /// # Panics
    ///
    /// When the browser reports an error, ends, or does not answer in time.
    pub(super) fn call(&mut self, session: Option<&str>, method: &str, parameters: Value) -> Value {
        let deadline = Instant::now() + TIMEOUT;
        self.last_id += 1;
        let id = self.last_id;
        let mut message = json!({ "id": id, "method": method, "params": parameters });
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        // Fails only once the browser is gone, which the wait below reports.
        let _ = self.outgoing.send(message);
        loop {
            let mut answer = self.receive(deadline, method);
            if answer["id"] == json!(id) {
                if let Some(error) = answer.get("error") {
                    panic!("the browser refused {method}: {error}");
                }
                return answer["result"].take();
            }
            self.keep_event(answer);
        }
    }

    /// Waits until the session has had an event that `matches`.
    ///
    /// # Panics
    ///
    /// When the browser ends or the event does not come in time; `what` says
    /// what was waited for.
    pub(super) fn wait_for_event(
        &mut self,
        session: &str,
        what: &str,
        matches: impl Fn(&Value) -> bool,
    ) {
        let deadline = Instant::now() + TIMEOUT;
        while !self.events(session).iter().any(&matches) {
            let message = self.receive(deadline, what);
            self.keep_event(message);
        }
    }

    /// The events of a session so far.
    pub(super) fn events(&self, session: &str) -> &[Value] {
        self.events.get(session).map_or(&[], Vec::as_slice)
    }

    /// Forgets the events of a session.
    pub(super) fn forget_events(&mut self, session: &str) {
        self.events.remove(session);
    }

    /// The next message from the browser.
    fn receive(&self, deadline: Instant, what: &str) -> Value {
        let rest = deadline.saturating_duration_since(Instant::now());
        self.incoming.recv_timeout(rest).unwrap_or_else(|error| {
            let reason = match error {
                RecvTimeoutError::Timeout => format!("took longer than {TIMEOUT:?}"),
                RecvTimeoutError::Disconnected => "failed: the browser has ended".to_owned(),
            };
            panic!("{what} {reason}; its last errors:\n{}", self.last_errors())
        })
    }

    /// Keeps an event for its session; the browser's own are of no interest.
    fn keep_event(&mut self, message: Value) {
        if let Some(session) = message["sessionId"].as_str() {
            let session = session.to_owned();
            self.events.entry(session).or_default().push(message);
        }
    }

    /// The last lines the browser wrote to its error output.
    fn last_errors(&self) -> String {
        let bytes = std::fs::read(&self.error_log).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

/// Writes messages until the connection or the browser ends. A thread does
/// this, so that a browser that stops reading cannot block a test for ever.
fn write_messages(mut input: ChildStdin, messages: &Receiver<Value>) {
    for message in messages {
        let mut bytes = message.to_string().into_bytes();
        bytes.push(NUL);
        if input.write_all(&bytes).is_err() {
            return;
        }
    }
}

/// Reads messages until the browser or the connection ends.
fn read_messages(output: ChildStdout, messages: &Sender<Value>) {
    for bytes in BufReader::new(output).split(NUL) {
        let Ok(bytes) = bytes else { return };
        let message = serde_json::from_slice(&bytes).expect("the browser sends JSON");
        if messages.send(message).is_err() {
            return;
        }
    }
}
