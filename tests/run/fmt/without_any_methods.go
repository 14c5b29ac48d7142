// Plain values of all kinds, and no type with methods.
package main

import "fmt"

type point struct{ x, y int }

type names []string

type tree struct {
	left, right *tree
	v           int
}

func main() {
	fmt.Println("text", 1, 2.5, true, 'x', 1+2i, nil)
	fmt.Println(point{1, 2}, &point{3, 4}, names{"a", "b"}, [2]bool{true, false})
	fmt.Println(map[string]point{"p": {1, 2}}, []byte("bytes"), struct{}{})
	fmt.Println([]any{1, "two", []any{3.0}}, tree{v: 1, left: nil})
	fmt.Printf("%v %+v %T %q %x %d%%\n", point{1, 2}, point{1, 2}, names{}, "q", "hex", 5)
	fmt.Print("a", "b", 1, 2, "\n")
	s := fmt.Sprint(1, 2) + fmt.Sprintln("x")
	fmt.Print(s)
	var l any = []any{}
	for range 300 {
		l = []any{l}
	}
	fmt.Println(len(fmt.Sprint(l)))
}

// Output:
// text 1 2.5 true 120 (1+2i) <nil>
// {1 2} &{3 4} [a b] [true false]
// map[p:{1 2}] [98 121 116 101 115] {}
// [1 two [3]] {<nil> <nil> 1}
// {1 2} {x:1 y:2} main.names "q" 686578 5%
// ab1 2
// 1 2x
// 602
