//! Where marking begins: what the owner of the heap provides.

use super::mark::Marker;

/// The roots of a collection, in pieces that several threads can take one by one. The world is stopped meanwhile.
///
/// Memory given to [`Marker::mark_range`] and [`Marker::mark_typed`] must stay as it is until the collection ends, since it may
/// be looked at later.
pub trait Roots: Sync {
    /// How many pieces there are. A piece should take microseconds: one goroutine's stack, or some hundred small ones.
    fn pieces(&self) -> usize;

    /// Gives every pointer of piece `i` to the marker. Called once for each piece.
    fn visit_piece(&self, i: usize, m: &mut Marker<'_>);

    /// Called by one thread when everything reachable is marked and nothing is freed yet: the place to clear weak references
    /// to objects that are not [`Marker::is_marked`], or to mark some to keep them (finalizers). Answer true to be called again
    /// after what was marked has been followed.
    fn after_mark(&self, m: &mut Marker<'_>) -> bool {
        let _ = m;
        false
    }
}

/// Plain words as roots, for tests and for set-ups without goroutines.
impl Roots for [usize] {
    fn pieces(&self) -> usize {
        self.len().div_ceil(1024)
    }

    fn visit_piece(&self, i: usize, m: &mut Marker<'_>) {
        for w in &self[i * 1024..self.len().min((i + 1) * 1024)] {
            m.mark_word(*w);
        }
    }
}

impl Roots for Vec<usize> {
    fn pieces(&self) -> usize {
        self.as_slice().pieces()
    }

    fn visit_piece(&self, i: usize, m: &mut Marker<'_>) {
        self.as_slice().visit_piece(i, m);
    }
}
