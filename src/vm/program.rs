//! The program inside a running machine: tables that grow.

use crate::bytecode::Extension;
use crate::bytecode::Func;
use crate::bytecode::FuncId;
use crate::bytecode::MethodName;
use crate::bytecode::Native;
use crate::bytecode::Program;
use crate::bytecode::SelectDir;
use crate::bytecode::SelectTable;
use crate::bytecode::TypeId;
use crate::bytecode::WellKnown;
use crate::bytecode::verify;
use crate::bytecode::verify::Sizes;
use crate::chan::Case;
use crate::heap::Full;
use crate::heap::Table;
use crate::vm::SetUpError;
use crate::vm::Vm;
use crate::vm::native::NativeFn;
use parking_lot::Mutex;
use std::ops::Deref;
use std::sync::atomic::AtomicPtr;
use std::sync::atomic::Ordering::Acquire;
use std::sync::atomic::Ordering::Release;

/// What a machine keeps of its program besides what runs.
pub struct Loaded {
    /// Functions, without their code.
    pub funcs: Table<Func>,
    /// Method names.
    pub methods: Table<MethodName>,
    /// File names.
    pub files: Table<Box<str>>,
    /// Types and functions the machine itself needs.
    pub well_known: Known,
    /// Declarations of natives.
    pub natives: Table<Native>,
    /// Runs all package initialization, then main.main.
    pub entry: FuncId,
    /// The bytes of string constants.
    pub(super) strings: Mutex<Vec<Box<[u8]>>>,
    /// Byte offsets and types of global variables, if objects tell their types.
    pub globals: Mutex<Vec<(u32, TypeId)>>,
}

/// A [`WellKnown`] that is replaced as a whole when the program grows.
pub struct Known {
    now: AtomicPtr<WellKnown>,
    // Boxed: readers have their addresses.
    #[allow(clippy::vec_box)]
    all: Mutex<Vec<Box<WellKnown>>>,
}

impl Known {
    fn new(w: WellKnown) -> Known {
        let known = Known {
            now: AtomicPtr::default(),
            all: Mutex::default(),
        };
        known.set(w);
        known
    }

    fn set(&self, w: WellKnown) {
        let mut w = Box::new(w);
        self.now.store(&raw mut *w, Release);
        self.all.lock().push(w);
    }
}

impl Deref for Known {
    type Target = WellKnown;

    fn deref(&self) -> &WellKnown {
        // SAFETY: what has been set stays as it is until the machine goes.
        unsafe { &*self.now.load(Acquire) }
    }
}

/// How much of everything a program may ever have.
pub(super) struct Room {
    pub funcs: usize,
    pub words: usize,
    pub jump_tables: usize,
    pub types: usize,
    pub strings: usize,
    pub natives: usize,
    pub methods: usize,
    pub selects: usize,
    pub files: usize,
    /// In units of 16 bytes.
    pub globals: usize,
}

impl Room {
    /// What the program has, or, if it is to grow, so much that nobody types it.
    pub(super) fn of(p: &Program, live: bool) -> Room {
        let at_least = |n: usize, grown: usize| if live { n.max(grown) } else { n };
        let words = p.funcs.iter().map(|f| f.code.len() + 1).sum::<usize>() + 4;
        let tables = p.funcs.iter().map(|f| f.jump_tables.len()).sum();
        Room {
            funcs: at_least(p.funcs.len(), 1 << 20),
            words: at_least(words, 1 << 26),
            jump_tables: at_least(tables, 1 << 18),
            types: at_least(p.types.len(), 1 << 18),
            strings: at_least(p.strings.len(), 1 << 20),
            natives: at_least(p.natives.len(), 1 << 14),
            methods: at_least(p.methods.len(), 1 << 18),
            selects: at_least(p.selects.len(), 1 << 18),
            files: at_least(p.files.len(), 1 << 18),
            globals: at_least((p.globals_size as usize).div_ceil(16), 1 << 26),
        }
    }
}

impl Loaded {
    pub(super) fn new(room: &Room, p: &Program) -> std::io::Result<Loaded> {
        Ok(Loaded {
            funcs: Table::new(room.funcs)?,
            methods: Table::new(room.methods)?,
            files: Table::new(room.files)?,
            natives: Table::new(room.natives)?,
            well_known: Known::new(p.well_known),
            entry: p.entry,
            strings: Mutex::default(),
            globals: Mutex::default(),
        })
    }
}

/// The whole program as an addition to nothing; its types are gone already.
pub(super) fn all_of(p: Program) -> Extension {
    Extension {
        funcs: p.funcs,
        types: p.types,
        method_tables: Vec::new(),
        strings: p.strings,
        natives: p.natives,
        methods: p.methods,
        selects: p.selects,
        globals_size: p.globals_size,
        globals: p.globals,
        files: p.files,
        well_known: p.well_known,
        entry: p.entry,
    }
}

/// What calls need to know of a function.
#[derive(Clone, Copy)]
#[repr(C)]
pub(crate) struct FuncEntry {
    pub code: *const u64,
    /// Bytes of a frame.
    pub frame: u32,
    pub nregs: u32,
}

impl Vm {
    /// Adds to the program: all of it or, with an error, nothing. Nothing runs, or the world is stopped.
    pub(super) fn append(
        &self,
        e: Extension,
        find: &dyn Fn(&str) -> Option<NativeFn>,
    ) -> Result<(), SetUpError> {
        let bodies = e
            .natives
            .iter()
            .map(|n| find(&n.name).ok_or_else(|| SetUpError::NoNative(n.name.clone())))
            .collect::<Result<Vec<_>, _>>()?;
        if cfg!(debug_assertions) {
            self.verify(&e).map_err(SetUpError::Invalid)?;
        }
        let p = &self.program;
        let words: usize = e.funcs.iter().map(|f| f.code.len() + 1).sum();
        let globals = (e.globals_size as usize).div_ceil(16).max(1);
        let globals = globals.saturating_sub(self.globals.len());
        let tables = e.funcs.iter().map(|f| f.jump_tables.len()).sum();
        p.funcs.prepare(e.funcs.len())?;
        self.funcs.prepare(e.funcs.len())?;
        self.closures.prepare(e.funcs.len())?;
        self.code.prepare(e.funcs.len(), words, tables)?;
        p.natives.prepare(bodies.len())?;
        self.natives.prepare(bodies.len())?;
        self.strings.prepare(e.strings.len())?;
        self.selects.prepare(e.selects.len())?;
        p.methods.prepare(e.methods.len())?;
        p.files.prepare(e.files.len())?;
        self.globals.prepare(globals)?;
        // From here on only the types may fail, and they come first.
        self.types.extend(e.types, &self.heap)?;
        for (n, f) in e.natives.into_iter().zip(bodies) {
            p.natives.push(n)?;
            self.natives.push(f)?;
        }
        {
            let mut kept = p.strings.lock();
            for s in e.strings {
                self.strings.push(match s.len() {
                    0 => [0, 0],
                    n => [s.as_ptr() as u64, n as u64],
                })?;
                kept.push(s);
            }
        }
        for t in &e.selects {
            self.selects.push(select_cases(t))?;
        }
        for m in e.methods {
            p.methods.push(m)?;
        }
        for f in e.files {
            p.files.push(f)?;
        }
        for _ in 0..globals {
            self.globals.push(0)?;
        }
        self.code.extend(&e.funcs, self.threaded)?;
        for mut f in e.funcs {
            let i = self.closures.push(self.closures.len() as u64)?;
            self.funcs.push(FuncEntry {
                code: self.code.entry(FuncId(i as u32)),
                frame: u32::from(f.nregs) * 8,
                nregs: u32::from(f.nregs),
            })?;
            f.code = Vec::new();
            f.jump_tables = Vec::new();
            p.funcs.push(f)?;
        }
        if !e.method_tables.is_empty() {
            self.types.set_methods(e.method_tables);
            self.code.clear_caches();
        }
        p.well_known.set(e.well_known);
        *p.globals.lock() = e.globals;
        Ok(())
    }

    fn verify(&self, e: &Extension) -> Result<(), String> {
        let p = &self.program;
        let sizes = Sizes {
            funcs: p.funcs.len() + e.funcs.len(),
            types: self.types.all().len() + e.types.len(),
            strings: self.strings.len() + e.strings.len(),
            methods: p.methods.len() + e.methods.len(),
            selects: self.selects.len() + e.selects.len(),
            natives: [&p.natives, &e.natives],
        };
        verify::funcs(&sizes, &e.funcs, e.entry)
    }
}

fn select_cases(t: &SelectTable) -> (Box<[Case]>, bool) {
    let cases = t
        .cases
        .iter()
        .map(|c| Case {
            send: c.dir == SelectDir::Send,
            ch: c.ch.0,
            val: c.val.0,
            ok: c.ok.0,
        })
        .collect();
    (cases, t.default)
}

impl From<Full> for SetUpError {
    fn from(_: Full) -> SetUpError {
        SetUpError::Full
    }
}
