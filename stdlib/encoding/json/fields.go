package json

import (
	"encoding"
	"internal/jsontext"
	"reflect"
	"sort"
	"strings"
	"sync"
	"unicode"
)

// field is a field of a struct as JSON has it.
type field struct {
	name      string
	folded    string
	quoted    []byte // the name as a string and a colon, with HTML characters escaped
	plain     []byte // the same, not escaped
	index     []int
	typ       reflect.Type
	info      *info
	omitEmpty bool
	omitZero  bool
	asString  bool
	tagged    bool
}

// info is what is worked out once per type.
type info struct {
	typ  reflect.Type
	kind reflect.Kind
	// What values have, and what only pointers to them have.
	marshals, marshalsText, isZeroer          bool
	ptrMarshals, ptrMarshalsText, ptrIsZeroer bool
	unmarshals, unmarshalsText                bool // pointers do
	number                                    bool
	bytes                                     bool // a slice of bytes, written as base64

	once   sync.Once
	fields []field
	byName map[string]int
	byFold map[string]int
}

type zeroer interface{ IsZero() bool }

var (
	marshalerType       = reflect.TypeFor[Marshaler]()
	textMarshalerType   = reflect.TypeFor[encoding.TextMarshaler]()
	unmarshalerType     = reflect.TypeFor[Unmarshaler]()
	textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
	zeroerType          = reflect.TypeFor[zeroer]()
	numberType          = reflect.TypeFor[Number]()
	rawType             = reflect.TypeFor[jsontext.Value]()
)

var infos sync.Map // reflect.Type to *info

func infoOf(t reflect.Type) *info {
	if x, ok := infos.Load(t); ok {
		return x.(*info)
	}
	in := &info{typ: t, kind: t.Kind()}
	p := reflect.PointerTo(t)
	in.number = t == numberType
	in.marshals, in.ptrMarshals = t.Implements(marshalerType), p.Implements(marshalerType)
	in.marshalsText, in.ptrMarshalsText = t.Implements(textMarshalerType), p.Implements(textMarshalerType)
	in.isZeroer, in.ptrIsZeroer = t.Implements(zeroerType), p.Implements(zeroerType)
	in.unmarshals, in.unmarshalsText = p.Implements(unmarshalerType), p.Implements(textUnmarshalerType)
	if in.kind == reflect.Slice && t.Elem().Kind() == reflect.Uint8 {
		e := reflect.PointerTo(t.Elem())
		in.bytes = !e.Implements(marshalerType) && !e.Implements(textMarshalerType)
	}
	x, _ := infos.LoadOrStore(t, in)
	return x.(*info)
}

// load works the fields of a struct out.
func (in *info) load() {
	in.once.Do(func() {
		in.fields = fieldsOf(in.typ)
		in.byName, in.byFold = map[string]int{}, map[string]int{}
		for i := range in.fields {
			f := &in.fields[i]
			f.info = infoOf(f.typ)
			f.quoted = append(appendString(nil, f.name, true), ':')
			f.plain = append(appendString(nil, f.name, false), ':')
			in.byName[f.name] = i
			if _, ok := in.byFold[f.folded]; !ok {
				in.byFold[f.folded] = i
			}
		}
	})
}

// find is the field for a key, nil if there is none.
func (in *info) find(key string) *field {
	if i, ok := in.byName[key]; ok {
		return &in.fields[i]
	}
	if i, ok := in.byFold[fold(key)]; ok {
		return &in.fields[i]
	}
	return nil
}

// fold makes names that differ in case only the same.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		low := r
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			low = min(low, f)
		}
		return low
	}, s)
}

func validKey(s string) bool {
	for _, c := range s {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c) && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return s != ""
}

// level is a struct whose fields are to be listed.
type level struct {
	typ   reflect.Type
	index []int
}

// fieldsOf lists the fields of a struct, those of embedded structs included: of several with the same name the one of the least depth
// stays, then the one with a tag; else none.
func fieldsOf(t reflect.Type) []field {
	var all []field
	next := []level{{typ: t}}
	times := map[reflect.Type]int{t: 1}
	seen := map[reflect.Type]bool{}
	for len(next) > 0 {
		here := next
		timesHere := times
		next, times = nil, map[reflect.Type]int{}
		for _, l := range here {
			if seen[l.typ] {
				continue
			}
			seen[l.typ] = true
			for i := range l.typ.NumField() {
				sf := l.typ.Field(i)
				inner := sf.Type
				if inner.Kind() == reflect.Pointer {
					inner = inner.Elem()
				}
				if !sf.IsExported() && (!sf.Anonymous || inner.Kind() != reflect.Struct) {
					continue
				}
				tag := sf.Tag.Get("json")
				if tag == "-" {
					continue
				}
				name, options, _ := strings.Cut(tag, ",")
				if !validKey(name) {
					name = ""
				}
				index := append(append([]int(nil), l.index...), i)
				if sf.Anonymous && name == "" && inner.Kind() == reflect.Struct && (sf.Type.Kind() != reflect.Pointer || sf.Type.Name() == "") {
					times[inner] += timesHere[l.typ]
					if times[inner] <= 1 {
						next = append(next, level{inner, index})
					}
					continue
				}
				if !sf.IsExported() {
					continue
				}
				f := field{name: name, index: index, typ: sf.Type, tagged: name != ""}
				if name == "" {
					f.name = sf.Name
				}
				f.folded = fold(f.name)
				for _, o := range strings.Split(options, ",") {
					switch o {
					case "omitempty":
						f.omitEmpty = true
					case "omitzero":
						f.omitZero = true
					case "string":
						f.asString = canBeString(inner, sf.Type)
					}
				}
				all = append(all, f)
				if timesHere[l.typ] > 1 {
					all = append(all, f)
				}
			}
		}
	}
	return dominant(all)
}

// canBeString: the option "string" is for numbers, bools and strings.
func canBeString(inner, t reflect.Type) bool {
	if t.Name() != "" {
		inner = t
	}
	k := inner.Kind()
	return reflect.Bool <= k && k <= reflect.Float64 || k == reflect.String
}

func dominant(all []field) []field {
	best := map[string]int{}
	tie := map[string]bool{}
	rank := func(f *field) int {
		r := 2 * len(f.index)
		if !f.tagged {
			r++
		}
		return r
	}
	for i := range all {
		name := all[i].name
		k, ok := best[name]
		switch {
		case !ok || rank(&all[i]) < rank(&all[k]):
			best[name], tie[name] = i, false
		case rank(&all[i]) == rank(&all[k]):
			tie[name] = true
		}
	}
	var out []field
	for i := range all {
		if best[all[i].name] == i && !tie[all[i].name] {
			out = append(out, all[i])
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i].index, out[j].index
		for k := range a {
			if k >= len(b) || a[k] != b[k] {
				return k < len(b) && a[k] < b[k]
			}
		}
		return len(a) < len(b)
	})
	return out
}
