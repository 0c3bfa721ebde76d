//! `regua kpi import`: foreign files as help desks and spreadsheets write them, all of each or nothing.

use std::thread;

use super::support::{Folder, Ran, repository};

const SETTINGS: &str = "regua: 1\norganisation: Test\nrubrics: [customer-service]\n";
const FILE: &str = "kpis/readings.csv";
const HEADER: &str = "kpi,period,value,numerator,denominator,n,segment,source,note,revises\n";

fn workspace() -> Folder {
    let folder = Folder::new();
    folder.write("regua.yaml", SETTINGS);
    folder
}

/// Puts an export into the folder under its own name, with its bytes as they are.
fn put(folder: &Folder, export: &str) {
    let from = repository().join("tests/fixtures/exports").join(export);
    std::fs::copy(from, folder.path().join(export)).unwrap();
}

fn import(folder: &Folder, arguments: &[&str]) -> Ran {
    let day = ["--as-of", "2026-11-20", "--lang", "en"];
    folder.run(&[&["kpi", "import"], arguments, &day].concat())
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Imports what must go well, and gives the rows that were written.
#[track_caller]
fn rows(folder: &Folder, arguments: &[&str]) -> Vec<String> {
    let ran = import(folder, arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    let text = folder.read(FILE);
    let rows = text.strip_prefix(HEADER).unwrap().lines();
    rows.map(|row| row.trim_end_matches(',').to_owned())
        .collect()
}

/// Imports a text that must be refused, and gives what was said.
#[track_caller]
fn refused(text: &str, arguments: &[&str]) -> String {
    let folder = workspace();
    folder.write("x.csv", text);
    let ran = import(&folder, &[&["x.csv"], arguments].concat());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert!(!folder.path().join("kpis").exists(), "nothing is written");
    for line in ran.err.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    ran.err
}

const ZENDESK: [&str; 4] = [
    "--column",
    "mean-response-time=First reply time (hrs)",
    "--column",
    "csat=% Satisfaction score",
];

#[test]
fn a_row_a_month_and_a_column_a_kpi() {
    let folder = workspace();
    put(&folder, "zendesk.csv");
    let arguments = [&["zendesk.csv"][..], &ZENDESK].concat();
    assert_eq!(
        rows(&folder, &arguments),
        [
            "mean-response-time,2026-07,7.25h",
            "csat,2026-07,84.1%",
            "mean-response-time,2026-08,6.80h",
            "csat,2026-08,85.6%",
            "mean-response-time,2026-09,6.10h",
            "mean-response-time,2026-10,5.55h",
            "csat,2026-10,86.9%",
        ]
    );
    // Importing twice is harmless.
    let before = folder.read(FILE);
    let again = import(&folder, &arguments);
    assert_eq!((again.code, folder.read(FILE)), (0, before));
    let told = joined(&again.out);
    assert!(told.contains("Nothing new"), "{told}");
    assert!(
        told.contains("already there: 7 · without a value: 1"),
        "{told}"
    );
    assert!(
        told.contains("Columns left out: Full resolution time (hrs), Tickets created, Agents"),
        "{told}"
    );
}

#[test]
fn excel_in_brazil_writes_windows_1252_semicolons_and_decimal_commas() {
    let folder = workspace();
    put(&folder, "excel-br.csv");
    let arguments = [
        "excel-br.csv",
        "--column",
        "csat=satisfacao (%)",
        "--source",
        "Planilha",
    ];
    assert_eq!(
        rows(&folder, &arguments),
        [
            "csat,2026-07,79.4%,,,,,Planilha",
            "mean-response-time,2026-07,18.5h,,,,,Planilha",
            "csat,2026-08,80.1%,,,,,Planilha,Campanha de óculos",
            "mean-response-time,2026-08,17.0h,,,,,Planilha,Campanha de óculos",
            "csat,2026-09,81.7%,,,,,Planilha",
            "mean-response-time,2026-10,15.25h,,,,,Planilha,Reforma; loja 12",
        ]
    );
    // 12.305 tickets, or twelve and a bit? `18,5` beside it says how this program writes decimals.
    let more = [
        "excel-br.csv",
        "--kpi",
        "contact-volume",
        "--column",
        "value=Volume",
    ];
    assert!(rows(&folder, &more).contains(&"contact-volume,2026-07,12305".to_owned()));
}

#[test]
fn clocks_segments_and_months_behind_dates() {
    let folder = workspace();
    put(&folder, "freshdesk.csv");
    let arguments = [
        "freshdesk.csv",
        "--kpi",
        "first-contact-resolution",
        "--column",
        "period=Ticket Created Date",
        "--column",
        "numerator=Tickets resolved on first contact",
        "--column",
        "denominator=Tickets resolved",
        "--segment-column",
        "Channel",
        "--period-format",
        "month",
    ];
    // The last row has no value, and its date tells that the day comes first.
    assert_eq!(
        rows(&folder, &arguments),
        [
            "first-contact-resolution,2026-09,,412,640,,channel=Email",
            "first-contact-resolution,2026-09,,395,512,,channel=Chat",
            "first-contact-resolution,2026-10,,431,655,,channel=Email",
            "first-contact-resolution,2026-10,,402,518,,channel=Chat",
        ]
    );
    let clocks = "Month,Average\n2026-09,06:30:00\n2026-10,0:12:30\n";
    folder.write("clocks.csv", clocks);
    let arguments = [
        "clocks.csv",
        "--kpi",
        "mean-response-time",
        "--column",
        "value=Average",
    ];
    let rows = rows(&folder, &arguments);
    assert_eq!(
        rows[4..],
        [
            "mean-response-time,2026-09,6h 30min",
            "mean-response-time,2026-10,12min 30s"
        ]
    );
}

#[test]
fn long_tables_and_months_beside_each_other() {
    let folder = workspace();
    put(&folder, "longo.csv");
    put(&folder, "meses-em-colunas.csv");
    assert_eq!(
        rows(&folder, &["longo.csv"]),
        [
            "nps,2026-09-30,41,,,,,Pesquisa trimestral",
            "ces,2026-09-30,2.4,,,,,Pesquisa trimestral",
        ]
    );
    assert_eq!(
        rows(&folder, &["meses-em-colunas.csv"])[2..],
        [
            "csat,2026-08,80.1%",
            "csat,2026-09,81.7%",
            "csat,2026-10,82.2%",
            "mean-response-time,2026-08,17.0h",
            "mean-response-time,2026-09,16.1h",
            "mean-response-time,2026-10,15.25h",
        ]
    );
}

#[test]
fn a_dry_run_shows_the_rows_and_writes_nothing() {
    let folder = workspace();
    put(&folder, "zendesk.csv");
    let ran = import(
        &folder,
        &[&["zendesk.csv", "--dry-run"][..], &ZENDESK].concat(),
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("csat                2026-07  84.1%"),
        "{}",
        ran.out
    );
    assert!(
        joined(&ran.out).contains("7 readings would be written"),
        "{}",
        ran.out
    );
    assert!(!folder.path().join("kpis").exists());
}

#[test]
fn another_value_is_refused_unless_it_revises() {
    let folder = workspace();
    put(&folder, "zendesk.csv");
    let before = "kpi,period,value\ncsat,2026-07,84%\ncsat,2026-08,85.60%\n";
    folder.write("kpis/own.csv", before);
    let arguments = [&["zendesk.csv"][..], &ZENDESK].concat();
    let ran = import(&folder, &arguments);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("zendesk.csv:2:25") && ran.err.contains("kpis/own.csv:2:14"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("1 error"), "{}", ran.err);
    assert!(!folder.path().join(FILE).exists());
    let rows = rows(&folder, &[&arguments[..], &["--revises"]].concat());
    // 85.60% is what is there: only the other value is a correction.
    assert_eq!(rows[1], "csat,2026-07,84.1%,,,,,,,true");
    assert_eq!(rows.len(), 6);
    assert_eq!(folder.read("kpis/own.csv"), before);
    let shown = folder.run(&[
        "kpi",
        "show",
        "csat",
        "--as-of",
        "2026-07-31",
        "--lang",
        "en",
    ]);
    assert!(shown.out.contains("84.1% · Jul 2026"), "{}", shown.out);
}

#[test]
fn every_problem_is_told_at_its_cell_and_nothing_is_written() {
    let told = refused(
        "Month;csat;mean-response-time\n03/04/2026;71%;90kg\n2027-01;72%;x\nAll year;73%;4h\n2026-09;74%;5h\n2026-09;75%;\n",
        &[],
    );
    for said in [
        "x.csv:2:1\n",
        "2026-04-03 or 2026-03-04",
        "--dates mdy",
        "x.csv:2:16",
        "`90kg` cannot be converted to `h`",
        "x.csv:3:1\n",
        "x.csv:3:13",
        "x.csv:4:1\n",
        "`All year` is not a period",
        "x.csv:6:9",
        "nothing was written to kpis/readings.csv",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
}

#[test]
fn what_a_column_leaves_open_must_be_said() {
    let dates = "Date,csat\n03/04/2026,71%\n05/06/2026,72%\n";
    assert!(refused(dates, &[]).contains("can be read as two days"));
    let folder = workspace();
    folder.write("x.csv", dates);
    assert_eq!(
        rows(&folder, &["x.csv", "--dates", "dmy"]),
        ["csat,2026-04-03,71%", "csat,2026-06-05,72%"]
    );
    let mixed = refused("Date,csat\n30/04/2026,71%\n05/31/2026,72%\n", &[]);
    assert!(mixed.contains("is a date in another order"), "{mixed}");
    assert!(mixed.contains("the order of this one"), "{mixed}");
    let signs = refused("Month;csat\n2026-08;71,5%\n2026-09;72.25%\n", &[]);
    assert!(signs.contains("decimals with the other sign"), "{signs}");
    let shares = refused("Month;csat\n2026-08;0,82\n2026-09;0,9\n", &[]);
    assert!(joined(&shares).contains("is it 0,82% or 82%?"), "{shares}");
}

#[test]
fn columns_that_are_not_there_are_told_with_those_that_are() {
    let text = "When,Score\n2026-09,71%\n";
    let told = joined(&refused(text, &["--kpi", "csat"]));
    assert!(
        told.contains("no column holds the `period`") && told.contains("When, Score"),
        "{told}"
    );
    let told = joined(&refused(
        text,
        &["--column", "period=Wen", "--column", "csat=Score"],
    ));
    assert!(
        told.contains("no column is headed `Wen`") && told.contains("did you mean `When`?"),
        "{told}"
    );
    let told = joined(&refused(text, &["--column", "csta=Score"]));
    assert!(told.contains("did you mean `csat`?"), "{told}");
    let told = joined(&refused("Month,Score\n2026-09,71%\n", &[]));
    assert!(told.contains("no column holds the `kpi`"), "{told}");
    let told = joined(&refused(
        "Month,KPI,Value\n2026-09,csta,71%\n2026-10,csta,71%\n",
        &[],
    ));
    assert!(
        told.contains("there is no KPI `csta`") && told.contains("1 error"),
        "{told}"
    );
    let told = joined(&refused("", &[]));
    assert!(told.contains("the file has no header"), "{told}");
    let told = joined(&refused("Month,csat\n2026-09,\"71%\n", &[]));
    assert!(told.contains("x.csv:2:9"), "{told}");
}

/// Eight processes import the same file: each of its rows is there once.
/// What a help desk in Brazil exports: channels, counts, percentages with their cases, and a row that sums up.
const CHANNELS: &str = "Mês;Canal;Tickets;CSAT;Espera (h)
2026-09;Chat;1.204;80,0%;0,5
2026-09;Telefone;796;90,0%;1,5
2026-09;Total;2.000;84,0%;0,9
Total geral;;2.000;84,0%;0,9
";

#[test]
fn cases_beside_columns_of_kpis_stand_behind_each() {
    let folder = workspace();
    folder.write("x.csv", CHANNELS);
    let arguments = [
        "x.csv",
        "--column",
        "n=Tickets",
        "--column",
        "csat=CSAT",
        "--column",
        "mean-response-time=Espera (h)",
        "--segment-column",
        "Canal",
    ];
    let ran = import(&folder, &arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let told = joined(&ran.out);
    assert!(told.contains("4 readings written"), "{told}");
    assert!(told.contains("totals, left out: 2"), "{told}");
    let written = folder.read(FILE);
    let first = "csat,2026-09,80.0%,,,1204,canal=Chat";
    assert!(written.contains(first), "{written}");
    // (80% × 1204 + 90% × 796) ÷ 2000 = 83.98%: the percentages of parts are never averaged as they stand.
    let shown = folder.run(&[
        "kpi",
        "show",
        "csat",
        "--as-of",
        "2026-11-20",
        "--lang",
        "en",
    ]);
    assert!(shown.out.contains("83.98%"), "{}", shown.out);
}

#[test]
fn columns_are_left_out_by_name() {
    let folder = workspace();
    folder.write("x.csv", CHANNELS);
    let arguments = [
        "x.csv",
        "--column",
        "mean-response-time=Espera (h)",
        "--column",
        "n=tickets",
        "--segment-column",
        "Canal",
        "--skip",
        "CSAT",
    ];
    let rows = rows(&folder, &arguments);
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows.iter().all(|row| row.starts_with("mean-response-time")));
    let told = joined(&refused(CHANNELS, &["--skip", "CSTA"]));
    assert!(told.contains("did you mean `CSAT`?"), "{told}");
    // Which of two KPIs would a count be of?
    let told = joined(&refused(CHANNELS, &["--column", "denominator=Tickets"]));
    assert!(told.contains("say of which KPI the file is"), "{told}");
}

#[test]
fn a_column_beside_settles_what_parts_thousands() {
    let arguments = [
        "x.csv",
        "--kpi",
        "first-contact-resolution",
        "--column",
        "numerator=Solved",
        "--column",
        "denominator=Tickets",
    ];
    let folder = workspace();
    folder.write(
        "x.csv",
        "Month;Solved;Tickets;Wait\n2026-08;790;1.204;30,5\n",
    );
    assert_eq!(
        rows(&folder, &arguments),
        ["first-contact-resolution,2026-08,,790,1204"]
    );
    // Another column is not trusted with decimals: a version may be `2.5`.
    let text = "Month;Solved;Tickets;Version\n2026-08;790;1.204;2.5\n";
    let told = joined(&refused(text, &arguments[1..]));
    assert!(told.contains("say `--decimal comma`"), "{told}");
}

#[test]
fn one_wrong_count_is_one_problem() {
    let text = "Mês,Solved,Tickets\n2026-08,790,1.204\n2026-09,880,1.311\n";
    let arguments = [
        "--kpi",
        "first-contact-resolution",
        "--column",
        "numerator=Solved",
        "--column",
        "denominator=Tickets",
    ];
    let told = joined(&refused(text, &arguments));
    assert!(told.contains("say `--decimal comma`"), "{told}");
    assert!(told.contains("1 error"), "{told}");
    assert!(!told.contains("has no `denominator`"), "{told}");
}

#[test]
fn the_file_of_a_spreadsheet_program_is_known() {
    for begin in [&b"PK\x03\x04\x14\0\x06\0"[..], b"\xd0\xcf\x11\xe0\xa1\xb1"] {
        let folder = workspace();
        std::fs::write(folder.path().join("x.xlsx"), begin).expect("files can be written");
        let ran = import(&folder, &["x.xlsx", "--kpi", "csat"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(
            joined(&ran.err).contains("save it there as CSV (UTF-8)"),
            "{}",
            ran.err
        );
    }
}

#[test]
fn importers_at_once_write_each_row_once() {
    let folder = workspace();
    put(&folder, "zendesk.csv");
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let ran = import(&folder, &[&["zendesk.csv", "-q"][..], &ZENDESK].concat());
                assert_eq!((ran.code, ran.err.as_str()), (0, ""));
            });
        }
    });
    assert_eq!(folder.read(FILE).lines().count(), 8);
}

#[test]
fn a_day_that_its_month_does_not_have_is_told_so() {
    let text = "kpi;data;valor\ncsat;30/10/2026;80%\ncsat;31/11/2026;81%\n";
    let told = joined(&refused(text, &[]));
    assert!(told.contains("`31/11/2026` is not a period"), "{told}");
    assert!(told.contains("November 2026 has 30 days"), "{told}");
    assert!(!told.contains("rows that sum others up"), "{told}");
    let folder = workspace();
    folder.write("x.csv", text);
    let ran = folder.run(&[
        "kpi",
        "import",
        "x.csv",
        "--as-of",
        "2026-11-20",
        "--lang",
        "pt-BR",
    ]);
    assert!(
        joined(&ran.err).contains("novembro de 2026 tem 30 dias"),
        "{}",
        ran.err
    );
    let total = joined(&refused("kpi;data;valor\ncsat;set/out 2026;80%\n", &[]));
    assert!(
        total.contains("take out rows that sum others up"),
        "{total}"
    );
}
