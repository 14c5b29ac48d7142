//! What is known about the uses of local variables: whether they are used, and what escape analysis asks for.
//!
//! A closure may capture a variable by value if no assignment can happen after the capture
//! ([`VarFlags::REASSIGNED_CAPTURED`] is not set). In straight-line code that is a matter of source positions; inside
//! loops deeper than the declaration, behind labels and inside other functions every assignment counts as late.

use super::Checker;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::ObjectId;
use crate::types::ScopeId;
use crate::types::Type;
use crate::types::VarFlags;
use crate::types::VarKind;

/// Positions of captures and assignments of a local variable.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VarFlow {
    /// How many loops surround the declaration.
    pub(crate) loop_depth: u32,
    /// The first function literal that captures it.
    pub(crate) first_capture: u32,
    /// The end of the last statement that assigns it.
    pub(crate) last_assignment: u32,
}

impl Default for VarFlow {
    fn default() -> VarFlow {
        VarFlow {
            loop_depth: 0,
            first_capture: u32::MAX,
            last_assignment: 0,
        }
    }
}

impl<'a> Checker<'a> {
    /// Whether a variable has been used.
    pub(crate) fn is_used(&self, v: ObjectId) -> bool {
        self.types.object(v).has_var_flags(VarFlags::USED)
    }

    /// Sets back whether a variable has been used.
    pub(crate) fn restore_used(&self, v: ObjectId, used: bool) {
        if !used {
            self.types.object(v).clear_var_flags(VarFlags::USED);
        }
    }

    /// Declares a local variable whose definition has been recorded.
    pub(crate) fn declare_local(&mut self, scope: ScopeId, v: ObjectId) {
        self.declare(scope, None, v);
        if self.env.loop_depth > 0 {
            self.var_flow.entry(v).or_default().loop_depth = self.env.loop_depth;
        }
    }

    /// Notes that a function literal (the outermost that does not declare it) mentions the variable.
    pub(crate) fn note_capture(&mut self, v: ObjectId, lit: ExprId) {
        let at = self.file.expr(lit).span.lo;
        let flow = self.var_flow.entry(v).or_default();
        flow.first_capture = flow.first_capture.min(at);
        let late = flow.last_assignment > at;
        let obj = self.types.object(v);
        obj.set_var_flags(VarFlags::CAPTURED);
        if late {
            obj.set_var_flags(VarFlags::REASSIGNED_CAPTURED);
        }
    }

    /// Sets flags of the variable that an addressable expression is a part of, if there is one.
    pub(crate) fn mark_root_var(&mut self, e: ExprId, flags: u8) {
        let Some(v) = self.root_var(e) else { return };
        let obj = self.types.object(v);
        obj.set_var_flags(flags);
        if flags & VarFlags::REASSIGNED == 0 || obj.var_kind() == Some(VarKind::Package) {
            return;
        }
        let here = self.env.func_lits.len();
        let owner = self.var_owner.get(&v).copied().unwrap_or(here);
        let end = self.env.stmt_end;
        let deep = self.env.loop_depth;
        let flow = self.var_flow.entry(v).or_default();
        flow.last_assignment = flow.last_assignment.max(end);
        if owner < here || deep > flow.loop_depth || self.env.has_label || flow.first_capture < end
        {
            obj.set_var_flags(VarFlags::REASSIGNED_CAPTURED);
        }
    }

    /// The variable at the root of `x.f[i]` as long as no pointer or slice is followed.
    fn root_var(&mut self, e: ExprId) -> Option<ObjectId> {
        let file = self.file;
        let mut e = e;
        loop {
            match &file.expr(e).kind {
                ExprKind::ParenExpr { x } => e = *x,
                ExprKind::Ident(id) => {
                    let v = self.lookup(file.name_of(*id))?;
                    return self.types.object(v).is_var().then_some(v);
                }
                ExprKind::SelectorExpr { x, .. } => {
                    // A qualified identifier has no type recorded for its package.
                    let t = self.info().types.get(*x)?.ty;
                    if matches!(self.types.under(t), Type::Pointer(_)) {
                        return None;
                    }
                    e = *x;
                }
                ExprKind::IndexExpr { x, .. } => {
                    let t = self.info().types.get(*x)?.ty;
                    if !matches!(self.types.under(t), Type::Array { .. }) {
                        return None;
                    }
                    e = *x;
                }
                _ => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::Interner;
    use crate::base::SourceMap;
    use crate::check::Config;
    use crate::check::GoVersion;
    use crate::check::check_package;
    use crate::check::tests::NoImports;
    use crate::syntax::parse_file;
    use crate::types::Types;

    /// The flags of `x` after `body`: A for an address taken, C for captured, R for assigned, L for assigned late.
    fn flags_of_x(body: &str) -> String {
        let src = format!("package main\n\nfunc use(...any)\n\nfunc f() {{\n{body}\n}}\n");
        let map = SourceMap::new();
        let names = Arc::new(Interner::new());
        let id = map.add_file("x.go", src.into_bytes());
        let (file, diags) = parse_file(&map, id, &names);
        assert!(diags.is_empty(), "{diags:?}");
        let types = Types::new(names.clone());
        let conf = Config {
            types: &types,
            sources: &map,
            importer: &NoImports,
            lang: GoVersion::CURRENT,
            library: false,
            allow_bodyless: true,
            allow_missing_main: true,
        };
        let p = check_package(conf, "main", vec![file]);
        assert!(p.diagnostics.is_empty(), "{:?}", p.diagnostics);
        let x = names.intern("x");
        let body = p
            .funcs
            .iter()
            .find_map(|f| p.body(*f))
            .expect("f has a body");
        let v = body
            .info
            .defs
            .iter()
            .map(|(_, o)| *o)
            .find(|o| types.object(*o).name == x);
        let v = types.object(v.expect("x is declared"));
        let all = [
            (VarFlags::ADDRESS_TAKEN, 'A'),
            (VarFlags::CAPTURED, 'C'),
            (VarFlags::REASSIGNED, 'R'),
            (VarFlags::REASSIGNED_CAPTURED, 'L'),
        ];
        all.iter()
            .filter(|(bit, _)| v.has_var_flags(*bit))
            .map(|(_, c)| *c)
            .collect()
    }

    #[test]
    fn flags_of_local_variables() {
        let cases = [
            ("x := 1; use(x)", ""),
            ("x := 1; x++; use(x)", "R"),
            ("x := 1; use(&x)", "A"),
            ("x := [3]int{}; use(x[:])", "A"),
            ("x := [3]int{}; x[1] = 2; use(x)", "R"),
            ("x := []int{}; x[1] = 2; use(x)", ""),
            ("x := 1; use(func() { use(x) })", "C"),
            ("x := 1; x = 2; use(func() { use(x) })", "CR"),
            ("x := 1; use(func() { use(x) }); x = 2", "CRL"),
            ("x := 1; use(func() { x = 2 }); use(x)", "CRL"),
            ("var x func(); x = func() { x() }", "CRL"),
            ("x := 1; for { x++; use(func() { use(x) }) }", "CRL"),
            ("for x := 0; x < 3; x++ { use(func() { use(x) }) }", "CR"),
            ("for x := range 3 { use(func() { use(x) }) }", "C"),
            ("for { x := 1; x = 2; use(func() { use(x) }) }", "CR"),
            ("x := 1; goto l; l: x = 2; use(func() { use(x) })", "CRL"),
            (
                "var x int; for x = range 3 { use(func() { use(x) }) }",
                "CRL",
            ),
            ("x := 1; if use(func() { use(x) }); x > 0 { x = 2 }", "CRL"),
            ("x := 1; use(func() { use(func() { use(x) }) })", "C"),
            (
                "use(func() { x := 1; x = 2; use(func() { use(x) }) })",
                "CR",
            ),
        ];
        for (body, want) in cases {
            assert_eq!(flags_of_x(body), want, "{body}");
        }
    }
}
