//! What is declared so far.

use crate::base::Interner;
use crate::base::SourceMap;
use crate::base::Span;
use crate::bytecode::FuncId;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::driver::interactive::Prepared;
use crate::syntax;
use crate::types::PackageId;
use crate::types::ScopeId;
use crate::types::Types;
use std::sync::Arc;

/// Sources, names and types of a session.
pub struct Session {
    /// The texts.
    pub sources: SourceMap,
    /// The names.
    pub names: Arc<Interner>,
    /// Types and objects.
    pub types: Types,
    /// The package all entries belong to.
    pub main: PackageId,
    /// The scope of what is declared.
    pub scope: ScopeId,
}

impl Session {
    /// Nothing declared.
    pub fn new() -> Session {
        let names = Arc::new(Interner::new());
        let types = Types::new(names.clone());
        let main = types.new_package("main", Some(names.intern("main")));
        let scope = types.package(main).scope;
        Session {
            sources: SourceMap::new(),
            names,
            types,
            main,
            scope,
        }
    }

    /// Checks and lowers an entry.
    pub fn prepare(&self, text: &str) -> Result<Prepared, Vec<Diagnostic>> {
        let id = self.sources.add_file("<prompt>", text.as_bytes().to_vec());
        let (file, found, _) = syntax::parse_repl_entry(&self.sources, id, &self.names);
        if !found.is_empty() {
            return Err(found);
        }
        if let Some(&s) = file.stmts.first() {
            let at = file.stmt(s).span;
            let text = "statements can not be run yet";
            return Err(vec![Diagnostic::error(Code::UnsupportedFeature, at, text)]);
        }
        Err(vec![Diagnostic::error(
            Code::UnsupportedFeature,
            Span::NONE,
            format!("{} declarations can not be run yet", file.decls.len()),
        )])
    }

    /// The function that runs nothing.
    pub fn nothing() -> FuncId {
        FuncId(0)
    }
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}
