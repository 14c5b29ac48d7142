package sync

import "sync/atomic"

// Once does one thing once.
type Once struct {
	done atomic.Bool
	m    Mutex
}

// Do calls f if this is the first call of Do; other calls wait until f has returned.
func (o *Once) Do(f func()) {
	if !o.done.Load() {
		o.slow(f)
	}
}

func (o *Once) slow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if !o.done.Load() {
		defer o.done.Store(true)
		f()
	}
}

// OnceFunc returns a function that calls f once; if f panics, so does every call.
func OnceFunc(f func()) func() {
	call := OnceValue(func() struct{} {
		f()
		return struct{}{}
	})
	return func() { call() }
}

// OnceValue returns a function that calls f once and returns its value every time.
func OnceValue[T any](f func() T) func() T {
	var (
		once  Once
		valid bool
		cause any
		value T
	)
	return func() T {
		once.Do(func() {
			defer func() {
				f = nil
				if cause = recover(); !valid {
					panic(cause)
				}
			}()
			value = f()
			valid = true
		})
		if !valid {
			panic(cause)
		}
		return value
	}
}

// OnceValues is OnceValue for two values.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	type pair struct {
		a T1
		b T2
	}
	call := OnceValue(func() pair {
		a, b := f()
		return pair{a, b}
	})
	return func() (T1, T2) {
		p := call()
		return p.a, p.b
	}
}
