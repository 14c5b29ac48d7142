//! The `golite` command.

fn main() {
    println!("golite");
}
