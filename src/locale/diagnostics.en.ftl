# One message for each code of src/diagnostic/code.rs: what is wrong, a .label for the place, .help for how
# to mend it. Without blame, without a full stop.

yaml-syntax = { $class ->
        [tab] a tab where YAML takes spaces
        [quote] a quoted text that does not end, or goes on after its closing quote
        [escape] an escape in a quoted text that YAML does not know
        [bracket] a bracket or brace that is not closed, or a comma missing before here
        [colon] a `:` where no key can stand
        [key] a key without its `:`
        [indent] a line whose indentation fits nothing above it
        [character] a character that cannot begin a value
        [alias] `*{ $name }` names an anchor that is not there
        [unclosed] a bracket or brace that is not closed
        [curly] a value in curly quotes
        [blank] a blank that is no ordinary space
        [conflict] a merge conflict that is not resolved
        [unquoted] between braces a text with `:`, a comma or a bracket in it stands in quotes
        [comma] a comma is missing before this key
        [comment] a comment begins here, and takes away what closes the bracket or brace
       *[other] this is not YAML
    }
    .label = { $class ->
        [unquoted] this text
        [unclosed] opened here
       *[other] here
    }
    .noticed = not expected while it is open
    .help-unclosed = close it, or look for a missing comma between the two places
    .help-unquoted = write `{ $known }`
    .help-missing-comma = put a comma before it, or the whole text in quotes if the `:` belongs to it
    .help-comment = write a text that holds a # in quotes, such as "#0e5a6b"
    .help-tab = indent with spaces
    .help-conflict = keep one side, or both joined, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`
    .help-quote = close the quote, and write a quote inside single quotes twice
    .help-escape = write a backslash twice, or use single quotes
    .help-bracket = look for the bracket that opens before this place
    .help-colon = put the value in quotes if the `:` belongs to it, or begin the key on a line of its own; it may also be the line above that lacks a `:`
    .help-key = write `key: value`, with a space after the colon
    .help-indent = line it up with the entries above
    .help-character = put the value in quotes
    .help-alias = define it before with `&`, or put the text in quotes if the `*` belongs to it
    .help-other = compare the line with the ones above it

# How to mend what was pasted, whatever it makes wrong.
pasted-quotes = YAML takes curly quotes for letters: write straight ones, "so" or 'so', or none; the curly ones come along with text from a chat or a word processor
pasted-blank = there is a blank in it that YAML does not take for one, such as a non-breaking space: delete it and type a space; it comes along with text from a chat or a web page
pasted-unseen = there is a letter in it that nobody sees: delete it, or type the word anew; it comes along with text from a chat or a web page

yaml-feature = { $feature ->
        [tag] a YAML tag, which is not read here
        [documents] a second document, or a directive, in one file
        [control] a control character, or a mark that reorders what is read, in a text: { $letter }
       *[recursion] an alias inside the very thing that it repeats
    }
    .label = here
    .help-tag = remove the word that begins with `!`
    .help-documents = keep one document per file, without `---` between
    .help-recursion = write the value out
    .help-control = remove it: it cannot be seen, and may hide what the file says

yaml-budget = { $budget ->
        [size] the file is larger than { $most } MB
        [depth] nested deeper than { $most } levels
        [aliases] with its aliases written out the file has more than { $most } values
       *[nodes] more than { $most } values in one file
    }
    .label = the limit is reached here
    .help-size = split the file: any number of files is read
    .help-depth = no file needs this; look for a bracket too many
    .help-aliases = write the values out, or split the file

not-utf8 = the file is not UTF-8 text
    .label = not readable from here on
    .help = save the file again, with the encoding UTF-8
    .help-table = export it again as `CSV UTF-8`, which spreadsheets offer beside plain CSV

missing-file = `{ $file }` is missing
    .label = expected here
    .label-evidence = named as evidence
    .help-settings = `regua init` begins a workspace here; if yours is in another folder, name that with `-C`
    .help-plan = write the cycle's plan there, or remove the folder
    .help-logo = write its path from the folder of `regua.yaml`, such as `brand/logo.svg`
    .help-evidence = put the file there, or correct its path, which counts from the folder of `regua.yaml`; an address begins with `https://`

unread-file = nothing reads this file
    .label = not read
    .help = { $folder ->
        [okrs] a cycle is read from `okrs/<cycle>/plan.yaml` and `okrs/<cycle>/check-ins.yaml`
        [assessments] assessments are read from `assessments/`, or one folder below it, as `.yaml` in small letters
        [kpis] readings are read from `kpis/`, as `.yaml` or `.csv` in small letters; `regua kpi import` takes in what other programs export as text
       *[other] files of this kind are read from `{ $folder }/`, as `.yaml` in small letters
    }

not-an-image = { $what ->
        [short] the image ends before it is whole
        [namespace] the drawing does not say that it is SVG, so that browsers show nothing of it
       *[other] this file is neither a PNG, a JPEG nor an SVG image
    }
    .label = named here
    .help = export it again, as PNG, JPEG or SVG
    .help-namespace = write `xmlns="http://www.w3.org/2000/svg"` into its `<svg>` tag

not-a-colour = { $written ->
        [nothing] there is no colour here
       *[other] `{ $written }` is not a colour
    }
    .label = not understood
    .help = write it in six digits behind a number sign and in quotes, such as "#0e5a6b"
    .help-suggested = did you mean "{ $suggested }"?
    .help-quotes = write it in quotes, such as "#0e5a6b": YAML takes what follows a bare # for a comment

low-contrast = `{ $written }` has a contrast of { $ratio } on { $paper ->
        [light] light pages
       *[dark] dark pages
    }: text needs { $needed }
    .label = too { $paper ->
        [light] light
       *[dark] dark
    } to be read
    .help = the nearest shade that can be read is "{ $suggested }"

template-token-found = { $found ->
        [name] a name
        [text] a text
        [number] a number
        [words] the page's text
        [end] the end of the file
       *[other] { $found }
    }
template-token-expected = { $expected ->
        [name] a name
        [text] a text
        [number] a number
        [words] the page's text
        [end] the end of the file
       *[other] { $expected }
    }

outside-workspace = this file lies outside the workspace
    .label = not opened
    .help = copy it into the workspace: a path or link that leads out of it is not followed

file-too-large = the file is larger than { $most } KiB
    .label = not opened
    .help = make it smaller: an image by its width, a template by cutting it into pieces that it includes

template-syntax = { $what ->
        [unexpected] { template-token-found } stands where { template-token-expected } belongs
        [misplaced] { template-token-found } cannot stand here
        [character] this letter cannot stand here: names have a to z, digits and `_`
        [unclosed] the template ends while a block is open
        [statement] no block is called `{ $name }`
        [unended] { $found ->
            [string] a text is opened and never closed
            [comment] a comment is opened with {"`{#`"} and never closed
           *[other] a raw block is opened and never closed
        }
       *[other] this cannot be read as a template ({ $detail })
    }
    .label = not understood
    .help = values stand in {"`{{ … }}`"}, blocks in {"`{% … %}`"}; `regua template show` prints a shipped one to compare
    .help-near = did you mean `{ $near }`?

template-failed = { $what ->
        [undefined] { $name ->
            [undefined-value] there is no such value
           *[other] there is no value `{ $name }`
        }
        [filter] no filter is called `{ $name }`
        [test] no test is called `{ $name }`
        [function] no function is called `{ $name }`
        [template] no template is called `{ $name }`
        [figure] `{ $name }` is not a number
        [date] `{ $name }` is neither a date nor a period
        [text] there is no text of the name `{ $name }`
       *[other] the template cannot go on here ({ $name })
    }
    .label = it fails here
    .help = `regua schema report` describes what a template is given
    .help-near = did you mean `{ $near }`?
    .help-undefined = `regua schema report` describes every value; ask {"`{% if x is defined %}`"} where one may be missing
    .help-template = `regua template list` shows those that ship; own ones lie in `templates/`
    .help-text = `t()` takes the names of texts that shipped templates use; write your own words as they are
    .help-name = `docs/en/templates.md` lists what a template may use

template-stopped = { $what ->
        [steps] the template takes more steps than any report needs
        [depth] the template nests or calls itself deeper than any report needs
        [memory] the template takes more memory than any report needs
        [time] the template takes longer than any report needs
       *[size] what the template writes is larger than any report
    }
    .label = stopped here
    .label-whole = somewhere in this template
    .help-depth = look for a template that includes itself, or a macro that calls itself
    .help = look for a loop that grows what it runs over, or a text that grows in every turn

unused-template = no template uses this file
    .label = not used
    .help = name it like a shipped one (`regua template list`) to replace that, or include it from one of yours
    .help-near = did you mean `{ $near }`?

format-version = format version `{ $written }` is not read by this program
    .label = not 1
    .help-newer = the file was written for a newer regua: update the program
    .help = write `regua: 1`

duplicate-key = the key `{ $key }` stands here a second time
    .label = again
    .first = first here
    .help = keep one of the two
    .help-same = both name the same: keep one of the two

unknown-key = no key `{ $key }` belongs here
    .label = not read
    .help-near = did you mean `{ $near }`?
    .help-known = the keys are { $known }
    .help-merge = write the entries out: what YAML merges is not read here
    .help-comma = inside braces a comma ends the value: write decimals with a point, and put a text with a comma in quotes

missing-key = { $empty ->
        [yes] the key `{ $key }` has no value
        [cell] the row has no `{ $key }`
        [header] the header has no column `{ $key }`
        [headed] no column is headed `{ $key }`
        [column] no column holds the `{ $key }`
        [reason] `{ $key }` stands here without a reason
        [edge] no score is given for the start of level { $key }
        [dimension] the criterion belongs to no dimension
       *[no] the key `{ $key }` is missing
    }
    .label = { $empty ->
        [yes] nothing follows
        [cell] in this row
        [header] not among these
        [headed] not in this row
        [column] not in this row
        [reason] why not?
        [edge] it is not among these
        [dimension] where does it belong?
       *[no] in this entry
    }
    .help = write `{ $key }: …`
    .help-near-column = did you mean `{ $near }`?
    .help-columns = the columns are: { $known }
    .help-map = say which it is: `--column { $key }="…"`; the columns are: { $known }
    .help-map-kpi = say of which KPI the file is, `--kpi ID`, or in which column one stands, `--column ID="…"`; the columns are: { $known }
    .help-header = add `{ $ending }` at the end of this line, or name another file with `--file`
    .help-cell = fill in the column `{ $key }`, or remove the row
    .help-edge = write `{ $key }: …`, the lowest score that holds the level
    .help-dimension = write `dimension: …`; the dimensions are { $known }
    .help-no-dimensions = define one under `dimensions:`, and write `dimension: …` here
    .help-reason = write why it does not apply: `{ "{" }not_applicable: …{ "}" }`

wrong-shape = { $expected ->
        [mapping] keys and values belong here
        [list] a list belongs here
        [name] the name of a key belongs here
        [answer] one answer belongs here
       *[text] one value belongs here
    }
    .label = { $found ->
        [mapping] this is a mapping
        [list] this is a list
        [nothing] nothing is here
       *[text] this is a single value
    }
    .help-mapping = write `key: value`, one per line
    .help-list = begin each entry with `- `; within braces, put the entries in brackets: `[…, …]`
    .help-list-of-one = write `[{ $written }]`, or the entries on lines of their own, each begun with `- `
    .help-text = write one value; put it in quotes if it holds special characters
    .help-ids = write each entry as `id: { "{" }…{ "}" }`: an overlay names by id what it changes
    .help-answer = write a choice, or `{ "{" }choice: …, note: …{ "}" }`

keys-disagree = { $what ->
        [two] `{ $first }` and `{ $second }` cannot stand together
        [banded] `{ $second }` goes with `method: banded` only
        [floor] level { $second } is held with nothing achieved, so no edge begins it
        [decimals] the edge { $second } has more decimals than the score is rounded to
        [scales] with `method: banded` the scores of answers and of KPIs lie on different scales
        [done] a key result that is done or not has no figures to follow
        [target] this key result has no target that could change
        [unit] `unit: { $second }` is not the unit of the values, which is `{ $unit }`
       *[between] `between` needs two values
    }
    .label = { $what ->
        [two] and this one
        [banded] not used
        [floor] at the floor, or below it
        [decimals] no rounded score is this
        [scales] not zero
        [done] this one
        [target] nothing to change
        [unit] the unit is known
       *[between] not two
    }
    .first = this one
    .help-one = keep one of them
    .help-banded = write `method: banded`, or leave it out
    .help-floor = leave it out, or write a lower `floor`
    .help-decimals = write the edge with as many decimals as `decimals`, { $decimals }, or write more there
    .help-scales = leave `kpi_weight` out: the KPIs are shown beside the answers, without a share in the index
    .help-service-level = cases of a service level are counted with `met`, `breached` and `overdue`
    .help-cut = if `{ $written }` is one number, write `{ $decimal }`: commas stand between cells here; else keep `value`, or `numerator` with `denominator`
    .help-reading = keep `value`, or `numerator` with `denominator`
    .help-done = leave out `kpi`, `score` or `service_level`: check-ins say when it is done
    .help-between = write the lowest and the highest value: `between: [70%, 90%]`
    .help-unit = leave `unit` out: a bare number here is in `{ $unit }`, as the values are
    .help-no-target = drop it with `dropped: true`, and plan a new one

not-an-id = `{ $written }` is not an identifier
    .label = small letters, digits and single hyphens only
    .help-suggested = write `{ $suggested }`
    .help = choose a name such as `first-contact-resolution`

not-a-number = { $why ->
        [long] the number `{ $written }` is too long
       *[form] `{ $written }` is not a plain number
    }
    .label = { $why ->
        [long] too many digits
       *[form] expected a number
    }
    .help-long = write at most { $most } digits
    .help-likely = write `{ $likely }`
    .help-whole = write a whole number from { $low } to { $high }
    .help = write digits with a point for decimals, such as `18.5`
    .help-thousands = write `{ $plain }`, or `{ $decimal }` if the point parts decimals
    .help-grouped = write `{ $plain }` if `{ $mark }` parts thousands, or `{ $decimal }` if it parts decimals
    .help-foreign = write it as a number, or as `–` where there is no value
    .help-decimal = it is { $plain } or { $decimal }, and no other number of the column settles it: say `--decimal comma` or `--decimal point`
    .help-mixed = write the decimals of the whole column with one sign
    .help-share = is it { $written }% or { $percent }%? Write `%` behind each number, or behind the title of the column if it is { $written }%: `… (%)`
    .other-sign = decimals with the other sign

out-of-range = { $written } is out of range
    .label = out of range
    .help-between = write a number from { $low } to { $high }
    .help-limits = write a value from { $low } to { $high }: these are the `limits` of the KPI
    .help-whole = write a whole number from { $low } to { $high }
    .help-weight = write zero or more
    .help-cases = cases are counted: write a whole number
    .help-working-day = write more than `0h` and at most `24h`
    .help-denominator = without any case there is no ratio: leave the reading out

not-a-boolean = `{ $written }` is neither true nor false
    .label = expected `true` or `false`
    .help-likely = write `{ $likely }`
    .help = write `true` or `false`

not-a-date = { $why ->
        [either] `{ $written }` can be read as two days
        [order] `{ $written }` is a date in another order
       *[form] `{ $written }` is not a date
    }
    .label = { $why ->
        [either] { $dmy } or { $mdy }
        [order] the other way round
       *[form] expected year-month-day
    }
    .other-order = the order of this one
    .help-either = no other row settles it: say `--dates dmy` for { $dmy }, or `--dates mdy` for { $mdy }
    .help-order = write all dates of the column in one order
    .help-month = { $month ->
        [january] January
        [february] February
        [march] March
        [april] April
        [may] May
        [june] June
        [july] July
        [august] August
        [september] September
        [october] October
        [november] November
       *[december] December
    } { $year } has { $days } days
    .help-likely = write `{ $likely }`
    .help = write the date as `2026-09-30`

not-a-period = `{ $written }` is not a period
    .label = not understood
    .help-month = { $month ->
        [january] January
        [february] February
        [march] March
        [april] April
        [may] May
        [june] June
        [july] July
        [august] August
        [september] September
        [october] October
        [november] November
       *[december] December
    } { $year } has { $days } days
    .help-likely = write `{ $likely }`
    .help = write `2026-Q3`, `2026-S2`, `2026`, `2026-09`, `2026-W40`, `FY2026-Q1` or a date
    .help-foreign = write it as `2026-09`, `09/2026`, `Sep 2026`, `Q3 2026` or `30/09/2026`; take out rows that sum others up
    .help-due = write a date, a period such as `2026-Q3`, or a length such as `3 months`
    .help-length = write a length such as `3 months`, `2 weeks` or `1 year`

unknown-word = `{ $written }` is not one of the words this key takes
    .label = not known here
    .help-near = did you mean `{ $near }`?
    .help-known = the words are { $known }

wrong-unit = `{ $written }` cannot be converted to `{ $unit }`
    .label = in `{ $found }`
    .help-likely = did you mean `{ $likely }`?
    .help = write the value in `{ $unit }`, or without a unit
    .help-points = percentage points are for values in `%`: write `{ $share }` for a share of the baseline, or the target in `{ $unit }`
    .help-points-value = percentage points are for values in `%`: write `{ $share }` for a share of the baseline ({ $by_share }), or the target in `{ $unit }`
    .help-share = write `{ $less }` or `{ $more }` for a share of the baseline, or the target in `{ $unit }`
    .help-working-day = write how long a working day is, such as `8h`

ambiguous-value = { $what ->
        [period] `{ $written }` is not per the period of `{ $unit }`
        [dollar] `{ $written }` does not say which currency it is in
       *[bare] `{ $written }` can be read as `{ $first }` or as `{ $second }`
    }
    .label = { $what ->
        [period] another period
        [dollar] several are written with `$`
        [point] thousands, or decimals?
       *[bare] in which unit?
    }
    .help-point = write `{ $first }` or `{ $second }`; as it stands, the point is that of decimals
    .help = write `{ $first }` or `{ $second }`
    .help-unit = write `{ $first }` or `{ $second }`; `unit: { $unit }` in the key result settles what a bare number is in
    .help-dollar = write `{ $first }` or `{ $second }`; `unit: $` in the key result lets `$` stand
    .help-period = write `{ $first }`, which is the same pace, or `{ $second }` if the period is a slip
    .help-no-period = write `{ $first }` if the period is a slip; else count again: no fixed number of the one makes the other, as with weeks in a month

no-working-day = `{ $written }` cannot be converted to `{ $unit }`: nothing says how long a working day is
    .label = working days and hours
    .help = add `working_day: 8h` to `regua.yaml`, with the hours of your own day; `d` is a day of the calendar, with 24 hours
    .help-days = add `working_day: 8h` to `regua.yaml`, with the hours of your own day; `{ $days }` would be days of the calendar, { $hours }

future-date = { $date } has not come yet
    .label = in the future
    .help = correct the date; what is planned belongs in a plan
    .help-year = did you mean the year { $year }?

date-order = { $what ->
        [due] the last day, { $date }, lies before the cycle begins on { $bound }
        [plan-late] the planned day, { $date }, lies after the last day, { $bound }
        [plan-early] the planned day, { $date }, lies before the cycle begins on { $bound }
        [kpi-target] the target's day, { $date }, does not come after the one before it, { $bound }
       *[plan] the planned day, { $date }, does not come after the one before it, { $bound }
    }
    .label = out of order
    .help-due = write a day from { $bound } on, or a length such as `3 months`
    .help-kpi-target = list the targets by day, the first one first
    .help-plan = list the planned values by day, the first one first
    .help-plan-early = plan values from { $bound } on
    .help-plan-late = plan values up to { $bound }, or give the key result a later `due`

duplicate-id = the id `{ $id }` is taken
    .label = again
    .first = first here
    .help = give one of the two another id
    .help-former = an old name may stand for one thing only: leave it out of `renamed_from`, or give the other another id

unknown-rubric = there is no rubric `{ $written }`
    .label = neither shipped nor in `rubrics/`
    .help-near = did you mean `{ $near }`?
    .help-known = the rubrics are { $known }
    .help-none = name one under `rubrics:` in regua.yaml

rubric-not-in-use = the rubric `{ $rubric }` is not in use here
    .label = not listed in regua.yaml
    .help = add it to `rubrics:` in regua.yaml

rubric-version = this was written for version { $pinned } of `{ $rubric }` and is read with version { $version }{ $renamed ->
        [none] { "" }
       *[some] ; answers under a former name: { $renamed }
    }{ $gone ->
        [none] { "" }
       *[some] ; answers to what is gone: { $gone }
    }{ $open ->
        [none] { "" }
       *[some] ; questions without an answer: { $open }
    }
    .label = another version
    .help = every question of version { $version } has an answer: check them, then write `{ $rubric }@{ $version }`
    .help-open = still without an answer: { $known }; once they have one, write `{ $rubric }@{ $version }`
    .help-newer = use version { $pinned } of the rubric, or a newer regua if it comes with the program

renamed = { $part ->
        [level] the level
        [dimension] the dimension
        [criterion] the criterion
        [question] the question
        [choice] the choice
       *[kpi] the KPI
    } `{ $old }` is now called `{ $new }`
    .label = its former name
    .help = write `{ $new }` here

unknown-part = the rubric has no { $part ->
        [level] level
        [dimension] dimension
        [scale] scale
        [choice] choice
        [criterion] criterion
        [question] question
        [edge] band of level
       *[kpi] KPI
    } `{ $written }`
    .label = nothing to change
    .help-near = did you mean `{ $near }`?
    .help-near-add = did you mean `{ $near }`? A new one must also have: { $lacks }
    .help-add = to add it, write also: { $lacks }
    .help-known = those that can be hidden are { $known }
    .help-none = remove the entry: there is nothing to hide

parent-circle = the dimension `{ $id }` would stand inside itself: { $way }
    .label = leads back to it
    .next = inside this one
    .help = give one of them a parent that is not among them, or none

hidden-in-use = the rubric still needs the { $part ->
        [level] level
        [dimension] dimension
        [scale] scale
        [choice] choice
        [criterion] criterion
        [question] question
       *[kpi] KPI
    } `{ $id }`, which the overlay takes away
    .label = taken away here
    .used = needed here
    .help = change or hide in the overlay what needs it, or leave it as it was

hidden-by-overlay = an overlay hides the { $part ->
        [level] level
        [dimension] dimension
        [scale] scale
        [choice] choice
        [criterion] criterion
        [question] question
       *[kpi] KPI
    } `{ $id }`: { $what ->
        [answers] answers about it do not count
        [readings] its readings do not count
       *[patch] this changes nothing
    }
    .label = { $what ->
        [patch] not applied
       *[other] not counted
    }
    .help = remove the answers, or the `hide` in the overlay
    .help-readings = remove the readings, or the `hide` in the overlay
    .help-patch = remove this entry, or the `hide`

unknown-dimension = the rubric has no dimension `{ $written }`
    .label = not in the rubric
    .help-near = did you mean `{ $near }`?
    .help-known = the dimensions are { $known }
    .help-none = define it under `dimensions:`

unknown-level = the rubric has no level { $written }
    .label = not in the rubric
    .help-known = the levels are { $known }
    .help-none = the rubric defines no levels

unknown-scale = there is no scale `{ $written }`
    .label = neither built in nor defined
    .help-near = did you mean `{ $near }`?
    .help-known = the scales are { $known }

unknown-question = the rubric has no question `{ $written }`
    .label = not in the rubric
    .help-near = did you mean `{ $near }`?
    .help-known = the questions are { $known }
    .help-criterion = this criterion has several questions: answer { $known }
    .help-list = write `criterion.question`; the criteria are { $known }
    .help-gone = nothing to mend: the answer does not count, and can go once the pin changes
    .help-none = the rubric asks no questions

self-conflict = the question `{ $id }` is said to be in conflict with itself
    .label = the same question
    .help = name another question, or leave it out

unknown-choice = `{ $written }` is not a choice of the scale `{ $scale }`
    .label = not offered
    .help-near = did you mean `{ $near }`? The choices are { $known }, or unknown
    .help-known = the choices are { $known }, or unknown
    .help-not-applicable = a question that does not apply says why: `{ "{" }not_applicable: the reason{ "}" }`; the choices are { $known }, or unknown

unknown-kpi = there is no KPI `{ $written }`
    .label = not defined
    .help-near = did you mean `{ $near }`?
    .help-known = the KPIs are { $known }
    .help-none = define it under `kpis:`, or use a rubric that does

unknown-service-level = there is no service level `{ $written }`
    .label = not defined
    .help-near = did you mean `{ $near }`?
    .help-known = the service levels are { $known }
    .help-none = define it under `service_levels:`

unknown-objective = no plan has the objective `{ $written }`
    .label = not found
    .help-near = did you mean `{ $near }`?
    .help-known = the objectives are { $known }
    .help-none = no plan has objectives

unknown-workspace = regua.yaml names no workspace `{ $written }`
    .label = not named there
    .help-near = did you mean `{ $near }`?
    .help-known = it names { $known }
    .help-none = name it there, with its folder: workspaces: { "{" }{ $written }: ../{ $written }{ "}" }

support-circle = objectives that end up supporting themselves: { $circle }
    .label = begins and ends here
    .through = by way of this one
    .help = of the objectives in the circle one is the highest: take its `supports` out
    .help-itself = an objective cannot support itself: take its own name out of `supports`

unknown-key-result = there is no key result `{ $written }` here
    .label = not in the plan
    .help-near = did you mean `{ $near }`?
    .help-known = the key results are { $known }
    .help-none = the plan has no key results

unknown-milestone = the key result has no milestone `{ $written }`
    .label = not in the plan
    .help-near = did you mean `{ $near }`?
    .help-known = the milestones are { $known }
    .help-none = the plan gives no milestones

unknown-role = there is no role `{ $written }`
    .label = not defined
    .help-near = did you mean `{ $near }`?
    .help-known = the roles are { $known }
    .help-none = define it under `roles:`

unknown-skill = no rubric in use rates the skill `{ $written }`
    .label = not rated by any rubric
    .help-near = did you mean `{ $near }`?
    .help-known = the rubrics in use rate { $known }
    .help-none = add a rubric that rates it to `rubrics:` in `regua.yaml`, such as `sfia-csmg` for `csmg`

not-of-a-person = { $kind ->
        [nobody] `{ $rubric }` rates persons, and this says of nobody whom it rates
       *[thing] `{ $rubric }` does not rate persons
    }
    .label = { $kind ->
        [nobody] whose ratings?
       *[thing] a person
    }
    .help = leave `person` out, or give the rubric a `skill:`
    .help-nobody = write `person: …` with the id of somebody under `people/`, and `by: self | manager | assessor`

unknown-person = there is no person `{ $written }`
    .label = not in `people/`
    .help-near = did you mean `{ $near }`?
    .help-known = the people are { $known }
    .help-none = define the person in a file under `people/`

level-order = level { $number } does not come after level { $last }
    .label = not higher than the one before
    .help = list the levels from the lowest number to the highest

empty-scale = the scale `{ $scale }` has no range
    .label = { $why ->
        [reversed] the lowest lies above the highest
       *[same] lowest and highest are the same
    }
    .help-reversed = write the lower of the two as `min`, the higher as `max`
    .help = give it at least two values, or a `min` below its `max`

band-order = { $direction ->
        [level] the edges do not rise with the levels
        [limits] the limits are not the lowest and the highest value
       *[other] the edges do not follow the direction `{ $direction }`
    }
    .label = out of order
    .help-levels = give each level a higher edge than the level below it has
    .direction = the direction
    .help-reversed = write `direction: { $opposite }`, or turn the edges round
    .help-nested = each range lies inside that of the level below, and is narrower
    .help = edges rise with the level where higher is better, and fall where lower is better
    .help-range = write the lowest and the highest value: `[70%, 90%]`

no-weight = every weight of `{ $id }` is zero
    .label = nothing is left to count
    .help = give at least one of its parts a weight above zero

duplicate-assessment =
    { $kind ->
        [respondent] `{ $respondent }` answers `{ $rubric }` twice on { $date }
        [rater] `{ $respondent }` is rated twice by `{ $rubric }` on { $date }, by the same rater
        [consensus] two files say what was agreed about `{ $rubric }` on { $date }
        [nameless] `{ $rubric }` has several files on { $date }, and this one does not say whose answers it holds
       *[twice] `{ $rubric }` is assessed twice on { $date }
    }
    .label =
        { $kind ->
            [nameless] whose answers?
           *[twice] again
        }
    .first =
        { $kind ->
            [nameless] another file of the same date
           *[twice] first here
        }
    .help = if it is one assessment, keep one file or change its date; if several people answered, name each with `respondent:`; if it is two areas, give each a folder with its own regua.yaml: in one workspace they would become one result
    .help-rater = keep one of the two, or change its date or who rated (`by`)
    .help-respondent = keep one of the two, or say who else answered with `respondent:`
    .help-consensus = keep one of the two; a file with one person’s answers says `respondent:` instead
    .help-nameless = say who answered with `respondent:`; if it is what everybody agreed on, write `consensus: true`; if it is about another area, put it in a folder with its own regua.yaml

respondents-differ =
    { $kind ->
        [version] the respondents of { $date } answer different versions of `{ $rubric }`
       *[scope] the respondents of { $date } answer `{ $rubric }` for different scopes
    }
    .label = this one here
    .first = another one here
    .help-scope = their answers are combined into one: write the same scope, or give each its own date; give each area a folder with its own regua.yaml
    .help-version = their answers are combined into one: have everybody answer the same version

folder-date = this file is dated { $date }, and lies in the folder of { $bound }
    .label = another date than its folder’s
    .help = it is not part of the assessment of that folder: mend the date, or move the file to `{ $right }`

folder-cycle = the plan of this cycle lies in the folder `{ $folder }`
    .label = another cycle than its folder’s
    .help = mend the cycle, or move the folder’s files to `{ $right }`

duplicate-reading = { $what ->
        [overlap] this service level has a reading that shares days with this one
        [service-level] this service level has a reading for this period already
       *[kpi] this KPI has a reading for this period and segment already
    }
    .label = { $what ->
        [overlap] the days they share would count twice
       *[kpi] again
    }
    .first = { $what ->
        [overlap] the other
       *[kpi] first here
    }
    .help-overlap = keep the shorter periods or the longer one
    .help = remove one, or mark the correction with `revises`
    .help-import = the file has another value for it: to correct it, give `--revises` too
    .help-import-twice = the file has two values for one period: keep one of the two, or name what parts them with `--segment-column`
    .help-record = nothing to do if it says the same; to correct it, give `--revises` too

cannot-pool = the readings of `{ $kpi }` for this period cannot be made into one
    .label = one of several segments
    .help-mean = give every segment its number of cases, `n`
    .help-ratio = give every segment `numerator` and `denominator`, or its number of cases, `n`
    .help-as-ratio = they are counts: with `aggregate: ratio` in the definition of the KPI they become one
    .help-last = give one reading for the whole, without `segment`; or say in the definition of the KPI how parts become one, such as `aggregate: sum`
    .help-axes = cut the readings of a period one way: by channel or by region, not both

target-is-baseline = target and baseline are the same: { $value }
    .label = nothing to reach
    .help = correct one of them; to hold a value, write `kind: keep`

wrong-direction = { $from ->
        [none] this says `{ $stated }`, the target `{ $to }` goes the other way
       *[other] this says `{ $stated }`, but the way is from { $from } to { $to }
    }
    .label = the other way
    .help = correct it, or leave `kind` out: the direction follows from baseline and target

ambiguous-target = `{ $written }` of a percentage can be read in two ways
    .label = points, or a share?
    .help = write `{ $points }` for percentage points, `{ $times }` for a share of the baseline
    .help-values = write `{ $points }` for percentage points ({ $by_points }), `{ $times }` for a share of the baseline ({ $by_times })

check-in-kind = the key result `{ $key_result }` takes no `{ $given }`
    .label = cannot be said of it
    .help = check it in with `{ $allowed }`
    .help-kpi = its values are the readings of its KPI: record one there, and keep confidence and note here
    .help-score = its values are the scores of assessments: keep confidence and note here
    .help-service-level = its values are the shares of its service level: record readings there, and keep confidence and note here
    .help-baseline = only a baseline that is measured is frozen by a check-in; this one is stated in the plan, or there is none

closing-figures = { $what ->
        [cycle] the closing is of `{ $written }`, the plan of `{ $expected }`
        [as-of] the figures are of { $written }, after the day of the closing
        [grade] a progress of { $progress_figure } is graded { $expected_figure }, not { $written_figure }
       *[progress] from baseline, target and value the progress is { $expected_figure }, not { $written_figure }
    }
    .label = does not follow
    .help-cycle = a closing belongs beside the plan of its own cycle
    .help-as-of = `closed` is the day of closing, `as_of` the day whose figures it keeps
    .help-figures = what was closed is not edited by hand: restore the line; to close anew, remove the file and run `regua okr close` again

changed-after-close = { $what ->
        [gone] `{ $id }` was closed, and the plan holds it no longer
        [added] `{ $id }` was added after the cycle was closed: it has no grade
        [baseline] `{ $id }` was closed with the baseline { $before_quantity }; by the files it is { $now_quantity } now
        [target] `{ $id }` was closed with the target { $before_quantity }; by the files it is { $now_quantity } now
        [value] `{ $id }` was closed at { $before_quantity }; by the files it is { $now_quantity } now
       *[progress] `{ $id }` was closed with a progress of { $before_share }; by the files it is { $now_share } now
    }
    .label = { $what ->
        [added] not in the closing
       *[other] closed so
    }
    .closed = closed here
    .now = this says otherwise
    .help = what was closed stands, and no figure has changed; to grade anew, remove closing.yaml and close again
    .help-gone = put it back: the plan of a closed cycle is what its grades were given for
    .help-added = plan it in a cycle that runs

check-in-after-close = `{ $cycle }` was closed on { $closed }: this row counts for nothing
    .label = too late
    .closed = closed here
    .help = write it in the cycle that goes on with the key result (`regua okr roll` carries it over)

no-retrospective = the committed objective `{ $id }` was closed with { $grade_figure }, and nothing says what was learned
    .label = missed
    .help = say it by `regua okr close { $cycle } --retrospective "{ $id }=…"`, or add `retrospective: …` here or to each key result that fell short

baseline-moved = the baseline of `{ $id }` was frozen at { $before_quantity }; its reading says { $now_quantity } now
    .label = frozen here
    .help = the frozen baseline stands; where the correction is right, write the new value here

contradiction = { $kind ->
        [absence_against_presence] `{ $one }` says that something is lacking, and `{ $other }` is largely met
        [conflicting_many] `{ $one }` cannot hold together with { $count } other answers: { $known }
        [absence_agreed] what was agreed contradicts the respondents’ answers: `{ $one }` says that something is lacking, and `{ $other }` is largely met
        [absence_together] taken together, the answers contradict each other: `{ $one }` says that something is lacking, and `{ $other }` is largely met
        [agreed] what was agreed contradicts the respondents’ answers: `{ $one }` and `{ $other }` cannot both hold
        [kpi_denies_all] `{ $one }`: the reading of `{ $other }` stands for `{ $worth }`; it agrees with none of the respondents
        [kpi_denies_answered] `{ $one }`: the reading of `{ $other }` stands for `{ $worth }`; it agrees with none of those who answered: { $known }
        [kpi_denies_answer] `{ $one }` and the reading of `{ $other }`, which stands for `{ $worth }`, cannot both hold
        [kpi_denies_some] `{ $one }`: the reading of `{ $other }` stands for `{ $worth }`; it contradicts { $known }, but does not contradict { $others }
        [readings] the readings that answer `{ $one }` and `{ $other }` contradict each other
        [together] taken together, the answers contradict each other: `{ $one }` and `{ $other }` cannot both hold
       *[conflicting_answers] `{ $one }` and `{ $other }` cannot both hold
    }
    .label = this says the one
    .other = this says the other
    .help = ask again, and correct the answer that is wrong
    .also = and so does this
    .help-kpi = the reading counts; leave the answer out, or correct the one that is wrong
    .help-kpi-several = the reading counts; ask why they see it otherwise, or correct the reading if that is wrong
    .help-agreed = correct what was agreed, or agree on the other question too, in the file with `consensus: true`
    .help-reading = a reading says otherwise, and it counts: ask again, and correct the answer, or the reading if that is wrong
    .help-readings = both are readings, and readings count: correct whichever is wrong, or the bands of its KPI
    .help-together = no single respondent contradicts themselves: discuss it, and write what you agree on in a file with `consensus: true`

level-out-of-range = `{ $skill }` has no level { $level }
    .label = it is described from level { $lowest } to level { $highest }
    .help = choose a level from { $lowest } to { $highest }; whoever is past the top of a skill grows in a related one

missing-evidence = `{ $one }` needs evidence, and has none
    .label = no evidence stands beside this answer
    .help = write `{"{"}choice: …, evidence: [{"{"}title: …, href: …, date: …{"}"}]{"}"}`

stale-evidence = all evidence of `{ $one }` is older than the rubric allows
    .label = out of date on { $date }
    .help = look again, and add what shows it today, with its date

band-hole = the bands skip { $count ->
        [one] level { $levels }
       *[other] levels { $levels }
    }
    .label = from level { $last } straight to { $next }
    .help = write where { $count ->
        [one] level { $levels } begins
       *[other] levels { $levels } begin
    }; until then the way from { $last } to { $next } is divided evenly

unused-bands = { $why ->
        [no-levels] these bands count for nothing: the rubric has no levels
        [floor] level { $level } lies below the floor, which is held anyway
       *[no-direction] the bands of this KPI count for nothing: it has no direction
    }
    .label = { $why ->
        [no-levels] no level begins here
        [floor] below the floor
       *[no-direction] which way is better?
    }
    .bands = not used
    .help-rising = write `direction: higher`, or remove the bands if the KPI only informs
    .help-falling = write `direction: lower`, or remove the bands if the KPI only informs
    .help-range = write `direction: range`, or remove the bands if the KPI only informs
    .help-levels = define `levels:`, or remove the bands
    .help-floor = begin the bands at level { $floor } or above
    .help = write `direction: higher` or `direction: lower`, or remove the bands

kpi-cannot-answer = `{ $kpi }` answers no question: it has no bands
    .label = never answers
    .kpi = no bands here
    .help = give the KPI bands, or leave `kpi` out: then people answer

share-above-whole = { $what ->
        [counts] { $numerator } of { $denominator } is more than all of them: the reading of `{ $kpi }` is above 100%
       *[value] { $written }% of `{ $kpi }` is more than all of it
    }
    .label = { $what ->
        [counts] more than the denominator
       *[value] above 100%
    }
    .help = see whether the two counts are swapped; where more than 100% can be, give the KPI a band or a target above it
    .help-value = correct it; where more than 100% can be, give the KPI a band or a target above it

implausible-value = { $what ->
        [share] `{ $written }` is read as { $written }%, less than one in a hundred
        [far] { $written } is more than ten times anything between { $from } and { $to }
       *[negative] { $written } of `{ $kpi }` is less than nothing
    }
    .label = { $what ->
        [share] a share, or a percentage?
        [far] far beyond the target
       *[negative] below zero
    }
    .help-share = write `{ $percent }%` if that is meant, or `{ $written }%` if it is so little
    .help-far = correct the row if it is a slip, or take it out of the file
    .help-negative = correct it; where less than zero can be, say so in the KPI, such as `limits: [-10, 10]`

segments-disagree = { $what ->
        [names] `{ $first }` and `{ $second }` look like one part under two names
        [missing] `{ $segment }` is missing here: `{ $kpi }` is pooled without it
       *[total] the parts of `{ $kpi }` come to { $sum }, the whole is { $written }
    }
    .label = { $what ->
        [names] the second name
        [missing] a part of this period
       *[total] this one counts
    }
    .part = the first of its parts
    .first-name = the first name
    .last = its last reading
    .help-names = write the same name for both: under two names they are never read together
    .help-missing = record it too: until then, what rises or falls may be what is missing
    .help-total = correct what is wrong; beside a reading of the whole, those of parts change no figure

level-without-criteria = no criterion counts towards level { $level }
    .label = asks nothing
    .help = give it criteria, or remove it: until then it stands or falls with level { $next }
    .help-top = give it criteria, or remove it: no score goes beyond { $top }

unreachable-level = { $why ->
        [empty] level { $level } can never be held: no criterion counts towards it
        [flat] no level can be reached: no criterion names one above the floor
        [band] level { $level } can never be held: the best answers make a score of { $best_figure }
        [kpi] level { $level } can never be held: the best reading of `{ $kpi }` falls short
       *[short] level { $level } can never be held: the best answers to `{ $criterion }` fall short
    }
    .label = { $why ->
        [empty] asks nothing
        [flat] nobody gets above the floor
        [band] no score gets here
       *[short] `{ $key }` asks for `{ $asked }`
    }
    .help-flat = write `level: …` in the criteria, or `method: none` to give scores alone
    .bands = the last band
    .help-band = write { $best } or less, or a scale whose best choice is worth more
    .help-kpi = give the KPI bands up to the highest level, or ask for less
    .help-scale = give the scale `{ $scale }` a choice worth 1, or ask for less
    .help = give it criteria, or remove it

asks-nothing = { $what ->
        [share] a share of 0 asks for no criterion
        [met-at] 0 is reached by any answer
       *[floor] the floor is the highest level: there is nothing to reach
    }
    .label = { $what ->
        [floor] no level above it
       *[other] asks nothing
    }
    .help-share = write a share above 0, such as `share: 0.8`
    .help-met-at = write `partially`, `largely`, `fully`, or a number above 0
    .help-floor = write a lower level, or `none`

unused-rule = nothing uses { $rules }: { $why ->
        [no-levels] the rubric has no levels
        [no-method] the method is `none`
        [banded] with `method: banded` the score makes the levels
        [highest] the method `highest` does not look at lower levels
       *[no-children] no dimension stands below this one
    }
    .label = no effect
    .help = remove what has no effect

unused-weight = nothing uses this weight: { $why ->
        [no-aggregate] the score above is computed from all criteria
        [aggregate] the dimensions are not combined by weight
        [absence] an absence never counts
        [only-question] it is the only question
        [own-kpi] only the KPIs of a rubric count in a score
        [no-bands] the KPI has no bands
       *[no-kpi] no KPI of the rubric has bands
    }
    .label = no effect
    .help-rubric = combine the dimensions by `aggregate: mean` under `rules:`, or remove the weight
    .help-dimension = combine them by `aggregate: mean` in the dimension above, or remove the weight
    .help-aggregate = combine them by `mean`, or remove the weight
    .help-question = remove it, or give it to the criterion
    .help-bands = give the KPI bands, or remove the weight
    .help-kpi = give a KPI bands, or remove `kpi_weight`
    .help = remove it

uncounted-criterion = { $why ->
        [floor] this criterion is left out of the overall result: level { $level } is held with nothing satisfied
        [no-level] this criterion is left out of the overall result: it names no level, and others do
       *[aggregate] this criterion is left out of the score of `{ $dimension }`, which combines the dimensions below it
    }
    .label = not counted
    .help-floor = give it a level above the floor, or `polarity: absence` if it describes a lack
    .help-level = write `level: …`
    .help-aggregate = move it into one of those dimensions, or remove `aggregate`

absence-above-floor = { $others ->
        [none] level { $level } asks for nothing: its criteria only describe what is lacking
       *[some] level { $level } never asks for this: it describes a lack
    }
    .label = an absence
    .help-floor = write `level: { $floor }`, or say what should be there instead, without `polarity: absence`
    .help = say what should be there instead, without `polarity: absence`

empty-dimension = nothing belongs to this dimension
    .label = empty
    .help = name it in a criterion, or remove it

missing-translation = { $language ->
        [en] { $count ->
            [one] a text is
           *[other] { $count } texts are
        } not in English, only in Portuguese
       *[other] { $count ->
            [one] a text is
           *[other] { $count } texts are
        } not in Portuguese, only in English
    }
    .label = here
    .more = and here
    .help = write `{ $language }: …` beside it; a text that needs no translation can be a plain string

coverage-fell = { $now_share } of `{ $rubric }` is answered here, and { $before_share } was the time before: what is open counts as unanswered
    .label = this assessment
    .before = the one before
    .help = go on with `regua ask { $rubric }`: `=` gives the answer of last time

target-below-current = the target is level { $target }, and level { $held } is held
    .label = below what is held
    .held = assessed here
    .help = aim higher, or remove the target

unreachable-target = level { $target } can never be held in `{ $dimension }`: its criteria end at level { $top }
    .label = out of reach
    .help = write { $top }, or give the dimension criteria for the levels above

overdue-target = the target was due by { $date }, and is not reached
    .label = has passed
    .latest = the latest assessment
    .help = assess again, or write a new date

few-key-results = { $count ->
        [0] this objective has no key result
       *[other] this objective hangs on a single key result
    }
    .label = { $count ->
        [0] how will you know?
       *[other] only one
    }
    .help = give it two to five key results: one number alone can be pushed at the cost of the others

many-key-results = this objective has { $count } key results
    .label = more than five
    .help = keep the five without which it is not reached; watch the others as KPIs, or split the objective

many-objectives = this cycle has { $count } objectives
    .label = more than five
    .help = choose up to five, and leave the others to a later cycle

activity-not-outcome = this key result is work, not what the work changes
    .label = an activity: `{ $verb }`
    .help = it can be done to the letter while nothing gets better: say which figure should move, from where to where

no-counterweight = this objective asks for speed, and nothing says what must not suffer for it
    .label = speed alone
    .help = set a key result of quality beside it, such as satisfaction, first contact resolution or errors, if only to keep (`kind: keep`)

met-at-baseline = the target was already met where this key result starts
    .label = not better than the baseline
    .baseline = starts here
    .help = aim beyond the baseline, or use `kind: keep` if it is to stay where it is

no-owner = nobody answers for this objective
    .label = without an owner
    .help = write `owner: name` here, or in each of its key results

no-source = nobody says where the figures of this key result are read
    .label = typed into check-ins
    .help = write `source: name of the report or system`; a figure that is followed for years does better as a KPI

due-outside-cycle = this key result is due after its cycle, which ends on { $bound }
    .label = after the end
    .help = aim at what can be reached by then and carry it on in the next cycle, or plan a longer cycle

needless-accepts = the advice `{ $advice }` is not given here
    .label = nothing to accept
    .help = remove it, so that the advice is heard when it is due

csv-shape = { $what ->
        [empty] the file has no header
        [quote] a quote that this line does not close
        [conflict] a merge conflict that is not resolved
       *[row] this row does not fit the header
    }
    .label = { $what ->
        [empty] nothing is here
        [quote] opens here, or stands alone
        [conflict] here
       *[row] cells: { $found }; the header has { $expected }
    }
    .help-foreign-empty = export it again: the first row names the columns
    .help-empty = begin with a line such as `kpi,period,value`
    .help-row = give it as many cells as the header has, with quotes around texts that hold the separator
    .help-conflict = keep one side, or both joined, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`
    .help-cut = if `{ $written }` is one number, write `{ $decimal }`: commas stand between cells here; else give the row as many cells as the header has
    .help-quote = close it on the same line; inside quotes write a quote twice

not-computed = a cycle has no file of this name
    .label = not read
    .help-cycle-file = a cycle is read from `plan.yaml`, `check-ins.yaml` and `closing.yaml`: move this text there, or the file elsewhere
    .help-near = did you mean `{ $near }`?

# What gates ask for, and what does not hold.
below-target = { $what ->
        [unassessed] level { $target } of `{ $rubric }` is aimed at, and nothing has been assessed yet
        [none] level { $target } of `{ $rubric }` is aimed at, and no level is held
        [none-of-dimension] level { $target } is aimed at in `{ $dimension }`, and no level is held
        [dimension] level { $target } is aimed at in `{ $dimension }`, and level { $held } is held
       *[whole] level { $target } of `{ $rubric }` is aimed at, and level { $held } is held
    }
    .label = not held yet
    .held = the latest assessment
    .help = `regua score` shows what stands between the two
    .help-assess = assess it, in a file under `assessments/`

below-level = { $what ->
        [unassessed] level { $level } of `{ $rubric }` is asked for, and nothing has been assessed yet
        [none] level { $level } of `{ $rubric }` is asked for, and no level is held
       *[held] level { $level } of `{ $rubric }` is asked for, and level { $held } is held
    }
    .label = { $what ->
        [unassessed] not assessed
       *[held] held by this assessment
    }
    .help-assess = assess it, in a file under `assessments/`
    .help = `regua score --target { $level }` shows what is lacking

low-coverage = { $what ->
        [unassessed] { $least_share } of `{ $rubric }` is to be answered, and nothing has been assessed yet
       *[some] { $least_share } of `{ $rubric }` is to be answered, and { $answered_share } is
    }
    .label = { $what ->
        [unassessed] not assessed
       *[some] this assessment has gaps
    }
    .help-assess = assess it, in a file under `assessments/`
    .help = answer what is open, or say `not_applicable` with a reason

kpi-off-target = `{ $kpi }` is at { $value_quantity }, and its target is { $target_quantity }
    .label = the latest reading
    .target = the target
    .help = `regua kpi show { $kpi }` says what it measures; where the target is no longer right, write a new one

service-level-missed = `{ $id }` was kept in { $kept_share } of cases, and the goal is { $goal_share }
    .label = the latest reading
    .goal = promised here
    .help = `regua explain service_levels/{ $id }` shows the cases window by window

stale-reading = the latest reading of `{ $kpi }` is of { $date }; it is measured { $frequency ->
        [daily] every day
        [weekly] every week
        [fortnightly] every two weeks
        [monthly] every month
        [quarterly] every quarter
        [half-yearly] every half-year
       *[yearly] every year
    }
    .label = nothing newer
    .help = record a new reading with `regua kpi record`, or write how often it is really measured

stale-key-result = nothing new has been heard of `{ $id }` since { $since_date }
    .label = gone quiet
    .help = check it in: `regua okr check-in { $cycle }/{ $id } …`

behind = `{ $id }` is behind: { $progress_share } of the way, where { $expected_share } is expected
    .label = behind its pace
    .help = `regua explain { $cycle }/{ $id }` shows why

at-risk = `{ $id }` is at risk: { $progress_share } of the way, where { $expected_share } is expected
    .label = far behind its pace
    .help = `regua explain { $cycle }/{ $id }` shows why

missed = `{ $id }` was due by { $date }, and is { $progress_share } of the way
    .label = not reached
    .help = close the cycle with `regua okr close { $cycle }`, or record what was reached by then

no-data = nothing has been measured of `{ $id }`
    .label = no value yet
    .help = check it in: `regua okr check-in { $cycle }/{ $id } …`, or record a reading of its KPI

no-baseline = `{ $id }` has no value to start from
    .label = from where?
    .help = write `baseline: …`, or record the reading that it begins with

regressed = `{ $id }` is worse than at its start: { $progress_share } of the way
    .label = going backwards
    .help = `regua explain { $cycle }/{ $id }` shows why

confidence-conflict = { $status ->
        [at_risk] `{ $id }` is at risk, and the latest check-in says { $confidence } of 10
       *[on_track] `{ $id }` is on track, and the latest check-in says { $confidence } of 10
    }
    .label = the figures and the team disagree
    .help = ask the team what the figures do not show

confidence-drop = confidence in `{ $id }` fell from { $before } to { $confidence }
    .label = what has happened?
    .help = ask before it shows in the figures

# Labels that a problem of any code may have, where an overlay has a part in it.
changed-by-overlay = changed here
beside-overlay = no longer fits
hidden-here = hidden here

# Below a problem that stands several times in one file with the same words.
repeated = { $count ->
        [one] the same on 1 more line: { $lines }
       *[other] the same on { $count } more lines: { $lines }
    }
folded = { $count } more `{ $code }` in this file, on lines { $lines }; `regua check --format json` has them all
severity-note = note
