//! The functions of package unsafe.

use super::Checker;
use super::GoVersion;
use super::Mode;
use super::Operand;
use super::SelectionKind;
use super::call::Call;
use crate::constant::Value;
use crate::diag::Code;
use crate::syntax::ast::ExprKind;
use crate::types::BuiltinId;
use crate::types::Entity;
use crate::types::LookupFailure;
use crate::types::Type;
use crate::types::TypeId;

impl<'a> Checker<'a> {
    /// The functions of package unsafe.
    pub(crate) fn unsafe_builtin(
        &mut self,
        x: &mut Operand,
        call: Call<'a>,
        id: BuiltinId,
        args: &mut [Operand],
    ) -> bool {
        let types = self.types;
        let since = match id {
            BuiltinId::Add | BuiltinId::Slice => GoVersion::GO1_17,
            BuiltinId::SliceData | BuiltinId::String | BuiltinId::StringData => GoVersion::GO1_20,
            _ => GoVersion(0),
        };
        if !self.allow_version(since) {
            let what = format!("unsafe.{}", id.name());
            self.verify_version(self.expr_span(call.fun), since, what);
        }
        match id {
            BuiltinId::Add => {
                self.assignment(x, Some(TypeId::UNSAFE_POINTER), "argument to unsafe.Add");
                if !x.is_valid()
                    || !self.is_valid_index(&mut args[1], Code::InvalidUnsafeAdd, "length", true)
                {
                    return false;
                }
                x.mode = Mode::Value;
                x.ty = TypeId::UNSAFE_POINTER;
                self.record_builtin(call.fun, Some(x.ty), &[x.ty, args[1].ty]);
            }
            BuiltinId::Alignof | BuiltinId::Sizeof => {
                let context = format!("argument to unsafe.{}", id.name());
                self.assignment(x, None, &context);
                if !x.is_valid() {
                    return false;
                }
                if self.has_var_size(x.ty) {
                    x.mode = Mode::Value;
                    self.record_builtin(call.fun, Some(TypeId::UINTPTR), &[x.ty]);
                } else {
                    let n = if id == BuiltinId::Alignof {
                        Some(types.alignof(x.ty))
                    } else {
                        types.sizeof(x.ty)
                    };
                    let Some(n) = n else {
                        let msg = format!("{} is too large", self.operand_str(x));
                        self.err(self.operand_span(x), Code::TypeTooLarge, msg);
                        return false;
                    };
                    x.mode = Mode::Constant;
                    x.val = Some(Value::Int64(n));
                }
                x.ty = TypeId::UINTPTR;
            }
            BuiltinId::Offsetof => return self.builtin_offsetof(x, call),
            BuiltinId::Slice => {
                let ptr = types.core_type(x.ty);
                let Some(Type::Pointer(base)) = ptr.map(|u| types.get(u)) else {
                    let msg = format!("invalid argument: {} is not a pointer", self.operand_str(x));
                    self.err(self.operand_span(x), Code::InvalidUnsafeSlice, msg);
                    return false;
                };
                if !self.is_valid_index(&mut args[1], Code::InvalidUnsafeSlice, "length", false) {
                    return false;
                }
                x.mode = Mode::Value;
                x.ty = types.slice(*base);
                self.record_builtin(call.fun, Some(x.ty), &[types.pointer(*base), args[1].ty]);
            }
            BuiltinId::SliceData => {
                let slice = types.core_type(x.ty);
                let Some(Type::Slice(elem)) = slice.map(|u| types.get(u)) else {
                    let msg = format!("invalid argument: {} is not a slice", self.operand_str(x));
                    self.err(self.operand_span(x), Code::InvalidUnsafeSliceData, msg);
                    return false;
                };
                x.mode = Mode::Value;
                x.ty = types.pointer(*elem);
                self.record_builtin(call.fun, Some(x.ty), &[types.slice(*elem)]);
            }
            BuiltinId::String => {
                let ptr = types.pointer(TypeId::BYTE);
                self.assignment(x, Some(ptr), "argument to unsafe.String");
                if !x.is_valid()
                    || !self.is_valid_index(
                        &mut args[1],
                        Code::InvalidUnsafeString,
                        "length",
                        false,
                    )
                {
                    return false;
                }
                x.mode = Mode::Value;
                x.ty = TypeId::STRING;
                self.record_builtin(call.fun, Some(x.ty), &[ptr, args[1].ty]);
            }
            BuiltinId::StringData => {
                self.assignment(x, Some(TypeId::STRING), "argument to unsafe.StringData");
                if !x.is_valid() {
                    return false;
                }
                x.mode = Mode::Value;
                x.ty = types.pointer(TypeId::BYTE);
                self.record_builtin(call.fun, Some(x.ty), &[TypeId::STRING]);
            }
            _ => return false,
        }
        true
    }

    fn builtin_offsetof(&mut self, x: &mut Operand, call: Call<'a>) -> bool {
        let (types, file) = (self.types, self.file);
        let arg0 = call.args[0];
        let selx = file.unparen(arg0);
        let ExprKind::SelectorExpr { x: base_expr, sel } = file.expr(selx).kind else {
            let msg = format!(
                "invalid argument: {} is not a selector expression",
                self.expr_str(arg0)
            );
            self.err(self.expr_span(arg0), Code::BadOffsetofSyntax, msg);
            self.use_exprs(&[arg0]);
            return false;
        };
        self.expr(None, x, base_expr);
        if !x.is_valid() {
            return false;
        }
        let base = types.deref_struct_ptr(x.ty);
        let name = file.name_of(sel);
        let found = match types.lookup_field_or_method(base, false, Some(self.pkg), name, false) {
            Ok(found) => found,
            Err(
                LookupFailure::NotFound | LookupFailure::Ambiguous | LookupFailure::PointerReceiver,
            ) => {
                let msg = format!(
                    "invalid argument: {} has no single field {}",
                    self.type_str(base),
                    types.str(name)
                );
                self.err(self.operand_span(x), Code::MissingFieldOrMethod, msg);
                return false;
            }
        };
        let Entity::Field(field) = found.entity else {
            let msg = format!(
                "invalid argument: {} is a method value",
                self.expr_str(arg0)
            );
            self.err(self.expr_span(arg0), Code::InvalidOffsetof, msg);
            return false;
        };
        if found.indirect {
            let msg = format!(
                "invalid argument: field {} is embedded via a pointer in {}",
                types.str(name),
                self.type_str(base)
            );
            self.err(self.operand_span(x), Code::InvalidOffsetof, msg);
            return false;
        }
        let index = found.index.clone();
        self.select(selx, SelectionKind::FieldVal, base, found, field.ty);
        let mode = if x.mode == Mode::Variable {
            Mode::Variable
        } else {
            Mode::Value
        };
        self.record_type_and_value(selx, mode, field.ty, None);
        if self.has_var_size(base) {
            x.mode = Mode::Value;
            self.record_builtin(call.fun, Some(TypeId::UINTPTR), &[field.ty]);
        } else {
            let Some(offset) = types.offset_of_path(base, &index) else {
                let msg = format!("{} is too large", self.operand_str(x));
                self.err(self.operand_span(x), Code::TypeTooLarge, msg);
                return false;
            };
            x.mode = Mode::Constant;
            x.val = Some(Value::Int64(offset));
        }
        x.ty = TypeId::UINTPTR;
        true
    }

    /// Whether the size depends on type parameters, or is not known because it depends on itself.
    fn has_var_size(&mut self, t: TypeId) -> bool {
        let types = self.types;
        if let Some(var) = self.var_sizes.get(&t) {
            return *var;
        }
        match types.get(types.unalias(t)) {
            Type::TypeParam(_) => true,
            Type::Named(n) => {
                if let Some(i) = self.obj_path.iter().position(|o| *o == n.obj) {
                    let cycle: Vec<_> = self.obj_path[i..].iter().map(|o| (*o, None)).collect();
                    let start = self.first_in_src(&cycle);
                    self.cycle_error(&cycle, start);
                    return true;
                }
                self.push_obj(n.obj);
                let var = match types.under(t) {
                    Type::Array { .. } | Type::Struct(_) => self.has_var_size(types.underlying(t)),
                    _ => false,
                };
                self.pop_obj();
                self.var_sizes.insert(t, var);
                var
            }
            Type::Array { elem, .. } => self.has_var_size(*elem),
            Type::Struct(s) => s.fields.iter().any(|f| self.has_var_size(f.ty)),
            _ => false,
        }
    }
}
