//! Index and slice expressions.

use super::Checker;
use super::Mode;
use super::Operand;
use super::const_::representable_const;
use crate::diag::Code;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::BasicKind;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::VarFlags;

/// What indexing a type gives.
struct Indexed {
    /// Length of an array.
    len: i64,
    /// Key type of a map.
    key: Option<TypeId>,
    elem: TypeId,
    /// Strings, and arrays that are not addressable, have no addressable elements.
    value: bool,
}

impl<'a> Checker<'a> {
    /// Checks an index expression. True if it is the instantiation of a generic function, which the caller must do;
    /// then `x` is the generic function.
    pub(crate) fn index_expr(&mut self, x: &mut Operand, e: ExprId) -> bool {
        let file = self.file;
        let ExprKind::IndexExpr {
            x: base, indices, ..
        } = &file.expr(e).kind
        else {
            return false;
        };
        self.expr_or_type(x, *base, true);
        match x.mode {
            Mode::Invalid => {
                self.use_exprs(indices);
                return false;
            }
            Mode::TypExpr => {
                x.invalidate();
                x.ty = self.var_type(e);
                if self.types.is_valid(x.ty) {
                    x.mode = Mode::TypExpr;
                }
                return false;
            }
            Mode::Value => {
                if matches!(self.types.under(x.ty), Type::Signature(s) if !s.tparams.is_empty()) {
                    return true;
                }
            }
            _ => {}
        }
        self.non_generic(None, x);
        if !x.is_valid() {
            return false;
        }
        let types = self.types;
        let complete = self.is_complete(x.ty)
            && match types.under(x.ty) {
                Type::Pointer(b) => self.is_complete(*b),
                Type::Map { elem, .. } => self.is_complete(*elem),
                _ => true,
            };
        if !complete {
            x.invalidate();
            return false;
        }
        let addressable = x.mode == Mode::Variable;
        let mut found: Option<Indexed> = None;
        let mut valid = true;
        let param = types.is_type_param(x.ty);
        for u in self.specific_unders(x.ty) {
            let Some(new) = u.and_then(|u| self.indexed(u, addressable)) else {
                valid = false;
                break;
            };
            match &mut found {
                None => found = Some(new),
                Some(old) => {
                    let same_key = match (old.key, new.key) {
                        (None, None) => true,
                        (Some(a), Some(b)) => types.identical(a, b),
                        _ => false,
                    };
                    if !same_key || !types.identical(old.elem, new.elem) {
                        valid = false;
                        break;
                    }
                    if new.len >= 0 && new.len < old.len {
                        old.len = new.len;
                    }
                    old.value |= new.value;
                }
            }
        }
        let Some(found) = found.filter(|_| valid) else {
            let msg = format!("cannot index {}", self.operand_str(x));
            self.err(self.expr_pos(e), Code::NonSliceableOperand, msg);
            self.use_exprs(indices);
            x.invalidate();
            return false;
        };
        let Some(index) = self.single_index(indices) else {
            x.invalidate();
            return false;
        };
        if let Some(key) = found.key {
            let mut k = Operand::default();
            self.generic_expr(&mut k, index, None);
            self.assignment(&mut k, Some(key), "map index");
            // The element type is known even if the key is wrong.
            x.mode = Mode::MapIndex;
            x.ty = found.elem;
            x.expr = Some(e);
            return false;
        }
        let mut len = found.len;
        if !param && x.mode == Mode::Constant {
            len = x.value().string_len() as i64;
        }
        x.mode = if found.value {
            Mode::Value
        } else {
            Mode::Variable
        };
        x.ty = found.elem;
        self.index(index, len);
        false
    }

    fn indexed(&self, u: TypeId, addressable: bool) -> Option<Indexed> {
        let types = self.types;
        Some(match types.get(u) {
            Type::Basic(BasicKind::String | BasicKind::UntypedString) => Indexed {
                len: -1,
                key: None,
                elem: TypeId::BYTE,
                value: true,
            },
            Type::Array { len, elem } => Indexed {
                len: *len,
                key: None,
                elem: *elem,
                value: !addressable,
            },
            Type::Pointer(b) => match types.under(*b) {
                Type::Array { len, elem } => Indexed {
                    len: *len,
                    key: None,
                    elem: *elem,
                    value: false,
                },
                _ => return None,
            },
            Type::Slice(elem) => Indexed {
                len: -1,
                key: None,
                elem: *elem,
                value: false,
            },
            Type::Map { key, elem } => Indexed {
                len: -1,
                key: Some(*key),
                elem: *elem,
                value: false,
            },
            _ => return None,
        })
    }

    /// Checks a slice expression.
    pub(crate) fn slice_expr(&mut self, x: &mut Operand, e: ExprId) {
        let file = self.file;
        let ExprKind::SliceExpr {
            x: base,
            lo,
            hi,
            max,
            three,
        } = &file.expr(e).kind
        else {
            return;
        };
        let index = [*lo, *hi, *max];
        self.expr(None, x, *base);
        if !x.is_valid() {
            for i in index.into_iter().flatten() {
                self.use_exprs(&[i]);
            }
            return;
        }
        let types = self.types;
        // The underlying type that all types have in common, strings counting as slices of bytes.
        let mut common: Option<(TypeId, TypeId)> = None;
        let mut has_string = false;
        for pair in self.specific_pairs(x.ty) {
            let Some((t, u)) = pair else {
                let (xs, ts) = (self.operand_str(x), self.type_str(x.ty));
                let msg = format!("cannot slice {xs}: no specific type in {ts}");
                self.err(self.operand_span(x), Code::NonSliceableOperand, msg);
                return x.invalidate();
            };
            let mut u = u;
            if types.is_string(u) {
                u = types.universe().byte_slice;
                has_string = true;
            }
            match common {
                None => common = Some((t, u)),
                Some((ct, cu)) if !types.identical(cu, u) => {
                    let xs = self.operand_str(x);
                    let (a, b) = self.type_strs(ct, t);
                    let msg =
                        format!("cannot slice {xs}: {a} and {b} have different underlying types");
                    self.err(self.operand_span(x), Code::NonSliceableOperand, msg);
                    if !has_string {
                        return x.invalidate();
                    }
                    break;
                }
                _ => {}
            }
        }
        let Some((_, mut cu)) = common else {
            return x.invalidate();
        };
        if has_string {
            cu = if types.is_type_param(x.ty) {
                TypeId::STRING
            } else {
                types.underlying(x.ty)
            };
        }
        if let Type::Pointer(b) = types.under(x.ty)
            && !self.is_complete(*b)
        {
            return x.invalidate();
        }
        let mut length = -1i64;
        let mut valid = false;
        match types.get(cu) {
            Type::Basic(BasicKind::String | BasicKind::UntypedString) => {
                if *three {
                    let at = max.unwrap_or(e);
                    self.err(
                        self.expr_span(at),
                        Code::InvalidSliceExpr,
                        "invalid operation: 3-index slice of string",
                    );
                    return x.invalidate();
                }
                valid = true;
                if x.mode == Mode::Constant {
                    length = x.value().string_len() as i64;
                }
                // spec: "For untyped string operands the result is a non-constant value of type string."
                if types.is_untyped(x.ty) {
                    x.ty = TypeId::STRING;
                }
            }
            Type::Array { len, elem } => {
                valid = true;
                length = *len;
                if x.mode != Mode::Variable {
                    let msg = format!("cannot slice unaddressable value {}", self.operand_str(x));
                    self.err(self.operand_span(x), Code::NonSliceableOperand, msg);
                    return x.invalidate();
                }
                self.mark_root_var(*base, VarFlags::ADDRESS_TAKEN);
                x.ty = types.slice(*elem);
            }
            Type::Pointer(b) => {
                if let Type::Array { len, elem } = types.under(*b) {
                    valid = true;
                    length = *len;
                    x.ty = types.slice(*elem);
                }
            }
            Type::Slice(_) => valid = true,
            _ => {}
        }
        if !valid {
            let msg = format!("cannot slice {}", self.operand_str(x));
            self.err(self.operand_span(x), Code::NonSliceableOperand, msg);
            return x.invalidate();
        }
        x.mode = Mode::Value;
        if *three && (hi.is_none() || max.is_none()) {
            // The parser has complained.
            return x.invalidate();
        }
        let mut ind = [-1i64; 3];
        for (i, expr) in index.into_iter().enumerate() {
            ind[i] = match expr {
                Some(e) => {
                    let max = if length >= 0 { length + 1 } else { -1 };
                    self.index(e, max).1
                }
                None if i == 0 => 0,
                None if length >= 0 => length,
                None => -1,
            };
        }
        for i in 0..2 {
            for j in i + 1..3 {
                if ind[i] > 0
                    && ind[j] >= 0
                    && ind[j] < ind[i]
                    && let Some(at) = index[j]
                {
                    let msg = format!("invalid slice indices: {} < {}", ind[j], ind[i]);
                    self.err(self.expr_span(at), Code::SwappedSliceIndices, msg);
                    return;
                }
            }
        }
    }

    /// The one index of an index expression.
    fn single_index(&mut self, indices: &[ExprId]) -> Option<ExprId> {
        if indices.len() > 1 {
            self.err(
                self.expr_span(indices[1]),
                Code::InvalidIndex,
                "invalid operation: more than one index",
            );
        }
        indices.first().copied()
    }

    /// Checks an index below `max` (if that is not negative). The results are its type, invalid after an error, and
    /// its value if it is constant, otherwise -1.
    pub(crate) fn index(&mut self, index: ExprId, max: i64) -> (TypeId, i64) {
        let mut x = Operand::default();
        self.expr(None, &mut x, index);
        if !self.is_valid_index(&mut x, Code::InvalidIndex, "index", false) {
            return (TypeId::INVALID, -1);
        }
        if x.mode != Mode::Constant {
            return (x.ty, -1);
        }
        let Some(v) = x.value().int64_val() else {
            return (TypeId::INVALID, -1);
        };
        if max >= 0 && v >= max {
            let msg = format!(
                "invalid argument: index {} out of bounds [0:{max}]",
                x.value()
            );
            self.err(self.operand_span(&x), Code::InvalidIndex, msg);
            return (TypeId::INVALID, -1);
        }
        (x.ty, v)
    }

    /// Whether the operand is an integer that can be an index; if not, an error says `what` it is.
    pub(crate) fn is_valid_index(
        &mut self,
        x: &mut Operand,
        code: Code,
        what: &str,
        allow_negative: bool,
    ) -> bool {
        if !x.is_valid() {
            return false;
        }
        // spec: "a constant index that is untyped is given type int"
        self.convert_untyped(x, TypeId::INT);
        if !x.is_valid() {
            return false;
        }
        let problem = if !self.types.all_integer(x.ty) {
            "must be integer"
        } else if x.mode == Mode::Constant {
            if !allow_negative && !x.value().is_unknown() && x.value().sign() < 0 {
                "must not be negative"
            } else {
                match representable_const(&x.value(), BasicKind::Int) {
                    Some(v) => {
                        x.val = Some(v);
                        return true;
                    }
                    None => "overflows int",
                }
            }
        } else {
            return true;
        };
        let msg = format!("invalid argument: {what} {} {problem}", self.operand_str(x));
        self.err(self.operand_span(x), code, msg);
        false
    }
}
