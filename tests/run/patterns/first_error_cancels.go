package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

type group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel func()
}

func (g *group) run(f func() error) {
	g.wg.Go(func() {
		if err := f(); err != nil {
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
	ctx, cancel := context.WithCancel(context.Background())
	g := &group{cancel: cancel}
	for i := range 5 {
		g.run(func() error {
			if i == 3 {
				return errors.New("task 3 failed")
			}
			<-ctx.Done()
			return ctx.Err()
		})
	}
	fmt.Println(g.wait())
	fmt.Println(ctx.Err())
}

// Output:
// task 3 failed
// context canceled
