//! Switches with many constant cases: jump tables where integers lie close together, else binary search; strings are told
//! apart by their lengths first.
//!
//! Constants can be tested in any order, for no two are equal and testing has no effect.

use crate::bytecode::Instr;
use crate::bytecode::LabelId;
use crate::bytecode::Reg;
use crate::bytecode::TableId;
use crate::lower::arith::Num;
use crate::lower::func::FuncLower;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::CaseClauseId;
use crate::syntax::ast::ExprId;
use crate::types::TypeId;

/// Fewer integers than this are compared one by one.
const MIN_INTS: usize = 5;

/// Fewer strings than this are compared one by one.
const MIN_STRINGS: usize = 8;

/// The type of lengths.
const LENGTH: Num = Num::Int(64, true);

/// A constant in the order of the tag's type, and where it goes.
type IntCase = (i128, LabelId);

/// A string, the expression that says it, and where it goes.
type StringCase<'w> = (&'w [u8], ExprId, LabelId);

impl<'w> FuncLower<'_, 'w> {
    /// Finds the tag among constant cases; answers whether the switch has many and no others.
    pub fn search(
        &mut self,
        tag: Reg,
        t: TypeId,
        list: &[CaseClauseId],
        labels: &[LabelId],
        default: LabelId,
    ) -> bool {
        let file = self.src.file;
        let cases = list.iter().zip(labels).flat_map(|(&c, &l)| {
            let exprs = file.case(c).exprs.as_deref().unwrap_or(&[]);
            exprs.iter().map(move |&e| (e, l))
        });
        match self.num(t) {
            n @ Num::Int(..) => {
                let ints: Option<Vec<IntCase>> =
                    cases.map(|(e, l)| Some((self.const_key(e)?, l))).collect();
                let Some(mut ints) = ints.filter(|c| c.len() >= MIN_INTS) else {
                    return false;
                };
                ints.sort_by_key(|c| c.0);
                ints.dedup_by_key(|c| c.0);
                self.search_ints(n, tag, &ints, default);
            }
            Num::Str => {
                let strings: Option<Vec<StringCase<'w>>> = cases
                    .map(|(e, l)| Some((self.src.const_of(e)?.string_val(), e, l)))
                    .collect();
                let Some(mut strings) = strings.filter(|c| c.len() >= MIN_STRINGS) else {
                    return false;
                };
                strings.sort_by_key(|c| (c.0.len(), c.0));
                self.search_lengths(t, tag, &strings, default);
            }
            _ => return false,
        }
        true
    }

    /// An integer constant, as large as it is.
    fn const_key(&self, e: ExprId) -> Option<i128> {
        let v = self.src.const_of(e)?.to_int();
        let signed = v.int64_val().map(i128::from);
        signed.or_else(|| v.uint64_val().map(i128::from))
    }

    /// Cases in ascending order.
    fn search_ints(&mut self, n: Num, tag: Reg, cases: &[IntCase], default: LabelId) {
        if cases.len() < MIN_INTS {
            for &(k, to) in cases {
                self.jump_if(BinaryOp::Eql, n, tag, k, to);
            }
            return self.jump(default);
        }
        if self.jump_table(tag, cases, default) {
            return;
        }
        let (low, high) = cases.split_at(cases.len() / 2);
        let upper = self.label();
        self.jump_if(BinaryOp::Geq, n, tag, high[0].0, upper);
        self.search_ints(n, tag, low, default);
        self.bind(upper);
        self.search_ints(n, tag, high, default);
    }

    /// Jumps to `to` if the comparison with a constant holds.
    fn jump_if(&mut self, op: BinaryOp, n: Num, tag: Reg, k: i128, to: LabelId) {
        // As the slot holds it: unsigned values beyond the largest signed one are negative there.
        let slot = k as i64;
        if i128::from(slot) == k && self.compare_jump_k(op, n, tag, slot, to, true) {
            return;
        }
        let m = self.mark();
        let b = self.alloc(1);
        self.load_int(b, slot);
        self.compare_jump(op, n, tag, b, to, true);
        self.release(m);
    }

    /// One jump for constants that lie close together; answers whether they do.
    fn jump_table(&mut self, tag: Reg, cases: &[IntCase], default: LabelId) -> bool {
        let (lo, hi) = (cases[0].0, cases[cases.len() - 1].0);
        if hi - lo >= cases.len() as i128 * 4 + 8 {
            return false;
        }
        let mut targets = vec![default; (hi - lo) as usize + 1];
        for &(k, l) in cases {
            targets[(k - lo) as usize] = l;
        }
        self.jump_tables.push((lo as i64, targets, default));
        let t = TableId(self.jump_tables.len() as u32 - 1);
        self.emit(Instr::JTable { a: tag, t });
        true
    }

    /// Cases in ascending order of length, then content.
    fn search_lengths(&mut self, t: TypeId, tag: Reg, cases: &[StringCase<'w>], default: LabelId) {
        let groups: Vec<(LabelId, &[StringCase<'w>])> = cases
            .chunk_by(|x, y| x.0.len() == y.0.len())
            .map(|g| (self.label(), g))
            .collect();
        let lengths: Vec<IntCase> = groups
            .iter()
            .map(|(l, g)| (g[0].0.len() as i128, *l))
            .collect();
        // A string's second slot is its length.
        self.search_ints(LENGTH, tag.plus(1), &lengths, default);
        for (l, g) in groups {
            self.bind(l);
            self.search_strings(t, tag, g, default);
        }
    }

    /// Cases in ascending order.
    fn search_strings(&mut self, t: TypeId, tag: Reg, cases: &[StringCase<'w>], default: LabelId) {
        if cases.len() < MIN_STRINGS {
            for &(_, e, to) in cases {
                let m = self.mark();
                self.pos = self.src.file.pos(e);
                let b = self.value_as(e, t);
                self.compare_jump(BinaryOp::Eql, Num::Str, tag, b, to, true);
                self.release(m);
            }
            return self.jump(default);
        }
        let (low, high) = cases.split_at(cases.len() / 2);
        let lower = self.label();
        let m = self.mark();
        let b = self.value_as(high[0].1, t);
        let dst = self.alloc(1);
        self.emit(Instr::LtStr { dst, a: tag, b });
        self.emit(Instr::JTrue { a: dst, to: lower });
        self.release(m);
        self.search_strings(t, tag, high, default);
        self.bind(lower);
        self.search_strings(t, tag, low, default);
    }
}
