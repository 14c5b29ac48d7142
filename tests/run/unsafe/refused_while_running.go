// NoGo: Go takes memory for whatever a conversion says
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

// Output:
// a pointer as a number went on
// another struct went on
// the second word went on
// a number as a pointer went on
// past the end went on
// far away went on
// before went on
// a longer array went on
// a span over a pointer went on
// a span of numbers went on
// an odd address went on
// another pointer stored went on
// a length went on
// 6 false false 1000
