//! What each command does: the stages one after another, and their dumps. Answers are exit statuses.

use crate::base::SourceMap;
use crate::bytecode::disasm;
use crate::check::Info;
use crate::diag::Diagnostic;
use crate::diag::Renderer;
use crate::driver::config::Config;
use crate::driver::front::Front;
use crate::driver::front::Purpose;
use crate::driver::front::Session;
use crate::driver::front::with_deep_stack;
use crate::driver::machine;
use crate::syntax;
use crate::syntax::ast::File;
use crate::types::PlainQualifier;
use std::io::IsTerminal;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::path::PathBuf;

/// Exit status for programs that are refused.
const REFUSED: i32 = 1;

fn renderer(all: bool) -> Renderer {
    let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    Renderer {
        color,
        limit: if all { None } else { Some(10) },
        ..Renderer::default()
    }
}

fn report(sources: &SourceMap, diagnostics: &[Diagnostic], all: bool) {
    let text = renderer(all).render_all(sources, diagnostics);
    let _ = std::io::stderr().write_all(text.as_bytes());
}

fn unreadable(path: &Path, e: &std::io::Error) -> i32 {
    let what = match e.kind() {
        std::io::ErrorKind::NotFound => "no such file or directory".to_string(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_string(),
        _ => e.to_string(),
    };
    eprintln!("golite: {}: {what}", path.display());
    REFUSED
}

fn first(paths: &[PathBuf]) -> &Path {
    paths.first().map_or(Path::new("."), |p| p)
}

/// `golite run`
pub fn run(path: &Path, config: &Config) -> i32 {
    let program = with_deep_stack(|| {
        // Not taken apart at the end: the program is about to run, and the process ends with it.
        let session = ManuallyDrop::new(Session::default());
        let mut front = ManuallyDrop::new(Front::new(&session, config, Purpose::Run));
        if let Err(e) = front.check(&[path.to_path_buf()]) {
            return Err(unreadable(path, &e));
        }
        if !front.diagnostics.is_empty() {
            report(&session.sources, &front.diagnostics, config.all_errors);
            return Err(REFUSED);
        }
        if let Some(main) = front.packages().last()
            && session.names.resolve(main.name) != "main"
        {
            eprintln!("package command-line-arguments is not a main package");
            return Err(REFUSED);
        }
        front.lower().map_err(|errors| {
            report(&session.sources, &errors, config.all_errors);
            REFUSED
        })
    });
    match program {
        Ok(p) => machine::run(p, config),
        Err(code) => code,
    }
}

/// `golite check`
pub fn check(paths: &[PathBuf], config: &Config) -> i32 {
    with_deep_stack(|| {
        let session = Session::default();
        let mut front = Front::new(&session, config, Purpose::Check);
        if let Err(e) = front.check(paths) {
            return unreadable(first(paths), &e);
        }
        report(&session.sources, &front.diagnostics, config.all_errors);
        if front.diagnostics.is_empty() {
            0
        } else {
            REFUSED
        }
    })
}

/// Parses one file and prints what `dump` makes of it; syntax errors follow.
fn dump_file(
    path: &Path,
    dump: impl FnOnce(&Session, crate::base::FileId, &File) -> String + Send,
) -> i32 {
    with_deep_stack(|| {
        let session = Session::default();
        let text = match std::fs::read(path) {
            Ok(t) => t,
            Err(e) => return unreadable(path, &e),
        };
        let id = session.sources.add_file(path.display().to_string(), text);
        let (file, diagnostics) = syntax::parse_file(&session.sources, id, &session.names);
        let out = dump(&session, id, &file);
        let _ = std::io::stdout().write_all(out.as_bytes());
        report(&session.sources, &diagnostics, false);
        if diagnostics.is_empty() { 0 } else { REFUSED }
    })
}

/// `golite tokens`
pub fn tokens(path: &Path) -> i32 {
    dump_file(path, |s, id, _| {
        syntax::dump_tokens(&s.sources, id, &s.names)
    })
}

/// `golite ast`
pub fn ast(path: &Path) -> i32 {
    dump_file(path, |s, _, file| {
        syntax::dump_ast(&s.sources, file, &s.names)
    })
}

/// `golite types`
pub fn types(path: &Path) -> i32 {
    let config = Config::default();
    with_deep_stack(|| {
        let session = Session::default();
        let mut front = Front::new(&session, &config, Purpose::Check);
        if let Err(e) = front.check(&[path.to_path_buf()]) {
            return unreadable(path, &e);
        }
        let mut lines = Vec::new();
        if let Some(main) = front.packages().last() {
            for (file, info) in main.files.iter().zip(&main.infos) {
                describe(&session, file, info, &mut lines);
            }
            for &f in &main.funcs {
                if let Some(b) = main.body(f) {
                    describe(&session, &main.files[b.file], &b.info, &mut lines);
                }
            }
        }
        lines.sort();
        let mut out = String::new();
        for ((_, line, col), text) in lines {
            out.push_str(&format!("{line}:{col}: {text}\n"));
        }
        let _ = std::io::stdout().write_all(out.as_bytes());
        report(&session.sources, &front.diagnostics, false);
        if front.diagnostics.is_empty() {
            0
        } else {
            REFUSED
        }
    })
}

type Line = ((u32, u32, u32), String);

/// What the checker found out about the expressions and declared names of a file.
fn describe(session: &Session, file: &File, info: &Info, out: &mut Vec<Line>) {
    let at = |pos| {
        session
            .sources
            .location(pos)
            .map(|l| (l.file.0, l.line, l.col))
    };
    let show = |t| {
        session.types.type_string(
            t,
            &PlainQualifier {
                relative_to: None,
                paths: false,
            },
        )
    };
    for (e, tv) in info.types.iter() {
        let Some(place) = at(file.start_pos(e)) else {
            continue;
        };
        let value = tv
            .value
            .as_ref()
            .map_or(String::new(), |v| format!(" = {v}"));
        out.push((
            place,
            format!(
                "{}: {} {}{value}",
                file.expr_string(e, &session.names),
                tv.mode.describe(),
                show(tv.ty)
            ),
        ));
    }
    for (id, &o) in info.defs.iter() {
        let obj = session.types.object(o);
        let Some(place) = at(file.ident(id).span.start()) else {
            continue;
        };
        let name = session.names.resolve(obj.name);
        out.push((
            place,
            format!(
                "declares {} {name} {}",
                session.types.object_kind(o),
                show(obj.ty_or_invalid())
            ),
        ));
    }
}

/// `golite dis`
pub fn dis(path: &Path, filter: Option<&str>, all: bool) -> i32 {
    let config = Config::default();
    with_deep_stack(|| {
        let session = Session::default();
        let mut front = Front::new(&session, &config, Purpose::Run);
        if let Err(e) = front.check(&[path.to_path_buf()]) {
            return unreadable(path, &e);
        }
        if !front.diagnostics.is_empty() {
            report(&session.sources, &front.diagnostics, false);
            return REFUSED;
        }
        let program = match front.lower() {
            Ok(p) => p,
            Err(errors) => {
                report(&session.sources, &errors, false);
                return REFUSED;
            }
        };
        let mut funcs: Vec<_> = program
            .funcs
            .iter()
            .filter(|f| all || filter.is_some() || !f.library)
            .collect();
        funcs.retain(|f| filter.is_none_or(|p| f.name.contains(p)));
        funcs.sort_by(|a, b| a.name.cmp(&b.name));
        let text: String = funcs.iter().map(|f| disasm::func(&program, f)).collect();
        let _ = std::io::stdout().write_all(text.as_bytes());
        0
    })
}
