//! Tokens and trees as text, for `golite tokens` and `golite ast`.

use std::fmt::Write;

use super::ast::*;
use super::token::{Semi, Tok};
use crate::base::{FileId, Interner, Pos, SourceMap};

/// The tokens of a file, one per line: position, kind, text. Inserted semicolons show why they are there.
pub fn dump_tokens(map: &SourceMap, file: FileId, names: &Interner) -> String {
    let source = map.file(file);
    let lexed = golite_grammar::lexer::lex(source.src(), source.base(), names);
    let mut out = String::new();
    let show = |out: &mut String, pos: Pos, text: String| {
        let (line, col) = source.line_col(pos.0 - source.base().0);
        let _ = writeln!(out, "{:<8} {text}", format!("{line}:{col}"));
    };
    for t in &lexed.tokens {
        let text = match t.tok {
            Tok::Ident(s) => format!("ident    {}", names.resolve(s)),
            Tok::Literal(kind, s, _) => {
                format!(
                    "{:<8} {}",
                    format!("{kind:?}").to_lowercase(),
                    names.resolve(s).escape_debug()
                )
            }
            Tok::AssignOp(op) => format!("op       {}=", op.as_str()),
            Tok::Semi(Semi::Semicolon) => "op       ;".into(),
            Tok::Semi(Semi::Newline) => "op       ; (newline)".into(),
            Tok::Semi(Semi::Eof) => "op       ; (EOF)".into(),
            Tok::Eof => "EOF".into(),
            t if t.is_keyword() => format!("keyword  {}", t.text()),
            t => format!("op       {}", t.text()),
        };
        show(&mut out, t.pos(), text);
    }
    for e in &lexed.errors {
        show(&mut out, e.span.start(), format!("error    {}", e.message));
    }
    out
}

/// The tree of a file, one node per line, children indented, with line and column of gc's node position.
pub fn dump_ast(map: &SourceMap, file: &File, names: &Interner) -> String {
    // Chains may be thousands of nodes deep.
    let work = || {
        let mut d = Dumper {
            map,
            file,
            names,
            out: String::new(),
            depth: 0,
        };
        d.file();
        d.out
    };
    let spawned = std::thread::scope(|s| {
        let thread = std::thread::Builder::new()
            .stack_size(64 << 20)
            .spawn_scoped(s, work);
        thread.ok().and_then(|t| t.join().ok())
    });
    spawned.unwrap_or_default()
}

struct Dumper<'a> {
    map: &'a SourceMap,
    file: &'a File,
    names: &'a Interner,
    out: String,
    depth: usize,
}

impl Dumper<'_> {
    fn line(&mut self, role: &str, text: &str, pos: Pos) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
        if !role.is_empty() {
            let _ = write!(self.out, "{role}: ");
        }
        self.out.push_str(text);
        if let Some(l) = self.map.location(pos) {
            let _ = write!(self.out, " @{}:{}", l.line, l.col);
        }
        self.out.push('\n');
    }

    fn nest(&mut self, f: impl FnOnce(&mut Self)) {
        self.depth += 1;
        f(self);
        self.depth -= 1;
    }

    fn name(&self, id: IdentId) -> String {
        self.names.resolve(self.file.name_of(id)).to_string()
    }

    fn name_list(&self, ids: &[IdentId]) -> String {
        ids.iter()
            .map(|&i| self.name(i))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn file(&mut self) {
        let file = self.file;
        let name = file.name.map_or("-".to_string(), |n| self.name(n));
        self.line("", &format!("File {name}"), file.package);
        self.nest(|d| {
            for p in &file.pragmas {
                d.line("", &format!("Pragma {}", p.text), p.pos);
            }
            for &x in &file.decls {
                d.decl(x);
            }
            for &s in &file.stmts {
                d.stmt("", s);
            }
            if let Some(x) = file.expr {
                d.expr("", x);
            }
        });
    }

    fn decl(&mut self, id: DeclId) {
        let file = self.file;
        let decl = file.decl(id);
        let pos = decl.pos;
        match &decl.kind {
            DeclKind::BadDecl => self.line("", "BadDecl", pos),
            DeclKind::ImportSpec(s) => {
                let name = s.name.map_or(String::new(), |n| self.name(n) + " ");
                let path = file.expr_string(s.path, self.names);
                self.line("", &format!("ImportSpec {name}{path}"), pos);
            }
            DeclKind::ConstSpec(s) => {
                let inherited = if s.inherited.is_some() {
                    " repeated"
                } else {
                    ""
                };
                self.line(
                    "",
                    &format!(
                        "ConstSpec {} iota={}{inherited}",
                        self.name_list(&s.names),
                        s.iota
                    ),
                    pos,
                );
                self.nest(|d| d.typed_values(s.ty, &s.values));
            }
            DeclKind::VarSpec(s) => {
                self.line("", &format!("VarSpec {}", self.name_list(&s.names)), pos);
                self.nest(|d| d.typed_values(s.ty, &s.values));
            }
            DeclKind::TypeSpec(s) => {
                let alias = if s.alias { " =" } else { "" };
                self.line("", &format!("TypeSpec {}{alias}", self.name(s.name)), pos);
                self.nest(|d| {
                    d.opt_fields("type params", &s.type_params);
                    d.expr("", s.ty);
                });
            }
            DeclKind::FuncDecl(f) => {
                self.line("", &format!("FuncDecl {}", self.name(f.name)), pos);
                self.nest(|d| {
                    if let Some(r) = f.recv {
                        d.field("recv", r);
                    }
                    d.opt_fields("type params", &f.type_params);
                    d.expr("", f.ty);
                    if let Some(b) = file.func_body(f) {
                        d.block("body", b);
                    }
                });
            }
        }
    }

    fn typed_values(&mut self, ty: Option<ExprId>, values: &[ExprId]) {
        if let Some(t) = ty {
            self.expr("type", t);
        }
        for &v in values {
            self.expr("value", v);
        }
    }

    fn opt_fields(&mut self, role: &str, list: &Option<FieldList>) {
        if let Some(list) = list {
            self.fields(role, list);
        }
    }

    fn fields(&mut self, role: &str, list: &FieldList) {
        if !list.list.is_empty() {
            self.line("", role, list.opening);
            self.nest(|d| {
                for &f in &*list.list {
                    d.field("", f);
                }
            });
        }
    }

    fn field(&mut self, role: &str, id: FieldId) {
        let f = self.file.field(id);
        self.line(
            role,
            format!("Field {}", self.name_list(&f.names)).trim_end(),
            f.span.start(),
        );
        self.nest(|d| {
            d.expr("", f.ty);
            if let Some(t) = f.tag {
                d.expr("tag", t);
            }
        });
    }

    fn block(&mut self, role: &str, b: &Block) {
        self.line(role, "Block", b.lbrace);
        self.nest(|d| d.stmts(&b.stmts));
    }

    fn stmts(&mut self, list: &[StmtId]) {
        for &s in list {
            self.stmt("", s);
        }
    }

    fn exprs(&mut self, role: &str, list: &[ExprId]) {
        for &x in list {
            self.expr(role, x);
        }
    }

    fn opt_stmt(&mut self, role: &str, s: Option<StmtId>) {
        if let Some(s) = s {
            self.stmt(role, s);
        }
    }

    fn opt_expr(&mut self, role: &str, x: Option<ExprId>) {
        if let Some(x) = x {
            self.expr(role, x);
        }
    }

    fn stmt(&mut self, role: &str, id: StmtId) {
        let file = self.file;
        let s = file.stmt(id);
        let pos = s.pos;
        match &s.kind {
            StmtKind::BadStmt => self.line(role, "BadStmt", pos),
            StmtKind::EmptyStmt => self.line(role, "EmptyStmt", pos),
            StmtKind::DeclStmt { decls } => {
                self.line(role, "DeclStmt", pos);
                self.nest(|d| decls.iter().for_each(|&x| d.decl(x)));
            }
            StmtKind::LabeledStmt { label, stmt } => {
                self.line(role, &format!("LabeledStmt {}", self.name(*label)), pos);
                self.nest(|d| d.stmt("", *stmt));
            }
            StmtKind::ExprStmt { x } => {
                self.line(role, "ExprStmt", pos);
                self.nest(|d| d.expr("", *x));
            }
            StmtKind::SendStmt { chan, value } => {
                self.line(role, "SendStmt", pos);
                self.nest(|d| d.exprs("", &[*chan, *value]));
            }
            StmtKind::IncDecStmt { x, inc } => {
                self.line(
                    role,
                    if *inc {
                        "IncDecStmt ++"
                    } else {
                        "IncDecStmt --"
                    },
                    pos,
                );
                self.nest(|d| d.expr("", *x));
            }
            StmtKind::AssignStmt {
                lhs,
                op,
                define,
                rhs,
            } => {
                let op = op.map_or("", |o| o.as_str());
                self.line(
                    role,
                    &format!("AssignStmt {op}{}", if *define { ":=" } else { "=" }),
                    pos,
                );
                self.nest(|d| {
                    d.exprs("lhs", lhs);
                    d.exprs("rhs", rhs);
                });
            }
            StmtKind::GoStmt { call } => {
                self.line(role, "GoStmt", pos);
                self.nest(|d| d.expr("", *call));
            }
            StmtKind::DeferStmt { call } => {
                self.line(role, "DeferStmt", pos);
                self.nest(|d| d.expr("", *call));
            }
            StmtKind::ReturnStmt { results } => {
                self.line(role, "ReturnStmt", pos);
                self.nest(|d| d.exprs("", results));
            }
            StmtKind::BranchStmt { tok, label } => {
                let label = label.map_or(String::new(), |l| format!(" {}", self.name(l)));
                self.line(role, &format!("BranchStmt {}{label}", tok.as_str()), pos);
            }
            StmtKind::BlockStmt(b) => self.block(role, b),
            StmtKind::IfStmt {
                init,
                cond,
                then,
                els,
            } => {
                self.line(role, "IfStmt", pos);
                self.nest(|d| {
                    d.opt_stmt("init", *init);
                    d.expr("cond", *cond);
                    d.block("then", then);
                    d.opt_stmt("else", *els);
                });
            }
            StmtKind::SwitchStmt { init, tag, body } => {
                self.line(role, "SwitchStmt", pos);
                self.nest(|d| {
                    d.opt_stmt("init", *init);
                    d.opt_expr("tag", *tag);
                    d.cases(&body.list);
                });
            }
            StmtKind::TypeSwitchStmt {
                init,
                bind,
                x,
                body,
                ..
            } => {
                let bind = bind.map_or(String::new(), |b| format!(" {}", self.name(b)));
                self.line(role, &format!("TypeSwitchStmt{bind}"), pos);
                self.nest(|d| {
                    d.opt_stmt("init", *init);
                    d.expr("x", *x);
                    d.cases(&body.list);
                });
            }
            StmtKind::SelectStmt { body } => {
                self.line(role, "SelectStmt", pos);
                self.nest(|d| {
                    for &c in &*body.list {
                        let clause = file.comm(c);
                        d.line(
                            "",
                            if clause.comm.is_some() {
                                "CommClause"
                            } else {
                                "CommClause default"
                            },
                            clause.pos,
                        );
                        d.nest(|d| {
                            d.opt_stmt("comm", clause.comm);
                            d.stmts(&clause.body);
                        });
                    }
                });
            }
            StmtKind::ForStmt {
                init,
                cond,
                post,
                body,
            } => {
                self.line(role, "ForStmt", pos);
                self.nest(|d| {
                    d.opt_stmt("init", *init);
                    d.opt_expr("cond", *cond);
                    d.opt_stmt("post", *post);
                    d.block("body", body);
                });
            }
            StmtKind::RangeStmt {
                lhs,
                define,
                x,
                body,
                ..
            } => {
                let op = if lhs.is_empty() {
                    ""
                } else {
                    ["=", ":="][usize::from(*define)]
                };
                self.line(role, format!("RangeStmt {op}").trim_end(), pos);
                self.nest(|d| {
                    d.exprs("lhs", lhs);
                    d.expr("x", *x);
                    d.block("body", body);
                });
            }
        }
    }

    fn cases(&mut self, list: &[CaseClauseId]) {
        for &c in list {
            let clause = self.file.case(c);
            self.line(
                "",
                if clause.exprs.is_some() {
                    "CaseClause"
                } else {
                    "CaseClause default"
                },
                clause.pos,
            );
            self.nest(|d| {
                d.exprs("case", clause.exprs.as_deref().unwrap_or(&[]));
                d.stmts(&clause.body);
            });
        }
    }

    fn expr(&mut self, role: &str, id: ExprId) {
        let file = self.file;
        let e = file.expr(id);
        let pos = e.pos;
        match &e.kind {
            ExprKind::BadExpr => self.line(role, "BadExpr", pos),
            ExprKind::Ident(i) => self.line(role, &format!("Ident {}", self.name(*i)), pos),
            ExprKind::BasicLit { kind, value } => {
                let text = self.names.resolve(*value).replace('\n', "\\n");
                self.line(role, &format!("BasicLit {kind:?} {text}"), pos);
            }
            ExprKind::CompositeLit { ty, elems, .. } => {
                self.line(role, "CompositeLit", pos);
                self.nest(|d| {
                    d.opt_expr("type", *ty);
                    d.exprs("", elems);
                });
            }
            ExprKind::FuncLit { ty, body } => {
                self.line(role, "FuncLit", pos);
                self.nest(|d| {
                    d.expr("", *ty);
                    d.block("body", body);
                });
            }
            ExprKind::ParenExpr { x } => self.unary(role, "ParenExpr", pos, *x),
            ExprKind::SelectorExpr { x, sel } => {
                let text = format!("SelectorExpr .{}", self.name(*sel));
                self.unary(role, &text, pos, *x);
            }
            ExprKind::IndexExpr { x, indices, .. } => {
                self.line(role, "IndexExpr", pos);
                self.nest(|d| {
                    d.expr("", *x);
                    d.exprs("index", indices);
                });
            }
            ExprKind::SliceExpr { x, lo, hi, max, .. } => {
                self.line(role, "SliceExpr", pos);
                self.nest(|d| {
                    d.expr("", *x);
                    d.opt_expr("low", *lo);
                    d.opt_expr("high", *hi);
                    d.opt_expr("max", *max);
                });
            }
            ExprKind::TypeAssertExpr { x, ty } => {
                self.line(role, "TypeAssertExpr", pos);
                self.nest(|d| {
                    d.expr("", *x);
                    d.opt_expr("type", *ty);
                });
            }
            ExprKind::CallExpr {
                fun,
                args,
                has_dots,
                ..
            } => {
                self.line(
                    role,
                    if *has_dots {
                        "CallExpr ..."
                    } else {
                        "CallExpr"
                    },
                    pos,
                );
                self.nest(|d| {
                    d.expr("fun", *fun);
                    d.exprs("arg", args);
                });
            }
            ExprKind::StarExpr { x } => self.unary(role, "StarExpr", pos, *x),
            ExprKind::UnaryExpr { op, x } => {
                self.unary(role, &format!("UnaryExpr {}", op.as_str()), pos, *x)
            }
            ExprKind::BinaryExpr { op, x, y } => {
                self.line(role, &format!("BinaryExpr {}", op.as_str()), pos);
                self.nest(|d| d.exprs("", &[*x, *y]));
            }
            ExprKind::KeyValueExpr { key, value } => {
                self.line(role, "KeyValueExpr", pos);
                self.nest(|d| d.exprs("", &[*key, *value]));
            }
            ExprKind::ArrayType { len, elem } => {
                self.line(
                    role,
                    if len.is_some() {
                        "ArrayType"
                    } else {
                        "ArrayType slice"
                    },
                    pos,
                );
                self.nest(|d| {
                    d.opt_expr("len", *len);
                    d.expr("elem", *elem);
                });
            }
            ExprKind::StructType { fields } => {
                self.line(role, "StructType", pos);
                self.nest(|d| d.fields("fields", fields));
            }
            ExprKind::FuncType { params, results } => {
                self.line(role, "FuncType", pos);
                self.nest(|d| {
                    d.fields("params", params);
                    d.fields("results", results);
                });
            }
            ExprKind::InterfaceType { methods } => {
                self.line(role, "InterfaceType", pos);
                self.nest(|d| d.fields("methods", methods));
            }
            ExprKind::MapType { key, value } => {
                self.line(role, "MapType", pos);
                self.nest(|d| d.exprs("", &[*key, *value]));
            }
            ExprKind::ChanType { dir, elem } => {
                self.unary(role, &format!("ChanType {dir:?}"), pos, *elem)
            }
            ExprKind::Ellipsis { elem } => {
                self.line(role, "Ellipsis", pos);
                self.nest(|d| d.opt_expr("", *elem));
            }
        }
    }

    fn unary(&mut self, role: &str, text: &str, pos: Pos, x: ExprId) {
        self.line(role, text, pos);
        self.nest(|d| d.expr("", x));
    }
}
