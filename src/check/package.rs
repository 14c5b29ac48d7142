//! The phases of checking a package, its bodies, and the set of all checked packages.

use std::rc::Rc;
use std::sync::Arc;

use hashbrown::HashMap;
use parking_lot::RwLock;

use crate::base::Span;
use crate::base::parallel;
use crate::base::sym;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::syntax::ast;
use crate::syntax::ast::DeclKind;
use crate::types::ObjectId;
use crate::types::PackageId;
use crate::types::ScopeId;

use super::Body;
use super::CheckedPackage;
use super::Checker;
use super::Config;
use super::Decls;
use super::Environment;
use super::Files;
use super::Unit;
use super::mono::MonoGraph;

/// All checked packages of a program, in dependency order.
#[derive(Default)]
pub struct Program {
    packages: boxcar::Vec<Arc<CheckedPackage>>,
    index: RwLock<HashMap<PackageId, usize>>,
}

impl Program {
    /// No packages yet.
    pub fn new() -> Program {
        Program::default()
    }

    /// Adds a package; those it imports must have been added before.
    pub fn add(&self, p: Arc<CheckedPackage>) -> Arc<CheckedPackage> {
        let id = p.id;
        let i = self.packages.push(p.clone());
        self.index.write().insert(id, i);
        p
    }

    /// Adds a package for good.
    pub fn push(&self, p: Arc<CheckedPackage>) -> &CheckedPackage {
        let i = self.packages.push(p);
        &self.packages[i]
    }

    /// A package.
    pub fn get(&self, id: PackageId) -> Option<&Arc<CheckedPackage>> {
        let i = *self.index.read().get(&id)?;
        self.packages.get(i)
    }

    /// All packages, each after those it imports.
    pub fn packages(&self) -> impl Iterator<Item = &Arc<CheckedPackage>> {
        self.packages.iter().map(|p| p.1)
    }

    /// The body of a function or method of any package, checked now if it has not been; none for functions without.
    pub fn body(&self, conf: Config<'_>, func: ObjectId) -> Option<Arc<Body>> {
        let pkg = conf.types.object(func).pkg?;
        check_body(conf, self.get(pkg)?, func)
    }
}

/// Checks a package, its bodies too. Those of the library are opened by [`super::Library`] instead.
pub fn check_package(conf: Config<'_>, path: &str, files: Vec<ast::File>) -> CheckedPackage {
    let id = conf.types.new_package(path, None);
    let scope = conf.types.package(id).scope;
    check_unit(conf, path, id, scope, false, files)
}

/// Checks a package, or declarations at the prompt: those have the package of all entries and a scope of their own.
pub(crate) fn check_unit(
    conf: Config<'_>,
    path: &str,
    id: PackageId,
    scope: ScopeId,
    prompt: bool,
    files: Vec<ast::File>,
) -> CheckedPackage {
    let types = conf.types;
    let files = Files::from(if files.is_empty() {
        vec![ast::File::new(crate::base::FileId(0), Span::NONE)]
    } else {
        files
    });
    let unit = Unit {
        conf,
        pkg: id,
        scope,
        prompt,
        files: &files,
    };
    let mut c = Checker::new(unit, Arc::new(Decls::default()), false);
    if !prompt {
        c.init_files();
    }
    let decls = c.collect_objects();
    c.decls = Arc::new(decls);
    c.direct_cycles();
    let extended = c.extend_earlier_types();
    c.package_objects();
    c.process_delayed(0);
    let decls = c.decls.clone();
    let funcs: Vec<ObjectId> = decls
        .list
        .iter()
        .copied()
        .filter(|o| types.object(*o).is_func())
        .collect();
    let list: Vec<ObjectId> = funcs
        .iter()
        .copied()
        .filter(|f| decls.get(*f).is_some_and(|d| d.1.func_body == Some(true)))
        .collect();
    let bytes = files
        .iter()
        .map(|f| conf.sources.file(f.id).src().len())
        .sum();
    let done = parallel::map(list, bytes, |f| func_body(unit, &decls, f));
    for body in done.into_iter().flatten() {
        c.merge_body(&body);
        if let Some((_, d)) = decls.get(body.func) {
            let _ = d.body.set(Arc::new(body));
        }
    }
    let init_order = c.init_order().into_iter().collect();
    if !conf.library && !prompt {
        c.unused_imports();
    }
    c.record_untyped();
    if c.diagnostics.is_empty() {
        c.monomorph();
    }
    if c.diagnostics.is_empty() {
        c.anonymous_cycles();
    }
    if c.diagnostics.is_empty() && !conf.library && !conf.allow_bodyless {
        c.missing_bodies();
    }
    if !conf.library && !prompt {
        c.directives();
    }
    if c.diagnostics.is_empty() && !conf.library && !prompt {
        let done = funcs.iter().filter_map(|f| decls.get(*f)?.1.body.get());
        c.limits(done.map(|b| &**b));
    }
    let p = types.package(id);
    p.set_complete();
    let info = |i| Some(Box::new(std::mem::take(c.infos.of(i))));
    let infos = (0..files.len()).map(info).collect();
    let diagnostics = std::mem::take(&mut c.diagnostics);
    drop(c);
    CheckedPackage {
        id,
        path: path.to_string(),
        name: p.name(),
        library: conf.library,
        lang: conf.lang,
        infos,
        init_order,
        inits: decls.inits.clone(),
        funcs,
        diagnostics,
        decls,
        scope,
        prompt,
        extended,
        files,
    }
}

/// The body of a function of a checked package, checked now if it has not been; none for a function without one.
pub fn check_body(conf: Config<'_>, pkg: &CheckedPackage, func: ObjectId) -> Option<Arc<Body>> {
    let (_, d) = pkg.decls.get(func)?;
    if let Some(b) = d.body.get() {
        return Some(b.clone());
    }
    let unit = Unit {
        conf: Config {
            library: pkg.library,
            ..conf
        },
        pkg: pkg.id,
        scope: pkg.scope,
        prompt: pkg.prompt,
        files: &pkg.files,
    };
    let body = func_body(unit, &pkg.decls, func)?;
    Some(d.body.get_or_init(|| Arc::new(body)).clone())
}

fn func_body(unit: Unit<'_>, decls: &Arc<Decls>, func: ObjectId) -> Option<Body> {
    let (idx, d) = decls.get(func)?;
    let file = &unit.files[d.file];
    let DeclKind::FuncDecl(s) = &file.decl(d.decl).kind else {
        return None;
    };
    let body = file.func_body(s)?;
    let sig = d.sig.get()?;
    let mut c = Checker::new(unit, decls.clone(), true);
    c.set_file(d.file);
    if let Some((base, exprs, idents)) = file.late_ids(s) {
        let info = c.info();
        info.types.reserve(base, exprs);
        info.uses.reserve(base, idents);
    }
    c.env = Environment::new(d.scope, c.version_of_file(d.file));
    c.env.outer_tparams = Rc::from(&sig.tparams[..]);
    for v in sig.recv.iter().chain(&sig.params).chain(&sig.results) {
        c.note_local(*v);
    }
    c.func_body(
        Some(idx),
        unit.conf.types.object(func).name,
        Rc::new(sig.clone()),
        body,
        None,
    );
    c.process_delayed(0);
    c.record_untyped();
    let deps = c
        .deps
        .remove(&idx)
        .map_or(Vec::new(), |s| s.into_iter().collect());
    let diagnostics = std::mem::take(&mut c.diagnostics);
    Some(Body {
        func,
        file: d.file,
        info: std::mem::take(c.infos.of(d.file)),
        deps,
        used_imports: std::mem::take(&mut c.used_pkg_names).into_iter().collect(),
        diagnostics,
        first_follows: c.first_follows,
        mono: std::mem::take(&mut c.mono),
        frame: c.frame,
    })
}

impl CheckedPackage {
    /// The function main, if it is declared.
    pub fn main_func(&self, types: &crate::types::Types) -> Option<ObjectId> {
        let o = types.scope(self.scope).lookup(sym::MAIN)?;
        types.object(o).is_func().then_some(o)
    }
}

impl Checker<'_> {
    /// Takes the package's name from its files.
    fn init_files(&mut self) {
        let p = self.types.package(self.pkg);
        for i in 0..self.files.len() {
            self.set_file(i);
            let Some(id) = self.file.name else { continue };
            let ident = self.file.ident(id);
            let name = ident.name;
            if p.name() == sym::EMPTY {
                if name == sym::UNDERSCORE {
                    self.err(ident.span, Code::BlankPkgName, "invalid package name _");
                } else {
                    p.set_name(name);
                }
            } else if name != p.name() {
                let msg = format!(
                    "package {}; expected package {}",
                    self.types.str(name),
                    self.types.str(p.name())
                );
                self.err(ident.span, Code::MismatchedPkgName, msg);
            }
        }
    }

    /// Type-checks all declarations: types first, then aliases, then the rest.
    fn package_objects(&mut self) {
        let decls = self.decls.clone();
        let phase = |o: ObjectId| match decls.get(o) {
            Some((_, d)) if d.is_type => u8::from(d.is_alias),
            _ => 2,
        };
        for n in 0..3 {
            for &o in decls.list.iter().filter(|o| phase(**o) == n) {
                self.obj_decl(o);
            }
        }
        self.methods.clear();
    }

    fn merge_body(&mut self, b: &Body) {
        if let Some((idx, _)) = self.decls.get(b.func) {
            self.deps
                .entry(idx)
                .or_default()
                .extend(b.deps.iter().copied());
        }
        self.used_pkg_names.extend(b.used_imports.iter().copied());
        let skip = usize::from(b.first_follows && !self.diagnostics.is_empty());
        self.diagnostics
            .extend(b.diagnostics.iter().skip(skip).cloned());
        self.mono.merge(&b.mono);
    }

    /// Functions without body are implemented elsewhere, which a program's own packages can not do.
    fn missing_bodies(&mut self) {
        let decls = self.decls.clone();
        for &o in &decls.list {
            if let Some((_, d)) = decls.get(o) {
                if d.func_body == Some(false) {
                    let pos = self.files[d.file].decl(d.decl).pos;
                    self.diagnostics.push(Diagnostic::error(
                        Code::BadDecl,
                        pos,
                        "missing function body",
                    ));
                }
            }
        }
    }
}

impl MonoGraph {
    /// Whether nothing was recorded.
    pub(crate) fn is_empty(&self) -> bool {
        self.assigns.is_empty()
    }
}
