//! A workspace's own templates: what they replace, what they may not do, and the commands that hand them out.

use regua::render::templates::replaceable;

use crate::support::{Folder, Ran, files_below, repository};

const AS_OF: &str = "2026-11-20";

fn report(folder: &Folder) -> Ran {
    folder.run(&["report", "--as-of", AS_OF, "--lang", "en", "--quiet"])
}

fn with_template(name: &str, text: &str) -> Folder {
    let folder = Folder::copy_of_example("saas-support");
    folder.write(&format!("templates/{name}"), text);
    folder
}

#[test]
fn a_piece_of_ones_own_stands_for_the_shipped_one() {
    let folder = with_template(
        "report/cover.html.j2",
        "<h1>Our own cover for {{ organisation }}</h1>{% include \"own/line.html.j2\" %}",
    );
    folder.write(
        "templates/own/line.html.j2",
        "<p>as of {{ as_of | date }}</p>",
    );
    let ran = report(&folder);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let html = folder.read("report/report.html");
    assert!(html.contains("<h1>Our own cover for Harborlight</h1><p>as of 20 Nov 2026</p>"));
    assert!(html.contains("id=appendix "), "the other pieces stay");
}

#[test]
fn a_chart_of_ones_own_is_drawn_beside_the_markdown() {
    let folder = with_template("chart/radar.svg.j2", "<svg><title>mine</title></svg>");
    let ran = report(&folder);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let chart = folder.read("report/charts/customer-service-radar.svg");
    assert_eq!(chart, "<svg><title>mine</title></svg>");
}

#[test]
fn ejected_templates_give_the_same_report() {
    let folder = Folder::copy_of_example("otica-horizonte");
    let plain = folder.run(&["report", "--as-of", AS_OF, "--output", "plain"]);
    assert_eq!(plain.code, 0, "{}", plain.err);
    let ejected = folder.run(&["template", "eject", "--all"]);
    assert_eq!(ejected.code, 0, "{}", ejected.err);
    let own = folder.run(&["report", "--as-of", AS_OF, "--output", "own"]);
    assert_eq!(own.code, 0, "{}", own.err);
    for file in [
        "report.html",
        "report.md",
        "charts/customer-service-radar.svg",
    ] {
        let read = |of: &str| folder.read(&format!("{of}/{file}"));
        assert!(read("plain") == read("own"), "{file} differs");
    }
}

#[test]
fn the_list_says_of_every_piece_what_it_is_and_whose() {
    let folder = with_template("report/cover.html.j2", "<h1>{{ organisation }}</h1>");
    for (language, yours) in [("en", "yours"), ("pt-BR", "seu")] {
        let ran = folder.run(&["template", "list", "--lang", language]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(!ran.out.contains('⟦'), "a sentence is missing: {}", ran.out);
        let listed = ran.out.lines().filter(|line| !line.starts_with(' '));
        let listed: Vec<_> = listed.filter_map(|line| line.split(' ').next()).collect();
        assert_eq!(listed, replaceable().collect::<Vec<_>>());
        for line in ran.out.lines() {
            assert!(line.chars().count() <= 80, "{line}");
            let is_cover = line.starts_with("report/cover.html.j2 ");
            assert_eq!(line.ends_with(yours), is_cover, "{line}");
        }
    }
}

#[test]
fn every_file_of_templates_ships() {
    let below = |folder: &'static str| {
        let files = files_below(&repository().join("templates").join(folder));
        files.into_iter().map(move |file| format!("{folder}{file}"))
    };
    let named: Vec<&str> = replaceable().collect();
    let files: Vec<String> = below("").chain(below("report/")).collect();
    assert!(files.len() > 30, "{files:?}");
    for file in files {
        let is_no_page = ["badge.svg.j2", "questionnaire.md.j2"].contains(&file.as_str());
        assert_eq!(named.contains(&file.as_str()), !is_no_page, "{file}");
    }
}

#[test]
fn a_template_is_shown_and_written_once() {
    let folder = Folder::copy_of_example("saas-support");
    let shown = folder.run(&["template", "show", "report/cover.html.j2"]);
    let ran = folder.run(&["template", "eject", "report/cover.html.j2"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("templates/report/cover.html.j2"),
        "{}",
        ran.out
    );
    assert_eq!(folder.read("templates/report/cover.html.j2"), shown.out);

    folder.write("templates/report/cover.html.j2", "mine");
    for arguments in [
        &["template", "eject", "report/cover.html.j2"][..],
        &["template", "eject", "summary.md.j2", "report/cover.html.j2"],
    ] {
        let again = folder.run(arguments);
        assert_eq!(again.code, 2, "{}", again.out);
        assert!(again.err.contains("stays as it is"), "{}", again.err);
    }
    assert_eq!(folder.read("templates/report/cover.html.j2"), "mine");
    let is_there = folder.path().join("templates/summary.md.j2").exists();
    assert!(!is_there, "nothing is written where one of them cannot be");
}

#[test]
fn an_unknown_template_is_near_a_known_one() {
    let folder = Folder::copy_of_example("saas-support");
    for (name, near) in [
        ("report/cver.html.j2", "report/cover.html.j2"),
        ("cover.html.j2", "report/cover.html.j2"),
        ("report/cover.html", "report/cover.html.j2"),
    ] {
        let ran = folder.run(&["template", "show", name, "--lang", "en"]);
        assert_eq!(ran.code, 2);
        let said = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(&format!("did you mean `{near}`?")), "{said}");
    }
    let ran = folder.run(&["template", "show", "../regua.yaml"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
}

/// Templates that would fill the memory, the stack or the day. Each is stopped, and told by its file.
const ATTACKS: [(&str, &str); 10] = [
    (
        "a text folded while compiling",
        "{{ (\"x\" * 99999999) ~ (\"x\" * 99999999) ~ (\"x\" * 99999999) }}",
    ),
    ("a text too long", "{{ \"x\" * 999999999 }}"),
    (
        "a doubling text",
        "{% set ns = namespace(x=\"x\") %}{% for i in range(100) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
    ),
    (
        "a captured text",
        "{% set ns = namespace(x=\"x\") %}{% for i in range(60) %}{% set y %}{{ ns.x }}{{ ns.x }}{% endset %}{% set ns.x = y %}{% endfor %}",
    ),
    (
        "a replacement",
        "{% set a = \"x\" * 1000000 %}{{ a | replace(\"x\", a) }}",
    ),
    (
        "a joined text",
        "{{ (\"x\" * 1000000) | join(\"x\" * 1000000) }}",
    ),
    (
        "an indented text",
        "{{ (\"x\\n\" * 1000000) | indent(1000000) }}",
    ),
    (
        "a macro that calls itself",
        "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}",
    ),
    (
        "a template that includes itself",
        "{% include \"report/cover.html.j2\" %}",
    ),
    (
        "a page without end",
        "{% for i in range(100000) %}{% for j in range(100000) %}a line that is written again and again and again{% endfor %}{% endfor %}",
    ),
];

#[track_caller]
fn assert_stopped(what: &str, ran: &Ran) {
    assert_eq!(ran.code, 2, "{what}: {}{}", ran.out, ran.err);
    assert!(
        ran.err.starts_with("error[template-stopped]"),
        "{what}: {}",
        ran.err
    );
    assert!(
        ran.err.contains("--> templates/report/cover.html.j2:1:"),
        "{what}: {}",
        ran.err
    );
}

#[test]
fn no_template_fills_the_memory_or_runs_for_ever() {
    for (what, text) in ATTACKS {
        let folder = with_template("report/cover.html.j2", text);
        assert_stopped(what, &report(&folder));
        assert!(
            !folder.path().join("report").exists(),
            "{what}: nothing is written"
        );
    }
}

/// The same with 256 MiB of addresses for each process, where an allocation is refused rather than counted.
#[cfg(target_os = "linux")]
#[test]
fn a_template_is_stopped_where_memory_is_short() {
    for (what, text) in ATTACKS {
        let folder = with_template("report/cover.html.j2", text);
        let program = env!("CARGO_BIN_EXE_regua");
        let line = format!("ulimit -v 262144; exec {program} report --as-of {AS_OF} --lang en -q");
        let output = std::process::Command::new("sh")
            .args(["-c", &line])
            .current_dir(folder.path())
            .output()
            .expect("a shell is there");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let ran = Ran {
            out: text(&output.stdout),
            err: text(&output.stderr),
            code: output.status.code().unwrap_or(-1),
        };
        assert_stopped(what, &ran);
    }
}

#[test]
fn an_endless_loop_ends() {
    let text =
        "{% for i in range(100000) %}{{ range(100000) | sort | join(\"\") | length }}{% endfor %}";
    let folder = with_template("report/cover.html.j2", text);
    assert_stopped("work without end", &report(&folder));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_workspace_is_not_followed() {
    let folder = Folder::copy_of_example("saas-support");
    let outside = Folder::new();
    outside.write("secret.html.j2", "the secret");
    folder.write(
        "templates/report/cover.html.j2",
        "{% include \"secret.html.j2\" %}",
    );
    let link = |from: &str, to: &str| {
        std::os::unix::fs::symlink(outside.path().join(from), folder.path().join(to))
            .expect("links can be made");
    };
    link("secret.html.j2", "templates/secret.html.j2");
    link("", "templates/folder");
    let ran = folder.run(&["check", "--as-of", AS_OF, "--lang", "en"]);
    assert_eq!(ran.code, 2);
    let count = ran.err.matches("error[outside-workspace]").count();
    assert_eq!(count, 2, "{}", ran.err);
    assert!(!ran.err.contains("the secret"), "{}", ran.err);
    let ran = report(&folder);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(!folder.path().join("report").exists());
}

#[test]
fn no_template_reads_a_file_of_the_machine() {
    for name in [
        "../regua.yaml",
        "/etc/hostname",
        "report/../../regua.yaml",
        "./regua.yaml",
    ] {
        let folder = with_template(
            "report/cover.html.j2",
            &format!("{{% include \"{name}\" %}}"),
        );
        let ran = report(&folder);
        assert_eq!(ran.code, 2, "{name}: {}", ran.out);
        assert!(
            ran.err.contains(&format!("no template is called `{name}`")),
            "{}",
            ran.err
        );
    }
}

#[test]
fn text_of_a_workspace_is_escaped_by_templates_of_ones_own_too() {
    let folder = with_template("report/cover.html.j2", "<h1>{{ organisation }}</h1>");
    let settings = folder.read("regua.yaml");
    let settings = settings.replace(
        "organisation: Harborlight",
        "organisation: '<script>{{ 1 }}'",
    );
    folder.write("regua.yaml", &settings);
    assert_eq!(report(&folder).code, 0);
    let html = folder.read("report/report.html");
    assert!(
        html.contains("<h1>&lt;script&gt;{{ 1 }}</h1>"),
        "it is shown, not run"
    );
}
