//! Pointers to what is known of as arguments: [`At`] a word, some words, an interface. What the Go side declares and what the
//! native says have to agree; the rest is checked here.

use crate::heap::access;
use crate::heap::atomic16;
use crate::heap::barrier;
use crate::value::Iface;
use crate::value::Trap;
use crate::vm::native::Arg;
use crate::vm::native::Stop;
use std::marker::PhantomData;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::AtomicU64;

/// A pointer to a `T` in the program's memory, or nil, which every access answers by Go's panic.
pub struct At<T>(u64, PhantomData<*mut T>);

impl<T> Clone for At<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for At<T> {}

impl<T> At<T> {
    /// Whether it is nil.
    pub fn is_nil(self) -> bool {
        self.0 == 0
    }

    /// The address.
    pub fn address(self) -> u64 {
        self.0
    }

    #[inline(always)]
    pub(super) fn start(self) -> Result<*mut T, Stop> {
        match self.0 {
            0 => Err(Stop::Trap(Trap::NilDeref)),
            p => Ok(p as *mut T),
        }
    }
}

impl At<u32> {
    /// The word, which the program touches by atomic operations only.
    #[inline(always)]
    pub fn atomic<'a>(self) -> Result<&'a AtomicU32, Stop> {
        // SAFETY: aligned, in memory that lives as long as the call.
        Ok(unsafe { &*self.start()?.cast() })
    }
}

impl At<u64> {
    /// The word, which the program touches by atomic operations only.
    #[inline(always)]
    pub fn atomic<'a>(self) -> Result<&'a AtomicU64, Stop> {
        // SAFETY: as above.
        Ok(unsafe { &*self.start()?.cast() })
    }
}

impl<const N: usize> At<[u64; N]> {
    /// Word `i`.
    #[inline]
    pub fn get(self, i: usize) -> Result<u64, Stop> {
        assert!(i < N);
        let p = self.start()?.cast::<u64>();
        // SAFETY: one of the words.
        Ok(unsafe { access::load64(p.add(i)) })
    }

    /// Sets word `i`, which is no pointer.
    #[inline]
    pub fn set(self, i: usize, word: u64) -> Result<(), Stop> {
        assert!(i < N);
        let p = self.start()?.cast::<u64>();
        // SAFETY: as above.
        unsafe { access::store64(p.add(i), word) };
        Ok(())
    }
}

impl<const N: usize> At<[u64; N]> {
    /// Sets the words from the first on; none of them is a pointer.
    pub fn set_all(self, words: impl IntoIterator<Item = u64>) -> Result<(), Stop> {
        self.start()?;
        words
            .into_iter()
            .enumerate()
            .try_for_each(|(i, w)| self.set(i, w))
    }
}

impl At<Iface> {
    /// The interface.
    pub fn get(self) -> Result<Iface, Stop> {
        // SAFETY: both slots are from one access.
        unsafe {
            let (a, b) = atomic16::load(self.start()?.cast());
            Ok(Iface::from_slots([a, b].as_ptr()))
        }
    }

    /// Sets it.
    pub fn set(self, v: Iface) -> Result<(), Stop> {
        let [a, b] = v.slots();
        // SAFETY: an interface variable.
        unsafe { barrier::store_pair(self.start()?.cast(), a, b) };
        Ok(())
    }
}

impl<T> Arg<'_> for At<T> {
    const SLOTS: u16 = 1;
    const GO: &'static str = "pointer";
    #[inline(always)]
    unsafe fn read_arg(s: *const u64) -> Self {
        At(*s, PhantomData)
    }
}
