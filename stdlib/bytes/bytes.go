// Package bytes has functions on byte slices. Searching is that of package strings, on the same memory.
package bytes

import (
	"internal/rt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// view is b as a string for the length of a call.
func view(b []byte) string { return rt.UnsafeString(b) }

// Equal reports whether a and b are the same bytes.
func Equal(a, b []byte) bool { return view(a) == view(b) }

// Compare is -1 if a is less than b, 0 if they are equal, +1 if a is greater.
func Compare(a, b []byte) int { return strings.Compare(view(a), view(b)) }

// Clone is a copy of b; nil stays nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Count is how often sep is in s without overlaps.
func Count(s, sep []byte) int { return strings.Count(view(s), view(sep)) }

// Contains reports whether subslice is in b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny reports whether some rune of chars is in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r is in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether f is true of some rune of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Index is where sep first is in s, or -1.
func Index(s, sep []byte) int { return strings.Index(view(s), view(sep)) }

// IndexByte is where c first is in b, or -1.
func IndexByte(b []byte, c byte) int { return strings.IndexByte(view(b), c) }

// IndexRune is where r first is in s, or -1.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(view(s), r) }

// IndexAny is where some rune of chars first is in s, or -1.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(view(s), chars) }

// IndexFunc is the first rune of which f is true, or -1.
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(view(s), f) }

// LastIndex is where sep last is in s, or -1.
func LastIndex(s, sep []byte) int { return strings.LastIndex(view(s), view(sep)) }

// LastIndexByte is where c last is in s, or -1.
func LastIndexByte(s []byte, c byte) int { return strings.LastIndexByte(view(s), c) }

// LastIndexAny is where some rune of chars last is in s, or -1.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(view(s), chars) }

// LastIndexFunc is the last rune of which f is true, or -1.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(view(s), f) }

// EqualFold reports whether s and t are equal but for case.
func EqualFold(s, t []byte) bool { return strings.EqualFold(view(s), view(t)) }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool { return strings.HasPrefix(view(s), view(prefix)) }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool { return strings.HasSuffix(view(s), view(suffix)) }

// Cut is what is before and after the first sep.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutLast is what is before and after the last sep.
func CutLast(s, sep []byte) (before, after []byte, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix is s without prefix, and whether it had it.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix is s without suffix, and whether it had it.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// TrimPrefix is s without prefix.
func TrimPrefix(s, prefix []byte) []byte {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix is s without suffix.
func TrimSuffix(s, suffix []byte) []byte {
	s, _ = CutSuffix(s, suffix)
	return s
}

// tail is the end of s that t, an end of view(s), is; nil if that is empty.
func tail(s []byte, t string) []byte {
	if len(t) == 0 {
		return nil
	}
	return s[len(s)-len(t):]
}

// TrimSpace removes space from both ends.
func TrimSpace(s []byte) []byte {
	s = TrimRightFunc(tail(s, strings.TrimLeftFunc(view(s), unicode.IsSpace)), unicode.IsSpace)
	if len(s) == 0 {
		return nil
	}
	return s
}

// Trim removes runes of cutset from both ends.
func Trim(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	s = TrimLeft(s, cutset)
	return s[:len(strings.TrimRight(view(s), cutset))]
}

// TrimLeft removes runes of cutset from the start.
func TrimLeft(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	return tail(s, strings.TrimLeft(view(s), cutset))
}

// TrimRight removes runes of cutset from the end.
func TrimRight(s []byte, cutset string) []byte { return s[:len(strings.TrimRight(view(s), cutset))] }

// TrimLeftFunc removes runes of which f is true from the start.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	return tail(s, strings.TrimLeftFunc(view(s), f))
}

// TrimRightFunc removes runes of which f is true from the end.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(view(s), f))]
}

// TrimFunc removes runes of which f is true from both ends.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// Fields is what is between runs of space.
func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }

// FieldsFunc is what is between runs of runes of which f is true.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	fields := [][]byte{}
	start := -1
	for i, r := range view(s) {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:len(s):len(s)])
	}
	return fields
}

func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	var list [][]byte
	if len(sep) == 0 {
		for len(s) > 0 {
			_, size := utf8.DecodeRune(s)
			if n > 0 && len(list) == n-1 {
				size = len(s)
			}
			list = append(list, s[:size:size])
			s = s[size:]
		}
		if list == nil {
			return [][]byte{}
		}
		return list
	}
	for n < 0 || len(list) < n-1 {
		i := Index(s, sep)
		if i < 0 {
			break
		}
		list = append(list, s[:i+keep:i+keep])
		s = s[i+len(sep):]
	}
	return append(list, s)
}

// Split is what is between the seps.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN is Split into at most n pieces; the last is the rest.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter is Split that leaves the seps at the ends of the pieces.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitAfter into at most n pieces.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

// Join is the elements with sep between them.
func Join(s [][]byte, sep []byte) []byte {
	n := 0
	for _, v := range s {
		n += len(v) + len(sep)
	}
	b := make([]byte, 0, n)
	for i, v := range s {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, v...)
	}
	return b
}

// Map replaces each rune by mapping's value, and drops it if that is negative.
func Map(mapping func(r rune) rune, s []byte) []byte { return []byte(strings.Map(mapping, view(s))) }

// Repeat is b count times.
func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if len(b) > 0 && count > (1<<63-1)/len(b) {
		panic("bytes: Repeat output length overflow")
	}
	return []byte(strings.Repeat(view(b), count))
}

// Replace is a copy of s with new in the place of the first n old; of all if n is negative.
func Replace(s, old, new []byte, n int) []byte {
	return append([]byte(nil), strings.Replace(view(s), view(old), view(new), n)...)
}

// ReplaceAll is a copy of s with new in the place of every old.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Runes is the runes of s.
func Runes(s []byte) []rune { return []rune(view(s)) }

// Title maps the first letter of each word to title case.
func Title(s []byte) []byte { return []byte(strings.Title(view(s))) }

// ToUpper is a copy of s in upper case.
func ToUpper(s []byte) []byte { return []byte(strings.ToUpper(view(s))) }

// ToLower is a copy of s in lower case.
func ToLower(s []byte) []byte { return []byte(strings.ToLower(view(s))) }

// ToTitle is a copy of s in title case.
func ToTitle(s []byte) []byte { return []byte(strings.ToTitle(view(s))) }

// ToUpperSpecial is ToUpper by c.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower by c.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle by c.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// ToValidUTF8 is a copy of s with each run of invalid bytes replaced.
func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(view(s), view(replacement)))
}
