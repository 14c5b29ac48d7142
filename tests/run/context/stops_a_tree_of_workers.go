package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
)

func spawn(ctx context.Context, depth int, wg *sync.WaitGroup, n *atomic.Int32) {
	defer wg.Done()
	if depth > 0 {
		for range 2 {
			c, cancel := context.WithCancel(ctx)
			defer cancel()
			wg.Add(1)
			go spawn(c, depth-1, wg, n)
		}
	}
	<-ctx.Done()
	n.Add(1)
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	var n atomic.Int32
	wg.Add(1)
	go spawn(ctx, 5, &wg, &n)
	cancel()
	wg.Wait()
	fmt.Println(n.Load())
}

// Output:
// 63
