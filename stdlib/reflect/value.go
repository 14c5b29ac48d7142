package reflect

import (
	"iter"
	"strconv"
	"unsafe"
)

// Value is a Go value, or, if it can be addressed, a variable. The zero Value holds nothing. Two Values are compared by what
// Interface gives, or by Equal, not with ==.
type Value struct {
	// v is the value itself or, if flag says indirect, a pointer to it.
	v    any
	flag flag
}

type flag uintptr

// The natives know these bits.
const (
	viaEmbedded flag = 1 << iota // through an unexported embedded field
	viaField                     // through another unexported field
	indirect                     // v points to the value
	addressable                  // the value is a variable
	method                       // a method value: v is the receiver, the method's number is above methodShift

	readOnly    = viaEmbedded | viaField
	methodShift = 8
)

// ro is what the parts of a value inherit.
func (f flag) ro() flag {
	if f&readOnly != 0 {
		return viaField
	}
	return 0
}

// ValueError is the panic of a method on a Value of the wrong kind.
type ValueError struct {
	Method string
	Kind   Kind
}

// Error names the method and the kind.
func (e *ValueError) Error() string {
	on := "zero"
	if e.Kind != Invalid {
		on = e.Kind.String()
	}
	return "reflect: call of " + e.Method + " on " + on + " Value"
}

// wrong is the panic of Value.name on v.
func (v Value) wrong(name string) *ValueError {
	return &ValueError{inMethod(name), v.Kind()}
}

// inMethod names a method of Value in messages; functions give "" and stay unnamed.
func inMethod(name string) string {
	if name == "" {
		return "unknown method"
	}
	return "reflect.Value." + name
}

// mustBe panics in Value.name unless v is of kind k.
func (v Value) mustBe(k Kind, name string) {
	if v.Kind() != k {
		panic(v.wrong(name))
	}
}

// mustBeExported panics if v holds nothing or what nobody else may use.
func (v Value) mustBeExported(name string) {
	if v.v == nil {
		panic(&ValueError{inMethod(name), Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect: " + inMethod(name) + " using value obtained using unexported field")
	}
}

// mustBeAssignable panics unless v is a variable that may be set.
func (v Value) mustBeAssignable(name string) {
	v.mustBeExported(name)
	if v.flag&addressable == 0 {
		panic("reflect: " + inMethod(name) + " using unaddressable value")
	}
}

// ValueOf is the value in i; of nil it is the zero Value.
func ValueOf(i any) Value { return Value{v: i} }

// IsValid reports whether v holds anything.
func (v Value) IsValid() bool { return v.v != nil }

// Kind is the kind of the value, Invalid for the zero Value.
func (v Value) Kind() Kind {
	if v.flag&method != 0 {
		return Func
	}
	return kindOf(v)
}

// static is the value's type; a method value's is made.
func (v Value) static() *rtype {
	if v.flag&method != 0 {
		sig, _, _ := v.receiver("Type")
		return sig
	}
	return typeOfValue(v)
}

// Type is the value's type; of one of interface type that is the interface.
func (v Value) Type() Type {
	if v.v == nil {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	return v.static()
}

// CanAddr reports whether Addr works: for elements of slices and of addressable arrays, fields of addressable
// structs, and what pointers point to.
func (v Value) CanAddr() bool { return v.flag&addressable != 0 }

// CanSet reports whether the value can be changed: it is addressable and was not reached through unexported fields.
func (v Value) CanSet() bool { return v.flag&(addressable|readOnly) == addressable }

// CanInterface reports whether Interface works: not for what was reached through unexported fields.
func (v Value) CanInterface() bool {
	if v.v == nil {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&readOnly == 0
}

// Interface is the value as an any.
func (v Value) Interface() (i any) {
	if v.v == nil {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.any()
}

// any is Interface without its rules.
func (v Value) any() any {
	if v.flag&method != 0 {
		return v.bound().v
	}
	return load(v)
}

// TypeAssert is v.Interface().(T) with the comma-ok.
func TypeAssert[T any](v Value) (T, bool) {
	if v.v == nil {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	x, ok := v.any().(T)
	return x, ok
}

// Addr is a pointer to the variable v.
func (v Value) Addr() Value {
	if v.flag&addressable == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{addrOf(v), v.flag & readOnly}
}

// Bool is the value of a bool.
func (v Value) Bool() bool {
	x, k := wordOf(v)
	if k != Bool {
		panic(v.wrong("Bool"))
	}
	return x != 0
}

// Int is the value of a signed integer.
func (v Value) Int() int64 {
	x, k := wordOf(v)
	if !k.signed() {
		panic(v.wrong("Int"))
	}
	return int64(x)
}

// CanInt reports whether Int works.
func (v Value) CanInt() bool { return v.Kind().signed() }

// Uint is the value of an unsigned integer.
func (v Value) Uint() uint64 {
	x, k := wordOf(v)
	if !k.unsigned() {
		panic(v.wrong("Uint"))
	}
	return x
}

// CanUint reports whether Uint works.
func (v Value) CanUint() bool { return v.Kind().unsigned() }

// Float is the value of a floating-point number.
func (v Value) Float() float64 {
	x, ok := floatOf(v)
	if !ok {
		panic(v.wrong("Float"))
	}
	return x
}

// CanFloat reports whether Float works.
func (v Value) CanFloat() bool { return v.Kind().float() }

// Complex is the value of a complex number.
func (v Value) Complex() complex128 {
	x, ok := complexOf(v)
	if !ok {
		panic(v.wrong("Complex"))
	}
	return x
}

// CanComplex reports whether Complex works.
func (v Value) CanComplex() bool { return v.Kind().complex() }

// String is the value of a string; for other values it does not panic but names the type.
func (v Value) String() string {
	if v.flag&method == 0 {
		if s, ok := stringOf(v); ok {
			return s
		}
	}
	if v.v == nil {
		return "<invalid Value>"
	}
	return "<" + v.Type().String() + " Value>"
}

// Bytes is the value of a slice of bytes, or the elements of an addressable array of bytes.
func (v Value) Bytes() []byte {
	if b, ok := bytesOf(v); ok {
		return b
	}
	switch v.Kind() {
	case Slice:
		panic("reflect.Value.Bytes of non-byte slice")
	case Array:
		if typeKind(typeElem(v.static())) != Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		panic("reflect.Value.Bytes of unaddressable byte array")
	}
	panic(v.wrong("Bytes"))
}

// IsNil reports whether a channel, func, interface, map, pointer or slice is nil.
func (v Value) IsNil() bool {
	if v.flag&method != 0 {
		return false
	}
	n := nilness(v)
	if n == 2 {
		panic(v.wrong("IsNil"))
	}
	return n == 1
}

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch k := v.Kind(); k {
	case Invalid:
		panic(v.wrong("IsZero"))
	case Float32, Float64:
		return v.Float() == 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case String:
		return v.Len() == 0
	case Array:
		for i := range v.Len() {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).IsZero() && v.static().fieldAt(i).Name != "_" {
				return false
			}
		}
		return true
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return v.IsNil()
	default:
		x, _ := wordOf(v)
		return x == 0
	}
}

// Len is the length of an array, channel, map, slice or string, or of the array a pointer points to.
func (v Value) Len() int {
	if n, _ := sizesOf(v); n >= 0 && v.flag&method == 0 {
		return n
	}
	if v.Kind() == Pointer {
		if e := typeElem(v.static()); typeKind(e) == Array {
			return e.Len()
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(v.wrong("Len"))
}

// Cap is the capacity of an array, channel or slice, or of the array a pointer points to.
func (v Value) Cap() int {
	if _, n := sizesOf(v); n >= 0 && v.flag&method == 0 {
		return n
	}
	if v.Kind() == Pointer {
		if e := typeElem(v.static()); typeKind(e) == Array {
			return e.Len()
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(v.wrong("Cap"))
}

// Elem is what an interface holds or a pointer points to; of nil it is the zero Value.
func (v Value) Elem() Value {
	if v.flag&method == 0 {
		if e, ok := elemOf(v); ok {
			return e
		}
	}
	panic(v.wrong("Elem"))
}

// Indirect is what a pointer points to, and any other value itself.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// Index is element i of an array, slice or string.
func (v Value) Index(i int) Value {
	e, status := indexOf(v, i)
	if status == 0 && v.flag&method == 0 {
		return e
	}
	switch k := v.Kind(); k {
	case Array, Slice, String:
		panic("reflect: " + k.String() + " index out of range")
	}
	panic(v.wrong("Index"))
}

// NumField is the number of a struct's fields.
func (v Value) NumField() int {
	v.mustBe(Struct, "NumField")
	return v.static().NumField()
}

// Field is field i of a struct.
func (v Value) Field(i int) Value {
	f, ok := fieldOf(v, i)
	if !ok || v.flag&method != 0 {
		v.mustBe(Struct, "Field")
		panic("reflect: Field index out of range")
	}
	return f
}

// Fields ranges over a struct's fields, described and as values.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	described := v.Type()
	if described.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + described.String())
	}
	return func(yield func(StructField, Value) bool) {
		n := described.NumField()
		for i := 0; i < n && yield(described.Field(i), v.Field(i)); i++ {
		}
	}
}

// FieldByIndex follows a path of field numbers; a nil pointer on it panics.
func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.mustBe(Struct, "FieldByIndex")
	for i, x := range index {
		if i > 0 {
			p, ok := v.throughPointer()
			if !ok {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = p
		}
		v = v.Field(x)
	}
	return v
}

// FieldByIndexErr is FieldByIndex with an error for a nil pointer on the way.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.mustBe(Struct, "FieldByIndexErr")
	for i, x := range index {
		if i > 0 {
			p, ok := v.throughPointer()
			if !ok {
				return Value{}, pathError("reflect: indirection through nil pointer to embedded struct field " + typeElem(v.static()).Name())
			}
			v = p
		}
		v = v.Field(x)
	}
	return v, nil
}

type pathError string

func (e pathError) Error() string { return string(e) }

// throughPointer is what a pointer to a struct points to; false if it is nil.
func (v Value) throughPointer() (Value, bool) {
	if v.Kind() != Pointer || typeKind(typeElem(v.static())) != Struct {
		return v, true
	}
	if v.IsNil() {
		return v, false
	}
	return v.Elem(), true
}

// FieldByName is the field of that name, promoted ones included, or the zero Value.
func (v Value) FieldByName(name string) Value {
	v.mustBe(Struct, "FieldByName")
	if f, ok := v.static().FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc is the field whose name matches, or the zero Value.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	v.mustBe(Struct, "FieldByNameFunc")
	if f, ok := v.static().FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// OverflowInt reports whether x does not fit the signed integer v.
func (v Value) OverflowInt(x int64) bool {
	k := v.Kind()
	if !k.signed() {
		panic(v.wrong("OverflowInt"))
	}
	return overflowsInt(k, x)
}

// OverflowUint reports whether x does not fit the unsigned integer v.
func (v Value) OverflowUint(x uint64) bool {
	k := v.Kind()
	if !k.unsigned() {
		panic(v.wrong("OverflowUint"))
	}
	return overflowsUint(k, x)
}

// OverflowFloat reports whether x does not fit the floating-point number v.
func (v Value) OverflowFloat(x float64) bool {
	k := v.Kind()
	if !k.float() {
		panic(v.wrong("OverflowFloat"))
	}
	return overflowsFloat(k, x)
}

// OverflowComplex reports whether x does not fit the complex number v.
func (v Value) OverflowComplex(x complex128) bool {
	k := v.Kind()
	if !k.complex() {
		panic(v.wrong("OverflowComplex"))
	}
	return overflowsComplex(k, x)
}

// Slice is v[i:j] of a slice, a string or an addressable array.
func (v Value) Slice(i, j int) Value {
	limit := 0
	switch v.Kind() {
	case Array:
		if v.flag&addressable == 0 {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
		limit = v.Len()
	case Slice:
		limit = v.Cap()
	case String:
		limit = v.Len()
		if i < 0 || j < i || j > limit {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
	default:
		panic(v.wrong("Slice"))
	}
	s := cut(v, i, j, limit)
	if s == nil {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return Value{s, v.flag.ro()}
}

// Slice3 is v[i:j:k] of a slice or an addressable array.
func (v Value) Slice3(i, j, k int) Value {
	switch v.Kind() {
	case Array:
		if v.flag&addressable == 0 {
			panic("reflect.Value.Slice3: slice of unaddressable array")
		}
	case Slice:
	default:
		panic(v.wrong("Slice3"))
	}
	s := cut(v, i, j, k)
	if s == nil {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return Value{s, v.flag.ro()}
}

// Pointer is the address that a channel, func, map, pointer, slice, string or unsafe pointer holds, as a number.
func (v Value) Pointer() uintptr {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		if v.flag&method != 0 {
			_, _, fn := v.receiver("Pointer")
			return uintptr(codeOf(uint64(uintptr(fn))))
		}
		x, k := wordOf(v)
		if k == Func {
			x = codeOf(x)
		}
		return uintptr(x)
	case Slice, String:
		return uintptr(slotsOf(v, v.static()).a)
	}
	panic(v.wrong("Pointer"))
}

// UnsafePointer is Pointer as an unsafe.Pointer.
func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer, Slice, String:
		return unsafe.Pointer(v.Pointer())
	}
	panic(v.wrong("UnsafePointer"))
}

// UnsafeAddr is the address of the variable v, as a number.
func (v Value) UnsafeAddr() uintptr {
	if v.v == nil {
		panic(&ValueError{"reflect.Value.UnsafeAddr", Invalid})
	}
	if v.flag&addressable == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return v.Addr().Pointer()
}

// InterfaceData panics: interfaces are not words here.
//
// Deprecated: there is no use for it.
func (v Value) InterfaceData() [2]uintptr {
	v.mustBe(Interface, "InterfaceData")
	s := slotsOf(v, v.static())
	return [2]uintptr{uintptr(s.a), uintptr(s.b)}
}

// Comparable reports whether v can be compared without a panic.
func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return false
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		if !v.static().Comparable() {
			return false
		}
		for i := range v.Len() {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	case Func, Map, Slice:
		return false
	}
	return true
}

// held is what an interface holds; any other value is itself.
func (v Value) held() Value {
	if v.Kind() != Interface {
		return v
	}
	return v.Elem()
}

// Equal reports whether v == u; values of types that cannot be compared panic.
func (v Value) Equal(u Value) bool {
	v, u = v.held(), u.held()
	switch {
	case !v.IsValid() || !u.IsValid():
		return !v.IsValid() && !u.IsValid()
	case v.Type() != u.Type():
		return false
	}
	switch v.Kind() {
	case Func, Map, Slice:
		panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
	}
	if !v.Comparable() {
		// The first part that cannot be compared is named.
		switch v.Kind() {
		case Array:
			for i := range v.Len() {
				if !v.Index(i).Equal(u.Index(i)) {
					return false
				}
			}
		case Struct:
			for i := range v.NumField() {
				if !v.Field(i).Equal(u.Field(i)) {
					return false
				}
			}
		}
		return true
	}
	return v.any() == u.any()
}

// SliceHeader is a slice's parts as numbers.
//
// Deprecated: unsafe.Slice and unsafe.SliceData need no such struct.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// StringHeader is a string's parts as numbers.
//
// Deprecated: unsafe.String and unsafe.StringData need no such struct.
type StringHeader struct {
	Data uintptr
	Len  int
}

// itoa is short for the messages.
func itoa(n int) string { return strconv.Itoa(n) }
