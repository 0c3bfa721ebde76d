//! The program: the command line in, the exit code out.

use std::process::ExitCode;

/// Reports are made of many small texts: handing them out is a tenth of the work of a run, twice that with the
/// allocator of most systems.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let today = || chrono::Local::now().date_naive();
    let outcome = regua::cli::run(std::env::args_os(), today);
    ExitCode::from(outcome as u8)
}
