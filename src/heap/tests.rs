//! The heap as its users see it: what is reachable stays as it was, what is not comes back, limits hold.

use std::ptr::NonNull;
use std::sync::Arc;
use std::sync::Barrier;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use parking_lot::Mutex;

use super::access::load64;
use super::access::store64;
use super::*;

fn heap(config: HeapConfig) -> (Arc<Heap>, AllocCache) {
    let heap = Heap::new(config).unwrap();
    let cache = heap.new_cache().unwrap();
    (heap, cache)
}

/// A heap that collects only when told to.
fn quiet() -> HeapConfig {
    HeapConfig {
        reserve: 4 << 30,
        gogc: -1,
        ..HeapConfig::default()
    }
}

fn collect(heap: &Heap, roots: &[usize]) -> GcCycle {
    // SAFETY: each test here owns all caches of its heap and allocates on this thread.
    unsafe { heap.collect(&roots.to_vec()) }
}

fn get(at: usize, word: usize) -> usize {
    // SAFETY: tests pass live objects.
    unsafe { load64((at + word * 8) as *const u64) as usize }
}

fn set(at: usize, word: usize, value: usize) {
    // SAFETY: as above.
    unsafe { store64((at + word * 8) as *mut u64, value as u64) }
}

fn new(cache: &mut AllocCache, bytes: usize, map: MapId) -> usize {
    cache.alloc(bytes, map).unwrap().as_ptr() as usize
}

struct Random(u64);

impl Random {
    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 as usize
    }
}

#[test]
fn objects_are_zeroed_aligned_and_apart() {
    let (heap, mut cache) = heap(quiet());
    for round in 0..3 {
        let mut spans = Vec::new();
        for bytes in (0..700)
            .chain((700..40_000).step_by(977))
            .chain([65_536, 65_537, 200_000])
        {
            for map in [MapId::NONE, MapId::ALL] {
                let at = new(&mut cache, bytes, map);
                let size = Heap::round_size(bytes).unwrap();
                assert!(at.is_multiple_of(if bytes > 8 { 16 } else { 8 }));
                for i in 0..bytes.div_ceil(8) {
                    assert_eq!(get(at, i), 0, "round {round}, {bytes} bytes");
                    set(at, i, usize::MAX);
                }
                assert_eq!(heap.find_object(at + bytes / 2), Some((at, size)));
                spans.push((at, at + size));
            }
        }
        spans.sort();
        assert!(spans.windows(2).all(|w| w[0].1 <= w[1].0));
        collect(&heap, &[]);
    }
}

#[test]
fn interior_pointers_and_junk_words() {
    let (heap, mut cache) = heap(quiet());
    let small = new(&mut cache, 48, MapId::ALL);
    let large = new(&mut cache, 300_000, MapId::NONE);
    set(small, 5, large + 299_999);
    set(small, 4, heap.zero_base() + 3);
    let junk = heap.zero_base() + (1 << 30);
    let c = collect(&heap, &[small + 47, junk, usize::MAX, 1, heap.zero_base()]);
    assert_eq!(c.objects, 2);
    assert_eq!(get(small, 5), large + 299_999);
    assert_eq!(collect(&heap, &[large]).objects, 1);
    assert_eq!(collect(&heap, &[]).live, 0);
}

#[test]
fn cyclic_garbage_goes() {
    let (heap, mut cache) = heap(quiet());
    let mut last = 0;
    for _ in 0..1000 {
        let a = new(&mut cache, 32, MapId::ALL);
        let b = new(&mut cache, 80, MapId::ALL);
        set(a, 0, b);
        set(b, 9, a);
        set(b, 1, last);
        last = a;
    }
    assert_eq!(collect(&heap, &[last]).objects, 2000);
    assert_eq!(heap.stats().heap_objects, 2000);
    assert_eq!(collect(&heap, &[]).objects, 0);
    let s = heap.stats();
    assert_eq!(
        (s.mallocs, s.frees, s.alloc, s.heap_inuse),
        (2000, 2000, 0, 0)
    );
    assert_eq!(s.total_alloc, 1000 * (32 + 80));
}

#[test]
fn maps_are_precise() {
    let (heap, mut cache) = heap(quiet());
    // Element of 3 words, the last a pointer; then a long one of 100 words, the words 70 and 99 pointers.
    let three = heap.intern_map(24, &[0b100]);
    let long = heap.intern_map(800, &[0, 1 << (70 - 64) | 1 << (99 - 64)]);
    let mut words = vec![false; 100];
    (words[70], words[99]) = (true, true);
    assert_eq!(heap.intern_map_words(&words), long);
    for (map, elem, pointers) in [(three, 3, vec![2]), (long, 100, vec![70, 99])] {
        for count in [1, 5, 100, 10_000] {
            let array = new(&mut cache, elem * 8 * count, map);
            let mut live = 1;
            for i in 0..elem * count {
                set(array, i, new(&mut cache, 16, MapId::NONE));
                live += pointers.contains(&(i % elem)) as u64;
            }
            assert_eq!(
                collect(&heap, &[array]).objects,
                live,
                "{count} elements of {elem} words"
            );
        }
    }
}

#[test]
fn large_ranges_are_reused_and_joined() {
    let (heap, mut cache) = heap(quiet());
    let all: Vec<usize> = (0..40)
        .map(|_| new(&mut cache, 1 << 20, MapId::NONE))
        .collect();
    let before = heap.stats();
    let kept: Vec<usize> = all.iter().copied().step_by(4).collect();
    collect(&heap, &kept);
    assert_eq!(heap.stats().heap_objects, 10);
    // Three neighbours at a time are free: ten objects of three times the size fit.
    for _ in 0..10 {
        let at = new(&mut cache, 3 << 20, MapId::NONE);
        assert!((0..3 << 17).step_by(100).all(|i| get(at, i) == 0));
    }
    let after = heap.stats();
    assert_eq!(before.heap_sys, after.heap_sys);
    assert_eq!(before.heap_inuse, after.heap_inuse);
}

#[test]
fn free_memory_goes_back_to_the_system() {
    let (heap, mut cache) = heap(quiet());
    let at = new(&mut cache, 64 << 20, MapId::NONE);
    for i in (0..8 << 20).step_by(512) {
        set(at, i, 1);
    }
    let keep = new(&mut cache, 40, MapId::ALL);
    collect(&heap, &[keep]);
    let s = heap.stats();
    assert!(s.heap_released >= 40 << 20, "{s:?}");
    heap.release_free(usize::MAX);
    let s = heap.stats();
    assert_eq!(s.heap_released, s.heap_idle);
    let again = new(&mut cache, 64 << 20, MapId::NONE);
    assert!((0..8 << 20).step_by(512).all(|i| get(again, i) == 0));
}

#[test]
fn limits_hold() {
    let config = HeapConfig {
        max_memory: 16 << 20,
        ..quiet()
    };
    let (heap, mut cache) = heap(config);
    // Garbage only: a collection always helps.
    for _ in 0..5 {
        let mut n = 0;
        let err = loop {
            match cache.alloc(1000, MapId::ALL) {
                Ok(_) => n += 1,
                Err(e) => break e,
            }
        };
        assert_eq!(err, AllocError::NeedGc);
        assert!(heap.gc_requested());
        assert!((15_000..17_000).contains(&n), "{n}");
        collect(&heap, &[]);
        assert!(!heap.gc_requested());
    }
    // All live: it does not.
    let mut roots = Vec::new();
    let mut refused = 0;
    loop {
        match cache.alloc(1000, MapId::ALL) {
            Ok(p) => roots.push(p.as_ptr() as usize),
            Err(AllocError::NeedGc) => {
                refused += 1;
                collect(&heap, &roots);
            }
            Err(AllocError::OutOfMemory) => break,
        }
    }
    assert!((1..4).contains(&refused));
    assert!((15_000..17_000).contains(&roots.len()));
    // One object too large, alone and at all.
    roots.truncate(10_000);
    collect(&heap, &roots);
    assert_eq!(cache.alloc(10 << 20, MapId::NONE), Err(AllocError::NeedGc));
    assert_eq!(cache.alloc(10 << 20, MapId::NONE), Err(AllocError::NeedGc));
    collect(&heap, &roots);
    assert_eq!(
        cache.alloc(10 << 20, MapId::NONE),
        Err(AllocError::OutOfMemory)
    );
    for bytes in [
        17 << 20,
        1 << 40,
        isize::MAX as usize,
        usize::MAX - 8,
        usize::MAX,
    ] {
        assert_eq!(
            cache.alloc(bytes, MapId::NONE),
            Err(AllocError::OutOfMemory)
        );
    }
    assert!(cache.alloc(3 << 20, MapId::NONE).is_ok());
}

#[test]
fn a_system_with_little_address_space_gives_a_smaller_heap() {
    let (heap, mut cache) = heap(HeapConfig {
        reserve: 1 << 50,
        ..quiet()
    });
    assert!(heap.blocks.limit << block::BLOCK_LOG < 1 << 48);
    new(&mut cache, 100, MapId::NONE);
    assert_eq!(heap.charge(usize::MAX), Err(AllocError::OutOfMemory));
}

#[test]
fn outside_memory_counts() {
    let (heap, mut cache) = heap(HeapConfig {
        max_memory: 16 << 20,
        ..quiet()
    });
    heap.charge(12 << 20).unwrap();
    assert_eq!(heap.charge(8 << 20), Err(AllocError::NeedGc));
    assert_eq!(cache.alloc(5 << 20, MapId::NONE), Err(AllocError::NeedGc));
    collect(&heap, &[]);
    assert_eq!(heap.charge(8 << 20), Err(AllocError::OutOfMemory));
    heap.uncharge(12 << 20);
    assert!(cache.alloc(5 << 20, MapId::NONE).is_ok());
    assert_eq!(heap.stats().external, 0);
}

#[test]
fn collections_are_paced() {
    let (heap, mut cache) = heap(HeapConfig {
        reserve: 4 << 30,
        ..HeapConfig::default()
    });
    let mut allocate = |bytes: usize| {
        for _ in 0..bytes / 64 {
            new(&mut cache, 64, MapId::ALL);
        }
    };
    allocate(3 << 20);
    assert!(!heap.gc_requested());
    allocate(2 << 20);
    assert!(heap.gc_requested());
    let big = {
        let mut cache = heap.new_cache().unwrap();
        new(&mut cache, 32 << 20, MapId::NONE)
    };
    collect(&heap, &[big]);
    allocate(30 << 20);
    assert!(!heap.gc_requested());
    allocate(3 << 20);
    assert!(heap.gc_requested());
    assert_eq!(heap.set_gogc(-1), 100);
    collect(&heap, &[big]);
    allocate(100 << 20);
    assert!(!heap.gc_requested());
}

#[test]
fn stress_asks_at_every_allocation_and_poisons() {
    let (heap, mut cache) = heap(HeapConfig {
        stress: true,
        ..quiet()
    });
    let mut kept = Vec::new();
    for i in 0..200 {
        let dead = new(&mut cache, 64, MapId::ALL);
        let kind = heap.kind(16 + i % 5 * 16, MapId::ALL).unwrap();
        assert!(heap.gc_requested());
        let lives = cache.alloc_kind(kind).unwrap().as_ptr() as usize;
        assert_eq!((get(lives, 0), get(lives, 1)), (0, 0));
        set(dead, 7, 1);
        set(lives, 0, *kept.last().unwrap_or(&0));
        set(lives, 1, i);
        kept.push(lives);
        collect(&heap, &[lives]);
        assert!(!heap.gc_requested());
        assert_eq!(get(dead, 7), usize::from_ne_bytes([sweep::POISON; 8]));
    }
    for (i, k) in kept.iter().enumerate() {
        assert_eq!(get(*k, 1), i);
    }
}

/// Objects of two words, both edges; reachability is computed twice.
#[test]
fn parallel_marking_agrees_with_a_plain_search() {
    for helpers in [0, 1, 3] {
        let (heap, mut cache) = heap(HeapConfig { helpers, ..quiet() });
        let n = 400_000;
        let mut random = Random(88172645463325252);
        let objects: Vec<usize> = (0..n)
            .map(|i| new(&mut cache, 32 + i % 3 * 16, MapId::ALL))
            .collect();
        let table = new(&mut cache, n / 10 * 8, MapId::ALL);
        let mut edges = vec![[usize::MAX; 2]; n];
        for i in 0..n {
            set(objects[i], 3, i);
            for (e, edge) in edges[i].iter_mut().enumerate() {
                if random.next() % 100 < 55 {
                    *edge = random.next() % n;
                    set(objects[i], e, objects[*edge] + random.next() % 32);
                }
            }
        }
        let starts: Vec<usize> = (0..n / 10).map(|_| random.next() % n).collect();
        for (i, s) in starts.iter().enumerate() {
            set(table, i, objects[*s]);
        }
        let mut seen = vec![false; n];
        let mut stack = starts;
        let mut count = 1;
        while let Some(i) = stack.pop() {
            if !std::mem::replace(&mut seen[i], true) {
                count += 1;
                stack.extend(edges[i].iter().filter(|e| **e != usize::MAX));
            }
        }
        for _ in 0..3 {
            let c = collect(&heap, &[table]);
            assert_eq!(c.objects, count, "{helpers} helpers");
            assert_eq!(heap.stats().heap_objects, count);
        }
        for i in 0..n {
            assert_eq!(heap.is_marked(objects[i]), seen[i]);
            assert!(!seen[i] || get(objects[i], 3) == i);
        }
    }
}

#[test]
fn roots_in_many_pieces() {
    struct Stacks(Vec<[usize; 4]>);
    impl Roots for Stacks {
        fn pieces(&self) -> usize {
            self.0.len()
        }
        fn visit_piece(&self, i: usize, m: &mut Marker<'_>) {
            // SAFETY: the array is borrowed for the whole collection.
            unsafe { m.mark_range(self.0[i].as_ptr().cast(), 4) };
        }
    }
    let (heap, mut cache) = heap(quiet());
    let stacks = Stacks(
        (0..150_000)
            .map(|i| [0, i, new(&mut cache, 16, MapId::ALL), 7])
            .collect(),
    );
    // SAFETY: as in `collect`.
    let c = unsafe { heap.collect(&stacks) };
    assert_eq!(c.objects, 150_000);
}

static DROPPED: Mutex<Vec<usize>> = Mutex::new(Vec::new());

unsafe fn trace_second(p: *mut u8, bytes: usize, m: &mut Marker<'_>) {
    assert!(bytes >= 32);
    m.mark_word(get(p as usize, 1));
}

unsafe fn note_drop(p: *mut u8, _: &Heap) {
    DROPPED.lock().push(get(p as usize, 0));
}

#[test]
fn special_objects_are_traced_and_dropped_once() {
    let (heap, mut cache) = heap(quiet());
    let kind = TraceKind {
        name: "test",
        trace: Trace::Fn(trace_second),
        drop: Some(note_drop),
    };
    let map = heap.register_kind(kind);
    let by_map = heap.register_kind(TraceKind {
        name: "map",
        trace: Trace::Map(MapId::FIRST_OF_TWO),
        ..kind
    });
    let mut objects = Vec::new();
    for (i, (bytes, map)) in [
        (32, map),
        (32, map),
        (100_000, map),
        (100_000, map),
        (64, by_map),
    ]
    .into_iter()
    .enumerate()
    {
        let at = new(&mut cache, bytes, map);
        let (a, b) = (
            new(&mut cache, 16, MapId::NONE),
            new(&mut cache, 16, MapId::NONE),
        );
        set(at, 0, if map == by_map { a } else { 100 + i });
        set(at, 1, b);
        objects.push(at);
    }
    assert_eq!(collect(&heap, &objects).objects, 10);
    assert!(DROPPED.lock().is_empty());
    // The first of each size dies, and stays dead though its address is still around.
    let roots = [objects[1], objects[3], objects[4]];
    assert_eq!(collect(&heap, &roots).objects, 6);
    assert_eq!(*DROPPED.lock(), [100, 102]);
    assert_eq!(
        collect(&heap, &[roots.to_vec(), objects.clone()].concat()).objects,
        6
    );
    let reused = new(&mut cache, 32, map);
    assert_eq!(get(reused, 0), 0);
    collect(&heap, &[]);
    let mut d = std::mem::take(&mut *DROPPED.lock());
    assert_eq!(d.len(), 6);
    d.sort();
    assert_eq!(d[..5], [0, 100, 101, 102, 103]);
    // What is left goes with the heap.
    let last = new(&mut cache, 32, map);
    set(last, 0, 7);
    drop(cache);
    drop(heap);
    assert_eq!(*DROPPED.lock(), [7]);
}

#[test]
fn weak_references_are_seen_before_freeing() {
    struct Weak {
        strong: usize,
        weak: Vec<usize>,
        dead: AtomicUsize,
        rounds: AtomicUsize,
    }
    impl Roots for Weak {
        fn pieces(&self) -> usize {
            1
        }
        fn visit_piece(&self, _: usize, m: &mut Marker<'_>) {
            m.mark_word(self.strong);
        }
        fn after_mark(&self, m: &mut Marker<'_>) -> bool {
            for w in &self.weak {
                if !m.is_marked(*w) {
                    self.dead.fetch_add(1, Relaxed);
                    // Kept once more, as for a finalizer.
                    m.mark_word(*w);
                }
            }
            self.rounds.fetch_add(1, Relaxed) == 0
        }
    }
    let (heap, mut cache) = heap(quiet());
    let strong = new(&mut cache, 32, MapId::ALL);
    let weak: Vec<usize> = (0..5).map(|_| new(&mut cache, 32, MapId::ALL)).collect();
    set(strong, 1, weak[0]);
    set(strong, 2, weak[3]);
    let roots = Weak {
        strong,
        weak,
        dead: 0.into(),
        rounds: 0.into(),
    };
    // SAFETY: as in `collect`.
    let c = unsafe { heap.collect(&roots) };
    assert_eq!(roots.dead.load(Relaxed), 3);
    assert_eq!(c.objects, 6);
}

/// Two mutators per heap, each with a cache; the leader of a barrier collects.
#[test]
fn several_caches_and_collections_at_a_barrier() {
    const K: usize = 0x9E37_79B9_7F4A_7C15;
    for stress in [false, true] {
        let heap = Heap::new(HeapConfig {
            stress,
            helpers: 1,
            ..quiet()
        })
        .unwrap();
        let threads = 3;
        let stacks: Vec<Mutex<Vec<usize>>> =
            (0..threads).map(|_| Mutex::new(vec![0; 257])).collect();
        let barrier = Barrier::new(threads);
        std::thread::scope(|s| {
            for t in 0..threads {
                let (heap, stacks, barrier) = (&heap, &stacks, &barrier);
                s.spawn(move || {
                    let mut cache = heap.new_cache().unwrap();
                    let map = heap.intern_map(32, &[0b0011]);
                    let mut random = Random(0x2545_F491_4F6C_DD1D * (t as u64 + 1));
                    for round in 0..if stress { 30 } else { 60 } {
                        let mut stack = stacks[t].lock();
                        for i in 0..3000 {
                            let r = random.next();
                            let at = if i % 500 == 0 {
                                let at = new(&mut cache, 50_000, map);
                                set(at, 400, stack[r % 256]);
                                at
                            } else {
                                new(&mut cache, 32, map)
                            };
                            let stamp = round * 10_000 + i + 1;
                            assert_eq!(
                                (get(at, 0), get(at, 1), get(at, 2), get(at, 3)),
                                (0, 0, 0, 0)
                            );
                            set(at, 2, stamp);
                            set(at, 3, stamp.wrapping_mul(K));
                            set(at, 0, stack[(r >> 8) % 256]);
                            if !r.is_multiple_of(4) {
                                set(at, 1, stack[(r >> 16) % 256]);
                            }
                            stack[(r >> 24) % 256] = at + r % 32;
                            stack[256] = heap.zero_base() + r % (1 << 28);
                        }
                        for r in &stack[..256] {
                            let mut at = *r;
                            for _ in 0..20 {
                                let Some((start, _)) = heap.find_object(at) else {
                                    break;
                                };
                                assert_eq!(
                                    get(start, 3),
                                    get(start, 2).wrapping_mul(K),
                                    "object reused while reachable"
                                );
                                at = get(start, random.next() % 2);
                            }
                        }
                        // Old things are forgotten, or everything would live for ever through the chains.
                        for e in stack.iter_mut() {
                            if random.next().is_multiple_of(2) {
                                *e = 0;
                            }
                        }
                        drop(stack);
                        if barrier.wait().is_leader() {
                            let roots: Vec<usize> =
                                stacks.iter().flat_map(|s| s.lock().clone()).collect();
                            // SAFETY: all other threads wait at the barrier below.
                            unsafe { heap.collect(&roots) };
                        }
                        barrier.wait();
                    }
                });
            }
        });
        let s = heap.stats();
        assert_eq!(s.num_gc, if stress { 30 } else { 60 });
        assert_eq!(s.mallocs, threads as u64 * 3000 * s.num_gc as u64);
    }
}

#[test]
fn caches_may_come_and_go() {
    let (heap, mut cache) = heap(quiet());
    for i in 0..50 {
        let mut other = heap.new_cache().unwrap();
        let at = new(&mut other, 32, MapId::ALL);
        set(at, 0, i);
        drop(other);
        assert_eq!(get(at, 0), i);
        new(&mut cache, 32, MapId::ALL);
    }
    assert_eq!(heap.stats().mallocs, 100);
    assert_eq!(heap.stats().alloc, 3200);
    collect(&heap, &[]);
    assert_eq!(heap.stats().frees, 100);
}

#[test]
fn the_fast_path_returns_a_pointer_and_a_flag() {
    assert!(size_of::<Result<NonNull<u8>, AllocError>>() <= 16);
}
