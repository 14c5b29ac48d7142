package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"
)

type node struct {
	value int
	next  unsafe.Pointer // *node
}

// stack is Treiber's, with unsafe pointers.
type stack struct{ head unsafe.Pointer }

func (s *stack) push(v int) {
	n := &node{value: v}
	for {
		n.next = atomic.LoadPointer(&s.head)
		if atomic.CompareAndSwapPointer(&s.head, n.next, unsafe.Pointer(n)) {
			return
		}
	}
}

func (s *stack) pop() (int, bool) {
	for {
		head := atomic.LoadPointer(&s.head)
		if head == nil {
			return 0, false
		}
		n := (*node)(head)
		if atomic.CompareAndSwapPointer(&s.head, head, atomic.LoadPointer(&n.next)) {
			return n.value, true
		}
	}
}

type config struct{ version int }

type server struct{ current *config }

func (s *server) swap(c *config) *config {
	return (*config)(atomic.SwapPointer((*unsafe.Pointer)(unsafe.Pointer(&s.current)), unsafe.Pointer(c)))
}

func main() {
	var s stack
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 100 {
				s.push(g*100 + i)
			}
		})
	}
	wg.Wait()
	sum, count := 0, 0
	for {
		v, ok := s.pop()
		if !ok {
			break
		}
		sum += v
		count++
	}
	fmt.Println(count, sum)

	srv := &server{&config{1}}
	old := srv.swap(&config{2})
	fmt.Println(old.version, srv.current.version)
	fmt.Println((*config)(atomic.LoadPointer((*unsafe.Pointer)(unsafe.Pointer(&srv.current)))).version)
	fmt.Println(atomic.CompareAndSwapPointer((*unsafe.Pointer)(unsafe.Pointer(&srv.current)), unsafe.Pointer(old), nil), srv.current != nil)
	atomic.StorePointer((*unsafe.Pointer)(unsafe.Pointer(&srv.current)), nil)
	fmt.Println(srv.current == nil, srv.swap(old) == nil)

	// An unsafe.Pointer in maps, interfaces and comparisons.
	a, b := new(int), new(int)
	seen := map[unsafe.Pointer]string{unsafe.Pointer(a): "a", unsafe.Pointer(b): "b"}
	var x any = unsafe.Pointer(a)
	p, ok := x.(unsafe.Pointer)
	fmt.Println(seen[unsafe.Pointer(b)], len(seen), ok, p == unsafe.Pointer(a), (*int)(p) == a)
}

// Output:
// 400 79800
// 1 2
// 2
// false true
// true true
// b 2 true true true
