//! A machine whose program grows while it runs: what a prompt runs on.
//!
//! [`Live::start`] runs package initialization and leaves the workers running in the background. [`Live::extend`] adds code,
//! types and constants, [`Live::eval`] runs a function on a goroutine of its own, the *evaluation*, and waits for its end. One
//! evaluation runs at a time; goroutines it starts go on after it. A panic, a fatal error or a deadlock ends the goroutine
//! it happens to and nothing else.

use crate::bytecode::Extension;
use crate::bytecode::FuncId;
use crate::bytecode::Program;
use crate::heap::MapId;
use crate::heap::Trace;
use crate::heap::TraceKind;
use crate::sched::End;
use crate::vm::Cx;
use crate::vm::SetUpError;
use crate::vm::Vm;
use crate::vm::VmConfig;
use crate::vm::evaluation::Evaluations;
use crate::vm::native::NativeFn;
use std::sync::Arc;
use std::sync::Weak;
use std::thread::JoinHandle;

/// Finds the bodies of natives by name.
pub type NativeFinder = dyn Fn(&str) -> Option<NativeFn> + Send + Sync;

/// How an evaluation ended. The texts are whole reports, as Go prints them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ended {
    /// The function returned, or called runtime.Goexit.
    Done,
    /// It panicked.
    Panicked(String),
    /// `fatal error: ...`: concurrent map writes, stack overflow, out of memory.
    Fatal(String),
    /// Every goroutine was asleep.
    Deadlock(String),
    /// It was interrupted.
    Interrupted,
    /// os.Exit: the machine is over; every later evaluation ends so at once.
    Exit(i32),
}

/// One goroutine, as [`Live::goroutines`] lists it.
#[derive(Clone, Debug)]
pub struct GoroutineInfo {
    /// Its number.
    pub id: u64,
    /// What it does, in Go's words: `running`, `runnable`, `chan receive`, `select`, `sleep`, ...
    pub state: &'static str,
    /// Seconds it has waited, if it waits.
    pub waited: Option<u64>,
    /// The function it is in, the innermost that is no library function if there is one.
    pub func: String,
    /// That function's file...
    pub file: String,
    /// ...and the line it is at.
    pub line: u32,
    /// The function that started it, and that goroutine's number.
    pub created_by: Option<(String, u64)>,
    /// The evaluation that is running.
    pub evaluation: bool,
}

/// One channel, as [`Live::channels`] lists it.
#[derive(Clone, Debug)]
pub struct ChanInfo {
    /// Its address, as `%p` prints it.
    pub address: u64,
    /// The element type.
    pub elem: String,
    /// Elements in the buffer.
    pub len: usize,
    /// Size of the buffer.
    pub cap: usize,
    /// Whether it has been closed.
    pub closed: bool,
    /// Goroutines that wait to receive, longest first.
    pub receivers: Vec<u64>,
    /// Goroutines that wait to send, longest first.
    pub senders: Vec<u64>,
}

/// A running machine.
pub struct Live {
    vm: Arc<Vm>,
    worker: Option<JoinHandle<()>>,
}

/// Ends the running evaluation, from any thread.
#[derive(Clone)]
pub struct Interrupter {
    vm: Weak<Vm>,
}

impl Live {
    /// Sets the machine up and runs the program's entry, which is package initialization without main; the second part of the
    /// answer is how that ended. `config.live` is set by this function.
    pub fn start(
        program: Program,
        natives: &'static NativeFinder,
        mut config: VmConfig,
    ) -> Result<(Live, Ended), SetUpError> {
        config.live = true;
        let entry = program.entry;
        let mut vm = Vm::new(program, &natives, config)?;
        vm.live = Some(Evaluations::new(natives));
        vm.chan_map = vm.heap.register_kind(TraceKind {
            name: "channel",
            trace: Trace::Map(MapId::ALL),
            drop: None,
        });
        let vm: Arc<Vm> = vm.into();
        let (begun, wait) = crossbeam_channel::bounded(1);
        let own = vm.clone();
        let worker = std::thread::Builder::new()
            .name("worker 0".into())
            .stack_size(1 << 20)
            .spawn(move || own.serve(begun))
            .map_err(SetUpError::Heap)?;
        // The other end goes only after it has spoken.
        let _ = wait.recv();
        let live = Live {
            vm,
            worker: Some(worker),
        };
        let ended = live.eval(entry);
        Ok((live, ended))
    }

    /// Adds to the program: all of it or, with an error, nothing. Running goroutines stop for that moment.
    pub fn extend(&self, e: Extension) -> Result<(), SetUpError> {
        let Some(evaluations) = &self.vm.live else {
            return Err(SetUpError::Full);
        };
        self.vm.sched.stop_outside();
        let done = self.vm.append(e, &evaluations.finder);
        self.vm.sched.start_outside();
        done
    }

    /// Runs a function without parameters and results on a goroutine of its own and waits for its end.
    pub fn eval(&self, entry: FuncId) -> Ended {
        self.vm.evaluate(entry)
    }

    /// What ends the running evaluation.
    pub fn interrupter(&self) -> Interrupter {
        Interrupter {
            vm: Arc::downgrade(&self.vm),
        }
    }

    /// All goroutines, by number.
    pub fn goroutines(&self) -> Vec<GoroutineInfo> {
        self.vm.list_goroutines()
    }

    /// All channels that can be reached, by address; those of package time's timers are left out.
    pub fn channels(&self) -> Vec<ChanInfo> {
        self.vm.list_channels()
    }

    /// The machine.
    pub fn vm(&self) -> &Vm {
        &self.vm
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.vm.sched.request_end(0);
        if let Some(w) = self.worker.take() {
            // A panic of the worker has been reported where it happened.
            let _ = w.join();
        }
    }
}

impl Interrupter {
    /// Ends the running evaluation within 50 ms: its deferred functions run as for runtime.Goexit. Another call while they
    /// run cuts them off, too. Without an evaluation nothing happens. Not to be called from a signal handler itself.
    pub fn interrupt(&self) {
        if let Some(vm) = self.vm.upgrade() {
            vm.interrupt_evaluation();
        }
    }
}

impl Vm {
    /// The life of worker 0 in a live machine.
    fn serve(&self, begun: crossbeam_channel::Sender<()>) {
        // SAFETY: `Live::start` calls this once, and nothing else runs the instance.
        let end = unsafe {
            self.sched.serve(self, || {
                // The other end waits for this.
                let _ = begun.send(());
            })
        };
        let code = match end {
            End::Exit(code) => code & 0xFF,
            // Asked for by whoever drops the machine.
            End::Requested(_) => 0,
            End::Fatal(..) | End::Deadlock => 2,
        };
        let asked = matches!(end, End::Requested(_));
        let alone = self.live.as_ref().is_none_or(|e| e.over(code));
        if alone
            && !asked
            && let Some(f) = &self.host.exited
        {
            f(code);
        }
    }
}

impl Drop for Vm {
    fn drop(&mut self) {
        if self.live.is_none() {
            // The process is about to end with the program.
            return;
        }
        for &p in self.sched.workers() {
            // SAFETY: no worker runs any more; each made its context itself.
            unsafe {
                let cx = std::mem::replace(&mut (*p).ext, std::ptr::null_mut());
                if !cx.is_null() {
                    drop(Box::from_raw(cx.cast::<Cx>()));
                }
            }
        }
    }
}
