//! Types and objects as text, as messages print them.

use super::ChanDir;
use super::Method;
use super::ObjectId;
use super::ObjectKind;
use super::PackageId;
use super::Param;
use super::Signature;
use super::Type;
use super::TypeId;
use super::Types;
use crate::base::Span;
use crate::base::sym;
use crate::constant::quote;

/// How names of packages and positions are written.
pub trait Qualifier {
    /// What stands before names of a package, without the dot; empty for none.
    fn package(&self, types: &Types, pkg: PackageId) -> String;

    /// A position as `file:line:col`.
    fn position(&self, pos: Span) -> String;
}

/// Qualifies by package name; without one package, if given.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainQualifier {
    /// The package whose names are not qualified.
    pub relative_to: Option<PackageId>,
    /// Whether to write import paths rather than names.
    pub paths: bool,
}

impl Qualifier for PlainQualifier {
    fn package(&self, types: &Types, pkg: PackageId) -> String {
        let p = types.package(pkg);
        if self.relative_to == Some(pkg) {
            String::new()
        } else if self.paths && p.path != "main" {
            // A package that is given by its files has the path main, whatever its name.
            p.path.clone()
        } else {
            types.str(p.name()).to_string()
        }
    }

    fn position(&self, pos: Span) -> String {
        pos.lo.to_string()
    }
}

/// Writes types.
pub struct TypeWriter<'a> {
    types: &'a Types,
    qual: &'a dyn Qualifier,
    out: String,
    seen: Vec<TypeId>,
    /// Whether to write the names of parameters.
    pub param_names: bool,
    /// Whether to mark the package of the first field whose name is not exported.
    pub pkg_info: bool,
}

impl Types {
    /// A type as text.
    pub fn type_string(&self, t: TypeId, qual: &dyn Qualifier) -> String {
        let mut w = TypeWriter::new(self, qual);
        w.ty(t);
        w.finish()
    }

    /// A type as text with package names, for dumps and run-time type names.
    pub fn type_name(&self, t: TypeId) -> String {
        self.type_string(t, &PlainQualifier::default())
    }

    /// An object as text.
    pub fn object_string(&self, o: ObjectId, qual: &dyn Qualifier) -> String {
        let mut w = TypeWriter::new(self, qual);
        w.object(o);
        w.finish()
    }
}

impl<'a> TypeWriter<'a> {
    /// A writer of nothing yet.
    pub fn new(types: &'a Types, qual: &'a dyn Qualifier) -> TypeWriter<'a> {
        TypeWriter {
            types,
            qual,
            out: String::new(),
            seen: Vec::new(),
            param_names: true,
            pkg_info: false,
        }
    }

    /// What has been written.
    pub fn finish(self) -> String {
        self.out
    }

    /// Writes text.
    pub fn text(&mut self, s: &str) {
        self.out.push_str(s);
    }

    fn package_prefix(&mut self, pkg: Option<PackageId>) {
        if let Some(p) = pkg {
            let s = self.qual.package(self.types, p);
            if !s.is_empty() {
                self.text(&s);
                self.text(".");
            }
        }
    }

    fn type_name(&mut self, obj: ObjectId) {
        let o = self.types.object(obj);
        self.package_prefix(o.pkg);
        self.text(self.types.str(o.name));
    }

    /// Writes a type.
    pub fn ty(&mut self, t: TypeId) {
        if self.seen.contains(&t) {
            self.text("<cycle>");
            return;
        }
        self.seen.push(t);
        self.ty_inner(t);
        self.seen.pop();
    }

    fn ty_inner(&mut self, t: TypeId) {
        let types = self.types;
        match types.get(t) {
            Type::Basic(super::BasicKind::UnsafePointer) => {
                self.package_prefix(Some(types.universe().unsafe_pkg));
                self.text("Pointer");
            }
            Type::Basic(k) => self.text(k.name()),
            Type::Array { len, elem } => {
                self.text(&format!("[{len}]"));
                self.ty(*elem);
            }
            Type::Slice(elem) => {
                self.text("[]");
                self.ty(*elem);
            }
            Type::Struct(s) => {
                self.text("struct{");
                for (i, f) in s.fields.iter().enumerate() {
                    if i > 0 {
                        self.text("; ");
                    }
                    let annotate = self.pkg_info && !types.is_exported(f.name);
                    if annotate {
                        self.pkg_info = false;
                    }
                    if !f.embedded {
                        self.text(types.str(f.name));
                        self.text(" ");
                    }
                    self.ty(f.ty);
                    if annotate {
                        self.text(&format!(" /* package {} */ ", types.pkg_path(f.pkg)));
                    }
                    if f.tag != sym::EMPTY {
                        self.text(" ");
                        self.text(&quote(types.str(f.tag).as_bytes()));
                    }
                }
                self.text("}");
            }
            Type::Pointer(base) => {
                self.text("*");
                self.ty(*base);
            }
            Type::Tuple(ps) => self.tuple(ps, false),
            Type::Signature(s) => {
                self.text("func");
                self.signature(s);
            }
            Type::Union(terms) => {
                for (i, t) in terms.iter().enumerate() {
                    if i > 0 {
                        self.text(" | ");
                    }
                    if t.tilde {
                        self.text("~");
                    }
                    self.ty(t.ty);
                }
            }
            Type::Interface(i) => {
                if i.comparable && i.methods.is_empty() && i.embeddeds.is_empty() {
                    self.text("interface{comparable}");
                    return;
                }
                if i.implicit {
                    if i.methods.is_empty() && i.embeddeds.len() == 1 {
                        self.ty(i.embeddeds[0].ty);
                        return;
                    }
                    self.text("/* implicit */ ");
                }
                self.text("interface{");
                let mut first = true;
                for Method { name, sig, .. } in &i.methods {
                    if !first {
                        self.text("; ");
                    }
                    first = false;
                    self.text(types.str(*name));
                    if let Type::Signature(s) = types.get(*sig) {
                        self.signature(s);
                    }
                }
                for e in &i.embeddeds {
                    if !first {
                        self.text("; ");
                    }
                    first = false;
                    self.ty(e.ty);
                }
                self.text("}");
            }
            Type::Map { key, elem } => {
                self.text("map[");
                self.ty(*key);
                self.text("]");
                self.ty(*elem);
            }
            Type::Chan { dir, elem } => {
                let parens = *dir == ChanDir::SendRecv
                    && matches!(
                        types.get(*elem),
                        Type::Chan {
                            dir: ChanDir::RecvOnly,
                            ..
                        }
                    );
                self.text(match dir {
                    ChanDir::SendRecv => "chan ",
                    ChanDir::SendOnly => "chan<- ",
                    ChanDir::RecvOnly => "<-chan ",
                });
                if parens {
                    self.text("(");
                }
                self.ty(*elem);
                if parens {
                    self.text(")");
                }
            }
            Type::Named(n) => {
                self.type_name(n.obj);
                if !n.targs.is_empty() {
                    self.type_list(&n.targs);
                } else if n.origin.is_none() && !types.tparams(t).is_empty() {
                    self.tparam_list(types.tparams(t));
                }
            }
            Type::Alias(a) => {
                self.type_name(a.obj);
                if !a.targs.is_empty() {
                    self.type_list(&a.targs);
                } else if !types.tparams(t).is_empty() {
                    self.tparam_list(types.tparams(t));
                }
            }
            Type::TypeParam(p) => {
                let o = types.object(p.obj);
                let name = types.str(o.name);
                self.text(name);
                if types.scope(types.universe().scope).lookup(o.name).is_some() {
                    let pos = self.qual.position(o.pos);
                    self.text(&format!(" /* with {name} declared at {pos} */"));
                }
            }
        }
    }

    fn type_list(&mut self, list: &[TypeId]) {
        self.text("[");
        for (i, t) in list.iter().enumerate() {
            if i > 0 {
                // No space: messages separate type arguments by a bare comma only when hashing; here it is ", ".
                self.text(", ");
            }
            self.ty(*t);
        }
        self.text("]");
    }

    fn tparam_list(&mut self, list: &[TypeId]) {
        self.text("[");
        let mut prev: Option<TypeId> = None;
        for (i, t) in list.iter().enumerate() {
            let bound = match self.types.get(*t) {
                Type::TypeParam(p) => p.bound(),
                _ => None,
            };
            if i > 0 {
                if bound != prev {
                    if let Some(p) = prev {
                        self.text(" ");
                        self.ty(p);
                    }
                }
                self.text(", ");
            }
            prev = bound;
            self.ty(*t);
        }
        if let Some(p) = prev {
            self.text(" ");
            self.ty(p);
        }
        self.text("]");
    }

    fn tuple(&mut self, ps: &[Param], variadic: bool) {
        self.text("(");
        for (i, p) in ps.iter().enumerate() {
            if i > 0 {
                self.text(", ");
            }
            if self.param_names && p.name != sym::EMPTY {
                self.text(self.types.str(p.name));
                self.text(" ");
            }
            if variadic && i == ps.len() - 1 {
                match self.types.get(p.ty) {
                    Type::Slice(elem) => {
                        self.text("...");
                        self.ty(*elem);
                    }
                    _ => {
                        self.ty(p.ty);
                        self.text("...");
                    }
                }
            } else {
                self.ty(p.ty);
            }
        }
        self.text(")");
    }

    /// Writes a signature without `func`.
    pub fn signature(&mut self, s: &Signature) {
        if !s.tparams.is_empty() {
            self.tparam_list(&s.tparams);
        }
        self.tuple(&s.params, s.variadic);
        match s.results.len() {
            0 => {}
            1 if s.results[0].name == sym::EMPTY => {
                self.text(" ");
                self.ty(s.results[0].ty);
            }
            _ => {
                self.text(" ");
                self.tuple(&s.results, false);
            }
        }
    }

    /// Writes an object with its kind and type.
    pub fn object(&mut self, id: ObjectId) {
        let types = self.types;
        let o = types.object(id);
        let name = types.str(o.name);
        let mut ty = o.ty();
        match &o.kind {
            ObjectKind::PkgName { imported } => {
                let path = &types.package(*imported).path;
                self.text(&format!("package {name}"));
                if !path.is_empty() && path != name {
                    self.text(&format!(" ({})", quote(path.as_bytes())));
                }
                return;
            }
            ObjectKind::Const { .. } => self.text("const"),
            ObjectKind::TypeName => {
                self.text("type");
                if ty.is_some_and(|t| types.is_type_param(t)) {
                    self.text(" parameter");
                }
            }
            ObjectKind::Var { .. } => self.text("var"),
            ObjectKind::Func(f) => {
                self.text("func ");
                match f.recv.get() {
                    Some(r) => {
                        self.text("(");
                        self.ty(r.ty);
                        self.text(").");
                    }
                    None => self.package_prefix(o.pkg),
                }
                self.text(name);
                if let Some(Type::Signature(s)) = ty.map(|t| types.get(t)) {
                    self.signature(s);
                }
                return;
            }
            ObjectKind::Label => {
                self.text("label");
                ty = None;
            }
            ObjectKind::Builtin(_) => {
                self.text("builtin");
                ty = None;
            }
            ObjectKind::Nil => {
                self.text("nil");
                return;
            }
        }
        self.text(" ");
        if let Some(p) = o.pkg {
            if types.scope(types.package(p).scope).lookup(o.name) == Some(id) {
                self.package_prefix(Some(p));
            }
        }
        self.text(name);
        let Some(mut t) = ty else { return };
        if o.is_type_name() {
            if matches!(types.get(t), Type::Basic(_)) {
                return;
            }
            if !matches!(types.get(t), Type::TypeParam(_)) && !types.tparams(t).is_empty() {
                self.tparam_list(types.tparams(t));
            }
            if types.is_alias(id) {
                self.text(" =");
                if let Type::Alias(a) = types.get(t) {
                    t = a.rhs().unwrap_or(TypeId::INVALID);
                }
            } else if let Type::TypeParam(p) = types.get(t) {
                t = p.bound().unwrap_or(TypeId::INVALID);
            } else {
                t = types.underlying(t);
            }
        }
        self.text(" ");
        self.ty(t);
    }
}
