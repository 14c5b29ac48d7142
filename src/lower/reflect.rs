//! What package reflect needs of lowering: the instructions behind its calls, the function that functions made by
//! `reflect.MakeFunc` enter, pointer types and method signatures that only reflection asks for.

use crate::bytecode::FuncId;
use crate::bytecode::Instr;
use crate::bytecode::MethodId;
use crate::bytecode::Reg;
use crate::bytecode::TypeId as RTypeId;
use crate::lower::FuncKey;
use crate::lower::Lowerer;
use crate::lower::func::FuncLower;
use crate::syntax::ast::ExprId;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeId;

/// The native by which reflection gets at methods: a program that uses it has all exported methods of its types.
pub const METHOD_NATIVE: &str = "reflect.methodOf";

/// Arguments and results of a made function take at most so many slots.
const MAX_SLOTS: u16 = 256;

/// Calls of reflect's own functions that are instructions; answers where the result is.
pub fn call(f: &mut FuncLower<'_, '_>, name: &str, args: &[ExprId]) -> Option<Reg> {
    match name {
        "callSlots" => {
            let clo = f.value_as(args[0], TypeId::UNSAFE_POINTER);
            let buf = f.value_as(args[1], TypeId::UNSAFE_POINTER);
            let base = f.call_base(0);
            let base = base.0;
            f.emit(Instr::CallSlots { base, clo, buf });
            f.emit(Instr::SaveSlots { base, buf });
            Some(Reg(base))
        }
        "makeFuncEntry" => {
            let entry = f.lw.func(FuncKey::MakeFunc);
            let dst = f.alloc(1);
            f.emit(Instr::LoadFunc { dst, f: entry });
            Some(dst)
        }
        _ => None,
    }
}

/// The function behind every func value that reflection makes: it collects its arguments in a buffer, calls
/// `reflect.runMadeFunc` with what it captured and the buffer, and returns what that left in the buffer.
pub fn lower_make_func(lw: &mut Lowerer<'_>, id: FuncId) {
    let Some(run) = object(lw, "runMadeFunc") else {
        return;
    };
    let run = lw.func(FuncKey::Decl(run, Box::default()));
    let Some(mut f) = lw.wrapper(id, "reflect.makeFuncStub".into()) else {
        return;
    };
    f.alloc(MAX_SLOTS);
    let (buf, captured) = (f.alloc(1), f.alloc(1));
    f.emit(Instr::GatherSlots { dst: buf });
    f.load_caps(captured, 0, 1);
    let base = f.call_base(2);
    f.mov(base, captured, 1);
    f.mov(base.plus(1), buf, 1);
    f.emit(Instr::Call {
        base: base.0,
        f: run,
    });
    f.emit(Instr::SpreadSlots { buf });
    f.emit(Instr::Ret {});
    f.finish(0, true, None);
}

/// A declaration of package reflect.
fn object(lw: &Lowerer<'_>, name: &str) -> Option<ObjectId> {
    let types = lw.types();
    let p = lw.units.iter().find(|p| p.path == "reflect")?;
    types.lookup_in(types.package(p.id).scope, lw.world.names.intern(name))
}

impl Lowerer<'_> {
    /// Notes whether the program has package reflect, which a session may come to later.
    pub fn find_reflect(&mut self) {
        if self.reflect {
            return;
        }
        let Some(o) = object(self, "Value") else {
            return;
        };
        self.reflect = true;
        self.describe_all();
        self.open_gate();
        for i in 1..self.rtypes.list.len() {
            self.reach_pointer(RTypeId(i as u32));
        }
        let types = self.types();
        if let Some(t) = types.object(o).ty() {
            self.program.well_known.reflect_value = self.rtypes.id(types, t);
            self.program.well_known.uint8 = self.rtypes.id(types, TypeId::BYTE);
        }
    }

    /// Programs with reflect can make a pointer to every type they know; those to declared types have methods, so they must be
    /// known before the program runs.
    pub fn reach_pointer(&mut self, id: RTypeId) {
        if !self.reflect {
            return;
        }
        let types = self.types();
        let t = self.rtypes.checked[id.index()];
        if matches!(types.get(t), Type::Named(_)) && !types.is_interface(t) {
            self.rtypes.id(types, types.pointer(t));
        }
    }

    /// Whether reflection may call a method.
    pub fn reflected(&self, m: MethodId) -> bool {
        self.all_methods && self.program.methods[m.index()].pkg.is_empty()
    }

    /// The type of a method, which only reflection asks for.
    pub fn method_type(&mut self, m: MethodId) -> RTypeId {
        let types = self.types();
        self.rtypes.id(types, self.method_sigs[m.index()])
    }

    /// Gives every exported method its type, if the program asks for methods by reflection; whether there were new ones.
    /// That is for methods of interfaces; those of other types are in the types' own tables.
    pub fn describe_signatures(&mut self) -> bool {
        if !self.all_methods {
            return false;
        }
        let mut fresh = false;
        for i in 0..self.method_sigs.len() {
            let m = &self.program.methods[i];
            if m.sig.0 == 0 {
                self.program.methods[i].sig = self.method_type(MethodId(i as u32));
                fresh = true;
            }
        }
        fresh
    }
}
