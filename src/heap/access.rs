//! Memory that a racing program may write at any time is read and written here: relaxed atomics through raw pointers, and
//! copies that never tear a pointer or a two-slot value. Nobody makes a `&[u8]` of such memory.
//!
//! On x86-64 copies between addresses that differ by other than a multiple of 8, which hold no pointers, use unaligned vector moves
//! in inline assembly, which to the language are accesses of unknown kind, not data races.

use std::sync::atomic::AtomicU8;
use std::sync::atomic::AtomicU16;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

use super::atomic16;

macro_rules! accessors {
    ($($load:ident $store:ident $int:ty, $atomic:ty;)*) => { $(
        /// A relaxed atomic load.
        ///
        /// # Safety
        /// `p` is aligned to its size and points into live memory of a heap, or of the caller's own.
        #[inline(always)]
        pub unsafe fn $load(p: *const $int) -> $int {
            <$atomic>::from_ptr(p.cast_mut()).load(Relaxed)
        }

        /// A relaxed atomic store.
        ///
        /// # Safety
        /// As for the load; the memory may be written.
        #[inline(always)]
        pub unsafe fn $store(p: *mut $int, v: $int) {
            <$atomic>::from_ptr(p).store(v, Relaxed)
        }
    )* };
}

accessors! {
    load8 store8 u8, AtomicU8;
    load16 store16 u16, AtomicU16;
    load32 store32 u32, AtomicU32;
    load64 store64 u64, AtomicU64;
}

/// How much to copy or clear between looks at the clock: pieces of this size take some microseconds.
pub const COPY_PIECE: usize = 64 << 10;

/// Moves `bytes` bytes as `copy` does: the ranges may overlap. Aligned two-slot values and words are never torn as long as both
/// addresses have the same alignment, which typed copies have. A long copy can be made in pieces; if the ranges overlap with
/// `dst` above `src`, the last piece goes first.
///
/// # Safety
/// Both ranges lie in live memory, `dst` in memory that may be written.
#[inline]
pub unsafe fn copy_words(dst: *mut u8, src: *const u8, bytes: usize) {
    if bytes == 0 || dst.cast_const() == src {
        return;
    }
    if (dst as usize).wrapping_sub(src as usize) >= bytes {
        match (dst as usize | src as usize | bytes) % 16 {
            0 => copy_pairs(dst.cast(), src.cast(), bytes / 16),
            8 if common_alignment(dst, src) == 16 => copy_words_of_8(dst, src, bytes),
            _ => copy_forward(dst, src, bytes),
        }
    } else {
        copy_backward(dst, src, bytes);
    }
}

/// The largest power of two up to 16 by which the two addresses agree.
#[inline(always)]
fn common_alignment(dst: *const u8, src: *const u8) -> usize {
    1 << ((dst as usize ^ src as usize) | 16).trailing_zeros()
}

/// Copies 1, 2, 4 or 8 bytes between addresses aligned to that.
#[inline(always)]
unsafe fn copy_unit(dst: *mut u8, src: *const u8, unit: usize) {
    match unit {
        1 => store8(dst, load8(src)),
        2 => store16(dst.cast(), load16(src.cast())),
        4 => store32(dst.cast(), load32(src.cast())),
        _ => store64(dst.cast(), load64(src.cast())),
    }
}

#[inline(always)]
unsafe fn copy_pairs(dst: *mut u64, src: *const u64, pairs: usize) {
    for i in 0..pairs {
        atomic16::copy(dst.add(i * 2), src.add(i * 2));
    }
}

/// Whole words between addresses that agree by 16: perhaps a word, pairs, perhaps a word.
#[inline]
unsafe fn copy_words_of_8(dst: *mut u8, src: *const u8, bytes: usize) {
    let head = dst as usize & 8;
    if head != 0 {
        copy_unit(dst, src, 8);
    }
    let pairs = (bytes - head) / 16;
    copy_pairs(dst.add(head).cast(), src.add(head).cast(), pairs);
    if head + pairs * 16 < bytes {
        let at = head + pairs * 16;
        copy_unit(dst.add(at), src.add(at), 8);
    }
}

unsafe fn copy_forward(dst: *mut u8, src: *const u8, bytes: usize) {
    let common = common_alignment(dst, src);
    let mut at = 0;
    if common >= 8 {
        // Small units up to alignment, the body in the largest, and small units again.
        for unit in [1, 2, 4, 8] {
            if unit < common && (dst as usize + at) & unit != 0 && at + unit <= bytes {
                copy_unit(dst.add(at), src.add(at), unit);
                at += unit;
            }
        }
        if common == 16 && (dst as usize + at).is_multiple_of(16) {
            while at + 16 <= bytes {
                atomic16::copy(dst.add(at).cast(), src.add(at).cast());
                at += 16;
            }
        }
        if (dst as usize + at).is_multiple_of(8) {
            while at + 8 <= bytes {
                copy_unit(dst.add(at), src.add(at), 8);
                at += 8;
            }
        }
        for unit in [4, 2, 1] {
            while at + unit <= bytes && (dst as usize + at).is_multiple_of(unit) {
                copy_unit(dst.add(at), src.add(at), unit);
                at += unit;
            }
        }
        return;
    }
    #[cfg(target_arch = "x86_64")]
    while at + 16 <= bytes {
        move16_unaligned(dst.add(at), src.add(at));
        at += 16;
    }
    copy_units_forward(dst, src, at, bytes, common);
}

unsafe fn copy_units_forward(
    dst: *mut u8,
    src: *const u8,
    mut at: usize,
    bytes: usize,
    common: usize,
) {
    while at < bytes {
        let mut unit = common;
        while unit > 1 && (!(dst as usize + at).is_multiple_of(unit) || at + unit > bytes) {
            unit /= 2;
        }
        copy_unit(dst.add(at), src.add(at), unit);
        at += unit;
    }
}

unsafe fn copy_backward(dst: *mut u8, src: *const u8, bytes: usize) {
    let common = common_alignment(dst, src);
    let mut end = bytes;
    if common >= 8 {
        for unit in [1, 2, 4, 8] {
            if unit < common && (dst as usize + end) & unit != 0 && end >= unit {
                end -= unit;
                copy_unit(dst.add(end), src.add(end), unit);
            }
        }
        if common == 16 && (dst as usize + end).is_multiple_of(16) {
            while end >= 16 {
                end -= 16;
                atomic16::copy(dst.add(end).cast(), src.add(end).cast());
            }
        }
        if (dst as usize + end).is_multiple_of(8) {
            while end >= 8 {
                end -= 8;
                copy_unit(dst.add(end), src.add(end), 8);
            }
        }
        for unit in [4, 2, 1] {
            while end >= unit && (dst as usize + end).is_multiple_of(unit) {
                end -= unit;
                copy_unit(dst.add(end), src.add(end), unit);
            }
        }
        return;
    }
    #[cfg(target_arch = "x86_64")]
    while end >= 16 {
        end -= 16;
        move16_unaligned(dst.add(end), src.add(end));
    }
    while end > 0 {
        let mut unit = common;
        while unit > 1 && (!(dst as usize + end).is_multiple_of(unit) || unit > end) {
            unit /= 2;
        }
        end -= unit;
        copy_unit(dst.add(end), src.add(end), unit);
    }
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
unsafe fn move16_unaligned(dst: *mut u8, src: *const u8) {
    std::arch::asm!(
        "movdqu {x}, [{s}]",
        "movdqu [{d}], {x}",
        x = out(xmm_reg) _,
        s = in(reg) src,
        d = in(reg) dst,
        options(nostack, preserves_flags)
    );
}

/// Copies shared memory into a buffer of the caller's own.
///
/// # Safety
/// `out.len()` bytes from `src` on are live.
#[inline]
pub unsafe fn copy_out(src: *const u8, out: &mut [u8]) {
    copy_words(out.as_mut_ptr(), src, out.len());
}

/// Copies a buffer of the caller's own into shared memory.
///
/// # Safety
/// `bytes.len()` bytes from `dst` on are live and may be written.
#[inline]
pub unsafe fn copy_in(dst: *mut u8, bytes: &[u8]) {
    copy_words(dst, bytes.as_ptr(), bytes.len());
}

/// Sets `bytes` bytes to zero, pairs and words in one access each.
///
/// # Safety
/// The range lies in live memory that may be written.
pub unsafe fn clear(dst: *mut u8, bytes: usize) {
    let mut at = 0;
    while at < bytes && !(dst as usize + at).is_multiple_of(16) {
        let unit = 1 << (dst as usize + at).trailing_zeros();
        if at + unit > bytes {
            break;
        }
        match unit {
            1 => store8(dst.add(at), 0),
            2 => store16(dst.add(at).cast(), 0),
            4 => store32(dst.add(at).cast(), 0),
            _ => store64(dst.add(at).cast(), 0),
        }
        at += unit;
    }
    while (dst as usize + at).is_multiple_of(16) && at + 16 <= bytes {
        atomic16::store(dst.add(at).cast(), 0, 0);
        at += 16;
    }
    while (dst as usize + at).is_multiple_of(8) && at + 8 <= bytes {
        store64(dst.add(at).cast(), 0);
        at += 8;
    }
    while at < bytes {
        store8(dst.add(at), 0);
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[repr(align(64))]
    struct Memory([u8; 512]);

    #[test]
    fn copies_agree_with_memmove_at_every_alignment_and_overlap() {
        for from in 100..118usize {
            for to in (60..160usize).step_by(3).chain(96..120) {
                for len in [0, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 24, 31, 33, 64, 100] {
                    let mut m = Memory(std::array::from_fn(|i| (i * 7 + i / 256) as u8));
                    let mut want = m.0;
                    want.copy_within(from..from + len, to);
                    let p = m.0.as_mut_ptr();
                    // SAFETY: both ranges lie in `m`.
                    unsafe { copy_words(p.add(to), p.add(from).cast_const(), len) };
                    assert!(m.0 == want, "from {from} to {to} len {len}");
                }
            }
        }
    }

    #[test]
    fn clear_clears_exactly_the_range() {
        for from in 64..96 {
            for len in 0..70 {
                let mut m = Memory([0xAA; 512]);
                // SAFETY: the range lies in `m`.
                unsafe { clear(m.0.as_mut_ptr().add(from), len) };
                for (i, b) in m.0.iter().enumerate() {
                    assert_eq!(*b == 0, (from..from + len).contains(&i));
                }
            }
        }
    }
}
