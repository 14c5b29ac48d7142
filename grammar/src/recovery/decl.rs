//! Files and declarations.

use super::types::ParamContext;
use super::*;
use crate::parse::names_function;

const DECL_STARTS: [Stop; 5] = [
    Stop::At(Tok::Import),
    Stop::At(Tok::Const),
    Stop::At(Tok::Type),
    Stop::At(Tok::Var),
    Stop::At(Tok::Func),
];

#[derive(Clone, Copy)]
pub(super) enum Spec {
    Import,
    Const,
    Type,
    Var,
}

impl Walker<'_> {
    pub(super) fn file(&mut self) {
        if !self.got(Tok::Package) {
            self.syntax_error("package statement must be first");
            return;
        }
        self.name();
        self.want_semi();
        if self.has_error() {
            return;
        }
        let mut previous = Tok::Import;
        let mut after_bodyless_func = false;
        while !self.is(Tok::Eof) {
            if self.is(Tok::Import) && previous != Tok::Import {
                self.syntax_error("imports must appear before other declarations");
            }
            previous = self.tok();
            let bodyless = std::mem::take(&mut after_bodyless_func);
            match self.tok() {
                Tok::Import => self.decl(Spec::Import),
                Tok::Const => self.decl(Spec::Const),
                Tok::Type => self.decl(Spec::Type),
                Tok::Var => self.decl(Spec::Var),
                Tok::Func => {
                    self.next();
                    after_bodyless_func = self.func_decl();
                }
                t => {
                    if t == Tok::Lbrace && bodyless {
                        self.syntax_error("unexpected semicolon or newline before {");
                    } else {
                        self.syntax_error("non-declaration statement outside function body");
                    }
                    self.advance(&DECL_STARTS);
                    continue;
                }
            }
            if !self.is(Tok::Eof) && !self.got_semi() {
                self.syntax_error("after top level declaration");
                self.advance(&DECL_STARTS);
            }
        }
    }

    pub(super) fn repl_entry(&mut self) {
        while !self.is(Tok::Eof) {
            let before = self.at;
            let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
            match self.tok() {
                Tok::Import => self.decl(Spec::Import),
                Tok::Func if names_function(rest) => {
                    self.next();
                    self.func_decl();
                }
                _ => {
                    self.in_func += 1;
                    if !self.stmt() {
                        self.syntax_error("at start of statement");
                        self.advance(&[Stop::Semi]);
                    }
                    self.in_func -= 1;
                }
            }
            if !self.is(Tok::Eof) && !self.got_semi() {
                self.syntax_error("at end of statement");
                self.advance(&[Stop::Semi]);
            }
            if self.at == before {
                self.next();
            }
        }
    }

    /// A declaration from its keyword on.
    pub(super) fn decl(&mut self, spec: Spec) {
        self.next();
        if self.got(Tok::Lparen) {
            let sep = Tok::Semi(Semi::Semicolon);
            self.list("grouped declaration", sep, Tok::Rparen, &mut |w| {
                w.spec(spec);
                false
            });
        } else {
            self.spec(spec);
        }
    }

    fn spec(&mut self, spec: Spec) {
        match spec {
            Spec::Import => self.import_spec(),
            Spec::Const => {
                self.name_list();
                if !self.is(Tok::Eof) && !self.is_semi() && !self.is(Tok::Rparen) {
                    self.type_or_none();
                    if self.got_assign() {
                        self.expr_list();
                    }
                }
            }
            Spec::Type => self.type_spec(),
            Spec::Var => {
                self.name_list();
                if self.got_assign() {
                    self.expr_list();
                } else {
                    self.type_();
                    if self.got_assign() {
                        self.expr_list();
                    }
                }
            }
        }
    }

    fn import_spec(&mut self) {
        if self.is_name() || self.is(Tok::Dot) {
            self.next();
        }
        match self.tok() {
            Tok::Literal(kind, _, ok) => {
                let span = self.token().span;
                self.next();
                if ok && kind != crate::ast::LitKind::String {
                    self.syntax_error_at(span, "import path must be a string");
                }
            }
            _ => {
                self.syntax_error("missing import path");
                self.advance(&[Stop::Semi, Stop::At(Tok::Rparen)]);
            }
        }
    }

    fn type_spec(&mut self) {
        self.name();
        let found = if self.token().tok == Tok::LbrackT {
            self.next();
            self.param_list(Tok::Rbrack, ParamContext::TypeParams);
            self.got_assign();
            self.type_or_none().is_some()
        } else if self.is(Tok::Lbrack) {
            self.array_or_slice_type();
            true
        } else {
            self.got_assign();
            self.type_or_none().is_some()
        };
        if !found {
            self.syntax_error("in type declaration");
            self.advance(&[Stop::Semi, Stop::At(Tok::Rparen)]);
        }
    }

    /// A function declaration after `func`; whether it has no body.
    pub(super) fn func_decl(&mut self) -> bool {
        let mut method = false;
        if self.got(Tok::Lparen) {
            method = true;
            let count = self.param_list(Tok::Rparen, ParamContext::Other);
            let span = self.token().span;
            match count {
                0 => self.error_at(span, "method has no receiver"),
                1 => {}
                _ => self.error_at(span, "method has multiple receivers"),
            }
        }
        if self.is_name() {
            self.next();
            self.func_type("");
        } else {
            self.syntax_error(if method {
                "expected name"
            } else {
                "expected name or ("
            });
            self.advance(&[Stop::At(Tok::Lbrace), Stop::Semi]);
        }
        let body = self.is(Tok::Lbrace);
        if body {
            self.func_body();
        }
        !body
    }

    pub(super) fn func_body(&mut self) {
        self.in_func += 1;
        self.block_stmt("");
        self.in_func -= 1;
    }

    pub(super) fn name(&mut self) {
        if self.is_name() {
            self.next();
        } else {
            self.syntax_error("expected name");
            self.advance(&[]);
        }
    }

    pub(super) fn name_list(&mut self) {
        self.name();
        while self.got(Tok::Comma) {
            self.name();
        }
    }
}
