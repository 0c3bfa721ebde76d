//! Bytes to text: exports come in UTF-8, in what Windows writes in Western Europe and Brazil, or in UTF-16.

/// How a file's letters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16 behind its byte-order mark, as spreadsheets write “Unicode text”.
    Utf16,
    /// What Excel writes as plain CSV; Latin-1 is part of it.
    Windows1252,
}

impl Encoding {
    /// Its usual name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16 => "UTF-16",
            Encoding::Windows1252 => "Windows-1252",
        }
    }
}

/// The text of a file, its byte-order mark left out. What is not UTF-8 and has no mark is Windows-1252, in which
/// every byte is a letter.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, Encoding) {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return (utf_16(rest, u16::from_le_bytes), Encoding::Utf16);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return (utf_16(rest, u16::from_be_bytes), Encoding::Utf16);
    }
    match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
        Ok(text) => (text.to_owned(), Encoding::Utf8),
        Err(_) => {
            let letters = bytes.iter().map(|byte| windows_1252(*byte));
            (letters.collect(), Encoding::Windows1252)
        }
    }
}

/// What pairs of bytes stand for; half a letter becomes the mark of one that cannot be read.
fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let letters = char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER));
    let cut = (!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER);
    letters.chain(cut).collect()
}

/// The letter of a byte: that of Latin-1, but for the control characters from 0x80 to 0x9f, in whose place Windows has
/// others. The five that it leaves open stay control characters, as in the Encoding Standard of the WHATWG.
fn windows_1252(byte: u8) -> char {
    const IN_PLACE_OF_CONTROLS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => IN_PLACE_OF_CONTROLS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_word_is_read_however_it_is_written() {
        #[track_caller]
        fn case(bytes: &[u8], expected: Encoding) {
            assert_eq!(decode(bytes), ("mês".to_owned(), expected));
        }
        case("mês".as_bytes(), Encoding::Utf8);
        case("\u{feff}mês".as_bytes(), Encoding::Utf8);
        case(b"m\xeas", Encoding::Windows1252);
        case(b"\xff\xfem\0\xea\0s\0", Encoding::Utf16);
        case(b"\xfe\xff\0m\0\xea\0s", Encoding::Utf16);
    }

    #[test]
    fn what_spreadsheets_write_is_read() {
        #[track_caller]
        fn case(bytes: &[u8], expected: &str) {
            assert_eq!(decode(bytes).0, expected);
        }
        case(b"\x80 10 \x96 \x93caf\xe9\x94 \x9f\xff", "€ 10 – “café” Ÿÿ");
        case(b"\x81\x8d\x8f\x90\x9d", "\u{81}\u{8d}\u{8f}\u{90}\u{9d}");
        case(b"\xff\xfe\x3d\xd8\x00\xde", "😀");
        case(b"\xff\xfe\x3d\xd8m\0a", "\u{fffd}m\u{fffd}");
        case(b"\xff\xfe", "");
    }
}
