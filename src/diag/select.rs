//! Which diagnostics are shown, and in what order: gc's rules.

use super::Code;
use super::Diagnostic;
use super::Severity;
use crate::base::Pos;
use crate::base::SourceMap;

/// Selects what gc would print of `all` (in order of discovery): one syntax error per line, no repetitions on a line, at
/// most `limit`; sorted by position. The second result is where `too many errors` is to be said.
pub fn select(
    map: &SourceMap,
    all: &[Diagnostic],
    limit: Option<usize>,
) -> (Vec<Diagnostic>, Option<Pos>) {
    let mut shown: Vec<Diagnostic> = Vec::new();
    let line = |d: &Diagnostic| map.location(d.span.start()).map(|l| (l.file, l.line));
    let (mut last_syntax, mut last_other): (Option<_>, Option<_>) = (None, None);
    let mut too_many = None;
    let mut errors = 0;
    let mut seen = std::collections::HashSet::new();
    // The go command looks at packages first and says nothing else. Whoever wants all errors gets the compiler's instead.
    let before_compiling = limit.is_some() && all.iter().any(Diagnostic::is_found_before_compiling);
    let wanted = |d: &&Diagnostic| match before_compiling {
        true => d.is_found_before_compiling(),
        false => d.code != Some(Code::BadHeader),
    };
    for d in all.iter().filter(wanted) {
        if d.is_syntax_error() {
            if last_syntax == Some(line(d)) {
                continue;
            }
            last_syntax = Some(line(d));
        } else {
            let key = (line(d), &d.message);
            if last_other == Some(key) {
                continue;
            }
            last_other = Some(key);
        }
        // A finding that was made twice (say, in two instances of generic code) counts once.
        if !seen.insert((d.span.lo, &d.message)) {
            continue;
        }
        shown.push(d.clone());
        if d.severity == Severity::Error {
            errors += 1;
            if Some(errors) == limit {
                too_many = Some(d.span.start());
                break;
            }
        }
    }
    let place = |d: &Diagnostic| {
        map.presumed(d.span.start())
            // gc does not tell columns from 255 on apart.
            .map(|l| (l.name, l.line, l.col.min(255)))
    };
    shown.sort_by_key(place);
    (shown, too_many)
}
