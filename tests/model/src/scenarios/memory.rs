//! What locks, tables and the collector's helpers promise about memory; and that the model's own loads can be stale at all.

use crate::base::sync::atomic::AtomicU64;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::thread::Builder;
use crate::base::sync::thread::yield_now;
use crate::heap::Heap;
use crate::heap::HeapConfig;
use crate::heap::MapId;
use crate::heap::Marker;
use crate::heap::Roots;
use crate::heap::Table;
use crate::sched::ByteLock;
use std::sync::Arc;

/// Two counters that only the lock keeps together.
pub fn byte_lock() {
    let shared = Arc::new((ByteLock::new(), AtomicU64::new(0), AtomicU64::new(0)));
    let add = |shared: Arc<(ByteLock, AtomicU64, AtomicU64)>| {
        move || {
            let (lock, a, b) = &*shared;
            for _ in 0..2 {
                lock.lock();
                let (x, y) = (a.load(Relaxed), b.load(Relaxed));
                assert_eq!(x, y);
                a.store(x + 1, Relaxed);
                b.store(y + 1, Relaxed);
                lock.unlock();
            }
        }
    };
    let threads: Vec<_> = (0..2)
        .map(|_| Builder::new().spawn(add(shared.clone())).unwrap())
        .collect();
    add(shared.clone())();
    for t in threads {
        t.join().unwrap();
    }
    assert_eq!(shared.1.load(Relaxed), 6);
}

/// A table is read while it grows, in both parts, past the end of what was usable: who sees an entry sees what was written
/// before it was put in.
pub fn table() {
    const N: usize = 5;
    const PADDING: usize = 5000;
    type Entry = (Box<AtomicU64>, [u64; PADDING]);
    let t: Arc<Table<Entry>> = Arc::new(Table::with_second(N, 2).unwrap());
    let entry = |v: u64| {
        let e = Box::new(AtomicU64::new(0));
        e.store(v, Relaxed);
        e
    };
    let reader = {
        let t = t.clone();
        let run = move || {
            for _ in 0..4 {
                for (k, e) in t.iter().enumerate() {
                    assert_eq!(e.0.load(Relaxed), 100 + k as u64);
                }
                if t.has(N) {
                    // SAFETY: it has.
                    assert_eq!(unsafe { t.at(N) }.0.load(Relaxed), 7);
                }
                yield_now();
            }
        };
        Builder::new().spawn(run).unwrap()
    };
    for k in 0..N as u64 {
        t.push((entry(100 + k), [k; PADDING])).ok().unwrap();
        if k == 2 {
            t.push_second((entry(7), [k; PADDING])).ok().unwrap();
        }
    }
    reader.join().unwrap();
}

struct Lists {
    roots: Vec<usize>,
}

impl Roots for Lists {
    fn pieces(&self) -> usize {
        self.roots.len()
    }

    fn visit_piece(&self, piece: usize, m: &mut Marker<'_>) {
        m.mark_word(self.roots[piece]);
    }
}

/// Helpers share the marking: every object once, and the collection ends when there is no more.
pub fn marking() {
    let heap = Heap::new(HeapConfig {
        reserve: 16 << 20,
        helpers: 2,
        alone: 0,
        ..HeapConfig::default()
    })
    .unwrap();
    let mut cache = heap.new_cache().unwrap();
    let pointers = heap.intern_map_words(&[true, true]);
    let mut pair = |a: usize, b: usize| {
        let p = cache.alloc(16, pointers).unwrap().as_ptr().cast::<usize>();
        // SAFETY: fresh memory of that size.
        unsafe {
            *p = a;
            *p.add(1) = b;
        }
        p as usize
    };
    let shared = pair(0, 0);
    let mut roots = vec![];
    for _ in 0..4 {
        let mut list = shared;
        for _ in 0..20 {
            let side = pair(shared, 0);
            list = pair(side, list);
        }
        roots.push(list);
    }
    pair(0, 0); // garbage
    for _ in 0..2 {
        // SAFETY: nobody else uses the heap, and the roots are all there is.
        let cycle = unsafe {
            heap.collect(&Lists {
                roots: roots.clone(),
            })
        };
        assert_eq!(cycle.objects, 1 + 4 * 40);
    }
    drop(cache);
}

/// Workers that allocate from their own caches share blocks without getting one object twice.
pub fn allocation() {
    let heap = Heap::new(HeapConfig {
        reserve: 16 << 20,
        ..HeapConfig::default()
    })
    .unwrap();
    let fill = |heap: Arc<Heap>| {
        move || {
            let mut cache = heap.new_cache().unwrap();
            let mut all: Vec<usize> = vec![];
            for size in [16, 30_000, 16, 70_000, 24] {
                all.push(cache.alloc(size, MapId::NONE).unwrap().as_ptr() as usize);
            }
            all
        }
    };
    let other = Builder::new().spawn(fill(heap.clone())).unwrap();
    let mut all = fill(heap.clone())();
    all.extend(other.join().unwrap());
    let n = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), n);
}
