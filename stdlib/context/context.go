// Package context carries deadlines, cancellation and values of a request to all that works on it.
package context

import (
	"errors"
	"internal/rt"
	"sync"
	"sync/atomic"
	"time"
)

// Context tells when to stop. Its methods may be called by many goroutines.
type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}

// CancelFunc cancels; calls after the first do nothing.
type CancelFunc func()

// CancelCauseFunc cancels and says why.
type CancelCauseFunc func(cause error)

// Canceled is Err after a cancellation.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is Err after the deadline.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// emptyCtx never ends.
type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background never ends and has no values: where contexts start.
func Background() Context { return backgroundCtx{} }

// TODO is Background where it is not clear yet which Context to use.
func TODO() Context { return todoCtx{} }

// canceler is a context that its parent cancels.
type canceler interface {
	cancel(removeFromParent bool, err, cause error)
	Done() <-chan struct{}
}

var cancelCtxKey int

// cancelCtx can be cancelled, with all its children.
type cancelCtx struct {
	Context
	mu       sync.Mutex
	done     chan struct{} // made when first asked for; closedChan if it was cancelled before
	children map[canceler]struct{}
	err      error
	cause    error
	state    atomic.Int32 // 1 once err is set
}

var closedChan = make(chan struct{})

func init() { close(closedChan) }

func (c *cancelCtx) Value(key any) any {
	if key == &cancelCtxKey {
		return c
	}
	return value(c.Context, key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	c.mu.Lock()
	if c.done == nil {
		c.done = make(chan struct{})
	}
	d := c.done
	c.mu.Unlock()
	return d
}

func (c *cancelCtx) Err() error {
	if c.state.Load() == 0 {
		return nil
	}
	c.mu.Lock() // until Done is closed
	defer c.mu.Unlock()
	return c.err
}

func (c *cancelCtx) String() string { return nameOf(c.Context) + ".WithCancel" }

func (c *cancelCtx) cancel(removeFromParent bool, err, cause error) {
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	if c.err != nil {
		c.mu.Unlock()
		return
	}
	c.err, c.cause = err, cause
	c.state.Store(1)
	if c.done == nil {
		c.done = closedChan
	} else {
		close(c.done)
	}
	children := c.children
	c.children = nil
	for child := range children {
		child.cancel(false, err, cause)
	}
	c.mu.Unlock()
	if removeFromParent {
		removeChild(c.Context, c)
	}
}

// afterFuncer is a context of a user's with an AfterFunc of its own.
type afterFuncer interface {
	AfterFunc(func()) func() bool
}

// stopCtx stands as the parent of a child that was registered by AfterFunc.
type stopCtx struct {
	Context
	stop func() bool
}

// propagate makes child end with parent.
func (c *cancelCtx) propagate(parent Context, child canceler) {
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		child.cancel(false, parent.Err(), Cause(parent))
		return
	default:
	}
	if p, ok := parentCancelCtx(parent, done); ok {
		p.mu.Lock()
		if p.err != nil {
			err, cause := p.err, p.cause
			p.mu.Unlock()
			child.cancel(false, err, cause)
			return
		}
		if p.children == nil {
			p.children = map[canceler]struct{}{}
		}
		p.children[child] = struct{}{}
		p.mu.Unlock()
		return
	}
	if a, ok := parent.(afterFuncer); ok {
		c.mu.Lock()
		stop := a.AfterFunc(func() { child.cancel(false, parent.Err(), Cause(parent)) })
		c.Context = stopCtx{parent, stop}
		c.mu.Unlock()
		return
	}
	go func() {
		select {
		case <-done:
			child.cancel(false, parent.Err(), Cause(parent))
		case <-child.Done():
		}
	}()
}

// parentCancelCtx is the cancelCtx that parent's Done comes from.
func parentCancelCtx(parent Context, done <-chan struct{}) (*cancelCtx, bool) {
	if done == closedChan {
		return nil, false
	}
	p, ok := parent.Value(&cancelCtxKey).(*cancelCtx)
	if !ok {
		return nil, false
	}
	p.mu.Lock()
	same := p.done == done
	p.mu.Unlock()
	return p, same
}

func removeChild(parent Context, child canceler) {
	if s, ok := parent.(stopCtx); ok {
		s.stop()
		return
	}
	done := parent.Done()
	if done == nil {
		return
	}
	if p, ok := parent.Value(&cancelCtxKey).(*cancelCtx); ok {
		p.mu.Lock()
		delete(p.children, child)
		p.mu.Unlock()
	}
}

func checkParent(parent Context) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
}

func withCancel(parent Context) *cancelCtx {
	checkParent(parent)
	c := &cancelCtx{}
	c.propagate(parent, c)
	return c
}

// WithCancel is parent with an end of its own: when cancel is called.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := withCancel(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithCancelCause is WithCancel that records a cause.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := withCancel(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

// Cause is why c was cancelled; Err if no cause was given.
func Cause(c Context) error {
	err := c.Err()
	if err == nil {
		return nil
	}
	if cancelled, ok := c.Value(&cancelCtxKey).(*cancelCtx); ok {
		if why := cancelled.why(); why != nil {
			return why
		}
	}
	return err
}

// why is the recorded cause.
func (c *cancelCtx) why() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.cause
}

type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return nameOf(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" + time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) cancel(removeFromParent bool, err, cause error) {
	c.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		removeChild(c.cancelCtx.Context, c)
	}
	c.mu.Lock()
	timer := c.timer
	c.timer = nil
	c.mu.Unlock()
	if timer != nil {
		timer.Stop()
	}
}

// WithDeadline is WithCancel that ends at d, too.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline that records a cause when the time has come.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	checkParent(parent)
	if cur, ok := parent.Deadline(); ok && cur.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.cancelCtx.propagate(parent, c)
	dur := time.Until(d)
	if dur <= 0 {
		c.cancel(true, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	c.mu.Lock()
	if c.err == nil {
		c.timer = time.AfterFunc(dur, func() { c.cancel(true, DeadlineExceeded, cause) })
	}
	c.mu.Unlock()
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithTimeout is WithDeadline that far from now.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause is WithTimeout that records a cause when the time has come.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

type valueCtx struct {
	Context
	key, val any
}

// WithValue is parent with one more value.
func WithValue(parent Context, key, val any) Context {
	checkParent(parent)
	if key == nil {
		panic("nil key")
	}
	if !rt.Comparable(key) {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return value(c.Context, key)
}

func (c *valueCtx) String() string {
	return nameOf(c.Context) + ".WithValue(" + text(c.key) + ", " + text(c.val) + ")"
}

// text shows a key or a value without the help of fmt.
func text(v any) string {
	switch s := v.(type) {
	case interface{ String() string }:
		return s.String()
	case string:
		return s
	case nil:
		return "<nil>"
	}
	return rt.TypeString(v)
}

func nameOf(c Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	return rt.TypeString(c)
}

type withoutCancelCtx struct{ c Context }

// WithoutCancel has parent's values but not its end.
func WithoutCancel(parent Context) Context {
	checkParent(parent)
	return withoutCancelCtx{parent}
}

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any                     { return value(c, key) }
func (c withoutCancelCtx) String() string                        { return nameOf(c.c) + ".WithoutCancel" }

// A link of the chain of contexts that Value looks through: what it knows of a key, or where to look next.
type link interface {
	find(key any) (val any, found bool, next Context)
}

func (c *valueCtx) find(key any) (any, bool, Context)  { return c.val, c.key == key, c.Context }
func (c *cancelCtx) find(key any) (any, bool, Context) { return c, key == &cancelCtxKey, c.Context }

// The end of the contexts above is hidden.
func (c withoutCancelCtx) find(key any) (any, bool, Context) {
	return nil, key == &cancelCtxKey, c.c
}

// value looks a key up through the contexts of this package without recursion.
func value(c Context, key any) any {
	for {
		l, ok := c.(link)
		if !ok {
			return c.Value(key)
		}
		val, found, next := l.find(key)
		if found {
			return val
		}
		c = next
	}
}

type afterFuncCtx struct {
	cancelCtx
	once sync.Once
	f    func()
}

func (a *afterFuncCtx) cancel(removeFromParent bool, err, cause error) {
	a.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		removeChild(a.Context, a)
	}
	a.once.Do(func() { go a.f() })
}

// AfterFunc calls f in a goroutine of its own when ctx ends. stop prevents that, and reports whether it did.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.cancelCtx.propagate(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(true, Canceled, nil)
		}
		return stopped
	}
}
