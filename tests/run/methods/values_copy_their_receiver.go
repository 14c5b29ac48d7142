package main

import "fmt"

type acc struct {
	n    int
	hist []int
}

func (a acc) get() int    { return a.n }
func (a acc) snap() []int { return a.hist }
func (a *acc) add(n int)  { a.n += n; a.hist = append(a.hist, n) }
func (a *acc) self() *acc { return a }
func (a acc) with(n int) acc {
	a.n = n
	return a
}

type fn func(int) int

func (f fn) twice(x int) int { return f(f(x)) }

type strs []string

func (s strs) Len() int       { return len(s) }
func (s *strs) push(x string) { *s = append(*s, x) }

type num int

func (n num) plus(m num) num { return n + m }
func (n *num) inc() *num     { *n++; return n }

func main() {
	a := acc{n: 1}
	get, add := a.get, a.add
	add(5)
	fmt.Println(get(), a.get(), a.n, a.snap())
	p := &a
	pget := p.get
	p = &acc{n: 100}
	fmt.Println(pget(), p.get())
	defer fmt.Println("deferred", a.get())
	defer func(f func() int) { fmt.Println("value", f(), "now", a.get()) }(a.get)
	a.add(10)
	a.self().self().add(1)
	fmt.Println(a.n, a.with(3).n, a.n)
	fs := []func() int{a.get, a.with(7).get, acc{n: 8}.get, (&acc{n: 9}).get}
	a.n = -1
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	double := fn(func(x int) int { return x * 2 })
	fmt.Println(double.twice(3), fn.twice(double, 5), fn(func(x int) int { return x - 1 }).twice(10))
	var s strs
	push, length := s.push, s.Len
	push("a")
	push("b")
	fmt.Println(s, s.Len(), length())
	var n num = 3
	plus, inc := n.plus, n.inc
	n = 10
	fmt.Println(plus(1), *inc(), *n.inc().inc(), n, num.plus(1, 2), *(*num).inc(&n))
	m := map[string]func(num) num{"p": n.plus}
	n = 0
	fmt.Println(m["p"](1))
	var np *acc
	func() {
		defer func() { fmt.Println(recover()) }()
		f := np.get
		fmt.Println("unreachable", f)
	}()
	g := np.self
	fmt.Println(g() == nil)
	arr := [2]acc{{n: 1}, {n: 2}}
	for i, x := range arr {
		x.add(10)
		arr[i].add(20)
	}
	fmt.Println(arr[0].n, arr[1].n)
}

// Output:
// 1 6 6 [5]
// 6 100
// 17 3 17
// 17 7 8 9
// 12 20 8
// [a b] 2 0
// 4 14 14 14 3 14
// 15
// runtime error: invalid memory address or nil pointer dereference
// true
// 21 22
// value 6 now -1
// deferred 6
