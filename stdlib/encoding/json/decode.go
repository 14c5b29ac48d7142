package json

import (
	"encoding"
	"encoding/base64"
	"fmt"
	"internal/jsontext"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Unmarshal reads JSON into what v points to. Values that do not fit are left out, and the first of them is the error.
func Unmarshal(data []byte, v any) error {
	if err := target(v); err != nil {
		return err
	}
	if err := jsontext.Check(data); err != nil {
		return syntaxError(err)
	}
	d := decoder{data: data}
	return d.top(v)
}

func target(v any) error {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	return nil
}

// decoder reads one value whose syntax has been checked.
type decoder struct {
	data      []byte
	i         int
	root      reflect.Type
	path      []string
	err       error // the first value that did not fit
	useNumber bool
	strict    bool // keys without a field are errors
}

func (d *decoder) top(v any) error {
	d.root = reflect.TypeOf(v)
	d.i = jsontext.Space(d.data, d.i)
	x := reflect.ValueOf(v)
	if err := d.value(x, false); err != nil {
		return err
	}
	return d.err
}

// skip passes over a value and answers its text.
func (d *decoder) skip() []byte {
	from := d.i
	d.i, _ = jsontext.Scan(d.data, d.i, 0)
	return d.data[from:d.i]
}

// misfit notes a value that does not fit, and passes over it. what: its description.
func (d *decoder) misfit(t reflect.Type, what string, why error) {
	from := d.i
	text := d.skip()
	at := d.i
	switch text[0] {
	case '{', '[':
		at = from + 1
	}
	d.note(t, what, at, why)
}

func (d *decoder) note(t reflect.Type, what string, at int, why error) {
	if d.err != nil {
		return
	}
	e := &UnmarshalTypeError{Value: what, Type: t, Offset: int64(at), Field: strings.Join(d.path, "."), Err: why}
	if len(d.path) > 0 {
		r := d.root
		if r.Kind() == reflect.Pointer {
			r = r.Elem()
		}
		e.Struct = r.Name()
	}
	d.err = e
}

// describe names a value by its first byte.
func describe(c byte) string {
	switch c {
	case '{':
		return "object"
	case '[':
		return "array"
	case '"':
		return "string"
	case 't', 'f':
		return "bool"
	case 'n':
		return "null"
	}
	return "number"
}

// value reads a value into v. asString: numbers, bools and strings are inside a string.
func (d *decoder) value(v reflect.Value, asString bool) error {
	c := d.data[d.i]
	for {
		in := infoOf(v.Type())
		if v.CanAddr() && !(c == 'n' && in.kind == reflect.Pointer) {
			if in.unmarshals {
				return v.Addr().Interface().(Unmarshaler).UnmarshalJSON(d.skip())
			}
			if in.unmarshalsText && !in.number {
				return d.text(v, c)
			}
		}
		switch in.kind {
		case reflect.Interface:
			if !v.IsNil() {
				if e := v.Elem(); e.Kind() == reflect.Pointer && !e.IsNil() && (c != 'n' || e.Elem().Kind() == reflect.Pointer) {
					v = e
					continue
				}
			}
			return d.iface(v, c)
		case reflect.Pointer:
			if c == 'n' && v.CanSet() {
				d.skip()
				v.SetZero()
				return nil
			}
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
			continue
		}
		if asString {
			return d.quoted(v, in, c)
		}
		switch c {
		case '{':
			return d.object(v, in)
		case '[':
			return d.array(v, in)
		case 'n':
			d.skip()
			if in.kind == reflect.Map || in.kind == reflect.Slice {
				v.SetZero()
			}
			return nil
		}
		d.scalar(v, in)
		return nil
	}
}

func (d *decoder) text(v reflect.Value, c byte) error {
	switch c {
	case '"':
		at := d.i
		s := unquote(d.skip())
		err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(s))
		_ = at
		return err
	case 'n':
		d.skip()
	default:
		d.misfit(v.Type(), describe(c), nil)
	}
	return nil
}

// iface reads into an interface that holds nothing to read into.
func (d *decoder) iface(v reflect.Value, c byte) error {
	if c == 'n' {
		d.skip()
		v.SetZero()
		return nil
	}
	if v.NumMethod() > 0 {
		at := d.i
		d.skip()
		d.note(v.Type(), describe(c), at, nil)
		return nil
	}
	x := d.any()
	v.Set(reflect.ValueOf(x))
	return nil
}

// quoted reads a string with a value inside.
func (d *decoder) quoted(v reflect.Value, in *info, c byte) error {
	switch c {
	case 'n':
		d.skip()
		return nil
	case '"':
	default:
		d.misfit(v.Type(), describe(c), nil)
		return nil
	}
	s := unquote(d.skip())
	if s == "null" && in.kind != reflect.String {
		return nil
	}
	inner := decoder{data: []byte(s)}
	if jsontext.Check(inner.data) == nil && strings.TrimSpace(s) == s && s[0] != '{' && s[0] != '[' {
		inner.scalar(v, in)
		if inner.err == nil {
			return nil
		}
	}
	what := "number " + s
	var why error
	if in.kind == reflect.Bool || in.kind == reflect.String {
		what, why = "string "+s, strconv.ErrSyntax
	}
	d.note(v.Type(), what, d.i, why)
	return nil
}

// scalar reads a string, number or bool.
func (d *decoder) scalar(v reflect.Value, in *info) {
	c := d.data[d.i]
	k := in.kind
	switch {
	case c == '"':
		text := d.data[d.i:]
		switch {
		case in.number:
			at := d.i
			raw := d.skip()
			s := unquote(raw)
			if s != "" && !jsontext.IsNumber(s) {
				d.note(v.Type(), "string "+string(raw), at, strconv.ErrSyntax)
				return
			}
			v.SetString(s)
		case k == reflect.String:
			text = d.skip()
			s := unquote(text)
			v.SetString(s)
		case k == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
			s := unquote(d.skip())
			b, err := base64.StdEncoding.DecodeString(s)
			if err != nil {
				d.note(v.Type(), "string", d.i, err)
				return
			}
			v.SetBytes(b)
		default:
			d.misfit(v.Type(), "string", nil)
		}
	case c == 't' || c == 'f':
		if k != reflect.Bool {
			d.misfit(v.Type(), "bool", nil)
			return
		}
		d.skip()
		v.SetBool(c == 't')
	case in.number:
		v.SetString(string(d.skip()))
	default:
		d.number(v, k)
	}
}

func (d *decoder) number(v reflect.Value, k reflect.Kind) {
	switch {
	case v.CanInt():
		text := string(d.skip())
		x, err := strconv.ParseInt(text, 10, 64)
		if err != nil || v.OverflowInt(x) {
			d.note(v.Type(), "number "+text, d.i, nil)
			return
		}
		v.SetInt(x)
	case v.CanUint():
		text := string(d.skip())
		x, err := strconv.ParseUint(text, 10, 64)
		if err != nil || v.OverflowUint(x) {
			d.note(v.Type(), "number "+text, d.i, nil)
			return
		}
		v.SetUint(x)
	case v.CanFloat():
		text := string(d.skip())
		x, err := strconv.ParseFloat(text, v.Type().Bits())
		if err != nil {
			d.note(v.Type(), "number "+text, d.i, nil)
			return
		}
		v.SetFloat(x)
	default:
		d.misfit(v.Type(), "number", nil)
	}
}

// any reads whatever comes.
func (d *decoder) any() any {
	switch c := d.data[d.i]; c {
	case '{':
		m := map[string]any{}
		d.members(func(key string) { m[key] = d.any() })
		return m
	case '[':
		list := []any{}
		d.elements(func(int) { list = append(list, d.any()) })
		return list
	case '"':
		s := unquote(d.skip())
		return s
	case 't', 'f':
		d.skip()
		return c == 't'
	case 'n':
		d.skip()
		return nil
	}
	text := string(d.skip())
	if d.useNumber {
		return Number(text)
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		d.note(reflect.TypeFor[float64](), "number "+text, d.i, nil)
	}
	return x
}

// elements goes through an array; read reads element i.
func (d *decoder) elements(read func(i int)) {
	d.i = jsontext.Space(d.data, d.i+1)
	for i := 0; d.data[d.i] != ']'; i++ {
		read(i)
		d.i = jsontext.Space(d.data, d.i)
		if d.data[d.i] == ',' {
			d.i = jsontext.Space(d.data, d.i+1)
		}
	}
	d.i++
}

// members goes through an object; read reads the value of a key.
func (d *decoder) members(read func(key string)) {
	d.i = jsontext.Space(d.data, d.i+1)
	for d.data[d.i] != '}' {
		key := unquote(d.skip())
		d.i = jsontext.Space(d.data, d.i) // at the colon
		d.i = jsontext.Space(d.data, d.i+1)
		read(key)
		d.i = jsontext.Space(d.data, d.i)
		if d.data[d.i] == ',' {
			d.i = jsontext.Space(d.data, d.i+1)
		}
	}
	d.i++
}

func (d *decoder) array(v reflect.Value, in *info) (err error) {
	isSlice := in.kind == reflect.Slice
	if !isSlice && in.kind != reflect.Array {
		d.misfit(v.Type(), "array", nil)
		return nil
	}
	n := 0
	if isSlice {
		v.SetLen(0)
	}
	d.elements(func(i int) {
		if isSlice {
			if i >= v.Cap() {
				v.Grow(1)
			}
			v.SetLen(i + 1)
			v.Index(i).SetZero()
		}
		if err != nil || i >= v.Len() {
			d.skip()
			return
		}
		d.path = append(d.path, strconv.Itoa(i))
		err = d.value(v.Index(i), false)
		d.path = d.path[:len(d.path)-1]
		n = i + 1
	})
	if isSlice && n == 0 {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
	if !isSlice {
		for i := n; i < v.Len(); i++ {
			v.Index(i).SetZero()
		}
	}
	return err
}

func (d *decoder) object(v reflect.Value, in *info) (err error) {
	switch in.kind {
	case reflect.Struct:
		in.load()
		d.members(func(key string) {
			f := in.find(key)
			switch {
			case err != nil:
				d.skip()
				return
			case f == nil:
				d.skip()
				if d.strict && d.err == nil {
					d.err = fmt.Errorf("json: unknown field %q", key)
				}
				return
			}
			d.path = append(d.path, key)
			x, ok := d.enter(v, f.index)
			if ok {
				err = d.value(x, f.asString)
			} else {
				d.skip()
			}
			d.path = d.path[:len(d.path)-1]
		})
	case reflect.Map:
		return d.mapping(v, in)
	default:
		d.misfit(v.Type(), "object", nil)
	}
	return err
}

// enter is the field at a path, on which pointers are made as needed.
func (d *decoder) enter(v reflect.Value, index []int) (reflect.Value, bool) {
	for i, k := range index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				if !v.CanSet() {
					if d.err == nil {
						d.err = fmt.Errorf("json: cannot set embedded pointer to unexported struct: %v", v.Type().Elem())
					}
					return v, false
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(k)
	}
	return v, true
}

func (d *decoder) mapping(v reflect.Value, in *info) (err error) {
	kt, et := v.Type().Key(), v.Type().Elem()
	keyInfo := infoOf(kt)
	switch k := kt.Kind(); {
	case k == reflect.String || reflect.Int <= k && k <= reflect.Uintptr || keyInfo.unmarshalsText:
	default:
		d.misfit(v.Type(), "object", nil)
		return nil
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	d.members(func(name string) {
		d.path = append(d.path, name)
		defer func() { d.path = d.path[:len(d.path)-1] }()
		key := reflect.New(kt).Elem()
		if err != nil || !d.mapKey(key, keyInfo, name, &err) {
			d.skip()
			return
		}
		elem := reflect.New(et).Elem()
		if err = d.value(elem, false); err == nil {
			v.SetMapIndex(key, elem)
		}
	})
	return err
}

// mapKey makes a key of a name.
func (d *decoder) mapKey(key reflect.Value, in *info, name string, err *error) bool {
	if in.unmarshalsText {
		*err = key.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(name))
		return *err == nil
	}
	ok := true
	switch {
	case in.kind == reflect.String:
		key.SetString(name)
	case key.CanInt():
		x, bad := strconv.ParseInt(name, 10, 64)
		if ok = bad == nil && !key.OverflowInt(x); ok {
			key.SetInt(x)
		}
	default:
		x, bad := strconv.ParseUint(name, 10, 64)
		if ok = bad == nil && !key.OverflowUint(x); ok {
			key.SetUint(x)
		}
	}
	if !ok {
		d.note(key.Type(), "number "+name, d.i, nil)
	}
	return ok
}

// unquote is the text of a string whose syntax has been checked.
func unquote(b []byte) string {
	b = b[1 : len(b)-1]
	plain := true
	for _, c := range b {
		if c == '\\' || c >= utf8.RuneSelf {
			plain = false
			break
		}
	}
	if plain {
		return string(b)
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		c := b[i]
		if c != '\\' {
			if c < utf8.RuneSelf {
				out = append(out, c)
				i++
				continue
			}
			r, n := utf8.DecodeRune(b[i:])
			out = utf8.AppendRune(out, r)
			i += n
			continue
		}
		i += 2
		switch c := b[i-1]; c {
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r := hex4(b[i:])
			i += 4
			if utf16.IsSurrogate(r) {
				second := rune(-1)
				if i+6 <= len(b) && b[i] == '\\' && b[i+1] == 'u' {
					second = hex4(b[i+2:])
				}
				if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
					i += 6
				}
			}
			out = utf8.AppendRune(out, r)
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

func hex4(b []byte) (r rune) {
	for _, c := range b[:4] {
		switch {
		case c <= '9':
			c -= '0'
		case c <= 'F':
			c -= 'A' - 10
		default:
			c -= 'a' - 10
		}
		r = r<<4 | rune(c)
	}
	return r
}
