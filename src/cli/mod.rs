//! The commands: argument parsing, then one call into the driver each.

pub mod args;

use crate::driver::config::Config;
use crate::driver::corpus;
use crate::driver::explain;
use crate::driver::process;
use crate::driver::stage;
use crate::driver::test;
use crate::repl;
use args::Command;
use std::io::IsTerminal;

/// The life of a process that was started as the command.
pub fn process() -> ! {
    process::begin();
    // A panic has said what there is to say.
    let status = std::panic::catch_unwind(main).unwrap_or(101);
    process::exit(status)
}

/// Runs the command line; answers the exit status.
pub fn main() -> i32 {
    let given: Vec<String> = std::env::args().collect();
    // The flags of tests are those of `go test`, which are written in another way than all others.
    match given.get(1).map(String::as_str) {
        Some(test::CHILD) => return test::child_main(&given[2..]),
        Some("test") if !args::is_about_corpus(&given[2..]) => {
            process::end_at_broken_pipe();
            return test::main(&given[2..]);
        }
        _ => {}
    }
    if let Some(word) = given.get(1)
        && let Some(meant) = args::misspelled_command(word)
    {
        eprintln!("golite: {word}: unknown command; did you mean `golite {meant}`?");
        return 2;
    }
    let args = args::with_default_command(given);
    match args::parse(args) {
        Command::Run(a) => {
            let (program, rest) = stage::split_program(&a.program);
            let args = [&program[..1], rest].concat();
            stage::run(program, &a.opts.config(args))
        }
        Command::Test(a) => corpus::test_corpus(&corpus::Options {
            corpus: a.corpus.unwrap_or_default(),
            jobs: a.jobs,
            junit: a.junit,
            filter: a.filter,
            all_modes: a.all_modes,
            verbose: a.verbose,
        }),
        Command::Repl(a) => {
            let config = a.opts.config(vec!["golite".into()]);
            if a.eval.is_empty() {
                repl::main(&config)
            } else {
                repl::evaluate(&a.eval, &config)
            }
        }
        Command::Doc(a) => stage::doc(&a.name.join(".")),
        Command::Check(a) => {
            let config = Config {
                all_errors: a.all_errors,
                lang: a.lang,
                style: a.report.style(std::io::stderr().is_terminal()),
                ..Config::default()
            };
            if a.fix {
                stage::fix(&a.files, &config)
            } else {
                stage::check(&a.files, &config)
            }
        }
        Command::Explain(a) => {
            let style = a.report.style(std::io::stdout().is_terminal());
            explain::explain(a.code.as_deref(), style)
        }
        Command::Tokens(a) => stage::tokens(&a.file),
        Command::Ast(a) => stage::ast(&a.file),
        Command::Types(a) => stage::types(&a.file),
        Command::Dis(a) => stage::dis(&a.file, a.func.as_deref(), a.all),
    }
}
