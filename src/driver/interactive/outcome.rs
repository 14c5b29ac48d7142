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

/// A goroutine.
#[derive(Clone, Debug)]
pub struct GoroutineInfo {
    /// Its number.
    pub id: u64,
}

/// A channel.
#[derive(Clone, Debug)]
pub struct ChanInfo {
    /// Its address.
    pub address: u64,
}
