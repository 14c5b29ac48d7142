//! Timings, run by hand: `cargo test --profile fast measure -- --ignored --nocapture --test-threads=1`.

use crate::base::sync::Instant;

use super::programs;
use super::toy::Toy;
use super::toy::toy;

fn time(name: &str, build: impl Fn(&mut Toy) -> i64) {
    for procs in [1, 2] {
        let mut best = f64::MAX;
        for _ in 0..3 {
            let mut t = toy();
            let m = build(&mut t);
            let began = Instant::now();
            t.run_with(procs, m);
            best = best.min(began.elapsed().as_secs_f64());
        }
        println!("{name:12} P={procs} {:8.1} ms", best * 1e3);
    }
}

#[test]
#[ignore = "a measurement"]
fn measure() {
    time("pingpong", |t| programs::pingpong(t, 500_000));
    time("buffered", |t| programs::buffered(t, 3_000_000, 128, 1));
    time("spawn", |t| programs::spawn(t, 1_000_000));
    time("mutex", |t| programs::mutex(t, 8, 300_000));
    time("selectfan", |t| programs::selectfan(t, 200_000));
}
