package main

import "fmt"

type op func(int, int) int

func (o op) twice(a, b int) int { return o(o(a, b), b) }

func add(a, b int) int { return a + b }

func apply(f func(int, int) int, xs ...int) int {
	acc := xs[0]
	for _, x := range xs[1:] {
		acc = f(acc, x)
	}
	return acc
}

func ackermann(m, n int) int {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ackermann(m-1, 1)
	}
	return ackermann(m-1, ackermann(m, n-1))
}

func even(n int) bool { return n == 0 || odd(n-1) }
func odd(n int) bool  { return n != 0 && even(n-1) }

func main() {
	fmt.Println(op(add).twice(1, 5), apply(add, 1, 2, 3))
	table := map[string]op{"add": add, "mul": func(a, b int) int { return a * b }}
	fmt.Println(table["mul"](6, 7), table["add"].twice(1, 1), table["none"] == nil)
	fmt.Println(ackermann(2, 3), even(1000), odd(7))
	fib := func(n int) int { return 0 }
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(15), func(x int) int { return x * x }(9))
	var f func()
	fmt.Println(f == nil)
}

// Output:
// 11 6
// 42 3 true
// 9 true true
// 610 81
// true
