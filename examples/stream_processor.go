package main

import (
	"fmt"
	"strings"
)

// Generic stages over channels: each runs in a goroutine of its own and ends when its input does.

func from[T any](values ...T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for _, v := range values {
			out <- v
		}
	}()
	return out
}

func apply[A, B any](in <-chan A, f func(A) B) <-chan B {
	out := make(chan B)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func keep[T any](in <-chan T, wanted func(T) bool) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for v := range in {
			if wanted(v) {
				out <- v
			}
		}
	}()
	return out
}

func batch[T any](in <-chan T, size int) <-chan []T {
	out := make(chan []T)
	go func() {
		defer close(out)
		var b []T
		for v := range in {
			if b = append(b, v); len(b) == size {
				out <- b
				b = nil
			}
		}
		if b != nil {
			out <- b
		}
	}()
	return out
}

func main() {
	words := from(strings.Fields("share memory by communicating do not communicate by sharing memory")...)
	long := keep(words, func(w string) bool { return len(w) > 3 })
	lengths := apply(long, func(w string) string { return fmt.Sprintf("%s:%d", w, len(w)) })
	for b := range batch(lengths, 4) {
		fmt.Println(b)
	}
}

// Output:
// [share:5 memory:6 communicating:13 communicate:11]
// [sharing:7 memory:6]
