//! A value that is to be kept, in words: how it is to be, in how many of the periods that have passed it was, and in
//! which it was not.

use crate::locale::{Locale, Word};
use crate::model::{DateRange, Exact, Keep, KeyResult, KeyResultKind, Period};
use crate::score::KeyResultScore;
use crate::score::key_result::KeptPeriod;

/// The most periods that are named as not kept, the latest ones; of those that have no name but their days, one.
const NAMED: usize = 3;

/// What was kept and what not; none of a key result of another kind.
#[must_use]
pub fn in_words(locale: &Locale, key_result: &KeyResult, score: &KeyResultScore) -> Option<String> {
    let KeyResultKind::Keep(keep) = &key_result.kind else {
        return None;
    };
    let quantity = |value: &Exact| locale.quantity(value, &key_result.unit);
    // An amendment may have moved the one bound.
    let bound = |written: &Exact| quantity(score.target.value().unwrap_or(written));
    let (bounds, value, high) = match keep {
        Keep::AtLeast(least) => ("least", bound(least), String::new()),
        Keep::AtMost(most) => ("most", bound(most), String::new()),
        Keep::Between(low, high) => ("between", quantity(low), quantity(high)),
    };
    let mut words = vec![
        ("bounds", Word::from(bounds)),
        ("value", value.into()),
        ("high", high.into()),
    ];
    let Some(first) = score.periods.first() else {
        return Some(locale.say("report-kept-not-yet", &words));
    };
    let lapses: Vec<&KeptPeriod> = score.periods.iter().filter(|own| !own.is_met).collect();
    words.extend([
        ("met", (score.periods.len() - lapses.len()).into()),
        ("passed", score.periods.len().into()),
        ("unit", unit(first.days).into()),
    ]);
    let kept = locale.say("report-kept", &words);
    if lapses.is_empty() {
        return Some(kept);
    }
    let named = match Period::of(first.days) {
        Some(_) => NAMED,
        None => 1,
    };
    let left_out = lapses.len().saturating_sub(named);
    let named: Vec<String> = lapses[left_out..]
        .iter()
        .map(|own| {
            let period = Period::of(own.days).unwrap_or(Period::Range(own.days));
            let reading = own.value.as_ref().map(|dated| quantity(&dated.value));
            let words = [
                ("period", Word::from(locale.period(period))),
                (
                    "measured",
                    if reading.is_some() { "yes" } else { "no" }.into(),
                ),
                ("value", reading.unwrap_or_default().into()),
            ];
            locale.say("report-kept-lapse", &words)
        })
        .collect();
    let words = [
        ("kept", Word::from(kept)),
        ("more", left_out.into()),
        ("periods", named.join(", ").into()),
    ];
    Some(locale.say("report-kept-but", &words))
}

/// What one of the periods is called.
fn unit(days: DateRange) -> &'static str {
    match (days.last - days.first).num_days() + 1 {
        1 => "day",
        7 => "week",
        14 => "fortnight",
        28..=31 => "month",
        89..=92 => "quarter",
        181..=184 => "half",
        365 | 366 => "year",
        _ => "period",
    }
}
