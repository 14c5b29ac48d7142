//! What a test file has to be run: tests, benchmarks, fuzz targets, examples, TestMain, by name and signature.

use crate::base::Interner;
use crate::base::Pos;
use crate::base::SourceMap;
use crate::syntax::ast::DeclKind;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::File;
use crate::syntax::ast::FuncDecl;

/// An example with an output to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The function.
    pub name: String,
    /// What it must print.
    pub output: String,
    /// Whether the lines may come in any order.
    pub unordered: bool,
}

/// What test files of one package have.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// `func TestX(*testing.T)`
    pub tests: Vec<String>,
    /// `func BenchmarkX(*testing.B)`
    pub benchmarks: Vec<String>,
    /// `func FuzzX(*testing.F)`
    pub targets: Vec<String>,
    /// Examples that are run.
    pub examples: Vec<Example>,
    /// Whether there is a TestMain.
    pub main: bool,
}

impl Found {
    /// Whether anything of the package is named.
    pub fn is_empty(&self) -> bool {
        self.tests.is_empty()
            && self.benchmarks.is_empty()
            && self.targets.is_empty()
            && self.examples.is_empty()
            && !self.main
    }

    /// Adds what a file has; an error says where and what is wrong.
    pub fn add(
        &mut self,
        map: &SourceMap,
        names: &Interner,
        file: &File,
    ) -> Result<(), (Pos, String)> {
        for &d in &file.decls {
            let decl = file.decl(d);
            let DeclKind::FuncDecl(f) = &decl.kind else {
                continue;
            };
            if f.recv.is_some() {
                continue;
            }
            let name = names.resolve(file.name_of(f.name));
            let is = |arg: &str| takes(file, names, f, arg);
            let check = |arg: &str| {
                if !is(arg) {
                    let low = arg.to_ascii_lowercase();
                    return Err((
                        decl.keyword,
                        format!(
                            "wrong signature for {name}, must be: func {name}({low} *testing.{arg})"
                        ),
                    ));
                }
                if f.type_params.is_some() {
                    return Err((
                        decl.keyword,
                        format!(
                            "wrong signature for {name}, test functions cannot have type parameters"
                        ),
                    ));
                }
                Ok(())
            };
            if name == "TestMain" {
                if is("T") {
                    self.tests.push(name.to_string());
                    continue;
                }
                check("M")?;
                if self.main {
                    return Err((Pos::NONE, "multiple definitions of TestMain".into()));
                }
                self.main = true;
            } else if has_prefix(name, "Test") {
                check("T")?;
                self.tests.push(name.to_string());
            } else if has_prefix(name, "Benchmark") {
                check("B")?;
                self.benchmarks.push(name.to_string());
            } else if has_prefix(name, "Fuzz") {
                check("F")?;
                self.targets.push(name.to_string());
            } else if has_prefix(name, "Example") {
                self.examples.extend(example(map, file, f, name));
            }
        }
        Ok(())
    }
}

/// Whether a name is the prefix, or goes on with anything but a small letter.
fn has_prefix(name: &str, prefix: &str) -> bool {
    name.strip_prefix(prefix)
        .is_some_and(|rest| !rest.starts_with(char::is_lowercase))
}

/// Whether the function has one parameter of type `*T` or `*testing.T` (whatever the package is called here) and no results.
fn takes(file: &File, names: &Interner, f: &FuncDecl, arg: &str) -> bool {
    let ExprKind::FuncType { params, results } = &file.expr(f.ty).kind else {
        return false;
    };
    let [only] = &params.list[..] else {
        return false;
    };
    let field = file.field(*only);
    if !results.list.is_empty() || field.names.len() > 1 {
        return false;
    }
    let ExprKind::StarExpr { x } = file.expr(field.ty).kind else {
        return false;
    };
    let name = match file.expr(x).kind {
        ExprKind::Ident(id) => file.name_of(id),
        ExprKind::SelectorExpr { sel, .. } => file.name_of(sel),
        _ => return false,
    };
    names.resolve(name) == arg
}

/// The example, if its last comment says what it prints.
fn example(map: &SourceMap, file: &File, f: &FuncDecl, name: &str) -> Option<Example> {
    let ExprKind::FuncType { params, results } = &file.expr(f.ty).kind else {
        return None;
    };
    if !params.list.is_empty() || !results.list.is_empty() || f.type_params.is_some() {
        return None;
    }
    let body = file.func_body(f)?;
    let source = map.file(file.id);
    let base = source.base().0;
    let text = source
        .src()
        .get((body.lbrace.0 + 1 - base) as usize..(body.rbrace.0 - base) as usize)?;
    let comment = comment_text(&last_comment(&String::from_utf8_lossy(text)));
    let trimmed = comment.trim_start();
    let low = trimmed.to_ascii_lowercase();
    let (unordered, rest) = match low.strip_prefix("unordered output:") {
        Some(rest) => (true, rest),
        None => (false, low.strip_prefix("output:")?),
    };
    let output = trimmed[trimmed.len() - rest.len()..].trim_start_matches(' ');
    let output = output.strip_prefix('\n').unwrap_or(output);
    Some(Example {
        name: name.to_string(),
        output: output.to_string(),
        unordered,
    })
}

/// The comments of the last group in a function body: comments on lines that follow each other, with nothing between.
fn last_comment(body: &str) -> Vec<String> {
    let bytes = body.as_bytes();
    let mut group: Vec<String> = Vec::new();
    // Line of the last token or of the end of the last comment.
    let (mut line, mut end_line, mut open) = (0, -2, false);
    let mut token_line = -1;
    let mut i = 0;
    while i < bytes.len() {
        let rest = &body[i..];
        if rest.starts_with("//") || rest.starts_with("/*") {
            let long = rest.starts_with("/*");
            let len = match long {
                true => rest.find("*/").map_or(rest.len(), |n| n + 2),
                false => rest.find('\n').unwrap_or(rest.len()),
            };
            // What begins on the line of code belongs to that line alone.
            let beside = token_line == line;
            if !open || line > end_line + 1 || beside && line != end_line {
                group.clear();
            }
            group.push(rest[..len].to_string());
            line += rest[..len].matches('\n').count() as i32;
            end_line = line;
            open = !beside;
            i += len;
            continue;
        }
        let c = bytes[i];
        match c {
            b'\n' => line += 1,
            b' ' | b'\t' | b'\r' => {}
            b'"' | b'\'' | b'`' => {
                let mut k = i + 1;
                while k < bytes.len() && bytes[k] != c {
                    if bytes[k] == b'\\' && c != b'`' {
                        k += 1;
                    } else if bytes[k] == b'\n' {
                        line += 1;
                    }
                    k += 1;
                }
                i = k.min(bytes.len() - 1);
                token_line = line;
                open = false;
            }
            _ => {
                token_line = line;
                open = false;
            }
        }
        i += 1;
        while i < bytes.len() && !body.is_char_boundary(i) {
            i += 1;
        }
    }
    group
}

/// The text of a group of comments: without the marks, blanks at the ends of lines, blank lines at the ends and directives.
fn comment_text(group: &[String]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for c in group {
        let text = match c.strip_prefix("//") {
            Some(t) => {
                let directive = t.split_once(':').is_some_and(|(a, b)| {
                    let word = |s: &str| {
                        !s.is_empty()
                            && s.bytes()
                                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
                    };
                    word(a) && b.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
                });
                if directive
                    || t.starts_with("line ")
                    || t.starts_with("extern ")
                    || t.starts_with("export ")
                {
                    continue;
                }
                t.strip_prefix(' ').unwrap_or(t)
            }
            None => c.trim_start_matches("/*").trim_end_matches("*/"),
        };
        lines.extend(text.split('\n').map(|l| l.trim_end().to_string()));
    }
    let mut out: Vec<String> = Vec::new();
    for l in lines {
        let blank = out.last().is_none_or(|o| o.is_empty());
        if !(l.is_empty() && blank) {
            out.push(l);
        }
    }
    while out.last().is_some_and(|l| l.is_empty()) {
        out.pop();
    }
    let mut text = out.join("\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert!(
            has_prefix("Test", "Test")
                && has_prefix("TestX", "Test")
                && has_prefix("Test_x", "Test")
        );
        assert!(has_prefix("Test1", "Test") && !has_prefix("Testing", "Test"));
    }

    #[test]
    fn last_comments() {
        let body = "\n\tf() // a\n\t// Output:\n\t// x\n\t//   y\n";
        assert_eq!(comment_text(&last_comment(body)), "Output:\nx\n  y\n");
        let body = "\n\t// Output: a\n\n\t// b\n";
        assert_eq!(comment_text(&last_comment(body)), "b\n");
        let body = "\n\tf(\"// no\")\n\t/* Output:\na */\n";
        assert_eq!(comment_text(&last_comment(body)), " Output:\na\n");
    }
}
