//! Statements: dispatch, blocks, declarations of locals, assignments, returns, labels.
//!
//! Registers of variables declared by a statement are taken before its temporaries, so that the temporaries can be
//! given back when the statement ends and the variables stay until their block does.

use crate::base::Pos;
use crate::base::Symbol;
use crate::bytecode::Instr;
use crate::bytecode::LabelId;
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
use crate::syntax::ast::Block;
use crate::syntax::ast::DeclId;
use crate::syntax::ast::DeclKind;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;
use crate::syntax::ast::UnaryOp;
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
enum Operand {
    Expr(ExprId),
    One,
}

impl FuncLower<'_, '_> {
    /// A block; its variables give back their registers at the end.
    pub fn block(&mut self, b: &Block) {
        if b.stmts.is_empty() {
            self.count_run(b.lbrace.plus(1));
        }
        self.stmts(&b.stmts);
    }

    /// The statements after the colon of a case.
    pub fn clause(&mut self, colon: Pos, list: &[StmtId]) {
        if list.is_empty() {
            self.count_run(colon);
        }
        self.stmts(list);
    }

    /// The statements of a block or clause.
    pub fn stmts(&mut self, list: &[StmtId]) {
        let m = self.mark();
        for &s in list {
            self.stmt(s);
        }
        self.release(m);
    }

    /// One statement. What it declares keeps its registers; temporaries are given back.
    pub fn stmt(&mut self, s: StmtId) {
        let file = self.src.file;
        let st = file.stmt(s);
        let label = self.pending_label.take();
        self.pos = st.pos;
        self.count_run(st.span.start());
        let m = self.mark();
        match &st.kind {
            StmtKind::BadStmt | StmtKind::EmptyStmt => {}
            StmtKind::DeclStmt { decls } => {
                for &d in decls {
                    self.local_decl(d);
                }
                return;
            }
            StmtKind::LabeledStmt { label, stmt } => {
                let name = file.name_of(*label);
                if self.lw.world.names.resolve(name) != "_" {
                    let l = self.goto_label(name);
                    self.bind(l);
                    self.pending_label = Some(name);
                }
                return self.stmt(*stmt);
            }
            StmtKind::ExprStmt { x } => {
                let x = file.unparen(*x);
                match file.expr(x).kind {
                    _ if !self.src.info.shown.is_empty()
                        && self.src.info.shown.contains_key(&x) =>
                    {
                        self.show(x, &self.src.info.shown[&x]);
                    }
                    ExprKind::CallExpr { .. } => {
                        self.clear_dead_vars(x);
                        self.call_to(x, None);
                    }
                    _ => {
                        self.hoist(&[x]);
                        self.expr(x);
                    }
                }
            }
            StmtKind::SendStmt { chan, value } => {
                let elem = self.chan_elem(*chan);
                let targets = [self.ty(*chan), elem];
                self.hoist_with(&[], &[*chan, *value], Targets::Each(&targets));
                let ch = self.expr(*chan);
                let src = self.owned_value(*value, elem);
                self.pos = st.pos;
                self.emit(Instr::Send { ch, src });
            }
            StmtKind::IncDecStmt { x, inc } => {
                let op = if *inc { BinaryOp::Add } else { BinaryOp::Sub };
                self.op_assign(s, *x, op, Operand::One);
            }
            StmtKind::AssignStmt {
                lhs,
                op: Some(op),
                rhs,
                ..
            } => self.op_assign(s, lhs[0], *op, Operand::Expr(rhs[0])),
            StmtKind::AssignStmt {
                lhs, define, rhs, ..
            } => return self.assign_stmt(s, lhs, *define, rhs),
            StmtKind::GoStmt { call } | StmtKind::DeferStmt { call } => {
                let x = file.unparen(*call);
                if let ExprKind::CallExpr {
                    fun,
                    args,
                    has_dots,
                    ..
                } = &file.expr(x).kind
                {
                    self.hoist_call(*fun, args, *has_dots);
                }
                match &st.kind {
                    StmtKind::GoStmt { .. } => self.go_stmt(*call),
                    _ => self.defer_stmt(*call),
                }
            }
            StmtKind::ReturnStmt { results } => self.return_stmt(s, results),
            StmtKind::BranchStmt { tok, label } => {
                self.branch_stmt(*tok, label.map(|l| file.name_of(l)))
            }
            StmtKind::BlockStmt(b) => self.block(b),
            StmtKind::IfStmt { .. } => self.if_stmt(s),
            StmtKind::SwitchStmt { .. } => self.switch_stmt(s, label),
            StmtKind::TypeSwitchStmt { .. } => self.type_switch_stmt(s, label),
            StmtKind::SelectStmt { .. } => self.select_stmt(s, label),
            StmtKind::ForStmt { .. } => self.for_stmt(s, label),
            StmtKind::RangeStmt { .. } => self.range_stmt(s, label),
        }
        self.release(m);
    }

    /// The label a goto to `name` goes to.
    pub fn goto_label(&mut self, name: Symbol) -> LabelId {
        match self.gotos.get(&name) {
            Some(&l) => l,
            None => {
                let l = self.label();
                self.gotos.insert(name, l);
                l
            }
        }
    }

    /// The element type of a channel operand.
    pub fn chan_elem(&mut self, ch: ExprId) -> TypeId {
        let t = self.ty(ch);
        match self.lw.types().under(t) {
            Type::Chan { elem, .. } => self.subst_type(*elem),
            _ => unreachable!("invariant: the operand is a channel"),
        }
    }

    // ---- variables ----

    /// Registers for a variable that is about to be declared.
    pub fn reserve(&mut self, o: ObjectId, t: TypeId) -> Reg {
        if self.esc.in_cell(o) {
            self.alloc(1)
        } else {
            self.alloc_for(t)
        }
    }

    /// Declares a variable whose registers are reserved and gives it the value in `src`. `fresh`: a large value
    /// is memory that nobody else has.
    pub fn init_var(&mut self, o: ObjectId, t: TypeId, reg: Reg, src: Reg, fresh: bool) {
        if self.esc.in_cell(o) {
            self.init_cell(reg, t, src, fresh);
            self.vars.insert(o, Loc::Cell(reg));
            return;
        }
        let l = self.layout(t);
        if l.repr == Repr::Mem && !fresh {
            let ty = self.rtype(t);
            self.emit(Instr::NewCopy { dst: reg, src, ty });
        } else {
            self.mov(reg, src, l.slots);
        }
        self.vars.insert(o, Loc::Reg(reg));
    }

    /// `cell :=` new memory with the value in `src`.
    pub fn init_cell(&mut self, cell: Reg, t: TypeId, src: Reg, fresh: bool) {
        let ty = self.rtype(t);
        match self.layout(t).repr {
            Repr::Empty => self.emit(Instr::New { dst: cell, ty }),
            Repr::Mem if fresh => self.mov(cell, src, 1),
            Repr::Mem => self.emit(Instr::NewCopy { dst: cell, src, ty }),
            _ => self.emit(Instr::NewBox { dst: cell, src, ty }),
        }
    }

    /// Declares a variable with its zero value.
    pub fn init_zero(&mut self, o: ObjectId, t: TypeId, reg: Reg) {
        if self.esc.in_cell(o) {
            let ty = self.rtype(t);
            self.emit(Instr::New { dst: reg, ty });
            self.vars.insert(o, Loc::Cell(reg));
        } else {
            self.zero_value(reg, t);
            self.vars.insert(o, Loc::Reg(reg));
        }
    }

    /// Declares a variable with the value of an expression, which does not see the variable.
    pub fn init_expr(&mut self, o: ObjectId, t: TypeId, reg: Reg, e: ExprId) {
        let m = self.mark();
        let fresh = self.is_fresh(e);
        if !self.esc.in_cell(o) && (fresh || self.layout(t).repr != Repr::Mem) {
            self.value_as_to(e, t, reg);
            self.vars.insert(o, Loc::Reg(reg));
        } else {
            let v = self.value_as(e, t);
            self.init_var(o, t, reg, v, fresh);
        }
        self.release(m);
    }

    /// Whether a large value of this expression is memory that nobody else has.
    pub fn is_fresh(&self, e: ExprId) -> bool {
        let file = self.src.file;
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.is_fresh(*x),
            ExprKind::CompositeLit { .. } => true,
            ExprKind::CallExpr { fun, .. } => !self.src.is_conversion_or_builtin(*fun),
            ExprKind::UnaryExpr { op, .. } => *op == UnaryOp::Recv,
            _ => false,
        }
    }

    /// The value of an expression as a type, safe to keep: large ones are memory of their own.
    pub fn owned_value(&mut self, e: ExprId, t: TypeId) -> Reg {
        let v = self.value_as(e, t);
        if self.is_fresh(e) { v } else { self.own(v, t) }
    }

    fn local_decl(&mut self, d: DeclId) {
        let file = self.src.file;
        let DeclKind::VarSpec(v) = &file.decl(d).kind else {
            return;
        };
        self.pos = file.decl(d).pos;
        let mut lefts = Vec::new();
        for &n in &v.names {
            lefts.push(match self.src.def_of(n) {
                Some(o) if self.lw.world.names.resolve(file.name_of(n)) != "_" => {
                    let t = self.var_type(o);
                    let reg = self.reserve(o, t);
                    Left::New(o, t, reg)
                }
                _ => Left::Blank,
            });
        }
        if v.values.is_empty() {
            for l in lefts {
                if let Left::New(o, t, reg) = l {
                    self.init_zero(o, t, reg);
                }
            }
            return;
        }
        let m = self.mark();
        let targets: Vec<TypeId> = lefts.iter().map(|l| self.left_target(l)).collect();
        self.hoist_right(&[], &targets, &v.values);
        self.assign(&lefts, &v.values, m);
        self.release(m);
    }

    // ---- assignment ----

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

    fn assign_stmt(&mut self, s: StmtId, lhs: &[ExprId], define: bool, rhs: &[ExprId]) {
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
    fn left_target(&self, l: &Left) -> TypeId {
        match *l {
            Left::New(_, t, _) | Left::Place(_, t) => t,
            Left::Blank => TypeId::INVALID,
        }
    }

    /// Evaluates calls on the right side ahead if that matters; `targets` are the types of the left sides.
    fn hoist_right(&mut self, lhs: &[ExprId], targets: &[TypeId], rhs: &[ExprId]) {
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

    fn detach(&mut self, r: Reg, n: u16, start: u16) -> Reg {
        if r.0 >= start {
            return r;
        }
        let dst = self.alloc(n);
        self.mov(dst, r, n);
        dst
    }

    /// `l = r`
    fn assign_one(&mut self, s: StmtId, l: ExprId, r: ExprId) {
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
    fn assign(&mut self, lefts: &[Left], rhs: &[ExprId], start: u16) {
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
    fn independent(&mut self, lefts: &[Left], rhs: &[ExprId]) -> bool {
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
    fn reads_only(&self, e: ExprId, not: &[Reg]) -> bool {
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

    fn assign_call(&mut self, lefts: &[Left], e: ExprId) {
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

    fn assign_comma_ok(&mut self, lefts: &[Left], e: ExprId) {
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
    fn always_hashes(&self, map: TypeId) -> bool {
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
    fn op_assign(&mut self, s: StmtId, x: ExprId, op: BinaryOp, y: Operand) {
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
    fn fused_add(&mut self, op: BinaryOp, n: Num, dst: Reg, y: ExprId) -> bool {
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

    fn return_stmt(&mut self, s: StmtId, list: &[ExprId]) {
        let pos = self.src.file.stmt(s).pos;
        if let Some(frame) = self.yield_frame.clone() {
            return self.yield_return(&frame, list);
        }
        if list.is_empty() {
            return self.bare_return();
        }
        let types = self.results.types.clone();
        let vals = self.result_values(list, &types);
        self.pos = pos;
        self.return_values(&vals);
    }

    /// The values of a return statement, converted to the results' types; large ones are memory of their own.
    pub fn result_values(&mut self, list: &[ExprId], types: &[TypeId]) -> Vec<Reg> {
        let mut out = Vec::new();
        if list.len() == types.len() {
            self.hoist_with(&[], list, Targets::Each(types));
            for (&e, &t) in list.iter().zip(types) {
                let v = self.value_as(e, t);
                let keep = self.is_fresh(e) || self.is_private(e);
                out.push(if keep { v } else { self.own(v, t) });
            }
            return out;
        }
        let e = self.src.file.unparen(list[0]);
        let mut r = self.call_to(e, None);
        let from = self.call_results(e);
        for (f, &t) in from.into_iter().zip(types) {
            out.push(if f == t { r } else { self.convert_reg(r, f, t) });
            let n = self.slots(f);
            r = r.plus(n);
        }
        out
    }

    /// Whether `e` is a variable of this function whose memory nobody else has: it is assigned, so it is not captured
    /// by value, and it has no cell.
    fn is_private(&self, e: ExprId) -> bool {
        let Some(o) = self.src.ident(e).and_then(|id| self.src.object_of(id)) else {
            return false;
        };
        matches!(self.vars.get(&o), Some(Loc::Reg(_))) && self.esc.assigned(o)
    }

    /// Returns what the result variables hold.
    pub fn bare_return(&mut self) {
        if let Some(e) = self.epilogue {
            return self.jump(e);
        }
        let mut vals = Vec::new();
        let locs = self.results.locs.clone();
        let types = self.results.types.clone();
        for (loc, &t) in locs.iter().zip(&types) {
            vals.push(match *loc {
                Loc::Reg(r) => r,
                Loc::Cell(r) => {
                    let v = self.load_place(Place::Mem(r, 0), t);
                    self.own(v, t)
                }
                _ => {
                    unreachable!("invariant: results live in the function's own registers or cells")
                }
            });
        }
        self.move_results(&vals);
    }

    /// Returns these values, which have the results' types.
    pub fn return_values(&mut self, vals: &[Reg]) {
        let locs = self.results.locs.clone();
        let types = self.results.types.clone();
        if let Some(epilogue) = self.epilogue {
            let mut moves = Vec::new();
            let mut stores = Vec::new();
            for ((&loc, &t), &v) in locs.iter().zip(&types).zip(vals) {
                match loc {
                    Loc::Reg(r) => moves.push((r, v, self.slots(t))),
                    Loc::Cell(r) => stores.push((r, t, v)),
                    _ => unreachable!(
                        "invariant: results live in the function's own registers or cells"
                    ),
                }
            }
            for (r, t, v) in stores {
                self.store(r, 0, v, t);
            }
            self.parallel_move(&moves);
            return self.jump(epilogue);
        }
        for ((&loc, &t), &v) in locs.iter().zip(&types).zip(vals) {
            if let Loc::Cell(r) = loc
                && self.results.named
            {
                self.store(r, 0, v, t);
            }
        }
        self.move_results(vals);
    }

    /// Moves values to registers 0.. and returns.
    fn move_results(&mut self, vals: &[Reg]) {
        match (vals, self.results.slots) {
            (&[src], 1) => return self.emit(Instr::Ret1 { src }),
            (&[src], 2) => return self.emit(Instr::Ret2 { src }),
            _ => {}
        }
        let types = self.results.types.clone();
        let mut moves = Vec::new();
        for (i, (&v, &t)) in vals.iter().zip(&types).enumerate() {
            moves.push((Reg(self.results.offsets[i]), v, self.slots(t)));
        }
        let (have, need) = (self.mark(), self.results.slots);
        if have < need {
            self.alloc(need - have);
        }
        self.parallel_move(&moves);
        self.emit(Instr::Ret {});
    }

    /// Moves `(dst, src, slots)` as if all at once; new registers do not overlap the destinations.
    pub fn parallel_move(&mut self, moves: &[(Reg, Reg, u16)]) {
        let mut srcs: Vec<Reg> = moves.iter().map(|m| m.1).collect();
        for i in 1..moves.len() {
            let (_, src, n) = moves[i];
            let hit = |&(d, s, k): &(Reg, Reg, u16)| d != s && d.0 < src.0 + n && src.0 < d.0 + k;
            if moves[..i].iter().any(hit) {
                srcs[i] = self.alloc(n);
                self.mov(srcs[i], src, n);
            }
        }
        for (&(dst, _, n), src) in moves.iter().zip(srcs) {
            self.mov(dst, src, n);
        }
    }
}
