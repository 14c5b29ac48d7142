//! Code of package fmt that only values with methods need: most programs that print have such values, but the smallest have
//! not, and need not check and lower what would call `String` and `Error`.
//!
//! Natives print all values that hold nothing with methods for fmt ([`HOT`]); where they stop, `fmt.appendMethods` goes on. It is
//! left out as long as nothing could reach a native that has one. Such a value gets into an interface when one of its type is
//! converted, except for the runtime's own errors, which `recover` yields, and the error of writing to standard output; to be
//! printed, that one has to be converted from `error` to another interface type.

use crate::bytecode::FuncId;
use crate::bytecode::Instr;
use crate::lower::FuncKey;
use crate::lower::Lowerer;
use crate::lower::func::FuncLower;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeId;
use hashbrown::HashMap;

/// The methods that fmt calls.
const HOT: [&str; 4] = ["Error", "String", "Format", "GoString"];

/// The function that calls them.
const GATED: &str = "appendMethods";

/// Packages that put values with methods into interfaces which programs can not print unnoticed.
const EXEMPT: [&str; 2] = ["runtime", "internal/stdio"];

/// How deep types are looked into.
const MAX_DEPTH: u32 = 16;

/// Whether the program has values with methods that fmt calls.
#[derive(Default)]
pub struct Gate {
    open: bool,
    waiting: Option<(FuncKey, FuncId)>,
    /// Types whose values are printed without calling methods.
    plain: HashMap<TypeId, bool>,
}

impl Lowerer<'_> {
    /// From now on, all values may have methods.
    pub fn open_gate(&mut self) {
        self.gate.open = true;
        self.queue.extend(self.gate.waiting.take());
    }

    /// Whether a function waits until values with methods appear. It is put into the queue then.
    pub fn waits(&mut self, key: &FuncKey, id: FuncId) -> bool {
        if self.gate.open || self.gate.waiting.is_some() {
            return false;
        }
        let FuncKey::Decl(o, _) = key else {
            return false;
        };
        let types = self.types();
        let obj = types.object(*o);
        let is_gated = types.str(obj.name) == GATED
            && obj.pkg.is_some_and(|p| types.package(p).path == "fmt")
            && obj.parent().is_some();
        if is_gated {
            self.gate.waiting = Some((key.clone(), id));
        }
        is_gated
    }

    /// Gives the function that nothing will call a body.
    pub fn close_gate(&mut self) {
        if let Some((_, id)) = self.gate.waiting.take()
            && let Some(mut f) = self.wrapper(id, format!("fmt.{GATED}"))
        {
            f.emit(Instr::Unreachable {});
            f.finish(0, true, None);
        }
    }

    /// Whether fmt prints values of a type, and all that they can hold, without calling methods.
    fn is_plain(&mut self, t: TypeId, depth: u32) -> bool {
        let types = self.types();
        let t = types.canon(t);
        if let Some(&known) = self.gate.plain.get(&t) {
            return known;
        }
        // A type that contains itself is not looked at to its end.
        self.gate.plain.insert(t, false);
        let hot = |o: &ObjectId| HOT.contains(&types.name(*o));
        let plain = depth < MAX_DEPTH
            && !types.methods(t).iter().any(hot)
            && match types.under(t) {
                Type::Basic(_) | Type::Signature(_) | Type::Chan { .. } => true,
                Type::Pointer(e) | Type::Slice(e) => self.is_plain(*e, depth + 1),
                Type::Array { elem, .. } => self.is_plain(*elem, depth + 1),
                Type::Map { key, elem } => {
                    self.is_plain(*key, depth + 1) && self.is_plain(*elem, depth + 1)
                }
                Type::Struct(s) => s.fields.iter().all(|f| self.is_plain(f.ty, depth + 1)),
                _ => false,
            };
        self.gate.plain.insert(t, plain);
        plain
    }
}

impl FuncLower<'_, '_> {
    /// Notes that a value of a concrete type is put into an interface.
    pub fn note_boxed(&mut self, t: TypeId) {
        if self.lw.gate.open || EXEMPT.contains(&self.src.pkg.path.as_str()) {
            return;
        }
        if !self.lw.is_plain(t, 0) {
            self.lw.open_gate();
        }
    }

    /// Notes that an interface is converted to another interface type.
    pub fn note_flow(&mut self, from: TypeId, to: TypeId) {
        let types = self.lw.types();
        if self.lw.gate.open || !types.is_interface(to) || !types.is_interface(from) {
            return;
        }
        let methods = !types.type_set(types.underlying(from)).methods.is_empty();
        if methods && types.canon(from) != types.canon(to) {
            self.lw.open_gate();
        }
    }
}
