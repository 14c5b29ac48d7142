// Package regexp searches with regular expressions, in time proportional to the length of the text.
package regexp

import (
	"io"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
)

// Regexp is a compiled expression. It is safe for use by several goroutines, except for Longest.
type Regexp struct {
	expr     string
	mode     int
	names    []string // of the groups; that of the whole is first, and empty
	prefix   string
	complete bool // the prefix is all there is
}

// Modes.
const (
	posix   = 1 << iota // egrep's syntax
	longest             // of the leftmost matches, the longest
)

// compile compiles expr. If that fails, code tells why and text is the part of expr it is about.
func compile(expr string, mode int) (code, text string, names []string, prefix string, complete bool)

// matches reports whether there is a match in s.
func matches(expr string, mode int, s string) bool

// search finds matches in s that do not begin before pos, at most limit unless that is negative. Each gives 2*groups numbers:
// where the match and its groups begin and end, -1 for groups that take no part.
func search(expr string, mode int, s string, pos, limit, groups int) []int

func makeRegexp(expr string, mode int) (*Regexp, error) {
	code, text, names, prefix, complete := compile(expr, mode)
	if code != "" {
		return nil, &syntax.Error{Code: syntax.ErrorCode(code), Expr: text}
	}
	return &Regexp{expr, mode, names, prefix, complete}, nil
}

// Compile compiles an expression in Perl's syntax. Of several ways to match at the leftmost place, the first is taken that
// a backtracking search would have found.
func Compile(expr string) (*Regexp, error) { return makeRegexp(expr, 0) }

// CompilePOSIX compiles an expression in egrep's syntax, with leftmost-longest matching.
func CompilePOSIX(expr string) (*Regexp, error) { return makeRegexp(expr, posix|longest) }

// MustCompile is Compile for expressions known to be right; others panic.
func MustCompile(str string) *Regexp { return must("Compile", str, 0) }

// MustCompilePOSIX is CompilePOSIX for expressions known to be right; others panic.
func MustCompilePOSIX(str string) *Regexp { return must("CompilePOSIX", str, posix|longest) }

func must(name, expr string, mode int) *Regexp {
	re, err := makeRegexp(expr, mode)
	if err != nil {
		quoted := strconv.Quote(expr)
		if strconv.CanBackquote(expr) {
			quoted = "`" + expr + "`"
		}
		panic("regexp: " + name + "(" + quoted + "): " + err.Error())
	}
	return re
}

// Copy is a copy of re.
//
// Deprecated: a Regexp may be used by several goroutines.
func (re *Regexp) Copy() *Regexp {
	other := *re
	return &other
}

// Longest makes re prefer the longest of the leftmost matches.
func (re *Regexp) Longest() { re.mode |= longest }

// String is the expression.
func (re *Regexp) String() string { return re.expr }

// NumSubexp is how many groups the expression has.
func (re *Regexp) NumSubexp() int { return len(re.names) - 1 }

// SubexpNames is the names of the groups by number; those without a name, and the whole, have "".
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex is the number of the first group with that name, -1 if there is none.
func (re *Regexp) SubexpIndex(name string) int {
	if name == "" {
		return -1
	}
	return slices.Index(re.names, name)
}

// LiteralPrefix is what every match begins with; complete tells that it is the whole expression.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) { return re.prefix, re.complete }

// AppendText appends the expression to b.
func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.expr...), nil }

// MarshalText is the expression.
func (re *Regexp) MarshalText() ([]byte, error) { return re.AppendText(nil) }

// UnmarshalText compiles the expression text.
func (re *Regexp) UnmarshalText(text []byte) error {
	other, err := Compile(string(text))
	if err == nil {
		*re = *other
	}
	return err
}

// QuoteMeta escapes what would be an operator, so that the result matches s.
func QuoteMeta(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte(`\.+*?()|[]{}^$`, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// MatchString reports whether s contains a match.
func (re *Regexp) MatchString(s string) bool { return matches(re.expr, re.mode, s) }

// Match reports whether b contains a match.
func (re *Regexp) Match(b []byte) bool { return re.MatchString(string(b)) }

// MatchReader reports whether the text that r reads contains a match. It reads all of it.
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.MatchString(readAll(r)) }

// readAll reads runes until an error.
func readAll(r io.RuneReader) string {
	var b []byte
	for {
		c, size, err := r.ReadRune()
		if err != nil {
			return string(b)
		}
		if c == '\uFFFD' && size == 1 {
			b = append(b, 0xFF) // so that it counts as one byte
		} else {
			b = append(b, string(c)...)
		}
	}
}

// compiledMatch asks the compiled pattern.
func compiledMatch(pattern string, match func(*Regexp) bool) (bool, error) {
	re, err := Compile(pattern)
	return err == nil && match(re), err
}

// Match compiles pattern and reports whether b contains a match.
func Match(pattern string, b []byte) (matched bool, err error) {
	return compiledMatch(pattern, func(re *Regexp) bool { return re.Match(b) })
}

// MatchString compiles pattern and reports whether s contains a match.
func MatchString(pattern string, s string) (matched bool, err error) {
	return compiledMatch(pattern, func(re *Regexp) bool { return re.MatchString(s) })
}

// MatchReader compiles pattern and reports whether the text that r reads contains a match.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	return compiledMatch(pattern, func(re *Regexp) bool { return re.MatchReader(r) })
}
