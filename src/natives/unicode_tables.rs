//! Unicode's tables, version 17: categories, scripts and properties by the numbers that `stdlib/unicode/tables.go` gives them, and
//! the mappings of case.
//!
//! `unicode.bin` holds them as variable-length integers, made from the Unicode Character Database: for each table the number of
//! ranges, and per range the gap before it and its length less one; then, for upper, lower and title case and for case
//! folding, the number of runs, and per run the distance from the start of the last one, count, stride, and the difference
//! (twice its absolute value, plus one if it is negative).

use std::sync::OnceLock;

static DATA: &[u8] = include_bytes!("unicode.bin");

/// How many tables there are.
pub const TABLES: usize = 250;

/// Numbers of the tables that the natives themselves need.
pub mod id {
    #![allow(missing_docs)]
    pub const L: usize = 7;
    pub const LL: usize = 9;
    pub const LT: usize = 12;
    pub const LU: usize = 13;
    pub const M: usize = 14;
    pub const N: usize = 18;
    pub const ND: usize = 19;
    pub const P: usize = 22;
    pub const S: usize = 30;
    pub const ZS: usize = 38;
}

struct Run {
    lo: u32,
    count: u32,
    stride: u32,
    delta: i32,
}

/// Which mapping of case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Case {
    Upper,
    Lower,
    Title,
    Fold,
}

struct Tables {
    ranges: Vec<Box<[(u32, u32)]>>,
    /// Single code points and what to add to them, sorted.
    cases: [Box<[(u32, i32)]>; 4],
}

fn tables() -> &'static Tables {
    static TABLES_ONCE: OnceLock<Tables> = OnceLock::new();
    TABLES_ONCE.get_or_init(decode)
}

fn decode() -> Tables {
    let mut at = 0;
    let mut next = || {
        let (mut x, mut shift) = (0u32, 0);
        loop {
            let b = DATA[at];
            at += 1;
            x |= u32::from(b & 0x7F) << shift;
            if b < 0x80 {
                return x;
            }
            shift += 7;
        }
    };
    let mut ranges = Vec::with_capacity(TABLES);
    for _ in 0..TABLES {
        let n = next();
        let mut from = 0;
        ranges.push(
            (0..n)
                .map(|_| {
                    let lo = from + next();
                    let hi = lo + next();
                    from = hi + 1;
                    (lo, hi)
                })
                .collect(),
        );
    }
    let cases = std::array::from_fn(|_| {
        let n = next();
        let mut lo = 0;
        let mut all = Vec::new();
        for _ in 0..n {
            lo += next();
            let run = Run {
                lo,
                count: next(),
                stride: next(),
                delta: {
                    let z = next();
                    let d = (z >> 1) as i32;
                    if z & 1 != 0 { -d } else { d }
                },
            };
            all.extend((0..run.count).map(|i| (run.lo + i * run.stride, run.delta)));
        }
        all.sort_unstable();
        all.into()
    });
    Tables { ranges, cases }
}

/// Whether `r` is in table `id`, which counts from 1.
pub fn is_in(id: usize, r: u32) -> bool {
    let Some(t) = id.checked_sub(1).and_then(|i| tables().ranges.get(i)) else {
        return false;
    };
    let i = t.partition_point(|&(_, hi)| hi < r);
    i < t.len() && t[i].0 <= r
}

/// What `r` is mapped to.
pub fn map_case(case: Case, r: u32) -> u32 {
    let t = &tables().cases[case as usize];
    match t.binary_search_by_key(&r, |x| x.0) {
        Ok(i) => r.wrapping_add_signed(t[i].1),
        Err(_) => r,
    }
}

/// unicode.ToUpper.
pub fn to_upper(r: u32) -> u32 {
    match u8::try_from(r) {
        Ok(b) if b < 0x80 => u32::from(b.to_ascii_uppercase()),
        _ => map_case(Case::Upper, r),
    }
}

/// unicode.ToLower.
pub fn to_lower(r: u32) -> u32 {
    match u8::try_from(r) {
        Ok(b) if b < 0x80 => u32::from(b.to_ascii_lowercase()),
        _ => map_case(Case::Lower, r),
    }
}

/// unicode.ToTitle.
pub fn to_title(r: u32) -> u32 {
    match u8::try_from(r) {
        Ok(b) if b < 0x80 => u32::from(b.to_ascii_uppercase()),
        _ => map_case(Case::Title, r),
    }
}

/// unicode.SimpleFold: the next code point that equals `r` but for case, going around.
pub fn simple_fold(r: u32) -> u32 {
    map_case(Case::Fold, r)
}

/// unicode.IsSpace.
pub fn is_space(r: u32) -> bool {
    match r {
        0x09..=0x0D | 0x20 | 0x85 | 0xA0 => true,
        0..0x1680 => false,
        _ => {
            matches!(
                r,
                0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000
            )
        }
    }
}

/// unicode.IsLetter.
pub fn is_letter(r: u32) -> bool {
    match u8::try_from(r) {
        Ok(b) if b < 0x80 => b.is_ascii_alphabetic(),
        _ => is_in(id::L, r),
    }
}

/// unicode.IsDigit.
pub fn is_digit(r: u32) -> bool {
    match u8::try_from(r) {
        Ok(b) => b.is_ascii_digit(),
        _ => is_in(id::ND, r),
    }
}

/// unicode.IsNumber.
pub fn is_number(r: u32) -> bool {
    match u8::try_from(r) {
        Ok(b) if b < 0x80 => b.is_ascii_digit(),
        _ => is_in(id::N, r),
    }
}

/// unicode.IsUpper.
pub fn is_upper(r: u32) -> bool {
    match u8::try_from(r) {
        Ok(b) if b < 0x80 => b.is_ascii_uppercase(),
        _ => is_in(id::LU, r),
    }
}

/// unicode.IsLower.
pub fn is_lower(r: u32) -> bool {
    match u8::try_from(r) {
        Ok(b) if b < 0x80 => b.is_ascii_lowercase(),
        _ => is_in(id::LL, r),
    }
}

/// unicode.IsPrint, and strconv.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII space.
pub fn is_print(r: u32) -> bool {
    match r {
        0..0x20 => false,
        0x20..0x7F => true,
        0x7F..0xA1 | 0xAD => false,
        0xA1..=0xFF => true,
        _ => [id::L, id::M, id::N, id::P, id::S]
            .iter()
            .any(|&t| is_in(t, r)),
    }
}

/// unicode.IsGraphic: what prints, and Unicode's spaces.
pub fn is_graphic(r: u32) -> bool {
    is_print(r) || is_in(id::ZS, r)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_complete() {
        assert_eq!(tables().ranges.len(), TABLES);
        assert!(is_letter(u32::from('é')) && is_letter(0x4E16) && !is_letter(u32::from('1')));
        assert!(is_upper(u32::from('Ä')) && is_lower(u32::from('ß')));
        assert_eq!(to_upper(u32::from('ÿ')), 0x178);
        assert_eq!(to_title(0x1C6), 0x1C5);
        assert_eq!(to_lower(0x130), u32::from('i'));
        assert_eq!(simple_fold(u32::from('k')), 0x212A);
        assert_eq!(simple_fold(0x212A), u32::from('K'));
        assert!(is_print(0x2603) && !is_print(0x200B) && is_graphic(0x3000) && !is_print(0x3000));
    }
}
