//! Bytes to text: exports come in UTF-8, in what Windows writes in Western Europe and Brazil, or in UTF-16.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

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
    let (encoding, found) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            (encoding, Encoding::Utf16)
        }
        _ if std::str::from_utf8(bytes).is_ok() => (UTF_8, Encoding::Utf8),
        _ => (WINDOWS_1252, Encoding::Windows1252),
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    (text.into_owned(), found)
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
}
