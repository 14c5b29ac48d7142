package main

import (
	"fmt"
	"sort"
	"sync"
)

// Instances embedded by value, by pointer and as interfaces; promoted generic methods satisfy interfaces.

type store[K comparable, V any] struct {
	mu sync.Mutex
	m  map[K]V
}

func (s *store[K, V]) Set(k K, v V) *store[K, V] {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.m == nil {
		s.m = map[K]V{}
	}
	s.m[k] = v
	return s
}

func (s *store[K, V]) Get(k K) (V, bool) { v, ok := s.m[k]; return v, ok }
func (s *store[K, V]) Len() int          { return len(s.m) }

type getter[K, V any] interface{ Get(K) (V, bool) }

type users struct {
	*store[string, int]
	name string
}

type fallback[K, V any] struct {
	getter[K, V]
	def func(K) V
}

func (f fallback[K, V]) Get(k K) (V, bool) {
	if v, ok := f.getter.Get(k); ok {
		return v, true
	}
	return f.def(k), false
}

type event[T any] struct{ payload T }

func (e event[T]) Payload() T { return e.payload }

type timed[T any] struct {
	event[T]
	at int
}

type queue[T any] struct{ items []timed[T] }

func (q *queue[T]) Len() int           { return len(q.items) }
func (q *queue[T]) Less(i, j int) bool { return q.items[i].at < q.items[j].at }
func (q *queue[T]) Swap(i, j int)      { q.items[i], q.items[j] = q.items[j], q.items[i] }

type reversed[S sort.Interface] struct{ s S }

func (r reversed[S]) Len() int           { return r.s.Len() }
func (r reversed[S]) Less(i, j int) bool { return r.s.Less(j, i) }
func (r reversed[S]) Swap(i, j int)      { r.s.Swap(i, j) }

type payloader[T any] interface{ Payload() T }

func all[T any, P payloader[T]](ps []P) (out []T) {
	for _, p := range ps {
		out = append(out, p.Payload())
	}
	return
}

func main() {
	u := users{store: new(store[string, int]), name: "u"}
	u.Set("ann", 1).Set("bob", 2)
	fmt.Println(u.Len(), u.name)
	var g getter[string, int] = u
	g = fallback[string, int]{g, func(s string) int { return -len(s) }}
	fmt.Println(g.Get("ann"))
	fmt.Println(g.Get("carol"))
	q := &queue[string]{[]timed[string]{{event[string]{"late"}, 9}, {event[string]{"early"}, 1}, {event[string]{"mid"}, 5}}}
	sort.Sort(q)
	fmt.Println(all[string](q.items))
	sort.Sort(reversed[*queue[string]]{q})
	fmt.Println(all[string](q.items), q.items[0].payload)
	f := timed[string].Payload
	fmt.Println(f(q.items[1]))
	h := u.Get
	u.store = &store[string, int]{}
	fmt.Println(h("bob"))
	_, ok := any(u).(interface{ Len() int })
	fmt.Println(ok)
	fmt.Printf("%T %+v\n", q.items[2], q.items[2])
}

// Output:
// 2 u
// 1 true
// -5 false
// [early mid late]
// [late mid early] late
// mid
// 2 true
// true
// main.timed[string] {event:{payload:early} at:1}
