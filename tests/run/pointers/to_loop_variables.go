package main

import "fmt"

func main() {
	var ps []*int
	for i := 0; i < 3; i++ {
		ps = append(ps, &i)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	var qs []*string
	for _, s := range []string{"a", "b"} {
		qs = append(qs, &s)
	}
	fmt.Println(*qs[0], *qs[1])
	for i := 0; i < 6; i++ {
		p := &i
		*p++
		fmt.Print(i, " ")
	}
	fmt.Println()
	vals := []int{1, 2, 3}
	for i := range vals {
		p := &vals[i]
		*p *= *p
	}
	fmt.Println(vals)
}

// Output:
// 0 1 2
// a b
// 1 3 5
// [1 4 9]
