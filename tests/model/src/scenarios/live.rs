//! Machines that live on: goroutines come from outside, the world is stopped from outside, a job is abandoned, the end is asked for.

use crate::base::sync::thread::Builder;
use crate::base::sync::thread::yield_now;
use crate::sched;
use crate::sched::End;
use crate::sched::Sched;
use crate::sched::SchedConfig;
use crate::sched::WaitReason;
use crate::toy::Op::*;
use crate::toy::Toy;
use crate::toy::toy;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::SeqCst;

/// Serves an instance while `host` does what it likes from a thread of its own, and then asks for the end.
fn serve(t: Toy, host: impl FnOnce(&Sched, &Toy) + std::marker::Send + 'static) {
    let s = Sched::new(SchedConfig {
        procs: 2,
        seed: None,
        trace: false,
        live: true,
    });
    let (t, begun) = (Arc::new(t), Arc::new(AtomicBool::new(false)));
    let thread = {
        let (s, t, begun) = (s.clone(), t.clone(), begun.clone());
        let run = move || {
            while !begun.load(SeqCst) {
                yield_now();
            }
            host(&s, &t);
            s.request_end(5);
        };
        Builder::new().spawn(run).unwrap()
    };
    let end = t.serve_on(&s, || begun.store(true, SeqCst));
    thread.join().unwrap();
    assert!(matches!(end, End::Requested(5)), "{end:?}");
}

fn wait_for(t: &Toy, printed: usize) {
    while t.out.lock().len() < printed {
        yield_now();
    }
}

/// Everything sleeps between one goroutine and the next.
pub fn served() {
    let mut t = toy();
    t.quick = true;
    let f = t.func(4, |f| {
        f.ldi(0, 7);
        f.i(Print, 0, 0, 0);
        f.i(Ret, 0, 0, 0);
    });
    serve(t, move |s, t| {
        for k in 0..2 {
            t.start_outside(s, f);
            wait_for(t, k + 1);
        }
    });
}

/// A goroutine is taken away from its job, which may be waiting, under way or done; it then asks for the job again.
pub fn abandoned() {
    let mut t = toy();
    t.quick = true;
    let f = t.func(4, |f| {
        f.ldi(0, 50);
        f.i(Block, 1, 0, 0);
        f.i(Print, 1, 0, 0);
        f.i(Ret, 0, 0, 0);
    });
    serve(t, move |s, t| {
        t.start_outside(s, f);
        for _ in 0..2 {
            s.stop_outside();
            let mut waits = std::ptr::null_mut();
            // SAFETY: the world is stopped.
            unsafe {
                s.for_each_g(|g| {
                    if (*g).reason == WaitReason::IoWait {
                        waits = g;
                    }
                });
                if !waits.is_null() && sched::leave_job(s, waits) {
                    s.ready_outside(waits, 0);
                }
            }
            s.start_outside();
            yield_now();
        }
        wait_for(t, 1);
        assert_eq!(*t.out.lock(), [100]);
    });
}
