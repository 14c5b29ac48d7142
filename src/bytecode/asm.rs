//! Assembling: symbolic instructions and bound labels to words.
//!
//! A 16-bit label that is too far is reached through two wide jumps placed after the conditional one:
//! `JLt a, b, T` becomes `JLt a, b, +2w; Jmp +3w; Jmp T`, which works for every conditional jump alike.
//! Sizes only grow from round to round, so the search for a fixed point ends.

use crate::bytecode::instr::{Instr, LabelId, Op, Operand};

/// Code under construction: instructions, their source positions, and labels bound to instruction indices.
#[derive(Default)]
pub struct Assembler {
    /// The instructions in order.
    pub code: Vec<Instr>,
    /// Source position of each instruction, as an opaque number the caller interprets.
    pub pos: Vec<u32>,
    labels: Vec<Option<u32>>,
}

/// What `Assembler::finish` gives: words, and the word offset at which each instruction begins.
pub struct Assembled {
    /// The encoded function.
    pub words: Vec<u64>,
    /// Word offset of each symbolic instruction, with one more entry for the end.
    pub offsets: Vec<u32>,
    /// Word offset of each label; an unbound label is an invariant broken by the caller.
    pub labels: Vec<u32>,
}

impl Assembler {
    /// A label that is not bound yet.
    pub fn new_label(&mut self) -> LabelId {
        self.labels.push(None);
        LabelId(self.labels.len() as u32 - 1)
    }

    /// Binds `l` to the place of the next instruction.
    pub fn bind(&mut self, l: LabelId) {
        debug_assert!(self.labels[l.index()].is_none(), "label bound twice");
        self.labels[l.index()] = Some(self.code.len() as u32);
    }

    /// Whether `l` is bound already, that is, lies behind.
    pub fn is_bound(&self, l: LabelId) -> bool {
        self.labels[l.index()].is_some()
    }

    /// Appends an instruction that belongs to source position `pos`.
    pub fn emit(&mut self, i: Instr, pos: u32) {
        self.code.push(i);
        self.pos.push(pos);
    }

    /// The labels bound to the place of the next instruction.
    pub fn bound_here(&self) -> Vec<LabelId> {
        let here = Some(self.code.len() as u32);
        let bound = (0..self.labels.len()).filter(|&l| self.labels[l] == here);
        bound.map(|l| LabelId(l as u32)).collect()
    }

    /// Inserts instructions at index `at`. Labels bound there move behind them, except those in `before`.
    pub fn insert(&mut self, at: usize, list: Vec<Instr>, pos: u32, before: &[LabelId]) {
        let n = list.len() as u32;
        for (l, i) in self.labels.iter_mut().enumerate() {
            if let Some(i) = i
                && (*i as usize > at || *i as usize == at && !before.contains(&LabelId(l as u32)))
            {
                *i += n;
            }
        }
        self.pos.splice(at..at, list.iter().map(|_| pos));
        self.code.splice(at..at, list);
    }

    /// Encodes everything.
    pub fn finish(&self) -> Assembled {
        let n = self.code.len();
        let jmp = Op::Jmp.len();
        let mut far = vec![false; n];
        let mut offsets = vec![0u32; n + 1];
        loop {
            let mut at = 0usize;
            for (k, i) in self.code.iter().enumerate() {
                offsets[k] = at as u32;
                at += i.op().len() + if far[k] { 2 * jmp } else { 0 };
            }
            offsets[n] = at as u32;
            let mut changed = false;
            for (k, i) in self.code.iter().enumerate() {
                if far[k] {
                    continue;
                }
                let next = offsets[k] as i64 + i.op().len() as i64;
                i.operands(|_, o| {
                    if let Operand::Label(l) = o {
                        let d = self.target(l, &offsets) as i64 - next;
                        if i16::try_from(d).is_err() {
                            far[k] = true;
                            changed = true;
                        }
                    }
                });
            }
            if !changed {
                break;
            }
        }
        let mut words = Vec::with_capacity(offsets[n] as usize);
        for (k, i) in self.code.iter().enumerate() {
            let next = offsets[k] as i64 + i.op().len() as i64;
            if !far[k] {
                i.encode(|l| self.target(l, &offsets) as i64 - next, &mut words);
                continue;
            }
            let mut to = LabelId(0);
            i.operands(|_, o| {
                if let Operand::Label(l) = o {
                    to = l
                }
            });
            i.encode(|_| jmp as i64, &mut words);
            Instr::Jmp { to }.encode(|_| jmp as i64, &mut words);
            let after = next + 2 * jmp as i64;
            Instr::Jmp { to }.encode(|l| self.target(l, &offsets) as i64 - after, &mut words);
        }
        let labels = (0..self.labels.len())
            .map(|l| self.labels[l].map_or(u32::MAX, |i| offsets[i as usize]))
            .collect();
        Assembled {
            words,
            offsets,
            labels,
        }
    }

    fn target(&self, l: LabelId, offsets: &[u32]) -> u32 {
        offsets[self.labels[l.index()].expect("invariant: every label used is bound") as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bytecode::instr::Reg;

    #[test]
    fn far_conditional_jumps_are_lengthened() {
        let mut a = Assembler::default();
        let end = a.new_label();
        a.emit(Instr::JTrue { a: Reg(0), to: end }, 0);
        for _ in 0..40000 {
            a.emit(
                Instr::Mov {
                    dst: Reg(0),
                    src: Reg(1),
                },
                0,
            );
        }
        a.bind(end);
        a.emit(Instr::Ret {}, 0);
        let out = a.finish();
        assert_eq!(out.words.len(), 40004);
        assert_eq!(
            Instr::decode(&out.words, 0),
            Some(Instr::JTrue {
                a: Reg(0),
                to: LabelId(2)
            })
        );
        assert_eq!(
            Instr::decode(&out.words, 1),
            Some(Instr::Jmp { to: LabelId(3) })
        );
        assert_eq!(
            Instr::decode(&out.words, 2),
            Some(Instr::Jmp { to: LabelId(40003) })
        );
    }
}
