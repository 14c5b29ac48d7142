//! Expressions as text, as the gc compiler shows them in messages: on one line, with the contents of
//! function bodies and composite literals elided as `…`.

use super::*;
use crate::base::Interner;

impl File {
    /// The expression as gc shows it in messages.
    pub fn expr_string(&self, id: ExprId, names: &Interner) -> String {
        let mut p = Printer {
            file: self,
            names,
            out: String::new(),
        };
        p.expr(id);
        p.out
    }

    /// A list of expressions, separated by `, `.
    pub fn exprs_string(&self, list: &[ExprId], names: &Interner) -> String {
        let mut p = Printer {
            file: self,
            names,
            out: String::new(),
        };
        p.list(list);
        p.out
    }

    /// A simple statement as gc shows it in messages.
    pub fn stmt_string(&self, id: StmtId, names: &Interner) -> String {
        let mut p = Printer {
            file: self,
            names,
            out: String::new(),
        };
        match &self.stmt(id).kind {
            StmtKind::ExprStmt { x } => p.expr(*x),
            StmtKind::SendStmt { chan, value } => {
                p.expr(*chan);
                p.out.push_str(" <- ");
                p.expr(*value);
            }
            StmtKind::IncDecStmt { x, inc } => {
                p.expr(*x);
                p.out.push_str(if *inc { "++" } else { "--" });
            }
            StmtKind::AssignStmt {
                lhs,
                op,
                define,
                rhs,
            } => {
                p.list(lhs);
                p.out.push(' ');
                p.out.push_str(op.map_or("", |o| o.as_str()));
                p.out.push_str(if *define { ":= " } else { "= " });
                p.list(rhs);
            }
            _ => {}
        }
        p.out
    }
}

struct Printer<'a> {
    file: &'a File,
    names: &'a Interner,
    out: String,
}

impl Printer<'_> {
    fn name(&mut self, id: IdentId) {
        self.out.push_str(self.names.resolve(self.file.name_of(id)));
    }

    fn list(&mut self, list: &[ExprId]) {
        for (i, &x) in list.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            self.expr(x);
        }
    }

    fn opt(&mut self, x: Option<ExprId>) {
        if let Some(x) = x {
            self.expr(x)
        }
    }

    fn wrapped(&mut self, before: &str, x: ExprId, after: &str) {
        self.out.push_str(before);
        self.expr(x);
        self.out.push_str(after);
    }

    fn expr(&mut self, id: ExprId) {
        let file = self.file;
        match &file.expr(id).kind {
            ExprKind::BadExpr => self.out.push_str("<bad expr>"),
            ExprKind::Ident(id) => self.name(*id),
            ExprKind::BasicLit { value, .. } => self.out.push_str(self.names.resolve(*value)),
            ExprKind::CompositeLit { ty, elems, .. } => {
                self.opt(*ty);
                self.out
                    .push_str(if elems.is_empty() { "{}" } else { "{…}" });
            }
            ExprKind::FuncLit { ty, body } => {
                self.expr(*ty);
                self.out.push_str(if body.stmts.is_empty() {
                    " {}"
                } else {
                    " {…}"
                });
            }
            ExprKind::ParenExpr { x } => self.wrapped("(", *x, ")"),
            ExprKind::SelectorExpr { x, sel } => {
                self.expr(*x);
                self.out.push('.');
                self.name(*sel);
            }
            ExprKind::IndexExpr { x, indices, .. } => {
                self.expr(*x);
                self.out.push('[');
                self.list(indices);
                self.out.push(']');
            }
            ExprKind::SliceExpr { x, lo, hi, max, .. } => {
                self.expr(*x);
                self.out.push('[');
                self.opt(*lo);
                self.out.push(':');
                self.opt(*hi);
                if let Some(max) = max {
                    self.wrapped(":", *max, "");
                }
                self.out.push(']');
            }
            ExprKind::TypeAssertExpr { x, ty } => {
                self.expr(*x);
                match ty {
                    Some(ty) => self.wrapped(".(", *ty, ")"),
                    None => self.out.push_str(".(type)"),
                }
            }
            ExprKind::CallExpr {
                fun,
                args,
                has_dots,
                ..
            } => {
                self.expr(*fun);
                self.out.push('(');
                self.list(args);
                self.out.push_str(if *has_dots { "...)" } else { ")" });
            }
            ExprKind::StarExpr { x } => self.wrapped("*", *x, ""),
            ExprKind::UnaryExpr { op, x } => self.wrapped(op.as_str(), *x, ""),
            ExprKind::BinaryExpr { op, x, y } => {
                self.expr(*x);
                self.out.push(' ');
                self.out.push_str(op.as_str());
                self.wrapped(" ", *y, "");
            }
            ExprKind::KeyValueExpr { key, value } => {
                self.expr(*key);
                self.wrapped(": ", *value, "");
            }
            ExprKind::ArrayType { len, elem } => {
                self.out.push('[');
                self.opt(*len);
                self.wrapped("]", *elem, "");
            }
            ExprKind::StructType { fields } => {
                self.out.push_str("struct{");
                for (i, &f) in fields.list.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str("; ");
                    }
                    self.field(f);
                    if let Some(tag) = file.field(f).tag {
                        self.wrapped(" ", tag, "");
                    }
                }
                self.out.push('}');
            }
            ExprKind::FuncType { params, results } => {
                self.out.push_str("func");
                self.signature(params, results);
            }
            ExprKind::InterfaceType { methods } => {
                self.out.push_str("interface{");
                for (i, &f) in methods.list.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str("; ");
                    }
                    let field = file.field(f);
                    match (field.names.first(), &file.expr(field.ty).kind) {
                        (Some(&name), ExprKind::FuncType { params, results }) => {
                            self.name(name);
                            self.signature(params, results);
                        }
                        _ => self.expr(field.ty),
                    }
                }
                self.out.push('}');
            }
            ExprKind::MapType { key, value } => {
                self.wrapped("map[", *key, "]");
                self.expr(*value);
            }
            ExprKind::ChanType { dir, elem } => {
                self.out.push_str(match dir {
                    ChanDir::Both => "chan ",
                    ChanDir::SendOnly => "chan<- ",
                    ChanDir::RecvOnly => "<-chan ",
                });
                let inner = &file.expr(*elem).kind;
                if *dir == ChanDir::Both
                    && matches!(
                        inner,
                        ExprKind::ChanType {
                            dir: ChanDir::RecvOnly,
                            ..
                        }
                    )
                {
                    self.wrapped("(", *elem, ")");
                } else {
                    self.expr(*elem);
                }
            }
            ExprKind::Ellipsis { elem } => {
                self.out.push_str("...");
                self.opt(*elem);
            }
        }
    }

    fn field(&mut self, id: FieldId) {
        let file = self.file;
        let f = file.field(id);
        for (i, &n) in f.names.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            self.name(n);
        }
        if !f.names.is_empty() {
            self.out.push(' ');
        }
        self.expr(f.ty);
    }

    fn params(&mut self, list: &FieldList) {
        self.out.push('(');
        for (i, &f) in list.list.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            self.field(f);
        }
        self.out.push(')');
    }

    fn signature(&mut self, params: &FieldList, results: &FieldList) {
        self.params(params);
        match &*results.list {
            [] => {}
            [one] if self.file.field(*one).names.is_empty() => {
                let ty = self.file.field(*one).ty;
                self.wrapped(" ", ty, "");
            }
            _ => {
                self.out.push(' ');
                self.params(results);
            }
        }
    }
}
