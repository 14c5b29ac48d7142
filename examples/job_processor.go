package main

import (
	"errors"
	"fmt"
	"sync"
)

// Jobs that may fail are tried again, at most three times; the report says how each one ended.

type job struct {
	name   string
	flaky  int // fails this many times
	broken bool
}

type outcome struct {
	tries int
	err   error
}

var errBroken = errors.New("cannot be done")

func (j *job) run(try int) error {
	switch {
	case j.broken:
		return errBroken
	case try <= j.flaky:
		return fmt.Errorf("try %d failed", try)
	}
	return nil
}

func process(j *job) (o outcome) {
	for o.tries = 1; ; o.tries++ {
		o.err = j.run(o.tries)
		if o.err == nil || errors.Is(o.err, errBroken) || o.tries == 3 {
			return o
		}
	}
}

func main() {
	jobs := []job{{name: "resize"}, {name: "upload", flaky: 2}, {name: "encode", broken: true}, {name: "notify", flaky: 5}}
	outcomes := make([]outcome, len(jobs))
	queue := make(chan int)
	var workers sync.WaitGroup
	for range 2 {
		workers.Go(func() {
			for i := range queue {
				outcomes[i] = process(&jobs[i])
			}
		})
	}
	for i := range jobs {
		queue <- i
	}
	close(queue)
	workers.Wait()
	for i, o := range outcomes {
		if o.err != nil {
			fmt.Printf("%-7s given up after %d: %v\n", jobs[i].name, o.tries, o.err)
		} else {
			fmt.Printf("%-7s done after %d\n", jobs[i].name, o.tries)
		}
	}
}

// Output:
// resize  done after 1
// upload  done after 3
// encode  given up after 1: cannot be done
// notify  given up after 3: try 3 failed
