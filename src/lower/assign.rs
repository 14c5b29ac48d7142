//! Assignments: one or several values, `op=`, `x, ok =`, and what has to be evaluated before anything is stored.

use crate::bytecode::Instr;
use crate::bytecode::NO_REG;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::constant::Value;
use crate::lower::arith::Num;
use crate::lower::func::FuncLower;
use crate::lower::func::Loc;
use crate::lower::order::Targets;
use crate::lower::place::Place;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::StmtId;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::VarKind;

/// A left side: what is assigned or declared.
#[derive(Clone, Copy, Debug)]
pub enum Left {
    /// A new variable of a type, with the registers reserved for it.
    New(ObjectId, TypeId, Reg),
    /// A place and its type.
    Place(Place, TypeId),
    /// `_`
    Blank,
}

/// The right operand of `op=`.
#[derive(Clone, Copy)]
pub(super) enum Operand {
    Expr(ExprId),
    One,
}

impl FuncLower<'_, '_> {
    /// Whether a left side is the blank identifier.
    pub fn blank(&self, x: ExprId) -> bool {
        let file = self.src.file;
        self.src
            .ident(x)
            .is_some_and(|id| self.lw.world.names.resolve(file.name_of(id)) == "_")
    }

    /// The type of a left side.
    pub fn left_type(&self, x: ExprId) -> TypeId {
        match self.src.ident(x).and_then(|id| self.src.object_of(id)) {
            Some(o) => self.var_type(o),
            None => self.ty(x),
        }
    }

    /// The variable that `x` declares in a statement with `:=`.
    pub fn defined(&self, x: ExprId, define: bool) -> Option<ObjectId> {
        if !define || self.blank(x) {
            return None;
        }
        let o = self.src.def_of(self.src.file.as_ident(x)?)?;
        // At the prompt it may be a package-level variable, which has a place already.
        let local = self.lw.types().object(o).var_kind() != Some(VarKind::Package);
        local.then_some(o)
    }

    pub(super) fn assign_stmt(&mut self, s: StmtId, lhs: &[ExprId], define: bool, rhs: &[ExprId]) {
        let start = self.mark();
        if let ([l], [r]) = (lhs, rhs) {
            if let Some(o) = self.defined(*l, define) {
                let t = self.var_type(o);
                let reg = self.reserve(o, t);
                let m = self.mark();
                self.hoist_with(&[], rhs, Targets::Each(&[t]));
                self.init_expr(o, t, reg, *r);
                return self.release(m);
            }
            let t = if self.blank(*l) {
                TypeId::INVALID
            } else {
                self.left_type(*l)
            };
            self.hoist_with(lhs, rhs, Targets::Each(&[t]));
            self.assign_one(s, *l, *r);
            return self.release(start);
        }
        let mut lefts = vec![Left::Blank; lhs.len()];
        for (l, &x) in lefts.iter_mut().zip(lhs) {
            if let Some(o) = self.defined(x, define) {
                let t = self.var_type(o);
                *l = Left::New(o, t, self.reserve(o, t));
            }
        }
        let m = self.mark();
        let mut targets: Vec<TypeId> = lefts.iter().map(|l| self.left_target(l)).collect();
        for (t, &x) in targets.iter_mut().zip(lhs) {
            if *t == TypeId::INVALID && !self.blank(x) {
                *t = self.left_type(x);
            }
        }
        self.hoist_right(lhs, &targets, rhs);
        for (l, &x) in lefts.iter_mut().zip(lhs) {
            if matches!(l, Left::Blank) && !self.blank(x) {
                *l = self.left_place(x);
            }
        }
        self.detach_places(&mut lefts, lhs, start);
        self.pos = self.src.file.stmt(s).pos;
        self.assign(&lefts, rhs, start);
        self.release(m);
    }

    /// The type a new variable has, or none.
    pub(super) fn left_target(&self, l: &Left) -> TypeId {
        match *l {
            Left::New(_, t, _) | Left::Place(_, t) => t,
            Left::Blank => TypeId::INVALID,
        }
    }

    /// Evaluates calls on the right side ahead if that matters; `targets` are the types of the left sides.
    pub(super) fn hoist_right(&mut self, lhs: &[ExprId], targets: &[TypeId], rhs: &[ExprId]) {
        let file = self.src.file;
        if targets.len() == rhs.len() {
            return self.hoist_with(lhs, rhs, Targets::Each(targets));
        }
        let e = file.unparen(rhs[0]);
        match &file.expr(e).kind {
            ExprKind::UnaryExpr { x, .. } | ExprKind::TypeAssertExpr { x, .. } => {
                self.hoist_with(lhs, &[*x], Targets::None)
            }
            ExprKind::IndexExpr { x, indices, .. } => {
                self.hoist_with(lhs, &[*x, indices[0]], Targets::None)
            }
            _ => self.hoist_with(lhs, &[e], Targets::None),
        }
    }

    /// The place of a left side that declares nothing.
    pub fn left_place(&mut self, x: ExprId) -> Left {
        if self.blank(x) {
            return Left::Blank;
        }
        let t = self.left_type(x);
        Left::Place(self.place(x), t)
    }

    /// Copies operands of places that are variables in registers (below `start`), which an assignment of the same statement
    /// might change before they are used.
    pub fn detach_places(&mut self, lefts: &mut [Left], lhs: &[ExprId], start: u16) {
        if !lefts
            .iter()
            .any(|l| matches!(l, Left::Place(Place::Reg(_) | Place::RegElem { .. }, _)))
        {
            return;
        }
        for (l, &x) in lefts.iter_mut().zip(lhs) {
            let Left::Place(p, _) = l else { continue };
            if self.src.ident(x).is_some() {
                continue;
            }
            match p {
                Place::Reg(_) | Place::Global(_) | Place::Blank => {}
                Place::Mem(r, _) => *r = self.detach(*r, 1, start),
                Place::SliceElem { s, i } => {
                    (*s, *i) = (self.detach(*s, 2, start), self.detach(*i, 1, start))
                }
                Place::ArrayElem { ptr, i } => {
                    (*ptr, *i) = (self.detach(*ptr, 1, start), self.detach(*i, 1, start))
                }
                Place::RegElem { i, .. } => *i = self.detach(*i, 1, start),
                Place::MapElem { m, key, ty } => {
                    *m = self.detach(*m, 1, start);
                    let Type::Map { key: kt, .. } = self.lw.types().under(*ty) else {
                        continue;
                    };
                    let n = self.slots(*kt);
                    *key = self.detach(*key, n, start);
                }
            }
        }
    }

    pub(super) fn detach(&mut self, r: Reg, n: u16, start: u16) -> Reg {
        if r.0 >= start {
            return r;
        }
        let dst = self.alloc(n);
        self.mov(dst, r, n);
        dst
    }

    /// `l = r`
    pub(super) fn assign_one(&mut self, s: StmtId, l: ExprId, r: ExprId) {
        if self.blank(l) {
            return self.discard(r);
        }
        let t = self.left_type(l);
        let p = self.place(l);
        if let Place::Reg(reg) = p {
            return self.value_into(r, t, reg);
        }
        let v = self.value_as(r, t);
        self.pos = self.src.file.stmt(s).pos;
        if self.layout(t).repr == Repr::Mem
            && self.is_fresh(r)
            && let Some(id) = self.src.ident(l)
            && let Some(o) = self.src.object_of(id)
            && let Some(&Loc::Reg(reg)) = self.vars.get(&o)
        {
            // The variable's own register takes over the new memory.
            return self.mov(reg, v, 1);
        }
        self.store_place(p, t, v);
    }

    /// Evaluates for the effects only.
    pub fn discard(&mut self, e: ExprId) {
        if self.src.const_of(e).is_none() && !self.src.is_nil(e) {
            self.expr(e);
        }
    }

    /// Evaluates into the registers of a variable that `e` may read.
    pub fn value_into(&mut self, e: ExprId, t: TypeId, reg: Reg) {
        if self.src.is_nil(e) {
            let n = self.slots(t);
            return self.zero_slots(reg, n);
        }
        if self.ty(e) == t {
            return if self.is_append(e) {
                self.fresh_to(e, reg)
            } else {
                self.expr_to(e, reg)
            };
        }
        let v = self.value_as(e, t);
        let n = self.slots(t);
        self.mov(reg, v, n);
    }

    /// Assigns one value or several to left sides, whose operands are evaluated. `start` is where the registers of
    /// variables end.
    pub(super) fn assign(&mut self, lefts: &[Left], rhs: &[ExprId], start: u16) {
        if lefts.len() != rhs.len() {
            let e = self.src.file.unparen(rhs[0]);
            return match self.src.file.expr(e).kind {
                ExprKind::CallExpr { .. } => self.assign_call(lefts, e),
                _ => self.assign_comma_ok(lefts, e),
            };
        }
        if !lefts.iter().any(|l| matches!(l, Left::Place(..))) {
            for (l, &e) in lefts.iter().zip(rhs) {
                match *l {
                    Left::New(o, t, reg) => self.init_expr(o, t, reg, e),
                    _ => self.discard(e),
                }
            }
            return;
        }
        if self.independent(lefts, rhs) {
            for (l, &e) in lefts.iter().zip(rhs) {
                if let Left::Place(Place::Reg(r), t) = *l {
                    self.value_into(e, t, r);
                }
            }
            return;
        }
        let mut vals = Vec::new();
        for (l, &e) in lefts.iter().zip(rhs) {
            vals.push(match *l {
                Left::New(_, t, _) | Left::Place(_, t) => self.owned_value(e, t),
                Left::Blank => {
                    self.discard(e);
                    Reg(0)
                }
            });
        }
        for i in 1..vals.len() {
            let (Left::New(_, t, _) | Left::Place(_, t)) = lefts[i] else {
                continue;
            };
            let n = self.slots(t);
            let v = vals[i];
            let overwritten = v.0 < start
                && lefts[..i].iter().any(|l| match *l {
                    Left::Place(Place::Reg(r), t) => r.0 < v.0 + n && v.0 < r.0 + self.slots(t),
                    Left::Place(Place::RegElem { .. }, _) => true,
                    _ => false,
                });
            if overwritten {
                vals[i] = self.detach(v, n, start);
            }
        }
        for (l, v) in lefts.iter().zip(vals) {
            self.store_left(*l, v, true);
        }
    }

    /// Whether a parallel assignment can be made one by one: of sums and the like to variables in single registers that no
    /// later value reads.
    pub(super) fn independent(&mut self, lefts: &[Left], rhs: &[ExprId]) -> bool {
        let mut regs = Vec::new();
        for (l, &e) in lefts.iter().zip(rhs) {
            let Left::Place(Place::Reg(r), t) = *l else {
                return false;
            };
            if self.slots(t) != 1 || !self.reads_only(e, &regs) {
                return false;
            }
            regs.push(r);
        }
        true
    }

    /// Whether an expression computes with constants and variables in registers other than these, without a way to fail.
    pub(super) fn reads_only(&self, e: ExprId, not: &[Reg]) -> bool {
        let file = self.src.file;
        if self.src.const_of(e).is_some() {
            return true;
        }
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.reads_only(*x, not),
            ExprKind::Ident(id) => match self.src.object_of(*id).and_then(|o| self.vars.get(&o)) {
                Some(Loc::Reg(r)) => !not.contains(r),
                _ => false,
            },
            ExprKind::BinaryExpr { op, x, y } => {
                use BinaryOp as B;
                let plain = matches!(
                    op,
                    B::Add | B::Sub | B::Mul | B::And | B::Or | B::Xor | B::AndNot
                );
                let number = !matches!(self.num(self.ty(e)), Num::Str | Num::Other);
                plain && number && self.reads_only(*x, not) && self.reads_only(*y, not)
            }
            _ => false,
        }
    }

    /// Stores a value of the left side's own type.
    pub fn store_left(&mut self, l: Left, v: Reg, fresh: bool) {
        match l {
            Left::New(o, t, reg) => self.init_var(o, t, reg, v, fresh),
            Left::Place(p, t) => self.store_place(p, t, v),
            Left::Blank => {}
        }
    }

    /// Stores a value of type `from`, converting it.
    pub fn store_left_as(&mut self, l: Left, v: Reg, from: TypeId, fresh: bool) {
        match l {
            Left::New(_, t, _) | Left::Place(_, t) => {
                let v = if t == from {
                    v
                } else {
                    self.convert_reg(v, from, t)
                };
                self.store_left(l, v, fresh);
            }
            Left::Blank => {}
        }
    }

    pub(super) fn assign_call(&mut self, lefts: &[Left], e: ExprId) {
        let mut r = self.call_to(e, None);
        let types = self.call_results(e);
        let pos = self.pos;
        for (l, from) in lefts.iter().zip(types) {
            self.pos = pos;
            self.store_left_as(*l, r, from, true);
            let n = self.slots(from);
            r = r.plus(n);
        }
    }

    pub(super) fn assign_comma_ok(&mut self, lefts: &[Left], e: ExprId) {
        let vt = self.call_results(e)[0];
        // New variables in registers can be written at once.
        let direct = |s: &Self, l: Left, t: TypeId| match l {
            Left::New(o, lt, reg) if lt == t && !s.esc.in_cell(o) => Some(reg),
            _ => None,
        };
        let mem = self.layout(vt).repr == Repr::Mem;
        let vd = direct(self, lefts[0], vt).filter(|_| !mem);
        let od = direct(self, lefts[1], TypeId::BOOL);
        let dst = match vd {
            Some(r) => r,
            None => self.alloc_for(vt),
        };
        let ok = match od {
            Some(r) => r,
            None => self.alloc(1),
        };
        let pos = self.pos;
        self.comma_ok_to(e, vt, dst, ok);
        self.pos = pos;
        self.store_left_as(lefts[0], dst, vt, false);
        self.store_left_as(lefts[1], ok, TypeId::BOOL, false);
    }

    /// Whether every key of a map type can be hashed: there is no interface in it.
    pub(super) fn always_hashes(&self, map: TypeId) -> bool {
        let types = self.lw.types();
        let Type::Map { key, .. } = types.under(map) else {
            return true;
        };
        let mut parts = vec![*key];
        while let Some(t) = parts.pop() {
            match types.under(t) {
                Type::Interface(_) => return false,
                Type::Array { elem, .. } => parts.push(self.subst_type(*elem)),
                Type::Struct(s) => parts.extend(s.fields.iter().map(|f| self.subst_type(f.ty))),
                _ => {}
            }
        }
        true
    }

    /// `x op= y`, `x++`, `x--`
    pub(super) fn op_assign(&mut self, s: StmtId, x: ExprId, op: BinaryOp, y: Operand) {
        let pos = self.src.file.stmt(s).pos;
        let t = self.left_type(x);
        let n = self.num(t);
        match y {
            Operand::Expr(y) => self.hoist(&[x, y]),
            Operand::One => self.hoist(&[x]),
        }
        let p = self.place(x);
        let reg = match p {
            Place::Reg(r) => Some(r),
            _ => None,
        };
        if let (Some(dst), Operand::Expr(y)) = (reg, y)
            && self.fused_add(op, n, dst, y)
        {
            return;
        }
        // The right operand comes first: calls in it may change what x holds.
        let shift = op.is_shift();
        let k = match y {
            Operand::One => Some(Value::Int64(1)),
            Operand::Expr(y) => self.src.const_of(y).cloned(),
        };
        let is_int = matches!(n, Num::Int(..));
        let small = k
            .as_ref()
            .filter(|_| is_int)
            .and_then(|k| k.to_int().int64_val());
        let b = match y {
            Operand::Expr(y) if k.is_none() => Some(if shift {
                self.shift_count(y)
            } else {
                self.value_as(y, t)
            }),
            _ => None,
        };
        self.pos = pos;
        let a = match p {
            Place::MapElem { m, key, ty } if !self.always_hashes(ty) => {
                let dst = self.alloc_for(t);
                let ty = self.rtype(ty);
                let ok = NO_REG;
                self.emit(Instr::MapGet2 {
                    dst,
                    m,
                    key,
                    ok,
                    ty,
                });
                dst
            }
            _ => self.load_place(p, t),
        };
        let dst = match reg {
            Some(r) => r,
            None => self.alloc_for(t),
        };
        match (b, &k) {
            (Some(b), _) if shift => self.shift(op, n, dst, a, b),
            (Some(b), _) => self.arith(op, n, dst, a, b),
            (None, Some(k)) if shift => {
                let count = k.to_int().uint64_val().unwrap_or(u64::MAX);
                self.shift_k(op, n, dst, a, count);
            }
            (None, k) => {
                if !small.is_some_and(|v| self.arith_k(op, n, dst, a, v)) {
                    let b = self.alloc_for(t);
                    if let Some(k) = k {
                        self.constant_to(k, t, b);
                    }
                    self.arith(op, n, dst, a, b);
                }
            }
        }
        if reg.is_none() {
            self.store_place(p, t, dst);
        }
    }

    /// `x += a * b` and `x += a ^ b` in one instruction; answers whether it applies.
    pub(super) fn fused_add(&mut self, op: BinaryOp, n: Num, dst: Reg, y: ExprId) -> bool {
        let file = self.src.file;
        let y = file.unparen(y);
        let ExprKind::BinaryExpr {
            op: inner,
            x: a,
            y: b,
        } = file.expr(y).kind
        else {
            return false;
        };
        let constant = [a, b, y].iter().any(|&e| self.src.const_of(e).is_some());
        if op != BinaryOp::Add || constant {
            return false;
        }
        match (n, inner) {
            (Num::Int(64, _), BinaryOp::Mul) => {
                let (a, b) = (self.expr(a), self.expr(b));
                self.emit(Instr::MulAddInt { dst, a, b });
            }
            (Num::Int(64, _), BinaryOp::Xor) => {
                let (a, b) = (self.expr(a), self.expr(b));
                self.emit(Instr::XorAddInt { dst, a, b });
            }
            (Num::F64, BinaryOp::Mul) => {
                let (a, b) = (self.expr(a), self.expr(b));
                self.emit(Instr::MulAddF64 { dst, a, b });
            }
            _ => return false,
        }
        true
    }

    // ---- return ----
}
