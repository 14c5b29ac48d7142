package main

import "fmt"

func main() {
	s := []int{1, 2, 3}
	for i, v := range s {
		s = append(s, v*10)
		if i == 0 {
			s[1] = 100
		}
	}
	fmt.Println(s)
	t := []int{1, 2, 3, 4}
	for i := range t {
		t = t[:2]
		fmt.Print(i, " ")
	}
	fmt.Println(t)
	u := []int{1, 2, 3}
	for i, v := range u {
		u[2] = 50
		fmt.Print(i, "=", v, " ")
	}
	fmt.Println()
	var k int
	var arr [3]int
	for k, arr[k] = range []int{5, 6, 7} {
	}
	fmt.Println(k, arr)
	for range u {
		fmt.Print("x")
	}
	fmt.Println()
}

// Output:
// [1 100 3 10 20 30]
// 0 1 2 3 [1 2]
// 0=1 1=2 2=50
// 2 [6 7 0]
// xxx
