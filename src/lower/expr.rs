//! Expressions: operands, selectors, operators. Values come out in registers; `expr` says in which, `expr_to` puts them
//! where the caller wants them.
//!
//! A destination handed to `expr_to` may be a variable that the expression itself reads, as long as the expression ends in one
//! instruction that writes it (`x = x + 1`); composite literals and other forms that write piecemeal build in temporaries
//! unless the destination is fresh (`fresh_to`).

use crate::bytecode::Instr;
use crate::bytecode::LabelId;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::lower::arith;
use crate::lower::arith::Num;
use crate::lower::func::FuncLower;
use crate::lower::place::Place;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::UnaryOp;
use crate::types::Type;
use crate::types::TypeId;

impl FuncLower<'_, '_> {
    /// The concrete type of an expression.
    pub fn ty(&self, e: ExprId) -> TypeId {
        self.subst_type(self.src.type_of(e))
    }

    /// A value in registers; a variable's own ones when it lives there. A large value is the address of memory that may
    /// still change (`own` makes it safe to keep).
    pub fn expr(&mut self, e: ExprId) -> Reg {
        if let Some(r) = self.take_hoisted(e) {
            return r;
        }
        let file = self.src.file;
        if self.src.const_of(e).is_none() {
            match &file.expr(e).kind {
                ExprKind::ParenExpr { x } => return self.expr(*x),
                ExprKind::Ident(_)
                | ExprKind::SelectorExpr { .. }
                | ExprKind::IndexExpr { .. }
                | ExprKind::StarExpr { .. }
                    if self.is_place(e) =>
                {
                    let t = self.ty(e);
                    if self.is_row(e) {
                        let dst = self.alloc_for(t);
                        if self.row_load(e, dst) {
                            return dst;
                        }
                    }
                    let p = self.place(e);
                    self.pos = file.pos(e);
                    self.check_large(e, p, t);
                    return self.load_place(p, t);
                }
                ExprKind::CallExpr { .. } => return self.call_value(e),
                _ => {}
            }
        }
        let t = self.ty(e);
        if let Some(v) = self.src.const_of(e)
            && let Some(r) = self.loop_const(v, t)
        {
            return r;
        }
        let dst = self.alloc_for(t);
        self.fresh_to(e, dst);
        dst
    }

    /// A large value is only its address, which must not be nil where the value is asked for.
    fn check_large(&mut self, e: ExprId, p: Place, t: TypeId) {
        if let Place::Mem(ptr, 0) = p
            && self.layout(t).repr == Repr::Mem
            && !matches!(self.src.file.expr(e).kind, ExprKind::Ident(_))
        {
            self.emit(Instr::NilCheck { ptr });
        }
    }

    /// Evaluates into `dst`, which may be a variable that `e` reads.
    pub fn expr_to(&mut self, e: ExprId, dst: Reg) {
        if self.writes_piecemeal(e) {
            let t = self.ty(e);
            let n = self.slots(t);
            let r = self.expr(e);
            self.mov(dst, r, n);
        } else {
            self.fresh_to(e, dst);
        }
    }

    fn writes_piecemeal(&mut self, e: ExprId) -> bool {
        let file = self.src.file;
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.writes_piecemeal(*x),
            ExprKind::CompositeLit { .. } => true,
            ExprKind::SelectorExpr { .. }
            | ExprKind::IndexExpr { .. }
            | ExprKind::StarExpr { .. } => {
                let t = self.ty(e);
                self.layout(t).repr == Repr::Flat
            }
            // Operators, conversions and built-ins read everything before they write.
            _ => false,
        }
    }

    /// Evaluates into `dst`, which nothing in `e` reads.
    pub fn fresh_to(&mut self, e: ExprId, dst: Reg) {
        let file = self.src.file;
        let t = self.ty(e);
        if let Some(r) = self.take_hoisted(e) {
            let n = self.slots(t);
            return self.mov(dst, r, n);
        }
        if let Some(v) = self.src.const_of(e) {
            return self.constant_to(v, t, dst);
        }
        let n = self.slots(t);
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.fresh_to(*x, dst),
            ExprKind::FuncLit { .. } => self.func_lit_to(e, dst),
            ExprKind::CompositeLit { .. } => self.composite_to(e, t, dst),
            ExprKind::CallExpr { .. } => {
                let r = self.call_to(e, Some(dst));
                self.mov(dst, r, n);
            }
            ExprKind::TypeAssertExpr { x, .. } => self.type_assert_to(e, *x, t, dst, None),
            ExprKind::SliceExpr { .. } => self.slice_expr_to(e, dst),
            ExprKind::UnaryExpr { op, x } => self.unary_to(e, *op, *x, t, dst),
            ExprKind::BinaryExpr { op, x, y } => self.binary_to(e, *op, *x, *y, t, dst),
            ExprKind::IndexExpr { x, indices, .. } if !self.is_place(e) => {
                let xt = self.ty(*x);
                if self.num(xt) == Num::Str {
                    let s = self.expr(*x);
                    let i = self.index_value(indices[0]);
                    self.pos = file.pos(e);
                    self.emit(Instr::IndexStr { dst, s, i });
                } else {
                    self.func_value_to(e, dst);
                }
            }
            ExprKind::Ident(_)
            | ExprKind::SelectorExpr { .. }
            | ExprKind::IndexExpr { .. }
            | ExprKind::StarExpr { .. } => {
                if self.is_row(e) && self.row_load(e, dst) {
                } else if self.is_place(e) {
                    let p = self.place(e);
                    self.pos = file.pos(e);
                    self.load_place_to(p, t, dst);
                } else if self.src.is_nil(e) {
                    self.zero_slots(dst, n);
                } else {
                    self.func_value_to(e, dst);
                }
            }
            _ => unreachable!("invariant: types and bad expressions have no value"),
        }
    }

    /// Whether it is an index of an index, which may be one instruction.
    fn is_row(&self, e: ExprId) -> bool {
        let file = self.src.file;
        match &file.expr(e).kind {
            ExprKind::IndexExpr { x, .. } => {
                matches!(file.expr(file.unparen(*x)).kind, ExprKind::IndexExpr { .. })
            }
            _ => false,
        }
    }

    /// Whether an operand denotes a place or can be read as one: variables, fields, elements, indirections.
    pub fn is_place(&mut self, e: ExprId) -> bool {
        let file = self.src.file;
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.is_place(*x),
            ExprKind::Ident(id) => self
                .src
                .object_of(*id)
                .is_some_and(|o| self.lw.types().object(o).is_var()),
            ExprKind::StarExpr { .. } => true,
            ExprKind::SelectorExpr { sel, .. } => match self.src.qualified(e, *sel) {
                Some(o) => self.lw.types().object(o).is_var(),
                None => self.field_path(e).is_some(),
            },
            ExprKind::IndexExpr { x, .. } => {
                if !self.src.is_value(*x) {
                    return false;
                }
                let t = self.ty(*x);
                let types = self.lw.types();
                matches!(
                    types.under(t),
                    Type::Slice(_) | Type::Array { .. } | Type::Map { .. } | Type::Pointer(_)
                )
            }
            _ => false,
        }
    }

    /// The constant integer an index or count is.
    pub fn const_int(&self, e: ExprId) -> Option<i64> {
        let v = self.src.const_of(e)?;
        v.to_int().int64_val()
    }

    // ---- operators ----

    fn unary_to(&mut self, e: ExprId, op: UnaryOp, x: ExprId, t: TypeId, dst: Reg) {
        match op {
            UnaryOp::And => self.address_of_to(x, dst),
            UnaryOp::Recv => {
                let ch = self.expr(x);
                self.pos = self.src.file.pos(e);
                self.emit(Instr::Recv { dst, ch });
            }
            UnaryOp::Add | UnaryOp::Tilde => self.fresh_to(x, dst),
            UnaryOp::Not => {
                let a = self.expr(x);
                self.emit(Instr::Not { dst, a });
            }
            UnaryOp::Xor => {
                let a = self.expr(x);
                self.emit(Instr::Com { dst, a });
                let n = self.num(t);
                if matches!(n, Num::Int(_, false)) {
                    self.wrap(dst, n);
                }
            }
            UnaryOp::Sub => {
                let a = self.expr(x);
                match self.num(t) {
                    Num::F64 => self.emit(Instr::NegF64 { dst, a }),
                    Num::F32 => self.emit(Instr::NegF32 { dst, a }),
                    Num::C128 => {
                        self.emit(Instr::NegF64 { dst, a });
                        self.emit(Instr::NegF64 {
                            dst: dst.plus(1),
                            a: a.plus(1),
                        });
                    }
                    Num::C64 => {
                        let w = self.alloc(2);
                        self.emit(Instr::C64ToC128 { dst: w, a });
                        self.emit(Instr::NegF64 { dst: w, a: w });
                        self.emit(Instr::NegF64 {
                            dst: w.plus(1),
                            a: w.plus(1),
                        });
                        self.emit(Instr::C128ToC64 { dst, a: w });
                    }
                    n => {
                        self.emit(Instr::NegInt { dst, a });
                        self.wrap(dst, n);
                    }
                }
            }
        }
    }

    /// `&x`
    fn address_of_to(&mut self, x: ExprId, dst: Reg) {
        let x = self.src.file.unparen(x);
        let t = self.ty(x);
        if let ExprKind::CompositeLit { .. } = self.src.file.expr(x).kind {
            return self.composite_ptr_to(x, t, dst);
        }
        let p = self.place(x);
        self.pos = self.src.file.pos(x);
        match p {
            Place::SliceElem { s, i } => {
                let size = self.layout(t).size as i32;
                self.emit(Instr::IndexAddr { dst, s, i, size });
            }
            Place::Mem(ptr, off) if off > 0 => self.add_ptr(dst, ptr, off),
            _ => {
                let r = self.place_addr(x, p, t);
                self.mov(dst, r, 1);
            }
        }
    }

    /// The address of an addressable operand; faults where Go does.
    pub fn addr(&mut self, x: ExprId) -> Reg {
        let t = self.ty(x);
        let p = self.place(x);
        self.pos = self.src.file.pos(x);
        self.place_addr(x, p, t)
    }

    fn place_addr(&mut self, x: ExprId, p: Place, t: TypeId) -> Reg {
        if let Place::Mem(ptr, 0) = p
            && !matches!(
                self.src.file.expr(self.src.file.unparen(x)).kind,
                ExprKind::Ident(_)
            )
        {
            self.emit(Instr::NilCheck { ptr });
        }
        self.address(p, t)
    }

    fn binary_to(&mut self, e: ExprId, op: BinaryOp, x: ExprId, y: ExprId, t: TypeId, dst: Reg) {
        match op {
            BinaryOp::AndAnd | BinaryOp::OrOr => {
                let (end, set) = (self.label(), op == BinaryOp::OrOr);
                let hit = self.label();
                self.cond(e, hit, set);
                self.emit(Instr::LoadI {
                    dst,
                    k: !set as i32,
                });
                self.jump(end);
                self.bind(hit);
                self.emit(Instr::LoadI { dst, k: set as i32 });
                self.bind(end);
            }
            BinaryOp::Shl | BinaryOp::Shr => {
                let n = self.num(t);
                let a = self.expr(x);
                if let Some(v) = self.src.const_of(y) {
                    let count = v.to_int().uint64_val().unwrap_or(u64::MAX);
                    return self.shift_k(op, n, dst, a, count);
                }
                let b = self.shift_count(y);
                self.pos = self.src.file.pos(e);
                self.shift(op, n, dst, a, b);
            }
            _ if op.is_comparison() => {
                self.comparison_to(e, op, x, y, dst);
            }
            BinaryOp::Add if self.num(t) == Num::Str => self.concat_to(e, dst),
            _ => {
                let n = self.num(t);
                if let Some(k) = self.const_int(y)
                    && matches!(n, Num::Int(..))
                {
                    let a = self.expr(x);
                    self.pos = self.src.file.pos(e);
                    if self.arith_k(op, n, dst, a, k) {
                        return;
                    }
                    let b = self.expr(y);
                    return self.arith(op, n, dst, a, b);
                }
                if let Some(k) = self.const_int(x)
                    && matches!(op, BinaryOp::Add | BinaryOp::Mul | BinaryOp::And)
                    && matches!(n, Num::Int(..))
                {
                    let b = self.expr(y);
                    self.pos = self.src.file.pos(e);
                    if self.arith_k(op, n, dst, b, k) {
                        return;
                    }
                    let a = self.expr(x);
                    return self.arith(op, n, dst, a, b);
                }
                let a = self.operand_before(x, y);
                let b = self.expr(y);
                self.pos = self.src.file.pos(e);
                self.arith(op, n, dst, a, b);
            }
        }
    }

    /// The left operand, evaluated before `y`: a variable in registers is copied only if `y` could change it, which
    /// takes an assignment inside an expression; there is none in Go (variables that closures assign live in cells).
    fn operand_before(&mut self, x: ExprId, _y: ExprId) -> Reg {
        self.expr(x)
    }

    /// A shift count, checked for being negative when its type is signed.
    pub fn shift_count(&mut self, y: ExprId) -> Reg {
        let b = self.expr(y);
        let t = self.ty(y);
        if matches!(self.num(t), Num::Int(_, true)) {
            self.pos = self.src.file.pos(y);
            self.emit(Instr::CheckShift { src: b });
        }
        b
    }

    /// `a + b + c ...` over strings in one instruction.
    fn concat_to(&mut self, e: ExprId, dst: Reg) {
        let mut parts = Vec::new();
        self.concat_parts(e, &mut parts);
        if let [a, b] = parts[..] {
            let a = self.expr(a);
            let b = self.expr(b);
            self.pos = self.src.file.pos(e);
            return self.emit(Instr::Concat { dst, a, b });
        }
        let base = self.alloc(parts.len() as u16 * 2);
        for (i, &p) in parts.iter().enumerate() {
            self.fresh_to(p, base.plus(i as u16 * 2));
        }
        self.pos = self.src.file.pos(e);
        self.emit(Instr::ConcatN {
            dst,
            base,
            n: parts.len() as u16,
        });
    }

    fn concat_parts(&mut self, e: ExprId, out: &mut Vec<ExprId>) {
        let e = self.src.file.unparen(e);
        match self.src.file.expr(e).kind {
            ExprKind::BinaryExpr {
                op: BinaryOp::Add,
                x,
                y,
            } if self.src.const_of(e).is_none() && out.len() < 1000 => {
                self.concat_parts(x, out);
                self.concat_parts(y, out);
            }
            _ => out.push(e),
        }
    }

    /// `dst := x op y` for a comparison.
    fn comparison_to(&mut self, e: ExprId, op: BinaryOp, x: ExprId, y: ExprId, dst: Reg) {
        let (xt, yt) = (self.ty(x), self.ty(y));
        if self.src.is_nil(y) || self.src.is_nil(x) {
            let a = if self.src.is_nil(y) {
                self.expr(x)
            } else {
                self.expr(y)
            };
            self.emit(Instr::EqIntK { dst, a, k: 0 });
            return self.not_if(op == BinaryOp::Neq, dst);
        }
        let types = self.lw.types();
        let (xi, yi) = (types.is_interface(xt), types.is_interface(yt));
        if xi != yi {
            let it = if xi { xt } else { yt };
            let a = self.value_as(x, it);
            let b = self.value_as(y, it);
            self.pos = self.src.file.pos(e);
            self.emit(Instr::EqIface { dst, a, b });
            return self.not_if(op == BinaryOp::Neq, dst);
        }
        let a = self.expr(x);
        let b = self.expr(y);
        self.pos = self.src.file.pos(e);
        match self.num(xt) {
            Num::Other => {
                let out = self.equal(xt, a, b);
                self.mov(dst, out, 1);
                self.not_if(op == BinaryOp::Neq, dst);
            }
            n => self.compare(op, n, dst, a, b),
        }
    }

    /// A register that holds `a == b` for two values of one type.
    pub fn equal(&mut self, t: TypeId, a: Reg, b: Reg) -> Reg {
        let dst = self.alloc(1);
        let n = self.num(t);
        if n != Num::Other {
            self.compare(BinaryOp::Eql, n, dst, a, b);
            return dst;
        }
        let l = self.layout(t);
        let types = self.lw.types();
        match types.under(t) {
            Type::Interface(_) => self.emit(Instr::EqIface { dst, a, b }),
            Type::Struct(_) | Type::Array { .. } => match l.repr {
                Repr::Empty => self.emit(Instr::LoadI { dst, k: 1 }),
                Repr::Mem => {
                    let ty = self.rtype(t);
                    self.emit(Instr::EqMem { dst, a, b, ty });
                }
                _ => {
                    let out = self.label();
                    self.emit(Instr::LoadI { dst, k: 0 });
                    for (ft, slot) in self.parts(t) {
                        let r = self.equal(ft, a.plus(slot), b.plus(slot));
                        self.emit(Instr::JFalse { a: r, to: out });
                    }
                    self.emit(Instr::LoadI { dst, k: 1 });
                    self.bind(out);
                }
            },
            _ => self.emit(Instr::EqInt { dst, a, b }),
        }
        dst
    }

    /// Types and slots of the fields or elements of a flat value, blank fields left out.
    fn parts(&mut self, t: TypeId) -> Vec<(TypeId, u16)> {
        let l = self.layout(t);
        let w = self.lw.world;
        let types = w.types;
        match types.under(t) {
            Type::Struct(s) => s
                .fields
                .iter()
                .zip(&l.fields)
                .filter(|(f, _)| types.str(f.name) != "_")
                .map(|(f, at)| (self.subst_type(f.ty), at.1))
                .collect(),
            Type::Array { elem, .. } => {
                let elem = self.subst_type(*elem);
                l.fields.iter().map(|at| (elem, at.1)).collect()
            }
            _ => vec![(t, 0)],
        }
    }

    // ---- conditions ----

    /// Jumps to `to` when `e` is `want`.
    pub fn cond(&mut self, e: ExprId, to: LabelId, want: bool) {
        let file = self.src.file;
        if let Some(v) = self.src.const_of(e) {
            if v.bool_val() == want {
                self.jump(to);
            }
            return;
        }
        if let Some(r) = self.take_hoisted(e) {
            return self.branch(r, to, want);
        }
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.cond(*x, to, want),
            ExprKind::UnaryExpr {
                op: UnaryOp::Not,
                x,
            } => self.cond(*x, to, !want),
            ExprKind::BinaryExpr {
                op: op @ (BinaryOp::AndAnd | BinaryOp::OrOr),
                x,
                y,
            } => {
                // `a && b` is false as soon as a is; `a || b` true.
                let decides = *op == BinaryOp::OrOr;
                if want == decides {
                    self.cond(*x, to, want);
                    self.cond(*y, to, want);
                } else {
                    let skip = self.label();
                    self.cond(*x, skip, !want);
                    self.cond(*y, to, want);
                    self.bind(skip);
                }
            }
            kind => {
                self.hoist(&[e]);
                if let ExprKind::BinaryExpr { op, x, y } = kind
                    && op.is_comparison()
                    && self.cond_compare(e, *op, *x, *y, to, want)
                {
                    return;
                }
                let r = self.expr(e);
                self.branch(r, to, want);
            }
        }
    }

    fn cond_compare(
        &mut self,
        e: ExprId,
        op: BinaryOp,
        x: ExprId,
        y: ExprId,
        to: LabelId,
        want: bool,
    ) -> bool {
        let mark = self.mark();
        if self.src.is_nil(y) || self.src.is_nil(x) {
            let a = if self.src.is_nil(y) {
                self.expr(x)
            } else {
                self.expr(y)
            };
            self.release(mark);
            return self.compare_jump_k(op, Num::Other, a, 0, to, want);
        }
        let (xt, yt) = (self.ty(x), self.ty(y));
        let types = self.lw.types();
        if types.is_interface(xt) || types.is_interface(yt) {
            return false;
        }
        let n = self.num(xt);
        let scalar = match n {
            Num::Int(..) | Num::F64 | Num::Str => true,
            Num::Other => self.layout(xt).repr == Repr::One && self.layout(xt).fields.is_empty(),
            _ => false,
        };
        let back = self.asm.is_bound(to);
        if !scalar
            || (back && !matches!(n, Num::Int(..) | Num::Other))
            || (n == Num::Str && !matches!(op, BinaryOp::Eql | BinaryOp::Neq))
        {
            return false;
        }
        let bool_const = |s: &Self, e: ExprId| {
            s.src
                .const_of(e)
                .filter(|_| n == Num::Other)
                .map(|v| v.bool_val() as i64)
        };
        let small = |k: &i64| i16::try_from(*k).is_ok();
        let k_ok = |op: BinaryOp, k: i64| match n {
            Num::Int(64, false) => matches!(op, BinaryOp::Eql | BinaryOp::Neq) && k >= 0,
            Num::Int(_, false) => k >= 0,
            Num::Int(..) | Num::Other => true,
            _ => false,
        };
        if let Some(k) = self
            .const_int(y)
            .or(bool_const(self, y))
            .filter(small)
            .filter(|k| k_ok(op, *k))
        {
            let a = self.expr(x);
            self.pos = self.src.file.pos(e);
            self.release(mark);
            return self.compare_jump_k(op, n, a, k, to, want);
        }
        if let Some(k) = self
            .const_int(x)
            .or(bool_const(self, x))
            .filter(small)
            .filter(|k| k_ok(arith::mirror(op), *k))
        {
            let a = self.expr(y);
            self.pos = self.src.file.pos(e);
            self.release(mark);
            return self.compare_jump_k(arith::mirror(op), n, a, k, to, want);
        }
        let a = self.expr(x);
        let b = self.expr(y);
        self.pos = self.src.file.pos(e);
        self.release(mark);
        self.compare_jump(op, n, a, b, to, want)
    }

    /// Jumps to `to` when the bool in `a` is `want`.
    pub fn branch(&mut self, a: Reg, to: LabelId, want: bool) {
        match (want, self.asm.is_bound(to)) {
            (true, false) => self.emit(Instr::JTrue { a, to }),
            (true, true) => self.emit(Instr::JTrueB { a, to }),
            (false, false) => self.emit(Instr::JFalse { a, to }),
            (false, true) => {
                let skip = self.label();
                self.emit(Instr::JTrue { a, to: skip });
                self.jump(to);
                self.bind(skip);
            }
        }
    }
}
