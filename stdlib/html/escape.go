// Package html writes text so that it is itself in HTML, and reads such text.
package html

import (
	"strings"
	"sync"
	"unicode/utf8"
)

var escaper = strings.NewReplacer("&", "&amp;", "'", "&#39;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// EscapeString replaces < > & ' and ".
func EscapeString(s string) string { return escaper.Replace(s) }

// entities are the names that HTML knows, some without semicolon, and what they stand for.
var entities = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 2300)
	for entry := range strings.SplitSeq(entityList, " ") {
		name, text, _ := strings.Cut(entry, "=")
		m[name] = text
	}
	// What can not stand in the list.
	m["Tab;"], m["NewLine;"] = "\t", "\n"
	return m
})

// longestLoose is the length of the longest name that needs no semicolon.
const longestLoose = 6

// UnescapeString replaces entities by what they stand for.
func UnescapeString(s string) string {
	at := strings.IndexByte(s, '&')
	if at < 0 {
		return s
	}
	var b strings.Builder
	for at >= 0 {
		b.WriteString(s[:at])
		s = s[at:]
		text, n := entity(s)
		b.WriteString(text)
		s = s[n:]
		at = strings.IndexByte(s, '&')
	}
	b.WriteString(s)
	return b.String()
}

// entity is what s, which begins with &, stands for, up to n.
func entity(s string) (text string, n int) {
	if strings.HasPrefix(s, "&#") {
		return numeric(s)
	}
	n = 1
	for n < len(s) && isAlphanumeric(s[n]) {
		n++
	}
	name := s[1:n]
	if n < len(s) && s[n] == ';' {
		n++
	}
	if name == "" {
		return s[:n], n
	}
	known := entities()
	if text, ok := known[s[1:n]]; ok {
		return text, n
	}
	if s[n-1] == ';' {
		if text, ok := known[name]; ok {
			return text + ";", n
		}
	}
	for k := min(len(name)-1, longestLoose); k > 1; k-- {
		if text, ok := known[name[:k]]; ok {
			return text, k + 1
		}
	}
	return s[:n], n
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// windows1252 are the characters that numbers from 0x80 on stand for, though they should not.
var windows1252 = []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")

// numeric is the character a number stands for.
func numeric(s string) (text string, n int) {
	n = 2
	base := rune(10)
	if n < len(s) && s[n]|0x20 == 'x' {
		base = 16
		n++
	}
	digits, x := n, rune(0)
	for ; n < len(s); n++ {
		c, v := s[n], rune(0)
		switch {
		case '0' <= c && c <= '9':
			v = rune(c - '0')
		case base == 16 && 'a' <= c|0x20 && c|0x20 <= 'f':
			v = rune(c|0x20-'a') + 10
		default:
			v = -1
		}
		if v < 0 {
			break
		}
		if x <= utf8.MaxRune {
			x = x*base + v
		}
	}
	ended := n < len(s) && s[n] == ';'
	if n == digits && !(base == 16 && ended) {
		return s[:1], 1
	}
	if ended {
		n++
	}
	switch {
	case 0x80 <= x && x <= 0x9f:
		x = windows1252[x-0x80]
	case x == 0 || !utf8.ValidRune(x):
		x = utf8.RuneError
	}
	return string(x), n
}
