//! Types that contain themselves without a pointer in between.
//!
//! The check follows arrays, structs, unions and embedded interfaces. `nest` are the declared types whose right-hand
//! sides are being visited, `path` all of them for the message. A type parameter stands for the type argument of the
//! instance it belongs to, looked at from outside of that instance.

use crate::types::Type;
use crate::types::TypeId;

use super::Checker;

impl Checker<'_> {
    /// Reports a declared type that contains itself.
    pub(crate) fn valid_type(&mut self, t: TypeId) {
        self.valid_type0(t, &mut Vec::new(), &mut Vec::new());
    }

    fn valid_type0(&mut self, t: TypeId, nest: &mut Vec<TypeId>, path: &mut Vec<TypeId>) -> bool {
        let types = self.types;
        let t = types.unalias(t);
        match types.get(t) {
            Type::Array { elem, .. } => self.valid_type0(*elem, nest, path),
            Type::Struct(s) => s.fields.iter().all(|f| self.valid_type0(f.ty, nest, path)),
            Type::Union(ts) => ts.iter().all(|x| self.valid_type0(x.ty, nest, path)),
            Type::Interface(i) => i
                .embeddeds
                .iter()
                .all(|e| self.valid_type0(e.ty, nest, path)),
            Type::Named(_) => {
                if self.known_valid.contains(&t) {
                    return true;
                }
                if nest.iter().any(|e| types.identical(*e, t)) {
                    types.set_broken(types.origin(t));
                    if let Some(start) = path.iter().position(|p| types.identical(*p, t)) {
                        let cycle: Vec<_> = path[start..]
                            .iter()
                            .filter_map(|p| match types.get(*p) {
                                Type::Named(n) => Some((n.obj, Some(*p))),
                                _ => None,
                            })
                            .collect();
                        self.cycle_error(&cycle, 0);
                    }
                    return false;
                }
                let Type::Named(origin) = types.get(types.origin(t)) else {
                    return true;
                };
                let Some(rhs) = origin.rhs() else { return true };
                if path.len() > 2000 {
                    return true;
                }
                nest.push(t);
                path.push(t);
                let ok = self.valid_type0(rhs, nest, path);
                nest.pop();
                path.pop();
                if ok && nest.is_empty() && types.targs(t).is_empty() {
                    self.known_valid.insert(t);
                }
                ok
            }
            Type::TypeParam(_) => {
                let Some(inst) = nest.last().copied() else {
                    return true;
                };
                let targ = types
                    .tparams(inst)
                    .iter()
                    .position(|p| *p == t)
                    .and_then(|i| types.targs(inst).get(i).copied());
                let Some(targ) = targ else { return true };
                nest.pop();
                let ok = self.valid_type0(targ, nest, path);
                nest.push(inst);
                ok
            }
            _ => true,
        }
    }
}
