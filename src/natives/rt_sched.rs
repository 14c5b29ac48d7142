//! Natives of internal/rt that park goroutines or read clocks: Gosched, Sleep, semaphores, notify lists, timers.

use crate::chan;
use crate::sched;
use crate::sched::P;
use crate::sched::Timer;
use crate::sched::TimerKind;
use crate::sched::Unlocked;
use crate::sched::Wait;
use crate::sched::WaitReason;
use crate::sched::choice;
use crate::value::Trap;
use crate::vm::Vm;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Ptr;
use crate::vm::native::Stop;
use crate::vm::native::natives;

fn waited(w: Wait) -> Result<(), Stop> {
    match w {
        Wait::Done => Ok(()),
        Wait::Parked => Err(Stop::Parked),
    }
}

fn acquire(cx: &mut NativeCx<'_>, addr: Ptr, lifo: bool, reason: WaitReason) -> Result<(), Stop> {
    let a = addr.at(0)?;
    // SAFETY: on this worker; the word belongs to the caller's object.
    waited(unsafe { sched::semacquire(cx.p(), cx.g(), a.cast(), lifo, reason, cx.pc(), cx.fp()) })
}

/// Offsets in rt.Timer: When, Period, Send, Loc, Fn, and the runtime's own timer.
const WHEN: usize = 0;
const PERIOD: usize = 8;
const SEND: usize = 16;
const LOC: usize = 32;
const FN: usize = 48;
const OWN: usize = 56;

fn word(t: Ptr, off: usize) -> Result<u64, Stop> {
    let p = t.at(off)?;
    // SAFETY: a field of the caller's rt.Timer.
    Ok(unsafe { crate::heap::access::load64(p.cast()) })
}

/// The runtime's timer behind an rt.Timer, made on first use.
fn own_timer(cx: &mut NativeCx<'_>, t: Ptr) -> Result<*mut Timer, Stop> {
    let own = word(t, OWN)?;
    if own != 0 {
        return Ok(own as *mut Timer);
    }
    let send = word(t, SEND + 8)?;
    let (kind, target) = if word(t, SEND)? != 0 {
        (TimerKind::Chan, send)
    } else {
        (TimerKind::Func, word(t, FN)?)
    };
    let loc = word(t, LOC + 8)?;
    let (p, slot) = (cx.p(), t.at(OWN)?);
    // SAFETY: on this worker; the target is the channel or closure the Go side put there.
    unsafe {
        let new = chan::new_timer(p, cx.cache(), kind, target as usize).map_err(Trap::from)?;
        (*new).extra = loc;
        crate::heap::barrier::store_ptr(slot.cast(), new as u64);
        Ok(new)
    }
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

/// The clock of the goroutine's bubble, if it is in one.
fn bubble_clock(cx: &mut NativeCx<'_>) -> Option<i64> {
    let (p, g) = (cx.p(), cx.g());
    // SAFETY: on this worker; a goroutine's bubble is open.
    unsafe {
        match sched::bubble_of(g) {
            0 => None,
            b => Some(sched::bubble_now(p, b)),
        }
    }
}

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

natives! { TABLE;
    /// Puts the goroutine at the end of the run queue.
    fn "internal/rt.Gosched"(cx) { let _ = &cx; Err(Stop::Yield) }

    /// Runs the deferred calls of the goroutine and ends it.
    fn "internal/rt.Goexit"(cx) { let _ = &cx; Err(Stop::Goexit) }

    /// Whether the wait just come back from was cut short, because the goroutine is to end.
    fn "internal/rt.WaitCut"(cx) -> bool { Ok(cx.vm().wait_was_cut(cx.g())) }

    /// Ends the program with a fatal error.
    fn "internal/rt.Throw"(cx, msg: GoStr) { let _ = &cx; Err(Stop::fatal(&msg.to_text())) }

    /// Ends the program with a fatal error that is the program's mistake.
    fn "internal/rt.Fatal"(cx, msg: GoStr) { let _ = &cx; Err(Stop::fatal(&msg.to_text())) }

    /// Parks the goroutine for some time.
    fn "internal/rt.Sleep"(cx, ns: i64) {
        // SAFETY: on this worker.
        waited(unsafe { sched::sleep(cx.p(), cx.g(), ns, cx.pc(), cx.fp()) })
    }

    /// The monotonic clock.
    fn "internal/rt.Nanotime"(cx) -> i64 {
        if let Some(now) = bubble_clock(cx) {
            return Ok(now);
        }
        // SAFETY: on this worker.
        Ok(unsafe { choice::nanotime(cx.p()) })
    }

    /// Wall clock and monotonic clock together.
    fn "internal/rt.Now"(cx) -> (i64, i32, i64) {
        if let Some(now) = bubble_clock(cx) {
            return Ok((now / SECOND, (now % SECOND) as i32, 0));
        }
        // SAFETY: on this worker.
        let ((sec, nsec), mono) = unsafe { (choice::walltime(cx.p()), choice::nanotime(cx.p())) };
        Ok((sec, nsec as i32, mono))
    }

    /// Takes from a semaphore.
    fn "internal/rt.Semacquire"(cx, addr: Ptr) { acquire(cx, addr, false, WaitReason::Semacquire) }

    /// Semacquire for sync.Mutex.
    fn "internal/rt.SemacquireMutex"(cx, addr: Ptr, lifo: bool) { acquire(cx, addr, lifo, WaitReason::SyncMutexLock) }

    /// Semacquire for sync.RWMutex.RLock.
    fn "internal/rt.SemacquireRWMutexR"(cx, addr: Ptr) { acquire(cx, addr, false, WaitReason::SyncRWMutexRLock) }

    /// Semacquire for sync.RWMutex.Lock.
    fn "internal/rt.SemacquireRWMutex"(cx, addr: Ptr) { acquire(cx, addr, false, WaitReason::SyncRWMutexLock) }

    /// Semacquire for sync.WaitGroup.Wait.
    fn "internal/rt.SemacquireWaitGroup"(cx, addr: Ptr) {
        // SAFETY: the running goroutine.
        let reason = match unsafe { sched::bubble_of(cx.g()) } {
            0 => WaitReason::SyncWaitGroupWait,
            _ => WaitReason::DurableWaitGroupWait,
        };
        acquire(cx, addr, false, reason)
    }

    /// Locks a sync.Mutex.
    fn "internal/rt.MutexLock"(cx, sema: Ptr, _since: i64) {
        let a = sema.at(0)?;
        // SAFETY: on this worker; the semaphore of the caller's mutex, and the register of the second argument.
        waited(unsafe {
            sched::mutex_lock(cx.p(), cx.g(), a.cast(), cx.window().add(1), cx.call_pc(), cx.fp())
        })?;
        cx.note_lock(sema.0 - 4);
        Ok(())
    }

    /// Unlocks a sync.Mutex.
    fn "internal/rt.MutexUnlock"(cx, sema: Ptr) {
        let a = sema.at(0)?;
        // SAFETY: on this worker; the semaphore of the caller's mutex.
        match unsafe { sched::mutex_unlock(cx.p(), a.cast()) } {
            Unlocked::Done => Ok(()),
            Unlocked::HandedOver => Err(Stop::Yield),
            Unlocked::NotLocked => Err(Stop::fatal("sync: unlock of unlocked mutex")),
        }
    }

    /// Gives to a semaphore.
    fn "internal/rt.Semrelease"(cx, addr: Ptr, handoff: bool) {
        let a = addr.at(0)?;
        // SAFETY: on this worker; the word belongs to the caller's object.
        if unsafe { sched::semrelease(cx.p(), a.cast(), handoff) } { Err(Stop::Yield) } else { Ok(()) }
    }

    /// Takes a ticket.
    fn "internal/rt.NotifyListAdd"(cx, l: Ptr) -> u32 {
        let _ = &cx;
        let a = l.at(0)?;
        // SAFETY: the caller's NotifyList.
        Ok(unsafe { sched::notify_add(a.cast()) })
    }

    /// Parks until the ticket is served.
    fn "internal/rt.NotifyListWait"(cx, l: Ptr, ticket: u32) {
        let a = l.at(0)?;
        // SAFETY: on this worker; the caller's NotifyList.
        waited(unsafe { sched::notify_wait(cx.p(), cx.g(), a.cast(), ticket, cx.pc(), cx.fp()) })
    }

    /// Serves the oldest ticket.
    fn "internal/rt.NotifyListNotifyOne"(cx, l: Ptr) {
        let a = l.at(0)?;
        // SAFETY: as above.
        unsafe { sched::notify_one(cx.p(), a.cast()) };
        Ok(())
    }

    /// Serves every ticket.
    fn "internal/rt.NotifyListNotifyAll"(cx, l: Ptr) {
        let a = l.at(0)?;
        // SAFETY: as above.
        unsafe { sched::notify_all(cx.p(), a.cast()) };
        Ok(())
    }

    /// Arms a timer.
    fn "internal/rt.TimerStart"(cx, t: Ptr) {
        let own = own_timer(cx, t)?;
        let (when, period) = (word(t, WHEN)? as i64, word(t, PERIOD)? as i64);
        // SAFETY: on this worker; the timer is alive through the rt.Timer.
        unsafe { chan::set_timer(cx.p(), own, when, period) };
        Ok(())
    }

    /// Disarms a timer.
    fn "internal/rt.TimerStop"(cx, t: Ptr) -> bool {
        if word(t, OWN)? == 0 {
            return Ok(false);
        }
        let own = own_timer(cx, t)?;
        // SAFETY: as above.
        Ok(unsafe { chan::clear_timer(cx.p(), own) })
    }

    /// Disarms and arms again.
    fn "internal/rt.TimerReset"(cx, t: Ptr, when: i64, period: i64) -> bool {
        let own = own_timer(cx, t)?;
        // SAFETY: as above.
        Ok(unsafe { chan::set_timer(cx.p(), own, when, period) })
    }

    /// The number of the goroutine's bubble, 0: it is in none.
    fn "internal/rt.BubbleOf"(cx) -> i64 {
        // SAFETY: the running goroutine.
        Ok(i64::from(unsafe { sched::bubble_of(cx.g()) }))
    }

    /// A new bubble, 0: there are too many.
    fn "internal/rt.BubbleOpen"(cx) -> i64 {
        // SAFETY: on this worker.
        Ok(unsafe { sched::open_bubble(cx.p()) }.map_or(0, i64::from))
    }

    /// Which bubble the goroutines belong to that this one starts from now on.
    fn "internal/rt.BubbleEnter"(cx, number: i64) {
        // SAFETY: on this worker; the library's own bubble.
        unsafe { sched::change_bubble(cx.p(), number as u8) };
        Ok(())
    }

    /// The first function of the goroutine's bubble returns.
    fn "internal/rt.BubbleOver"(cx) {
        // SAFETY: on this worker.
        unsafe { sched::bubble_over(cx.p(), sched::bubble_of(cx.g())) };
        Ok(())
    }

    /// Parks until all goroutines of the bubble are durably blocked.
    fn "internal/rt.BubbleWaitIdle"(cx, number: i64) {
        // SAFETY: on this worker; the library's own bubble.
        waited(unsafe { sched::bubble_wait_idle(cx.p(), cx.g(), number as u8, cx.pc(), cx.fp()) })
    }

    /// Lets the bubble go on; false: it can not.
    fn "internal/rt.BubbleTurn"(cx, number: i64) -> bool {
        // SAFETY: as above.
        Ok(unsafe { sched::bubble_turn(cx.p(), number as u8) })
    }

    /// Ends the bubble; how many goroutines remain blocked in it.
    fn "internal/rt.BubbleClose"(cx, number: i64) -> i64 {
        // SAFETY: as above.
        Ok(i64::from(unsafe { sched::close_bubble(cx.p(), number as u8) }))
    }

    /// Sets whether a goroutine of the bubble is in BubbleWait, and reports whether it was set.
    fn "internal/rt.BubbleSetWaiting"(cx, waiting: bool) -> bool {
        // SAFETY: on this worker, in a bubble.
        Ok(unsafe { sched::bubble_set_waiting(cx.p(), cx.g(), waiting) })
    }

    /// Parks until the others of the bubble are durably blocked.
    fn "internal/rt.BubbleWait"(cx) {
        // SAFETY: as above.
        waited(unsafe { sched::bubble_wait(cx.p(), cx.g(), cx.pc(), cx.fp()) })
    }

    /// A number from the runtime's generator.
    fn "internal/rt.Rand64"(cx) -> u64 {
        // SAFETY: on this worker.
        Ok(unsafe { choice::bits(cx.p(), choice::Choice::Rand) })
    }
}
