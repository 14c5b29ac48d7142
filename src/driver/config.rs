//! What a user can set: flags and environment variables of the command, fields for an embedder.

use crate::diag::Style;

/// How the collector behaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum GcMode {
    /// Paced by GOGC.
    #[default]
    Normal,
    /// Collects at every allocation and poisons what it frees: finds missed roots.
    Stress,
}

/// Settings of one instance.
#[derive(Clone, Debug)]
pub struct Config {
    /// `--procs`; see [`Config::workers`].
    pub procs: Option<usize>,
    /// `--seed`: a repeatable schedule on one worker with virtual time.
    pub seed: Option<u64>,
    /// `--trace`: tell what happens to goroutines.
    pub trace: bool,
    /// `--gc`.
    pub gc: GcMode,
    /// GOGC: growth in per cent before the next collection; negative is off.
    pub gogc: i32,
    /// `--max-memory` in bytes.
    pub max_memory: u64,
    /// `--all-errors`: no limit of ten.
    pub all_errors: bool,
    /// `--lang=go1.N`.
    pub lang: Option<String>,
    /// `--format` and `--color`.
    pub style: Style,
    /// `--explain`, or a terminal: more is said below Go's report of a panic or a deadlock.
    pub explain: bool,
    /// What os.Args holds: the program's name, then its arguments.
    pub args: Vec<String>,
    /// The program is a test: what testing.Testing answers.
    pub testing: bool,
}

impl Default for Config {
    fn default() -> Self {
        let gogc = match std::env::var("GOGC").ok().as_deref() {
            Some("off") => -1,
            Some(v) => v.parse().unwrap_or(100),
            None => 100,
        };
        Config {
            procs: None,
            seed: None,
            trace: false,
            gc: GcMode::Normal,
            gogc,
            max_memory: default_max_memory(),
            all_errors: false,
            lang: None,
            style: Style::default(),
            explain: false,
            args: Vec::new(),
            testing: false,
        }
    }
}

impl Config {
    /// Workers: `--procs`, else GOMAXPROCS, else the number of CPUs; one in a repeatable run.
    pub fn workers(&self) -> usize {
        let of_env = || {
            let n = std::env::var("GOMAXPROCS").ok()?.parse().ok()?;
            (n > 0).then_some(n)
        };
        // Reads half a dozen files about control groups: only where the answer counts.
        let cpus = || std::thread::available_parallelism().map_or(1, |n| n.get());
        match self.seed {
            Some(_) => 1,
            None => self.procs.or_else(of_env).unwrap_or_else(cpus),
        }
    }
}

/// Three quarters of the machine's memory, so that a runaway program ends in Go's report and not in the kernel's.
#[cfg(target_os = "linux")]
fn default_max_memory() -> u64 {
    let info = rustix::system::sysinfo();
    (info.totalram as u64).saturating_mul(u64::from(info.mem_unit)) / 4 * 3
}

#[cfg(not(target_os = "linux"))]
fn default_max_memory() -> u64 {
    4 << 30
}

/// Reads a size such as `512M`, `2GiB` or `1000000`.
pub fn parse_size(s: &str) -> Option<u64> {
    let digits = s.find(|c: char| !c.is_ascii_digit()).unwrap_or(s.len());
    let n: u64 = s[..digits].parse().ok()?;
    let shift = match s[digits..]
        .to_ascii_lowercase()
        .trim_end_matches("ib")
        .trim_end_matches('b')
    {
        "" => 0,
        "k" => 10,
        "m" => 20,
        "g" => 30,
        "t" => 40,
        _ => return None,
    };
    n.checked_mul(1 << shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        assert_eq!(parse_size("512M"), Some(512 << 20));
        assert_eq!(parse_size("2GiB"), Some(2 << 30));
        assert_eq!(parse_size("77"), Some(77));
        assert_eq!(parse_size("x"), None);
    }
}
