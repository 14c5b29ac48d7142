package main

import (
	"context"
	"iter"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

type config struct{ n int }

func main() {
	var n int
	atomic.AddInt32(&n, 1)
	atomic.AddInt64(n, 1)
	var i32 atomic.Int32
	i32.Add("x")
	i32 = 5
	i32++
	_ = i32 + 1
	i32.Store(1 << 40)
	var p atomic.Pointer[config]
	p.Store(config{})
	p.Store(nil, nil)
	var q *int = p.Load()
	p.Load().missing = 1
	var v atomic.Value
	v.Load().(config).n = 1
	_ = v.Load() + 1
	var mu sync.Mutex
	defer mu.Unlock
	mu.TryLock() = true
	if mu.Lock() {
	}
	var l sync.Locker = mu
	var rl sync.Locker = sync.RWMutex{}
	cond := sync.NewCond(mu)
	cond.Wait(1)
	var m sync.Map
	for k, v := range m {
	}
	m.Range(func(k string, v int) bool { return true })
	m["x"] = 1
	pool := sync.Pool{New: func() *int { return nil }}
	pool.Get().n = 1
	ov := sync.OnceValue(func() (int, error) { return 1, nil })
	f, g := sync.OnceValues(func() int { return 1 })
	ctx := context.WithValue(context.Background(), "k")
	ctx, cancel := context.WithTimeout(context.Background(), "1s")
	ctx2, cancel := context.WithCancel(ctx)
	cancel(nil)
	<-ctx.Done
	if ctx.Err() == "x" {
	}
	ctx.Value("k").(string) = "x"
	stop := context.AfterFunc(ctx, cancel())
	for v := range ctx.Done() {
	}
	var s iter.Seq[int] = slices.All([]int{1})
	var s2 iter.Seq2[int, string] = maps.All(map[string]int{})
	next, stop := iter.Pull(s2)
	for a, b := range s {
	}
	slices.Collect(s2)
	slices.Sorted(maps.Keys(map[config]int{}))
	time.AfterFunc(time.Second, func() int { return 1 })
	timer := time.NewTimer(1.5)
	timer.C <- time.Now()
	close(timer.C)
	select {
	case t := <-time.After(time.Second).C:
	case <-time.Tick:
	}
	_, _, _, _, _, _, _, _, _, _ = q, l, rl, ov, f, g, ctx2, next, stop, s2
}
