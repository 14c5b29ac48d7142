//! How the run of an entry ends, and what can be asked of the machine.

/// How an evaluation ended. The texts are whole reports, as Go prints them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ended {
    /// It returned.
    Done,
    /// It panicked.
    Panicked(String),
    /// A fatal error.
    Fatal(String),
    /// It waits for what can not happen.
    Deadlock(String),
    /// It was interrupted.
    Interrupted,
    /// The program called os.Exit.
    Exit(i32),
}

/// Ends the running evaluation from any thread.
#[derive(Clone, Default)]
pub struct Interrupter;

impl Interrupter {
    /// Ends the running evaluation.
    pub fn interrupt(&self) {}
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
