// Slices, arrays and strings through reflection.
package main

import (
	"fmt"
	"reflect"
)

type point struct{ X, Y int }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s := []int{1, 2, 3, 4, 5}
	v := reflect.ValueOf(s)
	v.Index(0).SetInt(10)
	fmt.Println(s, v.Len(), v.Cap(), v.Index(4), v.Slice(1, 3), v.Slice3(0, 1, 2).Cap())
	v = reflect.Append(v, reflect.ValueOf(6), reflect.ValueOf(7))
	v = reflect.AppendSlice(v, reflect.ValueOf([]int{8, 9}))
	fmt.Println(v, v.Len(), s)
	ps := reflect.MakeSlice(reflect.TypeOf([]point{}), 2, 5)
	ps.Index(1).Field(0).SetInt(3)
	ps.Index(0).Set(reflect.ValueOf(point{1, 2}))
	fmt.Println(ps, ps.Cap())
	ps = reflect.Append(ps, reflect.ValueOf(point{7, 8}))
	fmt.Println(ps.Interface().([]point)[2].Y)

	arr := [4]string{"a", "b", "c", "d"}
	av := reflect.ValueOf(&arr).Elem()
	sl := av.Slice(1, 3)
	sl.Index(0).SetString("B")
	fmt.Println(arr, sl.Len(), sl.Cap(), sl.Type(), reflect.ValueOf(arr).Index(1))
	fmt.Println(reflect.ValueOf(&arr).Len(), reflect.ValueOf(&arr).Cap())

	str := reflect.ValueOf("héllo")
	fmt.Println(str.Len(), str.Index(1), str.Index(1).Type(), str.Slice(3, 6))

	dst := make([]byte, 4)
	fmt.Println(reflect.Copy(reflect.ValueOf(dst), reflect.ValueOf("abcdef")), string(dst))
	fmt.Println(reflect.Copy(av, reflect.ValueOf([]string{"1", "2"})), arr)
	over := []int{1, 2, 3, 4, 5}
	ov := reflect.ValueOf(over)
	fmt.Println(reflect.Copy(ov.Slice(1, 5), ov), over)

	swap := reflect.Swapper(over)
	swap(0, 4)
	fmt.Println(over)
	names := []string{"x", "y", "z"}
	reflect.Swapper(names)(0, 2)
	fmt.Println(names)

	fmt.Println(string(reflect.ValueOf([]byte("bytes")).Bytes()), reflect.ValueOf(&[3]byte{1, 2, 3}).Elem().Bytes())
	anys := []any{1, "two", nil, 3.0}
	for i := range anys {
		e := reflect.ValueOf(anys).Index(i)
		fmt.Print(e.Kind(), " ", e.IsNil(), " ", e.Elem().IsValid(), "; ")
	}
	fmt.Println()
	var none []int
	fmt.Println(reflect.ValueOf(none).IsNil(), reflect.ValueOf([]int{}).IsNil(), reflect.Append(reflect.ValueOf(none), reflect.ValueOf(1)))
	nested := [][]float64{{1}, {2, 3}}
	fmt.Println(reflect.ValueOf(nested).Index(1).Index(1))
	bools := reflect.ValueOf([]bool{true, false})
	bools.Index(1).SetBool(true)
	fmt.Println(bools)

	try(func() { v.Index(100) })
	try(func() { reflect.ValueOf(arr).Index(-1) })
	try(func() { str.Index(6) })
	try(func() { reflect.ValueOf(arr).Slice(0, 1) })
	try(func() { v.Slice(3, 2) })
	try(func() { str.Slice(0, 10) })
	try(func() { v.Slice3(0, 2, 1) })
	try(func() { reflect.ValueOf(1).Len() })
	try(func() { new := 1; reflect.ValueOf(&new).Len() })
	try(func() { reflect.MakeSlice(reflect.TypeOf(1), 0, 0) })
	try(func() { reflect.MakeSlice(reflect.TypeOf(s), 2, 1) })
	try(func() { reflect.MakeSlice(reflect.TypeOf(s), -1, 1) })
	try(func() { reflect.Append(reflect.ValueOf(s), reflect.ValueOf("x")) })
	try(func() { reflect.AppendSlice(reflect.ValueOf(s), reflect.ValueOf([]string{})) })
	try(func() { swap(0, 5) })
	try(func() { reflect.Swapper(1) })
	try(func() { reflect.ValueOf([]int{}).Bytes() })
	try(func() { reflect.ValueOf([3]byte{}).Bytes() })
	try(func() { reflect.Copy(reflect.ValueOf(s), reflect.ValueOf([]string{})) })
	try(func() { reflect.ValueOf(&none).Elem().SetLen(1) })
	try(func() { reflect.ValueOf(&none).Elem().Grow(-1) })
}

// Output:
// [10 2 3 4 5] 5 5 5 [2 3] 2
// [10 2 3 4 5 6 7 8 9] 9 [10 2 3 4 5]
// [{1 2} {3 0}] 5
// 8
// [a B c d] 2 3 []string B
// 4 4
// 6 195 uint8 llo
// 4 abcd
// 2 [1 2 c d]
// 4 [1 1 2 3 4]
// [4 1 2 3 1]
// [z y x]
// bytes [1 2 3]
// interface false true; interface false true; interface true false; interface false true;
// true false [1]
// 3
// [true true]
// reflect: slice index out of range
// reflect: array index out of range
// reflect: string index out of range
// reflect.Value.Slice: slice of unaddressable array
// reflect.Value.Slice: slice index out of bounds
// reflect.Value.Slice: string slice index out of bounds
// reflect.Value.Slice3: slice index out of bounds
// reflect: call of reflect.Value.Len on int Value
// reflect: call of reflect.Value.Len on ptr to non-array Value
// reflect.MakeSlice of non-slice type
// reflect.MakeSlice: len > cap
// reflect.MakeSlice: negative len
// reflect.Set: value of type string is not assignable to type int
// reflect.AppendSlice: int != string
// runtime error: index out of range [5] with length 5
// reflect: call of Swapper on int Value
// reflect.Value.Bytes of non-byte slice
// reflect.Value.Bytes of unaddressable byte array
// reflect.Copy: int != string
// reflect: slice length out of range in SetLen
// reflect.Value.Grow: negative len
