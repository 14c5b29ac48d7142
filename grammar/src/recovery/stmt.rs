//! Statements.

use super::decl::Spec;
use super::expr::{Form, X};
use super::*;

/// A simple statement, as far as messages need it.
#[derive(Clone, Copy)]
struct Simple {
    kind: Kind,
    /// gc's position.
    pos: Pos,
    /// Its tokens.
    lo: usize,
    hi: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Expr,
    Define,
    Other,
    Range,
}

impl Walker<'_> {
    fn simple_stmt(&mut self, lhs: Option<X>, keyword: Option<Tok>) -> Simple {
        let lo = lhs.map_or(self.at, |x| x.start);
        let done = |w: &Self, kind, pos| Simple {
            kind,
            pos,
            lo,
            hi: w.at,
        };
        if keyword == Some(Tok::For) && self.is(Tok::Range) {
            let pos = self.pos();
            self.next();
            self.expr();
            return done(self, Kind::Range, pos);
        }
        let lhs = lhs.unwrap_or_else(|| self.expr_list());
        let pos = self.pos();
        match self.tok() {
            Tok::Assign | Tok::Define => {
                let define = self.is(Tok::Define);
                self.next();
                if keyword == Some(Tok::For) && self.is(Tok::Range) {
                    let pos = self.pos();
                    self.next();
                    self.expr();
                    return done(self, Kind::Range, pos);
                }
                let rhs = self.expr_list();
                let guard = rhs.form == Form::Guard && !rhs.paren && keyword == Some(Tok::Switch);
                if define && guard && lhs.form == Form::Name && !lhs.paren {
                    return done(self, Kind::Expr, rhs.pos);
                }
                done(self, if define { Kind::Define } else { Kind::Other }, pos)
            }
            _ if lhs.form == Form::List => {
                self.syntax_error("expected := or = or comma");
                self.advance(&[Stop::Semi, Stop::At(Tok::Rbrace)]);
                done(self, Kind::Expr, lhs.pos)
            }
            Tok::AssignOp(_) | Tok::Arrow => {
                self.next();
                self.expr();
                done(self, Kind::Other, pos)
            }
            Tok::Inc | Tok::Dec => {
                self.next();
                done(self, Kind::Other, pos)
            }
            _ => done(self, Kind::Expr, lhs.pos),
        }
    }

    fn labeled_stmt(&mut self) -> bool {
        let colon = self.token().span;
        self.want(Tok::Colon);
        if self.is(Tok::Rbrace) || self.stmt() {
            return true;
        }
        self.syntax_error_at(colon, "missing statement after label");
        false
    }

    /// A block; `context` is what it follows, unless `{` is known to be there.
    pub(super) fn block_stmt(&mut self, context: &str) {
        if !self.enter() {
            self.leave();
            return;
        }
        if !self.got(Tok::Lbrace) {
            self.syntax_error(&format!("expected {{ after {context}"));
            self.advance(&[Stop::Name, Stop::At(Tok::Rbrace)]);
            if self.got(Tok::Rbrace) {
                self.leave();
                return;
            }
        }
        self.stmt_list();
        self.want(Tok::Rbrace);
        self.leave();
    }

    pub(super) fn stmt_list(&mut self) {
        while !matches!(
            self.tok(),
            Tok::Eof | Tok::Rbrace | Tok::Case | Tok::Default
        ) {
            if !self.stmt() {
                break;
            }
            if !self.got_semi() && !self.is(Tok::Rbrace) {
                self.syntax_error("at end of statement");
                self.advance(&[
                    Stop::Semi,
                    Stop::At(Tok::Rbrace),
                    Stop::At(Tok::Case),
                    Stop::At(Tok::Default),
                ]);
                self.got_semi();
            }
        }
    }

    /// A statement, if there is one.
    pub(super) fn stmt(&mut self) -> bool {
        if !self.enter() {
            self.leave();
            return false;
        }
        let found = self.stmt_inner();
        self.leave();
        found
    }

    fn stmt_inner(&mut self) -> bool {
        match self.tok() {
            Tok::Ident(_) => {
                let lhs = self.expr_list();
                if lhs.form == Form::Name && !lhs.paren && self.is(Tok::Colon) {
                    return self.labeled_stmt();
                }
                self.simple_stmt(Some(lhs), None);
            }
            Tok::Var => self.decl(Spec::Var),
            Tok::Const => self.decl(Spec::Const),
            Tok::Type => self.decl(Spec::Type),
            Tok::Lbrace => self.block_stmt(""),
            Tok::Add | Tok::Sub | Tok::Star | Tok::And | Tok::Xor | Tok::Not => {
                self.simple_stmt(None, None);
            }
            Tok::Literal(..)
            | Tok::Func
            | Tok::Lparen
            | Tok::Lbrack
            | Tok::Struct
            | Tok::Map
            | Tok::Chan
            | Tok::Interface
            | Tok::Arrow => {
                self.simple_stmt(None, None);
            }
            Tok::For => {
                self.header(Tok::For);
                self.block_stmt("for clause");
            }
            Tok::Switch => self.switch_stmt(),
            Tok::Select => self.select_stmt(),
            Tok::If => self.if_stmt(),
            Tok::Fallthrough => self.next(),
            Tok::Break | Tok::Continue => {
                self.next();
                if self.is_name() {
                    self.next();
                }
            }
            Tok::Go | Tok::Defer => {
                let keyword = self.tok().text();
                self.next();
                let x = self.primary_expr();
                if x.paren {
                    self.error_at(
                        x.pos.span(),
                        format!("expression in {keyword} must not be parenthesized"),
                    );
                }
            }
            Tok::Goto => {
                self.next();
                self.name();
            }
            Tok::Return => {
                self.next();
                if !self.is_semi() && !self.is(Tok::Rbrace) {
                    self.expr_list();
                }
            }
            Tok::Semi(_) => {}
            _ => return false,
        }
        true
    }

    /// The header of an if, for or switch statement.
    fn header(&mut self, keyword: Tok) {
        self.want(keyword);
        if self.is(Tok::Lbrace) {
            if keyword == Tok::If {
                self.syntax_error("missing condition in if statement");
            }
            return;
        }
        let outer = std::mem::replace(&mut self.expr_level, -1);
        self.header_parts(keyword);
        self.expr_level = outer;
    }

    fn header_parts(&mut self, keyword: Tok) {
        let mut init = None;
        if !self.is_semi() {
            if self.got(Tok::Var) {
                self.syntax_error(&format!(
                    "var declaration not allowed in {} initializer",
                    keyword.text()
                ));
            }
            let s = self.simple_stmt(None, Some(keyword));
            if s.kind == Kind::Range {
                return;
            }
            init = Some(s);
        }
        let mut cond = None;
        let mut semi = None;
        if self.is(Tok::Lbrace) {
            cond = init;
        } else {
            if self.is_semi() {
                semi = Some(self.token());
                self.next();
            } else {
                self.want(Tok::Lbrace);
                if !self.is(Tok::Lbrace) {
                    self.advance(&[Stop::At(Tok::Lbrace), Stop::At(Tok::Rbrace)]);
                }
            }
            if keyword == Tok::For {
                let mut headless = false;
                if !self.is_semi() {
                    if self.is(Tok::Lbrace) {
                        self.syntax_error("expected for loop condition");
                        headless = true;
                    } else {
                        cond = Some(self.simple_stmt(None, None));
                    }
                }
                if !headless {
                    self.want_semi();
                    if !self.is(Tok::Lbrace) {
                        let post = self.simple_stmt(None, None);
                        if post.kind == Kind::Define {
                            self.syntax_error_at(
                                post.pos.span(),
                                "cannot declare in post statement of for loop",
                            );
                        }
                    }
                }
            } else if !self.is(Tok::Lbrace) {
                cond = Some(self.simple_stmt(None, Some(keyword)));
            }
        }
        match (cond, semi) {
            (None, Some(semi)) if keyword == Tok::If => {
                if semi.tok == Tok::Semi(Semi::Semicolon) {
                    self.syntax_error_at(semi.span, "missing condition in if statement");
                } else {
                    let found = semi.tok.found(self.names);
                    self.syntax_error_at(
                        semi.span,
                        &format!("unexpected {found}, expected {{ after if clause"),
                    );
                }
            }
            (Some(s), _) if s.kind != Kind::Expr => self.cannot_use(s.lo, s.hi, s.pos),
            _ => {}
        }
    }

    fn if_stmt(&mut self) {
        loop {
            self.header(Tok::If);
            self.block_stmt("if clause");
            if !self.got(Tok::Else) {
                return;
            }
            match self.tok() {
                Tok::If => continue,
                Tok::Lbrace => self.block_stmt(""),
                _ => {
                    self.syntax_error("else must be followed by if or statement block");
                    self.advance(&[Stop::Name, Stop::At(Tok::Rbrace)]);
                }
            }
            return;
        }
    }

    fn switch_stmt(&mut self) {
        self.header(Tok::Switch);
        self.clauses("missing { after switch clause", &mut |w| {
            w.expr_list();
        });
    }

    fn select_stmt(&mut self) {
        self.want(Tok::Select);
        self.clauses("missing { after select clause", &mut |w| {
            w.simple_stmt(None, None);
        });
    }

    fn clauses(&mut self, missing: &str, head: &mut dyn FnMut(&mut Self)) {
        if !self.got(Tok::Lbrace) {
            self.syntax_error(missing);
            self.advance(&[
                Stop::At(Tok::Case),
                Stop::At(Tok::Default),
                Stop::At(Tok::Rbrace),
            ]);
        }
        while !self.is(Tok::Eof) && !self.is(Tok::Rbrace) {
            match self.tok() {
                Tok::Case => {
                    self.next();
                    head(self);
                }
                Tok::Default => self.next(),
                _ => {
                    self.syntax_error("expected case or default or }");
                    self.advance(&[
                        Stop::At(Tok::Colon),
                        Stop::At(Tok::Case),
                        Stop::At(Tok::Default),
                        Stop::At(Tok::Rbrace),
                    ]);
                }
            }
            self.want(Tok::Colon);
            self.stmt_list();
        }
        self.want(Tok::Rbrace);
    }
}
