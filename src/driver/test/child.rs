//! The process of one package's tests: loads the package with its test files, checks, lowers, and runs it in its folder.
//!
//! What keeps it from running is written to a report file for the parent: `setup` or `build`, the package's name in brackets
//! as the go command has it, and then the text.

use super::Refusal;
use super::cover;
use super::cover::Mode;
use super::discover::Found;
use super::mainfile;
use crate::diag::Diagnostic;
use crate::diag::Renderer;
use crate::driver::config::Config;
use crate::driver::front::Front;
use crate::driver::front::Purpose;
use crate::driver::front::Session;
use crate::driver::front::with_deep_stack;
use crate::driver::loader;
use crate::driver::loader::Root;
use crate::driver::loader::Source;
use crate::driver::loader::Workspace;
use crate::driver::loader::folder::Folder;
use crate::driver::machine;
use std::mem::ManuallyDrop;
use std::path::PathBuf;

/// What a child is asked to do.
#[derive(Clone, Debug, Default)]
pub(super) struct Job {
    /// The package's import path.
    pub path: String,
    /// Its folder.
    pub dir: PathBuf,
    /// Only these files, if there are any.
    pub files: Vec<PathBuf>,
    /// Where to say why nothing runs.
    pub report: PathBuf,
    /// How coverage is counted, and in which packages (import paths; none: in the package itself).
    pub cover: Option<Mode>,
    /// Patterns of `-coverpkg`.
    pub coverpkg: Vec<String>,
    /// The arguments of the test program, its name first.
    pub args: Vec<String>,
}

impl Job {
    /// As arguments of the child.
    pub fn to_args(&self) -> Vec<String> {
        let text = |p: &PathBuf| p.to_string_lossy().into_owned();
        let mut out = vec![
            super::CHILD.to_string(),
            self.path.clone(),
            text(&self.dir),
            text(&self.report),
            self.cover.map_or("", |m| m.name()).to_string(),
            self.coverpkg.join(","),
            self.files.len().to_string(),
        ];
        out.extend(self.files.iter().map(text));
        out.extend(self.args.iter().cloned());
        out
    }

    /// From the arguments after the first.
    pub fn from_args(args: &[String]) -> Option<Job> {
        let n: usize = args.get(5)?.parse().ok()?;
        let coverpkg = args[4].split(',').filter(|p| !p.is_empty());
        Some(Job {
            path: args[0].clone(),
            dir: PathBuf::from(&args[1]),
            report: PathBuf::from(&args[2]),
            cover: Mode::parse(&args[3]),
            coverpkg: coverpkg.map(str::to_string).collect(),
            files: args.get(6..6 + n)?.iter().map(PathBuf::from).collect(),
            args: args.get(6 + n..)?.to_vec(),
        })
    }
}

/// A reason for not running: whose fault, the package (as the go command names it), the text.
struct Stop(Refusal, String, String);

/// The child's main function; `args` are those after `__test`.
pub fn main(args: &[String]) -> i32 {
    let Some(job) = Job::from_args(args) else {
        eprintln!("golite: {} is for golite itself", super::CHILD);
        return 2;
    };
    let config = Config {
        args: job.args.clone(),
        testing: true,
        ..Config::default()
    };
    let program = with_deep_stack(|| {
        let session = ManuallyDrop::new(Session::default());
        build(&job, &session, &config)
    });
    match program {
        Ok(p) => {
            if let Err(e) = std::env::set_current_dir(&job.dir) {
                eprintln!("golite: {}: {e}", job.dir.display());
                return 2;
            }
            machine::run(p, &config)
        }
        Err(Stop(kind, package, text)) => {
            let word = match kind {
                Refusal::Setup => "setup",
                Refusal::Build => "build",
            };
            let _ = std::fs::write(&job.report, format!("{word}\n{package}\n{text}"));
            1
        }
    }
}

/// Without `./` before names of files: so the go command shows them where the compiler has not run.
fn bare(text: &str) -> String {
    text.lines()
        .map(|l| format!("{}\n", l.strip_prefix("./").unwrap_or(l)))
        .collect()
}

fn sources(job: &Job) -> std::io::Result<Folder> {
    if job.files.is_empty() {
        return Folder::read(&job.dir, true);
    }
    let mut out = Folder {
        dir: job.dir.clone(),
        ..Folder::default()
    };
    for f in &job.files {
        let source = Source::read(f)?;
        let list = match loader::folder::is_test_file(source.base()) {
            false => &mut out.files,
            true if source.package.ends_with("_test") => &mut out.external,
            true => &mut out.tests,
        };
        list.push(source);
    }
    Ok(out)
}

fn build(job: &Job, session: &Session, config: &Config) -> Result<crate::bytecode::Program, Stop> {
    let setup = |text: String| Stop(Refusal::Setup, job.path.clone(), text);
    let build = |package: &str, text: String| {
        let own = package == job.path || package == format!("{}_test", job.path);
        let package = match own {
            true => format!("{package} [{}.test]", job.path),
            false => package.to_string(),
        };
        Stop(Refusal::Build, package, text)
    };
    let render = |list: &[Diagnostic]| {
        let renderer = Renderer {
            snippets: false,
            ..Renderer::default()
        };
        renderer.render_all(&session.sources, list)
    };
    let workspace = Workspace::of(&job.dir).map_err(setup)?;
    let folder = sources(job).map_err(|e| setup(format!("{}: {e}", job.dir.display())))?;
    folder.package_name().map_err(setup)?;
    let lang = workspace.lang_of(&job.dir);
    let root = |path: &str, files: Vec<Source>| Root {
        path: path.to_string(),
        shown: path.to_string(),
        dir: job.dir.clone(),
        files,
        lang,
        generated: false,
    };
    let external_path = format!("{}_test", job.path);
    let has_package = !folder.files.is_empty() || !folder.tests.is_empty();
    let has_external = !folder.external.is_empty();
    // Test files are parsed once by themselves, to see what is in them.
    let (mut own, mut external) = (Found::default(), Found::default());
    for (list, found) in [(&folder.tests, &mut own), (&folder.external, &mut external)] {
        for s in list {
            let scratch = crate::base::SourceMap::new();
            let id = scratch.add_file(s.name.clone(), s.text.clone());
            let (file, wrong) = crate::syntax::parse_file(&scratch, id, &session.names);
            if !wrong.is_empty() {
                continue;
            }
            found
                .add(&scratch, &session.names, &file)
                .map_err(|(pos, text)| {
                    let place = match scratch.location(pos) {
                        Some(l) => {
                            let full = loader::workspace::absolute(s.name.as_ref());
                            format!("{}:{}:{}: ", full.display(), l.line, l.col)
                        }
                        None => String::new(),
                    };
                    setup(format!("{place}{text}"))
                })?;
        }
    }
    let covered = match job.cover {
        Some(_) => cover::packages(job, &workspace),
        None => Vec::new(),
    };
    let mut roots = Vec::new();
    if has_package {
        let files = [folder.files, folder.tests].concat();
        roots.push(root(&job.path, files));
    }
    if has_external {
        roots.push(root(&external_path, folder.external));
    }
    let mut counted = Vec::new();
    if job.cover.is_some() {
        counted = cover::count(session, &roots, &covered, &workspace);
    }
    let module = workspace.module_of(&job.dir);
    let text = mainfile::write(&mainfile::Parts {
        path: &job.path,
        module: module.map_or("", |m| m.path.as_str()),
        has_package,
        has_external,
        own: &own,
        external: &external,
        counted: job.cover.map(|m| (m, &counted[..], cover::words(job))),
    });
    let main = match job.path == loader::MAIN {
        true => "main.test",
        false => loader::MAIN,
    };
    roots.push(Root {
        generated: true,
        shown: format!("{}.test", job.path),
        ..root(
            main,
            vec![Source::new("_testmain.go".into(), text.into_bytes())],
        )
    });
    let mut front = ManuallyDrop::new(Front::new(session, config, Purpose::Run));
    front.count(job.cover, counted);
    front
        .check_roots(roots, &workspace)
        .map_err(|e| setup(e.to_string()))?;
    if !front.diagnostics.is_empty() {
        let wrong = front.wrong.first();
        return Err(match wrong {
            Some((package, range)) => build(package, render(&front.diagnostics[range.clone()])),
            None => setup(bare(&render(&front.diagnostics))),
        });
    }
    front
        .lower()
        .map_err(|list| build(&job.path, render(&list)))
}
