//! Types made while the program runs: pointers, slices, arrays, maps, channels, functions and structs of types there are.
//! Whoever asks for the same type twice, or for one that the program has, gets the same number: identity of types is equality
//! of their numbers.

use crate::bytecode::ChanDir;
use crate::bytecode::Field;
use crate::bytecode::Kind;
use crate::bytecode::LeafKind;
use crate::bytecode::Method;
use crate::bytecode::RType;
use crate::bytecode::Repr;
use crate::bytecode::TypeId;
use crate::bytecode::shape;
use crate::bytecode::shape::Shape;
use crate::heap::Heap;
use crate::value::TypeTable;
use hashbrown::HashMap;
use parking_lot::Mutex;
use std::fmt::Write;

/// A type without name, by what makes it identical to another.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Composite {
    /// `*T`.
    Pointer(TypeId),
    /// `[]T`.
    Slice(TypeId),
    /// `[n]T`.
    Array(u64, TypeId),
    /// `map[K]V`.
    Map(TypeId, TypeId),
    /// `chan T`; 0 both directions, 1 send, 2 receive.
    Chan(u8, TypeId),
    /// Parameters, results, variadic.
    Func(Box<[TypeId]>, Box<[TypeId]>, bool),
    /// Fields.
    Struct(Box<[FieldKey]>),
}

/// A field of a struct, without its place.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FieldKey {
    /// Name.
    pub name: Box<str>,
    /// Package path of an unexported name.
    pub pkg: Box<str>,
    /// Type.
    pub ty: TypeId,
    /// Tag.
    pub tag: Box<str>,
    /// Embedded.
    pub embedded: bool,
}

fn dir_number(d: ChanDir) -> u8 {
    match d {
        ChanDir::Both => 0,
        ChanDir::Send => 1,
        ChanDir::Recv => 2,
    }
}

/// What a type of the program is made of, unless it has a name or is an interface.
fn composite_of(t: &RType) -> Option<Composite> {
    if !t.base_name.is_empty() {
        return None;
    }
    Some(match t.kind {
        Kind::Pointer => Composite::Pointer(t.elem),
        Kind::Slice => Composite::Slice(t.elem),
        Kind::Array => Composite::Array(t.len, t.elem),
        Kind::Map => Composite::Map(t.key, t.elem),
        Kind::Chan => Composite::Chan(dir_number(t.dir), t.elem),
        Kind::Func => Composite::Func(t.params.clone(), t.results.clone(), t.variadic),
        Kind::Struct => Composite::Struct(
            t.fields
                .iter()
                .map(|f| FieldKey {
                    name: f.name.clone(),
                    pkg: f.pkg.clone(),
                    ty: f.ty,
                    tag: f.tag.clone(),
                    embedded: f.embedded,
                })
                .collect(),
        ),
        _ => return None,
    })
}

/// The composite types known so far.
#[derive(Default)]
pub struct Composites {
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    by_parts: HashMap<Composite, TypeId>,
    /// So many of the program's own types have been looked at.
    seen: usize,
}

impl Composites {
    /// The type's number; the type is made if there is none. None: there is no room for more types.
    pub fn find(&self, types: &TypeTable, heap: &Heap, c: Composite) -> Option<TypeId> {
        self.find_with(types, heap, c, Box::default())
    }

    /// The same with methods for a type that has to be made.
    pub fn find_with(
        &self,
        types: &TypeTable,
        heap: &Heap,
        c: Composite,
        methods: Box<[Method]>,
    ) -> Option<TypeId> {
        let mut known = self.known.lock();
        let all = types.all();
        for (i, t) in all.iter().enumerate().skip(known.seen) {
            if let Some(c) = composite_of(t) {
                known.by_parts.entry(c).or_insert(TypeId(i as u32));
            }
        }
        known.seen = all.len();
        if let Some(&t) = known.by_parts.get(&c) {
            return Some(t);
        }
        let mut made = describe(types, &c);
        made.methods = methods;
        let id = types.add(made, heap).ok()?;
        known.by_parts.insert(c, id);
        Some(id)
    }
}

fn shape_of(types: &TypeTable, c: &Composite) -> Shape {
    match c {
        Composite::Slice(_) => shape::scalar(LeafKind::W128),
        Composite::Array(n, e) => {
            let e = types.rtype(*e);
            let scalar = !matches!(e.kind, Kind::Struct | Kind::Array);
            shape::array(e.part(), scalar, *n)
        }
        Composite::Struct(fields) => {
            shape::aggregate(fields.iter().map(|f| types.rtype(f.ty).part()))
        }
        _ => shape::scalar(LeafKind::W64),
    }
}

fn describe(types: &TypeTable, c: &Composite) -> RType {
    let s = shape_of(types, c);
    let none = TypeId(0);
    let mut t = RType {
        kind: Kind::Pointer,
        name: name(types, c).into(),
        base_name: "".into(),
        pkg: "".into(),
        size: s.size,
        align: s.align,
        slots: s.slots,
        repr: s.repr,
        leaves: s.leaves.into(),
        ptr_words: Box::new([true]),
        comparable: true,
        plain_eq: true,
        elem: none,
        key: none,
        len: 0,
        dir: ChanDir::Both,
        fields: Box::default(),
        params: Box::default(),
        results: Box::default(),
        variadic: false,
        methods: Box::default(),
        imethods: Box::default(),
        ptr_to: none,
    };
    let reference = |t: &mut RType, kind| {
        (t.kind, t.comparable, t.plain_eq) = (kind, false, false);
    };
    match c {
        Composite::Pointer(e) => t.elem = *e,
        Composite::Chan(dir, e) => {
            (t.kind, t.elem) = (Kind::Chan, *e);
            t.dir = [ChanDir::Both, ChanDir::Send, ChanDir::Recv][usize::from(*dir).min(2)];
        }
        Composite::Slice(e) => {
            reference(&mut t, Kind::Slice);
            t.elem = *e;
            t.ptr_words = Box::new([true, false]);
        }
        Composite::Map(k, e) => {
            reference(&mut t, Kind::Map);
            (t.key, t.elem) = (*k, *e);
        }
        Composite::Func(params, results, variadic) => {
            reference(&mut t, Kind::Func);
            (t.params, t.results, t.variadic) = (params.clone(), results.clone(), *variadic);
        }
        Composite::Array(n, e) => {
            let r = types.rtype(*e);
            (t.kind, t.elem, t.len) = (Kind::Array, *e, *n);
            (t.comparable, t.plain_eq) = (r.comparable, r.plain_eq);
            // An array's map is that of one element, repeated.
            t.ptr_words = element_words(types, r);
        }
        Composite::Struct(fields) => {
            t.kind = Kind::Struct;
            t.fields = fields
                .iter()
                .zip(&s.fields)
                .map(|(f, at)| Field {
                    name: f.name.clone(),
                    ty: f.ty,
                    offset: at.0 as u32,
                    slot: at.1,
                    embedded: f.embedded,
                    pkg: f.pkg.clone(),
                    tag: f.tag.clone(),
                })
                .collect();
            t.comparable = fields.iter().all(|f| types.rtype(f.ty).comparable);
            t.plain_eq = no_gaps(types, &t);
            let mut words = vec![false; (t.size as usize).div_ceil(8)];
            mark(types, &t, 0, &mut words);
            t.ptr_words = words.into();
        }
    }
    if t.repr == Repr::Empty {
        t.ptr_words = Box::default();
    }
    t
}

/// Equality of all bytes is equality: fields of that kind, one right after the other.
fn no_gaps(types: &TypeTable, t: &RType) -> bool {
    let mut at = 0;
    for f in t.fields.iter() {
        let r = types.rtype(f.ty);
        if u64::from(f.offset) != at || &*f.name == "_" || !r.plain_eq {
            return false;
        }
        at += r.size;
    }
    at == t.size
}

fn element_words(types: &TypeTable, e: &RType) -> Box<[bool]> {
    let mut words = vec![false; (e.size as usize).div_ceil(8)];
    if e.size > 1 << 20 {
        return Box::new([true]);
    }
    mark(types, e, 0, &mut words);
    words.into()
}

/// Marks the words of a `t` at byte `at` that may hold pointers.
fn mark(types: &TypeTable, t: &RType, at: u64, words: &mut [bool]) {
    match t.kind {
        Kind::Struct => {
            for f in t.fields.iter() {
                mark(types, types.rtype(f.ty), at + u64::from(f.offset), words);
            }
        }
        Kind::Array => {
            let e = types.rtype(t.elem);
            if e.size > 0 {
                for i in 0..t.len {
                    mark(types, e, at + i * e.size, words);
                }
            }
        }
        _ => {
            for (k, &p) in t.ptr_words.iter().enumerate() {
                if p && let Some(w) = words.get_mut(at as usize / 8 + k) {
                    *w = true;
                }
            }
        }
    }
}

fn name(types: &TypeTable, c: &Composite) -> String {
    let of = |t: TypeId| &*types.rtype(t).name;
    match c {
        Composite::Pointer(e) => format!("*{}", of(*e)),
        Composite::Slice(e) => format!("[]{}", of(*e)),
        Composite::Array(n, e) => format!("[{n}]{}", of(*e)),
        Composite::Map(k, e) => format!("map[{}]{}", of(*k), of(*e)),
        Composite::Chan(0, e) if of(*e).starts_with("<-") => format!("chan ({})", of(*e)),
        Composite::Chan(0, e) => format!("chan {}", of(*e)),
        Composite::Chan(1, e) => format!("chan<- {}", of(*e)),
        Composite::Chan(_, e) => format!("<-chan {}", of(*e)),
        Composite::Func(params, results, variadic) => {
            let mut out = String::from("func(");
            for (i, &p) in params.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                if *variadic && i + 1 == params.len() {
                    let _ = write!(out, "...{}", of(types.rtype(p).elem));
                } else {
                    out.push_str(of(p));
                }
            }
            out.push(')');
            let list = |r: &[TypeId]| r.iter().map(|&t| of(t)).collect::<Vec<_>>().join(", ");
            match &**results {
                [] => {}
                [one] => {
                    let _ = write!(out, " {}", of(*one));
                }
                many => {
                    let _ = write!(out, " ({})", list(many));
                }
            }
            out
        }
        Composite::Struct(fields) => {
            let mut out = String::from("struct {");
            for (i, f) in fields.iter().enumerate() {
                out.push_str(if i > 0 { "; " } else { " " });
                if !f.embedded {
                    out.push_str(&f.name);
                    out.push(' ');
                }
                out.push_str(of(f.ty));
                if !f.tag.is_empty() {
                    let _ = write!(out, " {:?}", f.tag);
                }
            }
            out.push_str(if fields.is_empty() { "}" } else { " }" });
            out
        }
    }
}
