//! The model of `base::sync`: the same names and shapes, over shuttle and [`crate::memory`].
//!
//! Every atomic access is a point where another thread may go on. Atomics are transparent, so zeroed memory holds them, as
//! the heap's users expect. Time passes by amounts out of the execution's generator; whoever waits with a time-out just
//! lets others go first.

use crate::memory;
use crate::memory::View;
use std::cell::Cell;
use std::cell::RefCell;
use std::cell::UnsafeCell;
use std::ops::Deref;
use std::ops::DerefMut;
use std::time::Duration;

/// Another thread may go on here.
pub(crate) fn point() {
    shuttle_engine::runtime::thread::switch();
}

/// One turn of a loop that waits for another thread.
pub fn spin_loop() {
    shuttle::thread::yield_now();
}

/// Whatever the generator says.
pub fn entropy() -> u64 {
    memory::random()
}

pub mod atomic {
    //! Atomics.

    use super::point;
    use crate::memory;
    use std::cell::UnsafeCell;
    pub use std::sync::atomic::Ordering;

    /// A fence.
    pub fn fence(o: Ordering) {
        point();
        memory::fence(o);
    }

    macro_rules! atomics { ($($name:ident $t:ty;)*) => { $(
        /// An atomic under the model.
        #[repr(transparent)]
        #[derive(Default)]
        pub struct $name(UnsafeCell<$t>);

        // SAFETY: in the model only one thread runs at a time.
        unsafe impl Send for $name {}
        // SAFETY: as above.
        unsafe impl Sync for $name {}

        impl From<$t> for $name {
            fn from(v: $t) -> Self { Self::new(v) }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }

        impl $name {
            pub const fn new(v: $t) -> Self { Self(UnsafeCell::new(v)) }

            /// # Safety
            /// As the standard library's.
            pub unsafe fn from_ptr<'a>(p: *mut $t) -> &'a Self { &*p.cast() }

            pub fn as_ptr(&self) -> *mut $t { self.0.get() }

            pub fn into_inner(self) -> $t { self.0.into_inner() }

            pub fn get_mut(&mut self) -> &mut $t { self.0.get_mut() }

            fn memory(&self) -> $t {
                // SAFETY: one thread at a time.
                unsafe { *self.0.get() }
            }

            fn write(&self, v: $t, o: Ordering, modify: bool) {
                memory::store(self.0.get() as usize, Word::word(self.memory()), Word::word(v), o, modify);
                // SAFETY: one thread at a time.
                unsafe { *self.0.get() = v }
            }

            pub fn load(&self, o: Ordering) -> $t {
                point();
                Word::value(memory::load(self.0.get() as usize, Word::word(self.memory()), o))
            }

            pub fn store(&self, v: $t, o: Ordering) {
                point();
                self.write(v, o, false);
            }

            pub fn swap(&self, v: $t, o: Ordering) -> $t {
                point();
                let old = self.memory();
                self.write(v, o, true);
                old
            }

            pub fn compare_exchange(&self, old: $t, new: $t, o: Ordering, fail: Ordering) -> Result<$t, $t> {
                point();
                let now = self.memory();
                if now == old {
                    self.write(new, o, true);
                    Ok(now)
                } else {
                    memory::looked(self.0.get() as usize, Word::word(now), fail);
                    Err(now)
                }
            }

            pub fn compare_exchange_weak(&self, old: $t, new: $t, o: Ordering, fail: Ordering) -> Result<$t, $t> {
                if memory::random() % 16 == 0 {
                    point();
                    let now = self.memory();
                    memory::looked(self.0.get() as usize, Word::word(now), fail);
                    return Err(now);
                }
                self.compare_exchange(old, new, o, fail)
            }

            fn modify(&self, o: Ordering, f: impl FnOnce($t) -> $t) -> $t {
                point();
                let old = self.memory();
                self.write(f(old), o, true);
                old
            }
        }
    )* } }

    macro_rules! integers { ($($name:ident $t:ty;)*) => { $(
        impl Word for $t {
            fn word(self) -> u64 { self as u64 }
            fn value(w: u64) -> $t { w as $t }
        }

        impl $name {
            pub fn fetch_add(&self, v: $t, o: Ordering) -> $t { self.modify(o, |x| x.wrapping_add(v)) }
            pub fn fetch_sub(&self, v: $t, o: Ordering) -> $t { self.modify(o, |x| x.wrapping_sub(v)) }
            pub fn fetch_or(&self, v: $t, o: Ordering) -> $t { self.modify(o, |x| x | v) }
            pub fn fetch_and(&self, v: $t, o: Ordering) -> $t { self.modify(o, |x| x & v) }
            pub fn fetch_max(&self, v: $t, o: Ordering) -> $t { self.modify(o, |x| x.max(v)) }
            pub fn fetch_min(&self, v: $t, o: Ordering) -> $t { self.modify(o, |x| x.min(v)) }
            pub fn update(&self, o: Ordering, _: Ordering, f: impl FnOnce($t) -> $t) -> $t { self.modify(o, f) }
        }
    )* } }

    /// What fits into a word.
    trait Word: Copy {
        fn word(self) -> u64;
        fn value(w: u64) -> Self;
    }

    impl Word for bool {
        fn word(self) -> u64 {
            u64::from(self)
        }
        fn value(w: u64) -> bool {
            w != 0
        }
    }

    atomics! {
        AtomicBool bool; AtomicU8 u8; AtomicU16 u16; AtomicU32 u32; AtomicU64 u64; AtomicUsize usize;
        AtomicI32 i32; AtomicI64 i64;
    }
    integers! {
        AtomicU8 u8; AtomicU16 u16; AtomicU32 u32; AtomicU64 u64; AtomicUsize usize;
        AtomicI32 i32; AtomicI64 i64;
    }

    /// An atomic pointer under the model.
    #[repr(transparent)]
    pub struct AtomicPtr<T>(UnsafeCell<*mut T>);

    // SAFETY: as the others.
    unsafe impl<T> Send for AtomicPtr<T> {}
    // SAFETY: as above.
    unsafe impl<T> Sync for AtomicPtr<T> {}

    impl<T> Default for AtomicPtr<T> {
        fn default() -> Self {
            Self::new(std::ptr::null_mut())
        }
    }

    impl<T> AtomicPtr<T> {
        pub const fn new(p: *mut T) -> Self {
            Self(UnsafeCell::new(p))
        }

        fn word(&self) -> &AtomicUsize {
            // SAFETY: a pointer has the size and alignment of a word.
            unsafe { &*(&raw const self.0).cast() }
        }

        pub fn load(&self, o: Ordering) -> *mut T {
            self.word().load(o) as *mut T
        }

        pub fn store(&self, p: *mut T, o: Ordering) {
            self.word().store(p as usize, o)
        }

        pub fn swap(&self, p: *mut T, o: Ordering) -> *mut T {
            self.word().swap(p as usize, o) as *mut T
        }
    }
}

/// A lock in the manner of parking_lot's.
#[derive(Default)]
pub struct Mutex<T> {
    lock: shuttle::sync::Mutex<()>,
    view: RefCell<View>,
    value: UnsafeCell<T>,
}

// SAFETY: `value` is reached under `lock` only; in the model one thread runs at a time.
unsafe impl<T: Send> Send for Mutex<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for Mutex<T> {}

/// A held [`Mutex`].
pub struct MutexGuard<'a, T> {
    mutex: &'a Mutex<T>,
    held: Option<shuttle::sync::MutexGuard<'a, ()>>,
}

impl<T> Mutex<T> {
    pub fn new(v: T) -> Mutex<T> {
        Mutex {
            lock: shuttle::sync::Mutex::new(()),
            view: RefCell::default(),
            value: UnsafeCell::new(v),
        }
    }

    pub fn lock(&self) -> MutexGuard<'_, T> {
        let held = self.lock.lock().unwrap_or_else(|e| e.into_inner());
        memory::taken(&self.view.borrow());
        MutexGuard {
            mutex: self,
            held: Some(held),
        }
    }

    pub fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}

impl<T> MutexGuard<'_, T> {
    fn give(&self) {
        *self.mutex.view.borrow_mut() = memory::given();
    }
}

impl<T> Deref for MutexGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: the lock is held.
        unsafe { &*self.mutex.value.get() }
    }
}

impl<T> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the lock is held.
        unsafe { &mut *self.mutex.value.get() }
    }
}

impl<T> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.give();
        }
    }
}

/// A lock for reading and writing: the model knows writers only.
#[derive(Default)]
pub struct RwLock<T>(Mutex<T>);

impl<T> RwLock<T> {
    pub fn new(v: T) -> RwLock<T> {
        RwLock(Mutex::new(v))
    }

    pub fn read(&self) -> MutexGuard<'_, T> {
        self.0.lock()
    }

    pub fn write(&self) -> MutexGuard<'_, T> {
        self.0.lock()
    }
}

/// A condition.
#[derive(Default)]
pub struct Condvar(shuttle::sync::Condvar);

/// Whether the time was over.
pub struct TimedOut(bool);

impl TimedOut {
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

impl Condvar {
    pub fn new() -> Condvar {
        Condvar::default()
    }

    pub fn wait<T>(&self, guard: &mut MutexGuard<'_, T>) {
        guard.give();
        if let Some(held) = guard.held.take() {
            guard.held = Some(self.0.wait(held).unwrap_or_else(|e| e.into_inner()));
        }
        memory::taken(&guard.mutex.view.borrow());
    }

    /// Lets others go first; the time is over at once, since nobody could tell.
    pub fn wait_for<T>(&self, guard: &mut MutexGuard<'_, T>, time: Duration) -> TimedOut {
        guard.give();
        guard.held = None;
        pass(time);
        shuttle::thread::yield_now();
        guard.held = Some(guard.mutex.lock.lock().unwrap_or_else(|e| e.into_inner()));
        memory::taken(&guard.mutex.view.borrow());
        TimedOut(true)
    }

    pub fn notify_one(&self) {
        self.0.notify_one();
    }

    pub fn notify_all(&self) {
        self.0.notify_all();
    }
}

thread_local! {
    static NOW: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

/// Time goes on by up to `most`.
fn pass(most: Duration) {
    let part = (most.as_nanos() as u64).max(1) / 4 * (1 + memory::random() % 4);
    NOW.set(NOW.get() + Duration::from_nanos(part.max(1)));
}

/// The clock: it moves when somebody looks at it or waits.
#[derive(Clone, Copy)]
pub struct Instant(Duration);

impl Instant {
    pub fn now() -> Instant {
        Instant(NOW.get())
    }

    pub fn elapsed(&self) -> Duration {
        // Often too short for anything to be over, sometimes longer than everything but a time slice.
        let ns = [100, 1_000, 3_000, 30_000][memory::random() as usize % 4];
        NOW.set(NOW.get() + Duration::from_nanos(ns));
        NOW.get() - self.0
    }
}

pub mod thread {
    //! Threads.

    use super::Mutex;
    use super::pass;
    use super::point;
    use crate::memory;
    use crate::memory::View;
    use std::cell::RefCell;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    use std::sync::atomic::Ordering::SeqCst;
    use std::time::Duration;

    /// A thread to be.
    pub struct Builder;

    /// What a thread gives on to whom joins it.
    struct End {
        finished: AtomicBool,
        view: RefCell<View>,
    }

    // SAFETY: in the model one thread runs at a time.
    unsafe impl Send for End {}
    // SAFETY: as above.
    unsafe impl Sync for End {}

    struct Given(View);
    // SAFETY: as above.
    unsafe impl Send for Given {}

    /// A thread that has been started.
    pub struct JoinHandle<T> {
        handle: shuttle::thread::JoinHandle<T>,
        end: Arc<End>,
    }

    /// A thread that can be woken.
    #[derive(Clone)]
    pub struct Thread {
        thread: shuttle::thread::Thread,
        token: Arc<Mutex<()>>,
    }

    shuttle::thread_local! {
        static TOKEN: Arc<Mutex<()>> = Arc::new(Mutex::new(()));
    }

    impl Builder {
        pub fn new() -> Builder {
            Builder
        }

        pub fn name(self, _: String) -> Builder {
            self
        }

        pub fn stack_size(self, _: usize) -> Builder {
            self
        }

        pub fn spawn<T: Send + 'static>(
            self,
            f: impl FnOnce() -> T + Send + 'static,
        ) -> std::io::Result<JoinHandle<T>> {
            let end = Arc::new(End {
                finished: AtomicBool::new(false),
                view: RefCell::default(),
            });
            let theirs = end.clone();
            let given = Given(memory::given());
            let handle = shuttle::thread::spawn(move || {
                let given = given;
                memory::taken(&given.0);
                let r = f();
                *theirs.view.borrow_mut() = memory::given();
                theirs.finished.store(true, SeqCst);
                r
            });
            Ok(JoinHandle { handle, end })
        }
    }

    impl<T> JoinHandle<T> {
        pub fn join(self) -> std::thread::Result<T> {
            let r = self.handle.join();
            memory::taken(&self.end.view.borrow());
            r
        }

        pub fn is_finished(&self) -> bool {
            point();
            self.end.finished.load(SeqCst)
        }

        pub fn thread(&self) -> Unparker<'_> {
            Unparker(self.handle.thread())
        }
    }

    /// A thread of which only the handle is there.
    pub struct Unparker<'a>(&'a shuttle::thread::Thread);

    impl Unparker<'_> {
        pub fn unpark(&self) {
            point();
            self.0.unpark();
        }
    }

    impl Thread {
        /// Wakes it; what this thread knows goes with the token.
        pub fn unpark(&self) {
            drop(self.token.lock());
            self.thread.unpark();
        }
    }

    pub fn current() -> Thread {
        Thread {
            thread: shuttle::thread::current(),
            token: TOKEN.with(Arc::clone),
        }
    }

    pub fn park() {
        shuttle::thread::park();
        drop(TOKEN.with(Arc::clone).lock());
    }

    /// Lets others go first.
    pub fn park_timeout(time: Duration) {
        pass(time);
        shuttle::thread::yield_now();
        drop(TOKEN.with(Arc::clone).lock());
    }

    pub fn sleep(time: Duration) {
        pass(time);
        shuttle::thread::yield_now();
    }

    pub fn yield_now() {
        shuttle::thread::yield_now();
    }
}

/// Before each execution.
pub(crate) fn reset() {
    NOW.set(Duration::ZERO);
}
