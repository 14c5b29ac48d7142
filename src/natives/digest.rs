//! Natives of the checksums: the inner step of md5, sha1, sha256 and sha512, cyclic redundancy checks, Adler's and Fowler's
//! sums, and bytes nobody can guess. Their packages keep the state between calls.

use crate::value::Trap;
use crate::value::hash_eq::hash_bytes;
use crate::value::hash_eq::hash_word;
use crate::vm::native::Any;
use crate::vm::native::Bytes;
use crate::vm::native::Stop;
use crate::vm::native::natives;
use std::fs::File;
use std::io::Read;
use std::sync::OnceLock;

/// Words of a state, read from bytes and written back.
macro_rules! with_state {
    ($state:ident, $word:ty, $n:literal, $from:ident, $to:ident, |$words:ident| $step:expr) => {{
        const SIZE: usize = size_of::<$word>();
        let old = $state.to_vec();
        let mut $words = [0 as $word; $n];
        for (w, b) in $words.iter_mut().zip(old.chunks_exact(SIZE)) {
            *w = b.iter().fold(0, |w, &b| w << 8 | <$word>::from(b)).$from();
        }
        $step;
        let new: Vec<u8> = $words.iter().flat_map(|w| w.$to().to_be_bytes()).collect();
        $state.write(0, &new);
    }};
}

/// Mixes whole blocks into a state of big-endian words (little-endian ones for md5).
fn compress(kind: i64, mut state: Bytes, blocks: &[u8]) {
    let short = blocks.as_chunks::<64>().0;
    match kind {
        0 => with_state!(state, u32, 4, swap_bytes, swap_bytes, |s| {
            md5::block_api::compress(&mut s, short)
        }),
        1 => with_state!(state, u32, 5, to_owned, to_owned, |s| {
            sha1::block_api::compress(&mut s, short)
        }),
        2 => with_state!(state, u32, 8, to_owned, to_owned, |s| {
            sha2::block_api::compress256(&mut s, short)
        }),
        _ => with_state!(state, u64, 8, to_owned, to_owned, |s| {
            sha2::block_api::compress512(&mut s, blocks.as_chunks::<128>().0)
        }),
    }
}

/// The table of a 64-bit polynomial, or, in the upper halves, of a 32-bit one; lowest bit first.
fn crc_table(poly: u64) -> [u64; 256] {
    std::array::from_fn(|i| {
        (0..8).fold(i as u64, |c, _| c >> 1 ^ if c & 1 == 1 { poly } else { 0 })
    })
}

fn crc(poly: u64, table: &OnceLock<[u64; 256]>, start: u64, bytes: &[u8]) -> u64 {
    let table = table.get_or_init(|| crc_table(poly));
    bytes
        .iter()
        .fold(start, |c, &b| table[(c as u8 ^ b) as usize] ^ c >> 8)
}

const CASTAGNOLI: u64 = 0x82f6_3b78;
const ISO: u64 = 0xd800_0000_0000_0000;
const ECMA: u64 = 0xc96c_5795_d787_0f42;

natives! { TABLE;
    fn "internal/digest.compress"(cx, kind: i64, state: Bytes, blocks: Bytes) {
        compress(kind, state, &blocks.to_vec());
        Ok(())
    }
    fn "hash/crc32.updateIEEE"(cx, crc: u32, p: Bytes) -> u32 {
        let mut h = crc32fast::Hasher::new_with_initial(crc);
        h.update(&p.to_vec());
        Ok(h.finalize())
    }
    fn "hash/crc32.updateCastagnoli"(cx, start: u32, p: Bytes) -> u32 {
        static TABLE: OnceLock<[u64; 256]> = OnceLock::new();
        Ok(!crc(CASTAGNOLI, &TABLE, u64::from(!start), &p.to_vec()) as u32)
    }
    fn "hash/crc64.update"(cx, ecma: bool, start: u64, p: Bytes) -> u64 {
        static ISO_TABLE: OnceLock<[u64; 256]> = OnceLock::new();
        static ECMA_TABLE: OnceLock<[u64; 256]> = OnceLock::new();
        let (poly, table) = if ecma { (ECMA, &ECMA_TABLE) } else { (ISO, &ISO_TABLE) };
        Ok(!crc(poly, table, !start, &p.to_vec()))
    }
    fn "hash/adler32.update"(cx, sum: u32, p: Bytes) -> u32 {
        let (mut a, mut b) = (sum & 0xffff, sum >> 16);
        // So many bytes can be added before the sums leave 32 bits.
        for part in p.to_vec().chunks(5552) {
            for &x in part {
                a += u32::from(x);
                b += a;
            }
            a %= 65521;
            b %= 65521;
        }
        Ok(b << 16 | a)
    }
    fn "hash/fnv.update32"(cx, h: u32, p: Bytes, a: bool) -> u32 {
        let step = |h: u32, &x: &u8| {
            let (h, x) = if a { (h ^ u32::from(x), 0) } else { (h, u32::from(x)) };
            h.wrapping_mul(16_777_619) ^ x
        };
        Ok(p.to_vec().iter().fold(h, step))
    }
    fn "hash/fnv.update64"(cx, h: u64, p: Bytes, a: bool) -> u64 {
        let step = |h: u64, &x: &u8| {
            let (h, x) = if a { (h ^ u64::from(x), 0) } else { (h, u64::from(x)) };
            h.wrapping_mul(1_099_511_628_211) ^ x
        };
        Ok(p.to_vec().iter().fold(h, step))
    }
    fn "hash/fnv.update128"(cx, hi: u64, lo: u64, p: Bytes, a: bool) -> (u64, u64) {
        let step = |h: u128, &x: &u8| {
            let (h, x) = if a { (h ^ u128::from(x), 0) } else { (h, u128::from(x)) };
            h.wrapping_mul(1 << 88 | 0x13b) ^ x
        };
        let h = p.to_vec().iter().fold(u128::from(hi) << 64 | u128::from(lo), step);
        Ok(((h >> 64) as u64, h as u64))
    }
    fn "hash/maphash.bytes"(cx, seed: u64, p: Bytes) -> u64 {
        Ok(hash_bytes(seed, &p.to_vec()))
    }
    fn "hash/maphash.value"(cx, seed: u64, v: Any) -> u64 {
        if v.is_nil() {
            return Ok(hash_word(seed, 0));
        }
        let h = cx.hash_of(v, seed)?;
        Ok(hash_word(h, v.ty.0.into()))
    }
    fn "crypto/rand.fill"(cx, b: Bytes) {
        static SOURCE: OnceLock<Option<File>> = OnceLock::new();
        let mut b = b;
        let mut bytes = vec![0; b.len()];
        let read = |mut f: &File| f.read_exact(&mut bytes).ok();
        if SOURCE.get_or_init(|| File::open("/dev/urandom").ok()).as_ref().and_then(read).is_none() {
            return Err(Stop::Trap(Trap::plain("crypto/rand: failed to read random data")));
        }
        b.write(0, &bytes);
        Ok(())
    }
}
