package xml

import (
	"bytes"
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Unmarshaler reads itself: all of the element that start begins.
type Unmarshaler interface {
	UnmarshalXML(d *Decoder, start StartElement) error
}

// UnmarshalerAttr reads itself from an attribute.
type UnmarshalerAttr interface {
	UnmarshalXMLAttr(attr Attr) error
}

// UnmarshalError is an element that is not the expected one.
type UnmarshalError string

// Error is e itself.
func (e UnmarshalError) Error() string { return string(e) }

// Unmarshal reads the first element in data into what v points to.
func Unmarshal(data []byte, v any) error { return NewDecoder(bytes.NewReader(data)).Decode(v) }

// Decode reads the next element into what v points to.
func (d *Decoder) Decode(v any) error { return d.DecodeElement(v, nil) }

// DecodeElement reads the element that start begins, or the next one, into what v points to.
func (d *Decoder) DecodeElement(v any, start *StartElement) error {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer {
		return errors.New("non-pointer passed to Unmarshal")
	}
	if p.IsNil() {
		return errors.New("nil pointer passed to Unmarshal")
	}
	for start == nil {
		t, err := d.Token()
		if err != nil {
			return err
		}
		if s, ok := t.(StartElement); ok {
			start = &s
		}
	}
	return d.value(p.Elem(), start)
}

const deepest = 10000

// own lets a value read itself.
func (d *Decoder) own(u Unmarshaler, start *StartElement) error {
	old := d.floor
	d.floor = len(d.open) - 1
	end := d.floor
	err := u.UnmarshalXML(d, *start)
	d.floor = old
	if err == nil && len(d.open) != end {
		t := reflect.TypeOf(u)
		name := t.String()
		if t.Name() != "" {
			name = t.String()
		} else {
			name = "(" + name + ")"
		}
		err = fmt.Errorf("xml: %s.UnmarshalXML did not consume entire <%s> element", name, start.Name.Local)
	}
	return err
}

// chars reads up to the end of an element and answers its text.
func (d *Decoder) chars() (text []byte, err error) {
	for depth := 0; depth >= 0; {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case CharData:
			if depth == 0 {
				text = append(text, t...)
			}
		case StartElement:
			depth++
		case EndElement:
			depth--
		}
	}
	return text, nil
}

// settle follows pointers, making what they point to.
func settle(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if p := v.Elem(); p.Kind() == reflect.Pointer && !p.IsNil() {
			v = p
		}
	}
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	return v
}

// value reads an element into v.
func (d *Decoder) value(v reflect.Value, start *StartElement) error {
	if len(d.open) > deepest {
		return errors.New("exceeded max depth")
	}
	v = settle(v)
	if u, ok := as[Unmarshaler](v); ok {
		return d.own(u, start)
	}
	if u, ok := as[encoding.TextUnmarshaler](v); ok {
		text, err := d.chars()
		if err != nil {
			return err
		}
		return u.UnmarshalText(text)
	}
	switch v.Kind() {
	case reflect.Interface:
		return d.Skip()
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			return grow(v, func(e reflect.Value) error { return d.value(e, start) })
		}
	case reflect.Struct:
		if v.Type() == nameType {
			v.Set(reflect.ValueOf(start.Name))
			return d.Skip()
		}
		return d.structure(v, start)
	case reflect.Pointer:
		return d.value(v, start)
	default:
		if !isSimple(v.Kind()) {
			return errors.New("unknown type " + v.Type().String())
		}
	}
	text, err := d.chars()
	if err != nil {
		return err
	}
	return setText(v, text)
}

// grow adds an element to a slice, and takes it away if reading it fails.
func grow(v reflect.Value, read func(reflect.Value) error) error {
	n := v.Len()
	v.Grow(1)
	v.SetLen(n + 1)
	err := read(v.Index(n))
	if err != nil {
		v.SetLen(n)
	}
	return err
}

func isSimple(k reflect.Kind) bool {
	return k == reflect.String || k >= reflect.Bool && k <= reflect.Float64
}

func (d *Decoder) checkName(v reflect.Value, self *field, name Name) error {
	if self.name != "" && self.name != name.Local {
		return UnmarshalError("expected element type <" + self.name + "> but have <" + name.Local + ">")
	}
	if self.space != "" && self.space != name.Space {
		have := name.Space
		if have == "" {
			have = "no name space"
		}
		return UnmarshalError("expected element <" + self.name + "> in name space " + self.space + " but have " + have)
	}
	if f := self.of(v, true); f.Type() == nameType {
		f.Set(reflect.ValueOf(name))
	}
	return nil
}

// A target is a struct being read, and its fields for what is no element.
type target struct {
	v                         reflect.Value
	layout                    *layout
	text, comment, inner, any reflect.Value
}

func (d *Decoder) structure(v reflect.Value, start *StartElement) error {
	l, err := layoutOf(v.Type())
	if err != nil {
		return err
	}
	if l.self != nil {
		if err := d.checkName(v, l.self, start.Name); err != nil {
			return err
		}
	}
	for _, a := range start.Attr {
		if err := d.attribute(v, l, a); err != nil {
			return err
		}
	}
	t := target{v: v, layout: l}
	keep := func(place *reflect.Value, f *field) {
		if !place.IsValid() {
			*place = f.of(v, true)
		}
	}
	for i := range l.fields {
		f := &l.fields[i]
		switch f.role & anyRole {
		case isText, isCDATA:
			keep(&t.text, f)
		case isComment:
			keep(&t.comment, f)
		case isInner:
			keep(&t.inner, f)
		case isAny, isAny | isElement:
			keep(&t.any, f)
		}
	}
	return d.content(&t)
}

// content reads what stands in a struct's element.
func (d *Decoder) content(t *target) error {
	from, first := 0, false
	if t.inner.IsValid() {
		if first = d.saved == nil; first {
			d.saved = new(bytes.Buffer)
		} else {
			from = d.savedLen()
		}
	}
	var text, comment, inner []byte
	for ended := false; !ended; {
		to := 0
		if t.inner.IsValid() {
			to = d.savedLen()
		}
		tok, err := d.Token()
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case StartElement:
			used, err := d.member(t.layout, t.v, nil, &tok)
			if err == nil && !used {
				if t.any.IsValid() {
					err = d.value(t.any, &tok)
				} else {
					err = d.Skip()
				}
			}
			if err != nil {
				return err
			}
		case CharData:
			text = append(text, tok...)
		case Comment:
			comment = append(comment, tok...)
		case EndElement:
			ended = true
			if t.inner.IsValid() {
				inner = bytes.Clone(d.saved.Bytes()[from:to])
				if first {
					d.saved = nil
				}
			}
		}
	}
	if u, ok := as[encoding.TextUnmarshaler](t.text); ok {
		if err := u.UnmarshalText(text); err != nil {
			return err
		}
	} else if t.text.IsValid() {
		if err := setText(t.text, text); err != nil {
			return err
		}
	}
	setRaw(t.comment, comment)
	setRaw(t.inner, inner)
	return nil
}

func setRaw(v reflect.Value, b []byte) {
	switch {
	case v.Kind() == reflect.String:
		v.SetString(string(b))
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		v.SetBytes(b)
	}
}

// member reads an element into the field that wants it, or goes into it if fields want what is inside.
func (d *Decoder) member(l *layout, v reflect.Value, above []string, start *StartElement) (used bool, err error) {
	var inside []string
	for i := range l.fields {
		f := &l.fields[i]
		n := len(above)
		if f.role&isElement == 0 || len(f.parents) < n || f.space != "" && f.space != start.Name.Space {
			continue
		}
		if !equal(above, f.parents[:n]) {
			continue
		}
		if len(f.parents) == n {
			if f.name == start.Name.Local {
				return true, d.value(f.of(v, true), start)
			}
		} else if f.parents[n] == start.Name.Local {
			inside = f.parents[:n+1]
			break
		}
	}
	if inside == nil {
		return false, nil
	}
	for {
		tok, err := d.Token()
		if err != nil {
			return true, err
		}
		switch tok := tok.(type) {
		case EndElement:
			return true, nil
		case StartElement:
			used, err := d.member(l, v, inside, &tok)
			if err == nil && !used {
				err = d.Skip()
			}
			if err != nil {
				return true, err
			}
		}
	}
}

func equal(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// attribute reads an attribute into all fields of its name, or into one for any.
func (d *Decoder) attribute(v reflect.Value, l *layout, a Attr) error {
	var rest *field
	used := false
	for i := range l.fields {
		f := &l.fields[i]
		switch f.role & anyRole {
		case isAttr:
			if f.name == a.Name.Local && (f.space == "" || f.space == a.Name.Space) {
				if err := readAttr(f.of(v, true), a); err != nil {
					return err
				}
				used = true
			}
		case isAny | isAttr:
			if rest == nil {
				rest = f
			}
		}
	}
	if used || rest == nil {
		return nil
	}
	return readAttr(rest.of(v, true), a)
}

func readAttr(v reflect.Value, a Attr) error {
	if v.Kind() == reflect.Pointer {
		v = settle(v)
	}
	if u, ok := as[UnmarshalerAttr](v); ok {
		return u.UnmarshalXMLAttr(a)
	}
	if u, ok := as[encoding.TextUnmarshaler](v); ok {
		return u.UnmarshalText([]byte(a.Value))
	}
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() != reflect.Uint8 {
		return grow(v, func(e reflect.Value) error { return readAttr(e, a) })
	}
	if v.Type() == attrType {
		v.Set(reflect.ValueOf(a))
		return nil
	}
	return setText(v, []byte(a.Value))
}

// setText sets a simple value; no text is zero.
func setText(v reflect.Value, text []byte) error {
	whole := v.Type()
	if v.Kind() == reflect.Pointer {
		v = settle(v)
	}
	word := strings.TrimSpace(string(text))
	if k := v.Kind(); len(text) == 0 && k >= reflect.Bool && k <= reflect.Float64 {
		v.SetZero()
		return nil
	}
	switch k := v.Kind(); {
	case k == reflect.String:
		v.SetString(string(text))
	case k == reflect.Bool:
		b, err := strconv.ParseBool(word)
		if err != nil {
			return err
		}
		v.SetBool(b)
	case v.CanInt():
		n, err := strconv.ParseInt(word, 10, v.Type().Bits())
		if err != nil {
			return err
		}
		v.SetInt(n)
	case v.CanUint():
		n, err := strconv.ParseUint(word, 10, v.Type().Bits())
		if err != nil {
			return err
		}
		v.SetUint(n)
	case v.CanFloat():
		f, err := strconv.ParseFloat(word, v.Type().Bits())
		if err != nil {
			return err
		}
		v.SetFloat(f)
	case k == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		v.SetBytes(append([]byte{}, text...))
	default:
		return errors.New("cannot unmarshal into " + whole.String())
	}
	return nil
}
