//go:build go1.21 && (linux || darwin || !plan9)

package main

import "fmt"

type Outer struct {
	Inner
	name string
}

type Inner struct{ depth int }

type Alias[/* ERROR "generic type alias requires go1.23 or later (file declares //go:build go1.21)" */ T any] = map[string]T

type Box[T any] struct{ v T }

func (b Box[T]) Convert[/* ERROR "generic method requires go1.27 or later (file declares //go:build go1.21)" */ U any](f func(T) U) U { return f(b.v) }

func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func main() {
	for i := range /* ERROR "cannot range over 3 (untyped int constant): requires go1.22 or later (file declares //go:build go1.21)" */ 3 {
		fmt.Println(i)
	}
	for i := range /* ERROR "cannot range over upTo(2) (value of type func(func(int) bool)): requires go1.23 or later (file declares //go:build go1.21)" */ upTo(2) {
		fmt.Println(i)
	}
	p := /* ERROR "new(17) requires go1.26 or later (file declares //go:build go1.21)" */ new(17)
	o := Outer{/* ERROR "use of promoted field Inner.depth in struct literal of type Outer requires go1.27 or later (file declares //go:build go1.21)" */ depth: 1, name: "x"}
	fmt.Println(*p, o, Box[int]{1}, max(1, 2))
}
