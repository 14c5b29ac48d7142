//! Natives of internal/rt that park goroutines or read clocks: Gosched, Sleep, semaphores, notify lists, timers.

use crate::sched::NotifyList;
use crate::sched::WaitReason;
use crate::vm::native::At;
use crate::vm::native::GoStr;
use crate::vm::native::Stop;
use crate::vm::native::TimerObject;
use crate::vm::native::natives;

pub use crate::vm::native::timer_value;

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
    fn "internal/rt.Sleep"(cx, ns: i64) { cx.sleep(ns) }

    /// The monotonic clock.
    fn "internal/rt.Nanotime"(cx) -> i64 { Ok(cx.nanotime()) }

    /// Wall clock and monotonic clock together.
    fn "internal/rt.Now"(cx) -> (i64, i32, i64) { Ok(cx.now()) }

    /// Takes from a semaphore.
    fn "internal/rt.Semacquire"(cx, addr: At<u32>) { cx.semacquire(addr, false, WaitReason::Semacquire) }

    /// Semacquire for sync.Mutex.
    fn "internal/rt.SemacquireMutex"(cx, addr: At<u32>, lifo: bool) { cx.semacquire(addr, lifo, WaitReason::SyncMutexLock) }

    /// Semacquire for sync.RWMutex.RLock.
    fn "internal/rt.SemacquireRWMutexR"(cx, addr: At<u32>) { cx.semacquire(addr, false, WaitReason::SyncRWMutexRLock) }

    /// Semacquire for sync.RWMutex.Lock.
    fn "internal/rt.SemacquireRWMutex"(cx, addr: At<u32>) { cx.semacquire(addr, false, WaitReason::SyncRWMutexLock) }

    /// Semacquire for sync.WaitGroup.Wait.
    fn "internal/rt.SemacquireWaitGroup"(cx, addr: At<u32>) {
        let reason = match cx.bubble() {
            0 => WaitReason::SyncWaitGroupWait,
            _ => WaitReason::DurableWaitGroupWait,
        };
        cx.semacquire(addr, false, reason)
    }

    /// Locks a sync.Mutex.
    fn "internal/rt.MutexLock"(cx, sema: At<u32>, _since: i64) { cx.lock_mutex(sema) }

    /// Unlocks a sync.Mutex.
    fn "internal/rt.MutexUnlock"(cx, sema: At<u32>) { cx.unlock_mutex(sema) }

    /// Gives to a semaphore.
    fn "internal/rt.Semrelease"(cx, addr: At<u32>, handoff: bool) {
        if cx.semrelease(addr, handoff)? { Err(Stop::Yield) } else { Ok(()) }
    }

    /// Takes a ticket.
    fn "internal/rt.NotifyListAdd"(cx, l: At<NotifyList>) -> u32 { cx.notify_add(l) }

    /// Parks until the ticket is served.
    fn "internal/rt.NotifyListWait"(cx, l: At<NotifyList>, ticket: u32) { cx.notify_wait(l, ticket) }

    /// Serves the oldest ticket.
    fn "internal/rt.NotifyListNotifyOne"(cx, l: At<NotifyList>) { cx.notify_one(l) }

    /// Serves every ticket.
    fn "internal/rt.NotifyListNotifyAll"(cx, l: At<NotifyList>) { cx.notify_all(l) }

    /// Arms a timer.
    fn "internal/rt.TimerStart"(cx, t: At<TimerObject>) { cx.start_timer(t) }

    /// Disarms a timer.
    fn "internal/rt.TimerStop"(cx, t: At<TimerObject>) -> bool { cx.stop_timer(t) }

    /// Disarms and arms again.
    fn "internal/rt.TimerReset"(cx, t: At<TimerObject>, when: i64, period: i64) -> bool { cx.reset_timer(t, when, period) }

    /// The number of the goroutine's bubble, 0: it is in none.
    fn "internal/rt.BubbleOf"(cx) -> i64 { Ok(cx.bubble().into()) }

    /// A new bubble, 0: there are too many.
    fn "internal/rt.BubbleOpen"(cx) -> i64 { Ok(cx.open_bubble().map_or(0, i64::from)) }

    /// Which bubble the goroutines belong to that this one starts from now on.
    fn "internal/rt.BubbleEnter"(cx, number: i64) {
        cx.enter_bubble(number as u8);
        Ok(())
    }

    /// The first function of the goroutine's bubble returns.
    fn "internal/rt.BubbleOver"(cx) {
        cx.bubble_over();
        Ok(())
    }

    /// Parks until all goroutines of the bubble are durably blocked.
    fn "internal/rt.BubbleWaitIdle"(cx, number: i64) { cx.await_idle_bubble(number as u8) }

    /// Lets the bubble go on; false: it can not.
    fn "internal/rt.BubbleTurn"(cx, number: i64) -> bool { Ok(cx.turn_bubble(number as u8)) }

    /// Ends the bubble; how many goroutines remain blocked in it.
    fn "internal/rt.BubbleClose"(cx, number: i64) -> i64 { Ok(cx.close_bubble(number as u8).into()) }

    /// Sets whether a goroutine of the bubble is in BubbleWait, and reports whether it was set.
    fn "internal/rt.BubbleSetWaiting"(cx, waiting: bool) -> bool { Ok(cx.set_bubble_waiting(waiting)) }

    /// Parks until the others of the bubble are durably blocked.
    fn "internal/rt.BubbleWait"(cx) { cx.await_bubble() }

    /// A number from the runtime's generator.
    fn "internal/rt.Rand64"(cx) -> u64 { Ok(cx.random()) }
}
