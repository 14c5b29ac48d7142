//! A child process on a pseudo-terminal, and the screen that it has drawn.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// What has been drawn, updated by a thread that reads.
struct Drawn {
    parser: Mutex<vt100::Parser>,
    changed: Condvar,
}

/// A running child and its terminal.
pub struct Terminal {
    drawn: Arc<Drawn>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    /// Keeps the terminal open.
    _master: Box<dyn MasterPty + Send>,
}

/// One look at the screen.
pub struct Screen {
    /// Its rows without blanks at their ends.
    pub rows: Vec<String>,
    /// The cursor's row.
    pub row: usize,
    /// That row without what is dimmed.
    pub typed: String,
}

impl Terminal {
    /// Starts a program on a terminal of a size.
    pub fn start(
        program: &str,
        args: &[String],
        env: &[(String, String)],
        (cols, rows): (u16, u16),
    ) -> Terminal {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.cwd(env!("CARGO_TARGET_TMPDIR"));
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let drawn = Arc::new(Drawn {
            parser: Mutex::new(vt100::Parser::new(nonzero(rows), nonzero(cols), 0)),
            changed: Condvar::new(),
        });
        let of_reader = drawn.clone();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut bytes) {
                of_reader.parser.lock().expect("whole").process(&bytes[..n]);
                of_reader.changed.notify_all();
            }
        });
        Terminal {
            drawn,
            writer,
            child,
            _master: pair.master,
        }
    }

    /// Sends keys.
    pub fn send(&mut self, keys: &str) {
        let sent = self.writer.write_all(keys.as_bytes());
        sent.and_then(|()| self.writer.flush()).expect("sent");
    }

    /// The screen now.
    pub fn screen(&self) -> Screen {
        look(&self.drawn.parser.lock().expect("whole"))
    }

    /// The colour and dimness of the cell at a place.
    pub fn cell(&self, row: u16, col: u16) -> Option<vt100::Cell> {
        let parser = self.drawn.parser.lock().expect("whole");
        parser.screen().cell(row, col).cloned()
    }

    /// Waits until the screen is as wanted; answers how long it took.
    pub fn wait(
        &self,
        limit: Duration,
        wanted: impl Fn(&Screen) -> bool,
    ) -> Result<Duration, Screen> {
        let begin = Instant::now();
        let mut parser = self.drawn.parser.lock().expect("whole");
        loop {
            let screen = look(&parser);
            if wanted(&screen) {
                return Ok(begin.elapsed());
            }
            let Some(left) = limit.checked_sub(begin.elapsed()) else {
                return Err(screen);
            };
            parser = self
                .drawn
                .changed
                .wait_timeout(parser, left)
                .expect("whole")
                .0;
        }
    }

    /// Waits until nothing has been drawn for a moment.
    pub fn settle(&self) {
        let mut parser = self.drawn.parser.lock().expect("whole");
        loop {
            let quiet = Duration::from_millis(40);
            let result = self.drawn.changed.wait_timeout(parser, quiet);
            let (again, waited) = result.expect("whole");
            if waited.timed_out() {
                return;
            }
            parser = again;
        }
    }

    /// Waits for the child's end: its exit status.
    pub fn end(&mut self, limit: Duration) -> Option<u32> {
        let begin = Instant::now();
        while begin.elapsed() < limit {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Some(status.exit_code());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        None
    }

    /// Kills the child as `kill -9` does.
    pub fn kill(&mut self) {
        if let Some(pid) = self.child.process_id() {
            let pid = i32::try_from(pid).expect("a pid");
            // SAFETY: a signal to a process we started and have not waited for.
            unsafe { libc::kill(pid, libc::SIGKILL) };
        }
        let _ = self.child.wait();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn nonzero(n: u16) -> std::num::NonZero<u16> {
    std::num::NonZero::new(n).expect("a terminal has a size")
}

fn look(parser: &vt100::Parser) -> Screen {
    let screen = parser.screen();
    let (_, cols) = screen.size();
    let (row, _) = screen.cursor_position();
    let cells = (0..cols.get()).filter_map(|c| screen.cell(row, c));
    let typed: String = cells
        .filter(|c| !c.dim())
        .map(|c| if c.has_contents() { c.contents() } else { " " })
        .collect();
    Screen {
        typed: typed.trim_end().to_owned(),
        rows: screen
            .rows(0, cols.get())
            .map(|r| r.trim_end().to_owned())
            .collect(),
        row: usize::from(row),
    }
}
