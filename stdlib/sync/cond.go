package sync

import "internal/rt"

// Cond is where goroutines wait for a condition that is guarded by L.
type Cond struct {
	L       Locker
	notify  rt.NotifyList
	checker *Cond
}

// NewCond returns a Cond with the Locker l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) check() {
	if c.checker == nil {
		c.checker = c
	} else if c.checker != c {
		panic("sync.Cond is copied")
	}
}

// Wait unlocks c.L, waits to be woken, and locks it again.
func (c *Cond) Wait() {
	c.check()
	ticket := rt.NotifyListAdd(&c.notify)
	c.L.Unlock()
	rt.NotifyListWait(&c.notify, ticket)
	c.L.Lock()
	if rt.WaitCut() {
		rt.Goexit()
	}
}

// Signal wakes one that waits.
func (c *Cond) Signal() {
	c.check()
	rt.NotifyListNotifyOne(&c.notify)
}

// Broadcast wakes all that wait.
func (c *Cond) Broadcast() {
	c.check()
	rt.NotifyListNotifyAll(&c.notify)
}

// Pool keeps values for later use; New makes one when it is empty.
type Pool struct {
	m     Mutex
	items []any
	New   func() any
}

// Put adds x.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.m.Lock()
	if len(p.items) < 64 {
		p.items = append(p.items, x)
	}
	p.m.Unlock()
}

// Get takes some value out; New's if there is none.
func (p *Pool) Get() any {
	p.m.Lock()
	if n := len(p.items); n > 0 {
		x := p.items[n-1]
		p.items[n-1] = nil
		p.items = p.items[:n-1]
		p.m.Unlock()
		return x
	}
	p.m.Unlock()
	if p.New != nil {
		return p.New()
	}
	return nil
}
