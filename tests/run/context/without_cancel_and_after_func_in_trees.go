package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key string

// own is a context that is not one of the package's: cancellation has to be passed on all the same.
type own struct {
	context.Context
	name string
}

func (o own) Value(k any) any {
	if k == key("name") {
		return o.name
	}
	return o.Context.Value(k)
}

type foreign struct{ done chan struct{} }

func (f foreign) Deadline() (time.Time, bool) { return time.Time{}, false }
func (f foreign) Done() <-chan struct{}       { return f.done }
func (f foreign) Value(any) any               { return nil }
func (f foreign) Err() error {
	select {
	case <-f.done:
		return errors.New("foreign end")
	default:
		return nil
	}
}

func main() {
	root, stop := context.WithCancelCause(context.WithValue(context.Background(), key("id"), 7))
	detached := context.WithoutCancel(root)
	child, cancelChild := context.WithCancel(detached)
	defer cancelChild()
	timed, cancelTimed := context.WithTimeoutCause(own{root, "wrapped"}, time.Hour, errors.New("too slow"))
	defer cancelTimed()
	ran := make(chan string, 4)
	context.AfterFunc(timed, func() { ran <- "after timed" })
	unregister := context.AfterFunc(timed, func() { ran <- "never" })
	fmt.Println(unregister(), unregister())
	late := context.AfterFunc(root, func() { ran <- "after root" })

	stop(fmt.Errorf("because: %w", errors.ErrUnsupported))
	stop(errors.New("second causes are ignored"))
	<-timed.Done()
	a, b := <-ran, <-ran
	if a > b {
		a, b = b, a
	}
	fmt.Println(a, b, late())
	fmt.Println(root.Err(), "|", context.Cause(root), "|", context.Cause(timed), "|", timed.Err())
	fmt.Println(detached.Err(), detached.Done() == nil, child.Err(), detached.Value(key("id")), timed.Value(key("name")))
	_, has := detached.Deadline()
	_, timedHas := timed.Deadline()
	fmt.Println(has, timedHas, errors.Is(context.Cause(timed), errors.ErrUnsupported))

	f := foreign{make(chan struct{})}
	below, cancelBelow := context.WithCancelCause(f)
	fmt.Println(below.Err())
	close(f.done)
	<-below.Done()
	fmt.Println(below.Err(), context.Cause(below))
	cancelBelow(nil)

	expired, cancelExpired := context.WithDeadlineCause(context.Background(), time.Now().Add(-time.Second), errors.New("long ago"))
	fmt.Println(expired.Err(), context.Cause(expired), errors.Is(expired.Err(), context.DeadlineExceeded))
	cancelExpired()
	under, cancelUnder := context.WithCancel(expired)
	defer cancelUnder()
	fmt.Println(under.Err() == context.DeadlineExceeded, context.Cause(under))
	nilCause, cancelNil := context.WithCancelCause(context.TODO())
	cancelNil(nil)
	fmt.Println(nilCause.Err(), context.Cause(nilCause))
	fmt.Println(root)
	fmt.Println(timed.Err().(interface{ Error() string }).Error(), nilCause)
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(expired.Err(), &te) && te.Timeout())
}

// Output:
// true false
// after root after timed false
// context canceled | because: unsupported operation | because: unsupported operation | context canceled
// <nil> true <nil> 7 wrapped
// false true true
// <nil>
// foreign end foreign end
// context deadline exceeded long ago true
// true long ago
// context canceled context canceled
// context.Background.WithValue(main.key, int).WithCancel
// context canceled context.TODO.WithCancel
// true
