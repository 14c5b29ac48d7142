package main

import "fmt"

type acc struct{ n int }

func (a *acc) inc() { a.n++ }

func main() {
	m := map[string]acc{"a": {1}}
	v := m["a"]
	v.n = 100
	fmt.Println(m["a"].n)
	m["a"] = v
	fmt.Println(m["a"].n)
	pm := map[string]*acc{"a": {1}}
	pm["a"].n++
	pm["a"].inc()
	fmt.Println(pm["a"].n)
	am := map[string][3]int{"x": {1, 2, 3}}
	arr := am["x"]
	arr[0] = 9
	fmt.Println(am["x"], arr, am["x"][1], am["none"])
	fm := map[string]func(int) int{"dbl": func(x int) int { return x * 2 }}
	fmt.Println(fm["dbl"](21))
	sm := map[int]struct{}{1: {}}
	_, ok := sm[1]
	fmt.Println(ok, len(sm))
}

// Output:
// 1
// 100
// 3
// [1 2 3] [9 2 3] 2 [0 0 0]
// 42
// true 1
