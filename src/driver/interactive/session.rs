//! What a session knows: sources, names, types, and the scopes of what is declared.
//!
//! The scope of everything declared lies in a scope of packages that were imported without being asked for, and that in the
//! universe; so whatever the user declares wins over a package of the same name. A name that is declared again replaces what it
//! stood for; code that was checked before keeps its object.

use crate::base::Interner;
use crate::base::SourceMap;
use crate::check::Library;
use crate::driver::loader;
use crate::types::PackageId;
use crate::types::Scope;
use crate::types::ScopeId;
use crate::types::Types;
use std::sync::Arc;

/// Sources, names, types and scopes of a session.
pub struct Session {
    /// The texts.
    pub sources: Arc<SourceMap>,
    /// The names.
    pub names: Arc<Interner>,
    /// Types and objects.
    pub types: Types,
    /// The embedded library.
    pub library: Arc<Library>,
    /// The package all entries belong to.
    pub main: PackageId,
    /// The scope of what is declared.
    pub scope: ScopeId,
    /// The scope around it, of packages that were imported by being mentioned.
    pub packages: ScopeId,
}

impl Session {
    /// Nothing declared.
    pub fn new() -> Session {
        let names = Arc::new(Interner::new());
        let types = Types::new(names.clone());
        let main = types.new_package("main", Some(names.intern("main")));
        let packages = types.new_scope(Scope::new(Some(types.universe().scope)));
        let scope = types.new_scope(Scope::new(Some(packages)));
        let sources = Arc::new(SourceMap::new());
        let library = loader::library(&types, &sources);
        Session {
            sources,
            library,
            names,
            types,
            main,
            scope,
            packages,
        }
    }
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}
