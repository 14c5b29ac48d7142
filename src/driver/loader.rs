//! Finding and parsing packages: the files of the main package, the packages it imports from its own module, and
//! the library, which is embedded in the binary and read on demand.
//!
//! Files parse in parallel (rayon), wave by wave: the imports of one wave are the files of the next. Packages come out in
//! dependency order. Build constraints (`//go:build`, file name suffixes) are applied before parsing counts.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::driver::build_constraint;
use crate::syntax::ast::DeclId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::File;
use crate::syntax::ast::LitKind;
use crate::syntax::parse_file;
use crate::syntax::parse_library_file;
use hashbrown::HashMap;
use include_dir::Dir;
use include_dir::include_dir;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::base::Interner;
use crate::base::SourceMap;
use crate::base::Span;
use crate::base::parallel;

static STDLIB: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/stdlib");

/// A package, parsed.
pub struct ParsedPackage {
    /// Import path; `main` packages given on the command line have the path `main`.
    pub path: String,
    /// Its files in name order.
    pub files: Vec<File>,
    /// Import paths, each with the spec that first names it.
    pub imports: Vec<(String, Span)>,
    /// Part of the embedded library.
    pub library: bool,
}

/// Everything a program consists of.
#[derive(Default)]
pub struct Loaded {
    /// Packages, every one after those it imports; the main package is the last.
    pub packages: Vec<ParsedPackage>,
    /// Syntax errors, missing packages, import cycles.
    pub diagnostics: Vec<Diagnostic>,
}

/// A module on disk: the path in go.mod and its folder.
struct Module {
    path: String,
    dir: PathBuf,
}

/// Source text to parse.
struct Source {
    name: String,
    text: Vec<u8>,
}

/// Whether the library has a package of this path.
pub fn has_library_package(path: &str) -> bool {
    STDLIB.get_dir(path).is_some_and(|d| {
        d.files()
            .any(|f| f.path().extension().is_some_and(|e| e == "go"))
    })
}

/// Loads the program whose main package consists of the given files (or one directory), with everything it imports.
pub fn load(
    map: &SourceMap,
    names: &Arc<Interner>,
    paths: &[PathBuf],
    extra: &[&str],
) -> std::io::Result<Loaded> {
    let mut sources = Vec::new();
    let mut dir = PathBuf::from(".");
    for p in paths {
        if p.as_os_str() == "-" {
            let mut text = Vec::new();
            std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut text)?;
            sources.push(Source {
                name: "<standard input>".into(),
                text,
            });
        } else if p.is_dir() {
            dir = p.clone();
            sources.extend(read_dir(p)?);
        } else {
            dir = p.parent().map_or_else(|| ".".into(), Path::to_path_buf);
            sources.push(Source {
                name: p.display().to_string(),
                text: std::fs::read(p)?,
            });
        }
    }
    let module = find_module(&dir);
    let mut out = Loaded::default();
    let mut done: HashMap<String, ParsedPackage> = HashMap::new();
    let mut wave: Vec<(String, Vec<Source>, bool)> = vec![("main".into(), sources, false)];
    let library = |path: &str| (path.to_string(), read_library(path), true);
    wave.extend(
        extra
            .iter()
            .filter(|p| has_library_package(p))
            .map(|p| library(p)),
    );
    while !wave.is_empty() {
        let bytes = wave.iter().flat_map(|w| &w.1).map(|s| s.text.len()).sum();
        let parsed = parallel::map(wave, bytes, |(path, files, lib)| {
            parse_package(map, names, path, files, lib)
        });
        let mut wanted: Vec<(String, Span)> = Vec::new();
        for (pkg, diags) in parsed {
            out.diagnostics.extend(diags);
            for import in &pkg.imports {
                if !wanted.iter().any(|w| w.0 == import.0) {
                    wanted.push(import.clone());
                }
            }
            done.insert(pkg.path.clone(), pkg);
        }
        wave = Vec::new();
        for (path, span) in wanted {
            if done.contains_key(&path) || path == "unsafe" || path == "C" {
                continue;
            }
            if has_library_package(&path) {
                wave.push(library(&path));
            } else if let Some(dir) = module.as_ref().and_then(|m| module_dir(m, &path)) {
                wave.push((path, read_dir(&dir)?, false));
            } else {
                out.diagnostics.push(missing(&path, span, module.as_ref()));
                done.insert(
                    path.clone(),
                    ParsedPackage {
                        path,
                        files: vec![],
                        imports: vec![],
                        library: true,
                    },
                );
            }
        }
    }
    order(done, extra, &mut out);
    Ok(out)
}

/// Loads library packages with all they import, except those that are known. Paths that are none are left out.
pub fn load_library(
    map: &SourceMap,
    names: &Arc<Interner>,
    paths: &[&str],
    known: &dyn Fn(&str) -> bool,
) -> Loaded {
    let mut out = Loaded::default();
    let mut done: HashMap<String, ParsedPackage> = HashMap::new();
    let mut wave: Vec<String> = paths.iter().map(|p| p.to_string()).collect();
    while !wave.is_empty() {
        wave.retain(|p| !known(p) && !done.contains_key(p) && has_library_package(p));
        wave.sort();
        wave.dedup();
        let read = |path: String| (read_library(&path), path);
        let sources: Vec<_> = wave.drain(..).map(read).collect();
        let bytes = sources
            .iter()
            .flat_map(|s| &s.0)
            .map(|s| s.text.len())
            .sum();
        let parsed = parallel::map(sources, bytes, |(files, path)| {
            parse_package(map, names, path, files, true)
        });
        for (pkg, found) in parsed {
            out.diagnostics.extend(found);
            wave.extend(pkg.imports.iter().map(|i| i.0.clone()));
            done.insert(pkg.path.clone(), pkg);
        }
    }
    order(done, paths, &mut out);
    out
}

/// The paths of all library packages that programs may import.
pub fn library_paths() -> Vec<String> {
    fn visit(dir: &Dir<'_>, out: &mut Vec<String>) {
        for d in dir.dirs() {
            let path = d.path().to_string_lossy().replace('\\', "/");
            if path.split('/').any(|p| p == "internal" || p == "testdata") {
                continue;
            }
            if has_library_package(&path) {
                out.push(path);
            }
            visit(d, out);
        }
    }
    let mut out = Vec::new();
    visit(&STDLIB, &mut out);
    out.sort();
    out
}

fn missing(path: &str, span: Span, module: Option<&Module>) -> Diagnostic {
    let first = path.split('/').next().unwrap_or("");
    let text = if first.contains('.') {
        format!(
            "no required module provides package {path}; golite runs the standard library and packages of the program's own module"
        )
    } else if module.is_some_and(|m| path.starts_with(&m.path)) {
        format!("package {path} is not in the module")
    } else {
        format!("package {path} is not in std")
    };
    Diagnostic::error(Code::BrokenImport, span, text)
}

fn parse_package(
    map: &SourceMap,
    names: &Arc<Interner>,
    path: String,
    files: Vec<Source>,
    library: bool,
) -> (ParsedPackage, Vec<Diagnostic>) {
    let bytes = files.iter().map(|s| s.text.len()).sum();
    let parsed = parallel::map(files, bytes, |s| {
        let id = map.add_file(s.name, s.text);
        if library {
            parse_library_file(map, id, names)
        } else {
            parse_file(map, id, names)
        }
    });
    let mut pkg = ParsedPackage {
        path,
        files: Vec::new(),
        imports: Vec::new(),
        library,
    };
    let mut diags = Vec::new();
    for (file, d) in parsed {
        diags.extend(d);
        for (decl, _) in file.imports() {
            if let Some((path, span)) = import_path(&file, decl, names)
                && !pkg.imports.iter().any(|i| i.0 == path)
            {
                pkg.imports.push((path, span));
            }
        }
        pkg.files.push(file);
    }
    (pkg, diags)
}

fn import_path(file: &File, decl: DeclId, names: &Interner) -> Option<(String, Span)> {
    let (_, spec) = file.imports().find(|i| i.0 == decl)?;
    let e = file.expr(spec.path);
    let ExprKind::BasicLit {
        kind: LitKind::String,
        value,
    } = e.kind
    else {
        return None;
    };
    let text = names.resolve(value);
    let path = text.trim_matches(['"', '`']);
    (!path.is_empty()).then(|| (path.to_string(), e.span))
}

/// Depth-first order over imports; a cycle is reported once, at an import on it.
fn order(mut done: HashMap<String, ParsedPackage>, extra: &[&str], out: &mut Loaded) {
    #[derive(PartialEq)]
    enum Mark {
        Open,
        Closed,
    }
    fn visit(
        path: &str,
        done: &mut HashMap<String, ParsedPackage>,
        marks: &mut HashMap<String, Mark>,
        trail: &mut Vec<String>,
        out: &mut Loaded,
    ) {
        match marks.get(path) {
            Some(Mark::Closed) => return,
            Some(Mark::Open) => {
                let from = trail.iter().position(|p| p == path).unwrap_or(0);
                let span = done
                    .get(&trail[trail.len() - 1])
                    .and_then(|p| p.imports.iter().find(|i| i.0 == path))
                    .map_or(Span::NONE, |i| i.1);
                let mut text = String::from("import cycle not allowed");
                for p in trail[from..].iter().chain([&path.to_string()]) {
                    text.push_str(&format!("\n\timports {p}"));
                }
                out.diagnostics
                    .push(Diagnostic::error(Code::BrokenImport, span, text));
                return;
            }
            None => {}
        }
        let Some(pkg) = done.get(path) else { return };
        let imports: Vec<String> = pkg.imports.iter().map(|i| i.0.clone()).collect();
        marks.insert(path.to_string(), Mark::Open);
        trail.push(path.to_string());
        for i in &imports {
            visit(i, done, marks, trail, out);
        }
        trail.pop();
        marks.insert(path.to_string(), Mark::Closed);
        if let Some(pkg) = done.remove(path) {
            out.packages.push(pkg);
        }
    }
    let mut marks = HashMap::new();
    for p in extra {
        visit(p, &mut done, &mut marks, &mut Vec::new(), out);
    }
    visit("main", &mut done, &mut marks, &mut Vec::new(), out);
}

fn read_library(path: &str) -> Vec<Source> {
    let Some(dir) = STDLIB.get_dir(path) else {
        return Vec::new();
    };
    let files = dir
        .files()
        .filter(|f| f.path().extension().is_some_and(|e| e == "go"));
    let mut out: Vec<_> = files
        .map(|f| Source {
            name: format!("$GOROOT/src/{}", f.path().display()),
            text: f.contents().to_vec(),
        })
        .collect();
    out.retain(|s| !s.name.ends_with("_test.go"));
    out.sort_by(|a, b| a.name.cmp(&b.name));
    out
}

/// The buildable Go files of a folder, in name order; tests are left out.
fn read_dir(dir: &Path) -> std::io::Result<Vec<Source>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(dir)?
        .filter_map(|e| Some(e.ok()?.path()))
        .collect();
    files.sort();
    let mut out = Vec::new();
    for f in files {
        let name = f.file_name().and_then(|n| n.to_str()).unwrap_or("");
        let go = name.ends_with(".go") || name.ends_with(".go-lite");
        if !go
            || name.ends_with("_test.go")
            || name.starts_with(['_', '.'])
            || !build_constraint::file_name_matches(name)
        {
            continue;
        }
        let text = std::fs::read(&f)?;
        if build_constraint::source_matches(&text) {
            out.push(Source {
                name: f.display().to_string(),
                text,
            });
        }
    }
    Ok(out)
}

/// The module that `dir` lies in: the nearest go.mod upward.
fn find_module(dir: &Path) -> Option<Module> {
    let mut at = std::fs::canonicalize(dir).ok()?;
    loop {
        if let Ok(text) = std::fs::read_to_string(at.join("go.mod")) {
            let path = text
                .lines()
                .find_map(|l| l.trim().strip_prefix("module "))?;
            return Some(Module {
                path: path.trim().trim_matches('"').to_string(),
                dir: at,
            });
        }
        if !at.pop() {
            return None;
        }
    }
}

fn module_dir(m: &Module, path: &str) -> Option<PathBuf> {
    let rest = path.strip_prefix(&m.path)?;
    let dir = match rest.strip_prefix('/') {
        Some(rest) => m.dir.join(rest),
        None if rest.is_empty() => m.dir.clone(),
        None => return None,
    };
    dir.is_dir().then_some(dir)
}
