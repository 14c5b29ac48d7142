//! Collecting the package-level objects of a package: imports, declarations and methods, without looking at types.

use std::sync::Arc;
use std::sync::OnceLock;

use hashbrown::HashMap;
use hashbrown::HashSet;

use crate::base::Span;
use crate::base::Symbol;
use crate::base::sym;
use crate::constant::unquote;
use crate::diag::Code;
use crate::syntax::ast;
use crate::syntax::ast::DeclId;
use crate::syntax::ast::DeclKind;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::IdentId;
use crate::types::FuncData;
use crate::types::Object;
use crate::types::ObjectId;
use crate::types::ObjectKind;
use crate::types::PackageId;
use crate::types::Scope;
use crate::types::ScopeId;
use crate::types::VarKind;

use super::Body;
use super::Checker;
use super::ErrorDesc;
use super::FuncRef;
use super::FuncSig;
use super::GoVersion;
use super::late::Late;

/// A package-level declaration.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct DeclIdx(pub u32);

/// A package-level declaration: what is needed to type-check its object later.
#[derive(Clone, Debug)]
pub(crate) struct DeclInfo {
    /// Index of the file.
    pub(crate) file: usize,
    /// The scope of its imports.
    pub(crate) scope: ScopeId,
    /// The variables of a declaration with one initializer for several, otherwise empty.
    pub(crate) lhs: Vec<ObjectId>,
    /// The type of a constant or variable.
    pub(crate) vtyp: Option<ExprId>,
    /// The initializer of a constant or variable.
    pub(crate) init: Option<ExprId>,
    /// Whether the initializer is that of an earlier constant.
    pub(crate) inherited: bool,
    /// The value of iota.
    pub(crate) iota: i64,
    /// The spec or function.
    pub(crate) decl: DeclId,
    /// The type declaration.
    pub(crate) is_type: bool,
    /// Whether a type declaration is an alias.
    pub(crate) is_alias: bool,
    /// Whether it is a function, and has a body.
    pub(crate) func_body: Option<bool>,
    /// Signature and variables of a function, once it is declared.
    pub(crate) sig: OnceLock<FuncSig>,
    /// The body of a function, once it is checked.
    pub(crate) body: OnceLock<Arc<Body>>,
    /// What the initializer of a library variable mentions, and its place among the package's initializers.
    pub(crate) reached: OnceLock<(Vec<ObjectId>, u32)>,
}

impl DeclInfo {
    /// A declaration of a file, of no kind yet.
    pub(crate) fn new(file: usize, scope: ScopeId, decl: DeclId) -> DeclInfo {
        DeclInfo {
            file,
            scope,
            lhs: Vec::new(),
            vtyp: None,
            init: None,
            inherited: false,
            iota: 0,
            decl,
            is_type: false,
            is_alias: false,
            func_body: None,
            sig: OnceLock::new(),
            body: OnceLock::new(),
            reached: OnceLock::new(),
        }
    }

    pub(crate) fn has_initializer(&self) -> bool {
        self.init.is_some() || self.func_body == Some(true)
    }
}

/// The package-level objects of a package. Final after collection, except those of library packages.
#[derive(Debug, Default)]
pub(crate) struct Decls {
    pub(crate) infos: boxcar::Vec<DeclInfo>,
    pub(crate) map: HashMap<ObjectId, DeclIdx>,
    /// What a library package declares late.
    pub(crate) late: Option<Late>,
    /// The objects in source order.
    pub(crate) list: Vec<ObjectId>,
    pub(crate) file_scopes: Vec<ScopeId>,
    /// Package names of all imports.
    pub(crate) imports: Vec<(usize, ObjectId)>,
    pub(crate) dot_imports: HashMap<(ScopeId, Symbol), ObjectId>,
    pub(crate) inits: Vec<ObjectId>,
}

impl Decls {
    pub(crate) fn get(&self, o: ObjectId) -> Option<(DeclIdx, &DeclInfo)> {
        let i = match &self.late {
            None => *self.map.get(&o)?,
            Some(late) => late.decl_of(o)?,
        };
        Some((i, &self.infos[i.0 as usize]))
    }

    pub(crate) fn push(&self, d: DeclInfo) -> DeclIdx {
        DeclIdx(self.infos.push(d) as u32)
    }

    /// Adds the variables of a spec; the declaration of each.
    pub(crate) fn push_vars(
        &self,
        plain: DeclInfo,
        s: &ast::VarSpec,
        lhs: &[ObjectId],
    ) -> Vec<DeclIdx> {
        if s.values.len() > 1 {
            let one = |i: usize| DeclInfo {
                vtyp: s.ty,
                init: s.values.get(i).copied(),
                ..plain.clone()
            };
            return (0..lhs.len()).map(|i| self.push(one(i))).collect();
        }
        let shared = self.push(DeclInfo {
            lhs: lhs.to_vec(),
            vtyp: s.ty,
            init: s.values.first().copied(),
            ..plain
        });
        vec![shared; lhs.len()]
    }

    pub(crate) fn func_ref(&self, o: ObjectId) -> Option<FuncRef> {
        let (_, d) = self.get(o)?;
        d.func_body.map(|_| FuncRef {
            file: d.file,
            decl: d.decl,
        })
    }
}

struct MethodInfo {
    obj: ObjectId,
    ptr: bool,
    recv: Symbol,
}

/// A receiver type taken apart: `*T[A, B]`.
pub(crate) struct UnpackedRecv {
    pub(crate) ptr: bool,
    pub(crate) base: ExprId,
    /// The type parameter names, if there are brackets; none for something that is not an identifier.
    pub(crate) tparams: Option<Vec<Result<IdentId, ExprId>>>,
}

impl<'a> Checker<'a> {
    /// Reports too many or too few initializers.
    pub(crate) fn arity(
        &mut self,
        pos: Span,
        names: &[IdentId],
        inits: &[ExprId],
        const_decl: bool,
        inherited: bool,
    ) {
        let (l, r) = (names.len(), inits.len());
        if l < r {
            let n = inits[l];
            if inherited {
                let at = self.pos_str(self.expr_pos(n));
                self.err(
                    pos,
                    Code::WrongAssignCount,
                    format!("extra init expr at {at}"),
                );
            } else {
                let msg = format!("extra init expr {}", self.expr_str(n));
                self.err(self.expr_span(n), Code::WrongAssignCount, msg);
            }
        } else if l > r && (const_decl || r != 1) {
            let msg = format!("missing init expr for {}", self.ident_str(names[r]));
            self.err(self.ident_span(names[r]), Code::WrongAssignCount, msg);
        }
    }

    fn declare_pkg_obj(&mut self, d: &mut Decls, ident: IdentId, o: ObjectId, info: DeclIdx) {
        let name = self.file.name_of(ident);
        if name == sym::INIT {
            self.err(
                self.ident_span(ident),
                Code::InvalidInitDecl,
                "cannot declare init - must be func",
            );
            return;
        }
        if name == sym::MAIN && self.types.package(self.pkg).name() == sym::MAIN {
            self.err(
                self.ident_span(ident),
                Code::InvalidMainDecl,
                "cannot declare main - must be func",
            );
            return;
        }
        let scope = self.pkg_scope;
        self.declare(scope, Some(ident), o);
        d.map.insert(o, info);
        d.list.push(o);
        self.types.object(o).set_order(d.list.len() as u32);
    }

    pub(crate) fn import_package(&mut self, at: Span, path: &str) -> PackageId {
        let types = self.types;
        if path == "unsafe" {
            return types.universe().unsafe_pkg;
        }
        match self.conf.importer.import(path) {
            Ok(p) => p,
            Err(e) => {
                self.err(at, Code::BrokenImport, e.message);
                let name = path
                    .trim_end_matches('/')
                    .rsplit('/')
                    .next()
                    .unwrap_or(path);
                let p = types.new_package(path, Some(types.interner().intern(name)));
                types.package(p).set_fake();
                p
            }
        }
    }

    /// Declares everything at package level, and finds the base types of methods.
    pub(crate) fn collect_objects(&mut self) -> Decls {
        let types = self.types;
        let pkg = self.pkg;
        let pkg_scope = self.pkg_scope;
        let mut d = Decls::default();
        let mut methods: Vec<MethodInfo> = Vec::new();
        for file_index in 0..self.files.len() {
            self.set_file(file_index);
            let file: &'a ast::File = self.file;
            let file_scope = types.new_scope(Scope::new(Some(pkg_scope)));
            d.file_scopes.push(file_scope);
            for &decl_id in &file.decls {
                let decl = file.decl(decl_id);
                let plain = DeclInfo::new(file_index, file_scope, decl_id);
                match &decl.kind {
                    DeclKind::BadDecl => {}
                    DeclKind::ImportSpec(s) => {
                        self.collect_import(&mut d, file_scope, decl_id, decl.pos.span(), s)
                    }
                    DeclKind::ConstSpec(s) => {
                        let (vtyp, values, inherited) = const_source(file, s);
                        for (i, &name) in s.names.iter().enumerate() {
                            let id = file.ident(name);
                            let o = types.new_const(id.span, Some(pkg), id.name);
                            let idx = d.push(DeclInfo {
                                vtyp,
                                init: values.get(i).copied(),
                                inherited,
                                iota: i64::from(s.iota),
                                ..plain.clone()
                            });
                            self.declare_pkg_obj(&mut d, name, o, idx);
                        }
                        self.arity(decl.pos.span(), &s.names, values, true, inherited);
                    }
                    DeclKind::VarSpec(s) => {
                        let lhs: Vec<ObjectId> = s
                            .names
                            .iter()
                            .map(|&n| {
                                let id = file.ident(n);
                                types.new_var(VarKind::Package, id.span, Some(pkg), id.name, None)
                            })
                            .collect();
                        let decls = d.push_vars(plain, s, &lhs);
                        for ((&name, &o), idx) in s.names.iter().zip(&lhs).zip(decls) {
                            self.declare_pkg_obj(&mut d, name, o, idx);
                        }
                        if s.ty.is_none() || !s.values.is_empty() {
                            self.arity(decl.pos.span(), &s.names, &s.values, false, false);
                        }
                    }
                    DeclKind::TypeSpec(s) => {
                        let id = file.ident(s.name);
                        let o = types.new_type_name(id.span, Some(pkg), id.name);
                        let idx = d.push(DeclInfo {
                            is_type: true,
                            is_alias: s.alias,
                            ..plain
                        });
                        self.declare_pkg_obj(&mut d, s.name, o, idx);
                    }
                    DeclKind::FuncDecl(s) => {
                        let o = self.collect_func(&mut d, &mut methods, s);
                        let idx = d.push(DeclInfo {
                            func_body: Some(s.body.is_some()),
                            ..plain
                        });
                        d.map.insert(o, idx);
                        d.list.push(o);
                        types.object(o).set_order(d.list.len() as u32);
                    }
                }
            }
        }
        self.check_file_scopes(&d);
        for m in methods {
            if let Some((ptr, base)) = self.resolve_base_type_name(&d, m.ptr, m.recv) {
                if let Some(f) = types.object(m.obj).func() {
                    f.ptr_recv_hint
                        .store(ptr, std::sync::atomic::Ordering::Relaxed);
                }
                self.methods.entry(base).or_default().push(m.obj);
            }
        }
        d
    }

    fn collect_func(
        &mut self,
        d: &mut Decls,
        methods: &mut Vec<MethodInfo>,
        s: &'a ast::FuncDecl,
    ) -> ObjectId {
        let types = self.types;
        let file = self.file;
        let pkg = self.pkg;
        let id = file.ident(s.name);
        let name = id.name;
        let data = FuncData {
            is_method: s.recv.is_some(),
            has_body: s.body.is_some(),
            ..FuncData::default()
        };
        let o = types.new_object(Object::new(
            ObjectKind::Func(data),
            name,
            Some(pkg),
            id.span,
        ));
        let tparam0 = s
            .type_params
            .as_ref()
            .and_then(|l| l.list.first())
            .map(|f| file.field(*f).span);
        if let Some(recv) = s.recv {
            let u = self.unpack_recv(file.field(recv).ty);
            if let Some(base) = file.as_ident(u.base) {
                if name != sym::UNDERSCORE {
                    methods.push(MethodInfo {
                        obj: o,
                        ptr: u.ptr,
                        recv: file.name_of(base),
                    });
                }
            }
            if let Some(at) = tparam0 {
                self.verify_version(at, GoVersion::GO1_27, "generic method");
            }
            self.record_def(s.name, o);
            return o;
        }
        let text = types.str(name);
        if name == sym::INIT || name == sym::MAIN && types.package(pkg).name() == sym::MAIN {
            let code = if name == sym::MAIN {
                Code::InvalidMainDecl
            } else {
                Code::InvalidInitDecl
            };
            if let Some(at) = tparam0 {
                self.err(
                    at,
                    code,
                    format!("func {text} must have no type parameters"),
                );
            }
            if let ExprKind::FuncType { params, results } = &file.expr(s.ty).kind {
                if !params.list.is_empty() || !results.list.is_empty() {
                    self.err(
                        id.span,
                        code,
                        format!("func {text} must have no arguments and no return values"),
                    );
                }
            }
        } else if let Some(at) = tparam0 {
            self.verify_version(at, GoVersion::GO1_18, "type parameter");
        }
        let scope = self.pkg_scope;
        if name == sym::INIT {
            types.object(o).set_parent(scope);
            self.record_def(s.name, o);
            d.inits.push(o);
            if s.body.is_none() {
                self.err(id.span, Code::MissingInitBody, "func init must have a body");
            }
        } else {
            self.declare(scope, Some(s.name), o);
        }
        o
    }

    fn collect_import(
        &mut self,
        d: &mut Decls,
        file_scope: ScopeId,
        decl: DeclId,
        at: Span,
        s: &ast::ImportSpec,
    ) {
        let types = self.types;
        let file = self.file;
        let path_span = file.expr(s.path).span;
        let ExprKind::BasicLit { value, .. } = file.expr(s.path).kind else {
            return;
        };
        let Some(bytes) = unquote(types.str(value)) else {
            return;
        };
        let path = String::from_utf8_lossy(&bytes).into_owned();
        if let Some(why) = bad_import_path(&path) {
            self.err(
                path_span,
                Code::BadImportPath,
                format!("invalid import path ({why})"),
            );
            return;
        }
        let imp = self.import_package(path_span, &path);
        let name = match s.name {
            Some(n) => file.name_of(n),
            None => types.package(imp).name(),
        };
        if name == sym::INIT {
            self.err(
                at,
                Code::InvalidInitDecl,
                "cannot import package as init - init must be a func",
            );
            return;
        }
        {
            let mut imports = types.package(self.pkg).imports.write();
            if !imports.contains(&imp) {
                imports.push(imp);
            }
        }
        let o = Object::new(
            ObjectKind::PkgName { imported: imp },
            name,
            Some(self.pkg),
            at,
        );
        let pkg_name = types.new_object(o.with_ty(crate::types::TypeId::INVALID));
        match s.name {
            Some(n) => self.record_def(n, pkg_name),
            None => {
                self.info().import_names.insert(decl, pkg_name);
            }
        }
        if types.package(imp).is_fake() {
            self.used_pkg_names.insert(pkg_name);
        }
        d.imports.push((self.file_index, pkg_name));
        if name != sym::DOT {
            self.declare(file_scope, None, pkg_name);
            return;
        }
        for (name, o) in types.elems(types.package(imp).scope) {
            if !types.is_exported(name) {
                continue;
            }
            if let Some(alt) = types.scope(file_scope).insert(name, o) {
                let mut e = ErrorDesc::new(Code::DuplicateDecl);
                let at = s.name.map_or(at, |n| self.ident_span(n));
                e.add(at, format!("{} redeclared in this block", types.str(name)));
                self.add_alt_decl(&mut e, alt);
                self.report(e);
            } else {
                d.dot_imports.insert((file_scope, name), pkg_name);
            }
        }
    }

    /// Objects of the package and of its files' scopes must have different names.
    fn check_file_scopes(&mut self, d: &Decls) {
        let types = self.types;
        let pkg_scope = self.pkg_scope;
        for &scope in &d.file_scopes {
            for (name, o) in types.scope(scope).elems() {
                let Some(alt) = types.scope(pkg_scope).lookup(name) else {
                    continue;
                };
                let mut e = ErrorDesc::new(Code::DuplicateDecl);
                let n = types.str(name);
                let at = self.object_span(alt);
                match types.object(o).kind {
                    ObjectKind::PkgName { imported } => {
                        let p = types.package(imported);
                        let pkg = format!("package {} ({:?})", types.str(p.name()), p.path);
                        e.add(at, format!("{n} already declared through import of {pkg}"));
                    }
                    _ => {
                        let p = types.object(o).pkg.map(|p| types.package(p));
                        let pkg = p.map_or(String::new(), |p| {
                            format!("package {} ({:?})", types.str(p.name()), p.path)
                        });
                        e.add(
                            at,
                            format!("{n} already declared through dot-import of {pkg}"),
                        );
                    }
                }
                self.add_alt_decl(&mut e, o);
                self.report(e);
            }
        }
    }

    /// Takes a receiver type apart.
    pub(crate) fn unpack_recv(&self, rtyp: ExprId) -> UnpackedRecv {
        let file = self.file;
        let mut base = file.unparen(rtyp);
        let mut ptr = false;
        if let ExprKind::StarExpr { x } = file.expr(base).kind {
            ptr = true;
            base = file.unparen(x);
        }
        let mut tparams = None;
        if let ExprKind::IndexExpr { x, indices, .. } = &file.expr(base).kind {
            base = *x;
            tparams = Some(indices.iter().map(|&i| file.as_ident(i).ok_or(i)).collect());
        }
        UnpackedRecv { ptr, base, tparams }
    }

    /// The declared type that a receiver type name denotes, through aliases that are not generic, and whether there is a
    /// pointer on the way.
    fn resolve_base_type_name(
        &self,
        d: &Decls,
        ptr: bool,
        name: Symbol,
    ) -> Option<(bool, ObjectId)> {
        let types = self.types;
        let scope = self.pkg_scope;
        let mut ptr = ptr;
        let mut name = name;
        let mut seen = HashSet::new();
        loop {
            let Some(o) = types.scope(scope).lookup(name) else {
                return self.earlier_base_type(ptr, name);
            };
            if !types.object(o).is_type_name() || !seen.insert(o) {
                return None;
            }
            let (_, info) = d.get(o)?;
            if !info.is_alias {
                return Some((ptr, o));
            }
            let file = &self.files[info.file];
            let DeclKind::TypeSpec(s) = &file.decl(info.decl).kind else {
                return None;
            };
            if s.type_params.is_some() {
                return None;
            }
            let mut t = file.unparen(s.ty);
            if let ExprKind::StarExpr { x } = file.expr(t).kind {
                if ptr {
                    return None;
                }
                ptr = true;
                t = file.unparen(x);
            }
            name = file.name_of(file.as_ident(t)?);
        }
    }

    /// Reports imports that nothing uses.
    pub(crate) fn unused_imports(&mut self) {
        let decls = self.decls.clone();
        for &(file, o) in &decls.imports {
            let obj = self.types.object(o);
            if obj.name == sym::UNDERSCORE || self.used_pkg_names.contains(&o) {
                continue;
            }
            let ObjectKind::PkgName { imported } = obj.kind else {
                continue;
            };
            self.set_file(file);
            let path = &self.types.package(imported).path;
            let elem = path.rsplit('/').next().unwrap_or(path);
            let name = self.types.str(obj.name);
            let msg = if obj.name == sym::EMPTY || obj.name == sym::DOT || name == elem {
                format!("{path:?} imported and not used")
            } else {
                format!("{path:?} imported as {name} and not used")
            };
            self.err(obj.pos, Code::UnusedImport, msg);
        }
    }
}

/// Type and values of a constant spec: its own, or those of the spec it repeats.
pub(crate) fn const_source<'f>(
    file: &'f ast::File,
    s: &'f ast::ConstSpec,
) -> (Option<ExprId>, &'f [ExprId], bool) {
    if s.ty.is_some() || !s.values.is_empty() {
        return (s.ty, &s.values, false);
    }
    match s.inherited.map(|d| &file.decl(d).kind) {
        Some(DeclKind::ConstSpec(from)) => (from.ty, &from.values, true),
        _ => (None, &[], false),
    }
}

fn bad_import_path(path: &str) -> Option<String> {
    if path.is_empty() {
        return Some("empty string".into());
    }
    path.chars()
        .find(|c| {
            c.is_control()
                || c.is_whitespace()
                || "!\"#$%&'()*,:;<=>?[\\]^{|}`\u{FFFD}".contains(*c)
        })
        .map(|c| format!("invalid character U+{:04X} '{c}'", c as u32))
}
