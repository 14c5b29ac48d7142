package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type call[V any] struct {
	done chan struct{}
	val  V
	err  error
}

type flight[K comparable, V any] struct {
	mu    sync.Mutex
	calls map[K]*call[V]
}

func (f *flight[K, V]) do(k K, fn func() (V, error)) (v V, err error, shared bool) {
	f.mu.Lock()
	if c, ok := f.calls[k]; ok {
		f.mu.Unlock()
		<-c.done
		return c.val, c.err, true
	}
	c := &call[V]{done: make(chan struct{})}
	if f.calls == nil {
		f.calls = map[K]*call[V]{}
	}
	f.calls[k] = c
	f.mu.Unlock()
	defer func() {
		f.mu.Lock()
		delete(f.calls, k)
		f.mu.Unlock()
		close(c.done)
	}()
	c.val, c.err = fn()
	return c.val, c.err, false
}

func main() {
	var f flight[string, int]
	var runs, shared atomic.Int32
	release := make(chan struct{})
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			v, err, s := f.do("key", func() (int, error) {
				runs.Add(1)
				<-release
				return 42, nil
			})
			if v != 42 || err != nil {
				fmt.Println("wrong", v, err)
			}
			if s {
				shared.Add(1)
			}
		})
	}
	time.Sleep(50 * time.Millisecond)
	close(release)
	wg.Wait()
	fmt.Println(runs.Load()+shared.Load(), runs.Load() < 20)
	_, err, s := f.do("other", func() (int, error) { return 0, fmt.Errorf("no %s", "luck") })
	fmt.Println(err, s, len(f.calls))
	lazy := sync.OnceValues(func() (int, error) { runs.Add(100); return 7, nil })
	for range 3 {
		wg.Go(func() { lazy() })
	}
	wg.Wait()
	v, err := lazy()
	fmt.Println(v, err, runs.Load() >= 100 && runs.Load() < 200)
}

// Output:
// 20 true
// no luck false 0
// 7 <nil> true
