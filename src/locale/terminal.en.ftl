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
per-hour = hour
per-day = day
per-week = week
per-month = month
per-quarter = quarter
per-year = year

## Problems

severity-error = error
severity-warning = warning
severity-help = help
problems = { $errors ->
        [0] No errors
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }.
disk-no-folder = there is no folder `{ $path }`
disk-cannot-read = cannot read `{ $path }`
disk-cannot-write = cannot write `{ $path }`; what was there is as it was
usage-unknown-command = there is no command `{ $argument }`
usage-unknown-argument = there is no `{ $argument }` here, or it is one too many
usage-missing-value = `{ $argument }` needs a value
usage-invalid-value = `{ $argument }` does not take `{ $value }`; it takes: { $known }
usage-missing = something is missing: { $argument }
usage-repeated = `{ $argument }` can be given once
usage-other = the command line is not understood
usage-near = did you mean `{ $near }`?
usage-more = regua --help lists what there is

## check

check-fine = { $files ->
        [one] { $files } file is
       *[other] { $files } files are
    } fine{ $warnings ->
        [0] .
        [one] , with { $warnings } warning.
       *[other] , with { $warnings } warnings.
    }

## score

score-heading = { $organisation } · as of { $date }
score-none = There is no assessment up to this day: one goes into assessments/<date>.yaml.
score-assessed = Assessed on { $date }
score-before = was { $value }
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

## okr

okr-heading = { $organisation } · OKRs as of { $date }
okr-none = There is no cycle yet: a plan goes into okrs/<cycle>/plan.yaml.
okr-no-such-cycle = there is no cycle `{ $cycle }`; the cycles are { $known }
okr-cycle = { $first } – { $last } · { $elapsed } of the time gone · progress { $progress }
okr-measured = { $measured } of { $active } measured
okr-milestones = { $done } of { $all } milestones
okr-way = from { $from } to { $to }
okr-target = target { $to }
okr-expected = expected { $expected }
okr-due = due { $date }
okr-confidence = confidence { $confidence }

## report

report-written = The report is written:
report-warnings = Read the warnings above before you hand it over.

## Help

help-usage = Usage
help-usage-group = { $command } <command> [options]
help-usage-command = { $command } [options] [folder]
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-about = Maturity assessments, KPIs and OKRs as plain text
help-after = Exit code 0: fine; 2: the input is wrong; 3: the environment failed.
help-help = Show this help
help-check = Check every file and say all that is wrong
help-explain = Tell why a figure is what it is: formula, inputs with file and line, the rule that decided
help-explain-figures = Figures, such as index, process/level, 2026-Q3/response-time [default: list them]
help-score = Show level, scores and index of the assessments
help-okr = Follow objectives and key results
help-okr-status = Show where the key results of each cycle stand
help-report = Write the report: one HTML file, and Markdown with its charts
help-arg-directory = Folder of the workspace [default: here, or the nearest parent with regua.yaml]
help-arg-as-of = Day that figures hold for, as 2026-09-30 [default: today]
help-arg-lang = Language: pt-BR or en [default: the workspace's]
help-arg-color = Colours: auto, always or never
help-arg-quiet = Say errors only
help-arg-folder = Folder of the workspace
help-arg-format = text or json
help-arg-cycle = One cycle only, such as 2026-Q3
help-arg-output = Folder to write to [default: report/ in the workspace]
help-arg-version = Show the version
help-value-directory = DIR
help-value-folder = DIR
help-value-as-of = DATE
help-value-lang = LANG
help-value-color = WHEN
help-value-cycle = CYCLE
help-value-output = DIR
help-value-format = FORMAT
disk-cause-missing = it is not there
disk-cause-denied = permission denied
disk-cause-exists = a file of that name stands in the way
disk-cause-full = the disk is full
