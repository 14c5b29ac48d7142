package main

import "fmt"

func main() {
	fmt.Println(min(3, 1, 2), max(2.5, 1), min("b", "a"), max('a', 'b'))
	x, y := 5, 9
	fmt.Println(min(x, y, 7), max(x, y), min(x))
	var f float32 = 2
	fmt.Println(max(f, 1.5))
	s := []int{1, 2, 3}
	clear(s[1:])
	m := map[int]int{1: 1}
	clear(m)
	fmt.Println(s, m, len(m))
	p := new(int)
	*p = 3
	q := new(42)
	r := new(x * 2)
	*r++
	fmt.Println(*p, *q, *r, x)
	c := make(chan int, 4)
	c <- 1
	fmt.Println(len(c), cap(c), len([5]int{}), cap(s[:1]), cap([]int(nil)))
	t := make([]string, 2, 10)
	fmt.Println(len(t), cap(t), len(make(map[string]int, 100)))
	fmt.Println(complex(1, 2), real(2i), imag(2i))
	fmt.Println(append([]byte("ab"), "cd"...), copy(t, []string{"x", "y", "z"}), t)
}

// Output:
// 1 2.5 a 98
// 5 9 5
// 2
// [1 0 0] map[] 0
// 3 42 11 5
// 1 4 5 3 0
// 2 10 0
// (1+2i) 0 2
// [97 98 99 100] 2 [x y]
