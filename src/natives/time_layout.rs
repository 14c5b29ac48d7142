//! The elements of a layout of package time: what `Jan`, `2006`, `-07:00` and so on stand for.

use crate::vm::native::GoStr;
use crate::vm::native::natives;

/// Numbered as the constants of `stdlib/time/format.go`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i64)]
enum Element {
    None,
    LongMonth,
    ShortMonth,
    NumMonth,
    ZeroMonth,
    LongWeekday,
    ShortWeekday,
    NumDay,
    UnderDay,
    ZeroDay,
    UnderYearDay,
    ZeroYearDay,
    Hour24,
    Hour12,
    ZeroHour12,
    NumMinute,
    ZeroMinute,
    NumSecond,
    ZeroSecond,
    LongYear,
    ShortYear,
    UpperPm,
    LowerPm,
    ZoneAbbr,
    ZoneIso,
    ZoneNum,
    Fraction0s,
    Fraction9s,
}

use Element::*;

/// Longest first where one starts another.
const WORDS: &[(&str, Element)] = &[
    ("January", LongMonth),
    ("Jan", ShortMonth),
    ("Monday", LongWeekday),
    ("Mon", ShortWeekday),
    ("MST", ZoneAbbr),
    ("002", ZeroYearDay),
    ("01", ZeroMonth),
    ("02", ZeroDay),
    ("03", ZeroHour12),
    ("04", ZeroMinute),
    ("05", ZeroSecond),
    ("06", ShortYear),
    ("15", Hour24),
    ("1", NumMonth),
    ("2006", LongYear),
    ("2", NumDay),
    ("_2006", LongYear),
    ("_2", UnderDay),
    ("__2", UnderYearDay),
    ("3", Hour12),
    ("4", NumMinute),
    ("5", NumSecond),
    ("PM", UpperPm),
    ("pm", LowerPm),
    ("-070000", ZoneNum),
    ("-07:00:00", ZoneNum),
    ("-0700", ZoneNum),
    ("-07:00", ZoneNum),
    ("-07", ZoneNum),
    ("Z070000", ZoneIso),
    ("Z07:00:00", ZoneIso),
    ("Z0700", ZoneIso),
    ("Z07:00", ZoneIso),
    ("Z07", ZoneIso),
];

/// The first element, and where its text begins and ends.
fn next(s: &[u8]) -> (Element, usize, usize) {
    for i in 0..s.len() {
        let rest = &s[i..];
        match s[i] {
            b'.' | b',' => {
                let Some(&d) = rest.get(1).filter(|d| matches!(d, b'0' | b'9')) else {
                    continue;
                };
                let n = 1 + rest[1..].iter().take_while(|c| **c == d).count();
                if rest.get(n).is_some_and(u8::is_ascii_digit) {
                    continue;
                }
                return (if d == b'0' { Fraction0s } else { Fraction9s }, i, i + n);
            }
            b'J' | b'M' | b'0'..=b'5' | b'_' | b'P' | b'p' | b'-' | b'Z' => {
                for &(word, e) in WORDS {
                    if !rest.starts_with(word.as_bytes()) {
                        continue;
                    }
                    let end = i + word.len();
                    if matches!(e, ShortMonth | ShortWeekday)
                        && s.get(end).is_some_and(u8::is_ascii_lowercase)
                    {
                        continue;
                    }
                    let start = if word == "_2006" { i + 1 } else { i };
                    return (e, start, end);
                }
            }
            _ => {}
        }
    }
    (None, s.len(), s.len())
}

natives! { TABLE;
    fn "time.nextElement"(cx, layout: GoStr) -> (i64, i64, i64) {
        let (e, start, end) = next(&layout);
        Ok((e as i64, start as i64, end as i64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut s: &str) -> Vec<(Element, &str)> {
        let mut out = Vec::new();
        loop {
            let (e, start, end) = next(s.as_bytes());
            if e == None {
                return out;
            }
            out.push((e, &s[start..end]));
            s = &s[end..];
        }
    }

    #[test]
    fn elements_of_layouts() {
        assert_eq!(
            all("Monday, Jan _2 15:04:05.000 _2006 Janu Z07:00"),
            [
                (LongWeekday, "Monday"),
                (ShortMonth, "Jan"),
                (UnderDay, "_2"),
                (Hour24, "15"),
                (ZeroMinute, "04"),
                (ZeroSecond, "05"),
                (Fraction0s, ".000"),
                (LongYear, "2006"),
                (ZoneIso, "Z07:00"),
            ]
        );
    }
}
