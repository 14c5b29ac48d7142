//! Natives of packages unicode and unicode/utf8.

use crate::natives::text::runes;
use crate::natives::unicode_tables as tables;
use crate::value::utf8;
use crate::vm::native::Bytes;
use crate::vm::native::GoStr;
use crate::vm::native::natives;

fn code_point(r: i32) -> u32 {
    r as u32
}

/// Whether the bytes begin with a complete rune, valid or not.
fn is_full(b: &[u8]) -> bool {
    if b.is_empty() {
        return false;
    }
    let need = match b[0] {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => 1,
    };
    if b.len() >= need {
        return true;
    }
    // Too short: complete only if what is there can not become valid.
    let (lo, hi) = match b[0] {
        0xE0 => (0xA0, 0xBF),
        0xED => (0x80, 0x9F),
        0xF0 => (0x90, 0xBF),
        0xF4 => (0x80, 0x8F),
        _ => (0x80, 0xBF),
    };
    (b.len() > 1 && !(lo..=hi).contains(&b[1])) || (b.len() > 2 && !(0x80..=0xBF).contains(&b[2]))
}

fn first(b: &[u8]) -> (i32, i64) {
    if b.is_empty() {
        return (utf8::RUNE_ERROR as i32, 0);
    }
    let (r, n) = utf8::decode(b);
    (r as i32, n as i64)
}

/// The last rune and its width.
pub fn last(b: &[u8]) -> (i32, i64) {
    let end = b.len();
    if end == 0 {
        return (utf8::RUNE_ERROR as i32, 0);
    }
    for start in (end.saturating_sub(4)..end).rev() {
        if b[start] & 0xC0 != 0x80 {
            let (r, n) = utf8::decode(&b[start..]);
            if start + n == end {
                return (r as i32, n as i64);
            }
            break;
        }
    }
    (utf8::RUNE_ERROR as i32, 1)
}

fn head(p: Bytes) -> Vec<u8> {
    p.read(0, p.len().min(4))
}

natives! { TABLE;
    fn "unicode.isTable"(cx, id: i64, r: i32) -> bool {
        Ok(tables::is_in(id as usize, code_point(r)))
    }
    fn "unicode.IsDigit"(cx, r: i32) -> bool {
        Ok(tables::is_digit(code_point(r)))
    }
    fn "unicode.IsGraphic"(cx, r: i32) -> bool {
        Ok(tables::is_graphic(code_point(r)))
    }
    fn "unicode.IsLetter"(cx, r: i32) -> bool {
        Ok(tables::is_letter(code_point(r)))
    }
    fn "unicode.IsLower"(cx, r: i32) -> bool {
        Ok(tables::is_lower(code_point(r)))
    }
    fn "unicode.IsMark"(cx, r: i32) -> bool {
        Ok(tables::is_in(tables::id::M, code_point(r)))
    }
    fn "unicode.IsNumber"(cx, r: i32) -> bool {
        Ok(tables::is_number(code_point(r)))
    }
    fn "unicode.IsPrint"(cx, r: i32) -> bool {
        Ok(tables::is_print(code_point(r)))
    }
    fn "unicode.IsPunct"(cx, r: i32) -> bool {
        Ok(tables::is_in(tables::id::P, code_point(r)))
    }
    fn "unicode.IsSpace"(cx, r: i32) -> bool {
        Ok(tables::is_space(code_point(r)))
    }
    fn "unicode.IsSymbol"(cx, r: i32) -> bool {
        Ok(tables::is_in(tables::id::S, code_point(r)))
    }
    fn "unicode.IsTitle"(cx, r: i32) -> bool {
        Ok(tables::is_in(tables::id::LT, code_point(r)))
    }
    fn "unicode.IsUpper"(cx, r: i32) -> bool {
        Ok(tables::is_upper(code_point(r)))
    }
    fn "unicode.ToUpper"(cx, r: i32) -> i32 {
        Ok(tables::to_upper(code_point(r)) as i32)
    }
    fn "unicode.ToLower"(cx, r: i32) -> i32 {
        Ok(tables::to_lower(code_point(r)) as i32)
    }
    fn "unicode.ToTitle"(cx, r: i32) -> i32 {
        Ok(tables::to_title(code_point(r)) as i32)
    }
    fn "unicode.SimpleFold"(cx, r: i32) -> i32 {
        Ok(tables::simple_fold(code_point(r)) as i32)
    }
    fn "unicode/utf8.DecodeRune"(cx, p: Bytes) -> (i32, i64) {
        Ok(first(&head(p)))
    }
    fn "unicode/utf8.DecodeRuneInString"(cx, s: GoStr) -> (i32, i64) {
        Ok(first(&s))
    }
    fn "unicode/utf8.DecodeLastRune"(cx, p: Bytes) -> (i32, i64) {
        Ok(last(&p.read(p.len().saturating_sub(4), p.len())))
    }
    fn "unicode/utf8.DecodeLastRuneInString"(cx, s: GoStr) -> (i32, i64) {
        Ok(last(&s))
    }
    fn "unicode/utf8.RuneCount"(cx, p: Bytes) -> i64 {
        Ok(utf8::count(&p.to_vec()) as i64)
    }
    fn "unicode/utf8.RuneCountInString"(cx, s: GoStr) -> i64 {
        Ok(utf8::count(&s) as i64)
    }
    fn "unicode/utf8.Valid"(cx, p: Bytes) -> bool {
        Ok(std::str::from_utf8(&p.to_vec()).is_ok())
    }
    fn "unicode/utf8.ValidString"(cx, s: GoStr) -> bool {
        Ok(std::str::from_utf8(&s).is_ok())
    }
    fn "unicode/utf8.FullRune"(cx, p: Bytes) -> bool {
        Ok(is_full(&head(p)))
    }
    fn "unicode/utf8.FullRuneInString"(cx, s: GoStr) -> bool {
        Ok(is_full(&s))
    }
    fn "internal/rt.Token"(cx, b: Bytes) -> (i64, i64, i64, bool) {
        // A word cut off by the end of the buffer is not one, so looking at its first part is enough.
        let data = b.read(0, b.len().min(256));
        let mut word = runes(&data).skip_while(|x| tables::is_space(x.1));
        let Some((start, _, _)) = word.next() else {
            return Ok((0, -1, 0, false));
        };
        let Some((end, _, _)) = word.find(|x| tables::is_space(x.1)) else {
            return Ok((0, -1, 0, false));
        };
        let text = &data[start..end];
        let digits = text.strip_prefix(b"-").or(text.strip_prefix(b"+")).unwrap_or(text);
        let decimal = digits.len() <= 18 && digits.iter().all(u8::is_ascii_digit) && matches!(digits, [b'1'..=b'9', ..] | [b'0']);
        let n = if decimal { std::str::from_utf8(text).ok().and_then(|t| t.parse().ok()).unwrap_or(0) } else { 0 };
        Ok((start as i64, end as i64, n, decimal))
    }
    fn "bufio.wordBounds"(cx, data: Bytes) -> (i64, i64, i64) {
        let rune = |i: usize| {
            let c = data.get(i);
            if c < 0x80 { (u32::from(c), 1) } else { utf8::decode(&data.read(i, data.len().min(i + 4))) }
        };
        let mut start = 0;
        while start < data.len() {
            let (r, n) = rune(start);
            if !tables::is_space(r) {
                break;
            }
            start += n;
        }
        let mut i = start;
        while i < data.len() {
            let (r, n) = rune(i);
            if tables::is_space(r) {
                return Ok((start as i64, i as i64, (i + n) as i64));
            }
            i += n;
        }
        Ok((start as i64, -1, 0))
    }
}
