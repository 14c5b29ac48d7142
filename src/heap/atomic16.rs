//! 16-byte accesses that cannot tear: how two-slot values (strings, slices, interfaces) are read and written in memory that
//! goroutines share.
//!
//! x86-64: Intel and AMD guarantee that an aligned 16-byte vector move is one access on every CPU with AVX. It is inline
//! assembly because a compiler may narrow an intrinsic load to the half that is used. arm64: `ldp`/`stp` with FEAT_LSE2. Elsewhere,
//! and on older CPUs, a striped lock. One half alone may be read by an ordinary 8-byte load in any case.

use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Acquire;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::Ordering::Release;

/// Set once, before any heap exists, if the CPU gives no guarantee. A property of the machine, not of an instance.
static LOCKED: AtomicBool = AtomicBool::new(cfg!(not(any(
    target_arch = "x86_64",
    target_arch = "aarch64"
))));

/// Looks at the CPU. Called when a heap is made.
pub(super) fn detect() {
    #[cfg(target_arch = "x86_64")]
    let single = std::arch::is_x86_feature_detected!("avx");
    #[cfg(target_arch = "aarch64")]
    let single = std::arch::is_aarch64_feature_detected!("lse2");
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    let single = false;
    if !single {
        LOCKED.store(true, Relaxed);
    }
}

/// Whether the striped lock is in use. An instruction that finds it is not may use [`load_to`] and [`store_single`], whose
/// code has no slow path in it.
#[inline(always)]
pub fn is_locked() -> bool {
    LOCKED.load(Relaxed)
}

/// Loads 16 bytes in one access and stores them to `dst`, which is the caller's own and need not be 16-aligned.
///
/// # Safety
/// As for [`load`]; [`is_locked`] has answered false.
#[inline(always)]
pub unsafe fn load_to(dst: *mut u64, src: *const u64) {
    #[cfg(target_arch = "x86_64")]
    std::arch::asm!(
        "movdqa {x}, [{s}]",
        "movdqu [{d}], {x}",
        x = out(xmm_reg) _,
        s = in(reg) src,
        d = in(reg) dst,
        options(nostack, preserves_flags)
    );
    #[cfg(not(target_arch = "x86_64"))]
    {
        let (a, b) = load_single(src);
        *dst = a;
        *dst.add(1) = b;
    }
}

/// Loads both words in one access.
///
/// # Safety
/// `p` is 16-aligned and points to 16 bytes of live memory.
#[inline(always)]
pub unsafe fn load(p: *const u64) -> (u64, u64) {
    debug_assert!((p as usize).is_multiple_of(16));
    if LOCKED.load(Relaxed) {
        load_locked(p)
    } else {
        load_single(p)
    }
}

/// Stores both words in one access.
///
/// # Safety
/// As for [`load`]; the memory may be written.
#[inline(always)]
pub unsafe fn store(p: *mut u64, first: u64, second: u64) {
    debug_assert!((p as usize).is_multiple_of(16));
    if LOCKED.load(Relaxed) {
        store_locked(p, first, second)
    } else {
        store_single(p, first, second)
    }
}

/// Copies 16 bytes, each side in one access.
///
/// # Safety
/// As for [`load`] and [`store`].
#[inline(always)]
pub unsafe fn copy(dst: *mut u64, src: *const u64) {
    debug_assert!((dst as usize).is_multiple_of(16) && (src as usize).is_multiple_of(16));
    #[cfg(target_arch = "x86_64")]
    if !LOCKED.load(Relaxed) {
        std::arch::asm!(
            "movdqa {x}, [{s}]",
            "movdqa [{d}], {x}",
            x = out(xmm_reg) _,
            s = in(reg) src,
            d = in(reg) dst,
            options(nostack, preserves_flags)
        );
        return;
    }
    let (a, b) = load(src);
    store(dst, a, b);
}

/// As [`load`].
///
/// # Safety
/// As for [`load`]; [`is_locked`] has answered false.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub unsafe fn load_single(p: *const u64) -> (u64, u64) {
    use std::arch::x86_64::*;
    let x: __m128i;
    std::arch::asm!("movdqa {}, [{}]", out(xmm_reg) x, in(reg) p, options(nostack, readonly, preserves_flags));
    (
        _mm_cvtsi128_si64(x) as u64,
        _mm_cvtsi128_si64(_mm_unpackhi_epi64(x, x)) as u64,
    )
}

/// As [`store`].
///
/// # Safety
/// As for [`store`]; [`is_locked`] has answered false.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub unsafe fn store_single(p: *mut u64, first: u64, second: u64) {
    use std::arch::x86_64::*;
    let x: __m128i = _mm_set_epi64x(second as i64, first as i64);
    std::arch::asm!("movdqa [{}], {}", in(reg) p, in(xmm_reg) x, options(nostack, preserves_flags));
}

/// As [`load`].
///
/// # Safety
/// As for [`load`]; [`is_locked`] has answered false.
#[cfg(target_arch = "aarch64")]
#[inline(always)]
pub unsafe fn load_single(p: *const u64) -> (u64, u64) {
    let (a, b);
    std::arch::asm!("ldp {}, {}, [{}]", out(reg) a, out(reg) b, in(reg) p, options(nostack, readonly, preserves_flags));
    (a, b)
}

/// As [`store`].
///
/// # Safety
/// As for [`store`]; [`is_locked`] has answered false.
#[cfg(target_arch = "aarch64")]
#[inline(always)]
pub unsafe fn store_single(p: *mut u64, first: u64, second: u64) {
    std::arch::asm!("stp {}, {}, [{}]", in(reg) first, in(reg) second, in(reg) p, options(nostack, preserves_flags));
}

/// As [`load`].
///
/// # Safety
/// As for [`load`].
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
pub unsafe fn load_single(p: *const u64) -> (u64, u64) {
    load_locked(p)
}

/// As [`store`].
///
/// # Safety
/// As for [`store`].
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
pub unsafe fn store_single(p: *mut u64, first: u64, second: u64) {
    store_locked(p, first, second);
}

const STRIPES: usize = 64;
static LOCKS: [AtomicBool; STRIPES] = [const { AtomicBool::new(false) }; STRIPES];

fn locked<R>(p: *const u64, f: impl FnOnce() -> R) -> R {
    let lock = &LOCKS[p as usize / 16 % STRIPES];
    while lock
        .compare_exchange_weak(false, true, Acquire, Relaxed)
        .is_err()
    {
        std::hint::spin_loop();
    }
    let r = f();
    lock.store(false, Release);
    r
}

#[cold]
#[inline(never)]
unsafe fn load_locked(p: *const u64) -> (u64, u64) {
    let (a, b) = (
        AtomicU64::from_ptr(p.cast_mut()),
        AtomicU64::from_ptr(p.cast_mut().add(1)),
    );
    locked(p, || (a.load(Relaxed), b.load(Relaxed)))
}

#[cold]
#[inline(never)]
unsafe fn store_locked(p: *mut u64, first: u64, second: u64) {
    let (a, b) = (AtomicU64::from_ptr(p), AtomicU64::from_ptr(p.add(1)));
    locked(p, || {
        a.store(first, Relaxed);
        b.store(second, Relaxed);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[repr(align(64))]
    struct Pairs([u64; 8]);

    /// A writer keeps `second == first * K`; readers must never see anything else.
    #[test]
    fn pairs_never_tear() {
        const K: u64 = 0x9E37_79B9_7F4A_7C15;
        type Access = (
            unsafe fn(*const u64) -> (u64, u64),
            unsafe fn(*mut u64, u64, u64),
        );
        detect();
        let ways: [Access; 2] = [(load, store), (load_locked, store_locked)];
        for (read, write) in ways {
            let m = Box::new(Pairs([0; 8]));
            let base = m.0.as_ptr() as usize;
            let stop = AtomicBool::new(false);
            std::thread::scope(|s| {
                s.spawn(|| {
                    let mut i = 0u64;
                    while !stop.load(Relaxed) {
                        i += 1;
                        // SAFETY: inside `m`, 16-aligned.
                        unsafe {
                            write(
                                (base + (i as usize % 4) * 16) as *mut u64,
                                i,
                                i.wrapping_mul(K),
                            )
                        };
                    }
                });
                for i in 0..2_000_000usize {
                    // SAFETY: as above.
                    let (a, b) = unsafe { read((base + (i % 4) * 16) as *const u64) };
                    if b != a.wrapping_mul(K) {
                        stop.store(true, Relaxed);
                        panic!("torn: {a:x} {b:x}");
                    }
                }
                stop.store(true, Relaxed);
            });
        }
    }
}
