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
    // The figures of the rest of the sheet that are there, what reaches beyond it, and the size of the smallest text.
    let seen = r"(() => {
        const rest = document.querySelector('.rest');
        const figures = [...rest.querySelectorAll('figure')].filter((own) => own.getClientRects().length);
        const below = rest.getBoundingClientRect().bottom + 1;
        const beyond = figures.flatMap((own) => [...own.querySelectorAll('svg, text, rect, figcaption')])
            .filter((own) => own.getBoundingClientRect().bottom > below).length;
        const sizes = figures.map((own) => 12 * own.querySelector('svg').getScreenCTM().a);
        return [figures.length, beyond, Math.min(...sizes, 99)];
    })()";
    let mut shown = Vec::new();
    for count in [3, 8, 12, 13, 30] {
        let folder = dimensions(count);
        page.open(&made_short(&folder, "pt-BR"));
        let seen = page.evaluate(seen);
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

#[test]
fn no_head_of_a_table_breaks_a_word_on_paper() {
    let browser = Browser::launch();
    let page = browser.page();
    page.emulate("print", "light");
    // A4 without the margins of the report.
    page.set_viewport(672, 990);
    let broken = r"[...document.querySelectorAll('thead th')].flatMap((head) => {
        const found = [];
        const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
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
    for example in ["otica-horizonte", "saas-support"] {
        let folder = Folder::copy_of_example(example);
        for language in ["pt-BR", "en"] {
            page.open(&made(&folder, language));
            assert_eq!(page.evaluate(broken), json!([]), "{example}, {language}");
        }
    }
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
fn a_small_table_is_whole_on_paper() {
    let browser = Browser::launch();
    let page = browser.page();
    page.emulate("print", "light");
    let of_tables = r"[...document.querySelectorAll('table')]
        .filter((own) => own.caption?.className === '' && own.rows.length < 8 && own.getClientRects().length)
        .map((own) => [own.caption, ...[...own.tBodies[0].rows].map((row) => row.cells[0])].map((own) => own.innerText.replace(/[\s-]/g, '').slice(0, 24)))";
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
