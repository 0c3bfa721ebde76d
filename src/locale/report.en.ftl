# Every word of the report. Each key begins with `report-`, so that no other file can take its place. The keys and variables are the same as in report.pt-BR.ftl.

## Frame

report-document-title = { $client }: maturity, KPIs and OKRs
report-kicker = Maturity, KPIs and OKRs
report-skip = Skip to the summary
report-theme = Light / dark
report-filter = Show only answers with
report-others = Other measures
report-others-result = Result
report-others-scale = on { $low } to { $high }
report-others-change = { $change } since { $date }
report-others-strongest = Strongest
report-others-weakest = Weakest
report-why-figures = How these figures come about
report-method-figures = How each figure came about
report-method-figures-lead = Formula, inputs and where each input is written. Every other figure explains itself in the terminal: regua explain with the figure's name.
report-statement = Statement
report-register = { $skill }: what was answered
report-register-key = *: with evidence, cited in the file; –: not answered; ?: not known; n/a: does not apply.
report-register-unknown = ?
report-register-not_applicable = n/a
report-register-partial = ?
report-why-more = { $count ->
        [one] and 1 more input
       *[other] and { $count } more inputs
    }
report-line = Line
report-answers-register = Every answer with its value, weight and line of the file is in the appendix.
report-rubrics = { $count ->
        [one] Rubric
       *[other] Rubrics
    }
report-trend-text = { $count } readings, from { $first } ({ $since }) to { $last } ({ $until }). The data table has them all.
report-contents = In this report
report-as-of = Position as of
report-assessed-on = { $count ->
    [one] Assessment
   *[other] Assessment
}
report-rubric-line = Rubric version { $version }
report-framework-line = based on { $framework }
report-assessment-of = Assessed on { $date }
report-prepared-by = Prepared by
report-summary-title = Summary
report-summary-criterion = Criterion
report-summary-value = Achieved
report-summary-strong = Strong
report-summary-weak = Weak
report-foot = Made with regua { $version }, position as of { $date }.
report-data-table = Show the data

## Answer

report-answer-title = At a glance
report-answer-nothing = This folder has no assessment, KPI or OKR cycle yet. The report fills up from the first record on.
report-answer-no-assessment = There is no maturity assessment yet; KPIs and OKRs follow.
report-answer-no-cycle = No OKR cycle is on record.
report-answer-no-level = This rubric does not give the whole a level; its result is the score.
report-answer-level-none = No level is reached yet.
report-answer-no-score = There are no answers yet that would give a score.
report-answer-target-open = Target: level { $level } ({ $title }).
report-answer-first = This is the first assessment with this rubric, so there is nothing to compare it with.
report-answer-target = Target: level { $level } ({ $title }) by { $date }.
report-answer-target-reached = By practice score, { $progress } of the way to the target.
report-answer-target-profile = In the dimensions with targets of their own, { $progress } of the way by practice score.
report-answer-target-held = The target is reached.
report-answer-target-past = That day has passed.
report-answer-target-blocked = The practice score suffices, yet { $count ->
        [0] the level is not held yet.
        [one] { $count } criterion still blocks the level.
       *[other] { $count } criteria still block the level.
    }
report-answer-coverage = { $total ->
        [one] { $answered } of { $total } question answered
       *[other] { $answered } of { $total } questions answered
    }, which covers { $coverage } of the weight that applies.
report-answer-interval = Depending on what is still unanswered, the practice score would lie between { $low } and { $high }.
report-answer-no-outcome = No KPI with bands has a reading, so there is no outcome score and the index equals the practice score.
report-answer-okrs = Where the key results stand
report-level-of = Maturity level, from { $first } to { $top }
report-level-number = Level { $level }
report-strengths = Strongest points
report-weaknesses = Weakest points
report-weaknesses-key = { $first ->
    [blocking] First what blocks the next level, then the rest, each from the lowest value.
   *[lowest] From the lowest value.
}
report-next-level = What stands before level { $level }, { $title }
report-next-level-progress = { $progress } of it is in place. Blocked by:
report-next-level-band = It begins at a practice score of { $from }; { $progress } of the present band is covered.
report-next-level-more = { $count ->
    [one] And { $count } more criterion.
   *[other] And { $count } more criteria.
}
report-next-level-none-title = Next level
report-next-level-none = The highest level of the rubric is reached.
report-figures-caption = The figures
report-figure = Measure
report-figure-level = Level
report-figure-practice = Practice
report-figure-outcome = Outcome
report-figure-index = Index
report-figure-coverage = Coverage
report-figure-interval = Interval
report-now = Now
report-change-exact = Changes are of the exact figures: those of the rounded ones may differ by one in the last place.
report-change = Change
report-ruler-title-levels = { $rubric }: scores on the scale of levels
report-ruler-title-answers = { $rubric }: scores on the scale of the answers
report-ruler-text = Practice { $practice }; outcome { $outcome }; index { $index }.
report-ruler-text-alone = Practice { $practice }.
report-ruler-key = Pale band: where practice could lie.
report-ruler-key-previous = Hollow circle: { $date }.
report-ruler-key-target = Diamond: target.

## Dimensions

report-dimensions-title = Maturity by dimension
report-dimensions-none = This rubric has no dimensions.
report-dimensions-table = Levels and scores by dimension
report-dimensions-table-scores = Scores by dimension
report-dimension = Dimension
report-level-before = Level before
report-level-target = Target level
report-practice-before = Practice before
report-maximum = Maximum
report-weight = Weight
report-held = held
report-radar-heading = Practice score
report-radar-title = { $rubric }: practice score by dimension
report-radar-key = Area and solid line: this assessment.
report-radar-key-centre = The centre is { $floor }.
report-radar-key-previous = Dashed: { $date }.
report-bars-key = Filled circle: this assessment.
report-bars-key-previous = Hollow: { $date }.
report-radar-key-target = Diamond: target level.
report-chart-of-maximum = of { $maximum }
report-heatmap-heading = Achievement of each level
report-heatmap-title = { $rubric }: achievement by dimension and level
report-heatmap-text = How much of each level each dimension has in place. The data table holds the same figures.
report-heatmap-key-held = Outline and check mark: the dimension holds this level.
report-heatmap-key = Hatching: the dimension does not define it. Blank: above the last level it defines.
report-heatmap-floor = floor
report-cell-floor = floor
report-cell-empty = not defined
report-cell-above = above the last
report-levels-legend = What each level means
report-level-from = practice scores from { $from } on
report-level-below = practice scores below { $to }

## Criteria

report-criteria-title = Criteria, answers and evidence
report-criteria = Criteria
report-by-reading = { $value }, the reading of “{ $kpi }”
report-contradictions = Answers that cannot stand
report-unshown = Answers without the evidence that they need
report-contradiction = { $kind ->
        [absence_against_presence] “{ $one }”: { $own }. Yet “{ $other }” is met ({ $against }).
        [absence_against_presence_agreed] What was agreed contradicts the respondents’ answers. “{ $one }”: { $own }. Yet “{ $other }” is met: { $against }.
        [absence_against_presence_by] “{ $one }”: { $own }. Yet by the same person’s answers “{ $other }” is met.
        [absence_against_presence_together] Taken together, the answers contradict each other. “{ $one }”: { $own }. Yet “{ $other }” is met ({ $against }). No single respondent contradicts themselves; talk it over.
        [conflicting_answers_agreed] What was agreed contradicts the respondents’ answers. “{ $one }”: { $own }. “{ $other }”: { $against }.
        [conflicting_answers_together] Taken together, the answers contradict each other. “{ $one }”: { $own }. “{ $other }”: { $against }. No single respondent contradicts themselves; talk it over.
        [kpi_denies_answer] “{ $one }”: { $own }. The reading of “{ $other }” is { $against }, which stands for “{ $worth }”.
        [evidence_missing] “{ $one }”: { $own }. It needs evidence, and none is given.
        [evidence_stale] “{ $one }”: { $own }. All its evidence is older than the rubric allows.
       *[conflicting_answers] “{ $one }”: { $own }. “{ $other }”: { $against }.
    }
report-respondents = Respondents
report-respondent = Respondent
report-respondents-median = { $count ->
    [one] One person answered.
   *[other] { $count } people answered. For each question, the median of their values stands.
}
report-respondents-mean = { $count ->
    [one] One person answered.
   *[other] { $count } people answered. For each question, the mean of their values stands.
}
report-respondents-lowest = { $count ->
    [one] One person answered.
   *[other] { $count } people answered. For each question, the lowest of their values stands.
}
report-respondents-consensus = Settled by consensus: { $total ->
        [one] { $agreed } of { $total } question
       *[other] { $agreed } of { $total } questions
    }.
report-consensus = Agreed
report-answered-of = { $answered } of { $asked }
report-discussion = For discussion
report-discussion-lead = Answers two choices or more apart, at opposite ends of the scale, half of a numeric scale apart, or at odds over whether the question applies. What is furthest apart on the weightiest questions comes first, and what counts in no figure last.
report-closer = Smaller differences
report-apart-applies = Whether it applies
report-apart-ends = Opposite ends
report-apart-choices = { $count ->
    [one] One choice apart
   *[other] { $count } choices apart
}
report-apart-share = { $spread } of the scale apart
report-settled-not = Counts as: { $answer }
report-settled-consensus = Agreed: { $answer }
report-settled-kpi = A KPI answers it
report-answers-line = { $total ->
    [one] { $answered } of { $total } question answered.
   *[other] { $answered } of { $total } questions answered.
}
report-answers-rest = Unknown: { $unknown }. Not applicable: { $not_applicable }. Unanswered: { $unanswered }.
report-answer-before = Before: { $answer }
report-reason = Reason:
report-evidence = { $count ->
    [one] Evidence:
   *[other] Evidence:
}
report-evidence-absent = file not found
report-evidence-missing = Required evidence is missing
report-absence-not = Not the case
report-absence-partially = Partly the case
report-absence-largely = Largely the case
report-absence-fully = The case
report-absence = describes a lack; does not count towards the level
report-rating-fully = Fully
report-rating-largely = Largely
report-rating-partially = Partially
report-rating-not = Not achieved
report-rating-none = Not rated
report-state-answered = Answered
report-answered = Answered
report-state-partial = Partly answered
report-state-unknown = Unknown
report-state-unanswered = Unanswered
report-state-not_applicable = Not applicable

## KPIs

report-kpis-title = KPIs
report-kpi = KPI
report-trend-key = Background: the band of each level. Dashed: a key result’s target. A gap in the line: a period without a reading. The vertical axis need not start at zero.
report-trend-title = { $kpi }: trend
report-trend-target = target { $value }
report-trend-shown = Readings shown: { $shown } of { $total }, the latest.
report-kpi-formula = Formula
report-kpi-clock = Clock
report-kpi-population = What counts
report-kpi-no-reading = No reading yet.
report-kpi-informative = Informative, without a level
report-kpi-no-bands = No level bands
report-kpi-since = since { $period }
report-kpi-own-target = Target { $value }{ $date ->
        [none] {""}
       *[other] {" "}by { $date }
    }{ $reached ->
        [yes] {": reached"}
        [no] {": not reached yet"}
       *[unclear] {""}
    }
report-kpi-target = Target { $value } by { $date }{ $reached ->
        [yes] {": reached"}
        [no] {": not reached"}
       *[unclear] {""}
    }
report-better = better
report-worse = worse
report-segments = By segment, { $period }
report-segment = Segment
report-sample = Sample
report-period = Period
report-value = Value
report-no-reading = no reading

## Plan

report-plan-title = Gap plan
report-plan-target = To the target
report-plan-target-by = To the target, by { $date }
report-plan-no-target = No target is set, so nothing is measured against one; what lifts the level follows.
report-plan-no-target-score = No target is set, so nothing is measured against one; what raises the score follows.
report-plan-whole = Overall
report-plan-goal = from level { $held } to level { $level }, { $title }.
report-plan-goal-score = from { $held } to level { $level }, { $title }.
report-plan-goal-open = level { $level }, { $title }.
report-plan-goal-reached = level { $level }, { $title }: reached{ $now ->
    [higher] {" "}(now level { $held }).
   *[same] .
}
report-plan-held-with = Nothing is asked there; level { $level } decides.
report-plan-tops-out = Nothing is asked above level { $level }.
report-plan-asks-nothing = Nothing is asked yet.
report-plan-blocking = What blocks it
report-plan-blocking-key = Ordered by weight × gap: what moves the score most comes first.
report-plan-blocking-none = No criterion blocks it.
report-criterion = Criterion
report-gap = Gap
report-priority = Weight × gap
report-plan-way = Shortest way to level { $level }, { $title }: { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
report-plan-then = to
report-plan-after = Then level { $level }, { $bound ->
    [least] practice at least { $practice }, index at least { $index }
   *[exact] practice { $practice }, index { $index }
}.
report-plan-way-key = No smaller set of answers leads there, and none of these can be lower.
report-plan-barred = Level { $level }, { $title }: answers alone do not lead there
report-plan-barred-key = In the way, because a KPI decides or they do not apply:
report-plan-dimensions = Shortest way up for each dimension
report-plan-from-to-level = Level
report-plan-answers = Answers
report-plan-single = What one answer would do
report-plan-change = From → to
report-plan-single-first = { $shown } of { $total } answers: those that would do most.

## OKRs

report-okrs-title = OKRs
report-bar-key = Bar: progress from the baseline (0%) to the target (100%). Arrowed tick: progress expected by this date. In the small line chart, from the start of the cycle to the due date: solid rule at the baseline, dotted at the target.
report-cycle-key = Bar: progress from the baseline (0%) to the target (100%). Arrowed tick: progress expected by this date.
report-cycle-title = { $cycle }: progress against expected
report-cycle-columns = progress / expected
report-cycle-line = { $start } to { $end }; { $elapsed } of the time has passed.
report-cycle-progress = Mean progress: { $progress }.
report-cycle-closed = Closed on { $closed } with the figures of { $day }.
report-goes-on = goes on with { $name }
report-retrospective = What we learned:
report-grade = Grade { $grade } ({ $band ->
    [red] red
    [yellow] yellow
   *[green] green
})
report-status-rule = Status of key results by the pace rule 90/70: progress ÷ expected.
report-grade-word = Grade
report-method-grade-text = Progress from 0 to 1, rounded half up to one decimal when the cycle is closed, and then banded: red up to 0.3, yellow from 0.4 to 0.6, green from 0.7. From then on the figures stand, whatever is read or corrected later. A committed objective needs 1.0.
report-cycle-empty = No objective in this cycle.
report-objective-empty = No key result under this objective.
report-objective = Objective
report-key-result = Key result
report-baseline = Baseline
report-target = Target
report-progress = Progress
report-expected = Expected
report-expected-short = { $expected } expected
report-status = Status
report-commitment-met = Commitment met
report-commitment-missed = Commitment missed
report-retrospective-owed = What it taught is still to be written down.
report-ambition-committed = Committed
report-ambition-aspirational = Aspirational
report-ambition-learning = Learning
report-improves = Improves { $dimension }
report-measured = { $measured } of { $active } measured
report-deliverable = Deliverable: { $text }
report-figures-from = source: { $text }
report-from-to = from { $baseline } to { $target }
report-to = target { $target }
report-kept = { $bounds ->
    [least] kept at { $value } or more
    [most] kept at { $value } or less
   *[between] kept between { $value } and { $high }
} in { $met } of { $passed } { $unit ->
    [day] { $passed ->
            [one] day
           *[other] days
        }
    [week] { $passed ->
            [one] week
           *[other] weeks
        }
    [fortnight] { $passed ->
            [one] fortnight
           *[other] fortnights
        }
    [month] { $passed ->
            [one] month
           *[other] months
        }
    [quarter] { $passed ->
            [one] quarter
           *[other] quarters
        }
    [half] { $passed ->
            [one] half-year
           *[other] half-years
        }
    [year] { $passed ->
            [one] year
           *[other] years
        }
   *[period] { $passed ->
            [one] period
           *[other] periods
        }
}
report-kept-but = { $kept }; not in { $periods }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } before
}
report-kept-lapse = { $measured ->
    [yes] { $period } ({ $value })
   *[no] { $period } (no reading)
}
report-kept-not-yet = to be kept { $bounds ->
    [least] at { $value } or more
    [most] at { $value } or less
   *[between] between { $value } and { $high }
}; no period has ended yet
report-due-word = Due
report-due = by { $date }
report-on-date = on { $date }
report-confidence = Confidence { $confidence } of 10
report-forecast = { $reaches ->
    [yes] At this pace it reaches the target by then: { $value } ({ $progress })
   *[no] Projected by then: { $value } ({ $progress })
}
report-forecast-paces = { $reaches ->
    [yes] At this pace it reaches the target by then: { $value } ({ $progress }), at { $observed } a day
    [held] Projected by then: { $value } ({ $progress }), at { $observed } a day
   *[no] Projected by then: { $value } ({ $progress }), at { $observed } a day; { $required } a day would reach the target
}
report-milestone-done = done
report-flags = Flags
report-flag-regressed = Worse than at the start
report-flag-stale = Reading out of date
report-flag-confidence_conflict = Confidence at odds with the figures
report-flag-confidence_drop = Confidence falling
report-status-planned = Planned
report-status-no_data = No data
report-status-no_baseline = No baseline
report-status-on_track = On track
report-status-behind = Behind
report-status-at_risk = At risk
report-status-achieved = Achieved
report-status-missed = Missed
report-status-dropped = Dropped
report-counts-key-results = Key results:
report-count-grade = { $band ->
    [none] without a grade
    [red] with a red grade
    [yellow] with a yellow grade
   *[green] with a green grade
}
report-count-planned = { $count ->
    [one] planned
   *[other] planned
}
report-count-no_data = { $count ->
    [one] without data
   *[other] without data
}
report-count-no_baseline = { $count ->
    [one] without a baseline
   *[other] without a baseline
}
report-count-on_track = { $count ->
    [one] on track
   *[other] on track
}
report-count-behind = { $count ->
    [one] behind
   *[other] behind
}
report-count-at_risk = { $count ->
    [one] at risk
   *[other] at risk
}
report-count-achieved = { $count ->
    [one] achieved
   *[other] achieved
}
report-count-missed = { $count ->
    [one] missed
   *[other] missed
}
report-count-dropped = { $count ->
    [one] dropped
   *[other] dropped
}
report-sparkline-text = { $readings ->
    [one] One reading: { $last }
   *[other] { $readings } readings, from { $first } to { $last }
}

## Service levels

report-service-levels-title = Service levels
report-service-levels-lead = Kept is met ÷ (met + breached). Late is breached, and so is still open past the deadline (overdue). Where nothing was due there is no share.
report-goal = Goal { $goal }
report-goal-met = Goal met
report-goal-missed = Goal missed
report-goal-nothing_due = No data: nothing was due
report-goal-no_reading = No data: no reading
report-kept-met = met
report-kept-missed = missed
report-kept-nothing_due = nothing due
report-window-day = each day
report-window-week = each week
report-window-month = each month
report-window-quarter = each quarter
report-window-own = period of each reading
report-about-kpi = KPI: { $kpi }
report-met = Met
report-breached = Breached
report-overdue = Of these, overdue
report-windows = { $title }: by window

## What serves another rubric

report-supports = Supports
report-supports-line = Supports { $dimension }
report-served-heading = What it supports in { $rubric }
report-served-key = Each line names the dimension that it supports. The weakest come first; the score beside a dimension is that of its own assessment.
report-served-score = Its score, { $date }
report-served-level = Its level, { $date }
report-served-answered = Answered
report-served-weakest = Weakest of them
report-served-all = All that supports { $dimension }, the weakest first
report-served-none-weak = none: all fully in place

## People

report-people-title = People
report-people-grid = Level held, of the level the role asks for
report-people-no-role = Without a role
report-people-chart-text = A row for each person, a column for each skill: the level held, of the level that the role asks for, and what is missing. The data table holds the same figures.
report-people-chart-key = Each cell: level held / level asked for. ✓ holds it; −1 is one level short; ✗ holds none of the levels; ? not rated yet. A plain figure was rated and is asked for by no role; a dot is neither.
report-people-gap = gap { $gap }
report-people-not-rated = not rated
report-people-met = holds it
report-people-fit-partly = { $rated } of { $asked } rated
report-people-each = Person by person
report-people-fine = Holds what the role asks for.
report-people-nothing-asked = No role asks anything of them.
report-people-compared = Own rating beside somebody else’s
report-people-own = Own rating
report-people-other = The rating that stands
report-people-comparison = Own against it
report-people-own-same = the same
report-people-own-higher = own is higher
report-people-own-lower = own is lower
report-rater-self = own rating
report-rater-manager = manager
report-rater-assessor = assessor
report-rater-none = rated
report-skill = Skill
report-team-title = The team’s coverage
report-team-covered = { $held } of { $count }
report-team-hold = Hold it, of those who need it
report-team-held-by = All who hold it
report-team-risk = Risk
report-ratings-title = Ratings of people
report-rating-by = Rated by
report-rating-answers = The answers
report-rating-file = File
report-method-held = Level of a person
report-method-fit-text = 1 − Σ max(required − held, 0) ÷ Σ required, over the skills that the role asks for and that were rated.

## Method

report-method-title = Method
report-method-lead = Every figure here is computed from the files listed at the end of this section, in exact fractions, and rounded once, when it is written down (half up; a KPI’s level never up to the next whole one).
report-method-maturity = Maturity
report-method-value = Value of a criterion
report-method-value-text = The mean of its questions by their weights, between 0% and 100%.
report-method-states = Missing answers
report-method-states-text = Unanswered, unknown and not applicable are three different things. What is not applicable carries a reason and, unless the rubric rules otherwise, stays out of the sum; what is unanswered lowers coverage and widens the interval.
report-method-respondents-text = Where several people answer, their values become one for each question: the median (of an even number, halfway between the two in the middle), the mean or the lowest. Whoever gave no value has no say in it. What was agreed stands in place of what each said.
report-method-level-text = The highest level that the rubric’s rule allows. The rule sets how many criteria of a level must reach the threshold, and whether the levels below are required too. Criteria that describe a lack never count. Each dimension has a level of its own; that of the whole looks at all criteria.
report-rule-cumulative = The rule is cumulative: a level is reached only when it and every level below it pass.
report-rule-highest = The highest level that passes counts, even with a gap below it.
report-rule-banded = The practice score makes the level: each level has its band of scores, and asks nothing of a single criterion.
report-rule-bands = Where the bands begin:
report-rule-band = level { $level } ({ $title }) at { $from }
report-rule-band-floor = Below the first of them lies level { $level } ({ $title }).
report-rule-decimals = { $decimals ->
    [0] The score is rounded to a whole number, half up, before it is held against them.
    [one] The score is rounded to one decimal, half up, before it is held against them.
   *[other] The score is rounded to { $decimals } decimals, half up, before it is held against them.
}
report-rule-none = This rubric gives no levels.
report-met-partially = more than { $share } (partially)
report-met-largely = more than { $share } (largely)
report-met-fully = more than { $share } (fully)
report-met-value = at least { $share }
report-rule-all = A level passes when every one of its criteria has { $met_at }.
report-rule-any = A level passes when at least one of its criteria has { $met_at }.
report-rule-share = A level passes when at least { $share } of its criteria have { $met_at }.
report-rule-lower = At the levels below it, a criterion needs { $met_at }.
report-rule-unanswered-blocks = An unanswered criterion holds the level back.
report-rule-unanswered-zero = An unanswered criterion counts as zero.
report-rule-unanswered-exclude = An unanswered criterion stays out of the count.
report-rule-not_applicable-exclude = What is not applicable stays out of the count.
report-rule-not_applicable-zero = What is not applicable counts as zero.
report-rule-not_applicable-full = What is not applicable counts as achieved.
report-method-practice-text = The floor of the scale plus the achieved share of every level above it. Where a dimension does not define a level, the next level it does define stands in; above the last one it earns nothing, and its maximum is shown.
report-method-practice-answers = The mean of the criteria by their weights, on the scale of the answers: from { $bottom } to { $top }.
report-rule-aggregate-mean = The score of the whole is the mean of its dimensions’ scores by their weights.
report-rule-aggregate-sum = The score of the whole is the sum of its dimensions’ scores.
report-rule-aggregate-min = The score of the whole is the lowest of its dimensions’ scores.
report-rule-aggregate-max = The score of the whole is the highest of its dimensions’ scores.
report-rule-aggregate-median = The score of the whole is the median of its dimensions’ scores.
report-method-outcome-text = The weighted mean of the KPIs’ levels. Bands say where each level begins; between two such edges the value is interpolated. The latest assessment uses readings up to the day of this report, an earlier one those up to its own date.
report-method-both-text = A KPI that answers a question counts in both: through the question in practice, by its level in outcome.
report-method-index-text = Practice and outcome together; outcome weighs { $weight }.
report-method-index-formula = (1 − { $weight }) × { $practice } + { $weight } × { $outcome } = { $index }
report-method-index-alone = With no reading of a banded KPI, the index is the practice score.
report-method-index-banded = The index is the practice score: the levels of KPIs lie on another scale, and their mean stands beside it.
report-method-coverage-text = Weight of the questions answered, divided by the weight of those that apply.
report-method-interval-text = The practice score with every unanswered question at its worst and at its best.
report-method-target-text = 1 − Σ max(target − score, 0) ÷ Σ target over the dimensions that have a target, with the practice score of each; over the whole without them. Going beyond a target earns nothing.
report-method-target-bands = Where bands of the score make the levels, the target is the score at which the level begins.
report-method-ratings = Ratings
report-method-ratings-text = Up to 15%: not achieved. Over 15% and up to 50%: partially. Over 50% and up to 85%: largely. Over 85%: fully. These are the bands of ISO/IEC 33020.
report-method-sources = Rubrics used
report-rubric = Rubric
report-rubric-version = Version
report-framework = Source framework
report-kpi-weight = Weight of KPIs
report-notice = Notice
report-method-bands = KPI bands
report-method-bands-text = The value at which each level begins. Before the first band lies the floor of the scale.
report-bands = Where each level begins
report-direction = Direction
report-direction-higher = Higher is better
report-direction-lower = Lower is better
report-direction-range = Within a range
report-direction-none = Informative
report-band-from-higher = from { $value }
report-band-from-lower = { $value } or less
report-band-from-range = edge { $value }
report-band-from-none = { $value }
report-source = Source
report-method-okrs = OKRs
report-method-progress-text = (value − baseline) ÷ (target − baseline), with the latest reading up to the date of this report. It is shown as it is, below 0% and above 100% too.
report-method-expected-text = The share of the time that has passed, or the dated plan where there is one. For milestones, the weight of those already due; for a yes-or-no result, nothing until it is due.
report-method-status-text = Progress ÷ expected: from 0.9, on track; from 0.7, behind; below, at risk. While less than 10% is expected, only a step backwards takes a result off track. At 100% it is achieved, but what is to be kept only on its last day; past due without that, missed.
report-method-aspirational-text = For an aspirational objective, what is expected is multiplied by 0.7.
report-method-objective-text = The mean of its active key results by weight, each held between 0% and 100%. No data counts as zero, and the objective says how many were measured. Its status is the worst among those that carry weight.
report-method-flags-text = Regressed: progress below zero. Out of date: a reading older than 1.5 times its frequency. Confidence at odds: 8 or more while at risk, or 3 or less while on track. Confidence falling: two points or more since the check-in before.
report-method-files = Files read
report-method-files-text = { $count ->
    [0] No file was read.
    [one] One file:
   *[other] { $count } files:
}

## Appendix

report-appendix-title = Appendix: every answer
report-appendix-lead = The identifier leads to the question; the place is the file and line where the answer is written.
report-question = Question
report-answer = Answer
report-state = State
report-place = Place
report-why = { $name } { $shown }: why?

## What moved the index

report-moved-heading = { $figure ->
    [practice] What moved the practice score
   *[index] What moved the index
}
report-moved-title = { $figure ->
    [practice] { $rubric }: what moved the practice score since { $date }
   *[index] { $rubric }: what moved the index since { $date }
}
report-moved-text = From { $start } to { $end }.
report-moved-key = Each bar begins where the one above it ends: to the right it raises the result, to the left it lowers it. Answers are exchanged one by one in the rubric’s order, then readings; each counts for what its exchange changes.
report-moved-others-answers = { $answers ->
    [one] 1 other answer
   *[other] { $answers } other answers
}
report-moved-others-kpis = { $kpis ->
    [one] 1 other KPI
   *[other] { $kpis } other KPIs
}
report-moved-others-both = { $answers ->
    [one] Others: 1 answer
   *[other] Others: { $answers } answers
} and { $kpis ->
    [one] 1 KPI
   *[other] { $kpis } KPIs
}
report-moved-what = What changed
report-moved-from = Before
report-moved-to = Now
report-moved-delta = Effect
report-moved-after = Then
report-moved-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
report-moved-new = { $kpi } (new in the outcome)
report-moved-reading = KPI reading
