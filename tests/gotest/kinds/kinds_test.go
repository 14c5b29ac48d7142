package kinds_test

import (
	"fmt"
	"testing"

	"example.com/kinds"
)

func TestReverse(t *testing.T) {
	for _, s := range []string{"", "a", "añb"} {
		t.Run(s, func(t *testing.T) {
			if got := kinds.Reverse(kinds.Reverse(s)); got != s {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestParallel(t *testing.T) {
	for _, name := range []string{"x"} {
		t.Run(name, func(t *testing.T) { t.Parallel() })
	}
}

func Testing(t *testing.T) { t.Error("is not a test") }

func FuzzReverse(f *testing.F) {
	f.Add("seed")
	f.Fuzz(func(t *testing.T, s string) {
		if kinds.Reverse(s) == "dees" {
			t.Log("turned")
		}
	})
}

func BenchmarkReverse(b *testing.B) {
	for b.Loop() {
		kinds.Reverse("benchmark")
	}
}

func ExampleReverse() {
	fmt.Println(kinds.Reverse("abc"))
	fmt.Println() // a remark

	fmt.Println(kinds.Reverse("  def"))
	// Output:
	// cba
	//
	// fed
}

func ExampleReverse_wrong() {
	fmt.Println(kinds.Reverse("abc"))
	// Output: abc
}

func ExampleReverse_unordered() {
	fmt.Println("b")
	fmt.Println("a")
	// Unordered output:
	// a
	// b
}

func ExampleReverse_compiledOnly() {
	panic("not run")
}

func ExampleReverse_empty() {
	// Output:
}
