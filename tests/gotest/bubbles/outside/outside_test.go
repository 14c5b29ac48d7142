package outside

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// A channel from outside does not block durably: the bubble's clock stands still until it is answered.
func TestChannelFromOutside(t *testing.T) {
	questions, answers := make(chan int), make(chan int)
	go func() {
		for q := range questions {
			time.Sleep(5 * time.Millisecond) // real time
			answers <- q * q
		}
	}()
	defer close(questions)
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for i := range 3 {
			questions <- i
			if v := <-answers; v != i*i {
				t.Error(v)
			}
		}
		t.Log(time.Since(start))
	})
}

// A mutex does not count either; whoever sleeps with it moves the clock only because nobody else waits.
func TestMutex(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		start := time.Now()
		mu.Lock()
		locked := false
		go func() {
			mu.Lock()
			locked = true
			mu.Unlock()
		}()
		mu.Unlock()
		synctest.Wait()
		t.Log(locked, time.Since(start))
	})
}

type poller struct {
	interval time.Duration
	failures int
}

var errGiveUp = errors.New("too many failures")

// run polls with exponential pauses, up to five failures.
func (p *poller) run(ctx context.Context, poll func() error) error {
	pause := p.interval
	for {
		if err := poll(); err == nil {
			pause, p.failures = p.interval, 0
		} else if p.failures++; p.failures >= 5 {
			return errGiveUp
		} else {
			pause *= 2
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(pause):
		}
	}
}

func TestBackoff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		p := poller{interval: time.Second}
		var at []time.Duration
		err := p.run(t.Context(), func() error {
			at = append(at, time.Since(start))
			if len(at) == 3 {
				return nil
			}
			return errors.New("no")
		})
		t.Log(err, at)

		ctx, cancel := context.WithTimeoutCause(context.Background(), 90*time.Second, errors.New("out of time"))
		defer cancel()
		polls := 0
		t.Log((&poller{interval: time.Minute}).run(ctx, func() error { polls++; return nil }), polls, time.Since(start))
	})
}

func TestRetriesInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		type event struct {
			name string
			at   time.Duration
		}
		start := time.Now()
		events := make(chan event, 10)
		for i, name := range []string{"slow", "quick", "middle"} {
			delay := []time.Duration{3, 1, 2}[i] * time.Second
			time.AfterFunc(delay, func() { events <- event{name, time.Since(start)} })
		}
		for range 3 {
			e := <-events
			t.Log(e.name, e.at)
		}
		select {
		case <-events:
			t.Error("one too many")
		case <-time.After(time.Hour):
			t.Log("nothing for an hour")
		}
		synctest.Wait()
		time.Sleep(time.Nanosecond)
		t.Log(time.Since(start))
	})
}
