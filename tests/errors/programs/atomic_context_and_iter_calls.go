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
	atomic.AddInt32(/* ERROR "cannot use &n (value of type *int) as *int32 value in argument to atomic.AddInt32" */ &n, 1)
	atomic.AddInt64(/* ERROR "cannot use n (variable of type int) as *int64 value in argument to atomic.AddInt64" */ n, 1)
	var i32 atomic.Int32
	i32.Add(/* ERROR "cannot use \"x\" (untyped string constant) as int32 value in argument to i32.Add" */ "x")
	i32 = /* ERROR "cannot use 5 (untyped int constant) as \"sync/atomic\".Int32 value in assignment" */ 5
	/* ERROR "invalid operation: i32++ (non-numeric type \"sync/atomic\".Int32)" */ i32++
	_ = /* ERROR "invalid operation: i32 + 1 (mismatched types \"sync/atomic\".Int32 and untyped int)" */ i32 + 1
	i32.Store(/* ERROR "cannot use 1 << 40 (untyped int constant 1099511627776) as int32 value in argument to i32.Store (overflows)" */ 1 << 40)
	var p atomic.Pointer[config]
	p.Store(/* ERROR "cannot use config{} (value of struct type config) as *config value in argument to p.Store" */ config{})
	p.Store(nil, /* ERROR "too many arguments in call to p.Store\n\thave (nil, nil)\n\twant (*config)" */ nil)
	var q *int = /* ERROR "cannot use p.Load() (value of type *config) as *int value in variable declaration" */ p.Load()
	p.Load()./* ERROR "p.Load().missing undefined (type *config has no field or method missing)" */ missing = 1
	var v atomic.Value
	/* ERROR "cannot assign to v.Load().(config).n (neither addressable nor a map index expression)" */ v.Load().(config).n = 1
	_ = /* ERROR "invalid operation: v.Load() + 1 (mismatched types any and untyped int)" */ v.Load() + 1
	var mu sync.Mutex
	defer /* ERROR "expression in defer must be function call" */ mu.Unlock
	/* ERROR "cannot assign to mu.TryLock() (neither addressable nor a map index expression)" */ mu.TryLock() = true
	if /* ERROR "mu.Lock() (no value) used as value" */ mu.Lock() {
	}
	var l sync.Locker = /* ERROR "cannot use mu (variable of struct type \"sync\".Mutex) as \"sync\".Locker value in variable declaration: \"sync\".Mutex does not implement \"sync\".Locker (method Lock has pointer receiver)" */ mu
	var rl sync.Locker = /* ERROR "cannot use sync.RWMutex{} (value of struct type \"sync\".RWMutex) as \"sync\".Locker value in variable declaration: \"sync\".RWMutex does not implement \"sync\".Locker (method Lock has pointer receiver)" */ sync.RWMutex{}
	cond := sync.NewCond(/* ERROR "cannot use mu (variable of struct type \"sync\".Mutex) as \"sync\".Locker value in argument to sync.NewCond: \"sync\".Mutex does not implement \"sync\".Locker (method Lock has pointer receiver)" */ mu)
	cond.Wait(/* ERROR "too many arguments in call to cond.Wait\n\thave (number)\n\twant ()" */ 1)
	var m sync.Map
	for k, v := range /* ERROR "cannot range over m (variable of struct type \"sync\".Map)" */ m {
	}
	m.Range(/* ERROR "cannot use func(k string, v int) bool {…} (value of type func(k string, v int) bool) as func(key any, value any) bool value in argument to m.Range" */ func(k string, v int) bool { return true })
	m/* ERROR "cannot index m (variable of struct type \"sync\".Map)" */ ["x"] = 1
	pool := sync.Pool{New: /* ERROR "cannot use func() *int {…} (value of type func() *int) as func() any value in struct literal" */ func() *int { return nil }}
	pool.Get()./* ERROR "pool.Get().n undefined (type any has no field or method n)" */ n = 1
	ov := sync.OnceValue(/* ERROR "in call to sync.OnceValue, type func() (int, error) of func() (int, error) {…} does not match func() T (cannot infer T)" */ func() (int, error) { return 1, nil })
	f, g := sync.OnceValues(/* ERROR "in call to sync.OnceValues, type func() int of func() int {…} does not match func() (T1, T2) (cannot infer T1 and T2)" */ func() int { return 1 })
	ctx := context.WithValue(context.Background(), /* ERROR "not enough arguments in call to context.WithValue\n\thave (context.Context, string)\n\twant (context.Context, any, any)" */ "k")
	ctx, cancel := context.WithTimeout(context.Background(), /* ERROR "cannot use \"1s\" (untyped string constant) as time.Duration value in argument to context.WithTimeout" */ "1s")
	ctx2, cancel := context.WithCancel(ctx)
	cancel(/* ERROR "too many arguments in call to cancel\n\thave (nil)\n\twant ()" */ nil)
	<-/* ERROR "invalid operation: cannot receive from non-channel func() <-chan struct{} ctx.Done (value of type func() <-chan struct{})" */ ctx.Done
	if ctx.Err() == /* ERROR "cannot convert \"x\" (untyped string constant) to type interface{Error() string}" */ "x" {
	}
	/* ERROR "cannot assign to ctx.Value(\"k\").(string) (neither addressable nor a map index expression)" */ ctx.Value("k").(string) = "x"
	stop := context.AfterFunc(ctx, /* ERROR "cancel() (no value) used as value" */ cancel())
	for /* ERROR "declared and not used: v" */ v := range ctx.Done() {
	}
	var s iter.Seq[int] = /* ERROR "cannot use slices.All([]int{…}) (value of func type iter.Seq2[int, int]) as iter.Seq[int] value in variable declaration" */ slices.All([]int{1})
	var s2 iter.Seq2[int, string] = /* ERROR "cannot use maps.All(map[string]int{}) (value of func type iter.Seq2[string, int]) as iter.Seq2[int, string] value in variable declaration" */ maps.All(map[string]int{})
	next, stop := iter.Pull(/* ERROR "in call to iter.Pull, type iter.Seq2[int, string] of s2 does not match iter.Seq[V] (cannot infer V)" */ s2)
	for /* ERROR "declared and not used: a" */ a, /* ERROR "range over s (variable of func type iter.Seq[int]) permits only one iteration variable" */ b := range s {
	}
	slices.Collect(/* ERROR "in call to slices.Collect, type iter.Seq2[int, string] of s2 does not match iter.Seq[E] (cannot infer E)" */ s2)
	slices.Sorted/* ERROR "config does not satisfy cmp.Ordered (config missing in ~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr | ~float32 | ~float64 | ~string)" */ (maps.Keys(map[config]int{}))
	time.AfterFunc(time.Second, /* ERROR "cannot use func() int {…} (value of type func() int) as func() value in argument to time.AfterFunc" */ func() int { return 1 })
	timer := time.NewTimer(/* ERROR "cannot use 1.5 (untyped float constant) as time.Duration value in argument to time.NewTimer (truncated)" */ 1.5)
	/* ERROR "invalid operation: cannot send to receive-only channel <-chan time.Time timer.C (variable of type <-chan time.Time)" */ timer.C <- time.Now()
	close(/* ERROR "invalid operation: cannot close receive-only channel timer.C (variable of type <-chan time.Time)" */ timer.C)
	select {
	case /* ERROR "declared and not used: t" */ t := <-time.After(time.Second)./* ERROR "time.After(time.Second).C undefined (type <-chan time.Time has no field or method C)" */ C:
	case <-/* ERROR "invalid operation: cannot receive from non-channel func(d time.Duration) <-chan time.Time time.Tick (value of type func(d time.Duration) <-chan time.Time)" */ time.Tick:
	}
	_, _, _, _, _, _, _, _, _, _ = q, l, rl, ov, f, g, ctx2, next, stop, s2
}
