//! Size classes: 8, then multiples of 16 up to 256, then eight steps a doubling, then what divides a block evenly.
//! Every class but 8 is a multiple of 16, so that two-slot values are 16-aligned.

use super::block::BLOCK;

/// Largest size that shares a block.
pub(super) const MAX_SMALL: usize = BLOCK / 2;
/// Number of classes; the tables by (map, class) use rows of [`CLASS_ROW`].
pub(super) const CLASSES: usize = 63;
pub(super) const CLASS_ROW: usize = 64;

/// Object size of each class.
pub(super) const CLASS_SIZE: [u32; CLASSES] = class_sizes();

const fn class_sizes() -> [u32; CLASSES] {
    let mut t = [0; CLASSES];
    t[0] = 8;
    let mut n = 1;
    let mut size: u32 = 16;
    let mut step = 16;
    while size <= 4096 {
        t[n] = size;
        n += 1;
        if size >= 256 && size.is_power_of_two() {
            step = size / 8;
        }
        size += step;
    }
    let mut k = 15;
    while k >= 2 {
        t[n] = (BLOCK as u32 / k) & !15;
        n += 1;
        k -= 1;
    }
    assert!(n == CLASSES);
    t
}

static CLASS_OF: [u8; MAX_SMALL / 8 + 1] = class_of_table();

const fn class_of_table() -> [u8; MAX_SMALL / 8 + 1] {
    let mut t = [0; MAX_SMALL / 8 + 1];
    let mut i = 0;
    let mut c = 0;
    while i < t.len() {
        while (CLASS_SIZE[c] as usize) < i * 8 {
            c += 1;
        }
        t[i] = c as u8;
        i += 1;
    }
    t
}

/// The smallest class that holds `bytes`, which is at most [`MAX_SMALL`].
#[inline(always)]
pub(super) fn class_of(bytes: usize) -> usize {
    CLASS_OF[(bytes + 7) >> 3] as usize
}

/// Multiplier that divides an offset below [`BLOCK`] by `size`: `(off * magic) >> 32`. Exact since `off * size < 2^32`.
pub(super) const fn magic(size: u32) -> u32 {
    (1u64 << 32).div_ceil(size as u64) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_has_the_smallest_class_that_holds_it() {
        for bytes in 0..=MAX_SMALL {
            let c = class_of(bytes);
            assert!(CLASS_SIZE[c] as usize >= bytes);
            assert!(c == 0 || (CLASS_SIZE[c - 1] as usize) < bytes);
        }
    }

    #[test]
    fn classes_rise_and_keep_alignment() {
        for w in CLASS_SIZE.windows(2) {
            assert!(w[0] < w[1] && w[1] % 16 == 0);
        }
        assert_eq!(CLASS_SIZE[CLASSES - 1] as usize, MAX_SMALL);
    }

    #[test]
    fn division_by_multiplication_is_exact() {
        for &s in &CLASS_SIZE {
            let m = magic(s) as u64;
            for off in 0..BLOCK as u64 {
                assert_eq!((off * m) >> 32, off / s as u64);
            }
        }
    }
}
