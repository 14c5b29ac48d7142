//! `-json`: turns the output of a test program (run with `-test.v=test2json`) into events, as cmd/test2json does.
//!
//! Lines that package testing itself prints begin with ^V; what tests report as errors stands between ^O and ^N; ^[ takes the
//! meaning off the next byte.

use std::time::Instant;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

const FRAME: u8 = 0x16;
const ERROR_BEGIN: u8 = 0x0f;
const ERROR_END: u8 = 0x0e;
const ESCAPE: u8 = 0x1b;

/// Longer lines become several events.
const LONGEST: usize = 4096;

/// The events of one package.
pub struct Events {
    package: String,
    start: Instant,
    /// The test whose output comes now.
    test: String,
    /// Results that have been read and are to be told when the next thing happens, outer tests first.
    pending: Vec<(String, String, f64)>,
    result: Option<&'static str>,
    /// Lines of package testing are marked.
    marked: bool,
    in_error: bool,
    escaped: bool,
    rest: Vec<u8>,
    /// What a failure comes from, if not from a test.
    pub failed_build: Option<String>,
    /// Events that have not been taken yet, one a line.
    pub out: String,
}

/// The time as Go's JSON has it.
pub fn now() -> String {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let days = (since.as_secs() / 86_400) as i64;
    let second = since.as_secs() % 86_400;
    // Days to a date, in years that begin in March.
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let m = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * m + 2) / 5 + 1;
    let month = if m < 10 { m + 3 } else { m - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let fraction = format!("{:09}", since.subsec_nanos());
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}{point}{fraction}Z",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}

/// A JSON string with the escapes that Go's encoder uses.
fn string(s: &str) -> String {
    let mut out = String::from("\"");
    for c in s.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                out.push_str(&format!("\\u{:04x}", c as u32));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A number as Go's encoder writes it.
fn seconds(t: f64) -> String {
    format!("{t}")
}

/// An event about a build: of which package, what, and its text.
pub fn build_event(package: &str, action: &str, output: Option<&str>) -> String {
    let output = output.map_or(String::new(), |o| format!(",\"Output\":{}", string(o)));
    format!(
        "{{\"ImportPath\":{},\"Action\":{}{output}}}\n",
        string(package),
        string(action)
    )
}

impl Events {
    /// Begins with the event `start`.
    pub fn new(package: &str) -> Events {
        let mut e = Events {
            package: package.to_string(),
            start: Instant::now(),
            test: String::new(),
            pending: Vec::new(),
            result: None,
            marked: false,
            in_error: false,
            escaped: false,
            rest: Vec::new(),
            failed_build: None,
            out: String::new(),
        };
        e.event("start", &[]);
        e
    }

    /// Writes an event with further fields, about the current test.
    fn event(&mut self, action: &str, more: &[(&str, String)]) {
        let test = self.test.clone();
        self.event_of(&test, action, more);
    }

    fn event_of(&mut self, test: &str, action: &str, more: &[(&str, String)]) {
        let mut line = format!(
            "{{\"Time\":\"{}\",\"Action\":\"{action}\",\"Package\":{}",
            now(),
            string(&self.package)
        );
        if !test.is_empty() {
            line.push_str(&format!(",\"Test\":{}", string(test)));
        }
        for (name, value) in more {
            line.push_str(&format!(",\"{name}\":{value}"));
        }
        line.push_str("}\n");
        self.out.push_str(&line);
    }

    /// Takes what the program printed.
    pub fn write(&mut self, bytes: &[u8]) {
        self.rest.extend_from_slice(bytes);
        loop {
            let end = match self.rest.iter().position(|b| *b == b'\n') {
                Some(n) => n + 1,
                // A mark can stand in the middle of a line, after output that had no newline.
                None if self.rest.len() > LONGEST => LONGEST,
                None => return,
            };
            let line: Vec<u8> = self.rest.drain(..end).collect();
            self.broken_line(&line);
        }
    }

    /// A line; marks within it begin lines of their own.
    fn broken_line(&mut self, line: &[u8]) {
        let mut from = 0;
        let mut escaped = false;
        for i in 0..line.len() {
            if escaped {
                escaped = false;
            } else if line[i] == ESCAPE {
                escaped = true;
            } else if line[i] == FRAME && i > from {
                self.line(&line[from..i]);
                from = i;
            }
        }
        self.line(&line[from..]);
    }

    fn flush_pending(&mut self, depth: usize) {
        self.test.clear();
        while self.pending.len() > depth {
            if let Some((action, test, elapsed)) = self.pending.pop() {
                let elapsed = seconds(elapsed);
                self.event_of(&test, &action, &[("Elapsed", elapsed)]);
            }
        }
    }

    fn framing(&mut self, line: &str) {
        let more = [("Output", string(line)), ("OutputType", string("frame"))];
        self.event("output", &more);
    }

    fn line(&mut self, bytes: &[u8]) {
        let marked = bytes.first() == Some(&FRAME);
        if self.marked && !marked {
            return self.output(bytes);
        }
        let text = String::from_utf8_lossy(&bytes[usize::from(marked)..]).into_owned();
        let trim = text.trim_end_matches('\n').trim_end_matches('\r');
        if trim == "PASS" || trim == "FAIL" || trim.starts_with("FAIL\t") {
            self.flush_pending(0);
            self.marked = marked;
            self.framing(&text);
            self.result = Some(if trim == "PASS" { "pass" } else { "fail" });
            return;
        }
        if trim.starts_with("?   \t")
            && trim.ends_with("\t[no test files]")
            && self.pending.is_empty()
        {
            self.result = Some("skip");
        }
        let update = [
            "=== RUN   ",
            "=== PAUSE ",
            "=== CONT  ",
            "=== NAME  ",
            "=== PASS  ",
            "=== FAIL  ",
            "=== SKIP  ",
            "=== ATTR  ",
            "=== ARTIFACTS ",
        ];
        if trim.trim_end() == "=== NAME" || update.iter().any(|u| text.starts_with(u)) {
            return self.update(&text, trim, marked);
        }
        let inner = text.trim_start_matches("    ");
        let indent = (text.len() - inner.len()) / 4;
        let report = ["--- PASS: ", "--- FAIL: ", "--- SKIP: ", "--- BENCH: "];
        let Some(word) = report.iter().find(|r| inner.starts_with(**r)) else {
            if indent > 0 && indent <= self.pending.len() {
                self.test = self.pending[indent - 1].1.clone();
            }
            return self.output(&bytes[usize::from(marked)..]);
        };
        if self.pending.len() < indent {
            return self.output(&bytes[usize::from(marked)..]);
        }
        let name = inner[word.len()..].trim_end();
        let (name, elapsed) = match name.rsplit_once(" (") {
            Some((n, t)) => (
                n,
                t.strip_suffix("s)")
                    .and_then(|t| t.parse().ok())
                    .unwrap_or(0.0),
            ),
            None => (name, 0.0),
        };
        self.marked = marked;
        self.flush_pending(indent);
        self.test = name.to_string();
        let action = word[4..word.len() - 2].to_ascii_lowercase();
        self.pending.push((action, name.to_string(), elapsed));
        self.framing(&text);
    }

    fn update(&mut self, text: &str, trim: &str, marked: bool) {
        let rest = trim.strip_prefix("=== ").unwrap_or(trim);
        let (action, name) = rest.split_once(' ').unwrap_or((rest, ""));
        let action = action.to_ascii_lowercase();
        let mut name = name.trim();
        let mut more = Vec::new();
        if action == "attr"
            && let Some((n, pair)) = name.split_once(' ')
        {
            name = n;
            let (key, value) = pair.split_once(' ').unwrap_or((pair, ""));
            more = vec![("Key", string(key)), ("Value", string(value))];
        }
        if action == "artifacts"
            && let Some((n, path)) = name.split_once(' ')
        {
            name = n;
            more = vec![("Path", string(path))];
        }
        self.marked = marked;
        self.flush_pending(0);
        self.test = name.to_string();
        match action.as_str() {
            "name" => {}
            "pause" => {
                self.framing(text);
                self.event("pause", &more);
            }
            action => {
                self.event(action, &more);
                self.framing(text);
            }
        }
    }

    /// Output of tests.
    fn output(&mut self, bytes: &[u8]) {
        let mut part: Vec<u8> = Vec::new();
        let mut kind = match self.in_error {
            true => "error-continue",
            false => "",
        };
        let mut i = 0;
        while i < bytes.len() {
            let b = bytes[i];
            i += 1;
            if self.escaped {
                self.escaped = false;
                part.push(b);
                continue;
            }
            match b {
                ESCAPE => self.escaped = true,
                ERROR_BEGIN => {
                    self.emit(&part, kind);
                    part.clear();
                    self.in_error = true;
                    kind = "error";
                }
                ERROR_END => {
                    if bytes.get(i) == Some(&b'\n') {
                        part.push(b'\n');
                        i += 1;
                    }
                    self.emit(&part, kind);
                    part.clear();
                    self.in_error = false;
                    kind = "";
                }
                b => part.push(b),
            }
        }
        self.emit(&part, kind);
    }

    fn emit(&mut self, part: &[u8], kind: &str) {
        if part.is_empty() {
            return;
        }
        let mut more = vec![("Output", string(&String::from_utf8_lossy(part)))];
        if !kind.is_empty() {
            more.push(("OutputType", string(kind)));
        }
        self.event("output", &more);
    }

    /// The program ended, badly or not.
    pub fn exited(&mut self, ok: bool) {
        if !ok {
            self.result = Some("fail");
        }
    }

    /// A line of the command about the package.
    pub fn summary(&mut self, line: &str) {
        self.flush_rest();
        self.marked = false;
        self.line(line.as_bytes());
    }

    fn flush_rest(&mut self) {
        let rest = std::mem::take(&mut self.rest);
        if !rest.is_empty() {
            self.broken_line(&rest);
        }
    }

    /// Ends with the result of the package.
    pub fn close(&mut self) {
        let elapsed = (self.start.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;
        self.close_at(elapsed);
    }

    /// The same, after a given time.
    pub fn close_at(&mut self, elapsed: f64) {
        self.flush_rest();
        self.flush_pending(0);
        let action = self.result.unwrap_or("pass");
        let elapsed = if action == "skip" { 0.0 } else { elapsed };
        let mut more = vec![("Elapsed", seconds(elapsed))];
        if let Some(b) = &self.failed_build {
            more.push(("FailedBuild", string(b)));
        }
        self.event(action, &more);
    }
}
