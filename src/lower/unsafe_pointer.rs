//! Conversions of unsafe.Pointer, which is an address in one slot. Into an unsafe.Pointer and on to a number nothing happens;
//! the way back is checked by natives, which make the heap keep types apart, unless the types say that it is fine. The checker
//! has refused what can never be right.

use crate::bytecode::Instr;
use crate::bytecode::Reg;
use crate::check::Mode;
use crate::lower::func::FuncLower;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::BasicKind;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::View;

/// Natives that ask what lies at an address.
pub const NATIVES: &[&str] = &[
    "runtime.unsafecast",
    "runtime.unsafeadd",
    "runtime.unsafespan",
    "reflect.pointerAt",
    "reflect.sliceAt",
];

impl FuncLower<'_, '_> {
    fn is_unsafe_pointer(&self, t: TypeId) -> bool {
        self.lw.types().under_basic(t) == Some(BasicKind::UnsafePointer)
    }

    /// The conversion `e` of `x`, of type `from`, to `to`, if one of the two is an unsafe.Pointer.
    pub fn unsafe_conversion(
        &mut self,
        e: ExprId,
        x: ExprId,
        from: TypeId,
        to: TypeId,
    ) -> Option<Reg> {
        if self.src.library || self.is_unsafe_pointer(from) == self.is_unsafe_pointer(to) {
            return None;
        }
        let types = self.lw.types();
        if self.is_unsafe_pointer(to) {
            return Some(match types.under(from) {
                Type::Pointer(_) => self.expr(x),
                _ => self.moved_pointer(x),
            });
        }
        let Type::Pointer(base) = types.under(to) else {
            return Some(self.expr(x));
        };
        let base = self.subst_type(*base);
        if self.atomic_arg == Some(e) || self.surely_fits(x, base) {
            return Some(self.expr(x));
        }
        let p = self.expr(x);
        self.pos = self.src.file.pos(e);
        self.checked_pointer(p, base);
        Some(p)
    }

    /// Checks that the address in `p` can be taken for a pointer to a `base`.
    fn checked_pointer(&mut self, p: Reg, base: TypeId) {
        let ty = self.rtype(base);
        let m = self.mark();
        let at = self.call_base(2);
        self.mov(at, p, 1);
        self.load_int(at.plus(1), i64::from(ty.0));
        let n = self.lw.native("runtime.unsafecast", 2, 1);
        self.emit(Instr::CallNative { base: at.0, n });
        self.release(m);
    }

    /// Type and operand of a conversion.
    fn type_conversion(&self, e: ExprId) -> Option<(TypeId, ExprId)> {
        let file = self.src.file;
        match &file.expr(file.unparen(e)).kind {
            ExprKind::CallExpr { fun, args, .. } if args.len() == 1 => {
                let f = file.unparen(*fun);
                (self.src.mode(f) == Mode::TypExpr).then(|| (self.ty(f), args[0]))
            }
            _ => None,
        }
    }

    /// What `p` points to in `unsafe.Pointer(p)`, and `p`.
    fn converted_pointer(&self, e: ExprId) -> Option<(TypeId, ExprId)> {
        let (t, p) = self.type_conversion(e)?;
        if !self.is_unsafe_pointer(t) {
            return None;
        }
        match self.lw.types().under(self.ty(p)) {
            Type::Pointer(base) => Some((self.subst_type(*base), p)),
            _ => None,
        }
    }

    /// The types alone say that `x`, an unsafe.Pointer, points to a `base`.
    fn surely_fits(&mut self, x: ExprId, base: TypeId) -> bool {
        let Some((source, _)) = self.converted_pointer(x) else {
            return false;
        };
        let types = self.lw.types();
        if types.view(source, base) != View::Fits {
            return false;
        }
        if types.identical(types.underlying(source), types.underlying(base)) {
            return true;
        }
        // Numbers lie where Go has them, except complex128.
        let natural = |f: &mut Self, t: TypeId| {
            types.is_plain_data(t) && types.sizeof(t) == i64::try_from(f.layout(t).size).ok()
        };
        natural(self, source) && natural(self, base)
    }

    /// `*e` where `e` converts a pointer to something that is not in memory as what is read, but can be made of it.
    pub fn reinterpreted(&mut self, e: ExprId) -> Option<Reg> {
        if self.src.library {
            return None;
        }
        let (to, x) = self.type_conversion(e)?;
        let types = self.lw.types();
        let Type::Pointer(base) = types.under(to) else {
            return None;
        };
        let base = self.subst_type(*base);
        let (source, p) = self.converted_pointer(x)?;
        if types.view(source, base) != View::Never || !types.reads_as(source, base) {
            return None;
        }
        let p = self.expr(p);
        self.pos = self.src.file.pos(e);
        let v = self.alloc_for(source);
        self.load(v, p, 0, source);
        let len = v.plus(1);
        match types.under(source) {
            Type::Slice(_) => self.emit(Instr::Zext32 { dst: len, a: len }),
            Type::Basic(BasicKind::String) => {
                let n = self.alloc(1);
                self.emit(Instr::Zext32 { dst: n, a: len });
                self.emit(Instr::ShlK {
                    dst: len,
                    a: n,
                    k: 32,
                });
                self.emit(Instr::Or {
                    dst: len,
                    a: len,
                    b: n,
                });
            }
            _ => {}
        }
        Some(v)
    }

    /// `unsafe.Add`: `p` moved by `n` bytes.
    pub fn moved_by(&mut self, p: Reg, n: Reg) -> Reg {
        let out = self.alloc(1);
        let m = self.mark();
        let at = self.call_base(2);
        self.mov(at, p, 1);
        self.mov(at.plus(1), n, 1);
        let native = self.lw.native("runtime.unsafeadd", 2, 1);
        self.emit(Instr::CallNative {
            base: at.0,
            n: native,
        });
        self.mov(out, at, 1);
        self.release(m);
        out
    }

    /// The pointer that a number is: `uintptr(p) + offset` and the like.
    fn moved_pointer(&mut self, x: ExprId) -> Reg {
        let (p, n) = self.pointer_and_offset(x);
        self.pos = self.src.file.pos(x);
        match n {
            Some(n) => self.moved_by(p, n),
            None => p,
        }
    }

    fn comes_from_pointer(&self, e: ExprId) -> bool {
        let file = self.src.file;
        let e = file.unparen(e);
        if self.src.const_of(e).is_some() {
            return false;
        }
        match &file.expr(e).kind {
            ExprKind::BinaryExpr {
                op: BinaryOp::Add,
                x,
                y,
            } => self.comes_from_pointer(*x) || self.comes_from_pointer(*y),
            ExprKind::BinaryExpr {
                op: BinaryOp::Sub | BinaryOp::AndNot,
                x,
                ..
            } => self.comes_from_pointer(*x),
            ExprKind::CallExpr { .. } => match self.type_conversion(e) {
                Some((_, arg)) => {
                    self.is_unsafe_pointer(self.ty(arg)) || self.comes_from_pointer(arg)
                }
                None => true,
            },
            _ => false,
        }
    }

    /// The pointer in a number that was one, and how far it has been moved.
    fn pointer_and_offset(&mut self, e: ExprId) -> (Reg, Option<Reg>) {
        let file = self.src.file;
        let e = file.unparen(e);
        if self.src.const_of(e).is_none() {
            match &file.expr(e).kind {
                ExprKind::BinaryExpr { op, x, y } => {
                    let (op, mut x, mut y) = (*op, *x, *y);
                    let first = self.comes_from_pointer(x);
                    if !first {
                        (x, y) = (y, x);
                    }
                    let (p, n) = self.pointer_and_offset(x);
                    let by = self.value_as(y, TypeId::UINTPTR);
                    let sum = self.alloc(1);
                    match (op, n) {
                        (BinaryOp::Add, None) => self.mov(sum, by, 1),
                        (BinaryOp::Add, Some(n)) => self.emit(Instr::AddInt {
                            dst: sum,
                            a: n,
                            b: by,
                        }),
                        (BinaryOp::Sub, n) => {
                            let n = n.unwrap_or_else(|| self.zero_word());
                            self.emit(Instr::SubInt {
                                dst: sum,
                                a: n,
                                b: by,
                            });
                        }
                        (_, n) => {
                            let n = n.unwrap_or_else(|| self.zero_word());
                            self.emit(Instr::AddInt {
                                dst: sum,
                                a: p,
                                b: n,
                            });
                            self.emit(Instr::AndNot {
                                dst: sum,
                                a: sum,
                                b: by,
                            });
                            self.emit(Instr::SubInt {
                                dst: sum,
                                a: sum,
                                b: p,
                            });
                        }
                    }
                    return (p, Some(sum));
                }
                ExprKind::CallExpr { .. } => {
                    if let Some((_, arg)) = self.type_conversion(e)
                        && !self.is_unsafe_pointer(self.ty(arg))
                    {
                        return self.pointer_and_offset(arg);
                    }
                }
                _ => {}
            }
        }
        (self.value_as(e, TypeId::UINTPTR), None)
    }

    fn zero_word(&mut self) -> Reg {
        let r = self.alloc(1);
        self.emit(Instr::LoadI { dst: r, k: 0 });
        r
    }

    /// If the first argument of a function of sync/atomic is `(*unsafe.Pointer)(unsafe.Pointer(p))` where `p` points to a
    /// pointer: that argument and what the pointer points to.
    pub fn atomic_pointer(&self, fun: ExprId, args: &[ExprId]) -> Option<(ExprId, TypeId)> {
        let file = self.src.file;
        if self.src.library || args.is_empty() {
            return None;
        }
        let ExprKind::SelectorExpr { sel, .. } = file.expr(fun).kind else {
            return None;
        };
        let types = self.lw.types();
        let o = types.object(self.src.object_of(sel)?);
        if types.package(o.pkg?).path != "sync/atomic" || !types.str(o.name).ends_with("Pointer") {
            return None;
        }
        let (_, x) = self.type_conversion(args[0])?;
        let (source, _) = self.converted_pointer(x)?;
        match types.under(source) {
            Type::Pointer(base) => Some((file.unparen(args[0]), self.subst_type(*base))),
            _ => None,
        }
    }

    /// Checks that the new value, the last of an atomic operation's arguments at `base`, is a pointer to a `target`.
    pub fn check_atomic_value(&mut self, target: TypeId, args: &[ExprId], base: Reg) {
        if args.len() > 1 {
            self.checked_pointer(base.plus(args.len() as u16 - 1), target);
        }
    }
}
