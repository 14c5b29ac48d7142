//! The pages of `golite explain`: one for each diagnostic code, and one for each way a running program fails.
//!
//! A page is a Markdown file in `pages/`, named after its code (or, for failures at run time, in lower case): a sentence, an
//! explanation, and Go blocks. Of a code's page the block under `Wrong` has exactly this mistake and the one under
//! `Repaired` has none; of a failure's page the first ends in it and the second ends well. Tests hold them to that. A block may
//! consist of several files, each under a line `-- NAME --`, and begin with a line `// golite FLAGS`.

use include_dir::Dir;
use include_dir::include_dir;

use super::Code;

static PAGES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/diag/pages");

/// A page.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The code, or the name of the failure.
    pub name: &'static str,
    /// Markdown.
    pub text: &'static str,
}

impl Page {
    /// Every page: those of codes in table order, then those of failures by name.
    pub fn all() -> Vec<Page> {
        let codes = Code::ALL.iter().filter_map(|c| Page::of(c.name()));
        codes.chain(Page::failures()).collect()
    }

    /// Pages about what goes wrong at run time.
    pub fn failures() -> impl Iterator<Item = Page> {
        let mut pages: Vec<Page> = PAGES
            .files()
            .filter_map(|f| Page::of(f.path().file_stem()?.to_str()?))
            .filter(|p| p.is_failure())
            .collect();
        pages.sort_by_key(|p| p.name);
        pages.into_iter()
    }

    /// The page of this exact name.
    fn of(name: &str) -> Option<Page> {
        let file = PAGES.get_file(format!("{name}.md"))?;
        Some(Page {
            name: file.path().file_stem()?.to_str()?,
            text: file.contents_utf8()?,
        })
    }

    /// The page that a user means: capitals, blanks and hyphens do not matter.
    pub fn find(name: &str) -> Option<Page> {
        let plain = |s: &str| -> String {
            let letters = s.chars().filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        let wanted = plain(name);
        Page::all().into_iter().find(|p| plain(p.name) == wanted)
    }

    /// Whether it is about a failure at run time.
    pub fn is_failure(&self) -> bool {
        self.name.starts_with(|c: char| c.is_lowercase())
    }

    /// Its first sentence.
    pub fn summary(&self) -> &'static str {
        let mut lines = self.text.lines().map(str::trim);
        lines
            .find(|l| !l.is_empty() && !l.starts_with('#'))
            .unwrap_or_default()
    }

    /// The Go blocks under a heading.
    pub fn examples(&self, heading: &str) -> Vec<&'static str> {
        let mut found = Vec::new();
        let mut under = false;
        let mut rest = self.text;
        while !rest.is_empty() {
            let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
            rest = after;
            if let Some(title) = line.strip_prefix("## ") {
                under = title.trim() == heading;
            } else if line.starts_with("```go") {
                let end = rest.find("\n```").map_or(rest.len(), |i| i + 1);
                if under {
                    found.push(&rest[..end]);
                }
                rest = rest[end..].split_once('\n').map_or("", |(_, after)| after);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_page_and_every_page_a_code() {
        let missing: Vec<_> = Code::ALL
            .iter()
            .filter(|c| Page::of(c.name()).is_none())
            .collect();
        assert!(missing.is_empty(), "no page: {missing:?}");
        for f in PAGES.files() {
            let name = f.path().file_stem().and_then(|s| s.to_str()).unwrap_or("");
            let page = Page::of(name).expect("a page is UTF-8");
            assert!(
                page.is_failure() || Code::from_name(name).is_some(),
                "a page without code: {name}"
            );
            assert!(page.text.starts_with(&format!("# {name}\n")), "{name}");
            assert!(page.summary().ends_with('.'), "{name}");
        }
    }

    #[test]
    fn a_page_is_found_however_it_is_written() {
        assert_eq!(Page::find("unusedvar").map(|p| p.name), Some("UnusedVar"));
        assert_eq!(Page::find("Unused-Var").map(|p| p.name), Some("UnusedVar"));
        assert!(Page::find("nonsense").is_none());
    }
}
