package main

import (
	"errors"
	"fmt"
)

type num int

func (n num) String() string { return "num!" }

func classify(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v %T", v, v)
	case string:
		return "string of " + fmt.Sprint(len(v))
	case []int:
		return fmt.Sprint("slice ", len(v))
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case func(int) int:
		return fmt.Sprint("func ", v(4))
	case *int:
		return fmt.Sprint("pointer ", *v)
	case map[string]int, chan int:
		return fmt.Sprintf("%T", v)
	case struct{ x int }:
		return fmt.Sprint("anonymous ", v.x)
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func main() {
	n := 9
	for _, x := range []any{nil, 1, int64(2), "abc", []int{1}, errors.New("e"), num(3), func(x int) int { return x * x }, &n, map[string]int{}, make(chan int), struct{ x int }{5}, 1.5, int8(1), [2]int{}} {
		fmt.Println(classify(x))
	}
}

// Output:
// nil
// integer 1 int
// integer 2 int64
// string of 3
// slice 1
// error e
// stringer num!
// func 16
// pointer 9
// map[string]int
// chan int
// anonymous 5
// other float64
// other int8
// other [2]int
