// Package reflect looks at types and values while the program runs: TypeOf and ValueOf begin with any value.
package reflect

import (
	"iter"
	"strconv"
)

// Type describes a Go type. Types are equal by == exactly if they are identical.
// Methods that make no sense for the type's kind panic.
type Type interface {
	// String is the type in Go's notation, with short package names.
	String() string
	// Kind is the kind of the underlying type.
	Kind() Kind
	// Name is the declared name inside its package, "" without one.
	Name() string
	// PkgPath is the import path of the declaring package, "" for predeclared types and those without name.
	PkgPath() string
	// Elem is the element type of an array, channel, map, pointer or slice.
	Elem() Type
	// Key is a map's key type.
	Key() Type
	// Len is an array's length.
	Len() int
	// Align is the alignment of a variable of the type, in bytes.
	Align() int
	// AssignableTo reports whether a value may be assigned to a variable of type u.
	AssignableTo(u Type) bool
	// Bits is the size of a number in bits.
	Bits() int
	// CanSeq reports whether Value.Seq works.
	CanSeq() bool
	// CanSeq2 reports whether Value.Seq2 works.
	CanSeq2() bool
	// ChanDir is a channel's direction.
	ChanDir() ChanDir
	// Comparable reports whether values may be compared; of interfaces that may still panic.
	Comparable() bool
	// ConvertibleTo reports whether a conversion to u exists; one from slice to array may still panic.
	ConvertibleTo(u Type) bool
	// Field is a struct's i'th field.
	Field(i int) StructField
	// FieldAlign is its alignment as a field.
	FieldAlign() int
	// FieldByIndex follows a path of field numbers through embedded structs.
	FieldByIndex(index []int) StructField
	// FieldByName finds a field, promoted ones included.
	FieldByName(name string) (StructField, bool)
	// FieldByNameFunc finds the one field of the least depth whose name matches.
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	// Fields ranges over a struct's fields.
	Fields() iter.Seq[StructField]
	// Implements reports whether the type implements the interface type u.
	Implements(u Type) bool
	// In is a function's i'th parameter.
	In(i int) Type
	// Ins ranges over the parameters.
	Ins() iter.Seq[Type]
	// IsVariadic reports whether the last parameter of a function is a "...".
	IsVariadic() bool
	// Method is the i'th exported method, by name; of an interface type the i'th of all, without Func.
	Method(i int) Method
	// MethodByName finds a method.
	MethodByName(name string) (Method, bool)
	// Methods ranges over the methods that Method gives.
	Methods() iter.Seq[Method]
	// NumField is the number of a struct's fields.
	NumField() int
	// NumIn is the number of a function's parameters.
	NumIn() int
	// NumMethod is the number of methods that Method gives.
	NumMethod() int
	// NumOut is the number of its results.
	NumOut() int
	// Out is its i'th result.
	Out(i int) Type
	// Outs ranges over the results.
	Outs() iter.Seq[Type]
	// OverflowComplex reports whether the complex type cannot hold x.
	OverflowComplex(x complex128) bool
	// OverflowFloat reports whether the floating-point type cannot hold x.
	OverflowFloat(x float64) bool
	// OverflowInt reports whether the integer type cannot hold x.
	OverflowInt(x int64) bool
	// OverflowUint reports whether the unsigned integer type cannot hold x.
	OverflowUint(x uint64) bool
	// Size is the number of bytes a value takes.
	Size() uintptr

	self() *rtype
}

// rtype is what every Type points to: the type's number, in a place of its own.
type rtype struct {
	id uint64
}

// Kind is the sort of a type.
type Kind uint

// The kinds; the zero Kind is that of no type.
const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Ptr is the old name of Pointer.
const Ptr = Pointer

var kindNames = [...]string{
	"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr", "slice", "string",
	"struct", "unsafe.Pointer",
}

// String is the kind's name.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

func (k Kind) signed() bool   { return Int <= k && k <= Int64 }
func (k Kind) unsigned() bool { return Uint <= k && k <= Uintptr }
func (k Kind) float() bool    { return k == Float32 || k == Float64 }
func (k Kind) complex() bool  { return k == Complex64 || k == Complex128 }

var kindBits = [...]int{
	Int: 64, Int8: 8, Int16: 16, Int32: 32, Int64: 64, Uint: 64, Uint8: 8, Uint16: 16, Uint32: 32, Uint64: 64, Uintptr: 64,
	Float32: 32, Float64: 64, Complex64: 64, Complex128: 128,
}

// ChanDir is the direction of a channel type.
type ChanDir int

// Directions.
const (
	RecvDir ChanDir             = 1 << iota // <-chan
	SendDir                                 // chan<-
	BothDir = RecvDir | SendDir             // chan
)

// String is the direction in Go's notation.
func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

// Method describes a method.
type Method struct {
	Name    string
	PkgPath string // only for unexported names
	Type    Type   // with the receiver as first parameter, except in interfaces
	Func    Value  // with the receiver as first argument
	Index   int    // for Type.Method
}

// IsExported reports whether the name is.
func (m Method) IsExported() bool { return m.PkgPath == "" }

// TypeOf is the dynamic type of i, nil for a nil interface.
func TypeOf(i any) Type {
	if t := typeOf(i); t != nil {
		return t
	}
	return nil
}

// TypeFor is the type argument as a Type.
func TypeFor[T any]() Type {
	var p *T
	return typeElem(typeOf(p))
}

// toType wraps a type, nil as nil.
func toType(t *rtype) Type {
	if t == nil {
		return nil
	}
	return t
}

func (t *rtype) self() *rtype { return t }

func (t *rtype) String() string { return typeString(t) }

func (t *rtype) Kind() Kind { return typeKind(t) }

func (t *rtype) Name() string {
	name, _ := typeName(t)
	return name
}

func (t *rtype) PkgPath() string {
	_, pkg := typeName(t)
	return pkg
}

func (t *rtype) Size() uintptr {
	size, _ := typeSize(t)
	return size
}

func (t *rtype) Align() int {
	_, align := typeSize(t)
	return align
}

func (t *rtype) FieldAlign() int { return t.Align() }

// refuse panics unless the type is of kind k, which is called what in the message.
func (t *rtype) refuse(k Kind, method, what string) {
	if typeKind(t) != k {
		panic("reflect: " + method + " of non-" + what + " type " + t.String())
	}
}

func (t *rtype) Bits() int {
	if t == nil {
		panic("reflect: Bits of nil Type")
	}
	k := typeKind(t)
	if k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return kindBits[k]
}

func (t *rtype) Comparable() bool {
	_, ok, _ := typeFacts(t)
	return ok
}

func (t *rtype) ChanDir() ChanDir {
	t.refuse(Chan, "ChanDir", "chan")
	_, _, dir := typeFacts(t)
	return [...]ChanDir{BothDir, SendDir, RecvDir}[dir]
}

func (t *rtype) IsVariadic() bool {
	t.refuse(Func, "IsVariadic", "func")
	v, _, _ := typeFacts(t)
	return v
}

func (t *rtype) Elem() Type {
	switch typeKind(t) {
	case Array, Chan, Map, Pointer, Slice:
		return typeElem(t)
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Key() Type {
	t.refuse(Map, "Key", "map")
	return typeKey(t)
}

func (t *rtype) Len() int {
	t.refuse(Array, "Len", "array")
	n, _, _, _ := typeCounts(t)
	return n
}

func (t *rtype) NumField() int {
	t.refuse(Struct, "NumField", "struct")
	_, n, _, _ := typeCounts(t)
	return n
}

func (t *rtype) NumIn() int {
	t.refuse(Func, "NumIn", "func")
	_, _, n, _ := typeCounts(t)
	return n
}

func (t *rtype) NumOut() int {
	t.refuse(Func, "NumOut", "func")
	_, _, _, n := typeCounts(t)
	return n
}

func (t *rtype) In(i int) Type {
	t.refuse(Func, "In", "func")
	_, _, n, _ := typeCounts(t)
	_ = make([]struct{}, n)[i]
	return typeParam(t, i)
}

func (t *rtype) Out(i int) Type {
	t.refuse(Func, "Out", "func")
	_, _, _, n := typeCounts(t)
	_ = make([]struct{}, n)[i]
	return typeResult(t, i)
}

func (t *rtype) Ins() iter.Seq[Type] {
	t.refuse(Func, "Ins", "func")
	return counted(t.NumIn(), t.In)
}

func (t *rtype) Outs() iter.Seq[Type] {
	t.refuse(Func, "Outs", "func")
	return counted(t.NumOut(), t.Out)
}

// counted ranges over get(0), get(1) and so on.
func counted[T any](n int, get func(int) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := range n {
			if !yield(get(i)) {
				return
			}
		}
	}
}

func (t *rtype) OverflowInt(x int64) bool {
	k := typeKind(t)
	if !k.signed() {
		panic("reflect: OverflowInt of non-int type " + t.String())
	}
	return overflowsInt(k, x)
}

func (t *rtype) OverflowUint(x uint64) bool {
	k := typeKind(t)
	if !k.unsigned() {
		panic("reflect: OverflowUint of non-uint type " + t.String())
	}
	return overflowsUint(k, x)
}

func (t *rtype) OverflowFloat(x float64) bool {
	k := typeKind(t)
	if !k.float() {
		panic("reflect: OverflowFloat of non-float type " + t.String())
	}
	return overflowsFloat(k, x)
}

func (t *rtype) OverflowComplex(x complex128) bool {
	k := typeKind(t)
	if !k.complex() {
		panic("reflect: OverflowComplex of non-complex type " + t.String())
	}
	return overflowsComplex(k, x)
}

func overflowsInt(k Kind, x int64) bool {
	unused := 64 - kindBits[k]
	return x<<unused>>unused != x
}

func overflowsUint(k Kind, x uint64) bool {
	unused := 64 - kindBits[k]
	return x<<unused>>unused != x
}

func overflowsFloat(k Kind, x float64) bool {
	const largest = 3.40282346638528859811704183484516925440e+38
	if k == Float64 {
		return false
	}
	if x < 0 {
		x = -x
	}
	return largest < x && x <= 1.79769313486231570814527423731704356798070e+308
}

func overflowsComplex(k Kind, x complex128) bool {
	return k == Complex64 && (overflowsFloat(Float32, real(x)) || overflowsFloat(Float32, imag(x)))
}

// yields reports whether t is a func(yield func(n values) bool).
func (t *rtype) yields(n int) bool {
	if typeKind(t) != Func {
		return false
	}
	_, _, in, out := typeCounts(t)
	if in != 1 || out != 0 {
		return false
	}
	y := typeParam(t, 0)
	if typeKind(y) != Func {
		return false
	}
	_, _, in, out = typeCounts(y)
	return in == n && out == 1 && typeKind(typeResult(y, 0)) == Bool
}

func (t *rtype) CanSeq() bool {
	switch k := typeKind(t); k {
	case Array, Slice, Chan, String, Map:
		return true
	case Func:
		return t.yields(1)
	case Pointer:
		return typeKind(typeElem(t)) == Array
	default:
		return k.signed() || k.unsigned()
	}
}

func (t *rtype) CanSeq2() bool {
	switch typeKind(t) {
	case Array, Slice, String, Map:
		return true
	case Func:
		return t.yields(2)
	case Pointer:
		return typeKind(typeElem(t)) == Array
	}
	return false
}

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return typeImplements(t, u.self())
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return assignable(t, u.self())
}

// assignable is the rule of assignments for values that are not constants.
func assignable(t, u *rtype) bool {
	if t == u {
		return true
	}
	if typeKind(u) == Interface && typeImplements(t, u) {
		return true
	}
	return sameButForName(t, u)
}

// sameButForName: identical underlying types, one of them without name; or a channel of both directions to one of the same elements.
func sameButForName(t, u *rtype) bool {
	if t == u {
		return true
	}
	if named(t) && named(u) || typeKind(t) != typeKind(u) {
		return false
	}
	if typeKind(t) == Chan && bothWays(t) && typeElem(t) == typeElem(u) {
		return true
	}
	return sameUnder(t, u, true)
}

func bothWays(t *rtype) bool {
	_, _, dir := typeFacts(t)
	return dir == 0
}

func named(t *rtype) bool {
	name, _ := typeName(t)
	return name != ""
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return converter(t, u.self()) != nil
}

func (t *rtype) NumMethod() int { return typeMethods(t) }

func (t *rtype) Method(i int) Method {
	if i < 0 || i >= typeMethods(t) {
		if typeKind(t) == Interface {
			return Method{}
		}
		panic("reflect: Method index out of range")
	}
	m := Method{Index: i}
	m.Name, m.PkgPath = methodName(t, i)
	sig, fn := methodOf(t, i)
	if typeKind(t) == Interface {
		m.Type = toType(sig)
		return m
	}
	_, _, n, r := typeCounts(sig)
	params := []*rtype{t}
	for k := range n {
		params = append(params, typeParam(sig, k))
	}
	var results []*rtype
	for k := range r {
		results = append(results, typeResult(sig, k))
	}
	variadic, _, _ := typeFacts(sig)
	whole := funcOf(params, results, variadic)
	m.Type = whole
	m.Func = madeFromMethod(whole, fn)
	return m
}

func (t *rtype) Methods() iter.Seq[Method] { return counted(t.NumMethod(), t.Method) }

// methodIndex is the number of a method, -1 if there is none of that name to see.
func (t *rtype) methodIndex(name string) int {
	for i := range typeMethods(t) {
		if n, pkg := methodName(t, i); n == name && pkg == "" {
			return i
		}
	}
	return -1
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	if i := t.methodIndex(name); i >= 0 {
		return t.Method(i), true
	}
	return Method{}, false
}
