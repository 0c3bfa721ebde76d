//! Where respondents stand so far apart that they should talk.

use super::sentence::{Sentence, Telling};
use super::{Assessed, NAMED};
use crate::locale::Word;
use crate::report::document::{DisagreementPart, RespondentAnswerPart};

impl Assessed<'_> {
    pub(super) fn disagreements(&self) -> Vec<Sentence> {
        let Some(respondents) = &self.part.respondents else {
            return Vec::new();
        };
        let wide = &respondents.for_discussion;
        let open: Vec<&DisagreementPart> =
            wide.iter().filter(|own| own.settled.is_none()).collect();
        let settled = wide.len() - open.len();
        let locale = self.writer.locale;
        let mut told = Vec::new();
        if !open.is_empty() {
            let count = [
                ("count", Word::from(open.len())),
                ("people", respondents.people.len().into()),
            ];
            told.push(Sentence::plain(locale, "story-apart", &count));
            told.extend(open.iter().take(NAMED).filter_map(|own| self.widest(own)));
        }
        if settled > 0 {
            let words = [("count", Word::from(settled)), ("open", open.len().into())];
            told.push(Sentence::plain(locale, "story-apart-settled", &words));
        }
        told
    }

    /// Who stands at either end of one question: everybody who does.
    fn widest(&self, own: &DisagreementPart) -> Option<Sentence> {
        let mut telling = Telling::new(self.writer.locale);
        let valued = || own.answers.iter().filter(|answer| answer.value.is_some());
        let value = |answer: &&RespondentAnswerPart| answer.value.as_ref().map(|own| own.0.clone());
        let (low, high) = (valued().min_by_key(value)?, valued().max_by_key(value)?);
        let at = |end: &RespondentAnswerPart| -> Vec<&str> {
            let there = valued().filter(|answer| value(answer) == value(&end));
            there.map(|answer| answer.name.as_str()).collect()
        };
        let question = self.question(&mut telling, &own.id);
        let mut words = vec![("question", Word::from(question))];
        let said = |answer: &RespondentAnswerPart| answer.answer.clone().unwrap_or_default();
        if own.apart == "applies" {
            let denies = |answer: &&RespondentAnswerPart| answer.state == "not_applicable";
            let denying = own.answers.iter().filter(denies);
            let denying: Vec<&str> = denying.map(|answer| answer.name.as_str()).collect();
            words.push(("denied", denying.len().into()));
            words.push(("denying", row(&mut telling, &denying).into()));
            words.push(("count", at(high).len().into()));
            words.push(("name", row(&mut telling, &at(high)).into()));
            words.push(("answer", telling.quote(&said(high)).into()));
            return Some(telling.say("story-apart-applies", &words));
        }
        words.push(("low", telling.quote(&said(low)).into()));
        words.push(("low_name", row(&mut telling, &at(low)).into()));
        words.push(("high", telling.quote(&said(high)).into()));
        words.push(("high_name", row(&mut telling, &at(high)).into()));
        Some(telling.say("story-apart-widest", &words))
    }
}

/// Names in a row: up to so many, then how many more there are.
fn row(telling: &mut Telling<'_>, names: &[&str]) -> String {
    let shown = names.iter().take(NAMED).map(|name| telling.quote(name));
    let shown = shown.collect();
    telling.list(shown, names.len().saturating_sub(NAMED))
}
