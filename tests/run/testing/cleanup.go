// Cleanup functions run last in, first out, after subtests, after FailNow, and even if one of them ends the goroutine.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var dir string

func TestOrder(t *testing.T) {
	t.Cleanup(func() { fmt.Println("first in") })
	t.Cleanup(func() {
		fmt.Println("second in")
		t.Cleanup(func() { fmt.Println("registered by the second") })
	})
	t.Run("sub", func(t *testing.T) {
		t.Cleanup(func() { fmt.Println("the subtest's") })
		t.Fatal("no more")
	})
	defer fmt.Println("deferred")
	ctx := t.Context()
	t.Cleanup(func() { fmt.Println("context:", ctx.Err()) })
	fmt.Println("context in the test:", ctx.Err())
}

func TestFailNow(t *testing.T) {
	t.Cleanup(func() { fmt.Println("still runs") })
	t.Cleanup(func() { t.Fatal("from a cleanup function") })
	t.FailNow()
}

func TestEnvironment(t *testing.T) {
	os.Setenv("GREETING", "before")
	t.Run("sub", func(t *testing.T) {
		t.Setenv("GREETING", "hello")
		t.Setenv("NEW", "x")
		dir = t.TempDir()
		other := t.TempDir()
		fmt.Println(os.Getenv("GREETING"), filepath.Dir(dir) == filepath.Dir(other), filepath.Base(dir), filepath.Base(other))
		old, _ := os.Getwd()
		t.Chdir(dir)
		now, _ := os.Getwd()
		fmt.Println(now == dir, os.Getenv("PWD") == dir, old != now)
		if err := os.WriteFile("file", []byte("text"), 0o666); err != nil {
			t.Fatal(err)
		}
	})
	_, set := os.LookupEnv("NEW")
	_, err := os.Stat(dir)
	fmt.Println(os.Getenv("GREETING"), set, os.IsNotExist(err))
}

func main() {
	testing.Main(regexp.MatchString, []testing.InternalTest{
		{Name: "TestOrder", F: TestOrder},
		{Name: "TestFailNow", F: TestFailNow},
		{Name: "TestEnvironment", F: TestEnvironment},
	}, nil, nil)
}

// Flags: --seed=1
// Exit: 1
// Output:
// the subtest's
// context in the test: <nil>
// deferred
// context: context canceled
// second in
// registered by the second
// first in
// --- FAIL: TestOrder (0.00s)
//     --- FAIL: TestOrder/sub (0.00s)
//         cleanup.go:22: no more
// still runs
// --- FAIL: TestFailNow (0.00s)
//     cleanup.go:32: from a cleanup function
// hello true 001 002
// true true true
// before false true
// FAIL
