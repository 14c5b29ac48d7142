//! Declaration cycles through type names alone (`type T T`), found by syntax before anything is type-checked, and the
//! question whether a type is complete.

use hashbrown::HashMap;

use crate::syntax::ast::DeclKind;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeId;

use super::Checker;

impl Checker<'_> {
    /// Finds type declarations that lead back to themselves; their types become invalid.
    pub(crate) fn direct_cycles(&mut self) {
        let decls = self.decls.clone();
        let types = self.types;
        let scope = self.pkg_scope;
        let mut state: HashMap<ObjectId, Option<usize>> = HashMap::new();
        for &start in decls
            .list
            .iter()
            .filter(|o| types.object(**o).is_type_name())
        {
            let mut path: Vec<ObjectId> = Vec::new();
            let mut o = start;
            loop {
                match state.get(&o) {
                    Some(None) => break,
                    Some(Some(at)) => {
                        types.object(o).set_ty(TypeId::INVALID);
                        let cycle: Vec<_> = path[*at..].iter().map(|o| (*o, None)).collect();
                        let first = self.first_in_src(&cycle);
                        self.cycle_error(&cycle, first);
                        break;
                    }
                    None => {}
                }
                state.insert(o, Some(path.len()));
                path.push(o);
                let Some((_, d)) = decls.get(o) else { break };
                let file = &self.files[d.file];
                let DeclKind::TypeSpec(s) = &file.decl(d.decl).kind else {
                    break;
                };
                let Some(rhs) = file.as_ident(s.ty) else {
                    break;
                };
                match types.scope(scope).lookup(file.name_of(rhs)) {
                    Some(next) if types.object(next).is_type_name() => o = next,
                    _ => break,
                }
            }
            for o in path {
                state.insert(o, None);
            }
        }
    }

    /// Whether the declaration of a type is complete; reports a cycle if it is still being declared.
    pub fn is_complete(&mut self, t: TypeId) -> bool {
        let types = self.types;
        let mut t = t;
        for _ in 0..10_000 {
            let (obj, rhs) = match types.get(t) {
                Type::Alias(a) => (a.obj, a.rhs()),
                Type::Named(n) if n.origin.is_none() => (n.obj, n.rhs()),
                _ => return true,
            };
            if let Some(i) = self.obj_path.iter().position(|p| *p == obj) {
                let cycle: Vec<_> = self.obj_path[i..].iter().map(|o| (*o, None)).collect();
                let first = self.first_in_src(&cycle);
                self.cycle_error(&cycle, first);
                return false;
            }
            match rhs {
                Some(r) => t = r,
                None => return true,
            }
        }
        true
    }
}
