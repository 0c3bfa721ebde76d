//! What a merge that is not finished leaves in a file: both sides, between lines that belong to neither.

/// Where such a line begins: seven signs at the very margin, where neither YAML nor a table has any.
pub(super) fn mark_in(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_mark(line.trim_end()) {
            return Some(start);
        }
        start += line.len();
    }
    None
}

/// How long a mark is, without the name of the side behind it.
pub(super) const LENGTH: usize = 7;

fn is_mark(line: &str) -> bool {
    let is_named = |mark| {
        line.strip_prefix(mark)
            .is_some_and(|name: &str| name.is_empty() || name.starts_with(' '))
    };
    line == "=======" || is_named("<<<<<<<") || is_named(">>>>>>>")
}

#[cfg(test)]
mod tests {
    use super::mark_in;

    #[test]
    fn only_what_a_merge_leaves_is_a_mark() {
        assert_eq!(mark_in("a: 1\n<<<<<<< HEAD\nb: 2\n"), Some(5));
        assert_eq!(mark_in("a: 1\r\n=======\r\nb: 2\n"), Some(6)); // the first mark was taken out, this one forgotten
        assert_eq!(mark_in(">>>>>>> theirs"), Some(0));
        assert_eq!(mark_in("a: |\n  =======\n  <<<<<<< x\n"), None); // a text about merging
        assert_eq!(
            mark_in("# ======== figures ========\n========\n<<: 1\n"),
            None
        );
    }
}
