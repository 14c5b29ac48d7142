//! The report that continuous integration reads: JUnit's XML.

use crate::driver::corpus::Case;
use crate::driver::corpus::Verdict;
use std::fmt::Write;
use std::time::Duration;

/// The report about a corpus; `results` are in the order of `cases`.
pub fn report(suite: &str, cases: &[Case], results: &[(Verdict, Duration)]) -> String {
    let count = |f: fn(&Verdict) -> bool| results.iter().filter(|(v, _)| f(v)).count();
    let failures = count(|v| matches!(v, Verdict::Failed(_)));
    let skipped = count(|v| matches!(v, Verdict::Skipped(_)));
    let time: Duration = results.iter().map(|r| r.1).sum();
    let counts = format!(
        "tests=\"{}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\" time=\"{:.3}\"",
        results.len(),
        time.as_secs_f64()
    );
    let suite = escape(suite);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {counts}>\n  <testsuite name=\"{suite}\" {counts}>\n"
    );
    for (case, (verdict, time)) in cases.iter().zip(results) {
        let (class, name) = case.name.rsplit_once('/').unwrap_or(("", &case.name));
        let class = if class.is_empty() {
            suite.clone()
        } else {
            escape(class)
        };
        let _ = write!(
            out,
            "    <testcase classname=\"{class}\" name=\"{}\" file=\"{}\" time=\"{:.3}\"",
            escape(name),
            escape(&case.path.to_string_lossy()),
            time.as_secs_f64()
        );
        let _ = match verdict {
            Verdict::Passed => writeln!(out, "/>"),
            Verdict::Skipped(why) => writeln!(
                out,
                ">\n      <skipped message=\"{}\"/>\n    </testcase>",
                escape(why)
            ),
            Verdict::Failed(wrong) => {
                let first = wrong.lines().nth(1).unwrap_or(wrong).trim();
                writeln!(
                    out,
                    ">\n      <failure message=\"{}\">{}</failure>\n    </testcase>",
                    escape(first),
                    escape(wrong)
                )
            }
        };
    }
    out.push_str("  </testsuite>\n</testsuites>\n");
    out
}

/// Text for an XML file, which can not hold most control characters at all.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::corpus::Kind;

    #[test]
    fn reports_count_and_escape() {
        let case = |name: &str| Case {
            name: name.into(),
            path: format!("t/{name}.go").into(),
            kind: Kind::Program,
        };
        let cases = [case("a/one"), case("two"), case("three")];
        let results = [
            (Verdict::Passed, Duration::from_millis(1500)),
            (
                Verdict::Failed("run\n  - a < b \u{1b}[0m".into()),
                Duration::ZERO,
            ),
            (Verdict::Skipped("not \"yet\"".into()), Duration::ZERO),
        ];
        let text = report("t", &cases, &results);
        assert!(
            text.contains("tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\" time=\"1.500\"")
        );
        assert!(text.contains("classname=\"a\" name=\"one\" file=\"t/a/one.go\" time=\"1.500\"/>"));
        assert!(text.contains("<failure message=\"- a &lt; b \u{fffd}[0m\">run\n  - a &lt; b"));
        assert!(text.contains("<skipped message=\"not &quot;yet&quot;\"/>"));
    }
}
