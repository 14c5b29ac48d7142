//! Finding and parsing packages: those asked for, the packages they import from their modules, and the library, which is embedded in
//! the binary and read on demand.
//!
//! Files parse in parallel, wave by wave: the imports of one wave are the files of the next. Packages come out in
//! dependency order. An import path means one package in a whole program; a package given as a [`Root`] hides the one on disk,
//! which is how a package under test takes the place of the package itself.
//!
//! What can not be loaded is reported as the go command does, before anything is type-checked.

pub mod embed;
pub mod folder;
mod importing;
mod library;
pub mod modfile;
mod order;
pub mod pattern;
pub mod workspace;

pub use folder::Source;
pub use library::has_library_package;
pub use library::library;
pub use library::library_files;
pub use library::library_paths;
pub use workspace::Workspace;

use crate::base::Interner;
use crate::base::SourceMap;
use crate::base::Span;
use crate::base::parallel;
use crate::check::GoVersion;
use crate::constant::unquote;
use crate::diag::Diagnostic;
use crate::driver::build_constraint;
use crate::syntax::ast::DeclId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::File;
use crate::syntax::ast::ImportSpec;
use crate::syntax::ast::LitKind;
use crate::syntax::parse_file;
use hashbrown::HashMap;
use importing::Importing;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

/// The path of the package that is run.
pub const MAIN: &str = "main";

/// What the go command calls a package made of files on its command line.
pub const COMMAND_LINE: &str = "command-line-arguments";

/// An import.
#[derive(Clone, Debug)]
pub struct Import {
    /// The path.
    pub path: String,
    /// The spec's string.
    pub span: Span,
    /// The file that has it, without its folders.
    pub file: String,
}

/// A package, parsed.
#[derive(Default)]
pub struct ParsedPackage {
    /// Import path; the package that is run has the path `main`.
    pub path: String,
    /// What messages call it.
    pub shown: String,
    /// Its folder; empty for the library.
    pub dir: PathBuf,
    /// Its files in name order.
    pub files: Vec<File>,
    /// Its imports, each path once, with the spec that first names it.
    pub imports: Vec<Import>,
    /// Its variables that hold files.
    pub embeds: Vec<embed::Embed>,
    /// Part of the embedded library.
    pub library: bool,
    /// Written by golite.
    pub generated: bool,
    /// The language version of its module.
    pub lang: Option<GoVersion>,
}

/// Everything a program consists of.
#[derive(Default)]
pub struct Loaded {
    /// Packages, every one after those it imports; roots keep their order otherwise.
    pub packages: Vec<ParsedPackage>,
    /// Syntax errors, missing packages, import cycles.
    pub diagnostics: Vec<Diagnostic>,
}

/// A package to start from.
#[derive(Clone, Debug)]
pub struct Root {
    /// What imports call it.
    pub path: String,
    /// What messages call it.
    pub shown: String,
    /// Its folder.
    pub dir: PathBuf,
    /// Its files.
    pub files: Vec<Source>,
    /// The language version of its module.
    pub lang: GoVersion,
    /// Whether golite wrote it, so that it may import what it likes.
    pub generated: bool,
}

/// A package whose files are to be parsed.
struct Unparsed {
    root: Root,
    library: bool,
}

/// The package that files, a folder (or `-`, standard input) make.
pub fn root_of(paths: &[PathBuf], workspace: &Workspace) -> std::io::Result<Root> {
    let mut files = Vec::new();
    let mut dir = PathBuf::from(".");
    let mut shown = COMMAND_LINE.to_string();
    for p in paths {
        if p.as_os_str() == "-" {
            let mut text = Vec::new();
            std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut text)?;
            files.push(Source::new("<standard input>".into(), text));
        } else if p.is_dir() {
            dir = p.clone();
            files.extend(folder::Folder::read(p, false)?.files);
            if let Some(path) = workspace.import_path(p) {
                shown = path;
            }
        } else {
            dir = match p.parent() {
                Some(d) if !d.as_os_str().is_empty() => d.to_path_buf(),
                _ => ".".into(),
            };
            files.push(Source::read(p)?);
        }
    }
    Ok(Root {
        path: MAIN.into(),
        shown,
        lang: workspace.lang_of(&dir),
        dir,
        files,
        generated: false,
    })
}

/// Loads the packages asked for, with everything they import. `extra` are library packages that come first.
pub fn load(
    map: &SourceMap,
    names: &Arc<Interner>,
    roots: Vec<Root>,
    workspace: &Workspace,
    extra: &[&str],
) -> std::io::Result<Loaded> {
    let mut done: HashMap<String, ParsedPackage> = HashMap::new();
    let paths: Vec<String> = roots.iter().map(|r| r.path.clone()).collect();
    let mut wave: Vec<Unparsed> = extra
        .iter()
        .filter(|p| has_library_package(p))
        .map(|p| library_package(p))
        .collect();
    wave.extend(roots.into_iter().map(|root| Unparsed {
        root,
        library: false,
    }));
    let diagnostics = grow(map, names, &mut done, wave, Vec::new(), workspace, &|_| {
        false
    })?;
    let mut out = Loaded {
        diagnostics,
        ..Loaded::default()
    };
    order::order(done, extra, &paths, &mut out);
    Ok(out)
}

/// Loads what a session at the prompt in folder `dir` imports, with everything that needs, except packages that are known.
pub fn load_imports(
    map: &SourceMap,
    names: &Arc<Interner>,
    imports: Vec<Import>,
    dir: &Path,
    workspace: &Workspace,
    known: &dyn Fn(&str) -> bool,
) -> std::io::Result<Loaded> {
    let wanted = imports
        .iter()
        .map(|i| (i.clone(), MAIN.to_string()))
        .collect();
    let session = ParsedPackage {
        path: MAIN.into(),
        shown: COMMAND_LINE.into(),
        dir: dir.to_path_buf(),
        imports,
        ..ParsedPackage::default()
    };
    let mut done = HashMap::from([(MAIN.to_string(), session)]);
    let diagnostics = grow(map, names, &mut done, Vec::new(), wanted, workspace, known)?;
    let mut out = Loaded {
        diagnostics,
        ..Loaded::default()
    };
    order::order(done, &[], &[MAIN.to_string()], &mut out);
    out.packages.retain(|p| p.path != MAIN);
    Ok(out)
}

/// Parses a wave of packages, then what they import, and so on, and what is wanted already.
fn grow(
    map: &SourceMap,
    names: &Arc<Interner>,
    done: &mut HashMap<String, ParsedPackage>,
    mut wave: Vec<Unparsed>,
    mut wanted: Vec<(Import, String)>,
    workspace: &Workspace,
    known: &dyn Fn(&str) -> bool,
) -> std::io::Result<Vec<Diagnostic>> {
    let mut found = Vec::new();
    loop {
        for (import, from) in wanted.drain(..) {
            let importing = Importing {
                workspace,
                importer: &done[&from],
                import: &import,
            };
            if let Err(d) = importing.check() {
                found.push(*d);
                continue;
            }
            let path = &import.path;
            let loaded = done.contains_key(path) || wave.iter().any(|w| w.root.path == *path);
            if loaded || known(path) || path == "unsafe" || path == "C" {
                continue;
            }
            if has_library_package(path) {
                wave.push(library_package(path));
                continue;
            }
            match importing.find()? {
                Ok(root) => wave.push(Unparsed {
                    root,
                    library: false,
                }),
                Err(d) => {
                    found.push(d);
                    let nothing = ParsedPackage {
                        path: path.clone(),
                        library: true,
                        ..ParsedPackage::default()
                    };
                    done.insert(path.clone(), nothing);
                }
            }
        }
        if wave.is_empty() {
            return Ok(found);
        }
        for (pkg, diagnostics) in parse_all(map, names, std::mem::take(&mut wave)) {
            found.extend(diagnostics);
            for import in &pkg.imports {
                wanted.push((import.clone(), pkg.path.clone()));
            }
            done.insert(pkg.path.clone(), pkg);
        }
    }
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
        let unparsed = wave.drain(..).map(|path| library_package(&path)).collect();
        let parsed = parse_all(map, names, unparsed);
        for (pkg, found) in parsed {
            out.diagnostics.extend(found);
            wave.extend(pkg.imports.iter().map(|i| i.path.clone()));
            done.insert(pkg.path.clone(), pkg);
        }
    }
    order::order(done, paths, &[], &mut out);
    out
}

fn parse_all(
    map: &SourceMap,
    names: &Arc<Interner>,
    wave: Vec<Unparsed>,
) -> Vec<(ParsedPackage, Vec<Diagnostic>)> {
    let sources = wave.iter().flat_map(|u| &u.root.files);
    let bytes = sources.map(|s| s.text.len()).sum();
    parallel::map(wave, bytes, |unparsed| parse_package(map, names, unparsed))
}

fn library_package(path: &str) -> Unparsed {
    Unparsed {
        root: Root {
            path: path.to_string(),
            shown: path.to_string(),
            dir: PathBuf::new(),
            files: Vec::new(),
            lang: GoVersion::CURRENT,
            generated: false,
        },
        library: true,
    }
}

fn parse_package(
    map: &SourceMap,
    names: &Arc<Interner>,
    unparsed: Unparsed,
) -> (ParsedPackage, Vec<Diagnostic>) {
    let Unparsed { root, library } = unparsed;
    if library {
        let import = |path| Import {
            path,
            span: Span::NONE,
            file: String::new(),
        };
        let pkg = ParsedPackage {
            imports: library::imports(&root.path)
                .into_iter()
                .map(import)
                .collect(),
            path: root.path,
            shown: root.shown,
            library,
            lang: Some(root.lang),
            ..ParsedPackage::default()
        };
        return (pkg, Vec::new());
    }
    let bytes = root.files.iter().map(|s| s.text.len()).sum();
    let parsed = parallel::map(root.files, bytes, |s| {
        let base = s.base().to_string();
        let version = build_constraint::go_version(&s.text);
        let id = map.add_file(s.name, s.text);
        let (mut file, diagnostics) = parse_file(map, id, names);
        file.go_version = version;
        (file, diagnostics, base)
    });
    let mut pkg = ParsedPackage {
        path: root.path,
        shown: root.shown,
        dir: root.dir,
        generated: root.generated,
        lang: Some(root.lang),
        ..ParsedPackage::default()
    };
    let mut diagnostics = Vec::new();
    for (file, found, base) in parsed {
        diagnostics.extend(found);
        for (path, span) in imports(&file, names) {
            if !pkg.imports.iter().any(|i| i.path == path) {
                pkg.imports.push(Import {
                    path,
                    span,
                    file: base.clone(),
                });
            }
        }
        pkg.files.push(file);
    }
    diagnostics.extend(embed::resolve(&mut pkg, names));
    (pkg, diagnostics)
}

/// The paths that a file imports, with the places of their strings.
pub fn imports(file: &File, names: &Interner) -> Vec<(String, Span)> {
    let path = |(decl, spec): (DeclId, &ImportSpec)| {
        let e = file.expr(spec.path);
        let ExprKind::BasicLit {
            kind: LitKind::String,
            value,
        } = e.kind
        else {
            return None;
        };
        let path = String::from_utf8(unquote(names.resolve(value))?.to_vec()).ok()?;
        // The go command points at the name that the package is given, if there is one.
        let from = file.decl(decl).span.start();
        let from = if from.is_known() {
            from
        } else {
            e.span.start()
        };
        (!path.is_empty()).then_some((path, Span::new(from, e.span.end())))
    };
    file.imports().filter_map(path).collect()
}

/// How a folder is shown: relative to the current one when it lies in it.
pub fn shown_dir(dir: &Path) -> PathBuf {
    let here = workspace::absolute(Path::new("."));
    let full = workspace::absolute(dir);
    match full.strip_prefix(&here) {
        Ok(rest) if rest.as_os_str().is_empty() => PathBuf::from("."),
        Ok(rest) => rest.to_path_buf(),
        Err(_) => full,
    }
}
