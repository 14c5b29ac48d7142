// Messages come from the caller of a helper: through several, closures, subtests, cleanup functions and iterators.
package main

import (
	"iter"
	"regexp"
	"testing"
)

func check(t testing.TB, ok bool) {
	t.Helper()
	if !ok {
		t.Error("check failed")
	}
}

func both(t testing.TB, a, b bool) {
	t.Helper()
	check(t, a)
	check(t, b)
}

func noHelper(t testing.TB) {
	check(t, false)
}

func inSubtest(t *testing.T) {
	t.Helper()
	t.Run("sub", func(t *testing.T) {
		t.Helper()
		t.Error("in a helper")
	})
}

func later(t *testing.T) {
	t.Helper()
	t.Cleanup(func() {
		t.Helper()
		t.Error("in a cleanup function")
	})
}

func twice(t *testing.T) iter.Seq[int] {
	return func(yield func(int) bool) { _ = yield(1) && yield(2) }
}

func ranging(t *testing.T) {
	t.Helper()
	for i := range twice(t) {
		t.Error("in a range", i)
	}
}

func TestHelpers(t *testing.T) {
	check(t, false)
	both(t, true, false)
	noHelper(t)
	inSubtest(t)
	later(t)
	ranging(t)
	func() {
		t.Helper()
		t.Error("in a function literal")
	}()
	defer func() { t.Error("deferred") }()
}

func main() {
	testing.Main(regexp.MatchString, []testing.InternalTest{{Name: "TestHelpers", F: TestHelpers}}, nil, nil)
}

// Flags: --seed=1
// Exit: 1
// Output:
// --- FAIL: TestHelpers (0.00s)
//     helpers.go:55: check failed
//     helpers.go:56: check failed
//     helpers.go:24: check failed
//     --- FAIL: TestHelpers/sub (0.00s)
//         helpers.go:58: in a helper
//     helpers.go:60: in a range 1
//     helpers.go:60: in a range 2
//     helpers.go:64: in a function literal
//     helpers.go:65: deferred
//     helpers.go:59: in a cleanup function
// FAIL
