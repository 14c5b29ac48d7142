//! Signals of the process, taken from their handlers to where anything may be done.
//!
//! A [`Line`] is a set of signals that have come and a thread that is told of each. Its handler does only what a handler may: it
//! sets a bit and writes a byte into the pipe that the thread reads. A line can do without the thread for as long as a scheduler's
//! worker runs: then the handler asks the workers for a tick ([`Sched::summon`]), and the first one there starts the thread; so
//! does the first worker that is about to sleep. Most programs have ended before.

use crate::sched::Sched;
use parking_lot::Mutex;
use std::ffi::c_int;
use std::ptr::null_mut;
use std::sync::Arc;
use std::sync::atomic::AtomicI32;
use std::sync::atomic::AtomicPtr;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::SeqCst;

/// Signals have numbers from 1 to this, excluded.
pub const SIGNALS: usize = 65;

/// Two lines, since a program may ask for a signal that the interpreter wants as well: the later handler is in force.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Line {
    /// The interpreter's.
    Own = 0,
    /// The program's.
    Program = 1,
}

struct State {
    /// The end of the pipe that the handler writes to; -1 until there is one.
    pipe: AtomicI32,
    /// Signals that have come and not been delivered: bit n-1 for signal n.
    pending: AtomicU64,
    /// Whose workers start the thread; null: the thread is started at once.
    summoned: AtomicPtr<Sched>,
    starting: Mutex<()>,
}

static STATES: [State; 2] = [const {
    State {
        pipe: AtomicI32::new(-1),
        pending: AtomicU64::new(0),
        summoned: AtomicPtr::new(null_mut()),
        starting: Mutex::new(()),
    }
}; 2];

extern "C" fn handler<const LINE: usize>(signal: c_int) {
    let state = &STATES[LINE];
    let bit = 1u64 << ((signal as u32 - 1) % 64);
    // SAFETY: what is called here may be called in a handler, errno is kept, and a scheduler that is named lives (see `lazily`).
    unsafe {
        let errno = *libc::__errno_location();
        let again = state.pending.fetch_or(bit, SeqCst) & bit != 0;
        let pipe = state.pipe.load(SeqCst);
        let sched = state.summoned.load(SeqCst);
        if pipe >= 0 {
            libc::write(pipe, (&raw const bit).cast(), 1);
        } else if again && signal == libc::SIGQUIT {
            // Nobody has come for the first one.
            libc::signal(signal, libc::SIG_DFL);
            libc::raise(signal);
        } else if !sched.is_null() {
            (*sched).summon();
        }
        *libc::__errno_location() = errno;
    }
}

/// What a signal did before.
pub struct Before(libc::sigaction);

// SAFETY: numbers and the address of a function.
unsafe impl Send for Before {}

/// What a signal is to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// What it does in any process.
    Default,
    /// Nothing.
    Ignore,
    /// It is delivered.
    Deliver(Line),
}

/// Sets what a signal does.
pub fn set(signal: i32, act: Act) -> Before {
    let handler = match act {
        Act::Default => libc::SIG_DFL,
        Act::Ignore => libc::SIG_IGN,
        Act::Deliver(Line::Own) => handler::<0> as *const () as usize,
        Act::Deliver(Line::Program) => handler::<1> as *const () as usize,
    };
    // SAFETY: a handler that does only what it may, or one of the system's.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = handler;
        action.sa_flags = libc::SA_RESTART | libc::SA_ONSTACK;
        let mut old: libc::sigaction = std::mem::zeroed();
        libc::sigaction(signal, &action, &mut old);
        Before(old)
    }
}

/// Goes back to what a signal did.
pub fn restore(signal: i32, before: Before) {
    // SAFETY: what the system gave us.
    unsafe { libc::sigaction(signal, &before.0, null_mut()) };
}

/// Whether a signal is ignored.
pub fn is_ignored(signal: i32) -> bool {
    // SAFETY: asks only.
    unsafe {
        let mut now: libc::sigaction = std::mem::zeroed();
        libc::sigaction(signal, std::ptr::null(), &mut now);
        now.sa_sigaction == libc::SIG_IGN
    }
}

/// Ends the process by a signal, as if it had its default action.
pub fn die_of(signal: i32) -> ! {
    // SAFETY: numbers and a set of signals only.
    unsafe {
        libc::signal(signal, libc::SIG_DFL);
        let mut set: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&mut set);
        libc::sigaddset(&mut set, signal);
        libc::pthread_sigmask(libc::SIG_UNBLOCK, &set, null_mut());
        libc::raise(signal);
    }
    std::process::exit(128 + signal)
}

/// Starts the thread of a line if it has none: `deliver` is called on it with each signal that has come. False: there is none.
pub fn start(line: Line, deliver: fn(i32)) -> bool {
    let state = &STATES[line as usize];
    let _one = state.starting.lock();
    state.pipe.load(SeqCst) >= 0 || start_thread(line, deliver)
}

/// The same when it comes to that: when a worker of this instance is about to sleep, or a signal has come. The instance must
/// be kept for the life of the process; a later one takes its place.
pub fn start_lazily(line: Line, sched: &Arc<Sched>, deliver: fn(i32)) {
    let state = &STATES[line as usize];
    if state.pipe.load(SeqCst) >= 0 {
        return;
    }
    // The handler may be about to use it at any time.
    std::mem::forget(sched.clone());
    state.summoned.store(Arc::as_ptr(sched).cast_mut(), SeqCst);
    sched.set_attendant(Box::new(move || {
        start(line, deliver);
    }));
}

fn start_thread(line: Line, deliver: fn(i32)) -> bool {
    let state = &STATES[line as usize];
    let mut fds = [0; 2];
    // SAFETY: room for two descriptors.
    if unsafe { libc::pipe2(fds.as_mut_ptr(), libc::O_CLOEXEC) } != 0 {
        return false;
    }
    let name = match line {
        Line::Own => "signals",
        Line::Program => "os/signal",
    };
    let thread = std::thread::Builder::new().name(name.into());
    let thread = thread.stack_size(128 << 10);
    if thread.spawn(move || serve(state, fds[0], deliver)).is_err() {
        return false;
    }
    state.pipe.store(fds[1], SeqCst);
    // What came before the handler knew the pipe.
    let byte = 0u8;
    // SAFETY: one byte.
    unsafe { libc::write(fds[1], (&raw const byte).cast(), 1) };
    true
}

fn serve(state: &State, fd: i32, deliver: fn(i32)) {
    let mut byte = 0u8;
    // SAFETY: room for the one byte.
    while unsafe { libc::read(fd, (&raw mut byte).cast(), 1) } == 1 {
        let mut came = state.pending.swap(0, SeqCst);
        while came != 0 {
            let signal = came.trailing_zeros() as i32 + 1;
            came &= came - 1;
            deliver(signal);
        }
    }
}
