//! Superinstructions. When code is loaded, the opcode of the first of two or three neighbours that often follow each other
//! is replaced by one whose handler does them all: the operands, and the other instructions, stay where they are. So a jump
//! into the middle still works, an error in a later part is found at that part's own instruction, and nothing is moved.
//!
//! Only the threaded dispatcher has such handlers. All parts but the last fall through.

use crate::bytecode::Op;
use crate::vm::code::LEN;

/// Calls `$m!` with every superinstruction: its parts. Longer ones come first, since the first match is taken. The choice follows
/// counts of pairs in the programs of bench/cpu.
macro_rules! for_each_fusion {
    ($m:ident) => {
        $m! {
            LoadISetIndex8AddIntLoadIJLeIntB = LoadI > SetIndex8 > AddInt > LoadI > JLeIntB;
            AddIntKAddIntKMovMovJLtIntB = AddIntK > AddIntK > Mov > Mov > JLtIntB;
            Index64RowIndex64RowMulAddF64ForLtInt = Index64Row > Index64Row > MulAddF64 > ForLtInt;
            Index64Index64SetIndex64SetIndex64 = Index64 > Index64 > SetIndex64 > SetIndex64;
            LoadCapLoad64AddIntKStore64 = LoadCap > Load64 > AddIntK > Store64;
            Index64RowIndex64Row = Index64Row > Index64Row;
            Index64RowMulAddF64 = Index64Row > MulAddF64;
            Index64RowAddInt = Index64Row > AddInt;
            Load64MulF64MulF64 = Load64 > MulF64 > MulF64;
            Load64SubF64Store64 = Load64 > SubF64 > Store64;
            Load64AddF64Store64 = Load64 > AddF64 > Store64;
            Load64Load64SubF64 = Load64 > Load64 > SubF64;
            Load64AddIntKStore64 = Load64 > AddIntK > Store64;
            Load64AddIntStore64 = Load64 > AddInt > Store64;
            Index64MulAddF64ForLtInt = Index64 > MulAddF64 > ForLtInt;
            Index64Index64MulAddF64 = Index64 > Index64 > MulAddF64;
            Index128Index64Index128 = Index128 > Index64 > Index128;
            Index64Index64SetIndex64 = Index64 > Index64 > SetIndex64;
            Index64AddIntKSetIndex64 = Index64 > AddIntK > SetIndex64;
            Index64AddIntSetIndex64 = Index64 > AddInt > SetIndex64;
            Index64SetIndex64ForLtInt = Index64 > SetIndex64 > ForLtInt;
            AddIntKMovMov = AddIntK > Mov > Mov;
            AddIntKMovJLtIntB = AddIntK > Mov > JLtIntB;
            AddIntLoadIJLeIntB = AddInt > LoadI > JLeIntB;
            AddIntLoadIForLtInt = AddInt > LoadI > ForLtInt;
            MovMovCall = Mov > Mov > Call;
            MovMovJLtIntB = Mov > Mov > JLtIntB;
            MovMovMov = Mov > Mov > Mov;
            MulF64MulF64AddF64 = MulF64 > MulF64 > AddF64;
            MovCall = Mov > Call;
            MovMov = Mov > Mov;
            MovCallClosure = Mov > CallClosure;
            MovCallIface = Mov > CallIface;
            MovJLtIntB = Mov > JLtIntB;
            MovJLtInt = Mov > JLtInt;
            MovJLeInt = Mov > JLeInt;
            MovJLeIntK = Mov > JLeIntK;
            MovJmpB = Mov > JmpB;
            MovLoad64 = Mov > Load64;
            MovMov2 = Mov > Mov2;
            MovLoadI = Mov > LoadI;
            MovRet1 = Mov > Ret1;
            MovForLtInt = Mov > ForLtInt;
            Mov2Mov = Mov2 > Mov;
            Mov2Mov2 = Mov2 > Mov2;
            Mov2Call = Mov2 > Call;
            AddIntKCall = AddIntK > Call;
            AddIntKAddIntK = AddIntK > AddIntK;
            AddIntKMov = AddIntK > Mov;
            AddIntKJLtIntB = AddIntK > JLtIntB;
            AddIntKJLeIntB = AddIntK > JLeIntB;
            AddIntKJmpB = AddIntK > JmpB;
            AddIntKForLtInt = AddIntK > ForLtInt;
            AddIntKSetIndex64 = AddIntK > SetIndex64;
            AddIntKStore64 = AddIntK > Store64;
            AddIntKIndex64 = AddIntK > Index64;
            AddIntKMulInt = AddIntK > MulInt;
            AddIntRet1 = AddInt > Ret1;
            AddIntLoadI = AddInt > LoadI;
            AddIntAddIntK = AddInt > AddIntK;
            AddIntAddInt = AddInt > AddInt;
            AddIntStore64 = AddInt > Store64;
            AddIntForLtInt = AddInt > ForLtInt;
            AddIntMov = AddInt > Mov;
            AddIntJmpB = AddInt > JmpB;
            MulIntLoadCap = MulInt > LoadCap;
            MulIntAddInt = MulInt > AddInt;
            MulIntDivIntK = MulInt > DivIntK;
            MulIntKAddInt = MulIntK > AddInt;
            SubIntCall = SubInt > Call;
            AndKAddInt = AndK > AddInt;
            AndKJNeIntK = AndK > JNeIntK;
            AndKJEqIntK = AndK > JEqIntK;
            RemIntKJNeIntK = RemIntK > JNeIntK;
            RemIntKJEqIntK = RemIntK > JEqIntK;
            RemIntJEqIntK = RemInt > JEqIntK;
            RemIntJNeIntK = RemInt > JNeIntK;
            DivIntKAddInt = DivIntK > AddInt;
            LtIntRet1 = LtInt > Ret1;
            LoadIRet1 = LoadI > Ret1;
            LoadICall = LoadI > Call;
            LoadIForLtInt = LoadI > ForLtInt;
            LoadIForLeInt = LoadI > ForLeInt;
            LoadISetIndex8 = LoadI > SetIndex8;
            LoadISetIndex64 = LoadI > SetIndex64;
            LoadIIndex64 = LoadI > Index64;
            LoadIJLtInt = LoadI > JLtInt;
            LoadIJLeInt = LoadI > JLeInt;
            LoadIJLeIntB = LoadI > JLeIntB;
            LoadIJLtIntB = LoadI > JLtIntB;
            LoadIMov = LoadI > Mov;
            LoadIJmpB = LoadI > JmpB;
            LoadIMulU32 = LoadI > MulU32;
            LoadIAddU32 = LoadI > AddU32;
            LoadCapLoad64 = LoadCap > Load64;
            LoadCapMov = LoadCap > Mov;
            LoadCapMulInt = LoadCap > MulInt;
            LoadCapAddInt = LoadCap > AddInt;
            LoadCap2Index64 = LoadCap2 > Index64;
            Load64MulF64 = Load64 > MulF64;
            Load64AddF64 = Load64 > AddF64;
            Load64SubF64 = Load64 > SubF64;
            Load64Load64 = Load64 > Load64;
            Load64JNeIntK = Load64 > JNeIntK;
            Load64JEqIntK = Load64 > JEqIntK;
            Load64JEqInt = Load64 > JEqInt;
            Load64JNeInt = Load64 > JNeInt;
            Load64AddInt = Load64 > AddInt;
            Load64AddIntK = Load64 > AddIntK;
            Load64AndK = Load64 > AndK;
            Load64Mov = Load64 > Mov;
            Load64Call = Load64 > Call;
            Load64Ret1 = Load64 > Ret1;
            Load128Index64 = Load128 > Index64;
            Load128IndexU8 = Load128 > IndexU8;
            Load128Index128 = Load128 > Index128;
            Load128LenSlice = Load128 > LenSlice;
            Load128Load64 = Load128 > Load64;
            Load128Mov = Load128 > Mov;
            Store64Load64 = Store64 > Load64;
            Store64LoadI = Store64 > LoadI;
            Store64Ret = Store64 > Ret;
            AddF64Store64 = AddF64 > Store64;
            AddF64ForLtInt = AddF64 > ForLtInt;
            SubF64Store64 = SubF64 > Store64;
            MulF64MulF64 = MulF64 > MulF64;
            MulF64AddF64 = MulF64 > AddF64;
            MulF64SubF64 = MulF64 > SubF64;
            MulF64DivF64 = MulF64 > DivF64;
            MulF64Load64 = MulF64 > Load64;
            MulAddF64ForLtInt = MulAddF64 > ForLtInt;
            IntToF64DivF64 = IntToF64 > DivF64;
            IntToF64MulF64 = IntToF64 > MulF64;
            XorAddIntForLtInt = XorAddInt > ForLtInt;
            Index64Index64 = Index64 > Index64;
            Index64SetIndex64 = Index64 > SetIndex64;
            Index64MulAddF64 = Index64 > MulAddF64;
            Index64JNeIntKB = Index64 > JNeIntKB;
            Index64JNeIntK = Index64 > JNeIntK;
            Index64JEqIntK = Index64 > JEqIntK;
            Index64JLtIntB = Index64 > JLtIntB;
            Index64JLtInt = Index64 > JLtInt;
            Index64JLeInt = Index64 > JLeInt;
            Index64AddInt = Index64 > AddInt;
            Index64LtInt = Index64 > LtInt;
            Index64Mov = Index64 > Mov;
            Index128Index64 = Index128 > Index64;
            Index128IndexU8 = Index128 > IndexU8;
            Index128Index128 = Index128 > Index128;
            Index128CallIface = Index128 > CallIface;
            IndexU8JTrue = IndexU8 > JTrue;
            IndexU8JFalse = IndexU8 > JFalse;
            IndexU8JEqIntK = IndexU8 > JEqIntK;
            IndexU8JNeIntK = IndexU8 > JNeIntK;
            IndexAddrLoad64 = IndexAddr > Load64;
            IndexAddrMov = IndexAddr > Mov;
            IndexStrJTable = IndexStr > JTable;
            IndexStrJEqIntK = IndexStr > JEqIntK;
            IndexStrJNeIntK = IndexStr > JNeIntK;
            SetIndex64SetIndex64 = SetIndex64 > SetIndex64;
            SetIndex64AddIntK = SetIndex64 > AddIntK;
            SetIndex64ForLtInt = SetIndex64 > ForLtInt;
            SetIndex64Mov = SetIndex64 > Mov;
            SetIndex8AddInt = SetIndex8 > AddInt;
            LenSliceJLtInt = LenSlice > JLtInt;
            LenSliceJLeInt = LenSlice > JLeInt;
            LenSliceForLtInt = LenSlice > ForLtInt;
            LenSliceLoadI = LenSlice > LoadI;
            GlobalAddrLoad64 = GlobalAddr > Load64;
            LoadG64AddIntK = LoadG64 > AddIntK;
            LoadG64Mov = LoadG64 > Mov;
        }
    };
}
pub(crate) use for_each_fusion;

macro_rules! table { ($($name:ident = $($part:ident)>+;)*) => {
    /// The parts of every superinstruction.
    static FUSIONS: &[&[Op]] = &[$(&[$(Op::$part),+]),*];
    /// How many there are.
    pub(crate) const COUNT: usize = [$(stringify!($name)),*].len();
} }
for_each_fusion!(table);

/// What begins with each opcode: superinstruction numbers from Op::COUNT on, in the table's order.
pub(crate) struct Fuser {
    begins: Vec<Vec<(u16, &'static [Op])>>,
}

impl Fuser {
    pub fn new() -> Fuser {
        let mut begins = vec![Vec::new(); Op::COUNT];
        for (k, parts) in FUSIONS.iter().enumerate() {
            begins[parts[0] as usize].push(((Op::COUNT + k) as u16, *parts));
        }
        Fuser { begins }
    }

    /// Replaces opcodes in one function's code, which consists of whole instructions.
    pub fn fuse(&self, code: &mut [u64]) {
        let mut at = 0;
        while at < code.len() {
            let op = code[at] as u16;
            let found = self.begins[op as usize].iter().find_map(|(number, parts)| {
                let mut end = at;
                for part in parts.iter() {
                    if code.get(end).is_none_or(|w| *w as u16 != *part as u16) {
                        return None;
                    }
                    end += LEN[*part as usize] as usize;
                }
                Some((*number, end))
            });
            match found {
                Some((number, end)) => {
                    code[at] = code[at] & !0xFFFF | u64::from(number);
                    at = end;
                }
                None => at += LEN[op as usize] as usize,
            }
        }
    }
}

/// The opcode an instruction had before fusion.
pub(crate) fn original(op: u16) -> u16 {
    match (op as usize).checked_sub(Op::COUNT) {
        Some(k) => FUSIONS[k][0] as u16,
        None => op,
    }
}
