//! Slice expressions.

use crate::bytecode::Instr;
use crate::bytecode::NO_REG;
use crate::bytecode::Reg;
use crate::lower::func::FuncLower;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::Type;
use crate::types::TypeId;

impl FuncLower<'_, '_> {
    /// `x[lo:hi:max]` of a string, slice, array or pointer to array.
    pub fn slice_expr_to(&mut self, e: ExprId, dst: Reg) {
        let file = self.src.file;
        let ExprKind::SliceExpr { x, lo, hi, max, .. } = file.expr(e).kind else {
            return;
        };
        let types = self.lw.types();
        let xt = self.ty(x);
        match types.under(xt) {
            Type::Slice(elem) => {
                let elem = self.subst_type(*elem);
                let s = self.expr(x);
                let [lo, hi, max] = self.bounds([lo, hi, max]);
                self.pos = file.pos(e);
                if lo == NO_REG && hi == NO_REG && max == NO_REG {
                    return self.mov(dst, s, 2);
                }
                let size = self.layout(elem).size as i32;
                self.emit(Instr::SliceSlice {
                    dst,
                    s,
                    lo,
                    hi,
                    max,
                    size,
                });
            }
            Type::Array { len, elem } => {
                let (len, elem) = (*len, self.subst_type(*elem));
                let ptr = self.addr(x);
                self.slice_array(e, dst, ptr, len, elem, [lo, hi, max]);
            }
            Type::Pointer(base) => {
                let base = self.subst_type(*base);
                let Type::Array { len, elem } = types.under(base) else {
                    unreachable!("invariant: only pointers to arrays are sliced")
                };
                let (len, elem) = (*len, self.subst_type(*elem));
                let ptr = self.expr(x);
                self.slice_array(e, dst, ptr, len, elem, [lo, hi, max]);
            }
            _ => {
                let s = self.expr(x);
                let [lo, hi, _] = self.bounds([lo, hi, None]);
                self.pos = file.pos(e);
                if lo == NO_REG && hi == NO_REG {
                    return self.mov(dst, s, 2);
                }
                self.emit(Instr::SliceStr { dst, s, lo, hi });
            }
        }
    }

    fn slice_array(
        &mut self,
        e: ExprId,
        dst: Reg,
        ptr: Reg,
        len: i64,
        elem: TypeId,
        bounds: [Option<ExprId>; 3],
    ) {
        let [lo, hi, max] = self.bounds(bounds);
        self.pos = self.src.file.pos(e);
        let size = self.layout(elem).size as i32;
        self.emit(Instr::SliceArray {
            dst,
            ptr,
            lo,
            hi,
            max,
            size,
            n: len.min(i32::MAX as i64) as i32,
        });
    }

    fn bounds(&mut self, list: [Option<ExprId>; 3]) -> [Reg; 3] {
        list.map(|e| match e {
            Some(e) => self.index_value(e),
            None => NO_REG,
        })
    }
}
