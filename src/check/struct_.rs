//! Struct types.

use hashbrown::HashMap;

use crate::base::Span;
use crate::base::Symbol;
use crate::base::sym;
use crate::constant::unquote;
use crate::diag::Code;
use crate::syntax::ast;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::IdentId;
use crate::types::BasicKind;
use crate::types::Field;
use crate::types::Struct;
use crate::types::Type;
use crate::types::TypeId;

use super::Checker;
use super::ErrorDesc;

#[derive(Default)]
struct Fields {
    list: Vec<Field>,
    by_name: HashMap<Symbol, usize>,
}

impl<'a> Checker<'a> {
    /// Checks a struct type.
    pub(crate) fn struct_type(&mut self, list: &'a ast::FieldList) -> TypeId {
        let file = self.file;
        let mut fields = Fields::default();
        for &f in &list.list {
            let field = file.field(f);
            let ty = self.var_type(field.ty);
            let tag = field.tag.map_or(sym::EMPTY, |t| self.tag(t));
            for &name in &field.names {
                let id = file.ident(name);
                self.add_field(&mut fields, id.name, id.span, ty, tag, false);
            }
            if !field.names.is_empty() {
                continue;
            }
            let at = self.expr_span(field.ty);
            match self.embedded_field_ident(field.ty) {
                Some(name) => {
                    let id = file.ident(name);
                    self.add_field(&mut fields, id.name, id.span, ty, tag, true);
                }
                None => {
                    let msg = format!("invalid embedded field type {}", self.expr_str(field.ty));
                    self.err(at, Code::InvalidSyntaxTree, msg);
                    self.add_field(
                        &mut fields,
                        sym::UNDERSCORE,
                        at,
                        TypeId::INVALID,
                        sym::EMPTY,
                        true,
                    );
                    continue;
                }
            }
            self.later(move |c| c.check_embedded(ty, at));
        }
        self.types.intern(Type::Struct(Struct {
            fields: fields.list.into(),
        }))
    }

    fn add_field(
        &mut self,
        fields: &mut Fields,
        name: Symbol,
        pos: Span,
        ty: TypeId,
        tag: Symbol,
        embedded: bool,
    ) {
        if name != sym::UNDERSCORE {
            if let Some(alt) = fields.by_name.get(&name).map(|i| fields.list[*i]) {
                let mut e = ErrorDesc::new(Code::DuplicateDecl);
                let n = self.types.str(name);
                e.add(pos, format!("{n} redeclared"));
                e.add(alt.pos, format!("other declaration of {n}"));
                self.report(e);
                return;
            }
        }
        fields.by_name.insert(name, fields.list.len());
        fields.list.push(Field {
            name,
            ty,
            embedded,
            tag,
            pkg: Some(self.pkg),
            pos,
        });
    }

    fn check_embedded(&mut self, ty: TypeId, at: Span) {
        let types = self.types;
        let (t, is_ptr) = types.deref(ty);
        let msg = match types.under(t) {
            Type::Basic(BasicKind::UnsafePointer) => "embedded field type cannot be unsafe.Pointer",
            Type::Pointer(_) => "embedded field type cannot be a pointer",
            Type::Interface(_) if types.is_type_param(t) => {
                let msg = "embedded field type cannot be a (pointer to a) type parameter";
                self.err(at, Code::MisplacedTypeParam, msg);
                return;
            }
            Type::Interface(_) if is_ptr => {
                "embedded field type cannot be a pointer to an interface"
            }
            _ => return,
        };
        self.err(at, Code::InvalidPtrEmbed, msg);
    }

    fn embedded_field_ident(&self, e: ExprId) -> Option<IdentId> {
        match &self.file.expr(e).kind {
            ExprKind::Ident(id) => Some(*id),
            ExprKind::StarExpr { x } => match self.file.expr(*x).kind {
                ExprKind::StarExpr { .. } => None,
                _ => self.embedded_field_ident(*x),
            },
            ExprKind::SelectorExpr { sel, .. } => Some(*sel),
            ExprKind::IndexExpr { x, .. } | ExprKind::ParenExpr { x } => {
                self.embedded_field_ident(*x)
            }
            _ => None,
        }
    }

    fn tag(&mut self, e: ExprId) -> Symbol {
        if let ExprKind::BasicLit { value, .. } = self.file.expr(e).kind {
            if let Some(s) = unquote(self.types.str(value)) {
                return self.types.interner().intern(&String::from_utf8_lossy(&s));
            }
        }
        sym::EMPTY
    }
}
