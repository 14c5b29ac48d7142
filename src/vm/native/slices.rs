//! Slices of strings and of interfaces as arguments. Other goroutines may write their elements at any moment: each is read and
//! written in one access.

use crate::heap::MapId;
use crate::heap::atomic16;
use crate::heap::barrier;
use crate::value::Iface;
use crate::value::SliceVal;
use crate::value::Str;
use crate::value::Trap;
use crate::vm::native::Arg;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Stop;
use std::marker::PhantomData;

fn load(s: SliceVal, i: usize) -> (u64, u64) {
    assert!(i < s.len as usize);
    // SAFETY: element i of a live slice of two-slot values.
    unsafe { atomic16::load(s.ptr.cast::<u64>().add(2 * i)) }
}

fn store(s: SliceVal, i: usize, [a, b]: [u64; 2]) {
    assert!(i < s.len as usize);
    // SAFETY: as above.
    unsafe { barrier::store_pair(s.ptr.cast::<u64>().add(2 * i), a, b) }
}

/// A `[]string`.
#[derive(Clone, Copy)]
pub struct Strings<'c>(SliceVal, PhantomData<GoStr<'c>>);

impl<'c> Strings<'c> {
    /// Length.
    pub fn len(self) -> usize {
        self.0.len as usize
    }

    /// Whether it is empty.
    pub fn is_empty(self) -> bool {
        self.0.len == 0
    }

    /// Element `i`, which is below the length.
    pub fn get(self, i: usize) -> GoStr<'c> {
        let (a, b) = load(self.0, i);
        // SAFETY: both slots are from one access.
        unsafe { Str::from_parts(a, b) }
    }

    /// Sets element `i`.
    pub fn set(self, i: usize, s: GoStr<'c>) {
        store(self.0, i, s.slots());
    }

    /// All elements.
    pub fn to_vec(self) -> Vec<GoStr<'c>> {
        (0..self.len()).map(|i| self.get(i)).collect()
    }
}

impl NativeCx<'_> {
    /// A `[]string` of the pieces of `s` from one place to another, never nil.
    pub fn new_pieces(
        &mut self,
        s: GoStr<'_>,
        places: &[(usize, usize)],
    ) -> Result<SliceVal, Stop> {
        let n = places.len();
        if n == 0 {
            return Ok(SliceVal::new(self.heap().zero_base() as *mut u8, 0, 0));
        }
        if n > u32::MAX as usize {
            return Err(Stop::Trap(Trap::OutOfMemory));
        }
        let p = self
            .cache()
            .alloc(n * 16, MapId::FIRST_OF_TWO)
            .map_err(Trap::from)?;
        let all = SliceVal::new(p.as_ptr(), n as u32, n as u32);
        for (i, &(lo, hi)) in places.iter().enumerate() {
            store(all, i, s.slice(lo, hi).slots());
        }
        Ok(all)
    }
}

impl Arg<'_> for Strings<'_> {
    const SLOTS: u16 = 2;
    const GO: &'static str = "slice";
    #[inline(always)]
    unsafe fn read_arg(s: *const u64) -> Self {
        Strings(SliceVal::from_slots(s), PhantomData)
    }
}

/// A `[]any`.
#[derive(Clone, Copy)]
pub struct Anys(SliceVal);

impl Anys {
    /// Length.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.0.len as usize
    }

    /// Whether it is empty.
    pub fn is_empty(self) -> bool {
        self.0.len == 0
    }

    /// Element `i`, which is below the length.
    #[inline]
    pub fn get(self, i: usize) -> Iface {
        let (a, b) = load(self.0, i);
        // SAFETY: both slots are from one access.
        unsafe { Iface::from_slots([a, b].as_ptr()) }
    }
}

impl Arg<'_> for Anys {
    const SLOTS: u16 = 2;
    const GO: &'static str = "slice";
    #[inline(always)]
    unsafe fn read_arg(s: *const u64) -> Self {
        Anys(SliceVal::from_slots(s))
    }
}
