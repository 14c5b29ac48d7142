//! Library packages: their declarations are entered, parsed and checked when something looks them up.
//!
//! What a package declares is known from its [`Outline`]. Each piece of a file (a function, a type, a group of constants) that is
//! reached becomes a file of its own in the package's [`CheckedPackage`]. An *activation* is a checker that declares an
//! object and all it refers to in its package; objects enter the package's scope when they are complete, so that
//! nobody else meets one that is not. Activations of a package may start others of packages it imports, never of itself;
//! one lock keeps other threads out meanwhile.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;

use hashbrown::HashMap;
use hashbrown::HashSet;
use parking_lot::Mutex;
use parking_lot::ReentrantMutex;
use parking_lot::RwLock;

use crate::base::FileId;
use crate::base::Pos;
use crate::base::SourceMap;
use crate::base::Span;
use crate::base::Symbol;
use crate::base::sym;
use crate::diag::Diagnostic;
use crate::syntax::ast;
use crate::syntax::ast::DeclKind;
use crate::syntax::outline::DeclNo;
use crate::syntax::outline::DeclSort;
use crate::syntax::outline::FileNo;
use crate::syntax::outline::Outline;
use crate::syntax::outline::PackageNo;
use crate::syntax::outline::PieceNo;
use crate::types::Declarer;
use crate::types::FuncData;
use crate::types::Object;
use crate::types::ObjectId;
use crate::types::ObjectKind;
use crate::types::PackageId;
use crate::types::Scope;
use crate::types::ScopeId;
use crate::types::Types;
use crate::types::VarKind;

use super::CheckedPackage;
use super::Checker;
use super::Config;
use super::Decls;
use super::Files;
use super::GoVersion;
use super::ImportError;
use super::Importer;
use super::Info;
use super::Initializer;
use super::Unit;
use super::initorder;
use super::resolver::DeclIdx;
use super::resolver::DeclInfo;
use super::resolver::const_source;

/// The library of one program: the packages that were opened so far.
pub struct Library {
    outline: Outline,
    sources: Arc<SourceMap>,
    packages: Mutex<HashMap<PackageNo, Arc<CheckedPackage>>>,
    numbers: RwLock<HashMap<PackageId, PackageNo>>,
    /// The packages with an activation that is under way.
    active: ReentrantMutex<RefCell<Vec<PackageId>>>,
    diagnostics: Mutex<Vec<Diagnostic>>,
    parsed: AtomicUsize,
}

/// What a library package has declared so far.
#[derive(Debug)]
pub(crate) struct Late {
    outline: Outline,
    package: PackageNo,
    map: RwLock<HashMap<ObjectId, DeclIdx>>,
    /// The objects there are.
    objects: Mutex<HashMap<DeclNo, ObjectId>>,
    /// Those of them that came since the last activation, except methods.
    fresh: Mutex<Vec<ObjectId>>,
    files: Mutex<HashMap<FileNo, LateFile>>,
    /// The pieces that were parsed, as files of the package.
    pieces: Mutex<HashMap<PieceNo, usize>>,
}

#[derive(Clone, Copy, Debug)]
struct LateFile {
    id: FileId,
    base: Pos,
    /// The scope of its imports.
    scope: Option<ScopeId>,
}

impl Late {
    pub(crate) fn decl_of(&self, o: ObjectId) -> Option<DeclIdx> {
        self.map.read().get(&o).copied()
    }

    fn file(&self, sources: &SourceMap, f: FileNo) -> LateFile {
        *self.files.lock().entry(f).or_insert_with(|| {
            let id = sources.add_file(self.outline.file_name(f), self.outline.file_text(f));
            LateFile {
                id,
                base: sources.file(id).base(),
                scope: None,
            }
        })
    }

    /// The object that a declaration declares.
    fn object(
        &self,
        types: &Types,
        sources: &SourceMap,
        pkg: PackageId,
        scope: ScopeId,
        d: DeclNo,
    ) -> ObjectId {
        if let Some(&o) = self.objects.lock().get(&d) {
            return o;
        }
        let decl = self.outline.decl(d);
        let text = self.outline.decl_name(d);
        let name = types.interner().intern(text);
        let (file, _) = self.outline.piece(decl.piece);
        let at = self.file(sources, file).base.plus(decl.at);
        let pos = Span::new(at, at.plus(text.len() as u32));
        let is_method = decl.sort == DeclSort::Method;
        let o = match decl.sort {
            DeclSort::Const => types.new_const(pos, Some(pkg), name),
            DeclSort::Var => types.new_var(VarKind::Package, pos, Some(pkg), name, None),
            DeclSort::Type => types.new_type_name(pos, Some(pkg), name),
            DeclSort::Func | DeclSort::Method => {
                let data = FuncData {
                    is_method,
                    has_body: decl.body,
                    ptr_recv_hint: AtomicBool::new(decl.pointer),
                    pending: AtomicBool::new(true),
                    ..FuncData::default()
                };
                types.new_object(Object::new(ObjectKind::Func(data), name, Some(pkg), pos))
            }
        };
        types
            .object(o)
            .set_order(self.outline.order(self.package, d));
        if !is_method {
            types.object(o).set_parent(scope);
            self.fresh.lock().push(o);
        }
        self.objects.lock().insert(d, o);
        o
    }
}

impl Library {
    /// The library of this outline, of which nothing has been read.
    pub fn new(outline: Outline, sources: Arc<SourceMap>) -> Library {
        Library {
            outline,
            sources,
            packages: Mutex::default(),
            numbers: RwLock::default(),
            active: ReentrantMutex::default(),
            diagnostics: Mutex::default(),
            parsed: AtomicUsize::new(0),
        }
    }

    /// The package of this path, opened now if it has not been.
    pub fn open(&self, types: &Types, path: &str) -> Option<Arc<CheckedPackage>> {
        let no = self.outline.find_package(path)?;
        let mut packages = self.packages.lock();
        if let Some(p) = packages.get(&no) {
            return Some(p.clone());
        }
        let name = types.interner().intern(self.outline.name(no));
        let id = types.new_library_package(path, name);
        let scope = types.package(id).scope;
        let late = Late {
            outline: self.outline,
            package: no,
            map: RwLock::default(),
            objects: Mutex::default(),
            fresh: Mutex::default(),
            files: Mutex::default(),
            pieces: Mutex::default(),
        };
        let inits = self.outline.inits(no);
        let inits: Vec<ObjectId> = inits
            .map(|d| late.object(types, &self.sources, id, scope, d))
            .collect();
        late.fresh.lock().clear();
        let decls = Decls {
            late: Some(late),
            inits: inits.clone(),
            ..Decls::default()
        };
        types.package(id).set_complete();
        let package = Arc::new(CheckedPackage {
            id,
            path: path.to_string(),
            name,
            library: true,
            lang: GoVersion::CURRENT,
            files: Files::from(vec![ast::File::new(FileId(0), Span::NONE)]),
            infos: boxcar::vec![None],
            init_order: boxcar::Vec::new(),
            inits,
            funcs: Vec::new(),
            diagnostics: Vec::new(),
            decls: Arc::new(decls),
            scope,
            prompt: false,
            extended: Vec::new(),
        });
        packages.insert(no, package.clone());
        self.numbers.write().insert(id, no);
        Some(package)
    }

    /// What was found wrong with declarations: nothing, unless golite is wrong.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.diagnostics.lock().clone()
    }

    /// How many pieces of library files have been parsed.
    pub fn parsed(&self) -> usize {
        self.parsed.load(Ordering::Relaxed)
    }

    fn package(&self, id: PackageId) -> Option<Arc<CheckedPackage>> {
        let no = *self.numbers.read().get(&id)?;
        self.packages.lock().get(&no).cloned()
    }

    /// Declares objects of a package, unless that is being done: then whoever does it will see to it.
    fn activate(&self, types: &Types, package: &CheckedPackage, list: &[ObjectId]) {
        let active = self.active.lock();
        if active.borrow().contains(&package.id) {
            return;
        }
        active.borrow_mut().push(package.id);
        let guard = Guard(&active);
        let importer = Imports {
            library: self,
            types,
        };
        let unit = Unit {
            conf: Config {
                types,
                sources: &self.sources,
                importer: &importer,
                lang: GoVersion::CURRENT,
                library: true,
                allow_bodyless: true,
                allow_missing_main: true,
            },
            pkg: package.id,
            scope: package.scope,
            prompt: false,
            files: &package.files,
        };
        let before = package.files.len();
        let mut c = Checker::new(unit, package.decls.clone(), false);
        for &o in list {
            c.obj_decl(o);
        }
        let mut done = Vec::new();
        if let Some(late) = &package.decls.late {
            // What was looked up only is declared as well.
            loop {
                c.process_delayed(0);
                let fresh = std::mem::take(&mut *late.fresh.lock());
                if fresh.is_empty() {
                    break;
                }
                for &o in &fresh {
                    c.obj_decl(o);
                }
                done.extend(fresh);
            }
        }
        c.record_untyped();
        self.parsed
            .fetch_add(package.files.len() - before, Ordering::Relaxed);
        package.take_in(&mut c, list, &done);
        self.diagnostics.lock().append(&mut c.diagnostics);
        drop(guard);
    }
}

/// Ends an activation.
struct Guard<'g>(&'g RefCell<Vec<PackageId>>);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().pop();
    }
}

/// Imports of library packages: library packages.
struct Imports<'l> {
    library: &'l Library,
    types: &'l Types,
}

impl Importer for Imports<'_> {
    fn import(&self, path: &str) -> Result<PackageId, ImportError> {
        match self.library.open(self.types, path) {
            Some(p) => Ok(p.id),
            None => Err(ImportError {
                message: format!("could not import {path} (not found)"),
            }),
        }
    }
}

impl Declarer for Library {
    fn lookup(&self, types: &Types, pkg: PackageId, name: Symbol) -> Option<ObjectId> {
        let package = self.package(pkg)?;
        let late = package.decls.late.as_ref()?;
        let Some(d) = self.outline.find(late.package, types.str(name)) else {
            types.scope(package.scope).set_absent(name);
            return None;
        };
        let _active = self.active.lock();
        let o = late.object(types, &self.sources, pkg, package.scope, d);
        self.activate(types, &package, &[o]);
        Some(o)
    }

    fn lookup_all(&self, types: &Types, pkg: PackageId) {
        let Some(package) = self.package(pkg) else {
            return;
        };
        let Some(late) = package.decls.late.as_ref() else {
            return;
        };
        let _active = self.active.lock();
        let named = |d: &DeclNo| {
            let name = self.outline.decl_name(*d);
            self.outline.decl(*d).sort != DeclSort::Method && name != "_" && name != "init"
        };
        let all: Vec<ObjectId> = self
            .outline
            .decls(late.package)
            .filter(named)
            .map(|d| late.object(types, &self.sources, pkg, package.scope, d))
            .collect();
        self.activate(types, &package, &all);
    }

    fn declare(&self, types: &Types, func: ObjectId) {
        let _active = self.active.lock();
        if let Some(package) = types.object(func).pkg.and_then(|p| self.package(p)) {
            self.activate(types, &package, &[func]);
        }
    }
}

impl<'a> Checker<'a> {
    /// Whether an object is declared at the level of this library package.
    pub(crate) fn is_late(&self, o: ObjectId) -> bool {
        let obj = self.types.object(o);
        obj.pkg == Some(self.pkg) && obj.order() != 0 && obj.local_number().is_none()
    }

    /// Parses the declaration of an object of this library package, and notes what is needed to declare it.
    pub(crate) fn prepare(&mut self, o: ObjectId) {
        let decls = self.decls.clone();
        let Some(late) = decls.late.as_ref().filter(|_| self.is_late(o)) else {
            return;
        };
        if late.decl_of(o).is_some() {
            return;
        }
        let types = self.types;
        let d = late
            .outline
            .decl_of_order(late.package, types.object(o).order());
        let piece = late.outline.decl(d).piece;
        let (at, scope) = self.piece(late, piece);
        let file = &self.files[at];
        let siblings = late.outline.siblings(d);
        let mut found: Vec<(ObjectId, DeclIdx)> = Vec::new();
        let mut nth = siblings.clone().position(|s| s == d).unwrap_or(0);
        for &id in &file.decls {
            let plain = DeclInfo::new(at, scope, id);
            match &file.decl(id).kind {
                DeclKind::ConstSpec(s) if nth >= s.names.len() => nth -= s.names.len(),
                DeclKind::ConstSpec(s) => {
                    let (vtyp, values, inherited) = const_source(file, s);
                    let info = DeclInfo {
                        vtyp,
                        init: values.get(nth).copied(),
                        inherited,
                        iota: i64::from(s.iota),
                        ..plain
                    };
                    found.push((o, decls.push(info)));
                    break;
                }
                DeclKind::VarSpec(s) => {
                    let object =
                        |d| late.object(types, self.conf.sources, self.pkg, self.pkg_scope, d);
                    let lhs: Vec<ObjectId> = siblings.clone().map(object).collect();
                    let all = decls.push_vars(plain, s, &lhs);
                    found.extend(lhs.into_iter().zip(all));
                }
                DeclKind::TypeSpec(s) => {
                    let info = DeclInfo {
                        is_type: true,
                        is_alias: s.alias,
                        ..plain
                    };
                    found.push((o, decls.push(info)));
                }
                DeclKind::FuncDecl(s) => {
                    let info = DeclInfo {
                        func_body: Some(s.body.is_some()),
                        ..plain
                    };
                    found.push((o, decls.push(info)));
                }
                DeclKind::BadDecl | DeclKind::ImportSpec(_) => {}
            }
        }
        late.map.write().extend(found);
    }

    /// A piece as a file of the package, and the scope of its file's imports.
    fn piece(&mut self, late: &Late, piece: PieceNo) -> (usize, ScopeId) {
        let (no, _) = late.outline.piece(piece);
        let of = late.file(self.conf.sources, no);
        let scope = match of.scope {
            Some(s) => s,
            None => self.late_imports(late, no, of),
        };
        let known = late.pieces.lock().get(&piece).copied();
        let at = known.unwrap_or_else(|| {
            let names = self.types.interner_arc();
            let file = late.outline.parse(piece, of.id, self.conf.sources, &names);
            let at = self.files.push(file);
            late.pieces.lock().insert(piece, at);
            at
        });
        (at, scope)
    }

    /// The scope of the imports of a library file.
    fn late_imports(&mut self, late: &Late, no: FileNo, of: LateFile) -> ScopeId {
        let types = self.types;
        let scope = types.new_scope(Scope::new(Some(self.pkg_scope)));
        for i in late.outline.imports(no) {
            let at = of.base.plus(i.at).span();
            let imported = self.import_package(at, i.path);
            let name = match i.name {
                "" => types.package(imported).name(),
                name => types.interner().intern(name),
            };
            if name == sym::UNDERSCORE {
                continue;
            }
            let o = Object::new(ObjectKind::PkgName { imported }, name, Some(self.pkg), at);
            let o = types.new_object(o.with_ty(crate::types::TypeId::INVALID));
            types.insert(scope, o);
        }
        if let Some(f) = late.files.lock().get_mut(&no) {
            f.scope = Some(scope);
        }
        scope
    }

    /// The methods of a type of this library package, not declared yet.
    pub(crate) fn late_methods(&self, o: ObjectId) -> Option<Vec<ObjectId>> {
        let late = self.decls.late.as_ref().filter(|_| self.is_late(o))?;
        let order = self.types.object(o).order();
        let first = late.outline.decl_of_order(late.package, order);
        let mut next = late.outline.decl(first).next;
        let mut out = Vec::new();
        while let Some(d) = next {
            let (sources, scope) = (self.conf.sources, self.pkg_scope);
            out.push(late.object(self.types, sources, self.pkg, scope, d));
            next = late.outline.decl(d).next;
        }
        (!out.is_empty()).then_some(out)
    }
}

impl CheckedPackage {
    /// Takes in what an activation found out; `asked` are the objects that it began with, `objects` those that came during it,
    /// without methods.
    fn take_in(&self, c: &mut Checker<'_>, asked: &[ObjectId], objects: &[ObjectId]) {
        let types = c.types;
        let first = self.infos.count();
        let mut infos: Vec<Option<Box<Info>>> = Vec::new();
        infos.resize_with(self.files.len() - first, || None);
        for &o in objects.iter().filter(|o| types.object(**o).is_var()) {
            let Some((idx, d)) = self.decls.get(o) else {
                continue;
            };
            let Some(rhs) = d.init.filter(|_| d.reached.get().is_none()) else {
                continue;
            };
            let lhs = if d.lhs.is_empty() {
                vec![o]
            } else {
                d.lhs.clone()
            };
            let at = self.init_order.push(Initializer {
                lhs,
                file: d.file,
                rhs,
            });
            let deps = c.deps.remove(&idx).unwrap_or_default();
            let _ = d.reached.set((deps.into_iter().collect(), at as u32));
            // Only code is looked at again.
            if let Some(info) = d.file.checked_sub(first).and_then(|i| infos.get_mut(i)) {
                info.get_or_insert_with(|| Box::new(std::mem::take(c.infos.of(d.file))));
            }
        }
        for info in infos {
            self.infos.push(info);
        }
        let scope = types.scope(self.scope);
        for &o in objects {
            let obj = types.object(o);
            obj.set_pending(false);
            if obj.name != sym::INIT && obj.name != sym::UNDERSCORE {
                scope.insert(obj.name, o);
            }
        }
        for &o in asked.iter().chain(&c.declared) {
            types.object(o).set_pending(false);
        }
    }

    /// The initializer of a package-level variable, if it has one: a number in `init_order`.
    pub fn initializer_of(&self, o: ObjectId) -> Option<u32> {
        self.decls.get(o)?.1.reached.get().map(|r| r.1)
    }

    /// In which order these initializers of a library package run; they are all that are needed.
    pub fn order_of_inits(&self, types: &Types, needed: &[u32]) -> Vec<u32> {
        if needed.len() < 2 {
            return needed.to_vec();
        }
        let deps = |o: ObjectId| match self.decls.get(o) {
            Some((_, d)) => match (d.reached.get(), d.body.get()) {
                (Some((deps, _)), _) => &deps[..],
                (_, Some(body)) => &body.deps[..],
                _ => &[],
            },
            None => &[],
        };
        let mut objects: Vec<ObjectId> = Vec::new();
        let mut seen = HashSet::new();
        let mut todo: Vec<ObjectId> = Vec::new();
        for &i in needed {
            todo.extend(&self.init_order[i as usize].lhs);
        }
        while let Some(o) = todo.pop() {
            if seen.insert(o) {
                objects.push(o);
                todo.extend(deps(o));
            }
        }
        objects.sort_by_key(|o| types.object(*o).order());
        let mut out: Vec<u32> = Vec::new();
        for o in initorder::order(types, &objects, &|o| deps(o).to_vec(), &mut |_| {}) {
            if let Some(i) = self.initializer_of(o)
                && needed.contains(&i)
                && !out.contains(&i)
            {
                out.push(i);
            }
        }
        out
    }
}
