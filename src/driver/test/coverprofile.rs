//! The file of `-coverprofile`: what the packages' test programs wrote, put together under one head line.

use super::cover::Counted;
use super::cover::Mode;
use std::fmt::Write;
use std::path::Path;

/// Writes the profile from those of the packages.
pub(super) fn write(to: &Path, mode: Mode, parts: &[String]) -> std::io::Result<()> {
    let mut text = format!("mode: {}\n", mode.name());
    for p in parts {
        let lines = p.lines().filter(|l| !l.starts_with("mode: "));
        for l in lines {
            text.push_str(l);
            text.push('\n');
        }
    }
    std::fs::write(to, text)
}

/// The profile of a package without tests: nothing has run.
pub(super) fn untouched(counted: &[Counted]) -> String {
    let mut out = String::new();
    for c in counted {
        for b in &c.blocks {
            let ((l0, c0), (l1, c1)) = (b.start, b.end);
            let _ = writeln!(out, "{}:{l0}.{c0},{l1}.{c1} {} 0", c.name, b.stmts);
        }
    }
    out
}
