//! Marks the `[` that opens the type parameters of a type declaration.
//!
//! `type T[P *C] ...` and `type T[P *C]E` differ only further on, and with more lookahead than an LR(1) parser has. gc parses
//! an expression and looks at it afterwards; this looks at the tokens up to the bracket's end, by the same rules:
//! a name followed by something that can not go on an expression begins a parameter list, and so does an expression that can be
//! split into a name and a type and which contains a type form or is followed by a comma.

use crate::token::{Tok, Token};

/// Turns `[` into [`Tok::LbrackT`] where type parameters begin.
pub fn mark(tokens: &mut [Token]) {
    // For each open bracket: whether it is the `(` of `type (`.
    let mut open: Vec<bool> = Vec::new();
    for i in 0..tokens.len() {
        match tokens[i].tok {
            Tok::Lparen => open.push(i > 0 && tokens[i - 1].tok == Tok::Type),
            Tok::Lbrack | Tok::Lbrace => open.push(false),
            Tok::Rparen | Tok::Rbrack | Tok::Rbrace => {
                open.pop();
            }
            _ => {}
        }
        if tokens[i].tok != Tok::Lbrack || i < 2 || !matches!(tokens[i - 1].tok, Tok::Ident(_)) {
            continue;
        }
        let starts_spec = match tokens[i - 2].tok {
            Tok::Type => true,
            Tok::Semi(_) | Tok::Lparen => open.len() >= 2 && open[open.len() - 2],
            _ => false,
        };
        if starts_spec && opens_type_params(&tokens[i + 1..]) {
            tokens[i].tok = Tok::LbrackT;
        }
    }
}

/// Whether the tokens after `type T [` begin a parameter list.
fn opens_type_params(rest: &[Token]) -> bool {
    let at = |i: usize| rest.get(i).map_or(Tok::Eof, |t| t.tok);
    if !matches!(at(0), Tok::Ident(_)) {
        return false;
    }
    match at(1) {
        // An index can not be part of an array length; so this is a constraint [n]E or []E.
        Tok::Lbrack => return true,
        Tok::Star | Tok::Lparen => {}
        t => {
            // Whatever goes on an expression makes it an array length.
            return !(t == Tok::Rbrack
                || t == Tok::Dot
                || t == Tok::Lbrace
                || (t.binary_op().is_some() && t != Tok::Tilde));
        }
    }
    // name * ... or name ( ...: look at the operand-level shape up to `,` or `]`.
    let mut depth: Vec<Tok> = Vec::new();
    let mut operand = false; // whether an operand is expected here
    let mut type_form = false;
    let mut stars = 0; // binary `*` at depth 0
    let mut call_commas = 0;
    let mut i = 1;
    let is_call = at(1) == Tok::Lparen;
    let mut parts = 0; // after a call's `)`, how much follows before `|`
    loop {
        let t = at(i);
        let grouping = depth.iter().all(|&d| d == Tok::Lparen);
        match t {
            Tok::Eof => return false,
            Tok::Comma if depth.is_empty() => break,
            Tok::Comma if is_call && depth.len() == 1 => call_commas += 1,
            Tok::Rbrack | Tok::Rparen | Tok::Rbrace => {
                if depth.pop().is_none() {
                    break;
                }
                operand = false;
                i += 1;
                continue;
            }
            Tok::Struct | Tok::Interface | Tok::Map | Tok::Chan | Tok::Tilde if grouping => {
                type_form = true
            }
            Tok::Func if grouping => type_form = true,
            Tok::Lbrack if grouping && operand => type_form = true,
            _ => {}
        }
        match t {
            Tok::Lparen | Tok::Lbrack | Tok::Lbrace => {
                depth.push(t);
                operand = true;
            }
            Tok::Star if depth.is_empty() && !operand => {
                stars += 1;
                operand = true;
            }
            Tok::Or if depth.is_empty() => {
                parts += 1;
                operand = true;
            }
            _ if depth.is_empty() && !operand && t.binary_op().is_some() => return false,
            _ => {
                operand = t.binary_op().is_some()
                    || matches!(t, Tok::Comma | Tok::Tilde | Tok::Not | Tok::Arrow)
            }
        }
        i += 1;
    }
    if is_call && (call_commas > 0 || stars > 0) || !is_call && stars > 1 {
        return false;
    }
    let _ = parts;
    at(i) == Tok::Comma || type_form
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Interner, Pos};
    use crate::lexer::lex;

    fn opens(src: &str) -> bool {
        let mut tokens = lex(src.as_bytes(), Pos(1), &Interner::new()).tokens;
        mark(&mut tokens);
        tokens.iter().any(|t| t.tok == Tok::LbrackT)
    }

    #[test]
    fn marks_parameter_lists_only() {
        for s in [
            "type T[P any] int",
            "type T[P, Q any] int",
            "type T[P []int] int",
            "type T[P *C,] int",
            "type T[P *C, Q any] int",
            "type T[P *C|~D] int",
            "type T[P *struct{}] int",
            "type T[P ([]int)] int",
            "type ( A int; T[P interface{}] int )",
            "type _[T struct{}] int",
            "type T[P C.D] int",
            "type T[P *E|F|~G] int",
        ] {
            assert!(opens(s), "{s}");
        }
        for s in [
            "type T [N]int",
            "type T [N*2]int",
            "type T [P*C]int",
            "type T [P(C)]int",
            "type T []int",
            "type T [a.b]int",
            "type T [N+1]int",
            "type T [P|Q]int",
            "var x [N]int",
            "func f() { x[i] = 1 }",
            "type ( A [N*M]int )",
        ] {
            assert!(!opens(s), "{s}");
        }
    }
}
