//! Checker types to run-time types: layout in memory and in slots, names as `%T` prints them.
//!
//! `Layouts` is a memo over canonical type ids. A run-time type's number is given out at once, so that recursive types
//! work; its description is filled in from a queue afterwards. Layout itself never recurses through pointers.

use crate::base::Symbol;
use crate::bytecode::ChanDir;
use crate::bytecode::Field;
use crate::bytecode::Kind;
use crate::bytecode::LeafKind;
use crate::bytecode::RType;
use crate::bytecode::Repr;
use crate::bytecode::TypeId as RTypeId;
use crate::bytecode::shape::aggregate;
use crate::bytecode::shape::array;
use crate::bytecode::shape::scalar;
use crate::types;
use crate::types::BasicKind;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::Types;
use hashbrown::HashMap;
use std::fmt::Write;
use std::rc::Rc;

/// How values of a type lie in memory and in registers.
pub use crate::bytecode::shape::Shape as Layout;

/// No type may be larger: the address space has no room for a value of it, or not for many.
pub const LARGEST: u64 = 1 << 46;

/// Memoized layouts.
pub struct Layouts {
    memo: HashMap<TypeId, Rc<Layout>>,
}

impl Layouts {
    /// None known yet.
    pub fn new() -> Layouts {
        Layouts {
            memo: HashMap::new(),
        }
    }

    /// The layout of a type without type parameters.
    pub fn of(&mut self, types: &Types, t: TypeId) -> Rc<Layout> {
        let t = types.canon(t);
        if let Some(l) = self.memo.get(&t) {
            return l.clone();
        }
        let l = Rc::new(self.compute(types, t));
        self.memo.insert(t, l.clone());
        l
    }

    fn compute(&mut self, types: &Types, t: TypeId) -> Layout {
        match types.under(t) {
            Type::Basic(k) => basic(*k),
            Type::Pointer(_) | Type::Signature(_) | Type::Map { .. } | Type::Chan { .. } => {
                scalar(LeafKind::W64)
            }
            Type::Slice(_) | Type::Interface(_) => scalar(LeafKind::W128),
            Type::Struct(s) => {
                let parts: Vec<_> = s.fields.iter().map(|f| self.of(types, f.ty)).collect();
                aggregate(parts.iter().map(|p| p.part()))
            }
            Type::Array { len, elem } => {
                let e = self.of(types, *elem);
                let scalar = !matches!(types.under(*elem), Type::Struct(_) | Type::Array { .. });
                array(e.part(), scalar, *len as u64)
            }
            // Invalid types, tuples, unions and type parameters never get here from a program without errors.
            _ => scalar(LeafKind::W64),
        }
    }
}

impl Default for Layouts {
    fn default() -> Self {
        Self::new()
    }
}

fn basic(k: BasicKind) -> Layout {
    use BasicKind as B;
    scalar(match k {
        B::Bool | B::UntypedBool | B::Uint8 | B::Byte => LeafKind::U8,
        B::Int8 => LeafKind::I8,
        B::Int16 => LeafKind::I16,
        B::Uint16 => LeafKind::U16,
        B::Int32 | B::Rune | B::UntypedRune => LeafKind::I32,
        B::Uint32 | B::Float32 => LeafKind::U32,
        B::String | B::UntypedString | B::Complex128 | B::UntypedComplex => LeafKind::W128,
        _ => LeafKind::W64,
    })
}

/// For each 8-byte word of a value's memory whether it may hold a pointer; arrays give one element's words.
fn ptr_words(types: &Types, layouts: &mut Layouts, t: TypeId) -> Vec<bool> {
    let t = match types.under(t) {
        Type::Array { elem, .. } => *elem,
        _ => t,
    };
    let l = layouts.of(types, t);
    if l.size > 1 << 20 {
        return vec![true; 1];
    }
    let mut words = vec![false; (l.size as usize).div_ceil(8)];
    mark_ptrs(types, layouts, t, 0, &mut words);
    words
}

fn mark_ptrs(types: &Types, layouts: &mut Layouts, t: TypeId, at: u64, words: &mut [bool]) {
    let w = (at / 8) as usize;
    match types.under(t) {
        Type::Basic(k) => {
            if matches!(
                k,
                BasicKind::String
                    | BasicKind::UntypedString
                    | BasicKind::UnsafePointer
                    | BasicKind::UntypedNil
            ) {
                words[w] = true;
            }
        }
        Type::Interface(_) => words[w + 1] = true,
        Type::Pointer(_)
        | Type::Signature(_)
        | Type::Map { .. }
        | Type::Chan { .. }
        | Type::Slice(_) => words[w] = true,
        Type::Struct(s) => {
            let l = layouts.of(types, t);
            for (f, off) in s.fields.iter().zip(&l.fields) {
                mark_ptrs(types, layouts, f.ty, at + off.0, words);
            }
        }
        Type::Array { len, elem } => {
            let size = layouts.of(types, *elem).size;
            if size > 0 {
                for i in 0..*len as u64 {
                    mark_ptrs(types, layouts, *elem, at + i * size, words);
                }
            }
        }
        _ => {}
    }
}

/// Run-time types of the program under construction.
pub struct RTypes {
    /// Described so far; entry 0 is "no type".
    pub list: Vec<RType>,
    /// The checker type of each.
    pub checked: Vec<TypeId>,
    memo: HashMap<TypeId, RTypeId>,
    queue: Vec<TypeId>,
}

fn blank() -> RType {
    RType {
        kind: Kind::Invalid,
        name: "".into(),
        base_name: "".into(),
        pkg: "".into(),
        size: 0,
        align: 1,
        slots: 0,
        repr: Repr::Empty,
        leaves: Box::default(),
        ptr_words: Box::default(),
        comparable: false,
        plain_eq: false,
        elem: RTypeId(0),
        key: RTypeId(0),
        len: 0,
        dir: ChanDir::Both,
        fields: Box::default(),
        params: Box::default(),
        results: Box::default(),
        variadic: false,
        methods: Box::default(),
        imethods: Box::default(),
        ptr_to: RTypeId(0),
    }
}

impl RTypes {
    /// Only the placeholder.
    pub fn new() -> RTypes {
        RTypes {
            list: vec![blank()],
            checked: vec![TypeId::INVALID],
            memo: HashMap::new(),
            queue: vec![],
        }
    }

    /// The number of a type, described by the next `fill`.
    pub fn id(&mut self, types: &Types, t: TypeId) -> RTypeId {
        let t = types.canon(t);
        if let Some(&id) = self.memo.get(&t) {
            return id;
        }
        let id = RTypeId(self.list.len() as u32);
        self.list.push(blank());
        self.checked.push(t);
        self.memo.insert(t, id);
        self.queue.push(t);
        id
    }

    /// The number of a type if it has one.
    pub fn known(&self, types: &Types, t: TypeId) -> Option<RTypeId> {
        self.memo.get(&types.canon(t)).copied()
    }

    /// Describes what was numbered since; answers the newly described ones. Methods are left to the caller.
    pub fn fill(&mut self, types: &Types, layouts: &mut Layouts) -> Vec<RTypeId> {
        let mut out = Vec::new();
        while let Some(t) = self.queue.pop() {
            let id = self.memo[&t];
            let r = self.describe(types, layouts, t);
            self.list[id.index()] = r;
            if let Type::Pointer(base) = types.get(t)
                && let Some(base) = self.known(types, *base)
            {
                self.list[base.index()].ptr_to = id;
            }
            if let Some(p) = self.known(types, types.pointer(t)) {
                self.list[id.index()].ptr_to = p;
            }
            out.push(id);
        }
        out
    }

    fn describe(&mut self, types: &Types, layouts: &mut Layouts, t: TypeId) -> RType {
        let l = layouts.of(types, t);
        let mut r = RType {
            name: type_name(types, t).into(),
            size: l.size,
            align: l.align,
            slots: l.slots,
            repr: l.repr,
            leaves: l.leaves.clone().into(),
            ptr_words: ptr_words(types, layouts, t).into(),
            comparable: types.comparable(t),
            plain_eq: plain_eq(types, layouts, t),
            ..blank()
        };
        if let Type::Named(n) = types.get(t) {
            let obj = types.object(n.obj);
            r.base_name = types.str(obj.name).into();
            r.pkg = obj.pkg.map_or("", |p| &types.package(p).path).into();
            // Types declared in generic functions have type arguments, too.
            if r.name.ends_with(']') {
                let name = &r.name;
                r.base_name = name[name.find('.').map_or(0, |i| i + 1)..].into();
            }
        }
        match types.under(t) {
            Type::Basic(k) => {
                r.kind = basic_kind(*k);
                if !matches!(types.get(t), Type::Named(_)) {
                    r.base_name = r.name.clone();
                    if *k == BasicKind::UnsafePointer {
                        (r.pkg, r.base_name) = ("unsafe".into(), "Pointer".into());
                    }
                }
            }
            Type::Pointer(e) => (r.kind, r.elem) = (Kind::Pointer, self.id(types, *e)),
            Type::Slice(e) => (r.kind, r.elem) = (Kind::Slice, self.id(types, *e)),
            Type::Array { len, elem } => {
                (r.kind, r.len, r.elem) = (Kind::Array, *len as u64, self.id(types, *elem))
            }
            Type::Map { key, elem } => {
                (r.kind, r.key, r.elem) = (Kind::Map, self.id(types, *key), self.id(types, *elem))
            }
            Type::Chan { dir, elem } => {
                r.kind = Kind::Chan;
                r.elem = self.id(types, *elem);
                r.dir = match dir {
                    types::ChanDir::SendRecv => ChanDir::Both,
                    types::ChanDir::SendOnly => ChanDir::Send,
                    types::ChanDir::RecvOnly => ChanDir::Recv,
                };
            }
            Type::Signature(s) => {
                r.kind = Kind::Func;
                r.params = s.params.iter().map(|p| self.id(types, p.ty)).collect();
                r.results = s.results.iter().map(|p| self.id(types, p.ty)).collect();
                r.variadic = s.variadic;
            }
            Type::Struct(s) => {
                r.kind = Kind::Struct;
                r.fields = s
                    .fields
                    .iter()
                    .zip(&l.fields)
                    .map(|(f, at)| Field {
                        name: types.str(f.name).into(),
                        ty: self.id(types, f.ty),
                        offset: at.0 as u32,
                        slot: at.1,
                        embedded: f.embedded,
                        pkg: if types.is_exported(f.name) {
                            ""
                        } else {
                            f.pkg.map_or("", |p| &types.package(p).path)
                        }
                        .into(),
                        tag: types.str(f.tag).into(),
                    })
                    .collect();
            }
            Type::Interface(_) => r.kind = Kind::Interface,
            _ => {}
        }
        r
    }
}

impl Default for RTypes {
    fn default() -> Self {
        Self::new()
    }
}

fn basic_kind(k: BasicKind) -> Kind {
    use BasicKind as B;
    match k {
        B::Bool | B::UntypedBool => Kind::Bool,
        B::Int | B::UntypedInt => Kind::Int,
        B::Int8 => Kind::Int8,
        B::Int16 => Kind::Int16,
        B::Int32 | B::Rune | B::UntypedRune => Kind::Int32,
        B::Int64 => Kind::Int64,
        B::Uint => Kind::Uint,
        B::Uint8 | B::Byte => Kind::Uint8,
        B::Uint16 => Kind::Uint16,
        B::Uint32 => Kind::Uint32,
        B::Uint64 => Kind::Uint64,
        B::Uintptr => Kind::Uintptr,
        B::Float32 => Kind::Float32,
        B::Float64 | B::UntypedFloat => Kind::Float64,
        B::Complex64 => Kind::Complex64,
        B::Complex128 | B::UntypedComplex => Kind::Complex128,
        B::String | B::UntypedString => Kind::String,
        B::UnsafePointer | B::UntypedNil => Kind::UnsafePointer,
        B::Invalid => Kind::Invalid,
    }
}

/// Whether equality of two values is equality of their bytes in memory.
fn plain_eq(types: &Types, layouts: &mut Layouts, t: TypeId) -> bool {
    match types.under(t) {
        Type::Basic(k) => !matches!(
            k,
            BasicKind::Float32
                | BasicKind::Float64
                | BasicKind::Complex64
                | BasicKind::Complex128
                | BasicKind::String
        ),
        Type::Pointer(_) | Type::Chan { .. } => true,
        Type::Array { elem, .. } => plain_eq(types, layouts, *elem),
        Type::Struct(s) => {
            let l = layouts.of(types, t);
            let mut at = 0;
            for (f, off) in s.fields.iter().zip(&l.fields) {
                if off.0 != at || types.str(f.name) == "_" || !plain_eq(types, layouts, f.ty) {
                    return false;
                }
                at += layouts.of(types, f.ty).size;
            }
            at == l.size
        }
        _ => false,
    }
}

/// A type as `%T` and panics print it.
pub fn type_name(types: &Types, t: TypeId) -> String {
    let mut out = String::new();
    write_type(types, t, false, &mut out);
    out
}

/// `full`: package paths instead of names, as inside the brackets of an instance.
fn write_type(types: &Types, t: TypeId, full: bool, out: &mut String) {
    let t = types.canon(t);
    match types.get(t) {
        Type::Basic(k) => {
            out.push_str(if *k == BasicKind::UnsafePointer {
                "unsafe.Pointer"
            } else {
                k.name()
            });
        }
        Type::Named(n) => {
            let obj = types.object(n.obj);
            if let Some(p) = obj.pkg {
                let pkg = types.package(p);
                let name = types.str(pkg.name());
                out.push_str(if full && pkg.path != "main" {
                    &pkg.path
                } else {
                    name
                });
                out.push('.');
            }
            out.push_str(types.str(obj.name));
            let args = n
                .outer
                .iter()
                .chain(n.targs.iter())
                .filter(|_| n.origin.is_some());
            // The type arguments of the function around a type come first, and a semicolon after them.
            let mut sep = '[';
            for (i, a) in args.enumerate() {
                out.push(sep);
                write_type(types, *a, true, out);
                sep = if i + 1 == n.outer.len() { ';' } else { ',' };
            }
            if sep != '[' {
                out.push(']');
            }
            if full && let Some(n) = obj.local_number() {
                // Types of functions are told apart by numbers inside the brackets of an instance.
                let _ = write!(out, "·{n}");
            }
        }
        Type::Pointer(e) => {
            out.push('*');
            write_type(types, *e, full, out);
        }
        Type::Slice(e) => {
            out.push_str("[]");
            write_type(types, *e, full, out);
        }
        Type::Array { len, elem } => {
            let _ = write!(out, "[{len}]");
            write_type(types, *elem, full, out);
        }
        Type::Map { key, elem } => {
            out.push_str("map[");
            write_type(types, *key, full, out);
            out.push(']');
            write_type(types, *elem, full, out);
        }
        Type::Chan { dir, elem } => {
            out.push_str(match dir {
                types::ChanDir::SendRecv => "chan ",
                types::ChanDir::SendOnly => "chan<- ",
                types::ChanDir::RecvOnly => "<-chan ",
            });
            let inner = types.get(types.canon(*elem));
            let paren = *dir == types::ChanDir::SendRecv
                && matches!(
                    inner,
                    Type::Chan {
                        dir: types::ChanDir::RecvOnly,
                        ..
                    }
                );
            if paren {
                out.push('(');
            }
            write_type(types, *elem, full, out);
            if paren {
                out.push(')');
            }
        }
        Type::Signature(_) => {
            out.push_str("func");
            write_signature(types, t, full, out);
        }
        Type::Struct(s) => {
            out.push_str("struct {");
            for (i, f) in s.fields.iter().enumerate() {
                out.push_str(if i > 0 { "; " } else { " " });
                if !f.embedded {
                    if full {
                        qualify_unexported(types, f.name, f.pkg, out);
                    }
                    out.push_str(types.str(f.name));
                    out.push(' ');
                }
                write_type(types, f.ty, full, out);
                let tag = types.str(f.tag);
                if !tag.is_empty() {
                    let _ = write!(out, " {tag:?}");
                }
            }
            out.push_str(if s.fields.is_empty() { "}" } else { " }" });
        }
        Type::Interface(_) => {
            let set = types.type_set(types.underlying(t));
            out.push_str("interface {");
            for (i, m) in set.methods.iter().enumerate() {
                out.push_str(if i > 0 { "; " } else { " " });
                qualify_unexported(types, m.name, m.pkg, out);
                out.push_str(types.str(m.name));
                write_signature(types, m.sig, full, out);
            }
            out.push_str(if set.methods.is_empty() { "}" } else { " }" });
        }
        _ => out.push('?'),
    }
}

fn qualify_unexported(
    types: &Types,
    name: Symbol,
    pkg: Option<types::PackageId>,
    out: &mut String,
) {
    if let Some(p) = pkg.filter(|_| !types.is_exported(name)) {
        out.push_str(types.str(types.package(p).name()));
        out.push('.');
    }
}

fn write_signature(types: &Types, t: TypeId, full: bool, out: &mut String) {
    let Type::Signature(s) = types.get(types.canon(t)) else {
        return;
    };
    out.push('(');
    for (i, p) in s.params.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        let elem = match types.get(p.ty) {
            Type::Slice(e) if s.variadic && i + 1 == s.params.len() => {
                out.push_str("...");
                *e
            }
            _ => p.ty,
        };
        write_type(types, elem, full, out);
    }
    out.push(')');
    match &*s.results {
        [] => {}
        [one] => {
            out.push(' ');
            write_type(types, one.ty, full, out);
        }
        many => {
            out.push_str(" (");
            for (i, p) in many.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                write_type(types, p.ty, full, out);
            }
            out.push(')');
        }
    }
}
