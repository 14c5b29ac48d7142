package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type config struct{ v int }

func main() {
	var i32 atomic.Int32
	var i64 atomic.Int64
	var u32 atomic.Uint32
	var u64 atomic.Uint64
	var b atomic.Bool
	var p atomic.Pointer[config]
	var v atomic.Value
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Go(func() {
			i32.Add(1)
			i64.Add(-int64(i))
			u32.Add(^uint32(0))
			for {
				old := u64.Load()
				if u64.CompareAndSwap(old, old+2) {
					break
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(i32.Load(), i64.Load(), u32.Load(), u64.Load())
	fmt.Println(b.Swap(true), b.Load(), b.CompareAndSwap(false, true))
	fmt.Println(p.Load() == nil)
	c := &config{1}
	p.Store(c)
	fmt.Println(p.Load().v, p.CompareAndSwap(c, &config{2}), p.Load().v, p.Swap(nil).v)
	fmt.Println(v.Load())
	v.Store("s")
	fmt.Println(v.Load(), v.Swap("t"), v.CompareAndSwap("t", "u"), v.Load())
	fmt.Println(i32.And(6), i32.Or(9), i32.Load())
	defer func() { fmt.Println(recover()) }()
	v.Store(1)
}

// Output:
// 100 -4950 4294967196 200
// false true false
// true
// 1 true 2 2
// <nil>
// s s true u
// 100 4 13
// sync/atomic: store of inconsistently typed value into Value
