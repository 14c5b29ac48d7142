//! Instantiation of generic functions.

use super::Checker;
use super::GoVersion;
use super::Mode;
use super::Operand;
use super::Target;
use super::error::ErrorDesc;
use crate::base::Span;
use crate::diag::Code;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::Param;
use crate::types::Signature;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::TypeMap;

impl<'a> Checker<'a> {
    pub(crate) fn type_args_of(&self, inst: ExprId) -> &'a [ExprId] {
        match &self.file.expr(inst).kind {
            ExprKind::IndexExpr { indices, .. } => indices,
            _ => &[],
        }
    }

    /// Instantiates the generic function `x` by the type arguments of the index expression `inst`, by what follows from
    /// the target, or both. Without `infer`, type arguments that do not suffice are returned and `x` stays as it is.
    pub(crate) fn func_inst(
        &mut self,
        target: Option<&Target>,
        pos: Span,
        x: &mut Operand,
        inst: Option<ExprId>,
        infer: bool,
    ) -> Option<Vec<TypeId>> {
        let xlist: &[ExprId] = inst.map_or(&[], |i| self.type_args_of(i));
        let mut targs: Vec<TypeId> = Vec::new();
        if let Some(inst) = inst {
            x.expr = Some(inst);
            match self.type_list(xlist) {
                Some(list) => targs = list,
                None => {
                    x.invalidate();
                    return None;
                }
            }
        }
        let types = self.types;
        let at = inst.map_or(pos, |i| self.expr_pos(i));
        let known = self.verify_version(at, GoVersion::GO1_18, "function instantiation");
        let Type::Signature(sig) = types.get(x.ty) else {
            x.invalidate();
            return None;
        };
        let (got, want) = (targs.len(), sig.tparams.len());
        if got > want {
            let msg = format!("got {got} type arguments but want {want}");
            self.err(self.expr_span(xlist[got - 1]), Code::WrongTypeArgCount, msg);
            x.invalidate();
            return None;
        }
        if got < want {
            if !infer {
                return Some(targs);
            }
            // An assignment `var v T = x` is inferred like the call of `func g[P](func_type_of_x)` with a `T`.
            let mut params: Vec<Param> = Vec::new();
            let mut args: Vec<Operand> = Vec::new();
            let mut reverse = false;
            if let Some(t) = target {
                if known && !self.allow_version(GoVersion::GO1_21) {
                    let how = if inst.is_some() {
                        "partially"
                    } else {
                        "implicitly"
                    };
                    let what = format!("{how} instantiated function in assignment");
                    self.verify_version(at, GoVersion::GO1_21, what);
                }
                let gsig = types.signature(Signature {
                    tparams: Box::default(),
                    ..sig.clone()
                });
                params.push(Param::anonymous(gsig));
                args.push(Operand::dummy(
                    Mode::Value,
                    self.operand_pos(x),
                    t.desc.clone(),
                    t.sig,
                ));
                reverse = true;
            }
            let fresh = types.rename_tparams(&sig.tparams, &TypeMap::empty());
            let map = TypeMap::new(&sig.tparams, &fresh);
            let params = types.subst_params(&params, &map);
            let partial: Vec<Option<TypeId>> = (0..want).map(|i| targs.get(i).copied()).collect();
            let mut err = ErrorDesc::new(Code::CannotInferTypeArgs);
            let params: Vec<TypeId> = params.iter().map(|p| p.ty).collect();
            match self.infer(pos, &fresh, &partial, &params, &args, reverse, &mut err) {
                Some(list) => targs = list,
                None => {
                    self.report(err);
                    x.invalidate();
                    return None;
                }
            }
        }
        let at = self.operand_pos(x);
        let e = x.expr;
        x.ty = self.instantiate_signature(at, e, x.ty, &targs, xlist);
        x.mode = Mode::Value;
        None
    }

    /// The instance of a generic signature; `expr` names the function. Constraints are verified later.
    pub(crate) fn instantiate_signature(
        &mut self,
        pos: Span,
        expr: Option<ExprId>,
        sig: TypeId,
        targs: &[TypeId],
        xlist: &[ExprId],
    ) -> TypeId {
        let inst = self.types.instantiate(sig, targs);
        if let Some(e) = expr {
            self.record_instance(e, targs, inst);
        }
        let (targs, places) = (
            targs.to_vec(),
            xlist.iter().map(|e| self.expr_span(*e)).collect::<Vec<_>>(),
        );
        self.later(move |c| {
            let tparams = c.types.tparams(sig);
            match c.verify(tparams, &targs) {
                Err((i, cause)) => {
                    let at = places.get(i).copied().unwrap_or(pos);
                    c.err(at, Code::InvalidTypeArg, cause);
                }
                Ok(()) => c.mono.record_instance(&places, pos, tparams, &targs),
            }
        });
        inst
    }

    /// Whether one of the type parameters occurs in the type.
    pub(crate) fn mentions_any(&self, t: TypeId, tparams: &[TypeId]) -> bool {
        let types = self.types;
        let map = TypeMap::new(tparams, &vec![TypeId::INVALID; tparams.len()]);
        types.subst(t, &map) != t
    }
}
