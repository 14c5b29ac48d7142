// Package signal lets programs receive signals.
package signal

import (
	"context"
	"os"
	"sync"
	"syscall"
)

// What a signal does.
const (
	byDefault = iota
	delivered
	ignored
)

// handle sets what a signal does.
func handle(signal, how int)

// isIgnored reports whether a signal does nothing.
func isIgnored(signal int) bool

// next waits for a signal. state is the native's, 0 at first.
func next(state int) int

// set is a set of signals, by number.
type set uint64

const everything set = ^set(0)

func setOf(signals []os.Signal) (s set) {
	if len(signals) == 0 {
		return everything
	}
	for _, sig := range signals {
		if n := number(sig); n > 0 {
			s |= 1 << (n - 1)
		}
	}
	return s
}

// number is 0 for what is no signal of this system.
func number(sig os.Signal) int {
	if n, ok := sig.(syscall.Signal); ok && 0 < n && n <= 64 {
		return int(n)
	}
	return 0
}

// each calls f for the signals of s.
func (s set) each(f func(n int)) {
	for n := 1; n <= 64; n++ {
		if s&(1<<(n-1)) != 0 {
			f(n)
		}
	}
}

// wishes is who wants which signals.
var wishes struct {
	mu      sync.Mutex
	of      map[chan<- os.Signal]set
	waiting bool
}

// Notify has signals sent to c, all if none are named. What c has no room for is dropped.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	w := &wishes
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.of == nil {
		w.of = map[chan<- os.Signal]set{}
	}
	s := setOf(sig)
	w.of[c] |= s
	s.each(func(n int) { handle(n, delivered) })
	if !w.waiting {
		w.waiting = true
		go loop()
	}
}

func loop() {
	for {
		n := next(0)
		wishes.mu.Lock()
		for c, s := range wishes.of {
			if n > 0 && s&(1<<(n-1)) != 0 {
				select {
				case c <- syscall.Signal(n):
				default:
				}
			}
		}
		wishes.mu.Unlock()
	}
}

// wanted is what is delivered to anybody.
func wanted() (all set) {
	for _, s := range wishes.of {
		all |= s
	}
	return all
}

// Stop sends no more signals to c.
func Stop(c chan<- os.Signal) {
	wishes.mu.Lock()
	defer wishes.mu.Unlock()
	before := wishes.of[c]
	delete(wishes.of, c)
	(before &^ wanted()).each(func(n int) { handle(n, byDefault) })
}

// take takes signals away from everybody.
func take(sig []os.Signal, how int) {
	wishes.mu.Lock()
	defer wishes.mu.Unlock()
	s := setOf(sig)
	for c := range wishes.of {
		if wishes.of[c] &^= s; wishes.of[c] == 0 {
			delete(wishes.of, c)
		}
	}
	s.each(func(n int) { handle(n, how) })
}

// Ignore makes signals do nothing, all if none are named.
func Ignore(sig ...os.Signal) { take(sig, ignored) }

// Reset gives signals their default action back, all if none are named.
func Reset(sig ...os.Signal) { take(sig, byDefault) }

// Ignored reports whether a signal does nothing.
func Ignored(sig os.Signal) bool {
	n := number(sig)
	return n > 0 && isIgnored(n)
}

// NotifyContext is a child of parent that is done when one of the signals arrives. Its cause tells which. stop lets go of it.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	inner, cancel := context.WithCancelCause(parent)
	c := &notified{inner, signals}
	ch := make(chan os.Signal, 1)
	Notify(ch, signals...)
	if inner.Err() == nil {
		go func() {
			select {
			case <-inner.Done():
			case sig := <-ch:
				cancel(received(sig.String() + " signal received"))
			}
		}()
	}
	return c, func() {
		cancel(nil)
		Stop(ch)
	}
}

// notified is a context of NotifyContext.
type notified struct {
	context.Context
	signals []os.Signal
}

func (c *notified) String() string {
	s, _ := c.Context.(interface{ String() string })
	text := s.String()
	text = "signal.NotifyContext(" + text[:len(text)-len(".WithCancel")]
	if len(c.signals) > 0 {
		between := ", ["
		for _, sig := range c.signals {
			text += between + sig.String()
			between = " "
		}
		text += "]"
	}
	return text + ")"
}

// received is the cause of a context that a signal has ended.
type received string

func (r received) Error() string { return string(r) }

func (r received) Is(target error) bool { return target == context.Canceled }
