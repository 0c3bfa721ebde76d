//! The number by which a sentence is found in the program. A part of `build.rs` as well.

/// The number of a key: FNV-1a.
pub(crate) fn number_of(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |number, byte| {
        (number ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
