//! How the go command writes the names of files.

use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

/// How a file's name is shown by the go command: relative to `cwd` when that is shorter, with `./` in front when it lies in it.
pub fn display_path(name: &str, cwd: &Path) -> String {
    if name == "-" || name.starts_with('<') {
        return name.to_string();
    }
    let full = normalize(&cwd.join(name));
    let (Some(dir), Some(base)) = (full.parent(), full.file_name()) else {
        return name.to_string();
    };
    let base = base.to_string_lossy();
    let rel = relative(cwd, dir);
    let dir = dir.to_string_lossy();
    match rel {
        Some(rel) if rel.len() < dir.len() => format!("{rel}/{base}"),
        _ => format!("{}/{base}", dir.trim_end_matches('/')),
    }
}

fn normalize(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for c in path.components() {
        match c {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            c => out.push(c),
        }
    }
    out
}

fn relative(from: &Path, to: &Path) -> Option<String> {
    let from = normalize(from);
    let (a, b): (Vec<_>, Vec<_>) = (from.components().collect(), to.components().collect());
    let common = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    if common == 0 {
        return None;
    }
    let mut parts: Vec<String> = vec!["..".to_string(); a.len() - common];
    parts.extend(
        b[common..]
            .iter()
            .map(|c| c.as_os_str().to_string_lossy().into_owned()),
    );
    Some(if parts.is_empty() {
        ".".to_string()
    } else {
        parts.join("/")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_as_the_go_command_does() {
        let cwd = Path::new("/tmp/gt/sub");
        assert_eq!(display_path("f.go", cwd), "./f.go");
        assert_eq!(display_path("../f.go", cwd), "../f.go");
        assert_eq!(display_path("/tmp/gt/sub/x/f.go", cwd), "x/f.go");
        assert_eq!(
            display_path("/tmp/f.go", Path::new("/usr/lib")),
            "/tmp/f.go"
        );
    }
}
