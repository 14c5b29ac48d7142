package main

import (
	"errors"
	"fmt"
	"strings"
)

type Option[T any] func(*T)

type Config struct {
	name string
	size int
}

func build[T any](opts ...Option[T]) T {
	var t T
	for _, o := range opts {
		o(&t)
	}
	return t
}

type Result[T any] struct {
	val T
	err error
}

func (r Result[T]) Map(f func(T) T) Result[T] {
	if r.err == nil {
		r.val = f(r.val)
	}
	return r
}

func Then[T, U any](r Result[T], f func(T) (U, error)) (out Result[U]) {
	if out.err = r.err; r.err == nil {
		out.val, out.err = f(r.val)
	}
	return
}

type Cache[K comparable, V any] struct {
	data map[K]V
	miss func(K) V
	hits int
}

func (c *Cache[K, V]) Get(k K) V {
	v, ok := c.data[k]
	if !ok {
		v = c.miss(k)
		if c.data == nil {
			c.data = make(map[K]V)
		}
		c.data[k] = v
	} else {
		c.hits++
	}
	return v
}

type Getter[K, V any] interface{ Get(K) V }

func use[K, V any](g Getter[K, V], ks ...K) (vs []V) {
	for _, k := range ks {
		vs = append(vs, g.Get(k))
	}
	return
}

func memo[K comparable, V any](f func(K) V) func(K) V {
	c := Cache[K, V]{miss: f}
	return c.Get
}

func main() {
	c := build(func(c *Config) { c.name = "n" }, func(c *Config) { c.size += 2 })
	fmt.Printf("%+v\n", c)
	r := Then(Result[string]{val: "abc"}.Map(strings.ToUpper), func(s string) (int, error) { return len(s), nil })
	fmt.Println(r, Then(r, func(n int) ([]int, error) { return nil, errors.New("stop") }).err)
	cache := &Cache[string, int]{miss: func(s string) int { return len(s) }}
	fmt.Println(use[string, int](cache, "a", "bb", "a"), cache.hits)
	var fib func(int) int
	fib = memo(func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fmt.Println(fib(80))
}

// Output:
// {name:n size:2}
// {3 <nil>} stop
// [1 2 1] 1
// 23416728348467685
