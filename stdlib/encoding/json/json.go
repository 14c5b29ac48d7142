// Package json writes Go values as JSON text and reads them from it.
package json

import (
	"bytes"
	"internal/jsontext"
	"reflect"
	"strconv"
	"strings"
)

// Marshaler writes itself as JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// Unmarshaler reads itself from a JSON value, which it must copy to keep.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// RawMessage is JSON text: Marshal takes it and Unmarshal leaves it as it is.
type RawMessage = jsontext.Value

// Number is a JSON number as it is written.
type Number string

// String is the text.
func (n Number) String() string { return string(n) }

// Float64 is the number as a float64.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 is the number as an int64.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// SyntaxError is a mistake in JSON text.
type SyntaxError struct {
	msg    string
	Offset int64 // bytes read when it was noticed
}

// Error describes it.
func (e *SyntaxError) Error() string { return e.msg }

func syntaxError(e *jsontext.Error) error {
	if e == nil {
		return nil
	}
	return &SyntaxError{e.Msg, e.Offset}
}

// UnmarshalTypeError is a JSON value that does not fit the Go value it is for.
type UnmarshalTypeError struct {
	Value  string       // what the JSON value is: "bool", "number -5"
	Type   reflect.Type // the Go type
	Offset int64        // bytes read
	Struct string       // the name of the type that everything is read into
	Field  string       // the path from there
	Err    error        // why, if that is known
}

// Error describes it.
func (e *UnmarshalTypeError) Error() string {
	var b strings.Builder
	b.WriteString("json: cannot unmarshal " + e.Value + " into ")
	if e.Struct == "" && e.Field == "" {
		b.WriteString("Go value")
	} else {
		last := e.Field[strings.LastIndexByte(e.Field, '.')+1:]
		if last == "" || strings.Trim(last, "0123456789") != "" {
			b.WriteString("Go struct field ")
		}
		b.WriteString(e.Struct + "." + e.Field)
	}
	b.WriteString(" of type " + e.Type.String())
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	return b.String()
}

// Unwrap is the reason.
func (e *UnmarshalTypeError) Unwrap() error { return e.Err }

// InvalidUnmarshalError is an argument of Unmarshal that is no pointer, or nil.
type InvalidUnmarshalError struct {
	Type reflect.Type
}

// Error names the type.
func (e *InvalidUnmarshalError) Error() string {
	what := "nil"
	if e.Type != nil {
		what += " " + e.Type.String()
		if e.Type.Kind() != reflect.Pointer {
			what = "non-pointer " + e.Type.String()
		}
	}
	return "json: Unmarshal(" + what + ")"
}

// UnsupportedTypeError is a type that has no JSON.
type UnsupportedTypeError struct {
	Type reflect.Type
}

// Error names the type.
func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// UnsupportedValueError is a value that has no JSON.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

// Error describes the value.
func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// MarshalerError is an error of a MarshalJSON or MarshalText method.
type MarshalerError struct {
	Type       reflect.Type
	Err        error
	sourceFunc string
}

// Error names method and type.
func (e *MarshalerError) Error() string {
	return "json: error calling " + e.sourceFunc + " for type " + e.Type.String() + ": " + e.Err.Error()
}

// Unwrap is the method's error.
func (e *MarshalerError) Unwrap() error { return e.Err }

// InvalidUTF8Error is not used any more.
//
// Deprecated: invalid UTF-8 is replaced.
type InvalidUTF8Error struct {
	S string
}

// Error shows the text.
func (e *InvalidUTF8Error) Error() string {
	return "json: invalid UTF-8 in string: " + strconv.Quote(e.S)
}

// UnmarshalFieldError is not used any more.
//
// Deprecated: fields of structs that cannot be set are left out.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

// Error names key, field and type.
func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + strconv.Quote(e.Key) + " into unexported field " + e.Field.Name + " of type " + e.Type.String()
}

// Valid reports whether data is one JSON value.
func Valid(data []byte) bool { return jsontext.Check(data) == nil }

// Compact appends JSON text without white space.
func Compact(dst *bytes.Buffer, src []byte) error {
	if err := jsontext.Check(src); err != nil {
		return syntaxError(err)
	}
	dst.Write(jsontext.AppendCompact(nil, src, false))
	return nil
}

// Indent appends JSON text with every element on a line of its own, after prefix and an indent per level.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	if err := jsontext.Check(src); err != nil {
		return syntaxError(err)
	}
	dst.Write(jsontext.AppendIndent(nil, src, prefix, indent))
	dst.Write(src[len(bytes.TrimRight(src, " \t\r\n")):])
	return nil
}

// HTMLEscape appends JSON text in which no <, > and & occur, so that it can stand in a script.
func HTMLEscape(dst *bytes.Buffer, src []byte) {
	for i := 0; i < len(src); i++ {
		n := 1
		if src[i] == 0xE2 && i+2 < len(src) {
			n = 3
		}
		if src[i] == '<' || src[i] == '>' || src[i] == '&' || n == 3 {
			dst.Write(jsontext.AppendCompact(nil, src[i:i+n], true))
			i += n - 1
			continue
		}
		dst.WriteByte(src[i])
	}
}
