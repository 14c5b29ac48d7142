package main

import "fmt"

var table [4]string

const n = len(table)

const (
	l1 = len([...]int{5: 1})
	l2 = cap([3]bool{})
	l3 = len("héllo")
)

func main() {
	var arr [n * 2]int
	fmt.Println(n, len(arr), l1, l2, l3)
	var p *[7]int
	q := new([9]int)
	fmt.Println(len(p), len(*q))
	fmt.Println(real(3+4i), imag(3+4i), min(3, 1.5, 'a'), max("b", "abc"))
}

// Output:
// 4 8 6 3 6
// 7 9
// 3 4 1.5 b
