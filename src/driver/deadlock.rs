//! A deadlock in words: who waits for what, who could help and why they do not, circles, and what usually is the mistake.
//!
//! Names of channels and locks are read from the source, at the line that waits or the line that made them; without
//! the source the explanation says `a chan int`.

use crate::vm::FrameInfo;
use crate::vm::stuck::Awaited;
use crate::vm::stuck::LockKind;
use crate::vm::stuck::Stuck;
use crate::vm::stuck::StuckGoroutine;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write;

/// Groups of goroutines that are described one by one.
const SHOWN: usize = 20;

struct Words<'a> {
    stuck: &'a Stuck,
    color: bool,
    sources: RefCell<HashMap<String, Vec<String>>>,
    out: String,
    hints: Vec<String>,
}

/// The explanation, beginning with an empty line.
pub fn explain(stuck: &Stuck, color: bool) -> String {
    let mut words = Words {
        stuck,
        color,
        sources: RefCell::default(),
        out: String::from("\n"),
        hints: Vec::new(),
    };
    words.all();
    words.out
}

impl Words<'_> {
    fn all(&mut self) {
        let title = self.bold("why nothing can run");
        let _ = writeln!(self.out, "{title}");
        let groups = self.groups();
        for group in groups.iter().take(SHOWN) {
            self.group(group);
        }
        let left: usize = groups.iter().skip(SHOWN).map(Vec::len).sum();
        if left + self.stuck.more > 0 {
            let _ = writeln!(self.out, "  and {} more goroutines", left + self.stuck.more);
        }
        if groups.is_empty() {
            let _ = writeln!(self.out, "  no goroutine is left");
        }
        if self.stuck.main_gone {
            self.hint("main has ended itself with runtime.Goexit: the program then goes on until something calls os.Exit".into());
        }
        if let Some(circle) = self.circle() {
            self.tell_circle(&circle);
        }
        for hint in std::mem::take(&mut self.hints) {
            let label = self.bold("hint");
            let _ = writeln!(self.out, "  {label}: {hint}");
        }
        let _ = writeln!(self.out, "  golite explain deadlock says more");
    }

    fn bold(&self, text: &str) -> String {
        match self.color {
            true => format!("\x1b[1m{text}\x1b[0m"),
            false => text.to_string(),
        }
    }

    fn hint(&mut self, text: String) {
        if !self.hints.contains(&text) {
            self.hints.push(text);
        }
    }

    /// Goroutines that wait at the same place for the same things, by index.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let key = |g: &StuckGoroutine| {
            let at = |f: &Option<FrameInfo>| f.as_ref().map(|f| (f.file.clone(), f.line));
            (
                g.main,
                at(&g.place),
                at(&g.started),
                format!("{:?}", g.awaits),
            )
        };
        let mut known = HashMap::new();
        for (k, g) in self.stuck.goroutines.iter().enumerate() {
            let n = *known.entry(key(g)).or_insert_with(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            groups[n].push(k);
        }
        groups
    }

    fn group(&mut self, group: &[usize]) {
        let g = &self.stuck.goroutines[group[0]];
        let ids: Vec<String> = group
            .iter()
            .take(8)
            .map(|k| self.stuck.goroutines[*k].id.to_string())
            .collect();
        let mut who = match group.len() {
            1 => format!("goroutine {}", ids[0]),
            n if n <= 8 => format!("goroutines {}", ids.join(", ")),
            n => format!("goroutines {} and {} more", ids.join(", "), n - 8),
        };
        let verb = if group.len() == 1 { "waits" } else { "wait" };
        if g.main {
            who.push_str(" (main)");
        } else if let Some(s) = &g.started {
            let _ = write!(who, " (started at {})", short(s));
        } else if let Some(name) = &g.entry {
            let _ = write!(who, " ({name})");
        }
        let line = g.place.as_ref().map(|p| self.line(p)).unwrap_or_default();
        let what: Vec<String> = g.awaits.iter().map(|a| self.what(a, g, &line)).collect();
        let what = match (g.select, what.as_slice()) {
            (true, [_, _, ..]) => "in a select".to_string(),
            (_, [one]) => one.clone(),
            _ => format!("({})", g.reason),
        };
        let who = self.bold(&who);
        let _ = writeln!(self.out, "  {who} {verb} {what}");
        if let Some(p) = &g.place {
            self.quote("at", p);
        }
        for (k, a) in g.awaits.iter().enumerate() {
            if g.select && g.awaits.len() > 1 {
                let case = self.what(a, g, "");
                let _ = writeln!(self.out, "      case {}: {case}", k + 1);
            }
            self.more_about(a);
            self.hints_for(a, g, &line);
        }
        if self.certain(g).is_empty() && !g.helpers.is_empty() {
            let ids: Vec<String> = g
                .helpers
                .iter()
                .take(5)
                .map(|k| self.stuck.goroutines[*k].id.to_string())
                .collect();
            let more = if g.helpers.len() > 5 { ", ..." } else { "" };
            let (goroutine, verb) = if g.helpers.len() == 1 {
                ("goroutine", "waits itself")
            } else {
                ("goroutines", "wait themselves")
            };
            let _ = writeln!(
                self.out,
                "      {goroutine} {}{more} can get at it, but {verb}",
                ids.join(", ")
            );
        }
    }

    /// What a goroutine waits for, after "waits".
    fn what(&self, a: &Awaited, g: &StuckGoroutine, line: &str) -> String {
        let one = !(g.select && g.awaits.len() > 1);
        match a {
            Awaited::Channel { channel, send } => {
                let c = &self.stuck.channels[*channel];
                let named = if one { channel_at(line, *send) } else { None };
                let made = || {
                    c.made
                        .as_ref()
                        .and_then(|p| assigned_at(&self.line(p), "make("))
                };
                let name = named.or_else(made);
                let size = match (c.timer, c.cap) {
                    (true, _) => "the channel of a timer".to_string(),
                    (_, 0) => format!("an unbuffered {}", or_channel(&c.ty)),
                    (_, n) => format!("a {} with {} of {n} places taken", or_channel(&c.ty), c.len),
                };
                let object = match name {
                    Some(n) => format!("{n}, {size}"),
                    None => size,
                };
                match send {
                    true => format!("to send on {object}"),
                    false => format!("to receive from {object}"),
                }
            }
            Awaited::NilChannel { send: true } => "to send on a nil channel: forever".into(),
            Awaited::NilChannel { send: false } => "to receive from a nil channel: forever".into(),
            Awaited::Lock { lock, kind, once } => {
                let rw = self.stuck.locks[*lock].rw;
                let name = match kind {
                    LockKind::Read => before(line, ".RLock()"),
                    _ => before(line, ".Lock()"),
                };
                let ty = match (once, rw) {
                    (true, _) => return "for a sync.Once whose function has not returned".into(),
                    (_, true) => "a sync.RWMutex",
                    (_, false) => "a sync.Mutex",
                };
                let purpose = match kind {
                    LockKind::Mutex => "",
                    LockKind::Read => " for reading",
                    LockKind::Write => " for writing",
                };
                match name {
                    Some(n) => format!("to lock {n}, {ty},{purpose}")
                        .trim_end_matches(',')
                        .into(),
                    None => format!("to lock {ty}{purpose}"),
                }
            }
            Awaited::WaitGroup { count, .. } => match before(line, ".Wait()") {
                Some(n) => format!("for {n}, a sync.WaitGroup that still counts {count}"),
                None => format!("for a sync.WaitGroup that still counts {count}"),
            },
            Awaited::Cond => match before(line, ".Wait()") {
                Some(n) => format!("for a Signal or Broadcast of {n}, a sync.Cond"),
                None => "for the Signal or Broadcast of a sync.Cond".into(),
            },
            Awaited::Nothing => "in a select that can never go on".into(),
            Awaited::Other => format!("({})", g.reason),
        }
    }

    /// Where a thing was made, who holds it.
    fn more_about(&mut self, a: &Awaited) {
        match a {
            Awaited::Channel { channel, .. } => {
                if let Some(p) = &self.stuck.channels[*channel].made {
                    self.quote("made at", p);
                }
            }
            Awaited::Lock { lock, .. } => {
                let l = &self.stuck.locks[*lock];
                if let Some((id, p)) = &l.holder {
                    let ended = if l.holder_ended {
                        ", which has ended"
                    } else {
                        ""
                    };
                    let _ = writeln!(self.out, "      held by goroutine {id}{ended}");
                    self.quote("locked at", p);
                } else if l.readers > 0 && !l.locked {
                    let readers = plural(l.readers, "reader");
                    let _ = writeln!(self.out, "      held by {readers}");
                }
            }
            _ => {}
        }
    }

    fn hints_for(&mut self, a: &Awaited, g: &StuckGoroutine, line: &str) {
        let alone = g.helpers.is_empty();
        let text = match a {
            Awaited::NilChannel { .. } => {
                "a nil channel is never ready: a channel has to be made with make before it is used".into()
            }
            Awaited::Channel { channel, send } => {
                let c = &self.stuck.channels[*channel];
                match (send, line.contains("range ")) {
                    _ if g.select || c.timer => return,
                    (false, true) => "a range over a channel ends when the channel is closed: whoever sends calls close after the last value".into(),
                    (false, false) if alone => "nobody else has the channel: a receive needs another goroutine that sends or closes".into(),
                    (true, _) if c.cap == 0 && alone => "nobody else has the channel: a send on an unbuffered channel waits until another goroutine receives; start that one before, or give the channel room with make(chan T, n)".into(),
                    (true, _) if c.cap > 0 && alone => "the buffer is full and nobody else has the channel to receive from it".into(),
                    _ => return,
                }
            }
            Awaited::Lock { lock, kind, once } => {
                let l = &self.stuck.locks[*lock];
                match (&l.holder, kind) {
                    _ if *once => "the function of a Once must not call Do of the same Once".into(),
                    (Some((id, _)), _) if *id == g.id => "a lock can not be taken twice: the goroutine that has it waits for itself; unlock first, or have a function that is called with the lock held".into(),
                    (Some(_), _) if l.holder_ended => "a goroutine ended without unlocking: put defer mu.Unlock() right below mu.Lock()".into(),
                    (None, LockKind::Write) if l.readers > 0 => "a read lock can not become a write lock: RUnlock comes before Lock".into(),
                    _ => return,
                }
            }
            Awaited::WaitGroup { count, .. } if alone => {
                let n = plural(*count, "Done");
                format!("no goroutine is left that could call Done, and {n} {} missing: one Add too many, or a return before Done (defer wg.Done() is safe), or a WaitGroup that was copied", if *count == 1 { "is" } else { "are" })
            }
            Awaited::Cond => "Signal and Broadcast wake only those that wait already: check the condition before waiting, in a loop, with the lock held".into(),
            _ => return,
        };
        self.hint(text);
    }

    /// Goroutines that a goroutine surely waits for.
    fn certain(&self, g: &StuckGoroutine) -> Vec<usize> {
        let holder = |a: &Awaited| match a {
            Awaited::Lock { lock, .. } => {
                let id = self.stuck.locks[*lock].holder.as_ref()?.0;
                self.stuck.goroutines.iter().position(|g| g.id == id)
            }
            _ => None,
        };
        g.awaits.iter().filter_map(holder).collect()
    }

    /// The shortest circle of goroutines that wait for each other.
    fn circle(&self) -> Option<Vec<usize>> {
        let all = &self.stuck.goroutines;
        let mut best: Option<Vec<usize>> = None;
        for start in 0..all.len() {
            let mut from: HashMap<usize, usize> = HashMap::new();
            let mut layer = vec![start];
            'search: while !layer.is_empty() {
                let mut next = Vec::new();
                for k in layer {
                    for &h in &all[k].helpers {
                        if h == start {
                            let mut path = vec![k];
                            while let Some(&p) = path.last().and_then(|l| from.get(l)) {
                                path.push(p);
                            }
                            path.reverse();
                            if best.as_ref().is_none_or(|b| path.len() < b.len()) {
                                best = Some(path);
                            }
                            break 'search;
                        }
                        if h != start && !from.contains_key(&h) {
                            from.insert(h, k);
                            next.push(h);
                        }
                    }
                }
                layer = next;
            }
        }
        best
    }

    fn tell_circle(&mut self, circle: &[usize]) {
        let id = |k: usize| self.stuck.goroutines[k].id;
        let text = match circle {
            [one] => format!("goroutine {} waits for itself", id(*one)),
            _ => {
                let steps: Vec<String> = (0..circle.len())
                    .map(|i| {
                        let (a, b) = (circle[i], circle[(i + 1) % circle.len()]);
                        format!("goroutine {} waits for goroutine {}", id(a), id(b))
                    })
                    .collect();
                steps.join(", ")
            }
        };
        let label = self.bold("a circle");
        let _ = writeln!(self.out, "  {label}: {text}");
        let all_locks = circle.iter().all(|k| {
            let awaits = &self.stuck.goroutines[*k].awaits;
            matches!(awaits.as_slice(), [Awaited::Lock { .. }])
        });
        if circle.len() > 1 && all_locks {
            self.hint("take locks in the same order everywhere".into());
        } else if circle.len() > 1 {
            let waits = |f: fn(&Awaited) -> bool| {
                circle
                    .iter()
                    .any(|k| self.stuck.goroutines[*k].awaits.iter().any(f))
            };
            if waits(|a| matches!(a, Awaited::WaitGroup { .. }))
                && waits(|a| matches!(a, Awaited::Channel { send: true, .. }))
            {
                self.hint("results are sent while nobody receives yet: receive before Wait, or wait (and close the channel) in a goroutine of its own".into());
            }
        }
    }

    /// A place with its line of source.
    fn quote(&mut self, how: &str, p: &FrameInfo) {
        let line = self.line(p);
        let text = format!("      {how} {}    {line}", short(p));
        let _ = writeln!(self.out, "{}", text.trim_end());
    }

    /// A line of source, or nothing.
    fn line(&self, p: &FrameInfo) -> String {
        let mut sources = self.sources.borrow_mut();
        let lines = sources.entry(p.file.to_string()).or_insert_with(|| {
            let text = std::fs::read(&*p.file).unwrap_or_default();
            let text = String::from_utf8_lossy(&text).into_owned();
            text.lines().map(|l| l.trim().to_string()).collect()
        });
        let line = lines.get(p.line.saturating_sub(1) as usize).cloned();
        line.unwrap_or_default()
    }
}

fn plural(n: i32, what: &str) -> String {
    match n {
        1 => format!("1 {what}"),
        _ => format!("{n} {what}s"),
    }
}

fn or_channel(ty: &str) -> &str {
    if ty.is_empty() { "channel" } else { ty }
}

/// `f.go:12`
fn short(p: &FrameInfo) -> String {
    let name = p.file.rsplit('/').next().unwrap_or(&p.file);
    format!("{name}:{}", p.line)
}

/// Whether a character can be part of an operand such as `s.done` or `chans[i]`.
fn in_operand(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | ']' | '*')
}

/// The operand that ends right before `text` in a line: `s.mu` in `s.mu.Lock()`.
fn before(line: &str, text: &str) -> Option<String> {
    let mut found = line.match_indices(text);
    let (at, _) = found.next()?;
    // With two of them in a line nobody knows which is meant.
    if found.next().is_some() {
        return None;
    }
    operand_before(&line[..at])
}

fn operand_before(text: &str) -> Option<String> {
    let text = text.trim_end();
    let start = text.rfind(|c| !in_operand(c)).map_or(0, |i| {
        i + text[i..].chars().next().map_or(1, char::len_utf8)
    });
    name(&text[start..])
}

fn operand_after(text: &str) -> Option<String> {
    let text = text.trim_start();
    let end = text.find(|c| !in_operand(c)).unwrap_or(text.len());
    // A call gives a channel that has no name.
    if text[end..].starts_with('(') {
        return None;
    }
    name(&text[..end])
}

fn name(text: &str) -> Option<String> {
    let text = text.trim_start_matches('*');
    let good = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
    good.then(|| text.to_string())
}

/// The channel that a line sends on or receives from.
fn channel_at(line: &str, send: bool) -> Option<String> {
    let mut arrows = line.match_indices("<-");
    let first = arrows.next();
    if arrows.next().is_some() {
        return None;
    }
    match (first, send) {
        (Some((at, _)), true) => operand_before(&line[..at]),
        (Some((at, _)), false) => operand_after(&line[at + 2..]),
        (None, false) => {
            let at = line.find("range ")?;
            operand_after(&line[at + 6..])
        }
        (None, true) => None,
    }
}

/// The variable that a line assigns the result of `call` to.
fn assigned_at(line: &str, call: &str) -> Option<String> {
    let (left, right) = line.split_once('=')?;
    if right.matches(call).count() != 1 {
        return None;
    }
    let left = left.trim_end_matches(':').trim();
    let left = left.strip_prefix("var ").unwrap_or(left);
    let left = left.split_whitespace().next()?;
    (!left.contains(',')).then(|| name(left)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_from_the_line() {
        assert_eq!(
            channel_at("results <- f(x)", true).as_deref(),
            Some("results")
        );
        assert_eq!(channel_at("case s.in <- v:", true).as_deref(), Some("s.in"));
        assert_eq!(
            channel_at("v, ok := <-jobs[i]", false).as_deref(),
            Some("jobs[i]")
        );
        assert_eq!(channel_at("for range ch {", false).as_deref(), Some("ch"));
        assert_eq!(channel_at("out <- <-in", true), None);
        assert_eq!(channel_at("<-time.After(d)", false), None);
        assert_eq!(
            before("defer c.mu.Lock()", ".Lock()").as_deref(),
            Some("c.mu")
        );
        assert_eq!(
            assigned_at("done := make(chan bool)", "make(").as_deref(),
            Some("done")
        );
        assert_eq!(
            assigned_at("var c = make(chan int)", "make(").as_deref(),
            Some("c")
        );
        assert_eq!(assigned_at("a, b := make(chan int), f()", "make("), None);
    }
}
