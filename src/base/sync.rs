//! What threads share and wait with: atomics, locks, threads, the clock.
//!
//! `sched`, `chan`, `heap` and the map guard take these from here and nowhere else. This is the standard library's and
//! parking_lot's; the crate in tests/model compiles the same source files with a module of this name and shape in which a
//! model checker decides which thread goes next and what a load may see.

pub use parking_lot::Condvar;
pub use parking_lot::Mutex;
pub use parking_lot::RwLock;
pub use std::hint::spin_loop;
pub use std::time::Instant;

/// Atomic integers and pointers.
pub mod atomic {
    pub use std::sync::atomic::AtomicBool;
    pub use std::sync::atomic::AtomicI32;
    pub use std::sync::atomic::AtomicI64;
    pub use std::sync::atomic::AtomicPtr;
    pub use std::sync::atomic::AtomicU8;
    pub use std::sync::atomic::AtomicU16;
    pub use std::sync::atomic::AtomicU32;
    pub use std::sync::atomic::AtomicU64;
    pub use std::sync::atomic::AtomicUsize;
    pub use std::sync::atomic::Ordering;
    pub use std::sync::atomic::fence;
}

/// Threads.
pub mod thread {
    pub use std::thread::Builder;
    pub use std::thread::JoinHandle;
    pub use std::thread::Thread;
    pub use std::thread::current;
    pub use std::thread::park;
    pub use std::thread::park_timeout;
    pub use std::thread::sleep;
    pub use std::thread::yield_now;
}

/// A number nobody can guess.
pub fn entropy() -> u64 {
    use std::hash::BuildHasher;
    std::hash::RandomState::new().hash_one(0u8)
}
