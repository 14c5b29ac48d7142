//! Clocks and timers as natives see them: the runtime's choice (real, virtual, a bubble's), the timers behind package time's, and
//! what their channels carry.

use crate::chan;
use crate::heap::access;
use crate::heap::barrier;
use crate::sched;
use crate::sched::P;
use crate::sched::Timer;
use crate::sched::TimerKind;
use crate::sched::choice;
use crate::sched::choice::Choice;
use crate::value::Trap;
use crate::vm::Vm;
use crate::vm::native::At;
use crate::vm::native::NativeCx;
use crate::vm::native::Stop;
use std::mem::offset_of;

/// `rt.Timer`, as the library declares it.
#[repr(C)]
pub struct TimerObject {
    when: i64,
    period: i64,
    /// An any: the channel to send on, or nil.
    send: [u64; 2],
    /// An any that holds a pointer.
    loc: [u64; 2],
    func: u64,
    /// The runtime's timer, made on first use.
    own: u64,
}

const HAS_MONOTONIC: u64 = 1 << 63;
const NSEC_SHIFT: u32 = 30;
/// Seconds from the year 1885 to 1970: what a wall reading counts from.
const WALL_TO_UNIX: i64 = (1969 * 365 + 1969 / 4 - 1969 / 100 + 1969 / 400
    - (1884 * 365 + 1884 / 4 - 1884 / 100 + 1884 / 400))
    * 86400;
/// Seconds from the year 1 to 1970: what a time.Time without a monotonic reading counts from.
const UNIX_TO_INTERNAL: i64 = (1969 * 365 + 1969 / 4 - 1969 / 100 + 1969 / 400) * 86400;
const SECOND: i64 = 1_000_000_000;

/// What a timer's channel carries: a time.Time of now.
///
/// # Safety
/// Called by the machine with its own timers.
pub unsafe fn timer_value(_: &Vm, p: *mut P, t: *mut Timer, _due: i64, out: &mut [u64; 8]) {
    if Timer::bubble(p, t) != 0 {
        let now = Timer::now(p, t);
        out[0] = (now % SECOND) as u64;
        out[1] = (now / SECOND + UNIX_TO_INTERNAL) as u64;
        out[2] = (*t).extra;
        return;
    }
    let (sec, nsec) = choice::walltime(p);
    let mono = choice::nanotime(p);
    out[0] = HAS_MONOTONIC | ((sec + WALL_TO_UNIX) as u64) << NSEC_SHIFT | nsec as u64;
    out[1] = mono as u64;
    out[2] = (*t).extra;
}

impl At<TimerObject> {
    fn word(self, off: usize) -> Result<u64, Stop> {
        let p = self.start()?.cast::<u8>();
        // SAFETY: a field of the library's timer.
        Ok(unsafe { access::load64(p.add(off).cast()) })
    }
}

impl NativeCx<'_> {
    /// The clock of the goroutine's bubble, if it is in one.
    fn bubble_clock(&self) -> Option<i64> {
        // SAFETY: on this worker; a goroutine's bubble is open.
        unsafe {
            match sched::bubble_of(self.g()) {
                0 => None,
                b => Some(sched::bubble_now(self.p(), b)),
            }
        }
    }

    /// The monotonic clock.
    pub fn nanotime(&self) -> i64 {
        // SAFETY: on this worker.
        self.bubble_clock()
            .unwrap_or_else(|| unsafe { choice::nanotime(self.p()) })
    }

    /// Seconds since 1970 with nanoseconds, and the monotonic clock.
    pub fn now(&self) -> (i64, i32, i64) {
        if let Some(now) = self.bubble_clock() {
            return (now / SECOND, (now % SECOND) as i32, 0);
        }
        // SAFETY: on this worker.
        let ((sec, nsec), mono) =
            unsafe { (choice::walltime(self.p()), choice::nanotime(self.p())) };
        (sec, nsec as i32, mono)
    }

    /// A number from the runtime's generator.
    pub fn random(&self) -> u64 {
        // SAFETY: on this worker.
        unsafe { choice::bits(self.p(), Choice::Rand) }
    }

    /// The runtime's timer behind the library's, made on first use.
    fn own_timer(&mut self, t: At<TimerObject>) -> Result<*mut Timer, Stop> {
        let own = t.word(offset_of!(TimerObject, own))?;
        if own != 0 {
            return Ok(own as *mut Timer);
        }
        let send = offset_of!(TimerObject, send);
        let (kind, target) = match t.word(send)? {
            0 => (TimerKind::Func, t.word(offset_of!(TimerObject, func))?),
            _ => (TimerKind::Chan, t.word(send + 8)?),
        };
        let loc = t.word(offset_of!(TimerObject, loc) + 8)?;
        let (p, object) = (self.p(), t.start()?);
        // SAFETY: on this worker; the target is the channel or closure the library put there.
        unsafe {
            let new =
                chan::new_timer(p, self.cache(), kind, target as usize).map_err(Trap::from)?;
            (*new).extra = loc;
            barrier::store_ptr(&raw mut (*object).own, new as u64);
            Ok(new)
        }
    }

    /// Arms a timer for the times it holds.
    pub fn start_timer(&mut self, t: At<TimerObject>) -> Result<(), Stop> {
        let when = t.word(offset_of!(TimerObject, when))? as i64;
        let period = t.word(offset_of!(TimerObject, period))? as i64;
        self.reset_timer(t, when, period).map(|_| ())
    }

    /// Disarms it; whether it was armed.
    pub fn stop_timer(&mut self, t: At<TimerObject>) -> Result<bool, Stop> {
        if t.word(offset_of!(TimerObject, own))? == 0 {
            return Ok(false);
        }
        let own = self.own_timer(t)?;
        // SAFETY: on this worker; the timer is alive through the library's.
        Ok(unsafe { chan::clear_timer(self.p(), own) })
    }

    /// Disarms it and arms it again; whether it was armed.
    pub fn reset_timer(
        &mut self,
        t: At<TimerObject>,
        when: i64,
        period: i64,
    ) -> Result<bool, Stop> {
        let own = self.own_timer(t)?;
        // SAFETY: as above.
        Ok(unsafe { chan::set_timer(self.p(), own, when, period) })
    }
}
