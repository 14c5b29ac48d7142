package xml

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// What a field of a struct is in XML.
type role int

const (
	isElement role = 1 << iota
	isAttr
	isCDATA
	isText
	isInner
	isComment
	isAny
	omitEmpty
)

const anyRole = isElement | isAttr | isCDATA | isText | isInner | isComment | isAny

var roles = map[string]role{
	"attr": isAttr, "cdata": isCDATA, "chardata": isText, "innerxml": isInner, "comment": isComment, "any": isAny,
	"omitempty": omitEmpty,
}

// A field is a field of a struct, or of one embedded in it.
type field struct {
	index   []int
	name    string
	space   string
	role    role
	parents []string
}

// layout is what is known about a struct.
type layout struct {
	self   *field // XMLName
	fields []field
}

const selfName = "XMLName"

var (
	layouts  sync.Map
	nameType = reflect.TypeFor[Name]()
	attrType = reflect.TypeFor[Attr]()
)

func layoutOf(typ reflect.Type) (*layout, error) {
	if known, ok := layouts.Load(typ); ok {
		return known.(*layout), nil
	}
	l := new(layout)
	if typ.Kind() == reflect.Struct && typ != nameType {
		if err := l.collect(typ); err != nil {
			return nil, err
		}
	}
	known, _ := layouts.LoadOrStore(typ, l)
	return known.(*layout), nil
}

func (l *layout) collect(typ reflect.Type) error {
	for i := range typ.NumField() {
		f := typ.Field(i)
		if !f.IsExported() && !f.Anonymous || f.Tag.Get("xml") == "-" {
			continue
		}
		if f.Anonymous {
			t := f.Type
			if t.Kind() == reflect.Pointer {
				t = t.Elem()
			}
			if t.Kind() == reflect.Struct {
				if err := l.embed(typ, t, i); err != nil {
					return err
				}
				continue
			}
		}
		x, err := describe(typ, &f)
		if err != nil {
			return err
		}
		if f.Name == selfName {
			l.self = x
		} else if err := l.add(typ, x); err != nil {
			return err
		}
	}
	return nil
}

// embed adds the fields of an embedded struct.
func (l *layout) embed(typ, inner reflect.Type, i int) error {
	in, err := layoutOf(inner)
	if err != nil {
		return err
	}
	below := func(f field) *field {
		f.index = append([]int{i}, f.index...)
		return &f
	}
	if l.self == nil && in.self != nil {
		l.self = below(*in.self)
	}
	for _, f := range in.fields {
		if err := l.add(typ, below(f)); err != nil {
			return err
		}
	}
	return nil
}

// describe reads a field's tag.
func describe(typ reflect.Type, f *reflect.StructField) (*field, error) {
	whole := f.Tag.Get("xml")
	x := &field{index: f.Index}
	tag := whole
	if space, rest, ok := strings.Cut(tag, " "); ok {
		x.space, tag = space, rest
	}
	tag, flags, _ := strings.Cut(tag, ",")
	for _, flag := range strings.Split(flags, ",") {
		x.role |= roles[flag]
	}
	valid := true
	switch mode := x.role & anyRole; mode {
	case 0:
		x.role |= isElement
	case isAttr, isCDATA, isText, isInner, isComment, isAny, isAny | isAttr:
		valid = f.Name != selfName && (tag == "" || mode == isAttr)
	default:
		valid = false
	}
	if x.role&anyRole == isAny {
		x.role |= isElement
	}
	if !valid || x.role&omitEmpty != 0 && x.role&(isElement|isAttr) == 0 {
		return nil, fmt.Errorf("xml: invalid tag in field %s of type %s: %q", f.Name, typ, whole)
	}
	if x.space != "" && tag == "" {
		return nil, fmt.Errorf("xml: namespace without name in field %s of type %s: %q", f.Name, typ, whole)
	}
	own := ownName(f.Type)
	switch {
	case f.Name == selfName:
		x.name = tag
		return x, nil
	case tag == "" && own != nil:
		x.space, x.name = own.space, own.name
		return x, nil
	case tag == "":
		x.name = f.Name
		return x, nil
	}
	path := strings.Split(tag, ">")
	if path[0] == "" {
		path[0] = f.Name
	}
	last := len(path) - 1
	x.name = path[last]
	if x.name == "" {
		return nil, fmt.Errorf("xml: trailing '>' in field %s of type %s", f.Name, typ)
	}
	if last > 0 {
		if x.role&isElement == 0 {
			return nil, fmt.Errorf("xml: %s chain not valid with %s flag", tag, flags)
		}
		x.parents = path[:last]
	}
	if x.role&isElement != 0 && own != nil && own.name != x.name {
		return nil, fmt.Errorf("xml: name %q in tag of %s.%s conflicts with name %q in %s.XMLName", x.name, typ, f.Name, own.name, f.Type)
	}
	return x, nil
}

// ownName is the name a struct gives itself in the tag of XMLName.
func ownName(typ reflect.Type) *field {
	for typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct {
		return nil
	}
	for i := range typ.NumField() {
		if f := typ.Field(i); f.Name == selfName {
			if x, err := describe(typ, &f); err == nil && x.name != "" {
				return x
			}
			return nil
		}
	}
	return nil
}

// clash reports whether two fields claim the same element, or one the parent of the other.
func (f *field) clash(g *field) bool {
	if f.role&anyRole != g.role&anyRole || f.space != "" && g.space != "" && f.space != g.space {
		return false
	}
	a, b := f, g
	if len(a.parents) > len(b.parents) {
		a, b = b, a
	}
	if !slices.Equal(a.parents, b.parents[:len(a.parents)]) {
		return false
	}
	if len(a.parents) == len(b.parents) {
		return a.name == b.name && a.space == b.space
	}
	return b.parents[len(a.parents)] == a.name
}

// add adds a field, unless one that is nearer claims the same.
func (l *layout) add(typ reflect.Type, f *field) error {
	for i := range l.fields {
		old := &l.fields[i]
		if old.clash(f) && len(old.index) < len(f.index) {
			return nil
		}
	}
	for i := range l.fields {
		old := &l.fields[i]
		if old.clash(f) && len(old.index) == len(f.index) {
			a, b := typ.FieldByIndex(old.index), typ.FieldByIndex(f.index)
			return &TagPathError{typ, a.Name, a.Tag.Get("xml"), b.Name, b.Tag.Get("xml")}
		}
	}
	l.fields = slices.DeleteFunc(l.fields, func(old field) bool { return old.clash(f) })
	l.fields = append(l.fields, *f)
	return nil
}

// A TagPathError is two fields that claim the same element.
type TagPathError struct {
	Struct       reflect.Type
	Field1, Tag1 string
	Field2, Tag2 string
}

// Error names them.
func (e *TagPathError) Error() string {
	return fmt.Sprintf("%s field %q with tag %q conflicts with field %q with tag %q", e.Struct, e.Field1, e.Tag1, e.Field2, e.Tag2)
}

// of is the field of v. Embedded pointers that are nil are set if make is true, else there is no such value.
func (f *field) of(v reflect.Value, make bool) reflect.Value {
	for i, n := range f.index {
		if i > 0 && v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct {
			if v.IsNil() {
				if !make {
					return reflect.Value{}
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(n)
	}
	return v
}

// as is v, or a pointer to it, as a T.
func as[T any](v reflect.Value) (t T, ok bool) {
	if v.IsValid() && v.CanInterface() {
		if t, ok = v.Interface().(T); ok {
			return t, true
		}
	}
	if v.IsValid() && v.CanAddr() && v.Addr().CanInterface() {
		t, ok = v.Addr().Interface().(T)
	}
	return t, ok
}
