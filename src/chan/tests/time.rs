//! Timers, sleeping, virtual time.

use crate::base::sync::Instant;
use std::time::Duration;

use super::toy::Op::*;
use super::toy::Toy;
use super::toy::toy;
use crate::chan::Case;
use crate::sched::End;
use crate::sched::NO_SLOT;
use crate::sched::Sched;
use crate::sched::SchedConfig;

const PROCS: [usize; 3] = [1, 2, 8];

/// Sleeps of 6, 2 and 4 ms end in order of their length.
fn sleepers(t: &mut Toy) -> i64 {
    let f = t.func(4, |f| {
        f.i(Sleep, 0, 0, 0);
        f.i(Send, 1, 0, 0);
        f.i(Ret, 0, 0, 0);
    });
    t.func(8, |m| {
        m.i(Chan, 1, 0, 0);
        for d in [6_000_000, 2_000_000, 4_000_000] {
            m.ldi(0, d);
            m.i(Go, f, 0, 2);
        }
        for _ in 0..3 {
            m.i(Recv, 2, 1, 0);
            m.i(Print, 2, 0, 0);
        }
        m.i(Ret, 0, 0, 0);
    })
}

#[test]
fn sleeping() {
    for procs in PROCS {
        let mut t = toy();
        let m = sleepers(&mut t);
        let began = Instant::now();
        t.expect(procs, m, &[2_000_000, 4_000_000, 6_000_000]);
        assert!(began.elapsed() >= Duration::from_millis(6));
    }
}

/// In a seeded run the clock jumps: hours take no time.
#[test]
fn virtual_time() {
    let mut t = toy();
    let m = t.func(8, |m| {
        m.ldi(0, 2_000_000_000);
        m.ldi(1, 10_000);
        m.i(Mul, 0, 0, 1);
        m.i(Sleep, 0, 0, 0);
        m.i(Now, 2, 0, 0);
        m.ldi(3, 1_000_000_000);
        m.ldi(4, 0);
        let l = m.i(Addi, 4, 4, 1);
        m.i(Now, 2, 0, 0);
        let _ = l;
        m.i(Print, 4, 0, 0);
        m.i(Ret, 0, 0, 0);
    });
    let began = Instant::now();
    let sched = Sched::new(SchedConfig {
        trace: false,
        procs: 8,
        seed: Some(1),
        live: false,
    });
    let (out, end) = t.run_on(&sched, m);
    assert!(matches!(end, End::Exit(0)));
    assert_eq!(out, [1]);
    assert!(began.elapsed() < Duration::from_secs(5));
}

/// The same seed gives the same run, others differ.
#[test]
fn seeds() {
    let run = |seed| {
        let mut t = toy();
        let f = t.func(8, |f| {
            f.ldi(2, 0);
            f.ldi(3, 300);
            let l = f.here();
            f.i(Rand, 4, 0, 0);
            let e = f.i(Loop, 2, 3, 0);
            f.to(e, l);
            f.i(Print, 0, 0, 0);
            f.i(Print, 4, 0, 0);
            f.i(WgAdd, 1, -1, 0);
            f.i(Ret, 0, 0, 0);
        });
        let m = t.func(8, |m| {
            m.i(Cell, 1, 0, 0);
            m.i(WgAdd, 1, 10, 0);
            m.ldi(0, 0);
            m.ldi(3, 10);
            let l = m.i(Go, f, 0, 2);
            let e = m.i(Loop, 0, 3, 0);
            m.to(e, l);
            m.i(WgWait, 1, 0, 0);
            m.i(Now, 4, 0, 0);
            m.i(Print, 4, 0, 0);
            m.i(Ret, 0, 0, 0);
        });
        t.run_on(
            &Sched::new(SchedConfig {
                trace: false,
                procs: 1,
                seed: Some(seed),
                live: false,
            }),
            m,
        )
        .0
    };
    let a = run(1);
    for _ in 0..20 {
        assert_eq!(run(1), a);
    }
    assert!((2..12).any(|s| run(s) != a));
}

/// A busy worker does not delay timers by more than a time slice.
#[test]
fn timer_beside_a_loop() {
    let mut t = toy();
    let spin = t.func(4, |f| {
        let b = f.i(Back, 0, 0, 0);
        f.to(b, b);
    });
    let m = t.func(8, |m| {
        m.i(Go, spin, 0, 0);
        m.ldi(0, 1_000_000);
        m.i(Sleep, 0, 0, 0);
        m.i(Ret, 0, 0, 0);
    });
    let began = Instant::now();
    t.expect(1, m, &[]);
    assert!(
        began.elapsed() < Duration::from_millis(200),
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn timer_channels() {
    for procs in PROCS {
        let mut t = toy();
        t.sels.push(vec![
            Case {
                send: false,
                ch: 0,
                val: 2,
                ok: NO_SLOT,
            },
            Case {
                send: false,
                ch: 4,
                val: 2,
                ok: NO_SLOT,
            },
        ]);
        let m = t.func(16, |m| {
            // A plain receive.
            m.ldi(8, 1_000_000);
            m.i(After, 0, 8, 0);
            m.i(Recv, 2, 0, 0);
            m.i(StopTimer, 3, 1, 0);
            m.i(Print, 3, 0, 0); // 0: had fired
            // A stopped one.
            m.i(After, 0, 8, 0);
            m.i(StopTimer, 3, 1, 0);
            m.i(Print, 3, 0, 0); // 1: was set
            m.i(StopTimer, 3, 1, 0);
            m.i(Print, 3, 0, 0); // 0: was not
            // Nothing is left by one that was due before it was stopped.
            m.i(After, 0, 8, 0);
            m.ldi(9, 3_000_000);
            m.i(Sleep, 9, 0, 0);
            m.i(StopTimer, 3, 1, 0);
            m.i(Print, 3, 0, 0); // 1: its value had not been received
            m.ldi(4, 0);
            m.i(Default, 10, 0, 0);
            m.i(Print, 10, 0, 0); // -1
            // Select between a short and a long one.
            m.i(After, 0, 9, 0);
            m.i(After, 4, 8, 0);
            m.i(Select, 10, 0, 0);
            m.i(Print, 10, 0, 0); // 1
            // A ticker.
            m.i(After, 0, 8, 1);
            for _ in 0..3 {
                m.i(Recv, 2, 0, 0);
            }
            m.i(StopTimer, 3, 1, 0);
            m.i(Print, 3, 0, 0); // 1
            m.i(Ret, 0, 0, 0);
        });
        t.expect(procs, m, &[0, 1, 0, 1, -1, 1, 1]);
    }
}

/// A timer nobody waits for does not hide a deadlock; one that starts a function does.
#[test]
fn timers_and_deadlock() {
    for procs in PROCS {
        let mut t = toy();
        let f = t.func(4, |f| {
            f.i(Close, 0, 0, 0);
            f.i(Ret, 0, 0, 0);
        });
        let lost = t.func(8, |m| {
            m.ldi(8 - 1, 2_000_000_000);
            m.i(After, 0, 7, 0);
            m.i(Chan, 0, 0, 0);
            m.i(Recv, 1, 0, 0);
        });
        let (_, end) = t.run_with(procs, lost);
        assert!(matches!(end, End::Deadlock), "{end:?}");
        let saved = t.func(8, |m| {
            m.ldi(7, 2_000_000);
            m.i(Chan, 0, 0, 0);
            m.i(Func, f, 7, 0);
            m.i(Recv2, 1, 0, 2);
            m.i(Print, 2, 0, 0);
            m.i(Ret, 0, 0, 0);
        });
        t.expect(procs, saved, &[0]);
    }
}

/// Many sleepers and tickers at once, on their homes and elsewhere.
#[test]
fn timer_stress() {
    for procs in PROCS {
        let mut t = toy();
        let f = t.func(8, |f| {
            f.ldi(2, 0);
            f.ldi(3, 20);
            let l = f.i(Rand, 4, 0, 0);
            f.i(Sleep, 4, 0, 0);
            f.i(After, 5, 4, 0);
            f.i(Recv, 7, 5, 0);
            let e = f.i(Loop, 2, 3, 0);
            f.to(e, l);
            f.i(WgAdd, 1, -1, 0);
            f.i(Ret, 0, 0, 0);
        });
        let m = t.func(8, |m| {
            m.i(Cell, 1, 0, 0);
            m.i(WgAdd, 1, 500, 0);
            m.ldi(2, 0);
            m.ldi(3, 500);
            let l = m.i(Go, f, 0, 2);
            let e = m.i(Loop, 2, 3, 0);
            m.to(e, l);
            m.i(WgWait, 1, 0, 0);
            m.i(Ret, 0, 0, 0);
        });
        t.expect(procs, m, &[]);
    }
}
