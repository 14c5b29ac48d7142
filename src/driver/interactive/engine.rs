//! The front end of a session: everything between an entry's text and the code that is added to the machine. It lives on a
//! thread of its own with a deep stack, and borrows from what lies on that stack; see [`start`].

use crate::base::FileId;
use crate::base::Span;
use crate::base::parallel::DEEP_STACK;
use crate::bytecode::Extension;
use crate::bytecode::Program;
use crate::bytecode::disasm;
use crate::check;
use crate::check::Body;
use crate::check::CheckedPackage;
use crate::check::ExprType;
use crate::check::GoVersion;
use crate::check::Mode;
use crate::check::Segment;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::driver::front::Checked;
use crate::driver::interactive::Prepared;
use crate::driver::interactive::library;
use crate::driver::interactive::session::Session;
use crate::driver::interactive::split::split;
use crate::driver::interactive::text;
use crate::driver::loader;
use crate::driver::loader::Import;
use crate::driver::loader::ParsedPackage;
use crate::driver::loader::workspace::Workspace;
use crate::lower;
use crate::lower::Lowerer;
use crate::lower::session::Look;
use crate::lower::session::NewEntry;
use crate::syntax;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::File;
use crate::types::Object;
use crate::types::ObjectId;
use crate::types::ObjectKind;
use crate::types::PackageId;
use crate::types::Scope;
use crate::types::TypeId;
use parking_lot::Mutex;
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc;

/// Library packages that are part of every session: what the machine needs, what shows values, and what that and most
/// programs import.
const BASE: &[&str] = &["runtime", "internal/prompt", "fmt"];

type Job = Box<dyn FnOnce(&mut Engine<'_>) + Send>;

/// A running front end.
pub struct Handle {
    jobs: mpsc::Sender<Job>,
    /// What it knows.
    pub session: Arc<Session>,
}

impl Handle {
    /// Has the front end do something.
    pub fn ask<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Engine<'_>) -> T + Send + 'static,
    ) -> Result<T, String> {
        let (reply, answer) = mpsc::channel();
        let job: Job = Box::new(move |e| {
            let _ = reply.send(f(e));
        });
        let gone = "the front end of this session has failed";
        self.jobs.send(job).map_err(|_| gone.to_string())?;
        answer.recv().map_err(|_| gone.to_string())
    }
}

/// Starts a front end; answers the program that its machine begins with.
pub fn start(lang: GoVersion, look: Look) -> Result<(Handle, Program), String> {
    let session = Arc::new(Session::new());
    let (jobs, inbox) = mpsc::channel::<Job>();
    let (ready, begun) = mpsc::channel();
    let shared = session.clone();
    std::thread::Builder::new()
        .name("front end".into())
        .stack_size(DEEP_STACK)
        .spawn(move || serve(&shared, lang, look, &inbox, &ready))
        .map_err(|e| format!("cannot start a thread: {e}"))?;
    let program = begun
        .recv()
        .map_err(|_| "the front end could not start".to_string())??;
    Ok((Handle { jobs, session }, program))
}

fn serve(
    session: &Session,
    lang: GoVersion,
    look: Look,
    inbox: &mpsc::Receiver<Job>,
    ready: &mpsc::Sender<Result<Program, String>>,
) {
    let packages = check::Program::new();
    let importer = Checked::default();
    let late = Mutex::new(Vec::new());
    let conf = |library, lang| check::Config {
        types: &session.types,
        sources: &session.sources,
        importer: &importer,
        lang,
        library,
        allow_bodyless: library,
        allow_missing_main: true,
    };
    let body = |pkg, func| body_of(&conf, pkg, func, &late);
    let embeds = Default::default();
    let world = lower::World {
        types: &session.types,
        names: &session.names,
        sources: &session.sources,
        packages: Vec::new(),
        body: &body,
        embeds: &embeds,
        coverage: None,
    };
    let mut engine = Engine {
        session,
        packages: &packages,
        importer: &importer,
        late: &late,
        conf: &conf,
        lang,
        lowerer: Lowerer::new(&world),
        fresh: Vec::new(),
        entries: 0,
    };
    engine.load(BASE);
    for p in std::mem::take(&mut engine.fresh) {
        engine.lowerer.add_package(p);
    }
    let program = engine.lowerer.begin_session(look);
    let failed = program.is_err();
    let program = program.map_err(|d| d.first().map_or(String::new(), |d| d.message.clone()));
    if ready.send(program).is_err() || failed {
        return;
    }
    while let Ok(job) = inbox.recv() {
        // A mistake of the front end costs the entry, not the session.
        let _ = std::panic::catch_unwind(AssertUnwindSafe(|| job(&mut engine)));
    }
}

fn body_of<'p, 'c>(
    conf: &dyn Fn(bool, GoVersion) -> check::Config<'c>,
    pkg: &'p CheckedPackage,
    func: ObjectId,
    late: &Mutex<Vec<Diagnostic>>,
) -> Option<&'p Body> {
    let known = pkg.body(func).is_some();
    check::check_body(conf(pkg.library, GoVersion::CURRENT), pkg, func)?;
    let body = pkg.body(func)?;
    if !known && !body.diagnostics.is_empty() {
        late.lock().extend(body.diagnostics.iter().cloned());
        return None;
    }
    Some(body)
}

/// The front end of a session.
pub struct Engine<'w> {
    session: &'w Session,
    packages: &'w check::Program,
    importer: &'w Checked,
    late: &'w Mutex<Vec<Diagnostic>>,
    conf: &'w dyn Fn(bool, GoVersion) -> check::Config<'w>,
    lang: GoVersion,
    lowerer: Lowerer<'w>,
    /// Packages that were loaded and are not part of the program yet.
    fresh: Vec<&'w CheckedPackage>,
    entries: usize,
}

impl Engine<'_> {
    // ---- packages ----

    /// Loads library packages with all they import.
    fn load(&mut self, paths: &[&str]) {
        let known = |p: &str| self.importer.by_path.lock().contains_key(p);
        let (map, names) = (&self.session.sources, &self.session.names);
        let loaded = loader::load_library(map, names, paths, &known);
        let wrong = self.take_in(loaded.packages);
        debug_assert!(wrong.is_empty(), "the library has errors: {wrong:?}");
    }

    /// Checks packages and makes them known, unless they are wrong.
    fn take_in(&mut self, packages: Vec<ParsedPackage>) -> Vec<Diagnostic> {
        for p in packages {
            if p.library
                && let Some(opened) = self.session.library.open(&self.session.types, &p.path)
            {
                self.importer.by_path.lock().insert(p.path, opened.id);
                self.fresh.push(self.packages.push(opened));
                continue;
            }
            let lang = p.lang.unwrap_or(GoVersion::CURRENT);
            let checked = check::check_package((self.conf)(p.library, lang), &p.path, p.files);
            if !checked.diagnostics.is_empty() {
                // What imports it can not be right either.
                return checked.diagnostics;
            }
            self.importer.by_path.lock().insert(p.path, checked.id);
            self.fresh.push(self.packages.push(Arc::new(checked)));
        }
        Vec::new()
    }

    /// Loads a package of the library; its id.
    pub fn load_package(&mut self, path: &str) -> Option<PackageId> {
        if path == "unsafe" {
            return Some(self.session.types.universe().unsafe_pkg);
        }
        let known = |e: &Self| e.importer.by_path.lock().get(path).copied();
        if known(self).is_none() && loader::has_library_package(path) {
            self.load(&[path]);
        }
        known(self)
    }

    /// Loads what a text imports: packages of the library or of the module of the current folder.
    fn load_imports(&mut self, file: &File) -> Vec<Diagnostic> {
        let mut imports = Vec::new();
        for (path, span) in loader::imports(file, &self.session.names) {
            let known = self.importer.by_path.lock().contains_key(&path);
            if !known || path.contains("internal") {
                let file = String::new();
                imports.push(Import { path, span, file });
            }
        }
        let Some(first) = imports.first().map(|i| i.span) else {
            return Vec::new();
        };
        let broken = |why: String| vec![Diagnostic::error(Code::BrokenImport, first, why)];
        let dir = Path::new(".");
        let workspace = match Workspace::of(dir) {
            Ok(w) => w,
            Err(why) => return broken(why),
        };
        let known = |p: &str| self.importer.by_path.lock().contains_key(p);
        let (map, names) = (&self.session.sources, &self.session.names);
        match loader::load_imports(map, names, imports, dir, &workspace, &known) {
            Err(e) => broken(e.to_string()),
            Ok(loaded) if !loaded.diagnostics.is_empty() => loaded.diagnostics,
            Ok(loaded) => self.take_in(loaded.packages),
        }
    }

    /// Loads what a text imports, and declares the library packages that it mentions.
    fn provide(&mut self, file: &File) -> Vec<Diagnostic> {
        let wrong = self.load_imports(file);
        let types = &self.session.types;
        for (_, e) in file.all_exprs() {
            let ExprKind::SelectorExpr { x, .. } = e.kind else {
                continue;
            };
            let Some(id) = file.as_ident(x) else { continue };
            let name = file.name_of(id);
            if types.lookup_parent(self.session.scope, name).is_some() {
                continue;
            }
            let Some(path) = library::path_of(types.str(name)) else {
                continue;
            };
            if let Some(imported) = self.load_package(path) {
                let kind = ObjectKind::PkgName { imported };
                let main = self.session.main;
                let o = Object::new(kind, name, Some(main), Span::NONE).with_ty(TypeId::INVALID);
                let o = types.new_object(o);
                types.scope(self.session.packages).replace(name, o);
                let mut imports = types.package(main).imports.write();
                if !imports.contains(&imported) {
                    imports.push(imported);
                }
            }
        }
        wrong
    }

    // ---- entries ----

    /// Checks and lowers an entry, or a source file if the text begins with a package clause, and declares its names.
    pub fn prepare(
        &mut self,
        name: Option<&str>,
        text: &str,
    ) -> Result<(Prepared, Extension), Vec<Diagnostic>> {
        let session = self.session;
        self.entries += 1;
        let name = name.map_or_else(|| format!("<prompt {}>", self.entries), str::to_string);
        let id = session.sources.add_file(name, text::lines(text));
        let (file, segments) = self.parse(id)?;
        let mut wrong = self.provide(&file);
        for s in &segments {
            if let Segment::Decls(part) = s {
                wrong.extend(self.provide(part));
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let types = &session.types;
        let scope = types.new_scope(Scope::new(Some(session.scope)));
        let entry = check::check_entry(
            (self.conf)(false, self.lang),
            session.main,
            scope,
            file,
            segments,
        );
        let extended: Vec<_> = entry
            .decls
            .iter()
            .flat_map(|p| p.extended.iter().cloned())
            .collect();
        let restore = || {
            for (t, methods) in extended.iter().rev() {
                types.set_methods(*t, methods.clone());
            }
        };
        if !entry.diagnostics.is_empty() {
            restore();
            return Err(entry.diagnostics);
        }
        let decls = entry
            .decls
            .into_iter()
            .map(|p| self.packages.push(Arc::new(p)));
        let new = NewEntry {
            packages: std::mem::take(&mut self.fresh),
            decls: decls.collect(),
            stmts: self.packages.push(Arc::new(entry.stmts)),
            func: entry.func,
            items: &entry.items,
        };
        let extension = match self.lowerer.extend(&new) {
            Ok(e) => e,
            Err(errors) => {
                restore();
                let late = std::mem::take(&mut *self.late.lock());
                return Err(if late.is_empty() { errors } else { late });
            }
        };
        let declared = types.scope(scope).elems();
        for &(name, o) in &declared {
            types.scope(session.scope).replace(name, o);
        }
        let main = session.names.intern("main");
        let prepared = Prepared {
            has_main: declared
                .iter()
                .any(|d| d.0 == main && types.object(d.1).is_func()),
            declared: declared
                .iter()
                .map(|d| types.str(d.0).to_string())
                .collect(),
            entry: extension.entry,
        };
        Ok((prepared, extension))
    }

    fn parse(&self, id: FileId) -> Result<(File, Vec<Segment>), Vec<Diagnostic>> {
        let (map, names) = (&self.session.sources, &*self.session.names);
        if is_source_file(map.file(id).src()) {
            let (file, mut found) = syntax::parse_file(map, id, names);
            found.retain(|d| d.code != Some(Code::UnusedLabel));
            if !found.is_empty() {
                return Err(found);
            }
            let nothing = File::new(id, file.span);
            return Ok((nothing, vec![Segment::Decls(file)]));
        }
        let (file, found, _) = syntax::parse_repl_entry(map, id, names);
        if !found.is_empty() {
            return Err(found);
        }
        Ok(split(map, names, file))
    }

    // ---- questions ----

    /// What an expression is.
    pub fn type_of(&mut self, text: &str) -> Result<(String, TypeId), Vec<Diagnostic>> {
        let session = self.session;
        let id = session
            .sources
            .add_file("<prompt>", text.as_bytes().to_vec());
        let (file, found, _) = syntax::parse_expr(&session.sources, id, &session.names);
        if !found.is_empty() {
            return Err(found);
        }
        self.provide(&file);
        let ExprType { text, ty, mode } = check::expr_type(
            (self.conf)(false, self.lang),
            session.main,
            session.scope,
            file,
        )?;
        match mode {
            Mode::TypExpr => Ok((format!("type {text}"), ty)),
            _ => Ok((text, ty)),
        }
    }

    /// The type of the expression that takes these bytes of an entry, which may be wrong in other places. Nothing is declared.
    pub fn type_at(&mut self, text: &str, from: usize, to: usize) -> Option<TypeId> {
        let session = self.session;
        let (types, sources) = (&session.types, &session.sources);
        let id = sources.add_file("<prompt>", text.as_bytes().to_vec());
        let (file, segments) = self.parse(id).ok()?;
        self.provide(&file);
        for s in &segments {
            if let Segment::Decls(part) = s {
                self.provide(part);
            }
        }
        let scope = types.new_scope(Scope::new(Some(session.scope)));
        let entry = check::check_entry(
            (self.conf)(false, self.lang),
            session.main,
            scope,
            file,
            segments,
        );
        for (t, methods) in entry.decls.iter().flat_map(|p| &p.extended).rev() {
            types.set_methods(*t, methods.clone());
        }
        let base = sources.file(id).base().0;
        let (lo, hi) = (base + from as u32, base + to as u32);
        let find = |file: &File, info: &check::Info| {
            info.types.iter().find_map(|(e, tv)| {
                let span = file.expr(e).span;
                (span.lo == lo && span.hi == hi).then_some(tv.ty)
            })
        };
        entry.decls.iter().chain([&entry.stmts]).find_map(|p| {
            let mut heads = p.files.iter().enumerate();
            heads.find_map(|(i, f)| find(f, p.info(i))).or_else(|| {
                let mut bodies = p.funcs.iter().filter_map(|&f| p.body(f));
                bodies.find_map(|b| find(&p.files[b.file], &b.info))
            })
        })
    }

    /// The bytecode of the functions of this name: the last one where several have it. Without a package it is one of the
    /// session's; where there is none of the name, all functions that contain it.
    pub fn disassemble(&mut self, name: &str) -> Result<String, String> {
        let program = self.lowerer.program_so_far();
        let own = format!("main.{name}");
        let exact = program
            .funcs
            .iter()
            .rev()
            .find(|f| *f.name == *own)
            .or_else(|| program.funcs.iter().rev().find(|f| *f.name == *name));
        let text = match exact {
            Some(f) => {
                let inner = format!("{}.func", f.name);
                let literals = program.funcs.iter().filter(|g| g.name.starts_with(&inner));
                std::iter::once(f)
                    .chain(literals)
                    .map(|f| disasm::func(&program, f))
                    .collect()
            }
            None => program
                .funcs
                .iter()
                .filter(|f| !f.code.is_empty() && f.name.contains(name))
                .map(|f| disasm::func(&program, f))
                .collect::<String>(),
        };
        self.lowerer.take_back(program);
        if text.is_empty() {
            return Err(format!("no function is called {name}"));
        }
        Ok(text)
    }
}

/// Whether a text begins with a package clause.
fn is_source_file(src: &[u8]) -> bool {
    let text = String::from_utf8_lossy(src);
    let mut rest = text.trim_start_matches('\u{FEFF}');
    if rest.starts_with("#!") {
        rest = rest.find('\n').map_or("", |i| &rest[i..]);
    }
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("//") {
            rest = after.find('\n').map_or("", |i| &after[i..]);
        } else if let Some(after) = rest.strip_prefix("/*") {
            rest = after.find("*/").map_or("", |i| &after[i + 2..]);
        } else {
            break;
        }
    }
    rest.strip_prefix("package")
        .is_some_and(|r| r.starts_with(|c: char| c.is_whitespace() || c == '/'))
}
