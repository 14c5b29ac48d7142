package main

import "fmt"

type node struct {
	val  int
	next *node
}

func push(head **node, v int) { *head = &node{v, *head} }

func escape() *int {
	x := 41
	x++
	return &x
}

func main() {
	var head *node
	for i := range 4 {
		push(&head, i)
	}
	for n := head; n != nil; n = n.next {
		fmt.Print(n.val, " ")
	}
	fmt.Println()
	p := escape()
	q := p
	*q += 8
	fmt.Println(*p, p == q, p == escape())
	pp := &p
	**pp = 1
	*pp = new(int)
	fmt.Println(*p, *q)
	arr := [3]int{1, 2, 3}
	e := &arr[1]
	*e = 20
	s := arr[:]
	f := &s[2]
	s = append(s, 4)
	*f = 30
	fmt.Println(arr, s)
	x := new(struct{ a, b int })
	x.b = 5
	y := &x.b
	*y++
	fmt.Println(*x)
}

// Output:
// 3 2 1 0
// 50 true false
// 0 1
// [1 20 30] [1 20 3 4]
// {0 6}
