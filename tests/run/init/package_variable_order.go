package main

import "fmt"

var (
	a    = b + c
	b    = f("b", 2)
	c    = f("c", d)
	d    = 10
	_    = f("blank", 0)
	x, y = pair()
	z    = func() int { return len(order) }()
)

var order []string

func f(name string, v int) int {
	order = append(order, name)
	return v
}

func pair() (int, string) {
	order = append(order, "pair")
	return a, "y"
}

func init() {
	fmt.Println("init 1", order)
	order = nil
}

func init() { fmt.Println("init 2", order == nil) }

func main() {
	fmt.Println(a, b, c, d, x, y, z)
	fmt.Println(lazy())
}

var table = map[string]func() int{"size": lazy}

func lazy() int { return len(names) }

var names = []string{"p", "q"}

func init() { fmt.Println("init 3", table["size"]()) }

// Output:
// init 1 [b c blank pair]
// init 2 true
// init 3 2
// 12 2 10 10 12 y 4
// 2
