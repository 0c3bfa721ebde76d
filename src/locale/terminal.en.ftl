# The words of the terminal, and of numbers and dates everywhere. The keys and variables are the same as in
# terminal.pt-BR.ftl.

## Dates and units

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
period-half = H{ $part } { $year }
period-quarter = Q{ $part } { $year }
period-week = Week { $part }, { $year }
period-fiscal-year = Fiscal year { $year }
period-fiscal-half = H{ $part } of fiscal year { $year }
period-fiscal-quarter = Q{ $part } of fiscal year { $year }
per-second = second
per-minute = minute
per-hour = hour
per-day = day
per-working-day = working day
per-week = week
per-fortnight = fortnight
per-month = month
per-quarter = quarter
per-half-year = half-year
per-year = year

## Problems

severity-error = error
severity-warning = warning
severity-advice = advice
severity-gate = gate
severity-help = help
problems = { $errors ->
        [0] No errors
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }{ $advice ->
        [0] .
        [one] , { $advice } piece of advice.
       *[other] , { $advice } pieces of advice.
    }
doubts = { $warnings ->
        [one] { $warnings } warning: `regua check` shows it.
       *[other] { $warnings } warnings: `regua check` shows them.
    }
disk-no-folder = there is no folder `{ $path }`
disk-cannot-read = cannot read `{ $path }`
disk-cannot-write = cannot write `{ $path }`; what was there is as it was
disk-not-confirmed = `{ $path }` was written, but the disk did not confirm it; look at it before you write the same again
usage-unknown-command = there is no command `{ $argument }`
usage-unknown-argument = there is no `{ $argument }` here, or it is one too many
usage-missing-value = `{ $argument }` needs a value
usage-invalid-value = `{ $argument }` does not take `{ $value }`; it takes: { $known }
usage-invalid-form = `{ $argument }` does not take `{ $value }`; write for example { $known }
usage-missing = something is missing: { $argument }
usage-repeated = `{ $argument }` can be given once
usage-conflict = `{ $argument }` and `{ $other }` do not go together
usage-other = the command line is not understood
usage-near = did you mean `{ $near }`?
usage-more = { $of ->
    [all] { $command } --help lists commands and options
   *[one] { $command } --help shows how it is written, and examples
}

## check

check-fine = { $files ->
        [one] { $files } file is
       *[other] { $files } files are
    } fine{ $warnings ->
        [0] { $advice ->
            [0] .
            [one] , with { $advice } piece of advice.
           *[other] , with { $advice } pieces of advice.
        }
        [one] , with { $warnings } warning{ $advice ->
            [0] .
            [one] {" "}and { $advice } piece of advice.
           *[other] {" "}and { $advice } pieces of advice.
        }
       *[other] , with { $warnings } warnings{ $advice ->
            [0] .
            [one] {" "}and { $advice } piece of advice.
           *[other] {" "}and { $advice } pieces of advice.
        }
    }
check-gates-failed = { $count ->
        [one] A gate failed
       *[other] Gates that failed
    }: { $gates }.
check-more = { $count ->
        [one] `regua explain { $codes }` says more.
       *[other] `regua explain CODE` says more of each: { $codes }.
    }
code-why = Why
code-mend = How to mend it
code-wrong = Wrong, in `{ $file }`
code-gate = Wrong, in `{ $file }`, with `--fail-on { $gate }`
code-right = Right
code-without = Right: without these lines
code-title = Codes of `regua check`
code-intro = What each code that `regua check` tells is about: why it matters, and how to mend it. `regua explain CODE` prints the same page in the terminal.
check-column-kind = Kind
check-column-place = Place
check-column-problem = Problem
check-repository = The folder of the repository
gate-unknown = there is no gate `{ $written }`
gate-near = did you mean `{ $near }`?
gate-known = the gates are { $known }, and the code of any warning
gate-needs-value = the gate `{ $written }` needs a value, such as `{ $example }`
gate-takes-none = the gate `{ $written }` takes no value
gate-unknown-rubric = the gate `{ $written }` names a rubric that is not in use here
gate-unknown-level = the gate `{ $written }` names a level that the rubric does not have; { $known ->
        [none] it has none
       *[other] its levels are { $known }
    }
check-accept = Advice changes no figure. Where you know better, write `accepts: [code]` in the key result, the objective or the plan.

## score

score-heading = { $organisation } · as of { $date }
score-none = There is no assessment up to this day: one goes into assessments/<date>.yaml.
score-assessed = Assessed on { $date }
score-before = (was { $value })
score-interval = Depending on what is still open, practice lies between { $low } and { $high }.
score-next = For level { $level }, { $title } ({ $progress } in place), still open:
score-next-band = Level { $level }, { $title }, begins at a practice score of { $from }; { $progress } of the present band is covered.
score-answers-missing = answers missing
score-no-kpis = No KPI has a reading, so the index is the practice score.
level = Level
index = Index
practice-score = Practice
practice-score-short = Practice
outcome-score = Outcome
maximum-short = max.
coverage = Coverage
dimension = Dimension
kpi = KPI
value = Value
period = Period

## respondents

respondents-heading = { $count ->
        [one] One respondent, and what was agreed
       *[other] { $count } respondents; for each question, { $how ->
            [mean] the mean
            [lowest] the lowest
           *[median] the median
        } of their values stands
    }
respondents-agreed = Settled by consensus: { $total ->
        [one] { $agreed } of { $total } question
       *[other] { $agreed } of { $total } questions
    }
respondents-answered = Answered
respondents-answered-of = { $answered } of { $asked }
respondents-not-applicable = N/A
respondents-unknown = Unknown
respondents-unanswered = Unanswered
respondents-missing = Still to be answered by { $respondent }:
respondents-missing-keys = { $keys }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
respondents-agree = No answers so far apart that they should be discussed.
respondents-discuss = { $count ->
        [0] Nothing left to discuss
       *[other] For discussion: { $count }
    }{ $settled ->
        [0] { "" }
       *[other] ; settled: { $settled }
    }
respondents-more = and { $count } more, which the report lists
respondent = Respondent

## Plan

score-contradictions = Answers that cannot stand: { $count }
score-evidence-lacking = Evidence required and missing or out of date: { $count }
plan-whole = Overall
plan-gap = Gap plan to level { $level }, { $title }: { $way }
plan-gap-by = Gap plan to level { $level }, { $title }, by { $date }: { $way }
plan-gap-profile = Gap plan to the dimensions’ targets: { $way }
plan-gap-profile-by = Gap plan to the dimensions’ targets by { $date }: { $way }
plan-score-way = { $progress } of the way by practice score
plan-any-answer = any answer
plan-score-enough = the practice score suffices, yet { $count ->
        [0] the level is not held
        [one] { $count } criterion still blocks the level
       *[other] { $count } criteria still block the level
    }
plan-unanswered = nothing answered yet
plan-reached = reached
plan-held-with = nothing asked there; level { $level } decides
plan-tops-out = nothing asked above level { $level }
plan-asks-nothing = nothing asked yet
plan-blocking = What blocks it
plan-priority = Weight × gap
plan-more = { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
plan-way = Shortest way to level { $level }, { $title }: { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
plan-way-dimension = { $dimension }, shortest way to level { $level }, { $title }: { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
plan-way-after = Then level { $level }, practice { $bound ->
    [least] at least { $practice }{ $index ->
        [none] {""}
       *[other] , index at least { $index }
    }
   *[exact] { $practice }{ $index ->
        [none] {""}
       *[other] , index { $index }
    }
}.
plan-way-after-scores = Then practice { $bound ->
    [least] at least { $practice }{ $index ->
        [none] {""}
       *[other] , index at least { $index }
    }
   *[exact] { $practice }{ $index ->
        [none] {""}
       *[other] , index { $index }
    }
}.
plan-barred = Answers alone do not lead to level { $level }, { $title }. In the way, because a KPI decides or they do not apply:
plan-barred-dimension = { $dimension }: answers alone do not lead to level { $level }, { $title }. In the way, because a KPI decides or they do not apply:
plan-single = What one answer would do
target-unclear = `--target { $written }` is not clear: it takes a level, such as 4, or one for each dimension, such as process=4,people=3
target-no-such-level = `{ $rubric }` has no level `{ $written }`{ $count ->
        [0] , nor any other
       *[other] ; its levels are { $known }
    }
target-no-such-dimension = `{ $rubric }` has no dimension `{ $written }`{ $count ->
        [0] , nor any other
       *[other] ; its dimensions are { $known }
    }

## init

init-is-there = { $count ->
    [one] { $files } is there already, and stays as it is
   *[other] these files are there already, and stay as they are: { $files }
}; nothing was written
init-unknown-rubric = there is no shipped rubric `{ $rubric }`; there are { $known }
init-no-organisation = say whose workspace it is, `--organisation "…"`, or take the folder's name with `--yes`; `--rubric` and `--lang` say the rest
init-not-written = nothing was written
init-no-language = The languages are pt-BR and en.
init-ask-language = Language, pt-BR or en? (Enter: { $usual })
init-ask-organisation = Whose workspace is it? Name of the organisation:
init-rubrics = What is to be measured?
init-rubric = { $number } { $title } · { $questions } questions{ $rates ->
    [people] , one person at a time
   *[team] {""}
}
init-ask-rubrics = Rubrics, by number, several with commas (Enter: { $usual }):
init-written = ✓ { $count } files written:
init-workflow-above = GitHub reads workflows at the top of a repository only, so that is where this one went, for this workspace.
init-workflow-nowhere = No workflow was written. GitHub reads one at the top of the repository only, as { $place }; what is there is not touched. A step of it may run `regua -C { $folder } check --format github`; for a whole one, run `regua init` outside of the repository and copy what lies in its .github/.
init-next = Next:
init-next-ask = answer the questions, one after the other
init-next-report = the report, as HTML and Markdown
init-next-okrs = objectives from what is lacking
init-next-rubric = what the rubric asks
init-next-person = rate a person who is in people/team.yaml
init-next-people = who holds which level
init-file-head = The settings of this workspace. Assessments go into assessments/, readings of KPIs into kpis/, plans into okrs/<cycle>/, people into people/.
init-file-fiscal = The month in which the fiscal year begins: FY2027-Q1 and the like count from there.
init-file-rubrics = What is measured: shipped rubrics (regua rubric list) and your own in rubrics/.
init-file-targets = What is aimed at, and by when.
init-file-working-day = How long a working day is, for values such as `2 working days`.
init-plan-head = The objectives of the quarter: what will be better at its end, and how that will be seen. `regua okr suggest` drafts some from the assessment for the next one, `regua okr catalogue` shows some to start from. News go in with `regua okr check-in`; `regua okr status` shows where they stand.
init-plan-example = An example of an objective. To use it, take away the # in front of these lines, and the [] behind `objectives:` while it is there.
init-plan-objective = Customers are answered faster
init-plan-response-time = Mean time to the first reply
init-plan-source = Training list
init-plan-trained = The team is trained on the new flow
init-kpis-head = What is measured. `regua kpi list` shows the KPIs at hand.
init-kpis-readings = Readings, one a KPI and period. Quicker: `regua kpi record csat 82% --period { $month }`, or `regua kpi import FILE` for an export. To write them here, take away the [] and the # below.
init-kpis-source = Survey after contact
init-kpis-own = KPIs of your own, beside those of the rubrics and of the catalogue.
init-kpis-service-levels = Promises on how fast, and the share of cases that is to keep them.
init-people-head = Who is rated, by which roles. A rating is a file in assessments/: `regua ask { $rubric } --person ana` writes it, one question after the other. Names may be invented.
init-people-roles = Roles, each with the levels that it asks for. To write some, take away the [] and the # below.
init-people-role = Senior analyst
init-people-persons = People.
init-assessment-head = Answer in the terminal with `regua ask { $rubric }`, or here, behind the colon of each question. A question without an answer is unanswered: that is not a zero.
init-assessment-forms = In place of a choice: unknown, or {"{"}not_applicable: why{"}"}. With more to say: {"{"}choice: …, note: …, evidence: [{"{"}title: …, href: docs/manual.pdf, date: 2026-05-02{"}"}]{"}"}
init-assessment-scope = which team, which site, which channels
init-workflow-head = Checks the files on each push and keeps the report with the run.
init-workflow-install = The program, where it is published. Where it is not yet, put a copy of its source beside these files and write `cargo install --path FOLDER --locked`, or a binary that you built on the path. A binary of a release is faster.
init-workflow-check = Every problem of every file; an error fails the run.
init-workflow-summary = The answer on one page, beside the run, and the whole report to download.
init-workflow-moved = Beside the run of a pull request: what it moves. HEAD^1 is what it is to be merged into.
init-workflow-publish = Only those who may read the repository may read it. To publish it for everybody, hand report/ to actions/upload-pages-artifact: think first of whose figures these are.

## ask

ask-which-rubric = { $count ->
    [0] no rubric in use fits: `rubrics` in regua.yaml says which are, and those that rate people need `--person ID`
   *[other] say by which rubric: regua ask RUBRIC; in use are { $known }
}
ask-choose-rubric = By which rubric? { $known }:
ask-unknown-rubric = no rubric `{ $rubric }` is in use; { $near ->
    [none] in use are { $known }
   *[other] did you mean `{ $near }`?
}
ask-unknown-question = `{ $rubric }` asks no question `{ $question }`; { $near ->
    [none] regua rubric show { $rubric } lists them
   *[other] did you mean `{ $near }`?
}
ask-question-not-rubric = `{ $question }` is a question: regua ask { $rubric } --question { $question }
ask-unknown-person = nobody is `{ $person }`; { $count ->
    [0] people go into people/team.yaml
   *[other] there are { $known }
}
ask-no-person = `{ $rubric }` rates no persons: leave `--person { $person }` out
ask-needs-person = `{ $rubric }` rates persons: say whom with `--person ID`; { $count ->
    [0] people go into people/team.yaml
   *[other] there are { $known }
}
ask-nobody = a respondent needs a name: `--respondent NAME`
ask-which-respondent = several people answer, each in a file of their own: { $known }. Say who you are with `--respondent NAME`
ask-nameless = { $file } holds answers and does not say whose: write `respondent: …` into it, or answer for another day with `--on DATE`; nothing of { $respondent } is written
ask-rubric-changed = the questions of `{ $rubric }` changed meanwhile: what was answered is written; ask again
ask-nothing-open = Every question is answered in { $file }. To go through all of them again: { $command } --all{ $again ->
    [later] . To begin anew: { $anew } --on { $date }
   *[same] {""}
}
ask-file = { $answered ->
    [0] { $count } questions · answers go into { $file }
   *[other] { $answered } of { $count } answered, { $asked ->
        [all] all are asked again
        [evidence] on with those that lack evidence: Enter leaves one as it is, q stops
        [named] on with those that you named
       *[open] on with those that are open
    } · { $file }
}
ask-beyond = The role asks for level { $level }: { $beyond ->
    [one] one question on a higher level is not asked; with --all it is
   *[other] { $beyond } questions on higher levels are not asked; with --all they are
}
ask-prepared = { $file } holds no answer and counts for nobody; it can be removed.
ask-other-day = Begun on another day; to begin anew: { $command } --on { $date }
ask-before = An assessment counts what is answered in it: what stays open is unanswered, whatever was said on { $date }. = gives the answer of last time.
ask-keys = Number or name of the answer · ? what to look for · n note · e evidence · u unknown · x does not apply{ $before ->
    [some] {" "}· = as last time
   *[none] {""}
} · b back · s or Enter skips · q stops. Each answer is written before the next question.
ask-prompt = Answer, { $range }:
ask-prompt-answered = Answer, { $range } (Enter: as it is):
ask-coverage = coverage { $value }
ask-level = level { $value }
ask-index = index { $value }
ask-no-level = no level held yet
ask-uncounted = counts in no figure, only shows contradictions
ask-counts = counts { $share }
ask-rating-not = hardly any of it, up to 15%
ask-rating-partially = some of it, up to half
ask-rating-largely = most of it, up to 85%
ask-rating-fully = all of it, or nearly
ask-standing = Now: { $answer }
ask-last-time = Last time ({ $date }): { $answer }
ask-evidence = evidence: { $titles }
ask-the-note = note
ask-the-evidence = evidence
ask-not-applicable = does not apply: { $reason }
ask-measured = { $question } Readings of { $kpi } answer this one: not asked.
ask-no-evidence-before = this answer had no evidence last time: `=` has none to take over
ask-nothing-before = this question was not answered last time: `=` has no answer to take over
ask-first = This is the first question.
ask-note-later = The answer first; then its note.
ask-evidence-later = The answer first; then its evidence.
ask-note = Note:
ask-note-standing = The note that is there: { $note }
ask-note-instead = Another in its place (Enter: it stays):
ask-no-note = No note written.
ask-reason = Why does it not apply?
ask-no-reason = Without a reason nothing is written.
ask-evidence-title = Evidence, its title:
ask-evidence-owed = This answer must be shown. Its evidence, a title ({ $count ->
    [0] Enter: later
   *[other] =: that of last time, { $titles }; Enter: later
}):
ask-no-evidence-lacks = No answer in { $file } lacks evidence.
ask-unshown = { $count } without the evidence that they need
ask-unshown-next = Evidence: { $command }
ask-evidence-href = Link or file (Enter: none):
ask-evidence-date = Its date, as 2026-05-02 (Enter: none):
ask-no-evidence = No evidence written.
ask-no-date = { $why ->
    [future] `{ $typed }` has not come yet; today is { $today }
   *[form] `{ $typed }` is not a date; write it as year-month-day: { $likely }
}
ask-ambiguous = `{ $typed }` could be “{ $choice }” or { $word }: type its number, or `{ $word }`
ask-unclear = `{ $typed }` is no answer here; { $near ->
    [none] answer { $range }, or ? for help
   *[other] did you mean `{ $near }`?
}
ask-stopped = line { $line }: { $wrong }. Lines behind it were not read; what was answered before is written
ask-not-placed = the answer to `{ $key }` cannot be placed in { $file } without changing what else stands there; write it by hand
ask-saved = ✓ Written: { $what }
ask-doubt = ! These do not go together; worth asking again:
ask-level-moved = level { $before } → { $now }
ask-index-moved = index { $before } → { $now }
ask-written = ✓ { $count ->
    [one] One answer
   *[other] { $count } answers
} written to { $file }
ask-nothing-written = Nothing written
ask-left = { $open ->
    [0] nothing open
   *[other] { $open } of { $all } questions open
}
ask-next = Next: { $command }

## okr

okr-heading = { $organisation } · OKRs as of { $date }
okr-none = There is no cycle yet. `regua okr suggest` drafts objectives from what the assessments lack, `regua okr catalogue` shows shipped ones; a plan goes into okrs/<cycle>/plan.yaml.
okr-no-such-owner = { $count ->
        [0] nobody answers for anything here: give objectives and key results an `owner`
       *[other] `{ $owner }` answers for nothing here; there are { $known }
    }
okr-no-such-cycle = there is no cycle `{ $cycle }`; the cycles are { $known }
okr-cycle = { $first } – { $last } · { $left } · { $elapsed } of the time gone · progress { $progress }
okr-days-left = { $days ->
        [0] last day
        [one] { $days } day left
       *[other] { $days } days left
    }
okr-begins-in = { $days ->
        [one] begins in { $days } day
       *[other] begins in { $days } days
    }
okr-ended-ago = { $days ->
        [one] ended { $days } day ago
       *[other] ended { $days } days ago
    }
okr-at-its-end = These figures are of today. On its last day, { $date }, progress was { $progress }: closed, it keeps those of that day.
okr-to-close = Its time is over: close it with `regua okr close { $cycle }`
okr-short-closed = { $cycle } · closed on { $date } · progress { $progress } · --cycle={ $id }
okr-short-planned = { $cycle } · begins on { $date } · { $count ->
        [one] { $count } key result
       *[other] { $count } key results
    } · --cycle={ $id }
okr-head-key-result = Objective / key result
okr-head-progress = Progress
okr-head-expected = Expected
okr-head-status = Status
okr-head-value = Value
okr-head-due = Due
okr-head-owner = Owner
okr-week = This week
okr-week-missed = deadline of { $date } missed
okr-week-silent = nothing new since { $date }
okr-week-no-baseline = no baseline measured yet
okr-week-due = { $days ->
        [0] due today
        [one] due tomorrow
       *[other] due in { $days } days
    }
okr-week-milestone = milestone { $milestone } due { $date }
okr-week-milestone-late = milestone { $milestone } was due { $date }
okr-week-retrospective = retrospective owed since { $date }
okr-week-read = record it: regua kpi record { $kpi } <value>
okr-week-serve = a reading of { $service-level } is due in kpis/
okr-week-assess = a new assessment is due
okr-week-more = { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
okr-at-this-pace = at this pace { $value } by then ({ $progress })
okr-confidence-moved = confidence { $confidence } (was { $before })
okr-goes-on = nothing measured in this cycle yet, goes on from { $cycle }
okr-measured = { $measured } of { $active } measured
okr-milestones = { $all ->
        [one] { $done } of { $all } milestone
       *[other] { $done } of { $all } milestones
    }
okr-way = from { $from } to { $to }
okr-target = target { $to }
okr-expected = expected { $expected }
okr-due = due { $date }
okr-confidence = confidence { $confidence }
okr-no-such-key-result = there is no key result `{ $written }` in a cycle that runs; { $state ->
    [planned] it is in { $elsewhere }, which begins on { $begins }
    [open] there is one in a cycle that is still open: write `{ $elsewhere }`
    [idle] in cycles that are still open there are { $known }
    [nowhere] no cycle that is still open has one
   *[none] there are { $known }
}
okr-several-key-results = `{ $written }` is in several cycles; say which: { $known }
okr-not-checked-in = nothing was written to { $file }
okr-checked-in = ✓ Written to { $place }
okr-progress-moved = progress { $before } → { $now }
okr-round-stale = { $count ->
    [one] One key result is due for an update
   *[other] { $count } key results are due for an update
}
okr-round-open = { $count ->
    [one] One open key result
   *[other] { $count } open key results
}
okr-round-keys = Enter skips · - says that there is no value yet · q stops. Each one is written before the next is asked for.
okr-round-none = No key result is due for an update. To go through all open ones: regua okr check-in --all
okr-round-none-open = No key result is open.
okr-round-no-cycle = no open cycle runs on { $date }; the cycles are { $known }
okr-round-no-owner = { $count ->
    [0] nothing in the cycles that run has an owner; leave `--by` and REGUA_BY out, or write `owner: { $by }` in the plan
   *[other] nothing in the cycles that run belongs to `{ $by }`; the owners are { $known }
}
okr-round-last = last { $value } on { $date }
okr-round-last-word = last heard of on { $date }
okr-round-never = nothing said yet
okr-round-milestone = { $number }) { $id }: { $title }, due { $date }
okr-round-kpi = measured by the KPI; a new reading: regua kpi record { $kpi } <value>
okr-round-score = measured by `{ $score }`; a new assessment in assessments/ moves it
okr-round-service-level = measured by the service level `{ $service-level }`; a new reading goes into kpis/
okr-round-yes-or-no = answer y or n
okr-round-written = ✓ { $count ->
    [one] One check-in
   *[other] { $count } check-ins
} written to { $files }
okr-round-nothing-written = Nothing written
okr-round-skipped = { $count } skipped
okr-round-left = { $count } not asked
okr-ask-value = Value, in { $unit }
okr-ask-value-bare = Value
okr-ask-milestone = Milestone reached, by number or id
okr-ask-done = Is it done? (y/n)
okr-ask-confidence = Confidence, 0 to 10
okr-ask-note = Note
okr-closing-heading = What { $cycle } was closed with. The figures stand; a retrospective may be added.
okr-not-closed = nothing was written to { $file }
okr-nothing-to-close = no open cycle has ended; name the one to close, and say `--early` before its last day
okr-several-to-close = several cycles have ended and are open; say which to close: { $known }
okr-closed-already = { $cycle } was closed on { $date }, in { $place }; what was learned may still be added: `regua okr close { $cycle } --retrospective ID=TEXT`; to close it anew, remove that file first
okr-close-future = { $date } has not come yet; today is { $bound }
okr-close-not-begun = { $cycle } begins on { $bound }, { $date } lies before
okr-close-early = { $cycle } runs until { $bound }; close it then, or now with `--early`
okr-retrospective-form = `{ $written }` is no retrospective; write the objective and what was learned: `--retrospective "faster-service=The new queue came a month late."`
okr-retrospective-unknown = the cycle has no objective or key result `{ $written }`; the objectives are { $known }
okr-retrospective-twice = `{ $id }` is said twice; put what was learned into one text
okr-retrospective-already = what was learned from `{ $id }` is written already, at { $place }; change it there
okr-retrospective-hidden = what was learned from `{ $id }` holds { $letter }, which nobody sees: leave it out
okr-retrospective-no-entry = { $place } says nothing of `{ $id }`: what was learned needs the figures that it was closed with
okr-retrospective-unplaced = it cannot be told where in { $place } what was learned from `{ $id }` goes; write `retrospective:` beside its figures by hand
okr-retrospective-written = { $count ->
    [one] ✓ Retrospective written: { $place }
   *[other] ✓ { $count } retrospectives written: { $place }
}
okr-ask-retrospective = { $title } was a commitment and ends with { $grade }. What did we learn? (Enter: later)
okr-retrospective-owed = → Retrospective due: regua okr close { $cycle } --retrospective "{ $id }=…"
okr-closed = ✓ Closed: { $place }
okr-graded = { $cycle } · figures of { $date } · progress { $progress }
okr-commitment = Green begins at 0.7; a commitment is met at 1.0, and missed below that.
okr-band-red = red
okr-band-yellow = yellow
okr-band-green = green
okr-value-too-late = · { $value } on { $date } came after { $as-of } and does not count for `{ $id }`; with `--on` it would
okr-roll-hint = { $count ->
    [0] · Nothing is left over
    [one] → One key result is unfinished. { $planned ->
        [yes] { $next } has a plan already; to add it there, see it as YAML: regua okr roll { $cycle } --to { $next } --dry-run
       *[no] Carry it over: regua okr roll { $cycle } --to { $next }
    }
   *[other] → { $count } key results are unfinished. { $planned ->
        [yes] { $next } has a plan already; to add them there, see them as YAML: regua okr roll { $cycle } --to { $next } --dry-run
       *[no] Carry them over: regua okr roll { $cycle } --to { $next }
    }
}
okr-roll-backwards = { $next } does not come after { $cycle }
okr-nothing-to-roll = { $cycle } left nothing unfinished
okr-none-closed = no cycle is closed yet; `regua okr close` closes one
okr-not-closed-yet = { $cycle } is still open: close it first, with `regua okr close { $cycle }`
okr-rolled = ✓ Written: { $place }
okr-rolled-note = Each begins at the value that { $cycle } was closed with. Adapt the plan: targets, owners, last days. Then: regua check
okr-plan-is-there = { $cycle } has a plan already, { $file }, and it stays as it is. To add to it by hand what you need, see it as YAML: { $command }
okr-not-planned = nothing was written to { $file }
okr-closed-to-check-ins = { $cycle } was closed on { $date } and takes no check-ins any more; what it left goes on after `regua okr roll { $cycle }`
suggest-objective = Bring { $dimension } to level { $level } ({ $title })
suggest-score = Raise the score of { $dimension } from { $from } to { $to }
suggest-from-to = { $kpi }: from { $from } to { $to }
suggest-keep = { $kpi }: keep at { $value } or more
suggest-milestones = The criteria that level { $level } still lacks are met
suggest-for-name = for { $cycle }
suggest-for-part = for { $cycle }
suggest-for-week = for { $cycle }
suggest-title = A draft { $for } · from what is known on { $date }
suggest-step = Each objective leads a dimension to its next level: one step on the way to the target.
suggest-heading = A draft from the assessments and readings known on { $date }.
suggest-adapt = Adapt it: keep what matters, set targets that you mean, name an owner for each objective. Then: regua check
suggest-hint = { $planned ->
    [yes] { $cycle } has a plan already; to add parts of this to it, see it as YAML: { $command }
   *[no] To write it as a plan: { $command }
}
suggest-no-assessment = There is no assessment yet to suggest from. `regua okr catalogue` shows objectives to start with.
suggest-nothing = Nothing blocks the target: every criterion it asks for is met. Name a higher one with --level, or see regua okr catalogue.
suggest-unknown-rubric = there is no assessment by a rubric `{ $rubric }`; there are { $known }
okr-catalogue-unknown = there is no objective `{ $objective }` in the catalogue; it holds { $known }
okr-catalogue-improves = improves { $what }
okr-catalogue-adapt = Templates: keep what fits, set your own figures, and name an owner for each objective.
okr-catalogue-hint = Days are those of { $period }. As a plan: regua okr catalogue <objective…> --for { $cycle } --format yaml

## okr tree

tree-heading = { $organisation } · what supports what, as of { $date }
tree-none = There is no objective yet. `regua okr catalogue` shows some to begin with.
tree-below = { $status } below: { $name }
tree-deeper = … { $count } more below; `--format json` shows them all
tree-absent-no_folder = { $name } · the folder of its workspace is not there
tree-absent-errors = { $name } · the files of its workspace have errors
tree-absent-undeclared = { $name } · regua.yaml names no such workspace
tree-absent-no_objective = { $name } · there is no such objective
tree-circles = Round in circles: what supports itself in the end
tree-supports-nothing = Support nothing, although there is something above to support
tree-unsupported = Supported by nothing, although there are objectives below
tree-no-folder = { $file } names { $path } as `{ $workspace }`, and no workspace is there
tree-errors = { $workspace }, in { $path }, has { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    } and is left out; `regua check { $path }` shows more

## compare

compare-heading = { $organisation } · { $a } → { $b }
compare-rubric = Both by the rubric { $rubric }, version { $version }
compare-rubric-changed = The rubric changed between the two; both are scored with version { $version }
compare-not-assessed = { $end }: no assessment yet
compare-assessed = { $end }: as assessed on { $date }
compare-readings = { $end }: with KPI readings up to { $date }
compare-pinned = { $end }: written for version { $pinned }
compare-one-sided = There is an assessment at one end only, so there is nothing to hold it against.
compare-nothing-changed = Nothing changed.
compare-change = Change
compare-points = { $points } pp
compare-moved = What moved it
compare-left-open = { $count } questions without an answer on { $date }
compare-left-open-why = What an assessment leaves open counts as unanswered. Where an answer still holds, `=` repeats it in regua ask.
compare-moved-note = Answers are exchanged one by one in the rubric's order, then readings; each counts for what its exchange changes.
compare-no-score = One of the two has no score, so no answer and no reading accounts for a part of it.
compare-level-step = level { $levels }
compare-dimension-step = { $dimension } { $levels }
compare-by-reading = { $value } by its KPI
compare-informs-only = for information only
compare-no-reading = no reading
compare-answers-together = { $count ->
        [one] { $count } answer
       *[other] { $count } answers together
    }
compare-kpis-together = { $count ->
        [one] { $count } KPI
       *[other] { $count } KPIs together
    }
compare-together = All of it: the change above
compare-still = { $count ->
        [one] { $count } answer changed and moved nothing
       *[other] { $count } answers changed and moved nothing
    }
compare-dimensions = By dimension
compare-beside = What else is different
compare-scope = Scope: { $scopes }
compare-new-respondents = New respondents: { $names }
compare-gone-respondents = Respondents who are gone: { $names }
compare-answered-only-a = Answered on { $a } only: { $names }
compare-answered-only-b = Answered on { $b } only: { $names }
compare-now-applicable = Now applicable: { $names }
compare-no-longer-applicable = No longer applicable: { $names }
compare-new-contradictions = New contradictions ({ $count })
compare-solved-contradictions = Solved contradictions ({ $count })
compare-new-unshown = Evidence that is now missing or out of date ({ $count })
compare-now-shown = Evidence that was missing or out of date, and is in order now ({ $count })
contradiction-line = { $kind ->
        [absence_against_presence] “{ $one }” against “{ $other }”, which is met
        [kpi_denies_answer] “{ $one }” against the reading of “{ $other }”
        [evidence_missing] “{ $one }”: the evidence it needs is missing
        [evidence_stale] “{ $one }”: its evidence is out of date
       *[conflicting_answers] “{ $one }” against “{ $other }”
    }
contradiction-by = { $line } ({ $names })
contradiction-against-reading = { $line } ({ $names }, against a reading)
contradiction-agreement = { $line } (what was agreed on the one, against the answers to the other)
contradiction-readings = { $line } (by readings alone)
contradiction-together = { $line } (only taken together: no single respondent contradicts themselves)
compare-question = “{ $question }”
compare-new-evidence = New evidence ({ $count })
compare-lost-evidence = Evidence that is gone ({ $count })
compare-cycle-unchanged = Nothing changed; progress { $progress }.
compare-cycle-note = The effect of an objective is on its cycle, that of a key result on its objective.
compare-moved-by = Effect
compare-cycle-progress = Progress of the cycle
compare-as-of = As of
compare-key-results = Key results
compare-in-both-cycles = Key results in both cycles ({ $count })
compare-in-one-cycle = { $cycle }: key results of this cycle only ({ $count })
compare-index-step = index { $index }
compare-before = Before
compare-now = Now
compare-assessed-on = Assessed on
compare-base-title = { $organisation } · what moved since { $commit }
compare-base-left = { $commit } is the commit where this work left { $revision }. Both ends as of { $date }.
compare-base-is = { $commit } is { $revision }. Both ends as of { $date }.
compare-base-commit = Both ends as of { $date }.
compare-base-no-workspace = There was no workspace in this folder yet, so all of it is new.
compare-base-nothing = Nothing moved since { $commit }.
compare-base-no-figure = No figure moved since { $commit }.
compare-base-still-to-count = { $count ->
    [one] 1 new reading counts from { $date } on, when its period ends.
   *[other] { $count } new readings count once their periods end, the first on { $date }.
}
compare-rubric-edited = The rubric itself was changed, so answers and readings alone do not account for what moved.
compare-new-assessments = { $count ->
    [one] New assessment: { $dates }
   *[other] New assessments: { $dates }
}
compare-gone-assessments = { $count ->
    [one] Assessment that is gone: { $dates }
   *[other] Assessments that are gone: { $dates }
}
compare-reworked-assessments = { $count ->
    [one] Earlier assessment with other answers: { $dates }
   *[other] Earlier assessments with other answers: { $dates }
}
compare-count-kpis = { $count ->
    [one] 1 KPI
   *[other] { $count } KPIs
}
compare-count-service-levels = { $count ->
    [one] 1 service level
   *[other] { $count } service levels
}
compare-count-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
compare-more = and { $count } more
compare-kpis = KPIs
compare-service-levels = Service levels
compare-people = People
compare-fit = Fit for the role
compare-key-result = Key result
compare-new-periods = { $count ->
    [one] 1 new period
   *[other] { $count } new periods
}
compare-gone-periods = { $count ->
    [one] 1 period is gone
   *[other] { $count } periods are gone
}
compare-corrected = corrected
compare-bands-edited = bands edited
compare-cycle-new = A new cycle.
compare-cycle-gone = The cycle is gone.
compare-cycle-closed = The cycle was closed.
compare-cycle-reopened = The cycle is open again.
compare-cycle-step = Progress { $progress } ({ $change })
compare-same = { $figure }, as before
compare-level-and-index-same = { $rubric }: level and index as before
compare-index-same = { $rubric }: index as before
compare-is-closed = closed
compare-is-reopened = open again
compare-cycle-came = Progress { $progress }
compare-cycle-same = Progress { $progress }, as before
compare-is-new = new
compare-is-gone = gone
compare-confidence = confidence { $confidence }
compare-target = target { $target }
compare-due = due { $due }
compare-skill = { $skill }: level { $held }, asked for { $required }
compare-no-git = `--base` asks git for the files of an earlier commit, and git is not installed
compare-no-git-help = Install git, or compare two days, cycles or assessments: regua compare 2026-06-30 2026-09-30
compare-no-repository = { $folder } lies in no git repository, so there is no earlier commit to compare with
compare-no-repository-help = Keep the workspace under version control (git init, git add, git commit), or compare two days: regua compare 2026-06-30 2026-09-30
compare-unknown-revision = git knows no commit under the name `{ $revision }`
compare-unknown-revision-help = `git branch --all` lists the branches and `git log --oneline` the commits; `git fetch` brings what is only on the server
compare-shallow-help = This clone has only the end of its history: `git fetch --unshallow` brings the rest; in CI, `fetch-depth: 0` of actions/checkout, or `GIT_DEPTH: 0` in GitLab
compare-nothing-in-common = `{ $revision }` and the present work have no commit in common
compare-nothing-in-common-help = They were begun apart, or the history was rewritten; name a commit that the work goes back to
compare-not-trusted = the repository belongs to another user, so git refuses to read it
compare-not-trusted-help = If you trust it, as in a container, run: { $mend }
compare-git-refused = git refused to read the repository: { $said }
compare-base-errors = the files at { $commit } cannot be compared with: { $errors ->
    [one] one error there, shown above
   *[other] { $errors } errors there, shown above
}
compare-base-errors-help = The files as they are have no error, so what is merged from here on can be compared with; name a later commit, or one before the mistake
compare-names-nothing = `{ $name }` names no day, cycle or assessment
compare-not-come = { $day } lies after { $latest }, the day that figures hold for; --as-of sets it
compare-no-rubric = there is no rubric `{ $name }` in use
compare-no-assessment-yet = up to { $day } there is no assessment by `{ $rubric }`
compare-nothing-yet = up to { $day } there is no assessment, and no cycle had begun
compare-of-another-rubric = `{ $name }` is no assessment by `{ $rubric }`
compare-of-different-rubrics = `{ $a }` and `{ $b }` are by different rubrics, so their figures cannot be compared
compare-known-days = Days: any up to { $known }, written 2026-09-30
compare-known-cycles = Cycles: { $known }
compare-known-assessments = Assessments: { $known }; or the path of a file
compare-known-rubrics = Rubrics: { $known }
compare-known-revisions = Since a branch, tag or commit: regua compare --base { $name }

## report

report-written = The report is written:
report-no-summary = the summary is html, md or pdf; { $format } has the whole report
report-one-format = to the standard output goes one format: name it with --format
report-without-charts = The charts that the Markdown shows are not written: name a file or a folder for that.
pdf-no-browser = no Chromium is installed to print the PDF; install Chromium, Chrome or Edge, or name one in the variable CHROMIUM. HTML prints as well from any browser
pdf-no-such-browser = { $variable } names { $path }, which is not there
pdf-failed = { $browser } did not print the PDF within { $seconds } seconds; --format html can be printed from any browser
report-warnings = Read the warnings above before you hand it over.

## people

people-heading = { $organisation } · people as of { $date }
people-none = There is nobody yet: people and roles go into people/team.yaml.
people-person = Person
people-role = Role
people-fit = Fit
people-held-of = { $held } of { $required }
people-remarks = To look at
people-not-rated = asked for at level { $level }, not rated yet
people-unfinished = the rating is unfinished: { $rated } of { $total } statements up to level { $level }
people-lacking = { $held ->
        [none] holds no level
       *[other] holds level { $held }
    }, the role asks for { $required } ({ $by ->
        [self] own rating
        [manager] manager
        [assessor] assessor
       *[none] rated
    }, { $date })
people-self-differs = own rating: { $level ->
        [none] no level
       *[other] level { $level }
    }
people-exceeds = holds level { $held }, more than the role asks
people-uncovered = { $count ->
    [one] level { $levels }, below the one held, is not covered
   *[other] levels { $levels }, below the one held, are not covered
}
people-claimed = put at level { $level } outright
people-team = Team
people-covered = { $skill }, level { $level }: held by { $held } of { $count } who need it
people-single-point = only { $name } holds it
people-nobody = nobody holds it
people-threshold = A level counts as held when at least { $share } of its statements are covered.
people-threshold-ours = The threshold is regua’s own: SFIA publishes no formula.

## service levels

service-level = Service level
service-level-kept = Kept
service-level-goal = Goal
service-level-cases = Cases due
service-level-window = Period
service-level-within = within { $limit }
service-level-nothing-due = nothing due

## badge

badge-level = level { $level } of { $top }
badge-level-target = level { $level } of { $top } · target { $target }
badge-score = { $score } of { $top }
badge-unanswered = nothing answered yet
badge-cycle = OKRs { $cycle }
badge-progress = { $progress } · { $status ->
    [missed] missed
    [at_risk] at risk
    [behind] behind
    [no_baseline] no baseline
    [on_track] on track
    [planned] planned
    [achieved] achieved
    [dropped] dropped
   *[no_data] no data
}
badge-title = { $organisation }: { $label }, { $value }
badge-nothing = nothing is assessed yet: a badge shows the level of an assessment, or with --cycle the progress of a cycle

## template

template-replaced = yours
template-added = Yours, included by others
template-unknown = there is no template `{ $template }`; `regua template list` shows all
template-unknown-near = there is no template `{ $template }`; did you mean `{ $near }`?
template-is-there = { $file } is there already, and stays as it is
template-written = { $count ->
    [0] Every template is yours already.
    [one] Written, to change as you like:
   *[other] Written, to change as you like:
}
template-next = From now on `regua report` uses them. Delete a file to go back to the shipped one.
template-about-chart-bar-svg = One bar of progress, within other charts
template-about-chart-bars-svg = Scores of dimensions as bars, where they are too few for a radar
template-about-chart-cycle-svg = Progress of a cycle's key results against what is expected
template-about-chart-dark-css = Colours of dark pages
template-about-chart-heatmap-svg = Level by dimension as a heatmap
template-about-chart-light-css = Colours of light pages and of paper
template-about-chart-marks-css = Strokes and fills of charts
template-about-chart-open-svg = How a chart begins: title, text alternative, colours
template-about-chart-people-svg = Levels of people by skill as a heatmap
template-about-chart-progress-svg = Progress of one key result
template-about-chart-radar-svg = Scores of dimensions as a radar
template-about-chart-ruler-svg = Index, practice and outcome on the scale of levels
template-about-chart-sparkline-svg = Readings of a key result, with the forecast
template-about-chart-symbols-svg = Shapes of status and rating
template-about-chart-trend-svg = Trend of a KPI, with its bands and target
template-about-chart-waterfall-svg = What moved the index since last time
template-about-report-answer-html = The answer in one screen
template-about-report-appendix-html = Appendix of all answers
template-about-report-balance-html = Strengths, gaps, and what bars the next level
template-about-report-brand-css = The accents of regua.yaml
template-about-report-brand-html = Logo and line of confidentiality
template-about-report-cover-html = Cover and contents
template-about-report-criteria-html = Criteria with answers, notes and evidence
template-about-report-dimensions-html = Maturity by dimension
template-about-report-html = The HTML page: which parts, in which order
template-about-report-kpis-html = KPIs with trend and band
template-about-report-md = The Markdown report
template-about-report-method-html = How each number was computed
template-about-report-moved-html = What changed since last time
template-about-report-okrs-html = OKR board
template-about-report-others-html = The other rubrics, a line each
template-about-report-parts-html = Marks and lines that several parts share
template-about-report-people-html = People against their roles
template-about-report-plan-html = Gap plan to the target
template-about-report-remarks-html = KPIs, OKRs, service levels, people and disagreements in the summary
template-about-report-respondents-html = Where respondents differ
template-about-report-rest-html = What fills the rest of the summary on paper: maturity by dimension
template-about-report-result-html = Level, index, where from, and how sure
template-about-report-script-js = What the page does with scripts on
template-about-report-served-html = What supports another rubric
template-about-report-service-levels-html = Service levels
template-about-report-story-html = Sentences of the story and their links
template-about-report-style-css = Style of the page, on screen and on paper
template-about-report-summary-css = Style of the summary on one page
template-about-report-target-md = Target and the way to it, for Markdown
template-about-report-why-html = Explanation of a figure
template-about-summary-html = The summary as an HTML page
template-about-summary-md = The summary for a CI job

## rubric

rubric-title = Rubric
rubric-id = Id
rubric-levels = Levels
rubric-questions = Questions
rubric-in-use = in use
rubric-unknown = there is no rubric `{ $rubric }`; at hand are { $known }
kpi-title = KPI
kpi-id = Id
kpi-unit = Unit
kpi-origin = From
kpi-own = this workspace
kpi-catalogue = catalogue
kpi-frequency-daily = Daily
kpi-frequency-weekly = Weekly
kpi-frequency-fortnightly = Fortnightly
kpi-frequency-monthly = Monthly
kpi-frequency-quarterly = Quarterly
kpi-frequency-half-yearly = Half-yearly
kpi-frequency-yearly = Yearly
kpi-unknown = there is no KPI `{ $written }`{ $near ->
        [none] ; at hand are { $known }
       *[other] ; did you mean `{ $near }`?
    }
kpi-is-service-level = `{ $written }` is a service level, not a KPI: regua explain { $written }
service-level-unknown = there is no service level `{ $written }`{ $count ->
        [0] , nor any other
       *[other] { $near ->
            [none] ; there are { $known }
           *[other] ; did you mean `{ $near }`?
        }
    }
kpi-no-such-file = `{ $file }` is no file of readings: write a path such as kpis/readings.csv
kpi-nothing-written = nothing was written to { $file }
kpi-no-usual-period = readings of `{ $kpi }` are fortnightly, and a fortnight has no name: say --period or --on
kpi-day-for-period = { $day } is one day, and readings here are { $frequency ->
        [weekly] weekly
        [fortnightly] fortnightly
        [monthly] monthly
        [quarterly] quarterly
        [half-yearly] half-yearly
       *[yearly] yearly
    }: say { $period ->
        [none] {""}
       *[other] `--period { $period }`, or{" "}
    }`--on { $day }` if that day alone is meant
kpi-no-value = the value of `{ $kpi }` is missing: write it after the name, or give the two counts with --numerator and --denominator
kpi-counts-from = Its period has not ended: it counts from { $date } on.
kpi-nothing-to-revise = there is no reading of `{ $id }` for { $period }{ $segment ->
        [none] {""}
       *[other] {" "}and `{ $segment }`
    } to correct; leave out --revises if this is the first
kpi-corrected-elsewhere = another correction of this reading is read after { $file }: write into its file with --file; nothing was written
kpi-value-before = (before: { $value }, { $period })
kpi-value-corrected = (was { $value })
kpi-level-now = level { $level }{ $before ->
        [none] {""}
       *[other] {" "}(before: { $before })
    }
kpi-period-latest-daily = (today)
kpi-period-latest-weekly = (the latest complete week)
kpi-period-latest-fortnightly = (the latest)
kpi-period-latest-monthly = (the latest complete month)
kpi-period-latest-quarterly = (the latest complete quarter)
kpi-period-latest-half-yearly = (the latest complete half-year)
kpi-period-latest-yearly = (the latest complete year)
kpi-recorded-service-level = { $title }, { $period }: { $kept } kept (goal { $goal })
kpi-no-such-column = `{ $written }` is neither a column of readings nor a KPI{ $near ->
        [none] ; there are { $known }
       *[other] ; did you mean `{ $near }`?
    }
kpi-import-written = ✓ { $count ->
        [one] { $count } reading written
       *[other] { $count } readings written
    } to { $place }
kpi-import-would = { $count ->
        [one] { $count } reading
       *[other] { $count } readings
    } would be written to { $place }; nothing was
kpi-import-nothing = ✓ Nothing new: { $place } is as it was
kpi-import-read = Read: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } ({ $encoding }){ $same ->
        [0] {""}
       *[other] {" "}· already there: { $same }
    }{ $empty ->
        [0] {""}
       *[other] {" "}· without a value: { $empty }
    }{ $above ->
        [0] {""}
       *[other] {" "}· above the header: { $above }
    }{ $totals ->
        [0] {""}
       *[other] {" "}· totals, left out: { $totals }
    }
kpi-import-kpis = { $count ->
        [one] KPI
       *[other] KPIs
    }: { $kpis } · { $first }{ $several ->
        [yes] {" "}to { $last }
       *[no] {""}
    }
kpi-import-unused = Columns left out: { $columns }
kpi-import-workbook = `{ $file }` is the file of a spreadsheet program, not a table of text: save it there as CSV (UTF-8), and import that
kpi-import-more = and { $count } more
kpi-latest = Latest value
kpi-target = Target
kpi-bands = Levels
kpi-band = level { $level } from { $edge }
kpi-bands-source = Where the bands come from
questionnaire-level = level { $number }, { $title }
questionnaire-absence = describes a lack: “yes” says that it is there
questionnaire-range = from { $low } to { $high }
questionnaire-unknown = Unknown
questionnaire-not-applicable = Not applicable, because…
questionnaire-note = Note
questionnaire-evidence = evidence required
questionnaire-kpi = answered by readings of { $kpi }, where there are any

## Help

help-usage = Usage
help-usage-group = { $command } <command> [options]
help-usage-command = { $command } [options] [folder]
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-about = Maturity assessments, KPIs and OKRs as plain text
help-after = Exit code 0: fine; 1: a gate of --fail-on failed; 2: the input is wrong; 3: reading or writing failed.
help-arg-help = Show this help
help-init = Begin a workspace: commented files to go on writing in, and what git and CI need to know
help-init-usage = { $command } [options] [folder]
help-init-folder = The folder [default: here]
help-init-organisation = Whose workspace it is
help-init-rubrics = A shipped rubric to measure by; several with commas [default: customer-service]
help-init-yes = Ask nothing: the folder's name for the organisation, the defaults for the rest
help-ask = Answer a questionnaire, one question after the other; each answer is written at once
help-ask-usage = { $command } [options] [rubric]
help-ask-rubric = The rubric [default: the only one in use]
help-ask-respondent = One of several who answer: their own file, combined with the others
help-ask-person = The person rated, for a rubric that rates people
help-ask-rated-by = Who rates: self, manager or assessor
help-ask-day = Day that the answers hold for [default: go on with the latest of the last 31 days, else today]
help-ask-all = Go through answered questions too, and through levels above what a person's role asks for
help-ask-evidence = Ask for the evidence of answers that lack it
help-ask-question = Ask only this question, or those of this criterion; may be repeated
help-value-respondent = NAME
help-value-person = ID
help-value-rated-by = WHO
help-check = Check every file and list all that is wrong
help-check-format = text, json, sarif, github, junit or md
help-check-fail-on = Fail on this too, such as behind,stale,below-level=3,coverage=90%; may be repeated
help-explain = Tell why a figure is what it is: formula, inputs with file and line, the rule that decided
help-explain-usage = { $command } [options] [figure…]
help-explain-figures = Figures, such as index, process/level, 2026-Q3/response-time [default: list them], or codes of check, such as unknown-key
help-score = Show level, scores and index of the assessments
help-okr = Follow objectives and key results
help-okr-status = Show where the key results of each cycle stand
help-okr-tree = Show which objectives support which, over cycles and workspaces
help-okr-tree-usage = { $command } [options] [folder…]
help-okr-tree-folders = Workspaces; those that they name are read as well [default: this one]
help-okr-status-all = Show planned and closed cycles in full as well
help-okr-status-owner = Only what one person answers for
help-okr-check-in = Add a row on a key result to check-ins.yaml
help-okr-check-in-usage = { $command } [options] [key-result] [value]
help-okr-check-in-key-result = The key result, by its id; cycle/id where several cycles run [default: ask for each that is due for an update]
help-okr-check-in-value = The value reached, such as 18h or 62%
help-okr-check-in-confidence = How likely it is to be reached, 0 to 10
help-okr-check-in-milestone = The milestone reached
help-okr-check-in-done = It is done
help-okr-check-in-note = What there is to say
help-okr-check-in-by = Who says it; without a key result, only what this owner answers for [default: REGUA_BY]
help-okr-check-in-day = Day that it holds for [default: that of --as-of]
help-okr-check-in-all = Ask for every open key result, due for an update or not
help-value-confidence = 0-10
help-value-milestone = ID
help-value-key-result = key-result
help-value-value = value
help-value-note = TEXT
help-value-by = NAME
help-value-rubrics = RUBRIC
help-value-level = LEVEL
help-value-most = N
help-value-organisation = NAME
help-value-retrospective = ID=TEXT
help-value-to = CYCLE
help-value-day = DATE
help-okr-close = Close a cycle: grade its key results, and freeze the figures
help-okr-close-usage = { $command } [options] [cycle]
help-okr-close-cycle = The cycle [default: the open one that has ended]
help-okr-close-day = Day whose figures are kept [default: the last day of the cycle]
help-okr-close-retrospective = What a missed commitment taught, by objective or key result; may be repeated
help-okr-close-by = Who closes it
help-okr-close-early = Close it before its last day
help-okr-close-dry-run = Show what would be written, and write nothing
help-okr-roll = Carry what a closed cycle left unfinished over into the next
help-okr-roll-usage = { $command } [options] [cycle]
help-okr-roll-cycle = The closed cycle [default: the one that ended last]
help-okr-roll-to = The cycle to plan [default: the one after]
help-okr-roll-dry-run = Show the plan, and write nothing
help-okr-suggest = Draft objectives and key results from what assessments and KPIs lack
help-okr-suggest-usage = { $command } [options] [rubric…]
help-okr-suggest-rubrics = Rubrics to draft from [default: those with a target]
help-okr-suggest-planned-for = The cycle to plan [default: the next quarter]
help-okr-suggest-level = Level to aim at [default: the target of regua.yaml, else the next level]
help-okr-suggest-most = The most objectives [default: 3]
help-okr-suggest-write = Write it as the plan of the cycle, where there is none or only an empty one
help-okr-suggest-plan-format = text, or yaml for a plan
help-okr-catalogue = Show the shipped objectives and key results, or write them as a plan to start from
help-okr-catalogue-usage = { $command } [options] [objective…]
help-okr-catalogue-objectives = Objectives, by their ids [default: all]
help-arg-planned-for = Cycle to plan for, such as 2027-Q1 [default: the present quarter]
help-value-planned-for = CYCLE
help-arg-plan-format = text or yaml (a plan)
help-value-plan-format = FORMAT
help-kpi = List the KPIs at hand, show what one counts, add readings
help-kpi-list = List the KPIs at hand: of the rubrics in use, the workspace's own, the catalogue's
help-kpi-list-usage = { $command } [options]
help-kpi-show = Show a KPI: definition, formula, clock, population, bands
help-kpi-show-usage = { $command } [options] <kpi>
help-kpi-show-kpi = The KPI, by its id
help-kpi-record = Add a reading to kpis/readings.csv, and say what it does
help-kpi-record-usage = { $command } [options] <kpi> [value]
help-kpi-record-kpi = The KPI, by its id
help-kpi-record-value = The value, such as 18h or 62%
help-kpi-record-period = Period, such as 2026-10 or 2026-Q3 [default: the latest complete one]
help-kpi-record-day = Day that the reading is of, in place of a period
help-kpi-record-numerator = Of a ratio: the cases that count
help-kpi-record-denominator = Of a ratio: all cases
help-kpi-record-cases = How many cases stand behind the value
help-kpi-record-segment = Part of the population, such as channel=chat
help-kpi-record-service-level = In place of a KPI: a service level, by its id
help-kpi-record-met = Of a service level: cases that kept it
help-kpi-record-breached = Of a service level: cases that broke it
help-kpi-record-overdue = Of a service level: cases still open past the deadline
help-kpi-record-source = Where the figure comes from
help-kpi-record-note = What there is to say
help-kpi-record-revises = Corrects the reading that is there
help-arg-file = CSV file of the workspace to add to [default: kpis/readings.csv]
help-value-kpi = KPI
help-value-period = PERIOD
help-value-numerator = N
help-value-denominator = N
help-value-cases = N
help-value-segment = KEY=VALUE
help-value-service-level = ID
help-value-met = N
help-value-breached = N
help-value-overdue = N
help-value-source = TEXT
help-value-file = FILE
help-kpi-import = Add the readings of a foreign CSV file (help desk, CRM, spreadsheet), all or none
help-kpi-import-usage = { $command } [options] <file>
help-kpi-import-export = The file, or - for the standard input
help-kpi-import-of = The KPI that the whole file is of
help-kpi-import-columns = What a column holds: NAME is period, date, value, numerator, denominator, n, segment, source, note or a KPI, such as csat="Satisfaction (%)"; may be repeated
help-kpi-import-skipped = Column to leave out; may be repeated
help-kpi-import-segment-column = Column that tells parts of the population apart, such as Channel
help-kpi-import-period-format = What a date stands for: day, week, month, quarter or year
help-kpi-import-dates = Order of dates such as 03/04/2026: dmy or mdy
help-kpi-import-decimal = Sign before decimals: comma or point
help-kpi-import-source = Where the figures come from
help-kpi-import-revises = Corrects readings that are there with another value
help-kpi-import-dry-run = Show the rows, and write nothing
help-value-export = FILE
help-value-of = KPI
help-value-columns = NAME=HEADER
help-value-segment-column = HEADER
help-value-period-format = LENGTH
help-value-dates = ORDER
help-value-decimal = SIGN
help-people = Show who holds which skill level, and what their role asks for
help-compare = Show what changed between two days, cycles or assessments, or since a git revision, and what moved each figure
help-compare-usage = { $command } [options] <A> <B>
    { "       " }{ $command } [options] --base <REVISION>
help-compare-base = A branch, tag or commit: show what the files as they are moved since they left it
help-compare-format = text, json, or md for a comment
help-compare-a = A day (2026-06-30), a cycle (2026-Q3) or an assessment (its file, or rubric@date)
help-compare-b = Another, to hold against it
help-compare-rubric = Of the assessments, those by this rubric only
help-report = Write the report: HTML, Markdown with its charts, PDF, JSON, CSV
help-report-report-formats = html, md, pdf, json or csv (the action plan); several with commas [default: html,md]
help-value-report-formats = FORMAT
help-report-summary = The answer on one page
help-report-report-output = Folder to write to [default: report/ in the workspace]; for one format a file, or - for the standard output
help-value-report-output = WHERE
help-badge = Draw a badge for a README: level, or progress of a cycle
help-badge-rubric = Rubric whose level it shows [default: the first with a level]
help-badge-cycle = Show the progress of this cycle, such as 2026-Q4
help-badge-label = Words on the left [default: the rubric's title, or the cycle]
help-badge-badge-output = File to write [default: the standard output]
help-value-badge-output = FILE
help-value-label = TEXT
help-template = List the pieces that a report is made of, and make them yours
help-template-list = List the templates: what each is, and which are replaced here
help-template-list-usage = { $command } [options]
help-template-show = Print a shipped template
help-template-show-usage = { $command } [options] <template>
help-template-show-template = The template by its name, such as report/cover.html.j2
help-template-eject = Write shipped templates into templates/, to change them
help-template-eject-usage = { $command } [options] <template>... | --all
help-template-eject-templates = Templates by their names, such as report/cover.html.j2
help-template-eject-all = Every one that is not there yet
help-value-template = TEMPLATE
help-value-templates = TEMPLATE
help-rubric = List the rubrics at hand, or show one as a questionnaire
help-rubric-list = List the rubrics at hand: shipped, and the workspace's own
help-rubric-list-usage = { $command } [options]
help-rubric-show = Show a rubric as a questionnaire, to paste into a document or print
help-rubric-show-usage = { $command } [options] <rubric>
help-rubric-show-rubric = The rubric, by its id
help-completions = Print the script that completes commands and ids when Tab is pressed
help-completions-usage = { $command } [options] <shell>
help-completions-after =
    In ~/.bashrc:
      eval "$(regua completions bash)"
    In ~/.zshrc:
      source <(regua completions zsh)
    For fish:
      regua completions fish > ~/.config/fish/completions/regua.fish
    In PowerShell's $PROFILE:
      regua completions powershell | Out-String | Invoke-Expression
help-completions-shell = bash, zsh, fish or powershell
help-value-shell = SHELL
help-man = Write the manual pages to a folder, in both languages
help-man-usage = { $command } [options] <folder>
help-man-manual-folder = A folder that man looks in, such as ~/.local/share/man; the pages go to man1 and pt_BR/man1 below it
help-value-manual-folder = DIR
help-help = Tell about a concept, or what a command takes
help-help-usage = { $command } [options] [topic | command]
help-help-words = A topic, or a command by its words
help-value-words = TOPIC
help-topics = Topics, for regua help: { $topics }
help-no-topic = there is no topic and no command `{ $topic }`
help-see-also = See also: { $others }
man-written = { $count ->
    [one] { $count } page written to { $folder }
   *[other] { $count } pages written to { $folder }
}
help-schema = Print the JSON Schema of a kind of file, or of a machine-readable result
help-schema-usage = { $command } [options] <what>
help-schema-schema = workspace, rubric, assessment, kpis, plan, check-ins, closing or people (files); score (score --format json) or report (the model that templates and report --format json have)
help-schema-workspace = Name the ids of the workspace: an editor then offers questions, choices, KPIs and people
help-value-schema = WHAT
help-arg-status-format = text, json, csv (a row a key result) or md (Markdown)
help-value-status-format = FORMAT
help-value-owner = NAME
help-arg-tree-format = text, md (Markdown) or json
help-value-tree-format = FORMAT
help-value-folders = DIR
help-arg-layout = text or md (Markdown)
help-value-layout = FORMAT
help-arg-directory = Folder of the workspace [default: here, or the nearest parent with regua.yaml]
help-arg-as-of = Day that figures hold for, as 2026-09-30 [default: today]
help-arg-lang = Language: pt-BR or en [default: the workspace's]
help-arg-color = Colours: auto, always or never
help-arg-quiet = Show errors only
help-arg-folder = Folder of the workspace
help-arg-format = text or json
help-arg-target = Aim at this level, such as 4, or one per dimension: process=4,people=3
help-arg-cycle = One cycle only, such as 2026-Q3
help-arg-version = Show the version
help-value-directory = DIR
help-value-folder = DIR
help-value-as-of = DATE
help-value-lang = LANG
help-value-color = WHEN
help-value-cycle = CYCLE
help-value-format = FORMAT
help-value-fail-on = GATE
help-value-figures = FIGURE
help-value-rubric = RUBRIC
help-value-base = REVISION
help-value-target = TARGET
disk-cause-missing = it is not there
disk-cause-denied = permission denied
disk-cause-exists = a file of that name stands in the way
disk-cause-full = the disk is full

completion-about = { $shell } completion for regua
completion-in-bashrc = in ~/.bashrc, or, where bash-completion is installed:
completion-in-zshrc = in ~/.zshrc, after compinit, or
completion-in-fpath = with a folder of $fpath in place of ~/.zfunc
completion-in-profile = in $PROFILE
