// Log after the end of a test goes to the nearest parent that still runs; when all have ended it panics.
package main

import (
	"regexp"
	"testing"
)

var first *testing.T

func TestLate(t *testing.T) {
	var sub *testing.T
	t.Run("sub", func(t *testing.T) { sub = t })
	sub.Log("goes to the parent")
	func() {
		defer func() { t.Log(recover()) }()
		sub.Fail()
	}()
	if first != nil {
		first.Log("too late")
	}
	first = t
}

func main() {
	testing.Main(regexp.MatchString, []testing.InternalTest{{Name: "TestLate", F: TestLate}}, nil, nil)
}

// Flags: --seed=1
// Args: -test.count=2 -test.v
// Exit: 2
// Output:
// === RUN   TestLate
// === RUN   TestLate/sub
// === NAME  TestLate
//     late.go:14: goes to the parent
//     late.go:16: Fail in goroutine after TestLate/sub has completed
// --- FAIL: TestLate (0.00s)
//     --- PASS: TestLate/sub (0.00s)
// === RUN   TestLate
// === RUN   TestLate/sub
// === NAME  TestLate
//     late.go:14: goes to the parent
//     late.go:16: Fail in goroutine after TestLate/sub has completed
// --- FAIL: TestLate (0.00s)
//     --- PASS: TestLate/sub (0.00s)
// Stderr:
// panic: Log in goroutine after TestLate has completed: too late
// 	 [recovered, repanicked]
//
// goroutine N [running]:
