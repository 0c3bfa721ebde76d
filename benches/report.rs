//! What a report costs beside a program that prints hello: `cargo bench --bench report`.
//!
//! Runs `regua report` on the larger example, `regua --version` and a program that only prints, in turn, so that
//! whatever else the machine does weighs on all alike, and says the processor time of each as a multiple of the last.
//! Then tells where the time of the report goes, by doing the same work in steps.
#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

#[cfg(unix)]
fn main() {
    costs::main();
}

#[cfg(not(unix))]
fn main() {
    println!("Processor time of other programs is measured on Unix only.");
}

#[cfg(unix)]
mod costs {
    use std::hint::black_box;
    use std::path::{Path, PathBuf};
    use std::process::{Command, Stdio};
    use std::sync::Arc;
    use std::time::Duration;

    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    use regua::locale::Locale;
    use regua::model::{Language, parse_day};
    use regua::render::report::{Page, pages};
    use regua::report::document::Report;
    use regua::{check, read, score, workspace};

    #[global_allocator]
    static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

    /// Rounds, in each of which every program runs once.
    const ROUNDS: usize = 200;
    const DAY: &str = "2026-11-20";

    pub(super) fn main() {
        let folder = std::env::temp_dir().join(format!("regua-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/otica-horizonte");
        let regua = Path::new(env!("CARGO_BIN_EXE_regua"));
        let hello = hello(&folder);
        let output = folder.join("report.html");
        let mut report = Command::new(regua);
        report.args([
            "report", "--as-of", DAY, "--format", "html", "--quiet", "--output",
        ]);
        report.arg(&output).arg(&example);
        let mut version = Command::new(regua);
        version.arg("--version");
        let mut programs = [Command::new(hello), version, report];
        let mut times = programs.each_ref().map(|_| Vec::new());
        for _ in 0..ROUNDS {
            for (program, times) in programs.iter_mut().zip(&mut times) {
                times.push(cost(program));
            }
        }
        let [hello, version, report] = times.map(median);
        println!("{:<24} {:>9} {:>8}", "", "processor", "× hello");
        for (name, time) in [
            ("hello", hello),
            ("regua --version", version),
            ("regua report", report),
        ] {
            say(name, time, hello);
        }
        let size = std::fs::metadata(&output)
            .expect("a report was written")
            .len();
        println!("{size} bytes of HTML\n");
        steps(&example, hello);
        std::fs::remove_dir_all(&folder).expect("the temporary folder is ours");
    }

    /// A program that prints hello, compiled as ours is.
    fn hello(folder: &Path) -> PathBuf {
        let source = folder.join("hello.rs");
        std::fs::write(&source, "fn main() { println!(\"hello\"); }\n").expect("it can be written");
        let program = folder.join("hello");
        let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let mut compile = Command::new(compiler);
        compile.args([
            "--edition",
            "2024",
            "-C",
            "opt-level=3",
            "-C",
            "strip=symbols",
            "-o",
        ]);
        let ended = compile.arg(&program).arg(&source).status();
        assert!(ended.is_ok_and(|status| status.success()), "hello compiles");
        program
    }

    /// Processor time, in the program and in the system on its behalf.
    fn used(who: UsageWho) -> Duration {
        let usage = getrusage(who).expect("the system keeps it");
        [usage.user_time(), usage.system_time()]
            .map(|time| Duration::from_micros(time.num_microseconds().unsigned_abs()))
            .iter()
            .sum()
    }

    fn cost(program: &mut Command) -> Duration {
        let before = used(UsageWho::RUSAGE_CHILDREN);
        let ended = program.stdout(Stdio::null()).status().expect("it runs");
        assert!(ended.success(), "{program:?}");
        used(UsageWho::RUSAGE_CHILDREN) - before
    }

    /// The steps of a report, each with the median of its time.
    fn steps(example: &Path, hello: Duration) {
        let day = parse_day(DAY).expect("a day");
        let mut times: [Vec<Duration>; 5] = Default::default();
        for _ in 0..ROUNDS {
            let mut last = used(UsageWho::RUSAGE_SELF);
            let mut step = 0;
            let mut lap = || {
                let now = used(UsageWho::RUSAGE_SELF);
                times[step].push(now - last);
                step += 1;
                last = now;
            };
            let locale = Arc::new(Locale::new(Language::Portuguese));
            let root = workspace::find(Some(example)).expect("the example is there");
            let inputs = workspace::read(&root).expect("the example can be read");
            lap();
            let mut read = read::workspace(inputs, day);
            lap();
            let own = read.workspace.as_ref().expect("it has no errors");
            let scores = score::workspace(own, day);
            check::workspace(own, &scores, &mut read.diagnostics);
            lap();
            let report = Report::new(own, &scores, &read.sources, &locale);
            lap();
            black_box(pages(&report, &[Page::Html], &locale).expect("the templates work"));
            lap();
        }
        let names = [
            "finding the files",
            "reading them",
            "scoring and checking",
            "gathering the report",
            "the page by templates",
        ];
        for (name, times) in names.into_iter().zip(times) {
            say(name, median(times), hello);
        }
    }

    fn say(name: &str, time: Duration, hello: Duration) {
        let times = time.as_secs_f64() / hello.as_secs_f64();
        println!(
            "{name:<24} {:>6.2} ms {times:>8.1}",
            time.as_secs_f64() * 1e3
        );
    }

    fn median(mut times: Vec<Duration>) -> Duration {
        times.sort();
        times[times.len() / 2]
    }
}
