//! Labels and branch statements of function bodies.
//!
//! gc checks these while parsing, so a program with such an error is not type-checked at all. Each function body, and each body of
//! a function literal, has labels of its own.

use hashbrown::HashMap;

use super::ast::{Block, BranchTok, DeclKind, ExprKind, File, IdentId, StmtId, StmtKind};
use crate::base::{Interner, Pos, Span, Symbol, sym};
use crate::diag::{Code, Diagnostic, place};

/// Checks all function bodies of `file` that contain none of the errors `known`.
pub(super) fn check(file: &File, names: &Interner, known: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut body = |block: &Block| {
        if known
            .iter()
            .any(|d| block.lbrace.0 <= d.span.lo && d.span.lo <= block.rbrace.0)
        {
            return;
        }
        let mut c = Checker {
            file,
            names,
            labels: HashMap::new(),
            blocks: Vec::new(),
            found: Vec::new(),
        };
        c.body(block);
        found.append(&mut c.found);
    };
    for (_, e) in file.all_exprs() {
        if let ExprKind::FuncLit { body: block, .. } = &e.kind {
            body(block);
        }
    }
    for &d in &file.decls {
        if let DeclKind::FuncDecl(f) = &file.decl(d).kind
            && let Some(block) = &f.body
        {
            body(block);
        }
    }
    if !file.stmts.is_empty() {
        // A REPL entry's statements count as a body.
        body(&Block {
            lbrace: file.span.start(),
            stmts: file.stmts.clone().into(),
            rbrace: file.span.end(),
        });
    }
    found.sort_by_key(|d| d.span.lo);
    found
}

type BlockIndex = usize;

struct LabelInfo {
    block: BlockIndex,
    ident: IdentId,
    stmt: StmtId,
    used: bool,
}

struct BlockInfo {
    parent: Option<BlockIndex>,
    start: Pos,
    /// The label right before the block's statement.
    label: Option<IdentId>,
}

/// A goto whose label has not been seen.
#[derive(Clone, Copy)]
struct Goto {
    name: Symbol,
    span: Span,
}

/// What break, continue and fallthrough refer to.
#[derive(Clone, Copy, Default)]
struct Targets {
    breaks: Option<BreakTarget>,
    continues: bool,
    /// The place of the innermost case in its switch and whether it is the last, for statements directly in it.
    case: Option<bool>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum BreakTarget {
    Loop,
    Select,
    Switch,
    TypeSwitch,
}

struct Checker<'a> {
    file: &'a File,
    names: &'a Interner,
    labels: HashMap<Symbol, LabelInfo>,
    blocks: Vec<BlockInfo>,
    found: Vec<Diagnostic>,
}

/// The state of one block while its statements are looked at.
#[derive(Default)]
struct Open {
    /// gotos whose label has not been seen.
    forward: Vec<Goto>,
    /// The last variable declared, and the gotos before it.
    declared: Option<(Pos, String)>,
    over: Vec<Span>,
}

impl Checker<'_> {
    fn error(&mut self, code: Code, span: Span, message: String) {
        self.found.push(Diagnostic::error(code, span, message));
    }

    fn name(&self, s: Symbol) -> &str {
        self.names.resolve(s)
    }

    fn body(&mut self, block: &Block) {
        let left = self.block(None, Targets::default(), None, block.lbrace, &block.stmts);
        for g in left {
            let name = self.name(g.name).to_string();
            match self.labels.get_mut(&g.name) {
                Some(l) => {
                    l.used = true;
                    let start = place(self.blocks[l.block].start);
                    self.error(
                        Code::JumpIntoBlock,
                        g.span,
                        format!("goto {name} jumps into block starting at {start}"),
                    );
                }
                None => self.error(
                    Code::UndeclaredLabel,
                    g.span,
                    format!("label {name} not defined"),
                ),
            }
        }
        let unused: Vec<IdentId> = self
            .labels
            .values()
            .filter(|l| !l.used)
            .map(|l| l.ident)
            .collect();
        for id in unused {
            let ident = *self.file.ident(id);
            let message = format!("label {} defined and not used", self.name(ident.name));
            self.error(Code::UnusedLabel, ident.span, message);
        }
    }

    /// Looks at the statements of a block; the gotos it leaves open.
    fn block(
        &mut self,
        parent: Option<BlockIndex>,
        targets: Targets,
        label: Option<IdentId>,
        start: Pos,
        stmts: &[StmtId],
    ) -> Vec<Goto> {
        let this = self.blocks.len();
        self.blocks.push(BlockInfo {
            parent,
            start,
            label,
        });
        let mut open = Open::default();
        let real = stmts
            .iter()
            .rposition(|&s| !matches!(self.file.stmt(s).kind, StmtKind::EmptyStmt));
        let count = real.map_or(0, |n| n + 1);
        for (i, &s) in stmts[..count].iter().enumerate() {
            self.stmt(this, targets, &mut open, s, i + 1 == count);
        }
        open.forward
    }

    fn inner(
        &mut self,
        this: BlockIndex,
        open: &mut Open,
        targets: Targets,
        label: Option<IdentId>,
        at: Pos,
        list: &[StmtId],
    ) {
        let left = self.block(Some(this), targets, label, at, list);
        open.forward.extend(left);
    }

    fn stmt(
        &mut self,
        this: BlockIndex,
        targets: Targets,
        open: &mut Open,
        mut id: StmtId,
        last: bool,
    ) {
        let file = self.file;
        let mut label = None;
        while let StmtKind::LabeledStmt { label: ident, stmt } = file.stmt(id).kind {
            let name = file.name_of(ident);
            if name != sym::UNDERSCORE {
                self.declare(this, open, ident, stmt);
                label = Some(ident);
            }
            id = stmt;
        }
        let stmt = file.stmt(id);
        let plain = Targets {
            case: None,
            ..targets
        };
        match &stmt.kind {
            StmtKind::DeclStmt { decls } => {
                for &d in &**decls {
                    let decl = file.decl(d);
                    if let DeclKind::VarSpec(v) = &decl.kind {
                        let name = self.name(file.name_of(v.names[0])).to_string();
                        open.declare_var(decl.pos, name);
                        break;
                    }
                }
            }
            StmtKind::AssignStmt {
                lhs, define: true, ..
            } => {
                let shown = file.exprs_string(lhs, self.names);
                open.declare_var(stmt.pos, shown);
            }
            StmtKind::BranchStmt { tok, label: None } => {
                self.unlabeled(targets, *tok, stmt.span, last)
            }
            StmtKind::BranchStmt {
                tok,
                label: Some(ident),
            } => self.labeled(this, open, *tok, *ident),
            StmtKind::BlockStmt(b) => self.inner(this, open, plain, label, b.lbrace, &b.stmts),
            StmtKind::IfStmt { .. } => {
                let mut at = Some(id);
                while let Some(s) = at {
                    at = None;
                    match &file.stmt(s).kind {
                        StmtKind::IfStmt { then, els, .. } => {
                            self.inner(this, open, plain, label, then.lbrace, &then.stmts);
                            at = *els;
                        }
                        StmtKind::BlockStmt(b) => {
                            self.inner(this, open, plain, label, b.lbrace, &b.stmts)
                        }
                        _ => {}
                    }
                }
            }
            StmtKind::ForStmt { body, .. } | StmtKind::RangeStmt { body, .. } => {
                let inner = Targets {
                    breaks: Some(BreakTarget::Loop),
                    continues: true,
                    case: None,
                };
                self.inner(this, open, inner, label, body.lbrace, &body.stmts);
            }
            StmtKind::SwitchStmt { body, .. } | StmtKind::TypeSwitchStmt { body, .. } => {
                let types = matches!(stmt.kind, StmtKind::TypeSwitchStmt { .. });
                let breaks = Some(if types {
                    BreakTarget::TypeSwitch
                } else {
                    BreakTarget::Switch
                });
                for (i, &c) in body.list.iter().enumerate() {
                    let clause = file.case(c);
                    let inner = Targets {
                        breaks,
                        case: Some(i + 1 == body.list.len()),
                        ..targets
                    };
                    self.inner(this, open, inner, label, clause.pos, &clause.body);
                }
            }
            StmtKind::SelectStmt { body } => {
                for &c in &*body.list {
                    let clause = file.comm(c);
                    let inner = Targets {
                        breaks: Some(BreakTarget::Select),
                        case: None,
                        ..targets
                    };
                    self.inner(this, open, inner, label, clause.pos, &clause.body);
                }
            }
            StmtKind::BadStmt
            | StmtKind::EmptyStmt
            | StmtKind::LabeledStmt { .. }
            | StmtKind::ExprStmt { .. }
            | StmtKind::SendStmt { .. }
            | StmtKind::IncDecStmt { .. }
            | StmtKind::AssignStmt { .. }
            | StmtKind::GoStmt { .. }
            | StmtKind::DeferStmt { .. }
            | StmtKind::ReturnStmt { .. } => {}
        }
    }

    fn declare(&mut self, this: BlockIndex, open: &mut Open, ident: IdentId, stmt: StmtId) {
        let file = self.file;
        let (name, span) = (file.name_of(ident), file.ident(ident).span);
        if let Some(other) = self.labels.get(&name) {
            let at = place(file.ident(other.ident).pos());
            let message = format!("label {} already defined at {at}", self.name(name));
            self.error(Code::DuplicateLabel, span, message);
        } else {
            self.labels.insert(
                name,
                LabelInfo {
                    block: this,
                    ident,
                    stmt,
                    used: false,
                },
            );
        }
        let (here, rest): (Vec<Goto>, Vec<Goto>) =
            open.forward.drain(..).partition(|g| g.name == name);
        open.forward = rest;
        for g in here {
            if let Some(l) = self.labels.get_mut(&name) {
                l.used = true;
            }
            if let Some((pos, var)) = open
                .declared
                .as_ref()
                .filter(|_| open.over.contains(&g.span))
            {
                let message = format!(
                    "goto {} jumps over declaration of {var} at {}",
                    self.name(name),
                    place(*pos)
                );
                self.error(Code::JumpOverDecl, g.span, message);
            }
        }
    }

    fn unlabeled(&mut self, targets: Targets, tok: BranchTok, span: Span, last: bool) {
        let wrong = match tok {
            BranchTok::Break if targets.breaks.is_none() => Some((
                Code::MisplacedBreak,
                "break is not in a loop, switch, or select",
            )),
            BranchTok::Continue if !targets.continues => {
                Some((Code::MisplacedContinue, "continue is not in a loop"))
            }
            BranchTok::Fallthrough => match (targets.breaks, targets.case) {
                (Some(BreakTarget::TypeSwitch), _) => Some("cannot fallthrough in type switch"),
                (Some(BreakTarget::Switch), Some(false)) if last => None,
                (Some(BreakTarget::Switch), Some(true)) if last => {
                    Some("cannot fallthrough final case in switch")
                }
                _ => Some("fallthrough statement out of place"),
            }
            .map(|words| (Code::MisplacedFallthrough, words)),
            _ => None,
        };
        if let Some((code, words)) = wrong {
            self.error(code, span, words.to_string());
        }
    }

    fn labeled(&mut self, this: BlockIndex, open: &mut Open, tok: BranchTok, ident: IdentId) {
        let file = self.file;
        let (name, span) = (file.name_of(ident), file.ident(ident).span);
        let shown = self.name(name).to_string();
        if tok == BranchTok::Goto {
            if !self.reachable_label(this, name) {
                open.forward.push(Goto { name, span });
            }
            return;
        }
        let word = tok.as_str();
        let Some(l) = self.labels.get_mut(&name) else {
            self.error(
                Code::UndeclaredLabel,
                span,
                format!("{word} label not defined: {shown}"),
            );
            return;
        };
        l.used = true;
        let (stmt, declared) = (l.stmt, l.ident);
        let mut at = Some(this);
        let mut encloses = false;
        while let Some(b) = at {
            encloses |= self.blocks[b].label == Some(declared);
            at = self.blocks[b].parent;
        }
        let fits = match &file.stmt(stmt).kind {
            StmtKind::ForStmt { .. } | StmtKind::RangeStmt { .. } => true,
            StmtKind::SwitchStmt { .. }
            | StmtKind::TypeSwitchStmt { .. }
            | StmtKind::SelectStmt { .. } => tok == BranchTok::Break,
            _ => false,
        };
        if !encloses || !fits {
            self.error(
                Code::MisplacedLabel,
                span,
                format!("invalid {word} label {shown}"),
            );
        }
    }

    /// Whether `name` is a label already declared in `block` or around it. Marks it as used wherever it is.
    fn reachable_label(&mut self, block: BlockIndex, name: Symbol) -> bool {
        let Some(l) = self.labels.get_mut(&name) else {
            return false;
        };
        l.used = true;
        let target = l.block;
        let mut at = Some(block);
        while let Some(b) = at {
            if b == target {
                return true;
            }
            at = self.blocks[b].parent;
        }
        false
    }
}

impl Open {
    fn declare_var(&mut self, pos: Pos, name: String) {
        self.declared = Some((pos, name));
        self.over = self.forward.iter().map(|g| g.span).collect();
    }
}
