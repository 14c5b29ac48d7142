//! Language versions: features that a package's `go` line may be too old for.

use crate::base::Span;
use crate::diag::Code;
use crate::syntax::ast;

use super::Checker;

/// A version 1.x of the language, by its x.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct GoVersion(pub u32);

#[allow(missing_docs)]
impl GoVersion {
    pub const GO1_9: GoVersion = GoVersion(9);
    pub const GO1_13: GoVersion = GoVersion(13);
    pub const GO1_14: GoVersion = GoVersion(14);
    pub const GO1_17: GoVersion = GoVersion(17);
    pub const GO1_18: GoVersion = GoVersion(18);
    pub const GO1_20: GoVersion = GoVersion(20);
    pub const GO1_21: GoVersion = GoVersion(21);
    pub const GO1_22: GoVersion = GoVersion(22);
    pub const GO1_23: GoVersion = GoVersion(23);
    pub const GO1_26: GoVersion = GoVersion(26);
    pub const GO1_27: GoVersion = GoVersion(27);
    pub const CURRENT: GoVersion = GoVersion::GO1_27;
}

impl GoVersion {
    /// From `go1.22`, `1.22` or `1.22.3`.
    pub fn parse(s: &str) -> Option<GoVersion> {
        let s = s.strip_prefix("go").unwrap_or(s);
        let minor = s.strip_prefix("1.")?;
        let digits: String = minor.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok().map(GoVersion)
    }
}

impl std::fmt::Display for GoVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "go1.{}", self.0)
    }
}

/// The language version of a file: what its build constraint asks for, but not less than go1.21, else that of its package.
pub fn file_version(package: GoVersion, file: &ast::File) -> GoVersion {
    file.go_version.map_or(package, |v| {
        GoVersion(v).max(GoVersion::GO1_21).min(GoVersion::CURRENT)
    })
}

impl Checker<'_> {
    /// The language version of a file of the package.
    pub(crate) fn version_of_file(&self, index: usize) -> GoVersion {
        file_version(self.conf.lang, &self.files[index])
    }

    /// Whether the current file may use a feature of version `v`.
    pub fn allow_version(&self, v: GoVersion) -> bool {
        self.env.version >= v
    }

    /// Where the version comes from that a message says is too old.
    pub(crate) fn version_origin(&self) -> String {
        match self.file.go_version.map(GoVersion) {
            Some(own) if own == self.env.version => format!("file declares //go:build {own}"),
            _ => format!("-lang was set to {}; check go.mod", self.conf.lang),
        }
    }

    /// Reports a feature that is too new for the current file; true if it is fine.
    pub fn verify_version(
        &mut self,
        at: impl Into<Span>,
        v: GoVersion,
        what: impl Into<String>,
    ) -> bool {
        if self.allow_version(v) {
            return true;
        }
        let msg = format!("{} requires {v} or later", what.into());
        self.err(at, Code::UnsupportedFeature, msg);
        false
    }
}
