package main

import "fmt"

type point [2]int

type board struct {
	cells [3][3]byte
	last  point
}

func main() {
	seen := map[point]string{{0, 1}: "a", {1, 0}: "b"}
	fmt.Println(seen[point{0, 1}], seen[point{1, 0}], len(seen))
	seen[point{0, 1}] += "!"
	fmt.Println(seen[[2]int{0, 1}])
	var b board
	b.cells[1][2] = 'x'
	c := b
	c.cells[1][2] = 'o'
	c.last[0]++
	fmt.Println(b.cells, c.cells, b.last, c.last, b == c)
	bs := []board{b, c}
	bs[0].cells[0][0] = 1
	fmt.Println(b.cells[0][0], bs[0].cells[0][0])
	i := 1
	b.cells[i][i] |= 4
	b.cells[i][i] <<= 2
	fmt.Println(b.cells[1])
}

// Output:
// a b 2
// a!
// [[0 0 0] [0 0 120] [0 0 0]] [[0 0 0] [0 0 111] [0 0 0]] [0 0] [1 0] false
// 0 1
// [0 16 120]
