package main

import "fmt"

func main() {
	m := map[int]bool{}
	for i := range 100 {
		m[i] = true
	}
	visited := 0
	for k := range m {
		visited++
		for j := range 100 {
			if j != k {
				delete(m, j)
			}
		}
	}
	fmt.Println(visited, len(m))
	big := map[int]int{}
	for i := range 1000 {
		big[i] = i
	}
	sum, n := 0, 0
	for k, v := range big {
		if k < 1000 {
			sum += v
			n++
		}
		if len(big) < 1500 {
			big[k+1000] = 0
		}
	}
	fmt.Println(n, sum)
	for k := range big {
		delete(big, k)
	}
	fmt.Println(len(big))
}

// Output:
// 1 1
// 1000 499500
// 0
