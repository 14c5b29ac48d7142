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
	switch x := v.(type) {
	case error:
		return rt.IndentLines(x.Error())
	case interface{ String() string }:
		return rt.IndentLines(x.String())
	}
	return rt.PanicText(v)
}
