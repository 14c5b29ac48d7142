// Output, attributes and the verbose report.
package main

import (
	"fmt"
	"regexp"
	"testing"
)

func TestOutput(t *testing.T) {
	w := t.Output()
	fmt.Fprint(w, "begun, ")
	fmt.Fprintln(w, "and ended")
	fmt.Fprint(w, "one\ntwo\nthree")
	t.Log("a message ends the line")
	t.Attr("key", "some value")
	t.Run("sub", func(t *testing.T) {
		fmt.Fprint(t.Output(), "without an end")
		t.Log("sub")
	})
	t.Log("outer again")
}

func main() {
	testing.Main(regexp.MatchString, []testing.InternalTest{{Name: "TestOutput", F: TestOutput}}, nil, nil)
}

// Flags: --seed=1
// Args: -test.v
// Output:
// === RUN   TestOutput
//     begun, and ended
//     one
//     two
//     three
//     output.go:15: a message ends the line
// === ATTR  TestOutput key some value
// === RUN   TestOutput/sub
//     without an end
//     output.go:19: sub
// === NAME  TestOutput
//     output.go:21: outer again
// --- PASS: TestOutput (0.00s)
//     --- PASS: TestOutput/sub (0.00s)
// PASS
