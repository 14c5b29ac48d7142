//! The program's first function: package initialization in order, then main.main.

use crate::bytecode::FuncId;
use crate::bytecode::Instr;
use crate::bytecode::asm::Assembler;
use crate::lower::Lowerer;
use crate::lower::func::FRAME_HEADER;

/// Writes the entry function.
pub fn write(lw: &mut Lowerer<'_>, id: FuncId, calls: &[FuncId]) {
    let mut asm = Assembler::default();
    for &f in calls {
        asm.emit(
            Instr::Call {
                base: FRAME_HEADER,
                f,
            },
            0,
        );
    }
    asm.emit(Instr::Ret {}, 0);
    let out = asm.finish();
    let f = &mut lw.program.funcs[id.index()];
    f.name = "runtime.main".into();
    f.code = out.words;
    f.nregs = FRAME_HEADER;
    f.wrapper = true;
    f.library = true;
}
