package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type gate struct {
	mu   sync.Mutex
	cond *sync.Cond
	turn int
}

func main() {
	g := &gate{}
	g.cond = sync.NewCond(&g.mu)
	var wg sync.WaitGroup
	var order []int
	for i := range 6 {
		wg.Go(func() {
			g.mu.Lock()
			defer g.mu.Unlock()
			for g.turn != 5-i {
				g.cond.Wait()
			}
			order = append(order, i)
			g.turn++
			g.cond.Broadcast()
		})
	}
	wg.Wait()
	fmt.Println(order)

	var made atomic.Int32
	pool := sync.Pool{New: func() any { made.Add(1); return new([64]byte) }}
	for range 100 {
		wg.Go(func() {
			b := pool.Get().(*[64]byte)
			b[0]++
			pool.Put(b)
		})
	}
	wg.Wait()
	fmt.Println(made.Load() >= 1, made.Load() <= 100, (&sync.Pool{}).Get() == nil)

	var m sync.Map
	for i := range 10 {
		wg.Go(func() {
			for k := range 20 {
				v, _ := m.LoadOrStore(k, new(atomic.Int32))
				v.(*atomic.Int32).Add(int32(i))
			}
		})
	}
	wg.Wait()
	total, n := int32(0), 0
	m.Range(func(k, v any) bool {
		total += v.(*atomic.Int32).Load()
		n++
		return n < 100
	})
	fmt.Println(total, n)
	_, loaded := m.LoadAndDelete(3)
	_, again := m.Load(3)
	prev, had := m.Swap(3, "x")
	fmt.Println(loaded, again, prev, had, m.CompareAndSwap(3, "x", "y"), m.CompareAndDelete(3, "x"), m.CompareAndDelete(3, "y"))
	m.Clear()
	_, any := m.Load(1)
	fmt.Println(any)

	var rw sync.RWMutex
	fmt.Println(rw.TryRLock(), rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	l := rw.RLocker()
	rw.Unlock()
	l.Lock()
	l.Unlock()
	once := sync.OnceFunc(func() { fmt.Println("once"); panic("kept") })
	for range 2 {
		func() {
			defer func() { fmt.Println(recover()) }()
			once()
		}()
	}
	var o sync.Once
	func() {
		defer func() { recover() }()
		o.Do(func() { panic("first") })
	}()
	o.Do(func() { fmt.Println("never again") })
	fmt.Println("end")
}

// Output:
// [5 4 3 2 1 0]
// true true true
// 900 20
// true false <nil> false true false true
// false
// true true false
// true false
// once
// kept
// kept
// end
