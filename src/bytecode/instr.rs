//! Everything that the opcode table generates: the `Op` numbers, the symbolic `Instr` that lowering emits and the
//! disassembler prints, the encoded structs in `enc` that the VM reads, and encoding and decoding between them.
//!
//! Encoded form: an instruction is a `#[repr(C, align(8))]` record of the opcode and its operands, so natural alignment
//! alone decides where operands lie; `Writer` and `Reader` follow the same rule without unsafe code.

use crate::for_each_op;
use smallvec::SmallVec;
use smallvec::smallvec;

macro_rules! index_types { ($($(#[$doc:meta])* $name:ident)*) => { $(
    $(#[$doc])*
    #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
    #[repr(transparent)]
    pub struct $name(pub u32);
    impl $name {
        /// The index as a `usize`.
        #[inline(always)]
        pub fn index(self) -> usize { self.0 as usize }
    }
)* } }

index_types! {
    /// A function of the program.
    FuncId
    /// A run-time type; 0 is "no type" (a nil interface), so that real ones begin at 1.
    TypeId
    /// A native of the program's native table.
    NativeId
    /// A string constant.
    StrId
    /// A select table or a function's jump table.
    TableId
    /// A method name (with its package when unexported), numbered over the whole program.
    MethodId
    /// A label: in symbolic code an index into the assembler's labels, in decoded code a word offset in the function.
    LabelId
}

/// A register of the frame: a 64-bit slot.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
#[repr(transparent)]
pub struct Reg(pub u16);

/// An absent register operand, where the row allows one.
pub const NO_REG: Reg = Reg(0xFFFF);

impl Reg {
    /// The register `n` slots further.
    #[inline(always)]
    pub fn plus(self, n: u16) -> Reg {
        Reg(self.0 + n)
    }
}

/// One operand with its kind, as `Instr::operands` lists them.
#[derive(Clone, Copy, PartialEq, Debug)]
#[allow(missing_docs)]
pub enum Operand {
    Dst(Reg),
    Src(Reg),
    Mut(Reg),
    K(i16),
    U(u16),
    I32(i32),
    U64(u64),
    Label(LabelId),
    Label32(LabelId),
    Func(FuncId),
    Type(TypeId),
    Native(NativeId),
    Str(StrId),
    Table(TableId),
    Method(MethodId),
    Cache(u64),
}

/// The type of an operand in a symbolic instruction.
macro_rules! sym {
    (Dst) => {
        Reg
    };
    (Src) => {
        Reg
    };
    (Mut) => {
        Reg
    };
    (K) => {
        i16
    };
    (U) => {
        u16
    };
    (I32) => {
        i32
    };
    (U64) => {
        u64
    };
    (Label) => {
        LabelId
    };
    (Label32) => {
        LabelId
    };
    (Func) => {
        FuncId
    };
    (Type) => {
        TypeId
    };
    (Native) => {
        NativeId
    };
    (Str) => {
        StrId
    };
    (Table) => {
        TableId
    };
    (Method) => {
        MethodId
    };
    (Cache) => {
        u64
    };
}

/// The type of an operand in an encoded instruction.
macro_rules! raw {
    (Label) => {
        i16
    };
    (Label32) => {
        i32
    };
    ($k:ident) => {
        sym!($k)
    };
}

/// Lays operands out as `#[repr(C)]` does.
pub struct Writer {
    units: SmallVec<[u16; 16]>,
}

impl Writer {
    fn new(op: Op) -> Writer {
        Writer {
            units: smallvec![op as u16],
        }
    }
    fn u16(&mut self, v: u16) {
        self.units.push(v);
    }
    fn u32(&mut self, v: u32) {
        while self.units.len() % 2 != 0 {
            self.units.push(0);
        }
        self.units.extend([v as u16, (v >> 16) as u16]);
    }
    fn u64(&mut self, v: u64) {
        while self.units.len() % 4 != 0 {
            self.units.push(0);
        }
        self.units.extend([
            v as u16,
            (v >> 16) as u16,
            (v >> 32) as u16,
            (v >> 48) as u16,
        ]);
    }
    fn finish(mut self, out: &mut Vec<u64>) {
        while self.units.len() % 4 != 0 {
            self.units.push(0);
        }
        out.extend(self.units.chunks_exact(4).map(|u| {
            u[0] as u64 | (u[1] as u64) << 16 | (u[2] as u64) << 32 | (u[3] as u64) << 48
        }));
    }
}

struct Reader<'a> {
    words: &'a [u64],
    unit: usize,
}

impl Reader<'_> {
    fn u16(&mut self) -> u16 {
        let v = self
            .words
            .get(self.unit / 4)
            .map_or(0, |w| (w >> (self.unit % 4 * 16)) as u16);
        self.unit += 1;
        v
    }
    fn u32(&mut self) -> u32 {
        self.unit = self.unit.next_multiple_of(2);
        self.u16() as u32 | (self.u16() as u32) << 16
    }
    fn u64(&mut self) -> u64 {
        self.unit = self.unit.next_multiple_of(4);
        self.u32() as u64 | (self.u32() as u64) << 32
    }
}

macro_rules! put {
    ($w:ident, $res:ident, $v:expr, Dst) => {
        $w.u16($v.0)
    };
    ($w:ident, $res:ident, $v:expr, Src) => {
        $w.u16($v.0)
    };
    ($w:ident, $res:ident, $v:expr, Mut) => {
        $w.u16($v.0)
    };
    ($w:ident, $res:ident, $v:expr, K) => {
        $w.u16($v as u16)
    };
    ($w:ident, $res:ident, $v:expr, U) => {
        $w.u16($v)
    };
    ($w:ident, $res:ident, $v:expr, I32) => {
        $w.u32($v as u32)
    };
    ($w:ident, $res:ident, $v:expr, U64) => {
        $w.u64($v)
    };
    ($w:ident, $res:ident, $v:expr, Cache) => {
        $w.u64($v)
    };
    ($w:ident, $res:ident, $v:expr, Label) => {
        $w.u16($res($v) as i16 as u16)
    };
    ($w:ident, $res:ident, $v:expr, Label32) => {
        $w.u32($res($v) as u32)
    };
    ($w:ident, $res:ident, $v:expr, $k:ident) => {
        $w.u32($v.0)
    };
}

macro_rules! take {
    ($r:ident, $next:expr, Dst) => {
        Reg($r.u16())
    };
    ($r:ident, $next:expr, Src) => {
        Reg($r.u16())
    };
    ($r:ident, $next:expr, Mut) => {
        Reg($r.u16())
    };
    ($r:ident, $next:expr, K) => {
        $r.u16() as i16
    };
    ($r:ident, $next:expr, U) => {
        $r.u16()
    };
    ($r:ident, $next:expr, I32) => {
        $r.u32() as i32
    };
    ($r:ident, $next:expr, U64) => {
        $r.u64()
    };
    ($r:ident, $next:expr, Cache) => {
        $r.u64()
    };
    ($r:ident, $next:expr, Label) => {
        LabelId(($next as i64 + $r.u16() as i16 as i64) as u32)
    };
    ($r:ident, $next:expr, Label32) => {
        LabelId(($next as i64 + $r.u32() as i32 as i64) as u32)
    };
    ($r:ident, $next:expr, Func) => {
        FuncId($r.u32())
    };
    ($r:ident, $next:expr, Type) => {
        TypeId($r.u32())
    };
    ($r:ident, $next:expr, Native) => {
        NativeId($r.u32())
    };
    ($r:ident, $next:expr, Str) => {
        StrId($r.u32())
    };
    ($r:ident, $next:expr, Table) => {
        TableId($r.u32())
    };
    ($r:ident, $next:expr, Method) => {
        MethodId($r.u32())
    };
}

macro_rules! generate { ($($(#[$doc:meta])* $name:ident { $($f:ident : $k:ident),* },)*) => {
    /// The number of every opcode.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
    #[repr(u16)]
    pub enum Op { $($(#[$doc])* $name,)* }

    impl Op {
        /// Every opcode in numeric order.
        pub const ALL: &'static [Op] = &[$(Op::$name),*];
        /// How many there are.
        pub const COUNT: usize = Op::ALL.len();
        /// The name as the table spells it.
        pub fn name(self) -> &'static str { match self { $(Op::$name => stringify!($name),)* } }
        /// Words an instruction takes.
        #[allow(clippy::len_without_is_empty)]
        pub fn len(self) -> usize { match self { $(Op::$name => size_of::<enc::$name>() / 8,)* } }
    }

    /// Words an instruction takes, by opcode number.
    pub const OP_LEN: [u8; Op::COUNT] = [$((size_of::<enc::$name>() / 8) as u8),*];

    /// An instruction with symbolic labels, as lowering emits it.
    #[derive(Clone, Copy, PartialEq, Debug)]
    #[allow(missing_docs)]
    pub enum Instr { $($(#[$doc])* $name { $($f: sym!($k)),* },)* }

    /// The encoded records, one per opcode. Only the VM reads code through them.
    #[allow(missing_docs)]
    pub mod enc {
        use super::*;
        $($(#[$doc])* #[derive(Clone, Copy)] #[repr(C, align(8))] pub struct $name { pub op: u16, $(pub $f: raw!($k)),* })*
    }

    impl Instr {
        /// Its opcode.
        pub fn op(&self) -> Op { match self { $(Instr::$name { .. } => Op::$name,)* } }

        /// Appends the encoded words; `rel` answers a label with its distance in words from the next instruction.
        pub fn encode(&self, rel: impl Fn(LabelId) -> i64, out: &mut Vec<u64>) {
            match *self { $(Instr::$name { $($f),* } => {
                #[allow(unused_mut)]
                let mut w = Writer::new(Op::$name);
                $(put!(w, rel, $f, $k);)*
                w.finish(out)
            })* }
        }

        /// Decodes the instruction at word `at` of a function; labels become word offsets. None: not an opcode.
        pub fn decode(code: &[u64], at: usize) -> Option<Instr> {
            let word = *code.get(at)?;
            let op = *Op::ALL.get(word as u16 as usize)?;
            #[allow(unused_variables)]
            let next = at + op.len();
            #[allow(unused_mut, unused_variables)]
            let mut r = Reader { words: &code[at..], unit: 1 };
            Some(match op { $(Op::$name => Instr::$name { $($f: take!(r, next, $k)),* },)* })
        }

        /// Every operand with its name, in order.
        pub fn operands(&self, mut f: impl FnMut(&'static str, Operand)) {
            match *self { $(Instr::$name { $($f),* } => { $(f(stringify!($f), Operand::$k($f));)* })* }
            let _ = &mut f;
        }

        /// Lets `f` rewrite every register operand.
        pub fn map_labels(&mut self, mut f: impl FnMut(LabelId) -> LabelId) {
            match self { $(Instr::$name { $($f),* } => { $(map_label!(f, $f, $k);)* })* }
            let _ = &mut f;
        }
    }
} }

macro_rules! map_label {
    ($f:ident, $v:ident, Label) => {
        *$v = $f(*$v)
    };
    ($f:ident, $v:ident, Label32) => {
        *$v = $f(*$v)
    };
    ($f:ident, $v:ident, $k:ident) => {
        let _ = $v;
    };
}

for_each_op!(generate);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decode_reverses_encode() {
        let i = Instr::SliceSlice {
            dst: Reg(1),
            s: Reg(2),
            lo: Reg(3),
            hi: NO_REG,
            max: Reg(5),
            size: -70000,
        };
        let mut out = vec![];
        i.encode(|_| 0, &mut out);
        assert_eq!(out.len(), Op::SliceSlice.len());
        assert_eq!(Instr::decode(&out, 0), Some(i));
        let j = Instr::JLtInt {
            a: Reg(1),
            b: Reg(2),
            to: LabelId(7),
        };
        let mut out = vec![];
        j.encode(|l| l.0 as i64 - 1, &mut out);
        assert_eq!(Instr::decode(&out, 0), Some(j));
    }
}
