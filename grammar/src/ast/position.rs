//! Where gc reports errors about a node.

use super::*;

impl File {
    /// gc's position of an expression (`Pos`): see the module's head.
    pub fn pos(&self, id: ExprId) -> Pos {
        self.expr(id).pos
    }

    /// gc's `StartPos`: where an error at the expression is reported. It is the leftmost position, except that a
    /// slice expression counts from its `[`, as it does there.
    pub fn start_pos(&self, mut id: ExprId) -> Pos {
        loop {
            let e = self.expr(id);
            id = match e.kind {
                ExprKind::CompositeLit { ty: Some(x), .. }
                | ExprKind::KeyValueExpr { key: x, .. }
                | ExprKind::SelectorExpr { x, .. }
                | ExprKind::IndexExpr { x, .. }
                | ExprKind::TypeAssertExpr { x, .. }
                | ExprKind::BinaryExpr { x, .. }
                | ExprKind::CallExpr { fun: x, .. } => x,
                _ => return e.pos,
            }
        }
    }

    /// Roughly gc's `EndPos`: the end of the text, but for a composite literal or function literal its closing brace.
    pub fn end_pos(&self, id: ExprId) -> Pos {
        let e = self.expr(id);
        match &e.kind {
            ExprKind::CompositeLit { rbrace, .. } => *rbrace,
            ExprKind::FuncLit { body, .. } => body.rbrace,
            _ => e.span.end(),
        }
    }

    /// gc's `StartPos` of a statement.
    pub fn stmt_start_pos(&self, id: StmtId) -> Pos {
        let s = self.stmt(id);
        match &s.kind {
            StmtKind::SendStmt { chan: x, .. } | StmtKind::IncDecStmt { x, .. } => {
                self.start_pos(*x)
            }
            StmtKind::AssignStmt { lhs, .. } => lhs.first().map_or(s.pos, |&x| self.start_pos(x)),
            _ => s.pos,
        }
    }
}
