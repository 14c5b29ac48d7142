//! The library: Go source that is part of the binary.

use super::folder::Source;
use super::folder::is_test_file;
use crate::base::Text;
use include_dir::Dir;
use include_dir::include_dir;

static STDLIB: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/stdlib");

/// Whether the library has a package of this path.
pub fn has_library_package(path: &str) -> bool {
    STDLIB.get_dir(path).is_some_and(|d| {
        d.files()
            .any(|f| f.path().extension().is_some_and(|e| e == "go"))
    })
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

/// The files of a library package.
pub(super) fn read(path: &str) -> Vec<Source> {
    let Some(dir) = STDLIB.get_dir(path) else {
        return Vec::new();
    };
    let files = dir
        .files()
        .filter(|f| f.path().extension().is_some_and(|e| e == "go"));
    let mut out: Vec<_> = files
        .map(|f| Source {
            name: format!("$GOROOT/src/{}", f.path().display()),
            text: Text::Static(f.contents()),
            package: String::new(),
        })
        .collect();
    out.retain(|s| !is_test_file(&s.name));
    out.sort_by(|a, b| a.name.cmp(&b.name));
    out
}

/// The source files of a library package, each with its name.
pub fn library_files(path: &str) -> Vec<(String, Text)> {
    let files = read(path).into_iter();
    files.map(|s| (s.name, s.text)).collect()
}
