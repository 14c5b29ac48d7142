package testing

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
)

type matchFunc func(pat, str string) (bool, error)

// pattern chooses names: alternatives, each with a regular expression for each level of subtests.
type pattern [][]string

// parsePattern splits at / and | outside of brackets and parentheses.
func parsePattern(s string) pattern {
	if s == "" {
		return nil
	}
	p := pattern{nil}
	square, round, from := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case c == '[':
			square++
		case c == ']':
			square = max(square-1, 0)
		case square > 0:
		case c == '(':
			round++
		case c == ')':
			round--
		case round == 0 && (c == '/' || c == '|'):
			p[len(p)-1] = append(p[len(p)-1], s[from:i])
			from = i + 1
			if c == '|' {
				p = append(p, nil)
			}
		}
	}
	p[len(p)-1] = append(p[len(p)-1], s[from:])
	return p
}

// prepare rewrites the pattern as names are rewritten, and ends the program if it is no good.
func (p pattern) prepare(flag string, match matchFunc) {
	for i, alternative := range p {
		for j, expr := range alternative {
			expr = printable(expr)
			alternative[j] = expr
			if _, err := match(expr, "non-empty"); err != nil {
				which := fmt.Sprintf("element %d of %s (%q): %v", j, flag, expr, err)
				if len(p) > 1 {
					which = fmt.Sprintf("alternation %d of %s", i, which)
				}
				fmt.Fprintf(os.Stderr, "testing: invalid regexp for %s\n", which)
				os.Exit(1)
			}
		}
	}
}

// chooses reports whether the name is chosen, and whether only because of what may lie below it.
func (p pattern) chooses(name []string, match matchFunc) (chosen, partial bool) {
next:
	for _, alternative := range p {
		for i := range min(len(alternative), len(name)) {
			if ok, _ := match(alternative[i], name[i]); !ok {
				continue next
			}
		}
		return true, len(name) < len(alternative)
	}
	return false, false
}

// selector gives subtests their names and chooses those that run.
type selector struct {
	run, skip pattern
	match     matchFunc

	mu   sync.Mutex
	used map[string]int // how often a name was asked for
}

func newSelector(match matchFunc, run, flag, skip string) *selector {
	s := &selector{run: parsePattern(run), skip: parsePattern(skip), match: match, used: map[string]int{}}
	s.run.prepare(flag, match)
	s.skip.prepare("-test.skip", match)
	return s
}

// matching is held around calls of match functions, which need not be safe for concurrent use.
var matching sync.Mutex

// resolve is the full name of the child of c, and whether it is to run; partial tells that only something below it is.
func (s *selector) resolve(c *common, name string) (full string, wanted, partial bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c != nil && c.level > 0 {
		name = s.unique(c.name, printable(name))
	}
	levels := strings.Split(name, "/")
	matching.Lock()
	defer matching.Unlock()
	wanted = true
	if s.run != nil {
		if wanted, partial = s.run.chooses(levels, s.match); !wanted {
			return name, false, false
		}
	}
	if skipped, below := s.skip.chooses(levels, s.match); skipped && !below {
		return name, false, false
	}
	return name, wanted, partial
}

// unique joins the names. The second and later of the same name get a number, and so does the empty name.
func (s *selector) unique(parent, name string) string {
	base := parent + "/" + name
	for {
		n := s.used[base]
		s.used[base] = n + 1
		if n == 0 && name != "" {
			if stem, k := numbered(base); stem == base || k >= s.used[stem] {
				return base
			}
			continue // a number that was given to stem already
		}
		if full := fmt.Sprintf("%s#%02d", base, n); s.used[full] == 0 {
			return full
		}
	}
}

// numbered takes apart a name that ends in a number as unique makes it; other names are returned whole.
func numbered(name string) (stem string, n int) {
	i := strings.LastIndexByte(name, '#')
	if i < 0 {
		return name, 0
	}
	stem, digits := name[:i], name[i+1:]
	if len(digits) < 2 || len(digits) > 2 && digits[0] == '0' || digits == "00" && !strings.HasSuffix(stem, "/") {
		return name, 0
	}
	v, err := strconv.ParseInt(digits, 10, 32)
	if err != nil || v < 0 {
		return name, 0
	}
	return stem, int(v)
}

// printable makes white space underscores and escapes what can not be printed.
func printable(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch {
		case blank(r):
			b.WriteByte('_')
		case strconv.IsPrint(r):
			b.WriteRune(r)
		default:
			q := strconv.QuoteRune(r)
			b.WriteString(q[1 : len(q)-1])
		}
	}
	return b.String()
}

const blanks = "\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"

func blank(r rune) bool { return '\u2000' <= r && r <= '\u200a' || strings.ContainsRune(blanks, r) }
