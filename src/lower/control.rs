//! if, for and branches.
//!
//! Loops are inverted: the condition stands at the bottom and jumps backward, so an iteration takes one jump; counted loops
//! end in one instruction that increments, compares and jumps.

use crate::base::Symbol;
use crate::bytecode::Instr;
use crate::bytecode::LabelId;
use crate::bytecode::Reg;
use crate::check::Mode;
use crate::lower::arith::Num;
use crate::lower::arith::mirror;
use crate::lower::func::FuncLower;
use crate::lower::func::Loc;
use crate::lower::func::Target;
use crate::lower::rangefunc::Exit;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::Block;
use crate::syntax::ast::BranchTok;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;
use crate::types::BuiltinId;
use crate::types::ObjectId;
use crate::types::Type;

/// A loop that counts up by one: `i < bound` or `i <= bound`.
#[derive(Clone, Copy)]
struct Counted {
    var: ObjectId,
    bound: ExprId,
    op: BinaryOp,
}

impl Counted {
    /// The constant of `ForLtIntK` for a constant bound.
    fn small(&self, k: i64) -> Option<i16> {
        // i <= k is i < k + 1.
        let k = if self.op == BinaryOp::Lss {
            k
        } else {
            k.checked_add(1)?
        };
        i16::try_from(k).ok()
    }
}

impl FuncLower<'_, '_> {
    /// `if`
    pub fn if_stmt(&mut self, s: StmtId) {
        let file = self.src.file;
        let StmtKind::IfStmt {
            init,
            cond,
            then,
            els,
        } = &file.stmt(s).kind
        else {
            return;
        };
        if let Some(i) = init {
            self.stmt(*i);
        }
        if els.is_none()
            && self.lw.world.coverage.is_none()
            && let Some(to) = self.only_branch(then)
        {
            return self.condition(*cond, to, true);
        }
        let other = self.label();
        self.condition(*cond, other, false);
        self.block(then);
        match els {
            Some(e) => {
                let end = self.label();
                self.jump(end);
                self.bind(other);
                self.stmt(*e);
                self.bind(end);
            }
            None => self.bind(other),
        }
    }

    /// Where a block leads that is nothing but a break, continue or goto inside this function.
    fn only_branch(&mut self, b: &Block) -> Option<LabelId> {
        let file = self.src.file;
        let [s] = b.stmts[..] else { return None };
        let StmtKind::BranchStmt { tok, label } = &file.stmt(s).kind else {
            return None;
        };
        let name = label.map(|l| file.name_of(l));
        match tok {
            BranchTok::Fallthrough => None,
            BranchTok::Goto => match &self.yield_frame {
                None => Some(self.goto_label(name?)),
                Some(_) => None,
            },
            BranchTok::Break => Some(self.target(name, false)?.brk),
            BranchTok::Continue => self.target(name, true)?.cont,
        }
    }

    /// The enclosing statement inside this function that break or continue is about.
    fn target(&self, label: Option<Symbol>, cont: bool) -> Option<&Target> {
        self.targets.iter().rev().find(|t| match label {
            Some(l) => t.label == Some(l),
            None => !cont || t.cont.is_some(),
        })
    }

    /// Jumps to `to` when `e` is `want`; temporaries are given back.
    pub fn condition(&mut self, e: ExprId, to: LabelId, want: bool) {
        let m = self.mark();
        self.pos = self.src.file.pos(e);
        self.cond(e, to, want);
        self.release(m);
    }

    /// The body of a loop with the meaning of break and continue in it.
    pub fn loop_body(
        &mut self,
        stmt: StmtId,
        label: Option<Symbol>,
        brk: LabelId,
        cont: LabelId,
        body: &Block,
    ) {
        self.targets.push(Target {
            stmt,
            label,
            brk,
            cont: Some(cont),
        });
        self.block(body);
        self.targets.pop();
    }

    /// `for init; cond; post`
    pub fn for_stmt(&mut self, s: StmtId, label: Option<Symbol>) {
        let file = self.src.file;
        let StmtKind::ForStmt {
            init,
            cond,
            post,
            body,
        } = &file.stmt(s).kind
        else {
            return;
        };
        let mut copied = Vec::new();
        if let Some(i) = init {
            self.stmt(*i);
            if self.src.per_iteration
                && let StmtKind::AssignStmt {
                    lhs, define: true, ..
                } = &file.stmt(*i).kind
            {
                copied.extend(
                    lhs.iter()
                        .filter_map(|&x| self.defined(x, true))
                        .filter(|&o| self.esc.in_cell(o)),
                );
            }
        }
        let outermost = self.begin_loop();
        let (top, test, cont, end) = (self.label(), self.label(), self.label(), self.label());
        let counted = match (post, cond) {
            (Some(p), Some(c)) => self.counted(*p, *c),
            _ => None,
        };
        let bound = counted.and_then(|c| self.fixed_bound(&c));
        match (cond, bound, counted) {
            (_, Some(n), Some(c)) => {
                let i = self.counter(c.var);
                self.compare_jump(c.op, Num::Int(64, true), i, n, end, false);
            }
            (Some(c), ..) if self.is_cheap(*c) => self.condition(*c, end, false),
            (Some(_), ..) => self.jump(test),
            (None, ..) => {}
        }
        self.bind(top);
        self.loop_body(s, label, end, cont, body);
        self.bind(cont);
        self.copy_loop_vars(&copied);
        if let (Some(p), Some(c)) = (post, counted) {
            self.pos = file.stmt(*p).pos;
            self.count_up(&c, bound, top);
            self.bind(test);
        } else {
            if let Some(p) = post {
                self.stmt(*p);
            }
            self.bind(test);
            match cond {
                Some(c) => self.condition(*c, top, true),
                None => self.jump(top),
            }
        }
        self.bind(end);
        self.end_loop(outermost);
    }

    fn counter(&self, o: ObjectId) -> Reg {
        match self.vars.get(&o) {
            Some(&Loc::Reg(r)) => r,
            _ => unreachable!("invariant: a counter lives in a register"),
        }
    }

    /// The bound of a counted loop in a register, when it is the same in all iterations and no small constant.
    fn fixed_bound(&mut self, c: &Counted) -> Option<Reg> {
        let file = self.src.file;
        if let Some(k) = self.const_int(c.bound) {
            if c.small(k).is_some() {
                return None;
            }
            return Some(self.expr(c.bound));
        }
        let fixed = match &file.expr(file.unparen(c.bound)).kind {
            ExprKind::Ident(_) => self.never_changes(c.bound),
            ExprKind::CallExpr { fun, args, .. } => {
                let f = file.unparen(*fun);
                self.src.mode(f) == Mode::Builtin
                    && self.builtin_id(f) == BuiltinId::Len
                    && self.never_changes(args[0])
                    && matches!(
                        self.lw.types().under(self.ty(args[0])),
                        Type::Slice(_) | Type::Basic(_)
                    )
            }
            _ => false,
        };
        fixed.then(|| self.expr(c.bound))
    }

    /// Whether an expression is a variable of this function that is assigned only where it is declared.
    fn never_changes(&self, e: ExprId) -> bool {
        let Some(o) = self.src.ident(e).and_then(|id| self.src.object_of(id)) else {
            return false;
        };
        matches!(self.vars.get(&o), Some(Loc::Reg(_) | Loc::Cap(_))) && !self.esc.assigned(o)
    }

    /// Variables of the loop that live in cells get new ones with the same values.
    fn copy_loop_vars(&mut self, vars: &[ObjectId]) {
        for &o in vars {
            if let Some(&Loc::Cell(r)) = self.vars.get(&o) {
                let t = self.var_type(o);
                let ty = self.rtype(t);
                self.emit(Instr::NewCopy { dst: r, src: r, ty });
            }
        }
    }

    /// Whether a condition is worth writing twice: no calls but built-in ones, no function literals.
    fn is_cheap(&self, e: ExprId) -> bool {
        let file = self.src.file;
        if self.src.const_of(e).is_some() {
            return true;
        }
        match &file.expr(e).kind {
            ExprKind::Ident(_) | ExprKind::BasicLit { .. } => true,
            ExprKind::ParenExpr { x }
            | ExprKind::SelectorExpr { x, .. }
            | ExprKind::UnaryExpr { x, .. }
            | ExprKind::StarExpr { x } => self.is_cheap(*x),
            ExprKind::BinaryExpr { x, y, .. } => self.is_cheap(*x) && self.is_cheap(*y),
            ExprKind::IndexExpr { x, indices, .. } => {
                self.is_cheap(*x) && indices.iter().all(|&i| self.is_cheap(i))
            }
            ExprKind::CallExpr { fun, args, .. } => {
                self.src.is_conversion_or_builtin(*fun)
                    && args
                        .iter()
                        .all(|&a| self.src.is_type(a) || self.is_cheap(a))
            }
            _ => false,
        }
    }

    /// For `i++` with the condition `i < n` or `i <= n`, `i` an int in a register that `n` does not mention: the
    /// variable, the bound and the operator.
    fn counted(&self, post: StmtId, cond: ExprId) -> Option<Counted> {
        let file = self.src.file;
        let StmtKind::IncDecStmt { x, inc: true } = file.stmt(post).kind else {
            return None;
        };
        let o = self.src.object_of(self.src.ident(x)?)?;
        if !matches!(self.vars.get(&o), Some(Loc::Reg(_)))
            || self.num(self.var_type(o)) != Num::Int(64, true)
        {
            return None;
        }
        let cond = file.unparen(cond);
        if self.src.const_of(cond).is_some() {
            return None;
        }
        let ExprKind::BinaryExpr { op, x: a, y: b } = file.expr(cond).kind else {
            return None;
        };
        let is_i = |e: ExprId| self.src.ident(e).and_then(|id| self.src.object_of(id)) == Some(o);
        let (n, op) = if is_i(a) {
            (b, op)
        } else if is_i(b) {
            (a, mirror(op))
        } else {
            return None;
        };
        let ok =
            matches!(op, BinaryOp::Lss | BinaryOp::Leq) && self.is_cheap(n) && !self.mentions(n, o);
        ok.then_some(Counted {
            var: o,
            bound: n,
            op,
        })
    }

    fn mentions(&self, e: ExprId, o: ObjectId) -> bool {
        let file = self.src.file;
        match &file.expr(e).kind {
            ExprKind::Ident(id) => self.src.object_of(*id) == Some(o),
            ExprKind::ParenExpr { x }
            | ExprKind::SelectorExpr { x, .. }
            | ExprKind::UnaryExpr { x, .. }
            | ExprKind::StarExpr { x } => self.mentions(*x, o),
            ExprKind::BinaryExpr { x, y, .. } => self.mentions(*x, o) || self.mentions(*y, o),
            ExprKind::IndexExpr { x, indices, .. } => {
                self.mentions(*x, o) || indices.iter().any(|&i| self.mentions(i, o))
            }
            ExprKind::CallExpr { fun, args, .. } => {
                self.mentions(*fun, o) || args.iter().any(|&a| self.mentions(a, o))
            }
            _ => false,
        }
    }

    /// The end of a counted loop.
    fn count_up(&mut self, c: &Counted, bound: Option<Reg>, to: LabelId) {
        let i = self.counter(c.var);
        let m = self.mark();
        let k = self.const_int(c.bound).and_then(|k| c.small(k));
        match (bound, k) {
            (None, Some(k)) => self.emit(Instr::ForLtIntK { i, k, to }),
            (bound, _) => {
                let n = match bound {
                    Some(r) => r,
                    None => self.expr(c.bound),
                };
                self.emit(if c.op == BinaryOp::Lss {
                    Instr::ForLtInt { i, n, to }
                } else {
                    Instr::ForLeInt { i, n, to }
                });
            }
        }
        self.release(m);
    }

    /// break, continue, goto, fallthrough
    pub fn branch_stmt(&mut self, tok: BranchTok, label: Option<Symbol>) {
        match tok {
            BranchTok::Fallthrough => {
                if let Some(l) = self.fallthrough {
                    self.jump(l);
                }
            }
            BranchTok::Goto => {
                if let Some(name) = label {
                    self.leave(Exit::Goto(name));
                }
            }
            BranchTok::Break | BranchTok::Continue => {
                let cont = tok == BranchTok::Continue;
                let found = self.target(label, cont);
                let stmt = match (found, label, &self.yield_frame) {
                    (Some(t), ..) => Some(t.stmt),
                    (None, Some(l), Some(frame)) => frame.labelled(l),
                    _ => None,
                };
                if let Some(s) = stmt {
                    self.leave(if cont {
                        Exit::Continue(s)
                    } else {
                        Exit::Break(s)
                    });
                }
            }
        }
    }
}
