//! range over functions.
//!
//! The loop body becomes a closure that answers whether to go on. Each loop has a control block in the heap: its state
//! (which finds iterators that misbehave) and the number of the exit the body took. Results of the enclosing function that a
//! body returns live in cells. Leaving the body other than by break or continue of the loop itself writes an exit number and answers false;
//! after the iterator has returned, the code behind the call looks the number up and does there what the statement meant, which
//! in a nested body may mean leaving again.
//!
//! Deferred calls belong to the enclosing function: they are collected in a list that one deferred wrapper of that
//! function runs.

use crate::base::Symbol;
use crate::bytecode::Instr;
use crate::bytecode::LabelId;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::lower::escape::Closure;
use crate::lower::func::FuncLower;
use crate::lower::func::Loc;
use crate::lower::func::Target;
use crate::lower::range::IterVar;
use crate::syntax::ast::Block;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::File;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeId;
use hashbrown::HashSet;
use std::cell::RefCell;
use std::rc::Rc;

/// The body may be called.
const READY: i32 = 0;
/// The body has answered false.
const DONE: i32 = 1;
/// The body is running, or panicked.
const RUNNING: i32 = 2;
/// The iterator has returned.
const EXHAUSTED: i32 = 3;

/// Byte offsets in the control block.
const STATE: u16 = 0;
const NEXT: u16 = 8;

/// A way out of a body that leads beyond its loop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// break out of an enclosing statement.
    Break(StmtId),
    /// continue with the next iteration of an enclosing loop.
    Continue(StmtId),
    /// goto a label outside.
    Goto(Symbol),
    /// return what the result variables hold.
    Return,
}

/// What the body of a range over a function knows about its surroundings.
#[derive(Debug)]
pub struct YieldFrame {
    /// The register with the address of the control block.
    block: Reg,
    /// Where the body answers false.
    brk: LabelId,
    /// Enclosing statements beyond the loop with their labels.
    outer: Vec<(StmtId, Option<Symbol>)>,
    /// Labels inside the body.
    labels: HashSet<Symbol>,
    /// Result variables of the enclosing function and their types.
    results: Vec<(ObjectId, TypeId)>,
    /// The register with the address of the list of deferred calls.
    defers: Option<Reg>,
    /// Exits the body takes; their numbers are their places plus one.
    exits: RefCell<Vec<Exit>>,
}

impl YieldFrame {
    /// The enclosing statement with this label.
    pub fn labelled(&self, label: Symbol) -> Option<StmtId> {
        self.outer
            .iter()
            .rev()
            .find(|o| o.1 == Some(label))
            .map(|o| o.0)
    }

    fn number(&self, x: Exit) -> i32 {
        let mut exits = self.exits.borrow_mut();
        let i = exits.iter().position(|e| *e == x).unwrap_or_else(|| {
            exits.push(x);
            exits.len() - 1
        });
        i as i32 + 1
    }
}

/// Labels, defer statements and loops of a body, without those in function literals.
#[derive(Default)]
struct Facts {
    labels: HashSet<Symbol>,
    defers: bool,
    loops: bool,
}

impl Facts {
    fn stmts(&mut self, file: &File, list: &[StmtId]) {
        for &s in list {
            self.stmt(file, s);
        }
    }

    fn stmt(&mut self, file: &File, s: StmtId) {
        match &file.stmt(s).kind {
            StmtKind::DeferStmt { .. } => self.defers = true,
            StmtKind::LabeledStmt { label, stmt } => {
                self.labels.insert(file.name_of(*label));
                self.stmt(file, *stmt);
            }
            StmtKind::BlockStmt(b) => self.stmts(file, &b.stmts),
            StmtKind::IfStmt { then, els, .. } => {
                self.stmts(file, &then.stmts);
                if let Some(e) = els {
                    self.stmt(file, *e);
                }
            }
            StmtKind::ForStmt { body, .. } | StmtKind::RangeStmt { body, .. } => {
                self.loops = true;
                self.stmts(file, &body.stmts);
            }
            StmtKind::SwitchStmt { body, .. } | StmtKind::TypeSwitchStmt { body, .. } => {
                for &c in &body.list {
                    self.stmts(file, &file.case(c).body);
                }
            }
            StmtKind::SelectStmt { body } => {
                for &c in &body.list {
                    self.stmts(file, &file.comm(c).body);
                }
            }
            _ => {}
        }
    }
}

impl FuncLower<'_, '_> {
    /// `for lhs := range x {}` with a function `x`.
    #[allow(clippy::too_many_arguments)]
    pub fn range_func(
        &mut self,
        s: StmtId,
        label: Option<Symbol>,
        lhs: &[ExprId],
        define: bool,
        x: ExprId,
        body: &Block,
    ) {
        let pos = self.pos;
        let file = self.src.file;
        let clo = self.expr(x);
        let params = self.yield_params(x);
        let results = match &self.yield_frame {
            Some(f) => f.results.clone(),
            None => {
                let r = &self.results;
                r.vars
                    .iter()
                    .copied()
                    .zip(r.types.iter().copied())
                    .collect()
            }
        };
        let mut facts = Facts::default();
        facts.stmts(file, &body.stmts);

        // The control block.
        let block_type = self.lw.types().array(2, TypeId::INT);
        let block = self.alloc(1);
        let ty = self.rtype(block_type);
        self.emit(Instr::New { dst: block, ty });
        let defers = if facts.defers {
            Some(self.deferred_list())
        } else {
            None
        };

        // What the body captures: variables, the control block, the list.
        let esc = self.esc.clone();
        let (base, n, locs) = self.capture(esc.free(Closure::Range(s)));
        let at = self.alloc(1 + defers.is_some() as u16);
        self.mov(at, block, 1);
        if let Some(d) = defers {
            self.mov(at.plus(1), d, 1);
        }
        let total = n + 1 + defers.is_some() as u16;

        let mut outer: Vec<(StmtId, Option<Symbol>)> = self
            .yield_frame
            .as_ref()
            .map_or(vec![], |f| f.outer.clone());
        outer.extend(self.targets.iter().map(|t| (t.stmt, t.label)));
        self.ranges += 1;
        let name = format!("{}-range{}", self.name, self.ranges);
        let id = self.lw.new_func();
        let mut f = FuncLower::new(self.lw, self.src, esc, self.subst.clone(), id, name);
        f.pos = pos;
        f.vars.extend(locs);
        let regs: Vec<Reg> = params.iter().map(|&t| f.alloc_for(t)).collect();
        let param_slots = f.mark();
        f.results.types = vec![TypeId::BOOL];
        f.results.offsets = vec![0];
        f.results.slots = 1;
        let captured = f.alloc(1);
        f.load_caps(captured, n, 1);
        let list = defers.map(|_| f.alloc(1));
        if let Some(l) = list {
            f.load_caps(l, n + 1, 1);
        }
        let (brk, cont) = (f.label(), f.label());
        let frame = Rc::new(YieldFrame {
            block: captured,
            brk,
            outer,
            labels: facts.labels,
            results,
            defers: list,
            exits: RefCell::default(),
        });
        f.yield_frame = Some(frame.clone());
        f.yield_entry(captured);
        f.settle_captures(body);
        f.yield_vars(lhs, define, &params, &regs);
        f.targets.push(Target {
            stmt: s,
            label,
            brk,
            cont: Some(cont),
        });
        f.block(body);
        f.targets.pop();
        f.pos = body.rbrace;
        for (l, state, go_on) in [(cont, READY, 1), (brk, DONE, 0)] {
            f.bind(l);
            f.set_state(captured, state);
            let src = f.alloc(1);
            f.emit(Instr::LoadI { dst: src, k: go_on });
            f.emit(Instr::Ret1 { src });
        }
        f.finish(param_slots, false, None);

        // The call.
        let yield_ = self.alloc(1);
        self.make_closure(yield_, id, base, total);
        let frame_base = self.call_base(1);
        self.mov(frame_base, yield_, 1);
        self.pos = pos;
        self.emit(Instr::CallClosure {
            base: frame_base.0,
            clo,
        });
        let state = self.alloc(1);
        self.emit(Instr::Load64 {
            dst: state,
            ptr: block,
            off: STATE,
        });
        let fine = self.label();
        self.emit(Instr::JNeIntK {
            a: state,
            k: RUNNING as i16,
            to: fine,
        });
        self.runtime_error(
            "range function recovered a loop body panic and did not resume panicking",
        );
        self.bind(fine);
        self.set_state(block, EXHAUSTED);
        let exits = frame.exits.borrow().clone();
        if exits.is_empty() {
            return;
        }
        let next = self.alloc(1);
        self.emit(Instr::Load64 {
            dst: next,
            ptr: block,
            off: NEXT,
        });
        for (i, e) in exits.into_iter().enumerate() {
            let skip = self.label();
            self.emit(Instr::JNeIntK {
                a: next,
                k: i as i16 + 1,
                to: skip,
            });
            let m = self.mark();
            self.leave(e);
            self.release(m);
            self.bind(skip);
        }
    }

    /// The parameter types of the yield function that the iterator `x` takes.
    fn yield_params(&self, x: ExprId) -> Vec<TypeId> {
        let sig = self.signature(x);
        let Some(yield_) = sig.params.first() else {
            return vec![];
        };
        match self.lw.types().under(yield_.ty) {
            Type::Signature(s) => s.params.iter().map(|p| self.subst_type(p.ty)).collect(),
            _ => vec![],
        }
    }

    fn set_state(&mut self, block: Reg, state: i32) {
        let m = self.mark();
        let src = self.alloc(1);
        self.emit(Instr::LoadI { dst: src, k: state });
        self.emit(Instr::Store64 {
            ptr: block,
            src,
            off: STATE,
        });
        self.release(m);
    }

    /// Refuses calls at the wrong time and marks the body as running.
    fn yield_entry(&mut self, block: Reg) {
        let m = self.mark();
        let state = self.alloc(1);
        self.emit(Instr::Load64 {
            dst: state,
            ptr: block,
            off: STATE,
        });
        self.set_state(block, RUNNING);
        let ready = self.label();
        self.emit(Instr::JEqIntK {
            a: state,
            k: READY as i16,
            to: ready,
        });
        for (k, msg) in [
            (
                DONE,
                "range function continued iteration after function for loop body returned false",
            ),
            (
                RUNNING,
                "range function continued iteration after loop body panic",
            ),
        ] {
            let next = self.label();
            self.emit(Instr::JNeIntK {
                a: state,
                k: k as i16,
                to: next,
            });
            self.runtime_error(msg);
            self.bind(next);
        }
        self.runtime_error("range function continued iteration after whole loop exit");
        self.bind(ready);
        self.release(m);
    }

    /// Panics with a runtime.Error.
    pub fn runtime_error(&mut self, msg: &str) {
        let m = self.mark();
        let text = self.alloc(2);
        let s = self.lw.string(msg.as_bytes());
        self.emit(Instr::LoadStr { dst: text, s });
        let src = self.alloc(2);
        let ty = self.lw.program.well_known.error_string;
        self.emit(Instr::BoxIface {
            dst: src,
            src: text,
            ty,
        });
        self.emit(Instr::Panic { src });
        self.release(m);
    }

    /// Gives the iteration variables what the iterator passes.
    fn yield_vars(&mut self, lhs: &[ExprId], define: bool, params: &[TypeId], regs: &[Reg]) {
        let mut sets = Vec::new();
        for ((&x, &t), &r) in lhs.iter().zip(params).zip(regs) {
            if self.blank(x) {
                continue;
            }
            let Some(o) = self.defined(x, define) else {
                sets.push((IterVar::Expr(x), r, t));
                continue;
            };
            if self.esc.in_cell(o) {
                let cell = self.alloc(1);
                self.init_cell(cell, t, r, false);
                self.vars.insert(o, Loc::Cell(cell));
                continue;
            }
            if self.layout(t).repr == Repr::Mem && (self.esc.assigned(o) || self.esc.captured(o)) {
                let ty = self.rtype(t);
                self.emit(Instr::NewCopy { dst: r, src: r, ty });
            }
            self.vars.insert(o, Loc::Reg(r));
        }
        if !sets.is_empty() {
            self.iter_set(&sets, false);
        }
    }

    /// Captured values that a body with loops mentions are loaded into registers once.
    pub fn settle_captures(&mut self, body: &Block) {
        let mut facts = Facts::default();
        facts.stmts(self.src.file, &body.stmts);
        if !facts.loops || self.vars.len() > 40 {
            return;
        }
        let captured = self.vars.iter().filter_map(|(&o, l)| match *l {
            Loc::Cap(i) => Some((i, o, false)),
            Loc::CapCell(i) => Some((i, o, true)),
            _ => None,
        });
        let mut captured: Vec<_> = captured.collect();
        captured.sort();
        for (i, o, cell) in captured {
            let t = self.var_type(o);
            let n = if cell { 1 } else { self.slots(t) };
            let r = self.alloc(n);
            self.load_caps(r, i, n);
            self.vars
                .insert(o, if cell { Loc::Cell(r) } else { Loc::Reg(r) });
        }
    }

    // ---- leaving ----

    /// Goes where a branch or bare return leads, out of bodies if need be.
    pub fn leave(&mut self, x: Exit) {
        match x {
            Exit::Break(s) | Exit::Continue(s) => {
                if let Some(t) = self.targets.iter().rev().find(|t| t.stmt == s) {
                    let to = if matches!(x, Exit::Break(_)) {
                        Some(t.brk)
                    } else {
                        t.cont
                    };
                    if let Some(to) = to {
                        self.jump(to);
                    }
                    return;
                }
            }
            Exit::Goto(name) => {
                if self
                    .yield_frame
                    .as_ref()
                    .is_none_or(|f| f.labels.contains(&name))
                {
                    let l = self.goto_label(name);
                    return self.jump(l);
                }
            }
            Exit::Return => {
                if self.yield_frame.is_none() {
                    return self.bare_return();
                }
            }
        }
        if let Some(frame) = self.yield_frame.clone() {
            self.exit(&frame, x);
        }
    }

    fn exit(&mut self, frame: &YieldFrame, x: Exit) {
        let m = self.mark();
        let src = self.alloc(1);
        let k = frame.number(x);
        self.emit(Instr::LoadI { dst: src, k });
        self.emit(Instr::Store64 {
            ptr: frame.block,
            src,
            off: NEXT,
        });
        self.jump(frame.brk);
        self.release(m);
    }

    /// A return statement inside a body: the results go to their cells.
    pub fn yield_return(&mut self, frame: &YieldFrame, list: &[ExprId]) {
        if !list.is_empty() {
            let types: Vec<TypeId> = frame.results.iter().map(|r| r.1).collect();
            let vals = self.result_values(list, &types);
            for (&(o, t), v) in frame.results.iter().zip(vals) {
                let p = self.var_place(o, t);
                self.store_place(p, t, v);
            }
        }
        self.exit(frame, Exit::Return);
    }

    // ---- defer ----

    /// Puts a closure on the list of deferred calls: of this function, or of the one around the body.
    pub fn defer_closure(&mut self, clo: Reg) {
        let shared = self.yield_frame.as_ref().and_then(|f| f.defers);
        match (shared, self.defer_list) {
            (Some(ptr), _) => {
                let list = self.alloc(1);
                self.emit(Instr::Load64 {
                    dst: list,
                    ptr,
                    off: 0,
                });
                self.emit(Instr::Defer { list, clo });
                self.emit(Instr::Store64 {
                    ptr,
                    src: list,
                    off: 0,
                });
            }
            (None, Some(list)) => self.emit(Instr::Defer { list, clo }),
            (None, None) => unreachable!("invariant: a function that defers has a list"),
        }
    }

    /// The address of the list for defer statements in a body: the surrounding body's, or a new one that a deferred
    /// wrapper of this function runs.
    fn deferred_list(&mut self) -> Reg {
        if let Some(r) = self.yield_frame.as_ref().and_then(|f| f.defers) {
            return r;
        }
        let cell = self.alloc(1);
        let ty = self.rtype(TypeId::UNSAFE_POINTER);
        self.emit(Instr::New { dst: cell, ty });
        let id = self.lw.new_func();
        let name = format!("{}.deferwrap{}", self.name, id.0);
        let mut w = FuncLower::new(
            self.lw,
            self.src,
            Rc::default(),
            self.subst.clone(),
            id,
            name,
        );
        w.pos = self.pos;
        let list = w.alloc(1);
        let ptr = w.alloc(1);
        w.emit(Instr::LoadI { dst: list, k: 0 });
        w.load_caps(ptr, 0, 1);
        w.emit(Instr::Load64 {
            dst: list,
            ptr,
            off: 0,
        });
        w.defer_list = Some(list);
        let recover = w.label();
        w.bind(recover);
        let base = w.call_base(0);
        w.emit(Instr::RunDefers { list, base: base.0 });
        w.emit(Instr::Ret {});
        w.finish(0, true, Some(recover));
        let clo = self.alloc(1);
        self.make_closure(clo, id, cell, 1);
        self.defer_closure(clo);
        cell
    }
}
