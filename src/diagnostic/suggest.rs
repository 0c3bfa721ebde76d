//! Did you mean: the nearest of the names that would have been right.

/// The candidate nearest to `written`, when one is near enough to be what was meant.
pub(crate) fn nearest<'c>(
    written: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    // A long miss is no suggestion, and a long text is no name: both bounds keep this linear in the file.
    const LONGEST_NAME: usize = 80;
    if written.len() > LONGEST_NAME {
        return None;
    }
    let lower = written.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (distance(&lower, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= tolerated(candidate))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance(lower: &str, candidate: &str) -> usize {
    strsim::damerau_levenshtein(lower, &candidate.to_lowercase())
}

/// A third of the letters, at least one.
fn tolerated(candidate: &str) -> usize {
    (candidate.chars().count() / 3).clamp(1, 6)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_suggested_if_it_is_near() {
        let names = ["largely", "partially", "fully", "not"];
        assert_eq!(nearest("largley", names), Some("largely"));
        assert_eq!(nearest("Fully", names), Some("fully"));
        assert_eq!(nearest("sometimes", names), None);
        assert_eq!(nearest(&"x".repeat(1_000), names), None);
    }
}
