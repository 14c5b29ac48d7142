//! Positions and spans. A [`Pos`] is global: every file of a [`super::SourceMap`] has a range of its own, so that a [`Span`]
//! tells its file. Position 0 is no position.

use std::fmt;

/// A global source position: a byte in one of the files of a [`SourceMap`]; 0 is none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Pos(pub u32);

impl Pos {
    /// No position.
    pub const NONE: Pos = Pos(0);
    /// Whether this is a position.
    #[inline]
    pub fn is_known(self) -> bool {
        self.0 != 0
    }
    /// The position `n` bytes further on.
    #[inline]
    pub fn plus(self, n: u32) -> Pos {
        Pos(self.0 + n)
    }
    /// The empty span at this position.
    #[inline]
    pub fn span(self) -> Span {
        Span {
            lo: self.0,
            hi: self.0,
        }
    }
}
impl fmt::Debug for Pos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "@{}", self.0)
    }
}
impl From<Pos> for Span {
    fn from(p: Pos) -> Span {
        p.span()
    }
}

/// A half-open range of global positions, inside one file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub lo: u32,
    /// Byte after the last.
    pub hi: u32,
}

impl Span {
    /// No place.
    pub const NONE: Span = Span { lo: 0, hi: 0 };
    /// The span from `lo` up to `hi`.
    #[inline]
    pub fn new(lo: Pos, hi: Pos) -> Span {
        Span { lo: lo.0, hi: hi.0 }
    }
    /// Where the span begins.
    #[inline]
    pub fn start(self) -> Pos {
        Pos(self.lo)
    }
    /// Where the span ends.
    #[inline]
    pub fn end(self) -> Pos {
        Pos(self.hi)
    }
    /// Whether this is a place.
    #[inline]
    pub fn is_known(self) -> bool {
        self.lo != 0
    }
    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span {
            lo: self.lo.min(other.lo),
            hi: self.hi.max(other.hi),
        }
    }
    /// Whether `p` lies inside.
    pub fn contains(self, p: Pos) -> bool {
        self.lo <= p.0 && p.0 < self.hi
    }
}
impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.lo, self.hi)
    }
}
