//! Declarations.

use super::{Block, DeclId, ExprId, FieldId, FieldList, IdentId};
use crate::base::{Pos, Span};

/// One import, constant, variable or type spec, or one function. Groups `const ( ... )` are flattened.
#[derive(Clone, Debug)]
pub struct Decl {
    /// What it is.
    pub kind: DeclKind,
    /// Its text, for specs without the keyword.
    pub span: Span,
    /// gc's position: the first token of a spec; of a function, the token after `func`.
    pub pos: Pos,
    /// The keyword `import`, `const`, `var`, `type` or `func`; the same for all specs of a group.
    pub keyword: Pos,
    /// Whether it stands in parentheses.
    pub grouped: bool,
}

/// What a declaration is.
#[derive(Clone, Debug)]
pub enum DeclKind {
    /// Something that could not be parsed.
    BadDecl,
    /// `import name "path"`
    ImportSpec(ImportSpec),
    /// `const a, b T = x, y`
    ConstSpec(ConstSpec),
    /// `var a, b T = x, y`
    VarSpec(VarSpec),
    /// `type T[P C] U`, `type T = U`
    TypeSpec(TypeSpec),
    /// A function or method.
    FuncDecl(FuncDecl),
}

/// `import name "path"`
#[derive(Clone, Debug)]
pub struct ImportSpec {
    /// The name before the path, `.` and `_` included.
    pub name: Option<IdentId>,
    /// The path (a `BasicLit`).
    pub path: ExprId,
}

/// `const a, b T = x, y`
#[derive(Clone, Debug)]
pub struct ConstSpec {
    /// The names.
    pub names: Box<[IdentId]>,
    /// The type as written here.
    pub ty: Option<ExprId>,
    /// The values as written here.
    pub values: Box<[ExprId]>,
    /// The value of `iota`: the number of the spec in its group.
    pub iota: u32,
    /// For a spec without type and values: the spec of the group whose type and values it repeats, if there is one.
    pub inherited: Option<DeclId>,
}

/// `var a, b T = x, y`
#[derive(Clone, Debug)]
pub struct VarSpec {
    /// The names.
    pub names: Box<[IdentId]>,
    /// The type.
    pub ty: Option<ExprId>,
    /// The values.
    pub values: Box<[ExprId]>,
}

/// `type T[P C] U`, `type T = U`
#[derive(Clone, Debug)]
pub struct TypeSpec {
    /// The name.
    pub name: IdentId,
    /// The type parameters: fields with names and a constraint.
    pub type_params: Option<FieldList>,
    /// Whether there is a `=`.
    pub alias: bool,
    /// The type.
    pub ty: ExprId,
}

/// A function or method.
#[derive(Clone, Debug)]
pub struct FuncDecl {
    /// The receiver: one field with at most one name.
    pub recv: Option<FieldId>,
    /// The name.
    pub name: IdentId,
    /// The type parameters: fields with names and a constraint.
    pub type_params: Option<FieldList>,
    /// The signature, a `FuncType`.
    pub ty: ExprId,
    /// The body; `None` for a function that is implemented elsewhere. Its statements are to be had from [`super::File::func_body`],
    /// since those of library functions are parsed late.
    pub body: Option<Block>,
}
