package main

import "fmt"

func sum(label string, xs ...int) (total int, desc string) {
	for _, x := range xs {
		total += x
	}
	desc = fmt.Sprint(label, len(xs), xs == nil)
	return
}

func split(n int) (a, b int) {
	a = n / 2
	b = n - a
	return b, a
}

func show(args ...any) int { return len(args) }

func join(a, b int) string { return fmt.Sprint(a, "+", b) }

func main() {
	fmt.Println(sum("none"))
	fmt.Println(sum("three", 1, 2, 3))
	s := []int{4, 5}
	fmt.Println(sum("slice", s...))
	fmt.Println(join(split(7)))
	fmt.Println(show(), show(nil), show(nil...), show(1, "a", nil), show([]any{1, 2}...), show(s))
	mutate := func(xs ...int) { xs[0] = 100 }
	mutate(s...)
	mutate(s[1])
	fmt.Println(s)
	fmt.Println(sum(join(1, 2), s...))
}

// Output:
// 0 none0 true
// 6 three3 false
// 9 slice2 false
// 4+3
// 0 1 0 3 2 1
// [100 5]
// 105 1+22 false
