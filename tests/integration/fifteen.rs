//! The fifteen key results that the framework gives as examples, in the example of the optician: each sentence as
//! the plan says it, and each on three days as worked out by hand.
//!
//! The three days: 15 August, half-way through the third quarter, before the fourth has begun; 10 October, after
//! the end of the third, when so little of the fourth has passed that it is too early to say; 20 November, in the
//! middle of the fourth.
//!
//! Figures are fractions as they come out on paper, `43186.3/144312`: the test divides them, in whole numbers of
//! its own, and holds them against the six places of the JSON result.

use regua::model::{Cycle, Language};
use regua::read::{self, CycleFolder, InputFile, Inputs};
use serde_json::Value;

use super::support::{Folder, repository, shown};

/// Half-way through the third quarter.
const AUGUST: &str = "2026-08-15";
/// Ten days into the fourth.
const OCTOBER: &str = "2026-10-10";
/// Seven weeks into it.
const NOVEMBER: &str = "2026-11-20";

/// What a key result is on a day: value, progress, expected, status; and how that was worked out.
struct On(&'static str, [&'static str; 3], &'static str, &'static str);

/// A key result: id, baseline and target, then its days.
struct Row {
    id: &'static str,
    /// The working of both ends.
    ends: &'static str,
    /// Baseline and target from this day on; `-` where there is none yet.
    from: &'static [(&'static str, [&'static str; 2])],
    days: [On; 3],
}

/// From 1 July to 30 September are 91 days, to 31 December 183, to 30 June 2027 364; of these 45 have passed on
/// 15 August, 101 on 10 October, 142 on 20 November. From 1 October to 31 December are 91 days, to 30 June 2027
/// 272; of these 9 have passed on 10 October, 50 on 20 November.
#[rustfmt::skip]
const FIFTEEN: [Row; 15] = [
    Row {
        id: "response-time",
        ends: "as written",
        from: &[(AUGUST, ["24", "12"])],
        days: [
            On(AUGUST, ["245437.7/12026", "43186.3/144312", "45/91"], "at_risk",
                "July: 3834·1.8 + 4633·23.4 + 1092·196/60 + 2467·51.3 = 245437.7 h over 12026 contacts; (24·12026 − 245437.7)/(12·12026); 0.299/0.495 = 0.61"),
            On(OCTOBER, ["2138863/185940", "2323697/2231280", "1"], "achieved",
                "September: 142590.8666… h = 2138863/15 over 12396; (24·185940 − 2138863)/(12·185940) is above 1"),
            On(NOVEMBER, ["156843.7/13299", "162332.3/159588", "1"], "achieved",
                "October counts though the day is past: (24·13299 − 156843.7)/(12·13299), still above 1"),
        ],
    },
    Row {
        id: "fcr",
        ends: "as written",
        from: &[(AUGUST, ["60", "80"])],
        days: [
            On(AUGUST, ["774100/12367", "32080/247340", "45/91"], "at_risk",
                "July: 7741 of 12367; (774100 − 60·12367)/(20·12367); 0.130/0.495 = 0.26"),
            On(OCTOBER, ["933500/12718", "170420/254360", "1"], "missed",
                "September: 9335 of 12718; (933500 − 60·12718)/(20·12718) = 0.67, and 30 September is past"),
            On(NOVEMBER, ["968200/13580", "153400/271600", "1"], "missed",
                "October: 9682 of 13580; (968200 − 60·13580)/(20·13580)"),
        ],
    },
    Row {
        id: "chatbots",
        ends: "as written: from nothing",
        from: &[(AUGUST, ["0", "30"])],
        days: [
            On(AUGUST, ["3", "3/30", "3/31"], "on_track",
                "planned 0 % on 31 July and 6 % on 31 August: 6·15/31 = 90/31 %, of 30 %: 3/31, below 0.10: too early to say"),
            On(OCTOBER, ["15", "15/30", "473/930"], "on_track",
                "planned 13 % on 30 September and 20 % on 31 October: 13 + 7·10/31 = 473/31 %, of 30 %; 0.5/0.509 = 0.98"),
            On(NOVEMBER, ["25", "25/30", "142/183"], "on_track",
                "planned 20 % on 31 October and 30 % on 31 December: 20 + 10·20/61 = 1420/61 %, of 30 %: 142/183"),
        ],
    },
    Row {
        id: "satisfaction-score",
        ends: "as written",
        from: &[(AUGUST, ["75", "90"])],
        days: [
            On(AUGUST, ["76", "1/15", "31.5/183"], "at_risk",
                "row of 24 July; aspirational: 0.7·45/183; 0.067/0.172 = 0.39"),
            On(OCTOBER, ["82", "7/15", "70.7/183"], "on_track", "row of 18 September; 0.7·101/183"),
            On(NOVEMBER, ["84", "9/15", "99.4/183"], "on_track", "row of 13 November; 0.7·142/183"),
        ],
    },
    Row {
        id: "resolution-time",
        ends: "June: 759328.8 h over 11508 contacts; a fifth less",
        from: &[(AUGUST, ["759328.8/11508", "607463.04/11508"])],
        days: [
            On(AUGUST, ["755950.6/11813", "1352358048/8969951114.4", "31.5/183"], "behind",
                "July: 755950.6 h over 11813; p = 5·(1 − v/b), v/b = (755950.6·11508)/(11813·759328.8) = 8699479504.8/8969951114.4; 0.151/0.172 = 0.88"),
            On(OCTOBER, ["696559.6/12195", "6220034196/9260014716", "70.7/183"], "on_track",
                "September: 696559.6 h over 12195; 12195·759328.8 = 9260014716, 696559.6·11508 = 8016007876.8; five times the difference"),
            On(NOVEMBER, ["857631.3/12145", "-3237863622/9222048276", "99.4/183"], "at_risk",
                "October: 857631.3 h over 12145, worse than June: 12145·759328.8 = 9222048276, 857631.3·11508 = 9869621000.4"),
        ],
    },
    Row {
        id: "positive-feedback",
        ends: "as written",
        from: &[(AUGUST, ["70", "85"])],
        days: [
            On(AUGUST, ["117500/1635", "3050/24525", "31.5/183"], "behind",
                "July: 1175 of 1635; (117500 − 70·1635)/(15·1635); 0.124/0.172 = 0.72"),
            On(OCTOBER, ["141200/1787", "16110/26805", "70.7/183"], "on_track",
                "September: 1412 of 1787; (141200 − 70·1787)/(15·1787)"),
            On(NOVEMBER, ["142000/1784", "17120/26760", "99.4/183"], "on_track",
                "October: 1420 of 1784; (142000 − 70·1784)/(15·1784)"),
        ],
    },
    Row {
        id: "product-trainings",
        ends: "as written: from nothing",
        from: &[(AUGUST, ["0", "3"])],
        days: [
            On(AUGUST, ["-", "-", "0"], "planned", "the cycle begins on 1 October"),
            On(OCTOBER, ["0", "0", "9/272"], "on_track", "0.033 is below 0.10: too early to say"),
            On(NOVEMBER, ["1", "1/3", "50/272"], "on_track", "row of 13 November: one session held"),
        ],
    },
    Row {
        id: "knowledge-tests",
        ends: "no test was ever held: no baseline",
        from: &[(AUGUST, ["-", "90"])],
        days: [
            On(AUGUST, ["-", "-", "0"], "planned", "the cycle begins on 1 October"),
            On(OCTOBER, ["-", "-", "9/91"], "no_baseline", "no row has a value"),
            On(NOVEMBER, ["-", "-", "50/91"], "no_baseline", "two rows, of confidence alone"),
        ],
    },
    Row {
        id: "certifications",
        ends: "as written: from nothing",
        from: &[(AUGUST, ["0", "80"])],
        days: [
            On(AUGUST, ["-", "-", "0"], "planned", "the cycle begins on 1 October"),
            On(OCTOBER, ["0", "0", "9/91"], "on_track", "0.0989 is just below 0.10: too early to say"),
            On(NOVEMBER, ["44.7", "44.7/80", "50/91"], "on_track", "row of 13 November; 0.559/0.549"),
        ],
    },
    Row {
        id: "escalation-time",
        ends: "as written",
        from: &[(AUGUST, ["48", "24"])],
        days: [
            On(AUGUST, ["-", "-", "0"], "planned", "the cycle begins on 1 October"),
            On(OCTOBER, ["48", "0", "9/91"], "on_track", "(48 − 48)/24; too early to say"),
            On(NOVEMBER, ["38", "10/24", "50/91"], "behind", "(48 − 38)/24; 0.417/0.549 = 0.76"),
        ],
    },
    Row {
        id: "productivity",
        ends: "the first reading is the baseline: 14 on 2 October; a quarter more",
        from: &[(AUGUST, ["-", "-"]), (OCTOBER, ["14", "17.5"])],
        days: [
            On(AUGUST, ["-", "-", "0"], "planned", "the cycle begins on 1 October"),
            On(OCTOBER, ["14", "0", "9/91"], "on_track", "the reading that is the baseline; too early to say"),
            On(NOVEMBER, ["15", "1/3.5", "50/91"], "at_risk", "(15 − 14)/(17.5 − 14); 0.286/0.549 = 0.52"),
        ],
    },
    Row {
        id: "operational-errors",
        ends: "60 as written; three tenths less",
        from: &[(AUGUST, ["60", "42"])],
        days: [
            On(AUGUST, ["-", "-", "0"], "planned", "the cycle begins on 1 October"),
            On(OCTOBER, ["60", "0", "9/91"], "on_track", "(60 − 60)/18; too early to say"),
            On(NOVEMBER, ["50", "10/18", "50/91"], "on_track", "row of 23 October; 0.556/0.549"),
        ],
    },
    Row {
        id: "status-updates",
        ends: "as written",
        from: &[(AUGUST, ["1", "3"])],
        days: [
            On(AUGUST, ["1", "0", "45/364"], "at_risk", "row of 7 August: nothing of 0.124"),
            On(OCTOBER, ["2", "1/2", "101/364"], "on_track", "row of 2 October"),
            On(NOVEMBER, ["2", "1/2", "142/364"], "on_track", "row of 13 November"),
        ],
    },
    Row {
        id: "newsletter-open-rate",
        ends: "the first reading is the baseline: 22 % on 24 July",
        from: &[(AUGUST, ["22", "50"])],
        days: [
            On(AUGUST, ["22", "0", "45/183"], "at_risk", "the reading that is the baseline: nothing of 0.246"),
            On(OCTOBER, ["30", "8/28", "101/183"], "at_risk", "row of 18 September; 0.286/0.552 = 0.52"),
            On(NOVEMBER, ["33", "11/28", "142/183"], "at_risk", "row of 13 November; 0.393/0.776 = 0.51"),
        ],
    },
    Row {
        id: "repeated-enquiries",
        ends: "150 as written; a fifth less",
        from: &[(AUGUST, ["150", "120"])],
        days: [
            On(AUGUST, ["146", "4/30", "45/91"], "at_risk", "row of 7 August; 0.133/0.495 = 0.27"),
            On(OCTOBER, ["118", "32/30", "1"], "achieved", "row of 30 September, the last day: beyond the target"),
            On(NOVEMBER, ["118", "32/30", "1"], "achieved", "nothing was said since"),
        ],
    },
];

/// A fraction as JSON shows it: at most six places, half up; `null` for `-`.
fn decimal(fraction: &str) -> String {
    if fraction == "-" {
        return "null".to_owned();
    }
    // Each side in hundredths, so that decimals are whole numbers.
    let hundredths = |text: &str| -> i128 {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{decimals:0<2}");
        digits.parse().expect("a decimal with two places")
    };
    let (above, below) = fraction.split_once('/').unwrap_or((fraction, "1"));
    let (above, below) = (hundredths(above), hundredths(below));
    let millionths = (2 * above.abs() * 1_000_000 + below) / (2 * below);
    let sign = if above < 0 && millionths > 0 { "-" } else { "" };
    let digits = format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
    let short = digits.trim_end_matches('0').trim_end_matches('.');
    format!("{sign}{short}")
}

fn key_result<'v>(result: &'v Value, id: &str) -> &'v Value {
    let cycles = result["okrs"].as_array().expect("cycles");
    let objectives = cycles
        .iter()
        .flat_map(|cycle| cycle["objectives"].as_array().expect("objectives"));
    let mut key_results =
        objectives.flat_map(|objective| objective["key_results"].as_array().expect("key results"));
    key_results
        .find(|own| own["id"] == id)
        .unwrap_or_else(|| panic!("no key result {id}"))
}

#[test]
fn each_of_the_fifteen_stands_on_three_days_as_worked_out_by_hand() {
    let folder = Folder::copy_of_example("otica-horizonte");
    for (index, day) in [AUGUST, OCTOBER, NOVEMBER].into_iter().enumerate() {
        let result = folder.scored(day);
        for row in &FIFTEEN {
            let On(on, [value, progress, expected], status, working) = &row.days[index];
            assert_eq!(*on, day, "{}", row.id);
            let ends = row.from.iter().rev().find(|(from, _)| *from <= day);
            let (_, [baseline, target]) = ends.expect("every row begins in August");
            let own = key_result(&result, row.id);
            let figures = [
                ("baseline", baseline, row.ends),
                ("target", target, row.ends),
                ("value", value, *working),
                ("progress", progress, *working),
                ("expected", expected, *working),
            ];
            for (name, fraction, working) in figures {
                let told = format!("{name} of {} on {day}: {fraction}: {working}", row.id);
                assert_eq!(shown(own, &format!("/{name}")), decimal(fraction), "{told}");
            }
            let told = format!("status of {} on {day}: {working}", row.id);
            assert_eq!(shown(own, "/status"), *status, "{told}");
        }
    }
}

#[test]
fn a_fraction_is_rounded_half_up_at_six_places() {
    assert_eq!(decimal("1/3"), "0.333333");
    assert_eq!(decimal("2/3"), "0.666667");
    assert_eq!(decimal("1/2000000"), "0.000001");
    assert_eq!(decimal("-1/3.5"), "-0.285714");
    assert_eq!(decimal("24"), "24");
    assert_eq!(decimal("-"), "null");
}

/// The plans of the example.
fn cycles() -> Vec<Cycle> {
    let example = repository().join("examples/otica-horizonte");
    let file = |path: &str| InputFile {
        path: path.to_owned(),
        bytes: std::fs::read(example.join(path)).expect("the example is there"),
    };
    let folders = ["okrs/2026-Q3", "okrs/2026-Q4"].map(|folder| CycleFolder {
        path: folder.to_owned(),
        plan: Some(file(&format!("{folder}/plan.yaml"))),
        ..CycleFolder::default()
    });
    let inputs = Inputs {
        settings: Some(file("regua.yaml")),
        cycles: folders.into(),
        ..Inputs::default()
    };
    let latest = regua::model::parse_day(NOVEMBER).expect("a day");
    let read = read::workspace(inputs, latest);
    read.workspace.expect("the example reads").cycles
}

/// Each sentence of the framework, with what the plan must say of it: unit, last day, deliverable. Its figures are
/// in the table above.
#[test]
fn each_sentence_is_in_the_plan_with_its_unit_deadline_and_deliverable() {
    let cycles = cycles();
    let case = |sentence: &str, id: &str, unit: &str, due: &str, deliverable: Option<&str>| {
        let mut all = cycles
            .iter()
            .flat_map(|cycle| &cycle.objectives)
            .flat_map(|objective| &objective.key_results);
        let own = all
            .find(|own| own.id.as_str() == id)
            .unwrap_or_else(|| panic!("{sentence}: no {id}"));
        assert_eq!(own.unit.text, unit, "{sentence}");
        assert_eq!(own.due.to_string(), due, "{sentence}");
        let text = own.deliverable.as_ref();
        let text = text.map(|text| text.in_language(Language::Portuguese));
        assert_eq!(text.is_some(), deliverable.is_some(), "{sentence}");
        if let (Some(text), Some(part)) = (text, deliverable) {
            assert!(text.contains(part), "{sentence}: {text}");
        }
        id.to_owned()
    };
    #[rustfmt::skip]
    let said = [
        case("mean response time 24 h → 12 h within 3 months", "response-time", "h", "2026-09-30", None),
        case("FCR 60 % → 80 % by the end of the quarter", "fcr", "%", "2026-09-30", None),
        case("chatbots that resolve 30 % of basic enquiries within 6 months", "chatbots", "%", "2026-12-31", Some("Chatbots")),
        case("satisfaction score 75 → 90 by the end of the half-year", "satisfaction-score", "pontos", "2026-12-31", None),
        case("new platform that cuts mean resolution time by 20 %", "resolution-time", "h", "2026-12-31", Some("plataforma")),
        case("positive post-contact feedback 70 % → 85 % by year end", "positive-feedback", "%", "2026-12-31", None),
        case("hold 3 training sessions on new products by the end of Q2", "product-trainings", "sessões", "2027-06-30", None),
        case("team average of 90 % in product knowledge tests", "knowledge-tests", "%", "2026-12-31", None),
        case("certify 80 % of the team in advanced techniques by year end", "certifications", "%", "2026-12-31", None),
        case("escalation time of complex cases 48 h → 24 h within 3 months", "escalation-time", "h", "2026-12-31", None),
        case("ticket system that raises productivity by 25 % by the end of the half-year", "productivity", "chamados", "2026-12-31", Some("sistema de chamados")),
        case("revise the SOPs to cut operational errors by 30 % by year end", "operational-errors", "erros", "2026-12-31", Some("POPs")),
        case("proactive status updates from 1 a week to 3 a week by the end of Q2", "status-updates", "/week", "2027-06-30", None),
        case("monthly newsletter reaching a 50 % open rate by year end", "newsletter-open-rate", "%", "2026-12-31", Some("Newsletter mensal")),
        case("self-service portal that cuts repeated enquiries by 20 % by the end of Q3", "repeated-enquiries", "consultas", "2026-09-30", Some("Portal")),
    ];
    assert_eq!(said.as_slice(), FIFTEEN.map(|row| row.id.to_owned()));
}
