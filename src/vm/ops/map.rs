//! Maps.

use super::calls;
use super::get;
use super::ops;
use super::poll;
use super::types;
use crate::bytecode::NO_REG;
use crate::bytecode::Reg;
use crate::bytecode::instr::enc;
use crate::sched::choice;
use crate::sched::choice::Choice;
use crate::value::Trap;
use crate::value::TypeTable;
use crate::value::hash_eq;
use crate::value::map;
use crate::vm::Cx;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::Fp;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::TRAP;

calls! {
    MakeMap = make_map;
    MapGet = map_get;
    MapGet2 = map_get2;
    MapSet = map_set;
    MapDelete = map_delete;
    MapLen = map_len;
    MapClear = map_clear;
    MapIter = map_iter;
}

ops! {
    MapNext |i, m| {
        let flow = map_next(i, m.fp, m.cx);
        if flow == 1 {
            m.pc = m.pc.offset(i.end as isize);
            return NEXT;
        }
        flow
    }
}

#[inline(always)]
unsafe fn at(fp: Fp, r: Reg) -> *mut u64 {
    fp.add(r.0 as usize)
}

#[inline(never)]
unsafe fn make_map(i: &enc::MakeMap, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let hint = if i.hint == NO_REG {
        0
    } else {
        *at(fp, i.hint) as i64
    };
    let ty = types(cx).map_type(i.ty);
    *at(fp, i.dst) = get!(
        cx,
        map::make(
            &mut (*cx).cache,
            ty,
            hint,
            choice::bits((*cx).p, Choice::Map)
        )
    );
    NEXT
}

#[inline(never)]
unsafe fn map_get(i: &enc::MapGet, fp: Fp, cx: *mut Cx) -> Flow {
    let t = types(cx);
    get!(
        cx,
        map::get(
            t,
            t.map_type(i.ty),
            *at(fp, i.m),
            at(fp, i.key),
            at(fp, i.dst)
        )
    );
    NEXT
}

#[inline(never)]
unsafe fn map_get2(i: &enc::MapGet2, fp: Fp, cx: *mut Cx) -> Flow {
    let t = types(cx);
    if i.ok == NO_REG {
        get!(cx, assignable(t, i, fp));
    }
    let ok = get!(
        cx,
        map::get(
            t,
            t.map_type(i.ty),
            *at(fp, i.m),
            at(fp, i.key),
            at(fp, i.dst)
        )
    );
    if i.ok != NO_REG {
        *at(fp, i.ok) = ok as u64;
    }
    NEXT
}

/// What assigning to the element would panic with, if it would.
unsafe fn assignable(types: &TypeTable, i: &enc::MapGet2, fp: Fp) -> Result<(), Trap> {
    let m = *at(fp, i.m);
    if m == 0 {
        return Err(Trap::plain("assignment to entry in nil map"));
    }
    if map::len(m) == 0 {
        hash_eq::hash_slots(types, types.rtype(i.ty).key, at(fp, i.key), 0)?;
    }
    Ok(())
}

#[inline(never)]
unsafe fn map_set(i: &enc::MapSet, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let t = types(cx);
    get!(
        cx,
        map::set(
            t,
            &mut (*cx).cache,
            t.map_type(i.ty),
            *at(fp, i.m),
            at(fp, i.key),
            at(fp, i.val)
        )
    );
    NEXT
}

#[inline(never)]
unsafe fn map_delete(i: &enc::MapDelete, fp: Fp, cx: *mut Cx) -> Flow {
    let t = types(cx);
    get!(
        cx,
        map::delete(t, t.map_type(i.ty), *at(fp, i.m), at(fp, i.key))
    );
    NEXT
}

#[inline(never)]
unsafe fn map_len(i: &enc::MapLen, fp: Fp, _cx: *mut Cx) -> Flow {
    *at(fp, i.dst) = map::len(*at(fp, i.m));
    NEXT
}

#[inline(never)]
unsafe fn map_clear(i: &enc::MapClear, fp: Fp, cx: *mut Cx) -> Flow {
    get!(cx, map::clear(types(cx).map_type(i.ty), *at(fp, i.m)));
    NEXT
}

#[inline(never)]
unsafe fn map_iter(i: &enc::MapIter, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let random = choice::bits((*cx).p, Choice::Map);
    let ty = types(cx).map_type(i.ty);
    *at(fp, i.it) = get!(
        cx,
        map::iter_init(types(cx), &mut (*cx).cache, ty, *at(fp, i.m), random)
    );
    NEXT
}

/// 1 at the end.
#[inline(never)]
unsafe fn map_next(i: &enc::MapNext, fp: Fp, cx: *mut Cx) -> Flow {
    let slot = |r: Reg| {
        if r == NO_REG {
            std::ptr::null_mut()
        } else {
            at(fp, r)
        }
    };
    match map::iter_next(*at(fp, i.it), slot(i.key), slot(i.val)) {
        Ok(true) => NEXT,
        Ok(false) => 1,
        Err(t) => {
            (*cx).trap = Some(t);
            TRAP
        }
    }
}
