//! Expressions.

use super::*;

/// What an expression is, as far as messages need it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Bad,
    Name,
    Selector,
    /// An index or instantiation that may be a type.
    Index,
    /// An array, slice, struct or map type.
    CompositeType,
    Chan,
    FuncType,
    Interface,
    /// A type name where only a type can stand.
    TypeName,
    /// `*x`
    Deref,
    /// `x.(type)`
    Guard,
    /// Certainly a value.
    Value,
    /// Several expressions.
    List,
}

/// An expression: its form, whether parentheses surround it, and its tokens.
#[derive(Clone, Copy)]
pub(super) struct X {
    pub(super) form: Form,
    pub(super) paren: bool,
    /// gc's position of the node.
    pub(super) pos: Pos,
    pub(super) start: usize,
}

impl Walker<'_> {
    pub(super) fn x(&self, form: Form, start: usize, pos: usize) -> X {
        X {
            form,
            paren: false,
            pos: self.tokens[pos].pos(),
            start,
        }
    }

    pub(super) fn expr(&mut self) -> X {
        self.binary_expr(0)
    }

    pub(super) fn expr_list(&mut self) -> X {
        let x = self.expr();
        if !self.is(Tok::Comma) {
            return x;
        }
        while self.got(Tok::Comma) {
            self.expr();
        }
        X {
            form: Form::List,
            ..x
        }
    }

    fn binary_expr(&mut self, above: u8) -> X {
        let mut x = self.unary_expr();
        while let Some(op) = self.tok().binary_op().filter(|op| op.precedence() > above) {
            let at = self.at;
            self.next();
            self.binary_expr(op.precedence());
            x = self.x(Form::Value, x.start, at);
        }
        x
    }

    fn unary_expr(&mut self) -> X {
        if !self.enter() {
            self.leave();
            return self.x(Form::Bad, self.at, self.at);
        }
        let x = self.unary_inner();
        self.leave();
        x
    }

    fn unary_inner(&mut self) -> X {
        let at = self.at;
        match self.tok() {
            Tok::Star => {
                self.next();
                self.unary_expr();
                self.x(Form::Deref, at, at)
            }
            Tok::Add | Tok::Sub | Tok::Not | Tok::Xor | Tok::Tilde | Tok::And => {
                self.next();
                self.unary_expr();
                self.x(Form::Value, at, at)
            }
            Tok::Arrow => {
                self.next();
                let x = self.unary_expr();
                if x.form == Form::Chan && !x.paren {
                    self.reassociate(x.start);
                    X { start: at, ..x }
                } else {
                    self.x(Form::Value, at, at)
                }
            }
            _ => self.primary_expr(),
        }
    }

    /// `<-` before the channel type at token `at` makes it receive-only, and what it sends in turn: `<-(chan<- T)` is
    /// `<-chan (<-T)`.
    fn reassociate(&mut self, mut at: usize) {
        loop {
            match (self.tokens[at].tok, self.tokens.get(at + 1).map(|t| t.tok)) {
                (Tok::Chan, Some(Tok::Arrow)) => at += 2,
                (Tok::Chan, _) => return,
                (Tok::Arrow, _) => return self.syntax_error("unexpected <-, expected chan"),
                _ => {
                    let text: String = self.tokens[at..self.at]
                        .iter()
                        .map(|t| match t.tok {
                            Tok::Ident(s) | Tok::Literal(_, s, _) => self.names.resolve(s),
                            t => t.text(),
                        })
                        .collect();
                    return self.syntax_error(&format!("unexpected {text}, expected chan"));
                }
            }
        }
    }

    fn operand(&mut self) -> X {
        let at = self.at;
        match self.tok() {
            Tok::Ident(_) => {
                self.next();
                self.x(Form::Name, at, at)
            }
            Tok::Literal(..) => {
                self.next();
                self.x(Form::Value, at, at)
            }
            Tok::Lparen => {
                self.next();
                self.expr_level += 1;
                let x = self.expr();
                self.expr_level -= 1;
                self.want(Tok::Rparen);
                X {
                    paren: true,
                    start: at,
                    pos: self.tokens[at].pos(),
                    ..x
                }
            }
            Tok::Func => {
                self.next();
                self.func_type("function type");
                if self.is(Tok::Lbrace) {
                    self.expr_level += 1;
                    self.func_body();
                    self.expr_level -= 1;
                    return self.x(Form::Value, at, at);
                }
                self.x(Form::FuncType, at, at)
            }
            Tok::Lbrack | Tok::Chan | Tok::Map | Tok::Struct | Tok::Interface => self.type_(),
            _ => {
                self.syntax_error("expected expression");
                self.advance(&[
                    Stop::At(Tok::Rparen),
                    Stop::At(Tok::Rbrack),
                    Stop::At(Tok::Rbrace),
                ]);
                self.x(Form::Bad, at, at)
            }
        }
    }

    pub(super) fn primary_expr(&mut self) -> X {
        let mut x = self.operand();
        loop {
            let at = self.at;
            match self.tok() {
                Tok::Dot => {
                    self.next();
                    match self.tok() {
                        Tok::Ident(_) => {
                            self.next();
                            x = self.x(Form::Selector, x.start, at);
                        }
                        Tok::Lparen => {
                            self.next();
                            if self.got(Tok::Type) {
                                x = self.x(Form::Guard, x.start, at);
                            } else {
                                self.type_();
                                x = self.x(Form::Value, x.start, at);
                            }
                            self.want(Tok::Rparen);
                        }
                        _ => {
                            self.syntax_error("expected name or (");
                            self.advance(&[Stop::Semi, Stop::At(Tok::Rparen)]);
                        }
                    }
                }
                Tok::Lbrack => x = self.index_or_slice(x),
                Tok::Lparen => {
                    self.next();
                    self.arguments();
                    x = self.x(Form::Value, x.start, at);
                }
                Tok::Lbrace => {
                    let literal = match x.form {
                        Form::Name | Form::Selector | Form::Index => self.expr_level >= 0,
                        Form::CompositeType => true,
                        _ => false,
                    };
                    if !literal {
                        return x;
                    }
                    if x.paren {
                        self.syntax_error("cannot parenthesize type in composite literal");
                    }
                    self.literal_value();
                    x = self.x(Form::Value, x.start, at);
                }
                _ => return x,
            }
        }
    }

    fn index_or_slice(&mut self, x: X) -> X {
        let at = self.at;
        self.next();
        let mut first = None;
        if !self.is(Tok::Colon) {
            let (i, comma) = if self.is(Tok::Rbrack) {
                self.syntax_error("expected operand");
                (self.x(Form::Bad, self.at, self.at), false)
            } else {
                self.type_list(false)
            };
            if comma || self.is(Tok::Rbrack) {
                self.want(Tok::Rbrack);
                let value = |x: X| x.form == Form::Value || x.form == Form::Guard;
                let form = if value(x) || !comma && value(i) {
                    Form::Value
                } else {
                    Form::Index
                };
                return self.x(form, x.start, at);
            }
            first = Some(i);
        }
        let _ = first;
        if !self.got(Tok::Colon) {
            self.syntax_error("expected comma, : or ]");
            self.advance(&[
                Stop::At(Tok::Comma),
                Stop::At(Tok::Colon),
                Stop::At(Tok::Rbrack),
            ]);
        }
        self.expr_level += 1;
        let mut middle = false;
        if !self.is(Tok::Colon) && !self.is(Tok::Rbrack) {
            middle = true;
            self.expr();
        }
        if self.is(Tok::Colon) {
            if !middle {
                self.error_at(self.token().span, "middle index required in 3-index slice");
            }
            self.next();
            if self.is(Tok::Rbrack) {
                self.error_at(self.token().span, "final index required in 3-index slice");
            } else {
                self.expr();
            }
        }
        self.expr_level -= 1;
        self.want(Tok::Rbrack);
        self.x(Form::Value, x.start, at)
    }

    fn arguments(&mut self) {
        self.expr_level += 1;
        self.list("argument list", Tok::Comma, Tok::Rparen, &mut |w| {
            w.expr();
            w.got(Tok::DotDotDot)
        });
        self.expr_level -= 1;
    }

    fn element(&mut self) {
        if self.is(Tok::Lbrace) {
            if self.enter() {
                self.literal_value();
            }
            self.leave();
        } else {
            self.expr();
        }
    }

    fn literal_value(&mut self) {
        self.expr_level += 1;
        self.want(Tok::Lbrace);
        self.list("composite literal", Tok::Comma, Tok::Rbrace, &mut |w| {
            w.element();
            if w.got(Tok::Colon) {
                w.element();
            }
            false
        });
        self.expr_level -= 1;
    }
}
