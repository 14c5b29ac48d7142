package main

import (
	"fmt"
	"slices"
)

// Merge sort with a goroutine per half, down to pieces that are not worth one.

func mergeSort(s []int) []int {
	if len(s) <= 64 {
		return slices.Sorted(slices.Values(s))
	}
	half := make(chan []int)
	go func() { half <- mergeSort(s[:len(s)/2]) }()
	right := mergeSort(s[len(s)/2:])
	return merge(<-half, right)
}

func merge(a, b []int) []int {
	out := make([]int, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if b[0] < a[0] {
			out, b = append(out, b[0]), b[1:]
		} else {
			out, a = append(out, a[0]), a[1:]
		}
	}
	return append(append(out, a...), b...)
}

func main() {
	s := make([]int, 20000)
	for i, x := range s {
		s[i] = (i*7919 + x) % 20011
	}
	sorted := mergeSort(s)
	fmt.Println(len(sorted), slices.IsSorted(sorted), sorted[0], sorted[len(sorted)-1])
}

// Output:
// 20000 true 0 20010
