//! Statements: dispatch, blocks, declarations of locals, returns, labels.
//!
//! Registers of variables declared by a statement are taken before its temporaries, so that the temporaries can be
//! given back when the statement ends and the variables stay until their block does.

use crate::base::Pos;
use crate::base::Symbol;
use crate::bytecode::Instr;
use crate::bytecode::LabelId;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::lower::assign::Left;
use crate::lower::assign::Operand;
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
