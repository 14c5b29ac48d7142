package xml

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// EscapeText writes s so that it is text, or part of an attribute.
func EscapeText(w io.Writer, s []byte) error {
	_, err := w.Write(escaped(s, true))
	return err
}

// Escape is EscapeText without an error.
func Escape(w io.Writer, s []byte) { EscapeText(w, s) }

func escaped(s []byte, newlines bool) []byte {
	var out []byte
	for len(s) > 0 {
		r, n := utf8.DecodeRune(s)
		switch {
		case r == '"':
			out = append(out, "&#34;"...)
		case r == '\'':
			out = append(out, "&#39;"...)
		case r == '&':
			out = append(out, "&amp;"...)
		case r == '<':
			out = append(out, "&lt;"...)
		case r == '>':
			out = append(out, "&gt;"...)
		case r == '\t':
			out = append(out, "&#x9;"...)
		case r == '\n' && newlines:
			out = append(out, "&#xA;"...)
		case r == '\r':
			out = append(out, "&#xD;"...)
		case !legal(r) || r == utf8.RuneError && n == 1:
			out = append(out, "\uFFFD"...)
		default:
			out = append(out, s[:n]...)
		}
		s = s[n:]
	}
	return out
}

// cdata is s as CDATA sections; where it has ]]> inside, one section ends.
func cdata(s []byte) []byte {
	if len(s) == 0 {
		return nil
	}
	inside := bytes.ReplaceAll(s, []byte("]]>"), []byte("]]]]><![CDATA[>"))
	return append(append([]byte("<![CDATA["), inside...), "]]>"...)
}
