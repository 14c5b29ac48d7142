package testing

import (
	"sync"
	"time"
)

// slots lets -test.parallel tests run at once; who has to wait is served in order. The test that is running is one of them.
// It also holds what all tests of a run share.
type slots struct {
	names    *selector
	deadline time.Time

	mu      sync.Mutex
	free    int
	waiters int
	next    chan struct{}
}

func newSlots(n int, names *selector, deadline time.Time) *slots {
	return &slots{names: names, deadline: deadline, free: n - 1, next: make(chan struct{})}
}

func (s *slots) acquire() {
	s.mu.Lock()
	if s.free > 0 {
		s.free--
		s.mu.Unlock()
		return
	}
	s.waiters++
	s.mu.Unlock()
	<-s.next
}

func (s *slots) release() {
	s.mu.Lock()
	if s.waiters == 0 {
		s.free++
		s.mu.Unlock()
		return
	}
	s.waiters--
	s.mu.Unlock()
	s.next <- struct{}{}
}

// roster is the tests that are running now, with the time since when: a time-out lists them.
type roster struct {
	mu    sync.Mutex
	since map[string]instant
}

var running roster

func (r *roster) enter(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.since == nil {
		r.since = map[string]instant{}
	}
	r.since[name] = now()
}

func (r *roster) leave(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.since, name)
}
