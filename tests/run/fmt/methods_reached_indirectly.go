// Values with methods reach fmt only in ways that are easily overlooked.
package main

import "fmt"

type shout string

func (s shout) String() string { return string(s) + "!" }

type box[T any] struct{ v T }

func wrap[T any](v T) any { return box[T]{v} }

type inner struct{ who fmt.Stringer }

type outer struct {
	n  int
	in *inner
	m  map[string]any
}

func widen(s fmt.Stringer) (any, int) { return s, 1 }

func main() {
	fmt.Println(wrap(shout("generic")))
	var x any
	var n int
	x, n = widen(shout("results"))
	fmt.Println(x, n)
	fmt.Println(outer{1, nil, map[string]any{"k": shout("nested")}})
}

// Output:
// {generic}
// results! 1
// {1 <nil> map[k:nested]}
