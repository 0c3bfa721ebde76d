//! What workspaces of an unusual size are on paper: nothing is cut off, no word of a heading is broken, a block stays
//! together, and a small table or a row of many persons is never torn.

use std::fmt::Write as _;

use serde_json::json;

use super::paper::{lines, pages};
use super::*;

/// The sheet of the summary without its margins, in CSS pixels.
const SHEET: (u32, u32) = (718, 1069);

/// One rubric with so many dimensions on five levels, which ask the same two questions each.
fn dimensions(count: usize) -> Folder {
    let mut rubric = "regua: 1\nid: ruler\nfloor: 1\nlevels:\n".to_owned();
    for (index, title) in [
        "Inicial",
        "Repetitivo",
        "Definido",
        "Gerenciado",
        "Otimizado",
    ]
    .iter()
    .enumerate()
    {
        let number = index + 1;
        let _ = writeln!(
            rubric,
            "  - {{id: l{number}, number: {number}, title: {title}}}"
        );
    }
    rubric.push_str("dimensions:\n");
    for index in 0..count {
        let name = ["Desenvolvimento de pessoas", "Dados e interoperabilidade"][index % 2];
        let _ = writeln!(rubric, "  - {{id: d{index}, title: {name} {index}}}");
    }
    rubric.push_str("criteria:\n");
    let mut answers = "regua: 1\nrubric: ruler\ndate: 2026-10-01\nanswers:\n".to_owned();
    for index in 0..count {
        for level in 2..=5 {
            let _ = writeln!(
                rubric,
                "  - {{id: c{index}-{level}, title: Prática {index}.{level}, level: {level}, dimension: d{index}, text: A prática é seguida?, scale: achievement}}"
            );
            let answer = ["fully", "largely", "partially", "not"][(index + level) % 4];
            let _ = writeln!(answers, "  c{index}-{level}: {answer}");
        }
    }
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Companhia de Serviços\nlanguage: pt-BR\nrubrics: [ruler]\ntargets: {ruler: {level: 3}}\n",
        )
        .write("rubrics/ruler.yaml", &rubric)
        .write("assessments/first.yaml", &answers);
    folder
}

/// Two rubrics of one kind, assessed twice, each without anything below what moved its index.
fn twins() -> Folder {
    let folder = dimensions(5);
    let named = "id: ruler\ntitle: Primeira régua\n";
    let rubric = folder
        .read("rubrics/ruler.yaml")
        .replacen("id: ruler\n", named, 1);
    let first = folder.read("assessments/first.yaml");
    let second = first
        .replace("2026-10-01", "2026-11-01")
        .replace(": partially", ": largely");
    let twin = |text: &str| {
        let words = [
            ("id: ruler", "id: twin"),
            ("rubric: ruler", "rubric: twin"),
            ("Primeira", "Segunda"),
        ];
        words.iter().fold(text.to_owned(), |text, (own, other)| {
            text.replace(own, other)
        })
    };
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Companhia de Serviços\nlanguage: pt-BR\nrubrics: [ruler, twin]\n",
        )
        .write("rubrics/ruler.yaml", &rubric)
        .write("rubrics/twin.yaml", &twin(&rubric))
        .write("assessments/second.yaml", &second)
        .write("assessments/twin-first.yaml", &twin(&first))
        .write("assessments/twin-second.yaml", &twin(&second));
    folder
}

/// A team of so many, of whom every second has a long name.
fn team(count: usize) -> Folder {
    let mut team =
        "regua: 1\nroles:\n  - {id: agent, title: Agent, requires: {csmg: 2}}\npeople:\n"
            .to_owned();
    for index in 0..count {
        let name = ["Ana Lima", "Bruno Prado de Albuquerque Cavalcanti"][index % 2];
        let _ = writeln!(
            team,
            "  - {{id: p{index}, name: {name} {index}, role: agent}}"
        );
    }
    let folder = Folder::new();
    folder
        .write(
            "regua.yaml",
            "regua: 1\norganisation: Big Team\nlanguage: en\nrubrics: [sfia-csmg]\n",
        )
        .write("people/team.yaml", &team);
    for index in 0..count {
        folder.write(
            &format!("assessments/p{index}.yaml"),
            &format!("regua: 1\nrubric: sfia-csmg\ndate: 2026-09-01\nperson: p{index}\nby: manager\nanswers: {{accurate-records: fully}}\n"),
        );
    }
    folder
}

#[test]
fn the_summary_cuts_no_chart_whatever_its_size() {
    let browser = Browser::launch();
    let page = browser.page();
    page.emulate("print", "light");
    page.set_viewport(SHEET.0, SHEET.1);
    // The figures of the rest of the sheet that are there, what reaches beyond it, the size of the smallest text,
    // and how far a key is from the middle of its chart.
    let looked = r"(() => {
        const rest = document.querySelector('.rest');
        const figures = [...rest.querySelectorAll('figure')].filter((own) => own.getClientRects().length);
        const below = rest.getBoundingClientRect().bottom + 1;
        const beyond = figures.flatMap((own) => [...own.querySelectorAll('svg, text, rect, figcaption')])
            .filter((own) => own.getBoundingClientRect().bottom > below).length;
        const sizes = figures.map((own) => 12 * own.querySelector('svg').getScreenCTM().a);
        const middle = (own) => own.getBoundingClientRect().left + own.getBoundingClientRect().width / 2;
        const aside = figures.map((own) => Math.abs(middle(own.querySelector('svg')) - middle(own.querySelector('.key'))));
        return [figures.length, beyond, Math.min(...sizes, 99), Math.max(...aside, 0)];
    })()";
    let mut shown = Vec::new();
    for count in [3, 8, 12, 13, 30] {
        let folder = dimensions(count);
        page.open(&made_short(&folder, "pt-BR"));
        let seen = page.evaluate(looked);
        assert_eq!(seen[1], 0, "{count} dimensions: nothing is cut off");
        let size = seen[2].as_f64().expect("a size");
        assert!(
            size >= 7.5,
            "{count} dimensions: text of {size} px is too small"
        );
        shown.push(seen[0].clone());
        let printed = folder.path().join("summary.pdf");
        page.pdf(&printed);
        assert_eq!(pages(&printed).len(), 1, "{count} dimensions");
        // Where one chart is alone, it takes its key along.
        page.evaluate("(() => { const first = document.querySelector('.rest figure'); if (first) first.style.display = 'none'; })()");
        let aside = page.evaluate(looked)[3].as_f64().expect("a distance");
        assert!(
            aside < 2.0,
            "{count} dimensions: a key stands {aside} px beside its chart"
        );
    }
    assert_eq!(shown[..3], [json!(2), json!(2), json!(2)]);
    assert_eq!(shown[4], 0, "thirty have no room");
}

#[test]
fn no_block_of_the_summary_is_torn_and_little_is_said_in_one_column() {
    let browser = Browser::launch();
    let page = browser.page();
    page.emulate("print", "light");
    page.set_viewport(SHEET.0, SHEET.1);
    let torn = "[...document.querySelectorAll('.thirds > div, .notes > div')].filter((own) => own.getClientRects().length > 1).map((own) => own.textContent)";
    let columns = "getComputedStyle(document.querySelector('.columns')).columnCount";
    let example = Folder::copy_of_example("otica-horizonte");
    for language in ["pt-BR", "en"] {
        page.open(&made_short(&example, language));
        assert_eq!(page.evaluate(torn), json!([]), "{language}");
        assert_eq!(page.evaluate(columns), "3", "{language}");
    }
    page.open(&made_short(&team(25), "en"));
    assert_eq!(page.evaluate(columns), "auto");
}

/// The words of these elements that begin on one line and end on another.
fn broken_words(selector: &str) -> String {
    let script = r"[...document.querySelectorAll('SELECTOR')].flatMap((own) => {
        const found = [];
        const walker = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
        for (let text; (text = walker.nextNode()); ) {
            for (const word of text.data.matchAll(/\S+/g)) {
                const range = document.createRange();
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                const tops = [...range.getClientRects()].map((own) => Math.round(own.top));
                if (new Set(tops).size > 1) found.push(word[0]);
            }
        }
        return found;
    })";
    script.replace("SELECTOR", selector)
}

#[test]
fn no_head_of_a_table_breaks_a_word_on_paper() {
    let browser = Browser::launch();
    let page = browser.page();
    page.emulate("print", "light");
    // A4 without the margins of the report.
    page.set_viewport(672, 990);
    let broken = broken_words("thead th");
    for example in ["otica-horizonte", "saas-support"] {
        let folder = Folder::copy_of_example(example);
        for language in ["pt-BR", "en"] {
            page.open(&made(&folder, language));
            assert_eq!(page.evaluate(&broken), json!([]), "{example}, {language}");
        }
    }
}

#[test]
fn other_measures_stand_apart_on_paper_and_in_a_few_lines_on_a_phone() {
    let browser = Browser::launch();
    let page = browser.page();
    let folder = Folder::copy_of_example("otica-horizonte");
    // How far a percentage ends from the mark in the next column, and the tallest row.
    let apart = r"Math.min(...[...document.querySelectorAll('.others td:nth-child(4)')].map((own) =>
        own.nextElementSibling.querySelector('em').getBoundingClientRect().left - own.querySelector('.n').getBoundingClientRect().right))";
    let tallest = "Math.max(...[...document.querySelectorAll('.others tbody tr')].map((own) => own.getBoundingClientRect().height))";
    let is_whole = "document.querySelector('.others').getBoundingClientRect().width <= document.querySelector('.others').parentNode.clientWidth + 1";
    for language in ["pt-BR", "en"] {
        let short = made_short(&folder, language);
        page.emulate("print", "light");
        page.set_viewport(SHEET.0, SHEET.1);
        page.open(&short);
        let apart = page.evaluate(apart).as_f64().expect("a distance");
        assert!(apart >= 8.0, "{language}: {apart} px");
        let broken = page.evaluate(&broken_words(".others :is(th, td)"));
        assert_eq!(broken, json!([]), "{language}");
        page.emulate("screen", "light");
        page.set_viewport(360, 900);
        for path in [short, made(&folder, language)] {
            page.open(&path);
            assert_eq!(page.evaluate(is_whole), json!(true), "{}", path.display());
            let tallest = page.evaluate(tallest).as_f64().expect("a height");
            assert!(tallest < 110.0, "{}: {tallest} px", path.display());
        }
    }
}

#[test]
fn two_changes_of_a_kpi_are_told_apart_on_a_screen() {
    let browser = Browser::launch();
    let page = browser.page();
    let folder = Folder::copy_of_example("otica-horizonte");
    page.emulate("screen", "light");
    page.open(&made_short(&folder, "pt-BR"));
    let between = "[...document.querySelectorAll('.readings .small > span + span')].map((own) => getComputedStyle(own, '::before').content)";
    assert_eq!(page.evaluate(between)[0], "\"· \"");
}

#[test]
fn a_summary_of_several_rubrics_names_one_question_of_each_that_divides() {
    let folder = twins();
    let first = folder.read("assessments/first.yaml");
    for rubric in ["ruler", "twin"] {
        for (name, answer) in [("ana", "fully"), ("bruno", "not")] {
            let answers = ["fully", "largely", "partially", "not"]
                .iter()
                .fold(first.replace("2026-10-01", "2026-12-01"), |text, own| {
                    text.replace(&format!(": {own}\n"), &format!(": {answer}\n"))
                });
            let answers = answers.replace(
                "rubric: ruler",
                &format!("rubric: {rubric}\nrespondent: {name}"),
            );
            folder.write(
                &format!("assessments/{rubric}/{name}.yaml"),
                &answers.replace("2026-12-01", "2026-11-15"),
            );
        }
    }
    let browser = Browser::launch();
    let page = browser.page();
    let questions = "[...document.querySelectorAll('.notes dd > p:has(b:first-child)')].map((own) => [own.querySelector('b').textContent, own.textContent.split('as respostas vão de').length - 1])";
    page.open(&made_short(&folder, "pt-BR"));
    assert_eq!(
        page.evaluate(questions),
        json!([["Primeira régua.", 1], ["Segunda régua.", 1]])
    );
    page.open(&made(&folder, "pt-BR"));
    assert_eq!(
        page.evaluate(questions),
        json!([["Primeira régua.", 3], ["Segunda régua.", 3]])
    );
}

#[test]
fn many_persons_begin_below_their_heading_and_each_page_has_the_skills() {
    let browser = Browser::launch();
    let page = browser.page();
    page.emulate("print", "light");
    let folder = team(25);
    page.open(&made(&folder, "en"));
    let printed = folder.path().join("report.pdf");
    page.pdf(&printed);
    let pages = pages(&printed);
    let heading = "Level held, of the level the role asks for";
    let first = pages.iter().position(|page| page.contains(heading));
    let first = first.expect("the chart has a heading");
    assert!(
        pages[first].contains("Ana Lima 0")
            && lines(&pages[first])[..2].join(" ").contains("People"),
        "{}",
        pages[first]
    );
    let joined = |page: &String| page.split_whitespace().collect::<Vec<_>>().join(" ");
    let of_chart: Vec<String> = pages[first..first + 2].iter().map(joined).collect();
    for number in 0..25 {
        let name = ["Ana Lima", "Bruno Prado de Albuquerque Cavalcanti"][number % 2];
        let row = format!("{name} {number} –/2");
        let is_whole = |page: &String| page.contains(&row);
        assert!(of_chart.iter().any(is_whole), "{row}: {of_chart:?}");
    }
    assert!(
        lines(&pages[first + 1]).contains(&"csmg"),
        "the head is repeated"
    );
}

#[test]
fn a_rubric_s_heading_is_on_the_page_of_what_it_heads() {
    let browser = Browser::launch();
    let page = browser.page();
    page.emulate("print", "light");
    let folder = twins();
    page.open(&made(&folder, "pt-BR"));
    let printed = folder.path().join("report.pdf");
    // Wherever a page ends, it ends beside the heading of the second rubric.
    for height in (0..=1_000).step_by(125) {
        page.evaluate(&format!(
            "document.querySelector('#dimensions article + article').style.marginTop = document.querySelector('.whys').style.marginBottom = '{height}px'"
        ));
        page.pdf(&printed);
        for said in pages(&printed) {
            let lines = lines(&said);
            let last = lines[lines.len().saturating_sub(2)];
            assert!(
                !["Primeira régua", "Segunda régua"].contains(&last),
                "{height}: {said}"
            );
        }
    }
}

#[test]
fn what_is_short_asks_for_no_page_of_its_own() {
    let browser = Browser::launch();
    let page = browser.page();
    page.emulate("print", "light");
    let folder = dimensions(3);
    let answers = folder.read("assessments/first.yaml");
    let answers = ["largely", "partially", "not"]
        .iter()
        .fold(answers, |text, answer| {
            text.replace(&format!(": {answer}\n"), ": fully\n")
        });
    let mut kpis = "regua: 1\nkpis:\n".to_owned();
    let mut readings = "kpi,period,value\n".to_owned();
    for name in ["um", "dois", "tres", "quatro"] {
        let _ = writeln!(
            kpis,
            "  - {{id: {name}, title: Indicador {name}, unit: \"%\", direction: higher, frequency: monthly, definition: Uma leitura só.}}"
        );
        let _ = writeln!(readings, "{name},2026-10,90");
    }
    folder
        .write("assessments/first.yaml", &answers)
        .write("kpis/definitions.yaml", &kpis)
        .write("kpis/readings.csv", &readings);
    page.open(&made(&folder, "pt-BR"));
    let tops = page.evaluate(
        "[...document.querySelectorAll('.kpi')].map((own) => own.getBoundingClientRect().top)",
    );
    assert_eq!(tops[0], tops[1], "two in a row: {tops}");
    assert_eq!(tops[2], tops[3], "two in a row: {tops}");
    let printed = folder.path().join("report.pdf");
    page.pdf(&printed);
    let pages = pages(&printed);
    let with_plan = pages.iter().find(|page| page.contains("Rumo à meta"));
    let with_plan = with_plan.expect("there is a plan");
    assert!(with_plan.contains("Indicador quatro"), "{with_plan}");
}

#[test]
fn a_small_table_or_list_is_whole_on_paper() {
    let browser = Browser::launch();
    let page = browser.page();
    page.emulate("print", "light");
    let of_tables = r"[...document.querySelectorAll('table')]
        .filter((own) => own.caption?.className === '' && own.rows.length < 8 && own.getClientRects().length)
        .map((own) => [own.caption, ...[...own.tBodies[0].rows].map((row) => row.cells[0])])
        .concat([...document.querySelectorAll('.files')].map((own) => [...own.children]))
        .map((own) => own.map((own) => own.innerText.replace(/[\s-]/g, '').slice(0, 24)))";
    let mut examples = vec![
        (Folder::copy_of_example("otica-horizonte"), "en"),
        (Folder::copy_of_example("saas-support"), "pt-BR"),
    ];
    // At the end of a line a hyphen is taken for one that divides a word. Wherever a page ends, it ends beside the tables of the plan.
    examples.extend((8..14).map(|count| (dimensions(count), "pt-BR")));
    for (folder, language) in &examples {
        page.open(&made(folder, language));
        let tables: Vec<Vec<String>> =
            serde_json::from_value(page.evaluate(of_tables)).expect("tables of texts");
        assert!(!tables.is_empty());
        let printed = folder.path().join("report.pdf");
        page.pdf(&printed);
        let pages: Vec<String> = pages(&printed)
            .iter()
            .map(|page| page.replace(|own: char| own.is_whitespace() || own == '-', ""))
            .collect();
        for table in tables {
            let is_whole = |page: &&String| table.iter().all(|text| page.contains(text.as_str()));
            assert!(
                pages.iter().any(|page| is_whole(&page)),
                "{table:?} is torn"
            );
        }
    }
}

#[test]
fn the_foot_is_never_alone_nor_divided() {
    let browser = Browser::launch();
    let page = browser.page();
    page.emulate("print", "light");
    let folder = Folder::copy_of_example("saas-support");
    let printed = folder.path().join("report.pdf");
    page.open(&made(&folder, "en"));
    // So many more lines at the end of the last chapter.
    let lengthened = |lines: u32| {
        page.evaluate(&format!(
            "(() => {{ document.querySelectorAll('.more').forEach((own) => own.remove()); for (let line = 0; line < {lines}; line += 1) document.querySelector('.part:last-child').insertAdjacentHTML('beforeend', '<p class=more>One more line.</p>'); }})()"
        ));
        page.pdf(&printed);
        pages(&printed)
    };
    // The least number of lines that asks for another page, for which the foot stands at the very end of one.
    let before = lengthened(10).len();
    let (mut few, mut many) = (10, 74);
    while few + 1 < many {
        let middle = (few + many) / 2;
        if lengthened(middle).len() > before {
            many = middle;
        } else {
            few = middle;
        }
    }
    for (count, expected) in [(few, before), (many, before + 1)] {
        let pages = lengthened(count);
        assert_eq!(pages.len(), expected, "{count} more lines");
        let last = &pages[expected - 1];
        for said in ["One more line.", "Made with regua", "progress ÷ expected"] {
            assert!(last.contains(said), "{count} more lines: {last}");
        }
    }
}

#[test]
fn a_summary_that_is_somewhat_too_long_is_set_smaller_to_be_one_sheet() {
    for (height, sheets) in [(250, 1), (310, 1), (400, 2)] {
        let folder = dimensions(3);
        let page = format!(
            "<!doctype html><html><head><style>@page{{size:A4;margin:10mm}}body{{margin:0}}div{{height:{height}mm}}</style></head><body><div>above</div><p>below</p></body></html>\n"
        );
        folder.write("templates/summary.html.j2", &page);
        // The browser is found as it is where the program runs.
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_regua"))
            .args(["report", "--summary", "--format", "pdf", "-o", "one.pdf"])
            .current_dir(folder.path())
            .output()
            .expect("the program runs");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{err}");
        let printed = pages(&folder.path().join("one.pdf"));
        assert_eq!(printed.len(), sheets, "{height} mm: {printed:?}");
        assert!(printed.concat().contains("below"), "{printed:?}");
    }
}
