//! Actions of expressions and types.

use super::*;

impl Builder<'_> {
    pub(crate) fn binary(&mut self, op: BinaryOp, pos: u32, x: ExprId, y: ExprId) -> ExprId {
        let d = self.e(x).link().max(self.e(y).inner());
        self.add_expr(
            ExprKind::BinaryExpr { op, x, y },
            self.lo(x),
            self.hi(y),
            pos,
            d,
        )
    }

    /// `x op y` where `x` may be an operation itself that binds less: then `y` belongs to its right operand.
    pub(crate) fn operate(&mut self, x: ExprId, pos: u32, op: BinaryOp, y: ExprId) -> ExprId {
        let ExprKind::BinaryExpr {
            op: outer,
            x: left,
            y: right,
        } = self.file.expr(x).kind
        else {
            return self.binary(op, pos, x, y);
        };
        if outer.precedence() >= op.precedence() {
            return self.binary(op, pos, x, y);
        }
        let inner = self.operate(right, pos, op, y);
        let d = self.e(left).link().max(self.e(inner).inner());
        self.check_depth(d, Pos(pos));
        *self.expr_depth.at(x) = d;
        let hi = self.hi(inner);
        let e = self.expr_mut(x);
        e.kind = ExprKind::BinaryExpr {
            op: outer,
            x: left,
            y: inner,
        };
        e.span.hi = hi;
        x
    }

    pub(crate) fn arguments(&mut self, args: Vec<ExprId>, dots: Option<u32>) -> Vec<ExprId> {
        self.dots = dots;
        args
    }

    pub(crate) fn unary(&mut self, op: UnaryOp, lo: u32, x: ExprId) -> ExprId {
        self.add_expr(
            ExprKind::UnaryExpr { op, x },
            lo,
            self.hi(x),
            lo,
            self.e(x).inner(),
        )
    }

    pub(crate) fn star(&mut self, lo: u32, x: ExprId) -> ExprId {
        self.add_expr(
            ExprKind::StarExpr { x },
            lo,
            self.hi(x),
            lo,
            self.e(x).inner(),
        )
    }

    /// `<-x`, where `<-` belongs to `x` when that is a channel type: `<-(chan T)` is `(<-chan T)`.
    pub(crate) fn receive(&mut self, lo: u32, x: ExprId) -> ExprId {
        if !matches!(self.file.expr(x).kind, ExprKind::ChanType { .. }) {
            return self.unary(UnaryOp::Recv, lo, x);
        }
        let mut at = x;
        // Anything but a chain of send-only channels that ends in a plain one is refused.
        loop {
            let ExprKind::ChanType { dir, elem } = &mut self.expr_mut(at).kind else {
                self.reject = true;
                break;
            };
            let was = std::mem::replace(dir, ChanDir::RecvOnly);
            at = *elem;
            self.reject |= was == ChanDir::RecvOnly;
            if was != ChanDir::SendOnly {
                break;
            }
        }
        self.expr_mut(x).span.lo = lo;
        x
    }

    pub(crate) fn paren(&mut self, lo: u32, x: ExprId, hi: u32) -> ExprId {
        self.add_expr(ExprKind::ParenExpr { x }, lo, hi, lo, self.e(x).inner())
    }

    pub(crate) fn func_lit(&mut self, lo: u32, pos: u32, sig: Signature, body: Block) -> ExprId {
        let ty = self.func_type(lo, pos, sig, body.lbrace.0);
        let d = self.e(ty).max(self.block_depth(&body)).inner();
        let hi = body.rbrace.0 + 1;
        self.add_expr(ExprKind::FuncLit { ty, body }, lo, hi, lo, d)
    }

    pub(crate) fn selector(&mut self, x: ExprId, pos: u32, sel: IdentId) -> ExprId {
        let hi = self.file.ident(sel).span.hi;
        self.add_expr(
            ExprKind::SelectorExpr { x, sel },
            self.lo(x),
            hi,
            pos,
            self.e(x).link(),
        )
    }

    pub(crate) fn type_assert(
        &mut self,
        x: ExprId,
        pos: u32,
        ty: Option<ExprId>,
        hi: u32,
    ) -> ExprId {
        let d = self.e(x).link().max(self.expr_depth.opt(ty).inner());
        self.add_expr(ExprKind::TypeAssertExpr { x, ty }, self.lo(x), hi, pos, d)
    }

    pub(crate) fn index(&mut self, x: ExprId, pos: u32, indices: Vec<ExprId>, hi: u32) -> ExprId {
        let d = self.e(x).link().max(self.es(&indices).inner());
        let kind = ExprKind::IndexExpr {
            x,
            indices: indices.into(),
            rbrack: Pos(hi - 1),
        };
        self.add_expr(kind, self.lo(x), hi, pos, d)
    }

    /// An instantiated type.
    pub(crate) fn instance(&mut self, x: ExprId, pos: u32, args: Vec<ExprId>, hi: u32) -> ExprId {
        if args.iter().any(|&a| self.is_value(a)) {
            self.reject = true;
        }
        self.index(x, pos, args, hi)
    }

    pub(crate) fn slice(
        &mut self,
        x: ExprId,
        pos: u32,
        lo: Option<ExprId>,
        hi: Option<ExprId>,
        max: Option<ExprId>,
        end: u32,
    ) -> ExprId {
        let inner = [lo, hi, max]
            .into_iter()
            .fold(Depth::default(), |d, i| d.max(self.expr_depth.opt(i)));
        let d = self.e(x).link().max(inner.inner());
        let three = max.is_some();
        self.add_expr(
            ExprKind::SliceExpr {
                x,
                lo,
                hi,
                max,
                three,
            },
            self.lo(x),
            end,
            pos,
            d,
        )
    }

    /// An index that a slice expression with two colons must have.
    pub(crate) fn required(&mut self, index: Option<ExprId>, which: &str, pos: u32) -> ExprId {
        index.unwrap_or_else(|| {
            let span = Span {
                lo: pos,
                hi: pos + 1,
            };
            self.error(span, format!("{which} index required in 3-index slice"));
            self.add_expr(ExprKind::BadExpr, pos, pos, pos, Depth::default())
        })
    }

    pub(crate) fn call(&mut self, fun: ExprId, pos: u32, args: Vec<ExprId>, rparen: u32) -> ExprId {
        let dots = self.dots.take();
        let d = self.e(fun).link().max(self.es(&args).inner());
        let kind = ExprKind::CallExpr {
            fun,
            args: args.into(),
            has_dots: dots.is_some(),
            dots: Pos(dots.unwrap_or(0)),
            rparen: Pos(rparen),
        };
        self.add_expr(kind, self.lo(fun), rparen + 1, pos, d)
    }

    pub(crate) fn literal_value(&mut self, lo: u32, elems: Vec<ExprId>, rbrace: u32) -> ExprId {
        let d = self.es(&elems).inner();
        let kind = ExprKind::CompositeLit {
            ty: None,
            elems: elems.into(),
            rbrace: Pos(rbrace),
        };
        self.add_expr(kind, lo, rbrace + 1, lo, d)
    }

    /// Gives the literal value `lit` its type.
    pub(crate) fn composite(&mut self, ty: ExprId, lit: ExprId) -> ExprId {
        let bare = self.file.unparen(ty);
        let fits = match &self.file.expr(bare).kind {
            ExprKind::Ident(_)
            | ExprKind::SelectorExpr { .. }
            | ExprKind::ArrayType { .. }
            | ExprKind::StructType { .. }
            | ExprKind::MapType { .. } => true,
            ExprKind::IndexExpr { .. } => !self.is_value(bare),
            _ => false,
        };
        if !fits || bare != ty {
            self.reject = true;
        }
        let d = self.e(ty).link().max(self.e(lit));
        *self.expr_depth.at(lit) = d;
        self.check_depth(d, self.file.expr(lit).pos);
        self.expr_mut(lit).span.lo = self.lo(ty);
        if let ExprKind::CompositeLit { ty: slot, .. } = &mut self.expr_mut(lit).kind {
            *slot = Some(ty);
        }
        lit
    }

    /// Whether an expression can not be a type, by its form.
    fn is_value(&self, mut x: ExprId) -> bool {
        loop {
            match &self.file.expr(x).kind {
                ExprKind::BasicLit { .. }
                | ExprKind::CompositeLit { .. }
                | ExprKind::FuncLit { .. }
                | ExprKind::SliceExpr { .. }
                | ExprKind::TypeAssertExpr { .. }
                | ExprKind::CallExpr { .. }
                | ExprKind::UnaryExpr { .. }
                | ExprKind::BinaryExpr { .. } => return true,
                ExprKind::ParenExpr { x: inner } => x = *inner,
                ExprKind::IndexExpr {
                    x: inner, indices, ..
                } => {
                    if let [i] = **indices
                        && self.is_value(i)
                    {
                        return true;
                    }
                    x = *inner;
                }
                _ => return false,
            }
        }
    }

    pub(crate) fn key_value(&mut self, key: ExprId, pos: u32, value: ExprId) -> ExprId {
        let d = self.e(key).max(self.e(value)).link();
        self.add_expr(
            ExprKind::KeyValueExpr { key, value },
            self.lo(key),
            self.hi(value),
            pos,
            d,
        )
    }

    // Types

    pub(crate) fn chan_type(&mut self, lo: u32, dir: ChanDir, elem: ExprId) -> ExprId {
        self.add_expr(
            ExprKind::ChanType { dir, elem },
            lo,
            self.hi(elem),
            lo,
            self.e(elem).inner(),
        )
    }

    pub(crate) fn map_type(&mut self, lo: u32, key: ExprId, value: ExprId) -> ExprId {
        let d = self.e(key).max(self.e(value)).inner();
        self.add_expr(ExprKind::MapType { key, value }, lo, self.hi(value), lo, d)
    }

    pub(crate) fn array_type(&mut self, lo: u32, len: Option<ExprId>, elem: ExprId) -> ExprId {
        let d = self.expr_depth.opt(len).max(self.e(elem)).inner();
        self.add_expr(ExprKind::ArrayType { len, elem }, lo, self.hi(elem), lo, d)
    }

    pub(crate) fn auto_length(&mut self, lo: u32, hi: u32) -> ExprId {
        self.add_expr(
            ExprKind::Ellipsis { elem: None },
            lo,
            hi,
            lo,
            Depth::default(),
        )
    }

    pub(crate) fn struct_type(
        &mut self,
        lo: u32,
        opening: u32,
        list: Vec<FieldId>,
        closing: u32,
    ) -> ExprId {
        let fields = FieldList {
            opening: Pos(opening),
            list: list.into(),
            closing: Pos(closing),
        };
        let d = self.fields_depth(&fields).inner();
        self.add_expr(ExprKind::StructType { fields }, lo, closing + 1, lo, d)
    }

    pub(crate) fn interface_type(
        &mut self,
        lo: u32,
        opening: u32,
        list: Vec<FieldId>,
        closing: u32,
    ) -> ExprId {
        let methods = FieldList {
            opening: Pos(opening),
            list: list.into(),
            closing: Pos(closing),
        };
        let d = self.fields_depth(&methods).inner();
        self.add_expr(ExprKind::InterfaceType { methods }, lo, closing + 1, lo, d)
    }

    pub(crate) fn func_type(&mut self, lo: u32, pos: u32, sig: Signature, hi: u32) -> ExprId {
        let (params, results) = std::mem::take(&mut self.signatures[sig.0 as usize]);
        self.signatures.truncate(sig.0 as usize);
        let d = self
            .fields_depth(&params)
            .max(self.fields_depth(&results))
            .inner();
        self.add_expr(ExprKind::FuncType { params, results }, lo, hi, pos, d)
    }

    // Fields and parameters

    pub(crate) fn field(
        &mut self,
        lo: u32,
        names: Vec<IdentId>,
        ty: ExprId,
        tag: Option<ExprId>,
        hi: u32,
    ) -> FieldId {
        self.add_field(Field {
            names: names.into(),
            ty,
            tag,
            span: Span { lo, hi },
        })
    }

    pub(crate) fn signature(&mut self, params: FieldList, results: FieldList) -> Signature {
        self.check_dots(&params, true);
        self.check_dots(&results, false);
        self.signatures.push((params, results));
        Signature(self.signatures.len() as u32 - 1)
    }

    /// The list of a single result without parentheses.
    pub(crate) fn result(&mut self, ty: ExprId) -> FieldList {
        let field = self.field(self.lo(ty), vec![], ty, None, self.hi(ty));
        FieldList {
            opening: Pos::NONE,
            list: [field].into(),
            closing: Pos::NONE,
        }
    }

    /// Reports `...` that stands elsewhere than at the last of the parameters of a function, and takes it away.
    pub(crate) fn check_dots(&mut self, list: &FieldList, variadic: bool) {
        let mut reported = false;
        for (i, &f) in list.list.iter().enumerate() {
            let field = self.file.field(f);
            let ty = field.ty;
            let last = i + 1 == list.list.len() && field.names.len() <= 1;
            let ExprKind::Ellipsis { elem: Some(elem) } = self.file.expr(ty).kind else {
                continue;
            };
            if variadic && last {
                continue;
            }
            if !reported {
                reported = true;
                let words = if variadic {
                    "can only use ... with final parameter"
                } else {
                    "invalid use of ..."
                };
                self.error(self.file.expr(ty).span, words);
            }
            self.field_mut(f).ty = elem;
        }
    }

    /// Tells names and types of parameters apart. spec: "Within a list of parameters or results, the names must
    /// either all be present or all be absent."
    pub(crate) fn params(&mut self, opening: u32, raw: Vec<RawParam>, closing: u32) -> FieldList {
        let opening = Pos(opening);
        let list = self.distribute(raw, closing);
        FieldList {
            opening,
            list,
            closing: Pos(closing),
        }
    }

    fn distribute(&mut self, raw: Vec<RawParam>, closing: u32) -> Box<[FieldId]> {
        let all_types = raw.iter().all(|p| p.name.is_none());
        let bare = |b: &Self, p: &RawParam| {
            (p.name.is_none() && p.dots.is_none())
                .then(|| b.file.as_ident(p.ty))
                .flatten()
        };
        let mut fields = Vec::with_capacity(raw.len());
        let mut pending: Vec<IdentId> = Vec::new();
        // Positions of parameters without name and of those without type.
        let (mut nameless, mut typeless): (Option<Span>, Option<Span>) = (None, None);
        for p in &raw {
            let as_name = if all_types { None } else { bare(self, p) };
            if let Some(name) = as_name {
                pending.push(name);
                continue;
            }
            let ty = match p.dots {
                Some(at) => {
                    let kind = ExprKind::Ellipsis { elem: Some(p.ty) };
                    self.add_expr(kind, at, self.hi(p.ty), at, self.e(p.ty).inner())
                }
                None => p.ty,
            };
            let hi = self.hi(ty);
            match p.name {
                Some(name) => pending.push(name),
                None if all_types => {}
                None => {
                    let at = self.file.start_pos(ty);
                    nameless = nameless.or(Some(Span::new(at, Pos(hi))));
                    let blank = self.ident(sym::UNDERSCORE, at.0, at.0);
                    pending.push(blank);
                }
            }
            let lo = pending
                .first()
                .map_or(self.lo(ty), |&n| self.file.ident(n).span.lo);
            fields.push(self.field(lo, std::mem::take(&mut pending), ty, None, hi));
        }
        if let (Some(&first), Some(&last)) = (pending.first(), pending.last()) {
            let (lo, hi) = (
                self.file.ident(first).span.lo,
                self.file.ident(last).span.hi,
            );
            typeless = Some(Span {
                lo: closing,
                hi: closing + 1,
            });
            let bad = self.add_expr(ExprKind::BadExpr, lo, hi, lo, Depth::default());
            fields.push(self.field(lo, pending, bad, None, hi));
        }
        match (nameless, typeless) {
            (Some(at), _) => self.error(at, "syntax error: missing parameter name"),
            (None, Some(at)) => self.error(at, "syntax error: missing parameter type"),
            (None, None) => {}
        }
        fields.into()
    }

    pub(crate) fn type_params(
        &mut self,
        opening: u32,
        raw: Vec<(IdentId, Option<ExprId>)>,
        closing: u32,
    ) -> FieldList {
        let mut fields = Vec::new();
        let mut pending: Vec<IdentId> = Vec::new();
        for (name, constraint) in raw {
            pending.push(name);
            if let Some(c) = constraint {
                let lo = self.file.ident(pending[0]).span.lo;
                fields.push(self.field(lo, std::mem::take(&mut pending), c, None, self.hi(c)));
            }
        }
        if let Some(&first) = pending.first() {
            let Span { lo, hi } = self.file.ident(first).span;
            self.error(
                Span {
                    lo: closing,
                    hi: closing + 1,
                },
                "syntax error: missing type constraint",
            );
            let bad = self.add_expr(ExprKind::BadExpr, lo, hi, lo, Depth::default());
            fields.push(self.field(lo, pending, bad, None, hi));
        }
        FieldList {
            opening: Pos(opening),
            list: fields.into(),
            closing: Pos(closing),
        }
    }
}
