//! Which values a load may see: a machine of views, after Kang and others ("A Promising Semantics", 2017) without promises.
//!
//! Every location remembers its last few writes in the order all threads agree on. Every thread has a *view*: for each location the
//! oldest write it may still see. A relaxed load takes any write from there on; an acquire load also takes over the view
//! that a release store left with its value. Read-modify-writes see the newest write and carry the view of the one before
//! on, as release sequences do. Sequentially consistent accesses and fences share one more view.
//!
//! Real memory always holds the newest write. Where it does not, somebody has written without atomics (memory that is new
//! or used again): the location begins anew.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::Ordering;

use shuttle_engine::runtime::execution::ExecutionState;

/// Writes that are remembered of each location.
const KEPT: usize = 6;

/// By location: the number of the oldest write that may be seen.
#[derive(Clone, Default)]
pub struct View(Rc<Vec<u32>>);

impl View {
    fn at(&self, loc: usize) -> u32 {
        self.0.get(loc).copied().unwrap_or(0)
    }

    fn raise(&mut self, loc: usize, to: u32) {
        if self.at(loc) < to {
            let v = Rc::make_mut(&mut self.0);
            if v.len() <= loc {
                v.resize(loc + 1, 0);
            }
            v[loc] = to;
        }
    }

    fn join(&mut self, other: &View) {
        if Rc::ptr_eq(&self.0, &other.0) || other.0.is_empty() {
            return;
        }
        if self.0.is_empty() {
            self.0 = other.0.clone();
            return;
        }
        let v = Rc::make_mut(&mut self.0);
        if v.len() < other.0.len() {
            v.resize(other.0.len(), 0);
        }
        for (a, b) in v.iter_mut().zip(other.0.iter()) {
            *a = (*a).max(*b);
        }
    }
}

struct Write {
    number: u32,
    value: u64,
    /// What an acquire load of it learns.
    view: View,
}

struct Location {
    id: usize,
    /// Never empty; the last is what memory holds.
    writes: Vec<Write>,
    next: u32,
}

#[derive(Clone, Default)]
struct Thread {
    now: View,
    /// What an acquire fence would learn from the relaxed loads so far.
    loaded: View,
    /// What relaxed stores after a release fence pass on.
    fenced: View,
}

#[derive(Default)]
struct Machine {
    locations: HashMap<usize, Location>,
    threads: HashMap<usize, Thread>,
    consistent: View,
}

thread_local! {
    static MACHINE: RefCell<Machine> = RefCell::default();
}

/// Before each execution.
pub fn reset() {
    MACHINE.with_borrow_mut(|m| *m = Machine::default());
}

/// A random number from the execution's own generator, so that it is repeated when the execution is.
pub fn random() -> u64 {
    ExecutionState::next_u64()
}

fn me() -> usize {
    shuttle_engine::current::me().into()
}

fn acquires(o: Ordering) -> bool {
    matches!(o, Ordering::Acquire | Ordering::AcqRel | Ordering::SeqCst)
}

fn releases(o: Ordering) -> bool {
    matches!(o, Ordering::Release | Ordering::AcqRel | Ordering::SeqCst)
}

impl Machine {
    /// The location's record, brought up to date with what memory holds.
    fn location(&mut self, addr: usize, memory: u64) -> &mut Location {
        let id = self.locations.len();
        let l = self.locations.entry(addr).or_insert_with(|| Location {
            id,
            writes: vec![Write {
                number: 0,
                value: memory,
                view: View::default(),
            }],
            next: 1,
        });
        if l.writes.last().is_none_or(|w| w.value != memory) {
            // All older values are gone for everybody: number 0 is in every view.
            l.writes = vec![Write {
                number: l.next,
                value: memory,
                view: View::default(),
            }];
            l.next += 1;
        }
        l
    }
}

/// The value a load sees.
pub fn load(addr: usize, memory: u64, o: Ordering) -> u64 {
    let me = me();
    MACHINE.with_borrow_mut(|m| {
        let mut t = m.threads.remove(&me).unwrap_or_default();
        let consistent = m.consistent.clone();
        let l = m.location(addr, memory);
        let mut oldest = t.now.at(l.id);
        if o == Ordering::SeqCst {
            oldest = oldest.max(consistent.at(l.id));
        }
        let first = l
            .writes
            .iter()
            .position(|w| w.number >= oldest)
            .unwrap_or(l.writes.len() - 1);
        let choices = l.writes.len() - first;
        // Mostly the newest: what is written becomes visible in the end.
        let k = if choices == 1 || random() % 4 != 0 {
            choices - 1
        } else {
            random() as usize % choices
        };
        let w = &l.writes[first + k];
        t.now.raise(l.id, w.number);
        if acquires(o) {
            t.now.join(&w.view);
        } else {
            t.loaded.join(&w.view);
        }
        let (id, number, value) = (l.id, w.number, w.value);
        if o == Ordering::SeqCst {
            m.consistent.raise(id, number);
        }
        m.threads.insert(me, t);
        value
    })
}

/// A store, or the second half of a read-modify-write, for which `memory` is what it has read.
pub fn store(addr: usize, memory: u64, value: u64, o: Ordering, modify: bool) {
    let me = me();
    MACHINE.with_borrow_mut(|m| {
        let mut t = m.threads.remove(&me).unwrap_or_default();
        let l = m.location(addr, memory);
        let number = l.next;
        l.next += 1;
        let mut before = View::default();
        if modify && let Some(w) = l.writes.last() {
            before = w.view.clone();
            if acquires(o) {
                t.now.join(&before);
            } else {
                t.loaded.join(&before);
            }
        }
        t.now.raise(l.id, number);
        let mut view = if releases(o) {
            t.now.clone()
        } else {
            t.fenced.clone()
        };
        view.join(&before);
        view.raise(l.id, number);
        l.writes.push(Write {
            number,
            value,
            view,
        });
        if l.writes.len() > KEPT {
            l.writes.remove(0);
        }
        let id = l.id;
        if o == Ordering::SeqCst {
            m.consistent.raise(id, number);
        }
        m.threads.insert(me, t);
    });
}

/// A read-modify-write that does not write: it has seen the newest value.
pub fn looked(addr: usize, memory: u64, o: Ordering) {
    let me = me();
    MACHINE.with_borrow_mut(|m| {
        let mut t = m.threads.remove(&me).unwrap_or_default();
        let l = m.location(addr, memory);
        if let Some(w) = l.writes.last() {
            t.now.raise(l.id, w.number);
            if acquires(o) {
                t.now.join(&w.view);
            } else {
                t.loaded.join(&w.view);
            }
        }
        m.threads.insert(me, t);
    });
}

/// A fence.
pub fn fence(o: Ordering) {
    let me = me();
    MACHINE.with_borrow_mut(|m| {
        let Machine {
            threads,
            consistent,
            ..
        } = m;
        let t = threads.entry(me).or_default();
        if acquires(o) {
            let loaded = t.loaded.clone();
            t.now.join(&loaded);
        }
        if o == Ordering::SeqCst {
            t.now.join(consistent);
            *consistent = t.now.clone();
        }
        if releases(o) {
            t.fenced = t.now.clone();
        }
    });
}

/// What this thread knows, to be given on by a lock, a token, a thread's start or its end.
pub fn given() -> View {
    let me = me();
    MACHINE.with_borrow_mut(|m| m.threads.entry(me).or_default().now.clone())
}

/// This thread learns what another has given on.
pub fn taken(view: &View) {
    let me = me();
    MACHINE.with_borrow_mut(|m| m.threads.entry(me).or_default().now.join(view));
}
