//! The source a function stands in: its file and the checker's tables, with the questions lowering asks of them.

use crate::check::CheckedPackage;
use crate::check::FuncLitInfo;
use crate::check::Info;
use crate::check::Instance;
use crate::check::Mode;
use crate::check::Selection;
use crate::check::SelectionKind;
use crate::constant::Value;
use crate::syntax::ast::CaseClauseId;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::File;
use crate::syntax::ast::IdentId;
use crate::types::Entity;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::Types;

/// A file, the tables of the body (or declarations) being lowered, and where they belong.
#[derive(Clone, Copy)]
pub struct Source<'w> {
    /// The file.
    pub file: &'w File,
    /// The tables.
    pub info: &'w Info,
    /// The package.
    pub pkg: &'w CheckedPackage,
    /// The arena.
    pub types: &'w Types,
    /// Library code.
    pub library: bool,
    /// Loop variables are per iteration (go1.22 and later).
    pub per_iteration: bool,
}

impl<'w> Source<'w> {
    /// What an identifier declares.
    pub fn def_of(&self, id: IdentId) -> Option<ObjectId> {
        self.info.defs.get(id).copied()
    }

    /// What an identifier that uses a name denotes.
    pub fn use_of(&self, id: IdentId) -> Option<ObjectId> {
        self.info.uses.get(id).copied()
    }

    /// Either.
    pub fn object_of(&self, id: IdentId) -> Option<ObjectId> {
        self.info.object_of(id)
    }

    /// The type of an expression as the checker recorded it.
    pub fn type_of(&self, e: ExprId) -> TypeId {
        self.info.type_of(e)
    }

    /// The value of a constant expression.
    pub fn const_of(&self, e: ExprId) -> Option<&'w Value> {
        let tv = self.info.type_and_value(e)?;
        if tv.mode == Mode::Constant {
            tv.value.as_ref()
        } else {
            None
        }
    }

    /// How an expression may be used.
    pub fn mode(&self, e: ExprId) -> Mode {
        self.info
            .type_and_value(e)
            .map_or(Mode::Invalid, |tv| tv.mode)
    }

    /// Whether it is the value nil.
    pub fn is_nil(&self, e: ExprId) -> bool {
        self.mode(e) == Mode::NilValue
    }

    /// Whether it is a value (not a type, function name to be instantiated, or built-in).
    pub fn is_value(&self, e: ExprId) -> bool {
        matches!(
            self.mode(e),
            Mode::Variable
                | Mode::MapIndex
                | Mode::Value
                | Mode::CommaOk
                | Mode::Constant
                | Mode::NilValue
        )
    }

    /// Whether it denotes a type.
    pub fn is_type(&self, e: ExprId) -> bool {
        self.mode(e) == Mode::TypExpr
    }

    /// Whether a callee is a type or a built-in function.
    pub fn is_conversion_or_builtin(&self, fun: ExprId) -> bool {
        matches!(
            self.mode(self.file.unparen(fun)),
            Mode::TypExpr | Mode::Builtin
        )
    }

    /// The selection of a selector expression.
    pub fn selection(&self, e: ExprId) -> Option<&'w Selection> {
        self.info.selections.get(&e)
    }

    /// What a qualified identifier `pkg.Name` denotes.
    pub fn qualified(&self, e: ExprId, sel: IdentId) -> Option<ObjectId> {
        if self.selection(e).is_some() {
            None
        } else {
            self.use_of(sel)
        }
    }

    /// The type arguments at an identifier.
    pub fn instance(&self, id: IdentId) -> Option<&'w Instance> {
        self.info.instances.get(&id)
    }

    /// The variable a type switch clause binds.
    pub fn clause_var(&self, c: CaseClauseId) -> Option<ObjectId> {
        self.info.clause_vars.get(&c).copied()
    }

    /// Signature and variables of a function literal.
    pub fn func_lit(&self, e: ExprId) -> Option<&'w FuncLitInfo> {
        self.info.func_lits.get(&e)
    }

    fn core(&self, e: ExprId) -> &'w Type {
        let t = self.type_of(e);
        match self.types.core_type(t) {
            Some(u) => self.types.get(u),
            None => self.types.under(t),
        }
    }

    /// Whether its type is a pointer.
    pub fn is_pointer(&self, e: ExprId) -> bool {
        matches!(self.core(e), Type::Pointer(_))
    }

    /// Whether indexing or slicing it leads away from the variable itself (anything but an array value).
    pub fn is_indirect_index(&self, e: ExprId) -> bool {
        !self.is_value(e)
            || matches!(
                self.core(e),
                Type::Slice(_) | Type::Pointer(_) | Type::Map { .. } | Type::Basic(_)
            )
    }

    /// Whether a composite literal is of a struct type, so that its keys are field names.
    pub fn is_struct_lit(&self, e: ExprId) -> bool {
        let t = match self.core(e) {
            Type::Pointer(base) => self.types.under(*base),
            t => t,
        };
        matches!(t, Type::Struct(_))
    }

    /// Whether a range expression is a function.
    pub fn is_func(&self, e: ExprId) -> bool {
        matches!(self.core(e), Type::Signature(_))
    }

    /// Whether a selector is a method whose pointer receiver is taken from an addressable operand.
    pub fn takes_address(&self, e: ExprId) -> bool {
        let Some(s) = self.selection(e) else {
            return false;
        };
        if s.kind != SelectionKind::MethodVal {
            return false;
        }
        match s.entity {
            Entity::Method(m) => {
                self.types.has_ptr_recv(m) && !matches!(self.types.under(s.recv), Type::Pointer(_))
            }
            // A type parameter's method may turn out to have a pointer receiver.
            Entity::IfaceMethod(_) => self.types.is_type_param(s.recv),
            Entity::Field(_) => false,
        }
    }

    /// Whether the expression is an identifier for a built-in or type of this name in the universe.
    pub fn ident(&self, e: ExprId) -> Option<IdentId> {
        match self.file.expr(self.file.unparen(e)).kind {
            ExprKind::Ident(id) => Some(id),
            _ => None,
        }
    }
}
