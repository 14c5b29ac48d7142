package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type node[T any] struct {
	v    T
	next *node[T]
}

type stack[T any] struct {
	head atomic.Pointer[node[T]]
	n    atomic.Int64
}

func (s *stack[T]) push(v T) {
	n := &node[T]{v: v}
	for {
		n.next = s.head.Load()
		if s.head.CompareAndSwap(n.next, n) {
			s.n.Add(1)
			return
		}
	}
}

func (s *stack[T]) pop() (v T, ok bool) {
	for {
		h := s.head.Load()
		if h == nil {
			return
		}
		if s.head.CompareAndSwap(h, h.next) {
			s.n.Add(-1)
			return h.v, true
		}
	}
}

type config struct {
	version int
	names   []string
}

func main() {
	var s stack[int]
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 200 {
				s.push(g*1000 + i)
			}
		})
	}
	wg.Wait()
	var sum, count atomic.Int64
	for range 8 {
		wg.Go(func() {
			for {
				v, ok := s.pop()
				if !ok {
					return
				}
				sum.Add(int64(v))
				count.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Println(count.Load(), sum.Load(), s.n.Load())

	var v atomic.Value
	v.Store(config{1, []string{"a"}})
	var bad atomic.Bool
	for i := range 4 {
		wg.Go(func() {
			for k := range 100 {
				if i == 0 {
					v.Store(config{k, make([]string, k)})
				} else if c := v.Load().(config); c.version != len(c.names) {
					bad.Store(true)
				}
			}
		})
	}
	wg.Wait()
	old := v.Swap(config{5, nil}).(config)
	fmt.Println(bad.Load(), old.version)
}

// Output:
// 1600 5759200 0
// false 99
