//! How the command is linked: on Linux with glibc, statically and at a fixed address.
//!
//! A shared libc, libm and libgcc_s take a fifth of a small program's time (mapping them, looking up their symbols), and a
//! position independent executable of this size has 18,000 pointers to adjust, on eighty pages that are touched for nothing else.
//!
//! rustc puts `-Bdynamic -lgcc_s -lm -lc` on the linker's command line, and only a flag for the whole build could change that. So
//! these names are made to mean the archives: a folder that is searched before the system's holds linker scripts in their place.
//! Where the archives are missing, or anything is unusual, the command is linked as ever.

use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

/// What rustc asks for, and what of it is not among the archives' own names.
const NAMES: [&str; 7] = ["gcc_s", "util", "rt", "pthread", "m", "dl", "c"];

/// Before 2.34 threads were a library of their own, which static linking takes in halves.
const PROBE: &str = "
#include <features.h>
#if !__GLIBC_PREREQ(2, 34)
#error too old
#endif
#include <math.h>
#include <pthread.h>
static void *body(void *arg) { return arg; }
int main(int argc, char **argv) {
    pthread_t thread;
    if (pthread_create(&thread, 0, body, argv)) return 1;
    return pthread_join(thread, 0) || pow(argc, 0.5) != 1;
}
";

/// Says how to link.
pub fn decide() {
    let out = PathBuf::from(var("OUT_DIR"));
    if wanted()
        && let Some(scripts) = shadow(&out)
    {
        for arg in ["-no-pie", "-static"] {
            println!("cargo:rustc-link-arg-bins={arg}");
        }
        println!("cargo:rustc-link-arg-bins=-L{}", scripts.display());
    }
}

fn var(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

fn wanted() -> bool {
    // Sanitizers bring a runtime of their own, which wants shared libraries.
    let flags = var("CARGO_ENCODED_RUSTFLAGS");
    var("CARGO_CFG_TARGET_OS") == "linux"
        && var("CARGO_CFG_TARGET_ENV") == "gnu"
        && var("HOST") == var("TARGET")
        && !var("CARGO_CFG_TARGET_FEATURE").contains("crt-static")
        && !["sanitizer", "link-arg", "relocation-model"]
            .iter()
            .any(|f| flags.contains(f))
}

/// Tries whether static programs can be made, and run; then writes the scripts.
fn shadow(out: &Path) -> Option<PathBuf> {
    let linker = match std::env::var_os("RUSTC_LINKER") {
        Some(l) => l,
        None => "cc".into(),
    };
    let source = out.join("probe.c");
    let program = out.join("probe");
    std::fs::write(&source, PROBE).ok()?;
    let made = Command::new(&linker)
        .args(["-static", "-no-pie", "-o"])
        .args([&program, &source])
        .arg("-lm")
        .output();
    if !made.ok()?.status.success() || !Command::new(&program).status().ok()?.success() {
        return None;
    }
    let archive = |name: &str| {
        let asked = Command::new(&linker)
            .arg(format!("-print-file-name={name}"))
            .output();
        let path = PathBuf::from(String::from_utf8(asked.ok()?.stdout).ok()?.trim());
        // A name that is not found comes back as it was given.
        path.is_absolute().then_some(path)
    };
    let folder = out.join("static");
    std::fs::create_dir_all(&folder).ok()?;
    for name in NAMES {
        let inside = match name {
            "gcc_s" => vec![archive("libgcc_eh.a")?],
            "c" => vec![
                archive("libc.a")?,
                archive("libgcc.a")?,
                archive("libgcc_eh.a")?,
            ],
            _ => vec![archive(&format!("lib{name}.a"))?],
        };
        let list: Vec<String> = inside
            .iter()
            .map(|p| format!("\"{}\"", p.display()))
            .collect();
        let script = format!("GROUP({})\n", list.join(" "));
        std::fs::write(folder.join(format!("lib{name}.so")), script).ok()?;
    }
    Some(folder)
}
