//! Types that contain themselves without a pointer in between.
//!
//! The check follows arrays, structs, unions and embedded interfaces. `nest` are the declared types whose right-hand
//! sides are being visited, `path` all of them for the message. A type parameter stands for the type argument of the
//! instance it belongs to, looked at from outside of that instance. What was found valid is remembered with its depth, which
//! is bounded, so that later passes may recurse over types.

use crate::diag::Code;
use crate::types::MAX_TYPE_DEPTH;
use crate::types::Type;
use crate::types::TypeId;

use super::Checker;

/// The type is invalid, and that was reported.
struct Invalid;

impl Checker<'_> {
    /// Reports a declared type that contains itself, or is nested too deeply.
    pub(crate) fn valid_type(&mut self, t: TypeId) {
        let _ = self.valid_type0(t, &mut Vec::new(), &mut Vec::new());
    }

    /// How deeply a valid type is nested.
    fn valid_type0(
        &mut self,
        t: TypeId,
        nest: &mut Vec<TypeId>,
        path: &mut Vec<TypeId>,
    ) -> Result<u32, Invalid> {
        let types = self.types;
        let t = types.unalias(t);
        let mut depth = 0;
        match types.get(t) {
            Type::Array { elem, .. } => depth = self.valid_type0(*elem, nest, path)?,
            Type::Struct(s) => {
                for f in &s.fields {
                    depth = depth.max(self.valid_type0(f.ty, nest, path)?);
                }
            }
            Type::Union(ts) => {
                for x in ts {
                    depth = depth.max(self.valid_type0(x.ty, nest, path)?);
                }
            }
            Type::Interface(i) => {
                for e in &i.embeddeds {
                    depth = depth.max(self.valid_type0(e.ty, nest, path)?);
                }
            }
            Type::Named(n) => {
                if let Some(d) = self.known_valid.get(&t) {
                    return Ok(*d);
                }
                if nest.iter().any(|e| types.identical(*e, t)) {
                    types.set_broken(types.origin(t));
                    if let Some(start) = path.iter().position(|p| types.identical(*p, t)) {
                        let entry = |p: &TypeId| match types.get(*p) {
                            Type::Named(n) => Some((n.obj, Some(*p))),
                            _ => None,
                        };
                        let cycle: Vec<_> = path[start..].iter().filter_map(entry).collect();
                        self.cycle_error(&cycle, 0);
                    }
                    return Err(Invalid);
                }
                let Type::Named(origin) = types.get(types.origin(t)) else {
                    return Ok(0);
                };
                let Some(rhs) = origin.rhs() else {
                    return Ok(0);
                };
                if path.len() <= MAX_TYPE_DEPTH as usize {
                    nest.push(t);
                    path.push(t);
                    let r = self.valid_type0(rhs, nest, path);
                    nest.pop();
                    path.pop();
                    depth = r?;
                } else {
                    depth = MAX_TYPE_DEPTH;
                }
                if depth >= MAX_TYPE_DEPTH {
                    let at = self.object_span(n.obj);
                    types.set_broken(types.origin(t));
                    self.err(at, Code::InvalidTypeCycle, "type nested too deeply");
                    return Err(Invalid);
                }
                // Type parameters of what is around do not occur in a type without type parameters.
                if !types.is_parameterized(t) {
                    self.known_valid.insert(t, depth + 1);
                }
            }
            Type::TypeParam(_) => {
                let Some(inst) = nest.last().copied() else {
                    return Ok(0);
                };
                let targ = types
                    .tparams(inst)
                    .iter()
                    .position(|p| *p == t)
                    .and_then(|i| types.targs(inst).get(i).copied());
                let Some(targ) = targ else { return Ok(0) };
                nest.pop();
                let r = self.valid_type0(targ, nest, path);
                nest.push(inst);
                return r;
            }
            _ => return Ok(0),
        }
        Ok(depth + 1)
    }
}
