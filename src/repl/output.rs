//! What the program prints, kept apart from the line that is being edited.
//!
//! While nothing is edited, bytes go straight to the terminal. While a line is edited, they wait here: a thread of its own wakes
//! the editor ([`Output::serve`]), which draws the line anew, and what has come in is put above it in the same stroke
//! ([`Output::above_the_line`]). So the order of everything printed is the order of arrival, whatever happens between.
//! Text without its newline is held back for a moment, for the rest to come.

use parking_lot::Condvar;
use parking_lot::Mutex;
use std::io::Write;
use std::time::Duration;
use std::time::Instant;

/// How long a line may stay unfinished before it is shown.
const PATIENCE: Duration = Duration::from_millis(150);
/// Who prints more than this while a line is edited has to wait until it is shown.
const MOST_WAITING: usize = 256 << 10;
/// Makes the editor draw its line anew and changes nothing itself: one line up and down again.
const WAKE: &str = "\x1b[A\n";

/// The prompt's side of standard output and standard error.
#[derive(Debug, Default)]
pub struct Output {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    editing: bool,
    /// What has come in while a line is edited.
    waiting: Vec<u8>,
    /// When its unfinished last line began.
    unfinished: Option<Instant>,
    /// Whether the terminal's cursor stands behind text of the program.
    mid_line: bool,
}

impl State {
    fn straight_out(&mut self, bytes: &[u8]) {
        if let Some(last) = bytes.last() {
            self.mid_line = *last != b'\n';
            let mut out = std::io::stdout().lock();
            // A terminal that is gone ends the session at the next read.
            let _ = out.write_all(bytes).and_then(|()| out.flush());
        }
    }

    /// How many of the waiting bytes are to be shown now.
    fn ripe(&self) -> usize {
        match self.unfinished {
            Some(since) if since.elapsed() >= PATIENCE => self.waiting.len(),
            Some(_) => memchr::memrchr(b'\n', &self.waiting).map_or(0, |i| i + 1),
            None => self.waiting.len(),
        }
    }
}

impl Output {
    /// Takes what the program prints.
    pub fn write(&self, bytes: &[u8]) {
        let mut s = self.state.lock();
        while s.editing && s.waiting.len() > MOST_WAITING {
            self.changed.wait_for(&mut s, PATIENCE);
        }
        if !s.editing {
            s.straight_out(bytes);
            return;
        }
        s.waiting.extend_from_slice(bytes);
        s.unfinished = match bytes.last() {
            Some(b'\n') => None,
            Some(_) if bytes.contains(&b'\n') || s.unfinished.is_none() => Some(Instant::now()),
            _ => s.unfinished,
        };
        self.changed.notify_all();
    }

    /// From here on a line is edited; it begins in the first column.
    pub fn begin_editing(&self) {
        let mut s = self.state.lock();
        if s.mid_line {
            s.straight_out(b"\n");
        }
        s.editing = true;
    }

    /// The line is done: what waits is shown, and what comes goes straight out.
    pub fn end_editing(&self) {
        let mut s = self.state.lock();
        s.editing = false;
        s.unfinished = None;
        let waiting = std::mem::take(&mut s.waiting);
        s.straight_out(&waiting);
        self.changed.notify_all();
    }

    /// What is to be shown above the line that is about to be drawn: whole lines.
    pub fn above_the_line(&self) -> String {
        let mut s = self.state.lock();
        let ripe = s.ripe();
        if !s.editing || ripe == 0 {
            return String::new();
        }
        let rest = s.waiting.split_off(ripe);
        let shown = std::mem::replace(&mut s.waiting, rest);
        if s.waiting.is_empty() {
            s.unfinished = None;
        }
        self.changed.notify_all();
        let mut text = String::from_utf8_lossy(&shown).into_owned();
        if !text.ends_with('\n') {
            text.push('\n');
        }
        text
    }

    /// Wakes the editor whenever there is something to show; runs as long as `printer` works.
    pub fn serve(&self, mut printer: impl rustyline::ExternalPrinter) {
        loop {
            let mut s = self.state.lock();
            while !s.editing || s.ripe() == 0 {
                match s.unfinished {
                    Some(since) if s.editing => {
                        let left = PATIENCE.saturating_sub(since.elapsed());
                        let left = left.max(Duration::from_millis(1));
                        self.changed.wait_for(&mut s, left);
                    }
                    _ => self.changed.wait(&mut s),
                }
            }
            drop(s);
            if printer.print(WAKE.to_owned()).is_err() {
                return;
            }
            // Drawn at most this often, however much is printed.
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_lines_are_shown_above() {
        let o = Output::default();
        o.begin_editing();
        o.write(b"one\ntw");
        assert_eq!(o.above_the_line(), "one\n");
        assert_eq!(o.above_the_line(), "");
        o.write(b"o\n");
        assert_eq!(o.above_the_line(), "two\n");
    }

    #[test]
    fn an_unfinished_line_is_shown_after_a_while() {
        let o = Output::default();
        o.begin_editing();
        o.write(b"part");
        assert_eq!(o.above_the_line(), "");
        std::thread::sleep(PATIENCE);
        assert_eq!(o.above_the_line(), "part\n");
        assert_eq!(o.above_the_line(), "");
    }

    #[test]
    fn who_prints_too_much_waits_for_the_terminal() {
        let o = Output::default();
        o.begin_editing();
        std::thread::scope(|s| {
            s.spawn(|| (0..4).for_each(|_| o.write(&vec![b'\n'; MOST_WAITING])));
            let mut seen = 0;
            while seen < 4 * MOST_WAITING {
                let n = o.above_the_line().len();
                assert!(n <= 2 * MOST_WAITING);
                seen += n;
            }
        });
    }
}
