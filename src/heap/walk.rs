//! Walking the heap: every object of a registered kind.

use crate::base::sync::atomic::Ordering::Relaxed;

use super::Heap;
use super::ptrmap::MapId;

impl Heap {
    /// Calls `f` with every small object of a kind from [`Heap::register_kind`] that has been allocated and not found dead: after
    /// a collection, exactly the live ones.
    ///
    /// # Safety
    /// The world is stopped.
    pub unsafe fn each_special(&self, kind: MapId, mut f: impl FnMut(*mut u8)) {
        let blocks: Vec<usize> = {
            let central = self.central.lock();
            let of_kind = central.special.iter().filter(|(_, map)| *map == kind);
            of_kind.map(|(b, _)| *b as usize).collect()
        };
        for b in blocks {
            let info = *self.blocks.info(b);
            for i in 0..info.n as usize {
                if self.blocks.alloc_word(b, i).load(Relaxed) >> (i % 64) & 1 != 0 {
                    f((self.blocks.addr(b) + i * info.size as usize) as *mut u8);
                }
            }
        }
    }
}
