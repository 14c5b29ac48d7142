package main

import "fmt"

func find(grid [][]int, want int) (r, c int) {
	for r = range grid {
		for c = range grid[r] {
			if grid[r][c] == want {
				goto found
			}
		}
	}
	return -1, -1
found:
	return r, c
}

func main() {
	fmt.Println(find([][]int{{1, 2}, {3, 4}}, 3))
	fmt.Println(find(nil, 3))
	n := 0
again:
	n++
	if n < 3 {
		fs := func() int { return n }
		fmt.Println("round", fs())
		goto again
	}
	i := 0
L:
	for {
		switch {
		case i == 2:
			i = 10
			continue L
		case i > 11:
			break L
		case i == 11:
			goto next
		}
		i++
		select {
		default:
			if i == 5 {
				break
			}
		}
		continue
	next:
		fmt.Println("next", i)
		i++
	}
	fmt.Println("left with", i)
	{
		goto end
	}
end:
	var fs []func()
	k := 0
loop:
	if k < 3 {
		v := k
		fs = append(fs, func() { fmt.Print(v, " ") })
		k++
		goto loop
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
outer:
	for a := range 3 {
		for b := range 3 {
			if b == 2 {
				continue outer
			}
			if a == 2 {
				break outer
			}
			fmt.Print(a, b, " ")
		}
	}
	fmt.Println()
}

// Output:
// 1 0
// -1 -1
// round 1
// round 2
// next 11
// left with 12
// 0 1 2
// 0 0 0 1 1 0 1 1
