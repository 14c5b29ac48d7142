package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type breaker struct {
	failures, limit int
	openUntil       time.Time
	now             func() time.Time
}

var errOpen = errors.New("circuit is open")

func (b *breaker) call(f func() error) error {
	if b.now().Before(b.openUntil) {
		return errOpen
	}
	err := f()
	if err == nil {
		b.failures = 0
		return nil
	}
	if b.failures++; b.failures >= b.limit {
		b.openUntil = b.now().Add(time.Minute)
		b.failures = 0
	}
	return fmt.Errorf("call: %w", err)
}

func retry(ctx context.Context, tries int, wait time.Duration, f func(try int) error) (err error) {
	for try := 1; try <= tries; try++ {
		if err = f(try); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		case <-time.After(wait):
			wait *= 2
		}
	}
	return fmt.Errorf("after %d tries: %w", tries, err)
}

type temporary struct{ try int }

func (t temporary) Error() string   { return fmt.Sprint("temporary ", t.try) }
func (t temporary) Temporary() bool { return true }

func main() {
	clock := time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)
	b := &breaker{limit: 2, now: func() time.Time { return clock }}
	boom := errors.New("boom")
	for i := range 6 {
		err := b.call(func() error {
			if i < 3 {
				return boom
			}
			return nil
		})
		fmt.Println(i, err, errors.Is(err, boom))
		clock = clock.Add(40 * time.Second)
	}
	n := 0
	err := retry(context.Background(), 5, time.Millisecond, func(try int) error {
		n++
		if try < 3 {
			return temporary{try}
		}
		return nil
	})
	fmt.Println(n, err)
	err = retry(context.Background(), 2, time.Microsecond, func(try int) error { return temporary{try} })
	var t temporary
	fmt.Println(err, errors.As(err, &t), t.try)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	err = retry(ctx, 100, time.Hour, func(int) error { return boom })
	fmt.Printf("%q %v %v\n", err.Error(), errors.Is(err, boom), errors.Is(err, context.DeadlineExceeded))
	var tmp interface{ Temporary() bool }
	fmt.Println(errors.As(fmt.Errorf("wrapped: %w", t), &tmp), tmp.Temporary())
}

// Output:
// 0 call: boom true
// 1 call: boom true
// 2 circuit is open false
// 3 <nil> false
// 4 <nil> false
// 5 <nil> false
// 3 <nil>
// after 2 tries: temporary 2 true 2
// "boom\ncontext deadline exceeded" true true
// true true
