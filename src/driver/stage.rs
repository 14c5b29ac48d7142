//! What each command does: the stages one after another, and their dumps. Answers are exit statuses.

use crate::base::SourceMap;
use crate::bytecode::disasm;
use crate::check::Info;
use crate::diag;
use crate::diag::Diagnostic;
use crate::diag::Format;
use crate::diag::Renderer;
use crate::driver::config::Config;
use crate::driver::doc;
use crate::driver::front::Front;
use crate::driver::front::Purpose;
use crate::driver::front::Session;
use crate::driver::front::with_deep_stack;
use crate::driver::loader;
use crate::driver::loader::Root;
use crate::driver::loader::Workspace;
use crate::driver::loader::folder::Folder;
use crate::driver::loader::pattern;
use crate::driver::machine;
use crate::syntax;
use crate::syntax::ast::File;
use crate::types::PlainQualifier;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::path::PathBuf;

/// Exit status for programs that are refused.
const REFUSED: i32 = 1;

fn render(sources: &SourceMap, diagnostics: &[Diagnostic], config: &Config) -> String {
    let renderer = Renderer {
        color: config.style.color,
        format: config.style.format,
        limit: if config.all_errors { None } else { Some(10) },
        ..Renderer::default()
    };
    renderer.render_all(sources, diagnostics)
}

fn report(sources: &SourceMap, diagnostics: &[Diagnostic], config: &Config) {
    let text = render(sources, diagnostics, config);
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

/// The packages that the arguments of a command name: files are one package, anything else is looked for.
fn roots(args: &[String], workspace: &Workspace) -> Result<Vec<Root>, i32> {
    let refuse = |text: &str| {
        eprintln!("{text}");
        Err(REFUSED)
    };
    if args.first().is_some_and(|a| pattern::is_file(a)) {
        let files: Vec<PathBuf> = args.iter().map(PathBuf::from).collect();
        let folder = |f: &PathBuf| match f.parent() {
            Some(d) if !d.as_os_str().is_empty() => d.to_path_buf(),
            _ => PathBuf::from("."),
        };
        let one = folder(&files[0]);
        if let Some(other) = files.iter().map(folder).find(|d| *d != one) {
            let (one, other) = (one.display(), other.display());
            return refuse(&format!(
                "named files must all be in one directory; have {one} and {other}"
            ));
        }
        return match loader::root_of(&files, workspace) {
            Ok(root) => Ok(vec![root]),
            Err(e) => {
                let missing = files.iter().find(|f| std::fs::metadata(f).is_err());
                Err(unreadable(missing.unwrap_or(&files[0]), &e))
            }
        };
    }
    let found = pattern::expand(args, workspace);
    for w in &found.warnings {
        eprintln!("{w}");
    }
    if let Some((name, why)) = found.errors.first() {
        let local = !Path::new(name).exists() && !name.contains('/');
        return match local {
            // Most likely the name of a script.
            true => refuse(&format!("golite: {name}: no such file or directory\n{why}")),
            false => refuse(why),
        };
    }
    let mut roots = Vec::new();
    for p in &found.packages {
        let folder = match Folder::read(&p.dir, false) {
            Ok(f) => f,
            Err(e) => return Err(unreadable(&p.dir, &e)),
        };
        match folder.why_empty() {
            Some(_) if p.matched => continue,
            Some(why) => return refuse(&why),
            None => {}
        }
        let name = match folder.package_name() {
            Ok(name) => name,
            Err(why) => return refuse(&why),
        };
        let single = found.packages.len() == 1;
        roots.push(Root {
            path: match single && name == loader::MAIN {
                true => name,
                false => p.path.clone(),
            },
            shown: p.path.clone(),
            lang: workspace.lang_of(&p.dir),
            dir: folder.dir,
            files: folder.files,
            generated: false,
        });
    }
    Ok(roots)
}

/// The modules that count for the arguments: those of the first file's or folder's place, else of the current one.
fn workspace(args: &[String]) -> Result<Workspace, i32> {
    let first = Path::new(args.first().map_or(".", |a| a.as_str()));
    let dir = match first.is_dir() {
        true => first,
        false if first.is_file() => first.parent().unwrap_or(Path::new(".")),
        false => Path::new("."),
    };
    Workspace::of(dir).map_err(|e| {
        eprintln!("{e}");
        REFUSED
    })
}

/// Splits what follows `golite run` into what is run and the program's arguments: as for `go run`, several files
/// that end in `.go` make one program.
pub fn split_program(words: &[String]) -> (&[String], &[String]) {
    let is_go = |w: &&String| w.ends_with(".go") || w.ends_with(".go-lite");
    let files = words.iter().take_while(is_go).count();
    words.split_at(files.max(1).min(words.len()))
}

/// `golite run`
pub fn run(program: &[String], config: &Config) -> i32 {
    let program = with_deep_stack(|| {
        if let Some(test) = program.iter().find(|p| p.ends_with("_test.go")) {
            eprintln!("go: cannot run *_test.go files ({test})");
            return Err(REFUSED);
        }
        let workspace = workspace(program)?;
        let roots = roots(program, &workspace)?;
        if roots.len() != 1 {
            eprintln!(
                "go: {} {}",
                if roots.is_empty() {
                    "no packages loaded from"
                } else {
                    "pattern matches multiple packages:"
                },
                program.join(" ")
            );
            return Err(REFUSED);
        }
        let shown = roots[0].shown.clone();
        // Not taken apart at the end: the program is about to run, and the process ends with it.
        let session = ManuallyDrop::new(Session::default());
        let mut front = ManuallyDrop::new(Front::new(&session, config, Purpose::Run));
        if let Err(e) = front.check_roots(roots, &workspace) {
            return Err(unreadable(Path::new(&program[0]), &e));
        }
        if !front.diagnostics.is_empty() {
            report(&session.sources, &front.diagnostics, config);
            return Err(REFUSED);
        }
        if let Some(main) = front.packages().last()
            && session.names.resolve(main.name) != "main"
        {
            eprintln!("package {shown} is not a main package");
            return Err(REFUSED);
        }
        front.lower().map_err(|errors| {
            report(&session.sources, &errors, config);
            REFUSED
        })
    });
    match program {
        Ok(p) => machine::run(p, config),
        Err(code) => code,
    }
}

/// Loads and checks the packages that the arguments name; findings are the front end's.
fn check_named(front: &mut Front<'_>, args: &[String]) -> Result<(), i32> {
    let workspace = workspace(args)?;
    let roots = roots(args, &workspace)?;
    front
        .check_roots(roots, &workspace)
        .map_err(|e| unreadable(Path::new(&args[0]), &e))
}

/// `golite doc`
pub fn doc(name: &str) -> i32 {
    match doc::library(name) {
        Ok(text) => {
            let _ = std::io::stdout().write_all(text.as_bytes());
            0
        }
        Err(e) => {
            eprintln!("golite: {e}");
            REFUSED
        }
    }
}

/// `golite check`
pub fn check(args: &[String], config: &Config) -> i32 {
    with_deep_stack(|| {
        let session = Session::default();
        let mut front = Front::new(&session, config, Purpose::Check);
        if let Err(code) = check_named(&mut front, args) {
            return code;
        }
        match config.style.format {
            // What was asked for is the program's output, not its complaint.
            Format::Json => {
                let text = render(&session.sources, &front.diagnostics, config);
                let _ = std::io::stdout().write_all(text.as_bytes());
            }
            _ => report(&session.sources, &front.diagnostics, config),
        }
        if front.diagnostics.is_empty() {
            0
        } else {
            REFUSED
        }
    })
}

/// Rounds of repairing and checking again: a repair can bring to light what a mistake hid.
const ROUNDS: usize = 8;

/// `golite check --fix`: makes the plain repairs in the files, then reports what is left.
pub fn fix(args: &[String], config: &Config) -> i32 {
    let mut repaired = 0;
    for _ in 0..ROUNDS {
        let made = with_deep_stack(|| {
            let session = Session::default();
            let mut front = Front::new(&session, config, Purpose::Check);
            check_named(&mut front, args)?;
            write_repairs(&session.sources, &front.diagnostics)
                .map_err(|e| unreadable(Path::new(&args[0]), &e))
        });
        match made {
            Ok(0) => break,
            Ok(n) => repaired += n,
            Err(code) => return code,
        }
    }
    if repaired > 0 {
        eprintln!("golite: {repaired} repaired");
    }
    check(args, config)
}

/// Rewrites the files that have repairs; answers how many were made.
fn write_repairs(sources: &SourceMap, diagnostics: &[Diagnostic]) -> std::io::Result<usize> {
    let (shown, _) = diag::select(sources, diagnostics, None);
    let mut files: Vec<_> = shown
        .iter()
        .filter_map(|d| sources.file_of(d.span.start()))
        .collect();
    files.sort_unstable();
    files.dedup();
    let mut made = 0;
    for file in files {
        let (text, n) = diag::repair(sources, file, &shown);
        let path = Path::new(sources.file(file).name());
        if n > 0 && path.is_file() {
            std::fs::write(path, text)?;
            made += n;
        }
    }
    Ok(made)
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
        report(&session.sources, &diagnostics, &Config::default());
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
            for (i, file) in main.files.iter().enumerate() {
                describe(&session, file, main.info(i), &mut lines);
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
        report(&session.sources, &front.diagnostics, &config);
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
            report(&session.sources, &front.diagnostics, &config);
            return REFUSED;
        }
        let program = match front.lower() {
            Ok(p) => p,
            Err(errors) => {
                report(&session.sources, &errors, &config);
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
