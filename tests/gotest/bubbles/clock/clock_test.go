package clock

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestClockBeginsInTheYear2000(t *testing.T) {
	outside := time.Now()
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		t.Log(start.UTC())
		time.Sleep(3 * time.Hour)
		t.Log(time.Since(start), time.Now().Sub(start), time.Until(start))
		if start.Year() > 2000 || outside.Year() < 2020 {
			t.Error("which year is it?")
		}
		t.Log(start)
	})
	if time.Since(outside) > time.Minute {
		t.Error("that took long")
	}
}

func TestWaitSeesWhatOthersHaveDone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := false
		go func() { done = true }()
		synctest.Wait()
		t.Log(done)

		c := make(chan int)
		sum := 0
		go func() {
			for v := range c {
				sum += v
			}
			sum = -sum
		}()
		for i := range 5 {
			c <- i
		}
		synctest.Wait()
		t.Log(sum)
		close(c)
		synctest.Wait()
		t.Log(sum)
	})
}

func TestTimersTickersAndContexts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		at := func() time.Duration { return time.Since(start) }
		ctx, cancel := context.WithTimeoutCause(t.Context(), time.Minute, errors.New("a minute"))
		defer cancel()
		k := time.NewTicker(7 * time.Second)
		defer k.Stop()
		var log []string
		time.AfterFunc(20*time.Second, func() { log = append(log, fmt.Sprint("func ", at())) })
		after := time.After(15 * time.Second)
		for ctx.Err() == nil {
			select {
			case v := <-k.C:
				log = append(log, fmt.Sprint("tick ", v.Sub(start)))
			case <-after:
				log = append(log, fmt.Sprint("after ", at()))
			case <-ctx.Done():
				log = append(log, fmt.Sprint(context.Cause(ctx), " ", at()))
			}
		}
		for _, l := range log {
			t.Log(l)
		}
	})
}

func TestTimerStopAndReset(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		tm := time.NewTimer(time.Second)
		time.Sleep(2 * time.Second)
		t.Log(tm.Stop(), len(tm.C))
		t.Log(tm.Reset(5*time.Second), (<-tm.C).Sub(start))
		f := time.AfterFunc(time.Second, func() { t.Log("never") })
		t.Log(f.Stop(), f.Stop())
		time.Sleep(time.Hour)
		missed := time.NewTimer(time.Second)
		time.Sleep(10 * time.Second)
		t.Log((<-missed.C).Sub(start))
	})
}

type store struct {
	mu    sync.Mutex
	items map[string]time.Time
}

func (s *store) expire(d time.Duration, stop <-chan struct{}) {
	for {
		select {
		case <-time.After(d):
		case <-stop:
			return
		}
		s.mu.Lock()
		for k, v := range s.items {
			if !time.Now().Before(v) {
				delete(s.items, k)
			}
		}
		s.mu.Unlock()
	}
}

func (s *store) len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.items)
}

func TestCacheExpires(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &store{items: map[string]time.Time{}}
		stop := make(chan struct{})
		var wg sync.WaitGroup
		wg.Go(func() { s.expire(time.Minute, stop) })
		for i := range 5 {
			s.items[fmt.Sprint(i)] = time.Now().Add(time.Duration(i) * time.Minute)
		}
		for range 5 {
			synctest.Sleep(time.Minute)
			t.Log(s.len())
		}
		close(stop)
		wg.Wait()
	})
}

func TestCondAndPipe(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		c := sync.NewCond(&mu)
		woken := 0
		for range 3 {
			go func() {
				mu.Lock()
				defer mu.Unlock()
				c.Wait()
				woken++
			}()
		}
		synctest.Wait()
		c.Signal()
		synctest.Wait()
		t.Log(woken)
		c.Broadcast()
		synctest.Wait()
		t.Log(woken)

		r, w := io.Pipe()
		var got []byte
		go func() { got, _ = io.ReadAll(r) }()
		fmt.Fprint(w, "through")
		synctest.Wait()
		t.Log(len(got))
		w.Close()
		synctest.Wait()
		t.Log(string(got))
	})
}

func TestCleanupRunsInside(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		t.Cleanup(func() {
			time.Sleep(time.Second)
			t.Log("cleanup", time.Since(start), t.Context().Err())
		})
		context.AfterFunc(t.Context(), func() { t.Log("context", time.Since(start)) })
		time.Sleep(time.Second)
		helper(t)
		t.Log(t.Name())
	})
}

func helper(t *testing.T) {
	t.Helper()
	t.Log("from the helper")
}

func TestMisuse(t *testing.T) {
	try := func(f func()) {
		t.Helper()
		defer func() { t.Log(recover()) }()
		f()
	}
	try(synctest.Wait)
	synctest.Test(t, func(t *testing.T) {
		try(func() { t.Run("sub", nil) })
		try(func() { t.Parallel() })
		try(func() { t.Deadline() })
		try(func() { synctest.Test(t, nil) })
		go func() {
			defer func() { t.Log(recover()) }()
			synctest.Wait()
		}()
		synctest.Wait()
	})
	try(func() {
		synctest.Test(t, func(t *testing.T) { <-make(chan int) })
	})
	try(func() {
		synctest.Test(t, func(t *testing.T) {
			c := make(chan int)
			for range 2 {
				go func() { c <- 1 }()
			}
		})
	})
}

func TestManyGoroutines(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		order := map[int][]int{}
		start := time.Now()
		for i := range 100 {
			go func() {
				time.Sleep(time.Duration(i%10) * time.Second)
				mu.Lock()
				defer mu.Unlock()
				s := int(time.Since(start).Seconds())
				order[s] = append(order[s], i)
			}()
		}
		for i := range 10 {
			synctest.Wait()
			mu.Lock()
			t.Log(i, len(order[i]))
			mu.Unlock()
			time.Sleep(time.Second)
		}
	})
}

func TestSeveralBubbles(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				for range 100 {
					time.Sleep(time.Duration(i+1) * time.Minute)
				}
				if d := time.Since(start); d != time.Duration(i+1)*100*time.Minute {
					t.Error(d)
				}
			})
		})
	}
	wg.Wait()
}

func TestSkips(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { t.Skip("skipped inside") })
	t.Log("goes on")
}

func TestFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(time.Hour)
		t.Error("an error")
		t.Fatal("fails inside")
	})
	t.Log("never")
}
