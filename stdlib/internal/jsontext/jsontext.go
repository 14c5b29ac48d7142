// Package jsontext has the syntax of JSON: what is valid, and how it is laid out.
package jsontext

import (
	"strconv"
	"unicode/utf8"
)

// Value is JSON text that is passed on as it is.
type Value []byte

// String is the text.
func (v Value) String() string {
	if v == nil {
		return "null"
	}
	return string(v)
}

// MarshalJSON is the text, null without any.
func (v Value) MarshalJSON() ([]byte, error) {
	if v == nil {
		return []byte("null"), nil
	}
	return v, nil
}

// UnmarshalJSON keeps a copy of the text.
func (v *Value) UnmarshalJSON(b []byte) error {
	*v = append((*v)[:0], b...)
	return nil
}

// Clone is a copy.
func (v Value) Clone() Value { return append(Value(nil), v...) }

// IsValid reports whether the text is one value.
func (v Value) IsValid() bool { return Check(v) == nil }

// Error is a mistake in JSON text, and how many bytes were read when it was noticed.
type Error struct {
	Msg    string
	Offset int64
}

// EOF: the text ends inside a value.
func EOF(at int) *Error { return &Error{"unexpected end of JSON input", int64(at)} }

const maxDepth = 10000

// Check finds the first mistake in a text that is to be one value.
func Check(data []byte) *Error {
	end, err := Scan(data, Space(data, 0), 0)
	if err != nil {
		return err
	}
	if end = Space(data, end); end < len(data) {
		return Unexpected(data, end, "after top-level value")
	}
	return nil
}

// Space is where the white space at i ends.
func Space(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\n' || data[i] == '\t' || data[i] == '\r') {
		i++
	}
	return i
}

// Unexpected is the error of a character that may not stand there.
func Unexpected(data []byte, i int, where string) *Error {
	r, n := utf8.DecodeRune(data[i:])
	q := strconv.QuoteRune(r)
	if r == utf8.RuneError && n == 1 {
		const digits = "0123456789abcdef"
		q = `'\x` + string(digits[data[i]>>4]) + string(digits[data[i]&15]) + `'`
	}
	return &Error{"invalid character " + q + " " + where, int64(i + n)}
}

// Scan is where the value at data[i] ends.
func Scan(data []byte, i, depth int) (end int, err *Error) {
	if i >= len(data) {
		return i, EOF(i)
	}
	if depth > maxDepth {
		return i, &Error{"exceeded max depth", int64(i)}
	}
	switch c := data[i]; {
	case c == '{':
		return scanObject(data, i, depth)
	case c == '[':
		return scanArray(data, i, depth)
	case c == '"':
		return scanString(data, i)
	case c == '-' || '0' <= c && c <= '9':
		return scanNumber(data, i)
	case c == 't':
		return scanWord(data, i, "true")
	case c == 'f':
		return scanWord(data, i, "false")
	case c == 'n':
		return scanWord(data, i, "null")
	}
	return i, Unexpected(data, i, "looking for beginning of value")
}

func scanWord(data []byte, i int, word string) (int, *Error) {
	for k := range len(word) {
		if i+k == len(data) {
			return i, EOF(i + k)
		}
		if data[i+k] != word[k] {
			return i, Unexpected(data, i+k, "in literal "+word+" (expecting '"+word[k:k+1]+"')")
		}
	}
	return i + len(word), nil
}

func scanArray(data []byte, i, depth int) (int, *Error) {
	i = Space(data, i+1)
	if i < len(data) && data[i] == ']' {
		return i + 1, nil
	}
	for {
		var err *Error
		if i, err = Scan(data, Space(data, i), depth+1); err != nil {
			return i, err
		}
		i = Space(data, i)
		switch {
		case i == len(data):
			return i, EOF(i)
		case data[i] == ']':
			return i + 1, nil
		case data[i] != ',':
			return i, Unexpected(data, i, "after array element")
		}
		i++
	}
}

func scanObject(data []byte, i, depth int) (int, *Error) {
	i = Space(data, i+1)
	if i < len(data) && data[i] == '}' {
		return i + 1, nil
	}
	for {
		i = Space(data, i)
		if i == len(data) {
			return i, EOF(i)
		}
		if data[i] != '"' {
			return i, Unexpected(data, i, "looking for beginning of object key string")
		}
		var err *Error
		if i, err = scanString(data, i); err != nil {
			return i, err
		}
		i = Space(data, i)
		if i == len(data) {
			return i, EOF(i)
		}
		if data[i] != ':' {
			return i, Unexpected(data, i, "after object key")
		}
		if i, err = Scan(data, Space(data, i+1), depth+1); err != nil {
			return i, err
		}
		i = Space(data, i)
		switch {
		case i == len(data):
			return i, EOF(i)
		case data[i] == '}':
			return i + 1, nil
		case data[i] != ',':
			return i, Unexpected(data, i, "after object key:value pair")
		}
		i++
	}
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func scanString(data []byte, i int) (int, *Error) {
	for i++; i < len(data); i++ {
		switch c := data[i]; {
		case c == '"':
			return i + 1, nil
		case c < ' ':
			return i, Unexpected(data, i, "in string")
		case c == '\\':
			if i+1 == len(data) {
				return i, EOF(i)
			}
			switch data[i+1] {
			case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
				i++
			case 'u':
				for k := 2; k < 6; k++ {
					if i+k == len(data) {
						return i, EOF(i)
					}
					if !isHex(data[i+k]) {
						end := min(i+6, len(data))
						return i, &Error{"invalid escape sequence `" + string(data[i:end]) + "` in string", int64(end)}
					}
				}
				i += 5
			default:
				return i, &Error{"invalid escape sequence `" + string(data[i:i+2]) + "` in string", int64(i + 2)}
			}
		}
	}
	return i, EOF(i)
}

func digit(data []byte, i int) bool { return i < len(data) && '0' <= data[i] && data[i] <= '9' }

func scanNumber(data []byte, start int) (int, *Error) {
	i := start
	need := func() *Error {
		if i == len(data) {
			return EOF(start)
		}
		if !digit(data, i) {
			return Unexpected(data, i, "in numeric literal")
		}
		return nil
	}
	if data[i] == '-' {
		i++
		if err := need(); err != nil {
			return i, err
		}
	}
	if data[i] == '0' {
		i++
	} else {
		for digit(data, i) {
			i++
		}
	}
	if i < len(data) && data[i] == '.' {
		i++
		if err := need(); err != nil {
			return i, err
		}
		for digit(data, i) {
			i++
		}
	}
	if i < len(data) && (data[i] == 'e' || data[i] == 'E') {
		i++
		if i < len(data) && (data[i] == '+' || data[i] == '-') {
			i++
		}
		if err := need(); err != nil {
			return i, err
		}
		for digit(data, i) {
			i++
		}
	}
	return i, nil
}

// IsNumber reports whether s is a JSON number.
func IsNumber(s string) bool {
	if s == "" || s[0] != '-' && (s[0] < '0' || s[0] > '9') {
		return false
	}
	end, err := scanNumber([]byte(s), 0)
	return err == nil && end == len(s)
}

// AppendCompact appends valid text without white space; escape: with <, >, & and line separators in strings escaped.
func AppendCompact(dst, src []byte, escape bool) []byte {
	inside := false
	from := 0
	for i := 0; i < len(src); i++ {
		c := src[i]
		switch {
		case escape && (c == '<' || c == '>' || c == '&'):
			dst = append(dst, src[from:i]...)
			dst = append(dst, `\u00`...)
			dst = append(dst, "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
			from = i + 1
		case escape && c == 0xE2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xA8:
			dst = append(dst, src[from:i]...)
			dst = append(dst, `\u202`...)
			dst = append(dst, '8'+src[i+2]&1)
			from = i + 3
			i += 2
		case c == '"':
			inside = !inside
		case inside && c == '\\':
			i++
		case !inside && (c == ' ' || c == '\t' || c == '\n' || c == '\r'):
			dst = append(dst, src[from:i]...)
			from = i + 1
		}
	}
	return append(dst, src[from:]...)
}

// AppendIndent appends valid text with each element on a line of its own.
func AppendIndent(dst, src []byte, prefix, indent string) []byte {
	depth := 0
	line := func() {
		dst = append(dst, '\n')
		dst = append(dst, prefix...)
		for range depth {
			dst = append(dst, indent...)
		}
	}
	for i := 0; i < len(src); {
		switch c := src[i]; c {
		case ' ', '\t', '\n', '\r':
			i++
		case '"':
			end, _ := scanString(src, i)
			dst = append(dst, src[i:end]...)
			i = end
		case '{', '[':
			dst = append(dst, c)
			i = Space(src, i+1)
			if i < len(src) && (src[i] == '}' || src[i] == ']') {
				dst = append(dst, src[i])
				i++
				break
			}
			depth++
			line()
		case '}', ']':
			depth--
			line()
			dst = append(dst, c)
			i++
		case ',':
			dst = append(dst, c)
			line()
			i++
		case ':':
			dst = append(dst, ": "...)
			i++
		default:
			dst = append(dst, c)
			i++
		}
	}
	return dst
}
