//! The machine code of the hot operations: each ends in a jump to the next one's handler and saves no registers before that.
//!
//! The compiler makes it so only where a handler keeps nothing alive across a call; one call too many in an operation's body, and it
//! silently becomes three times as slow. So the binary is disassembled. That is skipped where there is no objdump and in builds
//! that do not thread their handlers (debug assertions, other machines than x86-64); the variable GOLITE_HANDLERS names a binary to
//! look at instead.

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
];

/// Part of the names of superinstructions that save a register: a division takes the two that are left.
const SAVING: &str = "DivIntK";

pub fn trials() -> Vec<Trial> {
    vec![Trial::test("handlers/end_in_a_jump", check)]
}

/// A handler's instructions.
#[derive(Default)]
struct Handler {
    code: Vec<Instruction>,
}

struct Instruction {
    address: u64,
    text: String,
}

impl Instruction {
    /// Goes on to the next handler.
    fn is_end(&self) -> bool {
        self.text.starts_with("jmp") && self.text.contains('*')
    }

    fn saves(&self) -> bool {
        self.text.starts_with("push") || self.text.starts_with("call")
    }

    /// Where a direct jump goes.
    fn target(&self) -> Option<u64> {
        let operand = self.text.strip_prefix('j')?.split_whitespace().nth(1)?;
        u64::from_str_radix(operand, 16).ok()
    }

    /// Whether the instruction behind it may come next.
    fn falls_through(&self) -> bool {
        !["jmp", "ret", "ud2", "int3"]
            .iter()
            .any(|i| self.text.starts_with(i))
    }
}

impl Handler {
    fn jumps(&self) -> bool {
        self.code.iter().any(Instruction::is_end)
    }

    /// What is saved or called on some way to the next handler. On ways that leave the handlers anything may be.
    fn saves(&self) -> Vec<&str> {
        let n = self.code.len();
        let at = |address| self.code.iter().position(|i| i.address == address);
        let mut leads: Vec<bool> = self.code.iter().map(Instruction::is_end).collect();
        loop {
            let before = leads.clone();
            for (k, i) in self.code.iter().enumerate() {
                let next = i.falls_through() && k + 1 < n && leads[k + 1];
                let jump = i.target().and_then(at).is_some_and(|t| leads[t]);
                leads[k] |= next || jump;
            }
            if leads == before {
                break;
            }
        }
        let on_the_way = self
            .code
            .iter()
            .zip(&leads)
            .filter(|(i, leads)| **leads && i.saves());
        on_the_way.map(|(i, _)| i.text.as_str()).collect()
    }
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
        let mut parts = line.split('\t');
        let address = parts.next().and_then(|a| a.trim().strip_suffix(':'));
        let address = address.and_then(|a| u64::from_str_radix(a, 16).ok());
        if let (Some(address), Some(text)) = (address, parts.next()) {
            let h: &mut Handler = all.entry(name.clone()).or_default();
            let text = text.trim().to_string();
            h.code.push(Instruction { address, text });
        }
    }
    Some(all)
}

fn check() -> Result<(), Failed> {
    // Another build of golite can be looked at as well.
    let other = std::env::var("GOLITE_HANDLERS").ok();
    if !cfg!(target_arch = "x86_64") || cfg!(debug_assertions) && other.is_none() {
        println!("handlers: skipped, this build does not thread them");
        return Ok(());
    }
    let binary = other.as_deref().unwrap_or(env!("CARGO_BIN_EXE_golite"));
    let Some(all) = disassemble(binary) else {
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
        if hot && !h.jumps() {
            wrong.push(format!("{name}: no jump to the next handler"));
        } else if hot && !h.saves().is_empty() {
            wrong.push(format!("{name}: {}", h.saves().join("; ")));
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
