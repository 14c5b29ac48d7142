//! Reporting: positions, texts of types, expressions and objects in messages, and the error sink.

use std::cell::OnceCell;

use hashbrown::HashMap;
use hashbrown::HashSet;

use crate::base::SourceMap;
use crate::base::Span;
use crate::base::Symbol;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::IdentId;
use crate::syntax::ast::StmtId;
use crate::types::ObjectId;
use crate::types::PackageId;
use crate::types::Qualifier;
use crate::types::TypeId;
use crate::types::Types;

use super::Checker;

/// Qualifies names as the package being checked sees them: its own names bare, those of others by package name, or by
/// quoted path where two imported packages share a name.
pub struct CheckQualifier<'a> {
    pub(super) types: &'a Types,
    pub(super) sources: &'a SourceMap,
    pub(super) pkg: PackageId,
    paths: OnceCell<HashMap<Symbol, HashSet<PackageId>>>,
}

impl<'a> CheckQualifier<'a> {
    pub(super) fn new(
        types: &'a Types,
        sources: &'a SourceMap,
        pkg: PackageId,
    ) -> CheckQualifier<'a> {
        CheckQualifier {
            types,
            sources,
            pkg,
            paths: OnceCell::new(),
        }
    }

    /// The packages of each name among those that are imported, directly or not.
    fn mark_imports(&self) -> HashMap<Symbol, HashSet<PackageId>> {
        let mut map: HashMap<Symbol, HashSet<PackageId>> = HashMap::new();
        let mut seen = HashSet::new();
        let mut todo = vec![self.pkg];
        while let Some(p) = todo.pop() {
            let pkg = self.types.package(p);
            // What the library is made of here is not what Go's is made of.
            if pkg.path.split('/').any(|e| e == "internal") || !seen.insert(p) {
                continue;
            }
            map.entry(pkg.name()).or_default().insert(p);
            todo.extend(pkg.imports.read().iter().copied());
        }
        map
    }

    /// Whether Go's library has an internal package of the same name that a program with these imports knows about.
    fn is_shadowed(&self, path: &str) -> bool {
        // All of the library but these leads to internal/runtime/atomic.
        const NO_ATOMIC: &[&str] = &[
            "cmp",
            "container/list",
            "container/ring",
            "math",
            "math/bits",
            "math/cmplx",
            "sync/atomic",
            "unicode",
            "unicode/utf16",
            "unicode/utf8",
            "unsafe",
        ];
        match path {
            "sync" | "strconv" | "encoding/json" => true,
            "sync/atomic" => {
                let imports = self.types.package(self.pkg).imports.read();
                imports
                    .iter()
                    .any(|p| !NO_ATOMIC.contains(&&*self.types.package(*p).path))
            }
            _ => false,
        }
    }
}

impl Qualifier for CheckQualifier<'_> {
    fn package(&self, types: &Types, pkg: PackageId) -> String {
        if pkg == self.pkg {
            return String::new();
        }
        let p = types.package(pkg);
        let paths = self.paths.get_or_init(|| self.mark_imports());
        if paths.get(&p.name()).is_some_and(|s| s.len() > 1) || self.is_shadowed(&p.path) {
            return format!("\"{}\"", p.path);
        }
        types.str(p.name()).to_string()
    }

    fn position(&self, pos: Span) -> String {
        match self.sources.location(pos.start()) {
            Some(l) => {
                let cwd = std::env::current_dir().unwrap_or_default();
                let path = crate::diag::display_path(self.sources.file(l.file).name(), &cwd);
                format!("{path}:{}:{}", l.line, l.col)
            }
            None => "-".into(),
        }
    }
}

/// An error with further places, under construction.
pub struct ErrorDesc {
    /// The kind of mistake.
    pub code: Code,
    /// The message and the further ones, with their places.
    pub desc: Vec<(Span, String)>,
}

impl ErrorDesc {
    /// Nothing said yet.
    pub fn new(code: Code) -> ErrorDesc {
        ErrorDesc {
            code,
            desc: Vec::new(),
        }
    }

    /// Adds a message.
    pub fn add(&mut self, at: impl Into<Span>, msg: impl Into<String>) {
        self.desc.push((at.into(), msg.into()));
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.desc.is_empty()
    }

    /// The message with all further ones as text, as causes show it.
    pub fn msg(&self) -> String {
        self.desc
            .iter()
            .map(|d| d.1.clone())
            .collect::<Vec<_>>()
            .join("\n\t")
    }
}

impl<'a> Checker<'a> {
    /// Reports an error.
    pub fn err(&mut self, at: impl Into<Span>, code: Code, msg: impl Into<String>) {
        let mut e = ErrorDesc::new(code);
        e.add(at, msg);
        self.report(e);
    }

    /// Reports an error with further places. What follows from an earlier error is dropped.
    pub fn report(&mut self, e: ErrorDesc) {
        let mut places = e.desc.into_iter();
        let Some((mut span, mut msg)) = places.next() else {
            return;
        };
        // An invalid operand or type in a message means that the cause was reported before.
        let follows = msg.find("invalid operand").is_some_and(|i| i > 0)
            || msg.find("invalid type").is_some_and(|i| i > 0);
        if let Some(at) = self.env.errpos {
            span = at;
        }
        if e.code == Code::InvalidSyntaxTree {
            msg = format!("invalid syntax tree: {msg}");
        }
        if msg.contains(" or later") && msg.contains("requires go1.") {
            msg = format!("{msg} ({})", self.version_origin());
        }
        if follows {
            if !self.diagnostics.is_empty() {
                return;
            }
            self.first_follows = true;
        }
        let mut d = Diagnostic::error(e.code, span, msg);
        for (at, text) in places {
            d = d.with_related(at, text);
        }
        if !self.conf.library {
            self.advise(&mut d);
        }
        self.diagnostics.push(d);
    }

    /// Whether anything was reported here.
    pub fn has_errors(&self) -> bool {
        !self.diagnostics.is_empty()
    }

    /// Adds "other declaration of x".
    pub fn add_alt_decl(&self, e: &mut ErrorDesc, o: ObjectId) {
        let pos = self.types.object(o).pos;
        if pos.is_known() {
            e.add(pos, format!("other declaration of {}", self.types.name(o)));
        }
    }

    /// Where an error about an expression is reported: gc's start position up to the end of the text.
    pub fn expr_span(&self, e: ExprId) -> Span {
        let lo = self.file.start_pos(e).0;
        Span {
            lo,
            hi: self.file.expr(e).span.hi.max(lo),
        }
    }

    /// The position gc takes for the node itself (an operator, a parenthesis).
    pub fn expr_pos(&self, e: ExprId) -> Span {
        self.file.pos(e).span()
    }

    /// The span of an identifier.
    pub fn ident_span(&self, id: IdentId) -> Span {
        self.file.ident(id).span
    }

    /// Where an error about a statement is reported.
    pub fn stmt_span(&self, s: StmtId) -> Span {
        let lo = self.file.stmt_start_pos(s).0;
        Span {
            lo,
            hi: self.file.stmt(s).span.hi.max(lo),
        }
    }

    /// Where an object is declared.
    pub fn object_span(&self, o: ObjectId) -> Span {
        self.types.object(o).pos
    }

    /// A position as `file:line:col`.
    pub fn pos_str(&self, at: Span) -> String {
        self.qualifier.position(at)
    }

    /// A type as messages show it.
    pub fn type_str(&self, t: TypeId) -> String {
        self.types.type_string(t, &*self.qualifier)
    }

    /// Types as `[A, B]`.
    pub fn types_str(&self, ts: &[TypeId]) -> String {
        let list: Vec<String> = ts.iter().map(|t| self.type_str(*t)).collect();
        format!("[{}]", list.join(", "))
    }

    /// An expression as messages show it.
    pub fn expr_str(&self, e: ExprId) -> String {
        self.file.expr_string(e, self.types.interner())
    }

    /// Expressions as `[a, b]`.
    pub fn exprs_str(&self, list: &[ExprId]) -> String {
        format!("[{}]", self.file.exprs_string(list, self.types.interner()))
    }

    /// An object as messages show it.
    pub fn object_str(&self, o: ObjectId) -> String {
        self.types.object_string(o, &*self.qualifier)
    }

    /// The name of an identifier.
    pub fn ident_str(&self, id: IdentId) -> &'a str {
        self.types.str(self.file.name_of(id))
    }
}

/// `n thing` or `n things`.
pub fn measure(n: usize, unit: &str) -> String {
    if n == 1 {
        format!("{n} {unit}")
    } else {
        format!("{n} {unit}s")
    }
}
