package main

import (
	"fmt"
	"sync"
	"time"
)

// Token bucket, leaky bucket and sliding window over a clock of their own, so that time is exact.

type clock interface {
	now() time.Time
	sleep(time.Duration)
}

type fake struct {
	mu sync.Mutex
	t  time.Time
}

func (f *fake) now() time.Time        { f.mu.Lock(); defer f.mu.Unlock(); return f.t }
func (f *fake) sleep(d time.Duration) { f.mu.Lock(); defer f.mu.Unlock(); f.t = f.t.Add(d) }

type limiter interface {
	// allow takes a permit, or says how long it takes until there is one.
	allow() (wait time.Duration, ok bool)
}

type bucket struct {
	c      clock
	tokens float64
	burst  float64
	rate   float64 // per second
	last   time.Time
}

func (b *bucket) allow() (time.Duration, bool) {
	now := b.c.now()
	b.tokens = min(b.burst, b.tokens+now.Sub(b.last).Seconds()*b.rate)
	b.last = now
	if b.tokens >= 1 {
		b.tokens--
		return 0, true
	}
	return time.Duration((1 - b.tokens) / b.rate * float64(time.Second)).Round(time.Microsecond), false
}

type leaky struct {
	c    clock
	gap  time.Duration
	next time.Time
}

func (l *leaky) allow() (time.Duration, bool) {
	now := l.c.now()
	if d := l.next.Sub(now); d > 0 {
		return d, false
	}
	l.next = now.Add(l.gap)
	return 0, true
}

type window struct {
	c    clock
	size time.Duration
	most int
	at   []time.Time
}

func (w *window) allow() (time.Duration, bool) {
	now := w.c.now()
	for len(w.at) > 0 && now.Sub(w.at[0]) >= w.size {
		w.at = w.at[1:]
	}
	if len(w.at) < w.most {
		w.at = append(w.at, now)
		return 0, true
	}
	return w.at[0].Add(w.size).Sub(now), false
}

type serial struct {
	mu sync.Mutex
	limiter
}

func (s *serial) allow() (time.Duration, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.limiter.allow()
}

func schedule(c *fake, l limiter, n int) (at []time.Duration) {
	start := c.now()
	for len(at) < n {
		wait, ok := l.allow()
		if ok {
			at = append(at, c.now().Sub(start))
			continue
		}
		c.sleep(wait)
	}
	return
}

func main() {
	begin := time.Date(2024, 2, 29, 23, 59, 58, 0, time.UTC)
	for _, make := range []func(c clock) limiter{
		func(c clock) limiter { return &bucket{c: c, tokens: 3, burst: 3, rate: 4, last: c.now()} },
		func(c clock) limiter { return &leaky{c: c, gap: 150 * time.Millisecond} },
		func(c clock) limiter { return &window{c: c, size: time.Second, most: 2} },
	} {
		c := &fake{t: begin}
		l := make(c)
		fmt.Printf("%T %v\n", l, schedule(c, l, 7))
		c.sleep(time.Minute)
		fmt.Println(schedule(c, l, 4), c.now().Format(time.DateTime))

		// Many goroutines share what there is at one moment.
		shared := &serial{limiter: make(c)}
		var wg sync.WaitGroup
		var mu sync.Mutex
		passed := 0
		for range 20 {
			wg.Go(func() {
				if _, ok := shared.allow(); ok {
					mu.Lock()
					passed++
					mu.Unlock()
				}
			})
		}
		wg.Wait()
		fmt.Println(passed)
	}
}

// Output:
// *main.bucket [0s 0s 0s 250ms 500ms 750ms 1s]
// [0s 0s 0s 250ms] 2024-03-01 00:00:59
// 3
// *main.leaky [0s 150ms 300ms 450ms 600ms 750ms 900ms]
// [0s 150ms 300ms 450ms] 2024-03-01 00:00:59
// 1
// *main.window [0s 0s 1s 1s 2s 2s 3s]
// [0s 0s 1s 1s] 2024-03-01 00:01:02
// 2
