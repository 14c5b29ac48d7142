package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	d, ok := ctx.Deadline()
	fmt.Println(ok, time.Until(d) <= 20*time.Millisecond)
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded))
	case <-time.After(5 * time.Second):
		fmt.Println("too late")
	}
	parent, c1 := context.WithTimeout(context.Background(), time.Hour)
	defer c1()
	child, c2 := context.WithTimeout(parent, 2*time.Hour)
	defer c2()
	pd, _ := parent.Deadline()
	cd, _ := child.Deadline()
	fmt.Println(pd.Equal(cd))
	past, c3 := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer c3()
	fmt.Println(past.Err())
	why := errors.New("budget spent")
	tc, c4 := context.WithTimeoutCause(context.Background(), time.Millisecond, why)
	defer c4()
	<-tc.Done()
	fmt.Println(tc.Err(), context.Cause(tc))
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(tc.Err(), &te) && te.Timeout())
}

// Output:
// true true
// context deadline exceeded true
// true
// context deadline exceeded
// context deadline exceeded budget spent
// true
