package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// A group of goroutines with a limit: the first error cancels the others; panics come out of Wait.

type group struct {
	cancel context.CancelCauseFunc
	wg     sync.WaitGroup
	slots  chan struct{}
	once   sync.Once
	err    error
	thrown any
}

func withContext(ctx context.Context, limit int) (*group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	g := &group{cancel: cancel}
	if limit > 0 {
		g.slots = make(chan struct{}, limit)
	}
	return g, ctx
}

func (g *group) fail(err error, thrown any) {
	g.once.Do(func() {
		g.err, g.thrown = err, thrown
		g.cancel(err)
	})
}

func (g *group) goTry(f func() error) bool {
	if g.slots != nil {
		select {
		case g.slots <- struct{}{}:
		default:
			return false
		}
	}
	g.start(f)
	return true
}

func (g *group) do(f func() error) {
	if g.slots != nil {
		g.slots <- struct{}{}
	}
	g.start(f)
}

func (g *group) start(f func() error) {
	g.wg.Go(func() {
		defer func() {
			if r := recover(); r != nil {
				g.fail(fmt.Errorf("panic: %v", r), r)
			}
			if g.slots != nil {
				<-g.slots
			}
		}()
		if err := f(); err != nil {
			g.fail(err, nil)
		}
	})
}

func (g *group) wait() error {
	g.wg.Wait()
	g.cancel(nil)
	if g.thrown != nil {
		panic(g.thrown)
	}
	return g.err
}

func main() {
	g, ctx := withContext(context.Background(), 3)
	var mu sync.Mutex
	now, most, ran := 0, 0, 0
	for range 20 {
		g.do(func() error {
			mu.Lock()
			now++
			ran++
			most = max(most, now)
			mu.Unlock()
			mu.Lock()
			now--
			mu.Unlock()
			return ctx.Err()
		})
	}
	fmt.Println(g.wait(), ran, most <= 3, ctx.Err())

	g, ctx = withContext(context.Background(), 0)
	bad := errors.New("bad input")
	g.do(func() error { return bad })
	for range 5 {
		g.do(func() error { <-ctx.Done(); return ctx.Err() })
	}
	err := g.wait()
	fmt.Println(err, errors.Is(context.Cause(ctx), bad))

	g, _ = withContext(context.Background(), 1)
	hold := make(chan bool)
	g.do(func() error { <-hold; return nil })
	fmt.Println(g.goTry(func() error { return nil }))
	close(hold)
	fmt.Println(g.wait())

	g, _ = withContext(context.Background(), 2)
	g.do(func() error { panic([]int{1, 2}) })
	func() {
		defer func() { fmt.Println("out of wait:", recover()) }()
		g.wait()
	}()
	fmt.Println(g.err)
}

// Output:
// <nil> 20 true context canceled
// bad input true
// false
// <nil>
// out of wait: [1 2]
// panic: [1 2]
