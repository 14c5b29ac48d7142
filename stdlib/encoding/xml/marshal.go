package xml

import (
	"bytes"
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Header is the declaration that may stand at the top of a document.
const Header = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// Marshaler writes itself as one element, by start if it has no better name.
type Marshaler interface {
	MarshalXML(e *Encoder, start StartElement) error
}

// MarshalerAttr writes itself as an attribute; one without a name is left out.
type MarshalerAttr interface {
	MarshalXMLAttr(name Name) (Attr, error)
}

// UnsupportedTypeError is a type that has no XML.
type UnsupportedTypeError struct {
	Type reflect.Type
}

// Error names it.
func (e *UnsupportedTypeError) Error() string { return "xml: unsupported type: " + e.Type.String() }

// Marshal is v as XML.
func Marshal(v any) ([]byte, error) { return MarshalIndent(v, "", "") }

// MarshalIndent is v as XML with each element on a line that begins with prefix and as many indents as there are elements around it.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := NewEncoder(&b)
	e.Indent(prefix, indent)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Interface, reflect.Pointer:
		return v.IsNil()
	}
	return isSimple(v.Kind()) && v.IsZero()
}

// header is how the element of a value begins before its own attributes: as the caller says, or the field, or the type.
func header(typ reflect.Type, f *field, given *StartElement) StartElement {
	switch {
	case given != nil:
		return given.Copy()
	case f != nil && f.name != "":
		return StartElement{Name: Name{f.space, f.name}}
	}
	return StartElement{Name: Name{"", typ.Name()}}
}

// value writes v as an element, or several.
func (e *Encoder) value(v reflect.Value, f *field, given *StartElement) error {
	if given != nil && given.Name.Local == "" {
		return fmt.Errorf("xml: EncodeElement of StartElement with missing name")
	}
	if !v.IsValid() || f != nil && f.role&omitEmpty != 0 && isEmpty(v) {
		return nil
	}
	for v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	typ := v.Type()
	if m, ok := as[Marshaler](v); ok {
		return e.own(m, header(typ, f, given))
	}
	if m, ok := as[encoding.TextMarshaler](v); ok {
		start := header(typ, f, given)
		if err := e.begin(&start); err != nil {
			return err
		}
		text, err := m.MarshalText()
		if err != nil {
			return err
		}
		e.w.Write(escaped(text, true))
		return e.finish(start.Name)
	}
	if k := v.Kind(); (k == reflect.Slice || k == reflect.Array) && typ.Elem().Kind() != reflect.Uint8 {
		for i := range v.Len() {
			if err := e.value(v.Index(i), f, given); err != nil {
				return err
			}
		}
		return nil
	}
	return e.element(v, f, given)
}

// own lets a value write itself.
func (e *Encoder) own(m Marshaler, start StartElement) error {
	e.tags = append(e.tags, Name{})
	n := len(e.tags)
	if err := m.MarshalXML(e, start); err != nil {
		return err
	}
	if len(e.tags) > n {
		t := reflect.TypeOf(m)
		name := t.String()
		if t.Name() == "" {
			name = "(" + name + ")"
		}
		return fmt.Errorf("xml: %s.MarshalXML wrote invalid XML: <%s> not closed", name, e.tags[len(e.tags)-1].Local)
	}
	e.tags = e.tags[:n-1]
	return nil
}

// element writes a struct or a simple value.
func (e *Encoder) element(v reflect.Value, f *field, given *StartElement) error {
	typ := v.Type()
	l, err := layoutOf(typ)
	if err != nil {
		return err
	}
	var start StartElement
	switch {
	case given != nil:
		start = given.Copy()
	case l.self != nil && l.self.name != "":
		start.Name = Name{l.self.space, l.self.name}
	case l.self != nil:
		if n, ok := as[Name](l.self.of(v, false)); ok {
			start.Name = n
		}
	}
	if start.Name.Local == "" && f != nil {
		start.Name = Name{f.space, f.name}
	}
	if start.Name.Local == "" {
		start.Name.Local, _, _ = strings.Cut(typ.Name(), "[")
		if start.Name.Local == "" {
			return &UnsupportedTypeError{typ}
		}
	}
	for i := range l.fields {
		a := &l.fields[i]
		if a.role&isAttr == 0 {
			continue
		}
		x := a.of(v, false)
		if a.role&omitEmpty != 0 && (!x.IsValid() || isEmpty(x)) || x.Kind() == reflect.Interface && x.IsNil() {
			continue
		}
		if err := addAttr(&start, Name{a.space, a.name}, x); err != nil {
			return err
		}
	}
	if s := l.self; s != nil && s.space == "" && s.name == "" && start.Name.Space == "" && len(e.tags) > 0 && e.tags[len(e.tags)-1].Space != "" {
		start.Attr = append(start.Attr, Attr{Name{"", xmlnsPrefix}, ""})
	}
	if err := e.begin(&start); err != nil {
		return err
	}
	if v.Kind() == reflect.Struct {
		err = e.members(l, v)
	} else {
		var text []byte
		if text, err = simple(v); err == nil {
			e.w.Write(escaped(text, true))
		}
	}
	if err != nil {
		return err
	}
	return e.finish(start.Name)
}

func addAttr(start *StartElement, name Name, v reflect.Value) error {
	if m, ok := as[MarshalerAttr](v); ok {
		a, err := m.MarshalXMLAttr(name)
		if err == nil && a.Name.Local != "" {
			start.Attr = append(start.Attr, a)
		}
		return err
	}
	if m, ok := as[encoding.TextMarshaler](v); ok {
		text, err := m.MarshalText()
		if err == nil {
			start.Attr = append(start.Attr, Attr{name, string(text)})
		}
		return err
	}
	if v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() != reflect.Uint8 {
		for i := range v.Len() {
			if err := addAttr(start, name, v.Index(i)); err != nil {
				return err
			}
		}
		return nil
	}
	if v.Type() == attrType {
		start.Attr = append(start.Attr, v.Interface().(Attr))
		return nil
	}
	text, err := simple(v)
	if err == nil {
		start.Attr = append(start.Attr, Attr{name, string(text)})
	}
	return err
}

// simple is the text of a value that is no struct.
func simple(v reflect.Value) ([]byte, error) {
	switch k := v.Kind(); {
	case k == reflect.String:
		return []byte(v.String()), nil
	case k == reflect.Bool:
		return strconv.AppendBool(nil, v.Bool()), nil
	case v.CanInt():
		return strconv.AppendInt(nil, v.Int(), 10), nil
	case v.CanUint():
		return strconv.AppendUint(nil, v.Uint(), 10), nil
	case v.CanFloat():
		return strconv.AppendFloat(nil, v.Float(), 'g', -1, v.Type().Bits()), nil
	case (k == reflect.Slice || k == reflect.Array) && v.Type().Elem().Kind() == reflect.Uint8:
		b := make([]byte, v.Len())
		reflect.Copy(reflect.ValueOf(b), v)
		return b, nil
	}
	return nil, &UnsupportedTypeError{v.Type()}
}

// leave ends the elements around fields that the next field is not in.
func (e *Encoder) leave(around *[]string, parents []string) error {
	common := 0
	for common < len(parents) && common < len(*around) && parents[common] == (*around)[common] {
		common++
	}
	for i := len(*around) - 1; i >= common; i-- {
		if err := e.finish(Name{"", (*around)[i]}); err != nil {
			return err
		}
	}
	*around = (*around)[:common]
	return nil
}

func (e *Encoder) members(l *layout, v reflect.Value) error {
	var around []string
	for i := range l.fields {
		f := &l.fields[i]
		x := f.of(v, false)
		if f.role&isAttr != 0 || !x.IsValid() {
			continue
		}
		mode := f.role & anyRole
		if mode != isInner {
			if err := e.leave(&around, f.parents); err != nil {
				return err
			}
		}
		done, err := false, error(nil)
		switch mode {
		case isText, isCDATA:
			done, err = true, e.chars(x, mode == isCDATA)
		case isComment:
			done, err = true, e.comment(x, v.Type())
		case isInner:
			done = e.inner(x)
		default:
			nothing := (x.Kind() == reflect.Pointer || x.Kind() == reflect.Interface) && x.IsNil()
			for !nothing && len(around) < len(f.parents) && err == nil {
				name := f.parents[len(around)]
				err = e.begin(&StartElement{Name: Name{"", name}})
				around = append(around, name)
			}
		}
		if err == nil && !done {
			err = e.value(x, f, nil)
		}
		if err != nil {
			return err
		}
	}
	return e.leave(&around, nil)
}

func follow(v reflect.Value) reflect.Value {
	for (v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer) && !v.IsNil() {
		v = v.Elem()
	}
	return v
}

func (e *Encoder) chars(v reflect.Value, section bool) (err error) {
	var text []byte
	if m, ok := as[encoding.TextMarshaler](v); ok {
		if text, err = m.MarshalText(); err != nil {
			return err
		}
	} else if text, err = simple(follow(v)); err != nil {
		return nil
	}
	if section {
		e.w.Write(cdata(text))
	} else {
		e.w.Write(escaped(text, true))
	}
	return nil
}

func (e *Encoder) comment(v reflect.Value, owner reflect.Type) error {
	v = follow(v)
	if v.Kind() != reflect.String && (v.Kind() != reflect.Slice || v.Type().Elem().Kind() != reflect.Uint8) {
		return fmt.Errorf("xml: bad type for comment field of %s", owner)
	}
	text, _ := simple(v)
	if len(text) == 0 {
		return nil
	}
	e.indentLine(0)
	e.w.WriteString("<!--")
	if bytes.Contains(text, []byte("--")) {
		return fmt.Errorf(`xml: comments must not contain "--"`)
	}
	e.w.Write(text)
	if text[len(text)-1] == '-' {
		e.w.WriteByte(' ')
	}
	e.w.WriteString("-->")
	return nil
}

// inner writes XML as it is, if v is text.
func (e *Encoder) inner(v reflect.Value) bool {
	switch raw := follow(v).Interface().(type) {
	case string:
		e.w.WriteString(raw)
	case []byte:
		e.w.Write(raw)
	default:
		return false
	}
	return true
}
