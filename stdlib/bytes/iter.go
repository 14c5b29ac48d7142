package bytes

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Lines yields the lines of s with their newlines.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for rest := s; len(rest) > 0; {
			n := len(rest)
			if i := IndexByte(rest, '\n'); i >= 0 {
				n = i + 1
			}
			line := rest[:n:n]
			rest = rest[n:]
			if !yield(line) {
				return
			}
		}
	}
}

func splitSeq(s, sep []byte, keep int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		rest := s
		if len(sep) == 0 {
			for len(rest) > 0 {
				_, size := utf8.DecodeRune(rest)
				if !yield(rest[:size:size]) {
					return
				}
				rest = rest[size:]
			}
			return
		}
		for {
			i := Index(rest, sep)
			if i < 0 {
				break
			}
			if !yield(rest[: i+keep : i+keep]) {
				return
			}
			rest = rest[i+len(sep):]
		}
		yield(rest[:len(rest):len(rest)])
	}
}

// SplitSeq yields what Split returns.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, 0) }

// SplitAfterSeq yields what SplitAfter returns.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, len(sep)) }

// FieldsSeq yields what Fields returns.
func FieldsSeq(s []byte) iter.Seq[[]byte] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq yields what FieldsFunc returns.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, field := range FieldsFunc(s, f) {
			if !yield(field) {
				return
			}
		}
	}
}
