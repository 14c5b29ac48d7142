//! The file of what was entered: one entry a line, newlines and backslashes in it escaped.
//!
//! An entry is appended the moment it is accepted, in one write under the file's lock: it survives a kill, and several prompts
//! at once add to one file without losing each other's entries. A file that has grown to twice [`KEPT`] is cut when it is read.

use std::fs::File;
use std::fs::OpenOptions;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

/// How many entries are remembered.
pub const KEPT: usize = 10_000;

/// Where entries are kept, if there is a place.
#[derive(Clone, Debug, Default)]
pub struct HistoryFile {
    path: Option<PathBuf>,
}

impl HistoryFile {
    /// `$XDG_STATE_HOME/golite/history`, else `~/.local/state/golite/history`.
    pub fn of_user() -> HistoryFile {
        let absolute = |name| {
            std::env::var_os(name)
                .map(PathBuf::from)
                .filter(|p| p.is_absolute())
        };
        let state =
            absolute("XDG_STATE_HOME").or_else(|| absolute("HOME").map(|h| h.join(".local/state")));
        HistoryFile {
            path: state.map(|s| s.join("golite").join("history")),
        }
    }

    /// The last entries, oldest first. What can not be read is left out: a history is never worth an error.
    pub fn load(&self) -> Vec<String> {
        let Some(path) = &self.path else {
            return Vec::new();
        };
        let Ok(bytes) = std::fs::read(path) else {
            return Vec::new();
        };
        let text = String::from_utf8_lossy(&bytes);
        let lines: Vec<&str> = text.lines().filter(|l| !l.is_empty()).collect();
        let kept = &lines[lines.len().saturating_sub(KEPT)..];
        if lines.len() >= 2 * KEPT {
            let _ = self.cut();
        }
        kept.iter().map(|l| unescape(l)).collect()
    }

    /// Adds an entry.
    pub fn append(&self, entry: &str) {
        // Without a place to write to, the prompt works all the same.
        let _ = self.try_append(entry);
    }

    fn try_append(&self, entry: &str) -> std::io::Result<()> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        let mut file = locked(path)?;
        let mut line = String::new();
        if !ends_with_newline(&mut file)? {
            line.push('\n');
        }
        line.push_str(&escape(entry));
        line.push('\n');
        file.write_all(line.as_bytes())
    }

    /// Leaves only the last [`KEPT`] entries in the file, which is replaced as a whole.
    fn cut(&self) -> std::io::Result<()> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        let mut file = locked(path)?;
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_end(&mut bytes)?;
        let mut starts = memchr::memrchr_iter(b'\n', &bytes).map(|i| i + 1);
        // The first newline from the end closes the last entry.
        let Some(from) = starts.nth(KEPT) else {
            return Ok(());
        };
        let new = path.with_extension(format!("{}", std::process::id()));
        private(&new)?.write_all(&bytes[from..])?;
        std::fs::rename(&new, path)
    }
}

/// The history's file, open for appending and locked until it is closed.
fn locked(path: &Path) -> std::io::Result<File> {
    loop {
        let file = private(path)?;
        file.lock()?;
        // Whoever cut the file meanwhile has put another in its place.
        if same_file(&file, path) {
            return Ok(file);
        }
    }
}

fn private(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::DirBuilderExt;
    use std::os::unix::fs::OpenOptionsExt;
    if let Some(dir) = path.parent()
        && !dir.exists()
    {
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(dir)?;
    }
    OpenOptions::new()
        .read(true)
        .append(true)
        .create(true)
        .mode(0o600)
        .open(path)
}

fn same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(a), Ok(b)) => (a.dev(), a.ino()) == (b.dev(), b.ino()),
        _ => true,
    }
}

fn ends_with_newline(file: &mut File) -> std::io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(true);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

fn escape(entry: &str) -> String {
    entry.replace('\\', "\\\\").replace('\n', "\\n")
}

fn unescape(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some(c) => out.push(c),
                None => out.push('\\'),
            },
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> HistoryFile {
        let dir = std::env::temp_dir().join(format!("golite-history-{}", std::process::id()));
        let path = dir.join(name);
        let _ = std::fs::remove_file(&path);
        HistoryFile { path: Some(path) }
    }

    #[test]
    fn entries_come_back_as_they_were() {
        let h = scratch("plain");
        assert!(h.load().is_empty());
        let entries = ["x := 1", "func f() {\n\treturn\n}", r#"s := "a\nb\\""#, "é"];
        for e in entries {
            h.append(e);
        }
        assert_eq!(h.load(), entries);
    }

    #[test]
    fn a_line_cut_short_does_not_swallow_the_next() {
        let h = scratch("short");
        h.append("first");
        let path = h.path.clone().expect("set");
        let mut bytes = std::fs::read(&path).expect("written");
        bytes.pop();
        std::fs::write(&path, bytes).expect("writable");
        h.append("second");
        assert_eq!(h.load(), ["first", "second"]);
    }

    #[test]
    fn several_writers_lose_nothing() {
        let h = scratch("several");
        std::thread::scope(|s| {
            for t in 0..4 {
                let h = h.clone();
                s.spawn(move || (0..50).for_each(|i| h.append(&format!("{t}:{i}"))));
            }
        });
        let all = h.load();
        assert_eq!(all.len(), 200);
        for t in 0..4 {
            let mine = all.iter().filter(|e| e.starts_with(&format!("{t}:")));
            let want: Vec<String> = (0..50).map(|i| format!("{t}:{i}")).collect();
            assert_eq!(mine.cloned().collect::<Vec<_>>(), want);
        }
    }

    #[test]
    fn a_long_history_is_cut() {
        let h = scratch("long");
        let path = h.path.clone().expect("set");
        h.append("0");
        let text: String = (0..2 * KEPT + 5).map(|i| format!("{i}\n")).collect();
        std::fs::write(&path, text).expect("writable");
        let last = (2 * KEPT + 4).to_string();
        assert_eq!(h.load().last(), Some(&last));
        let text = std::fs::read_to_string(&path).expect("there");
        assert_eq!(text.lines().count(), KEPT);
        assert_eq!(text.lines().next_back(), Some(last.as_str()));
    }
}
