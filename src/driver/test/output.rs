//! What `golite test` prints about a package: the program's output, and the line that sums it up.

use super::events::Events;
use super::events::build_event;
use super::flags::Flags;
use std::time::Duration;

/// How a package's tests ended.
#[derive(Clone, Debug)]
pub(super) enum End {
    /// There are none. With coverage: whether the package has statements.
    NoTests { statements: bool },
    /// Nothing ran: `setup` or `build`, the package at fault, why.
    Refused {
        setup: bool,
        package: String,
        text: String,
    },
    /// The program ended with this status (none: by a signal) after this time.
    Ran {
        status: Option<i32>,
        signal: Option<i32>,
        time: Duration,
        killed: Option<Duration>,
    },
}

const NO_TESTS: &[u8] = b"testing: warning: no tests to run\n";

fn contains(text: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(text, part).is_some()
}

/// The words after `coverage: ` in the output.
fn coverage(output: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(output);
    let (_, rest) = text.split_once("coverage: ")?;
    Some(rest.lines().next()?.to_string())
}

/// The last line about a package. `output` is what was kept of the program's output.
pub(super) fn summary(path: &str, end: &End, output: &[u8], flags: &Flags) -> String {
    match end {
        End::NoTests { statements: true } if flags.cover.is_some() => {
            format!("\t{path}\t\tcoverage: 0.0% of statements\n")
        }
        End::NoTests { .. } => format!("?   \t{path}\t[no test files]\n"),
        End::Refused { setup, .. } => {
            let what = if *setup { "setup" } else { "build" };
            format!("FAIL\t{path} [{what} failed]\n")
        }
        End::Ran {
            status: Some(0),
            time,
            ..
        } => {
            let mut line = format!("ok  \t{path}\t{:.3}s", time.as_secs_f64());
            if flags.cover.is_some()
                && let Some(c) = coverage(output)
            {
                line.push_str(&format!("\tcoverage: {c}"));
            }
            let warned =
                output.starts_with(NO_TESTS) || contains(output, &[b"\n", NO_TESTS].concat());
            if warned {
                line.push_str(" [no tests to run]");
            }
            line.push('\n');
            line
        }
        End::Ran { time, .. } => format!("FAIL\t{path}\t{:.3}s\n", time.as_secs_f64()),
    }
}

/// What is said between the program's output and the last line. `kept` is whether the output was seen here.
pub(super) fn before_summary(end: &End, output: &[u8], kept: bool) -> String {
    let End::Ran {
        status,
        signal,
        killed,
        ..
    } = end
    else {
        return String::new();
    };
    let mut out = String::new();
    if kept && output.last().is_some_and(|b| *b != b'\n') {
        out.push('\n');
    }
    if *status == Some(0) {
        return out;
    }
    if let Some(limit) = killed {
        out.push_str(&format!(
            "*** Test killed with quit: ran too long ({:?}).\n",
            limit
        ));
    }
    if !kept || output.is_empty() {
        match (status, signal) {
            (Some(n), _) => out.push_str(&format!("exit status {n}\n")),
            (None, Some(n)) => out.push_str(&format!("signal: {n}\n")),
            _ => {}
        }
    }
    out
}

/// The events of a package that has not been run, or a new package's.
pub(super) fn refused_events(path: &str, end: &End) -> String {
    let End::Refused {
        setup,
        package,
        text,
    } = end
    else {
        return String::new();
    };
    let id = match setup {
        true => missing_package(text).unwrap_or_else(|| format!("{path}.test")),
        false => package.clone(),
    };
    let mut out = build_event(&id, "build-output", Some(&format!("# {package}\n")));
    for line in text.lines() {
        out.push_str(&build_event(
            &id,
            "build-output",
            Some(&format!("{line}\n")),
        ));
    }
    out.push_str(&build_event(&id, "build-fail", None));
    let mut events = Events::new(path);
    events.failed_build = Some(id);
    events.summary(&summary(path, end, &[], &Flags::default()));
    events.close_at(0.0);
    out.push_str(&events.out);
    out
}

/// The package that an error says is missing.
fn missing_package(text: &str) -> Option<String> {
    let (_, rest) = text.split_once(": package ")?;
    let (path, rest) = rest.split_once(' ')?;
    rest.starts_with("is not in std").then(|| path.to_string())
}

/// Whether the output of passing tests is shown.
pub(super) fn shows_all(flags: &Flags) -> bool {
    flags.verbose || flags.list || flags.json || flags.bench || flags.packages.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_lines() {
        let end = End::Ran {
            status: Some(0),
            signal: None,
            time: Duration::from_millis(3),
            killed: None,
        };
        let mut flags = Flags::default();
        assert_eq!(summary("p", &end, b"PASS\n", &flags), "ok  \tp\t0.003s\n");
        flags.cover = Some(crate::driver::test::cover::Mode::Set);
        assert_eq!(
            summary("p", &end, b"PASS\ncoverage: 50.0% of statements\n", &flags),
            "ok  \tp\t0.003s\tcoverage: 50.0% of statements\n"
        );
    }
}
