package main

import (
	"fmt"
	"unsafe"
)

type A struct {
	a bool
	b int64
	c bool
	d int32
	e string
	f []byte
	g any
	h [3]int16
	i func()
	j map[string]int
	k complex64
	l struct{}
}
type B struct {
	x byte
	A
	y *int
}
type Z struct {
	a int32
	z struct{}
}

func size[T any]() (uintptr, uintptr) { var x T; return unsafe.Sizeof(x), unsafe.Alignof(x) }

const K = unsafe.Sizeof(A{})

var arr [unsafe.Sizeof(int32(0))]int

func main() {
	var a A
	var b B
	fmt.Println(unsafe.Sizeof(a), unsafe.Alignof(a), unsafe.Offsetof(a.b), unsafe.Offsetof(a.c), unsafe.Offsetof(a.d), unsafe.Offsetof(a.e), unsafe.Offsetof(a.f), unsafe.Offsetof(a.g), unsafe.Offsetof(a.h), unsafe.Offsetof(a.i), unsafe.Offsetof(a.j), unsafe.Offsetof(a.k), unsafe.Offsetof(a.l))
	fmt.Println(unsafe.Sizeof(b), unsafe.Offsetof(b.A), unsafe.Offsetof(b.y), unsafe.Offsetof(b.e), unsafe.Sizeof(Z{}), K, len(arr))
	fmt.Println(unsafe.Alignof(a.h), unsafe.Alignof(a.a), unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(any(1)), unsafe.Sizeof([0]int{}), unsafe.Sizeof(struct{}{}), unsafe.Sizeof(1i), unsafe.Sizeof('a'), unsafe.Sizeof(1.0), unsafe.Sizeof(uintptr(1)))
	fmt.Println(size[int8]())
	fmt.Println(size[A]())
	fmt.Println(size[[5]Z]())
	bs := []byte("hello")
	s := unsafe.String(&bs[0], len(bs))
	fmt.Println(s, unsafe.String(unsafe.SliceData(bs), 3), string(unsafe.Slice(unsafe.StringData("world"), 5)))
	sl := unsafe.Slice(&bs[1], 3)
	sl[0] = 'E'
	fmt.Println(string(bs), len(sl), cap(sl))
	fmt.Println(unsafe.Slice((*byte)(nil), 0) == nil, unsafe.String(nil, 0) == "")
	try := func(f func()) {
		defer func() { fmt.Println(recover()) }()
		f()
	}
	n := -1
	try(func() { _ = unsafe.Slice(&bs[0], n) })
	try(func() { _ = unsafe.String(&bs[0], n) })
	n = 3
	try(func() { _ = unsafe.Slice((*byte)(nil), n) })
	try(func() { _ = unsafe.String(nil, n) })
	fmt.Println(unsafe.StringData("") == nil, unsafe.SliceData([]byte(nil)) == nil, *unsafe.StringData("x"))
}

// Output:
// 120 8 8 16 20 24 40 64 80 88 96 104 112
// 136 8 128 32 8 120 4
// 2 1 16 24 16 0 0 16 4 8 8
// 1 1
// 120 8
// 40 4
// hello hel world
// hEllo 3 3
// true true
// runtime error: unsafe.Slice: len out of range
// runtime error: unsafe.String: len out of range
// runtime error: unsafe.Slice: ptr is nil and len is not zero
// runtime error: unsafe.String: ptr is nil and len is not zero
// true true 120
