//! What could be done about a mistake: a line of help, and where nobody would think twice a repair of the text.
//!
//! Nothing here touches a message or its place, which are Go's. Most of it looks at the text around the place: what was meant is a
//! question about the words that were written.

use crate::base::Span;
use crate::base::Symbol;
use crate::base::distance::nearest;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fix;
use crate::types::ObjectKind;
use crate::types::Type;
use crate::types::TypeId;

use super::Checker;

/// Library packages by the name that programs use.
const PACKAGES: &[(&str, &str)] = &[
    ("atomic", "sync/atomic"),
    ("bits", "math/bits"),
    ("bufio", "bufio"),
    ("bytes", "bytes"),
    ("cmp", "cmp"),
    ("context", "context"),
    ("errors", "errors"),
    ("filepath", "path/filepath"),
    ("flag", "flag"),
    ("fmt", "fmt"),
    ("heap", "container/heap"),
    ("io", "io"),
    ("iter", "iter"),
    ("json", "encoding/json"),
    ("list", "container/list"),
    ("log", "log"),
    ("maps", "maps"),
    ("math", "math"),
    ("os", "os"),
    ("path", "path"),
    ("rand", "math/rand"),
    ("reflect", "reflect"),
    ("regexp", "regexp"),
    ("runtime", "runtime"),
    ("slices", "slices"),
    ("sort", "sort"),
    ("strconv", "strconv"),
    ("strings", "strings"),
    ("sync", "sync"),
    ("testing", "testing"),
    ("time", "time"),
    ("unicode", "unicode"),
    ("unsafe", "unsafe"),
    ("utf8", "unicode/utf8"),
];

/// Words of other languages and Go's.
const FOREIGN: &[(&str, &str)] = &[
    ("null", "nil"),
    ("NULL", "nil"),
    ("None", "nil"),
    ("nullptr", "nil"),
    ("True", "true"),
    ("False", "false"),
    ("double", "float64"),
    ("float", "float64"),
    ("long", "int64"),
    ("short", "int16"),
    ("char", "rune"),
    ("boolean", "bool"),
    ("str", "string"),
    ("String", "string"),
    ("Object", "any"),
    ("object", "any"),
];

/// The text around a place.
struct Around<'s> {
    /// The whole file.
    source: &'s str,
    /// Offsets of the place in it.
    lo: usize,
    hi: usize,
    /// What the file's positions count from.
    base: u32,
}

impl<'s> Around<'s> {
    fn before(&self) -> &'s str {
        let start = self.source[..self.lo].rfind('\n').map_or(0, |i| i + 1);
        &self.source[start..self.lo]
    }

    fn word(&self) -> &'s str {
        &self.source[self.lo..self.hi]
    }

    fn after(&self) -> &'s str {
        let rest = &self.source[self.hi..];
        rest.split('\n').next().unwrap_or(rest)
    }

    /// The place of the file from one offset to another.
    fn span(&self, lo: usize, hi: usize) -> Span {
        Span {
            lo: self.base + lo as u32,
            hi: self.base + hi as u32,
        }
    }

    /// The same place, as far as the word at it goes.
    fn at_word(mut self) -> Self {
        self.hi = self.lo + word(&self.source[self.lo..]).len();
        self
    }

    /// Whether the word stands anywhere in the rest of the function.
    fn is_used_later(&self) -> bool {
        let rest = &self.source[self.hi..];
        let end = rest.find("\n}").unwrap_or(rest.len());
        let mut rest = &rest[..end];
        while let Some(at) = rest.find(self.word()) {
            let (left, right) = (&rest[..at], &rest[at + self.word().len()..]);
            let part = |c: char| c.is_alphanumeric() || c == '_';
            if !left.ends_with(part) && !left.ends_with('.') && !right.starts_with(part) {
                return true;
            }
            rest = right;
        }
        false
    }
}

impl<'a> Checker<'a> {
    fn around(&self, span: Span) -> Option<Around<'a>> {
        let file = self.conf.sources.file_of(span.start())?;
        let f = self.conf.sources.file(file);
        let base = f.base().0;
        let source = std::str::from_utf8(f.src()).ok()?;
        let lo = (span.lo - base) as usize;
        let hi = ((span.hi.max(span.lo) - base) as usize).min(source.len());
        let whole = source.is_char_boundary(lo) && source.is_char_boundary(hi);
        whole.then_some(Around {
            source,
            lo,
            hi,
            base,
        })
    }

    /// Adds help and a repair to what is about to be reported.
    pub(super) fn advise(&self, d: &mut Diagnostic) {
        let (Some(code), Some(at)) = (d.code, self.around(d.span)) else {
            return;
        };
        match code {
            Code::UndeclaredName => self.undeclared(d, at.at_word()),
            Code::UndeclaredImportedName => self.undeclared_in_package(d, at.at_word()),
            Code::MissingFieldOrMethod | Code::MissingLitField => other_case(d, at.at_word()),
            Code::UnusedVar => unused_variable(d, at.at_word()),
            Code::UnusedImport => unused_import(d, at),
            Code::NoNewVar if at.source[at.lo..].starts_with(":=") => {
                let place = at.span(at.lo, at.lo + 2);
                d.fix = Some(
                    Fix::new("use = to assign to variables that are declared already")
                        .replace(place, "="),
                );
            }
            Code::UnusedExpr => unused_expression(d, &at),
            Code::InvalidDefer | Code::InvalidGo if d.message.contains("must be function call") => {
                let fix = Fix::new("call it: add ()");
                d.fix = Some(fix.replace(at.span(at.hi, at.hi), "()"));
            }
            Code::InvalidIfaceAssign | Code::IncompatibleAssign
                if d.message.contains("has pointer receiver)") =>
            {
                let text = at.word();
                let literal = text.ends_with('}') && text.starts_with(char::is_alphabetic);
                let help = "a pointer has the method: pass the address with &";
                if literal && !text.starts_with("func") {
                    let fix = Fix::new(help);
                    d.fix = Some(fix.replace(at.span(at.lo, at.lo), "&"));
                } else {
                    d.help = Some(help.into());
                }
            }
            Code::MissingReturn => {
                d.help = Some(
                    "every way through the function ends in a return (or a panic): add one here"
                        .into(),
                );
            }
            Code::UndefinedOp | Code::MismatchedTypes | Code::InvalidCond => operator(d, &at),
            Code::UnassignableOperand if d.message.contains("in map") => {
                d.help = Some("copy the element, change the copy and store it again, or keep pointers in the map".into());
            }
            Code::TooManyValues | Code::WrongAssignCount if d.message.contains("returns") => {
                d.help = Some(
                    "assign all results to variables; _ takes those that are not wanted".into(),
                );
            }
            _ => {}
        }
        if d.help.is_none() && d.message.contains("is pointer to interface, not interface") {
            d.help = Some(
                "use the interface itself: a pointer to an interface is hardly ever wanted".into(),
            );
        }
    }

    fn undeclared(&self, d: &mut Diagnostic, at: Around<'_>) {
        let name = at.word();
        let place = at.span(at.lo, at.hi);
        let package = PACKAGES.iter().find(|(n, _)| *n == name);
        if let Some((_, path)) = package.filter(|_| at.after().starts_with('.')) {
            let (place, text) = new_import(&at, path);
            d.fix = Some(Fix::new(format!("import {path:?}")).replace(place, text));
            return;
        }
        let foreign = FOREIGN.iter().find(|(n, _)| *n == name).map(|(_, go)| *go);
        let rest = at.after().trim_start();
        let statement = at.before().trim().is_empty();
        let assigned = statement && rest.starts_with("= ");
        let mut names: Vec<&str> = Vec::new();
        let mut scope = Some(self.env.scope);
        while let Some(s) = scope {
            let scope_of = self.types.scope(s);
            let mut elems = self.types.elems(s);
            elems.retain(|(_, o)| !assigned || self.types.object(*o).is_var());
            names.extend(elems.iter().map(|(n, _)| self.types.str(*n)));
            scope = scope_of.parent;
        }
        if let Some(other) = foreign.or_else(|| nearest(name, names)) {
            d.fix = Some(did_you_mean(other).replace(place, other));
        } else if assigned && self.in_body {
            let equals = at.hi + at.after().len() - rest.len();
            let fix = Fix::new(format!("declare it: {name} := ..."));
            d.fix = Some(fix.replace(at.span(equals, equals), ":"));
        }
    }

    fn undeclared_in_package(&self, d: &mut Diagnostic, at: Around<'_>) {
        let place = at.span(at.lo, at.hi);
        if let Some(other) = between(&d.message, "(but have ", ")") {
            d.fix = Some(did_you_mean(other).replace(place, other));
            return;
        }
        let package = at.before().strip_suffix('.').unwrap_or_default();
        let start = package
            .rfind(|c: char| !c.is_alphanumeric() && c != '_')
            .map_or(0, |i| i + 1);
        let Some(o) = self
            .types
            .interner()
            .get(package.get(start..).unwrap_or_default())
            .and_then(|n| self.lookup(n))
        else {
            return;
        };
        let ObjectKind::PkgName { imported } = self.types.object(o).kind else {
            return;
        };
        let elems = self.types.elems(self.types.package(imported).scope);
        let names: Vec<Symbol> = elems.into_iter().map(|(n, _)| n).collect();
        let exported = names.into_iter().filter(|n| self.types.is_exported(*n));
        if let Some(other) = nearest(at.word(), exported.map(|n| self.types.str(n))) {
            d.fix = Some(did_you_mean(other).replace(place, other));
        }
    }

    /// To the diagnostic reported last, about a field or method that a type does not have: the one that was meant.
    pub(super) fn suggest_member(&mut self, t: TypeId, name: Symbol, fields_only: bool) {
        let types = self.types;
        let Some(d) = self.diagnostics.last_mut() else {
            return;
        };
        if d.fix.is_some() || d.help.is_some() {
            return;
        }
        let base = types.deref(t).0;
        let mut names: Vec<Symbol> = Vec::new();
        if let Type::Struct(s) = types.under(base) {
            names.extend(s.fields.iter().map(|f| f.name));
        }
        if !fields_only {
            names.extend(types.method_set(base).iter().map(|m| m.name));
            let through = types.pointer(base);
            names.extend(types.method_set(through).iter().map(|m| m.name));
        }
        // Those of other packages that are not exported can not be used anyway.
        let owner = match types.get(base) {
            Type::Named(n) => types.object(n.obj).pkg,
            _ => None,
        };
        if owner.is_some_and(|p| p != self.pkg) {
            names.retain(|n| types.is_exported(*n));
        }
        let found = nearest(types.str(name), names.iter().map(|n| types.str(*n)));
        let Some(other) = found else { return };
        let written = types.str(name).len() as u32;
        let place = Span {
            lo: d.span.lo,
            hi: d.span.lo + written,
        };
        d.fix = Some(did_you_mean(other).replace(place, other));
    }
}

/// The word that a text begins with.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

fn did_you_mean(other: &str) -> Fix {
    Fix::new(format!("did you mean {other}?"))
}

/// The part of `text` between two others.
fn between<'t>(text: &'t str, left: &str, right: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(left)?;
    rest.split_once(right).map(|(inner, _)| inner)
}

/// Go's message names the field or method that was meant.
fn other_case(d: &mut Diagnostic, at: Around<'_>) {
    let named = |kind| between(&d.message, kind, ")");
    let other = named("but does have field ").or_else(|| named("but does have method "));
    let Some(other) = other.filter(|o| o.chars().all(|c| c.is_alphanumeric() || c == '_')) else {
        return;
    };
    // In a message about a call the place may be that of something before the name.
    let same = other.eq_ignore_ascii_case(at.word());
    if same {
        d.fix = Some(did_you_mean(other).replace(at.span(at.lo, at.hi), other));
    }
}

fn unused_variable(d: &mut Diagnostic, at: Around<'_>) {
    let (before, after) = (at.before(), at.after());
    let place = at.span(at.lo, at.hi);
    let rest = after.trim_start();
    let gap = after.len() - rest.len();
    if at.is_used_later() {
        d.help =
            Some("its value is never read: use it, or remove it and what assigns to it".into());
        return;
    }
    let alone = rest.starts_with(":=");
    let start = before.trim_start();
    d.fix = if alone && start == "for " && rest[2..].trim_start().starts_with("range") {
        let skip = rest[2..].len() - rest[2..].trim_start().len();
        let whole = at.span(at.lo, at.hi + gap + 2 + skip);
        Some(Fix::new("range without the variable").replace(whole, ""))
    } else if alone && rest.trim_end().ends_with(".(type) {") {
        let skip = rest[2..].len() - rest[2..].trim_start().len();
        let whole = at.span(at.lo, at.hi + gap + 2 + skip);
        Some(Fix::new("switch without the variable").replace(whole, ""))
    } else if alone && start.is_empty() {
        let whole = at.span(at.lo, at.hi + gap + 2);
        Some(Fix::new("remove it, or write _ = while it is not used").replace(whole, "_ ="))
    } else if start == "var " {
        Some(Fix::new("remove it, or call it _ while it is not used").replace(place, "_"))
    } else if rest.starts_with(',') || start.ends_with(", ") {
        Some(Fix::new("use _ for a value that is not wanted").replace(place, "_"))
    } else {
        None
    };
    if d.fix.is_none() {
        d.help = Some("remove it, or write _ = with its name while it is not used".into());
    }
}

fn unused_import(d: &mut Diagnostic, at: Around<'_>) {
    let start = at.lo - at.before().len();
    let end = at.source[start..]
        .find('\n')
        .map_or(at.source.len(), |i| start + i + 1);
    let line = at.source[start..end].trim();
    let spec = line.strip_prefix("import ").unwrap_or(line).trim();
    let spec = spec.split_once("//").map_or(spec, |(s, _)| s.trim_end());
    // The spec has its line for itself.
    let alone = spec.ends_with('"') && spec.matches('"').count() == 2 && !spec.contains(';');
    let title = "remove the import";
    // With a declaration of its own goes the empty line below it.
    let own = spec.len() < line.len() && line.starts_with("import ");
    let end = match own && at.source[end..].starts_with('\n') {
        true => end + 1,
        false => end,
    };
    match alone {
        true => d.fix = Some(Fix::new(title).replace(at.span(start, end), "")),
        false => d.help = Some(title.into()),
    }
}

fn unused_expression(d: &mut Diagnostic, at: &Around<'_>) {
    let text = at.word();
    if d.message.contains("value of type func(") {
        d.fix = Some(Fix::new("call it: add ()").replace(at.span(at.hi, at.hi), "()"));
    } else if let [left, _] = text.split("==").collect::<Vec<_>>()[..] {
        let equals = at.lo + left.len();
        let fix = Fix::new("use = to assign; == compares");
        d.fix = Some(fix.replace(at.span(equals, equals + 2), "="));
    }
}

fn operator(d: &mut Diagnostic, at: &Around<'_>) {
    let says = |text: &str| d.message.contains(text);
    let bits = |op: &str| {
        let doubled = op.repeat(2);
        let text = &at.source[at.lo..at.hi + at.after().len()];
        let text = text.split('{').next().unwrap_or(text);
        let single = text.matches(op).count() == 1;
        let place = single.then(|| at.lo + text.find(op).unwrap_or(0));
        let fix = Fix::new(format!("{doubled} is for conditions, {op} for bits"));
        (fix, place, doubled)
    };
    let between_bools = |op: &str| {
        says(&format!("operator {op} not defined on"))
            && (says("of type bool)") || says("untyped bool"))
    };
    for op in ["&", "|"] {
        if between_bools(op) {
            let (fix, place, doubled) = bits(op);
            match place {
                Some(p) => d.fix = Some(fix.replace(at.span(p, p + 1), doubled)),
                None => d.help = Some(fix.title),
            }
            return;
        }
    }
    let help = if says("slice can only be compared to nil") {
        "slices.Equal compares what is in two slices"
    } else if says("map can only be compared to nil") {
        "maps.Equal compares what is in two maps"
    } else if says("func can only be compared to nil") {
        "functions can not be compared with each other"
    } else if says("operator && not defined on") || says("operator || not defined on") {
        "&& and || work on conditions: compare the values first; & and | work on bits"
    } else if says("operator ! not defined on") {
        "! works on conditions: compare with == 0, == \"\" or == nil; ^ turns all bits around"
    } else if says("non-boolean condition") {
        "a condition is a comparison: != 0, != \"\" or != nil"
    } else if says("mismatched types") && (says("string and int") || says("int and string")) {
        "strconv.Itoa makes a string from an int, strconv.Atoi the reverse"
    } else if says("mismatched types") && !says("nil") {
        "Go does not convert by itself: write T(x) around the operand that is to change"
    } else {
        return;
    };
    d.help = Some(help.into());
}

/// The place for a further import, and its text.
fn new_import(at: &Around<'_>, path: &str) -> (Span, String) {
    let mut offset = 0;
    let mut after_package = None;
    let mut in_group = false;
    for line in at.source.split_inclusive('\n') {
        let text = line.trim();
        if in_group {
            // Imports are sorted; comments and empty lines part them.
            if text.trim_matches('"') > path || text == ")" {
                return (at.span(offset, offset), format!("\t{path:?}\n"));
            }
        } else if text.starts_with("import (") && !text.ends_with(')') {
            in_group = true;
        } else if text.starts_with("import ") {
            return (at.span(offset, offset), format!("import {path:?}\n"));
        } else if after_package.is_none() && text.starts_with("package ") {
            after_package = Some(offset + line.len());
        }
        offset += line.len();
    }
    let place = after_package.unwrap_or(0);
    (at.span(place, place), format!("\nimport {path:?}\n"))
}
