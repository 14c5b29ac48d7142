package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// The first failure cancels everybody else, and main hears of it with its cause.

var errBroken = errors.New("broken")

func step(ctx context.Context, n int) error {
	if n == 4 {
		return fmt.Errorf("step %d: %w", n, errBroken)
	}
	<-ctx.Done()
	return nil
}

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	var wg sync.WaitGroup
	for n := range 8 {
		wg.Go(func() {
			if err := step(ctx, n); err != nil {
				cancel(err)
			}
		})
	}
	wg.Wait()
	err := context.Cause(ctx)
	fmt.Println(err)
	fmt.Println("is broken:", errors.Is(err, errBroken))
}

// Output:
// step 4: broken
// is broken: true
