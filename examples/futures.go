package main

import (
	"fmt"
	"time"
)

// A future is a channel that will be closed and a value behind it: start now, wait when the value is needed.

type future[T any] struct {
	done  chan struct{}
	value T
	err   error
}

func async[T any](f func() (T, error)) *future[T] {
	p := &future[T]{done: make(chan struct{})}
	go func() {
		defer close(p.done)
		defer func() {
			if r := recover(); r != nil {
				p.err = fmt.Errorf("panicked: %v", r)
			}
		}()
		p.value, p.err = f()
	}()
	return p
}

func (p *future[T]) await() (T, error) {
	<-p.done
	return p.value, p.err
}

func main() {
	start := time.Now()
	slow := func(n int) func() (int, error) {
		return func() (int, error) {
			time.Sleep(100 * time.Millisecond)
			return n * n, nil
		}
	}
	a, b := async(slow(3)), async(slow(4))
	names := []string{"Ann", "Bob"}
	bad := async(func() (string, error) { return names[len(names)], nil })
	x, _ := a.await()
	y, _ := b.await()
	fmt.Println(x+y, "in the time of one:", time.Since(start) < 190*time.Millisecond)
	_, err := bad.await()
	fmt.Println(err)
}

// Output:
// 25 in the time of one: true
// panicked: runtime error: index out of range [2] with length 2
