package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// Cancelling a context cancels all that was derived from it, and says why.

var errEnough = errors.New("three answers are enough")

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	answers := make(chan int)
	var all sync.WaitGroup
	for i := range 10 {
		all.Go(func() {
			child, stop := context.WithCancel(ctx)
			defer stop()
			select {
			case answers <- i:
			case <-child.Done():
			}
		})
	}
	for range 3 {
		<-answers
	}
	cancel(errEnough)
	all.Wait()
	fmt.Println(ctx.Err(), "-", context.Cause(ctx))
}

// Output:
// context canceled - three answers are enough
