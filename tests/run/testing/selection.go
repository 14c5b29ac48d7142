// Patterns with levels and alternatives choose subtests; -test.skip takes some away.
package main

import (
	"fmt"
	"regexp"
	"testing"
)

func tree(t *testing.T) {
	for _, a := range []string{"x", "y"} {
		t.Run(a, func(t *testing.T) {
			fmt.Println(t.Name())
			for _, b := range []string{"1", "2", "3"} {
				t.Run(b, func(t *testing.T) { fmt.Println(t.Name()) })
			}
		})
	}
}

func main() {
	testing.Main(regexp.MatchString, []testing.InternalTest{
		{Name: "TestA", F: tree}, {Name: "TestB", F: tree}, {Name: "TestC", F: tree},
	}, nil, nil)
}

// Flags: --seed=1
// Args: -test.run=A/x/[12]|B/y -test.skip=/y/3
// Output:
// TestA/x
// TestA/x/1
// TestA/x/2
// TestB/y
// TestB/y/1
// TestB/y/2
// PASS
