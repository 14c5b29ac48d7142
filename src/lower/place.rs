//! Places: what can be loaded from and stored to. Selectors, indices and variables become places first, so reading,
//! assigning, `op=` and taking addresses share one walk.

use crate::bytecode::Instr;
use crate::bytecode::LeafKind;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::lower::arith::Num;
use crate::lower::func::FuncLower;
use crate::lower::func::Loc;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeId;

/// Something to load from or store to. Registers named here stay valid until the statement ends.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// Registers: a variable or temporary, or a field of one.
    Reg(Reg),
    /// Memory at a pointer plus an offset; a nil pointer faults at the access.
    Mem(Reg, u64),
    /// A package-level variable.
    Global(u64),
    /// An element of a slice.
    SliceElem {
        /// The slice.
        s: Reg,
        /// The index.
        i: Reg,
    },
    /// An element of eight bytes of an array in memory, bound checked.
    ArrayElem {
        /// Address of the array.
        ptr: Reg,
        /// The index.
        i: Reg,
    },
    /// An element of an array held in registers, bound checked.
    RegElem {
        /// First register.
        base: Reg,
        /// The index.
        i: Reg,
        /// Slots of an element.
        n: u16,
    },
    /// An element of a map.
    MapElem {
        /// The map.
        m: Reg,
        /// The key, in slots.
        key: Reg,
        /// The map's type.
        ty: TypeId,
    },
    /// `_`
    Blank,
}

impl FuncLower<'_, '_> {
    /// Where a variable lives; package-level ones are given their place on first use.
    pub fn loc(&mut self, o: ObjectId) -> Loc {
        match self.vars.get(&o) {
            Some(l) => *l,
            None => Loc::Global(self.lw.global(o)),
        }
    }

    /// The place of a variable.
    pub fn var_place(&mut self, o: ObjectId, t: TypeId) -> Place {
        let mem = self.layout(t).repr == Repr::Mem;
        match self.loc(o) {
            Loc::Reg(r) if mem => Place::Mem(r, 0),
            Loc::Reg(r) => Place::Reg(r),
            Loc::Cell(r) => Place::Mem(r, 0),
            Loc::Cap(i) => {
                let n = self.slots(t);
                let r = self.alloc(n);
                self.load_caps(r, i, n);
                if mem { Place::Mem(r, 0) } else { Place::Reg(r) }
            }
            Loc::CapCell(i) => {
                let r = self.alloc(1);
                self.emit(Instr::LoadCap { dst: r, i });
                Place::Mem(r, 0)
            }
            Loc::Global(off) => Place::Global(off as u64),
        }
    }

    /// Copies `n` captured slots from `i` on.
    pub fn load_caps(&mut self, dst: Reg, i: u16, n: u16) {
        let mut k = 0;
        while k < n {
            if n - k >= 2 {
                self.emit(Instr::LoadCap2 {
                    dst: dst.plus(k),
                    i: i + k,
                });
                k += 2;
            } else {
                self.emit(Instr::LoadCap {
                    dst: dst.plus(k),
                    i: i + k,
                });
                k += 1;
            }
        }
    }

    /// The place of an operand. What is no place by itself is evaluated, and its value is one.
    pub fn place(&mut self, e: ExprId) -> Place {
        let file = self.src.file;
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.place(*x),
            ExprKind::Ident(id) => {
                if self.lw.world.names.resolve(file.name_of(*id)) == "_" {
                    return Place::Blank;
                }
                match self.src.object_of(*id) {
                    Some(o) if self.lw.types().object(o).is_var() => {
                        let t = self.var_type(o);
                        self.var_place(o, t)
                    }
                    _ => self.value_place(e),
                }
            }
            ExprKind::StarExpr { x } => {
                if let Some(r) = self.reinterpreted(*x) {
                    return Place::Reg(r);
                }
                let p = self.expr(*x);
                Place::Mem(p, 0)
            }
            ExprKind::SelectorExpr { x, sel } => {
                let (x, sel) = (*x, *sel);
                if let Some(o) = self.src.qualified(e, sel) {
                    let t = self.var_type(o);
                    return if self.lw.types().object(o).is_var() {
                        self.var_place(o, t)
                    } else {
                        self.value_place(e)
                    };
                }
                match self.field_path(e) {
                    Some(path) => {
                        let t = self.ty(x);
                        self.pos = self.src.file.pos(e);
                        let (place, t) = self.deref_if_pointer(x, t);
                        self.walk_fields(place, t, &path).0
                    }
                    None => self.value_place(e),
                }
            }
            ExprKind::IndexExpr { x, indices, .. } => {
                let (x, i) = (*x, indices[0]);
                self.index_place(e, x, i)
            }
            _ => self.value_place(e),
        }
    }

    /// The type of a variable with type arguments in place.
    pub fn var_type(&self, o: ObjectId) -> TypeId {
        self.subst_type(self.lw.types().object(o).ty_or_invalid())
    }

    fn value_place(&mut self, e: ExprId) -> Place {
        let t = self.ty(e);
        let r = self.expr(e);
        if self.layout(t).repr == Repr::Mem {
            Place::Mem(r, 0)
        } else {
            Place::Reg(r)
        }
    }

    /// The operand of a selector: its place, or the memory it points to; and the struct's type.
    pub fn deref_if_pointer(&mut self, x: ExprId, t: TypeId) -> (Place, TypeId) {
        let types = self.lw.types();
        match types.under(t) {
            Type::Pointer(base) => {
                let base = self.subst_type(*base);
                let p = self.expr(x);
                (Place::Mem(p, 0), base)
            }
            _ => (self.place(x), t),
        }
    }

    /// Follows field indices, through embedded pointers.
    pub fn walk_fields(
        &mut self,
        mut place: Place,
        mut t: TypeId,
        path: &[u32],
    ) -> (Place, TypeId) {
        for &k in path {
            let types = self.lw.types();
            if let Type::Pointer(base) = types.under(t) {
                let base = self.subst_type(*base);
                let p = self.load_place(place, t);
                (place, t) = (Place::Mem(p, 0), base);
            }
            let types = self.lw.types();
            let Type::Struct(s) = types.under(t) else {
                unreachable!("invariant: a field path leads through structs")
            };
            let ft = self.subst_type(s.fields[k as usize].ty);
            let l = self.layout(t);
            let (off, slot) = l.fields[k as usize];
            place = match place {
                Place::Reg(r) if l.repr == Repr::Mem => Place::Mem(r, off),
                Place::Reg(r) => Place::Reg(r.plus(slot)),
                Place::Mem(p, o) => Place::Mem(p, o + off),
                Place::Global(o) => Place::Global(o + off),
                Place::RegElem { .. } | Place::MapElem { .. } | Place::Blank => {
                    let r = self.load_place(place, t);
                    if l.repr == Repr::Mem {
                        Place::Mem(r, off)
                    } else {
                        Place::Reg(r.plus(slot))
                    }
                }
                Place::SliceElem { .. } | Place::ArrayElem { .. } => {
                    let p = self.address(place, t);
                    Place::Mem(p, off)
                }
            };
            // A large field inside registers cannot be: large parts make the whole large.
            t = ft;
        }
        (place, t)
    }

    fn index_place(&mut self, e: ExprId, x: ExprId, i: ExprId) -> Place {
        let types = self.lw.types();
        let xt = self.ty(x);
        match types.under(xt) {
            Type::Slice(_) => {
                let s = self.expr(x);
                let i = self.index_value(i);
                self.pos = self.src.file.pos(e);
                Place::SliceElem { s, i }
            }
            Type::Map { key, .. } => {
                let key = *key;
                let m = self.expr(x);
                let key = self.value_as(i, key);
                self.pos = self.src.file.pos(e);
                Place::MapElem { m, key, ty: xt }
            }
            Type::Array { len, elem } => {
                let (len, elem) = (*len, self.subst_type(*elem));
                let base = self.place(x);
                self.array_elem(base, xt, len, elem, i)
            }
            Type::Pointer(base) => {
                let at = self.subst_type(*base);
                let types = self.lw.types();
                let Type::Array { len, elem } = types.under(at) else {
                    unreachable!("invariant: only pointers to arrays are indexed")
                };
                let (len, elem) = (*len, self.subst_type(*elem));
                let p = self.expr(x);
                self.array_elem(Place::Mem(p, 0), at, len, elem, i)
            }
            _ => {
                // A string: its bytes are no places; or a generic function's instance.
                self.value_place(e)
            }
        }
    }

    fn array_elem(&mut self, base: Place, at: TypeId, len: i64, elem: TypeId, i: ExprId) -> Place {
        let n = self.slots(elem);
        let size = self.layout(elem).size;
        if let Some(k) = self.const_int(i)
            && k >= 0
            && k < len
        {
            return match base {
                Place::Reg(r) => Place::Reg(r.plus(k as u16 * n)),
                Place::Mem(p, off) => Place::Mem(p, off + k as u64 * size),
                Place::Global(off) => Place::Global(off + k as u64 * size),
                Place::SliceElem { .. } | Place::ArrayElem { .. } => {
                    let p = self.address(base, at);
                    Place::Mem(p, k as u64 * size)
                }
                _ => {
                    let r = self.load_place(base, at);
                    if self.layout(at).repr == Repr::Mem {
                        Place::Mem(r, k as u64 * size)
                    } else {
                        Place::Reg(r.plus(k as u16 * n))
                    }
                }
            };
        }
        let i = self.index_value(i);
        let limit = i32::try_from(len).unwrap_or(i32::MAX);
        let base = match base {
            Place::RegElem { .. } | Place::MapElem { .. } | Place::Blank => {
                let r = self.load_place(base, at);
                if self.layout(at).repr == Repr::Mem {
                    Place::Mem(r, 0)
                } else {
                    Place::Reg(r)
                }
            }
            b => b,
        };
        match base {
            Place::Reg(r) => {
                self.emit(Instr::BoundsK { i, n: limit });
                Place::RegElem { base: r, i, n }
            }
            b => {
                let ptr = self.address(b, at);
                self.emit(Instr::BoundsK { i, n: limit });
                if self.leaf(elem) == Some(LeafKind::W64) {
                    return Place::ArrayElem { ptr, i };
                }
                let dst = self.alloc(1);
                self.emit(Instr::ElemAddr {
                    dst,
                    ptr,
                    i,
                    size: size as i32,
                });
                Place::Mem(dst, 0)
            }
        }
    }

    /// Loads a place into registers of its own or, where it is in registers already, says which.
    pub fn load_place(&mut self, p: Place, t: TypeId) -> Reg {
        match p {
            Place::Reg(r) => r,
            Place::Mem(r, 0) if self.layout(t).repr == Repr::Mem => r,
            _ => {
                let dst = self.alloc_for(t);
                self.load_place_to(p, t, dst);
                dst
            }
        }
    }

    /// Loads a place into `dst`. A large value becomes its address.
    pub fn load_place_to(&mut self, p: Place, t: TypeId, dst: Reg) {
        match p {
            Place::Reg(r) => {
                let n = self.slots(t);
                self.mov(dst, r, n);
            }
            Place::Mem(r, off) => self.load(dst, r, off, t),
            Place::Global(off) => match self.leaf(t) {
                Some(LeafKind::W64) => self.emit(Instr::LoadG64 {
                    dst,
                    off: off as i32,
                }),
                Some(LeafKind::W128) => self.emit(Instr::LoadG128 {
                    dst,
                    off: off as i32,
                }),
                _ => {
                    let a = self.alloc(1);
                    self.emit(Instr::GlobalAddr {
                        dst: a,
                        off: off as i32,
                    });
                    self.load(dst, a, 0, t);
                }
            },
            Place::SliceElem { s, i } => match self.leaf(t) {
                Some(k) => self.emit(match k {
                    LeafKind::I8 => Instr::IndexI8 { dst, s, i },
                    LeafKind::U8 => Instr::IndexU8 { dst, s, i },
                    LeafKind::I16 => Instr::IndexI16 { dst, s, i },
                    LeafKind::U16 => Instr::IndexU16 { dst, s, i },
                    LeafKind::I32 => Instr::IndexI32 { dst, s, i },
                    LeafKind::U32 => Instr::IndexU32 { dst, s, i },
                    LeafKind::W64 => Instr::Index64 { dst, s, i },
                    LeafKind::W128 => Instr::Index128 { dst, s, i },
                }),
                None => {
                    let a = self.address(p, t);
                    self.load(dst, a, 0, t);
                }
            },
            Place::ArrayElem { ptr, i } => self.emit(Instr::Elem64 { dst, ptr, i }),
            Place::RegElem { base, i, n } => self.emit(Instr::RegElem { dst, base, i, n }),
            Place::MapElem { m, key, ty } => {
                let ty = self.rtype(ty);
                self.emit(Instr::MapGet { dst, m, key, ty });
            }
            Place::Blank => {}
        }
    }

    /// Stores registers to a place. A large value is copied from its address.
    pub fn store_place(&mut self, p: Place, t: TypeId, src: Reg) {
        match p {
            Place::Reg(r) => {
                let n = self.slots(t);
                self.mov(r, src, n);
            }
            Place::Mem(r, off) => self.store(r, off, src, t),
            Place::Global(off) => match self.leaf(t) {
                Some(LeafKind::W64) => self.emit(Instr::StoreG64 {
                    src,
                    off: off as i32,
                }),
                Some(LeafKind::W128) => self.emit(Instr::StoreG128 {
                    src,
                    off: off as i32,
                }),
                _ => {
                    let a = self.alloc(1);
                    self.emit(Instr::GlobalAddr {
                        dst: a,
                        off: off as i32,
                    });
                    self.store(a, 0, src, t);
                }
            },
            Place::SliceElem { s, i } => match self.leaf(t) {
                Some(k) => self.emit(match k {
                    LeafKind::I8 | LeafKind::U8 => Instr::SetIndex8 { s, i, src },
                    LeafKind::I16 | LeafKind::U16 => Instr::SetIndex16 { s, i, src },
                    LeafKind::I32 | LeafKind::U32 => Instr::SetIndex32 { s, i, src },
                    LeafKind::W64 => Instr::SetIndex64 { s, i, src },
                    LeafKind::W128 => Instr::SetIndex128 { s, i, src },
                }),
                None => {
                    let a = self.address(p, t);
                    self.store(a, 0, src, t);
                }
            },
            Place::ArrayElem { ptr, i } => self.emit(Instr::SetElem64 { ptr, i, src }),
            Place::RegElem { base, i, n } => self.emit(Instr::SetRegElem { base, i, src, n }),
            Place::MapElem { m, key, ty } => {
                let src = self.own(src, t);
                let ty = self.rtype(ty);
                self.emit(Instr::MapSet {
                    m,
                    key,
                    val: src,
                    ty,
                });
            }
            Place::Blank => {}
        }
    }

    /// The address of a place in memory. A value in registers is copied to memory first, which only happens to
    /// temporaries: variables whose address is taken live in cells.
    pub fn address(&mut self, p: Place, t: TypeId) -> Reg {
        match p {
            Place::Mem(r, 0) => r,
            Place::Mem(r, off) => {
                let dst = self.alloc(1);
                self.add_ptr(dst, r, off);
                dst
            }
            Place::Global(off) => {
                let dst = self.alloc(1);
                self.emit(Instr::GlobalAddr {
                    dst,
                    off: off as i32,
                });
                dst
            }
            Place::SliceElem { s, i } => {
                let dst = self.alloc(1);
                let size = self.layout(t).size;
                self.emit(Instr::IndexAddr {
                    dst,
                    s,
                    i,
                    size: size as i32,
                });
                dst
            }
            Place::ArrayElem { ptr, i } => {
                let dst = self.alloc(1);
                self.emit(Instr::ElemAddr {
                    dst,
                    ptr,
                    i,
                    size: 8,
                });
                dst
            }
            Place::Reg(_) | Place::RegElem { .. } | Place::MapElem { .. } | Place::Blank => {
                let src = self.load_place(p, t);
                let dst = self.alloc(1);
                let ty = self.rtype(t);
                if self.layout(t).repr == Repr::Mem {
                    self.emit(Instr::NewCopy { dst, src, ty });
                } else {
                    self.emit(Instr::NewBox { dst, src, ty });
                }
                dst
            }
        }
    }

    /// An index as a slot; constants are loaded.
    pub fn index_value(&mut self, i: ExprId) -> Reg {
        let r = self.expr(i);
        if self.src.const_of(i).is_none() && self.num(self.ty(i)) == Num::Int(64, false) {
            self.unsigned.insert(r);
        } else {
            self.unsigned.remove(&r);
        }
        r
    }

    /// `dst := s[r][c]` of a slice of slices with eight-byte elements, in one instruction; false: it is something else.
    pub fn row_load(&mut self, e: ExprId, dst: Reg) -> bool {
        let file = self.src.file;
        let ExprKind::IndexExpr { x, indices, .. } = &file.expr(e).kind else {
            return false;
        };
        let (row, c) = (file.unparen(*x), indices[0]);
        let ExprKind::IndexExpr { x: s, indices, .. } = &file.expr(row).kind else {
            return false;
        };
        let (s, r) = (*s, indices[0]);
        if !self.src.is_value(s) || !self.src.is_value(row) {
            return false;
        }
        let (outer, inner, elem) = (self.ty(s), self.ty(row), self.ty(e));
        let types = self.lw.types();
        if !matches!(
            (types.under(outer), types.under(inner)),
            (Type::Slice(_), Type::Slice(_))
        ) || self.leaf(elem) != Some(LeafKind::W64)
        {
            return false;
        }
        let s = self.expr(s);
        let r = self.index_value(r);
        let c = self.index_value(c);
        self.pos = file.pos(e);
        self.emit(Instr::Index64Row { dst, s, r, c });
        true
    }
}
