//! Typed 32-bit indices and vectors indexed by them.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// Declares 32-bit typed indices for [`IndexVec`].
#[macro_export]
macro_rules! define_id {
    ($($(#[$m:meta])* $v:vis struct $name:ident;)*) => {$(
        $(#[$m])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $v struct $name(pub u32);
        impl $crate::base::Idx for $name {
            #[inline]
            fn from_usize(n: usize) -> Self { debug_assert!(n < u32::MAX as usize); $name(n as u32) }
            #[inline]
            fn index(self) -> usize { self.0 as usize }
        }
        impl $name {
            /// The index as a number.
            #[inline]
            pub fn index(self) -> usize { self.0 as usize }
        }
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
    )*};
}

/// A typed 32-bit index.
pub trait Idx: Copy {
    /// The index with number `n`.
    fn from_usize(n: usize) -> Self;
    /// The index as a number.
    fn index(self) -> usize;
}

/// A vector indexed by its own index type.
#[derive(Clone)]
pub struct IndexVec<I, T> {
    raw: Vec<T>,
    marker: PhantomData<fn(I) -> I>,
}

impl<I: Idx, T> IndexVec<I, T> {
    /// An empty vector.
    pub const fn new() -> Self {
        IndexVec {
            raw: Vec::new(),
            marker: PhantomData,
        }
    }
    /// A vector of `n` copies of `value`.
    pub fn from_elem(value: T, n: usize) -> Self
    where
        T: Clone,
    {
        IndexVec {
            raw: vec![value; n],
            marker: PhantomData,
        }
    }
    /// An empty vector with room for `n` elements.
    pub fn with_capacity(n: usize) -> Self {
        IndexVec {
            raw: Vec::with_capacity(n),
            marker: PhantomData,
        }
    }
    /// Appends `value` and returns its index.
    #[inline]
    pub fn push(&mut self, value: T) -> I {
        let id = I::from_usize(self.raw.len());
        self.raw.push(value);
        id
    }
    /// The number of elements.
    #[inline]
    pub fn len(&self) -> usize {
        self.raw.len()
    }
    /// Whether there is no element.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }
    /// The index that the next push will return.
    #[inline]
    pub fn next_id(&self) -> I {
        I::from_usize(self.raw.len())
    }
    /// The element at `id`, if there is one.
    #[inline]
    pub fn get(&self, id: I) -> Option<&T> {
        self.raw.get(id.index())
    }
    /// The element at `id`, if there is one.
    #[inline]
    pub fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.raw.get_mut(id.index())
    }
    /// The elements in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.raw.iter()
    }
    /// The elements in order.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.raw.iter_mut()
    }
    /// The elements with their indices.
    pub fn iter_enumerated(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.raw
            .iter()
            .enumerate()
            .map(|(n, t)| (I::from_usize(n), t))
    }
    /// All indices in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.raw.len()).map(I::from_usize)
    }
    /// The last element.
    pub fn last(&self) -> Option<&T> {
        self.raw.last()
    }
    /// Shortens to `n` elements.
    pub fn truncate(&mut self, n: usize) {
        self.raw.truncate(n)
    }
    /// Lengthens or shortens to `n` elements.
    pub fn resize(&mut self, n: usize, value: T)
    where
        T: Clone,
    {
        self.raw.resize(n, value)
    }
    /// The elements as a slice.
    pub fn as_slice(&self) -> &[T] {
        &self.raw
    }
    /// The elements as a plain vector.
    pub fn into_vec(self) -> Vec<T> {
        self.raw
    }
}

impl<I: Idx, T> From<Vec<T>> for IndexVec<I, T> {
    fn from(raw: Vec<T>) -> Self {
        IndexVec {
            raw,
            marker: PhantomData,
        }
    }
}
impl<I: Idx, T> Default for IndexVec<I, T> {
    fn default() -> Self {
        Self::new()
    }
}
impl<I: Idx, T> Index<I> for IndexVec<I, T> {
    type Output = T;
    #[inline]
    fn index(&self, id: I) -> &T {
        &self.raw[id.index()]
    }
}
impl<I: Idx, T> IndexMut<I> for IndexVec<I, T> {
    #[inline]
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.raw[id.index()]
    }
}
impl<I: Idx, T: fmt::Debug> fmt::Debug for IndexVec<I, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raw.fmt(f)
    }
}
impl<'a, I: Idx, T> IntoIterator for &'a IndexVec<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.raw.iter()
    }
}
