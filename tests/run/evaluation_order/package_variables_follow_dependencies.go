package main

import "fmt"

var trace []string

func note(name string, v int) int {
	trace = append(trace, fmt.Sprint(name, "=", v))
	return v
}

var (
	a    = note("a", c+b)
	b    = note("b", f())
	c    = note("c", 1)
	d    = note("d", 3)
	x, y = pair()
	_    = note("blank", y)
	z    = func() int { return note("z", late*10) }()
	late = note("late", 7)
)

func f() int {
	d++
	return d
}

func pair() (int, int) { return note("x", a), note("y", d) }

type node struct {
	next *node
	v    int
}

var (
	first  = node{&second, note("first", 1)}
	second = node{nil, note("second", third.v+1)}
	third  = node{nil, note("third", 5)}
)

func init() { note("init", len(trace)) }
func init() { note("init again", len(trace)) }

func main() {
	for _, s := range trace {
		fmt.Println(s)
	}
	fmt.Println(first.next.v, third.next.v)
}

// Exit: 2
// Output:
// c=1
// d=3
// b=4
// a=5
// x=5
// y=4
// blank=4
// late=7
// z=70
// third=5
// second=6
// first=1
// init=12
// init again=13
// Stderr:
// panic: runtime error: invalid memory address or nil pointer dereference
// [signal SIGSEGV: segmentation violation code=0x1 addr=0x... pc=0x...]
//
// goroutine 1 [running]:
