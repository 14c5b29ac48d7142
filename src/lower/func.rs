//! One function being lowered: its registers, instructions and variables.
//!
//! Registers are handed out like a stack. Locals take theirs when declared and give them back when their block ends;
//! temporaries live until the statement ends. A call's frame is placed above everything in use, so a call never
//! moves anything but its own arguments.
//!
//! Reading rule all handlers obey: an instruction reads its operands before it writes its destination, so a destination
//! may be one of the operands.

use crate::base::Pos;
use crate::base::Symbol;
use crate::bytecode::FuncId;
use crate::bytecode::Instr;
use crate::bytecode::JumpTable;
use crate::bytecode::LabelId;
use crate::bytecode::LeafKind;
use crate::bytecode::Operand;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::bytecode::TypeId as RTypeId;
use crate::bytecode::UNSIGNED_HIGH;
use crate::bytecode::UNSIGNED_LOW;
use crate::bytecode::UNSIGNED_MAX;
use crate::bytecode::asm::Assembler;
use crate::lower::Lowerer;
use crate::lower::escape::Escapes;
use crate::lower::layout;
use crate::lower::layout::Layout;
use crate::lower::source::Source;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::StmtId;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::TypeMap;
use hashbrown::HashMap;
use hashbrown::HashSet;
use std::rc::Rc;

/// Slots below a frame's register 0: closure, caller's frame, return address.
pub const FRAME_HEADER: u16 = 3;

/// Positions fit below this bit; the operands of unsigned types are noted above.
const UNSIGNED_SHIFT: u32 = 29;

/// Where a variable lives.
#[derive(Clone, Copy, Debug)]
pub enum Loc {
    /// In registers; large values by pointer to memory of the variable's own.
    Reg(Reg),
    /// In the heap; the register holds the address.
    Cell(Reg),
    /// A captured value, first slot of the closure.
    Cap(u16),
    /// In the heap; the closure's slot holds the address.
    CapCell(u16),
    /// A package-level variable, byte offset.
    Global(u32),
}

/// What break and continue inside a statement mean.
pub struct Target {
    /// The statement, for labelled branches.
    pub stmt: StmtId,
    /// The label written before it.
    pub label: Option<Symbol>,
    /// Where break goes.
    pub brk: LabelId,
    /// Where continue goes, when it is a loop.
    pub cont: Option<LabelId>,
}

/// How the function gives back its results.
#[derive(Default)]
pub struct Results {
    /// The result variables, those without name included.
    pub vars: Vec<ObjectId>,
    /// Types of the results.
    pub types: Vec<TypeId>,
    /// Slot offset of each on return.
    pub offsets: Vec<u16>,
    /// Variables that hold them until then: named results, or registers kept for a function that defers.
    pub locs: Vec<Loc>,
    /// All slots.
    pub slots: u16,
    /// Whether the results are named.
    pub named: bool,
}

/// A function being lowered.
pub struct FuncLower<'a, 'w> {
    /// The program under construction.
    pub lw: &'a mut Lowerer<'w>,
    /// The file the body stands in.
    pub src: Source<'w>,
    /// What is known of its variables.
    pub esc: Rc<Escapes>,
    /// Type arguments in force.
    pub subst: Rc<TypeMap>,
    /// Its number.
    pub id: FuncId,
    /// Its name, from which those of its literals derive.
    pub name: String,
    /// Literals so far.
    pub lits: u32,
    /// Bodies of range over functions so far.
    pub ranges: u32,
    /// Instructions.
    pub asm: Assembler,
    /// Position given to the next instruction.
    pub pos: Pos,
    next: u16,
    max: u16,
    /// Set when a frame would need more registers than there are.
    pub too_large: bool,
    /// Where variables live.
    pub vars: HashMap<ObjectId, Loc>,
    /// Enclosing statements that can be left.
    pub targets: Vec<Target>,
    /// Labels of labelled statements, for goto.
    pub gotos: HashMap<Symbol, LabelId>,
    /// Results.
    pub results: Results,
    /// The list of deferred calls, when the function defers.
    pub defer_list: Option<Reg>,
    /// Where every return goes, when the function defers.
    pub epilogue: Option<LabelId>,
    /// Dense switches.
    pub jump_tables: Vec<(i64, Vec<LabelId>, LabelId)>,
    /// Set inside the body of a range over a function: how control leaves it.
    pub yield_frame: Option<Rc<crate::lower::rangefunc::YieldFrame>>,
    /// The label the current statement carries.
    pub pending_label: Option<Symbol>,
    /// Values that were evaluated ahead of the rest of their statement.
    pub hoisted: HashMap<ExprId, Reg>,
    /// Registers that hold indices of unsigned 64-bit types.
    pub unsigned: HashSet<Reg>,
    /// Constants of the loop being lowered.
    pub loop_consts: Option<crate::lower::loopconst::LoopConsts>,
    /// Where fallthrough goes.
    pub fallthrough: Option<LabelId>,
    /// The argument through which an atomic operation gets at a pointer.
    pub atomic_arg: Option<ExprId>,
}

impl<'a, 'w> FuncLower<'a, 'w> {
    /// A function without instructions.
    pub fn new(
        lw: &'a mut Lowerer<'w>,
        src: Source<'w>,
        esc: Rc<Escapes>,
        subst: Rc<TypeMap>,
        id: FuncId,
        name: String,
    ) -> Self {
        FuncLower {
            lw,
            src,
            esc,
            subst,
            id,
            name,
            lits: 0,
            ranges: 0,
            asm: Assembler::default(),
            pos: Pos::NONE,
            next: 0,
            max: 0,
            too_large: false,
            vars: HashMap::new(),
            targets: Vec::new(),
            gotos: HashMap::new(),
            results: Results::default(),
            defer_list: None,
            epilogue: None,
            jump_tables: Vec::new(),
            yield_frame: None,
            pending_label: None,
            hoisted: HashMap::new(),
            unsigned: HashSet::new(),
            loop_consts: None,
            fallthrough: None,
            atomic_arg: None,
        }
    }

    // ---- registers ----

    /// `n` fresh registers.
    pub fn alloc(&mut self, n: u16) -> Reg {
        let r = self.next;
        match r.checked_add(n).filter(|&e| e < 0xFF00) {
            Some(end) => self.next = end,
            None => {
                // Reported as an error when the function is finished; what is emitted until then is never run.
                self.too_large = true;
                return Reg(0);
            }
        }
        // A value without slots is named by a register as well.
        self.max = self.max.max(self.next).max(r + 1);
        Reg(r)
    }

    /// The height of the stack of registers.
    pub fn mark(&self) -> u16 {
        self.next
    }

    /// Gives back what was taken since `mark`.
    pub fn release(&mut self, mark: u16) {
        self.next = mark;
    }

    /// Where the frame of a call may begin: above the header and everything in use; room for `slots` is taken.
    pub fn call_base(&mut self, slots: u16) -> Reg {
        self.alloc(FRAME_HEADER);
        self.alloc(slots)
    }

    /// The number of registers the frame needs.
    pub fn frame_size(&self) -> u16 {
        self.max
    }

    // ---- types ----

    /// A type of the source with the function's type arguments in place, in canonical form.
    pub fn subst_type(&self, t: TypeId) -> TypeId {
        let types = self.lw.types();
        if self.subst.is_empty() || !types.is_parameterized(t) {
            types.canon(t)
        } else {
            types.canon(types.subst(t, &self.subst))
        }
    }

    /// The layout of a concrete type.
    pub fn layout(&mut self, t: TypeId) -> Rc<Layout> {
        let w = self.lw.world;
        let l = self.lw.layouts.of(w.types, t);
        if l.size > layout::LARGEST {
            self.lw.type_too_large(self.pos, t);
        }
        l
    }

    /// Slots of a concrete type.
    pub fn slots(&mut self, t: TypeId) -> u16 {
        self.layout(t).slots
    }

    /// Its run-time type.
    pub fn rtype(&mut self, t: TypeId) -> RTypeId {
        let w = self.lw.world;
        if matches!(w.types.under(t), Type::Array { .. }) {
            self.layout(t); // reports it here if it is too large
        }
        self.lw.rtypes.id(w.types, t)
    }

    /// Fresh registers for a value of a type.
    pub fn alloc_for(&mut self, t: TypeId) -> Reg {
        let n = self.slots(t);
        self.alloc(n)
    }

    // ---- instructions ----

    /// Appends an instruction at the current position.
    pub fn emit(&mut self, i: Instr) {
        let mark = self.unsigned_operands(&i);
        self.asm.emit(i, self.pos.0 | mark << UNSIGNED_SHIFT);
    }

    /// Which operands of an indexing instruction are of unsigned types ([`Self::index_value`] notes their registers).
    fn unsigned_operands(&self, i: &Instr) -> u32 {
        let mut mark = 0;
        if !self.unsigned.is_empty() {
            i.operands(|name, o| {
                if let Operand::Src(r) = o
                    && self.unsigned.contains(&r)
                {
                    mark |= match name {
                        "i" | "lo" | "c" | "r" => UNSIGNED_LOW,
                        "hi" => UNSIGNED_HIGH,
                        "max" => UNSIGNED_MAX,
                        _ => 0,
                    };
                }
            });
        }
        u32::from(mark)
    }

    /// A new label.
    pub fn label(&mut self) -> LabelId {
        self.asm.new_label()
    }

    /// Binds a label here.
    pub fn bind(&mut self, l: LabelId) {
        self.asm.bind(l);
    }

    /// Jumps, backward as a safepoint.
    pub fn jump(&mut self, to: LabelId) {
        if self.asm.is_bound(to) {
            self.emit(Instr::JmpB { to })
        } else {
            self.emit(Instr::Jmp { to })
        }
    }

    /// Copies `n` slots.
    pub fn mov(&mut self, dst: Reg, src: Reg, n: u16) {
        if dst == src {
            return;
        }
        match n {
            0 => {}
            1 => self.emit(Instr::Mov { dst, src }),
            2 => self.emit(Instr::Mov2 { dst, src }),
            _ => self.emit(Instr::MovN { dst, src, n }),
        }
    }

    /// A small or large integer constant.
    pub fn load_int(&mut self, dst: Reg, v: i64) {
        match i32::try_from(v) {
            Ok(k) => self.emit(Instr::LoadI { dst, k }),
            Err(_) => self.emit(Instr::LoadK { dst, k: v as u64 }),
        }
    }

    /// Zeroes `n` slots.
    pub fn zero_slots(&mut self, dst: Reg, n: u16) {
        match n {
            0 => {}
            1 => self.emit(Instr::LoadI { dst, k: 0 }),
            _ => self.emit(Instr::Zero { dst, n }),
        }
    }

    /// The zero value of a type; a large one gets memory of its own.
    pub fn zero_value(&mut self, dst: Reg, t: TypeId) {
        let l = self.layout(t);
        if l.repr == Repr::Mem {
            let ty = self.rtype(t);
            self.emit(Instr::New { dst, ty });
        } else {
            self.zero_slots(dst, l.slots);
        }
    }

    /// Loads a value of type `t` from memory at `ptr + off`. A large value is its address.
    pub fn load(&mut self, dst: Reg, ptr: Reg, off: u64, t: TypeId) {
        let l = self.layout(t);
        match l.repr {
            Repr::Empty => self.emit(Instr::NilCheck { ptr }),
            Repr::Mem => self.add_ptr(dst, ptr, off),
            Repr::One | Repr::Two => self.load_leaf(dst, ptr, off, l.leaves[0].kind),
            Repr::Flat => {
                let far = off + l.size > u16::MAX as u64;
                let overlaps = ptr.0 >= dst.0 && ptr.0 < dst.0 + l.slots;
                if l.leaves.len() <= 3 && !far && !overlaps {
                    for leaf in &l.leaves {
                        self.load_leaf(
                            dst.plus(leaf.slot),
                            ptr,
                            off + leaf.offset as u64,
                            leaf.kind,
                        );
                    }
                } else {
                    let p = self.at_offset(ptr, off);
                    let ty = self.rtype(t);
                    self.emit(Instr::LoadFlat { dst, ptr: p, ty });
                }
            }
        }
    }

    /// Stores a value of type `t` to memory at `ptr + off`; a large value is copied from its address.
    pub fn store(&mut self, ptr: Reg, off: u64, src: Reg, t: TypeId) {
        let l = self.layout(t);
        match l.repr {
            Repr::Empty => self.emit(Instr::NilCheck { ptr }),
            Repr::Mem => {
                let p = self.at_offset(ptr, off);
                let ty = self.rtype(t);
                self.emit(Instr::CopyMem { dst: p, src, ty });
            }
            Repr::One | Repr::Two => self.store_leaf(ptr, off, src, l.leaves[0].kind),
            Repr::Flat => {
                if l.leaves.len() <= 3 && off + l.size <= u16::MAX as u64 {
                    for leaf in &l.leaves {
                        self.store_leaf(
                            ptr,
                            off + leaf.offset as u64,
                            src.plus(leaf.slot),
                            leaf.kind,
                        );
                    }
                } else {
                    let p = self.at_offset(ptr, off);
                    let ty = self.rtype(t);
                    self.emit(Instr::StoreFlat { ptr: p, src, ty });
                }
            }
        }
    }

    /// `dst := ptr + off`, checked for nil.
    pub fn add_ptr(&mut self, dst: Reg, ptr: Reg, off: u64) {
        if off == 0 {
            self.emit(Instr::NilCheck { ptr });
            self.mov(dst, ptr, 1);
            return;
        }
        let mut from = ptr;
        let mut left = off;
        while left > 0 {
            let step = left.min(i32::MAX as u64);
            self.emit(Instr::AddPtr {
                dst,
                ptr: from,
                off: step as i32,
            });
            from = dst;
            left -= step;
        }
    }

    fn at_offset(&mut self, ptr: Reg, off: u64) -> Reg {
        if off == 0 {
            return ptr;
        }
        let p = self.alloc(1);
        self.add_ptr(p, ptr, off);
        p
    }

    fn load_leaf(&mut self, dst: Reg, ptr: Reg, off: u64, kind: LeafKind) {
        if off > u16::MAX as u64 {
            let p = self.at_offset(ptr, off);
            return self.load_leaf(dst, p, 0, kind);
        }
        let off = off as u16;
        self.emit(match kind {
            LeafKind::I8 => Instr::LoadI8 { dst, ptr, off },
            LeafKind::U8 => Instr::LoadU8 { dst, ptr, off },
            LeafKind::I16 => Instr::LoadI16 { dst, ptr, off },
            LeafKind::U16 => Instr::LoadU16 { dst, ptr, off },
            LeafKind::I32 => Instr::LoadI32 { dst, ptr, off },
            LeafKind::U32 => Instr::LoadU32 { dst, ptr, off },
            LeafKind::W64 => Instr::Load64 { dst, ptr, off },
            LeafKind::W128 => Instr::Load128 { dst, ptr, off },
        });
    }

    fn store_leaf(&mut self, ptr: Reg, off: u64, src: Reg, kind: LeafKind) {
        if off > u16::MAX as u64 {
            let p = self.at_offset(ptr, off);
            return self.store_leaf(p, 0, src, kind);
        }
        let off = off as u16;
        self.emit(match kind {
            LeafKind::I8 | LeafKind::U8 => Instr::Store8 { ptr, src, off },
            LeafKind::I16 | LeafKind::U16 => Instr::Store16 { ptr, src, off },
            LeafKind::I32 | LeafKind::U32 => Instr::Store32 { ptr, src, off },
            LeafKind::W64 => Instr::Store64 { ptr, src, off },
            LeafKind::W128 => Instr::Store128 { ptr, src, off },
        });
    }

    /// The leaf kind of a type of one leaf.
    pub fn leaf(&mut self, t: TypeId) -> Option<LeafKind> {
        let l = self.layout(t);
        (matches!(l.repr, Repr::One | Repr::Two)).then(|| l.leaves[0].kind)
    }

    /// Makes sure that a large value is memory nobody else changes; `src` may be the address of a variable.
    pub fn own(&mut self, src: Reg, t: TypeId) -> Reg {
        if self.layout(t).repr != Repr::Mem {
            return src;
        }
        let dst = self.alloc(1);
        let ty = self.rtype(t);
        self.emit(Instr::NewCopy { dst, src, ty });
        dst
    }

    /// Slots of a list of types laid out one after the other.
    pub fn sum_slots(&mut self, ts: &[TypeId]) -> u16 {
        ts.iter().map(|&t| self.slots(t)).sum()
    }

    // ---- finishing ----

    /// Encodes the instructions and puts the function into the program.
    pub fn finish(mut self, param_slots: u16, wrapper: bool, recover: Option<LabelId>) {
        let out = self.asm.finish();
        let tables = std::mem::take(&mut self.jump_tables);
        let jump_tables = tables
            .into_iter()
            .map(|(lo, targets, default)| JumpTable {
                lo,
                targets: targets.iter().map(|l| out.labels[l.index()]).collect(),
                default: out.labels[default.index()],
            })
            .collect();
        let (mut lines, mut unsigned) = (Vec::new(), Vec::new());
        for (i, &p) in self.asm.pos.iter().enumerate() {
            let (mark, p) = (p >> UNSIGNED_SHIFT, p & ((1 << UNSIGNED_SHIFT) - 1));
            self.lw.add_line(&mut lines, out.offsets[i], Pos(p));
            if mark != 0 {
                unsigned.push((out.offsets[i], out.offsets[i + 1], mark as u8));
            }
        }
        if self.too_large {
            self.lw.too_large(self.pos, &self.name);
        }
        let library = self.src.library;
        let f = &mut self.lw.program.funcs[self.id.index()];
        f.name = self.name.into();
        f.code = out.words;
        f.nregs = self.max.max(self.results.slots).max(param_slots);
        f.param_slots = param_slots;
        f.result_slots = self.results.slots;
        f.lines = lines;
        f.unsigned = unsigned;
        f.defer_list = self.defer_list;
        f.recover_pc = recover.map_or(0, |l| out.labels[l.index()]);
        f.wrapper = wrapper;
        f.jump_tables = jump_tables;
        f.library = library;
    }
}
