package main

import (
	"context"
	"fmt"
	"sync"
)

func numbers(ctx context.Context, wg *sync.WaitGroup) <-chan int {
	out := make(chan int)
	wg.Go(func() {
		defer close(out)
		for i := 0; ; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	})
	return out
}

func filter(ctx context.Context, wg *sync.WaitGroup, in <-chan int, keep func(int) bool) <-chan int {
	out := make(chan int)
	wg.Go(func() {
		defer close(out)
		for v := range in {
			if !keep(v) {
				continue
			}
			select {
			case out <- v:
			case <-ctx.Done():
				return
			}
		}
	})
	return out
}

func main() {
	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), "limit", 5))
	var wg sync.WaitGroup
	c := filter(ctx, &wg, numbers(ctx, &wg), func(n int) bool { return n%7 == 3 })
	for n := 0; n < ctx.Value("limit").(int); n++ {
		fmt.Print(<-c, " ")
	}
	cancel()
	wg.Wait()
	fmt.Println(ctx.Err())
}

// Output:
// 3 10 17 24 31 context canceled
