package main

import "fmt"

const two = 2

func main() {
	a := [...]string{two: "two", "three", 0: "zero"}
	fmt.Println(len(a), a)
	fmt.Printf("%q\n", a)
	b := [5]int{1, 3: 4, 5}
	fmt.Println(b)
	c := [...][2]int{{1, 2}, {3}}
	fmt.Println(c, len(c))
	d := [...]*int{new(int), nil}
	fmt.Println(*d[0], d[1] == nil)
	e := [3]struct{ x, y int }{{1, 2}, 2: {y: 7}}
	fmt.Println(e)
	f := []int{'a': 1, 'b': 2}
	fmt.Println(len(f), f['a'], f['b'])
	var zero [0]int
	fmt.Println(zero, len(zero))
}

// Output:
// 4 [zero  two three]
// ["zero" "" "two" "three"]
// [1 0 0 4 5]
// [[1 2] [3 0]] 2
// 0 true
// [{1 2} {0 0} {0 7}]
// 99 1 2
// [] 0
