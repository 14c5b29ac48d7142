//! Conversions `T(x)`.

use super::Checker;
use super::GoVersion;
use super::Mode;
use super::Operand;
use super::const_::representable_const;
use crate::constant::Value;
use crate::diag::Code;
use crate::types::BasicInfo;
use crate::types::BasicKind;
use crate::types::Type;
use crate::types::TypeId;

impl<'a> Checker<'a> {
    /// Converts `x` to `t`.
    pub(crate) fn conversion(&mut self, x: &mut Operand, t: TypeId) {
        let types = self.types;
        let const_arg = x.mode == Mode::Constant;
        let mut ok = false;
        let mut cause = String::new();
        if const_arg && types.is_const_type(t) {
            match self.const_converted(x, t) {
                Some(v) => {
                    x.val = Some(v);
                    ok = true;
                }
                None if types.is_integer(x.ty) && types.is_integer(t) => {
                    let msg = format!("constant {} overflows {}", x.value(), self.type_str(t));
                    self.err(self.operand_span(x), Code::InvalidConversion, msg);
                    return x.invalidate();
                }
                None => {}
            }
        } else if const_arg && types.is_type_param(t) {
            // The constant must be convertible to every type in the type set.
            ok = true;
            for u in self.specific_unders(t) {
                let Some(u) = u else {
                    cause = format!("{} does not contain specific types", self.type_str(t));
                    ok = false;
                    break;
                };
                if types.is_string(x.ty) && self.is_bytes_or_runes(u) {
                    continue;
                }
                if self.const_converted(x, u).is_none() {
                    let (us, ts) = self.type_strs(u, t);
                    cause = if types.is_integer(x.ty) && types.is_integer(u) {
                        format!("constant {} overflows {us} (in {ts})", x.value())
                    } else {
                        format!(
                            "cannot convert {} to type {us} (in {ts})",
                            self.operand_str(x)
                        )
                    };
                    ok = false;
                    break;
                }
            }
            x.mode = Mode::Value;
        } else if self.convertible_to(x, t, &mut cause) {
            ok = true;
            x.mode = Mode::Value;
        }
        if !ok {
            let (xs, ts) = (self.operand_str(x), self.type_str(t));
            let msg = if cause.is_empty() {
                format!("cannot convert {xs} to type {ts}")
            } else {
                format!("cannot convert {xs} to type {ts}: {cause}")
            };
            self.err(self.operand_span(x), Code::InvalidConversion, msg);
            return x.invalidate();
        }
        // The argument has its final type now. spec: "A constant may be given a type explicitly by a constant
        // declaration or conversion".
        if types.is_untyped(x.ty) {
            let mut last = t;
            if x.ty == TypeId::UNTYPED_NIL {
                // nil takes the type.
            } else if types.is_non_type_param_interface(t) || const_arg && !types.is_const_type(t) {
                last = types.default_type(x.ty);
            } else if x.mode == Mode::Constant && types.is_integer(x.ty) && types.all_string(t) {
                last = x.ty;
            }
            self.update_operand_type(x, last, true);
        }
        x.ty = t;
    }

    /// The value of a constant operand converted to the constant type `t`.
    fn const_converted(&self, x: &Operand, t: TypeId) -> Option<Value> {
        let Type::Basic(kind) = self.types.under(t) else {
            return None;
        };
        if let Some(v) = representable_const(&x.value(), *kind) {
            return Some(v);
        }
        if self.types.is_integer(x.ty) && kind.info().any(BasicInfo::STRING) {
            let c = x
                .value()
                .uint64_val()
                .and_then(|n| u32::try_from(n).ok())
                .and_then(char::from_u32);
            let mut buf = [0; 4];
            return Some(Value::string(
                c.unwrap_or(char::REPLACEMENT_CHARACTER)
                    .encode_utf8(&mut buf)
                    .as_bytes(),
            ));
        }
        None
    }

    /// Whether `t(x)` is valid for a non-constant `x`; if not, `cause` may say why.
    pub(crate) fn convertible_to(&mut self, x: &Operand, t: TypeId, cause: &mut String) -> bool {
        if self.assignable_to(x, t, Some(cause)).is_ok() {
            return true;
        }
        let types = self.types;
        let orig = t;
        let (v, t) = (types.unalias(x.ty), types.unalias(t));
        let (vu, tu) = (types.underlying(v), types.underlying(t));
        let (vp, tp) = (types.is_type_param(v), types.is_type_param(t));
        if !vp && !tp && types.identical_ignore_tags(vu, tu) {
            return true;
        }
        if let (Type::Pointer(vb), Type::Pointer(tb)) = (types.get(v), types.get(t))
            && types.identical_ignore_tags(types.underlying(*vb), types.underlying(*tb))
            && !types.is_type_param(*vb)
            && !types.is_type_param(*tb)
        {
            return true;
        }
        let real = BasicInfo::INTEGER.or(BasicInfo::FLOAT);
        if types.is_basic(vu, real) && types.is_basic(tu, real) {
            return true;
        }
        if types.is_complex(vu) && types.is_complex(tu) {
            return true;
        }
        if types.is_string(tu) && (types.is_integer(vu) || self.is_bytes_or_runes(vu)) {
            return true;
        }
        if types.is_string(vu) && self.is_bytes_or_runes(tu) {
            return true;
        }
        let pointer_like = |t: TypeId| {
            matches!(types.get(t), Type::Pointer(_))
                || types.under_basic(t) == Some(BasicKind::Uintptr)
        };
        let unsafe_pointer = |t: TypeId| types.under_basic(t) == Some(BasicKind::UnsafePointer);
        if pointer_like(vu) && unsafe_pointer(tu) || unsafe_pointer(vu) && pointer_like(tu) {
            return true;
        }
        if let Type::Slice(se) = types.get(vu) {
            let (array, what, since) = match types.get(tu) {
                Type::Pointer(b) => (types.under(*b), "array pointer", GoVersion::GO1_17),
                a => (a, "array", GoVersion::GO1_20),
            };
            if let Type::Array { elem, .. } = array
                && types.identical(*se, *elem)
            {
                if !self.allow_version(since) {
                    *cause = format!("conversion of slice to {what} requires {since} or later");
                    return false;
                }
                return true;
            }
        }
        if !vp && !tp {
            return false;
        }
        let mut note = |msg: String| {
            *cause = if cause.is_empty() {
                msg
            } else {
                format!("{msg}\n\t{cause}")
            };
        };
        let from: Vec<Option<TypeId>> = if vp {
            self.specific_types(v)
        } else {
            vec![Some(v)]
        };
        let to: Vec<Option<TypeId>> = if tp {
            self.specific_types(t)
        } else {
            vec![Some(orig)]
        };
        for f in &from {
            for g in &to {
                let (Some(f), Some(g)) = (f, g) else {
                    return false;
                };
                let mut y = x.clone();
                y.ty = *f;
                let mut inner = String::new();
                if !self.convertible_to(&y, *g, &mut inner) {
                    let fs = self.type_str(*f);
                    let gs = self.type_str(*g);
                    let from = if vp {
                        format!("{fs} (in {})", self.type_str(v))
                    } else {
                        fs
                    };
                    let to = if tp {
                        format!("{gs} (in {})", self.type_str(t))
                    } else {
                        gs
                    };
                    if !inner.is_empty() {
                        note(inner);
                    }
                    note(format!("cannot convert {from} to type {to}"));
                    return false;
                }
            }
        }
        true
    }

    /// Whether it is a slice of bytes or runes.
    pub(crate) fn is_bytes_or_runes(&self, t: TypeId) -> bool {
        match self.types.under(t) {
            Type::Slice(e) => {
                matches!(
                    self.types.under_basic(*e),
                    Some(BasicKind::Uint8 | BasicKind::Int32)
                )
            }
            _ => false,
        }
    }
}
