//! The machine code of the hot operations: each ends in a jump to the next one's handler and saves no registers before that.
//!
//! The compiler makes it so only where a handler keeps nothing alive across a call; one call too many in an operation's body, and it
//! silently becomes three times as slow. So the binary is disassembled. That is skipped where there is no objdump and in builds
//! that do not thread their handlers (debug assertions, other machines than x86-64).

use libtest_mimic::{Failed, Trial};
use std::collections::HashMap;
use std::process::Command;

/// Operations whose handlers are looked at. All superinstructions are, too.
const HOT: &[&str] = &[
    "Mov",
    "Mov2",
    "LoadI",
    "LoadK",
    "AddInt",
    "SubInt",
    "MulInt",
    "AddIntK",
    "AddF64",
    "SubF64",
    "MulF64",
    "DivF64",
    "And",
    "Or",
    "Xor",
    "EqInt",
    "LtInt",
    "LeInt",
    "Jmp",
    "JmpB",
    "JTrue",
    "JFalse",
    "JEqInt",
    "JNeInt",
    "JLtInt",
    "JLeInt",
    "JEqIntK",
    "JNeIntK",
    "ForLtInt",
    "ForLeInt",
    "Load64",
    "Store64",
    "LoadU8",
    "Store8",
    "Index64",
    "SetIndex64",
    "IndexU8",
    "SetIndex8",
    "IndexStr",
    "LenSlice",
    "Elem64",
    "SetElem64",
    "LoadG64",
    "StoreG64",
    "Call",
    "CallClosure",
    "CallIface",
    "Ret",
    "Ret1",
    "LoadCap",
    "JCas32",
];

/// Part of the names of superinstructions that save a register: a division takes the two that are left.
const SAVING: &str = "DivIntK";

pub fn trials() -> Vec<Trial> {
    vec![Trial::test("handlers/end_in_a_jump", check)]
}

/// What the code of a handler does up to its first indirect jump.
#[derive(Default)]
struct Handler {
    saves: Vec<String>,
    jumps: bool,
}

/// The handler's name and whether it is a superinstruction's, from a mangled symbol.
fn handler(symbol: &str) -> Option<(String, bool)> {
    let (at, fused) = match symbol.find("8dispatch8threaded") {
        Some(at) => (at + "8dispatch8threaded".len(), false),
        None => {
            let part = "8dispatch17superinstructions";
            (symbol.find(part)? + part.len(), true)
        }
    };
    let rest = &symbol[at..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let len: usize = rest[..digits].parse().ok()?;
    Some((rest.get(digits..digits + len)?.to_string(), fused))
}

fn disassemble(binary: &str) -> Option<HashMap<(String, bool), Handler>> {
    let out = Command::new("objdump")
        .args(["-d", "--no-show-raw-insn", binary])
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&out.stdout);
    let mut all = HashMap::new();
    let mut current: Option<(String, bool)> = None;
    for line in text.lines() {
        if let Some(symbol) = line.strip_suffix(">:").and_then(|l| l.split_once('<')) {
            current = handler(symbol.1);
            continue;
        }
        let Some(name) = &current else { continue };
        let Some(instruction) = line.split('\t').nth(1).map(str::trim) else {
            continue;
        };
        let h: &mut Handler = all.entry(name.clone()).or_default();
        if h.jumps {
            continue; // what comes behind is the seldom part
        }
        if instruction.starts_with("jmp") && instruction.contains('*') {
            h.jumps = true;
        } else if instruction.starts_with("push") || instruction.starts_with("call") {
            h.saves.push(instruction.to_string());
        }
    }
    Some(all)
}

fn check() -> Result<(), Failed> {
    if cfg!(debug_assertions) || !cfg!(target_arch = "x86_64") {
        println!("handlers: skipped, this build does not thread them");
        return Ok(());
    }
    let Some(all) = disassemble(env!("CARGO_BIN_EXE_golite")) else {
        println!("handlers: skipped, there is no objdump");
        return Ok(());
    };
    if all.is_empty() {
        return Err("no handler in the binary's symbols".into());
    }
    let mut wrong = Vec::new();
    for ((name, fused), h) in &all {
        let hot = match fused {
            true => !name.contains(SAVING),
            false => HOT.contains(&name.as_str()),
        };
        if hot && !h.jumps {
            wrong.push(format!("{name}: no jump to the next handler"));
        } else if hot && !h.saves.is_empty() {
            wrong.push(format!("{name}: {}", h.saves.join("; ")));
        }
    }
    for name in HOT {
        if !all.contains_key(&(name.to_string(), false)) {
            wrong.push(format!("{name}: no such handler"));
        }
    }
    wrong.sort();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n").into())
    }
}
