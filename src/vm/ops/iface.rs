//! Interfaces.

use super::calls;
use super::get;
use super::ops;
use super::poll;
use super::types;
use crate::bytecode::RType;
use crate::bytecode::TypeId;
use crate::bytecode::instr::enc;
use crate::value::Iface;
use crate::value::Trap;
use crate::value::iface;
use crate::vm::Cx;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::Fp;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::Pc;

ops! {
    MkIface |i, m| { m.set2(i.dst, u64::from(i.ty.0), m.r(i.src)); NEXT }
    IsType |i, m| { m.set(i.dst, (m.r(i.src) == u64::from(i.ty.0)) as u64); NEXT }
    JNotType |i, m| {
        if m.r(i.src) != u64::from(i.ty.0) {
            crate::vm::dispatch::nocmov();
            m.pc = m.pc.offset(i.to as isize);
        }
        NEXT
    }
    UnboxIface |i, m| {
        if types(m.cx).info(i.ty).slots == 1 {
            m.set(i.dst, m.r1(i.src));
            return NEXT;
        }
        unbox_iface(i, m.fp, m.cx)
    }
    AssertType |i, m| {
        if m.r(i.src) != u64::from(i.ty.0) {
            return m.cold(i, assert_type_failed);
        }
        NEXT
    }
}

calls! {
    BoxIface = box_iface;
    AssertIface = assert_iface;
    Implements = implements;
}

#[inline(never)]
unsafe fn box_iface(i: &enc::BoxIface, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let v = get!(
        cx,
        iface::wrap(types(cx), &mut (*cx).cache, i.ty, fp.add(i.src.0 as usize))
    );
    let [a, b] = v.slots();
    *fp.add(i.dst.0 as usize) = a;
    *fp.add(i.dst.0 as usize + 1) = b;
    NEXT
}

#[inline(never)]
unsafe fn unbox_iface(i: &enc::UnboxIface, fp: Fp, cx: *mut Cx) -> Flow {
    let v = Iface {
        ty: i.ty,
        data: *fp.add(i.src.0 as usize + 1),
    };
    iface::unwrap(types(cx), v, fp.add(i.dst.0 as usize));
    NEXT
}

/// "interface conversion: ...", `iface` being the static type and `have` the dynamic one.
fn conversion(t: &crate::value::TypeTable, iface: TypeId, have: TypeId, want: TypeId) -> Trap {
    let inter = match iface.0 {
        0 => "interface",
        _ => &*t.rtype(iface).name,
    };
    let inter = if inter == "any" {
        "interface {}"
    } else {
        inter
    };
    let w = t.rtype(want);
    if have.0 == 0 {
        let w: &str = if &*w.name == "any" {
            "interface {}"
        } else {
            &w.name
        };
        let inter = if t.rtype(want).kind == crate::bytecode::Kind::Interface {
            "interface"
        } else {
            inter
        };
        return Trap::TypeAssertion(
            format!("interface conversion: {inter} is nil, not {w}").into(),
        );
    }
    let h = t.rtype(have);
    let mut text = format!(
        "interface conversion: {inter} is {}, not {}",
        h.name, w.name
    );
    if h.name == w.name {
        text += if package_of(h) == package_of(w) {
            " (types from different scopes)"
        } else {
            " (types from different packages)"
        };
    }
    Trap::TypeAssertion(text.into())
}

/// The package that a type belongs to: that of its name, or that of a struct's unexported fields.
fn package_of(t: &RType) -> &str {
    let fields = t.fields.iter().map(|f| &*f.pkg);
    [&*t.pkg]
        .into_iter()
        .chain(fields)
        .find(|p| !p.is_empty())
        .unwrap_or("")
}

unsafe fn assert_type_failed(cx: *mut Cx, at: Pc) -> Flow {
    let i = &*(at as *const enc::AssertType);
    let have = TypeId(*(*cx).fp.add(i.src.0 as usize) as u32);
    let t = conversion(types(cx), i.iface, have, i.ty);
    super::trap(cx, t)
}

#[inline(never)]
unsafe fn assert_iface(i: &enc::AssertIface, fp: Fp, cx: *mut Cx) -> Flow {
    let have = TypeId(*fp.add(i.src.0 as usize) as u32);
    let t = types(cx);
    if have.0 == 0 {
        let e = conversion(t, i.iface, have, i.ty);
        return super::trap(cx, e);
    }
    if iface::implements(t, have, i.ty) {
        return NEXT;
    }
    let vm = &*(*cx).vm;
    let missing = t
        .rtype(i.ty)
        .imethods
        .iter()
        .filter(|m| {
            t.rtype(have)
                .methods
                .binary_search_by_key(*m, |x| x.id)
                .is_err()
        })
        .map(|m| vm.program.methods.get(m.index()).map_or("", |m| &*m.name))
        .min()
        .unwrap_or("");
    let text = format!(
        "interface conversion: {} is not {}: missing method {missing}",
        t.rtype(have).name,
        t.rtype(i.ty).name
    );
    super::trap(cx, Trap::TypeAssertion(text.into()))
}

#[inline(never)]
unsafe fn implements(i: &enc::Implements, fp: Fp, cx: *mut Cx) -> Flow {
    let have = TypeId(*fp.add(i.src.0 as usize) as u32);
    *fp.add(i.dst.0 as usize) = (have.0 != 0 && iface::implements(types(cx), have, i.ty)) as u64;
    NEXT
}
