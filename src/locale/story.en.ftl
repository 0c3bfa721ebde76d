# The story: each message is a whole sentence, or one item of a list. Each key begins with `story-`. The keys and variables are the same as in story.pt-BR.ftl.

## Lists and names

story-list-next = { $row }, { $item }
story-list-last = { $row } and { $item }
story-more = { $count } more
story-quoted = “{ $name }”
story-level = level { $number } ({ $title })
story-level-untitled = level { $number }
story-note = “{ $note }”
story-cycle = { $period ->
   *[other] { $name }
}

## Parts

story-part-next = The next level
story-part-kpis = What the KPIs say
story-part-disagreements = Where respondents stand apart
story-part-confidence = Confidence

## The answer

story-headline-nothing = There are not enough answers yet to tell a level or a score.
story-headline-level = The maturity level is { $level } of { $top } ({ $title }), with { $measure ->
        [index] an index
       *[practice] a practice score
    } of { $value }.
story-headline-level-untitled = The maturity level is { $level } of { $top }, with { $measure ->
        [index] an index
       *[practice] a practice score
    } of { $value }.
story-headline-no-level = No level is reached yet; the { $measure ->
        [index] index
       *[practice] practice score
    } is { $value }.
story-headline-score = The { $measure ->
        [index] index
       *[practice] practice score
    } is { $value }, on a scale from { $bottom } to { $top }.
story-headline-early = This is provisional: { $answered } of { $total } { $total ->
        [one] question
       *[other] questions
    } { $answered ->
        [one] is
       *[other] are
    } answered, which covers { $coverage } of the weight that applies.
story-headline-dimensions = { $range ->
    [one] Every dimension is at level { $lowest } of { $top }.
   *[many] Its dimensions lie between level { $lowest } and level { $highest } of { $top }.
}
story-new-outcome = On { $date } no KPI that counts had a reading: the index was the practice score alone, and the outcome is new in it.
story-direction-first = It is the first assessment with this rubric.
story-direction-unknown = On { $date } too few questions were answered to tell which way it has gone since.
story-direction = { $direction ->
    [up] That is { $levels ->
        [one] one level
       *[other] { $levels } levels
    } higher than on { $date }.
    [up-up] That is { $levels ->
        [one] one level
       *[other] { $levels } levels
    } higher than on { $date }, and the { $measure ->
        [index] index
       *[practice] practice score
    } has risen by { $change }.
    [up-down] That is { $levels ->
        [one] one level
       *[other] { $levels } levels
    } higher than on { $date }, although the { $measure ->
        [index] index
       *[practice] practice score
    } has fallen by { $change }.
    [down] That is { $levels ->
        [one] one level
       *[other] { $levels } levels
    } lower than on { $date }.
    [down-down] That is { $levels ->
        [one] one level
       *[other] { $levels } levels
    } lower than on { $date }, and the { $measure ->
        [index] index
       *[practice] practice score
    } has fallen by { $change }.
    [down-up] That is { $levels ->
        [one] one level
       *[other] { $levels } levels
    } lower than on { $date }, although the { $measure ->
        [index] index
       *[practice] practice score
    } has risen by { $change }.
    [same-up] The level is the same as on { $date }, and the { $measure ->
        [index] index
       *[practice] practice score
    } has risen by { $change }.
    [same-down] The level is the same as on { $date }, and the { $measure ->
        [index] index
       *[practice] practice score
    } has fallen by { $change }.
    [same-little] The level is the same as on { $date }, and the { $measure ->
        [index] index
       *[practice] practice score
    } has moved by less than 0.01.
    [same-still] The level and the { $measure ->
        [index] index
       *[practice] practice score
    } are the same as on { $date }.
    [same-absent] The level is the same as on { $date }.
    [gained] On { $date } no level was reached yet.
    [lost] On { $date } it was level { $before }.
    [none-up] It has risen by { $change } since { $date }.
    [none-down] It has fallen by { $change } since { $date }.
    [none-little] It has moved by less than 0.01 since { $date }.
    [none-still] It is the same as on { $date }.
   *[none-absent] The assessment of { $date } has no score to compare it with.
}

## Strengths and gaps

story-point = “{ $name }” is { $rating ->
        [fully] fully
        [largely] largely
        [partially] partly
       *[not] not
    } in place ({ $value }).
story-point-readings = { $which ->
    [only] The answer is the reading of { $readings }.
    [all] The answers are the readings of { $readings }.
   *[some] { $count ->
        [one] One of the { $answers } answers is the reading of { $readings }.
       *[other] { $count } of the { $answers } answers are the readings of { $readings }.
    }
}
story-reading = “{ $kpi }” ({ $value }, { $period }, worth { $counts })
story-point-evidence = { $dated ->
    [yes] { $more ->
        [0] The evidence is “{ $title }” ({ $date }).
        [one] The latest evidence is “{ $title }” ({ $date }), and there is one more item.
       *[other] The latest evidence is “{ $title }” ({ $date }), and there are { $more } more items.
    }
   *[no] { $more ->
        [0] The evidence is “{ $title }”, without a date.
        [one] The evidence is “{ $title }” and one more item, without dates.
       *[other] The evidence is “{ $title }” and { $more } more items, without dates.
    }
}
story-point-missing = { $count ->
    [one] One answer lacks the evidence that the rubric requires.
   *[other] { $count } answers lack the evidence that the rubric requires.
}
story-point-absent = { $count ->
    [one] One file that is named as evidence is not there.
   *[other] { $count } files that are named as evidence are not there.
}
story-point-stale = { $count ->
    [one] The evidence of one answer is out of date.
   *[other] The evidence of { $count } answers is out of date.
}
story-point-bare = It has neither a note nor evidence.

## The next level

story-next-top = The highest level of the rubric is reached.
story-next-blocked = { $count ->
    [one] Of { $level }, { $progress } is in place, and one criterion is still to be met: { $names }.
   *[other] Of { $level }, { $progress } is in place, and { $count } criteria are still to be met: { $names }.
}
story-criterion = { $state ->
    [valued] “{ $name }” ({ $value })
    [unknown] “{ $name }” (unknown)
    [not_applicable] “{ $name }” (not applicable)
   *[unanswered] “{ $name }” (unanswered)
}
story-next-band = A practice score of { $from } makes { $level }; it is { $now } now, { $progress } of the way from the present level.
story-next-answer = { $given ->
    [any] { $which ->
        [next] To get there it is enough to answer “{ $question }”, which is still open: any answer will do.
       *[other] For { $level } it is enough to answer “{ $question }”, which is still open: any answer will do.
    }
    [yes] { $which ->
        [next] To get there it is enough that the answer to “{ $question }” goes from “{ $from }” to “{ $to }”.
       *[other] For { $level } it is enough that the answer to “{ $question }” goes from “{ $from }” to “{ $to }”.
    }
   *[no] { $which ->
        [next] To get there it is enough to answer “{ $question }”, which is still open, with “{ $to }”.
       *[other] For { $level } it is enough to answer “{ $question }”, which is still open, with “{ $to }”.
    }
}
story-next-way = { $which ->
    [next] The shortest way there takes { $answers }: { $names }.
   *[other] The shortest way up leads to { $level } and takes { $answers }: { $names }.
}
story-next-each = The shortest way there takes { $answers }, one for each of them.
story-next-count = { $count ->
    [one] one answer
   *[other] { $count } answers
}
story-next-share = { $count ->
    [one] “{ $name }”
   *[other] “{ $name }” ({ $count })
}
story-next-after = { $count ->
    [one] With it, the level would be { $level } and the { $measure ->
        [index] index
       *[practice] practice score
    } { $bound ->
        [least] at least { $value }
       *[exact] { $value }
    }.
   *[other] With them, the level would be { $level } and the { $measure ->
        [index] index
       *[practice] practice score
    } { $bound ->
        [least] at least { $value }
       *[exact] { $value }
    }.
}
story-next-barred = { $count ->
    [one] { $reason ->
        [kpi] Answers alone do not lead to { $level }: { $names } depends on a KPI.
       *[any] Answers alone do not lead to { $level }: { $names } depends on a KPI or does not apply.
    }
   *[other] { $reason ->
        [kpi] Answers alone do not lead to { $level }: { $names } depend on KPIs.
       *[any] Answers alone do not lead to { $level }: { $names } depend on KPIs or do not apply.
    }
}

## KPIs

story-kpis-nothing = None of its KPIs has a reading, so no figure confirms or denies the answers.
story-kpis-reaching = { $which ->
    [only] By its reading, the only KPI with bands is at level { $level }, the level held, or above.
    [not-only] By its reading, the only KPI with bands is below level { $level }, the level held.
    [none] By their readings, each of the { $count } KPIs with bands is below level { $level }, the level held.
    [all] By their readings, each of the { $count } KPIs with bands is at level { $level }, the level held, or above.
   *[some] By their readings, { $reaching } of { $count } KPIs with bands { $reaching ->
        [one] is
       *[other] are
    } at level { $level }, the level held, or above.
}
story-kpis-below = { $count ->
    [one] One KPI is a whole level or more below level { $level }: { $names }.
   *[other] { $count } KPIs are a whole level or more below level { $level }: { $names }.
}
story-kpis-above = { $count ->
    [one] One KPI is a whole level or more above level { $level }: { $names }.
   *[other] { $count } KPIs are a whole level or more above level { $level }: { $names }.
}
story-kpi-level = “{ $kpi }” ({ $value }, level { $level })
story-kpis-denied = The answer to “{ $question }” is “{ $answer }”, but the reading of “{ $kpi }” is { $value }, which stands for “{ $worth }”.
story-kpis-denied-several = Taken together, the answers to “{ $question }” come to “{ $answer }”; the reading of “{ $kpi }” is { $value }, which stands for “{ $worth }” and { $denies ->
        [all] agrees with none of the respondents
        [answered] agrees with none of those who answered
       *[some] does not contradict { $names }
    }.
story-kpis-stale = { $count ->
    [one] One reading is out of date: { $names }.
   *[other] { $count } readings are out of date: { $names }.
}
story-kpi-period = “{ $name }” ({ $period })
story-kpis-unread = { $count ->
    [one] One KPI has no reading yet: { $names }.
   *[other] { $count } KPIs have no reading yet: { $names }.
}

## Respondents

story-apart = { $count ->
    [one] The { $people } respondents are far apart on one question.
   *[other] The { $people } respondents are far apart on { $count } questions.
}
story-apart-widest = To “{ $question }”, the answers go from “{ $low }” ({ $low_name }) to “{ $high }” ({ $high_name }).
story-apart-applies = To “{ $question }”, { $name } { $count ->
        [one] answers
       *[other] answer
    } “{ $answer }”, and { $denying } { $denied ->
        [one] says
       *[other] say
    } that it does not apply.
story-apart-settled = { $open ->
    [0] { $count ->
        [one] The one wide disagreement is settled, by consensus or by a KPI.
       *[other] The { $count } wide disagreements are settled, by consensus or by KPIs.
    }
   *[other] { $count ->
        [one] One more wide disagreement is settled, by consensus or by a KPI.
       *[other] { $count } more wide disagreements are settled, by consensus or by KPIs.
    }
}

## Confidence in the result

story-confidence = Confidence in this result is { $word ->
        [high] high
        [low] low
       *[fair] fair
    }.
story-confidence-coverage = { $answered } of { $total } { $total ->
        [one] question
       *[other] questions
    } { $answered ->
        [one] is
       *[other] are
    } answered, which covers { $coverage } of the weight that applies.
story-confidence-open = { $level ->
    [same] Whatever the answers still open turn out to be, the level stays { $lowest } and the practice score lies between { $low } and { $high }.
    [between] Depending on the answers still open, the level would lie between { $lowest } and { $highest } and the practice score between { $low } and { $high }.
    [waits] The level shown waits only for answers that are still open: whatever they are, it will be { $lowest }, with a practice score between { $low } and { $high }.
    [still-none] Whatever the answers still open turn out to be, no level is reached, and the practice score lies between { $low } and { $high }.
    [from-none] With the answers still open at their best, level { $highest } would be reached; the practice score lies between { $low } and { $high }.
   *[none] Depending on the answers still open, the practice score lies between { $low } and { $high }.
}
story-confidence-evidence = { $state ->
    [all] { $count ->
        [one] The one answer that requires evidence has it, and in date.
       *[other] Each of the { $count } answers that require evidence has it, and in date.
    }
    [missing] { $count ->
        [one] The one answer that requires evidence has none.
       *[other] Of { $count } answers that require evidence, { $missing } { $missing ->
            [one] has
           *[other] have
        } none.
    }
    [stale] { $count ->
        [one] The one answer that requires evidence has it out of date.
       *[other] Of { $count } answers that require evidence, { $stale } { $stale ->
            [one] has
           *[other] have
        } it out of date.
    }
   *[both] Of { $count } answers that require evidence, { $missing } { $missing ->
            [one] has
           *[other] have
        } none and { $stale } { $stale ->
            [one] has
           *[other] have
        } it out of date.
}
story-confidence-absent = { $count ->
    [one] The one answer that requires evidence names only files that are not there.
   *[other] { $others ->
        [0] Of { $count } answers that require evidence, { $absent } { $absent ->
            [one] names
           *[other] name
        } only files that are not there.
       *[other] { $absent ->
            [one] Another names only files that are not there.
           *[other] Another { $absent } name only files that are not there.
        }
    }
}
story-confidence-stale = { $count ->
    [one] The reading of one KPI is out of date.
   *[other] The readings of { $count } KPIs are out of date.
}
story-confidence-denied = { $count ->
    [one] There is one contradiction between answers or with a reading.
   *[other] There are { $count } contradictions between answers or with readings.
}
story-confidence-apart = { $count ->
    [one] The respondents are far apart on one question.
   *[other] The respondents are far apart on { $count } questions.
}
story-method-confidence = High: at least 90% of the weight that applies is answered, the answers still open cannot change the level, every answer that requires evidence has it, in date and where it is said to be, no reading is out of date, no answer is contradicted and no respondents are far apart. Low: less than 50% is answered, or evidence is missing, out of date or not where it is said to be for more than half of the answers that require it. Fair: all between. The thresholds are regua’s own.

## OKRs

story-okrs-on = { $which ->
    [not-only] The only key result of { $cycle } is not off pace.
   *[none] { $count ->
        [2] Neither of the two key results of { $cycle } is off pace.
       *[other] None of the { $count } key results of { $cycle } is off pace.
    }
}
story-okrs-off = { $which ->
    [only] The only key result of { $cycle } { $status ->
        [missed] was missed
        [at_risk] is at risk
       *[behind] is behind
    }.
    [all] Each of the { $count } key results of { $cycle } { $status ->
        [missed] was missed
        [at_risk] is at risk
       *[behind] is behind
    }.
   *[some] { $off } of { $count } key results of { $cycle } { $off ->
        [one] { $status ->
            [missed] was missed
            [at_risk] is at risk
           *[behind] is behind
        }
       *[other] { $status ->
            [missed] were missed
            [at_risk] are at risk
           *[behind] are behind
        }
    }.
}
story-okrs-off-mixed = { $which ->
    [all] Each of the { $count } key results of { $cycle } is off pace: { $statuses }.
   *[some] { $off } of { $count } key results of { $cycle } are off pace: { $statuses }.
}
story-okrs-status = { $status ->
    [missed] { $count } missed
    [at_risk] { $count } at risk
   *[behind] { $count } behind
}
story-okrs-unjudged = { $count ->
    [one] One key result has no data or no baseline to judge it by.
   *[other] { $count } key results have no data or no baseline to judge them by.
}
story-okrs-none-judged = { $count ->
    [one] The only key result of { $cycle } has no data or no baseline to judge it by.
   *[other] Not one of the { $count } key results of { $cycle } has the data and the baseline to judge it by.
}
story-okrs-to-close = { $cycle } ended on { $end } and has not been closed.
story-okrs-empty = { $cycle } has no active key result.
story-okrs-planned = { $cycle } begins on { $start }, with { $count ->
        [one] one key result
       *[other] { $count } key results
    }.
story-okr = { $status ->
    [missed] “{ $name }” was due on { $due } and was missed, with progress at { $progress }.
    [at_risk] “{ $name }” is at risk: progress is { $progress }, and { $expected } is expected by now.
    [behind] “{ $name }” is behind: progress is { $progress }, and { $expected } is expected by now.
    [no_data] { $from ->
        [none] “{ $name }” has no data yet.
       *[other] “{ $name }” goes on from { $from }; nothing of it has been measured in this cycle yet.
    }
   *[no_baseline] “{ $name }” has no baseline yet, so its progress cannot be measured.
}
story-okr-kept = It was { $kept }.
story-okr-regressed = It is worse than at the baseline.
story-okr-stale = { $dated ->
    [yes] The last news of it is of { $date }, and out of date.
   *[no] There is no news of it yet.
}
story-okr-confidence = { $state ->
    [drop] Confidence fell from { $before } to { $confidence }, out of 10.
    [conflict] Confidence is { $confidence } out of 10, at odds with the figures.
   *[plain] Confidence is { $confidence } out of 10.
}
story-okr-forecast = { $reaches ->
    [yes] At the pace of its readings, the target is reached by { $due }.
   *[no] The readings lead to { $value } on { $due }, a progress of { $progress }.
}
story-okr-note = Check-in of { $date }: “{ $note }”
story-okrs-more = And { $count } more.
story-okrs-closed = { $cycle } was closed on { $date } with a mean progress of { $progress }.
story-okrs-closed-unmeasured = { $cycle } was closed on { $date } with no progress measured.
story-okrs-commitments = { $count ->
    [one] One commitment was missed: { $names }.
   *[other] { $count } commitments were missed: { $names }.
}
story-okrs-commitment = “{ $name }”
story-okrs-grades = { $shown ->
    [lowest] The lowest grades of its { $count } objectives are { $names }.
   *[all] { $count ->
        [one] The grade of its objective is { $names }.
       *[other] The grades of its { $count } objectives are { $names }.
    }
}
story-okrs-grade = { $grade } for “{ $name }” ({ $band ->
        [red] red
        [yellow] yellow
       *[green] green
    })

## Service levels and people

story-service = { $which ->
    [only] The only service level with data missed its goal in its latest period: { $names }.
    [not-only] The only service level with data met its goal in its latest period.
    [none] Each of the { $count } service levels with data met its goal in its latest period.
    [all] Each of the { $count } service levels with data missed its goal in its latest period: { $names }.
   *[some] { $missed } of { $count } service levels missed { $missed ->
        [one] its goal in its
       *[other] their goals in their
    } latest period: { $names }.
}
story-service-missed = “{ $name }” ({ $kept }, goal { $goal })
story-service-nothing = { $judged ->
    [0] No service level has data yet.
   *[other] { $count ->
        [one] One service level has no data.
       *[other] { $count } service levels have no data.
    }
}
story-people-filled = { $which ->
    [only] The only person with a role holds all that it asks for.
    [not-only] The only person with a role does not hold all that it asks for.
    [none] { $count ->
        [2] Neither of the two people with a role holds all that it asks for.
       *[other] None of the { $count } people with a role holds all that it asks for.
    }
    [all] Each of the { $count } people with a role holds all that it asks for.
   *[some] { $filled } of { $count } people with a role { $filled ->
        [one] holds
       *[other] hold
    } all that it asks for.
}
story-people-gaps = { $count ->
    [one] There is one gap: { $names }.
   *[other] There are { $count } gaps{ $order ->
        [none] {""}
       *[widest] , the widest first
    }: { $names }.
}
story-people-gap = { $held ->
    [none] { $name } in “{ $skill }” (holds no level, the role asks for { $required })
   *[other] { $name } in “{ $skill }” (holds { $held }, the role asks for { $required })
}
story-people-unrated = { $count ->
    [one] One rating that a role asks for is missing.
   *[other] { $count } ratings that roles ask for are missing.
}
story-people-single = { $count ->
    [one] One person alone holds { $names }.
   *[other] { $count } levels that roles ask for are held by one person alone: { $names }.
}
story-people-nobody = { $count ->
    [one] Nobody holds { $names }.
   *[other] Nobody holds { $count } levels that roles ask for: { $names }.
}
story-people-skill = { $risk ->
    [single] “{ $skill }” at level { $level } ({ $holder })
   *[nobody] “{ $skill }” at level { $level }
}
