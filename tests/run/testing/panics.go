// A panic in a subtest ends the program, after the reports of its ancestors.
package main

import (
	"regexp"
	"testing"
)

func TestPanic(t *testing.T) {
	t.Log("before")
	t.Cleanup(func() { t.Log("cleanup of the test") })
	t.Run("sub", func(t *testing.T) {
		t.Cleanup(func() { t.Log("cleanup of the subtest") })
		var m map[string]int
		m["x"] = 1
	})
}

func TestNever(t *testing.T) {}

func main() {
	testing.Main(regexp.MatchString, []testing.InternalTest{
		{Name: "TestPanic", F: TestPanic}, {Name: "TestNever", F: TestNever},
	}, nil, nil)
}

// Flags: --seed=1
// Args: -test.v
// Exit: 2
// Output:
// === RUN   TestPanic
//     panics.go:10: before
// === RUN   TestPanic/sub
//     panics.go:13: cleanup of the subtest
// === NAME  TestPanic
//     panics.go:11: cleanup of the test
// --- FAIL: TestPanic (0.00s)
//     --- FAIL: TestPanic/sub (0.00s)
// Stderr:
// panic: assignment to entry in nil map [recovered, repanicked]
//
// goroutine N [running]:
