//! The prompt: golite without a program. At a terminal there is an editor, in a pipe entries are read line by line, and
//! `-e` takes them from the command line.
//!
//! Everything about Go is in `driver::interactive`; here is what a user sees. The session runs on one thread with a deep
//! stack, which is also where rustyline asks its helper.

mod colors;
mod command;
mod editor;
mod history;
mod listing;
mod output;
mod session;

use crate::diag::Style;
use crate::driver::config::Config;
use crate::driver::front::with_deep_stack;
use crate::driver::interactive::Hooks;
use crate::driver::interactive::Interactive;
use crate::driver::signal;
use crate::driver::terminal::Terminal;
use history::HistoryFile;
use output::Output;
use rustyline::error::ReadlineError;
use session::Flow;
use session::Script;
use session::Session;
use std::cell::RefCell;
use std::io::BufRead;
use std::io::IsTerminal;
use std::io::Read;
use std::rc::Rc;
use std::sync::Arc;

/// Runs the prompt, or reads a pipe; answers the exit status.
pub fn main(config: &Config) -> i32 {
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        with_deep_stack(|| terminal(config))
    } else {
        with_deep_stack(|| pipe(config))
    }
}

/// `-e CODE`, once or several times; answers the exit status.
pub fn evaluate(code: &[String], config: &Config) -> i32 {
    with_deep_stack(|| {
        let mut session = match plain_session(config) {
            Ok(s) => s,
            Err(status) => return status,
        };
        for (i, text) in code.iter().enumerate() {
            let name = match i {
                0 => "<-e>".to_owned(),
                _ => format!("<-e {}>", i + 1),
            };
            match session.load(&name, text) {
                Flow::Go => {}
                Flow::Failed(status) | Flow::Leave(status) => return status,
            }
        }
        0
    })
}

/// The interactive session did not come up.
fn broken(e: &str) -> i32 {
    eprintln!("golite: {e}");
    2
}

/// A session without a terminal: the program's output goes where the process's goes.
fn plain_session(config: &Config) -> Result<Session, i32> {
    let hooks = Hooks {
        bare: true,
        ..Hooks::default()
    };
    let engine = Interactive::new(config, hooks).map_err(|e| broken(&e))?;
    Ok(Session::new(
        Rc::new(RefCell::new(engine)),
        None,
        config.style,
    ))
}

/// Entries from standard input up to the first that fails, each as soon as its last line has come; a Go program there is
/// entered as a whole, and main is called.
fn pipe(config: &Config) -> i32 {
    let mut session = match plain_session(config) {
        Ok(s) => s,
        Err(status) => return status,
    };
    let flow = read_entries(&mut session);
    match flow {
        Flow::Go => 0,
        Flow::Failed(status) | Flow::Leave(status) => status,
    }
}

fn read_entries(session: &mut Session) -> Flow {
    const NAME: &str = "<standard input>";
    let mut input = std::io::stdin().lock();
    let mut script = Script::new(NAME);
    // What has come while nothing but comments was there: a package clause may follow.
    let mut head = Some(String::new());
    loop {
        let mut line = Vec::new();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => return session.end(script),
            Ok(_) => {}
            Err(e) => return session.fail(&format!("golite: standard input: {e}")),
        }
        let line = String::from_utf8_lossy(&line);
        if let Some(text) = &mut head {
            text.push_str(&line);
            if session::is_program(text) {
                let mut rest = Vec::new();
                if let Err(e) = input.read_to_end(&mut rest) {
                    return session.fail(&format!("golite: standard input: {e}"));
                }
                text.push_str(&String::from_utf8_lossy(&rest));
                return session.run_program(NAME, text);
            }
            if session::has_code(text) {
                head = None;
            }
        }
        match session.feed(&mut script, &line) {
            Flow::Go => {}
            end => return end,
        }
    }
}

/// The prompt at a terminal.
fn terminal(config: &Config) -> i32 {
    let color = colors::wanted();
    let output = Arc::new(Output::default());
    let (out, err, reports) = (output.clone(), output.clone(), output.clone());
    let (last_words, settings) = (output.clone(), Terminal::of_stdin());
    let hooks = Hooks {
        stdout: Some(Box::new(move |bytes| out.write(bytes))),
        stderr: Some(Box::new(move |bytes| err.write(bytes))),
        report: Some(Box::new(move |report| {
            let text = session::shortened(report);
            reports.write(session::paint_report(color, &text).as_bytes());
        })),
        exited: Some(Box::new(move |status| {
            // The line that is being edited is left as it is.
            last_words.end_editing();
            print!("\x1b[?2004l\r\n");
            if let Some(settings) = settings {
                settings.restore();
            }
            std::process::exit(status);
        })),
        color,
        bare: false,
    };
    let engine = match Interactive::new(config, hooks) {
        Ok(e) => Rc::new(RefCell::new(e)),
        Err(e) => return broken(&e),
    };
    let mut editor = match editor::editor(engine.clone(), output.clone(), color) {
        Ok(e) => e,
        Err(e) => return broken(&e.to_string()),
    };
    if let Ok(printer) = editor.create_external_printer() {
        let output = output.clone();
        let thread = std::thread::Builder::new().name("printer".into());
        // Without the thread, background output appears with the next key.
        let _ = thread.spawn(move || output.serve(printer));
    }
    let history = HistoryFile::of_user();
    for entry in history.load() {
        let _ = editor.add_history_entry(entry);
    }
    let style = Style {
        color,
        ..config.style
    };
    let mut session = Session::new(engine, Some(output.clone()), style);
    session.remark(&format!(
        "golite {} · Go 1.27 · :help for help, Ctrl-D to leave",
        env!("CARGO_PKG_VERSION")
    ));
    loop {
        let interrupter = session.engine().interrupter();
        signal::on_interrupt(move || interrupter.interrupt());
        if let Some((columns, _)) = editor.dimensions()
            && let Some(helper) = editor.helper()
        {
            helper.set_columns(usize::from(columns));
        }
        output.begin_editing();
        let line = editor.readline(editor::PROMPT);
        output.end_editing();
        let text = match line {
            Ok(text) => text,
            Err(ReadlineError::Interrupted) => continue,
            Err(ReadlineError::Eof) => return 0,
            Err(e) => return broken(&e.to_string()),
        };
        if text.trim().is_empty() {
            continue;
        }
        history.append(&text);
        let _ = editor.add_history_entry(text.as_str());
        if let Flow::Leave(status) = session.enter(&text) {
            return status;
        }
    }
}
