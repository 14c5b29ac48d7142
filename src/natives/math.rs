//! Natives of packages math, math/bits, math/rand and math/rand/v2.

use crate::natives::elementary as e;
use crate::natives::special;
use crate::vm::libm;
use crate::vm::native::At;
use crate::vm::native::Stop;
use crate::vm::native::natives;

/// The order of a Bessel function; what is beyond takes too long to compute and is 0 or infinite anyway.
fn order(n: i64) -> Option<i32> {
    i32::try_from(n).ok().filter(|n| n.unsigned_abs() < 1 << 20)
}

fn max(x: f64, y: f64) -> f64 {
    if x == f64::INFINITY || y == f64::INFINITY {
        f64::INFINITY
    } else if x.is_nan() || y.is_nan() {
        e::NAN
    } else if x == 0.0 && x == y {
        if x.is_sign_negative() { y } else { x }
    } else if x > y {
        x
    } else {
        y
    }
}

fn nextafter(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        e::NAN
    } else if x == y {
        x
    } else if x == 0.0 {
        f64::from_bits(1).copysign(y)
    } else if (y > x) == (x > 0.0) {
        f64::from_bits(x.to_bits() + 1)
    } else {
        f64::from_bits(x.to_bits() - 1)
    }
}

fn pow10(n: i64) -> f64 {
    match n {
        ..-323 => 0.0,
        309.. => f64::INFINITY,
        // The product or quotient of two exact steps, as Go's tables give it.
        _ => {
            let power = |n: i64| format!("1e{n}").parse::<f64>().unwrap_or(0.0);
            let (high, low) = (n / 32 * 32, (n % 32).abs());
            if n < 0 {
                power(high) / power(low)
            } else {
                power(high) * power(low)
            }
        }
    }
}

/// One step of the generator that seeds the other one.
fn seed_step(x: i64) -> i64 {
    x * 48271 % ((1 << 31) - 1)
}

/// The state of the additive generator, seeded with 1, after 7.8e12 numbers: what seeds are mixed with.
static COOKED: &[u8; 607 * 8] = include_bytes!("rand_cooked.bin");

/// A ChaCha8 block in Go's layout: four blocks interleaved, the key added back and nothing else.
fn chacha8(seed: [u64; 4], counter: u32) -> [u64; 32] {
    let mut b = [[0u32; 4]; 16];
    for lane in 0..4 {
        let mut start = [0u32; 16];
        start[..4].copy_from_slice(&[0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574]);
        for (k, s) in start[4..12].iter_mut().enumerate() {
            *s = (seed[k / 2] >> (32 * (k % 2))) as u32;
        }
        start[12] = counter + lane as u32;
        let mut x = start;
        let mut quarter = |a: usize, b: usize, c: usize, d: usize| {
            x[a] = x[a].wrapping_add(x[b]);
            x[d] = (x[d] ^ x[a]).rotate_left(16);
            x[c] = x[c].wrapping_add(x[d]);
            x[b] = (x[b] ^ x[c]).rotate_left(12);
            x[a] = x[a].wrapping_add(x[b]);
            x[d] = (x[d] ^ x[a]).rotate_left(8);
            x[c] = x[c].wrapping_add(x[d]);
            x[b] = (x[b] ^ x[c]).rotate_left(7);
        };
        for _ in 0..4 {
            quarter(0, 4, 8, 12);
            quarter(1, 5, 9, 13);
            quarter(2, 6, 10, 14);
            quarter(3, 7, 11, 15);
            quarter(0, 5, 10, 15);
            quarter(1, 6, 11, 12);
            quarter(2, 7, 8, 13);
            quarter(3, 4, 9, 14);
        }
        for (k, row) in b.iter_mut().enumerate() {
            row[lane] = if (4..12).contains(&k) {
                x[k].wrapping_add(start[k])
            } else {
                x[k]
            };
        }
    }
    std::array::from_fn(|k| {
        let pair = &b[k / 2][k % 2 * 2..];
        u64::from(pair[0]) | u64::from(pair[1]) << 32
    })
}

type Strip = (u32, f32, f32);

/// The strips of a ziggurat (Marsaglia and Tsang): `n` of them, the last one begins at `x`, each has the area `v`.
fn ziggurat(
    n: usize,
    x: f64,
    v: f64,
    scale: f64,
    density: fn(f64) -> f64,
    inverse: fn(f64) -> f64,
) -> Vec<Strip> {
    let mut t = vec![(0, 0.0, 0.0); n];
    let q = v / density(x);
    t[0] = (((x / q) * scale) as u32, (q / scale) as f32, 1.0);
    t[n - 1] = (0, (x / scale) as f32, density(x) as f32);
    let (mut d, mut last) = (x, x);
    for i in (1..n - 1).rev() {
        d = inverse(v / d + density(d));
        t[i + 1].0 = ((d / last) * scale) as u32;
        last = d;
        t[i].1 = (d / scale) as f32;
        t[i].2 = density(d) as f32;
    }
    t[1].0 = 0;
    t
}

fn norm_strips() -> &'static [Strip] {
    static T: std::sync::OnceLock<Vec<Strip>> = std::sync::OnceLock::new();
    T.get_or_init(|| {
        ziggurat(
            128,
            3.442619855899,
            9.91256303526217e-3,
            2147483648.0,
            |x| e::exp(-0.5 * x * x),
            |y| (-2.0 * e::log(y)).sqrt(),
        )
    })
}

fn exp_strips() -> &'static [Strip] {
    static T: std::sync::OnceLock<Vec<Strip>> = std::sync::OnceLock::new();
    T.get_or_init(|| {
        ziggurat(
            256,
            7.69711747013104972,
            3.949659822581572e-3,
            4294967296.0,
            |x| e::exp(-x),
            |y| -e::log(y),
        )
    })
}

natives! { TABLE;
    fn "math.Abs"(cx, x: f64) -> f64 { Ok(x.abs()) }
    fn "math.Acos"(cx, x: f64) -> f64 { Ok(e::acos(x)) }
    fn "math.Acosh"(cx, x: f64) -> f64 { Ok(e::acosh(x)) }
    fn "math.Asin"(cx, x: f64) -> f64 { Ok(e::asin(x)) }
    fn "math.Asinh"(cx, x: f64) -> f64 { Ok(e::asinh(x)) }
    fn "math.Atan"(cx, x: f64) -> f64 { Ok(e::atan(x)) }
    fn "math.Atanh"(cx, x: f64) -> f64 { Ok(e::atanh(x)) }
    fn "math.Cbrt"(cx, x: f64) -> f64 { Ok(e::cbrt(x)) }
    fn "math.Ceil"(cx, x: f64) -> f64 { Ok(x.ceil()) }
    fn "math.Cos"(cx, x: f64) -> f64 { Ok(e::cos(x)) }
    fn "math.Cosh"(cx, x: f64) -> f64 { Ok(e::cosh(x)) }
    fn "math.Erf"(cx, x: f64) -> f64 { Ok(special::erf(x)) }
    fn "math.Erfc"(cx, x: f64) -> f64 { Ok(special::erfc(x)) }
    fn "math.Erfinv"(cx, x: f64) -> f64 { Ok(special::erfinv(x)) }
    fn "math.Erfcinv"(cx, x: f64) -> f64 { Ok(special::erfinv(1.0 - x)) }
    fn "math.Exp"(cx, x: f64) -> f64 { Ok(e::exp(x)) }
    fn "math.Exp2"(cx, x: f64) -> f64 { Ok(e::exp2(x)) }
    fn "math.Expm1"(cx, x: f64) -> f64 { Ok(e::expm1(x)) }
    fn "math.Floor"(cx, x: f64) -> f64 { Ok(x.floor()) }
    fn "math.Gamma"(cx, x: f64) -> f64 { Ok(special::gamma(x)) }
    fn "math.J0"(cx, x: f64) -> f64 { Ok(libm::j0(x)) }
    fn "math.J1"(cx, x: f64) -> f64 { Ok(libm::j1(x)) }
    fn "math.Log"(cx, x: f64) -> f64 { Ok(e::log(x)) }
    fn "math.Log10"(cx, x: f64) -> f64 { Ok(e::log10(x)) }
    fn "math.Log1p"(cx, x: f64) -> f64 { Ok(e::log1p(x)) }
    fn "math.Log2"(cx, x: f64) -> f64 { Ok(e::log2(x)) }
    fn "math.Round"(cx, x: f64) -> f64 { Ok(x.round()) }
    fn "math.RoundToEven"(cx, x: f64) -> f64 { Ok(x.round_ties_even()) }
    fn "math.Sin"(cx, x: f64) -> f64 { Ok(e::sin(x)) }
    fn "math.Sinh"(cx, x: f64) -> f64 { Ok(e::sinh(x)) }
    fn "math.Sqrt"(cx, x: f64) -> f64 { Ok(x.sqrt()) }
    fn "math.Tan"(cx, x: f64) -> f64 { Ok(e::tan(x)) }
    fn "math.Tanh"(cx, x: f64) -> f64 { Ok(e::tanh(x)) }
    fn "math.Trunc"(cx, x: f64) -> f64 { Ok(x.trunc()) }
    fn "math.Y0"(cx, x: f64) -> f64 { Ok(libm::y0(x)) }
    fn "math.Y1"(cx, x: f64) -> f64 { Ok(libm::y1(x)) }
    fn "math.Atan2"(cx, y: f64, x: f64) -> f64 { Ok(e::atan2(y, x)) }
    fn "math.Hypot"(cx, p: f64, q: f64) -> f64 { Ok(e::hypot(p, q)) }
    fn "math.Mod"(cx, x: f64, y: f64) -> f64 { Ok(e::modulo(x, y)) }
    fn "math.Remainder"(cx, x: f64, y: f64) -> f64 { Ok(e::remainder(x, y)) }
    fn "math.Pow"(cx, x: f64, y: f64) -> f64 { Ok(e::pow(x, y)) }
    fn "math.Max"(cx, x: f64, y: f64) -> f64 { Ok(max(x, y)) }
    fn "math.Min"(cx, x: f64, y: f64) -> f64 { Ok(-max(-x, -y)) }
    fn "math.Nextafter"(cx, x: f64, y: f64) -> f64 { Ok(nextafter(x, y)) }
    fn "math.FMA"(cx, x: f64, y: f64, z: f64) -> f64 { Ok(x.mul_add(y, z)) }
    fn "math.Frexp"(cx, f: f64) -> (f64, i64) { Ok(e::frexp(f)) }
    fn "math.Ldexp"(cx, frac: f64, exp: i64) -> f64 { Ok(e::ldexp(frac, exp)) }
    fn "math.Lgamma"(cx, x: f64) -> (f64, i64) { Ok(special::lgamma(x)) }
    fn "math.Jn"(cx, n: i64, x: f64) -> f64 { Ok(order(n).map_or(0.0, |n| libm::jn(n, x))) }
    fn "math.Yn"(cx, n: i64, x: f64) -> f64 { Ok(order(n).map_or(f64::NEG_INFINITY, |n| libm::yn(n, x))) }
    fn "math.Float64bits"(cx, f: f64) -> u64 { Ok(f.to_bits()) }
    fn "math.Float64frombits"(cx, b: u64) -> f64 { Ok(f64::from_bits(b)) }
    fn "math.Float32bits"(cx, f: f32) -> u32 { Ok(f.to_bits()) }
    fn "math.Float32frombits"(cx, b: u32) -> f32 { Ok(f32::from_bits(b)) }
    fn "math.Pow10"(cx, n: i64) -> f64 { Ok(pow10(n)) }

    fn "math/bits.LeadingZeros64"(cx, x: u64) -> i64 { Ok(i64::from(x.leading_zeros())) }
    fn "math/bits.TrailingZeros64"(cx, x: u64) -> i64 { Ok(i64::from(x.trailing_zeros())) }
    fn "math/bits.OnesCount64"(cx, x: u64) -> i64 { Ok(i64::from(x.count_ones())) }
    fn "math/bits.Reverse64"(cx, x: u64) -> u64 { Ok(x.reverse_bits()) }
    fn "math/bits.ReverseBytes64"(cx, x: u64) -> u64 { Ok(x.swap_bytes()) }
    fn "math/bits.Mul64"(cx, x: u64, y: u64) -> (u64, u64) {
        let p = u128::from(x) * u128::from(y);
        Ok(((p >> 64) as u64, p as u64))
    }
    fn "math/bits.div64"(cx, hi: u64, lo: u64, y: u64) -> (u64, u64) {
        if y == 0 {
            return Err(Stop::runtime_error("integer divide by zero"));
        }
        let n = u128::from(hi) << 64 | u128::from(lo);
        Ok(((n / u128::from(y)) as u64, (n % u128::from(y)) as u64))
    }

    fn "math/rand.seedVec"(cx, seed: i64, vec: At<[u64; 607]>) {
        let mut x = seed.rem_euclid((1 << 31) - 1);
        for _ in 0..20 {
            x = seed_step(x);
        }
        vec.set_all(COOKED.as_chunks::<8>().0.iter().map(|c| {
            let mut u = 0;
            for shift in [40, 20, 0] {
                x = seed_step(x);
                u ^= x << shift;
            }
            u as u64 ^ u64::from_le_bytes(*c)
        }))
    }
    fn "math/rand/v2.chacha8Block"(cx, seed: At<[u64; 4]>, buf: At<[u64; 32]>, counter: u32) {
        let mut key = [0; 4];
        for (i, k) in key.iter_mut().enumerate() {
            *k = seed.get(i)?;
        }
        buf.set_all(chacha8(key, counter).into_iter())
    }
    fn "internal/rt.NormTable"(cx, i: i64) -> (u32, f32, f32) {
        Ok(norm_strips().get(i as usize).copied().unwrap_or_default())
    }
    fn "internal/rt.ExpTable"(cx, i: i64) -> (u32, f32, f32) {
        Ok(exp_strips().get(i as usize).copied().unwrap_or_default())
    }
    fn "internal/rt.PanicDivide"(cx) {
        Err(Stop::runtime_error("integer divide by zero"))
    }
    fn "internal/rt.PanicOverflow"(cx) {
        Err(Stop::runtime_error("integer overflow"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chacha8_is_gos() {
        // The first numbers of rand.NewChaCha8 with the seed "chacha8: 32-byte seed" in Go's tests.
        let mut seed = [0u64; 4];
        for (i, b) in b"ABCDEFGHIJKLMNOPQRSTUVWXYZ123456".iter().enumerate() {
            seed[i / 8] |= u64::from(*b) << (i % 8 * 8);
        }
        assert_eq!(
            chacha8(seed, 0)[..2],
            [0xb773b6063d4616a5, 0x1160af22a66abc3c]
        );
    }
}
