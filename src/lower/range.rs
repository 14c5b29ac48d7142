//! range over integers, slices, arrays, strings, maps and channels.
//!
//! A hidden register counts; the key variable is that register itself when nothing assigns it, since each iteration has
//! variables of its own anyway.

use crate::base::Symbol;
use crate::bytecode::Instr;
use crate::bytecode::LabelId;
use crate::bytecode::LeafKind;
use crate::bytecode::NO_REG;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::lower::arith::Num;
use crate::lower::assign::Left;
use crate::lower::func::FuncLower;
use crate::lower::func::Loc;
use crate::lower::place::Place;
use crate::syntax::ast::Block;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;
use crate::syntax::ast::UnaryOp;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeId;

/// An iteration variable.
#[derive(Clone, Copy)]
pub enum IterVar {
    /// Not wanted.
    Unused,
    /// A variable in registers.
    Local(ObjectId, TypeId, Reg),
    /// A variable in a cell.
    Cell(TypeId, Reg),
    /// A left side that is assigned.
    Expr(ExprId),
}

/// Where the elements are.
#[derive(Clone, Copy)]
enum Elems {
    Slice(Reg),
    Regs(Reg),
    Mem(Reg),
    None,
}

/// How many there are.
#[derive(Clone, Copy)]
enum Count {
    K(i64),
    Reg(Reg),
}

/// The parts of the loop.
struct Loop<'a> {
    stmt: StmtId,
    label: Option<Symbol>,
    lhs: &'a [ExprId],
    define: bool,
    body: &'a Block,
    brk: LabelId,
    cont: LabelId,
}

impl FuncLower<'_, '_> {
    /// `for lhs := range x {}`
    pub fn range_stmt(&mut self, s: StmtId, label: Option<Symbol>) {
        let file = self.src.file;
        let StmtKind::RangeStmt {
            lhs,
            define,
            x,
            body,
            range,
            ..
        } = &file.stmt(s).kind
        else {
            return;
        };
        let (x, define) = (*x, *define);
        self.pos = *range;
        let types = self.lw.types();
        let xt = self.ty(x);
        self.hoist(&[x]);
        if let Type::Signature(_) = types.under(xt) {
            return self.range_func(s, label, lhs, define, x, body);
        }
        let outermost = self.begin_loop();
        let l = Loop {
            stmt: s,
            label,
            lhs,
            define,
            body,
            brk: self.label(),
            cont: self.label(),
        };
        match types.under(xt) {
            Type::Slice(elem) => {
                let elem = self.subst_type(*elem);
                let m = self.mark();
                let r = self.expr(x);
                let s = self.stable(x, r, 2, m);
                let n = self.alloc(1);
                self.emit(Instr::LenSlice { dst: n, s });
                let elems = if self.wants_value(&l) {
                    Elems::Slice(s)
                } else {
                    Elems::None
                };
                self.range_indexed(&l, Count::Reg(n), elems, elem, TypeId::INT);
            }
            Type::Array { len, elem } => {
                let (len, elem) = (*len, self.subst_type(*elem));
                let elems = self.range_array(&l, x, xt);
                self.range_indexed(&l, Count::K(len), elems, elem, TypeId::INT);
            }
            Type::Pointer(base) => {
                let base = self.subst_type(*base);
                let Type::Array { len, elem } = types.under(base) else {
                    unreachable!("invariant: only pointers to arrays are ranged over")
                };
                let (len, elem) = (*len, self.subst_type(*elem));
                let elems = if self.wants_value(&l) {
                    let m = self.mark();
                    let r = self.expr(x);
                    Elems::Mem(self.stable(x, r, 1, m))
                } else {
                    self.effects(x);
                    Elems::None
                };
                self.range_indexed(&l, Count::K(len), elems, elem, TypeId::INT);
            }
            Type::Map { key, elem } => {
                let (key, elem) = (self.subst_type(*key), self.subst_type(*elem));
                self.range_map(&l, x, xt, key, elem);
            }
            Type::Chan { elem, .. } => {
                let elem = self.subst_type(*elem);
                self.range_chan(&l, x, elem);
            }
            Type::Basic(_) if self.num(xt) == Num::Str => self.range_string(&l, x),
            _ => self.range_int(&l, x, xt),
        }
        self.end_loop(outermost);
    }

    fn wants_value(&self, l: &Loop<'_>) -> bool {
        l.lhs.get(1).is_some_and(|&v| !self.blank(v))
    }

    /// A register the loop can rely on: copies a variable that something assigns.
    fn stable(&mut self, x: ExprId, r: Reg, n: u16, mark: u16) -> Reg {
        if r.0 >= mark {
            return r;
        }
        let var = self.src.ident(x).and_then(|id| self.src.object_of(id));
        if var.is_some_and(|o| !self.esc.assigned(o)) {
            return r;
        }
        let dst = self.alloc(n);
        self.mov(dst, r, n);
        dst
    }

    /// Evaluates an operand whose value is not wanted, if it contains calls or receives.
    pub fn effects(&mut self, x: ExprId) {
        if self.has_call(x) {
            let m = self.mark();
            self.expr(x);
            self.release(m);
        }
    }

    /// Whether an expression contains function calls or receive operations.
    pub fn has_call(&self, e: ExprId) -> bool {
        let file = self.src.file;
        if self.src.const_of(e).is_some() || self.src.is_type(e) {
            return false;
        }
        match &file.expr(e).kind {
            ExprKind::CallExpr { fun, args, .. } => {
                !self.src.is_conversion_or_builtin(*fun) || args.iter().any(|&a| self.has_call(a))
            }
            ExprKind::UnaryExpr { op, x } => *op == UnaryOp::Recv || self.has_call(*x),
            ExprKind::ParenExpr { x }
            | ExprKind::StarExpr { x }
            | ExprKind::SelectorExpr { x, .. }
            | ExprKind::TypeAssertExpr { x, .. } => self.has_call(*x),
            ExprKind::IndexExpr { x, indices, .. } => {
                self.has_call(*x) || indices.iter().any(|&i| self.has_call(i))
            }
            ExprKind::SliceExpr { x, lo, hi, max, .. } => {
                self.has_call(*x)
                    || [lo, hi, max]
                        .into_iter()
                        .flatten()
                        .any(|&i| self.has_call(i))
            }
            ExprKind::BinaryExpr { x, y, .. } => self.has_call(*x) || self.has_call(*y),
            ExprKind::KeyValueExpr { key, value } => self.has_call(*key) || self.has_call(*value),
            ExprKind::CompositeLit { elems, .. } => elems.iter().any(|&x| self.has_call(x)),
            _ => false,
        }
    }

    // ---- iteration variables ----

    /// Prepares an iteration variable.
    pub fn iter_var(&mut self, x: Option<&ExprId>, define: bool) -> IterVar {
        let Some(&x) = x else { return IterVar::Unused };
        if self.blank(x) {
            return IterVar::Unused;
        }
        let Some(o) = self.defined(x, define) else {
            return IterVar::Expr(x);
        };
        let t = self.var_type(o);
        let reg = self.reserve(o, t);
        if self.esc.in_cell(o) {
            if !self.src.per_iteration {
                let ty = self.rtype(t);
                self.emit(Instr::New { dst: reg, ty });
            }
            self.vars.insert(o, Loc::Cell(reg));
            return IterVar::Cell(t, reg);
        }
        if self.layout(t).repr == Repr::Mem && self.reuses_memory(o) {
            let ty = self.rtype(t);
            self.emit(Instr::New { dst: reg, ty });
        }
        self.vars.insert(o, Loc::Reg(reg));
        IterVar::Local(o, t, reg)
    }

    /// Whether a large iteration variable can have the same memory in all iterations: no closure shares it.
    fn reuses_memory(&self, o: ObjectId) -> bool {
        !self.esc.captured(o)
    }

    /// The hidden counter and the variable to be set from it; they may be one.
    fn iter_index(&mut self, x: Option<&ExprId>, define: bool) -> (Reg, IterVar) {
        if let Some(&k) = x
            && let Some(o) = self.defined(k, define)
            && !self.esc.in_cell(o)
            && !self.esc.assigned(o)
        {
            let reg = self.alloc(1);
            self.vars.insert(o, Loc::Reg(reg));
            return (reg, IterVar::Unused);
        }
        let v = self.iter_var(x, define);
        (self.alloc(1), v)
    }

    /// The registers a value of type `from` can be produced in directly.
    fn iter_dst(&mut self, v: IterVar, from: TypeId) -> Option<Reg> {
        match v {
            IterVar::Local(_, t, reg) if t == from && self.layout(t).repr != Repr::Mem => Some(reg),
            _ => None,
        }
    }

    /// Gives the iteration variables their values: pairs of a value and its type.
    pub fn iter_set(&mut self, vars: &[(IterVar, Reg, TypeId)], fresh: bool) {
        let m = self.mark();
        let lhs: Vec<ExprId> = vars
            .iter()
            .filter_map(|v| {
                if let IterVar::Expr(x) = v.0 {
                    Some(x)
                } else {
                    None
                }
            })
            .collect();
        let mut lefts: Vec<Left> = lhs.iter().map(|&x| self.left_place(x)).collect();
        self.detach_places(&mut lefts, &lhs, m);
        let mut lefts = lefts.into_iter();
        for &(v, src, from) in vars {
            match v {
                IterVar::Unused => {}
                IterVar::Expr(_) => {
                    if let Some(l) = lefts.next() {
                        self.store_left_as(l, src, from, fresh);
                    }
                }
                IterVar::Cell(t, reg) => {
                    let src = if t == from {
                        src
                    } else {
                        self.convert_reg(src, from, t)
                    };
                    if self.src.per_iteration {
                        self.init_cell(reg, t, src, fresh);
                    } else {
                        self.store(reg, 0, src, t);
                    }
                }
                IterVar::Local(o, t, reg) => {
                    let src = if t == from {
                        src
                    } else {
                        self.convert_reg(src, from, t)
                    };
                    let l = self.layout(t);
                    if l.repr == Repr::Mem && !fresh {
                        let ty = self.rtype(t);
                        if self.reuses_memory(o) {
                            self.emit(Instr::CopyMem { dst: reg, src, ty });
                        } else {
                            self.emit(Instr::NewCopy { dst: reg, src, ty });
                        }
                    } else {
                        self.mov(reg, src, l.slots);
                    }
                }
            }
        }
        self.release(m);
    }

    // ---- kinds of loops ----

    fn range_array(&mut self, l: &Loop<'_>, x: ExprId, xt: TypeId) -> Elems {
        if !self.wants_value(l) {
            self.effects(x);
            return Elems::None;
        }
        let m = self.mark();
        let r = self.expr(x);
        let lay = self.layout(xt);
        let var = self.src.ident(x).and_then(|id| self.src.object_of(id));
        let unchanged = var.is_some_and(|o| self.vars.contains_key(&o) && !self.esc.assigned(o))
            || self.is_fresh(x);
        match lay.repr {
            Repr::Empty => Elems::None,
            Repr::Mem if unchanged => Elems::Mem(r),
            Repr::Mem => Elems::Mem(self.own(r, xt)),
            _ => Elems::Regs(self.stable(x, r, lay.slots, m)),
        }
    }

    fn range_indexed(&mut self, l: &Loop<'_>, count: Count, elems: Elems, et: TypeId, kt: TypeId) {
        let (i, key) = self.iter_index(l.lhs.first(), l.define);
        let val = self.iter_var(l.lhs.get(1), l.define);
        let n = match count {
            Count::K(k) if i16::try_from(k).is_ok() => None,
            Count::K(k) => {
                let r = self.alloc(1);
                self.load_int(r, k);
                Some(r)
            }
            Count::Reg(r) => Some(r),
        };
        self.emit(Instr::LoadI { dst: i, k: 0 });
        match count {
            Count::K(k) if k <= 0 => self.jump(l.brk),
            Count::K(_) => {}
            Count::Reg(n) => self.emit(Instr::JLeIntK {
                a: n,
                k: 0,
                to: l.brk,
            }),
        }
        let top = self.label();
        self.bind(top);
        let m = self.mark();
        let mut sets = vec![(key, i, kt)];
        if !matches!(val, IterVar::Unused) {
            let p = self.elem_place(elems, i, et);
            match self.iter_dst(val, et) {
                Some(dst) => self.load_place_to(p, et, dst),
                None => {
                    let v = self.load_place(p, et);
                    sets.push((val, v, et));
                }
            }
        }
        self.iter_set(&sets, false);
        self.release(m);
        self.loop_body(l.stmt, l.label, l.brk, l.cont, l.body);
        self.bind(l.cont);
        match (n, count) {
            (None, Count::K(k)) => self.emit(Instr::ForLtIntK {
                i,
                k: k as i16,
                to: top,
            }),
            (Some(n), _) => self.emit(Instr::ForLtInt { i, n, to: top }),
            (None, Count::Reg(n)) => self.emit(Instr::ForLtInt { i, n, to: top }),
        }
        self.bind(l.brk);
    }

    /// Element `i`, which is in range.
    fn elem_place(&mut self, elems: Elems, i: Reg, et: TypeId) -> Place {
        match elems {
            Elems::Slice(s) => Place::SliceElem { s, i },
            Elems::Regs(base) => Place::RegElem {
                base,
                i,
                n: self.slots(et),
            },
            Elems::Mem(ptr) if self.leaf(et) == Some(LeafKind::W64) => Place::ArrayElem { ptr, i },
            Elems::Mem(ptr) => {
                let dst = self.alloc(1);
                let size = self.layout(et).size as i32;
                self.emit(Instr::ElemAddr { dst, ptr, i, size });
                Place::Mem(dst, 0)
            }
            // Elements without slots.
            Elems::None => Place::Reg(i),
        }
    }

    fn range_int(&mut self, l: &Loop<'_>, x: ExprId, xt: TypeId) {
        let kt = match l.lhs.first() {
            Some(&k) if self.src.const_of(x).is_some() && !self.blank(k) => {
                let t = self.left_type(k);
                if matches!(self.num(t), Num::Int(..)) {
                    t
                } else {
                    xt
                }
            }
            _ => xt,
        };
        let kt = self.subst_type(self.lw.types().default_type(kt));
        if let Some(k) = self.const_int(x) {
            return self.range_indexed(l, Count::K(k), Elems::None, kt, kt);
        }
        let m = self.mark();
        let r = self.expr(x);
        let n = self.stable(x, r, 1, m);
        if self.num(kt) != Num::Int(64, false) {
            return self.range_indexed(l, Count::Reg(n), Elems::None, kt, kt);
        }
        let (i, key) = self.iter_index(l.lhs.first(), l.define);
        self.emit(Instr::LoadI { dst: i, k: 0 });
        self.emit(Instr::JEqIntK {
            a: n,
            k: 0,
            to: l.brk,
        });
        let top = self.label();
        self.bind(top);
        self.iter_set(&[(key, i, kt)], false);
        self.loop_body(l.stmt, l.label, l.brk, l.cont, l.body);
        self.bind(l.cont);
        self.emit(Instr::AddIntK { dst: i, a: i, k: 1 });
        self.emit(Instr::JLtUintB {
            a: i,
            b: n,
            to: top,
        });
        self.bind(l.brk);
    }

    fn range_string(&mut self, l: &Loop<'_>, x: ExprId) {
        let m = self.mark();
        let r = self.expr(x);
        let s = self.stable(x, r, 2, m);
        let (i, key) = self.iter_index(l.lhs.first(), l.define);
        let val = self.iter_var(l.lhs.get(1), l.define);
        // The rune, then the next index.
        let r = self.alloc(2);
        self.emit(Instr::LoadI { dst: i, k: 0 });
        let top = self.label();
        self.bind(top);
        self.emit(Instr::RangeStr {
            r,
            s,
            i,
            end: l.brk,
        });
        self.iter_set(
            &[
                (key, i, TypeId::INT),
                (val, r, self.subst_type(TypeId::RUNE)),
            ],
            false,
        );
        self.loop_body(l.stmt, l.label, l.brk, l.cont, l.body);
        self.bind(l.cont);
        self.mov(i, r.plus(1), 1);
        self.jump(top);
        self.bind(l.brk);
    }

    fn range_map(&mut self, l: &Loop<'_>, x: ExprId, xt: TypeId, kt: TypeId, vt: TypeId) {
        let it = self.alloc(1);
        let m = self.mark();
        let map = self.expr(x);
        let ty = self.rtype(xt);
        self.emit(Instr::MapIter { it, m: map, ty });
        self.release(m);
        let (mut key, mut val) = (NO_REG, NO_REG);
        let mut sets = Vec::new();
        for (k, t, dst) in [(0, kt, &mut key), (1, vt, &mut val)] {
            let v = self.iter_var(l.lhs.get(k), l.define);
            if matches!(v, IterVar::Unused) {
                continue;
            }
            match self.iter_dst(v, t) {
                Some(r) => *dst = r,
                None => {
                    *dst = self.alloc_for(t);
                    sets.push((v, *dst, t));
                }
            }
        }
        let top = self.label();
        self.bind(top);
        self.emit(Instr::MapNext {
            it,
            key,
            val,
            end: l.brk,
        });
        self.iter_set(&sets, false);
        self.loop_body(l.stmt, l.label, l.brk, l.cont, l.body);
        self.bind(l.cont);
        self.jump(top);
        self.bind(l.brk);
    }

    fn range_chan(&mut self, l: &Loop<'_>, x: ExprId, et: TypeId) {
        let m = self.mark();
        let r = self.expr(x);
        let ch = self.stable(x, r, 1, m);
        let val = self.iter_var(l.lhs.first(), l.define);
        let (dst, sets) = match self.iter_dst(val, et) {
            Some(r) => (r, vec![]),
            None => {
                let r = self.alloc_for(et);
                (r, vec![(val, r, et)])
            }
        };
        let ok = self.alloc(1);
        let pos = self.pos;
        let top = self.label();
        self.bind(top);
        self.pos = pos;
        self.emit(Instr::Recv2 { dst, ch, ok });
        self.emit(Instr::JFalse { a: ok, to: l.brk });
        self.iter_set(&sets, true);
        self.loop_body(l.stmt, l.label, l.brk, l.cont, l.body);
        self.bind(l.cont);
        self.jump(top);
        self.bind(l.brk);
    }
}
