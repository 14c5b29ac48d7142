//! Calls of built-in functions.
//!
//! Each check leaves the result in `x`, whose expression the caller sets, and records the signature under which the
//! built-in function was used.

use super::Checker;
use super::GoVersion;
use super::Mode;
use super::Operand;
use super::call::Call;
use super::expr::ModeSet;
use crate::constant;
use crate::constant::Op;
use crate::constant::Value;
use crate::diag::Code;
use crate::syntax::ast::ExprId;
use crate::types::BuiltinId;
use crate::types::ChanDir;
use crate::types::Param;
use crate::types::Signature;
use crate::types::Type;
use crate::types::TypeId;

impl<'a> Checker<'a> {
    /// Checks the call of a built-in function and says whether it is valid.
    pub(crate) fn builtin(&mut self, x: &mut Operand, call: Call<'a>, id: BuiltinId) -> bool {
        if call.has_dots && id != BuiltinId::Append {
            let msg = format!(
                "invalid operation: invalid use of ... with built-in {}",
                id.name()
            );
            self.err(self.expr_span(call.e), Code::InvalidDotDotDot, msg);
            self.use_exprs(call.args);
            return false;
        }
        // Whether len(x) and cap(x) are constant depends on calls in x alone.
        let outer = self.env.has_call_or_recv;
        let measures = matches!(id, BuiltinId::Len | BuiltinId::Cap);
        if measures {
            self.env.has_call_or_recv = false;
        }
        let ok = self.builtin_args(x, call, id);
        if measures {
            self.env.has_call_or_recv = outer;
        }
        ok
    }

    fn builtin_args(&mut self, x: &mut Operand, call: Call<'a>, id: BuiltinId) -> bool {
        let mut args: Vec<Operand> = Vec::new();
        let nargs;
        if matches!(id, BuiltinId::Make | BuiltinId::New | BuiltinId::Offsetof) {
            nargs = call.args.len();
        } else {
            args = self.expr_list(call.args);
            nargs = args.len();
            if args.iter().any(|a| !a.is_valid()) {
                return false;
            }
            if let Some(first) = args.first() {
                *x = first.clone();
            }
        }
        let problem = if nargs < id.nargs() {
            "not enough"
        } else if !id.variadic() && nargs > id.nargs() {
            "too many"
        } else {
            ""
        };
        if !problem.is_empty() {
            let msg = format!(
                "invalid operation: {problem} arguments for {} (expected {}, found {nargs})",
                self.expr_str(call.e),
                id.nargs()
            );
            self.err(self.call_err_pos(call), Code::WrongArgCount, msg);
            return false;
        }
        match id {
            BuiltinId::Append => self.builtin_append(x, call, &mut args),
            BuiltinId::Cap | BuiltinId::Len => self.builtin_len(x, call, id),
            BuiltinId::Clear => self.builtin_clear(x, call),
            BuiltinId::Close => self.builtin_close(x, call),
            BuiltinId::Complex => self.builtin_complex(x, call, &mut args[1]),
            BuiltinId::Copy => self.builtin_copy(x, call, &mut args[1]),
            BuiltinId::Delete => self.builtin_delete(x, call, &args[1]),
            BuiltinId::Imag | BuiltinId::Real => self.builtin_part(x, call, id),
            BuiltinId::Make => self.builtin_make(x, call),
            BuiltinId::Max | BuiltinId::Min => self.builtin_min_max(x, call, id, &mut args),
            BuiltinId::New => self.builtin_new(x, call),
            BuiltinId::Panic => {
                if self.env.sig.as_ref().is_some_and(|s| !s.results.is_empty()) {
                    self.env.is_panic.borrow_mut().insert(call.e);
                }
                let any = self.types.universe().empty_interface;
                self.assignment(x, Some(any), "argument to panic");
                if !x.is_valid() {
                    return false;
                }
                x.mode = Mode::NoValue;
                self.record_builtin(call.fun, None, &[any]);
                true
            }
            BuiltinId::Print | BuiltinId::Println => {
                let context = format!("argument to built-in {}", id.name());
                let mut params = Vec::new();
                for a in &mut args {
                    self.assignment(a, None, &context);
                    if !a.is_valid() {
                        return false;
                    }
                    params.push(a.ty);
                }
                x.mode = Mode::NoValue;
                self.record_builtin(call.fun, None, &params);
                true
            }
            BuiltinId::Recover => {
                x.mode = Mode::Value;
                x.ty = self.types.universe().empty_interface;
                self.record_builtin(call.fun, Some(x.ty), &[]);
                true
            }
            _ => self.unsafe_builtin(x, call, id, &mut args),
        }
    }

    /// Records the signature of a built-in function for its name and the parentheses around it.
    pub(crate) fn record_builtin(
        &mut self,
        fun: ExprId,
        result: Option<TypeId>,
        params: &[TypeId],
    ) {
        let types = self.types;
        let sig = types.signature(Signature {
            params: params
                .iter()
                .map(|t| Param::anonymous(types.default_type(*t)))
                .collect(),
            results: result.iter().map(|t| Param::anonymous(*t)).collect(),
            ..Signature::default()
        });
        self.record_builtin_type(fun, sig);
    }

    fn variadic_sig(&self, result: TypeId, first: TypeId, rest: TypeId) -> TypeId {
        self.types.signature(Signature {
            params: [
                Param::anonymous(first),
                Param::anonymous(self.types.default_type(rest)),
            ]
            .into(),
            results: [Param::anonymous(result)].into(),
            variadic: true,
            ..Signature::default()
        })
    }

    /// The element type of a slice operand, or why it is none.
    fn slice_elem(&self, x: &Operand) -> Result<TypeId, String> {
        let types = self.types;
        let mut elem: Option<TypeId> = None;
        for u in self.specific_unders(x.ty) {
            let Some(Type::Slice(e)) = u.map(|u| types.get(u)) else {
                return Err(if x.is_nil() {
                    "argument must be a slice; have untyped nil".to_string()
                } else {
                    format!("argument must be a slice; have {}", self.operand_str(x))
                });
            };
            match elem {
                None => elem = Some(*e),
                Some(old) if !types.identical(old, *e) => {
                    let (a, b) = self.type_strs(old, *e);
                    return Err(format!(
                        "mismatched slice element types {a} and {b} in {}",
                        self.operand_str(x)
                    ));
                }
                _ => {}
            }
        }
        elem.ok_or_else(|| format!("argument must be a slice; have {}", self.operand_str(x)))
    }

    /// Whether the type set of `t` is within `{string, []byte}`, and whether it has a string.
    fn bytes_or_string(&self, t: TypeId) -> (bool, bool) {
        let types = self.types;
        let mut has_string = false;
        for u in self.specific_unders(t) {
            match u {
                Some(u) if matches!(types.get(u), Type::Slice(e) if types.identical(*e, TypeId::BYTE)) =>
                    {}
                Some(u) if types.is_string(u) => has_string = true,
                _ => return (false, has_string),
            }
        }
        (true, has_string)
    }

    fn builtin_append(&mut self, x: &mut Operand, call: Call<'a>, args: &mut [Operand]) -> bool {
        let types = self.types;
        let elem = match self.slice_elem(x) {
            Ok(e) => e,
            Err(why) => {
                self.err(
                    self.operand_span(x),
                    Code::InvalidAppend,
                    format!("invalid append: {why}"),
                );
                return false;
            }
        };
        // spec: "As a special case, if the core type of s is []byte, append also accepts a second argument with core
        // type bytestring followed by ... ."
        let byte_slice = types.universe().byte_slice;
        if args.len() == 2 && call.has_dots && self.assignable_to(x, byte_slice, None).is_ok() {
            let y = args[1].ty;
            if self.bytes_or_string(y) == (true, true) {
                if types.is_untyped(y) {
                    // The string gets its final type.
                    self.convert_untyped(&mut args[1], TypeId::STRING);
                }
                let sig = self.variadic_sig(x.ty, x.ty, y);
                self.record_builtin_type(call.fun, sig);
                x.mode = Mode::Value;
                return true;
            }
        }
        let sig = self.variadic_sig(x.ty, x.ty, types.slice(elem));
        self.arguments(call, sig, Vec::new(), &[], args, &[]);
        // The result is known whatever the arguments are.
        self.record_builtin_type(call.fun, sig);
        x.mode = Mode::Value;
        true
    }

    fn builtin_len(&mut self, x: &mut Operand, call: Call<'a>, id: BuiltinId) -> bool {
        let types = self.types;
        let is_len = id == BuiltinId::Len;
        let measurable = |u: TypeId| match types.get(self.array_ptr_deref(u)) {
            Type::Basic(_) => is_len && types.is_string(u),
            Type::Array { .. } | Type::Slice(_) | Type::Chan { .. } => true,
            Type::Map { .. } => is_len,
            _ => false,
        };
        let mut val = None;
        let ok = if types.is_type_param(x.ty) {
            self.specific_unders(x.ty)
                .into_iter()
                .all(|u| u.is_some_and(measurable))
        } else {
            let u = types.underlying(x.ty);
            if measurable(u) {
                match types.get(self.array_ptr_deref(u)) {
                    Type::Basic(_) if x.mode == Mode::Constant => {
                        val = Some(Value::Int64(x.value().string_len() as i64));
                    }
                    // spec: "The expressions len(s) and cap(s) are constants if the type of s is an array or pointer
                    // to an array and the expression s does not contain channel receives or (non-constant) function
                    // calls; in this case s is not evaluated."
                    Type::Array { len, .. } if !self.env.has_call_or_recv => {
                        val = Some(if *len >= 0 {
                            Value::Int64(*len)
                        } else {
                            Value::Unknown
                        });
                    }
                    _ => {}
                }
                true
            } else {
                false
            }
        };
        if !ok {
            if types.is_valid(types.underlying(x.ty)) {
                let code = if is_len {
                    Code::InvalidLen
                } else {
                    Code::InvalidCap
                };
                let msg = format!(
                    "invalid argument: {} for built-in {}",
                    self.operand_str(x),
                    id.name()
                );
                self.err(self.operand_span(x), code, msg);
            }
            return false;
        }
        match val {
            Some(v) => {
                x.mode = Mode::Constant;
                x.val = Some(v);
            }
            None => {
                self.record_builtin(call.fun, Some(TypeId::INT), &[x.ty]);
                x.mode = Mode::Value;
            }
        }
        x.ty = TypeId::INT;
        true
    }

    fn builtin_clear(&mut self, x: &mut Operand, call: Call<'a>) -> bool {
        self.verify_version(self.expr_span(call.fun), GoVersion::GO1_21, "clear");
        for u in self.specific_unders(x.ty) {
            if !matches!(
                u.map(|u| self.types.get(u)),
                Some(Type::Map { .. } | Type::Slice(_))
            ) {
                let msg = format!(
                    "invalid argument: cannot clear {}: argument must be (or constrained by) map or slice",
                    self.operand_str(x)
                );
                self.err(self.operand_span(x), Code::InvalidClear, msg);
                return false;
            }
        }
        x.mode = Mode::NoValue;
        self.record_builtin(call.fun, None, &[x.ty]);
        true
    }

    fn builtin_close(&mut self, x: &mut Operand, call: Call<'a>) -> bool {
        for u in self.specific_unders(x.ty) {
            let what = match u.map(|u| self.types.get(u)) {
                Some(Type::Chan {
                    dir: ChanDir::RecvOnly,
                    ..
                }) => "receive-only channel",
                Some(Type::Chan { .. }) => continue,
                _ => "non-channel",
            };
            let msg = format!(
                "invalid operation: cannot close {what} {}",
                self.operand_str(x)
            );
            self.err(self.operand_span(x), Code::InvalidClose, msg);
            return false;
        }
        x.mode = Mode::NoValue;
        self.record_builtin(call.fun, None, &[x.ty]);
        true
    }

    fn builtin_copy(&mut self, x: &mut Operand, call: Call<'a>, y: &mut Operand) -> bool {
        let types = self.types;
        let dst = match self.slice_elem(x) {
            Ok(e) => e,
            Err(why) => {
                self.err(
                    self.operand_span(x),
                    Code::InvalidCopy,
                    format!("invalid copy: {why}"),
                );
                return false;
            }
        };
        let special = self
            .assignable_to(x, types.universe().byte_slice, None)
            .is_ok()
            && self.bytes_or_string(y.ty).0;
        if !special {
            let src = match self.slice_elem(y) {
                Ok(e) => e,
                Err(_) if types.all_string(y.ty) => TypeId::BYTE,
                Err(why) => {
                    self.err(
                        self.operand_span(y),
                        Code::InvalidCopy,
                        format!("invalid copy: {why}"),
                    );
                    return false;
                }
            };
            if !types.identical(dst, src) {
                let (xs, ys) = (self.operand_str(x), self.operand_str(y));
                let (a, b) = self.type_strs(dst, src);
                let msg = format!(
                    "invalid copy: arguments {xs} and {ys} have different element types {a} and {b}"
                );
                self.err(self.operand_span(x), Code::InvalidCopy, msg);
                return false;
            }
        } else if types.is_untyped(y.ty) {
            self.convert_untyped(y, TypeId::STRING);
        }
        self.record_builtin(call.fun, Some(TypeId::INT), &[x.ty, y.ty]);
        x.mode = Mode::Value;
        x.ty = TypeId::INT;
        true
    }

    fn builtin_delete(&mut self, x: &mut Operand, call: Call<'a>, key_arg: &Operand) -> bool {
        let types = self.types;
        let map = x.ty;
        let mut key: Option<TypeId> = None;
        for u in self.specific_unders(map) {
            let Some(Type::Map { key: k, .. }) = u.map(|u| types.get(u)) else {
                let msg = format!("invalid argument: {} is not a map", self.operand_str(x));
                self.err(self.operand_span(x), Code::InvalidDelete, msg);
                return false;
            };
            if key.is_some_and(|key| !types.identical(key, *k)) {
                let msg = format!(
                    "invalid argument: maps of {} must have identical key types",
                    self.operand_str(x)
                );
                self.err(self.operand_span(x), Code::InvalidDelete, msg);
                return false;
            }
            key = Some(*k);
        }
        let Some(key) = key else { return false };
        *x = key_arg.clone();
        self.assignment(x, Some(key), "argument to delete");
        if !x.is_valid() {
            return false;
        }
        x.mode = Mode::NoValue;
        self.record_builtin(call.fun, None, &[map, key]);
        true
    }

    fn builtin_make(&mut self, x: &mut Operand, call: Call<'a>) -> bool {
        let types = self.types;
        let arg0 = call.args[0];
        let t = self.var_type(arg0);
        if !types.is_valid(t) {
            return false;
        }
        let under = self.common_under_if(t, |check, pair| {
            match pair.map(|(_, u)| check.types.get(u)) {
                Some(Type::Slice(_) | Type::Map { .. } | Type::Chan { .. }) => None,
                None => Some("no specific type".to_string()),
                _ => Some("type must be slice, map, or channel".to_string()),
            }
        });
        let under = match under {
            Ok(u) => u,
            Err(cause) => {
                let msg = format!(
                    "invalid argument: cannot make {}: {cause}",
                    self.expr_str(arg0)
                );
                self.err(self.expr_span(arg0), Code::InvalidMake, msg);
                return false;
            }
        };
        let min = if matches!(types.get(under), Type::Slice(_)) {
            2
        } else {
            1
        };
        let nargs = call.args.len();
        if nargs < min || nargs > min + 1 {
            let msg = format!(
                "invalid operation: {} expects {min} or {} arguments; found {nargs}",
                self.expr_str(call.e),
                min + 1
            );
            self.err(self.expr_span(call.e), Code::WrongArgCount, msg);
            return false;
        }
        let mut params = vec![t];
        let mut sizes = Vec::new();
        for &arg in &call.args[1..] {
            let (ty, size) = self.index(arg, -1);
            params.push(ty);
            if size >= 0 {
                sizes.push(size);
            }
        }
        if let [len, cap] = sizes[..]
            && len > cap
        {
            self.err(
                self.expr_span(call.args[1]),
                Code::SwappedMakeArgs,
                "invalid argument: length and capacity swapped",
            );
        }
        x.mode = Mode::Value;
        x.ty = t;
        self.record_builtin(call.fun, Some(t), &params);
        true
    }

    fn builtin_min_max(
        &mut self,
        x: &mut Operand,
        call: Call<'a>,
        id: BuiltinId,
        args: &mut [Operand],
    ) -> bool {
        let types = self.types;
        let what = format!("built-in {}", id.name());
        self.verify_version(self.expr_span(call.fun), GoVersion::GO1_21, what);
        let op = if id == BuiltinId::Max {
            Op::Gtr
        } else {
            Op::Lss
        };
        for (i, a) in args.iter_mut().enumerate() {
            if !types.all_ordered(a.ty) {
                let msg = format!(
                    "invalid argument: {} cannot be ordered",
                    self.operand_str(a)
                );
                self.err(self.operand_span(a), Code::InvalidMinMaxOperand, msg);
                return false;
            }
            if i == 0 {
                continue;
            }
            self.match_types(x, a);
            if !x.is_valid() {
                return false;
            }
            if !types.identical(x.ty, a.ty) {
                let (xt, at) = self.type_strs(x.ty, a.ty);
                let msg = format!(
                    "invalid argument: mismatched types {xt} (previous argument) and {at} (type of {})",
                    self.operand_expr_str(a)
                );
                self.err(self.operand_span(a), Code::MismatchedTypes, msg);
                return false;
            }
            if x.mode == Mode::Constant && a.mode == Mode::Constant {
                if constant::compare(&a.value(), op, &x.value()) {
                    *x = a.clone();
                }
            } else {
                x.mode = Mode::Value;
            }
        }
        if x.mode != Mode::Constant {
            x.mode = Mode::Value;
            let any = types.universe().empty_interface;
            let context = format!("argument to built-in {}", id.name());
            self.assignment(x, Some(any), &context);
            if !x.is_valid() {
                return false;
            }
        }
        for a in args.iter() {
            self.update_operand_type(a, x.ty, true);
        }
        if x.mode != Mode::Constant {
            self.record_builtin(call.fun, Some(x.ty), &vec![x.ty; args.len()]);
        }
        true
    }

    fn builtin_new(&mut self, x: &mut Operand, call: Call<'a>) -> bool {
        let arg = call.args[0];
        self.expr_or_type(x, arg, false);
        self.exclude(x, ModeSet::NO_VALUE.or(ModeSet::BUILTIN));
        match x.mode {
            Mode::Invalid => return false,
            Mode::TypExpr => self.valid_var_type(arg, x.ty),
            _ => {
                if self.types.is_untyped(x.ty) {
                    self.assignment(x, None, "argument to new");
                    if !x.is_valid() {
                        return false;
                    }
                }
                let what = format!("new({})", self.expr_str(arg));
                self.verify_version(self.expr_span(call.fun), GoVersion::GO1_26, what);
            }
        }
        let t = x.ty;
        x.mode = Mode::Value;
        x.ty = self.types.pointer(t);
        self.record_builtin(call.fun, Some(x.ty), &[t]);
        true
    }

    /// The array, for a pointer to one; otherwise the type itself.
    pub(crate) fn array_ptr_deref(&self, t: TypeId) -> TypeId {
        if let Type::Pointer(b) = self.types.get(self.types.unalias(t)) {
            let u = self.types.underlying(*b);
            if matches!(self.types.get(u), Type::Array { .. }) {
                return u;
            }
        }
        t
    }
}
