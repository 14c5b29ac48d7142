//! Run queues: nothing is lost, nothing comes twice, and what a pointer leads to is there.

use crate::base::sync::atomic::AtomicU64;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::thread::Builder;
use crate::sched::RING;
use crate::sched::Ring;
use std::cell::Cell;
use std::sync::Arc;

/// What a goroutine's record stands for: memory without order of its own, written by whoever made it, counted by whoever takes it.
struct Item {
    made: AtomicU64,
    taken: Cell<u32>,
}

// SAFETY: the ring hands an item from one thread to another; that is what is tested.
unsafe impl Sync for Item {}
// SAFETY: as above.
unsafe impl Send for Item {}

fn items(n: usize) -> Arc<Vec<Item>> {
    let item = |_| Item {
        made: AtomicU64::new(0),
        taken: Cell::new(0),
    };
    Arc::new((0..n).map(item).collect())
}

fn push(r: &Ring<Item>, items: &[Item], k: usize) -> bool {
    items[k].made.store(k as u64 + 1, Relaxed);
    r.push((&raw const items[k]).cast_mut())
}

fn take(x: *mut Item) -> bool {
    if x.is_null() {
        return false;
    }
    // SAFETY: items outlive the threads.
    let i = unsafe { &*x };
    assert_ne!(i.made.load(Relaxed), 0);
    i.taken.set(i.taken.get() + 1);
    true
}

fn all_once(items: &[Item]) {
    for (k, i) in items.iter().enumerate() {
        assert_eq!(i.taken.get(), 1, "item {k}");
    }
}

fn drain(r: &Ring<Item>) {
    while take(r.pop(true)) {}
}

/// The owner pushes and pops while two steal.
pub fn steal_and_pop() {
    let items = items(6);
    let ring = Arc::new(Ring::<Item>::default());
    let thieves: Vec<_> = (0..2)
        .map(|k| {
            let (ring, items) = (ring.clone(), items.clone());
            let run = move || {
                let own = Ring::<Item>::default();
                for _ in 0..3 {
                    let limit = (k == 0).then(|| ring.tail());
                    take(own.steal(&ring, limit));
                    drain(&own);
                }
                drop(items);
            };
            Builder::new().spawn(run).unwrap()
        })
        .collect();
    for k in 0..6 {
        assert!(push(&ring, &items, k));
        if k % 3 == 2 {
            take(ring.pop(true));
        }
    }
    drain(&ring);
    for t in thieves {
        t.join().unwrap();
    }
    drain(&ring);
    all_once(&items);
}

/// Two that steal from each other.
pub fn steal_each_other() {
    let items = items(6);
    let rings: Arc<[Ring<Item>; 2]> = Arc::default();
    let run = |me: usize| {
        let (rings, items) = (rings.clone(), items.clone());
        move || {
            for k in 0..3 {
                push(&rings[me], &items, me * 3 + k);
            }
            drain(&rings[me]);
            for _ in 0..2 {
                take(rings[me].steal(&rings[1 - me], None));
                drain(&rings[me]);
            }
        }
    };
    let other = Builder::new().spawn(run(1)).unwrap();
    run(0)();
    other.join().unwrap();
    all_once(&items);
}

/// A full ring gives half away while somebody steals.
pub fn spill() {
    let n = RING as usize + 3;
    let items = items(n);
    let ring = Arc::new(Ring::<Item>::default());
    let before = n - 5;
    for k in 0..before {
        assert!(push(&ring, &items, k));
    }
    let thief = {
        let ring = ring.clone();
        let run = move || {
            let own = Ring::<Item>::default();
            take(own.steal(&ring, None));
            drain(&own);
        };
        Builder::new().spawn(run).unwrap()
    };
    for k in before..n {
        while !push(&ring, &items, k) {
            ring.spill(|x| assert!(take(x)));
        }
    }
    thief.join().unwrap();
    drain(&ring);
    all_once(&items);
}
