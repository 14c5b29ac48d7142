//! What could be done about a syntax error: a hint for the mistakes that newcomers to Go make most, and the repair where it is
//! plain.

use crate::base::SourceFile;
use crate::base::Span;
use crate::diag::Diagnostic;
use crate::diag::Fix;

/// The hint for gc's `message`, if there is one.
pub(super) fn help_for(message: &str) -> Option<&'static str> {
    let message = message.strip_prefix("syntax error: ")?;
    let has = |s: &str| message.contains(s);
    let starts = |s: &str| message.starts_with(s);
    Some(
        if starts("non-declaration statement outside function body") {
            "only import, const, type, var and func may stand outside of functions; `x := 1` is written `var x = 1` here"
        } else if starts("unexpected semicolon or newline before {")
            || starts("unexpected newline, expected { after")
        {
            "the opening brace belongs on the same line: a newline ends the statement"
        } else if starts("else must be followed by") || starts("unexpected keyword else") {
            "`else` stands on the line of the closing brace, followed by `if` or `{`"
        } else if starts("unexpected newline in composite literal")
            || starts("unexpected newline in argument list")
        {
            "end the line with a comma when the closing bracket stands on the next one"
        } else if starts("cannot use assignment") {
            "use == to compare"
        } else if starts("unexpected ++") || starts("unexpected --") {
            "++ and -- are statements, not expressions"
        } else if starts("unexpected name") && has("at end of statement") {
            "statements are separated by newlines or semicolons; a variable is declared with `var name type` or `name := value`"
        } else if starts("var declaration not allowed in") {
            "declare with := here"
        } else if starts("package statement must be first") {
            "a file begins with its package clause, such as `package main`"
        } else if starts("imports must appear before") {
            "move the import up, right below the package clause"
        } else if starts("missing condition in if statement") {
            "after `init;` the condition follows: if x := f(); x > 0 {"
        } else if starts("expected for loop condition") || has("expected for loop condition") {
            "the three-part form is: for init; condition; post {"
        } else if starts("unexpected (") && has("expected name")
            || has("must have no type parameters")
        {
            return None;
        } else if starts("missing parameter name") || starts("missing parameter type") {
            "either all parameters have names or none has"
        } else if starts("unexpected keyword func")
            || starts("unexpected name") && has("expected (")
        {
            "a function inside a function is written as a literal: f := func() { ... }"
        } else if starts("cannot parenthesize type in composite literal") {
            "write T{...} without parentheses around T"
        } else if starts("exceeded max nesting depth") {
            "golite reads programs nested up to 1,000 levels deep"
        } else {
            return None;
        },
    )
}

/// The repair of a syntax error, if there is a plain one.
pub(super) fn fix_for(file: &SourceFile, d: &Diagnostic) -> Option<Fix> {
    let message = d.message.strip_prefix("syntax error: ")?;
    let source = std::str::from_utf8(file.src()).ok()?;
    let base = file.base().0;
    let at = (d.span.lo - base) as usize;
    let (before, after) = (source.get(..at)?, source.get(at..)?);
    let place = |lo: usize, hi: usize| Span {
        lo: base + lo as u32,
        hi: base + hi as u32,
    };
    // What stands on the line before `at` without a comment behind it can be continued.
    let joined = |at: usize| {
        let (before, after) = source.split_at(at);
        let end = before.trim_end().len();
        let line = before[..end].rsplit('\n').next().unwrap_or_default();
        let next = at + (after.len() - after.trim_start().len());
        let fix = Fix::new("put it on the same line").replace(place(end, next), " ");
        (!line.contains("//")).then_some(fix)
    };
    let line = after.split('\n').next().unwrap_or_default();
    if message.starts_with("non-declaration statement outside function body") {
        let (name, value) = line.split_once(":=")?;
        let name = name.trim();
        let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        let fix = Fix::new(format!("declare it with var {name} ="));
        let end = at + line.len() - value.len();
        return plain.then(|| fix.replace(place(at, end), format!("var {name} =")));
    }
    if message.contains("possibly missing comma or") && after.starts_with('\n') {
        let end = before.trim_end().len();
        return Some(Fix::new("end the line with a comma").replace(place(end, end), ","));
    }
    if message.starts_with("unexpected semicolon or newline before {") && after.starts_with('{') {
        return joined(at);
    }
    if message.starts_with("unexpected newline, expected { after")
        && after.trim_start().starts_with('{')
    {
        return joined(at);
    }
    if message.starts_with("unexpected keyword else") && before.trim_end().ends_with('}') {
        return joined(at);
    }
    if message.starts_with("cannot use assignment") {
        let equals = at + line.find(" = ")? + 1;
        let once = line.matches('=').count() == 1;
        let fix = Fix::new("== compares").replace(place(equals, equals + 1), "==");
        return once.then_some(fix);
    }
    None
}
