package main

import (
	"cmp"
	"fmt"
	"slices"
)

func insertion[T cmp.Ordered](s []T) {
	for i := 1; i < len(s); i++ {
		for j := i; j > 0 && s[j] < s[j-1]; j-- {
			s[j], s[j-1] = s[j-1], s[j]
		}
	}
}

func quick[T cmp.Ordered](s []T) {
	if len(s) < 2 {
		return
	}
	p := s[len(s)/2]
	i, j := 0, len(s)-1
	for i <= j {
		for s[i] < p {
			i++
		}
		for s[j] > p {
			j--
		}
		if i <= j {
			s[i], s[j] = s[j], s[i]
			i++
			j--
		}
	}
	quick(s[:j+1])
	quick(s[i:])
}

func heapSort[T cmp.Ordered](s []T) {
	down := func(i, n int) {
		for {
			c := 2*i + 1
			if c >= n {
				return
			}
			if c+1 < n && s[c+1] > s[c] {
				c++
			}
			if s[i] >= s[c] {
				return
			}
			s[i], s[c] = s[c], s[i]
			i = c
		}
	}
	for i := len(s)/2 - 1; i >= 0; i-- {
		down(i, len(s))
	}
	for n := len(s) - 1; n > 0; n-- {
		s[0], s[n] = s[n], s[0]
		down(0, n)
	}
}

func merge[T cmp.Ordered](s []T) {
	if len(s) < 2 {
		return
	}
	a, b := slices.Clone(s[:len(s)/2]), slices.Clone(s[len(s)/2:])
	merge(a)
	merge(b)
	for i := range s {
		if len(b) == 0 || len(a) > 0 && a[0] <= b[0] {
			s[i], a = a[0], a[1:]
		} else {
			s[i], b = b[0], b[1:]
		}
	}
}

func shell[T cmp.Ordered](s []T) {
	for gap := len(s) / 2; gap > 0; gap /= 2 {
		for i := gap; i < len(s); i++ {
			v := s[i]
			j := i
			for ; j >= gap && s[j-gap] > v; j -= gap {
				s[j] = s[j-gap]
			}
			s[j] = v
		}
	}
}

func radix(s []int) {
	out := make([]int, len(s))
	for shift := 0; shift < 32; shift += 8 {
		var at [257]int
		for _, v := range s {
			at[v>>shift&255+1]++
		}
		for i := range 256 {
			at[i+1] += at[i]
		}
		for _, v := range s {
			b := v >> shift & 255
			out[at[b]] = v
			at[b]++
		}
		s, out = out, s
	}
}

func main() {
	x := uint32(12345)
	data := make([]int, 500)
	for i := range data {
		x = x*1664525 + 1013904223
		data[i] = int(x >> 12 % 1000)
	}
	want := slices.Sorted(slices.Values(data))
	for name, sort := range map[string]func([]int){"insertion": insertion[int], "quick": quick[int], "heap": heapSort[int], "merge": merge[int], "shell": shell[int], "radix": radix} {
		s := slices.Clone(data)
		sort(s)
		if !slices.Equal(s, want) {
			fmt.Println(name, "is wrong")
		}
	}
	words := []string{"pear", "fig", "apple", "", "kiwi", "Fig"}
	heapSort(words)
	fs := []float64{2.5, -1, 0, 1e10}
	quick(fs)
	fmt.Printf("%q %v %d\n", words, fs, want[:5])
}

// Output:
// ["" "Fig" "apple" "fig" "kiwi" "pear"] [-1 0 2.5 1e+10] [1 1 2 4 7]
