//! The commands: what begins with a colon. One table says everything about them.

use crate::driver::doc;
use crate::repl::session::Flow;
use crate::repl::session::Session;
use std::time::Instant;

/// One command.
pub struct Command {
    /// Its name without the colon.
    pub name: &'static str,
    /// What its argument is called in the help; empty if it takes none.
    pub argument: &'static str,
    /// A line of help.
    pub help: &'static str,
    run: fn(&mut Session, &str) -> Flow,
}

/// All commands, in the order of the help.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "help",
        argument: "",
        help: "this list",
        run: help,
    },
    Command {
        name: "type",
        argument: "EXPR",
        help: "the type of an expression, which is not evaluated",
        run: type_of,
    },
    Command {
        name: "doc",
        argument: "NAME",
        help: "what the library, or your own comment, says about a name",
        run: documentation,
    },
    Command {
        name: "dis",
        argument: "FUNC",
        help: "the bytecode of a function",
        run: disassemble,
    },
    Command {
        name: "ast",
        argument: "EXPR",
        help: "the syntax tree of an expression or statement",
        run: tree,
    },
    Command {
        name: "goroutines",
        argument: "",
        help: "the goroutines there are and what they wait for",
        run: goroutines,
    },
    Command {
        name: "chans",
        argument: "",
        help: "the channels there are, what is in them and who waits",
        run: channels,
    },
    Command {
        name: "time",
        argument: "EXPR",
        help: "evaluate and say how long it took",
        run: time,
    },
    Command {
        name: "save",
        argument: "FILE",
        help: "write what was entered so far into a file",
        run: save,
    },
    Command {
        name: "load",
        argument: "FILE",
        help: "enter what is in a file: a saved session or a Go program",
        run: load,
    },
    Command {
        name: "reset",
        argument: "",
        help: "forget everything that was declared",
        run: reset,
    },
    Command {
        name: "quit",
        argument: "",
        help: "leave, as Ctrl-D does",
        run: |_, _| Flow::Leave(0),
    },
];

/// The command that a name or an unambiguous beginning of one stands for, or what to say instead.
pub fn find(name: &str) -> Result<&'static Command, String> {
    if let Some(c) = COMMANDS.iter().find(|c| c.name == name) {
        return Ok(c);
    }
    let fits: Vec<&Command> = COMMANDS
        .iter()
        .filter(|c| !name.is_empty() && c.name.starts_with(name))
        .collect();
    match fits.as_slice() {
        [one] => Ok(one),
        [] => {
            let nearest = COMMANDS.iter().min_by_key(|c| distance(name, c.name));
            let near = nearest.filter(|c| distance(name, c.name) <= 1 + name.len() / 3);
            let hint = match (near, name) {
                (_, "exit" | "bye" | "q!") => "; did you mean :quit?".to_owned(),
                (Some(c), _) => format!("; did you mean :{}?", c.name),
                (None, _) => "; :help lists all".to_owned(),
            };
            Err(format!("unknown command :{name}{hint}"))
        }
        several => {
            let names: Vec<String> = several.iter().map(|c| format!(":{}", c.name)).collect();
            Err(format!(":{name} is ambiguous: {}", names.join(" or ")))
        }
    }
}

/// How many letters must change, come or go to make `b` of `a`.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

/// Runs a line that begins with a colon.
pub fn run(session: &mut Session, line: &str) -> Flow {
    let line = line.trim().trim_start_matches(':');
    let (name, argument) = match line.split_once(|c: char| c.is_whitespace()) {
        Some((n, a)) => (n, a.trim()),
        None => (line, ""),
    };
    let command = match find(name) {
        Ok(c) => c,
        Err(e) => return session.fail(&e),
    };
    match (command.argument.is_empty(), argument.is_empty()) {
        (true, false) => session.fail(&format!(":{} takes no argument", command.name)),
        (false, true) => session.fail(&format!("usage: :{} {}", command.name, command.argument)),
        _ => (command.run)(session, argument),
    }
}

fn help(s: &mut Session, _: &str) -> Flow {
    let mut out = String::from(
        "Type Go: expressions, statements, declarations, imports. Library packages are imported when named.\n\
         An entry goes on over several lines as long as it is unfinished.\n\n",
    );
    for c in COMMANDS {
        let usage = format!(":{} {}", c.name, c.argument);
        out.push_str(&format!("  {usage:<14} {}\n", c.help));
    }
    out.push_str(
        "\n  Tab            complete a name        Ctrl-R   search what was entered\n  \
         Ctrl-C         stop, clear the line    Ctrl-D   leave\n",
    );
    s.say(&out);
    Flow::Go
}

fn type_of(s: &mut Session, expr: &str) -> Flow {
    let result = s.engine().type_of(expr);
    match result {
        Ok(t) => {
            s.say(&(t + "\n"));
            Flow::Go
        }
        Err(d) => s.refuse(&d),
    }
}

fn documentation(s: &mut Session, name: &str) -> Flow {
    let entered = doc::entered(s.engine().entries(), name);
    match entered.map_or_else(|| doc::library(name), Ok) {
        Ok(text) => {
            s.say(&text);
            Flow::Go
        }
        Err(e) => s.fail(&e),
    }
}

fn disassemble(s: &mut Session, func: &str) -> Flow {
    let result = s.engine().disassemble(func);
    match result {
        Ok(text) => {
            s.say(&text);
            Flow::Go
        }
        Err(e) => s.fail(&e),
    }
}

fn tree(s: &mut Session, text: &str) -> Flow {
    let result = s.engine().ast(text);
    match result {
        Ok(text) => {
            s.say(&text);
            Flow::Go
        }
        Err(d) => s.refuse(&d),
    }
}

fn goroutines(s: &mut Session, _: &str) -> Flow {
    let text = super::listing::goroutines(&s.engine().goroutines());
    s.say(&text);
    Flow::Go
}

fn channels(s: &mut Session, _: &str) -> Flow {
    let text = super::listing::channels(&s.engine().channels());
    s.say(&text);
    Flow::Go
}

fn time(s: &mut Session, text: &str) -> Flow {
    let begin = Instant::now();
    let prepared = s.prepare(text);
    let checked = begin.elapsed();
    let Some(prepared) = prepared else {
        return Flow::Failed(1);
    };
    let begin = Instant::now();
    let flow = s.run(prepared);
    let ran = begin.elapsed();
    let line = format!("ran {ran:.1?}, checked and compiled {checked:.1?}");
    s.remark(&line);
    flow
}

fn save(s: &mut Session, file: &str) -> Flow {
    let text: String = s
        .engine()
        .entries()
        .iter()
        .map(|e| format!("{}\n", e.trim_end()))
        .collect();
    let count = s.engine().entries().len();
    match std::fs::write(expand(file), text) {
        Ok(()) => {
            let noun = if count == 1 { "entry" } else { "entries" };
            s.remark(&format!("saved {count} {noun}"));
            Flow::Go
        }
        Err(e) => s.fail(&format!("{file}: {}", reason(&e))),
    }
}

fn load(s: &mut Session, file: &str) -> Flow {
    match std::fs::read(expand(file)) {
        Ok(bytes) => s.load(file, &String::from_utf8_lossy(&bytes)),
        Err(e) => s.fail(&format!("{file}: {}", reason(&e))),
    }
}

/// `~/` is the user's home, as in a shell.
fn expand(file: &str) -> std::path::PathBuf {
    match (file.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => std::path::Path::new(&home).join(rest),
        _ => file.into(),
    }
}

fn reason(e: &std::io::Error) -> String {
    match e.kind() {
        std::io::ErrorKind::NotFound => "no such file or directory".into(),
        std::io::ErrorKind::PermissionDenied => "permission denied".into(),
        std::io::ErrorKind::IsADirectory => "is a directory".into(),
        _ => e.to_string(),
    }
}

fn reset(s: &mut Session, _: &str) -> Flow {
    let result = s.engine().reset();
    match result {
        Ok(()) => {
            s.remark("everything is forgotten");
            Flow::Go
        }
        Err(e) => s.fail(&e),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str) -> Result<&'static str, String> {
        find(name).map(|c| c.name)
    }

    #[test]
    fn names_and_beginnings() {
        assert_eq!(found("type"), Ok("type"));
        assert_eq!(found("h"), Ok("help"));
        assert_eq!(found("q"), Ok("quit"));
        assert_eq!(found("g"), Ok("goroutines"));
        assert_eq!(
            found("t"),
            Err(":t is ambiguous: :type or :time".to_owned())
        );
    }

    #[test]
    fn mistakes_are_understood() {
        let says = |n| found(n).expect_err("wrong");
        assert_eq!(says("tpye"), "unknown command :tpye; did you mean :type?");
        assert_eq!(says("exit"), "unknown command :exit; did you mean :quit?");
        assert_eq!(says("laod"), "unknown command :laod; did you mean :load?");
        assert_eq!(says("xyzzy"), "unknown command :xyzzy; :help lists all");
        assert!(says("").contains(":help"));
    }

    #[test]
    fn the_table_is_in_order() {
        for c in COMMANDS {
            assert!(!c.help.is_empty() && !c.help.ends_with('.'), "{}", c.name);
            assert_eq!(COMMANDS.iter().filter(|o| o.name == c.name).count(), 1);
        }
    }
}
