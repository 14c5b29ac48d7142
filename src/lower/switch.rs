//! Expression switches and type switches.
//!
//! Tests come first, in source order, then the bodies; many constants are searched instead (`switch_search`). In a type switch
//! each clause is tested just before its body, since nothing falls through.

use crate::base::Symbol;
use crate::bytecode::Instr;
use crate::bytecode::LabelId;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::lower::arith::Num;
use crate::lower::func::FuncLower;
use crate::lower::func::Loc;
use crate::lower::func::Target;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::CaseClauseId;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;
use crate::types::TypeId;

impl FuncLower<'_, '_> {
    /// `switch tag {}`
    pub fn switch_stmt(&mut self, s: StmtId, label: Option<Symbol>) {
        let file = self.src.file;
        let StmtKind::SwitchStmt { init, tag, body } = &file.stmt(s).kind else {
            return;
        };
        if let Some(i) = init {
            self.stmt(*i);
        }
        let end = self.label();
        let labels: Vec<LabelId> = body.list.iter().map(|_| self.label()).collect();
        let default = body
            .list
            .iter()
            .position(|&c| file.case(c).exprs.is_none())
            .map_or(end, |i| labels[i]);
        let m = self.mark();
        match tag {
            Some(tag) => {
                let t = self.ty(*tag);
                self.hoist(&[*tag]);
                let r = self.expr(*tag);
                if !self.search(r, t, &body.list, &labels, default) {
                    for (&c, &l) in body.list.iter().zip(&labels) {
                        for &e in file.case(c).exprs.as_deref().unwrap_or(&[]) {
                            self.case_test(r, t, e, l);
                        }
                    }
                    self.jump(default);
                }
            }
            None => {
                for (&c, &l) in body.list.iter().zip(&labels) {
                    for &e in file.case(c).exprs.as_deref().unwrap_or(&[]) {
                        self.condition(e, l, true);
                    }
                }
                self.jump(default);
            }
        }
        self.release(m);
        let outer = self.fallthrough;
        self.targets.push(Target {
            stmt: s,
            label,
            brk: end,
            cont: None,
        });
        for (i, &c) in body.list.iter().enumerate() {
            self.bind(labels[i]);
            self.fallthrough = labels.get(i + 1).copied();
            self.clause(file.case(c).colon, &file.case(c).body);
            if i + 1 < labels.len() {
                self.jump(end);
            }
        }
        self.targets.pop();
        self.fallthrough = outer;
        self.bind(end);
    }

    /// Jumps to `to` if the tag equals a case's expression.
    fn case_test(&mut self, tag: Reg, t: TypeId, e: ExprId, to: LabelId) {
        let m = self.mark();
        self.pos = self.src.file.pos(e);
        self.case_test_in(tag, t, e, to);
        self.release(m);
    }

    fn case_test_in(&mut self, tag: Reg, t: TypeId, e: ExprId, to: LabelId) {
        self.hoist(&[e]);
        if self.src.is_nil(e) {
            return self.emit(Instr::JEqIntK { a: tag, k: 0, to });
        }
        let types = self.lw.types();
        let et = self.ty(e);
        let (ti, ei) = (types.is_interface(t), types.is_interface(et));
        if ti || ei {
            let it = if ti { t } else { et };
            let a = if ti {
                tag
            } else {
                self.convert_reg(tag, t, it)
            };
            let b = self.value_as(e, it);
            let dst = self.alloc(1);
            self.emit(Instr::EqIface { dst, a, b });
            return self.emit(Instr::JTrue { a: dst, to });
        }
        let n = self.num(t);
        if matches!(n, Num::Int(..))
            && let Some(k) = self.const_int(e)
            && self.compare_jump_k(BinaryOp::Eql, n, tag, k, to, true)
        {
            return;
        }
        let b = self.value_as(e, t);
        let scalar = match n {
            Num::Other => self.layout(t).repr == Repr::One && self.layout(t).fields.is_empty(),
            _ => true,
        };
        if scalar && self.compare_jump(BinaryOp::Eql, n, tag, b, to, true) {
            return;
        }
        let a = self.equal(t, tag, b);
        self.emit(Instr::JTrue { a, to });
    }

    /// `switch v := x.(type) {}`
    pub fn type_switch_stmt(&mut self, s: StmtId, label: Option<Symbol>) {
        let file = self.src.file;
        let StmtKind::TypeSwitchStmt { init, x, body, .. } = &file.stmt(s).kind else {
            return;
        };
        if let Some(i) = init {
            self.stmt(*i);
        }
        let end = self.label();
        self.hoist(&[*x]);
        let xt = self.ty(*x);
        let x = self.expr(*x);
        self.targets.push(Target {
            stmt: s,
            label,
            brk: end,
            cont: None,
        });
        let mut default = None;
        for &c in &body.list {
            let clause = file.case(c);
            self.pos = clause.pos;
            let Some(list) = &clause.exprs else {
                default = Some(c);
                continue;
            };
            for &e in list
                .iter()
                .filter(|e| !self.src.is_nil(**e))
                .collect::<Vec<_>>()
            {
                self.note_flow(xt, self.ty(e));
            }
            let next = self.label();
            self.clause_tests(x, list, next);
            self.clause_body(x, c);
            self.jump(end);
            self.bind(next);
        }
        if let Some(c) = default {
            self.clause_body(x, c);
        }
        self.targets.pop();
        self.bind(end);
    }

    /// Falls through if the interface holds one of the types, else goes to `next`.
    fn clause_tests(&mut self, x: Reg, list: &[ExprId], next: LabelId) {
        let m = self.mark();
        let hit = self.label();
        for (i, &e) in list.iter().enumerate() {
            let last = i + 1 == list.len();
            if self.src.is_nil(e) {
                self.emit(if last {
                    Instr::JNeIntK {
                        a: x,
                        k: 0,
                        to: next,
                    }
                } else {
                    Instr::JEqIntK {
                        a: x,
                        k: 0,
                        to: hit,
                    }
                });
                continue;
            }
            let t = self.ty(e);
            let ty = self.rtype(t);
            if !self.lw.types().is_interface(t) && last {
                self.emit(Instr::JNotType {
                    src: x,
                    ty,
                    to: next,
                });
                continue;
            }
            let dst = self.alloc(1);
            if self.lw.types().is_interface(t) {
                self.emit(Instr::Implements { dst, src: x, ty });
            } else {
                self.emit(Instr::IsType { dst, src: x, ty });
            }
            self.emit(if last {
                Instr::JFalse { a: dst, to: next }
            } else {
                Instr::JTrue { a: dst, to: hit }
            });
        }
        self.bind(hit);
        self.release(m);
    }

    /// Binds the clause's variable and runs its statements.
    fn clause_body(&mut self, x: Reg, c: CaseClauseId) {
        let m = self.mark();
        if let Some(o) = self.src.clause_var(c) {
            let t = self.var_type(o);
            let reg = self.reserve(o, t);
            if self.lw.types().is_interface(t) {
                self.init_var(o, t, reg, x, false);
            } else {
                let l = self.layout(t);
                let in_reg = !self.esc.in_cell(o) && (l.repr != Repr::Mem || !self.esc.assigned(o));
                if in_reg {
                    self.unbox(reg, x, t);
                    self.vars.insert(o, Loc::Reg(reg));
                } else {
                    let im = self.mark();
                    let v = self.alloc(l.slots);
                    self.unbox(v, x, t);
                    self.init_var(o, t, reg, v, false);
                    self.release(im);
                }
            }
        }
        let clause = self.src.file.case(c);
        self.clause(clause.colon, &clause.body);
        self.release(m);
    }
}
