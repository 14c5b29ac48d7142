//! Source to checked packages to bytecode.

use crate::base::FileId;
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
use crate::check::Library;
use crate::diag::Diagnostic;
use crate::driver::config::Config;
use crate::driver::embedding;
use crate::driver::loader;
use crate::driver::loader::ParsedPackage;
use crate::driver::loader::Root;
use crate::driver::loader::Workspace;
use crate::driver::test::counters_name;
use crate::driver::test::cover::Counted;
use crate::driver::test::cover::Mode;
use crate::lower;
use crate::lower::coverage::Coverage;
use crate::types::ObjectId;
use crate::types::PackageId;
use crate::types::Types;
use corosensei::stack::DefaultStack;
use hashbrown::HashMap;
use hashbrown::HashSet;
use parking_lot::Mutex;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// Sources and names of one program.
pub struct Session {
    /// The sources.
    pub sources: Arc<SourceMap>,
    /// The names.
    pub names: Arc<Interner>,
    /// Types and objects.
    pub types: Types,
    /// The embedded library.
    pub library: Arc<Library>,
}

impl Default for Session {
    fn default() -> Self {
        let names = Arc::new(Interner::new());
        let sources = Arc::new(SourceMap::new());
        let types = Types::new(names.clone());
        let library = loader::library(&types, &sources);
        Session {
            sources,
            types,
            names,
            library,
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
                message: match path {
                    "C" => "golite does not support cgo".to_string(),
                    _ => format!("could not import {path} (not found)"),
                },
            })
    }
}

/// A checked program.
pub struct Front<'s> {
    session: &'s Session,
    importer: Checked,
    program: check::Program,
    lang: Option<GoVersion>,
    purpose: Purpose,
    /// Everything found wrong so far, in order of discovery.
    pub diagnostics: Vec<Diagnostic>,
    /// The packages that have type errors, and which of `diagnostics` are theirs.
    pub wrong: Vec<(String, Range<usize>)>,
    /// Packages that import them: not checked.
    skipped: HashSet<String>,
    /// What embedded variables hold.
    embeds: HashMap<ObjectId, Box<[u8]>>,
    /// The files whose runs are counted, and how.
    counted: Option<(Mode, Vec<Counted>)>,
}

impl<'s> Front<'s> {
    /// Nothing loaded yet.
    pub fn new(session: &'s Session, config: &Config, purpose: Purpose) -> Front<'s> {
        let lang = config.lang.as_deref().and_then(GoVersion::parse);
        Front {
            session,
            importer: Checked::default(),
            program: check::Program::new(),
            lang,
            purpose,
            diagnostics: Vec::new(),
            wrong: Vec::new(),
            skipped: HashSet::new(),
            embeds: HashMap::new(),
            counted: None,
        }
    }

    fn conf(&self, library: bool, module: GoVersion) -> check::Config<'_> {
        let lax = self.purpose == Purpose::Check;
        check::Config {
            types: &self.session.types,
            sources: &self.session.sources,
            importer: &self.importer,
            lang: if library {
                GoVersion::CURRENT
            } else {
                self.lang.unwrap_or(module)
            },
            library,
            allow_bodyless: library || lax,
            allow_missing_main: lax,
        }
    }

    /// Loads and checks the program that files or a folder make; findings are in `diagnostics`.
    pub fn check(&mut self, paths: &[PathBuf]) -> std::io::Result<()> {
        let dir = match paths.first() {
            Some(p) if p.is_dir() => p.clone(),
            Some(p) => p.parent().map_or_else(PathBuf::new, |d| d.to_path_buf()),
            None => PathBuf::new(),
        };
        let workspace = Workspace::of(&dir).map_err(std::io::Error::other)?;
        let root = loader::root_of(paths, &workspace)?;
        self.check_roots(vec![root], &workspace)
    }

    /// Loads and checks packages with all they import.
    pub fn check_roots(&mut self, roots: Vec<Root>, workspace: &Workspace) -> std::io::Result<()> {
        let extra: &[&str] = if self.purpose == Purpose::Run {
            &["runtime"]
        } else {
            &[]
        };
        let (map, names) = (&self.session.sources, &self.session.names);
        let loaded = loader::load(map, names, roots, workspace, extra)?;
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
        // As go build does: what depends on a package that is wrong is not looked at.
        if p.imports.iter().any(|i| self.skipped.contains(&i.path)) {
            self.skipped.insert(p.path);
            return;
        }
        if p.library
            && let Some(opened) = self.session.library.open(&self.session.types, &p.path)
        {
            self.importer.by_path.lock().insert(p.path, opened.id);
            self.program.add(opened);
            return;
        }
        let lang = p.lang.unwrap_or(GoVersion::CURRENT);
        let mut checked = check::check_package(self.conf(p.library, lang), &p.path, p.files);
        match embedding::read(self.session, &checked, &p.embeds) {
            Ok(list) => self.embeds.extend(list),
            Err(wrong) => checked.diagnostics.extend(wrong),
        }
        self.importer
            .by_path
            .lock()
            .insert(p.path.clone(), checked.id);
        if !checked.diagnostics.is_empty() {
            let before = self.diagnostics.len();
            self.diagnostics.extend(checked.diagnostics.iter().cloned());
            self.wrong.push((p.shown, before..self.diagnostics.len()));
            self.skipped.insert(p.path);
        }
        self.program.add(Arc::new(checked));
    }

    /// The checked packages, main last.
    pub fn packages(&self) -> Vec<&Arc<CheckedPackage>> {
        self.program.packages().collect()
    }

    /// Has the runs of files counted, by arrays that package main declares.
    pub fn count(&mut self, mode: Option<Mode>, files: Vec<Counted>) {
        self.counted = mode.map(|m| (m, files));
    }

    /// The place of each counter in the loaded files.
    fn coverage(&self) -> Option<Coverage> {
        let (mode, counted) = self.counted.as_ref()?;
        let mut out = Coverage {
            once: *mode == Mode::Set,
            ..Coverage::default()
        };
        let types = &self.session.types;
        let main = self.program.packages().last()?;
        let scope = types.scope(types.package(main.id).scope);
        let files: HashMap<&str, FileId> = self
            .program
            .packages()
            .filter(|p| !p.library)
            .flat_map(|p| p.files.iter())
            .map(|f| (self.session.sources.file(f.id).name(), f.id))
            .collect();
        for (n, c) in counted.iter().enumerate() {
            let name = self.session.names.get(&counters_name(n));
            let array = name.and_then(|name| scope.lookup(name));
            if let (Some(&file), Some(array)) = (files.get(c.source.as_str()), array) {
                for (i, b) in c.blocks.iter().enumerate() {
                    out.counters.insert((file, b.at), (array, i as u32));
                }
            }
        }
        Some(out)
    }

    /// Lowers the checked program.
    pub fn lower(&self) -> Result<Bytecode, Vec<Diagnostic>> {
        let late = Mutex::new(Vec::new());
        let body = |pkg, func| self.body(pkg, func, &late);
        let coverage = self.coverage();
        let world = lower::World {
            types: &self.session.types,
            names: &self.session.names,
            sources: &self.session.sources,
            embeds: &self.embeds,
            coverage: coverage.as_ref(),
            packages: self.program.packages().map(|p| &**p).collect(),
            body: &body,
        };
        let out = lower::lower(&world);
        let mut late = late.into_inner();
        late.extend(self.session.library.diagnostics());
        if late.is_empty() { out } else { Err(late) }
    }

    fn body<'a>(
        &'a self,
        pkg: &'a CheckedPackage,
        func: ObjectId,
        late: &Mutex<Vec<Diagnostic>>,
    ) -> Option<&'a Body> {
        let known = pkg.body(func).is_some();
        check::check_body(self.conf(pkg.library, pkg.lang), pkg, func)?;
        let body = pkg.body(func)?;
        if !known && !body.diagnostics.is_empty() {
            late.lock().extend(body.diagnostics.iter().cloned());
            return None;
        }
        Some(body)
    }
}

/// Runs `f` on a stack that is deep enough for every pass. It is the same thread's: another one would cost more than a small
/// program's checking.
pub fn with_deep_stack<T>(f: impl FnOnce() -> T) -> T {
    let stack = DefaultStack::new(DEEP_STACK).expect("invariant: the host has address space");
    corosensei::on_stack(stack, f)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::loader::Source;

    fn lowered(session: &Session, src: &str) {
        let mut front = Front::new(session, &Config::default(), Purpose::Run);
        let workspace = Workspace::of(".".as_ref()).expect("the folder has no go.work");
        let root = Root {
            path: loader::MAIN.into(),
            shown: loader::COMMAND_LINE.into(),
            dir: ".".into(),
            files: vec![Source::new("main.go".into(), src.into())],
            lang: GoVersion::CURRENT,
            generated: false,
        };
        front
            .check_roots(vec![root], &workspace)
            .expect("nothing is read");
        assert!(front.diagnostics.is_empty(), "{:?}", front.diagnostics);
        if let Err(wrong) = front.lower() {
            panic!("{wrong:?}");
        }
    }

    /// What a program does not use of the library costs nothing.
    #[test]
    fn only_what_is_reached_is_parsed() {
        let session = Session::default();
        lowered(&session, "package main\n\nfunc main() { println() }\n");
        let empty = session.library.parsed();
        let session = Session::default();
        let hello = "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hello\") }\n";
        lowered(&session, hello);
        let hello = session.library.parsed();
        let session = Session::default();
        let unused = "package main\n\nimport _ \"regexp\"\nimport _ \"time\"\n\nfunc main() {}\n";
        lowered(&session, unused);
        let unused = session.library.parsed();
        assert!(empty <= 40, "{empty}");
        assert!(hello <= 200, "{hello}");
        assert!(unused <= 60, "{unused}");
    }
}
