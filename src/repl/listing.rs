//! Tables of goroutines and channels, for `:goroutines` and `:chans`.

use crate::driver::interactive::ChanInfo;
use crate::driver::interactive::GoroutineInfo;

/// A line for every goroutine.
pub fn goroutines(all: &[GoroutineInfo]) -> String {
    if all.is_empty() {
        return "no goroutines\n".into();
    }
    let rows = all.iter().map(|g| {
        let waited = match g.waited {
            Some(s) if s >= 60 => format!(", {} minutes", s / 60),
            Some(s) if s > 0 => format!(", {s} s"),
            _ => String::new(),
        };
        let place = match g.file.is_empty() {
            true => String::new(),
            false => format!("{}:{}", g.file, g.line),
        };
        let by = g
            .created_by
            .as_ref()
            .map_or(String::new(), |(f, n)| format!("by {f} in goroutine {n}"));
        [
            g.id.to_string(),
            format!("[{}{waited}]", g.state),
            g.func.clone(),
            place,
            by,
        ]
    });
    table(rows.collect())
}

/// A line for every channel.
pub fn channels(all: &[ChanInfo]) -> String {
    if all.is_empty() {
        return "no channels\n".into();
    }
    let list = |ids: &[u64]| {
        let ids: Vec<String> = ids.iter().map(u64::to_string).collect();
        ids.join(", ")
    };
    let rows = all.iter().map(|c| {
        let state = match (c.closed, c.cap) {
            (true, _) => format!("closed, {} left", c.len),
            (false, 0) => "unbuffered".into(),
            (false, cap) => format!("{} of {cap}", c.len),
        };
        let mut waits = Vec::new();
        if !c.receivers.is_empty() {
            waits.push(format!("receiving: goroutine {}", list(&c.receivers)));
        }
        if !c.senders.is_empty() {
            waits.push(format!("sending: goroutine {}", list(&c.senders)));
        }
        [
            format!("{:#x}", c.address),
            format!("chan {}", c.elem),
            state,
            waits.join("; "),
            String::new(),
        ]
    });
    table(rows.collect())
}

/// Columns as wide as their widest cell.
fn table(rows: Vec<[String; 5]>) -> String {
    let width = |k: usize| rows.iter().map(|r| r[k].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..5).map(width).collect();
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, w) in row.iter().zip(&widths).filter(|(_, w)| **w > 0) {
            line.push_str(&format!("{cell:<w$}  "));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_have_lines() {
        let c = |cap, len, closed, receivers: &[u64]| ChanInfo {
            address: 0xc000,
            elem: "int".into(),
            len,
            cap,
            closed,
            receivers: receivers.to_vec(),
            senders: Vec::new(),
        };
        let text = channels(&[
            c(0, 0, false, &[7, 8]),
            c(4, 2, false, &[]),
            c(1, 0, true, &[]),
        ]);
        let want = "0xc000  chan int  unbuffered      receiving: goroutine 7, 8\n\
                    0xc000  chan int  2 of 4\n\
                    0xc000  chan int  closed, 0 left\n";
        assert_eq!(text, want);
        assert_eq!(channels(&[]), "no channels\n");
    }
}
