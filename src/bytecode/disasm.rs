//! The disassembler behind `golite dis`: names for callees, types and strings, arrows for jumps.

use crate::bytecode::instr::{Instr, NO_REG, Operand};
use crate::bytecode::program::{Func, Program};
use std::fmt::Write;

/// Prints one function: its header, then an instruction per line, source line numbers between them.
pub fn func(p: &Program, f: &Func) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "func {}: {} registers, {} in, {} out",
        f.name, f.nregs, f.param_slots, f.result_slots
    );
    let mut at = 0;
    let mut line = 0;
    while at < f.code.len() {
        let k = f.lines.partition_point(|l| l.pc as usize <= at);
        if k > 0 && f.lines[k - 1].line != line {
            line = f.lines[k - 1].line;
            let _ = writeln!(out, "  ; line {line}");
        }
        let Some(i) = Instr::decode(&f.code, at) else {
            let _ = writeln!(out, "  {at:04} ?{:x}", f.code[at]);
            at += 1;
            continue;
        };
        let _ = writeln!(out, "  {at:04} {}", instr(p, at, &i));
        at += i.op().len();
    }
    for (k, t) in f.jump_tables.iter().enumerate() {
        let _ = writeln!(
            out,
            "  table {k}: from {} {:04?} default {:04}",
            t.lo, t.targets, t.default
        );
    }
    out
}

/// Prints one instruction that stands at word `at`.
pub fn instr(p: &Program, at: usize, i: &Instr) -> String {
    let mut out = i.op().name().to_string();
    let mut sep = " ";
    i.operands(|name, o| {
        let text = match o {
            Operand::Dst(r) | Operand::Src(r) | Operand::Mut(r) if r == NO_REG => "_".to_string(),
            Operand::Dst(r) | Operand::Src(r) | Operand::Mut(r) => format!("r{}", r.0),
            Operand::K(k) => k.to_string(),
            Operand::U(k) => format!("{name}={k}"),
            Operand::I32(k) => format!("{name}={k}"),
            Operand::U64(k) => format!("{:#x}", k),
            Operand::Label(l) | Operand::Label32(l) => {
                format!(
                    "{} {:04}",
                    if (l.0 as usize) <= at { "^" } else { "->" },
                    l.0
                )
            }
            Operand::Func(f) => p
                .funcs
                .get(f.index())
                .map_or("?".into(), |f| f.name.to_string()),
            Operand::Type(t) => p
                .types
                .get(t.index())
                .map_or("?".into(), |t| t.name.to_string()),
            Operand::Native(n) => p
                .natives
                .get(n.index())
                .map_or("?".into(), |n| n.name.to_string()),
            Operand::Str(s) => p
                .strings
                .get(s.index())
                .map_or("?".into(), |s| format!("{:?}", String::from_utf8_lossy(s))),
            Operand::Table(t) => format!("table {}", t.0),
            Operand::Method(m) => p
                .methods
                .get(m.index())
                .map_or("?".into(), |m| format!(".{}", m.name)),
            Operand::Cache(_) => return,
        };
        let _ = write!(out, "{sep}{text}");
        sep = ", ";
    });
    out
}
