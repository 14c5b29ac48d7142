package main

import (
	"fmt"
	"sort"
	"sync"
)

func parallelMap[T, U any](in []T, f func(T) U) []U {
	out := make([]U, len(in))
	var wg sync.WaitGroup
	for i, x := range in {
		wg.Go(func() { out[i] = f(x) })
	}
	wg.Wait()
	return out
}

func merge[T any](cs ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	for _, c := range cs {
		wg.Go(func() {
			for v := range c {
				out <- v
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func gen[T any](vs ...T) <-chan T {
	c := make(chan T)
	go func() {
		defer close(c)
		for _, v := range vs {
			c <- v
		}
	}()
	return c
}

func power[T interface{ ~int | ~float64 }](x T, n int) T {
	if n == 0 {
		return 1
	}
	return x * power(x, n-1)
}

func main() {
	fmt.Println(parallelMap([]int{1, 2, 3}, func(i int) string { return fmt.Sprint(power(i, 3)) }))
	var all []string
	for s := range merge(gen("a", "c"), gen("b"), gen[string]()) {
		all = append(all, s)
	}
	sort.Strings(all)
	fmt.Println(all, power(1.5, 2))
}

// Output:
// [1 8 27]
// [a b c] 2.25
