package main

import "fmt"

func mergeSort(xs []int, out chan<- []int) {
	if len(xs) < 2 {
		out <- xs
		return
	}
	half := make(chan []int, 2)
	left, right := make(chan []int, 1), half
	go mergeSort(xs[:len(xs)/2], left)
	go mergeSort(xs[len(xs)/2:], right)
	a, b := <-left, <-right
	merged := make([]int, 0, len(xs))
	for len(a) > 0 && len(b) > 0 {
		if a[0] <= b[0] {
			merged, a = append(merged, a[0]), a[1:]
		} else {
			merged, b = append(merged, b[0]), b[1:]
		}
	}
	out <- append(append(merged, a...), b...)
}

func main() {
	xs := make([]int, 200)
	seed := uint32(1)
	for i := range xs {
		seed = seed*1664525 + 1013904223
		xs[i] = int(seed >> 22)
	}
	out := make(chan []int)
	go mergeSort(xs, out)
	s := <-out
	ok := true
	for i := 1; i < len(s); i++ {
		ok = ok && s[i-1] <= s[i]
	}
	fmt.Println(len(s), ok, s[:5])
}

// Output:
// 200 true [1 9 11 13 16]
