//! Evaluations of a live machine: how one begins, ends, and is ended although it runs or waits.
//!
//! The evaluation's goroutine carries `G_VM`. It goes through the stages of [`Stage`]; who asks for its end only says so and,
//! with the world stopped, takes it out of whatever it waits for, so that it goes on at [`Code::interrupted`]. Unwinding is the
//! goroutine's own work: at its next tick if it was running, at once if it was waiting. `Now` is locked for moments only,
//! and never while the world is being stopped.
//!
//! [`Code::interrupted`]: crate::vm::code::Code::interrupted

use crate::bytecode::FuncId;
use crate::bytecode::Instr;
use crate::chan;
use crate::chan::HChan;
use crate::sched;
use crate::sched::G;
use crate::sched::G_SELECTING;
use crate::sched::G_VM;
use crate::sched::MUTEX_WAITER;
use crate::sched::WaitReason;
use crate::vm::Cx;
use crate::vm::Vm;
use crate::vm::live::Ended;
use crate::vm::live::NativeFinder;
use crate::vm::run::Next;
use crate::vm::run::save;
use crate::vm::unwind;
use parking_lot::Condvar;
use parking_lot::Mutex;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicI32;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::Ordering::SeqCst;
use std::time::Duration;
use std::time::Instant;

/// In library code an evaluation is not interrupted before it has been in it for so long: it may be between two steps that belong
/// together.
const GRACE: Duration = Duration::from_millis(20);
/// sync.RWMutex counts readers down by this while a writer wants the lock.
const MAX_READERS: i32 = 1 << 30;

/// How far the end of an evaluation has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Stage {
    /// Nobody has asked.
    #[default]
    Running,
    /// It has been asked for.
    Asked,
    /// Its deferred calls run.
    Ending,
    /// They are not to go on.
    Cut,
}

/// The evaluation there is, or the last one's end.
#[derive(Default)]
struct Now {
    /// Its goroutine, 0 for none.
    g: usize,
    stage: Stage,
    asked_at: Option<Instant>,
    /// Why it is being ended.
    why: Option<Ended>,
    ended: Option<Ended>,
    /// The wait in package sync that it has just come back from was cut short.
    wait_cut: bool,
    /// The machine has ended with this status.
    over: Option<i32>,
}

/// What a live machine has besides.
pub(crate) struct Evaluations {
    /// Finds natives for what is added.
    pub finder: &'static NativeFinder,
    /// One at a time.
    turn: Mutex<()>,
    now: Mutex<Now>,
    changed: Condvar,
    /// Its end has been asked for: to be looked at when it ticks.
    asked: AtomicBool,
}

impl Evaluations {
    pub fn new(finder: &'static NativeFinder) -> Evaluations {
        Evaluations {
            finder,
            turn: Mutex::default(),
            now: Mutex::default(),
            changed: Condvar::new(),
            asked: AtomicBool::new(false),
        }
    }

    /// The machine has ended. True: no evaluation was running that could tell.
    pub fn over(&self, code: i32) -> bool {
        let mut now = self.now.lock();
        now.over = Some(code);
        self.changed.notify_all();
        now.g == 0
    }

    fn end(&self, how: Ended) {
        let mut now = self.now.lock();
        let how = match (now.why.take(), how) {
            // A panic while it was being interrupted is what is reported.
            (Some(Ended::Interrupted), Ended::Panicked(text)) => Ended::Panicked(text),
            (Some(why), _) => why,
            (None, how) => how,
        };
        now.g = 0;
        now.ended = Some(how);
        self.asked.store(false, SeqCst);
        self.changed.notify_all();
    }
}

impl Vm {
    /// Runs a function on a goroutine of its own and waits.
    pub(crate) fn evaluate(&self, entry: FuncId) -> Ended {
        let Some(e) = &self.live else {
            return Ended::Exit(0);
        };
        let _turn = e.turn.lock();
        if let Some(code) = e.now.lock().over {
            return Ended::Exit(code);
        }
        self.sched.stop_outside();
        // SAFETY: the world is stopped, so this thread has all workers' parts to itself.
        unsafe {
            let p = self.sched.first_p();
            let cur = std::mem::replace(&mut (*p).cur, std::ptr::null_mut());
            let g = self.new_goroutine(p, self.static_closure(entry) as *const u64);
            (*p).cur = cur;
            if g.is_null() {
                self.sched.start_outside();
                return Ended::Fatal("fatal error: runtime: out of memory\n".into());
            }
            (*g).flags |= G_VM;
            let mut now = e.now.lock();
            *now = Now {
                g: g as usize,
                over: now.over,
                ..Now::default()
            };
            drop(now);
            self.sched.ready_first(g);
        }
        self.sched.start_outside();
        let mut now = e.now.lock();
        loop {
            if let Some(ended) = now.ended.take() {
                return ended;
            }
            if let Some(code) = now.over {
                return Ended::Exit(code);
            }
            e.changed.wait(&mut now);
        }
    }

    /// Asks for the end of the evaluation; see [`Interrupter`](crate::vm::live::Interrupter).
    pub(crate) fn interrupt_evaluation(&self) {
        let Some(e) = &self.live else { return };
        {
            let mut now = e.now.lock();
            if now.g == 0 || now.over.is_some() {
                return;
            }
            match now.stage {
                Stage::Running => {
                    now.stage = Stage::Asked;
                    now.asked_at = Some(Instant::now());
                    now.why = Some(Ended::Interrupted);
                }
                Stage::Asked | Stage::Cut => {}
                Stage::Ending => now.stage = Stage::Cut,
            }
            e.asked.store(true, SeqCst);
        }
        // Seldom more than once: then somebody is about to wake it.
        for _ in 0..40 {
            self.sched.stop_outside();
            // SAFETY: the world is stopped.
            let settled = unsafe { self.rouse_evaluation() };
            self.sched.start_outside();
            self.sched.nudge();
            if settled {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// If the evaluation waits, lets it go on to its end. False: it cannot be had now. With the world stopped.
    unsafe fn rouse_evaluation(&self) -> bool {
        let Some(e) = &self.live else { return true };
        let mut now = e.now.lock();
        if now.g == 0 || !matches!(now.stage, Stage::Asked | Stage::Cut) {
            return true;
        }
        let g = now.g as *mut G;
        if matches!((*g).reason, WaitReason::Runnable | WaitReason::Running) {
            return true;
        }
        self.end_wait(g, &mut now)
    }

    /// Takes a waiting goroutine out of its queue and makes it ready to end.
    unsafe fn end_wait(&self, g: *mut G, now: &mut Now) -> bool {
        let Some(left) = self.leave_queue(g) else {
            return false;
        };
        if left == Left::GoesOn && now.stage != Stage::Cut {
            now.wait_cut = true;
        } else {
            unwind::set_interrupted(self, g);
        }
        if now.stage == Stage::Asked {
            now.stage = Stage::Ending;
        }
        self.sched.ready_first(g);
        true
    }

    /// Takes a waiting goroutine out of everything it is queued for. None: somebody is about to wake it.
    unsafe fn leave_queue(&self, g: *mut G) -> Option<Left> {
        let s = &*self.sched;
        let p = s.first_p();
        let fp = (*g).fp;
        // SAFETY: registers of a parked goroutine.
        let ch = |r: u16| unsafe { *fp.add(r as usize) as *mut HChan };
        match (*g).reason {
            WaitReason::ChanReceive
            | WaitReason::ChanSend
            | WaitReason::Select
            | WaitReason::DurableChanReceive
            | WaitReason::DurableChanSend
            | WaitReason::DurableSelect => match self.parked_at(g)? {
                Instr::Send { ch: c, .. } => chan::leave(p, ch(c.0), &raw mut (*g).waiter, true),
                Instr::Recv { ch: c, .. } | Instr::Recv2 { ch: c, .. } => {
                    chan::leave(p, ch(c.0), &raw mut (*g).waiter, false)
                }
                Instr::Select { t, .. } => {
                    for (k, c) in self.selects[t.index()].0.iter().enumerate() {
                        chan::leave(p, ch(c.ch), (*g).sel.add(k), c.send);
                    }
                }
                _ => return None,
            },
            WaitReason::ChanReceiveNilChan
            | WaitReason::ChanSendNilChan
            | WaitReason::SelectNoCases => {}
            WaitReason::Sleep => return sched::leave_sleep(s, g).then_some(Left::Ends),
            WaitReason::IoWait | WaitReason::Syscall => {
                return sched::leave_job(s, g).then_some(Left::Ends);
            }
            WaitReason::Semacquire => {
                let addr = sched::sema_of(s, g)?;
                sched::leave_sema(s, g, addr);
            }
            WaitReason::SyncMutexLock => {
                let addr = sched::sema_of(s, g)?;
                let state = AtomicU32::from_ptr((addr - 4) as *mut u32);
                if state.load(SeqCst) < MUTEX_WAITER {
                    return None; // it has been counted off: the lock is on its way
                }
                state.fetch_sub(MUTEX_WAITER, SeqCst);
                sched::leave_sema(s, g, addr);
            }
            WaitReason::SyncRWMutexRLock => {
                let addr = sched::sema_of(s, g)?;
                let readers = AtomicI32::from_ptr((addr + 4) as *mut i32);
                if readers.load(SeqCst) >= 0 {
                    return None;
                }
                readers.fetch_sub(1, SeqCst);
                sched::leave_sema(s, g, addr);
            }
            WaitReason::SyncRWMutexLock => {
                let addr = sched::sema_of(s, g)?;
                let readers = AtomicI32::from_ptr((addr + 8) as *mut i32);
                let leaving = AtomicI32::from_ptr((addr + 12) as *mut i32);
                if leaving.load(SeqCst) <= 0 {
                    return None;
                }
                let reading = leaving.swap(0, SeqCst);
                let all = readers.fetch_add(MAX_READERS, SeqCst) + MAX_READERS;
                sched::leave_sema(s, g, addr);
                for _ in reading..all {
                    sched::release_outside(s, addr + 4);
                }
                return Some(Left::GoesOn);
            }
            WaitReason::SyncWaitGroupWait | WaitReason::DurableWaitGroupWait => {
                let addr = sched::sema_of(s, g)?;
                let state = AtomicU64::from_ptr((addr - 8) as *mut u64);
                if state.load(SeqCst) as u32 == 0 {
                    return None;
                }
                state.fetch_sub(1, SeqCst);
                sched::leave_sema(s, g, addr);
            }
            WaitReason::SyncCondWait => {
                let addr = sched::sema_of(s, g)?;
                return sched::leave_notify(s, g, addr).then_some(Left::GoesOn);
            }
            WaitReason::Coroutine
            | WaitReason::SynctestRun
            | WaitReason::SynctestWait
            | WaitReason::Dead
            | WaitReason::Runnable
            | WaitReason::Running => return None,
        }
        (*g).flags &= !G_SELECTING;
        Some(Left::Ends)
    }

    /// Whether the wait that the running goroutine has come back from was cut short, so that it has to undo what it announced
    /// and end.
    pub fn wait_was_cut(&self, g: *mut G) -> bool {
        let Some(e) = &self.live else { return false };
        let mut now = e.now.lock();
        now.g == g as usize && std::mem::take(&mut now.wait_cut)
    }

    /// At a tick of the running goroutine, with its state saved: what is to be done if its end has been asked for.
    #[inline]
    pub(crate) unsafe fn asked(&self, cx: *mut Cx) -> Option<Next> {
        let e = self.live.as_ref()?;
        if !e.asked.load(Relaxed) || (*(*cx).g).flags & G_VM == 0 {
            return None;
        }
        let mut now = e.now.lock();
        match now.stage {
            Stage::Asked => {
                if self.in_library(cx, now.asked_at) {
                    return None;
                }
                now.stage = Stage::Ending;
                e.asked.store(false, SeqCst);
                drop(now);
                Some(unwind::goexit(self, cx))
            }
            Stage::Cut => {
                drop(now);
                Some(unwind::end_running(self, cx, Ended::Done))
            }
            Stage::Running | Stage::Ending => {
                e.asked.store(false, SeqCst);
                None
            }
        }
    }

    /// Whether the goroutine is in library code that should come to an end first.
    unsafe fn in_library(&self, cx: *mut Cx, asked_at: Option<Instant>) -> bool {
        let Some((f, _)) = self.code.find((*cx).pc) else {
            return false;
        };
        let f = &self.program.funcs[f.index()];
        f.library
            && (f.name.starts_with("sync.") || asked_at.is_some_and(|at| at.elapsed() < GRACE))
    }

    /// A goroutine that was to be ended while it waited has become the running one.
    pub(crate) unsafe fn interrupted(&self, cx: *mut Cx) -> Next {
        self.steps.forget((*cx).g as usize);
        (*cx).pc = unwind::take_interrupted((*cx).g);
        let cut = self.live.as_ref().is_some_and(|e| {
            e.asked.store(false, SeqCst);
            e.now.lock().stage == Stage::Cut
        });
        if cut {
            return unwind::end_running(self, cx, Ended::Done);
        }
        unwind::goexit(self, cx)
    }

    /// Everything sleeps: if there is an evaluation, this is its end.
    pub(crate) unsafe fn end_deadlock(&self) -> bool {
        let Some(e) = &self.live else { return false };
        let mut now = e.now.lock();
        let g = now.g as *mut G;
        if g.is_null() || matches!((*g).reason, WaitReason::Runnable | WaitReason::Running) {
            return false;
        }
        match now.stage {
            Stage::Running | Stage::Asked => {
                if now.stage == Stage::Running {
                    let report = self.deadlock_report(g);
                    now.why = Some(Ended::Deadlock(report));
                }
                now.stage = Stage::Asked;
            }
            // Its deferred calls wait for ever.
            Stage::Ending | Stage::Cut => now.stage = Stage::Cut,
        }
        self.end_wait(g, &mut now)
    }

    /// The running goroutine ends.
    pub(crate) unsafe fn goroutine_ends(&self, g: *mut G, how: Ended) {
        if let Some(e) = &self.live
            && (*g).flags & G_VM != 0
        {
            e.end(how);
        }
    }

    /// A panic that nobody recovered has ended the running goroutine, with this report.
    pub(crate) unsafe fn panicked(&self, cx: *mut Cx, report: String) -> Next {
        if (*(*cx).g).flags & G_VM == 0 {
            self.tell_report(&report);
        }
        unwind::end_running(self, cx, Ended::Panicked(report))
    }

    /// A fatal error of the running goroutine: ends it, as well as can be.
    pub(crate) unsafe fn fatal_live(&self, cx: *mut Cx, text: &str) -> Next {
        save(cx);
        let g = (*cx).g;
        if unwind::is_fatal(g) {
            return unwind::end_running(self, cx, Ended::Done);
        }
        let mut out = Vec::new();
        if text == "stack overflow" {
            out.extend_from_slice(b"runtime: goroutine stack exceeds 1000000000-byte limit\n");
        }
        out.extend_from_slice(format!("fatal error: {text}\n\n").as_bytes());
        self.write_goroutine(&mut out, g, true);
        out.extend_from_slice(self.explanation(text, g).as_bytes());
        let report = String::from_utf8_lossy(&out).into_owned();
        match &self.live {
            Some(e) if (*g).flags & G_VM != 0 => {
                let mut now = e.now.lock();
                now.why = Some(Ended::Fatal(report));
                now.stage = Stage::Ending;
            }
            _ => self.tell_report(&report),
        }
        unwind::goexit_fatal(self, cx)
    }

    fn tell_report(&self, report: &str) {
        match &self.host.report {
            Some(f) => f(report),
            None => self.write_stderr(report.as_bytes()),
        }
    }
}

/// How a goroutine goes on that has left a queue.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    /// It ends.
    Ends,
    /// Behind the call: the library's code has something to undo first, see [`Vm::wait_was_cut`].
    GoesOn,
}
