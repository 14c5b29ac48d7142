//! Runs one child process with a time limit and bounded output, so that no program can hang or fill memory.

use std::io::Read;
use std::io::Write;
use std::process::Child;
use std::process::Command;
use std::process::ExitStatus;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

/// More output than this is cut off.
const MAX_OUTPUT: u64 = 8 << 20;

/// How a child ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// With this status.
    Exit(i32),
    /// By this signal.
    Signal(i32),
    /// It was killed after so long.
    TimedOut(Duration),
}

impl std::fmt::Display for End {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            End::Exit(code) => write!(f, "exit {code}"),
            End::Signal(number) => write!(f, "killed by signal {number}"),
            End::TimedOut(limit) => write!(f, "still running after {limit:?}"),
        }
    }
}

/// What a child did.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What it wrote to standard output.
    pub stdout: String,
    /// What it wrote to standard error.
    pub stderr: String,
    /// How it ended.
    pub end: End,
}

/// Runs `command` with `stdin` as its input and kills it after `limit`.
pub fn run(command: &mut Command, stdin: &str, limit: Duration) -> Outcome {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("can not run {:?}: {e}", command.get_program()));
    let stdout = collect(child.stdout.take().expect("piped"));
    let stderr = collect(child.stderr.take().expect("piped"));
    let mut input = child.stdin.take().expect("piped");
    let text = stdin.to_owned();
    thread::spawn(move || {
        // A child that does not read its input is no failure.
        let _ = input.write_all(text.as_bytes());
    });
    let end = wait(&mut child, limit);
    Outcome {
        stdout: stdout.join().expect("reader"),
        stderr: stderr.join().expect("reader"),
        end,
    }
}

fn collect(stream: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.take(MAX_OUTPUT).read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn wait(child: &mut Child, limit: Duration) -> End {
    let start = Instant::now();
    let mut pause = Duration::from_micros(500);
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return end_of(status),
            Ok(None) if start.elapsed() > limit => {
                let _ = child.kill();
                let _ = child.wait();
                return End::TimedOut(limit);
            }
            Ok(None) => thread::sleep(pause),
            Err(e) => panic!("wait: {e}"),
        }
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

fn end_of(status: ExitStatus) -> End {
    #[cfg(unix)]
    if let Some(number) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return End::Signal(number);
    }
    End::Exit(status.code().unwrap_or(-1))
}
