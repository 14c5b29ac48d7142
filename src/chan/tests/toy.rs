//! A small interpreter that uses the scheduler and the channels the way the VM does.

use crate::base::sync::atomic::AtomicI64;
use crate::base::sync::atomic::AtomicU32;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::atomic::Ordering::SeqCst;
use std::sync::Arc;

use crate::base::sync::Mutex;

use crate::chan;
use crate::chan::Case;
use crate::chan::HChan;
use crate::chan::Selected;
use crate::chan::Sent;
use crate::heap::AllocCache;
use crate::heap::Heap;
use crate::heap::HeapConfig;
use crate::heap::MapId;
use crate::sched;
use crate::sched::End;
use crate::sched::G;
use crate::sched::NO_SLOT;
use crate::sched::Outcome;
use crate::sched::P;
use crate::sched::PER_SWITCH;
use crate::sched::Runnable;
use crate::sched::Sched;
use crate::sched::SchedConfig;
use crate::sched::Timer;
use crate::sched::TimerKind;
use crate::sched::Unlocked;
use crate::sched::Wait;
use crate::sched::WaitReason;
use crate::sched::choice;

macro_rules! ops {
    ($($name:ident)*) => {
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u16)]
        pub enum Op { $($name,)* }
        const OPS: &[Op] = &[$(Op::$name,)*];
    };
}

ops! { Mov Ldi Add Addi Mul Rem Jmp Jeqi Jnei Back Loop Ld St Xadd Cell Chan Send Recv Recv2 Close Select Default Go Lock
Unlock WgAdd WgWait Ret Print Yield Sleep After StopTimer Func Now Block Stw Spin MutexLock MutexUnlock Wait Signal Broadcast Rand Exit }

pub const NO: i64 = NO_SLOT as i64;

pub struct Func {
    code: Vec<u64>,
    nslots: usize,
}

/// Assembles one function; labels are instruction numbers.
#[derive(Default)]
pub struct Asm(Vec<[i64; 4]>);

impl Asm {
    pub fn i(&mut self, op: Op, a: i64, b: i64, c: i64) -> usize {
        self.0.push([op as i64, a, b, c]);
        self.0.len() - 1
    }
    pub fn ldi(&mut self, a: i64, v: i64) {
        self.i(Op::Ldi, a, v & 0xffff, v >> 16 & 0xffff);
    }
    pub fn here(&self) -> usize {
        self.0.len()
    }
    pub fn to(&mut self, at: usize, target: usize) {
        let d = target as i64 - at as i64 - 1;
        let op = OPS[self.0[at][0] as usize];
        let k = if matches!(op, Op::Jmp | Op::Back) {
            1
        } else {
            3
        };
        self.0[at][k] = d;
    }
}

pub struct Toy {
    pub funcs: Vec<Func>,
    pub sels: Vec<Vec<Case>>,
    heap: Arc<Heap>,
    pub out: Mutex<Vec<i64>>,
    pub stops: AtomicU32,
    /// Ticks come after a few instructions, so that short programs are shared among workers.
    pub quick: bool,
    /// Set by whoever has stopped the world.
    pub halted: std::sync::atomic::AtomicBool,
}

pub fn toy() -> Toy {
    let heap = Heap::new(HeapConfig {
        reserve: 1 << 30,
        ..HeapConfig::default()
    })
    .expect("a heap");
    Toy {
        funcs: vec![],
        sels: vec![],
        heap,
        out: Mutex::default(),
        stops: AtomicU32::new(0),
        quick: false,
        halted: false.into(),
    }
}

impl Toy {
    pub fn func(&mut self, nslots: usize, build: impl FnOnce(&mut Asm)) -> i64 {
        let mut a = Asm::default();
        build(&mut a);
        let code = a.0.iter().map(|i| {
            i.iter()
                .enumerate()
                .fold(0, |w, (k, v)| w | (*v as u16 as u64) << (16 * k))
        });
        self.funcs.push(Func {
            code: code.collect(),
            nslots,
        });
        self.funcs.len() as i64 - 1
    }

    /// Runs function `main`; what was printed, and the end.
    pub fn run_on(&self, sched: &Arc<Sched>, main: i64) -> (Vec<i64>, End) {
        // SAFETY: nothing else runs the instance.
        unsafe {
            let p = sched.first_p();
            let f = &self.funcs[main as usize];
            let g = sched::new_g(p, f.nslots);
            (*g).flags = sched::G_MAIN;
            (*g).pc = f.code.as_ptr();
            let end = sched.run(self, g);
            self.drop_caches(sched);
            (std::mem::take(&mut *self.out.lock()), end)
        }
    }

    unsafe fn drop_caches(&self, sched: &Sched) {
        for &p in sched.workers() {
            if !(*p).ext.is_null() {
                drop(Box::from_raw((*p).ext as *mut AllocCache));
                (*p).ext = std::ptr::null_mut();
            }
        }
    }

    /// Serves a live instance until its end.
    pub fn serve_on(&self, sched: &Arc<Sched>, begun: impl FnOnce()) -> End {
        // SAFETY: nothing else runs the instance.
        unsafe {
            let end = sched.serve(self, begun);
            self.drop_caches(sched);
            end
        }
    }

    /// Starts function `f` from a thread that is no worker.
    pub fn start_outside(&self, sched: &Sched, f: i64) {
        sched.stop_outside();
        let f = &self.funcs[f as usize];
        // SAFETY: the world is stopped.
        unsafe {
            let g = sched::new_g(sched.first_p(), f.nslots);
            (*g).pc = f.code.as_ptr();
            sched.ready_first(g);
        }
        sched.start_outside();
    }

    pub fn run_with(&self, procs: usize, main: i64) -> (Vec<i64>, End) {
        self.run_on(
            &Sched::new(SchedConfig {
                procs,
                seed: None,
                trace: false,
                live: false,
            }),
            main,
        )
    }

    /// Every hand-over goes to another worker.
    #[cfg(test)]
    pub fn run_crossing(&self, procs: usize, main: i64) -> (Vec<i64>, End) {
        let sched = Sched::new(SchedConfig {
            procs,
            seed: None,
            trace: false,
            live: false,
        });
        for &p in sched.workers() {
            // SAFETY: nothing runs yet.
            unsafe { (*p).cross = true }
        }
        self.run_on(&sched, main)
    }

    /// Runs and expects a normal end with this output.
    pub fn expect(&self, procs: usize, main: i64, want: &[i64]) {
        let (out, end) = self.run_with(procs, main);
        assert!(matches!(end, End::Exit(0)), "procs {procs}: {end:?}");
        assert_eq!(out, want, "procs {procs}");
    }
}

impl Toy {
    unsafe fn budget(&self, p: *mut P) -> i64 {
        if self.quick {
            crate::base::sync::spin_loop();
            (choice::bits(p, choice::Choice::Preempt) >> 40) as i64 % 6
        } else {
            choice::budget(p)
        }
    }
}

unsafe fn xadd(addr: u64, d: i64) -> i64 {
    (*(addr as *const AtomicI64)).fetch_add(d, SeqCst)
}

impl Runnable for Toy {
    unsafe fn start_worker(&self, p: *mut P) {
        if (*p).ext.is_null() {
            (*p).ext = Box::into_raw(Box::new(self.heap.new_cache().expect("a cache"))).cast();
        }
    }

    unsafe fn fire(&self, p: *mut P, t: *mut Timer, now: i64) {
        if (*t).kind == TimerKind::Chan {
            chan::timer_send(p, t, &(now as u64));
        } else {
            let f = &self.funcs[(*t).target];
            let g = sched::new_g(p, f.nslots);
            (*g).pc = f.code.as_ptr();
            *(*g).fp = (*t).extra;
            sched::ready(p, g, false);
        }
    }

    unsafe fn run(&self, p: *mut P, g: *mut G) -> Outcome {
        let cache = &mut *((*p).ext as *mut AllocCache);
        let mut bd = if self.quick {
            self.budget(p)
        } else {
            (*p).budget
        };
        let (mut g, mut pc, mut fp) = (g, (*g).pc, (*g).fp);
        P::enter(p, g);
        macro_rules! load {
            ($n:expr) => {{
                let n: *mut G = $n;
                if n.is_null() {
                    (*p).budget = bd;
                    return Outcome::Parked;
                }
                g = n;
                P::enter(p, g);
                pc = (*g).pc;
                fp = (*g).fp;
            }};
        }
        macro_rules! park {
            () => {{
                bd -= PER_SWITCH;
                if bd < 0 {
                    bd = self.budget(p);
                    load!(sched::tick(p, std::ptr::null_mut()));
                } else {
                    load!(sched::next(p));
                }
            }};
        }
        macro_rules! tick {
            () => {{
                (*g).pc = pc;
                (*g).fp = fp;
                bd = self.budget(p);
                load!(sched::tick(p, g));
            }};
        }
        macro_rules! r {
            ($x:expr) => {
                *fp.add($x as usize)
            };
        }
        loop {
            debug_assert!(!self.halted.load(Relaxed), "runs in a stopped world");
            let w = *pc;
            pc = pc.add(1);
            let (a, b, c) = ((w >> 16) as u16, (w >> 32) as u16, (w >> 48) as u16);
            // SAFETY: the assembler writes only opcodes.
            match std::mem::transmute::<u16, Op>(w as u16) {
                Op::Mov => r!(a) = r!(b),
                Op::Ldi => r!(a) = (u32::from(b) | u32::from(c) << 16) as i32 as i64 as u64,
                Op::Add => r!(a) = r!(b).wrapping_add(r!(c)),
                Op::Addi => r!(a) = r!(b).wrapping_add(c as i16 as i64 as u64),
                Op::Mul => r!(a) = r!(b).wrapping_mul(r!(c)),
                Op::Rem => r!(a) = r!(b) % r!(c),
                Op::Jmp => pc = pc.offset(a as i16 as isize),
                Op::Jeqi => {
                    if r!(a) == b as u64 {
                        pc = pc.offset(c as i16 as isize)
                    }
                }
                Op::Jnei => {
                    if r!(a) != b as u64 {
                        pc = pc.offset(c as i16 as isize)
                    }
                }
                Op::Back => {
                    pc = pc.offset(a as i16 as isize);
                    bd -= 1;
                    if bd < 0 {
                        tick!();
                    }
                }
                Op::Loop => {
                    let v = r!(a).wrapping_add(1);
                    r!(a) = v;
                    if (v as i64) < r!(b) as i64 {
                        pc = pc.offset(c as i16 as isize);
                        bd -= 1;
                        if bd < 0 {
                            tick!();
                        }
                    }
                }
                Op::Ld => r!(a) = (*(r!(b) as *const AtomicI64)).load(Relaxed) as u64,
                Op::St => (*(r!(a) as *const AtomicI64)).store(r!(b) as i64, Relaxed),
                Op::Xadd => {
                    xadd(r!(a), r!(b) as i64);
                }
                Op::Cell => r!(a) = cache.alloc(32, MapId::NONE).expect("memory").as_ptr() as u64,
                Op::Chan => {
                    let slots = if c == 0 { 1 } else { c };
                    r!(a) = chan::make(cache, MapId::ALL, slots, false, b as i64)
                        .expect("memory")
                        .expect("a size") as u64
                }
                Op::Send => {
                    match chan::send(p, g, r!(a) as *mut HChan, fp.add(b as usize), 1, pc, fp) {
                        Sent::Done => {}
                        Sent::Parked => park!(),
                        Sent::Closed => {
                            (*g).pc = pc;
                            (*g).fp = fp;
                            return Outcome::Fatal("send on closed channel".into());
                        }
                    }
                }
                Op::Recv | Op::Recv2 => {
                    let ok = if w as u16 == Op::Recv as u16 {
                        NO_SLOT
                    } else {
                        c
                    };
                    if chan::recv(p, g, r!(b) as *mut HChan, fp.add(a as usize), ok, pc, fp)
                        == Wait::Parked
                    {
                        park!();
                    }
                }
                Op::Close => {
                    chan::close(p, r!(a) as *mut HChan);
                }
                Op::Select | Op::Default => {
                    let default = w as u16 == Op::Default as u16;
                    match chan::select(p, g, &self.sels[b as usize], default, pc.sub(1), fp) {
                        Selected::Case(k) => r!(a) = k as i64 as u64,
                        Selected::Parked => park!(),
                        Selected::Closed => return Outcome::Fatal("send on closed channel".into()),
                    }
                }
                Op::Go => {
                    let f = &self.funcs[a as usize];
                    let x = sched::new_g(p, f.nslots);
                    (*x).pc = f.code.as_ptr();
                    for k in 0..c as usize {
                        *(*x).fp.add(k) = r!(b as usize + k);
                    }
                    bd -= PER_SWITCH;
                    if sched::spawn(p, x) {
                        (*g).pc = pc;
                        (*g).fp = fp;
                        load!(sched::yield_now(p, g));
                    }
                }
                Op::Lock => {
                    if xadd(r!(a), 1) > 0 {
                        let sema = (r!(a) + 8) as *const AtomicU32;
                        if sched::semacquire(p, g, sema, false, WaitReason::SyncMutexLock, pc, fp)
                            == Wait::Parked
                        {
                            park!();
                        }
                    }
                }
                Op::Unlock => {
                    if xadd(r!(a), -1) > 1 {
                        sched::semrelease(p, (r!(a) + 8) as *const AtomicU32, false);
                    }
                }
                Op::WgAdd => {
                    // Word 0 the count, word 1 a semaphore; one waiter.
                    let d = b as i16 as i64;
                    if xadd(r!(a), d) + d == 0 {
                        sched::semrelease(p, (r!(a) + 8) as *const AtomicU32, false);
                    }
                }
                Op::WgWait => {
                    let sema = (r!(a) + 8) as *const AtomicU32;
                    if sched::semacquire(p, g, sema, false, WaitReason::SyncWaitGroupWait, pc, fp)
                        == Wait::Parked
                    {
                        park!();
                    }
                }
                Op::Ret => {
                    if (*g).flags & sched::G_MAIN != 0 {
                        sched::free_g(p, g);
                        return Outcome::Exit(0);
                    }
                    sched::free_g(p, g);
                    park!();
                }
                Op::Print => self.out.lock().push(r!(a) as i64),
                Op::Yield => {
                    (*g).pc = pc;
                    (*g).fp = fp;
                    load!(sched::yield_now(p, g));
                }
                Op::Sleep => {
                    if sched::sleep(p, g, r!(a) as i64, pc, fp) == Wait::Parked {
                        park!();
                    }
                }
                // a: channel, b: nanoseconds, c: period or not; the timer goes to a + 1
                Op::After => {
                    let ch = chan::make(cache, MapId::ALL, 1, false, 1)
                        .expect("memory")
                        .expect("a size");
                    let t =
                        chan::new_timer(p, cache, TimerKind::Chan, ch as usize).expect("memory");
                    let d = r!(b) as i64;
                    let now = P::sched(p).now();
                    chan::set_timer(p, t, now + d, if c != 0 { d } else { 0 });
                    r!(a) = ch as u64;
                    r!(a + 1) = t as u64;
                }
                Op::StopTimer => r!(a) = u64::from(chan::clear_timer(p, r!(b) as *mut Timer)),
                Op::Func => {
                    let t = chan::new_timer(p, cache, TimerKind::Func, a as usize).expect("memory");
                    (*t).extra = r!(c);
                    let now = P::sched(p).now();
                    chan::set_timer(p, t, now + r!(b) as i64, 0);
                }
                Op::Now => r!(a) = choice::nanotime(p) as u64,
                Op::Block => {
                    if let Some(x) = sched::take_result(p, g) {
                        r!(a) = *x.downcast::<u64>().expect("what the job gave");
                    } else {
                        let n = r!(b);
                        let job = Box::new(move || {
                            crate::base::sync::thread::sleep(std::time::Duration::from_micros(n));
                            Box::new(n * 2) as sched::Answer
                        });
                        if sched::submit(p, g, WaitReason::IoWait, pc.sub(1), fp, job)
                            == Wait::Parked
                        {
                            park!();
                        } else {
                            pc = pc.sub(1);
                        }
                    }
                }
                Op::Stw => {
                    (*g).pc = pc;
                    (*g).fp = fp;
                    if sched::stop_the_world(p) {
                        let mut n = 0;
                        self.halted.store(true, Relaxed);
                        P::sched(p).for_each_g(|_| n += 1);
                        assert_eq!(n, P::sched(p).num_goroutine());
                        self.stops.fetch_add(1, Relaxed);
                        self.halted.store(false, Relaxed);
                        sched::start_the_world(p);
                    }
                    P::enter(p, g);
                }
                // As a recursion without loops: looks at the limit alone. Ends when the cell at b is not 0.
                Op::Spin => {
                    if (*p).stack_limit.load(Relaxed) == 0 {
                        pc = pc.sub(1);
                        tick!();
                    } else if (*(r!(b) as *const AtomicI64)).load(Relaxed) == 0 {
                        pc = pc.sub(1);
                        crate::base::sync::spin_loop();
                    }
                }
                // As sync.Mutex: the words of the mutex at a; b is 0 at first, and where the time goes.
                Op::MutexLock => {
                    let m = r!(a) as *const AtomicU32;
                    let fast = r!(b) == 0 && sched::mutex_try(&*m, true, (*p).multi);
                    let since = fp.add(b as usize);
                    if !fast
                        && sched::mutex_lock(p, g, m.add(1), since, pc.sub(1), fp) == Wait::Parked
                    {
                        park!();
                    } else {
                        r!(b) = 0;
                    }
                }
                Op::MutexUnlock => {
                    let m = r!(a) as *const AtomicU32;
                    if !sched::mutex_try(&*m, false, (*p).multi) {
                        match sched::mutex_unlock(p, m.add(1)) {
                            Unlocked::Done => {}
                            Unlocked::HandedOver => {
                                (*g).pc = pc;
                                (*g).fp = fp;
                                load!(sched::yield_now(p, g));
                            }
                            Unlocked::NotLocked => return Outcome::Fatal("not locked".into()),
                        }
                    }
                }
                // Unlocks b, waits on the condition at a, locks b again (by the instruction after).
                Op::Wait => {
                    let l = r!(a) as *const sched::NotifyList;
                    let t = sched::notify_add(l);
                    if xadd(r!(b), -1) > 1 {
                        sched::semrelease(p, (r!(b) + 8) as *const AtomicU32, false);
                    }
                    if sched::notify_wait(p, g, l, t, pc, fp) == Wait::Parked {
                        park!();
                    }
                }
                Op::Signal => sched::notify_one(p, r!(a) as *const sched::NotifyList),
                Op::Broadcast => sched::notify_all(p, r!(a) as *const sched::NotifyList),
                Op::Rand => r!(a) = choice::bits(p, choice::Choice::Rand) >> 48,
                Op::Exit => return Outcome::Exit(r!(a) as i32),
            }
        }
    }
}
