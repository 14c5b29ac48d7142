//! Entries at the prompt: what is declared earlier is in scope, and nothing needs to be used.
//!
//! An entry is a list of [`Segment`]s in source order. Declarations of one segment may refer to each other like those of a file;
//! each such segment is a [`CheckedPackage`] of its own. All statements together are the body of one function without parameters;
//! `:=` directly in it declares package-level variables. What a segment declares replaces what had the same name in the scope
//! of the entry, so the order of the segments matters and earlier code keeps what it refers to.
//!
//! Everything belongs to one package. Methods declared for types of earlier entries are added to those types at once; when the
//! entry is refused the caller takes them back ([`CheckedPackage::extended`]).

use std::rc::Rc;
use std::sync::Arc;

use hashbrown::HashMap;
use hashbrown::HashSet;

use crate::base::Span;
use crate::base::Symbol;
use crate::base::sym;
use crate::constant::Value;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::syntax::ast;
use crate::syntax::ast::DeclId;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::StmtId;
use crate::types::FuncData;
use crate::types::Object;
use crate::types::ObjectId;
use crate::types::ObjectKind;
use crate::types::PackageId;
use crate::types::Scope;
use crate::types::ScopeId;
use crate::types::Signature;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::VarFlags;
use crate::types::VarKind;

use super::Body;
use super::CheckedPackage;
use super::Checker;
use super::Config;
use super::Decls;
use super::ErrorDesc;
use super::ExprKindOf;
use super::Files;
use super::FuncSig;
use super::Mode;
use super::Operand;
use super::Shown;
use super::Unit;
use super::package::check_unit;
use super::resolver::DeclInfo;

/// A part of an entry.
pub enum Segment {
    /// Imports and declarations, which may refer to each other: a tree with nothing else.
    Decls(ast::File),
    /// Statements of the entry's own tree.
    Stmts(Vec<StmtId>),
}

/// What an entry does, one after the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Item {
    /// The initialization of the variables that a list of declarations declares: an index into [`Entry::decls`].
    Init(usize),
    /// A statement.
    Stmt(StmtId),
}

/// A checked entry.
pub struct Entry {
    /// The declarations, segment by segment.
    pub decls: Vec<CheckedPackage>,
    /// The statements: a package with one function, `func`.
    pub stmts: CheckedPackage,
    /// The function of the statements.
    pub func: ObjectId,
    /// What is to be done.
    pub items: Vec<Item>,
    /// What was found wrong; then there may be segments that were not looked at.
    pub diagnostics: Vec<Diagnostic>,
}

/// What an expression is, for `:type` and hints.
pub struct ExprType {
    /// The type as messages write it.
    pub text: String,
    /// The type.
    pub ty: TypeId,
    /// How the expression may be used.
    pub mode: Mode,
}

/// Checks an entry. `scope` is the entry's own scope, inside that of everything declared earlier; afterwards it holds what
/// the entry declares.
pub fn check_entry(
    conf: Config<'_>,
    pkg: PackageId,
    scope: ScopeId,
    file: ast::File,
    segments: Vec<Segment>,
) -> Entry {
    let types = conf.types;
    let span = file.span;
    let stmts: Vec<StmtId> = segments
        .iter()
        .flat_map(|s| match s {
            Segment::Stmts(list) => &list[..],
            Segment::Decls(_) => &[],
        })
        .copied()
        .collect();
    let block = ast::Block {
        lbrace: span.start(),
        stmts: stmts.into(),
        rbrace: span.end(),
    };
    let func = types.new_object(Object::new(
        ObjectKind::Func(FuncData {
            has_body: true,
            ..FuncData::default()
        }),
        sym::MAIN,
        Some(pkg),
        span,
    ));
    let sig_type = types.signature(Signature::default());
    types.object(func).set_ty(sig_type);
    let sig = FuncSig {
        ty: sig_type,
        scope,
        recv: None,
        tparams: Vec::new(),
        params: Vec::new(),
        results: Vec::new(),
    };
    let files = Files::from(vec![file]);
    let unit = Unit {
        conf,
        pkg,
        scope,
        prompt: true,
        files: &files,
    };
    let mut c = Checker::new(unit, Arc::new(Decls::default()), true);
    c.env.sig = Some(Rc::new(sig.clone()));
    c.prompt_scope = Some(scope);
    let (mut decls, mut items) = (Vec::new(), Vec::new());
    let mut diagnostics = Vec::new();
    for s in segments {
        match s {
            Segment::Decls(file) => {
                let inner = types.new_scope(Scope::new(Some(scope)));
                let p = check_unit(conf, "main", pkg, inner, true, vec![file]);
                diagnostics.extend(p.diagnostics.iter().cloned());
                if diagnostics.is_empty() {
                    publish(conf, &p, scope);
                }
                items.push(Item::Init(decls.len()));
                decls.push(p);
            }
            Segment::Stmts(list) => {
                for s in list {
                    c.stmt(s);
                    items.push(Item::Stmt(s));
                }
                diagnostics.append(&mut c.diagnostics);
            }
        }
        if !diagnostics.is_empty() {
            break;
        }
    }
    if c.env.has_branch && diagnostics.is_empty() {
        c.branch_targets(&block);
    }
    c.record_untyped();
    let body = Body {
        func,
        file: 0,
        info: std::mem::take(c.infos.of(0)),
        deps: Vec::new(),
        used_imports: Vec::new(),
        diagnostics: Vec::new(),
        first_follows: false,
        mono: std::mem::take(&mut c.mono),
        frame: c.frame,
    };
    drop(c);
    let mut own = Decls::default();
    let idx = own.push(DeclInfo {
        sig: sig.into(),
        body: Arc::new(body).into(),
        ..DeclInfo::new(0, scope, DeclId(0))
    });
    own.map.insert(func, idx);
    let stmts = CheckedPackage {
        id: pkg,
        path: "main".to_string(),
        name: types.package(pkg).name(),
        library: false,
        lang: conf.lang,
        files,
        infos: boxcar::Vec::new(),
        init_order: boxcar::Vec::new(),
        inits: Vec::new(),
        funcs: vec![func],
        diagnostics: Vec::new(),
        decls: Arc::new(own),
        scope,
        prompt: true,
        extended: Vec::new(),
    };
    Entry {
        decls,
        stmts,
        func,
        items,
        diagnostics,
    }
}

/// Puts what a list of declarations declares, imports included, into the scope of the entry.
fn publish(conf: Config<'_>, p: &CheckedPackage, scope: ScopeId) {
    let types = conf.types;
    let outer = types.scope(scope);
    for s in p.decls.file_scopes.iter().chain([&p.scope]) {
        for (name, o) in types.scope(*s).elems() {
            outer.replace(name, o);
        }
    }
}

/// What an expression (or type) is in `scope`.
pub fn expr_type(
    conf: Config<'_>,
    pkg: PackageId,
    scope: ScopeId,
    file: ast::File,
) -> Result<ExprType, Vec<Diagnostic>> {
    let files = Files::from(vec![file]);
    let unit = Unit {
        conf,
        pkg,
        scope,
        prompt: true,
        files: &files,
    };
    let mut c = Checker::new(unit, Arc::new(Decls::default()), true);
    let Some(e) = c.file.expr else {
        return Err(Vec::new());
    };
    let mut x = Operand::new();
    c.raw_expr(None, &mut x, e, None, true);
    c.process_delayed(0);
    if x.mode == Mode::Builtin {
        let msg = format!("{} must be called", c.operand_str(&x));
        c.err(c.operand_span(&x), Code::UncalledBuiltin, msg);
    }
    if !c.diagnostics.is_empty() {
        return Err(std::mem::take(&mut c.diagnostics));
    }
    let text = match x.mode {
        Mode::NoValue => "no value".to_string(),
        _ => c.type_str(x.ty),
    };
    Ok(ExprType {
        text,
        ty: x.ty,
        mode: x.mode,
    })
}

impl<'a> Checker<'a> {
    /// Whether the current statement stands at the prompt itself, in no block.
    pub(crate) fn at_prompt(&self) -> bool {
        self.prompt_scope == Some(self.env.scope) && self.env.func_lits.is_empty()
    }

    /// `lhs := rhs` at the prompt. All of the names are declared anew; but where some of them are new, those that have a variable of
    /// the same type already are assigned, as in a function.
    pub(crate) fn prompt_define(&mut self, lhs: &[ExprId], rhs: &[ExprId]) {
        let (types, file) = (self.types, self.file);
        let top = self.delayed_count();
        let scope = self.env.scope;
        let mut seen: HashSet<Symbol> = HashSet::new();
        let mut vars: Vec<ObjectId> = Vec::with_capacity(lhs.len());
        let mut named = Vec::with_capacity(lhs.len());
        for &e in lhs {
            let Some(id) = file.as_ident(e) else {
                self.use_lhs(&[e]);
                let msg = format!("non-name {} on left side of :=", self.expr_str(e));
                self.err(self.expr_span(e), Code::BadDecl, msg);
                vars.push(self.dummy_var(self.expr_span(e)));
                continue;
            };
            let name = file.name_of(id);
            if name != sym::UNDERSCORE && !seen.insert(name) {
                let msg = format!("{} repeated on left side of :=", types.str(name));
                self.err(self.expr_span(e), Code::RepeatedDecl, msg);
                vars.push(self.dummy_var(self.expr_span(e)));
                continue;
            }
            let at = file.ident(id).span;
            let v = types.new_var(VarKind::Package, at, Some(self.pkg), name, None);
            v_named(&mut named, name, id, v);
            vars.push(v);
        }
        self.init_vars(&vars, rhs, None);
        // Function literals on the right do not see the new variables.
        self.process_delayed(top);
        let earlier = |name: Symbol| {
            let (_, o) = types.lookup_parent(scope, name)?;
            (types.object(o).var_kind() == Some(VarKind::Package)
                && types.object(o).pkg == Some(self.pkg))
            .then_some(o)
        };
        let some_new = named.iter().any(|&(name, ..)| earlier(name).is_none());
        let mut plan = Vec::new();
        for (name, id, v) in named {
            let ty = types.object(v).ty_or_invalid();
            let old = earlier(name)
                .filter(|o| some_new && types.identical(types.object(*o).ty_or_invalid(), ty));
            plan.push((name, id, v, old));
        }
        for (name, id, v, old) in plan {
            match old {
                Some(o) => {
                    types
                        .object(o)
                        .set_var_flags(VarFlags::REASSIGNED | VarFlags::REASSIGNED_CAPTURED);
                    self.record_use(id, o);
                }
                None => {
                    self.record_def(id, v);
                    types.object(v).set_parent(scope);
                    types.scope(scope).replace(name, v);
                }
            }
        }
        if lhs.iter().all(|e| {
            file.as_ident(*e)
                .is_some_and(|id| file.name_of(id) == sym::UNDERSCORE)
        }) {
            let at = self.expr_span(lhs[0]);
            let msg = "no new variables on left side of :=";
            self.err(at, Code::NoNewVar, msg);
        }
    }

    /// An expression that stands at the prompt itself: a statement, or a value to be shown.
    pub(crate) fn prompt_expr(&mut self, e: ExprId) {
        let mut x = Operand::default();
        let kind = self.raw_expr(None, &mut x, e, None, false);
        let (what, code) = match x.mode {
            Mode::Invalid | Mode::NoValue => return,
            Mode::Builtin => ("must be called", Code::UncalledBuiltin),
            Mode::TypExpr => ("is not an expression", Code::NotAnExpr),
            _ => {
                if kind != ExprKindOf::Statement || !self.speaks_for_itself(e) {
                    self.show(&mut x, e);
                }
                return;
            }
        };
        let msg = format!("{} {what}", self.operand_str(&x));
        self.err(self.operand_span(&x), code, msg);
    }

    fn show(&mut self, x: &mut Operand, e: ExprId) {
        let types = self.types;
        let shown = if let Type::Tuple(parts) = types.get(x.ty) {
            Shown::Values(parts.iter().map(|p| self.type_str(p.ty)).collect())
        } else if x.is_nil() {
            Shown::Text("nil".to_string(), self.type_str(x.ty))
        } else if x.mode == Mode::Constant
            && types.is_untyped(x.ty)
            && !x.value().is_unknown()
            && self.representation(x, types.default_type(x.ty)).is_err()
        {
            Shown::Text(exact(&x.value()), self.type_str(x.ty))
        } else {
            self.assignment(x, None, "assignment");
            if !x.is_valid() {
                return;
            }
            Shown::Values(vec![self.type_str(x.ty)])
        };
        let e = self.file.unparen(e);
        self.info().shown.insert(e, shown);
    }

    /// Whether a call's results are dropped by custom, because it prints something itself: fmt.Println and the like.
    fn speaks_for_itself(&mut self, e: ExprId) -> bool {
        let Some(call) = self.as_call(self.file.unparen(e)) else {
            return false;
        };
        let id = match self.file.expr(self.file.unparen(call.fun)).kind {
            ExprKind::SelectorExpr { sel, .. } => sel,
            ExprKind::Ident(id) => id,
            _ => return false,
        };
        let Some(&o) = self.info().uses.get(id) else {
            return false;
        };
        let obj = self.types.object(o);
        if let ObjectKind::Builtin(_) = obj.kind {
            return matches!(self.types.str(obj.name), "copy" | "recover");
        }
        let Some(p) = obj.pkg.filter(|_| obj.func().is_some_and(|f| !f.is_method)) else {
            return false;
        };
        let name = self.types.str(obj.name);
        self.types.package(p).path == "fmt"
            && (name.starts_with("Print") || name.starts_with("Fprint"))
    }

    /// The type of an earlier entry that a receiver type name denotes, and whether there is a pointer on the way.
    pub(crate) fn earlier_base_type(&self, ptr: bool, name: Symbol) -> Option<(bool, ObjectId)> {
        if !self.prompt {
            return None;
        }
        let types = self.types;
        let (_, o) = types.lookup_parent(self.pkg_scope, name)?;
        let obj = types.object(o);
        if !obj.is_type_name() || obj.pkg != Some(self.pkg) {
            return None;
        }
        let (mut ptr, mut t) = (ptr, types.unalias(obj.ty()?));
        if let Type::Pointer(base) = types.get(t) {
            if ptr {
                return None;
            }
            (ptr, t) = (true, types.unalias(*base));
        }
        match types.get(t) {
            Type::Named(n) if n.origin.is_none() && types.object(n.obj).pkg == Some(self.pkg) => {
                Some((ptr, n.obj))
            }
            _ => None,
        }
    }

    /// Gives the methods declared for types of earlier entries to those types; methods of the same name are replaced.
    /// Answers which methods the types had.
    pub(crate) fn extend_earlier_types(&mut self) -> Vec<(TypeId, Vec<ObjectId>)> {
        let types = self.types;
        let mut bases: Vec<ObjectId> = self
            .methods
            .keys()
            .copied()
            .filter(|o| self.prompt && !self.decls.map.contains_key(o))
            .collect();
        bases.sort();
        let mut out = Vec::new();
        for base in bases {
            let fresh = self.methods.remove(&base).unwrap_or_default();
            let Some((named, _)) = types.object(base).ty().and_then(|t| types.as_named(t)) else {
                continue;
            };
            let before = types.methods(named);
            let mut list = before.clone();
            let mut seen: HashMap<Symbol, Span> = HashMap::new();
            for m in fresh {
                let obj = types.object(m);
                if let Some(at) = seen.insert(obj.name, obj.pos) {
                    let mut e = ErrorDesc::new(Code::DuplicateMethod);
                    let at = self.pos_str(at);
                    let msg = format!(
                        "method {}.{} already declared at {at}",
                        types.name(base),
                        types.name(m)
                    );
                    e.add(obj.pos, msg);
                    self.report(e);
                    continue;
                }
                match list.iter().position(|o| types.object(*o).name == obj.name) {
                    Some(i) => list[i] = m,
                    None => list.push(m),
                }
            }
            types.set_methods(named, list);
            out.push((named, before));
            self.later(move |c| c.check_field_uniqueness(named));
        }
        out
    }
}

fn v_named(
    list: &mut Vec<(Symbol, ast::IdentId, ObjectId)>,
    name: Symbol,
    id: ast::IdentId,
    v: ObjectId,
) {
    if name != sym::UNDERSCORE {
        list.push((name, id, v));
    }
}

/// All digits of a constant.
fn exact(v: &Value) -> String {
    v.to_string()
}
