package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Many goroutines make and cancel children of one context; the first cause wins everywhere below; shorter deadlines win.

type key int

func main() {
	root, cancel := context.WithCancelCause(context.Background())
	var wg sync.WaitGroup
	var mu sync.Mutex
	causes := map[string]int{}
	started := make(chan bool)
	for i := range 16 {
		wg.Go(func() {
			ctx := context.WithValue(root, key(i), i)
			if i%2 == 0 {
				var stop context.CancelFunc
				ctx, stop = context.WithTimeout(ctx, time.Hour)
				defer stop()
			}
			ctx, own := context.WithCancelCause(ctx)
			if i%4 == 3 {
				own(errors.New("own"))
			}
			started <- true
			<-ctx.Done()
			own(errors.New("too late"))
			mu.Lock()
			causes[context.Cause(ctx).Error()]++
			mu.Unlock()
			if ctx.Value(key(i)) != i || ctx.Value(key(i+1)) != nil || ctx.Err() != context.Canceled {
				fmt.Println("wrong", i)
			}
		})
	}
	for range 16 {
		<-started
	}
	var once sync.WaitGroup
	for i := range 4 {
		once.Go(func() { cancel(fmt.Errorf("root %d", i*0)) })
	}
	once.Wait()
	wg.Wait()
	fmt.Println(causes)

	parent, stop := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer stop()
	longer, stopLonger := context.WithTimeoutCause(parent, time.Hour, errors.New("not this"))
	defer stopLonger()
	shorter, stopShorter := context.WithTimeoutCause(parent, time.Millisecond, errors.New("soon"))
	defer stopShorter()
	d1, _ := parent.Deadline()
	d2, _ := longer.Deadline()
	d3, _ := shorter.Deadline()
	fmt.Println(d1.Equal(d2), d3.Before(d1))
	<-shorter.Done()
	fmt.Println(shorter.Err(), context.Cause(shorter), longer.Err())
	<-longer.Done()
	fmt.Println(longer.Err(), context.Cause(longer), parent.Err() == longer.Err())

	// A chain of a thousand values and cancels is looked through and taken down at once.
	deep, cancelDeep := context.WithCancel(context.Background())
	bottom := deep
	for i := range 1000 {
		bottom = context.WithValue(bottom, key(i), i)
		if i%10 == 0 {
			var c context.CancelFunc
			bottom, c = context.WithCancel(bottom)
			defer c()
		}
	}
	fmt.Println(bottom.Value(key(0)), bottom.Value(key(999)), bottom.Value(key(1000)), bottom.Err())
	cancelDeep()
	<-bottom.Done()
	fmt.Println(bottom.Err(), context.Cause(bottom))
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = context.WithValue(deep, []int{1}, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_, c := context.WithCancel(nil)
		defer c()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = context.WithValue(deep, nil, 1)
	}()
}

// Output:
// map[own:4 root 0:12]
// true true
// context deadline exceeded soon <nil>
// context deadline exceeded context deadline exceeded true
// 0 999 <nil> <nil>
// context canceled context canceled
// key is not comparable
// cannot create context from nil parent
// nil key
