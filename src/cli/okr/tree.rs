//! `regua okr tree`: what serves what, over cycles and workspaces.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::markdown;
use crate::cli::Folder;
use crate::cli::context::{Context, Failure};
use crate::cli::table;
use crate::locale::{Locale, NO_VALUE, Word};
use crate::model::{GradeBand, Workspace};
use crate::read;
use crate::report::tree::TreeDocument;
use crate::score::alignment::{Absence, Absent, Link, Member, Node, Orphan};
use crate::score::{self, Alignment, Scores, Status};
use crate::workspace::{self, Root};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "DIR")]
    folders: Vec<PathBuf>,
    #[arg(long, value_name = "CYCLE")]
    cycle: Option<String>,
    #[arg(long = "format", value_name = "FORMAT", default_value = "text")]
    tree_format: TreeFormat,
}

/// How the tree is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum TreeFormat {
    Text,
    Md,
    Json,
}

pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Failure> {
    let found = Found::from(&args.folders, context)?;
    let members = found.members();
    let alignment = Alignment::of(&members);
    let kept = match &args.cycle {
        None => None,
        Some(cycle) => match alignment.around(&members, cycle) {
            Some(kept) => Some(kept),
            None => return Err(no_such_cycle(cycle, &members, context)),
        },
    };
    let view = View {
        members: &members,
        alignment: &alignment,
        kept: kept.as_ref(),
        locale: &context.locale,
        width: context.width,
    };
    let text = match args.tree_format {
        TreeFormat::Text => view.text(),
        TreeFormat::Md => view.markdown(),
        TreeFormat::Json => {
            let language = context.locale.language();
            let document = TreeDocument::new(&members, &alignment, kept.as_ref(), language);
            let json = serde_json::to_string_pretty(&document).map_err(anyhow::Error::new)?;
            format!("{json}\n")
        }
    };
    write!(context.out, "{text}")?;
    Ok(())
}

fn no_such_cycle(cycle: &str, members: &[Member<'_>], context: &mut Context<'_>) -> Failure {
    let mut known: Vec<&str> = Vec::new();
    for own in members.iter().flat_map(|member| &member.workspace.cycles) {
        if !known.contains(&own.id.as_str()) {
            known.push(&own.id);
        }
    }
    super::refuse_cycle(cycle, &known, context)
}

/// A workspace that was read.
struct Reached {
    root: Root,
    identity: PathBuf,
    workspace: Workspace,
    scores: Scores,
    links: Vec<(String, Link)>,
    /// The name that the first to name it gives it.
    name: Option<String>,
}

/// The workspaces that the command line names, and all that they name, each once.
struct Found {
    reached: Vec<Reached>,
    /// How many of them the command line names.
    asked_for: usize,
}

impl Found {
    fn from(folders: &[PathBuf], context: &mut Context<'_>) -> Result<Found, Failure> {
        let mut found = Found {
            reached: Vec::new(),
            asked_for: 0,
        };
        let named: Vec<Option<PathBuf>> = match folders {
            [] => vec![None],
            folders => folders.iter().cloned().map(Some).collect(),
        };
        for folder in named {
            let loaded = context.load(&Folder { folder })?;
            let identity = workspace::identity(&loaded.root);
            if found.position(&identity).is_none() {
                found.add(loaded.root, identity, loaded.workspace, loaded.scores);
            }
        }
        found.asked_for = found.reached.len();
        found.follow(context)?;
        Ok(found)
    }

    fn position(&self, identity: &Path) -> Option<usize> {
        self.reached.iter().position(|own| own.identity == identity)
    }

    fn add(&mut self, root: Root, identity: PathBuf, workspace: Workspace, scores: Scores) {
        self.reached.push(Reached {
            root,
            identity,
            workspace,
            scores,
            links: Vec::new(),
            name: None,
        });
    }

    /// Reads what those read so far name, until nothing new comes up. One that cannot be read is told once, and
    /// the others are shown without it.
    fn follow(&mut self, context: &mut Context<'_>) -> Result<(), Failure> {
        let mut failed: Vec<(PathBuf, Absence)> = Vec::new();
        let mut next = 0;
        while next < self.reached.len() {
            let root = self.reached[next].root.clone();
            let own = self.reached[next].workspace.settings.workspaces.clone();
            for linked in own {
                let Some(folder) = workspace::linked(&root, &linked.path) else {
                    let folder = root.path.join(&linked.path);
                    if !failed.iter().any(|(known, _)| *known == folder) {
                        failed.push((folder, Absence::NoFolder));
                        let file = root.show("regua.yaml");
                        let words = [
                            ("workspace", Word::from(linked.id.as_str())),
                            ("path", Word::from(root.show(&linked.path))),
                            ("file", Word::from(file)),
                        ];
                        warn("tree-no-folder", &words, context)?;
                    }
                    let link = Link::Unread(Absence::NoFolder);
                    self.reached[next].links.push((linked.id.to_string(), link));
                    continue;
                };
                let identity = workspace::identity(&folder);
                let known = failed.iter().any(|(known, _)| *known == identity);
                let link = match self.position(&identity) {
                    Some(position) => Link::To(position),
                    None if known => Link::Unread(Absence::Errors),
                    None => match read(&folder, linked.id.as_str(), context)? {
                        Some((workspace, scores)) => {
                            self.add(folder, identity, workspace, scores);
                            Link::To(self.reached.len() - 1)
                        }
                        None => {
                            failed.push((identity, Absence::Errors));
                            Link::Unread(Absence::Errors)
                        }
                    },
                };
                if let Link::To(position) = link {
                    let name = &mut self.reached[position].name;
                    name.get_or_insert_with(|| linked.id.to_string());
                }
                self.reached[next].links.push((linked.id.to_string(), link));
            }
            next += 1;
        }
        Ok(())
    }

    /// The workspaces, each with a name of its own. Asked for alone, a workspace needs none.
    fn members(&self) -> Vec<Member<'_>> {
        let mut taken: Vec<String> = Vec::new();
        let reached = self.reached.iter().enumerate();
        reached
            .map(|(position, own)| {
                let is_home = position == 0 && self.asked_for == 1;
                let id = (!is_home).then(|| {
                    let wanted = own.name.clone().unwrap_or_else(|| folder_name(own));
                    let mut id = wanted.clone();
                    let mut number = 2;
                    while taken.contains(&id) {
                        id = format!("{wanted}-{number}");
                        number += 1;
                    }
                    taken.push(id.clone());
                    id
                });
                Member {
                    id,
                    workspace: &own.workspace,
                    scores: &own.scores,
                    links: own.links.clone(),
                }
            })
            .collect()
    }
}

/// The folder's name, for a workspace that none of the others names.
fn folder_name(own: &Reached) -> String {
    let typed = own.root.path.file_name();
    let name = typed.or_else(|| own.identity.file_name());
    name.map_or_else(
        || ".".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// Reads a workspace that another names; `None`, and a word on it, when it has errors.
fn read(
    root: &Root,
    id: &str,
    context: &mut Context<'_>,
) -> Result<Option<(Workspace, Scores)>, Failure> {
    let inputs = workspace::read(root)?;
    let read = read::workspace(inputs, context.as_of.max(context.today));
    let errors = read.diagnostics.count(crate::diagnostic::Severity::Error);
    match read.workspace {
        Some(workspace) if errors == 0 => {
            let scores = score::workspace(&workspace, context.as_of);
            Ok(Some((workspace, scores)))
        }
        _ => {
            let words = [
                ("workspace", Word::from(id)),
                ("path", Word::from(root.shown.trim_end_matches('/'))),
                ("errors", Word::from(errors)),
            ];
            warn("tree-errors", &words, context)?;
            Ok(None)
        }
    }
}

fn warn(key: &str, words: &[(&str, Word)], context: &mut Context<'_>) -> std::io::Result<()> {
    if context.is_quiet {
        return Ok(());
    }
    let name = context.say("severity-warning", &[]);
    let line = context.say(key, words);
    writeln!(context.err, "{name}: {line}")
}

/// What stands at one place of the tree.
#[derive(Debug, Clone, Copy)]
enum Stand {
    Objective(usize),
    /// One that is not there.
    Absent(usize),
}

/// A place of the tree that is still to be written.
struct Place {
    stand: Stand,
    /// Whether anything follows at the same depth, at each depth down to this one.
    is_followed: Vec<bool>,
}

/// How deep the tree is drawn: below, it says how many there are.
const DEEPEST: usize = 8;
/// Columns of a percentage, `100%`, or a grade.
const FIGURE: usize = 4;

struct View<'v> {
    members: &'v [Member<'v>],
    alignment: &'v Alignment,
    kept: Option<&'v HashSet<usize>>,
    locale: &'v Locale,
    width: usize,
}

impl View<'_> {
    fn say(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    fn node(&self, position: usize) -> &Node {
        &self.alignment.nodes[position]
    }

    fn name(&self, position: usize) -> String {
        self.node(position).name(self.members)
    }

    fn title(&self, position: usize) -> &str {
        let objective = self.node(position).objective_of(self.members);
        objective.title.in_language(self.locale.language())
    }

    fn is_kept(&self, position: usize) -> bool {
        self.kept.is_none_or(|kept| kept.contains(&position))
    }

    fn heading(&self) -> String {
        let home = self.members.first();
        let words = [
            (
                "organisation",
                Word::from(home.map_or("", |own| own.workspace.settings.organisation.as_str())),
            ),
            (
                "date",
                Word::from(home.map_or_else(String::new, |own| self.locale.date(own.scores.as_of))),
            ),
        ];
        self.locale.say("tree-heading", &words)
    }

    fn text(&self) -> String {
        let mut text = table::paragraph(&self.heading(), table::bold(), 0, self.width);
        if self.members.len() > 1 {
            for member in self.members {
                let organisation = &member.workspace.settings.organisation;
                if let Some(id) = &member.id {
                    let line = format!("{id}: {organisation}");
                    text.push_str(&table::paragraph(&line, table::dim(), 0, self.width));
                }
            }
        }
        let mut is_empty = true;
        self.walk(&mut |place, is_again| {
            is_empty = false;
            text.push_str(&self.place(place, is_again));
        });
        if is_empty {
            text.push('\n');
            text.push_str(&table::paragraph(
                &self.say("tree-none"),
                anstyle::Style::new(),
                0,
                self.width,
            ));
        }
        text.push_str(&self.findings());
        text
    }

    /// Goes through the tree from the top, each objective below all that it serves; told whether it has been
    /// met before, its children then left out.
    fn walk(&self, visit: &mut dyn FnMut(&Place, bool)) {
        let mut met: HashSet<usize> = HashSet::new();
        let absent = (0..self.alignment.absent.len())
            .filter(|absent| !self.children(Stand::Absent(*absent)).is_empty())
            .map(Stand::Absent);
        let mut tops: Vec<usize> = (0..self.alignment.nodes.len())
            .filter(|node| self.is_kept(*node) && self.node(*node).supports.is_empty())
            .filter(|node| self.node(*node).absent.is_empty())
            .collect();
        tops.sort_by_key(|node| {
            let days = self.node(*node).cycle_of(self.members).days;
            (std::cmp::Reverse(days.last - days.first), days.first, *node)
        });
        for top in absent.chain(tops.into_iter().map(Stand::Objective)) {
            self.walk_from(top, &mut met, visit);
        }
        // What is left goes round in circles.
        for node in 0..self.alignment.nodes.len() {
            if self.is_kept(node) && !met.contains(&node) && !self.is_too_deep(node, &met) {
                self.walk_from(Stand::Objective(node), &mut met, visit);
            }
        }
    }

    /// Whether an objective that was not met lies below one that was: the tree ends above it.
    fn is_too_deep(&self, node: usize, met: &HashSet<usize>) -> bool {
        let mut above: HashSet<usize> = HashSet::new();
        let mut open = vec![node];
        while let Some(own) = open.pop() {
            for other in &self.node(own).supports {
                if met.contains(other) {
                    return true;
                }
                if above.insert(*other) {
                    open.push(*other);
                }
            }
        }
        false
    }

    fn walk_from(&self, top: Stand, met: &mut HashSet<usize>, visit: &mut dyn FnMut(&Place, bool)) {
        let mut open = vec![Place {
            stand: top,
            is_followed: Vec::new(),
        }];
        while let Some(place) = open.pop() {
            let is_again = match place.stand {
                Stand::Objective(node) => !met.insert(node),
                Stand::Absent(_) => false,
            };
            visit(&place, is_again);
            let below = self.children(place.stand);
            if is_again || place.is_followed.len() >= DEEPEST {
                continue;
            }
            for (position, child) in below.iter().enumerate().rev() {
                let mut is_followed = place.is_followed.clone();
                is_followed.push(position + 1 < below.len());
                open.push(Place {
                    stand: Stand::Objective(*child),
                    is_followed,
                });
            }
        }
    }

    /// What is drawn below a place: below one that is not there, those that hang from nothing else.
    fn children(&self, stand: Stand) -> Vec<usize> {
        let kept = |below: &[usize]| -> Vec<usize> {
            let below = below.iter().copied();
            below.filter(|node| self.is_kept(*node)).collect()
        };
        match stand {
            Stand::Objective(node) => kept(&self.node(node).supported_by),
            Stand::Absent(absent) => {
                let mut below = kept(&self.alignment.absent[absent].supported_by);
                below.retain(|node| self.node(*node).supports.is_empty());
                below
            }
        }
    }

    /// One objective of the tree: its title with its figures beside, then what it is called and what is below.
    fn place(&self, place: &Place, is_again: bool) -> String {
        let (first, more) = stems(&place.is_followed);
        let mut text = String::new();
        if place.is_followed.is_empty() {
            text.push('\n');
        }
        let children = self.children(place.stand);
        let has_more = !children.is_empty() && !is_again;
        let is_deepest = place.is_followed.len() >= DEEPEST;
        let line = if has_more && !is_deepest {
            "│ "
        } else {
            "  "
        };
        let below = format!("{more}{line}");
        match place.stand {
            Stand::Absent(absent) => {
                let absent = &self.alignment.absent[absent];
                let lead = format!("{first}? ");
                let said = self.absent(absent);
                text.push_str(&self.hung(&said, table::lacking(), (&lead, &below)));
            }
            Stand::Objective(node) => {
                text.push_str(&self.headline(node, (&first, &below), is_again));
                for (said, style) in self.details(node, is_again) {
                    text.push_str(&self.hung(&said, style, (&below, &below)));
                }
                if has_more && is_deepest {
                    let count = self.alignment.below(node).len();
                    let words = [("count", Word::from(count))];
                    let said = self.locale.say("tree-deeper", &words);
                    text.push_str(&self.hung(&said, table::dim(), (&below, &below)));
                }
            }
        }
        text
    }

    /// A text that hangs from the lines of the tree.
    fn hung(&self, said: &str, style: anstyle::Style, (first, more): (&str, &str)) -> String {
        let room = self.width.saturating_sub(more.chars().count()).max(16);
        let options = textwrap::Options::new(room)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .break_words(false);
        let mut text = String::new();
        for (number, line) in textwrap::wrap(said, options).iter().enumerate() {
            let stem = if number == 0 { first } else { more };
            let line = format!(
                "{}{}",
                table::painted(stem, table::dim()),
                table::painted(line, style)
            );
            text.push_str(&format!("{line}\n"));
        }
        text
    }

    fn headline(&self, node: usize, (first, below): (&str, &str), is_again: bool) -> String {
        let (sign, figure, word, style) = self.standing(node);
        let widest = Status::ALL
            .iter()
            .map(|status| self.status_word(*status).chars().count())
            .max()
            .unwrap_or(0);
        let taken = first.chars().count() + 2 + FIGURE + widest + 4;
        let room = self.width.saturating_sub(taken).max(12);
        let title = match is_again {
            true => format!("{} …", self.title(node)),
            false => self.title(node).to_owned(),
        };
        let mut text = String::new();
        for (number, line) in textwrap::wrap(&title, room).iter().enumerate() {
            let pad = " ".repeat(room.saturating_sub(table::columns(line)));
            let bold = table::painted(line, table::bold());
            if number == 0 {
                let stem = table::painted(first, table::dim());
                let sign = table::painted(sign, style);
                let figure = format!("{figure:>FIGURE$}");
                let word = table::painted(&word, style);
                text.push_str(&format!("{stem}{sign} {bold}{pad}  {figure}  {word}\n"));
            } else {
                text.push_str(&format!("{}{bold}\n", table::painted(below, table::dim())));
            }
        }
        text
    }

    /// How an objective stands: sign, progress and status, or the grade it was closed with.
    fn standing(&self, node: usize) -> (&'static str, String, String, anstyle::Style) {
        let own = self.node(node);
        let score = own.score(self.members);
        if own.cycle_score(self.members).is_closed
            && let Some(grade) = score.grade.value()
        {
            let band = GradeBand::of(grade);
            let (sign, style) = table::grade_sign(band);
            let word = self.say(&format!("okr-band-{}", band.as_str()));
            return (sign, self.locale.number(grade, 1), word, style);
        }
        let (sign, style) = table::status_sign(score.status);
        let progress = score.progress.value().filter(|_| score.measured > 0);
        let figure =
            progress.map_or_else(|| NO_VALUE.to_owned(), |own| self.locale.percent(own, 0));
        (sign, figure, self.status_word(score.status), style)
    }

    fn status_word(&self, status: Status) -> String {
        self.say(&format!("report-status-{}", status.as_str()))
    }

    /// What stands below the title.
    fn details(&self, node: usize, is_again: bool) -> Vec<(String, anstyle::Style)> {
        let own = self.node(node);
        let objective = own.objective_of(self.members);
        if is_again {
            return vec![(self.name(node), table::dim())];
        }
        let mut first = vec![self.name(node)];
        first.extend(objective.owner.clone());
        first.extend(
            objective
                .from
                .as_ref()
                .map(|from| format!("← {}", from.name)),
        );
        let mut details = vec![(first.join(" · "), table::dim())];
        if let Some((said, style)) = self.worse_below(node) {
            details.push((said, style));
        }
        for absent in &own.absent {
            let absent = &self.alignment.absent[*absent];
            // What hangs from nothing else stands below it.
            if !own.supports.is_empty() {
                details.push((format!("? {}", self.absent(absent)), table::lacking()));
            }
        }
        details
    }

    fn worse_below(&self, node: usize) -> Option<(String, anstyle::Style)> {
        let own = self.node(node);
        let score = own.score(self.members);
        let (status, whose) = own.worse_below(score.status)?;
        let (sign, style) = table::status_sign(status);
        let words = [
            (
                "status",
                Word::from(self.status_word(status).to_lowercase()),
            ),
            ("name", Word::from(self.name(whose))),
        ];
        Some((
            format!("{sign} {}", self.locale.say("tree-below", &words)),
            style,
        ))
    }

    fn absent(&self, absent: &Absent) -> String {
        let key = format!("tree-absent-{}", absent.why.as_str());
        self.locale
            .say(&key, &[("name", Word::from(absent.name.as_str()))])
    }

    fn orphans(&self, kind: Orphan) -> Vec<usize> {
        let orphans = self.alignment.orphans.iter();
        orphans
            .filter(|(node, own)| *own == kind && self.is_kept(*node))
            .map(|(node, _)| *node)
            .collect()
    }

    fn circles(&self) -> Vec<String> {
        let circles = self.alignment.circles.iter();
        circles
            .filter(|circle| circle.iter().any(|node| self.is_kept(*node)))
            .map(|circle| {
                let mut names: Vec<String> = circle.iter().map(|node| self.name(*node)).collect();
                names.extend(names.first().cloned());
                names.join(" → ")
            })
            .collect()
    }

    /// Circles, and who stands alone.
    fn findings(&self) -> String {
        let mut text = String::new();
        for (heading, items) in self.found() {
            text.push('\n');
            text.push_str(&table::paragraph(&heading, table::bold(), 0, self.width));
            for item in items {
                text.push_str(&table::marked(
                    &format!("• {item}"),
                    anstyle::Style::new(),
                    2,
                    self.width,
                ));
            }
        }
        text
    }

    fn found(&self) -> Vec<(String, Vec<String>)> {
        let listed = |kind: Orphan| -> Vec<String> {
            let orphans = self.orphans(kind).into_iter();
            orphans
                .map(|node| format!("{}  {}", self.name(node), self.title(node)))
                .collect()
        };
        let found = [
            ("tree-circles", self.circles()),
            ("tree-supports-nothing", listed(Orphan::SupportsNothing)),
            ("tree-unsupported", listed(Orphan::Unsupported)),
        ];
        found
            .into_iter()
            .filter(|(_, items)| !items.is_empty())
            .map(|(key, items)| (self.say(key), items))
            .collect()
    }

    fn markdown(&self) -> String {
        let mut text = format!("# {}\n", markdown(&self.heading()));
        let mut is_first = true;
        self.walk(&mut |place, is_again| {
            if is_first {
                text.push('\n');
                is_first = false;
            }
            let indent = "  ".repeat(place.is_followed.len());
            let said = match place.stand {
                Stand::Absent(absent) => {
                    format!(
                        "? {}",
                        markdown(&self.absent(&self.alignment.absent[absent]))
                    )
                }
                Stand::Objective(node) => self.markdown_of(node, is_again),
            };
            text.push_str(&format!("{indent}- {said}\n"));
            if let Stand::Objective(node) = place.stand
                && place.is_followed.len() >= DEEPEST
                && !is_again
                && !self.children(place.stand).is_empty()
            {
                let words = [("count", Word::from(self.alignment.below(node).len()))];
                text.push_str(&format!(
                    "{indent}  - {}\n",
                    self.locale.say("tree-deeper", &words)
                ));
            }
        });
        if is_first {
            text.push_str(&format!("\n{}\n", markdown(&self.say("tree-none"))));
        }
        for (heading, items) in self.found() {
            text.push_str(&format!("\n## {}\n\n", markdown(&heading)));
            for item in items {
                text.push_str(&format!("- {}\n", markdown(&item)));
            }
        }
        text
    }

    fn markdown_of(&self, node: usize, is_again: bool) -> String {
        let (sign, figure, word, _) = self.standing(node);
        let again = if is_again { " …" } else { "" };
        let mut said = format!(
            "{sign} **{}**{again} · {figure} · {} · `{}`",
            markdown(self.title(node)),
            word.to_lowercase(),
            self.name(node)
        );
        if is_again {
            return said;
        }
        let objective = self.node(node).objective_of(self.members);
        if let Some(owner) = &objective.owner {
            said.push_str(&format!(" · {}", markdown(owner)));
        }
        if let Some(from) = &objective.from {
            said.push_str(&format!(" · ← `{}`", from.name));
        }
        if let Some((below, _)) = self.worse_below(node) {
            said.push_str(&format!(" · {}", markdown(&below)));
        }
        said
    }
}

/// The lines that lead to a place: before its first line, and before those below.
fn stems(is_followed: &[bool]) -> (String, String) {
    let (Some(last), above) = (
        is_followed.last(),
        &is_followed[..is_followed.len().max(1) - 1],
    ) else {
        return (String::new(), String::new());
    };
    let stem: String = above
        .iter()
        .map(|followed| if *followed { "│ " } else { "  " })
        .collect();
    match last {
        true => (format!("{stem}├─"), format!("{stem}│ ")),
        false => (format!("{stem}└─"), format!("{stem}  ")),
    }
}
