// Variables are set through reflection; what is no variable, or private, is not.
package main

import (
	"fmt"
	"reflect"
)

type Level uint8

type Box struct {
	I   int32
	U   Level
	F   float32
	C   complex64
	S   string
	B   []byte
	L   []string
	P   *int
	M   map[string]int
	E   error
	A   any
	Arr [3]int16
	Big [20]int
	Fn  func() int
	hid int
}

type myErr string

func (e myErr) Error() string { return string(e) }

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what+":", r)
		}
	}()
	f()
}

func main() {
	var b Box
	v := reflect.ValueOf(&b).Elem()
	v.FieldByName("I").SetInt(1 << 33) // the low bits
	v.FieldByName("U").SetUint(200)
	v.FieldByName("F").SetFloat(0.1)
	v.FieldByName("C").SetComplex(1 + 2i)
	v.FieldByName("S").SetString("str")
	v.FieldByName("B").SetBytes([]byte("bytes"))
	v.FieldByName("L").Set(reflect.ValueOf([]string{"a", "b"}))
	n := 7
	v.FieldByName("P").Set(reflect.ValueOf(&n))
	v.FieldByName("M").Set(reflect.ValueOf(map[string]int{"k": 1}))
	v.FieldByName("E").Set(reflect.ValueOf(myErr("bad")))
	v.FieldByName("A").Set(reflect.ValueOf(3.5))
	v.FieldByName("Arr").Index(1).SetInt(9)
	v.FieldByName("Big").Index(19).SetInt(19)
	v.FieldByName("Fn").Set(reflect.ValueOf(func() int { return 99 }))
	fmt.Println(b.I, b.U, b.F, b.C, b.S, string(b.B), b.L, *b.P, b.M, b.E, b.A, b.Arr, b.Big[19], b.Fn())

	v.FieldByName("P").Elem().SetInt(8)
	v.FieldByName("L").Index(0).SetString("z")
	v.FieldByName("A").Set(reflect.ValueOf("text"))
	v.FieldByName("E").SetZero()
	fmt.Println(n, b.L, b.A, b.E)
	fmt.Println(v.FieldByName("A").Kind(), v.FieldByName("A").Elem().Kind(), v.FieldByName("E").IsNil(), v.FieldByName("E").Type())

	x := v.FieldByName("Big").Interface().([20]int)
	v.FieldByName("Big").Index(0).SetInt(5)
	fmt.Println(x[0], b.Big[0])

	l := v.FieldByName("L")
	l.Grow(10)
	l.SetLen(3)
	l.Index(2).SetString("c")
	l.SetCap(3)
	fmt.Println(b.L, len(b.L), cap(b.L))
	l.Clear()
	v.FieldByName("M").Clear()
	fmt.Printf("%q %v\n", b.L, b.M)
	v.SetZero()
	fmt.Println(v.IsZero(), b.L == nil)

	p := v.FieldByName("I").Addr().Interface().(*int32)
	*p = 77
	fmt.Println(b.I, v.Field(0).CanAddr(), reflect.ValueOf(b).Field(0).CanAddr())

	var a any = 1
	av := reflect.ValueOf(&a).Elem()
	av.Set(reflect.ValueOf("now a string"))
	fmt.Println(a, av.Kind(), av.Elem().Kind(), av.NumMethod())

	try("unaddressable", func() { reflect.ValueOf(3).SetInt(4) })
	try("unexported", func() { v.FieldByName("hid").SetInt(1) })
	try("kind", func() { v.FieldByName("S").SetInt(1) })
	try("zero", func() { reflect.Value{}.SetInt(1) })
	try("assign", func() { v.FieldByName("I").Set(reflect.ValueOf("x")) })
	try("assign iface", func() { v.FieldByName("E").Set(reflect.ValueOf("x")) })
	try("interface", func() { _ = v.FieldByName("hid").Interface() })
	try("bytes", func() { v.FieldByName("L").SetBytes(nil) })
	try("len", func() { v.FieldByName("L").SetLen(1) })
	try("addr", func() { reflect.ValueOf(3).Addr() })
	try("nil", func() { reflect.ValueOf((*Box)(nil)).Elem().Field(0) })
	try("clear", func() { reflect.ValueOf(3).Clear() })
	try("bool", func() { v.FieldByName("S").SetBool(true) })
	try("unaddressable set", func() { reflect.ValueOf(b).Field(4).SetString("x") })
}

// Output:
// 0 200 0.1 (1+2i) str bytes [a b] 7 map[k:1] bad 3.5 [0 9 0] 19 99
// 8 [z b] text <nil>
// interface string true error
// 0 5
// [z b c] 3 3
// ["" "" ""] map[]
// true true
// 77 true false
// now a string interface string 0
// unaddressable: reflect: reflect.Value.SetInt using unaddressable value
// unexported: reflect: reflect.Value.SetInt using value obtained using unexported field
// kind: reflect: call of reflect.Value.SetInt on string Value
// zero: reflect: call of reflect.Value.SetInt on zero Value
// assign: reflect.Set: value of type string is not assignable to type int32
// assign iface: reflect.Set: value of type string is not assignable to type error
// interface: reflect.Value.Interface: cannot return value obtained from unexported field or method
// bytes: reflect.Value.SetBytes of non-byte slice
// len: reflect: slice length out of range in SetLen
// addr: reflect.Value.Addr of unaddressable value
// nil: reflect: call of reflect.Value.Field on zero Value
// clear: reflect: call of reflect.Value.Clear on int Value
// bool: reflect: call of reflect.Value.SetBool on string Value
// unaddressable set: reflect: reflect.Value.SetString using unaddressable value
