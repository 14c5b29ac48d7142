package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"
	"unsafe"
)

type link struct {
	to *link
	n  int
}

type other struct {
	n  int
	to *link
}

func try(name string, f func()) {
	defer func() {
		r := recover()
		var re runtime.Error
		if err, ok := r.(error); ok && errors.As(err, &re) {
			fmt.Println(name+":", err)
			return
		}
		fmt.Println(name, "went on")
	}()
	f()
}

func main() {
	l := &link{n: 1}
	l.to = l
	p := unsafe.Pointer(l)
	try("a pointer as a number", func() { *(*uintptr)(p) = 1 })
	try("another struct", func() { (*other)(p).n = 1 })
	try("the second word", func() { *(*int)(unsafe.Add(p, 8)) = 5 })
	try("a number as a pointer", func() { *(**link)(unsafe.Add(p, 8)) = l })
	try("past the end", func() { *(*int)(unsafe.Add(p, 16)) = 5 })
	try("far away", func() { p = unsafe.Add(p, 1<<20) })
	try("before", func() { p = unsafe.Add(p, -8) })
	try("a longer array", func() { (*[4]link)(p)[3].n = 1 })
	try("a span over a pointer", func() { unsafe.Slice(&l.to, 2)[1] = l })
	try("a span of numbers", func() { unsafe.Slice(&l.n, 1)[0] = 6 })
	try("an odd address", func() {
		var u [2]uint64
		*(*uint64)(unsafe.Add(unsafe.Pointer(&u), 3)) = 1
	})
	var cell *link
	try("another pointer stored", func() {
		atomic.StorePointer((*unsafe.Pointer)(unsafe.Pointer(&cell)), unsafe.Pointer(new(int)))
	})
	s := "text"
	q := unsafe.Pointer(&s)
	try("a length", func() { *(*int)(unsafe.Add(q, 8)) = 1000 })
	fmt.Println(l.n, l.to == l, cell == nil, len(s))
}

// NoGo: Go takes memory for whatever a conversion says
// Output:
// a pointer as a number: runtime error: golite does not support this conversion of unsafe.Pointer: no uintptr lies there
// another struct: runtime error: golite does not support this conversion of unsafe.Pointer: no main.other lies there
// the second word went on
// a number as a pointer: runtime error: golite does not support this conversion of unsafe.Pointer: no *main.link lies there
// past the end: runtime error: golite does not support this conversion of unsafe.Pointer: no int lies there
// far away: runtime error: golite does not support unsafe.Pointer arithmetic that leaves the object
// before: runtime error: golite does not support unsafe.Pointer arithmetic that leaves the object
// a longer array: runtime error: golite does not support this conversion of unsafe.Pointer: no [4]main.link lies there
// a span over a pointer: runtime error: unsafe.Slice: len out of range
// a span of numbers went on
// an odd address: runtime error: golite does not support this conversion of unsafe.Pointer: no uint64 lies there
// another pointer stored: runtime error: golite does not support this conversion of unsafe.Pointer: no main.link lies there
// a length: runtime error: golite does not support this conversion of unsafe.Pointer: no int lies there
// 6 true true 4
