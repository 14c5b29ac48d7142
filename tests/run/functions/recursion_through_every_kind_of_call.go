// Deep recursion through interface methods, closures, method values, generic functions, deferred calls, range-over-func bodies and
// functions with large frames: the stack grows as needed and shrinks again.
package main

import (
	"fmt"
	"strings"
)

type walker interface{ walk(n int) int }
type plain struct{ step int }

func (p plain) walk(n int) int {
	if n == 0 {
		return 0
	}
	var w walker = p
	return w.walk(n-1) + p.step
}

type large [40]int

func (l large) walk(n int) int {
	if n == 0 {
		return l[39] + l[0]
	}
	l[39]++
	return l.walk(n-1) + l[0]
}

type embeds struct{ walker }

func generic[T any](n int, x T, acc func(T) int) int {
	if n == 0 {
		return acc(x)
	}
	return 1 + generic(n-1, x, acc)
}

func deferred(n int) (r int) {
	if n == 0 {
		return 0
	}
	defer func() { r += deferredStep }()
	return deferred(n - 1)
}

var deferredStep = 2

func unwinding(n int) {
	defer func() {
		if n%1000 == 0 && n > 0 {
			r := recover()
			panic(fmt.Sprint(r, " ", n))
		}
	}()
	if n == 0 {
		panic("bottom")
	}
	unwinding(n - 1)
}

func bodies(n int) (total int) {
	if n == 0 {
		return 1
	}
	for v := range func(yield func(int) bool) { yield(n) } {
		total = v%2 + bodies(n-1)
	}
	return
}

func even(n int) bool { return n == 0 || odd(n-1) }
func odd(n int) bool  { return n != 0 && even(n-1) }

func ackermann(m, n int) int {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ackermann(m-1, 1)
	}
	return ackermann(m-1, ackermann(m, n-1))
}

func multi(n int, s string) (int, string, []int) {
	if n == 0 {
		return 0, s, nil
	}
	a, b, c := multi(n-1, s)
	if n%10000 == 0 {
		c = append(c, a)
	}
	return a + 1, b, c
}

func main() {
	fmt.Println(plain{3}.walk(300_000), embeds{plain{1}}.walk(1000))
	fmt.Println(large{0: 1}.walk(20_000))
	fmt.Println(generic(200_000, "four", func(s string) int { return len(s) }), generic(1000, 7, func(i int) int { return i }))
	fmt.Println(deferred(100_000))
	func() {
		defer func() { fmt.Println(recover()) }()
		unwinding(5000)
	}()
	fmt.Println(bodies(20_000))
	fmt.Println(even(400_001), odd(400_001), ackermann(2, 300))
	fmt.Println(multi(50_000, "end"))
	var closure func(int) func() int
	closure = func(n int) func() int {
		if n == 0 {
			return func() int { return 0 }
		}
		inner := closure(n - 1)
		return func() int { return inner() + 1 }
	}
	fmt.Println(closure(100_000)())
	method := plain.walk
	value := plain{2}.walk
	fmt.Println(method(plain{1}, 10_000), value(10_000))
	var build func(b *strings.Builder, n int) *strings.Builder
	build = func(b *strings.Builder, n int) *strings.Builder {
		if n > 0 {
			b.WriteByte('(')
			build(b, n-1).WriteByte(')')
		}
		return b
	}
	fmt.Println(build(new(strings.Builder), 50_000).Len())
	done := make(chan int)
	for i := range 4 {
		go func() { done <- plain{1}.walk(50_000 * (i + 1)) }()
	}
	sum := 0
	for range 4 {
		sum += <-done
	}
	fmt.Println(sum)
}

// NoStress: each collection scans a stack a hundred thousand frames deep
// Output:
// 900000 1000
// 40001
// 200004 1007
// 200000
// bottom 1000 2000 3000 4000 5000
// 10001
// false true 603
// 50000 end [9999 19999 29999 39999 49999]
// 100000
// 10000 20000
// 100000
// 500000
