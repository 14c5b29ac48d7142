package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// A context carries a deadline or a cancellation to whatever works for it.

func work(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	fmt.Println("quick:", work(ctx, time.Millisecond))
	err := work(ctx, time.Hour)
	fmt.Println("slow:", err, errors.Is(err, context.DeadlineExceeded))

	ctx, cancel = context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- work(ctx, time.Hour) }()
	cancel()
	fmt.Println("cancelled:", <-done)
}

// Output:
// quick: <nil>
// slow: context deadline exceeded true
// cancelled: context canceled
