// Switch cases compare with ==: interfaces with concrete values, arrays, structs, channels, pointers, NaN; order decides, and
// evaluation stops at the first match.
package main

import (
	"errors"
	"fmt"
	"io"
	"math"
)

type pair struct{ a, b int }
type myErr string

func (e myErr) Error() string { return string(e) }

func t(n int, v any) any { fmt.Print(n, " "); return v }

func which(v any) string {
	switch v {
	case nil:
		return "nil"
	case 1:
		return "int 1"
	case int8(1), int16(1):
		return "small 1"
	case 1.0:
		return "float 1"
	case "1":
		return "string 1"
	case 'a':
		return "rune a"
	case pair{1, 2}:
		return "pair"
	case [2]any{1, "x"}:
		return "array"
	case struct{}{}:
		return "empty"
	case io.EOF:
		return "EOF"
	case myErr("mine"):
		return "mine"
	case true:
		return "true"
	case math.NaN():
		return "NaN"
	}
	return "other"
}

func main() {
	e := errors.New("e")
	for _, v := range []any{nil, 1, int8(1), int16(1), int32(1), 1.0, float32(1), "1", 'a', 97, pair{1, 2}, pair{2, 1}, [2]any{1, "x"}, [2]any{1, 'x'}, struct{}{}, io.EOF, e, error(myErr("mine")), true, false, math.NaN()} {
		fmt.Print(which(v), ", ")
	}
	fmt.Println()

	// Concrete tag, interface cases.
	var any1, anyF any = 1, 1.0
	switch 1 {
	case anyF:
		fmt.Println("float")
	case any1:
		fmt.Println("int")
	}
	c1, c2 := make(chan int), make(chan int)
	var ro <-chan int = c2
	switch ro {
	case c1:
		fmt.Println("c1")
	case c2:
		fmt.Println("c2")
	}
	p := &pair{1, 2}
	switch p {
	case &pair{1, 2}:
		fmt.Println("another pointer")
	case nil:
		fmt.Println("nil")
	case p:
		fmt.Println("itself")
	}
	switch *p {
	case pair{}:
		fmt.Println("zero")
	case pair{b: 2, a: 1}:
		fmt.Println("equal struct")
	}
	switch a := [3]int{1, 2, 3}; a {
	case [...]int{3, 2, 1}:
		fmt.Println("reversed")
	case [3]int{1, 2, 3}:
		fmt.Println("equal array")
	}
	f := math.NaN()
	switch f {
	case f:
		fmt.Println("NaN is itself")
	case 0:
		fmt.Println("zero")
	default:
		fmt.Println("NaN is nothing")
	}
	switch math.Copysign(0, -1) {
	case 0:
		fmt.Println("negative zero is zero")
	}
	switch t(0, 5) {
	case t(1, 4), t(2, 5), t(3, 5):
		fmt.Println("second")
	case t(4, 5):
		fmt.Println("never asked")
	}
	switch {
	case t(1, false).(bool):
	case t(2, true) == true && t(3, nil) == nil:
		fmt.Println("booleans")
		fallthrough
	case t(4, true).(bool):
		fmt.Println("fallen into")
	default:
	}
	switch x := t(7, 7).(int); {
	case x > 5:
		x := x * 2
		fmt.Println(x)
	}
	switch t(8, nil); t(9, "end") {
	default:
		fmt.Println("default may come first")
	case "start":
		fmt.Println("no")
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		var fn any = func() {}
		switch fn {
		case 1, "x", nil:
			fmt.Println("different types never panic")
		case fn:
			fmt.Println("not reached")
		}
	}()
	switch err := fmt.Errorf("w: %w", io.EOF); {
	case err == io.EOF:
		fmt.Println("same")
	case errors.Is(err, io.EOF):
		fmt.Println("wrapped")
	}
	switch any(nil).(type) {
	case nil:
		fmt.Println("no type")
	}
	switch s := "go"; s + "lite" {
	case "go" + "lite":
		fmt.Println("constant folded")
	}
}

// Output:
// nil, int 1, small 1, small 1, other, float 1, other, string 1, rune a, other, pair, other, array, other, empty, EOF, other, mine, true, other, other,
// int
// c2
// itself
// equal struct
// equal array
// NaN is nothing
// negative zero is zero
// 0 1 2 second
// 1 2 3 booleans
// fallen into
// 7 14
// 8 9 default may come first
// runtime error: comparing uncomparable type func()
// wrapped
// no type
// constant folded
