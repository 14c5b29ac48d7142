package main

import (
	"fmt"
	"iter"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("[done] ")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func pairs(s string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, r := range s {
			if !yield(i, string(r)) {
				return
			}
		}
	}
}

func forever(yield func() bool) {
	for yield() {
	}
}

func find(n int) (res string) {
	for i := range count(10) {
		for j := range count(10) {
			if i*j == n {
				return fmt.Sprint(i, "*", j)
			}
		}
	}
	return "none"
}

func main() {
	for i := range count(3) {
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i, s := range pairs("añb") {
		if s == "b" {
			break
		}
		fmt.Print(i, s, " ")
	}
	fmt.Println()
	n := 0
	for range forever {
		if n++; n == 4 {
			break
		}
	}
	fmt.Println(n)
	fmt.Println(find(6))
outer:
	for i := range count(5) {
		for j := range count(5) {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
}

// Output:
// 0 1 2 [done]
// 0a 1ñ
// 4
// [done] [done] [done] 1*6
// 0 0 0 1 [done] 1 0 1 1 [done] [done] [done]
