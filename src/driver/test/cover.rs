//! Coverage: cuts functions into stretches of code that are run together, as `go tool cover` cuts them.
//!
//! A stretch ends where control can go elsewhere: at branches, loops, labels, calls of panic and function literals. It is cut
//! again where lines without code (blank lines, comments) lie between its statements. Each has a counter, which lowering raises
//! where the stretch begins: before its first statement, or in a block that has none.

use super::child::Job;
use crate::base::Interner;
use crate::base::SourceFile;
use crate::base::SourceMap;
use crate::driver::front::Session;
use crate::driver::loader::Root;
use crate::driver::loader::Source;
use crate::driver::loader::Workspace;
use crate::driver::loader::folder::Folder;
use crate::driver::loader::folder::is_test_file;
use crate::driver::loader::imports;
use crate::driver::loader::pattern;
use crate::driver::loader::shown_dir;
use crate::syntax::ast::Block as AstBlock;
use crate::syntax::ast::DeclKind;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::File;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;
use crate::syntax::lex;
use crate::syntax::token::Semi;
use crate::syntax::token::Tok;
use hashbrown::HashSet;

/// What a counter does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// It becomes 1.
    Set,
    /// It counts; goroutines may lose counts of each other.
    Count,
    /// It counts exactly.
    Atomic,
}

impl Mode {
    /// From the flag.
    pub fn parse(s: &str) -> Option<Mode> {
        match s {
            "set" => Some(Mode::Set),
            "count" => Some(Mode::Count),
            "atomic" => Some(Mode::Atomic),
            _ => None,
        }
    }

    /// As profiles call it.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Set => "set",
            Mode::Count => "count",
            Mode::Atomic => "atomic",
        }
    }
}

/// A stretch of code with a counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Line and column where it begins.
    pub start: (u32, u32),
    /// Line and column where it ends.
    pub end: (u32, u32),
    /// Its statements.
    pub stmts: usize,
    /// The byte of the source at which lowering raises the counter: of a statement, or for an empty block the one after its brace, or the colon.
    pub at: u32,
}

/// A file with counters.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The import path of its package and its name: what profiles call it.
    pub name: String,
    /// The name under which it is loaded.
    pub source: String,
    /// In the order of profiles.
    pub blocks: Vec<Block>,
}

/// The import paths of the packages whose code is counted.
pub(super) fn packages(job: &Job, workspace: &Workspace) -> Vec<String> {
    if job.coverpkg.is_empty() {
        return vec![job.path.clone()];
    }
    let found = pattern::expand(&job.coverpkg, workspace).packages;
    found.into_iter().map(|p| p.path).collect()
}

/// ` in a, b` for counted packages other than the tested one.
pub(super) fn words(job: &Job) -> String {
    match job.coverpkg.is_empty() {
        true => String::new(),
        false => format!(" in {}", job.coverpkg.join(", ")),
    }
}

/// Cuts the files of packages: those of `roots`, else those on disk.
pub(super) fn count(
    session: &Session,
    roots: &[Root],
    paths: &[String],
    workspace: &Workspace,
) -> Vec<Counted> {
    let mut out = Vec::new();
    let reached = reached(session, roots, workspace);
    for path in paths {
        let Some((_, files)) = reached.iter().find(|r| r.0 == *path) else {
            continue;
        };
        for s in files.iter().filter(|s| !is_test_file(s.base())) {
            let blocks = cut(&session.names, &s.name, &s.text);
            if !blocks.is_empty() {
                out.push(Counted {
                    name: format!("{path}/{}", s.base()),
                    source: s.name.clone(),
                    blocks,
                });
            }
        }
    }
    out
}

/// The packages of the modules that the roots are or import, with their files.
fn reached(session: &Session, roots: &[Root], workspace: &Workspace) -> Vec<(String, Vec<Source>)> {
    let mut out: Vec<(String, Vec<Source>)> = roots
        .iter()
        .map(|r| (r.path.clone(), r.files.clone()))
        .collect();
    let mut next = 0;
    while let Some((_, files)) = out.get(next) {
        next += 1;
        let mut imported = Vec::new();
        for s in files {
            let map = SourceMap::new();
            let id = map.add_file(s.name.clone(), s.text.clone());
            let (file, _) = crate::syntax::parse_file(&map, id, &session.names);
            imported.extend(imports(&file, &session.names).into_iter().map(|i| i.0));
        }
        for path in imported {
            if out.iter().any(|o| o.0 == path) {
                continue;
            }
            if let Some(found) = workspace.find(&path)
                && let Ok(folder) = Folder::read(&shown_dir(&found.dir), false)
            {
                out.push((path, folder.files));
            }
        }
    }
    out
}

/// The stretches of a file.
pub fn cut(names: &std::sync::Arc<Interner>, name: &str, text: &[u8]) -> Vec<Block> {
    let map = SourceMap::new();
    let id = map.add_file(name, text.to_vec());
    let (file, _) = crate::syntax::parse_file(&map, id, names);
    if file.has_errors {
        return Vec::new();
    }
    let source = map.file(id);
    let base = source.base().0;
    let mut tokens = Vec::new();
    for t in lex(source.src(), source.base(), names).tokens {
        let skip = matches!(
            t.tok,
            Tok::Lbrace | Tok::Rbrace | Tok::Eof | Tok::Semi(Semi::Newline | Semi::Eof)
        );
        if !skip {
            tokens.push((t.span.lo - base, t.span.hi - base));
        }
    }
    let mut c = Cutter {
        names,
        file: &file,
        source,
        base,
        tokens,
        seen: HashSet::new(),
        out: Vec::new(),
    };
    for &d in &file.decls {
        match &file.decl(d).kind {
            DeclKind::FuncDecl(f) => {
                if let Some(body) = file.func_body(f)
                    && names.resolve(file.name_of(f.name)) != "_"
                {
                    c.block(body, None);
                }
            }
            DeclKind::VarSpec(s) => {
                for &v in &s.values {
                    c.exprs(&[v]);
                }
            }
            _ => {}
        }
    }
    let key = |b: &Block| (b.start.0, b.end.0, b.start.1, b.end.1, b.stmts);
    c.out.sort_by_key(key);
    c.out
}

struct Cutter<'a> {
    names: &'a Interner,
    file: &'a File,
    source: &'a SourceFile,
    base: u32,
    /// Where tokens begin and end, without braces and inserted semicolons.
    tokens: Vec<(u32, u32)>,
    seen: HashSet<((u32, u32), (u32, u32))>,
    out: Vec<Block>,
}

impl Cutter<'_> {
    fn line(&self, offset: u32) -> u32 {
        self.source.line_col(offset).0
    }

    fn line_start(&self, line: u32) -> u32 {
        self.source.line_range(line).start as u32
    }

    fn start(&self, s: StmtId) -> u32 {
        self.file.stmt(s).span.lo - self.base
    }

    fn end(&self, s: StmtId) -> u32 {
        self.file.stmt(s).span.hi - self.base
    }

    fn add(&mut self, start: u32, end: u32, stmts: usize, at: u32) {
        let start = self.source.line_col(start);
        let mut end = self.source.line_col(end);
        while !self.seen.insert((start, end)) {
            end.1 += 1;
        }
        self.out.push(Block {
            start,
            end,
            stmts,
            at,
        });
    }

    /// The parts of a stretch that have code, cut at lines without any.
    fn code_ranges(&self, start: u32, end: u32) -> Vec<(u32, u32)> {
        let first = self.tokens.partition_point(|t| t.0 < start);
        let mut out: Vec<(u32, u32)> = Vec::new();
        let mut open: Option<(u32, u32)> = None;
        for &(lo, hi) in self.tokens[first..].iter().take_while(|t| t.0 < end) {
            let line = self.line(lo);
            let last = self.line(hi.min(end).max(lo));
            open = Some(match open {
                Some((from, code_line)) if line > code_line + 1 => {
                    out.push((from, self.line_start(code_line + 1)));
                    (lo, last)
                }
                Some((from, code_line)) => (from, code_line.max(last)),
                None => (lo, last),
            });
        }
        match open {
            Some((from, line)) if line < self.line(end) => {
                out.push((from, self.line_start(line + 1)));
            }
            Some((from, _)) => out.push((from, end)),
            None => out.push((start, start)),
        }
        out
    }

    /// Cuts a list of statements. `pos`: where it begins; `at`: where an empty one counts.
    fn list(&mut self, pos: u32, block_end: u32, at: u32, list: &[StmtId], mut to_brace: bool) {
        if list.is_empty() {
            let (start, end) = self.code_ranges(pos, block_end)[0];
            return self.add(start, end, 0, at);
        }
        let mut list: Vec<Item> = list.iter().map(|&s| Item::Stmt(s)).collect();
        let mut pos = pos;
        while !list.is_empty() {
            let mut end = block_end;
            let mut last = 0;
            while last < list.len() {
                let item = list[last];
                last += 1;
                end = match item {
                    Item::Label(s) => self.start(s),
                    Item::Stmt(s) => self.boundary(s),
                };
                let Item::Stmt(s) = item else { continue };
                if self.ends_stretch(s) {
                    if let StmtKind::LabeledStmt { stmt, .. } = self.file.stmt(s).kind
                        && !self.is_control(stmt)
                    {
                        end = self.start(s);
                        list[last - 1] = Item::Label(s);
                        list.insert(last, Item::Stmt(stmt));
                    }
                    to_brace = false;
                    break;
                }
            }
            if to_brace {
                end = block_end;
            }
            if pos != end {
                self.stretch(pos, end, &list[..last]);
            }
            list.drain(..last);
            if let Some(next) = list.first() {
                pos = self.start(next.stmt());
            }
        }
    }

    fn stretch(&mut self, pos: u32, end: u32, items: &[Item]) {
        let start_of = |c: &Self, i: &Item| c.start(i.stmt());
        let mut merged: Vec<(u32, u32, usize)> = Vec::new();
        for (from, to) in self.code_ranges(pos, end) {
            let count = |at: u32| items.partition_point(|i| start_of(self, i) < at);
            let stmts = count(to) - count(from);
            let inside = items
                .iter()
                .any(|i| start_of(self, i) < from && from < self.end(i.stmt()));
            match merged.last_mut() {
                Some(m) if inside => {
                    m.1 = to;
                    m.2 += stmts;
                }
                _ => merged.push((from, to, stmts)),
            }
        }
        for (i, (from, to, stmts)) in merged.into_iter().enumerate() {
            let first = match i {
                0 => items.first(),
                _ => items.iter().find(|s| start_of(self, s) >= from),
            };
            let at = first.map_or(from, |s| start_of(self, s));
            self.add(from, to, stmts, at);
        }
    }

    /// A block; `from` is where it is said to begin, if not at its brace.
    fn block(&mut self, b: &AstBlock, from: Option<u32>) {
        let lbrace = b.lbrace.0 - self.base;
        let end = b.rbrace.0 - self.base + 1;
        let pos = match b.stmts.is_empty() {
            true => from.unwrap_or(lbrace) + 1,
            false => from.unwrap_or(lbrace),
        };
        self.list(pos, end, lbrace + 1, &b.stmts, true);
        self.stmts(&b.stmts);
    }

    fn stmts(&mut self, list: &[StmtId]) {
        for &s in list {
            self.stmt(s);
        }
    }

    fn exprs(&mut self, list: &[ExprId]) {
        let mut found = Vec::new();
        for &e in list {
            func_lits(self.file, e, &mut found);
        }
        for e in found {
            if let ExprKind::FuncLit { body, .. } = &self.file.expr(e).kind {
                self.block(body, None);
            }
        }
    }

    /// Cuts the blocks inside a statement.
    fn stmt(&mut self, s: StmtId) {
        let file = self.file;
        match &file.stmt(s).kind {
            StmtKind::BlockStmt(b) => self.block(b, None),
            StmtKind::LabeledStmt { stmt, .. } => self.stmt(*stmt),
            StmtKind::IfStmt {
                init,
                cond,
                then,
                els,
            } => {
                self.stmts(init.as_slice());
                self.exprs(&[*cond]);
                self.block(then, None);
                if let Some(els) = els {
                    self.else_branch(then.rbrace.0 - self.base + 1, *els);
                }
            }
            StmtKind::SwitchStmt { init, tag, body } => {
                self.stmts(init.as_slice());
                self.exprs(tag.as_slice());
                self.cases(&body.list);
            }
            StmtKind::TypeSwitchStmt { init, x, body, .. } => {
                self.stmts(init.as_slice());
                self.exprs(&[*x]);
                self.cases(&body.list);
            }
            StmtKind::SelectStmt { body } => {
                let clauses: Vec<_> = body.list.iter().map(|&c| file.comm(c)).collect();
                for c in &clauses {
                    let colon = c.colon.0 - self.base;
                    let end = c.span.hi - self.base;
                    self.list(colon + 1, end, colon, &c.body, false);
                }
                for c in clauses {
                    self.stmts(c.comm.as_slice());
                    self.stmts(&c.body);
                }
            }
            StmtKind::ForStmt {
                init,
                cond,
                post,
                body,
            } => {
                self.stmts(init.as_slice());
                self.exprs(cond.as_slice());
                self.stmts(post.as_slice());
                self.block(body, None);
            }
            StmtKind::RangeStmt { lhs, x, body, .. } => {
                self.exprs(lhs);
                self.exprs(&[*x]);
                self.block(body, None);
            }
            _ => {
                let mut found = Vec::new();
                stmt_func_lits(file, s, &mut found);
                for e in found {
                    if let ExprKind::FuncLit { body, .. } = &file.expr(e).kind {
                        self.block(body, None);
                    }
                }
            }
        }
    }

    fn cases(&mut self, list: &[crate::syntax::ast::CaseClauseId]) {
        let file = self.file;
        for &c in list {
            let c = file.case(c);
            let colon = c.colon.0 - self.base;
            let end = c.span.hi - self.base;
            self.list(colon + 1, end, colon, &c.body, false);
        }
        for &c in list {
            let c = file.case(c);
            self.exprs(c.exprs.as_deref().unwrap_or_default());
            self.stmts(&c.body);
        }
    }

    /// What comes after an if's block: counted as if it began right after the word `else`.
    fn else_branch(&mut self, after: u32, els: StmtId) {
        let file = self.file;
        let next = self.tokens.partition_point(|t| t.0 < after);
        let pos = self.tokens.get(next).map_or(after, |t| t.1);
        match &file.stmt(els).kind {
            StmtKind::BlockStmt(b) => self.block(b, Some(pos)),
            _ => {
                let end = self.end(els) + 1;
                self.list(
                    pos,
                    end.min(self.source.src().len() as u32),
                    pos,
                    &[els],
                    true,
                );
                self.stmt(els);
            }
        }
    }

    fn is_control(&self, s: StmtId) -> bool {
        matches!(
            self.file.stmt(s).kind,
            StmtKind::ForStmt { .. }
                | StmtKind::RangeStmt { .. }
                | StmtKind::SwitchStmt { .. }
                | StmtKind::SelectStmt { .. }
                | StmtKind::TypeSwitchStmt { .. }
        )
    }

    /// Whether control can go elsewhere after the statement.
    fn ends_stretch(&self, s: StmtId) -> bool {
        match &self.file.stmt(s).kind {
            StmtKind::BlockStmt(_)
            | StmtKind::BranchStmt { .. }
            | StmtKind::IfStmt { .. }
            | StmtKind::LabeledStmt { .. } => true,
            _ if self.is_control(s) => true,
            StmtKind::ExprStmt { x } => self.is_panic(*x) || self.first_literal(&[s]).is_some(),
            _ => self.first_literal(&[s]).is_some(),
        }
    }

    fn is_panic(&self, e: ExprId) -> bool {
        let ExprKind::CallExpr { fun, args, .. } = &self.file.expr(e).kind else {
            return false;
        };
        let name = self.file.as_ident(*fun).map(|i| self.file.name_of(i));
        args.len() == 1 && name.is_some_and(|n| self.names.resolve(n) == "panic")
    }

    /// Where the body of the first function literal in statements begins.
    fn first_literal(&self, list: &[StmtId]) -> Option<u32> {
        let mut found = Vec::new();
        for &s in list {
            stmt_func_lits(self.file, s, &mut found);
        }
        self.body_of_first(&found)
    }

    fn first_literal_in(&self, list: &[ExprId]) -> Option<u32> {
        let mut found = Vec::new();
        for &e in list {
            func_lits(self.file, e, &mut found);
        }
        self.body_of_first(&found)
    }

    fn body_of_first(&self, found: &[ExprId]) -> Option<u32> {
        match &self.file.expr(*found.first()?).kind {
            ExprKind::FuncLit { body, .. } => Some(body.lbrace.0 - self.base),
            _ => None,
        }
    }

    /// Where the stretch ends that the statement belongs to.
    fn boundary(&self, s: StmtId) -> u32 {
        let brace = |b: &AstBlock| b.lbrace.0 - self.base;
        match &self.file.stmt(s).kind {
            StmtKind::BlockStmt(b) => brace(b),
            StmtKind::IfStmt {
                init, cond, then, ..
            } => self
                .first_literal(init.as_slice())
                .or_else(|| self.first_literal_in(&[*cond]))
                .unwrap_or_else(|| brace(then)),
            StmtKind::ForStmt {
                init,
                cond,
                post,
                body,
            } => self
                .first_literal(init.as_slice())
                .or_else(|| self.first_literal_in(cond.as_slice()))
                .or_else(|| self.first_literal(post.as_slice()))
                .unwrap_or_else(|| brace(body)),
            StmtKind::LabeledStmt { stmt, .. } => self.boundary(*stmt),
            StmtKind::RangeStmt { x, body, .. } => {
                self.first_literal_in(&[*x]).unwrap_or_else(|| brace(body))
            }
            StmtKind::SwitchStmt { init, tag, body } => self
                .first_literal(init.as_slice())
                .or_else(|| self.first_literal_in(tag.as_slice()))
                .unwrap_or(body.lbrace.0 - self.base),
            StmtKind::SelectStmt { body } => body.lbrace.0 - self.base,
            StmtKind::TypeSwitchStmt { init, body, .. } => self
                .first_literal(init.as_slice())
                .unwrap_or(body.lbrace.0 - self.base),
            _ => self.first_literal(&[s]).unwrap_or_else(|| self.end(s)),
        }
    }
}

/// A statement of a list being cut; a label may stand without its statement.
#[derive(Clone, Copy)]
enum Item {
    Stmt(StmtId),
    Label(StmtId),
}

impl Item {
    fn stmt(self) -> StmtId {
        match self {
            Item::Stmt(s) | Item::Label(s) => s,
        }
    }
}

/// The function literals of a simple statement, outermost ones, in source order.
fn stmt_func_lits(file: &File, s: StmtId, out: &mut Vec<ExprId>) {
    let mut each = |list: &[ExprId]| {
        for &e in list {
            func_lits(file, e, out);
        }
    };
    match &file.stmt(s).kind {
        StmtKind::DeclStmt { decls } => {
            for &d in decls {
                if let DeclKind::VarSpec(v) = &file.decl(d).kind {
                    each(&v.values);
                }
            }
        }
        StmtKind::ExprStmt { x }
        | StmtKind::IncDecStmt { x, .. }
        | StmtKind::GoStmt { call: x }
        | StmtKind::DeferStmt { call: x } => each(&[*x]),
        StmtKind::SendStmt { chan, value } => each(&[*chan, *value]),
        StmtKind::AssignStmt { lhs, rhs, .. } => {
            each(lhs);
            each(rhs);
        }
        StmtKind::ReturnStmt { results } => each(results),
        _ => {}
    }
}

/// The outermost function literals of an expression, in source order.
fn func_lits(file: &File, e: ExprId, out: &mut Vec<ExprId>) {
    let mut below: Vec<ExprId> = Vec::new();
    match &file.expr(e).kind {
        ExprKind::FuncLit { .. } => return out.push(e),
        ExprKind::ParenExpr { x }
        | ExprKind::StarExpr { x }
        | ExprKind::SelectorExpr { x, .. }
        | ExprKind::UnaryExpr { x, .. } => below.push(*x),
        ExprKind::TypeAssertExpr { x, .. } => below.push(*x),
        ExprKind::BinaryExpr { x, y, .. } => below.extend([*x, *y]),
        ExprKind::KeyValueExpr { key, value } => below.extend([*key, *value]),
        ExprKind::IndexExpr { x, indices, .. } => {
            below.push(*x);
            below.extend(indices.iter().copied());
        }
        ExprKind::SliceExpr { x, lo, hi, max, .. } => {
            below.push(*x);
            below.extend([lo, hi, max].into_iter().flatten().copied());
        }
        ExprKind::CallExpr { fun, args, .. } => {
            below.push(*fun);
            below.extend(args.iter().copied());
        }
        ExprKind::CompositeLit { elems, .. } => below.extend(elems.iter().copied()),
        _ => {}
    }
    for b in below {
        func_lits(file, b, out);
    }
}
