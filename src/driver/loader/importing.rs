//! One import: may this package import that path, and where is it. Refusals are worded as the go command's.

use super::Import;
use super::MAIN;
use super::ParsedPackage;
use super::Root;
use super::folder::Folder;
use super::has_library_package;
use super::library_paths;
use super::shown_dir;
use super::workspace::Workspace;
use crate::base::distance::nearest;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fix;
use crate::diag::place;

/// An import spec and the package that has it.
pub(super) struct Importing<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) importer: &'a ParsedPackage,
    pub(super) import: &'a Import,
}

/// Packages of Go's standard library that this one does not have: a path is one of them if it begins so.
const STANDARD: &[&str] = &[
    "archive", "compress", "crypto", "database", "debug", "encoding", "expvar", "go", "hash",
    "html", "image", "index", "io", "log", "math", "mime", "net", "os", "plugin", "reflect",
    "regexp", "runtime", "simd", "sync", "syscall", "testing", "text", "time", "unique", "weak",
];

impl Importing<'_> {
    fn refuse(&self, text: String) -> Diagnostic {
        Diagnostic::error(Code::BrokenImport, self.import.span, text)
    }

    /// A sentence about the whole package, with the place in its second line.
    fn refuse_package(&self, text: String) -> Diagnostic {
        let (package, at) = (&self.importer.shown, place(self.import.span.start()));
        let text = format!("package {package}\n\t{at}: {text}");
        Diagnostic::error(Code::BadPackage, self.import.span, text)
    }

    /// The path that decides what the importer may see.
    fn importer_path(&self) -> String {
        let path = self.workspace.import_path(&self.importer.dir);
        path.unwrap_or_else(|| self.importer.path.clone())
    }

    /// Whether the path is well formed and visible from here.
    pub(super) fn check(&self) -> Result<(), Box<Diagnostic>> {
        self.allowed().map_err(Box::new)
    }

    #[allow(clippy::result_large_err)]
    fn allowed(&self) -> Result<(), Diagnostic> {
        let path = self.import.path.as_str();
        if self.importer.library || self.importer.generated {
            return Ok(());
        }
        if path == "." || path == ".." || path.starts_with("./") || path.starts_with("../") {
            return Err(self.refuse(format!(
                "\"{path}\" is relative, but relative import paths are not supported in module mode"
            )));
        }
        if path.starts_with('/') {
            return Err(self.refuse(format!(
                "\"{path}\" is not a package path; see 'go help packages'"
            )));
        }
        if path.chars().any(is_illegal) {
            return Err(self.refuse(format!("invalid import path: {path}")));
        }
        if path == MAIN && self.workspace.find(path).is_none() {
            return Err(self.missing());
        }
        if let Some(wrong) = malformed(path) {
            return Err(self.refuse(format!("malformed import path \"{path}\": {wrong}")));
        }
        if let Some(name) = path.strip_prefix("vendor/") {
            return Err(self.refuse(format!("{path} must be imported as {name}")));
        }
        if path.contains("/vendor/") || path.ends_with("/vendor") {
            return Err(self.refuse("use of vendored package not allowed".into()));
        }
        let parts: Vec<&str> = path.split('/').collect();
        if let Some(i) = parts.iter().rposition(|p| *p == "internal") {
            let parent = parts[..i].join("/");
            let from = self.importer_path();
            let inside = from == parent
                || from
                    .strip_prefix(&parent)
                    .is_some_and(|rest| rest.starts_with('/') || rest.starts_with("_test"));
            let exists = has_library_package(path) || self.workspace.find(path).is_some();
            if exists && (has_library_package(path) || !inside) {
                return Err(
                    self.refuse_package(format!("use of internal package {path} not allowed"))
                );
            }
        }
        Ok(())
    }

    /// The package, read from its folder.
    pub(super) fn find(&self) -> std::io::Result<Result<Root, Diagnostic>> {
        let path = &self.import.path;
        let Some(found) = self.workspace.find(path) else {
            return Ok(Err(self.missing()));
        };
        let shown = shown_dir(&found.dir);
        let folder = Folder::read(&shown, false)?;
        if let Some(why) = folder.why_empty() {
            let text = match folder.ignored {
                0 => format!("{path}: {why}"),
                _ => format!("package {}\n\timports {path}: {why}", self.importer.shown),
            };
            return Ok(Err(Diagnostic::error(
                Code::BadPackage,
                self.import.span,
                text,
            )));
        }
        match folder.package_name() {
            Err(why) => return Ok(Err(self.refuse(why))),
            Ok(name) if name == MAIN => {
                return Ok(Err(self.refuse(format!(
                    "import \"{path}\" is a program, not an importable package"
                ))));
            }
            Ok(_) => {}
        }
        Ok(Ok(Root {
            path: path.clone(),
            shown: path.clone(),
            dir: folder.dir,
            files: folder.files,
            lang: found.lang,
            generated: false,
        }))
    }

    fn missing(&self) -> Diagnostic {
        let path = &self.import.path;
        let first = path.split('/').next().unwrap_or("");
        if !first.contains('.') {
            let d = self.refuse(format!("package {path} is not in std ($GOROOT/src/{path})"));
            let known = library_paths();
            let d = match nearest(path, known.iter().map(String::as_str)) {
                Some(other) => {
                    let fix = Fix::new(format!("did you mean {other:?}?"));
                    d.with_fix(fix.replace(self.import.span, format!("{other:?}")))
                }
                None => d,
            };
            return match self.places() {
                Some(places) => d.with_help(places),
                None if STANDARD.contains(&first) => {
                    d.with_help("golite's library has a part of Go's standard library only, and not this package")
                }
                None => d,
            };
        }
        if self.workspace.main.is_empty() {
            return self.refuse(format!(
                "no required module provides package {path}: go.mod file not found in current directory or any parent directory; see 'go help modules'"
            ));
        }
        if self.workspace.is_vendored() {
            return self.refuse(format!(
                "cannot find module providing package {path}: import lookup disabled by -mod=vendor\n\t(Go version in go.mod is at least 1.14 and vendor directory exists.)"
            ));
        }
        let d = self.refuse(format!(
            "no required module provides package {path}; to add it:\n\tgo get {path}"
        ));
        match self.places() {
            Some(places) => d.with_help(places),
            None => d.with_help(
                "golite takes packages from this module, from modules that go.mod replaces by folders or that the go command has downloaded, and from vendor",
            ),
        }
    }

    fn places(&self) -> Option<String> {
        let places = self.workspace.places(&self.import.path);
        let list: Vec<String> = places
            .iter()
            .map(|p| shown_dir(p).display().to_string())
            .collect();
        (!list.is_empty()).then(|| format!("there are no Go files in {}", list.join(" or ")))
    }
}

/// Whether Go's parser refuses the character in import paths.
fn is_illegal(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "!\"#$%&'()*,:;<=>?[\\]^{|}`\u{fffd}".contains(c)
}

/// What is wrong with an import path whose characters the parser accepts.
fn malformed(path: &str) -> Option<String> {
    if path.contains("//") {
        return Some("double slash".into());
    }
    if path.ends_with('/') {
        return Some("trailing slash".into());
    }
    if let Some(c) = path
        .chars()
        .find(|c| !(c.is_ascii_alphanumeric() || "-._~/+".contains(*c)))
    {
        return Some(format!("invalid char {c:?}"));
    }
    path.split('/').find_map(|e| {
        (e.bytes().all(|b| b == b'.')).then(|| format!("invalid path element \"{e}\""))
    })
}
