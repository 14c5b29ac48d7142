//! The line editor: what rustyline asks while a line is typed, and a few keys of our own.
//!
//! Everything about Go comes from the driver. An entry is taken when Enter is pressed and the parser has no use for another
//! line; else the next line begins, indented as deep as brackets are open, and a closing brace steps back.

use crate::driver::interactive::Completeness;
use crate::driver::interactive::Interactive;
use crate::driver::interactive::complete;
use crate::driver::interactive::hint;
use crate::driver::interactive::text;
use crate::driver::lexical;
use crate::repl::colors;
use crate::repl::command;
use crate::repl::output::Output;
use rustyline::Cmd;
use rustyline::ConditionalEventHandler;
use rustyline::Context;
use rustyline::Event;
use rustyline::EventContext;
use rustyline::EventHandler;
use rustyline::KeyCode;
use rustyline::KeyEvent;
use rustyline::Modifiers;
use rustyline::RepeatCount;
use rustyline::completion::Completer;
use rustyline::completion::FilenameCompleter;
use rustyline::highlight::CmdKind;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hint;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::ValidationContext;
use rustyline::validate::ValidationResult;
use rustyline::validate::Validator;
use std::borrow::Cow;
use std::cell::Cell;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

/// The editor of the prompt.
pub type Editor = rustyline::Editor<Helper, MemHistory>;

/// An editor over an interactive session.
pub fn editor(
    engine: Rc<RefCell<Interactive>>,
    output: Arc<Output>,
    color: bool,
) -> rustyline::Result<Editor> {
    let config = rustyline::Config::builder()
        .auto_add_history(false)
        .max_history_size(super::history::KEPT)?
        .history_ignore_dups(true)?
        .completion_type(rustyline::CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .completion_prompt_limit(150)
        // Colours are the helper's affair: it is asked to draw the line in any case.
        .color_mode(rustyline::ColorMode::Forced)
        .bell_style(rustyline::config::BellStyle::None)
        .tab_stop(8)
        .indent_size(1)
        .bracketed_paste(true)
        .build();
    let history = MemHistory::with_config(&config);
    let mut editor = Editor::with_history(config, history)?;
    let pending = Arc::new(AtomicBool::new(false));
    editor.set_helper(Some(Helper {
        stepping_back: pending.clone(),
        engine,
        output,
        color,
        files: FilenameCompleter::new(),
        columns: Cell::new(80),
    }));
    let mut bind = |key, handler: Box<dyn ConditionalEventHandler>| {
        let key = KeyEvent(key, Modifiers::NONE);
        editor.bind_sequence(key, EventHandler::Conditional(handler));
    };
    bind(KeyCode::Enter, Box::new(Enter));
    bind(KeyCode::Tab, Box::new(Tab));
    for c in ['}', ')'] {
        let pending = pending.clone();
        bind(KeyCode::Char(c), Box::new(Closing { c, pending }));
    }
    Ok(editor)
}

/// What rustyline asks.
pub struct Helper {
    engine: Rc<RefCell<Interactive>>,
    output: Arc<Output>,
    color: bool,
    files: FilenameCompleter,
    columns: Cell<usize>,
    /// Whether the completion that is asked for is that of [`Closing`].
    stepping_back: Arc<AtomicBool>,
}

impl Helper {
    /// Says how wide the terminal is.
    pub fn set_columns(&self, n: usize) {
        self.columns.set(n);
    }
}

impl rustyline::Helper for Helper {}

/// Whether Enter ends the entry.
fn wants_more(text: &str) -> bool {
    !text.trim_start().starts_with(':')
        && (text::completeness(text) == Completeness::Incomplete || lexical::is_open_comment(text))
}

impl Validator for Helper {
    fn validate(&self, ctx: &mut ValidationContext) -> rustyline::Result<ValidationResult> {
        Ok(if wants_more(ctx.input()) {
            ValidationResult::Incomplete
        } else {
            ValidationResult::Valid(None)
        })
    }
}

impl Completer for Helper {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        if self.stepping_back.swap(false, Relaxed) {
            let indent = &line[..pos];
            let opened = indent.trim_end_matches(['\t', ' ']);
            let close = match lexical::innermost_open(opened) {
                Some('(') => ")",
                _ => "}",
            };
            return Ok((pos - 1, vec![close.to_owned()]));
        }
        let mut engine = self.engine.borrow_mut();
        let at = line.len() - line.trim_start().len();
        let Some(rest) = line[at..].strip_prefix(':') else {
            return Ok(complete::complete(&mut engine, line, pos));
        };
        let name_len = rest.find(|c: char| c.is_whitespace()).unwrap_or(rest.len());
        let argument = at + 1 + name_len;
        if pos <= argument {
            let typed = &line[at..pos];
            let names = command::COMMANDS.iter().map(|c| format!(":{}", c.name));
            return Ok((at, names.filter(|n| n.starts_with(typed)).collect()));
        }
        match command::find(&rest[..name_len]) {
            Ok(c) if c.argument == "FILE" => {
                let (start, found) = self.files.complete_path(line, pos)?;
                Ok((start, found.into_iter().map(|p| p.replacement).collect()))
            }
            Ok(c) if !c.argument.is_empty() => {
                let (start, found) =
                    complete::complete(&mut engine, &line[argument..], pos - argument);
                Ok((argument + start, found))
            }
            _ => Ok((pos, Vec::new())),
        }
    }
}

/// A hint that is only looked at: it can not be taken over into the line.
pub struct Shown(String);

impl Hint for Shown {
    fn display(&self) -> &str {
        &self.0
    }
    fn completion(&self) -> Option<&str> {
        None
    }
}

impl Hinter for Helper {
    type Hint = Shown;

    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<Shown> {
        if pos < line.len() || line.is_empty() || line.starts_with(':') {
            return None;
        }
        let text = hint::hint(&mut self.engine.borrow_mut(), line)?;
        let last = line.rsplit('\n').next().unwrap_or(line);
        let used = PROMPT.len()
            + last
                .chars()
                .map(|c| if c == '\t' { 8 } else { 1 })
                .sum::<usize>();
        let room = self.columns.get().saturating_sub(used + 1);
        if text.chars().count() <= room {
            return Some(Shown(text));
        }
        let short: String = text.chars().take(room.checked_sub(4)?).collect();
        Some(Shown(short + "..."))
    }
}

/// What stands before the line.
pub const PROMPT: &str = "go> ";

impl Highlighter for Helper {
    fn highlight<'l>(&self, line: &'l str, pos: usize) -> Cow<'l, str> {
        if !self.color || line.is_empty() {
            return Cow::Borrowed(line);
        }
        if line.starts_with(':') {
            let end = line.find(' ').unwrap_or(line.len());
            let head = colors::paint(true, colors::BOLD, &line[..end]);
            return Cow::Owned(head + &colors::go(&line[end..], None));
        }
        Cow::Owned(colors::go(line, lexical::bracket_pair(line, pos)))
    }

    /// What the program has printed meanwhile is drawn above the prompt: see [`Output`].
    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(
        &'s self,
        prompt: &'p str,
        _default: bool,
    ) -> Cow<'b, str> {
        let mut text = self.output.above_the_line();
        if text.is_empty() && !self.color {
            return Cow::Borrowed(prompt);
        }
        text.push_str(&colors::paint(self.color, colors::BOLD, prompt));
        Cow::Owned(text)
    }

    /// Dimmed in any case, which is no colour: nobody is to take it for what was typed.
    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        Cow::Owned(colors::paint(true, colors::DIM, hint))
    }

    fn highlight_char(&self, _line: &str, _pos: usize, kind: CmdKind) -> bool {
        self.color && kind != CmdKind::ForcedRefresh
    }
}

/// Enter: another line if the parser wants one, indented.
struct Enter;

impl ConditionalEventHandler for Enter {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, ctx: &EventContext) -> Option<Cmd> {
        let line = ctx.line();
        if ctx.pos() < line.len() || !wants_more(line) {
            return None;
        }
        let indent = match lexical::is_in_text(line, line.len()) {
            true => 0,
            false => lexical::indent_after(line),
        };
        Some(Cmd::Insert(1, format!("\n{}", "\t".repeat(indent))))
    }
}

/// What stands before the cursor on its line, if that is not the first line and blank.
fn blank_before<'l>(ctx: &'l EventContext) -> Option<&'l str> {
    let before = &ctx.line()[..ctx.pos()];
    let at = before.rfind('\n')? + 1;
    before[at..].trim().is_empty().then_some(&before[at..])
}

/// Tab: a tab at the beginning of a later line, else completion.
struct Tab;

impl ConditionalEventHandler for Tab {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, ctx: &EventContext) -> Option<Cmd> {
        blank_before(ctx).map(|_| Cmd::Insert(1, "\t".into()))
    }
}

/// A closing bracket at the beginning of a line stands under the line that opened it. One key can do one thing to the line, so
/// that a tab is replaced by the bracket the way completion replaces a word.
struct Closing {
    c: char,
    pending: Arc<AtomicBool>,
}

impl ConditionalEventHandler for Closing {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, ctx: &EventContext) -> Option<Cmd> {
        let blank = blank_before(ctx)?;
        let before = &ctx.line()[..ctx.pos() - blank.len()];
        let fits = match lexical::innermost_open(before) {
            Some('(') => self.c == ')',
            Some('{') => self.c == '}',
            _ => false,
        };
        let deep = blank.ends_with('\t') && blank.len() >= lexical::indent_after(before);
        (deep && fits).then(|| {
            self.pending.store(true, Relaxed);
            Cmd::Complete
        })
    }
}
