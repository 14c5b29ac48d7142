// Examples: what they print is compared with what they should.
package main

import (
	"fmt"
	"regexp"
	"testing"
)

func main() {
	testing.Main(regexp.MatchString, nil, nil, []testing.InternalExample{
		{Name: "ExampleGood", F: func() { fmt.Println("  hello\nworld") }, Output: "hello\nworld\n"},
		{Name: "ExampleBad", F: func() { fmt.Println("hello"); fmt.Println() }, Output: "goodbye\n"},
		{Name: "ExampleUnordered", F: func() { fmt.Println("b\na\nc") }, Output: "a\nb\nc\n", Unordered: true},
		{Name: "ExampleUnorderedBad", F: func() { fmt.Println("b\na") }, Output: "a\nb\nc\n", Unordered: true},
		{Name: "ExampleNotChosen", F: func() { panic("no") }},
	})
}

// Flags: --seed=1
// Args: -test.v -test.skip=Not
// Exit: 1
// Output:
// === RUN   ExampleGood
// --- PASS: ExampleGood (0.00s)
// === RUN   ExampleBad
// --- FAIL: ExampleBad (0.00s)
// got:
// hello
// want:
// goodbye
// === RUN   ExampleUnordered
// --- PASS: ExampleUnordered (0.00s)
// === RUN   ExampleUnorderedBad
// --- FAIL: ExampleUnorderedBad (0.00s)
// got:
// b
// a
//
// want (unordered):
// a
// b
// c
//
// FAIL
