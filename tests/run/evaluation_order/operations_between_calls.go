package main

import "fmt"

// What is read before and what after a call in the same statement: gc evaluates calls first, in order, and with them
// slices, built-in functions, conditional operators and what it boxes through an address.

type point struct{ n, m int }

func show(list ...any) { fmt.Println(list...) }

func pair[A any](a A, b int) { fmt.Println("pair", a, b) }

func case0() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := reading.n, change()
	show("assign", a, b)
	pair(reading.n, change())
	list := []int{reading.n}
	show("list", list, change())
}

func case1() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := reading, change()
	show("assign", a, b)
	pair(reading, change())
	list := []point{reading}
	show("list", list, change())
}

func case2() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := words[0], change()
	show("assign", a, b)
	pair(words[0], change())
	list := []string{words[0]}
	show("list", list, change())
}

func case3() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := len(words), change()
	show("assign", a, b)
	pair(len(words), change())
	list := []int{len(words)}
	show("list", list, change())
}

func case4() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := words[1:], change()
	show("assign", a, b)
	pair(words[1:], change())
	list := [][]string{words[1:]}
	show("list", list, change())
}

func case5() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := name[1:], change()
	show("assign", a, b)
	pair(name[1:], change())
	list := []string{name[1:]}
	show("list", list, change())
}

func case6() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := []byte(name), change()
	show("assign", a, b)
	pair([]byte(name), change())
	list := [][]byte{[]byte(name)}
	show("list", list, change())
}

func case7() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := ready && other, change()
	show("assign", a, b)
	pair(ready && other, change())
	list := []bool{ready && other}
	show("list", list, change())
}

func case8() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := any(reading), change()
	show("assign", a, b)
	pair(any(reading), change())
	list := []any{any(reading)}
	show("list", list, change())
}

func case9() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := any(count), change()
	show("assign", a, b)
	pair(any(count), change())
	list := []any{any(count)}
	show("list", list, change())
}

func case10() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := min(count, 50), change()
	show("assign", a, b)
	pair(min(count, 50), change())
	list := []int{min(count, 50)}
	show("list", list, change())
}

func case11() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := complex(ratio, 1), change()
	show("assign", a, b)
	pair(complex(ratio, 1), change())
	list := []complex128{complex(ratio, 1)}
	show("list", list, change())
}

func case12() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := []int{count}, change()
	show("assign", a, b)
	pair([]int{count}, change())
	list := [][]int{[]int{count}}
	show("list", list, change())
}

func case13() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := point{count, 1}, change()
	show("assign", a, b)
	pair(point{count, 1}, change())
	list := []point{point{count, 1}}
	show("list", list, change())
}

func case14() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := map[int]int{1: count}, change()
	show("assign", a, b)
	pair(map[int]int{1: count}, change())
	list := []map[int]int{map[int]int{1: count}}
	show("list", list, change())
}

func case15() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := reading == point{1, 1}, change()
	show("assign", a, b)
	pair(reading == point{1, 1}, change())
	list := []bool{reading == point{1, 1}}
	show("list", list, change())
}

func case16() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := append(spare, count), change()
	show("assign", a, b)
	pair(append(spare, count), change())
	list := [][]int{append(spare, count)}
	show("list", list, change())
}

func case17() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := box.(point), change()
	show("assign", a, b)
	pair(box.(point), change())
	list := []point{box.(point)}
	show("list", list, change())
}

func case18() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := grid, change()
	show("assign", a, b)
	pair(grid, change())
	list := [][3]int{grid}
	show("list", list, change())
}

func case19() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := ages["ann"], change()
	show("assign", a, b)
	pair(ages["ann"], change())
	list := []int{ages["ann"]}
	show("list", list, change())
}

func case20() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := *where, change()
	show("assign", a, b)
	pair(*where, change())
	list := []int{*where}
	show("list", list, change())
}

func case21() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := count + 1, change()
	show("assign", a, b)
	pair(count + 1, change())
	list := []int{count + 1}
	show("list", list, change())
}

func case22() {
	count, reading, words, name, raw, ready, other, ratio := 1, point{1, 1}, []string{"a", "b"}, "xyz", []byte("raw"), true, false, 1.0
	spare, grid, ages, where, n := make([]int, 1, 4), [3]int{1, 1, 1}, map[string]int{"ann": 1}, new(int), 0
	var box any = point{1, 1}
	change := func() int {
		count++
		reading.n++
		words, name, raw = []string{"p", "q", "r"}, "changed", []byte("other")
		ready, other = !ready, !other
		ratio++
		spare = append(spare, 9)
		grid[1]++
		ages["ann"]++
		*where++
		box = point{8, 8}
		n++
		return n
	}
	_, _, _, _, _, _, _, _, _, _, _, _, _ = count, reading, words, name, raw, ready, other, ratio, spare, grid, ages, where, box
	a, b := string(raw), change()
	show("assign", a, b)
	pair(string(raw), change())
	list := []string{string(raw)}
	show("list", list, change())
}

func main() {
	fmt.Println(`reading.n`)
	case0()
	fmt.Println(`reading`)
	case1()
	fmt.Println(`words[0]`)
	case2()
	fmt.Println(`len(words)`)
	case3()
	fmt.Println(`words[1:]`)
	case4()
	fmt.Println(`name[1:]`)
	case5()
	fmt.Println(`[]byte(name)`)
	case6()
	fmt.Println(`ready && other`)
	case7()
	fmt.Println(`any(reading)`)
	case8()
	fmt.Println(`any(count)`)
	case9()
	fmt.Println(`min(count, 50)`)
	case10()
	fmt.Println(`complex(ratio, 1)`)
	case11()
	fmt.Println(`[]int{count}`)
	case12()
	fmt.Println(`point{count, 1}`)
	case13()
	fmt.Println(`map[int]int{1: count}`)
	case14()
	fmt.Println(`reading == point{1, 1}`)
	case15()
	fmt.Println(`append(spare, count)`)
	case16()
	fmt.Println(`box.(point)`)
	case17()
	fmt.Println(`grid`)
	case18()
	fmt.Println(`ages["ann"]`)
	case19()
	fmt.Println(`*where`)
	case20()
	fmt.Println(`count + 1`)
	case21()
	fmt.Println(`string(raw)`)
	case22()
	at := 1
	step := func() int { at *= 10; return at }
	keys := map[int]int{at: step(), 0: at, step(): at, 5: 50}
	fmt.Println(keys)
}

// Output:
// reading.n
// assign 2 1
// pair 3 2
// list [3] 3
// reading
// assign {2 1} 1
// pair {3 1} 2
// list [{3 1}] 3
// words[0]
// assign p 1
// pair p 2
// list [p] 3
// len(words)
// assign 2 1
// pair 3 2
// list [3] 3
// words[1:]
// assign [b] 1
// pair [q r] 2
// list [[q r]] 3
// name[1:]
// assign yz 1
// pair hanged 2
// list [hanged] 3
// []byte(name)
// assign [120 121 122] 1
// pair [99 104 97 110 103 101 100] 2
// list [[99 104 97 110 103 101 100]] 3
// ready && other
// assign false 1
// pair false 2
// list [false] 3
// any(reading)
// assign {1 1} 1
// pair {2 1} 2
// list [{3 1}] 3
// any(count)
// assign 2 1
// pair 3 2
// list [3] 3
// min(count, 50)
// assign 1 1
// pair 2 2
// list [3] 3
// complex(ratio, 1)
// assign (1+1i) 1
// pair (2+1i) 2
// list [(3+1i)] 3
// []int{count}
// assign [2] 1
// pair [3] 2
// list [[3]] 3
// point{count, 1}
// assign {2 1} 1
// pair {3 1} 2
// list [{3 1}] 3
// map[int]int{1: count}
// assign map[1:1] 1
// pair map[1:2] 2
// list [map[1:3]] 3
// reading == point{1, 1}
// assign true 1
// pair false 2
// list [false] 3
// append(spare, count)
// assign [0 9] 1
// pair [0 9 9] 2
// list [[0 9 9 9]] 3
// box.(point)
// assign {1 1} 1
// pair {8 8} 2
// list [{8 8}] 3
// grid
// assign [1 2 1] 1
// pair [1 3 1] 2
// list [[1 3 1]] 3
// ages["ann"]
// assign 2 1
// pair 3 2
// list [3] 3
// *where
// assign 1 1
// pair 2 2
// list [2] 3
// count + 1
// assign 3 1
// pair 4 2
// list [4] 3
// string(raw)
// assign other 1
// pair other 2
// list [other] 3
// map[0:10 5:50 10:10 100:100]
