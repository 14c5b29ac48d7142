package main

import (
	"context"
	"fmt"
	"runtime"
	"sort"
	"sync"
	"time"
)

// Generic stages joined by channels; whoever stops listening cancels, and nobody is left behind.

func source[T any](ctx context.Context, vs ...T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for _, v := range vs {
			select {
			case out <- v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func stage[A, B any](ctx context.Context, workers int, in <-chan A, f func(A) (B, bool)) <-chan B {
	out := make(chan B)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for a := range in {
				b, ok := f(a)
				if !ok {
					continue
				}
				select {
				case out <- b:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func batches[T any](ctx context.Context, in <-chan T, size int) <-chan []T {
	out := make(chan []T)
	go func() {
		defer close(out)
		var b []T
		flush := func() bool {
			select {
			case out <- b:
				b = nil
				return true
			case <-ctx.Done():
				return false
			}
		}
		for v := range in {
			if b = append(b, v); len(b) == size && !flush() {
				return
			}
		}
		if len(b) > 0 {
			flush()
		}
	}()
	return out
}

func take[T any](cancel func(), in <-chan T, n int) (out []T) {
	defer cancel()
	for v := range in {
		if out = append(out, v); len(out) == n {
			break
		}
	}
	return
}

func settle(want int) int {
	for range 1000 {
		if runtime.NumGoroutine() <= want {
			break
		}
		time.Sleep(time.Millisecond)
	}
	return runtime.NumGoroutine()
}

func main() {
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(context.Background())
	var numbers []int
	for i := range 100 {
		numbers = append(numbers, i)
	}
	odd := stage(ctx, 4, source(ctx, numbers...), func(n int) (int, bool) { return n * n, n%2 == 1 })
	text := stage(ctx, 2, odd, func(n int) (string, bool) { return fmt.Sprint("#", n), true })
	sum, count := 0, 0
	for b := range batches(ctx, text, 8) {
		count++
		sum += len(b)
	}
	fmt.Println(count, sum)
	cancel()

	ctx, cancel = context.WithCancel(context.Background())
	few := take(cancel, stage(ctx, 3, source(ctx, numbers...), func(n int) (int, bool) { return n, n < 10 }), 10)
	sort.Ints(few)
	fmt.Println(few)
	fmt.Println(settle(before) - before)

	ctx, cancel = context.WithCancel(context.Background())
	first := take(cancel, batches(ctx, source(ctx, "a", "b", "c", "d", "e"), 2), 2)
	fmt.Println(first, settle(before)-before)
}

// Output:
// 7 50
// [0 1 2 3 4 5 6 7 8 9]
// 0
// [[a b] [c d]] 0
