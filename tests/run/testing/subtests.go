// Subtests: names, nesting, selection by -test.run, and the report in order.
package main

import (
	"regexp"
	"testing"
)

func TestNames(t *testing.T) {
	for _, name := range []string{"plain", "two words", "", "", "plain", "plain#01", "a/b", "tab\tand\x00nul", "世界"} {
		t.Run(name, func(t *testing.T) { t.Log(t.Name()) })
	}
}

func TestNesting(t *testing.T) {
	t.Log("outer")
	ok := t.Run("inner", func(t *testing.T) {
		t.Log("one\ntwo")
		t.Run("innermost", func(t *testing.T) { t.Error("wrong", 1, "thing") })
		t.Log("failed:", t.Failed())
	})
	t.Log("ok:", ok)
	t.Run("skipped", func(t *testing.T) { t.Skipf("not on %s", "Sundays") })
	t.Run("after", func(t *testing.T) {})
}

func TestOther(t *testing.T) { t.Log("not chosen") }

func main() {
	match := func(pat, str string) (bool, error) { return regexp.MatchString(pat, str) }
	testing.Main(match, []testing.InternalTest{
		{Name: "TestNames", F: TestNames},
		{Name: "TestNesting", F: TestNesting},
		{Name: "TestOther", F: TestOther},
	}, nil, nil)
}

// Flags: --seed=1
// Args: -test.v -test.run=N
// Exit: 1
// Output:
// === RUN   TestNames
// === RUN   TestNames/plain
//     subtests.go:11: TestNames/plain
// === RUN   TestNames/two_words
//     subtests.go:11: TestNames/two_words
// === RUN   TestNames/#00
//     subtests.go:11: TestNames/#00
// === RUN   TestNames/#01
//     subtests.go:11: TestNames/#01
// === RUN   TestNames/plain#01
//     subtests.go:11: TestNames/plain#01
// === RUN   TestNames/plain#01#01
//     subtests.go:11: TestNames/plain#01#01
// === RUN   TestNames/a/b
//     subtests.go:11: TestNames/a/b
// === RUN   TestNames/tab_and\x00nul
//     subtests.go:11: TestNames/tab_and\x00nul
// === RUN   TestNames/世界
//     subtests.go:11: TestNames/世界
// --- PASS: TestNames (0.00s)
//     --- PASS: TestNames/plain (0.00s)
//     --- PASS: TestNames/two_words (0.00s)
//     --- PASS: TestNames/#00 (0.00s)
//     --- PASS: TestNames/#01 (0.00s)
//     --- PASS: TestNames/plain#01 (0.00s)
//     --- PASS: TestNames/plain#01#01 (0.00s)
//     --- PASS: TestNames/a/b (0.00s)
//     --- PASS: TestNames/tab_and\x00nul (0.00s)
//     --- PASS: TestNames/世界 (0.00s)
// === RUN   TestNesting
//     subtests.go:16: outer
// === RUN   TestNesting/inner
//     subtests.go:18: one
//         two
// === RUN   TestNesting/inner/innermost
//     subtests.go:19: wrong 1 thing
// === NAME  TestNesting/inner
//     subtests.go:20: failed: true
// === NAME  TestNesting
//     subtests.go:22: ok: false
// === RUN   TestNesting/skipped
//     subtests.go:23: not on Sundays
// === RUN   TestNesting/after
// --- FAIL: TestNesting (0.00s)
//     --- FAIL: TestNesting/inner (0.00s)
//         --- FAIL: TestNesting/inner/innermost (0.00s)
//     --- SKIP: TestNesting/skipped (0.00s)
//     --- PASS: TestNesting/after (0.00s)
// FAIL
