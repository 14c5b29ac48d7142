package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"
)

// Typed atomics: old and new values, wrapping, And and Or, pointers, Value's rules, and a lock-free stack and counter.

type node struct {
	v    int
	next *node
}

type stack struct {
	head atomic.Pointer[node]
	n    atomic.Int32
}

func (s *stack) push(v int) {
	n := &node{v: v}
	for {
		n.next = s.head.Load()
		if s.head.CompareAndSwap(n.next, n) {
			s.n.Add(1)
			return
		}
	}
}

func (s *stack) pop() (int, bool) {
	for {
		top := s.head.Load()
		if top == nil {
			return 0, false
		}
		if s.head.CompareAndSwap(top, top.next) {
			s.n.Add(-1)
			return top.v, true
		}
	}
}

func catch(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return
}

func main() {
	var i32 atomic.Int32
	var u32 atomic.Uint32
	var i64 atomic.Int64
	var u64 atomic.Uint64
	var up atomic.Uintptr
	i32.Store(1<<31 - 1)
	fmt.Println(i32.Add(1), u32.Add(^uint32(0)), i64.Add(-1<<63), u64.Add(^uint64(0)), up.Add(3))
	fmt.Println(u32.And(0xF0), u32.Or(0x0F), u32.Load(), i32.And(-1), i32.Or(1), i32.Load())
	fmt.Println(u64.Swap(5), u64.CompareAndSwap(5, 6), u64.CompareAndSwap(5, 7), u64.Load())
	fmt.Println(atomic.AndInt64(new(int64), 1), atomic.OrUint32(new(uint32), 2))

	var b atomic.Bool
	fmt.Println(b.Swap(true), b.CompareAndSwap(true, false), b.Load())

	var p atomic.Pointer[node]
	a := &node{v: 1}
	fmt.Println(p.Load() == nil, p.Swap(a) == nil, p.CompareAndSwap(nil, a), p.Load().v)

	var v atomic.Value
	fmt.Println(v.Load())
	v.Store([]int{1})
	fmt.Println(catch(func() { v.Store("other") }))
	fmt.Println(catch(func() { v.Store(nil) }))
	fmt.Println(catch(func() { v.Swap(1) }))
	fmt.Println(catch(func() { v.CompareAndSwap([]int{1}, []int{2}) }))
	fmt.Println(v.Load())
	var w atomic.Value
	fmt.Println(w.CompareAndSwap(nil, 1), w.CompareAndSwap(1, 2), w.CompareAndSwap(1, 3), w.Swap(4), w.Load())

	var s stack
	var wg sync.WaitGroup
	var sum atomic.Int64
	for k := range 8 {
		wg.Go(func() {
			for j := range 200 {
				s.push(k*200 + j)
				if v, ok := s.pop(); ok {
					sum.Add(int64(v))
				}
			}
		})
	}
	wg.Wait()
	for {
		v, ok := s.pop()
		if !ok {
			break
		}
		sum.Add(int64(v))
	}
	fmt.Println(sum.Load(), s.n.Load())

	var max atomic.Int64
	for k := range 8 {
		wg.Go(func() {
			for j := range int64(100) {
				for old := max.Load(); j*int64(k+1) > old && !max.CompareAndSwap(old, j*int64(k+1)); old = max.Load() {
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(max.Load(), unsafe.Sizeof(b), unsafe.Sizeof(i64), unsafe.Sizeof(p))
}

// Output:
// -2147483648 4294967295 -9223372036854775808 18446744073709551615 3
// 4294967295 240 255 -2147483648 -2147483648 -2147483647
// 18446744073709551615 true false 6
// 0 0
// false true false
// true true false 1
// <nil>
// sync/atomic: store of inconsistently typed value into Value
// sync/atomic: store of nil value into Value
// sync/atomic: swap of inconsistently typed value into Value
// runtime error: comparing uncomparable type []int
// [1]
// true true false 2 4
// 1279200 0
// 792 4 8 8
