//! Functions: parameters and results into place, the body, the way out.

use crate::base::Pos;
use crate::bytecode::FuncId;
use crate::bytecode::Instr;
use crate::bytecode::LabelId;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::check::CheckedPackage;
use crate::check::FuncSig;
use crate::check::GoVersion;
use crate::check::Info;
use crate::check::file_version;
use crate::lower::Lowerer;
use crate::lower::UnitId;
use crate::lower::escape;
use crate::lower::func::FuncLower;
use crate::lower::func::Loc;
use crate::lower::source::Source;
use crate::syntax::ast::Block;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::File;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;
use crate::types::ObjectId;
use crate::types::PackageId;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::TypeMap;
use crate::types::Types;
use std::fmt::Write;
use std::rc::Rc;

/// The source of code in a file of a package.
pub fn source<'w>(
    lw: &Lowerer<'w>,
    pkg: &'w CheckedPackage,
    file: usize,
    info: &'w Info,
) -> Source<'w> {
    Source {
        file: &pkg.files[file],
        info,
        pkg,
        types: lw.world.types,
        library: pkg.library,
        per_iteration: pkg.library || file_version(pkg.lang, &pkg.files[file]) >= GoVersion::GO1_22,
    }
}

/// Lowers a declared function or method with the given type arguments.
pub fn lower<'w>(lw: &mut Lowerer<'w>, o: ObjectId, targs: &[TypeId], id: FuncId) {
    let types = lw.types();
    types.ensure_declared(o);
    let obj = types.object(o);
    let Some(pkg) = lw.unit_of(o) else { return };
    let mut name = func_name(types, o, !targs.is_empty());
    if let Some(i) = pkg.inits.iter().position(|&init| init == o) {
        let _ = write!(name, ".{i}");
    }
    let (Some(sig), Some((_, decl)), Some(body)) =
        (pkg.sig(o), pkg.func_decl(o), (lw.world.body)(pkg, o))
    else {
        // The body has errors, or there is none: the driver reports that; this keeps the table whole.
        let at = obj.pos.start();
        lw.unsupported(at, &format!("the function {name}, which has no body"));
        return;
    };
    let src = source(lw, pkg, body.file, &body.info);
    let Some(block) = src.file.func_body(decl) else {
        return;
    };
    let params: Vec<ObjectId> = sig
        .recv
        .iter()
        .chain(&sig.params)
        .chain(&sig.results)
        .copied()
        .collect();
    let esc = escape::analyze(&src, &params, Some(block), None);
    let subst = Rc::new(TypeMap::new(&sig.tparams, targs));
    let mut f = FuncLower::new(lw, src, Rc::new(esc), subst, id, name);
    f.pos = src.file.ident(decl.name).pos();
    let (param_slots, recover) = f.body(sig, block);
    f.finish(param_slots, false, recover);
}

/// Lowers the initializer of package-level variables to a function of its own.
pub fn lower_init(lw: &mut Lowerer<'_>, unit: UnitId, i: u32, id: FuncId) {
    let pkg = lw.unit(unit);
    let init = &pkg.init_order[i as usize];
    let src = source(lw, pkg, init.file, pkg.info(init.file));
    let esc = escape::analyze(&src, &[], None, Some(init.rhs));
    let name = format!("{}.init", pkg.path);
    let mut f = FuncLower::new(lw, src, Rc::new(esc), Rc::new(TypeMap::empty()), id, name);
    f.pos = src.file.pos(init.rhs);
    f.initialize(&init.lhs, init.rhs);
    f.emit(Instr::Ret {});
    f.finish(0, false, None);
}

/// The function that gives the embedded variables of a package their files: strings, bytes, or a struct of one string.
pub fn lower_embeds(lw: &mut Lowerer<'_>, p: PackageId, id: FuncId) {
    let mut units = lw.world.packages.iter().copied();
    let Some(pkg) = units.find(|u| u.id == p) else {
        return;
    };
    let types = lw.types();
    let mut vars: Vec<ObjectId> = lw.world.embeds.keys().copied().collect();
    vars.retain(|o| types.object(*o).pkg == Some(p));
    vars.sort_by_key(|o| types.object(*o).pos.lo);
    let src = source(lw, pkg, 0, pkg.info(0));
    let name = format!("{}.init", pkg.path);
    let subst = Rc::new(TypeMap::empty());
    let mut f = FuncLower::new(lw, src, Rc::default(), subst, id, name);
    for o in vars {
        f.pos = types.object(o).pos.start();
        let mark = f.mark();
        let bytes = &f.lw.world.embeds[&o];
        let s = f.lw.string(bytes);
        let t = f.var_type(o);
        let dst = f.alloc(2);
        f.emit(Instr::LoadStr { dst, s });
        if matches!(types.get(types.underlying(t)), Type::Slice(_)) {
            f.emit(Instr::StrToBytes { dst, s: dst });
        }
        let place = f.var_place(o, t);
        f.store_place(place, t, dst);
        f.release(mark);
    }
    f.emit(Instr::Ret {});
    f.finish(0, false, None);
}

/// A function's name as tracebacks print it.
pub fn func_name(types: &Types, o: ObjectId, generic: bool) -> String {
    let obj = types.object(o);
    let path = obj.pkg.map_or("", |p| types.package(p).path.as_str());
    let mut name = types.name(o).to_string();
    if let Some(r) = obj.func().and_then(|f| f.recv.get()) {
        let (base, ptr) = match types.get(types.unalias(r.ty)) {
            Type::Pointer(b) => (*b, true),
            _ => (r.ty, false),
        };
        let mut t = match types.get(types.unalias(base)) {
            Type::Named(n) => types.name(n.obj).to_string(),
            _ => String::from("?"),
        };
        if generic {
            t.push_str("[...]");
        }
        name = if ptr {
            format!("(*{t}).{name}")
        } else {
            format!("{t}.{name}")
        };
    } else if generic {
        name.push_str("[...]");
    }
    format!("{path}.{name}")
}

/// Whether a body contains defer statements of its own: not those inside function literals.
pub fn defers(file: &File, block: &Block) -> bool {
    any(file, &block.stmts)
}

fn any(file: &File, list: &[StmtId]) -> bool {
    list.iter().any(|&s| stmt_defers(file, s))
}

fn stmt_defers(file: &File, s: StmtId) -> bool {
    match &file.stmt(s).kind {
        StmtKind::DeferStmt { .. } => true,
        StmtKind::LabeledStmt { stmt, .. } => stmt_defers(file, *stmt),
        StmtKind::BlockStmt(b) => any(file, &b.stmts),
        StmtKind::IfStmt { then, els, .. } => {
            any(file, &then.stmts) || els.is_some_and(|e| stmt_defers(file, e))
        }
        StmtKind::ForStmt { body, .. } | StmtKind::RangeStmt { body, .. } => any(file, &body.stmts),
        StmtKind::SwitchStmt { body, .. } | StmtKind::TypeSwitchStmt { body, .. } => {
            body.list.iter().any(|&c| any(file, &file.case(c).body))
        }
        StmtKind::SelectStmt { body } => body.list.iter().any(|&c| any(file, &file.comm(c).body)),
        StmtKind::BadStmt
        | StmtKind::DeclStmt { .. }
        | StmtKind::EmptyStmt
        | StmtKind::ExprStmt { .. }
        | StmtKind::SendStmt { .. }
        | StmtKind::IncDecStmt { .. }
        | StmtKind::AssignStmt { .. }
        | StmtKind::GoStmt { .. }
        | StmtKind::ReturnStmt { .. }
        | StmtKind::BranchStmt { .. } => false,
    }
}

impl FuncLower<'_, '_> {
    /// Lowers parameters, body and epilogue; answers the slots of the parameters and where a recovered panic goes on.
    pub fn body(&mut self, sig: &FuncSig, block: &Block) -> (u16, Option<LabelId>) {
        let params: Vec<ObjectId> = sig.recv.iter().chain(&sig.params).copied().collect();
        let mut regs = Vec::new();
        for &p in &params {
            let t = self.var_type(p);
            regs.push(self.alloc_for(t));
        }
        let param_slots = self.mark();
        for (&p, &r) in params.iter().zip(&regs) {
            self.parameter(p, r);
        }
        self.settle_captures(block);
        self.plan_results(sig, defers(self.src.file, block));
        self.block(block);
        self.pos = block.rbrace;
        let mut recover = None;
        if self.defer_list.is_some() {
            let last = block.stmts.last().map(|&s| &self.src.file.stmt(s).kind);
            if !matches!(last, Some(StmtKind::ReturnStmt { .. })) {
                // Deferred calls return to the epilogue, and what asks for their caller is told of the instruction before: the
                // closing brace.
                let m = self.mark();
                let dst = self.alloc(1);
                self.emit(Instr::LoadI { dst, k: 0 });
                self.release(m);
            }
            recover = Some(self.write_epilogue());
        } else if self.results.types.is_empty() {
            self.emit(Instr::Ret {});
        } else {
            // spec: "If the function's signature declares result parameters, the body must end in a terminating statement."
            self.emit(Instr::Unreachable {});
        }
        (param_slots, recover)
    }

    /// A parameter that arrived in `r`: in place, in a cell, or copied when it is large and may change.
    fn parameter(&mut self, p: ObjectId, r: Reg) {
        let t = self.var_type(p);
        let large = self.layout(t).repr == Repr::Mem;
        let ty = self.rtype_if(self.esc.in_cell(p) || large, t);
        let loc = if self.esc.in_cell(p) {
            let cell = self.alloc(1);
            self.emit(if large {
                Instr::NewCopy {
                    dst: cell,
                    src: r,
                    ty,
                }
            } else {
                Instr::NewBox {
                    dst: cell,
                    src: r,
                    ty,
                }
            });
            Loc::Cell(cell)
        } else {
            if large && (self.esc.assigned(p) || self.esc.captured(p)) {
                self.emit(Instr::NewCopy { dst: r, src: r, ty });
            }
            Loc::Reg(r)
        };
        self.vars.insert(p, loc);
    }

    fn rtype_if(&mut self, needed: bool, t: TypeId) -> crate::bytecode::TypeId {
        if needed {
            self.rtype(t)
        } else {
            crate::bytecode::TypeId(0)
        }
    }

    /// Result variables and, for a function that defers, the list of deferred calls.
    pub fn plan_results(&mut self, sig: &FuncSig, defers: bool) {
        let mut offset = 0;
        let names = self.lw.world.names;
        let named = sig
            .results
            .iter()
            .any(|&o| !names.resolve(self.lw.types().object(o).name).is_empty());
        self.results.named = named;
        for &o in &sig.results {
            let t = self.var_type(o);
            self.results.vars.push(o);
            self.results.types.push(t);
            self.results.offsets.push(offset);
            offset += self.slots(t);
            if named || defers || self.esc.in_cell(o) {
                let loc = self.declare(o, t, None, false);
                self.results.locs.push(loc);
            }
        }
        self.results.slots = offset;
        if defers {
            let list = self.alloc(1);
            self.emit(Instr::LoadI { dst: list, k: 0 });
            self.defer_list = Some(list);
            self.epilogue = Some(self.label());
        }
    }

    /// The common end of a function that defers.
    pub fn write_epilogue(&mut self) -> LabelId {
        let l = self
            .epilogue
            .expect("invariant: a function that defers has an epilogue");
        let list = self
            .defer_list
            .expect("invariant: a function that defers has a list");
        self.bind(l);
        let base = self.call_base(0);
        self.emit(Instr::RunDefers { list, base: base.0 });
        self.return_from_locs();
        l
    }

    /// Moves the result variables to registers 0.. and returns. They are gathered first: a cell's register may lie
    /// where a result goes.
    pub fn return_from_locs(&mut self) {
        let (types, offsets, locs) = (
            self.results.types.clone(),
            self.results.offsets.clone(),
            self.results.locs.clone(),
        );
        let n = self.results.slots;
        let tmp = self.alloc(n);
        for ((t, off), loc) in types.iter().zip(offsets).zip(locs) {
            let dst = tmp.plus(off);
            match loc {
                Loc::Reg(r) => {
                    let n = self.slots(*t);
                    self.mov(dst, r, n);
                }
                Loc::Cell(r) => {
                    self.load(dst, r, 0, *t);
                    if self.layout(*t).repr == Repr::Mem {
                        let ty = self.rtype(*t);
                        self.emit(Instr::NewCopy { dst, src: dst, ty });
                    }
                }
                _ => {
                    unreachable!("invariant: results live in registers or cells of their function")
                }
            }
        }
        match n {
            0 => self.emit(Instr::Ret {}),
            1 => self.emit(Instr::Ret1 { src: tmp }),
            2 => self.emit(Instr::Ret2 { src: tmp }),
            _ => {
                self.mov(Reg(0), tmp, n);
                self.emit(Instr::Ret {});
            }
        }
    }

    /// Gives a local variable its place, holding `value` or zero. `fresh`: a large value is memory nobody else has.
    pub fn declare(&mut self, o: ObjectId, t: TypeId, value: Option<Reg>, fresh: bool) -> Loc {
        let l = self.layout(t);
        let loc = if self.esc.in_cell(o) {
            let ty = self.rtype(t);
            let dst = self.alloc(1);
            self.emit(match value {
                None => Instr::New { dst, ty },
                Some(src) if l.repr == Repr::Mem && fresh => Instr::Mov { dst, src },
                Some(src) if l.repr == Repr::Mem => Instr::NewCopy { dst, src, ty },
                Some(src) => Instr::NewBox { dst, src, ty },
            });
            Loc::Cell(dst)
        } else {
            let dst = self.alloc(l.slots);
            match value {
                None => self.zero_value(dst, t),
                Some(src) if l.repr == Repr::Mem && !fresh => {
                    let ty = self.rtype(t);
                    self.emit(Instr::NewCopy { dst, src, ty });
                }
                Some(src) => self.mov(dst, src, l.slots),
            }
            Loc::Reg(dst)
        };
        self.vars.insert(o, loc);
        loc
    }

    /// `lhs... = rhs` of a package-level declaration.
    fn initialize(&mut self, lhs: &[ObjectId], rhs: crate::syntax::ast::ExprId) {
        self.pos = if self.pos == Pos::NONE {
            self.src.file.pos(rhs)
        } else {
            self.pos
        };
        if let [one] = lhs {
            let t = self.var_type(*one);
            let r = self.value_as(rhs, t);
            if !self.is_blank(*one) {
                let place = self.var_place(*one, t);
                self.store_place(place, t, r);
            }
            return;
        }
        let values = self.tuple_values(rhs);
        for (&o, (r, from)) in lhs.iter().zip(values) {
            if self.is_blank(o) {
                continue;
            }
            let t = self.var_type(o);
            let r = self.convert_reg(r, from, t);
            let place = self.var_place(o, t);
            self.store_place(place, t, r);
        }
    }

    /// Whether a variable is called `_`.
    pub fn is_blank(&self, o: ObjectId) -> bool {
        self.lw.types().name(o) == "_"
    }

    /// The values of an expression with several: a call or a comma-ok form.
    pub fn tuple_values(&mut self, e: crate::syntax::ast::ExprId) -> Vec<(Reg, TypeId)> {
        let e = self.src.file.unparen(e);
        let parts = self.call_results(e);
        if let ExprKind::CallExpr { .. } = self.src.file.expr(e).kind {
            let mut r = self.call_value(e);
            let mut out = Vec::new();
            for t in parts {
                out.push((r, t));
                let n = self.slots(t);
                r = r.plus(n);
            }
            return out;
        }
        let (t, ok_t) = (parts[0], parts.get(1).copied().unwrap_or(TypeId::BOOL));
        let dst = self.alloc_for(t);
        let ok = self.alloc(1);
        self.comma_ok_to(e, t, dst, ok);
        vec![(dst, t), (ok, ok_t)]
    }

    /// `v, ok` of a map index, type assertion or receive.
    pub fn comma_ok_to(&mut self, e: crate::syntax::ast::ExprId, t: TypeId, dst: Reg, ok: Reg) {
        let file = self.src.file;
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.comma_ok_to(*x, t, dst, ok),
            ExprKind::TypeAssertExpr { x, .. } => self.type_assert_to(e, *x, t, dst, Some(ok)),
            ExprKind::UnaryExpr { x, .. } => {
                let ch = self.expr(*x);
                self.pos = file.pos(e);
                self.emit(Instr::Recv2 { dst, ch, ok });
            }
            ExprKind::IndexExpr { .. } => {
                if let crate::lower::place::Place::MapElem { m, key, ty } = self.place(e) {
                    let ty = self.rtype(ty);
                    self.emit(Instr::MapGet2 {
                        dst,
                        m,
                        key,
                        ok,
                        ty,
                    });
                }
            }
            _ => unreachable!("invariant: only these have a comma-ok form"),
        }
    }
}
