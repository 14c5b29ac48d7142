package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type child struct {
	name string
	run  func(ctx context.Context, beat func()) error
}

func supervise(ctx context.Context, c child, limit int, silence time.Duration, log func(string)) error {
	for attempt := 1; ; attempt++ {
		inner, cancel := context.WithCancelCause(ctx)
		beats := make(chan struct{}, 1)
		result := make(chan error, 1)
		go func() {
			defer func() {
				if r := recover(); r != nil {
					result <- fmt.Errorf("panic: %v", r)
				}
			}()
			result <- c.run(inner, func() {
				select {
				case beats <- struct{}{}:
				default:
				}
			})
		}()
		var err error
		timer := time.NewTimer(silence)
	watch:
		for {
			select {
			case <-beats:
				timer.Reset(silence)
			case <-timer.C:
				cancel(errors.New("no heartbeat"))
				<-result
				err = context.Cause(inner)
				break watch
			case err = <-result:
				break watch
			}
		}
		timer.Stop()
		cancel(nil)
		if err == nil {
			log(fmt.Sprint(c.name, " done at attempt ", attempt))
			return nil
		}
		log(fmt.Sprint(c.name, " failed: ", err))
		if attempt == limit {
			return fmt.Errorf("%s: gave up: %w", c.name, err)
		}
	}
}

func main() {
	var mu sync.Mutex
	logs := map[string][]string{}
	tries := map[string]int{}
	try := func(name string) int {
		mu.Lock()
		defer mu.Unlock()
		tries[name]++
		return tries[name]
	}
	children := []child{
		{"steady", func(ctx context.Context, beat func()) error {
			for range 5 {
				beat()
				time.Sleep(time.Millisecond)
			}
			return nil
		}},
		{"panics", func(ctx context.Context, beat func()) error {
			if try("panics") < 3 {
				var s []int
				_ = s[5]
			}
			return nil
		}},
		{"hangs", func(ctx context.Context, beat func()) error {
			beat()
			<-ctx.Done()
			return ctx.Err()
		}},
	}
	errs := make([]error, len(children))
	var wg sync.WaitGroup
	for i, c := range children {
		wg.Go(func() {
			errs[i] = supervise(context.Background(), c, 3, 300*time.Millisecond, func(s string) {
				mu.Lock()
				defer mu.Unlock()
				logs[c.name] = append(logs[c.name], s)
			})
		})
	}
	wg.Wait()
	for i, c := range children {
		for _, l := range logs[c.name] {
			fmt.Println(l)
		}
		fmt.Println(errs[i])
	}
}

// Output:
// steady done at attempt 1
// <nil>
// panics failed: panic: runtime error: index out of range [5] with length 0
// panics failed: panic: runtime error: index out of range [5] with length 0
// panics done at attempt 3
// <nil>
// hangs failed: no heartbeat
// hangs failed: no heartbeat
// hangs failed: no heartbeat
// hangs: gave up: no heartbeat
