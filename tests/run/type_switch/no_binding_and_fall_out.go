package main

import "fmt"

type a interface{ A() }
type b interface{ B() }
type both struct{}

func (both) A() {}
func (both) B() {}

func main() {
	for i, x := range []any{both{}, 1, "s", true, 2} {
		switch x.(type) {
		case a:
			fmt.Println(i, "A first")
		case b:
			fmt.Println(i, "B")
		case int:
			if i > 2 {
				break
			}
			fmt.Println(i, "small int")
		case bool, string:
		default:
			fmt.Println("default")
		}
	}
	switch y := 5; x := any(y).(type) {
	case int:
		x++
		fmt.Println(x, y)
	}
outer:
	for i := 0; ; i++ {
		switch any(i).(type) {
		case int:
			if i == 3 {
				break outer
			}
			continue outer
		}
	}
	fmt.Println("done")
}

// Output:
// 0 A first
// 1 small int
// 6 5
// done
