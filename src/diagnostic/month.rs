//! The 31st of November: how many days a month has, where a date names one more.

use chrono::{Datelike, Months, NaiveDate};

use super::Diagnostic;
use crate::model::parse_day;

/// Says in a problem with a date how many days its month has, where it names a later one; gives it back as it was
/// where that is not what is wrong.
pub(crate) fn beyond_month(problem: Diagnostic, written: &str) -> Result<Diagnostic, Diagnostic> {
    let Some(last) = last_of_its_month(written) else {
        return Err(problem);
    };
    let month = last.format("%B").to_string().to_lowercase();
    let problem = problem.with("year", last.year()).with("month", month);
    Ok(problem.with("days", last.day()).help("help-month"))
}

/// The last day of the month that a date goes beyond, as files and as exports write dates: `2026-02-30`,
/// `30/02/2026`, `2/30/26`. `None` where that is not what is wrong.
fn last_of_its_month(written: &str) -> Option<NaiveDate> {
    let parts = written.split(['/', '.', '-']).map(str::trim);
    let parts: Vec<&str> = parts.collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let orders = match first.len() {
        4 => vec![(first, second, third)],
        _ => vec![(third, second, first), (third, first, second)],
    };
    orders.into_iter().find_map(|(year, month, day)| {
        let day: u32 = day.parse().ok().filter(|day| *day <= 31)?;
        let century = if year.len() == 2 { "20" } else { "" };
        let first = parse_day(&format!("{century}{year}-{month:0>2}-01"))?;
        let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
        (day > last.day()).then_some(last)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_beyond_its_month_is_told_from_other_texts() {
        #[track_caller]
        fn case(written: &str, expected: Option<&str>) {
            let last = last_of_its_month(written).map(|day| day.to_string());
            assert_eq!(last.as_deref(), expected, "{written}");
        }
        case("2026-02-30", Some("2026-02-28"));
        case("2024-02-30", Some("2024-02-29"));
        case("31/11/2026", Some("2026-11-30"));
        case("11/31/2026", Some("2026-11-30"));
        case("31.4.26", Some("2026-04-30"));
        case("2026/6/31", Some("2026-06-30"));
        case("30/11/2026", None);
        case("31/13/2026", None);
        case("2026-02-99", None);
        case("31/11", None);
        case("Total", None);
    }
}
