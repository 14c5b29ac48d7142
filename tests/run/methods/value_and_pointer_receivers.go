package main

import "fmt"

type counter struct{ n int }

func (c counter) get() int { return c.n }
func (c counter) setLost(n int) {
	c.n = n
}
func (c *counter) set(n int) *counter {
	c.n = n
	return c
}

type celsius float64

func (c celsius) fahrenheit() float64 { return float64(c)*9/5 + 32 }

type ints []int

func (s ints) sum() (t int) {
	for _, v := range s {
		t += v
	}
	return
}
func (s *ints) add(v int) { *s = append(*s, v) }

type fn func(string) string

func (f fn) twice(s string) string { return f(f(s)) }

func main() {
	c := counter{1}
	c.setLost(5)
	fmt.Println(c.get())
	c.set(7).set(c.get() + 1)
	p := &c
	fmt.Println(p.get(), (*p).get(), (&c).get())
	fmt.Println(celsius(100).fahrenheit())
	var s ints
	s.add(3)
	s.add(4)
	fmt.Println(s.sum(), ints{1, 2}.sum(), len(s))
	fmt.Println(fn(func(s string) string { return s + "x" }).twice("a"))
	cs := []counter{{1}, {2}}
	cs[1].set(20)
	for i := range cs {
		cs[i].set(cs[i].get() + 1)
	}
	fmt.Println(cs)
}

// Output:
// 1
// 8 8 8
// 212
// 7 3 2
// axx
// [{2} {21}]
