//! Functions of the C library that Rust's does not have.

// SAFETY: they take numbers; the one that takes a pointer is not exported.
unsafe extern "C" {
    /// The error function.
    pub safe fn erf(x: f64) -> f64;
    /// 1 - erf(x).
    pub safe fn erfc(x: f64) -> f64;
    /// The gamma function.
    pub safe fn tgamma(x: f64) -> f64;
    fn lgamma_r(x: f64, sign: *mut i32) -> f64;
    /// The Bessel function of the first kind and order 0.
    pub safe fn j0(x: f64) -> f64;
    /// Of order 1.
    pub safe fn j1(x: f64) -> f64;
    /// Of order n.
    pub safe fn jn(n: i32, x: f64) -> f64;
    /// The Bessel function of the second kind and order 0.
    pub safe fn y0(x: f64) -> f64;
    /// Of order 1.
    pub safe fn y1(x: f64) -> f64;
    /// Of order n.
    pub safe fn yn(n: i32, x: f64) -> f64;
}

/// The logarithm of the gamma function's absolute value, and whether that is negative.
pub fn lgamma(x: f64) -> (f64, bool) {
    let mut sign = 1;
    // SAFETY: it writes the sign there and nothing else.
    let l = unsafe { lgamma_r(x, &mut sign) };
    (l, sign < 0)
}
