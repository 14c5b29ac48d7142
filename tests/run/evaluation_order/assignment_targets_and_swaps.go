// In an assignment operands of index expressions and pointer indirections on the left are evaluated first, in order with
// calls; then the assignments happen left to right, and a panic in one leaves the earlier ones done.
package main

import "fmt"

type node struct {
	val  int
	next *node
}

var trace []string

func t[T any](name string, v T) T {
	trace = append(trace, name)
	return v
}

func flush() {
	fmt.Println(trace)
	trace = nil
}

func pair() (int, string) { trace = append(trace, "pair"); return 7, "seven" }

func main() {
	arr := []int{0, 1, 2, 3}
	m := map[string]int{}
	p := &node{val: 1}

	t("arr", arr)[t("i", 1)], t("m", m)[t("k", "x")] = t("v1", 10), t("v2", 20)
	flush()
	t("p", p).val, arr[t("j", 0)] = t("a", 5), t("b", 6)
	flush()
	fmt.Println(arr, m, p.val)

	// The index is read before i changes.
	i := 0
	i, arr[i] = 2, 99
	fmt.Println(i, arr)
	arr[0], arr[0] = 1, 2
	fmt.Println(arr[0])
	i, arr[i], i = 1, 50, 3
	fmt.Println(i, arr)

	// Pointers on the left are those from before.
	a, b := &node{val: 1}, &node{val: 2}
	a.next, b.next = b, a
	a, a.next, a.val = b, nil, 100
	fmt.Println(a.val, a.next.val, a.next.next == nil)

	// Reversal of a list in one statement.
	var list, rev *node
	for i := range 4 {
		list = &node{i, list}
	}
	for list != nil {
		list, list.next, rev = list.next, rev, list
	}
	for n := rev; n != nil; n = n.next {
		fmt.Print(n.val, " ")
	}
	fmt.Println()

	// Struct and array values are copied before anything is stored.
	x, y := [2]int{1, 2}, [2]int{3, 4}
	x, y = y, x
	x[0], y = y[1], x
	fmt.Println(x, y)
	s := []struct{ a, b int }{{1, 2}, {3, 4}, {5, 6}}
	s[0], s[1], s[2] = s[2], s[0], s[1]
	fmt.Println(s)

	// The second assignment panics, the first has happened.
	func() {
		defer func() { fmt.Println(recover(), arr[0], m["late"]) }()
		var nilMap map[string]int
		arr[0], nilMap["x"], m["late"] = 1000, 1, 1
	}()
	func() {
		defer func() { fmt.Println(recover(), arr[0]) }()
		k := 9
		arr[0], arr[k] = 2000, 1
	}()
	func() {
		var q *node
		defer func() { fmt.Println(recover() != nil, i) }()
		i, q.val = 77, 88
	}()

	var e any
	var ok bool
	m["n"], arr[t("idx", 3)] = len(m), cap(arr)
	e, ok = any(m["n"]).(int)
	arr[t("l", 2)], e = pair()
	fmt.Println(arr, e, ok)
	flush()
	// op= evaluates its target once.
	arr[t("once", 1)] += t("r", 5)
	m[t("key", "x")]++
	*t("ptr", &p.val) <<= t("s", 2)
	fmt.Println(arr, m["x"], p.val)
	flush()
}

// Output:
// [arr i m k v1 v2]
// [p j a b]
// [6 10 2 3] map[x:20] 5
// 2 [99 10 2 3]
// 2
// 3 [2 10 50 3]
// 2 100 true
// 0 1 2 3
// [2 4] [3 4]
// [{5 6} {1 2} {3 4}]
// assignment to entry in nil map 1000 0
// runtime error: index out of range [9] with length 4 2000
// true 77
// [2000 10 7 4] seven true
// [idx l pair]
// [2000 15 7 4] 21 20
// [once r key ptr s]
