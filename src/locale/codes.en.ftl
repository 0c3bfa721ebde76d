# The page of each code: what is wrong, .why it is told, how to .mend it. One screen with its example, in whole sentences.

page-yaml-syntax = The file is not valid YAML from this place on.
    .why = YAML leans on spaces, quotes and colons. One that is off changes what the lines below mean, so nothing of the file is guessed.
    .mend = Compare the line with those around it. A text that holds a colon, or begins with a mark such as `*` or `@`, goes in quotes.

page-yaml-feature = The file uses a part of YAML that is not read here.
    .why = Tags, several documents in one file, aliases that hold themselves and characters nobody can see make a file say something other than what people read in it.
    .mend = Write the value plainly, keep one document in a file, and remove what cannot be seen.

page-yaml-budget = The file is larger, deeper or more repetitive than any honest one.
    .why = A small file can unfold into one that fills the memory. The limits stop it long before, and no real workspace comes near them.
    .mend = Split a large file: any number of files is read. Look for brackets too many, and write repeated values out.

page-not-utf8 = The file is not UTF-8 text.
    .why = Spreadsheets and old editors save accents in other ways. Guessing which would turn São Paulo into something else.
    .mend = Save the file again with the encoding UTF-8; spreadsheets call it CSV UTF-8.

page-missing-file = A file that belongs here is missing.
    .why = Something names it, or its folder cannot be read without it: a cycle without its plan has nothing to follow. For files named as evidence `regua check` alone looks.
    .mend = Create the file, correct the name where it is mentioned, or remove what mentions it.

page-unread-file = A file looks meant to be read, and nothing reads it.
    .why = A folder or an ending is spelled differently from those that are read. Silence would let an assessment be lost.
    .mend = Move or rename it: `assessments/`, `kpis/`, `okrs/<cycle>/`, `people/` and `rubrics/`, ending in `.yaml` (readings also in `.csv`).

page-outside-workspace = A path leads out of the workspace.
    .why = A workspace is copied, shared and checked by machines. What lies outside it would be missing there, and could be anybody's.
    .mend = Copy the file into the workspace and name it from there.

page-file-too-large = A file is larger than any of its kind needs to be.
    .why = A logo or template of this size would make each report slow and heavy to send.
    .mend = Make the image smaller; let a template use loops and pieces that it includes.

page-not-an-image = A file that should be an image is none.
    .why = A report carries the logo inside itself, so it must be one that every browser shows: PNG, JPEG or SVG.
    .mend = Export it again in one of the three, and name that file.

page-not-a-colour = This is not a colour.
    .why = Colours are written in one way, six digits behind a number sign, so that contrast can be computed. Without quotes YAML takes the sign for a comment.
    .mend = Write it as `"#7a3b12"`, quotes included.

page-low-contrast = The colour cannot be read on the pages it is for.
    .why = Text needs a contrast of 4.5 to its paper (WCAG 2.2 AA), on screens, beamers and for tired eyes.
    .mend = Take the shade that is suggested, or a darker one for light pages and a lighter one for dark pages.

page-template-syntax = A template cannot be understood.
    .why = A brace or word is off, so nobody can tell where text ends and a value begins. No page is written from it.
    .mend = Compare with the shipped template: `regua template show` prints it.

page-template-failed = A template fails on what it is given.
    .why = It asks for a value, filter or template that is not there. An empty place in a client's report would be worse than this message.
    .mend = Correct the name. `regua schema report` describes every value that a template receives.

page-template-stopped = A template would not end, or takes more than any report needs.
    .why = Templates run within limits of steps, memory and time, so that a slip does not hang the machine that builds the report.
    .mend = Look for a template that includes itself, or for a loop that grows what it runs over.

page-unused-template = No template uses this file.
    .why = Own templates replace shipped ones by their name, or are included by one that does. Under another name nothing happens, silently.
    .mend = Name it like the shipped one (`regua template list`), or include it from one of yours.

page-format-version = The file is written in a version of the format that is not read here.
    .why = A newer version may mean something else by the same words.
    .mend = Write `regua: 1`, or update the program if the file was made by a newer one.

page-duplicate-key = The same key stands twice in one place.
    .why = Only one of the two could count, and nobody sees which.
    .mend = Keep the one that is right.

page-unknown-key = A key that nothing reads.
    .why = A slip in a key would leave its value out without a word, and a figure would be wrong for it.
    .mend = Take the name that is suggested, or remove the key.

page-missing-key = A key that must be there is missing, or has no value.
    .why = Without it the entry has no meaning: a reading needs its period, an assessment its date.
    .mend = Add the key with its value.

page-wrong-shape = A list, a mapping or a single value stands where another of them belongs.
    .why = The three are read in different ways, and YAML cannot tell which was meant.
    .mend = Begin each entry of a list with a dash or use `[ ]`; write mappings as `key: value`; a single value stands alone.

page-keys-disagree = Two keys exclude each other, or one lacks the other that it goes with.
    .why = Each says something else about the same thing, such as two sources for one key result. Choosing one would be a guess.
    .mend = Keep the one that is meant.

page-not-an-id = This is not an identifier.
    .why = Ids are named in other files, addresses and command lines, so they are small letters, digits and single hyphens.
    .mend = Write waiting-time rather than Waiting Time. The title may say it as you like.

page-not-a-number = This is not a number that can be trusted.
    .why = Figures are exact here. Words, thousands separators and commas can be read in two ways, and a wrong guess is off by a thousand.
    .mend = Write digits with a point for decimals, such as 18.5, and the unit behind it.

page-out-of-range = The number is outside its range.
    .why = Confidence runs from 0 to 10, shares to 100%, weights from zero up. Beyond that a figure would mean nothing.
    .mend = Write a number from the range that is given.

page-not-a-boolean = Something else stands where `true` or `false` belongs.
    .why = YAML readers disagree on words such as `yes` and `on`. Two words leave no doubt.
    .mend = Write `true` or `false`.

page-not-a-date = This is not a date.
    .why = 03/04 is a day in March or in April, by who reads it. One order, year-month-day, is read the same by everybody.
    .mend = Write it as `2026-09-30`.

page-not-a-period = This is not a period or a length of time.
    .why = Figures are compared by periods, so these are written in one way each.
    .mend = Write `2026-Q3`, `2026-S2`, 2026, `2026-09`, `2026-W40`, `FY2026-Q1` or a date; a length as `3 months`.

page-unknown-word = The word is not one of those that this key takes.
    .why = Such keys choose among a few meanings. Another word would choose none of them.
    .mend = Take one of the words that are listed.

page-wrong-unit = The value is in a unit of another kind.
    .why = Minutes and hours are converted; percent and hours cannot be.
    .mend = Write the value in the unit of the KPI, or in one that converts to it.

page-ambiguous-value = The value can be read in two ways.
    .why = A unit, a period or a currency is missing or not the usual one, or `1.204` may be meant as 1204: both readings make sense.
    .mend = Write the value as the message shows. A point before three decimals is clear with a fourth, as in `1.2040`.

page-no-working-day = Working days meet hours, and nothing says how long a working day is.
    .why = A working day of 8 hours is not a day of 24: the difference is a factor of three.
    .mend = Write `working_day: 8h` in `regua.yaml`, with the hours of your own day.

page-future-date = The date has not come yet.
    .why = What is measured or answered lies in the past. A date to come is nearly always a slip in the year.
    .mend = Correct the date. What is planned belongs in a plan.

page-date-order = Dates stand in an order that cannot be.
    .why = A deadline before the cycle begins, or planned values that go back in time, give no expectation to hold progress against.
    .mend = Put the days in order, within the cycle.

page-duplicate-id = The id is taken by something else.
    .why = Answers, readings and check-ins name things by their id. With two of a name nobody knows which is meant.
    .mend = Give one of the two another id.

page-unknown-rubric = There is no rubric of this name.
    .why = It is neither among those that ship nor in the folder `rubrics/`, so there are no questions to hold the answers against.
    .mend = Take the name that is suggested; `regua rubric list` shows those that ship.

page-rubric-not-in-use = The rubric exists and is not in use in this workspace.
    .why = Only the rubrics listed in `regua.yaml` are scored and reported. An assessment by another would be left out.
    .mend = Add it to `rubrics:` in `regua.yaml`, or name one that is there.

page-rubric-version = The assessment was written for another version of the rubric.
    .why = Questions may have been renamed, added or taken out since, so the answers are read with care and the differences told.
    .mend = Look at what is named, answer what is new, then write the version of today.

page-unknown-part = An overlay changes something that the rubric does not have.
    .why = The change would have no effect, and you would believe that it had.
    .mend = Correct the id. To add something new, give it all that it must have.

page-parent-circle = Dimensions would stand inside one another, round and round.
    .why = A score of such a dimension would be computed from itself.
    .mend = Give one of them a parent that is not among them, or none.

page-hidden-in-use = An overlay takes away what the rubric still needs.
    .why = A criterion without its dimension or level, a question without its scale, cannot be scored.
    .mend = Change or hide in the overlay also what needs it, or leave it as it was.

page-hidden-by-overlay = Something is said of what an overlay hides.
    .why = Answers and readings of hidden parts count for nothing, which whoever wrote them may not know.
    .mend = Remove them, or remove `hide` from the overlay.

page-renamed = This is the former name of something.
    .why = It is still understood, so that old files read; in new files it spreads a name that is going away.
    .mend = Write the present name.

page-unknown-dimension = The rubric has no such dimension.
    .why = A target, a criterion or an objective points at nothing.
    .mend = Take one of the dimensions that are listed.

page-unknown-level = The rubric has no such level.
    .why = A level can only be aimed at, or be asked for by a criterion, where the rubric defines it.
    .mend = Take one of the levels that are listed.

page-unknown-scale = There is no such scale.
    .why = The scale says which answers there are and what each is worth. Without it an answer has no value.
    .mend = Take a built-in scale (`achievement`, `percent`, `yes-no`, `five-point`) or one that the rubric defines.

page-unknown-question = The rubric asks no such question.
    .why = The answer would count for nothing.
    .mend = Correct the name. A criterion with several questions is answered as `criterion.question`.

page-self-conflict = A question is said to be in conflict with itself.
    .why = It would contradict itself whenever it is answered.
    .mend = Name the other question, or leave `conflicts_with` out.

page-unknown-choice = The scale does not offer this answer.
    .why = Only choices have a value. Another word would be no answer at all.
    .mend = Take one of the choices that are listed, or `unknown`.

page-unknown-kpi = There is no such KPI.
    .why = A reading, question or key result hangs on a KPI that nothing defines, so its unit and direction are not known.
    .mend = Take the name that is suggested, or define it under `kpis:`.

page-unknown-service-level = There is no such service level.
    .why = The cases cannot be held against any promise.
    .mend = Take the name that is suggested, or define it under `service_levels:`.

page-unknown-objective = No plan has this objective.
    .why = The tree of who supports whom would have a loose end.
    .mend = Write cycle and id, such as `2026-Q3/good-bread`, as they stand in the plan.

page-unknown-workspace = `regua.yaml` names no workspace like this.
    .why = What is supported lies in another workspace, and nothing says where that is.
    .mend = Name it in `regua.yaml` under `workspaces:`, with its folder.

page-support-circle = Objectives end up supporting themselves.
    .why = Somebody must be at the top: in a circle nothing is.
    .mend = Take `supports` out of the highest of them.

page-unknown-key-result = The plan has no such key result.
    .why = A check-in or an amendment of something that nobody planned is lost.
    .mend = Take the id that stands in the plan of the cycle.

page-unknown-milestone = The key result has no such milestone.
    .why = Progress is the weight of the milestones that are done; this one is not among them.
    .mend = Take the id that stands in the plan.

page-unknown-skill = No rubric in use rates this skill.
    .why = A role can only ask for what somebody can be rated in.
    .mend = Correct the skill, or add a rubric that rates it to `rubrics:`.

page-not-of-a-person = An assessment names a person where the rubric rates none, or names none where it rates persons.
    .why = An organisation's maturity and a person's skill are different figures; one in the place of the other misleads.
    .mend = Remove `person:`, or add `person:` and `by:` for a rubric of a skill.

page-unknown-role = Nobody defines this role.
    .why = Gaps are what a role asks for less what is held. Without the role there is nothing to compare with.
    .mend = Take the id that stands under `roles:`, or define it there.

page-unknown-person = Nobody defines this person.
    .why = Ratings of somebody who is not in the team appear nowhere.
    .mend = Take the id that stands under `people:`, or add the person there.

page-level-order = The numbers of the levels do not rise.
    .why = Levels build on one another. Out of order, nobody knows which comes next.
    .mend = List them from the lowest number to the highest.

page-empty-scale = The scale leaves no range.
    .why = When all answers are worth the same, or the lowest lies above the highest, no answer says anything.
    .mend = Give it two different values at least, or `min` below `max`.

page-band-order = The edges of the bands run against the KPI's direction.
    .why = Where lower is better each higher level begins at a lower value. Turned round, the best would score worst.
    .mend = Turn the edges, or the direction, round.

page-no-weight = All weights are zero.
    .why = A mean without any weight is no number.
    .mend = Give at least one of the parts a weight above zero.

page-duplicate-assessment = Two files answer for the same rubric, date and respondent.
    .why = Only one could count, or both would count twice.
    .mend = Keep one, correct its date, or say with `respondent:` who answered each. Two areas are no two respondents, since their answers would become one result: give each a folder with its own `regua.yaml`. `docs/en/howto/group.md` tells how to bring the areas of a group together.

page-respondents-differ = The respondents of one assessment looked at different things.
    .why = Their answers are combined into one. Of two shops or two versions, the mix would describe neither.
    .mend = Write the same scope and version in each, or give each its own date.

page-folder-date = An assessment lies in the folder of another day.
    .why = Files of one folder are the respondents of one date. This one is counted apart, which is rarely meant.
    .mend = Correct the date, or move the file.

page-folder-cycle = A plan lies in the folder of another cycle.
    .why = People look for a cycle by its folder, and find another one there.
    .mend = Correct `cycle:`, or move the files to the folder of its name.

page-duplicate-reading = There is a reading for this KPI, period and segment already.
    .why = Two values for one month would make the series jump by who is read last.
    .mend = Remove one; if it corrects the other, give the reason in its `revises`.

page-cannot-pool = The readings of one period cannot be made into one.
    .why = The mean of two shares is wrong unless it is known how many cases each stands for.
    .mend = Give each segment its cases (`n`, or `numerator` and `denominator`), or one reading for the whole.

page-target-is-baseline = Target and baseline are the same.
    .why = There is no way to go, and progress would divide by zero.
    .mend = Correct one of the two; to hold a value, write `kind: keep`.

page-wrong-direction = The direction that is stated is not the one from baseline to target.
    .why = One of the three is a slip, and progress would have the wrong sign.
    .mend = Leave `kind` out, since it follows from the two, or correct the value.

page-ambiguous-target = A relative target of a percentage can be read in two ways.
    .why = From 40%, `+20%` is 60% in points and 48% as a share.
    .mend = Write `+20pp` for percentage points, or `x1.2` for a share of the baseline.

page-check-in-kind = The check-in says something that its key result cannot take.
    .why = A key result with a KPI takes its values from readings; a second source would tell another story.
    .mend = Keep confidence and note, and record the value where it is read.

page-closing-figures = Figures of a closing do not follow from one another.
    .why = What was closed is a record that people rely on. A grade that its progress does not give was changed by hand.
    .mend = Restore the line. To close anew, remove the file and run `regua okr close`.

page-changed-after-close = Something differs from what the cycle was closed with.
    .why = The closing stands and no figure changes, but plan and record now tell two stories.
    .mend = Put it back, or close anew if the grade itself was wrong.

page-check-in-after-close = A check-in is later than the closing of its cycle.
    .why = The figures are frozen: the row counts for nothing.
    .mend = Write it in the cycle that carries the key result on; `regua okr roll` does that.

page-no-retrospective = A commitment was missed, and nobody has said what was learned.
    .why = A committed objective needs 1.0. What it taught is worth more than the grade.
    .mend = Say it by `regua okr close CYCLE --retrospective ID=TEXT`, also when the cycle is closed; or add `retrospective:` to the objective, or to each key result that fell short.

page-baseline-moved = A baseline is measured otherwise now than when it was frozen.
    .why = The reading was corrected later. The frozen value stands, so that progress does not jump.
    .mend = Leave it, or write the new value where the baseline was frozen.

page-contradiction = Two answers, an answer and a reading, or two readings cannot both hold.
    .why = One of them is wrong, and the score rests on it.
    .mend = Ask again, and correct the one that is wrong. Where only the answers of several contradict each other, taken together, discuss it.

page-level-out-of-range = The skill has no such level.
    .why = A skill is described for some levels of responsibility only. Beyond them nobody can be rated.
    .mend = Choose a level from the range that is given.

page-missing-evidence = An answer must be shown, and nothing shows it.
    .why = The rubric asks for evidence here, so that the answer holds when somebody doubts it.
    .mend = Add `evidence:` with a title, a link and a date.

page-stale-evidence = All evidence of an answer is older than the rubric allows.
    .why = What was true then may no longer be.
    .mend = Look again, and add what shows it today.

page-band-hole = The bands skip a level.
    .why = Between the two edges the way is divided evenly, which nobody has decided.
    .mend = Write where the skipped level begins.

page-share-above-whole = A share of cases is above all of them.
    .why = More solved than received is mostly two counts swapped, or a slip of the hand.
    .mend = Swap them back. Where it can be true, give the KPI a band or target above 100%.

page-implausible-value = A value that can hardly be.
    .why = Less than no time, a share written where a percentage belongs, or ten times the target is mostly a slip, and would be scored as it stands.
    .mend = Correct it. What may lie below zero says so in the KPI's `limits`; a small percentage keeps its sign: `0.82%`.

page-segments-disagree = Segments that do not fit together.
    .why = Parts that come to more than the whole, a part left out for a month or one under two names make figures that nobody meant.
    .mend = Correct the counts, add the missing reading, or give the part one name in all of them.

page-unused-bands = Bands that count for nothing.
    .why = Without a direction, or without levels, nobody can say which side is better.
    .mend = Write `direction: higher`, `lower` or `range`, or remove the bands.

page-kpi-cannot-answer = A question is left to a KPI that has no bands.
    .why = A reading becomes an answer through bands. Without them the question stays open forever.
    .mend = Give the KPI bands, or leave `kpi` out of the question.

page-level-without-criteria = No criterion counts towards a level between others.
    .why = It stands or falls with the next level, so nobody can reach it by itself.
    .mend = Give it criteria, or remove it.

page-unreachable-level = No answers can reach this level.
    .why = People would work towards something that no report can ever show.
    .mend = Give it criteria that can be met, ask for less, or remove it.

page-asks-nothing = A rule that any answers satisfy.
    .why = The level would be given away.
    .mend = Ask for something above zero.

page-unused-rule = A rule that no figure looks at.
    .why = Whoever wrote it believes that it has an effect.
    .mend = Remove it, or choose the method that it belongs to.

page-unused-weight = A weight that no figure looks at.
    .why = Whoever wrote it believes that it counts.
    .mend = Remove it, or combine by `aggregate: mean` where it stands.

page-uncounted-criterion = A criterion that no score looks at.
    .why = It is answered in vain: its level is held anyway, or its dimension is computed from others.
    .mend = Give it a level above the floor, or move it to where it counts.

page-absence-above-floor = A criterion describes a lack at a level that must be earned.
    .why = A lack never raises a score, so the level does not ask for it.
    .mend = Put it at the floor, or say what should be there instead.

page-empty-dimension = Nothing belongs to this dimension.
    .why = It would stand in every report without a figure.
    .mend = Name it in a criterion, or remove it.

page-missing-translation = Some texts are in one of the two languages only.
    .why = In the other language a report would change tongue in mid-sentence.
    .mend = Write the other language beside it; a text that is the same in both is a plain string.

page-coverage-fell = The latest assessment answers less than half of what the one before it answered.
    .why = What is not answered in it counts as unanswered, whatever was said before: level and index fall while nobody works any worse.
    .mend = Answer the rest: `regua ask` shows what was answered last time, and `=` takes it over. To change one answer of the earlier assessment, write it into that file.

page-target-below-current = The target lies below what is held already.
    .why = Nobody can move towards it.
    .mend = Aim higher, or remove it.

page-unreachable-target = The target lies above what its dimension defines.
    .why = It can never be reached, however good the answers.
    .mend = Aim at the highest level of the dimension, or give it criteria above.

page-overdue-target = The day of a target has passed, and it is not held.
    .why = A date that has gone by no longer moves anybody.
    .mend = Assess again if it is held by now, or write a new date.

page-few-key-results = An objective has fewer than two key results.
    .why = One number alone can be pushed at the cost of all others.
    .mend = Give it two to five.

page-many-key-results = An objective has more than five key results.
    .why = Nobody keeps that many in mind, and none of them gets attention.
    .mend = Keep those without which it is not reached; watch the others as KPIs.

page-many-objectives = A cycle has more than five objectives.
    .why = When all is important, nothing comes first.
    .mend = Choose up to five, and leave the others to a later cycle.

page-activity-not-outcome = A key result is work rather than what the work changes.
    .why = It can be done to the letter while nothing gets better.
    .mend = Say which figure should move, from where to where.

page-no-counterweight = An objective asks for speed, and nothing says what must not suffer.
    .why = Speed alone is easily bought with quality.
    .mend = Set a key result of quality beside it, if only to keep.

page-met-at-baseline = The target was met before anybody began.
    .why = For this KPI the baseline is as good as the target, or better.
    .mend = Aim beyond it, or write `kind: keep`.

page-no-owner = Nobody answers for this objective.
    .why = What is everybody's is nobody's.
    .mend = Write one name in `owner:`.

page-no-source = Figures are typed in, and nobody says from where.
    .why = In half a year nobody can read them again.
    .mend = Write `source:` with the report or system, or make it a KPI.

page-due-outside-cycle = A key result outlasts its cycle.
    .why = When the cycle is closed it will be graded before its time.
    .mend = Aim at what can be reached by then, or plan a longer cycle.

page-needless-accepts = Advice is accepted where it is not given.
    .why = It would silence the advice on the day it is due.
    .mend = Remove it.

page-csv-shape = The CSV's header or a row cannot be read.
    .why = A comma within a text moves all that follows into the wrong column.
    .mend = Give the row as many cells as the header; put texts that hold the separator in quotes.

page-not-computed = A file in the folder of a cycle has a name that nothing reads.
    .why = What stands in it would count for nothing.
    .mend = Move its text to `plan.yaml`, `check-ins.yaml` or `closing.yaml`, or the file elsewhere.

page-below-target = A level that `regua.yaml` aims at is not held. Gate: `below-target`.
    .why = The gate was asked to fail while a target is open, whatever its date.
    .mend = `regua score` shows what blocks it. Where the target is too early, change it or drop the gate.

page-below-level = The level is below the one asked for. Gate: `below-level=3`.
    .why = A contract or a release may depend on a level, which is then not to be lost unnoticed.
    .mend = `regua score --target` shows what is lacking.

page-low-coverage = Less is answered than was asked for. Gate: `coverage=90%`.
    .why = A score over half of the questions may turn with the other half.
    .mend = Answer what is open, or say `not_applicable` with the reason.

page-kpi-off-target = A KPI's latest reading does not reach its target. Gate: `kpi-target`.
    .why = The gate holds each KPI that has a target against its latest value.
    .mend = Look at what moved it; where the target is no longer right, write a new one.

page-service-level-missed = A service level falls short of its goal. Gate: `service-level`.
    .why = In the latest window, fewer cases kept the promise than was agreed.
    .mend = `regua explain` shows the cases window by window.

page-stale-reading = Nothing new has come of a KPI. Gate: `stale`.
    .why = Its latest reading is older than one and a half times its frequency, and the figures still lean on it.
    .mend = Record a new reading, or write how often it is really measured.

page-stale-key-result = Nothing new has been heard of a key result. Gate: `stale`.
    .why = Neither a value nor a check-in for one and a half times its frequency: nobody knows how it stands.
    .mend = Check it in, if only with a confidence.

page-behind = A key result is behind its pace. Gate: `behind`.
    .why = Its progress is less than 0.9 of what is expected by today. The gate also fails on `at-risk` and `missed`.
    .mend = `regua explain` shows why; talk about it while there is time.

page-at-risk = A key result is far behind its pace. Gates: `at-risk`, `behind`.
    .why = Its progress is less than 0.7 of what is expected by today.
    .mend = Decide: help, a smaller target by an amendment with its reason, or drop it.

page-missed = A key result is past its last day and not reached. Gates: `missed`, `at-risk`, `behind`.
    .why = It stays open until its cycle is closed.
    .mend = Record what was reached by then, and close the cycle.

page-no-data = Nothing has been measured of a key result. Gate: `no-data`.
    .why = Without a value its progress counts as zero.
    .mend = Check it in, or record a reading of its KPI.

page-no-baseline = A key result has no value to start from. Gate: `no-baseline`.
    .why = A relative target of an unknown start says nothing yet.
    .mend = Write `baseline:`, or record the first reading.

page-regressed = A key result is worse than at its start. Gate: `regressed`.
    .why = Its progress is below zero.
    .mend = `regua explain` shows the values; ask what changed.

page-confidence-conflict = Confidence does not fit how a key result stands. Gate: `confidence-conflict`.
    .why = 8 or more while it is at risk, or 3 or less while it is on track: somebody knows what the figures do not.
    .mend = Ask, and write what you hear in the next check-in.

page-confidence-drop = Confidence fell by two points or more. Gate: `confidence-drop`.
    .why = A team often feels it before the figures show it.
    .mend = Ask what happened.
