package reflect

import (
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// Zero is the zero value of a type; it cannot be addressed.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	return zeroOf(typ.self())
}

// New is a pointer to a new variable of a type.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	return Value{newOf(typ.self()), 0}
}

// NewAt is p as a pointer to a variable of a type; a variable of that type must lie there.
func NewAt(typ Type, p unsafe.Pointer) Value { return Value{pointerAt(typ.self(), p), 0} }

// SliceAt is the n variables of a type that lie at p as a slice.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value { return Value{sliceAt(typ.self(), p, n), 0} }

// MakeSlice is make of a slice type.
func MakeSlice(typ Type, len, cap int) Value {
	switch {
	case typ.Kind() != Slice:
		panic("reflect.MakeSlice of non-slice type")
	case len < 0:
		panic("reflect.MakeSlice: negative len")
	case cap < 0:
		panic("reflect.MakeSlice: negative cap")
	case len > cap:
		panic("reflect.MakeSlice: len > cap")
	}
	return Value{makeSlice(typ.self(), len, cap), 0}
}

// MakeMap is make of a map type.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize is make of a map type with room for about n entries.
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	return Value{makeMap(typ.self(), n), 0}
}

// MakeChan is make of a channel type with a buffer.
func MakeChan(typ Type, buffer int) Value {
	switch {
	case typ.Kind() != Chan:
		panic("reflect.MakeChan of non-chan type")
	case buffer < 0:
		panic("reflect.MakeChan: negative buffer size")
	case typ.ChanDir() != BothDir:
		panic("reflect.MakeChan: unidirectional channel type")
	}
	c := makeChan(typ.self(), buffer)
	if c == nil {
		panic("makechan: size out of range")
	}
	return Value{c, 0}
}

// PointerTo is the type *t.
func PointerTo(t Type) Type { return ptrTo(t.(*rtype)) }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// SliceOf is the type []t.
func SliceOf(t Type) Type { return sliceOf(t.self()) }

// ArrayOf is the type [length]elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	a := arrayOf(length, elem.self())
	if a == nil {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	return a
}

// MapOf is the type map[key]elem.
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return mapOf(key.self(), elem.self())
}

// ChanOf is the type of channels of t.
func ChanOf(dir ChanDir, t Type) Type {
	if t.Size() >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	switch dir {
	case BothDir:
		return chanOf(0, t.self())
	case SendDir:
		return chanOf(1, t.self())
	case RecvDir:
		return chanOf(2, t.self())
	}
	panic("reflect.ChanOf: invalid dir")
}

// FuncOf is a function type.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	return funcOf(selves(in), selves(out), variadic)
}

func selves(list []Type) []*rtype {
	out := make([]*rtype, len(list))
	for i, t := range list {
		out[i] = t.self()
	}
	return out
}

// StructOf is a struct type with these fields; Offset and Index are ignored.
func StructOf(fields []StructField) Type {
	specs := make([]fieldSpec, 0, len(fields))
	names := map[string]bool{}
	pkg := ""
	for i, f := range fields {
		switch {
		case f.Name == "":
			panic("reflect.StructOf: field " + itoa(i) + " has no name")
		case !validName(f.Name):
			panic("reflect.StructOf: field " + itoa(i) + " has invalid name")
		case f.Type == nil:
			panic("reflect.StructOf: field " + itoa(i) + " has no type")
		case f.Anonymous && f.PkgPath != "":
			panic("reflect.StructOf: field \"" + f.Name + "\" is anonymous but has PkgPath set")
		case f.PkgPath == "" && !exported(f.Name):
			panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
		case f.PkgPath != "" && pkg != "" && f.PkgPath != pkg:
			panic("reflect.StructOf: fields with different PkgPath " + pkg + " and " + f.PkgPath)
		case names[f.Name] && f.Name != "_":
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		if f.Anonymous {
			mustBeEmbeddable(i, f.Type, len(fields))
		}
		if f.PkgPath != "" {
			pkg = f.PkgPath
		}
		names[f.Name] = true
		specs = append(specs, fieldSpec{f.Name, f.PkgPath, string(f.Tag), f.Type.self(), f.Anonymous})
	}
	t := structOf(specs, missingMethod)
	if t == nil {
		panic("reflect: golite does not support StructOf with methods of " + specs[0].typ.String() + " beside other fields")
	}
	return t
}

// missingMethod is what the methods that a made struct has from an embedded interface do.
func missingMethod() { panic("reflect: StructOf does not support methods of embedded interfaces") }

// mustBeEmbeddable refuses what Go refuses: some embedded types with methods. Field i is one of n.
func mustBeEmbeddable(i int, t Type, n int) {
	if t.Kind() == Pointer {
		if k := t.Elem().Kind(); k == Pointer || k == Interface {
			panic("reflect.StructOf: illegal embedded field type " + t.String())
		}
	}
	count := t.NumMethod()
	if count == 0 {
		return
	}
	for m := range t.Methods() {
		if m.PkgPath != "" {
			panic("reflect: embedded interface with unexported method(s) not implemented")
		}
	}
	direct := false
	switch t.Kind() {
	case Interface:
		return
	case Pointer:
		if i == 0 && n > 1 {
			panic("reflect: embedded type with methods not implemented if there is more than one field")
		}
	case Chan, Func, Map, UnsafePointer:
		direct = true
	}
	if i > 0 {
		panic("reflect: embedded type with methods not implemented if type is not first field")
	}
	if n > 1 && direct {
		panic("reflect: embedded type with methods not implemented for non-pointer type")
	}
}

func validName(name string) bool {
	for i, c := range name {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return name != ""
}

func exported(name string) bool {
	c, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(c)
}
