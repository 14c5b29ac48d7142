// Package iter is about functions that yield a sequence of values.
package iter

import "internal/rt"

// Seq yields single values.
type Seq[V any] func(yield func(V) bool)

// Seq2 yields pairs.
type Seq2[K, V any] func(yield func(K, V) bool)

type pair[K, V any] struct {
	k K
	v V
}

// Pull turns seq around: each call of next returns the next value. stop ends the sequence.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	next2, stop := pull("iter.Pull", func(yield func(V, struct{}) bool) {
		seq(func(v V) bool { return yield(v, struct{}{}) })
	})
	return func() (V, bool) {
		v, _, ok := next2()
		return v, ok
	}, stop
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	return pull("iter.Pull2", seq)
}

// pull runs the sequence in a goroutine of its own, in turns with the caller. The name is for panics.
func pull[K, V any](name string, seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	var (
		ask     = make(chan bool)       // true: go on; false: stop
		answer  = make(chan pair[K, V]) // closed when seq has returned
		started bool
		done    bool
		asked   bool // next waits for a pair
		busy    bool
		cause   any
		failed  bool
		exited  = true
	)
	run := func() {
		defer func() {
			if exited {
				if cause = recover(); cause != nil {
					failed, exited = true, false
				}
			}
			done = true
			close(answer)
		}()
		if <-ask {
			seq(func(k K, v V) bool {
				if done {
					return false
				}
				if !asked {
					panic(name + ": yield called again before next")
				}
				asked = false
				answer <- pair[K, V]{k, v}
				return <-ask
			})
		}
		exited = false
	}
	// turn hands the control over and takes it back.
	turn := func(goOn bool) (pair[K, V], bool) {
		if busy {
			rt.Throw("iter: stop called by the sequence")
		}
		if !started {
			started = true
			go run()
		}
		busy = true
		if !goOn {
			done = true
		}
		ask <- goOn
		p, ok := <-answer
		busy = false
		if failed {
			failed = false
			panic(cause)
		}
		if !ok && exited {
			exited = false
			rt.Goexit()
		}
		return p, ok
	}
	next = func() (K, V, bool) {
		if done {
			var k K
			var v V
			return k, v, false
		}
		if asked {
			panic(name + ": next called again before yield")
		}
		asked = true
		p, ok := turn(true)
		return p.k, p.v, ok
	}
	stop = func() {
		if done {
			return
		}
		if !started {
			done = true
			return
		}
		turn(false)
	}
	return next, stop
}
