package reflect

import (
	"iter"
	"strconv"
)

// StructField describes a field of a struct.
type StructField struct {
	Name      string
	PkgPath   string // of the package that declares it; only for unexported names
	Type      Type
	Tag       StructTag
	Offset    uintptr // in bytes
	Index     []int   // for Type.FieldByIndex
	Anonymous bool    // embedded
}

// IsExported reports whether the name is.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// StructTag is the text after a field: by convention a list of key:"value" separated by blanks.
type StructTag string

// Get is the value of a key, "" if it is missing.
func (tag StructTag) Get(key string) string {
	v, _ := tag.Lookup(key)
	return v
}

// Lookup is the value of a key, and whether it is there.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	rest := string(tag)
	for {
		for rest != "" && rest[0] == ' ' {
			rest = rest[1:]
		}
		n := 0
		for n < len(rest) && rest[n] > ' ' && rest[n] != ':' && rest[n] != '"' && rest[n] != 0x7f {
			n++
		}
		if n == 0 || len(rest) < n+2 || rest[n:n+2] != `:"` {
			return "", false
		}
		name := rest[:n]
		quoted := rest[n+1:]
		end := 1
		for end < len(quoted) && quoted[end] != '"' {
			if quoted[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(quoted) {
			return "", false
		}
		if name == key {
			text, err := strconv.Unquote(quoted[:end+1])
			return text, err == nil
		}
		rest = quoted[end+1:]
	}
}

func (t *rtype) Field(i int) StructField {
	t.refuse(Struct, "Field", "struct")
	if i < 0 || i >= t.NumField() {
		panic("reflect: Field index out of bounds")
	}
	f := t.fieldAt(i)
	f.Offset = t.offset(i)
	return f
}

// fieldAt is a field without its offset.
func (t *rtype) fieldAt(i int) StructField {
	name, pkg, tag, typ, embedded := typeField(t, i)
	return StructField{Name: name, PkgPath: pkg, Type: typ, Tag: StructTag(tag), Index: []int{i}, Anonymous: embedded}
}

// offset is where field i would begin in compiled Go.
func (t *rtype) offset(i int) uintptr {
	var at uintptr
	for k := range i + 1 {
		_, _, _, typ, _ := typeField(t, k)
		size, align := typeSize(typ)
		at = (at + uintptr(align) - 1) / uintptr(align) * uintptr(align)
		if k < i {
			at += size
		}
	}
	return at
}

func (t *rtype) Fields() iter.Seq[StructField] {
	t.refuse(Struct, "Fields", "struct")
	return counted(t.NumField(), t.Field)
}

func (t *rtype) FieldByIndex(index []int) StructField {
	t.refuse(Struct, "FieldByIndex", "struct")
	var f StructField
	f.Type = t
	for i, x := range index {
		in := f.Type
		if i > 0 && in.Kind() == Pointer && in.Elem().Kind() == Struct {
			in = in.Elem()
		}
		f = in.Field(x)
	}
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	t.refuse(Struct, "FieldByName", "struct")
	// Most fields are the struct's own.
	embeds := false
	if name != "" {
		for i := range t.NumField() {
			n, _, _, _, embedded := typeField(t, i)
			if n == name {
				return t.Field(i), true
			}
			embeds = embeds || embedded
		}
	}
	if !embeds {
		return StructField{}, false
	}
	return t.search(func(s string) bool { return s == name })
}

func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	t.refuse(Struct, "FieldByNameFunc", "struct")
	return t.search(match)
}

// embedding is a struct on the way down, with the path to it.
type embedding struct {
	typ  *rtype
	path []int
}

// search looks level by level, as selectors are resolved: the first level with a match decides, and must have just one. A
// struct that is embedded twice on a level counts twice.
func (t *rtype) search(match func(string) bool) (found StructField, ok bool) {
	level := []embedding{{typ: t}}
	times := map[*rtype]int{t: 1}
	seen := map[*rtype]bool{}
	for len(level) > 0 {
		var below []embedding
		timesBelow := map[*rtype]int{}
		matches := 0
		for _, e := range level {
			if seen[e.typ] {
				continue
			}
			seen[e.typ] = true
			for i := range e.typ.NumField() {
				name, _, _, typ, embedded := typeField(e.typ, i)
				if match(name) {
					matches += times[e.typ]
					found = e.typ.Field(i)
					found.Index = append(append([]int(nil), e.path...), i)
					continue
				}
				if !embedded {
					continue
				}
				if typeKind(typ) == Pointer {
					typ = typeElem(typ)
				}
				if typeKind(typ) != Struct {
					continue
				}
				timesBelow[typ] += times[e.typ]
				below = append(below, embedding{typ, append(append([]int(nil), e.path...), i)})
			}
		}
		if matches > 0 {
			if matches > 1 {
				found = StructField{}
			}
			return found, matches == 1
		}
		level, times = below, timesBelow
	}
	return StructField{}, false
}

// VisibleFields are the fields of a struct that a selector on it can reach, and those of embedded structs among them.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	w := visibility{byName: map[string]int{}, inside: map[Type]bool{}}
	w.walk(t, nil)
	kept := w.fields[:0]
	for i, f := range w.fields {
		if !w.hidden[i] {
			kept = append(kept, f)
		}
	}
	return kept
}

// visibility collects the fields of a struct; hidden are those that others of their name hide or that hide each other.
type visibility struct {
	fields []StructField
	hidden []bool
	byName map[string]int
	inside map[Type]bool
}

func (w *visibility) walk(t Type, path []int) {
	if w.inside[t] {
		return
	}
	w.inside[t] = true
	for i := range t.NumField() {
		f := t.Field(i)
		f.Index = append(append(make([]int, 0, len(path)+1), path...), i)
		add := true
		if k, ok := w.byName[f.Name]; ok {
			switch old := len(w.fields[k].Index); {
			case len(f.Index) == old:
				w.hidden[k] = true
				add = false
			case len(f.Index) < old:
				w.hidden[k] = true
			default:
				add = false
			}
		}
		if add {
			w.byName[f.Name] = len(w.fields)
			w.fields = append(w.fields, f)
			w.hidden = append(w.hidden, false)
		}
		if f.Anonymous {
			in := f.Type
			if in.Kind() == Pointer {
				in = in.Elem()
			}
			if in.Kind() == Struct {
				w.walk(in, f.Index)
			}
		}
	}
	delete(w.inside, t)
}
