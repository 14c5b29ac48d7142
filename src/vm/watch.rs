//! Objects somebody wants to know the end of: finalizers, cleanups and weak pointers.
//!
//! A collection asks [`Watches`] twice: where marking begins it gives what has to stay for a finalizer's sake, and when everything
//! reachable is marked it finds the objects that are not. Their finalizers (which make them live once more) and cleanups become
//! *ready*; a goroutine of its own, started after the collection if none is at it, runs them one after the other.
//! Weak pointers go through a *handle*, a word in the heap that the collector does not follow and that becomes 0 here.
//!
//! Natives change the tables under the lock while the world runs; collections look at them while it is stopped.

use crate::heap::Marker;
use crate::heap::access;
use crate::sched;
use crate::sched::P;
use crate::vm::Vm;
use hashbrown::HashMap;
use parking_lot::Mutex;
use std::collections::VecDeque;

/// What is called when an object is dead.
#[derive(Clone, Copy, Debug)]
pub struct Ending {
    /// The func value.
    pub func: u64,
    /// For a finalizer: the object as an interface.
    pub object: Option<[u64; 2]>,
    /// The finalizer's parameter is an interface.
    pub boxed: bool,
}

#[derive(Clone, Copy)]
struct Watch {
    id: u64,
    addr: u64,
    ending: Ending,
}

#[derive(Default)]
struct Tables {
    watched: Vec<Watch>,
    ready: VecDeque<Ending>,
    handles: HashMap<u64, u64>,
    last_id: u64,
    /// The func value that runs what is ready.
    runner: u64,
    running: bool,
}

/// All watched objects of a machine.
#[derive(Default)]
pub struct Watches {
    tables: Mutex<Tables>,
}

impl Watches {
    /// Calls `ending` when the object at `addr` is dead. `runner` is the library's function that runs what is ready.
    pub fn add(&self, addr: u64, ending: Ending, runner: u64) -> u64 {
        let mut t = self.tables.lock();
        t.last_id += 1;
        let id = t.last_id;
        t.runner = runner;
        t.watched.push(Watch { id, addr, ending });
        id
    }

    /// Forgets a watch.
    pub fn remove(&self, id: u64) {
        self.tables.lock().watched.retain(|w| w.id != id);
    }

    /// Whether the object has a finalizer.
    pub fn has_finalizer(&self, addr: u64) -> bool {
        let t = self.tables.lock();
        t.watched
            .iter()
            .any(|w| w.addr == addr && w.ending.object.is_some())
    }

    /// Takes an object's finalizer away.
    pub fn remove_finalizer(&self, addr: u64) {
        let mut t = self.tables.lock();
        t.watched
            .retain(|w| w.addr != addr || w.ending.object.is_none());
    }

    /// The next thing to run; None ends the runner.
    pub fn next(&self) -> Option<Ending> {
        let mut t = self.tables.lock();
        let e = t.ready.pop_front();
        t.running = e.is_some();
        e
    }

    /// The handle of weak pointers to `addr`.
    pub fn handle(&self, addr: u64) -> Option<u64> {
        self.tables.lock().handles.get(&addr).copied()
    }

    /// Remembers a new handle, unless somebody else was faster; answers the one that holds.
    pub fn set_handle(&self, addr: u64, handle: u64) -> u64 {
        *self.tables.lock().handles.entry(addr).or_insert(handle)
    }

    /// Gives the marker what must stay: what is called, and everything that objects with finalizers lead to, though not the
    /// objects themselves.
    pub(super) fn mark(&self, m: &mut Marker<'_>) {
        let t = self.tables.lock();
        for e in &t.ready {
            mark_ending(e, m, true);
        }
        for w in &t.watched {
            mark_ending(&w.ending, m, false);
            if w.ending.object.is_some()
                && let Some((start, size)) = m.heap().find_object(w.addr as usize)
            {
                // SAFETY: an object that has not been found dead; its words stay during the collection.
                unsafe { m.mark_range(start as *const u64, size / 8) };
            }
        }
    }

    /// Everything reachable is marked. True: more has been marked, ask again.
    pub(super) fn after_mark(&self, m: &mut Marker<'_>) -> bool {
        let mut t = self.tables.lock();
        let t = &mut *t;
        let dead = |m: &Marker<'_>, addr: u64| {
            m.heap().find_object(addr as usize).is_some() && !m.is_marked(addr as usize)
        };
        t.handles.retain(|addr, handle| {
            if !m.is_marked(*handle as usize) {
                return false;
            }
            let gone = dead(m, *addr);
            if gone {
                // SAFETY: a live handle is one word.
                unsafe { access::store64(*handle as *mut u64, 0) };
            }
            !gone
        });
        let mut revived = false;
        for finalizers in [true, false] {
            let ready = &mut t.ready;
            t.watched.retain(|w| {
                if w.ending.object.is_some() != finalizers || !dead(m, w.addr) {
                    return true;
                }
                if finalizers {
                    m.mark_word(w.addr as usize);
                    revived = true;
                }
                ready.push_back(w.ending);
                false
            });
            if revived {
                return true;
            }
        }
        false
    }

    /// Whether there is a goroutine for finalizers and cleanups now.
    pub fn is_running(&self) -> bool {
        self.tables.lock().running
    }

    /// Whether something is ready and nobody is at it; from then on somebody is.
    fn wants_runner(&self) -> Option<u64> {
        let mut t = self.tables.lock();
        if t.running || t.ready.is_empty() || t.runner == 0 {
            return None;
        }
        t.running = true;
        Some(t.runner)
    }
}

fn mark_ending(e: &Ending, m: &mut Marker<'_>, object: bool) {
    m.mark_word(e.func as usize);
    if let Some(o) = e.object.filter(|_| object) {
        m.mark_word(o[1] as usize);
    }
}

impl Vm {
    /// After a collection: starts the goroutine that runs finalizers and cleanups, if there is something for it.
    ///
    /// # Safety
    /// On the thread of `p`, with the world running.
    pub(super) unsafe fn run_watches(&self, p: *mut P) {
        if let Some(runner) = self.watches.wants_runner() {
            let g = self.new_goroutine(p, runner as *const u64);
            if !g.is_null() {
                (*g).flags |= sched::G_SYSTEM;
                sched::spawn(p, g);
            }
        }
    }
}
