//! The flags of `golite test`: those of `go test`. They come with one or two dashes, with `=value` or the value as the next argument;
//! most are handed to the test program as `-test.NAME`.

use crate::driver::test::cover::Mode;

/// What the command line asks for.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// Packages, or files of one.
    pub packages: Vec<String>,
    /// Arguments of the test program: flags, then what comes after `-args`.
    pub args: Vec<String>,
    /// `-v`
    pub verbose: bool,
    /// `-json`
    pub json: bool,
    /// `-list` was given.
    pub list: bool,
    /// `-bench` was given.
    pub bench: bool,
    /// `-failfast`
    pub fail_fast: bool,
    /// `-p`: packages at once.
    pub jobs: usize,
    /// How coverage is counted, if it is.
    pub cover: Option<Mode>,
    /// `-coverpkg`: patterns of packages that are counted.
    pub coverpkg: Vec<String>,
    /// `-coverprofile`
    pub coverprofile: Option<String>,
    /// `-timeout`, as it was given.
    pub timeout: Option<String>,
}

const USAGE: &str = "usage: go test [build/test flags] [packages] [build/test flags & test binary flags]\nRun 'go help test' and 'go help testflag' for details.";

/// Flags of the test program, and whether they take a value.
const PASSED: &[(&str, bool)] = &[
    ("artifacts", false),
    ("bench", true),
    ("benchmem", false),
    ("benchtime", true),
    ("blockprofile", true),
    ("blockprofilerate", true),
    ("count", true),
    ("cpu", true),
    ("cpuprofile", true),
    ("failfast", false),
    ("fullpath", false),
    ("fuzz", true),
    ("fuzzminimizetime", true),
    ("fuzztime", true),
    ("list", true),
    ("memprofile", true),
    ("memprofilerate", true),
    ("mutexprofile", true),
    ("mutexprofilefraction", true),
    ("outputdir", true),
    ("parallel", true),
    ("run", true),
    ("short", false),
    ("shuffle", true),
    ("skip", true),
    ("timeout", true),
    ("trace", true),
    ("v", false),
];

/// Flags of the command itself, and whether they take a value.
const OWN: &[(&str, bool)] = &[
    ("cover", false),
    ("covermode", true),
    ("coverpkg", true),
    ("coverprofile", true),
    ("json", false),
    ("p", true),
    ("vet", true),
    ("mod", true),
];

/// Flags about how Go builds, which have no meaning here.
const BUILD: &[(&str, bool)] = &[
    ("a", false),
    ("asmflags", true),
    ("gcflags", true),
    ("ldflags", true),
    ("n", false),
    ("trimpath", false),
    ("work", false),
    ("x", false),
];

/// Flags of go test that golite refuses, and why.
const REFUSED: &[(&str, &str)] = &[
    ("c", "golite makes no binaries"),
    ("o", "golite makes no binaries"),
    ("exec", "golite makes no binaries"),
    ("race", "golite has no race detector"),
    ("msan", "golite has no memory sanitizer"),
    ("asan", "golite has no memory sanitizer"),
    ("tags", "golite has no build tags but its own"),
    (
        "fuzz",
        "golite runs the seeds of fuzz targets, and does not make up more",
    ),
];

fn usage(what: String) -> String {
    format!("{what}\n{USAGE}")
}

/// A duration as Go writes it, in nanoseconds.
pub fn duration(s: &str) -> Option<u64> {
    let s = s.strip_prefix('+').unwrap_or(s);
    if s == "0" {
        return Some(0);
    }
    let mut total = 0.0;
    let mut rest = s;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
        let number: f64 = rest[..digits].parse().ok()?;
        rest = &rest[digits..];
        let unit = rest
            .find(|c: char| c.is_ascii_digit() || c == '.')
            .unwrap_or(rest.len());
        total += number
            * match &rest[..unit] {
                "ns" => 1.0,
                "us" | "µs" | "μs" => 1e3,
                "ms" => 1e6,
                "s" => 1e9,
                "m" => 60e9,
                "h" => 3600e9,
                _ => return None,
            };
        rest = &rest[unit..];
    }
    (!s.is_empty()).then_some(total as u64)
}

fn boolean(name: &str, value: Option<&str>) -> Result<bool, String> {
    match value {
        None | Some("1" | "t" | "T" | "true" | "TRUE" | "True") => Ok(true),
        Some("0" | "f" | "F" | "false" | "FALSE" | "False") => Ok(false),
        Some(v) => Err(usage(format!(
            "invalid boolean value \"{v}\" for -{name}: parse error"
        ))),
    }
}

/// Reads the arguments after `golite test`. An error is what is to be printed before exit 2.
pub fn parse(args: &[String]) -> Result<Flags, String> {
    let mut out = Flags {
        jobs: std::thread::available_parallelism().map_or(1, |n| n.get()),
        ..Flags::default()
    };
    let mut passed: Vec<String> = Vec::new();
    let mut rest: Vec<String> = Vec::new();
    let mut packages_end = false;
    let mut at = 0;
    while at < args.len() {
        let arg = &args[at];
        at += 1;
        let Some(flag) = arg.strip_prefix('-').filter(|f| !f.is_empty()) else {
            // The first arguments that are no flags name packages; later ones belong to the test program.
            match packages_end {
                false => out.packages.push(arg.clone()),
                true => {
                    rest.push(arg.clone());
                    rest.extend(args[at..].iter().cloned());
                    break;
                }
            }
            continue;
        };
        packages_end |= !out.packages.is_empty();
        let flag = flag.strip_prefix('-').unwrap_or(flag);
        if flag == "args" {
            rest.extend(args[at..].iter().cloned());
            break;
        }
        let (name, mut value) = match flag.split_once('=') {
            Some((n, v)) => (n, Some(v.to_string())),
            None => (flag, None),
        };
        let name = name.strip_prefix("test.").unwrap_or(name);
        if let Some((_, why)) = REFUSED.iter().find(|r| r.0 == name) {
            return Err(usage(format!("flag -{name} is not supported: {why}")));
        }
        let known = PASSED.iter().chain(OWN).chain(BUILD);
        let Some(&(_, takes_value)) = known.clone().find(|k| k.0 == name) else {
            // Perhaps the tests know it.
            passed.push(arg.clone());
            if value.is_none() && args.get(at).is_some_and(|a| !a.starts_with('-')) {
                packages_end |= !out.packages.is_empty();
                if packages_end {
                    rest.extend(args[at..].iter().cloned());
                    break;
                }
            }
            continue;
        };
        if takes_value && value.is_none() {
            match args.get(at) {
                Some(v) => value = Some(v.clone()),
                None => return Err(usage(format!("flag needs an argument: -{name}"))),
            }
            at += 1;
        }
        let on = match takes_value || name == "v" && value.as_deref() == Some("test2json") {
            true => true,
            false => boolean(name, value.as_deref())?,
        };
        let text = value.as_deref().unwrap_or("");
        let invalid =
            |why: &str| usage(format!("invalid value \"{text}\" for flag -{name}: {why}"));
        match name {
            "v" => out.verbose = on,
            "json" => out.json = on,
            "cover" => {
                if on && out.cover.is_none() {
                    out.cover = Some(Mode::Set);
                }
            }
            "covermode" => match Mode::parse(text) {
                Some(m) => out.cover = Some(m),
                None => return Err(invalid("valid modes are \"set\", \"count\", or \"atomic\"")),
            },
            "coverpkg" => {
                out.cover.get_or_insert(Mode::Set);
                out.coverpkg = text.split(',').map(str::to_string).collect();
            }
            "coverprofile" => {
                out.cover.get_or_insert(Mode::Set);
                out.coverprofile = Some(text.to_string()).filter(|t| !t.is_empty());
            }
            "p" => match text.parse::<i64>() {
                Ok(n) if n > 0 => out.jobs = n as usize,
                Ok(n) => return Err(format!("go: -p must be a positive integer: {n}")),
                Err(_) => return Err(invalid("parse error")),
            },
            "list" => out.list = true,
            "bench" => out.bench = !text.is_empty(),
            "failfast" => out.fail_fast = on,
            "timeout" => {
                if duration(text).is_none() {
                    return Err(invalid("parse error"));
                }
                out.timeout = Some(text.to_string());
            }
            "count" | "parallel" if text.parse::<u64>().is_err() => {
                return Err(invalid("parse error"));
            }
            _ => {}
        }
        let to_program = PASSED.iter().any(|p| p.0 == name);
        if to_program && name != "v" && name != "timeout" {
            passed.push(match takes_value {
                true => format!("-test.{name}={text}"),
                false => format!("-test.{name}={on}"),
            });
        }
    }
    let timeout = out.timeout.get_or_insert_with(|| "10m0s".into());
    let mut all = vec![
        "-test.paniconexit0".to_string(),
        format!("-test.timeout={timeout}"),
    ];
    if out.json {
        all.push("-test.v=test2json".into());
    } else if out.verbose {
        all.push("-test.v=true".into());
    }
    all.extend(passed);
    all.extend(rest);
    out.args = all;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(s: &str) -> Vec<String> {
        s.split_whitespace().map(str::to_string).collect()
    }

    #[test]
    fn forms_of_flags() {
        let f = parse(&words("-v --run=X -count 2 ./a ./b -short -args -v x")).expect("right");
        assert_eq!(f.packages, ["./a", "./b"]);
        assert!(f.verbose);
        let want = "-test.paniconexit0 -test.timeout=10m0s -test.v=true -test.run=X -test.count=2 -test.short=true -v x";
        assert_eq!(f.args, words(want));
    }

    #[test]
    fn refusals() {
        let e = parse(&words("-run")).expect_err("wrong");
        assert!(
            e.starts_with("flag needs an argument: -run\nusage: go test"),
            "{e}"
        );
        let e = parse(&words("-timeout=abc")).expect_err("wrong");
        assert!(
            e.starts_with("invalid value \"abc\" for flag -timeout: parse error"),
            "{e}"
        );
    }

    #[test]
    fn durations() {
        assert_eq!(duration("1m30s"), Some(90_000_000_000));
        assert_eq!(duration("1.5ms"), Some(1_500_000));
        assert_eq!(duration("abc"), None);
        assert_eq!(duration("5"), None);
    }
}
