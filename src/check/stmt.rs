//! Statements and function bodies.

use std::rc::Rc;

use crate::base::Symbol;
use crate::constant::Value;
use crate::syntax::ast::Block;

use super::Checker;
use super::Environment;
use super::FuncSig;
use super::resolver::DeclIdx;

impl<'a> Checker<'a> {
    /// Checks the body of a function declaration or literal. `decl` is the package-level declaration it belongs to,
    /// `iota` the value of iota for a literal in a constant declaration. For a literal,
    /// [`Checker::begin_func_lit`] comes first; the type parameters around and the literals around are kept.
    pub fn func_body(
        &mut self,
        decl: Option<DeclIdx>,
        name: Symbol,
        sig: Rc<FuncSig>,
        body: &'a Block,
        iota: Option<Value>,
    ) {
        let env = Environment {
            decl,
            iota,
            sig: Some(sig.clone()),
            outer_tparams: self.env.outer_tparams.clone(),
            func_lits: self.env.func_lits.clone(),
            ..Environment::new(sig.scope, self.env.version)
        };
        let saved = std::mem::replace(&mut self.env, env);
        let _ = (name, body);
        self.env = saved;
    }
}
