//! A whole program: functions, types, constants and the tables instructions index.

use crate::bytecode::instr::{FuncId, MethodId, Reg, TypeId};
use crate::bytecode::rtype::Method;
use crate::bytecode::rtype::RType;

/// A program ready to run.
#[derive(Default)]
pub struct Program {
    /// Functions, by `FuncId`.
    pub funcs: Vec<Func>,
    /// Run-time types, by `TypeId`; entry 0 is a placeholder for "no type".
    pub types: Vec<RType>,
    /// String constants, by `StrId`.
    pub strings: Vec<Box<[u8]>>,
    /// The natives that are called, by `NativeId`.
    pub natives: Vec<Native>,
    /// Method names, by `MethodId`.
    pub methods: Vec<MethodName>,
    /// Select tables, by `TableId`.
    pub selects: Vec<SelectTable>,
    /// Bytes of global variables (16-aligned; scanned conservatively).
    pub globals_size: u32,
    /// Objects have to tell their types, since the program converts from unsafe.Pointer.
    pub typed: bool,
    /// If so: byte offset and type of each global variable, sorted.
    pub globals: Vec<(u32, TypeId)>,
    /// Runs all package initialization, then main.main. Takes and returns nothing.
    pub entry: FuncId,
    /// File names, as tracebacks print them.
    pub files: Vec<Box<str>>,
    /// Types and functions of the library that the VM itself needs.
    pub well_known: WellKnown,
}

/// What is added to a program that runs already (the prompt). Tables only grow: ids that were given out keep their meaning,
/// and the first new entry of each table follows its last old one.
#[derive(Default)]
pub struct Extension {
    /// More functions.
    pub funcs: Vec<Func>,
    /// More run-time types.
    pub types: Vec<RType>,
    /// Types already there whose table of methods changed, because a method was declared later or is now called through
    /// an interface: the whole new table.
    pub method_tables: Vec<(TypeId, Box<[Method]>)>,
    /// More string constants.
    pub strings: Vec<Box<[u8]>>,
    /// More natives.
    pub natives: Vec<Native>,
    /// More method names.
    pub methods: Vec<MethodName>,
    /// More select tables.
    pub selects: Vec<SelectTable>,
    /// Bytes of all global variables from now on; the new ones are zero.
    pub globals_size: u32,
    /// As [`Program::globals`]: all of them.
    pub globals: Vec<(u32, TypeId)>,
    /// More file names.
    pub files: Vec<Box<str>>,
    /// All of it, as known now.
    pub well_known: WellKnown,
    /// Runs the new initializers and statements. Takes and returns nothing.
    pub entry: FuncId,
}

/// A native function as the program names it: `strings.Index`, `internal/rt.Kind`, `(*os.File).fd` does not occur.
#[derive(Clone, Debug)]
pub struct Native {
    /// Import path, dot, name.
    pub name: Box<str>,
    /// Slots of all arguments.
    pub args: u16,
    /// Slots of all results.
    pub results: u16,
}

/// A method name; unexported ones are distinct per package.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MethodName {
    /// The name.
    pub name: Box<str>,
    /// Package path when unexported, else empty.
    pub pkg: Box<str>,
    /// Its function type without receiver, when the program asks for methods by reflection (0 otherwise).
    pub sig: TypeId,
}

/// A function.
#[derive(Clone, Default)]
pub struct Func {
    /// As tracebacks print it: `main.main.func1`, `main.(*T).m`, `main.Map[...]`.
    pub name: Box<str>,
    /// Encoded instructions.
    pub code: Vec<u64>,
    /// Registers of a frame, call areas above included: a callee's frame may begin at `nregs + FRAME_HEADER` at most.
    pub nregs: u16,
    /// Slots of the parameters (receiver first), in registers 0...
    pub param_slots: u16,
    /// Slots of the results, in registers 0.. on return.
    pub result_slots: u16,
    /// Source lines by word offset, sorted.
    pub lines: Vec<LineEntry>,
    /// Instructions with indices of unsigned types, whose errors print them so: words from and
    /// to, and a set of operands ([`UNSIGNED_LOW`] and the like); sorted.
    pub unsigned: Vec<(u32, u32, u8)>,
    /// The register that heads the list of deferred calls, when the function defers. Zeroed by its prologue.
    pub defer_list: Option<Reg>,
    /// Where a frame goes on after a recovered panic: word offset of the epilogue that runs the remaining deferred
    /// calls and returns the current results.
    pub recover_pc: u32,
    /// A wrapper made by lowering (method value, go or defer statement with arguments, interface method): left out of
    /// tracebacks and of recover's rule about who called it.
    pub wrapper: bool,
    /// Jump tables, by `TableId` of `JTable`.
    pub jump_tables: Vec<JumpTable>,
    /// Library code: tracebacks and checks may treat it apart.
    pub library: bool,
}

/// The index, or the lower bound of a slice.
pub const UNSIGNED_LOW: u8 = 1;
/// The upper bound of a slice.
pub const UNSIGNED_HIGH: u8 = 2;
/// The third bound of a slice.
pub const UNSIGNED_MAX: u8 = 4;

/// From word offset `pc` on, code belongs to this line.
#[derive(Clone, Copy, Debug)]
pub struct LineEntry {
    /// Word offset.
    pub pc: u32,
    /// Index into `Program::files`.
    pub file: u32,
    /// Line from 1.
    pub line: u32,
}

/// A dense switch: `targets[a - lo]`, word offsets in the function.
#[derive(Clone, Debug)]
pub struct JumpTable {
    /// Value of the first entry.
    pub lo: i64,
    /// Word offsets.
    pub targets: Vec<u32>,
    /// Where everything else goes.
    pub default: u32,
}

/// Direction of a select case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum SelectDir {
    Send,
    Recv,
}

/// One case of a select statement. Operands were evaluated into registers before.
#[derive(Clone, Copy, Debug)]
pub struct SelectCase {
    /// Send or receive.
    pub dir: SelectDir,
    /// Register of the channel.
    pub ch: Reg,
    /// First register of the value to send, or where the received one goes (`NO_REG`: dropped).
    pub val: Reg,
    /// Where the comma-ok bool goes (`NO_REG`: not wanted).
    pub ok: Reg,
}

/// A select statement's cases in source order, without the default.
#[derive(Clone, Debug, Default)]
pub struct SelectTable {
    /// The cases.
    pub cases: Vec<SelectCase>,
    /// Whether there is a default case.
    pub default: bool,
}

/// What the VM needs from the library (package runtime in stdlib/). Zero ids: not in this program.
#[derive(Clone, Copy, Default, Debug)]
pub struct WellKnown {
    /// `runtime.errorString`, a named string type: run-time panics; its Error method adds "runtime error: ".
    pub error_string: TypeId,
    /// `runtime.boundsError`, the same for indices and slice bounds.
    pub bounds_error: TypeId,
    /// `runtime.plainError`, a named string type that is a runtime.Error printed without the prefix
    /// (`send on closed channel`, `all goroutines ...`).
    pub plain_error: TypeId,
    /// `*runtime.TypeAssertionError`, pointing to a struct of one string field, its message.
    pub type_assertion_error: TypeId,
    /// `*runtime.PanicNilError`.
    pub panic_nil_error: TypeId,
    /// `func runtime.panicText(v any) string`: what is printed after "panic: ", calling Error or String.
    pub panic_text: FuncId,
    /// `string`.
    pub string: TypeId,
    /// `error` and `any` as interface types, when used.
    pub error: TypeId,
    /// `reflect.Value`, if the program has it, and then `uint8`.
    pub reflect_value: TypeId,
    /// See `reflect_value`.
    pub uint8: TypeId,
    /// The method `Error`.
    pub error_method: MethodId,
}
