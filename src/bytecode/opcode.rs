//! THE table of instructions. One row declares a name, its operands and what it does; the enum, the encoder, the
//! decoder, the disassembler, the verifier and both dispatchers are macros over it.
//!
//! An instruction is one 64-bit word: the opcode (16 bits) and three 16-bit units. Operands fill the units in order;
//! what does not fit goes into extension words of four units each (a 32-bit operand takes two units that share a
//! word half, a 64-bit one a whole extension word). Operand kinds carry the meaning:
//!
//! | kind | bits | meaning |
//! |---|---|---|
//! | `Dst`, `Src` | 16 | a frame register, written or read (first of as many as the value has slots) |
//! | `Mut` | 16 | a frame register, read and written |
//! | `K` | 16 | a signed constant |
//! | `U` | 16 | an unsigned constant |
//! | `I32`, `U64` | 32, 64 | a wider constant |
//! | `Label` | 16 | a jump target, relative to the next instruction, in words; the assembler lengthens what is too far |
//! | `Label32` | 32 | the same, wide |
//! | `Func`, `Type`, `Native`, `Str`, `Table` | 32 | an index into the program's functions, types, natives, strings, select tables |
//! | `Method` | 32 | a method name's number |
//! | `Cache` | 64 | an inline cache the VM rewrites atomically |
//!
//! A suffix means one thing everywhere: `K` a constant operand, `2` the comma-ok form or a two-slot value
//! (see the row), `B` a jump backward that counts against the time slice.

/// Calls `$m!` with every row of the table.
#[macro_export]
macro_rules! for_each_op {
    ($m:ident) => {
        $m! {
            // ---- moves and constants ----
            /// `dst := src`, one slot.
            Mov { dst: Dst, src: Src },
            /// `dst := src`, two slots.
            Mov2 { dst: Dst, src: Src },
            /// `dst := src`, `n` slots; the ranges may overlap.
            MovN { dst: Dst, src: Src, n: U },
            /// `dst := k`, sign extended.
            LoadI { dst: Dst, k: I32 },
            /// `dst := k`, a whole slot (large integers, floats).
            LoadK { dst: Dst, k: U64 },
            /// `dst` (two slots) `:=` the program's string.
            LoadStr { dst: Dst, s: Str },
            /// `dst` and the `n - 1` slots after it `:= 0`.
            Zero { dst: Dst, n: U },
            /// `dst :=` the static closure of a function that captures nothing.
            LoadFunc { dst: Dst, f: Func },

            // ---- integers: registers hold them sign or zero extended to 64 bits ----
            /// `dst := a + b`; wraps at 64 bits.
            AddInt { dst: Dst, a: Src, b: Src },
            /// `dst := a - b`; wraps at 64 bits.
            SubInt { dst: Dst, a: Src, b: Src },
            /// `dst := a * b`; wraps at 64 bits.
            MulInt { dst: Dst, a: Src, b: Src },
            /// `dst := a / b`, signed, toward zero; panics when `b` is 0.
            DivInt { dst: Dst, a: Src, b: Src },
            /// `dst := a % b`, signed; panics when `b` is 0.
            RemInt { dst: Dst, a: Src, b: Src },
            /// `dst := a / b`, unsigned; panics when `b` is 0.
            DivUint { dst: Dst, a: Src, b: Src },
            /// `dst := a % b`, unsigned; panics when `b` is 0.
            RemUint { dst: Dst, a: Src, b: Src },
            /// `dst := a & b`.
            And { dst: Dst, a: Src, b: Src },
            /// `dst := a | b`.
            Or { dst: Dst, a: Src, b: Src },
            /// `dst := a ^ b`.
            Xor { dst: Dst, a: Src, b: Src },
            /// `dst := a &^ b`.
            AndNot { dst: Dst, a: Src, b: Src },
            /// `dst := a << b`, `b` unsigned, 0 from 64 on.
            Shl { dst: Dst, a: Src, b: Src },
            /// `dst := a >> b`, arithmetic, `b` unsigned.
            ShrInt { dst: Dst, a: Src, b: Src },
            /// `dst := a >> b`, logical, `b` unsigned, 0 from 64 on.
            ShrUint { dst: Dst, a: Src, b: Src },
            /// Panics `negative shift amount` when `src`, signed, is below 0.
            CheckShift { src: Src },
            /// `dst := a + k`.
            AddIntK { dst: Dst, a: Src, k: K },
            /// `dst := a * k`.
            MulIntK { dst: Dst, a: Src, k: K },
            /// `dst := a / k`, signed; `k` is not 0.
            DivIntK { dst: Dst, a: Src, k: K },
            /// `dst := a % k`, signed; `k` is not 0.
            RemIntK { dst: Dst, a: Src, k: K },
            /// `dst := a & k`, `k` sign extended.
            AndK { dst: Dst, a: Src, k: K },
            /// `dst := a << k`, `k` below 64.
            ShlK { dst: Dst, a: Src, k: U },
            /// `dst := a >> k`, arithmetic, `k` below 64.
            ShrIntK { dst: Dst, a: Src, k: U },
            /// `dst := a >> k`, logical, `k` below 64.
            ShrUintK { dst: Dst, a: Src, k: U },
            /// `dst := -a`.
            NegInt { dst: Dst, a: Src },
            /// `dst := ^a`.
            Com { dst: Dst, a: Src },
            /// `dst :=` the low 8 bits of `a`, sign extended.
            Sext8 { dst: Dst, a: Src },
            /// `dst :=` the low 16 bits of `a`, sign extended.
            Sext16 { dst: Dst, a: Src },
            /// `dst :=` the low 32 bits of `a`, sign extended.
            Sext32 { dst: Dst, a: Src },
            /// `dst :=` the low 8 bits of `a`, zero extended.
            Zext8 { dst: Dst, a: Src },
            /// `dst :=` the low 16 bits of `a`, zero extended.
            Zext16 { dst: Dst, a: Src },
            /// `dst :=` the low 32 bits of `a`, zero extended.
            Zext32 { dst: Dst, a: Src },
            /// `dst := a + b` for int32.
            AddI32 { dst: Dst, a: Src, b: Src },
            /// `dst := a - b` for int32.
            SubI32 { dst: Dst, a: Src, b: Src },
            /// `dst := a * b` for int32.
            MulI32 { dst: Dst, a: Src, b: Src },
            /// `dst := a + b` for uint32.
            AddU32 { dst: Dst, a: Src, b: Src },
            /// `dst := a - b` for uint32.
            SubU32 { dst: Dst, a: Src, b: Src },
            /// `dst := a * b` for uint32.
            MulU32 { dst: Dst, a: Src, b: Src },
            /// `dst := a << k` for uint32, `k` below 32.
            ShlU32K { dst: Dst, a: Src, k: U },
            /// `dst := a + b` for uint8.
            AddU8 { dst: Dst, a: Src, b: Src },
            /// `dst := dst + (a ^ b)`, a chained pair that profiles show often.
            XorAddInt { dst: Mut, a: Src, b: Src },
            /// `dst := dst + a * b`.
            MulAddInt { dst: Mut, a: Src, b: Src },

            // ---- floats: float64 as its bits, float32 as its bits zero extended ----
            /// `dst := a + b` for float64.
            AddF64 { dst: Dst, a: Src, b: Src },
            /// `dst := a - b` for float64.
            SubF64 { dst: Dst, a: Src, b: Src },
            /// `dst := a * b` for float64.
            MulF64 { dst: Dst, a: Src, b: Src },
            /// `dst := a / b` for float64.
            DivF64 { dst: Dst, a: Src, b: Src },
            /// `dst := -a` for float64.
            NegF64 { dst: Dst, a: Src },
            /// `dst := dst + a * b` for float64, each operation rounded.
            MulAddF64 { dst: Mut, a: Src, b: Src },
            /// `dst := a + b` for float32.
            AddF32 { dst: Dst, a: Src, b: Src },
            /// `dst := a - b` for float32.
            SubF32 { dst: Dst, a: Src, b: Src },
            /// `dst := a * b` for float32.
            MulF32 { dst: Dst, a: Src, b: Src },
            /// `dst := a / b` for float32.
            DivF32 { dst: Dst, a: Src, b: Src },
            /// `dst := -a` for float32.
            NegF32 { dst: Dst, a: Src },
            /// `dst := sqrt(a)` for float64 (math.Sqrt).
            SqrtF64 { dst: Dst, a: Src },
            /// `dst := |a|` for float64 (math.Abs).
            AbsF64 { dst: Dst, a: Src },
            /// `dst := floor(a)` for float64 (math.Floor).
            FloorF64 { dst: Dst, a: Src },
            /// `dst :=` the signed integer `a` as float64.
            IntToF64 { dst: Dst, a: Src },
            /// `dst :=` the unsigned integer `a` as float64.
            UintToF64 { dst: Dst, a: Src },
            /// `dst :=` float64 `a` as int64, truncated (out of range as on amd64).
            F64ToInt { dst: Dst, a: Src },
            /// `dst :=` float64 `a` as uint64, truncated (out of range as on amd64).
            F64ToUint { dst: Dst, a: Src },
            /// `dst :=` float64 `a` as int32, truncated (out of range as on amd64).
            F64ToInt32 { dst: Dst, a: Src },
            /// `dst :=` float64 `a` rounded to float32.
            F64ToF32 { dst: Dst, a: Src },
            /// `dst :=` float32 `a` widened to float64.
            F32ToF64 { dst: Dst, a: Src },
            /// `dst :=` the signed integer `a` as float32, rounded once.
            IntToF32 { dst: Dst, a: Src },
            /// `dst :=` the unsigned integer `a` as float32, rounded once.
            UintToF32 { dst: Dst, a: Src },

            // ---- complex128: two slots, real then imaginary; complex64: one slot, real in the low half ----
            /// `dst := a + b` for complex128.
            AddC128 { dst: Dst, a: Src, b: Src },
            /// `dst := a - b` for complex128.
            SubC128 { dst: Dst, a: Src, b: Src },
            /// `dst := a * b` for complex128.
            MulC128 { dst: Dst, a: Src, b: Src },
            /// `dst := a / b` for complex128, with Go's treatment of infinities.
            DivC128 { dst: Dst, a: Src, b: Src },
            /// `dst := a == b` for complex128.
            EqC128 { dst: Dst, a: Src, b: Src },
            /// `dst` (two slots) `:=` complex64 `a` widened.
            C64ToC128 { dst: Dst, a: Src },
            /// `dst` (one slot) `:=` complex128 `a` rounded.
            C128ToC64 { dst: Dst, a: Src },

            // ---- comparisons to a bool (0 or 1) ----
            /// `dst := a == b`, one slot (integers, bools, pointers, channels).
            EqInt { dst: Dst, a: Src, b: Src },
            /// `dst := a != b`, one slot.
            NeInt { dst: Dst, a: Src, b: Src },
            /// `dst := a < b`, signed.
            LtInt { dst: Dst, a: Src, b: Src },
            /// `dst := a <= b`, signed.
            LeInt { dst: Dst, a: Src, b: Src },
            /// `dst := a < b`, unsigned.
            LtUint { dst: Dst, a: Src, b: Src },
            /// `dst := a <= b`, unsigned.
            LeUint { dst: Dst, a: Src, b: Src },
            /// `dst := a == k`.
            EqIntK { dst: Dst, a: Src, k: K },
            /// `dst := a == b` for float64.
            EqF64 { dst: Dst, a: Src, b: Src },
            /// `dst := a != b` for float64.
            NeF64 { dst: Dst, a: Src, b: Src },
            /// `dst := a < b` for float64.
            LtF64 { dst: Dst, a: Src, b: Src },
            /// `dst := a <= b` for float64.
            LeF64 { dst: Dst, a: Src, b: Src },
            /// `dst := a == b` for float32.
            EqF32 { dst: Dst, a: Src, b: Src },
            /// `dst := a < b` for float32.
            LtF32 { dst: Dst, a: Src, b: Src },
            /// `dst := a <= b` for float32.
            LeF32 { dst: Dst, a: Src, b: Src },
            /// `dst := a == b` for strings.
            EqStr { dst: Dst, a: Src, b: Src },
            /// `dst := a < b` for strings.
            LtStr { dst: Dst, a: Src, b: Src },
            /// `dst := a <= b` for strings.
            LeStr { dst: Dst, a: Src, b: Src },
            /// `dst := a == b` for interfaces; panics when the dynamic type is not comparable.
            EqIface { dst: Dst, a: Src, b: Src },
            /// `dst := *a == *b` for memory of one type; panics on uncomparable interface contents.
            EqMem { dst: Dst, a: Src, b: Src, ty: Type },
            /// `dst := !a` for bools.
            Not { dst: Dst, a: Src },

            // ---- jumps ----
            /// Continue at `to`.
            Jmp { to: Label32 },
            /// Continue at `to`, which lies behind; a safepoint.
            JmpB { to: Label32 },
            /// Continue at `to` if `a`.
            JTrue { a: Src, to: Label },
            /// Continue at `to` unless `a`.
            JFalse { a: Src, to: Label },
            /// The same as `JTrue`, backward.
            JTrueB { a: Src, to: Label },
            /// Continue at `to` if `a == b`, one slot.
            JEqInt { a: Src, b: Src, to: Label },
            /// Continue at `to` if `a != b`, one slot.
            JNeInt { a: Src, b: Src, to: Label },
            /// Continue at `to` if `a < b`, signed.
            JLtInt { a: Src, b: Src, to: Label },
            /// Continue at `to` if `a <= b`, signed.
            JLeInt { a: Src, b: Src, to: Label },
            /// Continue at `to` if `a < b`, unsigned.
            JLtUint { a: Src, b: Src, to: Label },
            /// Continue at `to` if `a <= b`, unsigned.
            JLeUint { a: Src, b: Src, to: Label },
            /// Continue at `to` if `a == k`.
            JEqIntK { a: Src, k: K, to: Label },
            /// Continue at `to` if `a != k`.
            JNeIntK { a: Src, k: K, to: Label },
            /// Continue at `to` if `a < k`, signed.
            JLtIntK { a: Src, k: K, to: Label },
            /// Continue at `to` if `a <= k`, signed.
            JLeIntK { a: Src, k: K, to: Label },
            /// Continue at `to` if `a > k`, signed.
            JGtIntK { a: Src, k: K, to: Label },
            /// Continue at `to` if `a >= k`, signed.
            JGeIntK { a: Src, k: K, to: Label },
            /// `JEqInt` backward.
            JEqIntB { a: Src, b: Src, to: Label },
            /// `JNeInt` backward.
            JNeIntB { a: Src, b: Src, to: Label },
            /// `JLtInt` backward.
            JLtIntB { a: Src, b: Src, to: Label },
            /// `JLeInt` backward.
            JLeIntB { a: Src, b: Src, to: Label },
            /// `JLtUint` backward.
            JLtUintB { a: Src, b: Src, to: Label },
            /// `JLeUint` backward.
            JLeUintB { a: Src, b: Src, to: Label },
            /// `JEqIntK` backward.
            JEqIntKB { a: Src, k: K, to: Label },
            /// `JNeIntK` backward.
            JNeIntKB { a: Src, k: K, to: Label },
            /// `JLtIntK` backward.
            JLtIntKB { a: Src, k: K, to: Label },
            /// `JLeIntK` backward.
            JLeIntKB { a: Src, k: K, to: Label },
            /// `JGtIntK` backward.
            JGtIntKB { a: Src, k: K, to: Label },
            /// `JGeIntK` backward.
            JGeIntKB { a: Src, k: K, to: Label },
            /// `i := i + 1`; continue at `to`, behind, if `i < n`, signed: the step of a counted loop.
            ForLtInt { i: Mut, n: Src, to: Label },
            /// `i := i + 1`; continue at `to`, behind, if `i < k`.
            ForLtIntK { i: Mut, k: K, to: Label },
            /// `i := i + 1`; continue at `to`, behind, if `i <= n`, signed.
            ForLeInt { i: Mut, n: Src, to: Label },
            /// Continue at `to` if `a == b` for float64.
            JEqF64 { a: Src, b: Src, to: Label },
            /// Continue at `to` if `a != b` for float64.
            JNeF64 { a: Src, b: Src, to: Label },
            /// Continue at `to` if `a < b` for float64.
            JLtF64 { a: Src, b: Src, to: Label },
            /// Continue at `to` if `a <= b` for float64.
            JLeF64 { a: Src, b: Src, to: Label },
            /// Continue at `to` unless `a < b` for float64 (NaN goes there too).
            JNltF64 { a: Src, b: Src, to: Label },
            /// Continue at `to` unless `a <= b` for float64.
            JNleF64 { a: Src, b: Src, to: Label },
            /// Continue at `to` if `a == b` for strings.
            JEqStr { a: Src, b: Src, to: Label },
            /// Continue at `to` if `a != b` for strings.
            JNeStr { a: Src, b: Src, to: Label },
            /// Continue at entry `a - lo` of a jump table, or at its default; `t` numbers the function's jump tables.
            JTable { a: Src, t: Table },

            // ---- memory: every access checks for nil; one-slot accesses are relaxed atomics, two-slot ones cannot tear ----
            /// `dst := *(ptr + off)`, int8.
            LoadI8 { dst: Dst, ptr: Src, off: U },
            /// `dst := *(ptr + off)`, uint8 or bool.
            LoadU8 { dst: Dst, ptr: Src, off: U },
            /// `dst := *(ptr + off)`, int16.
            LoadI16 { dst: Dst, ptr: Src, off: U },
            /// `dst := *(ptr + off)`, uint16.
            LoadU16 { dst: Dst, ptr: Src, off: U },
            /// `dst := *(ptr + off)`, int32.
            LoadI32 { dst: Dst, ptr: Src, off: U },
            /// `dst := *(ptr + off)`, uint32 or float32.
            LoadU32 { dst: Dst, ptr: Src, off: U },
            /// `dst := *(ptr + off)`, any other single slot.
            Load64 { dst: Dst, ptr: Src, off: U },
            /// `dst := *(ptr + off)`, two slots, 16-aligned.
            Load128 { dst: Dst, ptr: Src, off: U },
            /// `*(ptr + off) := src`, 8 bits.
            Store8 { ptr: Src, src: Src, off: U },
            /// `*(ptr + off) := src`, 16 bits.
            Store16 { ptr: Src, src: Src, off: U },
            /// `*(ptr + off) := src`, 32 bits.
            Store32 { ptr: Src, src: Src, off: U },
            /// `*(ptr + off) := src`, 64 bits.
            Store64 { ptr: Src, src: Src, off: U },
            /// `*(ptr + off) := src`, two slots, 16-aligned.
            Store128 { ptr: Src, src: Src, off: U },
            /// `dst := ptr + off` with a nil check: the address of a field.
            AddPtr { dst: Dst, ptr: Src, off: I32 },
            /// Panics when `ptr` is nil.
            NilCheck { ptr: Src },
            /// `*dst := *src` for memory of type `ty`; both are checked for nil; may overlap.
            CopyMem { dst: Src, src: Src, ty: Type },
            /// `*dst :=` the zero value of `ty`.
            ZeroMem { dst: Src, ty: Type },
            /// `dst :=` the address `off` bytes into the global variables.
            GlobalAddr { dst: Dst, off: I32 },
            /// `dst :=` the global slot at `off`, 64 bits.
            LoadG64 { dst: Dst, off: I32 },
            /// `dst :=` the global at `off`, two slots.
            LoadG128 { dst: Dst, off: I32 },
            /// The global slot at `off` `:= src`, 64 bits.
            StoreG64 { src: Src, off: I32 },
            /// The global at `off` `:= src`, two slots.
            StoreG128 { src: Src, off: I32 },
            /// `dst :=` a pointer to a new zero value of `ty`. A safepoint.
            New { dst: Dst, ty: Type },
            /// `dst :=` a pointer to a new copy of the `ty` at `src` (nil-checked). A safepoint.
            NewCopy { dst: Dst, src: Src, ty: Type },
            /// `dst :=` a pointer to new memory of `ty` holding the slots from `src` on. A safepoint.
            NewBox { dst: Dst, src: Src, ty: Type },
            /// The slots from `dst` on `:=` the `ty` at `ptr` (nil-checked): the reverse of `NewBox`.
            LoadFlat { dst: Dst, ptr: Src, ty: Type },
            /// `*ptr :=` the slots from `src` on, laid out as `ty` in memory.
            StoreFlat { ptr: Src, src: Src, ty: Type },

            // ---- slices (slot 1: pointer; slot 2: length in the low, capacity in the high half), arrays, strings ----
            /// `dst := len(s)` of a slice.
            LenSlice { dst: Dst, s: Src },
            /// `dst := cap(s)` of a slice.
            CapSlice { dst: Dst, s: Src },
            /// `dst := s[i]`, int8 elements.
            IndexI8 { dst: Dst, s: Src, i: Src },
            /// `dst := s[i]`, uint8 or bool elements.
            IndexU8 { dst: Dst, s: Src, i: Src },
            /// `dst := s[i]`, int16 elements.
            IndexI16 { dst: Dst, s: Src, i: Src },
            /// `dst := s[i]`, uint16 elements.
            IndexU16 { dst: Dst, s: Src, i: Src },
            /// `dst := s[i]`, int32 elements.
            IndexI32 { dst: Dst, s: Src, i: Src },
            /// `dst := s[i]`, uint32 or float32 elements.
            IndexU32 { dst: Dst, s: Src, i: Src },
            /// `dst := s[i]`, one-slot elements of 8 bytes.
            Index64 { dst: Dst, s: Src, i: Src },
            /// `dst := s[i]`, two-slot elements.
            Index128 { dst: Dst, s: Src, i: Src },
            /// `s[i] := src`, elements of 1 byte.
            SetIndex8 { s: Src, i: Src, src: Src },
            /// `s[i] := src`, elements of 2 bytes.
            SetIndex16 { s: Src, i: Src, src: Src },
            /// `s[i] := src`, elements of 4 bytes.
            SetIndex32 { s: Src, i: Src, src: Src },
            /// `s[i] := src`, elements of 8 bytes.
            SetIndex64 { s: Src, i: Src, src: Src },
            /// `s[i] := src`, two-slot elements.
            SetIndex128 { s: Src, i: Src, src: Src },
            /// `dst := &s[i]`, elements of `size` bytes.
            IndexAddr { dst: Dst, s: Src, i: Src, size: I32 },
            /// `dst := s[r][c]`, a slice of slices with 8-byte elements.
            Index64Row { dst: Dst, s: Src, r: Src, c: Src },
            /// Panics `index out of range` unless `i`, unsigned, is below `n`.
            BoundsK { i: Src, n: I32 },
            /// `dst := ptr + i * size` (ptr nil-checked; the bound has been checked): element of an array in memory.
            ElemAddr { dst: Dst, ptr: Src, i: Src, size: I32 },
            /// `dst :=` element `i` of the array at `ptr`, 8 bytes; the bound has been checked.
            Elem64 { dst: Dst, ptr: Src, i: Src },
            /// Element `i` of the array at `ptr` `:= src`, 8 bytes; the bound has been checked.
            SetElem64 { ptr: Src, i: Src, src: Src },
            /// `dst :=` the `n` slots from register `base + i * n` on, an array held in registers; bound checked before.
            RegElem { dst: Dst, base: Src, i: Src, n: U },
            /// The `n` slots from register `base + i * n` on `:= src`.
            SetRegElem { base: Src, i: Src, src: Src, n: U },
            /// `dst := s[lo:hi:max]` of a slice. A register operand of 0xFFFF is absent.
            SliceSlice { dst: Dst, s: Src, lo: Src, hi: Src, max: Src, size: I32 },
            /// `dst := ptr[lo:hi:max]`, `ptr` pointing to an array of `n` elements. 0xFFFF: absent.
            SliceArray { dst: Dst, ptr: Src, lo: Src, hi: Src, max: Src, size: I32, n: I32 },
            /// `dst := s[lo:hi]` of a string. 0xFFFF: absent.
            SliceStr { dst: Dst, s: Src, lo: Src, hi: Src },
            /// `dst := make([]T, len, cap)`, `ty` the slice type. A safepoint.
            MakeSlice { dst: Dst, len: Src, cap: Src, ty: Type },
            /// `dst := s` with room for `n` more elements and its length raised by `n`; `ty` the slice type. A safepoint.
            GrowSlice { dst: Dst, s: Src, n: Src, ty: Type },
            /// `dst := append(s, src)`, elements of one slot (any size from 1 to 8 bytes) or two; `ty` the slice type.
            Append { dst: Dst, s: Src, src: Src, ty: Type },
            /// `dst := append(s, t...)`, `ty` the slice type.
            AppendSlice { dst: Dst, s: Src, t: Src, ty: Type },
            /// `dst := append(s, t...)`, bytes of a string; `ty` the slice type.
            AppendStr { dst: Dst, s: Src, t: Src, ty: Type },
            /// `dst := copy(d, s)`, `ty` the slice type; works in bounded pieces.
            CopySlice { dst: Dst, d: Src, s: Src, ty: Type },
            /// `dst := copy(d, s)`, from a string.
            CopyStr { dst: Dst, d: Src, s: Src },
            /// `clear(s)`, `ty` the slice type.
            ClearSlice { s: Src, ty: Type },
            /// `dst :=` a pointer to the array of `n` elements under slice `s` (conversion); panics when too short.
            SliceToArray { dst: Dst, s: Src, n: I32 },
            /// `dst := s[i]`, a byte of a string.
            IndexStr { dst: Dst, s: Src, i: Src },
            /// `dst := a + b`, strings.
            Concat { dst: Dst, a: Src, b: Src },
            /// `dst :=` the concatenation of `n` strings in consecutive registers.
            ConcatN { dst: Dst, base: Src, n: U },
            /// One step of a range over a string: from byte index `i`: `r := ` the rune, `r + 1 :=` the next index;
            /// continues at `end` when `i` is at the end.
            RangeStr { r: Dst, s: Src, i: Src, end: Label32 },
            /// `dst := []byte(s)`.
            StrToBytes { dst: Dst, s: Src },
            /// `dst := string(s)` of bytes.
            BytesToStr { dst: Dst, s: Src },
            /// `dst := []rune(s)`.
            StrToRunes { dst: Dst, s: Src },
            /// `dst := string(s)` of runes.
            RunesToStr { dst: Dst, s: Src },
            /// `dst := string(rune(a))`.
            RuneToStr { dst: Dst, a: Src },

            // ---- maps: keys and values in slot format ----
            /// `dst := make(map[K]V, hint)`.
            MakeMap { dst: Dst, hint: Src, ty: Type },
            /// `dst := m[key]`, the zero value when missing.
            MapGet { dst: Dst, m: Src, key: Src, ty: Type },
            /// `dst, ok := m[key]`. Without `ok` the element is read to be assigned to: panics as `MapSet` would.
            MapGet2 { dst: Dst, m: Src, key: Src, ok: Dst, ty: Type },
            /// `m[key] := val`; panics on a nil map.
            MapSet { m: Src, key: Src, val: Src, ty: Type },
            /// `delete(m, key)`.
            MapDelete { m: Src, key: Src, ty: Type },
            /// `dst := len(m)`.
            MapLen { dst: Dst, m: Src },
            /// `clear(m)`.
            MapClear { m: Src, ty: Type },
            /// `it :=` an iterator over `m` (one slot).
            MapIter { it: Dst, m: Src, ty: Type },
            /// The next key and value, or continue at `end`. 0xFFFF: that one is not wanted.
            MapNext { it: Src, key: Dst, val: Dst, end: Label32 },

            // ---- interfaces: slot 1 the dynamic type (0: nil), slot 2 the data ----
            /// `dst :=` an interface holding the one-slot value `src`.
            MkIface { dst: Dst, src: Src, ty: Type },
            /// `dst :=` an interface holding a copy of the slots from `src` on, boxed in memory. A safepoint.
            BoxIface { dst: Dst, src: Src, ty: Type },
            /// The slots from `dst` on `:=` the value of type `ty` in `src`, which is known to hold one.
            UnboxIface { dst: Dst, src: Src, ty: Type },
            /// Panics unless `src` holds exactly `ty`; `iface` is the static type of `src`, for the message.
            AssertType { src: Src, ty: Type, iface: Type },
            /// `dst := (src holds exactly ty)`.
            IsType { dst: Dst, src: Src, ty: Type },
            /// Continue at `to` unless `src` holds exactly `ty`.
            JNotType { src: Src, ty: Type, to: Label32 },
            /// Panics unless the dynamic type of `src` implements the interface `ty`.
            AssertIface { src: Src, ty: Type, iface: Type },
            /// `dst := (src is not nil and implements ty)`.
            Implements { dst: Dst, src: Src, ty: Type },

            // ---- calls: arguments are at the callee's registers 0.., results come back there ----
            /// Calls `f` with its frame at register `base`.
            Call { base: U, f: Func },
            /// Calls the closure `clo` (nil panics).
            CallClosure { base: U, clo: Src },
            /// Calls method `m` of the interface `recv`; the data slot is put into register `base` of the callee.
            CallIface { base: U, recv: Src, m: Method, cache: Cache },
            /// Calls native `n`; its arguments start at `base`, so do its results.
            CallNative { base: U, n: Native },
            /// Calls the closure `clo`, with arguments from the buffer `buf`: words for how many slots go in and come out, then
            /// the slots. Package reflect's way to call.
            CallSlots { base: U, clo: Src, buf: Src },
            /// Copies the results that a `CallSlots` left at `base` into its buffer.
            SaveSlots { base: U, buf: Src },
            /// `dst :=` a new such buffer with the running closure's arguments; the captured slots 1 and 2 say how many slots go
            /// in and come out. Must be the first instruction. A safepoint.
            GatherSlots { dst: Dst },
            /// Copies results from the buffer to registers 0...
            SpreadSlots { buf: Src },
            /// Returns; results are in registers 0...
            Ret {},
            /// Register 0 `:= src`; returns.
            Ret1 { src: Src },
            /// Registers 0 and 1 `:= src`; returns.
            Ret2 { src: Src },
            /// `dst :=` a closure of `f` with `n` captured slots copied from `base` on. A safepoint.
            MkClosure { dst: Dst, base: Src, n: U, f: Func },
            /// `dst :=` captured slot `i` of the running closure.
            LoadCap { dst: Dst, i: U },
            /// `dst` (two slots) `:=` captured slots `i` and `i + 1`.
            LoadCap2 { dst: Dst, i: U },
            /// Starts a goroutine on the closure `clo`, which takes and returns nothing (nil: `go of nil func value`).
            Go { clo: Src },
            /// Pushes closure `clo` onto the frame's list of deferred calls, whose head is register `list`.
            Defer { list: Mut, clo: Src },
            /// Calls the deferred closures, newest first, frames at `base`, and goes on when the list is empty.
            RunDefers { list: Mut, base: U },
            /// Panics with the interface `src` (nil becomes *runtime.PanicNilError).
            Panic { src: Src },
            /// `dst :=` the recovered value, or nil.
            Recover { dst: Dst },

            // ---- goroutines and channels ----
            /// `dst := make(chan T, size)`.
            MakeChan { dst: Dst, size: Src, ty: Type },
            /// `ch <- src`. May park. Panics when `ch` is closed.
            Send { ch: Src, src: Src },
            /// `dst := <-ch`. May park.
            Recv { dst: Dst, ch: Src },
            /// `dst, ok := <-ch`. May park.
            Recv2 { dst: Dst, ch: Src, ok: Dst },
            /// `close(ch)`.
            Close { ch: Src },
            /// `dst := len(ch)`.
            ChanLen { dst: Dst, ch: Src },
            /// `dst := cap(ch)`.
            ChanCap { dst: Dst, ch: Src },
            /// `dst :=` the index of the case that was taken (-1: default); `t` the select's table. May park.
            Select { dst: Dst, t: Table },

            // ---- synchronization without a call ----
            /// The lock (`old` 0, `new` 1) or unlock (1, 0) of the sync.Mutex whose state is at `ptr`: continue at `to` when that
            /// needed neither waiting nor waking, as from 0 to 1 and back.
            JCas32 { ptr: Src, old: K, new: K, to: Label32 },
            /// `dst :=` atomic load, 32 bits, zero extended.
            AtomicLoad32 { dst: Dst, ptr: Src },
            /// `dst :=` atomic load, 64 bits.
            AtomicLoad64 { dst: Dst, ptr: Src },
            /// Atomic store, 32 bits.
            AtomicStore32 { ptr: Src, src: Src },
            /// Atomic store, 64 bits.
            AtomicStore64 { ptr: Src, src: Src },
            /// `dst :=` new value after an atomic addition, 32 bits, zero extended.
            AtomicAdd32 { dst: Dst, ptr: Src, d: Src },
            /// `dst :=` new value after an atomic addition, 64 bits.
            AtomicAdd64 { dst: Dst, ptr: Src, d: Src },
            /// `dst :=` old value, swapped with `src`, 32 bits, zero extended.
            AtomicSwap32 { dst: Dst, ptr: Src, src: Src },
            /// `dst :=` old value, swapped with `src`, 64 bits.
            AtomicSwap64 { dst: Dst, ptr: Src, src: Src },
            /// `dst :=` whether the word was `old` and became `new`, 32 bits.
            AtomicCas32 { dst: Dst, ptr: Src, old: Src, new: Src },
            /// `dst :=` whether the word was `old` and became `new`, 64 bits.
            AtomicCas64 { dst: Dst, ptr: Src, old: Src, new: Src },
            /// `dst :=` old value, and-ed with `src`, 32 bits.
            AtomicAnd32 { dst: Dst, ptr: Src, src: Src },
            /// `dst :=` old value, and-ed with `src`, 64 bits.
            AtomicAnd64 { dst: Dst, ptr: Src, src: Src },
            /// `dst :=` old value, or-ed with `src`, 32 bits.
            AtomicOr32 { dst: Dst, ptr: Src, src: Src },
            /// `dst :=` old value, or-ed with `src`, 64 bits.
            AtomicOr64 { dst: Dst, ptr: Src, src: Src },

            // ---- the machine's own ----
            /// The return address of a goroutine's first frame: the goroutine ends.
            GoExit {},
            /// The return address of a deferred call that a panic or Goexit runs: unwinding goes on.
            PanicReturn {},
            /// The return address of a call made to print a panic value: the report goes on.
            FatalReturn {},
            /// Where a waiting goroutine goes on that is to be ended: its deferred calls run as for runtime.Goexit.
            Interrupted {},
            /// A place that cannot be reached (missing return after a call that does not return); panics in the host.
            Unreachable {},
        }
    };
}
pub use for_each_op;
