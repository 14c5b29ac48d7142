//! Natives of package strings; package bytes uses them on views of its slices.

use crate::natives::text;
use crate::natives::unicode_tables as tables;
use crate::value::string;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Slice;
use crate::vm::native::Stop;
use crate::vm::native::Strings;
use crate::vm::native::natives;

fn place(i: Option<usize>) -> i64 {
    i.map_or(-1, |i| i as i64)
}

/// The new text, or the old string if nothing changed.
fn changed<'c>(
    cx: &mut NativeCx<'c>,
    s: GoStr<'c>,
    new: Option<Vec<u8>>,
) -> Result<GoStr<'c>, Stop> {
    match new {
        Some(b) => cx.new_string(&b),
        None => Ok(s),
    }
}

natives! { TABLE;
    fn "strings.Index"(cx, s: GoStr, substr: GoStr) -> i64 {
        Ok(place(text::index(&s, &substr)))
    }
    fn "strings.LastIndex"(cx, s: GoStr, substr: GoStr) -> i64 {
        Ok(place(text::last_index(&s, &substr)))
    }
    fn "strings.IndexByte"(cx, s: GoStr, c: u8) -> i64 {
        Ok(place(memchr::memchr(c, &s)))
    }
    fn "strings.LastIndexByte"(cx, s: GoStr, c: u8) -> i64 {
        Ok(place(memchr::memrchr(c, &s)))
    }
    fn "strings.IndexRune"(cx, s: GoStr, r: i32) -> i64 {
        Ok(place(text::index_rune(&s, r as u32)))
    }
    fn "strings.IndexAny"(cx, s: GoStr, chars: GoStr) -> i64 {
        Ok(place(text::index_any(&s, &chars)))
    }
    fn "strings.LastIndexAny"(cx, s: GoStr, chars: GoStr) -> i64 {
        Ok(place(text::last_index_any(&s, &chars)))
    }
    fn "strings.Count"(cx, s: GoStr, substr: GoStr) -> i64 {
        Ok(text::count(&s, &substr) as i64)
    }
    fn "strings.EqualFold"(cx, s: GoStr, t: GoStr) -> bool {
        Ok(text::equal_fold(&s, &t))
    }
    fn "strings.ToUpper"(cx, s: GoStr<'_>) -> GoStr<'_> {
        changed(cx, s, text::to_upper(&s))
    }
    fn "strings.ToLower"(cx, s: GoStr<'_>) -> GoStr<'_> {
        changed(cx, s, text::to_lower(&s))
    }
    fn "strings.ToTitle"(cx, s: GoStr<'_>) -> GoStr<'_> {
        changed(cx, s, text::map(&s, tables::to_title))
    }
    fn "strings.Title"(cx, s: GoStr<'_>) -> GoStr<'_> {
        changed(cx, s, text::title(&s))
    }
    fn "strings.ToValidUTF8"(cx, s: GoStr<'_>, replacement: GoStr) -> GoStr<'_> {
        changed(cx, s, text::to_valid(&s, &replacement))
    }
    fn "strings.TrimSpace"(cx, s: GoStr<'_>) -> GoStr<'_> {
        let lo = text::skip_left(&s, tables::is_space);
        let hi = lo + text::skip_right(&s[lo..], tables::is_space);
        Ok(s.slice(lo, hi))
    }
    fn "strings.Trim"(cx, s: GoStr<'_>, cutset: GoStr) -> GoStr<'_> {
        let cut = |r| text::index_rune(&cutset, r).is_some();
        let lo = text::skip_left(&s, cut);
        let hi = lo + text::skip_right(&s[lo..], cut);
        Ok(s.slice(lo, hi))
    }
    fn "strings.TrimLeft"(cx, s: GoStr<'_>, cutset: GoStr) -> GoStr<'_> {
        let lo = text::skip_left(&s, |r| text::index_rune(&cutset, r).is_some());
        Ok(s.slice(lo, s.len()))
    }
    fn "strings.TrimRight"(cx, s: GoStr<'_>, cutset: GoStr) -> GoStr<'_> {
        Ok(s.slice(0, text::skip_right(&s, |r| text::index_rune(&cutset, r).is_some())))
    }
    fn "strings.Fields"(cx, s: GoStr<'_>) -> Slice {
        cx.new_pieces(s, &text::fields(&s))
    }
    fn "strings.split"(cx, s: GoStr<'_>, sep: GoStr, keep: i64, n: i64) -> Slice {
        if n == 0 {
            return Ok(Slice::NIL);
        }
        cx.new_pieces(s, &text::split(&s, &sep, keep as usize, n))
    }
    fn "strings.Join"(cx, elems: Strings, sep: GoStr) -> GoStr<'_> {
        let all = elems.to_vec();
        match &all[..] {
            [] => Ok(GoStr::EMPTY),
            [one] => Ok(*one),
            _ => {
                let total = all.iter().map(|e| e.len()).sum::<usize>() + sep.len() * (all.len() - 1);
                let mut out = Vec::with_capacity(total);
                for (i, e) in all.iter().enumerate() {
                    if i > 0 {
                        out.extend_from_slice(&sep);
                    }
                    out.extend_from_slice(e);
                }
                cx.new_string(&out)
            }
        }
    }
    fn "strings.replace"(cx, s: GoStr<'_>, old: GoStr, new: GoStr, n: i64) -> GoStr<'_> {
        changed(cx, s, text::replace(&s, &old, &new, n))
    }
    fn "strings.replaceMany"(cx, s: GoStr<'_>, oldnew: Strings) -> GoStr<'_> {
        let all = oldnew.to_vec();
        let pairs: Vec<(&[u8], &[u8])> = all.chunks_exact(2).map(|p| (p[0].bytes(), p[1].bytes())).collect();
        changed(cx, s, text::replace_many(&s, &pairs))
    }
    fn "strings.repeat"(cx, s: GoStr<'_>, count: i64) -> GoStr<'_> {
        Ok(string::repeat(cx.cache(), s, count as usize)?)
    }
}
