//! Signals of the process that runs a program.
//!
//! SIGINT, SIGTERM and SIGHUP keep their default action, which is what Go's runtime does in the end: the process dies of them
//! without a word. At the prompt SIGINT ends the evaluation. SIGQUIT ends the program at its next safepoint, so that its goroutines can be printed: the handler writes
//! a byte into a pipe, and a thread that reads it asks the scheduler to end. A second SIGQUIT kills.

use crate::sched::Sched;
use parking_lot::Mutex;
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::Weak;
use std::sync::atomic::AtomicI32;
use std::sync::atomic::Ordering::SeqCst;

/// The instance that gets the signals: the one that began last.
static CURRENT: Mutex<Weak<Sched>> = Mutex::new(Weak::new());
/// The end of the pipe that the handler writes to; -1 until there is one.
static PIPE: AtomicI32 = AtomicI32::new(-1);
/// What SIGINT does, once [`on_interrupt`] was called.
static ON_INTERRUPT: Mutex<Option<Box<dyn Fn() + Send>>> = Mutex::new(None);

static ONCE: OnceLock<()> = OnceLock::new();

extern "C" fn on_signal(signal: libc::c_int) {
    // Only what a handler may do: one write, errno kept.
    // SAFETY: the descriptor stays open for the life of the process.
    unsafe {
        let errno = *libc::__errno_location();
        let byte = signal as u8;
        libc::write(PIPE.load(SeqCst), (&raw const byte).cast(), 1);
        *libc::__errno_location() = errno;
    }
}

/// From here on SIGQUIT ends this instance.
pub fn watch(sched: &Arc<Sched>) {
    *CURRENT.lock() = Arc::downgrade(sched);
    ONCE.get_or_init(install);
}

fn install() {
    let mut fds = [0; 2];
    // SAFETY: room for two descriptors.
    if unsafe { libc::pipe2(fds.as_mut_ptr(), libc::O_CLOEXEC) } != 0 {
        return; // without a pipe SIGQUIT keeps its default action
    }
    PIPE.store(fds[1], SeqCst);
    let thread = std::thread::Builder::new().name("signals".into());
    if thread
        .stack_size(128 << 10)
        .spawn(move || serve(fds[0]))
        .is_err()
    {
        return;
    }
    handle(libc::SIGQUIT);
}

fn handle(signal: libc::c_int) {
    // SAFETY: the handler does nothing that it may not.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = on_signal as *const () as usize;
        action.sa_flags = libc::SA_RESTART | libc::SA_ONSTACK;
        libc::sigaction(signal, &action, std::ptr::null_mut());
    }
}

/// From here on SIGINT calls `f`, on a thread of its own, and the process lives on.
pub fn on_interrupt(f: impl Fn() + Send + 'static) {
    *ON_INTERRUPT.lock() = Some(Box::new(f));
    ONCE.get_or_init(install);
    if PIPE.load(SeqCst) >= 0 {
        handle(libc::SIGINT);
    }
}

fn serve(fd: i32) {
    let mut byte = 0u8;
    // SAFETY: room for the one byte.
    while unsafe { libc::read(fd, (&raw mut byte).cast(), 1) } == 1 {
        if i32::from(byte) == libc::SIGINT {
            if let Some(f) = &*ON_INTERRUPT.lock() {
                f();
            }
            continue;
        }
        let current = CURRENT.lock().upgrade();
        match current {
            Some(s) if !s.is_ending() => s.request_end(i32::from(byte)),
            _ => die_of(i32::from(byte)),
        }
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
        libc::pthread_sigmask(libc::SIG_UNBLOCK, &set, std::ptr::null_mut());
        libc::raise(signal);
    }
    std::process::exit(128 + signal)
}
