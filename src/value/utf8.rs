//! UTF-8 as Go reads it: an invalid byte is one U+FFFD of width 1.

/// What stands for a byte that is not UTF-8.
pub const RUNE_ERROR: u32 = 0xFFFD;

/// The first rune of `b` and its width. `b` is not empty.
#[inline]
pub fn decode(b: &[u8]) -> (u32, usize) {
    let c = b[0];
    if c < 0x80 {
        return (u32::from(c), 1);
    }
    decode_long(b)
}

fn decode_long(b: &[u8]) -> (u32, usize) {
    const BAD: (u32, usize) = (RUNE_ERROR, 1);
    let c = b[0];
    let tail = |i: usize, lo: u8, hi: u8| {
        b.get(i)
            .filter(|x| (lo..=hi).contains(x))
            .map(|x| u32::from(*x & 0x3F))
    };
    match c {
        0xC2..=0xDF => {
            let Some(t) = tail(1, 0x80, 0xBF) else {
                return BAD;
            };
            (u32::from(c & 0x1F) << 6 | t, 2)
        }
        0xE0..=0xEF => {
            let (lo, hi) = match c {
                0xE0 => (0xA0, 0xBF),
                0xED => (0x80, 0x9F),
                _ => (0x80, 0xBF),
            };
            let (Some(t), Some(u)) = (tail(1, lo, hi), tail(2, 0x80, 0xBF)) else {
                return BAD;
            };
            (u32::from(c & 0x0F) << 12 | t << 6 | u, 3)
        }
        0xF0..=0xF4 => {
            let (lo, hi) = match c {
                0xF0 => (0x90, 0xBF),
                0xF4 => (0x80, 0x8F),
                _ => (0x80, 0xBF),
            };
            let (Some(t), Some(u), Some(v)) =
                (tail(1, lo, hi), tail(2, 0x80, 0xBF), tail(3, 0x80, 0xBF))
            else {
                return BAD;
            };
            (u32::from(c & 0x07) << 18 | t << 12 | u << 6 | v, 4)
        }
        _ => BAD,
    }
}

/// The number of runes.
pub fn count(b: &[u8]) -> usize {
    let (mut at, mut n) = (0, 0);
    while at < b.len() {
        at += decode(&b[at..]).1;
        n += 1;
    }
    n
}

/// Appends a rune; what is none becomes U+FFFD.
pub fn push(out: &mut Vec<u8>, r: i64) {
    let c = u32::try_from(r)
        .ok()
        .and_then(char::from_u32)
        .unwrap_or('\u{FFFD}');
    let mut b = [0; 4];
    out.extend_from_slice(c.encode_utf8(&mut b).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_rust_on_valid_text_and_with_go_on_the_rest() {
        for c in (0..0x11_0000).step_by(7).filter_map(char::from_u32) {
            let mut b = [0; 4];
            let s = c.encode_utf8(&mut b).as_bytes();
            assert_eq!(decode(s), (c as u32, s.len()));
        }
        for bad in [
            &[0x80][..],
            &[0xC0, 0x80],
            &[0xE0, 0x80, 0x80],
            &[0xED, 0xA0, 0x80],
            &[0xF4, 0x90, 0x80, 0x80],
            &[0xE2, 0x82],
        ] {
            assert_eq!(decode(bad), (RUNE_ERROR, 1));
        }
    }
}
