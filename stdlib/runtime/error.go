package runtime

import "internal/rt"

// Error is an error of the running program, such as an index out of range.
type Error interface {
	error
	RuntimeError()
}

// errorString is most run-time panics; the machine makes them.
type errorString string

func (e errorString) RuntimeError() {}

func (e errorString) Error() string { return "runtime error: " + string(e) }

// boundsError is an index or slice bound out of range; the machine makes them.
type boundsError string

func (e boundsError) RuntimeError() {}

func (e boundsError) Error() string { return "runtime error: " + string(e) }

// plainError is a run-time panic that prints without a prefix.
type plainError string

func (e plainError) RuntimeError() {}

func (e plainError) Error() string { return string(e) }

// TypeAssertionError is a failed type assertion.
type TypeAssertionError struct{ msg string }

// RuntimeError makes it an Error.
func (e *TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string { return e.msg }

// PanicNilError is what recover returns after panic(nil).
type PanicNilError struct{ _ [0]func() }

// RuntimeError makes it an Error.
func (e *PanicNilError) RuntimeError() {}

func (e *PanicNilError) Error() string { return "runtime error: panic called with nil argument" }

// panicText is what the report of an unrecovered panic says after "panic: ".
func panicText(v any) string {
	if v == nil {
		return "nil"
	}
	var text string
	switch x := v.(type) {
	case error:
		text = x.Error()
	case interface{ String() string }:
		text = x.String()
	case string:
		text = x
	default:
		name := rt.TypeString(v)
		k := rt.Kind(v)
		verb := 'v'
		if k > rt.Complex128 && k != rt.String {
			b, _ := rt.AppendValue([]byte("("+name+") "), v, 'p', rt.Plain, -1, -1, 0)
			if b[len(b)-1] == ')' { // no pointer
				b = append([]byte("("+name+") "), "0x0"...)
			}
			return string(b)
		}
		b, _ := rt.AppendValue(nil, v, verb, rt.Plain, -1, -1, 0)
		text = string(b)
		if basic(name) {
			break
		}
		switch k {
		case rt.String:
			text = `"` + text + `"`
		case rt.Complex64, rt.Complex128:
			text = text[1 : len(text)-2] + "i"
		}
		text = name + "(" + text + ")"
	}
	return indent(text)
}

func basic(name string) bool {
	for i := range len(name) {
		if name[i] == '.' {
			return false
		}
	}
	return true
}

func indent(s string) string {
	start, out := 0, ""
	for i := range len(s) {
		if s[i] == '\n' {
			out += s[start:i+1] + "\t"
			start = i + 1
		}
	}
	if start == 0 {
		return s
	}
	return out + s[start:]
}
