package main

import "fmt"

func main() {
	s := []int{1, 2, 3, 4}
	a := [2]int(s)
	a[0] = 9
	fmt.Println(a, s)
	p := (*[3]int)(s)
	p[0] = 7
	fmt.Println(s, *p)
	var none []int
	fmt.Println((*[0]int)(none) == nil, (*[0]int)(s) == nil, [0]int(none))
	defer func() { fmt.Println(recover()) }()
	_ = [5]int(s)
}

// Output:
// [9 2] [1 2 3 4]
// [7 2 3 4] [7 2 3]
// true false []
// runtime error: cannot convert slice with length 4 to array or pointer to array with length 5
