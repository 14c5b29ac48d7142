package waits

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestPanicInBubble(t *testing.T) {
	defer func() { t.Log("outside", recover()) }()
	synctest.Test(t, func(t *testing.T) {
		defer func() { t.Log("inside", recover()) }()
		panic("x")
	})
}

func TestGoexit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := make(chan bool)
		go func() {
			defer close(done)
			time.Sleep(time.Second)
			runtime.Goexit()
		}()
		<-done
		t.Log(time.Now().Second())
	})
}

func TestAfterFuncNested(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		var n atomic.Int32
		var f func()
		f = func() {
			if n.Add(1) < 5 {
				time.AfterFunc(time.Duration(n.Load())*time.Second, f)
			}
		}
		time.AfterFunc(0, f)
		time.Sleep(time.Minute)
		t.Log(n.Load(), time.Since(start))
	})
}

func TestTickerReset(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		k := time.NewTicker(time.Minute)
		t.Log((<-k.C).Sub(start))
		k.Reset(time.Second)
		t.Log((<-k.C).Sub(start), (<-k.C).Sub(start))
		time.Sleep(10 * time.Second)
		t.Log(len(k.C), (<-k.C).Sub(start))
		k.Stop()
		select {
		case <-k.C:
			t.Log("stale")
		case <-time.After(time.Hour):
			t.Log("stopped", time.Since(start))
		}
	})
}

func TestPull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		next, stop := iter.Pull(func(yield func(time.Duration) bool) {
			start := time.Now()
			for {
				time.Sleep(time.Second)
				if !yield(time.Since(start)) {
					return
				}
			}
		})
		a, _ := next()
		b, _ := next()
		t.Log(a, b)
		stop()
	})
}

func TestDeadlines(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithDeadline(t.Context(), time.Now().Add(5*time.Second))
		defer cancel()
		d, ok := ctx.Deadline()
		t.Log(d.UTC(), ok)
		time.Sleep(5*time.Second - 1)
		synctest.Wait()
		t.Log(ctx.Err())
		time.Sleep(1)
		synctest.Wait()
		t.Log(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded))
	})
}

func TestManyWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		steps := []string{}
		say := func(s string) { mu.Lock(); steps = append(steps, s); mu.Unlock() }
		var wg sync.WaitGroup
		for i := range 3 {
			wg.Go(func() {
				for j := range 3 {
					time.Sleep(time.Duration(i+1) * time.Second)
					say(fmt.Sprint(i, j))
				}
			})
		}
		for range 9 {
			time.Sleep(time.Second)
			synctest.Wait()
			say("|")
		}
		wg.Wait()
		mu.Lock()
		defer mu.Unlock()
		n := 0
		for _, s := range steps {
			if s == "|" {
				n++
			}
		}
		t.Log(n, len(steps))
	})
}

func TestRWAndPipes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, w := io.Pipe()
		go func() {
			defer w.Close()
			for i := range 3 {
				time.Sleep(time.Second)
				fmt.Fprintln(w, "line", i, time.Now().Second())
			}
		}()
		s := bufio.NewScanner(r)
		for s.Scan() {
			t.Log(s.Text())
		}
	})
}

func TestSelectMix(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		a, b := make(chan int), make(chan int, 1)
		go func() { time.Sleep(3 * time.Second); a <- 1 }()
		go func() { time.Sleep(2 * time.Second); b <- 2 }()
		for range 3 {
			select {
			case v := <-a:
				t.Log("a", v, time.Since(start))
			case v := <-b:
				t.Log("b", v, time.Since(start))
			case <-time.After(2500 * time.Millisecond):
				t.Log("timeout", time.Since(start))
			}
		}
	})
}

func TestTimesOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		t.Log(time.Now().Weekday(), time.Now().YearDay(), time.Now().Location())
		time.Sleep(time.Until(time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)))
		t.Log(time.Now().UTC())
		tm := time.NewTimer(-5)
		t.Log((<-tm.C).UTC())
		time.Sleep(-1)
		time.Sleep(0)
		t.Log(time.Now().UTC().UnixNano())
	})
}

func TestSubtestsAfter(t *testing.T) {
	t.Run("sub", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) { t.Log(t.Name()) })
	})
	synctest.Test(t, func(t *testing.T) { t.Fail() })
	t.Log("not reached")
}
