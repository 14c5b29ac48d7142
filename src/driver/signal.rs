//! Signals of the process that runs a program.
//!
//! SIGINT, SIGTERM and SIGHUP keep their default action, which is what Go's runtime does in the end: the process dies of them
//! without a word. At the prompt SIGINT ends the evaluation. SIGQUIT ends the program at its next safepoint, so that its
//! goroutines can be printed. A second SIGQUIT kills.

use crate::sched::Sched;
use crate::vm::signal;
use crate::vm::signal::Act;
use crate::vm::signal::Line;
use parking_lot::Mutex;
use std::sync::Arc;
use std::sync::Weak;

pub use crate::vm::signal::die_of;

/// The instance that gets the signals: the one that began last.
static CURRENT: Mutex<Weak<Sched>> = Mutex::new(Weak::new());
/// What SIGINT does, once [`on_interrupt`] was called.
static ON_INTERRUPT: Mutex<Option<Box<dyn Fn() + Send>>> = Mutex::new(None);

/// From here on SIGQUIT ends this instance.
pub fn watch(sched: &Arc<Sched>) {
    *CURRENT.lock() = Arc::downgrade(sched);
    signal::start_lazily(Line::Own, sched, deliver);
    signal::set(libc::SIGQUIT, Act::Deliver(Line::Own));
}

/// From here on SIGINT calls `f`, on a thread of its own, and the process lives on.
pub fn on_interrupt(f: impl Fn() + Send + 'static) {
    *ON_INTERRUPT.lock() = Some(Box::new(f));
    if signal::start(Line::Own, deliver) {
        signal::set(libc::SIGINT, Act::Deliver(Line::Own));
    }
}

fn deliver(signal: i32) {
    if signal == libc::SIGINT {
        if let Some(f) = &*ON_INTERRUPT.lock() {
            f();
        }
        return;
    }
    let current = CURRENT.lock().upgrade();
    match current {
        Some(s) if !s.is_ending() => s.request_end(signal),
        _ => die_of(signal),
    }
}
