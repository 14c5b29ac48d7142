//! What is shown while a corpus runs: on a terminal one line that changes, and failures as they come.

use crate::driver::corpus::Verdict;
use parking_lot::Mutex;
use std::io::IsTerminal;
use std::io::Write;

/// Counts verdicts and shows them on standard error.
pub struct Progress {
    total: usize,
    terminal: bool,
    state: Mutex<Counts>,
}

/// How many cases came to what.
#[derive(Clone, Copy, Default, Debug)]
pub struct Counts {
    /// As expected.
    pub passed: usize,
    /// Not.
    pub failed: usize,
    /// Not run.
    pub skipped: usize,
}

impl Progress {
    /// For so many cases.
    pub fn new(total: usize) -> Progress {
        Progress {
            total,
            terminal: std::io::stderr().is_terminal(),
            state: Mutex::default(),
        }
    }

    /// A case has ended.
    pub fn done(&self, name: &str, verdict: &Verdict) {
        let mut counts = self.state.lock();
        let mut text = String::new();
        match verdict {
            Verdict::Passed => counts.passed += 1,
            Verdict::Skipped(_) => counts.skipped += 1,
            Verdict::Failed(wrong) => {
                counts.failed += 1;
                text = format!("{}FAIL {name}\n{}\n", self.clear(), wrong.trim_end());
            }
        }
        if self.terminal {
            let Counts {
                passed,
                failed,
                skipped,
            } = *counts;
            let done = passed + failed + skipped;
            let name: String = name.chars().take(40).collect();
            text.push_str(&format!(
                "{}[{done}/{}] {passed} passed, {failed} failed, {skipped} skipped  {name}",
                self.clear(),
                self.total,
            ));
        }
        let _ = std::io::stderr().write_all(text.as_bytes());
    }

    /// All have ended.
    pub fn end(&self) -> Counts {
        let _ = std::io::stderr().write_all(self.clear().as_bytes());
        *self.state.lock()
    }

    /// Begins the line anew.
    fn clear(&self) -> &'static str {
        if self.terminal { "\r\x1b[K" } else { "" }
    }
}
