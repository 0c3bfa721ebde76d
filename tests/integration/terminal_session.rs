//! The program at a real terminal of 80 columns and 24 lines, and somebody who reads it and types.

use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::Child;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program, for which Ctrl-C does what it does for whoever types it: tests that run in the background of a shell
/// inherit that it does nothing.
fn program() -> Command {
    const PROGRAM: &str = env!("CARGO_BIN_EXE_regua");
    if cfg!(target_os = "linux") {
        return Command::new("/usr/bin/env").args(["--default-signal=INT", PROGRAM]);
    }
    Command::new(PROGRAM)
}

/// A run of the program at a terminal.
pub(crate) struct Session {
    child: Child,
    terminal: Arc<Pty>,
    arriving: Receiver<Vec<u8>>,
    /// What arrived last and is cut off amid a letter or a colour.
    cut_off: Vec<u8>,
    /// All that was shown, without colours, its blanks all of one kind.
    shown: String,
    /// Up to where it was read.
    read: usize,
}

impl Session {
    /// Starts the program in a folder, with nothing of the machine's environment but what is given.
    pub(crate) fn start(
        folder: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Session {
        Session::started(program(), folder, arguments, environment)
    }

    /// Starts another program likewise, such as a shell.
    pub(crate) fn of(
        name: &str,
        folder: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Session {
        Session::started(Command::new(name), folder, arguments, environment)
    }

    fn started(
        command: Command,
        folder: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Session {
        let (terminal, inside) = open().expect("the machine has a terminal to give");
        terminal
            .resize(Size::new(24, 80))
            .expect("a terminal has a size");
        let child = command
            .args(arguments)
            .current_dir(folder)
            .env_clear()
            .env("TERM", "xterm")
            .envs(environment.iter().copied())
            .spawn(inside)
            .expect("the program starts");
        let terminal = Arc::new(terminal);
        let (sender, arriving) = channel();
        let from = Arc::clone(&terminal);
        thread::spawn(move || {
            let mut chunk = [0; 4096];
            // A terminal that its last user has left gives an error.
            while let Ok(count @ 1..) = (&*from).read(&mut chunk) {
                if sender.send(chunk[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Session {
            child,
            terminal,
            arriving,
            cut_off: Vec::new(),
            shown: String::new(),
            read: 0,
        }
    }

    /// Reads on until this is shown.
    #[track_caller]
    pub(crate) fn expect(&mut self, text: &str) -> &mut Session {
        self.expect_one_of(&[text]);
        self
    }

    /// Reads on until one of these is shown: the position of the first that was.
    #[track_caller]
    pub(crate) fn expect_one_of(&mut self, texts: &[&str]) -> usize {
        let until = Instant::now() + PATIENCE;
        loop {
            let unread = &self.shown[self.read..];
            let found = texts.iter().enumerate();
            let found = found.filter_map(|(index, text)| Some((unread.find(text)?, index)));
            if let Some((at, index)) = found.min() {
                self.read += at + texts[index].len();
                return index;
            }
            let left = until.saturating_duration_since(Instant::now());
            match self.arriving.recv_timeout(left) {
                Ok(chunk) => self.show(&chunk),
                Err(_) => panic!("none of {texts:?} was shown; this was:\n{}", self.shown),
            }
        }
    }

    /// Types a line.
    pub(crate) fn answer(&mut self, line: &str) -> &mut Session {
        let typed = format!("{line}\n");
        (&*self.terminal)
            .write_all(typed.as_bytes())
            .expect("a terminal takes what is typed");
        self
    }

    /// Types keys, and nothing after them.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Session {
        (&*self.terminal)
            .write_all(keys.as_bytes())
            .expect("a terminal takes what is typed");
        self
    }

    /// Types Ctrl-C.
    pub(crate) fn interrupt(&mut self) {
        (&*self.terminal)
            .write_all(b"\x03")
            .expect("a terminal takes what is typed");
    }

    /// Waits for the end: the exit code, or the signal below zero, and all that was shown.
    pub(crate) fn end(mut self) -> (i32, String) {
        let status = self.child.wait().expect("the program ends");
        while let Ok(chunk) = self.arriving.recv_timeout(Duration::from_millis(200)) {
            self.show(&chunk);
        }
        let code = status.code().or(status.signal().map(|signal| -signal));
        (code.unwrap_or_default(), self.shown)
    }

    fn show(&mut self, chunk: &[u8]) {
        self.cut_off.extend(chunk);
        let whole = whole_signs(&self.cut_off);
        let rest = self.cut_off.split_off(whole);
        let arrived = std::mem::replace(&mut self.cut_off, rest);
        let text = String::from_utf8_lossy(&arrived);
        let plain = anstream::adapter::strip_str(&text).to_string();
        // A number and its unit are held together by a blank that breaks no line.
        let plain = plain.replace('\r', "").replace('\u{a0}', " ");
        self.shown.push_str(&plain);
    }
}

/// How many of these bytes are whole: the last letter may be cut off, or a colour that has not come to its `m`.
fn whole_signs(bytes: &[u8]) -> usize {
    let valid = match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => bytes.len(),
    };
    let escape = bytes[..valid].iter().rposition(|byte| *byte == 0x1b);
    match escape {
        Some(at) if !bytes[at..valid].contains(&b'm') => at,
        _ => valid,
    }
}
