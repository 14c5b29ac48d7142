//! Runs lalrpop over the grammar.

fn main() {
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut config = lalrpop::Configuration::new();
    config.set_out_dir(out).emit_rerun_directives(true);
    if let Err(e) = config.process_file("golite.lalrpop") {
        panic!("golite.lalrpop: {e}");
    }
}
