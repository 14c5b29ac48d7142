package json

import (
	"bytes"
	"encoding"
	"encoding/base64"
	"fmt"
	"internal/jsontext"
	"math"
	"reflect"
	"sort"
	"strconv"
	"unicode/utf8"
)

// Marshal is v as JSON. Struct fields are written under their names or what their tag says: `json:"name,omitempty"`.
func Marshal(v any) ([]byte, error) {
	e := encoder{escape: true}
	if err := e.top(v); err != nil {
		return nil, err
	}
	return e.buf, nil
}

// MarshalIndent is Marshal with every element on a line of its own.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	return jsontext.AppendIndent(nil, b, prefix, indent), nil
}

// encoder writes one value.
type encoder struct {
	buf    []byte
	escape bool // HTML characters
	depth  int  // of pointers, maps and slices
	path   map[any]bool
}

// deepest is how deep references are followed before cycles are looked for.
const deepest = 1000

func (e *encoder) top(v any) error {
	if v == nil {
		e.str("null")
		return nil
	}
	x := reflect.ValueOf(v)
	return e.value(x, infoOf(x.Type()), false)
}

func (e *encoder) str(s string) { e.buf = append(e.buf, s...) }

// value writes v. asString: as a string, if it is a number, bool or string.
func (e *encoder) value(v reflect.Value, in *info, asString bool) error {
	if in.number {
		return e.number(v, asString)
	}
	switch {
	case in.marshals:
		return e.marshaler(v, in)
	case in.ptrMarshals && v.CanAddr():
		return e.marshaler(v.Addr(), in)
	case in.marshalsText:
		return e.textMarshaler(v, in)
	case in.ptrMarshalsText && v.CanAddr():
		return e.textMarshaler(v.Addr(), in)
	}
	switch in.kind {
	case reflect.Bool:
		e.quoteIf(asString)
		e.buf = strconv.AppendBool(e.buf, v.Bool())
		e.quoteIf(asString)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.quoteIf(asString)
		e.buf = strconv.AppendInt(e.buf, v.Int(), 10)
		e.quoteIf(asString)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.quoteIf(asString)
		e.buf = strconv.AppendUint(e.buf, v.Uint(), 10)
		e.quoteIf(asString)
	case reflect.Float32, reflect.Float64:
		return e.float(v, asString)
	case reflect.String:
		if asString {
			e.buf = appendString(e.buf, string(appendString(nil, v.String(), e.escape)), false)
		} else {
			e.buf = appendString(e.buf, v.String(), e.escape)
		}
	case reflect.Struct:
		return e.object(v, in)
	case reflect.Interface:
		if v.IsNil() {
			e.str("null")
			return nil
		}
		x := v.Elem()
		return e.value(x, infoOf(x.Type()), false)
	case reflect.Pointer:
		if v.IsNil() {
			e.str("null")
			return nil
		}
		return e.within(v, func() error {
			x := v.Elem()
			return e.value(x, infoOf(x.Type()), asString)
		})
	case reflect.Map:
		if v.IsNil() {
			e.str("null")
			return nil
		}
		return e.within(v, func() error { return e.mapping(v) })
	case reflect.Slice:
		if v.IsNil() {
			e.str("null")
			return nil
		}
		if in.bytes {
			e.str(`"`)
			e.buf = base64.StdEncoding.AppendEncode(e.buf, v.Bytes())
			e.str(`"`)
			return nil
		}
		return e.within(v, func() error { return e.list(v) })
	case reflect.Array:
		return e.list(v)
	default:
		return &UnsupportedTypeError{v.Type()}
	}
	return nil
}

// within writes what a reference leads to; far down, a reference that is met again is a cycle.
func (e *encoder) within(v reflect.Value, write func() error) error {
	e.depth++
	defer func() { e.depth-- }()
	if e.depth <= deepest {
		return write()
	}
	type slice struct {
		p uintptr
		n int
	}
	var key any = v.Pointer()
	if v.Kind() == reflect.Slice {
		key = slice{v.Pointer(), v.Len()}
	}
	if e.path[key] {
		return &UnsupportedValueError{v, "encountered a cycle via " + v.Type().String()}
	}
	if e.path == nil {
		e.path = map[any]bool{}
	}
	e.path[key] = true
	defer delete(e.path, key)
	return write()
}

func (e *encoder) quoteIf(yes bool) {
	if yes {
		e.buf = append(e.buf, '"')
	}
}

func (e *encoder) number(v reflect.Value, asString bool) error {
	n := v.String()
	if n == "" {
		n = "0"
	}
	if !jsontext.IsNumber(n) {
		err := fmt.Errorf("cannot parse %q as JSON number: %w", n, strconv.ErrSyntax)
		return &MarshalerError{reflect.PointerTo(v.Type()), err, "MarshalJSONTo"}
	}
	e.quoteIf(asString)
	e.str(n)
	e.quoteIf(asString)
	return nil
}

func (e *encoder) float(v reflect.Value, asString bool) error {
	x := v.Float()
	bits := v.Type().Bits()
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return &UnsupportedValueError{v, strconv.FormatFloat(x, 'g', -1, bits)}
	}
	e.quoteIf(asString)
	e.buf = appendFloat(e.buf, x, bits)
	e.quoteIf(asString)
	return nil
}

// appendFloat writes a number as JavaScript does: with an exponent below 1e-6 and from 1e21 on.
func appendFloat(b []byte, x float64, bits int) []byte {
	abs := math.Abs(x)
	small, large := abs < 1e-6, abs >= 1e21
	if bits == 32 {
		small, large = float32(abs) < 1e-6, float32(abs) >= 1e21
	}
	if abs == 0 || !small && !large {
		return strconv.AppendFloat(b, x, 'f', -1, bits)
	}
	b = strconv.AppendFloat(b, x, 'e', -1, bits)
	// e-09 is written e-9.
	if n := len(b); b[n-4] == 'e' && b[n-3] == '-' && b[n-2] == '0' {
		b[n-2] = b[n-1]
		b = b[:n-1]
	}
	return b
}

// receiver is v's type as errors name it: a pointer to it unless it is one.
func (in *info) receiver() reflect.Type {
	if in.kind == reflect.Pointer {
		return in.typ
	}
	return reflect.PointerTo(in.typ)
}

func (e *encoder) marshaler(v reflect.Value, in *info) error {
	if k := v.Kind(); (k == reflect.Pointer || k == reflect.Interface) && v.IsNil() {
		e.str("null")
		return nil
	}
	b, err := v.Interface().(Marshaler).MarshalJSON()
	if err == nil {
		err = syntaxError(jsontext.Check(b))
	}
	if err != nil {
		return &MarshalerError{in.receiver(), err, "MarshalJSON"}
	}
	e.buf = jsontext.AppendCompact(e.buf, b, e.escape)
	return nil
}

func (e *encoder) textMarshaler(v reflect.Value, in *info) error {
	if k := v.Kind(); (k == reflect.Pointer || k == reflect.Interface) && v.IsNil() {
		e.str("null")
		return nil
	}
	b, err := v.Interface().(encoding.TextMarshaler).MarshalText()
	if err != nil {
		return &MarshalerError{in.receiver(), err, "MarshalText"}
	}
	e.buf = appendString(e.buf, string(b), e.escape)
	return nil
}

func (e *encoder) list(v reflect.Value) error {
	e.str("[")
	in := infoOf(v.Type().Elem())
	for i := range v.Len() {
		if i > 0 {
			e.str(",")
		}
		if err := e.value(v.Index(i), in, false); err != nil {
			return err
		}
	}
	e.str("]")
	return nil
}

func (e *encoder) object(v reflect.Value, in *info) error {
	in.load()
	e.str("{")
	first := true
	for i := range in.fields {
		f := &in.fields[i]
		x, ok := follow(v, f.index)
		if !ok || f.omitEmpty && empty(x) || f.omitZero && f.zero(x) {
			continue
		}
		if !first {
			e.str(",")
		}
		first = false
		if e.escape {
			e.buf = append(e.buf, f.quoted...)
		} else {
			e.buf = append(e.buf, f.plain...)
		}
		if err := e.value(x, f.info, f.asString); err != nil {
			return err
		}
	}
	e.str("}")
	return nil
}

// follow is the field at a path; false if a pointer on it is nil.
func follow(v reflect.Value, index []int) (reflect.Value, bool) {
	for i, k := range index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		v = v.Field(k)
	}
	return v, true
}

// empty is what the option omitempty leaves out.
func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

// zero is what the option omitzero leaves out.
func (f *field) zero(v reflect.Value) bool {
	switch in := f.info; {
	case in.isZeroer:
		if in.kind == reflect.Pointer || in.kind == reflect.Interface {
			if v.IsNil() || in.kind == reflect.Interface && v.Elem().Kind() == reflect.Pointer && v.Elem().IsNil() {
				return true
			}
		}
		return v.Interface().(zeroer).IsZero()
	case in.ptrIsZeroer:
		if !v.CanAddr() {
			p := reflect.New(v.Type())
			p.Elem().Set(v)
			v = p.Elem()
		}
		return v.Addr().Interface().(zeroer).IsZero()
	}
	return v.IsZero()
}

// entry is an entry of a map with its key as text.
type entry struct {
	key string
	val reflect.Value
}

func (e *encoder) mapping(v reflect.Value) error {
	keyInfo, in := infoOf(v.Type().Key()), infoOf(v.Type().Elem())
	entries := make([]entry, 0, v.Len())
	for it := v.MapRange(); it.Next(); {
		key, err := e.key(it.Key(), keyInfo)
		if err != nil {
			return err
		}
		entries = append(entries, entry{key, it.Value()})
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].key < entries[j].key })
	e.str("{")
	for i := range entries {
		if i > 0 {
			e.str(",")
		}
		e.buf = appendString(e.buf, entries[i].key, e.escape)
		e.str(":")
		if err := e.value(entries[i].val, in, false); err != nil {
			return err
		}
	}
	e.str("}")
	return nil
}

// key is a map's key as text.
func (e *encoder) key(k reflect.Value, in *info) (string, error) {
	switch {
	case in.kind == reflect.String:
		return k.String(), nil
	case in.marshalsText:
		if in.kind == reflect.Pointer && k.IsNil() {
			return "", nil
		}
		b, err := k.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			return "", &MarshalerError{in.receiver(), err, "MarshalText"}
		}
		return string(b), nil
	}
	switch {
	case k.CanInt():
		return strconv.FormatInt(k.Int(), 10), nil
	case k.CanUint():
		return strconv.FormatUint(k.Uint(), 10), nil
	}
	switch in.kind {
	case reflect.Chan, reflect.Func, reflect.Complex64, reflect.Complex128:
		return "", &UnsupportedTypeError{k.Type()}
	}
	return "", &UnsupportedValueError{k, "jsontext: object member name must be a string after offset " + strconv.Itoa(len(e.buf)+2)}
}

const hex = "0123456789abcdef"

// appendString writes a string with quotes.
func appendString(b []byte, s string, escape bool) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' && (!escape || c != '<' && c != '>' && c != '&') {
				i++
				continue
			}
			b = append(b, s[from:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\b':
				b = append(b, '\\', 'b')
			case '\f':
				b = append(b, '\\', 'f')
			case '\n':
				b = append(b, '\\', 'n')
			case '\r':
				b = append(b, '\\', 'r')
			case '\t':
				b = append(b, '\\', 't')
			default:
				b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			}
			i++
			from = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b = append(append(b, s[from:i]...), "\uFFFD"...)
			from = i + 1
		case (r == '\u2028' || r == '\u2029'):
			b = append(append(b, s[from:i]...), '\\', 'u', '2', '0', '2', hex[r&15])
			from = i + n
		}
		i += n
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}

// encodeTo writes v and a newline to a buffer, for Encoder.
func encodeTo(b *bytes.Buffer, v any, escape bool, prefix, indent string) error {
	e := encoder{escape: escape}
	if err := e.top(v); err != nil {
		return err
	}
	if prefix != "" || indent != "" {
		e.buf = jsontext.AppendIndent(nil, e.buf, prefix, indent)
	}
	b.Write(e.buf)
	return b.WriteByte('\n')
}
