//! Which conversions of unsafe.Pointer are refused. A pointer may become an unsafe.Pointer and that a number at any time. The way
//! back is looked at again while the program runs, but what can never be right is refused here: taking memory for a type
//! that cannot lie there, and making pointers of numbers that were not pointers in the same expression.

use super::Checker;
use super::Mode;
use super::SelectionKind;
use super::call::Call;
use crate::diag::Code;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::BasicKind;
use crate::types::Entity;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::View;

/// What becomes of a pointer that a conversion makes, as far as its parent knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PointerUse {
    /// What it points to is read at once.
    Read,
    /// It is written at once, or its address is taken.
    Written,
    /// An atomic operation on an unsafe.Pointer gets it.
    Atomic,
}

impl<'a> Checker<'a> {
    fn is_unsafe_pointer(&self, t: TypeId) -> bool {
        self.types.under_basic(t) == Some(BasicKind::UnsafePointer)
    }

    /// Notes that what the call `e` points to is read; `e` is the operand of a `*`.
    pub(crate) fn note_pointer_use(&mut self, e: ExprId, how: PointerUse) {
        let e = self.file.unparen(e);
        if self.conf.library || !matches!(self.file.expr(e).kind, ExprKind::CallExpr { .. }) {
            return;
        }
        match how {
            PointerUse::Read => {
                self.pointer_uses.entry(e).or_insert(how);
            }
            _ => {
                self.pointer_uses.insert(e, how);
            }
        }
    }

    /// Notes that a place is written or its address taken.
    pub(crate) fn note_written(&mut self, place: ExprId) {
        if let ExprKind::StarExpr { x } = self.file.expr(self.file.unparen(place)).kind {
            self.note_pointer_use(x, PointerUse::Written);
        }
    }

    /// Notes the first argument of `atomic.LoadPointer` and its like.
    pub(crate) fn note_atomic(&mut self, call: Call<'a>) {
        let ExprKind::SelectorExpr { sel, .. } = self.file.expr(self.file.unparen(call.fun)).kind
        else {
            return;
        };
        let types = self.types;
        let Some(o) = self.info().uses.get(sel).copied() else {
            return;
        };
        let pkg = types.object(o).pkg.map(|p| types.package(p).path.as_str());
        if pkg == Some("sync/atomic") && types.str(types.object(o).name).ends_with("Pointer") {
            self.note_pointer_use(call.args[0], PointerUse::Atomic);
        }
    }

    /// Looks at the conversion `call` from `from` to `to`, which is valid Go.
    pub(crate) fn unsafe_conversion(&mut self, call: Call<'a>, from: TypeId, to: TypeId) {
        let types = self.types;
        if self.conf.library || self.is_unsafe_pointer(from) == self.is_unsafe_pointer(to) {
            return;
        }
        let arg = call.args[0];
        if self.is_unsafe_pointer(to) {
            if types.under_basic(from) == Some(BasicKind::Uintptr) && !self.is_pointer_number(arg) {
                let msg = "golite does not support this conversion of uintptr to unsafe.Pointer: \
                           the number must be computed from a pointer in the same expression";
                self.err(self.expr_span(call.e), Code::UnsafeConversion, msg);
            }
            return;
        }
        let Type::Pointer(base) = types.under(to) else {
            return;
        };
        let base = *base;
        let Some(source) = self.converted_pointer(arg) else {
            return;
        };
        if types.view(source, base) != View::Never {
            return;
        }
        let fine = match self.pointer_uses.get(&call.e) {
            Some(PointerUse::Read) => types.reads_as(source, base),
            Some(PointerUse::Atomic) => {
                self.is_unsafe_pointer(base) && matches!(types.under(source), Type::Pointer(_))
            }
            _ => false,
        };
        if !fine {
            let (s, t) = self.type_strs(types.pointer(source), to);
            let msg = format!(
                "golite does not support the conversion of {s} to {t} through unsafe.Pointer: \
                 the two do not have the same parts"
            );
            self.err(self.expr_span(call.e), Code::UnsafeConversion, msg);
        }
    }

    /// What `p` points to in `unsafe.Pointer(p)`.
    fn converted_pointer(&mut self, e: ExprId) -> Option<TypeId> {
        let (_, arg) = self.type_conversion(e)?;
        match self.types.under(self.recorded_type(arg)?) {
            Type::Pointer(base) => Some(*base),
            _ => None,
        }
    }

    /// Type and operand of a conversion.
    fn type_conversion(&mut self, e: ExprId) -> Option<(TypeId, ExprId)> {
        let e = self.file.unparen(e);
        let call = self.as_call(e)?;
        let tv = self.info().type_and_value(call.fun)?;
        match call.args {
            [arg] if tv.mode == Mode::TypExpr => Some((tv.ty, *arg)),
            _ => None,
        }
    }

    fn recorded_type(&mut self, e: ExprId) -> Option<TypeId> {
        self.info().type_and_value(e).map(|tv| tv.ty)
    }

    /// Whether a number comes from a pointer and has at most been moved by an offset since, or is 0.
    fn is_pointer_number(&mut self, e: ExprId) -> bool {
        let e = self.file.unparen(e);
        if let Some(tv) = self.info().type_and_value(e)
            && tv.mode == Mode::Constant
        {
            return tv.value.as_ref().and_then(|v| v.to_int().int64_val()) == Some(0);
        }
        match &self.file.expr(e).kind {
            ExprKind::BinaryExpr { op, x, y } => match op {
                BinaryOp::Add => self.is_pointer_number(*x) || self.is_pointer_number(*y),
                BinaryOp::Sub | BinaryOp::AndNot => self.is_pointer_number(*x),
                _ => false,
            },
            ExprKind::CallExpr { fun, .. } => {
                if let Some((t, arg)) = self.type_conversion(e) {
                    return self.types.under_basic(t) == Some(BasicKind::Uintptr)
                        && (self
                            .recorded_type(arg)
                            .is_some_and(|t| self.is_unsafe_pointer(t))
                            || self.is_pointer_number(arg));
                }
                let fun = self.file.unparen(*fun);
                self.is_address_method(fun)
            }
            _ => false,
        }
    }

    /// `v.Pointer` or `v.UnsafeAddr` of a reflect.Value.
    fn is_address_method(&mut self, fun: ExprId) -> bool {
        let types = self.types;
        match self.info().selections.get(&fun) {
            Some(s) if s.kind == SelectionKind::MethodVal => match s.entity {
                Entity::Method(m) => {
                    let o = types.object(m);
                    let reflect = o.pkg.is_some_and(|p| types.package(p).path == "reflect");
                    reflect && matches!(types.str(o.name), "Pointer" | "UnsafeAddr")
                }
                _ => false,
            },
            _ => false,
        }
    }
}
