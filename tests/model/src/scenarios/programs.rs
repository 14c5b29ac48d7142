//! Whole programs of the toy machine: workers that idle, steal and are woken, channels, locks, select, timers, jobs outside.
//! Every lost wake-up shows as a deadlock, reported by the scheduler or found by the checker.

use crate::base::sync::atomic::Ordering::SeqCst;
use crate::base::sync::thread::Builder;
use crate::base::sync::thread::yield_now;
use crate::chan::Case;
use crate::programs;
use crate::programs::repeat;
use crate::sched::End;
use crate::sched::NO_SLOT;
use crate::sched::Sched;
use crate::sched::SchedConfig;
use crate::toy::Op::*;
use crate::toy::Toy;
use crate::toy::toy;
use std::sync::Arc;

fn sched(procs: usize) -> Arc<Sched> {
    Sched::new(SchedConfig {
        procs,
        seed: None,
        trace: false,
        live: false,
    })
}

/// Runs what `build` makes on as many workers.
fn run(procs: usize, build: impl FnOnce(&mut Toy) -> i64) -> (Vec<i64>, End) {
    let mut t = toy();
    t.quick = true;
    let main = build(&mut t);
    t.run_on(&sched(procs), main)
}

/// The same, and expects a normal end with this output.
fn expect(procs: usize, build: impl FnOnce(&mut Toy) -> i64, want: &[i64]) {
    let (out, end) = run(procs, build);
    assert!(matches!(end, End::Exit(0)), "{end:?}");
    assert_eq!(out, want);
}

pub fn ping_pong() {
    expect(2, |t| programs::pingpong(t, 3), &[3, 0]);
}

pub fn buffers() {
    expect(2, |t| programs::buffered(t, 4, 1, 2), &[6 + 28]);
}

pub fn goroutines() {
    expect(3, |t| programs::spawn(t, 5), &[10]);
}

pub fn lock_by_semaphore() {
    expect(3, |t| programs::mutex(t, 3, 2), &[6]);
}

pub fn fan_in() {
    expect(2, |t| programs::selectfan(t, 2), &[4]);
}

pub fn selects() {
    expect(3, |t| programs::select_stress(t, 2, 2, 0), &[2]);
}

pub fn selects_buffered() {
    expect(2, |t| programs::select_stress(t, 2, 2, 1), &[2]);
}

/// Two selects that both send and receive on one channel.
pub fn select_with_itself() {
    let build = |t: &mut Toy| {
        t.sels.push(vec![
            Case {
                send: true,
                ch: 0,
                val: 2,
                ok: NO_SLOT,
            },
            Case {
                send: false,
                ch: 0,
                val: 3,
                ok: NO_SLOT,
            },
        ]);
        let f = t.func(8, |f| {
            f.ldi(2, 5);
            f.i(Select, 4, 0, 0);
            f.i(Send, 1, 4, 0);
            f.i(Ret, 0, 0, 0);
        });
        t.func(8, |m| {
            m.i(Chan, 0, 0, 0);
            m.i(Chan, 1, 0, 0);
            m.i(Go, f, 0, 2);
            m.i(Go, f, 0, 2);
            m.i(Recv, 4, 1, 0);
            m.i(Recv, 5, 1, 0);
            m.i(Add, 4, 4, 5); // one took case 0, the other case 1
            m.i(Print, 4, 0, 0);
            m.i(Ret, 0, 0, 0);
        })
    };
    expect(3, build, &[1]);
}

/// A send, plain or in a select, whose channel is closed before, while or after it parks.
fn closing(select: bool) {
    let (_, end) = run(2, |t| {
        t.sels.push(vec![
            Case {
                send: true,
                ch: 0,
                val: 2,
                ok: NO_SLOT,
            },
            Case {
                send: false,
                ch: 1,
                val: 2,
                ok: NO_SLOT,
            },
        ]);
        let f = t.func(8, |f| {
            f.i(if select { Select } else { Send }, 0, 0, 0);
            f.i(Ret, 0, 0, 0);
        });
        t.func(8, |m| {
            m.i(Chan, 0, 0, 0);
            m.i(Chan, 1, 0, 0);
            m.i(Go, f, 0, 3);
            m.i(Close, 0, 0, 0);
            m.i(Recv, 2, 1, 0);
        })
    });
    assert!(
        matches!(&end, End::Fatal(s, id) if &**s == "send on closed channel" && *id > 1),
        "{end:?}"
    );
}

pub fn close_under_send() {
    closing(false);
}

pub fn close_under_select() {
    closing(true);
}

/// A counter under sync.Mutex.
fn counting(t: &mut Toy, workers: i64, n: i64, inside: i64) -> i64 {
    let f = t.func(12, |f| {
        f.ldi(7, 0);
        f.ldi(8, inside);
        repeat(f, 4, 5, n, |f| {
            f.i(MutexLock, 0, 7, 0);
            f.i(Ld, 6, 2, 0);
            if inside > 0 {
                f.i(Sleep, 8, 0, 0);
            }
            f.i(Addi, 6, 6, 1);
            f.i(St, 2, 6, 0);
            f.i(MutexUnlock, 0, 0, 0);
        });
        f.i(WgAdd, 1, -1, 0);
        f.i(Ret, 0, 0, 0);
    });
    t.func(8, |m| {
        for k in 0..3 {
            m.i(Cell, k, 0, 0);
        }
        m.i(WgAdd, 1, workers, 0);
        repeat(m, 3, 4, workers, |m| {
            m.i(Go, f, 0, 3);
        });
        m.i(WgWait, 1, 0, 0);
        m.i(Ld, 5, 2, 0);
        m.i(Print, 5, 0, 0);
        m.i(Ret, 0, 0, 0);
    })
}

pub fn mutex() {
    expect(3, |t| counting(t, 3, 2, 0), &[6]);
}

/// Its holder sleeps for longer than waiters are patient.
pub fn mutex_starves() {
    expect(3, |t| counting(t, 3, 2, 1_500_000), &[6]);
}

/// Waiters on a condition: one by one, then all at once.
pub fn conditions() {
    let n = 4;
    let build = |t: &mut Toy| {
        let f = t.func(8, |f| {
            f.i(Lock, 1, 0, 0);
            f.i(WgAdd, 2, -1, 0);
            f.i(Wait, 0, 1, 0);
            f.i(Lock, 1, 0, 0);
            f.i(Ld, 4, 3, 0);
            f.i(Addi, 4, 4, 1);
            f.i(St, 3, 4, 0);
            f.i(Unlock, 1, 0, 0);
            f.i(Send, 5, 4, 0);
            f.i(Ret, 0, 0, 0);
        });
        t.func(16, |m| {
            for k in 0..4 {
                m.i(Cell, k, 0, 0);
            }
            m.ldi(4, 0);
            m.i(Chan, 5, 0, 0);
            m.i(WgAdd, 2, n, 0);
            repeat(m, 8, 9, n, |m| {
                m.i(Go, f, 0, 6);
            });
            m.i(WgWait, 2, 0, 0);
            // All have their tickets, since they took them before they unlocked.
            m.i(Lock, 1, 0, 0);
            m.i(Unlock, 1, 0, 0);
            repeat(m, 8, 9, n / 2, |m| {
                m.i(Signal, 0, 0, 0);
            });
            repeat(m, 8, 9, n / 2, |m| {
                m.i(Recv, 10, 5, 0);
            });
            m.i(Broadcast, 0, 0, 0);
            repeat(m, 8, 9, n / 2, |m| {
                m.i(Recv, 10, 5, 0);
            });
            m.i(Ld, 4, 3, 0);
            m.i(Print, 4, 0, 0);
            m.i(Ret, 0, 0, 0);
        })
    };
    expect(2, build, &[n]);
}

fn blocking(t: &mut Toy, n: i64) -> i64 {
    let f = t.func(4, |f| {
        f.i(Block, 1, 0, 0);
        f.i(Xadd, 3, 1, 0);
        f.i(WgAdd, 2, -1, 0);
        f.i(Ret, 0, 0, 0);
    });
    t.func(8, |m| {
        m.ldi(0, 100);
        m.i(Cell, 2, 0, 0);
        m.i(Cell, 3, 0, 0);
        m.i(WgAdd, 2, n, 0);
        repeat(m, 4, 5, n, |m| {
            m.i(Go, f, 0, 4);
        });
        m.i(WgWait, 2, 0, 0);
        m.i(Ld, 6, 3, 0);
        m.i(Print, 6, 0, 0);
        m.i(Ret, 0, 0, 0);
    })
}

/// Jobs of the blocking pool; their threads hand the goroutines back.
pub fn jobs() {
    expect(2, |t| blocking(t, 2), &[400]);
}

pub fn sleepers() {
    let build = |t: &mut Toy| {
        let f = t.func(4, |f| {
            f.i(Sleep, 0, 0, 0);
            f.i(Xadd, 1, 0, 0);
            f.i(WgAdd, 2, -1, 0);
            f.i(Ret, 0, 0, 0);
        });
        t.func(8, |m| {
            m.i(Cell, 1, 0, 0);
            m.i(Cell, 2, 0, 0);
            m.i(WgAdd, 2, 3, 0);
            for d in [60_000, 20_000, 40_000] {
                m.ldi(0, d);
                m.i(Go, f, 0, 3);
            }
            m.i(WgWait, 2, 0, 0);
            m.i(Ld, 3, 1, 0);
            m.i(Print, 3, 0, 0);
            m.i(Ret, 0, 0, 0);
        })
    };
    expect(2, build, &[120_000]);
}

/// Receives, plain and in a select, on channels of timers, one of which is stopped.
pub fn timer_channels() {
    let build = |t: &mut Toy| {
        t.sels.push(
            (0..2)
                .map(|k| Case {
                    send: false,
                    ch: 2 * k,
                    val: 6,
                    ok: NO_SLOT,
                })
                .collect(),
        );
        let f = t.func(12, |f| {
            f.ldi(8, 3_000);
            f.ldi(9, 500_000_000);
            f.i(After, 0, 8, 0);
            f.i(After, 2, 9, 0);
            f.i(Select, 7, 0, 0);
            f.i(StopTimer, 4, 3, 0);
            f.i(After, 0, 8, 0);
            f.i(Recv, 6, 0, 0);
            f.i(Send, 10, 7, 0);
            f.i(Ret, 0, 0, 0);
        });
        t.func(12, |m| {
            m.i(Chan, 10, 0, 0);
            m.i(Go, f, 0, 11);
            m.i(Go, f, 0, 11);
            m.i(Recv, 1, 10, 0);
            m.i(Recv, 2, 10, 0);
            m.i(Ret, 0, 0, 0);
        })
    };
    expect(2, build, &[]);
}

/// A ticker that several goroutines receive from.
pub fn tickers() {
    let build = |t: &mut Toy| {
        let f = t.func(8, |f| {
            f.i(Recv, 4, 0, 0);
            f.i(Recv, 4, 0, 0);
            f.i(Send, 2, 4, 0);
            f.i(Ret, 0, 0, 0);
        });
        t.func(12, |m| {
            m.ldi(4, 2_000);
            m.i(Chan, 2, 0, 0);
            m.i(After, 0, 4, 1);
            m.i(Go, f, 0, 3);
            m.i(Go, f, 0, 3);
            m.i(Recv, 5, 2, 0);
            m.i(Recv, 5, 2, 0);
            m.i(StopTimer, 6, 1, 0);
            m.i(Ret, 0, 0, 0);
        })
    };
    expect(2, build, &[]);
}

/// Everybody waits for ever: that is noticed, once all have parked.
pub fn deadlock() {
    let (out, end) = run(3, |t| {
        let f = t.func(4, |f| {
            f.i(Xadd, 1, 2, 0);
            f.i(Recv, 1, 0, 0);
            f.i(Ret, 0, 0, 0);
        });
        t.func(8, |m| {
            m.i(Chan, 0, 0, 0);
            m.i(Cell, 1, 0, 0);
            m.ldi(2, 1);
            for _ in 0..3 {
                m.i(Go, f, 0, 3);
            }
            m.i(Recv, 3, 0, 0);
            m.i(Ret, 0, 0, 0);
        })
    });
    assert!(matches!(end, End::Deadlock), "{end:?}");
    assert!(out.is_empty());
}

/// Nothing runs while a job is outside, but that is no deadlock; afterwards it is one.
pub fn deadlock_after_job() {
    let (out, end) = run(2, |t| {
        let f = t.func(8, |f| {
            f.ldi(0, 50);
            f.i(Block, 1, 0, 0);
            f.i(Print, 1, 0, 0);
            f.i(Ret, 0, 0, 0);
        });
        t.func(8, |m| {
            m.i(Chan, 0, 0, 0);
            m.i(Go, f, 0, 0);
            m.i(Recv, 3, 0, 0);
            m.i(Ret, 0, 0, 0);
        })
    });
    assert!(matches!(end, End::Deadlock), "{end:?}");
    assert_eq!(out, [100]);
}

/// Two goroutines stop the world while others run, call, sleep and talk.
fn stopping_program(t: &mut Toy, stops: i64) -> i64 {
    let calls = t.func(4, |f| {
        f.i(Spin, 0, 0, 0);
        f.i(WgAdd, 1, -1, 0);
        f.i(Ret, 0, 0, 0);
    });
    let stopper = t.func(8, |f| {
        repeat(f, 2, 3, stops, |f| {
            f.i(Stw, 0, 0, 0);
        });
        f.i(WgAdd, 1, -1, 0);
        f.i(Ret, 0, 0, 0);
    });
    let napper = t.func(8, |f| {
        f.ldi(2, 3_000);
        f.i(Sleep, 2, 0, 0);
        f.i(WgAdd, 1, -1, 0);
        f.i(Ret, 0, 0, 0);
    });
    t.func(8, |m| {
        m.i(Cell, 0, 0, 0);
        m.i(Cell, 1, 0, 0);
        m.i(WgAdd, 1, 4, 0);
        m.i(Go, calls, 0, 2);
        m.i(Go, napper, 0, 2);
        m.i(Go, stopper, 0, 2);
        m.i(Go, stopper, 0, 2);
        m.ldi(2, 1);
        m.i(Yield, 0, 0, 0);
        m.i(St, 0, 2, 0);
        m.i(WgWait, 1, 0, 0);
        m.i(Ret, 0, 0, 0);
    })
}

pub fn stopping() {
    expect(3, |t| stopping_program(t, 2), &[]);
}

/// A thread that is no worker stops the world, looks at all goroutines and lets it go on.
pub fn stopped_outside() {
    let mut t = toy();
    t.quick = true;
    let rest = stopping_program(&mut t, 1);
    let main = t.func(8, |m| {
        m.i(Print, 0, 0, 0);
        m.i(Chan, 0, 0, 0);
        m.i(Go, rest, 0, 0);
        m.i(Recv, 0, 0, 0);
    });
    let s = sched(2);
    let other = s.clone();
    let t = Arc::new(t);
    let begun = t.clone();
    let thread = Builder::new()
        .spawn(move || {
            while begun.out.lock().is_empty() {
                yield_now();
            }
            for _ in 0..2 {
                other.stop_outside();
                let mut n = 0;
                begun.halted.store(true, SeqCst);
                // SAFETY: the world is stopped.
                unsafe { other.for_each_g(|_| n += 1) }
                assert_eq!(n, other.num_goroutine());
                yield_now();
                begun.halted.store(false, SeqCst);
                other.start_outside();
                yield_now();
            }
        })
        .unwrap();
    let (_, end) = t.run_on(&s, main);
    assert!(matches!(end, End::Deadlock), "{end:?}");
    thread.join().unwrap();
}

/// A thread that is no worker ends a busy program.
pub fn requested_end() {
    let mut t = toy();
    t.quick = true;
    let spin = t.func(4, |f| {
        let b = f.i(Back, 0, 0, 0);
        f.to(b, b);
    });
    let wait = t.func(4, |f| {
        f.i(Recv, 1, 0, 0);
    });
    let main = t.func(4, |f| {
        f.i(Chan, 0, 0, 0);
        f.i(Go, wait, 0, 1);
        f.i(Go, spin, 0, 0);
        f.i(Recv, 1, 0, 0);
    });
    let s = sched(2);
    let other = s.clone();
    let thread = Builder::new()
        .spawn(move || {
            for _ in 0..20 {
                yield_now();
            }
            other.request_end(3);
        })
        .unwrap();
    let (_, end) = t.run_on(&s, main);
    thread.join().unwrap();
    assert!(matches!(end, End::Requested(3)), "{end:?}");
}

/// Something outside holds off the deadlock, then ends the run: everybody sleeps meanwhile.
pub fn woken_outside() {
    let mut t = toy();
    t.quick = true;
    let main = t.func(4, |f| {
        f.i(Chan, 0, 0, 0);
        f.i(Recv, 1, 0, 0);
    });
    let s = sched(2);
    s.hold();
    let other = s.clone();
    let thread = Builder::new()
        .spawn(move || {
            for _ in 0..6 {
                yield_now();
            }
            other.release();
        })
        .unwrap();
    let (_, end) = t.run_on(&s, main);
    thread.join().unwrap();
    assert!(matches!(end, End::Deadlock), "{end:?}");
}

/// GOMAXPROCS goes down and up again during the run.
pub fn fewer_workers() {
    let mut t = toy();
    t.quick = true;
    let main = programs::spawn(&mut t, 5);
    let s = sched(3);
    let other = s.clone();
    let thread = Builder::new()
        .spawn(move || {
            for n in [1, 2, 1, 3] {
                other.set_max_active(n);
                yield_now();
            }
        })
        .unwrap();
    let (out, end) = t.run_on(&s, main);
    thread.join().unwrap();
    assert!(matches!(end, End::Exit(0)), "{end:?}");
    assert_eq!(out, [10]);
}
