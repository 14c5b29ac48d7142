//! Natives of package regexp: compiling, and searching with the engines of the crate `regex-automata`.
//!
//! Compiled expressions live in a cache by text and mode, so that nothing on the Go side must ever be freed. Go reads bytes that
//! are not UTF-8 as U+FFFD, one byte each; texts with such bytes are searched as a copy with U+FFFD in their place, and positions are
//! mapped back. Searches that could take long (long text, large expression) run on the blocking pool.

use crate::natives::regexp_syntax;
use crate::natives::regexp_syntax::Mistake;
use crate::sched::Answer;
use crate::sched::WaitReason;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Slice;
use crate::vm::native::Stop;
use crate::vm::native::natives;
use hashbrown::HashMap;
use parking_lot::RwLock;
use regex_automata::Anchored;
use regex_automata::Input;
use regex_automata::MatchKind;
use regex_automata::hybrid::dfa;
use regex_automata::meta;
use regex_automata::nfa::thompson;
use regex_automata::nfa::thompson::pikevm;
use regex_automata::nfa::thompson::pikevm::PikeVM;
use regex_automata::util::captures::Captures;
use regex_syntax::hir::Hir;
use std::sync::Arc;
use std::sync::OnceLock;

/// Modes of an expression, as the Go side numbers them.
const POSIX: i64 = 1;
const LONGEST: i64 = 2;
/// Set in the mode of a native that is repeated after its job is done.
const HANDED_OVER: i64 = 1 << 62;

/// Texts up to this length are searched on the spot, unless the expression is large as well.
const SHORT: usize = 32 << 10;
/// Bytes of text times bytes of the compiled expression.
const CHEAP: usize = 64 << 20;
/// How large a compiled expression may be.
const MAX_SIZE: usize = 32 << 20;
/// How many expressions are kept.
const KEPT: usize = 512;

struct Compiled {
    first: meta::Regex,
    longest: Option<Longest>,
    groups: usize,
    names: Vec<String>,
    prefix: String,
    complete: bool,
}

/// What leftmost-longest matching needs besides the leftmost place: a DFA that finds the last end of a match there, and a
/// machine that finds the groups as well. Both go on after a first match.
struct Longest {
    ends: dfa::DFA,
    groups: PikeVM,
}

type Cache = HashMap<(Box<[u8]>, i64), Arc<Compiled>>;

fn cache() -> &'static RwLock<Cache> {
    static CACHE: OnceLock<RwLock<Cache>> = OnceLock::new();
    CACHE.get_or_init(RwLock::default)
}

/// The compiled expression.
fn compiled(expr: &[u8], mode: i64) -> Result<Arc<Compiled>, Mistake> {
    let mode = mode & (POSIX | LONGEST);
    let key = (Box::from(expr), mode);
    if let Some(c) = cache().read().get(&key) {
        return Ok(c.clone());
    }
    let c = Arc::new(compile(expr, mode)?);
    let mut kept = cache().write();
    if kept.len() >= KEPT {
        kept.clear();
    }
    kept.insert(key, c.clone());
    Ok(c)
}

fn build(hir: &Hir) -> Option<meta::Regex> {
    let config = meta::Config::new()
        .nfa_size_limit(Some(MAX_SIZE))
        .utf8_empty(true);
    meta::Builder::new()
        .configure(config)
        .build_from_hir(hir)
        .ok()
}

fn compile(expr: &[u8], mode: i64) -> Result<Compiled, Mistake> {
    let p = regexp_syntax::parse(expr, mode & POSIX != 0)?;
    let too_large = || Mistake {
        code: "expression too large",
        text: expr.to_vec(),
    };
    let first = build(&p.hir).ok_or_else(too_large)?;
    let longest = if mode & LONGEST != 0 {
        Some(longest(&p.hir).ok_or_else(too_large)?)
    } else {
        None
    };
    Ok(Compiled {
        first,
        longest,
        groups: p.names.len(),
        names: p.names,
        prefix: p.prefix,
        complete: p.complete,
    })
}

fn longest(hir: &Hir) -> Option<Longest> {
    let config = thompson::Config::new().nfa_size_limit(Some(MAX_SIZE));
    let nfa = thompson::Compiler::new()
        .configure(config)
        .build_from_hir(hir)
        .ok()?;
    let config = dfa::Config::new()
        .match_kind(MatchKind::All)
        .skip_cache_capacity_check(true);
    let ends = dfa::Builder::new()
        .configure(config)
        .build_from_nfa(nfa.clone())
        .ok()?;
    let config = pikevm::Config::new().match_kind(MatchKind::All);
    let groups = pikevm::Builder::new()
        .configure(config)
        .build_from_nfa(nfa)
        .ok()?;
    Some(Longest { ends, groups })
}

/// A text to search, as UTF-8.
struct Text<'a> {
    bytes: std::borrow::Cow<'a, [u8]>,
    /// Positions in `bytes` of what stands for bad bytes; each is two bytes longer than what it stands for.
    bad: Vec<usize>,
}

const REPLACEMENT: &[u8] = "\u{FFFD}".as_bytes();

impl<'a> Text<'a> {
    fn new(s: &'a [u8]) -> Text<'a> {
        let mut bad = Vec::new();
        let mut out: Vec<u8> = Vec::new();
        let mut rest = s;
        while let Err(e) = std::str::from_utf8(rest) {
            let good = e.valid_up_to();
            out.extend_from_slice(&rest[..good]);
            bad.push(out.len());
            out.extend_from_slice(REPLACEMENT);
            rest = &rest[good + 1..];
        }
        if bad.is_empty() {
            return Text {
                bytes: s.into(),
                bad,
            };
        }
        out.extend_from_slice(rest);
        Text {
            bytes: out.into(),
            bad,
        }
    }

    /// The position in the original.
    fn outside(&self, at: usize) -> usize {
        at - 2 * self.bad.partition_point(|&b| b < at)
    }

    /// The position here of one in the original.
    fn inside(&self, at: usize) -> usize {
        let (mut lo, mut hi) = (0, self.bad.len());
        while lo < hi {
            let mid = (lo + hi) / 2;
            if self.bad[mid] - 2 * mid < at {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        at + 2 * lo
    }

    /// Length of the character at `at`, 0 at the end.
    fn width(&self, at: usize) -> usize {
        let rest = &self.bytes[at..];
        (0..rest.len().min(4) + 1)
            .skip(1)
            .find(|&n| rest.get(n).is_none_or(|b| b & 0xC0 != 0x80))
            .unwrap_or(0)
            .min(rest.len())
    }
}

impl Compiled {
    /// Finds a match at or after `at`; `caps` gets the groups if wanted, else only the match as a whole.
    fn find(
        &self,
        text: &[u8],
        at: usize,
        caps: &mut Captures,
        groups: bool,
    ) -> Option<(usize, usize)> {
        let input = Input::new(text).span(at..text.len());
        let Some(longest) = &self.longest else {
            if groups {
                self.first.search_captures(&input, caps);
                return caps.get_match().map(|m| (m.start(), m.end()));
            }
            return self.first.search(&input).map(|m| (m.start(), m.end()));
        };
        let start = self.first.search(&input)?.start();
        let here = Input::new(text)
            .span(start..text.len())
            .anchored(Anchored::Yes);
        if groups {
            let mut state = longest.groups.create_cache();
            longest.groups.captures(&mut state, here, caps);
            return caps.get_match().map(|m| (m.start(), m.end()));
        }
        let mut state = longest.ends.create_cache();
        let end = longest
            .ends
            .try_search_fwd(&mut state, &here)
            .ok()??
            .offset();
        Some((start, end))
    }

    /// All matches, at most `limit` if that is not negative: for each, the positions of `groups` groups (at least 1).
    fn find_all(&self, s: &[u8], from: usize, limit: i64, groups: usize) -> Vec<i64> {
        let text = Text::new(s);
        let mut caps = match &self.longest {
            Some(l) => l.groups.create_captures(),
            None => self.first.create_captures(),
        };
        let (mut out, mut found) = (Vec::new(), 0);
        let mut at = text.inside(from);
        let mut last_end = None;
        while limit < 0 || found < limit {
            let Some((start, end)) = self.find(&text.bytes, at, &mut caps, groups > 1) else {
                break;
            };
            // An empty match right behind another one does not count.
            if start != end || last_end != Some(start) {
                found += 1;
                out.extend([text.outside(start) as i64, text.outside(end) as i64]);
                for g in 1..groups {
                    match caps.get_group(g) {
                        Some(s) => {
                            out.extend([s.start, s.end].map(|x| text.outside(x) as i64));
                        }
                        None => out.extend([-1, -1]),
                    }
                }
            }
            last_end = Some(end);
            if end > at {
                at = end;
            } else {
                let width = text.width(at);
                if width == 0 {
                    break;
                }
                at += width;
            }
        }
        out
    }
}

/// Does `job` here, or, if it may take long, on the pool; `mode_arg` is the argument slot that remembers the latter.
fn bounded<T: Send + 'static>(
    cx: &mut NativeCx<'_>,
    mode_arg: u16,
    c: &Arc<Compiled>,
    text: &[u8],
    job: fn(&Compiled, &[u8], [i64; 3]) -> T,
    params: [i64; 3],
) -> Result<T, Stop> {
    let mode = cx.arg(mode_arg) as i64;
    if mode & HANDED_OVER != 0 {
        cx.set_arg(mode_arg, (mode & !HANDED_OVER) as u64);
        return cx.answer();
    }
    let cost = text.len().saturating_mul(c.first.memory_usage());
    if text.len() <= SHORT && cost <= CHEAP {
        return Ok(job(c, text, params));
    }
    cx.set_arg(mode_arg, (mode | HANDED_OVER) as u64);
    let (c, text) = (c.clone(), text.to_vec());
    let work = move || Box::new(job(&c, &text, params)) as Answer;
    cx.submit(WaitReason::Syscall, work)?;
    Err(Stop::Again)
}

fn known(expr: &[u8], mode: i64) -> Result<Arc<Compiled>, Stop> {
    compiled(expr, mode)
        .map_err(|_| Stop::runtime_error("invalid memory address or nil pointer dereference"))
}

natives! { TABLE;
    /// Compiles: what is wrong and where, or the names of the groups and the literal prefix.
    fn "regexp.compile"(cx, expr: GoStr, mode: i64) -> (GoStr<'_>, GoStr<'_>, Slice, GoStr<'_>, bool) {
        match compiled(&expr, mode) {
            Ok(c) => {
                let names = cx.new_strings(&c.names)?;
                let prefix = cx.new_string(c.prefix.as_bytes())?;
                let none = cx.new_string(b"")?;
                Ok((none, none, names, prefix, c.complete))
            }
            Err(m) => {
                let (code, text) = (cx.new_string(m.code.as_bytes())?, cx.new_string(&m.text)?);
                Ok((code, text, Slice::NIL, text, false))
            }
        }
    }

    /// Whether there is a match.
    fn "regexp.matches"(cx, expr: GoStr, mode: i64, s: GoStr) -> bool {
        let c = known(&expr, mode)?;
        bounded(cx, 2, &c, &s, |c, s, _| c.first.is_match(Input::new(&Text::new(s).bytes).earliest(true)), [0; 3])
    }

    /// Matches from a position on, with their groups: see the Go side.
    fn "regexp.search"(cx, expr: GoStr, mode: i64, s: GoStr, pos: i64, limit: i64, groups: i64) -> Slice {
        let c = known(&expr, mode)?;
        let groups = groups.clamp(1, c.groups as i64);
        let pos = pos.clamp(0, s.len() as i64);
        let found = bounded(cx, 2, &c, &s, |c, s, [pos, limit, groups]| c.find_all(s, pos as usize, limit, groups as usize), [pos, limit, groups])?;
        let bytes: Vec<u8> = found.iter().flat_map(|x| x.to_ne_bytes()).collect();
        cx.new_plain_slice(&bytes, 8)
    }
}
