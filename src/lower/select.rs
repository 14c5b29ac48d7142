//! select statements.
//!
//! Channels and values to send are evaluated in source order into registers that the select's table names; the instruction
//! answers the index of the case taken. What a case assigns is evaluated after the choice.

use crate::base::Symbol;
use crate::bytecode::Instr;
use crate::bytecode::NO_REG;
use crate::bytecode::Reg;
use crate::bytecode::SelectCase;
use crate::bytecode::SelectDir;
use crate::bytecode::SelectTable;
use crate::bytecode::TableId;
use crate::lower::assign::Left;
use crate::lower::func::FuncLower;
use crate::lower::func::Target;
use crate::lower::order::Targets;
use crate::syntax::ast::CommClauseId;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;
use crate::types::TypeId;

/// A case with its operands.
struct Comm<'a> {
    clause: CommClauseId,
    case: SelectCase,
    elem: TypeId,
    lhs: &'a [ExprId],
    define: bool,
}

impl<'w> FuncLower<'_, 'w> {
    /// `select {}`
    pub fn select_stmt(&mut self, s: StmtId, label: Option<Symbol>) {
        let file = self.src.file;
        let StmtKind::SelectStmt { body } = &file.stmt(s).kind else {
            return;
        };
        let pos = file.stmt(s).pos;
        let mut comms = Vec::new();
        let mut default = None;
        for &c in &body.list {
            match file.comm(c).comm {
                Some(comm) => comms.push(self.comm_operands(c, comm)),
                None => default = Some(c),
            }
        }
        self.pos = pos;
        let end = self.label();
        self.targets.push(Target {
            stmt: s,
            label,
            brk: end,
            cont: None,
        });
        match (&comms[..], default) {
            ([], Some(c)) => self.clause(file.comm(c).colon, &file.comm(c).body),
            ([one], None) => {
                let SelectCase { dir, ch, val, ok } = one.case;
                match dir {
                    SelectDir::Send => self.emit(Instr::Send { ch, src: val }),
                    SelectDir::Recv => {
                        let dst = if val == NO_REG {
                            self.alloc_for(one.elem)
                        } else {
                            val
                        };
                        if ok == NO_REG {
                            self.emit(Instr::Recv { dst, ch });
                        } else {
                            self.emit(Instr::Recv2 { dst, ch, ok });
                        }
                    }
                }
                self.comm_body(one);
            }
            _ => {
                let table = SelectTable {
                    cases: comms.iter().map(|c| c.case).collect(),
                    default: default.is_some(),
                };
                self.lw.program.selects.push(table);
                let t = TableId(self.lw.program.selects.len() as u32 - 1);
                let dst = self.alloc(1);
                self.emit(Instr::Select { dst, t });
                let count = comms.len() + default.is_some() as usize;
                for (i, c) in comms.iter().enumerate() {
                    let next = self.label();
                    if i + 1 < count {
                        let k = i as i64;
                        match i16::try_from(k) {
                            Ok(k) => self.emit(Instr::JNeIntK {
                                a: dst,
                                k,
                                to: next,
                            }),
                            Err(_) => {
                                let b = self.alloc(1);
                                self.load_int(b, k);
                                self.emit(Instr::JNeInt {
                                    a: dst,
                                    b,
                                    to: next,
                                });
                            }
                        }
                    }
                    self.comm_body(c);
                    if i + 1 < count {
                        self.jump(end);
                    }
                    self.bind(next);
                }
                if let Some(c) = default {
                    self.clause(file.comm(c).colon, &file.comm(c).body);
                }
            }
        }
        self.targets.pop();
        self.bind(end);
    }

    fn comm_operands(&mut self, clause: CommClauseId, comm: StmtId) -> Comm<'w> {
        let file = self.src.file;
        self.pos = file.stmt(comm).pos;
        let (lhs, define, rhs): (&'w [ExprId], bool, ExprId) = match &file.stmt(comm).kind {
            StmtKind::SendStmt { chan, value } => {
                let elem = self.chan_elem(*chan);
                self.hoist(&[*chan]);
                let ch = self.expr(*chan);
                self.hoist_with(&[], &[*value], Targets::Each(&[elem]));
                let val = self.owned_value(*value, elem);
                let case = SelectCase {
                    dir: SelectDir::Send,
                    ch,
                    val,
                    ok: NO_REG,
                };
                return Comm {
                    clause,
                    case,
                    elem,
                    lhs: &[],
                    define: false,
                };
            }
            StmtKind::ExprStmt { x } => (&[], false, *x),
            StmtKind::AssignStmt {
                lhs, define, rhs, ..
            } => (lhs, *define, rhs[0]),
            _ => unreachable!("invariant: a communication is a send or receive"),
        };
        let rhs = file.unparen(rhs);
        let ExprKind::UnaryExpr { x, .. } = file.expr(rhs).kind else {
            unreachable!("invariant: a communication is a send or receive")
        };
        let elem = self.chan_elem(x);
        self.hoist(&[x]);
        let ch = self.expr(x);
        let wanted = |s: &Self, i: usize| lhs.get(i).is_some_and(|&l| !s.blank(l));
        let val = if wanted(self, 0) {
            self.alloc_for(elem)
        } else {
            NO_REG
        };
        let ok = if wanted(self, 1) {
            self.alloc(1)
        } else {
            NO_REG
        };
        let case = SelectCase {
            dir: SelectDir::Recv,
            ch,
            val,
            ok,
        };
        Comm {
            clause,
            case,
            elem,
            lhs,
            define,
        }
    }

    /// Assigns what was received and runs the clause.
    fn comm_body(&mut self, c: &Comm<'_>) {
        let file = self.src.file;
        let m = self.mark();
        let start = m;
        let mut lefts = Vec::new();
        for &x in c.lhs {
            lefts.push(match self.defined(x, c.define) {
                Some(o) => {
                    let t = self.var_type(o);
                    let reg = self.reserve(o, t);
                    Left::New(o, t, reg)
                }
                None => Left::Blank,
            });
        }
        let im = self.mark();
        for (l, &x) in lefts.iter_mut().zip(c.lhs) {
            if matches!(l, Left::Blank) {
                *l = self.left_place(x);
            }
        }
        self.detach_places(&mut lefts, c.lhs, start);
        let from: [(Reg, TypeId); 2] = [(c.case.val, c.elem), (c.case.ok, TypeId::BOOL)];
        for (l, (r, t)) in lefts.into_iter().zip(from) {
            self.store_left_as(l, r, t, true);
        }
        self.release(im);
        let clause = file.comm(c.clause);
        self.clause(clause.colon, &clause.body);
        self.release(m);
    }
}
