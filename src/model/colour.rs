//! Colours of a brand, and whether they can be read.
//!
//! The contrast of two colours is that of WCAG 2.2: (L₁ + 0.05) ÷ (L₂ + 0.05) of their relative luminances. Those
//! come from a table in millionths, so that no binary float decides what passes.

use std::fmt;

use super::exact::Exact;

/// A colour of the sRGB space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// On what a colour is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// The light pages of a report, and paper.
    Light,
    /// The dark ones.
    Dark,
}

impl Paper {
    /// The colours of the page and of what is set off on it, as `templates/chart/light.css.j2` and `dark.css.j2`
    /// have them.
    #[must_use]
    pub fn grounds(self) -> [Colour; 2] {
        match self {
            Paper::Light => [Colour::of(0xff, 0xff, 0xff), Colour::of(0xf6, 0xf5, 0xf1)],
            Paper::Dark => [Colour::of(0x14, 0x18, 0x1c), Colour::of(0x1c, 0x22, 0x27)],
        }
    }

    /// What a colour is moved towards to be read on it.
    fn away(self) -> Colour {
        match self {
            Paper::Light => Colour::of(0, 0, 0),
            Paper::Dark => Colour::of(255, 255, 255),
        }
    }
}

impl Colour {
    const fn of(red: u8, green: u8, blue: u8) -> Colour {
        Colour { red, green, blue }
    }

    /// A colour written `#0e5a6b`, in letters of either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Colour::of(part(0)?, part(2)?, part(4)?))
    }

    /// The least contrast that text must have (WCAG 2.2, 1.4.3 at level AA): 4.5.
    #[must_use]
    pub fn needed() -> Exact {
        Exact::ratio(9, 2)
    }

    /// The contrast with another colour, 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Colour) -> Exact {
        const FLARE: u64 = 50_000; // 0.05 in millionths
        let (one, two) = (self.luminance() + FLARE, other.luminance() + FLARE);
        let (high, low) = (one.max(two), one.min(two));
        Exact::ratio(i64::try_from(high).unwrap_or(i64::MAX), low)
    }

    /// The least contrast with a paper and what is set off on it.
    #[must_use]
    pub fn contrast_on(self, paper: Paper) -> Exact {
        let [page, ground] = paper.grounds();
        self.contrast(page).min_with(&self.contrast(ground))
    }

    /// Whether text of this colour can be read on a paper.
    #[must_use]
    pub fn is_legible_on(self, paper: Paper) -> bool {
        self.contrast_on(paper) >= Colour::needed()
    }

    /// The colour itself where it can be read on a paper, else the nearest shade towards black, or tint towards white,
    /// that can.
    #[must_use]
    pub fn legible_on(self, paper: Paper) -> Colour {
        let shades = (0..=u8::MAX).map(|share| self.mixed(paper.away(), share));
        let mut legible = shades.filter(|shade| shade.is_legible_on(paper));
        legible.next().unwrap_or_else(|| paper.away())
    }

    /// This colour with `share` of 255 parts of another.
    fn mixed(self, other: Colour, share: u8) -> Colour {
        let part = |own: u8, other: u8| {
            let share = u32::from(share);
            let whole = u32::from(u8::MAX);
            let mixed = u32::from(own) * (whole - share) + u32::from(other) * share;
            u8::try_from((mixed + whole / 2) / whole).unwrap_or(u8::MAX)
        };
        Colour {
            red: part(self.red, other.red),
            green: part(self.green, other.green),
            blue: part(self.blue, other.blue),
        }
    }

    /// The relative luminance in millionths: 0.2126 R + 0.7152 G + 0.0722 B of the linear parts.
    fn luminance(self) -> u64 {
        let part = |own: u8| u64::from(LINEAR[usize::from(own)]);
        (2126 * part(self.red) + 7152 * part(self.green) + 722 * part(self.blue)) / 10_000
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "#{:02x}{:02x}{:02x}",
            self.red, self.green, self.blue
        )
    }
}

/// The linear part of each byte of an sRGB colour, in millionths: c ÷ 12.92 up to 0.04045, ((c + 0.055) ÷ 1.055)^2.4
/// above.
#[rustfmt::skip]
const LINEAR: [u32; 256] = [
    0, 304, 607, 911, 1_214, 1_518, 1_821, 2_125, 2_428, 2_732, 3_035, 3_347,
    3_677, 4_025, 4_391, 4_777, 5_182, 5_605, 6_049, 6_512, 6_995, 7_499, 8_023, 8_568,
    9_134, 9_721, 10_330, 10_960, 11_612, 12_286, 12_983, 13_702, 14_444, 15_209, 15_996, 16_807,
    17_642, 18_500, 19_382, 20_289, 21_219, 22_174, 23_153, 24_158, 25_187, 26_241, 27_321, 28_426,
    29_557, 30_713, 31_896, 33_105, 34_340, 35_601, 36_889, 38_204, 39_546, 40_915, 42_311, 43_735,
    45_186, 46_665, 48_172, 49_707, 51_269, 52_861, 54_480, 56_128, 57_805, 59_511, 61_246, 63_010,
    64_803, 66_626, 68_478, 70_360, 72_272, 74_214, 76_185, 78_187, 80_220, 82_283, 84_376, 86_500,
    88_656, 90_842, 93_059, 95_307, 97_587, 99_899, 102_242, 104_616, 107_023, 109_462, 111_932, 114_435,
    116_971, 119_538, 122_139, 124_772, 127_438, 130_136, 132_868, 135_633, 138_432, 141_263, 144_128, 147_027,
    149_960, 152_926, 155_926, 158_961, 162_029, 165_132, 168_269, 171_441, 174_647, 177_888, 181_164, 184_475,
    187_821, 191_202, 194_618, 198_069, 201_556, 205_079, 208_637, 212_231, 215_861, 219_526, 223_228, 226_966,
    230_740, 234_551, 238_398, 242_281, 246_201, 250_158, 254_152, 258_183, 262_251, 266_356, 270_498, 274_677,
    278_894, 283_149, 287_441, 291_771, 296_138, 300_544, 304_987, 309_469, 313_989, 318_547, 323_143, 327_778,
    332_452, 337_164, 341_914, 346_704, 351_533, 356_400, 361_307, 366_253, 371_238, 376_262, 381_326, 386_429,
    391_572, 396_755, 401_978, 407_240, 412_543, 417_885, 423_268, 428_690, 434_154, 439_657, 445_201, 450_786,
    456_411, 462_077, 467_784, 473_531, 479_320, 485_150, 491_021, 496_933, 502_886, 508_881, 514_918, 520_996,
    527_115, 533_276, 539_479, 545_724, 552_011, 558_340, 564_712, 571_125, 577_580, 584_078, 590_619, 597_202,
    603_827, 610_496, 617_207, 623_960, 630_757, 637_597, 644_480, 651_406, 658_375, 665_387, 672_443, 679_542,
    686_685, 693_872, 701_102, 708_376, 715_694, 723_055, 730_461, 737_910, 745_404, 752_942, 760_525, 768_151,
    775_822, 783_538, 791_298, 799_103, 806_952, 814_847, 822_786, 830_770, 838_799, 846_873, 854_993, 863_157,
    871_367, 879_622, 887_923, 896_269, 904_661, 913_099, 921_582, 930_111, 938_686, 947_307, 955_973, 964_686,
    973_445, 982_251, 991_102, 1_000_000,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guideline() {
        #[track_caller]
        fn case(one: &str, two: &str, expected: &str) {
            let colour = |text| Colour::parse(text).expect("a colour");
            assert_eq!(colour(one).contrast(colour(two)).rounded(2), expected);
        }
        case("#ffffff", "#000000", "21.00");
        case("#767676", "#ffffff", "4.54"); // the lightest grey that passes on white
        case("#777777", "#ffffff", "4.48");
        case("#0000ff", "#ffffff", "8.59");
    }

    #[test]
    fn a_shade_is_found_for_every_colour() {
        for text in [
            "#ffcc00", "#e4002b", "#00a3e0", "#ffffff", "#000000", "#14181c",
        ] {
            let colour = Colour::parse(text).expect("a colour");
            for paper in [Paper::Light, Paper::Dark] {
                let shade = colour.legible_on(paper);
                assert!(shade.is_legible_on(paper), "{text} became {shade}");
                assert_eq!(shade == colour, colour.is_legible_on(paper), "{text}");
            }
        }
    }

    #[test]
    fn other_spellings_are_no_colours() {
        for text in ["0e5a6b", "#0e5a6", "#0e5a6b0", "#0e5a6g", "teal", "#é5a6b"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
