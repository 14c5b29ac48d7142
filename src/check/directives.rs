//! Compiler directives (`//go:...`): that each stands before what it can be about and is well formed.
//!
//! gc reports what is wrong with a directive itself while parsing; that one is out of place only when nothing else is wrong.

use super::Checker;
use crate::base::Pos;
use crate::base::Span;
use crate::diag::Code;
use crate::syntax::ast::Decl;
use crate::syntax::ast::DeclKind;
use crate::syntax::ast::Pragma;

/// Directives about functions.
const FUNC_VERBS: &[&str] = &[
    "go:cgo_unsafe_args",
    "go:nocheckptr",
    "go:noescape",
    "go:noinline",
    "go:norace",
    "go:nosplit",
    "go:nowritebarrier",
    "go:nowritebarrierrec",
    "go:registerparams",
    "go:systemstack",
    "go:uintptrescapes",
    "go:uintptrkeepalive",
    "go:yeswritebarrierrec",
];

/// Directives that only package runtime may use.
const RUNTIME_VERBS: &[&str] = &[
    "go:nowritebarrier",
    "go:nowritebarrierrec",
    "go:systemstack",
    "go:yeswritebarrierrec",
];

/// What a directive stands before.
enum Owner {
    Package,
    /// Where its name is.
    Func {
        has_body: bool,
        name: Span,
    },
    Other,
    None,
}

impl<'a> Checker<'a> {
    /// Reports wrong directives in all files: those that gc finds while parsing, then, if nothing is wrong, the others.
    pub(crate) fn directives(&mut self) {
        self.all_directives(false);
        if self.diagnostics.is_empty() {
            self.all_directives(true);
        }
    }

    fn all_directives(&mut self, late: bool) {
        for i in 0..self.files.len() {
            if self.files[i].pragmas.is_empty() {
                continue;
            }
            self.set_file(i);
            for p in &self.file.pragmas {
                if let Some(text) = p.text.strip_prefix("//")
                    && text.starts_with("go:")
                {
                    self.directive(p, text, late);
                }
            }
        }
    }

    fn directive(&mut self, p: &Pragma, text: &str, late: bool) {
        let at = p.pos.plus(2).span();
        let verb = text.split(' ').next().unwrap_or(text);
        let words = text.split_whitespace().count();
        let of_func = FUNC_VERBS.contains(&verb);
        let known = of_func || verb == "go:build";
        let owner = self.owner(p.pos);
        if !late {
            if !self.alone_on_line(p.pos) {
                return self.misuse(at, "misplaced compiler directive");
            }
            match verb {
                "go:linkname" | "go:linknamestd" if !(2..=3).contains(&words) => {
                    self.misuse(at, &format!("usage: //{verb} localname [linkname]"));
                }
                "go:uintptrkeepalive" => {
                    let msg = "//go:uintptrkeepalive is only allowed in the standard library";
                    self.misuse(at, msg);
                }
                _ if RUNTIME_VERBS.contains(&verb) => {
                    self.misuse(at, &format!("//{verb} only allowed in runtime"));
                }
                _ if verb.starts_with("go:cgo_") && verb != "go:cgo_import_dynamic" => {
                    self.misuse(at, &format!("//{text} only allowed in cgo-generated code"));
                }
                _ => {}
            }
            if known && matches!(owner, Owner::None) {
                self.misuse(at, "misplaced compiler directive");
            }
            return;
        }
        match owner {
            _ if verb == "go:linkname" || verb == "go:linknamestd" => {
                if !self.imports("unsafe") {
                    let msg = format!("//{verb} only allowed in Go files that import \"unsafe\"");
                    self.misuse(at, &msg);
                }
            }
            Owner::Func {
                has_body: true,
                name,
            } if verb == "go:noescape" => {
                let msg = "can only use //go:noescape with external func implementations";
                self.misuse(name, msg);
            }
            Owner::Func { .. } if of_func => {}
            Owner::Package if verb == "go:build" => {}
            _ if known => self.misuse(at, "misplaced compiler directive"),
            _ => {}
        }
    }

    /// What the directive at `pos` is about: the declaration that follows, unless that is a group. In a function nothing but
    /// a declaration may follow.
    fn owner(&self, pos: Pos) -> Owner {
        let file = self.file;
        if pos < file.package {
            return Owner::Package;
        }
        let inside =
            |d: &Decl| matches!(d.kind, DeclKind::FuncDecl(_)) && d.pos < pos && pos < d.span.end();
        let around = file.decls.iter().map(|&d| file.decl(d)).find(|d| inside(d));
        let end = around.map_or(Pos(u32::MAX), |d| d.span.end());
        let next = file
            .all_decls()
            .filter(|d| d.pos > pos && d.pos < end)
            .min_by_key(|d| d.pos);
        let Some(d) = next else { return Owner::None };
        if d.grouped && pos < d.keyword || around.is_some() && !self.only_comments(pos, d) {
            return Owner::None;
        }
        match &d.kind {
            DeclKind::FuncDecl(f) => Owner::Func {
                has_body: f.body.is_some(),
                name: self.file.ident(f.name).span,
            },
            _ => Owner::Other,
        }
    }

    /// Whether only comments stand between the directive at `pos` and a declaration.
    fn only_comments(&self, pos: Pos, d: &Decl) -> bool {
        let to = if d.grouped { d.pos } else { d.keyword };
        let text = self.conf.sources.text(Span::new(pos, to));
        text.split(|&b| b == b'\n').all(|line| {
            let line = line.trim_ascii();
            line.is_empty() || line.starts_with(b"//")
        })
    }

    /// Whether nothing but blanks comes before `pos` on its line.
    fn alone_on_line(&self, pos: Pos) -> bool {
        let start = self.file.span.start();
        let before = self.conf.sources.text(Span::new(start, pos));
        before
            .iter()
            .rev()
            .take_while(|b| **b != b'\n')
            .all(u8::is_ascii_whitespace)
    }

    fn imports(&self, path: &str) -> bool {
        let file = self.file;
        file.decls.iter().any(|&d| match &file.decl(d).kind {
            DeclKind::ImportSpec(i) => {
                self.conf
                    .sources
                    .text(file.expr(i.path).span)
                    .get(1..)
                    .and_then(|s| s.strip_suffix(b"\"").or(s.strip_suffix(b"`")))
                    == Some(path.as_bytes())
            }
            _ => false,
        })
    }

    fn misuse(&mut self, at: Span, msg: &str) {
        self.err(at, Code::InvalidDirective, msg);
    }
}
