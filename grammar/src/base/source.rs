//! The source files of one instance.

use std::sync::{Arc, OnceLock};

use parking_lot::Mutex;

use super::{Pos, Span};

crate::define_id! {
    /// One file of a [`SourceMap`].
    pub struct FileId;
}

/// A position as people read it; line and column count from 1, the column in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1.
    pub col: u32,
}

/// The text of a file: read from somewhere, or part of the binary.
#[derive(Clone, Debug)]
pub enum Text {
    /// Read, and shared by all who need it.
    Shared(Arc<[u8]>),
    /// Embedded.
    Static(&'static [u8]),
}

impl std::ops::Deref for Text {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Text::Shared(t) => t,
            Text::Static(t) => t,
        }
    }
}

impl<T: Into<Arc<[u8]>>> From<T> for Text {
    fn from(t: T) -> Text {
        Text::Shared(t.into())
    }
}

/// The effect of a `//line` directive: what stands from `at` on is said to come from elsewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineMark {
    /// The first byte it is about.
    pub at: u32,
    /// The other file.
    pub name: Arc<str>,
    /// The line there.
    pub line: u32,
    /// The column there; 0 if columns are not known.
    pub col: u32,
}

/// A position with `//line` directives taken into account.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Presumed {
    /// The file's name; may be empty.
    pub name: Arc<str>,
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1; 0 if not known.
    pub col: u32,
}

/// One source file.
pub struct SourceFile {
    name: Arc<str>,
    marks: OnceLock<Box<[LineMark]>>,
    src: Text,
    base: u32,
    /// Where each line begins; found when first asked for.
    lines: OnceLock<Box<[u32]>>,
}

impl SourceFile {
    /// The name the file was added under.
    pub fn name(&self) -> &str {
        &self.name
    }
    /// The text.
    pub fn src(&self) -> &[u8] {
        &self.src
    }
    /// The text, shared.
    pub fn shared(&self) -> Text {
        self.src.clone()
    }
    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let newlines = memchr::memchr_iter(b'\n', &self.src);
            let mut lines = Vec::with_capacity(self.src.len() / 24 + 2);
            lines.push(0);
            lines.extend(newlines.map(|at| at as u32 + 1));
            lines.into()
        })
    }
    /// The position of the first byte.
    pub fn base(&self) -> Pos {
        Pos(self.base)
    }
    /// All of the file.
    pub fn span(&self) -> Span {
        Span {
            lo: self.base,
            hi: self.base + self.src.len() as u32,
        }
    }
    /// Says what its `//line` directives mean, in order of position. Counts only once.
    pub fn set_line_marks(&self, marks: Vec<LineMark>) {
        let _ = self.marks.set(marks.into());
    }
    /// Whether it has `//line` directives.
    pub fn has_line_marks(&self) -> bool {
        self.marks.get().is_some()
    }
    /// Where byte `offset` is said to come from.
    pub fn presumed(&self, offset: u32) -> Presumed {
        let (line, col) = self.line_col(offset);
        let marks = self.marks.get().map_or(&[][..], |m| m);
        let n = marks.partition_point(|m| m.at <= offset);
        let Some(m) = n.checked_sub(1).map(|i| &marks[i]) else {
            return Presumed {
                name: self.name.clone(),
                line,
                col,
            };
        };
        let (mark_line, mark_col) = self.line_col(m.at);
        Presumed {
            name: m.name.clone(),
            line: m.line + (line - mark_line),
            col: match m.col {
                0 => 0,
                c if line == mark_line => c + (col - mark_col),
                _ => col,
            },
        }
    }
    /// The number of lines.
    pub fn line_count(&self) -> u32 {
        self.lines().len() as u32
    }
    /// Line and column (from 1, in bytes) of byte `offset`.
    pub fn line_col(&self, offset: u32) -> (u32, u32) {
        let lines = self.lines();
        let line = lines.partition_point(|&start| start <= offset);
        (line as u32, offset - lines[line - 1] + 1)
    }
    /// The line (from 1) of byte `offset`, and the bytes that are in this line.
    pub fn line_around(&self, offset: u32) -> (u32, std::ops::Range<u32>) {
        let lines = self.lines();
        let line = lines.partition_point(|&start| start <= offset);
        let end = lines.get(line).copied().unwrap_or(u32::MAX);
        (line as u32, lines[line - 1]..end)
    }
    /// The byte range of a line (from 1), without its newline.
    pub fn line_range(&self, line: u32) -> std::ops::Range<usize> {
        let n = line as usize;
        let lines = self.lines();
        if n == 0 || n > lines.len() {
            return 0..0;
        }
        let start = lines[n - 1] as usize;
        let mut end = lines.get(n).map_or(self.src.len(), |&e| e as usize);
        while end > start && matches!(self.src[end - 1], b'\n' | b'\r') {
            end -= 1;
        }
        start..end
    }
}

/// All source files of one instance. Files are only ever added.
pub struct SourceMap {
    files: boxcar::Vec<SourceFile>,
    next_base: Mutex<u32>,
}

impl Default for SourceMap {
    fn default() -> Self {
        Self::new()
    }
}

impl SourceMap {
    /// No files yet.
    pub fn new() -> Self {
        SourceMap {
            files: boxcar::Vec::new(),
            next_base: Mutex::new(1),
        }
    }

    /// Adds a file. A file that no longer fits the 4 GiB of positions is replaced by an empty one.
    pub fn add_file(&self, name: impl Into<String>, src: impl Into<Text>) -> FileId {
        let mut src: Text = src.into();
        let mut next = self.next_base.lock();
        let fits = u32::try_from(src.len())
            .ok()
            .and_then(|n| n.checked_add(2)?.checked_add(*next));
        let end = match fits {
            Some(end) => end,
            None => {
                src = Text::Static(&[]);
                next.saturating_add(1)
            }
        };
        let file = SourceFile {
            name: name.into().into(),
            marks: OnceLock::new(),
            src,
            base: *next,
            lines: OnceLock::new(),
        };
        *next = end;
        FileId(self.files.push(file) as u32)
    }

    /// The file with this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.index()]
    }

    /// The number of files.
    pub fn file_count(&self) -> usize {
        self.files.count()
    }

    /// The file that holds `pos`.
    pub fn file_of(&self, pos: Pos) -> Option<FileId> {
        if !pos.is_known() {
            return None;
        }
        let (mut lo, mut hi) = (0, self.files.count());
        while lo < hi {
            let mid = (lo + hi) / 2;
            if self.files.get(mid)?.base <= pos.0 {
                lo = mid + 1
            } else {
                hi = mid
            }
        }
        let id = lo.checked_sub(1)?;
        let file = self.files.get(id)?;
        (pos.0 - file.base <= file.src.len() as u32).then_some(FileId(id as u32))
    }

    /// File, line and column of `pos`.
    pub fn location(&self, pos: Pos) -> Option<Location> {
        let id = self.file_of(pos)?;
        let file = self.file(id);
        let (line, col) = file.line_col(pos.0 - file.base);
        Some(Location {
            file: id,
            line,
            col,
        })
    }

    /// Name, line and column of `pos` as `//line` directives have it.
    pub fn presumed(&self, pos: Pos) -> Option<Presumed> {
        let file = self.file(self.file_of(pos)?);
        Some(file.presumed(pos.0 - file.base))
    }

    /// The line of `pos`, or 0.
    pub fn line(&self, pos: Pos) -> u32 {
        self.location(pos).map_or(0, |l| l.line)
    }

    /// The text of a line (from 1), without its newline.
    pub fn line_text(&self, id: FileId, line: u32) -> String {
        let file = self.file(id);
        String::from_utf8_lossy(&file.src[file.line_range(line)]).into_owned()
    }

    /// The text under `span`.
    pub fn text(&self, span: Span) -> &[u8] {
        let Some(id) = self.file_of(span.start()) else {
            return &[];
        };
        let file = self.file(id);
        let (lo, hi) = (
            (span.lo - file.base) as usize,
            span.hi.saturating_sub(file.base) as usize,
        );
        file.src
            .get(lo..hi.max(lo).min(file.src.len()))
            .unwrap_or(&[])
    }
}
