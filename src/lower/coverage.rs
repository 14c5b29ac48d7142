//! Counters of runs: code that raises one where a stretch of counted code begins.
//!
//! The counters are elements of package-level arrays of the program itself, so that it can read them; which
//! belongs to which place is decided elsewhere.

use crate::base::FileId;
use crate::base::Pos;
use crate::bytecode::Instr;
use crate::lower::func::FuncLower;
use crate::lower::place::Place;
use crate::types::ObjectId;
use crate::types::TypeId;
use hashbrown::HashMap;

/// Where counters are raised.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// Whether a counter only becomes 1.
    pub once: bool,
    /// The array and element for the byte of a file where a statement, or the brace or colon before none, stands.
    pub counters: HashMap<(FileId, u32), (ObjectId, u32)>,
}

impl FuncLower<'_, '_> {
    /// Raises the counter that belongs to this place, if there is one.
    pub fn count_run(&mut self, at: Pos) {
        let world = self.lw.world;
        let Some(coverage) = world.coverage else {
            return;
        };
        let file = self.src.file.id;
        let offset = at.0.wrapping_sub(world.sources.file(file).base().0);
        let Some(&(array, i)) = coverage.counters.get(&(file, offset)) else {
            return;
        };
        let place = Place::Global(u64::from(self.lw.global(array)) + u64::from(i) * 4);
        let mark = self.mark();
        let one = self.alloc(1);
        self.emit(Instr::LoadI { dst: one, k: 1 });
        if coverage.once {
            self.store_place(place, TypeId::UINT32, one);
        } else {
            let ptr = self.address(place, TypeId::UINT32);
            let dst = self.alloc(1);
            self.emit(Instr::AtomicAdd32 { dst, ptr, d: one });
        }
        self.release(mark);
    }
}
