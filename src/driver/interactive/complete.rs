//! What the name under the cursor can become: names in scope, and after a dot members of packages, fields and methods.
//!
//! Nothing is offered that the checker would refuse: what other packages keep to themselves, ambiguous fields, methods with
//! pointer receivers of values without address. Library packages count as declared, whether imported yet or not.

use crate::base::Symbol;
use crate::driver::interactive::Interactive;
use crate::driver::interactive::operand;
use crate::driver::interactive::operand::Tokens;
use crate::driver::lexical;
use crate::driver::loader;
use crate::types::ObjectId;
use crate::types::ObjectKind;
use crate::types::PackageId;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::Types;
use std::collections::BTreeSet;

const KEYWORDS: &[&str] = &[
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
];

/// Embedded structs are followed this deep.
const MAX_EMBEDDING: usize = 16;

/// Where the text to be replaced begins, and what can stand there instead, sorted.
pub fn complete(it: &mut Interactive, text: &str, pos: usize) -> (usize, Vec<String>) {
    let before = &text[..pos];
    if let Some(found) = import_path(before) {
        return found;
    }
    let start = operand::name_start(before);
    if lexical::is_in_text(text, pos) || before[start..].starts_with(|c: char| c.is_ascii_digit()) {
        return (pos, Vec::new());
    }
    let prefix = &before[start..];
    let head = Tokens::new(before[..start].trim_end());
    let all = match head.len().checked_sub(1) {
        Some(dot) if head.str(dot) == "." => match head.operand_start(dot) {
            Some(from) => {
                let (from, to) = (head.word(from).start, head.word(dot - 1).end);
                members(it, before, from, to)
            }
            None => BTreeSet::new(),
        },
        _ => names(it, &before[..start], prefix),
    };
    let fits = |n: &String| n.starts_with(prefix) && n != "_";
    (start, all.into_iter().filter(fits).collect())
}

/// Inside of `import "...`: paths of library packages.
fn import_path(before: &str) -> Option<(usize, Vec<String>)> {
    let quote = before.rfind('"')?;
    let head = before[..quote].trim_end();
    let spec = head.rsplit(['\n', ';', '(']).next()?.trim();
    let opens = head.strip_suffix('(').unwrap_or(head).trim_end();
    let in_import = spec.starts_with("import")
        || opens.ends_with("import")
        || head.contains("import (") && !head.contains(')');
    if !in_import || before[..quote].matches('"').count() % 2 == 1 {
        return None;
    }
    let prefix = &before[quote + 1..];
    let paths = loader::library_paths().into_iter();
    Some((quote + 1, paths.filter(|p| p.starts_with(prefix)).collect()))
}

/// Names that can begin an operand, type or statement.
fn names(it: &Interactive, before: &str, prefix: &str) -> BTreeSet<String> {
    let mut out: BTreeSet<String> = it
        .scope_names()
        .into_iter()
        .map(|(n, _)| n)
        .filter(|n| lexical_name(n))
        .collect();
    out.extend(declared_in(before));
    if !prefix.is_empty() {
        out.extend(KEYWORDS.iter().map(|k| k.to_string()));
        out.extend(universe(it));
        out.extend(
            loader::library_paths()
                .iter()
                .map(|p| package_name(p).to_owned()),
        );
    }
    out
}

fn universe(it: &Interactive) -> Vec<String> {
    let types = it.types();
    let elems = types.scope(types.universe().scope).elems();
    let names = elems.into_iter().map(|(n, _)| types.str(n).to_owned());
    names.filter(|n| lexical_name(n)).collect()
}

fn lexical_name(n: &str) -> bool {
    crate::syntax::is_valid_name(n)
}

/// The name of a library package: the last part of its path that is no version.
fn package_name(path: &str) -> &str {
    let mut parts = path.rsplit('/');
    let last = parts.next().unwrap_or(path);
    let version = last
        .strip_prefix('v')
        .is_some_and(|v| v.chars().all(|c| c.is_ascii_digit()));
    match parts.next() {
        Some(before) if version => before,
        _ => last,
    }
}

/// Names that the unfinished text itself declares: before `:=`, after `var`, `const`, `func` and `type`, as parameters.
fn declared_in(text: &str) -> Vec<String> {
    let t = Tokens::new(text);
    let mut out: Vec<String> = Vec::new();
    let is_name = |i: usize| t.word(i).kind == lexical::WordKind::Name;
    let mut parameters = false;
    for i in 0..t.len() {
        match t.str(i) {
            ":=" => {
                let mut k = i;
                while k > 0 && is_name(k - 1) {
                    out.push(t.str(k - 1).to_owned());
                    if k < 2 || t.str(k - 2) != "," {
                        break;
                    }
                    k -= 2;
                }
            }
            "var" | "const" | "type" if i + 1 < t.len() && is_name(i + 1) => {
                out.push(t.str(i + 1).to_owned());
            }
            "func" => {
                parameters = true;
                if i + 1 < t.len() && is_name(i + 1) {
                    out.push(t.str(i + 1).to_owned());
                }
            }
            "{" => parameters = false,
            // name Type, name, name Type: a name after a bracket or comma that no dot, bracket or comma follows at once.
            "(" | "," if parameters && i + 2 < t.len() && is_name(i + 1) => {
                if !matches!(t.str(i + 2), "." | ")" | "(") {
                    out.push(t.str(i + 1).to_owned());
                }
            }
            _ => {}
        }
    }
    out
}

/// What can stand behind the operand that takes these bytes, and a dot.
fn members(it: &mut Interactive, text: &str, from: usize, to: usize) -> BTreeSet<String> {
    let main = it.package();
    let operand = &text[from..to];
    let addressable = is_addressable(it, operand);
    // What the text itself declares comes before what has been declared.
    let local = local_type(it, text, from, to);
    if local.is_none() {
        if let Some(pkg) = package(it, operand) {
            return exported(it.types(), pkg);
        }
        if let Some(t) = type_named(it, operand) {
            // A method expression.
            return methods_and_fields(it.types(), main, t, false, true);
        }
    }
    match local.or_else(|| it.check_expr_type(operand)) {
        Some(t) => methods_and_fields(it.types(), main, t, addressable, false),
        None => BTreeSet::new(),
    }
}

/// The type of the operand that takes these bytes of an unfinished text, if that text has declarations of its own around it:
/// the text is cut off behind the operand, and what is open there is closed.
pub fn local_type(it: &mut Interactive, text: &str, from: usize, to: usize) -> Option<TypeId> {
    let before = &text[..to];
    let open = lexical::open_brackets(before);
    if !open.contains(&'{') && !before.contains([';', '\n']) {
        return None;
    }
    let innermost = open.iter().rev().take_while(|&&b| b != '{').count();
    let close = |b: &char| match b {
        '(' => ')',
        '[' => ']',
        _ => '}',
    };
    let (outer, inner) = open.split_at(open.len() - innermost);
    let inner: String = inner.iter().rev().map(close).collect();
    let outer: String = outer.iter().rev().map(close).collect();
    // The operand may end a statement, a header that wants a block, or the expression of a case.
    ["", " {}", ":", "; true {}"].iter().find_map(|middle| {
        let whole = format!("{before}{inner}{middle}{outer}");
        it.type_at(&whole, from, to)
    })
}

/// The package that a name stands for: an imported one, or one of the library.
pub fn package(it: &mut Interactive, name: &str) -> Option<PackageId> {
    if !lexical_name(name) {
        return None;
    }
    match it.object(name) {
        Some(o) => match it.types().object(o).kind {
            ObjectKind::PkgName { imported } => Some(imported),
            _ => None,
        },
        None => {
            let path = it.library_package(name)?;
            it.load_package(&path)
        }
    }
}

/// The object that a name, or a name of a package, denotes.
pub fn object(it: &mut Interactive, name: &str) -> Option<ObjectId> {
    match name.split_once('.') {
        None => it.object(name),
        Some((pkg, member)) => {
            let pkg = package(it, pkg)?;
            let member = it.names().intern(member);
            let types = it.types();
            let scope = types.package(pkg).scope;
            let found = types.lookup_in(scope, member);
            found.filter(|_| types.is_exported(member))
        }
    }
}

fn type_named(it: &mut Interactive, operand: &str) -> Option<TypeId> {
    let name = operand.trim_start_matches(['(', '*']).trim_end_matches(')');
    let o = object(it, name)?;
    let types = it.types();
    let o = types.object(o);
    let t = o.ty().filter(|_| o.is_type_name())?;
    Some(if operand.contains('*') {
        types.pointer(t)
    } else {
        t
    })
}

/// Whether the address of an operand can be taken, as far as its last token tells.
fn is_addressable(it: &mut Interactive, operand: &str) -> bool {
    let t = Tokens::new(operand);
    let Some(last) = t.len().checked_sub(1) else {
        return false;
    };
    match t.str(last) {
        "}" => false,
        ")" => t.str(0) == "(" && t.operand_start(t.len()) == Some(0) && operand.contains('*'),
        "]" => {
            let open = operand.rfind('[').unwrap_or(0);
            let map = it.check_expr_type(&operand[..open]);
            let types = it.types();
            map.is_none_or(|m| !matches!(types.get(types.underlying(m)), Type::Map { .. }))
        }
        _ => true,
    }
}

fn exported(types: &Types, pkg: PackageId) -> BTreeSet<String> {
    let elems = types.elems(types.package(pkg).scope);
    let names = elems.into_iter().map(|(n, _)| n);
    names
        .filter(|&n| types.is_exported(n))
        .map(|n| types.str(n).to_owned())
        .collect()
}

/// Fields and methods of a type as package `main` may select them; only methods for method expressions.
fn methods_and_fields(
    types: &Types,
    main: PackageId,
    t: TypeId,
    addressable: bool,
    methods_only: bool,
) -> BTreeSet<String> {
    let mut candidates = Vec::new();
    collect(types, t, &mut candidates, 0);
    let mut out = BTreeSet::new();
    for name in candidates {
        let found = types.lookup_field_or_method(t, addressable, Some(main), name, false);
        let Ok(found) = found else { continue };
        let visible =
            types.is_exported(name) || types.same_pkg(found.entity.pkg(types), Some(main));
        if visible && (found.is_method() || !methods_only) {
            out.insert(types.str(name).to_owned());
        }
    }
    out
}

/// Names of everything that a selector on `t` could mean.
fn collect(types: &Types, t: TypeId, out: &mut Vec<Symbol>, depth: usize) {
    if depth > MAX_EMBEDDING {
        return;
    }
    let (base, _) = types.deref(t);
    if types.as_named(base).is_some() {
        out.extend(types.methods(base).iter().map(|&m| types.object(m).name));
    }
    let under = types.underlying(base);
    match types.get(under) {
        Type::Struct(s) => {
            for f in s.fields.iter() {
                out.push(f.name);
                if f.embedded {
                    collect(types, f.ty, out, depth + 1);
                }
            }
        }
        Type::Interface(_) => out.extend(types.type_set(under).methods.iter().map(|m| m.name)),
        Type::Pointer(p) => collect(types, *p, out, depth + 1),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_declares_names() {
        let text = "func f(p Point, s, t string) (err error) {\n\tfor i, x := range p.xs {\n\t\tvar n = 1\n";
        let mut names = declared_in(text);
        names.sort();
        assert_eq!(names, ["err", "f", "i", "n", "p", "s", "t", "x"]);
    }

    #[test]
    fn packages_have_names() {
        assert_eq!(package_name("math/rand/v2"), "rand");
        assert_eq!(package_name("strings"), "strings");
        assert_eq!(package_name("io/fs"), "fs");
    }

    #[test]
    fn import_paths() {
        let found = |t| import_path(t).map(|f| f.1);
        assert_eq!(found("import \"strin"), Some(vec!["strings".to_owned()]));
        assert!(found("import (\n\t\"fmt\"\n\t\"stri").is_some());
        assert!(found("x := \"strin").is_none());
        assert!(found("import \"fmt\"; x := \"a").is_none());
    }
}
