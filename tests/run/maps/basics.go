package main

import "fmt"

func main() {
	m := map[string]int{"one": 1, "two": 2}
	v, ok := m["three"]
	fmt.Println(m["one"], v, ok, len(m))
	m["three"] += 3
	m["one"]++
	delete(m, "two")
	delete(m, "absent")
	fmt.Println(m)
	if _, ok := m["two"]; !ok {
		fmt.Println("gone")
	}
	alias := m
	alias["x"] = 10
	fmt.Println(len(m), m["x"])
	clear(m)
	fmt.Println(len(alias), m == nil)
	var none map[string]int
	fmt.Println(none["a"], len(none), none == nil)
	delete(none, "a")
	for range none {
		fmt.Println("never")
	}
	counts := map[rune]int{}
	for _, r := range "mississippi" {
		counts[r]++
	}
	fmt.Println(counts['s'], counts['m'], counts['z'])
}

// Output:
// 1 0 false 2
// map[one:2 three:3]
// gone
// 3 10
// 0 false
// 0 0 true
// 4 1 0
