//! Measurements, run by hand: `cargo test --profile fast --lib heap::measure -- --ignored --nocapture --test-threads 1`.

use std::time::Instant;

use super::access::load64;
use super::access::store64;
use super::*;

fn set(at: usize, word: usize, value: usize) {
    // SAFETY: measurements pass live objects.
    unsafe { store64((at + word * 8) as *mut u64, value as u64) }
}

/// Allocates `n` objects, of which the last 1024 are live, collecting when asked; by kind or by size and map.
fn small(bytes: usize, by_kind: bool, map: MapId) {
    let heap = Heap::new(HeapConfig::default()).unwrap();
    let mut cache = heap.new_cache().unwrap();
    let kind = heap.kind(bytes, map).unwrap();
    let mut live = vec![0usize; 1024];
    let n = 50_000_000usize;
    let t = Instant::now();
    for i in 0..n {
        let p = if by_kind {
            cache.alloc_kind(kind)
        } else {
            cache.alloc(std::hint::black_box(bytes), map)
        };
        let at = p.unwrap().as_ptr() as usize;
        if map != MapId::NONE && i % 16 != 0 {
            set(at, 0, live[i.wrapping_sub(1) % 1024]);
        }
        live[i % 1024] = at;
        if heap.gc_requested() {
            // SAFETY: this thread is the only one.
            unsafe { heap.collect(&live) };
        }
    }
    let (e, s) = (t.elapsed(), heap.stats());
    println!(
        "{bytes} bytes, {}: {:.2} ns each, {} collections of {:.0} us",
        if by_kind {
            "by kind"
        } else {
            "by size and map"
        },
        e.as_nanos() as f64 / n as f64,
        s.num_gc,
        s.pause_total_ns as f64 / 1e3 / s.num_gc as f64
    );
}

#[test]
#[ignore = "measurement"]
fn small_allocation() {
    for bytes in [8, 16, 32, 64, 128] {
        small(bytes, true, MapId::FIRST_OF_TWO);
    }
    small(16, false, MapId::FIRST_OF_TWO);
    small(64, false, MapId::FIRST_OF_TWO);
    small(16, true, MapId::NONE);
}

fn mark_time(name: &str, heap: &Heap, roots: &[usize]) {
    let mut times = Vec::new();
    let mut last = GcCycle::default();
    for _ in 0..4 {
        // SAFETY: this thread is the only one.
        last = unsafe { heap.collect(&roots.to_vec()) };
        times.push(format!(
            "{:.0} ({:.0})",
            last.pause.as_secs_f64() * 1e3,
            last.mark.as_secs_f64() * 1e3
        ));
    }
    println!(
        "{name}: {} MB, {} objects live; pause (mark) in ms: {}",
        last.live >> 20,
        last.objects,
        times.join(", ")
    );
}

fn tree(cache: &mut AllocCache, kind: KindId, depth: u32) -> usize {
    let (l, r) = if depth == 0 {
        (0, 0)
    } else {
        (tree(cache, kind, depth - 1), tree(cache, kind, depth - 1))
    };
    let at = cache.alloc_kind(kind).unwrap().as_ptr() as usize;
    set(at, 0, l);
    set(at, 1, r);
    at
}

#[test]
#[ignore = "measurement"]
fn marking() {
    for helpers in [0, 1] {
        let heap = Heap::new(HeapConfig {
            gogc: -1,
            helpers,
            ..HeapConfig::default()
        })
        .unwrap();
        let mut cache = heap.new_cache().unwrap();
        let kind = heap.kind(16, MapId::ALL).unwrap();
        let roots: Vec<usize> = (0..64).map(|_| tree(&mut cache, kind, 18)).collect();
        mark_time(&format!("trees, {helpers} helpers"), &heap, &roots);

        let heap = Heap::new(HeapConfig {
            gogc: -1,
            helpers,
            ..HeapConfig::default()
        })
        .unwrap();
        let mut cache = heap.new_cache().unwrap();
        let kind = heap.kind(32, heap.intern_map(32, &[0b0011])).unwrap();
        let n = 500 << 20 >> 5;
        let nodes: Vec<usize> = (0..n)
            .map(|_| cache.alloc_kind(kind).unwrap().as_ptr() as usize)
            .collect();
        let mut x = 88172645463325252u64;
        let mut random = || {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
            nodes[x as usize % n]
        };
        for (i, node) in nodes.iter().enumerate() {
            set(
                *node,
                0,
                if i % 4 == 0 && i + 1 < n {
                    nodes[i + 1]
                } else {
                    random()
                },
            );
            set(*node, 1, random());
        }
        mark_time(
            &format!("random graph, {helpers} helpers"),
            &heap,
            &nodes[..64],
        );
    }
}

#[test]
#[ignore = "measurement"]
fn binary_trees() {
    for depth in [15u32] {
        let heap = Heap::new(HeapConfig::default()).unwrap();
        let mut cache = heap.new_cache().unwrap();
        let kind = heap.kind(16, MapId::ALL).unwrap();
        let t = Instant::now();
        // Built bottom-up from an explicit stack, which is also the root set.
        let mut stack: Vec<usize> = Vec::new();
        let mut made = 0u64;
        for d in (4..=depth).step_by(4) {
            for _ in 0..1u32 << (depth - d + 4) {
                for leaf in 0..1u64 << d {
                    let push =
                        |cache: &mut AllocCache, stack: &mut Vec<usize>, l: usize, r: usize| {
                            let at = cache.alloc_kind(kind).unwrap().as_ptr() as usize;
                            set(at, 0, l);
                            set(at, 1, r);
                            stack.push(at);
                            if heap.gc_requested() {
                                // SAFETY: this thread is the only one.
                                unsafe { heap.collect(&*stack) };
                            }
                        };
                    push(&mut cache, &mut stack, 0, 0);
                    made += 1;
                    let mut k = leaf + 1;
                    while k & 1 == 0 {
                        let r = stack[stack.len() - 1];
                        let l = stack[stack.len() - 2];
                        push(&mut cache, &mut stack, l, r);
                        let at = stack.pop().unwrap_or(0);
                        stack.truncate(stack.len() - 2);
                        stack.push(at);
                        made += 1;
                        k >>= 1;
                    }
                }
                stack.clear();
            }
        }
        let (e, s) = (t.elapsed().as_secs_f64(), heap.stats());
        println!(
            "binary trees {depth}: {made} nodes in {e:.3} s, {:.2} ns each, {} collections, {:.0} ms paused",
            e * 1e9 / made as f64,
            s.num_gc,
            s.pause_total_ns as f64 / 1e6
        );
    }
}

#[test]
#[ignore = "measurement"]
fn copying() {
    let heap = Heap::new(HeapConfig::default()).unwrap();
    let mut cache = heap.new_cache().unwrap();
    let a = cache.alloc(1 << 20, MapId::NONE).unwrap().as_ptr();
    let b = cache.alloc(1 << 20, MapId::NONE).unwrap().as_ptr();
    for (name, da, db, n) in [
        ("16-aligned", 0, 0, 4096),
        ("8-aligned", 0, 8, 4096),
        ("bytes", 0, 3, 4096),
        ("24 bytes", 0, 0, 24),
    ] {
        let t = Instant::now();
        for _ in 0..1_000_000 {
            // SAFETY: both ranges lie in the objects.
            unsafe { access::copy_words(a.add(da), b.add(db), std::hint::black_box(n)) };
        }
        let ns = t.elapsed().as_nanos() as f64 / 1e6;
        println!("copy {n} {name}: {ns:.1} ns, {:.1} GB/s", n as f64 / ns);
    }
    // SAFETY: the object lives.
    std::hint::black_box(unsafe { load64(a.cast()) });
}

#[test]
#[ignore = "measurement"]
fn setting_up() {
    let t = Instant::now();
    for _ in 0..100 {
        let heap = Heap::new(HeapConfig::default()).unwrap();
        let mut cache = heap.new_cache().unwrap();
        cache.alloc(16, MapId::ALL).unwrap();
    }
    println!(
        "set up, one allocation, take down: {:.0} us",
        t.elapsed().as_secs_f64() * 1e4
    );
    let heap = Heap::new(HeapConfig::default()).unwrap();
    let mut cache = heap.new_cache().unwrap();
    for bytes in 0..512 {
        cache.alloc(bytes * 8, MapId::ALL).unwrap();
    }
    let t = Instant::now();
    for _ in 0..1000 {
        // SAFETY: this thread is the only one.
        unsafe { heap.collect(&vec![0usize; 64]) };
    }
    println!(
        "collect next to nothing: {:.1} us",
        t.elapsed().as_secs_f64() * 1e3
    );
}

#[test]
#[ignore = "measurement"]
fn special_allocation() {
    unsafe fn trace(p: *mut u8, _: usize, m: &mut Marker<'_>) {
        m.mark_word(load64(p.cast()) as usize);
    }
    unsafe fn drop_nothing(_: *mut u8, _: &Heap) {}
    let heap = Heap::new(HeapConfig::default()).unwrap();
    let mut cache = heap.new_cache().unwrap();
    let kind = TraceKind {
        name: "measured",
        trace: Trace::Fn(trace),
        drop: Some(drop_nothing),
    };
    let map = heap.register_kind(kind);
    let t = Instant::now();
    let n = 10_000_000;
    for _ in 0..n {
        cache.alloc(96, map).unwrap();
        if heap.gc_requested() {
            // SAFETY: this thread is the only one.
            unsafe { heap.collect(&vec![0usize; 64]) };
        }
    }
    println!(
        "special objects of 96 bytes: {:.1} ns each",
        t.elapsed().as_nanos() as f64 / n as f64
    );
}
