package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string

func show(name string, ctx context.Context) {
	_, has := ctx.Deadline()
	fmt.Println(name, ctx.Err(), context.Cause(ctx), has)
}

func main() {
	root, cancelRoot := context.WithCancelCause(context.Background())
	a, cancelA := context.WithCancel(root)
	b, cancelB := context.WithTimeoutCause(a, time.Hour, errors.New("too slow"))
	c := context.WithValue(b, key("k"), 1)
	d, cancelD := context.WithDeadline(c, time.Now().Add(-time.Second))
	e := context.WithoutCancel(d)
	defer cancelB()
	defer cancelD()
	show("d is late", d)
	show("c goes on", c)
	cancelA()
	show("a", a)
	show("c", c)
	show("root goes on", root)
	cancelRoot(errors.New("root cause"))
	show("root", root)
	show("e", e)
	fmt.Println(e.Value(key("k")), c.Value(key("k")), c.Value("k"), d.Value(key("x")))
	cancelRoot(errors.New("second cause"))
	fmt.Println(context.Cause(root), errors.Is(root.Err(), context.Canceled))

	ctx, cancel := context.WithTimeoutCause(context.Background(), 5*time.Millisecond, errors.New("my cause"))
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx), errors.Is(ctx.Err(), context.DeadlineExceeded))

	var mu sync.Mutex
	var log []string
	note := func(s string) func() {
		return func() { mu.Lock(); log = append(log, s); mu.Unlock() }
	}
	p, cancelP := context.WithCancel(context.Background())
	done := make(chan struct{})
	stop1 := context.AfterFunc(p, note("never"))
	context.AfterFunc(p, func() { note("after")(); close(done) })
	fmt.Println(stop1(), stop1())
	cancelP()
	<-done
	fmt.Println(log)
	late := make(chan struct{})
	stop := context.AfterFunc(p, func() { close(late) })
	<-late
	fmt.Println(stop())
	fmt.Println(context.Background(), context.TODO(), p)
	var de interface{ Timeout() bool }
	fmt.Println(errors.As(context.DeadlineExceeded, &de) && de.Timeout())
}

// Output:
// d is late context deadline exceeded context deadline exceeded true
// c goes on <nil> <nil> true
// a context canceled context canceled false
// c context canceled context canceled true
// root goes on <nil> <nil> false
// root context canceled root cause false
// e <nil> <nil> false
// 1 1 <nil> <nil>
// root cause true
// context deadline exceeded my cause true
// true false
// [after]
// false
// context.Background context.TODO context.Background.WithCancel
// true
