//! Go's regular expressions: from text to the representation that the crate `regex-automata` compiles.
//!
//! The grammar, its limits and its errors are Go's. One pass over the text with a stack of open groups; nothing recurses.

use regex_syntax::hir::Capture;
use regex_syntax::hir::Class;
use regex_syntax::hir::ClassUnicode;
use regex_syntax::hir::ClassUnicodeRange;
use regex_syntax::hir::Hir;
use regex_syntax::hir::HirKind;
use regex_syntax::hir::Look;
use regex_syntax::hir::Repetition;

/// A complaint: Go's words for the kind, and the part of the expression that it is about.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    /// As `syntax.ErrorCode` spells it.
    pub code: &'static str,
    /// The offending text.
    pub text: Vec<u8>,
}

/// A parsed expression.
#[derive(Debug)]
pub struct Parsed {
    /// What it means.
    pub hir: Hir,
    /// Names of the groups, the whole expression's first; empty for those without.
    pub names: Vec<String>,
    /// What every match begins with.
    pub prefix: String,
    /// The prefix is the whole expression.
    pub complete: bool,
}

type Result<T> = std::result::Result<T, Mistake>;

const MAX_REPEAT: i64 = 1000;
const MAX_HEIGHT: u32 = 1000;

/// How the rest of a group is read: the flags of `(?ims U)`, and the differences between Perl's and POSIX's syntax.
#[derive(Clone, Copy)]
struct Flags {
    fold: bool,
    multi_line: bool,
    dot_newline: bool,
    lazy: bool,
    perl: bool,
}

/// A piece of the expression and what is to be known about it.
struct Node {
    hir: Hir,
    height: u32,
    /// How often the innermost piece may be repeated, through counted repetitions inside each other.
    repeats: i64,
    prefix: String,
    /// The piece matches its prefix and nothing else.
    complete: bool,
}

impl Node {
    fn empty() -> Node {
        Node {
            hir: Hir::empty(),
            height: 1,
            repeats: 1,
            prefix: String::new(),
            complete: true,
        }
    }

    fn of(hir: Hir) -> Node {
        Node {
            hir,
            complete: false,
            ..Node::empty()
        }
    }

    fn class(c: ClassUnicode) -> Node {
        Node::of(Hir::class(Class::Unicode(c)))
    }

    fn literal(c: char, fold: bool) -> Node {
        if fold {
            let folded = folded(ClassUnicode::new([ClassUnicodeRange::new(c, c)]));
            if folded.ranges().len() > 1 || folded.ranges().iter().any(|r| r.start() != r.end()) {
                return Node::class(folded);
            }
        }
        Node {
            hir: Hir::literal(c.to_string().into_bytes()),
            prefix: c.to_string(),
            ..Node::empty()
        }
    }
}

fn folded(mut c: ClassUnicode) -> ClassUnicode {
    // The tables are compiled in, so this cannot fail.
    let _ = c.try_case_fold_simple();
    c
}

fn concat(nodes: Vec<Node>) -> Node {
    let mut out = Node::empty();
    let many = u32::from(nodes.len() > 1);
    let mut hirs = Vec::with_capacity(nodes.len());
    for n in nodes {
        out.height = out.height.max(n.height + many);
        out.repeats = out.repeats.max(n.repeats);
        if out.complete {
            out.prefix.push_str(&n.prefix);
            out.complete = n.complete;
        }
        hirs.push(n.hir);
    }
    out.hir = Hir::concat(hirs);
    out
}

fn alternate(mut nodes: Vec<Node>) -> Node {
    if nodes.len() == 1 {
        return nodes.remove(0);
    }
    let height = nodes.iter().map(|n| n.height).max().unwrap_or(0) + 1;
    let repeats = nodes.iter().map(|n| n.repeats).max().unwrap_or(1);
    Node {
        height,
        repeats,
        ..Node::of(Hir::alternation(nodes.into_iter().map(|n| n.hir).collect()))
    }
}

/// An open group: what has been read of it, and what to go back to at its end.
struct Group {
    alternatives: Vec<Node>,
    sequence: Vec<Node>,
    outside: Flags,
    /// The number of the group, 0 if it does not capture.
    capture: u32,
}

struct Parser<'a> {
    /// What is left.
    rest: &'a str,
    flags: Flags,
    groups: Vec<Group>,
    names: Vec<String>,
}

fn mistake<T>(code: &'static str, text: &str) -> Result<T> {
    Err(Mistake {
        code,
        text: text.as_bytes().to_vec(),
    })
}

/// The text from `from` up to `to`, which is a rest of it.
fn upto<'a>(from: &'a str, to: &str) -> &'a str {
    &from[..from.len() - to.len()]
}

/// Parses an expression; `posix` asks for egrep's syntax instead of Perl's.
pub fn parse(expr: &[u8], posix: bool) -> Result<Parsed> {
    let text = std::str::from_utf8(expr).map_err(|e| Mistake {
        code: "invalid UTF-8",
        text: expr[e.valid_up_to()..].to_vec(),
    })?;
    let flags = Flags {
        fold: false,
        multi_line: posix,
        dot_newline: false,
        lazy: false,
        perl: !posix,
    };
    let outermost = Group {
        alternatives: Vec::new(),
        sequence: Vec::new(),
        outside: flags,
        capture: 0,
    };
    let mut p = Parser {
        rest: text,
        flags,
        groups: vec![outermost],
        names: vec![String::new()],
    };
    p.run(text)?;
    if p.groups.len() > 1 {
        return mistake("missing closing )", text);
    }
    let all = p.close_sequence();
    if all.height > MAX_HEIGHT {
        return mistake("expression nests too deeply", text);
    }
    Ok(Parsed {
        hir: all.hir,
        names: p.names,
        prefix: all.prefix,
        complete: all.complete,
    })
}

impl<'a> Parser<'a> {
    fn run(&mut self, whole: &'a str) -> Result<()> {
        // Where the repetition operator right before began, if there is one.
        let mut last_repeat: Option<&'a str> = None;
        while let Some(c) = self.rest.chars().next() {
            let before = self.rest;
            let mut repeat = None;
            match c {
                '(' if self.flags.perl && before.starts_with("(?") => self.perl_group()?,
                '(' => {
                    self.rest = &before[1..];
                    self.open(Some(String::new()));
                }
                '|' => {
                    self.rest = &before[1..];
                    let g = self.top();
                    let seq = concat(std::mem::take(&mut g.sequence));
                    g.alternatives.push(seq);
                }
                ')' => {
                    if self.groups.len() == 1 {
                        return mistake("unexpected )", whole);
                    }
                    self.rest = &before[1..];
                    self.close(whole)?;
                }
                '^' | '$' => {
                    self.rest = &before[1..];
                    let look = match (c, self.flags.multi_line) {
                        ('^', false) => Look::Start,
                        ('^', true) => Look::StartLF,
                        (_, false) => Look::End,
                        (_, true) => Look::EndLF,
                    };
                    self.push(Node::of(Hir::look(look)));
                }
                '.' => {
                    self.rest = &before[1..];
                    let ranges: &[_] = if self.flags.dot_newline {
                        &[('\0', char::MAX)]
                    } else {
                        &[('\0', '\x09'), ('\x0B', char::MAX)]
                    };
                    self.push(Node::class(class_of(ranges)));
                }
                '[' => {
                    let c = self.bracket()?;
                    self.push(Node::class(c));
                }
                '*' | '+' | '?' => {
                    self.rest = &before[1..];
                    let (min, max) = match c {
                        '*' => (0, None),
                        '+' => (1, None),
                        _ => (0, Some(1)),
                    };
                    self.repeat(min, max, false, before, last_repeat)?;
                    repeat = Some(before);
                }
                '{' => match counts(&before[1..]) {
                    Some((min, max, after)) => {
                        let most = max.unwrap_or(min);
                        if min > MAX_REPEAT || most > MAX_REPEAT || min > most {
                            return mistake("invalid repeat count", upto(before, after));
                        }
                        self.rest = after;
                        self.repeat(min, max, true, before, last_repeat)?;
                        repeat = Some(before);
                    }
                    None => self.character(c),
                },
                '\\' => self.backslash()?,
                _ => self.character(c),
            }
            last_repeat = repeat;
        }
        Ok(())
    }

    fn top(&mut self) -> &mut Group {
        self.groups
            .last_mut()
            .expect("the outermost group is never closed")
    }

    fn push(&mut self, n: Node) {
        self.top().sequence.push(n);
    }

    fn character(&mut self, c: char) {
        self.rest = &self.rest[c.len_utf8()..];
        let n = Node::literal(c, self.flags.fold);
        self.push(n);
    }

    /// Opens a group; one that captures has a name, if only an empty one.
    fn open(&mut self, name: Option<String>) {
        let capture = name.map_or(0, |name| {
            self.names.push(name);
            self.names.len() as u32 - 1
        });
        self.groups.push(Group {
            alternatives: Vec::new(),
            sequence: Vec::new(),
            outside: self.flags,
            capture,
        });
    }

    fn close_sequence(&mut self) -> Node {
        let g = self.top();
        let seq = concat(std::mem::take(&mut g.sequence));
        let mut all = std::mem::take(&mut g.alternatives);
        all.push(seq);
        alternate(all)
    }

    fn close(&mut self, whole: &str) -> Result<()> {
        let mut n = self.close_sequence();
        if let Some(g) = self.groups.pop() {
            self.flags = g.outside;
            if g.capture > 0 {
                n.height += 1;
                n.hir = Hir::capture(Capture {
                    index: g.capture,
                    name: None,
                    sub: Box::new(n.hir),
                });
            }
        }
        if n.height > MAX_HEIGHT {
            return mistake("expression nests too deeply", whole);
        }
        self.push(n);
        Ok(())
    }

    /// `(?`: a named group, a group with flags, or flags alone.
    fn perl_group(&mut self) -> Result<()> {
        let start = self.rest;
        let name_at = if start.starts_with("(?P<") && start.len() > 4 {
            4
        } else if start.starts_with("(?<") && start.len() > 3 {
            3
        } else {
            0
        };
        if name_at > 0 {
            let Some(end) = start.find('>') else {
                return mistake("invalid named capture", start);
            };
            let name = start.get(name_at..end).unwrap_or("");
            if name.is_empty() || !name.bytes().all(|b| b == b'_' || b.is_ascii_alphanumeric()) {
                return mistake("invalid named capture", &start[..=end]);
            }
            self.rest = &start[end + 1..];
            self.open(Some(name.to_string()));
            return Ok(());
        }
        let mut flags = self.flags;
        let (mut on, mut seen) = (true, false);
        let mut rest = &start[2..];
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                'i' => flags.fold = on,
                'm' => flags.multi_line = on,
                's' => flags.dot_newline = on,
                'U' => flags.lazy = on,
                '-' if on => on = false,
                ':' | ')' if on || seen => {
                    if c == ':' {
                        self.open(None);
                    }
                    self.flags = flags;
                    self.rest = rest;
                    return Ok(());
                }
                _ => return mistake("invalid or unsupported Perl syntax", upto(start, rest)),
            }
            seen = c != '-';
        }
        mistake("invalid or unsupported Perl syntax", start)
    }

    /// A repetition operator, which began at `before`, applied to what was read last.
    fn repeat(
        &mut self,
        min: i64,
        max: Option<i64>,
        counted: bool,
        before: &'a str,
        last_repeat: Option<&'a str>,
    ) -> Result<()> {
        let mut lazy = self.flags.lazy;
        if self.flags.perl {
            if let Some(after) = self.rest.strip_prefix('?') {
                self.rest = after;
                lazy = !lazy;
            }
            if let Some(last) = last_repeat {
                return mistake("invalid nested repetition operator", upto(last, self.rest));
            }
        }
        let op = upto(before, self.rest);
        let Some(n) = self.top().sequence.pop() else {
            return mistake("missing argument to repetition operator", op);
        };
        let times = if counted { max.unwrap_or(min) } else { 1 };
        let repeats = if times == 0 { 1 } else { times * n.repeats };
        if counted && times >= 2 && repeats > MAX_REPEAT {
            return mistake("invalid repeat count", op);
        }
        let exact = max == Some(min);
        let node = Node {
            height: n.height + 1,
            repeats,
            prefix: if n.complete || min == 1 {
                n.prefix.repeat(min as usize)
            } else if min > 1 {
                n.prefix
            } else {
                String::new()
            },
            complete: exact && (n.complete || min == 0),
            hir: Hir::repetition(Repetition {
                min: min as u32,
                max: max.map(|m| m as u32),
                greedy: !lazy,
                sub: Box::new(n.hir),
            }),
        };
        self.push(node);
        Ok(())
    }

    fn backslash(&mut self) -> Result<()> {
        let start = self.rest;
        let next = start.as_bytes().get(1).copied().unwrap_or(0);
        if self.flags.perl {
            let look = match next {
                b'A' => Some(Look::Start),
                b'z' => Some(Look::End),
                b'b' => Some(Look::WordAscii),
                b'B' => Some(Look::WordAsciiNegate),
                b'C' => return mistake("invalid escape sequence", &start[..2]),
                b'Q' => {
                    let quoted = &start[2..];
                    let (lit, after) = quoted.split_once("\\E").unwrap_or((quoted, ""));
                    for c in lit.chars() {
                        let n = Node::literal(c, self.flags.fold);
                        self.push(n);
                    }
                    self.rest = after;
                    return Ok(());
                }
                _ => None,
            };
            if let Some(look) = look {
                self.rest = &start[2..];
                self.push(Node::of(Hir::look(look)));
                return Ok(());
            }
        }
        if let Some(c) = self.named_class()? {
            self.push(Node::class(c));
            return Ok(());
        }
        let c = self.escape()?;
        let n = Node::literal(c, self.flags.fold);
        self.push(n);
        Ok(())
    }

    /// A class of Perl's or of Unicode's, `\d` or `\pL`, if there is one here.
    fn named_class(&mut self) -> Result<Option<ClassUnicode>> {
        let start = self.rest;
        if !self.flags.perl || start.len() < 2 || !start.starts_with('\\') {
            return Ok(None);
        }
        let letter = start.as_bytes()[1];
        let ranges = match letter.to_ascii_lowercase() {
            b'd' => "09",
            b's' => "\t\n\x0C\r  ",
            b'w' => "09AZ__az",
            b'p' => return self.unicode_class().map(Some),
            _ => return Ok(None),
        };
        self.rest = &start[2..];
        Ok(Some(self.group(ranges, letter.is_ascii_uppercase())))
    }

    /// The class of pairs of characters, folded and negated as asked.
    fn group(&self, pairs: &str, negate: bool) -> ClassUnicode {
        let chars: Vec<char> = pairs.chars().collect();
        let mut c = ClassUnicode::new(chars.chunks(2).map(|p| ClassUnicodeRange::new(p[0], p[1])));
        if self.flags.fold {
            c = folded(c);
        }
        if negate {
            c.negate();
        }
        c
    }

    /// `\pN`, `\p{Name}`, `\P{^Name}`.
    fn unicode_class(&mut self) -> Result<ClassUnicode> {
        const BAD: &str = "invalid character class range";
        let start = self.rest;
        let mut negate = start.as_bytes()[1] == b'P';
        let after = &start[2..];
        let (mut name, rest) = match after.chars().next() {
            None => return mistake(BAD, start),
            Some('{') => match after.find('}') {
                None => return mistake(BAD, start),
                Some(end) => (&after[1..end], &after[end + 1..]),
            },
            Some(c) => after.split_at(c.len_utf8()),
        };
        if let Some(n) = name.strip_prefix('^') {
            negate = !negate;
            name = n;
        }
        let Some(mut c) = unicode_table(name) else {
            return mistake(BAD, upto(start, rest));
        };
        self.rest = rest;
        if self.flags.fold {
            c = folded(c);
        }
        if negate {
            c.negate();
        }
        Ok(c)
    }

    /// A backslash that stands for one character.
    fn escape(&mut self) -> Result<char> {
        let start = self.rest;
        let mut chars = start[1..].chars();
        let Some(c) = chars.next() else {
            return mistake("trailing backslash at end of expression", "");
        };
        let octal = |c: Option<char>| c.and_then(|c| c.to_digit(8));
        let found = match c {
            '0'..='7' if c == '0' || octal(chars.clone().next()).is_some() => {
                let mut v = c as u32 - '0' as u32;
                for _ in 0..2 {
                    let Some(d) = octal(chars.clone().next()) else {
                        break;
                    };
                    v = v * 8 + d;
                    chars.next();
                }
                char::from_u32(v)
            }
            'x' => hexadecimal(&mut chars),
            'a' => Some('\x07'),
            'f' => Some('\x0C'),
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            'v' => Some('\x0B'),
            c if c.is_ascii() && !c.is_ascii_alphanumeric() => Some(c),
            _ => None,
        };
        match found {
            Some(c) => {
                self.rest = chars.as_str();
                Ok(c)
            }
            None => mistake("invalid escape sequence", upto(start, chars.as_str())),
        }
    }

    /// A class in brackets.
    fn bracket(&mut self) -> Result<ClassUnicode> {
        let start = self.rest;
        self.rest = &start[1..];
        let mut class = ClassUnicode::empty();
        let negate = self.rest.starts_with('^');
        if negate {
            self.rest = &self.rest[1..];
            if !self.flags.perl {
                class.push(ClassUnicodeRange::new('\n', '\n'));
            }
        }
        let mut first = true;
        while first || !self.rest.starts_with(']') {
            let here = self.rest;
            let stray = here.starts_with('-') && !self.flags.perl && !first;
            if stray && !here.starts_with("-]") && here.len() > 1 {
                let len = here[1..].chars().next().map_or(0, char::len_utf8);
                return mistake("invalid character class range", &here[..=len]);
            }
            first = false;
            if let Some(named) = here.strip_prefix("[:") {
                if let Some(end) = named.find(":]") {
                    let Some(c) = self.posix_class(&named[..end]) else {
                        return mistake("invalid character class range", &here[..end + 4]);
                    };
                    class.union(&c);
                    self.rest = &named[end + 2..];
                    continue;
                }
            }
            if let Some(c) = self.named_class()? {
                class.union(&c);
                continue;
            }
            let lo = self.class_char(start)?;
            let mut hi = lo;
            if self.rest.len() >= 2 && self.rest.starts_with('-') && !self.rest.starts_with("-]") {
                self.rest = &self.rest[1..];
                hi = self.class_char(start)?;
                if hi < lo {
                    return mistake("invalid character class range", upto(here, self.rest));
                }
            }
            let one = ClassUnicode::new([ClassUnicodeRange::new(lo, hi)]);
            class.union(&if self.flags.fold { folded(one) } else { one });
        }
        self.rest = &self.rest[1..];
        if negate {
            class.negate();
        }
        Ok(class)
    }

    fn class_char(&mut self, whole: &str) -> Result<char> {
        match self.rest.chars().next() {
            None => mistake("missing closing ]", whole),
            Some('\\') => self.escape(),
            Some(c) => {
                self.rest = &self.rest[c.len_utf8()..];
                Ok(c)
            }
        }
    }

    fn posix_class(&self, name: &str) -> Option<ClassUnicode> {
        let (name, negate) = name.strip_prefix('^').map_or((name, false), |n| (n, true));
        let ranges = match name {
            "alnum" => "09AZaz",
            "alpha" => "AZaz",
            "ascii" => "\0\x7F",
            "blank" => "\t\t  ",
            "cntrl" => "\0\x1F\x7F\x7F",
            "digit" => "09",
            "graph" => "!~",
            "lower" => "az",
            "print" => " ~",
            "punct" => "!/:@[`{~",
            "space" => "\t\r  ",
            "upper" => "AZ",
            "word" => "09AZ__az",
            "xdigit" => "09AFaf",
            _ => return None,
        };
        Some(self.group(ranges, negate))
    }
}

fn class_of(ranges: &[(char, char)]) -> ClassUnicode {
    ClassUnicode::new(ranges.iter().map(|r| ClassUnicodeRange::new(r.0, r.1)))
}

/// What follows `\x`.
fn hexadecimal(chars: &mut std::str::Chars<'_>) -> Option<char> {
    let c = chars.next()?;
    if c != '{' {
        let d = chars.next()?;
        return char::from_u32(c.to_digit(16)? * 16 + d.to_digit(16)?);
    }
    let (mut v, mut digits) = (0u32, 0);
    loop {
        match chars.next()? {
            '}' if digits > 0 => return char::from_u32(v),
            c => v = v * 16 + c.to_digit(16)?,
        }
        digits += 1;
        if v > char::MAX as u32 {
            return None;
        }
    }
}

/// `n}`, `n,}` or `n,m}` and what follows; numbers without leading zeros. Numbers too large to matter come out too large.
fn counts(s: &str) -> Option<(i64, Option<i64>, &str)> {
    fn number(s: &str) -> Option<(i64, &str)> {
        let len = s.bytes().take_while(u8::is_ascii_digit).count();
        if len == 0 || len > 1 && s.starts_with('0') {
            return None;
        }
        Some((s[..len].parse().unwrap_or(i64::MAX), &s[len..]))
    }
    let (min, s) = number(s)?;
    if let Some(after) = s.strip_prefix('}') {
        return Some((min, Some(min), after));
    }
    let s = s.strip_prefix(',')?;
    if let Some(after) = s.strip_prefix('}') {
        return Some((min, None, after));
    }
    let (max, s) = number(s)?;
    Some((min, Some(max), s.strip_prefix('}')?))
}

/// A general category or a script.
fn unicode_table(name: &str) -> Option<ClassUnicode> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '_' | '-');
    if name.is_empty() || !name.chars().all(plain) {
        return None;
    }
    ["gc", "sc"].iter().find_map(|kind| {
        let hir = regex_syntax::Parser::new()
            .parse(&format!(r"\p{{{kind}={name}}}"))
            .ok()?;
        match hir.into_kind() {
            HirKind::Class(Class::Unicode(c)) => Some(c),
            HirKind::Literal(l) => {
                let c = std::str::from_utf8(&l.0).ok()?.chars().next()?;
                Some(class_of(&[(c, c)]))
            }
            _ => None,
        }
    })
}
