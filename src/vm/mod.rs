//! The virtual machine: runs a `Program` on the heap, values, channels and scheduler below it.
//!
//! A [`Vm`] is shared by all workers and immutable but for inline caches. Each worker has a [`Cx`]: its P, its allocation cache,
//! and the place where the running goroutine's state is put whenever control leaves the instruction handlers. Inside the
//! handlers pc, fp and budget are in machine registers.
//!
//! The host stack never nests with guest calls: a handler that cannot finish answers a [`flow`](dispatch::Flow) code, and
//! [`run`] does the rest: collect, grow the stack, unwind, switch goroutines.

mod code;
mod collect;
mod dispatch;
mod evaluation;
mod fault;
mod fuse;
pub mod libm;
mod listing;
pub mod live;
mod locknotes;
pub mod native;
mod ops;
pub mod posix;
pub mod process;
pub mod program;
mod run;
pub mod signal;
pub mod spawn;
mod steps;
pub mod stuck;
mod trace;
mod traceback;
mod unwind;
pub mod watch;
pub mod words;

#[cfg(test)]
mod tests;

use crate::bytecode::FuncId;
use crate::bytecode::Program;
use crate::bytecode::TypeId;
use crate::chan::Case;
use crate::heap::AllocCache;
use crate::heap::Heap;
use crate::heap::HeapConfig;
use crate::heap::MapId;
use crate::heap::Table;
use crate::sched::End;
use crate::sched::G;
use crate::sched::P;
use crate::sched::Sched;
use crate::sched::SchedConfig;
use crate::sched::Timer;
use crate::value::Composites;
use crate::value::Iface;
use crate::value::Trap;
use crate::value::TypeTable;
use crate::value::TypeWords;
use code::Code;
use evaluation::Evaluations;
use locknotes::LockNotes;
use native::NativeFn;
use program::FuncEntry;
use program::Loaded;
use program::Room;
use std::any::Any;
use std::sync::Arc;
use stuck::Stuck;
use traceback::Traceback;
use watch::Watches;

pub use traceback::FrameInfo;
pub use traceback::TracebackLevel;
pub use unwind::Panic;

/// The signal that asks for all goroutines' stacks.
const SIGQUIT: i32 = 3;

/// Slots below a frame's register 0.
pub const FRAME_HEADER: usize = 3;

/// What the program sees of its host.
#[derive(Default)]
pub struct Host {
    /// os.Args.
    pub args: Vec<String>,
    /// The program is a test: what testing.Testing answers.
    pub testing: bool,
    /// What a panic prints at first.
    pub traceback: TracebackLevel,
    /// Whatever the natives keep per instance; see [`NativeCx::host`](native::NativeCx::host).
    pub state: Option<Box<dyn Any + Send + Sync>>,
    /// Takes what the program writes to descriptor 1, instead of the descriptor.
    pub stdout: Option<OutputHook>,
    /// The same for descriptor 2: print, println, os.Stderr.
    pub stderr: Option<OutputHook>,
    /// Takes the reports of panics and fatal errors of goroutines that are no evaluation (see [`live`]).
    pub report: Option<Box<dyn Fn(&str) + Send + Sync>>,
    /// Told when the program calls os.Exit while no evaluation runs.
    pub exited: Option<Box<dyn Fn(i32) + Send + Sync>>,
}

/// Takes what the program writes. Called on a worker's thread; should not block for long.
pub type OutputHook = Box<dyn Fn(&[u8]) + Send + Sync>;

/// Which of the two dispatchers runs the instructions.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Dispatch {
    /// Threaded where it works, else matching. The variable GOLITE_DISPATCH (`match`, `threaded`) has a say.
    #[default]
    Auto,
    /// A `loop { match }`.
    Match,
    /// Each instruction's handler calls the next one's as its last act.
    Threaded,
}

/// How a machine is set up.
#[derive(Default)]
pub struct VmConfig {
    /// The heap.
    pub heap: HeapConfig,
    /// Workers and seed.
    pub procs: usize,
    /// `--seed`.
    pub seed: Option<u64>,
    /// `--trace`: tell on standard error what happens to goroutines.
    pub trace: bool,
    /// Which dispatcher.
    pub dispatch: Dispatch,
    /// What the program sees of the host.
    pub host: Host,
    /// Writes what a timer's channel carries (a time.Time in slot format) at `now`. Set by the natives of package time.
    pub timer_value: Option<TimerValue>,
    /// The program grows while it runs: see [`live`].
    pub live: bool,
    /// Who says more about a failure than Go does.
    pub explainer: Option<Box<dyn Explainer>>,
}

/// Says more about a failure than Go does, below Go's own report. What it answers goes to standard error.
pub trait Explainer: Send + Sync {
    /// The program ends with a panic or fatal error, of this text, that began here.
    fn failed(&self, text: &str, place: &FrameInfo) -> String;
    /// The program ends because nothing can run.
    fn stuck(&self, stuck: &Stuck) -> String;
}

/// See [`VmConfig::timer_value`]: machine, worker, timer, the timer's clock, where the value's slots go (at most 8).
pub type TimerValue = unsafe fn(&Vm, *mut P, *mut Timer, i64, &mut [u64; 8]);

/// A machine with its program.
pub struct Vm {
    /// The program. Its code is elsewhere: see `code`.
    pub program: Loaded,
    /// All types.
    pub types: TypeTable,
    /// What package reflect's types point to.
    pub type_words: TypeWords,
    /// Types that reflection makes.
    pub composites: Composites,
    /// The heap.
    pub heap: Arc<Heap>,
    /// The scheduler.
    pub sched: Arc<Sched>,
    /// The host.
    pub host: Host,
    pub(crate) code: Code,
    pub(crate) funcs: Table<FuncEntry>,
    pub(crate) natives: Table<NativeFn>,
    pub(crate) strings: Table<[u64; 2]>,
    /// One word per function: the closure object of functions that capture nothing.
    pub(crate) closures: Table<u64>,
    pub(crate) selects: Table<(Box<[Case]>, bool)>,
    /// Memory of global variables.
    pub(crate) globals: Table<u128>,
    pub(crate) steps: steps::Steps,
    timer_value: Option<TimerValue>,
    threaded: bool,
    /// Where channels are allocated.
    pub(crate) chan_map: MapId,
    /// Set when the machine is live.
    pub(crate) live: Option<Evaluations>,
    explainer: Option<Box<dyn Explainer>>,
    /// Who locked what, in runs that are to be explained.
    pub(crate) notes: Option<LockNotes>,
    /// What panics print, and the goroutine whose panic has ended the program, if the others are to be printed as well.
    pub(crate) traceback: Traceback,
    /// Finalizers, cleanups and weak pointers.
    pub watches: Watches,
}

// SAFETY: what is behind the raw pointers never changes, except globals, which are accessed untearably.
unsafe impl Send for Vm {}
// SAFETY: as above.
unsafe impl Sync for Vm {}

/// A worker's context.
#[repr(C)]
pub struct Cx {
    /// The handlers, by opcode: must come first.
    pub(crate) table: [usize; dispatch::HANDLERS],
    pub(crate) p: *mut P,
    pub(crate) funcs: *const FuncEntry,
    pub(crate) g: *mut G,
    pub(crate) globals: *mut u8,
    pub(crate) vm: *const Vm,
    pub(crate) heap: *const Heap,
    /// State of the running goroutine while control is outside the handlers. `pc` is behind the last instruction, or at
    /// one that is to be repeated.
    pub(crate) pc: *const u64,
    pub(crate) fp: *mut u64,
    pub(crate) budget: i64,
    pub(crate) trap: Option<Trap>,
    /// The address a nil dereference would have touched.
    pub(crate) fault_addr: u64,
    pub(crate) panic: Iface,
    pub(crate) fatal: Option<Box<str>>,
    pub(crate) exit: i32,
    /// The machine's, or null.
    pub(crate) notes: *const LockNotes,
    pub(crate) cache: AllocCache,
}

/// Why a machine could not be made.
#[derive(Debug)]
pub enum SetUpError {
    /// The heap.
    Heap(std::io::Error),
    /// The program calls a native that does not exist.
    NoNative(Box<str>),
    /// The verifier's complaint (debug builds).
    Invalid(String),
    /// The program has grown beyond all bounds.
    Full,
}

impl std::fmt::Display for SetUpError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SetUpError::Heap(e) => write!(f, "cannot set up the heap: {e}"),
            SetUpError::NoNative(n) => write!(f, "the library's {n} has no body"),
            SetUpError::Invalid(e) => write!(f, "invalid bytecode: {e}"),
            SetUpError::Full => f.write_str("the program is too large"),
        }
    }
}

impl std::error::Error for SetUpError {}

impl Vm {
    /// Makes a machine for a program; `natives` finds the bodies of its natives.
    pub fn new(
        mut program: Program,
        natives: &dyn Fn(&str) -> Option<NativeFn>,
        config: VmConfig,
    ) -> Result<Box<Vm>, SetUpError> {
        let heap = Heap::new(config.heap).map_err(SetUpError::Heap)?;
        let sched = Sched::new(SchedConfig {
            procs: config.procs.max(1),
            seed: config.seed,
            trace: config.trace,
            live: config.live,
        });
        let room = Room::of(&program, config.live);
        let typed = program.typed || config.live;
        let types = std::mem::take(&mut program.types);
        let threaded = match config.dispatch {
            Dispatch::Match => false,
            Dispatch::Threaded => dispatch::THREADED,
            Dispatch::Auto => {
                dispatch::THREADED
                    && std::env::var_os("GOLITE_DISPATCH").is_none_or(|v| v != "match")
            }
        };
        let tables = || -> std::io::Result<_> {
            Ok((
                Loaded::new(&room, &program)?,
                Code::new(room.funcs, room.words + 1, room.jump_tables)?,
                Table::new(room.funcs)?,
                Table::new(room.natives)?,
                Table::new(room.strings)?,
                Table::new(room.funcs)?,
                Table::new(room.selects)?,
                Table::new(room.globals)?,
            ))
        };
        let (loaded, code, funcs, bodies, strings, closures, selects, globals) =
            tables().map_err(SetUpError::Heap)?;
        let vm = Box::new(Vm {
            program: loaded,
            types: TypeTable::new(types, room.types, typed, &heap)?,
            type_words: TypeWords::default(),
            composites: Composites::default(),
            heap,
            sched,
            traceback: Traceback::new(config.host.traceback),
            watches: Watches::default(),
            host: config.host,
            code,
            funcs,
            natives: bodies,
            strings,
            closures,
            selects,
            globals,
            steps: steps::Steps::default(),
            timer_value: config.timer_value,
            threaded,
            chan_map: MapId::ALL,
            live: None,
            notes: config.explainer.is_some().then(LockNotes::new),
            explainer: config.explainer,
        });
        vm.append(program::all_of(program), natives)?;
        Ok(vm)
    }

    /// Runs the program to its end and reports what Go would report. Answers the exit status, 0 to 255, or, negative, the
    /// number of a signal that is to end the process.
    pub fn run(&self) -> i32 {
        // SAFETY: nothing of this instance runs yet.
        unsafe {
            let p = self.sched.first_p();
            let g = self.new_goroutine(p, self.static_closure(self.program.entry) as *const u64);
            if g.is_null() {
                self.write_stderr(b"fatal error: runtime: out of memory\n");
                return 2;
            }
            (*g).flags |= crate::sched::G_MAIN;
            let end = self.sched.run(self, g);
            self.report(end)
        }
    }

    fn report(&self, end: End) -> i32 {
        match end {
            End::Exit(code) => {
                if let Some(id) = self.traceback.died() {
                    // SAFETY: the run is over: all goroutines rest.
                    unsafe { self.print_goroutines(id) };
                }
                code & 0xFF
            }
            End::Fatal(text, id) => {
                // SAFETY: the run is over: all goroutines rest.
                unsafe { self.print_fatal(&text, id) };
                2
            }
            End::Deadlock => {
                // SAFETY: as above.
                unsafe { self.print_deadlock() };
                2
            }
            End::Requested(SIGQUIT) => {
                // SAFETY: as above.
                unsafe { self.print_quit() };
                2
            }
            End::Requested(signal) => -signal,
        }
    }

    /// Prints every goroutine to standard error, as SIGQUIT makes Go do. After the run has ended.
    pub fn print_all_goroutines(&self) {
        // SAFETY: all goroutines rest.
        unsafe { self.print_goroutines(0) }
    }

    /// The map channels are allocated with.
    pub fn chan_map(&self) -> MapId {
        self.chan_map
    }

    /// The closure object of a function that captures nothing: a func value.
    pub fn static_closure(&self, f: FuncId) -> u64 {
        // SAFETY: inside the table.
        unsafe { self.closures.start().add(f.index()) as u64 }
    }

    /// The string constant's slots... of any text that lives as long as the machine.
    pub fn type_name(&self, t: TypeId) -> &str {
        &self.types.rtype(t).name
    }

    /// A goroutine that will run `closure`; null when memory is refused.
    ///
    /// # Safety
    /// On the thread of `p`; `closure` is a closure object without parameters and results.
    pub unsafe fn new_goroutine(&self, p: *mut P, closure: *const u64) -> *mut G {
        let f = &self.funcs[*closure as usize];
        let g = crate::sched::new_g(p, FRAME_HEADER + f.nregs as usize);
        if g.is_null() {
            return g;
        }
        let fp = (*g).stack.add(FRAME_HEADER);
        *fp.sub(1) = self.code.go_exit() as u64;
        *fp.sub(2) = 0;
        *fp.sub(3) = closure as u64;
        (*g).fp = fp;
        (*g).pc = f.code;
        (*g).gopc = std::ptr::null();
        (*g).ext = std::ptr::null_mut();
        g
    }
}
