//! `golite test` itself: which packages, one child for each, several at once, reports in order.

use super::child::Job;
use super::cover;
use super::coverprofile;
use super::events::Events;
use super::flags;
use super::flags::Flags;
use super::output;
use super::output::End;
use crate::driver::front::Session;
use crate::driver::loader::COMMAND_LINE;
use crate::driver::loader::Workspace;
use crate::driver::loader::folder::Folder;
use crate::driver::loader::pattern;
use crate::driver::loader::pattern::Named;
use parking_lot::Condvar;
use parking_lot::Mutex;
use std::io::Read;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::time::Instant;

/// A package to test.
struct Target {
    path: String,
    dir: PathBuf,
    /// Only these files, if there are any.
    files: Vec<PathBuf>,
    /// Known before anything is run.
    end: Option<End>,
}

/// What became of a package.
#[derive(Default)]
struct Report {
    /// For standard output.
    stdout: Vec<u8>,
    /// For standard error.
    stderr: Vec<u8>,
    failed: bool,
    /// The package's coverage profile.
    profile: Option<String>,
}

/// Runs the command; `args` are those after `golite test`. Answers the exit status.
pub fn main(args: &[String]) -> i32 {
    let flags = match flags::parse(args) {
        Ok(f) => f,
        Err(text) => {
            eprintln!("{text}");
            return if text.starts_with("go: ") { 1 } else { 2 };
        }
    };
    let targets = match targets(&flags) {
        Ok(t) => t,
        Err(text) => {
            eprintln!("{text}");
            return 1;
        }
    };
    let scratch = std::env::temp_dir().join(format!("golite-test{}", std::process::id()));
    if let Err(e) = std::fs::create_dir_all(&scratch) {
        eprintln!("golite: {}: {e}", scratch.display());
        return 1;
    }
    let failed = run_all(&flags, &targets, &scratch);
    let _ = std::fs::remove_dir_all(&scratch);
    let local = flags.packages.is_empty();
    if failed && !local && !flags.json {
        println!("FAIL");
    }
    i32::from(failed)
}

/// The packages that the command line names.
fn targets(flags: &Flags) -> Result<Vec<Target>, String> {
    let workspace = Workspace::of(Path::new("."))?;
    let here = vec![".".to_string()];
    let names = match flags.packages.is_empty() {
        true => &here,
        false => &flags.packages,
    };
    if names
        .iter()
        .all(|n| n.ends_with(".go") || n.ends_with(".go-lite"))
    {
        let files: Vec<PathBuf> = names.iter().map(PathBuf::from).collect();
        if let Some(missing) = files.iter().find(|f| !f.is_file()) {
            return Err(format!(
                "stat {}: no such file or directory",
                missing.display()
            ));
        }
        let dir = files[0]
            .parent()
            .map_or_else(PathBuf::new, Path::to_path_buf);
        let dir = if dir.as_os_str().is_empty() {
            PathBuf::from(".")
        } else {
            dir
        };
        return Ok(vec![Target {
            path: COMMAND_LINE.to_string(),
            dir,
            files,
            end: None,
        }]);
    }
    let found = pattern::expand(names, &workspace);
    for w in &found.warnings {
        eprintln!("{w}");
    }
    if found.packages.is_empty() && found.errors.is_empty() {
        return Err("no packages to test".into());
    }
    let mut out = Vec::new();
    for (name, why) in found.errors {
        out.push(Target {
            path: name.clone(),
            dir: PathBuf::new(),
            files: Vec::new(),
            end: Some(End::Refused {
                setup: true,
                package: name,
                text: format!("{why}\n"),
            }),
        });
    }
    for p in found.packages {
        out.extend(target(p));
    }
    Ok(out)
}

/// A package found by name; None for one that only a pattern matched and that has no files for this build.
fn target(p: Named) -> Option<Target> {
    let refuse = |text: String| {
        Some(End::Refused {
            setup: true,
            package: p.path.clone(),
            text: format!("{text}\n"),
        })
    };
    let end = match Folder::read(&p.dir, true) {
        Err(e) => refuse(format!("{}: {e}", p.dir.display())),
        Ok(f) if f.files.is_empty() && f.tests.is_empty() && f.external.is_empty() => {
            if p.matched {
                return None;
            }
            let why = f.why_empty().unwrap_or_default();
            refuse(match f.ignored {
                0 => why,
                _ => format!("package {}: {why}", p.path),
            })
        }
        Ok(f) => match f.package_name() {
            Err(why) => refuse(why),
            Ok(_) if f.tests.is_empty() && f.external.is_empty() => {
                let statements = f.files.iter().any(|s| {
                    let session = Session::default();
                    !cover::cut(&session.names, &s.name, &s.text).is_empty()
                });
                Some(End::NoTests { statements })
            }
            Ok(_) => None,
        },
    };
    Some(Target {
        path: p.path,
        dir: p.dir,
        files: Vec::new(),
        end,
    })
}

/// Runs the packages, prints their reports in order; whether one failed.
fn run_all(flags: &Flags, targets: &[Target], scratch: &Path) -> bool {
    let reports: Mutex<Vec<Option<Report>>> = Mutex::new(targets.iter().map(|_| None).collect());
    let arrived = Condvar::new();
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    // What can be seen at once need not be kept.
    let live = flags.packages.is_empty()
        || flags.bench
        || output::shows_all(flags) && (targets.len() == 1 || flags.jobs == 1);
    let jobs = if live {
        1
    } else {
        flags.jobs.min(targets.len())
    };
    let mut failed = false;
    let mut profiles = Vec::new();
    std::thread::scope(|s| {
        for _ in 0..jobs {
            s.spawn(|| {
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    let Some(t) = targets.get(i) else { return };
                    let report = match stop.load(Ordering::Relaxed) {
                        true => Report::default(),
                        false => test(flags, t, i, scratch, live),
                    };
                    if report.failed && flags.fail_fast {
                        stop.store(true, Ordering::Relaxed);
                    }
                    reports.lock()[i] = Some(report);
                    arrived.notify_all();
                }
            });
        }
        for i in 0..targets.len() {
            let mut all = reports.lock();
            while all[i].is_none() {
                arrived.wait(&mut all);
            }
            let report = all[i].take().unwrap_or_default();
            drop(all);
            let _ = std::io::stderr().write_all(&report.stderr);
            let mut stdout = std::io::stdout().lock();
            let _ = stdout.write_all(&report.stdout);
            let _ = stdout.flush();
            failed |= report.failed;
            profiles.extend(report.profile);
        }
    });
    if let (Some(to), Some(mode)) = (&flags.coverprofile, flags.cover)
        && let Err(e) = coverprofile::write(Path::new(to), mode, &profiles)
    {
        eprintln!("golite: {to}: {e}");
        failed = true;
    }
    failed
}

/// Tests one package.
fn test(flags: &Flags, t: &Target, number: usize, scratch: &Path, live: bool) -> Report {
    let profile = scratch.join(format!("cover{number}.out"));
    let mut kept = Vec::new();
    let mut events = None;
    let end = match &t.end {
        Some(end) => end.clone(),
        None => {
            let sink = Sink {
                live,
                kept: &mut kept,
                events: &mut events,
            };
            let job = job(flags, t, number, scratch, &profile);
            run_child(flags, &t.path, &job, sink)
        }
    };
    let mut report = Report {
        failed: match &end {
            End::NoTests { .. } => false,
            End::Refused { .. } => true,
            End::Ran { status, .. } => *status != Some(0),
        },
        ..Report::default()
    };
    if flags.coverprofile.is_some() {
        report.profile = match &end {
            End::NoTests { .. } if flags.coverpkg.is_empty() => Some(untouched(t)),
            _ => std::fs::read_to_string(&profile).ok(),
        };
    }
    if flags.json {
        report.stdout = match &end {
            End::Refused { .. } => output::refused_events(&t.path, &end).into_bytes(),
            _ => {
                let mut e = events.unwrap_or_else(|| Events::new(&t.path));
                let extra = output::before_summary(&end, &kept, true);
                if !extra.is_empty() {
                    e.write(extra.as_bytes());
                }
                e.summary(&output::summary(&t.path, &end, &kept, flags));
                e.close();
                std::mem::take(&mut e.out).into_bytes()
            }
        };
        return report;
    }
    if let End::Refused { package, text, .. } = &end {
        report.stderr = format!("# {package}\n{text}").into_bytes();
    }
    // As go test has it: output that went straight through is not looked at any more.
    let straight = flags.packages.is_empty() || flags.bench;
    if straight {
        kept.clear();
    }
    let show = !live && (report.failed || output::shows_all(flags));
    if show {
        report.stdout.extend_from_slice(&kept);
    }
    let extra = output::before_summary(&end, &kept, !straight);
    if show || live {
        report.stdout.extend(extra.into_bytes());
    }
    let line = output::summary(&t.path, &end, &kept, flags);
    report.stdout.extend(line.into_bytes());
    report
}

fn untouched(t: &Target) -> String {
    let session = Session::default();
    let files = Folder::read(&t.dir, false).map(|f| f.files);
    let counted: Vec<cover::Counted> = files
        .unwrap_or_default()
        .iter()
        .map(|s| cover::Counted {
            name: format!("{}/{}", t.path, s.base()),
            source: s.name.clone(),
            blocks: cover::cut(&session.names, &s.name, &s.text),
        })
        .collect();
    coverprofile::untouched(&counted)
}

fn job(flags: &Flags, t: &Target, number: usize, scratch: &Path, profile: &Path) -> Job {
    let name = t.path.rsplit('/').next().unwrap_or("main");
    let program = scratch
        .join(format!("b{:03}", number + 1))
        .join(format!("{name}.test"));
    let mut args = vec![program.display().to_string()];
    args.extend(flags.args.iter().cloned());
    if flags.coverprofile.is_some() {
        args.insert(1, format!("-test.coverprofile={}", profile.display()));
    }
    if !args.iter().any(|a| a.starts_with("-test.outputdir=")) {
        let here = std::env::current_dir().unwrap_or_default();
        args.insert(1, format!("-test.outputdir={}", here.display()));
    }
    Job {
        path: t.path.clone(),
        dir: t.dir.clone(),
        files: t.files.clone(),
        report: scratch.join(format!("report{number}")),
        cover: flags.cover,
        coverpkg: flags.coverpkg.clone(),
        args,
    }
}

/// Where a program's output goes.
struct Sink<'a> {
    live: bool,
    kept: &'a mut Vec<u8>,
    events: &'a mut Option<Events>,
}

impl Sink<'_> {
    fn take(&mut self, path: &str, json: bool, bytes: &[u8]) {
        self.kept.extend_from_slice(bytes);
        if json {
            let e = self.events.get_or_insert_with(|| Events::new(path));
            e.write(bytes);
            if self.live {
                let out = std::mem::take(&mut e.out);
                let _ = std::io::stdout().write_all(out.as_bytes());
            }
        } else if self.live {
            let mut stdout = std::io::stdout().lock();
            let _ = stdout.write_all(bytes);
            let _ = stdout.flush();
        }
    }
}

fn run_child(flags: &Flags, path: &str, job: &Job, mut sink: Sink<'_>) -> End {
    let cannot = |e: std::io::Error| End::Refused {
        setup: true,
        package: path.to_string(),
        text: format!("golite: {e}\n"),
    };
    let golite = match std::env::current_exe() {
        Ok(p) => p,
        Err(e) => return cannot(e),
    };
    let pipes = std::io::pipe().and_then(|(r, w)| Ok((r, w.try_clone()?, w)));
    let (mut reader, out, err) = match pipes {
        Ok(p) => p,
        Err(e) => return cannot(e),
    };
    let start = Instant::now();
    let mut command = Command::new(golite);
    command
        .args(job.to_args())
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err);
    let mut child = match command.spawn() {
        Ok(c) => c,
        Err(e) => return cannot(e),
    };
    // The pipe's ends for writing are the child's alone.
    drop(command);
    let limit = flags.timeout.as_deref().and_then(flags::duration);
    let limit = limit
        .filter(|n| *n > 0)
        .map(|n| Duration::from_nanos(n) + Duration::from_secs(60));
    let done = AtomicBool::new(false);
    let killed = AtomicBool::new(false);
    let id = child.id();
    std::thread::scope(|s| {
        let watch = s.spawn(|| {
            let Some(limit) = limit else { return };
            while !done.load(Ordering::Acquire) {
                if start.elapsed() > limit {
                    killed.store(true, Ordering::Release);
                    // Our own child, which has not been waited for yet.
                    let _ = Command::new("kill")
                        .args(["-QUIT", &id.to_string()])
                        .status();
                    std::thread::sleep(Duration::from_secs(5));
                    if !done.load(Ordering::Acquire) {
                        let _ = Command::new("kill")
                            .args(["-KILL", &id.to_string()])
                            .status();
                    }
                    return;
                }
                std::thread::park_timeout(Duration::from_millis(200));
            }
        });
        let mut buffer = vec![0; 64 << 10];
        loop {
            match reader.read(&mut buffer) {
                Ok(0) | Err(_) => break,
                Ok(n) => sink.take(path, flags.json, &buffer[..n]),
            }
        }
        done.store(true, Ordering::Release);
        watch.thread().unpark();
    });
    let status = child.wait();
    if let Ok(text) = std::fs::read_to_string(&job.report) {
        let mut parts = text.splitn(3, '\n');
        let setup = parts.next() == Some("setup");
        let package = parts.next().unwrap_or(path).to_string();
        let mut text = parts.next().unwrap_or("").to_string();
        if !text.ends_with('\n') {
            text.push('\n');
        }
        return End::Refused {
            setup,
            package,
            text,
        };
    }
    if flags.json && sink.events.is_none() {
        *sink.events = Some(Events::new(path));
    }
    let status = status.ok();
    let ok = status.is_some_and(|s| s.success());
    if let Some(e) = sink.events {
        e.exited(ok);
    }
    End::Ran {
        status: status.and_then(|s| s.code()),
        signal: status.and_then(|s| s.signal()),
        time: start.elapsed(),
        killed: killed
            .load(Ordering::Acquire)
            .then(|| limit.unwrap_or_default()),
    }
}
