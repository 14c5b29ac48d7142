//! Variables before a call of `runtime.GC`. The collector takes every register of a frame for live. Compiled Go does not: a
//! program that asks for a collection may want to see what happens to an object whose last use lies behind it. So the
//! registers of variables that are not mentioned any more are cleared before such a call.

use crate::lower::func::FuncLower;
use crate::lower::func::Loc;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::ObjectId;
use hashbrown::HashSet;

impl FuncLower<'_, '_> {
    /// Before the statement `e`, a call: if it collects, clears the variables that it is the last to see. Nothing is done inside
    /// loops and the like, where registers are not of variables only, and where the text does not tell what comes later.
    pub fn clear_dead_vars(&mut self, e: ExprId) {
        if self.src.library
            || !self.targets.is_empty()
            || !self.gotos.is_empty()
            || self.yield_frame.is_some()
            || !self.collects(e)
        {
            return;
        }
        let file = self.src.file;
        let here = file.pos(e);
        let uses = self.src.info.uses.iter();
        let mut live: HashSet<ObjectId> = uses
            .filter(|(id, _)| file.ident(*id).pos() > here)
            .map(|(_, o)| *o)
            .collect();
        live.extend(&self.results.vars);
        let of = |f: &mut Self, o: ObjectId, loc: &Loc| match *loc {
            Loc::Reg(r) => {
                let t = f.var_type(o);
                Some((r.0, f.slots(t)))
            }
            Loc::Cell(r) => Some((r.0, 1)),
            _ => None,
        };
        let (mut kept, mut dead) = (HashSet::new(), Vec::new());
        for (o, loc) in self.vars.clone() {
            let Some((r, n)) = of(self, o, &loc) else {
                continue;
            };
            if live.contains(&o) {
                kept.extend(r..r + n);
            } else {
                dead.extend(r..r + n);
            }
        }
        let end = self.mark();
        dead.retain(|r| *r < end && !kept.contains(r));
        dead.sort_unstable();
        dead.dedup();
        for r in dead {
            self.zero_slots(crate::bytecode::Reg(r), 1);
        }
    }

    /// A call of a function that collects garbage and then goes on.
    fn collects(&self, e: ExprId) -> bool {
        let file = self.src.file;
        let ExprKind::CallExpr { fun, .. } = &file.expr(e).kind else {
            return false;
        };
        let ExprKind::SelectorExpr { sel, .. } = file.expr(file.unparen(*fun)).kind else {
            return false;
        };
        let types = self.lw.types();
        let Some(o) = self.src.object_of(sel).map(|o| types.object(o)) else {
            return false;
        };
        let path = o.pkg.map_or("", |p| types.package(p).path.as_str());
        matches!(
            (path, types.str(o.name)),
            ("runtime", "GC") | ("runtime/debug", "FreeOSMemory")
        )
    }
}
