//! Calls of built-in functions.

use crate::bytecode::Instr;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::lower::arith::Num;
use crate::lower::func::FuncLower;
use crate::lower::place::Place;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::BasicKind;
use crate::types::BuiltinId;
use crate::types::Type;
use crate::types::TypeId;

/// An argument: an expression, or one of the values of a call with several, as in `append(f())`.
#[derive(Clone, Copy)]
enum Arg {
    Expr(ExprId),
    Value(Reg, TypeId),
}

impl FuncLower<'_, '_> {
    fn arg_type(&self, a: Arg) -> TypeId {
        match a {
            Arg::Expr(e) => self.ty(e),
            Arg::Value(_, t) => t,
        }
    }

    fn arg(&mut self, a: Arg) -> Reg {
        match a {
            Arg::Expr(e) => self.expr(e),
            Arg::Value(r, _) => r,
        }
    }

    fn arg_as(&mut self, a: Arg, t: TypeId) -> Reg {
        match a {
            Arg::Expr(e) => self.value_as(e, t),
            Arg::Value(r, from) => self.convert_reg(r, from, t),
        }
    }

    /// The arguments, those of a single call with several results apart.
    fn spread(&mut self, id: BuiltinId, args: &[ExprId]) -> Vec<Arg> {
        let file = self.src.file;
        if let [one] = args
            && !matches!(id, BuiltinId::Make | BuiltinId::New)
            && matches!(
                file.expr(file.unparen(*one)).kind,
                ExprKind::CallExpr { .. }
            )
            && matches!(self.lw.types().get(self.src.type_of(*one)), Type::Tuple(_))
        {
            return self
                .tuple_values(*one)
                .into_iter()
                .map(|(r, t)| Arg::Value(r, t))
                .collect();
        }
        args.iter().map(|&e| Arg::Expr(e)).collect()
    }

    /// A call of a built-in; answers where the value is. `dst` is a wish; it is written last, by one instruction.
    pub fn builtin_to(
        &mut self,
        e: ExprId,
        id: BuiltinId,
        args: &[ExprId],
        has_dots: bool,
        dst: Option<Reg>,
    ) -> Reg {
        use BuiltinId as B;
        let file = self.src.file;
        let t = self.ty(e);
        let values = self.spread(id, args);
        match id {
            B::Append => self.append(e, t, &values, has_dots, dst),
            B::Len | B::Cap => self.len(e, id == B::Cap, args[0], dst),
            B::Clear | B::Close | B::Delete | B::Print | B::Println | B::Panic => {
                let any = self.lw.types().universe().empty_interface;
                let mut regs = Vec::new();
                for (i, &a) in values.iter().enumerate() {
                    let at = match id {
                        B::Panic => any,
                        B::Delete if i == 1 => self.map_key(regs[0]),
                        _ => self.arg_type(a),
                    };
                    let at = self.subst_type(at);
                    regs.push((self.arg_as(a, at), at));
                }
                self.pos = file.pos(e);
                self.builtin_on(id, &regs);
                Reg(0)
            }
            B::Copy => {
                let st = self.arg_type(values[0]);
                let d = self.arg(values[0]);
                let s = self.arg(values[1]);
                let from = self.arg_type(values[1]);
                let dst = self.want(dst, 1);
                self.pos = file.pos(e);
                self.copy(dst, d, st, s, from);
                dst
            }
            B::Complex => {
                let part = if self.num(t) == Num::C64 {
                    TypeId::FLOAT32
                } else {
                    TypeId::FLOAT64
                };
                let (r, i) = (self.arg_as(values[0], part), self.arg_as(values[1], part));
                if part == TypeId::FLOAT64 {
                    let w = self.alloc(2);
                    self.mov(w, r, 1);
                    self.mov(w.plus(1), i, 1);
                    return w;
                }
                let dst = self.want(dst, 1);
                let w = self.alloc(1);
                self.emit(Instr::ShlK {
                    dst: w,
                    a: i,
                    k: 32,
                });
                self.emit(Instr::Or { dst, a: w, b: r });
                dst
            }
            B::Real | B::Imag => {
                let c = self.expr(args[0]);
                let ct = self.ty(args[0]);
                if self.num(ct) == Num::C128 {
                    return if id == B::Real { c } else { c.plus(1) };
                }
                let dst = self.want(dst, 1);
                self.emit(if id == B::Real {
                    Instr::Zext32 { dst, a: c }
                } else {
                    Instr::ShrUintK { dst, a: c, k: 32 }
                });
                dst
            }
            B::Make => self.make(e, t, args, dst),
            B::Max | B::Min => self.min_max(t, id == B::Min, &values),
            B::New => {
                let Type::Pointer(base) = self.lw.types().under(t) else {
                    unreachable!("invariant: new has a pointer type")
                };
                let base = self.subst_type(*base);
                let dst = self.want(dst, 1);
                if self.src.is_type(args[0]) {
                    let ty = self.rtype(base);
                    self.emit(Instr::New { dst, ty });
                } else {
                    let v = self.value_as(args[0], base);
                    let fresh = self.is_fresh(args[0]);
                    self.init_cell(dst, base, v, fresh);
                }
                dst
            }
            B::Recover => {
                let dst = self.want(dst, 2);
                self.lw.open_gate();
                self.emit(Instr::Recover { dst });
                dst
            }
            B::Add => {
                let p = self.expr(args[0]);
                let n = self.value_as(args[1], TypeId::INT);
                self.pos = file.pos(e);
                self.moved_by(p, n)
            }
            B::Alignof | B::Sizeof | B::Offsetof => {
                let dst = self.want(dst, 1);
                // Constant but for types with type parameters; gc's sizes, not golite's.
                let at = self.ty(args[0]);
                let types = self.lw.types();
                let n = match id {
                    B::Sizeof => types.sizeof(at).unwrap_or(0),
                    B::Alignof => types.alignof(at),
                    _ => self.field_offset(args[0]),
                };
                self.load_int(dst, n);
                dst
            }
            B::Slice => {
                let (p, n) = self.unsafe_span(e, id, args);
                let w = self.alloc(2);
                self.emit(Instr::ShlK {
                    dst: w.plus(1),
                    a: n,
                    k: 32,
                });
                self.emit(Instr::Or {
                    dst: w.plus(1),
                    a: w.plus(1),
                    b: n,
                });
                self.mov(w, p, 1);
                w
            }
            B::String => {
                let (p, n) = self.unsafe_span(e, id, args);
                let w = self.alloc(2);
                self.mov(w, p, 1);
                self.mov(w.plus(1), n, 1);
                w
            }
            B::SliceData | B::StringData => self.expr(args[0]),
        }
    }

    /// Where a selected field lies in its struct, embedded structs on the way included.
    fn field_offset(&mut self, selector: ExprId) -> i64 {
        let file = self.src.file;
        let selector = file.unparen(selector);
        let ExprKind::SelectorExpr { x, .. } = file.expr(selector).kind else {
            return 0;
        };
        let path = self.field_path(selector).unwrap_or_default();
        let types = self.lw.types();
        let base = self.subst_type(types.deref_struct_ptr(self.ty(x)));
        types.offset_of_path(base, &path).unwrap_or(0)
    }

    /// Pointer and length of `unsafe.Slice` or `unsafe.String`, which must lie in one piece of memory.
    fn unsafe_span(&mut self, e: ExprId, id: BuiltinId, args: &[ExprId]) -> (Reg, Reg) {
        let p = self.expr(args[0]);
        let n = self.value_as(args[1], TypeId::INT);
        let elem = match self.lw.types().under(self.ty(args[0])) {
            Type::Pointer(base) => self.subst_type(*base),
            _ => TypeId::BYTE,
        };
        let elem = self.rtype(elem);
        self.pos = self.src.file.pos(e);
        let m = self.mark();
        let base = self.call_base(4);
        self.mov(base, p, 1);
        self.mov(base.plus(1), n, 1);
        self.load_int(base.plus(2), i64::from(elem.0));
        self.load_int(base.plus(3), i64::from(id == BuiltinId::String));
        let n_check = self.lw.native("runtime.unsafespan", 4, 0);
        self.emit(Instr::CallNative {
            base: base.0,
            n: n_check,
        });
        self.release(m);
        (p, n)
    }

    fn want(&mut self, dst: Option<Reg>, n: u16) -> Reg {
        match dst {
            Some(r) => r,
            None => self.alloc(n),
        }
    }

    fn map_key(&self, m: (Reg, TypeId)) -> TypeId {
        match self.lw.types().under(m.1) {
            Type::Map { key, .. } => *key,
            _ => unreachable!("invariant: the operand is a map"),
        }
    }

    /// A built-in that is a statement, on operands in registers with their types.
    pub fn builtin_on(&mut self, id: BuiltinId, regs: &[(Reg, TypeId)]) {
        use BuiltinId as B;
        match id {
            B::Close => self.emit(Instr::Close { ch: regs[0].0 }),
            B::Clear => {
                let (r, t) = regs[0];
                let ty = self.rtype(t);
                match self.lw.types().under(t) {
                    Type::Map { .. } => self.emit(Instr::MapClear { m: r, ty }),
                    _ => self.emit(Instr::ClearSlice { s: r, ty }),
                }
            }
            B::Delete => {
                let (m, t) = regs[0];
                let kt = self.subst_type(self.map_key(regs[0]));
                let key = self.convert_reg(regs[1].0, regs[1].1, kt);
                let ty = self.rtype(t);
                self.emit(Instr::MapDelete { m, key, ty });
            }
            B::Copy => {
                let dst = self.alloc(1);
                self.copy(dst, regs[0].0, regs[0].1, regs[1].0, regs[1].1);
            }
            B::Panic => {
                let any = self.lw.types().universe().empty_interface;
                let src = self.convert_reg(regs[0].0, regs[0].1, any);
                self.emit(Instr::Panic { src });
            }
            B::Print | B::Println => self.print(id == B::Println, regs),
            B::Recover => {
                let dst = self.alloc(2);
                self.lw.open_gate();
                self.emit(Instr::Recover { dst });
            }
            _ => unreachable!("invariant: {} is no statement", id.name()),
        }
    }

    fn copy(&mut self, dst: Reg, d: Reg, dt: TypeId, s: Reg, st: TypeId) {
        if self.num(st) == Num::Str {
            self.emit(Instr::CopyStr { dst, d, s });
        } else {
            let ty = self.rtype(dt);
            self.emit(Instr::CopySlice { dst, d, s, ty });
        }
    }

    // ---- slices, maps, channels ----

    /// Whether an expression is a call of append that ends in one instruction, so that it may write a variable it reads.
    pub fn is_append(&self, e: ExprId) -> bool {
        let file = self.src.file;
        let ExprKind::CallExpr { fun, args, .. } = &file.expr(file.unparen(e)).kind else {
            return false;
        };
        let f = file.unparen(*fun);
        self.src.mode(f) == crate::check::Mode::Builtin
            && self.builtin_id(f) == BuiltinId::Append
            && args.len() == 2
    }

    fn append(
        &mut self,
        e: ExprId,
        t: TypeId,
        args: &[Arg],
        has_dots: bool,
        dst: Option<Reg>,
    ) -> Reg {
        let file = self.src.file;
        let Type::Slice(elem) = self.lw.types().under(t) else {
            unreachable!("invariant: append has a slice type")
        };
        let et = self.subst_type(*elem);
        let ty = self.rtype(t);
        let s = self.arg_as(args[0], t);
        if args.len() == 1 {
            return s;
        }
        if has_dots {
            let at = self.arg_type(args[1]);
            let is_str = self.num(at) == Num::Str;
            let x = if is_str {
                self.arg(args[1])
            } else {
                self.arg_as(args[1], t)
            };
            let dst = self.want(dst, 2);
            self.pos = file.pos(e);
            self.emit(if is_str {
                Instr::AppendStr { dst, s, t: x, ty }
            } else {
                Instr::AppendSlice { dst, s, t: x, ty }
            });
            return dst;
        }
        let l = self.layout(et);
        let vals: Vec<Reg> = args[1..].iter().map(|&a| self.arg_as(a, et)).collect();
        self.pos = file.pos(e);
        if let [src] = vals[..]
            && matches!(l.repr, Repr::One | Repr::Two)
        {
            let dst = self.want(dst, 2);
            self.emit(Instr::Append { dst, s, src, ty });
            return dst;
        }
        // Nothing below reads `dst` when it grows: values that are the slice variable itself are rare enough to copy.
        let grown = self.alloc(2);
        let n = self.alloc(1);
        let i = self.alloc(1);
        self.load_int(n, vals.len() as i64);
        self.emit(Instr::LenSlice { dst: i, s });
        self.emit(Instr::GrowSlice {
            dst: grown,
            s,
            n,
            ty,
        });
        for (k, v) in vals.into_iter().enumerate() {
            if k > 0 {
                self.emit(Instr::AddIntK { dst: i, a: i, k: 1 });
            }
            if l.slots > 0 {
                self.store_place(Place::SliceElem { s: grown, i }, et, v);
            }
        }
        grown
    }

    fn len(&mut self, e: ExprId, cap: bool, x: ExprId, dst: Option<Reg>) -> Reg {
        let types = self.lw.types();
        let t = self.ty(x);
        let fixed = match types.under(t) {
            Type::Array { len, .. } => Some(*len),
            Type::Pointer(p) => match types.under(*p) {
                Type::Array { len, .. } => Some(*len),
                _ => None,
            },
            _ => None,
        };
        if let Some(n) = fixed {
            self.effects(x);
            let dst = self.want(dst, 1);
            self.load_int(dst, n);
            return dst;
        }
        let r = self.expr(x);
        self.pos = self.src.file.pos(e);
        let i: fn(Reg, Reg) -> Instr = match (types.under(t), cap) {
            (Type::Slice(_), false) => |dst, s| Instr::LenSlice { dst, s },
            (Type::Slice(_), true) => |dst, s| Instr::CapSlice { dst, s },
            (Type::Map { .. }, _) => |dst, m| Instr::MapLen { dst, m },
            (Type::Chan { .. }, false) => |dst, ch| Instr::ChanLen { dst, ch },
            (Type::Chan { .. }, true) => |dst, ch| Instr::ChanCap { dst, ch },
            // A string's second slot is its length.
            _ => return r.plus(1),
        };
        let dst = self.want(dst, 1);
        self.emit(i(dst, r));
        dst
    }

    fn make(&mut self, e: ExprId, t: TypeId, args: &[ExprId], dst: Option<Reg>) -> Reg {
        let ty = self.rtype(t);
        let mut sizes = Vec::new();
        for &a in &args[1..] {
            sizes.push(match self.const_int(a) {
                Some(k) => {
                    let r = self.alloc(1);
                    self.load_int(r, k);
                    r
                }
                None => self.expr(a),
            });
        }
        let n = match sizes.first() {
            Some(&r) => r,
            None => {
                let r = self.alloc(1);
                self.emit(Instr::LoadI { dst: r, k: 0 });
                r
            }
        };
        self.pos = self.src.file.pos(e);
        match self.lw.types().under(t) {
            Type::Slice(_) => {
                let dst = self.want(dst, 2);
                let cap = sizes.get(1).copied().unwrap_or(n);
                self.emit(Instr::MakeSlice {
                    dst,
                    len: n,
                    cap,
                    ty,
                });
                dst
            }
            Type::Map { .. } => {
                let dst = self.want(dst, 1);
                self.emit(Instr::MakeMap { dst, hint: n, ty });
                dst
            }
            _ => {
                let dst = self.want(dst, 1);
                self.emit(Instr::MakeChan { dst, size: n, ty });
                dst
            }
        }
    }

    // ---- min and max ----

    fn min_max(&mut self, t: TypeId, min: bool, args: &[Arg]) -> Reg {
        let n = self.num(t);
        let slots = self.slots(t);
        let acc = self.alloc(slots);
        let first = self.arg_as(args[0], t);
        self.mov(acc, first, slots);
        // All operands are evaluated before any is compared.
        let rest: Vec<Reg> = args[1..].iter().map(|&a| self.arg_as(a, t)).collect();
        for b in rest {
            self.min_max_step(n, min, acc, b, slots);
        }
        acc
    }

    fn min_max_step(&mut self, n: Num, min: bool, acc: Reg, b: Reg, slots: u16) {
        use crate::syntax::ast::BinaryOp as Op;
        let (take, keep) = (self.label(), self.label());
        let m = self.mark();
        let c = self.alloc(1);
        let (better, worse) = if min {
            (Op::Lss, Op::Gtr)
        } else {
            (Op::Gtr, Op::Lss)
        };
        match n {
            Num::F64 | Num::F32 => {
                self.compare(better, n, c, b, acc);
                self.emit(Instr::JTrue { a: c, to: take });
                self.compare(worse, n, c, b, acc);
                self.emit(Instr::JTrue { a: c, to: keep });
                // Equal: zeros differ in sign only, min prefers the negative one; or NaN, which the sum keeps.
                let equal = self.label();
                self.compare(Op::Eql, n, c, acc, b);
                self.emit(Instr::JTrue { a: c, to: equal });
                self.arith(Op::Add, n, acc, acc, b);
                self.jump(keep);
                self.bind(equal);
                self.emit(if min {
                    Instr::Or {
                        dst: acc,
                        a: acc,
                        b,
                    }
                } else {
                    Instr::And {
                        dst: acc,
                        a: acc,
                        b,
                    }
                });
                self.jump(keep);
            }
            _ => {
                self.compare(better, n, c, b, acc);
                self.emit(Instr::JFalse { a: c, to: keep });
            }
        }
        self.bind(take);
        self.mov(acc, b, slots);
        self.bind(keep);
        self.release(m);
    }

    // ---- print ----

    /// Turns the operands into texts, joins them and writes them at once.
    fn print(&mut self, ln: bool, regs: &[(Reg, TypeId)]) {
        let mut parts = Vec::new();
        for (i, &(r, t)) in regs.iter().enumerate() {
            if ln && i > 0 {
                parts.push(None);
            }
            parts.push(Some((r, t)));
        }
        let n = parts.len() as u16 + ln as u16;
        if n == 0 {
            return;
        }
        let base = self.alloc(2 * n);
        let mut at = base;
        for p in parts {
            match p {
                Some((r, t)) => self.text(r, t, at),
                None => self.literal(" ", at),
            }
            at = at.plus(2);
        }
        if ln {
            self.literal("\n", at);
        }
        if n > 1 {
            self.emit(Instr::ConcatN { dst: base, base, n });
        }
        self.native_call("runtime.printstring", base, 2, None);
    }

    fn literal(&mut self, text: &str, dst: Reg) {
        let s = self.lw.string(text.as_bytes());
        self.emit(Instr::LoadStr { dst, s });
    }

    fn native_call(&mut self, name: &str, arg: Reg, slots: u16, dst: Option<Reg>) {
        let m = self.mark();
        let results = if dst.is_some() { 2 } else { 0 };
        let base = self.call_base(slots.max(2));
        self.mov(base, arg, slots);
        let n = self.lw.native(name, slots, results);
        self.emit(Instr::CallNative { base: base.0, n });
        if let Some(d) = dst {
            self.mov(d, base, 2);
        }
        self.release(m);
    }

    /// `dst :=` the text print writes for a value.
    fn text(&mut self, r: Reg, t: TypeId, dst: Reg) {
        let types = self.lw.types();
        let (kind, slots) = match self.num(t) {
            Num::Str => return self.mov(dst, r, 2),
            Num::Int(_, true) => ("int", 1),
            Num::Int(_, false) => ("uint", 1),
            Num::F64 => ("float64", 1),
            Num::F32 => ("float32", 1),
            Num::C128 => ("complex128", 2),
            Num::C64 => ("complex64", 1),
            Num::Other => match types.under(t) {
                Type::Basic(BasicKind::Bool | BasicKind::UntypedBool) => ("bool", 1),
                Type::Slice(_) => ("slice", 2),
                Type::Interface(_) => ("iface", 2),
                _ => ("pointer", 1),
            },
        };
        self.native_call(&format!("runtime.text{kind}"), r, slots, Some(dst));
    }
}
