//! What a start does, in figures that do not depend on the machine's speed: threads, page faults, files read.
//!
//! A program says that it runs and goes on; meanwhile its process is looked at through /proc. Bounds are about twice what was
//! seen, in a build without optimization. A program's time at its start is mostly such things: see ARCHITECTURE.md.

use libtest_mimic::Failed;
use libtest_mimic::Trial;
use std::io::BufRead;
use std::io::BufReader;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

struct Bounds {
    /// Pages of memory or of files brought in.
    faults: u64,
    /// Calls of read(2).
    reads: u64,
}

const EMPTY: (&str, Bounds) = (
    "package main\n\nfunc main() {\n\tprintln(\"up\")\n\tfor {\n\t}\n}\n",
    Bounds {
        faults: 900,
        reads: 20,
    },
);

const HELLO: (&str, Bounds) = (
    "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"Hello, world!\")\n\tprintln(\"up\")\n\tfor {\n\t}\n}\n",
    Bounds {
        faults: 1600,
        reads: 20,
    },
);

pub fn trials() -> Vec<Trial> {
    let all = [("empty", EMPTY), ("hello", HELLO)];
    all.into_iter()
        .map(|(name, (source, bounds))| {
            Trial::test(format!("startup/{name}"), move || {
                look(name, source, &bounds).map_err(Failed::from)
            })
        })
        .collect()
}

fn look(name: &str, source: &str, bounds: &Bounds) -> Result<(), String> {
    if !Path::new("/proc/self/io").exists() {
        println!("startup/{name}: not measured, there is no /proc");
        return Ok(());
    }
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("startup");
    let file = dir.join(format!("{name}.go"));
    std::fs::create_dir_all(&dir).map_err(|e| e.to_string())?;
    std::fs::write(&file, source).map_err(|e| e.to_string())?;
    let mut child = Command::new(env!("CARGO_BIN_EXE_golite"))
        .arg("run")
        .arg(&file)
        .env("GOMAXPROCS", "2")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| e.to_string())?;
    let mut line = String::new();
    let said = BufReader::new(child.stderr.take().expect("piped")).read_line(&mut line);
    let seen = match said {
        Ok(_) if line == "up\n" => figures(child.id()),
        _ => Err(format!("it says {line:?}")),
    };
    let _ = child.kill();
    let _ = child.wait();
    let (threads, faults, reads) = seen?;
    println!("startup/{name}: {threads} threads, {faults} page faults, {reads} reads");
    if threads != 1 {
        return Err(format!(
            "{threads} threads for a program with one goroutine that never sleeps"
        ));
    }
    if faults > bounds.faults {
        return Err(format!("{faults} page faults, at most {}", bounds.faults));
    }
    if reads > bounds.reads {
        return Err(format!("{reads} calls of read, at most {}", bounds.reads));
    }
    Ok(())
}

/// Threads, page faults and reads of a process so far.
fn figures(pid: u32) -> Result<(u64, u64, u64), String> {
    let read = |what: &str| {
        std::fs::read_to_string(format!("/proc/{pid}/{what}")).map_err(|e| format!("{what}: {e}"))
    };
    let number = |text: Option<&str>| text.and_then(|t| t.trim().parse().ok());
    // The name, in parentheses, may hold anything.
    let stat = read("stat")?;
    let after = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let field = |n: usize| number(after.split_whitespace().nth(n - 3));
    let io = read("io")?;
    let reads = io.lines().find_map(|l| l.strip_prefix("syscr:"));
    match (field(20), field(10), number(reads)) {
        (Some(threads), Some(faults), Some(reads)) => Ok((threads, faults, reads)),
        _ => Err(format!("unexpected words in {stat:?} or {io:?}")),
    }
}
