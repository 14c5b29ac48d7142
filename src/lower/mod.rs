//! Lowering: checked syntax to bytecode. The only producer of programs.
//!
//! Work is driven by need: a function is lowered when something refers to it, an instance of a generic function once per
//! list of type arguments, a library variable's initializer when the variable is mentioned, a method reachable only
//! through interfaces when both its type and an interface call of its name exist. What nothing reaches costs nothing,
//! not even its type check.

pub mod arith;
pub mod assign;
pub mod builtin;
pub mod call;
pub mod closure;
pub mod composite;
pub mod constant;
pub mod control;
pub mod convert;
pub mod coverage;
pub mod dead;
pub mod decl;
pub mod entry;
pub mod escape;
pub mod expr;
pub mod func;
pub mod gate;
pub mod intrinsic;
pub mod layout;
pub mod loopconst;
pub mod method;
pub mod order;
pub mod place;
pub mod range;
pub mod rangefunc;
pub mod reflect;
pub mod select;
pub mod session;
pub mod show;
pub mod slice;
pub mod source;
pub mod stmt;
pub mod switch;
mod switch_search;
pub mod unsafe_pointer;

use crate::base::FileId;
use crate::base::Interner;
use crate::base::Pos;
use crate::base::SourceMap;
use crate::base::Symbol;
use crate::bytecode;
use crate::bytecode::Func;
use crate::bytecode::FuncId;
use crate::bytecode::LineEntry;
use crate::bytecode::MethodId;
use crate::bytecode::MethodName;
use crate::bytecode::Native;
use crate::bytecode::NativeId;
use crate::bytecode::StrId;
use crate::check::CheckedPackage;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::types::MethodSetEntry;
use crate::types::ObjectId;
use crate::types::PackageId;
use crate::types::Param;
use crate::types::Signature;
use crate::types::TypeId;
use crate::types::Types;
use hashbrown::HashMap;
use hashbrown::HashSet;
use std::sync::Arc;

/// Everything lowering reads.
pub struct World<'w> {
    /// Types and objects.
    pub types: &'w Types,
    /// Names.
    pub names: &'w Interner,
    /// Sources, for line tables.
    pub sources: &'w SourceMap,
    /// Checked packages, every one after those it imports, main last.
    pub packages: Vec<&'w CheckedPackage>,
    /// What embedded variables hold.
    pub embeds: &'w HashMap<ObjectId, Box<[u8]>>,
    /// Where runs are counted, if they are.
    pub coverage: Option<&'w coverage::Coverage>,
    /// Checks the body of a function on demand; None when it has none or it is wrong.
    pub body: &'w (dyn Fn(&'w CheckedPackage, ObjectId) -> Option<&'w crate::check::Body> + 'w),
}

/// A checked package of a program, or a part of a session at the prompt: its place in the order in which they came.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct UnitId(pub u32);

/// What a function of the program is made from.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum FuncKey {
    /// A declared function or method with its type arguments (the receiver's first).
    Decl(ObjectId, Box<[TypeId]>),
    /// What an interface call of a method on a value of this type reaches.
    Iface(TypeId, MethodId),
    /// The function `T.m` of a method expression, with type arguments of the method's own.
    MethodExpr(TypeId, MethodId, Box<[TypeId]>),
    /// The closure of a method value: captures the receiver, has the method's parameters.
    Bound(TypeId, MethodId, Box<[TypeId]>),
    /// The initializer of package-level variables: unit and number in its order.
    Init(UnitId, u32),
    /// The statements of an entry at the prompt.
    Entry(UnitId),
    /// A native as a func value.
    NativeValue(ObjectId),
    /// Gives the embedded variables of a package their files.
    Embed(PackageId),
    /// What the functions made by `reflect.MakeFunc` enter.
    MakeFunc,
}

/// The program under construction.
pub struct Lowerer<'w> {
    /// What is read.
    pub world: &'w World<'w>,
    /// What is written.
    pub program: bytecode::Program,
    /// Layouts.
    pub layouts: layout::Layouts,
    /// Run-time types.
    pub rtypes: layout::RTypes,
    /// What cannot be lowered.
    pub errors: Vec<Diagnostic>,
    funcs: HashMap<FuncKey, FuncId>,
    queue: Vec<(FuncKey, FuncId)>,
    globals: HashMap<ObjectId, u32>,
    globals_size: u64,
    strings: HashMap<Box<[u8]>, StrId>,
    natives: HashMap<Box<str>, NativeId>,
    methods: HashMap<(Symbol, Option<PackageId>, TypeId), MethodId>,
    method_symbols: Vec<(Symbol, Option<PackageId>)>,
    method_sigs: Vec<TypeId>,
    reflect: bool,
    all_methods: bool,
    called: HashSet<MethodId>,
    /// The names of methods that values may be asked for: those of described interfaces, and those called.
    asked_for: HashSet<Symbol>,
    /// The described types that may have a method of a name that is not in `asked_for`.
    undescribed: HashMap<Symbol, Vec<(bytecode::TypeId, Option<PackageId>)>>,
    units: Vec<&'w CheckedPackage>,
    packages: HashMap<PackageId, UnitId>,
    init_of: HashMap<ObjectId, (UnitId, u32)>,
    needed_inits: HashSet<(UnitId, u32)>,
    done_inits: HashSet<(UnitId, u32)>,
    files: HashMap<(FileId, Option<Arc<str>>), u32>,
    session: session::Growth,
    gate: gate::Gate,
    /// The positions of the line that was looked for last, its file and number.
    last_line: (std::ops::Range<u32>, u32, u32),
}

/// Lowers everything that main and the packages' initialization reach.
pub fn lower<'w>(world: &'w World<'w>) -> Result<bytecode::Program, Vec<Diagnostic>> {
    let mut lw = Lowerer::new(world);
    lw.run();
    if lw.errors.is_empty() {
        lw.program.types = std::mem::take(&mut lw.rtypes.list);
        Ok(lw.program)
    } else {
        Err(lw.errors)
    }
}

impl<'w> Lowerer<'w> {
    /// Nothing lowered yet.
    pub fn new(world: &'w World<'w>) -> Lowerer<'w> {
        let mut lw = Lowerer {
            world,
            program: bytecode::Program::default(),
            layouts: layout::Layouts::new(),
            rtypes: layout::RTypes::new(),
            errors: Vec::new(),
            funcs: HashMap::new(),
            queue: Vec::new(),
            globals: HashMap::new(),
            globals_size: 16,
            strings: HashMap::new(),
            natives: HashMap::new(),
            methods: HashMap::new(),
            method_symbols: Vec::new(),
            method_sigs: Vec::new(),
            reflect: false,
            all_methods: false,
            called: HashSet::new(),
            asked_for: HashSet::new(),
            undescribed: HashMap::new(),
            units: Vec::new(),
            packages: HashMap::new(),
            init_of: HashMap::new(),
            needed_inits: HashSet::new(),
            done_inits: HashSet::new(),
            files: HashMap::new(),
            session: session::Growth::default(),
            gate: gate::Gate::default(),
            last_line: (0..0, 0, 0),
        };
        for p in &world.packages {
            lw.add_package(p);
        }
        lw
    }

    /// Types and objects.
    pub fn types(&self) -> &'w Types {
        self.world.types
    }

    /// The part of the program that declares an object.
    pub fn unit_of(&self, o: ObjectId) -> Option<&'w CheckedPackage> {
        let id = match self.session.homes.get(&o) {
            Some(id) => *id,
            None => *self.packages.get(&self.types().object(o).pkg?)?,
        };
        Some(self.unit(id))
    }

    /// A part of the program.
    pub fn unit(&self, id: UnitId) -> &'w CheckedPackage {
        self.units[id.0 as usize]
    }

    fn add_unit(&mut self, p: &'w CheckedPackage) -> UnitId {
        self.units.push(p);
        UnitId(self.units.len() as u32 - 1)
    }

    /// Adds a package; those it imports must have been added before. Variables of library packages are initialized when
    /// they are mentioned.
    pub fn add_package(&mut self, p: &'w CheckedPackage) -> UnitId {
        let id = self.add_unit(p);
        self.packages.insert(p.id, id);
        if !p.library {
            for (i, init) in p.init_order.iter() {
                for &o in &init.lhs {
                    self.init_of.insert(o, (id, i as u32));
                }
                self.needed_inits.insert((id, i as u32));
            }
        }
        id
    }

    /// Lowers a whole program.
    fn run(&mut self) {
        self.find_well_known();
        let entry = self.new_func();
        self.program.entry = entry;
        for p in self.units.clone() {
            if self.has_embeds(p.id) {
                self.func(FuncKey::Embed(p.id));
            }
            for &o in &p.inits {
                self.func(FuncKey::Decl(o, Box::default()));
            }
        }
        if let Some(main) = self.main_func() {
            self.func(FuncKey::Decl(main, Box::default()));
        }
        self.lower_reachable();
        self.close_gate();
        self.lower_entry(entry);
        self.program.globals_size = u32::try_from(self.globals_size).unwrap_or(u32::MAX);
    }

    /// Lowers until nothing new is needed.
    fn lower_reachable(&mut self) {
        self.find_reflect();
        loop {
            while let Some((key, id)) = self.queue.pop() {
                self.lower_func(key, id);
            }
            let inits: Vec<_> = self
                .needed_inits
                .iter()
                .filter(|i| !self.done_inits.contains(*i))
                .copied()
                .collect();
            for i in &inits {
                self.done_inits.insert(*i);
                self.func(FuncKey::Init(i.0, i.1));
            }
            self.type_globals();
            let fresh = self.rtypes.fill(self.world.types, &mut self.layouts);
            for t in &fresh {
                // Of a type that is only mentioned there is never a value, but reflection could ask for one.
                if self.rtypes.list[t.index()].size > layout::LARGEST {
                    let at = self
                        .main_func()
                        .map_or(Pos::NONE, |o| self.types().object(o).pos.start());
                    self.type_too_large(at, self.rtypes.checked[t.index()]);
                }
            }
            for id in fresh {
                self.describe_methods(id);
                self.reach_pointer(id);
            }
            let linked = self.link_methods();
            let described = self.describe_signatures();
            if self.queue.is_empty() && inits.is_empty() && !linked && !described {
                break;
            }
        }
    }

    /// The function main of package main.
    fn main_func(&self) -> Option<ObjectId> {
        let main = self.world.packages.last()?;
        let scope = self.types().scope(self.types().package(main.id).scope);
        scope
            .lookup(self.world.names.get("main")?)
            .filter(|o| self.types().object(*o).is_func())
    }

    fn has_embeds(&self, p: PackageId) -> bool {
        let mut all = self.world.embeds.keys();
        all.any(|o| self.types().object(*o).pkg == Some(p))
    }

    fn lower_entry(&mut self, entry: FuncId) {
        let mut calls = Vec::new();
        let mut inits = self.inits_in_order(|_| true);
        for (k, p) in self.units.clone().into_iter().enumerate() {
            let unit = UnitId(k as u32);
            if self.has_embeds(p.id) {
                calls.push(self.func(FuncKey::Embed(p.id)));
            }
            for i in inits.remove(&unit).unwrap_or_default() {
                calls.push(self.func(FuncKey::Init(unit, i)));
            }
            for &o in &p.inits {
                calls.push(self.func(FuncKey::Decl(o, Box::default())));
            }
        }
        if let Some(main) = self.main_func() {
            calls.push(self.func(FuncKey::Decl(main, Box::default())));
        }
        entry::write(self, entry, &calls);
    }

    /// A place in the function table.
    pub fn new_func(&mut self) -> FuncId {
        self.program.funcs.push(Func::default());
        FuncId(self.program.funcs.len() as u32 - 1)
    }

    /// The function for a key; it is lowered later.
    pub fn func(&mut self, key: FuncKey) -> FuncId {
        if let Some(&id) = self.funcs.get(&key) {
            return id;
        }
        let id = self.new_func();
        self.funcs.insert(key.clone(), id);
        if !self.waits(&key, id) {
            self.queue.push((key, id));
        }
        id
    }

    fn lower_func(&mut self, key: FuncKey, id: FuncId) {
        match key {
            FuncKey::Decl(o, targs) => decl::lower(self, o, &targs, id),
            FuncKey::Init(p, i) => decl::lower_init(self, p, i, id),
            FuncKey::Entry(u) => session::lower_entry(self, u, id),
            FuncKey::Iface(t, m) => method::lower_iface(self, t, m, id),
            FuncKey::MethodExpr(t, m, targs) => method::lower_method_expr(self, t, m, &targs, id),
            FuncKey::Bound(t, m, targs) => method::lower_bound(self, t, m, &targs, id),
            FuncKey::NativeValue(o) => method::lower_native_value(self, o, id),
            FuncKey::Embed(p) => decl::lower_embeds(self, p, id),
            FuncKey::MakeFunc => reflect::lower_make_func(self, id),
        }
    }

    /// Byte offset of a package-level variable.
    pub fn global(&mut self, o: ObjectId) -> u32 {
        if let Some(&off) = self.globals.get(&o) {
            return off;
        }
        let t = self.types().object(o).ty_or_invalid();
        let l = self.layouts.of(self.world.types, t);
        self.globals_size = self.globals_size.next_multiple_of(l.align.max(8) as u64);
        let off = self.globals_size;
        self.globals_size += l.size.max(1);
        if self.globals_size > i32::MAX as u64 {
            let name = self.types().name(o).to_string();
            let span = self.types().object(o).pos;
            self.errors.push(Diagnostic::error(
                Code::TypeTooLarge,
                span,
                format!("{name}: package-level variables exceed 2 GiB"),
            ));
            self.globals_size = 16;
        }
        self.globals.insert(o, off as u32);
        let init = match self.init_of.get(&o) {
            Some(i) => Some(*i),
            None => self.library_init(o),
        };
        let new = init.filter(|i| self.needed_inits.insert(*i));
        self.session.note_global(o, new);
        off as u32
    }

    /// The initializer of a variable of a library package.
    fn library_init(&self, o: ObjectId) -> Option<(UnitId, u32)> {
        let id = *self.packages.get(&self.types().object(o).pkg?)?;
        let p = self.unit(id);
        let i = p.library.then(|| p.initializer_of(o))??;
        Some((id, i))
    }

    /// The initializers that are needed, by part of the program, in the order in which they run.
    fn inits_in_order(&self, wanted: impl Fn((UnitId, u32)) -> bool) -> HashMap<UnitId, Vec<u32>> {
        let mut out: HashMap<UnitId, Vec<u32>> = HashMap::new();
        for &(unit, i) in self.needed_inits.iter().filter(|i| wanted(**i)) {
            out.entry(unit).or_default().push(i);
        }
        for (unit, list) in &mut out {
            list.sort_unstable();
            let p = self.unit(*unit);
            if p.library {
                *list = p.order_of_inits(self.types(), list);
            }
        }
        out
    }

    /// If objects have to tell their types, so have the package-level variables.
    fn type_globals(&mut self) {
        if !self.program.typed || self.program.globals.len() == self.globals.len() {
            return;
        }
        let mut all: Vec<_> = self.globals.iter().map(|(o, off)| (*off, *o)).collect();
        all.sort_unstable_by_key(|g| g.0);
        self.program.globals = all
            .into_iter()
            .map(|(off, o)| {
                let t = self.types().object(o).ty_or_invalid();
                (off, self.rtypes.id(self.world.types, t))
            })
            .collect();
    }

    /// The number of a string constant.
    pub fn string(&mut self, s: &[u8]) -> StrId {
        if let Some(&id) = self.strings.get(s) {
            return id;
        }
        let id = StrId(self.program.strings.len() as u32);
        self.program.strings.push(s.into());
        self.strings.insert(s.into(), id);
        id
    }

    /// The number of a native.
    pub fn native(&mut self, name: &str, args: u16, results: u16) -> NativeId {
        if let Some(&id) = self.natives.get(name) {
            return id;
        }
        self.all_methods |= name == reflect::METHOD_NATIVE;
        self.program.typed |= unsafe_pointer::NATIVES.contains(&name);
        let id = NativeId(self.program.natives.len() as u32);
        self.program.natives.push(Native {
            name: name.into(),
            args,
            results,
        });
        self.natives.insert(name.into(), id);
        id
    }

    /// The number of a method: its name, package when unexported, and signature. Interfaces are implemented by number, so
    /// the signature belongs to it.
    pub fn method_id(&mut self, name: Symbol, pkg: Option<PackageId>, sig: TypeId) -> MethodId {
        let pkg = pkg.filter(|_| !self.types().is_exported(name));
        let key = (name, pkg, self.types().canon(sig));
        if let Some(&id) = self.methods.get(&key) {
            return id;
        }
        let id = MethodId(self.method_symbols.len() as u32);
        let path = pkg.map_or("", |p| self.types().package(p).path.as_str());
        self.program.methods.push(MethodName {
            name: self.types().str(name).into(),
            pkg: path.into(),
            sig: bytecode::TypeId(0),
        });
        self.method_symbols.push((name, pkg));
        self.method_sigs.push(key.2);
        self.methods.insert(key, id);
        id
    }

    /// The number of the method of this name that a concrete type or interface has.
    pub fn method_id_of(&mut self, t: TypeId, pkg: Option<PackageId>, name: Symbol) -> MethodId {
        let types = self.types();
        let sig = types
            .lookup_field_or_method(t, true, pkg, name, false)
            .map_or(TypeId::INVALID, |l| types.entity_type(&l));
        self.method_id(name, pkg, sig)
    }

    /// Name and package of a method number.
    pub fn method_symbol(&self, m: MethodId) -> (Symbol, Option<PackageId>) {
        self.method_symbols[m.index()]
    }

    /// Notes that a method is called through an interface.
    pub fn mark_called(&mut self, m: MethodId) {
        if self.called.insert(m) {
            self.ask_for(self.method_symbols[m.index()].0);
        }
    }

    /// Lists the methods of a newly described type, as far as values can be asked for them; all of them in programs with
    /// reflection. Functions are linked when something calls them.
    fn describe_methods(&mut self, id: bytecode::TypeId) {
        let types = self.types();
        let t = self.rtypes.checked[id.index()];
        if types.is_interface(t) {
            let set = types.type_set(types.underlying(t));
            let mut ids: Vec<MethodId> = set
                .methods
                .iter()
                .map(|m| self.method_id(m.name, m.pkg, m.sig))
                .collect();
            ids.sort();
            self.rtypes.list[id.index()].imethods = ids.into();
            for m in &set.methods {
                self.ask_for(m.name);
            }
            return;
        }
        let mut methods = Vec::new();
        for (pkg, name) in types.method_names(t) {
            if !self.reflect && !self.asked_for.contains(&name) {
                self.undescribed.entry(name).or_default().push((id, pkg));
            } else if let Some(m) = types.method_of_set(t, pkg, name) {
                methods.push(self.described(&m));
            }
        }
        methods.sort_by_key(|m| m.id);
        self.rtypes.list[id.index()].methods = methods.into();
    }

    fn described(&mut self, m: &MethodSetEntry) -> bytecode::Method {
        bytecode::Method {
            id: self.method_id(m.name, m.lookup.entity.pkg(self.types()), m.sig),
            func: None,
            sig: bytecode::TypeId(0),
        }
    }

    /// Notes that values may be asked for a method of this name.
    fn ask_for(&mut self, name: Symbol) {
        if self.asked_for.insert(name) {
            self.describe_late(name);
        }
    }

    /// Adds the methods of this name to the types that have them.
    fn describe_late(&mut self, name: Symbol) {
        for (id, pkg) in self.undescribed.remove(&name).unwrap_or_default() {
            let t = self.rtypes.checked[id.index()];
            let Some(m) = self.types().method_of_set(t, pkg, name) else {
                continue;
            };
            let m = self.described(&m);
            let mut methods = self.rtypes.list[id.index()].methods.to_vec();
            if let Err(at) = methods.binary_search_by_key(&m.id, |m| m.id) {
                methods.insert(at, m);
                self.rtypes.list[id.index()].methods = methods.into();
                self.session.note_methods(id.index());
            }
        }
    }

    /// Adds all methods to the types that have them.
    fn describe_all(&mut self) {
        let mut names: Vec<Symbol> = self.undescribed.keys().copied().collect();
        names.sort_unstable();
        for name in names {
            self.describe_late(name);
        }
    }

    /// Gives every described type the functions of its methods that are called through interfaces.
    fn link_methods(&mut self) -> bool {
        let mut changed = false;
        for i in 1..self.rtypes.list.len() {
            for k in 0..self.rtypes.list[i].methods.len() {
                let m = self.rtypes.list[i].methods[k];
                let reflected = self.reflected(m.id);
                if m.func.is_none() && (self.called.contains(&m.id) || reflected)
                    || reflected && m.sig.0 == 0
                {
                    let f = self.iface_func(self.rtypes.checked[i], m.id);
                    self.rtypes.list[i].methods[k].func = Some(f);
                    if reflected {
                        self.rtypes.list[i].methods[k].sig = self.method_type(m.id);
                    }
                    self.session.note_methods(i);
                    changed = true;
                }
            }
        }
        changed
    }

    /// Extends a line table when the line at `pos` differs from the last entry's.
    pub fn add_line(&mut self, lines: &mut Vec<LineEntry>, pc: u32, pos: Pos) {
        let sources = self.world.sources;
        if self.last_line.0.contains(&pos.0) {
            let (_, file, line) = self.last_line;
            if lines
                .last()
                .is_none_or(|l| (l.file, l.line) != (file, line))
            {
                lines.push(LineEntry { pc, file, line });
            }
            return;
        }
        let Some(id) = sources.file_of(pos) else {
            return;
        };
        let source = sources.file(id);
        let base = source.base().0;
        let offset = pos.0 - base;
        let mut around = 0..0;
        // One file of the map is one file of the program, unless `//line` directives name others.
        let (key, line) = match source.has_line_marks() {
            false => {
                let (line, bytes) = source.line_around(offset);
                let end = bytes.end.saturating_add(base).min(source.span().hi);
                around = base + bytes.start..end;
                ((id, None), line)
            }
            true => {
                let at = source.presumed(offset);
                ((id, Some(at.name)), at.line)
            }
        };
        let file = match self.files.get(&key) {
            Some(&f) => f,
            None => {
                let f = self.program.files.len() as u32;
                let name = key.1.as_deref().unwrap_or(source.name());
                let full = std::path::absolute(name)
                    .map_or_else(|_| name.to_string(), |p| p.display().to_string());
                let full = if name.starts_with(['$', '<']) {
                    name.to_string()
                } else {
                    full
                };
                self.program.files.push(full.into());
                self.files.insert(key, f);
                f
            }
        };
        self.last_line = (around, file, line);
        if lines
            .last()
            .is_none_or(|l| l.file != file || l.line != line)
        {
            lines.push(LineEntry { pc, file, line });
        }
    }

    /// Reports a type that no memory has room for; once, since what is made of it would be reported as well.
    pub fn type_too_large(&mut self, pos: Pos, t: TypeId) {
        if self.errors.is_empty() {
            let t = layout::type_name(self.world.types, t);
            self.errors.push(Diagnostic::error(
                Code::TypeTooLarge,
                pos.span(),
                format!("type {t} larger than address space"),
            ));
        }
    }

    /// Reports a function that needs more registers than instructions can name.
    pub fn too_large(&mut self, pos: Pos, name: &str) {
        self.errors.push(Diagnostic::error(
            Code::TypeTooLarge,
            pos.span(),
            format!("function {name} is too large: it needs more than 65,000 registers"),
        ));
    }

    /// Reports a construct that golite does not support.
    pub fn unsupported(&mut self, pos: Pos, what: &str) {
        self.errors.push(Diagnostic::error(
            Code::UnsupportedFeature,
            pos.span(),
            format!("golite does not support {what}"),
        ));
    }

    fn find_well_known(&mut self) {
        let Some(rt) = self.units.iter().find(|p| p.path == "runtime") else {
            return;
        };
        let types = self.types();
        let scope = types.package(rt.id).scope;
        let find = |name: &str| types.lookup_in(scope, self.world.names.intern(name));
        let ty = |name: &str| types.object(find(name)?).ty();
        let (es, pe, tae, pne) = (
            ty("errorString"),
            ty("plainError"),
            ty("TypeAssertionError"),
            ty("PanicNilError"),
        );
        let text = find("panicText");
        let mut id = |t: Option<TypeId>, ptr: bool| match t {
            Some(t) => self
                .rtypes
                .id(types, if ptr { types.pointer(t) } else { t }),
            None => bytecode::TypeId(0),
        };
        let (es, pe, tae, pne) = (id(es, false), id(pe, false), id(tae, true), id(pne, true));
        let bounds = id(ty("boundsError"), false);
        let string = id(Some(TypeId::STRING), false);
        let error = id(Some(types.universe().error), false);
        let w = &mut self.program.well_known;
        (
            w.error_string,
            w.plain_error,
            w.type_assertion_error,
            w.panic_nil_error,
        ) = (es, pe, tae, pne);
        (w.string, w.error, w.bounds_error) = (string, error, bounds);
        if let Some(f) = text {
            self.program.well_known.panic_text = self.func(FuncKey::Decl(f, Box::default()));
        }
        let name = self.world.names.intern("Error");
        self.program.well_known.error_method = {
            let results = [Param::anonymous(TypeId::STRING)].into();
            let sig = types.signature(Signature {
                results,
                ..Signature::default()
            });
            self.method_id(name, None, sig)
        };
    }
}
