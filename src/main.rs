//! The program: the command line in, the exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    let today = chrono::Local::now().date_naive();
    let outcome = regua::cli::run(std::env::args_os(), today);
    ExitCode::from(outcome as u8)
}
