package main

import "fmt"

func many(n int) (sum int) {
	for i := range n {
		defer func() { sum += i }()
	}
	return 0
}

func deep(n int, log *[]int) {
	defer func() {
		if n%1000 == 0 {
			*log = append(*log, n)
		}
		if r := recover(); r != nil && n > 2500 {
			panic(r)
		}
	}()
	if n == 4000 {
		panic("at the bottom")
	}
	deep(n+1, log)
}

func main() {
	fmt.Println(many(10000))
	var log []int
	deep(0, &log)
	fmt.Println(log)
}

// Output:
// 49995000
// [4000 3000 2000 1000 0]
