//! Function literals, and the closures that `go` and `defer` take.

use crate::bytecode::Instr;
use crate::bytecode::Reg;
use crate::check::Mode;
use crate::lower::call::Callee;
use crate::lower::escape::Closure;
use crate::lower::func::FuncLower;
use crate::lower::func::Loc;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::BuiltinId;
use crate::types::ObjectId;
use crate::types::TypeId;
use std::rc::Rc;

impl FuncLower<'_, '_> {
    /// Copies what a closure captures into consecutive registers; answers them and where the closure will find it.
    pub fn capture(&mut self, free: &[ObjectId]) -> (Reg, u16, Vec<(ObjectId, Loc)>) {
        let mut sizes = Vec::new();
        let mut total = 0;
        for &o in free {
            let t = self.var_type(o);
            let cell = matches!(self.loc(o), Loc::Cell(_) | Loc::CapCell(_));
            let n = if cell { 1 } else { self.slots(t) };
            sizes.push((n, cell));
            total += n;
        }
        let base = self.alloc(total);
        let mut at = 0;
        let mut locs = Vec::new();
        for (&o, (n, cell)) in free.iter().zip(sizes) {
            let dst = base.plus(at);
            match self.loc(o) {
                Loc::Reg(r) | Loc::Cell(r) => self.mov(dst, r, n),
                Loc::Cap(i) => self.load_caps(dst, i, n),
                Loc::CapCell(i) => self.emit(Instr::LoadCap { dst, i }),
                Loc::Global(_) => {
                    unreachable!("invariant: package-level variables are not captured")
                }
            }
            locs.push((o, if cell { Loc::CapCell(at) } else { Loc::Cap(at) }));
            at += n;
        }
        (base, total, locs)
    }

    /// The name of the next function literal.
    pub fn next_lit_name(&mut self) -> String {
        self.lits += 1;
        let last = self.name.rsplit('.').next().unwrap_or("");
        let nested = last
            .strip_prefix("func")
            .is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()) && !n.is_empty())
            || (!last.is_empty() && last.bytes().all(|b| b.is_ascii_digit()));
        if nested {
            format!("{}.{}", self.name, self.lits)
        } else {
            format!("{}.func{}", self.name, self.lits)
        }
    }

    /// A function literal.
    pub fn func_lit_to(&mut self, e: ExprId, dst: Reg) {
        let src = self.src;
        let (Some(info), ExprKind::FuncLit { body, .. }) =
            (src.func_lit(e), &src.file.expr(e).kind)
        else {
            unreachable!("invariant: function literals have been checked")
        };
        let esc = self.esc.clone();
        let (base, n, locs) = self.capture(esc.free(Closure::Lit(e)));
        let name = self.next_lit_name();
        let id = self.lw.new_func();
        let mut f = FuncLower::new(self.lw, src, esc, self.subst.clone(), id, name);
        f.vars.extend(locs);
        f.pos = src.file.pos(e);
        let (slots, recover) = f.body(&info.sig, body);
        f.finish(slots, false, recover);
        self.make_closure(dst, id, base, n);
    }

    /// `dst :=` a closure of a function over captured slots.
    pub fn make_closure(&mut self, dst: Reg, f: crate::bytecode::FuncId, base: Reg, n: u16) {
        if n == 0 {
            self.emit(Instr::LoadFunc { dst, f });
        } else {
            self.emit(Instr::MkClosure { dst, base, n, f });
        }
    }

    /// `go call`
    pub fn go_stmt(&mut self, call: ExprId) {
        let pos = self.src.file.start_pos(call);
        if let Some(clo) = self.deferred_closure(call, "gowrap") {
            self.pos = pos;
            self.emit(Instr::Go { clo });
        }
    }

    /// `defer call`
    pub fn defer_stmt(&mut self, call: ExprId) {
        let pos = self.src.file.pos(call);
        if let Some(clo) = self.deferred_closure(call, "deferwrap") {
            self.pos = pos;
            self.defer_closure(clo);
        }
    }

    /// A closure without parameters and results that makes the call later; function and arguments are evaluated now.
    /// None: the call does nothing (`defer recover()`).
    fn deferred_closure(&mut self, call: ExprId, kind: &str) -> Option<Reg> {
        let file = self.src.file;
        let call = file.unparen(call);
        let ExprKind::CallExpr {
            fun,
            args,
            has_dots,
            ..
        } = &file.expr(call).kind
        else {
            unreachable!("invariant: go and defer are followed by calls")
        };
        let f = file.unparen(*fun);
        match self.src.mode(f) {
            Mode::Builtin => {
                let id = self.builtin_id(f);
                return self.deferred_builtin(call, id, args, kind);
            }
            Mode::TypExpr => {
                unreachable!("invariant: the checker refuses conversions in go and defer")
            }
            _ => {}
        }
        if args.is_empty() && self.src.is_value(f) {
            // A func value without parameters is such a closure already; results it leaves behind harm nobody.
            let is_method = self
                .src
                .selection(f)
                .is_some_and(|s| s.kind != crate::check::SelectionKind::FieldVal);
            if !is_method {
                let sig = self.signature(f);
                if sig.params.is_empty() {
                    return Some(self.expr(f));
                }
            }
        }
        let sig = self.signature(f);
        let (callee, recv) = self.callee(f);
        let recv_slots = self.recv_slots(&callee, recv.as_ref());
        let params: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
        let results: Vec<TypeId> = sig.results.iter().map(|p| p.ty).collect();
        let arg_slots = recv_slots + self.sum_slots(&params);
        let result_slots = self.sum_slots(&results);
        // Captured: what the callee needs besides its frame, then the frame's arguments.
        let extra = match callee {
            Callee::Closure(_) => 1,
            Callee::Iface(..) => 2,
            _ => 0,
        };
        let block = self.alloc(extra + arg_slots);
        match callee {
            Callee::Closure(r) => self.mov(block, r, 1),
            Callee::Iface(r, _) => {
                self.mov(block, r, 2);
                // spec: "the function value and parameters to the call are evaluated as usual": a nil interface panics now.
                self.emit(Instr::NilCheck { ptr: r });
            }
            _ => {}
        }
        let at = block.plus(extra);
        if let Some(r) = recv {
            let large = self.recv_is_large(&r);
            self.receiver_to(r, at);
            if let Some(t) = large {
                let ty = self.rtype(t);
                self.emit(Instr::NewCopy {
                    dst: at,
                    src: at,
                    ty,
                });
            }
        }
        self.arguments(&sig, args, *has_dots, at.plus(recv_slots));
        self.own_large_args(&params, at.plus(recv_slots));
        if arg_slots == 0 && extra == 0 {
            if let Callee::Func(id) = callee {
                let dst = self.alloc(1);
                self.emit(Instr::LoadFunc { dst, f: id });
                return Some(dst);
            }
        }
        let id = self.lw.new_func();
        let name = format!("{}.{kind}{}", self.name, id.0);
        let mut w = FuncLower::new(
            self.lw,
            self.src,
            Rc::default(),
            self.subst.clone(),
            id,
            name,
        );
        w.pos = file.pos(call);
        let target = match callee {
            Callee::Closure(_) => {
                let r = w.alloc(1);
                w.load_caps(r, 0, 1);
                Callee::Closure(r)
            }
            Callee::Iface(_, m) => {
                let r = w.alloc(2);
                w.load_caps(r, 0, 2);
                Callee::Iface(r, m)
            }
            c => c,
        };
        let base = w.call_base(arg_slots.max(result_slots));
        let skip = if matches!(target, Callee::Iface(..)) {
            1
        } else {
            0
        };
        w.load_caps(base.plus(skip), extra + skip, arg_slots - skip);
        w.invoke(&target, base);
        w.emit(Instr::Ret {});
        w.finish(0, true, None);
        let dst = self.alloc(1);
        self.make_closure(dst, id, block, extra + arg_slots);
        Some(dst)
    }

    /// Large arguments that wait for a later call must not change meanwhile.
    fn own_large_args(&mut self, params: &[TypeId], at: Reg) {
        let mut r = at;
        for &p in params {
            let l = self.layout(p);
            if l.repr == crate::bytecode::Repr::Mem {
                let ty = self.rtype(p);
                self.emit(Instr::NewCopy { dst: r, src: r, ty });
            }
            r = r.plus(l.slots);
        }
    }

    /// `go` or `defer` of a built-in function.
    fn deferred_builtin(
        &mut self,
        call: ExprId,
        id: BuiltinId,
        args: &[ExprId],
        kind: &str,
    ) -> Option<Reg> {
        if id == BuiltinId::Recover {
            // recover does nothing unless a deferred function calls it; here it is the deferred function itself.
            return None;
        }
        // The arguments, each in the type the built-in takes it in.
        let mut types = Vec::new();
        for &a in args {
            let t = if id == BuiltinId::Panic {
                self.lw.types().universe().empty_interface
            } else {
                self.ty(a)
            };
            types.push(t);
        }
        let n = self.sum_slots(&types);
        let block = self.alloc(n);
        let mut at = block;
        for (&a, &t) in args.iter().zip(&types) {
            self.value_as_to(a, t, at);
            let k = self.slots(t);
            at = at.plus(k);
        }
        let fid = self.lw.new_func();
        let name = format!("{}.{kind}{}", self.name, fid.0);
        let mut w = FuncLower::new(
            self.lw,
            self.src,
            Rc::default(),
            self.subst.clone(),
            fid,
            name,
        );
        w.pos = self.src.file.pos(call);
        let base = w.alloc(n);
        w.load_caps(base, 0, n);
        let mut regs = Vec::new();
        let mut at = base;
        for &t in &types {
            regs.push((at, t));
            let k = w.slots(t);
            at = at.plus(k);
        }
        w.builtin_on(id, &regs);
        w.emit(Instr::Ret {});
        w.finish(0, true, None);
        let dst = self.alloc(1);
        self.make_closure(dst, fid, block, n);
        Some(dst)
    }
}
