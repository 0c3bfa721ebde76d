//! What the pages on CI and the file for GitLab hold is run: workflows, their scripts, and what these ask of others.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::git::{Repository, path};
use crate::support::{Folder, files_below, repository};
use crate::yaml::parsed;

const PAGES: [&str; 2] = ["docs/en/howto/ci.md", "docs/pt-BR/como-fazer/ci.md"];

/// The blocks of YAML of a page, by the file that each is for.
fn files(page: &str) -> Vec<(String, Value)> {
    let text = std::fs::read_to_string(repository().join(page)).unwrap();
    let blocks = text.split("\n```yaml\n").skip(1);
    let files = blocks.map(|block| {
        let (block, _) = block.split_once("\n```\n").expect("a block ends");
        let first = block
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("# "));
        (
            first.expect("a block says its file").to_owned(),
            parsed(block),
        )
    });
    files.collect()
}

fn file(page: &str, name: &str) -> Value {
    let found = files(page).into_iter().find(|(own, _)| own == name);
    found.unwrap_or_else(|| panic!("{page} has no {name}")).1
}

fn steps(page: &str) -> Vec<Value> {
    let workflow = file(page, ".github/workflows/regua.yml");
    let jobs = workflow["jobs"].as_object().unwrap().values().cloned();
    jobs.flat_map(|job| job["steps"].as_array().unwrap().clone())
        .collect()
}

/// Whether a shell can read a script.
fn is_read_by(shell: &str, script: &str) -> bool {
    use std::io::Write;
    let mut child = Command::new(shell)
        .arg("-n")
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(script.as_bytes())
        .unwrap();
    child.wait().unwrap().success()
}

#[test]
fn both_languages_show_the_same_files() {
    let [english, portuguese] = PAGES.map(files);
    let names = |files: &[(String, Value)]| -> Vec<String> {
        files.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(&english), names(&portuguese));
    assert_eq!(names(&english).len(), 3);
    let without_names = |page: &str| -> Vec<Value> {
        let mut steps = steps(page);
        for step in &mut steps {
            step.as_object_mut().unwrap().remove("name");
        }
        steps
    };
    assert_eq!(without_names(PAGES[0]), without_names(PAGES[1]));
}

#[test]
fn the_workflow_asks_for_no_more_than_it_needs() {
    let workflow = file(PAGES[0], ".github/workflows/regua.yml");
    assert_eq!(workflow["permissions"], serde_json::json!({}));
    let action = std::fs::read_to_string(repository().join("action.yml")).unwrap();
    let action = parsed(&action);
    let steps = steps(PAGES[0]);
    let own = steps.iter().find(|step| step["id"] == "regua").unwrap();
    for name in own["with"].as_object().unwrap().keys() {
        assert!(action["inputs"].get(name).is_some(), "{name}");
    }
    let text = workflow.to_string();
    for output in text.split("steps.regua.outputs.").skip(1) {
        let name: String = output
            .chars()
            .take_while(char::is_ascii_alphabetic)
            .collect();
        assert!(action["outputs"].get(&name).is_some(), "{name}");
    }
    for step in &steps {
        let script = step["run"].as_str().unwrap_or_default();
        assert!(!script.contains("${{"), "{script}");
        assert!(is_read_by("bash", script), "{script}");
    }
}

/// A program of a few lines, first on the path.
fn stand_in(folder: &Folder, name: &str, script: &str) {
    folder.write(name, script);
    let path = folder.path().join(name);
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn one_comment_is_written_and_then_brought_up_to_date() {
    let steps = steps(PAGES[0]);
    let step = steps.iter().find(|step| step["run"].is_string()).unwrap();
    let names: Vec<&String> = step["env"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["COMMENT", "GH_TOKEN", "NUMBER"]);
    let folder = Folder::new();
    folder.write("comment.md", "<!-- regua area -->\n## What moved\n");
    folder.write("comments", "");
    // It keeps what it is asked; of the comments there it gives the ids, as the real one does through `--jq`.
    stand_in(
        &folder,
        "bin/gh",
        "#!/bin/sh\nprintf '%s\\n' \"$*\" >> \"$ASKED\"\ncase \"$*\" in *--jq*) printf '%s' \"$MARKER\" > marker; cat comments ;; esac\n",
    );
    let run = || {
        let output = Command::new("bash")
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c"])
            .arg(step["run"].as_str().unwrap())
            .current_dir(folder.path())
            .env_clear()
            .env(
                "PATH",
                format!("{}/bin:{}", folder.path().display(), path()),
            )
            .env("ASKED", folder.path().join("asked"))
            .env("GITHUB_REPOSITORY", "owner/team")
            .env("COMMENT", "comment.md")
            .env("NUMBER", "7")
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let asked = folder.read("asked");
        asked.lines().last().unwrap().to_owned()
    };
    let first =
        "api --silent --method POST repos/owner/team/issues/7/comments --field body=@comment.md";
    assert_eq!(run(), first);
    assert_eq!(folder.read("marker"), "<!-- regua area -->");
    folder.write("comments", "41\n42\n");
    let again =
        "api --silent --method PATCH repos/owner/team/issues/comments/41 --field body=@comment.md";
    assert_eq!(run(), again);
}

fn gitlab() -> Value {
    parsed(&std::fs::read_to_string(repository().join("ci/gitlab.yml")).unwrap())
}

/// A job of GitLab in a repository with the small example in `area`.
struct Job {
    repository: Repository,
    tools: Folder,
    has_regua: bool,
    variables: Vec<(&'static str, String)>,
}

impl Job {
    fn new() -> Job {
        let repository = Repository::new();
        let example = Folder::copy_of_example("saas-support");
        for file in files_below(example.path()) {
            let text = example.read(&file);
            repository.folder.write(&format!("area/{file}"), &text);
        }
        repository.commit("Begin");
        Job {
            repository,
            tools: Folder::new(),
            has_regua: true,
            variables: vec![("REGUA_WORKSPACE", "area".to_owned())],
        }
    }

    /// Runs what stands before each job, and then the job, by the shell of small images.
    fn run(&self, name: &str) -> (i32, String) {
        let file = gitlab();
        let script = |list: &Value| -> String {
            let lines = list.as_array().unwrap().iter();
            let lines: Vec<&str> = lines.map(|line| line.as_str().unwrap()).collect();
            lines.join("\n")
        };
        let before = script(&file[".regua"]["before_script"]);
        let own = script(&file[name]["script"]);
        assert!(is_read_by("dash", &before) && is_read_by("dash", &own));
        let mut command = Command::new("dash");
        command
            .args(["-e", "-c", &format!("{before}\n{own}")])
            .current_dir(self.repository.path())
            .env_clear()
            .env("COLUMNS", "80");
        for (name, value) in file["variables"].as_object().unwrap() {
            command.env(name, value.as_str().unwrap());
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        let own = path();
        let mut folders = vec![self.tools.path().to_owned()];
        let others = own.split(':').map(PathBuf::from);
        folders.extend(others.filter(|own| !own.join("regua").exists()));
        if self.has_regua {
            let program = Path::new(env!("CARGO_BIN_EXE_regua"));
            folders.push(program.parent().unwrap().to_owned());
        }
        command.env("PATH", std::env::join_paths(folders).unwrap());
        let output = command.output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (
            output.status.code().unwrap(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    }
}

#[test]
fn gitlab_checks_and_keeps_test_report_and_report() {
    let mut job = Job::new();
    job.variables
        .push(("REGUA_FAIL_ON", "below-target".to_owned()));
    let (code, said) = job.run("regua");
    assert_eq!(code, 1, "{said}");
    let junit = job.repository.folder.read("regua.xml");
    assert!(junit.contains("below-target"), "{junit}");
    let report = job.repository.folder.read("regua-report/index.html");
    assert_eq!(
        report,
        job.repository.folder.read("regua-report/report.html")
    );
    // What the next job publishes is what this one kept.
    let file = gitlab();
    assert_eq!(file["pages"]["script"][0], "mv regua-report public");
    assert_eq!(file["regua"]["artifacts"]["paths"][0], "regua-report/");
    assert_eq!(file["regua"]["artifacts"]["reports"]["junit"], "regua.xml");

    let job = Job::new();
    let settings = job.repository.folder.read("area/regua.yaml");
    let wrong = format!("{settings}colour: red\n");
    job.repository.folder.write("area/regua.yaml", &wrong);
    let (code, said) = job.run("regua");
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("unknown-key"), "{said}");
    assert!(
        job.repository
            .folder
            .read("regua.xml")
            .contains("unknown-key")
    );
    assert!(!job.repository.path().join("regua-report").exists());
}

#[test]
fn gitlab_notes_what_a_merge_request_moves() {
    let mut job = Job::new();
    let base = job.repository.git(&["rev-parse", "HEAD"]);
    let file = "area/assessments/2026-10-31.yaml";
    let text = job.repository.folder.read(file);
    let worse = text.replacen("fully", "partially", 1);
    job.repository.folder.write(file, &worse);
    job.repository.commit("Change");
    job.variables.extend([
        ("CI_MERGE_REQUEST_DIFF_BASE_SHA", base),
        ("CI_MERGE_REQUEST_IID", "3".to_owned()),
        ("CI_PROJECT_ID", "12".to_owned()),
        ("CI_API_V4_URL", "https://gitlab.example/api/v4".to_owned()),
    ]);
    let (code, said) = job.run("regua note");
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("REGUA_TOKEN is not set"), "{said}");
    let note = job.repository.folder.read("regua-note.md");
    assert!(note.starts_with("<!-- regua 12 -->\n## "), "{note}");
    assert!(note.contains("what moved since"), "{note}");

    job.variables.push(("REGUA_TOKEN", "secret".to_owned()));
    let asked = job.tools.path().join("asked");
    let given = job.tools.path().join("given");
    let curl = |notes: &str| {
        format!(
            "#!/bin/sh\ncat > '{}'\nprintf '%s\\n' \"$*\" >> '{}'\ncase \"$*\" in *--request*) ;; *) printf '%s' '{notes}' ;; esac\n",
            given.display(),
            asked.display()
        )
    };
    let notes = "https://gitlab.example/api/v4/projects/12/merge_requests/3/notes";
    for (found, expected) in [
        (
            r#"[{"id":1,"body":"Fine"}]"#,
            format!("--request POST --data-urlencode body@regua-note.md {notes}"),
        ),
        (
            r#"[{"id":1,"body":"Fine"},{"id":8,"body":"<!-- regua 12 -->\n## Old"},{"id":9,"body":"<!-- regua 12 -->"}]"#,
            format!("--request PUT --data-urlencode body@regua-note.md {notes}/8"),
        ),
    ] {
        stand_in(&job.tools, "curl", &curl(found));
        let (code, said) = job.run("regua note");
        assert_eq!(code, 0, "{said}");
        let asked = job.tools.read("asked");
        let last = asked.lines().last().unwrap();
        assert!(last.ends_with(&expected), "{last}");
        assert!(!asked.contains("secret"), "{asked}");
        let given = job.tools.read("given");
        assert_eq!(given, "header = \"PRIVATE-TOKEN: secret\"\n");
        // No file is left with it either.
        let files = files_below(job.repository.path()).into_iter();
        for file in files.filter(|file| !file.starts_with(".git/")) {
            assert!(
                !job.repository.folder.read(&file).contains("secret"),
                "{file}"
            );
        }
    }
}

#[test]
fn gitlab_takes_a_program_only_if_it_is_what_was_released() {
    let mut job = Job::new();
    job.has_regua = false;
    let (code, said) = job.run("regua");
    assert_eq!(code, 3, "{said}");
    assert!(
        said.contains("set REGUA_RELEASES and REGUA_VERSION"),
        "{said}"
    );

    let server = Folder::new();
    let (sums, sum) = crate::action::released(&server);
    let releases = server.path().join("owner/regua/releases/download");
    job.variables.extend([
        ("REGUA_RELEASES", format!("file://{}", releases.display())),
        ("REGUA_VERSION", "0.1.0".to_owned()),
    ]);
    let turned: String = sum.chars().rev().collect();
    let name = crate::action::NAME;
    for (sum, expected) in [(turned, 3), (sum, 0)] {
        server.write(&sums, &format!("{sum}  {name}.tar.gz\n"));
        let (code, said) = job.run("regua");
        assert_eq!(code, expected, "{said}");
        assert_eq!(
            said.contains("is not what was released"),
            code == 3,
            "{said}"
        );
    }
}

#[test]
fn the_workflow_of_init_does_what_it_says() {
    for language in ["en", "pt-BR"] {
        let repository = Repository::new();
        let arguments = [
            "init",
            "--organisation",
            "Sol",
            "--lang",
            language,
            "--rubric",
            "customer-service",
            "--as-of",
            "2026-11-20",
        ];
        let begun = repository.run(&arguments);
        assert_eq!(begun.code, 0, "{}", begun.err);
        repository.commit("Begin");
        repository.git(&["switch", "--quiet", "--create", "change"]);
        let file = "assessments/2026-11-20.yaml";
        let text = repository.folder.read(file);
        let answered = text.replace("basic-answers.answered:", "basic-answers.answered: fully");
        repository.folder.write(file, &answered);
        repository.commit("Change");
        // As GitHub does with a pull request.
        repository.git(&["switch", "--quiet", "main"]);
        repository.git(&[
            "merge",
            "--quiet",
            "--no-ff",
            "--message",
            "Merge",
            "change",
        ]);
        let workflow = parsed(&repository.folder.read(".github/workflows/regua.yml"));
        let mut ran = 0;
        for step in workflow["jobs"]["report"]["steps"].as_array().unwrap() {
            let Some(script) = step["run"].as_str().filter(|own| own.starts_with("regua")) else {
                continue;
            };
            let program = Path::new(env!("CARGO_BIN_EXE_regua")).parent().unwrap();
            let output = Command::new("bash")
                .args(["-e", "-c", script])
                .current_dir(repository.path())
                .env_clear()
                .env("PATH", format!("{}:{}", program.display(), path()))
                .env("GITHUB_STEP_SUMMARY", repository.path().join("summary.md"))
                .output()
                .unwrap();
            assert!(output.status.success(), "{script}: {output:?}");
            ran += 1;
        }
        assert_eq!(ran, 4);
        let summary = repository.folder.read("summary.md");
        assert!(summary.contains("basic-answers.answered"), "{summary}");
        assert!(repository.path().join("report/report.html").is_file());
    }
}
