# What manual pages and the reference of commands say beside the help of the commands.

manual-title = Manual of regua
manual-name = NAME
manual-synopsis = SYNOPSIS
manual-description = DESCRIPTION
manual-commands = COMMANDS
manual-arguments = ARGUMENTS
manual-options = OPTIONS
manual-common = COMMON OPTIONS
manual-exit = EXIT STATUS
manual-files = FILES
manual-environment = ENVIRONMENT
manual-examples = EXAMPLES
manual-see-also = SEE ALSO
manual-about = Maturity assessments, KPIs and objectives with their key results, kept as plain text files under version control. The program checks the files, computes every figure exactly, tells why each is what it is, and writes the report. `regua help TOPIC` tells about the concepts.
manual-concepts = The concepts behind it:
manual-exit-0 = All is fine.
manual-exit-1 = The files are fine, and something that --fail-on asks for does not hold.
manual-exit-2 = The files or the command line are wrong; the messages say where, and how to mend it.
manual-exit-3 = Something could not be read or written.
manual-files-list =
    regua.yaml: the organisation, its language, the rubrics in use and the levels aimed at; the folder that holds it is the workspace
    rubrics/: own rubrics, and overlays that change shipped ones
    assessments/: assessments, a file each
    kpis/: readings of KPIs, as YAML or CSV
    okrs/CYCLE/plan.yaml: objectives and key results of a cycle; check-ins.yaml and closing.yaml stand beside it
    people/: persons and roles
    templates/: own templates of the report
manual-environment-list =
    LC_ALL, LC_MESSAGES, LANG: the language, where neither --lang nor the workspace names one
    REGUA_BY: who checks in, where --by does not say
    NO_COLOR: set to anything: no colours
    COLUMNS: the width of the page, where there is no terminal

reference-title = Commands
reference-common = Common options
reference-concepts = ../concepts
reference-about = What every command does and takes: the text of its `--help`, with examples. The options listed with `regua` itself can be given to each of them. How a run may end is told by `regua help exit-codes`.

example-regua =
    Begin a workspace
    $ regua init
    See what is wrong with the files
    $ regua check
    See where things stand
    $ regua score
example-regua-init =
    Be asked what is needed, and begin here
    $ regua init
    Begin in a folder, without questions
    $ regua init bakery --organisation Bakery --rubric customer-service --yes
example-regua-ask =
    Go on with the questionnaire of the only rubric in use
    $ regua ask
    Answer as one of several
    $ regua ask customer-service --respondent ana
    Answer one question again
    $ regua ask customer-service --question basic-answers.answered
    Add the evidence that answers lack
    $ regua ask customer-service --evidence
    Rate somebody as their manager
    $ regua ask sfia-csmg --person bruno --by manager
example-regua-check =
    Check the workspace that one stands in
    $ regua check
    Fail where a key result is behind, or the level is below 3
    $ regua check --fail-on behind,below-level=3
    Write what a code host shows beside the lines
    $ regua check --format sarif > problems.sarif
example-regua-score =
    Level, scores and index, as of the last day of a quarter
    $ regua score --as-of 2026-09-30
    All figures, for another program
    $ regua score --format json
    What level 4 takes
    $ regua score --target 4
example-regua-explain =
    The figures that can be asked for
    $ regua explain
    Why the index is what it is
    $ regua explain index
    What is meant by a code that check shows
    $ regua explain unknown-key
example-regua-okr =
    Where the key results stand
    $ regua okr status
    Say where one of them stands
    $ regua okr check-in response-time 18h --confidence 7
example-regua-okr-status =
    The running cycles
    $ regua okr status
    What one person answers for
    $ regua okr status --owner ana
    A table for a document
    $ regua okr status --cycle 2026-Q4 --format md
example-regua-okr-tree =
    What serves what
    $ regua okr tree
    With the objectives of another workspace
    $ regua okr tree . ../group
example-regua-okr-check-in =
    Be asked for each key result that is due for an update
    $ regua okr check-in
    A value, with how likely the target is
    $ regua okr check-in response-time 18h --confidence 7 --note "Chat queue gone"
    A milestone
    $ regua okr check-in portal --milestone live
example-regua-okr-close =
    See how the cycle would be graded
    $ regua okr close 2026-Q3 --dry-run
    Close it
    $ regua okr close 2026-Q3 --by ana
example-regua-okr-roll =
    Plan the next cycle from what is unfinished
    $ regua okr roll 2026-Q3 --to 2026-Q4
example-regua-okr-suggest =
    Draft objectives from what the assessments lack
    $ regua okr suggest
    Write the draft as the plan of a quarter
    $ regua okr suggest --for 2027-Q1 --write
example-regua-okr-catalogue =
    Objectives that others set themselves
    $ regua okr catalogue
    Start a plan from one
    $ regua okr catalogue faster-service --for 2027-Q1 --format yaml
example-regua-kpi =
    The KPIs at hand
    $ regua kpi list
    What one counts
    $ regua kpi show first-contact-resolution
example-regua-kpi-list =
    The KPIs at hand
    $ regua kpi list
example-regua-kpi-show =
    How a KPI is counted, and where its levels begin
    $ regua kpi show mean-response-time
example-regua-kpi-record =
    The value of a month
    $ regua kpi record csat 82% --period 2026-09
    A ratio by its counts, for a part of the population
    $ regua kpi record first-contact-resolution --numerator 1220 --denominator 1830 --segment channel=chat
example-regua-kpi-import =
    See what a help desk's export would add
    $ regua kpi import tickets.csv --kpi csat --column value=Rating --dry-run
example-regua-people =
    Who holds which level, and what their roles ask for
    $ regua people
example-regua-compare =
    What moved between two cycles
    $ regua compare 2026-Q2 2026-Q3
    What moved between two assessments
    $ regua compare customer-service@2026-03-31 customer-service@2026-09-30
example-regua-report =
    The report as HTML and Markdown, in report/
    $ regua report
    One page as PDF, in Portuguese
    $ regua report --summary --format pdf --lang pt-BR
example-regua-badge =
    The level, as a small picture
    $ regua badge -o level.svg
    The progress of a cycle
    $ regua badge --cycle 2026-Q4 -o okrs.svg
example-regua-template =
    The pieces of the report
    $ regua template list
example-regua-template-list =
    The pieces of the report
    $ regua template list
example-regua-template-show =
    The cover, as shipped
    $ regua template show report/cover.html.j2
example-regua-template-eject =
    Make the cover one's own
    $ regua template eject report/cover.html.j2
example-regua-rubric =
    The rubrics at hand
    $ regua rubric list
example-regua-rubric-list =
    The rubrics at hand
    $ regua rubric list
example-regua-rubric-show =
    A questionnaire to print
    $ regua rubric show customer-service --format md > questionnaire.md
example-regua-schema =
    The schema of the report's model
    $ regua schema report > report.json
example-regua-completions =
    For bash, in ~/.bashrc: eval "$(regua completions bash)"; for zsh, in ~/.zshrc after compinit: source <(regua completions zsh). For fish
    $ regua completions fish > ~/.config/fish/completions/regua.fish
    For PowerShell, in $PROFILE
    $ regua completions powershell | Out-String | Invoke-Expression
example-regua-man =
    Install the pages for oneself
    $ regua man ~/.local/share/man
example-regua-help =
    What the levels mean
    $ regua help levels
    What a command takes
    $ regua help okr check-in
