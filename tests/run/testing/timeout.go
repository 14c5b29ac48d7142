// A test that waits for too long: the program ends with all stacks.
package main

import (
	"regexp"
	"testing"
	"time"
)

func TestSlow(t *testing.T) {
	deadline, ok := t.Deadline()
	t.Log(ok, time.Until(deadline) <= 50*time.Millisecond)
	t.Run("sub", func(t *testing.T) { <-t.Context().Done() })
}

func main() {
	testing.Main(regexp.MatchString, []testing.InternalTest{{Name: "TestSlow", F: TestSlow}}, nil, nil)
}

// Args: -test.v -test.timeout=50ms
// Exit: 2
// Output:
// === RUN   TestSlow
//     timeout.go:12: true true
// === RUN   TestSlow/sub
// Stderr:
// panic: test timed out after 50ms
// 	running tests:
// 		TestSlow (0s)
// 		TestSlow/sub (0s)
//
// goroutine N [running]:
