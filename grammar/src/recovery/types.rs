//! Types, fields and parameters.

use super::expr::{Form, X};
use super::*;

/// What a parameter list is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ParamContext {
    /// Parameters of a function: the last may be variadic.
    Params,
    /// Results or a receiver.
    Other,
    /// Type parameters: all have names, and constraints may be unions.
    TypeParams,
    /// What stands in the brackets after a name in an interface.
    TypeArgs,
}

/// A parameter as far as messages need it.
struct Param {
    name: Option<Span>,
    ty: Option<Span>,
    dots: Option<Span>,
}

impl Walker<'_> {
    pub(super) fn type_(&mut self) -> X {
        match self.type_or_none() {
            Some(x) => x,
            None => {
                let at = self.at;
                self.syntax_error("expected type");
                self.advance(&[
                    Stop::At(Tok::Comma),
                    Stop::At(Tok::Colon),
                    Stop::Semi,
                    Stop::At(Tok::Rparen),
                    Stop::At(Tok::Rbrack),
                    Stop::At(Tok::Rbrace),
                ]);
                self.x(Form::Bad, at, at)
            }
        }
    }

    pub(super) fn type_or_none(&mut self) -> Option<X> {
        if !self.enter() {
            self.leave();
            return None;
        }
        let x = self.type_inner();
        self.leave();
        x
    }

    fn type_inner(&mut self) -> Option<X> {
        let start = self.at;
        let form = match self.tok() {
            Tok::Star => {
                self.next();
                self.type_();
                Form::Deref
            }
            Tok::Arrow => {
                self.next();
                self.want(Tok::Chan);
                self.chan_elem();
                Form::Chan
            }
            Tok::Func => {
                self.next();
                self.func_type("function type");
                Form::FuncType
            }
            Tok::Lbrack => {
                self.array_or_slice_type();
                Form::CompositeType
            }
            Tok::Chan => {
                self.next();
                self.got(Tok::Arrow);
                self.chan_elem();
                Form::Chan
            }
            Tok::Map => {
                self.next();
                self.want(Tok::Lbrack);
                self.type_();
                self.want(Tok::Rbrack);
                self.type_();
                Form::CompositeType
            }
            Tok::Struct => {
                self.next();
                self.want(Tok::Lbrace);
                self.list(
                    "struct type",
                    Tok::Semi(Semi::Semicolon),
                    Tok::Rbrace,
                    &mut |w| {
                        w.field_decl();
                        false
                    },
                );
                Form::CompositeType
            }
            Tok::Interface => {
                self.next();
                self.want(Tok::Lbrace);
                self.list(
                    "interface type",
                    Tok::Semi(Semi::Semicolon),
                    Tok::Rbrace,
                    &mut |w| {
                        w.interface_elem();
                        false
                    },
                );
                Form::Interface
            }
            Tok::Ident(_) => {
                self.qualified_name(true);
                Form::TypeName
            }
            Tok::Lparen => {
                self.next();
                let x = self.type_();
                self.want(Tok::Rparen);
                return Some(x);
            }
            _ => return None,
        };
        Some(self.x(form, start, start))
    }

    fn chan_elem(&mut self) {
        if self.type_or_none().is_none() {
            self.syntax_error("missing channel element type");
        }
    }

    /// From `[` on.
    pub(super) fn array_or_slice_type(&mut self) {
        self.next();
        if self.got(Tok::Rbrack) {
            self.type_();
            return;
        }
        if !self.got(Tok::DotDotDot) {
            self.expr_level += 1;
            self.expr();
            self.expr_level -= 1;
        }
        if self.is(Tok::Comma) {
            self.syntax_error("unexpected comma; expected ]");
            self.next();
        }
        self.want(Tok::Rbrack);
        self.type_();
    }

    /// A name with an optional package in front and optional type arguments behind. With `first` the name is still to be read.
    fn qualified_name(&mut self, first: bool) {
        if first {
            if self.is_name() {
                self.next();
            } else {
                self.syntax_error("expected name");
                self.advance(&[Stop::At(Tok::Dot), Stop::Semi, Stop::At(Tok::Rbrace)]);
            }
        }
        if self.got(Tok::Dot) {
            self.name();
        }
        if self.got(Tok::Lbrack) {
            if self.is(Tok::Rbrack) {
                self.syntax_error("expected type argument list");
            } else {
                self.type_list(true);
            }
            self.want(Tok::Rbrack);
        }
    }

    /// Types separated by commas; whether there was a comma. Unless `strict`, the first may be an expression.
    pub(super) fn type_list(&mut self, strict: bool) -> (X, bool) {
        self.expr_level += 1;
        let x = if strict { self.type_() } else { self.expr() };
        let mut comma = false;
        while self.got(Tok::Comma) {
            comma = true;
            if self.type_or_none().is_none() {
                break;
            }
        }
        self.expr_level -= 1;
        (x, comma)
    }

    /// The type parameters, parameters and results of a function. With a context, type parameters are refused in its name.
    pub(super) fn func_type(&mut self, context: &str) {
        let opening = self.token().span;
        if self.got(Tok::Lbrack) {
            if !context.is_empty() {
                self.syntax_error_at(opening, &format!("{context} must have no type parameters"));
            }
            if self.is(Tok::Rbrack) {
                self.syntax_error("empty type parameter list");
                self.next();
            } else {
                self.param_list(Tok::Rbrack, ParamContext::TypeParams);
            }
        }
        self.want(Tok::Lparen);
        self.param_list(Tok::Rparen, ParamContext::Params);
        if self.got(Tok::Lparen) {
            self.param_list(Tok::Rparen, ParamContext::Other);
        } else {
            self.type_or_none();
        }
    }

    fn tag(&mut self) {
        if self.is_literal() {
            self.next();
        }
    }

    fn field_decl(&mut self) {
        match self.tok() {
            Tok::Ident(_) => {
                self.next();
                if matches!(
                    self.tok(),
                    Tok::Dot | Tok::Literal(..) | Tok::Semi(_) | Tok::Rbrace
                ) {
                    self.qualified_name(false);
                    self.tag();
                    return;
                }
                let mut several = false;
                while self.got(Tok::Comma) {
                    several = true;
                    self.name();
                }
                if !several && self.is(Tok::Lbrack) {
                    self.array_or_type_args();
                } else {
                    self.type_();
                }
                self.tag();
            }
            Tok::Star => {
                self.next();
                if self.is(Tok::Lparen) {
                    self.syntax_error("cannot parenthesize embedded type");
                    self.next();
                    self.qualified_name(true);
                    self.got(Tok::Rparen);
                } else {
                    self.qualified_name(true);
                }
                self.tag();
            }
            Tok::Lparen => {
                self.syntax_error("cannot parenthesize embedded type");
                self.next();
                self.got(Tok::Star);
                self.qualified_name(true);
                self.got(Tok::Rparen);
                self.tag();
            }
            _ => {
                self.syntax_error("expected field name or embedded type");
                self.advance(&[Stop::Semi, Stop::At(Tok::Rbrace)]);
            }
        }
    }

    /// From `[` on: an array or slice type (true) or type arguments (false).
    fn array_or_type_args(&mut self) -> bool {
        self.next();
        if self.got(Tok::Rbrack) {
            self.type_();
            return true;
        }
        let (_, comma) = self.type_list(false);
        self.want(Tok::Rbrack);
        !comma && self.type_or_none().is_some()
    }

    fn interface_elem(&mut self) {
        if !self.is_name() {
            self.embedded_elem();
            return;
        }
        self.next();
        match self.tok() {
            Tok::Lparen => {
                self.func_type("interface method");
                return;
            }
            Tok::Lbrack => {
                let opening = self.token().span;
                self.next();
                if self.is(Tok::Rbrack) {
                    let at = self.token().span;
                    self.next();
                    if self.is(Tok::Lparen) {
                        self.error_at(at, "empty type parameter list");
                        self.func_type("interface method");
                        return;
                    }
                    self.error_at(at, "empty type argument list");
                } else {
                    let before = self.errors.len();
                    let named = self.param_list_named(Tok::Rbrack, ParamContext::TypeArgs);
                    let failed = self.errors.len() > before && self.is(Tok::Lparen);
                    if named || failed {
                        self.func_type("interface method");
                        if named {
                            self.error_at(opening, "interface method must have no type parameters");
                        }
                        return;
                    }
                }
            }
            _ => self.qualified_name(false),
        }
        self.union_rest();
    }

    fn union_rest(&mut self) {
        while self.got(Tok::Or) {
            self.embedded_term();
        }
    }

    fn embedded_elem(&mut self) {
        self.embedded_term();
        self.union_rest();
    }

    fn embedded_term(&mut self) {
        if self.got(Tok::Tilde) {
            self.type_();
        } else if self.type_or_none().is_none() {
            self.syntax_error("expected ~ term or type");
            self.advance(&[
                Stop::Operator,
                Stop::Semi,
                Stop::At(Tok::Rparen),
                Stop::At(Tok::Rbrack),
                Stop::At(Tok::Rbrace),
            ]);
        }
    }

    fn span_from(&self, at: usize) -> Span {
        self.tokens[at].span
    }

    fn param_decl(&mut self, close: Tok) -> Option<Param> {
        let sets = close == Tok::Rbrack;
        let start = self.at;
        let here = self.span_from(start);
        let mut param = Param {
            name: None,
            ty: None,
            dots: None,
        };
        if sets && self.is(Tok::Tilde) {
            self.embedded_elem();
            param.ty = Some(here);
            return Some(param);
        }
        if self.is_name() {
            self.next();
            if self.is(Tok::Lbrack) {
                let bracket = self.token().span;
                if self.array_or_type_args() {
                    param.name = Some(here);
                    param.ty = Some(bracket);
                } else {
                    param.ty = Some(here);
                }
                if sets {
                    self.union_rest();
                }
                return Some(param);
            }
            if self.is(Tok::Dot) {
                self.qualified_name(false);
                param.ty = Some(here);
                if sets {
                    self.union_rest();
                }
                return Some(param);
            }
            if sets && self.is(Tok::Or) {
                self.union_rest();
                param.ty = Some(here);
                return Some(param);
            }
            param.name = Some(here);
        }
        if self.is(Tok::DotDotDot) {
            let dots = self.token().span;
            self.next();
            param.ty = Some(dots);
            if self.type_or_none().is_none() {
                self.syntax_error("... is missing type");
            } else {
                param.dots = Some(dots);
            }
            return Some(param);
        }
        let at = self.token().span;
        if sets && self.is(Tok::Tilde) {
            self.embedded_elem();
            param.ty = Some(at);
            return Some(param);
        }
        if self.type_or_none().is_some() {
            param.ty = Some(at);
            if sets {
                self.union_rest();
            }
        }
        if param.name.is_some() || param.ty.is_some() {
            return Some(param);
        }
        self.syntax_error(&format!("expected {}", close.expected()));
        self.advance(&[Stop::At(Tok::Comma), Stop::At(close)]);
        None
    }

    /// A parameter list after its opening bracket; how many parameters there are.
    pub(super) fn param_list(&mut self, close: Tok, context: ParamContext) -> usize {
        self.params(close, context).len()
    }

    /// The same; whether the first parameter has a name.
    fn param_list_named(&mut self, close: Tok, context: ParamContext) -> bool {
        self.params(close, context)
            .first()
            .is_some_and(|p| p.name.is_some())
    }

    fn params(&mut self, close: Tok, context: ParamContext) -> Vec<Param> {
        let mut list: Vec<Param> = Vec::new();
        let end = self.list("parameter list", Tok::Comma, close, &mut |w| {
            list.extend(w.param_decl(close));
            false
        });
        if list.is_empty() {
            return list;
        }
        let need_names = context == ParamContext::TypeParams;
        let named = list
            .iter()
            .filter(|p| p.name.is_some() && p.ty.is_some())
            .count();
        let typed = list.iter().filter(|p| p.ty.is_some()).count();
        if named == 0 && !need_names {
            for p in &mut list {
                if p.ty.is_none() {
                    p.ty = p.name.take();
                }
            }
        } else if named != list.len() {
            let mut at = None;
            let mut have_type = false;
            for p in list.iter().rev() {
                if let Some(ty) = p.ty {
                    have_type = true;
                    if p.name.is_none() {
                        at = Some(ty);
                    }
                } else if !have_type {
                    at = p.name;
                }
            }
            if let Some(at) = at {
                let (at, words) = match (named == typed, need_names) {
                    (true, true) => (end.span, "missing type constraint"),
                    (true, false) => (end.span, "missing parameter type"),
                    (false, true) if list.len() == 1 => {
                        (at, "missing type parameter name or invalid array length")
                    }
                    (false, true) => (at, "missing type parameter name"),
                    (false, false) => (at, "missing parameter name"),
                };
                self.syntax_error_at(at, words);
            }
        }
        let variadic = context == ParamContext::Params;
        let count = list.len();
        let wrong = list
            .iter()
            .enumerate()
            .find_map(|(i, p)| p.dots.filter(|_| !variadic || i + 1 < count));
        if let Some(at) = wrong {
            let words = if variadic {
                "can only use ... with final parameter"
            } else {
                "invalid use of ..."
            };
            self.error_at(at, words);
        }
        list
    }
}
