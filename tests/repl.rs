//! tests/repl: sessions at the prompt, typed key by key on a pseudo-terminal, and through a pipe.
//!
//! A `.session` file (and each block marked `go-session` in README.md) is a transcript. What follows `go> ` is typed, with Enter;
//! so are the lines after it as long as the entry is unfinished. The lines below are what must appear, exactly: `…` stands for
//! anything within a line, a line `...` for any number of lines. A line that begins with `%` says what else to do:
//!
//! ```text
//! %type TEXT      types without Enter                 %key NAME...   presses keys: Enter Tab Up Ctrl-C ...
//! %see TEXT       waits until a line shows TEXT       %not TEXT      no line shows TEXT
//! %line TEXT      waits until the edited line is TEXT %prompt        waits for an empty prompt
//! %within MS      the next wait may take so long      %pause MS      waits
//! %restart        leaves and begins anew              %kill          kills -9 and begins anew
//! %other          begins a second session beside the first; the next %other changes back
//! %end STATUS     the session has ended so            %env NAME=VAL  before the start, like %args and %size COLS ROWS
//! %dim TEXT       TEXT is shown dimmed                %color TEXT    TEXT is shown in a colour
//! ```
//!
//! A `.pipe` file holds the arguments in its first line (`# golite -e ...`), standard input, and after `-- output --` what comes
//! out: standard output, standard error, then the exit status if it is not 0. `UPDATE_GOLDEN=1` rewrites that.

use crate::process::{self, End};
use crate::pty::{Screen, Terminal};
use golite::driver::interactive::Completeness;
use golite::driver::interactive::text::completeness;
use golite::driver::lexical;
use libtest_mimic::{Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const PROMPT: &str = "go>";
const LIMIT: Duration = Duration::from_secs(10);
const MARK: &str = "-- output --\n";

pub fn trials() -> Vec<Trial> {
    let name = |p: &Path| {
        p.with_extension("")
            .display()
            .to_string()
            .replace("tests/", "")
    };
    let mut out = Vec::new();
    for path in crate::files("tests/repl", "session") {
        let text = crate::read(&path);
        out.push(Trial::test(name(&path), move || {
            play(&name_of(&path), &text)
        }));
    }
    for path in crate::files("tests/repl", "pipe") {
        out.push(Trial::test(name(&path), move || pipe(&path)));
    }
    for (i, block) in blocks_of_readme().into_iter().enumerate() {
        let name = format!("repl/readme_{}", i + 1);
        out.push(Trial::test(name, move || {
            play(&format!("readme_{i}"), &block)
        }));
    }
    out.push(Trial::test("repl/prompt_in_time", prompt_in_time));
    out
}

fn name_of(path: &Path) -> String {
    let stem = path.file_stem().and_then(|s| s.to_str());
    stem.unwrap_or("session").to_owned()
}

fn blocks_of_readme() -> Vec<String> {
    let text = crate::read(Path::new("README.md"));
    let parts = text.split("```go-session\n").skip(1);
    parts
        .filter_map(|p| p.split("```").next().map(str::to_owned))
        .collect()
}

/// A folder of this test's own, empty.
fn scratch(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("repl")
        .join(name);
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).expect("writable");
    dir
}

/// One session or two, as a transcript directs.
struct Player {
    home: PathBuf,
    env: Vec<(String, String)>,
    args: Vec<String>,
    size: (u16, u16),
    terminals: [Option<Terminal>; 2],
    current: usize,
    limit: Duration,
    /// The row below the entry whose output nobody has waited for yet.
    begun: [Option<usize>; 2],
    /// The row of the prompt that was typed at last: only what is below it is looked at.
    mark: [usize; 2],
    /// Whether what is typed is a part of what is pasted.
    pasting: bool,
}

fn play(name: &str, transcript: &str) -> Result<(), Failed> {
    let mut player = Player {
        home: scratch(name),
        env: vec![("NO_COLOR".into(), "1".into())],
        args: Vec::new(),
        size: (160, 200),
        terminals: [None, None],
        current: 0,
        limit: LIMIT,
        begun: [None, None],
        mark: [0, 0],
        pasting: false,
    };
    let lines: Vec<&str> = transcript.lines().collect();
    let mut at = 0;
    while at < lines.len() {
        let from = at;
        let result = player.step(&lines, &mut at);
        if let Err(e) = result {
            let screen = player.terminals[player.current]
                .as_ref()
                .map_or(String::new(), |t| t.screen().rows.join("\n"));
            return Err(format!(
                "line {}: {}\n{e}\n-- screen --\n{}",
                from + 1,
                lines[from],
                screen.trim_end()
            )
            .into());
        }
    }
    Ok(())
}

impl Player {
    fn step(&mut self, lines: &[&str], at: &mut usize) -> Result<(), String> {
        let line = lines[*at];
        *at += 1;
        if let Some(rest) = line.strip_prefix('%') {
            let (word, rest) = rest.split_once(' ').unwrap_or((rest, ""));
            return self.direct(word, rest);
        }
        if let Some(first) = line.strip_prefix("go> ") {
            return self.entry(first, lines, at);
        }
        if line.starts_with('#') || line.is_empty() {
            return Ok(());
        }
        Err("expected `go> `, `%` or `#`".into())
    }

    fn terminal(&mut self) -> Result<&mut Terminal, String> {
        if self.terminals[self.current].is_none() {
            let mut env = self.env.clone();
            let home = self.home.display().to_string();
            env.push(("HOME".into(), home.clone()));
            env.push(("XDG_STATE_HOME".into(), home));
            env.push(("TERM".into(), "xterm-256color".into()));
            let t = Terminal::start(env!("CARGO_BIN_EXE_golite"), &self.args, &env, self.size);
            self.terminals[self.current] = Some(t);
            self.wait("a prompt", at_prompt)?;
        }
        self.terminals[self.current]
            .as_mut()
            .ok_or_else(|| "invariant: just started".into())
    }

    fn wait(&mut self, what: &str, wanted: impl Fn(&Screen) -> bool) -> Result<Duration, String> {
        let limit = std::mem::replace(&mut self.limit, LIMIT);
        let Some(t) = &self.terminals[self.current] else {
            return Err("not started".into());
        };
        t.wait(limit, wanted)
            .map_err(|_| format!("waited {limit:?} for {what}"))
    }

    /// What comes from here on counts; on a screen that scrolls, everything does.
    fn set_mark(&mut self) {
        if let Some(t) = &self.terminals[self.current]
            && self.size.1 >= 100
        {
            self.mark[self.current] = t.screen().row;
        }
    }

    /// Types an entry and compares what appears.
    fn entry(&mut self, first: &str, lines: &[&str], at: &mut usize) -> Result<(), String> {
        self.terminal()?;
        self.wait("a prompt", at_prompt)?;
        let mut text = first.to_owned();
        let from = self.terminal()?.screen().row;
        self.set_mark();
        self.terminal()?.send(first);
        while unfinished(&text) {
            let Some(next) = lines.get(*at) else {
                return Err("the entry is unfinished".into());
            };
            *at += 1;
            text.push('\n');
            text.push_str(next);
            // The editor indents by itself.
            let typed = next.trim_start_matches('\t');
            self.terminal()?.send(&format!("\r{typed}"));
        }
        let rows = text.matches('\n').count() + 1;
        let mut want = Vec::new();
        while let Some(line) = lines.get(*at) {
            if line.starts_with("go> ") || line.starts_with('%') || line.starts_with("# ") {
                break;
            }
            want.push(*line);
            *at += 1;
        }
        while want.last().is_some_and(|l| l.is_empty()) {
            want.pop();
        }
        self.terminal()?.send("\r");
        let next_is_direct = lines.get(*at).is_some_and(|l| l.starts_with('%'));
        if next_is_direct && want.is_empty() {
            // The directives say what is to happen.
            self.begun[self.current] = Some(from + rows);
            return Ok(());
        }
        self.wait("the next prompt", |s| s.row >= from + rows && at_prompt(s))?;
        let screen = self.terminal()?.screen();
        let got: Vec<&str> = screen.rows[from + rows..screen.row]
            .iter()
            .map(String::as_str)
            .collect();
        if matches(&want, &got) {
            Ok(())
        } else {
            Err(crate::textdiff::diff(&owned(&want), &owned(&got)))
        }
    }

    fn direct(&mut self, word: &str, rest: &str) -> Result<(), String> {
        match word {
            "env" => {
                let (name, value) = rest.split_once('=').ok_or("NAME=VALUE")?;
                self.env.retain(|e| e.0 != name);
                self.env.push((name.into(), value.into()));
                Ok(())
            }
            "args" => {
                self.args = rest.split_whitespace().map(str::to_owned).collect();
                Ok(())
            }
            "size" => {
                let (c, r) = rest.split_once(' ').ok_or("COLS ROWS")?;
                self.size = (number(c)?, number(r)?);
                Ok(())
            }
            "within" => {
                self.limit = Duration::from_millis(number(rest)?);
                Ok(())
            }
            "pause" => {
                std::thread::sleep(Duration::from_millis(number(rest)?));
                Ok(())
            }
            "type" => {
                self.terminal()?.send(rest);
                if self.size.1 < 100 || self.pasting {
                    return Ok(());
                }
                // Its end is on the screen before anything else happens.
                let skip = rest.chars().count().saturating_sub(20);
                let end: String = rest.chars().skip(skip).collect();
                self.wait("what was typed", |s| s.typed.contains(end.trim()))?;
                Ok(())
            }
            "key" => {
                for key in rest.split_whitespace() {
                    let keys = key_codes(key)?;
                    if key == "Ctrl-C" {
                        // What was typed before it must have arrived, since it is thrown away.
                        self.terminal()?.settle();
                    }
                    let row = self.terminal()?.screen().row;
                    self.terminal()?.send(&keys);
                    if key.starts_with("Paste") {
                        // Nothing of it is shown before its end.
                        self.pasting = key == "PasteBegin";
                    }
                    if key == "Enter" {
                        self.begun[self.current] = Some(row + 1);
                    }
                }
                Ok(())
            }
            "see" => {
                self.terminal()?;
                let mark = self.mark[self.current];
                self.wait(rest, |s| s.rows[mark..].iter().any(|r| like(rest, r)))?;
                Ok(())
            }
            "not" => {
                let screen = self.terminal()?.screen();
                match screen.rows.iter().any(|r| r.contains(rest)) {
                    true => Err("it is shown".into()),
                    false => Ok(()),
                }
            }
            "line" => {
                let want = format!("go> {rest}");
                let want = want.trim_end().to_owned();
                self.terminal()?;
                self.wait(&want, |s| s.typed == want)?;
                Ok(())
            }
            "prompt" => {
                self.terminal()?;
                let below = self.begun[self.current].take().unwrap_or(0);
                self.wait("an empty prompt", |s| s.row >= below && at_prompt(s))?;
                self.set_mark();
                Ok(())
            }
            "restart" => {
                self.terminal()?.send("\x04");
                self.direct("end", "0")?;
                self.terminal()?;
                Ok(())
            }
            "kill" => {
                self.terminal()?.kill();
                self.terminals[self.current] = None;
                self.terminal()?;
                Ok(())
            }
            "other" => {
                self.current = 1 - self.current;
                self.terminal()?;
                Ok(())
            }
            "end" => {
                let status = self.terminal()?.end(LIMIT);
                self.terminals[self.current] = None;
                if status == Some(number(rest)?) {
                    Ok(())
                } else {
                    Err(format!("ended with {status:?}"))
                }
            }
            "dim" | "color" => self.style(word, rest),
            _ => Err("no such directive".into()),
        }
    }

    fn style(&mut self, word: &str, text: &str) -> Result<(), String> {
        let found = self.terminal()?;
        found
            .wait(LIMIT, |s| s.rows.iter().any(|r| r.contains(text)))
            .map_err(|_| "it is not shown".to_owned())?;
        let screen = found.screen();
        for (i, row) in screen.rows.iter().enumerate() {
            let Some(at) = row.find(text) else { continue };
            let col = row[..at].chars().count();
            let cell = found.cell(i as u16, col as u16).ok_or("outside")?;
            let fits = match word {
                "dim" => cell.dim(),
                _ => cell.fgcolor() != vt100::Color::Default,
            };
            if fits {
                return Ok(());
            }
        }
        Err("it is shown otherwise".into())
    }
}

/// Whether the editor goes on with another line.
fn unfinished(text: &str) -> bool {
    !text.starts_with(':')
        && (completeness(text) == Completeness::Incomplete || lexical::is_open_comment(text))
}

fn at_prompt(s: &Screen) -> bool {
    s.rows[s.row] == PROMPT
}

fn number<T: std::str::FromStr>(s: &str) -> Result<T, String> {
    s.parse().map_err(|_| format!("{s} is no number"))
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|l| l.to_string()).collect()
}

/// Whether the lines are the wanted ones; `...` stands for any number of them.
fn matches(want: &[&str], got: &[&str]) -> bool {
    match want.split_first() {
        None => got.is_empty(),
        Some((&"...", rest)) => (0..=got.len()).any(|n| matches(rest, &got[n..])),
        Some((first, rest)) => got
            .split_first()
            .is_some_and(|(line, more)| like_whole(first, line) && matches(rest, more)),
    }
}

/// Whether `line` is `want`, in which `…` stands for anything.
fn like_whole(want: &str, line: &str) -> bool {
    let want = want.trim_end();
    match want.split_once('…') {
        None => want == line,
        Some((head, tail)) => line.strip_prefix(head).is_some_and(|rest| {
            let mut starts = rest.char_indices().map(|(i, _)| i).chain([rest.len()]);
            starts.any(|i| like_whole(tail, &rest[i..]))
        }),
    }
}

/// Whether `line` contains `want`, in which `…` stands for anything.
fn like(want: &str, line: &str) -> bool {
    let mut rest = line;
    want.split('…').all(|part| match rest.find(part) {
        Some(i) => {
            rest = &rest[i + part.len()..];
            true
        }
        None => false,
    })
}

fn key_codes(name: &str) -> Result<String, String> {
    let code = match name {
        "Enter" => "\r",
        "Tab" => "\t",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "Backspace" => "\x7f",
        "PasteBegin" => "\x1b[200~",
        "PasteEnd" => "\x1b[201~",
        "Newline" => "\n",
        _ => {
            let letter = name.strip_prefix("Ctrl-").and_then(|k| k.chars().next());
            let letter = letter.ok_or_else(|| format!("no key {name}"))?;
            return Ok(((letter as u8 & 0x1f) as char).to_string());
        }
    };
    Ok(code.into())
}

fn pipe(path: &Path) -> Result<(), Failed> {
    let text = crate::read(path);
    let (input, want) = text.split_once(MARK).unwrap_or((&text, ""));
    let (first, stdin) = input.split_once('\n').unwrap_or((input, ""));
    let Some(words) = first.strip_prefix("# golite") else {
        return Err("the first line should be `# golite ARGS`".into());
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_golite"));
    command
        .current_dir(scratch(&name_of(path)))
        .args(arguments(words))
        .env("NO_COLOR", "1");
    let seen = process::run(&mut command, stdin, Duration::from_secs(20));
    let mut got = seen.stdout + &seen.stderr;
    if seen.end != End::Exit(0) {
        got.push_str(&format!("-- {} --\n", seen.end));
    }
    let lines = |s: &str| -> Vec<String> { s.lines().map(|l| l.trim_end().to_owned()).collect() };
    if crate::update() && !want.contains('…') {
        let got: String = lines(&got).iter().map(|l| format!("{l}\n")).collect();
        std::fs::write(crate::root().join(path), format!("{input}{MARK}{got}"))
            .map_err(|e| e.to_string())?;
        return Ok(());
    }
    let (want, got) = (lines(want), lines(&got));
    let (w, g): (Vec<&str>, Vec<&str>) = (
        want.iter().map(String::as_str).collect(),
        got.iter().map(String::as_str).collect(),
    );
    if matches(&w, &g) {
        Ok(())
    } else {
        Err(crate::textdiff::diff(&want, &got).into())
    }
}

/// Words as a shell splits them, with single quotes.
fn arguments(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '\'' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' if !quoted => out.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    out.extend(word);
    out
}

/// The first prompt and the answers to simple lines come in time. Other tests run meanwhile, so that the best of several tries
/// counts, and limits are generous.
fn prompt_in_time() -> Result<(), Failed> {
    let home = scratch("in_time").display().to_string();
    let env = [
        ("HOME".to_owned(), home.clone()),
        ("XDG_STATE_HOME".to_owned(), home),
        ("TERM".to_owned(), "xterm-256color".to_owned()),
    ];
    let (mut first, mut line) = (Duration::MAX, Duration::MAX);
    for _ in 0..5 {
        let begin = std::time::Instant::now();
        let mut t = Terminal::start(env!("CARGO_BIN_EXE_golite"), &[], &env, (80, 200));
        t.wait(LIMIT, at_prompt).map_err(|_| "no prompt")?;
        first = first.min(begin.elapsed());
        for i in 0..10 {
            let row = t.screen().row;
            t.send(&format!("x{i} := {i}"));
            t.wait(LIMIT, |s| s.rows[row].ends_with(&format!(":= {i}")))
                .map_err(|_| "no echo")?;
            let begin = std::time::Instant::now();
            t.send("\r");
            t.wait(LIMIT, |s| s.row > row && at_prompt(s))
                .map_err(|_| "no answer")?;
            line = line.min(begin.elapsed());
        }
    }
    println!("first prompt after {first:.1?}, a line takes {line:.1?}");
    if first > Duration::from_millis(500) || line > Duration::from_millis(50) {
        return Err(format!("first prompt after {first:?}, a line takes {line:?}").into());
    }
    Ok(())
}
