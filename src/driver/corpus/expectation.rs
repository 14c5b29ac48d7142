//! The comment block that ends a program of a corpus: what it prints and how it ends.
//!
//! One-line settings come first, then the sections; tests/README.md is the reference.

use crate::driver::corpus::process::End;
use crate::driver::corpus::process::Outcome;
use crate::driver::corpus::textdiff::diff;
use crate::driver::corpus::textdiff::lines;

/// Settings and expectations of one program.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Expectation {
    /// `// Skip: why`: golite can not run it yet.
    pub skip: Option<String>,
    /// `// NoGo: why`: real Go does something else.
    pub no_go: Option<String>,
    /// `// NoStress: why`: too slow when every allocation collects.
    pub no_stress: Option<String>,
    /// `// Flags:` for golite itself.
    pub flags: Vec<String>,
    /// `// Args:` for the program.
    pub args: Vec<String>,
    /// `// Env: K=V ...`
    pub env: Vec<(String, String)>,
    /// `// Exit: n`
    pub exit: i32,
    /// `// Stdin:`
    pub stdin: Vec<String>,
    /// `// Output:`
    pub stdout: Vec<String>,
    /// `// Stderr:`
    pub stderr: Vec<String>,
    /// Whether there is any block at all.
    pub present: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Section {
    Settings,
    Stdin,
    Output,
    Stderr,
}

const ONE_LINE: [&str; 7] = ["Skip", "NoGo", "NoStress", "Flags", "Args", "Env", "Exit"];

fn header(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix("// ")?;
    let (name, value) = rest.split_once(':')?;
    let value = value.trim();
    match name {
        "Stdin" | "Output" | "Stderr" if value.is_empty() => Some((name, value)),
        _ if ONE_LINE.contains(&name) => Some((name, value)),
        _ => None,
    }
}

/// Splits a program into its code and its block (both with their newlines).
pub fn split(source: &str) -> (&str, &str) {
    let mut start = source.len();
    let mut block = source.len();
    for line in source.split_inclusive('\n').rev() {
        if !line.starts_with("//") {
            break;
        }
        start -= line.len();
        if header(line.trim_end()).is_some() {
            block = start;
        }
    }
    source.split_at(block)
}

impl Expectation {
    /// Reads the block at the end of `source`.
    pub fn parse(source: &str) -> Expectation {
        let mut e = Expectation::default();
        let mut section = Section::Settings;
        for line in split(source).1.lines() {
            e.present = true;
            match header(line) {
                Some(("Stdin", _)) if section == Section::Settings => section = Section::Stdin,
                Some(("Output", _)) if section < Section::Output => section = Section::Output,
                Some(("Stderr", _)) if section < Section::Stderr => section = Section::Stderr,
                Some((name, value)) if section == Section::Settings => e.set(name, value),
                _ => {
                    let text = line[2..].strip_prefix(' ').unwrap_or(&line[2..]);
                    let text = text.trim_end().to_owned();
                    match section {
                        Section::Settings => {}
                        Section::Stdin => e.stdin.push(text),
                        Section::Output => e.stdout.push(text),
                        Section::Stderr => e.stderr.push(text),
                    }
                }
            }
        }
        e
    }

    fn set(&mut self, name: &str, value: &str) {
        let words = || value.split_whitespace().map(str::to_owned).collect();
        match name {
            "Skip" => self.skip = Some(value.to_owned()),
            "NoGo" => self.no_go = Some(value.to_owned()),
            "NoStress" => self.no_stress = Some(value.to_owned()),
            "Flags" => self.flags = words(),
            "Args" => self.args = words(),
            "Exit" => self.exit = value.parse().unwrap_or(i32::MIN),
            _ => {
                let pairs = value.split_whitespace().filter_map(|w| w.split_once('='));
                self.env = pairs.map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
            }
        }
    }

    /// The program's input.
    pub fn input(&self) -> String {
        self.stdin.iter().map(|l| format!("{l}\n")).collect()
    }

    /// Writes the block out again.
    pub fn block(&self) -> String {
        let mut text = String::new();
        let mut line = |l: &str| {
            text.push_str(l.trim_end());
            text.push('\n');
        };
        for (name, value) in [
            ("Skip", &self.skip),
            ("NoGo", &self.no_go),
            ("NoStress", &self.no_stress),
        ] {
            if let Some(value) = value {
                line(&format!("// {name}: {value}"));
            }
        }
        let env: Vec<String> = self.env.iter().map(|(k, v)| format!("{k}={v}")).collect();
        for (name, words) in [("Flags", &self.flags), ("Args", &self.args), ("Env", &env)] {
            if !words.is_empty() {
                line(&format!("// {name}: {}", words.join(" ")));
            }
        }
        if self.exit != 0 {
            line(&format!("// Exit: {}", self.exit));
        }
        let sections = [
            ("Stdin", &self.stdin),
            ("Output", &self.stdout),
            ("Stderr", &self.stderr),
        ];
        for (name, lines) in sections {
            // A program that says nothing says so with an empty Output section.
            if !lines.is_empty() || (name == "Output" && self.stderr.is_empty() && self.exit == 0) {
                line(&format!("// {name}:"));
                lines.iter().for_each(|l| line(&format!("// {l}")));
            }
        }
        text
    }

    /// Compares with what was seen; the error is ready to print.
    pub fn compare(&self, seen: &Outcome) -> Result<(), String> {
        let mut wrong = String::new();
        if seen.end != End::Exit(self.exit) {
            wrong.push_str(&format!("  {}, want exit {}\n", seen.end, self.exit));
        }
        let stdout = lines(&seen.stdout);
        let mut want = self.stdout.clone();
        while want.last().is_some_and(|l| l.is_empty()) {
            want.pop();
        }
        if stdout != want {
            wrong.push_str("  stdout:\n");
            wrong.push_str(&diff(&want, &stdout));
        }
        let stderr = abridge(&seen.stderr);
        if !stderr_agrees(&self.stderr, &stderr) {
            wrong.push_str("  stderr:\n");
            wrong.push_str(&diff(&self.stderr, &stderr));
        } else if !wrong.is_empty() && !seen.stderr.is_empty() && self.stderr.is_empty() {
            wrong.push_str(&format!("  stderr:\n{}", seen.stderr));
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

impl PartialOrd for Section {
    fn partial_cmp(&self, other: &Section) -> Option<std::cmp::Ordering> {
        (*self as u8).partial_cmp(&(*other as u8))
    }
}

/// What of stderr counts: everything up to the first goroutine's header line, then the other headers of a
/// deadlock report, sorted. Addresses become `0x...`, numbers of goroutines other than the first become N.
pub fn abridge(stderr: &str) -> Vec<String> {
    let mut head: Vec<String> = Vec::new();
    let mut others: Vec<String> = Vec::new();
    let mut in_trace = false;
    let deadlock = stderr.contains("all goroutines are asleep - deadlock!");
    for line in lines(stderr) {
        if let Some(header) = goroutine_header(&line) {
            if !in_trace {
                head.push(header);
            } else if deadlock {
                others.push(header);
            }
            in_trace = true;
        } else if line == "runtime stack:" {
            while head.last().is_some_and(|l| l.is_empty()) {
                head.pop();
            }
            break;
        } else if !in_trace && !line.starts_with("runtime: sp=") {
            head.push(hide_addresses(&line));
        }
    }
    others.sort();
    head.extend(others);
    head
}

fn goroutine_header(line: &str) -> Option<String> {
    let rest = line.strip_prefix("goroutine ")?;
    let (number, rest) = rest.split_once(' ')?;
    let at = rest.find('[')?;
    if !rest.ends_with("]:") || number.parse::<u64>().is_err() {
        return None;
    }
    let number = if number == "1" { "1" } else { "N" };
    Some(format!("goroutine {number} {}", &rest[at..]))
}

/// Replaces hexadecimal numbers by `0x...`, since addresses differ from run to run.
fn hide_addresses(line: &str) -> String {
    let signal = line.starts_with("[signal ");
    let mut text = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("0x") {
        let digits = rest[at + 2..]
            .bytes()
            .take_while(u8::is_ascii_hexdigit)
            .count();
        text.push_str(&rest[..at]);
        // Small numbers such as code=0x1 are meant, unless they are where a nil or panicking pointer led.
        let address =
            (signal && (text.ends_with("addr=") || text.ends_with("pc="))) || text.ends_with(") ");
        text.push_str(if digits > 2 || address {
            "0x..."
        } else {
            &rest[at..at + 2 + digits]
        });
        rest = &rest[at + 2 + digits..];
    }
    text.push_str(rest);
    text
}

/// Whether `got` is `want`. Without a goroutine header in `want`, a trace in `got` does not matter.
fn stderr_agrees(want: &[String], got: &[String]) -> bool {
    if want.iter().any(|l| goroutine_line(l)) {
        return want == got;
    }
    let end = got
        .iter()
        .position(|l| goroutine_line(l))
        .unwrap_or(got.len());
    let mut got = &got[..end];
    while got.last().is_some_and(|l| l.is_empty()) {
        got = &got[..got.len() - 1];
    }
    want == got
}

fn goroutine_line(line: &str) -> bool {
    line.starts_with("goroutine ") && line.ends_with("]:")
}
