//! The command line. `golite FILE args...` is short for `golite run FILE args...`.

use crate::base::distance;
use crate::diag::Format;
use crate::diag::Style;
use crate::driver::config;
use crate::driver::config::Config;
use crate::driver::config::GcMode;
use clap::Args;
use clap::Parser;
use clap::Subcommand;
use std::io::IsTerminal;
use std::path::Path;
use std::path::PathBuf;

/// Go's concurrency as a scripting language.
#[derive(Parser, Debug)]
#[command(name = "golite", version, about, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Run a program: files, a directory or import path of a main package, or - for standard input
    Run(RunArgs),
    /// Run the tests of packages, with the flags of go test, or a corpus of programs
    Test(TestArgs),
    /// The prompt: Go line by line; what golite does without arguments
    Repl(ReplArgs),
    /// Show a declaration of the library and its documentation: doc strings.Repeat
    Doc(DocArgs),
    /// Report every error in the files, without running
    Check(CheckArgs),
    /// Explain a diagnostic or a run-time error; without CODE, list them all
    Explain(ExplainArgs),
    /// Print the tokens of a file, with the semicolons the lexer inserts
    Tokens(FileArgs),
    /// Print the syntax tree of a file
    Ast(FileArgs),
    /// Print the checker's findings: the type of every expression and declaration
    Types(FileArgs),
    /// Print the bytecode of a program
    Dis(DisArgs),
}

/// `golite run`
#[derive(Args, Debug)]
pub struct RunArgs {
    /// How it runs.
    #[command(flatten)]
    pub opts: RunOptions,
    /// The program: FILES, DIR, an import path or -, then the arguments it sees in os.Args
    #[arg(
        required = true,
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "FILES|DIR|PATH|- [ARGS]"
    )]
    pub program: Vec<String>,
}

/// Flags that say how errors are shown.
#[derive(Args, Debug, Default, Clone)]
pub struct ReportOptions {
    /// Colours: auto (on a terminal, unless NO_COLOR is set), always or never
    #[arg(long, value_name = "WHEN", value_parser = ["auto", "always", "never"])]
    pub color: Option<String>,
    /// How errors in the source are shown: graphical, narrated (for screen readers) or json (one object a line)
    #[arg(long, value_name = "FORMAT", value_parser = ["graphical", "narrated", "json"])]
    pub format: Option<String>,
}

/// Flags that say how a program runs.
#[derive(Args, Debug, Default)]
pub struct RunOptions {
    /// How errors are shown.
    #[command(flatten)]
    pub report: ReportOptions,
    /// Explain a panic or a deadlock below Go's report, as on a terminal
    #[arg(long)]
    pub explain: bool,
    /// Worker threads (default: GOMAXPROCS, else the number of CPUs)
    #[arg(long, value_name = "N")]
    pub procs: Option<usize>,
    /// A repeatable schedule on one worker with virtual time
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Tell on standard error what happens to goroutines: started, waiting, woken, ended
    #[arg(long)]
    pub trace: bool,
    /// normal, or stress: collect at every allocation
    #[arg(long, value_name = "MODE", value_parser = ["normal", "stress"])]
    pub gc: Option<String>,
    /// Memory the program may use, such as 512M or 2G
    #[arg(long, value_name = "SIZE", value_parser = |s: &str| config::parse_size(s).ok_or("not a size"))]
    pub max_memory: Option<u64>,
    /// Language version, such as go1.21
    #[arg(long, value_name = "VERSION")]
    pub lang: Option<String>,
}

/// `golite test`
#[derive(Args, Debug)]
pub struct TestArgs {
    /// A folder of programs with `// Output:` blocks, .want files, ERROR comments, or goldens
    #[arg(long, value_name = "DIR", required = true)]
    pub corpus: Option<PathBuf>,
    /// Programs of the corpus at once (default: the number of CPUs)
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
    /// Write a report of the corpus in JUnit's format
    #[arg(long, value_name = "FILE")]
    pub junit: Option<PathBuf>,
    /// Only programs of the corpus whose name matches
    #[arg(long, value_name = "REGEXP")]
    pub filter: Option<String>,
    /// Run each program of the corpus with 1, 2 and 8 workers and with a collection at every allocation
    #[arg(long)]
    pub all_modes: bool,
    /// A line for each test
    #[arg(short, long)]
    pub verbose: bool,
}

/// `golite repl`, `golite -e CODE`
#[derive(Args, Debug)]
pub struct ReplArgs {
    /// How entries run.
    #[command(flatten)]
    pub opts: RunOptions,
    /// Evaluate CODE and end; may be given several times
    #[arg(
        short = 'e',
        long = "eval",
        value_name = "CODE",
        allow_hyphen_values = true
    )]
    pub eval: Vec<String>,
}

/// `golite doc`
#[derive(Args, Debug)]
pub struct DocArgs {
    /// PACKAGE, PACKAGE.NAME or PACKAGE.TYPE.MEMBER; dots may be blanks
    #[arg(required = true)]
    pub name: Vec<String>,
}

/// `golite check`
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// How errors are shown.
    #[command(flatten)]
    pub report: ReportOptions,
    /// Repair the files where the repair is plain, then report what is left
    #[arg(long)]
    pub fix: bool,
    /// Report all errors, not only the first ten
    #[arg(long)]
    pub all_errors: bool,
    /// Language version, such as go1.21
    #[arg(long, value_name = "VERSION")]
    pub lang: Option<String>,
    /// Files of one package, or directories, import paths and patterns such as ./...
    #[arg(required = true)]
    pub files: Vec<String>,
}

/// `golite explain`
#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// How it is shown.
    #[command(flatten)]
    pub report: ReportOptions,
    /// The code, such as UnusedVar or deadlock
    pub code: Option<String>,
}

/// A dump of one file.
#[derive(Args, Debug)]
pub struct FileArgs {
    /// The file
    pub file: PathBuf,
}

/// `golite dis`
#[derive(Args, Debug)]
pub struct DisArgs {
    /// Only functions whose name contains this
    #[arg(long, value_name = "NAME")]
    pub func: Option<String>,
    /// Library functions too
    #[arg(long)]
    pub all: bool,
    /// The file
    pub file: PathBuf,
}

impl ReportOptions {
    /// The style they ask for; `terminal` says whether the stream that is written to is one.
    pub fn style(&self, terminal: bool) -> Style {
        let set = |name| std::env::var_os(name).is_some_and(|v| !v.is_empty());
        let color = match self.color.as_deref() {
            Some("always") => true,
            Some("never") => false,
            _ => terminal && !set("NO_COLOR") && std::env::var("TERM").as_deref() != Ok("dumb"),
        };
        let format = match self.format.as_deref() {
            Some("json") => Format::Json,
            Some("narrated") => Format::Narrated,
            None if set("NO_GRAPHICS") => Format::Narrated,
            _ => Format::Graphical,
        };
        Style { format, color }
    }
}

impl RunOptions {
    /// The settings they make.
    pub fn config(&self, args: Vec<String>) -> Config {
        let mut c = Config {
            args,
            lang: self.lang.clone(),
            procs: self.procs.map(|n| n.clamp(1, 256)),
            seed: self.seed,
            trace: self.trace,
            style: self.report.style(std::io::stderr().is_terminal()),
            explain: self.explain || std::io::stderr().is_terminal(),
            ..Config::default()
        };
        if self.gc.as_deref() == Some("stress") {
            c.gc = GcMode::Stress;
        }
        if let Some(n) = self.max_memory {
            c.max_memory = n;
        }
        c
    }
}

/// Whether the arguments after `golite test` are about a corpus (or ask for help), and not about tests of packages.
pub fn is_about_corpus(args: &[String]) -> bool {
    let own = |a: &&String| !matches!(a.as_str(), "-args" | "--args");
    args.iter()
        .take_while(own)
        .any(|a| a == "--corpus" || a.starts_with("--corpus=") || a == "--help" || a == "-h")
}

/// The words that [`Command`] knows.
const COMMANDS: &[&str] = &[
    "run", "test", "repl", "doc", "check", "explain", "tokens", "ast", "types", "dis",
];

/// The command that `word` is a misspelling of, if it can not be meant as a program: no file is called so, nor does it look like
/// the name of one or like an import path.
pub fn misspelled_command(word: &str) -> Option<&'static str> {
    let program = word.starts_with('-') || word.contains(['.', '/']) || Path::new(word).exists();
    let known = COMMANDS.contains(&word);
    (!program && !known).then(|| distance::nearest(word, COMMANDS.iter().copied()))?
}

/// Puts `run` before a first argument that is no command and no flag of the command itself; `repl` where there is none, and
/// before `-e`.
pub fn with_default_command(mut args: Vec<String>) -> Vec<String> {
    const OWN_FLAGS: &[&str] = &["-h", "--help", "-V", "--version"];
    if args
        .get(1)
        .is_none_or(|a| a == "--eval" || a.starts_with("-e") || a.starts_with("--eval="))
    {
        args.insert(args.len().min(1), "repl".into());
        return args;
    }
    if let Some(first) = args.get(1)
        && !COMMANDS.contains(&first.as_str())
        && !OWN_FLAGS.contains(&first.as_str())
    {
        args.insert(1, "run".into());
    }
    args
}

/// What the command line asks for. Where it is plain, the parser is not asked: to set it up takes as long as to check a small program.
pub fn parse(args: Vec<String>) -> Command {
    let flag = |a: &String| a.starts_with('-');
    let words = args.get(2..).unwrap_or_default();
    match args.get(1).map(String::as_str) {
        // All that follows the program is the program's.
        Some("run") if words.first().is_some_and(|w| !flag(w)) => Command::Run(RunArgs {
            opts: RunOptions::default(),
            program: words.to_vec(),
        }),
        Some("check") if !words.is_empty() && !words.iter().any(flag) => {
            Command::Check(CheckArgs {
                report: ReportOptions::default(),
                fix: false,
                all_errors: false,
                lang: None,
                files: words.to_vec(),
            })
        }
        _ => Cli::parse_from(args).command,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_alone_is_run() {
        let args = with_default_command(vec!["golite".into(), "x.go".into(), "-v".into()]);
        let Command::Run(run) = Cli::parse_from(args).command else {
            panic!("not run")
        };
        assert_eq!(run.program, ["x.go", "-v"]);
    }

    #[test]
    fn plain_command_lines_mean_what_the_parser_says() {
        let lines: [&[&str]; 6] = [
            &["run", "x.go"],
            &["run", "x.go", "y.go", "--procs=2", "-h", "--", "z"],
            &["run", "--procs=2", "x.go", "-h"],
            &["check", "x.go", "./..."],
            &["check", "x.go", "--all-errors"],
            &["check", "--fix", "x.go"],
        ];
        for line in lines {
            let args: Vec<String> = ["golite"]
                .iter()
                .chain(line)
                .map(|a| a.to_string())
                .collect();
            let parsed = Cli::parse_from(args.clone()).command;
            assert_eq!(format!("{:?}", parse(args)), format!("{parsed:?}"));
        }
    }

    #[test]
    fn nothing_is_the_prompt() {
        let eval = |args: &[&str]| {
            let args = ["golite"].iter().chain(args).map(|a| a.to_string());
            match Cli::parse_from(with_default_command(args.collect())).command {
                Command::Repl(a) => a.eval,
                _ => panic!("no prompt"),
            }
        };
        assert!(eval(&[]).is_empty() && eval(&["repl"]).is_empty());
        assert_eq!(eval(&["-e", "-1", "-e", "x"]), ["-1", "x"]);
        assert_eq!(eval(&["-e=1"]), ["1"]);
        assert_eq!(eval(&["repl", "--seed=1", "--eval=1"]), ["1"]);
    }

    #[test]
    fn a_misspelled_command_is_recognized() {
        assert_eq!(misspelled_command("rum"), Some("run"));
        assert_eq!(misspelled_command("chekc"), Some("check"));
        for program in ["run", "rum.go", "./rum", "-", "fibonacci"] {
            assert_eq!(misspelled_command(program), None);
        }
    }

    #[test]
    fn flags_after_the_file_belong_to_the_program() {
        let cli = Cli::parse_from(["golite", "run", "--procs=3", "x.go", "--procs=4"]);
        let Command::Run(run) = cli.command else {
            panic!("not run")
        };
        assert_eq!(run.opts.procs, Some(3));
        assert_eq!(run.program, ["x.go", "--procs=4"]);
    }
}
