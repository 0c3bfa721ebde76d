//! Where in the command line the cursor stands.

use clap::{Arg, ArgAction, Command};

/// What stands before the cursor, by the program's own definitions.
#[derive(Debug)]
pub(super) struct Typed<'c> {
    /// The command that is being written.
    pub(super) command: &'c Command,
    /// Values that are written, each by the id of its argument.
    values: Vec<(&'c str, String)>,
    /// What is being written.
    pub(super) at: Place<'c>,
    /// Whether `--` has ended the options.
    is_over: bool,
    /// What stands before what is being written in the same word, such as `--lang=`.
    pub(super) before: String,
    /// As much of it as stands before the cursor.
    pub(super) begun: String,
}

/// What the cursor is in.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place<'c> {
    /// The value of an argument.
    Value(&'c Arg),
    /// The name of an option.
    Option,
    /// The name of a command below this one.
    Command,
    /// Nothing can stand here.
    Nothing,
}

impl<'c> Typed<'c> {
    /// Of words after the program's name: the last is the one that the cursor is in.
    pub(super) fn new(root: &'c Command, words: &[String]) -> Typed<'c> {
        let (current, before) = words
            .split_last()
            .map_or(("", &[][..]), |(last, before)| (last.as_str(), before));
        let mut typed = Typed {
            command: root,
            values: Vec::new(),
            at: Place::Nothing,
            is_over: false,
            before: String::new(),
            begun: current.to_owned(),
        };
        let mut waiting: Option<&'c Arg> = None;
        let mut positionals = 0;
        let mut is_over = false;
        for word in before {
            if let Some(argument) = waiting.take() {
                typed.write(argument, word);
            } else if is_over {
                typed.positional(&mut positionals, word);
            } else if word == "--" {
                is_over = true;
            } else if let Some(long) = word.strip_prefix("--") {
                waiting = typed.long(long);
            } else if word.starts_with('-') && word.len() > 1 {
                waiting = typed.shorts(&word[1..]);
            } else if let Some(command) = typed.command.find_subcommand(word) {
                typed.command = command;
                positionals = 0;
            } else {
                typed.positional(&mut positionals, word);
            }
        }
        typed.place(waiting, positionals, is_over);
        typed
    }

    /// Whether what may stand here is explained by the help of commands.
    pub(super) fn shows_help(&self) -> bool {
        match self.at {
            Place::Value(argument) => argument.get_id() == "words",
            Place::Option | Place::Command => true,
            Place::Nothing => false,
        }
    }

    /// The last value of an argument.
    pub(super) fn value(&self, id: &str) -> Option<&str> {
        self.values(id).last()
    }

    /// Every value of an argument.
    pub(super) fn values(&self, id: &str) -> impl Iterator<Item = &str> {
        let own = self.values.iter().filter(move |(own, _)| *own == id);
        own.map(|(_, value)| value.as_str())
    }

    /// The options that may still be named.
    pub(super) fn options(&self) -> impl Iterator<Item = &'c Arg> {
        let is_free = |argument: &&Arg| {
            let repeats = matches!(argument.get_action(), ArgAction::Append);
            let id = argument.get_id().as_str();
            repeats || !self.values.iter().any(|(own, _)| *own == id)
        };
        let goes = |argument: &&Arg| self.goes_with_the_rest(argument);
        let options = self.command.get_arguments();
        options
            .filter(|own| !own.is_positional() && !own.is_hide_set())
            .filter(move |own| is_free(own) && goes(own))
    }

    /// Whether an argument can stand beside those that are written.
    fn goes_with_the_rest(&self, argument: &Arg) -> bool {
        let excludes = |one: &Arg, other: &Arg| {
            let excluded = self.command.get_arg_conflicts_with(one);
            excluded.iter().any(|own| own.get_id() == other.get_id())
        };
        let written = |own: &&Arg| self.value(own.get_id().as_str()).is_some();
        let mut all = self.command.get_arguments().filter(written);
        !all.any(|own| excludes(own, argument) || excludes(argument, own))
    }

    /// Whether the line asks for help or the version: whatever else stands there is not looked at.
    fn only_asks(&self) -> bool {
        let only_asks = |own: &Arg| {
            matches!(
                own.get_action(),
                ArgAction::Help | ArgAction::HelpLong | ArgAction::HelpShort | ArgAction::Version
            )
        };
        let written = |own: &&Arg| self.value(own.get_id().as_str()).is_some();
        self.command.get_arguments().filter(written).any(only_asks)
    }

    fn write(&mut self, argument: &'c Arg, value: &str) {
        self.values
            .push((argument.get_id().as_str(), value.to_owned()));
    }

    fn positional(&mut self, count: &mut usize, word: &str) {
        if let Some(argument) = self.positional_at(*count) {
            self.write(argument, word);
        }
        *count += 1;
    }

    /// The argument at a position: the last one, where it takes several, goes on.
    fn positional_at(&self, position: usize) -> Option<&'c Arg> {
        let mut positionals: Vec<&'c Arg> = self.command.get_positionals().collect();
        positionals.sort_by_key(|argument| argument.get_index());
        let several = |argument: &&&Arg| matches!(argument.get_action(), ArgAction::Append);
        positionals
            .get(position)
            .or_else(|| positionals.last().filter(several))
            .copied()
    }

    /// `--name` or `--name=value`; an option that still wants its value.
    fn long(&mut self, written: &str) -> Option<&'c Arg> {
        let (name, value) = match written.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (written, None),
        };
        let argument = self.option(|own| own.get_long() == Some(name))?;
        match value {
            Some(value) => self.write(argument, value),
            None if argument.get_action().takes_values() => return Some(argument),
            None => self.write(argument, ""),
        }
        None
    }

    /// `-q`, `-C dir`, `-Cdir`, `-qC dir`; an option that still wants its value.
    fn shorts(&mut self, written: &str) -> Option<&'c Arg> {
        for (at, letter) in written.char_indices() {
            let argument = self.option(|own| own.get_short() == Some(letter))?;
            if argument.get_action().takes_values() {
                let rest = &written[at + letter.len_utf8()..];
                if rest.is_empty() {
                    return Some(argument);
                }
                self.write(argument, rest.strip_prefix('=').unwrap_or(rest));
                return None;
            }
            self.write(argument, "");
        }
        None
    }

    fn option(&self, is_it: impl Fn(&Arg) -> bool) -> Option<&'c Arg> {
        let mut options = self.command.get_arguments();
        options.find(|own| !own.is_positional() && is_it(own))
    }

    fn place(&mut self, waiting: Option<&'c Arg>, positionals: usize, is_over: bool) {
        if self.only_asks() {
            return;
        }
        if let Some(argument) = waiting {
            self.at = Place::Value(argument);
            return;
        }
        if self.begun.starts_with('-') && !is_over {
            let named = self.begun.split_once('=');
            let named = named.and_then(|(name, value)| Some((name.strip_prefix("--")?, value)));
            let Some((name, value)) = named else {
                self.at = Place::Option;
                return;
            };
            let argument = self.option(|own| own.get_long() == Some(name));
            if let Some(argument) = argument.filter(|own| own.get_action().takes_values()) {
                self.at = Place::Value(argument);
                self.before = format!("--{name}=");
                self.begun = value.to_owned();
            }
            return;
        }
        let has_commands = self.command.get_subcommands().next().is_some();
        let positional = self.positional_at(positionals);
        self.at = match positional.filter(|own| self.goes_with_the_rest(own)) {
            Some(argument) => Place::Value(argument),
            None if has_commands && positionals == 0 => Place::Command,
            // Where nothing else can stand, options can.
            None if self.may_be_option(is_over) && !has_commands => Place::Option,
            None => Place::Nothing,
        };
        self.is_over = is_over;
    }

    fn may_be_option(&self, is_over: bool) -> bool {
        self.begun.is_empty() && !is_over
    }

    /// Takes the folder of a workspace for nothing that somebody wants where they stand in one: options are left.
    pub(super) fn passes_by_the_folder(&mut self) {
        if let Place::Value(argument) = self.at
            && argument.get_id() == "folder"
            && argument.is_positional()
            && self.may_be_option(self.is_over)
        {
            self.at = Place::Option;
        }
    }
}
