//! What cannot hold together: answers among themselves, answers and readings, answers and their evidence.
//!
//! A rubric declares which questions exclude each other, such as "nobody measures" and "decisions rest on
//! figures". Beyond that, a lack that is largely true denies what its own dimension has reached on a higher
//! level, a reading denies what somebody answered in its place, and an answer that must be shown denies
//! itself when nothing shows it.
//!
//! Of several respondents each one's own answers are held against each other: the median of two who are each of
//! one mind may be of two. What only all of them make, taken together, is nobody's; what a reading or something
//! agreed on makes is told as that.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::AssessmentScore;
use super::answers::{self, QuestionScore, Sheet, State, value_of};
use super::criterion::{self, CriterionScore};
use crate::model::{
    Criterion, CriterionIndex, Exact, Polarity, QuestionIndex, Rating, Rubric, Workspace,
};

/// Two things that cannot both hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The question whose answer is doubtful.
    pub question: QuestionIndex,
    /// What speaks against it.
    pub against: Against,
    /// Who says both.
    pub maker: Maker,
}

/// Who makes a contradiction. Files are named by their positions among the workspace's assessments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Maker {
    /// Each of these files by its own answers, or by the answer that a reading denies.
    Files(Vec<usize>),
    /// Each of these files by its answers to the one question, against the reading that answers the other.
    AgainstReading(Vec<usize>),
    /// Two readings, whatever anybody answers.
    Readings,
    /// What was agreed on the one question, against what the respondents' answers to the other come to.
    Agreement,
    /// The answers of several, taken together.
    Together,
    /// Nobody: evidence is lacking, which anybody may bring.
    Nobody,
}

impl Contradiction {
    /// Whether both speak of the same two things, whoever said them.
    #[must_use]
    pub fn is_between_the_same(&self, other: &Contradiction) -> bool {
        self.pair() == other.pair()
    }

    fn pair(&self) -> (QuestionIndex, Against) {
        (self.question, self.against)
    }

    /// The files whose own answers make it.
    #[must_use]
    pub fn held_by(&self) -> &[usize] {
        match &self.maker {
            Maker::Files(files) | Maker::AgainstReading(files) => files,
            Maker::Readings | Maker::Agreement | Maker::Together | Maker::Nobody => &[],
        }
    }

    /// Whether it is a reading that says what is said to a question.
    #[must_use]
    pub fn is_read(&self, score: &AssessmentScore, question: QuestionIndex) -> bool {
        let is_with_reading = match self.maker {
            Maker::AgainstReading(_) | Maker::Readings => true,
            Maker::Files(_) | Maker::Agreement | Maker::Together | Maker::Nobody => false,
        };
        is_with_reading && score.questions[question.0].kpi.is_some()
    }
}

/// What speaks against an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Against {
    /// The answer to a question that the rubric declares to exclude it.
    Question(QuestionIndex),
    /// A criterion of the same dimension that is met, while the answer says that it is lacking.
    Presence(CriterionIndex),
    /// The reading of the KPI at this position among the workspace's.
    Kpi(usize),
    /// The evidence that the rubric asks for, and that is missing.
    MissingEvidence,
    /// Its evidence, all of which is older than the rubric allows.
    StaleEvidence,
}

impl Against {
    /// The name of the kind of contradiction in JSON.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Against::Question(_) => "conflicting_answers",
            Against::Presence(_) => "absence_against_presence",
            Against::Kpi(_) => "kpi_denies_answer",
            Against::MissingEvidence => "evidence_missing",
            Against::StaleEvidence => "evidence_stale",
        }
    }

    /// Whether nothing denies the answer: what should show it is missing or out of date.
    #[must_use]
    pub fn is_of_evidence(self) -> bool {
        match self {
            Against::MissingEvidence | Against::StaleEvidence => true,
            Against::Question(_) | Against::Presence(_) | Against::Kpi(_) => false,
        }
    }
}

/// What cannot hold together in an assessment: told of whoever says it, and of what all answers come to.
pub(crate) struct Found {
    /// Everything, by who makes it: of several respondents each one's own answers before what they come to.
    pub(crate) told: Vec<Contradiction>,
    /// What the answers that count make, whoever gave them.
    pub(crate) combined: Vec<Contradiction>,
}

/// Everything that cannot hold together in an assessment on `day`, by kind and in the rubric's order.
pub(crate) fn all(
    workspace: &Workspace,
    sheet: &Sheet,
    questions: &[QuestionScore],
    criteria: &[CriterionScore],
    day: NaiveDate,
) -> Found {
    let mut found = among_answers(workspace, sheet, questions, criteria);
    let rest = denied(workspace, sheet, questions)
        .into_iter()
        .chain(unshown(workspace, sheet, questions, day));
    for own in rest {
        found.combined.push(own.clone());
        found.told.push(own);
    }
    found
}

fn holds(value: Option<&Exact>) -> bool {
    value.is_some_and(|value| Rating::of(value) >= Rating::Largely)
}

/// Whether an answer and a reading say the same: both that something is largely so, or neither.
#[must_use]
pub fn agree(answered: Option<&Exact>, read: Option<&Exact>) -> bool {
    holds(answered) == holds(read)
}

/// Answers that cannot hold beside others: of several respondents each one's own, so that whoever contradicts
/// himself is named and nobody else, and what all of them come to, taken together.
fn among_answers(
    workspace: &Workspace,
    sheet: &Sheet,
    questions: &[QuestionScore],
    criteria: &[CriterionScore],
) -> Found {
    let rubric = &workspace.rubrics[sheet.rubric];
    let heights = Heights::of(rubric);
    let values = criteria.iter().map(|own| own.known_value().cloned());
    let mut combined = Voice::new(&heights, questions, values).contradictions(&BTreeMap::new());
    let files = sheet.files().filter(|_| !sheet.is_single());
    let each = files.map(|file| (file, answers::of_one(workspace, sheet, file)));
    let each: Vec<(usize, Vec<QuestionScore>)> = each.collect();
    let voices = each.iter().map(|(file, own)| {
        let all = (0..rubric.criteria.len()).map(CriterionIndex);
        let scores = all.map(|index| criterion::score(rubric, index, own));
        let values = scores.map(|score| score.known_value().cloned());
        (*file, Voice::new(&heights, own, values))
    });
    let voices: Vec<(usize, Voice<'_>)> = voices.collect();
    let makers = Makers {
        workspace,
        sheet,
        questions,
        voices: &voices,
    };
    for own in &mut combined {
        own.maker = makers.of(own);
    }
    let told = match sheet.is_single() {
        true => combined.clone(),
        false => told_once(rubric, by_whoever_makes_them(rubric, &combined, &voices)),
    };
    Found { told, combined }
}

/// What stands for a question; the order is that in which it speaks for a criterion of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Reading,
    Agreed,
    Answered,
}

fn side(
    workspace: &Workspace,
    sheet: &Sheet,
    score: &QuestionScore,
    question: QuestionIndex,
) -> Side {
    match (score.kpi, sheet.agreed(workspace, question)) {
        (Some(_), _) => Side::Reading,
        (None, Some(_)) => Side::Agreed,
        (None, None) => Side::Answered,
    }
}

/// The question by which a contradiction stands on its other side: of a criterion the one that says that it is
/// met, by a reading before an agreed answer before any other. `None` where no question does.
fn other_question(
    workspace: &Workspace,
    sheet: &Sheet,
    questions: &[QuestionScore],
    against: Against,
) -> Option<QuestionIndex> {
    match against {
        Against::Question(other) => Some(other),
        Against::Presence(criterion) => {
            let rubric = &workspace.rubrics[sheet.rubric];
            rubric
                .questions_of(&rubric.criteria[criterion.0])
                .map(|(index, _)| index)
                .filter(|index| holds(questions[index.0].value()))
                .min_by_key(|index| side(workspace, sheet, &questions[index.0], *index))
        }
        Against::Kpi(_) | Against::MissingEvidence | Against::StaleEvidence => None,
    }
}

/// The question that speaks against that of a contradiction, as all answers and readings have it.
#[must_use]
pub fn question_against(
    workspace: &Workspace,
    score: &AssessmentScore,
    own: &Contradiction,
) -> Option<QuestionIndex> {
    other_question(workspace, &score.sheet, &score.questions, own.against)
}

/// Finds who makes what the answers that count come to.
struct Makers<'m> {
    workspace: &'m Workspace,
    sheet: &'m Sheet,
    questions: &'m [QuestionScore],
    /// Of several files each one's own.
    voices: &'m [(usize, Voice<'m>)],
}

impl Makers<'_> {
    fn of(&self, own: &Contradiction) -> Maker {
        let side = |question: QuestionIndex| {
            let score = &self.questions[question.0];
            side(self.workspace, self.sheet, score, question)
        };
        let other = other_question(self.workspace, self.sheet, self.questions, own.against);
        let one = side(own.question);
        let other = other.map_or(Side::Answered, side);
        match (one, other) {
            (Side::Reading, Side::Reading) => Maker::Readings,
            (Side::Reading, _) => self.against_reading(|voice| voice.says_against(own.against)),
            (_, Side::Reading) => self.against_reading(|voice| voice.says(own.question)),
            _ if self.sheet.is_single() => Maker::Files(self.sheet.files().collect()),
            (Side::Agreed, _) | (_, Side::Agreed) => Maker::Agreement,
            (Side::Answered, Side::Answered) => Maker::Together,
        }
    }

    /// Whoever says what a reading denies; nobody in particular where only all of them do.
    fn against_reading(&self, says_so: impl Fn(&Voice<'_>) -> bool) -> Maker {
        if self.sheet.is_single() {
            return Maker::AgainstReading(self.sheet.files().collect());
        }
        let saying = self.voices.iter().filter(|(_, voice)| says_so(voice));
        let files: Vec<usize> = saying.map(|(file, _)| *file).collect();
        match files.is_empty() {
            true => Maker::Together,
            false => Maker::AgainstReading(files),
        }
    }
}

/// What all come to, and beside it what each says by himself: what somebody does is his, and not all's.
fn by_whoever_makes_them(
    rubric: &Rubric,
    combined: &[Contradiction],
    voices: &[(usize, Voice<'_>)],
) -> Vec<Contradiction> {
    let mut preferred = BTreeMap::new();
    for own in combined {
        if let Against::Presence(other) = own.against {
            preferred.insert(rubric.questions[own.question.0].criterion, other);
        }
    }
    let mut found = combined.to_vec();
    let positions = found.iter().enumerate();
    let mut positions: BTreeMap<(QuestionIndex, Against), usize> = positions
        .map(|(position, own)| (own.pair(), position))
        .collect();
    for (file, voice) in voices {
        for mut own in voice.contradictions(&preferred) {
            let position = *positions.entry(own.pair()).or_insert(found.len());
            match found.get_mut(position).map(|known| &mut known.maker) {
                Some(Maker::Files(files)) => files.push(*file),
                Some(maker @ (Maker::Agreement | Maker::Together)) => {
                    *maker = Maker::Files(vec![*file]);
                }
                Some(Maker::AgainstReading(_) | Maker::Readings | Maker::Nobody) => {}
                None => {
                    own.maker = Maker::Files(vec![*file]);
                    found.push(own);
                }
            }
        }
    }
    found
}

/// Leaves out what all come to, or a reading says, against an absence that somebody's own answers contradict
/// already, and puts the rest in order: what the rubric declares first, then absences.
fn told_once(rubric: &Rubric, mut found: Vec<Contradiction>) -> Vec<Contradiction> {
    let criterion = |question: QuestionIndex| rubric.questions[question.0].criterion;
    let mut known: BTreeSet<(CriterionIndex, usize)> = BTreeSet::new();
    for own in &found {
        let Maker::Files(files) = &own.maker else {
            continue;
        };
        for file in files {
            known.insert((criterion(own.question), *file));
            if let Against::Question(other) = own.against {
                known.insert((criterion(other), *file));
            }
        }
    }
    let of_somebody: BTreeSet<CriterionIndex> = known.iter().map(|(own, _)| *own).collect();
    let is_presence = |own: &Contradiction| matches!(own.against, Against::Presence(_));
    found.retain_mut(|own| {
        let absence = criterion(own.question);
        if !is_presence(own) {
            return true;
        }
        match &mut own.maker {
            Maker::AgainstReading(files) => {
                files.retain(|file| !known.contains(&(absence, *file)));
                !files.is_empty()
            }
            Maker::Agreement | Maker::Together => !of_somebody.contains(&absence),
            Maker::Files(_) | Maker::Readings | Maker::Nobody => true,
        }
    });
    found.sort_by_key(|own| (is_presence(own), own.question));
    found
}

/// How high the criteria of a rubric stand, by which an absence is denied.
struct Heights<'h> {
    rubric: &'h Rubric,
    /// For each criterion the position of its level, from the lowest.
    positions: Vec<Option<usize>>,
    /// For each dimension, the highest level that one of its own criteria names.
    tops: Vec<Option<u32>>,
}

impl Heights<'_> {
    fn of(rubric: &Rubric) -> Heights<'_> {
        let position = |criterion: &Criterion| {
            let mut levels = rubric.levels.iter();
            levels.position(|level| Some(level.number) == criterion.level)
        };
        let mut tops = vec![None; rubric.dimensions.len()];
        for criterion in rubric.criteria.iter().filter(|own| own.is_scored()) {
            let top: &mut Option<u32> = &mut tops[criterion.dimension.0];
            *top = (*top).max(criterion.level);
        }
        Heights {
            rubric,
            positions: rubric.criteria.iter().map(position).collect(),
            tops,
        }
    }

    /// Whether what an absence lacks is there once another criterion of its dimension is met: one two levels or
    /// more above it, or on the highest level. What comes right after a lack often still stands beside it.
    fn denies(&self, absence: CriterionIndex, other: CriterionIndex) -> bool {
        let criteria = &self.rubric.criteria;
        let (lack, met) = (&criteria[absence.0], &criteria[other.0]);
        if !met.is_scored() || met.dimension != lack.dimension {
            return false;
        }
        let (Some(own), Some(higher)) = (lack.level, met.level) else {
            return true;
        };
        let is_far = self.positions[other.0] >= self.positions[absence.0].map(|own| own + 2);
        higher > own && (is_far || self.tops[met.dimension.0] == Some(higher))
    }
}

/// Answers that are held against each other: those of one file, or what all of them come to.
struct Voice<'v> {
    heights: &'v Heights<'v>,
    questions: &'v [QuestionScore],
    /// Whether each criterion is largely so, as far as something is known of it.
    is_met: Vec<bool>,
    /// Those that are, the best met first.
    best: Vec<CriterionIndex>,
}

impl<'v> Voice<'v> {
    fn new(
        heights: &'v Heights<'v>,
        questions: &'v [QuestionScore],
        values: impl Iterator<Item = Option<Exact>>,
    ) -> Voice<'v> {
        let values: Vec<Option<Exact>> = values.collect();
        let is_met: Vec<bool> = values.iter().map(|value| holds(value.as_ref())).collect();
        let all = (0..values.len()).map(CriterionIndex);
        let mut best: Vec<CriterionIndex> = all.filter(|index| is_met[index.0]).collect();
        best.sort_by(|one, other| values[other.0].cmp(&values[one.0]));
        Voice {
            heights,
            questions,
            is_met,
            best,
        }
    }

    fn says(&self, question: QuestionIndex) -> bool {
        holds(self.questions[question.0].value())
    }

    fn says_against(&self, against: Against) -> bool {
        match against {
            Against::Question(other) => self.says(other),
            Against::Presence(criterion) => self.is_met[criterion.0],
            Against::Kpi(_) | Against::MissingEvidence | Against::StaleEvidence => false,
        }
    }

    /// Where an absence stands against several criteria, the one that is `preferred` for it is named.
    fn contradictions(
        &self,
        preferred: &BTreeMap<CriterionIndex, CriterionIndex>,
    ) -> Vec<Contradiction> {
        let declared = self.conflicting();
        let pairs = declared
            .iter()
            .map(|(one, other)| (*one, Against::Question(*other)));
        let absences = self.absences(&declared, preferred);
        let found = pairs.chain(absences);
        found
            .map(|(question, against)| Contradiction {
                question,
                against,
                maker: Maker::Together,
            })
            .collect()
    }

    /// Pairs that the rubric declares, the one that declares it first, each pair once. Both must be largely true
    /// or more: a lack may well stand beside something that is partly in place.
    fn conflicting(&self) -> Vec<(QuestionIndex, QuestionIndex)> {
        let mut found = Vec::new();
        let mut known = BTreeSet::new();
        for (index, question) in self.heights.rubric.questions.iter().enumerate() {
            let own = QuestionIndex(index);
            for other in &question.conflicts_with {
                let is_new = !known.contains(&(*other, own));
                if self.says(own) && self.says(*other) && is_new && known.insert((own, *other)) {
                    found.push((own, *other));
                }
            }
        }
        found
    }

    /// Absences that are largely true, each against the best met criterion that denies it. Those that a declared
    /// conflict has named already are left out.
    fn absences(
        &self,
        declared: &[(QuestionIndex, QuestionIndex)],
        preferred: &BTreeMap<CriterionIndex, CriterionIndex>,
    ) -> Vec<(QuestionIndex, Against)> {
        let rubric = self.heights.rubric;
        let declared: BTreeSet<QuestionIndex> = declared
            .iter()
            .flat_map(|(one, other)| [*one, *other])
            .collect();
        let mut found = Vec::new();
        for (index, absence) in rubric.criteria.iter().enumerate() {
            if absence.polarity != Polarity::Absence || !self.is_met[index] {
                continue;
            }
            let index = CriterionIndex(index);
            let mut questions = rubric.questions_of(absence).map(|(own, _)| own);
            if questions.any(|own| declared.contains(&own)) {
                continue;
            }
            let preferred = preferred.get(&index).filter(|own| self.is_met[own.0]);
            let denies = |other: &&CriterionIndex| self.heights.denies(index, **other);
            let met = preferred.or_else(|| self.best.iter().find(denies));
            let mut questions = rubric.questions_of(absence).map(|(own, _)| own);
            let strongest = questions.find(|own| self.says(*own));
            if let (Some(presence), Some(question)) = (met, strongest) {
                found.push((question, Against::Presence(*presence)));
            }
        }
        found
    }
}

/// Answers of people to questions that a reading answers otherwise: one says largely or more, the other less.
/// What was agreed stands in place of what each respondent said.
fn denied(workspace: &Workspace, sheet: &Sheet, questions: &[QuestionScore]) -> Vec<Contradiction> {
    let rubric = &workspace.rubrics[sheet.rubric];
    let mut found = Vec::new();
    for (index, score) in questions.iter().enumerate() {
        let (Some(kpi), question) = (score.kpi, QuestionIndex(index)) else {
            continue;
        };
        let held_by: Vec<usize> = sheet
            .files()
            .filter(|file| {
                let answer = sheet.counted_of(workspace, *file, question);
                let answered = answer.and_then(|answer| value_of(rubric, question, answer));
                answered.is_some_and(|answered| !agree(Some(&answered), score.value()))
            })
            .collect();
        if !held_by.is_empty() {
            found.push(Contradiction {
                question,
                against: Against::Kpi(kpi),
                maker: Maker::Files(held_by),
            });
        }
    }
    found
}

/// Of those who answered a question that a reading answers, the files that it does not deny: they need not say the
/// very same.
#[must_use]
pub fn not_denied(
    workspace: &Workspace,
    score: &AssessmentScore,
    question: QuestionIndex,
) -> Vec<usize> {
    let rubric = &workspace.rubrics[score.rubric];
    let read = score.questions[question.0].value();
    let says_so = |file: &usize| {
        let answer = score.sheet.counted_of(workspace, *file, question);
        let answered = answer.and_then(|answer| value_of(rubric, question, answer));
        answered.is_some_and(|answered| agree(Some(&answered), read))
    };
    score.sheet.files().filter(says_so).collect()
}

/// The answer that a reading stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worth {
    /// The choice at this position of the question's scale.
    Choice(usize),
    /// A band, where no choice of the scale or several lie in it.
    Band(Rating),
}

/// What a value, 0 to 1, would be as an answer to a question: the choice in its band.
#[must_use]
pub fn worth(rubric: &Rubric, question: QuestionIndex, value: &Exact) -> Worth {
    let scale = &rubric.scales[rubric.questions[question.0].scale];
    let band = Rating::of(value);
    let choices = scale.choices().iter().enumerate();
    let mut in_band = choices.filter(|(_, choice)| Rating::of(&scale.share(&choice.value)) == band);
    match (in_band.next(), in_band.next()) {
        (Some((choice, _)), None) => Worth::Choice(choice),
        _ => Worth::Band(band),
    }
}

/// Whether an answer claims something that somebody should be able to show. That nothing is in place needs no proof,
/// and a reading is one.
pub(crate) fn claims(score: &QuestionScore) -> bool {
    score.state == State::Answered
        && score.kpi.is_none()
        && score.value().is_some_and(|value| !value.is_zero())
}

/// Answers that claim something and must be shown, without evidence or with none that is fresh. Evidence
/// without a date is as old as the assessment.
fn unshown(
    workspace: &Workspace,
    sheet: &Sheet,
    questions: &[QuestionScore],
    day: NaiveDate,
) -> Vec<Contradiction> {
    let rubric = &workspace.rubrics[sheet.rubric];
    let mut found = Vec::new();
    for (index, question) in rubric.questions.iter().enumerate() {
        let (own, score) = (QuestionIndex(index), &questions[index]);
        let must_show = question.evidence_required || question.valid_for.is_some();
        if !must_show || !claims(score) {
            continue;
        }
        let latest = sheet
            .answers(workspace, own)
            .flat_map(|(_, answer)| &answer.evidence)
            .map(|evidence| evidence.date.unwrap_or(sheet.date))
            .max();
        let against = match (latest, question.valid_for) {
            (None, _) if question.evidence_required => Against::MissingEvidence,
            (Some(latest), Some(length)) if length.last_day_from(latest) < day => {
                Against::StaleEvidence
            }
            _ => continue,
        };
        found.push(Contradiction {
            question: own,
            against,
            maker: Maker::Nobody,
        });
    }
    found
}
