//! What the checker finds out: the tables that lowering reads.
//!
//! Package-level declarations of a file fill one [`Info`] per file; each function body has an [`Info`] of its own, so
//! that bodies can be checked in parallel and on demand. Code inside a function is described by the body's table only.

use std::sync::Arc;
use std::sync::OnceLock;

use hashbrown::HashMap;

use crate::base::Idx;
use crate::base::Symbol;
use crate::constant::Value;
use crate::diag::Diagnostic;
use crate::syntax::ast;
use crate::syntax::ast::CaseClauseId;
use crate::syntax::ast::DeclId;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::IdentId;
use crate::syntax::ast::StmtId;
use crate::types::Entity;
use crate::types::ObjectId;
use crate::types::PackageId;
use crate::types::ScopeId;
use crate::types::TypeId;

use super::Decls;
use super::Mode;

/// A table over a contiguous part of the ids of a file.
#[derive(Clone, Debug)]
pub struct Table<I, T> {
    base: usize,
    slots: Vec<Option<T>>,
    marker: std::marker::PhantomData<fn(I)>,
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Table {
            base: 0,
            slots: Vec::new(),
            marker: std::marker::PhantomData,
        }
    }
}

impl<I: Idx, T> Table<I, T> {
    /// The entry, if there is one.
    #[inline]
    pub fn get(&self, id: I) -> Option<&T> {
        self.slots.get(id.index().wrapping_sub(self.base))?.as_ref()
    }

    /// The entry, if there is one.
    pub fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.slots
            .get_mut(id.index().wrapping_sub(self.base))?
            .as_mut()
    }

    /// Sets an entry.
    pub fn set(&mut self, id: I, value: T) {
        let i = id.index();
        if self.slots.is_empty() {
            self.base = i;
        } else if i < self.base {
            // Children come before their parents, but parents are often recorded first: leave room in front.
            let room = (self.base - i).max(self.slots.len() / 2).min(self.base);
            self.slots
                .splice(0..0, std::iter::repeat_with(|| None).take(room));
            self.base -= room;
        }
        let at = i - self.base;
        if at >= self.slots.len() {
            self.slots.resize_with(at + 1, || None);
        }
        self.slots[at] = Some(value);
    }

    /// Makes room for `n` ids from `base` on, which are all there will be.
    pub(crate) fn reserve(&mut self, base: u32, n: usize) {
        if self.slots.is_empty() {
            self.base = base as usize;
            self.slots.resize_with(n, || None);
        }
    }

    /// All entries in order.
    pub fn iter(&self) -> impl Iterator<Item = (I, &T)> {
        let base = self.base;
        self.slots
            .iter()
            .enumerate()
            .filter_map(move |(i, v)| Some((I::from_usize(base + i), v.as_ref()?)))
    }
}

/// What is known about an expression.
#[derive(Clone, Debug)]
pub struct TypeAndValue {
    /// How it may be used.
    pub mode: Mode,
    /// Its type; a tuple for calls with several results and for comma-ok expressions used with two values.
    pub ty: TypeId,
    /// Its value, for constants.
    pub value: Option<Value>,
}

/// What kind of selection a selector expression is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SelectionKind {
    /// `x.f` with a field.
    FieldVal,
    /// `x.m` with a method and a value.
    MethodVal,
    /// `T.m`
    MethodExpr,
}

/// A selector expression that is not a qualified identifier.
#[derive(Clone, Debug)]
pub struct Selection {
    /// What kind.
    pub kind: SelectionKind,
    /// The type of `x` in `x.f`.
    pub recv: TypeId,
    /// The field or method.
    pub entity: Entity,
    /// The way through embedded fields.
    pub index: Vec<u32>,
    /// Whether a pointer was followed.
    pub indirect: bool,
    /// The type that declares the method (see [`crate::types::Lookup::holder`]).
    pub holder: TypeId,
    /// The type of the selector expression: of the field, of the method without receiver, or of the function.
    pub ty: TypeId,
}

/// An instantiation of a generic function or type.
#[derive(Clone, Debug)]
pub struct Instance {
    /// The type arguments.
    pub targs: Vec<TypeId>,
    /// The instantiated type.
    pub ty: TypeId,
}

/// Signature and variables of a function declaration or function literal.
#[derive(Clone, Debug)]
pub struct FuncSig {
    /// Its type.
    pub ty: TypeId,
    /// The scope of parameters and body.
    pub scope: ScopeId,
    /// The receiver variable.
    pub recv: Option<ObjectId>,
    /// The type parameters of the receiver, then those of the function.
    pub tparams: Vec<TypeId>,
    /// The parameters, those without name included.
    pub params: Vec<ObjectId>,
    /// The results, those without name included.
    pub results: Vec<ObjectId>,
}

/// A function literal.
#[derive(Clone, Debug)]
pub struct FuncLitInfo {
    /// Signature and variables.
    pub sig: FuncSig,
    /// Variables of enclosing functions that it (or a literal inside it) mentions, each once, in order of mention.
    pub captures: Vec<ObjectId>,
}

/// How the value of an expression at the prompt is shown.
#[derive(Clone, Debug)]
pub enum Shown {
    /// It is evaluated; the static type of each value.
    Values(Vec<String>),
    /// It is known: its text and type.
    Text(String, String),
}

/// Tables of one file's declarations or of one function body.
#[derive(Clone, Debug, Default)]
pub struct Info {
    /// Mode, type and value of every expression (type expressions included).
    pub types: Table<ExprId, TypeAndValue>,
    /// What an identifier that uses a name denotes. Field names in selectors and literals are in the other tables.
    pub uses: Table<IdentId, ObjectId>,
    /// What an identifier that declares a name denotes.
    pub defs: Table<IdentId, ObjectId>,
    /// The variable of each clause of a type switch that binds one.
    pub clause_vars: HashMap<CaseClauseId, ObjectId>,
    /// Package names of imports without a name of their own.
    pub import_names: HashMap<DeclId, ObjectId>,
    /// Selector expressions (not qualified identifiers, whose `sel` is in `uses`).
    pub selections: HashMap<ExprId, Selection>,
    /// Instantiations, by the identifier of the generic function or type.
    pub instances: HashMap<IdentId, Instance>,
    /// Function literals.
    pub func_lits: HashMap<ExprId, FuncLitInfo>,
    /// Keys of struct literals: the way to the field, which may be a promoted one.
    pub field_keys: HashMap<ExprId, Vec<u32>>,
    /// Expressions that stand as statements at the prompt and whose values are to be shown.
    pub shown: HashMap<ExprId, Shown>,
    /// Where branch statements lead: the statement that a break or continue is about, the labeled statement of a goto.
    pub branch_targets: HashMap<StmtId, StmtId>,
}

impl Info {
    /// Type and value of an expression.
    pub fn type_and_value(&self, e: ExprId) -> Option<&TypeAndValue> {
        self.types.get(e)
    }

    /// The type of an expression; invalid if it has none.
    pub fn type_of(&self, e: ExprId) -> TypeId {
        self.types.get(e).map_or(TypeId::INVALID, |tv| tv.ty)
    }

    /// The value of a constant expression.
    pub fn value_of(&self, e: ExprId) -> Option<&Value> {
        self.types.get(e)?.value.as_ref()
    }

    /// What an identifier denotes, declared or used.
    pub fn object_of(&self, id: IdentId) -> Option<ObjectId> {
        self.defs.get(id).or_else(|| self.uses.get(id)).copied()
    }
}

/// A checked function body.
#[derive(Debug)]
pub struct Body {
    /// The function or method.
    pub func: ObjectId,
    /// Index of its file in the package.
    pub file: usize,
    /// Its tables.
    pub info: Info,
    /// Package-level objects it mentions, in order of mention.
    pub deps: Vec<ObjectId>,
    /// Imports it uses.
    pub used_imports: Vec<ObjectId>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the first of them follows from another: it counts only if there was none before.
    pub(crate) first_follows: bool,
    /// Instantiations recorded for the check of instantiation cycles.
    pub(crate) mono: super::mono::MonoGraph,
    /// Large temporaries.
    pub(crate) frame: super::limits::Frame,
}

/// `lhs... = rhs` of a package-level variable declaration.
#[derive(Clone, Debug)]
pub struct Initializer {
    /// The variables (`_` included).
    pub lhs: Vec<ObjectId>,
    /// Index of the file.
    pub file: usize,
    /// The expression.
    pub rhs: ExprId,
}

/// A function or method with its declaration.
#[derive(Clone, Copy, Debug)]
pub struct FuncRef {
    /// Index of the file.
    pub file: usize,
    /// The declaration, a `FuncDecl`.
    pub decl: DeclId,
}

/// A checked package. Bodies of library packages are checked when first asked for.
#[derive(Debug)]
pub struct CheckedPackage {
    /// The package.
    pub id: PackageId,
    /// Its import path.
    pub path: String,
    /// Its name.
    pub name: Symbol,
    /// Whether its bodies are checked on demand.
    pub library: bool,
    /// Its language version.
    pub lang: super::GoVersion,
    /// Its files; of a library package, the declarations that were reached.
    pub files: Files,
    /// Tables of the package-level declarations, per file (see [`CheckedPackage::info`]).
    pub(crate) infos: boxcar::Vec<Option<Box<Info>>>,
    /// The initializers of the variables, in the order in which they run; of a library package, in the order in which they
    /// were reached (see [`CheckedPackage::order_of_inits`]).
    pub init_order: boxcar::Vec<Initializer>,
    /// The `init` functions in order.
    pub inits: Vec<ObjectId>,
    /// All functions and methods in source order, `init` functions included; none of a library package.
    pub funcs: Vec<ObjectId>,
    /// What is wrong with it, bodies checked with the package included.
    pub diagnostics: Vec<Diagnostic>,
    pub(crate) decls: Arc<Decls>,
    /// Where its declarations are.
    pub(crate) scope: ScopeId,
    /// Whether it is a part of a session at the prompt.
    pub(crate) prompt: bool,
    /// Types of earlier entries that got methods here, and the methods they had before.
    pub extended: Vec<(TypeId, Vec<ObjectId>)>,
}

/// The files of a package; those of a library package become more.
#[derive(Debug, Default)]
pub struct Files(boxcar::Vec<ast::File>);

impl Files {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = &ast::File> {
        self.0.iter().map(|f| f.1)
    }

    pub(crate) fn push(&self, file: ast::File) -> usize {
        self.0.push(file)
    }
}

impl std::ops::Index<usize> for Files {
    type Output = ast::File;

    fn index(&self, i: usize) -> &ast::File {
        &self.0[i]
    }
}

impl From<Vec<ast::File>> for Files {
    fn from(list: Vec<ast::File>) -> Files {
        Files(list.into_iter().collect())
    }
}

/// The tables of the files that a checker has been in.
#[derive(Debug, Default)]
pub(crate) struct Infos {
    list: Vec<Info>,
    files: HashMap<usize, usize>,
    current: usize,
}

impl Infos {
    /// Goes over to a file.
    pub(crate) fn select(&mut self, file: usize) {
        self.current = *self.files.entry(file).or_insert(self.list.len());
        if self.current == self.list.len() {
            self.list.push(Info::default());
        }
    }

    /// The tables of the file that was selected last.
    #[inline]
    pub(crate) fn current(&mut self) -> &mut Info {
        if self.list.is_empty() {
            self.select(0);
        }
        &mut self.list[self.current]
    }

    /// The tables of a file.
    pub(crate) fn of(&mut self, file: usize) -> &mut Info {
        let current = self.current;
        self.select(file);
        let at = std::mem::replace(&mut self.current, current);
        &mut self.list[at]
    }
}

impl CheckedPackage {
    /// The tables of a file's declarations; of a library package, of the variables only.
    pub fn info(&self, file: usize) -> &Info {
        static NONE: OnceLock<Info> = OnceLock::new();
        match self.infos.get(file) {
            Some(Some(info)) => info,
            _ => NONE.get_or_init(Info::default),
        }
    }

    /// Signature and variables of a function or method of this package.
    pub fn sig(&self, f: ObjectId) -> Option<&FuncSig> {
        self.decls.get(f)?.1.sig.get()
    }

    /// Where a function or method of this package is declared.
    pub fn func_ref(&self, f: ObjectId) -> Option<FuncRef> {
        self.decls.func_ref(f)
    }

    /// The syntax of a function or method of this package.
    pub fn func_decl(&self, f: ObjectId) -> Option<(&ast::File, &ast::FuncDecl)> {
        let r = self.func_ref(f)?;
        let file = &self.files[r.file];
        match &file.decl(r.decl).kind {
            ast::DeclKind::FuncDecl(d) => Some((file, d)),
            _ => None,
        }
    }

    /// The body of a function, if it has been checked.
    pub fn body(&self, f: ObjectId) -> Option<&Arc<Body>> {
        self.decls.get(f)?.1.body.get()
    }
}
