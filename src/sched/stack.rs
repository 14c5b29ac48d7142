//! Memory of goroutines' stacks. Small ones come from the allocator. A large one is a mapping of its own: growing it moves pages
//! instead of copying what is on them, and when it is given back, it is the system's again at once.

use std::alloc::Layout;
use std::alloc::alloc;
use std::alloc::dealloc;
use std::ptr::null_mut;

/// Bytes from which on a stack is a mapping: few programs have any, and none has so many that mappings run out.
const LARGE: usize = 4 << 20;

fn layout(nslots: usize) -> Layout {
    Layout::from_size_align(nslots * 8, 16).expect("a stack's size is bounded")
}

/// Bytes of the mapping, if the stack is one.
fn mapped(nslots: usize) -> Option<usize> {
    let bytes = nslots * 8;
    (bytes >= LARGE).then(|| bytes.next_multiple_of(4096))
}

/// A stack of so many slots, with anything in them; null when memory is refused.
pub(super) unsafe fn new(nslots: usize) -> *mut u64 {
    let Some(bytes) = mapped(nslots) else {
        return alloc(layout(nslots)).cast();
    };
    let m = libc::mmap(
        null_mut(),
        bytes,
        libc::PROT_READ | libc::PROT_WRITE,
        libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
        -1,
        0,
    );
    usable(m)
}

fn usable(m: *mut libc::c_void) -> *mut u64 {
    match m {
        libc::MAP_FAILED => null_mut(),
        m => m.cast(),
    }
}

/// Gives a stack back.
///
/// # Safety
/// Made by [`new`] or [`grow`] with so many slots, and used no more.
pub(super) unsafe fn free(m: *mut u64, nslots: usize) {
    match mapped(nslots) {
        Some(bytes) => {
            libc::munmap(m.cast(), bytes);
        }
        None => dealloc(m.cast(), layout(nslots)),
    }
}

/// A larger stack with the same contents in front, in place of this one; null, and nothing has happened, when memory is refused.
///
/// # Safety
/// As for [`free`].
pub(super) unsafe fn grow(m: *mut u64, old: usize, nslots: usize) -> *mut u64 {
    #[cfg(target_os = "linux")]
    if let (Some(from), Some(to)) = (mapped(old), mapped(nslots)) {
        return usable(libc::mremap(m.cast(), from, to, libc::MREMAP_MAYMOVE));
    }
    let new = new(nslots);
    if !new.is_null() {
        std::ptr::copy_nonoverlapping(m, new, old);
        free(m, old);
    }
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_stay() {
        // SAFETY: slots below the sizes asked for.
        unsafe {
            let mut n = 1 << 12;
            let mut m = new(n);
            let mut filled = 0;
            while n <= 1 << 23 {
                assert!(!m.is_null());
                for i in filled..n {
                    *m.add(i) = i as u64;
                }
                filled = n;
                // Not always a whole number of pages.
                let larger = n * 2 + 7;
                m = grow(m, n, larger);
                n = larger;
            }
            assert!((0..filled).all(|i| *m.add(i) == i as u64));
            free(m, n);
        }
    }
}
