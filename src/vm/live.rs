//! A machine whose program grows while it runs: what a prompt runs on.
//!
//! [`Live::start`] runs package initialization and leaves the workers running in the background. [`Live::extend`] adds code,
//! types and constants, [`Live::eval`] runs a function on a goroutine of its own, the *evaluation*, and waits for its end. One
//! evaluation runs at a time; goroutines it starts go on after it. A panic, a fatal error or a deadlock ends the goroutine
//! it happens to and nothing else.

use crate::bytecode::Extension;
use crate::bytecode::FuncId;
use crate::bytecode::Program;
use crate::vm::SetUpError;
use crate::vm::Vm;
use crate::vm::VmConfig;
use crate::vm::native::NativeFn;
use std::sync::Arc;

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
}

/// Ends the running evaluation, from any thread.
#[derive(Clone)]
pub struct Interrupter {
    vm: Arc<Vm>,
}

impl Live {
    /// Sets the machine up and runs the program's entry, which is package initialization without main. `config.live` is set
    /// by this function.
    pub fn start(
        program: Program,
        natives: &'static NativeFinder,
        mut config: VmConfig,
    ) -> Result<(Live, Ended), SetUpError> {
        config.live = true;
        let entry = program.entry;
        let vm: Arc<Vm> = Vm::new(program, &natives, config)?.into();
        let live = Live { vm };
        let ended = live.eval(entry);
        Ok((live, ended))
    }

    /// Adds to the program. Running goroutines stop for some microseconds.
    pub fn extend(&self, e: Extension) -> Result<(), SetUpError> {
        self.vm.extend(e)
    }

    /// Runs a function without parameters and results on a goroutine of its own and waits for its end.
    pub fn eval(&self, entry: FuncId) -> Ended {
        self.vm.evaluate(entry)
    }

    /// What ends the running evaluation.
    pub fn interrupter(&self) -> Interrupter {
        Interrupter {
            vm: self.vm.clone(),
        }
    }

    /// All goroutines, by number.
    pub fn goroutines(&self) -> Vec<GoroutineInfo> {
        self.vm.list_goroutines()
    }

    /// All channels that can be reached, by address.
    pub fn channels(&self) -> Vec<ChanInfo> {
        self.vm.list_channels()
    }

    /// The machine.
    pub fn vm(&self) -> &Vm {
        &self.vm
    }
}

impl Interrupter {
    /// Ends the running evaluation within 50 ms: its deferred functions run as for runtime.Goexit. A second call while they
    /// run cuts them off, too. Without an evaluation nothing happens.
    pub fn interrupt(&self) {
        self.vm.interrupt_evaluation();
    }
}

impl Vm {
    fn extend(&self, _: Extension) -> Result<(), SetUpError> {
        Err(SetUpError::Invalid("a machine that does not grow".into()))
    }

    fn evaluate(&self, _: FuncId) -> Ended {
        Ended::Fatal("a machine that does not evaluate".into())
    }

    fn interrupt_evaluation(&self) {}

    fn list_goroutines(&self) -> Vec<GoroutineInfo> {
        Vec::new()
    }

    fn list_channels(&self) -> Vec<ChanInfo> {
        Vec::new()
    }
}
