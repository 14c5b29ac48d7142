//! One session: entries and commands, what is printed about them, and how it goes on.
//!
//! The same for every way to talk to golite: a terminal, a pipe, `-e`. They differ in where words go: on a terminal all go
//! above the prompt, in a pipe values go to standard output and complaints to standard error.

use crate::diag::Diagnostic;
use crate::diag::Format;
use crate::diag::Renderer;
use crate::diag::Style;
use crate::driver::interactive::Completeness;
use crate::driver::interactive::Ended;
use crate::driver::interactive::Interactive;
use crate::driver::interactive::Prepared;
use crate::driver::interactive::text;
use crate::driver::lexical;
use crate::driver::lexical::WordKind;
use crate::repl::colors;
use crate::repl::command;
use crate::repl::output::Output;
use std::cell::RefCell;
use std::cell::RefMut;
use std::io::Write;
use std::rc::Rc;
use std::sync::Arc;

/// Exit status for what is refused.
const REFUSED: i32 = 1;
/// Exit status after a panic or fatal error, as a Go program's.
const PANICKED: i32 = 2;

/// How it goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// With the next entry.
    Go,
    /// With the next entry at a terminal; elsewhere the session ends with this status.
    Failed(i32),
    /// Not at all: the session ends with this status.
    Leave(i32),
}

/// A session.
pub struct Session {
    engine: Rc<RefCell<Interactive>>,
    /// Where words go on a terminal; none elsewhere.
    terminal: Option<Arc<Output>>,
    color: bool,
    format: Format,
}

impl Session {
    /// A session over an engine.
    pub fn new(
        engine: Rc<RefCell<Interactive>>,
        terminal: Option<Arc<Output>>,
        style: Style,
    ) -> Session {
        Session {
            engine,
            terminal,
            color: style.color,
            format: style.format,
        }
    }

    /// The engine.
    pub fn engine(&self) -> RefMut<'_, Interactive> {
        self.engine.borrow_mut()
    }

    /// Prints what was asked for.
    pub fn say(&self, text: &str) {
        match &self.terminal {
            Some(output) => output.write(text.as_bytes()),
            None => {
                let mut out = std::io::stdout().lock();
                let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
            }
        }
    }

    /// Prints a line beside the matter.
    pub fn remark(&self, text: &str) {
        self.complain(&(colors::paint(self.color, colors::DIM, text) + "\n"));
    }

    fn complain(&self, text: &str) {
        match &self.terminal {
            Some(output) => output.write(text.as_bytes()),
            None => {
                let _ = std::io::stderr().write_all(text.as_bytes());
            }
        }
    }

    /// Says why a command can not be carried out.
    pub fn fail(&self, why: &str) -> Flow {
        self.complain(&(colors::paint(self.color, colors::RED, why) + "\n"));
        Flow::Failed(REFUSED)
    }

    /// Shows what is wrong with an entry.
    pub fn refuse(&self, found: &[Diagnostic]) -> Flow {
        let renderer = Renderer {
            color: self.color,
            format: self.format,
            ..Renderer::default()
        };
        let text = renderer.render_all(self.engine().sources(), found);
        self.complain(&without_empty_end(&text));
        Flow::Failed(REFUSED)
    }

    /// Checks an entry; what is wrong has been said if there is no result.
    pub fn prepare(&self, text: &str) -> Option<Prepared> {
        let result = self.engine().prepare(text);
        result.map_err(|d| self.refuse(&d)).ok()
    }

    /// Runs an entry that was prepared.
    pub fn run(&self, prepared: Prepared) -> Flow {
        let ended = self.engine().run(prepared);
        match ended {
            Ended::Done => Flow::Go,
            Ended::Exit(status) => Flow::Leave(status),
            Ended::Interrupted => {
                // The terminal has shown ^C.
                self.complain("\n");
                self.remark("interrupted");
                Flow::Failed(130)
            }
            Ended::Panicked(report) | Ended::Fatal(report) | Ended::Deadlock(report) => {
                self.report(&report);
                Flow::Failed(PANICKED)
            }
        }
    }

    /// Shows Go's report of a panic or fatal error.
    fn report(&self, report: &str) {
        match self.terminal {
            Some(_) => self.complain(&paint_report(self.color, &shortened(report))),
            None => self.complain(&paint_report(self.color, report)),
        }
    }

    /// Takes a line: a command, or an entry.
    pub fn enter(&mut self, text: &str) -> Flow {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Flow::Go;
        }
        if trimmed.starts_with(':') {
            return command::run(self, trimmed);
        }
        if let Some(hint) = self.plain_word(trimmed) {
            return self.fail(hint);
        }
        match self.prepare(text) {
            Some(p) => self.run(p),
            None => Flow::Failed(REFUSED),
        }
    }

    /// What to say to somebody who types the word of another prompt and means it.
    fn plain_word(&self, text: &str) -> Option<&'static str> {
        let answer = match text.trim_end_matches("()") {
            "exit" | "quit" => "leave with Ctrl-D or :quit",
            "help" | "?" => ":help lists what can be done here",
            _ => return None,
        };
        let name = text.trim_end_matches("()");
        (self.engine().object(name).is_none() && self.terminal.is_some()).then_some(answer)
    }

    /// Enters the text of a file: a program as a whole, a script entry by entry up to the first that fails.
    pub fn load(&mut self, name: &str, text: &str) -> Flow {
        if is_program(text) {
            let (flow, has_main) = self.declare(name, text);
            if has_main && flow == Flow::Go {
                self.remark("main is declared: main() runs it");
            }
            return flow;
        }
        let mut script = Script::new(name);
        for line in text.split_inclusive('\n') {
            let flow = self.feed(&mut script, line);
            if flow != Flow::Go {
                return flow;
            }
        }
        self.end(script)
    }

    /// Enters a whole source file; the second answer is whether it has a main function.
    fn declare(&mut self, name: &str, text: &str) -> (Flow, bool) {
        let result = self.engine().prepare_file(name, text);
        match result {
            Ok(p) => {
                let has_main = p.has_main;
                (self.run(p), has_main)
            }
            Err(d) => (self.refuse(&d), false),
        }
    }

    /// Enters a whole program and calls its main function.
    pub fn run_program(&mut self, name: &str, text: &str) -> Flow {
        match self.declare(name, text) {
            (Flow::Go, true) => self.enter("main()"),
            (Flow::Go, false) => self.fail("function main is undeclared in the main package"),
            (flow, _) => flow,
        }
    }

    /// Adds a line to a script and enters what has become complete.
    pub fn feed(&mut self, script: &mut Script, line: &str) -> Flow {
        script.pending.push_str(line);
        script.lines += 1;
        if script.pending.trim_start().starts_with(':')
            || text::completeness(&script.pending) != Completeness::Incomplete
                && !lexical::is_open_comment(&script.pending)
        {
            return self.enter_pending(script);
        }
        Flow::Go
    }

    /// Enters what a script ends with, be it complete or not.
    pub fn end(&mut self, mut script: Script) -> Flow {
        self.enter_pending(&mut script)
    }

    fn enter_pending(&mut self, script: &mut Script) -> Flow {
        let text = std::mem::take(&mut script.pending);
        let above = std::mem::replace(&mut script.above, script.lines);
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Flow::Go;
        }
        if trimmed.starts_with(':') {
            return command::run(self, trimmed);
        }
        // Positions are those in the file.
        let result = self
            .engine()
            .prepare_file(&script.name, &("\n".repeat(above) + &text));
        match result {
            Ok(p) => self.run(p),
            Err(d) => self.refuse(&d),
        }
    }
}

/// Snippets without the empty line that an entry's last newline begins.
fn without_empty_end(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let is_empty = |l: &str| {
        l.trim_end()
            .strip_suffix('│')
            .is_some_and(|n| n.trim().parse::<u32>().is_ok())
    };
    let ends = |i: usize| lines.get(i + 1).is_some_and(|l| l.contains('╰'));
    let mut out = String::new();
    for (i, line) in lines.iter().enumerate() {
        if !(is_empty(line) && ends(i)) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// A report without the middle of a very long stack: whoever is at a prompt does not want to scroll.
pub fn shortened(report: &str) -> String {
    const HEAD: usize = 16;
    const TAIL: usize = 6;
    let lines: Vec<&str> = report.trim_end().lines().collect();
    if lines.len() <= HEAD + TAIL + 4 {
        return report.to_owned();
    }
    let gap = format!("\t... {} lines left out", lines.len() - HEAD - TAIL);
    let shown = lines[..HEAD]
        .iter()
        .copied()
        .chain([gap.as_str()])
        .chain(lines[lines.len() - TAIL..].iter().copied());
    shown.flat_map(|l| [l, "\n"]).collect()
}

/// The first line of a report in red: what went wrong, apart from where.
pub fn paint_report(color: bool, report: &str) -> String {
    let mut out = String::new();
    for (i, line) in report.trim_end().split('\n').enumerate() {
        let color = color && (i == 0 || line.starts_with("panic: "));
        out.push_str(&colors::paint(color, colors::RED, line));
        out.push('\n');
    }
    out
}

/// Entries that come line by line.
pub struct Script {
    name: String,
    pending: String,
    /// How many lines have come.
    lines: usize,
    /// How many of them are done.
    above: usize,
}

impl Script {
    /// A script of this name without lines so far.
    pub fn new(name: &str) -> Script {
        Script {
            name: name.to_owned(),
            pending: String::new(),
            lines: 0,
            above: 0,
        }
    }
}

/// Whether a text begins with a package clause.
pub fn is_program(text: &str) -> bool {
    let words = lexical::words(text);
    let first = words.iter().find(|w| w.kind != WordKind::Comment);
    first.is_some_and(|w| &text[w.start..w.end] == "package")
}

/// Whether there is anything but comments and blanks.
pub fn has_code(text: &str) -> bool {
    let words = lexical::words(text);
    let comment = WordKind::Comment;
    words.iter().any(|w| w.kind != comment) || text.trim_start().starts_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_begin_with_a_package_clause() {
        assert!(is_program("// hello\n\npackage main\n"));
        assert!(!is_program("x := 1\npackage main\n"));
        assert!(!is_program(""));
    }

    #[test]
    fn long_reports_are_cut() {
        let long: String = (0..100).map(|i| format!("line {i}\n")).collect();
        let short = shortened(&long);
        assert_eq!(short.lines().count(), 23);
        assert!(short.starts_with("line 0\n") && short.ends_with("line 99\n"));
        assert!(short.contains("\t... 78 lines left out\n"));
        assert_eq!(shortened("panic: x\n"), "panic: x\n");
    }

    #[test]
    fn snippets_end_with_text() {
        let text = "   ╭─[f]\n 1 │ x\n   · ┬\n 2 │\n   ╰────\n";
        assert_eq!(
            without_empty_end(text),
            "   ╭─[f]\n 1 │ x\n   · ┬\n   ╰────\n"
        );
    }

    #[test]
    fn reports_are_red_where_it_matters() {
        let text = paint_report(true, "panic: boom\n\ngoroutine 1 [running]:\n");
        assert_eq!(
            text,
            "\x1b[31mpanic: boom\x1b[0m\n\ngoroutine 1 [running]:\n"
        );
    }
}
