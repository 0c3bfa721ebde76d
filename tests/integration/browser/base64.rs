//! The decoder for the pictures and prints the protocol sends as Base64.

/// Decodes standard Base64, with or without padding.
///
/// # Panics
///
/// At a byte outside the alphabet: the browser never sends one.
pub(super) fn decode(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text
        .trim_end_matches('=')
        .bytes()
        .map(|byte| digit(byte).unwrap_or_else(|| panic!("byte {byte} is not Base64")))
        .collect();
    digits.chunks(4).flat_map(decode_group).collect()
}

/// Decodes up to four digits into one byte fewer than there are digits.
fn decode_group(digits: &[u32]) -> Vec<u8> {
    let bits = digits
        .iter()
        .chain(std::iter::repeat(&0))
        .take(4)
        .fold(0, |bits, digit| bits << 6 | digit);
    bits.to_be_bytes()[1..digits.len()].to_vec()
}

/// The value of one Base64 digit.
fn digit(byte: u8) -> Option<u32> {
    let (first, offset) = match byte {
        b'A'..=b'Z' => (b'A', 0),
        b'a'..=b'z' => (b'a', 26),
        b'0'..=b'9' => (b'0', 52),
        b'+' => (b'+', 62),
        b'/' => (b'/', 63),
        _ => return None,
    };
    Some(u32::from(byte - first) + offset)
}

#[test]
fn decodes_every_length_of_the_last_group() {
    assert_eq!(decode(""), b"");
    assert_eq!(decode("Zg=="), b"f");
    assert_eq!(decode("Zm8="), b"fo");
    assert_eq!(decode("Zm9v"), b"foo");
    assert_eq!(decode("+/8A"), [0xfb, 0xff, 0x00]);
}
