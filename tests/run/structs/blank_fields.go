// What a composite literal gives a blank field is evaluated and forgotten.
package main

import (
	"fmt"
	"reflect"
)

type padded struct {
	a, _, c int
	_       string
}

type large struct {
	head [6]string
	_    [40]int
	tail string
}

var global = padded{1, 2, 3, "four"}

func told(n int) int {
	fmt.Println("evaluated", n)
	return n
}

func main() {
	x := padded{told(1), told(2), told(3), "x"}
	fmt.Println(x, global, x == padded{1, 20, 3, "y"})
	fmt.Println(reflect.ValueOf(global).Field(1).Int(), reflect.ValueOf(x).Field(3).Len())
	p := &large{[6]string{5: "six"}, [40]int{7: told(8)}, "end"}
	fmt.Println(reflect.ValueOf(*p).Field(1).Index(7).Int(), p.head[5], p.tail)
	list := []padded{{4, 5, 6, "seven"}, {}}
	fmt.Println(list, map[padded]int{{1, 9, 3, "z"}: 1}[padded{1, 0, 3, ""}])
}

// Output:
// evaluated 1
// evaluated 2
// evaluated 3
// {1 0 3 } {1 0 3 } true
// 0 0
// evaluated 8
// 0 six end
// [{4 0 6 } {0 0 0 }] 1
