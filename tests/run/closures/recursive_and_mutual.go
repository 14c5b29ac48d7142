package main

import "fmt"

type walker func(n int, visit func(int) bool) bool

func permutations(xs []int, emit func([]int)) {
	var rec func(int)
	rec = func(k int) {
		if k == len(xs) {
			emit(append([]int(nil), xs...))
			return
		}
		for i := k; i < len(xs); i++ {
			xs[k], xs[i] = xs[i], xs[k]
			rec(k + 1)
			xs[k], xs[i] = xs[i], xs[k]
		}
	}
	rec(0)
}

func main() {
	n := 0
	permutations([]int{1, 2, 3, 4}, func(p []int) {
		if p[0] < p[3] {
			n++
		}
	})
	fmt.Println(n)
	var even, odd func(int) bool
	even = func(n int) bool { return n == 0 || odd(n-1) }
	odd = func(n int) bool { return n != 0 && even(n-1) }
	fmt.Println(even(10), odd(10))
	var w walker
	w = func(n int, visit func(int) bool) bool {
		return n <= 0 || visit(n) && w(n/2, visit) && w(n-3, visit)
	}
	var seen []int
	fmt.Println(w(9, func(v int) bool { seen = append(seen, v); return len(seen) < 8 }), seen)
	hanoi := 0
	var move func(n int, a, b, c string)
	move = func(n int, a, b, c string) {
		if n > 0 {
			move(n-1, a, c, b)
			hanoi++
			move(n-1, c, b, a)
		}
	}
	move(8, "a", "b", "c")
	fmt.Println(hanoi)
	y := func(f func(func(int) int, int) int) func(int) int {
		var self func(int) int
		self = func(n int) int { return f(self, n) }
		return self
	}
	fmt.Println(y(func(fact func(int) int, n int) int {
		if n == 0 {
			return 1
		}
		return n * fact(n-1)
	})(10))
}

// Output:
// 12
// true false
// false [9 4 2 1 1 6 3 1]
// 255
// 3628800
