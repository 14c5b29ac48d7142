//! Calls: what is called, its arguments, its results.
//!
//! `go` and `defer` need the same three steps with the call itself put off, so they are apart: `callee` finds
//! out what is called (evaluating a closure or interface to registers), `arguments` fills the frame, `invoke` emits the call.

use crate::bytecode::FuncId;
use crate::bytecode::Instr;
use crate::bytecode::MethodId;
use crate::bytecode::NativeId;
use crate::bytecode::Reg;
use crate::check::Mode;
use crate::check::SelectionKind;
use crate::lower::FuncKey;
use crate::lower::func::FuncLower;
use crate::lower::intrinsic;
use crate::lower::place::Place;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::IdentId;
use crate::types::Entity;
use crate::types::ObjectId;
use crate::types::ObjectKind;
use crate::types::Signature;
use crate::types::Type;
use crate::types::TypeId;

/// What is called.
#[derive(Clone, Debug)]
pub enum Callee {
    /// A function of the program.
    Func(FuncId),
    /// A native.
    Native(NativeId),
    /// A func value in a register.
    Closure(Reg),
    /// A method of an interface in two registers.
    Iface(Reg, MethodId),
}

/// The receiver a method call passes first: a place of a type, and whether its address is passed.
pub struct Recv {
    place: Place,
    ty: TypeId,
    by_address: bool,
}

impl FuncLower<'_, '_> {
    /// The signature of a func-typed expression, concrete.
    pub fn signature(&self, fun: ExprId) -> Signature {
        let t = self.ty(fun);
        let types = self.lw.types();
        match types.under(t) {
            Type::Signature(s) => s.clone(),
            _ => Signature::default(),
        }
    }

    /// The types of a call's results.
    pub fn call_results(&mut self, e: ExprId) -> Vec<TypeId> {
        let t = self.src.type_of(e);
        let types = self.lw.types();
        match types.get(t) {
            Type::Tuple(parts) => parts.iter().map(|p| self.subst_type(p.ty)).collect(),
            _ if self.src.mode(e) == Mode::NoValue => vec![],
            _ => vec![self.subst_type(t)],
        }
    }

    /// A call used as a value.
    pub fn call_value(&mut self, e: ExprId) -> Reg {
        self.call_to(e, None)
    }

    /// A call, conversion or built-in; answers where the results lie, one after the other. `dst` is a wish.
    pub fn call_to(&mut self, e: ExprId, dst: Option<Reg>) -> Reg {
        let file = self.src.file;
        let ExprKind::CallExpr {
            fun,
            args,
            has_dots,
            ..
        } = &file.expr(e).kind
        else {
            unreachable!("invariant: call_to is given calls")
        };
        if let Some(r) = self.take_hoisted(e) {
            return r;
        }
        self.hoist_call(*fun, args, *has_dots);
        let f = file.unparen(*fun);
        match self.src.mode(f) {
            Mode::TypExpr => {
                let t = self.ty(f);
                return self.conversion(e, t, args[0], dst);
            }
            Mode::Builtin => {
                let id = self.builtin_id(f);
                return self.builtin_to(e, id, args, *has_dots, dst);
            }
            _ => {}
        }
        if let Some(r) = intrinsic::call(self, e, f, args, dst) {
            return r;
        }
        let sig = self.signature(f);
        let results: Vec<TypeId> = sig.results.iter().map(|p| p.ty).collect();
        let result_slots = self.sum_slots(&results);
        let (callee, recv) = self.callee(f);
        let recv_slots = self.recv_slots(&callee, recv.as_ref());
        let params: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
        let arg_slots = recv_slots + self.sum_slots(&params);
        let base = self.call_base(arg_slots.max(result_slots));
        if let Some(r) = recv {
            self.receiver_to(r, base);
        }
        let atomic = self.atomic_pointer(f, args);
        self.atomic_arg = atomic.map(|a| a.0);
        self.arguments(&sig, args, *has_dots, base.plus(recv_slots));
        self.pos = file.pos(e);
        if let Some((_, target)) = atomic {
            self.check_atomic_value(target, args, base);
        }
        match intrinsic::mutex(self, f) {
            // An uncontended sync.Mutex is one compare-and-swap; otherwise the method is called as usual.
            Some((old, new)) if matches!(callee, Callee::Func(_)) => {
                let done = self.label();
                self.emit(Instr::JCas32 {
                    ptr: base,
                    old,
                    new,
                    to: done,
                });
                self.invoke(&callee, base);
                self.bind(done);
            }
            _ => self.invoke(&callee, base),
        }
        // Temporaries above the results are free again.
        self.release(base.0 + result_slots);
        base
    }

    /// Emits the call with its frame at `base`.
    pub fn invoke(&mut self, callee: &Callee, base: Reg) {
        let base = base.0;
        match *callee {
            Callee::Func(f) => self.emit(Instr::Call { base, f }),
            Callee::Native(n) => self.emit(Instr::CallNative { base, n }),
            Callee::Closure(clo) => self.emit(Instr::CallClosure { base, clo }),
            Callee::Iface(recv, m) => self.emit(Instr::CallIface {
                base,
                recv,
                m,
                cache: 0,
            }),
        }
    }

    /// Slots the receiver takes in front of the arguments.
    pub fn recv_slots(&mut self, callee: &Callee, recv: Option<&Recv>) -> u16 {
        match (callee, recv) {
            (Callee::Iface(..), _) => 1,
            (_, Some(r)) if r.by_address => 1,
            (_, Some(r)) => {
                let t = r.ty;
                self.slots(t)
            }
            _ => 0,
        }
    }

    /// Puts the receiver into the frame.
    pub fn receiver_to(&mut self, r: Recv, base: Reg) {
        if r.by_address {
            if let Place::Mem(ptr, 0) = r.place {
                // The method itself decides whether a nil receiver is fine.
                return self.mov(base, ptr, 1);
            }
            let p = self.address(r.place, r.ty);
            self.mov(base, p, 1);
        } else {
            self.load_place_to(r.place, r.ty, base);
            if matches!(r.place, Place::Mem(_, 0))
                && self.layout(r.ty).repr == crate::bytecode::Repr::Mem
            {
                // A copy is made by the callee; the address was checked for nil by the load.
            }
        }
    }

    /// What an expression in call position calls, and the receiver it passes.
    pub fn callee(&mut self, f: ExprId) -> (Callee, Option<Recv>) {
        let file = self.src.file;
        let f = file.unparen(f);
        match &file.expr(f).kind {
            ExprKind::Ident(id) => {
                if let Some(c) = self.static_callee(*id) {
                    return (c, None);
                }
            }
            ExprKind::IndexExpr { x, .. } if !self.src.is_value(*x) || self.is_func_name(*x) => {
                let x = file.unparen(*x);
                let id = match &file.expr(x).kind {
                    ExprKind::Ident(id) => Some(*id),
                    ExprKind::SelectorExpr { sel, .. } if self.src.selection(x).is_none() => {
                        Some(*sel)
                    }
                    ExprKind::SelectorExpr { .. } => return self.callee(x),
                    _ => None,
                };
                if let Some(c) = id.and_then(|id| self.static_callee(id)) {
                    return (c, None);
                }
            }
            ExprKind::SelectorExpr { x, sel } => match self.src.selection(f) {
                None => {
                    if let Some(c) = self.static_callee(*sel) {
                        return (c, None);
                    }
                }
                Some(s) if s.kind == SelectionKind::MethodVal => {
                    return self.method_callee(f, *x, *sel);
                }
                Some(_) => {}
            },
            _ => {}
        }
        let r = self.expr(f);
        // A variable's register may be assigned while the arguments are evaluated only through a cell; reading it late is fine.
        (Callee::Closure(r), None)
    }

    fn is_func_name(&self, x: ExprId) -> bool {
        let x = self.src.file.unparen(x);
        let id = match self.src.file.expr(x).kind {
            ExprKind::Ident(id) => id,
            ExprKind::SelectorExpr { sel, .. } => sel,
            _ => return false,
        };
        self.src.instance(id).is_some()
    }

    /// Type arguments at an identifier, concrete.
    pub fn targs_at(&self, id: IdentId) -> Vec<TypeId> {
        self.src.instance(id).map_or_else(Vec::new, |i| {
            i.targs.iter().map(|t| self.subst_type(*t)).collect()
        })
    }

    /// The function a name denotes, unless it is a variable.
    fn static_callee(&mut self, id: IdentId) -> Option<Callee> {
        let o = self.src.object_of(id)?;
        if !self.lw.types().object(o).is_func() {
            return None;
        }
        let targs = self.targs_at(id);
        Some(self.func_callee(o, targs))
    }

    /// A declared function or method with its type arguments.
    pub fn func_callee(&mut self, o: ObjectId, targs: Vec<TypeId>) -> Callee {
        let types = self.lw.types();
        let obj = types.object(o);
        if let ObjectKind::Func(data) = &obj.kind
            && !data.has_body
        {
            let n = self.native_of(o);
            return Callee::Native(n);
        }
        Callee::Func(self.lw.func(FuncKey::Decl(o, targs.into())))
    }

    /// The native that implements a function without body.
    pub fn native_of(&mut self, o: ObjectId) -> NativeId {
        let types = self.lw.types();
        let obj = types.object(o);
        let path = obj.pkg.map_or("", |p| types.package(p).path.as_str());
        let mut name = format!("{path}.{}", types.name(o));
        let mut params = Vec::new();
        if let ObjectKind::Func(data) = &obj.kind
            && let Some(r) = data.recv.get()
        {
            let recv = crate::lower::layout::type_name(types, r.ty);
            let short = recv.rsplit('.').next().unwrap_or("").to_string();
            name = if recv.starts_with('*') {
                format!("{path}.(*{short}).{}", types.name(o))
            } else {
                format!("{path}.{short}.{}", types.name(o))
            };
            params.push(r.ty);
        }
        let (mut results, t) = (Vec::new(), obj.ty_or_invalid());
        if let Type::Signature(s) = types.under(t) {
            params.extend(s.params.iter().map(|p| p.ty));
            results.extend(s.results.iter().map(|p| p.ty));
        }
        let (a, r) = (self.sum_slots(&params), self.sum_slots(&results));
        self.lw.native(&name, a, r)
    }

    /// A method call `x.m(...)` on a value.
    fn method_callee(&mut self, f: ExprId, x: ExprId, sel: IdentId) -> (Callee, Option<Recv>) {
        let (entity, path, holder) = self.method_of(f, x, sel);
        let xt = self.ty(x);
        self.pos = self.src.file.pos(f);
        let start = if path.is_empty() {
            (self.place(x), xt)
        } else {
            self.deref_if_pointer(x, xt)
        };
        let (place, t) = self.walk_fields(start.0, start.1, &path);
        let mtargs = self.targs_at(sel);
        let (callee, mut recv) = self.bind_method(entity, holder, mtargs, place, t);
        self.check_address(x, &path, recv.as_ref());
        if let Some(r) = &mut recv
            && !r.by_address
            && self.layout(r.ty).repr == crate::bytecode::Repr::Mem
            && (!path.is_empty() || self.src.is_pointer(x) || self.may_change(x))
        {
            let v = self.load_place(r.place, r.ty);
            r.place = Place::Mem(self.own(v, r.ty), 0);
        }
        (callee, recv)
    }

    /// A receiver's address is taken of something: where that is the first field of what a pointer points to, taking the
    /// address does not show that the pointer is nil.
    pub fn check_address(&mut self, x: ExprId, path: &[u32], recv: Option<&Recv>) {
        let file = self.src.file;
        let plain = path.is_empty() && file.as_ident(file.unparen(x)).is_some();
        if let Some(Recv {
            place: Place::Mem(ptr, 0),
            by_address: true,
            ..
        }) = recv
            && !plain
        {
            self.emit(Instr::NilCheck { ptr: *ptr });
        }
    }

    /// A large argument of memory that may change during the call is copied.
    fn own_argument(&mut self, e: ExprId, t: TypeId, at: Reg) {
        if self.layout(t).repr == crate::bytecode::Repr::Mem && self.may_change(e) {
            let ty = self.rtype(t);
            self.emit(Instr::NewCopy {
                dst: at,
                src: at,
                ty,
            });
        }
    }

    /// What a method selector denotes for the concrete operand type: the method, the fields on the way, its holder.
    pub fn method_of(&mut self, f: ExprId, x: ExprId, sel: IdentId) -> (Entity, Vec<u32>, TypeId) {
        let types = self.lw.types();
        let s = self
            .src
            .selection(f)
            .expect("invariant: method selectors have selections");
        if !self.subst.is_empty() && types.is_parameterized(s.recv) {
            let t = if self.src.is_type(x) {
                self.subst_type(s.recv)
            } else {
                self.ty(x)
            };
            let (name, pkg) = (self.src.file.name_of(sel), s.entity.pkg(types));
            if let Ok(l) = types.lookup_field_or_method(t, true, pkg, name, false) {
                let path = l.index[..l.index.len() - 1].to_vec();
                return (l.entity, path, types.canon(l.holder));
            }
        }
        (
            s.entity,
            s.index[..s.index.len() - 1].to_vec(),
            self.subst_type(s.holder),
        )
    }

    /// The callee for a method found on a value at `place` of type `t` (the holder, a pointer to it, or an interface).
    pub fn bind_method(
        &mut self,
        entity: Entity,
        holder: TypeId,
        mtargs: Vec<TypeId>,
        place: Place,
        t: TypeId,
    ) -> (Callee, Option<Recv>) {
        let types = self.lw.types();
        match entity {
            Entity::IfaceMethod(m) => {
                let sig = self.subst_type(m.sig);
                let id = self.lw.method_id(m.name, m.pkg, sig);
                self.lw.mark_called(id);
                let r = self.load_place(place, t);
                (Callee::Iface(r, id), None)
            }
            Entity::Method(o) => {
                let (base, _) = types.deref(holder);
                let mut targs: Vec<TypeId> = types.targs(types.canon(base)).to_vec();
                targs.extend(mtargs);
                let callee = self.func_callee(o, targs);
                let is_ptr =
                    matches!(types.under(t), Type::Pointer(_)) && !types.identical(t, base);
                let recv = match (types.has_ptr_recv(o), is_ptr) {
                    (true, true) => Recv {
                        place,
                        ty: t,
                        by_address: false,
                    },
                    (true, false) => Recv {
                        place,
                        ty: t,
                        by_address: true,
                    },
                    (false, true) => {
                        let p = self.load_place(place, t);
                        let base = self.subst_type(types.deref(t).0);
                        Recv {
                            place: Place::Mem(p, 0),
                            ty: base,
                            by_address: false,
                        }
                    }
                    (false, false) => Recv {
                        place,
                        ty: t,
                        by_address: false,
                    },
                };
                (callee, Some(recv))
            }
            Entity::Field(_) => {
                unreachable!("invariant: a method selector does not denote a field")
            }
        }
    }

    /// Evaluates arguments into the frame, from `at` on.
    pub fn arguments(&mut self, sig: &Signature, args: &[ExprId], has_dots: bool, at: Reg) {
        let params: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
        // f(g()) where g has several results.
        if let [one] = args
            && matches!(self.lw.types().get(self.src.type_of(*one)), Type::Tuple(_))
            && matches!(
                self.src.file.expr(self.src.file.unparen(*one)).kind,
                ExprKind::CallExpr { .. }
            )
        {
            let inner = self.src.file.unparen(*one);
            let types = self.call_results(inner);
            let mut r = self.call_value(inner);
            let mut values = Vec::new();
            for t in types {
                values.push((r, t));
                let n = self.slots(t);
                r = r.plus(n);
            }
            return self.pass(sig, &params, &values, at);
        }
        let fixed = if sig.variadic && !has_dots {
            params.len() - 1
        } else {
            params.len()
        };
        let mut at = at;
        for (i, &p) in params[..fixed].iter().enumerate() {
            let mark = self.mark();
            self.value_as_to(args[i], p, at);
            self.own_argument(args[i], p, at);
            self.release(mark);
            let n = self.slots(p);
            at = at.plus(n);
        }
        if fixed < params.len() {
            let elem = self.variadic_elem(params[fixed]);
            let rest = &args[fixed..];
            self.slice_of(params[fixed], rest.len(), at);
            let size = self.layout(elem).size;
            for (i, &a) in rest.iter().enumerate() {
                let mark = self.mark();
                let r = self.value_as(a, elem);
                self.store(at, i as u64 * size, r, elem);
                self.release(mark);
            }
        }
    }

    fn variadic_elem(&self, slice: TypeId) -> TypeId {
        let types = self.lw.types();
        match types.under(slice) {
            Type::Slice(e) => self.subst_type(*e),
            _ => TypeId::BYTE,
        }
    }

    /// A new slice of `n` zero elements, nil when there are none.
    pub fn slice_of(&mut self, t: TypeId, n: usize, dst: Reg) {
        if n == 0 {
            return self.zero_slots(dst, 2);
        }
        let mark = self.mark();
        let len = self.alloc(1);
        self.load_int(len, n as i64);
        let ty = self.rtype(t);
        self.emit(Instr::MakeSlice {
            dst,
            len,
            cap: len,
            ty,
        });
        self.release(mark);
    }

    /// Passes values that are in registers already.
    fn pass(&mut self, sig: &Signature, params: &[TypeId], values: &[(Reg, TypeId)], at: Reg) {
        let fixed = if sig.variadic {
            params.len() - 1
        } else {
            params.len()
        };
        let mut at = at;
        for (i, &p) in params[..fixed].iter().enumerate() {
            let r = self.convert_reg(values[i].0, values[i].1, p);
            let n = self.slots(p);
            self.mov(at, r, n);
            at = at.plus(n);
        }
        if fixed < params.len() {
            let elem = self.variadic_elem(params[fixed]);
            let size = self.layout(elem).size;
            let rest = &values[fixed..];
            self.slice_of(params[fixed], rest.len(), at);
            for (i, v) in rest.iter().enumerate() {
                let r = self.convert_reg(v.0, v.1, elem);
                self.store(at, i as u64 * size, r, elem);
            }
        }
    }

    /// The fields a selector goes through, its own last, when it selects a field.
    pub fn field_path(&mut self, e: ExprId) -> Option<Vec<u32>> {
        let s = self.src.selection(e)?;
        if s.kind != SelectionKind::FieldVal {
            return None;
        }
        Some(s.index.clone())
    }
}

impl FuncLower<'_, '_> {
    /// The built-in function an expression in call position names.
    pub fn builtin_id(&self, f: ExprId) -> crate::types::BuiltinId {
        let file = self.src.file;
        let id = match file.expr(f).kind {
            ExprKind::Ident(id) => id,
            ExprKind::SelectorExpr { sel, .. } => sel,
            _ => unreachable!("invariant: built-in functions are named"),
        };
        match self
            .src
            .object_of(id)
            .map(|o| &self.lw.types().object(o).kind)
        {
            Some(ObjectKind::Builtin(b)) => *b,
            _ => unreachable!("invariant: the checker recorded a built-in function"),
        }
    }

    /// The type of a receiver that is passed as the address of memory which must not change before a later call.
    pub fn recv_is_large(&mut self, r: &Recv) -> Option<TypeId> {
        let (t, by_address) = (r.ty, r.by_address);
        (!by_address && self.layout(t).repr == crate::bytecode::Repr::Mem).then_some(t)
    }

    /// A named function outside of any place in the source, for code that lowering makes itself.
    pub fn object_callee(&mut self, o: ObjectId) -> Callee {
        self.func_callee(o, vec![])
    }
}
