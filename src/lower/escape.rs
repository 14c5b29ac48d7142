//! Which variables must live in the heap, and what every function literal captures.
//!
//! A variable needs a cell when its address is taken, or when a function literal captures it and it is assigned other
//! than by its declaration; what is captured but never assigned is captured by value. The variable of a three-clause loop that only
//! its own post statement assigns counts as not assigned: each iteration has its own copy anyway (spec: "For statements with
//! for clause"). Bodies of range-over-func statements count as function literals, since lowering makes closures of them.

use crate::lower::source::Source;
use crate::syntax::ast::Block;
use crate::syntax::ast::DeclId;
use crate::syntax::ast::DeclKind;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::IdentId;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;
use crate::syntax::ast::UnaryOp;
use crate::types::ObjectId;
use crate::types::VarKind;
use hashbrown::HashMap;

/// Mentioned inside a function literal that does not declare it.
pub const CAPTURED: u8 = 1;
/// Assigned other than by its declaration.
pub const ASSIGNED: u8 = 2;
/// Its address is taken.
pub const ADDRESSED: u8 = 4;
/// Assigned by the post statement of its own loop.
pub const ASSIGNED_POST: u8 = 8;

/// What a node captures is found by the node.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Closure {
    /// A function literal.
    Lit(ExprId),
    /// The body of a range over a function.
    Range(StmtId),
}

/// The findings about one function declaration (or one package-level initializer).
#[derive(Default, Debug)]
pub struct Escapes {
    flags: HashMap<ObjectId, u8>,
    free: HashMap<Closure, Vec<ObjectId>>,
}

impl Escapes {
    /// Whether the variable lives in a heap cell.
    pub fn in_cell(&self, o: ObjectId) -> bool {
        let f = self.flags.get(&o).copied().unwrap_or(0);
        f & ADDRESSED != 0 || f & (CAPTURED | ASSIGNED) == CAPTURED | ASSIGNED
    }

    /// Whether it is assigned anywhere but in its declaration.
    pub fn assigned(&self, o: ObjectId) -> bool {
        self.flags
            .get(&o)
            .is_some_and(|f| f & (ASSIGNED | ASSIGNED_POST | ADDRESSED) != 0)
    }

    /// Whether a function literal mentions it.
    pub fn captured(&self, o: ObjectId) -> bool {
        self.flags.get(&o).is_some_and(|f| f & CAPTURED != 0)
    }

    /// What a closure captures, in order of first mention.
    pub fn free(&self, c: Closure) -> &[ObjectId] {
        self.free.get(&c).map_or(&[], |v| v)
    }
}

struct Walk<'s, 'w> {
    src: &'s Source<'w>,
    out: Escapes,
    level: HashMap<ObjectId, usize>,
    closures: Vec<Closure>,
    /// Variables of the loop whose post statement is being walked, and how deep in closures that is.
    post: Option<(Vec<ObjectId>, usize)>,
    /// The result variables of the function and of the literals around the current place.
    results: Vec<Vec<ObjectId>>,
}

/// Walks a function's body (with its parameters) or an initializer expression.
pub fn analyze(
    src: &Source<'_>,
    params: &[ObjectId],
    body: Option<&Block>,
    init: Option<ExprId>,
) -> Escapes {
    let mut w = Walk {
        src,
        out: Escapes::default(),
        level: HashMap::new(),
        closures: vec![],
        post: None,
        results: vec![],
    };
    let is_result = |o: &&ObjectId| src.types.object(**o).var_kind() == Some(VarKind::Result);
    w.results
        .push(params.iter().filter(is_result).copied().collect());
    w.level.extend(params.iter().map(|&o| (o, 0)));
    if let Some(b) = body {
        w.block(b);
    }
    if let Some(e) = init {
        w.expr(e);
    }
    w.out
}

impl Walk<'_, '_> {
    fn declare(&mut self, id: IdentId) {
        if let Some(o) = self.src.def_of(id)
            && self.src.types.object(o).var_kind() != Some(VarKind::Package)
        {
            self.level.insert(o, self.closures.len());
        }
    }

    fn flag(&mut self, o: ObjectId, bits: u8) {
        *self.out.flags.entry(o).or_insert(0) |= bits;
    }

    fn mention(&mut self, id: IdentId) {
        if let Some(o) = self.src.use_of(id) {
            self.mention_var(o);
        }
    }

    fn mention_var(&mut self, o: ObjectId) {
        let Some(&level) = self.level.get(&o) else {
            return;
        };
        if level < self.closures.len() {
            self.flag(o, CAPTURED);
            for k in level..self.closures.len() {
                let free = self.out.free.entry(self.closures[k]).or_default();
                if !free.contains(&o) {
                    free.push(o);
                }
            }
            if self
                .post
                .as_ref()
                .is_some_and(|p| p.1 < self.closures.len() && p.0.contains(&o))
            {
                self.flag(o, ASSIGNED);
            }
        }
    }

    /// The variable whose memory the operand `e` is part of.
    fn root(&self, e: ExprId) -> Option<ObjectId> {
        match &self.src.file.expr(e).kind {
            ExprKind::Ident(id) => self.src.use_of(*id).or_else(|| self.src.def_of(*id)),
            ExprKind::ParenExpr { x } => self.root(*x),
            ExprKind::SelectorExpr { x, .. } => {
                if self.src.is_pointer(*x) {
                    None
                } else {
                    self.root(*x)
                }
            }
            ExprKind::IndexExpr { x, .. } => {
                if self.src.is_indirect_index(*x) {
                    None
                } else {
                    self.root(*x)
                }
            }
            _ => None,
        }
    }

    fn assign(&mut self, e: ExprId) {
        if let Some(o) = self.root(e) {
            let own_post = self
                .post
                .as_ref()
                .is_some_and(|p| p.1 == self.closures.len() && p.0.contains(&o));
            self.flag(o, if own_post { ASSIGNED_POST } else { ASSIGNED });
        }
    }

    fn address(&mut self, e: ExprId) {
        if let Some(o) = self.root(e) {
            self.flag(o, ADDRESSED);
        }
    }

    fn exprs(&mut self, list: &[ExprId]) {
        for &e in list {
            self.expr(e);
        }
    }

    fn opt(&mut self, e: Option<ExprId>) {
        if let Some(e) = e {
            self.expr(e);
        }
    }

    fn expr(&mut self, e: ExprId) {
        let file = self.src.file;
        match &file.expr(e).kind {
            ExprKind::Ident(id) => self.mention(*id),
            ExprKind::BadExpr | ExprKind::BasicLit { .. } => {}
            ExprKind::CompositeLit { elems, .. } => {
                let is_struct = self.src.is_struct_lit(e);
                for &x in elems {
                    match &file.expr(x).kind {
                        ExprKind::KeyValueExpr { key, value } => {
                            if !is_struct {
                                self.expr(*key);
                            }
                            self.expr(*value);
                        }
                        _ => self.expr(x),
                    }
                }
            }
            ExprKind::FuncLit { body, .. } => {
                self.closures.push(Closure::Lit(e));
                if let Some(lit) = self.src.func_lit(e) {
                    let here = self.closures.len();
                    self.level.extend(
                        lit.sig
                            .params
                            .iter()
                            .chain(&lit.sig.results)
                            .map(|&o| (o, here)),
                    );
                }
                self.results.push(
                    self.src
                        .func_lit(e)
                        .map_or(vec![], |lit| lit.sig.results.clone()),
                );
                self.block(body);
                self.results.pop();
                self.closures.pop();
            }
            ExprKind::ParenExpr { x } | ExprKind::StarExpr { x } => self.expr(*x),
            ExprKind::SelectorExpr { x, .. } => {
                if self.src.takes_address(e) {
                    self.address(*x);
                }
                self.expr(*x);
            }
            ExprKind::IndexExpr { x, indices, .. } => {
                self.expr(*x);
                self.exprs(indices);
            }
            ExprKind::SliceExpr { x, lo, hi, max, .. } => {
                if !self.src.is_indirect_index(*x) {
                    self.address(*x);
                }
                self.expr(*x);
                self.opt(*lo);
                self.opt(*hi);
                self.opt(*max);
            }
            ExprKind::TypeAssertExpr { x, .. } => self.expr(*x),
            ExprKind::CallExpr { fun, args, .. } => {
                self.expr(*fun);
                self.exprs(args);
            }
            ExprKind::UnaryExpr { op, x } => {
                if *op == UnaryOp::And {
                    self.address(*x);
                }
                self.expr(*x);
            }
            ExprKind::BinaryExpr { x, y, .. } => {
                self.expr(*x);
                self.expr(*y);
            }
            ExprKind::KeyValueExpr { key, value } => {
                self.expr(*key);
                self.expr(*value);
            }
            ExprKind::ArrayType { .. }
            | ExprKind::StructType { .. }
            | ExprKind::FuncType { .. }
            | ExprKind::InterfaceType { .. }
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. }
            | ExprKind::Ellipsis { .. } => {}
        }
    }

    fn block(&mut self, b: &Block) {
        self.stmts(&b.stmts);
    }

    fn stmts(&mut self, list: &[StmtId]) {
        for &s in list {
            self.stmt(s);
        }
    }

    fn decl(&mut self, d: DeclId) {
        if let DeclKind::VarSpec(v) = &self.src.file.decl(d).kind {
            self.exprs(&v.values);
            for &n in &v.names {
                self.declare(n);
            }
        }
    }

    /// A left side: what `:=` declares is declared, everything else is assigned.
    fn lhs(&mut self, list: &[ExprId], define: bool) {
        for &x in list {
            if define
                && let Some(id) = self.src.file.as_ident(x)
                && self.src.def_of(id).is_some()
            {
                self.declare(id);
                continue;
            }
            self.assign(x);
            self.expr(x);
        }
    }

    fn opt_stmt(&mut self, s: Option<StmtId>) {
        if let Some(s) = s {
            self.stmt(s);
        }
    }

    fn stmt(&mut self, s: StmtId) {
        let file = self.src.file;
        match &file.stmt(s).kind {
            StmtKind::BadStmt | StmtKind::EmptyStmt | StmtKind::BranchStmt { .. } => {}
            StmtKind::DeclStmt { decls } => decls.iter().for_each(|&d| self.decl(d)),
            StmtKind::LabeledStmt { stmt, .. } => self.stmt(*stmt),
            StmtKind::ExprStmt { x } => self.expr(*x),
            StmtKind::SendStmt { chan, value } => {
                self.expr(*chan);
                self.expr(*value);
            }
            StmtKind::IncDecStmt { x, .. } => {
                self.assign(*x);
                self.expr(*x);
            }
            StmtKind::AssignStmt {
                lhs, define, rhs, ..
            } => {
                self.exprs(rhs);
                self.lhs(lhs, *define);
            }
            StmtKind::GoStmt { call } | StmtKind::DeferStmt { call } => self.expr(*call),
            StmtKind::ReturnStmt { results } => {
                self.exprs(results);
                if !results.is_empty() {
                    // It assigns the result variables, which deferred closures may look at.
                    for o in self.results.last().cloned().unwrap_or_default() {
                        self.mention_var(o);
                        self.flag(o, ASSIGNED);
                    }
                }
            }
            StmtKind::BlockStmt(b) => self.block(b),
            StmtKind::IfStmt {
                init,
                cond,
                then,
                els,
            } => {
                self.opt_stmt(*init);
                self.expr(*cond);
                self.block(then);
                self.opt_stmt(*els);
            }
            StmtKind::SwitchStmt { init, tag, body } => {
                self.opt_stmt(*init);
                self.opt(*tag);
                for &c in &body.list {
                    let c = file.case(c);
                    self.exprs(c.exprs.as_deref().unwrap_or(&[]));
                    self.stmts(&c.body);
                }
            }
            StmtKind::TypeSwitchStmt { init, x, body, .. } => {
                self.opt_stmt(*init);
                self.expr(*x);
                for &c in &body.list {
                    if let Some(o) = self.src.clause_var(c) {
                        self.level.insert(o, self.closures.len());
                    }
                    self.stmts(&file.case(c).body);
                }
            }
            StmtKind::SelectStmt { body } => {
                for &c in &body.list {
                    let c = file.comm(c);
                    self.opt_stmt(c.comm);
                    self.stmts(&c.body);
                }
            }
            StmtKind::ForStmt {
                init,
                cond,
                post,
                body,
            } => {
                self.opt_stmt(*init);
                self.opt(*cond);
                self.block(body);
                let mut own = Vec::new();
                if let Some(i) = init
                    && self.src.per_iteration
                    && let StmtKind::AssignStmt {
                        lhs, define: true, ..
                    } = &file.stmt(*i).kind
                {
                    own.extend(
                        lhs.iter()
                            .filter_map(|&x| self.src.def_of(file.as_ident(x)?)),
                    );
                }
                let outer = self.post.replace((own, self.closures.len()));
                self.opt_stmt(*post);
                self.post = outer;
            }
            StmtKind::RangeStmt {
                lhs,
                define,
                x,
                body,
                ..
            } => {
                self.expr(*x);
                let over_func = self.src.is_func(*x);
                if over_func {
                    self.closures.push(Closure::Range(s));
                }
                self.lhs(lhs, *define);
                if *define && !self.src.per_iteration {
                    // Every iteration assigns the same variables.
                    for &x in lhs {
                        if let Some(o) = file.as_ident(x).and_then(|id| self.src.def_of(id)) {
                            self.flag(o, ASSIGNED);
                        }
                    }
                }
                self.block(body);
                if over_func {
                    self.closures.pop();
                }
            }
        }
    }
}
