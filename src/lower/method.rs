//! Functions made for methods: what interface calls reach, method expressions, method values, natives as values.

use crate::bytecode::FuncId;
use crate::bytecode::Instr;
use crate::bytecode::MethodId;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::check::CheckedPackage;
use crate::check::SelectionKind;
use crate::lower::FuncKey;
use crate::lower::Lowerer;
use crate::lower::call::Callee;
use crate::lower::func::FuncLower;
use crate::lower::layout::type_name;
use crate::lower::place::Place;
use crate::lower::source::Source;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::Entity;
use crate::types::Lookup;
use crate::types::ObjectId;
use crate::types::Param;
use crate::types::Signature;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::TypeMap;
use std::rc::Rc;

/// A method of a concrete type or interface with its signature, and its own type arguments.
struct Found {
    lookup: Lookup,
    sig: Signature,
    targs: Vec<TypeId>,
}

impl<'w> Lowerer<'w> {
    fn find_method(&self, t: TypeId, m: MethodId) -> Option<Found> {
        let types = self.types();
        let (name, pkg) = self.method_symbol(m);
        let lookup = types
            .lookup_field_or_method(t, true, pkg, name, false)
            .ok()?;
        let sig = match types.under(types.canon(types.entity_type(&lookup))) {
            Type::Signature(s) => s.clone(),
            _ => return None,
        };
        Some(Found {
            lookup,
            sig,
            targs: vec![],
        })
    }

    /// The instance of a method that has type parameters of its own.
    fn find_instance(&self, t: TypeId, m: MethodId, targs: &[TypeId]) -> Option<Found> {
        let mut found = self.find_method(t, m)?;
        if !targs.is_empty() {
            let types = self.types();
            let map = TypeMap::new(&found.sig.tparams, targs);
            let concrete = |list: &[Param]| -> Box<[Param]> {
                let mut list = types.subst_params(list, &map);
                for p in &mut list {
                    p.ty = types.canon(p.ty);
                }
                list
            };
            found.sig.params = concrete(&found.sig.params);
            found.sig.results = concrete(&found.sig.results);
            found.targs = targs.to_vec();
        }
        Some(found)
    }

    /// The function that an interface call of method `m` reaches for values of type `t`: the method itself where the data
    /// slot is just what it expects, else a wrapper.
    pub fn iface_func(&mut self, t: TypeId, m: MethodId) -> FuncId {
        let types = self.types();
        if let Some(f) = self.find_method(t, m)
            && let Entity::Method(o) = f.lookup.entity
            && f.lookup.index.len() == 1
            && types.object(o).func().is_some_and(|d| d.has_body)
        {
            let is_ptr = matches!(types.get(t), Type::Pointer(_));
            let one = self.layouts.of(types, t).slots == 1;
            if one && is_ptr == types.has_ptr_recv(o) {
                let base = types.canon(types.deref(f.lookup.holder).0);
                return self.func(FuncKey::Decl(o, types.targs(base).into()));
            }
        }
        self.func(FuncKey::Iface(t, m))
    }

    /// A source for code that stands in no file: any file of the package does.
    fn nowhere(&self) -> Option<Source<'w>> {
        let pkg: &'w CheckedPackage = self.units.iter().find(|p| !p.files.is_empty())?;
        Some(Source {
            file: &pkg.files[0],
            info: pkg.info(0),
            pkg,
            types: self.world.types,
            library: true,
            per_iteration: true,
        })
    }

    /// A function that stands in no file.
    pub fn wrapper<'a>(&'a mut self, id: FuncId, name: String) -> Option<FuncLower<'a, 'w>> {
        let src = self.nowhere()?;
        Some(FuncLower::new(
            self,
            src,
            Rc::default(),
            Rc::new(TypeMap::empty()),
            id,
            name,
        ))
    }
}

fn wrapper_name(lw: &Lowerer<'_>, t: TypeId, m: MethodId, suffix: &str) -> String {
    let types = lw.types();
    let t = type_name(types, t);
    let name = types.str(lw.method_symbol(m).0);
    match t.strip_prefix('*') {
        Some(base) => {
            let (pkg, base) = base.rsplit_once('.').unwrap_or(("", base));
            format!("{pkg}.(*{base}).{name}{suffix}")
        }
        None => format!("{t}.{name}{suffix}"),
    }
}

impl FuncLower<'_, '_> {
    /// Calls a method on a receiver at `place` of type `t` with arguments from register `args` on, and returns its results.
    fn forward(&mut self, found: &Found, place: Place, t: TypeId, args: Reg) {
        let path = &found.lookup.index[..found.lookup.index.len() - 1];
        let (place, t) = if path.is_empty() {
            (place, t)
        } else {
            let types = self.lw.types();
            match types.under(t) {
                Type::Pointer(base) => {
                    let base = types.canon(*base);
                    let p = self.load_place(place, t);
                    (Place::Mem(p, 0), base)
                }
                _ => (place, t),
            }
        };
        let (place, t) = self.walk_fields(place, t, path);
        let holder = self.lw.types().canon(found.lookup.holder);
        let (callee, recv) =
            self.bind_method(found.lookup.entity, holder, found.targs.clone(), place, t);
        let params: Vec<TypeId> = found.sig.params.iter().map(|p| p.ty).collect();
        let results: Vec<TypeId> = found.sig.results.iter().map(|p| p.ty).collect();
        let (n, r) = (self.sum_slots(&params), self.sum_slots(&results));
        let recv_slots = self.recv_slots(&callee, recv.as_ref());
        let base = self.call_base((recv_slots + n).max(r));
        if let Some(v) = recv {
            self.receiver_to(v, base);
        }
        self.mov(base.plus(recv_slots), args, n);
        self.invoke(&callee, base);
        self.results.slots = r;
        match r {
            0 => self.emit(Instr::Ret {}),
            1 => self.emit(Instr::Ret1 { src: base }),
            2 => self.emit(Instr::Ret2 { src: base }),
            _ => {
                self.mov(Reg(0), base, r);
                self.emit(Instr::Ret {});
            }
        }
    }

    /// A function used as a value: a declared one, an instance, a method value or expression.
    pub fn func_value_to(&mut self, e: ExprId, dst: Reg) {
        let file = self.src.file;
        let e = file.unparen(e);
        let id = match &file.expr(e).kind {
            ExprKind::Ident(id) => *id,
            ExprKind::IndexExpr { x, .. } => return self.func_value_to(*x, dst),
            ExprKind::SelectorExpr { x, sel } => match self.src.selection(e) {
                None => *sel,
                Some(s) if s.kind == SelectionKind::MethodExpr => {
                    let recv = self.subst_type(s.recv);
                    let pkg = s.entity.pkg(self.lw.types());
                    let m = self.lw.method_id_of(recv, pkg, file.name_of(*sel));
                    let targs = self.targs_at(*sel).into();
                    let f = self.lw.func(FuncKey::MethodExpr(recv, m, targs));
                    return self.emit(Instr::LoadFunc { dst, f });
                }
                Some(_) => return self.method_value_to(e, *x, *sel, dst),
            },
            _ => unreachable!("invariant: func values are names, instances, selectors or literals"),
        };
        let Some(o) = self.src.object_of(id) else {
            unreachable!("invariant: names are resolved")
        };
        let targs = self.targs_at(id);
        let f = match self.func_callee(o, targs) {
            Callee::Func(f) => f,
            _ => self.lw.func(FuncKey::NativeValue(o)),
        };
        self.emit(Instr::LoadFunc { dst, f });
    }

    /// `x.m` as a value: the receiver is evaluated and copied now.
    fn method_value_to(
        &mut self,
        e: ExprId,
        x: ExprId,
        sel: crate::syntax::ast::IdentId,
        dst: Reg,
    ) {
        let (entity, path, holder) = self.method_of(e, x, sel);
        let xt = self.ty(x);
        self.pos = self.src.file.pos(e);
        let start = if path.is_empty() {
            (self.place(x), xt)
        } else {
            self.deref_if_pointer(x, xt)
        };
        let (place, t) = self.walk_fields(start.0, start.1, &path);
        let types = self.lw.types();
        // What is captured: the receiver as the method takes it, or the interface.
        let (base, n, recv) = match self.bind_method(entity, holder, self.targs_at(sel), place, t) {
            (Callee::Iface(r, _), _) => {
                self.emit(Instr::NilCheck { ptr: r });
                (r, 2, t)
            }
            (c, Some(r)) => {
                let n = self.recv_slots(&c, Some(&r));
                let large = self.recv_is_large(&r);
                let by_ptr = match entity {
                    Entity::Method(o) => types.has_ptr_recv(o),
                    _ => false,
                };
                let named = types.deref(holder).0;
                let named = self.subst_type(named);
                let at = self.alloc(n);
                self.check_address(x, &path, Some(&r));
                self.receiver_to(r, at);
                if let Some(t) = large {
                    let ty = self.rtype(t);
                    self.emit(Instr::NewCopy {
                        dst: at,
                        src: at,
                        ty,
                    });
                }
                (
                    at,
                    n,
                    if by_ptr {
                        types.canon(types.pointer(named))
                    } else {
                        named
                    },
                )
            }
            _ => unreachable!("invariant: methods have receivers"),
        };
        let m = self
            .lw
            .method_id_of(recv, entity.pkg(types), self.src.file.name_of(sel));
        let targs = self.targs_at(sel).into();
        let f = self.lw.func(FuncKey::Bound(recv, m, targs));
        self.make_closure(dst, f, base, n);
    }
}

impl FuncLower<'_, '_> {
    /// A method with a value receiver that is called on a nil pointer through a wrapper panics by name.
    fn refuse_nil_receiver(&mut self, found: &Found, t: TypeId, m: MethodId, data: Reg) {
        let types = self.lw.types();
        let (Type::Pointer(base), Entity::Method(o)) = (types.get(t), found.lookup.entity) else {
            return;
        };
        let error = self.lw.program.well_known.plain_error;
        let Type::Named(n) = types.get(types.canon(*base)) else {
            return;
        };
        if found.lookup.index.len() != 1 || types.has_ptr_recv(o) || error.0 == 0 {
            return;
        }
        let (whole, short) = (type_name(types, *base), types.name(n.obj));
        let method = types.str(self.lw.method_symbol(m).0);
        let text = format!("value method {whole}.{method} called using nil *{short} pointer");
        let ok = self.label();
        self.emit(Instr::JNeIntK {
            a: data,
            k: 0,
            to: ok,
        });
        let s = self.lw.string(text.as_bytes());
        let (value, boxed) = (self.alloc(2), self.alloc(2));
        self.emit(Instr::LoadStr { dst: value, s });
        self.emit(Instr::BoxIface {
            dst: boxed,
            src: value,
            ty: error,
        });
        self.emit(Instr::Panic { src: boxed });
        self.bind(ok);
    }
}

/// A wrapper that takes the data slot of an interface and calls the method on what it stands for.
pub fn lower_iface(lw: &mut Lowerer<'_>, t: TypeId, m: MethodId, id: FuncId) {
    let name = wrapper_name(lw, t, m, "");
    let Some(found) = lw.find_method(t, m) else {
        return;
    };
    let Some(mut f) = lw.wrapper(id, name) else {
        return;
    };
    let data = f.alloc(1);
    let params: Vec<TypeId> = found.sig.params.iter().map(|p| p.ty).collect();
    let n = f.sum_slots(&params);
    let args = f.alloc(n);
    let l = f.layout(t);
    f.refuse_nil_receiver(&found, t, m, data);
    let place = match l.slots {
        0 => Place::Reg(data),
        1 if l.repr == Repr::Mem => Place::Mem(data, 0),
        1 => Place::Reg(data),
        _ => Place::Mem(data, 0),
    };
    f.forward(&found, place, t, args);
    f.finish(1 + n, true, None);
}

/// `T.m` as a function: the receiver is the first parameter.
pub fn lower_method_expr(
    lw: &mut Lowerer<'_>,
    t: TypeId,
    m: MethodId,
    targs: &[TypeId],
    id: FuncId,
) {
    let name = wrapper_name(lw, t, m, "");
    let Some(found) = lw.find_instance(t, m, targs) else {
        return;
    };
    let Some(mut f) = lw.wrapper(id, name) else {
        return;
    };
    let recv = f.alloc_for(t);
    let params: Vec<TypeId> = found.sig.params.iter().map(|p| p.ty).collect();
    let n = f.sum_slots(&params);
    let args = f.alloc(n);
    let slots = f.mark();
    f.refuse_nil_receiver(&found, t, m, recv);
    let place = if f.layout(t).repr == Repr::Mem {
        Place::Mem(recv, 0)
    } else {
        Place::Reg(recv)
    };
    f.forward(&found, place, t, args);
    f.finish(slots, true, None);
}

/// The body of a method value: the receiver is captured.
pub fn lower_bound(lw: &mut Lowerer<'_>, t: TypeId, m: MethodId, targs: &[TypeId], id: FuncId) {
    let name = wrapper_name(lw, t, m, "-fm");
    let Some(found) = lw.find_instance(t, m, targs) else {
        return;
    };
    let Some(mut f) = lw.wrapper(id, name) else {
        return;
    };
    let params: Vec<TypeId> = found.sig.params.iter().map(|p| p.ty).collect();
    let n = f.sum_slots(&params);
    let args = f.alloc(n);
    let slots = f.slots(t);
    let recv = f.alloc(slots);
    f.load_caps(recv, 0, slots);
    let place = if f.layout(t).repr == Repr::Mem {
        Place::Mem(recv, 0)
    } else {
        Place::Reg(recv)
    };
    f.forward(&found, place, t, args);
    f.finish(n, true, None);
}

/// A native as a func value.
pub fn lower_native_value(lw: &mut Lowerer<'_>, o: ObjectId, id: FuncId) {
    let name = crate::lower::decl::func_name(lw.types(), o, false);
    let Some(mut f) = lw.wrapper(id, name) else {
        return;
    };
    let types = f.lw.types();
    let Type::Signature(sig) = types.under(types.object(o).ty_or_invalid()) else {
        return;
    };
    let params: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
    let results: Vec<TypeId> = sig.results.iter().map(|p| p.ty).collect();
    let (n, r) = (f.sum_slots(&params), f.sum_slots(&results));
    let native = f.native_of(o);
    let args = f.alloc(n);
    let base = f.call_base(n.max(r));
    f.mov(base, args, n);
    f.emit(Instr::CallNative {
        base: base.0,
        n: native,
    });
    f.mov(Reg(0), base, r);
    f.emit(Instr::Ret {});
    f.results.slots = r;
    f.finish(n, true, None);
}
