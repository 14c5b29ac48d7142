//! Source to checked packages to bytecode.

use crate::base::Interner;
use crate::base::SourceMap;
use crate::base::parallel::DEEP_STACK;
use crate::bytecode::Program as Bytecode;
use crate::check;
use crate::check::Body;
use crate::check::CheckedPackage;
use crate::check::GoVersion;
use crate::check::ImportError;
use crate::check::Importer;
use crate::diag::Diagnostic;
use crate::driver::config::Config;
use crate::driver::loader;
use crate::driver::loader::ParsedPackage;
use crate::lower;
use crate::types::ObjectId;
use crate::types::PackageId;
use crate::types::Types;
use hashbrown::HashMap;
use parking_lot::Mutex;
use std::path::PathBuf;
use std::sync::Arc;

/// Sources and names of one program.
pub struct Session {
    /// The sources.
    pub sources: SourceMap,
    /// The names.
    pub names: Arc<Interner>,
    /// Types and objects.
    pub types: Types,
}

impl Default for Session {
    fn default() -> Self {
        let names = Arc::new(Interner::new());
        Session {
            sources: SourceMap::new(),
            types: Types::new(names.clone()),
            names,
        }
    }
}

/// How strict the checker is about a whole program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To be run: main must be there and functions have bodies.
    Run,
    /// `golite check`: any package, bodies may be missing.
    Check,
}

/// Packages already checked, by path.
#[derive(Default)]
pub(crate) struct Checked {
    pub(crate) by_path: Mutex<HashMap<String, PackageId>>,
}

impl Importer for Checked {
    fn import(&self, path: &str) -> Result<PackageId, ImportError> {
        self.by_path
            .lock()
            .get(path)
            .copied()
            .ok_or_else(|| ImportError {
                message: format!("could not import {path} (not found)"),
            })
    }
}

/// A checked program.
pub struct Front<'s> {
    session: &'s Session,
    importer: Checked,
    program: check::Program,
    lang: GoVersion,
    purpose: Purpose,
    /// Everything found wrong so far, in order of discovery.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'s> Front<'s> {
    /// Nothing loaded yet.
    pub fn new(session: &'s Session, config: &Config, purpose: Purpose) -> Front<'s> {
        let lang = config
            .lang
            .as_deref()
            .and_then(GoVersion::parse)
            .unwrap_or(GoVersion::CURRENT);
        Front {
            session,
            importer: Checked::default(),
            program: check::Program::new(),
            lang,
            purpose,
            diagnostics: Vec::new(),
        }
    }

    fn conf(&self, library: bool) -> check::Config<'_> {
        let lax = self.purpose == Purpose::Check;
        check::Config {
            types: &self.session.types,
            sources: &self.session.sources,
            importer: &self.importer,
            lang: if library {
                GoVersion::CURRENT
            } else {
                self.lang
            },
            library,
            allow_bodyless: library || lax,
            allow_missing_main: lax,
        }
    }

    /// Loads and checks a program; findings are in `diagnostics`.
    pub fn check(&mut self, paths: &[PathBuf]) -> std::io::Result<()> {
        let extra: &[&str] = if self.purpose == Purpose::Run {
            &["runtime"]
        } else {
            &[]
        };
        let loaded = loader::load(&self.session.sources, &self.session.names, paths, extra)?;
        self.diagnostics = loaded.diagnostics;
        // As gc does: malformed literals and misplaced branches alone do not keep types from being checked.
        let broken = loaded
            .packages
            .iter()
            .flat_map(|p| &p.files)
            .any(|f| f.has_errors);
        if broken
            || self
                .diagnostics
                .iter()
                .any(|d| d.is_found_before_compiling())
        {
            return Ok(());
        }
        for p in loaded.packages {
            self.check_package(p);
        }
        Ok(())
    }

    fn check_package(&mut self, p: ParsedPackage) {
        let checked = check::check_package(self.conf(p.library), &p.path, p.files);
        self.importer.by_path.lock().insert(p.path, checked.id);
        self.diagnostics.extend(checked.diagnostics.iter().cloned());
        self.program.add(checked);
    }

    /// The checked packages, main last.
    pub fn packages(&self) -> Vec<&Arc<CheckedPackage>> {
        self.program.packages().collect()
    }

    /// Lowers the checked program.
    pub fn lower(&self) -> Result<Bytecode, Vec<Diagnostic>> {
        let late = Mutex::new(Vec::new());
        let body = |pkg, func| self.body(pkg, func, &late);
        let world = lower::World {
            types: &self.session.types,
            names: &self.session.names,
            sources: &self.session.sources,
            packages: self.program.packages().map(|p| &**p).collect(),
            body: &body,
            per_iteration: self.lang >= GoVersion::GO1_22,
        };
        let out = lower::lower(&world);
        let late = late.into_inner();
        if late.is_empty() { out } else { Err(late) }
    }

    fn body<'a>(
        &'a self,
        pkg: &'a CheckedPackage,
        func: ObjectId,
        late: &Mutex<Vec<Diagnostic>>,
    ) -> Option<&'a Body> {
        let known = pkg.body(func).is_some();
        check::check_body(self.conf(pkg.library), pkg, func)?;
        let body = pkg.body(func)?;
        if !known && !body.diagnostics.is_empty() {
            late.lock().extend(body.diagnostics.iter().cloned());
            return None;
        }
        Some(body)
    }
}

/// Runs `f` on a thread whose stack is deep enough for every pass.
pub fn with_deep_stack<T: Send>(f: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|s| {
        let t = std::thread::Builder::new()
            .stack_size(DEEP_STACK)
            .spawn_scoped(s, f)
            .expect("invariant: the host can start a thread");
        match t.join() {
            Ok(v) => v,
            Err(e) => std::panic::resume_unwind(e),
        }
    })
}
