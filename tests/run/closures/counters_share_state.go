package main

import "fmt"

func counter() (inc func() int, get func() int) {
	n := 0
	inc = func() int { n++; return n }
	get = func() int { return n }
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

func main() {
	inc, get := counter()
	inc2, get2 := counter()
	inc()
	inc()
	inc2()
	fmt.Println(get(), get2())
	k := 3
	f := compose(func(x int) int { return x + k }, func(x int) int { return x * k })
	fmt.Println(f(1))
	k = 10
	fmt.Println(f(1))
	adders := map[string]func(int){}
	total := 0
	for _, name := range []string{"a", "b"} {
		adders[name] = func(n int) { total += n * len(name) }
	}
	adders["a"](5)
	adders["b"](6)
	fmt.Println(total)
	outer := func() func() func() int {
		x := 1
		return func() func() int {
			x *= 2
			return func() int { x++; return x }
		}
	}()
	g := outer()
	h := outer()
	fmt.Println(g(), h(), g())
}

// Output:
// 2 1
// 12
// 110
// 11
// 5 6 7
