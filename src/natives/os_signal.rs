//! Natives of package os/signal, and kill(2).
//!
//! Signals belong to the process, programs to instances. For a signal that some instance wants, a handler is installed that
//! writes its number into a pipe; one thread reads the pipe and gives the number to every instance that wants it. The handler of
//! before comes back when nobody wants the signal any more. An instance waits on the blocking pool, so a program that waits for
//! signals only is not deadlocked. A seeded run never sees a signal.

use crate::natives::rt_os::Os;
use crate::sched;
use crate::sched::Wait;
use crate::sched::WaitReason;
use crate::vm::native::Stop;
use crate::vm::native::natives;
use crossbeam_channel::Receiver;
use crossbeam_channel::Sender;
use crossbeam_channel::unbounded;
use parking_lot::Mutex;
use std::sync::OnceLock;
use std::sync::atomic::AtomicI32;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::Ordering::SeqCst;

const SIGNALS: usize = 65;

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
    before: [Option<libc::sigaction>; SIGNALS],
}

static HUB: Mutex<Hub> = Mutex::new(Hub {
    wanted: [const { Vec::new() }; SIGNALS],
    before: [None; SIGNALS],
});

/// The end of the pipe that the handler writes to; -1 until there is one.
static PIPE: AtomicI32 = AtomicI32::new(-1);

extern "C" fn on_signal(signal: libc::c_int) {
    // SAFETY: one write, with errno kept; the descriptor stays open for the life of the process.
    unsafe {
        let errno = *libc::__errno_location();
        let byte = signal as u8;
        libc::write(PIPE.load(SeqCst), (&raw const byte).cast(), 1);
        *libc::__errno_location() = errno;
    }
}

fn start_thread() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        let mut fds = [0; 2];
        // SAFETY: room for two descriptors.
        if unsafe { libc::pipe2(fds.as_mut_ptr(), libc::O_CLOEXEC) } != 0 {
            return;
        }
        PIPE.store(fds[1], SeqCst);
        let thread = std::thread::Builder::new().name("os/signal".into());
        let _ = thread.stack_size(128 << 10).spawn(move || deliver(fds[0]));
    });
}

fn deliver(fd: i32) {
    let mut byte = 0u8;
    // SAFETY: room for the one byte.
    while unsafe { libc::read(fd, (&raw mut byte).cast(), 1) } == 1 {
        for (_, inbox) in &HUB.lock().wanted[usize::from(byte) % SIGNALS] {
            let _ = inbox.send(i32::from(byte));
        }
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
    fn set(&mut self, signal: usize, handler: usize) {
        // SAFETY: a handler that does only what it may, or one of the system's.
        unsafe {
            let mut action: libc::sigaction = std::mem::zeroed();
            action.sa_sigaction = handler;
            action.sa_flags = libc::SA_RESTART | libc::SA_ONSTACK;
            let mut old: libc::sigaction = std::mem::zeroed();
            libc::sigaction(signal as i32, &action, &mut old);
            self.before[signal].get_or_insert(old);
        }
    }

    fn restore(&mut self, signal: usize) {
        if let Some(old) = self.before[signal].take() {
            // SAFETY: what the system gave us.
            unsafe { libc::sigaction(signal as i32, &old, std::ptr::null_mut()) };
        }
    }

    fn join(&mut self, signal: usize, inbox: &Inbox) {
        if !self.wanted[signal].iter().any(|w| w.0 == inbox.id) {
            self.wanted[signal].push((inbox.id, inbox.send.clone()));
        }
        self.set(signal, on_signal as *const () as usize);
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
        // SAFETY: on this worker.
        let seeded = unsafe { (*cx.p()).seeded };
        let signal = usize::try_from(signal).unwrap_or(0);
        if seeded || !can_catch(signal) {
            return Ok(());
        }
        let inbox = Os::of(cx)?.inbox();
        let mut hub = HUB.lock();
        match how {
            1 => {
                start_thread();
                hub.join(signal, inbox);
            }
            2 => {
                hub.leave(signal, inbox.id);
                hub.set(signal, libc::SIG_IGN);
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
        // SAFETY: asks only.
        unsafe {
            let mut now: libc::sigaction = std::mem::zeroed();
            libc::sigaction(signal as i32, std::ptr::null(), &mut now);
            Ok(now.sa_sigaction == libc::SIG_IGN)
        }
    }

    /// Waits for the next signal.
    fn "os/signal.next"(cx, state: i64) -> i64 {
        // SAFETY: on this worker.
        if unsafe { (*cx.p()).seeded } {
            return Err(Stop::Goexit);
        }
        let inbox = Os::of(cx)?.inbox();
        if state != 0 {
            cx.set_arg(0, 0);
            // SAFETY: on this worker.
            let answer = unsafe { sched::take_result(cx.p(), cx.g()) };
            return match answer.map(|a| a.downcast::<i64>()) {
                Some(Ok(signal)) => Ok(*signal),
                _ => Err(Stop::fatal("a job of the blocking pool failed")),
            };
        }
        if let Ok(signal) = inbox.receive.try_recv() {
            return Ok(i64::from(signal));
        }
        cx.set_arg(0, 1);
        let receive = inbox.receive.clone();
        let work = Box::new(move || Box::new(receive.recv().map_or(0, i64::from)) as sched::Answer);
        // SAFETY: on this worker.
        match unsafe { sched::submit(cx.p(), cx.g(), WaitReason::Syscall, cx.call_pc(), cx.fp(), work) } {
            Wait::Parked => Err(Stop::Parked),
            Wait::Done => Err(Stop::Again),
        }
    }

    /// Sends a signal.
    fn "internal/rt.Kill"(cx, pid: i64, signal: i64) -> i64 {
        let _ = &cx;
        let pid = i32::try_from(pid).unwrap_or(i32::MAX);
        // SAFETY: takes numbers only.
        let failed = unsafe { libc::kill(pid, signal as i32) } != 0;
        Ok(if failed { std::io::Error::last_os_error().raw_os_error().unwrap_or(0) as i64 } else { 0 })
    }
}
