// Values of every kind are read; wrong kinds panic with the method's name.
package main

import (
	"fmt"
	"math"
	"reflect"
)

type E struct {
	a int
	B any
	c []int
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	for _, x := range []any{true, -5, int8(-5), uint16(7), uintptr(9), float32(0.5), 2.5, complex64(1 + 2i), 3i, "str"} {
		v := reflect.ValueOf(x)
		switch {
		case v.Kind() == reflect.Bool:
			fmt.Println(v.Bool())
		case v.CanInt():
			fmt.Println(v.Int())
		case v.CanUint():
			fmt.Println(v.Uint())
		case v.CanFloat():
			fmt.Println(v.Float())
		case v.CanComplex():
			fmt.Println(v.Complex())
		default:
			fmt.Println(v.String())
		}
	}
	fmt.Println(reflect.ValueOf(1).String(), reflect.Value{}.String(), reflect.ValueOf(E{}).String(), reflect.Value{}.IsValid(), reflect.Value{}.Kind())
	for _, x := range []any{0, 1, "", "x", 0.0, math.Copysign(0, -1), []int(nil), []int{}, E{}, E{B: 1}, [3]int{}, [3]int{1}, (*int)(nil), 0i, false, map[int]int(nil), struct{}{}} {
		fmt.Print(reflect.ValueOf(x).IsZero(), " ")
	}
	fmt.Println()
	e := E{1, "b", []int{1}}
	v := reflect.ValueOf(e)
	fmt.Println(v.Field(1).Kind(), v.Field(1).Elem().Kind(), v.Field(1).Elem(), v.Field(1).CanSet(), v.Field(0).CanInterface())
	var nilAny any
	iv := reflect.ValueOf(&nilAny).Elem()
	fmt.Println(iv.IsValid(), iv.Kind(), iv.IsNil(), iv.Elem().IsValid(), iv.Type(), iv.Interface())
	var np *E
	fmt.Println(reflect.ValueOf(np).IsNil(), reflect.ValueOf(np).Elem().IsValid(), reflect.Indirect(reflect.ValueOf(&e)).Field(0), reflect.Indirect(v).Kind())
	fmt.Println(reflect.Zero(reflect.TypeOf(e)), reflect.Zero(reflect.TypeFor[error]()).IsNil(), reflect.Zero(reflect.TypeOf([9]string{})).Len())
	n := reflect.New(reflect.TypeOf(0))
	n.Elem().SetInt(8)
	fmt.Println(*n.Interface().(*int), n.Type(), n.Elem().CanAddr())

	x, ok := reflect.TypeAssert[string](reflect.ValueOf("s"))
	fmt.Println(x, ok)
	_, ok = reflect.TypeAssert[int](reflect.ValueOf("s"))
	fmt.Println(ok)

	fmt.Println(reflect.ValueOf(1).Comparable(), reflect.ValueOf([]int{}).Comparable(), reflect.ValueOf(e).Comparable(), reflect.ValueOf([1]any{[]int{}}).Comparable())
	fmt.Println(reflect.ValueOf(1).Equal(reflect.ValueOf(1)), reflect.ValueOf(1).Equal(reflect.ValueOf("1")), reflect.ValueOf([2]string{"a"}).Equal(reflect.ValueOf([2]string{"a", ""})))
	fmt.Println(reflect.ValueOf(int8(1)).OverflowInt(200), reflect.ValueOf(float32(1)).OverflowFloat(1e300), reflect.ValueOf(uint8(1)).OverflowUint(255))
	arr := [3]int{1, 2, 3}
	p1, p2 := reflect.ValueOf(&arr[1]), reflect.ValueOf(&arr).Elem().Index(1).Addr()
	fmt.Println(p1.Pointer() == p2.Pointer(), p1.Interface() == p2.Interface(), p1.UnsafePointer() == p2.UnsafePointer())

	var zero reflect.Value
	fmt.Println(zero == reflect.Value{}, reflect.ValueOf([]int{1}) == reflect.Value{})
	f := fmt.Println
	fmt.Println(reflect.ValueOf(f).Kind(), reflect.ValueOf(f).IsNil())

	for i := range reflect.ValueOf(3).Seq() {
		fmt.Print(i, i.Type(), " ")
	}
	for i, c := range reflect.ValueOf("hé").Seq2() {
		fmt.Print(i, c, " ")
	}
	for i, x := range reflect.ValueOf([]string{"a", "b"}).Seq2() {
		fmt.Print(i, x, " ")
	}
	for k, x := range reflect.ValueOf(map[string]int{"k": 1}).Seq2() {
		fmt.Print(k, x, " ")
	}
	gen := func(yield func(int, string) bool) { _ = yield(1, "one") && yield(2, "two") && yield(3, "three") }
	for k, x := range reflect.ValueOf(gen).Seq2() {
		fmt.Print(k, x, " ")
		if k.Int() == 2 {
			break
		}
	}
	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	close(ch)
	for x := range reflect.ValueOf(ch).Seq() {
		fmt.Print(x, " ")
	}
	fmt.Println()

	try(func() { reflect.ValueOf("s").Int() })
	try(func() { reflect.ValueOf(1).Uint() })
	try(func() { reflect.ValueOf(1).Float() })
	try(func() { reflect.ValueOf(1).Complex() })
	try(func() { reflect.ValueOf(1).Bool() })
	try(func() { reflect.ValueOf(1).Bytes() })
	try(func() { reflect.ValueOf(1).IsNil() })
	try(func() { reflect.ValueOf(1).Elem() })
	try(func() { reflect.ValueOf(1).Field(0) })
	try(func() { v.Field(3) })
	try(func() { reflect.ValueOf(1).NumField() })
	try(func() { reflect.ValueOf(1).Index(0) })
	try(func() { reflect.ValueOf(1).Pointer() })
	try(func() { reflect.ValueOf(1).FieldByName("x") })
	try(func() { reflect.Value{}.Type() })
	try(func() { reflect.Value{}.Interface() })
	try(func() { reflect.Value{}.Int() })
	try(func() { reflect.Value{}.IsZero() })
	try(func() { v.Field(0).Interface() })
	try(func() { reflect.Value{}.NumMethod() })
	try(func() { reflect.TypeOf(1).Elem() })
	try(func() { reflect.TypeOf(1).Field(0) })
	try(func() { reflect.TypeOf(1).Key() })
	try(func() { reflect.TypeOf(1).Len() })
	try(func() { reflect.TypeOf(1).NumIn() })
	try(func() { reflect.TypeOf("").Bits() })
	try(func() { reflect.TypeOf(1).Implements(reflect.TypeOf(1)) })
	try(func() { reflect.TypeOf(1).Implements(nil) })
	try(func() { reflect.TypeOf(e).Field(9) })
	try(func() { reflect.TypeOf(1).ChanDir() })
	try(func() { reflect.TypeOf(1).IsVariadic() })
	try(func() { reflect.ValueOf(2.5).Seq() })
	try(func() { reflect.ValueOf([]int{}).Equal(reflect.ValueOf([]int{})) })
	err := &reflect.ValueError{Method: "M", Kind: reflect.Int}
	fmt.Println(err)
}

// Output:
// true
// -5
// -5
// 7
// 9
// 0.5
// 2.5
// (1+2i)
// (0+3i)
// str
// <int Value> <invalid Value> <main.E Value> false invalid
// true false true false true true true false true false true false true true true true true
// interface string b false false
// true interface true false interface {} <nil>
// true false 1 struct
// {0 <nil> []} true 9
// 8 *int true
// s true
// false
// true false false false
// true false true
// true true false
// true true true
// true false
// func false
// 0 int 1 int 2 int 0 104 1 233 0 a 1 b k 1 1 one 2 two 1 2
// reflect: call of reflect.Value.Int on string Value
// reflect: call of reflect.Value.Uint on int Value
// reflect: call of reflect.Value.Float on int Value
// reflect: call of reflect.Value.Complex on int Value
// reflect: call of reflect.Value.Bool on int Value
// reflect: call of reflect.Value.Bytes on int Value
// reflect: call of reflect.Value.IsNil on int Value
// reflect: call of reflect.Value.Elem on int Value
// reflect: call of reflect.Value.Field on int Value
// reflect: Field index out of range
// reflect: call of reflect.Value.NumField on int Value
// reflect: call of reflect.Value.Index on int Value
// reflect: call of reflect.Value.Pointer on int Value
// reflect: call of reflect.Value.FieldByName on int Value
// reflect: call of reflect.Value.Type on zero Value
// reflect: call of reflect.Value.Interface on zero Value
// reflect: call of reflect.Value.Int on zero Value
// reflect: call of reflect.Value.IsZero on zero Value
// reflect.Value.Interface: cannot return value obtained from unexported field or method
// reflect: call of reflect.Value.NumMethod on zero Value
// reflect: Elem of invalid type int
// reflect: Field of non-struct type int
// reflect: Key of non-map type int
// reflect: Len of non-array type int
// reflect: NumIn of non-func type int
// reflect: Bits of non-arithmetic Type string
// reflect: non-interface type passed to Type.Implements
// reflect: nil type passed to Type.Implements
// reflect: Field index out of bounds
// reflect: ChanDir of non-chan type int
// reflect: IsVariadic of non-func type int
// reflect: float64 cannot produce iter.Seq[Value]
// reflect.Value.Equal: values of type []int are not comparable
// reflect: call of M on int Value
