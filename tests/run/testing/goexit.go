// A test that ends by runtime.Goexit without FailNow panics.
package main

import (
	"regexp"
	"runtime"
	"testing"
)

func TestGoexit(t *testing.T) {
	t.Run("sub", func(t *testing.T) { runtime.Goexit() })
}

func main() {
	testing.Main(regexp.MatchString, []testing.InternalTest{{Name: "TestGoexit", F: TestGoexit}}, nil, nil)
}

// Flags: --seed=1
// Exit: 2
// Output:
// --- FAIL: TestGoexit (0.00s)
//     --- FAIL: TestGoexit/sub (0.00s)
// Stderr:
// panic: test executed panic(nil) or runtime.Goexit
//
// goroutine N [running]:
