//! Bubbles (package testing/synctest): groups of goroutines with a clock of their own, which stands still while one of them
//! can run.
//!
//! A goroutine carries the number of its bubble in its own [`Sudog`](super::Sudog) and hands it down to those it starts. A
//! bubble counts those of its goroutines that are not *durably blocked*: blocked so that only the bubble itself can wake
//! them. When the count falls to 0, its *driver*, a goroutine outside that waits in [`wait_idle`], goes on: it asks for a
//! [`turn`], which fires what is due, or wakes whoever waits for the others, or moves the clock to the next timer.
//!
//! The state's lock is taken below all others and held for a few assignments; `ready` is called after it. The timers of a
//! bubble are a home of their own, numbered after the workers; a goroutine that goes to sleep holds its lock from before
//! it counts as blocked until its alarm is in the heap, and so does one that waits for a timer's channel.

use std::cell::UnsafeCell;
use std::ptr::null_mut;
use std::sync::OnceLock;

use super::Sched;
use super::Wait;
use super::g::G;
use super::g::G_DURABLE;
use super::lock::ByteLock;
use super::p::P;
use super::runq::park;
use super::runq::ready;
use super::timer::Timers;
use super::timer::run_timers;
use super::wait::WaitReason;

/// Bubbles an instance can have at a time.
const MANY: usize = 255;
/// Midnight UTC 2000-01-01, in nanoseconds since 1970: when a bubble's clock begins.
const BEGIN: i64 = 946_684_800_000_000_000;

#[derive(Clone, Copy)]
struct State {
    used: bool,
    /// Its first function has returned: the clock stands still from now on.
    over: bool,
    now: i64,
    /// Goroutines.
    total: u32,
    /// Goroutines that are not durably blocked.
    running: u32,
    /// Somebody is in [`wait`].
    waiting: bool,
    /// Who is parked there.
    waiter: *mut G,
    /// Who is parked in [`wait_idle`].
    driver: *mut G,
}

const UNUSED: State = State {
    used: false,
    over: false,
    now: BEGIN,
    total: 0,
    running: 0,
    waiting: false,
    waiter: null_mut(),
    driver: null_mut(),
};

/// One bubble.
struct Bubble {
    lock: ByteLock,
    state: UnsafeCell<State>,
    timers: Timers,
}

/// All bubbles of an instance; made when the first is opened.
#[derive(Default)]
pub(super) struct Bubbles(OnceLock<Box<[Bubble]>>);

// SAFETY: states are touched under their locks, timers under theirs.
unsafe impl Sync for Bubbles {}
// SAFETY: as above.
unsafe impl Send for Bubbles {}

impl Bubbles {
    fn get(&self, number: u8) -> &Bubble {
        let all = self.0.get_or_init(|| {
            let new = |_| Bubble {
                lock: ByteLock::new(),
                state: UnsafeCell::new(UNUSED),
                timers: Timers::default(),
            };
            (0..MANY).map(new).collect()
        });
        &all[usize::from(number) - 1]
    }

    /// The timers of bubble `number`.
    pub(super) fn timers(&self, number: u8) -> &Timers {
        &self.get(number).timers
    }

    /// The timers of all bubbles there have been.
    pub(super) fn all_timers(&self) -> impl Iterator<Item = &Timers> {
        self.0.get().into_iter().flatten().map(|b| &b.timers)
    }
}

impl Bubble {
    unsafe fn with<R>(&self, p: *mut P, f: impl FnOnce(&mut State) -> R) -> R {
        self.lock.lock_if((*p).multi);
        let r = f(&mut *self.state.get());
        self.lock.unlock_if((*p).multi);
        r
    }
}

unsafe fn of<'a>(p: *mut P, number: u8) -> &'a Bubble {
    P::sched(p).bubbles.get(number)
}

/// The driver, if it is time to wake it.
fn idle(s: &mut State) -> *mut G {
    if s.running == 0 {
        std::mem::replace(&mut s.driver, null_mut())
    } else {
        null_mut()
    }
}

unsafe fn wake(p: *mut P, driver: *mut G) {
    if !driver.is_null() {
        ready(p, driver, false);
    }
}

/// The bubble of a goroutine, 0: none.
///
/// # Safety
/// `g` is null or a goroutine of this instance.
#[inline(always)]
pub unsafe fn bubble_of(g: *mut G) -> u8 {
    if g.is_null() { 0 } else { (*g).waiter.bubble }
}

/// Why `g` waits for a channel: in a bubble, and if the channel is made there, the bubble may go on without it.
///
/// # Safety
/// As [`bubble_of`].
#[inline(always)]
pub unsafe fn chan_reason(g: *mut G, inside: bool, reason: WaitReason) -> WaitReason {
    if !inside || bubble_of(g) == 0 {
        return reason;
    }
    match reason {
        WaitReason::ChanReceive => WaitReason::DurableChanReceive,
        WaitReason::ChanSend => WaitReason::DurableChanSend,
        WaitReason::Select => WaitReason::DurableSelect,
        r => r,
    }
}

/// `g` has been made by the running goroutine, whose bubble is its own from now on.
#[inline(always)]
pub(super) unsafe fn born(p: *mut P, g: *mut G, parent: *mut G) {
    let number = bubble_of(parent);
    (*g).waiter.bubble = number;
    if number != 0 {
        of(p, number).with(p, |s| {
            s.total += 1;
            s.running += 1;
        });
    }
}

/// `g` has ended.
#[cold]
#[inline(never)]
pub(super) unsafe fn ended(p: *mut P, g: *mut G) {
    let number = std::mem::replace(&mut (*g).waiter.bubble, 0);
    let driver = of(p, number).with(p, |s| {
        s.total -= 1;
        s.running -= 1;
        idle(s)
    });
    wake(p, driver);
}

/// `g`, of a bubble, is about to wait.
#[cold]
#[inline(never)]
pub(super) unsafe fn parks(p: *mut P, g: *mut G, reason: WaitReason) {
    if !reason.is_durable() {
        return;
    }
    (*g).flags |= G_DURABLE;
    let driver = of(p, (*g).waiter.bubble).with(p, |s| {
        s.running -= 1;
        if reason == WaitReason::SynctestWait {
            s.waiter = g;
        }
        idle(s)
    });
    wake(p, driver);
}

/// `g`, which was durably blocked, can run again. With no worker at hand all locks are taken.
#[cold]
#[inline(never)]
pub(super) unsafe fn resumes(s: &Sched, g: *mut G) {
    (*g).flags &= !G_DURABLE;
    let p = s.ps[0];
    s.bubbles
        .get((*g).waiter.bubble)
        .with(p, |s| s.running += 1);
}

/// Puts the running goroutine into another bubble for a moment, which those it starts then belong to; the one it was in.
///
/// # Safety
/// On the thread of `p`; `number` is 0 or an open bubble. The goroutine itself is not counted: it must not park meanwhile.
pub unsafe fn change(p: *mut P, number: u8) -> u8 {
    let g = (*p).cur;
    if g.is_null() {
        return 0;
    }
    std::mem::replace(&mut (*g).waiter.bubble, number)
}

/// A new bubble without goroutines; None: there are too many.
///
/// # Safety
/// On the thread of `p`.
pub unsafe fn open(p: *mut P) -> Option<u8> {
    (1..=MANY as u8).find(|&n| {
        of(p, n).with(p, |s| {
            let free = !s.used;
            if free {
                *s = State {
                    used: true,
                    ..UNUSED
                };
            }
            free
        })
    })
}

/// The bubble's first function has returned.
///
/// # Safety
/// On the thread of `p`; the bubble is open.
pub unsafe fn set_over(p: *mut P, number: u8) {
    of(p, number).with(p, |s| s.over = true);
}

/// Ends a bubble, whose clock never goes on: 0, or how many goroutines remain in it for ever.
///
/// # Safety
/// On the thread of `p`; the bubble is open.
pub unsafe fn close(p: *mut P, number: u8) -> u32 {
    let b = of(p, number);
    b.timers.forget(p);
    b.with(p, |s| {
        if s.total == 0 {
            s.used = false;
        }
        s.total
    })
}

/// The bubble's clock, in nanoseconds since 1970.
///
/// # Safety
/// On the thread of `p`; `number` is an open bubble.
pub unsafe fn now_in(p: *mut P, number: u8) -> i64 {
    of(p, number).with(p, |s| s.now)
}

/// Parks the driver until all goroutines of the bubble are durably blocked.
///
/// # Safety
/// On the worker that runs `g`, which is in no bubble.
pub unsafe fn wait_idle(p: *mut P, g: *mut G, number: u8, pc: *const u64, fp: *mut u64) -> Wait {
    let b = of(p, number);
    b.lock.lock_if((*p).multi);
    let s = &mut *b.state.get();
    let busy = s.running > 0;
    if busy {
        park(p, g, WaitReason::SynctestRun, pc, fp);
        s.driver = g;
    }
    b.lock.unlock_if((*p).multi);
    if busy { Wait::Parked } else { Wait::Done }
}

/// Lets a bubble, all of whose goroutines are durably blocked, go on. False: it never will.
///
/// # Safety
/// On the thread of `p`, called by the driver.
pub unsafe fn turn(p: *mut P, number: u8) -> bool {
    let b = of(p, number);
    let due = b.timers.first(p);
    let (go_on, waiter, now) = b.with(p, |s| {
        if s.running > 0 || due <= s.now {
            return (true, null_mut(), s.now);
        }
        if !s.waiter.is_null() {
            return (true, std::mem::replace(&mut s.waiter, null_mut()), s.now);
        }
        if s.over || due == i64::MAX {
            return (false, null_mut(), s.now);
        }
        s.now = due;
        (true, null_mut(), due)
    });
    if !waiter.is_null() {
        ready(p, waiter, false);
    } else if go_on && due <= now {
        let outside = change(p, number);
        run_timers(p, &b.timers, now);
        change(p, outside);
    }
    go_on
}

/// Says whether somebody in the bubble is in [`wait`], or is about to be; the answer is what was said before.
///
/// # Safety
/// On the worker that runs `g`, which is in a bubble.
pub unsafe fn set_waiting(p: *mut P, g: *mut G, waiting: bool) -> bool {
    of(p, (*g).waiter.bubble).with(p, |s| std::mem::replace(&mut s.waiting, waiting))
}

/// synctest.Wait: parks `g` until all others of its bubble are durably blocked. One at a time: see [`set_waiting`].
///
/// # Safety
/// On the worker that runs `g`, which is in a bubble; nothing is done with it afterwards.
pub unsafe fn wait(p: *mut P, g: *mut G, pc: *const u64, fp: *mut u64) -> Wait {
    park(p, g, WaitReason::SynctestWait, pc, fp);
    Wait::Parked
}
