//! Channels, select, locks: the programs that lose wake-ups if anything does, on 1, 2 and 8 workers.

use std::sync::Arc;
use std::time::Duration;

use super::toy::Asm;
use super::toy::NO;
use super::toy::Op::*;
use super::toy::Toy;
use super::toy::toy;
use crate::chan::Case;
use crate::sched::End;
use crate::sched::NO_SLOT;
use crate::sched::Sched;
use crate::sched::SchedConfig;
use crate::sched::WaitReason;

const PROCS: [usize; 3] = [1, 2, 8];

fn on_all(build: impl Fn(&mut Toy) -> (i64, Vec<i64>)) {
    for procs in PROCS {
        let mut t = toy();
        let (main, want) = build(&mut t);
        t.expect(procs, main, &want);
    }
}

/// `for r = 0; r < n; r++ { body }`
pub fn repeat(a: &mut Asm, r: i64, n: i64, count: i64, body: impl FnOnce(&mut Asm)) {
    a.ldi(r, 0);
    a.ldi(n, count);
    let l = a.here();
    body(a);
    let e = a.i(Loop, r, n, 0);
    a.to(e, l);
}

pub fn pingpong(t: &mut Toy, n: i64) -> i64 {
    let f = t.func(8, |f| {
        let l = f.i(Recv2, 2, 0, 3);
        let x = f.i(Jeqi, 3, 0, 0);
        f.i(Addi, 2, 2, 1);
        f.i(Send, 1, 2, 0);
        let b = f.i(Back, 0, 0, 0);
        f.to(b, l);
        let e = f.i(Close, 1, 0, 0);
        f.to(x, e);
        f.i(Ret, 0, 0, 0);
    });
    t.func(8, |m| {
        m.i(Chan, 0, 0, 0);
        m.i(Chan, 1, 0, 0);
        m.i(Go, f, 0, 2);
        m.ldi(2, 0);
        repeat(m, 3, 4, n, |m| {
            m.i(Send, 0, 2, 0);
            m.i(Recv, 2, 1, 0);
        });
        m.i(Close, 0, 0, 0);
        m.i(Recv2, 5, 1, 5);
        m.i(Print, 2, 0, 0);
        m.i(Print, 5, 0, 0);
        m.i(Ret, 0, 0, 0);
    })
}

#[test]
fn ping_pong() {
    on_all(|t| (pingpong(t, 20_000), vec![20_000, 0]));
}

pub fn buffered(t: &mut Toy, n: i64, cap: i64, slots: i64) -> i64 {
    let f = t.func(16, |f| {
        f.ldi(9, 7);
        repeat(f, 8, 2, n, |f| {
            f.i(Send, 0, 8, 0);
        });
        f.i(Close, 0, 0, 0);
        f.i(Ret, 0, 0, 0);
    });
    t.func(16, |m| {
        m.i(Chan, 0, cap, slots);
        m.i(Go, f, 0, 1);
        m.ldi(1, 0);
        let l = m.i(Recv2, 2, 0, 5);
        let x = m.i(Jeqi, 5, 0, 0);
        m.i(Add, 1, 1, 2);
        if slots > 1 {
            m.i(Add, 1, 1, 3);
        }
        let b = m.i(Back, 0, 0, 0);
        m.to(b, l);
        let e = m.i(Print, 1, 0, 0);
        m.to(x, e);
        m.i(Ret, 0, 0, 0);
    })
}

#[test]
fn buffers() {
    let n = 30_000;
    let sum = n * (n - 1) / 2;
    for cap in [0, 1, 3, 128] {
        on_all(|t| (buffered(t, n, cap, 1), vec![sum]));
        on_all(|t| (buffered(t, n, cap, 2), vec![sum + 7 * n]));
    }
}

pub fn spawn(t: &mut Toy, n: i64) -> i64 {
    let f = t.func(4, |f| {
        f.i(Xadd, 1, 2, 0);
        f.i(WgAdd, 0, -1, 0);
        f.i(Ret, 0, 0, 0);
    });
    t.func(8, |m| {
        m.i(Cell, 0, 0, 0);
        m.i(Cell, 1, 0, 0);
        m.i(WgAdd, 0, 1, 0);
        repeat(m, 2, 3, n, |m| {
            m.i(WgAdd, 0, 1, 0);
            m.i(Go, f, 0, 3);
        });
        m.i(WgAdd, 0, -1, 0);
        m.i(WgWait, 0, 0, 0);
        m.i(Ld, 4, 1, 0);
        m.i(Print, 4, 0, 0);
        m.i(Ret, 0, 0, 0);
    })
}

#[test]
fn many_goroutines() {
    let n = 60_000;
    on_all(|t| (spawn(t, n), vec![n * (n - 1) / 2]));
}

pub fn mutex(t: &mut Toy, workers: i64, n: i64) -> i64 {
    let f = t.func(12, |f| {
        repeat(f, 4, 5, n, |f| {
            f.i(Lock, 0, 0, 0);
            f.i(Ld, 6, 2, 0);
            f.i(Addi, 6, 6, 1);
            f.i(St, 2, 6, 0);
            f.i(Unlock, 0, 0, 0);
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

#[test]
fn mutex_by_semaphore() {
    on_all(|t| (mutex(t, 8, 10_000), vec![80_000]));
}

/// Four senders, one select over four channels, `v, ok` in every case.
pub fn selectfan(t: &mut Toy, n: i64) -> i64 {
    let f = t.func(8, |f| {
        repeat(f, 1, 2, n, |f| {
            f.i(Send, 0, 1, 0);
        });
        f.i(Close, 0, 0, 0);
        f.i(Ret, 0, 0, 0);
    });
    t.sels.push(
        (0..4)
            .map(|k| Case {
                send: false,
                ch: k,
                val: 6,
                ok: 7,
            })
            .collect(),
    );
    t.func(16, |m| {
        for k in 0..4 {
            m.i(Chan, k, 0, 0);
            m.i(Go, f, k, 1);
        }
        m.ldi(4, 0);
        m.ldi(5, 4);
        let top = m.i(Select, 8, 0, 0);
        let x = m.i(Jeqi, 7, 0, 0);
        m.i(Add, 4, 4, 6);
        let b = m.i(Back, 0, 0, 0);
        m.to(b, top);
        // Closed: that channel becomes nil.
        let closed = m.here();
        m.to(x, closed);
        for k in 0..4 {
            let j = m.i(Jnei, 8, k, 0);
            m.ldi(k, 0);
            let h = m.here();
            m.to(j, h);
        }
        m.i(Addi, 5, 5, -1);
        let j = m.i(Jnei, 5, 0, 0);
        m.to(j, top);
        m.i(Print, 4, 0, 0);
        m.i(Ret, 0, 0, 0);
    })
}

#[test]
fn select_fan_in() {
    let n = 10_000;
    on_all(|t| (selectfan(t, n), vec![4 * (n * (n - 1) / 2)]));
}

/// Selects of sends against selects of receives, over the same two channels.
pub fn select_stress(t: &mut Toy, k: i64, n: i64, cap: i64) -> i64 {
    t.sels.push(
        (0..2)
            .map(|k| Case {
                send: true,
                ch: k,
                val: 4,
                ok: NO_SLOT,
            })
            .collect(),
    );
    t.sels.push(
        (0..2)
            .map(|k| Case {
                send: false,
                ch: k,
                val: 4,
                ok: 7,
            })
            .collect(),
    );
    let f = t.func(8, |f| {
        repeat(f, 4, 5, n, |f| {
            f.i(Select, 6, 0, 0);
        });
        f.i(WgAdd, 2, -1, 0);
        f.i(Ret, 0, 0, 0);
    });
    let h = t.func(12, |h| {
        repeat(h, 8, 9, n, |h| {
            h.i(Select, 6, 1, 0);
            h.i(Xadd, 3, 4, 0);
        });
        h.i(WgAdd, 2, -1, 0);
        h.i(Ret, 0, 0, 0);
    });
    t.func(8, |m| {
        m.i(Chan, 0, cap, 0);
        m.i(Chan, 1, cap, 0);
        m.i(Cell, 2, 0, 0);
        m.i(Cell, 3, 0, 0);
        m.i(WgAdd, 2, 2 * k, 0);
        repeat(m, 4, 5, k, |m| {
            m.i(Go, f, 0, 4);
            m.i(Go, h, 0, 4);
        });
        m.i(WgWait, 2, 0, 0);
        m.i(Ld, 6, 3, 0);
        m.i(Print, 6, 0, 0);
        m.i(Ret, 0, 0, 0);
    })
}

#[test]
fn select_both_ways() {
    let (k, n) = (6, 5_000);
    for cap in [0, 3] {
        on_all(|t| (select_stress(t, k, n, cap), vec![k * (n * (n - 1) / 2)]));
    }
}

/// A select with both directions of one channel never meets itself.
#[test]
fn select_with_itself() {
    on_all(|t| {
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
        let m = t.func(8, |m| {
            m.i(Chan, 0, 0, 0);
            m.i(Chan, 1, 0, 0);
            m.ldi(6, 0);
            m.ldi(7, 0);
            let top = m.i(Go, f, 0, 2);
            m.i(Go, f, 0, 2);
            m.i(Recv, 4, 1, 0);
            m.i(Recv, 5, 1, 0);
            m.i(Add, 4, 4, 5); // one took case 0, the other case 1
            m.i(Add, 7, 7, 4);
            m.i(Addi, 6, 6, 1);
            m.ldi(5, 2000);
            m.i(Rem, 5, 6, 5);
            let j = m.i(Jnei, 5, 0, 0);
            m.to(j, top);
            m.i(Print, 7, 0, 0);
            m.i(Ret, 0, 0, 0);
        });
        (m, vec![2000])
    });
}

#[test]
fn select_is_fair() {
    let mut t = toy();
    t.sels.push(
        (0..3)
            .map(|k| Case {
                send: false,
                ch: k,
                val: NO_SLOT,
                ok: NO_SLOT,
            })
            .collect(),
    );
    let m = t.func(16, |m| {
        for k in 0..3 {
            m.i(Chan, k, 1, 0);
            m.i(Cell, 4 + k, 0, 0);
            m.i(Close, k, 0, 0);
        }
        m.ldi(12, 1);
        repeat(m, 8, 9, 30_000, |m| {
            m.i(Select, 10, 0, 0);
            for k in 0..3 {
                let j = m.i(Jnei, 10, k, 0);
                m.i(Xadd, 4 + k, 12, 0);
                let h = m.here();
                m.to(j, h);
            }
        });
        for k in 0..3 {
            m.i(Ld, 11, 4 + k, 0);
            m.i(Print, 11, 0, 0);
        }
        m.i(Ret, 0, 0, 0);
    });
    let (out, _) = t.run_with(1, m);
    let chi: f64 = out
        .iter()
        .map(|n| (*n as f64 - 10_000.0).powi(2) / 10_000.0)
        .sum();
    assert!(chi < 20.0, "{out:?}");
}

#[test]
fn default_case() {
    on_all(|t| {
        t.sels.push(vec![
            Case {
                send: false,
                ch: 0,
                val: 2,
                ok: 3,
            },
            Case {
                send: true,
                ch: 1,
                val: 2,
                ok: NO_SLOT,
            },
        ]);
        let m = t.func(8, |m| {
            m.i(Chan, 0, 1, 0);
            m.ldi(1, 0); // a nil channel
            m.i(Default, 4, 0, 0);
            m.i(Print, 4, 0, 0);
            m.ldi(2, 9);
            m.i(Send, 0, 2, 0);
            m.ldi(2, 0);
            m.i(Default, 4, 0, 0);
            m.i(Print, 4, 0, 0);
            m.i(Print, 2, 0, 0);
            m.i(Ret, 0, 0, 0);
        });
        (m, vec![-1, 0, 9])
    });
}

/// A parked send, plain or in a select, whose channel is closed goes back to the send and fails there.
#[test]
fn close_under_a_sender() {
    for procs in PROCS {
        for select in [false, true] {
            let mut t = toy();
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
            let m = t.func(8, |m| {
                m.i(Chan, 0, 0, 0);
                m.i(Chan, 1, 0, 0);
                m.i(Go, f, 0, 3);
                m.ldi(3, 2_000_000);
                m.i(Sleep, 3, 0, 0);
                m.i(Close, 0, 0, 0);
                m.i(Recv, 2, 1, 0);
            });
            let (_, end) = t.run_with(procs, m);
            assert!(
                matches!(&end, End::Fatal(s, id) if &**s == "send on closed channel" && *id > 1),
                "{end:?}"
            );
        }
    }
}

#[test]
fn deadlock() {
    for procs in PROCS {
        for _ in 0..20 {
            let mut t = toy();
            let f = t.func(4, |f| {
                f.i(Recv, 1, 0, 0);
                f.i(Ret, 0, 0, 0);
            });
            let m = t.func(8, |m| {
                m.i(Chan, 0, 0, 0);
                repeat(m, 1, 2, 300, |m| {
                    m.i(Go, f, 0, 1);
                });
                m.ldi(0, 0);
                m.i(Recv, 1, 0, 0);
                m.i(Ret, 0, 0, 0);
            });
            let sched = Sched::new(SchedConfig {
                procs,
                seed: None,
                trace: false,
                live: false,
            });
            let (_, end) = t.run_on(&sched, m);
            assert!(matches!(end, End::Deadlock), "{end:?}");
            let mut reasons = vec![];
            // SAFETY: the run is over.
            unsafe {
                sched.for_each_g(|g| {
                    if (*g).id == 1 {
                        assert_eq!(sched.status(g).0, WaitReason::ChanReceiveNilChan);
                    }
                    reasons.push(sched.status(g).0);
                });
            }
            assert_eq!(reasons.len(), 301);
            assert_eq!(
                reasons
                    .iter()
                    .filter(|r| **r == WaitReason::ChanReceive)
                    .count(),
                300
            );
        }
    }
}

/// An endless loop, an endless ping-pong, and main, on one worker: each gets its turn. Then the end interrupts them.
#[test]
fn preemption() {
    for procs in PROCS {
        let mut t = toy();
        let spin = t.func(4, |f| {
            let b = f.i(Back, 0, 0, 0);
            f.to(b, b);
        });
        let ping = t.func(4, |f| {
            let l = f.i(Send, 0, 2, 0);
            f.i(Recv, 2, 1, 0);
            let b = f.i(Back, 0, 0, 0);
            f.to(b, l);
        });
        let pong = t.func(4, |f| {
            let l = f.i(Recv, 2, 0, 0);
            f.i(Send, 1, 2, 0);
            let b = f.i(Back, 0, 0, 0);
            f.to(b, l);
        });
        let m = t.func(8, |m| {
            m.i(Chan, 0, 0, 0);
            m.i(Chan, 1, 0, 0);
            m.i(Go, spin, 0, 0);
            m.i(Go, ping, 0, 2);
            m.i(Go, pong, 0, 2);
            repeat(m, 2, 3, 5, |m| {
                m.i(Yield, 0, 0, 0);
            });
            m.i(Print, 2, 0, 0);
            m.i(Ret, 0, 0, 0);
        });
        t.expect(procs, m, &[5]);
    }
}

/// A goroutine that makes calls without loops is preempted through the stack limit.
#[test]
fn preemption_without_loops() {
    for procs in [1, 2] {
        let mut t = toy();
        let f = t.func(4, |f| {
            f.i(Spin, 0, 0, 0);
            f.i(WgAdd, 1, -1, 0);
            f.i(Ret, 0, 0, 0);
        });
        let m = t.func(8, |m| {
            m.i(Cell, 0, 0, 0);
            m.i(Cell, 1, 0, 0);
            m.i(WgAdd, 1, 3, 0);
            for _ in 0..3 {
                m.i(Go, f, 0, 2);
            }
            m.i(Yield, 0, 0, 0);
            m.ldi(3, 1);
            m.i(St, 0, 3, 0);
            m.i(WgWait, 1, 0, 0);
            m.i(Print, 3, 0, 0);
            m.i(Ret, 0, 0, 0);
        });
        t.expect(procs, m, &[1]);
    }
}

/// The world is stopped over and over under tight loops, ping-pongs and sleepers.
#[test]
fn stop_the_world() {
    for procs in PROCS {
        let mut t = toy();
        let spin = t.func(4, |f| {
            let b = f.i(Back, 0, 0, 0);
            f.to(b, b);
        });
        let calls = t.func(4, |f| {
            f.i(Spin, 0, 0, 0);
        });
        let stopper = t.func(8, |f| {
            repeat(f, 2, 3, 100, |f| {
                f.i(Stw, 0, 0, 0);
            });
            f.i(WgAdd, 1, -1, 0);
            f.i(Ret, 0, 0, 0);
        });
        let napper = t.func(8, |f| {
            f.ldi(2, 30_000);
            let l = f.i(Sleep, 2, 0, 0);
            let b = f.i(Back, 0, 0, 0);
            f.to(b, l);
        });
        let m = t.func(8, |m| {
            m.i(Cell, 0, 0, 0);
            m.i(Cell, 1, 0, 0);
            m.i(WgAdd, 1, 3, 0);
            m.i(Go, spin, 0, 0);
            m.i(Go, calls, 0, 1);
            m.i(Go, napper, 0, 0);
            m.i(Go, napper, 0, 0);
            for _ in 0..3 {
                m.i(Go, stopper, 0, 2);
            }
            m.i(WgWait, 1, 0, 0);
            m.i(Ret, 0, 0, 0);
        });
        t.expect(procs, m, &[]);
        assert!(t.stops.load(crate::base::sync::atomic::Ordering::Relaxed) >= 100);
    }
}

/// Waiters on a condition: one by one, then all at once.
#[test]
fn conditions() {
    on_all(|t| {
        let n = 200;
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
        let m = t.func(16, |m| {
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
        });
        (m, vec![n])
    });
}

#[test]
fn blocking_jobs() {
    on_all(|t| {
        let f = t.func(4, |f| {
            f.i(Block, 1, 0, 0);
            f.i(Xadd, 3, 1, 0);
            f.i(WgAdd, 2, -1, 0);
            f.i(Ret, 0, 0, 0);
        });
        let m = t.func(8, |m| {
            m.ldi(0, 100);
            m.i(Cell, 2, 0, 0);
            m.i(Cell, 3, 0, 0);
            m.i(WgAdd, 2, 50, 0);
            repeat(m, 4, 5, 50, |m| {
                m.i(Go, f, 0, 4);
            });
            m.i(WgWait, 2, 0, 0);
            m.i(Ld, 6, 3, 0);
            m.i(Print, 6, 0, 0);
            m.i(Ret, 0, 0, 0);
        });
        (m, vec![50 * 200])
    });
}

/// An end asked for from another thread interrupts a busy program.
#[test]
fn requested_end() {
    for procs in PROCS {
        let mut t = toy();
        let m = t.func(4, |f| {
            let b = f.i(Back, 0, 0, 0);
            f.to(b, b);
        });
        let sched = Sched::new(SchedConfig {
            procs,
            seed: None,
            trace: false,
            live: false,
        });
        let other = Arc::clone(&sched);
        let thread = std::thread::spawn(move || {
            crate::base::sync::thread::sleep(Duration::from_millis(5));
            other.request_end(3);
        });
        let (_, end) = t.run_on(&sched, m);
        thread.join().expect("no panic");
        assert!(matches!(end, End::Requested(3)));
        let mut n = 0;
        // SAFETY: the run is over.
        unsafe { sched.for_each_g(|_| n += 1) }
        assert_eq!(n, 1);
    }
}

#[test]
fn exit_status() {
    let mut t = toy();
    let m = t.func(4, |f| {
        f.ldi(0, 7);
        f.i(Exit, 0, NO, 0);
    });
    assert!(matches!(t.run_with(2, m).1, End::Exit(7)));
}

/// The same with every goroutine made ready going to another worker, parked ones among them.
#[test]
fn crossing() {
    let programs: [(&str, fn(&mut Toy) -> i64, i64); 6] = [
        ("pingpong", |t| pingpong(t, 3_000), 3_000),
        ("buffered", |t| buffered(t, 3_000, 2, 1), 3_000 * 2_999 / 2),
        ("spawn", |t| spawn(t, 3_000), 3_000 * 2_999 / 2),
        ("mutex", |t| mutex(t, 4, 500), 2_000),
        ("selectfan", |t| selectfan(t, 500), 4 * (500 * 499 / 2)),
        (
            "select",
            |t| select_stress(t, 3, 300, 0),
            3 * (300 * 299 / 2),
        ),
    ];
    for procs in [2, 3, 8] {
        for (name, build, want) in programs {
            let mut t = toy();
            let m = build(&mut t);
            let (out, end) = t.run_crossing(procs, m);
            assert!(matches!(end, End::Exit(0)), "{name} on {procs}: {end:?}");
            assert_eq!(out[0], want, "{name} on {procs}");
        }
    }
}

/// An instance that is served: goroutines come from another thread, one after the other, and between them everything sleeps.
#[test]
fn served() {
    for procs in PROCS {
        let mut t = toy();
        let f = t.func(4, |f| {
            f.ldi(0, 7);
            f.i(Print, 0, 0, 0);
            f.i(Ret, 0, 0, 0);
        });
        let sched = Sched::new(SchedConfig {
            procs,
            seed: None,
            trace: false,
            live: true,
        });
        let (begun, wait) = std::sync::mpsc::channel();
        std::thread::scope(|s| {
            let (t, sched) = (&t, &sched);
            s.spawn(move || {
                wait.recv().expect("it begins");
                for k in 1..=50 {
                    t.start_outside(sched, f);
                    while t.out.lock().len() < k {
                        std::thread::yield_now();
                    }
                }
                sched.request_end(5);
            });
            let end = t.serve_on(sched, || begun.send(()).expect("somebody waits"));
            assert!(matches!(end, End::Requested(5)));
        });
        assert_eq!(*t.out.lock(), [7; 50]);
    }
}
