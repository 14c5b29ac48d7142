// Parallel subtests run after their parent's function has returned, at most -test.parallel at once.
package main

import (
	"fmt"
	"regexp"
	"sync/atomic"
	"testing"
	"time"
)

var running, most, ended atomic.Int32

func TestParallel(t *testing.T) {
	returned := false
	for i := range 8 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			if !returned {
				t.Error("too early")
			}
			n := running.Add(1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			time.Sleep(5 * time.Millisecond)
			running.Add(-1)
			ended.Add(1)
		})
	}
	t.Cleanup(func() { fmt.Println("ended:", ended.Load(), "at once:", most.Load()) })
	returned = true
}

func TestConflict(t *testing.T) {
	for name, f := range map[string]func(*testing.T){
		"twice":  func(t *testing.T) { t.Parallel(); t.Parallel() },
		"setenv": func(t *testing.T) { t.Setenv("A", "b"); t.Parallel() },
		"chdir":  func(t *testing.T) { t.Parallel(); t.Chdir(".") },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() { fmt.Println(recover() != nil) }()
			f(t)
		})
	}
}

func TestSerial(t *testing.T) { fmt.Println("parallel ones are over:", ended.Load() == 8) }

func main() {
	testing.Main(regexp.MatchString, []testing.InternalTest{
		{Name: "TestParallel", F: TestParallel}, {Name: "TestConflict", F: TestConflict}, {Name: "TestSerial", F: TestSerial},
	}, nil, nil)
}

// Args: -test.parallel=3
// Output:
// ended: 8 at once: 3
// true
// true
// true
// parallel ones are over: true
// PASS
