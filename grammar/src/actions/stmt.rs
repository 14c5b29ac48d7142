//! Actions of statements.

use super::*;

impl Builder<'_> {
    pub(crate) fn block(&mut self, lbrace: u32, stmts: Vec<StmtId>, rbrace: u32) -> Block {
        Block {
            lbrace: Pos(lbrace),
            stmts: stmts.into(),
            rbrace: Pos(rbrace),
        }
    }

    pub(crate) fn block_stmt(&mut self, block: Block) -> StmtId {
        let d = self.block_depth(&block).inner();
        let (lo, hi) = (block.lbrace.0, block.rbrace.0 + 1);
        self.add_stmt(StmtKind::BlockStmt(block), lo, hi, lo, d)
    }

    pub(crate) fn decl_stmt(&mut self, lo: u32, decls: Vec<DeclId>, hi: u32) -> StmtId {
        let d = self.decl_depth.list(&decls).inner();
        self.add_stmt(
            StmtKind::DeclStmt {
                decls: decls.into(),
            },
            lo,
            hi,
            lo,
            d,
        )
    }

    pub(crate) fn expr_stmt(&mut self, x: ExprId) -> StmtId {
        self.no_tilde(x);
        let pos = self.file.expr(x).pos.0;
        self.add_stmt(
            StmtKind::ExprStmt { x },
            self.lo(x),
            self.hi(x),
            pos,
            self.e(x),
        )
    }

    /// `~` is read as an operator, but no statement begins with it.
    fn no_tilde(&mut self, x: ExprId) {
        let mut first = x;
        while let ExprKind::BinaryExpr { x, .. } = self.file.expr(first).kind {
            first = x;
        }
        if let ExprKind::UnaryExpr {
            op: UnaryOp::Tilde, ..
        } = self.file.expr(first).kind
        {
            self.reject = true;
        }
    }

    pub(crate) fn assign(
        &mut self,
        lhs: Vec<ExprId>,
        pos: u32,
        op: Option<BinaryOp>,
        define: bool,
        rhs: Vec<ExprId>,
    ) -> StmtId {
        self.no_tilde(lhs[0]);
        let d = self.es(&lhs).max(self.es(&rhs));
        let lo = lhs.first().map_or(pos, |&x| self.lo(x));
        let hi = rhs.last().map_or(pos, |&x| self.hi(x));
        let kind = StmtKind::AssignStmt {
            lhs: lhs.into(),
            op,
            define,
            rhs: rhs.into(),
        };
        self.add_stmt(kind, lo, hi, pos, d)
    }

    pub(crate) fn inc_dec(&mut self, x: ExprId, pos: u32, inc: bool, hi: u32) -> StmtId {
        self.add_stmt(
            StmtKind::IncDecStmt { x, inc },
            self.lo(x),
            hi,
            pos,
            self.e(x),
        )
    }

    pub(crate) fn send(&mut self, chan: ExprId, pos: u32, value: ExprId) -> StmtId {
        let d = self.e(chan).max(self.e(value));
        self.add_stmt(
            StmtKind::SendStmt { chan, value },
            self.lo(chan),
            self.hi(value),
            pos,
            d,
        )
    }

    pub(crate) fn labeled(&mut self, label: IdentId, pos: u32, stmt: Option<StmtId>) -> StmtId {
        let lo = self.file.ident(label).span.lo;
        let stmt = stmt.unwrap_or_else(|| {
            self.add_stmt(
                StmtKind::EmptyStmt,
                pos + 1,
                pos + 1,
                pos + 1,
                Depth::default(),
            )
        });
        let d = self.stmt_depth.of(stmt).inner();
        let hi = self.stmt_span(stmt).hi;
        self.add_stmt(StmtKind::LabeledStmt { label, stmt }, lo, hi, pos, d)
    }

    /// The call of a go or defer statement without the parentheses that must not be there.
    fn callee(&mut self, keyword: &str, x: ExprId) -> ExprId {
        if matches!(self.file.expr(x).kind, ExprKind::ParenExpr { .. }) {
            let span = self.file.expr(x).span;
            self.error(
                span,
                format!("expression in {keyword} must not be parenthesized"),
            );
        }
        self.file.unparen(x)
    }

    pub(crate) fn go_stmt(&mut self, lo: u32, x: ExprId) -> StmtId {
        let call = self.callee("go", x);
        self.add_stmt(
            StmtKind::GoStmt { call },
            lo,
            self.hi(x),
            lo,
            self.e(x).inner(),
        )
    }

    pub(crate) fn defer_stmt(&mut self, lo: u32, x: ExprId) -> StmtId {
        let call = self.callee("defer", x);
        self.add_stmt(
            StmtKind::DeferStmt { call },
            lo,
            self.hi(x),
            lo,
            self.e(x).inner(),
        )
    }

    pub(crate) fn return_stmt(&mut self, lo: u32, results: Vec<ExprId>, hi: u32) -> StmtId {
        let d = self.es(&results).inner();
        self.add_stmt(
            StmtKind::ReturnStmt {
                results: results.into(),
            },
            lo,
            hi,
            lo,
            d,
        )
    }

    pub(crate) fn branch(
        &mut self,
        tok: BranchTok,
        lo: u32,
        label: Option<IdentId>,
        hi: u32,
    ) -> StmtId {
        self.add_stmt(
            StmtKind::BranchStmt { tok, label },
            lo,
            hi,
            lo,
            Depth::default(),
        )
    }

    /// The expression that a header's last statement must be.
    fn condition(&mut self, s: StmtId) -> ExprId {
        if let StmtKind::ExprStmt { x } = self.file.stmt(s).kind {
            return x;
        }
        let &Stmt { pos, span, .. } = self.file.stmt(s);
        let message = self.cannot_use(s);
        self.error(Span::new(pos, span.end()), message);
        self.add_expr(ExprKind::BadExpr, span.lo, span.hi, pos.0, Depth::default())
    }

    pub(crate) fn if_stmt(
        &mut self,
        lo: u32,
        init: Option<StmtId>,
        cond: StmtId,
        then: Block,
        els: Option<StmtId>,
    ) -> StmtId {
        let cond = self.condition(cond);
        let body = self
            .stmt_depth
            .opt(init)
            .max(self.e(cond))
            .max(self.block_depth(&then));
        // A chain of else-ifs goes on rather than in.
        let d = body.inner().max(self.stmt_depth.opt(els).link());
        let hi = els.map_or(then.rbrace.0 + 1, |s| self.stmt_span(s).hi);
        self.add_stmt(
            StmtKind::IfStmt {
                init,
                cond,
                then,
                els,
            },
            lo,
            hi,
            lo,
            d,
        )
    }

    pub(crate) fn switch_stmt(
        &mut self,
        lo: u32,
        init: Option<StmtId>,
        tag: Option<StmtId>,
        lbrace: u32,
        list: Vec<CaseClauseId>,
        rbrace: u32,
    ) -> StmtId {
        let body = Clauses {
            lbrace: Pos(lbrace),
            list: list.into(),
            rbrace: Pos(rbrace),
        };
        let d = self
            .case_depth
            .list(&body.list)
            .max(self.stmt_depth.opt(init))
            .max(self.stmt_depth.opt(tag))
            .inner();
        let hi = rbrace + 1;
        if let Some((bind, guard)) = tag.and_then(|s| self.type_switch_guard(s))
            && let Expr {
                kind: ExprKind::TypeAssertExpr { x, .. },
                pos: guard_pos,
                ..
            } = *self.file.expr(guard)
            && let Some(tag) = tag
        {
            let guard = self.stmt_span(tag);
            let kind = StmtKind::TypeSwitchStmt {
                init,
                bind,
                x,
                guard,
                guard_pos,
                body,
            };
            return self.add_stmt(kind, lo, hi, lo, d);
        }
        let tag = tag.map(|s| self.condition(s));
        self.add_stmt(StmtKind::SwitchStmt { init, tag, body }, lo, hi, lo, d)
    }

    /// `x.(type)` or `name := x.(type)`
    fn type_switch_guard(&self, s: StmtId) -> Option<(Option<IdentId>, ExprId)> {
        let is_guard = |x: ExprId| {
            matches!(
                self.file.expr(x).kind,
                ExprKind::TypeAssertExpr { ty: None, .. }
            )
        };
        match &self.file.stmt(s).kind {
            StmtKind::ExprStmt { x } if is_guard(*x) => Some((None, *x)),
            StmtKind::AssignStmt {
                lhs,
                define: true,
                rhs,
                ..
            } => match (&**lhs, &**rhs) {
                (&[name], &[x]) if is_guard(x) => Some((Some(self.file.as_ident(name)?), x)),
                _ => None,
            },
            _ => None,
        }
    }

    pub(crate) fn case(
        &mut self,
        lo: u32,
        exprs: Option<Vec<ExprId>>,
        colon: u32,
        body: Vec<StmtId>,
        hi: u32,
    ) -> CaseClauseId {
        let d = exprs
            .as_ref()
            .map_or(Depth::default(), |e| self.es(e))
            .max(self.stmt_depth.list(&body));
        self.case_depth.push(d);
        push(
            self.file.nodes.base,
            &mut self.file.nodes.cases,
            CaseClause {
                exprs: exprs.map(Into::into),
                colon: Pos(colon),
                body: body.into(),
                span: Span { lo, hi },
                pos: Pos(lo),
            },
        )
    }

    pub(crate) fn comm(
        &mut self,
        lo: u32,
        comm: Option<StmtId>,
        colon: u32,
        body: Vec<StmtId>,
        hi: u32,
    ) -> CommClauseId {
        let d = self.stmt_depth.opt(comm).max(self.stmt_depth.list(&body));
        self.comm_depth.push(d);
        push(
            self.file.nodes.base,
            &mut self.file.nodes.comms,
            CommClause {
                comm,
                colon: Pos(colon),
                body: body.into(),
                span: Span { lo, hi },
                pos: Pos(lo),
            },
        )
    }

    pub(crate) fn select_stmt(
        &mut self,
        lo: u32,
        lbrace: u32,
        list: Vec<CommClauseId>,
        rbrace: u32,
    ) -> StmtId {
        let d = self.comm_depth.list(&list).inner();
        let body = Clauses {
            lbrace: Pos(lbrace),
            list: list.into(),
            rbrace: Pos(rbrace),
        };
        self.add_stmt(StmtKind::SelectStmt { body }, lo, rbrace + 1, lo, d)
    }

    pub(crate) fn for_stmt(&mut self, lo: u32, clause: Clause, body: Block) -> StmtId {
        let Clause { init, cond, post } = clause;
        if let Some(s) = post
            && let Stmt {
                kind: StmtKind::AssignStmt { define: true, .. },
                pos,
                ..
            } = *self.file.stmt(s)
        {
            let words = "syntax error: cannot declare in post statement of for loop";
            self.error(
                Span {
                    lo: pos.0,
                    hi: pos.0 + 2,
                },
                words,
            );
        }
        let cond = cond.map(|s| self.condition(s));
        let header = self
            .stmt_depth
            .opt(init)
            .max(self.expr_depth.opt(cond))
            .max(self.stmt_depth.opt(post));
        let d = header.max(self.block_depth(&body)).inner();
        let hi = body.rbrace.0 + 1;
        self.add_stmt(
            StmtKind::ForStmt {
                init,
                cond,
                post,
                body,
            },
            lo,
            hi,
            lo,
            d,
        )
    }

    #[allow(clippy::too_many_arguments)]
    pub(crate) fn range_stmt(
        &mut self,
        lo: u32,
        lhs: Vec<ExprId>,
        tok: u32,
        define: bool,
        range: u32,
        x: ExprId,
        body: Block,
    ) -> StmtId {
        let d = self
            .es(&lhs)
            .max(self.e(x))
            .max(self.block_depth(&body))
            .inner();
        let hi = body.rbrace.0 + 1;
        let kind = StmtKind::RangeStmt {
            lhs: lhs.into(),
            define,
            tok: Pos(tok),
            range: Pos(range),
            x,
            body,
        };
        self.add_stmt(kind, lo, hi, lo, d)
    }
}
