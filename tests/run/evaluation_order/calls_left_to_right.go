package main

import "fmt"

var log []string

func f(s string, v int) int { log = append(log, s); return v }

func get(s string) []int { log = append(log, s); return []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9} }

func show() { fmt.Println(log); log = nil }

func three(a, b, c int) int { log = append(log, "call"); return a + b + c }

func main() {
	_ = f("a", 1) + f("b", 2)*f("c", 3)
	show()
	three(f("x", 1), f("y", 2), f("z", 3))
	show()
	get("arr")[f("i", 2)] = f("v", 9)
	show()
	a := []int{f("l0", 1), f("l1", 2)}
	m := map[int]int{f("k", 1): f("mv", 2)}
	show()
	_, _ = a, m
	_ = f("and1", 0) == 1 && f("and2", 1) == 1
	_ = f("or1", 1) == 1 || f("or2", 1) == 1
	show()
	x, y := f("p", 1), f("q", 2)
	x, y = y, x
	show()
	fmt.Println(x, y)
	c := make(chan int, 1)
	c <- three(f("s", 1), 0, f("t", 0))
	show()
	func(int, ...int) {}(f("v0", 0), f("v1", 0), f("v2", 0))
	show()
}

// Output:
// [a b c]
// [x y z call]
// [arr i v]
// [l0 l1 k mv]
// [and1 or1]
// [p q]
// 2 1
// [s t call]
// [v0 v1 v2]
