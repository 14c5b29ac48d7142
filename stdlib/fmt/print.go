// Package fmt prints and scans by format. Values without methods are formatted by natives of
// internal/rt; the Go code here calls the methods and walks through values that contain some.
package fmt

import (
	"internal/rt"
	"internal/stdio"
	"io"
)

// Stringer is what %v and %s print by its String method.
type Stringer interface {
	String() string
}

// GoStringer is what %#v prints by its GoString method.
type GoStringer interface {
	GoString() string
}

// State is what a Formatter sees of the verb being printed.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// Formatter formats itself for every verb.
type Formatter interface {
	Format(f State, verb rune)
}

// Print prints the operands, with spaces between those of which neither is a string.
func Print(a ...any) (n int, err error) { return stdio.Print(appendOperands(nil, a, false)) }

// Println prints the operands with spaces between them and a newline.
func Println(a ...any) (n int, err error) { return stdio.Print(appendLine(nil, a)) }

// Printf prints by format.
func Printf(format string, a ...any) (n int, err error) {
	return stdio.Print(appendFormat(nil, format, a))
}

// Sprint is Print to a string.
func Sprint(a ...any) string { return rt.UnsafeString(appendOperands(nil, a, false)) }

// Sprintln is Println to a string.
func Sprintln(a ...any) string { return rt.UnsafeString(appendLine(nil, a)) }

// Sprintf is Printf to a string.
func Sprintf(format string, a ...any) string { return rt.UnsafeString(appendFormat(nil, format, a)) }

// Fprint is Print to a writer.
func Fprint(w io.Writer, a ...any) (n int, err error) { return w.Write(appendOperands(nil, a, false)) }

// Fprintln is Println to a writer.
func Fprintln(w io.Writer, a ...any) (n int, err error) { return w.Write(appendLine(nil, a)) }

// Fprintf is Printf to a writer.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return w.Write(appendFormat(nil, format, a))
}

// Append is Print to the end of b.
func Append(b []byte, a ...any) []byte { return appendOperands(b, a, false) }

// Appendln is Println to the end of b.
func Appendln(b []byte, a ...any) []byte { return appendLine(b, a) }

// Appendf is Printf to the end of b.
func Appendf(b []byte, format string, a ...any) []byte { return appendFormat(b, format, a) }

func appendLine(buf []byte, a []any) []byte { return append(appendOperands(buf, a, true), '\n') }

func appendOperands(buf []byte, a []any, ln bool) []byte {
	buf, next := rt.AppendOperands(buf, a, 0, ln)
	if next == len(a) {
		return buf
	}
	return appendMethods(buf, a, next, ln)
}

// appendMethods goes on at an operand with methods, or with values in it that have some. Programs without such
// values do not contain this function.
func appendMethods(buf []byte, a []any, next int, ln bool) []byte {
	p := &printer{buf: buf}
	for next < len(a) {
		if next > 0 && (ln || rt.Kind(a[next]) != rt.String && rt.Kind(a[next-1]) != rt.String) {
			p.buf = append(p.buf, ' ')
		}
		p.wid, p.prec = -1, -1
		p.operand(a[next], 'v')
		next++
		p.buf, next = rt.AppendOperands(p.buf, a, next, ln)
	}
	return p.buf
}

func appendFormat(buf []byte, format string, a []any) []byte {
	buf, pos, arg := rt.AppendFormat(buf, format, 0, a, 0)
	if pos == len(format) && arg == len(a) {
		return buf
	}
	p := &printer{buf: buf}
	p.format(format, pos, a, arg)
	return p.buf
}

// FormatString is the directive that a Formatter was called for.
func FormatString(state State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b, _ = rt.AppendValue(b, w, 'd', rt.Plain, -1, -1, 0)
	}
	if prec, ok := state.Precision(); ok {
		b = append(b, '.')
		b, _ = rt.AppendValue(b, prec, 'd', rt.Plain, -1, -1, 0)
	}
	return string(append(b, string(verb)...))
}
