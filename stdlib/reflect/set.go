package reflect

import (
	"math"
	"unsafe"
)

// assignTo is v as a value of type t, to which it must be assignable.
func (v Value) assignTo(context string, t *rtype) Value {
	if v.flag&method != 0 {
		v = v.bound()
	}
	from := typeOfValue(v)
	if from == t {
		return v
	}
	if sameButForName(from, t) || typeKind(t) == Interface && (typeImplements(from, t) || nilInterface(v, t)) {
		if r, ok := retype(v, t); ok {
			return r
		}
	}
	panic(context + ": value of type " + from.String() + " is not assignable to type " + t.String())
}

// nilInterface: a nil value of interface type becomes the nil of any other that it implements.
func nilInterface(v Value, t *rtype) bool {
	return kindOf(v) == Interface && typeImplements(typeOfValue(v), t)
}

// Set makes the variable v hold x, which must be assignable to its type.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExported("Set")
	if x.flag&method != 0 || !assign(v, x) {
		assign(v, x.assignTo("reflect.Set", typeOfValue(v)))
	}
}

// SetBool sets a bool.
func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.mustBe(Bool, "SetBool")
	word := uint64(0)
	if x {
		word = 1
	}
	assignWord(v, word)
}

// SetInt sets a signed integer, to the low bits of x.
func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	if !kindOf(v).signed() {
		panic(v.wrong("SetInt"))
	}
	assignWord(v, uint64(x))
}

// SetUint sets an unsigned integer, to the low bits of x.
func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	if !kindOf(v).unsigned() {
		panic(v.wrong("SetUint"))
	}
	assignWord(v, x)
}

// SetFloat sets a floating-point number.
func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	if !kindOf(v).float() {
		panic(v.wrong("SetFloat"))
	}
	assignWord(v, math.Float64bits(x))
}

// SetComplex sets a complex number.
func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	if !assignComplex(v, x) {
		panic(v.wrong("SetComplex"))
	}
}

// SetString sets a string.
func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	if !assignString(v, x) {
		panic(v.wrong("SetString"))
	}
}

// SetBytes sets a slice of bytes.
func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.mustBe(Slice, "SetBytes")
	if !assignBytes(v, x) {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
}

// SetPointer sets an unsafe.Pointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("SetPointer")
	v.mustBe(UnsafePointer, "SetPointer")
	assign(v, Value{v: x})
}

// SetLen sets a slice's length, within its capacity.
func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.mustBe(Slice, "SetLen")
	if !assignSizes(v, n, v.Cap()) {
		panic("reflect: slice length out of range in SetLen")
	}
}

// SetCap lowers a slice's capacity to n, which must lie between its length and its capacity.
func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.mustBe(Slice, "SetCap")
	if n < v.Len() || !assignSizes(v, v.Len(), n) {
		panic("reflect: slice capacity out of range in SetCap")
	}
}

// SetZero sets a variable to the zero value of its type.
func (v Value) SetZero() {
	v.mustBeAssignable("SetZero")
	clearValue(v, false)
}

// Clear empties a map or sets the elements of a slice to zero.
func (v Value) Clear() {
	switch v.Kind() {
	case Slice, Map:
		clearValue(v, true)
	default:
		panic(v.wrong("Clear"))
	}
}

// Grow makes room in a slice for n more elements.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.mustBe(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	if v.Len()+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	growSlice(v, n)
}

// extended is a variable holding the slice s with its length raised by n.
func extended(s Value, n int) Value {
	r := Value{newOf(s.static()), 0}.Elem()
	s.mustBeExported("")
	assign(r, s)
	growSlice(r, n)
	assignSizes(r, s.Len()+n, r.Cap())
	return r
}

// Append appends values to a slice.
func Append(s Value, x ...Value) Value {
	s.mustBe(Slice, "")
	n := s.Len()
	r := extended(s, len(x))
	for i, e := range x {
		r.Index(n + i).Set(e)
	}
	return Value{load(r), s.flag.ro()}
}

// AppendSlice appends the elements of the slice t to the slice s of the same type.
func AppendSlice(s, t Value) Value {
	s.mustBe(Slice, "")
	t.mustBe(Slice, "")
	if a, b := typeElem(s.static()), typeElem(t.static()); a != b {
		panic("reflect.AppendSlice: " + a.String() + " != " + b.String())
	}
	n := s.Len()
	r := extended(s, t.Len())
	Copy(r.Slice(n, n+t.Len()), t)
	return Value{load(r), s.flag.ro()}
}

// Copy copies elements from src to dst until one of them ends, and tells how many.
func Copy(dst, src Value) int {
	dk := dst.Kind()
	if dk != Array && dk != Slice {
		panic(&ValueError{"reflect.Copy", dk})
	}
	if dk == Array {
		dst.mustBeAssignable("")
	}
	dst.mustBeExported("")
	sk := src.Kind()
	text := sk == String && typeKind(typeElem(dst.static())) == Uint8
	if sk != Array && sk != Slice && !text {
		panic(&ValueError{"reflect.Copy", sk})
	}
	src.mustBeExported("")
	if !text {
		if a, b := typeElem(dst.static()), typeElem(src.static()); a != b {
			panic("reflect.Copy: " + a.String() + " != " + b.String())
		}
	}
	return copyElems(dst, src)
}

// Swapper is a function that exchanges two elements of the slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{"Swapper", v.Kind()})
	}
	n := v.Len()
	e := typeElem(v.static())
	temp := Value{newOf(e), 0}.Elem()
	// Slices of words and strings panic as an index expression does.
	plain := n > 1 && (typeKind(e) == String || typeKind(e) == Pointer || e.Size() <= 8 && e.Size()&(e.Size()-1) == 0)
	bounds := make([]struct{}, n)
	return func(i, j int) {
		if plain {
			_, _ = bounds[j], bounds[i]
		} else if uint(i) >= uint(n) || uint(j) >= uint(n) {
			panic("reflect: slice index out of range")
		}
		a, b := v.Index(i), v.Index(j)
		assign(temp, a)
		assign(a, b)
		assign(b, temp)
	}
}
