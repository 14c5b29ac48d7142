package main

import "fmt"

func main() {
	// What is deleted before it is reached does not come; what is added may come or not.
	for round := range 20 {
		m := map[int]int{}
		for i := range 100 {
			m[i] = i
		}
		seen := map[int]bool{}
		doomed := 0
		for k := range m {
			if seen[k] {
				fmt.Println("twice", k)
			}
			seen[k] = true
			if k < 100 && k%3 == round%3 {
				doomed++
			}
			for j := range 100 {
				if j != k && j%3 == round%3 && !seen[j] {
					delete(m, j)
				}
			}
			if len(m) < 300 {
				m[1000+k] = 1
			}
		}
		if doomed > 1 {
			fmt.Println("deleted, yet seen", doomed)
		}
		for i := range 100 {
			if i%3 != round%3 && !seen[i] {
				fmt.Println("missed", i)
			}
		}
	}
	m := map[string]int{"a": 1, "b": 2}
	for k := range m {
		clear(m)
		_ = k
		m["new"] = 1
	}
	fmt.Println(len(m))
	for k, v := range m {
		m[k] = v + 41
	}
	fmt.Println(m)
	var none map[string]int
	for range none {
		fmt.Println("never")
	}
	delete(none, "x")
	clear(none)
	v, ok := none["x"]
	fmt.Println(v, ok, len(none))
	n := 0
	for range map[int]struct{}{1: {}, 2: {}, 3: {}} {
		n++
	}
	fmt.Println(n)
}

// Output:
// 1
// map[new:42]
// 0 false 0
// 3
