//! Running a scenario many times.

use crate::base::sync;
use crate::memory;
use shuttle::Config;
use shuttle::Runner;
use shuttle::scheduler::Schedule;
use shuttle::scheduler::Scheduler;
use shuttle::scheduler::Task;
use shuttle::scheduler::TaskId;
use std::cell::Cell;
use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::panic::resume_unwind;

/// A name, how many executions an ordinary test run makes of it, and what is done.
pub struct Scenario {
    pub name: &'static str,
    pub executions: u64,
    pub run: fn(),
}

thread_local! {
    /// The seed of the execution under way.
    static SEED: Cell<u64> = const { Cell::new(0) };
}

/// A generator of good quality for any seed (G. Steele and others, SplitMix).
struct Generator(u64);

impl Generator {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let x = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let x = (x ^ x >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^ x >> 31
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.next() % n == 0
    }
}

/// Who goes next. Bugs differ in what they need, so executions take turns at ways to choose.
enum Way {
    /// Another thread at one point in so many.
    Switching(u64),
    /// The thread of the highest priority, but at one point in so many, or when it says that it waits, it becomes the
    /// lowest: threads stand still for long.
    Priorities(u64),
}

struct Explorer {
    seed: u64,
    left: u64,
    threads: Generator,
    data: Generator,
    way: Way,
    priorities: HashMap<TaskId, i64>,
    lowest: i64,
}

impl Scheduler for Explorer {
    fn new_execution(&mut self) -> Option<Schedule> {
        self.left = self.left.checked_sub(1)?;
        let seed = self.seed;
        self.seed += 1;
        SEED.set(seed);
        self.threads = Generator(seed);
        self.data = Generator(!seed);
        self.way = match seed % 6 {
            0 => Way::Switching(1),
            1 => Way::Switching(8),
            2 => Way::Switching(32),
            3 => Way::Switching(128),
            4 => Way::Priorities(64),
            _ => Way::Priorities(512),
        };
        self.priorities.clear();
        self.lowest = 0;
        Some(Schedule::new(seed))
    }

    fn next_task(&mut self, all: &[&Task], now: Option<TaskId>, waits: bool) -> Option<TaskId> {
        let current = now.filter(|c| all.iter().any(|t| t.id() == *c));
        match self.way {
            Way::Switching(n) => {
                if let Some(c) = current
                    && !waits
                    && !self.threads.one_in(n)
                {
                    return Some(c);
                }
                let k = self.threads.next() as usize % all.len();
                Some(all[k].id())
            }
            Way::Priorities(n) => {
                for t in all {
                    if !self.priorities.contains_key(&t.id()) {
                        let first = (self.threads.next() >> 1) as i64;
                        self.priorities.insert(t.id(), first);
                    }
                }
                if let Some(c) = current
                    && (waits || self.threads.one_in(n))
                {
                    self.lowest -= 1;
                    self.priorities.insert(c, self.lowest);
                }
                let best = all.iter().max_by_key(|t| self.priorities[&t.id()]);
                best.map(|t| t.id())
            }
        }
    }

    fn next_u64(&mut self) -> u64 {
        self.data.next()
    }
}

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Runs a scenario. MODEL_TIMES=n makes n times as many executions; MODEL_SEED=s repeats the one that a failure names.
pub fn explore(s: &Scenario) {
    let only = setting("MODEL_SEED");
    let explorer = Explorer {
        seed: only.unwrap_or(1),
        left: match only {
            Some(_) => 1,
            None => s.executions * setting("MODEL_TIMES").unwrap_or(1).max(1),
        },
        threads: Generator(0),
        data: Generator(0),
        way: Way::Switching(1),
        priorities: HashMap::new(),
        lowest: 0,
    };
    let mut config = Config::new();
    config.stack_size = 0x20000;
    config.silence_warnings = true;
    config.max_steps = shuttle::MaxSteps::FailAfter(1_000_000);
    config.failure_persistence = shuttle::FailurePersistence::None;
    let run = s.run;
    let each = move || {
        memory::reset();
        sync::reset();
        run();
    };
    let ran = catch_unwind(AssertUnwindSafe(|| Runner::new(explorer, config).run(each)));
    if let Err(failure) = ran {
        eprintln!("{}: repeat with MODEL_SEED={}", s.name, SEED.get());
        resume_unwind(failure);
    }
}
