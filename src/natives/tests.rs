//! Every function without a body has a native and every native is declared.

use super::TABLES;
use std::collections::BTreeMap;
use std::path::Path;

/// Bodyless functions of `stdlib/`: qualified name to the text of the signature.
fn declared(dir: &Path, root: &Path, out: &mut BTreeMap<String, String>) {
    let mut entries: Vec<_> = std::fs::read_dir(dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            declared(&path, root, out);
        } else if path.extension().is_some_and(|e| e == "go") {
            let pkg = dir.strip_prefix(root).unwrap().to_str().unwrap();
            for line in std::fs::read_to_string(&path).unwrap().lines() {
                let Some(rest) = line.strip_prefix("func ") else {
                    continue;
                };
                let outside = line.split("func(").next().unwrap_or(line);
                if rest.starts_with('(')
                    || outside.contains('{')
                    || line.contains("{ ")
                    || line.ends_with('{')
                {
                    continue;
                }
                let (name, sig) = rest.split_at(rest.find('(').unwrap());
                if !name.contains('[') {
                    out.insert(format!("{pkg}.{name}"), sig.to_string());
                }
            }
        }
    }
}

#[test]
fn both_sides_agree() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("stdlib");
    let mut want = BTreeMap::new();
    declared(&root, &root, &mut want);
    let have: BTreeMap<&str, _> = TABLES
        .iter()
        .flat_map(|t| t.iter())
        .map(|r| (r.name, r))
        .collect();
    let missing: Vec<_> = want
        .keys()
        .filter(|n| !have.contains_key(n.as_str()))
        .collect();
    // The built-ins print and unsafe.Slice are lowered to natives that no package declares.
    let stray: Vec<_> = have
        .keys()
        .filter(|n| {
            !want.contains_key(**n)
                && !n.starts_with("runtime.print")
                && !n.starts_with("runtime.text")
                && !n.starts_with("runtime.unsafe")
        })
        .collect();
    assert!(
        missing.is_empty() && stray.is_empty(),
        "without a native: {missing:?}\nwithout a declaration: {stray:?}"
    );
}
