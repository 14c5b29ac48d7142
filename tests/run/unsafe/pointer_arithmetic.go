package main

import (
	"fmt"
	"unsafe"
)

type Record struct {
	flag  bool
	small int32
	list  []int
	name  string
	any   any
	last  int64
}

type pair[K, V any] struct {
	key K
	val V
}

func valueOffset[K, V any]() uintptr {
	var p pair[K, V]
	return unsafe.Offsetof(p.val)
}

func at[T any](base unsafe.Pointer, i int) *T {
	var zero T
	return (*T)(unsafe.Add(base, uintptr(i)*unsafe.Sizeof(zero)))
}

var global = Record{name: "global", last: 9}

func main() {
	ints := [5]int{10, 20, 30, 40, 50}
	p := unsafe.Pointer(&ints[0])
	for i := range ints {
		*(*int)(unsafe.Pointer(uintptr(p) + uintptr(i)*unsafe.Sizeof(ints[0])))++
	}
	fmt.Println(ints, *(*int)(unsafe.Add(p, 16)), *at[int](p, 4))
	end := unsafe.Pointer(&ints[4])
	fmt.Println(*(*int)(unsafe.Pointer(uintptr(end) - 3*8)), uintptr(end)-uintptr(p))

	// Fields by their offsets, which are Go's.
	r := &Record{true, 5, []int{1, 2, 3}, "name", 3.5, 77}
	q := unsafe.Pointer(r)
	fmt.Println(*(*int32)(unsafe.Pointer(uintptr(q) + unsafe.Offsetof(r.small))))
	list := (*[]int)(unsafe.Add(q, unsafe.Offsetof(r.list)))
	*list = append(*list, 4)
	*(*string)(unsafe.Add(q, unsafe.Offsetof(r.name))) = "renamed"
	fmt.Println(r.list, r.name, *(*any)(unsafe.Add(q, unsafe.Offsetof(r.any))), *(*int64)(unsafe.Add(q, unsafe.Offsetof(r.last))))
	last := unsafe.Pointer(&r.last)
	back := (*Record)(unsafe.Pointer(uintptr(last) - unsafe.Offsetof(r.last)))
	fmt.Println(back == r, uintptr(last)-uintptr(unsafe.Pointer(&r.list)) > 0)
	g := unsafe.Pointer(&global)
	fmt.Println(*(*string)(unsafe.Add(g, unsafe.Offsetof(global.name))), *(*int64)(unsafe.Add(g, unsafe.Offsetof(global.last))))

	// Elements that are no words.
	words := []string{"a", "b", "c"}
	fmt.Println(*at[string](unsafe.Pointer(&words[0]), 2), unsafe.Slice(at[string](unsafe.Pointer(unsafe.SliceData(words)), 1), 2))
	rows := [][]int{{1}, {2, 2}, {3}}
	fmt.Println(*at[[]int](unsafe.Pointer(&rows[0]), 1), len(*at[[]int](unsafe.Pointer(&rows[0]), 2)))
	records := []Record{{last: 1}, {last: 2, name: "second"}}
	fmt.Println(at[Record](unsafe.Pointer(&records[0]), 1).name)
	fmt.Println(valueOffset[bool, int64](), valueOffset[string, byte](), valueOffset[[]int, any]())
	bs := []byte("bytes")
	fmt.Println(unsafe.String((*byte)(unsafe.Add(unsafe.Pointer(&bs[0]), 1)), 3))
	aligned := unsafe.Pointer(uintptr(unsafe.Add(p, 13)) &^ 7)
	fmt.Println(*(*int)(aligned))
}

// Output:
// [11 21 31 41 51] 31 51
// 21 32
// 5
// [1 2 3 4] renamed 3.5 77
// true true
// global 9
// c [b c]
// [2 2] 1
// second
// 8 16 24
// yte
// 21
