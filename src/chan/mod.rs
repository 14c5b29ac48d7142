//! Channels and select.
//!
//! A channel is one object of the garbage-collected heap, its buffer inside or beside it, elements in slot format. It has one
//! lock and two queues of waiting goroutines, first come, first served. Invariants, under the lock:
//!
//! - one of the queues is empty, except for places of selects that wait in both directions on the same channel;
//! - with a free place in the buffer nobody waits to send; with an element in it nobody waits to receive.
//!
//! Values go straight between the two goroutines' registers: the stack of a parked goroutine does not move. Whatever parks
//! saves pc and frame first, queues itself and releases the lock last. `closed`, `len` and the queues' heads are looked at
//! without the lock by a select that wants to know where to try; they are atomic for that. With one worker there is no lock.
//!
//! Lock order: homes of timers by number, channels by address, the scheduler's.

mod ops;
mod select;
mod timer;
mod unblock;

#[cfg(test)]
mod tests;

use crate::base::sync::atomic::AtomicU8;
use crate::base::sync::atomic::AtomicU32;
use crate::base::sync::atomic::Ordering::Relaxed;

use crate::heap::AllocCache;
use crate::heap::AllocError;
use crate::heap::MapId;
use crate::sched::ByteLock;
use crate::sched::Timer;
use crate::sched::WaitQ;

pub use ops::Closing;
pub use ops::Sent;
pub use ops::close;
pub use ops::recv;
pub use ops::send;
pub use ops::try_recv;
pub use ops::try_send;
pub use select::Case;
pub use select::Selected;
pub use select::select;
pub use select::select_from;
pub use timer::clear_timer;
pub use timer::new_timer;
pub use timer::set_timer;
pub use timer::timer_send;
pub use unblock::Snapshot;
pub use unblock::leave;
pub use unblock::snapshot;

/// A channel.
#[repr(C)]
pub struct HChan {
    lock: ByteLock,
    closed: AtomicU8,
    /// Slots of an element: at most 8.
    elem: u8,
    /// [`MEM`], [`BUBBLED`].
    kind: u8,
    cap: u32,
    len: AtomicU32,
    /// Index of the oldest element.
    rx: u32,
    buf: *mut u64,
    /// Odd: the address, plus one, of the instruction that made it (1: unknown). Even: the timer that
    /// sends on it, for the channels of package time.
    origin: *mut Timer,
    recvq: WaitQ,
    sendq: WaitQ,
}

const _: () = assert!(size_of::<HChan>() == 64);

/// In `kind`: elements are large values in memory: one slot that points to them. What stands for zero lies behind the buffer.
const MEM: u8 = 1;
/// In `kind`: made by a goroutine of a bubble.
const BUBBLED: u8 = 2;

/// Buffers up to this many bytes lie in the channel's own object.
const INLINE: usize = 448;

/// A new channel for `cap` elements of `elem` slots, which hold pointers or not. `map` is [`MapId::ALL`], or a kind of objects
/// that are walked so. None in `Ok`: Go's `makechan: size out of range`.
///
/// # Safety
/// `cache` is the calling worker's.
pub unsafe fn make(
    cache: &mut AllocCache,
    map: MapId,
    elem: u16,
    pointers: bool,
    cap: i64,
) -> Result<Option<*mut HChan>, AllocError> {
    make_with(cache, map, elem, pointers, cap, 0)
}

/// The same for elements that are held as a pointer to memory; `zero` points to a zero value, which is what a closed channel
/// gives.
///
/// # Safety
/// As [`make`].
pub unsafe fn make_mem(
    cache: &mut AllocCache,
    map: MapId,
    cap: i64,
    zero: u64,
) -> Result<Option<*mut HChan>, AllocError> {
    make_with(cache, map, 1, true, cap, zero)
}

unsafe fn make_with(
    cache: &mut AllocCache,
    map: MapId,
    elem: u16,
    pointers: bool,
    cap: i64,
    zero: u64,
) -> Result<Option<*mut HChan>, AllocError> {
    let limit = (1i64 << 46) / (i64::from(elem).max(1) * 8);
    if cap < 0 || cap > limit.min(i64::from(u32::MAX)) {
        return Ok(None);
    }
    let bytes = (cap as usize * elem as usize + usize::from(zero != 0)) * 8;
    let head = size_of::<HChan>();
    let inside = bytes <= INLINE;
    // Words that are no heap addresses (queues, counts) are ignored by the marker, so one map serves all channels.
    let c: *mut HChan = cache
        .alloc(if inside { head + bytes } else { head }, map)?
        .as_ptr()
        .cast();
    (*c).elem = elem as u8;
    (*c).kind = if zero != 0 { MEM } else { 0 };
    (*c).cap = cap as u32;
    (*c).origin = std::ptr::without_provenance_mut(1);
    (*c).buf = if inside {
        c.add(1).cast()
    } else {
        cache
            .alloc(bytes, if pointers { MapId::ALL } else { MapId::NONE })?
            .as_ptr()
            .cast()
    };
    if zero != 0 {
        *(*c).buf.add(cap as usize) = zero;
    }
    Ok(Some(c))
}

/// `len(c)`, 0 for nil.
///
/// # Safety
/// `c` is nil or a channel.
#[inline]
pub unsafe fn len(c: *mut HChan) -> usize {
    if c.is_null() || (*c).is_timed() {
        0
    } else {
        (*c).len.load(Relaxed) as usize
    }
}

/// `cap(c)`, 0 for nil.
///
/// # Safety
/// `c` is nil or a channel.
#[inline]
pub unsafe fn cap(c: *mut HChan) -> usize {
    if c.is_null() || (*c).is_timed() {
        0
    } else {
        (*c).cap as usize
    }
}

/// Remembers that a goroutine of a bubble has made the channel.
///
/// # Safety
/// `c` has just been made, and nobody else has it.
#[inline(always)]
pub unsafe fn set_bubbled(c: *mut HChan) {
    (*c).kind |= BUBBLED;
}

/// Remembers which code made the channel, for reports. `pc` is even.
///
/// # Safety
/// `c` has just been made, and nobody else has it.
#[inline(always)]
pub unsafe fn set_site(c: *mut HChan, pc: *const u64) {
    (*c).origin = (pc as *mut Timer).wrapping_byte_add(1);
}

impl HChan {
    /// Whether it is a timer's.
    #[inline(always)]
    pub fn is_timed(&self) -> bool {
        self.origin.addr() & 1 == 0
    }

    /// The timer of a timer's channel.
    #[inline(always)]
    fn timer(&self) -> *mut Timer {
        self.origin
    }

    /// The code that made it, if it is known.
    pub fn site(&self) -> Option<*const u64> {
        let known = !self.is_timed() && self.origin.addr() != 1;
        known.then(|| self.origin.wrapping_byte_sub(1).cast_const().cast())
    }

    /// Whether it is closed; for reports.
    pub fn closed(&self) -> bool {
        self.is_closed()
    }

    /// Slots of an element.
    #[inline(always)]
    fn slots(&self) -> u16 {
        u16::from(self.elem)
    }

    /// Writes what a closed channel gives; null drops it.
    #[inline(always)]
    unsafe fn give_zero(&self, dst: *mut u64) {
        if self.kind & MEM != 0 && !dst.is_null() {
            *dst = *self.buf.add(self.cap as usize);
        } else {
            zero(dst, self.slots());
        }
    }

    /// Whether it is of a bubble.
    #[inline(always)]
    fn is_bubbled(&self) -> bool {
        self.kind & BUBBLED != 0
    }

    #[inline(always)]
    fn is_closed(&self) -> bool {
        self.closed.load(Relaxed) != 0
    }

    #[inline(always)]
    fn count(&self) -> u32 {
        self.len.load(Relaxed)
    }

    #[inline(always)]
    fn set_count(&self, n: u32) {
        self.len.store(n, Relaxed);
    }

    /// Place `i` of the buffer, counted from the oldest element.
    #[inline(always)]
    unsafe fn at(&self, i: u32) -> *mut u64 {
        let mut k = self.rx as usize + i as usize;
        if k >= self.cap as usize {
            k -= self.cap as usize;
        }
        self.buf.add(k * self.elem as usize)
    }

    /// A send would not wait, as far as can be seen.
    #[inline(always)]
    fn can_send(&self) -> bool {
        self.is_closed() || self.count() < self.cap || !self.recvq.is_empty()
    }

    /// A receive would not wait, as far as can be seen.
    #[inline(always)]
    fn can_recv(&self) -> bool {
        self.is_closed() || self.count() > 0 || !self.sendq.is_empty()
    }
}

/// Copies an element; null drops it.
#[inline(always)]
unsafe fn copy(dst: *mut u64, src: *const u64, n: u16) {
    if n == 1 {
        if !dst.is_null() {
            *dst = *src;
        }
    } else if !dst.is_null() {
        for k in 0..n as usize {
            *dst.add(k) = *src.add(k);
        }
    }
}

#[inline(always)]
unsafe fn zero(dst: *mut u64, n: u16) {
    if !dst.is_null() {
        for k in 0..n as usize {
            *dst.add(k) = 0;
        }
    }
}
