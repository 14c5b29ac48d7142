//! Every scenario is a test.

use libtest_mimic::Arguments;
use libtest_mimic::Trial;

fn main() {
    let trials = golite_model::ALL
        .iter()
        .map(|s| {
            Trial::test(s.name, || {
                golite_model::explore(s);
                Ok(())
            })
        })
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}
