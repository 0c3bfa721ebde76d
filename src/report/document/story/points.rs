//! Strengths and gaps, each with what backs it: a reading, evidence, a note; or that nothing does.

use super::kpis::which;
use super::sentence::{Sentence, Telling};
use super::{Assessed, PointStoryPart};
use crate::locale::Word;
use crate::report::document::{CriterionPart, EvidencePart, PointPart, QuestionPart};

impl Assessed<'_> {
    pub(super) fn strengths(&self) -> Vec<PointStoryPart> {
        let points = self.part.strengths.iter();
        points.map(|point| self.point(point, true)).collect()
    }

    pub(super) fn gaps(&self) -> Vec<PointStoryPart> {
        let points = self.part.weaknesses.iter();
        points.map(|point| self.point(point, false)).collect()
    }

    fn point(&self, point: &PointPart, is_strength: bool) -> PointStoryPart {
        let mut sentences = vec![self.rated(point)];
        let mut criteria = self.part.criteria.iter().enumerate();
        if let Some((position, criterion)) = criteria.find(|(_, own)| own.id == point.id) {
            let note = point.note.as_deref().map(|note| self.note(note));
            let has_note = note.is_some();
            sentences.extend(note);
            let before = sentences.len();
            sentences.extend(self.readings(position));
            sentences.extend(self.evidence(criterion));
            let doubts = self.doubts(criterion);
            // Where nothing can be shown, a strength rests on the answer alone.
            let is_bare = !has_note && sentences.len() == before && doubts.is_empty();
            sentences.extend(doubts);
            if is_bare && is_strength {
                let locale = self.writer.locale;
                sentences.push(Sentence::plain(locale, "story-point-bare", &[]));
            }
        }
        PointStoryPart {
            id: point.id.clone(),
            sentences,
        }
    }

    fn rated(&self, point: &PointPart) -> Sentence {
        let locale = self.writer.locale;
        let mut telling = Telling::new(locale);
        let name = telling.name(&point.title, self.at_criterion(&point.id));
        let words = [
            ("name", Word::from(name)),
            ("rating", point.rating.unwrap_or("not").into()),
            ("value", locale.percent(&point.value.0, 0).into()),
        ];
        telling.say("story-point", &words)
    }

    fn note(&self, note: &str) -> Sentence {
        let mut telling = Telling::new(self.writer.locale);
        let note = telling.speech(note);
        telling.say("story-note", &[("note", note.into())])
    }

    /// The KPIs whose readings answer questions of a criterion, each with what it counts; and how many of the
    /// criterion's answers they are, so that no reading is taken for the whole of it.
    fn readings(&self, criterion: usize) -> Option<Sentence> {
        let writer = self.writer;
        let criterion = &self.rubric.criteria[criterion];
        let mut telling = Telling::new(writer.locale);
        let (mut readings, mut answers) = (Vec::new(), 0);
        for (index, _) in self.rubric.questions_of(criterion) {
            let stands = &self.score.questions[index.0];
            let Some(counts) = stands.value() else {
                continue;
            };
            answers += 1;
            let Some(kpi) = stands.kpi else {
                continue;
            };
            let definition = &writer.workspace.kpis[kpi];
            let Some(latest) = writer.scores.series[kpi].until(self.score.day).last() else {
                continue;
            };
            let title = writer.text(&definition.title);
            let name = telling.name(&title, format!("kpi-{}", definition.id));
            let value = writer.locale.quantity(&latest.value, &definition.unit);
            let words = [
                ("kpi", Word::from(name)),
                ("value", telling.quote(&value).into()),
                ("period", writer.locale.period(latest.period).into()),
                ("counts", writer.locale.percent(counts, 0).into()),
            ];
            readings.push(telling.phrase("story-reading", &words));
        }
        if readings.is_empty() {
            return None;
        }
        let words = [
            ("which", Word::from(which(readings.len(), answers))),
            ("count", readings.len().into()),
            ("answers", answers.into()),
            ("readings", telling.list(readings, 0).into()),
        ];
        Some(telling.say("story-point-readings", &words))
    }

    /// The latest evidence of a criterion, and how much more there is.
    fn evidence(&self, criterion: &CriterionPart) -> Option<Sentence> {
        let shown = criterion.questions.iter().flat_map(evidence_of);
        let shown: Vec<&EvidencePart> = shown.filter(|own| !own.is_absent).collect();
        // ISO dates are in the order of time; what has none comes last.
        let latest = shown.iter().rev().max_by_key(|own| own.date.as_deref())?;
        let mut telling = Telling::new(self.writer.locale);
        let words = [
            ("title", Word::from(telling.quote(&latest.title))),
            ("dated", dated(latest).into()),
            (
                "date",
                self.day(latest.date.as_deref().unwrap_or_default()).into(),
            ),
            ("more", (shown.len() - 1).into()),
        ];
        Some(telling.say("story-point-evidence", &words))
    }

    /// Evidence that is named and not there; and that the rubric asks for and that is missing or too old.
    fn doubts(&self, criterion: &CriterionPart) -> Vec<Sentence> {
        let locale = self.writer.locale;
        let of = |kind: &str| {
            let own = self.part.contradictions.iter();
            own.filter(|own| own.kind == kind && own.criterion == criterion.id)
                .count()
        };
        let shown = criterion.questions.iter().flat_map(evidence_of);
        let absent = shown.filter(|own| own.is_absent).count();
        [
            ("story-point-absent", absent),
            ("story-point-missing", of("evidence_missing")),
            ("story-point-stale", of("evidence_stale")),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| Sentence::plain(locale, key, &[("count", count.into())]))
        .collect()
    }
}

/// What is shown for an answer, by whoever gave it.
pub(super) fn evidence_of(question: &QuestionPart) -> impl Iterator<Item = &EvidencePart> {
    let theirs = question.respondents.iter().flat_map(|own| &own.evidence);
    question.evidence.iter().chain(theirs)
}

fn dated(evidence: &EvidencePart) -> &'static str {
    if evidence.date.is_some() { "yes" } else { "no" }
}
