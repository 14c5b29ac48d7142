//! Library functions that are single instructions: atomics, a few of package math.

use crate::bytecode::Instr;
use crate::bytecode::Reg;
use crate::lower::arith::Num;
use crate::lower::func::FuncLower;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::Entity;
use crate::types::Type;

type Unary = fn(Reg, Reg) -> Instr;

fn math(name: &str) -> Option<Unary> {
    Some(match name {
        "Sqrt" => |dst, a| Instr::SqrtF64 { dst, a },
        "Abs" => |dst, a| Instr::AbsF64 { dst, a },
        "Floor" => |dst, a| Instr::FloorF64 { dst, a },
        _ => return None,
    })
}

/// What an atomic operation does, from its name without the type.
enum Atomic {
    Add,
    Load,
    Store,
    Swap,
    Cas,
    And,
    Or,
}

fn atomic(name: &str) -> Option<(Atomic, bool, bool)> {
    let (op, rest) = [
        ("CompareAndSwap", Atomic::Cas),
        ("Add", Atomic::Add),
        ("Load", Atomic::Load),
        ("Store", Atomic::Store),
        ("Swap", Atomic::Swap),
        ("And", Atomic::And),
        ("Or", Atomic::Or),
    ]
    .into_iter()
    .find_map(|(p, op)| Some((op, name.strip_prefix(p)?)))?;
    let (wide, signed) = match rest {
        "Int32" => (false, true),
        "Uint32" => (false, false),
        "Int64" => (true, true),
        "Uint64" | "Uintptr" => (true, false),
        _ => return None,
    };
    Some((op, wide, signed))
}

/// Emits the instruction when the callee is one of them; answers where the result is.
pub fn call(
    f: &mut FuncLower<'_, '_>,
    e: ExprId,
    fun: ExprId,
    args: &[ExprId],
    dst: Option<Reg>,
) -> Option<Reg> {
    let types = f.lw.types();
    let id = match f.src.file.expr(fun).kind {
        ExprKind::Ident(id) => id,
        ExprKind::SelectorExpr { sel, .. } if f.src.selection(fun).is_none() => sel,
        _ => return None,
    };
    let o = f.src.object_of(id)?;
    let obj = types.object(o);
    if obj.func().is_none_or(|d| d.is_method) {
        return None;
    }
    let name = types.name(o);
    match types.package(obj.pkg?).path.as_str() {
        "reflect" => crate::lower::reflect::call(f, name, args),
        "math" => {
            let make = math(name)?;
            let a = f.value_as(args[0], crate::types::TypeId::FLOAT64);
            let dst = dst.unwrap_or_else(|| f.alloc(1));
            f.emit(make(dst, a));
            Some(dst)
        }
        "sync/atomic" => {
            let (op, wide, signed) = atomic(name)?;
            let sig = f.signature(fun);
            let regs: Vec<Reg> = args
                .iter()
                .zip(&sig.params)
                .map(|(a, p)| f.value_as(*a, p.ty))
                .collect();
            f.pos = f.src.file.pos(e);
            let dst = dst.unwrap_or_else(|| f.alloc(1));
            let ptr = regs[0];
            let arg = regs.get(1).copied().unwrap_or(ptr);
            let new = regs.get(2).copied().unwrap_or(ptr);
            f.emit(match (op, wide) {
                (Atomic::Add, true) => Instr::AtomicAdd64 { dst, ptr, d: arg },
                (Atomic::Add, false) => Instr::AtomicAdd32 { dst, ptr, d: arg },
                (Atomic::Load, true) => Instr::AtomicLoad64 { dst, ptr },
                (Atomic::Load, false) => Instr::AtomicLoad32 { dst, ptr },
                (Atomic::Store, true) => Instr::AtomicStore64 { ptr, src: arg },
                (Atomic::Store, false) => Instr::AtomicStore32 { ptr, src: arg },
                (Atomic::Swap, true) => Instr::AtomicSwap64 { dst, ptr, src: arg },
                (Atomic::Swap, false) => Instr::AtomicSwap32 { dst, ptr, src: arg },
                (Atomic::Cas, true) => Instr::AtomicCas64 {
                    dst,
                    ptr,
                    old: arg,
                    new,
                },
                (Atomic::Cas, false) => Instr::AtomicCas32 {
                    dst,
                    ptr,
                    old: arg,
                    new,
                },
                (Atomic::And, true) => Instr::AtomicAnd64 { dst, ptr, src: arg },
                (Atomic::And, false) => Instr::AtomicAnd32 { dst, ptr, src: arg },
                (Atomic::Or, true) => Instr::AtomicOr64 { dst, ptr, src: arg },
                (Atomic::Or, false) => Instr::AtomicOr32 { dst, ptr, src: arg },
            });
            if signed
                && !wide
                && sig
                    .results
                    .first()
                    .is_some_and(|r| f.num(r.ty) == Num::Int(32, true))
            {
                f.wrap(dst, Num::Int(32, true));
            }
            Some(dst)
        }
        _ => None,
    }
}

/// What state of a sync.Mutex a call of its Lock or Unlock changes to what, when nobody contends.
pub fn mutex(f: &FuncLower<'_, '_>, fun: ExprId) -> Option<(i16, i16)> {
    let Entity::Method(o) = f.src.selection(fun)?.entity else {
        return None;
    };
    let types = f.lw.types();
    let recv = types.object(o).func()?.recv.get()?;
    let Type::Named(n) = types.get(types.deref(recv.ty).0) else {
        return None;
    };
    let pkg = types.object(o).pkg?;
    if types.package(pkg).path != "sync" || types.name(n.obj) != "Mutex" {
        return None;
    }
    match types.name(o) {
        "Lock" => Some((0, 1)),
        "Unlock" => Some((1, 0)),
        _ => None,
    }
}
