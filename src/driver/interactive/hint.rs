//! What is shown behind the cursor in a call: the parameters that are still to come, and the results.

use crate::driver::interactive::Interactive;
use crate::driver::interactive::complete;
use crate::driver::interactive::operand;
use crate::driver::interactive::operand::Tokens;
use crate::driver::lexical;
use crate::driver::lexical::WordKind;
use crate::types::ObjectKind;
use crate::types::PlainQualifier;
use crate::types::Type;
use crate::types::TypeId;

/// The signatures of predeclared functions, which no type describes: parameters and result.
const BUILTINS: &[(&str, &[&str], &str)] = &[
    ("append", &["slice []T", "elems ...T"], "[]T"),
    ("cap", &["v Type"], "int"),
    ("clear", &["t []T|map[K]V"], ""),
    ("close", &["c chan<- T"], ""),
    ("complex", &["r, i FloatType"], "ComplexType"),
    ("copy", &["dst []T", "src []T"], "int"),
    ("delete", &["m map[K]V", "key K"], ""),
    ("imag", &["c ComplexType"], "FloatType"),
    ("len", &["v Type"], "int"),
    ("make", &["T", "size ...int"], "T"),
    ("max", &["x T", "y ...T"], "T"),
    ("min", &["x T", "y ...T"], "T"),
    ("new", &["T or value"], "*T"),
    ("panic", &["v any"], ""),
    ("print", &["args ...Type"], ""),
    ("println", &["args ...Type"], ""),
    ("real", &["c ComplexType"], "FloatType"),
    ("recover", &[], "any"),
];

/// Parameters and results of a function, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// Type parameters in brackets, if it is generic.
    pub tparams: String,
    /// Each parameter: its name, if it has one, and its type.
    pub params: Vec<String>,
    /// Whether the last parameter takes any number of arguments.
    pub variadic: bool,
    /// The results, in parentheses if there are several.
    pub results: String,
}

impl Signature {
    fn tail(&self) -> String {
        if self.results.is_empty() {
            ")".into()
        } else {
            format!(") {}", self.results)
        }
    }

    /// The whole signature: `(s string, count int) string`.
    pub fn whole(&self) -> String {
        format!("{}({}{}", self.tparams, self.params.join(", "), self.tail())
    }

    /// What follows argument number `arg`; `begun` if some of it is there already.
    fn rest(&self, arg: usize, begun: bool) -> String {
        let last = self.params.len().saturating_sub(1);
        let at = if self.variadic { arg.min(last) } else { arg };
        let mut rest: Vec<&str> = self.params.iter().skip(at).map(String::as_str).collect();
        if begun {
            let repeats = self.variadic && at == last;
            if !repeats && !rest.is_empty() {
                rest.remove(0);
            }
            let comma = if rest.is_empty() { "" } else { ", " };
            return format!("{comma}{}{}", rest.join(", "), self.tail());
        }
        format!("{}{}", rest.join(", "), self.tail())
    }
}

/// What an unfinished text calls at its end: the function's text, and how to continue its signature.
struct Place<'t> {
    callee: &'t str,
    /// Where that begins.
    from: usize,
    /// The argument that is being typed and whether it has begun; none behind a function's name.
    arg: Option<(usize, bool)>,
}

fn place(text: &str) -> Option<Place<'_>> {
    let t = Tokens::new(text);
    let last = t.len().checked_sub(1)?;
    if let Some((open, commas)) = t.open_call() {
        // Behind a name that may be a function itself, that one's signature is not shown: the call's is.
        let from = t.operand_start(open)?;
        let begun = last > open && t.str(last) != "," || t.str(last) != "(" && t.str(last) != ",";
        return Some(Place {
            callee: t.text(from, open - 1),
            from: t.word(from).start,
            arg: Some((commas, begun)),
        });
    }
    let name = matches!(t.word(last).kind, WordKind::Name | WordKind::Builtin);
    if !name || t.word(last).end != text.len() {
        return None;
    }
    let from = t.operand_start(last + 1)?;
    Some(Place {
        callee: t.text(from, last),
        from: t.word(from).start,
        arg: None,
    })
}

/// The hint for a text with the cursor at its end.
pub fn hint(it: &mut Interactive, text: &str) -> Option<String> {
    if lexical::is_in_text(text, text.len()) {
        // A string is being typed: it may be an argument, but quotes are open.
        return None;
    }
    let place = place(text)?;
    let sig = match complete::local_type(it, text, place.from, place.from + place.callee.len()) {
        Some(t) => describe(it, t)?,
        None => signature(it, place.callee)?,
    };
    Some(match place.arg {
        Some((arg, begun)) => sig.rest(arg, begun),
        None => sig.whole(),
    })
}

/// The signature of what `callee` denotes, if that can be called.
pub fn signature(it: &mut Interactive, callee: &str) -> Option<Signature> {
    if let Some(o) = named(it, callee) {
        let types = it.types();
        let object = types.object(o);
        return match object.kind {
            ObjectKind::Builtin(_) => builtin(callee),
            ObjectKind::Func(_) | ObjectKind::Var { .. } => describe(it, object.ty()?),
            _ => None,
        };
    }
    // Methods, fields, results of calls, instances.
    let simple = operand::name_start(callee) == 0;
    if simple {
        return None;
    }
    let t = it.check_expr_type(callee)?;
    describe(it, t)
}

fn named(it: &mut Interactive, callee: &str) -> Option<crate::types::ObjectId> {
    let dots = callee.matches('.').count();
    let plain = callee
        .chars()
        .all(|c| c == '.' || c == '_' || c.is_alphanumeric());
    (plain && dots <= 1).then(|| complete::object(it, callee))?
}

fn builtin(name: &str) -> Option<Signature> {
    let (_, params, results) = BUILTINS.iter().find(|b| b.0 == name)?;
    Some(Signature {
        tparams: String::new(),
        params: params.iter().map(|p| p.to_string()).collect(),
        variadic: params.last().is_some_and(|p| p.contains("...")),
        results: results.to_string(),
    })
}

fn describe(it: &Interactive, t: TypeId) -> Option<Signature> {
    let types = it.types();
    let Type::Signature(sig) = types.get(types.underlying(t)) else {
        return None;
    };
    let qual = PlainQualifier {
        relative_to: Some(it.package()),
        paths: false,
    };
    let param = |name, ty: String| match types.str(name) {
        "" => ty,
        n => format!("{n} {ty}"),
    };
    let mut params: Vec<String> = Vec::new();
    for (i, p) in sig.params.iter().enumerate() {
        let ty = match types.get(p.ty) {
            Type::Slice(elem) if sig.variadic && i + 1 == sig.params.len() => {
                format!("...{}", types.type_string(*elem, &qual))
            }
            _ => types.type_string(p.ty, &qual),
        };
        params.push(param(p.name, ty));
    }
    let results: Vec<String> = sig
        .results
        .iter()
        .map(|p| param(p.name, types.type_string(p.ty, &qual)))
        .collect();
    let results = match results.as_slice() {
        [] => String::new(),
        [one] if !one.contains(' ') || types.str(sig.results[0].name).is_empty() => one.clone(),
        all => format!("({})", all.join(", ")),
    };
    let tparams: Vec<String> = sig
        .tparams
        .iter()
        .map(|&p| types.type_string(p, &qual))
        .collect();
    let tparams = if tparams.is_empty() {
        String::new()
    } else {
        format!("[{}]", tparams.join(", "))
    };
    Some(Signature {
        tparams,
        params,
        variadic: sig.variadic,
        results,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_still_to_come() {
        let sig = Signature {
            tparams: String::new(),
            params: vec!["s string".into(), "count int".into()],
            variadic: false,
            results: "string".into(),
        };
        assert_eq!(sig.whole(), "(s string, count int) string");
        assert_eq!(sig.rest(0, false), "s string, count int) string");
        assert_eq!(sig.rest(0, true), ", count int) string");
        assert_eq!(sig.rest(1, false), "count int) string");
        assert_eq!(sig.rest(1, true), ") string");
        assert_eq!(sig.rest(5, true), ") string");
        let print = builtin("println").expect("predeclared");
        assert_eq!(print.rest(0, false), "args ...Type)");
        assert_eq!(print.rest(3, true), ", args ...Type)");
    }

    #[test]
    fn places() {
        let at = |t| place(t).map(|p| (p.callee, p.arg));
        assert_eq!(
            at("strings.Repeat("),
            Some(("strings.Repeat", Some((0, false))))
        );
        assert_eq!(at("f(a"), Some(("f", Some((0, true)))));
        assert_eq!(at("f(a, "), Some(("f", Some((1, false)))));
        assert_eq!(at("f(a, g(1))"), None);
        assert_eq!(at("x.y"), Some(("x.y", None)));
        assert_eq!(at("f(1) "), None);
    }
}
