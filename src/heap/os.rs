//! Address space from the operating system: reserved without access, made usable from the front as it is needed.

use std::io;

/// A range of address space. The first `committed` bytes can be read and written, the rest not at all.
pub(super) struct Reservation {
    pub base: usize,
    pub len: usize,
    committed: std::sync::atomic::AtomicUsize,
}

use std::sync::atomic::Ordering::Relaxed;

const ALIGN: usize = 2 << 20;

impl Reservation {
    /// Reserves `len` bytes, aligned to 2 MiB.
    pub fn new(len: usize) -> io::Result<Reservation> {
        let len = len.next_multiple_of(ALIGN);
        // SAFETY: a new anonymous mapping at an address the kernel picks touches no existing memory.
        let p = unsafe {
            libc::mmap(
                std::ptr::null_mut(),
                len + ALIGN,
                libc::PROT_NONE,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
                -1,
                0,
            )
        };
        if p == libc::MAP_FAILED {
            return Err(io::Error::last_os_error());
        }
        let start = p as usize;
        let base = start.next_multiple_of(ALIGN);
        // SAFETY: both pieces lie inside the mapping just made, outside the part that is kept.
        unsafe {
            if base > start {
                libc::munmap(start as *mut _, base - start);
            }
            let end = start + len + ALIGN;
            if end > base + len {
                libc::munmap((base + len) as *mut _, end - base - len);
            }
        }
        Ok(Reservation {
            base,
            len,
            committed: 0.into(),
        })
    }

    /// Makes the first `len` bytes usable. Callers serialize themselves. False when the system refuses.
    pub fn commit(&self, len: usize, step: usize) -> bool {
        let have = self.committed.load(Relaxed);
        if len <= have {
            return true;
        }
        if len > self.len {
            return false;
        }
        let want = len.next_multiple_of(step).min(self.len);
        // SAFETY: the range lies inside this reservation, beyond what is in use.
        let ok = unsafe {
            libc::mprotect(
                (self.base + have) as *mut _,
                want - have,
                libc::PROT_READ | libc::PROT_WRITE,
            ) == 0
        };
        if ok {
            self.committed.store(want, Relaxed);
        }
        ok
    }

    /// Makes all of it usable at once: for tables whose use is sparse.
    pub fn commit_all(self) -> io::Result<Reservation> {
        if self.commit(self.len, self.len) {
            Ok(self)
        } else {
            Err(io::Error::last_os_error())
        }
    }

    /// The bytes made usable so far.
    pub fn committed(&self) -> usize {
        self.committed.load(Relaxed)
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        // SAFETY: the range is ours, and whoever drops the reservation no longer uses it.
        unsafe {
            libc::munmap(self.base as *mut _, self.len);
        }
    }
}

/// Gives the pages of a range back; they read as zero afterwards. False if the system did not take them.
///
/// # Safety
/// `[addr, addr + len)` is page-aligned, committed memory of a [`Reservation`] that nobody uses.
pub(super) unsafe fn release(addr: usize, len: usize) -> bool {
    #[cfg(target_os = "linux")]
    {
        libc::madvise(addr as *mut _, len, libc::MADV_DONTNEED) == 0
    }
    #[cfg(not(target_os = "linux"))]
    {
        // Elsewhere MADV_DONTNEED promises no zeroes: map the range anew.
        libc::mmap(
            addr as *mut _,
            len,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE | libc::MAP_FIXED,
            -1,
            0,
        ) != libc::MAP_FAILED
    }
}

/// Asks for huge pages in a range; a hint only.
pub(super) fn advise_huge(addr: usize, len: usize) {
    #[cfg(target_os = "linux")]
    // SAFETY: the advice changes no contents.
    unsafe {
        libc::madvise(addr as *mut _, len, libc::MADV_HUGEPAGE);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (addr, len);
}
