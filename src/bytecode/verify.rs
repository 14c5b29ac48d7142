//! The verifier: registers in range, labels on instruction starts, indices inside their tables. Run on every program in debug
//! builds and tests; what it passes cannot make the machine read outside its tables.

use crate::bytecode::instr::FuncId;
use crate::bytecode::instr::Instr;
use crate::bytecode::instr::NO_REG;
use crate::bytecode::instr::Op;
use crate::bytecode::instr::Operand;
use crate::bytecode::program::Func;
use crate::bytecode::program::Native;
use crate::bytecode::program::Program;

/// What indices are checked against: how much there is of everything.
pub struct Sizes<'a> {
    /// Functions.
    pub funcs: usize,
    /// Types.
    pub types: usize,
    /// String constants.
    pub strings: usize,
    /// Method names.
    pub methods: usize,
    /// Select tables.
    pub selects: usize,
    /// Natives, those of the program before first.
    pub natives: [&'a [Native]; 2],
}

impl Sizes<'_> {
    fn native(&self, i: usize) -> Option<&Native> {
        let [old, new] = self.natives;
        old.get(i).or_else(|| new.get(i.checked_sub(old.len())?))
    }
}

/// Checks every function.
pub fn program(p: &Program) -> Result<(), String> {
    let sizes = Sizes {
        funcs: p.funcs.len(),
        types: p.types.len(),
        strings: p.strings.len(),
        methods: p.methods.len(),
        selects: p.selects.len(),
        natives: [&p.natives, &[]],
    };
    funcs(&sizes, &p.funcs, p.entry)
}

/// Checks functions and an entry.
pub fn funcs(p: &Sizes<'_>, funcs: &[Func], entry: FuncId) -> Result<(), String> {
    if entry.index() >= p.funcs {
        return Err("the entry is not a function".into());
    }
    for f in funcs {
        func(p, f).map_err(|e| format!("{}: {e}", f.name))?;
    }
    Ok(())
}

/// Checks one function.
pub fn func(p: &Sizes<'_>, f: &Func) -> Result<(), String> {
    let mut starts = vec![false; f.code.len() + 1];
    let mut at = 0;
    let mut last = None;
    while at < f.code.len() {
        starts[at] = true;
        let i = Instr::decode(&f.code, at).ok_or_else(|| format!("word {at} is no opcode"))?;
        last = Some(i.op());
        at += i.op().len();
    }
    if at != f.code.len() {
        return Err("the last instruction is cut off".into());
    }
    match last {
        Some(
            Op::Ret
            | Op::Ret1
            | Op::Ret2
            | Op::Jmp
            | Op::JmpB
            | Op::Unreachable
            | Op::Panic
            | Op::CallNative
            | Op::Call
            | Op::GoExit
            | Op::Select
            | Op::CallClosure
            | Op::CallIface,
        ) => {}
        _ => return Err("control runs off the end".into()),
    }
    for t in &f.jump_tables {
        for to in t.targets.iter().chain([&t.default]) {
            if !starts.get(*to as usize).copied().unwrap_or(false) {
                return Err(format!(
                    "a jump table leads to word {to}, between instructions"
                ));
            }
        }
    }
    if f.defer_list.is_some() && !starts.get(f.recover_pc as usize).copied().unwrap_or(false) {
        return Err("recover_pc lies between instructions".into());
    }
    if f.defer_list.is_some_and(|r| r.0 >= f.nregs) {
        return Err("defer_list is no register".into());
    }
    at = 0;
    while at < f.code.len() {
        let Some(i) = Instr::decode(&f.code, at) else {
            return Err(format!("word {at} is no opcode"));
        };
        operands(p, f, &starts, &i).map_err(|e| format!("word {at}: {}: {e}", i.op().name()))?;
        at += i.op().len();
    }
    Ok(())
}

fn operands(p: &Sizes<'_>, f: &Func, starts: &[bool], i: &Instr) -> Result<(), String> {
    let mut bad = None;
    let mut check = |ok: bool, what: &str| {
        if !ok && bad.is_none() {
            bad = Some(what.to_string());
        }
    };
    i.operands(|name, o| match o {
        Operand::Dst(r) | Operand::Src(r) | Operand::Mut(r) => check(
            r.0 < f.nregs || r == NO_REG,
            &format!("{name} is register {} of {}", r.0, f.nregs),
        ),
        Operand::U(k) if name == "base" => check(
            k >= 3 && u32::from(k) <= u32::from(f.nregs) + 3,
            &format!("the callee's frame is at {k}, registers are {}", f.nregs),
        ),
        Operand::Label(l) | Operand::Label32(l) => check(
            starts.get(l.index()).copied().unwrap_or(false) && l.index() < f.code.len(),
            &format!("{name} leads to word {}", l.0),
        ),
        Operand::Func(x) => check(x.index() < p.funcs, "no such function"),
        Operand::Type(x) => check(
            x.index() < p.types && (x.0 != 0 || name == "iface"),
            &format!("{name}: no such type"),
        ),
        Operand::Native(x) => check(p.native(x.index()).is_some(), "no such native"),
        Operand::Str(x) => check(x.index() < p.strings, "no such string"),
        Operand::Method(x) => check(x.index() < p.methods, "no such method"),
        Operand::Table(x) => {
            let n = if i.op() == Op::Select {
                p.selects
            } else {
                f.jump_tables.len()
            };
            check(x.index() < n, "no such table");
        }
        _ => {}
    });
    if let Instr::CallNative { base, n } = i
        && let Some(n) = p.native(n.index())
    {
        let top = u32::from(*base) + u32::from(n.args.max(n.results));
        check(
            top <= u32::from(f.nregs),
            &format!(
                "the window of {} ends at {top}, registers are {}",
                n.name, f.nregs
            ),
        );
    }
    bad.map_or(Ok(()), Err)
}
