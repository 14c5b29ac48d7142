//! Repairs: what to change in the text so that a mistake is gone.
//!
//! A repair is only given where it is plain, that is, where a reader of the message would make the same change without thinking.

use super::Diagnostic;
use crate::base::FileId;
use crate::base::SourceMap;
use crate::base::Span;

/// A repair: its edits belong together and do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a request: `remove the import`.
    pub title: String,
    /// Places and the text that takes theirs; an empty place is an insertion.
    pub edits: Vec<(Span, String)>,
}

impl Fix {
    /// Nothing changed yet.
    pub fn new(title: impl Into<String>) -> Fix {
        Fix {
            title: title.into(),
            edits: Vec::new(),
        }
    }

    /// Also puts `text` in a place.
    pub fn replace(mut self, span: Span, text: impl Into<String>) -> Fix {
        self.edits.push((span, text.into()));
        self
    }
}

/// Makes the repairs of `all` that touch one file and do not get into each other's way: the file's new text, and how many were made.
pub fn repair(map: &SourceMap, file: FileId, all: &[Diagnostic]) -> (Vec<u8>, usize) {
    let f = map.file(file);
    let base = f.base().0;
    let mut made: Vec<&(Span, String)> = Vec::new();
    let mut count = 0;
    for fix in all.iter().filter_map(|d| d.fix.as_ref()) {
        let ours = |(s, _): &(Span, String)| map.file_of(s.start()) == Some(file);
        if fix.edits.is_empty() || !fix.edits.iter().all(ours) {
            continue;
        }
        // What one mistake's repair has changed already (the same import missing twice, say) need not be changed again.
        if fix.edits.iter().all(|e| made.contains(&e)) {
            count += 1;
            continue;
        }
        let free = |e: &(Span, String)| {
            made.iter().all(|m| {
                e.0.hi < m.0.lo
                    || e.0.lo > m.0.hi
                    || (e.0.lo == m.0.hi && e.0.lo < e.0.hi && m.0.lo < m.0.hi)
            })
        };
        if fix.edits.iter().all(free) {
            made.extend(&fix.edits);
            count += 1;
        }
    }
    made.sort_by_key(|e| e.0.lo);
    let mut out = Vec::with_capacity(f.src().len());
    let mut at = 0;
    for (span, text) in made {
        let (lo, hi) = (
            (span.lo - base) as usize,
            (span.hi.max(span.lo) - base) as usize,
        );
        let hi = hi.min(f.src().len());
        out.extend_from_slice(&f.src()[at.min(lo)..lo]);
        out.extend_from_slice(text.as_bytes());
        at = hi;
    }
    out.extend_from_slice(&f.src()[at..]);
    (out, count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Code;

    #[test]
    fn repairs_are_made_unless_they_overlap() {
        let map = SourceMap::new();
        let f = map.add_file("f.go", b"a := bb + cc\n".to_vec());
        let base = map.file(f).base();
        let at = |lo, hi| Span::new(base.plus(lo), base.plus(hi));
        let wrong = |fix| Diagnostic::error(Code::UndeclaredName, at(0, 1), "wrong").with_fix(fix);
        let all = [
            wrong(Fix::new("x").replace(at(5, 7), "b")),
            wrong(Fix::new("y").replace(at(6, 10), "never")),
            wrong(
                Fix::new("z")
                    .replace(at(10, 12), "c")
                    .replace(at(12, 12), " + d"),
            ),
        ];
        // The second edit of the third repair begins where the first ends, which is one repair's own business.
        assert_eq!(repair(&map, f, &all), (b"a := b + c + d\n".to_vec(), 2));
    }
}
