//! Range clauses: over arrays, slices, strings, maps, channels, integers and functions.

use super::Checker;
use super::GoVersion;
use super::Mode;
use super::Operand;
use crate::base::sym;
use crate::diag::Code;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;
use crate::types::ChanDir;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::VarFlags;
use crate::types::VarKind;

/// The iteration values of a range clause; none where it has no such value.
type KeyVal = (Option<TypeId>, Option<TypeId>);

impl<'a> Checker<'a> {
    /// Checks a range statement.
    pub(crate) fn range_stmt(&mut self, s: StmtId) {
        let (types, file) = (self.types, self.file);
        let StmtKind::RangeStmt {
            lhs,
            define,
            x: range_expr,
            body,
            ..
        } = &file.stmt(s).kind
        else {
            return;
        };
        let mut x = Operand::default();
        self.env.has_call_or_recv = false;
        self.expr(None, &mut x, *range_expr);
        let (key_lhs, val_lhs, extra) = (
            lhs.first().copied(),
            lhs.get(1).copied(),
            lhs.get(2).copied(),
        );
        let (mut key, mut val) = (None, None);
        if x.is_valid() {
            let xs = self.operand_str(&x);
            match self.range_key_val(x.ty) {
                Err(cause) => {
                    let msg = if cause.is_empty() {
                        format!("cannot range over {xs}")
                    } else {
                        format!("cannot range over {xs}: {cause}")
                    };
                    self.err(self.operand_span(&x), Code::InvalidRangeExpr, msg);
                }
                Ok((k, v)) => {
                    if let Some(e) = key_lhs.filter(|_| k.is_none()) {
                        let msg = format!("range over {xs} permits no iteration variables");
                        self.err(self.expr_span(e), Code::InvalidIterVar, msg);
                    } else if let Some(e) = val_lhs.filter(|_| v.is_none()) {
                        let msg = format!("range over {xs} permits only one iteration variable");
                        self.err(self.expr_span(e), Code::InvalidIterVar, msg);
                    } else if let Some(e) = extra {
                        let msg = "range clause permits at most two iteration variables";
                        self.err(self.expr_span(e), Code::InvalidIterVar, msg);
                    }
                    (key, val) = (k, v);
                }
            }
        }
        let scope = self.open_scope();
        self.env.loop_depth += 1;
        let over_int = types.is_integer(x.ty);
        let pairs = [(key_lhs, key), (val_lhs, val)];
        if *define {
            let mut vars = Vec::new();
            for (lhs, ty) in pairs {
                let Some(lhs) = lhs else { continue };
                let v = match file.as_ident(lhs) {
                    Some(id) => {
                        let name = file.name_of(id);
                        let v = types.new_var(
                            VarKind::Local,
                            self.ident_span(id),
                            Some(self.pkg),
                            name,
                            None,
                        );
                        self.record_def(id, v);
                        if name != sym::UNDERSCORE {
                            vars.push(v);
                        }
                        v
                    }
                    None => {
                        let msg = format!("cannot declare {}", self.expr_str(lhs));
                        self.err(self.expr_span(lhs), Code::InvalidSyntaxTree, msg);
                        self.dummy_var(self.expr_span(lhs))
                    }
                };
                let Some(ty) = ty.filter(|t| *t != TypeId::INVALID) else {
                    types.object(v).set_ty(TypeId::INVALID);
                    types.object(v).set_var_flags(VarFlags::USED);
                    continue;
                };
                if over_int {
                    self.init_var(v, &mut x, "range clause");
                } else {
                    let mut y = Operand::of(Mode::Value, lhs, ty);
                    self.init_var(v, &mut y, "assignment");
                }
            }
            if vars.is_empty() {
                self.err(
                    self.stmt_span(s),
                    Code::NoNewVar,
                    "no new variables on left side of :=",
                );
            }
            for v in vars {
                self.declare_local(scope, v);
            }
        } else if key_lhs.is_some() {
            for (lhs, ty) in pairs {
                let (Some(lhs), Some(ty)) = (lhs, ty.filter(|t| *t != TypeId::INVALID)) else {
                    continue;
                };
                if over_int {
                    self.assign_var(lhs, &mut x, "range clause");
                    if x.is_valid() && !types.is_integer(x.ty) {
                        let msg = format!(
                            "cannot use iteration variable of type {}",
                            self.type_str(x.ty)
                        );
                        self.err(self.expr_span(lhs), Code::InvalidRangeExpr, msg);
                    }
                } else {
                    let mut y = Operand::of(Mode::Value, lhs, ty);
                    self.assign_var(lhs, &mut y, "assignment");
                }
            }
        } else if over_int {
            // Also without a variable the value must fit the type it has by default.
            self.assignment(&mut x, None, "range clause");
        }
        self.block(body);
        self.env.loop_depth -= 1;
        self.close_scope();
    }

    /// The types of the iteration values of a range over `orig`, or why there is none.
    fn range_key_val(&mut self, orig: TypeId) -> Result<KeyVal, String> {
        let types = self.types;
        let under = self.common_under_if(orig, |check, pair| match pair {
            Some((t, u)) => match check.types.get(u) {
                Type::Chan {
                    dir: ChanDir::SendOnly,
                    ..
                } => Some(format!(
                    "receive from send-only channel {}",
                    check.type_str(t)
                )),
                _ => None,
            },
            None => None,
        })?;
        match types.get(self.array_ptr_deref(under)) {
            Type::Basic(_) if types.is_string(under) => Ok((Some(TypeId::INT), Some(TypeId::RUNE))),
            Type::Basic(_) if types.is_integer(under) => {
                if !self.allow_version(GoVersion::GO1_22) {
                    return Err("requires go1.22 or later".into());
                }
                Ok((Some(orig), None))
            }
            Type::Array { elem, .. } | Type::Slice(elem) => Ok((Some(TypeId::INT), Some(*elem))),
            Type::Map { key, elem } => Ok((Some(*key), Some(*elem))),
            Type::Chan { elem, .. } => Ok((Some(*elem), None)),
            Type::Signature(s) => {
                if !self.allow_version(GoVersion::GO1_23) {
                    return Err("requires go1.23 or later".into());
                }
                let want = "func must be func(yield func(...) bool)";
                if s.params.len() != 1 {
                    return Err(format!("{want}: wrong argument count"));
                }
                if !s.results.is_empty() {
                    return Err(format!("{want}: unexpected results"));
                }
                let yields = match self.common_under_if(s.params[0].ty, |_, _| None) {
                    Ok(u) => u,
                    Err(why) => return Err(format!("{want}: in yield type, {why}")),
                };
                let Type::Signature(cb) = types.get(yields) else {
                    return Err(format!("{want}: argument is not func"));
                };
                if cb.params.len() > 2 {
                    return Err(format!("{want}: yield func has too many parameters"));
                }
                match &*cb.results {
                    [one] if types.identical(one.ty, TypeId::BOOL) => {}
                    [one] if types.is_boolean(one.ty) => {
                        return Err(format!(
                            "{want}: yield func returns user-defined boolean, not bool"
                        ));
                    }
                    _ => return Err(format!("{want}: yield func does not return bool")),
                }
                if cb.variadic {
                    return Err(format!(
                        "yield func of type {} cannot be variadic",
                        self.type_str(yields)
                    ));
                }
                Ok((
                    cb.params.first().map(|p| p.ty),
                    cb.params.get(1).map(|p| p.ty),
                ))
            }
            _ => Err(String::new()),
        }
    }
}
