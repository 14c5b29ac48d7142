//! Where packages come from: the main module, the modules of a `go.work`, modules replaced by local folders, the vendor folder, and
//! modules that the go command has downloaded before. The library comes first and is not looked for here.

use super::folder;
use super::modfile;
use super::modfile::ModFile;
use crate::check::GoVersion;
use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

/// A module on disk.
#[derive(Clone, Debug)]
pub struct Module {
    /// The path that its packages' import paths begin with.
    pub path: String,
    /// Its folder, absolute.
    pub dir: PathBuf,
    /// The language version of its `go` line.
    pub lang: GoVersion,
}

/// The modules that packages of a program can come from.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    /// The module of the program, or the modules of `go.work`.
    pub main: Vec<Module>,
    /// Modules that are required and are on disk.
    others: Vec<Module>,
    /// The main module's folder of copies.
    vendor: Option<PathBuf>,
}

/// A package's folder.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it is.
    pub dir: PathBuf,
    /// The language version of its module.
    pub lang: GoVersion,
}

/// `a/./b/../c` as `a/c`, without looking at the disk.
pub fn clean(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for c in path.components() {
        match c {
            Component::CurDir => {}
            Component::ParentDir => {
                if !out.pop() {
                    out.push("..");
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// An absolute path with the same meaning.
pub fn absolute(path: &Path) -> PathBuf {
    // The parent of a bare file name is the empty path.
    let path = match path.as_os_str().is_empty() {
        true => Path::new("."),
        false => path,
    };
    clean(&std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf()))
}

fn lang(file: &ModFile, at: &Path) -> Result<GoVersion, String> {
    let Some(text) = &file.go else {
        return Ok(GoVersion(16));
    };
    let v = GoVersion::parse(text).unwrap_or(GoVersion::CURRENT);
    if v > GoVersion::CURRENT {
        let name = at.file_name().unwrap_or_default().to_string_lossy();
        return Err(format!(
            "go: {name} requires go >= {text} (running {}; golite knows no newer language)",
            GoVersion::CURRENT
        ));
    }
    Ok(v)
}

fn module_in(dir: &Path) -> Result<(Module, ModFile), String> {
    let at = dir.join("go.mod");
    let file = modfile::read(&at).unwrap_or_else(|| {
        Err(format!(
            "go: open {}: no such file or directory",
            at.display()
        ))
    })?;
    let Some(path) = file.module.clone() else {
        return Err(
            "go: error reading go.mod: missing module declaration. To specify the module path:\n\tgo mod edit -module=example.com/mod".into(),
        );
    };
    let module = Module {
        path,
        dir: dir.to_path_buf(),
        lang: lang(&file, &at)?,
    };
    Ok((module, file))
}

impl Workspace {
    /// The modules that count in a folder.
    pub fn of(dir: &Path) -> Result<Workspace, String> {
        let dir = absolute(dir);
        let mut out = Workspace::default();
        let off = std::env::var_os("GOWORK").is_some_and(|w| w == "off");
        let work = (!off).then(|| modfile::nearest(&dir, "go.work")).flatten();
        let mut files: Vec<(PathBuf, ModFile)> = Vec::new();
        if let Some(at) = work {
            let file = modfile::read(&at).unwrap_or_else(|| Ok(ModFile::default()))?;
            let root = at.parent().unwrap_or(&dir).to_path_buf();
            for used in &file.use_ {
                let (module, mod_file) = module_in(&absolute(&root.join(used)))?;
                files.push((module.dir.clone(), mod_file));
                out.main.push(module);
            }
            files.insert(0, (root, file));
        } else if let Some(at) = modfile::nearest(&dir, "go.mod") {
            let root = at.parent().unwrap_or(&dir).to_path_buf();
            let (module, file) = module_in(&root)?;
            out.vendor = Some(root.join("vendor")).filter(|v| v.is_dir() && module.lang.0 >= 14);
            files.push((root, file));
            out.main.push(module);
        }
        for (root, file) in &files {
            out.add_replaced(root, file);
        }
        for (_, file) in &files {
            out.add_required(file);
        }
        Ok(out)
    }

    /// Replacements by folders, and by modules that have been downloaded.
    fn add_replaced(&mut self, root: &Path, file: &ModFile) {
        for r in &file.replace {
            let dir = match &r.new_version {
                Some(v) => downloaded(&r.new, v),
                None => Some(absolute(&root.join(&r.new))),
            };
            if let Some(dir) = dir {
                self.add_other(&r.old, dir);
            }
        }
    }

    fn add_required(&mut self, file: &ModFile) {
        for (path, version) in &file.require {
            if let Some(dir) = downloaded(path, version) {
                self.add_other(path, dir);
            }
        }
    }

    fn add_other(&mut self, path: &str, dir: PathBuf) {
        let known = |m: &Module| m.path == path;
        if self.main.iter().any(known) || self.others.iter().any(known) {
            return;
        }
        // The folder's own go.mod may name another path: that of the replaced module counts.
        let lang = match modfile::read(&dir.join("go.mod")) {
            Some(Ok(file)) => lang(&file, &dir).unwrap_or(GoVersion::CURRENT),
            _ => GoVersion(16),
        };
        self.others.push(Module {
            path: path.to_string(),
            dir,
            lang,
        });
    }

    /// The folder of a package, if a module has one with Go files in it. Modules with longer paths come first.
    pub fn find(&self, path: &str) -> Option<Found> {
        let mut modules: Vec<(bool, &Module)> = self
            .main
            .iter()
            .map(|m| (true, m))
            .chain(self.others.iter().map(|m| (false, m)))
            .collect();
        modules.sort_by_key(|(_, m)| std::cmp::Reverse(m.path.len()));
        for (main, m) in modules {
            if self.vendor.is_some() && !main {
                continue;
            }
            let Some(dir) = dir_in(m, path) else { continue };
            if folder::has_go_files(&dir) {
                return Some(Found { dir, lang: m.lang });
            }
        }
        let dir = self.vendor.as_ref()?.join(path);
        folder::has_go_files(&dir).then(|| Found {
            dir,
            lang: self.main.first().map_or(GoVersion::CURRENT, |m| m.lang),
        })
    }

    /// Where a package of this path would be in the modules that its path begins with.
    pub fn places(&self, path: &str) -> Vec<PathBuf> {
        let all = self.main.iter().chain(&self.others);
        all.filter_map(|m| dir_in(m, path)).collect()
    }

    /// Whether packages that are not in the main module come from its vendor folder only.
    pub fn is_vendored(&self) -> bool {
        self.vendor.is_some()
    }

    /// The main module that a folder belongs to.
    pub fn module_of(&self, dir: &Path) -> Option<&Module> {
        let dir = absolute(dir);
        self.main
            .iter()
            .chain(&self.others)
            .filter(|m| dir.starts_with(&m.dir))
            .max_by_key(|m| m.dir.components().count())
    }

    /// The import path of the package in a folder, if the folder belongs to a module.
    pub fn import_path(&self, dir: &Path) -> Option<String> {
        let dir = absolute(dir);
        let m = self.module_of(&dir)?;
        let rest = dir.strip_prefix(&m.dir).ok()?;
        let mut path = m.path.clone();
        for part in rest.components() {
            path.push('/');
            path.push_str(&part.as_os_str().to_string_lossy());
        }
        Some(path)
    }

    /// The language version of the package in a folder.
    pub fn lang_of(&self, dir: &Path) -> GoVersion {
        self.module_of(dir).map_or(GoVersion::CURRENT, |m| m.lang)
    }
}

/// The folder that a package of the module would have, unless it belongs to a module of its own.
fn dir_in(m: &Module, path: &str) -> Option<PathBuf> {
    let rest = path.strip_prefix(&m.path)?;
    let dir = match rest.strip_prefix('/') {
        Some(rest) => m.dir.join(rest),
        None if rest.is_empty() => m.dir.clone(),
        None => return None,
    };
    let nested = dir
        .ancestors()
        .take_while(|d| *d != m.dir)
        .any(|d| d.join("go.mod").is_file());
    (!nested).then_some(dir)
}

/// The folder of a module that the go command has downloaded.
fn downloaded(path: &str, version: &str) -> Option<PathBuf> {
    let cache = match std::env::var_os("GOMODCACHE") {
        Some(dir) => PathBuf::from(dir),
        None => match std::env::var_os("GOPATH") {
            Some(dir) => std::env::split_paths(&dir).next()?.join("pkg/mod"),
            None => PathBuf::from(std::env::var_os("HOME")?).join("go/pkg/mod"),
        },
    };
    // Capital letters are written as `!` and the small letter there.
    let escape = |s: &str| -> String {
        s.chars()
            .flat_map(|c| {
                let mark = c.is_ascii_uppercase().then_some('!');
                mark.into_iter().chain([c.to_ascii_lowercase()])
            })
            .collect()
    };
    let dir = cache.join(format!("{}@{}", escape(path), escape(version)));
    dir.is_dir().then_some(dir)
}
