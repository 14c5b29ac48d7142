//! A program that grows: what a session at the prompt adds, entry by entry.
//!
//! The tables of the lowerer stay; each entry's [`Extension`] is what came since the last one. If an entry can not be lowered,
//! its functions, and what they were the first to need, are forgotten again; types, strings and names of methods that were
//! numbered meanwhile stay and go with the next entry.

use crate::bytecode;
use crate::bytecode::Extension;
use crate::bytecode::FuncId;
use crate::bytecode::Instr;
use crate::bytecode::Method;
use crate::bytecode::Program;
use crate::check::CheckedPackage;
use crate::check::Item;
use crate::diag::Diagnostic;
use crate::lower::FuncKey;
use crate::lower::Lowerer;
use crate::lower::UnitId;
use crate::lower::decl;
use crate::lower::entry;
use crate::lower::escape;
use crate::lower::func::FuncLower;
use crate::syntax::ast::Block;
use crate::syntax::ast::StmtId;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeMap;
use hashbrown::HashMap;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A checked entry with the packages that it is the first to need.
pub struct NewEntry<'w, 'i> {
    /// New packages, each after those it imports.
    pub packages: Vec<&'w CheckedPackage>,
    /// Its declarations, segment by segment.
    pub decls: Vec<&'w CheckedPackage>,
    /// Its statements.
    pub stmts: &'w CheckedPackage,
    /// Their function.
    pub func: ObjectId,
    /// What is to be done.
    pub items: &'i [Item],
}

/// How many entries of each table have been handed out.
#[derive(Clone, Copy, Default)]
struct Sent {
    funcs: usize,
    types: usize,
    strings: usize,
    natives: usize,
    methods: usize,
    selects: usize,
    files: usize,
}

#[derive(Clone, Copy)]
enum Step {
    Init(UnitId),
    Stmt(StmtId),
}

#[derive(Clone)]
struct Plan {
    func: ObjectId,
    steps: Rc<[Step]>,
}

/// How the value of an entry is shown.
#[derive(Clone, Copy, Default, Debug)]
pub struct Look {
    /// Its type is dimmed.
    pub color: bool,
    /// Its type is left out.
    pub bare: bool,
}

/// What is remembered between entries.
#[derive(Default)]
pub struct Growth {
    /// The parts of the session by the functions they declare.
    pub homes: HashMap<ObjectId, UnitId>,
    /// How values are shown.
    pub look: Look,
    /// Whether there is a session at all.
    active: bool,
    plans: HashMap<UnitId, Plan>,
    sent: Sent,
    /// Packages, as opposed to entries.
    packages: Vec<UnitId>,
    /// Packages whose init functions have not been called.
    uninitialized: BTreeSet<UnitId>,
    /// Initializers that have been called.
    called: BTreeSet<(UnitId, u32)>,
    /// Types whose table of methods changed.
    changed: BTreeSet<usize>,
    /// Globals, and initializers, since the last entry.
    fresh_globals: Vec<ObjectId>,
    fresh_inits: Vec<(UnitId, u32)>,
    /// Tables of methods before they were made anew.
    old_tables: Vec<(usize, Box<[Method]>)>,
}

impl Growth {
    /// Notes that a package-level variable got its place.
    pub fn note_global(&mut self, o: ObjectId, init: Option<(UnitId, u32)>) {
        if self.active {
            self.fresh_globals.push(o);
            self.fresh_inits.extend(init);
        }
    }

    /// Notes that the table of methods of a type changed.
    pub fn note_methods(&mut self, i: usize) {
        if self.active && i < self.sent.types {
            self.changed.insert(i);
        }
    }
}

impl<'w> Lowerer<'w> {
    /// The program a session begins with: the packages' initialization.
    pub fn begin_session(&mut self, look: Look) -> Result<Program, Vec<Diagnostic>> {
        self.session.active = true;
        self.session.look = look;
        self.open_gate();
        for i in 0..self.units.len() {
            self.session.packages.push(UnitId(i as u32));
        }
        self.find_well_known();
        self.keep_prompt_funcs();
        let entry = self.new_func();
        self.program.entry = entry;
        for p in self.units.clone() {
            for &o in &p.inits {
                self.func(FuncKey::Decl(o, Box::default()));
            }
        }
        self.lower_reachable();
        self.lower_entry(entry);
        if !self.errors.is_empty() {
            return Err(std::mem::take(&mut self.errors));
        }
        self.program.globals_size = self.globals_size as u32;
        self.session.called = self.needed_inits.iter().copied().collect();
        self.mark_sent();
        let p = &self.program;
        Ok(Program {
            funcs: p.funcs.clone(),
            types: self.rtypes.list.clone(),
            strings: p.strings.clone(),
            natives: p.natives.clone(),
            methods: p.methods.clone(),
            selects: p.selects.clone(),
            globals_size: p.globals_size,
            typed: p.typed,
            globals: p.globals.clone(),
            entry,
            files: p.files.clone(),
            well_known: p.well_known,
        })
    }

    fn mark_sent(&mut self) {
        let p = &self.program;
        self.session.sent = Sent {
            funcs: p.funcs.len(),
            types: self.rtypes.list.len(),
            strings: p.strings.len(),
            natives: p.natives.len(),
            methods: p.methods.len(),
            selects: p.selects.len(),
            files: p.files.len(),
        };
        self.session.changed.clear();
        self.session.fresh_globals.clear();
        self.session.fresh_inits.clear();
        self.session.old_tables.clear();
    }

    /// Lowers an entry: what is to be added to the running program.
    pub fn extend(&mut self, e: &NewEntry<'w, '_>) -> Result<Extension, Vec<Diagnostic>> {
        for p in &e.packages {
            let id = self.add_package(p);
            self.session.packages.push(id);
            self.session.uninitialized.insert(id);
        }
        for id in self.session.uninitialized.clone() {
            for &o in &self.unit(id).inits {
                self.func(FuncKey::Decl(o, Box::default()));
            }
        }
        let body = self.add_entry(e);
        if e.decls.iter().any(|p| !p.extended.is_empty()) {
            self.renew_methods();
        }
        self.lower_reachable();
        let mut calls = self.pending_inits();
        calls.push(body);
        let entry = self.new_func();
        entry::write(self, entry, &calls);
        if !self.errors.is_empty() {
            self.forget_entry();
            return Err(std::mem::take(&mut self.errors));
        }
        Ok(self.extension(entry))
    }

    /// The whole program, to be looked at and given back.
    pub fn program_so_far(&mut self) -> Program {
        self.program.types = std::mem::take(&mut self.rtypes.list);
        std::mem::take(&mut self.program)
    }

    /// See [`Lowerer::program_so_far`].
    pub fn take_back(&mut self, program: Program) {
        self.program = program;
        self.rtypes.list = std::mem::take(&mut self.program.types);
    }

    /// Takes an entry in as parts of the program; answers the function of its statements.
    fn add_entry(&mut self, e: &NewEntry<'w, '_>) -> FuncId {
        let mut units = Vec::new();
        for p in &e.decls {
            let id = self.add_unit(p);
            units.push(id);
            for &f in &p.funcs {
                self.session.homes.insert(f, id);
            }
            // What is generic waits for type arguments.
            for f in &p.funcs {
                let plain = p.sig(*f).is_some_and(|s| s.tparams.is_empty());
                if plain && p.body(*f).is_some() {
                    self.func(FuncKey::Decl(*f, Box::default()));
                }
            }
        }
        let id = self.add_unit(e.stmts);
        self.session.homes.insert(e.func, id);
        let step = |i: &Item| match i {
            Item::Init(k) => Step::Init(units[*k]),
            Item::Stmt(s) => Step::Stmt(*s),
        };
        let plan = Plan {
            func: e.func,
            steps: e.items.iter().map(step).collect(),
        };
        self.session.plans.insert(id, plan);
        self.func(FuncKey::Entry(id))
    }

    /// Initializers of packages that are needed and have not been called, and init functions of new packages.
    fn pending_inits(&mut self) -> Vec<FuncId> {
        let mut calls = Vec::new();
        let fresh = std::mem::take(&mut self.session.uninitialized);
        if fresh.is_empty() && self.session.called.len() == self.needed_inits.len() {
            return calls;
        }
        let mut inits = self.inits_in_order(|i| !self.session.called.contains(&i));
        for unit in self.session.packages.clone() {
            let p = self.unit(unit);
            for i in inits.remove(&unit).unwrap_or_default() {
                calls.push(self.func(FuncKey::Init(unit, i)));
            }
            if fresh.contains(&unit) {
                for &o in &p.inits {
                    calls.push(self.func(FuncKey::Decl(o, Box::default())));
                }
            }
        }
        if self.errors.is_empty() {
            self.session
                .called
                .extend(self.needed_inits.iter().copied());
        } else {
            self.session.uninitialized = fresh;
        }
        calls
    }

    /// What came since the last entry.
    fn extension(&mut self, entry: FuncId) -> Extension {
        let s = self.session.sent;
        self.program.globals_size = u32::try_from(self.globals_size).unwrap_or(u32::MAX);
        let p = &self.program;
        let tables = self
            .session
            .changed
            .iter()
            .map(|&i| {
                (
                    bytecode::TypeId(i as u32),
                    self.rtypes.list[i].methods.clone(),
                )
            })
            .collect();
        let e = Extension {
            funcs: p.funcs[s.funcs..].to_vec(),
            types: self.rtypes.list[s.types..].to_vec(),
            method_tables: tables,
            strings: p.strings[s.strings..].to_vec(),
            natives: p.natives[s.natives..].to_vec(),
            methods: p.methods[s.methods..].to_vec(),
            selects: p.selects[s.selects..].to_vec(),
            globals_size: p.globals_size,
            globals: p.globals.clone(),
            files: p.files[s.files..].to_vec(),
            well_known: p.well_known,
            entry,
        };
        self.mark_sent();
        e
    }

    /// Forgets the functions of an entry that can not be lowered, and what they were the first to need.
    fn forget_entry(&mut self) {
        let first = self.session.sent.funcs;
        self.program.funcs.truncate(first);
        self.funcs.retain(|_, id| id.index() < first);
        self.queue.clear();
        self.globals_size = u64::from(self.program.globals_size);
        self.program.globals.clear();
        for o in self.session.fresh_globals.drain(..) {
            self.globals.remove(&o);
        }
        for i in self.session.fresh_inits.drain(..) {
            self.needed_inits.remove(&i);
        }
        let called = &self.session.called;
        self.done_inits.retain(|i| called.contains(i));
        for (i, table) in self.session.old_tables.drain(..) {
            self.rtypes.list[i].methods = table;
        }
        for t in &mut self.rtypes.list {
            for m in &mut t.methods {
                if m.func.is_some_and(|f| f.index() >= first) {
                    m.func = None;
                }
            }
        }
    }

    /// Makes the tables of methods of the session's types anew, after types of earlier entries got methods. A method that is
    /// gone stays in the table: values that are in use may be asked for it.
    fn renew_methods(&mut self) {
        let types = self.types();
        let Some(main) = self.units.last().map(|u| u.id) else {
            return;
        };
        let of_session = |t| {
            let t = types.deref(t).0;
            match types.get(t) {
                Type::Named(n) => types.object(n.obj).pkg == Some(main),
                Type::Struct(_) => true,
                _ => false,
            }
        };
        self.funcs.retain(|k, _| match k {
            FuncKey::Iface(t, _) | FuncKey::MethodExpr(t, ..) | FuncKey::Bound(t, ..) => {
                !of_session(*t)
            }
            _ => true,
        });
        for i in 1..self.rtypes.list.len() {
            let t = self.rtypes.checked[i];
            // What was numbered just now is described later.
            if !of_session(t)
                || types.is_interface(t)
                || self.rtypes.list[i].kind == bytecode::Kind::Invalid
            {
                continue;
            }
            let old = self.rtypes.list[i].methods.clone();
            self.describe_methods(bytecode::TypeId(i as u32));
            let mut table = self.rtypes.list[i].methods.to_vec();
            for m in &old {
                if !table.iter().any(|n| n.id == m.id) {
                    table.push(*m);
                }
            }
            table.sort_by_key(|m| m.id);
            self.rtypes.list[i].methods = table.into();
            self.session.old_tables.push((i, old));
            self.session.note_methods(i);
        }
    }
}

/// Lowers the statements of an entry to a function.
pub fn lower_entry(lw: &mut Lowerer<'_>, unit: UnitId, id: FuncId) {
    let pkg = lw.unit(unit);
    let Some(plan) = lw.session.plans.get(&unit).cloned() else {
        return;
    };
    let (Some(sig), Some(body)) = (pkg.sig(plan.func), pkg.body(plan.func)) else {
        return;
    };
    let src = decl::source(lw, pkg, body.file, &body.info);
    let span = src.file.span;
    let stmts = plan.steps.iter().filter_map(|s| match s {
        Step::Stmt(s) => Some(*s),
        Step::Init(_) => None,
    });
    let block = Block {
        lbrace: span.start(),
        stmts: stmts.collect(),
        rbrace: span.end(),
    };
    let esc = escape::analyze(&src, &[], Some(&block), None);
    let name = "main.main".to_string();
    let mut f = FuncLower::new(lw, src, Rc::new(esc), Rc::new(TypeMap::empty()), id, name);
    f.pos = span.start();
    f.settle_captures(&block);
    f.plan_results(sig, decl::defers(src.file, &block));
    let m = f.mark();
    for s in plan.steps.iter() {
        match s {
            Step::Stmt(s) => f.stmt(*s),
            Step::Init(u) => f.initialize_unit(*u),
        }
    }
    f.release(m);
    f.pos = block.rbrace;
    let mut recover = None;
    if f.defer_list.is_some() {
        recover = Some(f.write_epilogue());
    } else {
        f.emit(Instr::Ret {});
    }
    f.finish(0, false, recover);
}

impl FuncLower<'_, '_> {
    /// Calls the initializers and init functions of a list of declarations.
    fn initialize_unit(&mut self, u: UnitId) {
        let p = self.lw.unit(u);
        let mut calls = Vec::new();
        for (i, init) in p.init_order.iter() {
            let at = p.files[init.file].pos(init.rhs);
            calls.push((at, FuncKey::Init(u, i as u32)));
        }
        for &o in &p.inits {
            let at = self.lw.types().object(o).pos.start();
            calls.push((at, FuncKey::Decl(o, Box::default())));
        }
        for (at, key) in calls {
            let f = self.lw.func(key);
            self.pos = at;
            let m = self.mark();
            let base = self.call_base(0);
            self.emit(Instr::Call { base: base.0, f });
            self.release(m);
        }
    }
}
