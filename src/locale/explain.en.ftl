# Why a figure is what it is. Names of terms are short: they stand in formulas.

explain-lowest = min
explain-highest = max
explain-median = median
explain-rounded = round
explain-mean = Σ (weight × value) ÷ Σ weight
explain-weighted-sum = Σ (weight × value)

explain-figure-fit = Fit
explain-figure-held = Level held
explain-figure-compliance = Kept
explain-name-required-level = { $skill } required
explain-name-held-level = { $skill } held
explain-name-holder = { $name }, level { $level }
explain-name-asked-skills = skills asked for
explain-name-rated-skills = skills rated
explain-name-cases-met = cases that kept it
explain-name-cases-breached = cases that broke it
explain-name-cases-overdue = cases open past the deadline
explain-fit = Only skills that were rated count. Holding more of one does not make up for another.
explain-not-rated = Nobody has rated it yet.
explain-no-role = No role asks for a skill.
explain-level-not-rated = Level { $level }: not rated
explain-rated = Rated by { $by ->
        [self] the person
        [manager] the manager
        [assessor] an assessor
       *[none] somebody not named
    } on { $date }. { explain-precedence }
explain-precedence = Another’s rating stands before one’s own, and the later before the earlier.
explain-generic-level = The skill does not describe level { $level }: the generic statements of that level are covered.
explain-compliance = Late and still open past the deadline are both breaches. Where nothing was due there is no share.
explain-figure-level = Level
explain-figure-next-level-progress = Progress to the next level
explain-figure-practice-score = Practice score
explain-figure-practice-maximum = Most that can be reached
explain-figure-coverage = Coverage
explain-figure-achievement = Achievement
explain-figure-outcome-score = Outcome score
explain-figure-index = Index
explain-figure-interval = Interval
explain-figure-percent-to-target = Progress to the target
explain-figure-gap = Gap
explain-figure-priority = Weight × gap
explain-figure-level-after = Level with these answers
explain-figure-practice-score-after = Practice score with these answers
explain-figure-index-after = Index with these answers
explain-figure-practice-score-change = Change of the practice score
explain-figure-index-change = Change of the index
explain-figure-value = Value
explain-figure-spread = Spread
explain-figure-weight = Weight among disagreements
explain-figure-rating = Rating
explain-figure-state = State
explain-figure-stale = Out of date
explain-figure-elapsed = Time passed
explain-figure-progress = Progress
explain-figure-status = Status
explain-figure-kind = Kind
explain-figure-baseline = Baseline
explain-figure-target = Target
explain-figure-due = Due
explain-figure-expected = Expected progress
explain-figure-flags = Flags
explain-figure-confidence = Confidence
explain-figure-forecast = Forecast
explain-figure-grade = Grade

explain-name-respondent = one respondent
explain-name-achievement = level { $level }
explain-name-borrowed = level { $level } (asks nothing: as level { $from })
explain-name-practice = practice score
explain-name-maximum = maximum
explain-name-mean-of-answers = mean of the answers
explain-name-floor = floor
explain-name-base = lowest score
explain-name-top = highest score
explain-name-level-size = levels
explain-name-answered-weight = answered weight
explain-name-applicable-weight = applicable weight
explain-name-criterion-weight = weight of the criterion
explain-name-question-weight = weight of { $question }
explain-name-disagreement = weight among disagreements
explain-name-practice-of = practice score of { $date }
explain-name-practice-after = practice score with the answer
explain-name-index = index
explain-name-index-after = index with the answer
explain-name-outcome = outcome score
explain-name-kpi-weight = KPI weight
explain-name-kpi-level = level of the KPI
explain-name-value = value
explain-name-edge = edge of level { $level }
explain-name-target = target
explain-name-target-of = target for { $dimension }
explain-name-gap = gap
explain-name-numerator = cases that count
explain-name-denominator = all cases
explain-name-reading = reading
explain-name-planned-end = end of the line
explain-name-planned = planned for { $date }
explain-name-pace-between = pace from { $earlier } to { $later }
explain-name-line-start = start of the line
explain-name-line-start-of = start by the value of { $date }
explain-name-baseline = baseline
explain-name-target-value = target
explain-name-relative-target = stated change
explain-name-progress = progress
explain-name-expected = expected
explain-name-aspirational = share asked of an aspiration
explain-name-days-passed = days passed
explain-name-days-in-all = days in all
explain-name-periods-met = periods met
explain-name-periods-passed = periods passed
explain-name-measured = measured
explain-name-active = active
explain-name-pace = change per day
explain-name-required-pace = change per day that is needed
explain-name-days-to-due = days to the due date
explain-name-days-left = days left
explain-name-projected = projected value

explain-nothing-counts = Nothing counts here: there is no figure.
explain-aggregate-mean = The mean of the parts, by weight.
explain-aggregate-sum = The sum of the parts.
explain-aggregate-min = The lowest of the parts.
explain-aggregate-max = The highest of the parts.
explain-aggregate-median = The median of the parts.
explain-maximum = What the practice score would be with everything that applies achieved.
explain-rule-practice = The lowest score, and for each level above it the share of it that is achieved.
explain-rule-answers = The mean of the criteria, on the scale of the answers.
explain-level-above = Level { $level } asks nothing here, and no higher one does: it cannot be scored.
explain-no-outcome = No KPI with bands has a reading.
explain-index-alone = No KPI with bands has a reading: the index is the practice score.
explain-worst = Everything missing at its worst
explain-best = Everything missing at its best
explain-nothing-missing = No answer is missing: both ends are the practice score.
explain-missing-range = The answers above are missing; the score lies in between whatever they turn out to be.
explain-no-target = No target is set for this rubric in regua.yaml.
explain-no-credit = Measured by practice score. Going beyond one target does not make up for falling short of another.
explain-way = Shortest way, { $scope }
explain-whole = the whole
explain-no-way = No set of answers is enough, or none is needed.
explain-with-answer = With the answer
explain-supposed = This supposes the changed answers, all else as it is.
explain-gap-to-full = The gap reaches to full achievement, not to the threshold: that is what raises the score.

explain-no-level-rule = The rubric's rule gives no level here.
explain-level-empty = Level { $level } asks nothing here: it is held only with a higher one.
explain-floor = Level { $level } is held with nothing satisfied.
explain-gate = Level { $level }: { $met } of { $criteria } { $what ->
        [statements] statements covered
       *[criteria] criteria met
    }{ $blocked ->
        [0] {""}
        [one] , 1 blocked by a missing answer
       *[other] , { $blocked } blocked by missing answers
    }
explain-gate-below = , but a level below does not pass
explain-gate-lower = ; as a level below another, { $met } of { $criteria }
explain-rule-cumulative = A level is held when it passes and every level below it passes.
explain-rule-highest = The highest level that passes is held.
explain-rule-banded = The level held is the highest one whose edge the score has reached.
explain-edge = Level { $level } from { $edge } on: the score is { $score }
explain-top-band = It is the highest band.
explain-rule-passes = It passes when { $quantifier ->
        [any] at least one of its criteria is
        [share] at least { $share } of its criteria are
       *[all] all its criteria are
    } met: { $threshold }.
explain-rule-lower = For a level below another, met means: { $threshold }.
explain-rule-blocks = A missing answer keeps its level from passing.
explain-threshold-rating = { $rating }, over { $edge }
explain-threshold-value = at least { $value }
explain-at-the-top = No higher level asks for anything: there is nothing above.
explain-next-is = The next level is { $level }.
explain-cell-floor = The floor asks for nothing.
explain-cell-empty = The level asks nothing here; it takes the achievement of the next one above.
explain-cell-above = The level asks nothing here, and no higher one does.

explain-unanswered-blocks = A question without an answer counts 0, and keeps its level from passing.
explain-unanswered-zero = A question without an answer counts 0.
explain-unanswered-exclude = A question without an answer is left out.
explain-not-applicable-exclude = What does not apply is left out.
explain-not-applicable-zero = What does not apply counts 0.
explain-not-applicable-full = What does not apply counts as fully met.
explain-absence = It describes a lack: no level asks for it, and it raises no score.
explain-met = Met as its level asks: { $threshold }
explain-no-rating = Nobody answered: there is nothing to rate.
explain-band = { $band ->
        [not] { $rating }: not over any of these
       *[other] { $rating }: { $value } is over { $edge }
    }
explain-bands = Bands of ISO/IEC 33020: over 15%, over 50%, over 85%.
explain-declared-level = The rubric says which level asks for it.
explain-kpi-answers = A KPI's reading answers it: its level, as a share of the way from the lowest score to the highest.
explain-asked-for = asked for with --target
explain-by-reading = the reading of “{ $kpi }”
explain-combined-median = Several people answered: the median of their answers.
explain-combined-mean = Several people answered: the mean of their answers.
explain-combined-lowest = Several people answered: the lowest of their answers.
explain-agreed = The respondents agreed on it: what they agreed stands.
explain-spread-applies = Some say that it does not apply, others answer it: that counts as the whole scale.
explain-spread-wide = For discussion: two choices or more apart, at opposite ends of the scale, half of a numeric scale apart, or at odds over whether it applies.
explain-spread-narrow = Not for discussion: less than two choices, or half of a numeric scale, apart.
explain-spread-weight = The weight is the criterion's, times the question's share of it. Disagreements are sorted by spread × weight; those that count in no figure come last.
explain-latest = The latest reading: { $period }.
explain-informs = It only informs: it has no bands, or no better direction.
explain-outside-edges = Outside the first and the last edge the level does not move.
explain-stale = yes
explain-fresh = no
explain-silence = Out of date after more than { $limit } days without a value: { $days }, from { $since } to { $until }

explain-cycle-days = From { $first } to { $last }; as of { $today }.
explain-no-weight = No objective has weight.
explain-rolled-up = Each key result counts from 0% to 100%, one without a value 0%.
explain-worst-child = The worst status of a key result that has weight.
explain-kind-increase = increase
explain-kind-decrease = decrease
explain-kind-keep = keep
explain-kind-milestones = milestones
explain-kind-done = done or not
explain-kind-establish_baseline = first measurement
explain-rule-kind-increase = A value is to rise from the baseline to the target.
explain-rule-kind-decrease = A value is to fall from the baseline to the target.
explain-rule-kind-keep = A value is to stay within its target in every period.
explain-rule-kind-milestones = Steps are to be done, each with its weight.
explain-rule-kind-done = It is done, or it is not.
explain-rule-kind-establish_baseline = A value is to be measured for the first time.
explain-baseline-value = The plan states it.
explain-baseline-at = The reading of the day or period that the plan names.
explain-baseline-frozen = Measured, and frozen by a check-in: readings corrected since do not move it.
explain-baseline-first = The first reading since the cycle began.
explain-no-baseline-kind = This kind of key result has no baseline.
explain-kept-between = To be kept within { $bounds }.
explain-no-target-value = There is no target value yet, or this kind has none.
explain-amended = Amended on { $date }: { $reason }
explain-no-reading = There is no value yet.
explain-latest-value = The latest value by its date.
explain-working-day = A working day counts as { $length }.
explain-due = The last day on which it can be reached.
explain-kept = In each period the value is to be { $bounds }; a period without a value is not met.
explain-kept-score = In each period the score is to be { $bounds }; a score holds until the next assessment.
explain-period = { $first } to { $last }: { $value }
explain-lacks-baseline = There is no value to start from yet, or no way from there to the target.
explain-expected-milestones = The weight of the milestones that are due.
explain-expected-done = Nothing until { $last }, then all of it.
explain-expected-plan = Straight lines through the values of its plan, from { $first } to { $last }.
explain-expected-time = The share of the time from { $first } to { $last } that has passed; as of { $today }.
explain-aspirational = The objective is aspirational: 70% of the expected progress is asked of it.
explain-test-closed = Closed on { $date } with this status
explain-test-dropped = Given up by an amendment
explain-test-not-begun = Planned until the cycle begins on { $date }
explain-test-reached = Achieved from 100% on: progress is { $progress }
explain-test-kept = Achieved when kept to the last day, { $date }
explain-test-past = Missed after the last day, { $date }
explain-test-early = Too early to say while less than { $bound } is expected: { $expected }
explain-test-worse = At risk below 0%: progress is { $progress }
explain-test-paced = { $status ->
        [on_track] On track
       *[behind] Behind, not at risk,
    } from { $bound } on: progress ÷ expected = { $pace }
explain-no-flags = none
explain-flag-regressed = Worse than at the start, below 0%: progress is { $progress }
explain-flag-conflict = Confidence at odds, 8 or more at risk or 3 or less on track: { $confidence }, { $status }
explain-flag-drop = Confidence falling by 2 or more: from { $before } to { $now }
explain-no-confidence = No check-in gives a confidence.
explain-of-ten = { $confidence } of 10
explain-latest-confidence = The latest check-in that gives one.
explain-no-forecast = It takes three values or more of different days since the cycle began, a distance from baseline to target, and days left.
explain-forecast = { $value } ({ $progress })
explain-theil-sen = A straight line after Theil and Sen: the median of the paces between any two values.
explain-projection = A projection of the values so far to { $date }, not a promise.
explain-open = It is still open: it is graded when it is closed.
explain-would-be = Closed today it would get { $grade }: { explain-grade-band }.
explain-graded = Graded { $grade }: { explain-grade-band }.
explain-grade-band = { $band ->
        [red] red
        [yellow] yellow
       *[green] green
    }. Red up to 0.3, yellow from 0.4 to 0.6, green from 0.7
explain-closed = Closed on { $closed } with the figures of { $as-of }: they stand whatever the files say since.
explain-moved = The files make it { $now } by now; what it was closed with stands.

explain-heading = What can be explained on { $date }
explain-hint = regua explain <figure> tells why, for example: regua explain { $example }
explain-none = There is nothing to explain yet: no assessment, no cycle.
explain-unknown = nothing is called “{ $figure }”
explain-unknown-near = did you mean: { $near }?
explain-unknown-list = regua explain without a figure lists what can be explained.
explain-ambiguous = “{ $figure }” may mean any of these: { $near }
explain-weight = weight
explain-blocking = Keeps the next level from being held
explain-why = Why?
explain-inputs = From
explain-exactly = exactly { $exact }
explain-holds = holds:
explain-holds-not = does not hold:
