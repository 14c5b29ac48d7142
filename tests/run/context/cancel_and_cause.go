package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	fmt.Println(ctx.Err())
	child, cancelChild := context.WithCancel(ctx)
	cancelChild()
	<-child.Done()
	fmt.Println(child.Err(), ctx.Err())
	grand, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	cancel()
	cancel()
	<-grand.Done()
	fmt.Println(ctx.Err(), grand.Err(), context.Cause(grand))
	c2, cause := context.WithCancelCause(context.TODO())
	cause(errors.New("disk full"))
	cause(errors.New("ignored"))
	fmt.Println(c2.Err(), context.Cause(c2), errors.Is(c2.Err(), context.Canceled))
	late, cl := context.WithCancel(ctx)
	defer cl()
	fmt.Println(late.Err())
	free := context.WithoutCancel(ctx)
	fmt.Println(free.Err(), free.Done() == nil)
	fmt.Println(context.Background(), context.TODO())
}

// Output:
// <nil>
// context canceled <nil>
// context canceled context canceled context canceled
// context canceled disk full true
// context canceled
// <nil> true
// context.Background context.TODO
