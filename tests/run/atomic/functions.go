package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type stats struct {
	hits  int64
	flags uint32
}

func main() {
	var s stats
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Go(func() {
			for range 20 {
				atomic.AddInt64(&s.hits, 1)
			}
			atomic.OrUint32(&s.flags, 1<<(i%32))
		})
	}
	wg.Wait()
	fmt.Println(atomic.LoadInt64(&s.hits), s.flags == 1<<32-1)
	var n int32 = 5
	fmt.Println(atomic.CompareAndSwapInt32(&n, 5, 6), atomic.CompareAndSwapInt32(&n, 5, 7), n)
	fmt.Println(atomic.SwapInt32(&n, 10), atomic.AddInt32(&n, -3))
	var u uint64
	fmt.Println(atomic.AddUint64(&u, ^uint64(0)), atomic.SwapUint64(&u, 3))
	atomic.StoreUint64(&u, 8)
	fmt.Println(atomic.LoadUint64(&u))
	arr := []int32{1, 2}
	atomic.AddInt32(&arr[1], 40)
	fmt.Println(arr)
}

// Output:
// 1000 true
// true false 6
// 6 7
// 18446744073709551615 18446744073709551615
// 8
// [1 42]
