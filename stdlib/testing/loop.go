package testing

import "time"

// loop is the state of B.Loop.
type loop struct {
	left   uint64 // iterations until there is something to decide; 0 while the timer is stopped
	held   uint64 // what left was when the timer was stopped
	target uint64 // iterations in all; 0 before the first call
	ended  bool
}

// Loop reports whether the benchmark should go on. The first call starts the timer anew; after the last, b.N is the number
// of iterations.
func (b *B) Loop() bool {
	if b.loop.left > 0 {
		b.loop.left--
		return true
	}
	return b.decide()
}

// decide ends the loop or sets it a farther target.
func (b *B) decide() bool {
	if !b.timing {
		b.Fatal("B.Loop called with timer stopped")
	}
	l := &b.loop
	if l.target == 0 { // the first call
		l.target = max(1, uint64(b.budget.n))
		l.left = l.target - 1
		b.N = 0
		b.ResetTimer()
		return true
	}
	done := l.target
	if b.budget.n == 0 {
		l.target = farther(done, b.Elapsed(), b.budget.d)
	}
	if l.target == done {
		b.StopTimer()
		b.N = int(done)
		l.ended = true
		return false
	}
	l.left = l.target - done - 1
	return true
}

// farther is the next target after n iterations that took d, or n if that is enough.
func farther(n uint64, d, goal time.Duration) uint64 {
	if d >= goal {
		return n
	}
	return max(n, uint64(predict(goal, d, int64(n), int64(n))))
}
