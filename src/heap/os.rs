//! Address space from the operating system: reserved without access, made usable from the front as it is needed.

use std::io;

/// A range of address space. The first `committed` bytes can be read and written, the rest not at all.
pub(super) struct Reservation {
    pub base: usize,
    pub len: usize,
    committed: crate::base::sync::atomic::AtomicUsize,
}

use crate::base::sync::atomic::Ordering::Relaxed;

const ALIGN: usize = 2 << 20;
const PAGE: usize = 4096;

/// A new mapping at an address the kernel picks.
fn map(len: usize, access: libc::c_int) -> io::Result<usize> {
    // SAFETY: touches no existing memory.
    let p = unsafe {
        libc::mmap(
            std::ptr::null_mut(),
            len,
            access,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
            -1,
            0,
        )
    };
    match p {
        libc::MAP_FAILED => Err(io::Error::last_os_error()),
        p => Ok(p as usize),
    }
}

impl Reservation {
    /// Reserves several ranges at once, each aligned to 2 MiB.
    pub fn several<const N: usize>(lens: [usize; N]) -> io::Result<[Reservation; N]> {
        let lens = lens.map(|n| n.next_multiple_of(ALIGN));
        let whole: usize = lens.iter().sum();
        let start = map(whole + ALIGN, libc::PROT_NONE)?;
        let mut base = start.next_multiple_of(ALIGN);
        // SAFETY: both pieces lie inside the mapping just made, outside the part that is kept.
        unsafe {
            if base > start {
                libc::munmap(start as *mut _, base - start);
            }
            let end = start + whole + ALIGN;
            if end > base + whole {
                libc::munmap((base + whole) as *mut _, end - base - whole);
            }
        }
        Ok(lens.map(|len| {
            let one = Reservation {
                base,
                len,
                committed: 0.into(),
            };
            base += len;
            one
        }))
    }

    /// Reserves `len` bytes that can be used at once: for tables whose use is sparse.
    pub fn usable(len: usize) -> io::Result<Reservation> {
        let len = len.next_multiple_of(PAGE);
        Ok(Reservation {
            base: map(len, libc::PROT_READ | libc::PROT_WRITE)?,
            len,
            committed: len.into(),
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

    /// The bytes made usable so far.
    pub fn committed(&self) -> usize {
        self.committed.load(Relaxed)
    }
}

/// Zeroes that can only be read. They take address space, not memory.
pub struct Zeroes {
    base: *mut u8,
    len: usize,
}

impl Zeroes {
    /// So many of them.
    pub fn new(len: usize) -> io::Result<Zeroes> {
        // SAFETY: a new anonymous mapping at an address the kernel picks touches no existing memory.
        let p = unsafe {
            libc::mmap(
                std::ptr::null_mut(),
                len,
                libc::PROT_READ,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
                -1,
                0,
            )
        };
        if p == libc::MAP_FAILED {
            return Err(io::Error::last_os_error());
        }
        Ok(Zeroes {
            base: p.cast(),
            len,
        })
    }

    /// The first of them.
    pub fn start(&self) -> *mut u8 {
        self.base
    }

    /// How many there are.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> usize {
        self.len
    }
}

impl Drop for Zeroes {
    fn drop(&mut self) {
        // SAFETY: the mapping is ours, and whoever drops it no longer reads it.
        unsafe {
            libc::munmap(self.base.cast(), self.len);
        }
    }
}

// SAFETY: memory that nobody writes.
unsafe impl Send for Zeroes {}
// SAFETY: as above.
unsafe impl Sync for Zeroes {}

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
