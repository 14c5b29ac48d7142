package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

// Buffered channels as counting semaphores, as a pool of resources with a time limit, and as a leaky free list.

type conn struct{ id, uses int }

type pool struct {
	free   chan *conn
	slots  chan struct{}
	mu     sync.Mutex
	opened int
}

var errBusy = errors.New("pool is busy")

func newPool(idle, most int) *pool {
	return &pool{free: make(chan *conn, idle), slots: make(chan struct{}, most)}
}

func (p *pool) get(patience time.Duration) (*conn, error) {
	select {
	case p.slots <- struct{}{}:
	default:
		if patience == 0 {
			return nil, errBusy
		}
		t := time.NewTimer(patience)
		defer t.Stop()
		select {
		case p.slots <- struct{}{}:
		case <-t.C:
			return nil, errBusy
		}
	}
	select {
	case c := <-p.free:
		return c, nil
	default:
		p.mu.Lock()
		defer p.mu.Unlock()
		p.opened++
		return &conn{id: p.opened}, nil
	}
}

func (p *pool) put(c *conn) (kept bool) {
	defer func() { <-p.slots }()
	c.uses++
	select {
	case p.free <- c:
		return true
	default:
		return false
	}
}

func main() {
	p := newPool(2, 3)
	a, _ := p.get(0)
	b, _ := p.get(0)
	c, _ := p.get(0)
	_, err := p.get(0)
	_, late := p.get(time.Millisecond)
	fmt.Println(a.id, b.id, c.id, err, late)
	fmt.Println(p.put(a), p.put(b), p.put(c), len(p.free), len(p.slots))
	d, _ := p.get(0)
	fmt.Println(d == a, d.uses, p.opened)
	go func() { time.Sleep(2 * time.Millisecond); p.put(d) }()
	x, _ := p.get(0)
	y, _ := p.get(0)
	z, err := p.get(time.Minute)
	fmt.Println(x.id, y.id != x.id, z != nil, err)
	p.put(x)
	p.put(y)
	p.put(z)

	q := newPool(4, 4)
	var wg sync.WaitGroup
	var mu sync.Mutex
	now, most := 0, 0
	for range 40 {
		wg.Go(func() {
			c, err := q.get(time.Minute)
			if err != nil {
				fmt.Println(err)
				return
			}
			mu.Lock()
			now++
			most = max(most, now)
			mu.Unlock()
			time.Sleep(50 * time.Microsecond)
			mu.Lock()
			now--
			mu.Unlock()
			q.put(c)
		})
	}
	wg.Wait()
	uses := 0
	for len(q.free) > 0 {
		uses += (<-q.free).uses
	}
	fmt.Println(uses, most <= 4, q.opened <= 4, len(q.slots))

	// Weighted: take n tokens or none.
	sem := make(chan struct{}, 5)
	take := func(n int) bool {
		for i := range n {
			select {
			case sem <- struct{}{}:
			default:
				for range i {
					<-sem
				}
				return false
			}
		}
		return true
	}
	fmt.Println(take(3), take(3), take(2), take(1), len(sem))
}

// Output:
// 1 2 3 pool is busy pool is busy
// true true false 2 0
// true 1 3
// 2 true true <nil>
// 40 true true 0
// true false true false 5
