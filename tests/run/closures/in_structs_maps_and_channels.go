package main

import (
	"fmt"
	"sort"
)

type button struct {
	label   string
	onClick func(int) int
}

type machine struct {
	state  func(*machine, rune) stateFn
	output []rune
}

type stateFn func(*machine, rune) stateFn

func upper(m *machine, r rune) stateFn {
	if r == ' ' {
		return lower
	}
	m.output = append(m.output, r-32)
	return upper
}

func lower(m *machine, r rune) stateFn {
	if r == ' ' {
		return upper
	}
	m.output = append(m.output, r)
	return lower
}

func main() {
	total := 0
	bs := []button{}
	for i, l := range []string{"a", "b", "c"} {
		bs = append(bs, button{l, func(n int) int { total += n * (i + 1); return total }})
	}
	for _, b := range bs {
		fmt.Print(b.label, b.onClick(10), " ")
	}
	fmt.Println(total)
	m := &machine{}
	var st stateFn = lower
	for _, r := range "ab cd ef" {
		st = st(m, r)
	}
	fmt.Println(string(m.output))
	ops := map[string]func(...float64) float64{
		"sum": func(xs ...float64) (s float64) {
			for _, x := range xs {
				s += x
			}
			return
		},
	}
	ops["avg"] = func(xs ...float64) float64 { return ops["sum"](xs...) / float64(len(xs)) }
	fmt.Println(ops["avg"](1, 2, 3, 4))
	c := make(chan func() (int, error), 2)
	c <- func() (int, error) { return total, nil }
	total = 1
	n, err := (<-c)()
	fmt.Println(n, err)
	xs := []string{"bb", "a", "ccc"}
	calls := 0
	sort.Slice(xs, func(i, j int) bool { calls++; return len(xs[i]) < len(xs[j]) })
	fmt.Println(xs, calls > 0)
	var rec func(n int) []int
	rec = func(n int) []int {
		if n == 0 {
			return nil
		}
		return append(rec(n-1), n*n)
	}
	fmt.Println(rec(6))
	fmt.Println(func(fs ...func() int) (s int) {
		for _, f := range fs {
			s += f()
		}
		return
	}(func() int { return 1 }, func() int { return 2 }))
}

// Output:
// a10 b30 c60 60
// abCDef
// 2.5
// 1 <nil>
// [a bb ccc] true
// [1 4 9 16 25 36]
// 3
