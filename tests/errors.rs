//! tests/errors: wrong programs, each error announced in place and compared with `golite check`.

use libtest_mimic::{Failed, Trial};
use std::path::PathBuf;

/// Every wrong program, relative to the root.
pub fn programs() -> Vec<PathBuf> {
    crate::files("tests/errors", "go")
}

pub fn trials() -> Vec<Trial> {
    let programs = programs().into_iter();
    programs
        .map(|path| {
            Trial::test(crate::corpus::name(&path), move || {
                let checked = crate::corpus::runner().check_wrong(&path);
                checked.map_err(Failed::from)
            })
        })
        .collect()
}
