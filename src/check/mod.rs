//! The type checker, after go/types: from syntax trees to [`CheckedPackage`]s.
//!
//! A package is checked in phases: collect its objects, type-check their declarations (lazily, with cycles found by
//! the path of objects being declared), then function bodies, in parallel, each by a [`Checker`] of its own with its own
//! tables and diagnostics. After the declarations, package-level objects do not change any more, so bodies only share
//! what is read-only or append-only. Of library packages, declarations are checked when they are looked up ([`Library`]), bodies
//! when asked for ([`check_body`]).
//!
//! Messages and positions are those of the gc compiler.

mod assignments;
mod builtins;
mod call;
mod complex;
mod const_;
mod conversions;
mod cycles;
mod decl;
mod directives;
mod error;
mod expr;
mod implements;
mod index;
mod infer;
mod info;
mod initorder;
mod instantiate;
mod interface;
mod labels;
mod late;
mod limits;
mod literals;
mod mono;
mod operand;
mod operators;
mod package;
mod prompt;
mod range;
mod recording;
mod resolver;
mod return_;
mod selector;
mod signature;
mod specific;
mod stmt;
mod struct_;
mod suggest;
mod typexpr;
mod unify;
mod union;
mod unsafe_;
mod unsafe_pointer;
mod untyped;
mod validtype;
mod vars;
mod version;

pub use error::CheckQualifier;
pub use error::ErrorDesc;
pub use info::Body;
pub use info::CheckedPackage;
pub use info::Files;
pub use info::FuncLitInfo;
pub use info::FuncRef;
pub use info::FuncSig;
pub use info::Info;
pub use info::Initializer;
pub use info::Instance;
pub use info::Selection;
pub use info::SelectionKind;
pub use info::Shown;
pub use info::Table;
pub use info::TypeAndValue;
pub use late::Library;
pub use operand::Mode;
pub use operand::Operand;
pub use package::Program;
pub use package::check_body;
pub use package::check_package;
pub use prompt::Entry;
pub use prompt::ExprType;
pub use prompt::Item;
pub use prompt::Segment;
pub use prompt::check_entry;
pub use prompt::expr_type;
pub use version::GoVersion;
pub use version::file_version;

pub(crate) use resolver::Decls;

use std::rc::Rc;
use std::sync::Arc;

use hashbrown::HashMap;
use hashbrown::HashSet;
use indexmap::IndexSet;

use crate::base::SourceMap;
use crate::base::Span;
use crate::base::Symbol;
use crate::constant::Value;
use crate::diag::Diagnostic;
use crate::syntax::ast;
use crate::syntax::ast::ExprId;
use crate::types::ObjectId;
use crate::types::PackageId;
use crate::types::Scope;
use crate::types::ScopeId;
use crate::types::TypeId;
use crate::types::Types;
use resolver::DeclIdx;

/// The stack that checking the most deeply nested program needs: of the thread that calls [`check_package`] and of
/// the threads of the rayon pool it runs in.
pub const STACK_SIZE: usize = 64 << 20;

/// Finds imported packages. They must be checked (their declarations at least) when `import` returns.
pub trait Importer: Sync {
    /// The package of this path, or what is wrong with it.
    fn import(&self, path: &str) -> Result<PackageId, ImportError>;
}

/// Why a package can not be imported.
#[derive(Clone, Debug)]
pub struct ImportError {
    /// The whole message, as Go words it.
    pub message: String,
}

/// How packages are checked.
#[derive(Clone, Copy)]
pub struct Config<'a> {
    /// The arena for everything.
    pub types: &'a Types,
    /// The sources, for positions in messages.
    pub sources: &'a SourceMap,
    /// Where imports come from.
    pub importer: &'a dyn Importer,
    /// The language version of the package.
    pub lang: GoVersion,
    /// Whether bodies are checked on demand only, and functions may have none.
    pub library: bool,
    /// Whether functions may have no body.
    pub allow_bodyless: bool,
    /// Whether package main may have no function main.
    pub allow_missing_main: bool,
}

/// What the checker of a package and the checkers of its bodies share.
#[derive(Clone, Copy)]
pub(crate) struct Unit<'a> {
    pub(crate) conf: Config<'a>,
    pub(crate) pkg: PackageId,
    /// Where its declarations go.
    pub(crate) scope: ScopeId,
    /// Whether this is a part of a session at the prompt, where nothing needs to be used.
    pub(crate) prompt: bool,
    pub(crate) files: &'a Files,
}

/// What an expression is used for, where that can supply type arguments of a generic function.
#[derive(Clone, Debug)]
pub struct Target {
    /// A signature type.
    pub sig: TypeId,
    /// What has this type.
    pub desc: String,
}

/// What kind of expression was checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExprKindOf {
    /// A conversion.
    Conversion,
    /// Any other expression.
    Expression,
    /// A call or receive, which may stand as a statement.
    Statement,
}

/// An expression whose type is still untyped.
#[derive(Clone, Debug)]
pub(crate) struct ExprInfo {
    /// It is the left operand of a shift whose check is delayed.
    pub(crate) is_lhs: bool,
    pub(crate) mode: Mode,
    pub(crate) ty: TypeId,
    pub(crate) val: Option<Value>,
}

/// The context of what is being checked.
#[derive(Clone)]
pub struct Environment {
    /// The package-level declaration whose initializer or body this is.
    pub(crate) decl: Option<DeclIdx>,
    /// The innermost scope.
    pub scope: ScopeId,
    /// The accepted language version.
    pub version: GoVersion,
    /// The value of iota in a constant declaration.
    pub iota: Option<Value>,
    /// Where errors of an inherited constant initializer are reported.
    pub errpos: Option<Span>,
    /// Whether this is inside a type parameter list.
    pub in_tparam_list: bool,
    /// The function whose body this is.
    pub sig: Option<Rc<FuncSig>>,
    /// Type parameters of the functions around.
    pub outer_tparams: Rc<[TypeId]>,
    /// Calls of panic, which terminate.
    pub is_panic: Rc<std::cell::RefCell<HashSet<ExprId>>>,
    /// Whether the function uses labels.
    pub has_label: bool,
    /// Whether the function has branch statements.
    pub has_branch: bool,
    /// Whether the expression contains a call or a receive.
    pub has_call_or_recv: bool,
    /// How many loops of the function are around.
    pub loop_depth: u32,
    /// Where the current statement ends.
    pub stmt_end: u32,
    /// Function literals around, innermost last.
    pub func_lits: Vec<ExprId>,
}

type ActionFn<'a> = Box<dyn FnOnce(&mut Checker<'a>) + 'a>;

/// Something to be done when the current declaration is complete.
struct Action<'a> {
    version: GoVersion,
    file: usize,
    run: ActionFn<'a>,
}

/// The checker of the declarations of a package, or of one function body.
pub struct Checker<'a> {
    /// The arena.
    pub types: &'a Types,
    /// How to check.
    pub conf: Config<'a>,
    /// The package being checked.
    pub pkg: PackageId,
    /// The scope of its declarations.
    pub(crate) pkg_scope: ScopeId,
    /// Whether this is a part of a session at the prompt, where nothing needs to be used.
    pub(crate) prompt: bool,
    /// The scope in which statements at the prompt declare package-level variables.
    pub(crate) prompt_scope: Option<ScopeId>,
    /// The current file.
    pub file: &'a ast::File,
    /// Its index in the package.
    pub file_index: usize,
    pub(crate) files: &'a Files,
    /// The context of what is being checked.
    pub env: Environment,
    pub(crate) qualifier: Rc<CheckQualifier<'a>>,

    pub(crate) decls: Arc<Decls>,
    pub(crate) deps: HashMap<DeclIdx, IndexSet<ObjectId>>,
    pub(crate) infos: info::Infos,
    /// The functions of a library package that were declared here.
    pub(crate) declared: Vec<ObjectId>,
    /// Package names that were used.
    pub(crate) used_pkg_names: IndexSet<ObjectId>,
    pub(crate) methods: HashMap<ObjectId, Vec<ObjectId>>,
    pub(crate) untyped: HashMap<(usize, ExprId), ExprInfo>,
    delayed: Vec<Option<Action<'a>>>,
    pub(crate) obj_path: Vec<ObjectId>,
    /// Local variables by the function literal that declares them (or none), to find captures.
    pub(crate) var_owner: HashMap<ObjectId, usize>,
    /// Local variables in order of declaration, to find unused ones.
    pub(crate) local_vars: Vec<ObjectId>,
    pub(crate) var_flow: HashMap<ObjectId, vars::VarFlow>,
    pub(crate) mono: mono::MonoGraph,
    /// What was found wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the first of them follows from another.
    pub(crate) first_follows: bool,
    /// Whether this is the checker of a body (package-level objects are final then).
    pub(crate) in_body: bool,
    /// Interface types written here, to look for cycles at the end.
    pub(crate) interface_lits: Vec<(Span, TypeId)>,
    /// Large temporaries of the function being checked.
    pub(crate) frame: limits::Frame,
    /// Whether the sizes of declared types depend on type parameters.
    pub(crate) var_sizes: HashMap<TypeId, bool>,
    /// What becomes of pointers that calls give, by call.
    pub(crate) pointer_uses: HashMap<ExprId, unsafe_pointer::PointerUse>,
    /// Declared types known not to contain themselves, and how deeply they are nested.
    pub(crate) known_valid: HashMap<TypeId, u32>,
}

impl<'a> Checker<'a> {
    pub(crate) fn new(unit: Unit<'a>, decls: Arc<Decls>, in_body: bool) -> Checker<'a> {
        let conf = unit.conf;
        let scope = unit.scope;
        Checker {
            types: conf.types,
            conf,
            pkg: unit.pkg,
            pkg_scope: unit.scope,
            prompt: unit.prompt,
            prompt_scope: None,
            file: &unit.files[0],
            file_index: 0,
            files: unit.files,
            env: Environment::new(scope, file_version(conf.lang, &unit.files[0])),
            qualifier: Rc::new(CheckQualifier::new(conf.types, conf.sources, unit.pkg)),
            decls,
            deps: HashMap::new(),
            infos: info::Infos::default(),
            declared: Vec::new(),
            used_pkg_names: IndexSet::new(),
            methods: HashMap::new(),
            untyped: HashMap::new(),
            delayed: Vec::new(),
            obj_path: Vec::new(),
            var_owner: HashMap::new(),
            local_vars: Vec::new(),
            var_flow: HashMap::new(),
            mono: mono::MonoGraph::default(),
            diagnostics: Vec::new(),
            first_follows: false,
            in_body,
            interface_lits: Vec::new(),
            frame: limits::Frame::default(),
            var_sizes: HashMap::new(),
            pointer_uses: HashMap::new(),
            known_valid: HashMap::new(),
        }
    }

    /// The tables of the current file.
    pub fn info(&mut self) -> &mut Info {
        self.infos.current()
    }

    pub(crate) fn set_file(&mut self, index: usize) {
        self.file_index = index;
        self.file = &self.files[index];
        self.infos.select(index);
        self.env.version = file_version(self.conf.lang, self.file);
    }

    /// Does something when the current declaration is complete, in the file and version of now.
    pub fn later(&mut self, f: impl FnOnce(&mut Checker<'a>) + 'a) {
        self.delayed.push(Some(Action {
            version: self.env.version,
            file: self.file_index,
            run: Box::new(f),
        }));
    }

    /// How many delayed actions there are.
    pub fn delayed_count(&self) -> usize {
        self.delayed.len()
    }

    /// Runs the delayed actions from `top` on, and those they add.
    pub fn process_delayed(&mut self, top: usize) {
        let (version, file) = (self.env.version, self.file_index);
        let mut i = top;
        while i < self.delayed.len() {
            if let Some(a) = self.delayed[i].take() {
                self.set_file(a.file);
                self.env.version = a.version;
                (a.run)(self);
            }
            i += 1;
        }
        self.delayed.truncate(top);
        self.set_file(file);
        self.env.version = version;
    }

    /// Opens a scope inside the current one.
    pub fn open_scope(&mut self) -> ScopeId {
        let s = self.types.new_scope(Scope::new(Some(self.env.scope)));
        self.env.scope = s;
        s
    }

    /// Leaves the current scope.
    pub fn close_scope(&mut self) {
        if let Some(p) = self.types.scope(self.env.scope).parent {
            self.env.scope = p;
        }
    }

    /// The object of a name and the scope that has it.
    pub fn lookup_scope(&self, name: Symbol) -> Option<(ScopeId, ObjectId)> {
        self.types.lookup_parent(self.env.scope, name)
    }

    /// The object of a name.
    pub fn lookup(&self, name: Symbol) -> Option<ObjectId> {
        self.lookup_scope(name).map(|s| s.1)
    }

    /// Notes that the current package-level declaration depends on another.
    pub fn add_decl_dep(&mut self, to: ObjectId) {
        if let Some(from) = self.env.decl {
            if self.is_declared_here(to) {
                self.deps.entry(from).or_default().insert(to);
            }
        }
    }

    /// Whether an object is declared at the level of this package.
    fn is_declared_here(&self, o: ObjectId) -> bool {
        match &self.decls.late {
            None => self.decls.map.contains_key(&o),
            Some(_) => self.is_late(o),
        }
    }

    /// Marks an object as being declared.
    pub(crate) fn push_obj(&mut self, o: ObjectId) {
        self.obj_path.push(o);
    }

    pub(crate) fn pop_obj(&mut self) {
        self.obj_path.pop();
    }

    /// What an expression of this type would be assigned to, if that is a function.
    pub fn new_target(&self, ty: Option<TypeId>, desc: &str) -> Option<Target> {
        let sig = self.types.core_type(ty?)?;
        matches!(self.types.get(sig), crate::types::Type::Signature(_)).then(|| Target {
            sig,
            desc: desc.to_string(),
        })
    }
}

impl Environment {
    /// Outside of everything.
    pub fn new(scope: ScopeId, version: GoVersion) -> Environment {
        Environment {
            decl: None,
            scope,
            version,
            iota: None,
            errpos: None,
            in_tparam_list: false,
            sig: None,
            outer_tparams: Rc::from([]),
            is_panic: Rc::default(),
            has_label: false,
            has_branch: false,
            has_call_or_recv: false,
            loop_depth: 0,
            stmt_end: 0,
            func_lits: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
