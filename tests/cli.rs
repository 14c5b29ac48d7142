//! The command itself: ways to give a program, exit status, signals, closed output, repeatable runs.

use crate::process::{self, End, Outcome};
use libtest_mimic::{Failed, Trial};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const HELLO: &str = "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc main() { fmt.Println(\"hello\", os.Args[1:]) }\n";

type Body = fn(&Path) -> Result<(), String>;

pub fn trials() -> Vec<Trial> {
    let all: Vec<(&'static str, Body)> = vec![
        ("run_file_with_arguments", run_file),
        ("short_form", short_form),
        ("program_from_stdin", from_stdin),
        ("folder_of_several_files", folder),
        ("shebang_line", shebang),
        ("any_extension", any_extension),
        ("missing_file", missing_file),
        ("source_errors_exit_1", source_errors),
        ("check_several_files", check_several),
        ("check_stops_after_ten", check_ten),
        ("check_repairs_what_is_plain", check_fix),
        ("colours_on_request", colours),
        ("explain_finds_pages", explain),
        ("gomaxprocs_variable", gomaxprocs),
        ("same_seed_same_output", same_seed),
        ("virtual_time_does_not_wait", virtual_time),
        ("max_memory_ends_in_out_of_memory", max_memory),
        ("output_is_seen_before_a_kill", unbuffered),
        ("closed_stdout_ends_the_program", closed_stdout),
        ("sigint_ends_the_program", sigint),
        ("sigquit_prints_goroutines", sigquit),
        ("sigquit_finds_a_program_that_never_sleeps", sigquit_busy),
        ("sigquit_finds_a_program_that_only_calls", sigquit_calls),
        ("unknown_flag", unknown_flag),
        ("help", help),
    ];
    all.into_iter()
        .map(|(name, body)| {
            Trial::test(format!("cli/{name}"), move || {
                let dir = Path::new(env!("CARGO_TARGET_TMPDIR"))
                    .join("cli")
                    .join(name);
                std::fs::create_dir_all(&dir).map_err(|e| e.to_string())?;
                body(&dir).map_err(Failed::from)
            })
        })
        .collect()
}

fn golite(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_golite"));
    command
        .current_dir(dir)
        .env_remove("GOMAXPROCS")
        .env("NO_COLOR", "1");
    command
}

fn write(dir: &Path, name: &str, text: &str) -> Result<PathBuf, String> {
    let path = dir.join(name);
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(|e| e.to_string())?;
    }
    std::fs::write(&path, text).map_err(|e| e.to_string())?;
    Ok(path)
}

fn go(dir: &Path, args: &[&str], stdin: &str) -> Outcome {
    process::run(golite(dir).args(args), stdin, Duration::from_secs(30))
}

fn want(seen: &Outcome, code: i32, stdout: &str, stderr_has: &str) -> Result<(), String> {
    if seen.end == End::Exit(code) && seen.stdout == stdout && seen.stderr.contains(stderr_has) {
        return Ok(());
    }
    Err(format!(
        "{}, want exit {code}\nstdout {:?}, want {stdout:?}\nstderr {:?}, want it to have {stderr_has:?}",
        seen.end, seen.stdout, seen.stderr
    ))
}

fn run_file(dir: &Path) -> Result<(), String> {
    write(dir, "f.go", HELLO)?;
    want(
        &go(dir, &["run", "f.go", "a", "--procs=3", "-x"], ""),
        0,
        "hello [a --procs=3 -x]\n",
        "",
    )?;
    want(
        &go(dir, &["run", "--procs=2", "f.go"], ""),
        0,
        "hello []\n",
        "",
    )
}

fn short_form(dir: &Path) -> Result<(), String> {
    write(dir, "f.go", HELLO)?;
    want(&go(dir, &["f.go", "x"], ""), 0, "hello [x]\n", "")
}

fn from_stdin(dir: &Path) -> Result<(), String> {
    want(&go(dir, &["run", "-", "x"], HELLO), 0, "hello [x]\n", "")
}

fn folder(dir: &Path) -> Result<(), String> {
    write(
        dir,
        "p/a.go",
        "package main\n\nvar x = f()\n\nfunc main() { println(x, y) }\n",
    )?;
    write(
        dir,
        "p/b.go",
        "package main\n\nvar y = x + 1\n\nfunc f() int { return 41 }\n",
    )?;
    want(&go(dir, &["run", "p"], ""), 0, "", "41 42\n")
}

fn shebang(dir: &Path) -> Result<(), String> {
    write(dir, "script", &format!("#!/usr/bin/env golite\n{HELLO}"))?;
    want(&go(dir, &["script", "x"], ""), 0, "hello [x]\n", "")?;
    // Line numbers count the first line.
    write(
        dir,
        "bad",
        "#!/usr/bin/env golite\npackage main\n\nfunc main() { x := 1 }\n",
    )?;
    want(
        &go(dir, &["bad"], ""),
        1,
        "",
        "4:15: declared and not used: x",
    )
}

fn any_extension(dir: &Path) -> Result<(), String> {
    write(dir, "f.txt", HELLO)?;
    want(&go(dir, &["run", "f.txt"], ""), 0, "hello []\n", "")
}

fn missing_file(dir: &Path) -> Result<(), String> {
    want(&go(dir, &["run", "none.go"], ""), 1, "", "none.go")
}

fn source_errors(dir: &Path) -> Result<(), String> {
    write(dir, "f.go", "package main\n\nfunc main() { x := 1 }\n")?;
    let seen = go(dir, &["run", "f.go"], "");
    want(&seen, 1, "", "./f.go:3:15: declared and not used: x\n")
}

fn check_several(dir: &Path) -> Result<(), String> {
    write(dir, "good.go", HELLO)?;
    want(&go(dir, &["check", "good.go"], ""), 0, "", "")?;
    write(dir, "a.go", "package main\n\nfunc main() { f() }\n")?;
    write(dir, "b.go", "package main\n\nfunc f() { x := 1 }\n")?;
    want(
        &go(dir, &["check", "a.go", "b.go"], ""),
        1,
        "",
        "./b.go:3:12: declared and not used: x\n",
    )
}

fn check_ten(dir: &Path) -> Result<(), String> {
    let calls: String = (0..15).map(|i| format!("\tf{i}()\n")).collect();
    write(
        dir,
        "f.go",
        &format!("package main\n\nfunc main() {{\n{calls}}}\n"),
    )?;
    let seen = go(dir, &["check", "f.go"], "");
    want(&seen, 1, "", "too many errors")?;
    let count = |seen: &Outcome| seen.stderr.matches("undefined: f").count();
    if seen.stderr.contains("undefined: f10") || !seen.stderr.contains("undefined: f9") {
        return Err(format!(
            "{} errors shown, want ten\n{}",
            count(&seen),
            seen.stderr
        ));
    }
    want(
        &go(dir, &["check", "--all-errors", "f.go"], ""),
        1,
        "",
        "undefined: f14",
    )
}

fn check_fix(dir: &Path) -> Result<(), String> {
    let wrong = "package main\n\nimport \"os\"\n\nfunc main() {\n\ttotal := 1\n\tspare := 2\n\ttotal := totl + 1\n\tfmt.Println(total)\n}\n";
    let path = write(dir, "f.go", wrong)?;
    let repaired = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\ttotal := 1\n\t_ = 2\n\ttotal = total + 1\n\tfmt.Println(total)\n}\n";
    let seen = go(dir, &["check", "--fix", "f.go"], "");
    want(&seen, 0, "", "golite: 5 repaired\n")?;
    let text = std::fs::read_to_string(path).map_err(|e| e.to_string())?;
    match text == repaired {
        true => Ok(()),
        false => Err(format!("repaired:\n{text}")),
    }
}

fn colours(dir: &Path) -> Result<(), String> {
    write(dir, "f.go", "package main\n\nfunc main() { x() }\n")?;
    for (flag, colour) in [("auto", false), ("never", false), ("always", true)] {
        let seen = go(dir, &["run", &format!("--color={flag}"), "f.go"], "");
        let first = seen.stderr.starts_with("./f.go:3:15: undefined: x\n");
        if !first || seen.stderr.contains('\x1b') != colour {
            return Err(format!("--color={flag}: {}", seen.stderr));
        }
    }
    Ok(())
}

fn explain(dir: &Path) -> Result<(), String> {
    let seen = go(dir, &["explain", "nilmapwrite"], "");
    if !seen
        .stdout
        .starts_with("nil-map-write\n\nA nil map is assigned to.\n")
    {
        return Err(format!("one page: {}", seen.stdout));
    }
    let seen = go(dir, &["explain"], "");
    for line in ["UnusedVar ", "deadlock "] {
        if !seen.stdout.lines().any(|l| l.starts_with(line)) {
            return Err(format!("no {line}in the list: {}", seen.stdout));
        }
    }
    let seen = go(dir, &["explain", "UnusdVar"], "");
    let text = "golite: no page about UnusdVar; did you mean UnusedVar?\n";
    want(&seen, 1, "", text)
}

fn gomaxprocs(dir: &Path) -> Result<(), String> {
    write(
        dir,
        "f.go",
        "package main\n\nimport \"runtime\"\n\nfunc main() { println(runtime.GOMAXPROCS(0)) }\n",
    )?;
    let mut command = golite(dir);
    command.args(["run", "f.go"]).env("GOMAXPROCS", "3");
    want(
        &process::run(&mut command, "", Duration::from_secs(30)),
        0,
        "",
        "3\n",
    )?;
    want(&go(dir, &["run", "--procs=5", "f.go"], ""), 0, "", "5\n")
}

const ANY_ORDER: &str = "package main

import (
	\"fmt\"
	\"math/rand\"
	\"sync\"
	\"time\"
)

func main() {
	var wg sync.WaitGroup
	c := make(chan int, 3)
	for i := range 20 {
		wg.Go(func() {
			time.Sleep(time.Duration(rand.Intn(3)) * time.Millisecond)
			select {
			case c <- i:
			case v := <-c:
				fmt.Print(i, \"<\", v, \" \")
			default:
				fmt.Print(i, \"! \")
			}
		})
	}
	wg.Wait()
	for k := range map[int]int{1: 1, 2: 2, 3: 3, 4: 4} {
		fmt.Print(k, \" \")
	}
	fmt.Println(time.Now())
}
";

fn same_seed(dir: &Path) -> Result<(), String> {
    write(dir, "f.go", ANY_ORDER)?;
    let mut outputs = Vec::new();
    for seed in ["--seed=1", "--seed=1", "--seed=1", "--seed=2", "--seed=3"] {
        let seen = go(dir, &["run", seed, "f.go"], "");
        want(&seen, 0, &seen.stdout, "")?;
        outputs.push(seen.stdout);
    }
    if outputs[0] != outputs[1] || outputs[0] != outputs[2] {
        return Err(format!(
            "one seed, several outputs:\n{}{}{}",
            outputs[0], outputs[1], outputs[2]
        ));
    }
    if outputs[0] == outputs[3] && outputs[0] == outputs[4] {
        return Err(format!("three seeds, one output:\n{}", outputs[0]));
    }
    Ok(())
}

fn virtual_time(dir: &Path) -> Result<(), String> {
    let source = "package main

import (
	\"fmt\"
	\"time\"
)

func main() {
	start := time.Now()
	time.Sleep(10 * time.Hour)
	fmt.Println(time.Since(start) >= 10*time.Hour)
}
";
    write(dir, "f.go", source)?;
    want(&go(dir, &["run", "--seed=7", "f.go"], ""), 0, "true\n", "")
}

fn max_memory(dir: &Path) -> Result<(), String> {
    let forms = [
        ("strings", "s := \"x\"; for { s += s }"),
        (
            "slices",
            "var keep [][]int; for { keep = append(keep, make([]int, 1000)) }",
        ),
        ("one_block", "n := 1 << 31; println(len(make([]int, n-1)))"),
        (
            "maps",
            "m := map[int][8]int{}; for i := 0; ; i++ { m[i] = [8]int{i} }",
        ),
        (
            "list",
            "type l struct{ n *l }; var head *l; for { head = &l{head} }",
        ),
        ("goroutines", "for { go func() { select {} }() }"),
        (
            "channels",
            "var keep []chan [100]int; for { keep = append(keep, make(chan [100]int, 100)) }",
        ),
    ];
    for (name, body) in forms {
        write(
            dir,
            &format!("{name}.go"),
            &format!("package main\n\nfunc main() {{\n\t{body}\n}}\n"),
        )?;
        let seen = go(
            dir,
            &["run", "--max-memory=64MB", &format!("{name}.go")],
            "",
        );
        want(&seen, 2, "", "fatal error: ").map_err(|e| format!("{name}: {e}"))?;
        if !seen.stderr.contains("out of memory") {
            return Err(format!("{name}: {}", seen.stderr));
        }
    }
    Ok(())
}

const TICKS: &str = "package main

import (
	\"fmt\"
	\"time\"
)

func main() {
	go func() { select {} }()
	time.Sleep(50 * time.Millisecond)
	fmt.Print(\"first\")
	for {
		time.Sleep(time.Millisecond)
	}
}
";

/// Starts a program and waits for its first output.
fn started(dir: &Path, source: &str) -> Result<(std::process::Child, String), String> {
    write(dir, "f.go", source)?;
    let mut child = golite(dir)
        .args(["run", "f.go"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| e.to_string())?;
    let mut first = [0; 5];
    let read = child.stdout.as_mut().expect("piped").read_exact(&mut first);
    if read.is_err() {
        let _ = child.kill();
        let _ = child.wait();
        return Err("no output".into());
    }
    Ok((child, String::from_utf8_lossy(&first).into_owned()))
}

fn ended(child: &mut std::process::Child) -> Result<(std::process::ExitStatus, String), String> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().map_err(|e| e.to_string())? {
            let mut text = String::new();
            let _ = child
                .stderr
                .take()
                .expect("piped")
                .read_to_string(&mut text);
            return Ok((status, text));
        }
        if start.elapsed() > Duration::from_secs(10) {
            let _ = child.kill();
            let _ = child.wait();
            return Err("still running".into());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn signal(child: &std::process::Child, name: &str) {
    let sent = Command::new("kill")
        .args(["-s", name, &child.id().to_string()])
        .status();
    assert!(sent.is_ok_and(|s| s.success()), "kill -s {name}");
}

fn unbuffered(dir: &Path) -> Result<(), String> {
    let (mut child, first) = started(dir, TICKS)?;
    let _ = child.kill();
    let _ = child.wait();
    if first == "first" { Ok(()) } else { Err(first) }
}

fn closed_stdout(dir: &Path) -> Result<(), String> {
    let source = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfor {\n\t\tfmt.Println(\"again and again\")\n\t}\n}\n";
    let (mut child, _) = started(dir, source)?;
    drop(child.stdout.take());
    let (status, _) = ended(&mut child)?;
    let signal = std::os::unix::process::ExitStatusExt::signal(&status);
    if signal == Some(libc::SIGPIPE) {
        Ok(())
    } else {
        Err(format!("{status}, want SIGPIPE as in Go"))
    }
}

fn sigint(dir: &Path) -> Result<(), String> {
    let (mut child, _) = started(dir, TICKS)?;
    signal(&child, "INT");
    let (status, _) = ended(&mut child)?;
    let number = std::os::unix::process::ExitStatusExt::signal(&status);
    if number == Some(libc::SIGINT) || status.code() == Some(130) || status.code() == Some(2) {
        return Ok(());
    }
    Err(format!("{status}, want an end by SIGINT"))
}

fn sigquit(dir: &Path) -> Result<(), String> {
    let (mut child, _) = started(dir, TICKS)?;
    signal(&child, "QUIT");
    let (status, said) = ended(&mut child)?;
    let all = ["SIGQUIT: quit", "goroutine 1 [", "[select (no cases)]:"];
    match all.iter().find(|part| !said.contains(**part)) {
        None if status.code() == Some(2) => Ok(()),
        missing => Err(format!(
            "{status}, want exit 2; {missing:?} is missing in\n{said}"
        )),
    }
}

/// Nothing has slept or been started: the signal is what makes a thread for signals.
fn sigquit_busy(dir: &Path) -> Result<(), String> {
    quits(
        dir,
        "func main() {\n\tfmt.Print(\"first\")\n\tfor {\n\t}\n}",
        "main.main()",
    )
}

/// Calls are no back-edges: without a second goroutine nothing else would stop it.
fn sigquit_calls(dir: &Path) -> Result<(), String> {
    let source = "func down(n int) int {\n\tif n == 0 {\n\t\treturn 1\n\t}\n\treturn down(n-1) + down(n-1)\n}\n\n\
        func main() {\n\tfmt.Print(\"first\")\n\tdown(100)\n}";
    quits(dir, source, "main.down(")
}

fn quits(dir: &Path, source: &str, frame: &str) -> Result<(), String> {
    let source = format!("package main\n\nimport \"fmt\"\n\n{source}\n");
    let (mut child, _) = started(dir, &source)?;
    signal(&child, "QUIT");
    let (status, said) = ended(&mut child)?;
    let all = ["SIGQUIT: quit", "goroutine 1 [", frame];
    match all.iter().find(|part| !said.contains(**part)) {
        None if status.code() == Some(2) => Ok(()),
        missing => Err(format!(
            "{status}, want exit 2; {missing:?} is missing in\n{said}"
        )),
    }
}

fn unknown_flag(dir: &Path) -> Result<(), String> {
    write(dir, "f.go", HELLO)?;
    let seen = go(dir, &["run", "--no-such-flag", "f.go"], "");
    if seen.end == End::Exit(0) || !seen.stderr.contains("--no-such-flag") {
        return Err(format!("{} {}", seen.end, seen.stderr));
    }
    Ok(())
}

fn help(dir: &Path) -> Result<(), String> {
    let seen = go(dir, &["--help"], "");
    for word in ["run", "check", "tokens", "ast", "dis"] {
        if seen.end != End::Exit(0) || !seen.stdout.contains(word) {
            return Err(format!("{}, no {word:?} in\n{}", seen.end, seen.stdout));
        }
    }
    Ok(())
}
