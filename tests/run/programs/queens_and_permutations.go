package main

import (
	"fmt"
	"iter"
)

func queens(n int) int {
	var place func(row int, cols, up, down uint) int
	place = func(row int, cols, up, down uint) (found int) {
		if row == n {
			return 1
		}
		for free := ^(cols | up | down) & (1<<n - 1); free != 0; free &= free - 1 {
			bit := free & -free
			found += place(row+1, cols|bit, (up|bit)<<1, (down|bit)>>1)
		}
		return
	}
	return place(0, 0, 0, 0)
}

func permutations[T any](s []T) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		s := append([]T(nil), s...)
		var gen func(int) bool
		gen = func(k int) bool {
			if k <= 1 {
				return yield(s)
			}
			for i := range k {
				if !gen(k - 1) {
					return false
				}
				if k%2 == 0 {
					s[i], s[k-1] = s[k-1], s[i]
				} else {
					s[0], s[k-1] = s[k-1], s[0]
				}
			}
			return true
		}
		gen(len(s))
	}
}

func subsets(n int) iter.Seq2[int, []int] {
	return func(yield func(int, []int) bool) {
		for m := range 1 << n {
			var s []int
			for i := range n {
				if m>>i&1 == 1 {
					s = append(s, i)
				}
			}
			if !yield(m, s) {
				return
			}
		}
	}
}

func main() {
	for n := range 9 {
		fmt.Print(queens(n), " ")
	}
	fmt.Println()
	seen := map[string]bool{}
	for p := range permutations([]byte("abcd")) {
		seen[string(p)] = true
		if len(seen) == 24 {
			break
		}
	}
	fmt.Println(len(seen), seen["dcba"], seen["abcd"])
	total := 0
	for _, s := range subsets(5) {
		total += len(s)
	}
	fmt.Println(total)
	for p := range permutations([]int{1, 2, 3}) {
		fmt.Print(p)
	}
	fmt.Println()
}

// Output:
// 1 1 0 0 2 10 4 40 92
// 24 true true
// 80
// [1 2 3][2 1 3][3 1 2][1 3 2][2 3 1][3 2 1]
