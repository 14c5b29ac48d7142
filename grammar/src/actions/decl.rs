//! Actions of declarations.

use super::*;

impl Builder<'_> {
    pub(crate) fn decl(&mut self, keyword: u32, id: DeclId) -> Vec<DeclId> {
        self.decl_mut(id).keyword = Pos(keyword);
        vec![id]
    }

    pub(crate) fn group(&mut self, keyword: u32, ids: Vec<DeclId>) -> Vec<DeclId> {
        for &id in &ids {
            let d = self.decl_mut(id);
            d.keyword = Pos(keyword);
            d.grouped = true;
        }
        ids
    }

    pub(crate) fn import_spec(
        &mut self,
        lo: u32,
        name: Option<IdentId>,
        path: ExprId,
        hi: u32,
    ) -> DeclId {
        if let ExprKind::BasicLit { kind, .. } = self.file.expr(path).kind
            && kind != LitKind::String
        {
            self.error(
                self.file.expr(path).span,
                "syntax error: import path must be a string",
            );
        }
        self.add_decl(
            DeclKind::ImportSpec(ImportSpec { name, path }),
            lo,
            hi,
            Depth::default(),
        )
    }

    pub(crate) fn const_spec(
        &mut self,
        lo: u32,
        names: Vec<IdentId>,
        ty: Option<ExprId>,
        values: Vec<ExprId>,
        hi: u32,
    ) -> DeclId {
        let d = self.expr_depth.opt(ty).max(self.es(&values));
        let spec = ConstSpec {
            names: names.into(),
            ty,
            values: values.into(),
            iota: 0,
            inherited: None,
        };
        self.add_decl(DeclKind::ConstSpec(spec), lo, hi, d)
    }

    /// Numbers the specs of a declaration and finds what each of them repeats.
    pub(crate) fn const_decl(
        &mut self,
        keyword: u32,
        ids: Vec<DeclId>,
        grouped: bool,
    ) -> Vec<DeclId> {
        let mut last = None;
        for (n, &id) in ids.iter().enumerate() {
            if let DeclKind::ConstSpec(spec) = &mut self.decl_mut(id).kind {
                spec.iota = n as u32;
                if spec.ty.is_none() && spec.values.is_empty() {
                    spec.inherited = last;
                } else {
                    last = Some(id);
                }
            }
        }
        if grouped {
            self.group(keyword, ids)
        } else {
            self.decl(keyword, ids[0])
        }
    }

    pub(crate) fn var_spec(
        &mut self,
        lo: u32,
        names: Vec<IdentId>,
        ty: Option<ExprId>,
        values: Vec<ExprId>,
        hi: u32,
    ) -> DeclId {
        let d = self.expr_depth.opt(ty).max(self.es(&values));
        let spec = VarSpec {
            names: names.into(),
            ty,
            values: values.into(),
        };
        self.add_decl(DeclKind::VarSpec(spec), lo, hi, d)
    }

    pub(crate) fn type_spec(
        &mut self,
        lo: u32,
        name: IdentId,
        type_params: Option<FieldList>,
        alias: bool,
        ty: ExprId,
        hi: u32,
    ) -> DeclId {
        let d = type_params
            .as_ref()
            .map_or(Depth::default(), |p| self.fields_depth(p))
            .max(self.e(ty));
        self.add_decl(
            DeclKind::TypeSpec(TypeSpec {
                name,
                type_params,
                alias,
                ty,
            }),
            lo,
            hi,
            d,
        )
    }

    #[allow(clippy::too_many_arguments)]
    pub(crate) fn func_decl(
        &mut self,
        keyword: u32,
        lo: u32,
        recv: Option<FieldList>,
        name: IdentId,
        type_params: Option<FieldList>,
        sig_pos: u32,
        sig: Signature,
        body: Option<Block>,
        hi: u32,
    ) -> Vec<DeclId> {
        let name_span = self.file.ident(name).span;
        let recv = recv.and_then(|list| {
            self.check_dots(&list, false);
            let count: usize = list
                .list
                .iter()
                .map(|&f| self.file.field(f).names.len().max(1))
                .sum();
            match count {
                0 => self.error(name_span, "method has no receiver"),
                1 => {}
                _ => self.error(name_span, "method has multiple receivers"),
            }
            list.list.first().copied()
        });
        let end = body.as_ref().map_or(hi, |b| b.lbrace.0);
        let ty = self.func_type(sig_pos, sig_pos, sig, end);
        let mut d = self.field_depth.opt(recv).max(self.e(ty));
        if let Some(b) = &body {
            d = d.max(self.block_depth(b).inner());
        }
        let id = self.add_decl(
            DeclKind::FuncDecl(FuncDecl {
                recv,
                name,
                type_params,
                ty,
                body,
            }),
            lo,
            hi,
            d,
        );
        self.check_depth(d, Pos(lo));
        self.decl(keyword, id)
    }

    /// A field declaration with several names.
    pub(crate) fn fields(
        &mut self,
        lo: u32,
        first: IdentId,
        mut rest: Vec<IdentId>,
        ty: ExprId,
        tag: Option<ExprId>,
        hi: u32,
    ) -> FieldId {
        rest.insert(0, first);
        self.field(lo, rest, ty, tag, hi)
    }
}
