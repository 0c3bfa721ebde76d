//! Messages of files of sentences, sorted: what the build puts into the program, so that a run finds a message without
//! reading them all. A part of `build.rs` as well.

use super::key_number::number_of;

/// The messages of these files one behind the other, without comments, by the numbers of their keys; and their
/// index: the number of each and where it begins, four bytes each, the lowest first.
///
/// # Panics
/// When two messages have one key.
pub(crate) fn sorted(files: &[&str]) -> (String, Vec<u8>) {
    let messages = files.iter().copied().flat_map(messages);
    let mut messages: Vec<(u32, &str, &str)> = messages
        .map(|(key, text)| (number_of(key), key, text))
        .collect();
    messages.sort();
    for pair in messages.windows(2) {
        assert!(pair[0].1 != pair[1].1, "two messages are `{}`", pair[0].1);
    }
    let (mut all, mut index) = (String::new(), Vec::new());
    for (number, _, text) in messages {
        let start = u32::try_from(all.len()).expect("the sentences fit");
        index.extend(number.to_le_bytes());
        index.extend(start.to_le_bytes());
        all.push_str(text.trim_end());
        all.push('\n');
    }
    (all, index)
}

/// The messages of a file: a message begins with its key at the start of a line, what follows is indented or empty.
fn messages<'t>(file: &'t str) -> Vec<(&'t str, &'t str)> {
    let is_key = |line: &str| line.starts_with(|first: char| first.is_ascii_lowercase());
    let mut starts = Vec::new();
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        if is_key(line) || line.starts_with('#') {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(file.len());
    let texts = starts.windows(2).map(|pair| &file[pair[0]..pair[1]]);
    let message = |text: &'t str| {
        let (key, _) = text.split_once('=').filter(|_| !text.starts_with('#'))?;
        Some((key.trim_end(), text))
    };
    texts.filter_map(message).collect()
}
