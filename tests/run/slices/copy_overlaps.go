package main

import "fmt"

func main() {
	s := []int{1, 2, 3, 4, 5}
	n := copy(s[1:], s)
	fmt.Println(n, s)
	s = []int{1, 2, 3, 4, 5}
	n = copy(s, s[2:])
	fmt.Println(n, s)
	fmt.Println(copy(s, []int(nil)), copy(s[:0], s))
	clear(s)
	fmt.Println(s)
	type pair struct{ a, b int }
	ps := []pair{{1, 2}, {3, 4}}
	q := make([]pair, 2)
	copy(q, ps)
	q[0].a = 9
	fmt.Println(ps, q)
	strs := []string{"a", "b", "c"}
	copy(strs[1:], strs)
	fmt.Println(strs)
}

// Output:
// 4 [1 1 2 3 4]
// 3 [3 4 5 4 5]
// 0 0
// [0 0 0 0 0]
// [{1 2} {3 4}] [{9 2} {3 4}]
// [a a b]
