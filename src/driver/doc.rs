//! Documentation: a declaration and the comment above it, from the library's source or from what was entered.
//!
//! Everything is taken from source text, nothing is checked: looking something up costs parsing one package.

use crate::base::Interner;
use crate::base::SourceMap;
use crate::base::Span;
use crate::driver::loader;
use crate::syntax;
use crate::syntax::ast::Decl;
use crate::syntax::ast::DeclId;
use crate::syntax::ast::DeclKind;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::Field;
use crate::syntax::ast::File;
use crate::syntax::ast::FuncDecl;
use crate::syntax::ast::StmtKind;
use crate::types::is_exported;
use std::sync::Arc;

/// Groups of constants or variables up to this many lines are shown whole.
const LONGEST_GROUP: usize = 40;

/// Sources whose declarations can be looked up.
struct Sources {
    map: SourceMap,
    names: Arc<Interner>,
    files: Vec<File>,
    /// Whether names that are not exported are left out.
    library: bool,
}

/// A declaration of one of the files.
#[derive(Clone, Copy)]
struct Place {
    file: usize,
    decl: DeclId,
}

/// What the library says about `name`: a package, `pkg.Name` or `pkg.Type.Member`, or a predeclared function.
pub fn library(name: &str) -> Result<String, String> {
    let name = name.trim();
    if let Some(text) = predeclared(name) {
        return Ok(text);
    }
    if let Some(path) = package_paths(name).first() {
        return Ok(Sources::of_package(path).package(path));
    }
    let slash = name.rfind('/').map_or(0, |i| i + 1);
    let Some(dot) = name[slash..].find('.') else {
        return Err(format!("no documentation for {name}"));
    };
    let (package, member) = (&name[..slash + dot], &name[slash + dot + 1..]);
    // Several packages may have one name: the first that has the member is meant.
    let mut missing = None;
    for path in package_paths(package) {
        let sources = Sources::of_package(&path);
        if let Some(text) = sources.describe(member) {
            return Ok(text);
        }
        let similar = sources.similar(member);
        missing.get_or_insert_with(|| format!("package {path} has no {member}{similar}"));
    }
    Err(missing.unwrap_or_else(|| format!("no library package {package}")))
}

/// What was entered under a name, or `Type.Member`: the newest declaration counts.
pub fn entered(entries: &[String], name: &str) -> Option<String> {
    entries.iter().rev().find_map(|text| {
        let mut sources = Sources::empty(false);
        sources.add_entry(text);
        sources.describe(name)
    })
}

/// The import paths that a path, or a package's name alone, may stand for.
fn package_paths(name: &str) -> Vec<String> {
    if loader::has_library_package(name) {
        return vec![name.to_owned()];
    }
    let tail = format!("/{name}");
    let mut paths = loader::library_paths();
    paths.retain(|p| p.ends_with(&tail));
    paths
}

fn predeclared(name: &str) -> Option<String> {
    let text = match name {
        "append" => {
            "func append(slice []T, elems ...T) []T\n    The slice with the elements behind its last one; a new array is made when the old one is too small."
        }
        "cap" => {
            "func cap(v Type) int\n    The capacity of a slice or channel, the length of an array."
        }
        "clear" => {
            "func clear(t Type)\n    Deletes all entries of a map, or sets all elements of a slice to zero."
        }
        "close" => {
            "func close(c chan<- T)\n    Closes a channel: receivers get what is in it, then zero values at once."
        }
        "complex" => {
            "func complex(r, i FloatType) ComplexType\n    The complex number with these parts."
        }
        "copy" => {
            "func copy(dst, src []T) int\n    Copies elements, as many as both slices have; they may overlap. The result is their number."
        }
        "delete" => {
            "func delete(m map[K]V, key K)\n    Removes the entry with this key, if there is one."
        }
        "imag" => "func imag(c ComplexType) FloatType\n    The imaginary part.",
        "len" => {
            "func len(v Type) int\n    The number of bytes of a string, of elements of an array, slice or map, or of elements waiting in a channel."
        }
        "make" => {
            "func make(T, size ...int) T\n    A slice of a length and capacity, a map, or a channel with room for so many elements."
        }
        "max" => "func max(x T, y ...T) T\n    The largest argument.",
        "min" => "func min(x T, y ...T) T\n    The smallest argument.",
        "new" => {
            "func new(T) *T\nfunc new(value T) *T\n    A pointer to a new variable: zero, or with this value."
        }
        "panic" => {
            "func panic(v any)\n    Ends the function and, one after another, its callers; deferred functions run and may recover."
        }
        "print" | "println" => {
            "func print(args ...Type)\nfunc println(args ...Type)\n    Writes to standard error, for a quick look; programs use package fmt."
        }
        "real" => "func real(c ComplexType) FloatType\n    The real part.",
        "recover" => {
            "func recover() any\n    In a deferred function: stops a panic and answers its value."
        }
        "any" => "type any = interface{}\n    The type of every value.",
        "error" => {
            "type error interface {\n\tError() string\n}\n    What went wrong; nil if nothing did."
        }
        "comparable" => {
            "type comparable interface{ comparable }\n    A constraint: types whose values == compares."
        }
        "iota" => {
            "const iota = 0\n    The number of the specification in its group of constants, from 0."
        }
        _ => return None,
    };
    Some(format!("{text}\n"))
}

impl Sources {
    fn empty(library: bool) -> Sources {
        Sources {
            map: SourceMap::new(),
            names: Arc::new(Interner::new()),
            files: Vec::new(),
            library,
        }
    }

    fn of_package(path: &str) -> Sources {
        let mut s = Sources::empty(true);
        for (name, text) in loader::library_files(path) {
            let id = s.map.add_file(name, text);
            let (file, _) = syntax::parse_library_file(&s.map, id, &s.names);
            s.files.push(file);
        }
        s
    }

    fn add_entry(&mut self, text: &str) {
        let id = self.map.add_file("entry", text.as_bytes().to_vec());
        let (file, ..) = syntax::parse_repl_entry(&self.map, id, &self.names);
        self.files.push(file);
    }

    fn text(&self, lo: u32, hi: u32) -> String {
        let bytes = self.map.text(Span { lo, hi });
        String::from_utf8_lossy(bytes).into_owned()
    }

    fn places(&self) -> Vec<Place> {
        let mut out = Vec::new();
        for (file, f) in self.files.iter().enumerate() {
            let in_stmts = f.stmts.iter().flat_map(|&s| match &f.stmt(s).kind {
                StmtKind::DeclStmt { decls } => decls.to_vec(),
                _ => Vec::new(),
            });
            let all = f.decls.iter().copied().chain(in_stmts);
            out.extend(all.map(|decl| Place { file, decl }));
        }
        out
    }

    fn decl(&self, p: Place) -> (&File, &Decl) {
        let f = &self.files[p.file];
        (f, f.decl(p.decl))
    }

    /// The names a declaration declares; methods as `Type.Name`.
    fn declared(&self, p: Place) -> Vec<String> {
        let (f, d) = self.decl(p);
        let name = |id| self.names.resolve(f.name_of(id)).to_owned();
        match &d.kind {
            DeclKind::ConstSpec(s) => s.names.iter().map(|&n| name(n)).collect(),
            DeclKind::VarSpec(s) => s.names.iter().map(|&n| name(n)).collect(),
            DeclKind::TypeSpec(s) => vec![name(s.name)],
            DeclKind::FuncDecl(s) => match self.receiver(f, s) {
                Some(t) => vec![format!("{t}.{}", name(s.name))],
                None => vec![name(s.name)],
            },
            DeclKind::ImportSpec(_) | DeclKind::BadDecl => Vec::new(),
        }
    }

    /// The name of the type that a method belongs to.
    fn receiver(&self, f: &File, d: &FuncDecl) -> Option<String> {
        let mut t = f.field(d.recv?).ty;
        loop {
            t = match &f.expr(t).kind {
                ExprKind::Ident(id) => return Some(self.names.resolve(f.name_of(*id)).to_owned()),
                ExprKind::StarExpr { x } | ExprKind::ParenExpr { x } => *x,
                ExprKind::IndexExpr { x, .. } => *x,
                _ => return None,
            };
        }
    }

    fn find(&self, name: &str) -> Option<Place> {
        let all = self.places();
        all.into_iter()
            .rev()
            .find(|&p| self.declared(p).iter().any(|n| n == name))
    }

    fn visible(&self, name: &str) -> bool {
        !self.library || name.split('.').all(is_exported)
    }

    /// Declaration and documentation of `Name`, `Type.Method` or `Type.Field`.
    fn describe(&self, name: &str) -> Option<String> {
        if !self.visible(name) {
            return None;
        }
        let Some(place) = self.find(name) else {
            let (ty, field) = name.split_once('.')?;
            return self.describe_field(self.find(ty)?, field);
        };
        let mut out = self.declaration(place);
        out.push('\n');
        out.push_str(&indented(&self.comment(place)));
        if matches!(self.decl(place).1.kind, DeclKind::TypeSpec(_)) {
            let more = self.functions_of(name);
            if !more.is_empty() {
                out.push('\n');
                out.push_str(&more);
            }
        }
        Some(out)
    }

    /// Functions that answer the type, and its methods, a line each.
    fn functions_of(&self, ty: &str) -> String {
        let mut out = Vec::new();
        for p in self.places() {
            let (f, d) = self.decl(p);
            let DeclKind::FuncDecl(func) = &d.kind else {
                continue;
            };
            let name = self.declared(p).pop().unwrap_or_default();
            let method = name.split_once('.').is_some_and(|(t, _)| t == ty);
            if self.visible(&name) && (method || func.recv.is_none() && self.answers(f, func, ty)) {
                out.push((method, name, self.declaration(p)));
            }
        }
        out.sort();
        out.into_iter().map(|(_, _, text)| text + "\n").collect()
    }

    fn answers(&self, f: &File, func: &FuncDecl, ty: &str) -> bool {
        let ExprKind::FuncType { results, .. } = &f.expr(func.ty).kind else {
            return false;
        };
        let first = results.list.first();
        first.is_some_and(|&r| {
            let mut t = f.field(r).ty;
            while let ExprKind::StarExpr { x } = f.expr(t).kind {
                t = x;
            }
            f.as_ident(t)
                .is_some_and(|id| self.names.resolve(f.name_of(id)) == ty)
        })
    }

    fn describe_field(&self, p: Place, name: &str) -> Option<String> {
        let (f, d) = self.decl(p);
        let DeclKind::TypeSpec(spec) = &d.kind else {
            return None;
        };
        for field in self.fields_of(f, spec.ty) {
            let named = field
                .names
                .iter()
                .any(|&n| self.names.resolve(f.name_of(n)) == name);
            if named {
                let text = self.text(field.span.lo, field.span.hi);
                return Some(format!(
                    "{text}\n{}",
                    indented(&self.comment_above(p.file, field.span.lo))
                ));
            }
        }
        None
    }

    fn fields_of<'f>(&self, f: &'f File, ty: ExprId) -> Vec<&'f Field> {
        match &f.expr(ty).kind {
            ExprKind::StructType { fields } => fields.list.iter().map(|&x| f.field(x)).collect(),
            ExprKind::InterfaceType { methods } => {
                methods.list.iter().map(|&x| f.field(x)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The text of a declaration: functions without their bodies, library structs without what they keep to themselves.
    fn declaration(&self, p: Place) -> String {
        let (f, d) = self.decl(p);
        match &d.kind {
            DeclKind::FuncDecl(func) => {
                let end = func.body.as_ref().map_or(d.span.hi, |b| b.lbrace.0);
                let start = d.keyword.0.min(d.span.lo);
                self.text(start, end).trim_end().to_owned()
            }
            DeclKind::TypeSpec(spec) => {
                let mut text = self.text(d.span.lo, d.span.hi);
                if self.library
                    && let ExprKind::StructType { fields } = &f.expr(spec.ty).kind
                {
                    let head = self.text(d.span.lo, fields.opening.0 + 1);
                    text = self.exported_fields(p, &head, spec.ty);
                }
                format!("type {}", dedent(&text))
            }
            DeclKind::ConstSpec(_) | DeclKind::VarSpec(_) => {
                let word = self.text(d.keyword.0, d.keyword.0 + 5);
                let word = word.split_whitespace().next().unwrap_or("var").to_owned();
                match self.group(p) {
                    Some(group) => group,
                    None => format!("{word} {}", self.text(d.span.lo, d.span.hi)),
                }
            }
            _ => self.text(d.span.lo, d.span.hi),
        }
    }

    fn exported_fields(&self, p: Place, head: &str, ty: ExprId) -> String {
        let f = &self.files[p.file];
        let mut lines = Vec::new();
        let mut hidden = false;
        for field in self.fields_of(f, ty) {
            let text = self.text(field.span.lo, field.span.hi);
            let shown = match field.names.iter().as_slice() {
                [] => {
                    let name = text.trim_start_matches('*');
                    is_exported(name.rsplit('.').next().unwrap_or(name))
                }
                names => names
                    .iter()
                    .any(|&n| is_exported(self.names.resolve(f.name_of(n)))),
            };
            if shown {
                for line in self.comment_above(p.file, field.span.lo).lines() {
                    lines.push(format!("\t// {line}"));
                }
                lines.push(format!("\t{text}"));
            } else {
                hidden = true;
            }
        }
        if hidden {
            lines.push("\t// and fields that are not exported".into());
        }
        match lines.is_empty() {
            true => format!("{head}}}"),
            false => format!("{head}\n{}\n}}", lines.join("\n")),
        }
    }

    /// The whole group `const ( ... )` that a specification stands in, if it is short.
    fn group(&self, p: Place) -> Option<String> {
        let (f, d) = self.decl(p);
        if !d.grouped {
            return None;
        }
        let end = self
            .places()
            .into_iter()
            .filter(|q| q.file == p.file)
            .map(|q| f.decl(q.decl))
            .filter(|o| o.keyword == d.keyword)
            .map(|o| o.span.hi)
            .max()?;
        let rest = self.text(end, f.span.hi);
        let close = rest
            .find("\n)")
            .map(|i| i + 2)
            .or(rest.find(')').map(|i| i + 1))?;
        let text = self.text(d.keyword.0, end + close as u32);
        (text.lines().count() <= LONGEST_GROUP).then_some(text)
    }

    /// The comment that documents a declaration: its own, or that of its group.
    fn comment(&self, p: Place) -> String {
        let d = self.decl(p).1;
        let own = match d.grouped {
            true => self.comment_above(p.file, d.span.lo),
            false => String::new(),
        };
        if own.is_empty() {
            self.comment_above(p.file, d.keyword.0)
        } else {
            own
        }
    }

    /// The text of the comment that ends on the line above an offset, without its slashes.
    fn comment_above(&self, file: usize, at: u32) -> String {
        let f = &self.files[file];
        let before = self.text(f.span.lo, at);
        let mut lines: Vec<&str> = before.lines().collect();
        if !before.ends_with('\n') {
            // What stands on the declaration's own line.
            if lines.pop().is_some_and(|l| !l.trim().is_empty()) {
                return String::new();
            }
        }
        if lines.last().is_some_and(|l| l.trim_end().ends_with("*/")) {
            let text = before.trim_end();
            let Some(open) = text.rfind("/*") else {
                return String::new();
            };
            return dedent(text[open + 2..].trim_end_matches("*/").trim()) + "\n";
        }
        let mut out: Vec<&str> = Vec::new();
        for line in lines.iter().rev() {
            match line.trim_start().strip_prefix("//") {
                Some(l) if !l.starts_with("go:") => out.push(l.strip_prefix(' ').unwrap_or(l)),
                Some(_) => {}
                None => break,
            }
        }
        out.reverse();
        out.iter().flat_map(|l| [*l, "\n"]).collect()
    }

    /// Everything a package offers, a line each, after its own comment.
    fn package(&self, path: &str) -> String {
        let mut doc = String::new();
        for (i, f) in self.files.iter().enumerate() {
            if doc.is_empty() {
                doc = self.comment_above(i, f.package.0);
            }
        }
        let mut out = format!("package {}\n{}", quoted(path), indented(&doc));
        let mut groups: [Vec<String>; 3] = Default::default();
        for p in self.places() {
            let (f, d) = self.decl(p);
            let names: Vec<String> = self.declared(p);
            let shown: Vec<&str> = names
                .iter()
                .filter(|n| self.visible(n) && !n.contains('.'))
                .map(String::as_str)
                .collect();
            if shown.is_empty() {
                continue;
            }
            let all = shown.join(", ");
            match &d.kind {
                DeclKind::ConstSpec(_) => groups[0].push(format!("const {all}")),
                DeclKind::VarSpec(_) => groups[0].push(format!("var {all}")),
                DeclKind::FuncDecl(_) => groups[1].push(self.declaration(p)),
                DeclKind::TypeSpec(spec) => {
                    let kind = match &f.expr(spec.ty).kind {
                        ExprKind::StructType { .. } => "struct{ ... }".into(),
                        ExprKind::InterfaceType { .. } => "interface{ ... }".into(),
                        _ => {
                            let e = f.expr(spec.ty).span;
                            self.text(e.lo, e.hi)
                                .lines()
                                .next()
                                .unwrap_or("")
                                .to_owned()
                        }
                    };
                    let eq = if spec.alias { "= " } else { "" };
                    groups[2].push(format!("type {all} {eq}{kind}"));
                }
                _ => {}
            }
        }
        for mut g in groups {
            if !g.is_empty() {
                g.sort();
                out.push('\n');
                out.extend(g.into_iter().map(|l| l + "\n"));
            }
        }
        out
    }

    /// `; did you mean X?` for a name that is spelled almost so.
    fn similar(&self, name: &str) -> String {
        let fold = |s: &str| s.to_lowercase();
        let names = self.places().into_iter().flat_map(|p| self.declared(p));
        let found = names
            .filter(|n| self.visible(n))
            .find(|n| fold(n) == fold(name) || fold(n).starts_with(&fold(name)));
        found.map_or(String::new(), |n| format!("; did you mean {n}?"))
    }
}

fn quoted(path: &str) -> String {
    match path.rsplit_once('/') {
        Some((_, name)) => format!("{name} // import \"{path}\""),
        None => path.to_owned(),
    }
}

fn indented(comment: &str) -> String {
    comment
        .lines()
        .map(|l| match l.trim_end() {
            "" => "\n".to_owned(),
            l => format!("    {l}\n"),
        })
        .collect()
}

/// Takes away the indentation that all lines but the first have in common.
fn dedent(text: &str) -> String {
    let tabs = |l: &str| l.len() - l.trim_start_matches('\t').len();
    let rest = text.lines().skip(1).filter(|l| !l.trim().is_empty());
    let common = rest.map(tabs).min().unwrap_or(0);
    let mut lines = text.lines();
    let mut out = lines.next().unwrap_or("").to_owned();
    for l in lines {
        out.push('\n');
        out.push_str(l.get(common.min(tabs(l))..).unwrap_or(""));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn library_names() {
        let text = library("strings.Repeat").expect("known");
        assert!(
            text.starts_with("func Repeat(s string, count int) string\n    Repeat "),
            "{text}"
        );
        let text = library("strings.Builder").expect("known");
        assert!(text.starts_with("type Builder struct {"), "{text}");
        assert!(text.contains("\nfunc (b *Builder) Len() int\n"), "{text}");
        assert!(library("strings.Builder.Len").is_ok());
        assert!(library("rand.Intn").is_ok() && library("math/rand.Intn").is_ok());
        assert!(library("time.Second").expect("known").contains("Minute"));
        let text = library("strings").expect("known");
        assert!(text.starts_with("package strings\n") && text.contains("\nfunc Repeat("));
        assert!(!text.contains("\nfunc explode"), "{text}");
        assert!(library("len").is_ok());
    }

    #[test]
    fn unknown_names() {
        let wrong = |n| library(n).expect_err("unknown");
        assert!(wrong("strings.repeat").ends_with("did you mean Repeat?"));
        assert!(wrong("nothing.X").contains("no library package"));
    }

    #[test]
    fn what_was_entered() {
        let entries = [
            "// Old.\nfunc f() {}".to_owned(),
            "// Point is\n// a place.\ntype Point struct {\n\t// X goes right.\n\tX, y int\n}".into(),
            "// f adds.\nfunc f(a int) int { return a + 1 }\nfunc (p Point) Norm() int { return 0 }"
                .into(),
            "const (\n\tA = iota // first\n\tB\n)".into(),
        ];
        let doc = |n| entered(&entries, n).expect("entered");
        assert_eq!(doc("f"), "func f(a int) int\n    f adds.\n");
        assert!(doc("Point").starts_with(
            "type Point struct {\n\t// X goes right.\n\tX, y int\n}\n    Point is\n    a place.\n"
        ));
        assert_eq!(doc("Point.Norm"), "func (p Point) Norm() int\n");
        assert_eq!(doc("Point.X"), "X, y int\n    X goes right.\n");
        assert!(doc("B").starts_with("const (\n\tA = iota // first\n\tB\n)"));
        assert!(entered(&entries, "nope").is_none());
    }
}
