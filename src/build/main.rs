//! The build script: lays out the embedded library and says how the command is linked.

mod library;
mod linking;

fn main() {
    println!("cargo:rerun-if-changed=src/build");
    library::lay_out();
    linking::decide();
}
