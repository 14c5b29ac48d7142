package main

import "fmt"

type matcher func(s string, k func(rest string) bool) bool

func lit(c byte) matcher {
	return func(s string, k func(string) bool) bool { return s != "" && s[0] == c && k(s[1:]) }
}

func any1(s string, k func(string) bool) bool { return s != "" && k(s[1:]) }

func seq(ms ...matcher) matcher {
	if len(ms) == 0 {
		return func(s string, k func(string) bool) bool { return k(s) }
	}
	rest := seq(ms[1:]...)
	return func(s string, k func(string) bool) bool {
		return ms[0](s, func(t string) bool { return rest(t, k) })
	}
}

func alt(a, b matcher) matcher {
	return func(s string, k func(string) bool) bool { return a(s, k) || b(s, k) }
}

func star(m matcher) matcher {
	var self matcher
	self = func(s string, k func(string) bool) bool {
		return m(s, func(t string) bool { return len(t) < len(s) && self(t, k) }) || k(s)
	}
	return self
}

// parse reads: alternatives | of sequences of atoms (c . (x)) with * + ?
func parse(p string) (m matcher, rest string) {
	var parts []matcher
	for p != "" && p[0] != ')' {
		var atom matcher
		switch c := p[0]; c {
		case '|':
			right, rest := parse(p[1:])
			return alt(seq(parts...), right), rest
		case '(':
			atom, p = parse(p[1:])
		case '.':
			atom = any1
		default:
			atom = lit(c)
		}
		p = p[1:]
		if p != "" {
			switch a := atom; p[0] {
			case '*':
				atom, p = star(a), p[1:]
			case '+':
				atom, p = seq(a, star(a)), p[1:]
			case '?':
				atom, p = alt(a, seq()), p[1:]
			}
		}
		parts = append(parts, atom)
	}
	return seq(parts...), p
}

func match(p, s string) bool {
	m, _ := parse(p)
	return m(s, func(rest string) bool { return rest == "" })
}

func main() {
	for _, c := range [][2]string{
		{"a*b", "aaab"}, {"a*b", "aaac"}, {"(ab|c)+d?", "abcabd"}, {"(ab|c)+d?", "abca"}, {"a.c|x", "abc"},
		{"a.c|x", "x"}, {"(a|b)*abb", "abaabb"}, {"(a*)*b", "aaaaaaaa"}, {"", ""}, {"", "x"}, {"x?y?z?", "xz"},
	} {
		fmt.Println(c[0], c[1], match(c[0], c[1]))
	}
}

// Output:
// a*b aaab true
// a*b aaac false
// (ab|c)+d? abcabd true
// (ab|c)+d? abca false
// a.c|x abc true
// a.c|x x true
// (a|b)*abb abaabb true
// (a*)*b aaaaaaaa false
//   true
//  x false
// x?y?z? xz true
