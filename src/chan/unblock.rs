//! Taking a goroutine that is to be ended out of a channel's queue, and looking at channels from outside. The world is stopped.

use crate::base::sync::atomic::Ordering::Relaxed;

use super::HChan;
use super::timer;
use crate::sched::P;
use crate::sched::Sudog;
use crate::sched::Timer;
use crate::sched::WaitQ;

/// Takes the place `w` out of the queue of `c`; of a timer nobody waits for any more it stops the clock.
///
/// # Safety
/// The world is stopped; `p` is any worker; `w` is in this queue of `c` or in none; `c` may be nil.
pub unsafe fn leave(p: *mut P, c: *mut HChan, w: *mut Sudog, send: bool) {
    if c.is_null() {
        return;
    }
    if send {
        (*c).sendq.unlink(w);
        return;
    }
    (*c).recvq.unlink(w);
    if (*c).is_timed() {
        Timer::lock(p, (*c).timer());
        timer::left(p, c);
        Timer::unlock(p, (*c).timer());
    }
}

/// A channel as it is at a moment.
pub struct Snapshot {
    /// Elements in the buffer.
    pub len: usize,
    /// Size of the buffer.
    pub cap: usize,
    /// It is closed.
    pub closed: bool,
    /// Who waits to receive.
    pub receivers: Vec<u64>,
    /// Who waits to send.
    pub senders: Vec<u64>,
}

/// Looks at a channel.
///
/// # Safety
/// The world is stopped; `c` is a channel.
pub unsafe fn snapshot(c: *mut HChan) -> Snapshot {
    Snapshot {
        len: super::len(c),
        cap: super::cap(c),
        closed: (*c).closed.load(Relaxed) != 0,
        receivers: waiting(&(*c).recvq),
        senders: waiting(&(*c).sendq),
    }
}

unsafe fn waiting(q: &WaitQ) -> Vec<u64> {
    let mut ids = Vec::new();
    let mut w = q.first();
    while !w.is_null() {
        ids.push((*(*w).g).id);
        w = (*w).next;
    }
    ids
}
