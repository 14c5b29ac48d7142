//! Targets of branch statements. That labels and branches are correct was checked with the syntax; this finds where
//! they lead.

use hashbrown::HashMap;

use super::Checker;
use crate::base::Symbol;
use crate::syntax::ast::Block;
use crate::syntax::ast::BranchTok;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;

/// The statements around a branch.
#[derive(Clone, Copy, Default)]
struct Targets {
    breaks: Option<StmtId>,
    continues: Option<StmtId>,
}

/// The labels of a function body: a labeled statement by its name.
type Labels = HashMap<Symbol, StmtId>;

impl<'a> Checker<'a> {
    /// Records the targets of the branch statements of a body.
    pub(crate) fn branch_targets(&mut self, body: &'a Block) {
        let mut labels = Labels::new();
        let mut branches = Vec::new();
        self.branches_in(&body.stmts, Targets::default(), &mut labels, &mut branches);
        for (s, targets) in branches {
            let StmtKind::BranchStmt { tok, label } = &self.file.stmt(s).kind else {
                continue;
            };
            let labeled = label.and_then(|l| labels.get(&self.file.name_of(l)).copied());
            let target = match (tok, labeled) {
                (BranchTok::Goto, Some(l)) => Some(l),
                (BranchTok::Break | BranchTok::Continue, Some(l)) => Some(self.innermost(l)),
                (BranchTok::Break, None) => targets.breaks,
                (BranchTok::Continue, None) => targets.continues,
                _ => None,
            };
            if let Some(t) = target {
                self.info().branch_targets.insert(s, t);
            }
        }
    }

    /// The statement behind a label (or several).
    fn innermost(&self, s: StmtId) -> StmtId {
        match self.file.stmt(s).kind {
            StmtKind::LabeledStmt { stmt, .. } => self.innermost(stmt),
            _ => s,
        }
    }

    fn branches_in(
        &self,
        list: &[StmtId],
        targets: Targets,
        labels: &mut Labels,
        branches: &mut Vec<(StmtId, Targets)>,
    ) {
        for &s in list {
            self.branches_of(s, targets, labels, branches);
        }
    }

    fn branches_of(
        &self,
        s: StmtId,
        targets: Targets,
        labels: &mut Labels,
        branches: &mut Vec<(StmtId, Targets)>,
    ) {
        let file = self.file;
        let breaks = Targets {
            breaks: Some(s),
            ..targets
        };
        let both = Targets {
            breaks: Some(s),
            continues: Some(s),
        };
        match &file.stmt(s).kind {
            StmtKind::LabeledStmt { label, stmt } => {
                labels.entry(file.name_of(*label)).or_insert(s);
                self.branches_of(*stmt, targets, labels, branches);
            }
            StmtKind::BranchStmt { .. } => branches.push((s, targets)),
            StmtKind::BlockStmt(b) => self.branches_in(&b.stmts, targets, labels, branches),
            StmtKind::IfStmt { then, els, .. } => {
                self.branches_in(&then.stmts, targets, labels, branches);
                if let Some(els) = els {
                    self.branches_of(*els, targets, labels, branches);
                }
            }
            StmtKind::SwitchStmt { body, .. } | StmtKind::TypeSwitchStmt { body, .. } => {
                for c in &body.list {
                    self.branches_in(&file.case(*c).body, breaks, labels, branches);
                }
            }
            StmtKind::SelectStmt { body } => {
                for c in &body.list {
                    self.branches_in(&file.comm(*c).body, breaks, labels, branches);
                }
            }
            StmtKind::ForStmt { body, .. } | StmtKind::RangeStmt { body, .. } => {
                self.branches_in(&body.stmts, both, labels, branches);
            }
            _ => {}
        }
    }
}
