package main

import "fmt"

func trace(s string) string { fmt.Println("enter", s); return s }
func un(s string)           { fmt.Println("leave", s) }

func f() {
	defer un(trace("f"))
	x := 1
	defer fmt.Println("x was", x)
	defer func() { fmt.Println("x is", x) }()
	x = 2
	for i := range 3 {
		defer fmt.Print("loop ", i, "\n")
	}
	fmt.Println("body of f")
}

type T struct{ n int }

func (t T) show()   { fmt.Println("value", t.n) }
func (t *T) showP() { fmt.Println("pointer", t.n) }

func main() {
	f()
	t := T{1}
	defer t.show()
	defer t.showP()
	t.n = 2
	fn := func() { fmt.Println("first fn") }
	defer fn()
	fn = func() { fmt.Println("second fn") }
	m := map[string]int{"a": 1}
	defer delete(m, "a")
	defer func() { fmt.Println(len(m)) }()
	c := make(chan int)
	defer func() { _, ok := <-c; fmt.Println(ok) }()
	defer close(c)
}

// Output:
// enter f
// body of f
// loop 2
// loop 1
// loop 0
// x is 2
// x was 1
// leave f
// false
// 1
// first fn
// pointer 2
// value 1
