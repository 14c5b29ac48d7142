// Package strings has functions on UTF-8 strings.
package strings

import (
	"unicode"
	"unicode/utf8"
)

// Index is where substr first is in s, or -1.
func Index(s, substr string) int

// LastIndex is where substr last is in s, or -1.
func LastIndex(s, substr string) int

// IndexByte is where c first is in s, or -1.
func IndexByte(s string, c byte) int

// LastIndexByte is where c last is in s, or -1.
func LastIndexByte(s string, c byte) int

// IndexRune is where r first is in s, or -1. RuneError is the first invalid byte, too.
func IndexRune(s string, r rune) int

// IndexAny is where some rune of chars first is in s, or -1.
func IndexAny(s, chars string) int

// LastIndexAny is where some rune of chars last is in s, or -1.
func LastIndexAny(s, chars string) int

// Count is how often substr is in s without overlaps; one more than the runes of s if it is empty.
func Count(s, substr string) int

// EqualFold reports whether s and t are equal but for case.
func EqualFold(s, t string) bool

// ToUpper maps all of s to upper case.
func ToUpper(s string) string

// ToLower maps all of s to lower case.
func ToLower(s string) string

// ToTitle maps all of s to title case.
func ToTitle(s string) string

// Title maps the first letter of each word to title case. Its idea of words is too simple for punctuation.
func Title(s string) string

// ToValidUTF8 replaces each run of invalid bytes.
func ToValidUTF8(s, replacement string) string

// TrimSpace removes space from both ends.
func TrimSpace(s string) string

// Trim removes runes of cutset from both ends.
func Trim(s, cutset string) string

// TrimLeft removes runes of cutset from the start.
func TrimLeft(s, cutset string) string

// TrimRight removes runes of cutset from the end.
func TrimRight(s, cutset string) string

// Fields is what is between runs of space.
func Fields(s string) []string

// Join is the elements with sep between them.
func Join(elems []string, sep string) string

// split cuts s at sep into at most n pieces (all if n is negative), each with the first keep bytes of sep.
func split(s, sep string, keep, n int) []string

// replace puts new in the place of the first n old; of all if n is negative.
func replace(s, old, new string, n int) string

func repeat(s string, count int) string

// Clone is a copy of s of its own.
func Clone(s string) string {
	if len(s) == 0 {
		return ""
	}
	return string([]byte(s))
}

// Compare is -1 if a is less than b, 0 if they are equal, +1 if a is greater.
func Compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}

// Contains reports whether substr is in s.
func Contains(s, substr string) bool { return Index(s, substr) >= 0 }

// ContainsAny reports whether some rune of chars is in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r is in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether f is true of some rune of s.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Cut is what is before and after the first sep.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutLast is what is before and after the last sep.
func CutLast(s, sep string) (before, after string, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix is s without prefix, and whether it had it.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix is s without suffix, and whether it had it.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// TrimPrefix is s without prefix.
func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix is s without suffix.
func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// IndexFunc is the first rune of which f is true, or -1.
func IndexFunc(s string, f func(rune) bool) int {
	for i, r := range s {
		if f(r) {
			return i
		}
	}
	return -1
}

// LastIndexFunc is the last rune of which f is true, or -1.
func LastIndexFunc(s string, f func(rune) bool) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if f(r) {
			return i
		}
	}
	return -1
}

// TrimLeftFunc removes runes of which f is true from the start.
func TrimLeftFunc(s string, f func(rune) bool) string {
	for i, r := range s {
		if !f(r) {
			return s[i:]
		}
	}
	return ""
}

// TrimRightFunc removes runes of which f is true from the end.
func TrimRightFunc(s string, f func(rune) bool) string {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !f(r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// TrimFunc removes runes of which f is true from both ends.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// FieldsFunc is what is between runs of runes of which f is true.
func FieldsFunc(s string, f func(rune) bool) []string {
	var fields []string
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	if fields == nil {
		return []string{}
	}
	return fields
}

// Split is what is between the seps.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitN is Split into at most n pieces; the last is the rest.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfter is Split that leaves the seps at the ends of the pieces.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitAfter into at most n pieces.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// Map replaces each rune by mapping's value, and drops it if that is negative.
func Map(mapping func(rune) rune, s string) string {
	var b []byte
	for i, r := range s {
		c := mapping(r)
		if b == nil {
			if c == r && (c != utf8.RuneError || HasPrefix(s[i:], "\uFFFD")) {
				continue
			}
			b = append(make([]byte, 0, len(s)+4), s[:i]...)
		}
		if c >= 0 {
			b = utf8.AppendRune(b, c)
		}
	}
	if b == nil {
		return s
	}
	return string(b)
}

// Repeat is s count times.
func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if len(s) > 0 && count > (1<<63-1)/len(s) {
		panic("strings: Repeat output length overflow")
	}
	if n := len(s) * count; n > 1<<40 {
		_ = make([]byte, n)
	}
	return repeat(s, count)
}

// Replace puts new in the place of the first n old; of all if n is negative.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	return replace(s, old, new, n)
}

// ReplaceAll puts new in the place of every old.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// ToUpperSpecial is ToUpper by c.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower by c.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle by c.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }
