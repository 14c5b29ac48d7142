//! Functions of the C library that Rust's does not have.

// SAFETY: they take numbers.
unsafe extern "C" {
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
