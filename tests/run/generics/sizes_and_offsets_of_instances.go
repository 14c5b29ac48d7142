package main

import (
	"fmt"
	"unsafe"
)

// Sizes, alignments and offsets that depend on type parameters are known when the program runs, not before.

type two[T any] struct{ a, b T }

type mixed[T any] struct {
	head T
	n    int32
	two[T]
	tail two[T]
}

type sizes struct{ size, align, n, promoted, tail uintptr }

func measure[T any]() sizes {
	var m mixed[T]
	return sizes{
		unsafe.Sizeof(m), unsafe.Alignof(m.tail), unsafe.Offsetof(m.n),
		unsafe.Offsetof(m.b), unsafe.Offsetof((&m).tail),
	}
}

func (m *mixed[T]) inner() (uintptr, uintptr) {
	return unsafe.Offsetof(m.tail.b), unsafe.Offsetof(m.two.b)
}

func table[T any]() [4]uintptr {
	var (
		array  [3]T
		strct  struct{ x, y T }
		fn     func(T)
		slices []T
	)
	return [...]uintptr{unsafe.Sizeof(array), unsafe.Sizeof(strct), unsafe.Sizeof(fn), unsafe.Sizeof(slices)}
}

// With sizes that are constants a declaration may use them.
const fixed = unsafe.Sizeof(two[int16]{}) + unsafe.Offsetof(mixed[int64]{}.n)

func main() {
	fmt.Println(measure[bool]())
	fmt.Println(measure[int16]())
	fmt.Println(measure[float64]())
	fmt.Println(measure[string]())
	fmt.Println(measure[[3]byte]())
	fmt.Println(measure[struct{}]())
	fmt.Println(new(mixed[any]).inner())
	fmt.Println(table[byte](), table[two[string]](), table[struct{}]())
	fmt.Println(fixed, len([fixed]int{}))
}

// Output:
// {12 1 4 9 10}
// {16 2 4 10 12}
// {48 8 8 24 32}
// {88 8 16 40 56}
// {20 1 4 11 14}
// {8 1 0 4 4}
// 16 16
// [3 2 8 24] [96 64 8 24] [0 0 8 24]
// 12 12
