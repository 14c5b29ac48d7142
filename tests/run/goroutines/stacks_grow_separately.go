package main

import "fmt"

func down(n int, s [4]int) int {
	if n == 0 {
		return s[0]
	}
	s[n%4]++
	return down(n-1, s) + s[n%4]
}

func main() {
	c := make(chan int)
	for i := range 8 {
		go func() { c <- down(2000+i, [4]int{i}) - down(2000+i, [4]int{i}) + i }()
	}
	sum := 0
	for range 8 {
		sum += <-c
	}
	fmt.Println(sum, down(10, [4]int{}))
}

// Output:
// 28 20
