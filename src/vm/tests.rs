//! Programs assembled by hand, run by both dispatchers (in release builds), on one and two workers, with and without a
//! collection at every allocation.

use super::*;
use crate::bytecode::ChanDir;
use crate::bytecode::Func;
use crate::bytecode::Instr;
use crate::bytecode::Instr::*;
use crate::bytecode::Kind;
use crate::bytecode::LabelId;
use crate::bytecode::Leaf;
use crate::bytecode::LeafKind;
use crate::bytecode::NO_REG;
use crate::bytecode::Native;
use crate::bytecode::NativeId;
use crate::bytecode::RType;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::bytecode::StrId;
use crate::bytecode::asm::Assembler;
use crate::natives;
use crate::vm::native::Any as GoAny;
use crate::vm::native::GoStr;
use crate::vm::native::NativeRow;
use parking_lot::Mutex;

const INT: TypeId = TypeId(1);
const STRING: TypeId = TypeId(2);
const INTS: TypeId = TypeId(3);
const ANY: TypeId = TypeId(4);
const MAP: TypeId = TypeId(5);
const CHAN: TypeId = TypeId(6);

fn rtype(kind: Kind, name: &str, size: u64, elem: TypeId, ptr: &[bool]) -> RType {
    let (repr, leaf) = match size {
        0 => (Repr::Empty, None),
        8 => (Repr::One, Some(LeafKind::W64)),
        _ => (Repr::Two, Some(LeafKind::W128)),
    };
    RType {
        kind,
        name: name.into(),
        base_name: "".into(),
        pkg: "".into(),
        size,
        align: size.max(1) as u32,
        slots: (size / 8) as u16,
        repr,
        leaves: leaf
            .map(|kind| Leaf {
                kind,
                offset: 0,
                slot: 0,
            })
            .into_iter()
            .collect(),
        ptr_words: ptr.into(),
        comparable: kind != Kind::Slice,
        plain_eq: kind == Kind::Int,
        elem,
        key: if kind == Kind::Map { STRING } else { TypeId(0) },
        len: 0,
        dir: ChanDir::Both,
        fields: Box::new([]),
        params: Box::new([]),
        results: Box::new([]),
        variadic: false,
        methods: Box::new([]),
        imethods: Box::new([]),
        ptr_to: TypeId(0),
    }
}

fn types() -> Vec<RType> {
    let none = TypeId(0);
    vec![
        rtype(Kind::Invalid, "", 0, none, &[]),
        rtype(Kind::Int, "int", 8, none, &[false]),
        rtype(Kind::String, "string", 16, none, &[true, false]),
        rtype(Kind::Slice, "[]int", 16, INT, &[true, false]),
        rtype(Kind::Interface, "interface {}", 16, none, &[false, true]),
        rtype(Kind::Map, "map[string]int", 8, INT, &[true]),
        rtype(Kind::Chan, "chan int", 8, INT, &[true]),
    ]
}

type Out = Mutex<Vec<String>>;

natives! { TABLE;
    /// Notes an int.
    fn "test.int"(cx, x: i64) { note(cx, x.to_string()) }
    /// Notes a string.
    fn "test.str"(cx, s: GoStr) { note(cx, s.to_text()) }
    /// Notes an interface.
    fn "test.any"(cx, v: GoAny) {
        let text = cx.vm().plain_text(v);
        note(cx, text)
    }
    /// Gives the turn away.
    fn "test.yield"(cx) { Err(native::Stop::Yield) }
    /// runtime.Goexit.
    fn "test.goexit"(cx) { Err(native::Stop::Goexit) }
}

fn note(cx: &native::NativeCx<'_>, s: String) -> Result<(), native::Stop> {
    if let Some(out) = cx
        .host()
        .state
        .as_ref()
        .and_then(|s| s.downcast_ref::<Out>())
    {
        out.lock().push(s);
    }
    Ok(())
}

const PRINT_INT: NativeId = NativeId(0);
const PRINT_STR: NativeId = NativeId(1);
const PRINT_ANY: NativeId = NativeId(2);
const YIELD: NativeId = NativeId(3);
const GOEXIT: NativeId = NativeId(4);

fn r(n: u16) -> Reg {
    Reg(n)
}

/// What becomes a function: name, registers, parameter slots, result slots; instructions with `L(n)` binding label n before
/// the next instruction.
struct F {
    func: Func,
    asm: Assembler,
    labels: Vec<LabelId>,
}

impl F {
    fn new(name: &str, nregs: u16) -> F {
        F {
            func: Func {
                name: name.into(),
                nregs,
                ..Func::default()
            },
            asm: Assembler::default(),
            labels: vec![],
        }
    }
    fn label(&mut self, n: usize) -> LabelId {
        while self.labels.len() <= n {
            let l = self.asm.new_label();
            self.labels.push(l);
        }
        self.labels[n]
    }
    fn bind(&mut self, n: usize) -> &mut F {
        let l = self.label(n);
        self.asm.bind(l);
        self
    }
    fn i(&mut self, i: Instr) -> &mut F {
        self.asm.emit(i, 0);
        self
    }
    fn all(&mut self, is: &[Instr]) -> &mut F {
        for i in is {
            self.i(*i);
        }
        self
    }
    fn done(&mut self) -> Func {
        let a = self.asm.finish();
        let mut f = std::mem::take(&mut self.func);
        f.code = a.words;
        f.lines = vec![crate::bytecode::LineEntry {
            pc: 0,
            file: 0,
            line: 7,
        }];
        f
    }
    /// With a list of deferred calls in register 0 and the epilogue at label 0.
    fn defers(&mut self) -> &mut F {
        self.func.defer_list = Some(r(0));
        self.i(Zero { dst: r(0), n: 1 })
    }
    fn epilogue(&mut self, base: u16) -> Func {
        self.bind(0).i(RunDefers { list: r(0), base }).i(Ret {});
        let a = self.asm.finish();
        let at = a.labels[0];
        let mut f = self.done();
        f.recover_pc = at;
        f
    }
}

fn program(funcs: Vec<Func>, strings: &[&str]) -> Program {
    Program {
        funcs,
        types: types(),
        strings: strings.iter().map(|s| s.as_bytes().into()).collect(),
        natives: TABLE
            .iter()
            .map(|n: &NativeRow| Native {
                name: n.name.into(),
                args: n.args,
                results: n.results,
            })
            .collect(),
        selects: vec![],
        globals_size: 64,
        entry: FuncId(0),
        files: vec!["/t/x.go".into()],
        well_known: crate::bytecode::WellKnown {
            string: STRING,
            ..Default::default()
        },
        ..Program::default()
    }
}

fn run_with(p: Program, procs: usize, stress: bool, dispatch: Dispatch) -> (i32, Vec<String>) {
    let find = |name: &str| TABLE.iter().find(|n| n.name == name).map(|n| n.call);
    let vm = Vm::new(
        p,
        &find,
        VmConfig {
            heap: HeapConfig {
                reserve: 1 << 30,
                stress,
                ..HeapConfig::default()
            },
            procs,
            dispatch,
            host: Host {
                state: Some(Box::new(Out::default())),
                ..Host::default()
            },
            ..VmConfig::default()
        },
    )
    .unwrap();
    let code = vm.run();
    let out = vm
        .host
        .state
        .as_ref()
        .and_then(|s| s.downcast_ref::<Out>())
        .map(|o| o.lock().clone())
        .unwrap_or_default();
    (code, out)
}

fn run(make: impl Fn() -> Program) -> (i32, Vec<String>) {
    let first = run_with(make(), 1, false, Dispatch::Match);
    for (procs, stress, d) in [
        (1, true, Dispatch::Match),
        (2, false, Dispatch::Threaded),
        (2, true, Dispatch::Threaded),
    ] {
        assert_eq!(
            run_with(make(), procs, stress, d),
            first,
            "{procs} {stress}"
        );
    }
    first
}

fn print_int(base: u16) -> Instr {
    CallNative { base, n: PRINT_INT }
}

fn fib_program(n: i32) -> Program {
    let mut main = F::new("main.main", 8);
    main.all(&[
        LoadI { dst: r(4), k: n },
        Call {
            base: 4,
            f: FuncId(1),
        },
        print_int(4),
        Ret {},
    ]);
    let mut fib = F::new("main.fib", 8);
    let l = fib.label(1);
    fib.all(&[
        JGeIntK {
            a: r(0),
            k: 2,
            to: l,
        },
        Ret {},
    ]);
    fib.bind(1).all(&[
        AddIntK {
            dst: r(4),
            a: r(0),
            k: -1,
        },
        Call {
            base: 4,
            f: FuncId(1),
        },
        AddIntK {
            dst: r(8),
            a: r(0),
            k: -2,
        },
        Call {
            base: 8,
            f: FuncId(1),
        },
        AddInt {
            dst: r(0),
            a: r(4),
            b: r(8),
        },
        Ret {},
    ]);
    fib.func.nregs = 9;
    fib.func.param_slots = 1;
    program(vec![main.done(), fib.done()], &[])
}

#[test]
fn recursion() {
    assert_eq!(run(|| fib_program(20)), (0, vec!["6765".into()]));
}

fn loop_program(n: i32) -> Program {
    let mut main = F::new("main.main", 16);
    let (a, b) = (main.label(0), main.label(1));
    main.all(&[Zero { dst: r(0), n: 2 }, LoadI { dst: r(3), k: n }]);
    main.bind(0).i(LoadI { dst: r(2), k: 0 });
    main.bind(1).all(&[
        Xor {
            dst: r(5),
            a: r(1),
            b: r(2),
        },
        AddInt {
            dst: r(0),
            a: r(0),
            b: r(5),
        },
        ForLtInt {
            i: r(2),
            n: r(3),
            to: b,
        },
        ForLtInt {
            i: r(1),
            n: r(3),
            to: a,
        },
        Mov {
            dst: r(9),
            src: r(0),
        },
        print_int(9),
        Ret {},
    ]);
    program(vec![main.done()], &[])
}

#[test]
fn loops() {
    let want: i64 = (0..100).flat_map(|i| (0..100).map(move |j| i ^ j)).sum();
    assert_eq!(run(|| loop_program(100)), (0, vec![want.to_string()]));
}

fn sieve_program(n: i32) -> Program {
    let mut m = F::new("main.main", 24);
    let l: Vec<_> = (0..5).map(|k| m.label(k)).collect();
    m.all(&[
        LoadI { dst: r(2), k: n },
        AddIntK {
            dst: r(8),
            a: r(2),
            k: 1,
        },
        MakeSlice {
            dst: r(0),
            len: r(8),
            cap: NO_REG,
            ty: INTS,
        },
        LoadI { dst: r(3), k: 0 },
        LoadI { dst: r(4), k: 2 },
        LoadI { dst: r(7), k: 1 },
    ]);
    m.bind(0).all(&[
        Index64 {
            dst: r(6),
            s: r(0),
            i: r(4),
        },
        JNeIntK {
            a: r(6),
            k: 0,
            to: l[3],
        },
        AddIntK {
            dst: r(3),
            a: r(3),
            k: 1,
        },
        AddInt {
            dst: r(5),
            a: r(4),
            b: r(4),
        },
        Jmp { to: l[2] },
    ]);
    m.bind(1).all(&[
        SetIndex64 {
            s: r(0),
            i: r(5),
            src: r(7),
        },
        AddInt {
            dst: r(5),
            a: r(5),
            b: r(4),
        },
    ]);
    m.bind(2).i(JLeIntB {
        a: r(5),
        b: r(2),
        to: l[1],
    });
    m.bind(3).all(&[
        AddIntK {
            dst: r(4),
            a: r(4),
            k: 1,
        },
        JLeIntB {
            a: r(4),
            b: r(2),
            to: l[0],
        },
    ]);
    m.bind(4).all(&[
        Mov {
            dst: r(12),
            src: r(3),
        },
        print_int(12),
        Ret {},
    ]);
    program(vec![m.done()], &[])
}

#[test]
fn slices() {
    assert_eq!(run(|| sieve_program(1000)), (0, vec!["168".into()]));
}

#[test]
fn deep_recursion_grows_the_stack() {
    // sum(n) = n == 0 ? 0 : n + sum(n-1)
    let make = || {
        let mut main = F::new("main.main", 8);
        main.all(&[
            LoadI {
                dst: r(4),
                k: 100_000,
            },
            Call {
                base: 4,
                f: FuncId(1),
            },
            print_int(4),
            Ret {},
        ]);
        let mut f = F::new("main.sum", 8);
        let l = f.label(0);
        f.all(&[
            JNeIntK {
                a: r(0),
                k: 0,
                to: l,
            },
            Ret {},
        ]);
        f.bind(0).all(&[
            AddIntK {
                dst: r(4),
                a: r(0),
                k: -1,
            },
            Call {
                base: 4,
                f: FuncId(1),
            },
            AddInt {
                dst: r(0),
                a: r(0),
                b: r(4),
            },
            Ret {},
        ]);
        program(vec![main.done(), f.done()], &[])
    };
    assert_eq!(run(make), (0, vec!["5000050000".into()]));
}

#[test]
fn endless_recursion_is_gos_stack_overflow() {
    let make = || {
        let mut f = F::new("main.main", 4000);
        f.all(&[
            Call {
                base: 4000,
                f: FuncId(0),
            },
            Ret {},
        ]);
        program(vec![f.done()], &[])
    };
    assert_eq!(run_with(make(), 1, false, Dispatch::Auto).0, 2);
}

#[test]
fn strings_maps_closures() {
    let make = || {
        let mut m = F::new("main.main", 40);
        let end = m.label(0);
        let top = m.label(1);
        m.all(&[
            LoadStr {
                dst: r(0),
                s: StrId(0),
            },
            LoadStr {
                dst: r(2),
                s: StrId(1),
            },
            Concat {
                dst: r(4),
                a: r(0),
                b: r(2),
            },
            Mov2 {
                dst: r(30),
                src: r(4),
            },
            CallNative {
                base: 30,
                n: PRINT_STR,
            },
            SliceStr {
                dst: r(30),
                s: r(4),
                lo: NO_REG,
                hi: r(1),
            },
            CallNative {
                base: 30,
                n: PRINT_STR,
            },
            MakeMap {
                dst: r(6),
                hint: NO_REG,
                ty: MAP,
            },
            LoadI { dst: r(7), k: 41 },
            MapSet {
                m: r(6),
                key: r(4),
                val: r(7),
                ty: MAP,
            },
            MapGet2 {
                dst: r(8),
                m: r(6),
                key: r(4),
                ok: r(9),
                ty: MAP,
            },
            MkClosure {
                dst: r(10),
                base: r(8),
                n: 2,
                f: FuncId(1),
            },
            LoadI { dst: r(30), k: 100 },
            CallClosure {
                base: 30,
                clo: r(10),
            },
            print_int(30),
            MapIter {
                it: r(11),
                m: r(6),
                ty: MAP,
            },
        ]);
        m.bind(1).all(&[
            MapNext {
                it: r(11),
                key: r(30),
                val: r(12),
                end,
            },
            CallNative {
                base: 30,
                n: PRINT_STR,
            },
            JmpB { to: top },
        ]);
        m.bind(0).i(Ret {});
        let mut f = F::new("main.main.func1", 4);
        f.all(&[
            LoadCap2 { dst: r(1), i: 0 },
            AddInt {
                dst: r(0),
                a: r(0),
                b: r(1),
            },
            AddInt {
                dst: r(0),
                a: r(0),
                b: r(2),
            },
            Ret {},
        ]);
        program(vec![m.done(), f.done()], &["héllo", ", world"])
    };
    assert_eq!(
        run(make),
        (
            0,
            vec![
                "héllo, world".into(),
                "héllo".into(),
                "142".into(),
                "héllo, world".into()
            ]
        )
    );
}

/// main defers d (which may recover), then divides by zero.
fn panicking(recovers: bool) -> Program {
    let mut m = F::new("main.main", 20);
    m.all(&[
        Call {
            base: 5,
            f: FuncId(1),
        },
        LoadI { dst: r(5), k: 77 },
        print_int(5),
        Ret {},
    ]);
    let mut f = F::new("main.f", 20);
    f.defers().all(&[
        LoadFunc {
            dst: r(1),
            f: FuncId(2),
        },
        Defer {
            list: r(0),
            clo: r(1),
        },
        LoadFunc {
            dst: r(1),
            f: FuncId(3),
        },
        Defer {
            list: r(0),
            clo: r(1),
        },
        LoadI { dst: r(2), k: 0 },
        DivInt {
            dst: r(3),
            a: r(2),
            b: r(2),
        },
    ]);
    let f = f.epilogue(10);
    let mut first = F::new("main.f.func1", 12);
    first.all(&[LoadI { dst: r(6), k: 1 }, print_int(6), Ret {}]);
    let mut second = F::new("main.f.func2", 12);
    if recovers {
        second.all(&[
            Recover { dst: r(6) },
            CallNative {
                base: 6,
                n: PRINT_ANY,
            },
            Recover { dst: r(6) },
            CallNative {
                base: 6,
                n: PRINT_ANY,
            },
        ]);
    }
    second.all(&[LoadI { dst: r(6), k: 2 }, print_int(6), Ret {}]);
    program(vec![m.done(), f, first.done(), second.done()], &[])
}

#[test]
fn deferred_calls_run_and_recover() {
    assert_eq!(
        run(|| panicking(true)),
        (
            0,
            vec![
                "integer divide by zero".into(),
                "nil".into(),
                "2".into(),
                "1".into(),
                "77".into()
            ]
        )
    );
    assert_eq!(run(|| panicking(false)), (2, vec!["2".into(), "1".into()]));
}

#[test]
fn goexit_runs_deferred_calls() {
    let make = || {
        let mut m = F::new("main.main", 20);
        m.all(&[
            MakeChan {
                dst: r(0),
                size: NO_REG,
                ty: CHAN,
            },
            MkClosure {
                dst: r(1),
                base: r(0),
                n: 1,
                f: FuncId(1),
            },
            Go { clo: r(1) },
            Recv {
                dst: r(10),
                ch: r(0),
            },
            print_int(10),
            Ret {},
        ]);
        let mut f = F::new("main.main.func1", 20);
        f.defers().all(&[
            LoadCap { dst: r(2), i: 0 },
            MkClosure {
                dst: r(1),
                base: r(2),
                n: 1,
                f: FuncId(2),
            },
            Defer {
                list: r(0),
                clo: r(1),
            },
            CallNative { base: 6, n: GOEXIT },
            print_int(6),
        ]);
        let f = f.epilogue(10);
        let mut d = F::new("main.main.func2", 20);
        d.all(&[
            Recover { dst: r(4) },
            LoadCap { dst: r(0), i: 0 },
            LoadI { dst: r(1), k: 5 },
            Send {
                ch: r(0),
                src: r(1),
            },
            Ret {},
        ]);
        program(vec![m.done(), f, d.done()], &[])
    };
    assert_eq!(run(make), (0, vec!["5".into()]));
}

#[test]
fn goroutines_and_channels() {
    // A hundred goroutines send their number; main adds up.
    let make = || {
        let mut m = F::new("main.main", 20);
        let (a, b) = (m.label(0), m.label(1));
        m.all(&[
            LoadI { dst: r(0), k: 3 },
            MakeChan {
                dst: r(0),
                size: r(0),
                ty: CHAN,
            },
            LoadI { dst: r(1), k: 0 },
        ]);
        m.bind(0).all(&[
            MkClosure {
                dst: r(2),
                base: r(0),
                n: 2,
                f: FuncId(1),
            },
            Go { clo: r(2) },
            ForLtIntK {
                i: r(1),
                k: 100,
                to: a,
            },
            LoadI { dst: r(1), k: 0 },
            LoadI { dst: r(3), k: 0 },
        ]);
        m.bind(1).all(&[
            Recv2 {
                dst: r(4),
                ch: r(0),
                ok: r(5),
            },
            AddInt {
                dst: r(3),
                a: r(3),
                b: r(4),
            },
            ForLtIntK {
                i: r(1),
                k: 100,
                to: b,
            },
            Mov {
                dst: r(10),
                src: r(3),
            },
            print_int(10),
            Ret {},
        ]);
        let mut f = F::new("main.main.func1", 20);
        f.all(&[
            CallNative { base: 6, n: YIELD },
            LoadCap2 { dst: r(0), i: 0 },
            Send {
                ch: r(0),
                src: r(1),
            },
            Ret {},
        ]);
        program(vec![m.done(), f.done()], &[])
    };
    assert_eq!(run(make), (0, vec!["4950".into()]));
}

#[test]
fn deadlock_is_reported() {
    let make = || {
        let mut m = F::new("main.main", 8);
        m.all(&[
            MakeChan {
                dst: r(0),
                size: NO_REG,
                ty: CHAN,
            },
            Recv {
                dst: r(1),
                ch: r(0),
            },
            Ret {},
        ]);
        program(vec![m.done()], &[])
    };
    assert_eq!(run(make).0, 2);
}

#[test]
fn appends_and_boxes_survive_collections() {
    let make = || {
        let mut m = F::new("main.main", 30);
        let a = m.label(0);
        m.all(&[Zero { dst: r(0), n: 4 }]);
        m.bind(0).all(&[
            Append {
                dst: r(0),
                s: r(0),
                src: r(2),
                ty: INTS,
            },
            ForLtIntK {
                i: r(2),
                k: 300,
                to: a,
            },
            LoadStr {
                dst: r(4),
                s: StrId(0),
            },
            ConcatN {
                dst: r(4),
                base: r(4),
                n: 1,
            },
            BoxIface {
                dst: r(6),
                src: r(4),
                ty: STRING,
            },
            Mov2 {
                dst: r(20),
                src: r(6),
            },
            CallNative {
                base: 20,
                n: PRINT_ANY,
            },
            AssertType {
                src: r(6),
                ty: STRING,
                iface: ANY,
            },
            LenSlice {
                dst: r(20),
                s: r(0),
            },
            print_int(20),
            CapSlice {
                dst: r(20),
                s: r(0),
            },
            print_int(20),
            LoadI { dst: r(9), k: 299 },
            Index64 {
                dst: r(20),
                s: r(0),
                i: r(9),
            },
            print_int(20),
            LoadI { dst: r(9), k: 300 },
            Index64 {
                dst: r(20),
                s: r(0),
                i: r(9),
            },
            Ret {},
        ]);
        program(vec![m.done()], &["boxed"])
    };
    assert_eq!(
        run(make),
        (
            2,
            vec!["boxed".into(), "300".into(), "512".into(), "299".into()]
        )
    );
}

/// `cargo test --profile fast -- --ignored vm_speed --nocapture`: CPU time of the programs in design.md, section 5.
#[test]
#[ignore = "a measurement"]
fn vm_speed() {
    for (name, make) in [
        (
            "fib(35)",
            Box::new(|| fib_program(35)) as Box<dyn Fn() -> Program>,
        ),
        ("loop 5000x5000", Box::new(|| loop_program(5000))),
        ("sieve 2e6", Box::new(|| sieve_program(2_000_000))),
    ] {
        for d in [Dispatch::Match, Dispatch::Threaded] {
            let best = (0..5)
                .map(|_| {
                    let t = std::time::Instant::now();
                    run_with(make(), 1, false, d);
                    t.elapsed()
                })
                .min();
            eprintln!("{name:16} {d:?}: {best:?}");
        }
    }
}
