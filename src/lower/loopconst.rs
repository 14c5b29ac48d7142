//! Constants in loops: those that instructions cannot carry are loaded once, before the outermost loop that uses them.

use crate::bytecode::Instr;
use crate::bytecode::LabelId;
use crate::bytecode::LeafKind;
use crate::bytecode::Reg;
use crate::constant::Value;
use crate::lower::func::FuncLower;
use crate::types::TypeId;

/// Registers set aside for constants by an outermost loop.
const BANK: u16 = 6;

/// The constants of the outermost loop that is being lowered.
pub struct LoopConsts {
    /// Where their loads go: index of the loop's first instruction.
    at: usize,
    pos: u32,
    /// Labels bound there before the loop began.
    before: Vec<LabelId>,
    base: Reg,
    used: u16,
    loads: Vec<Instr>,
}

impl FuncLower<'_, '_> {
    /// A loop begins. Answers whether it is an outermost one; `end_loop` wants to know.
    pub fn begin_loop(&mut self) -> bool {
        if self.loop_consts.is_some() {
            return false;
        }
        let base = self.alloc(BANK);
        self.loop_consts = Some(LoopConsts {
            at: self.asm.code.len(),
            pos: self.pos.0,
            before: self.asm.bound_here(),
            base,
            used: 0,
            loads: Vec::new(),
        });
        true
    }

    /// A loop ends: its constants are loaded where it began.
    pub fn end_loop(&mut self, outermost: bool) {
        if !outermost {
            return;
        }
        if let Some(c) = self.loop_consts.take() {
            self.asm.insert(c.at, c.loads, c.pos, &c.before);
        }
    }

    /// The register that holds a constant during the loop, if there is a loop and room.
    pub fn loop_const(&mut self, v: &Value, t: TypeId) -> Option<Reg> {
        self.loop_consts.as_ref()?;
        let kind = self.leaf(t)?;
        if self.lw.types().is_interface(t) {
            return None;
        }
        let slots = if kind == LeafKind::W128 { 2 } else { 1 };
        // Load it into the next free registers of the bank, and take that back if it is there already or does not fit.
        let start = self.asm.code.len();
        let c = self.loop_consts.as_ref()?;
        let dst = c.base.plus(c.used);
        self.constant_to(v, t, dst);
        let code = self.asm.code.split_off(start);
        self.asm.pos.truncate(start);
        let [load] = code[..] else { return None };
        let c = self.loop_consts.as_mut()?;
        let known = c.loads.iter().find_map(|&l| same_constant(l, load));
        if known.is_some() {
            return known;
        }
        if c.used + slots > BANK {
            return None;
        }
        c.used += slots;
        c.loads.push(load);
        Some(dst)
    }
}

/// The destination of `a`, if it loads the same constant as `b`.
fn same_constant(a: Instr, b: Instr) -> Option<Reg> {
    match (a, b) {
        (Instr::LoadI { dst, k }, Instr::LoadI { k: l, .. }) if k == l => Some(dst),
        (Instr::LoadK { dst, k }, Instr::LoadK { k: l, .. }) if k == l => Some(dst),
        (Instr::LoadStr { dst, s }, Instr::LoadStr { s: t, .. }) if s == t => Some(dst),
        _ => None,
    }
}
