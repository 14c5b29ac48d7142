//! Basic literals, function literals and composite literals.

use std::rc::Rc;

use hashbrown::HashMap;
use hashbrown::HashSet;

use super::Checker;
use super::FuncLitInfo;
use super::GoVersion;
use super::Mode;
use super::Operand;
use crate::base::Pos;
use crate::base::Symbol;
use crate::base::sym;
use crate::constant;
use crate::constant::Kind;
use crate::constant::Value;
use crate::diag::Code;
use crate::syntax::ast::Block;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::LitKind;
use crate::syntax::literal;
use crate::types::Entity;
use crate::types::Field;
use crate::types::Type;
use crate::types::TypeId;

/// Numbers with more characters are refused before they are converted.
const MAX_NUMBER: usize = 10_000;

/// A constant as the key of a table: constants of different kinds and equal values are the same key.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum ConstKey {
    Bool(bool),
    Int(i64),
    Uint(u64),
    Float(u64),
    Complex(u64, u64),
    String(Vec<u8>),
    Other(String),
}

impl ConstKey {
    /// The key of a constant.
    pub(crate) fn of(v: &Value) -> ConstKey {
        let float = |v: &Value| {
            let f = v.float64_val().0;
            if f == 0.0 { 0 } else { f.to_bits() }
        };
        match v.kind() {
            Kind::Bool => ConstKey::Bool(v.bool_val()),
            Kind::String => ConstKey::String(v.string_val().to_vec()),
            Kind::Unknown => ConstKey::Other(String::new()),
            Kind::Int => match (v.int64_val(), v.uint64_val()) {
                (Some(n), _) => ConstKey::Int(n),
                (None, Some(n)) => ConstKey::Uint(n),
                _ => ConstKey::Other(v.exact_string()),
            },
            Kind::Float => {
                let i = v.to_int();
                if i.kind() == Kind::Int {
                    ConstKey::of(&i)
                } else {
                    ConstKey::Float(float(v))
                }
            }
            Kind::Complex => {
                let f = v.to_float();
                if f.kind() == Kind::Float {
                    ConstKey::of(&f)
                } else {
                    ConstKey::Complex(float(&v.real()), float(&v.imag()))
                }
            }
        }
    }
}

impl<'a> Checker<'a> {
    /// A number, character or string.
    pub(crate) fn basic_lit(&mut self, x: &mut Operand, e: ExprId, kind: LitKind, text: Symbol) {
        let lit = self.types.str(text);
        if matches!(kind, LitKind::Int | LitKind::Float | LitKind::Imag) && lit.len() > MAX_NUMBER {
            let head: String = lit.chars().take(10).collect();
            let msg = format!("excessively long constant: {head}... ({} chars)", lit.len());
            self.err(self.expr_span(e), Code::InvalidConstVal, msg);
            return x.invalidate();
        }
        if !self.allow_version(GoVersion::GO1_13)
            && let Some(what) = newer_literal(lit, kind)
        {
            self.verify_version(self.expr_span(e), GoVersion::GO1_13, what);
        }
        let (kind, ty) = match kind {
            LitKind::Int => (constant::LitKind::Int, TypeId::UNTYPED_INT),
            LitKind::Float => (constant::LitKind::Float, TypeId::UNTYPED_FLOAT),
            LitKind::Imag => (constant::LitKind::Imag, TypeId::UNTYPED_COMPLEX),
            LitKind::Rune => (constant::LitKind::Char, TypeId::UNTYPED_RUNE),
            LitKind::String => (constant::LitKind::String, TypeId::UNTYPED_STRING),
        };
        x.val = Some(constant::from_literal(lit, kind));
        if x.value().is_unknown() {
            // What is wrong with the text was reported with the syntax; what remains is a float out of range.
            let float = matches!(ty, TypeId::UNTYPED_FLOAT | TypeId::UNTYPED_COMPLEX);
            if float && literal::scan_number(lit.as_bytes()).2.is_none() {
                let msg = format!("malformed constant: {lit}");
                self.err(self.expr_span(e), Code::InvalidConstVal, msg);
            }
            return x.invalidate();
        }
        x.mode = Mode::Constant;
        x.ty = ty;
        x.expr = Some(e);
        self.overflow(x, self.op_pos(e));
    }

    /// A function literal. Its body is checked at the end of the statement.
    pub(crate) fn func_lit(&mut self, x: &mut Operand, e: ExprId, ty: ExprId, body: &'a Block) {
        // Left sides of assignment operations are checked twice, with the literals in them.
        if let Some(lit) = self.info().func_lits.get(&e) {
            x.ty = lit.sig.ty;
            x.mode = Mode::Value;
            return;
        }
        let (sig, _) = self.func_type(None, None, None, ty);
        x.mode = Mode::Value;
        x.ty = sig.ty;
        self.record_type_and_value(ty, Mode::TypExpr, sig.ty, None);
        self.info().func_lits.insert(
            e,
            FuncLitInfo {
                sig: sig.clone(),
                captures: Vec::new(),
            },
        );
        let (decl, iota) = (self.env.decl, self.env.iota.clone());
        // The body may refer to a type whose declaration the literal is part of.
        self.later(move |c| {
            c.begin_func_lit(e, &sig);
            c.func_body(decl, sym::EMPTY, Rc::new(sig), body, iota);
            c.env.func_lits.pop();
        });
    }

    /// A composite literal; `hint` is its type if it has none of its own.
    pub(crate) fn composite_lit(
        &mut self,
        x: &mut Operand,
        e: ExprId,
        ty: Option<ExprId>,
        elems: &'a [ExprId],
        rbrace: Pos,
        hint: Option<TypeId>,
    ) {
        let (types, file) = (self.types, self.file);
        let mut typ;
        let mut base;
        let mut open_array: Option<TypeId> = None;
        let mut is_elem = false;
        match (ty, hint) {
            (Some(t), _) => {
                if let ExprKind::ArrayType {
                    len: Some(len),
                    elem,
                } = &file.expr(t).kind
                    && matches!(file.expr(*len).kind, ExprKind::Ellipsis { .. })
                {
                    let elem = self.var_type(*elem);
                    open_array = Some(elem);
                    typ = types.array(-1, elem);
                } else {
                    typ = self.typ(t);
                }
                base = typ;
            }
            (None, Some(hint)) => {
                typ = hint;
                base = hint;
                if let Some(u) = types.core_type(base)
                    && let (b, true) = types.deref(u)
                {
                    base = b;
                }
                is_elem = true;
            }
            (None, None) => {
                self.err(
                    self.expr_span(e),
                    Code::UntypedLit,
                    "missing type in composite literal",
                );
                typ = TypeId::INVALID;
                base = typ;
            }
        }
        if !self.is_complete(base) {
            return x.invalidate();
        }
        let under = types.core_type(base);
        match under.map(|u| types.get(u)) {
            Some(Type::Struct(s)) => {
                self.struct_lit(x, base, under.unwrap_or(base), &s.fields, elems, rbrace)
            }
            Some(Type::Array { len, elem }) => {
                let n = self.indexed_elts(elems, *elem, *len);
                if *len < 0 {
                    typ = types.array(n, open_array.unwrap_or(*elem));
                    if let Some(t) = ty {
                        self.record_type_and_value(t, Mode::TypExpr, typ, None);
                    }
                }
            }
            Some(Type::Slice(elem)) => {
                let n = self.indexed_elts(elems, *elem, -1);
                self.note_slice_literal(*elem, n);
            }
            Some(Type::Map { key, elem }) => self.map_lit(x, *key, *elem, elems),
            other => {
                for &el in elems {
                    let value = match file.expr(el).kind {
                        ExprKind::KeyValueExpr { value, .. } => value,
                        _ => el,
                    };
                    self.use_exprs(&[value]);
                }
                let invalid = under.is_some_and(|u| !types.is_valid(u));
                if !invalid {
                    let qualifier = if is_elem { " element" } else { "" };
                    let cause = if other.is_none() {
                        " (no common underlying type)"
                    } else {
                        ""
                    };
                    let msg = format!(
                        "invalid composite literal{qualifier} type {}{cause}",
                        self.type_str(typ)
                    );
                    self.err(self.expr_span(e), Code::InvalidLit, msg);
                    return x.invalidate();
                }
            }
        }
        x.mode = Mode::Value;
        x.ty = typ;
    }

    /// The names of the fields on the way to a promoted one.
    fn field_path(&self, t: TypeId, index: &[u32]) -> String {
        let types = self.types;
        let (mut t, mut names) = (t, Vec::new());
        for &i in index {
            let Type::Struct(s) = types.under(types.deref(t).0) else {
                break;
            };
            let f = &s.fields[i as usize];
            names.push(types.str(f.name));
            t = f.ty;
        }
        names.join(".")
    }

    fn struct_lit(
        &mut self,
        x: &mut Operand,
        base: TypeId,
        under: TypeId,
        fields: &'a [Field],
        elems: &'a [ExprId],
        rbrace: Pos,
    ) {
        let (types, file) = (self.types, self.file);
        let Some(&first) = elems.first() else { return };
        if matches!(file.expr(first).kind, ExprKind::KeyValueExpr { .. }) {
            let mut visited: Vec<(Vec<u32>, Symbol)> = Vec::new();
            for &el in elems {
                let ExprKind::KeyValueExpr { key, value } = file.expr(el).kind else {
                    let msg = "mixture of field:value and value elements in struct literal";
                    self.err(self.expr_span(el), Code::MixedStructLit, msg);
                    continue;
                };
                self.generic_expr(x, value, None);
                let ExprKind::Ident(id) = file.expr(key).kind else {
                    let msg = format!(
                        "invalid field name {} in struct literal",
                        self.expr_str(key)
                    );
                    self.err(self.expr_span(el), Code::InvalidLitField, msg);
                    continue;
                };
                let name = file.name_of(id);
                let found =
                    match types.lookup_field_or_method(under, false, Some(self.pkg), name, false) {
                        Ok(found) => found,
                        Err(_) => {
                            let alt = types
                                .lookup_field_or_method(under, false, Some(self.pkg), name, true)
                                .ok();
                            let msg = self.lookup_error(base, name, alt.as_ref(), true);
                            self.err(self.expr_span(key), Code::MissingLitField, msg);
                            self.suggest_member(base, name, true);
                            continue;
                        }
                    };
                let Entity::Field(field) = found.entity else {
                    let msg = format!("{} is not a field", self.expr_str(key));
                    self.err(self.expr_span(key), Code::MissingLitField, msg);
                    continue;
                };
                if found.index.len() > 1 && !self.allow_version(GoVersion::GO1_27) {
                    let what = format!(
                        "use of promoted field {} in struct literal of type {}",
                        self.field_path(under, &found.index),
                        self.type_str(base)
                    );
                    self.verify_version(self.expr_span(key), GoVersion::GO1_27, what);
                    continue;
                }
                if found.indirect {
                    let msg = format!(
                        "invalid implicit pointer indirection to reach {}",
                        self.expr_str(key)
                    );
                    self.err(self.expr_span(key), Code::InvalidLitField, msg);
                    continue;
                }
                self.info().field_keys.insert(key, found.index.clone());
                self.assignment(x, Some(field.ty), "struct literal");
                let index = found.index;
                let clash = visited
                    .iter()
                    .find(|(old, _)| old.starts_with(&index) || index.starts_with(old));
                if let Some((old, alt)) = clash {
                    let (fs, alt) = (types.str(field.name), types.str(*alt));
                    let msg = if *old == index {
                        format!("duplicate field name {fs} in struct literal")
                    } else if old.len() < index.len() {
                        format!(
                            "cannot specify promoted field {fs} and enclosing embedded field {alt}"
                        )
                    } else {
                        format!(
                            "cannot specify embedded field {fs} and enclosed promoted field {alt}"
                        )
                    };
                    self.err(self.expr_span(el), Code::DuplicateLitField, msg);
                } else {
                    visited.push((index, field.name));
                }
            }
            return;
        }
        for (i, &el) in elems.iter().enumerate() {
            if matches!(file.expr(el).kind, ExprKind::KeyValueExpr { .. }) {
                let msg = "mixture of field:value and value elements in struct literal";
                self.err(self.expr_span(el), Code::MixedStructLit, msg);
                continue;
            }
            self.generic_expr(x, el, None);
            let Some(field) = fields.get(i) else {
                let msg = format!(
                    "too many values in struct literal of type {}",
                    self.type_str(base)
                );
                self.err(self.operand_span(x), Code::InvalidStructLit, msg);
                break;
            };
            if self.is_foreign(field) {
                let msg = format!(
                    "implicit assignment to unexported field {} in struct literal of type {}",
                    types.str(field.name),
                    self.type_str(base)
                );
                self.err(self.operand_span(x), Code::UnexportedLitField, msg);
                continue;
            }
            self.assignment(x, Some(field.ty), "struct literal");
        }
        if elems.len() < fields.len() {
            let hint = if fields.iter().any(|f| self.is_foreign(f)) {
                " (type has unexported fields - use key:value pairs)"
            } else {
                ""
            };
            let msg = format!(
                "too few values in struct literal of type {}{hint}",
                self.type_str(base)
            );
            self.err(rbrace, Code::InvalidStructLit, msg);
        }
    }

    fn is_foreign(&self, f: &Field) -> bool {
        !self.types.is_exported(f.name) && f.pkg != Some(self.pkg)
    }

    fn map_lit(&mut self, x: &mut Operand, key: TypeId, elem: TypeId, elems: &'a [ExprId]) {
        let (types, file) = (self.types, self.file);
        // Keys of an interface type are the same only if their types are.
        let by_type = types.is_non_type_param_interface(key);
        let mut visited: HashMap<ConstKey, Vec<TypeId>> = HashMap::new();
        for &el in elems {
            let ExprKind::KeyValueExpr { key: k, value } = file.expr(el).kind else {
                self.err(
                    self.expr_span(el),
                    Code::MissingLitKey,
                    "missing key in map literal",
                );
                continue;
            };
            self.generic_expr(x, k, Some(key));
            self.assignment(x, Some(key), "map literal");
            if !x.is_valid() {
                continue;
            }
            if x.mode == Mode::Constant {
                let seen = visited.entry(ConstKey::of(&x.value())).or_default();
                let duplicate = if by_type {
                    seen.iter().any(|t| types.identical(*t, x.ty))
                } else {
                    !seen.is_empty()
                };
                seen.push(x.ty);
                if duplicate {
                    let msg = format!("duplicate key {} in map literal", x.value());
                    self.err(self.operand_span(x), Code::DuplicateLitKey, msg);
                    continue;
                }
            }
            self.generic_expr(x, value, Some(elem));
            self.assignment(x, Some(elem), "map literal");
        }
    }

    /// Checks the elements of an array or slice literal; the result is its length.
    fn indexed_elts(&mut self, elems: &'a [ExprId], elem: TypeId, length: i64) -> i64 {
        let file = self.file;
        let mut visited: HashSet<i64> = HashSet::new();
        let keyed = elems
            .iter()
            .any(|&e| matches!(file.expr(e).kind, ExprKind::KeyValueExpr { .. }));
        let (mut index, mut max) = (0i64, 0i64);
        for &el in elems {
            let mut valid = false;
            let mut value = el;
            if let ExprKind::KeyValueExpr { key, value: v } = file.expr(el).kind {
                let (t, i) = self.index(key, length);
                if self.types.is_valid(t) {
                    if i >= 0 {
                        index = i;
                        valid = true;
                    } else {
                        let msg = format!("index {} must be integer constant", self.expr_str(key));
                        self.err(self.expr_span(el), Code::InvalidLitIndex, msg);
                    }
                }
                value = v;
            } else if length >= 0 && index >= length {
                let msg = format!("index {index} is out of bounds (>= {length})");
                self.err(self.expr_span(el), Code::OversizeArrayLit, msg);
            } else {
                valid = true;
            }
            if valid && keyed && !visited.insert(index) {
                let msg = format!("duplicate index {index} in array or slice literal");
                self.err(self.expr_span(el), Code::DuplicateLitKey, msg);
            }
            index = index.saturating_add(1);
            max = max.max(index);
            let mut x = Operand::default();
            self.generic_expr(&mut x, value, Some(elem));
            self.assignment(&mut x, Some(elem), "array or slice literal");
        }
        max
    }
}

/// What of a number's spelling came with Go 1.13.
fn newer_literal(text: &str, kind: LitKind) -> Option<&'static str> {
    let number = matches!(kind, LitKind::Int | LitKind::Float | LitKind::Imag);
    if !number || text.len() <= 2 {
        return None;
    }
    if text.contains('_') {
        return Some("underscore in numeric literal");
    }
    match text.get(..2)? {
        "0b" | "0B" => Some("binary literal"),
        "0o" | "0O" => Some("0o/0O-style octal literal"),
        "0x" | "0X" if kind != LitKind::Int => Some("hexadecimal floating-point literal"),
        _ => None,
    }
}
