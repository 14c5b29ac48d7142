//! Natives of math/big: whether a number is prime. Below 2^64 the answer is certain; above, the tests are those of Miller and
//! Rabin and of Lucas (with parameters chosen as Baillie, Pomerance, Selfridge and Wagstaff do).

use crate::natives::big::number;
use crate::natives::big::power;
use crate::vm::native::natives;
use crate::vm::words::Words;
use dashu::base::SquareRoot;
use dashu::integer::IBig;
use dashu::integer::UBig;

const SMALL_PRIMES: [u64; 15] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47];

/// Whether `n`, odd and above all small primes, passes the test of Miller and Rabin to this base.
fn passes_to_base(n: &UBig, base: &UBig) -> bool {
    let last = n - UBig::ONE;
    let twos = last.trailing_zeros().unwrap_or(0);
    let mut x = power(base, &(&last >> twos), n);
    if x.is_one() || x == last {
        return true;
    }
    for _ in 1..twos {
        x = x.sqr() % n;
        if x == last {
            return true;
        }
    }
    false
}

/// The Jacobi symbol of `a` and the odd number `n`.
fn jacobi(a: &IBig, n: &UBig) -> i32 {
    let modulus = IBig::from(n.clone());
    let mut a = UBig::try_from(((a % &modulus) + &modulus) % &modulus).unwrap_or(UBig::ZERO);
    let mut n = n.clone();
    let mut sign = 1;
    while !a.is_zero() {
        let twos = a.trailing_zeros().unwrap_or(0);
        a >>= twos;
        let low = n.as_words()[0];
        if twos % 2 == 1 && matches!(low % 8, 3 | 5) {
            sign = -sign;
        }
        if low % 4 == 3 && a.as_words()[0] % 4 == 3 {
            sign = -sign;
        }
        std::mem::swap(&mut a, &mut n);
        a %= &n;
    }
    if n.is_one() { sign } else { 0 }
}

/// Whether `n`, odd and large, is a strong probable prime in the sense of Lucas.
fn passes_lucas(n: &UBig) -> bool {
    let root = n.sqrt();
    if &root.sqr() == n {
        return false;
    }
    let mut d = 5i64;
    loop {
        match jacobi(&IBig::from(d), n) {
            -1 => break,
            0 if UBig::from(d.unsigned_abs()) != *n => return false,
            _ => d = if d > 0 { -d - 2 } else { 2 - d },
        }
    }
    let modulus = IBig::from(n.clone());
    let reduce = |x: IBig| {
        let r = x % &modulus;
        if r < IBig::ZERO { r + &modulus } else { r }
    };
    let halve = |x: IBig| {
        let odd = x.trailing_zeros() == Some(0);
        reduce((if odd { x + &modulus } else { x }) >> 1)
    };
    // The sequences U and V with P = 1 and Q = (1 - D) / 4, at the odd part of n + 1, doubling from the top bit.
    let q = IBig::from((1 - d) / 4);
    let d = IBig::from(d);
    let next = n + UBig::ONE;
    let twos = next.trailing_zeros().unwrap_or(0);
    let odd = &next >> twos;
    let (mut u, mut v, mut qk) = (IBig::ONE, IBig::ONE, reduce(q.clone()));
    let bits = crate::natives::big::bit_len(odd.as_words());
    for i in (0..bits - 1).rev() {
        u = reduce(&u * &v);
        v = reduce(v.sqr().as_ibig() - &qk * 2);
        qk = reduce(IBig::from(qk.sqr()));
        if odd.as_words()[(i / 64) as usize] >> (i % 64) & 1 == 1 {
            (u, v) = (halve(reduce(&u + &v)), halve(reduce(&d * &u + &v)));
            qk = reduce(&qk * &q);
        }
    }
    if u == IBig::ZERO || v == IBig::ZERO {
        return true;
    }
    for _ in 1..twos {
        v = reduce(v.sqr().as_ibig() - &qk * 2);
        if v == IBig::ZERO {
            return true;
        }
        qk = reduce(IBig::from(qk.sqr()));
    }
    false
}

/// The next number of a fixed sequence (Steele and others' SplitMix64).
fn scramble(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}

/// Whether `n` is prime, probably; `rounds` more bases are tried on large numbers.
fn probably_prime(n: &UBig, rounds: i64) -> bool {
    for p in SMALL_PRIMES.map(UBig::from) {
        if (n % &p).is_zero() {
            return *n == p;
        }
    }
    if n.is_zero() || n.is_one() {
        return false;
    }
    if n.as_words().len() == 1 {
        // These bases leave no composite number below 2^64.
        let bases = SMALL_PRIMES[..12].iter();
        return bases.copied().all(|b| passes_to_base(n, &UBig::from(b)));
    }
    if !passes_to_base(n, &UBig::from(2u8)) || !passes_lucas(n) {
        return false;
    }
    let mut state = n.as_words()[0];
    let range = n - UBig::from(3u8);
    (0..rounds).all(|_| {
        let words: Vec<u64> = n.as_words().iter().map(|_| scramble(&mut state)).collect();
        passes_to_base(n, &(UBig::from_words(&words) % &range + UBig::from(2u8)))
    })
}

natives! { TABLE;
    fn "math/big.primeWords"(cx, x: Words, rounds: i64) -> bool {
        Ok(probably_prime(&number(x), rounds))
    }
    fn "math/big.jacobiWords"(cx, x: Words, xneg: bool, y: Words) -> i64 {
        let x = IBig::from(number(x));
        Ok(jacobi(&if xneg { -x } else { x }, &number(y)).into())
    }
}
