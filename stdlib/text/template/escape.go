package template

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// HTMLEscape writes b to w, fit for HTML.
func HTMLEscape(w io.Writer, b []byte) { htmlReplacer.WriteString(w, string(b)) }

// HTMLEscapeString is s fit for HTML.
func HTMLEscapeString(s string) string { return htmlReplacer.Replace(s) }

// JSEscape writes b to w, fit for a string in JavaScript.
func JSEscape(w io.Writer, b []byte) { io.WriteString(w, JSEscapeString(string(b))) }

// JSEscapeString is s fit for a string in JavaScript, also within HTML.
func JSEscapeString(s string) string {
	var out strings.Builder
	for i, r := range s {
		switch {
		case r == '\\' || r == '\'' || r == '"':
			out.WriteByte('\\')
			out.WriteRune(r)
		case r < ' ' || strings.ContainsRune("<>&=", r):
			fmt.Fprintf(&out, `\u%04X`, r)
		case r == unicode.ReplacementChar && !strings.HasPrefix(s[i:], "\uFFFD"):
			out.WriteByte(s[i]) // no character
		case r < 0x7f || unicode.IsPrint(r):
			out.WriteRune(r)
		default:
			fmt.Fprintf(&out, `\u%04X`, r)
		}
	}
	return out.String()
}
