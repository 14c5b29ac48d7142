//! tests/{syntax,types,bytecode,diag} and tests/errors/rendered: what golite's dumps and diagnostics look like.
//!
//! `UPDATE_GOLDEN=1 cargo test` rewrites what the commands print.

use libtest_mimic::Trial;
use std::path::{Path, PathBuf};

pub fn trials() -> Vec<Trial> {
    let files = crate::files("tests", "golden").into_iter();
    files
        .map(|path| {
            Trial::test(
                format!("golden/{}", crate::corpus::name(&path)),
                move || {
                    let (file, dir) = (crate::root().join(&path), scratch(&path));
                    golite::driver::corpus::golden::check(
                        &crate::corpus::runner(),
                        &file,
                        &dir,
                        crate::update(),
                    )
                    .map_err(|wrong| {
                        format!("{wrong}(UPDATE_GOLDEN=1 cargo test rewrites it)").into()
                    })
                },
            )
        })
        .collect()
}

fn scratch(path: &Path) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("golden")
        .join(path.with_extension(""))
}
