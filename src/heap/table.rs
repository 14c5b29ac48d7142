//! Tables that grow and never move: what running code indexes through a plain pointer.
//!
//! A table reserves address space for all it may ever hold and makes it usable as it fills. It has two ends: entries from 0 on,
//! and, from a fixed index on, a second part that grows independently (run-time types made by a running program, whose numbers
//! must not get in the way of those a compiler gives out). Whoever adds holds a lock of his own or has stopped the world;
//! readers need none: an entry is written before the length that covers it, and before its index is handed to anybody.

use crate::base::sync::atomic::AtomicUsize;
use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::atomic::Ordering::Release;
use std::alloc::Layout;
use std::alloc::alloc_zeroed;
use std::alloc::dealloc;
use std::io;
use std::marker::PhantomData;
use std::ops::Deref;

const PAGE: usize = 4096;
/// The least that is made usable at once, when a table grows.
const STEP: usize = 64 << 10;
/// Tables of at most so many bytes, such as those of small programs that do not grow, come from the allocator: a mapping each
/// would cost more than all that is put into them.
const SMALL: usize = 256 << 10;
/// Mappings of at most so many bytes are usable at once: they count for little where memory is not promised beyond what there is.
const SPARSE: usize = 16 << 20;

/// One of a table's two parts.
struct Part {
    first: usize,
    room: usize,
    len: AtomicUsize,
    /// Bytes of this part that can be used.
    usable: AtomicUsize,
}

/// A table of `T`. Dereferences to its first part.
pub struct Table<T> {
    base: *mut T,
    low: Part,
    high: Part,
    bytes: usize,
    /// Where its memory comes from when that is the allocator.
    layout: Option<Layout>,
    owns: PhantomData<T>,
}

// SAFETY: a table owns its entries like a Vec; the pointer is not shared beyond the borrow rules stated above.
unsafe impl<T: Send> Send for Table<T> {}
// SAFETY: as above.
unsafe impl<T: Sync> Sync for Table<T> {}

/// A table has no room for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

impl<T> Table<T> {
    /// Room for `room` entries.
    pub fn new(room: usize) -> io::Result<Table<T>> {
        Table::with_second(room, 0)
    }

    /// The same, and for `second` more in the second part, which begins at index `room`.
    pub fn with_second(room: usize, second: usize) -> io::Result<Table<T>> {
        let room = room.max(1);
        let entries = room.checked_add(second);
        let bytes = entries
            .and_then(|n| n.checked_mul(size_of::<T>().max(1)))
            .and_then(|n| n.checked_next_multiple_of(16))
            .ok_or_else(|| io::Error::from(io::ErrorKind::OutOfMemory))?;
        let part = |first, room, usable| Part {
            first,
            room,
            len: AtomicUsize::new(0),
            usable: AtomicUsize::new(usable),
        };
        if bytes <= SMALL
            && let Ok(layout) = Layout::from_size_align(bytes, align_of::<T>().max(64))
        {
            // SAFETY: there is room for one entry at least.
            let base = unsafe { alloc_zeroed(layout) };
            if base.is_null() {
                return Err(io::ErrorKind::OutOfMemory.into());
            }
            let size = size_of::<T>();
            return Ok(Table {
                base: base.cast(),
                low: part(0, room, room * size),
                high: part(room, second, second * size),
                bytes,
                layout: Some(layout),
                owns: PhantomData,
            });
        }
        let bytes = bytes
            .checked_next_multiple_of(PAGE)
            .ok_or_else(|| io::Error::from(io::ErrorKind::OutOfMemory))?;
        let (access, usable) = match bytes <= SPARSE {
            true => (libc::PROT_READ | libc::PROT_WRITE, usize::MAX),
            false => (libc::PROT_NONE, 0),
        };
        // SAFETY: a new anonymous mapping touches no existing memory.
        let base = unsafe {
            libc::mmap(
                std::ptr::null_mut(),
                bytes,
                access,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
                -1,
                0,
            )
        };
        if base == libc::MAP_FAILED {
            return Err(io::Error::last_os_error());
        }
        Ok(Table {
            base: base.cast(),
            low: part(0, room, usable),
            high: part(room, second, usable),
            bytes,
            layout: None,
            owns: PhantomData,
        })
    }

    /// Makes room usable for `more` entries beyond those there are.
    pub fn prepare(&self, more: usize) -> Result<(), Full> {
        self.ready(&self.low, more)
    }

    fn ready(&self, part: &Part, more: usize) -> Result<(), Full> {
        let size = size_of::<T>();
        let len = part.len.load(Relaxed);
        if more > part.room - len {
            return Err(Full);
        }
        let (need, have) = ((len + more) * size, part.usable.load(Relaxed));
        if need <= have {
            return Ok(());
        }
        let want = if have == 0 {
            need
        } else {
            need.max(have + STEP)
        };
        let want = want.min(part.room * size);
        let start = (self.base as usize + part.first * size) / PAGE * PAGE;
        let end = self.base as usize + (part.first * size + want).next_multiple_of(PAGE);
        // SAFETY: inside this table's own mapping.
        if unsafe {
            libc::mprotect(
                start as *mut _,
                end - start,
                libc::PROT_READ | libc::PROT_WRITE,
            )
        } != 0
        {
            return Err(Full);
        }
        part.usable.store(want, Relaxed);
        Ok(())
    }

    fn add(&self, part: &Part, v: T) -> Result<usize, Full> {
        self.ready(part, 1)?;
        let n = part.len.load(Relaxed);
        let i = part.first + n;
        // SAFETY: usable memory beyond the entries there are; callers serialize themselves.
        unsafe { self.base.add(i).write(v) };
        part.len.store(n + 1, Release);
        Ok(i)
    }

    /// Adds to the first part: the entry's index. Callers serialize themselves.
    pub fn push(&self, v: T) -> Result<usize, Full> {
        self.add(&self.low, v)
    }

    /// Adds to the second part: the entry's index. Callers serialize themselves.
    pub fn push_second(&self, v: T) -> Result<usize, Full> {
        self.add(&self.high, v)
    }

    /// Adds many to the first part.
    pub fn push_all(&self, all: &[T]) -> Result<(), Full>
    where
        T: Copy,
    {
        self.ready(&self.low, all.len())?;
        let n = self.low.len.load(Relaxed);
        // SAFETY: as in `add`; the source cannot overlap what is beyond the entries.
        unsafe { std::ptr::copy_nonoverlapping(all.as_ptr(), self.base.add(n), all.len()) };
        self.low.len.store(n + all.len(), Release);
        Ok(())
    }

    /// Entry `i` of either part, not checked.
    ///
    /// # Safety
    /// There is such an entry.
    #[inline(always)]
    pub unsafe fn at(&self, i: usize) -> &T {
        debug_assert!(self.has(i), "a table's entry {i} that is not there");
        &*self.base.add(i)
    }

    /// Whether there is an entry `i` in either part.
    pub fn has(&self, i: usize) -> bool {
        i < self.low.len.load(Acquire)
            || i.wrapping_sub(self.high.first) < self.high.len.load(Acquire)
    }

    /// The first entry's address, which never changes.
    #[inline(always)]
    pub fn start(&self) -> *mut T {
        self.base
    }

    /// How many more entries the first part can take.
    pub fn room(&self) -> usize {
        self.low.room - self.low.len.load(Acquire)
    }
}

impl<T> Deref for Table<T> {
    type Target = [T];

    #[inline(always)]
    fn deref(&self) -> &[T] {
        // SAFETY: so many entries have been written.
        unsafe { std::slice::from_raw_parts(self.base, self.low.len.load(Acquire)) }
    }
}

impl<T> Drop for Table<T> {
    fn drop(&mut self) {
        for part in [&self.low, &self.high] {
            for i in 0..part.len.load(Relaxed) {
                // SAFETY: written, and nobody has the table any more.
                unsafe { self.base.add(part.first + i).drop_in_place() };
            }
        }
        // SAFETY: our own memory.
        unsafe {
            match self.layout {
                Some(layout) => dealloc(self.base.cast(), layout),
                None => {
                    libc::munmap(self.base.cast(), self.bytes);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stay_where_they_are() {
        let t: Table<Box<usize>> = Table::with_second(100_000, 10).unwrap();
        t.push(Box::new(0)).unwrap();
        let first: *const Box<usize> = &t[0];
        for i in 1..100_000 {
            assert_eq!(t.push(Box::new(i)), Ok(i));
        }
        assert_eq!(t.push(Box::new(7)), Err(Full));
        assert!(std::ptr::eq(first, &t[0]));
        assert!(t.iter().enumerate().all(|(i, v)| **v == i));
    }

    #[test]
    fn the_second_part_has_numbers_of_its_own() {
        let t: Table<String> = Table::with_second(1000, 2).unwrap();
        t.push("a".into()).unwrap();
        assert_eq!(t.push_second("x".into()), Ok(1000));
        assert_eq!(t.push_second("y".into()), Ok(1001));
        assert_eq!(t.push_second("z".into()), Err(Full));
        assert_eq!(t.push("b".into()), Ok(1));
        assert_eq!(&t[..], ["a", "b"]);
        // SAFETY: has just been added.
        assert_eq!(unsafe { t.at(1001) }, "y");
        assert!(t.has(1) && !t.has(2) && t.has(1000) && !t.has(1002));
    }
}
