//! What happens outside the handlers: the loop around the dispatchers, collections, stack growth, switching.

use crate::chan;
use crate::sched;
use crate::sched::Event;
use crate::sched::G;
use crate::sched::Grown;
use crate::sched::Outcome;
use crate::sched::P;
use crate::sched::Runnable;
use crate::sched::Timer;
use crate::sched::TimerKind;
use crate::sched::choice;
use crate::value::Iface;
use crate::value::Trap;
use crate::vm::Cx;
use crate::vm::Vm;
use crate::vm::code::LEN;
use crate::vm::dispatch;
use crate::vm::dispatch::Cold;
use crate::vm::dispatch::Flow;
use crate::vm::fault;
use crate::vm::ops;
use crate::vm::unwind;
use std::ptr::null_mut;

/// What the loop does next.
pub(crate) enum Next {
    /// Go on with the state in the Cx.
    Go,
    /// Leave to the scheduler.
    Leave(Outcome),
}

impl Runnable for Vm {
    unsafe fn run(&self, p: *mut P, g: *mut G) -> Outcome {
        let cx = (*p).ext as *mut Cx;
        P::enter(p, g);
        load(cx, g);
        (*cx).budget = (*p).budget;
        let outcome = loop {
            let flow = if self.threaded {
                dispatch::run_threaded(cx)
            } else {
                dispatch::run_match(cx)
            };
            match self.handle(cx, flow) {
                Next::Go => {}
                Next::Leave(o) => break o,
            }
        };
        (*p).budget = (*cx).budget;
        outcome
    }

    unsafe fn start_worker(&self, p: *mut P) {
        if !(*p).ext.is_null() {
            return;
        }
        let cache = match self.heap.new_cache() {
            Ok(c) => c,
            Err(e) => panic!("no memory for a worker's allocation cache: {e}"),
        };
        let cx = Box::new(Cx {
            table: dispatch::table(),
            p,
            funcs: self.funcs.start(),
            g: null_mut(),
            globals: self.globals.start().cast(),
            vm: self,
            heap: &*self.heap,
            pc: std::ptr::null(),
            fp: null_mut(),
            budget: 0,
            trap: None,
            fault_addr: 0,
            panic: Iface::NIL,
            fatal: None,
            exit: 0,
            notes: self.notes.as_ref().map_or(std::ptr::null(), |n| n),
            cache,
        });
        (*p).ext = Box::into_raw(cx).cast();
    }

    unsafe fn fire(&self, p: *mut P, t: *mut Timer, now: i64) {
        match (*t).kind {
            TimerKind::Func => {
                let g = self.new_goroutine(p, (*t).target as *const u64);
                if !g.is_null() {
                    (*g).parent = 0;
                    sched::spawn(p, g);
                }
            }
            TimerKind::Chan => {
                let mut value = [0u64; 8];
                if let Some(f) = self.timer_value {
                    f(self, p, t, now, &mut value);
                }
                chan::timer_send(p, t, value.as_ptr());
            }
            TimerKind::Sleep => {}
        }
    }

    unsafe fn trace(&self, p: *mut P, event: Event) {
        self.tell(p, event);
    }

    unsafe fn stuck(&self, _: *mut P) -> bool {
        self.end_deadlock()
    }

    fn charge(&self, bytes: isize) -> bool {
        if bytes < 0 {
            self.heap.uncharge(bytes.unsigned_abs());
            return true;
        }
        // A collection may be asked for; stacks are not refused for that, only for want of memory.
        match self.heap.charge(bytes as usize) {
            Ok(()) => true,
            Err(_) => {
                self.heap.request_gc();
                false
            }
        }
    }
}

/// Takes the goroutine's state.
#[inline(always)]
pub(crate) unsafe fn load(cx: *mut Cx, g: *mut G) {
    (*cx).g = g;
    (*cx).pc = (*g).pc;
    (*cx).fp = (*g).fp;
}

/// Saves the running goroutine's state where the scheduler and the collector find it.
#[inline(always)]
pub(crate) unsafe fn save(cx: *mut Cx) {
    let g = (*cx).g;
    (*g).pc = (*cx).pc;
    (*g).fp = (*cx).fp;
}

impl Vm {
    #[inline(always)]
    unsafe fn handle(&self, cx: *mut Cx, flow: Flow) -> Next {
        if flow >= dispatch::CODES {
            return self.run_cold(cx, flow);
        }
        self.handle_code(cx, flow)
    }

    #[inline(never)]
    unsafe fn run_cold(&self, cx: *mut Cx, flow: Flow) -> Next {
        let at = (*cx).pc;
        (*cx).pc = at.add(LEN[self.code.op(at) as usize] as usize);
        // SAFETY: flows above the codes are addresses of `Cold` functions.
        let f: Cold = std::mem::transmute(flow as usize);
        let flow = f(cx, at);
        if flow == dispatch::COLLECT || flow == dispatch::STEP {
            (*cx).pc = at;
        }
        self.handle_code(cx, flow)
    }

    #[inline(never)]
    unsafe fn handle_code(&self, cx: *mut Cx, flow: Flow) -> Next {
        match flow {
            dispatch::NEXT | dispatch::RELOAD => Next::Go,
            dispatch::TICK | dispatch::STEP => self.tick(cx),
            dispatch::STACK => self.more_stack(cx),
            dispatch::FAULT => {
                let t = fault::explain(cx);
                (*cx).fault_addr = fault::address(cx);
                let at = (*cx).pc;
                (*cx).pc = at.add(LEN[self.code.op(at) as usize] as usize);
                unwind::raise(self, cx, t)
            }
            dispatch::TRAP => {
                let t = (*cx).trap.take().unwrap_or(Trap::NilDeref);
                unwind::raise(self, cx, t)
            }
            dispatch::PANIC => unwind::panic(self, cx, (*cx).panic),
            dispatch::COLLECT => self.collect(cx),
            dispatch::IDLE => Next::Leave(Outcome::Parked),
            dispatch::PARKED => {
                let p = (*cx).p;
                let g = sched::tick(p, null_mut());
                self.resume(cx, g)
            }
            dispatch::EXIT => {
                save(cx);
                Next::Leave(Outcome::Exit((*cx).exit))
            }
            dispatch::FATAL => {
                let text = (*cx).fatal.take().unwrap_or_default();
                self.fatal(cx, text)
            }
            dispatch::YIELD => {
                save(cx);
                if let Some(next) = self.asked(cx) {
                    return next;
                }
                (*cx).budget -= sched::PER_SWITCH;
                let g = sched::yield_now((*cx).p, (*cx).g);
                if g.is_null() {
                    // Thieves took all there was, this one among them.
                    return Next::Leave(Outcome::Parked);
                }
                P::enter((*cx).p, g);
                load(cx, g);
                Next::Go
            }
            dispatch::GOEXIT => unwind::goexit(self, cx),
            dispatch::INTERRUPTED => self.interrupted(cx),
            dispatch::PANIC_RETURN => unwind::panic_return(self, cx),
            dispatch::FATAL_RETURN => unwind::fatal_return(self, cx),
            other => unreachable!("unknown flow {other}"),
        }
    }

    /// A fatal error.
    pub(crate) unsafe fn fatal(&self, cx: *mut Cx, text: Box<str>) -> Next {
        if self.live.is_some() {
            return self.fatal_live(cx, &text);
        }
        save(cx);
        Next::Leave(Outcome::Fatal(text))
    }

    /// A goroutine's stack has become too large.
    pub(crate) unsafe fn overflow(&self, cx: *mut Cx) -> Next {
        if self.live.is_none() {
            self.write_stderr(b"runtime: goroutine stack exceeds 1000000000-byte limit\n");
        }
        self.fatal(cx, "stack overflow".into())
    }

    /// Goes on with what the scheduler gave.
    unsafe fn resume(&self, cx: *mut Cx, g: *mut G) -> Next {
        if g.is_null() {
            return Next::Leave(Outcome::Parked);
        }
        P::enter((*cx).p, g);
        load(cx, g);
        (*cx).budget = choice::budget((*cx).p);
        Next::Go
    }

    /// The budget is used up.
    #[cold]
    unsafe fn tick(&self, cx: *mut Cx) -> Next {
        save(cx);
        if self.heap.gc_requested() {
            self.collect(cx);
        }
        if let Some(next) = self.asked(cx) {
            return next;
        }
        let g = sched::tick((*cx).p, (*cx).g);
        self.resume(cx, g)
    }

    /// A call at `cx.pc` needs more stack, or the scheduler has zeroed the limit to be called.
    #[cold]
    unsafe fn more_stack(&self, cx: *mut Cx) -> Next {
        let (p, g) = ((*cx).p, (*cx).g);
        let need = ops::needed(cx, (*cx).pc) + 8;
        let left = ((*g).stack_end() as usize).wrapping_sub((*cx).fp as usize) / 8;
        if need > left {
            return match sched::grow_stack(p, g, (*cx).fp, need) {
                Grown::To(fp) => {
                    (*cx).fp = fp;
                    Next::Go
                }
                Grown::Overflow => self.overflow(cx),
                Grown::OutOfMemory => self.fatal(cx, "runtime: out of memory".into()),
            };
        }
        self.tick(cx)
    }
}
