package time

import "internal/rt"

// Sleep pauses the goroutine for at least d.
func Sleep(d Duration) { rt.Sleep(int64(d)) }

// Timer is one event in the future. Its channel never yields a value from before the last Stop or Reset.
type Timer struct {
	C <-chan Time
	r rt.Timer
}

// when is the time d from now on the monotonic clock.
func when(d Duration) int64 {
	now := rt.Nanotime()
	if d <= 0 {
		return now
	}
	if t := now + int64(d); t > 0 {
		return t
	}
	return 1<<63 - 1
}

// NewTimer sends the time on the timer's channel after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c, r: rt.Timer{When: when(d), Send: c, Loc: Local}}
	rt.TimerStart(&t.r)
	return t
}

// AfterFunc calls f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{r: rt.Timer{When: when(d), Fn: f}}
	rt.TimerStart(&t.r)
	return t
}

// After sends the time on the channel after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// Stop prevents the event, and reports whether it was still to come.
func (t *Timer) Stop() bool {
	if t.r.Send == nil && t.r.Fn == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return rt.TimerStop(&t.r)
}

// Reset makes the event come after d from now, and reports whether it was still to come.
func (t *Timer) Reset(d Duration) bool {
	if t.r.Send == nil && t.r.Fn == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	return rt.TimerReset(&t.r, when(d), 0)
}

// Ticker sends the time on its channel again and again, dropping ticks for slow receivers.
type Ticker struct {
	C <-chan Time
	r rt.Timer
}

// NewTicker ticks every d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{C: c, r: rt.Timer{When: when(d), Period: int64(d), Send: c, Loc: Local}}
	rt.TimerStart(&t.r)
	return t
}

// Stop ends the ticks; it does not close the channel.
func (t *Ticker) Stop() {
	if t.r.Send != nil {
		rt.TimerStop(&t.r)
	}
}

// Reset makes it tick every d from now on.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.r.Send == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	rt.TimerReset(&t.r, when(d), int64(d))
}

// Tick is the channel of a new Ticker; nil if d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
