package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// A group of tasks: the first error cancels the others, Wait answers it.

type group struct {
	wg     sync.WaitGroup
	once   sync.Once
	cancel context.CancelFunc
	err    error
}

func withContext(parent context.Context) (*group, context.Context) {
	ctx, cancel := context.WithCancel(parent)
	return &group{cancel: cancel}, ctx
}

func (g *group) run(task func() error) {
	g.wg.Go(func() {
		if err := task(); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel()
			})
		}
	})
}

func (g *group) wait() error {
	g.wg.Wait()
	g.cancel()
	return g.err
}

func main() {
	g, ctx := withContext(context.Background())
	stopped := make(chan int, 3)
	for i := range 3 {
		g.run(func() error {
			<-ctx.Done()
			stopped <- i
			return ctx.Err()
		})
	}
	g.run(func() error { return errors.New("disk full") })
	fmt.Println("error:", g.wait())
	fmt.Println("tasks that were stopped:", len(stopped))
}

// Output:
// error: disk full
// tasks that were stopped: 3
