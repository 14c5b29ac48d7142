// Sizes, alignments and offsets in generic code are those of the instance.
package main

import (
	"fmt"
	"unsafe"
)

type pair[A, B any] struct {
	first  A
	second B
	inner  struct {
		flag bool
		rest B
	}
}

func (p *pair[A, B]) offsets() (second, inner, rest uintptr) {
	return unsafe.Offsetof(p.second), unsafe.Offsetof(p.inner), unsafe.Offsetof(p.inner.rest)
}

func tell[A, B any]() {
	var p pair[A, B]
	fmt.Println(unsafe.Sizeof(p), unsafe.Alignof(p.second), unsafe.Offsetof(p.second))
	fmt.Println(p.offsets())
}

func main() {
	tell[int8, int64]()
	tell[string, byte]()
	tell[[3]int16, struct{}]()
	tell[any, complex128]()
}

// Output:
// 32 8 8
// 8 16 8
// 24 1 16
// 16 17 1
// 8 1 6
// 6 6 1
// 56 8 16
// 16 32 8
