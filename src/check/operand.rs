//! Operands: intermediate values of checking an expression, and how messages describe them.

use crate::base::Span;
use crate::constant::Value;
use crate::diag::Code;
use crate::syntax::ast::ExprId;
use crate::types::BuiltinId;
use crate::types::ChanDir;
use crate::types::Type;
use crate::types::TypeId;

use super::Checker;

/// How an operand may be used.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Mode {
    /// It is invalid; an error was reported.
    #[default]
    Invalid,
    /// A call without result.
    NoValue,
    /// A built-in function.
    Builtin,
    /// A type.
    TypExpr,
    /// A constant.
    Constant,
    /// An addressable variable.
    Variable,
    /// An element of a map: assignable, not addressable; has a comma-ok form.
    MapIndex,
    /// A computed value.
    Value,
    /// The value nil.
    NilValue,
    /// A value with a comma-ok form.
    CommaOk,
}

impl Mode {
    /// The mode in the words of messages.
    pub fn describe(self) -> &'static str {
        match self {
            Mode::Invalid => "invalid operand",
            Mode::NoValue => "no value",
            Mode::Builtin => "built-in",
            Mode::TypExpr => "type",
            Mode::Constant => "constant",
            Mode::Variable => "variable",
            Mode::MapIndex => "map index expression",
            Mode::Value => "value",
            Mode::NilValue => "nil",
            Mode::CommaOk => "comma, ok expression",
        }
    }
}

/// An operand. The default is invalid.
#[derive(Clone, Debug, Default)]
pub struct Operand {
    /// How it may be used.
    pub mode: Mode,
    /// The expression it stands for, in the current file.
    pub expr: Option<ExprId>,
    /// Where it stands, when there is no expression of its own.
    pub pos: Span,
    /// What messages call it, when there is no expression of its own.
    pub name: Option<Box<str>>,
    /// Its type.
    pub ty: TypeId,
    /// Its value, for constants.
    pub val: Option<Value>,
    /// The function, for built-ins.
    pub id: Option<BuiltinId>,
}

impl Operand {
    /// An invalid operand.
    pub fn new() -> Operand {
        Operand::default()
    }

    /// An operand for an expression.
    pub fn of(mode: Mode, expr: ExprId, ty: TypeId) -> Operand {
        Operand {
            mode,
            expr: Some(expr),
            ty,
            ..Operand::default()
        }
    }

    /// An operand without expression, under a name.
    pub fn dummy(
        mode: Mode,
        pos: impl Into<Span>,
        name: impl Into<Box<str>>,
        ty: TypeId,
    ) -> Operand {
        Operand {
            mode,
            pos: pos.into(),
            name: Some(name.into()),
            ty,
            ..Operand::default()
        }
    }

    /// Whether it is not invalid.
    #[inline]
    pub fn is_valid(&self) -> bool {
        self.mode != Mode::Invalid
    }

    /// Makes it invalid.
    #[inline]
    pub fn invalidate(&mut self) {
        self.mode = Mode::Invalid;
    }

    /// Whether it is the value nil.
    pub fn is_nil(&self) -> bool {
        self.mode == Mode::NilValue
    }

    /// The constant value, unknown if there is none.
    pub fn value(&self) -> Value {
        self.val.clone().unwrap_or(Value::Unknown)
    }

    /// Makes it a constant.
    pub fn set_const(&mut self, ty: TypeId, val: Value) {
        self.mode = Mode::Constant;
        self.ty = ty;
        self.val = Some(val);
    }
}

impl Checker<'_> {
    /// The operand in the words of messages: `x (variable of type int)`.
    pub fn operand_str(&self, x: &Operand) -> String {
        let types = self.types;
        if x.mode == Mode::NilValue {
            return match x.ty {
                TypeId::INVALID => "nil (with invalid type)".into(),
                TypeId::UNTYPED_NIL => "nil".into(),
                t => format!("nil (of type {})", self.type_str(t)),
            };
        }
        let expr = match x.expr {
            Some(e) => self.expr_str(e),
            None if x.name.is_some() => self.operand_expr_str(x),
            None => match x.mode {
                Mode::Builtin => x.id.map_or("", |b| b.name()).to_string(),
                Mode::TypExpr => self.type_str(x.ty),
                Mode::Constant => x.value().to_string(),
                _ => String::new(),
            },
        };
        let mut out = String::new();
        if !expr.is_empty() {
            out.push_str(&expr);
            out.push_str(" (");
        }
        let mut has_type = false;
        if !matches!(
            x.mode,
            Mode::Invalid | Mode::NoValue | Mode::Builtin | Mode::TypExpr
        ) {
            match types.basic_kind(x.ty) {
                Some(k) if types.is_untyped(x.ty) => {
                    out.push_str(k.name());
                    out.push(' ');
                }
                _ => has_type = true,
            }
        }
        out.push_str(x.mode.describe());
        if x.mode == Mode::Constant {
            let s = x.value().to_string();
            if s != expr {
                out.push(' ');
                out.push_str(&s);
            }
        }
        if has_type {
            if types.is_valid(x.ty) {
                out.push_str(" of ");
                if types.is_generic(x.ty) {
                    out.push_str("generic ");
                }
                let tpar = types.as_type_param(x.ty);
                if tpar.is_none() && matches!(types.get(x.ty), Type::Alias(_) | Type::Named(_)) {
                    let what = match types.composite_kind(x.ty) {
                        "" => types
                            .basic_kind(types.underlying(x.ty))
                            .map_or("", |k| k.name()),
                        w => w,
                    };
                    out.push_str(what);
                    out.push(' ');
                }
                out.push_str("type ");
                out.push_str(&self.type_str(x.ty));
                if let Some((_, p)) = tpar {
                    out.push_str(" constrained by ");
                    out.push_str(&self.type_str(p.bound().unwrap_or(TypeId::INVALID)));
                    if types.has_empty_typeset(x.ty) {
                        out.push_str(" with empty type set");
                    }
                }
            } else {
                out.push_str(" with invalid type");
            }
        }
        if !expr.is_empty() {
            out.push(')');
        }
        out
    }

    /// The expression of an operand as messages show it.
    pub fn operand_expr_str(&self, x: &Operand) -> String {
        match (x.expr, &x.name) {
            (Some(e), _) => self.expr_str(e),
            (None, Some(name)) => name.to_string(),
            (None, None) => String::new(),
        }
    }

    /// gc's position of the node of an operand.
    pub fn operand_pos(&self, x: &Operand) -> Span {
        match x.expr {
            Some(e) => self.expr_pos(e),
            None => x.pos,
        }
    }

    /// Where an error about an operand is reported.
    pub fn operand_span(&self, x: &Operand) -> Span {
        match x.expr {
            Some(e) => self.expr_span(e),
            None => x.pos,
        }
    }

    /// Whether an operand is assignable to a variable of type `t`. If not, the code of the error; `cause` may get an
    /// explanation.
    pub fn assignable_to(
        &mut self,
        x: &Operand,
        t: TypeId,
        cause: Option<&mut String>,
    ) -> Result<(), Code> {
        let mut none = String::new();
        let cause = cause.unwrap_or(&mut none);
        self.assignable_rec(x, t, cause, 0)
    }

    fn assignable_rec(
        &mut self,
        x: &Operand,
        t: TypeId,
        cause: &mut String,
        depth: usize,
    ) -> Result<(), Code> {
        let types = self.types;
        if !x.is_valid() || !types.is_valid(t) || depth > 50 {
            return Ok(());
        }
        let orig_t = t;
        let v = types.unalias(x.ty);
        let t = types.unalias(t);
        if types.identical(v, t) {
            return Ok(());
        }
        let vu = types.underlying(v);
        let tu = types.underlying(t);
        let vp = types.is_type_param(v);
        let tp = types.is_type_param(t);
        let ok_if = |ok: bool, code: Code| if ok { Ok(()) } else { Err(code) };

        // An untyped value must be representable.
        if types.is_untyped(vu) {
            if tp {
                let Some(terms) = types.param_terms(t) else {
                    return Err(Code::IncompatibleAssign);
                };
                let ok = terms
                    .iter()
                    .all(|term| self.implicit_type_and_value(x, term.ty).is_ok());
                return ok_if(ok, Code::IncompatibleAssign);
            }
            let ok = self.implicit_type_and_value(x, t).is_ok();
            return ok_if(ok, Code::IncompatibleAssign);
        }

        // spec: "V and T have identical underlying types but are not type parameters and at least one of V or T is not
        // a named type."
        if types.identical(vu, tu) && (!types.has_name(v) || !types.has_name(t)) && !vp && !tp {
            return Ok(());
        }

        // spec: "T is an interface type, but not a type parameter, and x implements T." A pointer to an interface is
        // tried too, for its explanation.
        if matches!(types.get(tu), Type::Interface(_)) && !tp || types.is_interface_ptr(tu) {
            if self.implements(v, t, false, Some(cause)) {
                return Ok(());
            }
            if !vp {
                return Err(Code::InvalidIfaceAssign);
            }
            cause.clear();
        }

        if matches!(types.get(vu), Type::Interface(_)) && !vp && self.implements(t, v, false, None)
        {
            *cause = "need type assertion".into();
            return Err(Code::IncompatibleAssign);
        }

        // spec: "V and T are channel types, have identical element types, V is a bidirectional channel, and at least
        // one of V or T is not a named type."
        if let (
            Type::Chan {
                dir: ChanDir::SendRecv,
                elem: ve,
            },
            Type::Chan { elem: te, .. },
        ) = (types.get(vu), types.get(tu))
        {
            if types.identical(*ve, *te) {
                return ok_if(
                    !types.has_name(v) || !types.has_name(t),
                    Code::InvalidChanAssign,
                );
            }
        }

        if !vp && !tp {
            return Err(Code::IncompatibleAssign);
        }
        let wrap = |cause: &mut String, msg: String| {
            *cause = if cause.is_empty() {
                msg
            } else {
                format!("{msg}\n\t{cause}")
            };
        };

        // A value without a named type goes to a type parameter if it goes to all its types.
        if !types.has_name(v) && tp {
            let Some(terms) = types.param_terms(t) else {
                return Err(Code::IncompatibleAssign);
            };
            for term in terms {
                if let Err(code) = self.assignable_rec(x, term.ty, cause, depth + 1) {
                    let (a, b, c) = (
                        self.type_str(x.ty),
                        self.type_str(term.ty),
                        self.type_str(t),
                    );
                    wrap(cause, format!("cannot assign {a} to {b} (in {c})"));
                    return Err(code);
                }
            }
            return Ok(());
        }
        // And the other way round.
        if vp && !types.has_name(t) {
            let Some(terms) = types.param_terms(v) else {
                return Err(Code::IncompatibleAssign);
            };
            for term in terms {
                let y = Operand {
                    ty: term.ty,
                    ..x.clone()
                };
                if let Err(code) = self.assignable_rec(&y, t, cause, depth + 1) {
                    let (a, b, c) = (
                        self.type_str(term.ty),
                        self.type_str(v),
                        self.type_str(orig_t),
                    );
                    wrap(cause, format!("cannot assign {a} (in {b}) to {c}"));
                    return Err(code);
                }
            }
            return Ok(());
        }
        Err(Code::IncompatibleAssign)
    }
}
