//! Natives of package os/signal, and kill(2).
//!
//! Signals belong to the process, programs to instances. A signal that some instance wants is delivered ([`signal`]) and its number
//! given to every instance that wants it. What it did before comes back when nobody wants the signal any more. An instance waits on the blocking pool, so a program that waits for
//! signals only is not deadlocked. A seeded run never sees a signal.

use crate::natives::rt_os::Os;
use crate::sched::Answer;
use crate::sched::WaitReason;
use crate::vm::native::Stop;
use crate::vm::native::natives;
use crate::vm::posix;
use crate::vm::signal;
use crate::vm::signal::Act;
use crate::vm::signal::Before;
use crate::vm::signal::Line;
use crate::vm::signal::SIGNALS;
use crossbeam_channel::Receiver;
use crossbeam_channel::Sender;
use crossbeam_channel::unbounded;
use parking_lot::Mutex;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

/// The signals of one instance. Its subscriptions end with it.
pub struct Inbox {
    id: u64,
    send: Sender<i32>,
    receive: Receiver<i32>,
}

impl Default for Inbox {
    fn default() -> Inbox {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let (send, receive) = unbounded();
        Inbox {
            id: NEXT.fetch_add(1, Relaxed),
            send,
            receive,
        }
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        let mut hub = HUB.lock();
        for signal in 0..SIGNALS {
            hub.leave(signal, self.id);
        }
        // Whoever still waits for this inbox on the pool wakes up.
        let _ = self.send.send(0);
    }
}

/// Who wants which signal, and what to go back to.
struct Hub {
    wanted: [Vec<(u64, Sender<i32>)>; SIGNALS],
    before: [Option<Before>; SIGNALS],
}

static HUB: Mutex<Hub> = Mutex::new(Hub {
    wanted: [const { Vec::new() }; SIGNALS],
    before: [const { None }; SIGNALS],
});

fn deliver(signal: i32) {
    for (_, inbox) in &HUB.lock().wanted[signal as usize % SIGNALS] {
        let _ = inbox.send(signal);
    }
}

/// Faults of the program itself and what cannot be caught stay as they are.
fn can_catch(signal: usize) -> bool {
    let fixed = [
        libc::SIGKILL,
        libc::SIGSTOP,
        libc::SIGSEGV,
        libc::SIGBUS,
        libc::SIGFPE,
        libc::SIGILL,
        libc::SIGTRAP,
    ];
    (1..SIGNALS).contains(&signal)
        && !fixed.contains(&(signal as i32))
        && !(32..34).contains(&signal)
}

impl Hub {
    /// Sets what a signal does, remembering what it did at first.
    fn set(&mut self, signal: usize, act: Act) {
        let old = signal::set(signal as i32, act);
        self.before[signal].get_or_insert(old);
    }

    fn restore(&mut self, signal: usize) {
        if let Some(old) = self.before[signal].take() {
            signal::restore(signal as i32, old);
        }
    }

    fn join(&mut self, signal: usize, inbox: &Inbox) {
        if !self.wanted[signal].iter().any(|w| w.0 == inbox.id) {
            self.wanted[signal].push((inbox.id, inbox.send.clone()));
        }
        self.set(signal, Act::Deliver(Line::Program));
    }

    fn leave(&mut self, signal: usize, id: u64) {
        let wanted = &mut self.wanted[signal];
        let n = wanted.len();
        wanted.retain(|w| w.0 != id);
        if n > 0 && wanted.is_empty() {
            self.restore(signal);
        }
    }
}

natives! { TABLE;
    /// Has a signal delivered (how = 1), ignored (2), or lets it have its default action (0).
    fn "os/signal.handle"(cx, signal: i64, how: i64) {
        let signal = usize::try_from(signal).unwrap_or(0);
        if cx.is_seeded() || !can_catch(signal) {
            return Ok(());
        }
        let inbox = Os::of(cx)?.inbox();
        let mut hub = HUB.lock();
        match how {
            1 => {
                signal::start(Line::Program, deliver);
                hub.join(signal, inbox);
            }
            2 => {
                hub.leave(signal, inbox.id);
                hub.set(signal, Act::Ignore);
            }
            _ => {
                hub.leave(signal, inbox.id);
                hub.restore(signal);
            }
        }
        Ok(())
    }

    /// Whether a signal is ignored.
    fn "os/signal.isIgnored"(cx, signal: i64) -> bool {
        let _ = &cx;
        Ok(signal::is_ignored(signal as i32))
    }

    /// Waits for the next signal.
    fn "os/signal.next"(cx, state: i64) -> i64 {
        if cx.is_seeded() {
            return Err(Stop::Goexit);
        }
        let inbox = Os::of(cx)?.inbox();
        if state != 0 {
            cx.set_arg(0, 0);
            return cx.answer();
        }
        if let Ok(signal) = inbox.receive.try_recv() {
            return Ok(i64::from(signal));
        }
        cx.set_arg(0, 1);
        let receive = inbox.receive.clone();
        let work = move || Box::new(receive.recv().map_or(0, i64::from)) as Answer;
        cx.submit(WaitReason::Syscall, work)?;
        Err(Stop::Again)
    }

    /// Sends a signal.
    fn "internal/rt.Kill"(cx, pid: i64, signal: i64) -> i64 {
        let _ = &cx;
        let pid = i32::try_from(pid).unwrap_or(i32::MAX);
        Ok(posix::kill(pid, signal as i32).err().unwrap_or(0))
    }
}
