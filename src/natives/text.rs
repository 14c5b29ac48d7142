//! Searching and rewriting UTF-8 text as Go's package strings does, on plain bytes: the natives of strings are thin covers of
//! these. Bytes that are not UTF-8 count as U+FFFD one by one.

use crate::natives::unicode_tables as tables;
use crate::value::utf8;
use memchr::memmem;

/// Runes with their places and widths.
pub fn runes(b: &[u8]) -> impl Iterator<Item = (usize, u32, usize)> + '_ {
    let mut i = 0;
    std::iter::from_fn(move || {
        if i >= b.len() {
            return None;
        }
        let at = i;
        let (r, n) = if b[i] < 0x80 {
            (u32::from(b[i]), 1)
        } else {
            utf8::decode(&b[i..])
        };
        i += n;
        Some((at, r, n))
    })
}

/// Where `sub` first is in `s`.
pub fn index(s: &[u8], sub: &[u8]) -> Option<usize> {
    match sub {
        [] => Some(0),
        [c] => memchr::memchr(*c, s),
        _ => memmem::find(s, sub),
    }
}

/// Where `sub` last is in `s`.
pub fn last_index(s: &[u8], sub: &[u8]) -> Option<usize> {
    match sub {
        [] => Some(s.len()),
        [c] => memchr::memrchr(*c, s),
        _ => memmem::rfind(s, sub),
    }
}

/// Where the rune first is in `s`.
pub fn index_rune(s: &[u8], r: u32) -> Option<usize> {
    if r < 0x80 {
        return memchr::memchr(r as u8, s);
    }
    if r == utf8::RUNE_ERROR {
        return runes(s).find(|x| x.1 == r).map(|x| x.0);
    }
    let c = char::from_u32(r)?;
    index(s, c.encode_utf8(&mut [0; 4]).as_bytes())
}

/// How often `sub` is in `s` without overlaps.
pub fn count(s: &[u8], sub: &[u8]) -> usize {
    match sub {
        [] => utf8::count(s) + 1,
        [c] => memchr::memchr_iter(*c, s).count(),
        _ => memmem::find_iter(s, sub).count(),
    }
}

/// Where some rune of `chars` first is.
pub fn index_any(s: &[u8], chars: &[u8]) -> Option<usize> {
    runes(s)
        .find(|x| index_rune(chars, x.1).is_some())
        .map(|x| x.0)
}

/// Where some rune of `chars` last is.
pub fn last_index_any(s: &[u8], chars: &[u8]) -> Option<usize> {
    let mut end = s.len();
    while end > 0 {
        let (r, n) = crate::natives::unicode::last(&s[..end]);
        end -= n as usize;
        if index_rune(chars, r as u32).is_some() {
            return Some(end);
        }
    }
    None
}

/// Whether both are equal but for case.
pub fn equal_fold(s: &[u8], t: &[u8]) -> bool {
    let (mut a, mut b) = (runes(s), runes(t));
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some((_, x, _)), Some((_, y, _))) => {
                if x == y {
                    continue;
                }
                let mut r = tables::simple_fold(x);
                while r != x && r != y {
                    r = tables::simple_fold(r);
                }
                if r != y {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

/// Every rune mapped; `None` when that changes nothing. Invalid bytes become U+FFFD.
pub fn map(s: &[u8], mut f: impl FnMut(u32) -> u32) -> Option<Vec<u8>> {
    let mut out: Option<Vec<u8>> = None;
    for (at, r, n) in runes(s) {
        let c = f(r);
        match &mut out {
            Some(o) => utf8::push(o, i64::from(c)),
            None if c != r || (r == utf8::RUNE_ERROR && n == 1) => {
                let mut o = Vec::with_capacity(s.len() + 4);
                o.extend_from_slice(&s[..at]);
                utf8::push(&mut o, i64::from(c));
                out = Some(o);
            }
            None => {}
        }
    }
    out
}

/// strings.ToUpper.
pub fn to_upper(s: &[u8]) -> Option<Vec<u8>> {
    if s.is_ascii() {
        let any = s.iter().any(u8::is_ascii_lowercase);
        return any.then(|| s.to_ascii_uppercase());
    }
    map(s, tables::to_upper)
}

/// strings.ToLower.
pub fn to_lower(s: &[u8]) -> Option<Vec<u8>> {
    if s.is_ascii() {
        let any = s.iter().any(u8::is_ascii_uppercase);
        return any.then(|| s.to_ascii_lowercase());
    }
    map(s, tables::to_lower)
}

fn is_separator(r: u32) -> bool {
    if r < 0x80 {
        let c = r as u8;
        return !(c.is_ascii_alphanumeric() || c == b'_');
    }
    !tables::is_letter(r) && !tables::is_digit(r) && tables::is_space(r)
}

/// strings.Title.
pub fn title(s: &[u8]) -> Option<Vec<u8>> {
    let mut prev = u32::from(b' ');
    map(s, |r| {
        let c = if is_separator(prev) {
            tables::to_title(r)
        } else {
            r
        };
        prev = r;
        c
    })
}

/// strings.ToValidUTF8: runs of invalid bytes replaced.
pub fn to_valid(s: &[u8], replacement: &[u8]) -> Option<Vec<u8>> {
    if std::str::from_utf8(s).is_ok() {
        return None;
    }
    let mut out = Vec::with_capacity(s.len() + replacement.len());
    let mut invalid = false;
    for (at, r, n) in runes(s) {
        if r == utf8::RUNE_ERROR && n == 1 {
            if !invalid {
                out.extend_from_slice(replacement);
            }
            invalid = true;
        } else {
            invalid = false;
            out.extend_from_slice(&s[at..at + n]);
        }
    }
    Some(out)
}

/// Where the text without leading runes of which `f` is true begins.
pub fn skip_left(s: &[u8], f: impl Fn(u32) -> bool) -> usize {
    runes(s).find(|x| !f(x.1)).map_or(s.len(), |x| x.0)
}

/// Where the text without trailing runes of which `f` is true ends.
pub fn skip_right(s: &[u8], f: impl Fn(u32) -> bool) -> usize {
    let mut end = s.len();
    while end > 0 {
        let c = s[end - 1];
        let (r, n) = if c < 0x80 {
            (u32::from(c), 1)
        } else {
            let (r, n) = crate::natives::unicode::last(&s[..end]);
            (r as u32, n as usize)
        };
        if !f(r) {
            break;
        }
        end -= n;
    }
    end
}

/// The places of what is between runs of space.
pub fn fields(s: &[u8]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, r, _) in runes(s) {
        if tables::is_space(r) {
            if let Some(from) = start.take() {
                out.push((from, at));
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    out.extend(start.map(|from| (from, s.len())));
    out
}

/// The places of at most `n` pieces (all if it is negative, and it is not 0) between `sep`, each with its first `keep` bytes.
pub fn split(s: &[u8], sep: &[u8], keep: usize, n: i64) -> Vec<(usize, usize)> {
    let limit = usize::try_from(n).unwrap_or(usize::MAX);
    let mut out = Vec::new();
    if sep.is_empty() {
        for (at, _, width) in runes(s) {
            if out.len() == limit - 1 {
                out.push((at, s.len()));
                break;
            }
            out.push((at, at + width));
        }
        return out;
    }
    let mut from = 0;
    while out.len() < limit - 1 {
        let Some(i) = index(&s[from..], sep) else {
            break;
        };
        out.push((from, from + i + keep));
        from += i + sep.len();
    }
    out.push((from, s.len()));
    out
}

/// The first `n` (all if negative) `old` replaced; `None` when there are none.
pub fn replace(s: &[u8], old: &[u8], new: &[u8], n: i64) -> Option<Vec<u8>> {
    let limit = usize::try_from(n).unwrap_or(usize::MAX);
    let mut out = Vec::with_capacity(s.len());
    let mut from = 0;
    if old.is_empty() {
        let mut done = 0;
        for (at, _, width) in runes(s) {
            if done == limit {
                break;
            }
            out.extend_from_slice(new);
            out.extend_from_slice(&s[at..at + width]);
            from = at + width;
            done += 1;
        }
        if done < limit {
            out.extend_from_slice(new);
        }
        out.extend_from_slice(&s[from..]);
        return Some(out);
    }
    let mut done = 0;
    while done < limit {
        let Some(i) = index(&s[from..], old) else {
            break;
        };
        out.extend_from_slice(&s[from..from + i]);
        out.extend_from_slice(new);
        from += i + old.len();
        done += 1;
    }
    if done == 0 {
        return None;
    }
    out.extend_from_slice(&s[from..]);
    Some(out)
}

/// strings.Replacer: at each place the first pair that fits, in the order of the pairs.
pub fn replace_many(s: &[u8], pairs: &[(&[u8], &[u8])]) -> Option<Vec<u8>> {
    let mut starts = [false; 256];
    let empty = pairs.iter().any(|p| p.0.is_empty());
    for p in pairs {
        if let Some(c) = p.0.first() {
            starts[*c as usize] = true;
        }
    }
    let mut out = Vec::with_capacity(s.len());
    let (mut last, mut i) = (0, 0);
    let (mut any, mut after_empty) = (false, false);
    while i <= s.len() {
        if !empty {
            while i < s.len() && !starts[s[i] as usize] {
                i += 1;
            }
        }
        let hit = pairs
            .iter()
            .find(|p| s[i..].starts_with(p.0) && !(after_empty && p.0.is_empty()));
        after_empty = hit.is_some_and(|p| p.0.is_empty());
        match hit {
            Some((old, new)) => {
                out.extend_from_slice(&s[last..i]);
                out.extend_from_slice(new);
                i += old.len();
                last = i;
                any = true;
            }
            None => i += 1,
        }
    }
    if !any {
        return None;
    }
    out.extend_from_slice(&s[last..]);
    Some(out)
}
