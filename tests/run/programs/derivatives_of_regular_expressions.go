// Regular expressions matched by derivatives: expressions are comparable structs in interfaces, used as map keys to build and
// minimize an automaton.
package main

import (
	"fmt"
	"slices"
	"strings"
)

type regex interface {
	nullable() bool
	derive(c byte) regex
	String() string
}

type (
	none  struct{}
	empty struct{}
	char  byte
	class struct {
		lo, hi byte
		not    bool
	}
	seq  struct{ a, b regex }
	alt  struct{ a, b regex }
	and  struct{ a, b regex }
	not  struct{ a regex }
	star struct{ a regex }
)

func (none) nullable() bool  { return false }
func (empty) nullable() bool { return true }
func (char) nullable() bool  { return false }
func (class) nullable() bool { return false }
func (s seq) nullable() bool { return s.a.nullable() && s.b.nullable() }
func (a alt) nullable() bool { return a.a.nullable() || a.b.nullable() }
func (a and) nullable() bool { return a.a.nullable() && a.b.nullable() }
func (n not) nullable() bool { return !n.a.nullable() }
func (star) nullable() bool  { return true }

func (none) derive(byte) regex  { return none{} }
func (empty) derive(byte) regex { return none{} }
func (r char) derive(c byte) regex {
	if byte(r) == c {
		return empty{}
	}
	return none{}
}
func (r class) derive(c byte) regex {
	if (r.lo <= c && c <= r.hi) != r.not {
		return empty{}
	}
	return none{}
}
func (s seq) derive(c byte) regex {
	d := mkSeq(s.a.derive(c), s.b)
	if s.a.nullable() {
		return mkAlt(d, s.b.derive(c))
	}
	return d
}
func (a alt) derive(c byte) regex  { return mkAlt(a.a.derive(c), a.b.derive(c)) }
func (a and) derive(c byte) regex  { return mkAnd(a.a.derive(c), a.b.derive(c)) }
func (n not) derive(c byte) regex  { return mkNot(n.a.derive(c)) }
func (s star) derive(c byte) regex { return mkSeq(s.a.derive(c), s) }

func (none) String() string   { return "∅" }
func (empty) String() string  { return "ε" }
func (r char) String() string { return string(rune(r)) }
func (r class) String() string {
	if r.not {
		return fmt.Sprintf("[^%q-%q]", r.lo, r.hi)
	}
	return fmt.Sprintf("[%q-%q]", r.lo, r.hi)
}
func (s seq) String() string  { return s.a.String() + s.b.String() }
func (a alt) String() string  { return "(" + a.a.String() + "|" + a.b.String() + ")" }
func (a and) String() string  { return "(" + a.a.String() + "&" + a.b.String() + ")" }
func (n not) String() string  { return "~(" + n.a.String() + ")" }
func (s star) String() string { return "(" + s.a.String() + ")*" }

func mkSeq(a, b regex) regex {
	switch {
	case a == regex(none{}) || b == regex(none{}):
		return none{}
	case a == regex(empty{}):
		return b
	case b == regex(empty{}):
		return a
	}
	if s, ok := a.(seq); ok {
		return mkSeq(s.a, mkSeq(s.b, b))
	}
	return seq{a, b}
}

// mkAlt keeps alternatives sorted and without duplicates, so that derivatives are finitely many.
func mkAlt(a, b regex) regex {
	var list []regex
	var flatten func(regex)
	flatten = func(r regex) {
		if x, ok := r.(alt); ok {
			flatten(x.a)
			flatten(x.b)
		} else if r != (none{}) && !slices.Contains(list, r) {
			list = append(list, r)
		}
	}
	flatten(a)
	flatten(b)
	slices.SortFunc(list, func(x, y regex) int { return strings.Compare(x.String(), y.String()) })
	if len(list) == 0 {
		return none{}
	}
	r := list[len(list)-1]
	for _, x := range slices.Backward(list[:len(list)-1]) {
		r = alt{x, r}
	}
	return r
}

func mkAnd(a, b regex) regex {
	if a == b {
		return a
	}
	if a == (none{}) || b == (none{}) {
		return none{}
	}
	return and{a, b}
}

func mkNot(a regex) regex {
	if n, ok := a.(not); ok {
		return n.a
	}
	return not{a}
}

type parser struct {
	s string
	i int
}

func (p *parser) more(stop string) bool {
	return p.i < len(p.s) && strings.IndexByte(stop, p.s[p.i]) < 0
}

func (p *parser) binary(op byte, mk func(a, b regex) regex, next func() regex) regex {
	r := next()
	for p.i < len(p.s) && p.s[p.i] == op {
		p.i++
		r = mk(r, next())
	}
	return r
}

func (p *parser) alternatives() regex { return p.binary('|', mkAlt, p.intersection) }
func (p *parser) intersection() regex { return p.binary('&', mkAnd, p.sequence) }
func (p *parser) sequence() regex {
	r := regex(empty{})
	for p.more("|&)") {
		r = mkSeq(r, p.repeat())
	}
	return r
}

func (p *parser) repeat() regex {
	a := p.atom()
	for p.i < len(p.s) {
		switch p.s[p.i] {
		case '*':
			a = star{a}
		case '+':
			a = mkSeq(a, star{a})
		case '?':
			a = mkAlt(a, empty{})
		default:
			return a
		}
		p.i++
	}
	return a
}

func (p *parser) atom() regex {
	c := p.s[p.i]
	p.i++
	switch c {
	case '(':
		r := p.alternatives()
		p.i++
		return r
	case '~':
		return mkNot(p.atom())
	case '.':
		return class{1, 126, false}
	case '[':
		inv := p.s[p.i] == '^'
		if inv {
			p.i++
		}
		r := class{p.s[p.i], p.s[p.i+2], inv}
		p.i += 4
		return r
	}
	return char(c)
}

func match(r regex, s string) bool {
	for i := range len(s) {
		r = r.derive(s[i])
	}
	return r.nullable()
}

func states(r regex, alphabet string) (n, accepting, edges int) {
	seen := map[regex]int{r: 0}
	for work := []regex{r}; len(work) > 0; work = work[1:] {
		if work[0].nullable() {
			accepting++
		}
		for i := range len(alphabet) {
			d := work[0].derive(alphabet[i])
			if _, ok := seen[d]; !ok {
				seen[d] = len(seen)
				work = append(work, d)
			}
			edges++
		}
	}
	return len(seen), accepting, edges
}

func main() {
	for _, t := range []struct{ re, words string }{
		{"ab*c", "ac abc abbbc ab bc"},
		{"(a|b)*abb", "abb aabb babb ab abba"},
		{"[0-9]+(.[0-9]+)?", "1 12.5 12. .5 1x5"},
		{"a?a?a?aaa", "aaa aaaa aaaaaa aa aaaaaaa"},
		{"~(.*bb.*)", "abab abba bb b"},
		{"(.*a.*)&(.*b.*)&~(.*c.*)", "ab ba aab abc a"},
		{"[^a-y]z|(xy)+", "zz az xy xyxy xyx"},
		{"((a*)*)*b", "b aaab aaac"},
		{"()", "a"},
	} {
		p := &parser{s: t.re}
		r := p.alternatives()
		fmt.Print(r, ":")
		for _, w := range append(strings.Fields(t.words), "") {
			fmt.Printf(" %s=%t", w, match(r, w))
		}
		fmt.Print(" ")
		fmt.Println(states(r, "abc0.xyz"))
	}
	long := (&parser{s: "(a|b)*a(a|b)(a|b)(a|b)"}).alternatives()
	fmt.Println(match(long, strings.Repeat("ab", 200)+"abbb"), match(long, strings.Repeat("ab", 200)+"bbbb"))
	fmt.Println(states(long, "ab"))
}

// Output:
// a(b)*c: ac=true abc=true abbbc=true ab=false bc=false =false 4 1 32
// ((a|b))*abb: abb=true aabb=true babb=true ab=false abba=false =false 5 1 40
// ['0'-'9'](['0'-'9'])*(['\x01'-'~']['0'-'9'](['0'-'9'])*|ε): 1=true 12.5=true 12.=false .5=false 1x5=true =false 7 4 56
// (a|ε)(a|ε)(a|ε)aaa: aaa=true aaaa=true aaaaaa=true aa=false aaaaaaa=false =false 8 4 64
// ~((['\x01'-'~'])*bb(['\x01'-'~'])*): abab=true abba=false bb=false b=true =true 4 2 32
// (((['\x01'-'~'])*a(['\x01'-'~'])*&(['\x01'-'~'])*b(['\x01'-'~'])*)&~((['\x01'-'~'])*c(['\x01'-'~'])*)): ab=true ba=true aab=true abc=false a=false =false 8 1 64
// ([^'a'-'y']z|xy(xy)*): zz=true az=false xy=true xyxy=true xyx=false =false 6 2 48
// (((a)*)*)*b: b=true aaab=true aaac=false =false 4 1 32
// ε: a=false =true 2 1 16
// true false
// 16 8 32
