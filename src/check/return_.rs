//! Terminating statements.
//!
//! spec: "A terminating statement interrupts the regular flow of control in a block."

use super::Checker;
use crate::base::Symbol;
use crate::syntax::ast::BranchTok;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;

impl<'a> Checker<'a> {
    /// Whether a statement, which may have a label, is terminating.
    fn is_terminating(&self, s: StmtId, label: Option<Symbol>) -> bool {
        let file = self.file;
        match &file.stmt(s).kind {
            StmtKind::BadStmt
            | StmtKind::DeclStmt { .. }
            | StmtKind::EmptyStmt
            | StmtKind::SendStmt { .. }
            | StmtKind::IncDecStmt { .. }
            | StmtKind::AssignStmt { .. }
            | StmtKind::GoStmt { .. }
            | StmtKind::DeferStmt { .. }
            // A range clause can come to its end.
            | StmtKind::RangeStmt { .. } => false,
            StmtKind::LabeledStmt { label, stmt } => self.is_terminating(*stmt, Some(file.name_of(*label))),
            StmtKind::ExprStmt { x } => self.env.is_panic.borrow().contains(&file.unparen(*x)),
            StmtKind::ReturnStmt { .. } => true,
            StmtKind::BranchStmt { tok, .. } => matches!(tok, BranchTok::Goto | BranchTok::Fallthrough),
            StmtKind::BlockStmt(b) => self.is_terminating_list(&b.stmts, None),
            StmtKind::IfStmt { then, els, .. } => {
                els.is_some_and(|els| self.is_terminating_list(&then.stmts, None) && self.is_terminating(els, None))
            }
            StmtKind::SwitchStmt { body, .. } | StmtKind::TypeSwitchStmt { body, .. } => {
                let clauses = || body.list.iter().map(|c| file.case(*c));
                clauses().any(|c| c.exprs.is_none()) && clauses().all(|c| self.clause_terminates(&c.body, label))
            }
            StmtKind::SelectStmt { body } => {
                body.list.iter().all(|c| self.clause_terminates(&file.comm(*c).body, label))
            }
            StmtKind::ForStmt { cond, body, .. } => cond.is_none() && !self.has_break_list(&body.stmts, label, true),
        }
    }

    fn clause_terminates(&self, body: &[StmtId], label: Option<Symbol>) -> bool {
        self.is_terminating_list(body, None) && !self.has_break_list(body, label, true)
    }

    /// Whether the last statement that is not empty is terminating.
    pub(crate) fn is_terminating_list(&self, list: &[StmtId], label: Option<Symbol>) -> bool {
        let empty = |s: &&StmtId| matches!(self.file.stmt(**s).kind, StmtKind::EmptyStmt);
        match list.iter().rev().find(|s| !empty(s)) {
            Some(&last) => self.is_terminating(last, label),
            None => false,
        }
    }

    /// Whether a statement has a break that leaves the statement with the label, or (`implicit`) the one around it.
    fn has_break(&self, s: StmtId, label: Option<Symbol>, implicit: bool) -> bool {
        let file = self.file;
        match &file.stmt(s).kind {
            StmtKind::LabeledStmt { stmt, .. } => self.has_break(*stmt, label, implicit),
            StmtKind::BranchStmt {
                tok: BranchTok::Break,
                label: target,
            } => match target {
                None => implicit,
                Some(target) => label == Some(file.name_of(*target)),
            },
            StmtKind::BlockStmt(b) => self.has_break_list(&b.stmts, label, implicit),
            StmtKind::IfStmt { then, els, .. } => {
                self.has_break_list(&then.stmts, label, implicit)
                    || els.is_some_and(|els| self.has_break(els, label, implicit))
            }
            _ if label.is_none() => false,
            StmtKind::SwitchStmt { body, .. } | StmtKind::TypeSwitchStmt { body, .. } => body
                .list
                .iter()
                .any(|c| self.has_break_list(&file.case(*c).body, label, false)),
            StmtKind::SelectStmt { body } => body
                .list
                .iter()
                .any(|c| self.has_break_list(&file.comm(*c).body, label, false)),
            StmtKind::ForStmt { body, .. } | StmtKind::RangeStmt { body, .. } => {
                self.has_break_list(&body.stmts, label, false)
            }
            _ => false,
        }
    }

    fn has_break_list(&self, list: &[StmtId], label: Option<Symbol>, implicit: bool) -> bool {
        list.iter().any(|&s| self.has_break(s, label, implicit))
    }
}
