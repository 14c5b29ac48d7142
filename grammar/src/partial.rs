//! What can be made of a file with syntax errors: the declarations and statements that are right stay, the others become
//! `BadDecl` and `BadStmt`. For dumps; no later pass looks at such a tree.
//!
//! The tokens are cut into pieces, at semicolons outside of brackets and before keywords of declarations at the beginning of a line
//! (so that a missing bracket does not swallow the rest), and each piece is parsed by itself.

use crate::actions::Builder;
use crate::ast::{Block, DeclId, DeclKind, File, StmtId, StmtKind};
use crate::base::{Interner, Pos, Span};
use crate::parse::{Mode, header, run};
use crate::token::{Semi, Tok, Token};

/// The tree of what is right in `tokens`; `file` is empty. `src` begins at `base`.
pub(crate) fn tree(src: &[u8], base: Pos, tokens: &[Token], file: File, names: &Interner) -> File {
    let mut b = Builder::new(file, Some(names));
    let head = header(tokens);
    let mut decls = Vec::new();
    let mut rest = tokens;
    if run(Mode::File, head, &mut b).is_none() {
        decls = std::mem::take(&mut b.file.decls);
        rest = &tokens[head.len()..];
    }
    for piece in declarations(src, base, rest) {
        decls.extend(declaration(&mut b, piece));
    }
    b.file.decls = decls;
    b.file.stmts.clear();
    b.file
}

/// Cuts at the ends of declarations.
fn declarations<'t>(src: &[u8], base: Pos, tokens: &'t [Token]) -> Vec<&'t [Token]> {
    let begins_line = |t: &Token| {
        let at = (t.span.lo - base.0) as usize;
        at == 0 || src.get(at - 1) == Some(&b'\n')
    };
    let (mut out, mut depth, mut from) = (Vec::new(), 0usize, 0);
    for (i, t) in tokens.iter().enumerate() {
        let keyword = matches!(
            t.tok,
            Tok::Func | Tok::Type | Tok::Var | Tok::Const | Tok::Import
        );
        if i > from && keyword && begins_line(t) {
            out.push(&tokens[from..i]);
            (from, depth) = (i, 0);
        }
        depth = nested(depth, t.tok);
        if depth == 0 && matches!(t.tok, Tok::Semi(_)) {
            out.push(&tokens[from..=i]);
            from = i + 1;
        }
    }
    out.push(&tokens[from..]);
    out.retain(|p| p.iter().any(|t| !matches!(t.tok, Tok::Semi(_) | Tok::Eof)));
    out
}

fn nested(depth: usize, t: Tok) -> usize {
    match t {
        Tok::Lparen | Tok::Lbrack | Tok::LbrackT | Tok::Lbrace => depth + 1,
        Tok::Rparen | Tok::Rbrack | Tok::Rbrace => depth.saturating_sub(1),
        _ => depth,
    }
}

fn span(tokens: &[Token]) -> Span {
    let end = tokens
        .iter()
        .rfind(|t| !matches!(t.tok, Tok::Semi(_) | Tok::Eof))
        .or(tokens.last());
    match (tokens.first(), end) {
        (Some(a), Some(z)) => a.span.to(z.span),
        _ => Span::NONE,
    }
}

fn declaration(b: &mut Builder<'_>, piece: &[Token]) -> Vec<DeclId> {
    if let Some(decls) = attempt(b, piece) {
        return decls;
    }
    if let Some(open) = body_of(piece)
        && let Some(decls) = with_body(b, piece, open)
    {
        return decls;
    }
    vec![b.bad_decl(span(piece))]
}

/// Parses a declaration.
fn attempt(b: &mut Builder<'_>, tokens: &[Token]) -> Option<Vec<DeclId>> {
    b.reject = false;
    b.file.decls.clear();
    b.file.stmts.clear();
    let errors = b.errors.len();
    let refused = run(Mode::Repl, tokens, b);
    let mut decls = std::mem::take(&mut b.file.decls);
    for s in std::mem::take(&mut b.file.stmts) {
        match &b.file.stmt(s).kind {
            StmtKind::DeclStmt { decls: list } => decls.extend(list.iter()),
            StmtKind::EmptyStmt => {}
            _ => return None,
        }
    }
    let right = refused.is_none() && !b.reject && b.errors.len() == errors;
    (right && !decls.is_empty()).then_some(decls)
}

/// The brace that opens the body of a function.
fn body_of(piece: &[Token]) -> Option<usize> {
    if piece.first().map(|t| t.tok) != Some(Tok::Func) {
        return None;
    }
    let mut depth = 0;
    for (i, t) in piece.iter().enumerate() {
        let literal = i > 0 && matches!(piece[i - 1].tok, Tok::Struct | Tok::Interface);
        if t.tok == Tok::Lbrace && depth == 0 && !literal {
            return Some(i);
        }
        depth = nested(depth, t.tok);
    }
    None
}

/// Parses a function statement by statement.
fn with_body(b: &mut Builder<'_>, piece: &[Token], open: usize) -> Option<Vec<DeclId>> {
    let close = piece.iter().rposition(|t| t.tok == Tok::Rbrace);
    let close = close.filter(|c| *c > open).unwrap_or(piece.len());
    let end = match piece.get(close) {
        Some(t) => *t,
        None => Token {
            tok: Tok::Rbrace,
            span: piece[piece.len() - 1].span.end().span(),
        },
    };
    let mut head = piece[..=open].to_vec();
    head.push(end);
    head.push(Token {
        tok: Tok::Semi(Semi::Newline),
        span: end.span.end().span(),
    });
    let decls = attempt(b, &head)?;
    let mut stmts: Vec<StmtId> = Vec::new();
    let (mut depth, mut from) = (0usize, open + 1);
    for i in open + 1..close {
        depth = nested(depth, piece[i].tok);
        if depth == 0 && matches!(piece[i].tok, Tok::Semi(_)) {
            statement(b, &piece[from..=i], &mut stmts);
            from = i + 1;
        }
    }
    statement(b, &piece[from.min(close)..close], &mut stmts);
    b.set_body(
        decls[0],
        Block {
            lbrace: piece[open].pos(),
            stmts: stmts.into(),
            rbrace: end.pos(),
        },
    );
    Some(decls)
}

fn statement(b: &mut Builder<'_>, tokens: &[Token], out: &mut Vec<StmtId>) {
    if tokens
        .iter()
        .all(|t| matches!(t.tok, Tok::Semi(_) | Tok::Eof))
    {
        return;
    }
    b.reject = false;
    b.file.stmts.clear();
    let errors = b.errors.len();
    let refused = run(Mode::Body, tokens, b);
    let stmts = std::mem::take(&mut b.file.stmts);
    if refused.is_none() && !b.reject && b.errors.len() == errors {
        out.extend(stmts);
    } else {
        out.push(b.bad_stmt(span(tokens)));
    }
}

impl Builder<'_> {
    fn set_body(&mut self, d: DeclId, body: Block) {
        if let DeclKind::FuncDecl(f) = &mut self.decl_mut(d).kind {
            f.body = Some(body);
        }
    }
}
