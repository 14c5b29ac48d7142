package main

import "fmt"

func gen() (next func() int, total int) {
	next = func() int {
		total++
		return total
	}
	next()
	next()
	return
}

func shadow() (err error) {
	if v, err := 5, fmt.Errorf("inner"); err != nil {
		_ = v
		func() { err = nil }()
		fmt.Println("inner is", err)
	}
	return
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func fix(f func(func(int) int) func(int) int) func(int) int {
	var g func(int) int
	g = func(n int) int { return f(g)(n) }
	return g
}

func main() {
	next, total := gen()
	fmt.Println(total, next(), total)
	fmt.Println(shadow())
	x := 1
	{
		x := x + 1
		x++
		fmt.Println(x)
	}
	if x := x * 10; x > 5 {
		x := "string now"
		fmt.Println(x)
	} else {
		fmt.Println(x)
	}
	fmt.Println(x)
	var fs []func() int
	for i, s := 0, 0; i < 4; i, s = i+1, s+i {
		fs = append(fs, func() int { s += 100; return i*1000 + s })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	for i := 0; i < 6; i++ {
		skip := func() { i += 2 }
		fmt.Print(i, " ")
		skip()
	}
	fmt.Println()
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * x })(4))
	fact := fix(func(self func(int) int) func(int) int {
		return func(n int) int {
			if n < 2 {
				return 1
			}
			return n * self(n-1)
		}
	})
	fmt.Println(fact(10))
	m := map[string]func(float64) float64{}
	for _, k := range []float64{2, 3} {
		m[fmt.Sprint("x", k)] = func(v float64) float64 { return v * k }
	}
	fmt.Println(m["x2"](1.5), m["x3"](1.5))
	type T struct{ f func() *T }
	var t T
	n := 0
	t.f = func() *T { n++; return &t }
	t.f().f().f()
	fmt.Println(n, func() int { defer func() { n = 0 }(); return n }(), n)
	len := func(s string) int { return -1 }
	true := false
	fmt.Println(len("abc"), true)
}

// Output:
// 2 3 2
// inner is <nil>
// <nil>
// 3
// string now
// 1
// 100 200 1100 1200 2101 2201 3103 3203
// 0 3
// 25
// 3628800
// 3 4.5
// 0 3 0
// -1 false
