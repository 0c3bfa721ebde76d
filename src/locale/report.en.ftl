# Every word of the report. The keys and variables are the same as in report.pt-BR.ftl.

## Frame

document-title = { $organisation }: maturity, KPIs and OKRs
kicker = Maturity, KPIs and OKRs
skip = Skip to the summary
contents = In this report
as-of = Position as of
assessed-on = { $count ->
    [one] Assessment
   *[other] Assessment
}
rubric-line = Rubric version { $version }
framework-line = based on { $framework }
foot = Made with regua { $version }, position as of { $date }.
data-table = Show the data

## Answer

answer-title = At a glance
answer-nothing = This folder has no assessment, KPI or OKR cycle yet. The report fills up from the first record on.
answer-no-assessment = There is no maturity assessment yet; KPIs and OKRs follow.
answer-no-cycle = No OKR cycle is on record.
answer-no-level = This rubric does not give the whole a level; its result is the score.
answer-first = This is the first assessment with this rubric, so there is nothing to compare it with.
answer-target = Target: level { $level } ({ $title }) by { $date }.
answer-coverage = { $answered } of { $total } questions answered, which covers { $coverage } of the weight that applies.
answer-interval = Depending on what is still unanswered, the practice score would lie between { $low } and { $high }.
answer-no-outcome = No KPI with bands has a reading, so there is no outcome score and the index equals the practice score.
answer-okrs = Where the key results stand
level-of = Maturity level, out of { $top }
level-number = Level { $level }
strengths = Strongest points
weaknesses = Weakest points
next-level = What stands before level { $level }, { $title }
next-level-progress = { $progress } of it is in place. Blocked by:
next-level-more = { $count ->
    [one] And { $count } more criterion.
   *[other] And { $count } more criteria.
}
next-level-none-title = Next level
next-level-none = The highest level of the rubric is reached.
figures-caption = The figures
figure = Measure
figure-level = Level
figure-practice = Practice
figure-outcome = Outcome
figure-index = Index
figure-coverage = Coverage
figure-interval = Interval
now = Now
change = Change
ruler-title = { $rubric }: scores on the scale of levels
ruler-text = Practice { $practice }; outcome { $outcome }; index { $index }.
ruler-key = Pale band: where practice could lie.
ruler-key-previous = Hollow circle: { $date }.
ruler-key-target = Diamond: target.

## Dimensions

dimensions-title = Maturity by dimension
dimensions-none = This rubric has no dimensions.
dimensions-table = Levels and scores by dimension
dimension = Dimension
level-before = Level before
level-target = Target level
practice-before = Practice before
maximum = Maximum
weight = Weight
held = held
radar-heading = Practice score
radar-title = { $rubric }: practice score by dimension
radar-key = Area and solid line: this assessment. The centre is { $floor }.
radar-key-previous = Dashed or hollow: { $date }.
radar-key-target = Diamond: target level.
chart-of-maximum = of { $maximum }
heatmap-heading = Achievement of each level
heatmap-title = { $rubric }: achievement by dimension and level
heatmap-text = How much of each level each dimension has in place. The data table holds the same figures.
heatmap-key = Outline and check mark: the dimension holds this level. Hatching: the dimension does not define it. Blank: above the last level it defines.
heatmap-floor = floor
cell-floor = floor
cell-empty = not defined
cell-above = above the last
levels-legend = What each level means

## Criteria

criteria-title = Criteria, answers and evidence
answers-line = { $total ->
    [one] { $answered } of { $total } question answered.
   *[other] { $answered } of { $total } questions answered.
}
answers-rest = Unknown: { $unknown }. Not applicable: { $not_applicable }. Unanswered: { $unanswered }.
answer-before = Before: { $answer }
reason = Reason:
evidence = { $count ->
    [one] Evidence:
   *[other] Evidence:
}
evidence-missing = Required evidence is missing
guidance = How to answer
absence = describes a lack; does not count towards the level
rating-fully = Fully
rating-largely = Largely
rating-partially = Partially
rating-not = Not achieved
rating-none = Not rated
state-answered = Answered
state-partial = Partly answered
state-unknown = Unknown
state-unanswered = Unanswered
state-not_applicable = Not applicable

## KPIs

kpis-title = KPIs
trend-key = Background: the band of each level. Dashed: a key result’s target. A gap in the line: a period without a reading. The vertical axis need not start at zero.
trend-title = { $kpi }: trend
trend-target = target { $value }
kpi-no-reading = No reading yet.
kpi-informative = Informative, without a level
kpi-no-bands = No level bands
kpi-since = since { $period }
kpi-target = Target { $value } by { $date }
better = better
worse = worse
segments = By segment, { $period }
segment = Segment
sample = Sample
period = Period
value = Value
no-reading = no reading

## OKRs

okrs-title = OKRs
bar-key = Bar: progress from the baseline (0%) to the target (100%). Arrowed tick: progress expected by this date. In the small line chart, from the start of the cycle to the due date: solid rule at the baseline, dotted at the target.
cycle-key = Bar: progress from the baseline (0%) to the target (100%). Arrowed tick: progress expected by this date.
cycle-title = { $cycle }: progress against expected
cycle-columns = progress / expected
cycle-line = { $start } to { $end }; { $elapsed } of the time has passed.
cycle-progress = Mean progress: { $progress }.
cycle-empty = No objective in this cycle.
objective-empty = No key result under this objective.
objective = Objective
key-result = Key result
baseline = Baseline
target = Target
progress = Progress
expected = Expected
expected-short = { $expected } expected
status = Status
ambition-committed = Committed
ambition-aspirational = Aspirational
ambition-learning = Learning
improves = Improves { $dimension }
measured = { $measured } of { $active } measured
deliverable = Deliverable: { $text }
from-to = from { $baseline } to { $target }
to = target { $target }
due-word = Due
due = by { $date }
on-date = on { $date }
confidence = Confidence { $confidence } of 10
forecast = Projected by then: { $value } ({ $progress })
forecast-word = Projection
milestone-done = done
flags = Flags
flag-regressed = Worse than at the start
flag-stale = Reading out of date
flag-confidence_conflict = Confidence at odds with the figures
flag-confidence_drop = Confidence falling
status-planned = Planned
status-no_data = No data
status-no_baseline = No baseline
status-on_track = On track
status-behind = Behind
status-at_risk = At risk
status-achieved = Achieved
status-missed = Missed
status-dropped = Dropped
count-planned = { $count ->
    [one] planned
   *[other] planned
}
count-no_data = { $count ->
    [one] without data
   *[other] without data
}
count-no_baseline = { $count ->
    [one] without a baseline
   *[other] without a baseline
}
count-on_track = { $count ->
    [one] on track
   *[other] on track
}
count-behind = { $count ->
    [one] behind
   *[other] behind
}
count-at_risk = { $count ->
    [one] at risk
   *[other] at risk
}
count-achieved = { $count ->
    [one] achieved
   *[other] achieved
}
count-missed = { $count ->
    [one] missed
   *[other] missed
}
count-dropped = { $count ->
    [one] dropped
   *[other] dropped
}
sparkline-text = { $readings ->
    [one] One reading: { $last }
   *[other] { $readings } readings, from { $first } to { $last }
}

## Method

method-title = Method
method-lead = Every figure here is computed from the files listed at the end of this section, in exact fractions, and rounded once, when it is written down (half up).
method-maturity = Maturity
method-value = Value of a criterion
method-value-text = The mean of its questions by their weights, between 0% and 100%.
method-states = Missing answers
method-states-text = Unanswered, unknown and not applicable are three different things. What is not applicable carries a reason and, unless the rubric rules otherwise, stays out of the sum; what is unanswered lowers coverage and widens the interval.
method-level-text = The highest level that the rubric’s rule allows. The rule sets how many criteria of a level must reach the threshold, and whether the levels below are required too. Criteria that describe a lack never count. Each dimension has a level of its own; that of the whole looks at all criteria.
method-practice-text = The floor of the scale plus the achieved share of every level above it. Where a dimension does not define a level, the next level it does define stands in; above the last one it earns nothing, and its maximum is shown.
method-outcome-text = The weighted mean of the KPIs’ levels. Bands say where each level begins; between two such edges the value is interpolated.
method-index-text = Practice and outcome together; outcome weighs { $weight }.
method-index-formula = (1 − { $weight }) × { $practice } + { $weight } × { $outcome } = { $index }
method-index-alone = With no reading of a banded KPI, the index is the practice score.
method-coverage-text = Weight of the questions answered, divided by the weight of those that apply.
method-interval-text = The practice score with every unanswered question at its worst and at its best.
method-ratings = Ratings
method-ratings-text = Up to 15%: not achieved. Over 15% and up to 50%: partially. Over 50% and up to 85%: largely. Over 85%: fully. These are the bands of ISO/IEC 33020.
method-sources = Rubrics used
rubric = Rubric
rubric-version = Version
framework = Source framework
kpi-weight = Weight of KPIs
notice = Notice
method-bands = KPI bands
method-bands-text = The value at which each level begins. Before the first band lies the floor of the scale.
bands = Where each level begins
direction = Direction
direction-higher = Higher is better
direction-lower = Lower is better
direction-range = Within a range
direction-none = Informative
band-from-higher = from { $value }
band-from-lower = { $value } or less
band-from-range = edge { $value }
band-from-none = { $value }
source = Source
method-okrs = OKRs
method-progress-text = (value − baseline) ÷ (target − baseline), with the latest reading up to the date of this report. It is shown as it is, below 0% and above 100% too.
method-expected-text = The share of the time that has passed, or the dated plan where there is one. For milestones, the weight of those already due; for a yes-or-no result, nothing until it is due.
method-status-text = Progress ÷ expected: from 0.9, on track; from 0.7, behind; below, at risk. While less than 10% is expected, only a step backwards takes a result off track. At 100% it is achieved; past due without that, missed.
method-aspirational-text = For an aspirational objective, what is expected is multiplied by 0.7.
method-objective-text = The mean of its active key results by weight, each held between 0% and 100%. No data counts as zero, and the objective says how many were measured. Its status is the worst among those that carry weight.
method-flags-text = Regressed: progress below zero. Out of date: a reading older than 1.5 times its frequency. Confidence at odds: 8 or more while at risk, or 3 or less while on track.
method-forecast-text = With three readings or more in the cycle, a Theil–Sen line to the due date. It is a projection, not a promise.
method-files = Files read
method-files-text = { $count ->
    [0] No file was read.
    [one] One file:
   *[other] { $count } files:
}

## Appendix

appendix-title = Appendix: every answer
appendix-lead = The identifier leads to the question; the place is the file and line where the answer is written.
question = Question
answer = Answer
state = State
place = Place
