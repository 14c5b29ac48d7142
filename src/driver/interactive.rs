//! A program that is typed line by line: entries are parsed, checked and lowered one after another and run on a machine
//! that stays alive between them.
//!
//! An entry is a list of imports, declarations, statements and expressions. All of it is checked and lowered before any of
//! it runs, and an entry that is refused leaves nothing behind. See [`session`] for how the parts work together.

pub mod complete;
mod engine;
pub mod hint;
pub mod library;
pub mod operand;
pub mod session;
mod split;
pub mod text;

use crate::base::Interner;
use crate::base::SourceMap;
use crate::base::Span;
use crate::check::GoVersion;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::driver::config::Config;
use crate::driver::interactive::engine::Handle;
use crate::driver::machine;
use crate::lower::session::Look;
use crate::natives;
use crate::types::ObjectId;
use crate::types::PackageId;
use crate::types::ScopeId;
use crate::types::TypeId;
use crate::types::Types;
use crate::vm::Host;
pub use crate::vm::live::ChanInfo;
pub use crate::vm::live::Ended;
pub use crate::vm::live::GoroutineInfo;
pub use crate::vm::live::Interrupter;
use crate::vm::live::Live;
use std::sync::Arc;

/// Where what a program prints goes.
pub type Sink = Box<dyn Fn(&[u8]) + Send + Sync>;
/// Who is told of the end of a background goroutine.
pub type Reporter = Box<dyn Fn(&str) + Send + Sync>;

/// What the prompt wants to hear of, and how values are to look.
#[derive(Default)]
pub struct Hooks {
    /// What the program writes to standard output; none: it goes there.
    pub stdout: Option<Sink>,
    /// The same for standard error.
    pub stderr: Option<Sink>,
    /// Reports of goroutines in the background that panicked.
    pub report: Option<Reporter>,
    /// Told when the program calls os.Exit while no entry runs.
    pub exited: Option<Box<dyn Fn(i32) + Send + Sync>>,
    /// Whether the types behind values are dimmed with terminal codes.
    pub color: bool,
    /// Whether values are printed without their types.
    pub bare: bool,
}

/// Whether a text can be an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Completeness {
    /// It can be run.
    Complete,
    /// More text could make it right.
    Incomplete,
    /// It is wrong whatever follows.
    Wrong,
}

/// An entry that was accepted: its names are declared, it has not run.
#[derive(Debug)]
pub struct Prepared {
    /// The names it declares, in order.
    pub declared: Vec<String>,
    /// Whether it declares a function main (a loaded program), which nobody has called.
    pub has_main: bool,
    entry: crate::bytecode::FuncId,
}

/// A session at the prompt.
pub struct Interactive {
    front: Handle,
    live: Live,
    config: Config,
    hooks: Arc<Hooks>,
    entries: Vec<String>,
}

impl Interactive {
    /// Starts a machine with nothing declared.
    pub fn new(config: &Config, hooks: Hooks) -> Result<Interactive, String> {
        let hooks = Arc::new(hooks);
        let (front, live) = start(config, &hooks)?;
        Ok(Interactive {
            front,
            live,
            config: config.clone(),
            hooks,
            entries: Vec::new(),
        })
    }

    /// What lexer and parser say of a text.
    pub fn completeness(&self, text: &str) -> Completeness {
        text::completeness(text)
    }

    /// Parses, checks and lowers an entry and declares its names. Nothing is declared when it is refused.
    pub fn prepare(&mut self, text: &str) -> Result<Prepared, Vec<Diagnostic>> {
        self.accept(None, text)
    }

    /// The same for the text of a file: a source file with a package clause, whose declarations are taken over without calling
    /// main, or a script of entries.
    pub fn prepare_file(&mut self, name: &str, text: &str) -> Result<Prepared, Vec<Diagnostic>> {
        self.accept(Some(name.to_string()), text)
    }

    fn accept(&mut self, name: Option<String>, text: &str) -> Result<Prepared, Vec<Diagnostic>> {
        let owned = text.to_string();
        let answer = self.front.ask(move |e| e.prepare(name.as_deref(), &owned));
        let (prepared, extension) = answer.unwrap_or_else(failed)?;
        self.live
            .extend(extension)
            .or_else(|e| failed(e.to_string()))?;
        self.entries.push(text.to_string());
        Ok(prepared)
    }

    /// Runs an entry to its end.
    pub fn run(&mut self, p: Prepared) -> Ended {
        self.live.eval(p.entry)
    }

    /// The texts of all entries, for rendering diagnostics: positions are those of the typed text.
    pub fn sources(&self) -> &SourceMap {
        &self.front.session.sources
    }

    /// Ends the running entry from another thread.
    pub fn interrupter(&self) -> Interrupter {
        self.live.interrupter()
    }

    /// The static type of an expression, as `%T` and messages write it.
    pub fn type_of(&mut self, expr: &str) -> Result<String, Vec<Diagnostic>> {
        let text = expr.to_string();
        let answer = self.front.ask(move |e| e.type_of(&text));
        answer.unwrap_or_else(failed).map(|t| t.0)
    }

    /// The syntax tree of an entry.
    pub fn ast(&self, text: &str) -> Result<String, Vec<Diagnostic>> {
        text::tree(text)
    }

    /// The bytecode of the functions whose name contains `func`.
    pub fn disassemble(&mut self, func: &str) -> Result<String, String> {
        let name = func.to_string();
        self.front.ask(move |e| e.disassemble(&name))?
    }

    /// The entries accepted so far.
    pub fn entries(&self) -> &[String] {
        &self.entries
    }

    /// The goroutines there are.
    pub fn goroutines(&self) -> Vec<GoroutineInfo> {
        self.live.goroutines()
    }

    /// The channels there are.
    pub fn channels(&self) -> Vec<ChanInfo> {
        self.live.channels()
    }

    /// Forgets everything: a new machine with nothing declared.
    pub fn reset(&mut self) -> Result<(), String> {
        (self.front, self.live) = start(&self.config, &self.hooks)?;
        self.entries.clear();
        Ok(())
    }

    // ---- what completion and hints ask ----

    /// Types, objects and scopes.
    pub fn types(&self) -> &Types {
        &self.front.session.types
    }

    /// The names.
    pub fn names(&self) -> &Interner {
        &self.front.session.names
    }

    /// The package all entries belong to.
    pub fn package(&self) -> PackageId {
        self.front.session.main
    }

    /// The scope of everything declared; inside the universe.
    pub fn scope(&self) -> ScopeId {
        self.front.session.scope
    }

    /// Everything declared so far.
    pub fn scope_names(&self) -> Vec<(String, ObjectId)> {
        let types = &self.front.session.types;
        let elems = types.scope(self.front.session.scope).elems();
        elems
            .into_iter()
            .map(|(n, o)| (types.str(n).to_string(), o))
            .collect()
    }

    /// What a name denotes: declared here, or predeclared.
    pub fn object(&self, name: &str) -> Option<ObjectId> {
        let name = self.front.session.names.get(name)?;
        let types = &self.front.session.types;
        types
            .lookup_parent(self.front.session.scope, name)
            .map(|f| f.1)
    }

    /// The type of an expression, if it is right.
    pub fn check_expr_type(&mut self, expr: &str) -> Option<TypeId> {
        let text = expr.to_string();
        self.front
            .ask(move |e| e.type_of(&text))
            .ok()?
            .ok()
            .map(|t| t.1)
    }

    /// The type of the expression that takes these bytes of an entry, which may be wrong in other places.
    pub fn type_at(&mut self, text: &str, from: usize, to: usize) -> Option<TypeId> {
        let text = text.to_string();
        self.front.ask(move |e| e.type_at(&text, from, to)).ok()?
    }

    /// The library package that a name stands for when nothing of that name is declared: its path.
    pub fn library_package(&self, name: &str) -> Option<String> {
        library::path_of(name).map(str::to_string)
    }

    /// Loads a library package (if there is one of that path) so that its scope can be looked at.
    pub fn load_package(&mut self, path: &str) -> Option<PackageId> {
        let path = path.to_string();
        self.front.ask(move |e| e.load_package(&path)).ok()?
    }
}

/// Starts a front end and its machine.
fn start(config: &Config, hooks: &Arc<Hooks>) -> Result<(Handle, Live), String> {
    let lang = config
        .lang
        .as_deref()
        .and_then(GoVersion::parse)
        .unwrap_or(GoVersion::CURRENT);
    let (front, program) = engine::start(
        lang,
        Look {
            color: hooks.color,
            bare: hooks.bare,
        },
    )?;
    let set_up = machine::set_up(config, host(hooks));
    let (live, ended) = Live::start(program, &natives::find, set_up).map_err(|e| e.to_string())?;
    match ended {
        Ended::Done => Ok((front, live)),
        other => Err(format!("the library can not be initialized: {other:?}")),
    }
}

/// The hooks as the machine wants them.
fn host(hooks: &Arc<Hooks>) -> Host {
    let mut host = Host::default();
    if hooks.stdout.is_some() {
        let h = hooks.clone();
        host.stdout = Some(Box::new(move |b| h.stdout.iter().for_each(|f| f(b))));
    }
    if hooks.stderr.is_some() {
        let h = hooks.clone();
        host.stderr = Some(Box::new(move |b| h.stderr.iter().for_each(|f| f(b))));
    }
    if hooks.report.is_some() {
        let h = hooks.clone();
        host.report = Some(Box::new(move |t| h.report.iter().for_each(|f| f(t))));
    }
    if hooks.exited.is_some() {
        let h = hooks.clone();
        host.exited = Some(Box::new(move |c| h.exited.iter().for_each(|f| f(c))));
    }
    host
}

/// What to say when the front end itself failed.
fn failed<T>(why: String) -> Result<T, Vec<Diagnostic>> {
    Err(vec![Diagnostic::error(
        Code::UnsupportedFeature,
        Span::NONE,
        why,
    )])
}
