//! Library packages by the names that programs call them, for imports that nobody has to write.

use crate::driver::loader;
use hashbrown::HashMap;
use std::sync::OnceLock;

/// Where several packages have one name, this one is meant.
const PREFERRED: &[&str] = &["math/rand", "text/template", "container/list", "go/scanner"];

fn index() -> &'static HashMap<String, String> {
    static INDEX: OnceLock<HashMap<String, String>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut out: HashMap<String, String> = HashMap::new();
        out.insert("unsafe".into(), "unsafe".into());
        for path in loader::library_paths() {
            let name = path.rsplit('/').next().unwrap_or(&path).to_string();
            let version = name
                .strip_prefix('v')
                .is_some_and(|v| v.parse::<u32>().is_ok());
            if version {
                continue;
            }
            let depth = |p: &str| p.matches('/').count();
            let better = match out.get(&name) {
                None => true,
                Some(_) if PREFERRED.contains(&path.as_str()) => true,
                Some(old) => !PREFERRED.contains(&old.as_str()) && depth(&path) < depth(old),
            };
            if better {
                out.insert(name, path);
            }
        }
        out
    })
}

/// The path of the library package that is called `name`.
pub fn path_of(name: &str) -> Option<&'static str> {
    index().get(name).map(String::as_str)
}

/// All names, sorted.
pub fn names() -> Vec<&'static str> {
    let mut out: Vec<&str> = index().keys().map(String::as_str).collect();
    out.sort_unstable();
    out
}
